"""Quotes in text order: those of cues, of headlines, and quotations that stand alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from newsfacts.actors import side_of
from newsfacts.drafts import Actors, QuoteDraft
from newsfacts.late import late
from newsfacts.sources.cues import Cues
from newsfacts.sources.phrases import Range
from newsfacts.sources.settled import settle
from newsfacts.sources.speakers import Who
from newsfacts.sources.words import words
from newsfacts.tokens import Doc

_CUE = late(r"[VNGAK]")
_POINTS = frozenset("•-–*·▪●")
_APART = frozenset("; while whereas though although but where which".split())  # the one told nothing of what stands behind
_OWN = 5  # tokens between whose a figure is and it, and between it and what it is
_LETTERS = 5  # of a name that is written in capitals for itself
_TOPIC = late(r"[wMd]{1,5}(?=[:-])")  # UN: 4 aid workers held
_TOPIC_WITHIN = 8  # tokens of it, with a clock before it
_CREDIT = late(r"(?<=[:-])[wMd]{1,5}$")  # 4 aid workers held: UN
_SAYS = late(r"(?:(?P<verb>[weVN])(?=[dM])|(?P<who>p|d?w{0,3}M{1,5}(?:,0,)?|d[wM]{1,4}?)[by]{0,2}(?P<last>[weVN]))")
_SAYS_LAST = late(r",[wMd]{1,4}[VNK]$")
_SIGNED = late(r"[-w](?P<who>M(?:\.?M){1,3}),?(?![a-zA-Z0,])")


def find(doc: Doc, actors: Actors) -> list[QuoteDraft]:
    """Direct, mixed and indirect quotes in text order."""
    return _Finder(doc, actors).run() if doc.sents else []

class _Finder(Cues):
    """Goes through the quotations and cues of a text."""

    title: QuoteDraft | None = None  # what a country says in the headline
    owned: dict[int, tuple[int, int]]  # a figure that somebody has → the 's, and its verb

    def run(self) -> list[QuoteDraft]:
        if self.doc.title:
            self._title(*self.doc.title)
        cues = [match.start() for match in _CUE.finditer(self.tags)]
        if ":" in self.tags:
            cues = sorted(cues + self._topics())
        self.owned = dict(self._figures()) if "'s" in self.doc.keys and not words["figures"].isdisjoint(self.doc.keys) else {}
        if self.owned:
            cues = sorted({*cues, *self.owned})
        done, step = 0, self._step if ":" in self.tags or self.owned else self._cue
        for k, (first, last) in enumerate(self.marked):
            limit = min(last + 40, self.opens[k + 1] if k + 1 < len(self.opens) else last + 40)
            coming, done = done, max(done, bisect_left(cues, limit))
            for cue in cues[coming:done]:
                step(cue)
            if k not in self.used and self.tags[first] == "Q":
                self._alone(k, first, last)
        for cue in cues[done:]:
            step(cue)
        if ")" in self.doc.keys:
            self._bracketed()
        if self.quoters and "by" in self.doc.keys:
            self._passed_on()
        settle(self.speakers, self.out)
        self._of_others()
        if self.title is not None and self._is_topic(self.title):
            self.out.remove(self.title)
        self.out.sort(key=lambda q: (q.start, -q.end))
        self._within()
        return self.out

    def _within(self) -> None:
        """Who tells what another has said: "the agency reported that the ministry had said nine died"."""
        over: list[QuoteDraft] = []
        for quote in self.out:
            while over and over[-1].end <= quote.start:
                over.pop()
            cue = quote.cue_at[0] if quote.cue_at else -1
            outer = next((told for told in reversed(over) if told.start <= cue < told.end), None)
            if outer and quote.via is None and not quote.via_text and (
                    (outer.speaker, outer.speaker_text) not in ((None, None), (quote.speaker, quote.speaker_text))):
                before = self.doc.low[self.doc.token_at(outer.start):self.doc.token_at(cue)]
                if _APART.isdisjoint(before):
                    quote.via, quote.via_text = outer.speaker, outer.speaker_text
            over.append(quote)

    def _of_others(self) -> None:
        """Takes from speakers what they say of others: "He told me that it was cold," she said."""
        actors = self.speakers.actors
        for quote in self.out:
            if quote.kind != "direct" or quote.speaker is None:
                continue
            for start, end in quote.parts:
                for token in range(self.doc.token_at(start), self.doc.token_at(end - 1)):
                    if actors.at.get(token) == quote.speaker and (mention := actors.mention_at[token]).form == "pronoun":
                        actors.list[quote.speaker].mentions.remove(mention)
                        del actors.at[token], actors.mention_at[token]

    def _bracketed(self) -> None:
        """The bodies in brackets at the end of a point of a list: "• 27 people dead (State Flood Agency, 17 October)"."""
        doc, actors = self.doc, self.speakers.actors
        for first, last in doc.sents:
            close = last - 1
            if doc.low[close] != ")" or doc.low[first] not in _POINTS or "(" not in doc.low[first:close]:
                continue
            opened = close - 1 - doc.low[first:close][::-1].index("(")
            who = actors.at.get(opened + 1)
            if who is None or actors.list[who].kind != "organization" or not any(word.isdecimal() for word in doc.low[first:opened]):
                continue
            end = actors.mention_at[opened + 1].last
            if end == close or doc.low[end] == "," and any(word.isdecimal() for word in doc.low[end:close]):
                self.unit = first, last
                self._add(-1, (who, None), [(first + 1, opened)])

    def _topics(self) -> list[int]:
        """The colons behind names that begin lines."""
        out, sents = [], self.doc.sents
        at = self.tags.find(":")
        while at >= 0:
            k = self.doc.sentence_of(at)
            if ";" in self.tags[sents[k][0]:at] and not self.doc.is_title(*sents[k]) and self._topic(sents[k][0]) < 0 and (
                    self._seconds(*sents[k])[:1] == [at]):
                out.append(at)
            while k >= 0 and at - sents[k][0] <= _TOPIC_WITHIN:
                if self._topic(sents[k][0]) == at:
                    out.append(at)
                k -= 1
            at = self.tags.find(":", at + 1)
        return out

    def _figures(self) -> Iterator[tuple[int, tuple[int, int]]]:
        """The figures that are told to be somebody's: "the army's own toll there is nine", "the mayor's latest count stands at 14"."""
        low, tags = self.doc.low, self.tags
        for at in [t for t, word in enumerate(low) if word in words["figures"]]:
            owner = next((t for t in range(at - 1, max(0, at - _OWN), -1) if low[t] == "'s"), -1)
            if owner > 0 and words["own figures"].issuperset(low[owner + 1:at]):
                told = next((t for t in range(at + 1, min(at + _OWN, len(low) - 1)) if low[t] in words["telling figures"]), -1)
                if told > 0 and words["about figures"].issuperset(low[at + 1:told]) and "0" in tags[told + 1:told + _OWN]:
                    yield at, (owner, told)

    def _seconds(self, first: int, last: int) -> list[int]:
        """The colons behind names that begin the further parts of a title: "Gunmen kidnap 9; Red Cross: 3 freed"."""
        out: list[int] = []
        if not self.doc.opens_line(first) or self.doc.low[last - 1] == ".":
            return out
        at = self.tags.find(";", first, last)
        while at >= 0:
            match = _TOPIC.match(self.tags, at + 1, last)
            if match and self.tags[match.end()] == ":" and "0" in self.tags[match.end() + 1:match.end() + 5]:
                out.append(match.end())
            at = self.tags.find(";", at + 1, last)
        return out

    def _topic(self, first: int) -> int:
        """The colon behind the name that begins a line, beside a clock time or number: "Mayor Olha Marn: four dead"; else -1."""
        clock = self.tags.startswith("0:0", first)
        if not clock and not self.doc.opens_line(first):
            return -1
        if self.doc.title and self.doc.title[0] == first:
            return -1
        match = _TOPIC.match(self.tags, first + 3 * clock)
        if match is None or self.tags[match.end()] != ":":
            return -1
        told = self.tags[match.end() + 1:match.end() + 5]
        return match.end() if told[:1] != "Q" and (clock or "0" in told) else -1

    def _step(self, at: int) -> None:
        """The quote of a cue, or of a topic whose colon stands at a token."""
        if at in self.owned:
            owner, told = self.owned[at]
            self.unit = first, last = self._unit(at)
            who = self.speakers.name(*name) if (name := self.phrases.before(owner, first)) else (None, None)
            speaks = any((who[1] or " ").split(" ")[-1] in words[kind] for kind in ("authorities", "bodies", "offices", "human"))
            speaks = speaks or who[0] is not None and self.speakers.actors.list[who[0]].kind in ("organization", "person", "group")
            if speaks or self.doc.low[owner + 1] == "own":  # but: Norland's death toll was nine
                self._add(at, who, [(told + 1, last)])
            return
        if self.tags[at] != ":":
            self._cue(at)
            return
        first, last = self.doc.sents[self.doc.sentence_of(at)]
        clock = self.tags[first:first + 3] == "0:0"
        if clock:  # all of the line
            last = next((b for a, b in self.doc.paras if a <= first < b), last)
        self._title(first + 3 * clock, last)

    def _title(self, first: int, last: int) -> None:
        """The quotes of a title, each part of which may have a source."""
        colons = self._seconds(first, last) if ";" in self.tags[first:last] else ()
        cuts = [first, *[self.tags.rfind(";", first, colon) for colon in colons], last]
        for begin, end in pairwise(cuts):
            self._headline(begin + (begin > first), end)

    def _headline(self, first: int, last: int) -> None:
        known = self.speakers.actors
        for match in (_TOPIC.match(self.tags, first, last), _CREDIT.search(self.tags, max(first, last - 6), last)):
            if match is None:
                continue
            a, b = match.span()
            if sum(map(str.isalpha, self.doc.low[b:last] if a == first else self.doc.low[first:a])) < 2:
                continue  # Regional council: 4 March, 08:30
            who = self.speakers.name(a, b)
            if a == first and self._heading(a, b, last, who[0]):
                continue
            if who[0] is not None and known.list[who[0]].kind == "country" and a == first and (
                    _SAYS_LAST.search(self.tags, b, last) or _CREDIT.search(self.tags, max(b, last - 6), last)):
                continue  # Sudan: strike kills 40, governor says
            opens = self.doc.low[b + (self.doc.low[b] == ":"):last][:1]
            if who[0] is not None and known.list[who[0]].kind == "country" and a == first and (
                    not words["doers"].isdisjoint(opens) or opens == ["on"] and self.doc.low[b + 2:b + 3] != [] and (
                        self.doc.low[b + (self.doc.low[b] == ":") + 1][:1].isdigit())):
                continue  # Sudan: junta frees 40; Sudan: On 4 May a convoy was stopped
            unnamed = self.doc.low[b - 1] in words["unnamed"] or self.doc.low[b - 1] in words["tellers_of_headlines"]
            if (who[0] is not None and known.list[who[0]].kind != "place") or unnamed:
                quote = self._add(-1, who, [(b, last) if a == first else (first, a - 1)])
                if quote and a == first and (first, last) == self.doc.headline and who[0] is not None and (
                        known.list[who[0]].kind == "country"):
                    self.title = quote
                return

    def _heading(self, a: int, b: int, last: int, who: int | None) -> bool:
        """Whether what stands in capitals before a colon heads a line written small, and is no name in letters: "NORTH SEA: Two drown"."""
        forms = [form.strip() for form in self.doc.forms[a:b - (self.doc.low[b - 1] == ":")]]
        large = all(form.isupper() for form in forms if form[:1].isalpha())
        if not large or any(form.isupper() for form in self.doc.forms[b + 1:last] if len(form) > _LETTERS):
            return False
        return len(forms) > 1 or who is not None and self.speakers.actors.list[who].kind in ("country", "place")

    def _is_topic(self, title: QuoteDraft) -> bool:
        """Whether the country in a headline ("Norland: gunmen kill 12") is no source: nobody speaks below, or the first who does
        is not of it, or denies something."""
        actors = self.speakers.actors.list
        below = [q for q in self.out if q is not title and (q.speaker is not None or q.speaker_text)]
        if not below or title.speaker is None:
            return title.speaker is not None
        country, told = actors[title.speaker], min(below, key=lambda q: q.start)
        if told.speaker != title.speaker and told.stance == "denied":
            return True
        if told.speaker is None:
            return side_of((told.speaker_text or "").split()[0].removesuffix("'s").removesuffix("’s")) != side_of(country.name)
        return told.speaker != title.speaker and (country.country is None or actors[told.speaker].country != country.country)

    def _alone(self, k: int, first: int, last: int) -> None:
        """A quotation that no cue claims: said by any verb beside it, the going on of the one before, or the last speaker's."""
        doc, tags = self.doc, self.tags
        unit = self._unit(first)
        before = tags[first - 1] if first > unit[0] else ""
        starts = unit[0] == first or (first - unit[0] < 4 and before in "yc,")
        new = doc.opens_line(first)
        whole = unit[1] <= last + 1 or (not new and 2 * (last - first) > unit[1] - first)  # or most of it: "..." of the town
        if k and k - 1 in self.used and starts and whole:
            before_this = self.used[k - 1]
            end = max(before_this.end, before_this.cue_at[1] if before_this.cue_at else 0)
            near = self._unit(doc.token_at(end - 1))[1] >= unit[0] or doc.token_at(end - 1) >= first - 2
            if near and (not new or before_this.kind == "direct"):
                self._append(before_this, k, max(last, unit[1] - 1))
                return
        if k and self.marked[k - 1][0] in self.going and k - 1 in self.used:
            self._append(self.used[k - 1], k)
            return
        if starts and last - first > 3 and doc.low[last - 2] in (",", "!", "?"):
            match = _SAYS.match(tags, last, unit[1])
            if match:
                self._said(k, match, unit)
                return
        signed = _SIGNED.match(tags, last, min(last + 7, len(tags))) if new else None
        if signed:  # "..." - Olha Marn
            self._add(-1, self.speakers.name(*signed.span("who")), [(first, last)])
            return
        if new and first and tags[first - 1] == ":":  # Ivo Tarn echoed: (and a new paragraph)
            unit, before = (self._unit(first - 1)[0], unit[1]), ":"
        if before in (":", ",") and unit[1] <= last + 1 and last - first > (3 if before == ":" else 5):
            subject = self.phrases.opening(unit[0], first)
            cited = next((t for t in range(unit[0] + 1, first - 2) if doc.low[t] in words["quoting"]), 0) if before == ":" and (
                self.quoters) else 0
            somebody = cited and (self._cited(cited + 1, first - 1) or not words["persons"].isdisjoint(doc.low[cited + 1:cited + 4]))
            if somebody and subject and cited >= subject[1] and doc.low[cited - 1] not in words["be"]:
                quote = self._add(-1, self.speakers.name(cited + 1, first - 1), [(first, last)])
                if quote:
                    quote.via, quote.via_text = self.speakers.name(*subject)  # the paper quoted the mayor, Ivo Tarn: "..."
                return
            who = self.speakers.name(*subject) if subject else (None, None)
            if who[0] is None and before == ":":
                nearest = self._nearest(unit[0], first)
                who = nearest if nearest[0] is not None else who
            if who[0] is not None or (before == ":" and who[1] and (
                    " " in who[1] or who[1] in words["unnamed"] or who[1] in ("he", "she", "they"))):
                self._add(-1, who, [(first, last)])
            return
        if last - first >= (4 if new else 6) and unit[0] == first and unit[1] <= last + 1:
            who = self._told_last(first)
            if who != (None, None):
                self._add(-1, who, [(first, last)])

    def _told_last(self, first: int) -> Who:
        """The speaker of the last quote that begins before a token: cues after the quotation have been read already."""
        start = self.doc.starts[first]
        near = [q for q in self.out[-4:] if q.start < start and (q.speaker is not None or q.speaker_text)]
        told = next((q for q in reversed(near) if not any(o is not q and o.start <= q.start < q.end <= o.end for o in near)), None)
        return (told.speaker, told.speaker_text) if told else (None, None)

    def _nearest(self, first: int, last: int) -> Who:
        """The last actor mentioned in a range that can speak."""
        actors = self.speakers.actors
        for token in range(last - 1, first - 1, -1):
            who = actors.at.get(token)
            if who is not None and actors.list[who].kind in ("person", "organization", "group") and (
                    actors.list[who].name.lower() not in words["platforms"]):
                return who, None
        return None, None

    def _said(self, k: int, match: re.Match[str], unit: Range) -> None:
        """ "...," agrees Olha Marn; "...," he shot back."""
        first, last = self.marked[k]
        if match["verb"]:
            cue = match.start("verb")
            name = self.phrases.after(cue + 1, unit[1])
        else:
            cue = match.start("last")
            name = match.span("who")
        if name is None:
            return
        self._add(cue, self.speakers.name(*name), [(first, last)])
