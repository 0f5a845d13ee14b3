"""Quotation marks: which stretches of a text stand inside them."""

from __future__ import annotations

import re

from newsfacts.tokens import Doc

_CLOSERS = {'"': '"”', "“": '”"', "„": "“”\"", "«": "»", "»": "«", "‘": "’", "'": "'’", "”": "”"}
_MARK = re.compile("Q|qq?")
_LONGEST = 400  # tokens


def spans(doc: Doc, tags: str) -> list[tuple[int, int]]:
    """Token ranges (mark to mark, both in it) of the text inside quotation marks; nested ones are part of the outer.

    A mark left open reaches to the end of its paragraph, as where a speech goes on in the next one.
    """
    out: list[tuple[int, int]] = []
    low = doc.low
    for first, last in doc.paras:
        opened, kind = -1, ""
        for match in _MARK.finditer(tags, first, last):
            at = match.start()
            double = match.group() == "Q"
            if match.group() == "qq":
                double = doc.glued(at) and low[at] == low[at + 1] == "'"  # ''typed so''
            mark = '"' if double and low[at] == "'" else low[at]
            if opened >= 0 and mark in _CLOSERS[kind] and (double or _closes(doc, at)):
                out.append((opened, match.end() if double else at + 1))
                opened = -1
            elif (mark in _CLOSERS and mark != "”" and doc.glued(at) and (double or _opens(doc, at))
                  and (opened < 0 or kind in "'‘")):
                opened, kind = at, mark
        if opened >= 0 and kind not in "'‘»" and last - opened < _LONGEST:
            out.append((opened, last))
    return out


def _opens(doc: Doc, at: int) -> bool:
    """Whether a single mark at this token may open: nothing is joined to its left."""
    return at == 0 or not doc.glued(at - 1)


def _closes(doc: Doc, at: int) -> bool:
    """Whether a single mark at this token may close: no word is joined to its right."""
    return not doc.glued(at) or not doc.low[at + 1][:1].isalnum()
