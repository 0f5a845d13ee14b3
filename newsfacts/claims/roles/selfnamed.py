"""The name that a band is told to have: "a group calling itself the Sons of Karo", "rebels known as the Grey Dawn"."""

from __future__ import annotations

from newsfacts.claims.roles.scene import called, words_of
from newsfacts.tokens import Doc
from newsfacts.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from newsfacts.drafts import Actors

_CALLED = (("known", "as"), ("called",), ("named",), ("calling", "itself"), ("calling", "themselves"), ("dubbed",))
_WHO_CALL = (("calls", "itself"), ("call", "themselves"), ("called", "itself"), ("is", "known", "as"), ("is", "called"))
_LONGEST = 8  # tokens of a name
_WITHIN = frozenset("of the for in and al el".split())  # the Movement for the Rights of Karo


def name_told(doc: Doc, actors: Actors, last: int) -> tuple[str, list[int]] | None:
    """(name, actors) told behind the noun for a band that ends at a token."""
    low = doc.low
    if low[last - 1] not in words_of("named_bands"):
        return None
    at = last + (low[last:last + 1] == [","])
    starts = _CALLED
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
