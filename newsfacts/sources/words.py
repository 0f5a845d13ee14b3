"""The word classes of attribution.

V finite reporting verb, G its -ing form, K verb of evidence (show, find), N noun of saying that is a verb too (claims),
A according, t that, r who, b auxiliary, e other verb, p pronoun, d determiner, i preposition, c conjunction, s subordinator,
y adverb, D day or month, 0 number, M capitalised, w other word, Q double quotation mark, q single one, x inside quotation
marks (written over the others), h hyphen (settled at once: word or dash), g 's (settled at once: w, or b for "is"), and the marks
, . ; : - (.
"""

from __future__ import annotations

from functools import cache

from newsfacts.inflect import verb_forms
from newsfacts.late import kept_table
from newsfacts.lexicon import Tagger, load_json
from newsfacts.typed import Any

_SHORT = frozenset(("ll", "re", "ve", "m", "d"))
_MARKS = {",": ",", ".": ".", "!": ".", "?": ".", "…": ".", "...": ".", ";": ";", ":": ":", "-": "h", "–": "-", "—": "-",
          "(": "(", ")": "(", "[": "w", "]": "w", "'s": "g"}
_MARKS |= dict.fromkeys("\"“”„«»", "Q") | dict.fromkeys("'‘’", "q")


@cache
def table() -> dict[str, Any]:
    """The words of attribution (data/sources.json)."""
    loaded: dict[str, Any] = load_json("sources")
    return loaded


@kept_table
def verbs() -> dict[str, tuple[str, str]]:
    """form → (base form, stance) of every reporting verb; the -ing forms too."""
    out: dict[str, tuple[str, str]] = {}
    irregular = table()["irregular"]
    for stance, bases in table()["verbs"].items():
        for base in bases.split():
            forms = dict.fromkeys(verb_forms(base))
            if base in irregular:
                forms = {f: None for f in forms if not f.endswith("ed")} | dict.fromkeys(irregular[base].split())
            out.update(dict.fromkeys(forms, (base, stance)))
    return out


@kept_table
def cues() -> dict[str, tuple[str, str]]:
    """The same with forms of verbs that tell quotes only, and whose other forms are other words: hailed, no hail."""
    return verbs() | {form: (form, stance) for stance, forms in table()["forms"].items() for form in forms.split()}


class _Words(dict[str, frozenset[str]]):
    """Sets of words of the table: verbs that take an `object`, a bare `clause`, ...; `documents`, `bodies`, ..."""

    def __missing__(self, name: str) -> frozenset[str]:
        found = self[name] = frozenset(table()[name].split())
        return found


words = _Words()


@cache
def odd() -> frozenset[str]:
    """The base forms of verbs that often tell no quote."""
    return words["beliefs"] | words["naming"] | words["answers"] | words["owned up"] | {"put", "ask", "conclude"}


@cache
def openings() -> tuple[str, ...]:
    """How sentences begin that plainly go on with the statement before."""
    return tuple(table()["going on"])


@cache
def same_period() -> tuple[str, ...]:
    """How paragraphs begin that go on with the figures of the one before."""
    return tuple(table()["same period"])


@cache
def tallies() -> frozenset[str]:
    """The forms of verbs that tell a number (count, record)."""
    return frozenset(form for form, (base, _) in verbs().items() if base in words["tally"])


@kept_table
def _closed() -> dict[str, str]:
    nouns = words["nouns"]
    out = {form: "G" if form.endswith("ing") else "N" if form in nouns else "V" for form in cues()}
    out.update(dict.fromkeys((form for form, (base, _) in cues().items() if base in words["evidence"] and out[form] != "G"), "K"))
    irregular = load_json("inflection")["verbs"]
    for base, pasts in irregular.items():
        for past in pasts.split("/"):
            if past != base:
                out.setdefault(past, "e")
    for tag, listed in table()["tags"].items():
        out.update(dict.fromkeys(listed.split(), tag))
    return out


def _classify(word: str, key: str) -> str:
    tag = _MARKS.get(key) or _closed().get(key)
    if tag:
        acronym = word.isupper() and len(word) > 1
        named = tag in "VNK" or key in ("left", "met") or (tag in "GA" and key not in words["fronted"]) or (tag in "rpi" and acronym)
        if word[0].isupper() and named:
            return "M"  # the States, WHO
        if word == "May":
            return "D"
        if word == "i":
            return "w"  # Tehrik-i-Velm
        return tag
    if not key[:1].isalnum():
        return "w"
    if "'" in key and (parts := key.split("'"))[-1] in _SHORT and _closed().get(parts[0]) == "p":
        return "p"  # she'll, we're
    if key[0].isdigit():
        return "0"
    if word[0].isupper():
        return "M"
    return "e" if key.endswith("ed") and len(key) > 3 else "y" if key.endswith("ly") and key not in words["nouns in -ly"] else "w"


TAGGER = Tagger(_classify)
