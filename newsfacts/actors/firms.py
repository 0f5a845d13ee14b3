"""Firms and other bodies whose names do not tell that they are bodies: "Velm Karo, a shipping group", "the company, Velm Karo, said"."""

from __future__ import annotations

from functools import cache

from newsfacts.actors.words import struck
from newsfacts.tokens import Doc

_BUSINESS = 30  # tokens around a name in which a word of business stands
_APPOSED = 9  # tokens in which an apposition tells what it is
_ARTICLES = frozenset(("a", "an", "the", "another", "one"))
_WITHIN = frozenset("xJclEACPUFSHBGXOhygr-'9na&e")  # tags of the words before the head of an apposition
_CLOSING = frozenset(",.:()?|")  # after the head; but: a company director, the group's leader, Separately, a company left
_FOLLOWING = frozenset(("that which whose of based in on for with owned listed backed run led controlled headquartered behind at founded "
                        "formed created accused").split())
_OWNERS = frozenset("its their whose his her my our".split())
_HALVES = {"up": "start", "tank": "think", "op": "co"}  # a start-up
_ARTISTS = frozenset(("film", "documentary", "movie", "policy"))
_ENOUGH = 2  # words that make a report one on business
_ITS = 3  # tokens behind a name in which "its" stands


@cache
def _bodies() -> frozenset[str]:
    return struck("bodies in trade") | struck("bodies or persons")


@cache
def firm_signs() -> tuple[frozenset[str], frozenset[str]]:
    """The words right before and right after a name for which `firm_beside` has to look."""
    sets = ("bodies or persons", "trades or firms", "trades before", "rivals", "bodies in many")
    return frozenset((",", "by", "site")).union(*map(struck, sets)), frozenset((",", "shares", "stock"))


def firm_beside(doc: Doc, tags: str, a: int, b: int, *, person: bool) -> bool:
    """Whether words right beside a name of tokens a..b tell that it is a body; `person`: it begins with a forename."""
    low = doc.low
    first, after = low[a - 1] if a else "", low[b] if b < len(low) else ""
    if after in ("shares", "stock") and low[b + 1:b + 2] and low[b + 1] in struck("moves of shares"):
        return True  # Velm Karo shares tumble
    if after == "," and (b - a > 1 or tags[a] not in "IO") and apposed_body(doc, tags, b, person=person):
        return True
    if first == "," and a > 2 and (after == "," or not person and after in (".", ";", "")) and (
            _told_before(doc, tags, a - 1, person=person, closed=after == ",")):
        return True
    if person or not a or tags[a] not in "AUES":
        return False
    if first in struck("trades before") and b - a > 1 and after not in struck("founders' verbs") and low[a - 2] not in _ARTISTS:
        return True  # the law firm Velm Karo; but: the company Velm Karo owns
    if first in struck("bodies in many"):
        return True  # the unions Velm and Karo
    if first == "by" and b - a > 1 and low[a - 2] in struck("made by"):
        return True
    if first == "site" and low[a - 2] in struck("sites told"):
        return True  # the games site Velmora
    if first in struck("rivals") and after not in (",", "'s") and len(doc.keys & struck("in business")) >= _ENOUGH:
        return True
    return first in struck("trades or firms") and a > 1 and tags[a - 2] in "JC" and tags[a] in "AU" and _trading(doc, a)


def _trading(doc: Doc, a: int) -> bool:
    """Whether the sentence of a token tells of business: "owned by the Norlandic miner Velm Karo"; but: the miner Velm Karo died."""
    first, last = doc.sents[doc.sentence_of(a)]
    return not struck("of business").isdisjoint(doc.low[max(first, a - _BUSINESS):min(last, a + _BUSINESS)])


def apposed_body(doc: Doc, tags: str, comma: int, *, person: bool) -> bool:
    """Whether what follows a comma says that the name before it is a body: ", the hedge fund that owns the chain"; `person`: not where
    persons are called so too."""
    low, end = doc.low, len(doc.low)
    if comma + 2 >= end or low[comma + 1] not in _ARTICLES and (low[comma + 2] != "'s" or tags[comma + 1] not in "CPA"):
        return False  # the biggest bank; but also: Norland's biggest bank
    heads = struck("bodies in trade") if person else _bodies()
    for t in range(comma + 2, min(comma + _APPOSED, end - 1)):
        following, tag = low[t + 1], tags[t + 1]
        half = _HALVES.get(low[t])
        if (low[t] in heads or half and low[t - 1 - (low[t - 1] == "-")] == half) and (following in _FOLLOWING or tag in _CLOSING):
            return following != "of" or low[t] not in struck("groups of things")
        if tags[t] not in _WITHIN:
            return False
    return False


def _told_before(doc: Doc, tags: str, comma: int, *, person: bool, closed: bool) -> bool:
    """Whether the words before a comma say that the name behind it is a body: "The ferry company, Velm Karo, said", "its parent, Velmora";
    but: the head of the company, Ivo Tarn, said."""
    low, head = doc.low, doc.low[comma - 1]
    if head in struck("bodies owned") and not person:
        return any(low[t] in ("its", "their", "whose") for t in range(max(0, comma - 4), comma - 1))
    if head not in (struck("bodies in trade") if person else _bodies()) or not closed:
        return False
    t = comma - 2
    while t > 0 and comma - t < 6 and tags[t] in _WITHIN and low[t] not in _ARTICLES and low[t] != "'s" and tags[t] != "a":
        t -= 1
    if low[t] == "'s":
        return True  # Velmora's drilling contractor, Karo Velm, paid
    if low[t] not in _ARTICLES and low[t] not in _OWNERS:
        return False
    return t == 0 or t == doc.sents[doc.sentence_of(t)][0] or tags[t - 1] in ',":' or low[t - 1] in ("but", "and", "that", "because") or (
        not person and low[t - 1] in ("from", "by", "with", "against"))


def owns(doc: Doc, tags: str, b: int) -> bool:
    """Whether a name before a token has or does what only firms have or do: "Velm Karo cut its outlook", "reported a net profit", "Velm
    Karo's shares", "Velm Karo, based in Oru,", "employs 90"."""
    low = doc.low
    word, second = (*low[b:b + 2], "", "")[:2]
    if word in ("'s", "'", "’s"):
        return second in struck("owned by firms")
    if word == ",":
        return second == "based" and low[b + 2:b + 3] == ["in"] or second == "whose" and low[b + 2:b + 3] != [] and low[b + 2] in struck(
            "owned by firms")
    if "its" in low[b + 1:b + 1 + _ITS]:
        at = b + 1 + low[b + 1:b + 1 + _ITS].index("its")
        if not struck("of firms").isdisjoint(low[at + 1:at + 4]) and not {".", ","} & {*low[b:at]}:
            return True
    if word in struck("verbs of firms"):
        return word == "employs" or tags[b + 1:b + 2] == "n"
    return word in struck("reporting") and not struck("results").isdisjoint(low[b + 1:b + 8])
