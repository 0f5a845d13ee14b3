"""How sure: asserted, planned, possible, demanded, denied, hypothetical, from the verbs in and over a claim's clause."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsfacts.drafts import ClaimDraft
from newsfacts.inflect import verb_forms
from newsfacts.lexicon import load_json

if TYPE_CHECKING:
    from newsfacts.claims.find import Context


@cache
def _words() -> dict[str, str]:
    """Word of a verb group → the modality it gives."""
    return {w: name for name, words in load_json("grammar")["modality"]["words"].items() for w in words.split()}


@cache
def _governors() -> dict[str, str]:
    """Form of a verb, or a word, that governs an infinitive, an -ing form or an event noun → the modality of what it governs."""
    return {form: name for name, verbs in load_json("grammar")["modality"]["governors"].items() for verb in verbs.split()
            for form in verb_forms(verb)}


def modality_of(context: Context, claim: ClaimDraft) -> str:
    """The modality; `none` where nothing is said to have happened or to come ("failed to intercept 8")."""
    if claim.value == 0 or claim.trigger is None:
        return "asserted"
    string, chunks, low = context.chunks.string, context.chunks, context.doc.low
    at = chunks.at(claim.trigger[0])
    kind = string[at]
    first, last = context.doc.sents[claim.sentence]
    if low[last - 1] == "?":
        return "hypothetical"
    start = string.rfind(".", 0, at) + 1
    own = _first(_words(), low[chunks.firsts[at]:chunks.lasts[at]])
    if kind in "VW" and own:
        return own if own != "hypothetical" or not _past_in_future(low[chunks.firsts[at]:chunks.lasts[at]]) else "hypothetical"
    if "c" in string[start:at] and "if" in low[first:chunks.firsts[at]]:
        return "hypothetical"
    if kind in "VWPS":
        near = _first(_words(), low[max(first, chunks.firsts[at] - 2):chunks.lasts[at]]) if kind in "PS" else None
        return near or "asserted"
    governor = _governor(context, at, start)
    if governor:
        return governor
    if kind == "I":
        return "asserted" if "have" in low[chunks.firsts[at]:chunks.lasts[at]] else "planned"
    return "asserted"


def _past_in_future(words: list[str]) -> bool:
    return "have" in words


def _first(table: dict[str, str], words: list[str]) -> str | None:
    return next((table[w] for w in words if w in table), None)


def _governor(context: Context, at: int, start: int) -> str | None:
    """What the nearest verb to the left (of the same clause) makes of an infinitive, an -ing form or an event noun."""
    string, chunks, low = context.chunks.string, context.chunks, context.doc.low
    for i in range(at - 1, max(start, at - 7) - 1, -1):
        kind = string[i]
        words = low[chunks.firsts[i]:chunks.lasts[i]]
        if kind in "viwpgVIWPG":
            own = _first(_words(), words[:-1])
            return own or _governors().get(low[chunks.heads[i]])
        if kind == "N" and string[at] == "I" and words[-1:] and words[-1] in _governors():
            return _governors()[words[-1]]
        if kind in ";cr":
            return None
    return None
