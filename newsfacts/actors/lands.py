"""Countries that no list knows: names in -land, -stan or -ia that have an army or fire missiles ("Norland's general staff")."""

from __future__ import annotations

from functools import cache

from newsfacts.actors.keys import Key
from newsfacts.actors.spot import Names
from newsfacts.actors.words import table

_ENDS = ("land", "stan", "ia")
_AGED = (",n,", ",n.")
_SHORTEST = 6  # letters
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
    for first, last, key, *_ in names.list:
        if len(key) > 1 or tags[first - 1:first] in ("T", "Z") or tags[first - 2:first] == "Z." or tags[last:last + 3] in _AGED:
            borne.add(key[-1])  # Ivo Stranland; Capt. Stranland; Stranland, 31,
        elif key not in out and tags[first] == "A" and len(key[0]) >= _SHORTEST and key[0].endswith(_ENDS) and (
                doc.forms[first][1].islower() and tags[first - 1:first] not in ("T", "Z", "r") and _is_state(names, last)):
            out.add(key)
    return frozenset(key for key in out if key[0] not in borne)


def _is_state(names: Names, last: int) -> bool:
    """Whether a name that ends before a token owns what states own, or does what states do."""
    low, tags = names.doc.low, names.tags
    if low[last:last + 1] == ["'s"]:
        return not _words("of states").isdisjoint(low[last + 1:last + _OWNED])
    last += 2 * (tags[last:last + 2] == "aA")  # Norland and Sudland exchanged
    at = next((t for t in range(last, min(last + _ACT, len(low))) if low[t] in _words("acts of states")), 0)
    plain = at > 0 and not {",", ".", "'", "(", ":"} & {*tags[last:at]}
    return plain and not _words("arms of states").isdisjoint(low[at + 1:at + _ARMS])
