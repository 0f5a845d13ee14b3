"""Computed times: TIMEX3 values with their days, and calendar units around a day."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from newsfacts.dates import calendar as cal
from newsfacts.dates.readings import Record

COARSE = {"time": 0, "N": 1, "D": 1, "E": 2, "W": 3, "M": 4, "S": 5, "Q": 5, "H": 6, "Y": 7, "T": 8, "C": 9}
PAST = ("past", "since")  # tenses that tell what has been
MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "T": 120, "C": 1200, "L": 12000, "G": 360}


class When(Record):
    """A computed time: TIMEX3 value, first and last day as ordinals, the unit of its precision, how it was resolved."""

    __slots__ = ("first", "last", "resolved", "unit", "value")

    def __init__(
        self, value: str | None, first: int | None = None, last: int | None = None, unit: str = "", resolved: str = "explicit"
    ) -> None:
        self.value, self.first, self.last, self.unit, self.resolved = value, first, last, unit, resolved


_LONG_AGO, _LATE = 3650, 60  # days
NONE = When(None, resolved="none")


class Context:
    """What is known at an expression."""

    __slots__ = (
        "_country", "_days", "_old", "_told", "afternoon", "ahead", "anchor", "as_of", "at", "behind", "ceiling", "chain", "close",
        "compared", "earlier", "evening", "expected", "floor", "following", "full", "full_at", "headed", "inside", "last", "limit", "line",
        "month", "narrative", "near", "night", "opened", "opens", "outcome", "over", "prices", "published", "quarter", "ref", "reported",
        "results", "since", "span", "stamp", "stated", "tense", "year", "yearless", "yearly",
    )

    def __init__(self, ref: int | None, country: Callable[[], str | None], narrative: bool = False, published: bool = True) -> None:
        self.ref = ref  # the publication day
        self.published = published  # whether the text was published then: else the first day of which it tells
        self._told, self._country = False, country
        self.narrative = narrative  # a history: what is relative counts from the date told last
        self.anchor: When | None = None  # the date told last
        self.opened = False  # whether that opens its sentence
        self.opens = False  # whether the expression does
        self.behind: tuple[When, int] | None = None  # the last date told that is not to come, and its sentence
        self.earlier = False  # "had" or "earlier" stands before the expression
        self.evening: When | None = None  # the same, where it is an evening or night: Monday night, no "overnight"
        self.line: int | None = None  # the first day of that, or of the one before it, where it is a year told aside
        self._old: tuple[When, int] | None = None  # a day of long ago, told beside one of late, and its sentence
        self._days: list[tuple[When, int]] = []  # the day told last and its sentence, then the last that is not to come
        self.ahead = False  # whether that day is to come
        self.following: tuple[When, int] | None = None  # the day to come that was told last, and its sentence
        self.at = 0  # the sentence
        self.limit = False  # the expression is told as a limit: by spring
        self.month: tuple[When, int] | None = None  # the month told last and its sentence
        self.near = False  # the anchor stands in this sentence
        self.close = False  # or in one of the two before
        self.night: When | None = None  # the night told last
        self.span: When | None = None  # the night or longer time told last
        self.quarter: When | None = None  # the quarter that is reported on
        self.reported = 0  # the sentence that told a quarter last
        self.results = False  # figures are to be reported for it: a loss, net
        self.expected = False  # whether its figures are still to come
        self.year: int | None = None  # a year other than the publication's, told in this sentence
        self.inside: int | None = None  # the past year that opens this sentence
        self.full: dict[tuple[int, int], int] = {}  # (month, day) → year of the days told with one
        self.full_at = (0, 0, 0, -9)  # month, day, year of the last of them, and its sentence
        self.chain: int | None = None  # a day or month of such a year, told here or in the two sentences before
        self.last: int | None = None  # the first day of the expression before
        self.over = 0  # -1: a clock time that begins a span over midnight, 1: one that ends it
        self.afternoon = False  # whether a time that tells no half of the day is one p.m., as the one before
        self.yearly = False  # whether a time of the year is one of every year
        self.as_of = False  # "as of" stands before a time of no day
        self.prices = False  # prices are told in the sentence: those of the publication day
        self.stamp = False  # the expression is a clock time that begins an entry of a live blog
        self.headed: When | None = None  # the day of such entries, where it is not that of the publication
        self.outcome = False  # what the expression tells is how an event went on: freed on Nov. 14
        self.floor: int | None = None  # the same, where it is the first end of a span of which this is the second
        self.ceiling: int | None = None  # the same, where it is of what came after this: freed on Friday after he was seized on Monday
        self.yearless: When | None = None  # the day told last, where its year is not known
        self.stated = False  # the day told last is that of a statement: on May 9, the army claimed to have shot down 31 that night
        self.compared = False  # whether what it tells of is compared with what the anchor does, in its sentence
        self.since = False  # whether "since" stands before the expression
        self.tense: str | None = None  # past, since, present, future, until

    def country(self) -> str | None:
        """The country that the text is about, for national days; looked for once."""
        if not self._told:
            found = self._country()
            self._told, self._country = True, lambda: found
        return self._country()

    def tell(self, day: When) -> None:
        """Keeps a day told, or a time of a day."""
        if self.ref is not None and self._days and not self.narrative and (day.first or 0) < self.ref - _LONG_AGO:
            near, at = self._days[0]
            if self.at - at < 3 and (near.first or 0) > self.ref - _LATE:
                self._old = day, self.at
                return
        self.ahead = self.ref is not None and day.first is not None and day.first > self.ref
        self.following = (day, self.at) if self.ahead else self.following
        self._days = [(day, self.at), *(self._days[-1:] if self.ahead else ())]

    def coming(self) -> bool:
        """Whether the date told last is to come."""
        return self.ref is not None and self.anchor is not None and (self.anchor.first or 0) > self.ref

    def day(self) -> When | None:
        """The day to which what tells none belongs: told in this sentence or the two before; none to come in a text of what has been."""
        if self._old is not None and self._old[1] == self.at:
            return self._old[0]
        for day, at in self._days:
            ahead = self.ahead and day is self._days[0][0]
            if self.at - at <= 2 and (not ahead or at == self.at or self.tense == "future"):
                return day
        return None

    def last_day(self, past: bool = False) -> When | None:
        """The day told last in this text of what has been, however far back; `past`: whatever the tense tells."""
        return self.day() or (self._days[-1][0] if (past or self.tense in PAST) and len(self._days) > self.ahead else None)

    def reported_day(self) -> When | None:
        """The day told last, where it is one of the last six and not far back in the text, or of the last months and near."""
        day, at = self._days[-1] if len(self._days) > self.ahead else (None, 0)
        if day is None or day.first is None or self.ref is None:
            return None
        days = self.ref - day.first
        return day if 0 < days <= 6 and self.at - at <= 12 or 0 < days <= _LATE and self.at - at <= 4 else None

    def anchor_day(self) -> int | None:
        """The first day of the anchor."""
        return None if self.anchor is None else self.anchor.first


def year_value(y: int) -> str:
    """0079, 2023, BC0044 (year 0 is 1 BC)."""
    return f"{y:04d}" if y > 0 else f"BC{1 - y:04d}"


def of_day(day: int, resolved: str = "explicit") -> When:
    """A day."""
    value = iso(day)
    if value is None:
        y, m, d = cal.civil(day)
        value = f"{year_value(y)}-{m:02d}-{d:02d}"
    return When(value, day, day, "D", resolved)


@lru_cache(maxsize=512)
def of_years(y: int, n: int, value: str, unit: str, resolved: str) -> When:
    """n years from y on."""
    return When(value, cal.ordinal(y, 1, 1), cal.ordinal(y + n - 1, 12, 31), unit, resolved)


@lru_cache(maxsize=512)
def of_months(y: int, m: int, n: int, value: str, unit: str, resolved: str) -> When:
    """n months from month m of year y on."""
    first = cal.ordinal(y, m, 1)
    return When(value, first, cal.add_months(first, n) - 1, unit, resolved)


def of_unit(unit: str, day: int, resolved: str = "relative") -> When:
    """The calendar unit that holds a day."""
    y, m, _ = cal.civil(day)
    if unit == "D":
        return of_day(day, resolved)
    if unit == "N":
        return When(f"{of_day(day).value}TNI", day, day, "time", resolved)
    if unit in "WFE":
        iso, week = cal.iso_week(day)
        monday = day - cal.weekday(day) + 1
        value = f"{year_value(iso)}-W{week:02d}"
        return When(value + "-WE", monday + 5, monday + 6, "E", resolved) if unit == "E" else When(value, monday, monday + 6, "W", resolved)
    if unit == "M":
        return of_months(y, m, 1, f"{year_value(y)}-{m:02d}", "M", resolved)
    if unit == "Q":
        return of_months(y, (m - 1) // 3 * 3 + 1, 3, f"{year_value(y)}-Q{(m + 2) // 3}", "Q", resolved)
    if unit == "H":
        return of_months(y, 1 if m < 7 else 7, 6, f"{year_value(y)}-H{1 + (m > 6)}", "H", resolved)
    if unit in "TC" and y < 1:
        return NONE
    if unit == "T":
        return of_years(y // 10 * 10, 10, f"{y // 10:03d}", "T", resolved)
    if unit == "C":
        return of_years(y // 100 * 100, 100, f"{y // 100:02d}", "C", resolved)
    return of_years(y, 1, year_value(y), "Y", resolved)


def shifted(unit: str, day: int, n: int) -> int:
    """A day moved by n units."""
    days = {"D": 1, "N": 1, "W": 7, "E": 7, "F": 14}.get(unit)
    if days:
        return day + n * days
    months = MONTHS.get(unit)
    return cal.add_months(day, n * months) if months else day


def dated(y: int, m: int, d: int | None, resolved: str) -> When:
    """A month or day; without a value where there is no such day."""
    if not 1 <= m <= 12 or d is not None and not cal.is_date(y, m, d):
        return NONE
    return of_unit("M", cal.ordinal(y, m, 1), resolved) if d is None else of_day(cal.ordinal(y, m, d), resolved)


def year_of(when: When | None) -> int | None:
    """The year in which a time begins."""
    return None if when is None or when.first is None else cal.civil(when.first)[0]


@lru_cache(maxsize=2048)
def ends(first: int, last: int) -> When:
    """The time between two days, as it is told of two expressions."""
    return When(f"{iso(first)}/{iso(last)}", first, last, "range", "context")


def iso(day: int | None) -> str | None:
    """The ISO form of a day within the years 1 to 9999."""
    if day is None or not 1 <= day <= 3652059:
        return None
    y, m, d = cal.civil(day)
    return f"{y:04d}-{m:02d}-{d:02d}"
