"""What an expression says before anyone knows to which day it refers; `values` computes it against the reference date and the anchor."""

from __future__ import annotations

from typing import NamedTuple

# What a relative expression counts from: the publication date; the date told last; the one in the same sentence, else the publication;
# the quarter reported on. A part of the day may also stand for no known day, or count only beside a day.
REF, ANCHOR, NEAR, QUARTER, NOWHERE, BARE = "ref", "anchor", "near", "quarter", "nowhere", "bare"


class Day(NamedTuple):
    """A calendar date, whole or in part: 2023, December 2023, December 3, the 3rd (no month)."""

    year: int | None
    month: int | None = None
    day: int | None = None
    shift: int | None = None  # last December -1, this 0, next 1
    bc: bool = False
    weekday: int | None = None  # told beside the date
    known: int | None = None  # the year of a well-known day told without it: the Sept. 11 attacks


class Weekday(NamedTuple):
    """Friday; shift: last -1, this 0, next 1; None: by the tense."""

    day: int
    shift: int | None = None
    base: str = REF
    week: int | None = None  # Tuesday of last week: -1


class Unit(NamedTuple):
    """A calendar unit counted from a base: last week -1, this year 0, the next day 1."""

    unit: str
    shift: int
    base: str = REF


class Offset(NamedTuple):
    """A number of units before (negative) or after a base: two days ago; the base may be a date: two days before Christmas."""

    n: float | None
    unit: str
    sign: int
    base: Reading | str = REF


class Part(NamedTuple):
    """A part of a day (TMO, TNI ...) of a told day, else counted from a base; shift None: overnight, of the night told before."""

    code: str
    of: Reading | None = None
    base: str = REF
    shift: int | None = None


class Clock(NamedTuple):
    """A clock time."""

    hour: int
    minute: int | None = 0
    second: int | None = None
    zone: str | None = None
    of: Reading | None = None


class Season(NamedTuple):
    """A season: SP, SU, FA, WI."""

    code: str
    year: Reading | None = None
    shift: int | None = None


class Nth(NamedTuple):
    """A part of a longer time: third quarter (Q, 3), first half (H, 1), last week of December (W, -1), first Monday in March (1, 1)."""

    unit: str
    n: int
    of: Reading | None = None


class First(NamedTuple):
    """The first (n > 0) or last (n < 0) n units of a longer time: the first nine months of 2023."""

    n: int
    unit: str
    of: Reading


class Last(NamedTuple):
    """The past six days, the next two weeks (n > 0): a duration that ends or begins with the publication date."""

    value: str
    n: float | None
    unit: str


class Decade(NamedTuple):
    """The 1980s (198); a century (C): 19."""

    prefix: int
    century: bool = False
    bc: bool = False


class Holiday(NamedTuple):
    """A named day with its rule."""

    rule: str
    year: Reading | None = None
    shift: int | None = None


class Fixed(NamedTuple):
    """A value that needs no computing: PRESENT_REF, P3D, XXXX-WXX-5."""

    value: str | None


class Edge(NamedTuple):
    """Early, mid, late: a part of a longer time."""

    mod: str
    of: Reading


class Within(NamedTuple):
    """A month or day of a year told in other words: July of that year, June last year."""

    day: Day
    year: Reading


class Night(NamedTuple):
    """A night that spans two days: the night of 2 to 3 December, overnight into Sunday (then `first` is None)."""

    first: Reading | None
    second: Reading


class Same(NamedTuple):
    """The same period, that time: the anchor itself, or its unit."""

    unit: str | None = None
    year: Reading | None = None  # the same period last year


class Containing(NamedTuple):
    """The week of March 6."""

    unit: str
    of: Reading


Reading = (
    Day | Weekday | Unit | Offset | Part | Clock | Season | Nth | First | Last | Decade | Holiday | Fixed | Edge | Within | Night | Same
    | Containing
)
