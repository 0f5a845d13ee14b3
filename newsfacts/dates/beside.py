"""What stands beside an expression and tells more of it: an apposed date, the end of a quarter, the other end of a span."""

from __future__ import annotations

from itertools import pairwise

from newsfacts.dates import calendar as cal
from newsfacts.dates.longer import plain_duration
from newsfacts.dates.readings import ANCHOR, Day, Fixed, Nth, Offset, Unit, Weekday, whole
from newsfacts.dates.tense import warned
from newsfacts.dates.words import GROUP, TENSE
from newsfacts.drafts import Timex
from newsfacts.tokens import Doc

_BESIDE = frozenset(((",",), (",", "on"), ("on",), ("(",)))
_ENDED = frozenset((("ended",), ("ending",), ("ended", "in"), ("ends", "in"), ("that", "ended"), ("which", "ended"), ("to",),
                    (",", "which", "ended")))
_JOINTS = frozenset((",", "and", "or", "then"))
_COMPARED = frozenset((("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to")))
_COMPARING = frozenset([first for first, _ in _COMPARED]) | {"against"}
_NEAR = 6  # tokens from a comparison to its day
_STATEMENT = 40  # tokens
_SITED = 16  # tokens of "operation in Velm district, Karo province,"
_NOUNS = 4  # tokens of "security clearance operation"
_PARTICLES = frozenset(("on", "out", "off", "up"))
_TO = frozenset(("to", "-", "–", "until", "till", "through"))


def day_in(r: object) -> Day | None:
    """The calendar date in a reading."""
    r = whole(r)
    return r if isinstance(r, Day) else None


def apposed(doc: Doc, t: Timex, b: Timex | None) -> Day | None:
    """The date that stands beside a relative day: three days later, on 5 February; last Friday (October 28)."""
    counted = isinstance(t.raw, (Offset, Unit)) and t.raw.base == ANCHOR
    if b is None or not (counted or isinstance(t.raw, Weekday)) or not isinstance(b.raw, Day) or b.raw.shift is not None:
        return None
    gap, unit = tuple(doc.low[t.last:b.first]), t.raw.unit if isinstance(t.raw, (Offset, Unit)) else "D"
    if unit in "DW":
        return b.raw if b.raw.month and b.raw.day and gap in _BESIDE else None
    told = unit == "Y" and gap == (",", "in") and b.raw.year and not b.raw.bc
    return b.raw.replaced(month=None, day=None) if told else None  # ten years later, in 2001


def night_of(doc: Doc, t: Timex, b: Timex) -> bool:
    """Whether "overnight" before a noun is told of the day behind that: overnight strikes on May 3, an overnight attack on Tuesday."""
    between = doc.low[t.last:b.first]
    if doc.low[t.first:t.last] != ["overnight"] or not 0 < len(between) <= _SITED:
        return False
    day = isinstance(b.raw, (Day, Weekday))
    if day and 1 < len(between) <= _NEAR and between[-1] == "on":
        return all(map(str.isalpha, between)) and between[0] not in ("into", "on", "and") and (
            not any(w.endswith("ed") and n not in _PARTICLES for w, n in pairwise(between)))  # no "the overnight raid followed one on"
    day = day or isinstance(b.raw, Unit) and doc.low[b.first] == "yesterday"
    return day and doc.low[b.last:b.last + 1] != ["'s"] and _deed_sited(doc, t.last, b.first)


def _deed_sited(doc: Doc, first: int, last: int) -> bool:
    """Whether words name a raid and no more than where it was: security operation in Velm district, Karo province."""
    low, deeds = doc.low, GROUP.overnight_deeds
    noun = next((i for i in range(first, min(first + _NOUNS, last)) if low[i] in deeds), last)
    if noun == last or not all(map(str.isalpha, low[first:noun])):
        return False
    where = range(noun + 1, last)
    return (not where or low[noun + 1] in ("in", "at", "near", "on", ",")) and all(
        doc.forms[i][:1].isupper() or low[i] in GROUP.where_words for i in where)


def ended(doc: Doc, t: Timex, b: Timex | None) -> Day | None:
    """The date with which a quarter ended: the third quarter ended April 30."""
    if b is None or not isinstance(t.raw, Nth) or t.raw.unit != "Q" or t.raw.of is not None or not isinstance(b.raw, Day):
        return None
    return b.raw if b.raw.month and tuple(doc.low[t.last:b.first]) in _ENDED else None


def months_to(doc: Doc, a: Timex, b: Timex) -> int:
    """The months of a period (a duration) that ends with a date: the nine months to September, the year ended June 30; else 0."""
    if not isinstance(a.raw, Fixed) or tuple(doc.low[a.last:b.first]) not in _ENDED:
        return 0
    n, unit = plain_duration(a.raw.value) or (None, "")
    return 0 if n is None or n > 99 else int(n) * {"M": 1, "Y": 12}.get(unit, 0)


def compared(doc: Doc, first: int) -> bool:
    """Whether the day at token `first` is that of a figure with which another is compared: up from 12 yesterday, against $4 on Monday."""
    low = doc.low
    if _COMPARING.isdisjoint(low[max(0, first - _NEAR):first]):
        return False
    for at in range(first - 2, max(0, first - _NEAR), -1):
        if (low[at - 1], low[at]) in _COMPARED or low[at] == "against":
            return any(word[:1].isdecimal() for word in low[at + 1:at + 3])
    return False


def is_beside(doc: Doc, a: Timex | None, b: Timex) -> bool:
    """Whether an expression goes on from the one before without a verb: the semi-finals are on Thursday and Friday, the final on Sunday."""
    between = [] if a is None else doc.low[a.last:b.first]
    return len(between) < 6 and "." not in between and not _JOINTS.isdisjoint(between) and not any(w.endswith("ed") for w in between)


def is_background(doc: Doc, a: Timex, b: Timex) -> bool:
    """Whether an expression tells when that happened after which the one before stands: freed on Friday after he was seized on Monday."""
    between = doc.low[a.last:b.first]
    return "after" in between and len(between) < 16 and doc.sentence_of(a.first) == doc.sentence_of(b.first)


def is_telling(doc: Doc, t: Timex) -> bool:
    """Whether a day is that on which someone said what is told, or up to which it is told: he was shot on Sunday, police said in a
    statement on Wednesday; nine had died as of Friday."""
    low = doc.low
    if low[max(0, t.first - 2):t.first] == ["as", "of"]:
        return True
    if low[t.last:t.last + 1] and low[t.last][:1].isalnum():
        return False
    for i in range(t.first - 1, max(0, t.first - _NEAR - 1), -1):
        if low[i] in GROUP.telling:
            return low[i + 1] != "to"
        if low[i] not in GROUP.to_whom and not low[i].endswith(("ers", "ists")):
            return False
    return False


def is_statement(doc: Doc, day: Timex, t: Timex) -> bool:
    """Whether a day before an expression, in its sentence, is that of a statement: on May 9, the army claimed to have shot down 31 that
    night; the army, in a communique of May 9, alleged ..."""
    between = doc.low[day.last:t.first]
    return len(between) < _STATEMENT and not (GROUP.telling.isdisjoint(between) and GROUP.claiming.isdisjoint(between))


def is_running(doc: Doc, a: Timex, b: Timex, ref: int) -> bool:
    """Whether two days without a year are the ends of a span of the present that holds a day: it runs from June 1 to Nov. 30."""
    start, end = day_in(a.raw), day_in(b.raw)
    if start is None or end is None or start.year or end.year or not (start.month and end.month) or not is_span(doc, a, b):
        return False
    if not TENSE.modal.isdisjoint(doc.low[max(0, a.first - 5):a.first]):
        return False
    first, last, now = (start.month, start.day or 1), (end.month, end.day or 31), cal.civil(ref)[1:]
    return first <= now <= last if first <= last else now >= first or now <= last


def is_span(doc: Doc, a: Timex, b: Timex) -> bool:
    """Whether two expressions are the ends of a span: between May and September."""
    if b.first - a.last != 1:
        return False
    joint = doc.low[a.last]
    return joint in _TO or joint == "and" and a.first > 0 and doc.low[a.first - 1] == "between"


def was_spanned(doc: Doc, a: Timex, b: Timex) -> bool:
    """Whether two expressions are the ends of a span of which a past verb tells, but of a plan: it lost 90 men from January to November."""
    planned = TENSE.announced | TENSE.called_off
    return is_span(doc, a, b) and planned.isdisjoint(doc.low[max(0, a.first - 12):a.first]) and not warned(doc.low, a.first)
