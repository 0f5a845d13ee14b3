"""A number that later sentences tell incident by incident: "five rebels were killed ... three near Karo ... two near Velm"."""

from __future__ import annotations

from newsfacts.actors.sides import countries
from newsfacts.claims.items import PEOPLE
from newsfacts.drafts import ClaimDraft
from newsfacts.relate.figures.repeats import Linked
from newsfacts.relate.figures.same import family, more, one_event, own_place, own_time, same_item, same_place, same_side, same_time, vague
from newsfacts.tokens import Doc

_TOGETHER = 6  # claims that may be the parts
_FEWEST = 2  # claims that may be the parts
_REST = frozenset(("other", "remaining"))
_LEAST = 4  # below it numbers add up by chance


def add_up(doc: Doc, claims: list[ClaimDraft], places: Linked) -> None:
    """Sets `part_of` of numbers in sentences of their own that make up a number before them, told of its time and place."""
    if len(claims) <= _FEWEST:
        return
    told: dict[tuple[str, str], list[ClaimDraft]] = {}
    for claim in claims:
        if claim.value and claim.part_of is None and claim.repeats is None and claim.status is None and claim.modality == "asserted":
            told.setdefault((one_event(claim), family(claim.item)), []).append(claim)
    for same in told.values():
        for k, whole in enumerate(same[:-_FEWEST]):
            if whole.value is None or whole.value < _LEAST or vague(whole) or whole.part_of is not None:
                continue
            parts, rest = list[ClaimDraft](), whole.value
            for claim in same[k + 1:k + 1 + _TOGETHER]:
                if not _part(doc, claim, whole, places):
                    break
                parts.append(claim)
                rest -= claim.value or 0
                if rest <= 0:
                    break
            if rest == 0 and len({claim.sentence for claim in parts}) > 1:
                for claim in parts:
                    claim.part_of = whole


def _part(doc: Doc, claim: ClaimDraft, whole: ClaimDraft, places: Linked) -> bool:
    """Whether a claim can be one of the parts."""
    if claim.sentence <= whole.sentence or more(doc, claim) or vague(claim) or claim.part_of is not None:
        return False
    if own_place(doc, claim) and own_place(doc, whole) and claim.place and whole.place and not (
            same_place(claim.place, whole.place) or places.joined(claim.place, whole.place) or claim.item in PEOPLE and (
                whole.place in countries().names and claim.place not in countries().names)):  # nine in Norland, four of them in Karo
        return False
    return same_item(claim, whole) and same_side(claim, whole) and (same_time(claim, whole) or not own_time(doc, claim))


def complete(doc: Doc, claims: list[ClaimDraft]) -> None:
    """ "Both freed 40. Three flights brought 25 to Karo, the other 15 flew to Velm": those before the rest who make up the whole."""
    for k, claim in enumerate(claims):
        whole, low = claim.part_of, doc.low[max(0, claim.first - 2):claim.first + 2]
        if whole is None or not whole.value or not claim.value or "the" not in low or _REST.isdisjoint(low):
            continue
        rest = whole.value - claim.value
        for other in reversed(claims[max(0, k - _TOGETHER):k]):
            if other.sentence < whole.sentence or other is whole:
                break
            if other.value == rest and other.part_of is None and one_event(other) == one_event(whole) and (
                    family(other.item) == family(whole.item) and other.modality == whole.modality):
                other.part_of = whole
                break
