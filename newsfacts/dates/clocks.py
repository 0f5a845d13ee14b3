"""Clock times: 10:35, 7.15 p.m., noon, 1430 GMT, 0530 hrs, five o'clock in the afternoon."""

from __future__ import annotations

from newsfacts.dates.atoms import Atom, Text, approximated
from newsfacts.dates.readings import Clock, Fixed, Reading
from newsfacts.dates.words import GROUP, data

_OF_AMERICA = frozenset(("eastern", "central", "mountain", "pacific"))


def colon(t: Text, i: int, floor: int) -> list[Atom]:
    """10:35, 7:15 p.m., 22:30:00 GMT, and the time of 2023-12-03T10:15:00Z."""
    if not (t.glued(i) and t.glued(i + 1)) or len(t.low[i]) > 2 or len(t.low[i + 2]) != 2 or t.tag(i - 1) in ":/" and t.glued(i - 1):
        return []
    hour, minute, second, last = int(t.low[i]), int(t.low[i + 2]), None, i + 3
    if t.tag(last) == ":" and t.tag(last + 1) in "12" and len(t.low[last + 1]) == 2 and t.glued(last):
        second, last = int(t.low[last + 1]), last + 2
    if hour > 24 or minute > 59 or (second or 0) > 59:
        return []
    suffix = _suffix(t, last)
    if suffix is None:
        before = t.word(i - 1)
        stamp = before == "t" and t.glued(i - 1)
        line = i > 0 and t.doc.opens_line(i)
        if second is not None and before in GROUP.races:  # she won in 2:04:53
            return [Atom(i, last, "U", "DURATION", Fixed(f"PT{hour}H{minute}M{second}S"))]
        dated = t.word(last) == "on" and t.tag(last + 1) in "W14Mm#8"  # Issued 16:00 on Friday
        if t.name(i - 1) and not dated and not stamp and not line or before in GROUP.scores:
            return []  # a verse, a score
        suffix = last, "", None
    return _clock(t, i, suffix[0], floor, hour, minute, second, suffix[1], suffix[2])


def _clock(
    t: Text, first: int, last: int, floor: int, hour: int, minute: int, second: int | None, half: str, zone: str | None
) -> list[Atom]:
    if half and hour == 0:
        return []
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    told = half != "" or zone is not None or not 4 < hour < 12
    first, mod = approximated(t, first, floor)
    return [Atom(first, last, "T", "TIME", Clock(hour, minute, second, zone, None, told), mod if mod == "APPROX" else None)]


def _suffix(t: Text, i: int) -> tuple[int, str, str | None] | None:
    """What follows the figures of a clock time: its end, am or pm, the zone."""
    last, half, zone = i, "", None
    if t.tag(last) == "p":
        word = t.low[last].replace(".", "")
        half = word if word in ("am", "pm") else ""
        last += 1
    halves = data()["halves_of_day"]
    if t.follows(last, "in", "the") and t.word(last + 2) in halves:
        half, last = halves[t.low[last + 2]], last + 3
    bracket = _offset(t, last)
    if bracket:
        return bracket[0], half, bracket[1]
    k = last + (t.tag(last) == "(")
    end = 0
    if t.word(last) == "z" and t.glued(i - 1):
        last, zone = last + 1, "Z"
    elif t.word(last) == "+" and t.tags[last + 1:last + 3] == "1:" and t.word(last + 3) == "00" and t.glued(last):
        last, zone = last + 4, "+" + t.low[last + 1]
    elif t.tag(k) == "z" and t.low[k] != "local":
        zone, end = data()["zones"][t.low[k]], k + 1
    elif t.word(k) in GROUP.time_zones:
        size = 2 + (t.word(k + 1) in ("standard", "daylight", "summer"))
        end = k + size if t.word(k + size - 1) == "time" else k + 1 if half and t.low[k] in _OF_AMERICA and t.word(k + 1) == "on" else 0
    if end:
        last = end + (k > last and t.tag(end) == ")")
        bracket = _offset(t, last)
        last, zone = bracket or (last, zone)
    return (last, half, zone) if last > i else None


def _offset(t: Text, i: int) -> tuple[int, str] | None:
    """A zone told by its distance from the prime meridian in brackets, "(UTC+3)": its end and value."""
    if t.tag(i) != "(" or t.word(i + 1) not in ("utc", "gmt"):
        return None
    sign, at, minutes = t.word(i + 2), i + 3, ""
    if sign[:1] in "+-−–" and len(sign) > 1:
        sign, hours, at = sign[0], sign[1:], i + 3
    else:
        hours, at = t.word(i + 3), i + 4
    if t.tag(at) == ":":
        minutes, at = t.word(at + 1), at + 2
    if sign not in ("+", "-", "−", "–") or not hours.isdecimal() or len(hours) > 2 or t.tag(at) != ")":
        return None
    return at + 1, ("+" if sign == "+" else "-") + hours.zfill(2) + (":" + minutes if minutes.strip("0") else "")


def meridiem(t: Text, i: int, floor: int) -> list[Atom]:
    """10 p.m., 10.30 a.m., five o'clock, 0530 hrs, 5-7 p.m.: from the word after the figure."""
    j, word = i - 1, t.low[i].replace(".", "")
    if j < floor or t.tag(j - 1) in ":./$" and t.glued(j - 1):
        return []
    if word in ("hrs", "hours"):
        return four_figures(t, j, i + 1 + 2 * t.follows(i + 1, "local", "time"), floor)
    hour, minute = -1, 0
    if t.tags[j] == "1":
        hour = int(t.low[j])
    elif t.tags[j] in "ct" and word != "am":
        hour = data()["cardinals"][t.low[j]]
    elif t.tags[j] == "9":
        hour, minute = _dotted(t.low[j])
    suffix = _suffix(t, i)
    if not 0 <= hour <= 24 or suffix is None:
        return []
    last, half, zone = suffix
    first, hour, minute = _past(t, j, floor, hour, minute)
    atoms: list[Atom] = []
    spanned = t.tag(first - 1) in "->" or t.tag(first - 1) == "&" and t.tag(first - 3) == "f"
    if first - 2 >= floor and spanned and t.tags[first - 2] == "1" and 0 < int(t.low[first - 2]) <= 12:
        start = int(t.low[first - 2])
        other = "am" if half == "pm" else half
        atoms = _clock(t, first - 2, first - 1, floor, start, 0, None, half if start < hour or hour == 12 else other, zone)
        floor = first
    return atoms + _clock(t, first, last, floor, hour, minute, None, half, zone)


def _past(t: Text, j: int, floor: int, hour: int, minute: int) -> tuple[int, int, int]:
    """The first token, hour and minute of half past eight, a quarter to four: of the hour at token j."""
    word, part = t.word(j - 1), t.word(j - 2)
    if j - 2 < floor or part not in ("half", "quarter") or word != "past" and (word, part) != ("to", "quarter"):
        return j, hour, minute
    first = t.article(j - 2, floor, "a")
    return (first, hour - 1 or 12, 45) if word == "to" else (first, hour, 30 if part == "half" else 15)


def spoken(t: Text, i: int, floor: int) -> list[Atom]:
    """Half past four, a quarter to five: from the word "half" or "quarter", where nothing else tells the time of day."""
    j = i + 2
    hour = 0 if t.tag(j) not in "1ct" else int(t.low[j]) if t.tag(j) == "1" else data()["cardinals"][t.low[j]]
    before = t.word(i - 2) if t.tag(i - 1) == "a" else t.word(i - 1)
    if not 0 < hour <= 12 or before not in GROUP.before_hour or not t.ends(j + 1) and t.tag(j + 1) not in "WT":
        return []
    first, hour, minute = _past(t, j, floor, hour, -1)
    return [] if minute < 0 else [Atom(first, j + 1, "T", "TIME", Clock(hour, minute))]


def _dotted(text: str) -> tuple[int, int]:
    """7.15 as hour and minute; hour -1 where it is none."""
    a, _, b = text.partition(".")
    if a.isdecimal() and b.isdecimal() and len(a) <= 2 and len(b) == 2 and int(a) <= 24 and int(b) < 60:
        return int(a), int(b)
    return -1, 0


def four_figures(t: Text, j: int, last: int, floor: int) -> list[Atom]:
    """1430 GMT, 0530 hours, 0600 local time."""
    text = t.word(j)
    if j < floor or len(text) != 4 or not (text.isascii() and text.isdecimal()) or int(text[:2]) > 24 or int(text[2:]) > 59:
        return []
    return _clock(t, j, last, floor, int(text[:2]), int(text[2:]), None, "", None)


def zoned(t: Text, i: int, floor: int) -> list[Atom]:
    """1400 GMT, 10 GMT, 14.30 CET: from the zone after the figure."""
    j = i - 1
    if j < floor:
        return []
    if t.low[i] == "local":
        named = t.word(i + 1) == "time"
        return four_figures(t, j, i + 1 + named, floor) if named or t.word(i + 1) == "on" else []  # 0300 local on Sunday
    if len(t.low[j]) == 4 and t.tags[j] in "49" and t.low[j].isdecimal():
        atoms = four_figures(t, j, i + 1, floor)
    else:
        hour, minute = (int(t.low[j]), 0) if t.tags[j] == "1" else _dotted(t.low[j]) if t.tags[j] == "9" else (-1, 0)
        if not 0 <= hour <= 24:
            return []
        atoms = _clock(t, j, i + 1, floor, hour, minute, None, "", None)
    name = data()["zones"][t.low[i]]
    return [a.replaced(reading=a.reading.replaced(zone=name)) for a in atoms if isinstance(a.reading, Clock)]


def named_hour(t: Text, i: int, code: str) -> list[Atom]:
    """Noon, midnight; not "High Noon"."""
    if t.word(i - 1) in GROUP.high or t.word(i + 1) in GROUP.part_compounds or t.titled(i) and t.name(i - 1):
        return []
    zone = data()["zones"][t.low[i + 1]] if t.tag(i + 1) == "z" and t.low[i + 1] != "local" else None
    hour = 0 if code == "24:00" and t.word(i - 1) == "after" else int(code[:2])  # shortly after midnight on Monday
    return [Atom(i, i + 1 + 2 * t.follows(i + 1, "local", "time"), "T", "TIME", Clock(hour, 0, None, zone))]


def hour_in(hour: int, code: str) -> int:
    """The hour of the day of 3 in the afternoon, 9 at night, 12 in the morning."""
    if code in ("TAF", "TEV") and 0 < hour < 12 or code == "TNI" and 4 < hour < 12:
        return hour + 12
    return 0 if code == "TMO" and hour == 12 else hour


def hour_before(t: Text, i: int, floor: int, code: str, day: Reading) -> Atom | None:
    """A bare hour before a part of the day at token i: at 5 in the morning, at nine tonight; `day`: that which the part tells."""
    j = i - 3 if t.low[i - 2:i] == ["in", "the"] else i - 1 if t.word(i) == "tonight" else i - 2
    dotted = _dotted(t.low[j]) if j > floor and t.tags[j] == "9" else (-1, 0)
    if j - 1 < floor or t.tags[j] not in "1ct" and dotted[0] < 0 or t.low[j - 1] not in GROUP.before_hour or t.low[i] == "lunchtime":
        return None
    if t.low[j - 2:j] in (["up", "from"], ["down", "from"]):
        return None  # eight are dead, up from five this morning
    hour = dotted[0] if dotted[0] >= 0 else int(t.low[j]) if t.tags[j] == "1" else data()["cardinals"][t.low[j]]
    if not 0 < hour <= 12:
        return None
    first, hour, minute = _past(t, j, floor, hour, dotted[1])
    first, mod = approximated(t, first, floor)
    of = None if t.low[i - 1] == "the" else day
    return Atom(first, i + 1, "T", "TIME", Clock(hour_in(hour, code), minute, None, None, of), mod if mod == "APPROX" else None)
