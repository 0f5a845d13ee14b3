"""Whether a text is a chronicle, an incident register: nothing is carried from one of its entries to the next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from newsfacts.drafts import Timex
from newsfacts.late import late
from newsfacts.tokens import Doc

_BLANK = late(r"\n[ \t]*\r?\n")
_LINE = r"[A-Z][A-Z .'’/-]{2,28}(?:, [A-Z][\w. ]{2,20})? (?:\([^)\n]{2,30}\) )?[-–—] "
_DATELINE = late(rf"(?m)^{_LINE}")
_DATELINES = late(rf"\n{_LINE}")  # a letter that is searched for is found much faster than "^"
_LEAST = 3  # entries
_WEEK = 4  # where weekdays tell the days of some
_SHARE = 0.6  # of the paragraphs
_ENDS = frozenset(".!?…")
_SHORT = 5  # tokens: a heading


def entries(doc: Doc, timexes: list[Timex]) -> list[tuple[int, int]]:
    """The entries of a chronicle, none of another text: most paragraphs or lines, three at least, tell in their first sentence each
    another day of the calendar ("3 March: ...", "On 4 July 2016, ...") or of the week, and these days run on in one direction."""
    if len(_DATELINES.findall(f"\n{doc.text}")) >= _LEAST and (parts := _briefs(doc)):
        return parts
    exact = [t for t in timexes if t.from_ is not None and t.from_ == t.to and t.type in ("DATE", "TIME")]
    if len(exact) < _LEAST:
        return []
    kinds = ([t for t in exact if t.resolved != "relative"], _LEAST), (exact, _WEEK)
    parts = doc.paras
    for look in ("paragraphs", "lines"):
        if look == "lines":
            parts = _lines(doc) if _BLANK.search(doc.text) else []
        for days, least in kinds:
            if least <= len(days) and least <= len(parts) and _are_entries(doc, days, parts, least):
                return parts
    return []


def _briefs(doc: Doc) -> list[tuple[int, int]]:
    """The paragraphs of news in brief, most of which begin with a dateline of their own: "VELM - ...", "KARO, Norland (Wire) - ..."."""
    long = [part for part in doc.paras if part[1] - part[0] > _SHORT]
    begun = [first for first, _ in long if _DATELINE.match(doc.text, doc.starts[first])]
    return doc.paras if len(begun) >= _LEAST and len(begun) >= _SHARE * len(long) else []


def _lines(doc: Doc) -> list[tuple[int, int]]:
    """The lines of a text, made of whole sentences."""
    firsts: list[int] = []
    for first, _ in doc.sents:
        if doc.opens_line(first):
            firsts.append(first)
    return list(zip(firsts, [*firsts[1:], len(doc.forms)], strict=True))


def _are_entries(doc: Doc, days: list[Timex], parts: list[tuple[int, int]], least: int) -> bool:
    told: dict[int, str] = {}  # part → the first day that its first sentence tells
    firsts = [first for first, _ in parts]
    for t in days:
        k = bisect_right(firsts, t.first) - 1
        if k < 0 or k in told or t.from_ is None:
            continue
        sentence = min(bisect_left(doc.sent_firsts, firsts[k]), len(doc.sents) - 1)
        label = doc.sents[sentence][1] - firsts[k] < _SHORT and sentence + 1 < len(doc.sents)  # Velm. Three nurses were abducted
        if t.first < doc.sents[sentence + label][1]:
            told[k] = t.from_
    heading = doc.low[parts[0][1] - 1] not in _ENDS  # week ending March 8
    if heading:
        told.pop(0, None)
    order = list(told.values())
    long = sum(last - first > _SHORT for first, last in parts[heading:])
    apart = len(set(order)) * 2 > len(order) if least == _LEAST else len(set(order)) == len(order)
    return len(set(order)) >= least and apart and len(order) >= _SHARE * long and (
        order == sorted(order) or order == sorted(order, reverse=True))
