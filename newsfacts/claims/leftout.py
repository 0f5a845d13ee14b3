"""Where the noun or the verb is left out, or the counted noun is itself the event."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from newsfacts.chunks import counts
from newsfacts.claims.context import Context, draft, joined
from newsfacts.claims.items import item_of
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.rules import Frame


_THINGS = frozenset("drone missile rocket bomb shell weapon aircraft helicopter prisoner hostage body".split())
_NEAR = 60  # tokens in which a noun without a number may be what a number counts


def elided_item(context: Context, number: Number, frames: list[Frame], elided: str | None) -> tuple[str, Frame]:
    """What a number without a noun counts, and the frame that takes it: of its list (`elided`), else of the nearest counted noun before
    it, else of the nearest noun of a kind that is seldom named otherwise ("hit by drones. Sixty were fired"), else what the event word
    mostly counts."""
    if elided and (frame := _taking(frames, elided)):
        return elided, frame
    for item in _before(context, number):
        frame = _taking(frames, item)
        if frame:
            return item, frame
    frame = frames[0]
    items = frame.items
    return ("person" if "person" in items and not {"prisoner", "drone"} & {items[0]} else "weapon" if "weapon" in items else items[0]), frame


def _taking(frames: list[Frame], item: str) -> Frame | None:
    return next((f for f in frames if item in f.items), None)


def _before(context: Context, number: Number) -> Iterator[str]:
    """The items of the counted nouns before a number, the nearest first, then of other nouns."""
    doc, rules = context.doc, context.rules
    k = bisect_left([n.nfirst for n in context.numbers], number.nfirst)
    floor = doc.sents[max(0, doc.sentence_of(number.nfirst) - 3)][0]
    for other in reversed(context.numbers[max(0, k - 6):k]):
        if other.nfirst < floor:
            break
        item = item_of(doc, other, rules) if counts(other) else None
        if item and item != "unknown":
            yield item
    for token in range(number.nfirst - 1, max(floor, number.nfirst - _NEAR) - 1, -1):
        item = rules.items.get(doc.low[token])
        if item in _THINGS:
            yield item


def counted_events(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "17 deaths", "60 attacks", "200 casualties": the counted noun is the event itself."""
    rules, doc, string = context.rules, context.doc, context.chunks.string
    for i, number in context.number_at.items():
        if number.nfirst in found or not counts(number) or string[i] == "z":
            continue
        head = number.head
        if head < 0 and string[i + 1:i + 2] == "E":
            head = context.chunks.heads[i + 1]
        if head < 0:
            continue
        word = doc.low[head]
        frames = rules.counts.get(word) or rules.states.get(word)
        if frames:
            event = joined(context, frames[0].event, i)
        elif rules.items.get(word) == "attack":
            event = "attacked"
        else:
            continue
        item = rules.items.get(word, "person")
        found[number.nfirst] = draft(context, number, event, item, "counted-event-noun", (head, head + 1))


def premodifiers(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "Ten dead people", "12 missing sailors": the event stands before the noun, and no verb tells another."""
    rules, doc = context.rules, context.doc
    for number in context.number_at.values():
        if number.nfirst in found or not counts(number):
            continue
        item = item_of(doc, number, rules)
        for token in range(number.nlast, number.head):
            word = doc.low[token]
            frames = rules.states.get(word) or (rules.verbs.get(rules.lemmas.get(word, ""), []) if rules.tagger[word] in "KL" else [])
            frame = next((f for f in frames if item in f.items and f.frame != "items act"), None)
            if frame:
                found[number.nfirst] = draft(context, number, frame.event, item or "person", "premodifier", (token, token + 1))
                break


def gaps(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "The north lost three tanks, the south five": the verb is left out."""
    for match in re.finditer(r"(?=(Q)[zD]{0,3}[,;][zD]{0,2}&?[zD]{0,2}[NA]z{0,2}(Q)[zD]{0,3}[.;,&])", context.chunks.string):
        before, number = context.number_at.get(match.start(1)), context.number_at.get(match.start(2))
        claim = found.get(before.nfirst) if before else None
        if claim and number and number.head < 0 and number.nfirst not in found and not claim.part_of:
            found[number.nfirst] = draft(context, number, claim.event, claim.item, "gapping", claim.trigger)
