"""Finds the numbers of a text and puts each together with its hedge, its unit or the noun it counts.

One pattern over the tag string (`words`) tells where a number may begin; `values` reads it, `labels` throws out names and dates,
`hedges`, `units` and `nouns` find what stands around it, `links` joins it to its neighbours.
"""

from __future__ import annotations

from functools import cache

from newsfacts.drafts import Number, Timex
from newsfacts.late import compiled, late
from newsfacts.lexicon import load_json
from newsfacts.numbers import ages, hedges, labels, links, nouns, ones, ranges, results, units, values, zero
from newsfacts.numbers.atoms import Atom, times
from newsfacts.numbers.nouns import Noun
from newsfacts.numbers.units import Unit
from newsfacts.numbers.words import tag_string
from newsfacts.report import Num
from newsfacts.tokens import Doc

# one set first, which is searched ten times as fast as a choice between patterns; then what must stand around the letter
_START = compiled(
    r"[DYqoutyhzVvcBZeafHSQX+](?:(?<=[DYqoutyhzVvcBZe])|(?<=a)(?=[hSzcfQ]|jcO|H-?[zhSEUM%s]|[EUM](?:&aH|-&-a-H))|(?<=[fH])(?<!a.)|(?<=H)(?=-[zS])"
    r"|(?<=S)(?:(?=O)(?<!a.)|(?=[-NPM])(?<![-a$MxDY].))|(?<=Q)(?=S|-?[UE%Ms])|(?<=X)(?=o|aj)|(?<=\+)(?=[DY]))"
)
_RANGED = frozenset("->|&~%UEMkSxC")  # tags after a share that may lead to a second bound
_JOINTS = frozenset("->|~")  # tags after a number or its unit that lead to one
_ALSO = frozenset(("&D", ",D", ">D", "-D", "~D", "|D", "OD"))
_AND_A_HALF = ("aE&aH", "aU&aH", "aM&aH", "aE-&-a-H", "aU-&-a-H", "aM-&-a-H")  # a year and a half
_RESULTS = ("->-", "-x-", "~x~")  # between figures of a result, such as three-to-one
_PARTS = ("-D", "-Y", "-o", "-u", "-t")
_PER_SIDE = (["on", "either", "side"], ["on", "each", "side"], ["from", "each", "side"], ["from", "either", "side"], ["per", "side"])
_TO_EACH = (["to", "each"], ["for", "each"], ["to", "every"], ["for", "every"])  # $10,000 to each family
_EACH = ("each", "apiece")
_TO_SIDES = frozenset(("on", "from", "per", "to", "for")).union(_EACH)
_NO_NOUN = frozenset(". , > i ) & + / :".split())  # tags behind which no counted noun stands
_MEASURES = frozenset("UEM%")
_POINTED = late(r"[1-9]\d{0,2}\.\d{3}")
_NEGATIVE = frozenset(("minus", "negative"))


def find(doc: Doc, timexes: list[Timex]) -> list[Number]:
    """The quantities of a text, in text order; numbers of dates are none.

    `head` is the last token of the counted noun ("three Russian cruise missiles": missiles). It is -1 where the noun is left out
    ("Sixty were fired") or where only an adjective or participle stands for it ("12 dead", "five wounded"). It lies behind
    the phrase in "30 were decoys", and before it in "a day or two".
    """
    tags, low, amounts = tag_string(doc), doc.low, units.before_amounts()
    dated = bytearray(len(low) + 1)  # of each token whether it stands in a date
    for timex in timexes:
        if timex.type != "DURATION":
            dated[timex.first:timex.last] = b"\1" * (timex.last - timex.first)
    out: list[Number] = []
    at, mark, scored = 0, 0, -1
    search = _START.search
    while (match := search(tags, at)) is not None:
        first = match.start()
        head = tags[first]
        at = first + 1
        after = tags[at:at + 1]
        if after in results.CHAINED and head in "DY+" and (end := results.code(doc, tags, first)):
            at = end
            continue
        if head in "ZBX" and not (after == ">" and low[first] == "zero"):
            number = _zero(doc, tags, first)
        else:
            atom = values.read(doc, tags, first)
            if atom is None:
                at = _spelled_end(tags, first)
                continue
            at = atom.last
            if dated[first] and not _duration(tags, at) and not (head == "Y" and not dated[first - 1] and not dated[at]):
                while dated[at]:
                    at += 1
                continue
            after = tags[at:at + 1]
            if head == "D" and after in results.AFTER_MARK and results.is_list_mark(doc, tags, first, at, mark + 1):
                mark = int(low[first])
                continue
            start, money = atom.first, None
            before = low[start - 1] if start else ""
            if before in amounts:
                start, money = units.currency(doc, tags, start)
                before = low[start - 1] if start else ""
            if money is None and labels.is_label(doc, tags, atom.first, at):
                if tags[at:at + 2] in _PARTS and doc.glued(at - 1):
                    at += 2  # case No. 23-719, 7-Eleven
                while tags[at:at + 2] in _ALSO and labels.is_series(doc, tags, first, at):
                    at += 2  # articles 5 and 6, page 2 of 12
                continue
            unit = units.after(doc, tags, at) if after and after not in units.NO_UNIT else None
            behind = after if unit is None or after in _JOINTS else tags[unit.last:unit.last + 1]
            joined = None
            if before == "from" or behind in _JOINTS or atom.fraction and after in _RANGED or (
                    behind == "&" and low[_open(low, start) - 1] == "between"):
                joined = ranges.read(doc, tags, atom, start, money is not None)
            if joined is not None and joined is not ranges.SCORE and tags[first - 1:first] == "," and scored == first - 1:
                joined = ranges.SCORE  # 6-4, 3-6
            if (joined is ranges.SCORE or low[atom.last:atom.last + 1] == ["for"]) and (end := ranges.even_trade(doc, tags, atom)):
                number = _phrase(doc, tags, atom, start, None, None, unit)
                if number is not None:
                    number.last, number.end, number.each = end, doc.ends[end - 1], True
                    out.append(number)
                at = end
                continue
            if joined is ranges.SCORE:
                scored = at = at + (4 if tags[at:at + 3] in _RESULTS else 2)
                continue
            number = _phrase(doc, tags, atom, start, money, joined, unit)
        if number is None:
            continue
        again = out and tags[number.first - 1] == "(" and _told_again(tags, out[-1], number)
        if not again:
            out.append(number)
        at = max(at, number.last if number.kind == "measure" and not again else number.nlast)
    links.link(doc, tags, out)
    return out


def _told_again(tags: str, before: Number, number: Number) -> bool:
    """Whether a number in brackets says the one before it again: 3 (three) soldiers."""
    return before.nlast == number.first - 1 and before.value == number.value and (
        tags[number.nlast:number.nlast + 1] == ")")


def _spelled_end(tags: str, i: int) -> int:
    """The end of number words that make up no number ("nineteen eighty-four")."""
    at = i + 1
    if tags[i] in "ty":
        while tags[at:at + 1] in ("t", "y", "u", "o", "-"):
            at += 1
    return at


def _duration(tags: str, at: int) -> bool:
    """Whether a number that ends before token `at` measures time, so that it counts also within a date: "two years" ago."""
    return tags[at:at + 1] == "E" or tags[at:at + 2] == "-E"


def _zero(doc: Doc, tags: str, i: int) -> Number | None:
    count = zero.read(doc, tags, i)
    if count is None or _apart(doc, i, (count.noun.head if count.noun else count.last - 1)):
        return None  # "9,000 homes without power" is a headline; the next is "Police arrest 26"
    noun, value = count.noun, count.value
    unit = units.after(doc, tags, count.last) if doc.low[i] == "zero" and noun is None else None
    if unit:
        return Number(i, unit.last, i, count.last, doc.starts[i], doc.ends[unit.last - 1], doc.starts[i], doc.ends[i], 0, 0, 0,
                      unit=unit.name, kind=unit.kind)
    last = noun.last if noun else count.last
    return Number(i, last, i, count.last, doc.starts[i], doc.ends[last - 1], doc.starts[i], doc.ends[count.last - 1],
                  value, value, value, noun=noun.lemma if noun else count.lemma, head=noun.head if noun else -1)


def _open(low: list[str], start: int) -> int:
    """The token of a number's first word or of the "about" before it: between about 20 and 30."""
    return start - 1 if start and low[start - 1] in ranges.ABOUT else start


def _phrase(
    doc: Doc, tags: str, atom: Atom, start: int, money: str | None, joined: ranges.Range | None, right: Unit | None
) -> Number | None:
    """The number with everything around it, the unit right behind it among that; None for "one" as a pronoun."""
    low, n, words = doc.low, len(tags), _words()
    first, nlast, value, vague = atom[:4]
    last, tail = joined.last if joined else nlast, None
    if last < n and low[last] in words.hedges.after:
        last, tail = hedges.after(doc, last)
    told_more = last < n and low[last] in words.more and low[last + 1:last + 2] != ["than"]
    noun: Noun | None = None
    lemma: str | None = None
    measured = _measured(doc, tags, atom, start, last, money, joined, right)
    if measured is not None:
        after = tags[last:last + 1]
        last, unit, kind, value = measured
        if kind == "fraction":
            noun = nouns.after_share(doc, tags, last)
            if noun is None and tags[first + 1:first + 2] == "/" and after != "O":
                return None  # 3/4
    elif _is_no_count(doc, tags, atom, joined, last):
        return None
    else:
        last, unit, kind, noun, lemma = _counted(doc, tags, atom, start, last, joined)
        if noun is not None and joined is None and "." in low[first] and _POINTED.fullmatch(low[first]) and nlast == first + 1 and (
                low[noun.last:noun.last + 1] != ["per"] and "average" not in doc.keys):
            value = int(low[first].replace(".", ""))  # 1.200 prisoners: nobody counts thousandths of them
    if kind == "money" and joined is None and isinstance(value, int) and (cents := units.cents(doc, tags, last)):
        nlast = last = cents[0]
        value += cents[1] / 100
    if noun is not None and _apart(doc, first, noun.head):
        noun = None  # "more than 100 missing" at the end of a headline
    if noun is not None:
        lemma = noun.lemma
        if last <= noun.head and (tags[last] != "x" or tags[last + 1:last + 2] == "-"):  # two off-duty guards
            last = noun.last
    start, first, value = _signed(doc, tags, atom, start, money, kind, value)
    begin, hedge, more = hedges.before(doc, start) if start and low[start - 1] in words.hedges.beside else (start, None, False)
    if kind == "duration" and begin and begin == start - 1 and low[begin] == "over" and tags[begin - 1] in "SDMU%kN":
        begin, hedge = start, None  # $2 billion over five years
    elif kind == "count" and hedge and begin == start - 1 and hedges.is_place(doc, begin, lemma, value):
        begin, hedge = start, None  # near one of the villages, drones over 12 regions
    lower: Num | None = value
    upper: Num | None = value
    number_value: Num | None = value
    modifier = "exact"
    if vague:
        number_value, upper, modifier = None, None, "vague"
    elif joined is not None:
        nlast, lower, upper, _ = joined
        lower = value if value < 0 and lower == -value else lower
        number_value, modifier = None, "range"
        if begin == start and start and low[start - 1] in ("between", "from"):
            begin -= 1
        elif begin < start and low[begin - 1] == "between" and nlast > atom.last:
            begin -= 1  # between about 20 and 30
    elif hedge := tail if hedge == "about" and tail else hedge or tail or (
            hedges.after_noun(doc, last) if last < n and low[last] in words.hedges.after_noun else None):
        modifier = hedge
        lower, upper = hedges.bounds(hedge, value)
    number = Number(begin, last, first, nlast, doc.starts[begin], doc.ends[last - 1], doc.starts[first], doc.ends[nlast - 1],
                    number_value, lower, upper, modifier, unit, lemma, noun.head if noun else -1, kind, more=more or told_more)
    if joined is not None:
        number.moved = joined.moved
    if last < n and low[last] in _TO_SIDES:
        number.each = low[last] in _EACH or low[last:last + 3] in _PER_SIDE or low[last:last + 2] in _TO_EACH and (
            low[last + 2:last + 3] != ["other"])
    return number


def _measured(doc: Doc, tags: str, atom: Atom, start: int, last: int, money: str | None, joined: ranges.Range | None,
              right: Unit | None) -> tuple[int, str | None, str, Num] | None:
    """The end, unit, kind and value of a number that measures something or is a share, `last` behind its figures; None where it counts."""
    low, words = doc.low, _words()
    first, nlast, value, _ = atom[:4]
    tag, key = (tags[last], low[last]) if last < len(tags) else ("", "")
    if money:
        found = right if last == nlast else units.after(doc, tags, last)
        if found and found.kind == "money":
            last, value = found.last, times(value, found.scale)
        return last, money, "money", value
    if atom.fraction and tags[last:last + 2] == "Oa" and (found := units.after(doc, tags, last + 2)) is not None:
        return found.last, found.name, found.kind, value  # 3/4 of an inch
    if atom.fraction and tag not in _MEASURES and (key != "point" or tags[first + 1] != "/"):
        return last, "fraction", "fraction", value
    if tags[first] == "a" and tags[first:last] in _AND_A_HALF and (found := units.after(doc, tags, first + 1)):
        return last, found.name, found.kind, value
    if isinstance(value, float) and tags[last:last + 2] == "Oa":
        found = units.after(doc, tags, last + 2)  # 0.02 of a second
    else:
        found = right if last == nlast else units.after(doc, tags, last)
    if found is not None and last not in doc.lines:  # "Police arrest 26" is a headline; the next is "Hours of rain"
        return found.last, found.name, found.kind, times(value, found.scale)
    if joined is not None and key == "age" or first and (tags[first - 1] in "&,|>(" or low[first - 1] in words.ages) and (
            ages.is_age(doc, tags, first, joined.last if joined else nlast, value)):
        return last, "year", "age", value
    return None


def _is_no_count(doc: Doc, tags: str, atom: Atom, joined: ranges.Range | None, last: int) -> bool:
    """Whether a number without a unit counts nothing: four-fold, .45 caliber, a .38 revolver, "one" as a pronoun."""
    low, first = doc.low, atom.first
    tag, key = (tags[last], low[last]) if last < len(tags) else ("", "")
    return (
        tag == "-" and low[last + 1] in _words().not_counted
        or key in nouns.CALIBRE
        or low[first] == "." and key in load_json("nouns")["guns"]
        or tags[first] == "o" and atom.last == first + 1 and joined is None and not ones.counts(doc, tags, first)
    )


def _counted(doc: Doc, tags: str, atom: Atom, start: int, last: int,
             joined: ranges.Range | None) -> tuple[int, str | None, str, Noun | None, str | None]:
    """The end, unit, kind, counted noun and lemma of a number that counts, `last` behind its figures."""
    low, words, value = doc.low, _words(), atom.value
    tag, key = (tags[last], low[last]) if last < len(tags) else ("", "")
    noun: Noun | None = None
    if tag not in _NO_NOUN or tag == "i" and tags[last + 1:last + 2] == "-":
        noun = nouns.counted(doc, tags, last, atom, value == 1 and not atom.vague and joined is None)
    elif tag == "." and tags[last + 1:last + 2] == "D" and (behind := nouns.behind_calibre(doc, tags, last)):
        noun = nouns.plural(doc, tags, behind)
    unit, kind = None, "count"
    if noun is None and start and tags[start - 1] == "|":
        noun = nouns.before_or(doc, tags, start - 1)
        if noun is None and start > 1 and tags[start - 2] == "E" and (found := units.after(doc, tags, start - 2)):
            unit, kind = found.name, found.kind  # a year or two, another week or two
    lemma: str | None = None
    if noun is None:
        if key == "who":
            lemma = "person"
        elif key in words.dead and (last not in doc.lines or key == doc.forms[last].rstrip()):
            lemma = key
        elif tag == "l" and "".join(low[last + 1:last + 2]) in words.dead:
            lemma = low[last + 1]  # 5 seriously wounded
        elif tag == "-" and low[last + 1] == "strong":
            last += 2
    return last, unit, kind, noun, lemma


def _signed(doc: Doc, tags: str, atom: Atom, start: int, money: str | None, kind: str, value: Num) -> tuple[int, int, Num]:
    """The first token of the phrase and of its figures, and the value, with a minus before them: -4, minus 12 degrees."""
    low, first = doc.low, atom.first
    if not start:
        return start, first, value
    if tags[start - 1] == "~" and doc.glued(start - 1) and (start == 1 or not doc.glued(start - 2)) and (
            kind != "count" or isinstance(value, float)) and atom.value > 0:
        return start - 1, start - 1 if money is None else first, -value
    if low[start - 1] in _NEGATIVE and kind != "money" and tags[start - 2:start - 1] not in ("D", "u", "t"):
        if low[start - 3:start - 1] == ["plus", "or"]:
            return start - 3, start - 3, value  # a margin of plus or minus 3 points
        return start - 1, start - 1, -value
    return start, first, value


def _apart(doc: Doc, first: int, second: int) -> bool:
    """Whether two tokens stand in different sentences."""
    return doc.sentence_of(first) != doc.sentence_of(second)


class _Words:
    """The words beside a number by which the steps are chosen."""

    __slots__ = ("ages", "dead", "hedges", "more", "not_counted")

    def __init__(self) -> None:
        data = load_json("numbers")
        self.hedges, self.ages = hedges.tables(), ages.cues_of_age()
        self.more, self.not_counted = frozenset(data["more_after"]), frozenset(data["hyphened"])
        self.dead = frozenset(data["counted_adjectives"])  # counted like nouns: 12 dead


@cache
def _words() -> _Words:
    return _Words()
