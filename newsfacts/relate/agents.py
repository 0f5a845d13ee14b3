"""Agents told outside a claim's own clause: by a pronoun, beside it, in the sentence before, or by the source itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from newsfacts.actors import side_of
from newsfacts.claims.people import words_of as people_words
from newsfacts.claims.roles.naming import AGAIN, ANOTHER, ATTACK, FOE, NOBODY
from newsfacts.claims.roles.scene import Deed, Scene, called, words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.relate.openers import named_again, swappers, taker, they
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
    summed = -1  # the sentence that has told a sum over more than one event: "430 have been killed and 900 hurt since May"
    for claim in claims:
        before = [c for c in before[-_LAST:] if c.sentence >= claim.sentence - 1]
        if claim.sentence == summed:
            before = [c for c in before if c.sentence == claim.sentence]
        if claim.pending == AGAIN and (who := named_again(scene, claim)) is not None:
            claim.agent, claim.agents = called(scene.actors.list[who]), [who]
        if claim.agent is None and claim.pending != NOBODY and not _within(claim):
            _carry(doc, claim, scene, before)
            if claim.agent is not None and claim.pending is None and claim.event in words_of("people") and _own_victims(claim, scene):
                claim.agent, claim.agents = None, []
        if claim.agent is not None:
            before.append(claim)
        elif claim.event in words_of("harm") and claim.trigger is not None and not words_of("perfect").isdisjoint(
                doc.low[max(doc.sents[claim.sentence][0], claim.trigger[0] - 4):claim.trigger[1]]):
            summed = claim.sentence


def _own_victims(claim: ClaimDraft, scene: Scene) -> bool:
    """Whether the agent told before is the side of the source, which counts its own dead and is no armed force: a health ministry."""
    if claim.source_actor is None:
        return False
    source = scene.actors.list[claim.source_actor]
    if _armed(source.name) and words_of("healing").isdisjoint(source.name.lower().split()):
        return False
    own = scene.side(claim.source_actor)
    agents = {scene.side(who) for who in claim.agents} or {side_of(claim.agent or "")}
    return own is not None and agents == {own}


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
        claim.agent = swappers(scene, claim)
        return
    if claim.pending is None and (who := taker(scene, claim)) is not None:
        claim.agent, claim.agents = called(scene.actors.list[who]), [who]
        return
    if claim.event not in words_of("harm") and claim.event not in _LAUNCH:
        return
    if claim.event == "attacked" and (side := _own_attack(claim, scene)):
        claim.agent = side  # 60 Norlandic attacks
        return
    deed = _deed(doc, claim, scene)
    if deed is None:
        alone = claim.pending == ANOTHER or _stands_alone(doc, claim) or scene.apart(claim.sentence) or _told_after(doc, claim)
        kin = next((words_of(key) for key in ("people", "things") if claim.event in words_of(key)), frozenset())
        same = [c for c in before if not _culprit(c) and (c.event in kin or c.event in _LAUNCH)
                and (c.sentence == claim.sentence or not alone) and _one_time(c, claim)
                and not (claim.pending and _earlier_event(doc, c, claim))]
        if same and not (claim.item in _UNIFORMED and _forces(same[-1])) and not _alike(claim, same[-1].agent):
            _copy(claim, same[-1])
            return
        earlier = scene.deeds_in(claim.sentence - 1) if claim.sentence and not alone else ()
        deed = earlier[-1] if earlier else None
        if deed is not None and ((claim.item in _UNIFORMED and (deed.side or _armed(deed.agent)))
                                 or any(c.agent == deed.agent and not _one_time(c, claim) for c in before)):
            deed = None
        if deed is not None and _alike(claim, deed.agent):
            deed = None
    if deed is not None:
        claim.agent, claim.agents = deed.agent, list(deed.actors)


def _culprit(claim: ClaimDraft) -> bool:
    """Whether the one killed or caught is the one who hurt the others: "an officer killed the gunman. Fourteen people were hurt"."""
    return claim.value == 1 and claim.item_text.rpartition(" ")[2].lower() in people_words("culprits")


def _told_after(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether an attack is told as what came before: "the raid came two days after a barrage killed nine"."""
    if claim.pending is None or claim.trigger is None:
        return False
    first = max(doc.sents[claim.sentence][0], claim.trigger[0] - _PRIOR)
    return not words_of("prior").isdisjoint(doc.low[first:claim.trigger[0]])


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
    return claim.agent is not None and _armed(claim.agent)


def _alike(claim: ClaimDraft, agent: str | None) -> bool:
    """Whether the victims are those who acted: gunmen ambushed a convoy, six of the attackers were shot."""
    outlaws = words_of("outlaws")
    return agent is not None and claim.item_text.lower().rpartition(" ")[2] in outlaws and agent.lower().rpartition(" ")[2] in outlaws


def _armed(name: str) -> bool:
    return not words_of("armed").isdisjoint(name.lower().split())


def _one_time(a: ClaimDraft, b: ClaimDraft) -> bool:
    """Whether two claims may tell of one event, as far as their days go."""
    one, other = a.timex, b.timex
    if one is None or other is None or one.from_ is None or other.from_ is None:
        return True
    return one.from_ <= (other.to or other.from_) and other.from_ <= (one.to or one.from_)


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
    if not deeds:
        return None
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
        claim.agent = (scene.foe(own) if own or claim.source_actor is not None else None) or noun  # nobody's enemy is told
        return
    ours = "O" in scene.tags[claim.first:claim.last] or (
        claim.event in _LAUNCH and "O" in scene.tags[claim.last:min(claim.last + _LOOK, scene.doc.sents[claim.sentence][1])])
    if pronoun == "they" and ours:  # they have killed 200 of our men, they have fired 40 missiles at our ports
        claim.agent = scene.foe(scene.side(claim.source_actor) if claim.source_actor is not None else None)
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
    if (pronoun in ("we", "it", "they", "its", "their") or noun) and claim.source_actor is not None and says:
        source = actors.list[claim.source_actor]
        side = scene.side(claim.source_actor)
        if pronoun == "we":
            if side:
                claim.agent = side
            elif source.kind != "person":
                claim.agent, claim.agents = called(source), [claim.source_actor]
            return
        if source.kind != "person" and (not noun or side or source.kind != "group"):
            own = side if noun or pronoun in ("its", "their") else None
            claim.agent, claim.agents = (own, []) if own else (called(source), [claim.source_actor])
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
    elif pronoun in ("they", "its", "their") and not noun and (who := they(scene, claim, pronoun)) is not None:
        claim.agent, claim.agents = called(actors.list[who]), [who]
    elif noun:
        claim.agent = noun


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
