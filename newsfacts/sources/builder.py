"""What the steps that find quotes share: the tags of the text, the stretches in marks, and the quotes so far."""

from __future__ import annotations

from bisect import bisect_right

from newsfacts.drafts import Actors, QuoteDraft
from newsfacts.late import late
from newsfacts.sources.contents import CITING, Contents
from newsfacts.sources.marks import spans
from newsfacts.sources.phrases import DATELINE, Phrases, Range
from newsfacts.sources.speakers import Speakers, Who
from newsfacts.sources.words import TAGGER, cues, odd, words
from newsfacts.tokens import Doc

_AT_FIRST = late(r"(?<=b)w(?=[VKN])")
_ABBREVIATED = late(r"[MD]\.0")
_MIDWAY = frozenset(("first", "only"))
_MOOD = late(r"(?<=[by])[we](?=t)")
_TALLY = late(r"(?<=d)K(?=i)")
_TALLIES = frozenset(("tally", "count", "register", "log"))
_BOTH = late(r"y(?=w)")
_REPORTED = late(r",[by]{0,2}[VN]|,[dMw]{1,5}[by]{0,2}[VN]")
_QUOTES = 8  # tokens between "quoting" and the verb of those who quote
_THAT_NIGHT = late(r"(?<=V)t(?=w[.,;])")
_STAMP = late(r"\d\d?[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{3,4})?[ \t]*[:–—|-]\s+(?=\S)")
_AIRED = late(r"(?<=[idyw])[eVK](?=w?[wN])")
_SUPPOSED = late(r"(?<=d)V(?=[wM])")
_OWNING = late("g")
_SAINT = late(r"M\.M")
_MONTHS = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec".split())
_SCARE = late(r"Q(?<=[dwMis]Q)x{1,5}Q(?=[wMiebVK.,])")
_HYPHENS = late("h(h*)[eVKN]?")
_IS = frozenset("there here that what who where how".split())  # before 's
_ENDS = frozenset(("!", "?"))
_DECLARED = late(r"(?:p|d?w{0,3}(?:M\.?){0,4}|dw{1,3})[by]{0,2}[VN]")
_FIRST = frozenset(("'", "‘", "’", '"', "“", "•", "●", "▪", "■", "·", "*", "►"))
_SHORT_TITLE = 6  # tokens
_LONGEST = 400  # tokens of a content
_LAST = frozenset(("'", "‘", "’", ",", '"', "”"))


class Builder:
    """Makes quotes; `out` is what was found."""

    def __init__(self, doc: Doc, actors: Actors) -> None:
        self.doc = doc
        tags = doc.tag_string(TAGGER)
        if "h" in tags:
            tags = self._hyphens(tags)
        if "per" in doc.keys and "Per " in doc.forms:  # Per Holm
            firsts = set(doc.sent_firsts)
            tags = "".join(["M" if form == "Per " and t not in firsts else tag
                            for t, (form, tag) in enumerate(zip(doc.forms, tags, strict=True))])
        if "g" in tags:  # he's ready, there's no danger
            pieces, at = [], 0
            for match in _OWNING.finditer(tags):
                token = match.start()
                if token and (tags[token - 1] == "p" or doc.low[token - 1] in _IS):
                    pieces.append(tags[at:token])
                    at = token + 1
            tags = "b".join([*pieces, tags[at:]]).replace("g", "w")
        if not _MONTHS.isdisjoint(doc.keys):  # said on Oct. 6 that
            tags = _ABBREVIATED.sub(lambda m: "yD0" if doc.low[m.start()] in _MONTHS else m[0], tags)
        if "st" in doc.keys:  # in St. Petersburg
            tags = _SAINT.sub(lambda m: "MMM" if doc.low[m.start()] == "st" else m[0], tags)
        if not _MIDWAY.isdisjoint(doc.keys):  # had first put the dead at nine, would only say that
            tags = _AT_FIRST.sub(lambda m: "y" if doc.low[m.start()] in _MIDWAY else m[0], tags)
        if not words["moods"].isdisjoint(doc.keys):  # is hopeful that
            tags = _MOOD.sub(lambda m: "V" if doc.low[m.start()] in words["moods"] else m[0], tags)
        if "quoting" in doc.keys:  # media reported, quoting police; media, quoting police, reported; no: quoting a poet who calls
            for t in [t for t, word in enumerate(doc.low) if word == "quoting" and (t in doc.sent_firsts or tags[t - 1] == ",")]:
                said = not {"V", "N"}.isdisjoint(tags[max(0, t - _QUOTES):t]) and "r" not in tags[t + 1:t + _QUOTES]
                if said or _REPORTED.search(tags, t + 1, t + _QUOTES):
                    tags = f"{tags[:t]}A{tags[t + 1:]}"
        if "by" in doc.keys and not _TALLIES.isdisjoint(doc.keys):  # a tally by the bank shows
            tags = _TALLY.sub(lambda m: "w" if doc.low[m.start()] in _TALLIES and doc.low[m.end()] == "by" else m[0], tags)
        if "both" in doc.keys:  # both sides said
            tags = _BOTH.sub(lambda m: "d" if doc.low[m.start()] == "both" and doc.low[m.end()] in words["parties"] else m[0], tags)
        if "that" in doc.keys:  # she said that night
            tags = _THAT_NIGHT.sub(lambda m: "d" if doc.low[m.end()] in words["times"] else m[0], tags)
        if not words["supposed"].isdisjoint(doc.keys):  # lawyers for the alleged ringleader said
            tags = _SUPPOSED.sub(lambda m: "w" if doc.low[m.start()] in words["supposed"] and doc.low[m.start() - 1] in words["of nouns"]
                                 else m[0], tags)
        if not words["aired"].isdisjoint(doc.keys):  # said in a televised address; in recorded remarks
            tags = _aired(doc, tags)
        self.marked, self.going = spans(doc, tags)
        self.tags = self._hidden(tags) if self.marked else tags
        self.opens = [first for first, _ in self.marked]
        self.closing = {last: first for first, last in self.marked}  # by the token behind a quotation, its first
        self.used: dict[int, QuoteDraft] = {}  # quotation (index in `marked`) → its quote
        self.phrases = Phrases(doc, self.tags, actors.at)
        self.contents = Contents(doc, self.tags, self.marked, self.opens)
        self.speakers = Speakers(doc, actors, self.tags)
        self.out: list[QuoteDraft] = []
        self.unit: Range = (0, 0)
        self.units: dict[int, Range] = {}  # those of sentences
        self.verbs, self.odd = cues(), odd()
        # whether the text has such words at all
        self.semicolons = ";" in tags
        self.conditions, self.citing = "condition" in doc.keys, not CITING.isdisjoint(doc.keys)
        self.quoters, self.polls, self.silent = (not words[kind].isdisjoint(doc.keys) for kind in ("quoting", "polls", "silent"))

    def _hidden(self, tags: str) -> str:
        """The tags with those inside quotation marks written over: nothing there is a cue."""
        pieces, at = [], 0
        for first, last in self.marked:
            pieces += [tags[at:first], "Q", "x" * (last - first - 2), "Q" if last - first > 1 else ""]
            at = last
        # words in marks in the midst of a clause are words of it
        return _SCARE.sub(lambda m: "w" * len(m.group()), "".join(pieces) + tags[at:])

    def _hyphens(self, tags: str) -> str:
        """Hyphens are dashes (" - ", "--") or parts of words, and then a participle behind one ("state-linked") is no verb."""
        starts, ends = self.doc.starts, self.doc.ends
        out, at = [], 0
        for match in _HYPHENS.finditer(tags):
            first, last = match.start(), match.end(1)
            glued = first + 1 < len(tags) and ends[first] == starts[first + 1] or first > 0 and ends[first - 1] == starts[first]
            dash = last > first + 1 or not glued
            out.append(tags[at:first])
            at = last if dash else match.end()
            out.append(("-" if dash else "w") * (at - first))
        return "".join(out) + tags[at:] if out else tags

    def _unit(self, at: int) -> Range:
        """The sentence of a token, widened where its ends stand inside quotation marks."""
        doc, tags = self.doc, self.tags
        sentence = bisect_right(doc.sent_firsts, at) - 1
        if (known := self.units.get(sentence)) is not None:
            return known
        first, last = doc.sents[max(0, sentence)]
        fixed = True  # whether it is the same for every token of the sentence
        if self.marked:
            k = bisect_right(self.opens, first) - 1
            if k >= 0 and self.marked[k][1] > first:
                first = self.marked[k][0]
            k = bisect_right(self.opens, last - 1) - 1
            if k >= 0 and self.marked[k][1] > last:
                last = self.marked[k][1]
        tag = tags[first]
        if first and tag in "Mpd" and tags[first - 1] == "Q" and not _ENDS.isdisjoint(doc.low[max(0, first - 3):first]):
            fixed = False
            k = bisect_right(self.opens, first - 1) - 1  # "We go on!" Olha Marn declared
            if k >= 0 and self.marked[k][1] == first and _DECLARED.match(tags, first, at + 1):
                first = self.marked[k][0]
        elif tag == "0":
            stamp = _STAMP.match(doc.text, doc.starts[first], doc.ends[last - 1]) if doc.opens_line(first) else None
            if stamp:
                first = doc.token_at(stamp.end())  # an entry of a live blog: 10.15am: Rescuers say, 14:05 – The army says
            elif tags.startswith("0:0", first) and doc.glued(first):
                first += 3  # a line of a live blog: 10:42 Rescuers say
        elif tag in "M(D" and tags.find("-", first, last) > 0:
            dateline = DATELINE.match(tags, first, last)
            first = dateline.end() if dateline else first
            if tags[first:first + 3] == "M-Q" and doc.forms[first].isupper():
                first += 2  # KARO - "We won," he said
        elif tag == "M" and tags[first + 1:first + 2] == ":" and doc.forms[first].isupper() and last - first > _SHORT_TITLE:
            who = self.speakers.actors.at.get(first)
            if who is None or self.speakers.actors.list[who].kind == "place":
                first += 2  # KARO: Nine people died, police said
        if doc.is_title(first, last):  # Army denies losses; ministry lowers toll
            first = max(first, tags.rfind(";", first, at) + 1)
            last = tags.find(";", at, last) if ";" in tags[at:last] else last
            fixed = False
        if last - first <= _LONGEST:
            if fixed:
                self.units[sentence] = first, last
            return first, last
        return first if at - first <= _LONGEST else at - _LONGEST, last if last - at <= _LONGEST else at + _LONGEST

    def _append(self, quote: QuoteDraft, k: int, last: int = 0) -> None:
        """Makes a quotation (with what follows it, to the token `last`) a further part of a quote."""
        added = self._trimmed(self.marked[k][0], max(self.marked[k][1], last))
        if added:
            quote.parts.append(added)
            quote.end = max(quote.end, added[1])
            self.used[k] = quote

    def _cut(self, quote: QuoteDraft, end: int) -> None:
        """Ends a quote before a token."""
        parts = [(a, min(b, self.doc.ends[end - 1])) for a, b in quote.parts if a < self.doc.starts[end]]
        if parts and parts[-1][0] < parts[-1][1]:
            quote.parts, quote.end = parts, parts[-1][1]
            if quote.kind == "mixed" and not self._marks(self.doc.token_at(quote.start), end)[0]:
                quote.kind = "indirect"

    def _trimmed(self, first: int, last: int) -> Range | None:
        """The characters of a range of tokens without marks at its ends; a pair of marks within it stays."""
        doc, tags, closing = self.doc, self.tags, self.closing
        low = doc.low
        while first < last and tags[first] in ",.:;-":
            first += 1
        while last > first and (tags[last - 1] in ",.:;-Qq" or low[last - 1] in _LAST):
            if closing and first < closing.get(last, -1) < last - 1:
                break
            last -= 1
        while first < last and (tags[first] in ",.:;-Qq" or low[first] in _FIRST):
            k = bisect_right(self.opens, first) - 1
            if k >= 0 and self.opens[k] == first and self.marked[k][1] < last:
                break
            first += 1
        return (doc.starts[first], doc.ends[last - 1]) if first < last else None

    def _marks(self, first: int, last: int) -> tuple[list[int], int]:
        """The quotations (indices in `marked`) that reach into a range of tokens, and how many of its tokens they hold."""
        found, tokens = [], 0
        for k in range(max(0, bisect_right(self.opens, first) - 1), len(self.marked)):
            a, b = self.marked[k]
            if a >= last:
                break
            if b > first:
                found.append(k)
                tokens += min(b, last) - max(a, first)
        return found, tokens

    def _add(self, at: int, who: Who, ranges: list[Range], after: int = 0) -> QuoteDraft | None:
        """A quote with its cue at a token (-1: none) and its content in token ranges."""
        doc, tags = self.doc, self.tags
        parts: list[Range] = []
        within: list[int] = []
        quoted = total = 0
        marked = self.marked
        for first, last in ranges:
            span = self._trimmed(first, last)
            if span:
                parts.append(span)
                total += last - first
            if marked:
                k = bisect_right(self.opens, first)
                if k and marked[k - 1][1] > first or k < len(marked) and marked[k][0] < last:
                    found, tokens = self._marks(first, last)
                    within += found
                    quoted += tokens
        if not parts:
            return None
        begin = ranges[0][0]
        dash = tags[begin] == "-" and self.unit[0] == begin and (begin == 0 or doc.opens_line(begin))
        kind = "direct" if quoted >= 0.8 * total or dash else "mixed" if quoted else "indirect"
        cue, cue_at, stance = None, None, None
        if at >= 0:
            end = after if after > at else at + 1
            cue_at = doc.starts[at], doc.ends[end - 1]
            cue = doc.words(at, end)
            verb = self.verbs.get(doc.low[at])
            stance = verb[1] if verb else "said"
        quote = QuoteDraft(parts[0][0], parts[-1][1], parts, kind, who[0], who[1], cue, cue_at, stance)
        for k in within:
            self.used.setdefault(k, quote)
        outer = self.out[-1] if self.out else None
        if not outer or not cue_at or not outer.cue_at or not outer.cue_at[1] <= cue_at[0] < outer.end:
            self.speakers.commit(who, at)  # "The army said scouts saw 12 boats. They": the army
        self.out.append(quote)
        return quote


def _aired(doc: Doc, tags: str) -> str:
    """The tags with "televised", "recorded" as adjectives before an address or remarks: neither tells what was done or said."""
    letters = list(tags)
    for match in _AIRED.finditer(tags):
        at = match.start()
        if doc.low[at] in words["aired"]:
            told = next((t for t in (at + 1, at + 2) if doc.low[t:t + 1] and doc.low[t] in words["in which"]), 0)
            if told:
                letters[at:told + 1] = "w" * (told + 1 - at)
    return "".join(letters)
