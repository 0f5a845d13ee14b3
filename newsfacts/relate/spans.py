"""Times made of two expressions: "from Friday to Sunday", "on 3 and 4 March", "the 1992-95 war"."""

from __future__ import annotations

from newsfacts.claims.roles.scene import words_of
from newsfacts.dates.calendar import ordinal
from newsfacts.drafts import ClaimDraft, Timex
from newsfacts.tokens import Doc

_PERIODS = frozenset("period timeframe span interval window hours".split())
_HOURS = _PERIODS | {"frame", "night"}
_DURING = frozenset("in over during within for".split())
_THE = frozenset(("the", "that", "this"))
_SAME = frozenset(("same", "that", "this"))
_CLAIMS = 8  # back to the raid of "the same period"
_SENTENCES = 8  # back to its time
_BACK = 6  # expressions before "the same period"
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_PART_OF_DAY = 2  # tokens of "late Monday"
_MONTH = 7  # characters: 2025-08
_YEAR = 4
_OF_MONTHS = ("in", "during", "over")
_OF_YEARS = ("in", "during", "over", "of")
_ENDS = frozenset("since until till by after before of to for than the this last next".split())
_DASHES = (["-"], ["–"])


def spans(doc: Doc, dated: list[Timex]) -> list[Timex]:
    """The same with "from Friday to Sunday", "between 3 and 5 May" made one."""
    out: list[Timex] = []
    links = words_of("and_to")
    for t in dated:
        before = out[-1] if out else None
        link = doc.low[t.first - 1]
        t = _years(doc, t)
        if (before and link in links and t.to and before.from_ and before.from_ <= t.to and (
                t.first - before.last == 1 and (link != "and" or _opened(doc, before) or _adjoin(doc, before, t))
                or link != "and" and doc.low[before.last:t.first - 1] == [","] and _opened(doc, before))):  # from May 3, 2022, to June 4
            value = f"{before.from_}/{t.to}"
            out[-1] = Timex(before.first, t.last, before.start, t.end, "DATE", value, before.from_, t.to, None, t.resolved)
        else:
            out.append(t)
    return out


def with_periods(doc: Doc, dated: list[Timex], timexes: list[Timex]) -> list[Timex]:
    """The same with "the same period" that is read as a length: the last time told before it as one of two ends."""
    periods: list[Timex] = []
    for t in timexes:
        if t.type == "DURATION" and doc.low[t.last - 2:t.last] == ["same", "period"]:
            ends = next((d for d in reversed(dated) if d.first < t.first and "/" in (d.value or "")), None)
            if ends and doc.sentence_of(t.first) - doc.sentence_of(ends.first) <= _SENTENCES:
                periods.append(Timex(t.first, t.last, t.start, t.end, "DATE", ends.value, ends.from_, ends.to, None, "context"))
    return sorted([*dated, *periods], key=lambda t: t.first) if periods else dated


def _opened(doc: Doc, t: Timex) -> bool:
    """Whether a word before a time tells that it is the first of two: from Friday, between May 3 and 5."""
    return not words_of("from_to").isdisjoint(doc.low[max(0, t.first - 2):t.first])


def long_before(dated: list[Timex], k: int, own: Timex) -> Timex:
    """The time that "the same period", expression k, means: that of the claim before, or the last one told of more than a day."""
    if own.to is None or "/" in (own.value or ""):
        return own
    return next((dated[j] for j in range(k - 1, max(-1, k - _BACK), -1) if "/" in (dated[j].value or "")), dated[k])


def _adjoin(doc: Doc, before: Timex, t: Timex) -> bool:
    """Whether a time begins as the one before it ends, both of one length."""
    return _next_day(doc, before, t) or _next_month(doc, before, t)


def _next_day(doc: Doc, before: Timex, t: Timex) -> bool:
    """Whether something happened on a day and the next: "on 3 and 4 March"."""
    days = before.from_, before.to, t.from_, t.to
    bare = _weekday(doc, before) and _weekday(doc, t) and doc.low[t.last:t.last + 1] != ["'s"] and doc.low[before.first - 1] not in _ENDS
    joined = bare or doc.low[before.first - 1] == "on" or doc.low[before.first] == "yesterday" or doc.low[t.first] == "today"
    if not joined or None in days or days[0] != days[1] or days[2] != days[3]:
        return False
    return ordinal(*map(int, str(t.from_).split("-"))) - ordinal(*map(int, str(before.from_).split("-"))) == 1


def _weekday(doc: Doc, t: Timex) -> bool:
    """Whether a time is told by a weekday alone, or a part of one: Monday, late Monday, Monday night."""
    words = doc.low[t.first:t.last]
    return len(words) <= _PART_OF_DAY and any(word in WEEKDAYS for word in words)


def _next_month(doc: Doc, before: Timex, t: Timex) -> bool:
    """Whether something happened in a month or year and the next: "in July and August", "in March and April of that year", "the unrest
    of 2022 and 2023"."""
    sizes = {len(before.value or ""), len(t.value or "")}
    whole = _OF_MONTHS if sizes == {_MONTH} else _OF_YEARS if sizes == {_YEAR} else ()
    if doc.low[before.first - 1] not in whole or not before.to or not t.from_ or doc.low[t.last:t.last + 1] == ["'s"]:
        return False
    if "respectively" in doc.low[t.last:t.last + 2]:
        return False
    return ordinal(*map(int, t.from_.split("-"))) - ordinal(*map(int, before.to.split("-"))) == 1


def _years(doc: Doc, t: Timex) -> Timex:
    """A year with the years after it: "the 1992-95 war"."""
    end, value = doc.low[t.last + 1:t.last + 2], t.value or ""
    both = bool(end) and len(end[0]) == 2 and end[0].isdigit() and value.isdigit()
    if doc.low[t.last:t.last + 1] not in _DASHES or not both or value[2:] >= end[0]:
        return t
    last = value[:2] + end[0]
    return Timex(t.first, t.last + 2, t.start, doc.ends[t.last + 1], "DATE", f"{value}/{last}", t.from_, last + "-12-31", t.mod, t.resolved)


def same_period(doc: Doc, t: Timex, claims: list[ClaimDraft], nth: int) -> Timex:
    """A time; "the same period" of a raid is that of the weapons counted last, not that of talks told of between."""
    raid = words_of("raid")
    night = doc.low[t.last - 1] == "night" and "same" in doc.low[t.first:t.last] and doc.low[t.first - 1] in _DURING
    if claims[nth].event not in raid or not night and (doc.low[t.last - 1] not in _PERIODS or _SAME.isdisjoint(doc.low[t.first:t.last])):
        return t
    before = _raid_before(doc, claims, nth)
    if before is None or before is t or night and not (before.value or "").endswith("TNI"):
        return t
    t.type, t.value, t.from_, t.to, t.mod, t.resolved = before.type, before.value, before.from_, before.to, before.mod, "context"
    return t


def _raid_before(doc: Doc, claims: list[ClaimDraft], nth: int) -> Timex | None:
    """The time of the weapons counted last before a claim, not far from it."""
    raid = words_of("raid")
    before = next((c.timex for c in reversed(claims[max(0, nth - _CLAIMS):nth]) if c.timex and c.event in raid), None)
    near = before is not None and before.from_ and claims[nth].sentence - doc.sentence_of(before.first) <= _SENTENCES
    return before if near else None


def same_hours(doc: Doc, claims: list[ClaimDraft], nth: int) -> Timex | None:
    """The time of a raid that "over the same 24 hours", "in that same time frame" means in the sentence of a claim."""
    if "same" not in doc.keys or claims[nth].event not in words_of("raid"):
        return None
    first, last = doc.sents[claims[nth].sentence]
    for t in range(first + 1, last - 1):
        if doc.low[t] == "same" and doc.low[t - 1] in _THE and doc.low[t - 2] in _DURING and not _HOURS.isdisjoint(doc.low[t + 1:t + 3]):
            return _raid_before(doc, claims, nth)
    return None


def broad(t: Timex) -> bool:
    """Whether a time is a month, a season or a year that is over or whole: "in August", not "since August"."""
    whole = t.to is not None or t.from_ is None
    return t.type == "DATE" and t.value is not None and len(t.value) <= 7 and "W" not in t.value[5:] and whole


def founded(low: list[str], tags: str, end: int, words: list[str]) -> bool:
    """Whether the words from a token on to a year tell of a thing aside: "a road, which rebels have mined 19 times this year"."""
    if "which" not in words or words[(at := words.index("which")) - 1] != "," or "," in words[at:]:
        return False
    thing = end + at - 2
    return tags[thing] not in "aqw" and low[thing] not in words_of("deeds_again", "dated_events")
