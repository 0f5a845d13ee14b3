"""Slot patterns over chunks: "agent:ACTOR event:ACTIVE qty:QTY" → a compiled regex over the chunk string.

A pattern is words parted by blanks. `slot:CLASS` captures a chunk, `CLASS` matches one, `[ ... ]` is optional, `( a | b )` a choice.
Between two words up to four adjuncts (dates, places, adverbs) may stand. `qty:QTY` takes a whole list ("33 drones, two missiles
and a bomb"). There is no repetition, so no pattern can run away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, reduce
from operator import add, or_

from newsfacts.inflect import plural, verb_forms
from newsfacts.late import compiled, kept_table
from newsfacts.needs import CLASSES, Need, needed
from newsfacts.records import record
from newsfacts.typed import Any

SLOTS = {"qty", "event", "agent", "target", "whole", "part", "was", "place", "date", "light"}
_SKIP = '[zD"]{0,12}'  # a phrase of six adjuncts: a preposition and its noun are two chunks
_KNOWN = 5_000  # chunk strings of sentences kept
_SUBJECT = r"(?![zDq]{0,4}Q(?:[zD]{0,3},?&Q)?[zDhNE]{0,6}[PWBVvS])"  # behind a semicolon: two men and a boy were lost
LIST = rf"Q(?:[zD]{{0,4}}(?:(?<=Qzz)N)?(?:&(?:N|(?<=z&)A)[zD]{{0,2}})?(?:[,;]z{{0,6}}N){{0,2}}(?:,&?|&|;&?{_SUBJECT})[zDq]{{0,6}}Q){{0,16}}"
MEASURES = r"M(?:[zD]{0,4}(?:nE|[of]N[zD]{0,2})?(?:[,;]&|[,;&])[zD]{0,2}[MQ]){0,6}"  # 340 kilograms of heroin and 60 of hashish
_WORD = compiled(r"(?:(?P<slot>[a-z]+):)?(?P<cls>[A-Z]+)|(?P<open>[\[(])|(?P<close>[\])])|(?P<or>\|)")
KEYS = {"name", "why", "match", "frame", "event", "effect", "only", "yes", "no"}


class Construction:
    """One way of English to say that something happened to so many."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        frames = table.get("frame", ())
        self.name: str = table["name"]
        self.match: str = table["match"]
        self.why: str = table.get("why", "")
        self.event: str | None = table.get("event")
        self.effect: str | None = table.get("effect")
        self.frames: tuple[str, ...] = (frames,) if isinstance(frames, str) else tuple(frames)
        # slot → the lemmas that may stand there; event: "phrase" asks for a verb of several words
        self.only: Mapping[str, Any] = table.get("only", {})
        self.parts = "part:" in self.match

    @cached_property
    def needs(self) -> dict[Need, None]:
        """The pairs of neighbours that it asks of a chunk string; of the built-in ones, the index knows all but those that reach far."""
        return needed(self.match)

    @cached_property
    def asked(self) -> tuple[list[tuple[str, frozenset[str], bool]], list[tuple[str, bool, frozenset[str]]], list[tuple[str, object]]]:
        """What `only` asks for by slot: words, and whether some are two words; nouns (True) or items that its number counts; others."""
        words: list[tuple[str, frozenset[str], bool]] = []
        counted: list[tuple[str, bool, frozenset[str]]] = []
        others: list[tuple[str, object]] = []
        for slot, wanted in self.only.items():
            if isinstance(wanted, list | tuple):
                words.append((slot, frozenset(wanted), any(" " in word for word in wanted)))
            elif isinstance(wanted, str) and wanted.startswith(("noun:", "item:")):
                counted.append((slot, wanted[0] == "n", frozenset(wanted[5:].split("|"))))
            else:
                others.append((slot, wanted))
        return words, counted, others

    @cached_property
    def slots(self) -> dict[str, str]:
        """The slots that must be there, with their classes."""
        return {slot: cls for slot, found, cls in [word.partition(":") for word in _outside(self.match)] if found}

    @cached_property
    def forms(self) -> list[frozenset[str]]:
        """For each slot that must be there and has lemmas of its own: their forms, one of which the sentence must hold."""
        return [forms_of(lemmas) for slot, lemmas in self.only.items() if slot in self.slots and isinstance(lemmas, list | tuple)]

    @cached_property
    def nouns(self) -> list[frozenset[str]]:
        """For each slot that must be there and has counted nouns of its own: their forms, one of which the text must hold."""
        return [_noun_forms(*sorted(nouns)) for slot, by_noun, nouns in self.asked[1]
                if by_noun and "time" not in nouns and slot in self.slots]  # not: twice

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Compiled when first needed."""
        return compiled(compile_pattern(self.match))


@record
class Gate:
    """What a construction cannot do without (see `claims.gates`)."""

    text: list[frozenset[str]]  # sets of words, one of each in the text
    sentence: list[frozenset[str]]  # and in the sentence
    counted: list[tuple[bool, frozenset[str]]]  # nouns (True) or items, one of which a number there counts
    bare: bool  # a number without a noun


Row = list[tuple[int, int]]  # constructions: the place of each in the list, and the bits of all its needs
Index = tuple[Row, Row, list[tuple[Need, int, Row]]]  # see `indexed`


class Patterns:
    """Some constructions, and where in a chunk string each may match: most have nothing to look for in most sentences."""

    def __init__(self, constructions: list[Construction], index: Index | None = None) -> None:
        self.list = constructions
        across, self._always, needs = self._index = index or indexed([(c.match, c.needs) for c in constructions])
        self._across = [(k, [[left + right for left in before or ("",) for right in after] for before, after in constructions[k].needs])
                        for k, _ in across]  # the pairs of which the plain string must hold one, for each need
        self._gives = _Gives(needs)
        self._known: dict[str, tuple[int, list[Row]]] = {}
        self._named: dict[frozenset[str], Row] = {}
        self.gates: dict[int, Gate] = {}  # those that were asked for
        self.masks = [0] * len(constructions)  # of each construction, the bits of the sets of words that its gate asks a sentence for
        self._bits: dict[str, int] = {}  # word → the bits of the sets that it is in
        self._sets: dict[frozenset[str], int] = {}

    def named(self, names: frozenset[str]) -> Row:
        """The constructions of these names."""
        known = self._named.get(names)
        if known is None:
            _, always, needs = self._index
            known = self._named[names] = [told for row in (always, *[row for *_, row in needs]) for told in row
                                          if self.list[told[0]].name in names]
        return known

    def ask(self, k: int, sets: list[frozenset[str]]) -> None:
        """A construction asks a sentence for a word of each of these sets."""
        for words in sets:
            bit = self._sets.get(words)
            if bit is None:
                bit = 1 << len(self._sets)
                for word in words:
                    self._bits[word] = self._bits.get(word, 0) | bit
                self._sets[words] = bit  # last: whoever finds it there finds its words
            self.masks[k] |= bit

    def told(self, words: list[str]) -> int:
        """The bits of the sets that have one of these words."""
        bits, told = self._bits, 0
        for word in bits.keys() & words:
            told |= bits[word]
        return told

    def fitting(self, sentence: str, words: list[str], names: frozenset[str] | None = None) -> list[int]:
        """The constructions (of these names) that may match in a sentence, without its full stop, as far as its chunks and words tell."""
        met, rows = self._known.get(sentence) or self._met(sentence)
        if names is not None:
            maybe = self.named(names)
        else:
            maybe = [*self._always]
            for row in rows:
                maybe += row
        found = [k for k, mask in maybe if mask & met == mask]
        if not found:
            return []
        masks, told = self.masks, self.told(words)
        return list({k for k in found if masks[k] & told == masks[k]})

    def across(self, string: str, names: frozenset[str] | None = None) -> list[int]:
        """Those (of these names) that reach into a second sentence and may match in a text."""
        wanted = [(k, needs) for k, needs in self._across if names is None or self.list[k].name in names]
        plain = string.replace("z", "").replace("D", "").replace('"', "") if wanted else ""
        return [k for k, needs in wanted if all(any(map(plain.__contains__, pairs)) for pairs in needs)]

    def _met(self, sentence: str) -> tuple[int, list[Row]]:
        """The bits of the needs that the chunks of a new sentence meet, and the constructions to look at."""
        gives, letters = self._gives, _neighbours(sentence + ".")
        met = reduce(or_, map(gives.__getitem__, letters), 0)
        found = met, [row for rows in filter(None, map(gives.rows.get, letters)) for row in rows]
        if len(self._known) > _KNOWN:
            self._known.clear()
        self._known[sentence] = found
        return found


def indexed(rows: list[tuple[str, dict[Need, None]]]) -> Index:
    """Of constructions, by match and needs: those that reach into a second sentence, those to look at in every sentence, and each need
    with its bit and those to look at where it is met; a construction is its place in the list and the bits of all its needs."""
    needs: dict[Need, int] = {}
    across: Row = []
    within: dict[Need | None, Row] = {}  # the others by the need that the fewest texts meet
    for k, (match, own) in enumerate(rows):
        row = k, sum([needs.setdefault(need, 1 << len(needs)) for need in own])
        far = any(map(str.isalpha, match.partition(" END")[2].split()))
        (across if far else within.setdefault(_rarest(own), [])).append(row)
    always = within.pop(None, [])
    return across, always, [(need, bit, within.get(need, [])) for need, bit in needs.items()]


def _rarest(needs: Iterable[Need]) -> Need | None:
    """The need that the fewest pairs of neighbours meet."""
    rarest, fewest = None, 1_000
    for need in needs:
        pairs = len(need[0]) * len(need[1])
        if 0 < pairs < fewest:
            rarest, fewest = need, pairs
    return rarest


def _neighbours(string: str) -> set[str]:
    """The letters of a string, and the pairs of neighbours in it once what may be skipped is gone."""
    plain = string.replace("z", "").replace("D", "").replace('"', "")
    return {*plain, *map(add, plain, plain[1:])}


class _Gives(dict[str, int]):
    """Letter or pair of letters → the bits of the needs that it meets; `rows`: the constructions that are looked at where it is met."""

    def __init__(self, needs: list[tuple[Need, int, Row]]) -> None:
        super().__init__()
        self.rows: dict[str, list[Row]] = {}
        self.by_last: dict[str, list[tuple[str, int, Row]]] = {}  # last letter → needs
        for (before, after), bit, row in needs:
            for letter in after:
                self.by_last.setdefault(letter, []).append((before, bit, row))

    def __missing__(self, letters: str) -> int:
        left, met = letters[:-1], 0
        for before, bit, row in self.by_last.get(letters[-1], ()):
            if left in before if left else not before:
                met |= bit
                if row:
                    self.rows.setdefault(letters, []).append(row)
        self[letters] = met
        return met


def compile_pattern(match: str) -> str:
    """The regex of a slot pattern; ValueError names the word that is none."""
    out: list[str] = []
    depth: list[str] = []
    for word in match.split():
        found = _WORD.fullmatch(word)
        if not found:
            raise ValueError(f"no such word in a pattern: {word!r}")
        if found["open"]:
            depth.append(word)
            out.append("(?:")
        elif found["close"]:
            if not depth or {"[": "]", "(": ")"}[depth[-1]] != word:
                raise ValueError(f"{word!r} closes nothing")
            out.append(")?" if depth.pop() == "[" else ")")
        elif found["or"]:
            if not depth:
                raise ValueError("'|' outside brackets")
            out.append("|")
        else:
            slot, cls = found["slot"], found["cls"]
            if cls not in CLASSES:
                raise ValueError(f"no such class: {cls!r}")
            if slot is not None and slot not in SLOTS:
                raise ValueError(f"no such slot: {slot!r}")
            body = {"QTY": LIST, "MONEY": MEASURES}.get(cls, CLASSES[cls]) if slot == "qty" else CLASSES[cls]
            out.append((f"(?P<{slot}>{body})" if slot else body) + _SKIP)
    if depth:
        raise ValueError(f"{depth[-1]!r} is not closed")
    if "(?P<qty>" not in "".join(out) and "(?P<part>" not in "".join(out):
        raise ValueError("the pattern has no qty: or part: slot")
    pattern = "".join(out)
    return pattern[: -len(_SKIP)] if pattern.endswith(_SKIP) else pattern


def forms_of(lemmas: Iterable[str]) -> frozenset[str]:
    """The forms of some verbs and words; of those of several words the last."""
    return _forms(*lemmas)


@kept_table
def _forms(*lemmas: str) -> frozenset[str]:
    return frozenset(form for lemma in lemmas for word in lemma.split()[-1:] for form in (word, *verb_forms(word)))


@kept_table
def _noun_forms(*nouns: str) -> frozenset[str]:
    """The forms of some nouns; of those of several words the last."""
    return frozenset(form for noun in nouns for word in noun.split()[-1:] for form in (word, plural(word)))


def _outside(match: str) -> list[str]:
    """The words of a pattern outside brackets."""
    out, depth = [], 0
    for word in match.split():
        depth += (word in "[(") - (word in "])")
        if depth == 0 and word not in "])":
            out.append(word)
    return out


def compile_construction(table: Mapping[str, Any]) -> Construction:
    """A construction from its table; ValueError names the rule and what is wrong with it."""
    name = table.get("name", "?")
    unknown = sorted(set(table) - KEYS)
    if unknown:
        raise ValueError(f"construction {name!r}: unknown key {unknown[0]!r}")
    try:
        compile_pattern(table["match"])
    except KeyError as error:
        raise ValueError(f"construction {name!r}: no {error.args[0]!r}") from None
    except ValueError as error:
        raise ValueError(f"construction {name!r}: {error}") from None
    return Construction({"name": name, **table})
