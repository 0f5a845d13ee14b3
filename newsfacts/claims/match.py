"""Constructions over the chunks: each match gives a claim for every number of its list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.claims.context import Context, draft, frames_at, joined, lemma_of
from newsfacts.claims.items import item_of
from newsfacts.claims.leftout import antecedent
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.patterns import Construction
from newsfacts.rules import Frame


def claims_of(context: Context, construction: Construction, match: re.Match[str], found: dict[int, ClaimDraft]) -> Iterator[ClaimDraft]:
    """The claims of one match: a claim for each number of the list that is not taken."""
    event_at = match.start("event")
    for slot, lemmas in construction.only.items():
        i = match.start(slot)
        if lemmas == "bare":
            if any(context.number_at[j].head >= 0 for j in range(*match.span(slot)) if j in context.number_at):
                return
        elif lemmas == "counts":
            if context.doc.low[context.chunks.heads[i]] not in context.rules.counts:
                return
        elif lemmas != "phrase" and lemma_of(context, i) not in lemmas:
            return
    whole: ClaimDraft | None = None
    elided: str | None = None
    numbers = [(i, "qty") for i in range(*match.span("qty")) if i in context.number_at]
    if "part" in match.re.groupindex and match.start("part") >= 0:
        numbers.append((match.start("part"), "part"))
    for i, slot in numbers:
        number = context.number_at[i]
        if number.nfirst in found:
            continue
        claim = make(context, number, i, event_at, construction, elided)
        if claim is None:
            continue
        elided = claim.item
        if slot == "part":
            claim.part_of = whole
        else:
            whole = whole or claim
        if construction.effect == "total":
            claim.status = "total"
        yield claim


def make(context: Context, number: Number, i: int, event_at: int, construction: Construction, elided: str | None = None) -> ClaimDraft | None:
    """A claim of the number in chunk i with the event in chunk `event_at`, or None where the words tell none."""
    item = item_of(context.doc, number, context.rules)
    frame = None
    if item is None and construction.name == "compound":
        return None
    if construction.event:
        frame = Frame(construction.event, "", ())
    else:
        for candidate in frames_at(context, event_at, i, construction):
            if item is None:
                item_known = elided or antecedent(context, number)
                item = item_known if item_known in candidate.items else candidate.items[0]
                frame = candidate
                break
            if item in candidate.items:
                frame = candidate
                break
    if frame is None:
        return None
    first, last = context.chunks.firsts[event_at], context.chunks.lasts[event_at]
    event = joined(context, frame.event, event_at)
    return draft(context, number, event, item or "person", construction.name, (context.chunks.heads[event_at], last if last > first else first + 1))
