"""Who speaks: from the words of a source to an actor."""

from __future__ import annotations

from newsfacts.drafts import Actors, QuoteDraft
from newsfacts.tokens import Doc

_PERSONAL = ("he", "she")
_POSSESSIVE = frozenset(("his", "her", "its", "their", "my", "our"))
_UNNAMED = ("a", "an", "one", "another", "two", "three", "several", "some")


class Speakers:
    """Resolves sources in text order; a pronoun without an actor of its own means the last speaker."""

    def __init__(self, doc: Doc, actors: Actors) -> None:
        self.doc, self.actors = doc, actors
        self.last: int | None = None

    def name(self, quote: QuoteDraft, first: int, last: int) -> None:
        """Sets the quote's speaker from the source phrase, tokens first..last."""
        doc = self.doc
        mentioned = [(t, self.actors.at[t]) for t in range(first, last)
                     if t in self.actors.at and not (doc.low[t] in _POSSESSIVE and t + 1 < last)]
        people = [n for _, n in mentioned if self.actors.list[n].kind == "person"]
        pronoun = last - first == 1 and doc.low[first] in _PERSONAL
        if people:
            quote.speaker = people[0]
        elif mentioned and not (doc.low[first] in _UNNAMED and mentioned[0][0] > first + 1):
            head = [n for t, n in mentioned if not self._owns(t)]
            quote.speaker = (head or [mentioned[-1][1]])[0]
        elif pronoun and self.last is not None:
            quote.speaker = self.last
        elif last > first:
            quote.speaker_text = doc.words(first, last)
        if quote.speaker is not None:
            self.last = quote.speaker

    def _owns(self, token: int) -> bool:
        """Whether the mention at this token is a possessor: "Norland" in "Norland's navy"."""
        after = self.actors.mention_at[token].last
        return after < len(self.doc.low) and self.doc.low[after] == "'s"
