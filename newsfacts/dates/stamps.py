"""Clock times and days that head the entries of a live blog: "14:05 – The army says ...", "09.40: ...", a line "Thursday 20 June"."""

from __future__ import annotations

from newsfacts.dates.readings import Clock
from newsfacts.drafts import Timex
from newsfacts.late import late
from newsfacts.tokens import Doc

_SIGN = late(r"[ \t]*(?:[:–—|-](?=\s)|\r?\n|$)")
_DOTTED = late(r"\n(\d\d)\.([0-5]\d)(?: [A-Z]{3,4})?[ \t]*[:–—|-]\s")
_LEAST = 2  # entries of a live blog
_CLOSE = 1  # tokens between a clock time and the day behind it: 20:14 – 21 June 2024


def is_stamp(doc: Doc, t: Timex) -> bool:
    """Whether a clock time begins a line, with a dash, colon or the end of the line behind it."""
    return doc.opens_line(t.first) and _SIGN.match(doc.text, t.end) is not None


def is_heading(doc: Doc, t: Timex, before: Timex | None) -> bool:
    """Whether an expression is a line of its own, or one with a clock time."""
    last = t.last + (doc.low[t.last:t.last + 1] == [":"])
    if last < len(doc.forms) and not doc.opens_line(last):
        return False
    clock = before is not None and isinstance(before.raw, Clock) and 0 <= t.first - before.last <= _CLOSE
    return doc.opens_line(before.first if clock and before else t.first)


def runs_on(doc: Doc, timexes: list[Timex], k: int) -> bool:
    """Whether the clock time that begins the next entry is later than that of expression k: hours of a day that is told before them, while
    a live blog has the newest on top."""
    for t in timexes[k + 1:]:
        if isinstance(t.raw, Clock) and t.raw.of is None and is_stamp(doc, t):
            return (t.raw.hour, t.raw.minute or 0) > (timexes[k].raw.hour, timexes[k].raw.minute or 0)  # type: ignore[attr-defined]
    return False


def dotted(doc: Doc) -> list[tuple[int, Clock]]:
    """The tokens and clock times "09.40: ..." that begin lines, where several do."""
    found = list(_DOTTED.finditer(doc.text))
    if len(found) < _LEAST:
        return []
    return [(doc.token_at(m.start(1)), Clock(int(m[1]), int(m[2]))) for m in found if int(m[1]) < 24]
