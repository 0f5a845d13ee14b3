"""The value of a reading in its context: inner readings first, then the function of its class."""

from __future__ import annotations

from collections.abc import Callable

from newsfacts.dates import absolute, feasts, hours, relative
from newsfacts.dates.readings import (
    Clock,
    Containing,
    Day,
    Decade,
    Edge,
    First,
    Fixed,
    Holiday,
    Last,
    Night,
    Nth,
    Offset,
    Part,
    Reading,
    Same,
    Season,
    Unit,
    Weekday,
    Within,
)
from newsfacts.dates.when import Context, When
from newsfacts.typed import Any

_VALUE: dict[type, Callable[[Any, When | None, Context], When]] = {
    Day: absolute.day, Season: absolute.season, Nth: absolute.nth, First: absolute.first, Decade: absolute.decade,
    Holiday: feasts.holiday, Edge: absolute.edge, Within: absolute.within, Fixed: relative.fixed, Last: relative.last,
    Weekday: relative.weekday, Unit: relative.unit,
    Offset: relative.offset, Part: hours.part, Clock: hours.clock, Same: relative.same, Containing: relative.containing,
}
_WITH_TIME = (Part, Clock, Nth, First, Edge, Containing)
_WITH_YEAR = (Season, Holiday, Same, Within)
ALONE = frozenset((Day, Weekday, Unit, Fixed, Last, Decade))  # readings with none within


def inner(r: Reading) -> Reading | None:
    """The reading within a reading: the day of a time, the year of a quarter."""
    if isinstance(r, _WITH_TIME):
        return r.of
    if isinstance(r, _WITH_YEAR):
        return r.year
    if isinstance(r, Night):
        return r.first
    return r.base if isinstance(r, Offset) and not isinstance(r.base, str) else None


def evaluate(r: Reading, c: Context) -> When:
    """The value of a reading."""
    kind = type(r)
    if kind in ALONE:
        return _VALUE[kind](r, None, c)
    within = inner(r)
    of = None if within is None else evaluate(within, c)
    if isinstance(r, Night):
        return hours.night(r, of, c, evaluate(r.second, c))
    return _VALUE[kind](r, of, c)
