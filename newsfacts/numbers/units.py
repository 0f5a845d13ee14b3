"""Units, currencies and ages that belong to a number."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newsfacts.lexicon import load_json
from newsfacts.numbers.atoms import number_words
from newsfacts.report import Num
from newsfacts.tokens import TOKEN, Doc

_GLUED_ONLY = frozenset("gtpclfv")  # single letters that are units only right at the digits; "m" and "C" may stand apart
_ADJECTIVES = frozenset("more additional extra other full consecutive long straight further whole solid".split())
_SCALED = {"m": 10**6, "b": 10**9, "k": 10**3}  # 30 MUSD


class Unit(NamedTuple):
    """A unit that ends before token `last`; kind: measure money percent duration age."""

    last: int
    name: str
    kind: str
    scale: int = 1  # of "75 USD million", "30 MUSD"


class _Form(NamedTuple):
    keys: list[str]
    written: list[str]  # empty where the case does not matter
    name: str
    kind: str
    glued: bool  # one word of several tokens: m2


@cache
def _forms() -> dict[str, list[_Form]]:
    """key of the first word → its forms, the longest first."""
    data = load_json("units")
    out: dict[str, list[_Form]] = {}
    for group, kind in (("units", "measure"), ("money", "money"), ("times", "duration")):
        for name, forms in data[group].items():
            for form in forms:
                words = [word.rstrip() for word in TOKEN.findall(form)]
                keys = [w.lower() for w in words]
                written = words if words != keys or len(form) == 1 else []
                glued = len(words) > 1 and form.isalnum()
                out.setdefault(keys[0], []).append(_Form(keys, written, name, "percent" if name == "percent" else kind, glued))
                if len(words) == 2 and not glued and keys[1].isalpha():
                    out[keys[0]].append(_Form([keys[0], "-", keys[1]], [], name, kind, False))  # square-foot
    for code in data["iso"]:
        out.setdefault(code.lower(), []).append(_Form([code.lower()], [code], code, "money", False))
    for names, codes in data["national"].items():
        for people, code in codes.items():
            for name in dict.fromkeys(names.split()):
                keys = [*people.split(), name]
                out.setdefault(keys[0], []).append(_Form(keys, [], code, "money", False))
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
        if form.keys == ["′"] and "".join(doc.low[end:end + 1])[:1].isalpha() and doc.glued(i):
            continue  # a prime for an apostrophe: 2022′s
        if form.glued and not all(doc.glued(k) for k in range(i, end - 1)):
            continue
        if form.written and [doc.forms[k].rstrip() for k in range(i, end)] != form.written:
            continue
        if not glued and len(form.keys) == 1 and form.keys[0] in _GLUED_ONLY and form.written not in (["C"], ["L"]):
            continue
        if glued and len(form.keys[0]) == 1 and doc.glued(end - 1) and doc.low[end][:1].isdecimal():
            continue  # a code
        if len(doc.low[i]) == 1 and doc.low[i].isalpha() and _numbered(doc, end):
            continue  # C-17
        return Unit(end, form.name, form.kind)
    return None


def _numbered(doc: Doc, end: int) -> bool:
    """Whether a hyphen and digits stand right behind the token before `end`: C-17."""
    return doc.glued(end - 1) and doc.low[end] == "-" and "".join(doc.low[end + 1:end + 2]).isdecimal()


def after(doc: Doc, tags: str, last: int) -> Unit | None:
    """The unit after a number, also behind a hyphen ("30-kilometre"), "of" ("millions of dollars") or "more"."""
    tag = tags[last] if last < len(tags) else "."
    glued = last > 0 and doc.glued(last - 1)
    if tag == "-":
        unit = _at(doc, last + 1, True)
    elif tag == "~":
        return None
    elif tag == "O":
        unit = _at(doc, last + 1, False) if tags[last - 1] in "VShzc" else None
    elif tag in "UEM%knjsCKxp" or tag == "i" and glued:
        unit = _at(doc, last, glued) or (_at(doc, last + 1, False) if doc.low[last] in _ADJECTIVES else None) or _scaled(doc, last)
    elif tag == "$" and (tags[last + 1:last + 2] not in ("D", "Y") or cents(doc, tags, last + 1)):
        unit = Unit(last + 1, load_json("units")["symbols"][doc.low[last]], "money")
    else:
        return None
    if unit is None:
        return None
    if unit.kind == "duration":
        return _age(doc, unit)
    if unit.kind == "money" and tags[unit.last:unit.last + 1] == "S" and tags[last - 1] != "S" and unit.name in code_names():
        return Unit(unit.last + 1, unit.name, "money", number_words()[doc.low[unit.last]])
    return unit


def _scaled(doc: Doc, i: int) -> Unit | None:
    """30 MUSD, 5 BEUR."""
    form = doc.forms[i].rstrip()
    if len(form) != 4 or not form.isupper() or form[1:] not in code_names() or form[0].lower() not in _SCALED:
        return None
    return Unit(i + 1, form[1:], "money", _SCALED[form[0].lower()])


@cache
def code_names() -> frozenset[str]:
    """The ISO 4217 codes."""
    return frozenset(load_json("units")["iso"])


@cache
def codes() -> dict[str, str]:
    """key → ISO code of what may stand before an amount: eur, rs, rm."""
    data = load_json("units")
    return {code.lower(): code for code in data["iso"]} | dict(data["codes"])


def cents(doc: Doc, tags: str, at: int) -> tuple[int, int] | None:
    """(end, cents) of what may follow an amount: three dollars "and 50 cents", 17 EUR "25", 15 dollars "and fifty"."""
    low, symbol = doc.low, tags[at - 1] == "$" or doc.forms[at - 1].rstrip() in code_names()
    joined = tags[at:at + 1] == "&"
    at += joined
    if tags[at:at + 1] not in ("D", "u", "t", "y"):
        return None
    part = number_words().get(low[at]) if tags[at] != "D" else int(low[at]) if low[at].isdecimal() and len(low[at]) < 3 else None
    if not part:
        return None
    after = tags[at + 1:at + 2]
    if low[at + 1:at + 2] and low[at + 1] in load_json("units")["hundredths"]:
        return at + 2, part
    alone = joined and after in ("", ".") or symbol and not joined and after in ("", ".", ",", ")", "x")
    return (at + 1, part) if alone and len(low[at]) > 1 and part >= 10 else None


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
    i = first - 1
    key = doc.low[i]
    if tags[i] == "$":
        prefix = doc.low[i - 1] if i else ""
        code = load_json("units")["dollar_prefixes"].get(prefix) or codes().get(prefix)
        if key == "$" and code and (doc.glued(i - 1) or len(prefix) > 1 and doc.forms[i - 1].isupper()):
            return i - 1, code
        return i, str(load_json("units")["symbols"][key])
    if key == "dlrs":
        return i, "USD"
    code = codes().get(key)
    form = doc.forms[i].rstrip()
    if code and form[0].isupper() and (form.isupper() or len(form) == 2):
        return i, code
    if key == "." and i and doc.low[i - 1] == "rs" and doc.glued(i - 1):
        return i - 1, "INR"
    if key in _GLUED_CODES and form.isupper() and doc.glued(i) and _is_amount(doc, tags, first):
        return i, _GLUED_CODES[key]
    return first, None


_GLUED_CODES = {"r": "ZAR", "y": "JPY", "ps": "GBP"}


def _is_amount(doc: Doc, tags: str, i: int) -> bool:
    """Whether the figure at token i is money by its looks: 18.5, 5 million, 6m, 1,200."""
    return "," in doc.low[i] or "." in doc.low[i] or tags[i + 1:i + 2] in ("S", "k")


_CHAIN = 16  # tokens of a list of ages
_LIMITS = frozenset(("under", "over", "above", "below"))


@cache
def _words_of_age() -> frozenset[str]:
    return frozenset(load_json("numbers")["ages_of"])


def is_age(doc: Doc, tags: str, first: int, last: int, value: Num) -> bool:
    """Whether a bare number is an age: "aged 19 and 22", "Ivo Tarn, 61, was", "Ivo Tarn (61)"."""
    low, i = doc.low, first - 1
    if not 0 <= value <= 120 or i < 0:
        return False
    ages = load_json("numbers")["ages_before"]
    while i > max(1, first - _CHAIN) and tags[i] in "&,|>" and tags[i - 1] in "DtyuE,":  # aged 20, 25 and 30
        i -= 1 if tags[i - 1] == "," else 2
    listed = i == first - 1 or tags[first] == "D" and (tags[last:last + 1] or ".") not in "NPsnjCKD-"
    if listed and (low[i] in ages or low[i] == "of" and i and low[i - 1] in ages):
        return True
    i = first - 1
    if low[i] == "as" and i > 1 and low[i - 1] in ("old", "young"):
        return True
    if low[i] in ("of", "between", "from") and i and low[i - 1] in ages or i > 1 and low[i] == "between" and low[i - 2] in ages:
        return True
    if low[i] == "of" and i and low[i - 1] in load_json("numbers")["aged_of"] and tags[last:last + 1] in (".", ",", ")", "x", ""):
        return True  # a girl of 10
    if low[i] in _LIMITS and i and low[i - 1] in _words_of_age() and tags[last:last + 1] not in ("-", "%", "N", "P", "U", "n", "s", "C"):
        return True  # children under five
    if tags[first] != "D" or i < 1 or last >= len(tags) or last != first + 1 or value < 1:
        return False
    if tags[i] == "," and tags[last] == "," and tags[i - 1] in "CK":
        return tags[last + 1:last + 2] not in ("C", "K", "D")
    if tags[i] == "," and tags[last] in "~." and tags[i - 2:i] == "CC" and value > 9:
        return True  # Ivo Tarn, 61.
    return tags[i] == "(" and tags[last] == ")" and value >= 12 and tags[i - 2:i] == "CC"
