"""Whether a bare number is an age."""

from __future__ import annotations

from functools import cache

from newsfacts.lexicon import load_json
from newsfacts.report import Num
from newsfacts.tokens import Doc

_CHAIN = 16  # tokens of a list of ages
_LIMITS = frozenset(("under", "over", "above", "below"))


@cache
def _words_of_age() -> frozenset[str]:
    return frozenset(load_json("numbers")["ages_of"])


@cache
def _cues_of_age() -> frozenset[str]:
    """All words that may stand before an age."""
    return _LIMITS.union(("as", "of", "between", "from"), load_json("numbers")["ages_before"])


def _is_aged(key: str, value: Num) -> bool:
    """Whether a noun names a person whose age may follow: the driver, 31, was held; her son, 9, was not."""
    data = load_json("numbers")
    return key in data["aged_of"] or 12 <= value < 100 and key.endswith(tuple(data["aged_endings"])) and key not in data["never_aged"]


def is_age(doc: Doc, tags: str, first: int, last: int, value: Num) -> bool:
    """Whether a bare number is an age: "aged 19 and 22", "Ivo Tarn, 61, was", "Ivo Tarn (61)"."""
    low, i = doc.low, first - 1
    if i < 0 or tags[i] not in "&,|>(" and low[i] not in _cues_of_age() or not 0 <= value <= 120:
        return False
    ages = load_json("numbers")["ages_before"]
    while i > max(1, first - _CHAIN) and tags[i] in "&,|>" and tags[i - 1] in "DtyuE,":  # aged 20, 25 and 30
        i -= 1 if tags[i - 1] == "," else 2
    listed = i == first - 1 or tags[first] == "D" and (tags[last:last + 1] or ".") not in "NPsnjCKD-"
    if listed and (low[i] in ages or low[i] == "of" and i and low[i - 1] in ages):
        return True
    i = first - 1
    if low[i] == "as" and i > 1 and low[i - 1] in ("old", "young"):
        return True
    if low[i] in ("of", "between", "from") and i and low[i - 1] in ages or i > 1 and low[i] == "between" and low[i - 2] in ages:
        return True
    if low[i] == "of" and i and low[i - 1] in load_json("numbers")["aged_of"] and tags[last:last + 1] in (".", ",", ")", "x", ""):
        return True  # a girl of 10
    if low[i] in _LIMITS and i and low[i - 1] in _words_of_age() and tags[last:last + 1] not in ("-", "%", "N", "P", "U", "n", "s", "C"):
        return True  # children under five
    if tags[first] != "D" or i < 1 or last >= len(tags) or last != first + 1 or value < 1:
        return False
    if tags[i] == "," and tags[last] == "," and tags[i - 1] in "CK":
        return tags[last + 1:last + 2] not in ("C", "K", "D")
    if tags[i] == "," and tags[last] == "," and tags[i - 1] in "sn" and tags[i - 2:i - 1] in ("a", "T", "j", "s", "n"):
        return _is_aged(low[i - 1], value) and tags[last + 1:last + 2] not in ("C", "K", "D")
    if tags[i] == "," and tags[last] in "~." and tags[i - 2:i] == "CC" and value > 9:
        return True  # Ivo Tarn, 61.
    return tags[i] == "(" and tags[last] == ")" and value >= 12 and tags[i - 2:i] == "CC"
