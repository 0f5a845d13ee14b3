"""Which sentences may tell, by their words alone, what befell people without a number: in most of those with a word like "take" or "found"
nobody need be looked for, and they need not be chunked.

What is asked here is what `implied` cannot do without (see `_counts` and `_may_count` there): an event word that always counts, or one
that does with another word beside it ("take hostage", "fly to hospital").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsfacts.claims.beside import HOSPITALS
from newsfacts.claims.implied import always, hints
from newsfacts.claims.people import telling, words_of
from newsfacts.lexicon import load_json
from newsfacts.numbers.words import singular
from newsfacts.rules import Frame, Rules
from newsfacts.tokens import Doc

_KEPT = 20_000  # words
_BEHIND = 12  # tokens behind a sentence that steps look at from a word in it
_BODY, _OTHER = "(body)", "(other)"  # stand for any word for the dead, and for any other verb that may count people
_BODIES = frozenset("body bodies corpse corpses coffins remains".split())  # containers of the dead: "the bodies of"
_TO_HOSPITAL = (*HOSPITALS, "condition", "ambulance", "ambulances", "stretchers")  # one of these makes people hurt who are moved
_RAZE = "destroy"  # what is told of invaders by it is that they are dead
_ENDS = frozenset((".", "!", "?", '"', "”", "\n"))
Beside = tuple[frozenset[str], ...]  # sets of words; with all of one beside it a word may count people


@cache
def _phrases() -> dict[str, list[frozenset[str]]]:
    """First word → the other words of each phrase that always counts."""
    out: dict[str, list[frozenset[str]]] = {}
    for phrase in (*always(), *load_json("events")["by_own_hand"]):
        first, *rest = phrase.split()
        if rest:
            out.setdefault(first, []).append(frozenset(rest))
    return out


class _Harm(dict[str, Beside | None]):
    """Whether each word met so far may count people under some rules: None by itself, else what must stand beside it."""

    def __init__(self, rules: Rules) -> None:
        super().__init__()
        self.rules = rules

    def __missing__(self, word: str) -> Beside | None:
        if len(self) > _KEPT:
            self.clear()
        rules, lemma = self.rules, self.rules.lemmas.get(word)
        known: Beside | None = ()
        if lemma is not None or word in hints() or word in rules.nouns or word in rules.counts or word in rules.states or (
                word in _phrases() or word == _RAZE or singular(word) in always()):
            lemma = lemma or word
            known = None if self._alone(word, lemma) else tuple(set(self._beside(word, lemma)))
        self[word] = known
        return known

    def _uses(self, word: str, lemma: str) -> list[Frame]:
        """The uses of a word by itself."""
        rules = self.rules
        return [frame for table, key in ((rules.verbs, lemma), (rules.nouns, word), (rules.counts, word), (rules.states, word))
                for frame in table.get(key, ())]

    def _alone(self, word: str, lemma: str) -> bool:
        """Whether a word may count people by itself."""
        events = load_json("events")
        if not always().isdisjoint((word, lemma, singular(word))) or lemma in events["means"] or lemma == _RAZE:
            return True  # killed; shot; has destroyed one of the invaders
        moves = lemma in words_of("to_hospital")
        return any(frame.event == events["outcome"] and frame.items != ("body",) or moves and frame.event == "wounded"
                   for frame in self._uses(word, lemma))  # lost: with the verb that it is joined to, "took and lost"

    def _beside(self, word: str, lemma: str) -> Iterator[frozenset[str]]:
        """The sets of words with one of which a word may count people."""
        outcome = load_json("events")["outcome"]
        for first in {word, lemma}:
            yield from _phrases().get(first, ())  # take hostage; in custody
        if lemma in words_of("finds"):
            yield frozenset((_BODY,))
        moves = lemma in words_of("to_hospital")
        if moves:
            yield from (frozenset((other,)) for other in _TO_HOSPITAL)
        if any(frame.event == outcome for frame in self._uses(word, lemma)):  # of bodies: were taken away and found
            yield from (frozenset((_BODY,)), frozenset((_OTHER,)))
        for tail in self.rules.tails.get(lemma, ()):
            frames = [f for f in self.rules.verbs[f"{lemma} {tail}"] if f.event == outcome or moves and f.event == "wounded"]
            words = tail.split()
            if not frames:
                continue
            more = [_BODY] if all(frame.items == ("body",) for frame in frames) else []  # took in so many: bodies
            if len(words) == 2 and words[1] == "hospital":  # to the district clinic
                yield from (frozenset((words[0], other, *more)) for other in HOSPITALS)
            else:
                yield frozenset((*words, *more))


class _Bodies(dict[str, bool]):
    """Whether each word met so far is a noun for the dead under some rules."""

    def __init__(self, rules: Rules) -> None:
        super().__init__()
        self.nouns = rules.items

    def __missing__(self, word: str) -> bool:
        if len(self) > _KEPT:
            self.clear()
        known = self[word] = word in _BODIES or "body" in (self.nouns.get(word), self.nouns.get(singular(word)))
        return known


_known: list[tuple[_Harm, _Bodies]] = []  # of the rules that were used last


def may_harm(doc: Doc, rules: Rules, sentence: int) -> bool:
    """Whether a sentence without a number may tell what befell somebody."""
    first, last = doc.sents[sentence]
    if first and doc.low[first - 1] not in _ENDS or doc.low[last - 1] not in _ENDS:
        return True  # a line without a stop: it may be one with the next to steps that look at tokens
    of_rules = _known[-1] if _known else None
    if of_rules is None or of_rules[0].rules is not rules:
        of_rules = _Harm(rules), _Bodies(rules)
        _known[:] = [of_rules]
    harm, bodies = of_rules
    words = doc.low[first:last]
    if any(harm[word] is None for word, letter in zip(words, telling(doc)[first:last], strict=True) if letter == "T"):
        return True  # most often
    told = {*map(harm.__getitem__, words)}
    if None in told:
        return True
    beside = {with_it for known in told if known for with_it in known}
    if not beside:
        return False
    near = {*words, *doc.low[last:last + _BEHIND]}
    if any(map(near.issuperset, beside)):
        return True
    asked = frozenset().union(*beside)
    if _BODY in asked and any(map(bodies.__getitem__, near)):
        near.add(_BODY)
    if _OTHER in asked and _another(rules, words, near):
        near.add(_OTHER)
    return any(map(near.issuperset, beside))


def _another(rules: Rules, words: list[str], near: set[str]) -> bool:
    """Whether a second word may tell of people what they are joined to: two verbs that count people with others, or one with its phrase."""
    lemmas = [rules.lemmas.get(word, word) for word in words]
    return sum(lemma in hints() for lemma in lemmas) > 1 or any(
        near.issuperset(tail.split()) for lemma in lemmas for tail in rules.tails.get(lemma, ()))
