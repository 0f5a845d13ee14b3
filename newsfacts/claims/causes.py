"""Of what others died, where the verb is left out: "two died under torture, three of disease"."""

from __future__ import annotations

from newsfacts.claims.context import Context, draft
from newsfacts.claims.leftout import last_claim
from newsfacts.drafts import ClaimDraft

CAUSES = frozenset("disease hunger starvation thirst cold cholera malaria typhoid dysentery measles exposure dehydration hypothermia "
                   "burns wounds injuries heatstroke poisoning suffocation asphyxiation illness fever pneumonia".split())
_BEFORE = frozenset((",", ";", ":", "and"))
_ENDS = frozenset((".", ",", ";", "and", '"', "”", "’", "'"))
_OWN = frozenset(("their", "the", "severe", "bullet", "gunshot", "head"))


def died_of(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Claims of numbers without a noun before "of" and a cause of death, in a sentence that tells of others who died."""
    low = context.doc.low
    for number in context.number_at.values():
        if number.nfirst in found or number.head >= 0 and low[number.head] not in CAUSES or low[number.nlast:number.nlast + 1] != ["of"]:
            continue  # two of burns: no burns are counted
        at = number.nlast + 1
        at += low[at:at + 1] != [] and low[at] in _OWN
        cause = low[at:at + 2]
        if len(cause) < 2 or cause[0] not in CAUSES or cause[1] not in _ENDS or low[number.first - 1] not in _BEFORE:
            continue
        claim = last_claim(context, found, number)
        if claim and claim.event == "killed" and claim.sentence == context.doc.sentence_of(number.nfirst):
            item = claim.item if claim.item != "body" else "person"
            found[number.nfirst] = draft(context, number, "killed", item, "died-of", claim.trigger)
