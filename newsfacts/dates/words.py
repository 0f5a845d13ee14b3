"""The tags of the dates stage, one character a token, and the values of its words.

Digits    1 day number 0-31   2 two digits above   4 year-like 1000-2199   9 other figures   # 3.12.2023   8 20231203
Words     c t y h number words (1-9, 10-19, tens, hundred and more)   g few, several   o ordinal   X st nd rd th
          M month   m May, March, Mar   v the same in lower case   W weekday   w its abbreviation   S season
          P part of the day   T today, tomorrow
          u unit   U units   G twenties   L last, next, this   D the   a a, an   q every, each   A ago, later, earlier   B before, after
          E early, late, mid, end   K fiscal   ~ about, nearly   p a.m.   z zone   O of   i in, on, at   & and   > to   f from, between
          H first word of a holiday   R word of a fixed phrase   r adjective (current)   Q Q3, H1   j half   s set (daily)   d period, time
          l yearlong   n its, his   b BC
Marks     - , . : / ' ( )      x any other token
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from newsfacts.late import kept_table
from newsfacts.lexicon import Tagger, load_json
from newsfacts.typed import Any

_MARKS = {"-": "-", "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", ",": ",", ".": ".", ":": ":", "/": "/", "'s": "'", "'": "'", "’": "'",
          "(": "(", ")": ")"}
_DOTTED = frozenset(((1, 1, 4), (1, 2, 4), (2, 1, 4), (2, 2, 4), (2, 2, 2), (1, 2, 2), (4, 2, 2)))  # digits of 3.12.2023 and its like
_TAGS = {"approximate": "~", "sequence": "L", "edges": "E", "vague": "g", "ordinals": "o", "decades": "G", "seasons": "S", "days": "T",
         "long": "l", "sets": "s", "months": "M", "weekdays": "W", "zones": "z"}
Entries = dict[str, list[tuple[tuple[str, ...], Any]]]


@cache
def data() -> Any:
    """The words of time, `data/dates.json`."""
    return load_json("dates")


class Lists:
    """The lists of words of a table as attributes, each made when it is first asked for: an attribute costs a tenth of a call."""

    def __init__(self, table: str) -> None:
        self._table = table

    def __getattr__(self, name: str) -> frozenset[str]:
        words = data()[self._table].get(name)
        if words is None:
            raise AttributeError(name)
        found = frozenset(words.split() if isinstance(words, str) else words)
        setattr(self, name, found)
        return found

    def __getitem__(self, name: str) -> frozenset[str]:
        found: frozenset[str] = getattr(self, name)
        return found


GROUP = Lists("groups")
TENSE = Lists("tense")  # the words of tense by their kind


def _entries(pairs: Iterable[tuple[str, tuple[str, ...], Any]]) -> Entries:
    """Key → (all words, value), the longest first."""
    out: Entries = {}
    for key, words, value in pairs:
        out.setdefault(key, []).append((words, value))
    for found in out.values():
        if len(found) > 1:
            found.sort(key=lambda entry: -len(entry[0]))
    return out


@cache
def holidays() -> Entries:
    """First word → (all words, (rule of the day, name)), the longest first."""
    return _entries((phrase.partition(" ")[0], tuple(phrase.split()), (rule, phrase)) for phrase, rule in data()["holidays"].items())


@cache
def holiday_seconds(first: str) -> frozenset[str] | None:
    """The words one of which must follow the first word of a holiday, new (year), all (saints, souls); None where it names one alone."""
    entries = holidays().get(first, [])
    return frozenset([words[1] for words, _ in entries]) if all(len(words) > 1 for words, _ in entries) else None


@cache
def refs() -> Entries:
    """Last word → (all words, PRESENT_REF, PAST_REF or FUTURE_REF), the longest first."""
    return _entries((p.rpartition(" ")[2], tuple(p.split()), value) for value, phrases in data()["refs"].items() for p in phrases)


@cache
def approximate() -> Entries:
    """First word → (all words, TIMEX3 modifier) of what loosens a number."""
    return _entries((phrase.partition(" ")[0], tuple(phrase.split()), value) for phrase, value in data()["approximate"].items())


@kept_table
def _table() -> dict[str, str]:
    d = data()
    tags: dict[str, str] = dict.fromkeys(holidays(), "H") | dict.fromkeys(refs(), "R")
    for name, tag in _TAGS.items():
        tags.update((w, tag) for w in d[name] if " " not in w)
    for word, value in d["cardinals"].items():
        tags[word] = "c" if value < 10 else "t" if value < 20 else "y" if value < 100 else "h"
    plurals = GROUP.plural_units
    tags.update((word, "U" if word in plurals else "u") for word in d["units"])
    tags.update(dict.fromkeys(d["ref_adjectives"], "r"))
    tags.update(dict.fromkeys(d["parts"], "P"))
    for tag, words in d["tags"].items():
        tags.update(dict.fromkeys(words.split(), tag))
    return tags | _MARKS


def classify(word: str, key: str) -> str:
    """The tag of a form."""
    if word in ("Q", "H"):
        return "Q"
    if key[:1].isdecimal():
        return _figure(key)
    tag = _table().get(key)
    capital = word[:1].isupper()
    if tag is None:
        return "w" if capital and key in data()["weekday_abbreviations"] else "x"
    if tag == "M":
        if key in GROUP.unsure_months:
            return "m" if capital else "v"
        return "M" if capital or len(key) > 4 or key in GROUP.lower_months else "x"
    if tag == "z" and not word.isupper() and key != "local" or tag == "b" and not capital:
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
    parts = key.split(".", 3)
    return "#" if len(parts) == 3 and all(p.isdecimal() for p in parts) and tuple(map(len, parts)) in _DOTTED else "9"


TAGGER = Tagger(classify)
