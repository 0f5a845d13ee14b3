"""The tags of the dates stage, one character a token, and the values of its words.

Digits    1 day number 0-31   2 two digits above   4 year-like 1000-2199   9 other figures   # 3.12.2023   8 20231203
Words     c t y h number words (1-9, 10-19, tens, hundred and more)   g few, several   o ordinal   X st nd rd th
          M month   m May, March, Mar   W weekday   w its abbreviation   S season   P part of the day   T today, tomorrow
          u unit   U units   G twenties   L last, next, this   D the   a a, an   q every, each   A ago, later, earlier   B before, after
          E early, late, mid, end   K fiscal   ~ about, nearly   p a.m.   z zone   O of   i in, on, at   & and   > to   f from, between
          H first word of a holiday   R first word of a fixed phrase   r adjective (current)   Q Q3, H1   j half   s set (daily)   d period, time   l yearlong   n its, his
Marks     - , . : / ' ( )
"""

from __future__ import annotations

from functools import cache
from typing import Any

from newsfacts.lexicon import Tagger, load_json

_MARKS = {"-": "-", "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", ",": ",", ".": ".", ":": ":", "/": "/", "'s": "'", "'": "'", "’": "'",
          "(": "(", ")": ")", "st": "X", "nd": "X", "rd": "X", "th": "X"}
_GRAMMAR = {
    "the": "D", "a": "a", "an": "a", "of": "O", "in": "i", "on": "i", "at": "i", "by": "i", "during": "i", "into": "i", "and": "&", "or": "&", "to": ">",
    "till": ">", "until": ">", "through": ">", "thru": ">", "from": "f", "between": "f", "ago": "A", "later": "A", "hence": "A", "before": "B", "after": "B",
    "earlier": "A", "since": "B", "each": "q", "every": "q", "per": "q", "am": "p", "a.m": "p", "a.m.": "p", "pm": "p", "p.m": "p", "p.m.": "p", "o'clock": "p", "period": "d",
    "periods": "d", "time": "d", "date": "d", "moment": "d", "fiscal": "K", "financial": "K", "its": "n", "his": "n", "their": "n", "her": "n", "our": "n", "my": "n", "your": "n",
    "following": "L", "anniversary": "d", "bc": "b", "b.c": "b", "b.c.": "b", "bce": "b", "ad": "b", "a.d": "b", "a.d.": "b", "ce": "b", "b.c.e.": "b",
    "half": "j", "hrs": "p", "hours": "U", "era": "d",
}


_DOTTED = frozenset(((1, 1, 4), (1, 2, 4), (2, 1, 4), (2, 2, 4), (2, 2, 2), (1, 2, 2), (4, 2, 2)))


class Phrases(dict[str, list[tuple[tuple[str, ...], Any]]]):
    """First word → (all words, value), the longest first."""

    def add(self, phrase: str, value: Any) -> None:
        """Enters a phrase, its words parted by blanks."""
        words = tuple(phrase.split())
        entries = self.setdefault(words[0], [])
        entries.append((words, value))
        entries.sort(key=lambda e: -len(e[0]))

    def match(self, low: list[str], i: int) -> tuple[int, Any] | None:
        """The end and value of the longest phrase that begins at token i."""
        for words, value in self.get(low[i], ()):
            end = i + len(words)
            if len(words) == 1 or tuple(low[i:end]) == words:
                return end, value
        return None


@cache
def data() -> Any:
    """The words of time, `data/dates.json`."""
    return load_json("dates")


@cache
def holidays() -> Phrases:
    """The named days; value: the rule for their day."""
    out = Phrases()
    for phrase, rule in data()["holidays"].items():
        out.add(phrase, (rule, phrase))
        if phrase in ("christmas", "easter", "new year"):
            out.add(phrase + "time" if phrase != "new year" else "the new year", (rule, phrase))
    return out


@cache
def refs() -> Phrases:
    """The fixed phrases; value: PRESENT_REF, PAST_REF or FUTURE_REF."""
    out = Phrases()
    for value, phrases in data()["refs"].items():
        for phrase in phrases:
            out.add(phrase, value)
    return out


@cache
def approximate() -> Phrases:
    """The words before a number that loosen it; value: the TIMEX3 modifier."""
    out = Phrases()
    for phrase, value in data()["approximate"].items():
        out.add(phrase, value)
    return out


@cache
def _table() -> dict[str, str]:
    d = data()
    tags: dict[str, str] = {}
    for phrases, tag in ((holidays(), "H"), (refs(), "R")):
        tags.update((w, tag) for w in phrases if w not in ("the", "a", "in", "at", "not", "this", "these"))
    for group, tag in (("approximate", "~"), ("sequence", "L"), ("edges", "E"), ("vague", "g"), ("ordinals", "o"), ("decades", "G"), ("seasons", "S"), ("parts", "P"),
                       ("days", "T"), ("long", "l"), ("sets", "s"), ("months", "M"), ("weekdays", "W"), ("zones", "z")):
        tags.update((w, tag) for w in d[group] if " " not in w)
    for word, value in d["cardinals"].items():
        tags[word] = "c" if value < 10 else "t" if value < 20 else "y" if value < 100 else "h"
    for word, unit in d["units"].items():
        tags[word] = "U" if word.endswith("s") and word not in ("hrs",) or word == "millennia" else "u"
    tags.update(dict.fromkeys(d["ref_adjectives"], "r"))
    tags["second"] = "o"
    tags["seconds"] = "U"
    tags["present"] = "L"
    tags["night"] = "P"
    tags["nights"] = "P"
    return tags | _MARKS | _GRAMMAR


def classify(word: str, key: str) -> str:
    """The tag of a form."""
    if word in ("Q", "H"):
        return "Q"
    first = key[:1]
    if first.isdecimal():
        return _figure(key)
    tag = _table().get(key)
    if tag is None:
        if word[:1].isupper() and key in data()["weekday_abbreviations"]:
            return "w"
        return "x"
    if tag == "M":
        if key in ("may", "march", "mar"):
            return "m" if word[:1].isupper() else "v"
        return "M" if len(key) > 4 or word[:1].isupper() or key in ("june", "july", "sept") else "x"
    if tag == "z" and not word.isupper() and key != "local":
        return "x"
    if tag == "b" and not word[:1].isupper():
        return "x"
    return tag


def _figure(key: str) -> str:
    n = len(key)
    if not key.isascii():
        return "9"
    if key.isdecimal():
        if n <= 2:
            return "1" if int(key) <= 31 else "2"
        if n == 4 and "1000" <= key < "2200":
            return "4"
        return "8" if n == 8 and "19000101" <= key < "22000000" else "9"
    parts = key.split(".")
    if len(parts) == 3 and all(p.isdecimal() for p in parts) and tuple(map(len, parts)) in _DOTTED:
        return "#"
    return "9"


TAGGER = Tagger(classify)
