"""Quotation marks: which stretches of a text stand inside them."""

from __future__ import annotations

from newsfacts.late import late
from newsfacts.tokens import Doc

_CLOSERS = {'"': '"”', "“": '”"“', "„": "“”\"", "«": "»", "»": "«", "‘": "’'", "'": "'’", "”": "”"}
_OPENERS = frozenset(_CLOSERS) - {"”"}
_MARK = late("Q|qq?")
_CUT = late(r",(?=(?:[pMdwi]{1,8}[bV]|[VN][pMd]))")  # a speech left open ends before its cue
_LONGEST = 400  # tokens


def spans(doc: Doc, tags: str) -> tuple[list[tuple[int, int]], set[int]]:
    """Token ranges (mark to mark, both in it) of the text inside quotation marks, and the first tokens of those that go on.

    Nested ones are part of the outer. A mark left open reaches to the end of its paragraph where the next one begins with
    a mark (a speech goes on there), else to its cue or the end of its sentence.
    """
    out: list[tuple[int, int]] = []
    going: set[int] = set()
    low = doc.low
    coming = _MARK.search(tags)
    for n, (first, last) in enumerate(doc.paras):
        if coming is None:
            break
        if coming.start() >= last:
            continue
        coming = _MARK.search(tags, last)
        opened, kind, nested, speech = -1, "", 0, False
        for match in _MARK.finditer(tags, first, last):
            at, end = match.span()
            double = tags[at] == "Q" or (end - at == 2 and doc.glued(at) and low[at] == low[at + 1] == "'")  # ''typed so''
            mark = low[at]
            if not double:
                end = at + 1
            elif mark == "'":
                mark = '"'
            if opened >= 0:
                if kind == '"' and (mark == "“" or (mark == "”" and nested)):
                    nested += 1 if mark == "“" else -1  # "the “old” bridge"
                    continue
                if mark in _CLOSERS[kind] and _closes(doc, at, end, double, mark) and not (speech and _owns(doc, at)):
                    out.append((opened, end))
                    opened = -1
                    continue
            if (opened < 0 or double or kind in "'‘") and mark in _OPENERS and _opens(doc, at, end, mark):
                if opened >= 0 and kind not in "'‘»":
                    out.append(_open(doc, tags, opened, at))
                opened, kind, nested = at, mark, 0
                speech = kind in "'‘" and (at == first or low[at - 1][-1:] in (",", ":", ".", "!", "?"))
        if opened >= 0 and kind not in "'‘»" and last - opened < _LONGEST:
            if n + 1 < len(doc.paras) and tags[doc.paras[n + 1][0]] == "Q":
                out.append((opened, last))
                going.add(opened)
            else:
                out.append(_open(doc, tags, opened, last))
    return out, going


def _open(doc: Doc, tags: str, opened: int, limit: int) -> tuple[int, int]:
    """The range of a speech whose mark is not closed before `limit`."""
    end = min(limit, doc.sents[doc.sentence_of(opened)][1])
    cut = _CUT.search(tags, opened + 1, end)
    return opened, max(cut.end() if cut else end, opened + 1)


def _owns(doc: Doc, at: int) -> bool:
    """Whether a mark inside a speech in single marks is an apostrophe: the dogs' home."""
    return doc.low[at - 1].endswith("s") and at + 1 < len(doc.low) and doc.low[at + 1][:1].islower() and doc.forms[at + 1][:1].islower()


def _opens(doc: Doc, at: int, end: int, mark: str) -> bool:
    """Whether a mark may open: nothing is joined to its left, a word to its right."""
    if mark not in "'‘\"":
        return True
    following = doc.text[doc.ends[end - 1]:doc.ends[end - 1] + 3]
    if not doc.glued(end - 1) or (following[:1] in ".,;:!?)" and following not in ("...", ". .")):
        return False
    return at == 0 or not doc.glued(at - 1) or (mark == '"' and doc.low[at - 1][-1:] in "([-—–,:‘'.")


def _closes(doc: Doc, at: int, end: int, double: bool, mark: str) -> bool:
    """Whether a mark may close: no word is joined to its right, or one to its left."""
    if double and mark != '"' and mark != "“":
        return True
    if mark == "“":  # closes a German quotation; twice open is an error of typing, where no word follows
        return not doc.glued(at)or not doc.low[at + 1][:1].isalnum()
    if double:
        return not doc.glued(end - 1) or not doc.low[end][:1].isalnum() or (at > 0 and doc.glued(at - 1))
    return not doc.glued(at) or not doc.low[at + 1][:1].isalnum()
