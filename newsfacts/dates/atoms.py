"""The parts of temporal expressions: from a word that tells time (month, weekday, unit ...) to the left and to the right."""

from __future__ import annotations

from typing import NamedTuple

from newsfacts.dates.readings import Reading
from newsfacts.dates.words import approximate, data
from newsfacts.tokens import Doc


class Text(NamedTuple):
    """A text with its tags."""

    doc: Doc
    low: list[str]
    tags: str


class Atom(NamedTuple):
    """A found expression. kind: C day, T clock, B part of a day, G longer than a day, U duration, R fixed, S set."""

    first: int
    last: int
    kind: str
    type: str
    reading: Reading
    mod: str | None = None


_NUMBER = "ctyh1249g"


def number_before(t: Text, j: int, floor: int) -> tuple[float | None, int] | None:
    """The number that ends with token j: its value (None: vague) and first token."""
    low, tags = t.low, t.tags
    if j < floor:
        return None
    tag = tags[j]
    if tag == "g":
        first = j
        if low[j] in ("couple", "dozen") and j > floor and tags[j - 1] in "ac":
            first -= 1
        elif low[j] in ("few", "many") and j > floor and (tags[j - 1] == "a" or low[j - 1] in ("good", "very", "so", "too")):
            first -= 1
            if first > floor and tags[first] != "a" and tags[first - 1] == "a":
                first -= 1
        value: float | None = None
        if low[j] == "couple":
            value = 2
        elif low[j] == "dozen":
            value = 12
            if j > floor and tags[j - 1] == "c":
                value = 12 * data()["cardinals"][low[j - 1]]
        return value, first
    if low[j] == "of" and j - 1 >= floor and low[j - 1] in ("couple", "dozens"):
        found = number_before(t, j - 1, floor)
        return found
    if low[j] == "half" and j - 2 >= floor and low[j - 1] in ("a", "and"):
        back = j - 2 if low[j - 1] == "and" else j - 3
        if back >= floor and (low[j - 1] == "and" or low[j - 2] == "and"):
            found = number_before(t, back, floor)
            if found and found[0] is not None:
                return found[0] + 0.5, found[1]
        return None
    if tag not in _NUMBER:
        return None
    if tag in "1249":
        return _figure(t, j, floor)
    first = j
    while first > floor and j - first < 8 and (tags[first - 1] in "ctyh" or tags[first - 1] == "-" and first - 2 >= floor and tags[first - 2] == "y" or
                                                low[first - 1] == "and" and first - 2 >= floor and tags[first - 2] == "h"):
        first -= 1
    if tags[first] == "h" and first > floor and tags[first - 1] in "a149":
        first -= 1
    value = words_value(t, first, j + 1)
    return (value, first)


def _figure(t: Text, j: int, floor: int) -> tuple[float | None, int] | None:
    low, tags = t.low, t.tags
    if j - 3 >= floor and tags[j - 1] == "/" and t.doc.glued(j - 1) and low[j - 2].isdecimal() and low[j] != "0":
        if tags[j - 3] in "12" and low[j - 2:j + 1] == ["1", "/", "2"]:
            return int(low[j - 3]) + 0.5, j - 3
        return None
    text = low[j].replace(",", "")
    if len(text) > 12 or not text.isascii():
        return None
    try:
        value = float(text) if "." in text else int(text)
    except ValueError:
        return None
    return value, j


def words_value(t: Text, first: int, last: int) -> float:
    """The value of number words."""
    total, part = 0.0, 0.0
    cardinals = data()["cardinals"]
    for k in range(first, last):
        word = t.low[k]
        value = cardinals.get(word)
        if value is None:
            if t.tags[k] in "149":
                text = word.replace(",", "")
                part = float(text) if text.replace(".", "", 1).isdecimal() and len(text) < 12 else 0.0
            elif t.tags[k] == "a":
                part = 1
            continue
        if value == 100:
            part = (part or 1) * 100
        elif value > 100:
            total, part = total + (part or 1) * value, 0.0
        else:
            part += value
    whole = total + part
    return int(whole) if whole == int(whole) else whole


def year_in_words(t: Text, i: int) -> tuple[int, int] | None:
    """A year told in words: "nineteen ninety-seven", "two thousand three"; its value and last token."""
    tags, n = t.tags, len(t.tags)
    cardinals = data()["cardinals"]
    head = cardinals.get(t.low[i], 0)
    if head in (18, 19, 20) and i + 1 < n and tags[i + 1] in "ty":
        tail, last = cardinals[t.low[i + 1]], i + 2
        if tags[i + 1] == "y":
            k = last + 1 if tags[last:last + 1] == "-" else last
            if k < n and tags[k] == "c":
                tail, last = tail + cardinals[t.low[k]], k + 1
        return head * 100 + tail, last
    return None


def approximated(t: Text, first: int, floor: int) -> tuple[int, str | None]:
    """Takes in a loosening word before token `first`: "nearly", "more than", "at least"."""
    low = t.low
    for length in (4, 3, 2, 1):
        begin = first - length
        if begin >= floor:
            words = approximate().get(low[begin])
            if words:
                for phrase, mod in words:
                    if len(phrase) == length and tuple(low[begin:first]) == phrase:
                        return begin, mod
    return first, None


def duration(n: float | None, unit: str) -> str:
    """A TIMEX3 duration.

    >>> duration(2.5, "Y"), duration(3, "D"), duration(None, "W"), duration(90, "m")
    ('P2Y6M', 'P3D', 'PXW', 'PT90M')
    """
    letter = {"s": "S", "m": "M", "h": "H", "N": "D", "F": "W", "E": "WE", "T": "DE", "C": "CE", "L": "L", "H": "H", "G": "GN"}.get(unit, unit)
    time = "T" if unit in "smh" else ""
    if n is None:
        return f"P{time}X{letter}"
    if unit == "F":
        n *= 2
    if n == int(n):
        return f"P{time}{int(n)}{letter}"
    whole = int(n)
    if n - whole == 0.5 and unit in "Yhm":
        return f"P{time}{whole or ''}{letter if whole else ''}" + {"Y": "6M", "h": "30M", "m": "30S"}[unit]
    return f"P{time}{n:g}{letter}"
