"""Chains of figures that neither count nor measure: dates, telephone numbers, rows of numbers, results of matches and votes, list marks."""

from __future__ import annotations

from functools import cache

from newsfacts.lexicon import load_json
from newsfacts.numbers.atoms import Pattern
from newsfacts.report import Num
from newsfacts.tokens import Doc

_CODE = Pattern(r"\+?[DY](?:[-/.:]?[DY]){2,}|\+[DY](?:-?[DY])+")  # 03/12/2023, +44 20 7946 0958
_ROW = Pattern(r"[DY](?:[,_][DY]){3,}")  # 2393, 2251, 2388, 2330
_ROW_MARKS = frozenset(",|")
CHAINED = frozenset("- / . : D Y , _ )".split())  # tags behind a figure with which a code goes on
_MEASURED = ("M", "U", "E", "%")
_VOTES = frozenset("vote votes voted voting ruled won beat beats defeated lost".split())
_PHONE = Pattern(r"D\)[DY]-[DY]")  # (555) 555-0123
AFTER_MARK = (".", ")")  # tags behind the mark of a list


@cache
def _score_words() -> frozenset[str]:
    return frozenset(load_json("numbers")["score_words"])


def code(doc: Doc, tags: str, i: int) -> int | None:
    """The end of a chain of figures that is a date, a clock time or a telephone number, from token i."""
    if tags[i + 1:i + 2] not in CHAINED:
        return None
    match = _CODE.match(tags, i)
    if match is None and (row := _ROW.match(tags, i)) is not None and {doc.low[k] for k in range(i + 1, row.end(), 2)} <= _ROW_MARKS:
        return row.end()
    if match is None:
        bracketed = _PHONE.match(tags, i) if tags[i - 1:i] == "(" else None
        return bracketed.end() if bracketed and len(doc.low[i]) == 3 else None
    end = match.end()
    if end == i + 5 and tags[i + 1:end] == "-D/D" and (tags[end:end + 1] in _MEASURED or tags[i - 1:i] == "$"):
        return None  # 6-1/4 cents
    stop = tags.find(".", i, end)
    while stop >= 0 and (doc.glued(stop) or not doc.glued(stop - 1)):
        stop = tags.find(".", stop + 1, end)
    if stop >= 0:  # "at 05:20. 12 people died"
        end = stop
        if end < i + 5:
            return None
    chained = sum(doc.glued(k) for k in range(i, end - 1))
    if tags[i] == "+" or chained >= 3 or chained == 0 and (end - i > 3 or not _thousands(doc, i, end)):
        return end
    return None


def _thousands(doc: Doc, i: int, end: int) -> bool:
    """Whether spaced figures are one number: 12 000 000, but not 0800 555 111."""
    return doc.low[i][:1] != "0" and all(len(doc.low[k]) == 3 and doc.low[k].isdecimal() for k in range(i + 1, end))


def opens(doc: Doc, token: int) -> bool:
    """Whether the token begins a sentence, where a capital tells nothing."""
    return doc.sents[doc.sentence_of(token)][0] == token


def is_score(doc: Doc, tags: str, first: int, last: int, lower: Num, upper: Num) -> bool:
    """Whether figures with a hyphen between them, first..last, are a result ("3-1", "52-48"), not a range."""
    if upper <= lower:
        return True
    if first + 3 == last and len(doc.low[first]) == 3 and len(doc.low[last - 1]) == 4 and (
            tags[last:last + 1] in ("", ".", ",", ")") or first > 1 and tags[first - 1] in "-~" and doc.glued(first - 2)):
        return True  # 555-1234, 212- 555-1234
    if tags[last:last + 1] == "-" and doc.glued(last - 1) and doc.forms[last + 1].isupper():
        return True  # 1-800-SPEAK
    if tags[last:last + 1] in ("N", "%", "U", "E", "M"):
        return False
    near = doc.low[max(0, first - 4):first] + doc.low[last:last + 3]
    return upper < 200 and not _score_words().isdisjoint(near)


def is_vote(doc: Doc, first: int) -> bool:
    """Whether a word of votes or matches stands right before a number: a vote of 85 to 59."""
    return not _VOTES.isdisjoint(doc.low[max(0, first - 3):first])


def is_list_mark(doc: Doc, tags: str, first: int, last: int, expected: int) -> bool:
    """Whether the figures of "2." or "2)" open an item of a list: at the start of a sentence, or the next one in an open list."""
    if tags[last:last + 1] not in AFTER_MARK or last != first + 1 or doc.low[last] not in AFTER_MARK or not doc.glued(first):
        return False
    key = doc.low[first]
    if len(key) > 2 or not key.isdecimal():
        return False
    return opens(doc, first) or expected > 1 and int(key) == expected
