"""Places that stand for their teams: "Velmark beat Karo 2-1", in a report on sport."""

from __future__ import annotations

from functools import cache

from newsfacts.actors.keys import Key
from newsfacts.actors.words import struck, table
from newsfacts.tokens import Doc

_ENOUGH = 6  # words of sport that make a report one on sport
_STAYS = frozenset("iY")  # prepositions of places: in Velmark
_NATIONS = frozenset(("england", "scotland", "wales"))
_SINGLES = frozenset("tennis wimbledon boxing boxer bout golf golfer cyclist cycling snooker judo wrestling wrestler athletics".split())
_LOCAL = frozenset(("from", "of"))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(table()["sport"][kind].split())


def sporting(doc: Doc) -> bool:
    """Whether a text is a report on sport."""
    return not doc.keys.isdisjoint(_words("surely")) and len(doc.keys & _words("words")) >= _ENOUGH


def plays(doc: Doc, first: int, last: int, kind: str | None = "place") -> bool:
    """Whether the place named by tokens first..last plays a game here: it wins, is beaten, or has a coach; the "Norland striker" is from
    the country."""
    low = doc.low
    if first and low[first - 1] in _words("before"):
        return True
    if low[last:last + 2] == [",", "who"] and kind == "place":
        return True  # Velm Town, who drew
    after = low[last + (low[last:last + 1] == ["'s"])] if last + 1 < len(low) else ""
    if (kind == "country" or low[first] in _NATIONS) and low[last:last + 1] == [after] and after in struck("players"):
        return False
    return after in _words("owned") or low[last:last + 1] == [after] and after in _words("verbs")


def clubs(doc: Doc, names: list[tuple[int, int, Key]]) -> set[str]:
    """The names of one word, in a report on sport, that have a coach or goalkeeper, or play as teams do: "Velmark drew with Karo"."""
    low, found = doc.low, set[str]()
    alone = not doc.keys.isdisjoint(_SINGLES)
    for first, last, key in names:
        if len(key) == 1 and last + 1 < len(low):
            owner = low[last + 1] if low[last] == "'s" else low[last]
            if owner in _words("owned") or not alone and (low[last] in _words("team verbs") or first > 1 and (
                    low[first - 1] in _words("team verbs") or " ".join(low[first - 2:first]) in _words_of_two())):
                found.add(key[0])
    return found


@cache
def _words_of_two() -> frozenset[str]:
    return frozenset(word.replace("-", " ") for word in _words("before teams"))


def local(tags: str, low: list[str], first: int) -> bool:
    """Whether a preposition says that something is there: "in Velmark", "a man from Velmark"."""
    return first > 0 and (tags[first - 1] in _STAYS or low[first - 1] in _LOCAL)


def teams(doc: Doc, places: list[tuple[int, int, Key, str | None]]) -> set[Key]:
    """The names of places that play in a report on sport; `places`: the first and last token of each mention, its key and kind."""
    return {key for first, last, key, kind in places if plays(doc, first, last, kind)}
