"""Who did harm or fired: by the attack named in the sentence, the harm told before, or the attack of the sentence before."""

from __future__ import annotations

from newsfacts.actors import side_of
from newsfacts.actors.sides import countries, side_in
from newsfacts.claims.people import words_of as people_words
from newsfacts.claims.roles.naming import ANOTHER, ATTACK, FOE
from newsfacts.claims.roles.scene import Deed, Scene, forms_of, words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.relate.asides import before_that
from newsfacts.relate.assailants import FOUGHT, assailants, of_headline
from newsfacts.relate.intruders import intruders
from newsfacts.relate.openers import (
    at_home,
    they_did,
)
from newsfacts.relate.pronouns import copy_agent, marked_as, nearest_deed, of_others, resolve
from newsfacts.relate.someone import came, struck
from newsfacts.tokens import Doc

_SEVERAL = frozenset(("police", "gunmen", "men", "militiamen"))
_MEN = (["men"], ["members"], ["comrades"])
_QUOTES = frozenset('"“‘')
_CRIES = 3  # sentences
_NOTE = 4  # tokens of a sentence that only counts
_PRIOR = 40  # tokens between a deed and what came before it
_LOOK = 8  # deeds looked at on either side of a claim
_ONE_OF_THEM = ("second", "third", "fourth", "fifth")  # two of the gunmen were shot dead and a third was captured
_LAUNCH = ("launched", "attacked", "hit")
_STRUCK = (*_LAUNCH, "destroyed", "damaged")
_ATTACK_THAT = 9  # tokens of "in an overnight drone and missile attack that"
_EARLIER = frozenset("after following before since until days hours weeks months".split())
_SHARES = ("part", "role", "hand", "involvement", "died", "killed", "hurt", "injured", "wounded")  # a man jailed for his part in an attack
_CLAUSES = frozenset(", ; who that which".split())
_TAKEN = ("seized", "captured")  # took three posts, and nine soldiers surrendered there
_STOPPED = ("intercepted", "suppressed")
_OWNED = frozenset(("claimed", "claims", "work"))


def carry_harm(doc: Doc, claim: ClaimDraft, scene: Scene, before: list[ClaimDraft], victims: list[ClaimDraft]) -> None:
    """Sets who did harm or fired: by the attack named in the sentence, the harm told before, or the attack of the sentence before."""
    if claim.event == "captured" and claim.trigger and doc.low[claim.trigger[0]] in forms_of("retakes"):
        return  # 90 fled after rebels attacked the jail; 40 were recaptured
    other = before[-1] if before and before[-1].sentence == claim.sentence else None
    if other and claim.event in _LAUNCH and claim.trigger and not words_of("prior").isdisjoint(doc.low[other.last:claim.trigger[0]]):
        return  # jets struck nine sites hours after 12 rockets were fired at a town
    stopper = side_told(other, scene) if other and other.event in _STOPPED and claim.event == "hit" else None
    if stopper:  # six rockets were shot down by Norland's army and two landed in a field: none of its own
        before = [c for c in before if side_told(c, scene) != stopper]
    if before_that(doc, claim) >= 0 or claim.instrument and claim.instrument.rpartition(" ")[2] in words_of("cave_ins"):
        return  # a woman died in a landslide
    if claim.event == "attacked" and (side := _own_attack(claim, scene)):
        claim.agent = side  # 60 Norlandic attacks
        return
    deed = nearest_deed(doc, claim, scene)
    if deed is not None and any(c.first <= deed.first < c.last for c in victims):
        deed = None  # nine UN staff were killed and two women wounded in a raid
    if deed is not None and claim.item == "soldier" and claim.pending is None and not outlaws(claim) and any(
            c.sentence == claim.sentence and c.agent == deed.agent and outlaws(c) for c in before):
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
        if same and _both_fought(doc, claim, same[-1]):
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
    if deed is None and claim.agent is None and claim.pending in (None, ATTACK) and claim.sentence and not alone and (
            claim.event in words_of("people", "things")) and not alike(claim, band := came(scene, claim.sentence - 1)):
        claim.agent = band
    if deed is None and claim.agent is None and claim.pending in (None, ATTACK) and claim.sentence and not alone and (
            claim.event in words_of("people") and (gang := intruders(scene, claim.sentence - 1)) is not None and not alike(claim, gang[0])):
        claim.agent, claim.agents = gang
    if deed is None and claim.agent is None and claim.pending in (None, ATTACK) and claim.event in words_of("people", "things"):
        gang = of_headline(scene, claim) or (assailants(scene, claim) if claim.sentence and not alone else None)
        if gang is not None and not alike(claim, gang[0]):
            claim.agent, claim.agents = gang
    if deed is not None and not alike(claim, deed.agent) and not (
            deed.first < claim.first and _of_their_own(doc, claim, deed.agent)):
        claim.agent, claim.agents = deed.agent, list(deed.actors)
    elif claim.agent is None and deed is None and claim.pending is None and claim.event in ("hit", "destroyed", "damaged"):
        claim.agent = _in_foes_land(doc, claim, scene)
    elif claim.agent is None and deed is None and claim.pending is None and claim.event == "killed" and (
            outlaws(claim) or _foes(claim, scene)):
        _by_force(doc, claim, scene)


def _in_foes_land(doc: Doc, claim: ClaimDraft, scene: Scene) -> str | None:
    """The side whose army tells of what was struck in its foe's land: "58 depots have been struck in Norland, Sudland's army says"."""
    own = scene.side(claim.source_actor) if claim.source_actor is not None else None
    if own not in countries().codes or not armed(claim.source or "") or "in" not in doc.keys:
        return None
    foe = scene.foe(own)
    if foe is None or not {own, foe} & {deed.side for deed in scene.deeds()}:
        return None  # of a war of others
    first, last = doc.sents[claim.sentence]
    there = any(doc.low[t - 1] == "in" and scene.tags[t] == "C" and scene.side(scene.actors.at[t]) == foe for t in range(first + 1, last))
    return own if foe in countries().codes and there else None


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
            and not _earlier_event(doc, c, claim)
            and not (c.sentence < claim.sentence and (_recalled(doc, c) or _long_before(doc, c, before)))]


def _of_its_own_land(doc: Doc, claim: ClaimDraft, scene: Scene, other: ClaimDraft) -> bool:
    """Whether a claim tells of what befell the land of those who acted in another."""
    if claim.event in _LAUNCH and at_home(scene, claim, side_told(other, scene)):
        return True
    side = side_told(other, scene) if other.event in _LAUNCH else None if other.agents else other.agent
    return _in_its_land(doc, claim, scene, side)


def _spared(doc: Doc, claim: ClaimDraft, other: ClaimDraft) -> bool:
    """Whether the victims are rather those who acted before, or on their side."""
    elided = claim.item_text == "" and other.sentence == claim.sentence and outlaws(other)  # and four captured
    own = doc.low[max(0, claim.first - 3):claim.first - 1] == ["own", "losses"]  # put its own losses at two dead
    uniformed = claim.item == "soldier" or _of_forces(claim)
    return (uniformed and not elided or own) and forces(other) or alike(claim, other.agent) or _of_their_own(doc, claim, other.agent)


def _both_fought(doc: Doc, claim: ClaimDraft, other: ClaimDraft) -> bool:
    """Whether people may have been hurt by either side of a riot: "Protesters burned six cars; police used tear gas. Two people died"."""
    if claim.sentence == other.sentence or claim.event not in words_of("people") or other.event not in words_of("things"):
        return False
    words = doc.low[slice(*doc.sents[other.sentence])]
    return (other.agent or "").lower().rpartition(" ")[2] in words_of("rioting") and not words_of("policemen").isdisjoint(words)


def _of_their_own(doc: Doc, claim: ClaimDraft, agent: str | None) -> bool:
    """Whether the victims are told to be men of those who acted: "rebels killed 30 people, and five of their fighters died"; but: the army
    shelled the rebels, five of their fighters died."""
    if claim.number is None or not agent or claim.source not in (None, agent):
        return False  # an Israeli strike followed; the group said two of its men had died
    of, whose = [*doc.low[claim.number.nlast:claim.number.nlast + 2], "", ""][:2]
    several = agent[-1:] == "s" or agent.rpartition(" ")[2] in _SEVERAL
    theirs = of == "of" and (whose == "their" if several else whose in ("its", "his"))
    return theirs and (claim.item == "soldier" or claim.item_text.lower().split()[-1:] in _MEN)


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
    told_so = doc.low[deed.last - 1] in words_of("claims_deeds", "ambush_verbs") or doc.low[deed.first + 1] in words_of("lays")
    told_so = told_so or not _OWNED.isdisjoint(doc.low[deed.first + 1:deed.last - 1])  # the rebels claimed the blast
    raiders = band and deed.side not in countries().codes and told_so
    # Hamas fighters ambushed a convoy, a mine laid by rebels went off. Two soldiers died
    foes = claim.pending == ATTACK and claim.item_text.lower().rpartition(" ")[2] in FOUGHT  # the strike killed nine fighters
    outlaw = outlaws(claim) or foes  # no soldiers of the force that raided a camp
    uniformed = (claim.item == "soldier" or _of_forces(claim)) and not outlaw and not raiders and not (
        claim.pending == ATTACK and claim.item == "worker")
    if claim.pending is None and _in_its_land(doc, claim, scene, deed.side) and {"a", "w"} & set(
            scene.tags[slice(*doc.sents[claim.sentence])]):
        return None  # Norland said it had hit a depot. In Norland's Velm region, two were hurt in a drone attack
    if uniformed and (deed.side or armed(deed.agent)) and not _of_the_other(claim, scene, deed):
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


def outlaws(claim: ClaimDraft) -> bool:
    return claim.item_text.lower().rpartition(" ")[2] in words_of("outlaws")


def _foes(claim: ClaimDraft, scene: Scene) -> bool:
    """Whether the fighters of a side fell that another's force tells of: "the Norlandic army said nine Velm Front fighters were killed"."""
    teller = scene.side(claim.source_actor) if claim.item == "soldier" and claim.source_actor is not None else None
    marked = (scene.who(t) for t in range(claim.first, claim.last) if scene.tags[t] in "JCA") if teller else ()
    return any(who is not None and scene.state(who[2]) and who[2] != teller for who in marked)


def _between_clauses(doc: Doc, other: ClaimDraft, claim: ClaimDraft) -> bool:
    """Whether more than "and" stands between two claims."""
    return claim.trigger is None or not {",", "and"} >= {*doc.low[other.last:claim.trigger[0]]}


def _new_attack(doc: Doc, other: ClaimDraft, claim: ClaimDraft, scene: Scene) -> bool:
    """Whether an attack is told of for the first time between two claims: "killed 11 men who were behind a bombing that killed four"."""
    until = claim.trigger[0] if claim.trigger else claim.first
    in_which = next((t for t in range(other.last, claim.first - 1) if doc.low[t:t + 2] == ["in", "which"]), 0)
    if in_which and {"after", "following"} & {*doc.low[other.last:in_which]}:
        until = in_which  # after an assault on a post in which nine soldiers and two clerks died
    elif {"that", "which"}.isdisjoint(doc.low[until - 2:until]):
        return False
    if other.event in _STRUCK and _in_that_attack(doc, other, until):
        return False
    return any(scene.tags[t] in "aq" and not {"a", "an"}.isdisjoint(doc.low[max(other.last, t - 3):t]) for t in range(other.last, until))


def _in_that_attack(doc: Doc, other: ClaimDraft, until: int) -> bool:
    """Whether so much was fired in the attack that a relative clause tells of: "fired 27 missiles at Karo in an overnight attack that
    killed six"; but: "fired 27 missiles, days after rebels died in a raid that killed six"."""
    into = next((t for t in range(until - 3, max(other.last - 1, until - _ATTACK_THAT), -1) if doc.low[t] == "in"), -1)
    article = into > 0 and doc.low[into + 1] in ("a", "an") and doc.low[into - 1] not in _SHARES
    return article and _EARLIER.isdisjoint(doc.low[other.last:into]) and _CLAUSES.isdisjoint(doc.low[into:until - 1])


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


def side_told(claim: ClaimDraft, scene: Scene) -> str | None:
    return scene.side(claim.agents[0]) if claim.agents else side_of(claim.agent or "")


def _recalled(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether a claim tells only of what another answers: "struck nine sites in response to a raid in which gunmen killed 26"."""
    words = doc.low[doc.sents[claim.sentence][0]:claim.first]
    return "which" in words and not words_of("answers").isdisjoint(words[:words.index("which")])


def _long_before(doc: Doc, claim: ClaimDraft, before: list[ClaimDraft]) -> bool:
    """Whether a claim tells of what came first, behind what another did: "rebels fired 90 rockets, hours after jets killed nine"."""
    first = doc.sents[claim.sentence][0]
    at = next((t for t in range(claim.first - 1, first, -1) if doc.low[t] == "after"), first)
    return doc.low[at - 1] in words_of("spans_of_time") and any(
        c.sentence == claim.sentence and c.last < at and c.agent != claim.agent for c in before)


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
    headline = doc.headline is not None and claim.first < doc.headline[1] and claim.rule == "participle"  # army says 40 rebels killed
    if words_of("force_used").isdisjoint(words) and not headline:
        return
    passive = claim.trigger is not None and not words_of("been").isdisjoint(
        doc.low[claim.trigger[0] - 1 - (doc.low[claim.trigger[0] - 1] in _QUOTES):claim.trigger[1]])  # were "neutralised"
    passive = passive or headline
    if passive and names and names[-1] in words_of("men_at_arms") and words_of("two_sided").isdisjoint(words) and "by" not in words:
        claim.agent, claim.agents = claim.source, [] if claim.source_actor is None else [claim.source_actor]
    elif passive and armed(claim.source or "") and words_of("two_sided").isdisjoint(words) and "by" not in words:
        claim.agent = side_in((claim.source or "").replace("'s ", " ").split())  # Norland's defence ministry


def forces(claim: ClaimDraft) -> bool:
    """Whether the agent is a force, whose own men the next victims in uniform may well be."""
    last = (claim.agent or "").lower().rpartition(" ")[2]
    return claim.agent is not None and (armed(claim.agent) or last in ("soldiers", "marines", "commandos", "unit", "units"))


def alike(claim: ClaimDraft, agent: str | None) -> bool:
    """Whether the victims are those who acted: gunmen ambushed a convoy, six of the attackers were shot; police came, two officers fell."""
    outlaws = words_of("outlaws")
    victims = claim.item_text.lower().rpartition(" ")[2]
    heads = {name.rpartition(" ")[2] for name in (agent or "").lower().split(" and ")}
    if claim.item == "worker" and victims in words_of("policemen") and not words_of("policemen").isdisjoint(heads):
        return True  # policemen and hunters drove them off, and two policemen died
    if victims in words_of("rabble") and victims in heads:
        return True  # youths attacked a post; four of the youths were shot
    if victims in heads and victims.endswith("s") and victims not in words_of("men_at_arms", "troop_words", "agents"):
        return True  # villagers attacked a post, and three villagers were hurt
    if agent is not None and victims == f"{agent.lower()}s":
        return True  # the VDR attacked, and three VDRs were caught
    if agent is None or not (victims in outlaws or victims in _ONE_OF_THEM):
        return False
    kind = agent.lower().partition(" from ")[0].partition(" of ")[0]
    if kind.startswith("armed ") and kind.rpartition(" ")[2] in words_of("rabble", "maskers"):
        return True  # armed youths from Velm killed nine. Two of the raiders were killed
    return agent.lower().rpartition(" ")[2] in outlaws or agent == "armed men"


def armed(name: str) -> bool:
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
