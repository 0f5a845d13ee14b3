"""Values every expression in text order, with the running anchor: the date told last."""

from __future__ import annotations

from newsfacts.dates import calendar as cal
from newsfacts.dates.readings import Clock, Day, Decade, Edge, Fixed, Holiday, Nth, Offset, Part, Reading, Same, Season, Unit, Weekday, Within
from newsfacts.dates.reference import country_told
from newsfacts.dates.tense import tense
from newsfacts.dates.values import NONE, Context, When, evaluate
from newsfacts.drafts import Timex
from newsfacts.tokens import Doc

_BY_TENSE = (Weekday, Season, Holiday, Nth)


def resolve_all(doc: Doc, timexes: list[Timex], ref: int | None) -> None:
    """Sets value, from, to, mod, resolved of each expression."""
    c = Context(ref)
    c.text_country = lambda: country_told(doc)
    c.narrative = _is_narrative(timexes, ref)
    anchor_sentence = -1
    told: tuple[int, int] | None = None  # a year other than the publication's, and its sentence
    before: Timex | None = None
    for t in timexes:
        reading: Reading = t.raw  # type: ignore[assignment]
        sentence = doc.sentence_of(t.first)
        c.near = sentence == anchor_sentence
        c.close = 0 <= sentence - anchor_sentence <= 2
        c.year = told[0] if told is not None and sentence == told[1] else None
        c.tense = tense(doc, t.first, t.last) if _asks_tense(reading) else None
        if before is not None and _is_span(doc, before, t) and isinstance(reading, Day) and reading.year is None and c.year is None and before.from_:
            c.floor = before.from_
        else:
            c.floor = None
        before = t
        try:
            when = evaluate(reading, c)
        except (OverflowError, ValueError):
            when = NONE
        t.value, t.resolved = when.value, when.resolved
        t.from_, t.to = iso(when.first), iso(when.last)
        if isinstance(reading, Same) and when.unit == "time":
            t.type = "TIME"
        if isinstance(reading, Edge):
            t.mod = reading.mod
        if t.type in ("DURATION", "SET"):
            continue
        if c.narrative and isinstance(reading, Unit) and reading.shift == 0 and reading.base == "ref":
            continue
        explicit = _year_of(reading)
        if explicit is not None and ref is not None:
            told = (explicit, sentence) if explicit != cal.civil(ref)[0] and explicit > 0 and when.unit not in ("Y", "") else None
        elif when.resolved == "relative":
            told = None
        if when.first is not None and not isinstance(reading, Fixed) and when.unit != "span":
            c.anchor, anchor_sentence = when, sentence
            if when.unit == "Q" and isinstance(reading, Nth) and (reading.of is None or c.quarter is None):
                c.quarter = when
            if when.unit == "time" and (when.value or "").endswith("TNI"):
                c.night = c.span = when
            elif when.unit in ("W", "M", "Q", "H", "Y", "S") and not isinstance(reading, Same):
                c.span = when


def _is_span(doc: Doc, a: Timex, b: Timex) -> bool:
    """Whether two expressions are the ends of a span: between May and September."""
    return b.first - a.last == 1 and (doc.low[a.last] in ("to", "-", "–", "until", "till", "through") or doc.low[a.last] == "and" and a.first > 0 and doc.low[a.first - 1] == "between")


def _year_of(r: object) -> int | None:
    """The year that a reading states."""
    while isinstance(r, Edge | Part | Clock):
        r = r.of
    return r.year if isinstance(r, Day) and not r.bc else None


def _asks_tense(r: object) -> bool:
    """Whether the tense decides on the year or week of a reading."""
    while isinstance(r, Edge | Part | Clock | Offset):
        r = r.base if isinstance(r, Offset) else r.of
    if isinstance(r, Day):
        return r.year is None
    if isinstance(r, Unit):
        return r.unit == "E"
    return isinstance(r, _BY_TENSE)


def _is_narrative(timexes: list[Timex], ref: int | None) -> bool:
    """Whether a text tells of times long before it: most of its stated years are not near the publication date."""
    if ref is None:
        return True
    year = cal.civil(ref)[0]
    far = near = 0
    for t in timexes:
        r = t.raw
        while isinstance(r, Edge | Part | Clock):
            r = r.of
        if isinstance(r, Day) and r.year is not None:
            if r.bc or abs(r.year - year) > 1:
                far += 1
            else:
                near += 2
        elif isinstance(r, Weekday) or isinstance(r, Unit) and r.base == "ref":
            near += 1
        elif isinstance(r, Within | Decade):
            far += 1
    return far >= 8 and far > 2 * near


def iso(day: int | None) -> str | None:
    """The ISO form of a day within the years 1 to 9999."""
    if day is None or not 1 <= day <= 3652059:
        return None
    y, m, d = cal.civil(day)
    return f"{y:04d}-{m:02d}-{d:02d}"
