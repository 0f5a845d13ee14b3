"""Persons, organizations, countries, places and groups, with all their mentions."""

from __future__ import annotations

from functools import cache

from newsfacts.actors.link import link
from newsfacts.actors.sides import code_of, side_of
from newsfacts.actors.spot import add_names, spot
from newsfacts.actors.words import table
from newsfacts.drafts import Actors, Number, Timex
from newsfacts.rules import Names
from newsfacts.tokens import TOKEN, Doc

__all__ = ["code_of", "find", "side_of"]


@cache
def _odd() -> list[tuple[tuple[str, ...], frozenset[str], str]]:
    """Names with words in them that no run of capitals holds: Doctors Without Borders, Rostov-on-Don; and their keys and kinds."""
    named = [(name, kind) for kind, names in (("organization", "odd"), ("place", "odd places")) for name in table()[names]]
    parted = [(tuple([form.rstrip() for form in TOKEN.findall(name)]), kind) for name, kind in named]
    return [(words, frozenset([word.lower() for word in words]), kind) for words, kind in parted]


@cache
def _telling() -> frozenset[str]:
    """The longest word of each of these names: one quick look tells most texts that they have none."""
    return frozenset(max(keys, key=len) for _, keys, _ in _odd())


def find(doc: Doc, timexes: list[Timex], numbers: list[Number], names: Names | None = None) -> Actors:
    """The actors of a text in order of their first mention; `names` are the user's, first word → [(words, kind)]."""
    found = spot(doc, timexes)
    odd = [] if _telling().isdisjoint(doc.keys) else [(words, kind) for words, keys, kind in _odd() if keys <= doc.keys]
    if odd:
        names_of: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for words, kind in odd:
            names_of.setdefault(words[0], []).append((words, kind))
        add_names(found, names_of)
    if names:
        add_names(found, names)
    return link(found)
