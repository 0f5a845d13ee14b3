"""Clock times, parts of the day, today and its neighbours."""

from __future__ import annotations

from newsfacts.dates.atoms import Atom, Text, approximated
from newsfacts.dates.readings import ANCHOR, REF, Clock, Edge, Fixed, Part, Unit
from newsfacts.dates.words import data

_TIME_ZONE_WORDS = frozenset("local moscow kyiv kiev london beijing eastern pacific central mountain israel greenwich universal istanbul".split())


def colon(t: Text, i: int, floor: int) -> list[Atom]:
    """10:35, 7:15 p.m., 22:30:00 GMT."""
    low, tags = t.low, t.tags
    n = len(tags)
    if len(low[i + 2]) != 2 or not low[i + 2].isdecimal() or not (t.doc.glued(i) and t.doc.glued(i + 1)) or len(low[i]) > 2:
        return []
    hour, minute, second, last = int(low[i]), int(low[i + 2]), None, i + 3
    if tags[last:last + 1] == ":" and last + 1 < n and tags[last + 1] in "12" and len(low[last + 1]) == 2 and t.doc.glued(last):
        second, last = int(low[last + 1]), last + 2
    if hour > 24 or minute > 59 or (second or 0) > 59 or i and tags[i - 1] in ":/-" and t.doc.glued(i - 1) and tags[i - 1] != "-":
        return []
    suffix = _suffix(t, last)
    if suffix is None:
        if i and t.doc.forms[i - 1][:1].isupper() and low[i - 1].isalpha() and tags[i - 1] == "x" and not (low[i - 1] == "t" and t.doc.glued(i - 1)) and not (
                t.doc.starts[i] and t.doc.text[t.doc.starts[i] - 1] in "\n\r"):
            return []
        if low[i - 1:i] in (["won"], ["lost"], ["score"], ["beat"], ["win"], ["draw"], ["drew"], ["ratio"]) or second is not None and low[i - 1:i] in (["of"], ["ran"], ["time"]):
            return []
        meridiem, zone = None, None
    else:
        last, meridiem, zone = suffix
    return _clock(t, i, last, floor, hour, minute, second, meridiem, zone)


def _clock(t: Text, first: int, last: int, floor: int, hour: int, minute: int | None, second: int | None, meridiem: str | None, zone: str | None) -> list[Atom]:
    if meridiem and not 0 < hour <= 12:
        if hour > 12:
            meridiem = None
        else:
            return []
    if meridiem == "pm" and hour < 12:
        hour += 12
    elif meridiem == "am" and hour == 12:
        hour = 0
    first, mod = approximated(t, first, floor)
    return [Atom(first, last, "T", "TIME", Clock(hour, minute, second, zone), mod if mod == "APPROX" else None)]


def _suffix(t: Text, i: int) -> tuple[int, str | None, str | None] | None:
    """What follows the figures of a clock time: its end, am or pm, the zone."""
    low, tags = t.low, t.tags
    last, meridiem, zone = i, None, None
    if tags[last:last + 1] == "p":
        word = low[last].replace(".", "")
        if word in ("am", "pm"):
            meridiem = word
        elif word not in ("o'clock", "hrs"):
            return None
        last += 1
        if tags[last:last + 1] == "i" and low[last] == "in" and low[last + 1:last + 2] == ["the"] and low[last + 2:last + 3] != [] and (
                low[last + 2] in ("morning", "afternoon", "evening")):
            meridiem = "am" if low[last + 2] == "morning" else "pm"
            last += 3
    k = last + (tags[last:last + 1] == "(")
    if low[last:last + 1] == ["z"] and i and t.doc.glued(i - 1):
        last, zone = last + 1, "Z"
    elif low[last:last + 1] == ["+"] and tags[last + 1:last + 3] == "1:" and low[last + 3:last + 4] == ["00"] and t.doc.glued(last):
        last, zone = last + 4, "+" + low[last + 1]
    elif tags[k:k + 1] == "z" and low[k] != "local":
        zone = data()["zones"][low[k]]
        last = k + 1 + (k > last and tags[k + 1:k + 2] == ")")
    elif low[k:k + 1] and low[k] in _TIME_ZONE_WORDS and low[k + 1:k + 2] == ["time"]:
        last = k + 2 + (k > last and tags[k + 2:k + 3] == ")")
    elif low[k:k + 2] and low[k] in _TIME_ZONE_WORDS and low[k + 1:k + 3] in (["standard", "time"], ["daylight", "time"]):
        last = k + 3
    return (last, meridiem, zone) if last > i else None


def meridiem(t: Text, i: int, floor: int) -> list[Atom]:
    """10 p.m., 10.30 a.m., five o'clock, 0530 hrs: from the word after the figure."""
    low, tags = t.low, t.tags
    j = i - 1
    if j < floor:
        return []
    word = low[i].replace(".", "")
    hour, minute = -1, 0
    if tags[j] == "1" and int(low[j]) <= 24:
        hour = int(low[j])
    elif tags[j] in "ct" and (word in ("o'clock", "am", "pm")):
        hour = data()["cardinals"][low[j]]
        if hour > 12:
            return []
    elif tags[j] == "9" and "." in low[j] and low[j].replace(".", "").isdecimal():
        a, _, b = low[j].partition(".")
        if len(a) <= 2 and len(b) == 2 and int(a) <= 24 and int(b) < 60:
            hour, minute = int(a), int(b)
    elif word == "hrs" or word == "hours":
        return four_figures(t, j, i + 1, floor)
    if hour < 0 or word == "hrs" or j and tags[j - 1] in ":./$" and t.doc.glued(j - 1):
        return []
    if low[i] == "am" and not t.doc.glued(j) and tags[j] in "ct":
        return []
    suffix = _suffix(t, i)
    if suffix is None:
        return []
    last, half, zone = suffix
    first = j
    if j >= 2 and low[j - 2:j] == ["half", "past"]:
        first, minute = j - 2, 30
    atoms: list[Atom] = []
    if first - 2 >= floor and tags[first - 2] == "1" and (tags[first - 1] in "->" or tags[first - 1] == "&" and tags[first - 3:first - 2] == "f") and int(low[first - 2]) <= 12 and low[first - 1] != "until":
        # 5-7 p.m.: both
        start = int(low[first - 2])
        atoms = _clock(t, first - 2, first - 1, floor, start, 0, None, half if start < hour or hour == 12 else ("am" if half == "pm" else half), zone)
    return atoms + _clock(t, first, last, floor if not atoms else first, hour, minute, None, half, zone)


def four_figures(t: Text, j: int, last: int, floor: int) -> list[Atom]:
    """1430 GMT, 0530 hours."""
    text = t.low[j]
    if j < floor or len(text) != 4 or not (text.isascii() and text.isdecimal()) or int(text[:2]) > 24 or int(text[2:]) > 59:
        return []
    return _clock(t, j, last, floor, int(text[:2]), int(text[2:]), None, None, None)


def zone(t: Text, i: int, floor: int) -> list[Atom]:
    """1400 GMT, 10 GMT, 14.30 CET."""
    low, tags = t.low, t.tags
    j, name = i - 1, data()["zones"][low[i]]
    if j < floor:
        return []
    if low[i] == "local":
        return four_figures(t, j, i + 2, floor) if low[i + 1:i + 2] == ["time"] else []
    if len(low[j]) == 4 and tags[j] in "49":
        atoms = four_figures(t, j, i + 1, floor)
    elif tags[j] == "1" and int(low[j]) <= 24:
        atoms = _clock(t, j, i + 1, floor, int(low[j]), 0, None, None, None)
    elif tags[j] == "9" and "." in low[j] and len(low[j]) <= 5:
        a, _, b = low[j].partition(".")
        if not (a.isdecimal() and b.isdecimal() and len(b) == 2 and int(a) <= 24 and int(b) < 60):
            return []
        atoms = _clock(t, j, i + 1, floor, int(a), int(b), None, None, None)
    else:
        return []
    return [a._replace(reading=a.reading._replace(zone=name)) if isinstance(a.reading, Clock) else a for a in atoms]


def today(t: Text, i: int, floor: int) -> list[Atom]:
    """Today, yesterday, tomorrow, tonight, later today."""
    low, word = t.low, t.low[i]
    first = i
    if low[i - 1:i] == ["usa"]:
        return []
    if i and t.doc.forms[i][:1].isupper() and t.doc.forms[i - 1][:1].isupper() and t.tags[i - 1] == "x" and not t.doc.forms[i].isupper() and low[i - 1].isalpha():
        return []  # a newspaper
    if word == "tonight":
        return [Atom(first, i + 1, "B", "TIME", Part("TNI", Unit("D", 0)))]
    if word == "tomorrow" and i >= 1 and low[i - 1] == "of" and low[i - 2:i - 1] != ["morning"]:
        return [Atom(i, i + 1, "R", "DATE", Fixed("FUTURE_REF"))] if low[i - 2:i - 1] != ["people"] else []
    if low[i + 1:i + 2] == ["'s"] and low[i + 2:i + 3] == ["world"]:
        return [Atom(i, i + 1, "R", "DATE", Fixed("PRESENT_REF"))]
    return [Atom(first, i + 1, "C", "DATE", Unit("D", data()["days"][word]))]


def part(t: Text, i: int, floor: int) -> list[Atom]:
    """This morning, last night, the previous evening, overnight, noon, every night."""
    low, tags = t.low, t.tags
    word = low[i]
    code = data()["parts"][word]
    if code[0].isdigit():
        if low[i - 1:i] == ["high"]:
            return []
        if t.doc.forms[i][:1].isupper() and i and t.doc.forms[i - 1][:1].isupper() and tags[i - 1] == "x":
            return []
        return [Atom(i, i + 1, "T", "TIME", Clock(int(code[:2]), 0, None, _zone_after(t, i)))]
    code = "T" + code
    before = tags[i - 1] if i > floor else ""
    if word == "overnight":
        first = i - 1 if before == "D" and False else i
        return [Atom(first, i + 1, "B", "TIME", Part("TNI"))]
    if before == "q":
        return [Atom(i - 1, i + 1, "S", "SET", Fixed("XXXX-XX-XX" + code))]
    following = t.doc.forms[i + 1] if i + 1 < len(tags) else ""
    if word == "nights" and tags[i + 1:i + 2] == "O" and tags[i + 2:i + 3] in ("1", "M", "m", "W"):
        return [Atom(i - (before == "D"), i + 1, "B", "TIME", Part(code, None, "bare"))]
    if word.endswith("s") or t.doc.forms[i][:1].isupper() and following[:1].isupper() and not t.doc.forms[i].isupper() and tags[i + 1] == "x" and before in ("D", "x", ""):
        return []
    if following.rstrip() in data()["part_compounds"] and before not in ("L", "W", "T"):
        return []
    edge = None
    j = i - 1
    if before == "E" and low[j] in ("early", "late", "mid", "earlier", "later"):
        edge, j = data()["edges"][low[j]], j - 1
        if low[j + 1] in ("earlier", "later"):
            edge = None
    elif before == "-" and j - 1 >= floor and low[j - 1] in ("mid", "early", "late"):
        edge, j = data()["edges"][low[j - 1]], j - 2
    before = tags[j] if j >= floor else ""
    reading: Part | None = None
    first = j + 1
    if before == "L" and low[j] not in ("recent", "final", "intervening"):
        shift = data()["sequence"].get(low[j], 0)
        base = ANCHOR if low[j] in data()["from_anchor"] or (low[j] == "next" and j > floor and tags[j - 1] == "D") else REF
        if low[j] == "last":
            shift = -1 if code == "TNI" else -1
        reading, first = Part(code, None, base, shift), j
        if j > floor and tags[j - 1] in "DL":
            first -= 1
            base = ANCHOR
            reading = Part(code, None, base, shift)
    elif before == "D":
        reading, first = Part(code, None, ANCHOR, 0), j
        if low[i + 1:i + 3] == ["before", "last"]:
            return [Atom(j, i + 3, "B", "TIME", Part(code, None, REF, -2))]
        if low[i + 1:i + 2] in (["before"], ["after"]) and (i + 2 >= len(tags) or tags[i + 2] in ",.)"):
            return [Atom(j, i + 2, "B", "TIME", Part(code, None, ANCHOR, -1 if low[i + 1] == "before" else 1))]
    elif before in ("i", ">", "B") and before or edge:
        if low[j] in ("in", "at", "by", "before", "after", "until", "till", "since", "to", "from", "around", "about", "of") or edge:
            reading = Part(code, None, ANCHOR, 0)
    elif before in ("W", "T", "M", "m", "1", "4", "O", "B", "X", ")", "H", "s", "'") or before == "":
        reading = Part(code, None, "bare")
    if low[j:j + 1] in (["good"], ["high"]):
        return []
    if reading is None:
        if low[j:j + 1] == ["one"]:
            return [Atom(j, i + 1, "B", "TIME", Part(code, None, "none"))]
        if tags[i + 1:i + 2] in ("O", "i"):  # Night of December 2
            return [Atom(i, i + 1, "B", "TIME", Part(code, None, "bare"))]
        return []
    return [Atom(first, i + 1, "B", "TIME", reading if edge is None else Edge(edge, reading))]


def _zone_after(t: Text, i: int) -> str | None:
    return data()["zones"][t.low[i + 1]] if t.tags[i + 1:i + 2] == "z" else None
