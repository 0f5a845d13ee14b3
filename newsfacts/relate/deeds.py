"""The operation, raid or search that a sentence tells again: what else came of it, came where and when it was."""

from __future__ import annotations

from bisect import bisect_right

from newsfacts.claims.roles.scene import words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.tokens import Doc

_THAT = frozenset("the this that same".split())
_NEW = frozenset(("a", "an"))
_NOUN = 5  # tokens from "an" to the noun: an overnight security clearance operation
_FAR = 7  # sentences
_SAME = 3  # sentences back to "the same attack"
_ITEM = 5  # tokens of "South Norland:"
_AGAIN = 3  # tokens from "the" to the noun


def told_of(doc: Doc, claim: ClaimDraft, told: set[int]) -> int:
    """The sentence before that first tells of the deed in a claim's own: "Soldiers killed nine in a raid in Velm. Their leader had lived in
    Karo. Two more were held after the raid"; else the last with claims, `told`, of its paragraph the first; -1 without one."""
    deeds = words_of("deeds_again")
    first, last = doc.sents[claim.sentence]
    if "same" in doc.keys and any(doc.low[t - 1] == "same" and doc.low[t] in words_of("dated_events") for t in range(first + 1, last)):
        # the rebels put the toll at nine in the same attack
        return next((s for s in range(claim.sentence - 1, max(-1, claim.sentence - _SAME), -1) if s in told), -1)
    if deeds.isdisjoint(doc.keys):
        return -1
    if not any(not _THAT.isdisjoint(doc.low[max(first, t - _AGAIN):t]) for t in range(first, last) if doc.low[t] in deeds):
        return -1
    begin = doc.paras[max(0, bisect_right(doc.paras, (first, 1 << 60)) - 1)][0]
    at, item = -1, ":" in doc.low[begin:begin + _ITEM]
    for sentence in range(claim.sentence - 1, max(-1, claim.sentence - _FAR), -1):
        first, last = doc.sents[sentence]
        if (at >= 0 or item) and first < begin:
            break  # Norland: A drone struck Velm. Nine died in the strike
        if any(doc.low[t] in deeds and not _NEW.isdisjoint(doc.low[max(first, t - _NOUN):t]) for t in range(first, last)):
            return sentence
        at = sentence if sentence in told else at
    return at
