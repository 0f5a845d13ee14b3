"""Dates that cannot be, that do not fit their weekday, that nobody can place, or that had not come when they were told as past."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsfacts.dates import calendar as cal
from newsfacts.dates.readings import Day, Weekday, whole
from newsfacts.dates.reference import day_of, parse_day
from newsfacts.dates.tense import tense
from newsfacts.drafts import FindingDraft, Timex
from newsfacts.lexicon import load_json
from newsfacts.report import ReferenceDate
from newsfacts.tokens import Doc

_NEWS = 14  # days around the publication in which a date without a year is surely of the same year
_AROUND = 14  # tokens around a date in which a word of the future spares it


@cache
def _weekday_names() -> list[str]:
    names: list[str] = load_json("findings")["weekdays"]
    return names


@cache
def _ahead() -> frozenset[str]:
    return frozenset(load_json("findings")["ahead"].split())


def weekdays(doc: Doc, timexes: list[Timex], reference: ReferenceDate) -> Iterator[FindingDraft]:
    """ "Tuesday, 3 December 2023" was a Sunday; without a year only close to the publication date."""
    ref = parse_day(reference.value) if reference.value else None
    before: Timex | None = None
    for t in timexes:
        day = day_of(t)
        told, first, facts = None, t, [t]
        if day is not None and day.weekday is not None:
            told = day.weekday
        elif day is not None and before is not None and isinstance(before.raw, Weekday) and _beside(doc, before, t):
            told, first, facts = before.raw.day, before, [before, t]
        before = t
        if day is None or told is None:
            continue
        at = _ordinal(day, ref)
        if at is not None and cal.weekday(at) != told:
            is_, was = _weekday_names()[cal.weekday(at) - 1], "is" if ref is not None and at > ref else "was"
            year = "" if day.year is not None else f" of {cal.civil(at)[0]}"
            end = t.end + (first is not t and doc.text[t.end:t.end + 1] == ")")
            words = " ".join(doc.text[first.start:end].split())
            yield FindingDraft("weekday-mismatch", f"“{words}”{year} {was} a {is_}", first.start, end, list(facts))


def _beside(doc: Doc, before: Timex, t: Timex) -> bool:
    """ "Tuesday (December 5)": the date explains the weekday."""
    return doc.text[before.end:t.start].strip() == "("


def _ordinal(day: Day, ref: int | None) -> int | None:
    """The day meant: by its year, else the one nearest to the publication date, if that is near."""
    if day.bc or day.month is None or day.day is None:
        return None
    if day.year is not None:
        return cal.ordinal(day.year, day.month, day.day) if day.year >= 1800 and cal.is_date(day.year, day.month, day.day) else None
    if ref is None or day.shift is not None:
        return None
    year = cal.civil(ref)[0]
    days = [cal.ordinal(y, day.month, day.day) for y in (year - 1, year, year + 1) if y > 0 and cal.is_date(y, day.month, day.day)]
    nearest = min(days, key=lambda at: abs(at - ref), default=None)
    return nearest if nearest is not None and abs(nearest - ref) <= _NEWS else None


def impossible_dates(doc: Doc, timexes: list[Timex]) -> Iterator[FindingDraft]:
    """ "31 February", "29 February 2023": there is no such day, and it is not moved."""
    for t in timexes:
        day = day_of(t) if t.value is None else None
        if day is None or day.month is None or day.day is None or day.bc or not 1 <= day.month <= 12:
            continue
        longest = cal.month_length(2000 if day.year is None else day.year, day.month)  # without a year, 29 February may be
        if day.day > longest and day.day < 100:
            words = " ".join(doc.text[t.start:t.end].split())
            year = f" in {day.year}" if day.month == 2 and day.year is not None else ""
            yield FindingDraft("impossible-date", f"“{words}”: that month has only {longest} days{year}", t.start, t.end, [t])


def unresolved(doc: Doc, timexes: list[Timex], reference: ReferenceDate) -> Iterator[FindingDraft]:
    """One finding for all dates that need a publication date where none is known."""
    if reference.value is not None:
        return
    open_ = [t for t in timexes if t.type in ("DATE", "TIME") and t.from_ is None and t.value and _asks_reference(doc, t)]
    if open_:
        words = " ".join(doc.text[open_[0].start:open_[0].end].split())
        more = f" and {len(open_) - 1} more" if len(open_) > 1 else ""
        told = f"“{words}”{more} cannot be placed: the text tells no publication date (--date)"
        yield FindingDraft("unresolved-date", told, open_[0].start, open_[0].end, list(open_))


def _asks_reference(doc: Doc, t: Timex) -> bool:
    """A weekday, or a day of a month without its year; not "each Friday"."""
    if t.first and doc.low[t.first - 1] in load_json("findings")["every"]:
        return False
    reading = whole(t.raw)
    return isinstance(reading, Weekday) or (isinstance(reading, Day) and reading.year is None and reading.day is not None)


def told_too_early(doc: Doc, timexes: list[Timex], reference: ReferenceDate) -> Iterator[FindingDraft]:
    """A day after the publication told in the past tense; a day's grace for time zones."""
    ref = parse_day(reference.value) if reference.value else None
    if ref is None or reference.origin in ("text", "none"):
        return
    for t in timexes:
        day = day_of(t) if t.type in ("DATE", "TIME") else None
        if day is None or day.year is None or not cal.is_date(day.year, day.month or 0, day.day or 0):
            continue
        if cal.ordinal(day.year, day.month or 1, day.day or 1) <= ref + 1:
            continue
        first, last = doc.sents[doc.sentence_of(t.first)]
        near = doc.low[max(first, t.first - _AROUND):min(last, t.last + _AROUND)]
        if _ahead().isdisjoint(near) and tense(doc, t.first, t.last) == "past":
            words = " ".join(doc.text[t.start:t.end].split())
            told = f"“{words}” is told as past, but the report is of {reference.value}"
            yield FindingDraft("future-past-tense", told, t.start, t.end, [t])
