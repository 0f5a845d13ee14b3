"""Who did it, to whose, with what, at what: the slots of a claim that its own clause fills."""

from __future__ import annotations

from newsfacts.claims.roles.agents import accused, agent_of
from newsfacts.claims.roles.targets import instrument_of, target_of
from newsfacts.drafts import ClaimDraft
from newsfacts.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from newsfacts.claims.context import Context


def fill_roles(context: Context, claim: ClaimDraft) -> None:
    """Sets agent, instrument and target."""
    subject = agent_of(context, claim)
    if claim.event == "held" and claim.agent is None and claim.pending is None:
        from newsfacts.claims.roles.jailers import jailer  # few reports need it

        claim.agent, claim.agents = jailer(context, claim) or (None, claim.agents)
    if claim.event in ("captured", "returned") and claim.agent is None and claim.pending is None:
        from newsfacts.claims.roles.jailers import deporter

        claim.agent, claim.agents = deporter(context, claim) or (None, claim.agents)
    instrument_of(context, claim, subject)
    accused(context, claim)
    target_of(context, claim)
