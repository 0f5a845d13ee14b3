"""Joins found parts to the longest expression: 10 p.m. on Sunday, December 3; overnight on December 2; the end of last month."""

from __future__ import annotations

from collections.abc import Callable

from newsfacts.dates.atoms import Atom, Text
from newsfacts.dates.clocks import four_figures, hour_in
from newsfacts.dates.longer import APART, longer, share
from newsfacts.dates.readings import ANCHOR, BARE, REF, Clock, Day, Edge, Fixed, Holiday, Night, Offset, Part, Reading, Unit, Weekday
from newsfacts.dates.words import GROUP, data

Gap = tuple[str, ...]
Rule = Callable[[Text, Atom, Gap, Atom], Atom | None]
_FOUR = 4  # figures
_AT = frozenset("at by until till since before after".split())
_COMMA: frozenset[Gap] = frozenset(((), (",",), ("the",), (",", "the"), (".",), (".", ",")))
_PART_THEN_DAY: frozenset[Gap] = frozenset(
    ((), ("of",), ("on",), ("of", "the"), ("on", "the"), (",",), ("late",), ("early",), ("from",), ("between",))
)
_INTO: frozenset[Gap] = frozenset((("into",), ("to",), ("into", "early"), ("till",), ("until",)))
_JOINT: frozenset[Gap] = frozenset((("-",), ("–",), ("/",), ("and",)))
_TIME_THEN_DAY: frozenset[Gap] = frozenset(((), ("on",), (",",), (",", "on"), ("of",), ("on", "the"), ("late",), ("early",)))
_TIME_THEN_PART: frozenset[Gap] = _TIME_THEN_DAY | {("in", "the"), ("in",)}
_DAY_THEN_TIME: frozenset[Gap] = frozenset(
    ((), ("t",), ("at",), (",",), (",", "at"), ("at", "about"), ("at", "around"), ("around",), ("about",))
)


def merge(t: Text, atoms: list[Atom]) -> list[Atom]:
    """The expressions of a text from their parts, in text order."""
    joined: list[Atom] = []
    for near in _neighbours(t, _with_hours(t, atoms)):
        if len(near) > 1:
            for rule in (_weekdays, _parts, _clocks, longer):
                near = _join(t, near, rule)
            share(t, near)
        joined += near
    out: list[Atom] = []
    for atom in joined:
        if atom.kind in "ON" or isinstance(atom.reading, Part) and atom.reading.base == BARE and atom.reading.of is None:
            continue
        out.append(edged(t, atom, out[-1].last if out else 0))
    return out


def _neighbours(t: Text, atoms: list[Atom]) -> list[list[Atom]]:
    """The parts in groups that have nothing to do with one another; a bracket that closes behind one may be taken in."""
    out: list[list[Atom]] = []
    end = -APART
    for atom in atoms:
        if atom.first - end < APART or t.tags[end] == ")":
            out[-1].append(atom)
        else:
            out.append([atom])
        end = atom.last
    return out


def _with_hours(t: Text, atoms: list[Atom]) -> list[Atom]:
    """Hours told by four figures before the day: "at 0430 on 3 October"."""
    out: list[Atom] = []
    for atom in atoms:
        figures = atom.first - 2
        if figures > 0 and t.low[figures + 1] == "on" and t.word(figures - 1) in _AT and len(t.low[figures]) == _FOUR and (
                t.low[figures].isdecimal() and isinstance(atom.reading, (Day, Weekday))):
            floor = out[-1].last if out else 0
            if out and (out[-1].first, out[-1].last) == (figures, figures + 1):
                floor = out.pop().first
            out += four_figures(t, figures, figures + 1, floor)
        out.append(atom)
    return out


def _join(t: Text, atoms: list[Atom], rule: Rule) -> list[Atom]:
    """Joins neighbours at most three tokens apart, from the left."""
    out: list[Atom] = []
    for atom in atoms:
        while out and atom.first - out[-1].last <= 3:
            last = out[-1].last
            apart = not t.cuts.isdisjoint(range(last, atom.first + 1))
            joined = None if apart else rule(t, out[-1], tuple(t.low[last:atom.first]), atom)
            if joined is None:
                break
            out.pop()
            atom = joined
        out.append(atom)
    return out


def _weekdays(t: Text, a: Atom, gap: Gap, b: Atom) -> Atom | None:
    """Sunday, December 3; December 3 (Sunday); December 3, a Sunday; Tuesday of last week; Friday next week."""
    ra, rb = a.reading, b.reading
    if isinstance(ra, Weekday):
        if isinstance(rb, Day) and b.kind == "C" and gap in _COMMA:
            return b.replaced(first=a.first, reading=rb.replaced(weekday=ra.day))
        if isinstance(rb, Unit) and rb.unit == "W" and gap in ((), ("of",)):
            return a.replaced(last=b.last, reading=ra.replaced(shift=None, week=rb.shift))
    if isinstance(ra, Day) and a.kind == "C" and ra.weekday is None and isinstance(rb, Weekday) and rb.shift is None:
        bracket = gap == ("(",) and t.tag(b.last) == ")"
        if gap in ((), (",", "a")) or gap == (",",) and ra.year is None or bracket:
            return a.replaced(last=b.last + bracket, reading=ra.replaced(weekday=rb.day))
    return None


def _parts(t: Text, a: Atom, gap: Gap, b: Atom) -> Atom | None:
    """Saturday night, overnight on December 2, the morning of Dec. 2, overnight into Sunday, the night of 2 to 3 December."""
    if a.kind == "C" and b.kind == "B" and gap in ((), ("'s",)):
        inner = _part_in(b.reading)
        if inner is not None and inner.of is None and (inner.base != ANCHOR or inner.shift is None):
            return b.replaced(first=a.first, reading=_with_day(b.reading, inner, a.reading))
    if isinstance(b.reading, Part) and b.reading.base == BARE and gap == ():
        hours = _part_in(a.reading)
        if hours is not None and hours.of is not None and hours.code == b.reading.code:
            return a.replaced(last=b.last)  # the early hours of Sunday morning
    if a.kind == b.kind == "B" and gap == ("of",) and isinstance(b.reading, Part) and t.low[a.last - 1] == "hours":
        inner = _part_in(a.reading)
        if inner is not None and inner.of is None and (b.reading.of is not None or b.reading.base == REF or b.reading.shift == 0):
            return b.replaced(first=a.first)  # the early hours of this morning
    if isinstance(a.reading, Night) and isinstance(b.reading, Part) and b.reading.base == BARE and gap == ():
        return a.replaced(last=b.last)  # Tuesday night into Wednesday morning
    inner = _part_in(a.reading)
    if inner is not None and isinstance(inner.of, Weekday) and isinstance(b.reading, Day) and b.kind == "C" and gap in _COMMA:
        dated = b.reading.replaced(weekday=inner.of.day)  # Thursday morning, October 15
        return a.replaced(last=b.last, reading=_with_day(a.reading, inner, dated))
    if inner is not None and isinstance(inner.of, Weekday) and isinstance(b.reading, Unit) and b.reading.unit == "W" and (
            gap in ((), ("of",))):
        of_week = inner.of.replaced(shift=None, week=b.reading.shift)  # Thursday night of last week
        return a.replaced(last=b.last, reading=_with_day(a.reading, inner, of_week))
    if a.kind != "B" or b.kind != "C" or inner is None:
        return None
    apart = isinstance(b.reading, Offset) or isinstance(b.reading, Holiday) and gap not in (("of",), ("on",))
    if inner.of is None and gap in _PART_THEN_DAY and not apart:
        told = t.tags[a.first] in "DL"  # "this morning, Dec. 2" are two
        told = told and t.low[a.last - 1] != "hours"  # the early morning hours Sunday
        if gap == () and told or gap == (",",) and (a.last - a.first > 1 or not isinstance(b.reading, (Day, Weekday))):
            return None
        return a.replaced(last=b.last, reading=_with_day(a.reading, inner, b.reading))
    if inner.code != "TNI":
        return None
    both = isinstance(inner.of, Day) and isinstance(b.reading, Day) or "between" in t.low[a.first:a.last]
    both = both or gap != ("and",) and isinstance(inner.of, Weekday) and isinstance(b.reading, Weekday)
    begun = inner.of is not None or gap == ("to",) and t.word(a.first - 1) in ("in", "on", "during")  # in the night to Sunday
    if gap in _INTO and (begun or gap[0] == "into") or inner.of is not None and gap in _JOINT and both:
        return a.replaced(last=b.last, reading=Night(inner.of, b.reading))
    return None


def _part_in(reading: Reading) -> Part | None:
    inner = reading.of if isinstance(reading, Edge) else reading
    return inner if isinstance(inner, Part) else None


def _with_day(reading: Reading, inner: Part, day: Reading) -> Reading:
    dated = inner.replaced(of=day, shift=None, base=REF)
    return Edge(reading.mod, dated) if isinstance(reading, Edge) else dated


def _clocks(t: Text, a: Atom, gap: Gap, b: Atom) -> Atom | None:
    """10 p.m. on Sunday; Wednesday at 10:30; 9 a.m. this morning; 3 a.m. (0100 GMT) on Sunday."""
    ra, rb = a.reading, b.reading
    if isinstance(ra, Clock) and ra.of is None:
        if b.kind in "CB" and gap in (_TIME_THEN_DAY if b.kind == "C" else _TIME_THEN_PART):
            told = b.kind == "C" or "p" in t.tags[a.first:a.last] and t.low[a.last - 1] != "o'clock"
            part = None if told else _part_in(rb)
            hour = ra.hour if part is None else hour_in(ra.hour, part.code)
            return a.replaced(last=b.last, reading=ra.replaced(hour=hour, of=rb))
        if b.kind == "S" and gap in ((), ("on",)) and isinstance(rb, Fixed) and len(rb.value or "") == 10 and t.tags[b.last - 1] == "W":
            return Atom(a.first, b.last, "S", "SET", ra.replaced(of=rb))  # 10 a.m. every Saturday
        if isinstance(rb, Clock) and gap == ("(",) and t.tag(b.last) == ")":
            return a.replaced(last=b.last + 1, reading=ra if rb.of is None else ra.replaced(of=_elsewhere(ra.hour, rb.hour, rb.of)))
    if isinstance(rb, Clock) and rb.of is None and a.kind in "CB" and gap in _DAY_THEN_TIME and t.word(a.first - 1) != "ago":
        part = _part_in(ra) if "p" not in t.tags[b.first:b.last] else None  # tonight at 7:30
        return b.replaced(first=a.first, reading=rb.replaced(hour=rb.hour if part is None else hour_in(rb.hour, part.code), of=ra))
    return None


def _elsewhere(hour: int, other: int, day: Reading) -> Reading:
    """The day of a clock time by that of the same time in another zone: 11 p.m. is on Monday where it is 0300 GMT Tuesday."""
    apart = (other - hour >= 12) - (hour - other >= 12)
    return Offset(1, "D", apart, day, exact=True) if apart else day


def edged(t: Text, atom: Atom, floor: int) -> Atom:
    """An expression with the word that narrows it."""
    j = atom.first - 1
    if j < floor or atom.first in t.cuts or atom.kind not in "CGB" or isinstance(atom.reading, Edge) or atom.type not in ("DATE", "TIME"):
        return atom
    word, before = t.low[j], t.word(j - 1) if j > floor else ""
    if word == "late" and t.tag(j - 1) in "uU" and atom.kind == "C":
        return atom  # it opened two hours late Wednesday
    if word in GROUP.edges_in and t.tags[j] == "E":
        mark = atom.kind == "C" or atom.kind == "B" and t.tag(atom.last) == "x" and not t.ends(atom.last)  # in the late Sunday night raid
        return _with(atom, j if mark else t.article(j, floor), word)
    if t.tags[j] == "-" and before in GROUP.edges_hyphen:
        month = isinstance(atom.reading, Day) and atom.reading.month is not None
        return _with(atom, j - 1 if month else t.article(j - 1, floor), before)
    if word == "of" and before in GROUP.edges_of:
        if t.word(atom.last) == "'s" and atom.kind in "CB":
            return atom  # at the end of Monday's race
        first = j - 1
        if t.word(first - 1) == "very" and first - 1 >= floor:
            first -= 1
        return _with(atom, t.article(first, floor), before)
    if word == "of" and t.tag(j - 1) == "U" and j - 2 > floor and t.low[j - 2] in data()["ends"]:  # the last weeks of 2014
        edge = Edge(data()["ends"][t.low[j - 2]], atom.reading)
        return atom.replaced(first=t.article(j - 2, floor), reading=edge)
    if word in ("earlier", "later") and atom.kind == "G" and atom.type == "DATE":
        return atom.replaced(first=j)  # earlier this year: it has the days of the whole
    if before in ("early", "late") and (word == "in" and atom.kind in "GB" or word == "on" and atom.kind in "CB"):
        return _with(atom, j - 1, before)
    return atom


def _with(atom: Atom, first: int, word: str) -> Atom:
    return atom.replaced(first=first, reading=Edge(data()["edges"][word], atom.reading))
