"""Actors without a name of their own, where they act: "Russian forces", "officials", "the army", "Ukraine's air force"."""

from __future__ import annotations

from functools import cache

from newsfacts.actors.sides import side_of
from newsfacts.actors.words import table
from newsfacts.late import compiled
from newsfacts.records import record
from newsfacts.rules import common_lemmas
from newsfacts.tokens import Doc

_HEAD = compiled(r"[gh](?![-'l])")
# what may stand before a head: a side ("Russian", "Ukraine's"), up to two words
_BEFORE = compiled(r"(?P<own>[JQ]?h?[gh]'|[JQ]|[A-Z]')?(?P<more>(?:[xchlgsE]-?){0,2})$")
_ACTS = compiled(r"(?:a[xJ]?[gh])?(?:x|z|[iz]M|M|[ij]t?x?[CPA]|ot?[A-Zx]|,(?![AFISTZ])[^,.?\"]{1,12},)?[vy]")
_AGENT = compiled(r"(?:b|v|[zW]j)t?$")  # by, said, according to
_TIMES = frozenset("day week month year night morning evening".split())
_BE = frozenset("was were been is are be being".split())
_NO_OBJECT = frozenset("ijb.,:;)\"v|") | {""}


@record
class Group:
    """A noun group that acts; `owner` is the token of the possessor or adjective, -1 without one."""

    first: int
    last: int
    owner: int
    kind: str
    definite: bool


@cache
def _compounds() -> frozenset[str]:
    return frozenset(table()["compounds"])


@cache
def _suffered() -> frozenset[str]:
    """Participles that tell what happened to the group: "staff killed in an ambush"."""
    return frozenset(table()["suffered"].split())


def find(doc: Doc, tags: str) -> list[Group]:
    """The acting groups in text order."""
    out = []
    for found in _HEAD.finditer(tags):
        head = found.start()
        if tags[head + 1:head + 2] in ("g", "h") and doc.sentence_of(head + 1) == doc.sentence_of(head):
            continue  # the army command: the next word is the head
        titled = doc.headline is not None and head < doc.headline[1]  # a headline leaves out its articles
        compound = f"{doc.low[head - 1]} {doc.low[head]}" in _compounds() if head else False
        start = head - 1 if compound and tags[head - 1] not in "xchlgsE" else head  # the general staff
        match = _BEFORE.search(tags, max(0, start - 6), start)
        assert match is not None  # it may be empty
        first = match.end("own") if match["own"] else match.start()
        begin = doc.sents[doc.sentence_of(head)][0]
        if match.start() < begin:  # nothing before its own sentence
            match = _BEFORE.search(tags, begin, max(begin, start))
            assert match is not None
            first = match.end("own") if match["own"] else match.start()
        if match["more"] and not match["own"]:
            first = _start(doc, tags, first, start)
        own, owner = match["own"] or "", match.start()
        if tags[first - 1:first] == "-" and first < head:
            owner = first - 2
            first += 1  # Hamas-run health ministry
            own = tags[owner] if tags[owner] in "COPU" else ""
        if doc.low[head] == "media" and doc.low[head - 1] == "social":
            continue  # nobody speaks there
        if tags[head - 1:head] == "-" or (doc.low[head] in table()["bound"] and not compound):
            continue
        organization = tags[head] == "h" or compound
        named = organization and own
        if not named and not _acts(doc, tags, match.start() if own else first, head):
            continue
        before = tags[first - 1] if first else "|"
        if own in ("J", "Q"):
            begin = match.start()
            if begin and side_of(doc.words(begin - 1, begin + 1)):
                begin -= 1  # Sri Lankan soldiers
            out.append(Group(begin, head + 1, match.start(), _kind(organization), True))
        elif own:
            out.append(Group(first, head + 1, owner, _kind(organization), True))
        elif before in "COPUAG":
            out.append(Group(first, head + 1, first - 1, _kind(organization), True))
        elif before == "'" and organization and tags[first - 2:first - 1] in ("r", "x") and doc.low[first - 2] not in _TIMES:
            out.append(Group(first, head + 1, first - 2, _kind(organization), True))  # the mayor's office
        elif before != "n":
            out.append(Group(first, head + 1, -1, _kind(organization), before == "t" or titled or doc.low[first - 1:first] == ["the"]))
    return out


def _kind(organization: bool) -> str:
    return "organization" if organization else "group"


def _start(doc: Doc, tags: str, first: int, head: int) -> int:
    """Leaves out words that cannot stand before a head: verbs in -s, times ("reports officials", "this week residents")."""
    for token in range(head - 1, first - 1, -1):
        word = doc.low[token]
        if word in _TIMES or (tags[token] in "xg" and word[-1:] == "s" and word[-2:] not in ("ss", "us")
                              and (tags[token] == "g" or tags[head] != "h" or word in common_lemmas())):
            return token + 1
    return first


def _acts(doc: Doc, tags: str, first: int, head: int) -> bool:
    match = _ACTS.match(tags, head + 1)
    if match and (tags[head + 1] != "x" or doc.low[head + 1].endswith("ly")):
        verb = doc.low[match.end() - 1]
        if verb not in _BE:
            return verb not in _suffered() or tags[match.end():match.end() + 1] not in _NO_OBJECT
        if doc.low[match.end():match.end() + 1] and doc.low[match.end()].endswith("ing"):
            return True
    match = _AGENT.search(tags, max(0, first - 3), first)
    return match is not None and (match.group()[0] in "bv" or doc.low[match.start()] == "according")
