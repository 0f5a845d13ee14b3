"""The words of modality: what they make of the verb groups they stand in, and of what they govern."""

from __future__ import annotations

from functools import cache

from newsfacts.inflect import plural, verb_forms
from newsfacts.late import kept_table
from newsfacts.lexicon import load_json


@kept_table
def lookup(name: str) -> dict[str, str]:
    """Word, in all its forms, → modality, of one table of the data."""
    out: dict[str, str] = {}
    for modality, words in load_json("modality")[name].items():
        for word in words.split():
            out.setdefault(word, modality)
            if name not in ("group", "premodifier", "before_number"):
                for form in (*verb_forms(word), plural(word)):
                    out.setdefault(form, modality)
    return out


@cache
def wordlist(name: str) -> frozenset[str]:
    """The words of a list of the data; verbs in all their forms."""
    words = load_json("modality")[name]
    if name in ("rates", "pairs", "went_on", "cases", "contrasts"):
        return frozenset(words.split(","))
    if name in ("aid", "happen", "confirm", "avow", "disown", "capacity", "speaking", "bare", "wishes", "given"):
        return frozenset(form for word in words.split() for form in verb_forms(word))
    return frozenset(words.split())


@cache
def modals() -> frozenset[str]:
    """The modal words, denied or not."""
    return frozenset(lookup("group")) - wordlist("negations")
