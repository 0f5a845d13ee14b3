"""Arms of a cache that is destroyed: "The cache, which contained nine mortar rounds, was destroyed", "a cache of 40 grenades was found and
destroyed", "found a cache of nine rifles. It was destroyed on site"."""

from __future__ import annotations

from newsfacts.chunks import counts
from newsfacts.claims.context import Context, draft
from newsfacts.claims.items import item_of
from newsfacts.drafts import ClaimDraft

_CACHES = frozenset("cache caches stockpile stash".split())
_HOLDS = frozenset("of contained contains containing held holding included includes including comprising comprised consisting with".split())
_ARMS = frozenset("drone missile rocket bomb shell weapon".split())
_DESTROYED = ("destroyed", "detonated")
_PASSIVE = frozenset("was were been being and".split())
_TAKES_UP = frozenset("the this all both it they these".split())
_HELPS = 4  # tokens before "destroyed"
_NEAR = 14  # tokens of the next sentence


def caches(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Adds the claims of arms that were in a cache."""
    doc = context.doc
    for k, (first, last) in enumerate(doc.sents):
        at = next((t for t in range(first, last) if doc.low[t] in _CACHES), -1)
        if at < 0:
            continue
        arms = [n for n in context.numbers if at < n.nfirst < last and counts(n) and n.head >= 0 and n.nfirst not in found
                and n.value != 0 and item_of(doc, n, context.rules) in _ARMS]
        if not arms or _HOLDS.isdisjoint(doc.low[at:arms[0].nfirst]):
            continue
        verb = _verb(doc.low, arms[-1].last, last)
        if verb < 0 and k + 1 < len(doc.sents) and doc.low[last] in _TAKES_UP:
            verb = _verb(doc.low, last, min(doc.sents[k + 1][1], last + _NEAR))
        if verb >= 0:
            for number in arms:
                item = item_of(doc, number, context.rules) or "weapon"
                found[number.nfirst] = draft(context, number, "destroyed", item, "of-a-cache", (verb, verb + 1))


def _verb(low: list[str], first: int, last: int) -> int:
    """The token of "was destroyed", "found and destroyed"; -1 without it."""
    for token in range(first, last):
        before = low[max(first, token - _HELPS):token]
        if low[token] in _DESTROYED and not _PASSIVE.isdisjoint(before):
            return -1 if "not" in before else token
    return -1
