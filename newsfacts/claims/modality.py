"""How sure: asserted, planned, possible, demanded, denied, hypothetical, from the verbs over and in a claim's clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsfacts.drafts import ClaimDraft

if TYPE_CHECKING:
    from newsfacts.claims.find import Context

_POSSIBLE = frozenset("may might could can possibly potentially feared presumed".split())
_PLANNED = frozenset("will shall 'll going".split())
_PLAN_VERBS = frozenset("""plan plans planned planning agree agrees agreed promise promised promises intend intends intended pledge pledged pledges vow vowed
    expected due set ready prepare preparing prepared aim aims aimed want wants wanted decided ordered about scheduled offered offers hope hopes hoped
    announced plans approve approved to""".split())
_DEMANDS = frozenset("demand demands demanded demanding urge urged urges urging call calls called calling appeal appealed appeals request requested asked ask".split())
_DENIALS = frozenset("deny denies denied denying".split())


def modality_of(context: Context, claim: ClaimDraft) -> str:
    """The modality; `none` where nothing is said to have happened or to come ("failed to intercept 8")."""
    if claim.value == 0 or claim.trigger is None:
        return "asserted"
    doc, chunks = context.doc, context.chunks
    at = chunks.at(claim.trigger[0])
    first = chunks.firsts[at]
    words = doc.low[first:chunks.lasts[at]]
    left = doc.low[max(doc.sents[claim.sentence][0], first - 6):first]
    if chunks.string[at] in "EQ":
        words = doc.low[max(doc.sents[claim.sentence][0], first - 8):first]
    joined = set(words)
    if joined & {"not", "never", "n't", "didn't", "wasn't", "weren't"}:
        return "denied"
    if joined & _DENIALS or set(left) & _DENIALS:
        return "denied"
    if set(left) & _DEMANDS:
        return "demanded"
    if joined & _POSSIBLE:
        return "possible"
    if "would" in joined:
        return "hypothetical"
    if joined & _PLANNED:
        return "planned"
    if chunks.string[at] == "I":
        if "have" in words:
            return "asserted"
        if set(left[-3:]) & {"failed", "fail", "fails", "refused", "tried"}:
            return "none"
        return "asserted" if set(left[-3:]) & {"managed", "continued", "claimed", "began", "helped"} else "planned"
    return "asserted"
