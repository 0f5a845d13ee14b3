"""Which actor the words of a source mean."""

from __future__ import annotations

from newsfacts.drafts import Actors, MentionDraft
from newsfacts.sources.words import words
from newsfacts.tokens import Doc


class Mentioned:
    """Looks for the mentions of actors in phrases; `tags` are those of attribution (`words`)."""

    def __init__(self, doc: Doc, actors: Actors, tags: str) -> None:
        self.doc, self.actors, self.tags = doc, actors, tags

    def _mentioned(self, first: int, last: int) -> int | None:
        """The actor that a phrase means: its head, no possessor, nor what a preposition hangs on it."""
        doc, actors, tags = self.doc, self.actors, self.tags
        heads: list[tuple[int, int, int]] = []
        person = -1
        for token in range(first, last):
            who = actors.at.get(token)
            if who is None or doc.low[token] in words("possessives"):
                continue
            end = actors.mention_at[token].last
            actor = actors.list[who]
            if end < last and self._owns(token):
                continue
            if actor.kind == "place" and not actor.capital:
                continue
            governed = self._governed(first, token, "Md." if actor.kind == "person" else "MdwN0.")
            if actor.kind == "person" and not governed:
                if person >= 0 and "," in tags[person:token]:
                    break
                person = token  # the last one: "Marn rival Ivo Tarn said"
            elif not governed:
                heads.append((token, who, end))
        if person >= 0:
            return actors.at[person]
        if not heads:
            return None
        token, who, end = heads[-1]
        if doc.low[first] in words("indefinite") and token > first + 1 and actors.list[who].kind != "group":
            return None  # a Norland official
        if actors.list[who].kind == "group" and "M" in tags[first:token]:
            return None  # anti-NATO protesters
        return who if end >= last or tags[end] not in "wM" or actors.list[who].kind in ("person", "group") else None

    def _mentions(self, first: int, last: int) -> list[MentionDraft]:
        return [self.actors.mention_at[t] for t in range(first, last) if t in self.actors.at]

    def _owns(self, token: int) -> bool:
        """Whether the mention at a token is a possessor: "Norland's"."""
        end = self.actors.mention_at[token].last
        return end < len(self.doc.low) and self.doc.low[end] in ("'s", "'", "’")

    def _governed(self, first: int, token: int, between: str) -> bool:
        """Whether a preposition stands before a mention and its titles: "a spokesman for President Ivo Tarn"."""
        tags, at = self.tags, token
        while at > first and tags[at - 1] in between:
            at -= 1
        return at > first and tags[at - 1] in "i"
