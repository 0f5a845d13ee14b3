"""Finds the numbers of a text and puts each together with its hedge, its unit or the noun it counts.

A pattern over the tag string (`words`) tells where a number may begin; `values` reads it, `labels` throws out names and dates,
`phrases` finds what stands around it.
"""

from __future__ import annotations

import re
from functools import cache

from newsfacts.drafts import Number, Timex
from newsfacts.lexicon import load_json
from newsfacts.numbers import labels, phrases
from newsfacts.numbers.values import Atom, digits, spelled, words
from newsfacts.numbers.words import TAGGER
from newsfacts.report import Num
from newsfacts.tokens import Doc

_START = re.compile(r"[DYoutyhSzVvcHBZ]|a(?=[hSzcQH])|f|\$")
_PLURALS = re.compile(r"V(?:OV)*")


def find(doc: Doc, timexes: list[Timex]) -> list[Number]:
    """The quantities of a text, in text order; numbers of dates are none.

    `head` is the last token of the counted noun ("three Russian cruise missiles": missiles), -1 where it is left out ("Sixty were
    fired") or where only an adjective or participle stands for it ("12 dead", "five wounded").
    """
    tags = "".join(TAGGER.tags(doc.forms))
    dated: set[int] = set()
    for timex in timexes:
        if timex.type != "DURATION":
            dated.update(range(timex.first, timex.last))
    out: list[Number] = []
    at, mark = 0, 0
    while (match := _START.search(tags, at)) is not None:
        first = match.start()
        atom = _atom(doc, tags, first)
        if atom is None:
            at = first + 1
            continue
        at = atom.last
        if labels.is_list_mark(doc, tags, first, at, mark + 1):
            mark = int(doc.low[first])
            continue
        if atom.first in dated and not (at < len(tags) and (tags[at] == "E" or tags[at] == "-" and tags[at + 1:at + 2] == "E")):
            while at in dated:
                at += 1
            continue
        if labels.is_label(doc, tags, atom.first, atom.last):
            at = _after_name(doc, tags, at)
            continue
        number = _phrase(doc, tags, atom)
        if number is not None:
            out.append(number)
            at = max(at, number.nlast)
    _link(doc, tags, out)
    return out


def _after_name(doc: Doc, tags: str, at: int) -> int:
    """The end of a code that goes on without white space: 555-0134, 03/12/2023, 23:40."""
    n = len(tags)
    while at < n and doc.ends[at - 1] == doc.starts[at] and tags[at] in "DY-/:.k," and (tags[at] in "DYk" or at + 1 < n and tags[at + 1] in "DYk" and doc.glued(at)):
        at += 1
    return at


def _atom(doc: Doc, tags: str, i: int) -> Atom | None:
    """The bare number at token i."""
    tag = tags[i]
    low, n = doc.low, len(tags)
    after = tags[i + 1] if i + 1 < n else ""
    if tag in "DY":
        return _figure(doc, tags, i)
    if tag == "V":
        return _plural(doc, tags, i)
    if tag == "v" or tag == "f" or tag == "c":
        return _few(doc, tags, i, i)
    if tag == "a":
        if after == "c":
            return _few(doc, tags, i, i + 1)
        if after in "HQ":
            return None
    if tag == "H":
        if after == "a" and i + 2 < n and tags[i + 2] in "hSz":
            end, value, scale = spelled(doc, tags, i + 1)
            return Atom(i, end, _half(value), scale=scale)
        if after in "Sz" and after:
            end, value, scale = spelled(doc, tags, i + 1)
            return Atom(i, end, _half(value), scale=scale)
        if after == "a" and i + 2 < n and tags[i + 2] in "EU":
            return Atom(i, i + 2, 0.5)
        if after == "T" or after == "O":
            return Atom(i, i + 1, 0.5, fraction=True)
        return None
    if tag in "$BZ":
        return None
    end, value, scale = spelled(doc, tags, i)
    if end == i:
        return None
    if tag == "t" and end == i + 1 and end < n and tags[end] in "ty":
        return None
    if scale == 12 and tags[end:end + 3] == "&aH":
        return Atom(i, end + 3, value + 6)
    if tags[end:end + 3] == "&aH" or (tags[end:end + 6] == "-&-a-H"):
        end += 3 if tags[end] == "&" else 6
        if end < n and tags[end] == "S":
            return Atom(i, end + 1, int((value + 0.5) * words()[low[end]]), scale=words()[low[end]])
        return Atom(i, end, value + 0.5)
    fraction = _share(doc, tags, end, value)
    if fraction is not None:
        return Atom(i, fraction[0], fraction[1], fraction=True)
    return Atom(i, end, value, scale=scale)


def _half(value: int) -> Num:
    return value // 2 if value % 2 == 0 else value / 2


def _share(doc: Doc, tags: str, end: int, value: Num) -> tuple[int, Num] | None:
    """(end, share) of "two-thirds", "three quarters"."""
    at = end + (tags[end:end + 1] == "-")
    if tags[at:at + 1] != "Q" or doc.low[at] == "quarter" and value != 1:
        return None
    below = load_json("numbers")["fractions"][doc.low[at]]
    if value != 1 and not doc.low[at].endswith("s"):
        return None
    if value >= below:
        return None
    if tags[at + 1:at + 2] == "-":
        return None
    return at + 1, value / below


def _figure(doc: Doc, tags: str, i: int) -> Atom | None:
    """A number in digits, with the scale word after it."""
    n, text = len(tags), doc.text[doc.starts[i]:doc.ends[i]]
    end = i + 1
    if end < n and tags[end] == "D" and 0 < len(text) <= 3 and text[0] != "0" and text.isdecimal():
        while end < n and tags[end] == "D" and len(doc.low[end]) == 3 and doc.low[end].isdecimal() and doc.text[doc.ends[end - 1]:doc.starts[end]] in (" ", "\u00a0", "\u2009", "\u202f"):
            text += doc.low[end]
            end += 1
        if end < n and tags[end] == "D" and end > i + 1:
            return None
    scale = 1
    if end < n:
        tag = tags[end]
        if tag == "S" or tag == "h":
            scale = words()[doc.low[end]]
            end += 1
            if end < n and tags[end] == "S" and words()[doc.low[end]] > 1:
                scale *= words()[doc.low[end]]
                end += 1
        elif tag == "z":
            scale, end = 12, end + 1
        elif tag == "-" and end + 1 < n and tags[end + 1] == "S" and doc.glued(end):
            scale, end = words()[doc.low[end + 1]], end + 2
        elif tag == "k" and doc.glued(end - 1) and not (end + 1 < n and doc.glued(end) and tags[end + 1] not in ".,)\"'-:+/" and doc.low[end + 1]):
            money = i > 0 and tags[i - 1] == "$"
            after = tags[end + 1] if end + 1 < n else ""
            if doc.low[end] != "m" or money or after in "N" and after:
                scale, end = words()[doc.low[end]], end + 1
    if text[0] == "0" and len(text) > 1 and text.isdecimal():
        return None
    value = digits(text, scale)
    if value is None:
        return None
    if scale == 1 and end + 2 < n and tags[end:end + 2] == "D/" and doc.glued(end) and doc.glued(end + 1):
        part = _slash(doc, end)
        if part is not None:
            return Atom(i, end + 3, value + part)
    if scale == 1 and tags[end:end + 1] == "/" and end + 1 < n and doc.glued(i) and doc.glued(end):
        part = _slash(doc, i)
        if part is not None:
            return Atom(i, end + 2, part, fraction=True)
    return Atom(i, end, value, scale=scale)


def _slash(doc: Doc, i: int) -> float | None:
    """The value of 1/2, 3/4 at token i; None for 9/11, 24/7, 50/50."""
    if i + 2 >= len(doc.low):
        return None
    above, below = doc.low[i], doc.low[i + 2]
    if not (above.isdecimal() and below.isdecimal() and len(above) < 3 and len(below) < 3):
        return None
    if not 0 < int(above) < int(below) <= 16 or int(below) in (7, 9, 11, 13) or (i + 3 < len(doc.low) and doc.glued(i + 2) and doc.low[i + 3] == "/"):
        return None
    return int(above) / int(below)


def _plural(doc: Doc, tags: str, i: int) -> Atom | None:
    """Dozens, thousands, tens of thousands: a lower bound."""
    match = _PLURALS.match(tags, i)
    assert match is not None
    end, low = match.end(), doc.low
    after = tags[end] if end < len(tags) else ""
    values = words()
    if low[i] == "scores" and not (after == "O" or after in "xj") or low[i] == "tens" and end == i + 1:
        return None
    value = values[low[i]]
    for k in range(i + 2, end, 2):
        value *= values[low[k]] // 2
    return Atom(i, end, min(value, 10**15), vague=True)


def _few(doc: Doc, tags: str, first: int, i: int) -> Atom | None:
    """Several hundred, a few dozen, a couple of, a handful of: token i is the vague word."""
    low, n, tag = doc.low, len(tags), tags[i]
    if tag == "c":
        value, kind = load_json("numbers")["groups"][low[i]]
        end = i + 1
        if first == i or end >= n:
            return None
        if tags[end] == "O":
            end += 1
        elif low[i] != "couple":
            return None
        if end < n and tags[end] in "hSzE" or end < n and tags[end] == "V":
            if tags[end] in "hSz":
                return Atom(first, end + 1, value * words()[low[end]])
        return Atom(first, end, value, vague=kind == "vague", of=tags[end - 1] == "O")
    value = words()[low[i]]
    if tag == "f":
        if i and (tags[i - 1] == "a" or low[i - 1] in ("past", "last", "next", "first", "these", "those", "coming", "recent")):
            first = i - 1 if tags[i - 1] == "a" else i
        else:
            return None
    if i + 1 < n and tags[i + 1] in "hSz":
        return Atom(first, i + 2, value * words()[low[i + 1]], vague=True)
    return Atom(first, i + 1, value, vague=True)


def _phrase(doc: Doc, tags: str, atom: Atom) -> Number | None:
    """The number with everything around it."""
    low, n = doc.low, len(tags)
    first, last = atom.first, atom.last
    start = first
    unit = None
    money = None
    if tags[first] in "DYoutyhSzaHVcvf":
        start, money = _symbol(doc, tags, first)
    value: Num | None = atom.value
    lower: Num | None = atom.value
    upper: Num | None = None if atom.vague else atom.value
    modifier = "exact"
    if atom.vague:
        value, modifier = None, "vague"
    else:
        joined = _range(doc, tags, atom, start, money)
        if joined is not None:
            last, lower, upper = joined
            value, modifier = None, "range"
    nlast = last
    begin, hedge, more = phrases.before(doc, start)
    if modifier == "range" and begin == start and start and low[start - 1] in ("between", "from"):
        begin = start - 1
    end, tail = phrases.after(doc, last)
    last = end
    hedge = hedge or tail
    if modifier == "exact" and hedge:
        modifier = hedge
        lower, upper = _bounds(hedge, atom.value)
    if low[last:last + 1] and low[last] in _more_after() and low[last + 1:last + 2] != ["than"]:
        more = True
    glued = last < n and last > 0 and doc.ends[last - 1] == doc.starts[last]
    noun: phrases.Noun | None = None
    kind = "count"
    name: str | None = money
    if money:
        kind = "money"
        found = phrases.unit(doc, last, glued)
        if found and found.kind == "money":
            last = found.last
    elif atom.fraction:
        kind, name = "fraction", "fraction"
        noun = _of(doc, tags, last)
    else:
        unit = _unit(doc, tags, last, glued)
        if unit is not None:
            last, name, kind = unit
            if kind == "duration":
                last, kind = _age(doc, tags, last, kind)
        elif _is_age(doc, tags, first, nlast, atom.value):
            name, kind = "year", "age"
        elif value == 1 and modifier == "exact" and tags[first] == "o":
            if not _counts(doc, tags, first, last):
                return None
            noun = _one(doc, tags, last)
        elif tags[last:last + 1] == "-" and glued:
            noun = _compound(doc, tags, last)
            if noun is None and low[last + 1:last + 2] == ["strong"]:
                last += 2
        else:
            noun = _counted(doc, tags, last, atom, value)
    if noun is not None:
        last = noun.last
    s, e = doc.starts[begin], doc.ends[last - 1]
    number = Number(begin, last, first, nlast, s, e, doc.starts[first], doc.ends[nlast - 1], value, lower, upper, modifier, name,
                    noun.lemma if noun else None, noun.head if noun else -1, kind, more=more)
    if last < n and low[last] in ("each", "apiece") or low[last:last + 3] in (["on", "either", "side"], ["on", "each", "side"]):
        number.each = True
    return number


@cache
def _more_after() -> frozenset[str]:
    return frozenset(load_json("numbers")["more_after"])


def _bounds(modifier: str, value: Num) -> tuple[Num | None, Num | None]:
    """Inclusive bounds of a hedged number."""
    if modifier in ("at_least", "more_than"):
        return value, None
    if modifier in ("at_most", "less_than"):
        return None, value
    return None, None


def _symbol(doc: Doc, tags: str, first: int) -> tuple[int, str | None]:
    """(first token, currency) of the symbol or code before a number: US$, €, USD."""
    if not first:
        return first, None
    units = load_json("units")
    key, i = doc.low[first - 1], first - 1
    if tags[i] == "$":
        prefix = doc.low[i - 1] if i else ""
        if key == "$" and prefix in units["dollar_prefixes"] and (doc.glued(i - 1) or len(prefix) > 1) and doc.text[doc.starts[i - 1]].isupper() | (prefix in ("us", "hk", "nz")):
            return i - 1, units["dollar_prefixes"][prefix]
        return i, units["symbols"][key]
    if key in units["codes"] and (doc.text[doc.starts[i]].isupper()):
        if key == "ps" and not doc.glued(i):
            return first, None
        return i, units["codes"][key]
    return first, None


def _range(doc: Doc, tags: str, atom: Atom, start: int, money: str | None) -> tuple[int, Num, Num] | None:
    """(last, low, high) of "5 to 7", "250-300", "six or seven", "between 3 and 5", "$20 to $25"."""
    low, n, i = doc.low, len(tags), atom.last
    word = low[start - 1] if start else ""
    if i >= n or atom.fraction:
        return None
    unit = None
    tag = tags[i]
    if tag not in "->|&":
        glued = doc.ends[i - 1] == doc.starts[i]
        unit = _unit(doc, tags, i, glued)
        if unit is None or unit.last >= n:
            return None
        i = unit.last
        tag = tags[i]
    if tag == "-":
        if tags[i - 1] not in "DYSk%" and not doc.glued(i):
            return None
    elif tag == "&":
        if word != "between":
            return None
    elif tag != ">" and tag != "|":
        return None
    j = i + 1
    if tag == ">" and low[j:j + 1] == ["as"] and low[j + 1:j + 3] == ["many", "as"]:
        j += 3
    if low[j:j + 2] == ["up", "to"]:
        j += 2
    if j < n and tags[j] == "$":
        if not money:
            return None
        j += 1
    elif j + 1 < n and tags[j + 1] == "$" and money:
        j += 2
    if j >= n or tags[j] not in "DYoutyhSza":
        return None
    other = _atom(doc, tags, j)
    if other is None or other.vague or other.fraction:
        return None
    lower, upper = atom.value, other.value
    if atom.scale == 1 and other.scale > 1 and unit is None and tags[j - 1] != "$" and lower < upper / other.scale:
        lower *= other.scale
        lower = int(lower) if lower == int(lower) else lower
    if unit is not None:
        again = _unit(doc, tags, other.last, other.last < n and doc.glued(other.last - 1))
        if again is None or again.name != unit.name:
            return None
    if tag == "-" and tags[atom.first] in "DY" and tags[j] in "DY":
        if not doc.glued(i) and doc.glued(i - 1) or labels.is_score(doc, tags, start, i, other.last, lower, upper):
            return None
        if j + 1 < n and other.last < n and doc.glued(other.last - 1) and tags[other.last] == "-" and tags[other.last + 1:other.last + 2] in ("D", "Y"):
            return None
    if tag == "|" and not (lower < upper <= lower * 3 + 2):
        return None
    if tag == ">" and upper <= lower and not (unit or money) and word != "from":
        return None
    if tag == "&" and upper <= lower:
        return None
    return other.last, min(lower, upper), max(lower, upper)


def _unit(doc: Doc, tags: str, last: int, glued: bool) -> phrases.Unit | None:
    """The unit after a number, also with "of" in front ("millions of dollars") or a hyphen ("30-kilometre")."""
    tag = tags[last] if last < len(tags) else ""
    if tag == "-" and glued and doc.glued(last):
        return phrases.unit(doc, last + 1, False)
    if tag == "O":
        found = phrases.unit(doc, last + 1, False)
        return found if found and found.kind in ("money", "measure", "duration") and tags[last - 1] in "VSh" else None
    if tag in "jn" and tag and doc.low[last] in ("more", "additional", "extra", "other", "full", "consecutive", "long", "straight", "further"):
        return phrases.unit(doc, last + 1, False)
    if tag in "UEM%knjsCix" and tag:
        return phrases.unit(doc, last, glued)
    return None


def _age(doc: Doc, tags: str, last: int, kind: str) -> tuple[int, str]:
    """Whether a duration is an age: "12-year-old", "8 months old", "3 years of age"."""
    low = doc.low
    if low[last:last + 1] == ["old"]:
        return last + 1, "age"
    if low[last:last + 2] == ["-", "old"] or low[last:last + 2] == ["-", "olds"]:
        return last + 2, "age"
    if low[last:last + 2] == ["of", "age"]:
        return last + 2, "age"
    return last, kind


def _is_age(doc: Doc, tags: str, first: int, last: int, value: Num) -> bool:
    """A bare number that is an age: "aged 19 and 22", "Ivo Tarn, 61, was"."""
    low = doc.low
    if not 0 <= value <= 120:
        return False
    i = first - 1
    if i >= 0 and low[i] in load_json("numbers")["ages_before"]:
        return True
    if i > 1 and tags[i] in "&,|>" and tags[i - 1] in "Dtyu" and low[i - 2] in ("aged", "ages"):
        return True
    if tags[first] != "D" or i < 1 or last >= len(tags):
        return False
    if tags[i] == "," and tags[last] in ",." and tags[i - 1] in "CK" and tags[last - 1] == "D" and 1 <= value <= 110:
        return tags[last] == "," and tags[last + 1:last + 2] not in ("C", "K", "D")
    return tags[i] == "(" and tags[last] == ")" and tags[i - 1] in "C" and tags[i - 2:i - 1] == "C"


def _counts(doc: Doc, tags: str, first: int, last: int) -> bool:
    """Whether "one" is a number rather than a pronoun."""
    low = doc.low
    data = load_json("numbers")
    before = low[first - 1] if first else ""
    after = low[last] if last < len(low) else ""
    if before in data["not_one_before"] and not (before in ("the", "some", "that", "this", "which") and tags[last:last + 1] in ("s", "n", "j", "C")):
        return False
    if tags[last:last + 1] == "-":
        return True
    return after not in data["not_one_after"]


def _one(doc: Doc, tags: str, last: int) -> phrases.Noun | None:
    tag = tags[last:last + 1]
    if tag == "O":
        return phrases.set_noun(doc, tags, last) or phrases.set_of_possessor(doc, tags, last)
    return phrases.single_noun(doc, tags, last)


def _compound(doc: Doc, tags: str, at: int) -> phrases.Noun | None:
    """The noun of "40-drone attack", "a 12-vehicle convoy": the word behind the hyphen."""
    if doc.glued(at) and tags[at + 1:at + 2] in ("s", "n", "N"):
        if doc.low[at + 1] in ("strong", "plus", "odd", "fold"):
            return None
        return phrases.Noun(at + 1, phrases.singular(doc.low[at + 1]), at + 2)
    return None


def _of(doc: Doc, tags: str, at: int) -> phrases.Noun | None:
    """The noun after "of" behind a share: "two-thirds of parliament", "half the village"."""
    i = at
    if tags[i:i + 1] == "O":
        i += 1
    if tags[i:i + 1] == "T" or tags[i:i + 1] == "a":
        i += 1
    if i == at:
        return None
    return phrases.plural_noun(doc, tags, i) or phrases.single_noun(doc, tags, i)


def _counted(doc: Doc, tags: str, last: int, atom: Atom, value: Num | None) -> phrases.Noun | None:
    """The counted noun of a number above one."""
    tag = tags[last:last + 1]
    if not tag:
        return None
    if atom.of:
        return phrases.plural_noun(doc, tags, last)
    if tag == "O":
        if tags[last + 1:last + 2] in ("D", "u", "t", "y"):
            return None
        return phrases.set_noun(doc, tags, last) or phrases.set_of_possessor(doc, tags, last)
    if tag in "nsjlCKNP\"-":
        return phrases.plural_noun(doc, tags, last) or (phrases.single_noun(doc, tags, last) if value == 1 else None)
    return None


def _link(doc: Doc, tags: str, numbers: list[Number]) -> None:
    """Sets the whole of each part: "139 of the 176 drones", "60 out of 75"; the part takes the noun of its whole."""
    for k in range(len(numbers) - 1):
        part, whole = numbers[k], numbers[k + 1]
        at = part.nlast
        gap = doc.low[at:whole.first]
        if len(gap) > 3 or not gap:
            continue
        if gap[0] == "out":
            gap = gap[1:]
        if gap and gap[0] == "of" and gap[1:] in ([], ["the"], ["its"], ["their"], ["those"], ["these"], ["all"]) and whole.kind == "count":
            part.whole = k + 1
            if part.head < 0 and whole.head >= 0:
                part.head, part.noun = whole.head, whole.noun
                part.last, part.end = whole.last, whole.end
