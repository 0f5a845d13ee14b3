"""What those counted are by the words around them: the captain of a ferry, tents that are handed out."""

from __future__ import annotations

from newsfacts.claims.context import Context
from newsfacts.drafts import ClaimDraft
from newsfacts.lexicon import load_json
from newsfacts.numbers.words import singular

_CREW = frozenset("captain captains sailor sailors".split())

_ABOARD = frozenset(("crew", "passengers"))  # of warships too


def of_a_crew(context: Context, claims: list[ClaimDraft]) -> None:
    """The captain and the sailors of a ferry are no soldiers, nor is the captain of a team."""
    if _CREW.isdisjoint(context.doc.keys):
        return
    doc, words = context.doc, load_json("items")["captains"]
    army, games = frozenset(words["army"]), frozenset(words["games"])
    for claim in claims:
        noun = singular(doc.low[claim.last - 1])
        if claim.item != "soldier" or noun not in words["nouns"]:
            continue
        sentence = doc.low[slice(*doc.sents[claim.sentence])]
        civil = frozenset(words["civil"]) if noun == "captain" else frozenset(words["civil"]) - _ABOARD
        if army.isdisjoint(doc.keys) and not civil.isdisjoint(doc.keys) or army.isdisjoint(sentence) and not civil.isdisjoint(sentence):
            claim.item = "worker"
        elif noun == "captain" and army.isdisjoint(sentence) and not games.isdisjoint(sentence):
            claim.item = "person"


def tents(context: Context, claims: list[ClaimDraft]) -> None:
    """Tents that are handed out are goods."""
    for claim in claims if "tents" in context.doc.keys else ():
        if claim.event == "provided" and claim.item == "home" and claim.number is not None and claim.number.noun == "tent":
            claim.item = "other"
