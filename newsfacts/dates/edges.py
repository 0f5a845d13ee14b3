"""What narrows a time: early next year, mid-November, the end of the month, late in 1998, early on Sunday."""

from __future__ import annotations

from newsfacts.dates.atoms import Atom, Text
from newsfacts.dates.readings import Day, Edge
from newsfacts.dates.words import data, group


def edged(t: Text, atom: Atom, floor: int) -> Atom:
    """An expression with the word that narrows it; "earlier" and "later" stay outside (TimeML)."""
    j = atom.first - 1
    if j < floor or atom.first in t.cuts or atom.kind not in "CGB" or isinstance(atom.reading, Edge) or atom.type not in ("DATE", "TIME"):
        return atom
    word, before = t.low[j], t.word(j - 1) if j > floor else ""
    if word in group("edges_in") and t.tags[j] == "E":
        return _with(atom, t.article(j, floor) if atom.kind != "C" else j, word)
    if t.tags[j] == "-" and before in group("edges_in"):
        month = isinstance(atom.reading, Day) and atom.reading.month is not None
        return _with(atom, j - 1 if month else t.article(j - 1, floor), before)
    if word == "of" and before in group("edges_of"):
        first = j - 1
        if t.word(first - 1) == "very" and first - 1 >= floor:
            first -= 1
        return _with(atom, t.article(first, floor), before)
    if before in ("early", "late") and (word == "in" and atom.kind in "GB" or word == "on" and atom.kind in "CB"):
        return _with(atom, j - 1, before)
    return atom


def _with(atom: Atom, first: int, word: str) -> Atom:
    return atom._replace(first=first, reading=Edge(data()["edges"][word], atom.reading))
