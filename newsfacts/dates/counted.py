"""Numbers of units: three days, two years ago, the past six weeks, every two days, ten-day; years, for weeks, the coming days."""

from __future__ import annotations

from newsfacts.dates.atoms import Atom, Text, approximated, duration, number_before
from newsfacts.dates.readings import ANCHOR, REF, First, Fixed, Last, Offset, Unit
from newsfacts.dates.words import GROUP, data

_AGE = 130  # years: who is older is no one's age
Count = tuple[float | None, int]  # value, first token


def counted(t: Text, i: int, number: Count, floor: int, name: str, hyphen: bool, inner: bool) -> list[Atom]:
    """N units at token i; `inner`: a word such as "last" stands between the number and the unit."""
    value, first = number
    last, plural = i + 1, t.tags[i] == "U"
    if not hyphen and not _agrees(t, i, value, first, name):
        return []
    if name == "h" and first == i - 1 and len(t.low[first]) == 4 and t.low[first].isdecimal() and t.word(first - 1) in GROUP.before_hour:
        return []  # at 2200 hours
    if t.follows(last, "and", "a", "half") and value is not None:
        value, last = value + 0.5, last + 3
    if t.tag(last) == "-" and t.glued(last - 1) and t.word(last + 1) in ("old", "olds", "long"):
        age = name == "Y" and t.low[last + 1] != "long" and (value or 0) < _AGE
        return [] if age else [lasting(first, last + 2, value, name)]
    if t.word(last) == "old" and (name != "Y" or (value or 0) < _AGE) or t.follows(last, "of", "age") or t.word(first - 1) == "aged":
        return []  # an age
    if (t.tag(last) == "a" or t.word(last) == "per") and t.tag(last + 1) == "u" and t.tag(last + 2) != "A":
        return []  # 24 hours a day
    shared = t.tag(last) == "O" and t.word(first - 1) not in ("first", "last") and t.tag(i - 1) in "ctyh1249g"
    if name == "Q" and (hyphen or shared or t.word(last) == "more"):
        return []  # a share
    some = t.low[first] == "some" and t.tag(first - 1) not in "iB" and t.word(first - 1) != "for" and t.word(last) not in GROUP.from_now
    if t.titled(i) and t.tags[first] in "1249" or some:
        return []  # a title; "some days are better"
    if hyphen:
        found = direction(t, last) if value == 0.5 else None
        if found is not None:  # a half-century ago
            return [Atom(t.article(first, floor, "a"), found[1], "G", "DATE", Offset(value, name, found[0], found[2]))]
        return [lasting(first, last, value, name)]
    if first - 2 >= floor and t.tag(first - 1) in "->&" and t.low[first - 1] != "and" and t.tags[first] in "ct12" and value is not None:
        lower = number_before(t, first - 2, floor)
        if lower and lower[0] is not None and lower[0] < value and t.tags[lower[1]] in "ct12":
            value, first = lower
    begin, mod = approximated(t, first, floor)
    if t.low[begin] == "over" and (value is None or t.word(begin - 1) not in GROUP.before_over):
        begin, mod = first, None  # over several years
    if t.follows(last, "or", "so"):
        last, mod = last + 2, mod or "APPROX"
    found = direction(t, last)
    if found is not None:
        sign, end, base = found
        if t.low[begin] == "over" and t.word(begin - 1) in GROUP.taken_over:
            begin, mod = first, None  # took over four months ago
        kind = "C" if name == "D" and value is not None else "G"
        return [Atom(begin, end, kind, "TIME" if name == "N" else "DATE", Offset(value, name, sign, base), bound(mod, sign))]
    return [_lasting(t, i, begin, last, floor, name, value, mod, t.low[i - 1] if inner else "")] if plural or value is not None else []


def _agrees(t: Text, i: int, value: float | None, first: int, name: str) -> bool:
    """Whether the unit may be counted: plural, "one day", "half an hour", "five year" beside a noun."""
    if value == 1 and name == "D" and t.low[first] == "one":
        return t.tag(i + 1) in "AB" or t.word(first - 1) in GROUP.one_day  # not "one day they will be free"
    if t.tags[i] == "U" or value in (1, 0.5):
        return True
    return value is not None and value > 1 and t.tags[first] in "ctyh12" and (name in "YMWDhm" or t.low[i] == "nights")


def _lasting(t: Text, i: int, begin: int, last: int, floor: int, name: str, value: float | None, mod: str | None, sequence: str) -> Atom:
    """Three days, the last three days, the first nine months, every two days."""
    k, text = begin - 1, duration(value, name)
    before = t.tag(k) if k >= floor else " "
    if before == "o" and t.low[k] == "first":
        first = t.article(k, floor)
        yearly = name == "M" and first < k and t.word(first - 1) in ("in", "for") and t.tag(last) in " ,."
        if yearly and value is not None and 1 < value < 12 and value == int(value):  # in the first nine months, profit fell
            return Atom(first, last, "F", "DURATION", First(int(value), name, Unit("Y", 0)))
        return Atom(first, last, "F", "DURATION", Fixed(text))
    if before == "L" and t.low[k] not in GROUP.not_last and not (t.low[k] == "last" and t.word(k - 1) in GROUP.before_verb):
        sequence, begin = t.low[k], t.article(k, floor)
    elif before == "D":
        begin = k
    elif before == "q" and t.low[k] != "per" and not sequence:
        return Atom(k, last, "S", "SET", Fixed(text))
    kind = "F" if sequence in ("last", "final") and value is not None else "U"
    if sequence in GROUP.lasting and value is not None and mod is None:
        return Atom(begin, last, kind, "DURATION", Last(text, value if sequence in GROUP.lasting_forth else -value, name))
    return Atom(begin, last, kind, "DURATION", Fixed(text), mod if mod == "APPROX" else None)


def direction(t: Text, i: int) -> tuple[int, int, str] | None:
    """Ago, later, earlier, from now at token i: -1 or 1, the end, and what it counts from."""
    word = t.word(i)
    if word in GROUP.from_now:
        return (-1 if word == "ago" else 1), i + 1, REF
    if t.follows(i, "from", "now"):
        return 1, i + 2, REF
    if word in GROUP.than and t.word(i + 1) == "than" or word == "prior" and t.word(i + 1) == "to":
        return None
    if word in ("before", "after") and t.word(i + 1) == "that" and clause_ends(t, i + 2):
        return (1 if word == "after" else -1), i + 2, ANCHOR  # two years before that
    if word in ("before", "after") and not clause_ends(t, i + 1):
        return None
    if word in GROUP.back or word in GROUP.forth:
        return (1 if word in GROUP.forth else -1), i + 1, ANCHOR
    return None


def bound(mod: str | None, sign: int) -> str | None:
    """The modifier of a point: about two years ago, APPROX; more than two years ago, BEFORE."""
    if mod in ("MORE", "LESS"):
        return "AFTER" if (mod == "MORE") is (sign > 0) else "BEFORE"
    return mod


def lasting(first: int, last: int, value: float | None, name: str, mod: str | None = None) -> Atom:
    """A duration; only APPROX is told of it."""
    return Atom(first, last, "U", "DURATION", Fixed(duration(value, name)), mod if mod == "APPROX" else None)


def clause_ends(t: Text, i: int) -> bool:
    """Whether nothing follows a "before": two days before, ..."""
    return t.tag(i) in " ,.):" or t.low[i] in GROUP.clause_starts


def bare_plural(t: Text, i: int, j: int, floor: int, name: str) -> list[Atom]:
    """Years, for weeks, recent months, the coming days, months ago, weeks-long."""
    before, word = (t.tag(j), t.word(j)) if j >= floor else (" ", "")
    after, last = t.word(i + 1), i + 1
    if after in ("ago", "earlier", "later"):
        sign, base = (1 if after == "later" else -1), REF if after == "ago" else ANCHOR
        return [Atom(i, i + 2, "G", "DATE", Offset(None, name, sign, base))]
    if before in "Lr":
        if word == "recent":
            return [Atom(j, last + 2 * (t.tags[last:last + 2] == "&U"), "R", "DATE", Fixed("PAST_REF"))]
        if word not in data()["sequence"] or word in GROUP.that or word in GROUP.this:
            return []
        if word == "following" and after == "of":
            return [lasting(i, last, None, name)]  # following weeks of talks
        return [lasting(t.article(j, floor), last, None, name)]
    if name == "E" and (before == "i" or word in GROUP.weekend_work or before == "&" and t.tag(j - 1) == "P"):
        return [Atom(i, last, "S", "SET", Fixed("XXXX-WXX-WE"))]
    if before == "D" and t.tag(last) == "4":
        return []  # the years 1980 to 1988
    if before == "D":
        if after == "ahead":
            return [lasting(j, i + 2, None, name)]
        return [lasting(j, last, None, name)] if t.word(j - 1) in GROUP.throughout and after != "of" else []
    if word == "many" and t.word(j - 1) == "as":
        return []
    if word == "of" and t.low[j - 2:j] == ["a", "matter"] and j - 2 >= floor:
        return [lasting(j - 2, last, None, name)]  # a matter of weeks
    if after == "away" and name not in "smNEQ" or (word in ("even", "not") and t.tags[j - 2:j] == "U," or (
            word == "not" and t.word(j - 1) == "if" and t.tags[j - 3:j - 1] == "U,")):
        return [lasting(i, last, None, name)]  # weeks away; days, even weeks
    if word == "on" and (name == "D" and after in ("when", "that", "of")):
        return []  # on days when it rains
    told = before in "iB>" or word in GROUP.before_plural
    if told and after != "'" and name not in "NEQG" and (name not in "smh" or word in GROUP.before_times):
        return [lasting(i, last, None, name)]
    apart = name in "mhDWMYTC" and after in ("before", "after") and before not in "nqO" and t.word(last + 1) != "hours"
    lasted = name in "WMYTC" or name in "Dh" and (before in " ,." or word.endswith("ed"))
    if apart or lasted and after == "of":
        return [lasting(i, last, None, name)]
    return []
