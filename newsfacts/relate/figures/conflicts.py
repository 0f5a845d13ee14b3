"""Numbers of one thing that do not fit, told by different sources."""

from __future__ import annotations

from collections import Counter

from newsfacts.drafts import ClaimDraft
from newsfacts.relate.figures.same import family, number_fits, same_place, same_side, same_time, words
from newsfacts.tokens import Doc

_REACH = 2  # sentences between two sources that speak of one thing
_LONG = (4, 7)  # characters of a year and of a month
_BETWEEN = 30  # tokens before the later number that are read
_KEPT = 4


def contradict(doc: Doc, claims: list[ClaimDraft]) -> None:
    """Sets `contradicts` both ways: the same event and item, different sources, no common number, told side by side."""
    if len({claim.source for claim in claims}) < 2:
        return
    told: dict[tuple[str, str], list[ClaimDraft]] = {}
    kin = Counter(_list_of(claim) for claim in claims if claim.part_of is None)
    for claim in claims:
        if kin[_list_of(claim)] > 1:
            continue  # six planes fell, he said; she counts five jets and one tanker
        if claim.part_of is not None or claim.status == "new" or claim.modality not in ("asserted", "denied") or claim.value == 0:
            continue
        before = told.setdefault((claim.event, family(claim.item)), [])
        for other in before if not any(c.sentence >= claim.sentence - _REACH and number_fits(c, claim) for c in before) else ():
            if _conflict(doc, other, claim):
                other.contradicts.append(claim)
                claim.contradicts.append(other)
        before.append(claim)
        del before[:-_KEPT]


def _list_of(claim: ClaimDraft) -> tuple[str | None, int, tuple[int, int] | None, str, str]:
    """What the members of one list share."""
    return claim.source, claim.sentence, claim.trigger, claim.event, family(claim.item)


def _conflict(doc: Doc, a: ClaimDraft, b: ClaimDraft) -> bool:
    if a.source is None or b.source is None or a.source == b.source or b.sentence - a.sentence > _REACH:
        return False
    if b.revises is a:
        return False  # later the ministry lowered the toll to 44
    if a.item != b.item and (a.item_text and b.item_text or "person" not in (a.item, b.item)):
        return False  # 58 soldiers; civilian deaths at 18
    if a.event == "returned" and a.loser != b.loser:
        return False  # one side gave back 757, the other took 49 home
    if (a.status == "total") != (b.status == "total") and not words("grown").isdisjoint(doc.low[max(a.last, b.first - _BETWEEN):b.first]):
        return False  # eight were killed, bringing the total to 410
    if any(one.timex is not None and other.timex is None and len(one.timex.value or "") in _LONG for one, other in ((a, b), (b, a))):
        return False  # killed 17 last month; the toll of the raid is 31
    if number_fits(a, b) or not (same_time(a, b) and same_place(a.place, b.place) and same_side(a, b)):
        return False
    if a.modality != b.modality or a.agents and b.agents and a.agents != b.agents:
        return False
    if a.affiliation and a.affiliation == b.affiliation and a.item_text and b.item_text:
        return True
    between = doc.low[max(a.last, b.first - _BETWEEN):b.first]
    if b.sentence - a.sentence > 1:
        return False
    puts_it = not words("it").isdisjoint(between[-4:]) and not words("puts").isdisjoint(between)
    taken_up = puts_it or not words("tallies").isdisjoint(between)
    if taken_up and not b.item_text:
        return True
    if ";" not in between and words("contrast").isdisjoint(between):
        return False
    return b.item_text.split()[-1:] in ([], a.item_text.split()[-1:]) or b.rule == "counted-event-noun"
