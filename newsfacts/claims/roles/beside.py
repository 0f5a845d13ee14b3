"""Who is named beside an event: who gave it; who was only between, or crashed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsfacts.claims.roles.scene import words_of
from newsfacts.claims.roles.subjects import lemma
from newsfacts.drafts import ClaimDraft

if TYPE_CHECKING:
    from newsfacts.claims.context import Context

_SIDES = 9  # chunks
_GIFT = 4  # tokens behind a sum in which "from" is looked for
_FIRED = frozenset(("drone", "missile", "rocket", "bomb", "shell"))


def giver(context: Context, claim: ClaimDraft) -> int | None:
    """The chunk of who is named with "from" behind a sum and its noun: "a $3 million grant from the Norland fund"."""
    low, first = context.doc.low, claim.last
    at = context.chunks.at(claim.trigger[0]) if claim.trigger else 0
    if context.chunks.string[at + 1:at + 2] == "A" and lemma(context, at) == "ask" and low[context.chunks.lasts[at + 1]] == "for":
        return at + 1  # asked Norland for an extra 50 million euros
    end = low.index("from", first, first + _GIFT) if "from" in low[first:first + _GIFT] else -1
    if end < 0 or any(not word.isalpha() for word in low[first:end]):
        return None
    return context.chunks.at(end + 1 + (low[end + 1:end + 2] == ["the"]))


def accident(context: Context, who: int, at: int) -> bool:
    """Whether what killed did so by mishap: "a plane crashed, killing 38"; not who sank two ships."""
    if context.rules.items.get(context.doc.low[context.chunks.lasts[who] - 1]) in _FIRED:
        return False  # a Norlandic drone crashed into a school
    near = range(who + 1, min(at, who + _SIDES))
    string = context.chunks.string
    low, lasts = context.doc.low, context.chunks.lasts
    if any(string[i] in "VPvp" and low[lasts[i]:lasts[i] + 1] == ["fire"] and lemma(context, i) == "catch" for i in near):
        return True  # a ferry caught fire, killing 38
    return any(string[i] in "VPvp" and lemma(context, i) in words_of("mishaps") and string[i + 1] not in "QNA" for i in near)


def between(context: Context, chunk: int) -> bool:
    """Whether a noun is the second of "fighting between the army and rebels"."""
    string, chunks = context.chunks.string, context.chunks
    for i in range(chunk - 1, max(-1, chunk - _SIDES), -1):
        if string[i] in ".;VvIiB" and string[i - 1:i] != "-":  # but: Norland-led forces
            return False
        if context.doc.low[chunks.firsts[i]] == "between":
            return "&" in string[i:chunk] and "D" not in string[i:i + 3]  # between May 3 and May 8, rebels and bandits killed
    return False
