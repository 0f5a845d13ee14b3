"""Names in the text, with the votes of their context on what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from newsfacts.actors.names import RUN, pieces
from newsfacts.actors.words import names, tagger
from newsfacts.rules import common_lemmas
from newsfacts.tokens import Doc

# votes of the word before and after a name of unknown kind: person, organization, place
_BEFORE = {"c": (-1, 4, 0), "h": (0, 2, 0), "Y": (-1, -1, 3), "i": (-1, -1, 3), "j": (0, 0, 1), "t": (-4, 2, 0), "v": (2, 0, -1), "r": (4, 0, 0), "b": (1, 1, 0), "o": (0, 0, 0), "w": (2, 0, 0)}
_AFTER = {"v": (3, 1, -2), "y": (1, 1, 0), "r": (-1, 3, 0), "g": (-1, 2, 0), "l": (-2, 0, 4), "w": (3, 0, -1), "h": (-1, 1, 1)}
_AFTER_PAIR = {",n": (4, -1, -1), ",C": (-1, -1, 4), ",P": (-1, -1, 4), "-e": (-2, -1, 4), "(U": (-1, 4, -1), "'k": (4, 0, 0), ",w": (2, 0, 0), "'r": (-1, 2, 1),
               ",r": (3, 1, 0), ",K": (3, 0, 0), ",T": (3, 0, 0), ",t": (1, 1, 0), "'h": (0, 0, 2), "'F": (0, 2, 1), "'A": (0, 1, 1)}
_BEFORE_PAIR = {"lo": (-2, 0, 4), "eo": (-2, 0, 4), "ho": (-1, 0, 2), "rf": (0, 2, 1), "ro": (0, 2, 2)}
SURE = {"org": "organization", "place": "place", "region": "place", "person": "person", "country": "country", "people": "group", "firm": "organization"}
_LISTED = {"person": (1, 0, 0), "organization": (0, 1, 0), "place": (0, 0, 2), "country": (0, 0, 2)}  # the name before in a list
_SHAPE = {"U": (0, 3, 0), "A": (1, 0, 0), "F": (2, 0, 0), "S": (2, 0, 0)}
_COMMON_ENDS = ("ing", "ed", "ly", "tion", "tions", "ment", "ments", "ness", "ity", "ities", "ies", "ism", "ists", "ence", "ers", "able", "ful", "less", "ous")
Votes = tuple[int, int, int]
_NONE = (0, 0, 0)
_TITLED = frozenset(("single", "several", "known", "firm", "person"))
_DOUBTFUL = frozenset(("org", "place", "firm", "region", "several"))


@dataclass(slots=True)
class Found:
    """A name in the text; `kind` None: the votes of all its mentions decide."""

    first: int
    last: int
    key: tuple[str, ...]
    kind: str | None
    title: tuple[int, int] | None = None
    votes: Votes = _NONE
    weak: bool = False  # at a sentence's start or in a title: counts only if the name is known from elsewhere


@dataclass(slots=True)
class Names:
    """The names of a text in order, and the tag string they were found in."""

    tags: str
    list: list[Found] = field(default_factory=list)


def spot(doc: Doc) -> Names:
    """Every name, before names of one actor are joined."""
    tags = "".join(tagger().tags(doc.forms))
    out = Names(tags)
    seen = set(doc.forms)
    for first, last in doc.sents:
        loud = _loud(doc, tags, first, last)
        for match in RUN.finditer(tags, first, last):
            _run(doc, out, match.start(), match.end(), first, loud, seen)
    return out


def _loud(doc: Doc, tags: str, first: int, last: int) -> bool:
    """Whether capitals tell nothing here: titles in title case."""
    if tags[last - 1] in ".?" or last - first > 40:
        return False
    sentence = tags[first + 1:last]
    capitals = len(re.findall("[A-Z]", sentence))
    return last - first > 3 and capitals * 2 > len(re.findall("[a-zA-Z]", sentence)) + 1


def _run(doc: Doc, out: Names, first: int, last: int, start: int, loud: bool, seen: set[str]) -> None:
    tags = out.tags
    initial = first == start or tags[first - 1] in '":('
    if initial and last - first > 1 and (tags[first] == "X" or (tags[first] == "A" and (doc.low[first].endswith(_COMMON_ENDS) or _common(doc.low[first], seen)))):
        first += 1
        initial = False
    tail = int(last - first > 1 and tags[last:last + 2] == "-x" and doc.glued(last - 1) and len(doc.low[last + 1]) <= 5 and tags[last - 1] in "ASFXI")  # Lee Hsien-loong
    title: tuple[int, int] | None = None
    for a, b, piece in pieces(doc, tags, first, last):
        a, b = a + first, b + first
        if piece == "title":
            title = (a, b)
            continue
        if tail and b == last:
            b += 2
        if piece in ("thing", "skip") or (b - a == 1 and tags[a] == "U" and tags[b:b + 1] in ("n", "-") and re.match("-?n", tags[b:b + 2])) or (a and doc.forms[a - 1] in ("@", "#")) or (tags[a - 1:a] == "-" and tags[a - 2:a - 1] == "x") or doc.text[doc.ends[b - 1]:doc.ends[b - 1] + 1] == "$":
            title = None  # pro-Kremlin, US$
            continue
        kind = SURE.get(piece)
        if piece == "known":
            kind = "organization" if _known_organization(doc, tags, a, b) else "place"
        if title and title[1] == a and piece in _TITLED:
            kind = "person"
        else:
            title = None
        key = tuple(word for word in doc.low[a:b] if word[:1].isalnum()) or (doc.low[a],)
        before, after = tags[a - 1] if a else "|", tags[b:b + 1]
        alone = initial and a == first and b - a == 1
        weak = kind is None and (loud or (alone and tags[a] in "AS" and after not in ("v", "'")) or (tags[a] == "F" and doc.low[a] in common_lemmas()))
        weak = weak or (piece == "org" and alone and tags[a] == "G") or (loud and piece in _DOUBTFUL)
        if piece in ("single", "several") and tags[a] == "A" and b - a == 1 and not title and _common(doc.low[a], seen):
            continue
        listed = _LISTED.get(out.list[-1].kind or "", _NONE) if before in ",a" and out.list and out.list[-1].last == a - 1 else _NONE
        if before == "o" and out.list and out.list[-1].last == a - 1 and out.list[-1].kind in ("person", None):
            listed = (0, 2, 1)  # Gary Chan of the Union
        votes = tuple(map(sum, zip(listed, _SHAPE.get(tags[a] if b - a == 1 else "", _NONE), _BEFORE.get(before, _NONE), _BEFORE_PAIR.get(tags[max(0, a - 2):a], _NONE), _AFTER.get(after, _NONE), _AFTER_PAIR.get(tags[b:b + 2], _NONE), strict=True)))
        out.list.append(Found(a, b, key, kind, title, votes, weak))  # type: ignore[arg-type]
        title = None


def _common(key: str, seen: set[str]) -> bool:
    """Whether the text has the word in small letters too."""
    return key + " " in seen or key in seen


def _known_organization(doc: Doc, tags: str, a: int, b: int) -> bool:
    if b - a == 1:
        return tags[a] == "O"
    words = tuple(doc.forms[i].rstrip() for i in range(a, b))
    return any(tag == "O" for phrase, tag in names()[1].get(words[0], ()) if phrase == words)
