"""The second of two parts behind "of them": "freed 104 soldiers, six of them Danes and three Norlanders"."""

from __future__ import annotations

from itertools import pairwise

from newsfacts.actors.sides import countries
from newsfacts.chunks import counts
from newsfacts.claims.context import Context, draft, of_them
from newsfacts.claims.items import PEOPLE, item_of
from newsfacts.drafts import ClaimDraft, Number

_ENDS = frozenset((".", ",", ";", ")", "-", "–", "—", "while", '"', "”"))
_ANY = frozenset(("person", "body", "prisoner", "hostage"))


def second_parts(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Makes a part of the number that is joined to one "of them" and ends the aside, where both are no more than the whole."""
    low = context.doc.low
    for before, number in pairwise(context.numbers):
        part = found.get(before.nfirst)
        whole = part.part_of if part else None
        if part is None or whole is None or not of_them(context, before) or before.head < 0 or number.head < 0 or of_them(context, number):
            continue
        if low[before.last:number.first] != ["and"] or low[number.last] not in _ENDS or not counts(number):
            continue
        claim, item = found.get(number.nfirst), item_of(context.doc, number, context.rules)
        both = (part.value or 0) + (number.value or 0)
        if not number.value or not whole.value or both > whole.value or item not in PEOPLE or not _of_these(context, number, item, whole):
            continue
        if claim is None:
            kind = whole.item if item == "person" else item
            found[number.nfirst] = claim = draft(context, number, part.event, kind, "part", part.trigger)
        if claim.event == part.event and claim.part_of is None:
            claim.part_of = whole


def _of_these(context: Context, number: Number, item: str, whole: ClaimDraft) -> bool:
    """Whether what a number counts can be some of the whole: Danes are some of the soldiers, civilians are not."""
    return whole.item in _ANY or item == whole.item or context.doc.forms[number.head].strip() in countries().plurals
