"""Slot patterns over chunks: "agent:ACTOR event:ACTIVE qty:QTY" → a compiled regex over the chunk string.

A pattern is words parted by blanks. `slot:CLASS` captures a chunk, `CLASS` matches one, `[ ... ]` is optional, `( a | b )` a choice.
Between two words up to four adjuncts (dates, places, adverbs) may stand. `qty:QTY` takes a whole list ("33 drones, two missiles
and a bomb"). There is no repetition, so no pattern can run away.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property, reduce
from operator import add, or_
from typing import Any, Literal

from newsfacts.inflect import verb_forms
from newsfacts.late import compiled

CLASSES = {
    "QTY": "Q", "MONEY": "M", "ACTIVE": "V", "INFINITIVE": "I", "GERUND": "G", "PASSIVE": "W", "PARTICIPLE": "P",
    "VERB": "[VIG]", "FINITE": "[VPIG]", "PAST": "[WP]", "STRIKE": "[VIGWPE]", "TOLD": "[ESPV]", "DONE": "[SP]", "DEED": "[VIGWP]",
    "NOUN": "E", "STATE": "S", "TOLL": "T", "ACTOR": "[ANUQ]", "THING": "[NA]", "PRONOUN": "U", "DATE": "D", "BE": "[Bv]",
    "OTHER": "[viwpgB]", "ANY": "[viwpgBVWPG]", "LIGHTGERUND": "g", "STATED": "[SPNE]", "COUNTED": "[SNE]", "ADJUNCT": "z",
    "THERE": "x", "CONJ": "c", "TODO": "[iI]",
    "BY": "b", "OF": "o", "WITH": "h", "TO": "t", "FOR": "f", "IN": "n", "AS": "a", "INCLUDING": "q", "AND": "&", "REL": "r",
    "COMMA": ",", "COLON": ":", "SEMICOLON": ";", "DASH": "-", "OPEN": r"\(", "CLOSE": r"\)", "END": r"\.", "QUOTE": '"', "PARTICLE": "d",
    "BACKED": r"[pPghG][zD]{0,2}[bzoth]?[zD]{0,2}Q[zD]{0,3}", "ASIDE": r'[^.;:VWQ"]{1,9}', "INSERT": r"[^.;:()-]{1,16}",
}
SLOTS = {"qty", "event", "agent", "target", "whole", "part", "was", "place", "date", "light"}
_SKIP = '[zD"]{0,12}'  # a phrase of six adjuncts: a preposition and its noun are two chunks
_SKIPPABLE = frozenset('zD"')
_KNOWN = 5_000  # chunk strings of sentences kept
_MANY = 20  # chunk strings from which on it pays to look into the brackets of patterns
LIST = r"Q(?:[zD]{0,4}(?:&N[zD]{0,2})?(?:[,;]N){0,2}(?:[,;]&|[,;&])[zDq]{0,4}Q){0,12}"
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

    @cached_property
    def words(self) -> list[frozenset[str]]:
        """For each slot that must be there and has lemmas of its own: their forms, one of which the text must hold."""
        needed_slots = _outside(self.match)
        return [frozenset(form for lemma in lemmas for word in lemma.split()[-1:] for form in (word, *verb_forms(word)))
                for slot, lemmas in self.only.items()
                if isinstance(lemmas, list | tuple) and any(word.startswith(slot + ":") for word in needed_slots)]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Compiled when first needed."""
        return compiled(compile_pattern(self.match))


class _Met(dict[str, int]):
    """Pair of neighbours → the needs that it and its letters meet, by the needs that a letter or pair meets."""

    def __init__(self, gives: Mapping[str, int]) -> None:
        super().__init__()
        self.gives = gives

    def __missing__(self, pair: str) -> int:
        met = self[pair] = self.gives.get(pair, 0) | self.gives.get(pair[0], 0) | self.gives.get(pair[1], 0)
        return met


class _Needs:
    """What some constructions cannot do without, and which of them may match in a chunk string."""

    def __init__(self, constructions: list[Construction], brackets: bool) -> None:
        self.brackets = brackets  # whether brackets were looked into
        needs = [needed(c.match, brackets) for c in constructions]
        bits: dict[Letters, int] = {}
        self._masks = [sum({bits.setdefault(need, 1 << len(bits)) for need in some}) for some in needs]  # what each needs
        gives: dict[str, int] = {}  # letter or pair of letters → the needs that it meets
        for need, bit in bits.items():
            for letters in need:
                gives[letters] = gives.get(letters, 0) | bit
        self._met = _Met(gives)
        # what reaches into a second sentence
        self.across = [k for k, c in enumerate(constructions) if any(map(str.isalpha, c.match.partition(" END")[2].split()))]
        self._always: set[int] = set()  # the others without a pair that they need
        self._by_pair: dict[str, set[int]] = {}  # pair of neighbours → those of which it meets the need that fewest meet
        for k, some in enumerate(needs):
            neighbours = [need for need in some if len(next(iter(need))) == 2]
            if k in self.across:
                continue
            if not neighbours:
                self._always.add(k)
            for pair in min(neighbours, key=len, default=()):
                self._by_pair.setdefault(pair, set()).add(k)
        self._known: dict[str, list[int]] = {}

    def within(self, sentence: str) -> list[int]:
        """What may match within a sentence."""
        found = self._known.get(sentence)
        if found is None:
            pairs, by_pair, masks = _pairs(sentence + "."), self._by_pair, self._masks
            lacking = self._lacking(pairs)
            some = self._always.union(*[by_pair[pair] for pair in pairs if pair in by_pair])
            found = [k for k in some if not masks[k] & lacking]
            if len(self._known) > _KNOWN:
                self._known.clear()
            self._known[sentence] = found
        return found

    def over(self, string: str) -> list[int]:
        """What may match over sentences."""
        lacking = self._lacking(_pairs(string))
        return [k for k in self.across if not self._masks[k] & lacking]

    def _lacking(self, pairs: set[str]) -> int:
        """The needs that these pairs of neighbours and their letters do not meet."""
        return ~reduce(or_, map(self._met.__getitem__, pairs), 0)


class Patterns:
    """Some constructions, and where in a chunk string each may match: most have nothing to look for in most sentences."""

    def __init__(self, constructions: list[Construction]) -> None:
        self.list = constructions
        self._needs = _Needs(constructions, False)
        self._strings = 0  # looked at
        self._asked: dict[frozenset[str], tuple[Patterns, list[int]]] = {}  # names → their own patterns, and where they stand here

    def spots(self, string: str, keys: set[str], names: frozenset[str] | None = None) -> list[tuple[int, int, int]]:
        """(index of a construction, start, end) of the sentences in which it may match, in the order of the constructions; `keys`: the
        words of the text, `names`: of the constructions that are asked for."""
        if names is not None:
            asked = self._asked.get(names)
            if asked is None:
                places = [n for n, c in enumerate(self.list) if c.name in names]
                asked = self._asked[names] = Patterns([self.list[n] for n in places]), places
            return [(asked[1][k], start, end) for k, start, end in asked[0].spots(string, keys)]
        self._strings += 1
        if self._strings > _MANY and not self._needs.brackets:
            self._needs = _Needs(self.list, True)
        needs, out, start = self._needs, list[tuple[int, int, int]](), 0
        for sentence in string.split("."):
            end = start + len(sentence) + 1
            out += [(k, start, end) for k in needs.within(sentence)] if sentence else ()
            start = end
        if needs.across:
            out += [(k, 0, len(string)) for k in needs.over(string)]
        out.sort()
        absent = {k for k in {k for k, _, _ in out} if self.list[k].words and any(map(keys.isdisjoint, self.list[k].words))}
        return [spot for spot in out if spot[0] not in absent] if absent else out


def _pairs(string: str) -> set[str]:
    """The pairs of neighbours in a chunk string once what may be skipped is gone."""
    plain = string.replace("z", "").replace("D", "").replace('"', "")
    return set(map(add, plain, plain[1:] + " "))


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


Letters = frozenset[str]
_Part = tuple[Letters | None, Letters | None, bool, Letters | None]
"""A word or bracket of a pattern: the letters that it may begin and end with (None: any), whether it may be left out, a word's letters."""
_ANY: _Part = None, None, False, None


def needed(match: str, brackets: bool) -> list[Letters]:
    """What a pattern cannot do without: letters, and pairs of neighbours, of which each set must have one in the text; of words beside a
    bracket only if these are looked into.

    Most patterns have none in a short report, and a look at these costs much less than to compile them.
    """
    parts = _parts(match, brackets)
    ahead = _edges(parts, 0)
    behind = _edges(parts[::-1], 1)[::-1]
    out: dict[Letters, None] = {}
    near: Letters | None = None  # the letters of the word right before
    for k, (first, last, _, own) in enumerate(parts):
        if own:
            out[own] = None
            before, after = behind[k], ahead[k + 1]
            if before and first and not near:
                out[_pair(before, first)] = None
            if after and last:  # a list of sums that a word follows ends in a sum
                out[_pair(own if parts[k + 1][3] else last, after)] = None
        near = own
    return list(out)


@cache
def _pair(first: Letters, last: Letters) -> Letters:
    return frozenset([a + b for a in first for b in last])


def _edges(parts: list[_Part], side: Literal[0, 1]) -> list[Letters | None]:
    """What the parts from each on may begin (0) or, in reverse, end (1) with; None where that is anything, or nothing."""
    out: list[Letters | None] = [None]
    edge: Letters | None = None
    for part in reversed(parts):
        own = part[side]
        edge = None if own is None or part[2] and edge is None else own | edge if part[2] and edge else own
        out.append(edge)
    return out[::-1]


def _parts(match: str, brackets: bool = True) -> list[_Part]:
    """The words and brackets of a pattern."""
    out: list[_Part] = []
    depth, bracket = 0, ""
    for word in match.split():
        depth += word in "[("
        if depth:
            bracket += word + " "
            depth -= word in "])"
            if not depth:
                out.append(_bracket(bracket) if brackets else _ANY)
                bracket = ""
        else:
            out.append(_word(word))
    return out


@cache
def _bracket(text: str) -> _Part:
    """A bracket as one part."""
    choices, depth = [""], 0
    for word in text.split()[1:-1]:
        depth += (word in "[(") - (word in "])")
        if word == "|" and not depth:
            choices.append("")
        else:
            choices[-1] += word + " "
    parts = list(map(_parts, choices))
    firsts, lasts = [_edges(some, 0)[0] for some in parts], [_edges(some[::-1], 1)[0] for some in parts]
    return _union(firsts), _union(lasts), text[0] == "[", None


def _union(edges: list[Letters | None]) -> Letters | None:
    known = [edge for edge in edges if edge is not None]
    return frozenset().union(*known) if len(known) == len(edges) else None


@cache
def _word(word: str) -> _Part:
    """A word as a part; what may be skipped counts as left out."""
    text = CLASSES.get(word.rpartition(":")[2], "").removeprefix("\\")
    if len(text) > 1:
        text = text[1:-1] if text[0] == "[" and text[1] != "^" and text[-1] == "]" else ""
    letters = frozenset(text)
    if letters and _SKIPPABLE.issuperset(letters):
        return frozenset(), frozenset(), True, None
    if not letters or not _SKIPPABLE.isdisjoint(letters):
        return None, None, False, None
    return letters, letters | {"Q"} if word == "qty:MONEY" else letters, False, letters


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
