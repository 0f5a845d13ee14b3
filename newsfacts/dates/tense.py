"""Past or future: the tense that stands around an expression, for Friday, May 3 and winter."""

from __future__ import annotations

from functools import cache

from newsfacts.dates.words import data
from newsfacts.dates.words import tense_words as _set
from newsfacts.tokens import Doc

_STOP = frozenset(".;:!?\"“”()")


@cache
def _words() -> dict[str, str]:
    return {word: name for name in ("present", "past", "future") for word in _set(name)}


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
        if before in _set("onset"):
            return _right(doc, last, end, False) or "future"  # effective Monday
        if before == "of" and low[first - 2] == "ahead":
            return "future"
        if limit and not _set("due" if before == "by" else "extends").isdisjoint(low[max(begin, first - 12):first - 1]):
            return "future"  # postponed until Tuesday, a reply was promised by Friday
    title = doc.headline
    planned = title is None or not title[0] <= first < title[1]  # the present of a headline tells what has been
    if low[last:last + 1] == ["'s"]:
        return _right(doc, last, end, False) or "past"  # Friday's vote
    left = _left(doc, begin, first, planned)
    if left in ("future", "past"):
        return left
    return _right(doc, last, end, planned) or ("until" if limit else left)


def scheduled(doc: Doc, first: int, last: int) -> bool:
    """Whether a day is told as the day of a plan: a hearing for Monday, delayed to Monday, a Monday deadline."""
    low = doc.low
    before = low[first - 1] if first else ""
    if before in ("for", "to") and low[last:last + 1] != ["'s"]:
        return not _set("for" if before == "for" else "extends").isdisjoint(low[max(0, first - 6):first - 1])
    return before in ("a", "an") and low[last:last + 1] == ["deadline"]


def done(doc: Doc, first: int) -> bool:
    """Whether a past verb governs the expression at token `first` directly: "was opened in January", no "cuts in January"."""
    low = doc.low
    return first > 1 and low[first - 1] in _set("inside") and low[first - 2] not in _set("auxiliary") and _kind(doc, first - 2) == "past"


def _left(doc: Doc, begin: int, first: int, planned: bool) -> str | None:
    """The tense of the nearest verb before."""
    low, infinitive = doc.low, False
    for i in range(first - 1, max(begin, first - 20) - 1, -1):
        found = _kind(doc, i) or (_coming(doc, i, begin) if planned else None)
        if found == "past" and infinitive and low[i] in _set("asks"):
            return "future"  # urged people to stay home on Friday
        infinitive = infinitive or low[i] == "to" and low[i + 1] not in _set("no_infinitive")
        if found == "past" and low[i] not in _set("auxiliary"):
            helpers = low[max(begin, i - 3):i]
            if any(w in _set("modal") or w.endswith("'ll") for w in helpers):
                perfect = not _set("perfect").isdisjoint(helpers) and _set("strong").isdisjoint(helpers)  # may have crossed
                able = low[i] in _set("able") and not _set("ability").isdisjoint(helpers)  # could be heard
                return "past" if perfect or able else "future"  # will be paid, to be held
            if i and low[i - 1] in _set("copula"):
                return "present"
        if found:
            return found
        if low[i] in _STOP and i < first - 1:
            break
    return None


def _right(doc: Doc, last: int, end: int, planned: bool) -> str | None:
    """The tense of the nearest verb after; only a clear future counts."""
    low = doc.low
    for i in range(last, min(end, last + 14)):
        if planned and _coming(doc, i, last):
            return "future"
        found, word = _kind(doc, i), low[i]
        if found == "past" and word not in _set("no_verb") or found == "future" and (
                word in _set("strong") or word.endswith("'ll") or low[i - 1] in _set("copula")):
            return found
        if found != "future" and word in _STOP:
            break
    return None


def _coming(doc: Doc, i: int, begin: int) -> str | None:
    """Future, where token i tells a plan in the present: ministers meet Friday, the king flies home on Friday, aides are meeting Friday."""
    verb = _coming_verbs().get(doc.low[i])
    if verb is None or i <= begin or doc.low[i] in _set("light") and not _set("light_objects").intersection(doc.low[i + 1:i + 2]):
        return None
    j = i - 1
    if doc.low[j].endswith("ly") and j > begin:
        j -= 1
    before, form = doc.low[j], doc.forms[j]
    if not _set("indefinite").isdisjoint(doc.low[max(begin, j - 2):j]):
        return None  # the present of captions: "a woman leaves a shelter on Monday"
    if verb == "ing":
        plan = before in _set("copula") or before.endswith(("'re", "'s")) and before != "'s"
    elif verb == "base":
        plural = before.endswith("s") and len(before) > 3 and not before.endswith("ss") and before.isalpha()
        plan = plural or before in _set("plural_subjects")
    else:
        plan = before in _set("subjects") or before.isalpha() and (form[:1].isupper() or verb == "third" and not _closed(before))
    return "future" if plan else None


def _closed(word: str) -> bool:
    """Whether a word before a form in -s tells that it is no verb: a plural, an adjective or a function word."""
    return word.endswith(("s", "ed", "al", "ive", "ing", "ous", "ful", "ic", "ly")) or word in _set("no_subjects")


@cache
def _coming_verbs() -> dict[str, str]:
    """Form → base, third (person), noun (a third person that is also a plural noun) or ing, of the verbs that tell plans."""
    out: dict[str, str] = {}
    for kind, words in data()["tense"]["coming"].items():
        out.update(dict.fromkeys(words.split(), kind))
    return out


def _kind(doc: Doc, i: int) -> str | None:
    """The tense that token i tells."""
    word = doc.low[i]
    if word in _set("plan") and doc.low[i + 1:i + 2] not in (["to"], ["on"], ["for"]):
        return "past" if word.endswith("ed") else None
    found = _words().get(word)
    if word in _set("ability"):
        return None if not _set("able").isdisjoint(doc.low[i + 1:i + 3]) else "future"  # but "blasts could be heard on Monday"
    if found:
        capital = doc.forms[i][:1].isupper() and i and i not in doc.sent_firsts[:1]
        return None if capital and word in _set("names") else found
    if word.endswith("ed") and len(word) > 4 and not doc.forms[i][:1].isupper():
        return "past"
    if word.endswith("'ll") or word == "to" and i and doc.low[i - 1] in _set("before_to"):
        return "future"
    return None
