"""Agents told outside a claim's own clause: by a pronoun, beside it, in the sentence before, or by the source itself."""

from __future__ import annotations

from newsfacts.actors import side_of
from newsfacts.actors.sides import countries, side_in
from newsfacts.claims.items import PEOPLE
from newsfacts.claims.people import words_of as people_words
from newsfacts.claims.roles.naming import AGAIN, ANOTHER, ATTACK, FOE, NOBODY
from newsfacts.claims.roles.scene import Deed, Scene, called, forms_of, words_of
from newsfacts.drafts import ActorDraft, ClaimDraft
from newsfacts.relate.asides import before_that, cause_aside
from newsfacts.relate.openers import (
    at_home,
    clement,
    defenders,
    hits_back,
    named_again,
    opener,
    swappers,
    taker,
    takers_of,
    they_did,
    told_of,
)
from newsfacts.relate.owners import state_of
from newsfacts.relate.pronouns import copy_agent, marked_as, nearest_deed, of_others, others_named, resolve, stopped
from newsfacts.relate.someone import struck
from newsfacts.relate.timeless import on_record
from newsfacts.tokens import Doc

_NEXT = 6  # claims on either side
_HARMLESS = ("worker", "civilian", "child", "person")
_CLAIMED = (["claimed", "an"], ["claimed", "the"], ["claimed", "a"])
_LAST = 12  # claims before that may lend their agent
_FOES = frozenset("occupiers invaders enemies occupier invader".split())
_QUOTES = frozenset('"“‘')
_CRIES = 3  # sentences
_UNVEILS = ("announced", "announces", "unveiled", "unveils")
_AIM = 9  # tokens from "fired" to whom
_NOTE = 4  # tokens of a sentence that only counts
_PRIOR = 40  # tokens between a deed and what came before it
_LOOK = 8  # deeds looked at on either side of a claim
_UNIFORMED = ("soldier", "worker")
_ONE_OF_THEM = ("second", "third", "fourth", "fifth")  # two of the gunmen were shot dead and a third was captured
_LAUNCH = ("launched", "attacked", "hit")
_OWN = frozenset(("its", "our"))
_TAKEN = ("seized", "captured")  # took three posts, and nine soldiers surrendered there
_NOT_BY_PEOPLE = ("provided", "killed")
_UNSURE = ("possible", "hypothetical", "denied", "demanded")
_CUSTODY = ("captured", "detained", "held")
_BY_ALLIES = ("provided", "deployed")
_BE = frozenset("been were was".split())
_OF_IT = frozenset("the them these those".split())
_STOPPED = ("intercepted", "suppressed")


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
        if claim.agent is None and claim.event in ("killed", "wounded", "casualties") and _owned_up(doc, claim, scene):
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
                victims = [c for c in claims[max(0, k - _NEXT):k + _NEXT] if c.sentence == claim.sentence and c.item in _HARMLESS
                           and c.event in words_of("people")]
                _carry(doc, claim, scene, before, victims)
            if claim.agent is not None and _by_others(doc, claim, scene, parts.get(id(claim), [])):
                claim.agent, claim.agents = None, []
        if claim.agent is None and claim.event in ("launched", "provided"):
            _by_teller(doc, claim, scene)
        elif claim.agent is None and claim.event == "seized" and before and _lost_to_them(claim, before[-1], scene):
            copy_agent(claim, before[-1])
        if claim.agent is None and claim.pending == "we" and claim.source_actor is not None and (
                own := spoken.get((claim.source_actor, claim.event))) is not None:
            copy_agent(claim, own)  # Norland will send 26 tanks, the minister, Olha Marn, said. "We have sent 61," she told reporters
        if claim.agent is None and claim.pending is None and claim.event == "provided" and (part := _of_a_gift(doc, claim, before)):
            copy_agent(claim, part)
        if claim.stance == "admitted" and claim.source_actor is not None and claim.event in words_of("people") and (
                _side_told(claim, scene) == scene.side(claim.source_actor)) and scene.side(claim.source_actor):
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
    taker = _side_told(last, scene)
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
    if claim.pending is not None:
        return False
    if _armed(agent) and claim.trigger and doc.low[claim.trigger[0]] in words_of("outlawed"):
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
    """The armed band that tells of what was fired at another side: "the Houthis claimed 42 drones had been fired at American ships"."""
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
    low = doc.low[claim.first:claim.last + 2]
    told = "of" in low and not _OF_IT.isdisjoint(low[low.index("of") + 1:low.index("of") + 2])
    bare = not claim.item_text and not forms_of("gives_away").isdisjoint(doc.low[slice(*claim.trigger)]) and not _BE.isdisjoint(
        doc.low[claim.last:claim.trigger[1]])  # nine have been delivered
    if not told and not bare:
        return None
    gifts = [c for c in before if c.event == "provided" and (told or c.item == claim.item and _no_less(c, claim))]
    gifts = [c for c in gifts if c.item == claim.item] or (gifts if claim.item == "vehicle" else [])
    return gifts[-1] if len({c.agent for c in gifts}) == 1 else None


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
        if claim.affiliation == _side_told(claim, scene) and (
                claim.item in _UNIFORMED or not _forces(claim) or doc.opens_line(doc.sents[claim.sentence][0])):
            claim.agent, claim.agents = None, []


def keep(doc: Doc, claims: list[ClaimDraft]) -> None:
    """Those who took captives hold them and let them go: "police arrested nine men. Six were released"."""
    last: ClaimDraft | None = None  # the last claim with an agent
    for claim in claims:
        kept = claim.event == "held" or claim.event == "returned" and _let_go(doc, claim)
        if kept and claim.agent is None and claim.pending is None and last is not None and last.sentence >= claim.sentence - 1 and (
                last.event in _CUSTODY or claim.event == "held" and _frees_some(last)):
            copy_agent(claim, last)
        if claim.agent is not None:
            last = claim


def _frees_some(claim: ClaimDraft) -> bool:
    """Whether those who took captives let some go: "gunmen released 16 pupils, but 71 are still held"; not commandos, who free them."""
    return claim.event == "returned" and (claim.agent or "").lower().rpartition(" ")[2] in words_of("outlaws")


def _let_go(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether captives are released, as those do who hold them."""
    return claim.trigger is not None and doc.low[claim.trigger[0]] in ("released", "let", "bailed")


def _own_victims(claim: ClaimDraft, scene: Scene) -> bool:
    """Whether the agent told before is the side of the source, which counts its own dead and is no armed force: a health ministry."""
    if claim.source_actor is None:
        return False
    source = scene.actors.list[claim.source_actor]
    if not _OWN.isdisjoint(scene.doc.low[max(0, claim.first - _LOOK) if claim.item == "soldier" else claim.first:claim.last]):
        pass  # three of its soldiers were killed, the army said
    elif _armed(source.name) and words_of("healing").isdisjoint(source.name.lower().split()):
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
        _carry_harm(doc, claim, scene, before, victims)


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
    if (who := clement(scene, claim)) is not None:
        claim.agent, claim.agents = who
    elif before and before[-1].event == "returned" and not scene.apart(claim.sentence) and _more_of_it(doc, claim, before[-1]) and (
            marked_as(claim, scene) in (None, marked_as(before[-1], scene))):
        copy_agent(claim, before[-1])


def _by_takers(doc: Doc, claim: ClaimDraft, scene: Scene, before: list[ClaimDraft]) -> bool:
    """Sets who took, killed or gave as those told before do: police, an army, donors; tells whether somebody did."""
    last = before[-1] if before else None
    if last and claim.item == "soldier" and last.event in _STOPPED and claim.item_text.lower().rpartition(" ")[2] in _FOES:
        copy_agent(claim, last)  # the army stopped nine assaults. Eighty occupiers were killed
        return True
    if last and last.sentence == claim.sentence and _outlaws(claim) and claim.event in words_of("people") and (
            last.event in words_of("done_again") and not _alike(claim, last.agent) and _forces(last)):
        copy_agent(claim, last)  # commandos freed 61 hostages; 12 attackers were killed
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
    if (_outlaws(claim) or claim.item_text.lower().endswith("armed men")) and (force_back := hits_back(scene, claim)) is not None:
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


def _carry_harm(doc: Doc, claim: ClaimDraft, scene: Scene, before: list[ClaimDraft], victims: list[ClaimDraft]) -> None:
    """Sets who did harm or fired: by the attack named in the sentence, the harm told before, or the attack of the sentence before."""
    other = before[-1] if before and before[-1].sentence == claim.sentence else None
    if other and claim.event in _LAUNCH and claim.trigger and not words_of("prior").isdisjoint(doc.low[other.last:claim.trigger[0]]):
        return  # jets struck nine sites hours after 12 rockets were fired at a town
    stopper = _side_told(other, scene) if other and other.event in _STOPPED and claim.event == "hit" else None
    if stopper:  # six rockets were shot down by Norland's army and two landed in a field: none of its own
        before = [c for c in before if _side_told(c, scene) != stopper]
    if before_that(doc, claim) >= 0 or claim.instrument and claim.instrument.rpartition(" ")[2] in words_of("cave_ins"):
        return  # a woman died in a landslide
    if claim.event == "attacked" and (side := _own_attack(claim, scene)):
        claim.agent = side  # 60 Norlandic attacks
        return
    deed = nearest_deed(doc, claim, scene)
    if deed is not None and any(c.first <= deed.first < c.last for c in victims):
        deed = None  # nine UN staff were killed and two women wounded in a raid
    if deed is not None and claim.item == "soldier" and claim.pending is None and not _outlaws(claim) and any(
            c.sentence == claim.sentence and c.agent == deed.agent and _outlaws(c) for c in before):
        return  # an operation by Norlandic forces killed 33 rebels; four soldiers died
    if deed is not None and claim.event == "launched" and (own := marked_as(claim, scene)) and deed.side not in (None, own):
        return  # Norlandic jets took off after 19 Sudlandic drones came in
    behind = deed is not None and not words_of("culpable").isdisjoint(doc.low[deed.first:deed.last])  # rebels behind an attack that killed
    if not behind and before and before[-1].sentence == claim.sentence and _new_attack(doc, before[-1], claim, scene):
        return
    if claim.pending == ATTACK and before and before[-1].sentence == claim.sentence and before[-1].pending == ATTACK and (
            claim.rule == before[-1].rule == "active-object" and not _between_clauses(doc, before[-1], claim)):
        copy_agent(claim, before[-1])  # the strike killed three rebels and wounded one
        return
    alone = True
    if deed is None:
        alone = _on_its_own(doc, claim, scene, before)
        same = _same_harm(doc, claim, before, alone)
        if same and _of_its_own_land(doc, claim, scene, same[-1]):
            return
        if same and not _spared(doc, claim, same[-1]):
            copy_agent(claim, same[-1])
            return
        deed = _deed_before(doc, claim, scene, before) if claim.sentence and not alone else None
        if deed is None and not alone and claim.sentence and claim.pending in (None, ATTACK) and (foe := _foe_acts(scene, claim)):
            claim.pending = foe
            resolve(claim, scene, before)
            return
    if deed is not None and stopper and stopper == deed.side:
        return
    if deed is not None and claim.event == "launched" and (own := marked_as(claim, scene)) and deed.side not in (None, own):
        return  # Norlandic jets struck a camp. Radar detected 19 Sudlandic drones
    if deed is None and claim.pending in (None, ATTACK) and claim.event in words_of("people") and claim.sentence and not alone:
        claim.agent = struck(scene, claim.sentence - 1)
    if deed is not None and not _alike(claim, deed.agent):
        claim.agent, claim.agents = deed.agent, list(deed.actors)
    elif claim.agent is None and deed is None and claim.pending is None and claim.event == "killed" and (
            _outlaws(claim) or _foes(claim, scene)):
        _by_force(doc, claim, scene)


def _on_its_own(doc: Doc, claim: ClaimDraft, scene: Scene, before: list[ClaimDraft]) -> bool:
    """Whether a claim is of another attack than the sentence before."""
    if claim.pending == ANOTHER or scene.apart(claim.sentence) or _told_after(doc, claim) or (
            _stands_alone(doc, claim) and not _in_these(doc, claim, scene)):
        return True
    return bool(before) and _anew(doc, before[-1], claim, scene) or _corrects(doc, claim.sentence) or _of_another_kind(doc, claim)


def _of_another_kind(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether a sentence tells of its own of what no army does: "Norland shelled Velm. In Karo, three were killed in a stabbing"."""
    if words_of("by_hand").isdisjoint(doc.keys):
        return False
    first, last = doc.sents[claim.sentence]
    return any(doc.low[t] in words_of("by_hand") and not {"a", "an"}.isdisjoint(doc.low[max(first, t - 3):t]) for t in range(first, last))


def _in_these(doc: Doc, claim: ClaimDraft, scene: Scene) -> bool:
    """Whether a sum is of the attacks just told: "has carried out strikes there. Since May, 60 men have been killed in such raids"."""
    end = doc.sents[claim.sentence][1]
    return any(doc.low[t] in ("such", "these", "those") and "a" in scene.tags[t + 1:min(t + _NOTE, end)]
               for t in range(max(claim.last, claim.trigger[1] if claim.trigger else 0), min(claim.last + _LOOK, end)))


def _same_harm(doc: Doc, claim: ClaimDraft, before: list[ClaimDraft], alone: bool) -> list[ClaimDraft]:
    """The claims before whose agent may have done this too; those of the sentence, if a claim is `alone`."""
    kin = words_of("people", "things")
    return [c for c in before if not _culprit(c) and (c.event in kin or c.event in _LAUNCH or (c.event, claim.event) == _TAKEN)
            and (c.sentence == claim.sentence or not alone) and _one_time(c, claim)
            and not _earlier_event(doc, c, claim) and not (c.sentence < claim.sentence and _recalled(doc, c))]


def _of_its_own_land(doc: Doc, claim: ClaimDraft, scene: Scene, other: ClaimDraft) -> bool:
    """Whether a claim tells of what befell the land of those who acted in another."""
    if claim.event in _LAUNCH and at_home(scene, claim, _side_told(other, scene)):
        return True
    side = _side_told(other, scene) if other.event in _LAUNCH else None if other.agents else other.agent
    return _in_its_land(doc, claim, scene, side)


def _spared(doc: Doc, claim: ClaimDraft, other: ClaimDraft) -> bool:
    """Whether the victims are rather those who acted before, or on their side."""
    elided = claim.item_text == "" and other.sentence == claim.sentence and _outlaws(other)  # and four captured
    own = doc.low[max(0, claim.first - 3):claim.first - 1] == ["own", "losses"]  # put its own losses at two dead
    uniformed = claim.item == "soldier" or _of_forces(claim)
    return (uniformed and not elided or own) and _forces(other) or _alike(claim, other.agent)


def _of_forces(claim: ClaimDraft) -> bool:
    """Whether workers may be of the force that acted: officers and guards, no clerks or medics."""
    return claim.item == "worker" and not words_of("of_forces").isdisjoint(claim.item_text.lower().split()[-1:])


def _deed_before(doc: Doc, claim: ClaimDraft, scene: Scene, before: list[ClaimDraft]) -> Deed | None:
    """The last attack of the sentence before, if a claim may be what it did."""
    told = _told_before(scene, claim.sentence)
    earlier = [d for d in (scene.deeds_in(told) or list(scene.owned_up(told)) or they_did(scene, told))
               if "no" not in doc.low[max(0, d.first - 4):d.first]  # no sign of a Norlandic strike
               and words_of("repels").isdisjoint(doc.low[d.last:d.last + _LOOK])  # the rebels' attack on the base was repelled
               and (claim.value == 1 or words_of("lone").isdisjoint(doc.low[d.last:d.last + _NOTE - 1]))  # police killed a gunman
               and words_of("stopped_by").isdisjoint(doc.low[max(0, d.first - 3):d.first])]  # they repelled an attack by rebels
    if not earlier:
        return None
    deed = earlier[-1]
    band = deed.side is not None or words_of("of_the_state", "troop_words").isdisjoint(deed.agent.lower().split())
    raiders = band and deed.side not in countries().codes and doc.low[deed.last - 1] in (
        words_of("ambush_verbs"))  # Hamas fighters ambushed a convoy. Two soldiers were killed
    outlaw = _outlaws(claim)  # no soldiers of the force that raided a camp
    uniformed = (claim.item == "soldier" or _of_forces(claim)) and not outlaw and not raiders and not (
        claim.pending == ATTACK and claim.item == "worker")
    if claim.pending is None and _in_its_land(doc, claim, scene, deed.side) and {"a", "w"} & set(
            scene.tags[slice(*doc.sents[claim.sentence])]):
        return None  # Norland said it had hit a depot. In Norland's Velm region, two were hurt in a drone attack
    if uniformed and (deed.side or _armed(deed.agent)) and not _of_the_other(claim, scene, deed):
        return None
    if any(c.agent == deed.agent and not _one_time(c, claim) for c in before):
        return None
    return deed


def _of_the_other(claim: ClaimDraft, scene: Scene, deed: Deed) -> bool:
    """Whether men in uniform are of another country than attacked, by their noun or who tells of them: "Norlandic guns shelled posts in
    Velm. Three soldiers were killed, Sudland's army said"."""
    own = marked_as(claim, scene) or (scene.side(claim.source_actor) if claim.source_actor is not None else None)
    return own is not None and deed.side not in (None, own) and scene.state(own) and scene.state(deed.side)


def _told_before(scene: Scene, sentence: int) -> int:
    """The sentence before, over cries and over what befell nobody: "They fired on a queue. Imagine. Ten dead", "No one died there"."""
    told, doc = sentence - 1, scene.doc
    while told > max(0, sentence - _CRIES):
        first, last = doc.sents[told]
        nobody = "no" in doc.low[first:last] and not words_of("unhurt").isdisjoint(doc.low[first:last])
        if not nobody and (last - first >= _NOTE or not {"n", "m"}.isdisjoint(scene.tags[first:last])):
            break
        told -= 1
    return told


def _foe_acts(scene: Scene, claim: ClaimDraft) -> str | None:
    """The enemy that attacks in the sentence before: "The invaders keep shelling the town. Four people were killed"."""
    doc, foes = scene.doc, words_of("foes")
    if foes.isdisjoint(doc.keys) or claim.item == "soldier" or claim.event not in words_of("people"):
        return None
    first, last = doc.sents[_told_before(scene, claim.sentence)]
    word = next((doc.low[t] for t in range(first, last - 1) if doc.low[t] in foes and (
        scene.tags[t + 1] in "vk" or scene.tags[t + 1:t + 3] in ("xv", "xk") or doc.low[t + 1] == "fired")), None)
    return word and f"{FOE} {word}"


def _against_outlaws(claim: ClaimDraft, scene: Scene) -> int | None:
    """The force with which the sentence before begins, where outlaws fell: "Troops fought off a raid. Nine militants were killed"."""
    first, last = scene.doc.sents[claim.sentence - 1]
    told_by_force = not words_of("armed").isdisjoint((claim.source or "").lower().split())  # the army said 43 rebels had been killed
    if not _outlaws(claim) or told_by_force and words_of("repels").isdisjoint(scene.doc.low[first:last]):
        return None
    who = opener(scene, claim.sentence - 1)
    force = words_of("armed", "troop_words")
    return None if who is None or force.isdisjoint(scene.actors.list[who].name.lower().split()) else who


def _outlaws(claim: ClaimDraft) -> bool:
    return claim.item_text.lower().rpartition(" ")[2] in words_of("outlaws")


def _foes(claim: ClaimDraft, scene: Scene) -> bool:
    """Whether the fighters of a side fell that another's force tells of: "the Norlandic army said nine Velm Front fighters were killed"."""
    teller = scene.side(claim.source_actor) if claim.item == "soldier" and claim.source_actor is not None else None
    marked = (scene.who(t) for t in range(claim.first, claim.last) if scene.tags[t] in "JCA") if teller else ()
    return any(who is not None and scene.state(who[2]) and who[2] != teller for who in marked)


def _between_clauses(doc: Doc, other: ClaimDraft, claim: ClaimDraft) -> bool:
    """Whether more than "and" stands between two claims."""
    return claim.trigger is None or not {",", "and"} >= {*doc.low[other.last:claim.trigger[0]]}


def _to_come(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether harm is only feared or threatened, not by those who did other harm: "police beat three. Hundreds could be killed if"."""
    if claim.modality == "asserted" or claim.trigger is None:
        return False
    words = doc.low[max(doc.sents[claim.sentence][0], claim.trigger[0] - 4):claim.trigger[1]]
    return claim.modality == "hypothetical" or not words_of("coming").isdisjoint(words) and words_of("perfect").isdisjoint(words)


def _new_attack(doc: Doc, other: ClaimDraft, claim: ClaimDraft, scene: Scene) -> bool:
    """Whether an attack is told of for the first time between two claims: "killed 11 men who were behind a bombing that killed four"."""
    until = claim.trigger[0] if claim.trigger else claim.first
    in_which = next((t for t in range(other.last, claim.first - 1) if doc.low[t:t + 2] == ["in", "which"]), 0)
    if in_which and {"after", "following"} & {*doc.low[other.last:in_which]}:
        until = in_which  # after an assault on a post in which nine soldiers and two clerks died
    elif {"that", "which"}.isdisjoint(doc.low[until - 2:until]):
        return False
    return any(scene.tags[t] in "aq" and not {"a", "an"}.isdisjoint(doc.low[max(other.last, t - 3):t]) for t in range(other.last, until))


def _in_its_land(doc: Doc, claim: ClaimDraft, scene: Scene, side: str | None) -> bool:
    """Whether a claim tells of what befell people in the country, or its capital, whose weapons are taken for the cause."""
    first, last = doc.sents[claim.sentence]
    at = scene.actors.at
    return side is not None and any(doc.low[t - 1] == "in" and t in at and side in (scene.side(at[t]), scene.actors.list[at[t]].capital)
               for t in range(max(first + 1, claim.first - _PRIOR), min(last, claim.last + _PRIOR)))


def _anew(doc: Doc, other: ClaimDraft, claim: ClaimDraft, scene: Scene) -> bool:
    """Whether somebody else tells of harm in a new paragraph, and names no attack: no more of what was told before."""
    first, last = doc.sents[claim.sentence]
    if None in (other.source, claim.source) or other.source == claim.source or not doc.opens_line(first):
        return False
    return "a" not in scene.tags[first:last] and words_of("figured").isdisjoint(doc.low[first:last])


def _corrects(doc: Doc, sentence: int) -> bool:
    """Whether a sentence corrects a report, of whose parts the last need not be meant: "Correction: an earlier note said nine had died"."""
    first = doc.sents[sentence][0]
    return doc.low[first] in ("correction", "clarification") and doc.low[first + 1:first + 2] == [":"]


def _culprit(claim: ClaimDraft) -> bool:
    """Whether the one killed or caught is the one who hurt the others: "an officer killed the gunman. Fourteen people were hurt"."""
    return claim.value == 1 and claim.item_text.rpartition(" ")[2].lower() in people_words("culprits")


def _told_after(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether an attack is told as what came before: "the raid came two days after a barrage killed nine"."""
    if claim.pending is None or claim.trigger is None:
        return False
    first = max(doc.sents[claim.sentence][0], claim.trigger[0] - _PRIOR)
    return not words_of("prior").isdisjoint(doc.low[first:claim.trigger[0]])


def _side_told(claim: ClaimDraft, scene: Scene) -> str | None:
    return scene.side(claim.agents[0]) if claim.agents else side_of(claim.agent or "")


def _recalled(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether a claim tells only of what another answers: "struck nine sites in response to a raid in which gunmen killed 26"."""
    words = doc.low[doc.sents[claim.sentence][0]:claim.first]
    return "which" in words and not words_of("answers").isdisjoint(words[:words.index("which")])


def _earlier_event(doc: Doc, other: ClaimDraft, claim: ClaimDraft) -> bool:
    """Whether a claim tells of what came before the other: "struck 47 targets in retaliation for an attack that killed five"."""
    earlier = words_of("prior" if claim.pending else "answers")
    return other.sentence == claim.sentence and of_others(doc, earlier, max(other.last, claim.first - _PRIOR), claim.first)


def _own_attack(claim: ClaimDraft, scene: Scene) -> str | None:
    """The side that a word on a counted attack tells."""
    for token in range(claim.first, claim.last):
        if scene.tags[token] in "Jg" and (who := scene.who(token)):
            return who[0]
    return None


def _by_force(doc: Doc, claim: ClaimDraft, scene: Scene) -> None:
    """A force that tells how outlaws were killed did it, but in a clash: "police said two suspects had been shot dead", "the army said 40
    rebels had been killed in air strikes"."""
    names = (claim.source or "").lower().split()
    words = doc.low[slice(*doc.sents[claim.sentence])]
    if words_of("force_used").isdisjoint(words):
        return
    passive = claim.trigger is not None and not words_of("been").isdisjoint(
        doc.low[claim.trigger[0] - 1 - (doc.low[claim.trigger[0] - 1] in _QUOTES):claim.trigger[1]])  # were "neutralised"
    if passive and names and names[-1] in words_of("men_at_arms") and words_of("two_sided").isdisjoint(words) and "by" not in words:
        claim.agent, claim.agents = claim.source, [] if claim.source_actor is None else [claim.source_actor]
    elif passive and _armed(claim.source or "") and words_of("two_sided").isdisjoint(words) and "by" not in words:
        claim.agent = side_in((claim.source or "").replace("'s ", " ").split())  # Norland's defence ministry


def _by_source(claim: ClaimDraft, scene: Scene) -> None:
    """An armed force that tells what was done to the other side did it, the side of its spokesman too."""
    if claim.source_actor is None:
        words = (claim.source or "").split()
        if len(words) > 1 and _armed(claim.source or "") and words_of("spokesmen") & {words[-1].lower()}:
            claim.agent = _not_theirs(claim, scene, side_in(words))  # a Norlandic defence official
        return
    source = scene.actors.list[claim.source_actor]
    if source.kind in ("organization", "group") and words_of("armed") & set(source.name.lower().split()):
        claim.agent, claim.agents = source.name, [claim.source_actor]
    elif source.kind == "person" and (_armed(source.role or "") or words_of("ranks") & set((source.role or "").lower().split())):
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


def _forces(claim: ClaimDraft) -> bool:
    """Whether the agent is a force, whose own men the next victims in uniform may well be."""
    last = (claim.agent or "").lower().rpartition(" ")[2]
    return claim.agent is not None and (_armed(claim.agent) or last in ("soldiers", "marines", "commandos", "unit", "units"))


def _alike(claim: ClaimDraft, agent: str | None) -> bool:
    """Whether the victims are those who acted: gunmen ambushed a convoy, six of the attackers were shot; police came, two officers fell."""
    outlaws = words_of("outlaws")
    victims = claim.item_text.lower().rpartition(" ")[2]
    heads = {name.rpartition(" ")[2] for name in (agent or "").lower().split(" and ")}
    if claim.item == "worker" and victims in words_of("policemen") and not words_of("policemen").isdisjoint(heads):
        return True  # policemen and hunters drove them off, and two policemen died
    if agent is None or not (victims in outlaws or victims in _ONE_OF_THEM):
        return False
    return agent.lower().rpartition(" ")[2] in outlaws or agent == "armed men"


def _of_them(claim: ClaimDraft, agent: str) -> bool:
    """Whether those told to have acted are named among the victims, or as owners: "17 were hurt, five of them police", "12 police cars"."""
    head = agent.lower().rpartition(" ")[2]
    return head in words_of("men_at_arms") and head in claim.item_text.lower().split()


def _of_the_counted(doc: Doc, claim: ClaimDraft, scene: Scene) -> bool:
    """Whether "of them" means outlaws who were just counted: "Some 80 bandits attacked a market. Fourteen of them were killed"."""
    head = (claim.agent or "").lower().rpartition(" ")[2]
    if head not in words_of("outlaws") or not claim.sentence or doc.low[claim.first:claim.last + 2][-2:] != ["of", "them"] and (
            doc.low[claim.last - 2:claim.last] != ["of", "them"]):
        return False
    first, last = doc.sents[claim.sentence - 1]
    return any(doc.low[t] == head and scene.tags[t - 1] == "n" for t in range(first + 1, last))


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
    if claim.trigger is None or (claim.status == "total" or claim.rule in ("toll", "counted-at")) and not _put_anew(doc, claim):
        return True
    if claim.timex is not None and claim.timex.value is not None and len(claim.timex.value) <= 7 and claim.timex.value[-1] not in "DH":
        return True  # in 2022
    begins = doc.sents[claim.sentence][0]
    if claim.timex is not None and begins <= claim.timex.first <= begins + 2 < claim.first:
        return True  # On 6 March, ...: another event
    words = doc.low[max(doc.sents[claim.sentence][0], claim.trigger[0] - 4):claim.trigger[1]]
    return not words_of("perfect").isdisjoint(words)


def _put_anew(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether a toll is somebody's figure of what was just told: "a doctor put the toll at 57", "feared it would exceed 60"."""
    words = doc.low[slice(*doc.sents[claim.sentence])]
    sums = "since" in words or not words_of("overall").isdisjoint(words)
    return claim.rule in ("toll", "counted-at") and not sums and not words_of("figured").isdisjoint(words)


def _owned_up(doc: Doc, claim: ClaimDraft, scene: Scene) -> bool:
    """Whether those who tell of the dead claim to have killed them: "the rebels claimed responsibility, saying 22 policemen had died",
    "the group said it had carried out the attack and that 22 men had died"."""
    first, low = doc.sents[claim.sentence][0], doc.low
    if claim.source is not None and not words_of("own_deeds").isdisjoint(doc.keys):
        for t in range(first + 1, claim.first - 4):
            if low[t] in ("it", "they") and low[t + 1] == "had" and low[t + 2] in words_of("own_deeds") and (
                    low[t - 1] == (claim.cue or "").lower()) and (
                    low[t + 2] != "carried" or low[t + 3] == "out" and "a" in scene.tags[t + 4:t + 7]):
                return True  # or: it had targeted a convoy and that 22 men had died
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
