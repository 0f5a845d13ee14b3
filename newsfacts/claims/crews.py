"""What those counted are by the words around them: the captain of a ferry, tents that are handed out."""

from __future__ import annotations

from newsfacts.claims.context import Context
from newsfacts.drafts import ClaimDraft
from newsfacts.lexicon import load_json

_CAPTAINS = frozenset(("captain", "captains"))


def of_a_crew(context: Context, claims: list[ClaimDraft]) -> None:
    """The captain of a ferry is no soldier, nor is that of a team."""
    if _CAPTAINS.isdisjoint(context.doc.keys):
        return
    doc, words = context.doc, load_json("items")["captains"]
    army, civil, games = (frozenset(words[name]) for name in ("army", "civil", "games"))
    for claim in claims:
        if claim.item != "soldier" or doc.low[claim.last - 1] not in _CAPTAINS:
            continue
        sentence = doc.low[slice(*doc.sents[claim.sentence])]
        if army.isdisjoint(doc.keys) and not civil.isdisjoint(doc.keys) or army.isdisjoint(sentence) and not civil.isdisjoint(sentence):
            claim.item = "worker"
        elif army.isdisjoint(sentence) and not games.isdisjoint(sentence):
            claim.item = "person"


def tents(context: Context, claims: list[ClaimDraft]) -> None:
    """Tents that are handed out are goods."""
    for claim in claims if "tents" in context.doc.keys else ():
        if claim.event == "provided" and claim.item == "home" and claim.number is not None and claim.number.noun == "tent":
            claim.item = "other"
