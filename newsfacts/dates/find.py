"""Finds temporal expressions: one pattern over the tag string tells where a word of time stands, the parser of its class reads it."""

from __future__ import annotations

import re
from collections.abc import Callable

from newsfacts.dates import clocks, fixed, months, named, parts, units, years
from newsfacts.dates.atoms import Atom, Text
from newsfacts.dates.merge import merge
from newsfacts.dates.stamps import dotted
from newsfacts.dates.words import TAGGER, holiday_seconds, refs
from newsfacts.drafts import Timex
from newsfacts.tokens import Doc

_NUMERIC = r"4([-/])1\1[12](?![-/:]\d)|[12]([-/])[12]\2(?:4|[12])(?![-/])"  # compiled with the first such text
_CORES = "MmvwWPTSuUGHRrsldbzp8#4QAjX12tL"  # the tags at which an expression is looked for, those of _BY_WORDS by the words beside
_BY_WORDS = "AHL12t"
_MARKED = str.maketrans(_CORES, "!" * len(_CORES))
Parser = Callable[[Text, int, int], list[Atom]]
_PARSERS: dict[str, tuple[Parser, ...]] = {
    "M": (months.month,), "m": (months.month,), "v": (months.month,), "W": (named.weekday,), "w": (named.weekday,),
    "S": (named.season,), "H": (named.holiday,), "X": (named.bare_day, named.holiday), "Q": (named.quarter_code,),
    "4": (years.year,), "t": (years.spoken,), "b": (years.era,), "G": (years.decade_word,), "2": (years.short_decade,),
    "T": (parts.today,), "P": (parts.part,), "p": (clocks.meridiem,), "z": (clocks.zoned,),
    "u": (units.unit,), "U": (parts.early_hours, units.unit), "R": (fixed.ref,), "A": (fixed.ref,), "L": (fixed.ref,),
    "1": (years.short_decade,),
    "r": (fixed.adjective,), "s": (fixed.set_word,), "l": (fixed.long_word,), "d": (fixed.period,), "j": (fixed.half, clocks.spoken),
}


def find(doc: Doc) -> list[Timex]:
    """The temporal expressions of a text, in text order, without values."""
    tags = doc.tag_string(TAGGER)
    forms = doc.forms
    cuts = [first for first in doc.sent_firsts
            if first and (form := forms[first - 1]) != ". " and form.rstrip(" \t\xa0") != form.rstrip()]
    t = Text(doc, doc.low, tags + "     ", frozenset(cuts))
    cuts.append(len(forms))
    atoms: list[Atom] = []
    at = floor = block = 0
    padded, marked = t.tags, tags.translate(_MARKED)
    while (i := marked.find("!", at)) >= 0:
        tag = tags[i]
        if tag in _BY_WORDS and not _begins(padded, t.low, i, tag):
            at = i + 1
            continue
        while i >= t.end:
            floor, t.end, block = max(floor, t.end), cuts[block], block + 1
        found = _read(t, i, tag, floor)
        if found:
            atoms.extend(found)
            floor = max(floor, found[-1].last)
        at = max(i + 1, floor)
    t.end = len(forms)
    if stamps := dotted(doc):
        taken = {token for a in atoms for token in range(a.first, a.last)}
        atoms += [Atom(token, token + 1, "T", "TIME", clock) for token, clock in stamps if token not in taken]
        atoms.sort(key=lambda a: a.first)
    return [Timex(a.first, a.last, doc.starts[a.first], doc.ends[a.last - 1], a.type, None, None, None, a.mod, "none", a.reading)
            for a in merge(t, atoms)]


def _begins(tags: str, low: list[str], i: int, tag: str) -> bool:
    """Whether a figure, a number word, "last", "ago" or the first word of a holiday may begin or end an expression: figures before a
    colon, between hyphens, after an apostrophe; nineteen ninety-seven; "the past" and "at present", where no unit, month or weekday
    follows; "long ago", no "later"; "all souls"."""
    if tag == "H":
        seconds = holiday_seconds(low[i])
        return seconds is None or i + 1 < len(low) and low[i + 1] in seconds
    if tag in "AL" and low[i] not in refs():
        return False
    after = tags[i + 1]
    if tag == "A":
        return True
    if tag == "L":
        return after in ",.)" or i > 0 and tags[i - 1] in "Di" and after not in "uUctyh1249gdjPSWMmoK-"
    if tag == "t":
        return after in "ty"
    if after == ":":
        return tags[i + 2] in "12"
    if tag == "2" and after in "'x" and tags[i - 1] in "DE":
        return True  # the 90s, the 90's
    if after in "-/" and tags[i + 2] in "12":
        return tags[i + 3] in "-/" and tags[i + 4] in "124" or tag == tags[i + 2] == "1" and after == "/" and tags[i + 3] not in "-/1249"
    return i > 0 and tags[i - 1] in "'K"


def _read(t: Text, i: int, tag: str, floor: int) -> list[Atom]:
    if tag in "124":
        after = t.tag(i + 1)
        if after == ":" and tag != "4":
            return clocks.colon(t, i, floor)
        if after in "-/":
            match = re.match(_NUMERIC, t.tags[i:i + 8])
            found = years.numeric(t, i, i + match.end()) if match else years.named(t, i) if t.tags[i:i + 3] == "1/1" else []
            if found or tag != "4":
                return found
    elif tag in "8#":
        return years.numeric(t, i, i + 1)
    for parser in _PARSERS[tag]:
        found = parser(t, i, floor)
        if found:
            return found
    if tag == "P" and t.low[i] in ("night", "nights"):
        return units.unit(t, i, floor)
    return clocks.meridiem(t, i, floor) if t.low[i] == "hours" else []
