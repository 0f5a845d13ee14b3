"""Nothing counted: "no casualties", "nobody was hurt", "none of the eight drones"; and "both"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newsfacts.lexicon import load_json
from newsfacts.numbers import nouns
from newsfacts.numbers.nouns import Noun
from newsfacts.tokens import Doc

_REPORTS = frozenset("report reports word sign signs indication indications information news evidence record".split())
_NEAR = 7  # tokens within which "nobody" needs a word of harm


class _Words(NamedTuple):
    nouns: frozenset[str]
    harmed: frozenset[str]


class Count(NamedTuple):
    """Zero or two of something: the bare words end before `last`."""

    last: int
    value: int
    noun: Noun | None
    lemma: str | None  # the noun that a pronoun implies


@cache
def _words() -> _Words:
    data = load_json("numbers")
    return _Words(frozenset(data["zero_nouns"]), frozenset(data["harmed"]))


def read(doc: Doc, tags: str, i: int) -> Count | None:
    """The count of the word "no", "none", "nobody", "neither", "both" at token i, where it counts things or people."""
    key, value = doc.low[i], 2 if tags[i] == "B" else 0
    after = doc.low[i + 1:i + 2]
    if key == "no" and after == ["one"]:
        return Count(i + 2, 0, None, "person") if _harmed(doc, tags, i + 2) else None
    if key == "nobody":
        return Count(i + 1, 0, None, "person") if _harmed(doc, tags, i + 1) else None
    if after == ["of"]:
        noun = nouns.of_set(doc, tags, i + 1) or _behind_number(doc, tags, i + 2)
        if noun and (key == "none" or noun.lemma in _words().nouns):
            return Count(i + 1, value, noun, None)
        return Count(i + 1, value, None, None) if doc.low[i + 2:i + 3] == ["them"] and _harmed(doc, tags, i + 3) else None
    if key == "none" or tags[i] == "B" and after in (["were"], ["are"], ["have"], ["had"], ["died"]):
        return Count(i + 1, value, None, None) if after in (["were"], ["was"], ["had"], ["died"], ["are"], ["have"]) and _harmed(
            doc, tags, i + 1) else None
    noun = nouns.plural(doc, tags, i + 1)
    if noun is None or noun.lemma not in _words().nouns:
        if noun and doc.low[noun.head] in _REPORTS and tags[noun.last:noun.last + 1] == "O":
            noun = nouns.plural(doc, tags, noun.last + 1)
        elif value == 0:
            noun = nouns.one(doc, tags, i + 1)
    if noun is None or noun.lemma not in _words().nouns or noun.head - i > 6:
        return None
    return Count(i + 1, value, noun, None)


def _behind_number(doc: Doc, tags: str, at: int) -> Noun | None:
    """The noun in none "of the eight drones"."""
    at += tags[at:at + 1] == "T"
    return nouns.plural(doc, tags, at + 1) if tags[at:at + 1] in ("u", "t", "y", "D", "z") else None


def _harmed(doc: Doc, tags: str, at: int) -> bool:
    """Whether a word of harm follows in the clause."""
    end = at
    while end < len(tags) and end < at + _NEAR and tags[end] not in ".,:":
        end += 1
    return not _words().harmed.isdisjoint(doc.low[at:end])
