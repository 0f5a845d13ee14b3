"""What an expression says before anyone knows to which day it refers; `values` computes it against the reference date and the anchor."""

from __future__ import annotations

from newsfacts.typed import Any, Self

# What a relative expression counts from: the publication date; the date told last; the one in the same sentence, else the publication;
# the quarter reported on. A part of the day may also stand for no known day, or count only beside a day.
REF, ANCHOR, NEAR, QUARTER, NOWHERE, BARE = "ref", "anchor", "near", "quarter", "nowhere", "bare"


class Record:
    """Named fields that are never changed once set. Plain classes, for those of `typing` and `dataclasses` cost start-up."""

    __slots__: tuple[str, ...] = ()

    def replaced(self, **changes: Any) -> Self:
        """The same with other values of some fields."""
        new = object.__new__(type(self))
        for name in self.__slots__:
            setattr(new, name, changes[name] if name in changes else getattr(self, name))
        return new


class Reading(Record):
    """What an expression says."""

    __slots__ = ()


class Day(Reading):
    """A calendar date, whole or in part: 2023, December 2023, December 3, the 3rd (no month)."""

    __slots__ = ("base", "bc", "day", "known", "month", "shift", "weekday", "year")

    def __init__(
        self, year: int | None, month: int | None = None, day: int | None = None, shift: int | None = None, bc: bool = False,
        weekday: int | None = None, known: int | None = None, base: str = REF
    ) -> None:
        self.year = year
        self.month = month
        self.day = day
        self.shift = shift  # last December -1, this 0, next 1
        self.bc = bc
        self.weekday = weekday  # told beside the date
        self.base = base  # of the shift: the following February
        self.known = known  # the year of a well-known day told without it: the Sept. 11 attacks


class Weekday(Reading):
    """Friday; shift: last -1, this 0, next 1; None: by the tense."""

    __slots__ = ("base", "day", "shift", "week")

    def __init__(self, day: int, shift: int | None = None, base: str = REF, week: int | None = None) -> None:
        self.day = day
        self.shift = shift
        self.base = base
        self.week = week  # Tuesday of last week: -1


class Unit(Reading):
    """A calendar unit counted from a base: last week -1, this year 0, the next day 1."""

    __slots__ = ("base", "shift", "unit")

    def __init__(self, unit: str, shift: int, base: str = REF) -> None:
        self.unit, self.shift, self.base = unit, shift, base


class Offset(Reading):
    """A number of units before (negative) or after a base: two days ago; the base may be a date: two days before Christmas.
    exact: to the day, "a week ago today"."""

    __slots__ = ("base", "exact", "n", "sign", "unit")

    def __init__(self, n: float | None, unit: str, sign: int, base: Reading | str = REF, exact: bool = False) -> None:
        self.n, self.unit, self.sign, self.base, self.exact = n, unit, sign, base, exact


class Part(Reading):
    """A part of a day (TMO, TNI ...) of a told day, else counted from a base; shift None: overnight, of the night told before."""

    __slots__ = ("base", "code", "of", "shift")

    def __init__(self, code: str, of: Reading | None = None, base: str = REF, shift: int | None = None) -> None:
        self.code, self.of, self.base, self.shift = code, of, base, shift


class Clock(Reading):
    """A clock time."""

    __slots__ = ("half", "hour", "minute", "of", "second", "zone")

    def __init__(
        self, hour: int, minute: int | None = 0, second: int | None = None, zone: str | None = None, of: Reading | None = None,
        half: bool = True
    ) -> None:
        self.hour, self.minute, self.second, self.zone, self.of = hour, minute, second, zone, of
        self.half = half  # whether it tells the half of the day: 10 p.m., 22:15, no 10:15


class Season(Reading):
    """A season: SP, SU, FA, WI."""

    __slots__ = ("base", "code", "shift", "year")

    def __init__(self, code: str, year: Reading | None = None, shift: int | None = None, base: str = REF) -> None:
        self.code, self.year, self.shift, self.base = code, year, shift, base


class Nth(Reading):
    """A part of a longer time: third quarter (Q, 3), first half (H, 1), last week of December (W, -1), first Monday in March (1, 1)."""

    __slots__ = ("n", "of", "unit")

    def __init__(self, unit: str, n: int, of: Reading | None = None) -> None:
        self.unit, self.n, self.of = unit, n, of


class First(Reading):
    """The first (n > 0) or last (n < 0) n units of a longer time: the first nine months of 2023."""

    __slots__ = ("n", "of", "unit")

    def __init__(self, n: int, unit: str, of: Reading) -> None:
        self.n, self.unit, self.of = n, unit, of


class Last(Reading):
    """The past six days, the next two weeks (n > 0): a duration that ends or begins with the publication date."""

    __slots__ = ("n", "unit", "value")

    def __init__(self, value: str, n: float | None, unit: str) -> None:
        self.value, self.n, self.unit = value, n, unit


class Decade(Reading):
    """The 1980s (198); a century (C): 19."""

    __slots__ = ("bc", "century", "prefix")

    def __init__(self, prefix: int, century: bool = False, bc: bool = False) -> None:
        self.prefix, self.century, self.bc = prefix, century, bc


class Holiday(Reading):
    """A named day with its rule."""

    __slots__ = ("rule", "shift", "year")

    def __init__(self, rule: str, year: Reading | None = None, shift: int | None = None) -> None:
        self.rule, self.year, self.shift = rule, year, shift


class Fixed(Reading):
    """A value that needs no computing: PRESENT_REF, P3D, XXXX-WXX-5."""

    __slots__ = ("value",)

    def __init__(self, value: str | None) -> None:
        self.value = value


class Edge(Reading):
    """Early, mid, late: a part of a longer time."""

    __slots__ = ("mod", "of")

    def __init__(self, mod: str, of: Reading) -> None:
        self.mod, self.of = mod, of


class Within(Reading):
    """A month or day of a year told in other words: July of that year, June last year."""

    __slots__ = ("day", "year")

    def __init__(self, day: Day, year: Reading) -> None:
        self.day, self.year = day, year


class Night(Reading):
    """A night that spans two days: the night of 2 to 3 December, overnight into Sunday (then `first` is None)."""

    __slots__ = ("first", "second")

    def __init__(self, first: Reading | None, second: Reading) -> None:
        self.first, self.second = first, second


class Same(Reading):
    """The same period, that time: the anchor itself, or its unit."""

    __slots__ = ("base", "unit", "year")

    def __init__(self, unit: str | None = None, year: Reading | None = None, base: str = ANCHOR) -> None:
        self.base = base
        self.unit = unit
        self.year = year  # the same period last year


class Containing(Reading):
    """The week of March 6."""

    __slots__ = ("of", "unit")

    def __init__(self, unit: str, of: Reading) -> None:
        self.unit, self.of = unit, of


_OF_A_TIME = (Edge, Part, Clock)


def whole(r: object) -> object:
    """The time of which a reading tells a part: Friday, of the early hours of Friday; else the reading itself."""
    while isinstance(r, _OF_A_TIME):
        r = r.of
    return r
