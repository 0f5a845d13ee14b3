"""What is told in units: last week, two days ago, the first nine months, six months, twice a week, the third quarter."""

from __future__ import annotations

from newsfacts.dates.atoms import Atom, Text, approximated, duration, number_before
from newsfacts.dates.readings import ANCHOR, REF, Day, Decade, Edge, Fixed, Last, Nth, Offset, Part, Same, Unit
from newsfacts.dates.words import data, refs

_LONG = {"old": 2, "long": 2, "term": 0}
_SET_NUMBERS = frozenset(("once", "twice", "times", "thrice"))
_MONEY = frozenset(("$", "£", "€", "dollars", "euros", "pounds", "cents", "percent", "barrels", "people", "tons", "tonnes", "million", "billion"))


def unit(t: Text, i: int, floor: int) -> list[Atom]:
    """An expression around a unit word at token i."""
    low, tags = t.low, t.tags
    n, name = len(tags), data()["units"][low[i]]
    plural = tags[i] == "U"
    fixed = ref(t, i, floor)
    if fixed:
        return fixed
    j = i - 1
    hyphen = j > floor and tags[j] == "-" and t.doc.glued(j) and t.doc.glued(j - 1)
    if hyphen:
        j -= 1
    if name == "D" and low[i] == "day" and i + 1 < n and t.doc.forms[i][:1].isupper() and i > floor and t.doc.forms[j][:1].isupper() and tags[j] not in "DL":
        return []  # a named day that is not known
    # the third quarter, first half, 21st century
    nth = _nth(t, i, j, floor, name)
    if nth is not None:
        return nth
    adjective = j
    if j - 1 >= floor and tags[j] == "x" and low[j] in ("straight", "consecutive", "full", "long", "whole", "more", "calendar", "trading", "working", "business", "solid", "further",
                                                       "additional", "successive", "school", "light", "other", "extra", "short", "calendar", "entire"):
        adjective = j - 1
    if plural and j - 1 >= floor and tags[j] == "L" and tags[j - 1] in "ctyh1g" and low[j - 1] not in data()["cardinals_large"]:
        adjective = j - 1
    number = number_before(t, adjective, floor)
    if number is None and j >= floor and low[j] == "half" and name in "YhTCm":
        number = (0.5, j)
    if number is not None:
        if low[adjective] == "one" and not plural and not hyphen and tags[i + 1:i + 2] not in ("A", "B") and j > floor and tags[j - 1] in "qD":
            return []
        return _counted(t, i, number, floor, name, plural, hyphen, adjective != j and tags[j] == "L")
    if tags[i + 1:i + 2] == "-" and t.doc.glued(i) and i + 2 < n and t.doc.glued(i + 1):
        return _compound(t, i, j, floor, name)
    before = tags[j] if j >= floor else ""
    if hyphen:
        return []
    if not plural and low[i + 1:i + 3] == ["'s", "end"] and name in "YMW":
        return [Atom(j if before in ("D", "L") and j >= floor else i, i + 3, "G", "DATE", Edge("END", Unit(name, data()["sequence"].get(low[j], 0) if before == "L" else 0, "near" if before != "L" else REF)))]
    if plural:
        return _bare_plural(t, i, j, floor, name)
    if before == "q":
        if low[j] == "per":
            return []  # a rate
        first = j
        if j > floor and low[j - 1] in ("almost", "nearly"):
            first -= 1
        return [Atom(first, i + 1, "S", "SET", Fixed(duration(1, name)))]
    if before and before in "Lr":
        return _sequence(t, i, j, floor, name)
    if before == "a":
        return _a_unit(t, i, j, floor, name)
    if before == "D":
        return _the_unit(t, i, j, floor, name)
    if before == "K" or before == "x" and low[j] in ("calendar", "full", "whole", "entire", "same", "very"):
        if j - 1 >= floor and tags[j - 1] == "D" and before == "K" and low[i + 1:i + 2] in (["ended"], ["ending"]):
            return [Atom(j - 1, i + 1, "U", "DURATION", Fixed(duration(1, name)))]
        if j - 1 >= floor and tags[j - 1] == "D":
            return [Atom(j - 1, i + 1, "G", "DATE", Unit(name, 0, ANCHOR if low[j] == "same" else REF))] if before == "K" or name in "YQMWD" else []
        if j - 1 >= floor and tags[j - 1] == "L":
            return _sequence(t, i, j - 1, floor, name)
        if before == "K" and tags[i + 1:i + 2] == "4":
            return [Atom(j, i + 2, "G", "DATE", Day(int(low[i + 1])))]
    if before == "n" and name in "YQ":
        return []
    if before == "E" and name in "YMWD" and low[j] in ("mid",):
        return []
    return []


def _nth(t: Text, i: int, j: int, floor: int, name: str) -> list[Atom] | None:
    low, tags = t.low, t.tags
    if j < floor:
        return None
    if tags[j] == "K" and j - 1 >= floor:
        j -= 1
    value, first = 0, j
    if tags[j] == "o" and low[j] != "second" or tags[j] == "o" and name in "QHCWMTDY":
        value = data()["ordinals"][low[j]]
        if j - 2 >= floor and tags[j - 2:j] == "y-":
            value, first = value + data()["cardinals"][low[j - 2]], j - 2
    elif tags[j] == "X" and j > floor and tags[j - 1] in "12":
        value, first = int(low[j - 1]), j - 1
    elif name == "Q" and (low[j] in ("last", "final") and (tags[i + 1:i + 2] in ("O", "4"))):
        value = 4
    elif low[j] in ("last", "final", "first") and tags[i + 1:i + 2] == "O" and name in "WED":
        value = -1
    else:
        return None
    if value == 0:
        return None
    if first > floor and tags[first - 1] == "K":
        first -= 1
    if first > floor and tags[first - 1] in "D":
        first -= 1
    elif first > floor and tags[first - 1] == "L" and low[first - 1] == "this":
        first -= 1
    if name == "C":
        last, bc = i + 1, False
        if tags[last:last + 1] == "b":
            bc, last = low[last].startswith("b"), last + 1
        return [Atom(first, last, "G", "DATE", Decade(value - 1, True, bc))]
    if name == "Q":
        if not -1 < value < 5 or tags[i] == "U":
            return []
        return [Atom(first, i + 1, "G", "DATE", Nth("Q", value))]
    if name in "WDEM" and tags[i + 1:i + 2] == "O" and value < 6 or value == -1:
        return [Atom(first, i + 1, "N", "DATE", Nth(name, value))]
    return []


def _counted(t: Text, i: int, number: tuple[float | None, int], floor: int, name: str, plural: bool, hyphen: bool, inner: bool) -> list[Atom]:
    """N units, with what stands around them."""
    low, tags = t.low, t.tags
    value, first = number
    last = i + 1
    if value == 1 and not hyphen and name == "D" and low[first] == "one" and tags[last:last + 1] not in ("A", "B") and low[first - 1:first] not in (
            ["for"], ["in"], ["within"], ["after"], ["than"], ["least"], ["about"], ["only"], ["just"], ["last"], ["lasted"]):
        return []
    n = len(tags)
    if not plural and not hyphen and value != 1 and value != 0.5 and not (value is not None and value > 1 and (tags[first] in "ctyh12" and name in "YMWDhm")):
        if tags[first] not in "ctyh1249g" or low[first] in ("some", "few", "several"):
            return []
        return []
    if name == "s" and hyphen and tags[first] in "o":
        return []
    if low[last:last + 3] == ["and", "a", "half"] and value is not None:
        value, last = value + 0.5, last + 3
    if tags[last:last + 1] == "-" and t.doc.glued(i) and low[last + 1:last + 2] and low[last + 1] in ("old", "long", "olds"):
        if low[last + 1] == "long":
            return [Atom(first, last + 2, "U", "DURATION", Fixed(duration(value, name)))]
        return [] if name == "Y" else [Atom(first, last + 2, "U", "DURATION", Fixed(duration(value, name)))]  # an age is no time
    if low[last:last + 1] == ["old"] or low[last:last + 2] == ["of", "age"] or tags[last:last + 1] in ("a", "q") and tags[last + 1:last + 2] == "u" and tags[last:last + 1] != "":
        return []  # an age; 24 hours a day
    if name == "Q" and (hyphen or tags[last:last + 1] == "O" or low[last:last + 1] == ["more"]):
        return []  # a share
    if t.doc.forms[i][:1].isupper() and not t.doc.forms[i].isupper() and tags[first] in "1249":
        return []  # a title
    if hyphen:
        mod = None
        return [Atom(first, last, "U", "DURATION", Fixed(duration(value, name)), mod)]
    if low[first] in ("some",) and tags[first] == "g" or low[first - 1:first] == ["aged"]:
        return []
    if first - 2 >= floor and low[first - 1] in ("to", "or", "-", "–") and tags[first] in "ct1" and not hyphen:
        lower = number_before(t, first - 2, floor)
        if lower and lower[0] is not None and value is not None and lower[0] < value and tags[lower[1]] in "ct1":
            value, first = lower
    begin, mod = approximated(t, first, floor)
    if low[begin:begin + 1] == ["over"] and (value is None or begin and low[begin - 1] in ("spread", "time")):
        begin, mod = first, None
    if low[last:last + 2] == ["or", "so"]:
        last += 2
        mod = mod or "APPROX"
    after = low[last] if last < n else ""
    if after in ("ago", "hence") or low[last:last + 2] == ["from", "now"]:
        end = last + (1 if after in ("ago", "hence") else 2)
        return [Atom(begin, end, "G", "DATE", Offset(value, name, -1 if after == "ago" else 1, REF), _bound(mod))]
    if after in ("earlier", "later", "previously", "beforehand", "afterwards", "afterward", "prior") and not (after in ("earlier", "later") and low[last + 1:last + 2] == ["than"]) and (
            after != "prior" or low[last + 1:last + 2] != ["to"]):
        return [Atom(begin, last + 1, "G", "DATE", Offset(value, name, 1 if after in ("later", "afterwards", "afterward") else -1, ANCHOR), _bound(mod))]
    if after in ("before", "after") and _clause_ends(t, last + 1):
        return [Atom(begin, last + 1, "G", "DATE", Offset(value, name, 1 if after == "after" else -1, ANCHOR), _bound(mod))]
    # the last three years, the next few weeks, each of the past three years
    k = begin - 1
    sequence = ""
    if inner:
        sequence = low[i - 1]
    if k >= floor and tags[k] == "L" and low[k] not in ("current", "present", "that"):
        sequence, begin = low[k], k
        if k - 1 >= floor and tags[k - 1] in "D":
            begin = k - 1
    elif k >= floor and tags[k] == "o" and low[k] in ("first", "last"):
        sequence, begin = low[k], k
        if k - 1 >= floor and tags[k - 1] == "D":
            begin = k - 1
        return [Atom(begin, last, "F", "DURATION", Fixed(duration(value, name)))]
    elif k >= floor and tags[k] == "D":
        begin = k
        if tags[k + 1] == "~":
            begin = k
        return [Atom(begin, last, "U", "DURATION", Fixed(duration(value, name)), mod)]
    if k >= floor and tags[k] == "q" and value is not None and not sequence:
        return [Atom(k, last, "S", "SET", Fixed(duration(value, name)))]
    kind = "F" if sequence in ("last", "final") and value is not None else "U"
    if sequence in ("last", "past", "next", "coming", "previous") and value is not None and mod is None:
        sign = 1 if sequence in ("next", "coming") else -1
        return [Atom(begin, last, kind, "DURATION", Last(duration(value, name), sign * value, name))]
    return [Atom(begin, last, kind, "DURATION", Fixed(duration(value, name)), mod)]


def _bound(mod: str | None) -> str | None:
    return "APPROX" if mod == "APPROX" else None


def _clause_ends(t: Text, i: int) -> bool:
    """Whether nothing follows a "before": two days before, ..."""
    return i >= len(t.tags) or t.tags[i] in ",.):" or t.low[i] in ("in", "at", "when", "and", "but", "on", ";")


def _compound(t: Text, i: int, j: int, floor: int, name: str) -> list[Atom]:
    """year-end, day-long, year-ago, year-earlier, weeks-long, year-on-year."""
    low, tags = t.low, t.tags
    second = low[i + 2]
    first = i
    if tags[i] == "u" and low[i + 2] == "by":
        return []
    if second == "end" or second == "ends":
        before = tags[j] if j >= floor else ""
        if before == "D":
            first = j
        elif before == "L":
            return [Atom(j, i + 3, "G", "DATE", Edge("END", Unit(name, data()["sequence"][low[j]])))]
        return [Atom(first, i + 3, "G", "DATE", Edge("END", Unit(name, 0)))]
    if second == "long":
        if tags[i] == "U":
            return [Atom(first, i + 3, "U", "DURATION", Fixed(duration(None, name)))]
        return [Atom(first, i + 3, "U", "DURATION", Fixed(duration(1, name)))]
    if second == "old" and tags[i] == "U":
        return [Atom(first, i + 3, "U", "DURATION", Fixed(duration(None, name)))]
    if second in ("ago", "earlier") and name in "YMWQ":
        last = i + 3
        if j >= floor and tags[j] == "D":
            first = j
        if tags[last:last + 1] in ("d", "u") and low[last] in ("period", "quarter", "month", "year", "week"):
            last += 1
            return [Atom(first, last, "G", "DATE", Offset(1, name, -1, ANCHOR))]
        return [Atom(i, i + 3, "G", "DATE", Offset(1, name, -1, ANCHOR if second == "earlier" else REF))]
    return []


def _bare_plural(t: Text, i: int, j: int, floor: int, name: str) -> list[Atom]:
    """Years, for weeks, recent months, the coming days, months ago."""
    low, tags = t.low, t.tags
    before = tags[j] if j >= floor else ""
    after = low[i + 1] if i + 1 < len(tags) else ""
    value = duration(None, name)
    if after in ("ago", "earlier", "later") and before not in ("x",):
        first = j if before == "g" else i
        return [Atom(first, i + 2, "G", "DATE", Offset(None, name, 1 if after == "later" else -1, REF if after == "ago" else ANCHOR))]
    if tags[i + 1:i + 2] == "-" and t.doc.glued(i) and i + 2 < len(tags) and low[i + 2] in ("long", "old"):
        return [Atom(i, i + 3, "U", "DURATION", Fixed(value))]
    if low[i] in ("seconds", "minutes") and before not in ("i", "L", "") and low[j:j + 1] != ["for"]:
        return []
    if before and before in "Lr":
        first, word = j, low[j]
        if j > floor and tags[j - 1] == "D":
            first = j - 1
        if word == "recent":
            last = i + 1
            if tags[last:last + 2] == "&U":
                last += 2
            return [Atom(j, last, "R", "DATE", Fixed("PAST_REF"))]
        if word in ("these", "those", "that"):
            return []
        if word == "past" or word == "last":
            return [Atom(first, i + 1, "U", "DURATION", Fixed(value))]
        return [Atom(first, i + 1, "U", "DURATION", Fixed(value))]
    if before == "D":
        if after == "ahead":
            return [Atom(j, i + 2, "U", "DURATION", Fixed(value))]
        return [Atom(j, i + 1, "U", "DURATION", Fixed(value))] if low[j - 1:j] and low[j - 1] in ("over", "through", "in", "for", "during", "throughout") and after != "of" else []
    if before in ("i", "B", ">") or low[j:j + 1] in (["for"], ["over"], ["several"], ["within"], ["takes"], ["take"], ["took"], ["last"], ["lasted"], ["spent"], ["many"], ["wait"]):
        if name in "smh" and low[j] not in ("for", "within", "in", "after"):
            return []
        if low[i] in ("days", "weeks", "months", "years", "decades", "hours", "minutes", "centuries", "seconds") and after not in ("'",):
            return [Atom(i, i + 1, "U", "DURATION", Fixed(value))]
    if name in "WMYTC" and (tags[i + 1:i + 2] == "B" or after in ("of",)) and low[i] in ("weeks", "months", "years", "decades", "centuries"):
        return [Atom(i, i + 1, "U", "DURATION", Fixed(value))]
    return []


def _sequence(t: Text, i: int, j: int, floor: int, name: str) -> list[Atom]:
    """Last week, this year, the following month, that day, the same period."""
    low, tags = t.low, t.tags
    word = low[j]
    shift = data()["sequence"].get(word)
    if shift is None:
        return []
    base = ANCHOR if word in data()["from_anchor"] else REF
    if tags[i + 1:i + 2] == "-" and t.doc.glued(i) and low[i + 2:i + 3] == ["old"]:
        return []
    first = j
    if j > floor and tags[j - 1] == "D":
        first = j - 1
        if word == "next" and name in "DMYWE":
            base = ANCHOR if name in "DY" else REF
    elif j > floor and tags[j - 1] == "L" and (low[j - 1] in ("this", "these") and word in ("past", "last", "coming", "current", "same", "next") or low[j - 1] in ("that", "those") and word == "same"):
        first = j - 1
        if low[first] == "that":
            base = ANCHOR
    if word in ("recent", "intervening", "final"):
        return [Atom(first, i + 1, "R", "DATE", Fixed("PAST_REF"))] if word == "recent" and name in "YMWD" else []
    if name == "Q" and word in ("latest", "same"):
        return [Atom(first, i + 1, "G", "DATE", Unit("Q", 0, "quarter"))]
    if word in ("latest", "corresponding", "comparable"):
        if name not in "QMWY":
            return []
        return [Atom(first, i + 1, "G", "DATE", Unit(name, -1 if word == "latest" and name != "W" else 0, REF if word == "latest" else ANCHOR))]
    if first != j and (word == "next" and name in "TC" or word == "coming" and name in "TCh"):
        return [Atom(first, i + 1, "U", "DURATION", Fixed(duration(1, name)))]
    if t.doc.forms[i][:1].isupper() and t.doc.forms[j][:1].isupper() and j and not t.doc.forms[i].isupper() and (tags[j - 1] == "x" and j not in t.doc.sent_firsts):
        return []  # a title
    if first != j and (word == "past" and name in "hYTCMWQD" or word == "last" and name == "D" and low[first - 1:first] in (["over"], ["in"], ["within"])):
        return [Atom(first, i + 1, "U", "DURATION", Last(duration(1, name), -1, name))]
    if word == "past" and name in "TC":
        return [Atom(first, i + 1, "U", "DURATION", Fixed(duration(1, name)))]
    if name in "smh":
        if word in ("past", "next", "last", "coming"):
            return [Atom(first, i + 1, "U", "DURATION", Fixed(duration(1, name)))]
        return []
    if name in "GLHF":
        return []
    return [Atom(first, i + 1, "C" if name == "D" else "G", "TIME" if name == "N" else "DATE", Unit(name, shift, base))]


def _a_unit(t: Text, i: int, j: int, floor: int, name: str) -> list[Atom]:
    """A year ago, twice a week, a week, a day later, a year and a half."""
    low, tags = t.low, t.tags
    after = low[i + 1] if i + 1 < len(tags) else ""
    previous = low[j - 1] if j else ""
    begin, mod = approximated(t, j, floor)
    if name == "Q" and after not in ("ago", "earlier", "later"):
        return []
    if after in ("ago", "earlier", "later", "hence", "previously", "afterwards", "afterward") and low[i + 2:i + 3] != ["than"]:
        return [Atom(begin, i + 2, "G", "DATE", Offset(1, name, 1 if after in ("later", "hence", "afterwards", "afterward") else -1, REF if after in ("ago", "hence") else ANCHOR), _bound(mod))]
    if low[i + 1:i + 3] == ["from", "now"]:
        return [Atom(begin, i + 3, "G", "DATE", Offset(1, name, 1, REF))]
    if after in ("before", "after") and _clause_ends(t, i + 2):
        return [Atom(begin, i + 2, "G", "DATE", Offset(1, name, 1 if after == "after" else -1, ANCHOR), _bound(mod))]
    if low[i + 1:i + 3] in (["or", "two"], ["or", "so"]):
        return [Atom(begin, i + 3, "U", "DURATION", Fixed(duration(1, name)), "APPROX")]
    if low[i + 1:i + 4] == ["and", "a", "half"]:
        return [Atom(begin, i + 4, "U", "DURATION", Fixed(duration(1.5, name)), mod)]
    if previous in _SET_NUMBERS:
        first = j - 1
        if previous == "times":
            found = number_before(t, j - 2, floor)
            first = found[1] if found else j - 1
        return [Atom(first, i + 1, "S", "SET", Fixed(duration(1, name)))]
    if j and (tags[j - 1] in "1249ctyhgUu" or previous in _MONEY or previous.endswith("s") and tags[j - 1] == "x" and previous not in ("is", "was", "takes", "this", "lasts", "has",
                                                                                                                            "less", "plus", "across", "as", "spends")):
        return []  # a rate
    if begin != j or name == "F" or previous in ("for", "in", "within", "after", "over", "about", "takes", "take", "took", "lasted", "last", "than", "half", "once", "spent", "lasts", "every", "by", "nearly",
                                  "spend", "until", "waited", "wait", "only", "just"):
        if previous in ("in", "on") and name in "D" and False:
            return []
        first = begin
        if previous == "half":
            return [Atom(j - 1, i + 1, "U", "DURATION", Fixed(duration(0.5, name)))] if name in "hYm" else []
        return [Atom(first, i + 1, "U", "DURATION", Fixed(duration(1, name)), mod)]
    return []


def _the_unit(t: Text, i: int, j: int, floor: int, name: str) -> list[Atom]:
    """The year, the day before, the weekend, the month."""
    low, tags = t.low, t.tags
    after = low[i + 1] if i + 1 < len(tags) else ""
    previous = low[j - 1] if j else ""
    if after == "before" and low[i + 2:i + 3] == ["last"] and name in "DWMYEQ":
        return [Atom(j, i + 3, "C" if name == "D" else "G", "DATE", Unit(name, -2))]
    if after in ("ended", "ending") and name in "YQ":
        return [Atom(j, i + 1, "U", "DURATION", Fixed(duration(1, name)))]
    if after in ("before", "after", "earlier", "later", "prior", "previous") and (_clause_ends(t, i + 2) or after in ("earlier", "later", "previous")) and name in "DWMYE":
        return [Atom(j, i + 2, "C" if name == "D" else "G", "DATE", Offset(1, name, 1 if after in ("after", "later") else -1, ANCHOR))]
    if after in ("before", "after") and name in "DWMYN":
        return [Atom(j, i + 1, "O", "DATE", Unit(name, 0))]  # the day before yesterday: merged, else dropped
    if name == "E":
        return [Atom(j, i + 1, "G", "DATE", Unit("E", 0, "near"))]
    if name in "YMWQ" and previous in ("for", "of", "in", "during", "this", "throughout", "through", "over", "earlier", "later", "by", "end", "since", "on", "within", "from", "until", "to") and after != "of" and not after[:1] == "-":
        return [Atom(j, i + 1, "G", "DATE", Unit(name, 0, "quarter" if name == "Q" else "near"))]
    if name == "W" and after == "of":
        return [Atom(j, i + 1, "O", "DATE", Unit(name, 0))]
    if name in "YMDT" and previous in ("earlier", "later") or name == "D" and previous in ("of", "in", "during", "for", "on", "throughout", "through", "on") and after not in ("of", "when", "the", "he", "she", "after"):
        return [Atom(j, i + 1, "G", "DATE", Unit(name, 0, "near"))] if previous in ("earlier", "later", "in", "during", "throughout") else []
    return []


def ref(t: Text, i: int, floor: int) -> list[Atom]:
    """A fixed phrase that ends with token i: now, these days, at the moment, the future."""
    low = t.low
    if low[i] == "soon" and (low[i + 1:i + 2] and low[i + 1] in ("after", "afterward", "afterwards", "as", "followed", "enough", "thereafter") or i and (
            low[i - 1] in ("was", "were", "had", "very", "too", "how", "would") or low[i - 1] == "as") or i + 1 < len(low) and (low[i + 1].endswith("ed") or low[i + 1] in data()["tense"]["past"])):
        if low[i + 1:i + 3] == ["as", "possible"] and low[i - 1] == "as":
            return [Atom(i - 1, i + 3, "R", "DATE", Fixed("FUTURE_REF"))]
        return []
    for words, value in refs_by_last().get(low[i], ()):
        first = i + 1 - len(words)
        if first >= floor and tuple(low[first:i + 1]) == words:
            return [Atom(first, i + 1, "R", "DATE", Fixed(value))]
    return []


_BY_LAST: dict[str, list[tuple[tuple[str, ...], str]]] = {}


def refs_by_last() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Last word → (all words, value), the longest first."""
    if not _BY_LAST:
        for entries in refs().values():
            for words, value in entries:
                _BY_LAST.setdefault(words[-1], []).append((words, value))
        for found in _BY_LAST.values():
            found.sort(key=lambda e: -len(e[0]))
    return _BY_LAST


def adjective(t: Text, i: int, floor: int) -> list[Atom]:
    """Current, recent, future before a noun."""
    low, tags = t.low, t.tags
    fixed = ref(t, i, floor)
    if fixed:
        return fixed
    value = data()["ref_adjectives"][low[i]]
    if tags[i + 1:i + 2] in ("u", "U", "P", "d") and i + 1 < len(tags) or tags[i + 1:i + 2] in ("K", "x") and tags[i + 2:i + 3] in ("u", "U") and i + 2 < len(tags):
        return []
    if value is None or t.doc.forms[i][:1].isupper() and i and t.doc.forms[i - 1][:1].isupper():
        return []
    if low[i] == "future" and not (i and tags[i - 1] in "D"):
        return [Atom(i, i + 1, "R", "DATE", Fixed(value))] if i + 1 < len(tags) and tags[i + 1] == "x" else []
    return [Atom(i, i + 1, "R", "DATE", Fixed(value))]


def period(t: Text, i: int, floor: int) -> list[Atom]:
    """The same period, that time, the 1988 period, the same time."""
    low, tags = t.low, t.tags
    fixed = ref(t, i, floor)
    if fixed:
        return fixed
    word, j = low[i], i - 1
    if j < floor or word in ("moment", "anniversary", "era"):
        return []
    if tags[j] == "4" and word in ("period", "quarter") and j > floor and tags[j - 1] == "D":
        return [Atom(j - 1, i + 1, "G", "DATE", Day(int(low[j])))]
    if tags[j] == "L" and low[j] == "latest" and word == "period":
        return [Atom(j - (j > floor and tags[j - 1] == "D"), i + 1, "G", "DATE", Unit("Q", 0, "quarter"))]
    if tags[j] != "L":
        return []
    first = j
    if j > floor and tags[j - 1] in "DL":
        first -= 1
    seq = low[j]
    if word == "period" and seq in ("same", "that", "corresponding", "comparable", "preceding", "previous"):
        if seq in ("preceding", "previous"):
            return []
        return [Atom(first, i + 1, "G", "DATE", Same())]
    if word == "time" and seq == "that" and (low[j - 1:j] in (["at"], ["by"], ["since"], ["until"], ["of"])):
        return [Atom(j, i + 1, "R", "DATE", Same("time"))]
    if word == "date" and seq == "that":
        return [Atom(j, i + 1, "G", "DATE", Same())]
    return []


def set_word(t: Text, i: int, floor: int) -> list[Atom]:
    """Daily, weekly, annually."""
    value = data()["sets"][t.low[i]]
    if value is None or i and t.doc.forms[i][:1].isupper() and t.low[i - 1].isalpha():
        return []
    if i + 1 < len(t.tags) and t.doc.forms[i + 1][:1].isupper() and t.tags[i + 1] == "x":
        return []  # a newspaper
    first = i
    if i > floor and t.low[i - 1] in ("twice", "almost"):
        first = i - 1 if t.low[i - 1] == "twice" else i
    return [Atom(first, i + 1, "S", "SET", Fixed(value))]


def half(t: Text, i: int, floor: int) -> list[Atom]:
    """The first half (of 2023): counts only beside a year."""
    low, j = t.low, i - 1
    if j < floor or low[j] not in ("first", "second", "latter", "last", "1st", "2nd"):
        return []
    first = j - (j > floor and t.tags[j - 1] == "D")
    return [Atom(first, i + 1, "N", "DATE", Nth("H", 1 if low[j] == "first" else 2))]


def long_word(t: Text, i: int, floor: int) -> list[Atom]:
    """Weeklong, yearlong."""
    unit_name = data()["long"][t.low[i]]
    return [Atom(i, i + 1, "U", "DURATION", Fixed(duration(None if unit_name.endswith("+") else 1, unit_name[0])))]


def decade_word(t: Text, i: int, floor: int) -> list[Atom]:
    """The eighties."""
    if i > floor and t.tags[i - 1] in "D-E":
        j = i - 1 if t.tags[i - 1] == "D" else i
        return [Atom(j, i + 1, "G", "DATE", Decade(190 + data()["decades"][t.low[i]] // 10, short=True))]
    return []


def early_hours(t: Text, i: int, floor: int) -> list[Atom]:
    """The early hours, the small hours: the morning."""
    low, tags = t.low, t.tags
    if low[i] != "hours" or i - 1 < floor or low[i - 1] not in ("early", "small", "wee", "predawn", "pre-dawn", "late", "evening", "morning", "night", "dawn", "darkness", "overnight"):
        return []
    word, first = low[i - 1], i - 1
    if word == "morning" and i - 2 >= floor and low[i - 2] == "early":
        first = i - 2
    if first > floor and tags[first - 1] == "D":
        first -= 1
    code = {"evening": "TEV", "night": "TNI", "darkness": "TNI", "late": "TEV", "overnight": "TNI"}.get(word, "TMO")
    part = Part(code, None, ANCHOR)
    return [Atom(first, i + 1, "B", "TIME", Edge("START", part) if word == "early" else part)]
