"""Calendar dates, years, decades, weekdays, seasons and named days."""

from __future__ import annotations

from newsfacts.dates.atoms import Atom, Text, year_in_words
from newsfacts.dates.readings import Day, Decade, Fixed, Holiday, Nth, Same, Season, Weekday
from newsfacts.dates.words import data, holidays

_BEFORE_YEAR = frozenset(
    """in since by until till before after during from of the between through early late mid circa year and to around about beginning end
    spring summer autumn fall winter til pre post or throughout for around -""".split()
)
_NOT_AFTER_WEEKDAY = frozenset("times mirror mail telegraph express herald observer night live post school best worship".split())
_PRONOUNS = frozenset("he she it they we i you his her their its this that there police officials".split())
_PARTS_OF = frozenset("end start beginning whole all middle month rest most part half course days weeks".split())
_EVENTS = frozenset(
    """elections games olympics talks protests riots attacks bombings championships wars championship crises floods finals riots sanctions
    accords agreements census levels figures estimates budgets results""".split()
)


def month(t: Text, i: int, floor: int) -> list[Atom]:
    """A date with a month's name: 3 December 2023, Dec. 3, the 3rd of December, December 2023, last May, 3-5 December."""
    low, tags = t.low, t.tags
    n, number = len(tags), data()["months"][low[i]]
    after = i + 1
    if tags[after:after + 1] == "." and len(low[i]) < 5 and after + 1 < n and (tags[after + 1] in "14," or tags[after + 1] == "'" and tags[after + 2:after + 3] in ("1", "2")):
        after += 1
    dot = tags[i + 1:i + 2] == "." and t.doc.glued(i) and len(low[i]) < 5 and i + 2 < n and t.doc.forms[i + 2][:1].islower()
    right = _day_right(t, after)
    left = _days_left(t, i, floor) if right is None or right[3] else None
    if left is not None:
        right = None
    if right is None:
        year, last = _year_right(t, after, left is None)
        if left is None:
            return _month_alone(t, i, floor, number, year, last if last > after else i + 1 + dot)
        days = left
        first = days[0][0]
        out: list[Atom] = []
        for k, (a, _, d) in enumerate(days):
            end = days[k][1] if k < len(days) - 1 else max(last, i + 1)
            if k == len(days) - 1 and last <= after:
                end = i + 1 + dot
            out.append(Atom(a if k else first, end, "C", "DATE", Day(year, number, d)))
        return out
    days_right, last, _, _ = right
    year, end = _year_right(t, last, False)
    first = i
    if i - 1 >= floor and tags[i - 1] == "D" and (n <= end or tags[end] not in "xu"):
        first = i  # "the December 3 attack": the article belongs to the attack
    out = []
    for k, (a, b, d) in enumerate(days_right):
        stop = end if k == len(days_right) - 1 else b
        out.append(Atom(first if k == 0 else a, stop, "C", "DATE", Day(year, number, d)))
    return out


def _day_right(t: Text, i: int) -> tuple[list[tuple[int, int, int]], int, int, bool] | None:
    """Days after a month: 3, 3rd, 3-5, 3 to 5, 3 and 5; the last item tells that the figure may belong elsewhere ("in May 20 people")."""
    low, tags = t.low, t.tags
    if tags[i:i + 2] == "D1" or tags[i:i + 2] == "Do":
        i += 1
    day = _day(t, i)
    if day is None:
        return None
    days = [(i, *day)]
    last = day[0]
    joint = tags[last:last + 1]
    while joint and joint in "->&," and last + 1 < len(tags):
        following = _day(t, last + 1)
        if following is None or following[1] <= days[-1][2] or following[0] - last > 3 or _clock_follows(t, last + 1):
            break
        if joint in "&," and not _ends(t, following[0]) or joint == "," and tags[following[0]:following[0] + 1] not in (",", "&"):
            break
        days.append((last + 1, *following))
        last = following[0]
        joint = tags[last:last + 1]
    counted = len(days) == 1 and tags[last - 1] == "1" and last < len(tags) and tags[last] == "x" and low[last].endswith("s") and len(low[last]) > 3
    return days, last, i, counted and not _is_name(t, last)


def _is_name(t: Text, i: int) -> bool:
    return t.doc.forms[i][:1].isupper()


def _clock_follows(t: Text, i: int) -> bool:
    """Whether the figure at token i is an hour: 10:35, 10 p.m."""
    after = t.tags[i + 1:i + 3]
    return after[:1] == "p" or after in (":1", ":2") and t.doc.glued(i) and t.doc.glued(i + 1)


def _ends(t: Text, i: int) -> bool:
    """Whether no noun follows, which the figure before token i would count."""
    return i >= len(t.tags) or t.tags[i] in ",.)(iO4:;->&fBAP" or not t.low[i].isalpha() or t.low[i] in (
        "was", "were", "is", "are", "will", "with", "when", "where", "as", "but", "that", "which", "for", "have", "has", "had", "would")


def _day(t: Text, i: int) -> tuple[int, int] | None:
    """A day number at token i: its end and value."""
    low, tags = t.low, t.tags
    if i >= len(tags):
        return None
    if tags[i] == "1":
        value = int(low[i])
        if tags[i + 1:i + 2] == "X" and t.doc.glued(i):
            return i + 2, value
        if not 0 < value or _clock_follows(t, i) or low[i + 1:i + 2] in (["%"], ["percent"]):
            return None
        return i + 1, value
    if tags[i] == "2" and len(low[i]) == 2 and 31 < int(low[i]) < 40 and _ends(t, i + 1):
        return i + 1, int(low[i])  # an impossible day is told as such
    if tags[i] == "o":
        return i + 1, data()["ordinals"][low[i]]
    if tags[i] == "y" and tags[i + 1:i + 3] == "-o":
        return i + 3, data()["cardinals"][low[i]] + data()["ordinals"][low[i + 2]]
    return None


def _days_left(t: Text, i: int, floor: int) -> list[tuple[int, int, int]] | None:
    """Days before a month: 3, the 3rd of, 3-5, 3 to 5, 3 and 5; each its first token, end, value."""
    low, tags = t.low, t.tags
    j = i - 1
    if j >= floor and tags[j] == "-" and t.doc.glued(j):
        j -= 1
    of = j >= floor and tags[j] == "O"
    if of:
        j -= 1
    day = _day_back(t, j, floor, of)
    if day is None or of and not day[2]:
        return None
    first, value, _ = day
    days = [(first, j + 1, value)]
    while len(days) < 8 and first - 2 >= floor and tags[first - 1] in "->&,":
        earlier = _day_back(t, first - 2, floor, of)
        if earlier is None or earlier[1] >= value or tags[first - 1] == "," and len(days) == 1:
            break
        joint = first - 1
        first, value, _ = earlier
        days.append((first, joint, value))
    if first - 1 >= floor and tags[first - 1] == "D" and days[-1][2] is not None and (tags[first] == "o" or tags[first + 1:first + 2] == "X" or of):
        days[-1] = (first - 1, days[-1][1], value)
    return days[::-1]


def _day_back(t: Text, j: int, floor: int, of: bool) -> tuple[int, int, bool] | None:
    """A day number that ends with token j: first token, value, whether an ordinal."""
    low, tags = t.low, t.tags
    if j < floor:
        return None
    if tags[j] == "X" and j > floor and tags[j - 1] == "1":
        return j - 1, int(low[j - 1]), True
    if tags[j] == "1" and int(low[j]) > 0:
        if j and (tags[j - 1] in ":./" and t.doc.glued(j - 1) and tags[j - 1] != "." or low[j - 1] in ("$", "£", "€")):
            return None
        return j, int(low[j]), False
    if tags[j] == "2" and len(low[j]) == 2 and 31 < int(low[j]) < 40:
        return j, int(low[j]), False
    if tags[j] == "o":
        if j - 2 >= floor and tags[j - 2:j] == "y-":
            return j - 2, data()["cardinals"][low[j - 2]] + data()["ordinals"][low[j]], True
        return j, data()["ordinals"][low[j]], True
    return None


def _year_right(t: Text, i: int, month_only: bool) -> tuple[int | None, int]:
    """A year after a month or day: 2023, ", 2023", "of 2023", '23; None and i where there is none."""
    low, tags = t.low, t.tags
    k = i
    if tags[k:k + 1] in (",", "O", "-") and tags[k:k + 1] != "":
        k += 1
    if tags[k:k + 1] == "4" and tags[k + 1:k + 2] not in (":",) and not (k > i and tags[i] == "," and month_only and _counts_people(t, k)):
        return int(low[k]), k + 1
    if tags[i:i + 2] == "'2" and len(low[i + 1]) == 2 and t.doc.glued(i) or tags[i:i + 2] == "'1" and len(low[i + 1]) == 2 and t.doc.glued(i):
        return short_year(int(low[i + 1])), i + 2
    if not month_only and tags[i:i + 1] == "-" and tags[k:k + 1] == "2" and len(low[k]) == 2 and t.doc.glued(i):
        return short_year(int(low[k])), k + 1
    if tags[k:k + 1] in ("c", "t") and tags[k:k + 1] != "":
        found = year_in_words(t, k)
        if found:
            return found
    return None, i


def _counts_people(t: Text, k: int) -> bool:
    return t.low[k + 1:k + 2] != [] and t.tags[k + 1] == "x" and t.low[k + 1].endswith("s") and len(t.low[k + 1]) > 3


def short_year(two: int) -> int:
    """The year of two digits: 23 → 2023, 67 → 1967."""
    return 2000 + two if two < 50 else 1900 + two


def _month_alone(t: Text, i: int, floor: int, number: int, year: int | None, last: int) -> list[Atom]:
    low, tags = t.low, t.tags
    before = tags[i - 1] if i > 0 else ""
    if year is None:
        if tags[i] == "v":
            return []
        if tags[i] == "m" or low[i] in ("april", "june", "august", "jan"):
            name = i + 1 < len(tags) and tags[i + 1] == "x" and t.doc.forms[i + 1][:1].isupper() or (
                i > 0 and before == "x" and t.doc.forms[i - 1][:1].isupper() and low[i - 1].isalpha())
            if name and before == "O" and low[i - 2] in _PARTS_OF:
                name = False
            cue = before and before in "iELBfO>&-qr~" or before == "D" and i + 1 < len(tags) and tags[i + 1] == "x" and low[i] != "march"
            if tags[i] == "m" and not cue or name and not (before and before in "iB>fLE"):
                return []
            if tags[i] == "m" and before == "&" and not (i > 1 and tags[i - 2] in "Mm14"):
                return []
            if tags[i] == "m" and before == "O" and low[i] == "march":
                return []
    first, shift = i, None
    if i - 1 >= floor and before == "q" or i - 1 >= floor and low[i - 1] in ("every", "each"):
        return [Atom(i - 1, last, "S", "SET", Fixed(f"XXXX-{number:02d}"))]
    if year is None and i - 1 >= floor and before == "L" and low[i - 1] in ("last", "past", "previous", "next", "this", "coming", "following"):
        first, shift = i - 1, data()["sequence"][low[i - 1]]
        if first - 1 >= floor and tags[first - 1] in "DL":
            first -= 1
    return [Atom(first, last, "G", "DATE", Day(year, number, None, shift))]


def numeric(t: Text, i: int, last: int) -> list[Atom]:
    """Dates in figures: 2023-12-03, 03/12/2023, 3.12.2023, 12/3, 20231203."""
    low = t.low
    if t.tags[i] == "8":
        parts = [low[i][:4], low[i][4:6], low[i][6:]]
        if not (1 <= int(parts[1]) <= 12 and 1 <= int(parts[2]) <= 31):
            return []
    elif t.tags[i] == "#":
        parts = low[i].split(".")
    else:
        parts = [low[k] for k in range(i, last, 2)]
        if any(not t.doc.glued(k) for k in range(i, last - 1)):
            return []
    if len(parts[0]) == 4:
        return [Atom(i, last, "C", "DATE", Day(int(parts[0]), int(parts[1]), int(parts[2])))]
    a, b = int(parts[0]), int(parts[1])
    year = int(parts[2]) if len(parts[2]) == 4 else short_year(int(parts[2]))
    if b > 12 >= a or (a <= 12 and t.tags[i] != "#" and _month_first(t)):
        a, b = b, a
    return [Atom(i, last, "C", "DATE", Day(year, b, a))]


def _month_first(t: Text) -> bool:
    """Whether 03/04/2023 has the month first in this text: some other date of it has, or its words are American."""
    low, tags = t.low, t.tags
    at = tags.find("/1/4")
    first, second = 0, 0
    while at > 0:
        if low[at - 1].isdecimal() and len(low[at - 1]) <= 2:
            first += int(low[at - 1]) > 12
            second += int(low[at + 1]) > 12
        at = tags.find("/1/4", at + 3)
    if first != second:
        return second > first
    return tags.count("M1,4") + tags.count("M.1,4") > tags.count("1M4")


def year(t: Text, i: int, floor: int) -> list[Atom]:
    """A year alone: in 2022; decades: the 1980s."""
    low, tags = t.low, t.tags
    n, value = len(tags), int(low[i])
    following = low[i + 1] if i + 1 < n else ""
    before = low[i - 1] if i else ""
    words = data()
    if before in words["labels"] or before == "." and low[i - 2:i - 1] in (["no"], ["nos"]) or following in words["people"]:
        return []
    if following in ("s", "'s") and t.doc.glued(i) and value % 10 == 0 and (following == "s" or i and (tags[i - 1] in "DE" or before == "-")):
        first = i
        if first - 1 >= floor and tags[first - 1] == "D":
            first -= 1
        return [Atom(first, i + 2, "G", "DATE", Decade(value // 10))]
    if i and tags[i - 1] in "/:.'" and t.doc.glued(i - 1) or before in ("$", "£", "€", "no", "#", "+", "~") or following in ("%", "percent"):
        return []
    if i and tags[i - 1] == "-" and t.doc.glued(i - 1) and not (i > 1 and (tags[i - 2] in "4E" or low[i - 2] in ("mid", "pre", "post"))):
        return []
    if following == "-" and t.doc.glued(i) and i + 2 < n and t.doc.glued(i + 1) and tags[i + 2] not in "421" and low[i + 2] not in ("born", "era", "style"):
        return []
    if following == "/" and t.doc.glued(i) and tags[i + 2:i + 3] in ("1", "2") and low[i + 2:i + 3] == [f"{(value + 1) % 100:02d}"] and tags[i + 3:i + 4] != "/":
        return [Atom(i, i + 1, "G", "DATE", Day(value)), Atom(i + 2, i + 3, "G", "DATE", Day(value + 1))]
    if following == ":" and t.doc.glued(i) and t.doc.glued(i + 1) or following in ("hrs", "hours", "gmt", "utc", "/") and t.doc.glued(i) is (following == "/"):
        return []
    cue = before in _BEFORE_YEAR and before != "-" or before == "("
    plural = i + 1 < n and tags[i + 1] in "xU" and following.endswith("s") and following.isalpha() and len(following) > 3 and not following.endswith(("ss", "us", "is"))
    ranged = following == "-" or following == "–"
    ranged = ranged and i + 2 < n and t.doc.glued(i) and t.doc.glued(i + 1) and (tags[i + 2] == "4" and int(low[i + 2]) > value or tags[i + 2] in "12" and len(low[i + 2]) == 2 and int(
        low[i + 2]) == (value + 1) % 100 or tags[i + 2] in "12" and len(low[i + 2]) == 2 and cue and int(low[i + 2]) > value % 100) and tags[i + 3:i + 4] not in ("-", "X") and (
        1900 <= value < 2060 or tags[i + 2] == "4")
    if ranged:
        end = int(low[i + 2]) if tags[i + 2] == "4" else value // 100 * 100 + int(low[i + 2])
        return [Atom(i, i + 1, "G", "DATE", Day(value)), Atom(i + 2, i + 3, "G", "DATE", Day(end if end > value else end + 100))]
    if i + 1 < n and tags[i + 1] in "uUch" or low[i + 1:i + 3] == ["more", "than"]:
        return []
    if plural and following not in _EVENTS and not (value % 10 and (before in ("the", "in", "since", "his", "their", "its", "'s") or value >= 1950 and cue)):
        return []
    if not 1900 <= value < 2060 and not (cue and before not in ("the", "of", "to", "about", "around", "and", "or", "for", "between", "from", "after", "before") or _ends(t, i + 1) and cue):
        return []
    if not cue and i and (t.doc.forms[i - 1][:1].isupper() and before.isalpha() and tags[i - 1] == "x" and not _ends(t, i + 1) and i + 1 < n and not plural):
        return []  # a product or a name: "Windows 2000 machines"
    if i - 1 >= floor and tags[i - 1] == "D" and (following in ("period", "quarter") or tags[i + 1:i + 2] == "o" and low[i + 2:i + 3] == ["quarter"]):
        if tags[i + 1] == "o":
            return [Atom(i - 1, i + 1, "G", "DATE", Day(value))]
        return [Atom(i - 1, i + 2, "G", "DATE", Same("Q", Day(value)))]
    if i - 2 >= floor and tags[i - 1] == "-" and low[i - 2] in ("pre", "post"):
        return [Atom(i - 2, i + 1, "G", "DATE", Day(value), "BEFORE" if low[i - 2] == "pre" else "AFTER")]
    if i - 1 >= floor and tags[i - 1] == "K":
        return [Atom(i - 1, i + 1, "G", "DATE", Day(value))]
    return [Atom(i, i + 1, "G", "DATE", Day(value))]


def year_words(t: Text, i: int, floor: int) -> list[Atom]:
    """A year as it is spoken: nineteen ninety-seven."""
    found = year_in_words(t, i)
    if found is None or t.tags[found[1]:found[1] + 1] in ("u", "U", "h") and found[1] < len(t.tags):
        return []
    return [Atom(i, found[1], "G", "DATE", Day(found[0]))]


def before_christ(t: Text, i: int, floor: int) -> list[Atom]:
    """44 BC, AD 70, the 5th century BC is left to units."""
    low, tags = t.low, t.tags
    if low[i] in ("ad", "a.d", "a.d.") and tags[i + 1:i + 2] in ("1", "2", "4", "9") and tags[i + 1:i + 2] and low[i + 1].isdecimal() and len(low[i + 1]) < 5:
        return [Atom(i, i + 2, "G", "DATE", Day(int(low[i + 1])))]
    j = i - 1
    if j < floor or tags[j] not in "1249" or not low[j].isdecimal() or len(low[j]) > 4 or not int(low[j]):
        return []
    bc = low[i].startswith("b")
    return [Atom(j, i + 1, "G", "DATE", Day(int(low[j]), bc=bc))]


def weekday(t: Text, i: int, floor: int) -> list[Atom]:
    """Friday, last Friday, this coming Tuesday, every Monday, Tuesday of next week."""
    low, tags = t.low, t.tags
    n = len(tags)
    if tags[i] == "w":
        k = i + 1 + (tags[i + 1:i + 2] == ".")
        k += tags[k:k + 1] == ","
        if not (k < n and tags[k] in "Mm" or k + 1 < n and tags[k] == "1" and tags[k + 1] in "Mm"):
            return []
        return [Atom(i, k - (tags[k - 1] == ","), "C", "DATE", Weekday(data()["weekday_abbreviations"][low[i]]))]
    if i + 1 < n and low[i + 1] in _NOT_AFTER_WEEKDAY and t.doc.forms[i + 1][:1].isupper():
        return []
    if i and t.doc.forms[i - 1][:1].isupper() and low[i - 1] in ("bloody", "black", "super", "ash", "palm", "freaky", "ruby", "sheffield", "radio"):
        return []
    day = data()["weekdays"][low[i]]
    if low[i].endswith("s") or i - 1 >= floor and tags[i - 1] == "q" and low[i - 1] != "per":
        first = i - 1 if i - 1 >= floor and tags[i - 1] == "q" else i
        return [Atom(first, i + 1, "S", "SET", Fixed(f"XXXX-WXX-{day}"))]
    first, shift, base = i, None, "ref"
    if i - 1 >= floor and tags[i - 1] == "L" and low[i - 1] not in ("recent", "present", "current", "latest", "final"):
        first = i - 1
        shift = data()["sequence"][low[i - 1]]
        base = "anchor" if low[i - 1] in data()["from_anchor"] else "ref"
        if first - 1 >= floor and (tags[first - 1] == "D" or tags[first - 1] == "L"):
            first -= 1
            if tags[first] == "L" and low[first] == "this":
                shift = 1 if shift == 1 else -1 if shift == -1 else 0
    return [Atom(first, i + 1, "C", "DATE", Weekday(day, shift, base))]


def season(t: Text, i: int, floor: int) -> list[Atom]:
    """Winter, last summer, the spring of 2022, autumn 2021."""
    low, tags = t.low, t.tags
    code = data()["seasons"][low[i]]
    last, of_year = i + 1, None
    if tags[last:last + 1] == "4":
        of_year, last = Day(int(low[last])), last + 1
    elif tags[last:last + 2] in ("O4", "i4", ",4"):
        of_year, last = Day(int(low[last + 1])), last + 2
    if of_year is not None and tags[last:last + 1] == "-" and t.doc.glued(last - 1) and tags[last + 1:last + 2] in ("1", "2", "4"):
        last += 2  # the winter of 2022-23
    first, shift = i, None
    before = tags[i - 1] if i > floor else ""
    if before == "L":
        first -= 1
        shift = data()["sequence"][low[first]]
        if first > floor and tags[first - 1] in "DL":
            first -= 1
    elif before == "D":
        first -= 1
    elif before == "q":
        return [Atom(first - 1, last, "S", "SET", Fixed("XXXX-" + code))]
    yearly = tags[i + 1:i + 2] == "O" and (tags[i + 2:i + 3] in ("L", "9") or tags[i + 2:i + 4] == "DL") and tags[i + 2:i + 3] != ""
    cue = of_year is not None or yearly or before in ("L", "i", "E", "B", "-", ">") or (before == "D" and low[i] not in ("fall", "spring"))
    if low[i] in ("fall", "spring", "falls", "springs") and (not cue and not (before == "D" and i >= 2 and low[i - 2] in ("in", "during", "since", "by", "until", "through", "before", "this", "over"))):
        return []
    if low[i] in ("fall", "spring") and of_year is None and not yearly and (tags[i + 1:i + 2] == "O" or before == ">"):
        return []
    if i + 1 < len(tags) and t.doc.forms[i][:1].isupper() and t.doc.forms[i + 1][:1].isupper() and of_year is None and low[i + 1].isalpha():
        return []
    return [Atom(first, last, "G", "DATE", Season(code, of_year, shift))]


def holiday(t: Text, i: int, floor: int) -> list[Atom]:
    """Christmas, last Easter, New Year's Day 2024."""
    low, tags = t.low, t.tags
    match = holidays().match(low, i)
    if match is None:
        return []
    last, (rule, phrase) = match
    if rule is None or not t.doc.forms[i][:1].isupper() and phrase not in ("christmas", "new year", "ramadan", "easter"):
        return []
    if phrase == "new year" and not t.doc.forms[i][:1].isupper() and not (i and tags[i - 1] == "D"):
        return []
    before = t.doc.forms[i - 1] if i else ""
    if before[:1].isupper() and before.rstrip().isalpha() and tags[i - 1] == "x" and i - 1 not in (f for f, _ in t.doc.sents[:0]) and phrase in ("christmas", "easter", "epiphany", "halloween") and (
            low[i - 1] not in ("merry", "happy", "orthodox", "catholic", "western", "white", "every")) and (i < 2 or tags[i - 2] not in ",."):
        return []  # a surname
    if phrase == "easter" and low[i + 1:i + 2] in (["island"], ["islands"], ["rising"], ["egg"]):
        return []
    if tags[last:last + 1] == "4":
        return [Atom(i, last + 1, "C", "DATE", Holiday(rule, Day(int(low[last]))))]
    if tags[last:last + 2] in (",4", "O4"):
        return [Atom(i, last + 2, "C", "DATE", Holiday(rule, Day(int(low[last + 1]))))]
    first, shift = i, None
    if i > floor and tags[i - 1] == "q":
        return [Atom(i - 1, last, "S", "SET", Fixed("XXXX"))]
    if i > floor and tags[i - 1] == "L" and low[i - 1] in ("last", "this", "next", "coming", "past", "previous"):
        first, shift = i - 1, data()["sequence"][low[i - 1]]
    elif i > floor and tags[i - 1] == "D" and phrase == "new year":
        first -= 1
    kind = "G" if rule in ("ramadan",) else "C"
    return [Atom(first, last, kind, "DATE", Holiday(rule, None, shift))]


def short_decade(t: Text, i: int, floor: int) -> list[Atom]:
    """The '90s."""
    if t.low[i + 1:i + 2] != ["s"] or not t.doc.glued(i) or not t.doc.glued(i - 1) or len(t.low[i]) != 2 or t.low[i][1] != "0":
        return []
    first = i - 2 if i - 2 >= floor and t.tags[i - 2] in "D" else i - 1
    return [Atom(first, i + 2, "G", "DATE", Decade(190 + int(t.low[i][0])))]


def bare_day(t: Text, i: int, floor: int) -> list[Atom]:
    """On the 3rd: a day of the month told before."""
    low, tags = t.low, t.tags
    if i - 2 < floor or tags[i - 2:i] != "D1" or not t.doc.glued(i - 1) or low[i - 3:i - 2] not in (
            ["on"], ["by"], ["until"], ["since"], ["from"], ["to"], ["before"], ["after"], ["till"]) or not (_ends(t, i + 1) or low[i + 1] in _PRONOUNS) or low[i + 1:i + 2] == ["of"]:
        return []
    return [Atom(i - 2, i + 1, "C", "DATE", Day(None, None, int(low[i - 1])))]


def quarter_code(t: Text, i: int, floor: int) -> list[Atom]:
    """Q3, Q3 2023, H1, 3Q."""
    low, tags = t.low, t.tags
    if low[i] == "q" and i > floor and tags[i - 1] == "1" and t.doc.glued(i - 1) and 1 <= int(low[i - 1]) <= 4:
        named = tags[i + 1:i + 2] == "4"
        return [Atom(i - 1, i + 1 + named, "G", "DATE", Nth("Q", int(low[i - 1]), Day(int(low[i + 1])) if named else None))]
    if tags[i + 1:i + 2] != "1" or not t.doc.glued(i) or not 1 <= int(low[i + 1]) <= (4 if low[i] == "q" else 2):
        return []
    last, of = i + 2, None
    if tags[last:last + 1] == "4":
        of, last = Day(int(low[last])), last + 1
    elif low[i] == "h" and tags[last:last + 2] not in ("i4", "O4"):
        return []
    return [Atom(i, last, "G", "DATE", Nth(low[i].upper(), int(low[i + 1]), of))]
