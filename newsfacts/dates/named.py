"""Weekdays, seasons, named days, quarters by their letter, days of a month told before."""

from __future__ import annotations

from newsfacts.dates.atoms import Atom, Text, number_before
from newsfacts.dates.readings import ANCHOR, NEAR, REF, Containing, Day, Fixed, Holiday, Nth, Season, Unit, Weekday
from newsfacts.dates.words import GROUP, TENSE, data, holidays


def weekday(t: Text, i: int, floor: int) -> list[Atom]:
    """Friday, last Friday, this coming Tuesday, every Monday."""
    word = t.low[i]
    if t.tags[i] == "w":
        return _short_weekday(t, i)
    left, right, left_tag, right_tag = t.word(i - 1), t.word(i + 1), t.tag(i - 1), t.tag(i + 1)
    if right in GROUP.not_after_weekday and (t.capital(i + 1) or word == "sunday" and t.low[i + 1] == "school"):
        return []  # a newspaper
    if right == "night" and t.capital(i + 2) and t.low[i + 2] in GROUP.night_shows:
        return []
    if t.capital(i - 1) and t.low[i - 1] in GROUP.not_before_weekday:
        return []  # a name
    if left == "good" and right in GROUP.pacts:
        return []
    day = data()["weekdays"][word]
    first = t.article(i, floor, "q") if left != "per" else i
    if t.tag(i - 2) == "q" and i - 2 >= floor and (left_tag == "o" or left == "other"):
        first = i - 2  # every second Thursday
    nights = right_tag == "P" and (right.endswith("s") or first < i)
    if nights and not data()["parts"][t.low[i + 1]][0].isdigit():  # Monday nights, every Monday night
        return [Atom(first, i + 2, "S", "SET", Fixed(f"XXXX-WXX-{day}T" + data()["parts"][t.low[i + 1]]))]
    if word.endswith("s") and right == "ago":
        number = number_before(t, i - 1, floor)  # two Sundays ago
        return [Atom(number[1], i + 2, "C", "DATE", Weekday(day, -int(number[0])))] if number and number[0] else []
    if right == "before" and t.follows(i + 2, "last") and left_tag == "D" and i > floor:
        return [Atom(i - 1, i + 3, "C", "DATE", Weekday(day, -2))]  # the Sunday before last
    if right == "after" and t.follows(i + 2, "next") and left_tag == "D" and i > floor:
        return [Atom(i - 1, i + 3, "C", "DATE", Weekday(day, 2))]
    if right == "week" and t.tag(i + 2) in " ,.)" and left_tag in "i>f":
        return [Atom(i, i + 2, "C", "DATE", Weekday(day, 2))]  # on Tuesday week
    if first < i or word.endswith("s"):
        return [Atom(first, i + 1, "S", "SET", Fixed(f"XXXX-WXX-{day}"))]
    before = left if i > floor else ""
    any_day = before in ("a", "one") and t.tag(i - 2) not in ",oLD" and t.low[i - 2] not in ("no", "another")  # no "the second one Tuesday"
    if any_day and t.ends(i + 1) and right_tag not in "PT":
        return [Atom(i - 1, i + 1, "R", "DATE", Fixed(f"XXXX-WXX-{day}"))]  # it fell on a Tuesday
    monthly = right in ("of", "in") and (left_tag == "o" or before in ("last", "final"))
    if monthly and t.tag(i + 2) == "q" and t.word(i + 3) in ("month", "year") and i > floor:
        value = "P1" + t.word(i + 3)[0].upper()
        return [Atom(t.article(i - 1, floor), i + 4, "S", "SET", Fixed(value))]
    monthly = monthly and (t.tag(i + 2) in "Mm" or t.word(i + 3) == "month")
    if monthly and i > floor:  # the first Monday in March
        n = data()["ordinals"][before] if left_tag == "o" else -1
        return [Atom(t.article(i - 1, floor), i + 1, "N", "DATE", Nth(str(day), n))]
    shift, base = None, REF
    at = i + 1 + (right_tag == "P")
    ends = t.tag(at) not in "B4O" and (t.ends(at) or t.low[at] in GROUP.pronouns)
    if ends and i > floor and left_tag == "D" and t.word(i - 2) in GROUP.before_the_weekday:
        return [Atom(i - 1, i + 1, "C", "DATE", Weekday(day, None, ANCHOR))]  # by the Sunday, he was missed
    verb = before == "coming" and (t.word(i - 2) in TENSE.copula or t.word(i - 2).endswith("'re"))
    verb = verb or before in ("following", "preceding") and t.tag(i - 2) != "D"  # following Sunday's crash
    if left_tag == "L" and before and not verb and before not in GROUP.not_with_weekday and not (before == "that" and _conjoined(t, i)):
        shift, base = data()["sequence"][before], ANCHOR if before in GROUP.from_anchor else REF
        first = t.article(i - 1, floor, "DL") if t.word(i - 2) != "latest" else i - 1
    return [Atom(first, i + 1, "C", "DATE", Weekday(day, shift, base))]


def _conjoined(t: Text, i: int) -> bool:
    """Whether "that" before a weekday joins a clause: "said that Friday's vote would stand", "told them that Friday was a holiday"; no "at
    that Friday's talks", "left that Friday"."""
    at = i + 1 + (t.tag(i + 1) == "P")
    if t.word(at) == "'s":
        return i > 1 and i - 1 not in t.doc.sent_firsts and t.tag(i - 2) not in "iB>fLEO" and t.word(i - 2) not in GROUP.before_the_weekday
    return t.word(at) in GROUP.conjoined and i - 1 not in t.doc.sent_firsts


def _short_weekday(t: Text, i: int) -> list[Atom]:
    """Sun, 3 Dec 2023: only beside a date."""
    k = i + 1 + (t.tag(i + 1) == ".")
    after = k + (t.tag(k) == ",")
    if t.tag(after) in "Mm" or t.tag(after) == "1" and t.tag(after + 1) in "Mm":
        return [Atom(i, k, "C", "DATE", Weekday(data()["weekday_abbreviations"][t.low[i]]))]
    return []


def season(t: Text, i: int, floor: int) -> list[Atom]:
    """Winter, last summer, the spring of 2022, autumn 2021, the winter of 2022-23."""
    word, last, year = t.low[i], i + 1, None
    at = last + (t.tag(last) in "Oi,")
    if t.tag(at) == "4":
        year, last = Day(int(t.low[at])), at + 1
        if t.tag(last) in "-/" and t.glued(last - 1) and t.tag(last + 1) in "124":
            last += 2
    before = t.tag(i - 1) if i > floor else " "
    if word.endswith("s") and t.word(last) == "ago":
        number = number_before(t, i - 1, floor)  # two winters ago
        if number is None or number[0] is None or not 0 < number[0] < 100:
            return []
        return [Atom(number[1], last + 1, "G", "DATE", Season(data()["seasons"][word], None, -int(number[0] or 1)))]
    if before == "q" or word.endswith("s") and year is None:  # every winter, the past two winters
        first = i - 1 if before == "q" else i
        return [] if before != "q" and t.capital(i) else [Atom(first, last, "S", "SET", Fixed("XXXX-" + data()["seasons"][word]))]
    if year is None and not _is_season(t, i, before):
        return []
    shift = data()["sequence"].get(t.word(i - 1)) if before == "L" else None
    first = t.article(i - 1, floor, "DL") if before == "L" else t.article(i, floor)
    base = ANCHOR if before == "L" and t.low[i - 1] in GROUP.from_anchor else REF
    return [Atom(first, last, "G", "DATE", Season(data()["seasons"][word], year, shift, base))]


def _is_season(t: Text, i: int, before: str) -> bool:
    """Whether fall and spring are seasons; no season within a name ("Winter Palace")."""
    if before == "o":
        return False  # the first winter of the war
    surname = t.name(i - 1) or t.word(i).endswith("s") or len(t.word(i - 2)) == 1 and t.tag(i - 1) == "."
    if t.titled(i) and (t.name(i + 1) or surname and i not in t.doc.sent_firsts):
        return False
    if t.word(i + 1) in GROUP.season_things:
        return False  # winter wheat
    if t.low[i] not in GROUP.unsure_seasons:
        return True
    if t.low[i] == "spring" and t.word(i + 1) in GROUP.spring_nouns:
        return True
    if t.tag(i + 1) == "O":  # the fall of the house; the spring of next year
        return t.tag(i + 2) in "L9" or t.tags[i + 2:i + 4] == "DL"
    rest = t.word(i - 2) == "of" and t.word(i - 3) in GROUP.parts_of  # the rest of the spring
    return before in "LiEB-" or before == "D" and (rest or t.word(i - 2) in GROUP.before_season)


def holiday(t: Text, i: int, floor: int) -> list[Atom]:
    """Christmas, last Easter, New Year's Day 2024."""
    match = next((entry for entry in holidays().get(t.low[i], ()) if t.follows(i, *entry[0])), None)
    if match is None:
        return []
    (rule, name), last = match[1], i + len(match[0])
    if name.startswith("new year") and t.capital(i - 1) and t.low[i - 1] in GROUP.other_years:
        return []  # the Chinese New Year
    if rule is None or not t.capital(i) and (name not in GROUP.lower_holidays or name == "new year" and t.tag(i - 1) != "D"):
        return []
    if name in GROUP.surnames and t.name(i - 1) and t.low[i - 1] not in GROUP.not_names and (
            t.tag(i - 2) not in ",." or t.tag(i + 1) == ","):
        return []  # a surname
    if name == "easter" and t.word(last) in GROUP.easter_names or name == "good friday" and t.word(last) in GROUP.pacts:
        return []
    at = last + (t.tag(last) in ",O" or t.word(last) == "in")
    if t.tag(at) == "4":
        return [Atom(i, at + 1, "C", "DATE", Holiday(rule, Day(int(t.low[at]))))]
    before = t.tag(i - 1) if i > floor else " "
    if before == "q":
        return [Atom(i - 1, last, "S", "SET", Fixed("XXXX"))]
    if before == "L" and t.low[i - 1] in GROUP.near_months:
        return [Atom(i - 1, last, "C", "DATE", Holiday(rule, None, data()["sequence"][t.low[i - 1]]))]
    first = t.article(i, floor) if name == "new year" else i
    if first < i and t.word(first - 1) in ("in", "into"):
        return [Atom(first, last, "G", "DATE", Containing("Y", Holiday(rule)))]  # it will open in the new year
    if t.word(last) == "week":
        return [Atom(t.article(first, floor), last + 1, "G", "DATE", Containing("W", Holiday(rule)))]
    if t.word(last) == "weekend":  # the Easter weekend
        return [Atom(t.article(first, floor), last + 1, "G", "DATE", Containing("E", Holiday(rule)))]
    return [Atom(first, last, "C", "DATE", Holiday(rule))]


def bare_day(t: Text, i: int, floor: int) -> list[Atom]:
    """On the 3rd: a day of the month told before."""
    if i - 1 >= floor > 3 and t.tags[i - 5:i] == "D1X&1" and t.ends(i + 1) and t.glued(i - 1):
        return [Atom(i - 1, i + 1, "C", "DATE", Day(None, None, int(t.low[i - 1])))]  # on the 17th and 19th
    if i - 2 < floor or t.tags[i - 2:i] != "D1" or not t.glued(i - 1) or "century" in (t.word(i + 4), t.word(i + 3)):
        return []  # the 1st or 2nd century
    if t.word(i + 1) == "of":  # the 21st of this month
        near = t.word(i + 2) in GROUP.near_months or t.word(i + 2) == "that"
        shift = 0 if t.tag(i + 2) == "D" else data()["sequence"].get(t.word(i + 2)) if near else None
        if shift is None or t.word(i + 3) != "month":
            return []
        of = Unit("M", shift, NEAR if t.tag(i + 2) == "D" else ANCHOR if t.word(i + 2) in GROUP.from_anchor else REF)
        return [Atom(i - 2, i + 4, "C", "DATE", Nth("D", int(t.low[i - 1]), of))]
    of_part = t.word(i - 3) == "of" and t.tag(i - 4) == "P"  # the morning of the 25th
    if t.word(i - 3) not in GROUP.before_bare_day and t.tag(i - 3) != "W" and not of_part:  # Friday the 13th
        return []
    if not t.ends(i + 1) and t.word(i + 1) not in GROUP.pronouns and t.tag(i - 3) != "W":
        return []
    return [Atom(i - 2, i + 1, "C", "DATE", Day(None, None, int(t.low[i - 1])))]


def quarter_code(t: Text, i: int, floor: int) -> list[Atom]:
    """Q3, Q3 2023, H1 2023, 3Q 2023."""
    quarter = t.low[i] == "q"
    if quarter and i > floor and t.tags[i - 1] == "1" and t.glued(i - 1):
        first, last, n = i - 1, i + 1, int(t.low[i - 1])
    elif t.tag(i + 1) == "1" and t.glued(i):
        first, last, n = i, i + 2, int(t.low[i + 1])
    else:
        return []
    if not 1 <= n <= (4 if quarter else 2):
        return []
    if t.tag(last) == "4":
        return [Atom(first, last + 1, "G", "DATE", Nth(t.low[i].upper(), n, Day(int(t.low[last]))))]
    return [Atom(first, last, "G" if quarter else "N", "DATE", Nth(t.low[i].upper(), n))]
