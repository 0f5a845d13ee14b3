"""Which nouns behind a preposition are none that act: craft, the places of an event."""

from __future__ import annotations

from newsfacts.claims.roles.scene import TAGGER, words_of
from newsfacts.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from newsfacts.claims.context import Context

_CRAFT = ("ship", "helicopter", "aircraft", "vehicle", "drone", "tank", "armoured_vehicle")


def aboard(context: Context, first: int, second: int) -> bool:
    """Whether two nouns after "in" or "on" are craft or places: "crews in boats and helicopters", "bombings in Kenya and Tanzania"."""
    chunks, low, actors = context.chunks, context.doc.low, context.actors
    if low[chunks.firsts[first - 1]] not in ("in", "on", "from", "aboard"):
        return False
    known = [actors.list[who].kind for i in (first, second) if (who := actors.at.get(chunks.lasts[i] - 1)) is not None]
    if len(known) == 2 and {"country", "place"}.issuperset(known):
        return True
    if low[chunks.firsts[first - 1]] == "in" and chunks.string[first - 1] == "z" and chunks.raw[first] == chunks.raw[second] == "A":
        return True  # attacks in Velm and Karo forced out 900
    return all(context.rules.items.get(low[chunks.lasts[i] - 1]) in _CRAFT for i in (first, second))


def locates(context: Context, chunk: int) -> bool:
    """Whether an adjunct's first word is a preposition of place or stands before a place: in northwest Norland."""
    token = context.chunks.firsts[chunk]
    return TAGGER[context.doc.forms[token]] in "dP>" or context.doc.low[token] in words_of("directions")
