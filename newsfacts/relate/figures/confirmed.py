"""Who was later named among those told of before: "the army confirmed that a rebel leader was captured in Monday's raid"."""

from __future__ import annotations

from functools import cache

from newsfacts.drafts import ClaimDraft
from newsfacts.inflect import verb_forms
from newsfacts.relate.figures.repeats import Linked, adds, turns
from newsfacts.relate.figures.same import family, one_event, same_item, same_place, same_side, same_time, words
from newsfacts.tokens import Doc

_KEPT = 6  # claims of an event before that may hold who is confirmed


@cache
def _confirming() -> frozenset[str]:
    """The forms of verbs that confirm."""
    return frozenset(form for verb in words("confirms") for form in verb_forms(verb))


def confirm(doc: Doc, claims: list[ClaimDraft], places: Linked) -> None:
    """Sets `part_of` or `repeats` of a single person whose lot is confirmed, where one claim of the same event, day and place was told."""
    known = _confirming() & doc.keys
    if not known:
        return
    told: dict[tuple[str, str], list[ClaimDraft]] = {}
    for claim in claims:
        thing = (one_event(claim), family(claim.item))
        before = told.setdefault(thing, [])
        if claim.repeats is not None or claim.part_of is not None or claim.modality != "asserted" or claim.status is not None:
            continue
        first = doc.sents[claim.sentence][0]
        if claim.value == 1 and not known.isdisjoint(doc.low[first:claim.first]) and not (turns(doc, claim) or adds(doc, claim)):
            same = [c for c in before if _same(c, claim, places)]
            if len(same) > 1:  # a courier and two rebels: a commander is more likely one of the two
                same = [c for c in same if c.value != 1]
            if len(same) == 1 and same[0].value == 1:
                claim.repeats = same[0]
            elif len(same) == 1:
                claim.part_of = same[0]
        if claim.repeats is None and claim.part_of is None:
            before.append(claim)
            del before[:-_KEPT]


def _same(a: ClaimDraft, b: ClaimDraft, places: Linked) -> bool:
    if a.sentence == b.sentence or a.timex is None or b.timex is None or a.place is None or b.place is None:
        return False
    return (same_time(a, b) and (same_place(a.place, b.place) or places.joined(a.place, b.place)) and same_item(a, b) and same_side(a, b))
