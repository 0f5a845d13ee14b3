"""Quotes that a verb of saying tells: its subject, and the content before, after or around it."""

from __future__ import annotations

from newsfacts.late import late
from newsfacts.sources.according import According
from newsfacts.sources.contents import CITING
from newsfacts.sources.phrases import Range, document, takes
from newsfacts.sources.speakers import Who
from newsfacts.sources.words import cues, words

_CROWDS = frozenset(
    "crowd crowds gathering throng audience people residents population turnout damage damages loss losses cost costs".split())
_FINITE = late(r"[beVKx]|p(?=w)")
_ASIDE = late(r",i?r")
_MADE = late(r"(?:i[dwMDN0]{1,6}){1,3},[by]{0,2}[beVK]")
_VERBS = frozenset("beVK")
_YEAR = late("(?<=0),0,")  # since May 3, 2023, at
_FATES = (["dead"], ["killed"], ["missing"], ["injured"], ["wounded"])
_RETOLD = late("Vt?p[by]*$")
_GOES_ON = late(r"[iywdM0.]{1,10}(?:c[by]?V|,G)")
_TAKEN_OTHERWISE = frozenset(("posted", "record", "admitted", "confirmed"))
_PASSIVE = ("by", "at")
_ONE = frozenset(("he", "she", "it"))
_ISSUED = 5  # tokens from "issued" to "a statement"
_EITHER = ("nor", "or")
_SURE = ("confirmed", "denied")  # stances
_AVOWED = (*_SURE, "admitted")
_OWNED = ("admitted", "denied")
_ASKED = frozenset("whether if about why how what when where".split())


def _calls(aside: list[str]) -> bool:
    """Whether words between commas tell another name of what stands before them: "also known as the VFL"."""
    named = next((k for k, word in enumerate(aside[:3]) if word in ("known", "called")), -1)
    return named >= 0 and len(aside) > named + 1 and words["other names"].issuperset(aside[:named])


def _of_a_town(low: list[str], subject: Range) -> bool:
    """Whether a subject is but a town, which keeps no records: "the city of 48,000 recorded nine murders"."""
    at = subject[0] + (low[subject[0]] in ("the", "a"))
    sized = low[at + 1] == "of" and low[at + 2:at + 3] != [] and low[at + 2][:1].isdigit()
    return low[at] in words["towns"] and (at + 1 == subject[1] or sized)


class Cues(According):
    """From a cue to its source and content."""

    def _cue(self, at: int) -> None:
        """The quote of the cue at a token, if it tells one."""
        first, last = self.unit = self._unit(at)
        tags, word = self.tags, self.doc.low[at]
        if word in _TAKEN_OTHERWISE and self._otherwise(at):
            return
        if self.conditions:
            for t in range(at + 2, min(last - 1, at + 14)):
                if self.doc.low[t] == "condition" and tags[t + 1] == "t":
                    last = t - 1  # told the agency on condition that he not be named
                    break
        if tags[at] == "A":
            self._according(at, first, last)
            return
        base, stance = self.verbs[word]
        if self._special(at, base, stance, first, last):
            return
        start = at  # of its auxiliaries and adverbs
        while start > 0 and tags[start - 1] in "by":
            start -= 1
        before = tags[start - 1] if start else ""
        further = before == "c" or before in (",", "Q") and tags[at] == "G"
        if not further or not self._joined(at, base, start, first, last):
            self._verb(at, base, start, first, last)

    def _otherwise(self, at: int) -> bool:
        """Whether a word that is often a cue is none here."""
        low = self.doc.low
        if low[at] == "posted":
            if low[at - 1] not in words["documents"]:
                return False
            fronted = self.tags[self.unit[0]] == "i" and self.tags[at + 1:at + 2] in ("i", "D", "y")  # in a video posted on X, he said
            return fronted or _GOES_ON.match(self.tags, at + 1) is not None  # in a note posted online, saying
        if low[at] == "record":
            return self.tags[at + 1:at + 2] == "0"  # Norland launches record 810 drones
        if low[at] == "confirmed":
            return low[at + 1:at + 2] in _FATES  # 27 people confirmed dead
        if not words["admitted"].isdisjoint(low[at + 1:at + 5]):
            return True  # the clinic admitted some 250 wounded
        # the 40 wounded admitted to a clinic
        return low[at + 1:at + 2] == ["to"] and not words["wards"].isdisjoint(low[at + 2:at + 9])

    def _special(self, at: int, base: str, stance: str, first: int, last: int) -> bool:
        """Cues that are no plain verbs with a subject before them; True where there is nothing more to do."""
        tags, low, tag = self.tags, self.doc.low, self.tags[at]
        word = low[at]
        before = low[at - 1] if at > first else ""
        after = low[at + 1] if at + 1 < len(low) else ""
        if tag == "G" and before == "as":
            self._quoted(at, first, last)
            return True
        if word in words["reckonings"] and "'s" in (before, low[at - 2] if before == "own" else ""):
            self._reckoned(at, first, last)
            return True
        if word in words["reckonings"] and (before == "own" or before in words["owners"]) and self._by_own(at, first, last):
            return True
        if before == "the" and after == "of" and low[at - 2:at - 1] == ["by"] and at - 2 >= first:
            self._reckoned_by(at, first, last)
            return True
        if word == base and before in words["provisional"] and low[at - 2] in ("a", "an", "the"):
            return True  # a preliminary count showed
        if word == base and before in words["earlier counts"] and word in words["reckonings"]:
            return True  # the last official count was 54
        if tag == "N" and self._noun(at, first):
            self._claim_that(at, first, last)
            return True
        if before in _EITHER and stance in _SURE and at - 2 > first and self.verbs.get(low[at - 2], ("", ""))[1] in _AVOWED:
            return True  # neither confirmed nor denied that, refused to confirm or deny reports that
        if before == "neither" and stance in _AVOWED and "nor" in low[at + 1:last]:
            return True
        if stance == "confirmed" and not words["negatives"].isdisjoint(low[max(first, at - 5):at]):
            self._unverified(max(first, at - 40), at, min(last, at + 40))
            return True
        if after == "there" and base in words["object"] and tags[at + 2:at + 3] in tuple("isDy,."):
            return True  # the towns it has claimed there since May
        if after == "by":
            if before == "as" and base in words["as told"] and self._as_told(at, first, last):
                return True
            if tag in "VN" and at - first < 5 and at + 2 < last and low[first] in words["this that"]:
                self._this(at, first, last)
                return True
        if word == base and tags[at - 1:at] == "p" and tags[at - 2:at - 1] == "b" and at - 2 >= first:
            return True  # what would she say to him?
        if after == "to" and tag == "V" and low[at + 2:at + 3] in (["be"], ["have"]) and base not in words["infinitive"]:
            return True  # a voice alleged to be his
        if word == "estimated" and after == "at" and before in _CROWDS:
            return True  # a crowd estimated at 70,000
        if base in self.odd and self._odd(at, base, stance, first):
            return True
        if before == "," and tag in "VN" and word.endswith("ed") and _MADE.match(tags, at + 1, last):
            return True  # the accords, concluded in Velm in 2021, were broken
        if after in _PASSIVE and tag in "VK" and base in words["passive"] and self._passive(at, self._start(at), first, last):
            return True
        if tags[at - 1] == "y" and at > first + 1:
            before = low[at - 2]  # it was initially reported that
        if (tag != "G" and before in words["be"] and word not in words["moods"]) or self.silent and takes(self.doc, tags, at):
            return True
        if base in words["giving"] and tags[at + 1:at + 2] in ("0", "D"):
            return False  # the owner, Velm Lines, promised 2,000 dollars: not said by 2,000 dollars
        return at > first and tags[at - 1] in ",Q" and tag in "VNK" and base != "tell" and self._inverted(at, first, last)

    def _odd(self, at: int, base: str, stance: str, first: int) -> bool:
        """Whether one of the verbs that often tell no quote tells none."""
        tags, low, tag = self.tags, self.doc.low, self.tags[at]
        before = low[at - 1] if at > first else ""
        after = low[at + 1:at + 2]
        if base in words["beliefs"]:
            if after in (["to"], ["by"]):
                return True  # bodies believed to be those of soldiers
            if _RETOLD.search(tags, max(first, at - 12), at):
                return True  # said she still believed that it would pass: what she said
        if base in words["expecting"] and "b" in tags[max(first, at - 2):at]:
            return True  # they can expect four more
        if base in words["naming"]:
            if tag == "V" and (before == "," and at + 1 in self.opens or base == "dub" and self._start(at) == at):
                return True  # an operation dubbed "Ash"
            if stance != "denied" and after in (["as"], ["by"]):
                return True  # a verdict hailed as "historic"
        if base == "conclude" and self._ended(at):
            return True  # concluded the talks on Monday
        if base == "put" and after == ["at"] and before in (",", "earlier", "previously", "initially", "damage", "losses", "cost", "costs"):
            return True  # the toll, put at nine on Monday; damage put at nine million euros
        if base == "ask" and before == "," and not _ASKED.isdisjoint(after) and not {"V", "K", "e", "b"} & {*tags[first:at]}:
            return True  # his lawyer, asked whether he would appeal, shook his head
        if base in words["answers"] and at + 1 in self.opens and low[at + 2:at + 3] and low[at + 2] in words["manners"]:
            return True  # responded "with full force"
        # a bombing claimed by rebels, rebels claimed an ambush in which nine died: no source
        return base in words["owned up"] and (after == ["by"] or tag != "N" and self.phrases.owned_up(at))

    def _ended(self, at: int) -> bool:
        """Whether what was concluded is a deed or a deal: "concluded Operation Ash with 40 losses"; but: "concluded the raid was"."""
        end = next((t + 1 for t in range(at + 1, min(at + 6, len(self.tags))) if self.doc.low[t] in words["concluded"]), 0)
        while end and self.tags[end:end + 1] == "M":
            end += 1
        return end > 0 and self.tags[end:end + 1] in ("i", ",", ".", "c", "D", "y")

    def _joined(self, at: int, base: str, start: int, first: int, last: int) -> bool:
        """ "..., she said, adding that"; "she said ... and confirmed": a further cue, with its auxiliaries from `start`, of the speaker
        just told."""
        before = self.tags[start - 1]
        told = self.out[-1] if self.out else None
        first = max(first, self.tags.rfind(";", first, start) + 1)  # the army accused them; the rebels denied it and claimed
        if told is None or told.cue_at is None or told.cue_at[0] < self.doc.starts[first]:
            return False
        cue = self.doc.token_at(told.cue_at[0])
        if self.tags[at] == "G" and self.tags[cue] == "N" and not {"V", "K"}.isdisjoint(self.tags[first:cue]):
            return False  # Norland denied Western claims that it had fired, saying ...: Norland says
        if before == "c" and self.tags[start - 2:start - 1] == "," and self.tags.rfind("r", first, self.doc.token_at(told.cue_at[0])) > max(
                self.tags.rfind(",", first, start - 2), first):
            if told.end > self.doc.starts[start - 2]:
                self._cut(told, start - 2)
            return False  # denied shelling a town where activists say nine died, and accused: not the activists
        content = self.contents.after(at, last, base)
        if content and (self.tags[at] != "K" or self._evidence(at, (at - 1, at), last)):
            self._shared(start, first)
            self._add(at, (told.speaker, told.speaker_text), [content])
        return True

    def _verb(self, at: int, base: str, start: int, first: int, last: int) -> None:
        """A verb of saying with its subject; `start`: the first token of its auxiliaries and adverbs."""
        tags, low = self.tags, self.doc.low
        if tags[at - 1] == "0" and low[at + 1:at + 2] and low[at + 1] in words["fates"]:
            return  # with 584 hurt and 37 reported missing
        subject = self._subject(at, base, max(first, tags.rfind(";", first, at) + 1) if tags[start - 1] == "c" else first)
        if (subject is None or (tags[at] == "K" and not self._evidence(at, subject, last))
                or (tags[at] == "N" and not self._finite(subject, first))
                or (low[at] in words["tally nouns"] and low[at + 1:at + 2] == ["of"])):  # a first count of 40
            return
        poll = self._poll(subject, first) if self.polls else None
        if poll:
            self._add(first, self.speakers.name(*poll), [(subject[0], self.contents.cut(at, last))])
            return
        by = self._quoter(*subject) if self.quoters else 0
        ends = by - 1 if by else subject[1]  # a doctor quoted by the agency said
        while by and ends > subject[0] + 1 and low[ends - 1] in (",", "as"):
            ends -= 1
        who = self.speakers.name(subject[0], ends)
        if who[0] is None and self.doc.low[subject[0]] in words["a"] and self.doc.low[ends - 1] in words["documents"]:
            who = self._issuer(subject[0], first) or who
        if who[0] is None and not self._speaks(*subject):
            return
        if low[at + 1:at + 2] == ["this"] and self._told_before(at, base, who):
            return
        left = subject[0] if first <= subject[0] < at and subject[1] <= at else at
        if self.out and self.out[-1].start < self.doc.starts[left] < self.out[-1].end:
            self._shared(left, first)
        relative = left - 1
        if left <= first or tags[relative] != "r":
            relative = start - 1
            if relative < first or tags[relative] != "r":
                relative = -1
        if base in words["registering"] and self._town(who, subject):
            return  # Velm has recorded 19 thefts this year
        apart = tags.rfind(";", first, left) if self.semicolons else -1
        told = self.out[-1] if apart > first and self.out else None
        if told and told.cue_at and self.doc.starts[first] <= told.cue_at[0] < self.doc.starts[apart]:
            first = apart + 1  # the army said 12 died; 5 were hurt, the navy said: each has its own
        else:
            told = None
            first = self._beside(self.out[-1], first, left) or first if self.out and self.out[-1].end > self.doc.starts[first] else first
        parts = self.contents.around(at, left, first, last, base) if relative < 0 else None
        if parts and told and told.end > self.doc.starts[apart]:
            self._cut(told, apart)
        if parts is None:
            told_of = False
            content = self.contents.after(at, last, base)
            if content is None and relative >= 0 and low[relative] in words["relatives"] and tags[at + 1:at + 2] in ("b", "e") and (
                    tags[at] == "V" and tags[relative - 1] == "," and base in words["clause"]):
                told_of = True
                content = at + 1, self.contents.cut(at + 1, last)  # blamed the rebels, who he said had killed nine
            if content and low[left - 1] in words["fronting"] and left - 2 > first and tags[left - 2] == "," and (
                    main := self._main_clause(*content)):
                content = content[0], main  # since May, when rebels announced a truce, nine have died
            if content and relative >= 0 and low[relative] not in words["where"] and tags[content[0]] != "Q":
                comma = tags.find(",", content[0], content[1])  # the rebels, who say they hold 40 captives, want talks
                content = content[0], comma if comma > 0 else content[1]
            if content and tags[at] == "G" and tags[at - 1] not in ",c" and tags[content[0]] == "Q":
                content = self.contents.span_at(content[0])  # gunmen shouting "..." stormed a hotel
            if content and base in words["background"] and (aside := _ASIDE.search(tags, *content)):
                content = content[0], aside.start()  # blames Norland for the raid, in which 12 died: the report tells this
            parts = [content] if content else []
            if told_of and content:
                parts.insert(0, (relative, relative + 1))
        if relative > first and not parts and low[relative] == "which" and self.verbs[low[at]][1] in _SURE and self.out and (
                self.doc.starts[first] <= self.out[-1].start < self.doc.starts[relative] < self.out[-1].end):
            self._cut(self.out[-1], relative - 1)  # rebels said nine had died, which the army denied
        quote = self._add(at, who, parts)
        if quote is None:
            return
        if subject[1] - subject[0] == 1 and who[0] is not None and low[subject[0]] in _ONE:
            self.speakers.means(subject[0], who[0])
        if quote.stance in _OWNED and not words["negatives"].isdisjoint(low[start:at]):
            quote.stance = None  # has never admitted that, did not deny that
        citing = next((t for t in range(subject[1], at) if low[t] in CITING), 0) if self.citing else 0
        cited = self._cited(citing + 1, at) if citing else None
        if self.citing and low[first] in CITING and (comma := tags.rfind(",", first, left)) > 0:
            cited = self._cited(first + 1, comma)  # Citing two officials, the agency reported
        if cited:  # the agency, citing two officials, reported
            quote.via, quote.via_text = who
            quote.speaker, quote.speaker_text = self.speakers.name(*cited)
        elif by:
            quote.via, quote.via_text = self.speakers.name(by + 1, subject[1])

    def _issuer(self, document: int, first: int) -> Who | None:
        """Who issued the document that says something: "the ministry issued a statement which said"."""
        given = next((t for t in range(document - 1, max(first, document - _ISSUED), -1) if self.doc.low[t] in words["issuing"]), -1)
        if self.doc.low[document - 2:document] == [",", "in"]:
            given = document - 2  # the ministry, in a statement which said nine had died, blamed
        subject = self.phrases.opening(first, given) if given > first else None
        if subject and given == document - 2 and subject[1] != given:
            return None
        return self.speakers.name(*subject) if subject and not words["be"] & {*self.doc.low[subject[1]:given]} else None

    def _told_before(self, at: int, base: str, who: Who) -> bool:
        """Whether what a cue tells is the sentence before: "The army said this in its morning update"."""
        sentence = self.doc.sentence_of(at)
        if base not in words["as told"] or not sentence or self.tags[at + 2:at + 3] not in tuple("iD.,:"):
            return False
        first, last = self.doc.sents[sentence - 1]
        if any(quote.cue_at and quote.cue_at[0] >= self.doc.starts[first] for quote in self.out[-3:]):
            return False  # nine died, the mayor said. The ministry reported this too
        return self._add(at, who, [(first, last)]) is not None

    def _main_clause(self, first: int, last: int) -> int:
        """The comma behind which the main clause begins, in a content that a clause before it tells; 0 for none."""
        comma = self.tags.find(",", first, last)
        return comma if comma > 0 and _FINITE.search(self.tags, comma, last) and "Q" not in self.tags[first:last] else 0

    def _town(self, who: Who, subject: Range) -> bool:
        """Whether a source is a place, or one word that may well be: no body that counts."""
        if who[0] is not None:
            return self.speakers.actors.list[who[0]].kind == "place"
        if self.doc.low[self.speakers._head(*subject)] in words["regions"]:
            return True  # the city has recorded 19 thefts, the town of 900 recorded three
        return subject[1] - subject[0] == 1 and self.tags[subject[0]] == "M" and not self.doc.forms[subject[0]].isupper()

    def _quoter(self, first: int, last: int) -> int:
        """The "by" of "a doctor quoted by the agency", 0 for none."""
        low = self.doc.low
        for t in range(first + 2, last - 1):
            if low[t] == "by" and low[t - 1] in words["quoting"]:
                return t
        return 0

    def _speaks(self, first: int, last: int) -> bool:
        """Whether a phrase can be a source: no adverb ("even"), participle ("driving on the pavement") or time ("recent days")."""
        low, tags = self.doc.low, self.tags
        if low[first:last] == ["first"] or low[first] in words["no source"] or low[first:first + 2] == ["so", "far"] or (
                tags[first] == "w" and low[first].endswith("ing") and len(low[first]) > 5):
            return False
        behind = tags.find("i", first + 1, last)
        head = (behind if behind > 0 else last) - 1
        return (low[head] not in words["times"] and low[head] not in words["things"]) or document(self.doc, tags, first, last) >= 0

    def _start(self, at: int) -> int:
        """The first token of a verb's auxiliaries and adverbs."""
        while at > 0 and self.tags[at - 1] in "by":
            at -= 1
        return at

    def _noun(self, at: int, first: int) -> bool:
        """Whether a form that is noun and verb is a noun here: "its report", "the army report", "four claims"."""
        if at == first:
            return True
        before, tag = self.doc.low[at - 1], self.tags[at - 1]
        if self.doc.low[at] == "posts" and before == "command":
            return True  # two command posts and a depot
        if self.doc.low[at] in words["rumours"] and self.doc.low[at + 1:at + 2] == ["of"] and self.doc.low[at].endswith("s"):
            return True  # early reports of 14 deaths
        if self.doc.low[at] == "states":
            return self.tags[at + 1:at + 2] not in ("t", "Q", ":")
        if self.tags[at + 1:at + 2] in ("V", "K"):
            return True  # a police report indicates
        if before == ")" and at > first + 3 and self.tags[at - 3] == "(":
            before, tag = self.doc.low[at - 4], self.tags[at - 4]  # the Velm Relief Fund (VRF) estimates that
        if tag in "pbyr,Qc":
            return tag == "c" and self.tags[at + 1:at + 2] not in ("t", "Q", "0")
        if tag not in "wM" or before in ("'s", "-"):
            return True
        if before in words["people"] and self.tags[at + 1:at + 2] == "i":
            return True  # media reports in the capital
        if self.doc.low[at].endswith("s"):
            return before.endswith("s") and not before.endswith("ss") and tag != "M"
        return not (before.endswith("s") or before in words["people"] or self.doc.low[at].endswith("ed"))

    def _claim_that(self, at: int, first: int, last: int) -> None:
        """Norland's claim that ..., her claim that ..."""
        infinitive = self.doc.low[at + 1:at + 3] == ["to", "have"]
        if at + 2 >= last or at == first or not (infinitive or self.tags[at + 1] == "t"):
            return
        owner: Range | None = None
        whose = at - 1 - (self.doc.low[at - 1] in words["provisional"])  # Norland's initial claim
        if self.doc.low[whose] == "'s":
            owner = self.phrases.before(whose, first)
        elif self.doc.low[whose] in words["owners"]:
            owner = whose, whose + 1
        if owner:
            owner = max(owner[0], self.tags.rfind("e", owner[0], owner[1]) + 1), owner[1]
            who = self.speakers.name(*owner)
            if self.doc.low[whose] != "'s":
                actor = self.speakers.actors.at.get(whose)
                who = (actor, None) if actor is not None else self.speakers.person
            if who != (None, None):
                end = self.contents.cut(at + 2, last)
                main = self.tags.find("b", at + 3, end) if infinitive else -1  # their claim to have killed 60 was wrong
                self._add(at, who, [(at + 2 - infinitive, main if main > 0 else end)])

    def _subject(self, at: int, base: str, first: int) -> Range | None:
        """The source of a verb; that of the main clause for a participle (", saying that") or a second verb ("and said")."""
        tags = self.tags
        stop = at
        while stop > first and at - stop < 4 and tags[stop - 1] in "by":
            stop -= 1
        before = tags[stop - 1] if stop > first else ""
        if (tags[at] == "G" and before and before in ",Q") or (before == "c" and tags[at] in "VKN" and stop - 1 > first):
            return self.phrases.opening(first, at)
        if tags[at] == "G" and stop > first + 1 and self.doc.low[stop - 1] in words["witnessed"]:
            return self.phrases.opening(first, at)  # a voice is heard saying
        if tags[at] == "G" and before != "c":
            if stop > first and self.doc.low[stop - 1] in words["documents"]:  # issued a statement saying; with polls showing
                found = self.phrases.before(at, first)
                return found if found and found[0] > first and tags[found[0] - 1] == "i" else self.phrases.opening(first, at)
            number = next((t for t in range(at + 1, len(tags)) if self.doc.low[t] not in words["hedges"]), at)
            reporting = base in words["tallying"] and tags[at - 1] == "b" and tags[number] == "0"  # medics are reporting nine dead
            if not reporting and tags[at + 1:at + 2] not in ("Q", "t") and tags[at + 1:at + 3] not in (",Q", ":Q"):
                return None
        found = self.phrases.before(at, first)
        if base == "put" and found is not None:  # a figure the union puts at 460
            told = next((t for t in range(found[0], found[1] - 1) if self.doc.low[t] in words["figures"]), -1)
            found = (told + 1 + (self.doc.low[told + 1] == "the"), found[1]) if told >= 0 else found
        return found

    def _evidence(self, at: int, subject: Range, last: int) -> bool:
        """Whether a verb such as "found" or "counted" tells something: a document shows, a body counts a number."""
        low, head = self.doc.low, self.doc.low[subject[1] - 1]
        if document(self.doc, self.tags, *subject) >= 0:
            return True
        base = cues()[self.doc.low[at]][0]
        if base == "speak" and any(at < mark < at + 5 for mark in self.opens):
            return True  # spoke of "a mess"
        if base in words["revising"] and head in words["what befell"] or base == "record" and _of_a_town(low, subject):
            return False  # the deaths raise the toll to 41; the city of 48,000 recorded nine murders
        if head in words["self"] or head == "alone" or (base == "speak" and self.doc.low[at + 1:at + 2] not in (["of"], ["about"])):
            return False
        if base == "find" and head in words["finders"] and self.tags[at + 1] in "t,.":
            return True  # the court found that nine died; nine homes were destroyed, the institute found
        if base in words["revising"] and words["figures"].isdisjoint(self.doc.low[at + 1:at + 6]):
            return False  # "raised the toll to 15", not "raised 15 flags"
        if base == "put":  # put the number of those killed in the past 24 hours at 38
            told = next((t for t in range(at + 1, min(last, at + 30)) if self.doc.low[t] == "at" and (
                "0" in self.tags[t + 1:t + 4] or any(word[:1].isdigit() for word in self.doc.low[t + 1:t + 7]))), -1)
            higher = low[told - 1:told] == [","] and low[told - 2] in words["compared"]  # put the toll higher, at nine
            return told > 0 and "," not in _YEAR.sub("", self.tags[at:told - higher])
        of = self.doc.low[at + 1:at + 4:2] == ["the", "of"]  # has documented the killing of at least 40 civilians
        number = self.tags.find("0", at + 1, min(last, at + (20 if base in words["revising"] else 9 if of else 5)))
        if base == "speak" and self.tags[at + 2:at + 3] == "w":  # "around fifty" in marks
            number = next((t for t in range(at + 2, min(last, at + 6)) if self.doc.low[t] in words["numerals"]
                           or self.doc.low[t].isdigit()), number)
        return number > 0 and base in words["tally"] and "," not in self.tags[at:number]

    def _finite(self, subject: Range, first: int) -> bool:
        """Whether what stands before a noun-like verb is a whole noun phrase: "the ministry reports", not "monthly reports"."""
        start = subject[0]
        if start > first and self.tags[start - 1] == "," and set(self.tags[slice(*subject)]) <= {"w", "0"} and not any(
                self.doc.low[subject[1] - 1] in words[kind] for kind in ("people", "bodies", "authorities", "offices")):
            return False  # rocket launchers, missile posts and depots
        return start == first or self.tags[start] in "dMp0" or self.tags[start - 1] in ",Qcs"

    def _shared(self, left: int, first: int) -> None:
        """Ends the content before at a clause with a cue of its own: "said A, and he added B", "said A, while the army put it at B"."""
        quote = self.out[-1] if self.out else None
        if quote is None or left <= first + 1 or quote.start >= self.doc.starts[left] or quote.end <= self.doc.starts[left]:
            return
        sign = left - 1
        while sign > first and (self.tags[sign] in "yc" or self.doc.low[sign] == "while") and self.tags[sign - 1] in ",c-":
            sign -= 1
        if self.tags[sign] not in ",c-;":
            return
        end = sign
        while end > first and self.tags[end - 1] in ",c-;":
            end -= 1
        self._cut(quote, end)

    def _person_apposed(self, comma: int, end: int) -> bool:
        """Whether a person's name ends at a comma behind which only an apposition stands."""
        if _FINITE.search(self.tags, comma, end):
            return False
        actors = self.speakers.actors
        before = self.speakers.mentions(max(0, comma - 8), comma)
        return any(m.last == comma and actors.list[actors.at[m.first]].kind == "person" for m in before)

    def _inverted(self, at: int, first: int, last: int) -> bool:
        """ "...", said Olha Marn, head of the council."""
        name = self.phrases.after(at + 1, last)
        tags = self.tags
        if name and tags[at] == "K" and document(self.doc, tags, *name) < 0:
            return False
        ends = ",.;:Q-r(scy" if tags[at - 1] == "Q" else ",.;:Q-r("  # "...," said captain Ivo Tarn after the match
        if tags[at - 1] == "," and cues()[self.doc.low[at]][0] in words["background"]:
            return False  # the police, in a report of nine pages, blamed rebels
        if name is None or at - first < 3 or (tags[name[1]:min(name[1] + 1, last)] or ".") not in ends:
            return False
        if tags[at - 1] == "," and tags[name[1]:name[1] + 1] == "Q" and name[1] < last:
            return False  # "Olha Marn, head of the council, said Norland 'respects the choice'"
        if cues()[self.doc.low[at]][0] in words["object"] and self.doc.low[name[0]] in words["a"] and tags[at - 1] == ",":
            return False  # "the army, which regretted it, announced an inquiry"
        comma = tags.rfind(",", first, at - 1)
        if tags[at - 1] == "," and comma > 0 and tags[comma + 1] == "r" and not _FINITE.search(tags, first, comma):
            return False  # "Olha Marn, who saw it, promised 12 boats"
        if tags[at - 1] == "," and comma > 0 and not words["of a body"].isdisjoint(self.doc.low[comma + 1:comma + 3]) and (
                _VERBS.isdisjoint(tags[first:comma])):
            return False  # "the Karo Front, also known as the KLF, disputed the figures"
        if self.doc.low[name[0]] in words["early late"]:
            return False  # "Olha Marn, said early on Thursday"
        if tags[at - 1] == "," and comma > 0 and _calls(self.doc.low[comma + 1:at - 1]):
            return False  # "the Velm Front, also known as the VFL, disputed the figures"
        if tags[at - 1] == "," and comma > 0 and self._person_apposed(comma, at - 1) and not self.speakers.mentions(*name):
            return False  # "Olha Marn, the chief mediator, reported headway"
        if tags[name[0]] == "p" and name[1] - name[0] > 1:
            return False  # Rebels free four, say they hold no others
        said = tags[name[0]:name[1]]
        if not said.strip("0"):
            return False  # "if he is missing, call 0 800 300 529"
        if said.endswith("D") and said[0] != "D" or said[-1] in "yw" and self.doc.low[name[1] - 1] in words["times"] and "M" not in said:
            return False  # "the mayor, Olha Marn, said last night", "said the following Monday"
        if "e" in said and "M" not in said:
            return False  # "Olha Marn, who left, said the raid occurred on Monday"
        title = name[1] >= last - 1 and self.doc.is_title(first, last)  # Toll in Velm rises to 12, says governor
        title = title or self.doc.low[at] == "says" and name[1] == last - 1 and self.doc.low[last - 1] == "."
        if tags[at - 1] == "," and not _FINITE.search(tags, first, at) and tags[first] != "-" and not title:
            return False
        self._add(at, self.speakers.name(*name), self.contents.with_rest(at, first, name[1], last))
        return True
