"""Past or future: the tense that stands around an expression, for Friday, May 3 and winter."""

from __future__ import annotations

from functools import cache

from newsfacts.dates.words import data
from newsfacts.tokens import Doc

_STOP = frozenset(".;:!?\"“”()")


@cache
def _words() -> dict[str, str]:
    tense = data()["tense"]
    return {word: name for name in ("present", "past", "future") for word in tense[name]}


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(data()["tense"][name])


def tense(doc: Doc, first: int, last: int) -> str | None:
    """The tense at tokens first..last: past, since, future, present, until (a limit, else untold) or None where nothing tells it."""
    begin, end = doc.sents[doc.sentence_of(first)] if doc.sents else (0, len(doc.low))
    low, limit = doc.low, False
    if first > begin:
        before = low[first - 1]
        limit = before in _set("limit")
        if before == "on" and first - 1 > begin:
            before = low[first - 2]  # the vote is on Friday
        if before in _set("copula") or before == "as" and first - 1 > begin and low[first - 2] in _set("as_soon"):
            return "future"  # the deadline is Friday; as early as Tuesday
        if before == "since":
            return "since"
        if limit and before != "by" and not _set("extends").isdisjoint(low[max(begin, first - 12):first - 1]):
            return "future"  # postponed until Tuesday
    if low[last:last + 1] == ["'s"]:
        return _right(doc, last, end) or "past"  # Friday's vote
    left = _left(doc, begin, first)
    if left in ("future", "past"):
        return left
    return _right(doc, last, end) or ("until" if limit else left)


def _left(doc: Doc, begin: int, first: int) -> str | None:
    """The tense of the nearest verb before."""
    low = doc.low
    for i in range(first - 1, max(begin, first - 20) - 1, -1):
        found = _kind(doc, i)
        if found == "past" and low[i] not in _set("auxiliary"):
            if any(w in _set("modal") or w.endswith("'ll") for w in low[max(begin, i - 3):i]):
                return "future"  # will be paid, to be held
            if i and low[i - 1] in _set("copula"):
                return "present"
        if found:
            return found
        if low[i] in _STOP and i < first - 1:
            break
    return None


def _right(doc: Doc, last: int, end: int) -> str | None:
    """The tense of the nearest verb after; only a clear future counts."""
    low = doc.low
    for i in range(last, min(end, last + 14)):
        found, word = _kind(doc, i), low[i]
        if found == "past" and word not in _set("no_verb") or found == "future" and (
                word in _set("strong") or word.endswith("'ll") or low[i - 1] in _set("copula")):
            return found
        if found != "future" and word in _STOP:
            break
    return None


def _kind(doc: Doc, i: int) -> str | None:
    """The tense that token i tells."""
    word = doc.low[i]
    if word in _set("plan") and doc.low[i + 1:i + 2] not in (["to"], ["on"], ["for"]):
        return "past" if word.endswith("ed") else None
    found = _words().get(word)
    if found:
        capital = doc.forms[i][:1].isupper() and i and i not in doc.sent_firsts[:1]
        return None if capital and word in _set("names") else found
    if word.endswith("ed") and len(word) > 4 and not doc.forms[i][:1].isupper():
        return "past"
    if word.endswith("'ll") or word == "to" and i and doc.low[i - 1] in _set("before_to"):
        return "future"
    return None
