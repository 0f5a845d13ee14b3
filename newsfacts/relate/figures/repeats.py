"""The earlier claim that says the same: headline and body, summary and detail, "the two" again."""

from __future__ import annotations

from newsfacts.drafts import Actors, ClaimDraft
from newsfacts.relate.figures.same import (
    family,
    more,
    same_item,
    same_number,
    same_place,
    same_side,
    same_source,
    same_time,
    vague,
    words,
)
from newsfacts.tokens import Doc

_KEPT = 6  # last told claims of an event that are compared
_OPENING = 6  # tokens in which a sentence says that it turns to something else
_SMALL = 5  # below it numbers are often equal by chance


def repeat(doc: Doc, claims: list[ClaimDraft], actors: Actors) -> None:
    """Sets `repeats` to the first claim of the same event, items and number; cost is linear in the claims."""
    exact: dict[tuple[object, ...], list[ClaimDraft]] = {}
    last: dict[tuple[str, str], list[ClaimDraft]] = {}
    places = _joined_places(doc, actors)
    for claim in claims:
        thing = (claim.event, family(claim.item))
        key = (*thing, claim.value if claim.value is not None else (claim.low, claim.high))
        told = exact.setdefault(key, [])
        recent = last.setdefault(thing, [])
        if not _turns(doc, claim):
            for other in (*reversed(told), *reversed(recent)):
                if _same(doc, other, claim, places):
                    claim.repeats = other.repeats or other
                    break
        if claim.repeats is None:
            told.append(claim)
            del told[1:-_KEPT]
            recent.append(claim)
            del recent[:-_KEPT]


def _same(doc: Doc, a: ClaimDraft, b: ClaimDraft, places: set[tuple[str, str]]) -> bool:
    """Whether the later claim b says again what a said."""
    if a.sentence == b.sentence or a.modality != b.modality or a.each != b.each or more(a) != more(b):
        return False
    if not (same_number(a, b) and same_item(a, b) and same_time(a, b) and same_side(a, b) and same_source(a, b)):
        return False
    if not same_place(a.place, b.place) and (a.place, b.place) not in places:
        return False
    if a.value != b.value and b.sentence - a.sentence > 4 and not vague(a):
        return False
    return not (a.value == b.value == 1 and _named(a) and _named(b) and a.item_text.split()[-1:] != b.item_text.split()[-1:])


def _named(claim: ClaimDraft) -> bool:
    """Whether the one counted is told by name."""
    return claim.item_text[:1].isupper()


def _turns(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether the sentence turns to another incident before the number: "in a separate attack", "elsewhere"."""
    first, low = doc.sents[claim.sentence][0], doc.low
    if not words("another").isdisjoint(low[max(first, claim.first - 40):claim.first]):
        return True
    return not words("fronted").isdisjoint(low[first:min(first + 2, claim.first)])


def _joined_places(doc: Doc, actors: Actors) -> set[tuple[str, str]]:
    """Pairs of places told as one within the other: "Marn, Velm province", "the town of Marn in Velm"."""
    out: set[tuple[str, str]] = set()
    before: tuple[int, str] | None = None
    for first in sorted(actors.mention_at):
        mention = actors.mention_at[first]
        actor = actors.list[actors.at[first]]
        if actor.kind != "place":
            continue
        if before is not None and first - before[0] <= 4 and not {"and", "or", "to", "from"} & set(doc.low[before[0]:first]):
            out.add((before[1], actor.name))
            out.add((actor.name, before[1]))
        before = (mention.last, actor.name)
    return out
