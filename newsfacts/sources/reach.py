"""Which quote a place in the text belongs to, and how far a statement reaches beyond it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from newsfacts.drafts import Actors, QuoteDraft
from newsfacts.late import late
from newsfacts.sources.authors import author
from newsfacts.sources.words import openings, same_period, tallies, words
from newsfacts.tokens import Doc

_LOOK_BACK = 8  # quotes may lie in one another
_CLAUSE = 10  # tokens between "while" and a reporting verb
_THIS = late(r"this (?:in|on|at|via|during|through)\b")  # all that a first sentence tells
_CHAIN = 4  # sentences that a statement goes on


class Attribution:
    """Look-up from offsets to sources; quotes as `find` gives them."""

    def __init__(self, doc: Doc, quotes: list[QuoteDraft], actors: Actors | None = None) -> None:
        self.doc = doc
        # of quotes that begin together ("nine died, she said, the agency reports") the inner one last
        self.parts = sorted([(start, end, n) for n, q in enumerate(quotes) for start, end in q.parts], key=lambda p: (p[0], -p[1], p[2]))
        self.starts = [start for start, _, _ in self.parts]
        self.quotes = quotes
        self.author = author(doc, actors) if actors else None
        self.pointing = list(_pointing(doc, quotes)) if "this" in doc.keys else []

    def inside(self, offset: int) -> int | None:
        """Index of the innermost quote with a speaker whose content holds the character offset."""
        at = bisect_right(self.starts, offset) - 1
        weak = None
        for k in range(at, max(-1, at - _LOOK_BACK), -1):
            _, end, n = self.parts[k]
            quote = self.quotes[n]
            if offset < end and (quote.speaker is not None or quote.speaker_text and not _nobodys(quote.speaker_text)):
                if quote.cue not in tallies():
                    return n if weak is None or not self._contrasted(self.quotes[weak]) else weak
                weak = n if weak is None else weak  # "the office counted 12, he said": he says so
        return weak

    def _contrasted(self, quote: QuoteDraft) -> bool:
        """Whether a statement has a clause of its own within another: "they said 900 came, while police put the crowd at 200"."""
        if quote.cue_at is None:
            return False
        low, cue = self.doc.low, self.doc.token_at(quote.cue_at[0])
        for token in range(cue - 1, max(0, cue - _CLAUSE), -1):
            if low[token] in words["contrasting"]:
                return low[token - 1] in (",", ";")
        return False

    def source_of(self, offset: int) -> QuoteDraft | None:
        """The quote from which what stands at a character offset has its source: the one that holds it, else that of a
        statement which this sentence plainly continues ("In addition, 12 were hurt"), else the author of a published speech
        or communique (a quote without parts), else None."""
        found = self.inside(offset)
        if found is not None:
            return self.quotes[found]
        sentence = self.doc.sentence_of(self.doc.token_at(offset))
        if self.doc.low[self.doc.sents[sentence][0]] == "they":
            return self._pointed(sentence) or self.author  # and once agents are known: `beside`
        return self._continued(sentence) or self.between(sentence) or self._pointed(sentence) or self.author

    def whose(self, quote: QuoteDraft) -> QuoteDraft:
        """The quote that names who speaks: of "we" and "our office", the author of the text."""
        own = quote.speaker is None and (quote.speaker_text or "").lower().split(" ")[0] in words["authors"]
        return self.author if own and self.author is not None and (quote.via, quote.via_text) == (None, None) else quote

    def _pointed(self, sentence: int) -> QuoteDraft | None:
        """The quote of a sentence that points to those around it: "Nine tanks were lost. The army said this in its update. Over the same
        period it lost four boats": what stands before in the paragraph told, and what goes on behind."""
        doc = self.doc
        for quote, told, cue in self.pointing:
            if sentence == cue or not told - _CHAIN < sentence <= cue + _CHAIN:
                continue
            first, last = min(sentence, cue), max(sentence, cue)
            opened = [k for k in range(first + 1, last + 1) if doc.opens_line(doc.sents[k][0])]
            if sentence < cue and opened and opened[0] <= told or len(opened) > 1:
                continue
            if sentence > cue and opened and not " ".join(doc.low[slice(*doc.sents[opened[0]])][:6]).startswith(same_period()):
                continue
            begin, end = doc.starts[doc.sents[first + (first == cue)][0]], doc.ends[doc.sents[last - (last == cue)][1] - 1]
            if not any(other is not quote and other.cue_at and begin <= other.cue_at[0] < end for other in self.quotes):
                return quote
        return None

    def between(self, sentence: int) -> QuoteDraft | None:
        """The quote before a sentence, where the same speaker goes on after it, all in one paragraph."""
        before, after = self.beside(sentence, -1), self.beside(sentence, 1)
        same = before and after and (before.speaker, before.speaker_text) == (after.speaker, after.speaker_text)
        return before if same else None

    def beside(self, sentence: int, step: int) -> QuoteDraft | None:
        """The last quote of the sentence before one, or the first of that after it, in the same paragraph."""
        doc, beside = self.doc, sentence + step
        if not 0 <= beside < len(doc.sents):
            return None
        border = doc.sents[max(sentence, beside)][0]
        if doc.opens_line(border):
            return None
        first, last = doc.sents[beside]
        at = bisect_right(self.starts, doc.starts[first] - 1)
        found = []
        while at < len(self.parts) and self.parts[at][0] < doc.ends[last - 1]:
            quote = self.quotes[self.parts[at][2]]
            if quote.cue and (quote.speaker is not None or quote.speaker_text):
                found.append(quote)
            at += 1
        return found[0 if step > 0 else -1] if found else None

    def _continued(self, sentence: int) -> QuoteDraft | None:
        """The quote of a sentence before, of the same paragraph, where each sentence since then goes on with it."""
        doc = self.doc
        for back in range(sentence, max(0, sentence - _CHAIN), -1):
            first, last = doc.sents[back]
            start = doc.starts[first]
            if not self._goes_on(first, last) or doc.opens_line(first):
                return None
            at = bisect_right(self.starts, start) - 1
            before = doc.starts[doc.sents[back - 1][0]]
            while at >= 0 and self.parts[at][1] > before:
                quote = self.quotes[self.parts[at][2]]
                if quote.cue and (quote.speaker is not None or quote.speaker_text):
                    return quote
                at -= 1
        return None

    def _number(self, at: int) -> bool:
        return self.doc.low[at][:1].isdigit() or self.doc.low[at].partition("-")[0] in words["numerals"]

    def _there(self, first: int, last: int) -> bool:
        """Whether something is told to have happened "there", at the place of the statement before: "A guard was killed there"."""
        low = self.doc.low
        spots = (t for t in range(first + 2, last - 1) if low[t] == "there") if "there" in self.doc.keys else ()
        return any(low[t + 1] in words["behind there"] and low[t - 1][:1].isalpha() for t in spots)

    def _goes_on(self, first: int, last: int) -> bool:
        """Whether a sentence plainly continues the statement before it."""
        low = self.doc.low
        if " ".join(low[first:min(last, first + 6)]).startswith(openings()):
            return True
        if low[first] in ("its", "their") and low[first + 1] in words["own people"]:
            return True  # the service said nine died. Its crews pulled out four
        if low[first:first + 2] == ["the", "other"] and self._number(first + 2):
            return True
        if self._there(first, last):
            return True
        at = first
        while at < last and low[at] in words["hedges"]:
            at += 1
        # a number without its noun: "Under 60 have returned", "Forty were hurt"
        if at + 2 >= last or not self._number(at):
            return False
        at += 2 * (low[at + 1] == "-" and at + 4 < last)  # twenty-two others
        return low[at + 1] in words["after numeral"] or (low[at + 1] == "of" and low[at + 2] in words["back"])


def _pointing(doc: Doc, quotes: list[QuoteDraft]) -> Iterator[tuple[QuoteDraft, int, int]]:
    """The quotes whose cue stands in a sentence behind the one told, with both sentences: "The army said this", "This was said by"."""
    for quote in quotes:
        if quote.cue_at and quote.parts:
            cue, told = doc.sentence_of(doc.token_at(quote.cue_at[0])), doc.sentence_of(doc.token_at(quote.end - 1))
            near = doc.low[slice(*doc.sents[cue])] if told == cue - 1 else ()
            if not words["this that"].isdisjoint(near) or cue == told == 0 and quote.cue in words["pointing"] and (
                    _THIS.match(doc.text, quote.start)):
                yield quote, told, cue


def _nobodys(name: str) -> bool:
    """Whether a source is a document of which nobody is told to be the author ("preliminary data", "an initial assessment"), or the
    report's own: "our correspondent in Velm"."""
    parts = name.lower().split()
    if parts[0] == "our":
        return not words["reporters"].isdisjoint(parts)
    return len(parts) > 1 and parts[-1] in words["nobody's"] and words["provisional"].issuperset(parts[:-1])
