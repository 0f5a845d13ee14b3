"""Figures that neither count nor measure: parts of names, labels, dates, clock times, scores, telephone numbers, list marks."""

from __future__ import annotations

from functools import cache

from newsfacts.lexicon import load_json
from newsfacts.tokens import Doc

_ORDINAL = frozenset(("st", "nd", "rd", "th", "s", "'s", "x", "d"))
_CLOCK = frozenset("a.m a.m. p.m p.m. am pm o'clock gmt hrs".split())
_MONTHS = frozenset("january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec".split())
_BEFORE_YEAR = frozenset("in since by until till before after during from of the between through early late mid circa year fiscal and to spring summer autumn fall winter".split())


@cache
def _sets() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = load_json("numbers")
    return frozenset(data["labels"]), frozenset(data["name_of"]), frozenset(data["score_words"])


def is_label(doc: Doc, tags: str, first: int, last: int) -> bool:
    """Whether the digits or words first..last are part of a name, a date, a time or a code."""
    low, n = doc.low, len(tags)
    labels, name_of, _ = _sets()
    figure = tags[first] in "DY"
    before = tags[first - 1] if first else ""
    after = tags[last] if last < n else ""
    if figure and first:
        glued = doc.ends[first - 1] == doc.starts[first]
        if glued and (before in "nsjCKNPxa'_MUEk/:#" or before.isalpha() and before not in "OT>&|i$"):
            return True
        if glued and before == "-" and first > 1 and doc.glued(first - 2) and tags[first - 2] not in "DY" and low[first - 2] not in ("sub", "under", "over"):
            return True
        if glued and before in ".," and first > 1 and tags[first - 2] in "DY" and doc.glued(first - 2):
            return True
    if figure and after and doc.ends[last - 1] == doc.starts[last]:
        key = low[last]
        if key in _ORDINAL or after in ":/" and last + 1 < n and tags[last + 1] in "DY":
            return True
        if after in "nC" and not key.isascii():
            return False
        if after in "nsjCK_" and key not in _CLOCK and tags[last - 1] in "DY" and len(key) <= 3 and key not in ("strong",):
            return True
    if after and low[last] in _CLOCK:
        return True
    if first:
        word = low[first - 1]
        if word in labels and before not in "EU" and (figure or doc.text[doc.starts[first - 1]].isupper()) and doc.text[doc.starts[first]] not in "abc":
            if after in ("N",) and doc.text[doc.starts[first - 1]].islower() and word not in ("no", "no.", "number", "flight", "channel"):
                return False
            return True
        if word == "of" and first > 1 and low[first - 2] in name_of and doc.text[doc.starts[first - 2]].isupper() and tags[first] in "outDy":
            return True
        if word in _MONTHS and tags[first - 1] in "xCn" and figure and low[first].isdecimal() and int(low[first][:4]) <= 31:
            return True
        if figure and before in "CK" and after not in ("N", "%", "S", "k", "U", "E", "M", "n", "j", "s", "P", "-", "C", "K", "l", "z", "O"):
            return not _opens(doc, first - 1)
        if before == "_" and low[first - 1] in "#№§@_":
            return True
    if last < n and low[last] in _MONTHS and figure and doc.text[doc.starts[last]].isupper():
        return True
    return tags[first] == "Y" and last == first + 1 and _is_year(doc, tags, first)


def _opens(doc: Doc, token: int) -> bool:
    """Whether the token begins a sentence, where a capital tells nothing."""
    return doc.sents[doc.sentence_of(token)][0] == token


def _is_year(doc: Doc, tags: str, i: int) -> bool:
    """Whether four digits are a year rather than a count."""
    after = tags[i + 1] if i + 1 < len(tags) else ""
    year = int(doc.low[i])
    word = doc.low[i - 1] if i else ""
    if after and after in "%SkMUz":
        return False
    if i and tags[i - 1] in "$":
        return False
    if after and after in "NPnjsC":
        if word in ("the", "in", "since", "by", "his", "her", "its", "their", "a", "of") and year >= 1800 and year % 100:
            return True
        return 1900 <= year <= 2050 and year % 50 != 0
    return word in _BEFORE_YEAR or 1800 <= year <= 2050


def is_score(doc: Doc, tags: str, first: int, dash: int, last: int, low_value: float, high_value: float) -> bool:
    """Whether "3-1" or "52-48" is a result, not a range."""
    if high_value <= low_value:
        return True
    words = _sets()[2]
    near = doc.low[max(0, first - 4):first]
    return low_value < 10 and high_value < 200 and any(w in words for w in near) and tags[last:last + 1] not in ("N", "%", "U", "E", "M")


def is_list_mark(doc: Doc, tags: str, first: int, last: int, expected: int) -> bool:
    """Whether "2." or "2)" opens an item of a list: at the start of a sentence, or the next one in an open list."""
    if tags[first] != "D" or last != first + 1 or last >= len(tags) or doc.low[last] not in (".", ")") or not doc.glued(first):
        return False
    key = doc.low[first]
    if len(key) > 2 or not key.isdecimal():
        return False
    start = doc.sents[doc.sentence_of(first)][0] == first
    return start or (expected > 1 and int(key) == expected)
