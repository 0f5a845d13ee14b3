"""Who comes home in a swap of captives, where a verb of travel alone tells it: "flew from Karo with 40 soldiers on board", "while 90
rebels were flown the other way"."""

from __future__ import annotations

from newsfacts.chunks import counts
from newsfacts.claims.context import Context, draft, lemma_of
from newsfacts.claims.items import item_of
from newsfacts.drafts import ClaimDraft, Number

SWAPS = frozenset("swap swaps swapped exchange exchanges exchanged".split())
_CAPTIVES = frozenset("prisoners captives detainees hostages pows".split())
_KINDS = ("soldier", "prisoner", "hostage", "person", "civilian", "child")
_OTHERS = frozenset("crew medic doctor nurse passenger delegate official observer journalist escort guard".split())
_CRASHED = frozenset("crash crashed crashes downed wreckage".split())
_MOVED = ("fly", "drive", "bus", "take", "bring", "transport", "ferry")
_WAYS = (["the", "other", "way"], ["the", "opposite", "way"], ["in", "the", "other"], ["in", "the", "opposite"])
_BOARD = 5  # tokens from a number to "on board"
_NEAR = 4  # sentences from those told to come home


def swapped(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Claims of those on board of what leaves for their side, or moved the other way, in a report of a swap that is under way."""
    keys = context.doc.keys
    if SWAPS.isdisjoint(keys) or _CAPTIVES.isdisjoint(keys) or not _CRASHED.isdisjoint(keys):
        return
    home = [c for c in found.values() if c.event == "returned" and c.modality != "hypothetical"]
    for i, number in context.number_at.items():
        claim = found.get(number.nfirst)
        if not counts(number) or number.noun in _OTHERS or claim is not None and claim.event not in ("deployed", "evacuated"):
            continue
        item = item_of(context.doc, number, context.rules)
        sentence = context.doc.sentence_of(number.nfirst)
        if item not in _KINDS or not any(abs(c.sentence - sentence) <= _NEAR for c in home):
            continue
        at = _on_board(context, number) or _moved_across(context, i)
        if at:
            found[number.nfirst] = draft(context, number, "returned", item, "swapped", (at, at + 1))


def _on_board(context: Context, number: Number) -> int:
    """The token of "board" in "with 40 soldiers and officers on board", 0 where there is none."""
    low, last = context.doc.low, number.last
    if low[number.first - 1] not in ("with", "carrying"):
        return 0
    for t in range(last, min(last + _BOARD, len(low))):
        if low[t] == "aboard" or low[t:t + 2] == ["on", "board"]:
            return t
        if not low[t].isalpha():
            break
    return 0


def _moved_across(context: Context, i: int) -> int:
    """The token of the verb in "90 rebels were flown the other way", 0 where there is none."""
    chunks = context.chunks
    if chunks.string[i + 1:i + 2] not in ("W", "w") or lemma_of(context, i + 1) not in _MOVED:
        return 0
    last = chunks.lasts[i + 1]
    return chunks.heads[i + 1] if context.doc.low[last:last + 3] in _WAYS else 0
