"""What claims are to one another and to the text around them: carried time, parts and wholes, repeats, contradictions."""

from __future__ import annotations

from newsfacts.drafts import Actors, ClaimDraft, QuoteDraft, Timex
from newsfacts.report import ReferenceDate
from newsfacts.sources import Attribution
from newsfacts.tokens import Doc


def relate(doc: Doc, claims: list[ClaimDraft], timexes: list[Timex], actors: Actors, quotes: list[QuoteDraft],
           reference: ReferenceDate) -> None:
    """Fills in what lies beyond a claim's own clause."""
    reach = Attribution(doc, quotes)
    for claim in claims:
        claim.quote = reach.inside(claim.start)
        quote = reach.source_of(claim.start)
        if quote is not None:
            claim.source_actor, claim.cue, claim.stance = quote.speaker, quote.cue, quote.stance
            claim.source = quote.speaker_text if quote.speaker is None else actors.list[quote.speaker].name
            claim.via = quote.via_text if quote.via is None else actors.list[quote.via].name
