"""The parts of temporal expressions, and what the parsers share: looking at tokens, reading numbers, writing durations."""

from __future__ import annotations

from newsfacts.dates.readings import Reading, Record
from newsfacts.dates.words import GROUP, approximate, data
from newsfacts.tokens import Doc

_NUMBER = "ctyh1249g"


class Atom(Record):
    """A found expression. kind: C day, T clock, B part of a day, G longer than a day, U duration, F first or last units, R fixed, S set;
    O (the day before ...) and N (the first week of ...) are dropped unless they are joined to a date."""

    __slots__ = ("first", "kind", "last", "mod", "reading", "type")

    def __init__(self, first: int, last: int, kind: str, type: str, reading: Reading, mod: str | None = None) -> None:
        self.first, self.last, self.kind, self.type, self.reading, self.mod = first, last, kind, type, reading, mod


class Text:
    """A text with its tags; behind `end` (that of the block read just now) a tag is a blank, a word is empty."""

    __slots__ = ("cuts", "doc", "end", "low", "month_first", "tags")

    def __init__(self, doc: Doc, low: list[str], tags: str, cuts: frozenset[int]) -> None:
        self.doc = doc
        self.low = low
        self.tags = tags  # with a blank at the end
        self.cuts = cuts  # first tokens of blocks: a line or paragraph that is its own sentence
        self.end = 0
        self.month_first: bool | None = None  # how the text writes 03/04/2023, once asked

    def tag(self, i: int) -> str:
        """The tag of token i."""
        return self.tags[i] if 0 <= i < self.end else " "

    def word(self, i: int) -> str:
        """The look-up key of token i."""
        return self.low[i] if 0 <= i < self.end else ""

    def follows(self, i: int, *words: str) -> bool:
        """Whether these words stand from token i on."""
        n = len(words)
        return i + n <= self.end and (n == 0 or self.low[i] == words[0] and (n == 1 or self.low[i + 1:i + n] == list(words[1:])))

    def capital(self, i: int) -> bool:
        """Whether token i begins with a capital."""
        return 0 <= i < self.end and self.doc.forms[i][:1].isupper()

    def titled(self, i: int) -> bool:
        """Whether token i has a capital as names have: not in a headline, and not all capitals."""
        title = self.doc.headline
        return self.capital(i) and not self.doc.forms[i].isupper() and not (title is not None and title[0] <= i < title[1])

    def name(self, i: int) -> bool:
        """Whether token i is a capitalised word that tells no time."""
        return self.tag(i) == "x" and self.capital(i) and self.low[i].isalpha()

    def plural(self, i: int) -> bool:
        """Whether token i looks like a plural noun."""
        word = self.word(i)
        return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and word.isalpha() and self.tags[i] in "xU"

    def glued(self, i: int) -> bool:
        """Whether no white space stands between token i and the next."""
        return i >= 0 and self.doc.glued(i)

    def article(self, i: int, floor: int, tags: str = "D") -> int:
        """i, or i - 1 where an article (or another of `tags`) stands there."""
        return i - 1 if i - 1 >= floor and self.tags[i - 1] in tags else i

    def ends(self, i: int) -> bool:
        """Whether no noun stands at token i that a figure before it would count."""
        return self.tag(i) in " ,.)(iO4:;->&fBAP" or not self.low[i].isalpha() or self.low[i] in GROUP.day_ends


def number_before(t: Text, j: int, floor: int) -> tuple[float | None, int] | None:
    """The number that ends with token j: its value (None: vague) and first token."""
    if j < floor:
        return None
    tag, word = t.tags[j], t.low[j]
    if tag == "g":
        return _vague(t, j, floor)
    if word == "of" and j > floor and t.low[j - 1] in GROUP.many_of:
        return _vague(t, j - 1, floor)
    if word == "half":
        return _and_half(t, j, floor)
    if tag not in _NUMBER:
        return None
    if tag in "1249":
        return _figure(t, j, floor)
    first = j
    while first > floor and j - first < 8:
        pair = first - 2 >= floor and (t.tags[first - 2:first] == "y-" or t.low[first - 1] == "and" and t.tags[first - 2] == "h")
        if not pair and t.tags[first - 1] not in "ctyh":
            break
        first -= 1
    if t.tags[first] == "h" and first > floor and t.tags[first - 1] in "a1249":
        first -= 1
    return words_value(t, first, j + 1), first


def _vague(t: Text, j: int, floor: int) -> tuple[float | None, int] | None:
    """A few, several, a couple, two dozen; no number in "the third in as many days"."""
    word, first = t.low[j], j
    if word == "many" and t.word(j - 1) == "as":
        return None
    if word == "dozen" and (half := next((k for k in (j - 1, j - 2) if k >= floor and t.low[k] == "half"), None)) is not None:
        return 6, t.article(half, floor, "a")  # half a dozen, a half-dozen
    if word in ("couple", "dozen"):
        first = t.article(j, floor, "ac")
        times = data()["cardinals"].get(t.low[first], 1)
        return (2 if word == "couple" else 12 * times), first
    if word == "number":
        return None, t.article(j, floor, "a")
    if word in ("few", "many"):
        first = t.article(j, floor, "a")
        if first == j and j > floor and t.low[j - 1] in ("good", "very", "so", "too"):
            first = t.article(j - 1, floor, "a")
    return None, first


def _and_half(t: Text, j: int, floor: int) -> tuple[float | None, int] | None:
    """Two and a half, two and half."""
    back = j - 2 if t.word(j - 1) == "and" else j - 3 if t.low[max(0, j - 2):j] == ["and", "a"] else -1
    if t.low[max(0, j - 5):j] == ["-", "and", "-", "a", "-"]:
        back = j - 6  # two-and-a-half-year
    found = number_before(t, back, floor) if back >= floor else None
    return (found[0] + 0.5, found[1]) if found and found[0] is not None else None


def _figure(t: Text, j: int, floor: int) -> tuple[float | None, int] | None:
    low = t.low
    if j - 3 >= floor and t.tags[j - 1] == "/" and t.glued(j - 1):
        return (int(low[j - 3]) + 0.5, j - 3) if t.tags[j - 3] in "12" and t.follows(j - 2, "1", "/", "2") else None
    text = low[j].replace(",", "")
    if len(text) > 12 or not text.isascii() or not text.replace(".", "", 1).isdecimal():
        return None
    return (float(text) if "." in text else int(text)), j


def words_value(t: Text, first: int, last: int) -> float:
    """The value of number words."""
    total, part = 0.0, 0.0
    for k in range(first, last):
        value = data()["cardinals"].get(t.low[k])
        if value is None:
            text = t.low[k].replace(",", "")
            if t.tags[k] == "a":
                part = 1
            elif len(text) < 12 and text.isascii() and text.replace(".", "", 1).isdecimal():
                part = float(text)
        elif value == 100:
            part = (part or 1) * 100
        elif value > 100:
            total, part = total + (part or 1) * value, 0.0
        else:
            part += value
    whole = total + part
    return int(whole) if whole == int(whole) else whole


def year_in_words(t: Text, i: int) -> tuple[int, int] | None:
    """A year as it is spoken, nineteen ninety-seven: its value and last token."""
    cardinals = data()["cardinals"]
    head = cardinals.get(t.low[i], 0)
    if head not in (18, 19, 20) or t.tag(i + 1) not in "ty":
        return None
    tail, last = cardinals[t.low[i + 1]], i + 2
    if t.tag(i + 1) == "y":
        k = last + (t.tag(last) == "-")
        if t.tag(k) == "c":
            tail, last = tail + cardinals[t.low[k]], k + 1
    return head * 100 + tail, last


def approximated(t: Text, first: int, floor: int) -> tuple[int, str | None]:
    """Takes in a loosening word before token `first`: "nearly", "more than", "at least"; its TIMEX3 modifier."""
    for length in (4, 3, 2, 1):
        begin = first - length
        if begin >= floor:
            for words, mod in approximate().get(t.low[begin], ()):
                if len(words) == length and t.follows(begin, *words):
                    return begin, mod
    return first, None


def duration(n: float | None, unit: str) -> str:
    """A TIMEX3 duration.

    >>> duration(2.5, "Y"), duration(3, "D"), duration(None, "W"), duration(90, "m")
    ('P2Y6M', 'P3D', 'PXW', 'PT90M')
    """
    if unit in "TC":  # ISO 8601 has no decades
        n, unit = None if n is None else n * (10 if unit == "T" else 100), "Y"
    letter = {"s": "S", "m": "M", "h": "H", "N": "D", "F": "W", "E": "WE", "T": "DE", "C": "CE", "G": "GN"}.get(unit, unit)
    time = "T" if unit in "smh" else ""
    if n is None:
        return f"P{time}X{letter}"
    if unit == "F":
        n *= 2
    whole = int(n)
    if n == whole:
        return f"P{time}{whole}{letter}"
    if n == 0.5 and unit == "D":
        return "PT12H"
    if n - whole == 0.5 and unit in "Yhm":
        return f"P{time}{whole or ''}{letter if whole else ''}" + {"Y": "6M", "h": "30M", "m": "30S"}[unit]
    return f"P{time}{n:g}{letter}"
