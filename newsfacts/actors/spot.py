"""Names in the text, with the votes of their context on what they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsfacts.actors.names import CAPITAL, RUN, pieces
from newsfacts.actors.words import ROMAN, rulers, small_tag, tagger
from newsfacts.drafts import Timex
from newsfacts.late import compiled
from newsfacts.records import field, record
from newsfacts.rules import common_lemmas
from newsfacts.tokens import Doc

Votes = tuple[int, int, int]  # for person, organization, place
_NONE = (0, 0, 0)
# votes of the tags around a name of unknown kind (see words.py)
_BEFORE = {"Y": (-1, -1, 3), "i": (-1, -1, 3), "j": (0, 0, 1), "t": (-4, 2, 0), "v": (2, 0, -1), "r": (4, 0, 0), "b": (1, 1, 0),
           "w": (2, 0, 0), "c": (-1, 4, 0), "h": (-1, 4, 0), "s": (-5, -5, -5)}
_BEFORE_PAIR = {"lo": (-4, 0, 6), "eo": (-2, 0, 4), "ho": (-1, 0, 2), "rf": (0, 2, 1), "ro": (0, 2, 2), "ix": (-3, -1, 4)}
_AFTER = {"v": (3, 1, -2), "y": (1, 1, 0), "r": (-1, 3, 0), "g": (-1, 2, 0), "l": (-2, 0, 4), "w": (3, 0, -1), "h": (-1, 1, 1)}
_AFTER_PAIR = {",C": (-1, -1, 4), ",P": (-1, -1, 4), "-e": (-2, -1, 4), "(U": (-1, 4, -1), "'k": (4, 0, 0), ",w": (2, 0, 0),
               "'r": (-1, 2, 1), ",r": (3, 1, 0), ",K": (3, 0, 0), ",T": (3, 0, 0), ",t": (1, 1, 0), "'h": (0, 0, 2), "'F": (0, 2, 1),
               "'A": (0, 1, 1)}
_APPOSED = frozenset((",r", ",K", ",T", ",t", ",w"))  # no apposition of a place: in Velsk, Mayor Ivo Tarn
_SHAPE = {"U": (0, 3, 0), "F": (2, 0, 0), "S": (2, 0, 0)}
_LISTED = {"person": (1, 0, 0), "organization": (0, 1, 0), "place": (0, 0, 2), "country": (0, 0, 2)}  # the name before in a list
_AGE = (4, 0, 0)
_PLACED = (-2, -1, 5)
_SETTLED = compiled(",[tz]x{0,2}l(?!r)")  # Velsk, a small town in
_OFFICE = compiled(",[tz][xl]{1,3}r")  # Ivo Tarn, the regional coordinator
_ACRONYM = (1, 2, 0)
_SEVERAL = (2, 0, 0)
SURE = {"org": "organization", "place": "place", "region": "place", "person": "person", "human": "person",
        "country": "country", "people": "group",
        "firm": "organization", "known": "place", "body": "organization"}
ONE = {"C": "country", "P": "place", "O": "organization", "Q": "group"}  # known names of one word
_COMMON_ENDS = ("ing", "ed", "ly", "tion", "tions", "ment", "ments", "ness", "ity", "ities", "ies", "ism", "ists", "ence", "ers", "able",
                "ful", "less", "ous", "ologist", "omist")
_LINE = 12  # tokens of a dateline: KARO, May 4 (Wire) - Bandits freed
_LONGEST = 15  # tokens; a longer run is a list or a heading
_INDEFINITE = frozenset(("a", "an", "another", "each", "every"))
_TITLED = frozenset(("single", "several", "known", "body", "firm", "person", "human"))
_DOUBTFUL = frozenset(("org", "place", "firm", "region", "several"))
_STORMS = frozenset(("storm", "hurricane", "typhoon", "cyclone"))
_MODEL = compiled(r"-?n")
_LARGE = compiled("[A-Z]")
_MARKS = compiled("[^a-zA-Z]")


@record
class Found:
    """A name in the text; `kind` None: the votes of all its mentions decide."""

    first: int
    last: int
    key: tuple[str, ...]
    kind: str | None
    title: tuple[int, int] | None = None
    votes: Votes = _NONE
    weak: bool = False  # at a sentence's start or in a title: counts only if the name is known from elsewhere


@record
class Names:
    """The names of a text in order, and the tag string they were found in."""

    doc: Doc
    tags: str
    seen: set[str]  # the forms of the text
    openers: set[int]  # first tokens of sentences
    storms: set[str] = field(default_factory=set)  # Hurricane Ida: Ida
    list: list[Found] = field(default_factory=list)

    def small(self, key: str) -> bool:
        """Whether the text has the word in small letters too."""
        return key + " " in self.seen or key in self.seen


def spot(doc: Doc, timexes: list[Timex]) -> Names:
    """Every name outside dates, before names of one actor are joined."""
    tags = doc.tags(tagger())
    for first, last in doc.sents:
        if tags[first] in "XG" and (last - first < 2 or tags[first + 1] not in CAPITAL + "o"):
            tag = small_tag(doc.low[first])
            tags[first] = tag if tag in "gh" else tags[first]  # Officials said
    out = Names(doc, "".join(tags), set(doc.forms), set(doc.sent_firsts))
    string = out.tags
    for first, last in doc.sents:
        loud: bool | None = None
        for match in RUN.finditer(string, first, last):
            a, b = match.span()
            if b - a == 1:
                if string[a] in ONE:
                    _known(out, a)
                    continue
                if string[a] not in "ASFUG":
                    continue
            if loud is None:
                loud = _loud(string, first, last)
            _run(out, a, b, first, loud)
    dated = {token for timex in timexes for token in range(timex.first, timex.last)}
    out.list = [name for name in out.list if name.first not in dated and not (len(name.key) == 1 and name.key[0] in out.storms)]
    return out


def add_names(out: Names, names: Mapping[str, list[tuple[tuple[str, ...], str]]]) -> None:
    """The user's names, as written, over what was found: first word → [(words, kind)], the longest first."""
    doc = out.doc
    taken = {token: k for k, name in enumerate(out.list) for token in range(name.first, name.last)}
    dropped: set[int] = set()
    own: list[Found] = []
    end = 0
    for token, form in enumerate(doc.forms):
        for words, kind in names.get(form.rstrip(), ()) if token >= end else ():
            last = token + len(words)
            if last <= len(doc.forms) and doc.words(token, last).split() == list(words):
                own.append(Found(token, last, _key(doc, token, last), kind))
                dropped.update(taken[k] for k in range(token, last) if k in taken)
                end = last
                break
    kept = [name for k, name in enumerate(out.list) if k not in dropped]
    out.list = sorted(kept + own, key=lambda name: name.first)


def _loud(tags: str, first: int, last: int) -> bool:
    """Whether capitals tell nothing here: titles in title case, wire text in capitals."""
    if not 3 < last - first <= 60:
        return False
    share = 2
    if tags[last - 1] in ".?":
        if tags[first + 1].isupper() + tags[(first + last) // 2].isupper() + tags[last - 2].isupper() < 2:
            return False
        share = 4
    sentence = tags[first + 1:last]
    return len(_LARGE.findall(sentence)) * share > (len(sentence) - len(_MARKS.findall(sentence))) * (share - 1) + 1


def _known(out: Names, token: int) -> None:
    """A known name of one word."""
    if not _modifier(out.doc, out.tags, token, token + 1):
        out.list.append(Found(token, token + 1, _key(out.doc, token, token + 1), ONE[out.tags[token]]))


def _run(out: Names, first: int, last: int, start: int, loud: bool) -> None:
    """The names in a run of capitalised words."""
    doc, tags = out.doc, out.tags
    initial = first == start or tags[first - 1] in '":('
    if first == start and last - first > 1 and tags[first] in "CP" and _shouted(doc, first) and not doc.forms[first + 1].isupper():
        _known(out, first)  # a dateline: KYIV Officials
        first = start = first + 1
    if initial and last - first > 1 and tags[first + 1] not in "-G" and _ordinary(out, first):
        first += 1
        initial = False
    tail = (last - first > 1 and tags[last:last + 2] == "-x" and tags[last - 1] in "ASFXI" and doc.glued(last - 1)
            and len(doc.low[last + 1]) <= 5)
    title: tuple[int, int] | None = None
    alone = last - first == 1 and tags[first] in "ASFUG"
    for a, b, piece in [(0, 1, "org" if tags[first] == "G" else "single")] if alone else pieces(doc, tags, first, last):
        a, b = a + first, b + first
        if piece == "title":
            title = (a, b)
            continue
        if tail and b == last:
            b += 2  # Lee Hsien-loong
        while loud and b - a > 1 and tags[b - 1] == "X":
            b -= 1  # OLHA MARN SAID
        titled = title is not None and title[1] == a and piece in _TITLED
        if piece == "thing" and b - a > 1 and doc.low[b - 2] in _STORMS:
            out.storms.add(doc.low[b - 1])
        if piece in ("thing", "skip") or b - a > _LONGEST or (not titled and _modifier(doc, tags, a, b)):
            title = None
            continue
        kind = "person" if titled else SURE.get(piece)
        if a and piece == "person" and tags[a] == "A" and tags[a - 1] in "iY":
            kind = None  # in Santa Marta
        elif piece == "place" and tags[a] == "F" and doc.low[b - 1] in ("hill", "lane") and tags[max(0, a - 1)] not in "iYjo":
            kind = "person"  # Olha Hill
        title = title if titled else None
        if piece == "single" and tags[a] == "A" and not title and out.small(doc.low[a]):
            continue
        if piece == "single" and tags[a] == "S" and ROMAN.match(doc.forms[a]):
            continue  # Part III
        key = _key(doc, a, b)
        opens = initial and a == first or _after_dateline(out, a, start)
        weak = (loud and not titled and (kind is None or piece in _DOUBTFUL)) or _weak(out, a, b, opens, kind)
        out.list.append(Found(a, b, key, kind, title, _NONE if kind else _votes(out, a, b), weak))
        title = None


def _key(doc: Doc, a: int, b: int) -> tuple[str, ...]:
    """What a name is known by: its words in small letters, without points."""
    if b - a == 1:
        return (doc.low[a].replace(".", ""),)
    return tuple(word.replace(".", "") for word in doc.low[a:b] if word[0].isalnum())


def _shouted(doc: Doc, token: int) -> bool:
    return len(doc.low[token]) > 3 and doc.forms[token].isupper()


def _ordinary(out: Names, token: int) -> bool:
    """Whether the first word of a sentence is no part of the name after it."""
    key = out.doc.low[token]
    return out.tags[token] == "X" or (out.tags[token] == "A" and (key.endswith(_COMMON_ENDS) or out.small(key)))


def _modifier(doc: Doc, tags: str, a: int, b: int) -> bool:
    """Whether it is no name of its own: pro-Kremlin, US$, S-300, @handle, D-N.J."""
    if tags[a] == "U" and (_MODEL.match(tags, b) if b - a == 1 else tags[a:b].strip("U") == "" and _shouted(doc, a)):
        return True  # FULL TEXT
    if a and tags[a - 1] in "-|" and (
            doc.forms[a - 1] in ("@", "#") or (tags[a - 1] == "-" and a > 1 and (tags[a - 2] == "x" or doc.low[a - 2] == "pro"))):
        return True
    return tags[b:b + 1] == "|" and doc.text[doc.ends[b - 1]:doc.ends[b - 1] + 1] == "$" or b - a == 3 and tags[a:b] in ("I-U", "I-P")


def _weak(out: Names, a: int, b: int, initial: bool, kind: str | None) -> bool:
    doc, tags = out.doc, out.tags
    alone = b - a == 1
    if kind is None:
        if initial and alone and tags[a] in "AS" and tags[b:b + 1] not in ("v", "'"):
            return True
        if alone and tags[a] == "F" and doc.low[a] in common_lemmas():
            return True
        return a > 0 and (doc.low[a - 1] in _INDEFINITE or tags[a - 1] == "n")
    return alone and tags[a] == "G" and doc.low[a - 1:a] != ["the"]


def _after_dateline(out: Names, a: int, start: int) -> bool:
    """Whether the dash of a dateline stands before a token: KARO, May 4 (Wire) - Bandits freed."""
    return start < a < start + _LINE and out.tags[a - 1] == "-" and not out.doc.glued(a - 1)


def _acronym(doc: Doc, tags: str, a: int, b: int) -> bool:
    """Whether a name has letters for a word: NENA Sports, not VLADIMIR Tarn."""
    return "U" in tags[a:b] and any(tags[t] == "U" and len(doc.low[t]) < 6 for t in range(a, b))


def _votes(out: Names, a: int, b: int) -> Votes:
    tags = out.tags
    before = tags[a - 1] if a else "|"
    after = tags[b:b + 2]
    shape = (_SHAPE.get(tags[a], _NONE) if b - a == 1 else _ACRONYM if _acronym(out.doc, tags, a, b)
             else _NONE if out.doc.glued(a) else _SEVERAL)
    ballots: list[Iterable[int]] = [shape]
    if before in _BEFORE:
        ballots.append(_BEFORE[before])
    if after[:1] in _AFTER:
        ballots.append(_AFTER[after[0]])
    pair = tags[max(0, a - 2):a]
    if pair in _BEFORE_PAIR:
        ballots.append(_BEFORE_PAIR[pair])
    if after in _AFTER_PAIR and (before not in "iY" or after not in _APPOSED):
        ballots.append(_AFTER_PAIR[after])
    if after[:1] == ",":
        if _SETTLED.match(tags, b):
            ballots.append(_PLACED)
        elif _OFFICE.match(tags, b):
            ballots.append((2, 0, 0))
        elif tags[b:b + 3] == ",n,":
            ballots.append(_AGE)
    start = a - 2 if before == "|" and out.doc.forms[a - 1] == "/" else a  # OSLO/BERGEN
    if tags[a] == "U" and start in out.openers and _shouted(out.doc, a):
        close = tags.find(")", b, b + 6) if tags[b:b + 1] == "(" else -1
        if close > 0 and tags[close + 1:close + 2] in ("-", ":"):
            ballots.append((0, -3, 8))  # a dateline
        elif tags[b:b + 1] in (",", ":", "-") or out.doc.forms[b:b + 1] == ["/"]:
            ballots.append((0, 0, 4))
    if before in "of" and tags[a - 2:a - 1] == "r" and out.doc.low[a - 2] in rulers():
        ballots.append((-2, 0, 2))  # the mayor of Velsk
    if out.list and out.list[-1].last == a - 1:
        neighbour = out.list[-1]
        if before in ",a":
            ballots.append(_LISTED.get(neighbour.kind, _NONE) if neighbour.kind else [max(-2, min(2, vote)) for vote in neighbour.votes])
        elif before == "o" and neighbour.kind in ("person", None):
            ballots.append((0, 2, 1))  # Gary Chan of the Union
    if len(ballots) == 1:
        return shape
    person, organization, place = map(sum, zip(*ballots, strict=True))
    return person, organization, place
