"""Times made of two expressions: "from Friday to Sunday", "on 3 and 4 March", "the 1992-95 war"."""

from __future__ import annotations

from newsfacts.claims.roles.scene import words_of
from newsfacts.dates.calendar import ordinal
from newsfacts.drafts import Timex
from newsfacts.tokens import Doc

_DASHES = (["-"], ["–"])


def spans(doc: Doc, dated: list[Timex]) -> list[Timex]:
    """The same with "from Friday to Sunday", "between 3 and 5 May" made one."""
    out: list[Timex] = []
    links, opens = words_of("and_to"), words_of("from_to")
    for t in dated:
        before = out[-1] if out else None
        link = doc.low[t.first - 1]
        t = _years(doc, t)
        if (before and t.first - before.last == 1 and link in links and t.to and before.from_ and before.from_ <= t.to
                and (link != "and" or not opens.isdisjoint(doc.low[max(0, before.first - 2):before.first]) or _next_day(doc, before, t))):
            value = f"{before.from_}/{t.to}"
            out[-1] = Timex(before.first, t.last, before.start, t.end, "DATE", value, before.from_, t.to, None, t.resolved)
        else:
            out.append(t)
    return out


def _next_day(doc: Doc, before: Timex, t: Timex) -> bool:
    """Whether something happened on a day and the next: "on 3 and 4 March"."""
    days = before.from_, before.to, t.from_, t.to
    if doc.low[before.first - 1] != "on" or None in days or days[0] != days[1] or days[2] != days[3]:
        return False
    return ordinal(*map(int, str(t.from_).split("-"))) - ordinal(*map(int, str(before.from_).split("-"))) == 1


def _years(doc: Doc, t: Timex) -> Timex:
    """A year with the years after it: "the 1992-95 war"."""
    end, value = doc.low[t.last + 1:t.last + 2], t.value or ""
    both = bool(end) and len(end[0]) == 2 and end[0].isdigit() and value.isdigit()
    if doc.low[t.last:t.last + 1] not in _DASHES or not both or value[2:] >= end[0]:
        return t
    last = value[:2] + end[0]
    return Timex(t.first, t.last + 2, t.start, doc.ends[t.last + 1], "DATE", f"{value}/{last}", t.from_, last + "-12-31", t.mod, t.resolved)
