"""Parts and wholes: "139 of the 176", "including three children", "of which 30"."""

from __future__ import annotations

import re

from newsfacts.chunks import Chunks
from newsfacts.claims.context import Context, draft
from newsfacts.claims.items import PEOPLE, item_of, item_of_words
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.patterns import LIST

_WEAPONS = frozenset("drone missile rocket bomb shell weapon aircraft".split())


def fold_wholes(chunks: Chunks, numbers: list[Number], at: dict[int, Number]) -> list[tuple[int, int]]:
    """ "139 of the 176 drones": the whole becomes an adjunct of its part; gives the (part, whole) chunks."""
    chunk_of = {id(n): i for i, n in at.items()}
    out = []
    for i, number in at.items():
        j = chunk_of.get(id(numbers[number.whole])) if number.whole >= 0 else None
        if j is not None and i < j <= i + 5:
            chunks.string = chunks.string[:i + 1] + "z" * (j - i) + chunks.string[j + 1:]
            out.append((i, j))
    return out


def wholes(context: Context, found: dict[int, ClaimDraft], wholes: list[tuple[int, int]]) -> None:
    """The whole of a part: weapons of which some were stopped were launched; "seven of the 10 people injured" were all injured."""
    for i, j in wholes:
        number, claim = context.number_at[j], found.get(context.number_at[i].nfirst)
        if claim is None or number.nfirst in found:
            continue
        item = item_of(context.doc, number, context.rules) or claim.item
        if context.chunks.string[j + 1:j + 2] == "P" and claim.trigger and context.chunks.at(claim.trigger[0]) == j + 1:
            event = claim.event
        elif item in _WEAPONS and claim.event in ("intercepted", "suppressed", "hit"):
            event = "launched"
        else:
            continue
        claim.part_of = found[number.nfirst] = draft(context, number, event, item, "whole", claim.trigger)


_PART = re.compile(rf"(?P<mark>q[zD]{{0,3}}|o[rU][zD]{{0,2}})(?P<list>{LIST})|(?<=[QNWz]-)(?P<dash>Q(?:(?:,|&|,&)Q){{1,6}})(?=[zD]{{0,3}}[.;-])|(?P<one>Q)(?:[zD]{{0,2}}o[UrT]|(?<=,Q)z(?=[,.;]))")


def parts(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "including three children", "four of them", "of which 30": a part of the number before, with its event if it has none."""
    string = context.chunks.string
    for match in _PART.finditer(string):
        for i in range(*match.span(next(g for g in ("list", "dash", "one") if match[g]))):
            number = context.number_at.get(i)
            if number is None:
                continue
            claim = found.get(number.nfirst)
            item = item_of(context.doc, number, context.rules)
            if item is None and string[match.end():match.end() + 1] == "N":  # "four of them children"
                j = match.end()
                item = item_of_words(context.doc, context.chunks.firsts[j], context.chunks.lasts[j] - 1, context.rules)
                item = item if item in PEOPLE else None
            whole = _whole_before(context, found, i, item)
            if whole is None or (claim and claim.part_of):
                continue
            if claim is None:
                claim = found[number.nfirst] = draft(context, number, whole.event, item or whole.item, "part", whole.trigger)
            claim.part_of = whole


def _whole_before(context: Context, found: dict[int, ClaimDraft], i: int, item: str | None) -> ClaimDraft | None:
    """The claim of the nearest number before chunk i (in this sentence or the one before) that counts the same kind."""
    ends = 0
    for j in range(i - 1, max(-1, i - 40), -1):
        if context.chunks.string[j] == ".":
            ends += 1
            if ends > 1:
                return None
        number = context.number_at.get(j)
        whole = found.get(number.nfirst) if number else None
        if whole and not whole.part_of and (item is None or item in PEOPLE) == (whole.item in PEOPLE) | (item is None):
            return whole
    return None
