"""Which constructions a sentence can have, by its words and by what its numbers count: most have none, and to look at these costs less
than to match a pattern and to ask of each match whether it may be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newsfacts.claims.context import Context
from newsfacts.claims.items import item_of, nouns_of
from newsfacts.claims.slots import needs_of
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.patterns import Gate, Patterns
from newsfacts.rules import Rules

# items, and nouns, that may count as something else than they tell, so that their verbs are looked at one by one
LOOSE = frozenset("household invader occupier other object projectile launch fighter".split())
VERBS = frozenset("VIGWP")


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
    patterns.ask(k, sentence)
    gate = patterns.gates[k] = Gate(
        text, sentence, [(by_noun, told) for slot, by_noun, told in construction.asked[1] if slot in slots], bare)
    return gate


class Scene:
    """Some chunks, a sentence as a rule, in which constructions are looked for."""

    def __init__(self, context: Context, start: int, end: int, numbers: list[tuple[int, Number]]) -> None:
        self.context, self.start, self.end, self.numbers = context, start, end, numbers
        self._items: list[str] | None = None

    def may_count(self, gate: Gate) -> bool:
        """Whether one of the numbers may count what each slot asks for."""
        for by_noun, wanted in gate.counted:
            if by_noun:
                if not any(not wanted.isdisjoint(nouns_of(self.context.doc, number)) for _, number in self.numbers):
                    return False
            else:
                if (items := self._items) is None:  # that of a number without a noun may still be found
                    doc, rules = self.context.doc, self.context.rules
                    items = self._items = [item_of(doc, number, rules) or "" for _, number in self.numbers]
                if "" not in items and wanted.isdisjoint(items):
                    return False
        return not gate.bare or any(number.head < 0 for _, number in self.numbers)

    def is_open(self, found: dict[int, ClaimDraft]) -> bool:
        """Whether a number has no claim yet."""
        return any(number.nfirst not in found for _, number in self.numbers)


Spot = tuple[int, int, Scene]  # a construction, where its sentence begins, that sentence


def spots(context: Context, found: dict[int, ClaimDraft], names: frozenset[str] | None) -> list[Spot]:
    """Where constructions (of these names) may match, as far as chunks, words and numbers tell, in the order of the constructions: in
    sentences that have a number without a claim."""
    doc, rules, chunks = context.doc, context.rules, context.chunks
    string, firsts, lasts, keys = chunks.string, chunks.firsts, chunks.lasts, context.doc.keys
    patterns = rules.patterns
    known, masks, out = patterns.gates.get, patterns.masks, list[Spot]()
    for start, end, numbers in _open_sentences(string, context.number_at, found):
        words = doc.low[firsts[start]:lasts[min(end, len(lasts)) - 1]]
        constructions = patterns.fitting(string[start:end - 1], words, names)
        if not constructions:
            continue
        scene = Scene(context, start, end, numbers)
        for k in constructions:
            gate = known(k)
            if gate is None:
                gate = gate_of(rules, patterns, k)
                if masks[k] & ~patterns.told(words):
                    continue
            if scene.may_count(gate) and not any(map(keys.isdisjoint, gate.text)):
                out.append((k, start, scene))
    for k in patterns.across(string, names):
        gate = known(k) or gate_of(rules, patterns, k)
        if not any(map(keys.isdisjoint, (*gate.text, *gate.sentence))):
            out.append((k, 0, Scene(context, 0, len(string), [*context.number_at.items()])))
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
