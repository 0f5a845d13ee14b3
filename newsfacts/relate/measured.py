"""From where the way to a time is measured, and which times of a sentence matter to a claim."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newsfacts.claims.roles.scene import words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.relate.dated import Times

AFTER_A_PAST = frozenset(("passive-after-a-past", "found-dead-after-a-past"))
_FAR_APART = 14  # tokens between a number and its event word, beyond which only the number counts
BRACKET = 4  # tokens from a bracket to the time in it


def in_bracket(times: Times, k: int) -> bool:
    """Whether a time stands in a bracket with what was added in it: (+4 over the past day)."""
    return "+" in times.doc.low[max(0, times.firsts[k] - BRACKET):times.firsts[k]]


def span(times: Times, claim: ClaimDraft, numbers: list[int], within: Sequence[int]) -> tuple[int, int]:
    """The tokens from which the way to a time is measured: those of the number and the event word, or of one of them."""
    number = claim.first, claim.last
    if claim.rule == "gapping" or claim.rule == "part" and (times.doc.low[claim.last:claim.last + 1] == ["of"] or any(
            times.firsts[k] - claim.last in (0, 1) for k in within)):  # including two on Wednesday
        return number  # eleven died in a fire in 2013 and 40 in a flood in 2017; 900 came, 60 of them in May
    if claim.trigger is None:
        return number
    if claim.rule == "and-then" or claim.rule in AFTER_A_PAST:  # held on 3 May and released on 5 May
        return claim.trigger
    start, end = min(claim.first, claim.trigger[0]), max(claim.last, claim.trigger[1])
    if end - start > _FAR_APART:
        return number
    other = numbers[bisect_left(numbers, claim.first) - 1] if start < claim.first else start
    if other > start and any(other < times.firsts[k] < claim.first for k in within):
        return number  # attacks that killed 13 in Velm in May and nine in Norby in June
    return start, end


def since_dead(times: Times, claim: ClaimDraft, within: Sequence[int]) -> Sequence[int]:
    """The times that matter to a claim: of the 40 hurt in May, six have since died."""
    if claim.trigger is None or claim.event not in ("killed", "returned"):
        return within
    low, event_at = times.doc.low, claim.trigger[0]
    if low[event_at - 1] == "since" and low[event_at - 2] in words_of("perfect"):
        return [k for k in within if times.firsts[k] > event_at]
    return within
