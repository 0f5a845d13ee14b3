"""Parts and wholes beyond one clause: "seven in all", "of which 139" of the item that it can be a part of."""

from __future__ import annotations

from functools import cache
from itertools import groupby

from newsfacts.claims.items import PEOPLE
from newsfacts.claims.people import words_of as people_words
from newsfacts.claims.roles.scene import words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.lexicon import load_json
from newsfacts.relate.asides import remembered
from newsfacts.relate.figures.same import (
    data,
    definite,
    family,
    one_event,
    own_place,
    own_time,
    same_item,
    same_place,
    same_time,
    vague,
    words,
)
from newsfacts.tokens import Doc

_WEAPONS = frozenset("drone missile rocket bomb shell aircraft helicopter".split())
_AMONG = frozenset(("among-the-dead", "was-among-the-dead", "among-the-victims"))
_NEXT = (["a", "third"], ["a", "fourth"], ["a", "fifth"])
_BEFOREHAND = {"returned": ("captured", "detained"), "held": ("captured", "detained"), "rescued": ("missing", "captured")}
_AFTERWARDS = frozenset(_BEFOREHAND)
_MORE = frozenset(("another", "more", "others", "other", "further"))
_OWN = frozenset("its their his her".split())
_FEW = 4  # claims between those taken and what became of some
_APART = 2  # sentences between a whole and its part
_TOGETHER = 6  # claims taken together by "all five"; sentences to the dead among whom some were
_ASIDE = 6  # tokens between people and those apposed to them, or the comma behind these
_TAKEN_UP = 10  # the same, where the part is one told before: "the driver"
_PLACED = frozenset(("in", "at", "near"))


def part(doc: Doc, claims: list[ClaimDraft]) -> None:
    """Mends `part_of` within sentences, then sets it for breakdowns with their whole."""
    if any(claim.part_of is not None for claim in claims):
        taken_up = {claim.trigger for claim in claims if _taken_up(doc, claim)}
        for claim in claims:
            whole = claim.part_of
            if whole is None:
                continue
            bare = claim.number is not None and claim.number.head < 0
            if bare and {claim.item, whole.item} <= PEOPLE and doc.low[max(0, claim.first - 4):claim.first - 2] == ["of", "the"]:
                claim.item = whole.item  # of the 50, six were hurt
            near = claim.sentence == whole.sentence or _holds(whole, claim)
            if _others(claim, whole):
                claim.part_of = None  # freed 57 Norlanders in exchange for 31 of its own men
            elif whole.sentence != claim.sentence and remembered(doc, whole):
                claim.part_of = None  # five of the dead: not of those whose anniversary it is
            elif claim.rule != "list-item" and not (near and _possible(doc, claim, whole, claim.trigger in taken_up)):
                claim.part_of = None
        _fit(claims)
    for k, claim in enumerate(claims):
        if k > 1 and claim.value is not None and claim.value > 1 and claim.part_of is None:
            if definite(doc, claim):
                _taken_together(claims, k, _APART)
            elif _in_all(doc, claim):
                _taken_together(claims, k, _TAKEN_UP)
    before: list[ClaimDraft] = []
    for siblings in _by_sentence(claims):
        if len(siblings) > 2:
            _breakdown(doc, siblings)
            _kinds(doc, siblings)
            _apposed(doc, siblings)
            _by_place(doc, siblings)
        first = doc.sents[siblings[0].sentence][0]
        if before and " ".join(doc.low[first:first + 2]) in data()["of_these"]:
            _of_these(before, siblings)
        before = siblings
    for k, claim in enumerate(claims):
        if claim.part_of is None and k:
            _of_the(doc, claims, k)
            if claim.event in _AFTERWARDS and claim.part_of is None:
                _of_the_taken(doc, claims, k)
            if claim.rule in _AMONG:
                _of_all(claims, k)


def _of_the_taken(doc: Doc, claims: list[ClaimDraft], k: int) -> None:
    """ "Abducted 12 nurses. Four were freed on Monday; the other eight are still held": some of those taken, and the rest of them."""
    claim, number = claims[k], claims[k].number
    if number is None or number.head >= 0 or not claim.value or claim.trigger is None or claim.trigger[0] < claim.last or (
            not _MORE.isdisjoint(doc.low[claim.first - 1:claim.last + 1]) and doc.low[claim.first - 2] != "the") or (
            doc.low[claim.first - 1] == "after"):
        return  # kidnapped 38 pupils, days after 21 were freed
    for whole in reversed(claims[max(0, k - _FEW):k]):
        if whole.event in _BEFOREHAND[claim.event] and whole.part_of is None:
            if claim.timex and whole.timex and (claim.timex.to or "~") < (whole.timex.from_ or ""):
                return  # took 120 people. Last year 80 were held
            rest = sum(c.value or 0 for c in claims[:k] if c.part_of is whole and c.event in _AFTERWARDS)
            if claim.sentence - whole.sentence < _APART and whole.item == claim.item and whole.modality == claim.modality and (
                    rest + claim.value <= (whole.value or 0) > claim.value):
                claim.part_of = whole
            return
        if whole.part_of is None:
            return


def _of_all(claims: list[ClaimDraft], k: int) -> None:
    """ "A child was among those killed": one of the number told last for the event, not long before."""
    claim = claims[k]
    for whole in reversed(claims[max(0, k - _TOGETHER):k]):
        if (whole.rule, whole.trigger) == (claim.rule, claim.trigger):
            continue  # among the dead were four guards and two nurses
        if whole.event == claim.event and whole.part_of is None and (whole.value or 0) > (claim.value or 0) > 0 and (
                whole.item in PEOPLE and claim.item in PEOPLE and claim.sentence - whole.sentence <= _TOGETHER):
            claim.part_of = whole.repeats or whole
            return


def _by_sentence(claims: list[ClaimDraft]) -> list[list[ClaimDraft]]:
    """The claims of each sentence."""
    out: list[list[ClaimDraft]] = []
    last = -1
    for claim in claims:
        if claim.sentence != last:
            out.append([])
            last = claim.sentence
        out[-1].append(claim)
    return out


def _of_the(doc: Doc, claims: list[ClaimDraft], k: int) -> None:
    """ "54 of the drones were shot down": of those told shortly before; "29 over Karo, 23 over Velm", "two were
    killed at once; a third was killed later": parts like the first."""
    claim = claims[k]
    before = claims[k - 1]
    goes_on = claim.rule == "gapping" and before.sentence == claim.sentence
    goes_on = goes_on or doc.low[claim.first:claim.last] in _NEXT and claim.sentence - before.sentence < _APART
    if goes_on and before.part_of is not None and before.event == claim.event:
        told = sum(c.value or 0 for c in claims[max(0, k - _TOGETHER):k + 1] if c.part_of is before.part_of) + (claim.value or 0)
        claim.part_of = before.part_of if told <= (before.part_of.value or 0) else None
        return
    number = claim.number
    if number is not None and number.whole >= 0 or claim.rule == "figure-again":
        return  # three of the 74 on board: of those, whatever befell them; yesterday it was 60 of our people: others
    after = doc.low[number.nlast:number.nlast + 2] if number is not None and number.kind == "count" else []
    if len(after) < 2 or after[0] != "of" or after[1] not in words("of_the") or claim.rule == "figure-again":
        return  # yesterday it was 14 of our people
    outlaw = _noun(claim) in words_of("outlaws")  # 16 of the attackers are none of the 20 hurt
    # the ministry said three of its men had died: not of those whom others counted, nor of other people
    own = after[1] in _OWN
    near = claims[max(0, k - _TOGETHER):k]
    text = claim.item_text.lower()
    if text.rpartition(" ")[2] in words("attackers"):  # 30 of the attackers: not of the soldiers
        near = [c for c in near if c.item_text.lower().rpartition(" ")[2] == text.rpartition(" ")[2]]
    if " " in text:  # 25 of the cruise missiles: of those told by the same words, if any
        near = [c for c in near if c.item_text.lower().endswith(text)] or near
    near = [c for c in near if not remembered(doc, c)]
    for whole in [*(c for c in reversed(near) if c.event == claim.event), *(c for c in reversed(near) if c.event != claim.event)]:
        if claim.rule in _AMONG and whole.event != claim.event:
            continue  # two of his aides are among the dead: not of the hurt
        outcomes = data()["outcomes"].get(whole.event, whole.event).split()
        fits = same_item(whole, claim) and claim.event in outcomes and whole.part_of is None and whole.modality != "denied"
        fits = fits and claim.loser is None  # it took back 49 of its dead: not of those of the others
        fits = fits and not (own and (whole.source != claim.source or claim.item in PEOPLE and _noun(whole) != _noun(claim)))
        fits = fits and not (outlaw and _noun(whole) not in words_of("outlaws"))
        if _others(claim, whole):
            continue
        if whole.event == "participated" and _noun(claim) not in (*load_json("events")["crowds"], "people", _noun(whole)):
            continue  # 150 people protested; eight of the defendants
        if fits and whole.value is not None and (claim.low or 0) < whole.value and whole.sentence >= claim.sentence - _TAKEN_UP:
            claim.part_of = whole
            return


def _others(claim: ClaimDraft, whole: ClaimDraft) -> bool:
    """Whether captives are those of another side than those of whom they might be a part."""
    return claim.event == "returned" and None not in (claim.affiliation, whole.affiliation) and claim.affiliation != whole.affiliation


def _noun(claim: ClaimDraft) -> str:
    return claim.item_text.lower().rpartition(" ")[2]


def _taken_up(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether someone told before is meant: "the driver", but no name."""
    return definite(doc, claim) and not claim.item_text[:1].isupper()


def _possible(doc: Doc, claim: ClaimDraft, whole: ClaimDraft, taken_up: bool) -> bool:
    """Whether a claim can be a part: by the events, and over sentences only near by ("the driver", or who is told with him: farther), at
    the same time and place."""
    outcomes = data()["outcomes"].get(whole.event)
    if outcomes is not None and claim.event not in outcomes.split():
        return False
    apart = abs(claim.sentence - whole.sentence)
    reach = _TAKEN_UP if taken_up else _APART
    if apart == 0 or apart > reach or not (same_time(claim, whole) or taken_up and not own_time(doc, claim)):
        return apart == 0
    return same_place(claim.place, whole.place) or not own_place(doc, claim)


def _taken_together(claims: list[ClaimDraft], k: int, reach: int) -> None:
    """ "A commander and two advisers were killed ... killing all three": the claims before are the parts, if they make the number."""
    whole, parts, total = claims[k], list[ClaimDraft](), 0.0
    for claim in reversed(claims[max(0, k - _TOGETHER):k]):
        if one_event(claim) != one_event(whole) or family(claim.item) != family(whole.item) or claim.repeats is not None:
            continue
        if whole.sentence - claim.sentence > reach or claim.part_of is not None or claim.value is None or not same_item(claim, whole):
            return
        parts.append(claim)
        total += claim.value
        if total >= (whole.value or 0):
            break
    nouns = {whole.item_text.rpartition(" ")[2].lower()}
    known = nouns <= words("anybody") or any(claim.item_text.lower().endswith(tuple(nouns)) for claim in parts)
    if total == whole.value and len(parts) > 1 and known:
        _people_all(whole, parts)
        for claim in parts:
            claim.part_of = whole


def _people_all(whole: ClaimDraft, parts: list[ClaimDraft]) -> None:
    """A bare number that sums up people of several kinds counts people: "20 women and 11 children, 31 in all"."""
    if whole.number is not None and whole.number.head < 0 and whole.item in PEOPLE and len({c.item for c in parts}) > 1:
        whole.item = "person"


def _fit(claims: list[ClaimDraft]) -> None:
    """ "250 drones and 14 missiles, of which 245 and six were shot down": each part goes to the whole that can hold it."""
    place = {id(claim): k for k, claim in enumerate(claims)}
    for _, group in groupby(claims, lambda c: id(c.part_of)):
        parts = list(group)
        whole = parts[0].part_of
        if whole is not None and _holds(whole, parts[0]):
            for p in parts[1:]:  # "two dead, including a child and 12 injured": the list has ended before the greater number
                if not _holds(whole, p):
                    p.part_of = None
        if whole is None or any(p.number is None or p.number.head >= 0 for p in parts):
            continue
        k = place[id(whole)]
        listed = [whole]
        while k > 0 and _listed(claims[k - 1], whole):
            k -= 1
            listed.insert(0, claims[k])
        k = place[id(whole)]
        while k + 1 < len(claims) and _listed(claims[k + 1], whole) and claims[k + 1] is not parts[0]:
            k += 1
            listed.append(claims[k])
        if len(listed) == len(parts) > 1 and all(_holds(w, p) for w, p in zip(listed, parts, strict=True)):
            for w, p in zip(listed, parts, strict=True):
                p.part_of, p.item = w, w.item
            continue
        for p in parts:
            if p.part_of is not None and not _holds(p.part_of, p):
                fitting = next((w for w in reversed(listed) if _holds(w, p)), None)
                if fitting is not None:
                    p.part_of, p.item = fitting, fitting.item
                elif p.sentence != whole.sentence:
                    p.part_of = None


def _listed(claim: ClaimDraft, whole: ClaimDraft) -> bool:
    """Whether a claim stands in one list with another: same sentence, event and trigger."""
    return claim.sentence == whole.sentence and claim.event == whole.event and claim.trigger == whole.trigger and claim.part_of is None


def _holds(whole: ClaimDraft, claim: ClaimDraft) -> bool:
    """Whether a part is no greater than its whole."""
    return whole.value is None or claim.value is None or claim.value <= whole.value


def _breakdown(doc: Doc, siblings: list[ClaimDraft]) -> None:
    """ "In the east 4, in the south 2 and in the capital 1 (seven in all)", or the whole first: "seven in all: 4 ..." """
    whole = next((c for c in siblings if _in_all(doc, c)), None)
    if whole is None:
        return
    parts = [c for c in siblings if c is not whole and c.event == whole.event and family(c.item) == family(whole.item)
             and c.part_of in (None, whole) and not vague(c) and _holds(whole, c)]
    if len(parts) > 1 and (whole is siblings[0] or whole is siblings[-1]):
        whole.part_of = None
        _people_all(whole, parts)
        for claim in parts:
            claim.part_of = whole
        if whole.status == "total":
            whole.status = None


def _kinds(doc: Doc, siblings: list[ClaimDraft]) -> None:
    """ "22 targets destroyed: 18 drones and four missiles": kinds of weapons that make the number before the colon or dash; "three people
    were hurt: a man was shot in the arm, two boys in the leg": of people each may have a verb."""
    for k, whole in enumerate(siblings):
        parts = [c for c in siblings[k + 1:k + 1 + _TOGETHER] if c.event == whole.event and c.part_of is None]
        if whole.item in PEOPLE and whole.part_of is None and len(parts) > 1 and ":" in doc.low[whole.last:parts[0].first]:
            if sum(c.value or 0 for c in parts) == whole.value and all(c.item in PEOPLE for c in parts):
                for c in parts:
                    c.part_of = whole
            continue
        if whole.item != "weapon" or whole.value is None or len(parts) < 2 or words("opens").isdisjoint(doc.low[whole.last:parts[0].first]):
            continue
        if sum(c.value or 0 for c in parts) == whole.value and all(c.item in _WEAPONS for c in parts):
            for c in parts:
                c.part_of = whole


def _apposed(doc: Doc, siblings: list[ClaimDraft]) -> None:
    """ "Five guards, two men and three women, were hurt": between commas, people who make the number before."""
    for k, whole in enumerate(siblings):
        parts, rest = list[ClaimDraft](), whole.value if whole.item in PEOPLE and whole.value is not None and whole.value > 1 else 0
        for claim in siblings[k + 1:k + 1 + _TOGETHER]:
            if rest <= 0 or claim.event != whole.event or claim.part_of not in (None, whole) or claim.item not in PEOPLE or not claim.value:
                break
            parts.append(claim)
            rest -= claim.value
        verb = whole.trigger[0] if whole.trigger else 0
        between = doc.low[whole.last:parts[0].first] if parts else []  # three clerks of the port, a man and two women, were hurt
        opens = len(between) <= _ASIDE and between[-1:] == [","] and between.count(",") == 1 and "and" not in between
        closes = "," in doc.low[parts[-1].last:min(verb, parts[-1].last + _ASIDE)] if parts and parts[-1].last < verb else False
        kin = all(_noun(claim) in people_words("kin") for claim in parts) and _noun(whole) not in people_words("kin")
        # seized two people, a nurse and a cook; two couriers, a man and his nephew
        told = (whole.item_text.lower() in words("any_kind") or kin) and verb < whole.first
        if rest == 0 and len(parts) > 1 and whole.part_of is None and opens and (closes or told):
            for claim in parts:
                claim.part_of = whole


def _by_place(doc: Doc, siblings: list[ClaimDraft]) -> None:
    """ "The storm killed nine people over the weekend, two in Velm and one each in Karo": bare numbers, each with a place."""
    for k, whole in enumerate(siblings):
        rest = whole.value if whole.part_of is None and whole.value is not None and whole.item in PEOPLE else 0
        parts = list[ClaimDraft]()
        for claim in siblings[k + 1:k + 1 + _TOGETHER]:
            bare = claim.number is not None and claim.number.head < 0 and claim.trigger == whole.trigger and claim.part_of in (None, whole)
            there = not _PLACED.isdisjoint(doc.low[claim.last:claim.last + 2])
            if not bare or not there or not claim.value or claim.value > rest:
                break
            parts.append(claim)
            rest -= claim.value
        # killed nine in Velm, two in Karo and one in Norby
        told = doc.low[whole.last:parts[0].number.first] if len(parts) > 1 and parts[0].number else []
        if told[-1:] == [","] and (rest == 0 or _PLACED.isdisjoint(told)):
            for claim in parts:
                claim.part_of = whole


def _of_these(before: list[ClaimDraft], siblings: list[ClaimDraft]) -> None:
    """ "Of these, eight missiles and 71 drones were shot down": parts of the numbers told in the sentence before, item by item."""
    near = before if before and siblings[0].sentence - before[0].sentence == 1 else []
    for claim in siblings:
        for whole in near if claim.part_of is None else ():
            outcomes = data()["outcomes"].get(whole.event, whole.event).split()
            if whole.item == claim.item and claim.event in outcomes and whole.part_of is None and _holds(whole, claim):
                claim.part_of = whole
                break


@cache
def _in_all_begins() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in data()["in_all"])


def _in_all(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether "in all", "in total", "a total of" stands beside a number."""
    after = doc.low[claim.last:claim.last + 2]
    if after and after[0] in _in_all_begins():
        told = " ".join(after)
        if any(told == phrase or told.startswith(phrase + " ") for phrase in data()["in_all"]):
            return True
    return " ".join(doc.low[max(0, claim.first - 2):claim.first]) in data()["total_of"]
