"""Expressions whose value hangs on no date: now, recently, soon, daily; and the same period, that time, the first half."""

from __future__ import annotations

from newsfacts.dates.atoms import Atom, Text, duration
from newsfacts.dates.readings import QUARTER, Fixed, Nth, Same, Unit
from newsfacts.dates.words import GROUP, TENSE, data, refs

_LEFT, _RIGHT = 10, 5  # tokens around "one day" in which a "will" or "hopes" may stand
_NEAR = 12  # tokens to a word of business


def ref(t: Text, i: int, floor: int) -> list[Atom]:
    """A fixed phrase that ends with token i: now, these days, at the moment, the future."""
    word = t.low[i]
    phrases = refs().get(word)
    if phrases is None:
        return []
    if word == "soon":
        if t.word(i - 1) == "as" and t.follows(i + 1, "as", "possible"):
            return [Atom(i - 1, i + 3, "R", "DATE", Fixed("FUTURE_REF"))]
        after = t.word(i + 1)
        past = after.endswith("ed") or after in TENSE.past
        reported = t.word(i - 1) == "would" and not GROUP.telling.isdisjoint(t.low[max(floor, i - _LEFT):i])  # said they would soon leave
        if past or after in GROUP.soon_after or t.word(i - 1) in GROUP.soon_before and not reported:
            return []  # it was soon lost
    if word == "now" and _is_no_time(t, i):
        return []
    low = t.low
    if word == "shortly" and (t.word(i + 1) in GROUP.shortly_before or TENSE.modal.isdisjoint(low[max(floor, i - _LEFT):i])):
        return []  # shortly after noon; shortly it fell
    for words, value in phrases:
        first = i + 1 - len(words)
        if first >= floor and low[first] == words[0] and tuple(low[first:i + 1]) == words:
            if word == "recently" and t.word(i - 1) == "as" and t.word(i + 1) == "as":
                return []  # as recently as May
            if words == ("the", "present") and not t.ends(i + 1):
                return []  # at the present rate
            if words[0] in GROUP.some_day and not _to_come(t, first, i + 1):
                return []
            if value == "PRESENT_REF" and (t.follows(i + 1, "of", "year") or t.word(i + 1) in ("last", "next")):
                return []
            return [Atom(first, i + 1, "R", "DATE", Fixed(value))]
    return []


def _is_no_time(t: Text, i: int) -> bool:
    """Whether "now" at token i is part of a name or phrase: KVX6Now.com, the town of Now Dor, every now and then."""
    glued = i > 0 and t.glued(i - 1) and t.low[i - 1].isalnum() or (
        t.tag(i + 1) == "." and t.glued(i) and t.glued(i + 1) and t.word(i + 2).isalpha() and not t.capital(i + 2))
    return glued or t.word(i - 1) == "every" or t.titled(i) and t.name(i + 1) and i not in t.doc.sent_firsts and t.word(i - 1).isalpha()


def _to_come(t: Text, first: int, last: int) -> bool:
    """Whether "one day", "some day" is told of what may be: one day it will end, could one day end, hopes to fly one day; no "it will
    take one day", "open one day a week"."""
    before, after = t.word(first - 1), t.tag(last)
    if before in GROUP.before_times or before in GROUP.one_day or before in GROUP.some_day_of or after in "aqABLOif-WMm":
        return False
    begin, end = t.doc.sents[t.doc.sentence_of(first)]
    low, modal = t.low, TENSE.modal - {"to", "must", "should"}
    near = low[max(begin, first - _LEFT):first] + low[last:min(end, last + _RIGHT)]
    return any(w in modal or w.endswith("'ll") for w in near) or not GROUP.hoping.isdisjoint(near)


def adjective(t: Text, i: int, floor: int) -> list[Atom]:
    """Current, recent, future before a noun; "recent years" is left to the unit."""
    found = ref(t, i, floor)
    if found:
        return found
    value = data()["ref_adjectives"][t.low[i]]
    if t.word(i + 1) == "past" and t.tag(i - 1) == "D":
        return [Atom(i - 1, i + 2, "R", "DATE", Fixed("PAST_REF"))]
    if value is None or t.tag(i + 1) in "uUPd" or t.tag(i + 1) in "Kx" and t.tag(i + 2) in "uU" or t.capital(i) and t.capital(i - 1):
        return []
    if value == "PRESENT_REF" and (t.ends(i + 1) or t.low[i + 1].endswith("ed") or t.low[i + 1] in TENSE.past):
        return []  # the current swept him away
    if value == "FUTURE_REF" and t.tag(i - 1) != "D" and t.tag(i + 1) != "x":
        return []
    return [Atom(i, i + 1, "R", "DATE", Fixed(value))]


def period(t: Text, i: int, floor: int) -> list[Atom]:
    """The same period, that time, the latest period."""
    found = ref(t, i, floor)
    if found:
        return found
    word, j = t.low[i], i - 1
    if word == "time" and t.word(j) == "of" and t.word(j - 1) in GROUP.lengths:
        word, j = t.low[j - 1], j - 2  # in the same space of time
    if j < floor or t.tags[j] != "L":
        return []
    before, first = t.low[j], t.article(j, floor, "DL")
    if before == "same" and word in GROUP.lengths and t.word(first - 1) in GROUP.before_lasting and t.word(i + 1) != "of":
        return [Atom(first, i + 1, "G", "DATE", Same())]
    if word == "period" and before == "latest":
        return [Atom(first, i + 1, "G", "DATE", Unit("Q", 0, QUARTER))]
    if word == "period" and before in GROUP.same_period or word == "date" and before == "that":
        return [Atom(first, i + 1, "G", "DATE", Same())]
    if word == "time" and before == "that" and t.word(j - 1) in GROUP.at_that_time:
        return [Atom(j, i + 1, "R", "DATE", Same("time"))]
    return []


def set_word(t: Text, i: int, floor: int) -> list[Atom]:
    """Daily, weekly, twice daily; not "the Daily Crier"."""
    value = data()["sets"][t.low[i]]
    if value is None or t.name(i + 1) or t.capital(i) and t.word(i - 1).isalpha():
        return []
    if t.low[i] in GROUP.set_adjectives and not t.ends(i + 1):
        return []  # a quarterly loss
    return [Atom(i - 1 if i > floor and t.low[i - 1] == "twice" else i, i + 1, "S", "SET", Fixed(value))]


def long_word(t: Text, i: int, floor: int) -> list[Atom]:
    """Weeklong, yearslong."""
    unit = data()["long"][t.low[i]]
    return [Atom(i, i + 1, "U", "DURATION", Fixed(duration(None if unit.endswith("+") else 1, unit[0])))]


def half(t: Text, i: int, floor: int) -> list[Atom]:
    """The first half (of 2023): counts only beside a year or in a report on business: first-half profit."""
    compound = t.tag(i - 1) == "-" and t.glued(i - 1)
    j = i - 2 if compound else i - 1
    if j < floor or t.low[j] not in GROUP.halves:
        return []
    nouns = t.low[i + 1:i + 3] if compound else [] if t.tag(i + 1) == "O" else t.low[max(0, i - _NEAR):i + _NEAR]
    results = t.tag(i + 1) != "O" and not t.doc.keys.isdisjoint(GROUP.result_nouns) and t.doc.keys.isdisjoint(GROUP.sports)
    kind = "N" if GROUP.half_nouns.isdisjoint(nouns) and not results else "G"
    return [Atom(j if compound else t.article(j, floor), i + 1, kind, "DATE", Nth("H", 2 - (t.low[j] in ("first", "1st"))))]
