"""What a noun is told to include: "the civilians included three women", "the group includes 25 marines"."""

from __future__ import annotations

from newsfacts.chunks import counts
from newsfacts.claims.context import Context, draft, lemma_of
from newsfacts.claims.items import PEOPLE, item_of
from newsfacts.claims.leftout import FIGURES, last_claim
from newsfacts.claims.members import package
from newsfacts.claims.parts import whole_before
from newsfacts.claims.partwords import as_the_whole, so_many
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.late import late
from newsfacts.lexicon import load_json
from newsfacts.patterns import LIST

_BEFELL = "[zD]{0,2}(?:[PS]|n?[WI]|r[zD]?[WVwP])[zDNAEnob]{0,6}"  # the 12 people killed in Karo, to be freed, who were freed
_LISTED = late(rf"[vp][zD]{{0,2}}(?P<list>{LIST})")
_THE = ("the", "these")
_HAPPENED = frozenset("killed wounded captured held detained returned rescued evacuated missing".split())
# 12 guards from Karo, a town on the coast, and nine cooks
_FARTHER = r"(?:[zD]{5,16}(?:,?&|,)[zD]{0,3}Q)?"
_INCLUDE = late(rf"(?P<noun>[NSUQT])(?:(?<=T)oQ|(?<=N)r|(?<=Q){_BEFELL})?[zD]{{0,2}}(?P<verb>[vp])[zD]{{0,2}}"
                rf"(?:N[zD]{{0,3}}(?:,?&|,)[zD]{{0,2}}){{0,3}}(?P<list>{LIST}{_FARTHER})")


def included(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "The civilians included three women": part of the people told of before."""
    for match in _INCLUDE.finditer(context.chunks.string):
        if lemma_of(context, match.start("verb")) not in ("include", "comprise"):
            continue
        for i in range(*match.span("list")):
            number = context.number_at.get(i)
            if number is not None and counts(number):
                _include(context, found, match.start("noun"), i, number)


def befallen_include(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "The freed soldiers included 24 marines", "the abducted pupils include nine girls": by the participle before the noun."""
    chunks, rules, low = context.chunks, context.rules, context.doc.low
    for match in _LISTED.finditer(chunks.string):
        verb = chunks.firsts[match.start()]
        if verb < 3 or low[verb - 3] not in _THE or low[verb - 2] not in rules.lemmas or (
                rules.items.get(low[verb - 1]) not in PEOPLE or lemma_of(context, match.start()) not in ("include", "comprise")):
            continue
        frames = [f for f in rules.verbs.get(rules.lemmas[low[verb - 2]], ()) if f.event in _HAPPENED and "person" in f.items]
        for i in range(*match.span("list")) if frames and low[verb - 2].endswith(("ed", "en", "ne")) else ():
            number = context.number_at.get(i)
            item = item_of(context.doc, number, rules) if number is not None and number.nfirst not in found else None
            if number is not None and item in PEOPLE:
                whole = last_claim(context, found, number)
                again = whole is not None and whole.event == frames[0].event and whole.item in PEOPLE and (
                    (number.value or 0) <= (whole.value or 0) and whole.sentence < context.doc.sentence_of(verb))
                trigger, rule = (whole.trigger, "part") if whole and again else ((verb - 2, verb - 1), "those-include")
                found[number.nfirst] = claim = draft(context, number, frames[0].event, item or "", rule, trigger)
                claim.part_of = whole if again else None


def _told_of(context: Context, found: dict[int, ClaimDraft], number: Number, word: str) -> bool:
    """Whether "they" are the people told of last, of whom a number is a part: "Nine people died. They include four children"."""
    whole = last_claim(context, found, number)
    return word == "they" and whole is not None and whole.item in PEOPLE and (number.value or 0) <= (whole.value or whole.low or 0)


def _include(context: Context, found: dict[int, ClaimDraft], noun_at: int, i: int, number: Number) -> None:
    """A number in chunk i that the noun in chunk `noun_at` is told to include."""
    chunks, rules, low = context.chunks, context.rules, context.doc.low
    first, last = chunks.firsts[noun_at], chunks.lasts[noun_at]
    if chunks.string[noun_at] == "U" and not _told_of(context, found, number, low[first]):
        package(context, found, number, i)
        return
    group = context.number_at.get(noun_at)
    if group is not None:  # the 13 included four children
        told = found.get(group.nfirst) or (so_many(found, group) if group.head < 0 and low[first - 1] == "the" else None)
        part = item_of(context.doc, number, rules)
        if told and told.item in PEOPLE and part in PEOPLE and (number.value or 0) <= (group.value or 0):
            again = found.setdefault(group.nfirst, draft(context, group, told.event, told.item, "whole", told.trigger))
            found[number.nfirst] = claim = draft(context, number, told.event, part or told.item, "part", told.trigger)
            claim.part_of = again
        return
    item, whole = item_of(context.doc, number, rules), last_claim(context, found, number)
    totals = whole is not None and whole.status == "total" and whole.sentence == context.doc.sentence_of(number.nfirst)
    word, known = low[last - 1], "the" in low[max(0, first - 1):last] or totals  # the toll is 90, a figure that includes nine children
    if word in ("those", "these", "they") and last - first == 1:  # nine people died. They include four children
        known, word = whole is not None and whole.sentence == context.doc.sentence_of(number.nfirst) - 1, "people"
    people = rules.items.get(word) in PEOPLE or word in rules.counts or word in FIGURES or (
        whole is not None and whole.event == "returned" and word in load_json("events")["freed"]["groups"])
    if whole and item in PEOPLE and whole.item in PEOPLE and people and known:
        claim = found.get(number.nfirst) or draft(context, number, whole.event, item or whole.item, "part", whole.trigger)
        as_the_whole(claim, whole)
        if claim.event != whole.event:  # the dead included four boys: not of those hurt, told last
            whole = whole_before(context, found, i, item, claim.event, number.value) or whole
        claim.part_of = claim.part_of or (whole.part_of if whole.first >= first else whole)  # the dead included four guards and two nurses
        found[number.nfirst] = claim
