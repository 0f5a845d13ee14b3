"""Who did it, to whose, with what, at what: the slots of a claim that its own clause fills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsfacts.claims.roles.agents import agent_of
from newsfacts.drafts import ClaimDraft

if TYPE_CHECKING:
    from newsfacts.claims.context import Context


def fill_roles(context: Context, claim: ClaimDraft) -> None:
    """Sets agent, instrument and target."""
    agent_of(context, claim)
