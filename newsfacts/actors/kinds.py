"""What a name is, where words right beside it tell this alone: "bound for Batu Velm", "the Velm Karo militia", "the MV Velm Star"."""

from __future__ import annotations

from functools import cache

from newsfacts.actors.firms import firm_beside, firm_signs
from newsfacts.actors.votes import SETTLED
from newsfacts.actors.words import struck
from newsfacts.tokens import Doc

_NOUNS = tuple("rghx")
_FEW = 6  # tokens
_SIGNS = frozenset(("sign", "callsign", "nickname", "alias"))
_NAMES = frozenset(("first", "given", "last", "middle"))


@cache
def _before() -> frozenset[str]:
    """The words before a name for which `kind_beside` has to look."""
    words = frozenset(("for", "to", "from", "in", "of", "based", "flagged", ",", "the", "an", "a", "'s"))
    return firm_signs()[0] | struck("ships before") | struck("bodies apposed") | struck("vessels") | words


@cache
def _after() -> frozenset[str]:
    """The words behind a name for which it has to look."""
    sets = ("institutions", "bands", "peoples", "sites named", "sectors", "regions named", "arms")
    return firm_signs()[1].union(("fire",)).union(*map(struck, sets))


def kind_beside(doc: Doc, tags: str, a: int, b: int, *, person: bool = False, firm: bool = False) -> str | None:
    """The kind of a name of tokens a..b, "thing" for what is no actor, None where nothing right beside it tells; `person`, `firm`: it has
    the shape of such a name."""
    low = doc.low
    first, last, after = low[a - 1] if a else "", low[b - 1], low[b] if b < len(low) else ""
    known = struck("letters of firms") | struck("letters of ships") | struck("letters of clubs")
    if low[a] not in known and first not in _before() and after not in _after() and first not in known:
        return None
    if first in struck("letters of ships") and doc.forms[a - 1].rstrip().isupper() and a > 1:
        return "thing"  # the MV Velm Star
    if b - a > 1 and doc.forms[a].rstrip().isupper():
        if low[a] in struck("letters of ships"):
            return "thing"
        if low[a] in struck("letters of firms") or low[a] in struck("letters of clubs"):
            return "organization"  # PT Velm Karo, FC Velm
    if after in struck("arms") and "-" in tags[a:b] and tags[a] == "U":
        return "thing"  # VRF-K missiles
    if last == "express" and first == "the" and _railed(doc, tags, a, b):
        return "thing"
    told = _of_words_before(doc, tags, a, b, first, after, person=person) or _of_words_behind(
        doc, tags, a, b, first, after, person=person, firm=firm)
    if told is None and firm_beside(doc, tags, a, b, person=person and tags[a] in "FI"):
        return "organization"
    return told


def _railed(doc: Doc, tags: str, a: int, b: int) -> bool:
    """Whether an Express is a train, in a text on trains: no paper."""
    return not struck("of trains").isdisjoint(doc.keys) and doc.low[a] not in ("daily", "sunday", "evening") and tags[b:b + 1] != "v"


def _of_words_before(doc: Doc, tags: str, a: int, b: int, first: str, after: str, *, person: bool) -> str | None:
    low = doc.low
    plain = tags[b:b + 1] not in _NOUNS
    if first == "the" and tags[a - 2:a - 1] == '"' and low[a - 3] in ("as", "nicknamed", "alias", "dubbed"):
        return "thing"  # known as "the Fox"
    if first == "for" and low[a - 2] == "bound" and plain or first == "to" and low[a - 3:a - 1] == ["en", "route"] and plain:
        return "place"  # bound for Batu Velm
    if first == "flagged" and low[a - 2] == "-" or _is_vessel(doc, a, first, after):
        return "thing"  # the Norland-flagged Velm Star
    if first == "," and (low[a - 2] in _SIGNS or low[a - 2] == "name" and low[a - 3] in _NAMES):
        return "person"  # who gave only his call sign, Velm
    if first in ("from", "to") and _on_way(doc, a, b, first, after):
        return "place"
    if first == "based" and low[a - 2] == "-" and tags[a] in "AU" and (plain or after in struck("verbs of the based")) and not person:
        return "organization"  # Karo-based Velmline
    several = first == "," and low[a - 2] in struck("bodies apposed") and after == ","
    if (several or first in struck("bodies apposed") and after not in (",", "and")) and b - a > 1 and tags[a] != "F":
        return "organization"  # the owners, Velm Karo, said; brokers Velm Karo said
    return None


def _is_vessel(doc: Doc, a: int, first: str, after: str) -> bool:
    """Whether a name is that of a ship: "the research ship Velm Karo", "The vessel, the Velm Karo, was", "The trawler, Velm Karo, sank"."""
    low, vessels = doc.low, struck("vessels")
    if first in vessels:
        return True
    if first == "the":
        return low[a - 2] == "," and low[a - 3] in vessels
    if first != "," or after != "," or low[a - 2] not in vessels:
        return False
    opening = doc.sents[doc.sentence_of(a)][0]
    return low[opening] in ("the", "a") and a - opening < _FEW  # but: the owner of the trawler, Ivo Tarn, said


def _on_way(doc: Doc, a: int, b: int, first: str, after: str) -> bool:
    """Whether a name is where a way begins or ends: "the road from Velm Karo to Oru", "sailed from Velm to Ana Oru"."""
    forms, low = doc.forms, doc.low
    start = a - 1
    if first == "to":
        while start and a - start < _FEW and low[start] != "from":
            start -= 1
            if not (forms[start][0].isupper() or low[start] in ("from", "-")):
                return False
    elif after != "to" or not forms[b + 1:b + 2] or not forms[b + 1][0].isupper():
        return False
    return low[start] == "from" and low[start - 1] in struck("ways")


def _of_words_behind(doc: Doc, tags: str, a: int, b: int, first: str, after: str, *, person: bool, firm: bool) -> str | None:
    unknown = not {"F", "S"} & {*tags[a:b]}
    if after == ",":
        return "place" if firm and tags[a] != "O" and SETTLED.match(tags, b) else None  # Velm Yar, a town that
    if after == "fire":
        return "thing" if doc.forms[b][0].isupper() and first == "the" else None  # the Velm Fire
    if after in struck("regions named"):
        if person and first in ("in", "of", "from", "to") and tags[b + 1:b + 2] not in _NOUNS:
            return "place"  # in Dan Velm province
        return "place" if firm and tags[a] == "E" else None  # the Middle Velm region; but: the Hamas Velm district leader
    if after in struck("sites named"):
        return "place" if person and first == "the" and b - a > 1 and doc.forms[b][0].islower() else None  # the La Velm mine
    if after in struck("sectors"):
        return "place" if first == "the" and unknown else None  # on the Velm axis
    if after in struck("peoples"):
        return "thing" if b - a == 1 and tags[a] == "A" else None  # the Velm minority
    if after in struck("bands"):
        return "organization" if tags[a] != "F" and (unknown or not person) else None  # a Velm Karo militia
    lasting = first in ("the", "a", "an", "'s") and b - a > 1 and tags[a] not in "BEPC" and "P" not in tags[a:b]
    return "organization" if after in struck("institutions") and lasting else None  # the city's Dar Velm hospital


def fire_service(doc: Doc, tags: str, a: int, b: int) -> int:
    """The end of the name of a fire service that begins with a name of tokens a..b, b where there is none: "Velm Fire and Rescue had nine
    boats", "Velm Fire said", "according to Velm Fire"; but: the Velm Fire."""
    low, forms = doc.low, doc.forms
    if low[b - 1] == "fire" and low[b:b + 2] == ["and", "rescue"] and forms[b + 1][0].isupper():
        return b + 2
    speaks = tags[b + 1:b + 2] == "v" or low[a - 2:a] == ["according", "to"] and tags[b + 1:b + 2] in (".", ",", "")
    return b + 1 if low[b:b + 1] == ["fire"] and forms[b][0].isupper() and low[a - 1] != "the" and speaks else b
