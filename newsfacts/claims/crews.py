"""What those counted are by the words around them: the captain of a ferry, tents that are handed out."""

from __future__ import annotations

from newsfacts.claims.context import Context
from newsfacts.claims.items import item_of
from newsfacts.drafts import ClaimDraft
from newsfacts.lexicon import load_json

_BEFALLS = frozenset("killed wounded casualties missing captured held detained returned rescued evacuated".split())
_FIGHTING = frozenset("army soldiers troops militants fighters rebels militia insurgents clashed ambushed ambush raided overran".split())
_LEAST, _MOST = 2, 6  # letters, the plural's among them
_AID = frozenset("charity ngo ingo humanitarian crescent relief".split())
_FIGHT = frozenset("fighting fought enlisted front army".split())
_CAPTAINS = frozenset(("captain", "captains"))
_UNIONS = frozenset(("union", "unions"))
_STRIKES = frozenset("strike strikes striking walkout walkouts walked stayed stoppage stoppages picket pickets industrial".split())


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


def by_letters(context: Context) -> None:
    """People told by the letters of their body in the plural: "the VDR said three VDRs were killed"."""
    forms = context.doc.forms
    for number in context.numbers:
        letters = forms[number.head].rstrip() if number.head >= 0 else ""
        if not (letters[-1:] == "s" and _LEAST < len(letters) <= _MOST and letters[:-1].isupper() and letters[:-1].isalpha()):
            continue
        if item_of(context.doc, number, context.rules) != "unknown" or letters[:-1].lower() not in context.doc.keys:
            continue
        bodies = (actor for actor in context.actors.list if actor.kind in ("organization", "group"))
        if any(forms[m.first].rstrip() == letters[:-1] and m.last == m.first + 1 for body in bodies for m in body.mentions):
            context.items[number.nfirst] = "person" if _FIGHTING.isdisjoint(context.doc.keys) else "soldier"


def volunteers(context: Context, claims: list[ClaimDraft]) -> None:
    """Volunteers who are harmed in a report on an aid body are its workers, but not those who fight."""
    if "volunteers" not in context.doc.keys or _AID.isdisjoint(context.doc.keys):
        return
    for claim in claims:
        if claim.item == "person" and claim.event in _BEFALLS and claim.number is not None and claim.number.noun == "volunteer" and (
                _FIGHT.isdisjoint(context.doc.low[slice(*context.doc.sents[claim.sentence])])):
            claim.item = "worker"


def tents(context: Context, claims: list[ClaimDraft]) -> None:
    """Tents that are handed out are goods."""
    for claim in claims if "tents" in context.doc.keys else ():
        if claim.event == "provided" and claim.item == "home" and claim.number is not None and claim.number.noun == "tent":
            claim.item = "other"


def of_a_union(context: Context) -> None:
    """Members of a union who strike are workers: "the union said 840 of its members had stayed away"."""
    if _STRIKES.isdisjoint(context.doc.keys) or _UNIONS.isdisjoint(context.doc.keys):
        return
    low, doc = context.doc.low, context.doc
    for number in context.numbers:
        if number.noun == "member" and not _UNIONS.isdisjoint(low[doc.sents[doc.sentence_of(number.nfirst)][0]:number.last]):
            context.items[number.nfirst] = "worker"
