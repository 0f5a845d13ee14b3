"""What a sentence tells aside, of what came before: "the war, sparked by an attack in which 1,200 died on 7 October, has killed 61,000"."""

from __future__ import annotations

from itertools import pairwise

from newsfacts.claims.roles.scene import words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.sources.words import verbs as speech
from newsfacts.tokens import Doc

NONE = range(0)
_MARKS = frozenset("mark marks marked marking".split())
_IN = ("in", "at", "on")
_ENDED: tuple[list[str], ...] = ([], ["."], [","], [";"])
_HAD = 2  # tokens from "had" to its participle
_NTH = ("st", "nd", "rd", "th")
_SUCH = 4  # tokens before "since": 69 th such swap
_NEAR = 4  # tokens of "for all the"
_TOPIC = 8  # tokens from "report on" to "that killed"
_TRIED = 20  # tokens from "sentenced" to that for which


def remembered(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether a claim tells of what an anniversary is of: "thousands marked the anniversary of protests in which 60 died"."""
    words = doc.low[doc.sents[claim.sentence][0]:claim.first]
    if "since" in words and not _MARKS.isdisjoint(words[:words.index("since")]) and "that" in words[words.index("since"):]:
        return True  # Friday marks ten years since the attack that killed 12
    if words_of("anniversaries").isdisjoint(doc.keys):
        return False
    at = next((k for k, word in enumerate(words) if word in words_of("anniversaries")), -1)
    return at >= 0 and not {"which", "that", "when", "who"}.isdisjoint(words[at:])


def cause_aside(doc: Doc, claim: ClaimDraft) -> range:
    """The tokens before a claim that tell of something else: an aside on what brought about the thing that its sentence is about, or what
    happens over it ("marched on Sunday over the deaths of 16 pupils"); empty without any."""
    causes = words_of("caused")
    if apart := _complained_of(doc, claim) or _recalled(doc, claim):
        return apart
    if causes.isdisjoint(doc.keys) and "after" not in doc.keys:
        return NONE
    first, before = doc.sents[claim.sentence][0], claim.first if claim.trigger is None else min(claim.first, claim.trigger[0])
    words = doc.low[first:before]
    if "," not in words:
        return NONE
    opened = next((k for k, word in enumerate(words[:-2]) if word == "," and (
        words[k + 1] in causes and words[k + 2] == "by" or words[k + 1].endswith("ed") and words[k + 2] == "after")), -1)
    closed = len(words) - 1 - words[::-1].index(",")
    return range(first + opened, first + closed) if 0 <= opened < closed else NONE


def _complained_of(doc: Doc, claim: ClaimDraft) -> range:
    """The tokens of a sentence before "over the deaths of 16 pupils", or that for which somebody is sentenced; empty without any."""
    if claim.trigger is None or claim.event not in words_of("people"):
        return NONE
    first, at = doc.sents[claim.sentence][0], min(claim.trigger[0], claim.first)
    at -= doc.low[at - 1] == "the"
    if at < first + 2:
        return NONE
    tried = doc.low[at - 1] in words_of("tried_for") and not words_of("tried").isdisjoint(doc.low[max(first, at - _TRIED):at])
    if not tried and doc.low[at - 1] == "where":  # jailed four men in March for killings in Velm, where 33 died
        begin = max(first, at - _TRIED)
        near = doc.low[begin:at]
        verb = next((k for k, word in enumerate(near) if word in words_of("tried")), len(near))
        charge = next((k for k in range(verb + 1, len(near)) if near[k] in words_of("tried_for")), -1)
        return range(first, begin + charge) if charge > 0 else NONE
    return range(first, at) if tried or doc.low[at - 1] in words_of("over_deaths") else NONE


def _recalled(doc: Doc, claim: ClaimDraft) -> range:
    """The tokens of a sentence before those whose death is only recalled: "gathered on Sunday to remember the 23 people killed", "a report
    on the fire that killed nine"; empty without any."""
    if claim.trigger is None or claim.event not in words_of("people"):
        return NONE
    low, first = doc.low, doc.sents[claim.sentence][0]
    number = claim.first if claim.number is None else claim.number.first
    at, topics = number - 1, words_of("topics")
    while at > first and low[at] in words_of("recalled_as") and number - at < _NEAR:
        at -= 1
    if claim.trigger[0] >= claim.last and low[at] in words_of("recalling"):
        return range(first, number)
    if low[claim.trigger[0] - 1] in ("that", "which"):
        near = low[max(first, claim.trigger[0] - _TOPIC):claim.trigger[0]]
        if any(a in topics and b in words_of("about") for a, b in pairwise(near)):
            return range(first, claim.trigger[0])
    return NONE


def since_told(doc: Doc, claim: ClaimDraft, first: int, last: int) -> bool:
    """Whether the tokens first..last tell since when a claim is counted: not "arrested 34, bringing the number held since May to 480"."""
    low = doc.low
    spots = [t for t in range(first, last) if low[t] == "since" and low[t + 1:t + 2] not in _ENDED and not _said_since(low, t) and not (
        t > claim.last and ";" in low[claim.last:t])]  # three were hurt; a fourth has not been seen since
    if not spots or _nth(low[max(first, spots[0] - _SUCH):spots[0]]) or low[spots[0] - 1] in words_of("perfect") and spots[0] > claim.last:
        return False  # the raid, the ninth since May; in the 69th swap since the war; three were held, two of whom have since been freed
    return spots[0] < claim.last or words_of("raising").isdisjoint(low[claim.last:spots[0]])


def _said_since(low: list[str], t: int) -> bool:
    """Whether "since" at a token only tells that somebody has spoken by now: "The mayor has since said that nine died"."""
    return low[t - 1] in words_of("perfect") and low[t + 1:t + 2] != [] and low[t + 1] in speech()


def _nth(words: list[str]) -> bool:
    """Whether one of some words is an ordinal: ninth, 69th."""
    return any(word in words_of("ordinals") or word in _NTH and before[:1].isdigit() for before, word in pairwise(["", *words]))


def before_that(doc: Doc, claim: ClaimDraft) -> int:
    """The token that opens a clause in which a claim tells of what had happened before: "at a post where nine recruits had died", "in
    which 12 had died"; -1 without one."""
    if claim.trigger is None or "had" not in doc.keys:
        return -1
    first = doc.sents[claim.sentence][0]
    words = doc.low[first:claim.trigger[1]]
    opened = max((k for k, word in enumerate(words) if word == "where" or word == "which" and words[k - 1] in _IN), default=-1)
    if opened <= 0 or "had" not in words[opened:] or "," in words[opened:]:
        return -1
    told = words[words.index("had", opened):len(words) - (claim.trigger[1] - claim.trigger[0])]
    return first + opened if len(told) <= _HAD or "and" in told else -1  # a strike on a hall in which two families had hidden killed nine
