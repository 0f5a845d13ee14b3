"""Years told of late, in which dates without one may lie: "On 3 May 2019 the mill burned. On 9 June, ..."; "In 2015 it was shut in May"."""

from __future__ import annotations

from newsfacts.dates import calendar as cal
from newsfacts.dates.beside import day_in
from newsfacts.dates.readings import REF, Offset, Season, Unit, Within
from newsfacts.dates.when import Context, When
from newsfacts.dates.words import group
from newsfacts.drafts import Timex
from newsfacts.tokens import Doc

_NEAR = 2  # sentences in which a date goes on from another
_LONG = 10  # years: from a birth long ago, nothing goes on
_OLD = 400  # days: a date without a year that lies so far back is of a history that goes on


class Years:
    """What was told last: a year other than the publication's, a past year that opens its sentence, a day or month of such a year and
    whether it opens its sentence; each with the sentence or expression that tells it."""

    __slots__ = ("doc", "opening", "point", "year")

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.year: tuple[int, int] | None = None
        self.opening: tuple[int, Timex] | None = None
        self.point: tuple[int, int, bool] | None = None

    def show(self, c: Context, t: Timex, before: Timex | None) -> None:
        """Puts into the context what counts for an expression."""
        year, opening, point = self.year, self.opening, self.point
        c.year = c.inside = c.chain = None
        if year is None and opening is None and point is None:
            return
        c.year = year[0] if year is not None and year[1] == c.at else None
        c.inside = opening[0] if opening is not None and self._inside(opening[1], t) else None
        goes_on = point is not None and c.at - point[1] <= _NEAR and self._goes_on(t, before, point[2], point[1] == c.at)
        c.chain = point[0] if point is not None and goes_on else None

    def keep(self, c: Context, t: Timex, when: When) -> None:
        """Keeps the year of an expression."""
        day, first = day_in(t.raw), when.first
        if c.ref is not None and day is not None and day.year is not None and not day.bc:
            now = cal.civil(c.ref)[0]
            self.opening = (day.year, t) if day.year < now and day.month is None and self._opens(t) else None
            self.year = (day.year, c.at) if day.year != now and day.month is not None else None
            point = self.year is not None and first is not None and self._is_point(t) and day.year > now - _LONG
            self.point = (first or 0, c.at, self._opens(t)) if point else None
        elif first is not None and (isinstance(t.raw, Within) or isinstance(t.raw, Season) and when.resolved == "explicit"):
            self.point = (first, c.at, self._opens(t))
        elif isinstance(t.raw, Offset) and t.raw.exact and t.raw.unit == "Y" and (t.raw.n or 0) > _LONG and first is not None:
            self.year, self.point = None, (first, c.at, self._opens(t))  # a hundred years ago today
        elif when.resolved == "relative":
            back = isinstance(t.raw, Unit) and t.raw.shift == -1 or isinstance(t.raw, Offset) and t.raw.sign < 0 and t.raw.base == REF
            last = back and when.unit == "Y" and first is not None and self._opens(t)
            self.year = (cal.civil(first or 0)[0], c.at) if last else None  # last year's fair ran from 11 to 22 May
            self.opening = (cal.civil(first or 0)[0], t) if last and self.doc.low[t.last:t.last + 1] == [","] else None
            self.point = None
        elif isinstance(t.raw, Offset) and when.unit == "Y" and first is not None and self.year is not None:
            self.year, self.point = (cal.civil(first)[0], c.at), None
        elif day is not None and first is not None and (c.chain is not None and first > c.chain or (c.ref or 0) - first > _OLD):
            self.point = (first, c.at, self._opens(t) or self.point is not None and self.point[1:] == (c.at, True))

    def _opens(self, t: Timex) -> bool:
        """Whether an expression opens its sentence."""
        return t.first - self.doc.sents[self.doc.sentence_of(t.first)][0] < 2

    def _is_point(self, t: Timex) -> bool:
        """Whether a date is told as a point in time, not as the mark of a thing: on 3 May 2019, no "the 3 May 2019 raid"."""
        return t.first in self.doc.sent_firsts or t.first > 0 and self.doc.low[t.first - 1] in group("points")

    def _goes_on(self, t: Timex, before: Timex | None, opened: bool, here: bool) -> bool:
        """Whether a date may go on from the one told before: both open their sentences, or neither does and a day is told, or it stands
        beside the other: charged in March last year and freed in April."""
        doc, day, opens = self.doc, day_in(t.raw), self._opens(t)
        if day is None and not (isinstance(t.raw, Season) and t.raw.year is None and t.raw.shift is None):
            return False
        at = t.first - (doc.low[t.first - 1] in group("points"))
        if opened and here and doc.low[at - 1] in group("clauses"):
            return True  # in March 2008 it was shut; in April it burned
        if opens and doc.low[t.first - 1] == "by" or opens == opened and (opens or day is not None and day.day is not None):
            return True
        if before is None or doc.sentence_of(before.first) != doc.sentence_of(t.first):
            return False
        between = doc.low[before.last:t.first]
        return between[-1:] == ["by"] or len(between) < 6 and ("or" in between or "and" in between and "," not in between)

    def _inside(self, year: Timex, t: Timex) -> bool:
        """Whether an expression belongs to the year that opens its sentence, not to a later report on it."""
        same = t.first - year.last < 40 and self.doc.sentence_of(year.first) == self.doc.sentence_of(t.first)
        return same and group("reported_verbs").isdisjoint(self.doc.low[year.last:t.first])
