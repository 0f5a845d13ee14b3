"""What stands around a bare number: hedges before and after it, its unit, or the noun it counts."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newsfacts.lexicon import load_json
from newsfacts.numbers.words import singular
from newsfacts.tokens import Doc

Entry = tuple[tuple[str, ...], str]


def _by_first(phrases: list[tuple[str, str]]) -> dict[str, list[Entry]]:
    """first word → [(the other words, meaning)], the longest first."""
    out: dict[str, list[Entry]] = {}
    for phrase, meaning in phrases:
        first, *rest = phrase.split()
        out.setdefault(first, []).append((tuple(rest), meaning))
    for entries in out.values():
        entries.sort(key=lambda e: -len(e[0]))
    return out


@cache
def _hedges() -> tuple[dict[str, list[Entry]], dict[str, list[Entry]], frozenset[str], frozenset[str]]:
    data = load_json("numbers")
    before = [(" ".join(reversed(p.split())), m) for m, ps in data["before"].items() for p in ps]
    after = [(p, m) for m, ps in data["after"].items() for p in ps]
    return _by_first(before), _by_first(after), frozenset(data["adverbs_before"]), frozenset(data["more_before"])


def before(doc: Doc, first: int) -> tuple[int, str | None, bool]:
    """(first token, modifier or None, more) of the words before a number: "at least another" 12."""
    table, _, adverbs, more_words = _hedges()
    low, more = doc.low, False
    i = first
    if i and low[i - 1] in more_words:
        i -= 1
        more = True
        if i and low[i - 1] == "a":
            i -= 1
    entries = table.get(low[i - 1]) if i else None
    if entries:
        for rest, modifier in entries:
            j = i - 1 - len(rest)
            if j >= 0 and tuple(low[j:i - 1][::-1]) == rest:
                while j and low[j - 1] in adverbs and not low[j - 1] == "only":
                    j -= 1
                return j, modifier, more
    return i, None, more


def after(doc: Doc, last: int) -> tuple[int, str | None]:
    """(end, modifier or None) of the words after a number: 12 "or more", 50"-odd"."""
    low = doc.low
    entries = _hedges()[1].get(low[last]) if last < len(low) else None
    if entries:
        for rest, modifier in entries:
            end = last + 1 + len(rest)
            if tuple(low[last + 1:end]) != rest:
                continue
            if low[last] in "+-" and not doc.glued(last - 1):
                continue
            if low[last] == "odd" or low[last] == "plus":
                nxt = low[end:end + 1]
                if low[last] == "plus" and (not nxt or not nxt[0].isalpha() or nxt[0] in ("a", "the")):
                    continue
            return end, modifier
    return last, None


class Unit(NamedTuple):
    """A unit over the tokens up to `last`; kind: measure money percent duration."""

    last: int
    name: str
    kind: str


@cache
def _units() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...], str, str]]]:
    """key of the first word → [(words as written, keys, name, kind)], the longest first."""
    data = load_json("units")
    out: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], str, str]]] = {}
    for group, kind in (("units", "measure"), ("money", "money"), ("times", "duration")):
        for name, forms in data[group].items():
            for form in forms:
                words = tuple(form.split())
                keys = tuple(w.lower() for w in words)
                exact = words if words != keys else ()
                out.setdefault(keys[0], []).append((exact, keys, name, "percent" if name == "percent" else kind))
    for entries in out.values():
        entries.sort(key=lambda e: (-len(e[1]), not e[0]))
    return out


# abbreviations that are units only when they stand at the digits or are plain from their case
_SHORT = frozenset("m g t p c l w in".split())


def unit(doc: Doc, last: int, glued: bool) -> Unit | None:
    """The unit that begins at token `last`, right after a number."""
    low = doc.low
    if last >= len(low):
        return None
    for exact, keys, name, kind in _units().get(low[last], ()):
        end = last + len(keys)
        if tuple(low[last:end]) != keys:
            continue
        if exact and tuple(doc.text[doc.starts[i]:doc.ends[i]] for i in range(last, end)) != exact:
            continue
        if len(keys) == 1 and keys[0] in _SHORT and not glued and keys[0] != "m":
            continue
        return Unit(end, name, kind)
    return None


class Noun(NamedTuple):
    """A counted noun: its last token, its lemma, the end of the phrase."""

    head: int
    lemma: str
    last: int


# adjectives, names and nouns that may stand between a number and the noun it counts
_BETWEEN = r"(?:[lnjsCKPDY]|[\-/\"'](?=[lnjsCKPNDYuo\"]))"
_PLURAL = re.compile(rf"\"?{_BETWEEN}{{0,9}}?(?:[jnC]&[jnC]{_BETWEEN}{{0,4}}?)?N")
_COLLECTIVE = re.compile(rf"\"?{_BETWEEN}{{0,6}}?[KP](?![njsCKPN])")
_SINGULAR = re.compile(r"\"?(?:[lnjsCKPNUME]|[\-/\"](?=[lnjsCKPNDYuo\"])|(?<=[\-])[DY]){1,8}")
_OF = re.compile(r"O(?:T|TO|aO)?")


def plural_noun(doc: Doc, tags: str, at: int) -> Noun | None:
    """The plural noun that a number before token `at` counts, through adjectives and names."""
    match = _PLURAL.match(tags, at) or _COLLECTIVE.match(tags, at)
    if match is None:
        return None
    return _noun(doc, tags, match.end() - 1)


def _noun(doc: Doc, tags: str, head: int) -> Noun:
    return Noun(head, singular(doc.low[head]), head + 1)


def single_noun(doc: Doc, tags: str, at: int) -> Noun | None:
    """The singular noun counted by "one" before token `at`: the last known noun of the compound, else its last word."""
    match = _SINGULAR.match(tags, at)
    if match is None:
        return None
    run = match.group()
    known = max(run.rfind("s"), run.rfind("N"), run.rfind("P"))
    if known < 0:
        known = max(run.rfind("n"), run.rfind("C"))
        named = run.rfind("C")
        if 0 <= named < known and run[named + 1:] == "n" * (len(run) - named - 1):
            known = len(run) - 1
    if known < 0 or tags[at + known] == '"':
        return None
    return _noun(doc, tags, at + known)


def set_noun(doc: Doc, tags: str, at: int) -> Noun | None:
    """The noun of the set in "one of the drones", "two of its soldiers", "thousands of people": `at` is the token "of"."""
    match = _OF.match(tags, at)
    if match is None:
        return None
    return plural_noun(doc, tags, match.end())


_POSSESSOR = re.compile(r"O[TC]?[nsjC]{0,4}'")


def set_of_possessor(doc: Doc, tags: str, at: int) -> Noun | None:
    """The noun in "eleven of the country's tanks"."""
    match = _POSSESSOR.match(tags, at)
    return plural_noun(doc, tags, match.end()) if match else None
