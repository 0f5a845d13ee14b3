"""Slot patterns over chunks: "agent:ACTOR event:ACTIVE qty:QTY" → a compiled regex over the chunk string.

A pattern is words parted by blanks. `slot:CLASS` captures a chunk, `CLASS` matches one, `[ ... ]` is optional, `( a | b )` a choice.
Between two words up to four adjuncts (dates, places, adverbs) may stand. `qty:QTY` takes a whole list ("33 drones, two missiles
and a bomb"). There is no repetition, so no pattern can run away.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from operator import add
from typing import Any

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
        self.needs = needed(self.match)

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


class Patterns:
    """Some constructions, and where in a chunk string each may match: most have nothing to look for in most sentences."""

    def __init__(self, constructions: list[Construction]) -> None:
        self.list = constructions
        bits: dict[frozenset[str], int] = {}
        self._masks = [sum({bits.setdefault(need, 1 << len(bits)) for need in c.needs}) for c in constructions]  # what each needs
        self._gives: dict[str, int] = {}  # letter or pair of letters → the needs that it meets
        for need, bit in bits.items():
            for letters in need:
                self._gives[letters] = self._gives.get(letters, 0) | bit
        # what reaches into a second sentence
        self._across = [k for k, c in enumerate(constructions) if any(map(str.isalpha, c.match.partition(" END")[2].split()))]
        self._within = [k for k in range(len(constructions)) if k not in self._across]
        self._known: dict[str, list[int]] = {}
        self._met: dict[int, list[int]] = {}
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
        out: list[tuple[int, int, int]] = []
        start = 0
        for sentence in string.split("."):
            end = start + len(sentence) + 1
            out += [(k, start, end) for k in self._fitting(sentence)] if sentence else ()
            start = end
        if self._across:
            met = self._meets(string)
            out += [(k, 0, len(string)) for k in self._across if self._masks[k] & met == self._masks[k]]
        out.sort()
        lacking = {k for k in {k for k, _, _ in out} if self.list[k].words and any(map(keys.isdisjoint, self.list[k].words))}
        return [spot for spot in out if spot[0] not in lacking] if lacking else out

    def _fitting(self, sentence: str) -> list[int]:
        found = self._known.get(sentence)
        if found is None:
            met = self._meets(sentence + ".")
            found = self._met.get(met)
            if found is None:
                masks = self._masks
                found = self._met[met] = [k for k in self._within if masks[k] & met == masks[k]]
            if len(self._known) > _KNOWN:
                self._known.clear()
                self._met.clear()
            self._known[sentence] = found
        return found

    def _meets(self, string: str) -> int:
        """The needs that the letters of a string, and the pairs of neighbours in it once what may be skipped is gone, meet."""
        plain, met, gives = string.replace("z", "").replace("D", "").replace('"', ""), 0, self._gives
        for letters in {*plain, *map(add, plain, plain[1:])}:
            met |= gives.get(letters, 0)
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


def needed(match: str) -> list[frozenset[str]]:
    """What a pattern cannot do without: letters, and pairs of neighbours, of which each set must have one in the text.

    Most patterns have none in a short report, and a look at these costs much less than to compile them.
    """
    out: list[frozenset[str]] = []
    depth, before = 0, ""
    for word in match.split():
        depth += (word in "[(") - (word in "])")
        letters = CLASSES.get(word.rpartition(":")[2], "").removeprefix("\\") if depth == 0 and word not in "])" else ""
        if len(letters) > 1:
            letters = letters[1:-1] if letters[0] == "[" and letters[1] != "^" and letters[-1] == "]" else ""
        if letters and not _SKIPPABLE.isdisjoint(letters):
            if _SKIPPABLE.issuperset(letters):
                continue
            letters = ""
        if letters:
            out.append(frozenset(letters))
        if letters and before:
            out.append(frozenset(a + b for a in before for b in letters))
        before = letters
    return out


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
