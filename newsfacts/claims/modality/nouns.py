"""What governs an event noun: "called for the release of", "the planned exchange", "the release is expected"."""

from __future__ import annotations

from newsfacts.claims.modality.clauses import Clauses
from newsfacts.claims.modality.sentence import REACH
from newsfacts.claims.modality.words import lookup, modals, wordlist
from newsfacts.late import late

_ANOTHER = late(r",&[zD]{0,3}[NAU]|;")  # another clause
_ATTRIBUTE = late(r"p[zDnNA]*[vwWB]")
_WHEN = ("on", "for", "in", "this", "next", "within")


class Nouns(Clauses):
    """Reads an event noun by its own words, by those before it, and by the verbs on both sides."""

    def of_noun(self, at: int, depth: int) -> str:
        """The modality of the event that a noun tells."""
        if self.parted(at, self.skip_left(at)):
            return self.own(at) or "asserted"  # would, if talks go well, release nine
        return (self._in_its_name(at, depth) or self._after_a_word(at) or self._after_a_noun(at) or self._under_a_verb(at, depth)
                or self._before_a_verb(at))

    def _in_its_name(self, at: int, depth: int) -> str | None:
        """ "The planned exchange", "rivals agree swap of": what the words of its own group tell."""
        words = self.words(at)
        for word in words:
            if word in lookup("premodifier"):
                return lookup("premodifier")[word]
            if word in wordlist("never_nouns") or word in wordlist("headline_verbs") and words[words.index(word) - 1].endswith("s"):
                # a verb taken for a part of the noun: "rivals agree swap of", "families demand release of"
                return self._by(at, ("noun", "governors"), depth, "asserted", word)
        if len(words) == 1 and self.string[at - 1:at] == "E" and self.chunks.lasts[at - 1] == self.chunks.firsts[at]:
            words = [*self.words(at - 1), *words]
        if len(words) > 1 and words[-2].endswith("s") and (told := self._taken_for_a_noun(at, words)):
            return told  # Norland demands release of 90
        return None

    def _after_a_word(self, at: int) -> str | None:
        """ "Demands: the release of", "due for release": what the words right before it tell."""
        before = self.chunks.firsts[at] - 1
        colon = self.string.rfind(":", max(0, at - REACH), at)
        if colon > 0 and not self.harm and self.low[self.chunks.lasts[colon - 1] - 1] in wordlist("needs"):
            return "demanded"  # its list of demands: the release of nine
        if not self.harm and self._due(self.chunks.lasts[at]):
            return "planned"  # the swap, due on Friday, involves nine
        if not self.harm and self.low[before] in wordlist("on") and self.low[before - 1] in wordlist("talks"):
            return "planned"  # is in talks on the release of nine
        if self.low[before] in wordlist("facts"):
            return "asserted"
        if self.harm and self.low[before - 1] in wordlist("pleas_in_court"):
            return "asserted"  # pleaded guilty to the murder of nine
        if self.low[before] in wordlist("for") and self.low[before - 1] in wordlist("slated"):
            return "planned"  # the nine hostages due for release
        return None

    def _after_a_noun(self, at: int) -> str | None:
        """ "Fears of 12 deaths", "a rally for the release of": what a noun makes of it that a preposition ties to it."""
        i = self.skip_left(at)
        if i > 0 and self.string[i] in "on" and self.low[self.chunks.lasts[i - 1] - 1] in wordlist("facts_of") and not (
                self.string[i - 1] == "v" and self.own(i - 1)):  # may result in the release of nine
            return "asserted"
        if self.harm and self.noun_over(at) in wordlist("shares_in"):
            return "asserted"  # denied any involvement in the killing of nine
        if i > 0 and self.low[self.chunks.firsts[i] - 2:self.chunks.firsts[i]] == ["green", "light"]:
            return "planned"  # the green light to the purchase of nine
        if i > 0 and self.string[i - 1:i + 1] == "Gt" and not wordlist("rewards").isdisjoint(self.low[self.first:self.chunks.firsts[i]]):
            return "none"  # a reward for tips leading to the arrest of three
        if i > 0 and self.string[i] in "nfot" and self.string[i - 1] == "N":
            noun = self.low[self.chunks.lasts[i - 1] - 1]
            told = lookup("noun").get(noun) or lookup("governors").get(noun)
            if told and told != "asserted":
                above = self.verb_left(i - 1) if told == "planned" else None
                if above is not None and self.own(above) == "possible":
                    return "possible"  # could pave the way to the release of nine
                return self.unless_none(i - 1, told)
        if i > 0 and self.string[i] in "nf" and self.low[self.chunks.lasts[i - 1] - 1] in wordlist("rallies") and (
                self.low[self.chunks.firsts[at] - 1] in wordlist("for")):
            return "demanded"  # a rally for the release of 40
        return None

    def _under_a_verb(self, at: int, depth: int) -> str | None:
        """ "Called for the release of": what the verb before it makes of it."""
        left = self.verb_left(at)
        if left is None:
            return None
        if told := self._under_its_subject(at, left) or self._under_its_words(at, left, depth):
            return told
        head = self.low[self.chunks.heads[left]]
        told = lookup("noun").get(head) or lookup("governors").get(head)
        over = self.low[self.chunks.firsts[left] - 1]
        if self.harm and self.string[left] == "G" and head in wordlist("orders") and over in wordlist("of_deeds"):
            return "asserted"  # accused of ordering the killing of nine
        if self.harm and head in wordlist("speaking"):
            return "asserted"  # "to face the death of", "will discuss the attacks"
        supplied = head in wordlist("supplies") and self.low[self.chunks.firsts[at] - 1] not in wordlist("for")
        if told == "planned" and (head in wordlist("achieved") or supplied):
            return self.own(left) or "asserted"  # "negotiated the release of", "provided aid of", but: provides for the release of
        found = self._by_word(left, told, depth)
        right = self.verb_right(at) if found == "asserted" and told in (None, "asserted") else None
        if right is None or not {"&", ","}.isdisjoint(self.string[at:right]):
            return found
        return None

    def _under_its_subject(self, at: int, left: int) -> str | None:
        """ "The deal includes the release of": what the verb in chunk `left` and its subject make of it."""
        subject = self.skip_left(left)
        if subject >= 0 and self.low[self.chunks.lasts[subject] - 1] in wordlist("demands") and (
                self.string[left] == "B" or self.low[self.chunks.heads[left]] in wordlist("includes")):
            return "demanded"  # their demands include the release of 40
        if self.string[left] == "B" and not self.own(left) and not self.harm and self.noun_over(subject) in wordlist("needs"):
            return "demanded"  # his condition for talks is the release of 40
        phrase = self.low[self.chunks.heads[left]]
        if phrase in wordlist("part_deals") and subject >= 0 and self.low[self.chunks.lasts[subject] - 1] in wordlist("settled"):
            return "planned"  # the deal includes the release of nine
        if phrase in wordlist("resulted") and self.words(left) == [phrase]:
            return "asserted"  # talks resulted in the release of nine
        i = self.skip_left(at)
        if i > 0 and self.string[i] in "nf" and subject >= 0 and self.string[subject] == "N" and self.string[left] in "Bvp":
            told = lookup("governors").get(self.low[self.chunks.lasts[subject] - 1])  # talks are under way on the return of
            if told in ("planned", "demanded"):
                return told if self.own(left) != "possible" else "possible"  # talks may result in the release of nine
        return None

    def _under_its_words(self, at: int, left: int, depth: int) -> str | None:
        """ "Ruled out the deployment of": what some verbs with their prepositions make of it."""
        head = self.low[self.chunks.heads[left]]
        if head in wordlist("deals_with") and self.low[self.chunks.firsts[at] - 1] == "with":
            return "asserted"  # dealt with 14 injuries
        if self.harm and self.string[left] in "wWpP" and self.low[self.chunks.firsts[at] - 1] in wordlist("for") and (
                head in wordlist("blamed")):
            return "asserted"  # are wanted for the killing of nine
        if self._rules_out(left):
            return "possible" if self.own(left) == "denied" else "denied"  # ruled out the deployment of nine
        if head in wordlist("signs") and "off" in self.words(left):
            return "planned"  # signed off on the dispatch of nine
        if head.startswith("call") and "off" in self.words(left):
            return "planned"  # called off the release of nine
        if head.startswith("call") and "for" not in self.low[self.chunks.lasts[left]:self.chunks.firsts[at]]:
            return self.own(left) or "asserted"  # what they called an answer to the killing of nine
        called_for = self.low[self.chunks.firsts[at] - 1] in wordlist("for") and self.string[left] not in "wW"
        if called_for and lookup("governors").get(head) == "demanded":
            return self._by(left, ("governors",), depth, "asserted")
        return None

    def _before_a_verb(self, at: int) -> str:
        """ "The release of 30 would begin", "the release is expected": what the verb behind makes of it."""
        right = self.verb_right(at)  # he said the release of 30 would begin
        while right is not None and (self.string[right] in "GP" or _ATTRIBUTE.match(self.string, right)):
            right = self.verb_right(right)  # a swap involving 60 men is due, a swap of 60 men agreed in Velm is due
        if right is None or _ANOTHER.search(self.string, at, right):
            return "asserted"  # nine deaths, and the road was closed
        after = self.chunks.lasts[right]
        if self.string[right] == "B" and not wordlist("demands").isdisjoint(self.low[after:after + 4]):
            return "demanded"  # the release of 40 is one of their demands
        if self.low[after - 1] == "yet" and self.words(right)[0] in wordlist("have"):
            return "planned"  # the swap of nine has yet to begin
        if self.harm and self.low[self.chunks.heads[right]] in wordlist("averted") and self.own(right) in ("possible", "hypothetical"):
            return "asserted"  # the deaths of nine could have been prevented
        before = self.low[self.chunks.firsts[right] - 1]
        if self.string[right] in "Ii" and (before == "due" or before in wordlist("due_copula")):
            return "planned"  # the release of nine is to begin, is due to begin
        due = self.string[right] == "B" and self.low[after:after + 1] == ["due"] and (  # due to begin; but: due to pressure
            self.low[after + 1:after + 2] != ["to"] or self.string[right + 2:right + 3] in ("i", "I"))
        if due or self.string[right:right + 2] in ("BI", "Bi"):
            return "planned"  # the swap is to involve 40, to include 40
        if self._unconfirmed(right):
            return "possible"  # the deaths of nine men have not been confirmed
        if told := self._of_predicate(right):
            return told
        own, head = self.own(right), self.low[self.chunks.heads[right]]
        told = (lookup("noun").get(head) or lookup("governors").get(head)) if self.string[right] in "wWB" else None
        if told == "fact" and self.harm:
            return "asserted"  # the two deaths will be investigated
        aimed = [head, *self.low[after:after + 1]] == ["aimed", "at"]  # a swarm of 40 drones was aimed at the port
        if told in ("planned", "possible", "demanded", "denied") and not own and not aimed:
            return told
        if own == "denied" and head in wordlist("confirm"):
            return "possible"  # the deaths of nine could not be confirmed
        comes = head in wordlist("happen") or self.string[right] in "BwW" or head in modals()  # could (exceed $31 million)
        return own if own and comes else "asserted"

    def _of_predicate(self, right: int) -> str | None:
        """What the predicate makes of an event noun: the release of nine is imminent, is on hold, is a condition; asserted where it tells
        nothing of whether it will be: "is not the end", "is expected to help"."""
        after, own = self.chunks.lasts[right], self.own(right)
        if self._rules_out(right):
            return "possible" if own == "denied" else "denied"
        if self.string[right] == "B" and self.low[after:after + 4] == ["out", "of", "the", "question"]:
            return "possible" if own == "denied" else "denied"
        if own == "hypothetical":
            return "asserted" if "not" in self.words(right) else None  # would not have been possible without
        if self.string[right] == "B" and own != "denied":
            place = self.low[after:after + 3]
            at = 0 if place[:1] not in (["on"], ["in"], ["under"], ["a"], ["still"]) else 2 if place[1:2] == ["the"] else 1
            told = lookup("open_ended").get(place[at] if at < len(place) else "")
            return told if not self.harm else None
        if own == "denied" and (self.string[right] == "B" or self.low[self.chunks.heads[right]] in wordlist("effects")):
            return "asserted" if lookup("open_ended").keys().isdisjoint(self.low[after:after + 3]) else None
        then = right + 1
        if self.string[right] == "w" and self.string[then:then + 1] in ("I", "i") and not own and (
                self.low[self.chunks.heads[then]] not in wordlist("happen") and "be" not in self.words(then)):
            return "asserted"
        return None

    def _taken_for_a_noun(self, at: int, words: list[str]) -> str | None:
        """ "Norland weighs release of 90", "rules out release of 90": what a verb makes of the event, taken for the noun before it."""
        verb = words[-2]
        if verb in ("talks", "means") or not (len(words) > 2 or self.chunks.firsts[at] > self.first and self.string[at - 1] in "ANac"):
            return None
        return lookup("noun").get(verb) or lookup("governors").get(verb)

    def _due(self, comma: int) -> bool:
        """Whether an aside that a comma opens tells when it is due, and a verb in the present follows: "the swap, due in May, involves"."""
        aside = self.low[comma:comma + REACH]
        if aside[:1] != [","] or aside[1] not in ("due", "planned", "scheduled") or aside[2] not in _WHEN or "," not in aside[3:]:
            return False
        return self.rules.tagger[self.low[comma + aside.index(",", 3) + 1]] in "YZXRis"

    def unless_none(self, i: int, told: str) -> str:
        """What a noun makes of its complement: "no plans to send" is a denial."""
        negated = self.string[i] in "NE" and not wordlist("none_of").isdisjoint(self.words(i))
        return "denied" if negated and told != "none" else told

    def noun_over(self, i: int) -> str:
        """The noun that a preposition ties chunk i to: "the risk of nine people", "footage of a guard"."""
        return self.low[self.chunks.lasts[i - 2] - 1] if i > 1 and self.string[i - 1] in "onft" and self.string[i - 2] in "NE" else ""
