"""The earlier claim that says the same: headline and body, summary and detail, "the two" again."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from newsfacts.drafts import Actors, ClaimDraft
from newsfacts.relate.figures.same import (
    definite,
    family,
    one_event,
    own_place,
    own_time,
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
_ROUNDED = 4  # sentences over which a number is told rounded and in full
_TELLING = 20  # from here on equal numbers are seldom equal by chance
_LEAD = 5  # sentences in which a report tells again what its headline says
_WITHIN = 4  # tokens between a place and the one it lies in
_LONG = 10  # tokens of a sentence that is not the same by chance
_FAR = 1000  # characters of a paragraph before a number
_SMALL = 5  # below it numbers are often equal by chance


def repeat(doc: Doc, claims: list[ClaimDraft], places: Linked) -> None:
    """Sets `repeats` to the first claim of the same event, items and number; cost is linear in the claims."""
    exact: dict[tuple[object, ...], list[ClaimDraft]] = {}
    last: dict[tuple[str, str], list[ClaimDraft]] = {}
    for claim in claims:
        thing = (one_event(claim), family(claim.item))
        key = (*thing, claim.value if claim.value is not None else (claim.low, claim.high))
        told = exact.setdefault(key, [])
        recent = last.setdefault(thing, [])
        if recent and not turns(doc, claim):
            others = [*reversed(told), *reversed(recent)]
            noun = _noun(claim)
            others.sort(key=lambda c: _noun(c) != noun)  # "the leader" is the leader told, not the man told last
            added = adds(doc, claim)
            for other in others:
                if (not added or claim.item_text == other.item_text) and _same(doc, other, claim, places):
                    claim.repeats = other.repeats or other
                    break
        if claim.repeats is None:
            told.append(claim)
            del told[1:-_KEPT]
            recent.append(claim)
            del recent[:-_KEPT]


def _same(doc: Doc, a: ClaimDraft, b: ClaimDraft, places: Linked) -> bool:
    """Whether the later claim b says again what a said."""
    if a.sentence == b.sentence or a.modality != b.modality or a.each != b.each or (a.status == "new") != (b.status == "new"):
        return False
    if a.event != b.event and not (_again(doc, a, b) or a.value == b.value and doc.headline and a.first < doc.headline[1]):
        return False
    if not (same_number(a, b) and same_item(a, b) and same_side(a, b) and same_source(a, b)):
        return False
    if not _again(doc, a, b) and not _same_scene(doc, a, b, places):
        return False
    if a.value != b.value and (b.status in ("total", "revised") or b.sentence - a.sentence > _ROUNDED and not vague(a)):
        return False
    if vague(a) != vague(b) and b.item_text and b.item != "body" and _noun(a) not in (_noun(b), "others"):
        return False
    return a.value != 1 or _one(doc, a, b)


def _again(doc: Doc, a: ClaimDraft, b: ClaimDraft) -> bool:
    """Whether b takes up a: "the two insurgents", "both" of a noun told before."""
    if not b.item_text or not definite(doc, b):
        return False
    return _noun(a) == _noun(b) or a.item == b.item and a.number is not None and b.sentence - a.sentence < 3


def _same_scene(doc: Doc, a: ClaimDraft, b: ClaimDraft, places: Linked) -> bool:
    """Whether time and place agree, so far as the sentences themselves or different paragraphs tell them; a long sentence told again
    word for word is one."""
    if _sentence(doc, a) == _sentence(doc, b):
        return True
    apart = _paragraph(doc, a) != _paragraph(doc, b)
    if a.value is not None and a.value == b.value:
        if a.value >= _TELLING:  # carried times and places count less than the number itself
            apart = False
        if doc.headline and a.first < doc.headline[1] and b.sentence <= doc.lead(_LEAD):
            return same_time(a, b)
    if not same_time(a, b) and (a.value != b.value or own_time(doc, a) and own_time(doc, b) or apart and (b.value or _SMALL) < _SMALL):
        return False
    if a.place is None or b.place is None or same_place(a.place, b.place) or places.joined(a.place, b.place):
        return True
    if apart:  # gunmen raided Karo. Two guards were killed
        return not (_place_before(doc, a) and _place_before(doc, b))
    return not (own_place(doc, a) and own_place(doc, b))


def _sentence(doc: Doc, claim: ClaimDraft) -> list[str] | int:
    """The words of a claim's sentence, of a short one its number."""
    first, last = doc.sents[claim.sentence]
    return doc.low[first:last] if last - first >= _LONG else claim.sentence


def _paragraph(doc: Doc, claim: ClaimDraft) -> int:
    return bisect_right(doc.paras, (claim.first, len(doc.forms))) if doc.paras else 0


def _place_before(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether the place stands in the claim's paragraph, before the end of its sentence."""
    first, last = doc.paras[_paragraph(doc, claim) - 1][0], doc.sents[claim.sentence][1]
    return claim.place is not None and claim.place in doc.text[max(doc.starts[first], doc.ends[last - 1] - _FAR):doc.ends[last - 1]]


def _noun(claim: ClaimDraft) -> str:
    """The last word of the counted noun."""
    return claim.item_text.rpartition(" ")[2].lower()


def _one(doc: Doc, a: ClaimDraft, b: ClaimDraft) -> bool:
    """Whether single people are one: by the same noun or name, or "the man", "the individual" after any."""
    noun = _noun(b)
    if not noun or noun == _noun(a) or (not a.item_text and a.item == b.item):
        return True
    return noun in words("anyone") and definite(doc, b)


def turns(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether the sentence turns to another incident before the number: "in a separate attack", "elsewhere"."""
    first, low = doc.sents[claim.sentence][0], doc.low
    if not words("another").isdisjoint(low[max(first, claim.first - 40):claim.first]):
        return True
    return not words("fronted").isdisjoint(low[first:min(first + 2, claim.first)])


def adds(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether a small number comes on top: "also detained one", "two additional guards"."""
    first = doc.sents[claim.sentence][0]
    added = words("added").isdisjoint(doc.low[max(first, claim.first - _OPENING):claim.last])
    return not added and (claim.value or 0) < _SMALL


class Linked:
    """Places told as one within the other: "Marn, Velm province", "the town of Marn in Velm"."""

    def __init__(self, doc: Doc, actors: Actors) -> None:
        self.doc, self.actors = doc, actors

    @cached_property
    def pairs(self) -> set[tuple[str, str]]:
        """Pairs of words, read when first asked for."""
        doc, actors = self.doc, self.actors
        pairs: set[tuple[str, str]] = set()
        before: tuple[int, str] | None = None
        for first in sorted(actors.mention_at):
            mention = actors.mention_at[first]
            actor = actors.list[actors.at[first]]
            if actor.kind != "place":
                continue
            if before is not None and first - before[0] <= _WITHIN and words("not_within").isdisjoint(doc.low[before[0]:first]):
                for one in _words(before[1]):
                    for other in _words(actor.name):
                        pairs.update(((one, other), (other, one)))
            before = (mention.last, actor.name)
        return pairs

    def joined(self, a: str, b: str) -> bool:
        """Whether some words of two places were told so."""
        return any((one, other) in self.pairs for one in _words(a) for other in _words(b))


def _words(place: str) -> list[str]:
    """The first capitalised words of a place's name."""
    return [w for w in place.replace(",", " ").split() if w[0].isupper()][:3]
