"""What does not add up in a report."""

from __future__ import annotations

from newsfacts.drafts import ClaimDraft, FindingDraft, Timex
from newsfacts.report import ReferenceDate
from newsfacts.tokens import Doc


def find(doc: Doc, claims: list[ClaimDraft], timexes: list[Timex], reference: ReferenceDate) -> list[FindingDraft]:
    """The findings of a text, in text order."""
    return []
