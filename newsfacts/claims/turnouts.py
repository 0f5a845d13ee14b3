"""How many came, as notes and organisers tell it: "students marched (size=around 300)", "we had more than 200 people on that street"."""

from __future__ import annotations

from newsfacts.chunks import counts
from newsfacts.claims.context import Context, draft
from newsfacts.claims.items import PEOPLE, item_of
from newsfacts.drafts import ClaimDraft

_SIZE = (["size", "="], ["size", ":"])
_NEAR = 5  # tokens from "size" to the number
_GATHERINGS = frozenset("protest protests demonstration rally march strike vigil sit gathering blockade roadblock procession".split())
_HEDGES = frozenset("more than about around some nearly almost over at least up to as many well maybe probably between roughly".split())
_PRESENT = frozenset("here there outside inside gathered present marching dancing".split())
_VENUES = frozenset("street square hall park party field stadium yard event vigil march rally church club venue beach plaza".split())
_AT = 4  # tokens from the noun to its venue
_CROWD = 20  # people


def turnouts(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Adds the claims of such crowds."""
    doc, rules = context.doc, context.rules
    for number in context.numbers:
        if number.nfirst in found or not counts(number):
            continue
        first = doc.sents[doc.sentence_of(number.nfirst)][0]
        before = doc.low[max(first, number.nfirst - _NEAR):number.nfirst]
        trigger = -1
        if number.head < 0 and any(before[k:k + 2] in _SIZE for k in range(len(before) - 1)):
            trigger = next((t for t in range(number.nfirst - 1, first - 1, -1) if doc.low[t] in _GATHERINGS or any(
                f.event == "participated" and f.frame == "items act" for f in rules.verbs.get(rules.lemmas.get(doc.low[t], ""), ()))), -1)
        elif number.head >= 0 and (number.low or 0) >= _CROWD and _there(doc.low, number.last) and (
                item_of(doc, number, rules) in PEOPLE):
            trigger = _we_had(doc.low, first, number.nfirst)
        if trigger >= 0:
            found[number.nfirst] = draft(context, number, "participated", "person", "crowd-size", (trigger, trigger + 1))


def _there(low: list[str], at: int) -> bool:
    """Whether words behind people tell that they had come: "on that street", "here", "at the party"; not "in hospital"."""
    return low[at] in _PRESENT or low[at] in ("in", "on", "at") and not _VENUES.isdisjoint(low[at + 1:at + _AT])


def _we_had(low: list[str], first: int, number: int) -> int:
    """The token of "had" in "we had more than", before a number; -1 without it."""
    at = number - 1
    while at > first and low[at] in _HEDGES:
        at -= 1
    return at if at > first and low[at] == "had" and low[at - 1] == "we" else -1
