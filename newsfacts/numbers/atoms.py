"""What the readers of bare numbers share: the number with its tokens, the values of number words, digits."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from newsfacts.late import compiled, late
from newsfacts.lexicon import load_json
from newsfacts.report import Num
from newsfacts.typed import Any, NamedTuple

_MAX_DIGITS = 250  # a longer one is no quantity, and floats end there


class Pattern:
    """A regular expression over tags that is compiled where it is first used: most texts need few of them."""

    __slots__ = ("match", "source")
    match: Callable[..., re.Match[str] | None]

    def __init__(self, source: str) -> None:
        self.source = source

    def __getattr__(self, name: str) -> Any:
        # asked only until the slot is filled
        if name != "match":
            raise AttributeError(name)
        self.match = compiled(self.source).match
        return self.match


class Atom(NamedTuple):
    """A bare number over the tokens first..last (exclusive)."""

    first: int
    last: int
    value: Num
    vague: bool = False  # value is the lower bound
    scale: int = 1  # the scale word in it, which a range may share ("1.5-2 billion")
    fraction: bool = False
    of: bool = False  # the "of" of "a couple of" is in it


_MILLION = 10**6
_COMMA = late(r"\d{1,3},\d{1,2}")  # of decimals: 12,5 million


@cache
def number_words() -> dict[str, int]:
    """key → value of the words that make up numbers."""
    data = load_json("numbers")
    out: dict[str, int] = {}
    for name in ("cardinals", "hundred", "scales", "glued_scales", "dozen", "plurals", "vague"):
        out |= data[name]
    return out


def digits(text: str, scale: int = 1) -> Num | None:
    """The value of digits with separators, times a scale; None where they are no number.

    A comma separates thousands (also lakhs and crores), a point decimals; before "million" a comma does so too.
    >>> digits("1,200"), digits("3.4", 10**9), digits("1,20,000"), digits("1.2.3"), digits(".5"), digits("3,4", 10**9), digits("3,4")
    (1200, 3400000000, 120000, None, 0.5, 3400000000, None)
    """
    if len(text) > _MAX_DIGITS:
        return None
    if text.isdecimal():
        return int(text) * scale
    if scale >= _MILLION and _COMMA.fullmatch(text):
        text = text.replace(",", ".")
    whole, _, decimals = text.partition(".")
    if not whole.isdecimal() and whole:
        groups = whole.split(",") if "," in whole else whole.split()
        if not all(g.isdecimal() and len(g) <= 3 for g in groups) or len(groups[-1]) != 3 or any(len(g) < 2 for g in groups[1:]):
            return None
        whole = "".join(groups)
    if decimals and not decimals.isdecimal():
        return None
    return scaled(int(whole + decimals), scale, len(decimals))


def scaled(number: int, scale: int, places: int) -> Num:
    """number * scale / 10**places, an int where it is whole."""
    number *= scale
    power: int = 10**places
    return number // power if number % power == 0 else number / power


def times(value: Num, scale: int) -> Num:
    """A value read before its scale: 1.2 and a million are 1200000, without the errors of floats."""
    if isinstance(value, int):
        return value * scale
    return digits(f"{value:.12f}".rstrip("0"), scale) or value * scale
