"""Years told of late, in which dates without one may lie: "On 3 May 2019 the mill burned. On 9 June, ..."; "In 2015 it was shut in May"."""

from __future__ import annotations

from newsfacts.dates import calendar as cal
from newsfacts.dates.beside import day_in
from newsfacts.dates.readings import ANCHOR, REF, Holiday, Offset, Season, Unit, Within
from newsfacts.dates.when import Context, When
from newsfacts.dates.words import GROUP, TENSE
from newsfacts.drafts import Timex
from newsfacts.tokens import Doc

_BESIDE = frozenset(((",", "on"), (",", "in"), ("on",), ("in",)))
_BEGUN = frozenset("born built shot held begun won sold bought sunk hit taken chosen".split())
_ASIDE = 12  # tokens
_NEAR = 2  # sentences in which a date goes on from another
_LONG = 10  # years: an anniversary of so many begins a story
_FRESH = {True: 120, False: 180}  # days: a month, a day so shortly before the publication is of its year, unless both open sentences
_OLD = 400  # days: a date without a year that lies so far back is of a history that goes on


class Years:
    """What was told last: a year other than the publication's, a past year that opens its sentence, a day or month of such a year (or such
    a year itself, where it opens its sentence) and whether it opens its sentence; each with the sentence or expression that tells it."""

    __slots__ = ("doc", "going", "opening", "point", "told", "year")

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.year: tuple[int, int] | None = None
        self.opening: tuple[int, Timex] | None = None
        self.point: tuple[int, int, bool] | None = None
        self.told: Timex | None = None  # the expression of the point
        self.going = False  # whether that has gone on from one before

    def show(self, c: Context, t: Timex, before: Timex | None) -> None:
        """Puts into the context what counts for an expression."""
        year, opening, point = self.year, self.opening, self.point
        c.year = c.inside = c.chain = None
        if before is not None and (stated := self._stated(before, t)) is not None:
            c.inside = stated
            return
        if year is None and opening is None and point is None:
            return
        if self.told is not None and self._is_fresh(c, t) and self._is_behind_aside(self.told, t):
            return
        c.year = year[0] if year is not None and year[1] == c.at else None
        c.inside = opening[0] if opening is not None and self._inside(opening[1], t) else None
        if point is not None and c.at - point[1] <= _NEAR and (
                self._goes_on(t, before, point[2], point[1] == c.at) or self._tells_on(c, t, c.at - point[1])):
            c.chain = point[0]

    def keep(self, c: Context, t: Timex, when: When) -> None:
        """Keeps the year of an expression."""
        day, first, opens = day_in(t.raw), when.first, c.opens
        if day is not None and day.year is not None and not day.bc and c.ref is not None:
            now = cal.civil(c.ref)[0]
            self.opening = (day.year, t) if day.year < now and day.month is None and opens else None
            self.year = (day.year, c.at) if day.year != now and day.month is not None else None
            point = day.year != now and (opens and not c.since or day.month is not None) and self._is_point(c, t)
            self._mark(c, t, first if point else None)
        elif first is not None and (isinstance(t.raw, Within) or isinstance(t.raw, Season) and when.resolved == "explicit"):
            self._mark(c, t, first)
        elif isinstance(t.raw, Offset) and t.raw.exact and t.raw.unit == "Y" and (t.raw.n or 0) > _LONG and first is not None:
            self.year = None
            self._mark(c, t, first)  # a hundred years ago today
        elif when.resolved == "relative":
            back = isinstance(t.raw, Unit) and t.raw.shift == -1 or isinstance(t.raw, Offset) and t.raw.sign < 0 and t.raw.base == REF
            last = back and when.unit == "Y" and first is not None and opens
            self.year = (cal.civil(first or 0)[0], c.at) if last else None  # last year's fair ran from 11 to 22 May
            self.opening = (cal.civil(first or 0)[0], t) if last and self.doc.low[t.last:t.last + 1] == [","] else None
            self.point = None
        elif isinstance(t.raw, (Offset, Unit)) and t.raw.base == ANCHOR and when.unit == "Y" and first is not None:
            year = cal.civil(first)[0]  # two years later; that year, the strike ended in May
            self.year, self.opening = (year, c.at), (year, t) if opens else None
            self._mark(c, t, first if opens else None)
        elif first is not None and (c.chain is not None and first > c.chain or day is not None and (c.ref or 0) - first > _OLD or (
                day is None and self.point is not None and c.at - self.point[1] <= _NEAR and first >= self.point[0])):
            self._mark(c, t, first, self.point is not None and self.point[1:] == (c.at, True))
        elif day is not None and c.chain is None:
            self.point = None

    def _mark(self, c: Context, t: Timex, first: int | None, opened: bool = False) -> None:
        """Keeps the first day of an expression as that from which later ones go on."""
        self.point, self.told = None if first is None else (first, c.at, opened or c.opens), t
        self.going = c.chain is not None

    def opens(self, t: Timex) -> bool:
        """Whether an expression opens its sentence."""
        return t.first - self.doc.sents[self.doc.sentence_of(t.first)][0] < 2

    def _is_point(self, c: Context, t: Timex) -> bool:
        """Whether a date is told as a point in time, not as the mark of a thing: on 3 May 2019, no "the 3 May 2019 raid"."""
        before = self.doc.low[t.first - 1] if t.first else ""
        return t.first == self.doc.sents[c.at][0] or before in GROUP.points or before in TENSE.past or before.endswith("ed")

    def _goes_on(self, t: Timex, before: Timex | None, opened: bool, here: bool) -> bool:
        """Whether a date may go on from the one told before: both open their sentences, or neither does and a day is told, or it stands
        beside the other: charged in March last year and freed in April."""
        doc, day, opens = self.doc, day_in(t.raw), self.opens(t)
        if day is None and not _is_untold(t.raw):
            return False
        at = t.first - (doc.low[t.first - 1] in GROUP.points)
        if opened and here and doc.low[at - 1] in GROUP.clauses:
            return True  # in March 2008 it was shut; in April it burned
        if opens and doc.low[t.first - 1] == "by" or opens == opened and (opens or day is not None and day.day is not None):
            return True
        if before is None or doc.sentence_of(before.first) != doc.sentence_of(t.first):
            return False
        between = doc.low[before.last:t.first]
        return between[-1:] == ["by"] or len(between) < 6 and ("or" in between or "and" in between and "," not in between)

    def _tells_on(self, c: Context, t: Timex, apart: int) -> bool:
        """Whether a date goes on from the one told in the sentence before, wherever both stand in their paragraph: not where that tells the
        origin of something that still is (built in June 2019), nor where this one may be of the last months, but in a story under way."""
        doc, told, day = self.doc, self.told, day_in(t.raw)
        if told is None or day is None and not _is_untold(t.raw) or "\n" in doc.text[told.end:t.start]:
            return False
        if apart != 1 and not self.going:
            return False
        if c.since and not self.going and "had" not in doc.low[doc.sents[c.at][0]:t.first]:
            return False  # it last won in May 2006. Its captain is out since March
        begin = doc.sents[doc.sentence_of(told.first)][0]
        if not GROUP.origins.isdisjoint(doc.low[begin:told.first]):
            return False
        return day is None or day.month is None or c.ref is None or self.going or not self._is_fresh(c, t)

    def _is_fresh(self, c: Context, t: Timex) -> bool:
        """Whether a month or day of no year may be of the last months before the publication."""
        day = day_in(t.raw)
        if day is None or day.month is None or c.ref is None:
            return False
        return (cal.civil(c.ref)[1] - day.month) % 12 * 30 < _FRESH[day.day is None]

    def _stated(self, before: Timex, t: Timex) -> int | None:
        """The year told right before an expression: it burned in 1906, on April 18."""
        year, day = day_in(before.raw), day_in(t.raw)
        if year is None or day is None or year.month is not None or year.bc or day.month is None or day.year is not None:
            return None
        return year.year if tuple(self.doc.low[before.last:t.first]) in _BESIDE else None

    def _is_behind_aside(self, year: Timex, t: Timex) -> bool:
        """Whether a year stands in an aside that ends before an expression: the mayor, elected in May 2011, died on April 2."""
        low, last = self.doc.low, year.last
        begin, end = self.doc.sents[self.doc.sentence_of(year.first)]
        if not last < t.first < end or low[last] != "," or low[last + 1] in ("and", "but") or t.first - last > _ASIDE:
            return False
        at = next((i for i in range(year.first - 1, max(begin, year.first - _ASIDE), -1) if low[i] == ","), begin)
        return at > begin and (low[at + 1] in TENSE.relative or low[at + 1].endswith("ed") or low[at + 1] in _BEGUN)

    def _inside(self, year: Timex, t: Timex) -> bool:
        """Whether an expression belongs to the year that opens its sentence, not to a later report on it."""
        same = t.first - year.last < 40 and self.doc.sentence_of(year.first) == self.doc.sentence_of(t.first)
        return same and GROUP.reported_verbs.isdisjoint(self.doc.low[year.last:t.first])


def _is_untold(r: object) -> bool:
    """Whether a reading is a season or named day of no year."""
    return isinstance(r, (Season, Holiday)) and r.year is None and r.shift is None
