"""Which claims are not of the day told last: still to come, a state, a toll over an unsaid time."""

from __future__ import annotations

from itertools import pairwise

from newsfacts.claims.roles.scene import words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.relate.extent import shot, taken_in, wider
from newsfacts.sources.words import verbs as speech
from newsfacts.tokens import Doc

_FREED = ("returned", "rescued")
_AHEAD = ("planned", "demanded")  # not on the day of what has happened
_COMING = ("returned", "evacuated", "displaced", "deployed", "provided", "launched")  # with "could", "would": still to come
_SAVED = 100  # people: more were saved over a long time
_TAKEN = ("captured", "detained")
_KEPT = (*_TAKEN, "held", "returned")
_BEFORE = 6  # claims
_WAR = frozenset("war conflict insurgency uprising".split())
_BEGAN = 7  # tokens of "the war in Norland began"
_PERFECT = 4  # tokens from "has" to its participle
_SHARED = 10  # tokens from "has" to the second of two participles
_STOPS = frozenset((",", ";", ":", "-", "who", "which", "that"))
_RECORD = 7  # tokens of "responsible for more than", "wanted for questioning in at least"
_SOON = 3  # sentences
_FLOWN = ("launched", "intercepted", "suppressed")
_LOOK = 40  # claims
_LATE = frozenset(("recent", "recently"))
_RECENT = 6  # tokens from a number or its event to "recent weeks"
_TOLLS = ("toll", "toll-of", "counted-at", "number-of-those")


def on_record(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether counted attacks are what somebody has on his record, whenever and wherever: "the leader is responsible for nine raids"."""
    if claim.event != "attacked":
        return False
    before = doc.low[max(doc.sents[claim.sentence][0], claim.first - _RECORD):claim.first]
    return any("-".join(pair) in words_of("on_record") for pair in pairwise(before))


def begins_war(doc: Doc, sentence: int) -> bool:
    """Whether a sentence tells how a war began, whatever the text told before: "The war began when rebels killed 40 guards"."""
    first = doc.sents[sentence][0]
    return not _WAR.isdisjoint(doc.low[first:first + 4]) and not words_of("starts").isdisjoint(doc.low[first + 2:first + _BEGAN])


def freed_after(claim: ClaimDraft) -> bool:
    """Whether people were let go some time after they were taken: "abducted on Monday and later released"."""
    return claim.rule == "and-then" and claim.event in _FREED


def to_come(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether a claim is not of the day told last, but still to come or of no day: planned, demanded, "could be freed" (but: could be dead,
    may have been freed)."""
    if claim.modality in _AHEAD:
        return True
    if claim.modality == "asserted":  # eight of the 33 hostages are dead, whenever they died
        at = claim.trigger[0] if claim.trigger and claim.number is not None and claim.number.whole >= 0 else 0
        return at > 0 and doc.low[at] == "dead" and doc.low[at - 1] in ("are", "is")
    if claim.trigger is None:
        return False
    words = doc.low[max(doc.sents[claim.sentence][0], claim.trigger[0] - 4):claim.trigger[1]]
    if claim.event not in _COMING:
        return claim.modality == "hypothetical" and "have" not in words  # to kill nine should they come; not: could have killed
    if claim.event in _FREED and claim.modality == "possible" and claim.rule != "noun-of":
        words = doc.low[max(doc.sents[claim.sentence][0], min(claim.first, claim.trigger[0]) - 4):claim.trigger[1]]
    coming = claim.modality == "hypothetical" or not words_of("ahead").isdisjoint(words)  # if they released 35; could be freed
    return coming and words_of("perfect").isdisjoint(words)


def of_late(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether a claim is told to be of no one day: "half of the shells fired in recent weeks", "have recently killed nine"."""
    if _LATE.isdisjoint(doc.keys):
        return False
    first, last = doc.sents[claim.sentence]
    words = doc.low[max(first, claim.first - _RECENT):min(last, max(claim.last, claim.trigger[1] if claim.trigger else 0) + _RECENT)]
    return any(word == "recent" and after in words_of("spans") or word == "recently" and claim.trigger is not None and (
        doc.low[claim.trigger[0] - 1] == "recently") for word, after in pairwise([*words, ""]))


def alleged(claims: list[ClaimDraft], nth: int) -> bool:
    """Whether a claim denies what is told of nowhere before it, no other figure of it: "It denied that it had captured five men"."""
    claim = claims[nth]
    kin = _FLOWN if claim.event in _FLOWN else (claim.event,)
    return claim.modality == "denied" and not any(c.event in kin and c.timex for c in claims[max(0, nth - _LOOK):nth])


def taken_before(doc: Doc, claims: list[ClaimDraft], nth: int) -> bool:
    """Whether captives told of as let go are told to have been taken, some time before: "Nine came home. Four of them were seized"."""
    claim = claims[nth]
    if claim.event not in _TAKEN or claim.number is None or doc.low[claim.number.nlast:claim.number.nlast + 2] != ["of", "them"]:
        return False
    last = next((c for c in reversed(claims[max(0, nth - _BEFORE):nth]) if c.event in _KEPT), None)
    return last is not None and last.event == "returned" and claim.sentence - last.sentence <= _SOON


def under_way(doc: Doc, claim: ClaimDraft) -> bool:
    """ "The convoy is bringing 90 home next week", "60 engineers land tomorrow": the present for what is to come."""
    if claim.trigger is None:
        return False
    word = doc.low[claim.trigger[0]]
    if word.endswith("ing"):
        return not words_of("present").isdisjoint(doc.low[max(0, claim.trigger[0] - 2):claim.trigger[0]])
    headed = doc.headline is not None and claim.first < doc.headline[1]  # "9 soldiers return Friday"
    return claim.modality == "asserted" and word in words_of("on_the_way") and claim.trigger[0] >= claim.last and not headed


def present(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether a claim tells of what is, not of what happened: "nine are sleeping in schools"."""
    return claim.trigger is not None and not words_of("present").isdisjoint(
        doc.low[max(doc.sents[claim.sentence][0], claim.trigger[0] - 3):claim.trigger[1]])


def cumulative(doc: Doc, claim: ClaimDraft, tags: str) -> bool:
    """Whether a claim is a toll over an unsaid time: "have been killed", "the toll stands at"; what forces "have downed" is the day's."""
    if claim.event == "casualties" and not shot(doc, claim) or (
            claim.rule in _TOLLS and claim.event != "participated" and wider(doc, claim, tags)):
        return True  # the toll of a day's event is of that day
    if claim.rule not in _TOLLS and claim.status == "total":
        return True
    if claim.trigger is None or claim.event not in words_of("tolls") or claim.event == "damaged" or taken_in(doc, claim) or (
            claim.event == "rescued" and (claim.value or 0) < _SAVED) or (  # have pulled nine people from the rubble
            claim.event == "missing" and claim.rule == "state"):  # five have yet to be found
        return False
    end = max(claim.last, claim.trigger[1])
    if doc.low[end:end + 2] in (["in", "the"], ["during", "the"]) and doc.low[end + 2] in words_of("campaigns"):
        return True  # 3,000 were killed in the battle for the city
    first, perfect, said = doc.sents[claim.sentence][0], words_of("perfect"), speech()  # "has said strikes killed 84" is no toll
    reach = _SHARED if doc.low[claim.trigger[0] - 1] == "and" and _STOPS.isdisjoint(
        doc.low[max(first, claim.trigger[0] - _SHARED):claim.trigger[0]]) else _PERFECT  # has broken out in the camps and killed 71
    if perfect.isdisjoint(doc.low[max(first, claim.trigger[0] - reach):claim.trigger[1]]):
        return False
    near = range(max(first, claim.trigger[0] - reach), claim.trigger[1] - 1)
    return any(doc.low[k] in perfect and k + 1 != claim.first and doc.low[k + 1] not in said  # have nine men missing
               and doc.low[k - 1] != "to" for k in near)  # is said to have killed nine on Monday
