"""Weapons that are only said to have been there, in a report of their raid: "there were 88 targets. Sixty were shot down"."""

from __future__ import annotations

from newsfacts.chunks import counts
from newsfacts.claims.context import Context, draft
from newsfacts.claims.items import item_of
from newsfacts.drafts import ClaimDraft
from newsfacts.late import late
from newsfacts.lexicon import load_json

_THERE_WERE = late(r"x[zD]{0,3}B[zD]{0,3}(?P<list>Q(?:(?:,?&|,)Q){0,4})")
_NAMED_ALONE = late(r"(?:^|(?<=[.]))(?P<list>Q(?:(?:,?&|,)Q){1,4})(?:,?[zD]{1,8})?\.")
_ATTACKS = frozenset("attack attacks barrage salvo raid strike assault bombardment".split())
_NEAR = 4  # sentences
_RAID = ("launched", "intercepted", "suppressed", "hit")
_WEAPONS = frozenset(("drone", "missile", "rocket"))


def there_were(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Adds claims of weapons that came, near others that came or were stopped."""
    for match in _THERE_WERE.finditer(context.chunks.string) if "there" in context.doc.keys else ():
        for i in range(*match.span("list")):
            number = context.number_at.get(i)
            if number is None or number.nfirst in found or number.value == 0 or not counts(number):
                continue
            item, sentence = item_of(context.doc, number, context.rules), context.doc.sentence_of(number.nfirst)
            if item not in _WEAPONS and not (item == "weapon" and number.noun in load_json("events")["flying"]):
                continue
            told = [c for c in found.values() if c.event in _RAID and c.trigger and abs(c.sentence - sentence) <= _NEAR and (
                c.item in _WEAPONS or c.item == "weapon")]
            if told:
                verb = context.chunks.heads[context.chunks.string.rfind("B", 0, i)]
                found[number.nfirst] = draft(context, number, "launched", item, "there-were", (verb, verb + 1))


def named_alone(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Weapons that a sentence without a verb counts behind one that tells of an attack: "It was their longest raid yet. Fifteen drones
    and five missiles, in under two hours." """
    doc = context.doc
    for match in _NAMED_ALONE.finditer(context.chunks.string) if not _ATTACKS.isdisjoint(doc.keys) else ():
        run = [n for i in range(*match.span("list")) if (n := context.number_at.get(i)) is not None]
        sentence = doc.sentence_of(run[0].nfirst) if run else 0
        if not sentence or any(n.nfirst in found or n.value == 0 or item_of(doc, n, context.rules) not in _WEAPONS for n in run):
            continue
        first, last = doc.sents[sentence - 1]
        if doc.opens_line(doc.sents[sentence][0]) or _ATTACKS.isdisjoint(doc.low[first:last]):
            continue
        for number in run:
            item = item_of(doc, number, context.rules) or ""
            found[number.nfirst] = draft(context, number, "launched", item, "named-alone", None)


def attempts(low: list[str], head: int) -> bool:
    """Whether attempts to attack are counted: "22 attempts to storm"."""
    return low[head] in ("attempt", "attempts") and low[head + 1:head + 2] == ["to"] and low[head + 2:head + 3] != [] and (
        low[head + 2] in load_json("events")["attempted"])
