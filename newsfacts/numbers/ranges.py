"""Two numbers that bound one quantity: "5 to 7", "250-300", "six or seven", "between 3 and 5", "$20 to $25"."""

from __future__ import annotations

from typing import NamedTuple

from newsfacts.numbers import labels, units, values
from newsfacts.numbers.values import Atom
from newsfacts.report import Num
from newsfacts.tokens import Doc


class Range(NamedTuple):
    """Both bounds and the end (exclusive) of the second number."""

    last: int
    low: Num
    high: Num


SCORE = Range(-1, 0, 0)  # a result of a match or a vote: neither of its figures counts


def read(doc: Doc, tags: str, atom: Atom, start: int, money: bool) -> Range | None:
    """The range that begins with a number; `start` is the token of its currency symbol or its own first."""
    low, n, i = doc.low, len(tags), atom.last
    word = low[start - 1] if start else ""
    if i >= n or atom.fraction:
        return None
    unit = None
    if tags[i] not in "->|&":
        unit = units.after(doc, tags, i)
        if unit is None or unit.last >= n:
            return None
        i = unit.last
    mark = tags[i]
    if mark == "&" and word != "between" or mark not in "->|&":
        return None
    if mark == "-" and doc.glued(i - 1) != doc.glued(i):
        return None
    at = i + 1
    if low[at:at + 2] == ["up", "to"]:
        at += 2
    elif low[at:at + 3] == ["as", "many", "as"]:
        at += 3
    again = tags[at:at + 1] == "$" or tags[at + 1:at + 2] == "$"
    if again:
        if not money:
            return None
        at += 1 if tags[at] == "$" else 2
    if at >= n or tags[at] not in "DYoutyhza":
        return None
    other = values.read(doc, tags, at)
    if other is None or other.vague or other.fraction:
        return SCORE if other is None and mark == "-" and doc.glued(i) and tags[at] in "DY" else None
    lower, upper = atom.value, other.value
    if atom.scale == 1 and other.scale > 1 and unit is None and not again and lower < upper / other.scale:
        lower = int(lower * other.scale)
    if unit is not None:
        second = units.after(doc, tags, other.last)
        if second is None or second.name != unit.name:
            return None
    if mark == "-" and tags[atom.first] in "DY" and tags[at] in "DY" and labels.is_score(doc, tags, start, other.last, lower, upper):
        return SCORE
    if mark == "|" and not lower < upper <= lower * 3 + 2:
        return None
    if mark == ">" and (word == "by" and (unit or again) or upper <= lower and word != "from"):
        return None
    if mark in "&-" and upper <= lower:
        return None
    return Range(other.last, min(lower, upper), max(lower, upper))
