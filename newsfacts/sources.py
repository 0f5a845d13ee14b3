"""Quotes and attribution: who says what, and how far it reaches."""

from __future__ import annotations

from newsfacts.drafts import Actors, QuoteDraft
from newsfacts.tokens import Doc


def find(doc: Doc, actors: Actors) -> list[QuoteDraft]:
    """Direct, mixed and indirect quotes in text order."""
    return []
