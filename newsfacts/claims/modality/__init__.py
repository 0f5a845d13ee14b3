"""How sure: asserted, planned, possible, demanded, denied, hypothetical, from the words in and over a claim's clause.

A verb group tells by its own words ("will", "may", "not"); an infinitive, an -ing form, an event noun or a that-clause by what
governs it ("agreed to", "deny", "call for", "fears that"). Where the governor adds nothing ("managed to") its own group is asked.
"""

from __future__ import annotations

from itertools import pairwise

from newsfacts.claims.modality.governors import DEPTH, Governors
from newsfacts.claims.modality.sentence import REACH, VERBS
from newsfacts.claims.modality.words import lookup, wordlist
from newsfacts.drafts import ClaimDraft
from newsfacts.tokens import Doc
from newsfacts.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from newsfacts.claims.context import Context

_WINDOW = 80  # tokens on either side of a trigger that are read
_PERFECT = ("have", "has", "had")
_COUNTED_FROM = frozenset(("after", "before", "earlier", "later", "ago"))  # a day after
_ALLOWED = frozenset("authorized authorised approved promised pledged requested envisaged planned".split())
_CONTRAST = 5  # tokens before a number in which it is set against another
_UNREAL = 6  # tokens of a condition up to its "had"
_COMPARED = ("more", "fewer", "less")
_LIST = 6  # tokens of a list before a number that a "no" may open
_VERB_TAGS = frozenset("KJLYZGkjlisgBS")
_BELIEVED = frozenset("believed feared thought presumed".split())
_TRAPPED = frozenset("trapped buried missing stuck pinned".split())
_AIMED = ("aim", "aims", "aimed", "aiming")
_MURDERS = frozenset("killing killings murder murders assassination assassinations massacre slaying".split())
_ORDERED = ("ordered", "ordering")
_TO_COME = frozenset("planned promised pledged envisaged authorised authorized approved expected".split())


def modality_of(context: Context, claim: ClaimDraft) -> str:
    """The modality; `none` where nothing is said to have happened or to come ("failed to intercept 8")."""
    doc, chunks = context.doc, context.chunks
    at = _verb_of(context, claim)
    if told := _told_plainly(context, claim, at):
        return told
    first, last = doc.sents[claim.sentence]
    near = chunks.firsts[at]
    reading = _Reading(context, max(first, near - _WINDOW), min(last, near + _WINDOW))
    reading.harm = claim.event in wordlist("harms") and claim.rule != "follow"
    reading.finite = claim.rule == "intransitive" and claim.last <= near
    if reading.question(at):
        return "hypothetical"
    drill = reading.harm and _drill(doc.low[first:first + 8])
    if _denied_list(doc.low[max(first, claim.first - _LIST):claim.first]) or drill or reading.rate(claim, at) or reading.nearly(at):
        return "none"
    found = _of_its_event(context, claim, reading, at, reading.of(at, DEPTH))
    if claim.value == 0 and (right := reading.verb_right(at)) is not None and doc.low[chunks.heads[right]] in wordlist("confirm"):
        return "none"  # none of the 12 deaths has been confirmed
    if found == "asserted" and claim.rule == "wanted-home":
        found = lookup("object_participle").get(doc.low[chunks.heads[at]], "planned")
    if found == "asserted" and reading.by_none(at):
        found = "denied"
    if found == "asserted" and doc.low[claim.first - 2] in wordlist("hearsay") and doc.low[claim.first - 1] == "of":
        found = reading.hearsay(max(at, chunks.at(claim.last - 1)))
    if claim.value == 0 and claim.event == "attacked" and reading.acts_next(at):
        return "none"  # no raid had killed more than nine
    if found in ("planned", "possible") and doc.low[claim.first - 1] == "not" and doc.low[claim.first - 2] in wordlist("opens"):
        found = "denied"  # will send nine guards, not 40
    if found == "asserted":
        found = reading.event_word(claim, at) or _before_number(doc, claim) or found
        if chunks.string[at] == "W" and doc.low[near] == "be" and found == "asserted" and not (
                wordlist("asking").isdisjoint(doc.low[first:near])):
            return "demanded"  # they demanded that the 14 men held since May be freed
    if found == "planned" and chunks.string[at] in VERBS and reading.event_word(claim, at) == "demanded":
        found = "demanded"  # will ask for 14 tanks
    if claim.value == 0 and found in ("denied", "possible", "hypothetical"):
        return "asserted" if found == "denied" else "none"  # the zero itself denies it; tied together so that none would be lost
    if found == "asserted" and reading.told_to(at):
        return "demanded"
    if found == "asserted" and claim.rule == "relative-object":
        return found  # will strike if they do not pull back the nine ships that they have there
    return reading.condition(at, found)


def _verb_of(context: Context, claim: ClaimDraft) -> int:
    """The chunk whose modality is the claim's: as a rule its event word's."""
    doc, chunks = context.doc, context.chunks
    own = claim.trigger is not None and claim.rule != "figure-again"  # "the toll is 36, it could rise to 40": as the verb before 40 says
    at = chunks.at(claim.trigger[0] if own and claim.trigger else claim.first)
    if claim.rule == "ransom-of":  # denied that a ransom of 9 million had been paid: as its verb says
        paid = chunks.at(claim.first) + 1
        at = paid if chunks.string[paid:paid + 1] in ("W", "w") else at
    if claim.rule == "part":  # a clinic will take 78, of whom 32 have arrived: its own verb
        behind = chunks.at(claim.first) + 1
        while chunks.string[behind:behind + 1] in tuple("zD"):
            behind += 1
        own_verb = chunks.string[behind:behind + 1] in tuple("VvWw") and doc.low[chunks.firsts[behind]] in _PERFECT
        at = behind if own_verb else at  # but: will free 183, of whom 18 are serving life terms
    return at


def _told_plainly(context: Context, claim: ClaimDraft, at: int) -> str | None:
    """The modality of claims that need no reading: their rule or the words beside them tell it."""
    low, chunks = context.doc.low, context.chunks
    if claim.rule == "fears-for":
        return "possible"  # fears grow for 30 miners
    if claim.rule == "compound" and low[chunks.firsts[at]] in wordlist("risking") or (
            claim.rule == "await-an-event" and low[chunks.heads[at - 1]] in wordlist("risking")):
        return "possible"  # six prisoners risk execution, face execution
    if low[claim.last + 1:claim.last + 2] == ["than"] and low[claim.last] in _COMPARED:
        return "none"  # 61 fewer than would have died, 14 more than the day before: a difference
    behind = low[claim.last:claim.last + 3]
    if behind[:1] == ["for"] and claim.item != "money" and behind[1:2] in (["every"], ["each"]) and "".join(behind[2:])[:1].isdigit():
        return "none"  # one soldier for every 20 residents
    if claim.rule == "already-there" or claim.status == "total" and low[claim.first - 1] == "now":
        return "asserted"  # doctors expect the toll, now 41, to rise
    if chunks.string[at] == "T" and at and low[chunks.heads[at - 1]] in ("pushing", "pushed"):
        return "asserted"  # pushing the number of dead to 112
    if claim.event == "missing" and low[claim.last] in _BELIEVED and not _TRAPPED.isdisjoint(low[claim.last + 1:claim.last + 5]):
        return "possible"  # searched for six men feared trapped
    first = context.doc.sents[claim.sentence][0]
    if claim.event == "missing" and not wordlist("searches").isdisjoint(low[max(first, claim.first - 5):claim.first]):
        return "asserted"  # will resume the search for 12 people missing since Monday
    return "asserted" if _plainly(low, claim, chunks.firsts[at]) else None


def _of_its_event(context: Context, claim: ClaimDraft, reading: _Reading, at: int, found: str) -> str:
    """The modality where the event itself makes another of what stands over it."""
    low, chunks, event = context.doc.low, context.chunks, claim.event
    if found == "demanded":
        return "asserted" if reading.harm and reading.sought_for(at) else found  # is wanted for questioning in two shootings
    if found == "denied" and event == "provided" and not wordlist("instruments").isdisjoint(low[claim.last:claim.last + 3]):
        found = "planned"  # the house will not vote on a $60 million aid bill
    if found == "possible" and event == "rescued" and low[chunks.firsts[at]:chunks.lasts[at]][:2] == ["could", "have"]:
        found = "hypothetical"  # could have been saved
    if found in ("none", "planned") and event == "launched":
        first, last = context.doc.sents[claim.sentence]
        if _flew_at(low[first:last], chunks.firsts[at] - first):
            found = "asserted"  # an attempt to attack the port with nine drones was foiled: they were on their way
    if found == "planned" and event == "killed" and low[chunks.heads[at]] in ("bury", "burying"):
        found = "asserted"  # will bury nine villagers on Sunday
    if found == "planned" and event == "killed" and chunks.string[at] == "E" and low[chunks.heads[at]] in _MURDERS and (
            low[chunks.heads[at - 1]] in _ORDERED):
        found = "asserted"  # is accused of having ordered the murder of nine men
    if found == "planned" and event == "rescued" and chunks.string[at] == "I":
        over = reading.verb_left(at)
        if over is not None and chunks.string[over] in "vVpP" and low[chunks.firsts[over]] in wordlist("ways_in"):
            found = "asserted"  # broke a window to help three people out
    if found == "asserted" and event == "returned" and claim.rule == "participle" and low[chunks.heads[at]] in wordlist("sent_away"):
        over = reading.verb_left(at)
        if over is not None and chunks.firsts[over] < claim.first and low[chunks.heads[over]] in wordlist("takes_in"):
            taken = reading.of(over, DEPTH)
            found = taken if taken in ("planned", "demanded", "possible") else found  # is to take in 30 families expelled from the coast
    if found == "planned" and event == "launched" and chunks.string[at] == "E" and low[chunks.heads[at - 1]] in _AIMED:
        found = reading.of(at - 1, DEPTH)  # aimed a salvo of nine rockets at the port
    if found == "asserted" and claim.rule == "whole" and low[chunks.heads[at]] in _TO_COME:
        return "planned"  # has 700 of the 2,000 soldiers planned for it
    return "planned" if found == "asserted" and claim.rule in ("follow", "due-home") else found  # four more are on the way, are due home


def _plainly(low: list[str], claim: ClaimDraft, near: int) -> bool:
    """Whether no verb before bears on the event at token `near`: "can be seen leading away 30 men", "has been able to free nine", "the
    toll may rise, with 40 people missing"."""
    if low[near - 3:near] == ["can", "be", "seen"] or low[near - 2:near] == ["been", "able"]:
        return "not" not in low[max(0, near - 5):near]
    if claim.rule in ("premodifier", "bare-state") and _those_known(low, claim, near):
        return True
    with_them = claim.number is not None and low[claim.number.first - 2:claim.number.first] == [",", "with"]
    return with_them and low[near] != "to" and (near == claim.last or near == claim.last + 1 and low[claim.last] in ("still", "now"))


def _those_known(low: list[str], claim: ClaimDraft, near: int) -> bool:
    """ "Will welcome the 40 freed sailors", but: the 40 promised tanks, rather than the 12 dead first told."""
    at = claim.number.first if claim.number else 0
    if low[at - 1] != "the" or low[at - 2] == "not" or " ".join(low[max(0, at - 3):at - 1]) in wordlist("contrasts"):
        return False
    return lookup("premodifier").keys().isdisjoint([low[near], *low[near:claim.last]])


def _before_number(doc: Doc, claim: ClaimDraft) -> str | None:
    """ "An expected 300,000", "a possible 12", "none of the 12": a word before the number itself."""
    if claim.rule != "whole" and not wordlist("none_are").isdisjoint(doc.low[max(0, claim.first - 3):claim.first + 1]):
        return "denied"
    before = doc.low[max(doc.sents[claim.sentence][0], claim.first - _CONTRAST):claim.first]
    if before[-1:] == ["not"] and before[-2:-1] != ["if"] or not wordlist("contrasts").isdisjoint(map(" ".join, pairwise(before))):
        return "denied"  # eight people died, not 12; rather than the 12 dead first reported
    begin = claim.first - (not doc.low[claim.first - 1].isalnum())  # $31 million
    if begin > 1 and doc.low[begin - 1] in wordlist("for") and doc.low[begin - 2] in wordlist("requests"):
        return "demanded"  # his request for $60 million
    first = doc.sents[claim.sentence][0]
    if claim.rule == "whole" and claim.number is not None and (
            told := next((t for w in doc.low[claim.number.nlast:claim.last] if (t := lookup("premodifier").get(w))), None)):
        return told  # 12 of the 40 promised tanks
    if claim.rule == "whole" and claim.event == "deployed" and doc.low[claim.last:claim.last + 1] and doc.low[claim.last] in _ALLOWED:
        return "planned"  # received 400 of the 2,000 officers authorized by the council
    first = max(first, claim.first - (1 if doc.low[claim.first - 1] == "," else 2))  # of the 100 pledged, 60 have arrived
    return next((told for word in doc.low[first:claim.first] if (told := lookup("before_number").get(word))), None)


def _denied_list(before: list[str]) -> bool:
    """ "No women or children were hurt": the "no" holds for the whole list."""
    return bool(before) and before[-1] in wordlist("or") and not wordlist("none_of").isdisjoint(before)


def _flew_at(words: list[str], at: int) -> bool:
    """Whether a blow with weapons, whose word is at `at`, was tried and stopped."""
    blow = not wordlist("blows").isdisjoint(words[at:at + 3])
    stopped = not wordlist("averted").isdisjoint(words) and wordlist("plots").isdisjoint(words)
    return blow and stopped and not wordlist("tried").isdisjoint(words)


def _drill(words: list[str]) -> bool:
    """ "In the drill, 15 were carried off": what opens with a drill or a film tells nothing that happened; but: in a series of raids, in a
    training exercise, nine were hurt."""
    opening = words[:words.index(",")] if "," in words else words[:0]
    if not opening or opening[0] not in wordlist("in") or ("series", "of") in pairwise(opening):
        return False
    return not wordlist("drills").isdisjoint(opening) and wordlist("manoeuvres").isdisjoint(opening)


class _Reading(Governors):
    """A sentence, read for the modality of its claims."""

    def question(self, at: int) -> bool:
        """ "Were 40 soldiers captured?" """
        if "?" not in self.low[self.last - 1:self.last] and "?" not in self.low[self.last - 2:self.last - 1]:
            return False
        questions, clause = wordlist("questions"), self.first
        for token in range(self.first, self.chunks.firsts[at]):
            if self.low[token] in (",", ":", ";", "-", "–", "—", '"', "“"):
                clause = token + 1
        openers = wordlist("openers")
        starts = (t for t in range(clause, min(clause + 3, self.last)) if t == clause or self.low[t - 1] in openers)
        knows = wordlist("knows")  # "did you know that 40 died"
        return any(self.low[t] in questions and knows.isdisjoint(self.low[t:t + 4]) for t in starts)

    def told_to(self, at: int) -> bool:
        """ "Let the nine sailors go," he said: a command that opens what is quoted."""
        first = self.chunks.firsts[at]
        opens = first > 0 and self.low[first - 1] in ('"', "“", "‘") and self.string[at] == "V" and len(self.words(at)) == 1
        return opens and (self.low[first] == "let" or self.rules.tagger[self.low[first]] in "Yi") and self.low[self.last - 1] != "?"

    def sought_for(self, at: int) -> bool:
        """Whether the verb before tells of somebody wanted for an event: "is wanted for questioning in two shootings", "sought in a"."""
        left = self.verb_left(at)
        left = self.verb_left(left) if left is not None and self.string[left] in "gG" else left
        return left is not None and self.string[left] in "wWpP" and self.low[self.chunks.heads[left]] in wordlist("blamed") and (
            self.low[self.chunks.lasts[left]] in wordlist("sought_in"))

    def by_none(self, at: int) -> bool:
        """ "No fire had killed more than two", "Never before had a raid killed nine": what none did; but: no more than 40 took part."""
        if self.string[at] != "V":
            return False
        subject = self.skip_left(at)
        opens = self.low[self.first] == "never" and "," not in self.low[self.first:self.chunks.firsts[at]]
        if opens or self.string[subject] not in "NEQUA":
            return opens
        first = self.chunks.firsts[subject]
        return self.low[first] in wordlist("nobody") and self.low[first + 1:first + 2] not in (["more"], ["fewer"], ["less"])

    def hearsay(self, at: int) -> str:
        """ "Reports of 14 dead were denied", "could not be verified": what became of them."""
        right = self.verb_right(at)
        if right is None or self.string[right] not in "wW":
            return "asserted"
        head = self.low[self.chunks.heads[right]]
        if lookup("governors").get(head) == "denied":
            return "denied"
        return "possible" if head in wordlist("confirm") and self.own(right) == "denied" else "asserted"

    def acts_next(self, at: int) -> bool:
        """Whether the next verb is an active one of an event."""
        behind = self.string[at + 1:at + REACH].lstrip("zD")
        return behind[:1] == "V"

    def nearly(self, at: int) -> bool:
        """ "The blast nearly killed two men", "two ships almost sank", "came close to killing nine": what did not happen."""
        if self.string[at] == "G":
            first = self.chunks.firsts[at]
            return self.low[first - 2:first] == ["close", "to"] and self.low[first - 3] in wordlist("came")
        return self.string[at] in "VWPI" and self.low[self.chunks.heads[at] - 1] in wordlist("nearly")

    def rate(self, claim: ClaimDraft, at: int) -> bool:
        """ "Mines kill 20 people a year", "every year 40 are killed", "anyone who kills two people": a general truth in the present."""
        words = self.words(at)
        if self.string[at] == "W":
            if words[0] not in wordlist("present"):
                return False
        elif claim.rule == "counted-event-noun":  # fires claim 300 lives a year
            verb = self.words(at - 1) if self.string[at - 1:at] in ("V", "v") else []
            if len(verb) != 1 or self.rules.tagger[verb[0]] not in "YZXRis":
                return False
        elif self.string[at] != "V" or (len(words) != 1 or self.rules.tagger[words[0]] not in "YZXR") and (
                words[0] not in wordlist("present") or not words[-1].endswith("ing")):
            return False
        first = self.chunks.firsts[at]
        if self.low[max(self.first, first - 1)] in wordlist("who"):
            return self.low[max(self.first, first - 2)] in wordlist("anyone")
        after = self.low[claim.last:claim.last + 4]
        if not _COUNTED_FROM.isdisjoint(self.low[claim.last:claim.last + 6]):
            return False  # a day after talks failed
        within = wordlist("in")  # killed 12 in a week
        if any((" ".join(after[k:k + 2]) in wordlist("rates") or w in wordlist("rates")) and (k == 0 or after[k - 1] not in within)
               for k, w in enumerate(after[:3])):
            return True
        sentence = self.low[self.first:claim.last]
        return not wordlist("each").isdisjoint(sentence) and any(" ".join(pair) in wordlist("rates") for pair in pairwise(sentence))

    def condition(self, at: int, found: str) -> str:
        """ "If 30 more were sent", "hundreds would die if": what depends on a condition."""
        conditions = wordlist("conditions")
        words = self.low[self.first:self.last]
        if found in ("planned", "possible") and words[:1] == ["should"] or found == "planned" and words[:1] == ["were"]:
            return "hypothetical"  # should the talks fail, were nine of them to be freed
        if found == "asserted" and self.harm and self.string[at] == "W" and self.words(at)[0] in wordlist("present"):
            whens, event = wordlist("whens"), self.chunks.firsts[at]  # "when a soldier is killed, the town mourns": in general
            if any(self.low[t] in whens and self._same_clause(t, event) for t in range(self.first, event)):
                return "hypothetical"
        if found in ("planned", "possible") and any(a == "should" and b in wordlist("determined") for a, b in pairwise(words)):
            return "hypothetical"  # would send nine should the town fall
        inverted, determined = wordlist("inverted"), wordlist("determined")
        if found == "possible" and self.harm and any(
                word == "had" and (words[k + 1] in inverted or words[k - 1] == "," and words[k + 1] in determined)
                for k, word in enumerate(words[:-1])):
            return "hypothetical"  # could have killed nine had it gone off
        provided = "provided" in words and any(self._provided(t) for t in range(self.first, min(self.chunks.firsts[at], self.last - 1)))
        if provided and found in ("asserted", "planned"):
            return "hypothetical"  # will help provided the rebels free nine
        if conditions.isdisjoint(words):
            cases = wordlist("cases")  # "in case of war 80,000 would be evacuated"
            unreal = found == "planned" and any(" ".join(pair) in cases for pair in pairwise(words))
            group = self._governing(at) if unreal else None
            return "hypothetical" if group is not None and not wordlist("would").isdisjoint(self.words(group)) else found
        tokens = [t for t in range(self.first, self.last) if self.low[t] in conditions]
        asides = wordlist("asides")  # "dozens, if not hundreds"
        trigger = self.chunks.firsts[at]
        tokens = [t for t in tokens if asides.isdisjoint(self.low[t + 1:t + 2]) and self.low[t - 1] not in wordlist("as_if")
                  # it would free nine, but that if troops came, all would die
                  and not (t > trigger and self.low[t - 1] in wordlist("opens"))]
        for token in tokens if self.low[trigger - 1] not in wordlist("gerund_apart") else ():
            # facts within a condition: "if the men freed on Monday", "if rebels, who killed 12"
            apart = self.string[at] == "P" and not self.finite or "r" in self.string[self.chunks.at(token):at]
            if token < trigger and not apart and self._same_clause(token, trigger):
                if token > self.first and self.low[token - 1] in wordlist("wonder"):
                    return "possible"
                return "hypothetical"
        if found == "planned" and self.harm and any(self.low[t - 1] not in wordlist("wonder") for t in tokens):
            return "hypothetical"  # unless aid comes, nine will die
        group = self._governing(at) if tokens else None
        if found == "planned" and group is not None and self.low[self.chunks.firsts[group] - 1] in wordlist("perfect"):
            return "hypothetical"  # if it fails, we will have to move nine
        if found in ("planned", "possible") and group is not None and not wordlist("conditionals").isdisjoint(self.words(group)):
            tokens = [t for t in tokens if t < trigger or not self._condition_of_another(group, self.chunks.at(t))]
            words = self.words(group)  # might be freed, could be freed if talks succeed: may well be; but: could have been saved
            real = not self.harm and not any(word.endswith("ed") for t in tokens for word in self.low[t + 2:t + 3])
            # all might have been saved if a ship had come
            real = real and not ("have" in words and any(self.low[t + 1:t + _UNREAL].count("had") for t in tokens))
            open_ = real and found == "possible" and (not wordlist("may").isdisjoint(words) or "could" in words and "have" not in words)
            return "hypothetical" if tokens and not open_ else found
        return found

    def _provided(self, token: int) -> bool:
        """Whether "provided" opens a clause, with a subject and a verb or "that"."""
        if self.low[token] != "provided":
            return False
        behind = self.chunks.at(token) + 1
        subject = self.string[behind:behind + REACH].lstrip("NA")
        return self.low[token + 1] == "that" or subject[:1] in ("V", "v", "w", "W") and self.string[behind] in "NA"

    def _condition_of_another(self, group: int, until: int) -> bool:
        """Whether a verb group that a condition may belong to stands between: "40 might be ill and he would stay if it rained"."""
        return any(self.string[i] in VERBS and not wordlist("conditionals").isdisjoint(self.words(i)) for i in range(group + 1, until))

    def _same_clause(self, token: int, trigger: int) -> bool:
        """Whether a conjunction opens the clause in which the trigger stands: no comma that follows a verb lies between."""
        verb = False
        for t in range(token + 1, trigger):
            word = self.low[t]
            if word == "'s" or self.rules.tagger[word] in _VERB_TAGS:
                verb = True
            elif word in (";", ":") or (word == "," and verb):
                return False
        return True

    def _governing(self, at: int) -> int | None:
        """The verb group of a trigger: itself, or the nearest to its left, or to its right."""
        if self.string[at] in VERBS:
            return at
        left = self.verb_left(at)
        return left if left is not None else self.verb_right(at)

    def event_word(self, claim: ClaimDraft, at: int) -> str | None:
        """Aid that is pledged, approved, announced is planned by the very word; aid requested is demanded."""
        if claim.event in ("evacuated", "deployed") and not wordlist("orders").isdisjoint(self.words(at)):
            return "planned"
        if claim.event == "evacuated" and not wordlist("urges").isdisjoint(self.words(at)):
            return "demanded"
        if claim.rule in ("organisers-expect", "police-expect-marchers"):
            return "planned"
        if claim.event not in ("provided", "deployed"):
            return None
        if claim.event == "deployed":
            return lookup("troops").get(self.low[self.chunks.heads[at]]) if self.string[at] in VERBS else None
        table, aid = lookup("event_word"), wordlist("aid")
        if self.low[self.chunks.heads[at] + 1] == "aside":
            return "planned"  # has set aside $9 million
        for word in self.words(at):
            if word in table or word in aid:
                return table.get(word, "planned")
        if self.string[at] in "EQM" and not wordlist("packages").isdisjoint(self.words(at)):
            left = self.verb_left(at)
            return None if left is not None and self.low[self.chunks.heads[left]] in wordlist("given") else "planned"
        left = self.verb_left(at) if self.string[at] in "EQMN" else None
        if left is not None and self.low[self.chunks.heads[left]] in aid:
            return "planned"
        return None
