"""Whose the counted things are: by words of side on the noun, by who launched them, or through the claim they are a part of."""

from __future__ import annotations

from newsfacts.actors import side_of
from newsfacts.actors.sides import adjective_side, side_in
from newsfacts.claims.roles.naming import FOE, NOBODY, SELF, THE_FOE
from newsfacts.claims.roles.scene import Scene, forms_of, words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.late import late
from newsfacts.relate.openers import at_home
from newsfacts.sources.words import verbs as speech
from newsfacts.tokens import Doc

_WEAPONS = frozenset("drone missile rocket bomb shell weapon aircraft helicopter".split())
_PLANES = frozenset(("aircraft", "helicopter"))  # hit on the ground, more often than they hit
_FIGHT = _WEAPONS | {"soldier", "attack", "tank", "armoured_vehicle", "vehicle", "ship", "air_defence_system", "prisoner"}
_HARM = frozenset(("killed", "wounded", "casualties", "missing", "captured"))
_KEPT = _HARM | {"held", "returned"}
_STOPPED = frozenset(("intercepted", "suppressed"))
_RAID = _STOPPED | frozenset(("launched", "hit"))
_CAPTIVE = frozenset(("prisoner", "soldier", "body", "hostage"))
_REGAINED = frozenset(("prisoner", "soldier", "body", "hostage", "person", "civilian", "child"))
_TO = late(r"[xn]{0,3}>t?d?(?P<own>[CAG])~*")  # handed over to Norland, to its capital
_OF = late(r"(?:oW)?(?P<link>o)t?[dJ]?(?P<own>[CA])~*")  # tanks of the Norlandic army
_LOST_BY = late(r"ot?[dx]?(?P<own>[JCA])")
_FROM = late(r"<t?d?(?P<own>C)~*")  # peacekeepers from Norland
_FIRED = late(r"(?:.b|[xt])t?(?P<own>[JCAG])~*")  # fired by Norland, that Norland fired
_FIRED_FROM = late(r"[vx]<t?d?(?P<own>C)~*")  # fired from Norland
_LAST = 12  # launches told before that are looked at


def affiliate(doc: Doc, claims: list[ClaimDraft], scene: Scene) -> bool:
    """Sets the affiliations, in text order; tells whether a weapon's side became an agent."""
    launched: list[ClaimDraft] = []
    last: ClaimDraft | None = None
    for claim in claims:
        whole = claim.part_of
        if whole is not None and whole.first > claim.first:
            _settle(doc, whole, None, scene, launched)  # 24 of the 30: the whole is told after its part
        _settle(doc, claim, last, scene, launched)
        last = claim
    told = False
    sides: set[str] | None = None  # of the whole text
    homes: set[str] | None = None
    hostages = False  # whether some of those who returned home are told as hostages
    senders: set[str | None] = set()
    for claim in claims:  # the launch may be told after
        told_by_agent = claim.event == "launched" and claim.agent not in (None, FOE) and not any(
            scene.actors.list[who].kind == "person" for who in claim.agents)
        unknown = claim.event == "launched" and claim.agent is None and claim.pending == NOBODY and claim.trigger is not None and (
            doc.low[claim.trigger[0]] not in forms_of("notices"))  # a submarine fired 30 missiles; but: radar tracked 30
        if claim.affiliation is None and claim.event in _RAID and claim.item in _WEAPONS and not told_by_agent and not unknown:
            if sides is None:
                sides = {c.affiliation for c in launched if c.affiliation} or {d.side for d in scene.deeds() if d.side and side_of(d.side)}
            others = sides - {_stopper(claim, scene)}
            stopped = claim.event in _STOPPED and not others and (own := _stopper(claim, scene))
            claim.affiliation = scene.foe(own) if stopped else next(iter(others)) if len(others) == 1 else None
            if claim.event == "hit" and at_home(scene, claim, claim.affiliation):
                claim.affiliation = None
        if claim.affiliation is None and claim.event == "returned" and _one_way(doc, claim):
            if homes is None:
                back = [c for c in claims if c.event == "returned"]
                mutual = words_of("mutual")
                swapped = any(c.each or (c.agent and " and " in c.agent) or not mutual.isdisjoint(doc.low[slice(*(c.trigger or (0, 0)))])
                              for c in back)
                homes = set() if swapped else {c.affiliation for c in back if c.affiliation}
                senders = {c.agent for c in back if c.affiliation}
                hostages = any(c.item == "hostage" for c in back if c.affiliation)
            unlike = claim.item == "hostage" and not hostages  # three hostages were freed for 90 Norlandic prisoners
            if len(homes) == 1 and not unlike and (claim.agent is None or claim.agent in senders):
                claim.affiliation = next(iter(homes))  # the text tells of one side's people
        moves = claim.event == "deployed" and claim.item == "soldier"
        sent = claim.event == "launched" and claim.item in _WEAPONS and claim.affiliation is not None and (any(
            _side_at(scene, token) == claim.affiliation for token in range(claim.first, claim.last))  # 60 Norlandic drones were fired
            or claim.rule == "whole" and _FIRED.match(scene.tags, claim.last) is not None)  # 20 of the 60 drones that Norland sent
        if claim.agent is None and (moves or sent or (claim.event == "hit" and claim.item in _WEAPONS - _PLANES)):
            claim.agent = claim.affiliation
            told = told or claim.agent is not None
    return told


def _one_way(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether captives went home, rather than were swapped between sides."""
    if claim.each or claim.trigger is None or (claim.agent and " and " in claim.agent):
        return False
    return (claim.item in _CAPTIVE or claim.rule == "list-item") and words_of("mutual").isdisjoint(doc.low[slice(*claim.trigger)])


def _settle(doc: Doc, claim: ClaimDraft, last: ClaimDraft | None, scene: Scene, launched: list[ClaimDraft]) -> None:
    """Sets the affiliation of a claim; `launched`: the weapons told before, `last`: the claim before."""
    found = claim.affiliation or _own(doc, claim, scene, launched) or _among(claim, scene) or _lost(claim, scene, last)
    found = found or _owner_before(doc, claim, scene) or _regained(claim, scene)
    if found is None and claim.part_of is not None:
        found = claim.part_of.affiliation
    weapon = claim.event in _RAID and claim.item in _WEAPONS
    if found is None and (claim.event == "deployed" or (claim.event in ("launched", "attacked") and (weapon or claim.item == "attack"))):
        found = _side(claim, scene) or (_fired_from(doc, claim, scene) if weapon else None)
    elif found is None and weapon:
        found = _fired_from(doc, claim, scene) or _launched_by(claim, launched, scene) or _deed(doc, claim, scene)
        if claim.event == "hit" and at_home(scene, claim, found):
            found = None
    if found is None and last and last.sentence == claim.sentence and claim.event in _HARM and last.event in _KEPT and (
            not claim.item_text or last.event == "casualties"):
        found = (last.part_of or last).affiliation  # 60 soldiers were killed and 40 wounded; casualties at 600, with 140 killed
    outlaws = claim.item_text.lower().rpartition(" ")[2] in words_of("outlaws")  # 12 of its soldiers and 19 rebels
    beside = last is not None and last.trigger == claim.trigger and last.event == claim.event and not outlaws
    if found is None and last and beside and {last.item, claim.item} <= _FIGHT:
        found = last.affiliation  # 35 Norlandic tanks and 31 howitzers
    claim.affiliation = found
    if found and weapon:
        launched.append(claim)


def _fired_from(doc: Doc, claim: ClaimDraft, scene: Scene) -> str | None:
    """By the country from which weapons came: "14 rockets fired from Norland"."""
    match = _FIRED_FROM.match(scene.tags, claim.last)
    return _side_at(scene, match.start("own")) if match and doc.low[claim.last] in words_of("fired") else None


def _own(doc: Doc, claim: ClaimDraft, scene: Scene, launched: list[ClaimDraft]) -> str | None:
    """By a word on the counted noun: "57 Norlandic drones", "Six rebels of the south's army", "our men"; `launched` as in `_settle`."""
    tags, low, foes = scene.tags, doc.low, words_of("foes")
    for token in range(claim.first, claim.last):
        tag = tags[token]
        if tag in "JCAxG" and not (low[token + 1:token + 2] == ["-"] and not words_of("made").isdisjoint(low[token + 2:token + 3])):
            side = _side_at(scene, token)
            mention = scene.actors.mention_at.get(token)
            if mention is not None and mention.last >= claim.last and side and not side_of(side):
                continue  # four National Guardsmen
            if side and (claim.item in _FIGHT and claim.event != "provided" or side_of(side)):
                return side  # weapons given are a country's: three IRIS-T launchers
        if low[token] in foes:
            speaker = _speaker_side(claim, scene)
            return launched[-1].affiliation if speaker is None and launched else scene.foe(speaker)
        if tag in "OI":
            return _speaker_side(claim, scene)
    match = _FIRED.match(tags, claim.last) if claim.item in _WEAPONS else None
    if match and not words_of("fired").isdisjoint(doc.low[claim.last:match.end() + 1]):
        own = match.start("own")
        after = scene.actors.mention_at[own].last if own in scene.actors.mention_at else own + 1
        if low[after:after + 1] == ["-"] and doc.glued(after - 1) and after + 2 < len(low):
            own = after + 2  # the Norland-backed Houthis
        elif low[after:after + 1] == ["'s"] and tags[after + 1:after + 2] == "A" and side_of(doc.words(
                after + 1, scene.actors.mention_at[after + 1].last)):
            own = after + 1  # Norland's Houthis
        who = scene.who(own) if tags[own] == "G" else None  # sent by Norland's capital
        return who[2] if who else _side_at(scene, own)
    leaves = claim.event == "deployed" and claim.trigger is not None and low[claim.trigger[0]] in words_of("pulled_out")
    match = _FROM.match(tags, claim.last) if claim.item in ("soldier", "worker") and not leaves else None
    match = match or _OF.match(tags, claim.last)
    side = _side_at(scene, match.start("own")) if match else None
    return side if side and side_of(side) else None


def _among(claim: ClaimDraft, scene: Scene) -> str | None:
    """By the word on the group of which they are: "among the freed Norlanders are 38 sailors"."""
    if claim.rule != "among-the-dead" or claim.trigger is None:
        return None
    sides = (_side_at(scene, token) for token in range(claim.trigger[0], min(claim.first, claim.trigger[0] + 4)))
    return next((side for side in sides if side and side_of(side)), None)


def _speaker_side(claim: ClaimDraft, scene: Scene) -> str | None:
    """Whose "our civilians", "its soldiers" are: the source's."""
    return None if claim.source_actor is None else scene.side(claim.source_actor)


def _side_at(scene: Scene, token: int) -> str | None:
    """The side that an adjective or a name at a token tells."""
    tag = scene.tags[token]
    if tag == "G":  # Moscow's tanks
        who = scene.who(token) if scene.doc.low[(end := scene.actors.mention_at[token].last):end + 1] == ["'s"] else None
        return who[2] if who else None
    if tag not in "JCAx" or tag == "x" and not scene.doc.forms[token][0].isupper():
        return None
    mention = scene.actors.mention_at.get(token)
    text = scene.doc.words(token, mention.last if mention else token + 1)
    side = adjective_side(scene.doc, token) or side_of(text) if text[:1].isupper() else None
    if side is None and tag in "CA":
        found = scene.who(token)
        side = found[2] if found else None
    return side


def _owner_before(doc: Doc, claim: ClaimDraft, scene: Scene) -> str | None:
    """By the owner of a loss told before in the sentence: "Norlandic casualties at over 600", "Norland's losses have totalled 300"."""
    if claim.event not in ("killed", "wounded", "casualties", "destroyed", "missing"):
        return None
    losses = words_of("loss_nouns")
    if losses.isdisjoint(doc.keys):
        return None
    first = doc.sents[claim.sentence][0]
    for token in range(claim.last - 1, max(first, claim.last - 40) - 1, -1):
        if doc.low[token] in losses and not claim.first <= token < claim.last - 1:
            if (of := _LOST_BY.match(scene.tags, token + 1)) and (side := _side_at(scene, of.start("own"))) and side_of(side):
                return side  # the losses of the Norlandic army amounted to 300 men
            for owner in range(token - 1, max(token - 5, first) - 1, -1):
                if scene.tags[owner] in ",.;:><Pt" or doc.low[owner] in speech():  # the Red Cross put the number of dead at 12
                    break
                if scene.tags[owner] == "I":
                    return _speaker_side(claim, scene)
                if doc.low[owner] in words_of("foes"):
                    return scene.foe(_speaker_side(claim, scene))  # the enemy's losses
                side = _side_at(scene, owner)
                if side and not _treats(side) and not (scene.tags[owner] == "C" and scene.tags[scene.actors.mention_at[owner].last] != "'"):
                    return side
    return None


def _treats(side: str) -> bool:
    """Whether a name is a hospital's, which has seen the casualties of others."""
    return not words_of("hospitals").isdisjoint(side.lower().split())


def _lost(claim: ClaimDraft, scene: Scene, last: ClaimDraft | None) -> str | None:
    """By the subject of "lost", "suffered", "got back"."""
    if claim.loser == THE_FOE:
        return scene.foe(_speaker_side(claim, scene))
    if claim.loser == SELF:  # "it had lost 12", but not of whom "according to" tells
        if (claim.cue or "").lower().startswith("according"):
            return None
        begin = claim.trigger[0] if claim.trigger else 0
        if "they" not in scene.doc.low[max(0, begin - 4):begin]:
            return _speaker_side(claim, scene)
        acted = _side(last, scene) if last is not None and last.sentence == claim.sentence - 1 else None
        country = claim.source_actor is not None and scene.actors.list[claim.source_actor].kind == "country"
        return acted or (None if country else _speaker_side(claim, scene))  # Norlandic forces left. They lost 300 men, Sudland says
    side = None if claim.loser is None else scene.side(claim.loser)
    if side is not None and _treats(side):
        return None
    return side if side is None or claim.event != "returned" or side_of(side) else None  # not the Red Cross, which received them


def _regained(claim: ClaimDraft, scene: Scene) -> str | None:
    """By those to whom prisoners or the dead are handed over."""
    if claim.event != "returned" or claim.item not in _REGAINED or claim.trigger is None:
        return None
    words = scene.doc.low[claim.trigger[0]:claim.trigger[1] + 1]
    if words and words[0] in words_of("brings") and not words_of("homewards").isdisjoint(words):
        return _side(claim, scene)  # Norland brought home 115 soldiers
    if not words_of("expels").isdisjoint(words):
        return None  # deported to Norland
    for end in (claim.trigger[1], claim.last):
        match = _TO.match(scene.tags, end)
        if match is None or not words_of("taken_to").isdisjoint(scene.doc.low[end:match.start("own")]):
            continue  # 12 children taken to Norland
        if scene.tags[match.end():match.end() + 1] == "'":
            continue  # to Norland's border
        own = match.start("own")
        capital = scene.tags[own] == "G" and words[0] in forms_of("handing")  # but: were flown to Doha
        side = side_of(scene.doc.words(own, match.end())) if capital else _side_at(scene, own)
        if side and side_of(side):
            return side
    return None


def _side(claim: ClaimDraft, scene: Scene) -> str | None:
    """The side of the agent, if it is one side."""
    sides = {scene.side(who) for who in claim.agents}
    if claim.agents:
        return sides.pop() if len(sides) == 1 else None
    agent = claim.agent or ""
    words = [word for word in agent.split() if word[:1].isupper()]
    if " and " in agent or not words:
        return None
    return agent if agent == words[0] else side_of(agent) or side_in(agent.removesuffix("'s").replace("'s ", " ").split())


def _stopper(claim: ClaimDraft, scene: Scene) -> str | None:
    """The side that stops weapons, or tells that they were stopped: they are not its own."""
    if claim.event not in _STOPPED:
        return None
    return _side(claim, scene) or _speaker_side(claim, scene)


def _launched_by(claim: ClaimDraft, launched: list[ClaimDraft], scene: Scene) -> str | None:
    """The side of the last weapons told that is not the claim's own agent's: nobody shoots down his own."""
    own = (_stopper(claim, scene) or _side(claim, scene)) if claim.event != "hit" else None
    return next((c.affiliation for c in reversed(launched[-_LAST:]) if c.affiliation != own), None)


def _deed(doc: Doc, claim: ClaimDraft, scene: Scene) -> str | None:
    """By the attack named in the same or the directly preceding sentence: "the Norlandic attack: 40 drones were shot down"."""
    own = (_stopper(claim, scene) or _side(claim, scene)) if claim.event != "hit" else None
    for sentence in (claim.sentence, claim.sentence - 1):
        if sentence >= 0:
            for deed in reversed(scene.deeds_in(sentence)[-_LAST:]):
                if deed.side and deed.side != own:
                    return deed.side
    return None
