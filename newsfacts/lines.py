"""The lines of a text: to which width they are filled, which breaks are meant, which lines belong to the page and not to the report."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from newsfacts.late import late
from newsfacts.lexicon import load_json

_WIDTHS = 30, 130  # least and most characters of full lines
_BLANKS = 8  # at the end of a line
_HEADING = 40  # a line of fewer characters is a heading, where lines are filled unevenly
_DASHED = ")–—"  # ends of a dateline that is a line of its own
_BULLETS = "-•*·"
_LONG = 160  # characters: no line of the page has more


@cache
def _page() -> dict[str, list[re.Pattern[str]]]:
    """The first word of a line of the page → the patterns of such lines."""
    out: dict[str, list[re.Pattern[str]]] = {}
    for row in load_json("page")["line"]:
        pattern = late(row["match"])
        for word in row["first"].split():
            out.setdefault(word, []).append(pattern)
    return out


def of_the_page(first: str, text: str, start: int, end: int) -> bool:
    """Whether a line of a text, with its first word in small letters, belongs to the page: "Updated 2 hours ago", "Share this article"."""
    found = _page().get("0" if first.isdecimal() else first, _page().get(")") if text[end - 1] in _DASHED else None)
    return found is not None and end - start <= _LONG and any(pattern.fullmatch(text, start, end) for pattern in found)


def width(text: str) -> int:
    """The width to which the lines of a text are filled, whose breaks then stand inside sentences; 0 where no lines are filled,
    negative where they are but unevenly: lines shorter than that are headings.

    A line is full where the first word of the next one would not have fitted. Most lines are, and often the next goes on in small
    letters or all in capitals (as the lines of a list of headlines do not); none is long.
    """
    lines = text[:20_000].splitlines()
    if not _WIDTHS[0] <= max(map(len, lines), default=0) <= _WIDTHS[1] + _BLANKS:
        return 0
    lines = [line.rstrip() for line in lines]
    most = max(map(len, lines))
    if most > _WIDTHS[1]:
        return 0
    pairs = full = broken = continued = 0
    for line, following in pairwise(lines):
        begin = following.lstrip()
        if not line or not begin:
            continue
        pairs += 1
        full_line = len(line) + 1 + len(begin.split(None, 1)[0]) > most
        full += full_line
        if (full_line or len(line) > _HEADING) and line[-1] not in ".!?:”\"" and begin[0].isalnum():
            broken += 1
            continued += begin[0].islower() or following.isupper()
    if full >= 2 and full * 3 > pairs * 2 and continued * 3 > broken:
        return most
    return -_HEADING if broken >= 3 and continued * 2 > broken and broken * 2 > sum(len(x) > _HEADING for x in lines) else 0


def meant(text: str, match: re.Match[str], filled: int) -> bool:
    """Whether a line break is meant, in a text whose lines are filled: the next word would have fitted, or a bullet follows."""
    at = match.end()
    length = match.start() - text.rfind("\n", 0, match.start()) - 1
    if text[at] in _BULLETS and text[at + 1:at + 2].isspace():
        return text[at] != "-" or text[match.start() - 1] in ".;:,"
    if filled < 0:
        return length < -filled
    word = next((k for k in range(1, filled) if not text[at + k:at + k + 1].strip()), filled)
    return length + 1 + word <= filled
