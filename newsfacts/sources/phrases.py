"""The noun phrase that says: before a verb, after one, past appositions and brackets."""

from __future__ import annotations

import re

from newsfacts.tokens import Doc

Range = tuple[int, int]
_BACK = 20  # tokens of a phrase
# over the reversed tags: words, prepositions between them, "J. Smith", "(D-Tex.)", "police and medics"
_SUBJECT = re.compile(r"(?:[wMpDde0N]|i(?=[wMpD0eN])|y(?=[wMi])|\.(?=M)|q(?=[wM])|\([^(]{1,8}\("
                      r"|c(?=(?:[wMdN]|e(?=wM)){1,6}(?:$|[,Q]))){1,20}")
_AFTER = re.compile(r"(?:[wMpDd0N]|e(?=[wM])|i(?=[wMDd0p])|q(?=[wM])|(?<=M)\.(?=[M(])|\([^(]{1,8}\(|c(?=d?[wM])){1,16}")
_NAMED = re.compile(r",(?:M\.?){1,4}(?=[,.;Q])")  # the head of the council, Olha Marn
_DATED = re.compile(r"0?D0?i")
_VERBAL = frozenset("iey")


class Phrases:
    """Looks for sources in the tags of attribution (`words`)."""

    def __init__(self, doc: Doc, tags: str) -> None:
        self.doc, self.tags = doc, tags

    def before(self, at: int, first: int) -> Range | None:
        """The noun phrase before the verb at a token; past appositions and relative pronouns."""
        tags, stop = self.tags, at
        while stop > first and at - stop < 4 and tags[stop - 1] in "by":
            stop -= 1
        dated = _DATED.match(tags[max(first, stop - 6):stop][::-1])
        if dated and stop - dated.end() > first:  # the mayor on Monday said
            stop -= dated.end()
        if stop > first + 1 and tags[stop - 1] == ",":  # Olha Marn, head of the council, said
            return self._apposed(stop - 1, first)
        if stop > first + 1 and tags[stop - 1] in "rt":  # the driver, who said
            stop -= 2 if tags[stop - 2] == "," else 1
        return self._ending(stop, first)

    def _ending(self, stop: int, first: int) -> Range | None:
        """The longest noun phrase that ends before `stop`."""
        tags = self.tags
        if stop <= first or tags[stop - 1] in "id":
            return None
        match = _SUBJECT.match(tags[max(first, stop - _BACK):stop][::-1])
        if match is None:
            return None
        left = stop - match.end()
        while left < stop - 1 and tags[left] in _VERBAL:
            left += 1
        return left, stop

    def _apposed(self, comma: int, first: int) -> Range | None:
        """The noun phrase before the appositions that end at this comma: the one that begins a sentence, if any."""
        tags = self.tags
        alone = self._ending(comma, first)
        if alone and alone[0] == first:  # the firm Norsteel, has said
            return alone
        end, nearest = comma, None
        floor = max(first, comma - 40)
        for _ in range(5):
            comma = tags.rfind(",", floor, comma)
            if comma < 0:
                break
            found = self._ending(comma, first)
            if found is None or "e" in tags[found[0]:found[1]] or tags[found[0]] in "iD":
                continue
            nearest = nearest or found
            if found[0] == first or tags[found[0] - 1] == "Q":
                # the head of the council, Olha Marn, said
                return (found[0], end) if not tags[comma + 1:end].strip("M.") else found
        return nearest

    def after(self, at: int, last: int) -> Range | None:
        """The noun phrase that begins at a token."""
        match = _AFTER.match(self.tags, at, last)
        if match is None or self.tags[at] in "i":
            return None
        end = match.end()
        while end > at and self.tags[end - 1] in "icd":
            end -= 1
        if end <= at:
            return None
        named = _NAMED.match(self.tags, end, last) if self.tags[at] in "dw" else None
        return at, named.end() if named else end

    def opening(self, first: int, at: int) -> Range | None:
        """The noun phrase that begins a sentence, after fronted adverbials: the subject of its verbs."""
        tags, start = self.tags, first
        for _ in range(3):
            while start < at and tags[start] in "ycDq":
                start += 1
            if start < at and tags[start] in "is":
                comma = tags.find(",", start, min(at, start + 30))
                if comma < 0:
                    return None
                start = comma + 1
                continue
            break
        end = start
        while end < at and tags[end] in "dMwp0N." and (tags[end] != "." or tags[end - 1] == "M"):
            end += 1
        return (start, end) if end > start else None
