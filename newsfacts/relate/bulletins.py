"""The source of what goes on telling a bulletin: "... the General Staff reported in its morning update. Norlandic forces made 74 air
strikes. In the Karo sector, 14 assaults were repelled"."""

from __future__ import annotations

from newsfacts.drafts import ClaimDraft
from newsfacts.tokens import Doc

_ITS = frozenset(("its", "their", "a", "the", "an"))
_STAFFS = (["general", "staff"], ["joint", "staff"], ["defence", "ministry"], ["defense", "ministry"], ["military", "command"])
_APART = frozenset("separately meanwhile elsewhere earlier however but".split())
_ARMIES = frozenset("launched attacked intercepted suppressed hit destroyed damaged casualties killed wounded seized".split())
_UPDATE = 5  # tokens of "in its regular morning update"


def bulletins(doc: Doc, claims: list[ClaimDraft], updates: frozenset[str]) -> None:
    """Sets it for the claims of later sentences, up to one that has a source of its own, begins another matter or tells of a quote."""
    told: ClaimDraft | None = None
    for claim in claims:
        first, last = doc.sents[claim.sentence]
        if claim.source is not None:
            own = told is not None and claim.source == told.source
            told = claim if _opens(doc, claim, first, last, updates) else told if own else None
        elif told is not None and claim.sentence > told.sentence:
            if not _APART.isdisjoint(doc.low[first:first + 2]) or claim.event not in _ARMIES:
                told = None
                continue
            claim.source_actor, claim.source, claim.via = told.source_actor, told.source, told.via
            claim.cue, claim.stance = told.cue, told.stance


def _opens(doc: Doc, claim: ClaimDraft, first: int, last: int, updates: frozenset[str]) -> bool:
    """Whether an army's staff is told to report in its update."""
    low = doc.low[first:last]
    words = (claim.source or "").lower().split()
    staff = any(words[k:k + 2] in _STAFFS for k in range(len(words) - 1))
    return staff and any(word in updates and not _ITS.isdisjoint(low[max(0, k - _UPDATE):k]) and "in" in low[max(0, k - _UPDATE):k]
                         for k, word in enumerate(low))
