"""Two numbers that bound one quantity: "5 to 7", "250-300", "six or seven", "between 3 and 5", "from 6 up to 9", "$20 to $25"."""

from __future__ import annotations

from functools import cache

from newsfacts.lexicon import load_json
from newsfacts.numbers import results, units, values
from newsfacts.numbers.atoms import Atom, Pattern, times
from newsfacts.report import Num
from newsfacts.tokens import Doc
from newsfacts.typed import NamedTuple

_NOTHING = frozenset(("", ".", ",", "i", "x"))  # tags behind a number that counts or measures nothing
_BETWEEN = Pattern(r"[^.>&|()$%US\"~-]{1,7}>")
_TOLD_BETWEEN = frozenset("in at on last a an this of earlier during yesterday".split())  # from 3 percent "in May" to 4 percent
_SPANS = frozenset("range ranges ranging ranged vary varies varying varied anywhere upward upwards downward downwards".split())
ABOUT = frozenset("about around roughly approximately some perhaps maybe".split())
_HEDGED = 3  # tokens from "by" to a number behind a hedge
_REACH = 8  # tokens between a verb of change and its "from"


class Range(NamedTuple):
    """Both bounds and the end (exclusive) of the second number."""

    last: int
    low: Num
    high: Num
    moved: tuple[Num, Num] | None = None  # the old number and the new one, where one changed to the other


_MANY = 10
_TRADES = frozenset("prisoner captive swap exchange format formula basis scheme principle".split())
SCORE = Range(-1, 0, 0)  # a result of a match or a vote: neither of its figures counts


@cache
def _changes() -> frozenset[str]:
    return frozenset(load_json("numbers")["change"])


class _Joint(NamedTuple):
    """What joins two numbers."""

    at: int  # the token of its mark
    mark: str  # - for a hyphen or dash, > for to, | for or, & for and; "for" in a three-for-two split
    other: int  # the first token of the second number
    unit: units.Unit | None = None  # that of the first number
    again: bool = False  # the second has a currency symbol of its own
    minus: bool = False


def read(doc: Doc, tags: str, atom: Atom, start: int, money: bool) -> Range | None:
    """The range that begins with a number; `start` is the token of its currency symbol or its own first."""
    if atom.last >= len(tags):
        return None
    if atom.fraction:
        return _shares(doc, tags, atom, doc.low[start - 1] if start else "")
    joint = _joint(doc, tags, atom, start, money)
    if joint is None or joint.mark == "for":
        return SCORE if joint else None
    at = joint.other
    spelled = tags[atom.first] not in "DY"
    if joint.mark == "-" and spelled != (tags[at] not in "DY"):
        return None  # 7-Eleven, "the toll is 12 - six of them soldiers"
    other = values.read(doc, tags, at)
    if other is None or other.vague or other.fraction:
        return SCORE if other is None and joint.mark == "-" and doc.glued(joint.at) and tags[at] in "DY" else None
    lower, upper = atom.value, -other.value if joint.minus else other.value
    if atom.scale == 1 and other.scale > 1 and joint.unit is None and lower < upper / other.scale:
        lower = times(lower, other.scale)
    elif spelled and tags[other.last - 1] == "h" and tags[atom.first:atom.last] == "u" and other.value > 100 * lower:
        lower *= 100  # two to three hundred
    if joint.unit is not None:
        second = units.after(doc, tags, other.last)
        if second is None or second.name != joint.unit.name:
            return None
    if _scored(doc, tags, start, joint, spelled, other, lower, upper):
        return SCORE
    if _apart(doc, tags, start, money, joint, other, lower, upper):
        return None
    moved = joint.mark == ">" and start > 0 and doc.low[start - 1] == "from" and _changed(doc, tags, start - 1, _changes())
    return Range(other.last, min(lower, upper), max(lower, upper), (lower, upper) if moved else None)


def _joint(doc: Doc, tags: str, atom: Atom, start: int, money: bool) -> _Joint | None:
    """What joins a number to the one behind it, if anything does."""
    low, i = doc.low, atom.last
    word = low[start - 1] if start else ""
    unit = None
    if tags[i] == "~" and tags[i + 1:i + 2] == ">" and low[i] == "-" and doc.glued(i - 1):
        i += 1  # four- to six-week
    if tags[i] not in "->|&~x":
        unit = units.after(doc, tags, i)
        if (unit is None or unit.last >= len(tags)) and not (money and word == "from"):
            return None
        i = unit.last if unit else i
    if word == "from" and (money or unit is not None) and low[i] in _TOLD_BETWEEN and (between := _BETWEEN.match(tags, i)) and (
            _changed(doc, tags, start - 1, _SPANS | _changes())):
        i = between.end() - 1
    mark, at = tags[i], i + 1
    if tags[i:i + 3] in ("-x-", "~x~") and low[i + 1] == "for" and tags[i + 3:i + 4] in ("D", "o", "u"):
        return _Joint(i, "for", i + 3)  # a three-for-two split
    if tags[i:i + 3] == "->-":
        mark, at = ">", i + 3
    if mark == "x":
        if word != "from" or low[i:i + 2] != ["up", "to"]:
            return None
        mark, at = ">", i + 2
    if mark == "&" and word != "between" and (word not in ABOUT or low[start - 2:start - 1] != ["between"]) or mark not in "->|&~":
        return None
    if mark == "~":
        if doc.glued(i - 1) != doc.glued(i):
            return None
        mark = "-"
    if low[at:at + 2] == ["up", "to"]:
        at += 2
    elif mark == "&" and low[at] in ABOUT:
        at += 1  # between about 20 and about 30
    elif low[at:at + 3] == ["as", "many", "as"]:
        at += 3
    again = tags[at:at + 1] == "$" or tags[at + 1:at + 2] == "$"
    if again:
        if not money:
            return None
        at += 1 if tags[at] == "$" else 2
    minus = tags[at:at + 1] == "~" and doc.glued(at)
    at += minus
    return _Joint(i, mark, at, unit, again, minus) if at < len(tags) and tags[at] in "DYoutyhza" else None


def _scored(doc: Doc, tags: str, start: int, joint: _Joint, spelled: bool, other: Atom, lower: Num, upper: Num) -> bool:
    """Whether two numbers are a result or a relation: 3-1, outnumbered three to one, two-to-one."""
    word = doc.low[start - 1] if start else ""
    if joint.mark == ">" and other.value == 1 < lower and joint.unit is None and word != "from" and word not in _changes() and (
            tags[other.last:other.last + 1] in _NOTHING):
        return True
    return joint.mark == "-" and not spelled and results.is_score(doc, tags, start, other.last, lower, upper) or (
        tags[joint.at:joint.at + 3] == "->-" and upper <= lower)


def _apart(doc: Doc, tags: str, start: int, money: bool, joint: _Joint, other: Atom, lower: Num, upper: Num) -> bool:
    """Whether two numbers are two quantities: rose by at least 20 to 34, 85 to 59, fell 2.5p to 145p."""
    word, mark = doc.low[start - 1] if start else "", joint.mark
    told_twice = joint.unit is not None or joint.again
    if mark == "|" and not lower < upper <= lower * 3 + 2:
        return True
    if mark == ">" and (word == "by" and (told_twice or upper > 2 * lower) or upper <= lower and word != "from"):
        return True
    if mark == ">" and tags[other.last:other.last + 1] in _NOTHING and "by" in doc.low[max(0, start - _HEDGED):start] and (
            _changed(doc, tags, start - 1, _changes())):
        return True  # rose by at least 20 to 34
    if mark == ">" and results.is_vote(doc, start):
        return True
    if mark == ">" and word in _changes() and (told_twice or upper > 5 * lower or tags[other.last:other.last + 1] in _NOTHING):
        return True  # fell 2.5p to 145p, rose 3 to 14
    if word == "from" and not money and units.after(doc, tags, other.last) is None and (
            upper <= lower or _changed(doc, tags, start - 1, _changes())):
        return True  # of what is counted the new number and the old; only a measure is told by both ends
    return mark in "&-" and upper <= lower


def even_trade(doc: Doc, tags: str, atom: Atom) -> int:
    """The end of as many for as many, 150-for-150, a "300 for 300" format, where more than a few are told; else 0."""
    at = atom.last
    hyphens = doc.low[at:at + 3] == ["-", "for", "-"]
    if atom.value < _MANY or not hyphens and doc.low[at:at + 1] != ["for"]:
        return 0
    other = values.read(doc, tags, at + (3 if hyphens else 1))
    if other is None or other.value != atom.value:
        return 0
    behind = [word for word in doc.low[other.last:other.last + 2] if word not in ('"', "”")]
    return other.last if hyphens or not _TRADES.isdisjoint(behind[:1]) else 0


def _shares(doc: Doc, tags: str, atom: Atom, word: str) -> Range | None:
    """Between a quarter and a third, a third to a half."""
    mark = tags[atom.last:atom.last + 1]
    if mark != ">" and (word, mark) != ("between", "&"):
        return None
    other = values.read(doc, tags, atom.last + 1) if tags[atom.last + 1:atom.last + 2] in ("o", "u", "a", "t", "H") else None
    half = other is not None and other.value == 0.5 and doc.low[other.last - 1] == "half"
    return Range(other.last, atom.value, other.value) if other and (other.fraction or half) and other.value > atom.value else None


def _changed(doc: Doc, tags: str, i: int, words: frozenset[str]) -> bool:
    """Whether one of the words stands before "from" at token i, which then tells where a change began ("rose from 12 to 15")."""
    first = max(0, i - _REACH)
    stop = max(tags.rfind(".", first, i), tags.rfind(":", first, i))
    return not words.isdisjoint(doc.low[max(first, stop + 1):i])
