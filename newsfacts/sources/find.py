"""Quotes: cues, their sources and contents, over one tag a token."""

from __future__ import annotations

import re
from bisect import bisect_right

from newsfacts.drafts import Actors, QuoteDraft
from newsfacts.sources.marks import spans
from newsfacts.sources.speakers import Speakers
from newsfacts.sources.words import TAGGER, takes, verbs
from newsfacts.tokens import Doc

_LONGEST = 400  # tokens of a content
_CUE = re.compile(r"(?<!V)[VGA](?!V)")
_SUBJECT = re.compile(r"((?:[wMpDide0]|y(?=[wM])|\.(?=M)){1,16})")  # over the reversed tags
_NAME_AFTER = re.compile(r"(?:[wMpDid0]|(?<=M)\.(?=M)){1,14}")
_HEARER = re.compile(r"[dwM]{1,4}(?=p)")  # told the court he
_TOPIC = re.compile(r"[wMd]{1,5}(?=:)")  # UN: 4 aid workers held
_ASIDE = re.compile(r"[iDywdMp0]{0,10}(?=[,.;Q-]|$)")  # what may stand after a cue that follows its content: "on Monday"
_THAT = re.compile(r"[iDywdMp,0]{0,12}t")
_WHEN = re.compile(r"(?:i?d?0?D(?:0,(?:0,?)?)?|y){0,2}")
_VERB = re.compile(r"[beV]")
_OWNERS = frozenset(("the", "a", "an", "his", "her", "its", "their", "our", "this"))
_APOSTROPHES = frozenset(("'", "‘", "’"))
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "to"))


def find(doc: Doc, actors: Actors) -> list[QuoteDraft]:
    """Direct, mixed and indirect quotes in text order."""
    return _Finder(doc, actors).run()


class _Finder:
    def __init__(self, doc: Doc, actors: Actors) -> None:
        self.doc = doc
        tags = "".join(TAGGER.tags(doc.forms))
        self.marked = spans(doc, tags)
        pieces, at = [], 0
        for first, last in self.marked:  # nothing inside quotation marks is a cue
            pieces += [tags[at:first], "Q", "x" * (last - first - 2), "Q" if last - first > 1 else ""]
            at = last
        self.tags = "".join(pieces) + tags[at:]
        self.opens = [first for first, _ in self.marked]
        self.opens_set = frozenset(self.opens)
        self.used: set[int] = set()  # quotation marks that have a speaker
        self.speakers = Speakers(doc, actors)
        self.out: list[QuoteDraft] = []

    def run(self) -> list[QuoteDraft]:
        if self.doc.headline:
            first, last = self.doc.headline
            topic = _TOPIC.match(self.tags, first, last)
            if topic and any(t in self.speakers.actors.at for t in range(first, topic.end())):
                self._add(-1, (first, topic.end()), [(topic.end(), last)])
        cues = [m.start() for m in _CUE.finditer(self.tags)]
        done = 0
        for k, (first, last) in enumerate(self.marked):
            while done < len(cues) and cues[done] < last + 40 and (k + 1 == len(self.marked) or cues[done] < self.marked[k + 1][0]):
                self._cue(cues[done])
                done += 1
            if k not in self.used:
                self._alone(k, first, last)
        for cue in cues[done:]:
            self._cue(cue)
        self.out.sort(key=lambda q: (q.start, -q.end))
        return self.out

    def _unit(self, at: int) -> tuple[int, int]:
        """The sentence of a token, widened where its ends stand inside quotation marks."""
        sentence = self.doc.sentence_of(at)
        first, last = self.doc.sents[sentence]
        k = bisect_right(self.opens, first) - 1
        if k >= 0 and self.marked[k][1] > first:
            first = self.marked[k][0]
        k = bisect_right(self.opens, last - 1) - 1
        if k >= 0 and self.marked[k][1] > last:
            last = self.marked[k][1]
        return max(first, at - _LONGEST), min(last, at + _LONGEST)

    def _cue(self, at: int) -> None:
        if not self.doc.sents:
            return
        tags, (first, last) = self.tags, self._unit(at)
        if tags[at] == "A":
            self._according(at, first, last)
            return
        base = verbs()[self.doc.low[at]][0]
        before = tags[at - 1] if at > first else ""
        if tags[at] == "G" and at > first and self.doc.low[at - 1] == "as":
            self._quoted(at, first, last)
            return
        if at > first and (self.doc.low[at - 1] in _OWNERS or self.doc.low[at - 1] == "'s"):  # Norland's claim that
            owner = self._subject(at - 1, first)
            if owner:
                owner = max(owner[0], self.tags.rfind("e", owner[0], owner[1]) + 1), owner[1]
            if self.doc.low[at - 1] == "'s" and owner and tags[at + 1:at + 2] == "t" and at + 2 < last:
                self._add(at, owner, [(at + 2, last)])
            return
        if (at > first and self.doc.low[at - 1] in _BE) or (at + 1 < last and self.doc.low[at + 1] == "to" and base == "continue"):
            return
        if before and before in ",Q" and tags[at] == "V" and base != "tell" and self._inverted(at, first, last):
            return
        if tags[at] == "G" and before and before in ",Q":
            subject = None
            if self.speakers.last is None:
                return
        else:
            subject = self._subject(at, first)
            if subject is None:
                return
        left = subject[0] if subject else at
        follows = left > first + 1 and tags[left - 1] in ",Q-"
        opens = tags[at + 1:at + 3].find("Q")
        if opens == 0 or (opens == 1 and tags[at + 1] in ",:" and not (follows and tags[left - 1] == "Q")):
            follows = False  # the quotation after the cue is what is said
        if follows and subject and (tags[left - 1] == "Q" or base in takes("clause")):
            aside = _ASIDE.match(tags, at + 1, last)
            if tags[left - 1] == "Q" or ((aside and _VERB.search(tags, first, left)) or (aside and aside.end() < last - 1)):
                self._add(at, subject, self._around(first, left, aside.end() if aside else last, last))
                return
        content = self._after(at, last, base)
        if content is not None:
            self._add(at, subject, [content])

    def _around(self, first: int, left: int, after: int, last: int) -> list[tuple[int, int]]:
        """The parts of a content before a cue (from `left` on), and after its adjuncts where it goes on."""
        parts = [(first, left)]
        tags = self.tags
        if tags[left - 1] == "Q":
            opened = self.opens[bisect_right(self.opens, left - 2) - 1] if self.opens else first
            if opened > first and tags[opened - 1] == ":":
                parts = [(opened, left)]
            following = after + 1 if tags[after:after + 1] in (",", ".", ":", "-") else after
            if following < last and tags[following] == "Q":
                parts.append((following, last))
            elif last < len(tags) and tags[last] == "Q" and last in self.opens_set and not self._new_paragraph(last):
                parts.append(self.marked[bisect_right(self.opens, last) - 1])
        elif after < last - 1 and tags[after] == "," and tags[after + 1] not in "Gr" and _VERB.search(tags, after, last):
            parts.append((after, last))
        return parts

    def _new_paragraph(self, token: int) -> bool:
        return "\n" in self.doc.text[self.doc.ends[token - 1]:self.doc.starts[token]]

    def _quoted(self, at: int, first: int, last: int) -> None:
        """The agency quoted a doctor as saying that ..."""
        low = self.doc.low
        verb = next((k for k in range(at - 2, max(first, at - 14), -1) if low[k] in ("quoted", "quotes", "cited", "quoting", "citing")), -1)
        content = self._after(at, last, verbs()[low[at]][0])
        if verb < 0 or verb + 1 >= at - 1 or content is None:
            return
        self._add(at, (verb + 1, at - 1), [content])
        subject = self._subject(verb, first)
        if subject:
            self._via(self.out[-1], subject)

    def _via(self, quote: QuoteDraft, source: tuple[int, int]) -> None:
        passing = QuoteDraft(0, 0, [], "")
        self.speakers.name(passing, *source)
        quote.via, quote.via_text = passing.speaker, passing.speaker_text

    def _subject(self, at: int, first: int) -> tuple[int, int] | None:
        """The noun phrase before a verb; past a comma to the start where an apposition stands between."""
        stop = at
        while stop > first and at - stop < 4 and self.tags[stop - 1] in "by":
            stop -= 1
        if stop > first + 1 and self.tags[stop - 1] == ",":  # Olha Marn, head of the council, said
            return self._before_apposition(stop - 1, first)
        if stop > first + 2 and self.tags[stop - 1] == "r":  # the driver, who said
            stop -= 2 if self.tags[stop - 2] == "," else 1
        match = _SUBJECT.match(self.tags[max(first, stop - 16):stop][::-1])
        if match is None or match.start(1) > 0:
            return None
        left = stop - match.end(1)
        while left < stop - 1 and self.tags[left] in "ie":
            left += 1
        return left, stop

    def _before_apposition(self, comma: int, first: int) -> tuple[int, int] | None:
        """The noun phrase before the appositions that end at this comma, the one that begins a sentence if any."""
        nearest = None
        floor = max(first, comma - 40)
        for _ in range(5):
            comma = self.tags.rfind(",", floor, comma)
            if comma < 0:
                break
            match = _SUBJECT.match(self.tags[max(first, comma - 16):comma][::-1])
            if match is None or self.tags[comma - match.end()] in "iD0" or "e" in match.group():
                continue
            start = comma - match.end()
            nearest = nearest or (start, comma)
            if start == first or self.tags[start - 1] == "Q":
                return start, comma
        return nearest

    def _inverted(self, at: int, first: int, last: int) -> bool:
        """ "...", said Olha Marn, head of the council."""
        match = _NAME_AFTER.match(self.tags, at + 1, last)
        if match is None or self.tags[at + 1] == "i" or at - first < 4 or (self.tags[match.end():match.end() + 1] or ".") not in ",.;Q-r":
            return False
        comma = match.end()
        after = comma
        if self.tags[at - 1] == "Q" and self.tags[comma:comma + 1] == ",":  # Olha Marn, head of the council, "..."
            after = self.tags.find("Q", comma, last) if self.tags.find("Q", comma, last) >= 0 else last
        self._add(at, (at + 1, comma), self._around(first, at, after, last))
        return True

    def _after(self, at: int, last: int, base: str) -> tuple[int, int] | None:
        """The content after a cue."""
        tags = self.tags
        if tags[at + 1:at + 2] == "Q" or tags[at + 1:at + 3] in (",Q", ":Q"):
            mark = at + 1 if tags[at + 1] == "Q" else at + 2
            k = bisect_right(self.opens, mark) - 1
            if k >= 0 and self.opens[k] == mark and mark + 1 < last:
                end = self.marked[k][1]
                return (mark, last) if end >= last - 1 or tags[mark - 1] not in ",:" else (mark, end)
        match = _THAT.match(tags, at + 1, last)
        if match:
            return match.end(), last
        after = _WHEN.match(tags, at + 1, last)
        start = after.end() if after else at + 1
        if start >= last:
            return None
        mark = tags.find("Q", at + 1, min(last, at + 10))
        if (mark > 0 and tags[mark - 1] in ",:") or mark == start:
            k = bisect_right(self.opens, mark) - 1
            if k < 0 or self.opens[k] != mark:
                return None
            return mark, (self.marked[k][1] if mark != start or tags[self.marked[k][1] - 2] in ",." else last)
        if tags[start] == ":":
            return start + 1, last
        if self.doc.low[start] == "to" and start + 2 < last and base in ("claim", "purport"):
            return start, last
        hearer = _HEARER.match(tags, at + 1, last) if base == "tell" else None
        if hearer:
            return hearer.end(), last
        if base in takes("object") and tags[start] in "dwMDyt0":
            return start, last
        if base in takes("clause") and tags[start] in "dwMDpiy0" and _VERB.search(tags, start + 1, last):
            return start, last
        return None

    def _according(self, at: int, first: int, last: int) -> None:
        if self.doc.low[at] == "citing":
            match = _NAME_AFTER.match(self.tags, at + 1, last)
            quote = self.out[-1] if self.out else None
            if match and quote and quote.start >= self.doc.starts[first]:
                quote.via, quote.via_text, quote.speaker, quote.speaker_text = quote.speaker, quote.speaker_text, None, None
                self.speakers.name(quote, at + 1, match.end())
            return
        if at + 2 >= last or self.doc.low[at + 1] != "to":
            return
        match = _NAME_AFTER.match(self.tags, at + 2, last)
        if match is None:
            return
        end = match.end()
        if at - first < 2:
            content = (end, last)
        elif end < last - 1 and self.tags[end] == "," and self.tags[at - 1] == "," and self.tags[end + 1] not in "Gr":
            self._add(at, (at + 2, end), [(first, at), (end, last)])
            return
        else:
            content = (first, at)
        self._add(at, (at + 2, end), [content])

    def _alone(self, k: int, first: int, last: int) -> None:
        """A quotation that no cue claims: the last speaker's where it fills its sentence, else words in marks."""
        unit = self._unit(first)
        if last - first < 6 or unit[0] != first or unit[1] > last + 1 or self.speakers.last is None:
            return
        self._add(-1, None, [(first, last)])

    def _add(self, at: int, source: tuple[int, int] | None, ranges: list[tuple[int, int]]) -> None:
        doc, tags = self.doc, self.tags
        parts, quoted, total = [], 0, 0
        for first, last in ranges:
            while first < last and (tags[first] in ",.:;-Qq" or self.doc.low[first] in _APOSTROPHES):
                first += 1
            while last > first and (tags[last - 1] in ",.:;-Qq" or self.doc.low[last - 1] in _APOSTROPHES):
                last -= 1
            if first < last:
                parts.append((doc.starts[first], doc.ends[last - 1]))
                quoted += tags.count("x", first, last)
                total += last - first
        if not parts:
            return
        for first, last in ranges:
            for k in range(max(0, bisect_right(self.opens, first) - 1), len(self.marked)):
                if self.marked[k][0] >= last:
                    break
                if self.marked[k][1] > first:
                    self.used.add(k)
        kind = "direct" if quoted >= 0.8 * total else "mixed" if quoted else "indirect"
        quote = QuoteDraft(parts[0][0], parts[-1][1], parts, kind)
        if at >= 0:
            length = 2 if tags[at] == "A" else 1
            quote.cue, quote.cue_at = doc.words(at, at + length), doc.span(at, at + length)
            quote.stance = "said" if tags[at] == "A" else verbs()[doc.low[at]][1]
        if source is None:
            quote.speaker = self.speakers.last
        else:
            self.speakers.name(quote, *source)
        self.out.append(quote)
