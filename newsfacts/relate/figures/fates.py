"""What became of those just told: "Of the 112 drones that Karo sent, 90 were shot down", "fired 23 drones. Eighteen were shot down"."""

from __future__ import annotations

from newsfacts.drafts import ClaimDraft
from newsfacts.relate.figures.same import data, family, same_side, same_time
from newsfacts.tokens import Doc

_FATES = ("intercepted", "suppressed", "hit", "destroyed")  # of what was launched
_BARE = ("", "others")
_FRONT = 4  # tokens before a whole that opens its sentence: "of the more than 90"


def fates(doc: Doc, claims: list[ClaimDraft]) -> None:
    """Sets `part_of` of numbers without a noun that tell what became of all those launched, in the same sentence or the next, or of those
    with whom their sentence begins ("of the 40 held since May, 12 were freed"), as long as the parts do not exceed the whole."""
    wholes: dict[str, ClaimDraft | None] = {}  # by item; None: two were told in one list
    told: dict[int, tuple[float, int]] = {}  # of a whole, by its parts: their sum, and the sentence of the last
    for claim in claims:
        whole = claim.part_of
        if whole is None and _bare(claim):
            whole = wholes.get(family(claim.item))
            if whole is not None and _fate(doc, claim, whole, told.get(id(whole), (0, whole.sentence))):
                claim.part_of = whole
            else:
                continue
        if whole is None:
            whole = claim
            if claim.event != "launched" and not _opens(doc, claim) or claim.value is None or claim.modality != "asserted":
                continue
            other = wholes.get(family(claim.item))
            wholes[family(claim.item)] = None if other is not None and other.sentence == claim.sentence else claim
        else:
            if id(whole) not in told and wholes.get(family(whole.item)) is not whole and whole.event == "launched":
                wholes[family(whole.item)] = whole
            sum_, _ = told.get(id(whole), (0, 0))
            told[id(whole)] = sum_ + (claim.value or claim.low or 0), claim.sentence


def _bare(claim: ClaimDraft) -> bool:
    return claim.number is not None and claim.item_text in _BARE and claim.value is not None and claim.status != "total"


def _opens(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether the sentence of a claim begins with "of" and its number."""
    first = doc.sents[claim.sentence][0]
    return claim.first - first <= _FRONT and "of" in doc.low[first:first + 2]


def _fate(doc: Doc, claim: ClaimDraft, whole: ClaimDraft, told: tuple[float, int]) -> bool:
    """Whether a number tells what became of some of a whole of which parts with a sum are told, the last in a sentence."""
    total, last = told
    if _opens(doc, whole) and whole.event != "launched":
        fits = claim.sentence == whole.sentence and claim.event in data()["outcomes"].get(whole.event, "").split()
    else:
        fits = whole.event == "launched" and claim.event in _FATES and claim.sentence - last <= 1
    if not fits or claim.modality != "asserted" or claim.agents and claim.agents == whole.agents:
        return False
    return total + (claim.value or 0) <= (whole.value or 0) and same_time(claim, whole) and same_side(claim, whole)
