"""What governs a verb, a state or a clause, and what it makes of it."""

from __future__ import annotations

from newsfacts.claims.modality.nouns import Nouns
from newsfacts.claims.modality.sentence import REACH, VERBS
from newsfacts.claims.modality.words import lookup, modals, wordlist

DEPTH = 4  # governors over governors
_USED = 6  # tokens: using bomber and fighter aircraft to
_CARRIED = ("possible", "planned", "hypothetical", "demanded")


class Governors(Nouns):
    """Reads a chunk by its own words and by what stands over it."""

    def of(self, at: int, depth: int) -> str:
        """The modality of what stands in a chunk."""
        kind = self.string[at]
        if depth == 0:
            return "asserted"
        if kind in VERBS:
            return self._of_verb(at, depth)
        if kind == "S":
            return self._of_state(at, depth)
        if kind == "T":
            right = self.verb_right(at, last=True)
            if right is not None and self.string[right + 1:right + 2] == "t":
                return self._by(right, ("governors",), depth, "asserted")
            if right is None and at and self.string[at - 1] in "ac":
                return "asserted"  # UN to launch appeal as toll tops 1,100
            if right is None and self.low[self.chunks.lasts[at]:self.chunks.lasts[at] + 2] == ["likely", "to"]:
                return "possible"  # toll likely to pass 500
            return self.of(right, depth - 1) if right is not None else self.of_noun(at, depth)
        return self.of_noun(at, depth)

    def _of_verb(self, at: int, depth: int) -> str:
        own = self.own(at)
        over = self._of_clause(at, depth - 1) if own == "planned" or own == "possible" else None
        if over == "denied" or over == "possible" and own == "planned" and (
                wordlist("hopes").isdisjoint(self.low[self.first:self.chunks.firsts[at]])):
            return over  # denied that it would free nine; a risk that nine will be displaced, but hopes that nine will be freed
        if own:
            return own
        if (number := self.skip_left(at)) > 0 and self.string[number] == "Q" and (left := self.skip_left(number)) >= 0 and (
                self.string[left] in "iI" and self.low[self.chunks.heads[left]] == "see"):
            return self.of(left, depth - 1)  # a deal that is to see 40 hostages go home
        kind, words = self.string[at], self.words(at)
        if words[0] in wordlist("to"):
            return self._of_infinitive(at, depth)
        if (kind in "Gg" and len(words) == 1 + (self.chunks.particles[at] >= 0)) or words[0] in wordlist("ing_auxiliaries"):
            return self._of_gerund(at, depth)
        if kind in "Pp":
            governor = self.adjacent_verb(at)
            if governor is not None:
                return self._stative(governor, depth)
            wanted = self._wanted(at)
            if wanted:
                return wanted
        joined = self._joined(at)
        if joined is not None:
            return self.of(joined, depth - 1)
        return "planned" if self.by_terms(at) else self._of_clause(at, depth)

    def _wanted(self, at: int) -> str | None:
        """ "Wants 12 prisoners freed": a participle after the object of a verb of wishing."""
        number = self.skip_left(at)
        left = self.skip_left(number) if number > 0 and self.string[number] == "Q" else -1
        if left >= 0 and self.string[left] == "B":
            return self.own(left)  # there may have been nine killed
        if left >= 0 and self.string[left] in VERBS and self.low[self.chunks.heads[left]] == "see":
            return self.own(left)  # the deal would see 40 hostages freed
        told = lookup("object_participle").get(self.low[self.chunks.heads[left]]) if left >= 0 and self.string[left] in VERBS else None
        if told and self.string[at + 1:at + 2] == "z" and self.string[at + 1:at + REACH].lstrip("zD")[:1] in ("I", "i", "W"):
            return "asserted"  # expects the 60 people hurt in the raid to recover
        return told

    def _of_infinitive(self, at: int, depth: int) -> str:
        """ "agreed to free 90", "a plan to free 90", "urged the north to free 90"; else a purpose."""
        default = "planned" if wordlist("perfect").isdisjoint(self.words(at)) else "asserted"
        table, near = lookup("governors"), self.chunks.firsts[at] - 1
        governs = self.low[near] in table or self.low[near] in wordlist("no_hurry")
        token = near if governs and at and self.string[at - 1] == "z" else self.before(at)  # working on a plan to free 90
        if token < self.first:
            return default
        word = self.low[token]
        if self._took_time(at):
            return "asserted"
        if self.low[self.chunks.firsts[at] - 1] in wordlist("due_copula"):
            return default if default == "planned" else "hypothetical"  # was to return 31; was to have returned 31
        head = self.chunks.heads[at]
        if self.harm and self.low[head] == "find" and word in wordlist("arrivals"):
            return "asserted"  # officers arrived to find two men dead
        if word in wordlist("ready") and (self.low[head] in wordlist("capacity") or self.low[head:head + 2] == ["take", "in"]):
            return "possible"
        before = self.low[max(self.first, token - 2):token]
        if word in wordlist("able") and not wordlist("past_copula").isdisjoint(before):  # "was able to" did
            return "asserted" if wordlist("adverbs").isdisjoint(before) else "denied"
        if word in ("allowed", "permitted") and not wordlist("past_copula").isdisjoint(before):  # were allowed to return
            return "denied" if "not" in before else "asserted"
        if word in wordlist("have") and self.low[self.chunks.firsts[at] - 1] == word:
            # not: has until May to. "had to be moved" happened, "have to be moved" is wanted
            own = self.own(self.chunks.at(token))
            if own == "planned" and self._of_clause(self.chunks.at(token), depth - 1) == "possible":
                return "possible"  # fear that nine will have to be torn down
            return "asserted" if word in wordlist("had") or own == "denied" else own or "demanded"  # "may have to be moved"
        if word in wordlist("whether"):
            return "possible"  # whether to send nine
        if word == "yet" and not wordlist("have").isdisjoint(before):
            return "denied"  # have yet to be freed
        pair = " ".join([*before[-1:], word])
        if pair in wordlist("pairs"):
            return "planned"
        if pair in wordlist("went_on"):
            return "asserted"
        i = self.chunks.at(token)
        if self.string[i] == "&" and (left := self.verb_left(i)) is not None and self.words(left)[0] in wordlist("to"):
            return self.of(left, depth - 1)  # called on them to open the road and to free 90
        if word in wordlist("wishes") and self.string[i] in VERBS:  # "wants to recruit 400" is an aim, "wants them to free 90" a demand
            return self._by_word(i, "planned", depth)
        if word in wordlist("no_hurry") and "no" in self.words(i):
            return "denied"  # is in no hurry to free 90
        if word in table:
            if self.string[i] == "z" and word == "about" and (own := self.own(i)) in ("denied", "possible"):
                return str(own)
            if word in wordlist("ready_to") and (be := self.skip_left(i)) >= 0 and self.string[be] == "B" and (
                    (own := self.own(be)) in ("denied", "possible")):
                return str(own)  # is not ready to free 90, may be about to
            if self.string[i] in "NE" and self._undone(at, i):
                return "none"
            after = self.verb_right(at) if self.string[i] in "NE" and word in wordlist("hearsay") else None
            if after is not None and self.string[after] in "wW" and table.get(self.low[self.chunks.heads[after]]) == "denied":
                return "denied"  # a claim to have returned nine was denied
            over = self.verb_left(i) if self.string[i] in "NE" else None
            if over is not None and table.get(self.low[self.chunks.heads[over]]) == "denied":
                return self._by_word(over, "denied", depth)  # denied plans to send nine
            return self.unless_none(i, self._by(i, ("governors",), depth, default, word))
        if self.string[i] == "B":
            return self.own(i) or "planned"  # "are to be freed"
        if self.string[i] in "NA" and not wordlist("amount").isdisjoint(self.words(i)):
            return "possible"  # enough fuel to launch nine
        if self.string[i] in "ANQU":  # "urged the north to free", "forced 200 people to flee"
            noun = self.low[self.chunks.lasts[i] - 1]
            if self.string[i] in "NE" and noun in table:
                return self._by(i, ("governors",), depth, default, noun)
            if "using" in self.low[max(self.first, self.chunks.lasts[i] - _USED):self.chunks.lasts[i]]:
                over = self.verb_left(at)  # using bombers to conduct four airstrikes
                return over is not None and self.own(over) or "asserted"
            if self.string[i - 1:i] == "t" and table.get(self.noun_over(i)) == "demanded":
                return "demanded"  # repeated its appeal to the north to free 90
            left = self.verb_left(i + 1)
            if left is not None and table.get(self.low[self.chunks.heads[left]]):
                if self.low[self.chunks.heads[left]] in wordlist("permits") and self.string[left] in "vV":
                    return self.own(left) or "planned"
                return self._by(left, ("governors",), depth, default)
        over = self.verb_left(at)
        own = self.own(over) if over is not None else None
        return own if own in ("possible", "hypothetical") else default  # "could send ships to evacuate 90"

    def _took_time(self, at: int) -> bool:
        """ "Needed two hours to free six", "it took the crews a day to reach nine": they did."""
        left = at - 1
        while left >= 0 and self.string[left] in "zD" and self.string[left] != "D":
            left -= 1
        if left < 1 or self.string[left] != "D":
            return False
        left -= 1
        if self.string[left] in "NAUQ":
            left = self.skip_left(left)
        return left >= 0 and self.string[left] in VERBS and self.low[self.chunks.heads[left]] in wordlist("took_time")

    def _undone(self, at: int, noun: int) -> bool:
        """ "The plan to free 90 failed", "foiled a plot to kill 12"."""
        table = lookup("governors")
        return any(i is not None and self.string[i] in VERBS and table.get(self.low[self.chunks.heads[i]]) == "none"
                   for i in (self.verb_right(at), self.verb_left(noun)))

    def _of_gerund(self, at: int, depth: int) -> str:
        token = self.before(at)
        if token < self.first:
            return "asserted"
        word = self.low[token]
        if word in lookup("gerund"):
            return self._by(self.chunks.at(token), ("gerund",), depth, "asserted", word)
        i = self.chunks.at(token)
        if self.string[i] in VERBS and self.string[i] != "B":
            if self._rules_out(i):
                return "possible" if self.own(i) == "denied" else "denied"
            return self._by(i, ("gerund", "governors"), depth, "asserted")
        if word in wordlist("gerund_prepositions"):  # capable of, accused of, plans for
            token -= self.low[token - 1] in ('"', "”")
            before = self.low[token - 1] if token > self.first else ""
            if before in wordlist("chances") and self._hopeless(self.chunks.at(token - 1)):
                return "none"  # gave up hope of finding nine
            if lookup("gerund").get(before) in ("possible", "planned"):  # spoke of freeing 90, paved the way for freeing 90
                return self._by(self.chunks.at(token - 1), ("gerund",), depth, "asserted", before)
            if before in lookup("governors"):
                noun = self.chunks.at(token - 1)
                return self.unless_none(noun, self._by(noun, ("governors",), depth, "asserted", before))
        if self.string[i] in "NE" and word in wordlist("instruments"):
            return self._by(i, ("governors",), depth, "asserted", word)  # a decree calling up 600
        if told := self._tied(i, depth):
            return told
        left = self.verb_left(at)
        if left is not None and self.string[left] == "G" and self.string[i] == "&":
            return self.of(left, depth - 1)  # a plan for training 90 and sending 40
        if left is not None and self.string[i] == "Q" and self.string[left] == "v" and self.skip_left(i) == left and (
                lookup("governors").get(self.low[self.chunks.heads[left]]) == "planned"):
            return self._by(left, ("governors",), depth, "asserted")  # envisages 90 captives being freed
        carried = self.of(left, depth - 1) if left is not None and self.string[left] != "G" else None
        return carried if carried in _CARRIED else "asserted"

    def _tied(self, i: int, depth: int) -> str | None:
        """What the noun that a preposition ties chunk i to makes of its -ing form: "the risk of nine people being killed"."""
        over = self.noun_over(i)
        if over in wordlist("recordings"):
            return "asserted"  # will release footage of a guard shooting two men
        told = lookup("gerund").get(over) or lookup("governors").get(over) if self.string[i] == "Q" else None
        return self.unless_none(i - 2, self._by_word(i - 2, told, depth)) if told else None

    def _hopeless(self, noun: int) -> bool:
        """Whether a hope or chance is none: "no hope of", "little chance of", "have given up hope of"."""
        left = self.verb_left(noun)
        head = self.chunks.heads[left] if left is not None else 0
        lost = left is not None and self.low[head] in wordlist("gives_up") and self.low[head:self.chunks.lasts[left]] != ["given"]
        return lost or not wordlist("scant").isdisjoint(self.words(noun))

    def _of_state(self, at: int, depth: int) -> str:
        """ "may be missing", "are feared dead", "could leave 12 dead"."""
        governor = self.adjacent_verb(at)
        if governor is None:
            governor = self.verb_left(at)
            if governor is not None and any(self.low[self.chunks.firsts[i]] in wordlist("as_if") for i in range(governor + 1, at)):
                return "asserted"  # Norland to send aid as flood dead pass 5,000
        return "asserted" if governor is None else self._stative(governor, depth)

    def _stative(self, governor: int, depth: int) -> str:
        """What a verb makes of the state it tells: feared and believed dead may be alive, reported dead are dead."""
        told = lookup("governors").get(self.low[self.chunks.heads[governor]])
        return self._by_word(governor, told if told in ("possible", "denied") else "asserted", depth)

    def _joined(self, at: int) -> int | None:
        """The verb group that shares its auxiliary with this one: "will free 90 and return 30", "may have been killed or wounded"."""
        i = self.skip_left(at)
        if i < 1 or self.string[i] != "&" or len(self.words(at)) > 1 + (self.chunks.particles[at] >= 0):
            return None
        left = self.verb_left(i)
        if left is None:
            return None
        tag = self.rules.tagger[self.words(at)[0]]
        while tag in "YiXC" and self.string[left] in "Gg":  # will stop shelling the town and free 90
            over = self.verb_left(left)
            if over is None:
                break
            left = over
        words = self.words(left)
        be = self.string[left] in "wW"
        if tag in "YiXC":
            return left if words[0] in wordlist("to") or not modals().isdisjoint(words) else None
        if be == (self.string[at] in "Pp") and (be or not wordlist("perfect").isdisjoint(words)):
            return left
        return None
