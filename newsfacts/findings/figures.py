"""Numbers that do not fit one another: parts and wholes, headline and text, one source and another."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from newsfacts.actors.sides import side_of
from newsfacts.drafts import ClaimDraft, FindingDraft, Number
from newsfacts.late import late
from newsfacts.lexicon import load_json
from newsfacts.relate.figures.same import data, family, number_fits, same_item, same_place, same_side, same_source, same_time
from newsfacts.report import Num
from newsfacts.tokens import Doc

_STOPS = ("intercepted", "suppressed")
_BETWEEN = 4  # numbers of one list between a part and its whole
_NEAR = 8  # tokens between a part and its whole
_BOUND = ("exact", "at_least", "more_than")  # a headline's numbers that a text may contradict
_SHOWN = 8  # parts of a sum that are printed
_ROUND = 0.06  # a headline may round by so much
_APART = (frozenset(("men", "women", "children")), frozenset(("men", "women", "boys", "girls")))
_LIST = late(r"[\s–—:(-]*[–—:(-][\s–—:(-]*")  # between a whole and the list of all its parts


def _words(name: str) -> frozenset[str]:
    return frozenset(load_json("findings")[name])


def _told(event: str) -> str:
    return str(load_json("findings")["told"].get(event, event))


def _plain(claim: ClaimDraft) -> str:
    """The number of a claim as it is printed."""
    value: Num | None = claim.value if claim.value is not None else claim.low
    return "some" if value is None else f"{value:,}"


def _exact(claim: ClaimDraft) -> bool:
    return claim.modifier == "exact" and claim.value is not None


def too_great(doc: Doc, claims: list[ClaimDraft], numbers: list[Number]) -> Iterator[FindingDraft]:
    """A stated part greater than its whole, told right beside it, with no other number between them that it could belong to."""
    parts = [claim for claim in claims if claim.part_of is not None]
    starts = [number.nstart for number in numbers] if parts else []
    listed = {claim.start: claim.trigger for claim in claims} if parts else {}
    for claim in parts:
        whole = claim.part_of
        if whole is None or whole.value is None or whole.modifier != "exact" or claim.low is None or claim.low <= whole.value:
            continue
        if claim.modifier == "about" or claim.unit != whole.unit:
            continue
        if claim.item != whole.item and family(claim.item) != family(whole.item):
            continue
        first, last = sorted((whole, claim), key=lambda c: c.start)
        between = starts[bisect_left(starts, first.end):bisect_left(starts, last.start)][:_BETWEEN + 1]
        if len(between) > _BETWEEN or any(listed.get(start) not in (whole.trigger, claim.trigger) for start in between):
            continue
        if not _beside(doc.low[first.last:last.first], len(between)):
            continue
        told = f"{_plain(claim)} {_told(claim.event)}, told as a part of {_plain(whole)} {_told(whole.event)}"
        yield _finding("part-exceeds-whole", told, [whole, claim])


def _beside(between: list[str], listed: int) -> bool:
    """Whether little stands between a whole and its part: ", of which", "of the", "were fired. Of these,"."""
    if len(between) > _NEAR + 4 * listed or (not listed and not _words("and").isdisjoint(between)):
        return False
    return {".", ";"}.isdisjoint(between) or not _words("of").isdisjoint(between[-4:])


def stopped(claims: list[ClaimDraft]) -> Iterator[FindingDraft]:
    """More shot down than launched: the next sentence, the same kind of weapons, side, time and source."""
    fired: list[ClaimDraft] = []
    for claim in claims:
        if claim.event == "launched" and claim.modality == "asserted":
            fired = [c for c in fired if claim.sentence - c.sentence <= 1] + [claim]
        elif fired and claim.event in _STOPS:
            launched = _alike(claim, [c for c in fired if c.item == claim.item and claim.sentence - c.sentence <= 1])
            if launched and _stops(claim, launched) and (claim.value or 0) > (launched.value or 0):
                told = f"{_plain(claim)} {_told(claim.event)}, but only {_plain(launched)} launched"
                yield _finding("part-exceeds-whole", told, [launched, claim])


def _alike(claim: ClaimDraft, fired: list[ClaimDraft]) -> ClaimDraft | None:
    """The one launch of the very kind stopped, by its words: of "8 cruise missiles and 2 ballistic missiles" for 5 cruise missiles the 8,
    and none for 5 missiles; all that a side launched may be of that kind where its kind is not told."""
    kind = _sort(claim)
    same = [c for c in fired if _sort(c) == kind] if len(fired) > 1 else [c for c in fired if _sort(c) <= kind]
    return same[0] if len(same) == 1 and _exact(same[0]) and same[0].part_of is None else None


def _sort(claim: ClaimDraft) -> frozenset[str]:
    """The words that tell the kind of what is counted: cruise for "Norlandic cruise missiles"."""
    return frozenset(word.lower() for word in claim.item_text.split() if side_of(word) is None) - _words("any weapon")


def _stops(claim: ClaimDraft, launched: ClaimDraft) -> bool:
    """Whether a claim speaks of the very weapons that were launched."""
    if not _exact(claim) or claim.part_of is not None or claim.modality != "asserted" or claim.sentence - launched.sentence > 1:
        return False
    if claim.item != launched.item or (claim.agents and claim.agents == launched.agents):
        return False
    return (same_side(claim, launched) and same_source(claim, launched) and same_time(claim, launched)
            and same_place(claim.place, launched.place))


def sums(doc: Doc, claims: list[ClaimDraft]) -> Iterator[FindingDraft]:
    """Parts told as all the parts ("seven in all", "390 people – 270 soldiers and 120 civilians") that do not make the whole."""
    parts: dict[int, list[ClaimDraft]] = {}
    wholes: dict[int, ClaimDraft] = {}
    for claim in claims:
        if claim.part_of is not None:
            parts.setdefault(id(claim.part_of), []).append(claim)
            wholes[id(claim.part_of)] = claim.part_of
    for key, listed in parts.items():
        whole = wholes[key]
        if len(listed) < 2 or not _exact(whole) or not all(_exact(p) and p.sentence == whole.sentence and not p.each for p in listed):
            continue
        broken_down = all(p.rule == "breakdown" for p in listed)  # "seven died: four in Marn, two in Velm and one in Tarn"
        total = sum(p.value or 0 for p in listed)
        too_many = total > (whole.value or 0) and _apart(listed)  # of 30 killed 20 were men and 15 women
        if not (broken_down or too_many or _in_all(doc, whole) or _all_listed(doc, whole, listed)):
            continue
        if total != whole.value:
            summed = " + ".join(_plain(p) for p in listed) if len(listed) <= _SHOWN else f"{len(listed)} parts"
            told = f"{summed} = {total:,}, not {_plain(whole)} {_told(whole.event)}"
            yield _finding("sum-mismatch", told, sorted([whole, *listed], key=lambda c: c.start))


def _apart(listed: list[ClaimDraft]) -> bool:
    """Whether nobody can be of two of the kinds told: men, women and children."""
    nouns = [p.item_text.lower() for p in listed]
    return len({*nouns}) == len(nouns) and any(kinds.issuperset(nouns) for kinds in _APART) and len({p.event for p in listed}) == 1


def _in_all(doc: Doc, whole: ClaimDraft) -> bool:
    after = " ".join(doc.low[whole.last:whole.last + 2])
    return any(after == phrase or after.startswith(phrase + " ") for phrase in data()["in_all"])


def _all_listed(doc: Doc, whole: ClaimDraft, listed: list[ClaimDraft]) -> bool:
    """Whether nothing but a dash, colon or bracket stands between the whole and its parts, and "and" before the last."""
    if not _LIST.fullmatch(doc.text[whole.end:listed[0].start]):
        return False
    if doc.low[listed[-1].last:listed[-1].last + 1] not in ([], ["."], [";"], [")"], ["–"], ["—"], ["-"]):
        return False
    between = doc.low[listed[-2].last:listed[-1].first]
    return [word for word in between if word != ","] == list(load_json("findings")["and"])


def headline(doc: Doc, claims: list[ClaimDraft]) -> Iterator[FindingDraft]:
    """A number of the headline that the text tells otherwise: the only one there of this event and these items."""
    if doc.headline is None or not claims or claims[0].first >= doc.headline[1]:
        return
    taken_up = {id(c.repeats) for c in claims if c.repeats is not None}
    alike = Counter((c.event, family(c.item)) for c in claims if c.first >= doc.headline[1] and c.part_of is None)
    body = {(c.event, family(c.item)): c for c in claims if c.first >= doc.headline[1] and c.part_of is None}
    for title in claims:
        if title.first >= doc.headline[1]:
            break
        thing = (title.event, family(title.item))
        if id(title) in taken_up or title.part_of is not None or alike[thing] != 1:
            continue
        if title.modifier not in _BOUND or (title.value or 0) < 2:
            continue
        if _differs(title, body[thing]):
            told = f"{_plain(title)} {_told(title.event)} in the headline, {_plain(body[thing])} in the text"
            yield _finding("headline-mismatch", told, [title, body[thing]])


def _differs(title: ClaimDraft, claim: ClaimDraft) -> bool:
    """Whether a headline's number contradicts the text's, beyond rounding."""
    if claim.value is None or title.value is None or claim.modality != title.modality or claim.status is not None:
        return False
    if number_fits(title, claim) or claim.timex and claim.timex.from_ and claim.timex.to is None:  # since the war began
        return False
    if not (same_item(title, claim) and same_time(title, claim) and same_side(title, claim) and same_place(title.place, claim.place)):
        return False
    return title.value % 10 != 0 or abs(title.value - claim.value) > _ROUND * claim.value


def conflicts(claims: list[ClaimDraft]) -> Iterator[FindingDraft]:
    """Different sources, different numbers of one thing."""
    for claim in claims:
        others = [c for c in claim.contradicts if c.start > claim.start] if claim.contradicts else []
        if others:
            told = " or ".join(f"{_plain(c)} ({' '.join((c.source or '').split())})" for c in (claim, *others))
            yield _finding("conflicting-numbers", f"{_told(claim.event)}: {told}", [claim, *others])


def _finding(code: str, message: str, facts: list[ClaimDraft]) -> FindingDraft:
    """A finding over claims, at the last of them."""
    return FindingDraft(code, message, facts[-1].start, facts[-1].end, list(facts))
