"""Those of whom a verb is not true: "all but 11 were shot down", "has reconnected all but 340"."""

from __future__ import annotations

from newsfacts.claims.context import Context, draft, frames_at, lemma_of
from newsfacts.claims.elided import nouns_before
from newsfacts.claims.items import item_of
from newsfacts.drafts import ClaimDraft
from newsfacts.late import late
from newsfacts.lexicon import load_json

_SUBJECT = late(r"[Nz]c(?P<but>z)(?:or|[zD]){0,6}(?P<verb>[VWpPw])(?P<todo>I?)")
_OBJECT = late(r"(?P<verb>[VvGgIpPw])[zD]?[Nz]c(?P<but>z)")


def all_but(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Claims of such numbers: weapons that were not stopped hit; households that are not reconnected are without power."""
    if "all" not in context.doc.keys or "but" not in context.doc.keys:
        return
    chunks, low = context.chunks, context.doc.low
    starts = {number.first: number for number in context.number_at.values()}
    for match in (*_SUBJECT.finditer(chunks.string), *_OBJECT.finditer(chunks.string)):
        but = match.start("but")
        number = starts.get(chunks.firsts[but])
        if number is None or number.nfirst in found or low[max(0, chunks.firsts[but] - 2):chunks.firsts[but]] != ["all", "but"]:
            continue
        verb = match.start("verb")
        if match.groupdict().get("todo"):
            verb += 1
        event = _left(context, verb, but, low[chunks.heads[match.start("verb")]])
        if event is None:
            continue
        wanted = load_json("events")["all_but"]["items"][event]
        item = item_of(context.doc, number, context.rules) or next((i for i in nouns_before(context, number)), "")
        if number.whole >= 0:
            item = item_of(context.doc, context.numbers[number.whole], context.rules) or item
        if item not in wanted:
            continue
        found[number.nfirst] = part = draft(context, number, event, item, "all-but", None)
        whole = context.numbers[number.whole] if number.whole >= 0 else None
        if event == "hit" and whole is not None and whole.nfirst not in found:
            found[whole.nfirst] = part.part_of = draft(context, whole, "launched", item, "whole", None)


def _left(context: Context, verb: int, but: int, before: str) -> str | None:
    """What is told of those of whom the verb is not true."""
    words = load_json("events")["all_but"]
    told = {frame.event for frame in frames_at(context, verb, but)}
    if not told.isdisjoint(words["stopped"]) or before in words["failed"] and lemma_of(context, verb) in words["reached"]:
        return "hit"
    return "outage" if lemma_of(context, verb) in words["reconnected"] else None
