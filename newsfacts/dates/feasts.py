"""Values of named days: Christmas, Easter, a country's Independence Day."""

from __future__ import annotations

from newsfacts.dates import calendar as cal
from newsfacts.dates.readings import Holiday
from newsfacts.dates.when import NONE, PAST, Context, When, of_day, year_of
from newsfacts.dates.words import data

_HEBREW = {"rosh": 0, "kippur": 9, "sukkot": 14, "hanukkah": 83, "passover": -163, "purim": -193}  # days from the new year of autumn


def holiday(r: Holiday, of: When | None, c: Context) -> When:
    """Christmas, Easter 2024, Independence Day of the country told."""
    national = data()["national"].get(r.rule)
    rule = (national.get(c.country() or "") or "") if national is not None else r.rule
    if r.year is not None:
        year = year_of(of)
        at = None if year is None else holiday_day(rule, year)
        return NONE if at is None else _named(rule, at, "explicit")
    base = c.anchor_day() if c.narrative and c.anchor_day() is not None else c.ref
    if base is None:
        return When("XXXX-" + rule if len(rule) == 5 and rule[2] == "-" else None, resolved="none")
    y = cal.civil(base)[0]
    if c.inside is not None and r.shift is None:
        at = holiday_day(rule, c.inside)
        return NONE if at is None else _named(rule, at, "context")
    if c.year is not None and r.shift is None and c.tense != "future" and c.near:  # it was lost on 13 October 1972 and found at Christmas
        found = [at for k in (c.year, c.year + 1) if (at := holiday_day(rule, k)) is not None and at >= (c.anchor_day() or at)]
        if found:
            return _named(rule, found[0], "context")
    if c.near and r.shift is None and c.anchor is not None and c.anchor.unit == "M" and c.anchor.first is not None:
        at = holiday_day(rule, cal.civil(c.anchor.first)[0])
        if at is not None and c.anchor.first <= at <= (c.anchor.last or 0):
            return _named(rule, at, "context")  # January opened with snow on New Year's Day
    if c.chain is not None and r.shift is None and c.tense != "future":  # on 3 May 1951 he fell; on Christmas Day, he died
        y = cal.civil(c.chain)[0]
        found = [at for k in (y, y + 1) if (at := holiday_day(rule, k)) is not None and at >= c.chain]
        if found:
            return _named(rule, found[0], "context")
    days = [at for k in (y - 1, y, y + 1) if (at := holiday_day(rule, k)) is not None]
    if not days:
        return NONE
    if c.floor is not None and r.shift is None and days[-1] >= c.floor:  # from Dec. 26 through New Year's Day
        at = min(d for d in days if d >= c.floor)
    elif r.shift is not None and r.shift < 0:
        at = max((d for d in days if d < base), default=days[0])
    elif r.shift is not None and r.shift > 0:
        at = min((d for d in days if d > base), default=days[-1])
    elif c.tense in PAST:
        at = max((d for d in days if d <= base + 7), default=days[0])
    elif c.tense == "future":
        at = min((d for d in days if d >= base - 2), default=days[-1])
    else:
        at = min(days, key=lambda d: d - base if d >= base else (base - d) * 1.2)
    return _named(rule, at, "relative")


def holiday_day(rule: str, year: int) -> int | None:
    """The first day of a named day in a year: 12-25, easter-2, 4th-4-11+1 (the Friday after the 4th Thursday of November), ramadan."""
    base, plus = rule, 0
    for sign in "+-":
        head, mark, tail = rule.rpartition(sign)
        if mark and tail.isdecimal() and (sign == "+" or head.isalpha()):
            base, plus = head, int(sign + tail)
            break
    if base in ("easter", "orthodox"):
        return (cal.easter(year) if base == "easter" else cal.orthodox_easter(year)) + plus
    if base in ("ramadan", "fitr", "adha"):
        days = cal.islamic(year, *{"ramadan": (9, 1), "fitr": (10, 1), "adha": (12, 10)}[base])
        return days[0] if days else None
    if base in ("lunar", "diwali"):
        told = next((day for day in data()["moon_feasts"][base].split() if day.startswith(f"{year:04d}-")), None)
        return None if told is None else cal.ordinal(*map(int, told.split("-")))
    if base in _HEBREW:
        first = cal.hebrew_new_year(year)
        long = base == "hanukkah" and cal.hebrew_new_year(year + 1) - first in (355, 385)
        return first + _HEBREW[base] + long
    if base == "election":
        return cal.nth_weekday(year, 11, 1, 1) + 1
    if base.count("-") == 2:
        n, weekday, month = base.split("-")
        return cal.nth_weekday(year, int(month), -1 if n == "last" else int(n[0]), int(weekday)) + plus
    return cal.ordinal(year, int(base[:2]), int(base[3:])) + plus if len(base) == 5 else None


def _named(rule: str, at: int, resolved: str) -> When:
    found = of_day(at, resolved)
    return When((found.value or "")[:-3], at, at + 29, "M", resolved) if rule == "ramadan" else found
