"""Who says so: the source of each claim, from the quote that holds it."""

from __future__ import annotations

from newsfacts.drafts import Actors, ClaimDraft, QuoteDraft
from newsfacts.sources import Attribution
from newsfacts.tokens import Doc


def attribute(doc: Doc, claims: list[ClaimDraft], quotes: list[QuoteDraft], actors: Actors) -> None:
    """Sets source, via, cue, stance and quote."""
    reach = Attribution(doc, quotes, actors)
    for claim in claims:
        claim.quote = reach.inside(claim.start)
        quote = reach.source_of(claim.start)
        if quote is not None:
            claim.source_actor, claim.cue, claim.stance = quote.speaker, quote.cue, quote.stance
            claim.source = quote.speaker_text if quote.speaker is None else actors.list[quote.speaker].name
            claim.via = quote.via_text if quote.via is None else actors.list[quote.via].name
