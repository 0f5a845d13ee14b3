"""Whether two claims can be about the same thing: items, numbers, times, places, sides."""

from __future__ import annotations

from functools import cache

from newsfacts.claims.items import PEOPLE
from newsfacts.drafts import ClaimDraft
from newsfacts.lexicon import load_json
from newsfacts.tokens import Doc
from newsfacts.typed import Any

_GENERIC = ("person", "body")
_NOT_GENERIC = ("child", "hostage", "prisoner")
_NEAR = 400  # characters of a sentence on either side of a number


@cache
def data() -> dict[str, Any]:
    """The table data/relate.json."""
    loaded: dict[str, Any] = load_json("relate")
    return loaded


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list of the table."""
    return frozenset(data()[name].split())


def family(item: str) -> str:
    """What may stand for one another: people are told as persons, soldiers, bodies; homes and households."""
    return "people" if item in PEOPLE else "homes" if item in ("home", "household") else item


def one_event(claim: ClaimDraft) -> str:
    """The event, or that which it is told as too: who is detained is captured."""
    told: str = data()["one_event"].get(claim.event, claim.event)
    return told


def same_item(a: ClaimDraft, b: ClaimDraft) -> bool:
    """Whether the counted things can be the same: "two people" and "two soldiers", but no soldiers and civilians."""
    if a.item == b.item or not a.item_text or not b.item_text:
        return True
    for one, other in ((a, b), (b, a)):
        if one.item in _GENERIC and other.item not in _NOT_GENERIC:
            return True
    return family(a.item) == family(b.item) != "people"


def vague(claim: ClaimDraft) -> bool:
    """Whether the number is a vague word: dozens, several."""
    return claim.modifier == "vague" or claim.value is None and claim.high is None


def bounds(claim: ClaimDraft) -> tuple[float, float]:
    """What a number allows: exact 5: 5, 5; at least 5: 5, more; dozens: 24 and up to six times that."""
    low, high = claim.low, claim.high
    if vague(claim):
        return float(low or 0), float(low or 0) * float(data()["vague_up_to"])
    if claim.modifier == "about" and claim.value is not None:
        return claim.value * 0.9, claim.value * 1.1
    return float("-inf") if low is None else low, float("inf") if high is None else high


def number_fits(a: ClaimDraft, b: ClaimDraft) -> bool:
    """Whether both numbers can be true of one thing."""
    (low, high), (least, most) = bounds(a), bounds(b)
    return max(low, least) <= min(high, most)


def same_number(a: ClaimDraft, b: ClaimDraft) -> bool:
    """Whether the numbers say the same: equal, or one rounds the other ("more than 30", then "34"; "several", then "six")."""
    if a.value is not None and a.value == b.value:
        return True
    if a.value is None and b.value is None:
        return (a.low, a.high) == (b.low, b.high) or vague(a) and vague(b) and number_fits(a, b)
    if not number_fits(a, b) or {a.modifier, b.modifier} in ({"exact"}, {"at_least"}):
        return False
    if vague(a) or vague(b):
        return True
    if a.value is None or b.value is None or min(a.value, b.value) < 10:
        return False
    return max(a.value, b.value) <= 1.25 * min(a.value, b.value)


def same_time(a: ClaimDraft, b: ClaimDraft) -> bool:
    """Whether the times, where both are told, have a day in common."""
    if a.timex is None or b.timex is None:
        return True
    first, last = a.timex.from_, a.timex.to
    start, end = b.timex.from_, b.timex.to
    if first is None is last and start is None is end:  # Monday and Friday of an unknown week
        return a.timex.value == b.timex.value
    return not (last is not None and start is not None and last < start or end is not None and first is not None and end < first)


def same_place(a: str | None, b: str | None) -> bool:
    """Whether two places, where both are told, share a word of their names."""
    return a is None or b is None or a == b or not {w for w in a.split() if w[0].isupper()}.isdisjoint(b.split())


def own_time(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether the time stands in the claim's own sentence."""
    return claim.timex is not None and doc.sentence_of(claim.timex.first) == claim.sentence


def own_place(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether the place stands in the claim's own sentence."""
    first, last = doc.sents[claim.sentence]
    start, end = max(doc.starts[first], claim.start - _NEAR), min(doc.ends[last - 1], claim.end + _NEAR)
    return claim.place is not None and claim.place in doc.text[start:end]


def same_source(a: ClaimDraft, b: ClaimDraft) -> bool:
    """Whether the sources, where both are told, are one; a headline's "Observatory" stands for the full name."""
    if a.source is None or b.source is None or a.source == b.source:
        return True
    one, other = set(a.source.split()), set(b.source.split())
    return one <= other or other <= one


def same_side(a: ClaimDraft, b: ClaimDraft) -> bool:
    """Whether the counted things, where both are told, belong to one side."""
    return a.affiliation is None or b.affiliation is None or a.affiliation == b.affiliation


def more(doc: Doc, claim: ClaimDraft) -> bool:
    """ "Two more", "another five": on top of what was told."""
    number = claim.number
    if number is None:
        return False
    after = doc.low[number.nlast:number.nlast + 2]
    return number.more or (bool(after) and after[0] in words("more_after") and words("than").isdisjoint(after))


def definite(doc: Doc, claim: ClaimDraft) -> bool:
    """ "The two insurgents", "both", "the driver": something told before."""
    first = doc.sents[claim.sentence][0]
    return not words("definite").isdisjoint(doc.low[max(first, claim.first - 2):claim.first + 1])
