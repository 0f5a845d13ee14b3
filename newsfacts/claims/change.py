"""A number told with the one it replaces: "rose from 12 to 15", "to 44, up from 31"."""

from __future__ import annotations

import re

from newsfacts.claims.context import Context, lemma_of
from newsfacts.drafts import ClaimDraft
from newsfacts.lexicon import load_json

_FROM = re.compile(r"Q[zD]{0,2},?[zD]{0,2}d?[nz](?P<was>Q)")


def changes(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Sets `was`: a range after a verb of rise or fall is no range, and the number after "up from" makes no claim."""
    string, low = context.chunks.string, context.doc.low
    verbs = load_json("events")["change"]
    for i, number in context.number_at.items():
        claim = found.get(number.nfirst)
        if claim is None or number.modifier != "range" or low[number.first] != "from" or i == 0:
            continue
        word = lemma_of(context, i - 1)
        now, was = (number.high, number.low) if word in verbs["rise"] else (number.low, number.high) if word in verbs["fall"] else (None, None)
        if now is not None:
            claim.value = claim.low = claim.high = now
            claim.modifier, claim.was = "exact", was
    for match in _FROM.finditer(string):
        number, was_number = context.number_at.get(match.start()), context.number_at.get(match.start("was"))
        claim = found.get(number.nfirst) if number else None
        if claim is None or was_number is None or was_number.head >= 0 or low[was_number.first - 1] != "from" and low[was_number.first] != "from":
            continue
        before = low[was_number.first - 2] if low[was_number.first - 1] == "from" else low[was_number.first - 1]
        if before in ("up", "down") or claim.status == "total":
            claim.was = was_number.value
            found.pop(was_number.nfirst, None)
