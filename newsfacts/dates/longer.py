"""Joins of longer times: the third quarter of 2023, July of that year, the first nine months of 2023, two days before Christmas."""

from __future__ import annotations

from newsfacts.dates.atoms import Atom, Text
from newsfacts.dates.readings import (
    ANCHOR,
    NEAR,
    QUARTER,
    REF,
    Clock,
    Containing,
    Day,
    Edge,
    First,
    Fixed,
    Holiday,
    Last,
    Nth,
    Offset,
    Part,
    Reading,
    Same,
    Season,
    Unit,
    Weekday,
    Within,
)
from newsfacts.dates.words import GROUP

Gap = tuple[str, ...]
_JOINTS = frozenset((",", "and", "or", "to", "through", "-", "until"))  # between days of one week
_DAILY: frozenset[Gap] = frozenset(((), ("on",), (",",), ("at",), ("in", "the"), ("by",), ("until",), ("from",)))
_OF: frozenset[Gap] = frozenset(((), ("of",), ("in",), (",",), ("of", "the"), ("of", "fiscal")))
_BEFORE: frozenset[Gap] = frozenset((("before",), ("after",), ("prior", "to"), ("ahead", "of"), ("before", "the"), ("from",)))
_AND: frozenset[Gap] = frozenset(((), (",",), ("and",), (",", "and")))
_WEEK_OF: frozenset[Gap] = frozenset((("of",), ("of", "the"), ("beginning",), ("starting",), ("commencing",), ("beginning", "on")))
_WEEKEND: frozenset[Gap] = frozenset((("-",), ("–",), ("and",), ("to",)))
_FINENESS = "YMWDhms"
_SPANS = frozenset(("and", "to", "-", "–", "or", "until", "till", "through"))
APART = 5  # tokens between expressions that have nothing to do with one another
_UNITS = {"D": "D", "W": "W", "M": "M", "Q": "Q", "Y": "Y"}
_TIMES = {"YM": 12, "WD": 7, "Dh": 24, "hm": 60, "ms": 60}
_SHORT = {"H": "h", "M": "m", "S": "s"}


def longer(t: Text, a: Atom, gap: Gap, b: Atom) -> Atom | None:
    """Joins a part of a longer time to it, or a distance to what it counts from."""
    ra, rb = a.reading, b.reading
    if isinstance(rb, Day) and rb.month is None and rb.day is None:  # a year alone
        if isinstance(ra, Clock) and isinstance(ra.of, Day) and ra.of.year is None and gap == ():
            return a.replaced(last=b.last, reading=ra.replaced(of=ra.of.replaced(year=rb.year)))  # Sun Dec 3 10:15:00 2023
        if isinstance(ra, Day) and ra.year is None and rb.bc and gap in ((), (",",)):
            return a.replaced(last=b.last, reading=ra.replaced(year=rb.year, bc=True))
    if isinstance(rb, Nth) and rb.unit == "Q" and rb.of is None and a.kind == "G" and _is_year(ra) and gap in ((), ("'s",)):
        return b.replaced(first=a.first, reading=rb.replaced(of=ra))  # last year's third quarter
    if isinstance(ra, Offset) and ra.sign < 0 and ra.base == REF and gap == () and ra.n:
        if isinstance(rb, Weekday) and ra.unit == "W" and rb.shift is None:
            return Atom(a.first, b.last, "C", "DATE", Weekday(rb.day, -int(ra.n) - 1))  # a week ago Thursday
        day = isinstance(rb, Unit) and rb.unit == "D"
        current = isinstance(rb, Unit) and rb.unit in "WM" and rb.shift == 0 or isinstance(rb, Day) and rb.shift == 0
        if day or current and ra.unit in "YT":  # a week ago today, four years ago this month, a year ago this May
            return Atom(a.first, b.last, "C" if day else "G", "DATE", Offset(ra.n, ra.unit, -1, rb, exact=True))
    if a.kind == "U" and isinstance(rb, Weekday) and rb.shift == -1 and gap == () and isinstance(ra, Fixed) and ra.value == "P1W":
        return Atom(a.first, b.last, "C", "DATE", rb.replaced(shift=-2))  # a week last Saturday
    if b.kind == "G":
        joined = _of_longer(t, a, gap, b)
        if joined is not None:
            return joined
    if isinstance(ra, Unit) and ra.unit == "E" and ra.base == NEAR and gap == ("of",) and isinstance(rb, Day) and rb.day:
        return Atom(a.first, b.last, "G", "DATE", Containing("E", rb))
    if isinstance(ra, Containing) and ra.unit == "E" and gap in _WEEKEND and isinstance(ra.of, Day) and isinstance(rb, Day) and (
            rb.day and (rb.month or ra.of.month) and t.tag(b.first) == "1"):
        return a.replaced(last=b.last)  # the weekend of June 10-11
    if a.kind == "O" and isinstance(ra, Unit):
        if ra.unit == "W" and gap in _WEEK_OF and b.kind in "CB":
            return Atom(a.first, b.last, "G", "DATE", Containing("W", rb))
        if gap in (("before",), ("after",)) and b.kind in "CBG":
            return Atom(a.first, b.last, "C" if ra.unit == "D" else "G", "DATE", Offset(1, ra.unit, -1 if gap[0] == "before" else 1, rb))
    if a.kind == b.kind == "U" and gap in _AND and isinstance(ra, Fixed) and isinstance(rb, Fixed):
        both = _added(ra.value, rb.value)
        return None if both is None else a.replaced(last=b.last, reading=Fixed(both))  # two years and six months
    if a.kind == "U" and isinstance(ra, Fixed) and isinstance(rb, Offset) and isinstance(rb.base, str) and gap in _AND and rb.n:
        told = plain_duration(ra.value) or (None, "")  # two hours and 45 minutes later
        times = _TIMES.get(told[1] + rb.unit)
        if times and told[0]:
            return b.replaced(first=a.first, reading=rb.replaced(n=told[0] * times + rb.n))
    if a.kind == "U" and gap == ("on",) and isinstance(rb, Weekday) and isinstance(ra, Fixed) and rb.shift is None:
        weeks = plain_duration(ra.value) or (None, "")  # a week on Friday
        if weeks[1] == "W" and t.tags[a.first] in "act" and t.word(a.first - 1) not in GROUP.before_a:
            return Atom(a.first, b.last, "C", "DATE", Offset(weeks[0], "W", 1, rb, exact=True))
    if a.kind == "U" and b.kind in "CB" and gap in _BEFORE and isinstance(ra, Fixed) and t.tags[a.first] != "D":
        parsed = plain_duration(ra.value)
        since = gap == ("from",) and not isinstance(rb, Unit) and not (isinstance(rb, Weekday) and "W" in str(ra.value))
        if parsed is not None and not since:
            return Atom(a.first, b.last, "G", "DATE", Offset(*parsed, 1 if gap[0] in ("after", "from") else -1, rb, exact=gap == ("from",)))
    return None


def _of_longer(t: Text, a: Atom, gap: Gap, b: Atom) -> Atom | None:
    ra, rb, year = a.reading, b.reading, _is_year(b.reading)
    if gap not in _OF or year and t.tag(b.last) in "-/" and t.glued(b.last - 1) and t.tag(b.last + 1) in "12":
        return None  # the second half of the 2018-19 season
    inner = isinstance(rb, (Day, Unit, Offset, Nth)) and (gap[:1] == ("of",) or isinstance(ra, Nth) and ra.unit.isdecimal())
    if isinstance(ra, Nth) and ra.of is None and (year or inner and ra.unit in "WDEH1234567"):
        return Atom(a.first, b.last, "G", "DATE", ra.replaced(of=rb))
    if a.kind == "F":
        first = _first(t, a, rb)
        if first is not None:
            return Atom(a.first, b.last, "F", "DURATION", first)
    if not year:
        return None
    if isinstance(ra, (Season, Holiday)) and ra.year is None and gap in ((), ("of",)):
        return a.replaced(last=b.last, reading=ra.replaced(year=rb))
    if isinstance(ra, Unit) and ra.shift == 0 and ra.unit in "DWM" and gap in ((), ("of",), ("in",)):
        this = t.low[a.first] == "this" and isinstance(rb, Day)  # on this day in 1969
        if this or ra.base == ANCHOR and (gap != ("in",) or isinstance(rb, Day)):
            return Atom(a.first, b.last, a.kind, "DATE", Same(ra.unit, rb, ra.base))
    if isinstance(ra, Unit) and ra.base == QUARTER and gap == ():
        return Atom(a.first, b.last, "G", "DATE", Same("Q", rb))  # the same quarter last year
    if isinstance(ra, Same) and ra.year is None:
        return a.replaced(last=b.last, reading=ra.replaced(year=rb))
    if isinstance(ra, Day) and ra.year is None and ra.month is not None and isinstance(rb, (Unit, Offset)) and gap in ((), ("of",), (",",)):
        return a.replaced(last=b.last, reading=Within(ra, rb))
    return None


def _is_year(r: Reading) -> bool:
    """2023, last year, a year ago."""
    return isinstance(r, Day) and r.year is not None and r.month is None or isinstance(r, (Unit, Offset)) and r.unit == "Y"


def plain_duration(value: str | None) -> tuple[float | None, str] | None:
    """Number and unit of a plain duration."""
    if not value or value[0] != "P":
        return None
    time = value[1:2] == "T"
    body = value[1 + time:]
    digits = body.rstrip("DWMQYHSX")
    unit = (_SHORT if time else _UNITS).get(body[len(digits):].lstrip("X"))
    if unit is None or not digits.replace(".", "", 1).isdecimal() and digits:
        return None
    return (float(digits) if digits else None), unit


def _added(long: str | None, short: str | None) -> str | None:
    """The sum of two plain durations of which the second has the finer unit: P2Y and P6M, P2Y6M."""
    b = plain_duration(short)
    if b is None or b[0] is None or not long or not short or long[0] != "P" or "X" in long or "." in long + short:
        return None
    last = (_SHORT if "T" in long else _UNITS).get(long[-1])
    if last is None or _FINENESS.find(last) >= _FINENESS.find(b[1]):
        return None
    return long + (short[1:].lstrip("T") if "T" in long else short[1:])


def _first(t: Text, a: Atom, of: Reading) -> First | None:
    """The first nine months, the last two weeks (of a longer time)."""
    parsed = plain_duration(a.reading.value) if isinstance(a.reading, (Fixed, Last)) else None
    if parsed is None or parsed[0] is None or parsed[0] != int(parsed[0]) or parsed[0] > 400 or parsed[1] not in "DWMQY":
        return None
    return First(int(parsed[0]) * (1 if "first" in t.low[a.first:a.last] else -1), parsed[1], of)


def _each_day(t: Text, a: Atom, b: Atom) -> bool:
    """Whether a time is told of every day or weekday beside it: at 8 a.m. each day, daily at 8 a.m."""
    if b.kind != "S" or not isinstance(a.reading, (Clock, Part)) or a.reading.of is not None:
        return False
    gap = tuple(t.low[a.last:b.first] if a.first < b.first else t.low[b.last:a.first])
    return gap in _DAILY and isinstance(b.reading, Fixed) and b.reading.value in ("P1D", "XXXX-WXX-WD")


def share(t: Text, atoms: list[Atom]) -> None:
    """What counts for both ends of a span: from May 3 to June 9, 2015; between 2 and 4 a.m. on Sunday."""
    for k in range(len(atoms) - 2, -1, -1):
        a, b = atoms[k], atoms[k + 1]
        if isinstance(b.reading, Clock) and isinstance(b.reading.of, (Unit, Offset)) and b.reading.of.base == ANCHOR:
            continue  # it left at 22:15 and came at 6:40 the next day
        if _each_day(t, a, b):
            atoms[k] = a.replaced(reading=a.reading.replaced(of=Fixed("XXXX-XX-XX")))
        elif _each_day(t, b, a):
            atoms[k + 1] = b.replaced(reading=b.reading.replaced(of=Fixed("XXXX-XX-XX")))
            end = atoms[k + 2] if k + 2 < len(atoms) else a
            if isinstance(end.reading, Clock) and end.reading.of is None and end.first - b.last == 1 and t.low[b.last] in _SPANS:
                atoms[k + 2] = end.replaced(reading=end.reading.replaced(of=Fixed("XXXX-XX-XX")))  # daily from 9 a.m. to 5 p.m.
        if isinstance(a.reading, Weekday) and isinstance(b.reading, Weekday) and t.low[a.last] in _JOINTS and b.first - a.last == 1 and (
                b.reading.week is not None and a.reading.week is None and a.reading.shift is None):
            atoms[k] = a.replaced(reading=a.reading.replaced(week=b.reading.week))  # on Monday and Tuesday last week
        if isinstance(a.reading, Nth) and isinstance(b.reading, Nth) and a.reading.unit == b.reading.unit and a.reading.of is None and (
                b.first - a.last == 1 and t.low[a.last] == "and"):
            atoms[k] = a.replaced(reading=a.reading.replaced(of=b.reading.of))  # the first and second quarters of 2022
        if b.first - a.last != 1 or t.low[a.last] not in _SPANS:
            again = a.kind == b.kind == "T" and b.first - a.last < APART and "and" in t.low[a.last:b.first]
            if again and isinstance(a.reading, Clock) and isinstance(b.reading, Clock) and a.reading.of is None:
                atoms[k] = a.replaced(reading=a.reading.replaced(of=b.reading.of))  # at 3 p.m. and again at 8 p.m. on Sunday
            continue
        edge = a.reading.mod if isinstance(a.reading, Edge) else None
        ra, rb = (r.of if isinstance(r, Edge) else r for r in (a.reading, b.reading))
        if isinstance(ra, Clock) and isinstance(rb, Clock) and ra.of is None and rb.of is not None:
            back = ra.hour > rb.hour and not isinstance(rb.of, Part)  # between 10 p.m. and 2 a.m. Saturday
            atoms[k] = a.replaced(reading=ra.replaced(of=Offset(1, "D", -1, rb.of, exact=True) if back else rb.of))
        if not (isinstance(ra, Day) and isinstance(rb, Day)) or ra.shift is not None:
            continue
        if ra.month is None and ra.day and rb.month and rb.day:  # from the 15th to the 17th of September
            atoms[k] = a.replaced(reading=ra.replaced(year=rb.year, month=rb.month - (ra.day > rb.day) or 12))
        if ra.year is None and rb.year is not None and ra.month and rb.month:
            dated = ra.replaced(year=rb.year - (ra.month > rb.month), bc=rb.bc)
            atoms[k] = a.replaced(reading=dated if edge is None else Edge(edge, dated))
