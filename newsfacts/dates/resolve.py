"""Values every expression in text order, with the running anchor: the date told last."""

from __future__ import annotations

from itertools import pairwise

from newsfacts.dates import calendar as cal
from newsfacts.dates.beside import (
    apposed,
    compared,
    day_in,
    ended,
    is_background,
    is_beside,
    is_running,
    is_span,
    is_statement,
    is_telling,
    months_to,
    night_of,
    was_spanned,
)
from newsfacts.dates.done import done
from newsfacts.dates.readings import (
    ANCHOR,
    NEAR,
    QUARTER,
    REF,
    Clock,
    Containing,
    Day,
    Decade,
    Edge,
    Fixed,
    Holiday,
    Night,
    Nth,
    Offset,
    Part,
    Same,
    Season,
    Unit,
    Weekday,
    Within,
    whole,
)
from newsfacts.dates.reference import country_told, parse_day
from newsfacts.dates.stamps import is_heading, is_stamp, runs_on
from newsfacts.dates.tense import from_then, scheduled, tense
from newsfacts.dates.told import Years
from newsfacts.dates.values import ALONE, evaluate, inner
from newsfacts.dates.when import NONE, PAST, Context, When, ends, iso, of_unit, shifted
from newsfacts.dates.words import GROUP, TENSE
from newsfacts.drafts import Timex
from newsfacts.late import late
from newsfacts.tokens import Doc

_WITH_DATE = (Weekday, Offset, Nth, Unit)
_TENSE_OF_INNER = (Edge, Part, Clock, Offset, Night, Containing)
_OF_A_PAST = (Within, Decade)
_OLD_YEARS = 4  # for one day counted from the telling
_OUTCOME = 4  # tokens from "freed" to a time
_BEST = 12  # tokens from "deadliest" to a time
_LONG = 16  # years told in a long history
_FAR = 730  # days: a year so far from what is told, and in the midst of a sentence, is told aside
_YEARS = ("Y", "T", "C")
_PM = frozenset(("p.m", "p.m.", "pm"))
_BREAKS = frozenset((",", ";", ":", "and", "but", "will"))
_HABIT = 10  # tokens from "usually" to a time
_AFTER = 180  # minutes between two times of one half of the day
_OLD_TIMES = cal.ordinal(1950, 1, 1)
_PAST = 60  # days: what has been since one so long ago is no time of what follows
_EARLIER = frozenset(("had", "earlier"))
_LIMITS = frozenset(("by", "until", "till"))
_YEARLESS = late(r"XXXX-\d\d-\d\d")
_BY_TENSE = (Weekday, Season, Holiday, Nth)


def resolve_all(doc: Doc, timexes: list[Timex], ref: int | None, published: bool = True, told: bool = False) -> None:
    """Sets value, from, to, mod, resolved of each expression; `published`: whether the reference day is that of the publication, rather
    than the first day of which the text tells; `told`: whether it is but the first date told in a sentence."""
    narrative = _is_narrative(doc, timexes, ref, told) or told and _is_story(timexes, ref)
    walk = _Walk(doc, timexes, Context(ref, lambda: country_told(doc), narrative, published), told)
    for k, t in enumerate(timexes):
        if type(t.raw) is Fixed:  # now, three days: of all that follows it asks and tells nothing
            walk.count(k, t)
        else:
            walk.value(k, t)


class _Walk:
    """The way through the expressions of a text, and what those before tell of the next."""

    __slots__ = ("ahead", "anchored", "before", "c", "clock", "doc", "marked", "stamped", "timexes", "told", "years")

    def __init__(self, doc: Doc, timexes: list[Timex], c: Context, told: bool) -> None:
        self.doc, self.timexes, self.c, self.told, self.years = doc, timexes, c, told, Years(doc)
        self.anchored = -9  # the sentence of the anchor
        self.marked = False  # whether that only marks an event: Friday's fire
        self.before: Timex | None = None
        self.clock: Timex | None = None  # the clock time told last
        self.ahead = False  # whether that is a weekday to come
        self.stamped = False  # whether an entry of a live blog has begun

    def count(self, k: int, t: Timex) -> None:
        """Values an expression of a fixed value, or a count of days from what has happened."""
        event = None
        if t.type == "DURATION":
            from newsfacts.dates.after import event_after  # few reports need it

            event = event_after(self.doc, k, self.timexes)
        if event is not None:
            _count(self.doc, t, *event)
        else:
            _set(t, evaluate(t.raw, self.c))  # type: ignore[arg-type]
            self.before, self.c.last, self.ahead = t, None, False

    def value(self, k: int, t: Timex) -> None:
        """Values an expression beside those before it, and keeps what it tells of those behind it."""
        c, reading = self.c, t.raw
        following = self.timexes[k + 1] if k + 1 < len(self.timexes) else None
        self._look(k, t, following)
        heading = is_heading(self.doc, t, self.before)
        self._look_at_clock(k, t, following)
        self.before = t
        try:
            when, quarter = _value(self.doc, t, following, c)
        except (OverflowError, ValueError):
            when, quarter = NONE, None
        c.last = when.first
        to_come = isinstance(whole(reading), Weekday) or isinstance(reading, Unit) and reading.unit == "D"  # Friday, tomorrow
        today = isinstance(reading, Unit) and reading.shift == 0
        self.ahead = to_come and c.ref is not None and when.first is not None and when.first > c.ref - today
        _set(t, when)
        if heading and when.unit == "D":
            c.headed = when
        if c.ref is None and when.value is not None and _YEARLESS.match(when.value) and (
                c.yearless is None or (c.yearless.value or "")[:10] != when.value[:10]):  # a night stands before its day
            c.yearless = when
        if quarter is not None:
            t.from_, t.to = iso(quarter[0]), iso(quarter[1])
        if when.unit == "span" and type(reading) is not Same:
            c.span = when
        current = isinstance(reading, Unit) and reading.shift == 0 and reading.base == REF
        if t.type not in ("DURATION", "SET") and not (c.narrative and current):
            self._keep(k, t, when)

    def _look(self, k: int, t: Timex, following: Timex | None) -> None:
        """Puts into the context how an expression stands to those before it, and its tense."""
        doc, c, reading, before = self.doc, self.c, t.raw, self.before
        low, first, sentence, time = doc.low, t.first, doc.sentence_of(t.first), whole(t.raw)
        begin, word = doc.sents[sentence][0], low[first - 1] if first else ""
        c.at, c.near, c.close, c.opens = sentence, sentence == self.anchored, sentence - self.anchored <= 2, first - begin < 2
        if word == "of" and c.near and c.coming() and low[first - 2] in GROUP.rests:
            c.near = False  # shut until 27 May, and the bank for the rest of the week
        c.earlier = type(reading) not in ALONE and _is_earlier(low, begin, first)
        c.outcome, c.since, c.limit, c.tense = False, word == "since", word in _LIMITS, None
        self.years.show(c, t, before)
        c.stated = k > 0 and c.near and isinstance(reading, Part) and is_statement(doc, self.timexes[k - 1], t)
        if isinstance(reading, Day) and reading.year is not None:
            return  # a told year needs none of this
        _find_tense(doc, c, t, before, following, self.told)
        beside = isinstance(time, Weekday) and self.ahead and c.tense in (None, "present", "future") and is_beside(doc, before, t)
        c.ceiling = c.last if before is not None and isinstance(time, Weekday) and is_background(doc, before, t) else None
        c.floor = c.last if before is not None and (beside or is_span(doc, before, t)) else None

    def _look_at_clock(self, k: int, t: Timex, following: Timex | None) -> None:
        """Puts into the context what only a time of no day asks: whether it is a stamp of a live blog, and over midnight."""
        doc, c, reading = self.doc, self.c, t.raw
        c.over, c.stamp, c.afternoon = 0, False, False
        if isinstance(reading, Clock) and reading.of is None:
            c.stamp = is_stamp(doc, t)
            if c.stamp and not self.stamped:
                c.headed, self.stamped = c.headed or (c.day() if runs_on(doc, self.timexes, k) else None), True
            c.as_of = doc.low[max(0, t.first - 2):t.first] == ["as", "of"]
            c.prices = not GROUP.prices.isdisjoint(doc.low[doc.sents[c.at][0]:t.first])
            c.over = _over_midnight(doc, self.before, t) - _over_midnight(doc, t, following)
            c.afternoon = _is_afternoon(doc, self.clock, t)
        if isinstance(reading, Clock):
            self.clock = t

    def _keep(self, k: int, t: Timex, when: When) -> None:
        """Keeps what a valued expression tells of those behind it: the year, the anchor, the line of what is told."""
        doc, c, low, reading, first, last = self.doc, self.c, self.doc.low, t.raw, t.first, t.last
        since = c.since and not TENSE.firsts.isdisjoint(
            low[max(doc.sents[c.at][0], first - _BEST):first])  # the deadliest day for the troops there since August 2011
        if not since:
            self.years.keep(c, t, when)
        if when.first is None:
            return
        if isinstance(reading, Day) and reading.year is not None and reading.day is not None:
            year, *day = cal.civil(when.first)
            c.full[day[0], day[1]] = year
            c.full_at = day[0], day[1], year, c.at
        if since and low[last:last + 2] != [",", "when"]:
            return  # the first raid since April 28: what follows is not of that day; but: since May 22, when 13 people died
        of_event = low[last:last + 1] == ["'s"]
        if c.near and not c.narrative and c.anchor is not None and c.anchor.unit in ("D", "time") and (
                of_event or is_telling(doc, t) and not self.marked):
            return  # it burned on Sunday, police said on Tuesday; on Friday, the toll of Sunday's fire rose; the next day ...
        if c.near and not c.narrative and k and when.unit in ("D", "time") and c.anchor is not None and (
                c.anchor.unit in ("D", "time") and (c.anchor.first or 0) >= when.first and is_background(doc, self.timexes[k - 1], t)):
            return  # freed on Friday, two days after he was seized on Wednesday; the next day ...
        _remember(c, when, reading, _is_aside(doc, t, when, c.ref) or compared(doc, first), "fiscal" in low[first:last])
        c.evening = when if low[last - 1] in ("night", "evening", "eve") else None
        outlook = c.narrative and c.at == 0 and c.line is not None  # the war broke out in 1912 and ended in 1913
        if not outlook and (when.unit not in _YEARS or c.line is None or c.opens or abs(when.first - c.line) < _FAR):
            c.line = when.first
        # a stamp is no day of what is told
        self.anchored, self.marked, c.opened = (-9, False, False) if c.stamp else (c.at, of_event, c.opens)
        before = self.timexes[k - 1]
        if k and before.type == "DURATION" and (n := months_to(doc, before, t)) and when.last is not None:
            c.span = When(before.value, cal.add_months(when.last + 1, -n), when.last, "span", when.resolved)
        elif k and when.last is not None and before.type == t.type == "DATE" and is_span(doc, before, t):
            begin = parse_day(before.from_ or "")
            if begin is not None and begin <= when.first:
                c.span = ends(begin, when.last)  # from January to April: of the same period of another year


def _is_aside(doc: Doc, t: Timex, when: When, ref: int | None) -> bool:
    """Whether a day is named only beside what is told: a holiday, "ended May 9", "as of May 9", "since" a day long ago."""
    low, first = doc.low, t.first
    word = low[first - 1] if first else ""
    earlier = isinstance(t.raw, Offset) and t.raw.base == ANCHOR and t.raw.sign < 0
    return (
        earlier and first - doc.sents[doc.sentence_of(first)][0] > 1 and ref is not None  # named on Friday, as told two days earlier
        or isinstance(whole(t.raw), Holiday) and word != "on"
        or word == "ended"
        or word == "of" and low[first - 2:first] == ["as", "of"]
        or word == "since" and ref is not None and when.first is not None and when.first < ref - _PAST
        or word in ("from", "since") and low[first - 2:first - 1] == ["("]  # the night of May 9 (from 7 p.m. on May 8)
    )


def _is_earlier(low: list[str], begin: int, first: int) -> bool:
    """Whether "had" or "earlier" stands before an expression, in its sentence."""
    return not _EARLIER.isdisjoint(low[max(begin, first - 9):first])


def _find_tense(doc: Doc, c: Context, t: Timex, before: Timex | None, following: Timex | None, told: bool) -> None:
    """Puts into the context the tense that decides on an expression, and whether it tells how an event went on."""
    low, ref, reading, time, first, last = doc.low, c.ref, t.raw, whole(t.raw), t.first, t.last
    weekday = isinstance(time, Weekday)
    if _asks_tense(reading, c):
        c.tense = tense(doc, first, last)
    c.compared = c.near and isinstance(time, Day) and compared(doc, first)
    if isinstance(reading, Day) and last < len(low) and low[last] in GROUP.futures:
        c.tense = "future"  # December futures fell
    elif weekday and from_then(doc, first, last):
        c.tense = "future"
    elif c.tense == "past" and (not told or "had" in low[max(0, first - 5):first]) and (
            done(doc, first, last) or following is not None and was_spanned(doc, t, following)):
        c.tense, begin = "since", doc.sents[c.at][0]
        c.outcome = not GROUP.outcomes.isdisjoint(low[max(begin, first - _OUTCOME):first]) and not _is_earlier(low, begin, first)
    elif (weekday or isinstance(time, Day) and (time.day is not None or time.year is time.shift is None)) and (
            planned := scheduled(doc, first, last)):
        c.tense = planned
    elif c.tense is not None and compared(doc, first):
        c.tense = "past"
    c.results = isinstance(time, (Nth, Unit)) and not GROUP.to_report.isdisjoint(low[max(doc.sents[c.at][0], first - _BEST):first])
    c.yearly = isinstance(time, (Day, Season)) and not c.since and (
        _is_yearly(doc, first) or c.yearly and before is not None and first - before.last == 1)
    verbless = c.tense == "until" and c.near or c.tense is None and weekday and low[last:last + 1] == [":"]
    if verbless and c.last is not None and ref is not None and c.last > ref:
        c.tense = "future"  # tomorrow, cloud; Sunday: warm; by the weekend, sun
    if c.tense in ("future", "present") and ref is not None and following is not None and is_running(doc, t, following, ref):
        c.tense = "since"


def _value(doc: Doc, t: Timex, following: Timex | None, c: Context) -> tuple[When, tuple[int, int] | None]:
    """The value of an expression; the days of a quarter that ends with a told day, which are not those of the calendar's quarter."""
    if following is not None and isinstance(t.raw, Part) and night_of(doc, t, following):
        return evaluate(t.raw.replaced(of=following.raw), c), None
    if following is None or not isinstance(t.raw, _WITH_DATE):
        return evaluate(t.raw, c), None  # type: ignore[arg-type]
    end = None if (day := ended(doc, t, following)) is None else evaluate(day, c).last
    if end is not None and isinstance(t.raw, Nth):
        return evaluate(t.raw.replaced(of=Day(cal.civil(end)[0])), c), (cal.add_months(end + 1, -3), end)
    return evaluate(apposed(doc, t, following) or t.raw, c), None


def _over_midnight(doc: Doc, a: Timex | None, b: Timex | None) -> bool:
    """Whether two clock times without a day are the ends of a span over midnight: between 11 p.m. and 4 a.m."""
    if a is None or b is None or not isinstance(a.raw, Clock) or not isinstance(b.raw, Clock) or not is_span(doc, a, b):
        return False
    return a.raw.of is None and b.raw.of is None and a.raw.hour > 12 > b.raw.hour


def _is_yearly(doc: Doc, first: int) -> bool:
    """Whether a time of the year is one of every year: the fair is usually held in May, it is awarded each year on Dec. 10."""
    low = doc.low
    near = low[max(doc.sents[doc.sentence_of(first)][0], first - _HABIT):first]
    cut = max((i + 1 for i, word in enumerate(near) if word in _BREAKS), default=0)
    near = near[cut:]
    return not TENSE.habits.isdisjoint(near) or ("each" in near or "every" in near) and any(
        a in ("each", "every") and b == "year" for a, b in pairwise(near))


def _is_afternoon(doc: Doc, a: Timex | None, b: Timex) -> bool:
    """Whether a time that tells no half of the day has that of the one told before: it left at 8:02 p.m.; last seen at 8:31."""
    if a is None or not isinstance(a.raw, Clock) or not isinstance(b.raw, Clock) or doc.sentence_of(b.first) - doc.sentence_of(a.first) > 1:
        return False
    if b.last - b.first != 3 or b.raw.hour > 11 or doc.low[b.first][0] == "0" or _PM.isdisjoint(doc.low[a.first:a.last]):
        return False
    return 0 <= (b.raw.hour + 12 - a.raw.hour) * 60 + (b.raw.minute or 0) - (a.raw.minute or 0) <= _AFTER


def _count(doc: Doc, t: Timex, reading: Offset, told: Timex, last: int) -> None:
    """Values "a day after the raid" from the raid's day."""
    day = parse_day(told.from_ or "")
    if day is not None and reading.n is not None:
        t.type, t.raw, t.last, t.end = "DATE", reading, last, doc.ends[last - 1]
        _set(t, of_unit(reading.unit, shifted(reading.unit, day, int(reading.n) * reading.sign), "context"))


def _set(t: Timex, when: When) -> None:
    t.value, t.resolved = when.value, when.resolved
    t.from_ = t.to = iso(when.first)
    if when.last != when.first:
        t.to = iso(when.last)
    if t.type == "SET":
        t.from_ = t.to = None
    if isinstance(t.raw, Edge):
        t.mod = t.raw.mod
    if t.type == "DATE" and when.unit == "time":
        t.type = "TIME"  # the same period, hours later
    if when.unit == "span":
        t.type = "DURATION"


def _remember(c: Context, when: When, reading: object, aside: bool, fiscal: bool) -> None:
    """Keeps what later expressions may refer to; the day with which a period ended or with which one compares is no day of a time.
    A fiscal quarter may have ended before the calendar's of its name."""
    c.anchor = when
    if not c.coming():
        c.behind = when, c.at
    if when.unit == "Q":
        c.reported = c.at
    if when.unit == "M":
        c.month = when, c.at
    if when.unit in ("D", "time") and not aside:
        c.tell(when)
    # no report is on a quarter that has not ended, but one of a firm's own year
    beyond = 184 if fiscal else 62 * (c.tense in PAST and c.quarter is None)
    ended = c.ref is None or when.last is not None and when.last <= c.ref + beyond
    newer = c.quarter is None or (when.first or 0) >= (c.quarter.first or 0)
    later = c.quarter is None or c.expected or isinstance(reading, Nth) and (reading.of is None or fiscal) and newer
    if when.unit == "Q" and ended and later and isinstance(reading, Nth):
        c.reported = c.at
        c.quarter, c.expected = when, c.tense == "future"
    if when.unit == "time" and (when.value or "").endswith("TNI"):
        c.night = c.span = when
    elif when.unit in ("W", "M", "Q", "H", "Y", "S") and not (isinstance(reading, Same) or aside):
        c.span = when


def _asks_tense(r: object, c: Context) -> bool:
    """Whether the tense decides on the year, week or day of a reading."""
    part = isinstance(r, Part) and r.base == ANCHOR
    r = _within(r)
    if isinstance(r, Day):
        return r.year is None
    if r is None:
        return c.ahead or part or c.coming() or not c.near  # a time of no day: of one to come, or of what has been?
    return isinstance(r, _BY_TENSE) or isinstance(r, Unit) and (r.unit == "E" or r.base in (QUARTER, NEAR))


def _is_story(timexes: list[Timex], ref: int | None) -> bool:
    """Whether a text tells on from its first date: with "three days later", or of old times, and without a day of the telling or a year
    before that date: "talks of which an envoy told a day earlier ... were agreed in 2022" is a report."""
    if ref is not None and ref < _OLD_TIMES:
        return not any(map(_is_near, timexes))
    onward = any(isinstance(t.raw, (Offset, Unit)) and t.raw.base == ANCHOR for t in timexes)
    return onward and not any(_is_near(t) or _is_before(t, ref) for t in timexes)


def _is_before(t: Timex, ref: int | None) -> bool:
    """Whether an expression states a year before that of the first date."""
    day = day_in(t.raw)
    return ref is not None and day is not None and day.year is not None and (day.bc or day.year < cal.civil(ref)[0])


def _within(r: object) -> object:
    """What a time of the day, an edge or a night is told of."""
    while isinstance(r, _TENSE_OF_INNER):
        r = r.second if isinstance(r, Night) and r.first is None else inner(r)
    return r


def _is_near(t: Timex) -> bool:
    """Whether an expression counts from the day of the telling: Friday, yesterday, last week, the year."""
    return isinstance(t.raw, Weekday) or isinstance(t.raw, Unit) and t.raw.base in (REF, NEAR)


def _is_narrative(doc: Doc, timexes: list[Timex], ref: int | None, first_told: bool) -> bool:
    """Whether a text tells of times long before it: hardly any of its stated years is near the publication date; or a long one, which may
    go on to the present, counts hardly anything from the day of the telling; or a short one begins with such a year and tells no other."""
    if ref is None:
        return True
    year, far, near, told = cal.civil(ref)[0], 0, 0, 0
    first: bool | None = None  # whether the first that tells is far
    for t in timexes:
        if type(t.raw) is Fixed:
            continue
        day = day_in(t.raw)
        if day is not None and day.year is not None:
            old = day.bc or year - day.year > 1 or first_told and day.year - year > 1  # what is planned for 2050 is no history
            if old and first is None and t.first and doc.low[t.first - 1] == "since":
                continue  # since 1976, one team has won
            far, near = far + old, near + (not old)
        elif _is_near(t):
            old = False
            told += 1
        elif isinstance(t.raw, _OF_A_PAST):
            old = True
            far += 1
        elif day is not None or isinstance(_within(t.raw), Weekday):
            old = False  # a day of no year, Thursday morning
        else:
            continue
        first = old if first is None else first
    short = first is True and near == 0 and far > max(1, _OLD_YEARS * told)
    return short or far >= 8 and far > 6 * (told + 2 * near) or far >= _LONG and far > 6 * told and far > near
