"""When a report's main event was: by the lead, or by a sentence that dates what was told before it."""

from __future__ import annotations

from newsfacts.claims.roles.scene import words_of
from newsfacts.drafts import ClaimDraft, Timex
from newsfacts.relate.dated import Times
from newsfacts.tokens import Doc

_LEAD = 2  # sentences
_SOON = 3  # sentences


def main_day(doc: Doc, times: Times) -> Timex | None:
    """The day that the lead gives the event of which the report tells: "Sunday's earthquake"."""
    end = doc.sents[doc.lead(_LEAD)][1]
    for t in times.dated:
        if t.first >= end:
            return None
        after = doc.low[t.last:t.last + 5]
        if after[:1] == ["'s"] and not words_of("dated_events").isdisjoint(after) and not times.compared(t):
            return t
    return None


def of_the_hour(doc: Doc, claim: ClaimDraft, t: Timex) -> bool:
    """Whether a claim's sentence tells the hour of the main event, whose day the lead tells: "the quake struck at 4:12 a.m."."""
    first = doc.sents[claim.sentence][0]
    return t.type == "TIME" and t.resolved == "context" and doc.low[first] == "the" and doc.low[first + 1] in words_of("dated_events")


def dated_behind(doc: Doc, claim: ClaimDraft, opening: Timex | None) -> bool:
    """Whether a sentence soon behind a claim dates the event: "Two died in an ambush, police said. The attack took place on Monday"."""
    behind = doc.sentence_of(opening.first) - claim.sentence if opening else 0
    if opening is None or not 0 < behind <= _SOON:
        return False
    after = doc.low[opening.last:opening.last + 4]
    if after[:1] == ["'s"] and not words_of("dated_events").isdisjoint(after[1:]):
        return True  # they claimed Friday's attack
    first, last = doc.sents[claim.sentence + behind]
    last = last if behind == 1 else first + 4  # the accident happened on Monday
    return doc.low[first] in ("the", "it") and not words_of("dated_events").isdisjoint(doc.low[first:last]) and (
        behind == 1 or not words_of("happens").isdisjoint(doc.low[first:last]))
