"""Quotes that other words than a verb with its subject tell: "according to", "as saying", "this was announced by"."""

from __future__ import annotations

from newsfacts.drafts import QuoteDraft
from newsfacts.late import late
from newsfacts.sources.builder import Builder
from newsfacts.sources.contents import CITING
from newsfacts.sources.phrases import Range, document
from newsfacts.sources.speakers import Who
from newsfacts.sources.words import cues, words

_FINITE = late(r"[beVKx]|p(?=w)")
_PARTED = late(r"(?<=[MwDN])(?:d|0|p|i(?=0))")
_RELATIVE = late(r",[^,;:Q]{2,40}ri?,")  # over the reversed tags
_CLAUSE = late(",i?r")
_MAIN = late(",y?[beV]")
_SHORT = 3  # tokens
_FAR = 12  # tokens from "put at" to "by"
_OWNER = 9  # tokens from "by" to "the ministry's own count"
_BESIDES = ("while", "whereas")
_OF = {"according": "to", "words": "of"}


class According(Builder):
    """Sources behind prepositions and passives."""

    def _according(self, at: int, first: int, last: int) -> None:
        low, tags = self.doc.low, self.tags
        if low[at] in CITING:
            name = self._cited(at + 1, last)
            quote = self.out[-1] if self.out else None
            if low[at] == "quoting" and quote and (quote.cue is None or quote.cue[0].isupper() or quote.speaker is not None and (
                    self.speakers.actors.list[quote.speaker].kind == "person")):
                return  # the mayor said, quoting a poet
            if name and quote and self.doc.starts[first] <= quote.start < self.doc.starts[last - 1]:
                quote.via, quote.via_text = quote.speaker, quote.speaker_text
                quote.speaker, quote.speaker_text = self.speakers.name(*name)
                if tags[at - 1] == "," and quote.parts[-1][0] < self.doc.starts[at] < quote.end:
                    self._cut(quote, at - 1)
            return
        begin = at - 1 if at > first and low[at - 1] == "as" else at
        start = at + 2 if low[at + 1:at + 2] == [_OF.get(low[at])] else at + 1
        if low[at] == "words":  # in the words of
            begin = at - 2
        if start >= last or begin < first or (start == at + 1 and (low[at] in _OF or tags[start] not in "dM")):
            return
        name = (start, start + 1) if low[start] == "her" and tags[start + 1:start + 2] in (",", ".") else self.phrases.after(start, last)
        if name is None or not words["no speakers"].isdisjoint(low[name[1] - 1:name[1]]):
            return  # according to a fixed schedule
        if begin == first and tags[name[1]:name[1] + 1] in ("b", "e", "V") and (parted := _PARTED.search(tags, start + 1, name[1])):
            name = start, parted.start()  # According to Ivo Tarn the house was empty
        end = name[1]
        while end < last and (tags[end] in "e" or (tags[end] == "i" and tags[end - 1] == "e")):  # data published by the bank
            more = self.phrases.after(end + 1, last)
            end = more[1] if more else end + 1
        quoted = low[name[1]:name[1] + 1] and (low[name[1]] in words["quoting"] or low[name[1]] in words["carrying"])
        who = self.speakers.name(name[0], end if document(self.doc, tags, *name) >= 0 and not quoted else name[1])
        told = self.out[-1] if self.out else None
        if told and told.cue_at and self.doc.starts[first] <= told.cue_at[0] and told.end < self.doc.starts[first]:
            told.via, told.via_text = who  # "This was reported by the mayor, according to the agency"
            return
        apart = tags.rfind(";", first, begin)
        if apart > 0 and told and told.cue_at and self.doc.starts[first] <= told.cue_at[0] < self.doc.starts[apart]:
            first = apart + 1  # "..., the army said; ..., according to residents": each has its own
        if told and told.cue_at and told.cue_at[0] >= self.doc.starts[first] and begin - first > 2 and tags[begin - 1] == ",":
            passed = self._press(who)
            if passed or self._press((told.speaker, told.speaker_text)):
                self._cut(told, begin - 1)
                if passed:
                    told.via, told.via_text = who  # police said 12 died, according to the NENA agency
                else:
                    told.via, told.via_text = told.speaker, told.speaker_text  # local media said 12 died, according to officials
                    told.speaker, told.speaker_text = who
                    told.cue_at, told.cue = self.doc.span(at, start), self.doc.words(at, start)
                return
            behind = _RELATIVE.search(tags[:begin][::-1], 0, begin - first)
            comma = begin - behind.end() if behind else -1
            if comma >= first and self.doc.starts[comma] > told.cue_at[0] and told.parts[-1][0] < self.doc.starts[comma] and (
                    "G" not in tags[comma:begin] and "V" not in tags[comma:begin]):
                self._cut(told, comma)  # the army said it had fired at a camp, which killed 22 people, according to officials
                first = comma + 1
        if told and tags[begin - 1] == ",":
            first = self._rest(told, first, begin)
        if begin - first < 2:
            quote = self._add(begin, who, [(self._past_apposition(end, last), last)], start)
        elif tags[end:end + 1] == "," == tags[begin - 1] and tags[end + 1:end + 2] not in ("G", "r") and (
                tags[begin - 2] == "r" or _FINITE.search(tags, end, last)):
            which = begin - 2 if tags[begin - 2] == "r" else first  # a town which, according to its mayor, has nine wells; each
            apart = tags.find(";", end, last) if which > first else -1
            if tags[which - 1] == "," and which > first and apart < 0 and (main := _MAIN.search(tags, end + 1, last)):
                apart = main.start()  # the bus, which, according to police, held 40, fell into a gorge
            quote = self._add(begin, who, [(which, begin), (end, apart if apart > 0 else last)], start)
        else:
            quote = self._add(begin, who, [self.contents.before(first, begin)], start)
        by = tags.find("i", name[1], end)
        if quote and by > 0 and low[by] == "by" and quoted:
            quote.via, quote.via_text = self.speakers.name(by + 1, end)

    def _rest(self, told: QuoteDraft, first: int, last: int) -> int:
        """Where the clause of a second source begins, which ends before token `last`: "nine were hurt, the army says, and 40 were killed,
        according to the mayor"; `first` where the sentence has no cue between two clauses."""
        doc, cue, parts = self.doc, told.cue_at, told.parts
        if (beside := self._beside(told, first, last)) > 0:
            return beside
        if cue is not None and len(parts) == 1 and doc.starts[first] <= cue[0] < told.start < doc.starts[last - 1]:
            at = next((t for t in range(doc.token_at(told.start) + 2, last - 2) if self.tags[t] == "," and doc.low[t + 1] in _BESIDES), -1)
            if at > 0 and _FINITE.search(self.tags, at, last):
                self._cut(told, at)  # police said nine had died, while 40 were hurt, according to the mayor
                return at + 1
        if cue is None or len(parts) != 2 or not doc.starts[first] <= parts[0][0] < cue[0] < parts[1][0]:
            return first
        at = doc.token_at(parts[1][0])
        when = next((t for t in range(at, last - 1) if self.tags[t] == "," and doc.low[t + 1] == "when"), -1)
        if when > 0:
            self._cut(told, when)
            return when + 1
        if doc.low[at] not in words["joining"] and doc.low[at - 1] not in words["joining"]:
            return first
        told.parts, told.end = parts[:1], parts[0][1]
        return at

    def _beside(self, told: QuoteDraft, first: int, last: int) -> int:
        """The "while" behind a cue that ends its clause, where another's clause begins that ends before token `last`: "Nine died, the mayor
        said, while 40 were hurt, according to the army"; 0 without one."""
        starts, cue = self.doc.starts, told.cue_at
        if cue is None or not starts[first] <= told.start < told.end < cue[0] < starts[last]:
            return 0
        comma = self.tags.find(",", self.doc.token_at(cue[0]) + 1, last)
        return comma + 1 if comma > 0 and self.doc.low[comma + 1] in words["meanwhile"] and _FINITE.search(self.tags, comma, last) else 0

    def _cited(self, first: int, last: int) -> Range | None:
        """The source that begins behind "citing": somebody or a document, no reason ("citing weak demand")."""
        name = self.phrases.after(first, last)
        if name is None or self.doc.low[first] == "no":
            return None  # citing no evidence
        end = next((t for t in range(*name) if self.tags[t] in "ir"), name[1])
        known = any(t in self.speakers.actors.at for t in range(name[0], end)) or "M" in self.tags[name[0]:end]
        head = self.doc.low[end - 1]
        return name if known or any(head in words[kind] for kind in ("documents", "bodies", "offices", "unnamed", "human")) else None

    def _press(self, who: Who) -> bool:
        """Whether a source is a body that passes on what others say: local media, the NENA agency."""
        name = who[1] if who[0] is None else self.speakers.actors.list[who[0]].name
        return name is not None and not words["press"].isdisjoint(name.lower().split())

    def _past_apposition(self, end: int, last: int) -> int:
        """The token after ", a research body," or ", who visited the town," behind a source."""
        tags = self.tags
        if tags[end:end + 1] == "," and end + 1 < last and (tags[end + 1] == "r" or self.doc.low[end + 1] in words["a"]):
            comma = tags.find(",", end + 1, min(last, end + 30))
            if comma > 0 and _FINITE.search(tags, comma, last) and _CLAUSE.match(tags, comma) is None:
                return comma  # but: according to police, a bus hit a mine in Velm, which was
        return end
    def _reckoned(self, at: int, first: int, last: int) -> None:
        """By the ministry's count, 12 had died; 12 had died, by the ministry's count."""
        low = self.doc.low
        begin = next((t for t in range(at - 2, max(first, at - _OWNER) - 1, -1) if low[t] == "by"), -1)
        owner = self.phrases.before(at - 1 - (low[at - 1] == "own"), begin + 1) if begin >= 0 else None
        if owner is None or owner[0] != begin + 1:
            return
        who = self.speakers.name(*owner)
        ends = self.tags[at + 1:at + 2] in (",", ".", ";")
        if begin == first and (ends or self.tags[at + 1:at + 2] == "0"):
            self._add(begin, who, [(at + 1 + ends, last)])
        elif begin > first + 2 and (self.tags[begin - 1] == "," or ends and words["reckonings"].isdisjoint(low[first:begin])):
            self._add(begin, who, [self.contents.before(first, begin)])  # 40,000 have died by the ministry's count

    def _by_own(self, at: int, first: int, last: int) -> bool:
        """The institute saw 80 raids. So far this year, by its count, 300 have died."""
        whose = at - 1 - (self.doc.low[at - 1] == "own")
        begin, speakers = whose - 1, self.speakers
        word = self.doc.low[whose]
        if begin < first or self.doc.low[begin] != "by" or self.tags[at + 1:at + 2] not in (",", "."):
            return False
        who = speakers.body if word == "its" else speakers.person if word in words["he she"] else (
            speakers.many if speakers.many == speakers.last else speakers.last)
        parts = [(a, b) for a, b in ((first, begin), (at + 2, last)) if b - a > 1]
        if who == (None, None):
            return False
        if begin > first and (self.tags[begin - 1] != "," or speakers.mentions(first, begin)):
            return False  # the raid cost Norland, by its own count, 40 men: Norland's
        return self._add(begin, who, parts) is not None

    def _reckoned_by(self, at: int, first: int, last: int) -> None:
        """By the count of the ministry, 12 had died; 12 had died, by the reckoning of the ministry."""
        owner, begin = self.phrases.after(at + 2, last), at - 2
        if owner is None:
            return
        if begin == first and self.tags[owner[1]:owner[1] + 1] == ",":
            self._add(begin, self.speakers.name(*owner), [(owner[1] + 1, last)])
        elif begin > first + 2 and self.tags[begin - 1] == ",":
            self._add(begin, self.speakers.name(*owner), [self.contents.before(first, begin)])

    def _quoted(self, at: int, first: int, last: int) -> None:
        """The agency quoted a doctor as saying that ...; a doctor was quoted by the agency as saying that ..."""
        low = self.doc.low
        verb = next((k for k in range(at - 2, max(first, at - 14), -1) if low[k] in words["quoting"]), -1)
        passer = self.phrases.after(at + 2, last) if low[at + 1:at + 2] == ["by"] else None  # was quoted as saying by the agency that
        if passer is None:
            content = self.contents.after(at, last, cues()[low[at]][0])
        else:
            start = passer[1] + (self.tags[passer[1]:passer[1] + 1] in ("t", ","))
            content = (start, self.contents.cut(start, last)) if _FINITE.search(self.tags, start, last) else None
        if verb < 0:
            return
        subject = self.phrases.before(verb, first) if self.tags[verb] != "A" else self.phrases.opening(first, verb)
        be = verb - 1
        while be > first and self.tags[be] == "y":
            be -= 1
        if low[be] in words["be"]:
            via = (verb + 2, at - 1) if low[verb + 1] == "by" else passer
            source = subject
        else:
            via, source = subject, (verb + 1, at - 1)
        if content is None and subject and self.tags[subject[0] - 1] in ",Q" and subject[0] > first + 3:
            content = self.contents.before(first, subject[0])  # "..., the agency quoted a doctor as saying."
        if source is None or source[0] >= source[1] or content is None:
            return
        quote = self._add(at, self.speakers.name(*source), [content])
        if via and quote:
            quote.via, quote.via_text = self.speakers.name(*via)

    def _passed_on(self) -> None:
        """Who passes a statement on: "the ministry, quoted by the agency, said", "..., the ministry said, as cited by the agency"."""
        doc, low = self.doc, self.doc.low
        for t in range(2, len(low) - 2):
            if low[t] not in words["quoting"] or low[t + 1] != "by" or low[mark := t - 1 - (low[t - 1] == "as")] != ",":
                continue
            first, last = self._unit(t)
            name = self.phrases.after(t + 2, last)
            if name is None or low[name[1]:name[1] + 1] == ["as"]:
                continue
            near = [q for q in self.out[-40:] if q.cue_at and doc.starts[first] <= q.cue_at[0] < doc.ends[last - 1]]
            if not near or any(q.via is not None or q.via_text for q in near):
                continue
            told = [q for q in near if q.cue_at and q.cue_at[0] < doc.starts[mark]]
            quote = told[-1] if told else near[0]
            quote.via, quote.via_text = self.speakers.name(*name)
            end = min(name[1] + (low[name[1]:name[1] + 1] == [","]), len(low) - 1)
            if low[name[1]:name[1] + 1] and low[name[1]] in (",", ".", ";"):
                quote.passed_on = mark, name[1]
            parts = [(doc.starts[end], b) if doc.starts[mark] <= a < doc.starts[end] < b else (a, b) for a, b in quote.parts]
            parts = [(a, doc.ends[mark - 1]) if a < doc.starts[mark] < b <= doc.ends[name[1] - 1] else (a, b) for a, b in parts]
            quote.parts = [(a, b) for a, b in parts if not doc.starts[mark] <= a < b <= doc.ends[name[1] - 1]] or quote.parts
            quote.start, quote.end = quote.parts[0][0], quote.parts[-1][1]

    def _poll(self, subject: Range, first: int) -> Range | None:
        """The poll in which a share of people say something: "In a NENA poll, 43 percent of drivers said"."""
        low, tags = self.doc.low, self.tags
        if low[first] != "in" or "0" not in tags[subject[0]:subject[0] + 3] or tags.find(",", first) != subject[0] - 1:
            return None
        poll = document(self.doc, tags, first + 1, subject[0] - 1)
        return (first + 1, subject[0] - 1) if poll > 0 and low[poll] in words["polls"] else None

    def _this(self, at: int, first: int, last: int) -> None:
        """ "This was announced by the mayor": what the sentence before says."""
        name = self.phrases.after(at + 2, last)
        sentence = self.doc.sentence_of(first)
        if name and sentence:
            self._add(at, self.speakers.name(*name), [self.doc.sents[sentence - 1]])

    def _passive(self, at: int, start: int, first: int, last: int) -> bool:
        """ "Twelve deaths were reported by the ministry", "the damage was put at $4 million by insurers": a number with a cue in the
        passive, whose group begins at `start`."""
        low, by = self.doc.low, at + 1
        if low[by:by + 1] == ["at"]:
            by = next((token for token in range(by, min(last, at + _FAR)) if low[token] == "by"), at)
        elif low[at] == "put":
            return False  # put by the army in a camp
        name = self.phrases.after(by + 1, last) if low[by:by + 1] == ["by"] else None
        if name and start - first > _SHORT and low[start - 1] in words["figures"] and low[start - 2] in words["articles"] and (
                self.tags[start - 3] == ","):
            return self._add(at, self.speakers.name(*name), [(first, start - 3)]) is not None  # nine died, a toll confirmed by the mayor
        if name is None or start == at or "0" not in self.tags[first:start] + self.tags[at:by] or words["be"].isdisjoint(low[start:at]):
            return False
        begin = max(first, self.tags.rfind(",", first, start) + 1)
        return self._add(at, self.speakers.name(*name), [(begin, start if by == at + 1 else by)]) is not None

    def _as_told(self, at: int, first: int, last: int) -> bool:
        """Nine people had died, as reported by the agency."""
        name = self.phrases.after(at + 2, last)
        begin = at - 1
        if name is None or begin - first < _SHORT:
            return False
        who = self.speakers.name(*name)
        told = self.out[-1] if self.out else None
        if told and told.cue_at and told.cue_at[0] >= self.doc.starts[first]:
            told.via, told.via_text = who  # police said nine had died, as reported by the agency
            return True
        return self._add(begin, who, [self.contents.before(first, begin)], at + 2) is not None

    def _unverified(self, first: int, at: int, last: int) -> None:
        """ "The claim of 60 could not be verified": the stance of the statement with that number, else of the one just before."""
        doc = self.doc
        numbers = {doc.low[t] for t in range(first, last) if doc.low[t][:1].isdigit()}
        sentence = doc.sentence_of(first)
        apart = doc.opens_line(first)
        comma = self.tags.rfind(",", first, at)
        beside = comma > first and not words["claims"].isdisjoint(doc.low[comma + 1:comma + 4])  # ..., a claim that could not be verified
        if apart and not numbers and not beside and doc.low[first + 1:first + 2] and doc.low[first + 1] not in words["claims"]:
            return  # "The agency could not verify battlefield reports"
        for quote in self.out[:-30:-1]:
            if quote.start >= doc.starts[at]:
                continue
            if quote.end > doc.starts[at] and comma > 0 and quote.parts[-1][0] < doc.starts[comma]:  # "..., a claim that could"
                quote.end = min(quote.end, doc.ends[comma - 1])
                quote.parts[-1] = quote.parts[-1][0], quote.end
            if quote.stance in ("denied", "admitted", "confirmed"):
                continue
            if numbers:
                said = doc.low[doc.token_at(quote.start):doc.token_at(quote.end - 1) + 1]
                if not numbers.isdisjoint(said):
                    quote.stance = "unverified"
            elif doc.sentence_of(doc.token_at(quote.end - 1)) >= sentence - 1:
                quote.stance = "unverified"
            else:
                return
