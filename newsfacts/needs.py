"""What a slot pattern cannot do without: letters, and pairs of neighbours, by which the sentences are found that it may match."""

from __future__ import annotations

from functools import cache

from newsfacts.typed import NamedTuple

CLASSES = {
    "QTY": "Q", "MONEY": "M", "ACTIVE": "V", "INFINITIVE": "I", "GERUND": "G", "PASSIVE": "W", "PARTICIPLE": "P",
    "VERB": "[VIG]", "FINITE": "[VPIG]", "PAST": "[WP]", "STRIKE": "[VIGWPE]", "TOLD": "[ESPV]", "DONE": "[SP]", "DEED": "[VIGWP]",
    "NOUN": "E", "STATE": "S", "TOLL": "T", "ACTOR": "[ANUQ]", "THING": "[NA]", "BODY": "[NAE]", "PRONOUN": "U", "DATE": "D", "BE": "[Bv]",
    "OTHER": "[viwpgB]", "ANY": "[viwpgBVWPG]", "ACT": "[viVIgG]", "LIGHTGERUND": "g", "STATED": "[SPNE]", "COUNTED": "[SNE]",
    "ADJUNCT": "z", "LIGHTPARTICIPLE": "p", "LIGHTPASSIVE": "w", "THERE": "x", "CONJ": "c", "TODO": "[iI]",
    "BY": "b", "OF": "o", "WITH": "h", "TO": "t", "FOR": "f", "IN": "n", "AS": "a", "INCLUDING": "q", "AND": "&", "REL": "r",
    "COMMA": ",", "COLON": ":", "SEMICOLON": ";", "DASH": "-", "OPEN": r"\(", "CLOSE": r"\)", "END": r"\.", "QUOTE": '"', "PARTICLE": "d",
    "BACKED": r"[pPghG][zD]{0,2}[bzoth]?[zD]{0,2}Q[zD]{0,3}(?:&Q[zD]{0,3})?", "ASIDE": r'[^.;:VWQ"]{1,9}', "INSERT": r"[^.;:()-]{1,16}",
    "HOLDS": "[viwpgBN]", "CLAUSE": r'(?:[^.;:,VWQ"]{1,8}(?<=[zDNAo]))?r[^.;:,"]{1,16}',
}
Need = tuple[str, str]  # left and right neighbours, one of each; no left ones: a letter
_SKIPPABLE = frozenset('zD"')
_ANY = "*"


def needed(match: str) -> dict[Need, None]:
    """What a pattern cannot do without: letters, and pairs of neighbours, of which each need must have one in the text.

    Most patterns have none in a sentence, and a look at these costs much less than to compile them and to try them.
    """
    out: dict[Need, None] = {}
    parts = _parts(match)
    left, word = _ANY, ""
    for part in parts:
        if not part.free:
            if _ANY not in left + part.first:
                out[left, part.first] = None
            if part.word and part.first != _ANY:
                out["", part.first] = None
                if word:
                    out[word, part.first] = None
        if part.first or not part.word:
            word = part.first if part.word and part.first != _ANY else ""
        left = left + part.last if part.free else part.last
    right = _ANY
    for part in reversed(parts):
        if not part.free and _ANY not in part.last + right:
            out[part.last, right] = None
        right = right + part.first if part.free else part.first
    return out


class _Part(NamedTuple):
    """A part of a pattern: the letters that it may begin and end with (* any), whether it may be left out, and whether it is a word."""

    first: str
    last: str
    free: bool
    word: bool


def _parts(match: str) -> list[_Part]:
    """The parts of a pattern outside brackets; what is within brackets is one."""
    opened: list[list[list[_Part]]] = [[[]]]  # the choices of each bracket that is open
    for word in match.split():
        if word in ("[", "("):
            opened.append([[]])
        elif word == "|":
            opened[-1].append([])
        elif word in ("]", ")"):
            opened[-2][-1].append(_bracket(opened.pop(), word == "]"))
        else:
            opened[-1][-1].append(_word(word))
    return opened[0][0]


def _bracket(choices: list[list[_Part]], free: bool) -> _Part:
    """A bracket as one part."""
    first = last = ""
    for parts in choices:
        for part in parts:
            first += part.first
            if not part.free:
                break
        else:
            free = True
        for part in reversed(parts):
            last += part.last
            if not part.free:
                break
    return _Part(first, last, free, False)


@cache
def _word(word: str) -> _Part:
    """A word of a pattern; of what may be skipped nothing is left in the text."""
    body = CLASSES.get(word.rpartition(":")[2], "").removeprefix("\\")
    letters = body if len(body) == 1 else body[1:-1] if body[:1] == "[" and body[1:2] != "^" and body[-1] == "]" else _ANY
    if _SKIPPABLE.issuperset(letters):
        return _Part("", "", True, True)
    if not _SKIPPABLE.isdisjoint(letters):
        letters = _ANY
    return _Part(letters, letters + "Q" if word == "qty:MONEY" else letters, False, True)
