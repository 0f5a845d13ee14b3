"""Temporal expressions: found over the tokens, then valued (TIMEX3, ISO-TimeML 2009)."""

from __future__ import annotations

from newsfacts.dates import reference
from newsfacts.dates.find import find
from newsfacts.dates.resolve import resolve_all
from newsfacts.dates.when import iso
from newsfacts.drafts import Timex
from newsfacts.report import ReferenceDate
from newsfacts.tokens import Doc

__all__ = ["find", "resolve"]


def resolve(doc: Doc, timexes: list[Timex], date: str | None = None, filename: str | None = None) -> ReferenceDate:
    """Sets the values; gives the publication date (an option, else what the text or the file's name tells)."""
    day, origin = reference.find(doc, timexes, date, filename)
    today = reference.written(doc, timexes, day) if day is not None and origin in ("option", "metadata") else day
    told = day is not None and origin == "text" and reference.in_prose(doc, timexes, day)
    resolve_all(doc, timexes, today, not told, told)
    return ReferenceDate(iso(day), origin)
