"""Whose what is counted is, by the words that tell an owner: a side's name or adjective, whose losses are told, who lost or got back."""

from __future__ import annotations

from newsfacts.actors import side_of
from newsfacts.actors.sides import adjective_side, side_in
from newsfacts.claims.items import PEOPLE
from newsfacts.claims.roles.naming import SELF, THE_FOE
from newsfacts.claims.roles.scene import Scene, forms_of, words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.late import late
from newsfacts.sources.words import verbs as speech
from newsfacts.tokens import Doc

_STRUCK = frozenset(("hit", "destroyed", "damaged", "captured", "seized"))
_OF_FLEET = late(r"ot?(?P<own>J)[xm]{1,2}")
_USED_BY = late(r"[xwmtn,&l]{0,12}x(?P<by>b)")
_USED = frozenset("used operated owned crewed flown manned".split())
FORCES = frozenset(("force-numbers", "fleet-numbers", "force-comprising", "force-grows", "noun-holds"))
_LOSING = ("lost", "suffered", "losing", "suffering")
_NEAR_LOSS = 5  # tokens
_WITHIN = 8  # tokens from a force to what it numbers
_PUT = 6  # tokens of "its own missing at about"
_CALLED = 10  # tokens from the counted to what they are called
_OUTLAWED = frozenset("suspected alleged armed".split())
_OF_ANY_STATE = ("National Guard", "Coast Guard", "Border Guard", "Armed Forces")
_BAND = 7  # tokens from "members of" to the band's name
_WANTED = ("suspect", "fugitive", "criminal")
_REGAINED = frozenset(("prisoner", "soldier", "body", "hostage", "person", "civilian", "child"))
_TO = late(r"[xn]{0,3}>t?d?(?P<own>[CAG])~*")  # handed over to Norland, to its capital
_NUMBER_OF = 5  # tokens from a number to "number of"
_PASSPORT = 6  # tokens from people to their passports
_LOST_BY = late(r"ot?[dx]?(?P<own>[JCA])")


def of_a_toll(doc: Doc, claim: ClaimDraft, scene: Scene) -> str | None:
    """By the word on those whose number is told: "the number of Norlanders killed has risen to 38"."""
    if claim.rule == "toll-after":
        return _of_the_number(doc, claim, scene)
    if claim.rule != "toll" or claim.trigger is None:
        return None
    first = max(doc.sents[claim.sentence][0], claim.trigger[0] - 4)
    if "of" not in doc.low[first:claim.trigger[0]]:
        return None
    sides = (side_at(scene, token) for token in range(doc.low.index("of", first) + 1, claim.trigger[0]))
    return next((side for side in sides if scene.state(side)), None)


def _of_the_number(doc: Doc, claim: ClaimDraft, scene: Scene) -> str | None:
    """By the word on those whose number stands behind it: "brings to 17 the number of Norlandic troops killed"."""
    end = doc.sents[claim.sentence][1]
    of = next((t + 1 for t in range(claim.last, min(claim.last + _NUMBER_OF, end - 2)) if doc.low[t:t + 2] == ["number", "of"]), -1)
    if of < 0:
        return None
    if doc.low[of + 1] == "coalition" and claim.item == "soldier":
        return doc.low[of + 1]
    sides = (side_at(scene, token) for token in range(of + 1, min(of + 3, end)))
    return next((side for side in sides if scene.state(side)), None)


def of_a_list(doc: Doc, claim: ClaimDraft, scene: Scene) -> str | None:
    """By the owner of the losses that lead a list in: "Russian losses as of 7 May: tanks: 6", "losses of the Russian army"."""
    if claim.rule != "list-item" or claim.trigger is None or claim.trigger[0] >= doc.sents[claim.sentence][0]:
        return None
    at = claim.trigger[0]
    if doc.low[at] not in words_of("loss_nouns"):
        return None
    of = _LOST_BY.match(scene.tags, at + 1)
    sides = (side_at(scene, token) for token in ([of.start("own")] if of else range(at - 1, max(at - 4, -1), -1)))
    return next((side for side in sides if scene.state(side)), None)


def of_some_state(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether weapons are "army drones", whosever army that is."""
    return not words_of("state_arms").isdisjoint(doc.low[claim.first:claim.last - 1])


def state_of(word: str, scene: Scene) -> str | None:
    """The country whose army (navy, government) the text tells of, where it is one alone."""
    countries = {scene.side(n) for n, actor in enumerate(scene.actors.list)
                 if actor.kind in ("organization", "group") and actor.country and actor.name.lower().endswith(word)}
    side = countries.pop() if len(countries) == 1 else None
    return side if scene.state(side) else None


def among(claim: ClaimDraft, scene: Scene) -> str | None:
    """By the word on the group of which they are: "among the freed Norlanders are 38 sailors", "among the Norlanders freed by Karo"."""
    if claim.rule != "among-the-dead" or claim.trigger is None:
        return None
    at, last = claim.trigger[0], min(claim.first, claim.trigger[0] + 4)
    last = at + scene.tags[at:last].index(",") if "," in scene.tags[at:last] else last  # among the dead, Norlandic sources say, were
    by = next((t for t in range(at, last) if scene.doc.low[t] == "by"), 0)
    sides = (side_at(scene, token) for token in (range(max(0, at - 3), at) if by else range(at, last)))
    return next((side for side in sides if scene.state(side)), None)


def of_the_force(doc: Doc, claim: ClaimDraft, scene: Scene) -> str | None:
    """By the word on the force that numbers so many: "detachments of the Norlandic army, numbering three tanks"."""
    if claim.rule not in FORCES or claim.event != "deployed" or claim.trigger is None:
        return None
    before = range(claim.trigger[0] - 1, max(doc.sents[claim.sentence][0], claim.trigger[0] - _WITHIN) - 1, -1)
    return next((side for token in before if scene.tags[token] in "JCA" and scene.state(side := side_at(scene, token))), None)


def of_the_robbed(claim: ClaimDraft, scene: Scene) -> str | None:
    """By the country that tells of people taken to another: "Norland says 900 children have been taken to Sudland"."""
    if claim.event != "captured" or claim.trigger is None or not claim.agents or scene.doc.low[claim.trigger[1] - 1] not in (
            words_of("carried_off")):
        return None
    side = speaker_side(claim, scene)
    return side if scene.state(side) and side != agent_side(claim, scene) else None


def of_a_user(doc: Doc, claim: ClaimDraft, scene: Scene) -> str | None:
    """By whose arms they are or who uses them: "four tankers of the Norlandic shadow fleet", "two ships used by Norland's navy"."""
    if claim.event not in _STRUCK or claim.item in PEOPLE:
        return None
    match = _OF_FLEET.match(scene.tags, claim.last)
    own = match.start("own") if match and not words_of("armed").isdisjoint(doc.low[match.end("own"):match.end() + 1]) else -1
    if own < 0 and not _USED.isdisjoint(doc.keys):
        used = _USED_BY.match(scene.tags, claim.last)
        own = used.end() if used and doc.low[used.start("by") - 1] in _USED else -1
        own += own >= 0 and scene.tags[own] == "t"
    side = side_at(scene, own) if own >= 0 else None
    return side if scene.state(side) else None


def speaker_side(claim: ClaimDraft, scene: Scene) -> str | None:
    """Whose "our civilians", "its soldiers" are: the source's."""
    if claim.source_actor is None and "'s " in (claim.source or "").replace("’", "'"):
        owner = (claim.source or "").replace("’", "'").partition("'s ")[0]
        return side_of(owner) or scene.lands.get(owner.lower())  # France's foreign minister
    if claim.source_actor is None and claim.source in words_of("offices"):
        sides = {scene.side(who) for who, actor in enumerate(scene.actors.list)
                 if actor.kind == "organization" and actor.name.lower().endswith(f" {claim.source}")} - {None}
        return sides.pop() if len(sides) == 1 else None  # the Norlandic Defence Ministry said; the ministry's bulletin
    if claim.source_actor is None:
        told = (claim.source or "").split()
        return side_in(told[:1]) if len(told) > 1 and told[-1] in words_of("national_voices") else None  # the Norlandic minister
    return scene.side(claim.source_actor)


def its_own(doc: Doc, claim: ClaimDraft, last: ClaimDraft | None, scene: Scene) -> str | None:
    """Of whom people are "its own": the source's, else those of the agent told before, `last`: "freed 57 soldiers for 31 of its own men";
    "Norland puts the number of its own missing at 900"."""
    if claim.event not in words_of("of_people"):
        return None
    first = doc.sents[claim.sentence][0]
    own = next((t for t in range(max(first + 2, claim.first - _PUT), claim.last - 1) if doc.low[t + 1] == "own" and doc.low[t] in (
        "its", "their") and doc.low[t - 1] == "of" and (t > claim.first or doc.low[t - 2] == "number")), -1)
    if own < 0:
        return None
    before = last is not None and last.sentence == claim.sentence and claim.source is None
    again = claim.source_actor is None and claim.source in words_of("called_again")  # four of its own men fell, the group said
    band = last.agent if again and last and not words_of("outlaw_names").isdisjoint((last.agent or "").lower().split()) else None
    return (agent_side(last, scene) or band) if (before or again) and last else speaker_side(claim, scene)


def side_at(scene: Scene, token: int) -> str | None:
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
    return side or scene.lands.get(text.lower())


def owner_before(doc: Doc, claim: ClaimDraft, scene: Scene) -> str | None:
    """By the owner of a loss told before in the sentence: "Norlandic casualties at over 600", "Norland's losses have totalled 300"."""
    if claim.event not in ("killed", "wounded", "casualties", "destroyed", "missing"):
        return None
    losses = words_of("loss_nouns")
    if losses.isdisjoint(doc.keys):
        return None
    first = doc.sents[claim.sentence][0]
    for token in range(claim.last - 1, max(first, claim.last - 40) - 1, -1):
        if doc.low[token] in losses and not claim.first <= token < claim.last - 1 and doc.low[token - 1] not in words_of("dead_by"):
            if claim.trigger and token == claim.trigger[0] and claim.rule.startswith("active"):
                continue  # missiles of the Norlandic group wounded nine
            if scene.tags[token + 1] == "n" and doc.low[token - 1] in ("or", "and"):
                continue  # Norlandic forces had killed or wounded 90 men and destroyed nine tanks
            if (of := _LOST_BY.match(scene.tags, token + 1)) and (side := side_at(scene, of.start("own"))) and scene.state(side):
                return side  # the losses of the Norlandic army amounted to 300 men
            owned_up = claim.stance == "admitted" and doc.low[token] in ("loss", "losses")
            if owned_up and (claim.cue or "").lower() in doc.low[token - 2:token]:
                return speaker_side(claim, scene)  # Norland acknowledged the loss of four men
            for owner in range(token - 1, max(token - 5, first) - 1, -1):
                counted = scene.tags[owner] == "n" and scene.tags[owner - 1] not in "'J"  # on a Norlandic island leaves eight dead
                if counted or scene.tags[owner] in ",.;:><Pt" or doc.low[owner] in speech():  # the Red Cross put the number of dead at 12
                    break
                if scene.tags[owner] == "I":
                    return speaker_side(claim, scene)
                if doc.low[owner] in words_of("foes"):
                    return scene.foe(speaker_side(claim, scene))  # the enemy's losses
                side = side_at(scene, owner)
                if side and not _treats(side) and not (scene.tags[owner] == "C" and scene.tags[scene.actors.mention_at[owner].last] != "'"):
                    return side
    return None


def _treats(side: str) -> bool:
    """Whether a name is a hospital's, which has seen the casualties of others."""
    return not words_of("hospitals").isdisjoint(side.lower().split())


def _having_lost(claim: ClaimDraft, scene: Scene) -> str | None:
    """ "Having lost 40 tanks, the Norlandic army withdrew": whose the tanks were."""
    low, first = scene.doc.low, scene.doc.sents[claim.sentence][0]
    if low[first] not in ("having", "after") or low[first + 1] not in _LOSING or claim.first - first > _NEAR_LOSS:
        return None
    comma = next((t for t in range(claim.last, claim.last + _NEAR_LOSS) if low[t:t + 1] == [","]), -1)
    who = scene.who(comma + 1 + (low[comma + 1] == "the")) if comma > 0 else None
    return who[2] if who else None


def lost(claim: ClaimDraft, scene: Scene, last: ClaimDraft | None) -> str | None:
    """By the subject of "lost", "suffered", "got back"."""
    if claim.loser == THE_FOE:
        return scene.foe(speaker_side(claim, scene) or _first_side(claim, scene))
    if claim.loser == SELF:  # "it had lost 12", but not of whom "according to" tells
        if (claim.cue or "").lower().startswith("according"):
            return None
        begin = claim.trigger[0] if claim.trigger else 0
        if "they" not in scene.doc.low[max(0, begin - 4):begin]:
            return speaker_side(claim, scene)
        they = next((t for t in range(begin, max(0, begin - 4), -1) if scene.doc.low[t] == "they"), 0)
        if scene.doc.low[they - 1] in speech() and they - 1 > scene.doc.sents[claim.sentence][0]:
            return speaker_side(claim, scene)  # the rebels said they had lost nine men
        acted = agent_side(last, scene) if last is not None and last.sentence == claim.sentence - 1 else None
        country = claim.source_actor is not None and scene.actors.list[claim.source_actor].kind == "country"
        return acted or (None if country else speaker_side(claim, scene))  # Norlandic forces left. They lost 300 men, Sudland says
    side = _having_lost(claim, scene) if claim.loser is None else scene.side(claim.loser)
    if side is not None and _treats(side):
        return None
    return side if side is None or claim.event != "returned" or scene.state(side) else None  # not the Red Cross, which received them


def _first_side(claim: ClaimDraft, scene: Scene) -> str | None:
    """The side that the sentence names first: "Norlandic troops struck a Sudlandic brigade, with the enemy losing 60 men"."""
    first = scene.doc.sents[claim.sentence][0]
    if claim.trigger is None or not scene.doc.low[claim.trigger[0]].endswith("ing"):
        return None  # Norlandic forces attacked and the enemy lost 60 men
    sides = (side_at(scene, t) for t in range(first, claim.trigger[0]) if scene.tags[t] in "CJ")
    return next((side for side in sides if side is not None and scene.state(side)), None)


def regained(claim: ClaimDraft, scene: Scene) -> str | None:
    """By those to whom prisoners or the dead are handed over."""
    if claim.event != "returned" or claim.item not in _REGAINED or claim.trigger is None:
        return None
    words = scene.doc.low[claim.trigger[0]:claim.trigger[1] + 1]
    if words and words[0] in words_of("brings") and not words_of("homewards").isdisjoint(words):
        return agent_side(claim, scene)  # Norland brought home 115 soldiers
    if not words_of("expels").isdisjoint(words) or claim.number and claim.number.noun in _WANTED:
        return None  # deported to Norland; two suspects were handed over to Norland
    for end in (claim.trigger[1], claim.last):
        match = _TO.match(scene.tags, end)
        if match is None or not words_of("taken_to").isdisjoint(scene.doc.low[end:match.start("own")]):
            continue  # 12 children taken to Norland
        if scene.tags[match.end():match.end() + 1] == "'":
            continue  # to Norland's border
        own = match.start("own")
        capital = scene.tags[own] == "G" and words[0] in forms_of("handing")  # but: were flown to Doha
        side = side_of(scene.doc.words(own, match.end())) if capital else side_at(scene, own)
        if scene.state(side):
            return side
    return None


def agent_side(claim: ClaimDraft, scene: Scene) -> str | None:
    """The side of the agent, if it is one side."""
    sides = {scene.side(who) for who in claim.agents}
    if claim.agents:
        return sides.pop() if len(sides) == 1 else None
    agent = claim.agent or ""
    words = [word for word in agent.split() if word[:1].isupper()]
    if " and " in agent or not words:
        return None
    if agent == words[0]:
        return side_of(agent) or agent
    return side_of(agent) or side_in(agent.removesuffix("'s").replace("'s ", " ").split()) or scene.land_in(agent)


def band_of(doc: Doc, claim: ClaimDraft, scene: Scene) -> str | None:
    """The armed band of which they are: "six members of a government-backed Karo militia", "a commander of the Karo Front"."""
    if doc.low[claim.last:claim.last + 1] != ["of"] or claim.item_text.lower().rpartition(" ")[2] not in words_of("members", "outlaws"):
        return None
    for token in range(claim.last + 1, min(claim.last + _BAND, doc.sents[claim.sentence][1])):
        if scene.tags[token] in ",.;:nP<>":
            return None
        if doc.forms[token][0].isupper():
            if doc.low[token] in words_of("unit_names"):
                return None  # four members of the 3rd Brigade
            mention = scene.actors.mention_at.get(token)
            end = mention.last if mention else token + 1
            outlawed = doc.low[end:end + 1] == ["group"] or not _OUTLAWED.isdisjoint(doc.low[claim.first:claim.last])
            if words_of("bands").isdisjoint(doc.low[token:end + 1]) and not outlawed:
                return None  # but: of the Velm Hawks group, suspected members of the Velm Hawks
            while doc.low[end] in words_of("particles") or doc.forms[end][0].isupper() and doc.low[end - 1] in words_of("particles"):
                end += 1  # the Cartel de los Pinos
            return doc.words(token, end)
    return None


def theirs(doc: Doc, claim: ClaimDraft, last: ClaimDraft | None) -> str | None:
    """Whose "their tanks" are: of those told to be harmed or caught before: "captured 90 Norlandic soldiers and destroyed 12 of their
    tanks"."""
    if last is None or last.sentence != claim.sentence or last.affiliation is None or last.event not in words_of("of_people"):
        return None
    return last.affiliation if "their" in doc.low[claim.first:claim.last] and claim.agents == last.agents else None


def of_a_passport(doc: Doc, claim: ClaimDraft, scene: Scene) -> str | None:
    """By the papers that people hold, or what they are told to be: "nine people with Norlandic passports", "four of the dead were
    Norlandic citizens", "five of those arrested are Norlanders"."""
    if claim.event not in words_of("of_people"):
        return None
    low, end = doc.low, min(doc.sents[claim.sentence][1], claim.last + _PASSPORT)
    theirs = claim.last + 2 * (low[claim.last:claim.last + 2] == ["of", "them"])
    if low[theirs - 2:theirs] == ["of", "them"] and scene.tags[theirs:theirs + 1] in ("J", "A") and (
            scene.tags[theirs + 1:theirs + 2] in tuple(",;.&") or low[theirs + 1] in words_of("nationals")):
        side = side_at(scene, theirs)  # freed 40 hostages, nine of them Norlandic
        return side if scene.state(side) else None
    paper = next((t for t in range(claim.last + 1, end) if low[t] in words_of("passports")), -1)
    if paper > 0 and words_of("of_papers").isdisjoint(low[claim.last:paper]):
        paper = -1
    if paper > 0:
        side = side_at(scene, paper - 1)
        return side if scene.state(side) else None
    first = max(claim.last, claim.trigger[1] if claim.trigger else 0)
    if first > end or low[first:first + 1] not in (["was"], ["were"], ["is"], ["are"]) or (
            claim.last - 1 < first - 1 and words_of("of_those").isdisjoint(low[claim.first:first])):
        return None
    own = first + 1 + (low[first + 1:first + 2] in (["a"], ["an"], ["all"]))
    if low[own:own + 1] == ["from"]:
        home = own + 1 + (low[own + 1:own + 2] == ["the"])
        side = side_at(scene, home) if scene.tags[home:home + 1] == "C" else None
        return side if scene.state(side) else None  # two of the dead were from Norland
    if low[own:own + 1] in (["its"], ["their"]) and not words_of("of_a_body").isdisjoint(low[own + 1:own + 3]):
        return speaker_side(claim, scene)  # the Karo Front said four of the dead were its members
    side = side_at(scene, own) if scene.tags[own:own + 1] in ("J", "A") else None
    after = scene.actors.mention_at[own].last if own in scene.actors.mention_at else own + 1
    alone = scene.tags[after:after + 1] in tuple(",;.&") or not words_of("nationals").isdisjoint(low[after:after + 1])
    return side if alone and scene.state(side) else None


def called(doc: Doc, claim: ClaimDraft, scene: Scene) -> str | None:
    """By what they are called, or the side on which they fell: "were identified as Norlandic fighters", "dead on the Norlandic side"."""
    if claim.event not in words_of("of_people"):
        return None
    low, last = doc.low, min(doc.sents[claim.sentence][1], claim.last + _CALLED)
    first = doc.sents[claim.sentence][0]
    if low[first:first + 2] == ["on", "the"] and low[first + 3:first + 4] == ["side"] and claim.last - first < _CALLED:
        return side_at(scene, first + 2)  # on the Norlandic side, two were hurt
    for token in range(claim.last, last - 1):
        if low[token] == "as" and not words_of("identified").isdisjoint(
                low[max(claim.last, token - 2):token] + low[claim.first - 2:claim.first]):
            end = next((t for t in range(token + 1, last) if scene.tags[t] not in "lt"), token)
            side = side_at(scene, end)
            return side if scene.state(side) else None
        if low[token - 2:token + 1] == ["on", "its", "side"]:
            return speaker_side(claim, scene)  # Norland says nine died on its side
        if low[token] == "side" and scene.tags[token - 1] == "J" and low[token - 3:token - 1] == ["on", "the"]:
            return side_at(scene, token - 1)
        if low[token] in ";.":
            break
    return None


def of_the_named(doc: Doc, claim: ClaimDraft, scene: Scene) -> str | None:
    """By those of whom a sentence begins to tell: "Of the Norlanders, 66 were freed and 25 deported"."""
    first = doc.sents[claim.sentence][0]
    if doc.low[first:first + 2] != ["of", "the"] or "," not in doc.low[first + 3:first + 5] or claim.event not in words_of("of_people"):
        return None
    side = side_at(scene, first + 2)
    return side if scene.state(side) else None


def body_of(doc: Doc, claim: ClaimDraft, scene: Scene) -> str | None:
    """By the body whose name stands before the noun: "four Velm Relief Fund workers"."""
    if claim.item not in ("soldier", "worker", "prisoner") and claim.item_text.rpartition(" ")[2].lower() not in words_of("members"):
        return None
    for token in range(claim.first, claim.last - 1):
        mention = scene.actors.mention_at.get(token)
        if mention is not None and mention.last < claim.last and scene.tags[token] == "A" and doc.low[mention.last] != "'s":
            actor = scene.actors.list[scene.actors.at[token]]
            named = actor.kind == "organization" and actor.name[:1].isupper() and actor.name not in _OF_ANY_STATE
            return actor.name if named else None  # 900 National Guard members are a country's
    band = claim.last - 2
    if doc.low[band] not in words_of("called_bands") or band <= claim.first:
        return None
    first = band  # a Velm cartel commander, two Karo network leaders
    while first > claim.first and doc.forms[first - 1][0].isupper() and scene.tags[first - 1] == "x" and first - 1 not in doc.sent_firsts:
        first -= 1
    return doc.words(first, band + 1) if first < band else None
