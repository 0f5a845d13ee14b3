"""Finds temporal expressions: one pattern over the tag string tells where a word of time stands, the parsers of its class read it."""

from __future__ import annotations

import re
from collections.abc import Callable

from newsfacts.dates import clocks, days, units
from newsfacts.dates.atoms import Atom, Text
from newsfacts.dates.merge import merge
from newsfacts.dates.words import TAGGER
from newsfacts.drafts import Timex
from newsfacts.tokens import Doc

_NUMERIC = re.compile(r"4([-/])1\1[12](?![-/:]\d)|[12]([-/])[12]\2(?:4|[12])(?![-/])")
_CORE = re.compile(r"[12](?=:[12])|(?<=')2|X|t(?=[ty])|[124](?=[-/][12][-/][124])|[MmvWwPTSuUGHRrsldbzp8#4QAj]|(?<=[Di])L(?![uUctyh1249gdPSWMmoK-])|L(?=[,.)])")
Parser = Callable[[Text, int, int], list[Atom]]


_PARSERS: dict[str, Parser] = {
    "M": days.month, "m": days.month, "v": days.month, "W": days.weekday, "w": days.weekday, "P": clocks.part, "T": clocks.today, "S": days.season,
    "X": days.bare_day, "t": days.year_words, "j": units.half, "G": units.decade_word, "R": units.ref, "r": units.adjective, "s": units.set_word, "l": units.long_word, "d": units.period, "b": days.before_christ,
    "z": clocks.zone, "p": clocks.meridiem, "4": days.year, "A": units.ref, "L": units.ref,
}


def find(doc: Doc) -> list[Timex]:
    """The temporal expressions of a text, in text order, without values."""
    tags = "".join(doc.tags(TAGGER))
    t = Text(doc, doc.low, tags)
    atoms: list[Atom] = []
    at = floor = 0
    search = _CORE.search
    while (match := search(tags, at)) is not None:
        i = match.start()
        found = _read(t, i, tags[i], floor)
        if found:
            atoms.extend(found)
            floor = max(floor, found[-1].last)
        at = max(i + 1, floor)
    return [
        Timex(a.first, a.last, doc.starts[a.first], doc.ends[a.last - 1], a.type, mod=a.mod, raw=a.reading) for a in merge(t, atoms)
    ]


def _read(t: Text, i: int, tag: str, floor: int) -> list[Atom]:
    tags = t.tags
    if tag in "124" and tags[i + 1:i + 2] in ("-", "/"):
        match = _NUMERIC.match(tags, i)
        if match is not None:
            found = days.numeric(t, i, match.end())
            if found:
                return found
        if tag != "4":
            return []
    if tag in "12" and tags[i + 1:i + 2] == ":":
        return clocks.colon(t, i, floor)
    if tag in "8#":
        return days.numeric(t, i, i + 1)
    if tag in "uU":
        return units.early_hours(t, i, floor) or units.unit(t, i, floor) or (clocks.meridiem(t, i, floor) if t.low[i] == "hours" else [])
    if tag == "H":
        return days.holiday(t, i, floor) or units.ref(t, i, floor)
    if tag == "P" and t.low[i] in ("night", "nights"):
        return clocks.part(t, i, floor) or units.unit(t, i, floor)
    if tag == "Q":
        return days.quarter_code(t, i, floor)
    if tag == "2":
        return days.short_decade(t, i, floor)
    return _PARSERS[tag](t, i, floor)
