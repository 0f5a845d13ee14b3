"""The Gregorian calendar in integers: days are ordinals (1 January of year 1 is 1), any year is allowed."""

from __future__ import annotations

from functools import lru_cache

_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTH = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Days of a month (1..12)."""
    return 29 if month == 2 and is_leap(year) else _LENGTH[month]


def is_date(year: int, month: int, day: int) -> bool:
    """Whether there is such a day.

    >>> is_date(2023, 2, 29), is_date(2024, 2, 29)
    (False, True)
    """
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def ordinal(year: int, month: int, day: int) -> int:
    """The ordinal of a day."""
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + _BEFORE_MONTH[month] + (month > 2 and is_leap(year)) + day


@lru_cache(maxsize=2048)  # the days of a report are few
def civil(day: int) -> tuple[int, int, int]:
    """The year, month and day of an ordinal.

    >>> civil(ordinal(2024, 2, 29))
    (2024, 2, 29)
    """
    z = day + 305  # days since 1 March of year 0
    era, rest = divmod(z, 146097)
    in_era = (rest - rest // 1460 + rest // 36524 - rest // 146096) // 365
    in_year = rest - (365 * in_era + in_era // 4 - in_era // 100)
    shifted = (5 * in_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return in_era + era * 400 + (month <= 2), month, in_year - (153 * shifted + 2) // 5 + 1


def weekday(day: int) -> int:
    """1 for Monday to 7 for Sunday."""
    return (day - 1) % 7 + 1


def iso_week(day: int) -> tuple[int, int]:
    """The ISO year and week of a day.

    >>> iso_week(ordinal(2024, 12, 31))
    (2025, 1)
    """
    thursday = day - weekday(day) + 4
    year = civil(thursday)[0]
    return year, (thursday - ordinal(year, 1, 1)) // 7 + 1


def week_start(year: int, week: int) -> int:
    """The Monday of an ISO week."""
    fourth = ordinal(year, 1, 4)
    return fourth - weekday(fourth) + 1 + (week - 1) * 7


def add_months(day: int, months: int) -> int:
    """The same day of another month, or its last day where that is shorter."""
    year, month, of_month = civil(day)
    year, month = divmod(year * 12 + month - 1 + months, 12)
    return ordinal(year, month + 1, min(of_month, month_length(year, month + 1)))


def easter(year: int) -> int:
    """Easter Sunday of the western churches (Meeus/Jones/Butcher).

    >>> civil(easter(2024))
    (2024, 3, 31)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return ordinal(year, month, day + 1)


def orthodox_easter(year: int) -> int:
    """Easter Sunday of the eastern churches, as a Gregorian day.

    >>> civil(orthodox_easter(2024))
    (2024, 5, 5)
    """
    d = (19 * (year % 19) + 15) % 30
    month, day = divmod(d + (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7 + 114, 31)
    return ordinal(year, month, day + 1) + year // 100 - year // 400 - 2


def nth_weekday(year: int, month: int, n: int, day: int) -> int:
    """The n-th Monday (1) to Sunday (7) of a month; n = -1: the last."""
    if n < 0:
        last = ordinal(year, month, month_length(year, month))
        return last - (weekday(last) - day) % 7
    first = ordinal(year, month, 1)
    return first + (day - weekday(first)) % 7 + 7 * (n - 1)


def islamic(year: int, month: int, day: int) -> list[int]:
    """The days of a Gregorian year on which a date of the tabular Islamic calendar falls (one or two, seldom none)."""
    first = ordinal(year, 1, 1)
    hijri = (30 * (first - 227015) + 10646) // 10631
    out = []
    for h in range(hijri - 1, hijri + 3):
        at = day + (59 * (month - 1) + 1) // 2 + (h - 1) * 354 + (3 + 11 * h) // 30 + 227014
        if civil(at)[0] == year:
            out.append(at)
    return out


def hebrew_new_year(year: int) -> int:
    """The day of Rosh Hashanah in a Gregorian year: the new moon of Tishri as the Hebrew calendar reckons it, put off by its rules."""
    before, here, after = map(_tishri, (year - 1, year, year + 1))
    return here + (2 if after - here == 356 else here - before == 382)


def _tishri(year: int) -> int:
    """The day of the new moon of Tishri, or the next where that is no day for the year to begin with (Sunday, Wednesday, Friday)."""
    months = (235 * (year + 3761) - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + ((3 * (days + 1)) % 7 < 3) - 1373427
