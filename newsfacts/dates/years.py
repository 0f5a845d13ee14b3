"""Dates in figures (2023-12-03, 03/12/2023), years, decades, eras."""

from __future__ import annotations

from newsfacts.dates.atoms import Atom, Text, year_in_words
from newsfacts.dates.months import short_year
from newsfacts.dates.readings import Day, Decade, Same
from newsfacts.dates.words import GROUP, data

_NEAR = 8  # tokens to a word of weather


def numeric(t: Text, i: int, last: int) -> list[Atom]:
    """Dates in figures: 2023-12-03, 03/12/2023, 3.12.2023, 20231203."""
    tag, low = t.tags[i], t.low
    if tag == "8":
        parts = [low[i][:4], low[i][4:6], low[i][6:]]
        if not (1 <= int(parts[1]) <= 12 and 1 <= int(parts[2]) <= 31):
            return []
    elif tag == "#":
        parts = low[i].split(".")
    else:
        parts = [low[k] for k in range(i, last, 2)]
        if not all(t.glued(k) for k in range(i, last - 1)):
            return []
    a, b, c = map(int, parts)
    if len(parts[0]) == 4:
        return [Atom(i, last, "C", "DATE", Day(a, b, c))]
    if t.month_first is None:
        t.month_first = _month_first(t)
    if b > 12 >= a or a <= 12 and tag != "#" and t.month_first:
        a, b = b, a
    return [Atom(i, last, "C", "DATE", Day(c if len(parts[2]) == 4 else short_year(c), b, a))]


def named(t: Text, i: int) -> list[Atom]:
    """9/11: a day that is known by its figures."""
    day = data()["known_figures"].get(t.low[i] + "/" + t.word(i + 2))
    inside = t.glued(i - 1) and (t.tag(i - 1) in "/:$" or t.tag(i - 1) == "-" and not t.word(i - 2).isalpha())
    if day is None or not (t.glued(i) and t.glued(i + 1)) or inside or t.tag(i + 3) == "O" or t.tag(i - 1) in "1249":
        return []
    year, month, of_month = day
    return [Atom(i, i + 3, "C", "DATE", Day(year, month, of_month, known=year))]


def _month_first(t: Text) -> bool:
    """Whether 03/04/2023 has the month first in this text: another date of it has, or it writes "April 3, 2023"."""
    at, first, second = t.tags.find("/1/4"), 0, 0
    for _ in range(50):
        if at <= 0:
            break
        if t.tags[at - 1] in "12":
            first += int(t.low[at - 1]) > 12
            second += int(t.low[at + 1]) > 12
        at = t.tags.find("/1/4", at + 3)
    if first != second:
        return second > first
    return t.tags.count("M1,4") + t.tags.count("M.1,4") > t.tags.count("1M4")


def year(t: Text, i: int, floor: int) -> list[Atom]:
    """A year alone: in 2022, the 2022 vote, 2019-2021, fiscal 2024, pre-1990; decades: the 1980s."""
    value, before, following = int(t.low[i]), t.word(i - 1), t.word(i + 1)
    if before in GROUP.labels or before == "." and t.word(i - 2) == "no" or following in GROUP.people or (
            following == "block" and t.word(i + 2) == "of"):  # in the 1900 block of Elm Street
        return []
    if following in ("s", "'s") and t.glued(i) and value % 10 == 0 and (following == "s" or t.tag(i - 1) in "DE-"):
        return [Atom(t.article(i, floor), i + 2, "G", "DATE", Decade(value // 10))]
    if _inside(t, i):
        return []
    span = _span(t, i)
    if span:
        return span
    reading = Day(value)
    if t.tag(i - 1) == "D" and i > floor:
        if t.tag(i + 1) == "o" and t.word(i + 2) == "quarter":
            return [Atom(i - 1, i + 1, "G", "DATE", reading)]
        if following in ("period", "quarter"):
            return [Atom(i - 1, i + 2, "G", "DATE", Same("Q", reading))]
    if not _is_year(t, i, value):
        return []
    if i - 2 >= floor and t.tag(i - 1) == "-" and t.low[i - 2] in ("pre", "post"):
        return [Atom(i - 2, i + 1, "G", "DATE", reading, "BEFORE" if t.low[i - 2] == "pre" else "AFTER")]
    first = t.article(i, floor, "K")
    if first < i and t.tag(i + 1) == "o" and t.word(i + 2) == "quarter":
        first = t.article(first, floor)  # the fiscal 2015 second quarter
    if t.word(i - 1) == "year" and t.tag(i - 2) == "D" and i - 2 >= floor and not t.capital(i - 1):
        first = i - 2  # the year 2000
    return [Atom(first, i + 1, "G", "DATE", reading)]


def _inside(t: Text, i: int) -> bool:
    """Whether the figure is part of a longer one, of a code, a clock time or an amount."""
    before, following, left, tag = t.word(i - 1), t.word(i + 1), t.tag(i - 1), t.tag(i + 1)
    if left in "/:.'" and t.glued(i - 1) or before in GROUP.not_before_year or following in GROUP.percent:
        return True
    if left == "-" and t.glued(i - 1) and not (t.tag(i - 2) in "4E" or t.word(i - 2) in GROUP.year_prefix):
        return True
    if tag == "-" and t.glued(i) and t.glued(i + 1) and t.tag(i + 2) not in "421" and t.word(i + 2) not in GROUP.year_suffix:
        return True
    if tag == ":" and t.glued(i) and t.glued(i + 1):
        return True
    named = i > 0 and t.doc.forms[i - 1][0].isupper() and left not in "ME"
    if named and tag == "-" and t.glued(i) and len(t.word(i + 2)) == 1:
        return True  # a Falcon 2000-5
    if tag == "-" and t.tag(i + 3) == "-" and all(t.glued(k) for k in range(i, i + 4)) and t.tag(i + 4) not in " ,.":
        return True  # 2023-12-S-154
    return following in GROUP.clock_words or following == "/" and t.glued(i) and not _slashed(t, i)


def _slashed(t: Text, i: int) -> bool:
    """2022/23."""
    return t.tag(i + 2) in "12" and t.low[i + 2] == f"{(int(t.low[i]) + 1) % 100:02d}" and t.tag(i + 3) != "/"


def _span(t: Text, i: int) -> list[Atom]:
    """Both years of 2019-2021, 1990-91, 2022/23."""
    if t.tag(i + 1) not in "-/" or not (t.glued(i) and t.glued(i + 1)) or t.tag(i + 3) in "-X":
        return []
    value, tag = int(t.low[i]), t.tag(i + 2)
    if tag == "4" and t.tag(i + 1) == "-":
        end = int(t.low[i + 2])
    elif tag in "12" and len(t.low[i + 2]) == 2 and 1900 <= value < 2060:
        end = value // 100 * 100 + int(t.low[i + 2])
        end += 100 * (end < value)
        if end != value + 1 and not (end - value < 100 and t.word(i - 1) in GROUP.before_year):
            return []
    else:
        return []
    return [Atom(i, i + 1, "G", "DATE", Day(value)), Atom(i + 2, i + 3, "G", "DATE", Day(end))] if end > value else []


def _is_year(t: Text, i: int, value: int) -> bool:
    """Whether four figures are a year rather than a number of things."""
    before, following, tag = t.word(i - 1), t.word(i + 1), t.tag(i + 1)
    if tag in "uUch" or following == "more" and t.follows(i + 2, "than"):
        # "In 2024 more than 300 died", "in 2023 nine died": a sentence that opens so; since 2022 more than 300 have died
        opens = before == "since" or before == "in" and (i < 2 or t.tag(i - 2) in ".|,")
        ended = before == "of" and t.word(i - 2) in GROUP.edges_of  # by the end of 1917 one in six was dead
        return (opens and 1950 <= value < 2060 or ended) and tag not in "uUh"
    cue = before in GROUP.before_year or t.tag(i - 1) == "-" and t.word(i - 2) in GROUP.year_prefix
    cue = cue or before == "or" and t.tag(i - 2) == "4" or before == "." and t.word(i - 2) in ("c", "ca")  # in 1703 or 1704, c. 1850
    plural = t.plural(i + 1)
    dated = value % 10 != 0 and (before in GROUP.before_year_of_things or value >= 1950 and cue)
    if plural and not dated and following not in GROUP.events and before not in ("year", "fiscal"):
        return False
    if not 1900 <= value < 2060:
        return cue and (before not in GROUP.before_old_year_weak or t.ends(i + 1) or tag in "Da")
    return cue or plural or not t.name(i - 1) or t.ends(i + 1)  # no product: "the Norda 2000 engine"


def spoken(t: Text, i: int, floor: int) -> list[Atom]:
    """A year as it is spoken: nineteen ninety-seven."""
    found = year_in_words(t, i)
    return [] if found is None or t.tag(found[1]) in "uUh" else [Atom(i, found[1], "G", "DATE", Day(found[0]))]


def era(t: Text, i: int, floor: int) -> list[Atom]:
    """44 BC, AD 79."""
    if t.low[i].startswith("a") and t.tag(i + 1) in "1249" and t.low[i + 1].isdecimal() and len(t.low[i + 1]) < 5:
        return [Atom(i, i + 2, "G", "DATE", Day(int(t.low[i + 1])))]
    j = i - 1
    if j < floor or t.tags[j] not in "1249" or not t.low[j].isdecimal() or len(t.low[j]) > 4 or not int(t.low[j]):
        return []
    return [Atom(j, i + 1, "G", "DATE", Day(int(t.low[j]), bc=t.low[i].startswith("b")))]


def short_decade(t: Text, i: int, floor: int) -> list[Atom]:
    """The '90s, the 90s, summer of '69; FY24."""
    if t.word(i - 1) == "fy" and i > floor and len(t.low[i]) == 2:
        return [Atom(i - 1, i + 1, "G", "DATE", Day(short_year(int(t.low[i]))))]
    if t.tag(i - 1) in "DE" and t.word(i + 1) in ("s", "'s") and t.glued(i) and len(t.low[i]) == 2 and t.low[i][1] == "0":
        degrees = not GROUP.weather.isdisjoint(t.low[max(0, i - _NEAR):i + _NEAR]) or t.tag(i - 2) == "n"  # in her early 60s
        return [] if degrees else [Atom(t.article(i, floor), i + 2, "G", "DATE", Decade(190 + int(t.low[i][0])))]
    if not t.glued(i - 1) or len(t.low[i]) != 2:
        return []
    if t.word(i + 1) != "s" and t.word(i - 2) in GROUP.before_short_year:
        return [Atom(i - 1, i + 1, "G", "DATE", Day(short_year(int(t.low[i]))))]
    if t.word(i + 1) != "s" or not t.glued(i) or t.low[i][1] != "0":
        return []
    return [Atom(t.article(i - 1, floor), i + 2, "G", "DATE", Decade(190 + int(t.low[i][0])))]


def decade_word(t: Text, i: int, floor: int) -> list[Atom]:
    """The eighties."""
    if "D" not in (t.tag(i - 1), t.tag(i - 2) if t.tag(i - 1) == "E" else "", t.tag(i - 3) if t.tags[i - 2:i] == "E-" else ""):
        return []  # in her early thirties
    return [Atom(t.article(i, floor), i + 1, "G", "DATE", Decade(190 + data()["decades"][t.low[i]] // 10))]
