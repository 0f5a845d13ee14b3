"""Calendar units: last week, this year, the day before, the third quarter, a year ago, twice a week, year-end."""

from __future__ import annotations

from newsfacts.dates.atoms import Atom, Text, approximated, duration, number_before
from newsfacts.dates.clocks import spoken
from newsfacts.dates.counted import bare_plural, bound, clause_ends, counted, direction, lasting
from newsfacts.dates.fixed import ref
from newsfacts.dates.readings import ANCHOR, NEAR, QUARTER, REF, Day, Decade, Edge, Fixed, Last, Nth, Offset, Unit
from newsfacts.dates.words import GROUP, data

_DATED = frozenset("WMmSHPLh124")  # tags of dates


def unit(t: Text, i: int, floor: int) -> list[Atom]:
    """The expression around a unit word at token i."""
    found = ref(t, i, floor)
    if found:
        return found
    name, j = data()["units"][t.low[i]], i - 1
    if name == "Q" and t.word(i + 1) == "century":
        return []
    if name == "Q" and t.word(i + 1) in ("past", "to") and (told := spoken(t, i, floor)):
        return told
    hyphen = j > floor and t.tags[j] == "-" and t.glued(j) and t.glued(j - 1)
    if hyphen:
        j -= 1
    if name == "D" and t.capital(i) and t.capital(i + 1) and t.capital(j) and t.tag(j) not in "DL":
        return []  # a named day that is not known
    nth = _nth(t, i, j, floor, name)
    if nth is not None:
        return nth
    number, inner = _number(t, i, j, floor, name)
    if number is not None:
        single = t.tags[i] == "u" and not hyphen and t.word(j) == "one" and t.tag(i + 1) not in "AB" and j > floor and t.tag(j - 1) in "qD"
        return [] if single else counted(t, i, number, floor, name, hyphen, inner)
    if t.tag(i + 1) == "-" and t.glued(i) and t.glued(i + 1):
        return _compound(t, i, j, floor, name)
    if hyphen:
        if name != "C" or t.low[j] != "quarter":
            return []
        begin, mod = approximated(t, t.article(j, floor, "a"), floor)
        back = direction(t, i + 1)
        if back is not None:
            return [Atom(begin, back[1], "G", "DATE", Offset(25, "Y", back[0], back[2]), bound(mod, back[0]))]
        return [lasting(begin, i + 1, 0.25, name, mod)]
    before = t.tag(j) if j >= floor else " "
    if name in "YQM" and t.word(i + 1) == "end" and t.word(j) in GROUP.before_year_end and (
            t.ends(i + 2) or t.low[i + 2] in GROUP.pronouns):
        return [Atom(i, i + 2, "G", "DATE", Edge("END", Unit(name, 0, NEAR)))]  # by year end
    if t.tags[i] == "U":
        return bare_plural(t, i, j, floor, name)
    if t.follows(i + 1, "'s", "end") and name in "YMWD":
        shift = data()["sequence"].get(t.word(j), 0) if before == "L" else 0
        return [Atom(j if before in "DL" else i, i + 3, "G", "DATE", Edge("END", Unit(name, shift, REF if before == "L" else NEAR)))]
    if before == "q":
        first = j - 1 if j > floor and t.word(j - 1) in ("almost", "nearly") else j
        return [] if t.low[j] == "per" else [Atom(first, i + 1, "S", "SET", Fixed(duration(1, name)))]
    if before in "Lr":
        return _sequence(t, i, j, floor, name)
    if name == "C" and (t.word(j) == "quarter" and j > floor or t.low[j - 2:i] == ["quarter", "of", "a"] and j - 2 > floor):
        return [lasting(t.article(j if t.word(j) == "quarter" else j - 2, floor, "a"), i + 1, 0.25, name)]  # a quarter (of a) century
    if before == "a":
        return _a_unit(t, i, j, floor, name)
    if before == "D":
        if name == "Y" and t.tag(i + 1) == "4":
            return []  # the year 2000
        return _the_unit(t, i, j, floor, name)
    if t.word(j) == "other" and t.tag(j - 1) == "q" and j > floor:
        return [Atom(j - 1, i + 1, "S", "SET", Fixed(duration(2, name)))]
    if j >= floor and t.low[j] == "another":
        return [lasting(j, i + 1, 1, name)]
    if t.tag(j - 1) == "a" and before == "x" and t.low[j] in GROUP.measured and name in "hDWMYT":
        return [lasting(j - 1, i + 1, 1, name)]  # a full year
    if t.tag(j - 1) == "a" and t.word(j) == "single" and t.word(j - 2) in GROUP.before_a:
        return [lasting(j - 1, i + 1, 1, name)]  # lost in a single day
    if before == "K" or before == "x" and t.low[j] in GROUP.whole:
        return _whole(t, i, j, floor, name)
    return []


def _number(t: Text, i: int, j: int, floor: int, name: str) -> tuple[tuple[float | None, int] | None, bool]:
    """The number of units: two (straight) days; and whether a word such as "last" stands between."""
    inner = t.tags[i] == "U" and j > floor and t.tags[j] == "L" and t.tags[j - 1] in "ctyh1g"
    inner = inner and t.low[j - 1] not in GROUP.cardinals_large
    endured = t.tags[i] == "U" and t.low[j] in GROUP.endured  # ten brutal months
    at = j - 1 if inner or j > floor and t.tags[j] in "xR" and (endured or t.low[j] in GROUP.measured) else j
    if t.low[at] in ("odd", "plus") and at - 2 >= floor and t.tags[at - 1] == "-" and t.glued(at - 2) and t.glued(at - 1):
        at -= 2  # 30-odd years
    number = number_before(t, at, floor)
    if number is None and j >= floor and t.low[j] == "half" and name in "YhTCm":
        number = (0.5, t.article(j, floor, "a") if t.tag(j + 1) != "-" else j)
    return number, inner


def _nth(t: Text, i: int, j: int, floor: int, name: str) -> list[Atom] | None:
    """The third quarter, the 21st century, the first week of; None where no ordinal stands before."""
    if j < floor or t.tag(i + 1) == "-" and t.glued(i) and name == "D":
        return None  # their third day-long meeting
    if t.tags[j] == "K" and j > floor:
        j -= 1
    tag, first, last = t.tags[j], j, t.low[j] in ("last", "final")
    if tag == "o":
        value = data()["ordinals"][t.low[j]]
        if j - 2 >= floor and t.tags[j - 2:j] == "y-":
            value, first = value + data()["cardinals"][t.low[j - 2]], j - 2
    elif tag == "X" and j > floor and t.tags[j - 1] in "12":
        value, first = int(t.low[j - 1]), j - 1
    elif last and t.tag(i + 1) in "O4" and name in "WEDQ":
        value = 4 if name == "Q" else -1
    else:
        return None
    first = t.article(t.article(first, floor, "K"), floor)
    if name == "C" and value > 0:
        after = t.word(i + 1) if t.tag(i + 1) == "b" else ""
        found = [Atom(first, i + 1 + (after != ""), "G", "DATE", Decade(value - 1, True, after.startswith("b")))]
        one = data()["ordinals"].get(t.low[first - 2]) if t.tags[i] == "U" and first - 2 >= floor else None
        if t.tags[i] == "U" and first - 3 >= floor and t.tags[first - 3:first] == "1X&":
            one = int(t.low[first - 3])
        if one is None or not 0 < one < value or t.tags[first - 1] != "&":
            return found
        begin = t.article(first - 2 - (t.tags[first - 2] == "X"), floor)
        return [Atom(begin, first - 1, "G", "DATE", Decade(one - 1, True)), *found]  # the 18th and 19th centuries
    if name == "Q":
        one = data()["ordinals"].get(t.low[first - 2]) if t.tags[i] == "U" and first - 2 >= floor and t.tag(first - 1) == "&" else None
        if one is not None and 0 < one < value < 5:  # the second and third quarters
            begin = t.article(first - 2, floor)
            return [Atom(begin, first - 1, "G", "DATE", Nth("Q", one)), Atom(first, i + 1, "G", "DATE", Nth("Q", value))]
        return [] if t.tags[i] == "U" or not 0 < value < 5 else [Atom(first, i + 1, "G", "DATE", Nth("Q", value))]
    if t.tag(i + 1) == "O" and name in "WDEM" and value < 6:
        if t.tags[i] == "U":
            return []  # the first days of March: that edge of it
        return [Atom(first, i + 1, "N", "DATE", Nth(name, value))]
    return []


def _compound(t: Text, i: int, j: int, floor: int, name: str) -> list[Atom]:
    """Year-end, day-long, year-ago, the year-earlier period, weeks-long."""
    second, last, plural = t.low[i + 2], i + 3, t.tags[i] == "U"
    before = t.tag(j) if j >= floor else " "
    if second == "end":
        shift = data()["sequence"].get(t.word(j), 0) if before == "L" else 0
        reading = Unit(name, shift, REF if shift else NEAR)
        return [Atom(j if before in "DL" else i, last, "G", "DATE", Edge("END", reading))]
    if second == "long" or second == "old" and (plural or name in "WMTC"):  # a month-old strike; a year-old child is none
        return [lasting(i, last, None if plural else 1, name)]
    if second in ("ago", "earlier") and name in "YMWQ":
        if t.tag(last) in "du" and t.low[last] in GROUP.reporting:
            return [Atom(j if before == "D" else i, last + 1, "G", "DATE", Offset(1, name, -1, ANCHOR))]
        return [Atom(i, last, "G", "DATE", Offset(1, name, -1, ANCHOR if second == "earlier" else REF))]
    return []


def _sequence(t: Text, i: int, j: int, floor: int, name: str) -> list[Atom]:
    """Last week, this year, the following month, that day, the past year."""
    word, last = t.low[j], i + 1
    shift = data()["sequence"].get(word)
    if shift is None or t.titled(i) and t.capital(j) and t.tag(j - 1) == "x" and j not in t.doc.sent_firsts:
        return []  # a title
    base = ANCHOR if word in GROUP.from_anchor else REF
    if name == "E" and word in ("coming", "upcoming"):
        shift = 0  # that of this week
    first = t.article(j, floor)
    if first < j and word == "next" and name in "DWMY":
        base = ANCHOR
    elif j > floor and (t.low[j - 1] in GROUP.this and word in GROUP.this_last or t.low[j - 1] in GROUP.that and word == "same"):
        first = j - 1
    if name == "Y" and word in ("last", "next") and first == j and t.word(j - 1) in ("time", "point") and j - 2 >= floor:
        same = t.low[j - 2] == "same" and t.tag(j - 3) == "D" and j - 3 >= floor
        first = j - 3 if same else j - 2 if t.low[j - 2] == "this" else j  # this time last year
    if word in GROUP.no_unit:
        return []
    if word == "recent":
        return [Atom(first, last, "R", "DATE", Fixed("PAST_REF"))] if name in "YMWD" else []
    if name == "Q" and word in ("latest", "same"):
        return [Atom(first, last, "G", "DATE", Unit("Q", 0, QUARTER))]
    if word in GROUP.reported:
        reading = Unit(name, -1 if name != "W" else 0) if word == "latest" else Unit(name, 0, ANCHOR)
        return [Atom(first, last, "G", "DATE", reading)] if name in "MWY" else []
    if name in "ms" and word == "last" and first < j and t.word(first - 1) == "at":
        return []  # at the last minute
    if name == "Q" and word == "past" and first < j and t.low[first] == "this":
        return [Atom(first, last, "G", "DATE", Unit("Q", -1))]
    duration_word = word in GROUP.lasting
    told = first < j or t.word(j - 1) in GROUP.before_lasting  # over (the) past day
    if duration_word and (name in "smh" or word == "past" and (name in "TC" or told and name in "YMWQD")):
        half = t.follows(last, "and", "a", "half")
        n = 1.5 if half else 1
        return [Atom(first, last + 3 * half, "U", "DURATION", Last(duration(n, name), -n if shift < 0 else n, name))]
    if first < j and name in "TC" and word in GROUP.lasting_forth:
        return [lasting(first, last, 1, name)]
    forth = word in ("last", "next") or word == "coming" and t.word(first - 1) in ("over", "within")
    if forth and first < j and name in "DWMY" and t.word(first - 1) in GROUP.before_lasting:
        so = 2 * t.follows(last, "or", "so")  # over the next year or so
        return [Atom(first, last + so, "U", "DURATION", Last(duration(1, name), -1 if shift < 0 else 1, name), "APPROX" if so else None)]
    if name == "F" and word in GROUP.lasting:
        return [Atom(first, last, "U", "DURATION", Last(duration(1, name), -1 if shift < 0 else 1, name))]
    if name in "smhGLHF":
        return []
    return [Atom(first, last, "C" if name == "D" else "G", "TIME" if name == "N" else "DATE", Unit(name, shift, base))]


def _a_unit(t: Text, i: int, j: int, floor: int, name: str) -> list[Atom]:
    """A year ago, twice a week, a week, a day later, a year and a half; not "$3 a day"."""
    after, previous, last = t.word(i + 1), t.word(j - 1), i + 1
    begin, mod = approximated(t, j, floor)
    half = t.follows(last, "and", "a", "half")
    back = direction(t, last + 3 * half)
    if back is not None:
        sign, end, base = back
        if previous == "half" and not half and j > floor and name in "hYmTC":  # half a century ago
            return [Atom(j - 1, end, "G", "DATE", Offset(0.5, name, sign, base))]
        return [Atom(begin, end, "G", "DATE", Offset(1.5 if half else 1, name, sign, base), bound(mod, sign))]
    if name == "Q":
        return []
    if after == "or" and t.word(i + 2) in ("two", "so"):
        return [lasting(begin, i + 3, 1, name, "APPROX")]
    if half:
        return [lasting(begin, i + 4, 1.5, name, mod)]
    if previous in GROUP.times:
        times = number_before(t, j - 2, floor) if previous == "times" else None
        return [Atom(times[1] if times else j - 1, last, "S", "SET", Fixed(duration(1, name)))]
    apart = after in ("after", "before", "apart", "late", "into")  # freed nine hostages a day after the raid
    things = previous.endswith("s") and previous not in GROUP.not_rates and not apart
    if after == "from" and t.tag(i + 2) in "WT" or after in ("on", "last") and name in "WF" and t.tag(i + 2) == "W":
        return [lasting(begin, last, 1, name, mod)]  # a week from Friday, a week on Friday, a week last Friday
    if begin == j and (t.tag(j - 1) in "1249ctyhgUu" or previous in GROUP.money or things):
        return []  # a rate
    if previous == "half" and name in "hDYmTC":
        return [lasting(j - 1, last, 0.5, name)]
    served = after == "in" and t.word(i + 2) in GROUP.jail or previous == "and" and t.tag(j - 2) in "uU"  # a year and a day in jail
    served = served or previous in GROUP.before_a or t.follows(last, "and", "a", "day")
    served = served or after == "and" and t.tag(i + 2) in "cty12" and t.tag(i + 3) in "uU"  # an hour and 45 minutes
    served = served or after == "of" and name in "hWMY" and t.word(i + 2) != "age"  # a week of mourning
    served = served or after in ("late", "apart") and name in "hDWM" or after == "to" and t.follows(i + 2, "the", "day")  # an hour late
    if begin < j or name == "F" or served or after in ("after", "before", "into") and name in "hDWMY" and floor <= j:
        return [lasting(begin, last, 1, name, mod)]
    return []


def _the_unit(t: Text, i: int, j: int, floor: int, name: str) -> list[Atom]:
    """The year, the day before, the weekend, the week of, the year ended."""
    after, previous, kind = t.word(i + 1), t.word(j - 1), "C" if name == "D" else "G"
    if t.titled(i):
        return []  # the Film of the Year, the Year III
    to_day = after == "to" and (t.tag(i + 2) in "Mm" or name + t.tag(i + 2) == "WW" or t.tags[i + 2:i + 4] in ("1M", "1m"))
    if name in "WMYQ" and (after in GROUP.ended or to_day):
        return [lasting(j, i + 1, 1, name)]
    if name in "DWMYEQ" and t.follows(i + 1, "before", "last") and t.tag(i + 3) not in "WMmSH":  # not "the day before last Tuesday"
        return [Atom(j, i + 3, kind, "DATE", Unit(name, -2))]
    if name in "DWMYE" and (after in ("earlier", "later", "previous") or after in ("before", "after", "prior") and clause_ends(t, i + 2)):
        return [Atom(j, i + 2, kind, "DATE", Offset(1, name, 1 if after in GROUP.forth else -1, ANCHOR))]
    if t.follows(i + 1, "before", "that") and name in "DWMY" and clause_ends(t, i + 3):
        return [Atom(j, i + 3, kind, "DATE", Offset(1, name, -1, ANCHOR))]
    if after == "ahead" and name in "WMY" and t.word(i + 2) != "of":
        return [lasting(j, i + 2, 1, name)]  # in the week ahead
    edge = previous == "of" and t.word(j - 2) in GROUP.edges_of
    further = i + 2 + (t.tag(i + 2) == "D")
    told = name == "E" and previous in GROUP.before_the and t.tag(further) not in _DATED  # over the weekend after gunmen came
    if after in ("before", "after") and name in "DWMYNE" and not edge and not told or after in GROUP.week_of and name == "W":
        return [Atom(j, i + 1, "O", "DATE", Unit(name, 0))]  # the day before yesterday: joined, else dropped
    if name == "E":
        return [Atom(j, i + 1, "G", "DATE", Unit("E", 0, NEAR))]
    if previous == "on" and (name in "MYQ" or t.word(j - 2) in GROUP.percent):
        return []  # up 3 percent on the week; on the month, prices rose
    beside = name == "Y" and previous == "and" and t.word(j - 2) == "quarter"  # a loss for the fourth quarter and the year
    if name in "YMWQ" and (previous in GROUP.before_the or beside) and after != "of":
        return [Atom(j, i + 1, "G", "DATE", Unit(name, 0, QUARTER if name == "Q" else NEAR))]
    if name in "TC" and previous == "of" and t.word(j - 2) in GROUP.edges_of:
        return [Atom(j, i + 1, "G", "DATE", Unit(name, 0, NEAR))]
    if name in "DT" and previous in GROUP.before_the_day and after not in GROUP.not_after_the_day:
        return [Atom(j, i + 1, "G", "DATE", Unit(name, 0, NEAR))]
    return []


def _whole(t: Text, i: int, j: int, floor: int, name: str) -> list[Atom]:
    """The fiscal year, the whole month, fiscal year 2024."""
    fiscal = t.tags[j] == "K"
    if t.tag(j - 1) == "D" and j > floor:
        if fiscal and t.tag(i + 1) == "4":
            short = t.tag(i + 2) in "-/" and t.glued(i + 1) and t.tag(i + 3) in "124"
            return [Atom(j - 1, i + 2 + 2 * short, "G", "DATE", Day(int(t.low[i + 1])))]
        if fiscal and t.word(i + 1) in GROUP.ended:
            return [lasting(j - 1, i + 1, 1, name)]
        whole = NEAR if name in "WM" else REF  # in January, in the whole month
        base = ANCHOR if t.low[j] == "same" else QUARTER if name == "Y" and not fiscal else whole
        return [Atom(j - 1, i + 1, "G", "DATE", Unit(name, 0, base))] if fiscal or name in "YQMWD" else []
    if t.tag(j - 1) in "Lr" and j > floor:
        return _sequence(t, i, j - 1, floor, name)
    if fiscal and t.tag(i + 1) == "4":
        short = t.tag(i + 2) in "-/" and t.glued(i + 1) and t.tag(i + 3) in "124"
        return [Atom(j, i + 2 + 2 * short, "G", "DATE", Day(int(t.low[i + 1])))]
    return []
