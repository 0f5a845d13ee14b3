"""People without a number word beside those with one: "two nurses and a driver", "two died, a third was hurt"."""

from __future__ import annotations

import re
from bisect import bisect_left

from newsfacts.claims.context import Context
from newsfacts.claims.items import PEOPLE, item_of
from newsfacts.claims.people import table, words_of
from newsfacts.drafts import ClaimDraft

_TAKEN = frozenset("captured held detained returned rescued wounded missing evacuated killed".split())


def listed(view: Context, claim: ClaimDraft, match: re.Match[str], found: dict[int, ClaimDraft]) -> bool:
    """Whether a number of people in the same list has the event by the same verb: "two nurses and a driver were held"."""
    if claim.event not in _TAKEN or match.string[match.start("qty"):match.end("qty")].count("Q") < 2:
        return False
    others = [found.get(n.nfirst) for i in range(*match.span("qty")) if (n := view.number_at.get(i)) is not None]
    return any(c is not None and c.event == claim.event and c.trigger == claim.trigger and c.item in PEOPLE for c in others)


def thing(view: Context, claim: ClaimDraft) -> bool:
    """Whether "another", "a third" stands for no person: the number before counts things; of an ordinal, no number stands before."""
    word = view.doc.low[claim.last - 1]
    nth: bool = table()["letters"].get(word) == "R"
    if not nth and word not in words_of("alone"):
        return False
    k = bisect_left(view.numbers, claim.first, key=lambda n: n.nfirst)
    before = view.numbers[k - 1] if k else None
    if before is None or claim.sentence - view.doc.sentence_of(before.nfirst) > 1:
        return nth
    return before.head >= 0 and item_of(view.doc, before, view.rules) not in PEOPLE
