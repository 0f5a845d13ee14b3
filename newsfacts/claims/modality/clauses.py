"""What governs a finite clause, and what a governor makes of what stands under it."""

from __future__ import annotations

from abc import abstractmethod

from newsfacts.claims.modality.sentence import REACH, VERBS, Sentence
from newsfacts.claims.modality.words import lookup, wordlist


class Clauses(Sentence):
    """Reads what stands over a clause."""

    def _rules_out(self, i: int) -> bool:
        """Whether a verb group tells of what is kept out of question: ruled out, excluded."""
        head = self.low[self.chunks.heads[i]]
        return head in wordlist("excludes") or head in wordlist("rules_out") and "out" in self.words(i)

    @abstractmethod
    def of(self, at: int, depth: int) -> str:
        """The modality of what stands in a chunk."""

    def _of_clause(self, at: int, depth: int) -> str:
        """What governs a finite clause: "denied that", "fears that", "unclear whether"; with or without the conjunction."""
        joined = self.string[self.skip_left(at)] == "&" and self.string[at] not in "GgIi"
        for i in range(at - 1, max(-1, at - REACH), -1):
            kind = self.string[i]
            if kind == "r" and i == at - 1 and i and self.words(at)[0].endswith("s") and (
                    self.low[self.chunks.lasts[i - 1] - 1] in wordlist("instruments")):
                return "planned"  # a bill that provides $60 million
            if kind in ".;:r":
                return "asserted"
            if kind == "c":
                word = self.low[self.chunks.firsts[i]]
                if word in wordlist("whether"):
                    return "possible"
                if word not in wordlist("that") or i == 0:
                    return "asserted"
                after = self.verb_right(at)  # the claim that nine died was denied
                if after is not None and self.string[after] in "wW" and self.low[self.chunks.firsts[i] - 1] not in wordlist("pleas"):
                    if self._clause_word(self.low[self.chunks.heads[after]]) == "denied":
                        return self._by_word(after, "denied", depth)
                    if self._unconfirmed(after):
                        return "possible"  # the claim that nine died could not be verified
                if after is not None and self.low[self.chunks.heads[after]] in wordlist("turns") and not wordlist("untrue").isdisjoint(
                        self.low[self.chunks.lasts[after]:self.chunks.lasts[after] + 4]):
                    return "denied"  # a report that nine had died turned out to be false
                over = self._over_that(i, depth)
                wished = over == "asserted" and (self.words(at)[0] == "be" or self._wished(at, i))  # insisted that nine be freed
                return "demanded" if wished else over
            if kind in "," or (kind == "n" and self.low[self.chunks.firsts[i]] in wordlist("facts")):
                return "asserted"
            if kind in VERBS:
                if joined:  # denied any role and called for: what is over the first verb is over the second
                    if kind in "GgIi":
                        continue
                    return self._of_clause(i, depth - 1) if depth > 1 else "asserted"
                head = self.low[self.chunks.heads[i]]
                if self.string[i - 1] == "r" and head in wordlist("hearsay_verbs") and (left := self.verb_left(i - 1)) is not None and (
                        self._clause_word(self.low[self.chunks.heads[left]]) == "denied"):
                    return self._by_word(left, "denied", depth)  # dismissed posts that claimed a missile had killed nine
                if head in wordlist("bare_complement") and self.string[i] in "vV":
                    return self.own(i) or "asserted"  # "would see both armies withdraw 900 men"
                if i and self.string[i] in "vVp" and self.low[self.chunks.lasts[i - 1] - 2] in wordlist("unverified"):
                    return "possible"  # unconfirmed reports said nine died
                near = self.string[i + 1] in "ANQUzD" or kind == "v" and i + 1 == at  # a storm which officials fear killed nine
                bare = head in wordlist("bare") and near and i > 0 and self.string[i - 1] in "NAUQ&r"
                told = self._clause_word(head) if bare else None  # not "suspected rebels killed nine"
                return self._by_word(i, told, depth) if told else "asserted"
        return "asserted"

    def _wished(self, at: int, that: int) -> bool:
        """ "Insisted that Norland free nine": the base form of a verb behind one who acts."""
        words, subject = self.words(at), self.skip_left(at)
        return self.low[self.chunks.firsts[that] - 1] in wordlist("asking") and len(words) == 1 and (
            self.string[at] == "V" and self.rules.tagger[words[0]] in "YiXC" and self.string[subject] in "AN" and (
                self.low[self.chunks.lasts[subject] - 1][-1:] != "s"))

    def by_terms(self, at: int) -> bool:
        """Whether a verb in the present tells what terms say: "a deal under which both free 90", "under the deal 90 go home"."""
        words = self.words(at)
        present = words[0] in wordlist("present") if self.string[at] == "W" else len(words) == 1 + (self.chunks.particles[at] >= 0) and (
            self.string[at] == "V" and self.rules.tagger[words[0]] in "YZXRisFC")
        if not present:
            return False
        before = self.low[self.first:self.chunks.firsts[at]]
        if before[:1] == ["under"]:
            return before[1:2] != [] and before[1] in wordlist("articles") and not wordlist("settled").isdisjoint(before[2:5]) and (
                not {"r", "c", ";", *VERBS} & set(self.string[self.chunks.at(self.first):at]))
        which = next((k for k in range(len(before) - 1, 1, -1) if before[k] == "which"), 0)
        return which > 1 and before[which - 1] == "under" and not wordlist("settled").isdisjoint(before[max(0, which - 4):which - 1]) and (
            not {"c", ";", ",", *VERBS} & set(self.string[self.chunks.at(self.first + which):at]))

    def _over_that(self, i: int, depth: int) -> str:
        """What stands before "that": a verb, an adjective, or a noun with its verb."""
        words = self.low[max(self.first, self.chunks.firsts[i] - 5):self.chunks.firsts[i]]
        if not words:
            return "asserted"
        if words[-1] in wordlist("terms"):
            return "demanded"  # on condition that nine be freed
        apart = len(words) - words[::-1].index(",") if "," in words[:-1] else 0  # said, with no evidence, that
        if not wordlist("confirmation").isdisjoint(words[apart:]) and not wordlist("none_of").isdisjoint(words):
            return "possible"  # there was no confirmation of reports that
        if words[-1] in wordlist("untrue") and words[-2:-1] in (["is"], ["was"], ["a"]) or words[-3:] == ["not", "the", "case"]:
            return "denied"  # it is false that
        scant = words[-1] != "," and not wordlist("evidence").isdisjoint(words[apart:])
        if scant and not (wordlist("none_of") | wordlist("negations")).isdisjoint(words):
            return "denied"
        near = self.chunks.firsts[i] - 1  # looking into the possibility that
        token = near if self._clause_word(self.low[near]) == "possible" else self.before(i)
        chunk = self.chunks.at(max(token, self.first))
        if not wordlist("unverified").isdisjoint(words[-2:]):
            return "possible"  # there were unconfirmed reports that
        if self.string[chunk] in "NEAz":  # denied reports that, dismissed rumours in the daily that
            left = self.verb_left(chunk)
            if left and self.string[left] in "gGPp" and not wordlist("hearsay").isdisjoint(self.words(left - 1)):
                left = self.verb_left(left)  # denied the reports circulated by the press that
            if left and self.string[left] in "pP" and self.low[self.chunks.firsts[left] - 1] in wordlist("as"):
                left = self.verb_left(left)  # dismissed as fabricated a claim that
            if left and self.string[left - 1] in "vpVP" and len(self.words(left)) == 1:  # dismissed claims by the rebels that
                left -= self._clause_word(self.low[self.chunks.heads[left - 1]]) == "denied"
            told = self._clause_word(self.low[self.chunks.heads[left]]) if left is not None else None
            if left is not None and told == "denied":
                return self._by_word(left, told, depth)
            if left is not None and self._unsure(left) and not wordlist("hearsay").isdisjoint(self.words(chunk)):
                return "possible"  # investigating reports that, would not confirm reports that
        told = self._clause_word(self.low[token])
        if told:
            return self._by_word(chunk, told, depth)
        if self.string[chunk] in "NE":
            return "asserted"
        spreads = self.low[self.chunks.heads[chunk]] in wordlist("spreading")  # fears grew that
        if (spreads or self.string[chunk] == "B") and chunk and self.string[chunk - 1] in "NEQv":  # their fear is that, one theory is that
            told = lookup("supposed").get(self.low[self.chunks.lasts[chunk - 1] - 1])
            if told:
                return told
        if self.string[chunk] == "B":
            return "possible" if self.own(chunk) == "possible" else "asserted"  # it may be that
        if self._rules_out(chunk) or self.low[self.chunks.firsts[i] - 1] == "out" and self._rules_out(chunk - 1):
            return "possible" if "not" in words or "n't" in words else "denied"
        if self.string[chunk] in VERBS:
            over = chunk - 1
            while over > 0 and self.string[over] in 'ANza"':  # rejected as "inventions" media estimates that
                over -= 1
            if self.low[token] in wordlist("hearsay") and any(self._clause_word(word) == "denied" for word in self.low[token - 2:token]):
                return "denied"  # the ministry rejected rebel claims that: one noun, by its tags
            if chunk and self.string[over] in "vpVPgG":
                if self.low[self.chunks.heads[over]] in wordlist("branding") and not wordlist("untrue").isdisjoint(
                        self.low[self.chunks.lasts[over]:self.chunks.firsts[chunk]]):
                    return "denied"  # called false reports that
                if self._clause_word(self.low[self.chunks.heads[over]]) == "denied":
                    return "denied"  # "rejected media claims that": the noun looks like a verb
                if self._unsure(over) and not wordlist("hearsay").isdisjoint(self.words(chunk)):
                    return "possible"  # investigating claims that
            head, own = self.low[self.chunks.heads[chunk]], self.own(chunk)
            if self._unconfirmed(chunk):
                return "possible"
            if own == "denied":
                return "asserted"
            return "possible" if own and head in wordlist("implies") else "asserted"  # which would mean that nine died
        return "asserted"

    def _unsure(self, verb: int) -> bool:
        """Whether a verb group checks something, or does not confirm it."""
        return self.low[self.chunks.heads[verb]] in wordlist("checking") or self._unconfirmed(verb)

    def _unconfirmed(self, verb: int) -> bool:
        """Whether a verb group does not confirm: "has not confirmed", "could not be verified", "declined to confirm", "stopped short of
        confirming", "neither confirmed nor denied"."""
        at = self.chunks.heads[verb]
        word = self.low[at]
        if word in wordlist("confirm"):
            if self.own(verb) == "denied":
                return True
        elif word not in wordlist("avow") and word not in wordlist("disown"):
            return False
        first = self.chunks.firsts[verb]
        before = self.low[max(self.first, first - 2):first]
        if word not in wordlist("avow") and before[-1:] and before[-1] in wordlist("or"):
            return len(before) > 1 and any(before[0] in wordlist(kind) for kind in ("confirm", "disown", "avow"))
        if word in wordlist("disown"):
            return False
        if self.low[first] in wordlist("to"):
            return bool(before) and before[-1] in wordlist("declining")
        return before == ["short", "of"]

    def _clause_word(self, word: str) -> str | None:
        """What a word makes of the clause it governs, if anything."""
        told = lookup("clause").get(word) or lookup("governors").get(word)
        return told if told in ("denied", "demanded", "possible") or lookup("clause").get(word) == told else None

    def _by(self, i: int, tables: tuple[str, ...], depth: int, default: str, word: str | None = None) -> str:
        """What the governor in chunk i makes of its complement."""
        head = word or self.low[self.chunks.heads[i]]
        told = next((t for name in tables if (t := lookup(name).get(head))), None)
        if told == "demanded" and self.string[i] in VERBS:
            subject = self.skip_left(i)
            if subject > 0 and self.string[subject] == "," and (opened := self.string.rfind(",", max(0, subject - REACH), subject)) > 0:
                subject = opened - 1  # the proposal, which the rebels accept, calls for
            if subject >= 0 and self.string[subject] in "NE" and self.low[self.chunks.lasts[subject] - 1] in wordlist("instruments"):
                told = "planned"  # the deal calls for 40 to be freed
        return self._by_word(i, told, depth, default)

    def _by_word(self, i: int, told: str | None, depth: int, default: str = "asserted") -> str:
        """The same, once the word has been looked up: negation and the governors above it come in."""
        if told == "fact":
            return "asserted"
        verb = self.string[i] in VERBS
        if verb and self._unconfirmed(i):
            return "possible"
        own = self.own(i) if verb else None
        if told == "none":
            if own in ("planned", "possible") and self.low[self.chunks.heads[i]] in wordlist("attempts"):
                return own  # will attempt to recruit 900
            return "asserted" if own == "denied" else "none"
        if own == "denied":
            return "asserted" if told == "denied" else "denied"
        if told == "planned" and own in ("possible", "hypothetical"):  # "may agree to free"
            return own
        if told == "demanded" and own == "possible":
            return own  # might be asked to send nine
        if told in (None, "asserted"):
            if own in ("hypothetical", "planned") and self.low[self.chunks.heads[i]] in wordlist("confirm"):
                return "asserted"  # "would confirm only two deaths"
            if own:
                return own
            if told is None and default != "asserted":
                return default
            return self.of(i, depth - 1) if verb else "asserted"
        over = self.of(i, depth - 1) if told in ("planned", "demanded") and verb else None
        if over == "denied" or over == "demanded":
            return over  # denied that it planned to pull out 900; was asked to order the arrest of nine
        return told
