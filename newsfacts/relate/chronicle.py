"""Whether a text is a chronicle, an incident register: nothing is carried from one of its entries to the next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from newsfacts.drafts import Timex
from newsfacts.tokens import Doc

_LEAST = 3  # entries
_SHARE = 0.6  # of the paragraphs
_SHORT = 5  # tokens: a heading


def entries(doc: Doc, timexes: list[Timex]) -> list[tuple[int, int]]:
    """The entries of a chronicle, none of another text: most paragraphs or lines, three at least, tell in their first sentence each
    another day of the calendar ("3 March: ...", "On 4 July 2016, ..."), and these days run on in one direction."""
    days = [t for t in timexes if t.from_ is not None and t.from_ == t.to and t.resolved != "relative" and t.type in ("DATE", "TIME")]
    if len(days) < _LEAST:
        return []
    if _are_entries(doc, days, doc.paras):
        return doc.paras
    lines = _lines(doc)
    return lines if len(lines) > len(doc.paras) and _are_entries(doc, days, lines) else []


def _lines(doc: Doc) -> list[tuple[int, int]]:
    """The lines of a text, made of whole sentences."""
    firsts: list[int] = []
    for first, _ in doc.sents:
        if not first or "\n" in doc.text[doc.ends[first - 1]:doc.starts[first]]:
            firsts.append(first)
    return list(zip(firsts, [*firsts[1:], len(doc.forms)], strict=True))


def _are_entries(doc: Doc, days: list[Timex], parts: list[tuple[int, int]]) -> bool:
    told: dict[int, str] = {}  # part → the first day that its first sentence tells
    firsts = [first for first, _ in parts]
    for t in days:
        k = bisect_right(firsts, t.first) - 1
        if k >= 0 and k not in told and t.from_ and t.first < doc.sents[bisect_left(doc.sent_firsts, firsts[k])][1]:
            told[k] = t.from_
    order = list(told.values())
    long = sum(last - first > _SHORT for first, last in parts)
    return len(set(order)) >= _LEAST and len(set(order)) * 2 > len(order) >= _SHARE * long and (
        order == sorted(order) or order == sorted(order, reverse=True))
