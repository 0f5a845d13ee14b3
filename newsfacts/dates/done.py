"""Whether what a date tells has been: a past verb governs it, or a deed that nobody plans is told of it."""

from __future__ import annotations

from newsfacts.dates.tense import finite, tells, tense_of, told_at
from newsfacts.dates.words import TENSE
from newsfacts.tokens import Doc

_REACH = 12  # tokens to the verb before
_ONSETS = frozenset("start beginning onset outbreak".split())
_TO_COME = frozenset(("future", "plan", "prospect", "ability", "to"))


def done(doc: Doc, first: int, last: int) -> bool:
    """Whether a past verb governs the expression at tokens first..last: opened in January, took effect Jan. 1, the crash in January
    killed nine; in January, two men fled; no "cuts in January", no "the vote in January announced by ..."."""
    low = doc.low
    if not first:
        return _is_subject(doc, last)
    before, inside = low[first - 1], low[first - 1] in TENSE.inside
    begin, end = doc.sents[doc.sentence_of(first)]
    if first == begin and _is_subject(doc, last):
        return True
    if before in TENSE.marks:
        return _is_mark(low, first, last)
    if inside and first - 1 == begin and low[last:last + 1] != [","] and _has_been(doc, last, end):
        return True  # in June nine people died
    if low[last:last + 1] == [","] and (inside and first - 1 == begin or _opens(low, begin, first - inside)):
        return _has_been(doc, last + 1, end)
    if inside and finite(doc, last) and low[last] not in TENSE.announced:
        return True
    if (inside or before == "of") and low[first - 2] in TENSE.disasters or before in TENSE.disasters:
        return True  # the attacks of September 7, since a fire Sept. 7
    if "since" in low[max(begin, first - 4):first - 1]:
        return True  # not seen since leaving work Jan. 14
    if not _ONSETS.isdisjoint(near := low[max(begin, first - 8):first - 1]) and "since" in near[:-2]:
        return True  # 90 people have died since the start of the monsoon in June
    at = first - 1 - inside
    at -= told_at(doc, at) != "past" and low[at] in TENSE.offices  # took office in January
    return at > begin and finite(doc, at) or _befell(doc, begin, first - inside)


def _is_mark(low: list[str], first: int, last: int) -> bool:
    """Whether a date marks a thing of the past: the Feb. 7 blast, in a Feb. 7 letter, after the Feb. 7 vote."""
    noun = low[last] if last < len(low) else ""
    return noun in TENSE.disasters or noun in TENSE.records or noun[:1].isalpha() and low[first - 2] in ("after", "since", "following")


def _opens(low: list[str], begin: int, first: int) -> bool:
    """Whether an expression ends a short phrase that opens its sentence: in an interview Jan. 12, ..."""
    phrase = low[begin:first]
    return 1 < len(phrase) < 6 and phrase[0] in ("in", "at") and phrase[-1] in TENSE.records


def _befell(doc: Doc, begin: int, at: int) -> bool:
    """Whether a past verb stands before token `at`, and nothing between them that could be of another time: killed nine people in the
    village on September 7; no "killed two rebels planning a march on September 7", no "won the right to march on September 7"."""
    low, befalls, other = doc.low, TENSE.befalls, TENSE.unbefallen
    for i in range(at - 1, max(begin - 1, at - _REACH), -1):
        word = low[i]
        if word in befalls:
            return (TENSE.modal | {"be", "being"}).isdisjoint(low[max(begin, i - 4):i])
        if word in TENSE.planned_nouns and low[i - 1 - (low[i - 1] in TENSE.determiners)] in TENSE.scenes:
            continue  # killed nine at a concert on May 2
        if not word[:1].isalnum() or word in other or word.endswith("ing") and word != "during" or word in TENSE.planned_nouns:
            return False
        if tells(word) and told_at(doc, i) is not None:
            if word in TENSE.adverbs:
                continue
            sure = finite(doc, i) and word not in TENSE.announced and word not in TENSE.foretells
            return sure and (TENSE.modal | {"be", "being"}).isdisjoint(low[max(begin, i - 4):i])
    return False


def _is_subject(doc: Doc, last: int) -> bool:
    """Whether a past verb follows that tells what a time was or brought: January was calm; no "was to be"."""
    low = doc.low
    brought = finite(doc, last) and low[last] not in TENSE.announced
    return brought or low[last:last + 1] == ["was"] and told_at(doc, last + 1) != "past" and low[last + 1:last + 2] != ["to"]


def _has_been(doc: Doc, start: int, end: int) -> bool:
    """Whether the first verb after an expression that opens its sentence tells what has been: in January, two fled; no "were to meet"."""
    low = doc.low
    for i in range(start, min(end - 1, start + 12)):
        if told_at(doc, i) == "past":
            return finite(doc, i) or low[i + 1] != "to" and tense_of(low[i + 1]) not in _TO_COME
    return False
