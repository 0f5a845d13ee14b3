"""Pronouns that mean no actor told of before: "It is the third attack", "It took hours", "he" within what another says."""

from __future__ import annotations

from bisect import bisect_right

from newsfacts.actors.words import struck
from newsfacts.tokens import Doc

_OPENING, _CLOSING, _EITHER = frozenset("“«„"), frozenset("”»"), '"'
_LONGEST = 9  # tokens of what it is
_IS = frozenset(("is", "was", "remains", "remained", "became", "'s"))
_DETERMINERS = frozenset(("the", "a", "an", "one", "his", "her", "their"))
_PREPOSITIONS = frozenset("of in on at by for since from to with that which who when where this last , . ; : ( \"".split())
_OF = frozenset(("one", "some", "part"))


def marked(doc: Doc, tags: str) -> list[tuple[int, int]]:
    """The stretches of tokens in double quotation marks, each within its paragraph."""
    out: list[tuple[int, int]] = []
    if '"' not in tags:
        return out
    for first, last in doc.paras:
        opened = -1
        at = tags.find('"', first, last)
        while at >= 0:
            mark = doc.forms[at].strip()
            if mark in _OPENING or mark == _EITHER and opened < 0:
                opened = at
            elif opened >= 0 and (mark in _CLOSING or mark == _EITHER):
                out.append((opened, at))
                opened = -1
            at = tags.find('"', at + 1, last)
        if opened >= 0:
            out.append((opened, last))  # a speech goes on in the next paragraph
    return out


def within(stretches: list[tuple[int, int]], token: int) -> bool:
    """Whether a token lies in one of these stretches."""
    k = bisect_right(stretches, (token, token)) - 1
    return k >= 0 and token < stretches[k][1]


def expletive(doc: Doc, token: int) -> bool:
    """Whether "it" means no actor: "It took hours", "It is not known", "It was the third attack"; but: "It is the largest party"."""
    low, verb = doc.low, doc.low[token + 1]
    if verb in ("took", "takes"):
        word = low[token + 2]
        return word[:1].isdigit() or word in struck("it took")
    if verb in struck("it verbs"):
        return True
    if verb in ("came", "comes", "follows", "followed"):
        return low[token + 2] in struck("it came")
    if verb not in _IS:
        return False
    at, end = token + 2, min(token + 2 + _LONGEST, len(low))
    while at < end and low[at] in struck("it adverbs"):
        at += 1
    if at >= end:
        return False
    if low[at] in struck("it is"):
        return low[at + 1:at + 2] != ["to"] or low[at] not in struck("it is to")
    if low[at] not in _DETERMINERS:
        return False
    of = at + 1 if low[at] in _OF and low[at + 1:at + 2] == ["of"] else at
    stop = next((t for t in range(of + 1, end) if low[t] in _PREPOSITIONS), end)
    return not struck("it is a").isdisjoint(low[of + 1:stop])
