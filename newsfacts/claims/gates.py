"""Which constructions a sentence can have, by its words, by what its numbers count and by what its verbs take: most have none, and to
look at these costs less than to match a pattern and to ask of each match whether it may be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newsfacts.claims.context import Context
from newsfacts.claims.items import item_of
from newsfacts.claims.slots import needs_of
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.needs import CLASSES
from newsfacts.patterns import Gate, Patterns
from newsfacts.rules import Rules

# items, and nouns, that may count as something else than they tell, so that their verbs are looked at one by one
LOOSE = frozenset("household invader occupier other object projectile launch fighter".split())
VERBS = frozenset("VIGWP")
_TAKES = frozenset((*VERBS, "[", "]"))


def gate_of(rules: Rules, patterns: Patterns, k: int) -> Gate:
    """What a construction cannot do without, which is kept."""
    construction = patterns.list[k]
    slots = construction.slots
    text, sentence, bare = [*construction.nouns], [*construction.forms], False
    for slot, wanted in construction.asked[2]:
        if slot in slots:
            own, anywhere = needs_of(rules, wanted)
            sentence += own
            text += anywhere
            bare = bare or wanted in ("bare", "bare first")
    letters = CLASSES[slots["event"]] if construction.event is None and "event" in slots else "*"
    patterns.words.update(*sentence)
    gate = patterns.gates[k] = Gate(
        text, sentence, [(by_noun, told) for slot, by_noun, told in construction.asked[1] if slot in slots], bare,
        (letters, construction.frames) if _TAKES.issuperset(letters) else None)
    return gate


class Scene:
    """Some chunks, a sentence as a rule, in which constructions are looked for."""

    def __init__(self, context: Context, start: int, end: int, numbers: list[tuple[int, Number]]) -> None:
        self.context, self.start, self.end, self.numbers = context, start, end, numbers
        self._items: list[str] | None = None
        self._verbs: list[tuple[str, str]] | None = None  # chunk and word

    def may_count(self, gate: Gate) -> bool:
        """Whether one of the numbers may count what each slot asks for."""
        for by_noun, wanted in gate.counted:
            if by_noun:
                if wanted.isdisjoint([number.noun for _, number in self.numbers]):
                    return False
            else:
                if (items := self._items) is None:  # that of a number without a noun may still be found
                    doc, rules = self.context.doc, self.context.rules
                    items = self._items = [item_of(doc, number, rules) or "" for _, number in self.numbers]
                if "" not in items and wanted.isdisjoint(items):
                    return False
        return not gate.bare or any(number.head < 0 for _, number in self.numbers)

    def may_have(self, takes: tuple[str, tuple[str, ...]] | None, found: dict[int, ClaimDraft]) -> bool:
        """Whether a number has no claim yet, and a verb takes what one counts."""
        for _, number in self.numbers:
            if number.nfirst not in found:
                return takes is None or self._may_take(*takes)
        return False

    def _may_take(self, letters: str, frames: tuple[str, ...]) -> bool:
        """Whether a verb in one of these chunks takes, in these frames, what a number counts."""
        if (verbs := self._verbs) is None:
            low, chunks = self.context.doc.low, self.context.chunks
            letters_here = enumerate(chunks.string[self.start:self.end], self.start)
            verbs = self._verbs = [(letter, low[chunks.heads[k]]) for k, letter in letters_here if letter in VERBS]
        rules, items = self.context.rules, list[str]()
        for letter, word in verbs:
            if letter not in letters:
                continue
            if word == "taken":
                return True
            if not items:
                for i, number in self.numbers:
                    item = plain_item(self.context, i, number)
                    if item is None:
                        return True
                    items.append(item)
            if not rules.takes(rules.lemmas.get(word, word), frames).isdisjoint(items):
                return True
        return False


# a construction, where its sentence begins, that sentence, what its verb is to take
Spot = tuple[int, int, Scene, tuple[str, tuple[str, ...]] | None]


def spots(context: Context, patterns: Patterns, found: dict[int, ClaimDraft]) -> list[Spot]:
    """Where constructions may match, as far as chunks, words and numbers tell, in the order of the constructions: in sentences that have a
    number without a claim."""
    doc, rules, chunks = context.doc, context.rules, context.chunks
    string, firsts, lasts, keys = chunks.string, chunks.firsts, chunks.lasts, context.doc.keys
    known, out = patterns.gates.get, list[Spot]()
    for start, end, numbers in _open_sentences(string, context.number_at, found):
        constructions = patterns.fitting(string[start:end - 1])
        if not constructions:
            continue
        words = doc.low[firsts[start]:lasts[min(end, len(lasts)) - 1]]
        told = patterns.words.intersection(words)
        scene = Scene(context, start, end, numbers)
        for k in constructions:
            gate = known(k)
            if gate is None:
                gate = gate_of(rules, patterns, k)
                told = patterns.words.intersection(words)
            for needed in gate.sentence:
                if needed.isdisjoint(told):
                    break
            else:
                if scene.may_count(gate) and not any(map(keys.isdisjoint, gate.text)):
                    out.append((k, start, scene, gate.takes))
    for k in patterns.across(string):
        gate = known(k) or gate_of(rules, patterns, k)
        if not any(map(keys.isdisjoint, (*gate.text, *gate.sentence))):
            out.append((k, 0, Scene(context, 0, len(string), [*context.number_at.items()]), gate.takes))
    out.sort(key=_order)
    return out


def _order(spot: Spot) -> tuple[int, int]:
    return spot[:2]


def plain_item(context: Context, i: int, number: Number) -> str | None:
    """The item of the number in chunk i that its verb must take; None where it may count something else than it tells."""
    item = context.items.get(number.nfirst) or item_of(context.doc, number, context.rules)
    return None if item in LOOSE or number.noun in LOOSE or context.chunks.string[i + 1:i + 3] == "&N" else item


def _open_sentences(string: str, at: dict[int, Number],
                    found: dict[int, ClaimDraft]) -> Iterator[tuple[int, int, list[tuple[int, Number]]]]:
    """The sentences that have a number without a claim: where they begin and end, in chunks, and their numbers."""
    chunks, k = sorted(at), 0
    while k < len(chunks):
        i = chunks[k]
        end, begins = string.find(".", i) + 1 or len(string) + 1, k
        k = bisect_left(chunks, end, k)
        numbers = [(i, at[i]) for i in chunks[begins:k]]
        for _, number in numbers:
            if number.nfirst not in found:
                yield string.rfind(".", 0, i) + 1, end, numbers
                break
