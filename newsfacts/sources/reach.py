"""Which quote a place in the text belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right

from newsfacts.drafts import QuoteDraft
from newsfacts.tokens import Doc

_LOOK_BACK = 8  # quotes may lie in one another
_GOES_ON = re.compile(r"(?:it|they|he|she) (?:also )?(?:count|list|record|register|put|gave|had)")


class Attribution:
    """Look-up from offsets to quotes; quotes as `find` gives them."""

    def __init__(self, doc: Doc, quotes: list[QuoteDraft]) -> None:
        self.doc = doc
        self.parts = sorted((start, end, n) for n, q in enumerate(quotes) for start, end in q.parts)
        self.starts = [start for start, _, _ in self.parts]
        self.quotes = quotes

    def inside(self, offset: int) -> int | None:
        """Index of the innermost quote with a speaker whose content holds the character offset."""
        at = bisect_right(self.starts, offset) - 1
        for k in range(at, max(-1, at - _LOOK_BACK), -1):
            _, end, n = self.parts[k]
            quote = self.quotes[n]
            if offset < end and (quote.speaker is not None or quote.speaker_text):
                return n
        return None

    def source_of(self, offset: int) -> QuoteDraft | None:
        """The quote from which what stands at a character offset has its source: the one that holds it, else that of a
        statement which this sentence plainly continues ("It counted 12 dead" after a sentence of the same paragraph)."""
        found = self.inside(offset)
        if found is not None:
            return self.quotes[found]
        doc = self.doc
        sentence = doc.sentence_of(doc.token_at(offset))
        if not 0 < sentence < len(doc.sents):
            return None
        start = doc.starts[doc.sents[sentence][0]]
        before_first, before_last = doc.sents[sentence - 1]
        if not _GOES_ON.match(doc.text[start:start + 40].lower()) or "\n" in doc.text[doc.ends[before_last - 1]:start]:
            return None
        last = bisect_right(self.starts, start) - 1
        if last >= 0 and self.parts[last][0] >= doc.starts[before_first]:
            return self.quotes[self.parts[last][2]]
        return None
