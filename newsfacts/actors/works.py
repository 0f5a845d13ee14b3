"""Titles of books, films, songs and memos in marks: her novel "The Long Tide", which names nobody."""

from __future__ import annotations

from newsfacts.late import compiled
from newsfacts.tokens import Doc

_TITLE = compiled(r"""["'|](?=((?:[A-Z]|t(?=[A-Z]))[A-Zotafijbzn&:,'-]{0,14}?)[.,]?(["']))""")  # all words but the short ones in capitals
_THING = compiled(r"s(?:t|,?W)?$")
_OPENING = frozenset(('"', "“", "„", "«", "‘", "'", "`"))
_CLOSING = frozenset(('"', "”", "“", "»", "’", "'"))
_CALLED = frozenset("dubbed codenamed code-named nicknamed titled entitled slogan operation".split())
_ALIAS = frozenset("as alias aka itself themselves himself herself named".split())  # a man known as "Abu Karo"
_BODIES = frozenset("cghrl")  # the newspaper "Velm Zeitung"


def titled(doc: Doc, tags: str) -> frozenset[int]:
    """The tokens of all that is written as a title in marks, where nothing beside it tells that it is somebody's name."""
    if '"' not in tags and "'" not in tags:
        return frozenset()
    out: list[int] = []
    for match in _TITLE.finditer(tags):
        mark, last = match.start(), match.end(1)
        if doc.forms[mark].rstrip() not in _OPENING or doc.forms[match.start(2)].rstrip() not in _CLOSING or not (
                doc.glued(mark) and doc.glued(last - 1)):
            continue
        if tags[mark] == "'" and mark and doc.glued(mark - 1) and doc.forms[mark - 1] not in _OPENING:
            continue  # the mayors' Tarn club
        after = tags[match.end(2):match.end(2) + 2].lstrip("'")[:1]
        before = mark - 1 - (doc.forms[mark - 1:mark] == ["`"] or doc.forms[mark - 1:mark] == ["'"])
        told = before >= 0 and (tags[before] in _BODIES or doc.low[before] in _ALIAS or doc.low[before - 1] == "according")
        if after != "v" and not told:
            out += range(mark + 1, last)
    return frozenset(out)


def named(doc: Doc, tags: str, a: int) -> bool:
    """Whether the name from token a on is that of a thing told before it: the ferry Cape Velm, a novel, The Salt Road."""
    match = _THING.search(tags, max(0, a - 3), a)
    return match is not None and (doc.low[match.start()][-1] != "s" or doc.low[match.start()] == "series")


def fills(doc: Doc, tags: str, a: int) -> bool:
    """Whether words in marks, from token a on, are the title of a work or operation: her book, "White Silence"."""
    mark = a - 1 - (a > 0 and doc.low[a - 1] == "the")
    return mark > 0 and tags[mark] == '"' and (tags[mark - 2:mark].rstrip(",")[-1:] in ("s", "'") or doc.low[mark - 1] in _CALLED)
