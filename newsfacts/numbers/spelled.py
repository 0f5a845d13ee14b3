"""Numbers in words: two hundred and fifty-three thousand, a dozen and a half, two-thirds, one point five million."""

from __future__ import annotations

from newsfacts.lexicon import load_json
from newsfacts.numbers.atoms import Atom, Pattern, digits, number_words, scaled, times
from newsfacts.report import Num
from newsfacts.tokens import Doc

MIXED = Pattern(r"-?&-?a-?H")  # "two and a half", "two-and-a-half"
_DIGITS = Pattern(r"(?:o|u|t(?![-outyhS])){1,9}(?![-outyh])")  # the decimals of "nine point one four"
_GOES_ON = frozenset("-&aouthySzQ")  # what may follow a number word within a number
_QUARTERS = Pattern(r"&[aou]-?Q(?=[EUMNS])")  # two and a quarter hours, two and a quarter million
_PARTS = Pattern(r"&[ou]-?Q(?!O)")  # two and two thirds, five billion and three quarters
_UP_TO = (["as", "much", "as"], ["by", "up", "to"])
_LINKED = ("point", "score")
_SPARE = frozenset("quarter quarters third thirds fifth fifths".split())
_OF_A_SCALE = Pattern(r"(?:Oa)?S")
RECENT = frozenset("past last next first these those coming recent previous final".split())
_THAN = frozenset(("more", "less"))
_ARE = frozenset(("were", "are", "have", "say", "said"))  # a third were women: a single third would be alone
_COMPARING = frozenset(("than", "nearly", "almost", "roughly", "only"))
SHARED_BY = frozenset("by about than nearly almost roughly least around over under above below between".split())


def read(doc: Doc, tags: str, i: int) -> Atom | None:
    """The number in words from token i."""
    value, low, n = number_words(), doc.low, len(tags)
    if tags[i] in "outy" and i + 1 < n and tags[i + 1] not in _GOES_ON and low[i + 1] not in _LINKED:
        return Atom(i, i + 1, value[low[i]])  # the common case
    total, current, before, scale, limit = 0, 0, "", 1, 1 << 62
    at = i
    while at < n and before != "z":
        k = at
        if before and (tags[at] == "-" or tags[at] == "&" and before in "hS"):
            k += 1
        tag = tags[k] if k < n else "."
        if tag in "ou":
            if before not in ("", "y", "h", "S") or tags[at] == "&" and (before not in ("h", "S") or _PARTS.match(tags, at)):
                break
            current += value[low[k]]
        elif tag in "ty":
            if before not in ("", "h", "S"):
                break
            current += value[low[k]]
        elif tag == "a":
            if before:
                break
            current = 1
        elif tag == "h":
            if tags[at] == "&" or current >= 100 or before == "S":
                break
            current = (current or 1) * 100
        elif tag == "S":
            scale_here = value[low[k]]
            if tags[at] == "&" or scale_here >= limit:
                break
            total += (current or 1) * scale_here
            current, limit, scale = 0, scale_here, scale_here
        elif tag == "z":
            if tags[at] == "&" or before == "S":
                break
            current, scale = (current or 1) * 12, 12
        else:
            break
        before, at = tag, k + 1
    if at == i or before == "a":
        return None
    if before == "z" and i and at == i + 1:
        if low[i - 1] == "'s" and low[i - 2:i - 1] == ["baker"]:
            return Atom(i, at, 13)
        if doc.forms[i][:1].isupper() and doc.forms[i - 1][:1].isupper() and doc.forms[i - 1].istitle():
            return None  # the Dirty Dozen
    if before == "t" and at == i + 1 and tags[at:at + 1] in ("t", "y"):
        return None  # nineteen eighty-four
    number = total + current
    if tags[at:at + 3] == "&aH" and before == "z":
        return Atom(i, at + 3, number + 6)
    if mixed := MIXED.match(tags, at):
        return and_a_half(doc, tags, Atom(i, at, number, scale=scale), mixed.end())
    if tags[at:at + 1] == "&" and (parts := _PARTS.match(tags, at)) and (i == 0 or low[i - 1] != "between"):
        word, above = low[parts.end() - 1], value[low[at + 1]]
        below = load_json("numbers")["fractions"][word]
        if word.endswith("s") and 1 < above < below:
            return Atom(i, parts.end(), number + (above / below if scale == 1 else scale * above // below), scale=scale)
    if scale == 1:
        if tags[at:at + 1] == "&" and (quarters := _QUARTERS.match(tags, at)) and low[quarters.end() - 1] in _SPARE:
            above = 1 if tags[at + 1] == "a" else value[low[at + 1]]
            end = quarters.end() + (tags[quarters.end():quarters.end() + 1] == "S")
            scale = value[low[end - 1]] if end > quarters.end() else 1
            return Atom(i, end, times(number + above / load_json("numbers")["fractions"][low[quarters.end() - 1]], scale), scale=scale)
        if low[at:at + 1] == ["point"] and (decimals := _DIGITS.match(tags, at + 1)):
            return _point(doc, tags, i, decimals.end(), f"{number}.{''.join(str(value[w]) for w in low[at + 1:decimals.end()])}")
        part = share(doc, tags, i, at, number)
        if part:
            return part
        if low[at:at + 2] == ["score", "and"] and tags[at + 2:at + 3] in ("o", "u", "t"):
            return Atom(i, at + 3, 20 * number + value[low[at + 2]])  # three score and ten
    return Atom(i, at, number, scale=scale)


def _point(doc: Doc, tags: str, first: int, last: int, text: str) -> Atom | None:
    """ "One point two million": `text` is the number in digits, up to token `last`."""
    scale = 1
    if tags[last:last + 1] == "S":
        scale, last = number_words()[doc.low[last]], last + 1
    value = digits(text, scale)
    return None if value is None else Atom(first, last, value, scale=scale)


def and_a_half(doc: Doc, tags: str, atom: Atom, last: int) -> Atom:
    """ "Two and a half" up to token `last`, with the scale after it or, for "a million and a half", before it."""
    if atom.scale == 1 and tags[last:last + 1] in ("S", "z"):
        scale = number_words()[doc.low[last]]
        return Atom(atom.first, last + 1, times(atom.value + 0.5, scale), scale=scale)
    return Atom(atom.first, last, atom.value + scaled(5, atom.scale, 1), scale=atom.scale)


def is_measured(doc: Doc, tags: str, at: int) -> bool:
    """Whether a part is told of a unit right behind it: a quarter-point cut, half a mile; `at` is the token after the part."""
    at += tags[at:at + 1] == "-"
    if at >= len(tags) or tags[at] not in "UE%Ms":
        return False
    return doc.low[at] == "point" if tags[at] == "s" else doc.low[at][-1:] != "s" and doc.low[at] not in ("year", "century")


def _beside(doc: Doc, tags: str, at: int) -> bool:
    """Whether what follows a share at a token compares by it: a quarter more than, a sixth faster than, a third full."""
    words = doc.low[at:at + 2]
    if words[:1] in (["full"], ["empty"]):
        return True
    return words[1:] == ["than"] and (words[0] in _THAN or words[0].endswith("er")) and tags[at + 2:at + 3] not in ("D", "u", "t", "y")


def share(doc: Doc, tags: str, first: int, at: int, above: Num) -> Atom | None:
    """Two-thirds, three quarters, a third of, a quarter of a million: `at` is the token after the number above."""
    hyphen = tags[at:at + 1] == "-"
    at += hyphen
    if tags[at:at + 1] != "Q":
        return None
    word = doc.low[at]
    if word == "quarter" and (above == 1 or above == 3) and is_measured(doc, tags, at + 1):
        return Atom(first, at + 1, above / 4)
    if tags[at + 1:at + 2] == "-":
        return None
    below = load_json("numbers")["fractions"][word]
    if word.endswith("s") == (above == 1) or above >= below:
        return None
    if word == "quarters" and first and doc.low[first - 1] in RECENT and tags[at + 1:at + 2] != "O":
        return None  # profits of the last three quarters
    if scale := _OF_A_SCALE.match(tags, at + 1):
        return Atom(first, scale.end(), scaled(number_words()[doc.low[scale.end() - 1]] * int(above), 1, 0) // below)
    if tags[at + 1:at + 3] in ("Oa", "Oo") and tags[at + 3:at + 4] in ("U", "E", "M", "%"):
        return Atom(first, at + 3, above / below)  # three-quarters of a tonne
    if above == 1 and not hyphen and tags[at + 1:at + 2] != "O":
        # "a third was hurt" is an ordinal, "fell by a third" a share
        after = tags[at + 1:at + 2]
        next_word = "".join(doc.low[at + 1:at + 2])
        if not (first and (doc.low[first - 1] in SHARED_BY or doc.low[first - 3:first] in _UP_TO) and (not after or after in ".,x)&>i")
                or next_word in _ARE or _beside(doc, tags, at + 1) or tags[at + 1:at + 4] in (">aQ", ">aH")
                or first and doc.low[first - 1] in _COMPARING and next_word.endswith("ed")):
            return None
    return Atom(first, at + 1, above / below, fraction=True)
