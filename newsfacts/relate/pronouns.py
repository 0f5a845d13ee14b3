"""Whom a pronoun means that is said to act: "it had shot down 12", "we lost", "their strikes", "the sides"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise

from newsfacts.actors.sides import countries, side_in
from newsfacts.claims.roles.naming import FOE
from newsfacts.claims.roles.scene import Deed, Scene, called, strikes_out, words_of
from newsfacts.drafts import ActorDraft, ClaimDraft
from newsfacts.late import late
from newsfacts.relate.antecedents import (
    arms_before,
    band_before,
    beside_it,
    by_its_capital,
    caught_for,
    convicted,
    denier,
    is_many,
    is_plural,
    only_tells,
    speaks_for,
    spoken_for,
    topic_of,
    two_sides,
)
from newsfacts.relate.asides import cause_aside
from newsfacts.relate.offices import body_of_office
from newsfacts.relate.openers import opener, owner_of, taker, they
from newsfacts.relate.owners import speaker_side
from newsfacts.relate.someone import someone
from newsfacts.relate.theyare import they_are
from newsfacts.sources.words import verbs as speech
from newsfacts.sources.words import words
from newsfacts.tokens import Doc
from newsfacts.typed import NamedTuple

_Told = tuple[str | None, list[int]]  # who acted, as agent and agents
_NOBODY_TOLD: _Told = (None, [])
_LOOK = 8  # deeds looked at on either side of a claim
_PRIOR = 40  # tokens between a deed and what came before it
_OF_NOBODY = late(r"(?:[CG]~*')?t?[Jxmn]{0,2}[Wq]")  # the war, Norland's six-year conflict, the quake
_OF_BODY = late(r"(?P<body>\S.*?)(?:['’]s)? spokes(?:man|woman|person)|officials (?:in|of|from|at) the (?P<within>[a-z ]+)")
_HELD = ("detained", "captured", "held")
_OPENING = 4  # tokens of "the latest attack"
_BE = frozenset(("was", "were", "is"))
_BEATEN = 4  # tokens from "repelled" to the attack
_BY_STATES = frozenset("launched attacked hit deployed provided".split())
_AS = frozenset(("as", "while"))
_CLAUSES = frozenset(((",", "when"), (",", "while"), (",", "whereas")))
_THEM = ("it", "they", "its", "their")
_LAUNCH = ("launched", "attacked", "hit")
_STOPS = (",", ";", ".", "and")
_STOPPED = frozenset(("intercepted", "suppressed"))
_SAVED = frozenset(("rescued", "evacuated"))
_CLAUSE_OPENERS = frozenset("since after as when while although though once before".split())


def marked_as(claim: ClaimDraft, scene: Scene) -> str | None:
    """The side that a word on the noun tells: "18 Norlandic missiles"."""
    found = (who[2] for token in range(claim.first, claim.last) if scene.tags[token] in "JC" and (who := scene.who(token)))
    return next(found, None)


def copy_agent(claim: ClaimDraft, other: ClaimDraft) -> None:
    claim.agent, claim.agents = other.agent, list(other.agents)


def of_others(doc: Doc, words: frozenset[str], first: int, last: int) -> bool:
    """Whether some words before a claim tell that another deed comes between: "in retaliation for", but not "struck nine sites in
    response; 23 people were killed"."""
    low = doc.low
    return not words.isdisjoint(low[first:last]) and any(
        low[t] in words and (low[t] not in words_of("answers") or low[t + 1] not in _STOPS) for t in range(first, last))


def others_named(scene: Scene, claim: ClaimDraft, agent: str) -> bool:
    """Whether the sentence names another country or band than a pair before "the sides": "In Velm, Norland met rebels, and both sides"."""
    end = claim.trigger[0] if claim.trigger else claim.first
    sides = (scene.who(t) for t in range(scene.doc.sents[claim.sentence][0], end) if scene.tags[t] in "JCA" and (
        t in scene.actors.at) and scene.actors.list[scene.actors.at[t]].kind in ("country", "group"))
    return any(who is not None and who[2] and who[0] not in agent and who[2] not in agent for who in sides)


def nearest_deed(doc: Doc, claim: ClaimDraft, scene: Scene) -> Deed | None:
    """The attack named nearest to the claim in its sentence."""
    first, _ = doc.sents[claim.sentence]
    at = claim.trigger[0] if claim.trigger else claim.first
    deeds = scene.deeds_in(claim.sentence)
    if not deeds:
        return None
    if len(deeds) > 2 * _LOOK:
        k = bisect_left(deeds, at, key=lambda d: d.first)
        deeds = deeds[max(0, k - _LOOK):k + _LOOK]
    others, apart = words_of("answers" if claim.pending is None else "prior"), cause_aside(doc, claim)
    deeds = [d for d in deeds if not claim.first <= d.first < claim.last and d.first not in apart
             and "since" not in doc.low[max(first, d.first - 3):d.first] and (claim.pending is None or d.first < at)
             and not of_others(doc, others, max(d.last, at - _PRIOR), at)
             and (d.first < at or "by" in doc.low[d.first:d.last]  # nine of the dead were rebels behind an attack
                  or words_of("culpable").isdisjoint(doc.low[d.first:d.last]))
             and (d.first < at or _CLAUSES.isdisjoint(pairwise(doc.low[at:d.first])))  # since 2023, when gunmen killed 12
             and not (d.first > at and d.side and not _AS.isdisjoint(doc.low[at:d.first])
                      and strikes_out(d.side, scene.actors, first, d.first, doc.sents[claim.sentence][1]))]
    return min(deeds, key=lambda d: (abs(d.first - at), d.first), default=None)


def stopped(scene: Scene, claim: ClaimDraft, before: list[ClaimDraft]) -> bool:
    """Whether "it" stopped weapons that were just told to be fired: then who told of them did, not who fired them ("Norland fired 94
    drones, the air force said. It shot down 71")."""
    told = before[-1] if before else None
    first = scene.doc.sents[claim.sentence][0]
    if told is None or claim.event not in _STOPPED or told.event not in _LAUNCH or told.agent is None or (
            told.sentence == claim.sentence or scene.doc.low[first] not in ("it", "they")):
        return False
    person = told.source_actor is not None and scene.actors.list[told.source_actor].kind == "person"
    own = told.source is None or told.source == told.agent or person or is_many(told.source)
    claim.agent = None if own else told.source
    claim.agents = [] if own or told.source_actor is None else [told.source_actor]
    return True


def _by_an_agency(claim: ClaimDraft, scene: Scene) -> bool:
    """Whether a paper, a broadcaster or a news agency tells of a claim: "the state news agency NNA said its troops"."""
    mentions = scene.actors.list[claim.source_actor].mentions if claim.source_actor is not None else ()
    return not words_of("papers").isdisjoint((claim.source or "").lower().split()) or any(
        scene.doc.low[m.first - 2:m.first] == ["news", "agency"] for m in mentions)


def _land_of(source: ActorDraft) -> str | None:
    """The country of a body, by its code."""
    return next((name for name, code in countries().codes.items() if code == source.country), None) if source.country else None


def resolve(claim: ClaimDraft, scene: Scene, before: list[ClaimDraft]) -> None:
    """ "It had shot down 12", "we lost", "their strikes": the source, else the last one who acted."""
    pronoun, _, noun = (claim.pending or "").partition(" ")
    case = _Case(claim, scene, before, pronoun, noun)
    claim.agent, claim.agents = next((told for step in _STEPS if (told := step(case)) is not None), _NOBODY_TOLD)
    claim.agents = list(claim.agents)


class _Case(NamedTuple):
    """A claim whose agent is a pronoun, with the noun that it owns ("its troops"), and the claims with an agent before it."""

    claim: ClaimDraft
    scene: Scene
    before: list[ClaimDraft]
    pronoun: str
    noun: str

    @property
    def speaker(self) -> str | None:
        """The side of the source, one without an actor too: the General Staff of the Norlandic forces."""
        claim = self.claim
        if claim.source_actor is None:
            return side_in(claim.source.replace("'s ", " ").split()) if claim.source else None
        return self.scene.side(claim.source_actor)

    @property
    def sources(self) -> list[int]:
        return [] if self.claim.source_actor is None else [self.claim.source_actor]

    @property
    def verb(self) -> int:
        return self.claim.trigger[0] if self.claim.trigger else self.claim.first

    def actor(self, who: int) -> _Told:
        return called(self.scene.actors.list[who]), [who]


def _the_foe(case: _Case) -> _Told | None:
    """The enemy of who speaks; nobody's enemy is told."""
    if case.pronoun != FOE:
        return None
    told = case.claim.source_actor is not None or case.speaker is not None
    if not told and (same := _in_addition(case)) is not None:
        return same.agent, same.agents
    return (case.scene.foe(case.speaker) if told else _repelled(case)) or case.noun, []


def _in_addition(case: _Case) -> ClaimDraft | None:
    """The attack to which the enemy added another: "Norlandic forces made two air strikes. In addition, the enemy fired 40 drones"."""
    claim, low = case.claim, case.scene.doc.low
    last = case.before[-1] if case.before else None
    if last is None or last.event not in _BLOWS or claim.event not in _BLOWS or last.agent is None or last.agent in words_of("foes"):
        return None
    if (last.pending or "").startswith(FOE):
        return last  # the enemy fired 40 drones and dropped nine bombs
    if last.sentence == claim.sentence:
        return None
    first = case.scene.doc.sents[claim.sentence][0]
    words = low[first:claim.trigger[0] if claim.trigger else claim.first]
    return last if words[:2] == ["in", "addition"] or not _MORE.isdisjoint(words) else None


def _repelled(case: _Case) -> str | None:
    """The one side whose attacks are told to be beaten off before "the enemy": "repelled Norlandic assaults. The enemy fired 40 drones"."""
    scene, low, repels = case.scene, case.scene.doc.low, words_of("repels")
    if repels.isdisjoint(scene.doc.keys):
        return None
    sides = {deed.side for sentence in range(case.claim.sentence + 1) for deed in scene.deeds_in(sentence)
             if not repels.isdisjoint(low[max(scene.doc.sents[sentence][0], deed.first - _BEATEN):deed.first])}
    side = sides.pop() if len(sides) == 1 else None
    return side if scene.state(side) else None


def _of_a_war(case: _Case) -> _Told | None:
    """The war has killed 900 people. It has displaced 4,000."""
    sentence, sents = case.claim.sentence, case.scene.doc.sents
    war = case.pronoun == "it" and sentence and _OF_NOBODY.match(case.scene.tags, sents[sentence - 1][0]) and (
        case.scene.doc.low[sents[sentence][0]] == "it")
    return _NOBODY_TOLD if war else None


def _of_the_attack(case: _Case) -> _Told | None:
    """The attack was claimed by the Karo Front. It killed nine people."""
    claim, doc, low = case.claim, case.scene.doc, case.scene.doc.low
    if case.pronoun != "it" or not claim.sentence or claim.event not in words_of("harm") or low[doc.sents[claim.sentence][0]] != "it":
        return None
    first = doc.sents[claim.sentence - 1][0]
    first = max(first, case.scene.dateline(claim.sentence - 1))
    at = next((t for t in range(first, first + _OPENING) if low[t + 1] in _BE and (
        case.scene.tags[t] in "aw" or low[t] in words_of("acts_of"))), -1)
    if at < 0 or any(case.scene.tags[t] in "JCAg" for t in range(first, at)):
        return None
    deeds = case.scene.deeds_in(claim.sentence - 1)
    return (deeds[-1].agent, list(deeds[-1].actors)) if deeds and deeds[-1].last > at else None


def _own_side(case: _Case) -> _Told | None:
    """The head of the Houthi committee said his side would free nine."""
    if case.noun not in ("side", "country"):
        return None
    told = case.scene.owner(case.scene.doc.sents[case.claim.sentence][0], case.verb)
    return speaker_side(case.claim, case.scene) or (told[2] if told else None), []


def _his_body(case: _Case) -> _Told | None:
    """The chief of the rebels said his men had killed nine; Norland's president said his troops had."""
    if case.pronoun not in ("his", "her"):
        return None
    head_of = owner_of(case.scene, case.claim)
    if head_of is not None:
        return case.actor(head_of)
    band = body_of_office(case.claim.source) if case.claim.source_actor is None and case.claim.source and case.noun in _MEN else None
    own = band if band and band[0].isupper() and " " in band else case.speaker or band  # a Norlandic Taliban commander
    return own or case.noun or None, []


def _of_a_paper(case: _Case) -> _Told | None:
    """The state's news agency said its troops had downed nine: not the agency's."""
    if case.pronoun not in ("its", "their") or not _by_an_agency(case.claim, case.scene):
        return None
    source = case.claim.source_actor
    return (_land_of(case.scene.actors.list[source]) if source is not None else None) or case.noun or None, []


def _of_a_name(case: _Case) -> _Told | None:
    """The Brotherhood said its troops had taken nine posts."""
    source = case.claim.source
    named = case.noun and case.pronoun in ("its", "their") and case.claim.source_actor is None and source and source[0].isupper()
    return (source, []) if named else None


def _ours(case: _Case) -> _Told | None:
    """ "Our men have freed nine": the side's, the brigade's."""
    if case.pronoun != "our":
        return None
    source, agent = case.claim.source, case.speaker or case.noun
    force = (source or "").lower().rpartition(" ")[2] in words_of("agents")
    return (source, case.sources) if agent == case.noun and force and source else (agent, [])


def _as_its_whole(case: _Case) -> _Told | None:
    """The force seized nine clerks, two of whom it later freed, the agency said; Norland said it had taken nine towns. Sudland said only
    one of them had fallen."""
    claim, whole = case.claim, case.claim.part_of
    told = whole is not None and claim.event not in _STOPPED and (
        whole.sentence == claim.sentence and case.pronoun in ("it", "they") or (
            claim.trigger == whole.trigger and case.pronoun in ("it", "they", "its", "their")))
    return (whole.agent, whole.agents) if told and whole is not None and whole.agent is not None else None


def _against_us(case: _Case) -> _Told | None:
    """They have killed 200 of our men, they have fired 40 missiles at our ports."""
    claim, tags = case.claim, case.scene.tags
    ours = case.pronoun == "they" and ("O" in tags[claim.first:claim.last] or claim.event in _LAUNCH and (
        "O" in tags[claim.last:min(claim.last + _LOOK, case.scene.doc.sents[claim.sentence][1])]))
    return (case.scene.foe(case.speaker), []) if ours else None


def _told_beside(case: _Case) -> _Told | None:
    """The Houthis have hit 40 ships, and they hold nine men."""
    return beside_it(case.claim, case.scene, case.before) if case.pronoun == "they" else None


def _met_for_it(case: _Case) -> _Told | None:
    """Troops clashed with rebels after they had abducted nine nurses; police shot two gunmen after they had killed a guard."""
    return caught_for(case.scene, case.claim) if case.pronoun == "they" and "after" in case.scene.doc.keys else None


def _tried_for_it(case: _Case) -> _Told | None:
    """Three men were jailed for a raid in which they killed nine people."""
    return convicted(case.scene, case.claim) if case.pronoun == "they" else None


def _weapons(case: _Case) -> _Told | None:
    """The ministry put the number of bombs at 14 and said they killed three villagers."""
    arms = case.pronoun == "they" and case.claim.event in words_of("harm") and arms_before(case.claim, case.scene)
    return _NOBODY_TOLD if arms else None


def _who_denies(case: _Case) -> _Told | None:
    """Norland denied UN claims that it had killed 40."""
    if case.pronoun not in _THEM or case.claim.modality != "denied" or (who := denier(case.claim, case.scene)) is None:
        return None
    return case.actor(who)


_BLOWS = ("launched", "attacked")
_MORE = frozenset("also additionally moreover furthermore besides".split())
_MEN = frozenset("men fighters gunmen militants members forces troops soldiers".split())
_BANDS = frozenset("group movement militia gang faction organisation organization band cartel front alliance coalition".split())
_COMMANDED = ("police", "army", "navy", "coastguard", "military")


def _both_sides(case: _Case) -> _Told | None:
    """The sides: those who acted together before, else the two that the text names most."""
    if case.claim.pending not in words_of("plural_sides"):
        return None
    joint = [c for c in case.before if c.agent and " and " in c.agent and not others_named(case.scene, case.claim, c.agent)]
    return (joint[-1].agent, joint[-1].agents) if joint else (two_sides(case.claim, case.scene), [])


def _we_of_a_side(case: _Case) -> _Told | None:
    """ "We lost nine men," the Norlandic officer said."""
    unknown = case.claim.pending == "we" and case.claim.source_actor is None
    if not unknown or not case.claim.source:
        return None
    return case.speaker or body_of_office(case.claim.source), []  # "We killed nine men," an army spokesman said


def _says(case: _Case) -> bool:
    """Whether the pronoun may mean who tells of it."""
    claim, pronoun = case.claim, case.pronoun
    if (claim.cue or "").lower().startswith("according"):
        return False  # "it fired 12, according to the UN": not the UN
    if claim.cue is None and claim.quote is None and pronoun in _THEM:
        return False  # the ministry's bulletin: not the ministry
    if pronoun == "it" and _of_the_told(case):
        return False
    if pronoun == "they" and only_tells(claim, case.scene):
        return False
    return claim.source is not None and words["documents"].isdisjoint(claim.source.split()[-1:])  # a leaked document shows


def _whom_his_took(case: _Case) -> _Told | None:
    """Police arrested nine men. "They killed four guards," a police officer said: the men, not the police."""
    claim, scene, last = case.claim, case.scene, case.before[-1] if case.before else None
    if case.pronoun != "they" or last is None or last.event not in _HELD or last.number is None or last.sentence != claim.sentence - 1:
        return None
    first = scene.doc.sents[claim.sentence][0]
    head = (last.agent or "").lower().rpartition(" ")[2]
    office = (scene.actors.list[claim.source_actor].role if claim.source_actor is not None else claim.source) or ""
    theirs = head and not {head, head.removesuffix("s")}.isdisjoint(office.lower().split())
    if not theirs or scene.doc.low[first] not in ('"', "“") or scene.doc.low[first + 1] != "they" or last.value == 1:
        return None
    return last.item_text or None, []


def _of_the_told(case: _Case) -> bool:
    """Whether "it" begins the sentence and who tells of the harm behind it told of another's before: "The VLF killed nine people, Velm
    Watch said. It has killed 40 since May, the group said"."""
    claim, doc = case.claim, case.scene.doc
    last = case.before[-1] if case.before else None
    if last is None or claim.event not in words_of("harm") or last.event not in words_of("harm") or last.sentence != claim.sentence - 1:
        return False
    return doc.low[doc.sents[claim.sentence][0]] == "it" and last.agent is not None and last.source == claim.source and (
        last.agent not in (claim.source, None) and last.agents != case.sources)


def _people_before(case: _Case) -> _Told | None:
    """Farmers blocked roads. They injured nine policemen; the UN says pirates boarded a tanker. They seized its crew."""
    return they_are(case.scene, case.claim) if case.pronoun == "they" and not case.noun else None


def _unlisted_source(case: _Case) -> _Told | None:
    """The air force spokesman said it had shot down nine."""
    source, pronoun = case.claim.source, case.pronoun
    if pronoun not in ("it", "they") or case.claim.source_actor is not None or not source or not _says(case):
        return None
    if not (source.split()[0].endswith("s") or source.endswith("s")) if pronoun == "they" else is_many(source):
        return None
    of_body = _OF_BODY.fullmatch(source) if pronoun == "it" else None
    return (of_body["body"] or of_body["within"]) if of_body else source, []


def _the_source(case: _Case) -> _Told | None:
    """The army said it had freed nine, "We pulled out nine men," said the skipper, Ivo Tarn; not: officials said it had fired."""
    claim, pronoun, noun = case.claim, case.pronoun, case.noun
    who = claim.source_actor
    if who is None or pronoun not in ("we", *_THEM) and not noun or not _says(case) or (
            pronoun in ("it", "its") and is_many(claim.source or "")):
        return None
    kind, side = case.scene.actors.list[who].kind, case.speaker
    if pronoun == "we":
        if side:
            return side, []
        body = speaks_for(case.scene, claim) if kind == "person" else None
        if body is not None:
            return case.actor(body)
        force = next((word for word in (case.scene.actors.list[who].role or "").lower().split() if word in _COMMANDED), None)
        if force is not None and claim.event not in _SAVED:
            return force, []  # "We arrested nine," said the police chief, Ivo Tarn
        return case.actor(who) if kind != "person" or claim.event in _SAVED else _NOBODY_TOLD
    if kind == "person" or noun and not side and kind == "group":
        return None
    own = side if (noun or pronoun in ("its", "their")) and claim.event not in _SAVED else None  # its teams saved 40: the agency
    return (own, []) if own else case.actor(who)


def _whose_spokesman(case: _Case) -> _Told | None:
    """Ivo Tarn, a spokesman for the rebels, said they held nine men."""
    return spoken_for(case.claim, case.scene, case.pronoun) if case.pronoun in ("it", "they") else None


def _who_opens(case: _Case) -> _Told | None:
    """Norland's campaign goes on. In May it fired 50; but of two sides the one named first is that which fires."""
    claim, scene, last = case.claim, case.scene, case.before[-1] if case.before else None
    topic = topic_of(claim, scene) if claim.event != "intercepted" else None
    if topic is None and case.pronoun == "it" and claim.event in _BY_STATES and (land := by_its_capital(claim, scene)) is not None:
        return land, []
    if topic is None or not case.noun and case.pronoun not in ("it", "they") or marked_as(claim, scene) == scene.side(topic):
        return None
    if case.pronoun == "they" and not case.noun and _one_body(case, scene.actors.list[topic]):
        return None  # the UN says an alliance of rebels was formed. They have seized nine towns
    if case.pronoun == "they" and last and last.sentence == claim.sentence - 1 and (
            scene.actors.list[topic].kind != "country" and (last.agent or "A").islower() and is_plural(last.agent or "")):
        return None  # Norland's army said bandits had blown up a bridge. They abducted nine
    return case.actor(topic)


def _one_body(case: _Case, actor: ActorDraft) -> bool:
    """Whether an actor is an agency that only tells of others in the sentence before, no "they"."""
    if actor.kind != "organization" or is_plural(actor.name) or not case.claim.sentence:
        return False
    first, last = case.scene.doc.sents[case.claim.sentence - 1]
    tells = any(first <= m.first < last and case.scene.doc.low[m.last] in speech() for m in actor.mentions)
    return tells and words_of("armed", "agents").isdisjoint(actor.name.lower().split())


def _of_its_clause(case: _Case) -> _Told | None:
    """Since Norland left the pact, its missiles have wrecked nine ports."""
    scene, first = case.scene, case.scene.doc.sents[case.claim.sentence][0]
    if case.pronoun != "its" or case.noun or scene.doc.low[first] not in _CLAUSE_OPENERS:
        return None
    at = first + 1 + (scene.doc.low[first + 1] == "the")
    who = scene.actors.at.get(at) if at < case.verb else None
    if who is None or scene.tags[at] not in "CA" or scene.actors.list[who].kind not in ("country", "group", "organization"):
        return None
    behind = scene.doc.low[scene.actors.mention_at[at].last]
    return None if behind in ("'s", "’s", ",", "and") else case.actor(who)


def _of_a_deed(case: _Case) -> _Told | None:
    """Who attacks in the sentence or the one before, as "their strikes" have no noun of their own."""
    if case.pronoun not in ("its", "their") or case.noun:
        return None
    claim, scene = case.claim, case.scene
    deed = nearest_deed(scene.doc, claim, scene) or next(iter(scene.deeds_in(claim.sentence - 1)[-1:] if claim.sentence else ()), None)
    return None if deed is None else (deed.agent, list(deed.actors))


def _who_stopped(case: _Case) -> _Told | None:
    """Norland fired 94 drones, the air force said. It shot down 71."""
    return (case.claim.agent, case.claim.agents) if not case.noun and stopped(case.scene, case.claim, case.before) else None


def _no_pair(case: _Case) -> _Told | None:
    """According to the air force, it shot down 31 drones: "it" is no pair."""
    last = case.before[-1] if case.before else None
    if case.pronoun != "it" or last is None or " and " not in (last.agent or "") or len(last.agents) == 1:
        return None
    return (case.claim.source, case.sources) if case.claim.event in _STOPPED and case.claim.source is not None else _NOBODY_TOLD


def _who_acted(case: _Case) -> _Told | None:
    """The last one who acted."""
    return (case.before[-1].agent, case.before[-1].agents) if case.before and not case.noun else None


def _named_before(case: _Case) -> _Told | None:
    """Whom the sentence before names first: "The rebels want a truce. They freed nine"."""
    plural = case.pronoun in ("they", "its", "their") and not case.noun
    return case.actor(who) if plural and (who := they(case.scene, case.claim, case.pronoun)) is not None else None


def _takers(case: _Case) -> _Told | None:
    """Police found a bomb. They arrested nine men."""
    return taker(case.scene, case.claim) if case.pronoun == "they" and not case.noun else None


def _band(case: _Case) -> _Told | None:
    """Armed men raided a bank. They killed nine."""
    band = band_before(case.scene, case.claim) if case.pronoun == "they" else None
    return None if band is None else (band.agent, list(band.actors))


def _who_opened(case: _Case) -> _Told | None:
    """The junta wants a vote. It will send 900 men there."""
    first = opener(case.scene, case.claim.sentence - 1) if case.pronoun == "it" else None
    return None if first is None else case.actor(first)


def _some_one(case: _Case) -> _Told | None:
    """A gunman stormed a school. He killed nine."""
    found = someone(case.scene, case.claim) if case.pronoun in ("he", "she", "they") else None
    return None if found is None else (found, [])


def _of_the_raid(case: _Case) -> _Told | None:
    """ "They took nine people," a villager said, where the sentences before tell of one attacker alone."""
    claim, scene = case.claim, case.scene
    if case.pronoun != "they" or case.noun or claim.quote is None or claim.event not in words_of("harm", "taken"):
        return None
    deeds = [deed for sentence in range(max(0, claim.sentence - _LOOK), claim.sentence) for deed in scene.deeds_in(sentence)]
    return (deeds[-1].agent, list(deeds[-1].actors)) if len({deed.agent for deed in deeds}) == 1 else None


def _by_its_noun(case: _Case) -> _Told | None:
    """Whoever they are, "troops" did it."""
    body = case.claim.source if case.noun in _MEN and case.pronoun == "its" and case.claim.source in _BANDS else None
    return (body or case.noun, []) if case.noun else None  # but: the group said its men had


# in this order: the first answer holds
_STEPS: tuple[Callable[[_Case], _Told | None], ...] = (
    _the_foe, _of_a_war, _of_the_attack, _whom_his_took,
    _own_side, _his_body, _of_a_paper, _of_a_name, _ours, _as_its_whole, _against_us, _met_for_it, _tried_for_it,
    _told_beside, _weapons, _who_denies, _both_sides, _we_of_a_side, _people_before, _unlisted_source, _the_source, _whose_spokesman,
    _who_opens, _of_a_deed, _of_its_clause, _who_stopped, _no_pair, _who_acted, _named_before, _takers, _band, _who_opened, _some_one,
    _of_the_raid, _by_its_noun)
