"""Which constructions a sentence can have, by its words, by what its numbers count and by what its verbs take: most have none, and to
look at these costs less than to match a pattern and to ask of each match whether it may be."""

from __future__ import annotations

from newsfacts.claims.context import Context
from newsfacts.claims.items import item_of
from newsfacts.claims.slots import needs_of
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.needs import CLASSES
from newsfacts.patterns import Construction, Gate, Patterns
from newsfacts.rules import Rules

# items, and nouns, that may count as something else than they tell, so that their verbs are looked at one by one
LOOSE = frozenset("household invader occupier other object projectile launch fighter".split())
VERBS = frozenset("VIGWP")
_TAKES = frozenset((*VERBS, "[", "]"))


def gate_of(rules: Rules, construction: Construction) -> Gate:
    """What a construction cannot do without."""
    slots = construction.slots
    text, sentence, bare = [*construction.forms, *construction.nouns], [*construction.forms], False
    for slot, wanted in construction.asked[2]:
        if slot in slots:
            own, anywhere = needs_of(rules, wanted)
            sentence += own
            text += own + anywhere
            bare = bare or wanted == "bare"
    text.sort(key=len)  # to look for few words is quicker
    letters = CLASSES[slots["event"]] if construction.event is None and "event" in slots else "*"
    return Gate(text, sentence, [(by_noun, told) for slot, by_noun, told in construction.asked[1] if slot in slots], bare,
                (letters, construction.frames) if _TAKES.issuperset(letters) else None)


class Lacking(dict[int, bool]):
    """Whether a text lacks words of a construction."""

    def __init__(self, rules: Rules, patterns: Patterns, keys: set[str]) -> None:
        super().__init__()
        self.rules, self.patterns, self.words = rules, patterns, keys

    def __missing__(self, k: int) -> bool:
        gate = self.patterns.gates.get(k)
        if gate is None:
            gate = self.patterns.gates[k] = gate_of(self.rules, self.patterns.list[k])
        lacking = self[k] = any(map(self.words.isdisjoint, gate.text))
        return lacking


class Scene:
    """Some chunks, a sentence as a rule, in which constructions are looked for."""

    def __init__(self, context: Context, start: int, end: int, numbers: list[tuple[int, Number]]) -> None:
        self.context, self.start, self.end, self.numbers = context, start, end, numbers
        self._words: set[str] | None = None
        self._verbs: list[tuple[str, str, str]] | None = None  # chunk, word and lemma

    def may_have(self, gate: Gate, found: dict[int, ClaimDraft]) -> bool:
        """Whether a construction with this gate may match here, as far as words, numbers and verbs tell."""
        for _, number in self.numbers:
            if number.nfirst not in found:
                break
        else:
            return False  # all have a claim by now
        if gate.sentence:
            if (words := self._words) is None:
                chunks = self.context.chunks
                words = self._words = set(
                    self.context.doc.low[chunks.firsts[self.start]:chunks.lasts[min(self.end, len(chunks.lasts)) - 1]])
            for needed in gate.sentence:
                if needed.isdisjoint(words):
                    return False
        for by_noun, wanted in gate.counted:
            if by_noun:
                if wanted.isdisjoint([number.noun for _, number in self.numbers]):
                    return False
            elif wanted.isdisjoint([item_of(self.context.doc, number, self.context.rules) or "none" for _, number in self.numbers]):
                return False
        if gate.bare and all(number.head >= 0 for _, number in self.numbers):
            return False
        return gate.takes is None or self._may_take(*gate.takes)

    def _may_take(self, letters: str, frames: tuple[str, ...]) -> bool:
        """Whether a verb in one of these chunks takes, in these frames, what a number counts."""
        rules = self.context.rules
        if (verbs := self._verbs) is None:
            low, heads, start = self.context.doc.low, self.context.chunks.heads, self.start
            words = [(c, low[heads[start + k]]) for k, c in enumerate(self.context.chunks.string[start:self.end]) if c in VERBS]
            verbs = self._verbs = [(letter, word, rules.lemmas.get(word, word)) for letter, word in words]
        for letter, word, lemma in verbs:
            if letter in letters:
                if word == "taken":
                    return True
                takes = rules.takes(lemma, frames)
                for i, number in self.numbers:
                    if may_count(self.context, i, number, takes):
                        return True
        return False


def may_count(context: Context, i: int, number: Number, takes: frozenset[str]) -> bool:
    """Whether the number in chunk i may count one of these items, as far as that is plain."""
    item = context.items.get(number.nfirst) or item_of(context.doc, number, context.rules)
    return item is None or item in takes or item in LOOSE or number.noun in LOOSE or context.chunks.string[i + 1:i + 3] == "&N"


def sentences(context: Context, found: dict[int, ClaimDraft]) -> list[tuple[int, int]]:
    """Where the sentences that have a number without a claim begin and end, in chunks."""
    out: list[tuple[int, int]] = []
    string, at, end = context.chunks.string, context.number_at, 0
    for i in sorted([i for i, number in at.items() if number.nfirst not in found]):
        if i >= end:
            end = string.find(".", i) + 1 or len(string) + 1
            out.append((string.rfind(".", 0, i) + 1, end))
    return out
