"""Groups joined by more than "and", and groups with a complement, made plain in the chunk string before constructions are matched."""

from __future__ import annotations

import re

from newsfacts.chunks import Chunks
from newsfacts.drafts import Number
from newsfacts.tokens import Doc

_WITH = re.compile(r"[nz]h|aza")
_LIKE_AND = frozenset((("along", "with"), ("together", "with"), ("as", "well", "as"), ("alongside",)))
_MEMBER = re.compile(r"(?<=[VGI])U(?=[zD]{0,2}&)")
_COMPLEMENT = re.compile(r"(?<=Q)oz?(?:p?[NA]){1,4}")

# A bare past form with an object after it is a finite verb, not a participle: "soldiers killed five" but "soldiers killed in"; the verb
# before it is one too: "three men shot and killed two guards".
_FINITE = re.compile(r"P(?=[zD]{0,2}(?:[QNAUME]|tN[zD]{0,2}Q))")
_BOTH = re.compile(r"((?:^|[.;c])[zD,]{0,4}Q[zD]{0,2})P(?=[zD]{0,2}&[zD]{0,2}V)")


def finite(string: str) -> str:
    """The chunk string with the past forms settled that are finite verbs."""
    return _BOTH.sub(r"\1V", _FINITE.sub("V", string))


def plain(doc: Doc, chunks: Chunks, string: str, numbers: dict[int, Number]) -> str:
    """ "Along with", "as well as" become "and"; "detaining them and one other": a member; "two friends of the driver": two friends."""
    firsts = chunks.firsts
    for match in reversed([*_WITH.finditer(string)]):
        if tuple(doc.low[firsts[match.start()]:firsts[match.end()]]) in _LIKE_AND:
            string = string[:match.start()] + "&" + "z" * (match.end() - match.start() - 1) + string[match.end():]
    for match in _COMPLEMENT.finditer(string):
        number = numbers.get(match.start() - 1)
        if number is not None and number.head >= 0 and number.last <= firsts[match.start()]:
            string = string[:match.start()] + "z" * (match.end() - match.start()) + string[match.end():]
    return _MEMBER.sub("N", string)
