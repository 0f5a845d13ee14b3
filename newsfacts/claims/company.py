"""What stands beside the numbers of a match: nouns that they share, verbs that take them, "respectively"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from newsfacts.claims.acting import intransitive
from newsfacts.claims.context import NUMBERS, Context, frames_at, of_them
from newsfacts.claims.items import PEOPLE, PLURALS, item_of, item_of_words
from newsfacts.late import late
from newsfacts.lexicon import load_json
from newsfacts.numbers.words import singular
from newsfacts.rules import FRAMES
from newsfacts.sources.words import table as sources

_WHOSE = late(r"[NQ](?P<of>[of][zD]?Q)[zD]{0,3}(?P<verb>[WVSBvwP])")
_EXCEPTING = frozenset(("except for", "save for", "apart from", "aside from", "exception of", "exclusion of"))
_EXCEPT = frozenset("bar except save excepting barring apart aside exception exclusion".split())  # one of these must be there
_BUT = frozenset(("bar", "except", "save", "excepting", "barring"))
_VERBS_TOO = frozenset(("bar", "save"))
_ALL = frozenset("all every everyone everybody none nobody whole entire".split())
_NEAR = 8  # tokens
_FEW = 6  # chunks


def share_them(context: Context, many: list[int]) -> bool:
    """Whether the last two numbers of a list share an "of which": "415 drones and 43 missiles, 386 and 27 of which were stopped"."""
    return len(many) > 2 and context.chunks.string[many[-2] + 1:many[-1]] == "&" and context.number_at[many[-2]].head < 0


def respectively(context: Context, i: int) -> bool:
    """Whether "25 and 91 of them respectively" is told."""
    number = context.number_at[i]
    return "respectively" in context.doc.low[number.last:number.last + 6]


def astray(context: Context, at: int, passive: bool) -> bool:
    """Whether a preposition behind another subject governs the number before a passive: "blocks in two districts were damaged"."""
    string, chunks = context.chunks.string, context.chunks
    if not passive or at < 1 or string[at] != "n" or string[at - 1] not in "NAE":
        return False
    return context.doc.low[chunks.firsts[at]] in ("in", "at", "near", "across") and context.doc.low[chunks.lasts[at - 1] - 1] not in (
        load_json("events")["parts_of_houses"])


def takes(context: Context, verb_at: int, i: int, event_at: int) -> bool:
    """Whether a verb's own event takes the number in chunk i as its object, before that of a relative clause."""
    item = item_of(context.doc, context.number_at[i], context.rules)
    if any(f.event == load_json("events")["outcome"] for f in frames_at(context, event_at, i)):
        return False  # "they shot a man who died"
    return any(item in f.items for f in frames_at(context, verb_at, i, (FRAMES[0],)))


def shared_item(context: Context, chunks: list[int]) -> str | None:
    """The item of a list whose noun stands only after its last number: "three and eight soldiers"."""
    if len(chunks) > 1 and item_of(context.doc, context.number_at[chunks[0]], context.rules) is None:
        string = context.chunks.string
        for i in chunks[1:]:
            if "q" in string[chunks[0]:i] or string[i + 1:i + 2] == "q":
                break  # kills 74, including 12 children: a part
            if of_them(context, context.number_at[i]):
                break
            item = item_of(context.doc, context.number_at[i], context.rules)
            if item and item != "unknown":
                return item
    return None


def people_in(context: Context, at: int) -> str:
    """The people that the words of a chunk name: "civilian casualties", "the number of soldiers killed"."""
    words = context.doc.low[context.chunks.firsts[at]:context.chunks.lasts[at]]
    return next((item for w in words[:-1] if (item := context.rules.items.get(w)) in PEOPLE), "person")


def noun_beside(context: Context, match: re.Match[str], event_at: int) -> str | None:
    """What is counted by a number behind its noun and event: "Homes destroyed: 15", "a wave of drones, 55 in all"; of tolls, people."""
    chunks = context.chunks
    if chunks.string[event_at] == "T":
        words = context.doc.low[chunks.firsts[event_at]:chunks.lasts[event_at + (chunks.string[event_at + 1] in "NA")]]
        if not NUMBERS.isdisjoint(words):  # of damaged homes, of attacks on clinics
            table = context.rules.items
            items = [table[a] for a, b in pairwise([*words, ""]) if a in table and not (b in table and b.endswith(PLURALS))]  # fighter jets
            return "attack" if "attack" in items else next((item for item in items if item != "person"), "person")
        return people_in(context, event_at)
    if match.re.groupindex.get("light") and match.start("qty") < match.start("light") < event_at:
        return _counted_between(context, match.start("light") + 1, event_at)  # puts at 14 the number of drones it downed
    if match.start("qty") < event_at:
        i = match.start("qty") - 2  # Houses: 312 damaged
        label = i >= 0 and chunks.string[i:i + 2] == "N:" and chunks.string[max(0, i - 1):i] in ("", ".", ";")
        label = label and context.doc.low[chunks.lasts[i] - 1] not in sources()["unnamed"]  # Police: 17 hurt
        item = item_of_words(context.doc, chunks.firsts[i], chunks.lasts[i] - 1, context.rules) if label else None
        return None if item == "worker" else item  # "Governor: one dead" tells who speaks
    summed = "," in chunks.string[event_at:match.start("qty")]  # most houses in the town were destroyed, some 840 in all
    # the number of captives who came home rose to 31, the number of drones it downed rose to 31
    summed = summed or chunks.string[event_at - 1:event_at] in ("r", "U", "A")
    return _counted_between(context, match.start() if summed else max(0, event_at - 1), match.start("qty"), event_at)


def _counted_between(context: Context, first: int, last: int, but: int = -1) -> str | None:
    """What the first plural among some chunks names."""
    chunks = context.chunks
    for i in range(first, last):
        if i != but and chunks.string[i] == "N" and context.doc.low[chunks.lasts[i] - 1].endswith(PLURALS):
            return item_of_words(context.doc, chunks.firsts[i], chunks.lasts[i] - 1, context.rules)
    return None


def whose(context: Context) -> Iterator[tuple[int, int]]:
    """ "Relatives of nine pupils marched", "the mother of two girls was killed": the pupils and girls did not; but "a gang of nine"."""
    chunks, words = context.chunks, load_json("events")
    for match in _WHOSE.finditer(chunks.string):
        number = context.number_at.get(match.end("of") - 1)
        if number is None or number.head >= 0 and item_of(context.doc, number, context.rules) not in (*PEOPLE, "household") or (
                match["verb"] == "P" and not intransitive(context, match.start("verb"))):
            continue  # relatives of two girls killed in a raid
        if context.doc.low[chunks.firsts[match.start("of")]] != "of" and chunks.string[match.start()] == "Q":
            continue  # 50 captives for 40 prisoners
        word = context.doc.low[chunks.lasts[match.start()] - 1]
        if number.head < 0 and (not word.endswith(PLURALS) or word == "families"):
            continue  # a gang of nine, families of nine; but: nine lorries were stopped, and the drivers of four were beaten
        if word in words["singled"] or belongs_to(context, match.start()):
            yield match.span("of")


def belongs_to(context: Context, i: int) -> bool:
    """Whether a noun before "of" and a number tells of others: relatives or drivers of nine, but not a gang of nine."""
    word, words = context.doc.low[context.chunks.lasts[i] - 1], load_json("events")
    person = context.rules.items.get(word) in PEOPLE - {"body"} and singular(word) not in (*words["groups"], *words["companies"])
    return person or word in load_json("implied")["kin"] or word == "families" and context.chunks.string[i] == "N"


def excepted(context: Context) -> Iterator[tuple[int, int]]:
    """ "All 31 pupils except four were freed": the verb is not true of the four, nor of all the 31."""
    chunks, low = context.chunks, context.doc.low
    for i, number in context.number_at.items() if not _EXCEPT.isdisjoint(context.doc.keys) else ():
        at = number.first - (low[number.first - 1] == "the")
        phrase = " ".join(low[at - 2:at]) in _EXCEPTING
        at -= 1 + phrase
        before = low[max(0, at - _NEAR):at]
        if not phrase and low[at] not in _BUT or low[at] in _VERBS_TOO and (before[-1:] == ["to"] or _ALL.isdisjoint(before)):
            continue
        first = chunks.at(at)
        own = chunks.firsts[first] == at
        if own and chunks.string[first - 1:first] in ("", ".", ",", ";"):
            continue  # apart from four soldiers, two clerks were hurt
        yield first + (not own), i + 1
        whole = next((k for k in range(first - 1, max(-1, first - _FEW), -1) if chunks.string[k] in "Q.;,"), -1)
        if whole >= 0 and chunks.string[whole] == "Q":
            yield whole, whole + 1
