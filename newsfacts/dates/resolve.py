"""Values every expression in text order, with the running anchor: the date told last."""

from __future__ import annotations

from functools import cache

from newsfacts.dates import calendar as cal
from newsfacts.dates.after import event_after
from newsfacts.dates.readings import (
    ANCHOR,
    NEAR,
    QUARTER,
    REF,
    Clock,
    Day,
    Decade,
    Edge,
    Fixed,
    Holiday,
    Night,
    Nth,
    Offset,
    Part,
    Same,
    Season,
    Unit,
    Weekday,
    Within,
)
from newsfacts.dates.reference import country_told, parse_day
from newsfacts.dates.tense import done, scheduled, tense
from newsfacts.dates.values import evaluate, inner
from newsfacts.dates.when import NONE, Context, When, iso, of_unit, shifted
from newsfacts.dates.words import group
from newsfacts.drafts import Timex
from newsfacts.tokens import Doc

_BY_TENSE = (Weekday, Season, Holiday, Nth)
_BESIDE = frozenset(((",",), (",", "on"), ("on",), ("(",)))
_TO = frozenset(("to", "-", "–", "until", "till", "through"))


def resolve_all(doc: Doc, timexes: list[Timex], ref: int | None) -> None:
    """Sets value, from, to, mod, resolved of each expression."""
    c = Context(ref, cache(lambda: country_told(doc)), _is_narrative(timexes, ref))
    anchored = -9  # the sentence of the anchor
    told: tuple[int, int] | None = None  # a year other than the publication's, and its sentence
    chain: tuple[int, int] | None = None  # a day or month of such a year, told as a point in time, and its sentence
    before: Timex | None = None
    for k, t in enumerate(timexes):
        reading, sentence = t.raw, doc.sentence_of(t.first)
        if t.type == "DURATION" and (event := event_after(doc, k, timexes)):
            _count(doc, t, *event)
            continue
        c.at, c.near, c.close = sentence, sentence == anchored, sentence - anchored <= 2
        c.year = told[0] if told is not None and told[1] == sentence else None
        c.chain = chain[0] if chain is not None and sentence - chain[1] <= 2 and _goes_on(doc, t) else None
        c.tense = tense(doc, t.first, t.last) if _asks_tense(reading) else None
        if c.tense == "past" and done(doc, t.first):
            c.tense = "since"
        elif _is_day(reading):
            c.tense = "future" if scheduled(doc, t.first, t.last) else c.tense
        c.floor = c.last if before is not None and _is_span(doc, before, t) else None
        before = t
        try:
            when = evaluate(_apposed(doc, t, timexes[k + 1:k + 2]) or reading, c)  # type: ignore[arg-type]
        except (OverflowError, ValueError):
            when = NONE
        c.last = when.first
        _set(t, when)
        if when.unit == "span" and not isinstance(reading, Same):
            c.span = when
        if t.type in ("DURATION", "SET") or c.narrative and isinstance(reading, Unit) and reading.shift == 0 and reading.base == REF:
            continue
        day = _day_in(reading)
        if ref is not None and day is not None and day.year is not None and not day.bc:
            told = (day.year, sentence) if day.year != cal.civil(ref)[0] and day.month is not None else None
            chain = (when.first, sentence) if told and when.first is not None and _is_point(doc, t) else None
        elif when.resolved == "relative":
            told = chain = None
        elif chain is not None and c.chain is not None and day is not None and when.first is not None and when.first > chain[0]:
            chain = (when.first, sentence)
        if when.first is not None and not isinstance(reading, Fixed):
            _remember(c, when, reading)
            anchored = sentence


def _count(doc: Doc, t: Timex, reading: Offset, told: Timex, last: int) -> None:
    """Values "a day after the raid" from the raid's day."""
    day = parse_day(told.from_ or "")
    if day is not None and reading.n is not None:
        t.type, t.raw, t.last, t.end = "DATE", reading, last, doc.ends[last - 1]
        _set(t, of_unit(reading.unit, shifted(reading.unit, day, int(reading.n) * reading.sign), "context"))


def _set(t: Timex, when: When) -> None:
    t.value, t.resolved = when.value, when.resolved
    t.from_, t.to = iso(when.first), iso(when.last)
    if t.type == "SET":
        t.from_ = t.to = None
    if isinstance(t.raw, Edge):
        t.mod = t.raw.mod
    if t.type == "DATE" and when.unit == "time":
        t.type = "TIME"  # the same period, hours later
    if when.unit == "span":
        t.type = "DURATION"


def _remember(c: Context, when: When, reading: object) -> None:
    """Keeps what later expressions may refer to."""
    c.anchor = when
    if when.unit in ("D", "time"):
        c.tell(when)
    ended = c.ref is None or when.last is not None and when.last <= c.ref  # no report is on a quarter that has not ended
    if when.unit == "Q" and ended and isinstance(reading, Nth) and (reading.of is None or c.quarter is None):
        c.quarter = when
    if when.unit == "time" and (when.value or "").endswith("TNI"):
        c.night = c.span = when
    elif when.unit in ("W", "M", "Q", "H", "Y", "S") and not isinstance(reading, Same):
        c.span = when


def _apposed(doc: Doc, t: Timex, following: list[Timex]) -> Day | None:
    """The date that stands beside a relative day: three days later, on 5 February; last Friday (October 28)."""
    counted = isinstance(t.raw, Offset) and t.raw.base == ANCHOR and t.raw.unit in "DW"
    if not following or not (counted or isinstance(t.raw, Weekday)):
        return None
    b = following[0]
    same = isinstance(b.raw, Day) and b.raw.month is not None and b.raw.day is not None
    return b.raw if same and tuple(doc.low[t.last:b.first]) in _BESIDE else None  # type: ignore[return-value]


def _is_point(doc: Doc, t: Timex) -> bool:
    """Whether a date is told as a point in time, not as the mark of a thing: on 3 May 2019, no "the 3 May 2019 raid"."""
    return t.first in doc.sent_firsts or t.first > 0 and doc.low[t.first - 1] in group("points")


def _goes_on(doc: Doc, t: Timex) -> bool:
    """Whether a date may go on from the one told before: a day, or a month that opens its sentence ("In June, ...")."""
    day = _day_in(t.raw)
    return day is not None and (day.day is not None or t.first - doc.sents[doc.sentence_of(t.first)][0] < 2)


def _is_span(doc: Doc, a: Timex, b: Timex) -> bool:
    """Whether two expressions are the ends of a span: between May and September."""
    if b.first - a.last != 1:
        return False
    joint = doc.low[a.last]
    return joint in _TO or joint == "and" and a.first > 0 and doc.low[a.first - 1] == "between"


def _day_in(r: object) -> Day | None:
    """The calendar date in a reading."""
    while isinstance(r, Edge | Part | Clock):
        r = r.of
    return r if isinstance(r, Day) else None


def _is_day(r: object) -> bool:
    """Whether a reading is a weekday or a day of a month, or a time of it."""
    while isinstance(r, Edge | Part | Clock):
        r = r.of
    return isinstance(r, Weekday) or isinstance(r, Day) and r.day is not None


def _asks_tense(r: object) -> bool:
    """Whether the tense decides on the year or week of a reading."""
    while isinstance(r, Edge | Part | Clock | Offset | Night):
        r = r.second if isinstance(r, Night) and r.first is None else inner(r)
    if isinstance(r, Day):
        return r.year is None
    return r is None or isinstance(r, _BY_TENSE) or isinstance(r, Unit) and (r.unit == "E" or r.base == QUARTER)


def _is_narrative(timexes: list[Timex], ref: int | None) -> bool:
    """Whether a text tells of times long before it: hardly any of its stated years is near the publication date."""
    if ref is None:
        return True
    year, far, near = cal.civil(ref)[0], 0, 0
    for t in timexes:
        day = _day_in(t.raw)
        if day is not None and day.year is not None:
            if day.bc or abs(day.year - year) > 1:
                far += 1
            else:
                near += 2
        elif isinstance(t.raw, Weekday) or isinstance(t.raw, Unit) and t.raw.base in (REF, NEAR):
            near += 1
        elif isinstance(t.raw, Within | Decade):
            far += 1
    return far >= 8 and far > 6 * near
