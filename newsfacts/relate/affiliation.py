"""Whose the counted things are: by words of side on the noun, by who launched them, or through the claim they are a part of."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from newsfacts.actors import side_of
from newsfacts.actors.sides import countries
from newsfacts.claims.items import PEOPLE
from newsfacts.claims.roles.naming import FOE, NOBODY, THE_FOE
from newsfacts.claims.roles.scene import Scene, forms_of, words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.late import late
from newsfacts.relate.openers import at_home
from newsfacts.relate.owners import (
    FORCES,
    agent_side,
    among,
    band_of,
    body_of,
    called,
    its_own,
    lost,
    of_a_list,
    of_a_passport,
    of_a_toll,
    of_a_user,
    of_some_state,
    of_the_force,
    of_the_named,
    of_the_robbed,
    owner_before,
    regained,
    side_at,
    speaker_side,
    state_of,
    theirs,
)
from newsfacts.tokens import Doc

_WEAPONS = frozenset("drone missile rocket bomb shell weapon aircraft helicopter".split())
_PLANES = frozenset(("aircraft", "helicopter"))  # hit on the ground, more often than they hit
_FIGHT = _WEAPONS | {"soldier", "attack", "tank", "armoured_vehicle", "vehicle", "ship", "air_defence_system", "prisoner"}
_OWNED = "its"
_FLEET = frozenset(("ship", "aircraft"))
_HARM = frozenset(("killed", "wounded", "casualties", "missing", "captured"))
_HARMED_ABROAD = frozenset(("killed", "wounded", "casualties", "missing", "captured", "detained", "held"))
_KEPT = _HARM | {"held", "returned"}
_REGULARS = frozenset("soldiers soldier troops servicemen serviceman policemen officers marines".split())
_AIMED = 8  # tokens from weapons to the country at which they are fired
_RUINED = ("damaged", "destroyed")
_SIDED = {"coalition": ("soldier", "worker"), "opposition": ("person", "worker", "civilian", "soldier")}  # word → of whom it tells the side
_ROUTED = frozenset((harm, ruin) for harm in ("killed", "casualties") for ruin in _RUINED) | {("destroyed", "destroyed")}
_STOPPED = frozenset(("intercepted", "suppressed"))
_RAID = _STOPPED | frozenset(("launched", "hit"))
_CAPTIVE = frozenset(("prisoner", "soldier", "body", "hostage"))
_SWAPPED = frozenset((("exchange", "for"), ("return", "for")))
_OF = late(r"(?:oW)?(?P<link>o)t?[dJ]?(?P<own>[CA])~*")  # tanks of the Norlandic army
_BODIES_OF = late(r"ot?[dx]{0,2}n?(?P<own>[JCA])")  # bodies of fallen Norlandic soldiers
_OF_A_FORCE = late(r"ot?d?(?P<own>J)")  # soldiers of the Norlandic contingent
_LAND_OF = late(r"x{0,2}o(?P<own>J)")  # 40 square miles of Norlandic land
_FROM = late(r"<t?d?(?P<own>C~*|J(?=[xcg]))")  # peacekeepers from Norland, from the Norlandic contingent
_APPOSED = late(r",[tx](?:ox)?(?P<own>[JA])x?[,.;:<-]")  # both Norlandic citizens, all of them Norlandic
_APPOSED_FROM = late(r"(?:,?[tx](?:o[txI])?|o[txI])?<(?P<own>C~*)[,.;:<-]")  # all from Norland; two of them from Norland
_BELONGING = late(r"x(?P<link>>|h|P)t?d?(?P<own>[JCA])")  # tanks belonging to the Norlandic army, serving in it
_MAN = late(r",t[xmn-]{0,8}(?P<own>J)[xm]{0,2}[,.;]")  # one guard, a 19-year-old Norlandic man, died
_FIRED = late(r"(?:.b|[xt])t?(?P<own>[JCAG])~*")  # fired by Norland, that Norland fired
_FIRED_FROM = late(r"(?P<be>B?)[vxc]<t?d?(?P<own>C)~*")  # fired from Norland
_STRANGE = ("ian", "ean", "ese")  # adjectives of lands
_WAYS = ("at", "against", "towards", "toward")  # from weapons to whom they are fired at
_LAST = 12  # launches told before that are looked at


def affiliate(doc: Doc, claims: list[ClaimDraft], scene: Scene, entries: bool) -> bool:
    """Sets the affiliations, in text order; tells whether a weapon's side became an agent. `entries`: whether every paragraph tells of an
    incident of its own."""
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
    aimed: set[str | None] = set()
    known = {c.affiliation for c in claims}
    homes: set[str] | None = None
    hostages = False  # whether some of those who returned home are told as hostages
    senders: set[str | None] = set()
    ruined = {c.sentence: c.affiliation for c in claims if c.event in _RUINED}
    strange = any(_by_strangers(c, scene) for c in claims)
    for claim in sorted(claims, key=lambda claim: claim.event not in _STOPPED):  # the launch may be told after
        told_by_agent = claim.event == "launched" and claim.agent not in (None, FOE) and not any(
            scene.actors.list[who].kind == "person" for who in claim.agents)
        unknown = claim.event == "launched" and claim.agent is None and claim.pending == NOBODY and claim.trigger is not None and (
            doc.low[claim.trigger[0]] not in forms_of("notices"))  # a submarine fired 30 missiles; but: radar tracked 30
        unknown = unknown or strange or of_some_state(doc, claim) or _of_strangers(doc, claim, scene)
        if claim.affiliation is None and claim.event in _RAID and claim.item in _WEAPONS and not told_by_agent and not unknown:
            if sides is None:
                aimed = {_aimed_at(doc, c, scene, _WAYS) for c in claims if c.event == "launched"}  # at whom they are fired
                sides = {c.affiliation for c in launched if c.affiliation} or {
                    d.side for d in scene.deeds() if d.side and scene.state(d.side)}
            own_side = _stopper(claim, scene) or (speaker_side(claim, scene) if claim.event == "launched" else None)
            others = {side for side in sides - {own_side} if own_side or side not in aimed and side in known}
            if own_side is None and others and _of_another_raid(claim, launched, scene):
                continue
            stopped = claim.event in _STOPPED and not others and (own := _stopper(claim, scene))
            claim.affiliation = scene.foe(own) if stopped else next(iter(others)) if len(others) == 1 else None
            if stopped and claim.affiliation in aimed:
                claim.affiliation = None  # 90 drones were launched at Norland. Sudland said it had shot down 12
            own_staff = claim.affiliation is not None and (claim.source or "").startswith(claim.affiliation)
            if claim.event in _STOPPED and (own_staff or claim.affiliation == speaker_side(claim, scene)):
                claim.affiliation = None  # Norland says the drones were shot down by allied jets
            if claim.event == "hit" and (struck := ruined.get(claim.sentence)):
                claim.affiliation = scene.foe(struck)  # eight drones broke through and damaged two Norlandic frigates
            if claim.event == "hit" and at_home(scene, claim, claim.affiliation):
                claim.affiliation = None
            known.add(claim.affiliation)
        if claim.affiliation is None and claim.event == "returned" and not entries and _one_way(doc, claim):
            if homes is None:
                back = [c for c in claims if c.event == "returned"]
                mutual = words_of("mutual")
                swapped = any(c.each or (c.agent and " and " in c.agent) or not mutual.isdisjoint(doc.low[slice(*(c.trigger or (0, 0)))])
                              for c in back)
                homes = set() if swapped else {c.affiliation for c in back if c.affiliation and (c.part_of is None or len(back) < 3)}
                senders = {c.agent for c in back if c.affiliation}
                hostages = any(c.item == "hostage" for c in back if c.affiliation)
            unlike = claim.item == "hostage" and not hostages  # three hostages were freed for 90 Norlandic prisoners
            if len(homes) == 1 and not unlike and (claim.agent is None or claim.agent in senders):
                claim.affiliation = next(iter(homes))  # the text tells of one side's people
        moves = claim.event == "deployed" and (claim.item in ("soldier", "worker") or claim.item in _FLEET and _sighted(doc, claim))
        sent = claim.event == "launched" and claim.item in _WEAPONS and claim.affiliation is not None and (any(
            side_at(scene, token) == claim.affiliation for token in range(claim.first, claim.last))  # 60 Norlandic drones were fired
            or claim.rule == "whole" and _FIRED.match(scene.tags, claim.last) is not None)  # 20 of the 60 drones that Norland sent
        moves = moves or claim.event == "deployed" and claim.rule in FORCES
        moves = moves or claim.event == "deployed" and _of_the_forces(doc, claim)
        moves = moves or claim.event == "deployed" and _OWNED in doc.low[claim.first:claim.last]  # two of its helicopters were there
        if claim.event == "hit" and claim.item in _WEAPONS - _PLANES and claim.affiliation is not None and agent_side(claim, scene) not in (
                None, claim.affiliation):
            claim.agent, claim.agents = claim.affiliation, []  # Norland's army said 18 rockets came down in Velm
        if claim.agent is None and (moves or sent or (claim.event == "hit" and claim.item in _WEAPONS - _PLANES)):
            claim.agent = claim.affiliation
            told = told or claim.agent is not None
    return told


def _of_another_raid(claim: ClaimDraft, launched: list[ClaimDraft], scene: Scene) -> bool:
    """Whether whose weapons they are is told only later, by a side that stopped those sent at itself: "The air force counted 90 drones.
    Norland's ministry claimed that 30 Sarvian drones were shot down": the 90 are not Sarvian."""
    told = [c for c in launched if c.affiliation]
    return claim.source is not None and bool(told) and all(
        c.first > claim.last and c.event in _STOPPED and c.source != claim.source and speaker_side(c, scene) for c in told)


def _by_strangers(claim: ClaimDraft, scene: Scene) -> bool:
    """Whether weapons were launched by what is known by its name alone, perhaps a land: "Port Velm attacked the city with 27 drones"."""
    return claim.event == "launched" and claim.item in _WEAPONS and claim.affiliation is None and len(claim.agents) == 1 and (
        scene.actors.list[claim.agents[0]].kind == "person" and agent_side(claim, scene) is None)


def _of_strangers(doc: Doc, claim: ClaimDraft, scene: Scene) -> bool:
    """Whether weapons are of a land of which nothing is known: "64 Velmian drones"."""
    return any(doc.forms[t][0].isupper() and doc.low[t].endswith(_STRANGE) and scene.tags[t] in "xA"
               for t in range(claim.first + 1, claim.last - 1))


def _of_the_forces(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether people of a country are based somewhere, or its warships sail: "900 Danes are based at Velm", "two Danish frigates"."""
    words = doc.low[claim.first:claim.last]
    if claim.item == "ship" and claim.rule != "has-warships":
        return not words_of("warships", "naval").isdisjoint(words) or any(f"{word}s" in words for word in words_of("warships"))
    based = claim.trigger is not None and not words_of("based_there").isdisjoint(doc.low[slice(*claim.trigger)])
    return claim.item == "person" and based


def _sighted(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether ships or aircraft were seen on their way, rather than sent: "detected 14 Norlandic aircraft", "crossed the line"."""
    return claim.trigger is not None and not forms_of("sighted").isdisjoint(doc.low[slice(*claim.trigger)])


def _one_way(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether captives went home, rather than were swapped between sides: not in exchange for the freeing of others."""
    before = doc.low[max(0, claim.trigger[0] - 5):claim.trigger[0]] if claim.trigger else []
    if not _SWAPPED.isdisjoint(pairwise(before)):
        return False
    if claim.each or claim.trigger is None or (claim.agent and " and " in claim.agent) or claim.rule == "the-other-way":
        return False
    return (claim.item in _CAPTIVE or claim.rule == "list-item") and words_of("mutual").isdisjoint(doc.low[slice(*claim.trigger)])


def _settle(doc: Doc, claim: ClaimDraft, last: ClaimDraft | None, scene: Scene, launched: list[ClaimDraft]) -> None:
    """Sets the affiliation of a claim; `launched`: the weapons told before, `last`: the claim before."""
    if not words_of("kinds_of_bodies").isdisjoint(doc.low[claim.first:claim.last]):
        found = claim.affiliation or _own(doc, claim, scene, launched)  # three UN staff and two NGO staff: of no body named
        claim.affiliation = found if scene.state(found) else None
        return
    found = claim.affiliation or its_own(doc, claim, last, scene) or _own(doc, claim, scene, launched) or among(claim, scene)
    found = found or lost(claim, scene, last)
    found = found or of_a_toll(doc, claim, scene) or of_a_list(doc, claim, scene) or owner_before(doc, claim, scene)
    found = found or regained(claim, scene) or band_of(doc, claim, scene) or called(doc, claim, scene) or body_of(doc, claim, scene)
    found = found or of_the_named(doc, claim, scene) or of_the_force(doc, claim, scene) or of_a_passport(doc, claim, scene)
    found = found or theirs(doc, claim, last) or of_a_user(doc, claim, scene) or of_the_robbed(claim, scene)
    if found is None and claim.part_of is not None:
        found = claim.part_of.affiliation
    weapon = claim.event in _RAID and claim.item in _WEAPONS
    if found is None and weapon and (of_some_state(doc, claim) or _of_strangers(doc, claim, scene)):
        return
    if found is None and (claim.event == "deployed" or (claim.event in ("launched", "attacked") and (weapon or claim.item == "attack"))):
        found = agent_side(claim, scene) or (_fired_from(doc, claim, scene) if weapon else None)
        if found is None and weapon and (aimed := _aimed_at(doc, claim, scene)):
            found = scene.foe(aimed)
    elif found is None and weapon:
        own = agent_side(claim, scene) if claim.event == "hit" else None
        own = own or (scene.foe(aimed) if (aimed := _aimed_at(doc, claim, scene)) else None)
        found = _fired_from(doc, claim, scene) or own or _launched_by(claim, launched, scene) or _deed(doc, claim, scene)
        stopped = last is not None and last.event in _STOPPED and last.sentence == claim.sentence and claim.event == "hit"
        if claim.event == "hit" and found is not None and found == speaker_side(claim, scene) and not words_of("stopped_by").isdisjoint(
                doc.low[slice(*doc.sents[claim.sentence])]):
            found = scene.foe(found)  # Norland's army said most had been intercepted but 18 came down in Velm
        if claim.event == "hit" and at_home(scene, claim, found) or stopped and last and found == _stopper(last, scene):
            found = None  # six rockets were shot down by Norland's army and two landed in a field
    if found is None and last and last.sentence == claim.sentence and claim.event in _HARM and last.event in _KEPT and (
            claim.item_text in ("", "others") and (last.part_of or last).item == claim.item or last.event == "casualties"):
        found = (last.part_of or last).affiliation  # 60 soldiers were killed and 40 wounded; casualties at 600, with 140 killed
    if found is None and last and last.sentence == claim.sentence and last.loser == THE_FOE and claim.event in (*_HARM, *_RUINED) and (
            claim.agent == last.agent):
        found, claim.loser = last.affiliation, THE_FOE  # inflicted losses on the enemy, with nine tanks destroyed
    outlaws = claim.item_text.lower().rpartition(" ")[2] in words_of("outlaws")  # 12 of its soldiers and 19 rebels
    beside = last is not None and last.trigger == claim.trigger and last.event == claim.event and not outlaws and claim.rule != "gapping"
    regular = claim.item == "soldier" and claim.item_text.lower().rpartition(" ")[2] in _REGULARS
    beside = beside and not (regular and last and last.affiliation not in countries().codes)  # 14 rebels of the Front and three soldiers
    kept = claim.event == "held" and claim.item in PEOPLE  # holds 60 Norlandic soldiers and 18 civilians
    if found is None and last and beside and ({last.item, claim.item} <= _FIGHT or kept and last.item in PEOPLE):
        found = last.affiliation  # 35 Norlandic tanks and 31 howitzers
    if found is None and last and last.sentence == claim.sentence and (last.event, claim.event) in _ROUTED and claim.item in _FIGHT and (
            last.item == "soldier" and claim.agent is not None and last.agent == claim.agent and scene.state(last.affiliation)):
        found = last.affiliation if last.affiliation != agent_side(claim, scene) else None  # killed 90 Norlandic men, burned 12 tanks
    claim.affiliation = found
    if found and weapon:
        launched.append(claim)


def _fired_from(doc: Doc, claim: ClaimDraft, scene: Scene) -> str | None:
    """By the country from which weapons came: "14 rockets fired from Norland"."""
    match = _FIRED_FROM.match(scene.tags, claim.last)
    return side_at(scene, match.start("own")) if match and doc.low[match.end("be")] in words_of("fired") else None


def _aimed_at(doc: Doc, claim: ClaimDraft, scene: Scene, ways: tuple[str, ...] = ("at", "against", "towards")) -> str | None:
    """The country at which weapons are said to be fired: "94 drones and one missile fired at Norland"."""
    last = min(doc.sents[claim.sentence][1], claim.last + _AIMED)
    for token in range(claim.last, last - 1):
        if doc.low[token] in ways and scene.tags[token + 1] == "C":
            return side_at(scene, token + 1)
        if scene.tags[token] in ",;.":
            break
    return None


def _own(doc: Doc, claim: ClaimDraft, scene: Scene, launched: list[ClaimDraft]) -> str | None:
    """By a word on the counted noun: "57 Norlandic drones", "Six rebels of the south's army", "our men"; `launched` as in `_settle`."""
    tags, low, foes = scene.tags, doc.low, words_of("foes")
    for token in _counted(low, claim):
        tag = tags[token]
        behind = low[token + 2] if low[token + 1:token + 2] == ["-"] and token + 2 < len(low) else ""
        if low[token - 1] == "-" and low[token - 2] in ("anti", "pro") and (low[token - 2] == "anti" or claim.item != "soldier"):
            continue  # two pro-Norlandic towns, nine anti-Norlandic fighters
        if tag in "JCAxG" and not behind[:1].isdigit() and behind not in words_of("made"):  # a Norland-2 missile, a Norland-made one
            side = side_at(scene, token)
            mention = scene.actors.mention_at.get(token)
            if mention is not None and mention.last >= claim.last and side and not side_of(side):
                continue  # four National Guardsmen
            if side and low[token + 1] == "and" and tags[token + 2:token + 3] == "J" and token + 2 < claim.last and (
                    side_at(scene, token + 2) not in (None, side)):
                return None  # nine Norlandic and Sudlandic soldiers
            if side and (claim.item in _FIGHT and claim.event != "provided" or scene.state(side)):
                return side  # weapons given are a country's: three IRIS-T launchers
        if token < claim.last - 1 and claim.item in _SIDED.get(low[token], ()) and (low[token] == "coalition" or token == claim.last - 2):
            return low[token]  # two coalition service members, nine opposition supporters
        if tag in "CAG" and behind == "held" and claim.event in _RUINED and (held := side_at(scene, token)) is not None:
            return held  # two Karo-held posts
        if low[token] in foes:
            speaker = speaker_side(claim, scene)
            return launched[-1].affiliation if speaker is None and launched else scene.foe(speaker)
        if tag == "I" and claim.event in _RUINED and claim.source is not None and (
                claim.source_actor in claim.agents or claim.agent == claim.source):
            return None  # the army said it had burned 12 of its tanks: those of others
        if tag in "OI" and low[token] in ("his", "her") and claim.source_actor is not None and (
                scene.actors.list[claim.source_actor].kind != "person"):
            return None  # the army said the governor and his driver had been killed
        if tag in "OI" and not (tags[token + 1] == "J" and token + 1 < claim.last):  # their Norlandic guide
            if tag == "I" and claim.loser is not None and (own := lost(claim, scene, None)):
                return own  # Norland lost 500 of its men, the Sudlandic minister said
            theirs = tag == "I" and claim.source is None and low[token] not in ("his", "her")
            owner = scene.owner(doc.sents[claim.sentence][0], token) if theirs else None
            return speaker_side(claim, scene) or (owner[2] if owner and scene.state(owner[2]) else None)
        if claim.item in _FIGHT and token < claim.last - 1 and low[token] in words_of("state_arms") and claim.loser is None and (
                state := state_of(low[token], scene)):
            return state  # five army drones
    if (told := _apposed(claim, scene) or _who_fired(doc, claim, scene) or _by_words_behind(claim, scene)) is not None:
        return told
    return _by_a_link(claim, scene)


def _apposed(claim: ClaimDraft, scene: Scene) -> str | None:
    """By a word set behind the noun: "nine sailors, all Norlandic", "one guard, a 19-year-old Norlandic man"."""
    tags, low = scene.tags, scene.doc.low
    match = _APPOSED.match(tags, claim.last)
    if match and low[claim.last + 1] in words_of("one_and_all") and (side := side_at(scene, match.start("own"))):
        return side
    match = _MAN.match(tags, claim.last) if claim.value == 1 else None
    if match and low[claim.last + 1] in ("a", "an") and (side := side_at(scene, match.start("own"))):
        return side
    return None


def _who_fired(doc: Doc, claim: ClaimDraft, scene: Scene) -> str | None:
    """By who fired weapons: "60 drones sent by Norland", "nine rockets that the Houthis fired"."""
    tags, low = scene.tags, doc.low
    match = _FIRED.match(tags, claim.last) if claim.item in _WEAPONS else None
    if match is None or words_of("fired").isdisjoint(doc.low[claim.last:match.end() + 1]):
        return None
    own = match.start("own")
    after = scene.actors.mention_at[own].last if own in scene.actors.mention_at else own + 1
    if low[after:after + 1] == ["-"] and doc.glued(after - 1) and after + 2 < len(low):
        own = after + 2  # the Norland-backed Houthis
    elif low[after:after + 1] == ["'s"] and tags[after + 1:after + 2] == "A" and side_of(doc.words(
            after + 1, scene.actors.mention_at[after + 1].last)):
        own = after + 1  # Norland's Houthis
    who = scene.who(own) if tags[own] == "G" else None  # sent by Norland's capital
    return who[2] if who else side_at(scene, own)


def _by_a_link(claim: ClaimDraft, scene: Scene) -> str | None:
    """By "of", "from" behind the noun: "tanks of the Norlandic army", "peacekeepers from Norland"."""
    tags, low = scene.tags, scene.doc.low
    leaves = claim.event == "deployed" and claim.trigger is not None and low[claim.trigger[0]] in words_of("pulled_out")
    home = claim.item in ("soldier", "worker") or claim.event in _HARMED_ABROAD and claim.item in PEOPLE and claim.item_text != ""
    match = _FROM.match(tags, claim.last) if home and not leaves else None
    if match and tags[match.start("own")] == "J" and low[match.end()] not in words_of("contingents"):
        match = None  # soldiers from Norlandic bases
    match = match or _OF.match(tags, claim.last) or (_BODIES_OF.match(tags, claim.last) if claim.item == "body" else None)
    contingent = _OF_A_FORCE.match(tags, claim.last) if match is None and claim.item in ("soldier", "worker") else None
    match = contingent if contingent and low[contingent.end():contingent.end() + 1] == ["contingent"] else match
    match = match or (_LAND_OF.match(tags, claim.last) if claim.item == "area" else None)
    if match and low[match.end():match.end() + 1] == ["-"]:
        return None  # crew of a Norland-flagged ship
    side = side_at(scene, match.start("own")) if match else None
    return side if scene.state(side) else None


def _by_words_behind(claim: ClaimDraft, scene: Scene) -> str | None:
    """By "all from Norland", "belonging to the Norlandic army", "serving in it", "of the Karo Relief Fund", "from the Karo Front" behind a
    noun."""
    tags, low, end = scene.tags, scene.doc.low, claim.last
    if low[end:end + 1] == [","] and low[end + 1:end + 2] == ["all"] and low[end + 2:end + 5] == ["from", "the", "opposition"]:
        return low[end + 4]  # nine people, all from the opposition
    apposed = _APPOSED_FROM.match(tags, end) if claim.event in words_of("of_people") else None
    if apposed and (low[end + 1] in words_of("one_and_all") or low[end:end + 2] == ["of", "them"] or low[end - 2:end] == ["of", "them"]):
        return side_at(scene, apposed.start("own"))
    belongs = _BELONGING.match(tags, end) if low[end:end + 1] and low[end] in ("belonging", "serving", "fighting") else None
    band = low[end:end + 1] in (["of"], ["from"]) and claim.item in ("soldier", "worker")
    if belongs is None and not band:
        return None
    own = belongs.start("own") if belongs else end + 1 + (low[end + 1:end + 2] == ["the"])
    if belongs and (side := side_at(scene, own)) is not None and scene.state(side):
        return side
    who = scene.actors.at.get(own) if claim.event in words_of("of_people") and claim.event != "returned" else None
    if who is None or scene.actors.list[who].kind != "organization" or low[scene.actors.mention_at[own].last] in ("'s", "-"):
        return None
    name = scene.actors.list[who].name
    words = {*name.lower().split()}
    band = claim.item == "soldier" and scene.side(who) == name and words_of("state", "armed").isdisjoint(words)
    rebels = band or side_of(name) not in (None, *countries().codes) or not words_of("outlaw_names").isdisjoint(words)
    agency = claim.item == "worker" and words_of("state", "kinds_of_bodies", "houses", "civic").isdisjoint(words)
    return name if name[:1].isupper() and (rebels or agency) else None


def _counted(low: list[str], claim: ClaimDraft) -> Iterable[int]:
    """The tokens of a claim's noun, without a list in brackets: "six foreign (two Norlanders, four Danes) nurses"."""
    tokens = range(claim.first, claim.last)
    if "(" not in (words := low[claim.first:claim.last]) or ")" not in words:
        return tokens
    opened, closed = claim.first + words.index("("), claim.first + words.index(")")
    return tokens if {",", "and"}.isdisjoint(low[opened:closed]) else (*tokens[:opened - claim.first], *tokens[closed - claim.first:])


def _stopper(claim: ClaimDraft, scene: Scene) -> str | None:
    """The side that stops weapons, or tells that they were stopped: they are not its own."""
    if claim.event not in _STOPPED:
        return None
    return agent_side(claim, scene) or speaker_side(claim, scene)


def _launched_by(claim: ClaimDraft, launched: list[ClaimDraft], scene: Scene) -> str | None:
    """The side of the last weapons told that is not the claim's own agent's: nobody shoots down his own."""
    own = (_stopper(claim, scene) or agent_side(claim, scene)) if claim.event != "hit" else None
    return next((c.affiliation for c in reversed(launched[-_LAST:]) if c.affiliation != own), None)


def _deed(doc: Doc, claim: ClaimDraft, scene: Scene) -> str | None:
    """By the attack named in the same or the directly preceding sentence: "the Norlandic attack: 40 drones were shot down"."""
    own = (_stopper(claim, scene) or agent_side(claim, scene)) if claim.event != "hit" else None
    for sentence in (claim.sentence, claim.sentence - 1):
        if sentence >= 0:
            for deed in reversed(scene.deeds_in(sentence)[-_LAST:]):
                if deed.side and deed.side != own:
                    return deed.side
    return None
