"""The word classes of attribution.

V finite reporting verb, G its -ing form, A according, t that, r who, b auxiliary, e other verb, p pronoun, d determiner,
i preposition, c conjunction, s subordinator, y adverb, D day or month, 0 number, M capitalised, w other word, Q double
quotation mark, q single one, x inside quotation marks (written over the others), and the marks , . ; : - (.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from newsfacts.inflect import verb_forms
from newsfacts.lexicon import Tagger, load_json

_MARKS = {",": ",", ".": ".", "!": ".", "?": ".", "…": ".", ";": ";", ":": ":", "-": "w", "–": "-", "—": "-", "(": "(", ")": "("}
_MARKS |= dict.fromkeys("\"“”„«»", "Q") | dict.fromkeys("'‘’", "q")
_NOUNS = frozenset(("state", "states", "share", "shares"))  # seldom verbs in news


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = load_json("sources")
    return table


@cache
def verbs() -> dict[str, tuple[str, str]]:
    """form → (base form, stance) of every reporting verb; the -ing forms too."""
    out: dict[str, tuple[str, str]] = {}
    for stance, bases in _table()["verbs"].items():
        for base in bases.split():
            forms = dict.fromkeys(verb_forms(base))
            if base in _table()["irregular"]:
                forms = {f: None for f in forms if not f.endswith("ed")} | dict.fromkeys(_table()["irregular"][base].split())
            out.update(dict.fromkeys(forms, (base, stance)))
    return out


@cache
def takes(what: str) -> frozenset[str]:
    """Base forms of the verbs that take an `object` or a bare `clause`."""
    return frozenset(_table()[what].split())


@cache
def _closed() -> dict[str, str]:
    out = {form: "G" if form.endswith("ing") else "V" for form in verbs()}
    for tag, words in _table()["tags"].items():
        out.update(dict.fromkeys(words.split(), tag))
    return out


def _classify(word: str, key: str) -> str:
    tag = _MARKS.get(key) or _closed().get(key)
    if (tag == "V" and word[0].isupper()) or key in _NOUNS:  # the States, a state
        return "M" if word[0].isupper() else "w"
    if tag:
        return tag
    if not key[:1].isalnum():
        return "w"
    if key[0].isdigit():
        return "0"
    if word[0].isupper():
        return "M"
    return "e" if key.endswith("ed") and len(key) > 3 else "y" if key.endswith("ly") else "w"


TAGGER = Tagger(_classify)
