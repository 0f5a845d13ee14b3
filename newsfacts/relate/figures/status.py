"""New numbers, running totals and corrections."""

from __future__ import annotations

from functools import cache
from itertools import pairwise, takewhile

from newsfacts.drafts import ClaimDraft
from newsfacts.inflect import verb_forms
from newsfacts.relate.dated import since_before
from newsfacts.relate.figures.same import data, family, more, same_time, words
from newsfacts.sources.words import verbs as speech
from newsfacts.tokens import Doc

_NEAR = 8  # tokens on either side of a number that are read
_KEPT = 40  # earlier claims of an event that a correction may mean


@cache
def _forms(name: str) -> frozenset[str]:
    return frozenset(form for verb in words(name) for form in verb_forms(verb))


@cache
def _totals() -> list[tuple[str, frozenset[str]]]:
    """The phrases of a running total, each with its words."""
    return [(f" {phrase} ", frozenset(phrase.split())) for phrase in data()["totals"]]


@cache
def _mistaken() -> list[str]:
    """The phrases by which a number is told that is about to be corrected."""
    return [f" {phrase} " for phrase in data()["mistaken"]]


def _sets_right(doc: Doc, mistaken: ClaimDraft, claim: ClaimDraft) -> bool:
    """Whether a claim corrects the number of an earlier version: "it had first put the toll at 71. It now says 17 died"."""
    if (mistaken.event, family(mistaken.item)) != (claim.event, family(claim.item)) or claim.sentence - mistaken.sentence not in (1, 2):
        return False
    first, last = doc.sents[claim.sentence]
    told = any(a in words("by_now") and b in speech() or b in words("by_now") and a in speech() for a, b in pairwise(doc.low[first:last]))
    right = told or not words("set_right").isdisjoint(doc.low[first:last])
    return right and claim.value != mistaken.value and same_time(mistaken, claim)


def state(doc: Doc, claims: list[ClaimDraft]) -> None:
    """Sets `status`: new ("two more"), total ("so far this year"), revised ("lowered the toll to 44", "51 were wrong")."""
    previous: ClaimDraft | None = None
    phrases = [phrase for phrase, needed in _totals() if needed <= doc.keys]
    wrong = words("wrong") & doc.keys
    mistaken: ClaimDraft | None = None  # a number told as that of an earlier version
    for k, claim in enumerate(claims):
        beside = previous is not None and previous.sentence == claim.sentence and previous.event != claim.event
        on_top = more(doc, claim) and not beside  # "three died and another nine were hurt" adds no hurt
        previous = claim
        if claim.value == 0:
            continue
        first, last = doc.sents[claim.sentence]
        before = doc.low[max(first, claim.first - _NEAR):claim.first]
        after = doc.low[claim.last:min(last, claim.last + _NEAR)]
        since = _since(doc, claim, claims[k + 1] if k + 1 < len(claims) else None) or _until_now(doc, claim)
        behind = list(takewhile(lambda word: word not in (",", ";"), after))  # asked for 25, of which two have come so far
        if since or phrases and _phrase(phrases, [*before, *behind]):
            claim.status = claim.status or "total"
        elif on_top:
            claim.status = "new"
        verb = doc.low[max(first, claim.trigger[0] - _NEAR):claim.trigger[0]] if claim.trigger else []
        if claim.status == "total" and not _forms("revise").isdisjoint([*before, *verb]):
            claim.status = "revised"
        if claim.trigger and claim.trigger[0] < claim.first and doc.low[claim.trigger[0]] in _forms("reduce"):
            before = doc.low[max(first, claim.first - _NEAR):claim.trigger[0]]  # brought down 77: no lower number
        if claim.status == "total" and not _forms("reduce").isdisjoint(before) and not words("down").isdisjoint(before):
            claim.status = "revised"
        if mistaken is not None and _sets_right(doc, mistaken, claim):
            claim.status = "revised"
        if not words("versions").isdisjoint(doc.keys) and _phrase(_mistaken(), doc.low[first:claim.first]):
            mistaken = claim
        if claim.was is not None and not _forms("revise").isdisjoint([*before, *after]):
            claim.status = "revised"
        if wrong and not wrong.isdisjoint(own := _own(after)) and not words("reports").isdisjoint([*before, *verb]) and not (
                words("turned_out").isdisjoint(own) and words("labels").isdisjoint([*before, *verb])):
            claim.status, claim.modality = "revised", "denied"


def _since(doc: Doc, claim: ClaimDraft, following: ClaimDraft | None) -> bool:
    """Whether a number runs since a day told beside it: "since January, 410", "14 dead since the raid on Monday"."""
    t = claim.timex
    if t is None or since_before(doc, t) < 0:
        return False
    if not {"when", ";"}.isdisjoint(doc.low[t.last:claim.first]):
        return False  # the first such raid since 2016, when nine were killed
    return t.last <= claim.first or (t.first - claim.last <= _NEAR and (following is None or following.first > t.first))


def _until_now(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether a number is told in the perfect tense of a time that runs until now: "have killed nine and held 60 in the east since June",
    "in the past month we have held nine"."""
    t = claim.timex
    if t is None or claim.trigger is None or claim.modality == "planned" or doc.sentence_of(t.first) != claim.sentence:
        return False  # it has 70 men there and will bring home 20 this year
    first = max(doc.sents[claim.sentence][0], claim.trigger[0] - _NEAR)
    if words("perfect").isdisjoint(doc.low[first:claim.trigger[0]]):
        return False
    return since_before(doc, t) >= 0 or not words("spans").isdisjoint(doc.low[t.first:t.last])


def _own(after: list[str]) -> list[str]:
    """The words behind a number up to those of other reports: "a toll of 44; earlier reports of 51 were wrong"."""
    return list(takewhile(lambda word: word not in (";", "reports", "report"), after))


def _phrase(phrases: list[str], told: list[str]) -> bool:
    """Whether one of the phrases, each between blanks, stands in a list of words."""
    text = f" {' '.join(told)} "
    return any(phrase in text for phrase in phrases)


def correct(claims: list[ClaimDraft]) -> None:
    """Sets `revises`: the earlier claim of the number that a correction replaces, else the last one of the same event."""
    if not any(claim.status == "revised" for claim in claims):
        return
    told: dict[tuple[str, str], list[ClaimDraft]] = {}
    for claim in claims:
        earlier = told.setdefault((claim.event, family(claim.item)), [])
        if claim.status == "revised":
            claim.revises = _corrected(claim, earlier)
        if claim.part_of is None and claim.status != "new":
            earlier.append(claim)
            del earlier[:-_KEPT]


def _corrected(claim: ClaimDraft, earlier: list[ClaimDraft]) -> ClaimDraft | None:
    number = claim.was if claim.was is not None else claim.value if claim.modality == "denied" else None
    for other in reversed(earlier):
        if other.sentence == claim.sentence and claim.was is None:
            continue
        if other.value == number if number is not None else other.value != claim.value:
            return other
    return None
