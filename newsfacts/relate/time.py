"""When it happened: the time in a claim's clause, else the last one told for the event before, else the lead's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache

from newsfacts.claims.roles.scene import Scene, table
from newsfacts.drafts import ClaimDraft, Timex
from newsfacts.sources.words import verbs as speech
from newsfacts.tokens import Doc

_NEAR = 9  # tokens between a reporting verb and its own date
_SINCE = 14  # tokens between "since" and its date
_DATED = re.compile(r"\d{4}|XXXX-(?:\d\d|WXX|XX-XX)").match  # without a publication date, "Sunday" has no year
_LEAD = 2  # sentences


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table()[key].split())


class Times:
    """The dated expressions of a text that can be an event's time."""

    def __init__(self, doc: Doc, timexes: list[Timex], scene: Scene) -> None:
        self.doc, self.scene = doc, scene
        self.dated = _spans(doc, [t for t in timexes if t.type in ("DATE", "TIME") and t.value and _DATED(t.value)])
        self.firsts = [t.first for t in self.dated]
        self._told: dict[int, bool] = {}
        self._since: dict[int, int] = {}

    def within(self, first: int, last: int) -> range:
        """Indices of those that begin in the tokens first..last."""
        return range(bisect_left(self.firsts, first), bisect_left(self.firsts, last))

    def told(self, k: int) -> bool:
        """Whether it is the date of a statement."""
        if k not in self._told:
            self._told[k] = _told(self.doc, self.dated[k])
        return self._told[k]

    def since(self, k: int) -> int:
        """The token of the "since" that governs it, or -1."""
        if k not in self._since:
            self._since[k] = _since(self.doc, self.dated[k])
        return self._since[k]

    def timex(self, k: int, claim: ClaimDraft) -> Timex:
        """The time for a claim: open where "since" stands before it."""
        t = self.dated[k]
        at = self.since(k)
        if at < 0 or "when" in self.doc.low[t.last:claim.first]:
            return t
        return opened(t)


def _spans(doc: Doc, dated: list[Timex]) -> list[Timex]:
    """The same with "from Friday to Sunday", "between 3 and 5 May" made one."""
    out: list[Timex] = []
    for t in dated:
        before = out[-1] if out else None
        link = doc.low[t.first - 1]
        if (before and t.first - before.last == 1 and link in _words("and_to") and t.to and before.from_ and before.from_ <= t.to
                and (link != "and" or not _words("from_to").isdisjoint(doc.low[max(0, before.first - 2):before.first]))):
            out[-1] = Timex(before.first, t.last, before.start, t.end, "DATE", f"{before.from_}/{t.to}", before.from_, t.to, None, t.resolved)
        else:
            out.append(t)
    return out


def opened(t: Timex) -> Timex:
    """ "Since 2022": from its first day on."""
    if t.from_ is None:
        return t
    return Timex(t.first, t.last, t.start, t.end, t.type, t.value, t.from_, None, t.mod, t.resolved)


def _told(doc: Doc, t: Timex) -> bool:
    """Whether an expression dates a statement: "police said on Monday", "in a report on Tuesday"."""
    first = doc.sents[doc.sentence_of(t.first)][0]
    if t.type == "TIME" and t.last - t.first <= 4 and "of" in doc.low[max(first, t.first - 2):t.first]:
        return True  # as of 08:30: how things stand
    if doc.low[t.last:t.last + 1] and (doc.low[t.last] in speech() or doc.low[t.last] in _words("tells")):
        return True
    for token in range(t.first - 1, max(first, t.first - _NEAR) - 1, -1):
        word = doc.low[token]
        if word in speech():
            return word not in _words("not_speech")
        if word in (",", ";", ":", "that", "and", "-", "–", "—", ")", "which", "who") or word in _words("auxiliaries"):
            return False
        if word.endswith("ed") and len(word) > 4 or word in _words("event_words"):
            return False
    return False


def _since(doc: Doc, t: Timex) -> int:
    """The token of "since" before an expression of its clause, -1 without one."""
    first = doc.sents[doc.sentence_of(t.first)][0]
    if "since" not in doc.low[max(first, t.first - _SINCE):t.first]:
        return -1
    for token in range(t.first - 1, max(first, t.first - _SINCE) - 1, -1):
        word = doc.low[token]
        if word == "since":
            return token
        if word in (",", ";", ":"):
            return -1
    return -1


def _spans(doc: Doc, dated: list[Timex]) -> list[Timex]:
    """The same with "from Friday to Sunday", "between 3 and 5 May" made one."""
    out: list[Timex] = []
    for t in dated:
        before = out[-1] if out else None
        link = doc.low[t.first - 1]
        if (before and t.first - before.last == 1 and link in _words("and_to") and t.to and before.from_ and before.from_ <= t.to
                and (link != "and" or not _words("from_to").isdisjoint(doc.low[max(0, before.first - 2):before.first]))):
            out[-1] = Timex(before.first, t.last, before.start, t.end, "DATE", f"{before.from_}/{t.to}", before.from_, t.to, None, t.resolved)
        else:
            out.append(t)
    return out


def opened(t: Timex) -> Timex:
    """ "Since 2022": from its first day on."""
    if t.from_ is None:
        return t
    return Timex(t.first, t.last, t.start, t.end, t.type, t.value, t.from_, None, t.mod, t.resolved)


def _told(doc: Doc, t: Timex) -> bool:
    """Whether an expression dates a statement: "police said on Monday", "in a report on Tuesday"."""
    first = doc.sents[doc.sentence_of(t.first)][0]
    if t.type == "TIME" and t.last - t.first <= 4 and "of" in doc.low[max(first, t.first - 2):t.first]:
        return True  # as of 08:30: how things stand
    if doc.low[t.last:t.last + 1] and (doc.low[t.last] in speech() or doc.low[t.last] in _words("tells")):
        return True
    for token in range(t.first - 1, max(first, t.first - _NEAR) - 1, -1):
        word = doc.low[token]
        if word in speech():
            return word not in _words("not_speech")
        if word in (",", ";", ":", "that", "and", "-", "–", "—", ")", "which", "who") or word in _words("auxiliaries"):
            return False
        if word.endswith("ed") and len(word) > 4 or word in _words("event_words"):
            return False
    return False


def _since(doc: Doc, t: Timex) -> int:
    """The token of "since" before an expression of its clause, -1 without one."""
    first = doc.sents[doc.sentence_of(t.first)][0]
    for token in range(t.first - 1, max(first, t.first - _NEAR) - 1, -1):
        word = doc.low[token]
        if word == "since":
            return token
        if word in (",", ";", ":"):
            return -1
    return -1


def date_claims(doc: Doc, claims: list[ClaimDraft], timexes: list[Timex], scene: Scene) -> None:
    """Sets the times, in text order."""
    times = Times(doc, timexes, scene)
    if not times.dated:
        return
    numbers = [c.first for c in claims]
    own: list[ClaimDraft] = []  # claims with a time of their own
    para_of = {id(c): bisect_right(doc.paras, (c.first, 1 << 60)) - 1 for c in claims}
    timeless = _words("timeless")
    lead: Timex | None = None
    for claim in claims:
        first, last = doc.sents[claim.sentence]
        k = _nearest(times, claim, first, last, numbers)
        if k is not None:
            claim.timex = times.timex(k, claim)
            own.append(claim)
            if lead is None and claim.sentence <= _LEAD and _day(claim.timex):
                lead = claim.timex
        elif (since := _since_then(times, claim)) is not None:
            claim.timex = since
        elif claim.event not in timeless and not _cumulative(doc, claim) and not _elsewhen(doc, claim) and not scene.apart(claim.sentence):
            claim.timex = _carried(times, claim, own, para_of) or lead
    for claim in claims:  # a headline tells what the lead tells
        if claim.timex is None and doc.headline and claim.first < doc.headline[1] and claim.event not in timeless:
            same = (c.timex for c in claims if c.event == claim.event and c.timex and c.value == claim.value)
            claim.timex = next(same, lead)


def _day(t: Timex) -> bool:
    """Whether a time is a day or a few, fit to be carried on."""
    return (t.to is not None or t.from_ is None) and t.value is not None and len(t.value) > 7


def _since_then(times: Times, claim: ClaimDraft) -> Timex | None:
    """ "since then", "since its beginning": open from the last time told before."""
    doc = times.doc
    first, last = doc.sents[claim.sentence]
    if "since" not in doc.low[first:last]:
        return None
    for token in range(first, last - 1):
        if doc.low[token] == "since" and doc.low[token + 1] in _words("since_own"):
            k = bisect_left(times.firsts, token) - 1
            if k >= 0 and doc.sentence_of(times.firsts[k]) >= claim.sentence - 2:
                return opened(times.dated[k])
    return None


def _nearest(times: Times, claim: ClaimDraft, first: int, last: int, numbers: list[int]) -> int | None:
    """The expression of the claim's own sentence that is nearest to its number or event."""
    best, least = None, 0
    tags = times.scene.tags
    low = claim.first if claim.trigger is None else min(claim.first, claim.trigger[0])
    high = claim.last if claim.trigger is None else max(claim.last, claim.trigger[1])
    if high - low > 14:
        low, high = claim.first, claim.last
    barrier = _barrier(times.doc, claim, first)
    for k in times.within(first, last):
        t = times.dated[k]
        if times.told(k) or t.first < barrier:
            continue
        if t.first >= high:
            between = tags[high:t.first]
            others = bisect_left(numbers, t.first) - bisect_right(numbers, claim.first)
            cost = len(between) + 5 * between.count(",") + 6 * others
        elif t.last <= low:
            between = tags[t.last:low]
            others = bisect_left(numbers, claim.first) - bisect_right(numbers, t.first)
            cost = (2 if t.first - first < 4 else 7) + len(between) + 2 * between.count(",") + 4 * others
        else:
            cost = 1
        if "(" in times.doc.low[max(first, t.first - 4):t.first]:
            cost += 10
        if best is None or cost < least:
            best, least = k, cost
    return best


def _cumulative(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether a claim is a toll over an unsaid time: "have been killed", "so far", "a total of"."""
    if claim.status == "total" or claim.rule in ("toll", "counted-at") or claim.event == "casualties":
        return True
    if claim.trigger is None:
        return False
    first, last = doc.sents[claim.sentence]
    words = doc.low[max(first, claim.trigger[0] - 4):claim.trigger[1]]
    return "have" in words or "has" in words


def _elsewhen(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether the sentence puts a claim at a time that it does not date: "a day after a bus crash killed nine", "since the war began", "so far"."""
    first, last = doc.sents[claim.sentence]
    low = doc.low
    if "since" in low[first:last] or ("far" in low[first:last] and "so" in low[first:last]):
        return True
    return _barrier(doc, claim, first) >= 0


def _barrier(doc: Doc, claim: ClaimDraft, first: int) -> int:
    """The token of "after" in "a day after ..." before a claim, -1 without one."""
    low = doc.low
    before = low[max(first + 1, claim.first - 30):claim.first]
    if "after" not in before and "before" not in before:
        return -1
    for token in range(claim.first - 1, max(first + 1, claim.first - 30) - 1, -1):
        if low[token] in ("after", "before") and low[token - 1] in _words("spans"):
            return token
    return -1


def _carried(times: Times, claim: ClaimDraft, own: list[ClaimDraft], para_of: dict[int, int]) -> Timex | None:
    """The last time told for the event in this paragraph or the one before."""
    para = para_of[id(claim)]
    doc = times.doc
    begin = doc.paras[max(0, para - 1)][0] if doc.paras else 0
    told = [k for k in times.within(begin, doc.sents[claim.sentence][0])
            if not times.told(k) and times.since(k) < 0 and _day(times.dated[k])]
    if own and para_of[id(own[-1])] >= para - 1 and own[-1].timex and _day(own[-1].timex):
        if not told or own[-1].sentence >= doc.sentence_of(times.firsts[told[-1]]):
            return own[-1].timex
    return times.dated[told[-1]] if told else None
