"""The bare number at a token: digits with separators and scales, words, shares, vague words."""

from __future__ import annotations

from newsfacts.lexicon import load_json
from newsfacts.numbers import figures, nouns, spelled, vague
from newsfacts.numbers.atoms import Atom, number_words, scaled
from newsfacts.tokens import Doc

_SHARERS = frozenset(
    """people adults men women children voters households respondents residents citizens workers students patients renters
    homeowners teens teenagers parents families employees pupils girls boys seniors drivers users consumers shoppers borrowers
    farmers doctors nurses teachers pensioners""".split()
)
_NOT_HALVES = frozenset(  # halves of matches, sides
    """first second latter other better bottom top final each either opening closing
    upper lower rear northern southern eastern western""".split()
)
_NOT_QUARTERS = spelled.RECENT | frozenset("first second this that per each every a an".split())
_SAY = frozenset("say said think believe feel agree want support favor favour".split())


def read(doc: Doc, tags: str, i: int) -> Atom | None:
    """The number that begins at token i, None where none does."""
    tag, after = tags[i], tags[i + 1:i + 2]
    if tag == "Y" or tag == "D" and after != "i" and after != "-" and (after != "x" or doc.low[i + 1] != "out"):
        return figures.read(doc, tags, i)
    if tag in "ou" and after != "i" and after != "x" and after != "-":
        return tag == "o" and _one_among(doc, tags, i) or spelled.read(doc, tags, i)
    if tag == "Z":
        return Atom(i, i + 1, 0)
    if tag == "V":
        return vague.plurals(doc, tags, i)
    if tag in "vfce":
        return vague.few(doc, tags, i, i)
    if tag == "q":
        return None if i and doc.glued(i - 1) and tags[i - 1] not in "\"(~" else Atom(i, i + 1, figures.vulgar(doc.low[i]), fraction=True)
    if tag == "a" and after in ("E", "U", "M"):
        size = 5 if tags[i + 2:i + 5] == "&aH" else 8 if tags[i + 2:i + 8] == "-&-a-H" else 0
        return Atom(i, i + size, 1.5) if size else None  # a year and a half; but: seven days - a week
    if tag == "a" and after == "j":
        return vague.few(doc, tags, i, i + 2)  # a small group of
    if tag == "a" and after in ("c", "f"):
        return vague.few(doc, tags, i, i + 1)
    if tag == "a" and after == "H":
        at = i + 2 + (tags[i + 2:i + 3] == "-")
        whole = spelled.read(doc, tags, at)
        if whole is None:
            return Atom(i, at, 0.5) if tags[at] != "s" or doc.low[at] == "point" else None  # a half-hour
        return Atom(i, whole.last, scaled(5 * int(whole.value), 1, 1), scale=whole.scale)
    if tag == "a" and after == "Q":
        return spelled.share(doc, tags, i, i + 1, 1)
    if tag == "Q":
        return _part_of_scale(doc, tags, i)
    if tag == "H":
        return _half(doc, tags, i)
    if tag == "D":
        return len(doc.low[i]) < 3 and _one_in(doc, tags, i) or figures.read(doc, tags, i)
    if tag in "ou":
        share = _one_in(doc, tags, i)
        if share:
            return share
    return spelled.read(doc, tags, i)


def _part_of_scale(doc: Doc, tags: str, i: int) -> Atom | None:
    """Quarter million, another quarter-point."""
    before = tags[i - 1:i]
    if doc.low[i] == "quarter" and before not in ("D", "Q", "u", "t", "i", "-") and (not i or doc.low[i - 1] not in _NOT_QUARTERS) and (
            spelled.is_measured(doc, tags, i + 1)):
        return Atom(i, i + 1, 0.25)
    if tags[i + 1:i + 2] != "S" or doc.low[i].endswith("s"):
        return None
    below = load_json("numbers")["fractions"][doc.low[i]]
    return Atom(i, i + 2, number_words()[doc.low[i + 1]] // below)


def _one_in(doc: Doc, tags: str, i: int) -> Atom | None:
    """One in five, two in three, one out of every ten, six out of 10 voters."""
    at, out, hyphened = i + 2, doc.low[i + 1:i + 3] == ["out", "of"], tags[i + 1:i + 4] == "-i-"
    if hyphened:
        at = i + 4
    elif out:
        at = i + 3
    elif tags[i + 1] != "i":
        return None
    at += doc.low[at:at + 1] == ["every"]
    if tags[at:at + 1] not in ("D", "u", "t", "y") and tags[at:at + 2] not in ("ah", "aS"):
        return None  # one in a million
    whole = spelled.read(doc, tags, at) if tags[at] != "D" else figures.read(doc, tags, at)
    above = number_words()[doc.low[i]] if tags[i] != "D" else int(doc.low[i]) if doc.low[i].isdecimal() else 0
    if whole is None or not 0 < above < whole.value or whole.value > 1000 and above > 1:
        return None
    if tags[whole.last:whole.last + 1] in ("E", "U", "%", "-"):
        return None
    if above > 1 and (tags[i] == "D" or out) and not hyphened:
        noun = nouns.plural(doc, tags, whole.last)
        if noun is None and (whole.value in (100, 1000) or not _SAY.isdisjoint(doc.low[whole.last:whole.last + 1])):
            return Atom(i, whole.last, above / whole.value, fraction=True)
        if noun is None or tags[noun.head] != "K" and doc.low[noun.head] not in _SHARERS or out and whole.value != 10:
            return None  # "killed 9 in 10 attacks", "three out of five people died"
    return Atom(i, whole.last, above / whole.value, fraction=True)


def _one_among(doc: Doc, tags: str, i: int) -> Atom | None:
    """One pupil in ten."""
    if tags[i + 1:i + 3] not in ("si", "ni") or tags[i + 3:i + 4] not in ("u", "t"):
        return None
    last = i + 4
    bare = tags[last:last + 1] in ("", ".", ",", "x", ")") or tags[last:last + 1] == "n" and nouns.plural(doc, tags, last) is None
    return Atom(i, last, 1 / number_words()[doc.low[i + 3]], fraction=True) if bare else None


def _half(doc: Doc, tags: str, i: int) -> Atom | None:
    """Half a million, half a dozen, half an hour, half of the, half the."""
    if tags[i + 1:i + 3] in ("-z", "-S") or tags[i + 1:i + 5] in ("-a-z", "-a-S"):
        whole = spelled.read(doc, tags, i + 2 if tags[i + 2] != "a" else i + 4)
        return Atom(i, whole.last, scaled(5 * int(whole.value), 1, 1), scale=whole.scale) if whole else None
    after = tags[i + 1:i + 3]
    if after[:1] == "a" and after[1:] and after[1] in "hSz" or after[:1] in ("S", "z"):
        whole = spelled.read(doc, tags, i + 1)
        if whole is None:
            return None
        return Atom(i, whole.last, scaled(5 * int(whole.value), 1, 1), scale=whole.scale)
    if after in ("aE", "aU", "aM", "a%") or after == "as" and doc.low[i + 2] == "point":
        return Atom(i, i + 2, 0.5)
    if (after[:1] == "-" or tags[i - 1:i] not in ("D", "u", "t", "y", "Q")) and spelled.is_measured(doc, tags, i + 1) and not (
            i and (tags[i - 1] in "DutyoQ-" or doc.low[i - 1] in _NOT_HALVES)):
        return Atom(i, i + 1, 0.5)  # half-point rises
    if i and doc.low[i - 1] in spelled.SHARED_BY:
        return Atom(i, i + 1, 0.5, fraction=True)
    if i and (tags[i - 1] in "Q-" or doc.low[i - 1] in _NOT_HALVES) or after[:1] not in ("T", "O"):
        return None  # "second half of"
    return Atom(i, i + 1, 0.5, fraction=True)
