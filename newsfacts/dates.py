"""Temporal expressions: found over the tokens, then valued."""

from __future__ import annotations

from newsfacts.drafts import Timex
from newsfacts.report import ReferenceDate
from newsfacts.tokens import Doc


def find(doc: Doc) -> list[Timex]:
    """The temporal expressions of a text, in text order, without values."""
    return []


def resolve(doc: Doc, timexes: list[Timex], date: str | None = None, filename: str | None = None) -> ReferenceDate:
    """Sets the values; gives the publication date (an option, else what the text or the file's name tells)."""
    return ReferenceDate(date, "option" if date else "none")
