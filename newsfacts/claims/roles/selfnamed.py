"""The name that a band is told to have: "a group calling itself the Sons of Karo", "rebels known as the Grey Dawn"; and whose men act:
"Norland, whose forces killed nine"."""

from __future__ import annotations

from newsfacts.claims.roles.scene import called, words_of
from newsfacts.tokens import Doc
from newsfacts.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from newsfacts.drafts import Actors

_CALLED = (("known", "as"), ("called",), ("named",), ("calling", "itself"), ("calling", "themselves"), ("dubbed",))
_WHO_CALL = (("calls", "itself"), ("call", "themselves"), ("called", "itself"), ("is", "known", "as"), ("is", "called"))
_LONGEST = 8  # tokens of a name
_OF_LANDS = frozenset("forces troops army military navy soldiers jets missiles drones warplanes".split())
_AND = 2  # tokens of "armed men"
_MEN = frozenset("men members followers supporters fighters gunmen soldiers militiamen agents bombers drones missiles planes guns".split())
_WITHIN = frozenset("of the for in and al el".split())  # the Movement for the Rights of Karo


def name_told(doc: Doc, actors: Actors, last: int) -> tuple[str, list[int]] | None:
    """(name, actors) told behind the noun for a band that ends at a token."""
    low = doc.low
    if low[last - 1] not in words_of("named_bands"):
        return None
    at = last + (low[last:last + 1] == [","])
    starts: tuple[tuple[str, ...], ...] = _CALLED
    if low[at:at + 1] in (["that"], ["which"]):
        at, starts = at + 1, _WHO_CALL
    begun = next((at + len(words) for words in starts if tuple(low[at:at + len(words)]) == words), -1)
    if begun < 0:
        return None
    first = begun + (low[begun:begun + 1] == ["the"])
    end = _end(doc, first)
    if end == first:
        return None
    who, mention = actors.at.get(first), actors.mention_at.get(first)
    if who is not None and mention is not None and mention.last >= end and actors.list[who].kind in ("organization", "group"):
        return called(actors.list[who]), [who]
    return doc.words(first, end), []


def whose_men(doc: Doc, actors: Actors, first: int, last: int) -> tuple[str, list[int]] | None:
    """(name, actors) of those whose forces, men or jets act in a relative clause: "Norland, whose troops killed nine"; a person's men are
    called by his name."""
    low = doc.low
    if low[first - 1] != "whose" or last - first > _AND or low[last - 1] not in words_of("own_forces") and low[last - 1] not in _MEN:
        return None
    end = first - 1 - (low[first - 2] == ",")
    begins = doc.sents[doc.sentence_of(first)][0]
    at = next((t for t in range(end - 1, max(begins, end - _LONGEST) - 1, -1) if t in actors.at and actors.mention_at[t].last == end), -1)
    if at < 0:
        band = end - 1 >= begins and low[end - 1] in words_of("named_bands")
        return (low[end - 1], []) if band else None
    who = actors.list[actors.at[at]]
    if who.kind == "place" and low[last - 1] not in _OF_LANDS:
        return None
    return (f"{called(who)}'s {low[last - 1]}" if who.kind == "person" else called(who)), [actors.at[at]]


def _end(doc: Doc, first: int) -> int:
    """The token after a name in capitals that begins at a token, `first` where none does."""
    end = at = first
    while at < min(first + _LONGEST, len(doc.low)):
        if doc.forms[at][0].isupper():
            at += 1
            end = at
        elif at > first and (doc.low[at] in _WITHIN or doc.low[at] == "-" and doc.glued(at - 1)) and doc.low[at] != "in":
            at += 1
        else:
            break
    return end
