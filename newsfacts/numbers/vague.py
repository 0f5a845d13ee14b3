"""Words that count without a number: dozens, tens of thousands, several hundred, a few, a couple of, some people."""

from __future__ import annotations

from functools import cache

from newsfacts.lexicon import load_json
from newsfacts.numbers.atoms import Atom, Pattern, number_words
from newsfacts.numbers.spelled import RECENT
from newsfacts.tokens import Doc

_LOWEST_MAX = 10**15  # of "millions of millions of ..."
_PLURALS = Pattern(r"V(?:OV){0,3}")
_SOME = Pattern(r"(?:OT)?(?:[ljnCK]-?|s-){0,4}[NwP]")
_COUNTED = Pattern(r"[xjl]{0,2}[DYouty]")
_WERE = (["were"], ["was"], ["have"], ["had"], ["died"], ["are"])


@cache
def _harms() -> frozenset[str]:
    """Verbs behind which "scores" counts people: the blast killed scores."""
    return frozenset(load_json("numbers")["scores_behind"].split())


def plurals(doc: Doc, tags: str, i: int) -> Atom | None:
    """Dozens, thousands, tens of thousands: a lower bound."""
    match = _PLURALS.match(tags, i)
    assert match is not None
    end, low, values = match.end(), doc.low, number_words()
    after = tags[end + (tags[i - 1:i] == tags[end:end + 1] == '"'):][:1]  # "scores" of rebels
    if low[i] == "tens" and end == i + 1 and after != "O" or low[i] == "scores" and after != "O" and (
            after not in ("x", "j") or tags[i - 1:i] in ("s", "n", "j", "C", "T")) and low[i - 1] not in _harms():
        return None
    if low[end:end + 1] in (["and"], ["upon"], ["on"]) and low[end + 1:end + 2] == [low[end - 1]]:
        end += 2  # dozens and dozens, thousands upon thousands
        return Atom(i, end, values[low[i]], vague=True) if end == i + 3 else None
    value = values[low[i]]
    for k in range(i + 2, end, 2):
        value *= values[low[k]] // 2
    return Atom(i, end, min(value, _LOWEST_MAX), vague=True)


def few(doc: Doc, tags: str, first: int, i: int) -> Atom | None:
    """Several hundred, a few dozen, a couple of, a handful of, the pair, some people: token i is the vague word."""
    low, n, tag = doc.low, len(tags), tags[i]
    after = tags[i + 1:i + 2]
    if tag == "e":
        return Atom(i, i + 1, 3, vague=True) if tags[i - 1:i] != "-" and _SOME.match(tags, i + 1) else None
    if tag == "c":
        value, kind = load_json("numbers")["groups"][low[i]]
        of = after == "O"
        end = i + 1 + of
        if first == i:
            # "the pair were" counts, "the couple's home" does not
            return Atom(i, i + 1, value) if kind == "exact" and tags[i - 1:i] == "T" and low[end:end + 1] in _WERE else None
        if low[i] == "handful" and low[end:end + 1] in _WERE:
            return Atom(first, end, value, vague=True)
        if end >= n or not of and (low[i] != "couple" or tags[end] not in "NPwjnshSzECK") or _COUNTED.match(tags, end):
            return None  # "a couple" of people, "a group of" 12
        if tags[end] in "hSz":
            return _times(doc, tags, first, end, value, kind == "vague")
        return Atom(first, end, value, vague=kind == "vague", of=of)
    if tag == "f":
        if first == i and not (i and low[i - 1] in RECENT):
            return None
        value = 3
    elif low[i] not in number_words():
        return None  # "34 to an old house": no vague word behind the adjective
    else:
        value = number_words()[low[i]]
    if after and after in "hSz":
        return _times(doc, tags, first, i + 1, value, True)
    return Atom(first, i + 1, value, vague=True)


def _times(doc: Doc, tags: str, first: int, at: int, value: int, vague: bool) -> Atom:
    """A vague number with the scale at token `at`, or two of them: several "hundred thousand"."""
    value *= number_words()[doc.low[at]]
    if tags[at:at + 2] in ("hS", "zS"):
        at += 1
        value *= number_words()[doc.low[at]]
    return Atom(first, at + 1, value, vague=vague)
