"""Who came through a point for the evacuated: "the transit evacuation point registered 43 people", "it has taken in 18,640 since May"."""

from __future__ import annotations

from newsfacts.chunks import counts
from newsfacts.claims.context import Context, draft, lemma_of
from newsfacts.claims.items import item_of
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.tokens import Doc

_POINTS = frozenset("point points centre centres center centers hub hubs".split())
_RECEIVING = frozenset("register receive accept take assist process serve".split())
_AGAIN = frozenset(("it", "there", "point", "centre", "center", "hub", "opening", "opened"))
_WHO = frozenset("person child evacuee resident civilian woman man villager family inhabitant".split())
_IN_ALL = frozenset("total since altogether overall opening opened".split())
_BEFORE, _AFTER = 2, 3  # tokens from "evacuation" to "point", and from "point" to "evacuees"


def at_evacuation_points(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Claims of the people whom such a point is told to have registered or taken in, in its sentence or the next."""
    doc = context.doc
    for i, number in context.number_at.items():
        if not counts(number) or found.get(number.nfirst) is not None and found[number.nfirst].event != "displaced":
            continue
        item = item_of(doc, number, context.rules)
        verb = _verb(context, i) if number.noun in _WHO or item is None and number.head < 0 else -1
        if verb >= 0 and lemma_of(context, verb) in _RECEIVING and _at_a_point(doc, number):
            trigger = (context.chunks.heads[verb], context.chunks.lasts[verb])
            found[number.nfirst] = claim = draft(context, number, "evacuated", item or "person", "evacuation-point", trigger)
            first, last = doc.sents[claim.sentence]
            claim.status = None if _IN_ALL.isdisjoint(doc.low[first:last]) else "total"


def _verb(context: Context, i: int) -> int:
    """The chunk of the verb beside a number: it took in so many, so many were registered; -1 where none is."""
    string = context.chunks.string
    at = i - 1
    while at >= 0 and string[at] in "zDn":
        at -= 1
    if at >= 0 and string[at] in "VvPp":
        return at
    at = i + 1
    while string[at] in "zD":
        at += 1
    return at if string[at] in "Ww" else -1


def _at_a_point(doc: Doc, number: Number) -> bool:
    """Whether the sentence of a number tells of such a point, or takes up the one that the sentence before tells of."""
    sentence = doc.sentence_of(number.nfirst)
    first, last = doc.sents[sentence]
    if _tells(doc.low[first:last]):
        return True
    return sentence > 0 and not _AGAIN.isdisjoint(doc.low[first:last]) and _tells(doc.low[slice(*doc.sents[sentence - 1])])


def _tells(words: list[str]) -> bool:
    """Whether words name a point for the evacuated: "the transit evacuation point", "a hub for evacuees"."""
    return any(word in _POINTS and ("evacuation" in words[max(0, k - _BEFORE):k] or "evacuees" in words[k + 1:k + _AFTER])
               for k, word in enumerate(words))
