"""What numbers share with their neighbours: a part with its whole, a noun told once, the hedge of a measure told twice."""

from __future__ import annotations

from itertools import pairwise

from newsfacts.drafts import Number
from newsfacts.lexicon import load_json
from newsfacts.numbers import figures
from newsfacts.numbers.atoms import Pattern, number_words, times
from newsfacts.tokens import Doc

_DETERMINERS = frozenset("the its their those these all his her our".split())
_ONLY = frozenset("only just first last remaining original initial other promised planned expected pledged agreed scheduled".split())
_MODIFIERS = Pattern(r"(?:[CKkj]-?|-?D){1,4},?&?$")
_CUT_OFF = ("~,", "~&", "~,&", "~|")  # four-, five- and six-storey
_MEASURED = ("money", "percent")
_CONVERTED = ("money", "measure")
_OWNER = Pattern(r"[Tx]?[njsCcKE]{1,4}'$|T[njsC]{0,3}(?:[NP]'|N\")$")
_BARE = ("", ".", ",", "i", "x", ")", "a", "E", "C")  # tags behind a number that counts nothing named
_BY = (["x"], ["×"], ["by"], ["-", "by", "-"])
_SIZES = frozenset("wide long deep high tall across thick".split())
_THEM = frozenset(("them", "whom", "which", "these"))
_PERHAPS = frozenset(("maybe", "perhaps", "possibly"))
_OUT_OF = (["out", "of"], ["out", "of", "the"], ["out", "of", "a", "total", "of"], ["of", "a", "total", "of"])
_GROUPS = frozenset("group party team crew gang family".split())
_OF_A_GROUP = 4  # tokens of "of a group of"
_NEAR = 12  # tokens within which "respectively" stands


def link(doc: Doc, tags: str, numbers: list[Number]) -> None:
    """Joins each number to the one after it."""
    for k in range(len(numbers) - 2, -1, -1):
        number, after = numbers[k], numbers[k + 1]
        if after.first - number.nlast > 8:
            continue
        nlast = number.nlast if number.head >= 0 or tags[number.nlast] != "|" else number.last  # a dozen or so of the 40 looms
        gap = tags[nlast:after.first]
        of_it = gap != "" and (gap[0] in "Ox" or gap == "T" and doc.low[number.nlast - 1] == "of")
        if of_it and after.kind == "count" and _is_part(doc, tags, nlast, after.first) and _together(doc, number, after):
            number.whole = k + 1
            if after.head >= 0:
                number.head, number.noun = after.head, after.noun
                number.last = nlast
                number.end = doc.ends[nlast - 1]
        elif number.head >= 0 and after.head < 0 and after.kind == "count" and doc.low[number.last:after.first] in _OUT_OF and (
                (after.value or 0) >= (number.value or 0)):
            number.whole, after.noun = k + 1, number.noun  # 60 houses out of 74
        elif gap in _CUT_OFF or gap and gap[-1] in "&," and _same_kind(doc, tags, number, after) or (
                after.kind == "measure" and _is_side(doc, number, after)):
            _share(number, after)
        elif number.unit is None and number.head < 0 and (
                gap in (",", "|") and doc.low[after.first] in _PERHAPS or doc.low[number.nlast:after.first] == [",", "if", "not"]):
            _share(number, after)  # two, maybe three weeks
        elif number.unit is None and number.head < 0 and gap in ("&", ",", ">") and _shares(doc, tags, number, after, gap):
            if gap == ">" and tags[after.nlast - 1] in "Sk" and number.value is not None and 0 <= number.value < 1000:
                number.value = number.low = number.high = times(number.value, number_words()[doc.low[after.nlast - 1]])
            _share(number, after)
        if gap == ">" and number.kind == "count" and number.value is not None and after.value is not None and _after_from(doc, number):
            number.becomes = k + 1
    before: Number | None = None
    for number, after in pairwise(numbers):
        if after.noun is None and after.unit is None and after.head < 0 and number.noun is not None and (
                number.head >= 0 and _parallel(doc, tags, number, after) or _of_them(doc, number, after)):
            after.noun = number.noun
        if number.noun == "vote" and after.noun is None and after.unit is None and tags[number.last:after.first] == ">":
            after.noun = number.noun  # 61 votes to 38
        elif after.unit is None and after.kind == "count" and number.unit and _compared(doc, tags, number, after):
            told = before if before is not None and tags[number.first - 1] == "(" else number  # 61 million pounds ($87 million)
            after.unit, after.kind = told.unit, told.kind
        elif number.kind == "money" and after.unit is None and after.head < 0 and after.kind == "count" and (
                doc.low[after.nlast - 1] == "m" and figures.of_a_sum(doc, tags, after.nlast - 1)):
            after.unit, after.kind = number.unit, number.kind  # €90m, of which 40m is for boats
        elif number.kind == "measure" and after.unit is None and after.first - number.last < 4 and (
                not _SIZES.isdisjoint(doc.low[after.nlast:after.nlast + 1])):
            after.unit, after.kind = number.unit, number.kind  # 330 metres long and 60 wide
        if number.modifier != "exact" and after.kind in _CONVERTED:
            _converted(tags, number, after)
        before = number


def _same_kind(doc: Doc, tags: str, number: Number, after: Number) -> bool:
    """Whether only a name tells two numbers' things apart: 12 Kh-55 and four Kalibr missiles, 350 Orvan and 120 Sarvian men."""
    return (number.noun is None and number.head < 0 and number.kind == after.kind == "count" and after.head > after.nlast
            and tags[after.nlast] in "CKkj" and _MODIFIERS.match(tags, number.nlast, after.first) is not None
            and not any(key.endswith("ed") or key in load_json("numbers")["dead"] for key in doc.low[number.nlast:after.first]))


def _is_side(doc: Doc, number: Number, after: Number) -> bool:
    """Whether two numbers are the sides of an area: 3 x 5 feet."""
    return number.kind == "count" and number.head < 0 and doc.low[number.nlast:after.first] in _BY


def _is_part(doc: Doc, tags: str, at: int, whole: int) -> bool:
    """Whether the tokens at..whole say "of the", "out of": 139 of the 176 drones, 12 of the army's 40 tanks, 60 out of 75."""
    words = doc.low[at:whole]
    if words[0] == "out":
        del words[0]
    elif tags[at] == "T":
        return True  # a handful of the 60 shops
    if words[:1] != ["of"]:
        return False
    if words == ["of", "a", "total", "of"] or len(words) == _OF_A_GROUP and words[1] in ("a", "the") and words[2] in _GROUPS and (
            words[3] == "of"):
        return True  # four of a group of nine hikers
    if words[-1] in ("'s", "'"):
        plain = len(words) < 7 and all(w.isalpha() for w in words[1:-1])  # two of the depot's eleven tanks
        return plain or _OWNER.match(tags, whole - len(words) + 1, whole) is not None
    return all(w in _DETERMINERS or w in _ONLY for w in words[1:])


def _shares(doc: Doc, tags: str, number: Number, after: Number, gap: str) -> bool:
    """Whether the next number's noun is this one's too: "3 and 8 dead respectively", "rose from 5 to 7 percent", "48 to 41 percent"."""
    if gap == ">":
        return _after_from(doc, number) or after.kind == "percent" and (number.value or 0) > (after.value or 0)
    end = tags.find(".", after.last, after.last + _NEAR)
    return "respectively" in doc.low[after.last:end if end >= 0 else after.last + _NEAR]


def _parallel(doc: Doc, tags: str, number: Number, after: Number) -> bool:
    """Whether two numbers stand in like phrases, so that the noun is told once: "five men in the north and three in the south"."""
    if after.first - number.last >= _NEAR:
        return False
    first, second = doc.low[number.last:number.last + 1], doc.low[after.nlast:after.nlast + 1]
    return (first == second and first != [] and tags[number.last] in "ixO>" and tags[after.first - 1] in "&,"
            and "." not in tags[number.last:after.first])


def _of_them(doc: Doc, number: Number, after: Number) -> bool:
    """Whether a number is told to be of those of the number before: 900 pupils, 60 of whom."""
    if doc.low[after.nlast:after.nlast + 1] != ["of"] or _THEM.isdisjoint(doc.low[after.nlast + 1:after.nlast + 2]):
        return False
    return (after.value or 0) <= (number.value or 0) and _together(doc, number, after)


def _together(doc: Doc, number: Number, after: Number) -> bool:
    return doc.sentence_of(number.first) == doc.sentence_of(after.first)


def _compared(doc: Doc, tags: str, number: Number, after: Number) -> bool:
    """Whether a bare number is compared with a measure: 107.62 yen on Tuesday, against 108.05; to 17 million euros from 24 million."""
    low, first = doc.low, after.first - 1
    behind = tags[after.nlast:after.nlast + 2]  # 54 five years ago
    bare = after.head < 0 and not after.noun and (behind[:1] in _BARE or behind in ("DE", "uE"))
    if not bare or after.first - number.last > _NEAR or number.kind not in _MEASURED and (
            number.kind not in ("measure", "duration") or low[first] != "to"):
        return False
    if number.kind == "money" and low[first] == "at" and low[first - 1] in ("lower", "higher", "up", "down") and first - number.last <= 1:
        return True  # 8 pence lower at 97.5
    if low[after.first:after.first + 3] == ["plus", "or", "minus"]:
        return True
    if number.value is None or after.value is None or not number.value < 10 * after.value < 100 * number.value:
        return False
    if low[first] == "to" and low[number.first - 1] == "from":
        return "." not in tags[number.last:first]  # from 21 mpg last year to 23
    if low[first] == "from":
        return low[first - 1] in ("up", "down") or first - number.last <= 1 and low[number.first - 1] in ("to", "at")
    if low[first] == "record" and low[first - 2:first] == ["after", "a"] and tags[after.nlast - 1] == "S":
        return True
    return low[first] in ("against", "versus") or low[first - 1:first + 1] in (["compared", "with"], ["compared", "to"])


def _after_from(doc: Doc, number: Number) -> bool:
    return number.first > 0 and doc.low[number.first - 1] == "from"


def _share(number: Number, after: Number) -> None:
    """Gives a number the unit or the noun of the next one; the noun lies behind its phrase."""
    number.unit, number.noun, number.head = after.unit, after.noun, after.head
    number.kind = after.kind


def _converted(tags: str, number: Number, after: Number) -> None:
    """A measure told again in brackets is as sure as the first: more than 30 km (19 miles)."""
    if after.modifier != "exact" or number.modifier in ("range", "vague"):
        return
    if (number.kind == after.kind or after.kind == "money") and number.last == after.first - 1 and tags[number.last] in "(/":
        after.modifier = number.modifier
        after.low = after.value if number.low is not None else None
        after.high = after.value if number.high is not None else None
