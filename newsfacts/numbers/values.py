"""The value of a number: digits with separators, words, scales."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newsfacts.lexicon import load_json
from newsfacts.report import Num
from newsfacts.tokens import Doc

_MAX_DIGITS = 300  # longer ones are no quantity, and floats end there


class Atom(NamedTuple):
    """A bare number over the tokens first..last (exclusive)."""

    first: int
    last: int
    value: Num
    vague: bool = False  # value is the lower bound
    scale: int = 1  # the scale word in it, which a range may share ("1.5-2 billion")
    fraction: bool = False
    of: bool = False  # the "of" of "a couple of" is in it


@cache
def words() -> dict[str, int]:
    """key → value of the words that make up numbers."""
    data = load_json("numbers")
    out: dict[str, int] = {}
    for name in ("cardinals", "hundred", "scales", "glued_scales", "dozen", "plurals", "vague"):
        out |= data[name]
    return out | dict.fromkeys(data["few"], 3)


def digits(text: str, scale: int = 1) -> Num | None:
    """The value of digits with separators, times a scale; None where they are no number.

    A comma separates thousands, a point decimals; both as in English.
    >>> digits("1,200"), digits("3.4", 10**9), digits("12,34,567"), digits("1.2.3")
    (1200, 3400000000, 1234567, None)
    """
    if len(text) > _MAX_DIGITS:
        return None
    whole, _, decimals = text.partition(".")
    if "." in decimals or "," in decimals:
        return None
    if not whole.isdecimal():
        groups = whole.split(",") if "," in whole else whole.split()
        if len(groups[0]) > 3 or len(groups[-1]) != 3 or any(not 2 <= len(g) <= 3 for g in groups[1:]):
            return None
        whole = "".join(groups)
    try:
        number = int(whole + decimals) * scale
    except ValueError:
        return None
    if not decimals:
        return number
    power = 10 ** len(decimals)
    return number // power if number % power == 0 else number / power


def spelled(doc: Doc, tags: str, i: int, start: Num | None = None) -> tuple[int, int, int]:
    """(end, value, last scale) of the words of a number from token i: "two hundred and fifty-three thousand"."""
    value, low, n = words(), doc.low, len(tags)
    total, current, before, scale, limit = 0, 0, "", 1, 1 << 62
    j = i
    while j < n:
        tag = tags[j]
        if tag == "-" and doc.glued(j) and doc.glued(j - 1) and j > i and j + 1 < n:
            k = j + 1
        elif tag == "&" and before in "hS" and before and j + 1 < n and tags[j + 1] in "outy":
            k = j + 1
        else:
            k = j
        tag = tags[k] if k < n else ""
        if tag in "ou" and tag:
            if before not in ("", "y", "h", "S", "&"):
                break
            current += value[low[k]]
        elif tag in "ty" and tag:
            if before not in ("", "h", "S"):
                break
            current += value[low[k]]
        elif tag == "a":
            if before or k + 1 >= n or tags[k + 1] not in "hSz":
                break
            current = 1
        elif tag == "h":
            if before not in ("", "o", "u", "t", "y", "a") or current >= 100:
                break
            current = (current or 1) * 100
        elif tag == "S":
            scale_of = value[low[k]]
            if scale_of >= limit or (before == "S" and not current):
                break
            total += (current or 1) * scale_of
            current, limit, scale = 0, scale_of, scale_of
        elif tag == "z":
            if before not in ("", "o", "u", "t", "y", "a", "h"):
                break
            total, current, scale = total + (current or 1) * 12, 0, 12
            j = k + 1
            before = "z"
            break
        else:
            break
        before = tag
        j = k + 1
    return j, total + current, scale
