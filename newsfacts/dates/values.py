"""Computes the TIMEX3 value and the days of a reading against the publication date and the anchor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from newsfacts.dates import calendar as cal
from newsfacts.dates.readings import (
    ANCHOR, REF, Clock, Containing, Day, Decade, Edge, First, Fixed, Holiday, Last, Night, Nth, Offset, Part, Reading, Same, Season, Unit, Weekday, Within,
)
from newsfacts.dates.words import data

_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_FINE = {"time": 0, "N": 1, "D": 1, "E": 2, "W": 3, "M": 4, "S": 5, "Q": 5, "H": 6, "Y": 7, "T": 8, "C": 9, "L": 10}


class When(NamedTuple):
    """A computed time: TIMEX3 value, first and last day as ordinals, the unit of its precision; year: what is known without a day."""

    value: str | None
    first: int | None = None
    last: int | None = None
    unit: str = ""
    resolved: str = "explicit"


NONE = When(None, resolved="none")


@dataclass(slots=True)
class Context:
    """What is known at an expression. `ref`: publication day; `anchor`: the date told last; `night`: the night told last."""

    ref: int | None = None
    anchor: When | None = None
    night: When | None = None
    span: When | None = None
    tense: str | None = None
    quarter: When | None = None  # the quarter that is reported on
    year: int | None = None  # a year other than the publication's, told just before
    narrative: bool = False
    near: bool = False  # the anchor stands in this sentence
    close: bool = False  # or in one of the two before
    floor: str | None = None  # the first end of a span, of which this is the second
    text_country: Callable[[], str | None] | None = None


def of_day(day: int, resolved: str = "explicit") -> When:
    """A day."""
    y, m, d = cal.civil(day)
    return When(f"{_year(y)}-{m:02d}-{d:02d}", day, day, "D", resolved)


def _year(y: int) -> str:
    return f"{y:04d}" if y > 0 else f"BC{1 - y:04d}"


def of_unit(unit: str, day: int, resolved: str = "relative") -> When:
    """The calendar unit that holds a day."""
    y, m, _ = cal.civil(day)
    if unit in "DN":
        found = of_day(day, resolved)
        return found if unit == "D" else When(f"{found.value}TNI", day, day, "time", resolved)
    if unit in "WFE":
        monday = day - cal.weekday(day) + 1
        iso, week = cal.iso_week(day)
        if unit == "E":
            return When(f"{_year(iso)}-W{week:02d}-WE", monday + 5, monday + 6, "E", resolved)
        return When(f"{_year(iso)}-W{week:02d}", monday, monday + 6, "W", resolved)
    if unit == "M":
        return When(f"{_year(y)}-{m:02d}", cal.ordinal(y, m, 1), cal.ordinal(y, m, cal.month_length(y, m)), "M", resolved)
    if unit == "Q":
        return _months(y, (m - 1) // 3 * 3 + 1, 3, f"{_year(y)}-Q{(m + 2) // 3}", "Q", resolved)
    if unit == "H":
        return _months(y, 1 if m < 7 else 7, 6, f"{_year(y)}-H{1 + (m > 6)}", "H", resolved)
    if unit == "T":
        return _years(y // 10 * 10, 10, str(y // 10), "T", resolved)
    if unit == "C":
        return _years(y // 100 * 100, 100, str(y // 100), "C", resolved)
    return _years(y, 1, _year(y), "Y", resolved)


def _months(y: int, m: int, n: int, value: str, unit: str, resolved: str) -> When:
    first = cal.ordinal(y, m, 1)
    return When(value, first, cal.add_months(first, n) - 1, unit, resolved)


def _years(y: int, n: int, value: str, unit: str, resolved: str) -> When:
    return When(value, cal.ordinal(y, 1, 1), cal.ordinal(y + n - 1, 12, 31), unit, resolved)


def shifted(unit: str, day: int, n: int) -> int:
    """A day moved by n units."""
    if unit in "DN":
        return day + n
    if unit in "WE":
        return day + 7 * n
    if unit == "F":
        return day + 14 * n
    months = {"M": 1, "Q": 3, "H": 6, "Y": 12, "T": 120, "C": 1200, "L": 12000, "G": 360}.get(unit)
    return cal.add_months(day, n * months) if months else day


def evaluate(r: Reading, c: Context) -> When:
    """The value of a reading."""
    return _EVALUATE[type(r)](r, c)  # type: ignore[no-any-return,operator]


def _fixed(r: Fixed, c: Context) -> When:
    return When(r.value, resolved="explicit")


def _last(r: Last, c: Context) -> When:
    """The past six days: a duration whose days are known."""
    base = c.anchor.last if c.narrative and c.anchor is not None else c.ref
    if base is None or r.n is None or abs(r.n) > 100000:
        return When(r.value)
    n = int(r.n)
    other = base + n // 24 if r.unit == "h" and n % 24 == 0 else base if r.unit in "smh" else shifted(r.unit, base, n)
    return When(r.value, min(base, other), max(base, other), "span", "relative")


def _base(c: Context, base: object) -> int | None:
    if base == "quarter":
        return c.quarter.first if c.quarter is not None else c.ref
    if base == ANCHOR or base == "near" and (c.near or c.narrative):
        if c.anchor is not None and c.anchor.first is not None:
            return c.anchor.first
        return c.ref
    if c.narrative and base in ("near", REF) and c.anchor is not None and c.anchor.first is not None:
        return c.anchor.first
    return c.ref


def _day(r: Day, c: Context) -> When:
    y, m, d = r.year, r.month, r.day
    if y is not None:
        if r.bc:
            y = 1 - y
        if m is None:
            return _years(y, 1, _year(y), "Y", "explicit")
        return _dated(y, m, d, "explicit")
    if m is None:
        return _day_of_month(d, c)
    year = _nearest_year(m, d, c, r.shift, r.weekday)
    if year is None:
        if d is not None and not cal.is_date(2000, m, d):
            return NONE
        return When(f"XXXX-{m:02d}" + ("" if d is None else f"-{d:02d}"), resolved="none")
    if c.floor is not None and shift_free(r):
        start = int(c.floor[:4]), int(c.floor[5:7]), int(c.floor[8:])
        year = start[0] + ((m, d or 31) < start[1:])
    return _dated(year, m, d, "context" if r.shift is None else "relative")


def shift_free(r: Day) -> bool:
    """Whether nothing but the context tells the year of a date."""
    return r.shift is None and r.weekday is None


def _day_of_month(d: int | None, c: Context) -> When:
    """The 3rd: of the month told last, else the nearest by the tense."""
    if d is None:
        return NONE
    anchor = c.anchor.first if c.anchor is not None and c.anchor.unit in ("D", "M", "time", "W") and (c.close or c.narrative) else None
    base = anchor if anchor is not None else c.ref
    if base is None:
        return When(f"XXXX-XX-{d:02d}", resolved="none")
    y, m, today = cal.civil(base)
    if anchor is None and (d > today and c.tense == "past" or d < today and c.tense == "future"):
        y, m, _ = cal.civil(cal.add_months(base - today + 1, 1 if d < today else -1))
    return _dated(y, m, d, "context")


def _dated(y: int, m: int, d: int | None, resolved: str) -> When:
    if d is None:
        if not 1 <= m <= 12:
            return NONE
        return of_unit("M", cal.ordinal(y, m, 1), resolved)
    if not cal.is_date(y, m, d):
        return NONE
    return of_day(cal.ordinal(y, m, d), resolved)


def _nearest_year(m: int, d: int | None, c: Context, shift: int | None, weekday: int | None) -> int | None:
    """The year of a month or day told without one."""
    anchor = c.anchor.first if c.anchor is not None else None
    if c.year is not None and d is not None and shift is None and weekday is None and c.tense != "future":
        return c.year
    if anchor is not None and shift is None and (c.narrative or c.ref is None):
        return cal.civil(anchor)[0]
    if c.ref is None:
        return None
    y, rm, rd = cal.civil(c.ref)
    if weekday is not None and d is not None and d <= 31:
        for year in (y, y - 1, y + 1):
            if cal.is_date(year, m, d) and cal.weekday(cal.ordinal(year, m, d)) == weekday and abs(cal.ordinal(year, m, d) - c.ref) < 300:
                return year
    if shift is not None:
        if shift < 0:
            return y if m < rm else y - 1
        if shift > 0:
            return y if m > rm else y + 1
        return y
    apart = (m - rm) * 30.4 + ((d or 15) - (rd if d else 15))  # days from the publication to the date in the same year
    ahead = apart if apart >= 0 else apart + 365  # to the next one
    behind = ahead - 365 if ahead else 0  # from the last one
    if c.tense == "until":
        forward = ahead < 200
    elif c.tense == "past":
        forward = ahead <= (75 if d else 0)
    elif c.tense == "future":
        forward = behind < (-15 if d else -1)
    else:
        forward = ahead < 150 if d else ahead < 62
    return y + (1 if forward and apart < 0 else -1 if not forward and apart > 0 else 0)


def _weekday(r: Weekday, c: Context) -> When:
    base = _base(c, r.base)
    if base is None or r.base == REF and c.ref is None:
        if c.anchor is None or c.anchor.first is None or c.ref is None and c.anchor.unit not in ("D", "time"):
            return When(f"XXXX-WXX-{r.day}", resolved="none")
        base = c.anchor.first
    if r.week is not None:
        return of_day(base - cal.weekday(base) + r.day + 7 * r.week, "relative")
    behind = (cal.weekday(base) - r.day) % 7
    if r.shift is None:
        if c.narrative and c.anchor is not None and c.anchor.unit in ("D", "time") and c.anchor.first is not None:
            base = c.anchor.first
            return of_day(base + (r.day - cal.weekday(base)) % 7, "context")
        day = base - behind if c.tense != "future" or behind == 0 else base - behind + 7
        return of_day(day, "relative")
    if r.shift < 0:
        return of_day(base - (behind or 7), "relative")
    if r.shift > 0:
        return of_day(base - behind + 7, "relative")
    if r.base == ANCHOR:
        return of_day(base - behind if behind < 4 else base - behind + 7, "context")
    return of_day(base - behind if c.tense == "past" or behind == 0 else base - behind + 7, "relative")


def _unit(r: Unit, c: Context) -> When:
    base = c.ref if r.shift == 0 and r.base == REF else _base(c, r.base)
    if base is None:
        return When({"D": "XXXX-XX-XX", "W": "XXXX-WXX", "E": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}.get(r.unit), resolved="none")
    if r.base == ANCHOR and c.anchor is not None and c.anchor.first is not None and c.anchor.last is not None:
        if r.shift == 0 and r.unit == c.anchor.unit:
            return c.anchor._replace(resolved="context")
        base = c.anchor.last if r.shift > 0 else c.anchor.first
        if _FINE.get(c.anchor.unit, 0) > _FINE.get(r.unit, 0) and r.unit in "DWM":
            return _unknown(c.anchor, r.unit)
    if r.unit == "E":
        day = cal.weekday(base)
        shift = r.shift
        if shift == 0 and day < (6 if r.base == "near" and c.tense != "future" else 4 if c.tense == "past" else 0):
            shift = -1
        return of_unit("E", base + 7 * shift)
    return of_unit(r.unit, shifted(r.unit, base, r.shift), "relative" if r.base == REF else "context")


def _unknown(anchor: When, unit: str) -> When:
    """A day in a time known only more coarsely: two days later in 1998 is 1998-XX-XX."""
    value = anchor.value or ""
    if anchor.unit == "Y":
        return When(value + {"D": "-XX-XX", "W": "-WXX", "M": "-XX"}[unit], anchor.first, anchor.last, "Y", "context")
    if anchor.unit == "M" and unit == "D":
        return When(value + "-XX", anchor.first, anchor.last, "M", "context")
    return When(None, resolved="none")


def _offset(r: Offset, c: Context) -> When:
    if isinstance(r.base, str):
        anchored = (r.base == ANCHOR or c.narrative) and c.anchor is not None and c.anchor.first is not None
        base = c.anchor if anchored else None if c.ref is None else of_day(c.ref)
    else:
        base = evaluate(r.base, c)
        anchored = False
    if base is None or base.first is None or base.last is None:
        return When("PAST_REF" if r.sign < 0 else "FUTURE_REF", resolved="none") if r.n is None or isinstance(r.base, str) and r.base == REF else NONE
    if r.n is None:
        return When("PAST_REF" if r.sign < 0 else "FUTURE_REF", resolved="relative")
    start = base.last if r.sign > 0 else base.first
    n = r.n * r.sign
    if abs(n) > 100000:
        return NONE
    resolved = "context" if anchored else "relative"
    if r.unit in "smh":
        hours = n if r.unit == "h" else 0
        if hours and hours % 24 == 0:
            return of_day(start + int(hours) // 24, resolved)
        return When(of_day(start).value, start, start, "D", resolved)
    if n != int(n):
        half = {"Y": ("M", 12), "W": ("D", 7), "T": ("Y", 10), "C": ("Y", 100), "F": ("D", 14)}.get(r.unit)
        if half is None:
            return of_unit("M" if r.unit in "MQ" else "D", start + int(n * 30) if r.unit in "MQ" else start + int(n), resolved)
        return of_unit(half[0], shifted(half[0], start, int(n * half[1])), resolved)
    unit = r.unit
    if unit == "Y" and n == -1 and isinstance(r.base, str) and c.quarter is not None and c.quarter.first is not None and not c.narrative:
        return of_unit("Q", cal.add_months(c.quarter.first, -12), resolved)
    if anchored and _FINE.get(base.unit, 0) > _FINE.get(unit, 0) and unit in "DWM":
        return _unknown(base, unit)
    if unit == "Y" and base.unit in ("Q", "H") and isinstance(r.base, str) and abs(n) < 3:
        unit = base.unit
        return of_unit(unit, cal.add_months(start, 12 * int(n)), resolved)
    return of_unit(unit, shifted(unit, start, int(n)), resolved)


def _part(r: Part, c: Context) -> When:
    if r.base == "none":
        return When("XXXX-XX-XX" + r.code, resolved="none")
    if r.of is not None:
        day = evaluate(r.of, c)
    elif r.code == "TNI" and r.shift is None and c.night is not None:
        return c.night._replace(resolved="context")
    else:
        anchored = r.base == ANCHOR and c.anchor is not None and c.anchor.unit in ("D", "time") and c.anchor.first is not None
        base = c.anchor.first if anchored and c.anchor is not None else c.ref
        if base is None:
            return When("XXXX-XX-XX" + r.code, resolved="none")
        shift = r.shift or 0
        if not anchored and shift == -1 and r.code != "TNI":
            shift = -1
        day = of_day(base + shift, "context" if anchored else "relative")
    if day.value is None:
        return NONE
    if day.unit not in ("D", "time") and day.first is not None:
        return day
    return When(day.value[:day.value.find("T")] + r.code if "T" in day.value else day.value + r.code, day.first, day.last, "time", day.resolved)


def _night(r: Night, c: Context) -> When:
    second = evaluate(r.second, c)
    if r.first is None:
        return second if second.value is None else When(second.value + "TNI", second.first, second.last, "time", second.resolved)
    first = evaluate(r.first, c)
    if first.value is None or second.value is None:
        return NONE
    if first.first is None or second.last is None:
        return When(first.value + "TNI", None, None, "time", first.resolved)
    last = second.last if first.first <= second.last <= first.first + 2 else first.first + 1
    return When(first.value + "TNI", first.first, last, "time", first.resolved)


def _clock(r: Clock, c: Context) -> When:
    if r.of is not None:
        day = evaluate(r.of, c)
    elif c.anchor is not None and c.anchor.unit in ("D", "time") and (c.close or c.narrative) and c.anchor.value and "XX" not in c.anchor.value:
        day = c.anchor._replace(resolved="context")
    elif c.ref is not None:
        day = of_day(c.ref, "context")
    else:
        day = When("XXXX-XX-XX", resolved="none")
    if day.value is None:
        return NONE
    date = day.value.partition("T")[0]
    text = f"{r.hour:02d}" + ("" if r.minute is None else f":{r.minute:02d}") + ("" if r.second is None else f":{r.second:02d}")
    return When(f"{date}T{text}{r.zone or ''}", day.first, day.last, "time", day.resolved)


def _season(r: Season, c: Context) -> When:
    month = _SEASON_MONTH[r.code]
    resolved = "explicit"
    if r.year is not None:
        of = evaluate(r.year, c)
        if of.first is None:
            return NONE
        year = cal.civil(of.first)[0]
    else:
        resolved = "relative"
        base = _base(c, "near")
        if c.narrative and c.anchor is not None and c.anchor.first is not None:
            base = c.anchor.first
        if base is None:
            return When("XXXX-" + r.code, resolved="none")
        y = cal.civil(base)[0]
        starts = [cal.ordinal(k, month, 1) for k in (y - 1, y, y + 1)]
        if r.shift is not None and r.shift < 0:
            year = max(cal.civil(s)[0] for s in starts if cal.add_months(s, 3) <= base) if r.shift else y
        elif r.shift is not None and r.shift > 0:
            year = min(cal.civil(s)[0] for s in starts if s > base)
        elif c.tense == "past" and r.shift is None and not c.narrative:
            year = max(cal.civil(s)[0] for s in starts if s <= base)
        elif c.tense == "future" and r.shift is None and not c.narrative:
            year = min(cal.civil(s)[0] for s in starts if cal.add_months(s, 3) > base)
        else:
            year = y if r.code != "WI" or cal.civil(base)[1] > 2 else y - 1
    return _months(year, month, 3, f"{_year(year)}-{r.code}", "S", resolved)


def _nth(r: Nth, c: Context) -> When:
    of = evaluate(r.of, c) if r.of is not None else None
    resolved = "explicit" if r.of is not None and of is not None and of.resolved == "explicit" else "context"
    if r.unit in "QH":
        if of is None:
            base = _base(c, "near")
            if base is None:
                return When(f"XXXX-{r.unit}{r.n}", resolved="none")
            year, month, _ = cal.civil(base)
            size = 3 if r.unit == "Q" else 6
            if not c.narrative and c.tense != "future" and (r.n - 1) * size + 1 > month:
                year -= 1
        elif of.first is None:
            return NONE
        else:
            year = cal.civil(of.first)[0]
        n = r.n if r.n > 0 else (4 if r.unit == "Q" else 2)
        if r.unit == "Q":
            return _months(year, 3 * n - 2, 3, f"{_year(year)}-Q{n}", "Q", resolved)
        return _months(year, 6 * n - 5, 6, f"{_year(year)}-H{n}", "H", resolved)
    if of is None or of.first is None or of.last is None:
        return NONE
    if r.unit == "W":
        return of_unit("W", of.first + 7 * r.n - 4 if r.n > 0 else of.last - 3, resolved)
    if r.unit == "D":
        return of_day(of.first + r.n - 1 if r.n > 0 else of.last, resolved)
    if r.unit == "E":
        saturday = of.first + (6 - cal.weekday(of.first)) % 7 + 7 * (r.n - 1) if r.n > 0 else of.last - (cal.weekday(of.last) - 6) % 7
        return of_unit("E", saturday, resolved)
    return of_unit(r.unit, shifted(r.unit, of.first, r.n - 1) if r.n > 0 else of.last, resolved)


def _first(r: First, c: Context) -> When:
    of = evaluate(r.of, c)
    value = f"P{abs(r.n)}{r.unit}"
    if of.first is None or of.last is None:
        return When(value)
    if r.n > 0:
        return When(value, of.first, shifted(r.unit, of.first, r.n) - 1, "span", of.resolved)
    return When(value, shifted(r.unit, of.last + 1, r.n), of.last, "span", of.resolved)


def _decade(r: Decade, c: Context) -> When:
    if r.century:
        if r.bc:
            return When(f"BC{r.prefix:02d}", -r.prefix * 100 * 365, None, "C") if False else When(f"BC{r.prefix:02d}", None, None, "C")
        return _years(r.prefix * 100, 100, f"{r.prefix:02d}", "C", "explicit")
    return _years(r.prefix * 10, 10, f"{r.prefix:03d}", "T", "explicit")


def holiday_day(rule: str, year: int, country: str | None) -> int | None:
    """The (first) day of a named day in a year."""
    base, plus = rule, 0
    for sign in "+-":
        head, mark, tail = rule.rpartition(sign)
        if mark and tail.isdecimal() and head and not head[-1].isdecimal() or mark == "+" and tail.isdecimal():
            base, plus = head, int(sign + tail)
            break
    if base == "easter":
        return cal.easter(year) + plus
    if base == "orthodox":
        return cal.orthodox_easter(year) + plus
    if base in ("ramadan", "fitr", "adha"):
        month, day = {"ramadan": (9, 1), "fitr": (10, 1), "adha": (12, 10)}[base]
        days = cal.islamic(year, month, day)
        return days[0] if days else None
    if base == "election":
        return cal.nth_weekday(year, 11, 1, 1) + 1
    if base[:1].isdecimal() and base[1:3] in ("st", "nd", "rd", "th") or base.startswith("last"):
        n, day, month = base.split("-")
        return cal.nth_weekday(year, int(month), -1 if n == "last" else int(n[0]), int(day)) + plus
    national = data()["national"].get(base)
    if national is not None:
        base = national.get(country or "") or ""
    if len(base) != 5:
        return None
    return cal.ordinal(year, int(base[:2]), int(base[3:])) + plus


def _holiday(r: Holiday, c: Context) -> When:
    country = c.text_country() if r.rule in data()["national"] and c.text_country is not None else None
    if r.year is not None:
        of = evaluate(r.year, c)
        if of.first is None:
            return NONE
        day = holiday_day(r.rule, cal.civil(of.first)[0], country)
        return NONE if day is None else _holiday_when(r, day, "explicit")
    base = c.anchor.first if c.narrative and c.anchor is not None else c.ref
    if base is None:
        fixed = r.rule if len(r.rule) == 5 and r.rule[2] == "-" else (data()["national"].get(r.rule) or {}).get(country or "")
        return When("XXXX-" + fixed if fixed else None, resolved="none")
    y = cal.civil(base)[0]
    days = [d for k in (y - 1, y, y + 1) if (d := holiday_day(r.rule, k, country)) is not None]
    if not days:
        return NONE
    if r.shift is not None and r.shift < 0:
        day = max((d for d in days if d < base), default=days[0])
    elif r.shift is not None and r.shift > 0:
        day = min((d for d in days if d > base), default=days[-1])
    elif c.tense == "past":
        day = max((d for d in days if d <= base + 2), default=days[0])
    elif c.tense == "future":
        day = min((d for d in days if d >= base - 2), default=days[-1])
    else:
        day = min(days, key=lambda d: abs(d - base) if d >= base else abs(d - base) * 1.2)
    return _holiday_when(r, day, "relative")


def _holiday_when(r: Holiday, day: int, resolved: str) -> When:
    if r.rule == "ramadan":
        return When(cal_value(day) + "/P30D" if False else cal_value(day)[:7], day, day + 29, "M", resolved)
    return of_day(day, resolved)


def cal_value(day: int) -> str:
    """The ISO form of a day."""
    return of_day(day).value or ""


def _edge(r: Edge, c: Context) -> When:
    when = evaluate(r.of, c)
    if when.unit != "M" or when.first is None or when.last is None:
        return when
    first, last = {"START": (when.first, when.first + 9), "MID": (when.first + 10, when.first + 19), "END": (when.first + 20, when.last)}[r.mod]
    return when._replace(first=first, last=last)


def _within(r: Within, c: Context) -> When:
    of = evaluate(r.year, c)
    if of.first is None or r.day.month is None:
        return NONE
    return _dated(cal.civil(of.first)[0], r.day.month, r.day.day, of.resolved)


def _same(r: Same, c: Context) -> When:
    if r.unit == "time":
        if c.anchor is None:
            return When("PAST_REF", resolved="none")
        return c.anchor._replace(resolved="context")
    if r.unit == "Q" and r.year is not None:
        of = evaluate(r.year, c)
        if c.quarter is None or c.quarter.first is None or of.first is None:
            return of
        return of_unit("Q", cal.add_months(c.quarter.first, 12 * (cal.civil(of.first)[0] - cal.civil(c.quarter.first)[0])), "context")
    found = c.span or c.anchor
    if found is None or found.first is None:
        return When(None, resolved="none") if found is None else found
    if r.year is not None:
        of = evaluate(r.year, c)
        if of.first is None:
            return NONE
        months = 12 * (cal.civil(of.first)[0] - cal.civil(found.first)[0])
        if found.unit in "DWMQHYNE":
            return of_unit(found.unit, cal.add_months(found.first, months), "context")
        return of
    return found._replace(resolved="context")


def _containing(r: Containing, c: Context) -> When:
    of = evaluate(r.of, c)
    return NONE if of.first is None else of_unit(r.unit, of.first, of.resolved)


_EVALUATE = {
    Fixed: _fixed, Last: _last, Day: _day, Weekday: _weekday, Unit: _unit, Offset: _offset, Part: _part, Night: _night, Clock: _clock, Season: _season, Nth: _nth, First: _first,
    Decade: _decade, Holiday: _holiday, Edge: _edge, Within: _within, Same: _same, Containing: _containing,
}
