"""Homes that are without power or water by the words beside them: "power was restored to all but 400 homes", "12,000 homes were affected
by the power cut"."""

from __future__ import annotations

from newsfacts.claims.context import Context, draft
from newsfacts.claims.elided import nouns_before
from newsfacts.claims.items import item_of
from newsfacts.drafts import ClaimDraft
from newsfacts.lexicon import load_json

_BACK = frozenset("restored reconnected back again returned resumed".split())
_UNSURE = frozenset("not never if would could may might should will until hopes hoped expected expects aims".split())

_OUTAGES = frozenset("outage outages blackout blackouts".split())
_SUPPLIED = frozenset("power electricity water gas".split())
_CUTS = frozenset("cut cuts failure failures back off supply supplies".split())
_RESTORES = frozenset("restore restored restoring restores".split())
_CAUSE = 6  # tokens of "by the power cut"
_CUSTOMERS = frozenset(("household", "home", "building", "settlement", "person"))


def not_yet_back(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Makes claims of those named behind "all but" where power, water or the like is told to be back."""
    low, words = context.doc.low, load_json("events")
    supplies, homes = frozenset(words["supplies"]), frozenset(words["all_but"]["items"]["outage"])
    for number in context.numbers:
        if number.nfirst in found or low[max(0, number.first - 2):number.first] != ["all", "but"]:
            continue
        first, last = context.doc.sents[context.doc.sentence_of(number.nfirst)]
        said = set(low[first:last])
        if _BACK.isdisjoint(said) or supplies.isdisjoint(said) and "reconnected" not in said or not _UNSURE.isdisjoint(said):
            continue
        whole = context.numbers[number.whole] if number.whole >= 0 else None
        item = item_of(context.doc, whole or number, context.rules) or next(iter(nouns_before(context, number)), "")
        if item not in homes:
            continue
        found[number.nfirst] = part = draft(context, number, "outage", item, "all-but", None)
        if whole is not None and whole.nfirst not in found:
            found[whole.nfirst] = part.part_of = draft(context, whole, "outage", item, "whole", None)


def affected_by_outages(context: Context, claims: list[ClaimDraft]) -> None:
    """Those affected, where their sentence or the one before it tells of an outage, are cut off: "12,000 homes were affected by the power
    cut", "crews restored power to 60,000 of the 90,000 customers affected"; no "people affected by the floods, which cut power"."""
    low = context.doc.low
    for claim in claims:
        if claim.event not in ("damaged", "participated") or claim.item not in _CUSTOMERS or claim.trigger is None or (
                context.rules.lemmas.get(low[claim.trigger[0]]) != "affect"):
            continue
        first, last = context.doc.sents[claim.sentence]
        if claim.item == "household" and claim.sentence:
            first = context.doc.sents[claim.sentence - 1][0]
        elif low[claim.trigger[1]:claim.trigger[1] + 1] == ["by"]:
            first, last = claim.trigger[1], min(last, claim.trigger[1] + _CAUSE)
        restores = claim.item == "household" and any(low[t] in _SUPPLIED and low[t - 1] in _RESTORES for t in range(first + 1, last))
        if restores or any(low[t] in _OUTAGES or low[t] in _SUPPLIED and low[t + 1] in _CUTS for t in range(first, last - 1)):
            claim.event = "outage"
