"""With what and at what: the weapon or cause of harm, and what was struck."""

from __future__ import annotations

from newsfacts.claims.roles.scene import TAGGER, words_of
from newsfacts.drafts import ClaimDraft, timed
from newsfacts.late import late
from newsfacts.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from newsfacts.claims.context import Context

_AT = ("at", "on", "against", "towards", "toward", "into")
_CAUSES = ("in", "by", "from", "after", "during", "following", "under", "to")
_WEAPONS = frozenset("drone missile rocket bomb shell weapon aircraft".split())
_STRIKES = ("launched", "attacked", "hit")
# of a passive: "the bridge over the Karo"
_PATIENT = late(r"(?:^|[.;:,vpc]|(?<![NAzE])&)[zD]{0,4}?([NA][NAE]{0,3}(?:z?[oz][NA]|zz?){0,2})[zD]{0,3}$")
_STRUCK = 8  # chunks between an event and what it strikes


def target_of(context: Context, claim: ClaimDraft) -> None:
    """Sets the target of weapons and attacks: "fired 41 drones at the port", "two bombs hit the depot"."""
    if claim.event not in _STRIKES or claim.trigger is None or claim.number is None:
        return
    if claim.event == "hit" and claim.item not in _WEAPONS:
        return
    chunks, string = context.chunks, context.chunks.string
    at, number = chunks.at(claim.trigger[0]), chunks.at(claim.first)
    if string[at] == "P" and "b" in string[at:number] and string[number + 1:number + 3] in (",N", ",A"):
        claim.target = phrase(context, number + 2)  # hit by two bombs, the depot burned
        return
    if string[at] == "W" and "b" in string[at:number]:
        claim.target = _befallen(context, at)  # the bridge was hit by two bombs
        if claim.target:
            return
    if string[at] == "E" and string[at - 1:at] == "h":  # struck the port with a wave of 40 drones
        verb = at - 2
        while verb > 0 and string[verb] in "zNA":
            verb -= 1
        if string[verb] == "V" and string[verb + 1] in "NA":
            claim.target = phrase(context, verb + 1)
            return
    begin = max(at, number) + 1
    for i in range(begin, min(begin + _STRUCK, len(string))):
        if string[i] in ".;VvWwPpIiGgBr" or (string[i] == "," and i > begin):
            break
        word = context.doc.low[chunks.firsts[i]] if chunks.lasts[i] > chunks.firsts[i] else ""
        if string[i] in "zn0" and word in _AT and string[i + 1:i + 2] in tuple("zNAEg"):
            claim.target = phrase(context, i + 1)
            return
    if string[at] in "VIG" and string[at + 1:at + 2] in ("N", "A") and (number > at or claim.event == "hit"):
        if number > at and "h" not in string[at:number + 1]:
            return
        claim.target = phrase(context, at + 1)


def _befallen(context: Context, at: int) -> str | None:
    """The subject of the passive in chunk `at`, where it is one thing that begins its clause; no number, none of several."""
    match = _PATIENT.search(context.chunks.string, max(0, at - _STRUCK), at)
    return phrase(context, match.start(1)) if match else None


def phrase(context: Context, i: int) -> str | None:
    """The words of the noun phrase that begins at chunk i, with "of ..." after it; None where it is a time or a pronoun."""
    chunks, doc, string = context.chunks, context.doc, context.chunks.string
    last = i
    while last + 1 < len(string):
        if (string[last] in "NA" or string[last] in "QM" and last > i) and string[last + 1] in "NAE":
            last += 1  # at a nine-storey block
        elif string[last + 1:last + 3] in ("zz", "oN", "oA", "zN", "zA") and doc.low[chunks.firsts[last + 1]] == "of":
            last += 2
        elif string[last + 1] in "NAEzQM" and (
                _DETERMINERS.issuperset(alone := doc.low[chunks.firsts[last]:chunks.lasts[last]]) or len(alone) == 1 and (
                    TAGGER[doc.forms[chunks.firsts[last]]] == "d")):
            last += 1
        elif string[last + 1:last + 3] in ("&N", "&A") and TAGGER[doc.forms[chunks.lasts[last] - 1]] == "J":
            last += 2  # on Norlandic and coalition forces
        else:
            break
    if timed(context.timexes, chunks.firsts[i], chunks.lasts[last]):
        return None
    if _DETERMINERS.issuperset(doc.low[chunks.firsts[i]:chunks.lasts[last]]):
        return None
    text = doc.words(chunks.firsts[i], chunks.lasts[last])
    return text.removesuffix("'s").removesuffix("’s") or None


_DETERMINERS = frozenset("a an the this that these those its their his her our some several another both all other".split())


def instrument_of(context: Context, claim: ClaimDraft, subject: int | None) -> None:
    """Sets the weapon or cause: what killed, or what it was done by or in ("in a drone strike")."""
    if claim.trigger is None or claim.event not in words_of("harm") or claim.event in ("attacked", "captured") or (
            claim.rule in ("summed-after-finite", "power-goes-out")):
        return
    chunks, string, doc = context.chunks, context.chunks.string, context.doc
    at = chunks.at(claim.trigger[0])
    if subject is not None and string[subject] in "NEzA":
        direct = string[at] in "V" and not claim.agent
        heap = string[subject + 1:subject + 2] == "o" and doc.low[chunks.lasts[subject] - 1] in words_of("heaps")  # a wave of strikes
        claim.instrument = heap and cause(context, subject + 2, any_noun=False) or cause(context, subject, any_noun=direct)
        if claim.instrument and claim.instrument.rpartition(" ")[2].lower() in words_of("foes"):
            claim.instrument = None  # the enemy shelled
        other = cause(context, subject - 2, any_noun=False) if subject > 1 and string[subject - 2:subject] in ("N&", "E&") else None
        if other and claim.instrument:
            claim.instrument = f"{other} and {claim.instrument}"  # drones and missiles
    if claim.instrument is None and string[at] in ("WPSQ" if claim.agent else "WPSVQ"):
        start = max(at, chunks.at(claim.first)) + 1
        for i in range(start, min(start + _STRUCK, len(string))):
            if string[i] in ".;VvWwIiGgr,":
                break
            if string[i] in "znb" and chunks.lasts[i] > chunks.firsts[i] and doc.low[chunks.firsts[i]] in _CAUSES and i + 1 < len(string):
                claim.instrument = cause(context, i + 1, any_noun=False)
                if claim.instrument:
                    return


def cause(context: Context, chunk: int, any_noun: bool) -> str | None:
    """The words of a chunk without determiners and words of side, if they name an attack, a weapon, a disaster (or `any_noun`)."""
    chunks, doc = context.chunks, context.doc
    first, last = chunks.firsts[chunk], chunks.lasts[chunk]
    while last > first and doc.low[last - 1] == "'s":
        last -= 1
    if last <= first or any(t in context.actors.at for t in range(first, last)):
        return None
    if last == first + 1 and doc.forms[first].startswith("March"):
        return None  # since March
    tags = [TAGGER[doc.forms[t]] for t in range(first, last)]
    for k in range(len(tags) - 1, -1, -1):
        if tags[k] in "tIJgO'" or doc.low[first + k] in _DETERMINERS:
            first += k + 1
            del tags[:k + 1]
            break
    if tags[1:] and doc.low[last - 1] in ("round", "rounds"):
        tags.pop()  # a mortar round
    if not tags or not (tags[-1] in "awq" or (any_noun and tags[-1] == "x")):
        return None
    return doc.words(first, last)
