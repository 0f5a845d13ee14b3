"""Values of what stands within a day: last night, this morning, overnight into Sunday, 10 p.m."""

from __future__ import annotations

from newsfacts.dates.readings import ANCHOR, NEAR, NOWHERE, REF, Clock, Night, Part
from newsfacts.dates.when import NONE, PAST, Context, When, of_day, of_unit

_EVENING, _DAWN, _MORNING = 17, 5, 6  # o'clock
_DAY = len("XXXX-05-11")
_STATED = 3  # days from a night to a statement on it
_FORGOTTEN = 31  # days: a night told without its day is of none so far back


def part(r: Part, of: When | None, c: Context) -> When:
    """Last night, this morning, that afternoon, overnight: the night told before, else that of the publication date."""
    day = of
    if r.base == NEAR and day is None:  # at night: of the day told in this sentence, else of none
        day = None if c.anchor is None or not c.near or c.anchor.unit not in ("D", "time") else c.anchor
    if r.base == NOWHERE or r.base == NEAR and day is None:
        return When("XXXX-XX-XX" + r.code, resolved="none")
    if day is None:
        that = r.shift == 0 and r.base == ANCHOR and (c.stated or not c.opened)
        night = c.night if r.code == "TNI" and (r.shift is None or that) else None
        old = night is not None and night.first is not None and c.ref is not None and r.base == REF and not 0 <= c.ref - night.first <= 3
        if night is not None and r.base == ANCHOR:  # overnight on Monday it was hit, it said on Tuesday; the same night ...
            apart = (c.anchor_day() or 0) - (night.first or 0)
            old = not 0 <= apart <= (_STATED if c.stated else 1)
        if night is not None and not old:
            return night.replaced(resolved="context")
        told = c.evening if r.code == "TNI" and r.shift is None and c.close else None
        if told is not None and told.first is not None and c.ref is not None and told.first < c.ref - 1:
            return of_unit("N", told.first, "context")  # on Monday evening ...; overnight
        told = (c.last_day() or c.anchor) if r.base == ANCHOR or c.narrative else None
        month = c.anchor if c.near and c.anchor is not None and c.anchor.unit == "M" and told is not None and not c.day() else None
        if month is not None and c.ref is not None and (month.last or c.ref) < c.ref:  # back in December 1987, she played through the night
            return When(f"{month.value}-XX{r.code}", month.first, month.last, "M", "context")
        if told is not None and not c.day() and not c.narrative and (c.ref or 0) - (told.first or 0) > _FORGOTTEN:
            told = None
        if told is not None and told.unit not in ("D", "time"):
            told = None
        base = c.ref if told is None else told.first
        if base is None:
            known = "XXXX-XX-XX" if c.yearless is None or r.base != ANCHOR or r.shift else (c.yearless.value or "")[:_DAY]
            return When(known + r.code, resolved="none")
        late = told is not None and (told is c.evening or _is_clock(told, "T17"))
        # hit on Monday night. In the morning it burned
        then = not r.shift and not c.near and not c.earlier and (c.ref is None or base < c.ref)
        following = late and r.code == "TMO" and (c.limit or then)  # hit on Monday night; by dawn it had burned
        day = of_day(base + (r.shift or 0) + following, "relative" if told is None else "context")
    if day.value is None or day.first is not None and day.unit not in ("D", "time"):
        return day
    return When(day.value.partition("T")[0] + r.code, day.first, day.last, "time", day.resolved)


def night(r: Night, begins: When | None, c: Context, ends: When) -> When:
    """A night that spans two days; overnight into Sunday has that Sunday."""
    if ends.value is None or begins is not None and begins.value is None:
        return NONE
    if begins is None:
        return When(ends.value + "TNI", ends.first, ends.last, "time", ends.resolved)
    value = (begins.value or "") + "TNI"
    if begins.first is None or ends.last is None:
        return When(value, unit="time", resolved=begins.resolved)
    end = ends.last if begins.first <= ends.last <= begins.first + 2 else begins.first + 1
    return When(value, begins.first, end, "time", begins.resolved)


def _is_clock(told: When, after: str) -> bool:
    """Whether a time told is one by the clock of an hour past `after`: T17."""
    value = told.value or ""
    return told.unit == "time" and told.first is not None and value[10:13] > after and value[11:13].isdecimal()


def clock(r: Clock, of: When | None, c: Context) -> When:
    """10 p.m. on Sunday; a time alone is of the day told in this sentence or the two before, else of the publication day."""
    day = of
    if day is None:
        told = c.headed if c.stamp else c.day()
        if c.as_of and not c.near and not c.narrative and c.published and c.ref is not None:
            told = None  # it burned on Sunday. As of 9 a.m., it was still on fire
        old = told is not None and told.first is not None and c.ref is not None and told.first < c.ref - 1
        if old and not (c.near or c.stamp) and not c.narrative and c.tense in ("present", "future"):
            return When(f"XXXX-XX-XXT{r.hour:02d}:{r.minute:02d}{r.zone or ''}", resolved="none")  # he fled on May 9; polls open at 8 a.m.
        if told is None and c.published and c.tense in PAST and not (
                c.stamp or c.as_of or c.since or c.prices or r.half and r.hour <= _DAWN):
            told = c.reported_day()
        if told is None and c.narrative and c.anchor is not None and c.anchor.unit in ("D", "time"):
            told = c.anchor
        if told is not None and told.value and "XX" not in told.value:
            day = told.replaced(resolved="context")
            if c.over < 0 and told.first == c.ref:
                day = of_day((told.first or 1) - 1, "context")  # today, between 11 p.m. and 4 a.m.
            evening = _is_clock(told, "T14")
            small = told is c.evening and r.hour < (12 if c.limit else 0 if c.near else _DAWN)  # on Monday night. At 2 a.m.
            small = small or r.hour <= _DAWN and not c.earlier and r.half and _is_clock(told, "T17")  # at 10 p.m. ..., at 4 a.m.
            on = c.limit and r.hour < _MORNING and _is_clock(told, "T05") and told.value[11:13] > f"{r.hour:02d}"  # until 1 a.m.
            if evening and r.hour == 0 or on or small:
                day = of_day((told.first or 0) + 1, "context")
        else:
            evening = c.since and r.hour >= _EVENING  # of 145 drones fired since 7 p.m.: the evening before
            day = When("XXXX-XX-XX", resolved="none") if c.ref is None else of_day(c.ref - (c.over < 0 or evening), "context")
    if of is None and c.over > 0 and c.last is not None:
        day = of_day(c.last + 1, "context")
    if day.value is None:
        return NONE
    late = not r.half and of is None and c.near and c.evening is not None and c.anchor is c.evening  # on Sunday night, at 10:15
    hour = r.hour + 12 * (late or of is None and c.afternoon)
    text = f"{hour:02d}:{r.minute:02d}" + ("" if r.second is None else f":{r.second:02d}")
    return When(f"{day.value.partition('T')[0]}T{text}{r.zone or ''}", day.first, day.last, "time", day.resolved)
