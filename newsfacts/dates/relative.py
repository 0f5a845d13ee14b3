"""Values of what counts from the publication date or from the date told last."""

from __future__ import annotations

from newsfacts.dates import calendar as cal
from newsfacts.dates.readings import (
    ANCHOR,
    NEAR,
    QUARTER,
    REF,
    Containing,
    Fixed,
    Last,
    Offset,
    Same,
    Unit,
    Weekday,
)
from newsfacts.dates.when import COARSE, NONE, PAST, Context, When, ends, of_day, of_unit, shifted, year_of, year_value

_UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "E": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}
_YEARS = "YTCS"
_REPORT = 8  # sentences after a quarter in which "a year ago" compares with it
_FINER = {"D": "-XX-XX", "W": "-WXX", "M": "-XX"}


def base_day(c: Context, base: str) -> int | None:
    """The day from which a relative expression counts."""
    if base == QUARTER:
        return c.ref if c.quarter is None else c.quarter.first
    if base == ANCHOR or c.narrative and c.ref is not None or base == NEAR and c.near:
        day = c.anchor_day()
        return c.ref if day is None else day
    return c.ref


def fixed(r: Fixed, of: When | None, c: Context) -> When:
    """Now, three days."""
    return When(r.value)


def last(r: Last, of: When | None, c: Context) -> When:
    """The past six days: a duration whose days are known."""
    base = base_day(c, REF)
    if base is None or r.n is None or abs(r.n) > 100000:
        return When(r.value)
    n = int(r.n)
    other = base + n // 24 if r.unit == "h" and n % 24 == 0 else base if r.unit in "smh" else shifted(r.unit, base, n)
    return When(r.value, min(base, other), max(base, other), "span", "relative")


def weekday(r: Weekday, of: When | None, c: Context) -> When:
    """Friday: the last one, or the next one by the tense; the publication day where that is a Friday."""
    told = c.anchor is not None and c.anchor.unit in ("D", "time")
    base = base_day(c, r.base) if r.base == ANCHOR or r.shift is not None else c.ref
    if c.narrative and told and r.shift is None:
        base = c.anchor_day()
    if r.base == ANCHOR and (r.shift or 0) > 0 and c.anchor is not None and c.anchor.unit in ("W", "E"):
        base, told = c.anchor.last, True  # the following Tuesday, after a week or weekend
    if base is None or base != c.ref and not told:
        return When(f"XXXX-WXX-{r.day}", resolved="none")
    if r.base == ANCHOR and r.shift is None and told and c.close:
        return of_day(base + ((r.day - cal.weekday(base)) % 7 or 7), "context")  # he set out on Friday; by the Sunday, he was missed
    if r.week is not None:
        return of_day(base - cal.weekday(base) + r.day + 7 * r.week, "relative")
    behind = (cal.weekday(base) - r.day) % 7
    if c.narrative and told and r.shift is None:
        return of_day(base + (-behind) % 7, "context")
    ahead = c.anchor.first if c.anchor is not None and c.coming() and c.near and c.anchor.unit in ("D", "time") else None
    if not behind and r.shift is None and c.floor is None and c.tense == "future" and ahead is not None and ahead < base + 8:
        return of_day(ahead + (r.day - cal.weekday(ahead)) % 7, "relative")  # said on a Friday: he arrives on Monday and will go on Friday
    if r.shift is None and c.floor is not None and (
            c.floor > base - 8 or c.floor <= base - behind + 7 < c.floor + 7):
        return of_day(c.floor + (r.day - cal.weekday(c.floor)) % 7, "relative")  # from Monday through Thursday, next Tuesday and Friday
    if r.shift is None:
        if c.ceiling is not None and base - behind > c.ceiling and c.tense not in ("future", "until"):
            behind += 7
        return of_day(base - behind + 7 * (c.tense in ("future", "until") and behind > 0), "relative")
    if r.shift:
        return of_day(base - (behind or 7) + 7 * (r.shift + 1) if r.shift < 0 else base - behind + 7 * r.shift, "relative")
    if r.base == ANCHOR:
        day = base - behind + 7 * (behind > 3)
        gone = c.tense in PAST and c.ref is not None and day > c.ref  # published on Tuesday: he left that Friday
        return of_day(day - 7 * gone, "context")
    return of_day(base - behind + 7 * (c.tense not in PAST and behind > 0), "relative")


def unit(r: Unit, of: When | None, c: Context) -> When:
    """Last week, this year, the next day, the weekend, the quarter."""
    base = c.ref if r.shift == 0 and r.base == REF else base_day(c, r.base)
    if r.base == NEAR and c.ref is not None and not c.narrative:
        if not c.near and c.tense in PAST:
            base = _gone(r, c) or base
        elif c.results and c.near and c.anchor is not None and c.anchor.unit == "Q":
            base = c.anchor.first  # to report a loss for the fourth quarter and the year
        elif r.unit != "D" and c.near and c.tense == "future" and base is not None and (of_unit(r.unit, base).last or 0) < c.ref:
            base = c.ref  # first told of last August, it is to end by the end of the year
    finer = r.base == NEAR and c.near and c.anchor is not None and COARSE.get(c.anchor.unit, 0) > COARSE.get(r.unit, 0)
    if finer and c.ref is not None and c.anchor is not None and (
            r.unit == "E" or c.anchor.unit == "S" or (c.anchor.first or 0) <= c.ref <= (c.anchor.last or 0)):
        base = c.ref  # up for the year, down for the month
    if base is None or r.base == ANCHOR and r.unit == "D" and r.shift > 0 and c.anchor is None:  # the next day: than what?
        return When(_UNKNOWN.get(r.unit), resolved="none")
    if r.base == QUARTER and r.unit == "Y" and c.tense == "future":
        base = base if c.ref is None else c.ref  # the full year that is to be, though a past quarter is told
    if r.base == QUARTER and r.unit == "Q" and c.quarter is None and c.tense != "future":
        return of_unit("Q", shifted("Q", base, -1), "context")  # who tells how a quarter was tells it after its end
    anchor = _told(r, c) if r.base == ANCHOR else c.anchor
    quarter = c.quarter if r.unit == "Q" and r.base == ANCHOR and r.shift < 0 else None
    if quarter is not None and anchor is not None and anchor.unit == "Q" and (anchor.first or 0) < (quarter.first or 0):
        anchor = quarter  # compared with a year ago; in the prior quarter
    if base != c.ref and r.base == REF and anchor is not None and COARSE.get(anchor.unit, 0) > COARSE.get(r.unit, 0):
        return When(_UNKNOWN.get(r.unit), resolved="none")  # yesterday, in a history that tells no day
    if r.base == ANCHOR and anchor is not None and anchor.first is not None and anchor.last is not None:
        if r.shift == 0 and r.unit == anchor.unit:
            return anchor.replaced(resolved="context")
        base = anchor.last if r.shift > 0 and anchor.unit != "S" else anchor.first  # a winter is of the year in which it begins
        if COARSE.get(anchor.unit, 0) > COARSE.get(r.unit, 0) and r.unit in "DWM":
            return _unknown(anchor, r.unit)
    if r.unit == "E":
        # the weekend, told on a weekday in the past: the last one; "this weekend" only until Wednesday
        until = (6 if c.tense != "future" else 0) if r.base == NEAR else 4 if c.tense in PAST else 0
        shift = r.shift - (r.shift == 0 and cal.weekday(base) < until)
        return of_unit("E", base + 7 * shift)
    return of_unit(r.unit, shifted(r.unit, base, r.shift), "relative" if r.base == REF else "context")


def _gone(r: Unit, c: Context) -> int | None:
    """The day by which the past tells of "the day" or "the month": the day told last; one of the sentences before, where the month of the
    publication has not ended: on April 20 he was here, by the end of the month he was gone."""
    if r.unit in "DW":
        day = c.last_day() if r.unit == "D" else c.day()
        return None if day is None or day.first is None or not 0 <= (c.ref or 0) - day.first < 7 else day.first
    if r.unit in "TC":  # it came in 1973; by the end of the decade, it was gone
        return c.anchor_day() if c.close else None
    if r.unit == "Y":  # net in the fourth quarter; for the year, it lost $3 million
        return (c.anchor_day() if c.close and c.limit and c.tense == "past" else None) if c.quarter is None else c.quarter.first
    day = c.day() if r.unit == "M" and c.tense == "past" else None
    return None if day is None else day.first


def _told(r: Unit | Offset, c: Context) -> When | None:
    """The date told last, or the day told last where that is a longer time than what is counted."""
    anchor = c.anchor
    if anchor is not None and c.coming() and c.tense in PAST and not c.narrative:
        if r.unit == "Y" and c.behind is not None and c.at - c.behind[1] < 2 and c.behind[0].unit in ("Q", "H", "Y"):
            return c.behind[0]  # a profit in 2012, to be paid out in May; net was $9 million, against $3 million the year before
        return c.last_day() or of_day(c.ref or 0)  # the vote is on Friday; he had been freed two days earlier
    if c.tense == "future" and not c.narrative and not c.near and r.unit in "DWE" and (following := c.following) is not None and (
            c.at - following[1] == 1 and not c.coming()):
        return following[0]  # they vote on Friday on the pact reached on Monday; ministers meet a day later
    if r.unit == "M" and c.month is not None and c.month[1] == c.at and not c.narrative:
        return c.month[0]  # sales in February, told on Thursday, rose after a loss the month before
    if anchor is None or COARSE.get(anchor.unit, 0) <= COARSE.get(r.unit, 0):
        return anchor
    day = c.day()
    if day is None and isinstance(r, Offset) and r.sign < 0 and r.unit == "D" and not c.near and not c.narrative:
        day = c.last_day(True)  # nine were freed on Thursday. Six had been taken in 2022 ... A day earlier, ...
    if day is None and r.unit == "D" and isinstance(r, Unit) and r.shift == 0 and anchor.unit in _YEARS and not (c.near or c.narrative):
        day = c.last_day(True)  # freed on Thursday. The war that began in 2014 ... That day, crowds ...
    if day is not None and c.near and anchor.unit in ("Y", "M") and not (anchor.first or 0) <= (day.first or 0) <= (anchor.last or 0):
        return anchor  # in 2005 it burned; three weeks later ...
    if day is not None and isinstance(r, Offset) and r.sign > 0 and r.unit in "DW" and (
            (day.first or 0) + int(r.n or 0) * (7 if r.unit == "W" else 1) > (c.ref or 9e6)):
        return anchor  # nine died on Monday; last month, 13 died; three days later, ...
    return day or anchor


def _unknown(anchor: When, name: str) -> When:
    """A day in a time known only more coarsely: two days later in 1998 is 1998-XX-XX, and another three days later too."""
    known = (anchor.value or "").partition("-X")[0].partition("-W")[0]
    if anchor.unit == "Y":
        return When(known + _FINER[name], anchor.first, anchor.last, "Y", "context")
    if anchor.unit == "M" and name in "DW":
        year, _, month = known.partition("-")  # none behind "two weeks later", 1998-WXX
        value = year + "-WXX" if name == "W" else known + ("-XX" if month else "-XX-XX")
        return When(value, anchor.first, anchor.last, "M", "context")
    return When(_UNKNOWN.get(name), resolved="none")


def offset(r: Offset, of: When | None, c: Context) -> When:
    """Two days ago, a year later, two days before Christmas."""
    anchored = isinstance(r.base, str) and (r.base == ANCHOR or c.narrative and c.ref is not None) and c.anchor_day() is not None
    base = of
    if isinstance(r.base, str):
        untold = c.ref is None or r.base == ANCHOR and r.sign > 0 and r.n is not None  # two days later: than what?
        base = _told(r, c) if anchored else None if untold else of_day(c.ref or 0)
    vague = "PAST_REF" if r.sign < 0 else "FUTURE_REF"
    if base is None or base.first is None or base.last is None:
        if not isinstance(r.base, str):
            return NONE
        return When(vague if r.n is None else _UNKNOWN.get(r.unit, "XXXX-XX-XXTXX" if r.unit in "smh" else "XXXX"), resolved="none")
    if r.n is None:
        if anchored and r.unit in "smh":
            day = (base.value or "").partition("T")[0] if base.unit in ("D", "time") else "XXXX-XX-XX"
            return When(day + "TXX", base.first, base.last, "time", "context")
        year = None if not anchored else year_of(base)
        return When(vague, resolved="relative") if year is None else When(year_value(year) + _FINER.get(r.unit, ""), resolved="context")
    n, start, resolved = r.n * r.sign, base.last if r.sign > 0 else base.first, "context" if anchored else "relative"
    if r.unit == "E" and r.sign > 0 and cal.weekday(start) < 6:
        n -= 1  # the weekend after a Tuesday
    if abs(n) > 100000:
        return NONE
    if r.unit in "smh":
        whole = r.unit == "h" and n % 24 == 0
        if anchored and not whole and base.value and base.value[10:11] == "T" and base.value[11:16].replace(":", "").isdecimal():
            return _clock_later(base, int(n * {"s": 1, "m": 60, "h": 3600}[r.unit]))
        if anchored and COARSE.get(base.unit, 0) > COARSE["D"]:
            return _unknown(base, "D")  # the cup of 2018; six minutes later
        return of_day(start + (int(n) // 24 if whole else 0), resolved)
    if n != int(n):
        return _half(r.unit, start, n, resolved)
    if r.exact:
        middle = start + 3 * (base.unit == "W")  # a year ago this week
        return of_unit(base.unit, shifted(r.unit, middle, int(n)), resolved)
    quarter = c.quarter if not c.narrative and c.at - c.reported <= _REPORT else None
    if quarter is not None and c.near and c.anchor is not None and c.anchor.unit == "Q" and (c.anchor.first or 0) > (quarter.first or 0):
        quarter = c.anchor  # it expects fourth-quarter profit to match that of the year-ago quarter
    if r.unit == "Y" and n == -1 and isinstance(r.base, str) and quarter is not None and quarter.first is not None:
        return of_unit("Q", cal.add_months(quarter.first, -12), resolved)  # a report on a quarter compares quarters
    if anchored and COARSE.get(base.unit, 0) > COARSE.get(r.unit, 0) and r.unit in "DWM":
        return _unknown(base, r.unit)
    by_month = base.unit == "M" and c.near and n == -1 and base.resolved != "relative"  # up in May from a year earlier
    if r.unit == "Y" and (base.unit in ("Q", "H") or by_month) and isinstance(r.base, str) and abs(n) < 3:
        return of_unit(base.unit, cal.add_months(start, 12 * int(n)), resolved)
    return of_unit(r.unit, shifted(r.unit, start, int(n)), resolved)


def _clock_later(base: When, seconds: int) -> When:
    """Nine hours later than 4:17 a.m."""
    value = base.value or ""
    at = int(value[11:13]) * 3600 + int(value[14:16]) * 60 + seconds
    day = (base.first or 0) + at // 86400
    hour, minute = divmod(at % 86400 // 60, 60)
    return When(f"{of_day(day).value}T{hour:02d}:{minute:02d}", day, day, "time", "context")


def _half(name: str, start: int, n: float, resolved: str) -> When:
    """Two and a half years ago: to the month."""
    finer, times = {"Y": ("M", 12), "W": ("D", 7), "F": ("D", 14), "T": ("Y", 10), "C": ("Y", 100)}.get(name, ("", 0))
    if finer:
        return of_unit(finer, shifted(finer, start, int(n * times)), resolved)
    return of_unit("M", start + int(n * 30), resolved) if name in "MQ" else of_unit("D", start + int(n), resolved)


def _same_unit(name: str, year: int, c: Context, start: str = ANCHOR) -> When:
    """The same month last year; this day in 1969."""
    base = base_day(c, start)
    if base is None:
        return NONE
    return of_unit(name, cal.add_months(base, 12 * (year - cal.civil(base)[0])), "context")


def same(r: Same, of: When | None, c: Context) -> When:
    """The same period: the night or longer time told before; the same period last year; that time."""
    if r.unit == "time":
        return When("PAST_REF", resolved="none") if c.anchor is None else c.anchor.replaced(resolved="context")
    year = year_of(of)
    if year is not None and r.unit in ("D", "W", "M"):
        return _same_unit(r.unit, year, c, r.base)
    found = c.quarter if r.unit == "Q" else c.span or c.anchor or c.yearless
    if found is not None and found.unit == "D" and r.year is not None:
        return of or NONE  # the same period of another year, where none is told: that year
    if found is None or found.first is None:
        return of or found or NONE
    if r.year is None:
        return found.replaced(resolved="context")
    if year is None:
        return NONE
    year -= found is c.quarter and isinstance(r.year, Unit) and year == cal.civil(found.first)[0]  # the fourth quarter, told in February
    months = 12 * (year - cal.civil(found.first)[0])
    if found.unit == "range" and found.last is not None:
        return ends(cal.add_months(found.first, months), cal.add_months(found.last + 1, months) - 1)
    if found.unit == "span" and found.last is not None:
        return When(found.value, cal.add_months(found.first, months), cal.add_months(found.last + 1, months) - 1, "span", "context")
    if found.unit in ("D", "E", "W", "M", "Q", "H", "Y"):
        return of_unit(found.unit, cal.add_months(found.first, months), "context")
    return of or NONE


def containing(r: Containing, of: When | None, c: Context) -> When:
    """The week of March 6; the weekend beside a holiday."""
    if of is None or of.first is None:
        return NONE
    beside = 4 if r.unit == "E" and cal.weekday(of.first) < 4 else 0  # of a Monday, that before it
    return of_unit(r.unit, of.first - beside, of.resolved)
