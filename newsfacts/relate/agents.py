"""Agents told outside a claim's own clause: by a pronoun, beside it, in the sentence before, or by the source itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from newsfacts.actors import side_of
from newsfacts.claims.roles.naming import ANOTHER, ATTACK, FOE, NOBODY
from newsfacts.claims.roles.scene import Deed, Scene, called, words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.tokens import Doc

_FAR = 600  # tokens before "the sides" that tell who they are
_LAST = 12  # claims before that may lend their agent
_PRIOR = 40  # tokens between a deed and what came before it
_LOOK = 8  # deeds looked at on either side of a claim
_UNIFORMED = ("soldier", "worker")
_LAUNCH = ("launched", "attacked", "hit")


def carry_agents(doc: Doc, claims: list[ClaimDraft], scene: Scene) -> None:
    """Sets the agents that a claim's own clause does not name, in text order."""
    before: list[ClaimDraft] = []  # claims with an agent, of this sentence and the one before
    for claim in claims:
        before = [c for c in before[-_LAST:] if c.sentence >= claim.sentence - 1]
        if claim.agent is None and claim.pending != NOBODY and not _within(claim):
            _carry(doc, claim, scene, before)
        if claim.agent is not None:
            before.append(claim)


def _within(claim: ClaimDraft) -> bool:
    """Whether a claim is a part told with its whole, from which it has its agent."""
    whole = claim.part_of
    return whole is not None and whole.event == claim.event and whole.sentence == claim.sentence


def _carry(doc: Doc, claim: ClaimDraft, scene: Scene, before: list[ClaimDraft]) -> None:
    if claim.pending and claim.pending not in (ATTACK, ANOTHER):
        _pronoun(claim, scene, before)
        return
    if claim.event == "intercepted":
        same = [c for c in before if c.event == "intercepted"]
        if same:
            _copy(claim, same[-1])
        else:
            _by_source(claim, scene)
        return
    if claim.event == "returned":
        claim.agent = _swappers(doc, claim, scene)
        return
    if claim.event not in words_of("harm") and claim.event not in _LAUNCH:
        return
    if claim.event == "attacked" and (side := _own_attack(claim, scene)):
        claim.agent = side  # 60 Norlandic attacks
        return
    alone = claim.pending == ANOTHER or _stands_alone(doc, claim) or scene.apart(claim.sentence)
    deed = _deed(doc, claim, scene)
    if deed is None:
        kin = next((words_of(key) for key in ("people", "things") if claim.event in words_of(key)), frozenset())
        same = [c for c in before if (c.event in kin or c.event in _LAUNCH) and (c.sentence == claim.sentence or not alone)
                and _one_time(c, claim) and not (claim.pending and _earlier_event(doc, c, claim))]
        if same and not (claim.item in _UNIFORMED and _forces(same[-1])):
            _copy(claim, same[-1])
            return
        earlier = scene.deeds_in(claim.sentence - 1) if claim.sentence and not alone and claim.item not in _UNIFORMED else ()
        deed = earlier[-1] if earlier else None
    if deed is not None:
        claim.agent, claim.agents = deed.agent, list(deed.actors)


def _swappers(doc: Doc, claim: ClaimDraft, scene: Scene) -> str | None:
    """The two sides named where captives are swapped: "a swap between Norland and Sudland", "Ninety captives changed hands"."""
    if claim.trigger is None or not claim.each and words_of("mutual").isdisjoint(doc.low[claim.trigger[0]:claim.trigger[1] + 1]):
        return None
    for sentence in (claim.sentence, claim.sentence - 1):
        if sentence < 0 or (sentence != claim.sentence and words_of("mutual").isdisjoint(doc.low[slice(*doc.sents[sentence])])):
            continue
        first, last = doc.sents[sentence]
        sides: dict[str, None] = {}
        for token in re.finditer("[JCA]", scene.tags[first:last]):
            who = scene.who(first + token.start())
            if who and who[2] and side_of(who[2]):
                sides[who[2]] = None
        if len(sides) == 2:
            return " and ".join(sides)
    return None


def _earlier_event(doc: Doc, other: ClaimDraft, claim: ClaimDraft) -> bool:
    """Whether a claim tells of what came before the other: "struck 47 targets in retaliation for an attack that killed five"."""
    return other.sentence == claim.sentence and not words_of("prior").isdisjoint(doc.low[max(other.last, claim.first - _PRIOR):claim.first])


def _own_attack(claim: ClaimDraft, scene: Scene) -> str | None:
    """The side that a word on a counted attack tells."""
    for token in range(claim.first, claim.last):
        if scene.tags[token] in "Jg" and (who := scene.who(token)):
            return who[0]
    return None


def _marked_as(claim: ClaimDraft, scene: Scene) -> str | None:
    """The side that a word on the noun tells: "18 Norlandic missiles"."""
    found = (who[2] for token in range(claim.first, claim.last) if scene.tags[token] in "JC" and (who := scene.who(token)))
    return next(found, None)


def _by_source(claim: ClaimDraft, scene: Scene) -> None:
    """An armed force that tells what was done to the other side did it."""
    if claim.source_actor is not None:
        source = scene.actors.list[claim.source_actor]
        if source.kind in ("organization", "group") and words_of("armed") & set(source.name.lower().split()):
            claim.agent, claim.agents = source.name, [claim.source_actor]


def _forces(claim: ClaimDraft) -> bool:
    """Whether the agent is a force, whose own men the next victims in uniform may well be."""
    return claim.agent is not None and not words_of("armed").isdisjoint(claim.agent.lower().split())


def _one_time(a: ClaimDraft, b: ClaimDraft) -> bool:
    """Whether two claims may tell of one event, as far as their months go."""
    one, other = (c.timex.from_ if c.timex else None for c in (a, b))
    return one is None or other is None or one[:7] == other[:7]


def _stands_alone(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether a claim sums up more than one event, so that the sentence before tells no agent: "have been killed since"."""
    if claim.status == "total" or claim.rule in ("toll", "counted-at") or claim.trigger is None:
        return True
    if claim.timex is not None and claim.timex.value is not None and len(claim.timex.value) <= 7 and claim.timex.value[-1] not in "DH":
        return True  # in 2022
    begins = doc.sents[claim.sentence][0]
    if claim.timex is not None and begins <= claim.timex.first <= begins + 2 < claim.first:
        return True  # On 6 March, ...: another event
    words = doc.low[max(doc.sents[claim.sentence][0], claim.trigger[0] - 4):claim.trigger[1]]
    return not words_of("perfect").isdisjoint(words)


def _copy(claim: ClaimDraft, other: ClaimDraft) -> None:
    claim.agent, claim.agents = other.agent, list(other.agents)


def _deed(doc: Doc, claim: ClaimDraft, scene: Scene) -> Deed | None:
    """The attack named nearest to the claim in its sentence."""
    first, _ = doc.sents[claim.sentence]
    at = claim.trigger[0] if claim.trigger else claim.first
    deeds = scene.deeds_in(claim.sentence)
    if len(deeds) > 2 * _LOOK:
        k = bisect_left(deeds, at, key=lambda d: d.first)
        deeds = deeds[max(0, k - _LOOK):k + _LOOK]
    prior = words_of("prior")
    deeds = [d for d in deeds if not claim.first <= d.first < claim.last
             and "since" not in doc.low[max(first, d.first - 3):d.first] and (claim.pending is None or d.first < at)
             and (claim.pending is None or prior.isdisjoint(doc.low[max(d.last, at - _PRIOR):at]))]
    return min(deeds, key=lambda d: (abs(d.first - at), d.first), default=None)


def _pronoun(claim: ClaimDraft, scene: Scene, before: list[ClaimDraft]) -> None:
    """ "It had shot down 12", "we lost", "their strikes": the source, else the last one who acted."""
    actors = scene.actors
    pronoun, _, noun = (claim.pending or "").partition(" ")
    if pronoun == FOE:
        own = scene.side(claim.source_actor) if claim.source_actor is not None else None
        claim.agent = scene.foe(own) or noun
        return
    says = not (claim.cue or "").lower().startswith("according")  # "it fired 12, according to the UN": not the UN
    if claim.pending in words_of("plural_sides"):
        joint = [c for c in before if c.agent and " and " in c.agent]
        if joint:
            _copy(claim, joint[-1])
        else:
            claim.agent = _two_sides(claim, scene)
        return
    if claim.pending == "we" and claim.source_actor is None and claim.source:
        claim.agent = next((side for word in claim.source.split() if word[:1].isupper() and (side := side_of(word))), None)
        return
    if pronoun in ("it", "they") and claim.source_actor is None and claim.source and says and (
            pronoun == "it" or claim.source.split()[0].endswith("s") or claim.source.endswith("s")):
        claim.agent = claim.source
        return
    if (pronoun in ("we", "it", "they") or noun) and claim.source_actor is not None and says:
        source = actors.list[claim.source_actor]
        side = scene.side(claim.source_actor)
        if pronoun == "we":
            if side:
                claim.agent = side
            return
        if source.kind != "person" and (not noun or side or source.kind != "group"):
            claim.agent, claim.agents = (side, []) if noun and side else (called(source), [claim.source_actor])
            return
    topic = _topic(claim, scene) if claim.event != "intercepted" else None  # the side named first is the one that fired
    if topic is not None and _marked_as(claim, scene) != scene.side(topic) and (noun or pronoun in ("it", "they")):
        claim.agent, claim.agents = called(actors.list[topic]), [topic]
        return
    deed = None
    if pronoun in ("its", "their") and not noun:
        deed = _deed(scene.doc, claim, scene) or next(iter(scene.deeds_in(claim.sentence - 1)[-1:] if claim.sentence else ()), None)
    if deed is not None:
        claim.agent, claim.agents = deed.agent, list(deed.actors)
    elif before and not noun:
        _copy(claim, before[-1])
    elif noun:
        claim.agent = noun
    elif pronoun == "they" and any(tag == "O" for tag in scene.tags[claim.first:claim.last]):
        claim.agent = scene.foe(None)  # they have killed 200 of our men


def _topic(claim: ClaimDraft, scene: Scene) -> int | None:
    """The country or side with which this sentence begins, or the one before: "Norland's campaign goes on. In May it fired 50"."""
    for sentence in (claim.sentence, claim.sentence - 1):
        if sentence < 0:
            break
        first, last = scene.doc.sents[sentence]
        for token in range(first, min(first + 3, last, claim.first)):
            if scene.tags[token] in "CA" and scene.side(who := scene.actors.at[token]) and scene.actors.list[who].kind != "person":
                return who
    return None


def _two_sides(claim: ClaimDraft, scene: Scene) -> str | None:
    """ "The sides": the two countries, or others that attack, that the text has named most so far, if no third comes near."""
    votes: Counter[str] = Counter()
    attackers = {deed.side for deed in scene.deeds()}
    begin = max(0, claim.first - _FAR)
    for token in re.finditer("[JCGA]", scene.tags[begin:claim.first]):
        who = scene.who(begin + token.start())
        if who and who[2] and (who[2] in attackers or side_of(who[2])):
            votes[who[2]] += 1
    most = votes.most_common(3)
    if len(most) < 2 or (len(most) > 2 and most[2][1] * 2 > most[1][1]):
        return None
    return f"{most[0][0]} and {most[1][0]}"
