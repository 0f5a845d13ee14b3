"""What befell those of whom something else is told first: "Three engineers were driving home when they were shot dead"."""

from __future__ import annotations

from newsfacts.chunks import counts
from newsfacts.claims.context import Context, draft, frames_at, of_them
from newsfacts.claims.elided import taking
from newsfacts.claims.items import item_of
from newsfacts.drafts import ClaimDraft
from newsfacts.late import late
from newsfacts.lexicon import load_json
from newsfacts.rules import FRAMES

# a counted subject, its verb, no other sentence; then "when they were shot", "before they died"
_WHEN_THEY = late(r"(?P<qty>(?<![nofhbtqVIGEWP])Q(?![zD]{0,2}r)[zDQN&,q]{0,12}[VvBwpWP][^.;:rU]{0,16}?),?c[zD]{0,2}(?P<they>U)"
                  r"[zD]{0,2}(?P<verb>[WPV])")


def meanwhile(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Claims of a counted subject to which "they" in a clause of time leads back; the harm goes before what they were there for."""
    chunks, low, table = context.chunks, context.doc.low, load_json("events")
    for match in _WHEN_THEY.finditer(chunks.string) if "they" in context.doc.keys else ():
        they, at, first = match.start("they"), match.start("verb"), match.start("qty")
        if low[chunks.firsts[they]] != "they" or low[chunks.lasts[they - 1] - 1] not in table["clauses_of_time"]:
            continue
        verb = next(k for k in range(first, they) if chunks.string[k] in "VvBwpWP")
        frame = FRAMES[0] if chunks.string[at] == "W" else FRAMES[1]
        for i in range(first, verb):
            number = context.number_at.get(i)
            if number is None or not counts(number) or number.value == 1 or i and chunks.string[i - 1] == "q" or of_them(context, number):
                continue
            known, item = found.get(number.nfirst), item_of(context.doc, number, context.rules)
            if item and (known is None or known.event in table["mere_presence"]) and (
                    taken := taking(frames_at(context, at, i, (frame,)), item)):
                head = chunks.heads[at]
                found[number.nfirst] = draft(context, number, taken.event, item, "when-they", (head, head + 1))
