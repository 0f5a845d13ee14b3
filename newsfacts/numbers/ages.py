"""Whether a bare number is an age."""

from __future__ import annotations

from functools import cache

from newsfacts.late import compiled
from newsfacts.lexicon import load_json
from newsfacts.numbers.words import singular
from newsfacts.report import Num
from newsfacts.tokens import Doc

_NEXT_AGED = compiled(r",C{2,4},D[,.]")  # Ivo Tarn, 24, Ola Marn, 28, and
_AGES = compiled(r",D(?:,D){0,4},?&D(?=[,.)~;]|$)")
_EACH = compiled(r"[Dtyu-]+")
_OFFICE_OF = compiled(r"CC,[at]?j{0,2}s{1,3}O[tj]{0,2}[Csn]{1,4},$")  # Ivo Tarn, a former mayor of Velm,
_NEAR = 6  # tokens between "age" and its "was"
_CHAIN = 16  # tokens of a list of ages
_COUNTED = 4  # tokens from "two" to "aged"
_LIMITS = frozenset(("under", "over", "above", "below"))
_BE = frozenset("was is turned turns turning".split())  # she was 14, a boy who turned 6
_VERBS = frozenset(("were", "are", "died", "had", "have", "both"))
_EXTREMES = frozenset("youngest oldest eldest".split())
_WHEN = (["last"], ["this"], ["next"])
_ENDS = ("", ".", ",", ")", "x", "&", "i")
_ONLY = frozenset(("just", "only", "barely"))
_WHO = frozenset("i he she".split())
_BODIES = frozenset("guard guards army navy forces force service services corps police marines troops brigade militia".split())
_AWAY = frozenset("into away back over out off up down".split())


@cache
def _words_of_age() -> frozenset[str]:
    return frozenset(load_json("numbers")["ages_of"])


@cache
def cues_of_age() -> frozenset[str]:
    """All words that may stand before an age."""
    words = ("them", "whom", "as", "of", "between", "from", "both", "also")
    return _LIMITS.union(_BE, words, _ONLY, _EXTREMES, load_json("numbers")["ages_before"])


def _is_aged(key: str, value: Num) -> bool:
    """Whether a noun names a person whose age may follow: the driver, 31, was held; her son, 9, was not."""
    data = load_json("numbers")
    grown = key in data["aged_grown"] or key.endswith(tuple(data["aged_endings"])) and key not in data["never_aged"]
    return key in data["aged_of"] or 12 <= value < 100 and grown


def is_age(doc: Doc, tags: str, first: int, last: int, value: Num) -> bool:
    """Whether a bare number is an age: "aged 19 and 22", "Ivo Tarn, 61, was", "Ivo Tarn (61)"."""
    low, i = doc.low, first - 1
    if i < 0 or tags[i] not in "&,|>(" and low[i] not in cues_of_age():
        return False
    if i > 0 and low[i - (low[i] in _ONLY)] in _EXTREMES and tags[last:last + 1] in (".", ",", ")", "&", "~", ""):
        return True  # the youngest just two
    if not 0 <= value <= 120:
        return False
    ages = load_json("numbers")["ages_before"]
    while i > max(1, first - _CHAIN) and tags[i] in "&,|>" and tags[i - 1] in "DtyuE,":  # aged 20, 25 and 30
        i -= 1 if tags[i - 1] == "," else 2
    listed = i == first - 1 or tags[first] == "D" and (tags[last:last + 1] or ".") not in "NPsnjCKD-" or (
        tags[last:last + 1] in (",", ".", ")", "&") or low[last:last + 1] and low[last] in _VERBS)  # aged six and nine
    if (listed or _as_many(doc, tags, i, last)) and (low[i] in ages or low[i] == "of" and i and low[i - 1] in ages):
        return True
    i = first - 1
    if low[i] in ("just", "only") and i and low[i - 1] in _EXTREMES and tags[last:last + 1] in _ENDS:
        return True  # the youngest just 16
    if low[i] in ("them", "whom"):  # the youngest of them five
        return i > 1 and low[i - 1] == "of" and low[i - 2] in _EXTREMES and tags[last:last + 1] not in ("N", "P", "w", "U")
    if low[i] in _BE:
        return value >= 2 and _is_told(doc, tags, i, last)
    if low[i] == "both":
        return tags[i - 1:i] == "," and tags[last:last + 1] in (",", ".") and value >= 5  # the brothers, both 17,
    if low[i] == "also":
        return tags[i - 1:i] == "," and tags[last:last + 1] == "," and 5 <= value < 100  # her friend, also 16,
    if low[i] == "as" and i > 1 and low[i - 1] in ("old", "young"):
        return True
    if low[i] in ("of", "between", "from") and i and low[i - 1] in ages or i > 1 and low[i] == "between" and low[i - 2] in ages:
        return True
    if low[i] == "between" and i and tags[i - 1] in "NPw" and _is_aged(singular(low[i - 1]), value) and (
            tags[last:last + 1] not in ("-", "%", "N", "P", "U", "n", "s", "C")):
        return True  # four teenagers between 14 and 17
    if low[i] == "of" and i and low[i - 1] in load_json("numbers")["aged_of"] and tags[last:last + 1] in (".", ",", ")", "x", "&", ""):
        return True  # a girl of 10
    aged = low[i] in _LIMITS and i and (low[i - 1] in _words_of_age() or low[i - 1] in ("them", "whom") and value > 4)
    if aged and tags[last:last + 1] not in ("-", "%", "N", "P", "U", "n", "s", "C"):
        return True  # children under five
    if tags[first] != "D" or i < 1 or last >= len(tags) or last != first + 1 or value < 1:
        return False
    if tags[i] in ",&" and (apposed := _apposed(tags, i)) and _one_each(doc, tags, apposed):
        return True  # two women, 61 and 70
    if tags[i] == "," and low[i - 1] in _BODIES:
        return False  # National Guard, 40, of whom
    if tags[i] == "," and tags[last] == "," and tags[i - 1] in "CK":
        return tags[last + 1:last + 2] not in ("C", "K", "D") or tags[i - 2:i] == "CC" and _NEXT_AGED.match(tags, last) is not None
    if tags[i] == "," and tags[last] == "," and tags[i - 1] in "sn" and tags[i - 2:i - 1] in ("a", "T", "j", "s", "n"):
        return _is_aged(low[i - 1], value) and tags[last + 1:last + 2] not in ("C", "K", "D")
    if tags[i] == "," and tags[last] == "." and tags[i - 1] in "sn" and tags[i - 2:i - 1] in ("a", "T", "j", "s", "n"):
        return _is_aged(low[i - 1], value)  # killed a farmer, 58.
    if tags[i] == "," and tags[last] in "~." and tags[i - 2:i] in ("CC", "CK") and value > 9:
        return True  # Ivo Tarn, 61.
    if tags[i] == "," and tags[last] in "~." and 12 <= value < 100 and _OFFICE_OF.search(tags, max(0, i - _CHAIN), i + 1):
        return True  # Ivo Tarn, a former mayor of Velm, 67.
    return tags[i] == "(" and tags[last] == ")" and value >= 12 and tags[i - 2:i] == "CC"


def _as_many(doc: Doc, tags: str, at: int, last: int) -> bool:
    """Whether the ages from token `at` to token `last` are as many as the people before: two boys aged nine and 11 drowned."""
    told, cardinals = len(_EACH.findall(tags, at, last)), load_json("numbers")["cardinals"]
    before = doc.low[max(0, at - _COUNTED):at]
    return told > 1 and tags[last:last + 1] not in ("N", "P") and any(cardinals.get(word, word) in (told, str(told)) for word in before)


def _apposed(tags: str, i: int) -> int:
    """The comma with which the list of bare numbers that goes on at token i begins, 0 where it does not stand behind a noun."""
    i -= tags[i - 1:i + 1] == ",&"
    least = max(2, i - _CHAIN)
    while i > least and tags[i] in ",&" and tags[i - 1] == "D":
        i -= 2
    return i if i > 1 and tags[i] == "," and tags[i - 1] in "NPw" else 0


def _one_each(doc: Doc, tags: str, comma: int) -> bool:
    """Whether as many bare numbers follow a comma as people are counted before it: three men, 25, 41 and 60, were killed."""
    before, plural = doc.low[comma - 2], doc.low[comma - 1]
    match = _AGES.match(tags, comma)
    if match is None or plural not in _words_of_age():
        return False
    listed = match[0].count("D")
    return load_json("numbers")["cardinals"].get(before, before) in (listed, str(listed))


def _is_told(doc: Doc, tags: str, i: int, last: int) -> bool:
    """Whether "was" or "turned" at token i tells the age that ends before token `last`: when she was 14, the average age was 22."""
    low = doc.low
    if tags[last:last + 1] not in _ENDS and doc.low[last:last + 1] not in _WHEN or low[last:last + 1] and low[last] in _AWAY:
        return False
    if low[i] != "was" and low[i] != "is":
        return True
    return i > 0 and (low[i - 1] in _WHO or low[i - 1] in _EXTREMES) or "age" in low[max(0, i - _NEAR):i]
