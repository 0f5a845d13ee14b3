"""Agents told outside a claim's own clause: by a pronoun, beside it, in the sentence before, or by the source itself."""

from __future__ import annotations

from newsfacts.actors import side_of
from newsfacts.actors.sides import countries, side_in
from newsfacts.claims.items import PEOPLE
from newsfacts.claims.roles.naming import AGAIN, ANOTHER, ATTACK, NOBODY
from newsfacts.claims.roles.scene import Deed, Scene, called, forms_of, words_of
from newsfacts.drafts import ActorDraft, ClaimDraft
from newsfacts.relate.asides import cause_aside
from newsfacts.relate.assailants import captors
from newsfacts.relate.harm import alike, armed, carry_harm, forces, outlaws, side_told
from newsfacts.relate.openers import (
    clement,
    defenders,
    hits_back,
    named_again,
    opener,
    swappers,
    taker,
    takers_of,
    told_of,
)
from newsfacts.relate.owners import state_of
from newsfacts.relate.pronouns import copy_agent, marked_as, others_named, resolve, stopped
from newsfacts.relate.timeless import on_record
from newsfacts.tokens import Doc

_NEXT = 6  # claims on either side
_HARMLESS = ("worker", "civilian", "child", "person")
_CLAIMED = (["claimed", "an"], ["claimed", "the"], ["claimed", "a"])
_LAST = 12  # claims before that may lend their agent
_FOES = frozenset("occupiers invaders enemies occupier invader".split())
_UNVEILS = ("announced", "announces", "unveiled", "unveils")
_AIM = 9  # tokens from "fired" to whom
_NOTE = 4  # tokens of a sentence that only counts
_LOOK = 8  # deeds looked at on either side of a claim
_UNIFORMED = ("soldier", "worker")
_LAUNCH = ("launched", "attacked", "hit")
_OWN = frozenset(("its", "our"))
_NOT_BY_PEOPLE = ("provided", "killed")
_UNSURE = ("possible", "hypothetical", "denied", "demanded")
_CUSTODY = ("captured", "detained", "held")
_BY_ALLIES = ("provided", "deployed")
_BE = frozenset("been were was".split())
_OF_IT = frozenset("the them these those".split())
_THE = frozenset(("the", "this", "that", "latest", "new"))
_STOPPED = ("intercepted", "suppressed")
_ON_TOP = (["on", "top", "of"], ["in", "addition", "to"])


def carry_agents(doc: Doc, claims: list[ClaimDraft], scene: Scene) -> None:
    """Sets the agents that a claim's own clause does not name, in text order."""
    before: list[ClaimDraft] = []  # claims with an agent, of this sentence and the one before
    nobody: ClaimDraft | None = None  # the claim before, of harm that nobody is told to have done
    parts: dict[int, list[ClaimDraft]] = {}
    for claim in claims:
        if claim.part_of is not None:
            parts.setdefault(id(claim.part_of), []).append(claim)
    swap: ClaimDraft | None = None  # the last captives that two sides were told to swap
    spoken: dict[tuple[int, str], ClaimDraft] = {}  # what a country did last, by who tells of it and the event
    unknown = -1  # the first token of the last claim of harm that names nobody, by a verb with another subject
    summed = -1  # the sentence that has told a sum over more than one event: "430 have been killed and 900 hurt since May"
    for k, claim in enumerate(claims):
        before = [c for c in before[-_LAST:] if c.sentence >= claim.sentence - 1]
        if apart := cause_aside(doc, claim):
            before = [c for c in before if c.first not in apart]
        if claim.sentence == summed:
            before = [c for c in before if c.sentence == claim.sentence]
        if unknown >= 0 and claim.pending not in ("it", "they"):
            before = [c for c in before if c.first > unknown]  # police shot five, hours after a van left nine dead. Fifteen are in hospital
        treated = claim.event == "wounded" and claim.trigger is not None and doc.low[claim.trigger[0]].startswith("hospitali")
        if nobody is not None and claim.sentence == nobody.sentence and "and" in doc.low[nobody.last:claim.first] and (
                claim.rule == "bare-participle" and claim.first - nobody.last <= _NOTE or treated and nobody.part_of is None):
            claim.pending = NOBODY  # received six bodies and 40 wounded
        if claim.pending == AGAIN and (again := named_again(scene, claim)) is not None:
            claim.agent, claim.agents = again
        if claim.agent is None and claim.event in words_of("harm") and (deed := _claimed(doc, claim, scene)) is not None:
            claim.agent, claim.agents = deed.agent, list(deed.actors)
        if claim.agent is None and claim.event in ("killed", "wounded", "casualties") and (
                claim.loser is None and _owned_up(doc, claim, scene)):
            claim.agent, claim.agents = claim.source, [] if claim.source_actor is None else [claim.source_actor]
        if len(claim.agents) == 1 and (culprit := told_of(scene, claim)):
            claim.agent, claim.agents = culprit, []
        outlawed = claim.agents and claim.trigger and doc.low[claim.trigger[0]] in words_of("outlawed")
        if outlawed and doc.low[doc.sents[claim.sentence][0]] in ("it", "they") and not words_of("state_arms").isdisjoint(
                (claim.agent or "").lower().split()):
            claim.agent, claim.agents = None, []  # the army said rebels had killed four. They abducted nine
            if before and before[-1].agents != claim.agents:
                copy_agent(claim, before[-1])
        if claim.agent is not None and before and claim.agent == before[-1].agent:
            stopped(scene, claim, before)
        if swap is not None and claim.agent is None and claim.event == "returned" and _swapped_again(claim, swap, scene):
            copy_agent(claim, swap)
        if claim.agent is None and claim.pending != NOBODY and not _within(claim) and not on_record(doc, claim):
            if claim.rule != "counted-event-noun" or doc.sents[claim.sentence][1] - doc.sents[claim.sentence][0] > _NOTE:  # "3 fatalities."
                victims = [c for c in claims[max(0, k - _NEXT):k + _NEXT] if c.sentence == claim.sentence and (
                    c.item in _HARMLESS and c.event in words_of("people") or c.event == claim.event == "destroyed")]  # 90 Norlandic jets
                _carry(doc, claim, scene, before, victims)
            if claim.agent is not None and _by_others(doc, claim, scene, parts.get(id(claim), [])):
                claim.agent, claim.agents = None, []
        if claim.agent is not None and before and (before[-1].agent or "").endswith(f" {claim.agent}") and claim.agent.islower():
            copy_agent(claim, before[-1])  # Norlandic-backed militias fired 18 rockets; three soldiers died
        if claim.agent is None and claim.event in ("launched", "provided"):
            _by_teller(doc, claim, scene)
        elif claim.agent is None and claim.event == "seized" and before and _lost_to_them(claim, before[-1], scene):
            copy_agent(claim, before[-1])
        if claim.agent is None and claim.pending == "we" and claim.source_actor is not None and (
                own := spoken.get((claim.source_actor, claim.event))) is not None:
            copy_agent(claim, own)  # Norland will send 26 tanks, the minister, Olha Marn, said. "We have sent 61," she told reporters
        if claim.agent is None and claim.pending is None and claim.event == "provided" and (part := _of_a_gift(doc, claim, before)):
            copy_agent(claim, part)
        if claim.agent is None and claim.rule.startswith("noun-") and (gave := _whose_package(scene, claim, before)) is not None:
            claim.agent, claim.agents = gave
        if claim.stance == "denied" and claim.modality == "asserted" and claim.agent == claim.source and claim.event in words_of("people"):
            claim.agent, claim.agents = None, []  # the Karo Front denied carrying out the attack, which killed nine
        if claim.stance == "admitted" and claim.source_actor is not None and claim.event in words_of("people") and (
                side_told(claim, scene) == scene.side(claim.source_actor)) and scene.side(claim.source_actor):
            claim.agent, claim.agents = None, []  # Norland acknowledged that two soldiers had been wounded
        if claim.agent is None and claim.event in words_of("harm") and claim.rule == "state" and before and (
                before[-1].sentence == claim.sentence and before[-1].trigger != claim.trigger):
            unknown = claim.first
        nobody = claim if claim.agent is None and claim.event in words_of("harm") else None
        if claim.event == "returned" and " and " in (claim.agent or ""):
            swap = claim
        if claim.event in _BY_ALLIES and claim.source_actor is not None and claim.agent in countries().codes:
            spoken[claim.source_actor, claim.event] = claim
        if claim.agent is not None and not (claim.event == "attacked" and claim.rule == "whole"):  # stopped 30 of 41 assaults
            before.append(claim)
        elif claim.pending == NOBODY and claim.event in words_of("harm"):
            before.clear()  # someone else acts from here on
        elif claim.event in words_of("harm") and claim.trigger is not None and not words_of("perfect").isdisjoint(
                doc.low[max(doc.sents[claim.sentence][0], claim.trigger[0] - 4):claim.trigger[1]]):
            summed = claim.sentence


def _lost_to_them(claim: ClaimDraft, last: ClaimDraft, scene: Scene) -> bool:
    """Whether what a side lost was taken by its foe, who just took such: "Norland took nine villages. Sudland says it lost two"."""
    taker = side_told(last, scene)
    return claim.loser is not None and last.event == "seized" and last.item == claim.item and scene.state(taker) and (
        claim.affiliation or (scene.side(claim.source_actor) if claim.source_actor is not None else None)) not in (None, taker)


def _by_others(doc: Doc, claim: ClaimDraft, scene: Scene, parts: list[ClaimDraft]) -> bool:
    """Whether those told before cannot have done this: the victims are of them, they have no jets, soldiers abduct nobody."""
    agent = claim.agent or ""
    if claim.event in words_of("harm") and any(_of_them(part, agent) for part in (claim, *parts)):
        return True
    active = claim.trigger is not None and claim.trigger[0] < claim.first
    if active and claim.trigger and agent.lower().rpartition(" ")[2] in words_of("outlaws") and not words_of("warplanes").isdisjoint(
            doc.low[doc.sents[claim.sentence][0]:claim.trigger[0]]):
        return True  # gunmen raided a post, killing six. Helicopters hit two camps
    if claim.event in words_of("people") and _of_the_counted(doc, claim, scene):
        return True
    if claim.event in words_of("people") and "own" in doc.low[claim.first:claim.last] and "of" in doc.low[claim.first:claim.last]:
        return True  # four of its own men were killed, the group said
    if claim.pending is not None:
        return False
    if armed(agent) and claim.trigger and doc.low[claim.trigger[0]] in words_of("outlawed"):
        return True  # 40 rebels were killed by the army, and ten people were abducted
    return claim.event in words_of("people") and _own_victims(claim, scene)


def _by_teller(doc: Doc, claim: ClaimDraft, scene: Scene) -> None:
    """Sets who fired or gave what is told without an agent, where the teller did: "the army said its jets had dropped nine bombs",
    "Norland announced an $8 million package"."""
    if claim.event == "launched":
        if claim.trigger and claim.trigger[0] < claim.first and doc.low[claim.trigger[0] - 1] in words_of("warplanes"):
            _by_source(claim, scene)
        if claim.agent is None and claim.pending is None:
            claim.agent = _at_its_foe(doc, claim, scene)
    elif (claim.cue or "").lower() in _UNVEILS and claim.source_actor is not None and claim.pending is None:
        teller = scene.actors.list[claim.source_actor]
        if teller.kind in ("country", "organization", "group"):
            claim.agent, claim.agents = called(teller), [claim.source_actor]


def _at_its_foe(doc: Doc, claim: ClaimDraft, scene: Scene) -> str | None:
    """The armed band that tells of what was fired at another side: "the Houthis claimed 17 drones had been fired at Danish ships"."""
    own = scene.side(claim.source_actor) if claim.source_actor is not None and claim.trigger is not None else None
    if own is None or own in countries().codes or not scene.state(own):
        return None
    first, last = max(claim.last, claim.trigger[1] if claim.trigger else 0), doc.sents[claim.sentence][1]
    for token in range(first, min(first + _AIM, last)):
        if scene.tags[token] in "JC" and (who := scene.who(token)) is not None:
            return own if who[2] not in (None, own) and doc.low[first:first + 1] in (["at"], ["against"], ["towards"], ["on"]) else None
    return None


def _swapped_again(claim: ClaimDraft, swap: ClaimDraft, scene: Scene) -> bool:
    """Whether "the sides" are those of a swap before, where no others are named: "The army and the rebels swapped 90 men. Under a deal of
    May, the sides are to free a further 60"."""
    low, at = scene.doc.low, claim.trigger[0] if claim.trigger else claim.first
    first = scene.doc.sents[claim.sentence][0]
    if not claim.each and claim.pending not in words_of("plural_sides") and (
            words_of("plural_sides").isdisjoint(low[max(first, at - _NOTE):at])):
        return False
    return swappers(scene, claim) is None and not others_named(scene, claim, swap.agent or "")


def _of_a_gift(doc: Doc, claim: ClaimDraft, before: list[ClaimDraft]) -> ClaimDraft | None:
    """What donors were told to give, where a claim is of a part of it: "Norland pledged 40 jets. Nine of them will go in May"."""
    if claim.trigger is None or claim.trigger[0] < claim.last or "by" in doc.low[claim.trigger[1]:claim.trigger[1] + 1]:
        return None
    last = before[-1] if before and before[-1].sentence == claim.sentence and before[-1].event == "provided" else None
    if last is not None and (claim.rule == "tranche-paid" or doc.low[claim.first - 4:claim.first - 1] in _ON_TOP):
        return last  # will send nine howitzers on top of the 12 already delivered; with a first 6 million to be paid in May
    low = doc.low[claim.first:claim.last + 2]
    told = "of" in low and not _OF_IT.isdisjoint(low[low.index("of") + 1:low.index("of") + 2])
    bare = not claim.item_text and not forms_of("gives_away").isdisjoint(doc.low[slice(*claim.trigger)]) and not _BE.isdisjoint(
        doc.low[claim.last:claim.trigger[1]])  # nine have been delivered
    if not told and not bare:
        return None
    gifts = [c for c in before if c.event == "provided" and (told or c.item == claim.item and _no_less(c, claim))]
    gifts = [c for c in gifts if c.item == claim.item] or (gifts if claim.item == "vehicle" else [])
    return gifts[-1] if len({c.agent for c in gifts}) == 1 else None


def _whose_package(scene: Scene, claim: ClaimDraft, before: list[ClaimDraft]) -> tuple[str, list[int]] | None:
    """(name, actors) of those who gave the package just told: "Norland approved a package of aid. The package includes nine tanks"."""
    low, at = scene.doc.low, claim.trigger[0] if claim.trigger else 0
    if claim.event != "provided" or claim.pending is not None or not claim.sentence or low[at] not in words_of("packages") or (
            low[at - 1] not in _THE):
        return None
    gifts = [c for c in before if c.event == "provided" and c.sentence == claim.sentence - 1]
    if gifts:
        return (gifts[-1].agent or "", gifts[-1].agents) if len({c.agent for c in gifts}) == 1 else None
    told = low[slice(*scene.doc.sents[claim.sentence - 1])]
    if low[at] not in told or forms_of("makes_gifts").isdisjoint(told) or not words_of("fails").isdisjoint(told):
        return None
    first = max(scene.doc.sents[claim.sentence - 1][0], scene.dateline(claim.sentence - 1))
    first += scene.tags[first] == "t"
    who = opener(scene, claim.sentence - 1)
    if who is None and first in scene.actors.at and low[scene.actors.mention_at[first].last] in _UNVEILS:
        who = scene.actors.at[first]
    return None if who is None else (called(scene.actors.list[who]), [who])


def _no_less(whole: ClaimDraft, part: ClaimDraft) -> bool:
    return whole.value is not None and part.value is not None and part.value <= whole.value


def drop_crowds(claims: list[ClaimDraft]) -> None:
    """Bare people give nothing and kill nobody: "the firm said 12 people were missing and promised 500,000", where the firm does."""
    for claim in claims:
        if claim.agent == "people" and claim.event in _NOT_BY_PEOPLE:
            claim.agent, claim.agents = None, []
            if claim.event == "provided" and claim.source is not None:
                claim.agent, claim.agents = claim.source, [] if claim.source_actor is None else [claim.source_actor]


def spare_own(doc: Doc, untold: list[ClaimDraft], scene: Scene) -> None:
    """Nobody kills his own, unless it is told: "Norland struck Velm, killing 20. One Norlandic soldier was killed", "put Norlandic losses
    at 90"; but: "Police fired on the crowd. Nine Norlanders were killed". `untold`: the claims whose own clause names no agent."""
    for claim in untold:
        if claim.agent is None or claim.affiliation is None or claim.event not in words_of("people") or _within(claim):
            continue
        if claim.affiliation == side_told(claim, scene) and (
                claim.item in _UNIFORMED or not forces(claim) or doc.opens_line(doc.sents[claim.sentence][0])):
            claim.agent, claim.agents = None, []


def keep(doc: Doc, claims: list[ClaimDraft]) -> None:
    """Those who took captives hold them and let them go: "police arrested nine men. Six were released"."""
    last: ClaimDraft | None = None  # the last claim with an agent
    for claim in claims:
        kept = claim.event == "held" or claim.event == "returned" and _let_go(doc, claim, last)
        if kept and claim.agent is None and claim.pending is None and last is not None and last.sentence >= claim.sentence - 1 and (
                last.event in _CUSTODY or claim.event == "held" and _frees_some(last)):
            copy_agent(claim, last)
        if claim.agent is not None:
            last = claim


def _frees_some(claim: ClaimDraft) -> bool:
    """Whether those who took captives let some go: "gunmen released 16 pupils, but 71 are still held"; not commandos, who free them."""
    return claim.event == "returned" and (claim.agent or "").lower().rpartition(" ")[2] in words_of("outlaws")


def _let_go(doc: Doc, claim: ClaimDraft, last: ClaimDraft | None) -> bool:
    """Whether captives are released, as those do who hold them; those whom the police arrested are freed by it."""
    word = doc.low[claim.trigger[0]] if claim.trigger is not None else ""
    arrested = last is not None and last.event == "detained" and claim.modality != "demanded"
    return word in ("released", "let", "bailed") or arrested and claim.trigger is not None and "freed" in doc.low[slice(*claim.trigger)]


def _own_victims(claim: ClaimDraft, scene: Scene) -> bool:
    """Whether the agent told before is the side of the source, which counts its own dead and is no armed force: a health ministry."""
    if claim.source_actor is None:
        return False
    source = scene.actors.list[claim.source_actor]
    if not _OWN.isdisjoint(scene.doc.low[max(0, claim.first - _LOOK) if claim.item == "soldier" else claim.first:claim.last]):
        pass  # three of its soldiers were killed, the army said
    elif armed(source.name) and words_of("healing").isdisjoint(source.name.lower().split()):
        return False
    own = scene.side(claim.source_actor)
    agents = {scene.side(who) for who in claim.agents} or {side_of(claim.agent or "")}
    return own is not None and agents == {own}


def _within(claim: ClaimDraft) -> bool:
    """Whether a claim is a part told with its whole, from which it has its agent."""
    whole = claim.part_of
    return whole is not None and whole.event == claim.event and whole.sentence == claim.sentence


def _carry(doc: Doc, claim: ClaimDraft, scene: Scene, before: list[ClaimDraft], victims: list[ClaimDraft]) -> None:
    """Sets the agent of a claim by who is told in its sentence and the one before; `before`, `victims`: claims with an agent, and those
    of people in the sentence."""
    if claim.pending and claim.pending not in (ATTACK, ANOTHER):
        resolve(claim, scene, before)
        return
    if claim.event in _STOPPED:
        _carry_stopped(doc, claim, scene, before)
        return
    if claim.event == "returned":
        _carry_freed(doc, claim, scene, before)
        return
    if claim.pending is None and claim.modality not in _UNSURE and _by_takers(doc, claim, scene, before):
        return
    if _to_come(doc, claim):
        before = [c for c in before if c.sentence == claim.sentence]
    if claim.event in words_of("harm") or claim.event in _LAUNCH:
        carry_harm(doc, claim, scene, before, victims)


def _carry_stopped(doc: Doc, claim: ClaimDraft, scene: Scene, before: list[ClaimDraft]) -> None:
    """Sets who stopped weapons: those who stopped the last ones, or tell of it."""
    marked = marked_as(claim, scene)  # 38 Norlandic drones: Norland did not shoot them down
    same = [c for c in before if c.event in _STOPPED and (marked is None or marked not in (
        side_of(c.agent or ""), *map(scene.side, c.agents)))]
    if same and claim.event == "intercepted" and claim.source_actor is not None and (
            same[-1].source_actor not in (None, claim.source_actor)):
        same = []  # the other side's ministry claims that 33 were shot down
    if same:
        more = claim.event != "suppressed" or not words_of("more").isdisjoint(doc.low[claim.first - 1:claim.last])
        if more and (claim.event != "suppressed" or same[-1].agent == claim.source) and not _sum_of_more(doc, claim, same[-1]):
            copy_agent(claim, same[-1])  # a further nine were lost from radar
    elif claim.event == "intercepted":
        _by_source(claim, scene)
        if claim.agent is None and claim.source_actor is None and marked is None and claim.sentence:
            claim.agent = defenders(scene, claim.sentence - 1)


def _sum_of_more(doc: Doc, claim: ClaimDraft, last: ClaimDraft) -> bool:
    """Whether more was stopped than one crew did: "a crew shot down two drones. Since May, 900 have been downed"."""
    return last.sentence < claim.sentence and "since" in doc.low[slice(*doc.sents[claim.sentence])] and not _no_less(last, claim) and not (
        words_of("crews").isdisjoint((last.agent or "").lower().split()))


def _carry_freed(doc: Doc, claim: ClaimDraft, scene: Scene, before: list[ClaimDraft]) -> None:
    """Sets who let captives go or sent people back: two sides that swap them, who pardoned, who let others go before."""
    claim.agent = swappers(scene, claim)
    if claim.agent is not None or claim.pending is not None:
        return
    if claim.rule == "toll-after" and before and before[-1].event == "returned" and before[-1].sentence == claim.sentence:
        copy_agent(claim, before[-1])  # Norland handed over 30 bodies, bringing to 195 the number received
    elif (who := clement(scene, claim)) is not None:
        claim.agent, claim.agents = who
    elif (whole := next((c for c in reversed(before) if _the_same(doc, claim, c)), None)) is not None:
        copy_agent(claim, whole)
        claim.part_of = claim.part_of or whole
    elif before and before[-1].event == "returned" and not scene.apart(claim.sentence) and _more_of_it(doc, claim, before[-1]) and (
            marked_as(claim, scene) in (None, marked_as(before[-1], scene))):
        copy_agent(claim, before[-1])


def _the_same(doc: Doc, claim: ClaimDraft, last: ClaimDraft) -> bool:
    """Whether a claim tells who those were that had just been freed: "freed five hostages. The hostages, three women and two men, were
    handed over"."""
    first = doc.sents[claim.sentence][0]
    noun = last.item_text.rpartition(" ")[2].lower()
    return last.event == "returned" and last.modality == claim.modality == "asserted" and last.sentence == claim.sentence - 1 and (
        doc.low[first:first + 3] == ["the", noun, ","]) and claim.trigger is not None and claim.first < claim.trigger[0] and (
        claim.value or 0) < (last.value or 0) and "by" not in doc.low[claim.trigger[1]:claim.trigger[1] + 1]


def _by_takers(doc: Doc, claim: ClaimDraft, scene: Scene, before: list[ClaimDraft]) -> bool:
    """Sets who took, killed or gave as those told before do: police, an army, donors; tells whether somebody did."""
    last = before[-1] if before else None
    if last and claim.item == "soldier" and last.event in _STOPPED and claim.item_text.lower().rpartition(" ")[2] in _FOES:
        copy_agent(claim, last)  # the army stopped nine assaults. Eighty occupiers were killed
        return True
    if last and last.sentence == claim.sentence and outlaws(claim) and claim.event in words_of("people") and (
            last.event in words_of("done_again") and not alike(claim, last.agent) and forces(last)):
        copy_agent(claim, last)  # commandos freed 61 hostages; 12 attackers were killed
        return True
    if claim.event == "held" and claim.agent is None and (keepers := captors(scene, claim)) is not None:
        claim.agent, claim.agents = keepers, []
        return True
    if last and claim.rule == "those-include" and last.event == claim.event:
        copy_agent(claim, last)  # troops rescued 40 villagers. Those rescued include nine children
        return True
    takers = takers_of(claim.event)
    if takers and last and last.sentence == claim.sentence and last.event in words_of("harm") and (
            (last.agent or "").lower().rpartition(" ")[2] in takers):
        copy_agent(claim, last)  # police stormed the house, where two men were killed and three arrested
        return True
    if (took := taker(scene, claim)) is not None:
        claim.agent, claim.agents = took[0], list(took[1])
        return True
    if claim.event == "detained" and (claim.source or "").lower().rpartition(" ")[2] in words_of("policemen"):
        claim.agent, claim.agents = claim.source, [] if claim.source_actor is None else [claim.source_actor]
        return True  # the police said two men had been arrested
    if (outlaws(claim) or claim.item_text.lower().endswith("armed men")) and (force_back := hits_back(scene, claim)) is not None:
        claim.agent, claim.agents = force_back
        return True
    force = _against_outlaws(claim, scene) if claim.event in words_of("people") else None
    if force is not None:
        claim.agent, claim.agents = called(scene.actors.list[force]), [force]
        return True
    if last and last.event == claim.event and (
            last.sentence == claim.sentence or not scene.apart(claim.sentence)) and _more_of_it(doc, claim, last):
        copy_agent(claim, last)
        return True
    return False


def _more_of_it(doc: Doc, claim: ClaimDraft, last: ClaimDraft) -> bool:
    """Whether more people or things were taken, sent, given by those who did so just before: "police arrested nine men. Three others were
    picked up in Velm", "will send 900 men; a further 40 will be moved there"."""
    if claim.event == "provided" and " of which " in f" {' '.join(doc.low[max(last.last, claim.first - 3):claim.first])} ":
        return True  # pledged 90 million euros, of which 60 million had been paid out
    if claim.event not in words_of("done_again") or claim.modality in _UNSURE or claim.rule == "counted-event-noun":
        return False  # police arrested 90. The opposition spoke of 350 arrests
    if claim.event == "provided" and claim.trigger and doc.low[claim.trigger[1] - 1] not in forms_of("gives_away"):
        return False  # a further 400 tonnes are expected to arrive
    if claim.item != last.item and claim.item_text and (claim.event == "returned" or not {claim.item, last.item} <= PEOPLE):
        return False
    words = doc.low[max(doc.sents[claim.sentence][0], claim.first - 1):claim.last]  # a further six
    if doc.low[claim.last:claim.last + 1] == ["more"]:
        return True  # four more
    if claim.trigger is not None:
        words = words + doc.low[max(claim.last, claim.trigger[0] - 2):claim.trigger[1]]
    return claim.event == "detained" and doc.low[doc.sents[claim.sentence][0]] not in words_of("whereabouts") or not (
        words_of("more") | {"also"}).isdisjoint(words)


def _against_outlaws(claim: ClaimDraft, scene: Scene) -> int | None:
    """The force with which the sentence before begins, where outlaws fell: "Troops fought off a raid. Nine militants were killed"."""
    first, last = scene.doc.sents[claim.sentence - 1]
    told_by_force = not words_of("armed").isdisjoint((claim.source or "").lower().split())  # the army said 43 rebels had been killed
    if not outlaws(claim) or told_by_force and words_of("repels").isdisjoint(scene.doc.low[first:last]):
        return None
    who = opener(scene, claim.sentence - 1)
    force = words_of("armed", "troop_words")
    return None if who is None or force.isdisjoint(scene.actors.list[who].name.lower().split()) else who


def _to_come(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether harm is only feared or threatened, not by those who did other harm: "police beat three. Hundreds could be killed if"."""
    if claim.modality == "asserted" or claim.trigger is None:
        return False
    words = doc.low[max(doc.sents[claim.sentence][0], claim.trigger[0] - 4):claim.trigger[1]]
    return claim.modality == "hypothetical" or not words_of("coming").isdisjoint(words) and words_of("perfect").isdisjoint(words)


def _by_source(claim: ClaimDraft, scene: Scene) -> None:
    """An armed force that tells what was done to the other side did it, the side of its spokesman too."""
    if claim.source_actor is None:
        words = (claim.source or "").split()
        if len(words) > 1 and armed(claim.source or "") and words_of("spokesmen") & {words[-1].lower()}:
            claim.agent = _not_theirs(claim, scene, side_in(words))  # a Norlandic defence official
        return
    source = scene.actors.list[claim.source_actor]
    if source.kind in ("organization", "group") and words_of("armed") & set(source.name.lower().split()):
        claim.agent, claim.agents = source.name, [claim.source_actor]
    elif source.kind == "person" and (armed(source.role or "") or words_of("ranks") & set((source.role or "").lower().split())):
        claim.agent = _not_theirs(claim, scene, scene.side(claim.source_actor) or state_of("military", scene) or (
            state_of("armed forces", scene)) or _capital(scene, source))
    elif source.kind == "country" or source.capital or source.kind != "person" and side_of(source.name):
        claim.agent = _not_theirs(claim, scene, scene.side(claim.source_actor))


def _capital(scene: Scene, speaker: ActorDraft) -> str | None:
    """The country in whose capital an officer speaks, where he is named first: "in Velm, Colonel Ivo Tarn said"."""
    first, last = scene.doc.sents[scene.doc.sentence_of(speaker.mentions[0].first)]
    names = (scene.actors.list[scene.actors.at[t]].name for t in range(first, last) if scene.tags[t] == "G")
    seats = {countries().capitals[name] for name in names if name in countries().capitals}
    return seats.pop() if len(seats) == 1 else None


def _not_theirs(claim: ClaimDraft, scene: Scene, side: str | None) -> str | None:
    """A side, unless what is counted is told to be its own."""
    return None if side is None or not side_of(side) or marked_as(claim, scene) == side else side


def _of_them(claim: ClaimDraft, agent: str) -> bool:
    """Whether those told to have acted are named among the victims, or as owners: "17 were hurt, five of them police", "12 police cars"."""
    head = agent.lower().rpartition(" ")[2]
    return (head in words_of("men_at_arms") or head == "coalition" and claim.item in _UNIFORMED) and head in claim.item_text.lower().split()


def _of_the_counted(doc: Doc, claim: ClaimDraft, scene: Scene) -> bool:
    """Whether "of them" means outlaws who were just counted: "Some 80 bandits attacked a market. Fourteen of them were killed"."""
    head = (claim.agent or "").lower().rpartition(" ")[2]
    if head not in words_of("outlaws") or not claim.sentence or doc.low[claim.first:claim.last + 2][-2:] != ["of", "them"] and (
            doc.low[claim.last - 2:claim.last] != ["of", "them"]):
        return False
    first, last = doc.sents[claim.sentence - 1]
    return any(doc.low[t] == head and scene.tags[t - 1] == "n" for t in range(first + 1, last))


def _owned_up(doc: Doc, claim: ClaimDraft, scene: Scene) -> bool:
    """Whether those who tell of the dead claim to have killed them: "the rebels claimed responsibility, saying 22 policemen had died",
    "the group said it had carried out the attack and that 22 men had died"."""
    first, low = doc.sents[claim.sentence][0], doc.low
    if claim.source is not None and not words_of("own_deeds").isdisjoint(doc.keys):
        for t in range(first + 1, claim.first - 4):
            verb = t + 1 + (low[t + 1] == "had")
            if low[t] in ("it", "they") and low[verb] in words_of("own_deeds") and low[t - 1] == (claim.cue or "").lower() and (
                    low[verb] != "carried" or low[verb + 1] == "out" and "a" in scene.tags[verb + 2:verb + 5]):
                return True  # it carried out the bombing, which killed nine; it had targeted a convoy and that 22 men had died
    if claim.source is not None and "behind" in doc.keys and any(
            low[t] == "behind" and low[t - 1] in ("was", "were") and low[t - 2] in ("it", "they") and "a" in scene.tags[t + 1:t + 4]
            for t in range(first + 2, claim.first)):
        return True  # the group said it was behind the raid, which killed nine
    if claim.source is None or "responsibility" not in doc.keys:
        return claim.source is not None and "claimed" in doc.keys and any(
            doc.low[d.last - 3:d.last - 1] in _CLAIMED and (claim.source_actor in d.actors or d.agent == claim.source)
            for d in scene.deeds_in(claim.sentence)[:_LOOK] if d.first < claim.first)
    at = next((t - 1 for t in range(first + 2, claim.first) if low[t] == "responsibility" and low[t - 1] in ("claimed", "claims")), -1)
    at -= at > first + 1 and low[at - 1] in ("has", "have", "had", "later", "also")
    return at > first and low[at - 1] in claim.source.lower().split()


def _claimed(doc: Doc, claim: ClaimDraft, scene: Scene) -> Deed | None:
    """Who claimed the attack that a sentence tells of: "a car bomb killed nine people, an attack claimed by the rebels"."""
    if "claimed" not in doc.keys:
        return None
    claimed = [d for d in scene.deeds_in(claim.sentence)[:_LOOK] if doc.low[d.last - 2:d.last] == ["claimed", "by"]
               or doc.low[d.last - 3:d.last - 1] == ["claimed", "by"]]
    return claimed[0] if len(claimed) == 1 else None
