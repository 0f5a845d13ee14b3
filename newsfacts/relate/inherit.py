"""What claims have from one another: parts from their whole, those of a list from its end, a headline from the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from newsfacts.claims.roles.scene import words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.tokens import Doc

_WITH_GEAR = ("with-gear", "backed-by-armour")
_NEAR = 2  # sentences
_KINDS = frozenset("soldier worker child civilian prisoner hostage".split())
_FREED = frozenset(("returned", "rescued"))
_TAKEN = frozenset(("captured", "detained", "held"))
_SEIZED = ("captured", "detained")
_BELOW = 6  # claims
_LOSSES = 40  # claims of a list of losses
_FEW = 3  # people; a pair may be any
_FAR = 2  # sentences over which losses are told on
_ENDS = frozenset(".!?:;…\"”")
_WEAPONS = frozenset("drone missile rocket bomb shell weapon aircraft".split())


def settle_parts(claims: list[ClaimDraft]) -> None:
    """Of a list ("60 drones and two missiles, of which 52 drones were stopped"), the whole is what counts the same things."""
    for k, claim in enumerate(claims):
        whole = claim.part_of
        if whole is None or whole.item == claim.item or not {whole.item, claim.item} <= _WEAPONS:
            continue
        for other in reversed(claims[max(0, k - 6):k]):
            if other.item == claim.item and other.event == whole.event and other.trigger == whole.trigger:
                claim.part_of = other
                break


def inherit(claims: list[ClaimDraft]) -> None:
    """A part happened where and when its whole did, and by the same agent if it is the same event."""
    last: dict[str, ClaimDraft] = {}  # event → the last claim of it
    for claim in claims:
        whole = claim.part_of
        if whole is None:
            if claim.rule == "figure-again" and (told := last.get(claim.event)) is not None and told.item == claim.item and (
                    claim.sentence - told.sentence <= _NEAR):
                _again(claim, told)
            elif claim.rule == "come-home" and (told := last.get(claim.event)) is not None:
                claim.affiliation = claim.affiliation or told.affiliation
            last[claim.event] = claim
            continue
        if whole.event == claim.event:
            if _of_those_who_acted(claim, whole):
                claim.agent, claim.agents = None, []
            elif not claim.agent:
                claim.agent, claim.agents = whole.agent, list(whole.agents)
            if whole.sentence == claim.sentence and whole.trigger and whole.first < claim.first < claim.last <= whole.trigger[0] and (
                    claim.timex and whole.timex and not whole.first < claim.timex.first < whole.trigger[0]):
                claim.timex = whole.timex  # four days after two people, one of them a baker, died
            claim.instrument = claim.instrument or whole.instrument
            claim.target = claim.target or whole.target
        elif claim.event == "held" and whole.event in _TAKEN and claim.agent is None:
            claim.agent, claim.agents = whole.agent, list(whole.agents)  # police detained ten, four of whom remain in custody
        # freed three of the five nurses abducted in March: later; nine men came home, four of whom had been seized: before
        if {claim.event, whole.event}.isdisjoint(_FREED) or {claim.event, whole.event}.isdisjoint(_TAKEN):
            claim.place = claim.place or whole.place
            if claim.event != "held" or whole.event == "held":  # 40 were rounded up in May, and 20 of them are still in jail
                claim.timex = claim.timex or whole.timex
        claim.affiliation = claim.affiliation or whole.affiliation


def parts_there(claims: list[ClaimDraft]) -> None:
    """Parts that are found late happened where their whole did: "twelve men were trapped in a mine in Velm. Eight of them had been brought
    out by Monday"."""
    for claim in claims:
        whole = claim.part_of
        if whole is None or claim.event not in words_of("befalls") and claim.event != "rescued" or claim.modality != "asserted":
            continue
        claim.place = claim.place or whole.place


def _of_those_who_acted(claim: ClaimDraft, whole: ClaimDraft) -> bool:
    """Whether a part of the dead are of those who killed: "the bandits left 90 dead, 60 villagers and 12 bandits"."""
    word = claim.item_text.lower().rpartition(" ")[2]
    return word in words_of("outlaws") and (whole.agent or "").lower().rpartition(" ")[2] == word


def of_their_kind(doc: Doc, claims: list[ClaimDraft]) -> None:
    """A part that names no kind of its own is of the kind of its whole: four nurses, two of them women; 30 soldiers, five of whom died."""
    for claim in claims:
        whole = claim.part_of
        if whole is None or claim.item != "person" or whole.item not in _KINDS or claim.number is None:
            continue
        after = doc.low[claim.number.nlast:claim.number.nlast + 3]
        if after[:2] in (["of", "them"], ["of", "whom"]):
            bare = after[2:] == [] or after[2] not in words_of("own_kinds")  # 68 civilians, 30 of them migrants
        else:
            bare = not claim.item_text and after[:1] != ["of"]  # nine nurses died. Two of the dead
        if bare:
            claim.item = whole.item


def repeat_places(claims: list[ClaimDraft]) -> None:
    """What is told again happened where it was told to have happened: "Troops held two men in Velm. ... The two men were held after a
    search"."""
    for claim in claims:
        told = claim.repeats
        if told is not None and told.event == claim.event and claim.event in _SEIZED and told.modality == "asserted":
            claim.place = claim.place or told.place
            claim.timex = claim.timex or told.timex


def when_there(claims: list[ClaimDraft]) -> None:
    """What is told of a town again, without a time, was when others befell people there, not when those did of the town told since: "nine
    died in Velm on Monday, a day after 20 died in Norby. Another 60 people were hurt in Norby"."""
    harm = words_of("befalls")
    for k, claim in enumerate(claims):
        t = claim.timex
        if claim.event not in harm or not claim.place or t is None or claim.part_of is not None or t.first >= claim.first:
            continue
        near = [c for c in claims[max(0, k - _BELOW):k] if c.event in harm and c.timex is not None and c.modality == "asserted"]
        there = [c for c in near if c.place == claim.place]
        carried = [c for c in near if c.timex is t and c.sentence < claim.sentence]
        if there and carried and carried[-1].place and carried[-1].place != claim.place and all(c.timex is not t for c in there) and (
                claim.sentence - there[-1].sentence <= _NEAR):
            claim.timex = there[-1].timex


def tell_again(doc: Doc, claims: list[ClaimDraft]) -> None:
    """Captives told of again by their number ("a plane with the 16 landed", "44 of the 57", "if they free all 19") are those let go, or
    held, before: of the same side, let go by the same."""
    for k, claim in enumerate(claims):
        if claim.event != "returned" or claim.value is None or claim.value < _FEW or claim.part_of is not None or (
                doc.low[claim.first - 1] not in ("the", "all") and doc.low[claim.first:claim.first + 1] != ["all"]):
            continue
        told = next((c for c in reversed(claims[max(0, k - _LOSSES):k]) if c.event in ("returned", "held") and c.value == claim.value
                     and (c.affiliation or c.agent)), None)
        if told is None or claim.affiliation not in (None, told.affiliation):
            continue
        claim.affiliation = told.affiliation
        if told.event == "returned" and claim.agent is None:
            claim.agent, claim.agents = told.agent, list(told.agents)


def go_on(doc: Doc, claims: list[ClaimDraft]) -> None:
    """Losses told on are those of the time, place and side told before: "Norland has also lost 90 tanks"; "This number includes 12 men"."""
    for k, claim in enumerate(claims):
        told = next((c for c in reversed(claims[max(0, k - _LOSSES):k]) if c.affiliation and c.timex and c.timex.from_ and not c.timex.to
                     and 0 < claim.sentence - c.sentence <= _FAR), None)
        if told is None or claim.trigger is None:
            continue
        first = doc.sents[claim.sentence][0]
        if claim.affiliation == told.affiliation and claim.loser is not None and (
                "also" in doc.low[claim.trigger[0] - 2:claim.trigger[1]]) and claim.timex is None:
            claim.timex, claim.place = told.timex, claim.place or told.place
        elif claim.affiliation is None and doc.low[first + 1] in words_of("tolls_given") and doc.low[first + 2] == "includes":
            claim.affiliation, claim.place = told.affiliation, claim.place or told.place
            claim.item = told.item if claim.item == "person" else claim.item


def _again(claim: ClaimDraft, told: ClaimDraft) -> None:
    """The same figure put anew ("the governor said the figure was 34") has the time, place and side of what it corrects."""
    claim.place = claim.place or told.place
    claim.timex = claim.timex or told.timex
    claim.affiliation = claim.affiliation or told.affiliation
    if claim.agent is None:
        claim.agent, claim.agents = told.agent, list(told.agents)


def share_places(claims: list[ClaimDraft], parted: set[int]) -> None:
    """Those of a list before one verb were in the place that is told behind it: "nine Kenyans and two Ghanaians were flown to Velm"; not
    the `parted`, of whose part alone a place is told."""
    for k in range(len(claims) - 2, -1, -1):
        claim, after = claims[k], claims[k + 1]
        if k in parted:
            continue
        if claim.place is None and after.part_of is claim and after.sentence == claim.sentence and after.event == claim.event:
            parts = {c.place for c in claims[k + 1:k + 9] if c.part_of is claim and c.sentence == claim.sentence}
            claim.place = after.place if len(parts) == 1 and len(claims) > k + 2 and claims[k + 2].part_of is claim else None
        if claim.place is None and after.place and claim.trigger and claim.trigger == after.trigger and claim.event == after.event and (
                after.first < claim.trigger[0] and not (after.part_of is claim and any(
                    c.part_of is claim and c.place not in (None, after.place) for c in claims[k + 2:k + 9]))):
            # but: of the 29 drones, nine were shot down over Velm and five over Karo
            claim.place = after.place
        if claim.place is None and after.place and claim.trigger and claim.trigger == after.trigger and (
                claim.event, after.event) == ("casualties", "destroyed"):
            claim.place = after.place  # lost 90 troops, two tanks and six lorries near Velm
    for claim, after in pairwise(claims):
        if after.place is None and with_them(claim, after):
            after.place = claim.place


def with_them(claim: ClaimDraft, after: ClaimDraft) -> bool:
    """Whether what comes with those who are sent or at work is told behind them: "90 firefighters with nine engines", "and two jets"."""
    return claim.event == after.event == "deployed" and claim.sentence == after.sentence and claim.modality == after.modality and (
        after.rule in _WITH_GEAR or claim.trigger == after.trigger and after.first > claim.last and after.part_of is None)


def headline_places(doc: Doc, claims: list[ClaimDraft]) -> None:
    """What a headline tells without a place was where the text tells the same."""
    likely, before = words_of("harm", "tolls"), None
    for claim, told in titled(doc, claims):
        if claim is not before and claim.place is None and claim.event in likely and claim.item == told.item:
            claim.place, before = told.place, claim


def titled(doc: Doc, claims: list[ClaimDraft]) -> Iterator[tuple[ClaimDraft, ClaimDraft]]:
    """The claims of the headline, or of a title in the text, each with those that tell the same below it."""
    for k, claim in enumerate(claims):
        head = doc.headline is not None and claim.first < doc.headline[1]
        if head or _title(doc, claim.sentence):
            wanted = claim.event, claim.value, claim.modality
            for told in claims[k + 1:] if head else claims[k + 1:k + _BELOW]:
                if (told.event, told.value, told.modality) == wanted and told.sentence > claim.sentence and (
                        head or told.sentence - claim.sentence <= _NEAR):
                    yield claim, told


def _title(doc: Doc, sentence: int) -> bool:
    """Whether a sentence is a line of its own that does not end like a sentence."""
    first, last = doc.sents[sentence]
    if doc.low[last - 1] in _ENDS:
        return False
    k = bisect_right(doc.paras, (first, 1 << 60)) - 1
    return doc.paras[k:k + 1] == [(first, last)]
