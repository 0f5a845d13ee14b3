"""Past or future: the tense that stands around an expression, for Friday, May 3 and winter."""

from __future__ import annotations

from functools import cache

from newsfacts.dates.words import data
from newsfacts.tokens import Doc

_AUXILIARY = frozenset(("was", "were", "had", "did", "said", "told", "been"))
_STRONG = frozenset(("will", "shall", "won't"))
_STOP = frozenset(".;:!?\"“”()")


@cache
def _words() -> dict[str, str]:
    tense = data()["tense"]
    return {w: name for name in ("present", "past", "future") for w in tense[name]}


@cache
def _extends() -> frozenset[str]:
    return frozenset(data()["tense"]["extends"])


@cache
def _modals() -> frozenset[str]:
    return frozenset(data()["tense"]["modal"])


def tense(doc: Doc, first: int, last: int) -> str | None:
    """past, future, present or None where nothing tells it."""
    begin, end = doc.sents[doc.sentence_of(first)] if doc.sents else (0, len(doc.low))
    low, words = doc.low, _words()
    left = None
    if first > begin and low[first - 1] in ("is", "are"):
        return "future"
    bounded = first > begin and low[first - 1] in ("until", "till", "by")
    if first - 1 > begin and low[first - 1] == "as" and low[first - 2] in ("soon", "early"):
        return "future"
    if bounded and low[first - 1] != "by" and any(w in _extends() for w in low[max(begin, first - 12):first - 1]):
        return "future"
    for i in range(first - 1, max(begin, first - 20) - 1, -1):
        word = low[i]
        found = _kind(doc, i, words)
        if found == "past" and word not in _AUXILIARY and any(w in _modals() or w.endswith("'ll") for w in low[max(begin, i - 3):i]):
            found = "future"  # will be paid, to be held
        elif found == "past" and word not in _AUXILIARY and i and low[i - 1] in ("is", "are"):
            found = "present"
        if found:
            left = found
            break
        if word in _STOP and i < first - 1:
            break
    if left in ("future", "past"):
        return left
    for i in range(last, min(end, last + 14)):
        found = _kind(doc, i, words)
        if found == "future" and low[i] not in _STRONG and not low[i].endswith("'ll") and low[i - 1] not in ("is", "are", "be"):
            continue
        if found and found != "present" and low[i] not in ("since", "last", "set"):
            return found
        if low[i] in _STOP:
            break
    return "until" if bounded else left


def _kind(doc: Doc, i: int, words: dict[str, str]) -> str | None:
    word = doc.low[i]
    found = words.get(word)
    if word in ("plan", "plans", "planned", "planning") and doc.low[i + 1:i + 2] not in (["to"], ["on"], ["for"]):
        found = "past" if word == "planned" else None
    if found:
        if word in ("may", "will") and doc.forms[i][:1].isupper() and i and doc.sent_firsts and i not in doc.sent_firsts[:1]:
            return None
        return found
    if word.endswith("ed") and len(word) > 4 and not doc.forms[i][:1].isupper():
        return "past"
    if word.endswith("'ll"):
        return "future"
    if found is None and word == "to" and i and doc.low[i - 1] in (
            "looks", "needs", "need", "hopes", "hope", "wants", "aims", "seeks", "vows", "promises", "threatens", "wishes", "able", "likely","is", "are", "agreed", "set", "vowed", "promised", "ready", "decided", "returns", "wants", "want", "ordered", "pledged", "due"):
        return "future"
    return None
