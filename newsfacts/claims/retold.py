"""Who of the people without a number was told of before: "the leader" after "a rebel leader", a name after "a driver"."""

from __future__ import annotations

from itertools import pairwise

from newsfacts.claims.context import Context
from newsfacts.claims.implied import dies_next
from newsfacts.claims.people import Person, words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.numbers.words import singular

_KEPT = 60  # claims before that someone may take up
_NEAR = 15  # sentences within which someone unnamed is taken up
_UNLIKE = frozenset(("soldier", "worker", "civilian", "child"))
_WOUNDS = frozenset(("wound", "wounds"))
_FAMILY = {"detained": "captured", "held": "captured"}


def settle(context: Context, people: list[Person], claims: list[ClaimDraft]) -> list[ClaimDraft]:
    """Tells who was told of before: a name or "the leader" takes up a claim of the same event, or is one of a number told before. Gives
    the claims without those wounded who are then told to have died."""
    by_token = {p.number.nfirst: p for p in people}
    before: list[tuple[ClaimDraft, Person | None]] = []
    taken: dict[int, int] = {}  # id of a claim → the actor that took it up
    for claim in claims:
        person = by_token.get(claim.first) if claim.number is not None and claim.number.noun else None
        if person is not None and claim.number is person.number:
            claim.number = None
            recent = before[-_KEPT:]
            if person.how == "many":
                _again(context, claim, recent)
            elif person.how != "a":
                _take_up(context, claim, person, recent, taken)
        else:
            person = None
            if claim.rule == "counted-event-noun":
                _sum_up(claim, [c for c, _ in before[-_KEPT:]])
        if claim.modality == "asserted" and (claim.low or 0) > 0:
            before.append((claim, person))
    lists = _lists(claims, {claim.first for claim in claims if claim.number is None and by_token[claim.first].how == "the"})
    _others(context, claims, lists)
    kept = [claim for claim in claims if not _dead_later(context, claim, claims, by_token)]
    return [c for c in kept if not (c.repeats and c.number is None and by_token[c.first].how == "he")]  # told by no noun


def _dead_later(context: Context, claim: ClaimDraft, claims: list[ClaimDraft], people: dict[int, Person]) -> bool:
    """Whether someone shot or found with wounds is then told to have died, in a claim of its own: "A man was shot. The victim died"; of
    "He died" the claim itself takes the event."""
    low = context.doc.low
    if claim.event != "wounded" or claim.value != 1 or claim.trigger is None or claim.modality != "asserted":
        return False
    wounds = not _WOUNDS.isdisjoint(low[claim.trigger[0]:claim.trigger[1] + 4])  # found with gunshot wounds, suffering from stab wounds
    if not wounds and context.rules.lemmas.get(low[claim.trigger[0]]) not in words_of("by_weapons"):
        return False
    if dies_next(context.doc, claim.sentence):
        claim.event = "killed"
        for later in claims:  # of which "He died" tells again
            person = people.get(later.first)
            if person is not None and person.how == "he" and later.event == "killed" and 0 < later.sentence - claim.sentence < 3:
                later.repeats = claim
        return False
    word = low[claim.last - 1]
    for later in claims:
        person = people.get(later.first)
        if person is None or person.how == "a" or later.event != "killed" or later.value != 1 or later.part_of or later.repeats:
            continue
        told = low[later.last - 1]
        first = context.doc.sents[later.sentence][0]
        if person.how == "he":  # the victim was taken to a hospital, where he died
            told = low[first + 1] if low[first] == "the" else ""
        same = person.how == "name" or told == word or told in words_of("anyone") and told not in words_of("culprits")
        if same and 0 < later.sentence - claim.sentence <= _NEAR:
            return True
    return False


def _sum_up(claim: ClaimDraft, before: list[ClaimDraft]) -> None:
    """ "A man was found dead. One fatality": the deaths counted are those told before, where they add up and some had no number."""
    if not claim.value or claim.repeats or claim.part_of:
        return
    told = [c for c in before if c.event == claim.event and not (c.repeats or c.part_of) and c.sentence != claim.sentence]
    if any(c.number is None for c in told) and sum(c.low or 0 for c in told) == claim.value:
        if len(told) == 1:
            claim.repeats = told[0]
        else:
            claim.status = claim.status or "total"


def _lists(claims: list[ClaimDraft], definite: set[int]) -> dict[tuple[int, int] | None, list[ClaimDraft]]:
    """ "The leader and several rebels were detained" after "a leader and several of his men": all of them are told again. Gives the
    claims of each trigger."""
    lists: dict[tuple[int, int] | None, list[ClaimDraft]] = {}
    for claim in claims:
        if claim.trigger is not None and claim.modality == "asserted":
            lists.setdefault(claim.trigger, []).append(claim)
    for together in lists.values():
        known = next((c for c in together if c.first in definite and (c.repeats or c.part_of)), None)
        if known is None or len(together) < 2 or known.repeats in together:
            continue
        free = [c for c in together if not (c.repeats or c.part_of)]
        if known.part_of is not None and known.repeats is None:
            if sum(c.low or 0 for c in together) <= (known.part_of.low or 0):
                for claim in free:
                    claim.part_of = known.part_of
        elif known.repeats is not None and known.repeats.part_of is not None:
            if sum(c.low or 0 for c in together) <= (known.repeats.part_of.low or 0):
                for claim in free:
                    claim.part_of = known.repeats.part_of
        elif known.repeats is not None:
            others = [c for c in lists.get(known.repeats.trigger, ()) if c is not known.repeats]
            for claim in free:
                same = next((c for c in others if c.low == claim.low or (c.value is None) != (claim.value is None)), None)
                if same is not None:
                    claim.repeats = same.repeats or same
                    others.remove(same)
    return lists


def _others(context: Context, claims: list[ClaimDraft], lists: dict[tuple[int, int] | None, list[ClaimDraft]]) -> None:
    """ "The leader was detained. Another rebel was held too" after "a leader and one rebel": the other one of that list."""
    for before, claim in pairwise(claims):
        first = before.repeats
        if first is None or claim.repeats or claim.part_of or claim.sentence - before.sentence != 1 or not _more(context, claim):
            continue
        others = lists.get(first.trigger, [])
        word = context.doc.low[claim.last - 1]
        same = next((c for c in others if c is not first and c.low == claim.low and context.doc.low[c.last - 1] == word), None)
        if same is not None:
            claim.repeats = same
            others.remove(same)


def _again(context: Context, claim: ClaimDraft, before: list[tuple[ClaimDraft, Person | None]]) -> None:
    """A plural without a number after a number of the same: "the suspected rebels were detained" after "six suspected rebels"."""
    family = _FAMILY.get(claim.event, claim.event)
    more = _more(context, claim)
    for c, _ in reversed(before):
        if claim.sentence - c.sentence > _NEAR:
            return
        if (c.low or 0) > 1 and c.sentence != claim.sentence and _FAMILY.get(c.event, c.event) == family and _more(context, c) >= more:
            claim.repeats = c.repeats or c
            return


def _more(context: Context, claim: ClaimDraft) -> bool:
    """Whether more people than those before are meant: "other rebels", "another rebel"."""
    return not words_of("more").isdisjoint(context.doc.low[claim.first:claim.last])


def _one_of_them(context: Context, claim: ClaimDraft, word: str, before: list[tuple[ClaimDraft, Person | None]]) -> ClaimDraft | None:
    """The number of which "the older brother" is one: two brothers, hurt or dead."""
    if claim.event != "killed":
        return None
    for c, _ in reversed(before):
        if claim.sentence - c.sentence > _NEAR:
            break
        if c.event in ("wounded", "casualties") and (c.value or 0) > 1 and c.part_of is None and c.sentence != claim.sentence and (
                singular(context.doc.low[c.last - 1]) == word != context.doc.low[c.last - 1]):
            return c.repeats or c
    return None


def _another(context: Context, c: ClaimDraft, claim: ClaimDraft, word: str, harmed: bool) -> bool:
    """Whether someone with an article is not whom an earlier claim tells of: the gunman is not the girl, the doctor not the driver."""
    if "'s" in context.doc.low[claim.first:claim.last]:
        return True  # the leader's brother
    known, items = singular(context.doc.low[c.last - 1]), context.rules.items
    if harmed:
        return known not in words_of("culprits")
    if known in words_of("anyone") or word in words_of("anyone"):
        return False
    return word in words_of("kin") or known != word and items.get(known) == items.get(word) == "worker"


def _take_up(context: Context, claim: ClaimDraft, person: Person, before: list[tuple[ClaimDraft, Person | None]],
             taken: dict[int, int]) -> None:
    family = _FAMILY.get(claim.event, claim.event)
    same = [(c, p) for c, p in reversed(before) if _FAMILY.get(c.event, c.event) == family]
    for c, p in same:  # the same name again
        if p and p.who >= 0 and p.who == person.who:
            claim.repeats = c.repeats or c
            return
    word = context.doc.low[claim.last - 1]
    same = [(c, p) for c, p in same if claim.sentence - c.sentence <= _NEAR]
    singles = [(c, p) for c, p in same if c.value == 1 and not c.repeats]
    singles.sort(key=lambda told: context.doc.low[told[0].last - 1] != word)  # "the leader" is the leader told, not the man told last
    harmed = claim.event in ("killed", "wounded") and word in words_of("culprits")  # the gunman is none of the nine killed
    for c, _ in singles:
        if harmed and c.item in _UNLIKE and c.item != "soldier":
            continue  # nor the girl
        known = context.doc.low[c.last - 1] == word or person.how == "the" and word in words_of("anyone") or person.how == "he"
        if known and person.how != "name" and (c.sentence != claim.sentence or person.how == "he"):
            claim.repeats = c
            return
    if person.how == "whose":
        return
    if person.how == "the" and (pair := _one_of_them(context, claim, word, before)) is not None:
        claim.part_of = pair
        return
    for c, p in singles:
        if person.how == "the" and _another(context, c, claim, word, harmed):
            continue
        if (p is None or p.who < 0) and taken.get(id(c), person.who) == person.who and c.sentence != claim.sentence:
            claim.repeats = c
            taken[id(c)] = person.who
            return
    if person.how == "the" and ("'s" in context.doc.low[claim.first:claim.last] or any(
            c.value == 1 and context.doc.low[c.last - 1] == word for c, _ in before)):
        return  # the town's governor, the woman who was hurt are none of the two guards killed
    role = context.actors.list[person.who].role if person.who >= 0 else None
    told_as = context.rules.items.get(role.lower().rpartition(" ")[2]) if role else None
    for c, _ in same:
        if told_as in _UNLIKE and c.item in _UNLIKE and told_as != c.item:
            continue  # a commander is none of eight policemen
        if harmed and c.item != "soldier" and singular(context.doc.low[c.last - 1]) not in words_of("culprits"):
            continue
        if (c.low or 0) > 1 and c.part_of is None and c.sentence != claim.sentence:
            claim.part_of = c.repeats or c
            return
