"""A number told with the one it replaces: "rose from 12 to 15", "to 44, up from 31"."""

from __future__ import annotations

import re

from newsfacts.claims.context import Context, draft
from newsfacts.drafts import ClaimDraft

_FROM = re.compile(r"[QM][zDPVWSNoA]{0,8},?[zD]{0,2}d?[nz](?P<was>[QM])")


def changes(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Sets `was`: of "from 12 to 15" the new number makes the claim, and the number after "up from" none."""
    string, low = context.chunks.string, context.doc.low
    for earlier in context.number_at.values():
        if earlier.becomes < 0:
            continue
        old, now = found.pop(earlier.nfirst, None), context.numbers[earlier.becomes]
        claim = found.get(now.nfirst)
        if claim is None and old is not None:
            claim = found[now.nfirst] = draft(context, now, old.event, old.item, old.rule, old.trigger)
            claim.status = old.status
        if claim is not None:
            claim.was = earlier.value
    for match in _FROM.finditer(string):
        number, was_number = context.number_at.get(match.start()), context.number_at.get(match.start("was"))
        claim = found.get(number.nfirst) if number else None
        if claim is None or was_number is None or was_number.head >= 0 or "from" not in low[was_number.first - 1:was_number.first + 1]:
            continue
        before = low[was_number.first - 2] if low[was_number.first - 1] == "from" else low[was_number.first - 1]
        if before in ("up", "down") or claim.status == "total":
            claim.was = was_number.value
            found.pop(was_number.nfirst, None)
