"""Values of what the calendar tells: dates, seasons, quarters, decades."""

from __future__ import annotations

from newsfacts.dates import calendar as cal
from newsfacts.dates.readings import ANCHOR, NEAR, Day, Decade, Edge, First, Nth, Season, Unit, Within
from newsfacts.dates.when import NONE, PAST, Context, When, dated, of_day, of_months, of_unit, of_years, shifted, year_of, year_value

_HALF_YEAR = 183  # days
_HISTORY = 10  # years
_LATE, _AGE = 60, 3650  # days: of late; a year so far back is of a history
_OF_LATE = 14  # days before the first date told that are of its year, whatever year was told in between
_BACK = 75  # days to which a story goes back
_TOLD_LATE, _SOON, _WEEKS, _MONTH = 3, 100, 45, 31  # days
_NEW_YEAR = 75  # days in which the end of the year is that of the last one
_LONG = "SQHYTCLG"  # units of a time in which no day is told: a truce of 2022
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def day(r: Day, of: When | None, c: Context) -> When:
    """2023, December 2023, December 3, the 3rd."""
    y, m, d = r.year, r.month, r.day
    if y is not None:
        y = 1 - y if r.bc else y
        return of_years(y, 1, year_value(y), "Y", "explicit") if m is None else dated(y, m, d, "explicit")
    if m is None:
        return _day_of_month(d, r.weekday, c)
    year = None if c.yearly and r.shift is None else _year_of_date(r, m, d, c)
    if year is None:
        possible = d is None or cal.is_date(2000, m, d)
        return When(f"XXXX-{m:02d}" + ("" if d is None else f"-{d:02d}"), resolved="none") if possible else NONE
    if c.floor is not None and r.shift is None and r.weekday is None:  # from December to February
        start = cal.civil(c.floor)
        year = start[0] + ((m, d or 31) < start[1:])
    return dated(year, m, d, "context" if r.shift is None or r.base == ANCHOR else "relative")


def _day_of_month(d: int | None, weekday: int | None, c: Context) -> When:
    """The 3rd: of the month told last, else the nearest by the tense."""
    if d is None:
        return NONE
    told = c.anchor is not None and c.anchor.unit in ("D", "M", "W", "time") and (c.close or c.narrative)
    base = c.anchor_day() if told else c.ref
    if told and c.tense == "future" and base is not None and c.ref is not None and base - cal.civil(base)[2] + d < c.ref:
        told, base = False, c.ref  # the next debate is on the 11th
    if base is None:
        return When(f"XXXX-XX-{d:02d}", resolved="none")
    y, m, now = cal.civil(base)
    if weekday is not None:  # Friday the 13th
        start = base - now + 1
        around = [cal.add_months(start, k) + d - 1 for k in range(-7, 8)]
        fits = [day for day in around if cal.weekday(day) == weekday and cal.civil(day)[2] == d]
        today = base if c.ref is None or c.narrative else c.ref
        sided = [day for day in fits if (day >= today if c.tense == "future" else day <= today if c.tense in PAST else True)]
        return of_day(min(sided or fits, key=lambda day: abs(day - base)), "context") if fits else NONE
    if not told and (d > now and c.tense in PAST or d < now and c.tense == "future"):
        y, m, _ = cal.civil(cal.add_months(base - now + 1, 1 if d < now else -1))
    return dated(y, m, d, "context")


def _year_of_date(r: Day, m: int, d: int | None, c: Context) -> int | None:
    """The year of a month or day told without one: the nearest to the publication by the tense."""
    if r.known is not None and (c.ref is None or c.ref >= cal.ordinal(r.known, m, d or 1)):
        return r.known
    anchor = c.anchor_day()
    plain = r.shift is None and r.weekday is None
    if d is not None and (m, d) in c.full and plain and c.tense != "future" and not c.narrative and (
            c.ref is None or cal.civil(c.ref)[1:] != (m, d)):
        return c.full[m, d]  # the raid of May 3, 2019; the trial of those who died on May 3
    if c.inside is not None and plain and c.tense != "future":
        return c.inside
    if c.year is not None and d is not None and plain and c.tense != "future":
        late = cal.civil(anchor) if anchor is not None and c.near else (c.year, 0, 0)  # elected in November 1996, it met on Jan. 3
        return c.year + (late[0] == c.year and late[1] - m > 6)
    if anchor is not None and r.shift is not None and r.base == ANCHOR:  # the following February
        y, now, _ = cal.civil(anchor)
        of_year = c.anchor is not None and c.anchor.unit == "Y"  # all of 1993; the following April
        return y - (r.shift < 0 and (of_year or m >= now)) + (r.shift > 0 and (of_year or m <= now))
    if anchor is not None and r.shift is None and (c.narrative or c.ref is None):
        onward = _onward(anchor if c.line is None else c.line, m, d)
        return onward - (c.since and c.ref is not None and (onward, m) > cal.civil(c.ref)[:2])  # on 4 March ...; since October, 40 died
    if c.compared and anchor is not None and plain:
        told_year, *before = cal.civil(anchor)  # 40 in May, compared with 12 in April
        return told_year - ([m, d or 1] > before)
    if c.ref is None:
        return None
    y, now, today = cal.civil(c.ref)
    if r.weekday is not None and d is not None:  # Tuesday, December 5
        for year in (y, y - 1, y + 1):
            if cal.is_date(year, m, d):
                at = cal.ordinal(year, m, d)
                if cal.weekday(at) == r.weekday and abs(at - c.ref) < 300:
                    return year
    apart = (m - now) * 30.4 + ((d or 15) - (today if d else 15))  # days from the publication to the date in the same year
    to_day = c.anchor is not None and c.anchor.unit not in _LONG and not -_OF_LATE <= apart <= 0
    if not c.published and plain and d is not None and c.tense != "future" and anchor is not None and to_day:
        near, month, of_month = cal.civil(anchor)  # taken on 4 July 2016; found on 2 August: the nearest to the day told before
        days = (m - month) * 30.4 + d - of_month
        return near + (days < -183) - (days > 183)
    if r.shift is not None:
        return y - (r.shift < 0 and m >= now) + (r.shift > 0 and m <= now)
    ahead = apart if apart >= 0 else apart + 365  # to the next one
    if c.tense == "until":
        forward = ahead < 200
    elif c.tense == "since":
        forward = ahead == 0 or _goes_on(c, ahead, plain and d is not None)
    elif c.tense == "past":
        forward = ahead <= (75 if d or ahead == 0 else 60)
    elif c.tense == "future":
        forward = ahead < (320 if d else 300)
    elif plain and c.near and anchor is not None and anchor > c.ref:
        forward = ahead < 300  # it will land in March and, if all is well, fly on in April
    else:
        forward = ahead < (150 if d or c.tense == "present" else 62)
    year = y + (forward and apart < 0) - (not forward and apart > 0)
    if c.tense in PAST and 0 < ahead <= 75 and plain and d is not None and (told := c.last_day()) is not None and told.first is not None:
        late = cal.civil(told.first)
        if late[0] < y - 1:
            return _following(late, m, d)  # a hundred years ago today ...; on 28 July, war was declared
    if c.tense in PAST and plain and d is not None:
        month, of_month, told_year, at = c.full_at
        if (year, m, d) > (y, now, today) and (of_event := _soon_after(c, m, d)) is not None:
            return of_event
        if c.at - at < 2 and 0 < (m - month) * 30.4 + d - of_month < _MONTH and ahead < 365 - _MONTH * 2:
            return told_year  # held since 9 May 2019. On 12 May, he was charged
    if c.tense in (*PAST, "until") and plain and d is not None and c.close and anchor is not None and c.chain is None:
        told_then = cal.civil(anchor)  # by the end of that month in 1917 ...; it stood until 9 September
        if told_then[0] < y - _HISTORY and 0 <= (m - told_then[1]) * 30.4 + d - told_then[2] < _HALF_YEAR:
            return told_then[0]
    return year if c.chain is None or not plain or c.tense in ("future", "present") else _chained(year, m, d, c.chain, c.ref)


def _soon_after(c: Context, m: int, d: int) -> int | None:
    """The year of a full date told before, where a day of no year lies soon after it: the fire of 9 May 2019 burned until May 12."""
    for (month, day), year in c.full.items():
        if 0 < (m - month) * 30.4 + d - day < _WEEKS:
            return year
    return None


def _goes_on(c: Context, ahead: float, plain: bool) -> bool:
    """Whether a day is one soon after that of the event, as which the publication date is given: taken on Nov. 10 and freed on Nov. 14."""
    told = c.anchor.first if c.anchor is not None and c.anchor.unit in ("D", "time") else None
    return c.outcome and plain and told is not None and c.ref is not None and 0 <= c.ref - told < _TOLD_LATE and ahead < _SOON


def _onward(anchor: int, m: int, d: int | None) -> int:
    """The year of a date in a history: that of the date told last, or the next where it would lie more than half a year before that."""
    year, month, day = cal.civil(anchor)
    return year + ((month - m) * 30.4 + (day - d if d else 0) > _HALF_YEAR)


def _following(told: tuple[int, int, int], m: int, d: int | None) -> int:
    """The year of a date that goes on from a told one, or goes back a little: on 15 June, the ford was taken; he had left on 2 June."""
    back = (told[1] - m) * 30.4 + told[2] - d if d else 0
    return told[0] + ((m, d or 31) < told[1:] and not 0 < back < _BACK)


def _chained(year: int, m: int, d: int | None, chain: int, ref: int) -> int:
    """The year of a date that goes on from an earlier one: on 3 May 2019 ..., on 9 May ..., in June; a date of the last weeks does not."""
    following = _following(cal.civil(chain), m, d)
    def at(of: int) -> int:
        return cal.ordinal(of, m, min(d or 1, 28))

    late = _LATE if ref - chain < _AGE else _LATE - 15
    return following if not ref - late <= at(year) <= ref and at(following) <= ref else year


def season(r: Season, of: When | None, c: Context) -> When:
    """Winter (from December on, the year is that of the December), the summer of 2022."""
    month = _SEASON_MONTH[r.code]
    if r.year is not None:
        year = year_of(of)
        return NONE if year is None else of_months(year, month, 3, f"{year_value(year)}-{r.code}", "S", "explicit")
    if c.yearly and r.shift is None:
        return When("XXXX-" + r.code, resolved="none")
    near = c.narrative or c.near and c.anchor_day() is not None and r.shift is None or r.base == ANCHOR
    base = c.anchor_day() if near and c.anchor_day() is not None else c.ref
    if c.narrative and r.base != ANCHOR and c.line is not None:
        base = c.line
    elif c.tense == "future" and r.base != ANCHOR and c.inside is None and base is not None and c.ref is not None:
        base = max(base, c.ref)  # it lost money in 2012 and would sell the yard before summer
    if base is None:
        return When("XXXX-" + r.code, resolved="none")
    if c.chain is not None and r.shift is None and c.tense != "future":  # in the summer of 1996 ...; by winter, ...
        y, told, _ = cal.civil(c.chain)
        y += month < told
        return of_months(y, month, 3, f"{year_value(y)}-{r.code}", "S", "context")
    y, now, _ = cal.civil(base)
    beside = c.anchor if near and c.near and not c.narrative and c.tense != "future" and r.base != ANCHOR else None
    if beside is not None and (beside.unit == "Y" or c.limit and beside.last is not None):
        year = y + (beside.unit != "Y" and cal.ordinal(y, month, 1) <= (beside.last or 0))
        if beside.unit == "Y" or c.ref is not None and cal.ordinal(year, month, 1) <= c.ref:
            # the autumn of a run last year; in December few knew him, by spring all did
            return of_months(year, month, 3, f"{year_value(year)}-{r.code}", "S", "context")
    starts = {k: cal.ordinal(k, month, 1) for k in (y - 1, y, y + 1)}
    tense = c.tense if r.shift is None and not c.narrative else None
    of_year = r.base == ANCHOR and c.anchor is not None and c.anchor.unit == "Y"  # it failed in 2020; that winter ...
    year = y - (r.code == "WI" and now < 3 and not of_year)
    if r.shift is not None and r.shift < 0:
        year = max((k for k, s in starts.items() if cal.add_months(s, 3) <= base), default=y - 1) + r.shift + 1
    elif r.shift is not None and r.shift > 0:
        base = (c.anchor.last or base) if of_year and c.anchor is not None else base  # it closed in 1969; the following spring ...
        year = min((k for k, s in starts.items() if s > base), default=y + 1)
    elif tense in PAST:
        year = max(k for k, s in starts.items() if s <= base)
    elif tense == "future":
        year = min(k for k, s in starts.items() if cal.add_months(s, 3) > base)
    return of_months(year, month, 3, f"{year_value(year)}-{r.code}", "S", "relative")


def nth(r: Nth, of: When | None, c: Context) -> When:
    """The third quarter of 2023, the first half, the first week of October."""
    resolved = "explicit" if of is not None and of.resolved == "explicit" else "context"
    if r.unit in "QH":
        size, n = (3, r.n) if r.unit == "Q" else (6, r.n)
        if of is not None and of.unit in ("W", "M", "T", "C"):
            return _half(of, n) if r.unit == "H" else NONE
        if r.of is not None:
            year = year_of(of)
            if year is None:
                return NONE
        else:
            stated = c.narrative or c.near and c.anchor is not None and c.anchor.resolved == "explicit"  # not "than a year earlier"
            base = c.anchor_day() if stated and c.anchor_day() is not None else c.ref
            if base is None:
                return When(f"XXXX-{r.unit}{n}", resolved="none")
            year, month, _ = cal.civil(base)
            if c.tense == "future" and not (r.unit == "Q" and n == 4 and month < 4 and c.results):
                year += not stated and n * size + 3 < month  # a quarter that has just ended is one to be reported
            else:
                just = r.unit == "H" and c.tense in PAST and (n - 1) * size + 1 == month  # told in January: first-half sales fell
                year -= not c.narrative and ((n - 1) * size + 1 > month or just)
        return of_months(year, size * (n - 1) + 1, size, f"{year_value(year)}-{r.unit}{n}", r.unit, resolved)
    if of is None or of.first is None or of.last is None:
        return NONE
    if r.unit.isdecimal():  # the first Monday in March
        y, m, _ = cal.civil(of.first)
        at = cal.nth_weekday(y, m, r.n, int(r.unit))
        return of_day(at, resolved) if cal.civil(at)[1] == m else NONE
    if r.unit == "W":
        return of_unit("W", of.first + 7 * r.n - 4 if r.n > 0 else of.last - 3, resolved)
    if r.unit == "E":
        saturday = of.first + (6 - cal.weekday(of.first)) % 7 + 7 * (r.n - 1) if r.n > 0 else of.last - (cal.weekday(of.last) - 6) % 7
        return of_unit("E", saturday, resolved)
    return of_unit(r.unit, shifted(r.unit, of.first, r.n - 1) if r.n > 0 else of.last, resolved)


def _half(of: When, n: int) -> When:
    """The first or second half of a month, a decade: its value with the days of that half."""
    if of.first is None or of.last is None:
        return NONE
    middle = of.first + (of.last - of.first - 1) // 2
    return of.replaced(last=middle) if n == 1 else of.replaced(first=middle + 1)


def first(r: First, of: When | None, c: Context) -> When:
    """The first nine months of 2023: a duration whose days are known."""
    value = f"P{abs(r.n)}{r.unit}"
    if of is None or of.first is None or of.last is None:
        return When(value)
    if c.ref is not None and isinstance(r.of, Unit) and r.n > 0 and shifted(r.unit, of.first, r.n) > c.ref:
        return When(value, start := cal.add_months(of.first, -12), shifted(r.unit, start, r.n) - 1, "span", of.resolved)  # of last year
    if r.n > 0:
        return When(value, of.first, shifted(r.unit, of.first, r.n) - 1, "span", of.resolved)
    return When(value, shifted(r.unit, of.last + 1, r.n), of.last, "span", of.resolved)


def decade(r: Decade, of: When | None, c: Context) -> When:
    """The 1980s, the 20th century."""
    if not r.century:
        return of_years(r.prefix * 10, 10, f"{r.prefix:03d}", "T", "explicit")
    return When(f"BC{r.prefix:02d}", unit="C") if r.bc else of_years(r.prefix * 100, 100, f"{r.prefix:02d}", "C", "explicit")


def edge(r: Edge, of: When | None, c: Context) -> When:
    """Early, mid, late: of a month, its first, second and last ten days."""
    when = of or NONE
    if r.mod == "END" and when.unit == "Y" and isinstance(r.of, Unit) and r.of.base == NEAR and c.tense in PAST and c.ref is not None and (
            when.first is not None and 0 <= c.ref - when.first < _NEW_YEAR and not c.limit):
        return of_unit("Y", when.first - 1, when.resolved)  # told in January: at year-end, it had 40 men
    if when.unit != "M" or when.first is None or when.last is None:
        return when
    start = {"START": 0, "MID": 10, "END": 20}[r.mod]
    return when.replaced(first=when.first + start, last=when.last if r.mod == "END" else when.first + start + 9)


def within(r: Within, of: When | None, c: Context) -> When:
    """July of that year."""
    year = year_of(of)
    return NONE if year is None or of is None or r.day.month is None else dated(year, r.day.month, r.day.day, of.resolved)
