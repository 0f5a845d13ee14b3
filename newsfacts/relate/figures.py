"""Claims of the same thing: repeats, revisions, contradictions, status."""

from __future__ import annotations

from newsfacts.drafts import ClaimDraft
from newsfacts.tokens import Doc


def relate_figures(doc: Doc, claims: list[ClaimDraft]) -> None:
    """Sets repeats, revises, contradicts, status and was."""
