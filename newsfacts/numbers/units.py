"""Units and currencies that belong to a number."""

from __future__ import annotations

from functools import cache

from newsfacts.lexicon import load_json
from newsfacts.numbers import forms
from newsfacts.numbers.atoms import Pattern, number_words
from newsfacts.numbers.local import of_country
from newsfacts.tokens import Doc
from newsfacts.typed import NamedTuple

_GLUED_ONLY = frozenset("gtpclfv")  # single letters that are units only right at the digits; "m" and "C" may stand apart
_NOUNS = ("n", "s", "N", "P", "w", "j", "C", "K")
_NAMES = frozenset(("SEC", "HR", "MS", "BP"))  # no seconds, hours, milliseconds
_ADJECTIVES = frozenset("more additional extra other full consecutive long straight further whole solid".split())
_LONG_TIMES = Pattern(r"[ljsn]{1,3}E")
_PAID = 6  # tokens before pounds within which a word of paying may stand
_CLOCK_BEFORE = frozenset("at from until till to by around before after since between and about".split())
_FEET = (["ft"], ["feet"], ["foot"])
_THICK = frozenset("thick wide long deep tall high".split())
_QUOTED = 30  # tokens in which a quotation mark may be open
_OTHER_WORDS = frozenset(("won", "soles", "crowns"))  # money or not
NO_UNIT = frozenset(".,&>)")  # tags behind a number with which no unit begins
_OVER_TIME = (["-", "on"], ["-", "over"])
_SCALED = {"m": 10**6, "b": 10**9, "k": 10**3}  # 30 MUSD


class Unit(NamedTuple):
    """A unit that ends before token `last`; kind: measure money percent duration age."""

    last: int
    name: str
    kind: str
    scale: int = 1  # of "75 USD million", "30 MUSD"


def _at(doc: Doc, tags: str, i: int, glued: bool) -> Unit | None:
    """The unit that begins at token i."""
    if i >= len(doc.low):
        return None
    key = doc.low[i]
    if key not in forms.known():
        return None
    if doc.forms[i][0].isupper() and (doc.forms[i].rstrip() in _NAMES or len(key) == 2 and _numbered(doc, i + 1)):
        return None  # Mi-8
    if key in load_json("units")["things_too"] and tags[i + 1:i + 2] in _NOUNS:
        return None  # 12 stone houses
    plain = forms.plain(key)
    if plain is not None:
        follows = "".join(doc.low[i + 1:i + 2])
        if follows not in plain[2] and (key != "%" or not follows[:1].isdecimal()):
            return Unit(i + 1, of_country(doc, key, plain[0], i) if plain[1] == "money" else plain[0], plain[1])
    for form in forms.of(key):
        end = i + len(form.keys)
        if end > i + 1 and doc.low[i:end] != form.keys:
            continue
        if form.keys == ["′"] and "".join(doc.low[end:end + 1])[:1].isalpha() and doc.glued(i):
            continue  # a prime for an apostrophe: 2022′s
        if form.glued and not all(doc.glued(k) for k in range(i, end - 1)):
            continue
        if form.written and [doc.forms[k].rstrip() for k in range(i, end)] != form.written:
            continue
        if not glued and len(form.keys) == 1 and form.keys[0] in _GLUED_ONLY and form.written not in (["C"], ["F"], ["L"]) and (
                not _is_stuff(doc, key, end)):
            continue
        if len(form.keys[0]) == 1 and doc.glued(end - 1) and doc.low[end][:1].isdecimal():
            continue  # a code
        if len(doc.low[i]) == 1 and doc.low[i].isalpha() and _numbered(doc, end):
            continue  # C-17
        if len(doc.low[i]) == 1 and doc.low[end:end + 1] == ["/"] and doc.glued(end - 1) and end + 3 < len(doc.low) and (
                _numbered(doc, end + 2)):
            continue  # F/A-18
        return Unit(end, of_country(doc, key, form.name, i) if form.kind == "money" and end == i + 1 else form.name, form.kind)
    return None


def _is_stuff(doc: Doc, key: str, end: int) -> bool:
    """Whether a letter apart from the digits is a unit by what follows it before token `end`: 2 l of water, it weighs 300 g."""
    follows = doc.low[end:end + 1]
    return key in ("g", "l", "t") and follows == ["of"] or key in ("g", "l") and follows in ([], ["."], [","], [")"])


def _numbered(doc: Doc, end: int) -> bool:
    """Whether a hyphen and digits stand right behind the token before `end`: C-17."""
    return doc.glued(end - 1) and doc.low[end] == "-" and "".join(doc.low[end + 1:end + 2]).isdecimal()


def after(doc: Doc, tags: str, last: int) -> Unit | None:
    """The unit after a number, also behind a hyphen ("30-kilometre"), "of" ("millions of dollars") or "more"."""
    tag = tags[last] if last < len(tags) else "."
    if tag in NO_UNIT or tag in "xi" and doc.low[last] not in forms.known():
        return None
    glued = last > 0 and doc.ends[last - 1] == doc.starts[last]
    if tag == "-":
        unit = _at(doc, tags, last + 1, True) if tags[last + 1:last + 3] != "i-" else None  # a 3-in-1 tool
    elif tag == "~":
        return None
    elif tag == "O":
        unit = _at(doc, tags, last + 1, False) if tags[last - 1] in "VShzc" else None
    elif tag == "n" and glued and doc.low[last] == "h" and doc.low[last - 2:last - 1] and doc.low[last - 2] not in _CLOCK_BEFORE and (
            not doc.glued(last) or tags[last + 1] in ".,-)"):
        unit = Unit(last + 1, "hour", "duration")  # a 24h curfew
    elif tag in "UEM%knjsCKPxpQ" or tag == "i" and (glued or doc.low[last - 2:last - 1] in _FEET or _is_inch(doc, tags, last)):
        key = doc.low[last]
        unit = _at(doc, tags, last, glued)
        if unit is not None and key in _OTHER_WORDS and not _is_currency(doc, tags, last):
            return None
        if unit is None and tag in "jlsn" and (times := _LONG_TIMES.match(tags, last)) and doc.low[times.end() - 1].endswith("s"):
            unit = _at(doc, tags, times.end() - 1, False)  # three working days
        if unit is None:
            if key in _ADJECTIVES and tags[last + 1:last + 2] != "i":
                unit = _at(doc, tags, last + 1, False)
            else:
                unit = _scaled(doc, last) if len(key) == 4 else None
    elif tag == '"' and glued and not _THICK.isdisjoint(doc.low[last + 1:last + 2]) and (
            doc.low[max(0, last - _QUOTED):last].count(doc.low[last]) % 2 == 0):
        unit = Unit(last + 1, "inch" if doc.low[last] in '"”' else "foot", "measure")  # 3" thick
    elif tag == '"' and glued and is_height(doc, tags, last):
        unit = Unit(last + 1, "foot", "measure")
    elif tag == '"' and glued and last > 2 and is_height(doc, tags, last - 2):
        unit = Unit(last + 1, "inch", "measure")
    elif tag == "$" and (tags[last + 1:last + 2] not in ("D", "Y") or cents(doc, tags, last + 1)):
        unit = Unit(last + 1, load_json("units")["symbols"][doc.low[last]], "money")
    else:
        return None
    if unit is None:
        return None
    if unit.name == "barrel" and doc.low[unit.last:unit.last + 1] in (["bomb"], ["bombs"]):
        return None  # 12 barrel bombs
    if unit.kind == "duration":
        if doc.low[last] == "second" and tags[unit.last:unit.last + 1] in ("Q", "H"):
            return None  # the 1988 second quarter
        if unit.last < len(tags) and tags[unit.last] == "-" and tag != "-" and doc.low[last] == "second":
            return None  # 22 second-hand tanks
        over = doc.low[unit.last:unit.last + 2]
        if over in _OVER_TIME or over[:1] in (["on"], ["over"]) and over[1:] == doc.low[last:last + 1]:
            return None  # up 1.1 million year-over-year
        return _age(doc, unit)
    if unit.name == "pound" and _is_sterling(doc, tags, last, unit.last):
        return Unit(unit.last, of_country(doc, "pounds", "GBP", last), "money")
    if unit.name == "dram" and tags[last - 1] in "Sk":
        return Unit(unit.last, "AMD", "money")  # 300 million drams
    if unit.kind == "money" and tags[unit.last:unit.last + 1] == "S" and tags[last - 1] != "S" and unit.name in code_names():
        return Unit(unit.last + 1, unit.name, "money", number_words()[doc.low[unit.last]])
    return unit


def _is_sterling(doc: Doc, tags: str, last: int, end: int) -> bool:
    """Whether pounds at last..end are money: five million pounds, paid 500 pounds; not two million pounds of rice."""
    data = load_json("units")
    if doc.low[end - 1] not in ("pound", "pounds"):
        return False
    if doc.low[end:end + 2] in (["'", "worth"], ["’", "worth"]):
        return True
    if tags[end:end + 1] == "O":
        return doc.low[end + 1:end + 2] != [] and doc.low[end + 1] in data["pounds_of"]
    if tags[end:end + 1] == "a" and doc.low[end + 1:end + 2] != [] and doc.low[end + 1] in data["pounds_per"]:
        return True  # 846 pounds a ton
    if tags[last - 1:last + 1] == "VO" and number_words()[doc.low[last - 1]] >= 2000:
        return True  # tens of thousands of pounds
    scaled = tags[last - 1] in "Sk" or tags[last] == "-" and tags[last - 2:last - 1] == "S"
    return scaled or not set(doc.low[max(0, last - _PAID):last]).isdisjoint(data["pounds_paid"])


def _is_currency(doc: Doc, tags: str, last: int) -> bool:
    """Whether "won" or "crowns" at token `last` is money, by the size of the amount and what follows: 90 billion won; not 12 won it."""
    amount = tags[last - 1] in "Sk" or "," in doc.low[last - 1]
    return amount and tags[last + 1:last + 2] not in ("T", "a", "o", "u", "D", "j", "C", "n", "N", "s", "$")


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
    low, symbol = doc.low, tags[at - 1] in "$M" or doc.forms[at - 1].rstrip() in code_names()
    joined = tags[at:at + 1] == "&"
    at += joined
    if tags[at:at + 1] not in ("D", "u", "t", "y"):
        return None
    part = number_words().get(low[at]) if tags[at] != "D" else int(low[at]) if low[at].isdecimal() and len(low[at]) < 3 else None
    if not part:
        return None
    if tags[at:at + 3] == "y-u":
        part, at = part + number_words()[low[at + 2]], at + 2
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


def _is_inch(doc: Doc, tags: str, at: int) -> bool:
    """Whether "in" at token `at` is inches: nothing but a mark stands behind it and decimals before: a clearance of 8.7 in."""
    return tags[at + 1:at + 2] in (".", ",", ")") and "." in doc.low[at - 1]


def is_height(doc: Doc, tags: str, at: int) -> bool:
    """Whether the quotation mark at token `at` stands for feet, with inches behind it: 5'11"."""
    return (doc.low[at] == "'" and tags[at - 1:at] == "D" and len(doc.low[at - 1]) == 1 and doc.glued(at - 1) and at + 2 < len(tags)
            and tags[at + 1:at + 3] == 'D"' and doc.glued(at + 1) and doc.low[at + 1].isdecimal() and int(doc.low[at + 1]) < 12)


def currency(doc: Doc, tags: str, first: int) -> tuple[int, str | None]:
    """(first token, currency) of the symbol or code before a number: US$ 5, €5, USD 5, RM5."""
    if not first:
        return first, None
    i = first - 1
    key = doc.low[i]
    if key not in before_amounts():
        return first, None
    data = load_json("units")
    if tags[i] == "$":
        prefix = doc.low[i - 1] if i else ""
        code = data["dollar_prefixes"].get(prefix) or codes().get(prefix)
        # S $5, but "A $5 fee"; "hk $ 5" in a text of spaced tokens
        apart = doc.forms[i - 1].isupper() and (len(prefix) > 1 or prefix in "sc" and doc.glued(i)) or (
            not doc.glued(i) and prefix in data["dollar_prefixes_low"])
        if key in "$¢₵" and code and (doc.glued(i - 1) or apart):
            return i - 1, code
        return i, str(data["symbols"][key])
    if key == "dlrs":
        return i, "USD"
    code = codes().get(key)
    form = doc.forms[i].rstrip()
    if code and (form[0].isupper() and (form.isupper() or len(form) == 2) or key in data["any_case"] and tags[first] in "DY"):
        return i, of_country(doc, "rupees", code, i) if key == "rs" else code
    if form in data["prefixes"]:
        return i, of_country(doc, "shillings", "KES", i) if key in ("sh", "shs") else str(data["prefixes"][form])
    if key == "." and i and doc.low[i - 1] == "rs" and doc.glued(i - 1):
        return i - 1, of_country(doc, "rupees", "INR", i)
    if key == "/" and i and doc.forms[i - 1] == "S" and _is_amount(doc, tags, first):
        return i - 1, "PEN"  # S/50 million
    if form in data["letters"] and doc.glued(i) and _is_amount(doc, tags, first):
        return i, str(data["letters"][form])
    if key == "=" and i and doc.low[i - 1] == "y" and doc.glued(i) and doc.glued(i - 1):
        return i - 1, "JPY"  # Y=500: a typewriter's yen sign
    return first, None


@cache
def before_amounts() -> frozenset[str]:
    """The keys of all that may stand before an amount."""
    data = load_json("units")
    before = (*data["symbols"], *codes(), *map(str.lower, data["letters"]), *map(str.lower, data["prefixes"]))
    return frozenset([*before, "dlrs", ".", "=", "/"])


def _is_amount(doc: Doc, tags: str, i: int) -> bool:
    """Whether the figure at token i is money by its looks: 18.5, 5 million, 6m, 1,200."""
    return "," in doc.low[i] or "." in doc.low[i] or tags[i + 1:i + 2] in ("S", "k") and doc.low[i:i + 2] != ["2", "k"]  # Y2K
