"""Finds temporal expressions: one pattern over the tag string tells where a word of time stands, the parser of its class reads it."""

from __future__ import annotations

import re
from collections.abc import Callable

from newsfacts.dates import clocks, fixed, months, named, parts, units, years
from newsfacts.dates.atoms import Atom, Text
from newsfacts.dates.merge import merge
from newsfacts.dates.words import TAGGER
from newsfacts.drafts import Timex
from newsfacts.tokens import Doc

_NUMERIC = re.compile(r"4([-/])1\1[12](?![-/:]\d)|[12]([-/])[12]\2(?:4|[12])(?![-/])")
# A figure only before a colon or between hyphens; "the past" and "at present" only where no unit, month or weekday follows.
_CORE = re.compile(
    r"[12](?=:[12])|(?<=')2|X|t(?=[ty])|[124](?=[-/][12][-/][124])|1(?=/1[^-/1249])|[MmvWwPTSuUGHRrsldbzp8#4QAj]|(?<=[Di])L(?![uUctyh1249gdPSWMmoK-])|L(?=[,.)])"
)
Parser = Callable[[Text, int, int], list[Atom]]
_PARSERS: dict[str, tuple[Parser, ...]] = {
    "M": (months.month,), "m": (months.month,), "v": (months.month,), "W": (named.weekday,), "w": (named.weekday,),
    "S": (named.season,), "H": (named.holiday, fixed.ref), "X": (named.bare_day,), "Q": (named.quarter_code,),
    "4": (years.year,), "t": (years.spoken,), "b": (years.era,), "G": (years.decade_word,), "2": (years.short_decade,),
    "T": (parts.today,), "P": (parts.part,), "p": (clocks.meridiem,), "z": (clocks.zoned,),
    "u": (units.unit,), "U": (parts.early_hours, units.unit), "R": (fixed.ref,), "A": (fixed.ref,), "L": (fixed.ref,),
    "r": (fixed.adjective,), "s": (fixed.set_word,), "l": (fixed.long_word,), "d": (fixed.period,), "j": (fixed.half,),
}


def find(doc: Doc) -> list[Timex]:
    """The temporal expressions of a text, in text order, without values."""
    tags = "".join(TAGGER.tags(doc.forms))
    forms = doc.forms
    cuts = [first for first in doc.sent_firsts if first and forms[first - 1].rstrip(" \t\xa0") != forms[first - 1].rstrip()]
    t = Text(doc, doc.low, tags + " ", frozenset(cuts))
    cuts.append(len(forms))
    atoms: list[Atom] = []
    at = floor = block = 0
    search = _CORE.search
    while (match := search(tags, at)) is not None:
        i = match.start()
        while i >= t.end:
            floor, t.end, block = max(floor, t.end), cuts[block], block + 1
        found = _read(t, i, tags[i], floor)
        if found:
            atoms.extend(found)
            floor = max(floor, found[-1].last)
        at = max(i + 1, floor)
    t.end = len(forms)
    return [Timex(a.first, a.last, doc.starts[a.first], doc.ends[a.last - 1], a.type, mod=a.mod, raw=a.reading) for a in merge(t, atoms)]


def _read(t: Text, i: int, tag: str, floor: int) -> list[Atom]:
    if tag in "12" and t.tag(i + 1) == ":":
        return clocks.colon(t, i, floor)
    if tag in "124" and t.tag(i + 1) in "-/":
        match = _NUMERIC.match(t.tags, i)
        found = years.numeric(t, i, match.end()) if match else years.named(t, i) if t.tags[i:i + 3] == "1/1" else []
        if found or tag != "4":
            return found
    if tag in "8#":
        return years.numeric(t, i, i + 1)
    for parser in _PARSERS.get(tag, ()):
        found = parser(t, i, floor)
        if found:
            return found
    if tag == "P" and t.low[i] in ("night", "nights"):
        return units.unit(t, i, floor)
    return clocks.meridiem(t, i, floor) if t.low[i] == "hours" else []
