"""Countries that no list knows: names in -land, -stan or -ia that have an army or fire missiles ("Norland's general staff"), and others of
which more is told: "Tarn's defence ministry", "the Tarnian army"."""

from __future__ import annotations

from functools import cache

from newsfacts.actors.keys import Key
from newsfacts.actors.spot import Names
from newsfacts.actors.words import table
from newsfacts.drafts import ActorDraft

_ENDS = ("land", "stan", "ia")
_ADJECTIVES = ("n", "an", "ian", "i", "ese", "ish")  # Velmia: Velmian; Tarn: Tarnian, Tarni, Tarnese
_AGED = (",n,", ",n.")
_SHORTEST = 6  # letters
_SHORT = 4  # letters of a name that ends otherwise
_BEHIND = 4  # tokens behind an adjective in which the army stands
_OWNED = 5  # tokens behind a name in which the army that it owns stands
_ACT = 4  # tokens in which its verb stands
_ARMS = 10  # tokens in which what it fires stands


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(table()[kind].split())


def lands(names: Names) -> frozenset[Key]:
    """The names of one word that are countries by what they own or do, and that no person bears."""
    doc, tags = names.doc, names.tags
    if _words("of states").isdisjoint(doc.keys) and _words("acts of states").isdisjoint(doc.keys):
        return frozenset()
    out: set[Key] = set()
    borne: set[str] = set()
    owned: dict[Key, set[str]] = {}
    for first, last, key, *_ in names.list:
        if len(key) > 1 or tags[first - 1:first] in ("T", "Z") or tags[first - 2:first] == "Z." or tags[last:last + 3] in _AGED:
            borne.add(key[-1])  # Ivo Stranland; Capt. Stranland; Stranland, 31,
        elif key in out or (tags[first] != "A" or not doc.forms[first][1:2].islower()) and key[0] not in _words("half states"):
            continue
        elif key[0] in _words("half states") or len(key[0]) >= _SHORTEST and key[0].endswith(_ENDS):
            if tags[first - 1:first] not in ("T", "Z", "r") and _is_state(names, last):
                out.add(key)
            else:
                owned.setdefault(key, set())
        elif len(key[0]) >= _SHORT:
            owned.setdefault(key, set()).update(_owned(names, last))
    for key, things in owned.items():
        if len(things) > 1 or not _words("only of states").isdisjoint(things) or _armed(names, key[0]):
            out.add(key)
    return frozenset(key for key in out if key[0] not in borne)


def adjectives(states: frozenset[Key]) -> set[Key]:
    """What may be their adjectives: Tarn: Tarnian, Tarnians."""
    return {(land + ending + many,) for land, in states for ending in _ADJECTIVES for many in ("", "s")}


def told(actors: list[ActorDraft]) -> dict[str, str]:
    """The words that mean a country without a code among the actors, and their adjectives: tarn, tarnian: Tarn."""
    names = [actor.name for actor in actors if actor.kind == "country" and actor.country is None and " " not in actor.name]
    out = {(name + ending + many).lower(): name for name in names for ending in _ADJECTIVES for many in ("", "s")}
    return out | {name.lower(): name for name in names}


def _owned(names: Names, last: int) -> list[str]:
    """What only states have, or rulers too, of those of a name that ends before a token: "Tarn's navy", "Tarn's defence ministry"."""
    low = names.doc.low
    if low[last:last + 1] != ["'s"]:
        return []
    two = " ".join(low[last + 1:last + 3])
    return [two.replace(" ", "-")] if two in _phrases() else [w for w in low[last + 1:last + 2] if w in ("army", "navy", "military")]


@cache
def _phrases() -> frozenset[str]:
    return frozenset(word.replace("-", " ") for word in _words("only of states") | _words("of states and rulers"))


def _armed(names: Names, land: str) -> bool:
    """Whether the text has the adjective of a name on an army: "the Tarnian air force"."""
    doc = names.doc
    for ending in _ADJECTIVES:
        if land + ending in doc.keys:
            at = -1
            for _ in range(doc.low.count(land + ending)):
                at = doc.low.index(land + ending, at + 1)
                if doc.forms[at][0].isupper() and not _words("armies").isdisjoint(doc.low[at + 1:at + _BEHIND]):
                    return True
    return False


def _is_state(names: Names, last: int) -> bool:
    """Whether a name that ends before a token owns what states own, or does what states do."""
    low, tags = names.doc.low, names.tags
    if low[last:last + 1] == ["'s"]:
        return not _words("of states").isdisjoint(low[last + 1:last + _OWNED])
    last += 2 * (tags[last:last + 2] == "aA")  # Norland and Sudland exchanged
    at = next((t for t in range(last, min(last + _ACT, len(low))) if low[t] in _words("acts of states")), 0)
    plain = at > 0 and not {",", ".", "'", "(", ":"} & {*tags[last:at]}
    return plain and not _words("arms of states").isdisjoint(low[at + 1:at + _ARMS])
