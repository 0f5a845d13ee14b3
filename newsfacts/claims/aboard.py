"""Those on board of whom all died: "a plane with 62 people aboard crashed, killing everyone"."""

from __future__ import annotations

from bisect import bisect_left

from newsfacts.chunks import counts
from newsfacts.claims.context import Context, draft
from newsfacts.claims.items import PEOPLE, item_of
from newsfacts.drafts import ClaimDraft, Number

_ALL = frozenset(("all", "everyone", "everybody"))
_DIED = frozenset(("killed", "died", "perished", "drowned", "dead"))
_WERE = frozenset(("were", "was", "had", "have", "has", "are", "is"))
_BEHIND = frozenset(("of", "them", "whom", "on", "board", "aboard", "those", "the", "people", "in", "it"))
_NONE = frozenset(("none", "nobody", "no"))
_SURVIVED = frozenset(("survived", "survivors"))
_CRAFT = ("ship", "aircraft", "helicopter")
_BEARING = (["with"], ["carrying"])
_UNSURE = frozenset("if whether feared may might could unclear reports hoped".split())


def all_aboard(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Adds claims of those told to be on board where the sentence, or the one behind it, tells that all died."""
    doc, low = context.doc, context.doc.low
    for number in context.number_at.values():
        if number.nfirst in found or not counts(number) or not _on_board(context, number):
            continue
        sentence = doc.sentence_of(number.nfirst)
        last = doc.sents[min(sentence + 1, len(doc.sents) - 1)][1]
        end = doc.sents[sentence][1]
        at = _all_died(low, number.last, end) or _all_died(low, end, last)
        item = item_of(doc, number, context.rules)
        if at and (item is None or item in PEOPLE) and not any(
                c.event in ("killed", "rescued", "wounded") and c.sentence in (sentence, sentence + 1) for c in found.values()):
            for one in _listed(context, number):
                found[one.nfirst] = draft(context, one, "killed", item_of(doc, one, context.rules) or "person", "all-aboard", (at, at + 1))


def lost_with(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Adds those on board of craft that are missing: "three canoes with around 200 people on board have gone missing"."""
    low = context.doc.low
    for number in context.numbers:
        k = bisect_left(context.numbers, number.nfirst, key=lambda n: n.nfirst)
        craft = found.get(context.numbers[k - 1].nfirst) if k and number.nfirst not in found else None
        if craft is None or craft.event != "missing" or craft.item not in _CRAFT or low[craft.last:number.first] not in _BEARING:
            continue
        item = item_of(context.doc, number, context.rules)
        if counts(number) and (item in PEOPLE or item is None and _on_board(context, number)):
            found[number.nfirst] = draft(context, number, "missing", item or "person", "lost-with", craft.trigger)


def _listed(context: Context, number: Number) -> list[Number]:
    """A number with the one it is joined to: 58 passengers and four crew on board."""
    k = bisect_left(context.numbers, number.nfirst, key=lambda n: n.nfirst)
    before = context.numbers[k - 1] if k else None
    if before is None or context.doc.low[before.last:number.first] != ["and"] or item_of(context.doc, before, context.rules) not in PEOPLE:
        return [number]
    return [before, number]


def _on_board(context: Context, number: Number) -> bool:
    """Whether so many are told to be on board: with 62 people aboard, carrying 62 people."""
    low = context.doc.low
    behind = low[number.last:number.last + 2]
    return behind[:1] == ["aboard"] or behind == ["on", "board"] or low[number.first - 1] == "carrying"


def _all_died(low: list[str], first: int, last: int) -> int:
    """The token of the word that tells of the death of all in some tokens, else 0: "killing everyone", "all died", "no survivors"."""
    for at in range(first, last):
        word = low[at]
        if word in _ALL:
            verb = next((k for k in range(at + 1, last) if low[k] not in _BEHIND), last)
            if low[at - 1] == "killing" and (verb == last or low[verb] in (".", ",", ";", "and")):
                return at - 1
            verb += verb < last and low[verb] in _WERE
            if verb < last and low[verb] in _DIED and _UNSURE.isdisjoint(low[max(first, at - 3):verb]):
                return verb
        elif word in _NONE:
            verb = next((k for k in range(at + 1, last) if low[k] not in _BEHIND), last)
            if verb < last and low[verb] in _SURVIVED and (low[verb] == "survived") == (word != "no") and (
                    _UNSURE.isdisjoint(low[max(first, at - 4):verb])):
                return verb
    return 0
