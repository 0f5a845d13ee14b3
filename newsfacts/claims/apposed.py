"""Who those are of whom a noun tells what befell them: "the freed captives, 12 women and five men, walked home"."""

from __future__ import annotations

from bisect import bisect_left

from newsfacts.chunks import counts
from newsfacts.claims.context import Context, draft
from newsfacts.claims.items import PEOPLE, PLURALS, item_of
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.late import late
from newsfacts.patterns import LIST
from newsfacts.rules import Frame

_APPOSED = late(rf"(?<![no])(?P<noun>N)z{{0,2}}[-,(](?P<list>{LIST})[zDN]{{0,3}}(?:,?&N)?[-,)]")
_THE = frozenset(("the", "these", "those", "all"))
_BACK = 12  # numbers
_SENTENCES = 3


def apposed(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Claims of the numbers that tell who "the freed captives" are: parts of those told before to be freed, if they are so many."""
    chunks = context.chunks
    for match in _APPOSED.finditer(chunks.string):
        numbers = [n for i in range(*match.span("list")) if (n := context.number_at.get(i)) is not None]
        if any(n.nfirst in found or not counts(n) or item_of(context.doc, n, context.rules) not in PEOPLE for n in numbers):
            continue
        told = _befell(context, match.start("noun"))
        if told is None:
            continue
        frames, token = told
        whole: ClaimDraft | None = None
        for k, number in enumerate(numbers):
            item = item_of(context.doc, number, context.rules) or "person"
            frame = next((f for f in frames if item in f.items and f.frame != "items act"), None)
            if frame is None:
                break
            whole = whole if k else _whole(context, found, numbers, frame.event)
            found[number.nfirst] = claim = draft(context, number, frame.event, item, "apposed", (token, token + 1))
            claim.part_of = whole


def _befell(context: Context, at: int) -> tuple[list[Frame], int] | None:
    """The frames and the token of the participle in a definite noun group of people: "the freed captives", "the nine" has none."""
    low, rules = context.doc.low, context.rules
    first, last = context.chunks.firsts[at], context.chunks.lasts[at] - 1
    if low[first] not in _THE or rules.items.get(low[last]) not in PEOPLE or not low[last].endswith(PLURALS):
        return None
    for token in range(first + 1, last):
        word = low[token]
        if low[token - 1] == "-" or low[token + 1] == "-":
            continue
        frames = rules.states.get(word) or (rules.verbs.get(rules.lemmas.get(word, "")) if word.endswith(("ed", "en", "wn")) else None)
        if frames:
            return frames, token
    return None


def _whole(context: Context, found: dict[int, ClaimDraft], numbers: list[Number], event: str) -> ClaimDraft | None:
    """The last claim before of the same event that is large enough to have them all as its parts."""
    sentence, least = context.doc.sentence_of(numbers[0].nfirst), sum(n.value or 0 for n in numbers)
    k = bisect_left(context.numbers, numbers[0].nfirst, key=lambda n: n.nfirst)
    for other in reversed(context.numbers[max(0, k - _BACK):k]):
        claim = found.get(other.nfirst)
        if claim is not None and claim.sentence < sentence - _SENTENCES:
            return None
        if claim is not None and claim.event == event and claim.item in PEOPLE and (claim.value or 0) >= least:
            return claim
    return None
