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
_LAST_BEFORE = "xchlgsE-JQ'"
_ACTS = compiled(r"(?:a[xJ]?[gh])?(?:x|z|[iz]M|M|[ij]t?x?[CPA]|ot?[A-Zx]|,(?![AFISTZ])[^,.?\"]{1,12},)?[vy]")
_AGENT = compiled(r"(?:b|v|[zW]j)t?$")  # by, said, according to
_TIMES = frozenset("day week month year night morning evening ago later earlier today yesterday tonight".split())
_TWO_WORDS = frozenset(("prime minister", "attorney general", "prosecutor general", "secretary general"))
_NAMED_FOR = frozenset(("administration", "government", "regime", "cabinet"))  # the Truman administration
_MINISTRIES = frozenset(("ministry", "department"))
_BE = frozenset("was were been is are be being".split())
_NO_OBJECT = frozenset("ijb.,:;)\"v|") | {""}


@record
class Group:
    """A noun group that acts; `owner` is the token of the possessor or adjective, -1 without one; `end`: behind "ministry of health"."""

    first: int
    last: int
    owner: int
    kind: str
    definite: bool
    end: int


@cache
def _compounds() -> frozenset[str]:
    return frozenset(table()["compounds"])


@cache
def _seconds() -> frozenset[str]:
    """The last words of compounds."""
    return frozenset(compound.rpartition(" ")[2] for compound in _compounds())


@cache
def _no_bodies() -> dict[str, list[str]]:
    """Heads that are no bodies behind some words: a memorial service."""
    return {word: before.split() for word, before in table()["no bodies"].items()}


@cache
def _suffered() -> frozenset[str]:
    """Participles that tell what happened to the group: "staff killed in an ambush"."""
    return frozenset(table()["suffered"].split())


@cache
def _portfolios() -> frozenset[str]:
    """What ministries are for, told in one word."""
    return frozenset(table()["ministries of"].split())


@cache
def _bound() -> frozenset[str]:
    """Words that are heads in compounds only."""
    return frozenset(table()["bound"])


def find(doc: Doc, tags: str) -> list[Group]:
    """The acting groups in text order."""
    out = []
    low, sents, sentence_of = doc.low, doc.sents, doc.sentence_of
    no_bodies, seconds, compounds, bound = _no_bodies(), _seconds(), _compounds(), _bound()
    for found in _HEAD.finditer(tags):
        head = found.start()
        begin, end = sents[sentence_of(head)]
        if head + 1 < end and tags[head + 1] in "gh":
            continue  # the army command: the next word is the head
        word, left_word = low[head], low[head - 1]
        if word in no_bodies and left_word in no_bodies[word]:
            continue  # social media: nobody speaks there
        compound = word in seconds and head > 0 and f"{left_word} {word}" in compounds
        if tags[head - 1:head] == "-" or (word in bound and not compound):
            continue
        start = head - 1 if compound and tags[head - 1] not in "xchlgsE" else head  # the general staff
        left, first, own = _before(tags, start, begin)
        if first < start and not own:
            first = _start(doc, tags, first, start)
        owner = left
        if first < head and tags[first - 1:first] == "-":
            owner = first - 2
            first += 1  # Hamas-run health ministry
            own = tags[owner] if tags[owner] in "COPU" else ""
        organization = compound or tags[head] == "h"
        if not (organization and own) and not _acts(doc, tags, left if own else first, head):
            continue
        kind = "organization" if organization else "group"
        before = tags[first - 1] if first > begin else "|"  # not what ends the line before
        last = _portfolio(low, head) if tags[head + 1:head + 2] == "o" else head + 1
        if own in ("J", "Q"):
            two = left and side_of(doc.words(left - 1, left + 1))  # Sri Lankan soldiers
            out.append(Group(left - 1 if two else left, head + 1, owner, kind, True, last))
        elif own:
            out.append(Group(first, head + 1, owner, kind, True, last))
        elif before in "COPUAG" or before == "S" and word in _NAMED_FOR and low[first - 2:first - 1] == ["the"]:
            out.append(Group(first, head + 1, first - 1, kind, True, last))
        elif before == "'" and organization and tags[first - 2:first - 1] in ("r", "x") and low[first - 2] not in _TIMES:
            begins = first - 2 - (" ".join(low[first - 3:first - 1]) in _TWO_WORDS)
            begins -= 2 * (tags[begins - 2:begins] == "C'")  # Norland's attorney general's office
            out.append(Group(first, head + 1, begins, kind, True, last))  # the mayor's office, the prime minister's
        elif before != "n":
            titled = doc.headline is not None and head < doc.headline[1]  # a headline leaves out its articles
            out.append(Group(first, head + 1, -1, kind, before == "t" or titled or low[first - 1:first] == ["the"], last))
    return out


def _portfolio(low: list[str], head: int) -> int:
    """Where the name of a ministry ends that tells its work behind: the ministry of health, the department of the interior."""
    at = head + 2 + (low[head + 2:head + 3] == ["the"])
    if low[head] not in _MINISTRIES or _portfolios().isdisjoint(low[at:at + 1]) or low[at + 1:at + 2] in (["and"], ["of"], ["-"]):
        return head + 1
    return at + 1


def _before(tags: str, start: int, begin: int) -> tuple[int, int, str]:
    """Where the words before a head begin, and those behind the side; the tags of the side. Nothing before the sentence, at `begin`."""
    if start >= begin and (not start or tags[start - 1] not in _LAST_BEFORE):
        return start, start, ""
    match = _BEFORE.search(tags, max(0, start - 6), start)
    if match is not None and match.start() < begin:
        match = _BEFORE.search(tags, begin, max(begin, start))
    assert match is not None  # it may be empty
    return match.start(), match.end("own") if match["own"] else match.start(), match["own"] or ""


def _start(doc: Doc, tags: str, first: int, head: int) -> int:
    """Leaves out words that cannot stand before a head: verbs in -s, times ("reports officials", "this week residents")."""
    for token in range(head - 1, first - 1, -1):
        word = doc.low[token]
        if word in _TIMES or (tags[token] in "xg" and word[-1:] == "s" and word[-2:] not in ("ss", "us")
                              and (tags[token] == "g" or tags[head] != "h" or word in common_lemmas())):
            return token + 1
    return first


def _acts(doc: Doc, tags: str, first: int, head: int) -> bool:
    """Whether a verb follows a head, or a preposition of agents stands before its group."""
    low = doc.low
    match = _ACTS.match(tags, head + 1)
    if match and (tags[head + 1] != "x" or low[head + 1].endswith("ly")):
        end = match.end()
        verb = low[end - 1]
        if verb not in _BE:
            return verb not in _suffered() or tags[end:end + 1] not in _NO_OBJECT
        if low[end:end + 1] and low[end].endswith("ing"):
            return True
    if not first or tags[first - 1] not in "bvjt":
        return False
    match = _AGENT.search(tags, max(0, first - 3), first)
    return match is not None and (match.group()[0] in "bv" or low[match.start()] == "according")
