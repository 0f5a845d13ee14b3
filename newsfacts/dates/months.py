"""Dates with a month's name: 3 December 2023, Dec. 3, the 3rd of December, December 2023, 3-5 December, last May."""

from __future__ import annotations

from newsfacts.dates.atoms import Atom, Text, year_in_words
from newsfacts.dates.named import holiday
from newsfacts.dates.readings import ANCHOR, REF, Day, Fixed
from newsfacts.dates.words import GROUP, TENSE, data, holidays

_PREPOSED = "iB>fLEO&q-14Mm"  # tags before a month: in, by, last, early, of, and, 2018
_NAMED = 2000  # tokens since a person was named
_PLURAL_VERBS = ("are", "were", "have")
_BY = 4  # tokens behind a well-known day within which its event stands
_Days = list[tuple[int, int, int]]  # first token, end, value of each day beside a month


def month(t: Text, i: int, floor: int) -> list[Atom]:
    """The date around the month's name at token i."""
    if t.low[i] in holidays() and (named := holiday(t, i, floor)):
        return named  # May Day
    number, after, short = data()["months"][t.low[i]], i + 1, len(t.low[i]) < 5 and t.low[i] not in GROUP.unshortened
    dot = short and t.tag(after) == "."
    if dot and (t.tag(after + 1) in "14," or t.tag(after + 1) == "'" and t.tag(after + 2) in "12"):
        after += 1
    if t.tag(after) == "," and t.tag(after + 1) == "1" and t.tag(after + 2) == "," and t.tag(after + 3) == "4":
        after += 1  # March, 3, 2011
    name_end = i + 1 + (dot and t.doc.forms[i + 2:i + 3] != [] and t.doc.forms[i + 2][:1].islower())
    right = _days_right(t, after)
    if right and t.tag(after) == "D" and t.tag(i - 1) == "1" and _days_left(t, i, floor):
        right = []  # on 11 February the first of them fled
    if right and not _counts(t, right):
        year, end = year_right(t, right[-1][1], False)
        spans = [(a if k else i, b, d) for k, (a, b, d) in enumerate(right)]
        spans[-1] = (spans[-1][0], end, spans[-1][2])
        if year is None and len(right) == 1 and t.word(i - 1) in ("last", "next") and i > floor and t.word(i - 2) != "the":
            return [Atom(i - 1, end, "C", "DATE", Day(None, number, right[0][2], data()["sequence"][t.low[i - 1]]))]  # last December 21
        if year is None and _names(t, i, end):
            return []
        known = _known(t, i, number, right[0][2], end) if year is None and len(right) == 1 else None
        return [Atom(a, b, "C", "DATE", Day(year, number, d, known=known)) for a, b, d in spans]
    left = [] if t.tags[i] == "v" and t.tag(i - 1) == "o" else _days_left(t, i, floor)  # the third march
    if left:
        year, end = year_right(t, after, False)
        end = name_end if year is None else end
        if year is None and _names(t, left[0][0], end):
            return []
        known = _known(t, left[0][0], number, left[0][2], end) if year is None and len(left) == 1 else None
        left[-1] = (left[-1][0], end, left[-1][2])
        return [Atom(a, b, "C", "DATE", Day(year, number, d, known=known)) for a, b, d in left]
    if right and t.word(i - 1) not in GROUP.before_month:
        year, end = year_right(t, right[-1][1], False)
        known = _known(t, i, number, right[0][2], end) if year is None else None
        return [Atom(i, end, "C", "DATE", Day(year, number, right[0][2], known=known))]
    year, end = year_right(t, after, True)
    return _alone(t, i, floor, number, year, name_end if year is None else end)


def _known(t: Text, first: int, number: int, day: int, end: int) -> int | None:
    """The year of a well-known day: the Sept. 11 attacks, the attacks of 11 September, the October 7 Hamas-led assault."""
    year: int | None = data()["known_days"].get(f"{number}-{day}")
    if year is None:
        return None
    if t.word(first - 1) == "since" and not t.doc.keys.isdisjoint(data()["known_since"][f"{number}-{day}"]):
        return year  # the dead counted in Gaza since October 7
    events, by = GROUP.known_events, GROUP.known_events_by
    behind = next((at for at in range(end, end + _BY) if t.word(at) not in by), end)
    return year if t.word(behind) in events or t.word(first - 1) == "of" and t.word(first - 2) in events else None


def _names(t: Text, first: int, end: int) -> bool:
    """Whether a day is part of a name: the March 14 Movement, the 6 April Youth Movement; but: on March 14 Movement troops left."""
    before = t.word(first - 1)
    if not t.capital(end) or before in GROUP.before_day:
        return False
    return t.word(end + (before == "the" and t.capital(end + 1) and t.word(end) not in GROUP.named_by_day)) in GROUP.named_by_day


def clock_follows(t: Text, i: int) -> bool:
    """Whether the figure at token i is an hour: 10:35, 10 p.m."""
    return t.tag(i + 1) == "p" or t.tags[i + 1:i + 3] in (":1", ":2") and t.glued(i) and t.glued(i + 1)


def _counts(t: Text, right: _Days) -> bool:
    """Whether the day may be a number of things: "in May 20 ships sank"."""
    last = right[-1][1]
    return len(right) == 1 and t.tag(last - 1) == "1" and (t.plural(last) or t.word(last) in GROUP.many) and not t.capital(last)


def _days_right(t: Text, i: int) -> _Days:
    """Days after a month: 3, 3rd, the 3rd, 3-5, 3 to 5, 3 and 5."""
    if t.tag(i) == "D" and t.tag(i + 1) in "1o":
        i += 1
    day = _day(t, i)
    days: _Days = []
    if day is None:
        return days
    days.append((i, *day))
    last = day[0]
    while t.tag(last) in "->&,":
        following = _day(t, last + 1)
        if following is None or following[1] <= days[-1][2] or following[0] - last > 3 or clock_follows(t, last + 1):
            break
        joint = t.tag(last)
        if joint in "&," and not t.ends(following[0]) or joint == "," and t.tag(following[0]) not in ",&":
            break
        days.append((last + 1, *following))
        last = following[0]
    return days


def _day(t: Text, i: int) -> tuple[int, int] | None:
    """A day number at token i: its end and value. 32 is a day too: an impossible date is told as such."""
    tag = t.tag(i)
    if tag == "1":
        value = int(t.low[i])
        if t.tag(i + 1) == "X" and t.glued(i):
            return i + 2, value
        return None if value == 0 or clock_follows(t, i) or t.word(i + 1) in GROUP.percent else (i + 1, value)
    if tag == "2" and 31 < int(t.low[i]) < 40 and t.ends(i + 1):
        return i + 1, int(t.low[i])
    if tag == "o":
        return i + 1, data()["ordinals"][t.low[i]]
    if tag == "y" and t.tags[i + 1:i + 3] == "-o":
        return i + 3, data()["cardinals"][t.low[i]] + data()["ordinals"][t.low[i + 2]]
    return None


def _days_left(t: Text, i: int, floor: int) -> _Days:
    """Days before a month: 3, the 3rd of, 3-5, 3 to 5, 3 and 5."""
    j = i - 1
    days: _Days = []
    if j >= floor and t.tags[j] == "-" and t.glued(j):
        j -= 1
    of = j >= floor and t.tags[j] == "O"
    if of:
        j -= 1
    day = _day_back(t, j, floor)
    if day is None or of and not day[2]:
        return days
    first, value, _ = day
    days.append((first, j + 1, value))
    while len(days) < 8 and first - 2 >= floor and t.tags[first - 1] in "->&,/":
        earlier = _day_back(t, first - 2, floor)
        if t.tags[first - 1] == "/" and (earlier is None or earlier[1] != value - 1):
            break
        if earlier is None or earlier[1] >= value or t.tags[first - 1] == "," and len(days) == 1:
            break
        joint = first - 1
        first, value, _ = earlier
        days.append((first, joint, value))
    if of or t.tags[first] == "o" or t.tag(first + 1) == "X":
        days[-1] = (t.article(first, floor), *days[-1][1:])
    days.reverse()
    return days


def _day_back(t: Text, j: int, floor: int) -> tuple[int, int, bool] | None:
    """A day number that ends with token j: first token, value, whether an ordinal."""
    if j < floor:
        return None
    tag, low = t.tags[j], t.low
    if tag == "X" and j > floor and t.tags[j - 1] == "1":
        return j - 1, int(low[j - 1]), True
    if tag == "1" and int(low[j]) > 0:
        inside = t.tag(j - 1) == ":" and t.glued(j - 1) or t.tags[j - 2:j] in ("1/", "2/", "4/") and t.low[j - 2] != str(int(low[j]) - 1)
        inside = inside or t.word(j - 1) in GROUP.money
        return None if inside else (j, int(low[j]), False)
    if tag == "2" and 31 < int(low[j]) < 40:
        return j, int(low[j]), False
    if tag == "o":
        value = data()["ordinals"][low[j]]
        if j - 2 >= floor and t.tags[j - 2:j] == "y-":
            return j - 2, data()["cardinals"][low[j - 2]] + value, True
        return j, value, True
    return None


def year_right(t: Text, i: int, month_only: bool) -> tuple[int | None, int]:
    """A year after a month or day: 2023, ", 2023", "of 2023", '23, -23; None and i where there is none."""
    tag = t.tag(i)
    if tag not in ",O-'4ct":
        return None, i
    k = i + (tag in ",O-")
    if t.tag(k) == "4" and not (month_only and tag == "," and t.plural(k + 1)):
        return int(t.low[k]), k + 1
    k = i + (tag == "O")  # September of '65
    short = t.tag(k) == "'" or t.tag(k) == "-" and not month_only
    if short and t.tag(k + 1) in "12" and len(t.low[k + 1]) == 2 and t.glued(k) and (t.tag(k) == "'" or t.tag(k + 1) == "2"):
        return short_year(int(t.low[k + 1])), k + 2
    k = i + (tag in ",O-")
    found = year_in_words(t, k) if t.tag(k) in "ct" else None
    return found or (None, i)


def short_year(two: int) -> int:
    """The year of two digits: 23 → 2023, 67 → 1967, 42 → 1942."""
    return 2000 + two if two < 36 else 1900 + two


def _alone(t: Text, i: int, floor: int, number: int, year: int | None, last: int) -> list[Atom]:
    """A month without a day: December 2023, last December, every July, in May."""
    if year is None and (not _is_month(t, i) or t.word(i - 1) in GROUP.titles_of and t.capital(i + 1)):
        return []  # the website September Net
    before = t.tag(i - 1) if i > floor else " "
    if before == "q":
        return [Atom(i - 1, last, "S", "SET", Fixed(f"XXXX-{number:02d}"))]
    goes_on = t.tag(last) in "&i" and t.tag(last + 1) not in "Mmv" and t.word(i - 2) not in GROUP.telling
    that = t.word(i - 1) == "that" and (t.tag(last) in " ,.:)" or goes_on)  # it began that May; elected that May and re-elected
    if year is None and before == "L" and (that or t.low[i - 1] in GROUP.near_months):
        shift, base = data()["sequence"][t.low[i - 1]], ANCHOR if t.low[i - 1] in GROUP.from_anchor else REF
        return [Atom(t.article(i - 1, floor, "DL"), last, "G", "DATE", Day(None, number, None, shift, base=base))]
    return [Atom(i, last, "G", "DATE", Day(year, number))]


def _is_named(t: Text, i: int) -> bool:
    """Whether the month's name at token i and the word after it were told before as a person's name."""
    low = t.low
    return any(low[k] == low[i] and low[k + 1] == low[i + 1] and _in_name(t, k) for k in range(i - 1))


def _in_name(t: Text, i: int) -> bool:
    """Whether the month's name at token i is a part of a person's: April Dunmore, Ismail Jan."""
    return (t.name(i + 1) or t.name(i - 1)) and t.tag(i - 1) not in "iB>fLEO" and t.tag(i + 1) != "."


def _of_person(t: Text, i: int) -> bool:
    """Whether a short month's name without a full stop is a person's: "Jun wrote", "Ai Jun, a poet"; no "China Jun exports", "in Jun"."""
    if t.tag(i - 1) in _PREPOSED or t.tag(i + 1) in ".-":
        return False
    if t.word(i + 1) in GROUP.person_does:
        return True
    if t.name(i + 1) and not t.capital(i + 2):
        return t.tag(i - 1) not in "14"  # Jun Tanaka spoke
    return t.name(i - 1) and (t.tag(i + 1) in ",):" or t.word(i + 1) == "'s")


def _is_month(t: Text, i: int) -> bool:
    """Whether a month's name without day and year is no verb ("may") and no person ("April Dunmore")."""
    tag, before = t.tags[i], t.tag(i - 1)
    if tag == "v":
        return False
    if t.tag(i + 1) == "-" and t.glued(i) and t.name(i + 2):
        return False  # Jan-Erik
    if t.low[i] == "jan" and before not in "iEB>fLO-" and (
            t.word(i + 1) in GROUP.of_a_person or t.word(i + 1) == "and" and t.tag(i + 2) not in "Mm"):
        return False  # Jan and two others were killed
    unsure = tag == "m"
    if t.low[i] in GROUP.names_too and t.doc.forms[i].istitle() and (_of_person(t, i) or before not in _PREPOSED and any(
            t.low[k] == t.low[i] and _of_person(t, k) for k in range(max(0, i - _NAMED), i))):
        return False  # Ai Jun is a columnist. Jun wrote
    if not unsure and t.low[i] not in GROUP.name_months:
        return True
    if t.low[i] in GROUP.given_months and before not in "iB>fLE&q,-ODa" and (
            any(w == t.low[i] and _in_name(t, k) for k, w in enumerate(t.low[:i]))):
        return False  # Ismail Jan was a chief. Jan fled
    named_for = t.word(i - 1) == "for"
    if t.low[i] in GROUP.given_months and before in "f&" and t.name(i + 1) and _is_named(t, i):
        return False  # April Dorn fell; the tie between April Dorn and him
    name = t.name(i + 1) or t.name(i - 1) and not named_for
    if name and before not in "iB>fLE" and not (before == "O" and t.word(i - 2) in GROUP.parts_of):
        return False
    if not unsure:
        return True
    march = t.low[i] == "march"
    if named_for and (march or t.word(i - 2) in TENSE["for"]) and (t.tag(i + 1) in " ,." or t.word(i + 1) in _PLURAL_VERBS):
        return True  # for March, 2,400; set for May; talks planned for May are off
    if before == "a" and t.word(i + 1) in TENSE.planned_nouns:
        return True  # a May launch
    if before != " " and t.word(i - 1) == "as" and t.tag(i - 2) == "E":
        return True  # as early as March
    if before == "&":
        return t.tag(i - 2) in "Mm14"
    if t.tag(i + 1) == "&" and t.tag(i + 2) == "M":
        return True  # bookings for March and April
    if before == ",":
        return t.tag(i - 2) == "M" and t.tag(i + 1) in "&,"  # in January, March and July
    if before == "O":  # the end of March; not "leaders of March for Peace"
        return not march or t.capital(i) and not name and (t.word(i - 2) in GROUP.parts_of or t.tag(i + 1) in " ,.)&")
    return before in "iELBf>-qr~" or before == "D" and t.tag(i + 1) == "x" and not march
