"""The places of a text as they are named, each with what its words tell of the part it plays."""

from __future__ import annotations

from bisect import bisect_left

from newsfacts.actors.words import rulers
from newsfacts.claims.roles.scene import Scene, words_of
from newsfacts.drafts import QuoteDraft
from newsfacts.relate.again import CONTINENTS, is_capital, on_soil, with_again
from newsfacts.relate.found import Finder, Spot, is_street
from newsfacts.tokens import Doc

__all__ = ["CONTINENTS", "Places", "Spot", "is_capital", "is_street"]

_LEAD = 2  # sentences after the first
_TITLED = 3  # mentions of a speaker
_OFFICE = 6  # tokens of "the head of"
_LOOK = 12  # places looked at on either side of a claim


class Places(Finder):
    """The places of a text, in order."""

    def __init__(self, doc: Doc, scene: Scene, quotes: list[QuoteDraft]) -> None:
        super().__init__(doc, scene)
        self.quotes, self.openers = quotes, frozenset(doc.sent_firsts)
        self.note = _heading(doc)
        spots = self.found()
        if (words_of("soil") & doc.keys or "border" in doc.keys) and (soil := on_soil(self)):
            spots = sorted([*spots, *soil], key=lambda spot: spot.first)
        self.spots = with_again(self, spots)
        self.firsts = [spot.first for spot in self.spots]
        self.lead_end = [*doc.sent_firsts, len(doc.low)][doc.lead(_LEAD) + 1]

    def about(self, token: int, first: int, last: int) -> list[Spot]:
        """The places named in the tokens first..last, those nearest to a token."""
        k = bisect_left(self.firsts, token)
        return [s for s in self.spots[max(0, k - _LOOK):k + _LOOK] if first <= s.first < last]

    def leave_streets(self, town: Spot | None) -> None:
        """Leaves out the streets of the town of which the report tells: "A storm hit Velm. Nine people were rescued in Mill Lane"."""
        if town is None or town.country or town.name.rpartition(" ")[2].lower() in words_of("lands") or is_street(town):
            return
        self.spots = [s for s in self.spots if s.first < town.first or not is_street(s)]
        self.firsts = [spot.first for spot in self.spots]

    def ruled_by(self, speaker: int | None) -> str | None:
        """The place that a speaker governs: "Velm governor Ivo Tarn", "the mayor of Velm, Ivo Tarn"; by its full name, the Velm region."""
        if speaker is None or self.scene.actors.list[speaker].kind != "person":
            return None
        low = self.doc.low
        for mention in self.scene.actors.list[speaker].mentions[:_TITLED]:
            for spot in self.about(mention.first, mention.first - 3, mention.first):
                titled = spot.last == mention.first - 1 and low[spot.last] in rulers()
                if not spot.country and (titled or low[spot.first - 1] == "of" and low[spot.first - 2] in rulers()):
                    return next((s.name for s in self.spots if s.name.startswith(spot.name + " ") and not s.name.islower()
                                 and s.name.rpartition(" ")[2].lower() in words_of("lands")), spot.name)
            if low[mention.last:mention.last + 1] == [","] and (town := self._held_by(mention.last + 1)):
                return town
        return None

    def _held_by(self, token: int) -> str | None:
        """The place of whose office a speaker's apposition from a token on tells: "(Ivo Tarn,) head of the Velm community"."""
        low, end = self.doc.low, token + _OFFICE
        at = next((t for t in range(token, end) if low[t:t + 1] == ["of"]), end)
        post = low[at - 1:at] != [] and at < end and "," not in low[token:at] and low[at - 1] in rulers() | words_of("heads")
        near = self.about(at, at + 1, at + 3) if post else []
        return near[0].name if near and not near[0].country and low[at + 1:near[0].first] in ([], ["the"]) else None


def _heading(doc: Doc) -> int:
    """The end of the first line where it heads a note on what goes on at a place, else 0: "Floods in Velm - flash update"."""
    first, last = doc.headline or (0, 0)
    noted = not words_of("notes").isdisjoint(doc.low[first:last]) and not words_of("note_topics").isdisjoint(doc.low[first:last])
    return last if noted else 0
