"""Claims: a number with an event."""

from __future__ import annotations

from newsfacts.drafts import Actors, ClaimDraft, Number, QuoteDraft, Timex
from newsfacts.tokens import Doc


def find(doc: Doc, timexes: list[Timex], numbers: list[Number], actors: Actors, quotes: list[QuoteDraft]) -> list[ClaimDraft]:
    """The claims of a text, in text order, with the slots that their own clause fills."""
    return []
