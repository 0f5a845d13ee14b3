"""What those counted are by the words around them: the captain of a ferry, tents that are handed out."""

from __future__ import annotations

from newsfacts.claims.context import Context
from newsfacts.drafts import ClaimDraft
from newsfacts.lexicon import load_json

_BEFALLS = frozenset("killed wounded casualties missing captured held detained returned rescued evacuated".split())
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


def customers(context: Context, claims: list[ClaimDraft]) -> None:
    """Customers who are harmed, held or freed are people, no households: "the gunman let two customers go"."""
    for claim in claims if "customers" in context.doc.keys else ():
        if claim.item == "household" and claim.event in _BEFALLS and context.doc.low[claim.last - 1] == "customers":
            claim.item = "person"


def walked_out(context: Context, claims: list[ClaimDraft]) -> None:
    """Those who walk out while others are let go are freed, on no strike: "he let four women go; the last three walked out at noon"."""
    if not any(claim.event == "returned" and claim.item != "body" for claim in claims):
        return
    for claim in claims:
        at = claim.trigger[0] if claim.event == "participated" and claim.trigger else 0
        if at and context.doc.low[at:at + 2] == ["walked", "out"] and any(
                other.event == "returned" and 0 <= claim.sentence - other.sentence <= 1 for other in claims):
            claim.event, claim.item = "returned", "person" if claim.item == "household" else claim.item


def tents(context: Context, claims: list[ClaimDraft]) -> None:
    """Tents that are handed out are goods."""
    for claim in claims if "tents" in context.doc.keys else ():
        if claim.event == "provided" and claim.item == "home" and claim.number is not None and claim.number.noun == "tent":
            claim.item = "other"
