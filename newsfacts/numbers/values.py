"""The bare number at a token: digits with separators and scales, words, shares, vague words."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newsfacts.lexicon import load_json
from newsfacts.report import Num
from newsfacts.tokens import Doc

_MAX_DIGITS = 300  # a longer one is no quantity, and floats end there
_LOWEST_MAX = 10**15  # of "millions of millions of ..."
_PLURALS = re.compile(r"V(?:OV){0,3}")
_SPACED = re.compile(r"DD{1,4}(?!D)")
_THOUSANDS = (" ", "\u00a0", "\u2009", "\u202f")
_MIXED = re.compile(r"-?&-?a-?H")  # "two and a half", "two-and-a-half"
_RECENT = frozenset("past last next first these those coming recent previous final".split())


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
    return out


def read(doc: Doc, tags: str, i: int) -> Atom | None:
    """The number that begins at token i, None where none does."""
    tag = tags[i]
    if tag in "DY":
        return _figure(doc, tags, i)
    if tag == "V":
        return _plural(doc, tags, i)
    if tag in "vfcG":
        return _few(doc, tags, i, i)
    after = tags[i + 1:i + 2]
    if tag == "a" and after in ("c", "f", "G"):
        return _few(doc, tags, i, i + 1)
    if tag == "a" and after == "Q" or tag == "Q":
        return _share(doc, tags, i, i + 1, 1) if tag == "a" else None
    if tag == "H":
        return _half(doc, tags, i)
    if tag in "ou" and after in ("i", "x"):
        share = _one_in(doc, tags, i)
        if share:
            return share
    return _spelled(doc, tags, i)


def _one_in(doc: Doc, tags: str, i: int) -> Atom | None:
    """One in five, two in three, one out of every ten."""
    at = i + 2
    if tags[i + 1] != "i":
        if tags[i] != "o" or doc.low[i + 1:i + 3] != ["out", "of"]:
            return None
        at = i + 3
    at += doc.low[at:at + 1] == ["every"]
    if tags[at:at + 1] not in ("D", "u", "t", "y"):
        return None
    whole = read(doc, tags, at)
    above = words()[doc.low[i]]
    if whole is None or whole.value <= above or tags[whole.last:whole.last + 1] in ("E", "U", "%", "-") or whole.value > 1000 and tags[i] == "u":
        return None
    return Atom(i, whole.last, above / whole.value, fraction=True)


def digits(text: str, scale: int = 1) -> Num | None:
    """The value of digits with separators, times a scale; None where they are no number.

    A comma separates thousands (also lakhs and crores), a point decimals.
    >>> digits("1,200"), digits("3.4", 10**9), digits("1,20,000"), digits("1.2.3"), digits(".5")
    (1200, 3400000000, 120000, None, 0.5)
    """
    if len(text) > _MAX_DIGITS:
        return None
    whole, _, decimals = text.partition(".")
    if not whole.isdecimal() and whole:
        groups = whole.split(",") if "," in whole else whole.split()
        if len(groups[0]) > 3 or len(groups[-1]) != 3 or not all(2 <= len(g) <= 3 and g.isdecimal() for g in groups[1:]):
            return None
        whole = "".join(groups)
    if decimals and not decimals.isdecimal():
        return None
    number = int(whole + decimals) * scale
    power: int = 10 ** len(decimals)
    return number // power if number % power == 0 else number / power


def _figure(doc: Doc, tags: str, i: int) -> Atom | None:
    """A number in digits with the scale word after it: 1.2 million, 3.4bn, 12 000, 10 1/2."""
    low, n = doc.low, len(tags)
    text, end, first = low[i], i + 1, i
    if i and low[i - 1] == "." and doc.glued(i - 1) and not (i > 1 and doc.glued(i - 2)) and text.isdecimal():
        text, first = "." + text, i - 1
    elif text[0] == "0" and len(text) > 1 and text.isdecimal():
        return None
    if end < n and tags[end] == "D" and len(text) <= 3 and text.isdecimal() and (spaced := _SPACED.match(tags, i)):
        rest = low[end:spaced.end()]
        gaps = {doc.text[doc.ends[k - 1]:doc.starts[k]] for k in range(end, spaced.end())}
        if all(len(group) == 3 and group.isdecimal() for group in rest) and len(gaps) == 1 and gaps.pop() in _THOUSANDS:
            text, end = text + "".join(rest), spaced.end()
    scale = 1
    tag = tags[end] if end < n else ""
    if tag in ("S", "h", "z"):
        scale, end = words()[low[end]], end + 1
        if end < n and tags[end] == "S" and low[end - 1] != low[end]:
            scale, end = scale * words()[low[end]], end + 1
    elif tag == "-" and tags[end + 1:end + 2] == "S" and doc.glued(end):
        scale, end = words()[low[end + 1]], end + 2
    elif tag == "k" and doc.glued(end - 1) and _is_scale(doc, tags, end):
        scale, end = words()[low[end]], end + 1
    value = digits(text, scale)
    if value is None:
        return None
    if scale == 1 and tags[end:end + 2] in ("D/", "/D"):
        at = end if tags[end] == "D" else end - 1
        part = _slash(doc, at)
        if part is not None:
            return Atom(first, at + 3, value + part) if at == end else Atom(first, at + 3, part, fraction=True)
    mixed = _MIXED.match(tags, end)
    if mixed and scale == 1:
        return _and_a_half(doc, tags, first, mixed.end(), value)
    return Atom(first, end, value, scale=scale)


def _is_scale(doc: Doc, tags: str, i: int) -> bool:
    """Whether the letter at token i, glued to digits, is a scale: "$5m", "10m people", but "10m wide", "5K"."""
    key, before = doc.low[i], tags[i - 2] if i > 1 else ""
    after = tags[i + 1:i + 2]
    if after and doc.glued(i) and after not in ".,()\"'-:+/":
        return False
    return key != "m" or before == "$" or bool(after) and after in "NPUEMOK" or doc.forms[i][0] == "M" or (i > 1 and doc.low[i - 2] in
                                                                                                   load_json("units")["codes"])


def _slash(doc: Doc, i: int) -> float | None:
    """The value of 1/2, 3/4 at token i; None for 9/11, 24/7, 50/50, 1/2/2024."""
    low = doc.low
    if i + 2 >= len(low) or not (doc.glued(i) and doc.glued(i + 1)):
        return None
    above, below = low[i], low[i + 2]
    if not (above.isdecimal() and below.isdecimal() and len(above) < 3 and len(below) < 3):
        return None
    if not 0 < int(above) < int(below) <= 16 or int(below) in (7, 9, 11, 13):
        return None
    if i + 3 < len(low) and doc.glued(i + 2) and low[i + 3] == "/":
        return None
    return int(above) / int(below)


def _spelled(doc: Doc, tags: str, i: int) -> Atom | None:
    """A number in words from token i: "two hundred and fifty-three thousand", "a dozen and a half", "three quarters"."""
    value, low, n = words(), doc.low, len(tags)
    total, current, before, scale, limit = 0, 0, "", 1, 1 << 62
    at = i
    while at < n and before != "z":
        k = at
        if before and (tags[at] == "-" and doc.glued(at) and doc.glued(at - 1) or tags[at] == "&" and before in "hS"):
            k += 1
        tag = tags[k] if k < n else "."
        if tag in "ou":
            if before not in ("", "y", "h", "S") or tags[at] == "&" and before not in ("h", "S"):
                break
            current += value[low[k]]
        elif tag in "ty":
            if before not in ("", "h", "S"):
                break
            current += value[low[k]]
        elif tag == "a":
            if before:
                break
            current = 1
        elif tag == "h":
            if tags[at] == "&" or current >= 100 or before == "S":
                break
            current = (current or 1) * 100
        elif tag == "S":
            scale_here = value[low[k]]
            if tags[at] == "&" or scale_here >= limit:
                break
            total += (current or 1) * scale_here
            current, limit, scale = 0, scale_here, scale_here
        elif tag == "z":
            if tags[at] == "&" or before == "S":
                break
            current, scale = (current or 1) * 12, 12
        else:
            break
        before, at = tag, k + 1
    if at == i or before == "a":
        return None
    if before == "t" and at == i + 1 and tags[at:at + 1] in ("t", "y"):
        return None  # nineteen eighty-four
    number = total + current
    if tags[at:at + 3] == "&aH" and before == "z":
        return Atom(i, at + 3, number + 6)
    if scale == 1:
        mixed = _MIXED.match(tags, at)
        if mixed:
            return _and_a_half(doc, tags, i, mixed.end(), number)
        share = _share(doc, tags, i, at, number)
        if share:
            return share
    return Atom(i, at, number, scale=scale)


def _and_a_half(doc: Doc, tags: str, first: int, last: int, value: Num) -> Atom:
    """"Two and a half" up to token `last`, with the scale after it."""
    if tags[last:last + 1] == "S":
        scale = words()[doc.low[last]]
        return Atom(first, last + 1, int((value + 0.5) * scale), scale=scale)
    return Atom(first, last, value + 0.5)


def _share(doc: Doc, tags: str, first: int, at: int, above: Num) -> Atom | None:
    """Two-thirds, three quarters, a third of: `at` is the token after the number above."""
    at += tags[at:at + 1] == "-"
    if tags[at:at + 1] != "Q" or tags[at + 1:at + 2] == "-":
        return None
    word = doc.low[at]
    below = load_json("numbers")["fractions"][word]
    if word.endswith("s") == (above == 1) or above >= below or (above == 1 and tags[at + 1:at + 2] != "O"):
        return None
    if tags[at + 1:at + 4] == "OaS":
        return Atom(first, at + 4, words()[doc.low[at + 3]] * above // below)
    return Atom(first, at + 1, above / below, fraction=True)


def _half(doc: Doc, tags: str, i: int) -> Atom | None:
    """Half a million, half a dozen, half an hour, half of the, half the."""
    after = tags[i + 1:i + 3]
    if after[:1] == "a" and after[1:] and after[1] in "hSz" or after[:1] in ("S", "z"):
        whole = _spelled(doc, tags, i + 1)
        if whole is None:
            return None
        return Atom(i, whole.last, whole.value // 2 if whole.value % 2 == 0 else whole.value / 2, scale=whole.scale)
    if after in ("aE", "aU"):
        return Atom(i, i + 2, 0.5)
    if i and tags[i - 1] in "Qj-" or after[:1] not in ("T", "O"):
        return None  # "second half of"
    return Atom(i, i + 1, 0.5, fraction=True)


def _plural(doc: Doc, tags: str, i: int) -> Atom | None:
    """Dozens, thousands, tens of thousands: a lower bound."""
    match = _PLURALS.match(tags, i)
    assert match is not None
    end, low, values = match.end(), doc.low, words()
    after = tags[end:end + 1]
    if low[i] == "tens" and end == i + 1 or low[i] == "scores" and after not in ("O", "x", "j"):
        return None
    value = values[low[i]]
    for k in range(i + 2, end, 2):
        value *= values[low[k]] // 2
    return Atom(i, end, min(value, _LOWEST_MAX), vague=True)


def _few(doc: Doc, tags: str, first: int, i: int) -> Atom | None:
    """Several hundred, a few dozen, a couple of, a handful of: token i is the vague word."""
    low, n, tag = doc.low, len(tags), tags[i]
    after = tags[i + 1:i + 2]
    if tag == "c":
        value, kind = load_json("numbers")["groups"][low[i]]
        of = after == "O"
        end = i + 1 + of
        if first == i:
            # "the pair were" counts, "the couple's home" does not
            return Atom(i, i + 1, value) if kind == "exact" and tags[i - 1:i] == "T" and low[end:end + 1] in _WERE else None
        if end >= n or not of and low[i] != "couple":
            return None
        if tags[end] in "hSz":
            return Atom(first, end + 1, value * words()[low[end]], vague=kind == "vague" and value != 2)
        return Atom(first, end, value, vague=kind == "vague", of=of)
    if tag == "f":
        if first == i and not (i and low[i - 1] in _RECENT):
            return None
        value = 3
    else:
        value = words()[low[i]]
    if after in ("h", "S", "z"):
        return Atom(first, i + 2, value * words()[low[i + 1]], vague=True)
    return Atom(first, i + 1, value, vague=True)


_WERE = (["were"], ["was"], ["have"], ["had"], ["died"], ["are"])
