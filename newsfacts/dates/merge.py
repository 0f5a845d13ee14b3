"""Joins found parts to the longest expression: 10 p.m. on Sunday, December 3; overnight on December 2; the end of last month."""

from __future__ import annotations

from newsfacts.dates.atoms import Atom, Text
from newsfacts.dates.readings import ANCHOR, Clock, Containing, Day, Edge, First, Fixed, Holiday, Night, Nth, Offset, Part, Same, Season, Unit, Weekday, Within
from newsfacts.dates.words import data

_INNER = frozenset(("of", "in"))


def merge(t: Text, atoms: list[Atom]) -> list[Atom]:
    """The expressions of a text from their parts, in text order."""
    if len(atoms) > 1:
        for rule in (_weekdays, _parts, _clocks, _longer):
            atoms = _join(t, atoms, rule)
        _share_year(atoms, t)
    out = []
    for k, atom in enumerate(atoms):
        if atom.kind in "ON" or isinstance(atom.reading, Part) and atom.reading.base == "bare" and atom.reading.of is None:
            continue
        out.append(_edged(t, atom, out[-1].last if out else 0) if k >= 0 else atom)
    return out


def _share_year(atoms: list[Atom], t: Text) -> None:
    """From November 20 to December 11, 2015; in April and June 1955: the year counts for both."""
    for k in range(len(atoms) - 2, -1, -1):
        a, b = atoms[k], atoms[k + 1]
        if b.first - a.last != 1 or t.low[a.last] not in _JOINTS:
            continue
        ra, edge = (a.reading.of, a.reading.mod) if isinstance(a.reading, Edge) else (a.reading, None)
        rb = b.reading.of if isinstance(b.reading, Edge) else b.reading
        if isinstance(ra, Clock) and isinstance(rb, Clock) and ra.of is None and rb.of is not None:
            atoms[k] = a._replace(reading=ra._replace(of=rb.of))
        if isinstance(ra, Day) and isinstance(rb, Day) and ra.year is None and rb.year is not None and ra.month and rb.month and ra.shift is None:
            new = ra._replace(year=rb.year - (ra.month > rb.month), bc=rb.bc)
            atoms[k] = a._replace(reading=Edge(edge, new) if edge else new)


_JOINTS = frozenset(("and", "to", "-", "–", "or", "until", "till", "through"))


def _join(t: Text, atoms: list[Atom], rule: object) -> list[Atom]:
    out: list[Atom] = []
    for atom in atoms:
        while out and atom.first - out[-1].last <= 3:
            joined = rule(t, out[-1], tuple(t.low[out[-1].last:atom.first]), atom)  # type: ignore[operator]
            if joined is None:
                break
            out.pop()
            atom = joined
        out.append(atom)
    return out


def _weekdays(t: Text, a: Atom, gap: tuple[str, ...], b: Atom) -> Atom | None:
    """Sunday, December 3; Tuesday of last week; Friday next week."""
    if isinstance(a.reading, Weekday) and a.kind == "C":
        if isinstance(b.reading, Day) and b.kind == "C" and gap in ((), (",",), ("the",), (",", "the"), (".",), (".", ",")):
            return b._replace(first=a.first, reading=b.reading._replace(weekday=a.reading.day))
        if isinstance(b.reading, Unit) and b.reading.unit == "W" and gap in ((), ("of",)):
            return a._replace(last=b.last, reading=a.reading._replace(shift=None, week=b.reading.shift))
    if isinstance(b.reading, Weekday) and b.kind == "C" and b.reading.shift is None and isinstance(a.reading, Day) and a.kind == "C" and a.reading.weekday is None and (
            gap == () or gap == (",",) and a.reading.year is None or gap == ("(",) and t.tags[b.last:b.last + 1] == ")"):
        last = b.last + (gap == ("(",))
        return a._replace(last=last, reading=a.reading._replace(weekday=b.reading.day))
    return None


def _parts(t: Text, a: Atom, gap: tuple[str, ...], b: Atom) -> Atom | None:
    """Saturday night, overnight on December 2, the morning of Dec. 2, overnight into Sunday, the night of 2 to 3 December."""
    if b.kind == "B" and a.kind == "C" and gap in ((), ("'s",)):
        inner = _part_of(b)
        if inner is not None and (inner.base != ANCHOR or inner.shift is None) and inner.of is None:
            part = inner._replace(of=a.reading)
            return Atom(a.first, b.last, "B", "TIME", Edge(b.reading.mod, part) if isinstance(b.reading, Edge) else part)
    if isinstance(a.reading, Night) and isinstance(b.reading, Part) and b.reading.base == "bare" and gap == ():
        return a._replace(last=b.last)
    if a.kind == "B" and b.kind == "C":
        inner = _part_of(a)
        if inner is None:
            return None
        if inner.of is None and gap in ((), ("of",), ("on",), ("of", "the"), ("on", "the"), (",",), ("late",), ("early",), ("from",), ("between",)) and not isinstance(b.reading, Holiday | Offset):
            if gap == () and inner.base == ANCHOR and inner.shift == 0 and t.tags[a.first] in "DL" or gap == (",",) and (a.last - a.first > 1 or not isinstance(b.reading, Day | Weekday)):
                return None
            part = inner._replace(of=b.reading, shift=None, base="ref")
            return Atom(a.first, b.last, "B", "TIME", Edge(a.reading.mod, part) if isinstance(a.reading, Edge) else part)
        if gap in (("into",), ("to",), ("into", "early"), ("till",), ("until",)) and inner.code == "TNI" and (inner.of is not None or gap[0] == "into"):
            return Atom(a.first, b.last, "B", "TIME", Night(inner.of, b.reading))
        if inner.code == "TNI" and inner.of is not None and (gap in (("-",), ("/",), ("and",)) and isinstance(inner.of, Day) and isinstance(b.reading, Day)
                or gap == ("and",) and "between" in t.low[a.first:a.last]):
            return Atom(a.first, b.last, "B", "TIME", Night(inner.of, b.reading))
    if a.kind == "C" and b.kind == "B" and isinstance(a.reading, Day | Weekday) and gap == (",",) and False:
        return None
    return None


def _part_of(a: Atom) -> Part | None:
    reading = a.reading.of if isinstance(a.reading, Edge) else a.reading
    return reading if isinstance(reading, Part) else None


_TIME_THEN_DAY = frozenset(((), ("on",), (",",), (",", "on"), ("of",), ("on", "the"), ("late",), ("early",), ("in", "the"), ("in",)))
_DAY_THEN_TIME = frozenset((("t",), (), ("at",), (",",), (",", "at"), ("at", "about"), ("at", "around"), ("by",), ("around",), ("about",), ("before",), ("after",), ("(",)))


def _clocks(t: Text, a: Atom, gap: tuple[str, ...], b: Atom) -> Atom | None:
    """10 p.m. on Sunday; Wednesday at 10:30; 9 a.m. this morning."""
    if a.kind == "T" and b.kind in "CB" and isinstance(a.reading, Clock) and a.reading.of is None and gap in _TIME_THEN_DAY and (gap != ("in",) and gap != ("in", "the") or b.kind == "B"):
        return a._replace(last=b.last, reading=a.reading._replace(of=b.reading))
    if a.kind == "T" and b.kind == "T" and gap == ("(",) and t.tags[b.last:b.last + 1] == ")" and isinstance(a.reading, Clock) and a.reading.of is None:
        return a._replace(last=b.last + 1)
    if b.kind == "T" and a.kind in "CB" and isinstance(b.reading, Clock) and b.reading.of is None and gap in _DAY_THEN_TIME and a.type != "SET":
        if gap in (("before",), ("after",), ("by",), ("(",)):
            return None
        return b._replace(first=a.first, reading=b.reading._replace(of=a.reading))
    return None


def _longer(t: Text, a: Atom, gap: tuple[str, ...], b: Atom) -> Atom | None:
    """The third quarter of 2023, July of that year, the first nine months of 2023, the week of March 6, two days before Christmas."""
    ra, rb = a.reading, b.reading
    if isinstance(ra, Clock) and isinstance(ra.of, Day) and ra.of.year is None and isinstance(rb, Day) and rb.month is None and gap == ():
        return a._replace(last=b.last, reading=ra._replace(of=ra.of._replace(year=rb.year)))
    if isinstance(ra, Day) and isinstance(rb, Day) and ra.year is None and rb.bc and rb.month is None and gap in ((), (",",)):
        return a._replace(last=b.last, reading=ra._replace(year=rb.year, bc=True))
    if isinstance(ra, Season) and ra.year is None and b.kind == "G" and _is_yearlike(rb) and gap in ((), ("of",)):
        return a._replace(last=b.last, reading=ra._replace(year=rb))
    if b.kind == "G" and isinstance(rb, Day | Unit | Offset | Decade_ | Nth) and (isinstance(rb, Nth) or _is_yearlike(rb) or isinstance(rb, Day | Unit)):
        yearlike = _is_yearlike(rb)
        if isinstance(ra, Nth) and ra.of is None and gap in ((), ("of",), ("in",), (",",), ("of", "the"), ("of", "fiscal")) and (yearlike or ra.unit in "WDEH" and gap and gap[0] == "of"):
            return Atom(a.first, b.last, "G", "DATE", ra._replace(of=rb))
        if isinstance(ra, Day) and a.kind in "CG" and ra.year is None and ra.month is not None and yearlike and isinstance(rb, Unit | Offset) and gap in ((), ("of",), (",",)):
            return Atom(a.first, b.last, a.kind, "DATE", Within(ra, rb))
        if a.kind == "F" and isinstance(ra, Fixed) and ra.value and gap in (("of",), ("of", "the"), ("in",), ()):
            first = _first(ra.value, t.low[a.first:a.last], rb)
            if first is not None:
                return Atom(a.first, b.last, "G", "DATE", first)
        if isinstance(ra, Same) and ra.year is None and yearlike and gap in ((), ("of",), ("in",), (",",), ("of", "the")):
            return Atom(a.first, b.last, "G", "DATE", ra._replace(year=rb))
    if isinstance(rb, Nth) and b.kind == "G" and rb.of is None and _is_yearlike(ra) and a.kind == "G" and gap in ((), ("'s",)) and rb.unit == "Q":
        return Atom(a.first, b.last, "G", "DATE", rb._replace(of=ra))
    if a.kind == "O" and isinstance(ra, Unit):
        if gap in (("of",), ("of", "the")) and b.kind in "CB" and ra.unit == "W":
            return Atom(a.first, b.last, "G", "DATE", Containing("W", rb))
        if gap in (("before",), ("after",)) and b.kind in "CBG":
            return Atom(a.first, b.last, "C" if ra.unit == "D" else "G", "DATE", Offset(1, ra.unit, -1 if gap[0] == "before" else 1, rb))
    if a.kind == "U" and gap in (("before",), ("after",), ("prior", "to"), ("ahead", "of"), ("before", "the"), ("from",)) and b.kind in "CB" and isinstance(ra, Fixed) and ra.value and t.low[a.first] not in ("for", "the"):
        if gap == ("from",) and not isinstance(rb, Unit) and not (isinstance(rb, Weekday) and "W" in ra.value):
            return None
        parsed = _parse(ra.value)
        if parsed is not None:
            return Atom(a.first, b.last, "G", "DATE", Offset(parsed[0], parsed[1], 1 if gap[0] in ("after", "from") else -1, rb))
    return None


Decade_ = Unit


def _is_yearlike(r: object) -> bool:
    return (isinstance(r, Day) and r.year is not None and r.month is None or isinstance(r, Unit) and r.unit == "Y" or isinstance(r, Offset) and r.unit == "Y")


def _parse(value: str) -> tuple[float | None, str] | None:
    """Number and unit of a plain duration."""
    body = value[1:]
    time = body.startswith("T")
    body = body.lstrip("T")
    digits = "".join(c for c in body if c.isdigit() or c == ".")
    unit = body[len(digits):] if digits else body.lstrip("X")
    if unit not in ("D", "W", "M", "Y", "H", "S"):
        return None
    if time:
        unit = {"H": "h", "M": "m", "S": "s"}[unit]
    return (float(digits) if digits else None), unit


def _first(value: str, words: list[str], of: object) -> First | None:
    parsed = _parse(value) or (None, value[-1])
    n, unit = parsed
    if n is None or n != int(n) or n > 400 or unit not in "DWMYQ":
        return None
    sign = 1 if "first" in words else -1
    return First(sign * int(n), unit, of)  # type: ignore[arg-type]


def _edged(t: Text, atom: Atom, floor: int) -> Atom:
    """Takes in what narrows the time: early next year, mid-November, the end of the month, late in 1998."""
    if atom.kind not in "CGB" or isinstance(atom.reading, Edge) or atom.type not in ("DATE", "TIME"):
        return atom
    low, tags = t.low, t.tags
    j = atom.first - 1
    if j < floor:
        return atom
    mods = data()["edges"]
    word = low[j]
    if tags[j] == "E" and word in ("early", "late", "mid"):
        first = j
        if j - 1 >= floor and tags[j - 1] == "D":
            first = j - 1
        if tags[j - 1:j] == "D" and atom.kind == "C":
            first = j
        return _with(atom, first, mods[word])
    if tags[j] == "-" and j - 1 >= floor and low[j - 1] in ("mid", "early", "late"):
        first = j - 1
        if j - 2 >= floor and tags[j - 2] == "D" and not (isinstance(atom.reading, Day) and atom.reading.month):
            first = j - 2
        return _with(atom, first, mods[low[j - 1]])
    if word == "of" and j - 1 >= floor and low[j - 1] in ("end", "beginning", "start", "middle", "close", "outset"):
        first = j - 1
        if first - 1 >= floor and tags[first - 1] in "D":
            first -= 1
        elif first - 1 >= floor and low[first - 1] == "very":
            first -= 2 if first - 2 >= floor and tags[first - 2] == "D" else 1
        return _with(atom, first, mods[low[j - 1]])
    if (word == "in" and atom.kind == "G" or word == "on" and atom.kind in "CB") and j - 1 >= floor and low[j - 1] in ("early", "late"):
        return _with(atom, j - 1, mods[low[j - 1]])
    return atom


def _with(atom: Atom, first: int, mod: str) -> Atom:
    return atom._replace(first=first, reading=Edge(mod, atom.reading))
