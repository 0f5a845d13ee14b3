"""Parts of the day, and today with its neighbours: this morning, last night, overnight, the early hours, tomorrow."""

from __future__ import annotations

from newsfacts.dates.atoms import Atom, Text
from newsfacts.dates.clocks import hour_before, hour_in, named_hour
from newsfacts.dates.readings import ANCHOR, BARE, NEAR, NOWHERE, REF, Clock, Edge, Fixed, Part, Same, Unit
from newsfacts.dates.words import GROUP, data


def today(t: Text, i: int, floor: int) -> list[Atom]:
    """Today, yesterday, tomorrow, tonight; not "the people of tomorrow"."""
    word = t.low[i]
    if t.word(i - 1) in GROUP.newspapers or t.titled(i) and t.name(i - 1):
        return []
    if word == "tonight":
        hour = hour_before(t, i, floor, "TNI", Unit("D", 0)) if t.tag(i - 1) in "1ct" else None
        at = t.word(i + 1) == "at" and t.tag(i + 2) in "1ct" and t.ends(i + 3) and t.tag(i + 3) != ":"
        told = 0 if not at else int(t.low[i + 2]) if t.tag(i + 2) == "1" else data()["cardinals"][t.low[i + 2]]
        if 0 < told <= 12 and not hour:  # tonight at 8
            return [Atom(i, i + 3, "T", "TIME", Clock(hour_in(told, "TNI"), 0, None, None, Unit("D", 0)))]
        return [hour] if hour else [Atom(i, i + 1, "B", "TIME", Part("TNI", Unit("D", 0)))]
    if word == "tomorrow" and t.word(i - 1) == "of" and t.word(i - 2) not in data()["parts"]:
        return []
    return [Atom(i, i + 1, "C", "DATE", Unit("D", data()["days"][word]))]


def part(t: Text, i: int, floor: int) -> list[Atom]:
    """This morning, last night, the previous evening, overnight, noon, every night, late in the evening."""
    word, low = t.low[i], t.low
    code = data()["parts"][word]
    if code[0].isdigit():
        return named_hour(t, i, code)
    if t.word(i + 1) == "hours" and word in data()["hours"]:
        return []  # the early morning hours: read at "hours"
    code = "T" + code
    before = t.tag(i - 1) if i > floor else " "
    if word == "overnight" and t.word(i + 1) in GROUP.overnight_nouns:
        return []  # an overnight train
    if word == "overnight":
        told = before in "DLan" or not GROUP.overnighting.isdisjoint(low[max(0, i - 3):i])  # the overnight raids, held them overnight
        return [Atom(i, i + 1, "B", "TIME", Part(code, None, ANCHOR if told else REF))]
    if before == "q" and low[i - 1] != "per":
        return [Atom(i - 1, i + 1, "S", "SET", Fixed("XXXX-XX-XX" + code))]
    if word == "nights" and t.tag(i + 1) == "O" and t.tag(i + 2) in "1MmW":  # the nights of May 4 to 5
        return [Atom(t.article(i, floor), i + 1, "B", "TIME", Part(code, None, BARE))]
    compound = t.word(i + 1) in GROUP.part_compounds and before not in "LWT" and t.tag(i - 1) != "W"
    if word.endswith("s") or compound or t.word(i - 1) in GROUP.greetings:
        return []
    if t.titled(i) and t.name(i + 1) and before in "Dx ":
        return []  # a newspaper
    edge, j = None, i - 1
    if before == "E" and low[j] in GROUP.edge_adjectives:
        edge, j = (data()["edges"][low[j]] if low[j] in GROUP.edges_in else None), j - 1
    elif before == "-" and j > floor and low[j - 1] in GROUP.edges_in:
        edge, j = data()["edges"][low[j - 1]], j - 2
    found = _dated_part(t, i, j, floor, code, edge is not None or j < i - 1)
    if found is None:
        return []
    if edge is None and t.tag(i - 3 if t.low[i - 1] == "the" else i - 2) in "1ct9":
        hour = hour_before(t, i, floor, code, found.reading)
        if hour is not None:
            return [hour]
    return [found if edge is None else found.replaced(reading=Edge(edge, found.reading))]


def _dated_part(t: Text, i: int, j: int, floor: int, code: str, edged: bool) -> Atom | None:
    """A part of the day by the word at token j before it."""
    if j > floor and t.low[j] == "very" and t.tags[j - 1] == "L":
        j -= 1  # that very night
    before, word = (t.tags[j], t.low[j]) if j >= floor else (" ", "")
    first, last, reading = j + 1, i + 1, None
    if before == "L" and word in data()["sequence"]:
        if t.titled(i) and t.capital(j) and j not in t.doc.sent_firsts:
            return None  # a title
        first = t.article(j, floor, "DL")
        anchored = word in GROUP.from_anchor or first < j
        shift = None if word == "same" and code == "TNI" else data()["sequence"][word]
        reading = Part(code, None, ANCHOR if anchored else REF, shift)
    elif before == "D":
        first, reading = j, Part(code, None, ANCHOR, 0)
        if t.follows(i + 1, "before", "last"):
            reading, last = Part(code, None, REF, -2), i + 3
        elif t.tag(i + 1) == "B" and t.tag(i + 2) in " ,.)" and t.low[i + 1] in ("before", "after"):
            reading, last = Part(code, None, ANCHOR, -1 if t.low[i + 1] == "before" else 1), i + 2
    elif word in GROUP.before_part and not (word == "in" and t.plural(i + 1)) or edged:  # no "in dawn raids"
        reading = Part(code, None, NEAR if word == "at" and code == "TNI" and not edged else ANCHOR, 0)
    elif word == "one":
        first, reading = j, Part(code, None, NOWHERE)
    elif before in "WTMm14OBX)Hs' " or t.tag(i + 1) in "Oi":
        reading = Part(code, None, BARE)  # counts only beside a day
    return None if reading is None else Atom(first, last, "B", "TIME", reading)


def early_hours(t: Text, i: int, floor: int) -> list[Atom]:
    """The early hours, the small hours, the early morning hours; the same hours."""
    if t.low[i] == "hours" and t.word(i - 1) == "same" and i - 2 >= floor and t.word(i - 3) in GROUP.before_lasting:
        return [Atom(i - 2, i + 1, "G", "DATE", Same())]
    if t.low[i] != "hours" or i - 1 < floor or t.low[i - 1] not in data()["hours"]:
        return []
    word, first = t.low[i - 1], i - 1
    if t.tag(first - 1) == "E" and first - 1 >= floor and word not in GROUP.edges_in:
        first -= 1
    if t.follows(first - 2, "pre", "-") and first - 2 >= floor:
        first -= 2  # the pre-dawn hours
    reading = Part(data()["hours"][word], None, ANCHOR, 0)
    return [Atom(t.article(first, floor), i + 1, "B", "TIME", Edge("START", reading) if "early" in t.low[first:i] else reading)]
