"""What a day adds to a total, in brackets behind it: "has lost 11,184 tanks (+4) and 422 aircraft (+1 over the past day)"."""

from __future__ import annotations

from newsfacts.chunks import counts
from newsfacts.claims.context import Context, draft
from newsfacts.drafts import ClaimDraft

_PLUS = frozenset(("+", "plus"))
_OPENS = ("(", "[")


def increments(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Claims of the numbers with a plus in brackets right behind a total or within it: parts of it, of its event and kind."""
    low = context.doc.low
    ends = {end: claim for claim in found.values() if claim.number for end in (claim.last, claim.number.nlast)}
    for number in context.numbers:
        at = number.nfirst - 1
        if number.nfirst in found or low[at] not in _PLUS or low[at - 1] not in _OPENS or not counts(number):
            continue
        whole = ends.get(at - 1)
        if whole is not None and whole.sentence == context.doc.sentence_of(at) and whole.event != "cost":
            found[number.nfirst] = claim = draft(context, number, whole.event, whole.item, "increment", whole.trigger)
            claim.part_of, claim.status = whole, "new"
            claim.start, claim.end, claim.last, claim.item_text = number.nstart, number.nend, number.nlast, ""
