"""Whether a place is only where somebody was going, has his record, where the hurt are brought, or where most of a number were."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from newsfacts.claims.roles.scene import words_of
from newsfacts.tokens import Doc

_TOWARD = frozenset(("toward", "towards"))
_GROUPS = frozenset("qaida qaeda isis isil is".split())
_MEMBERS = frozenset("cell cells network leader leaders group affiliate chief".split())
_AWAY = frozenset("off on away out back onward onwards".split())
_FLEW = frozenset("flew flown flying went headed veered strayed".split())
_STATIONS = frozenset("centre center post facility station".split())
_OF_HEALTH = frozenset("health medical trauma".split())
_CARRIED = 4  # tokens of "flown by helicopter to"
_CARE = 8  # tokens of "being treated for burns in hospitals in"
_MOSTLY = frozenset("most mostly mainly many largely".split())
_HE = frozenset(("he", "she", "the"))
_IS = frozenset(("is", "was"))
_TITLE = frozenset(("a", "an", "the", "one"))
_SUBJECT = 6  # tokens of "The 40-year-old leader also directs"
_PART = 6  # tokens from "most of them" to the place


def bound_for(doc: Doc, tags: str, begin: int) -> bool:
    """Whether somebody is only on the way to the place that begins at a token: "carrying pilgrims to Velm"."""
    low, at = doc.low, begin - 1
    if flown_off(low, begin):
        return True
    while at > begin - 6 and tags[at] in "tdolxJ":
        at -= 1
    if low[at] == "to" and low[at - 1] in words_of("conveyances"):
        return True  # a food convoy to Velm
    if low[at] in _TOWARD and not words_of("flights").isdisjoint(low[max(0, at - 3):at]):
        return True  # 300 people fled towards Velm
    moved = words_of("motions") if low[at] == "to" else words_of("flights") if low[at] == "into" else frozenset[str]()
    return not moved.isdisjoint(low[max(0, at - 7):at])


@cache
def _recorded() -> frozenset[str]:
    """The first words of what tells a record: "wanted" for."""
    return frozenset([pair.partition("-")[0] for pair in words_of("on_record")])


def of_a_record(doc: Doc, token: int) -> bool:
    """Whether words before a token tell what somebody is, does or has on his record: "He is wanted for raids in", "a leader active in"."""
    first, low = doc.sents[doc.sentence_of(token)][0], doc.low
    if low[token - 1] == "in" and low[token - 2] in words_of("active"):
        return True
    before = low[first:token]
    if doc.headline is not None and token < doc.headline[1]:
        return False  # Man linked to raids held in Velm
    if not _recorded().isdisjoint(before) and any("-".join(pair) in words_of("on_record") for pair in pairwise(before)):
        return True
    if before[:1] != [] and before[0] in _HE and not words_of("habits").isdisjoint(before[1:_SUBJECT]):
        return True
    at = before.index("who") if "who" in before else len(before)
    return before[at + 1:at + 2] != [] and (before[at + 1] in words_of("habits") or before[at + 1] in _IS and not _TITLE.isdisjoint(
        before[at + 2:at + 3]))


def flown_off(low: list[str], begin: int) -> bool:
    """Whether weapons that did not strike only went on to the place that begins at a token: "one flew off toward Norland"."""
    return low[begin - 1] in _TOWARD and low[begin - 2] in _AWAY and not _FLEW.isdisjoint(low[begin - 4:begin - 2])


def named_by(low: list[str], begin: int, last: int, sited: bool) -> bool:
    """Whether the place that begins at a token is of the name of a group: "an al-Qaida in Norland cell"; `sited`: in a sentence with a
    place before it, "in Velm they seized nine men of Islamic State in Norland"."""
    at = begin - 1 - (low[begin - 1] == "the")
    if low[at] not in ("in", "of") or low[at - 1] not in _GROUPS and low[at - 2:at] != ["islamic", "state"]:
        return False
    return sited or not _MEMBERS.isdisjoint(low[last:last + 1])


def cared_for(doc: Doc, begin: int) -> bool:
    """Whether people are only brought to a hospital at the place that begins at a token: "taken to a hospital in Velm"."""
    low = doc.low
    near = low[max(0, begin - _CARE):begin]
    if "treated" in near and low[begin - 1] == "in" and "being" in near[:near.index("treated")]:
        return True  # three are being treated for burns in Velm
    if low[begin - 1] == "in" and low[begin - 2].startswith(("hospital", "clinic")) and not words_of("admits").isdisjoint(
            low[begin + 1:begin + 4]):
        return True  # the hospital in Velm took in 31 injured
    if low[begin - 1] == "in" and low[begin - 2] in words_of("hospitals"):
        near = low[max(0, begin - _CARE):begin - 2]
        if not words_of("lies_in").isdisjoint(near) or "in" in near and near[max(0, near.index("in") - 1)] in ("is", "are", "still"):
            return True  # nine died, and six are in hospital in Velm
        article = begin - 3 if low[begin - 3] in ("a", "the", "another") else begin - 2
        if low[article - 1] in ("in", "at") and not words_of("nursed").isdisjoint(near):
            return True  # two of the injured were on life support at a hospital in Velm
    house = low[begin - 2] in words_of("hospitals") or low[begin - 2] in _STATIONS and low[begin - 3] in _OF_HEALTH
    return house and "to" in low[max(0, begin - 6):begin - 2]


def carried_off(low: list[str], begin: int) -> bool:
    """Whether people are brought to the place whose words begin at a token: "were flown to the capital", "rushed to the city"."""
    return low[begin - 1] == "to" and not words_of("carries_there").isdisjoint(low[max(0, begin - _CARRIED):begin - 1])


def most_of_them(low: list[str], begin: int) -> bool:
    """Whether no more than a part of those told before were at the place that begins at a token: "nine died, most of them in Velm"."""
    near = low[max(0, begin - _PART):begin]
    at = begin - 1 - (low[begin - 1] == "the")
    if low[at] in ("in", "from") and low[at - 2] == "," and low[at - 1] in _MOSTLY:
        return True  # nine died, most in Velm
    if "of" not in near:
        return False
    at = next((k for k in range(len(near) - 1) if near[k] == "of" and near[k + 1] in ("them", "whom", "which")), 0)
    return at > 0 and near[at - 1] in words_of("most")
