"""When it happened: the time in a claim's clause, else the last one told for the event before, else the lead's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from newsfacts.claims.roles.scene import Scene, words_of
from newsfacts.dates.calendar import add_months, civil, ordinal
from newsfacts.drafts import ClaimDraft, Timex
from newsfacts.sources.words import verbs as speech
from newsfacts.tokens import Doc

_NEAR = 9  # tokens between a reporting verb and its own date
_SINCE = 14  # tokens between "since" and its date
_BARRIER = 30  # tokens between "a day after" and a claim
_WIDE = 80  # tokens of a sentence that matter on either side of a claim
_LOOK = 12  # expressions looked at on either side of a claim
_PERIOD = re.compile(r"P(T)?(\d{1,3})([HDWMY])$").match
_DAY = re.compile(r"\d{4}-\d\d-\d\d$").match
_CLOCK = re.compile(r"\d\d?[:.]\d\d(?: ?[ap]\.?m\.?)?$").match
_LEAD = 2  # sentences
_COMPARED = 7  # tokens between "compared with 187" and its date
_DATED = re.compile(r"\d{4}|XXXX-(?:\d\d|WXX|XX-XX)").match  # without a publication date, "Sunday" has no year


class Times:
    """The dated expressions of a text that can be an event's time."""

    def __init__(self, doc: Doc, timexes: list[Timex], scene: Scene, today: str | None) -> None:
        self.doc, self.scene = doc, scene
        usable = [t for t in timexes if t.type in ("DATE", "TIME") and t.value and _DATED(t.value)]
        windows = [w for t in timexes if t.type == "DURATION" and (w := _window_of(doc, t, today))]
        if windows:
            usable = sorted([*usable, *windows], key=lambda t: t.first)
        self.dated = _spans(doc, usable)
        self.firsts = [t.first for t in self.dated]
        self._teller: dict[int, int] = {}
        self._since: dict[int, int] = {}

    def about(self, token: int, first: int, last: int) -> range:
        """Indices of those that begin in the tokens first..last, those nearest to a token."""
        k = bisect_left(self.firsts, token)
        return range(max(bisect_left(self.firsts, first), k - _LOOK), min(bisect_left(self.firsts, last), k + _LOOK))

    def told(self, k: int, at: int = -1) -> bool:
        """Whether it is the date of a statement, for an event word at a token: not of "police said rebels shot five on Monday"."""
        if k not in self._teller:
            t = self.dated[k]
            line = t.first < self.scene.dateline(self.doc.sentence_of(t.first))
            self._teller[k] = t.first if line else _teller(self.doc, t)
        return self._teller[k] >= 0 and not self._teller[k] < at < self.dated[k].first

    def since(self, k: int) -> int:
        """The token of the "since" that governs it, or -1."""
        if k not in self._since:
            self._since[k] = _since(self.doc, self.dated[k])
        return self._since[k]

    def timex(self, k: int, claim: ClaimDraft) -> Timex:
        """The time for a claim: open where "since" stands before it."""
        t = self.dated[k]
        return t if self.since(k) < 0 or "when" in self.doc.low[t.last:claim.first] else opened(t)


def _window_of(doc: Doc, t: Timex, today: str | None) -> Timex | None:
    """ "The past six days": the days that lead up to the publication date."""
    match = _PERIOD(t.value or "")
    if match is None or today is None or not _DAY(today) or words_of("past").isdisjoint(doc.low[t.first:t.last]):
        return None
    number, unit = int(match[2]), match[3]
    if unit == "H":
        number, unit = -(-number // 24), "D"
    day = ordinal(int(today[:4]), int(today[5:7]), int(today[8:10]))
    length = number * {"D": 1, "W": 7}.get(unit, 0)
    begin = day - length if length else add_months(day, -number * (12 if unit == "Y" else 1))
    if begin < 1:
        return None
    year, month, of_month = civil(begin)
    return Timex(t.first, t.last, t.start, t.end, t.type, t.value, f"{year:04d}-{month:02d}-{of_month:02d}", today, t.mod, t.resolved)


def _spans(doc: Doc, dated: list[Timex]) -> list[Timex]:
    """The same with "from Friday to Sunday", "between 3 and 5 May" made one."""
    out: list[Timex] = []
    links, opens = words_of("and_to"), words_of("from_to")
    for t in dated:
        before = out[-1] if out else None
        link = doc.low[t.first - 1]
        if (before and t.first - before.last == 1 and link in links and t.to and before.from_ and before.from_ <= t.to
                and (link != "and" or not opens.isdisjoint(doc.low[max(0, before.first - 2):before.first]))):
            value = f"{before.from_}/{t.to}"
            out[-1] = Timex(before.first, t.last, before.start, t.end, "DATE", value, before.from_, t.to, None, t.resolved)
        else:
            out.append(t)
    return out


def opened(t: Timex) -> Timex:
    """ "Since 2022": from its first day on."""
    if t.from_ is None:
        return t
    return Timex(t.first, t.last, t.start, t.end, t.type, t.value, t.from_, None, t.mod, t.resolved)


def _posted(doc: Doc, t: Timex) -> bool:
    """Whether a time of day tells when a line was posted: "07:10 The army says ..."."""
    return t.type == "TIME" and t.first == doc.sents[doc.sentence_of(t.first)][0] and bool(_CLOCK(doc.text[t.start:t.end])) and (
        doc.low[t.last:t.last + 1] not in ([","], ["on"]))


def _teller(doc: Doc, t: Timex) -> int:
    """The reporting word that an expression dates, -1 without one: "police said on Monday", "in a report on Tuesday", "as of 08:30"."""
    first = doc.sents[doc.sentence_of(t.first)][0]
    if t.type == "TIME" and t.last - t.first <= 4 and "of" in doc.low[max(first, t.first - 2):t.first]:
        return t.first
    if doc.low[t.last:t.last + 1] and (doc.low[t.last] in speech() or doc.low[t.last] in words_of("tells")):
        return t.first
    for token in range(t.first - 1, max(first, t.first - _NEAR) - 1, -1):
        word = doc.low[token]
        if word in words_of("toll_verbs") or (word in speech() and word not in words_of("not_speech")):
            return token  # police said, the toll rose on Friday
        if word in words_of("clause_ends") or word in words_of("auxiliaries") or word in words_of("event_words"):
            return -1
        if word.endswith("ed") and len(word) > 4:
            return -1
    return -1


def _since(doc: Doc, t: Timex) -> int:
    """The token of "since" before an expression of its clause, -1 without one."""
    first = max(doc.sents[doc.sentence_of(t.first)][0], t.first - _SINCE)
    if "since" not in doc.low[first:t.first]:
        return -1
    for token in range(t.first - 1, first - 1, -1):
        if doc.low[token] == "since":
            return token
        if doc.low[token] in (",", ";", ":"):
            break
    return -1


def date_claims(doc: Doc, claims: list[ClaimDraft], timexes: list[Timex], scene: Scene, today: str | None) -> None:
    """Sets the times, in text order; `today` is the publication date (ISO), where it is known."""
    times = Times(doc, timexes, scene, today)
    if not times.dated:
        return
    numbers = [c.first for c in claims]
    told = {c.sentence for c in claims}
    own: tuple[ClaimDraft, int] | None = None  # the last claim with a time of its own, its paragraph
    timeless = words_of("timeless")
    lead: Timex | None = None
    end = doc.sents[min(_LEAD + 1, len(doc.sents)) - 1][1]
    opening = next((t for k, t in enumerate(times.dated) if t.first < end and not times.told(k) and times.since(k) < 0 and _day(t)
                    and not _compared(doc, t)), None)
    for claim in claims:
        k = _nearest(times, claim, numbers)
        if k is not None:
            claim.timex = times.timex(k, claim)
            own = claim, _paragraph(doc, claim)
            if lead is None and claim.sentence <= _LEAD and _day(claim.timex):
                lead = claim.timex
        elif (since := _since_then(times, claim)) is not None:
            claim.timex = since
        elif not (claim.event in timeless or _cumulative(doc, claim) or _elsewhen(doc, claim) or scene.apart(claim.sentence)):
            claim.timex = _carried(times, claim, own) or lead or (opening if opening and (
                doc.sentence_of(opening.first) <= claim.sentence or doc.sentence_of(opening.first) not in told) else None)
    for claim in claims:  # a headline tells what the lead tells
        if claim.timex is None and doc.headline and claim.first < doc.headline[1] and claim.event not in timeless:
            same = (c.timex for c in claims if c.event == claim.event and c.timex and c.value == claim.value)
            claim.timex = next(same, lead)


def _paragraph(doc: Doc, claim: ClaimDraft) -> int:
    return bisect_right(doc.paras, (claim.first, 1 << 60)) - 1


def _window(doc: Doc, claim: ClaimDraft) -> tuple[int, int]:
    """The claim's sentence, or what of a very long one is near."""
    first, last = doc.sents[claim.sentence]
    return max(first, claim.first - _WIDE), min(last, claim.last + _WIDE)


def _day(t: Timex) -> bool:
    """Whether a time is a day or a few, fit to be carried on."""
    return (t.to is not None or t.from_ is None) and t.value is not None and len(t.value) > 7


def _nearest(times: Times, claim: ClaimDraft, numbers: list[int]) -> int | None:
    """The expression of the claim's own sentence that is nearest to its number or event."""
    first, last = times.doc.sents[claim.sentence]
    within = times.about(claim.first, first, last)
    if not within:
        return None
    best, least = None, 0
    tags, low_words = times.scene.tags, times.doc.low
    low = claim.first if claim.trigger is None else min(claim.first, claim.trigger[0])
    high = claim.last if claim.trigger is None else max(claim.last, claim.trigger[1])
    if high - low > 14:
        low, high = claim.first, claim.last
    barrier = _barrier(times.doc, claim)
    for k in within:
        t = times.dated[k]
        if t.first > claim.last and _compared(times.doc, t) and not words_of("comparing").isdisjoint(low_words[claim.last:t.first]):
            continue
        if times.told(k, claim.trigger[0] if claim.trigger else -1) or t.last <= barrier or (t.last <= low and _aside(times, t, low)):
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
        if "(" in low_words[max(first, t.first - 4):t.first]:
            cost += 10
        if _posted(times.doc, t):
            cost += 20
        if best is None or cost < least:
            best, least = k, cost
    return best


def _aside(times: Times, t: Timex, until: int) -> bool:
    """Whether an expression stands in a relative clause that ends before a token: "the war, which began in April, has killed ..."."""
    tags, low = times.scene.tags, times.doc.low
    opened = tags.rfind(",", max(0, t.first - _NEAR), t.first)
    return opened >= 0 and low[opened + 1] in ("which", "who", "that") and "," in tags[t.last:until]


def _since_then(times: Times, claim: ClaimDraft) -> Timex | None:
    """ "since then", "since its beginning": open from the last time told before."""
    doc = times.doc
    first, last = _window(doc, claim)
    if "since" not in doc.low[first:last]:
        return None
    for token in range(first, last - 1):
        if doc.low[token] == "since" and doc.low[token + 1] in words_of("since_own"):
            k = bisect_left(times.firsts, token) - 1
            if k >= 0 and doc.sentence_of(times.firsts[k]) >= claim.sentence - 2:
                return opened(times.dated[k])
    return None


def _cumulative(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether a claim is a toll over an unsaid time: "have been killed", "the toll stands at"."""
    if claim.status == "total" or (claim.rule in ("toll", "counted-at") and claim.event != "participated") or claim.event == "casualties":
        return True
    if claim.trigger is None:
        return False
    first = doc.sents[claim.sentence][0]
    return not words_of("perfect").isdisjoint(doc.low[max(first, claim.trigger[0] - 4):claim.trigger[1]])


def _elsewhen(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether a sentence puts a claim at a time that it does not date: "a day after a crash killed nine", "since the war", "so far"."""
    first, last = _window(doc, claim)
    words = doc.low[first:last]
    return "since" in words or ("far" in words and "so" in words) or "earlier" in words[:2] or _barrier(doc, claim) >= 0


def _barrier(doc: Doc, claim: ClaimDraft) -> int:
    """The token of "after" in "a day after ..." before a claim, -1 without one."""
    low = doc.low
    first = max(doc.sents[claim.sentence][0] + 1, claim.first - _BARRIER)
    before = low[first:claim.first]
    if "after" in before or "before" in before:
        for token in range(claim.first - 1, first - 1, -1):
            if low[token] in ("after", "before") and low[token - 1] in words_of("spans"):
                return token
    return -1


def _compared(doc: Doc, t: Timex) -> bool:
    """Whether an expression dates what a number is only compared with: "compared with 187 in the week before"."""
    return not words_of("comparing").isdisjoint(doc.low[max(0, t.first - _COMPARED):t.first])


def _more(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether a sentence goes on with numbers: "another 200 were hurt"."""
    first = doc.sents[claim.sentence][0]
    return doc.low[first] in words_of("going_on") or doc.low[first:first + 2] == ["a", "further"]


def _carried(times: Times, claim: ClaimDraft, own: tuple[ClaimDraft, int] | None) -> Timex | None:
    """The last time told for the event in this paragraph or the one before."""
    para = _paragraph(times.doc, claim)
    doc = times.doc
    begin = doc.paras[max(0, para - 1)][0] if doc.paras else 0
    first = doc.sents[claim.sentence][0]
    told = next((k for k in reversed(times.about(first, begin, first)) if not times.told(k) and times.since(k) < 0 and _day(times.dated[k])
                 and not _compared(doc, times.dated[k])), None)
    if own is not None and own[0].sentence == claim.sentence - 1 and own[0].timex and own[0].timex.to and _more(doc, claim):
        return own[0].timex  # 300 were killed in 2024; another 200 were hurt and 50 detained
    if own is not None and own[1] >= para - 1 and own[0].timex and _day(own[0].timex) and (
            told is None or own[0].sentence >= doc.sentence_of(times.firsts[told])):
        return own[0].timex
    return None if told is None else times.dated[told]
