"""A distance from an event whose day was told before: "A raid hit the port on Sunday. ... A day after the raid, ..."."""

from __future__ import annotations

from newsfacts.dates.longer import plain_duration
from newsfacts.dates.readings import Fixed, Offset
from newsfacts.dates.words import GROUP
from newsfacts.drafts import Timex
from newsfacts.tokens import Doc

_BACK = 12  # expressions looked at before
_PHRASE = 5  # tokens of the event's phrase


def event_after(doc: Doc, k: int, timexes: list[Timex]) -> tuple[Offset, Timex, int] | None:
    """What a distance counts, the expression that tells the event's day, and the end of the whole phrase.

    Only where the phrase ends the clause ("a day after the raid, ..."): what follows is not of the event.
    """
    t, low = timexes[k], doc.low
    sign = {"after": 1, "before": -1}.get(low[t.last] if t.last < len(low) else "")
    if sign is None or not isinstance(t.raw, Fixed) or low[t.first:t.first + 1] == ["the"]:
        return None
    told_of = plain_duration(t.raw.value)
    end = t.last + 2
    if told_of is None or told_of[0] is None or told_of[1] not in "DWMY" or GROUP.the_event.isdisjoint(low[t.last + 1:end]):
        return None
    while end < len(low) and end - t.last < _PHRASE and low[end].isalpha():
        end += 1
    if end >= len(low) or low[end] not in (",", ".", ";") or end - t.last < 3:
        return None
    noun, first = low[end - 1], doc.sents[doc.sentence_of(t.first)][0]
    for told in reversed(timexes[max(0, k - _BACK):k]):
        begin, last = doc.sents[doc.sentence_of(told.first)]
        if begin == first or not told.from_ or told.type not in ("DATE", "TIME"):
            continue
        if not {noun, noun + "s", noun + "ed"}.isdisjoint(low[begin:last]):
            return (Offset(told_of[0], told_of[1], sign), told, end) if told.from_ == told.to else None
    return None
