"""Units, currencies and ages that belong to a number."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newsfacts.lexicon import load_json
from newsfacts.report import Num
from newsfacts.tokens import Doc

_GLUED_ONLY = frozenset("gtpcl")  # single letters that are units only right at the digits; "m" and "C" may stand apart
_ADJECTIVES = frozenset("more additional extra other full consecutive long straight further whole solid".split())
_NEEDS_CAPITALS = frozenset(("ps", "rs", "rm", "try"))


class Unit(NamedTuple):
    """A unit that ends before token `last`; kind: measure money percent duration age."""

    last: int
    name: str
    kind: str


class _Form(NamedTuple):
    keys: list[str]
    written: list[str]  # empty where the case does not matter
    name: str
    kind: str


@cache
def _forms() -> dict[str, list[_Form]]:
    """key of the first word → its forms, the longest first."""
    data = load_json("units")
    out: dict[str, list[_Form]] = {}
    for group, kind in (("units", "measure"), ("money", "money"), ("times", "duration")):
        for name, forms in data[group].items():
            for form in forms:
                words = form.split()
                keys = [w.lower() for w in words]
                written = words if words != keys or len(form) == 1 else []
                out.setdefault(keys[0], []).append(_Form(keys, written, name, "percent" if name == "percent" else kind))
    for entries in out.values():
        entries.sort(key=lambda f: (-len(f.keys), not f.written))
    return out


def _at(doc: Doc, i: int, glued: bool) -> Unit | None:
    """The unit that begins at token i."""
    if i >= len(doc.low):
        return None
    for form in _forms().get(doc.low[i], ()):
        end = i + len(form.keys)
        if doc.low[i:end] != form.keys:
            continue
        if form.written and [doc.forms[k].rstrip() for k in range(i, end)] != form.written:
            continue
        if not glued and len(form.keys) == 1 and form.keys[0] in _GLUED_ONLY and form.written != ["C"]:
            continue
        return Unit(end, form.name, form.kind)
    return None


def after(doc: Doc, tags: str, last: int) -> Unit | None:
    """The unit after a number, also behind a hyphen ("30-kilometre"), "of" ("millions of dollars") or "more"."""
    tag = tags[last] if last < len(tags) else "."
    glued = last > 0 and doc.glued(last - 1)
    if tag == "-":
        unit = _at(doc, last + 1, True) if glued and doc.glued(last) else None
    elif tag == "O":
        unit = _at(doc, last + 1, False) if tags[last - 1] in "VShzc" else None
    elif tag in "UEM%knjsCxp":
        unit = _at(doc, last, glued) or (_at(doc, last + 1, False) if doc.low[last] in _ADJECTIVES else None)
    elif tag == "$" and tags[last + 1:last + 2] not in ("D", "Y"):
        unit = Unit(last + 1, load_json("units")["symbols"][doc.low[last]], "money")
    else:
        return None
    if unit is not None and unit.kind == "duration":
        return _age(doc, unit)
    return unit


def _age(doc: Doc, unit: Unit) -> Unit:
    """A duration that is an age: "12-year-old", "8 months old", "3 years of age"."""
    low, last = doc.low, unit.last
    if low[last:last + 1] == ["old"]:
        return Unit(last + 1, unit.name, "age")
    if low[last:last + 2] in (["-", "old"], ["-", "olds"], ["of", "age"]):
        return Unit(last + 2, unit.name, "age")
    return unit


def currency(doc: Doc, tags: str, first: int) -> tuple[int, str | None]:
    """(first token, currency) of the symbol or code before a number: US$ 5, €5, USD 5, RM5."""
    if not first:
        return first, None
    units, i = load_json("units"), first - 1
    key = doc.low[i]
    if tags[i] == "$":
        prefix = doc.low[i - 1] if i else ""
        code = units["dollar_prefixes"].get(prefix) if key == "$" else None
        if code and (doc.glued(i - 1) or len(prefix) > 1 or tags[i - 1] == "k") and prefix != "a" or code and doc.glued(i - 1):
            return i - 1, code
        return i, units["symbols"][key]
    code = units["codes"].get(key)
    if code and doc.text[doc.starts[i]].isupper() and (key != "ps" or doc.glued(i)):
        return i, code
    return first, None


def is_age(doc: Doc, tags: str, first: int, last: int, value: Num) -> bool:
    """Whether a bare number is an age: "aged 19 and 22", "Ivo Tarn, 61, was", "Ivo Tarn (61)"."""
    low, i = doc.low, first - 1
    if not 0 <= value <= 120 or i < 0:
        return False
    ages = load_json("numbers")["ages_before"]
    if low[i] in ages or i > 1 and tags[i] in "&,|>" and tags[i - 1] in "DtyuE" and low[i - 2] in ages:
        return True
    if low[i] == "of" and low[i - 1:i] in (["age"], ["ages"]):
        return True
    if tags[first] != "D" or i < 1 or last >= len(tags) or last != first + 1 or value < 1:
        return False
    if tags[i] == "," and tags[last] == "," and tags[i - 1] in "CK":
        return tags[last + 1:last + 2] not in ("C", "K", "D")
    return tags[i] == "(" and tags[last] == ")" and value >= 12 and tags[i - 2:i] == "CC"
