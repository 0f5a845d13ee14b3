"""Agents that the sentence before tells: "Police raided a bar. Nine people were arrested", "The attackers came. They killed nine"."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from newsfacts.actors import side_of
from newsfacts.actors.sides import countries
from newsfacts.claims.roles.scene import Deed, Scene, called, table, words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.late import late
from newsfacts.lexicon import load_json
from newsfacts.sources.words import verbs as speech

_THEY_FIRED = late(r"xx?(?:v(?=[^.;:]{0,2}[tdGClxmnwJIO])|[kc][xItmnow]{0,6}a)")
_DECLINED = frozenset("declined refused declines refuses".split())
_HELPING = frozenset("has have had did do does could would".split())
_NEAR = 8  # tokens of a sentence that begins with an actor
_NAME = 5  # tokens of "Armed Norlandic border guards"
_DEFENCES = frozenset("defence defences defense defenses".split())
_BACKWARD = frozenset(("returned", "back", "retaliated"))
_STRUCK = frozenset("shot fired fought hit struck".split())
_ASIDES = frozenset("which who the a an together along alongside".split())  # the army, together with the police, raided
_ACTING = ("group", "organization", "country")


def opener(scene: Scene, sentence: int) -> int | None:
    """The actor with which a sentence begins and who does something in it, rather than speak or own."""
    if sentence < 0:
        return None
    first, last = scene.doc.sents[sentence]
    first = max(first, scene.dateline(sentence))
    first += scene.doc.low[first] in words_of("turns")  # instead armed groups have flourished
    first += scene.tags[first:first + 1] == "t"
    first += 2 * (scene.tags[first:first + 3] == "J&A")  # Norlandic and coalition forces
    owned = scene.actors.mention_at[first].last + 1 if first in scene.actors.at and _owns(scene, first) else first
    first = owned if scene.tags[owned:owned + 1] == "A" else first  # Norland's army raided
    who = scene.actors.at.get(first)
    if who is None or scene.actors.list[who].kind not in _ACTING:
        return None
    after = scene.actors.mention_at[first].last
    if scene.doc.low[after:after + 1] == ["("] and scene.doc.low[after + 2:after + 3] == [")"]:
        after += 3  # the Norland Force (NF) raided
    aside = scene.doc.low[after:after + 1] == [","] and (
        scene.doc.low[after + 1] in _ASIDES or scene.doc.low[after + 1] in words_of("backed"))
    if after >= last or (scene.tags[after] in ",.;:-'o&" and not aside) or scene.doc.low[after] in speech() or (
            scene.doc.low[after] in words_of("spokesmen")):  # military spokesman Ivo Tarn said
        return None
    return who


@cache
def takers_of(event: str) -> frozenset[str]:
    """The words for those who do what a passive tells: the police arrest."""
    return frozenset(table()["takers"].get(event, "").split())


def taker(scene: Scene, claim: ClaimDraft) -> tuple[str, list[int]] | None:
    """(name, actors) of whom the sentence before names that could have done what a passive tells: police arrest, firefighters rescue."""
    fit = takers_of(claim.event)
    if not fit or scene.doc.low[scene.doc.sents[claim.sentence][0]] in words_of("whereabouts"):
        return None  # in Norby, 14 were rescued: perhaps by others
    clauses = (",", ";", "and")  # police fired in the air; nine people were arrested
    if claim.trigger and claim.trigger[0] > claim.first and scene.doc.low[claim.first - 1] in clauses:
        own = _taking(scene, claim.sentence, fit)
        if own is not None or opener(scene, claim.sentence) is not None:
            return own
    return _taking(scene, claim.sentence - 1, fit) if claim.sentence else None


def _taking(scene: Scene, sentence: int, fit: frozenset[str]) -> tuple[str, list[int]] | None:
    """(name, actors) of those of `fit` with whom a sentence begins and who act in it: "Police raided a bar", "Norlandic gendarmes raided",
    "The police said they had broken up a ring"."""
    who = opener(scene, sentence)
    if who is not None and _silent(scene, sentence):
        return None
    if who is None:
        who = next(scene.of_themselves(sentence), (None, 0))[0]
    if who is not None:
        actor = scene.actors.list[who]
        return (called(actor), [who]) if not fit.isdisjoint(actor.name.lower().split()) else None
    doc, tags = scene.doc, scene.tags
    first, last = doc.sents[sentence]
    first = max(first, scene.dateline(sentence))
    first += tags[first:first + 1] == "t"
    for end in range(first + 1, min(first + _NAME, last)):
        if doc.low[end - 1] in fit and doc.low[end] not in fit:
            acts = tags[end] in "vkc" or doc.low[end].endswith("ed") or doc.low[end] in words_of("perfect", "acted")
            acts = acts and (doc.low[end] not in speech() or doc.low[end] in words_of("acted"))
            return (_plain(doc.words(first, end), tags[first]), []) if acts else None
        if tags[end - 1] not in "xmJ" and doc.low[end - 1] != "riot":
            break
    return None


def _silent(scene: Scene, sentence: int) -> bool:
    """Whether a sentence opens with what somebody has not done: "The authorities have not commented", "The army declined to comment"."""
    low, first = scene.doc.low, scene.doc.sents[sentence][0]
    near = low[first:first + _NEAR]
    return not _DECLINED.isdisjoint(near) or any(a in _HELPING and b == "not" for a, b in pairwise(near))


def they_did(scene: Scene, sentence: int) -> list[Deed]:
    """The attack with which "they" begin a sentence, whom the one before names: "Troops came to the village. They opened fire on a car"."""
    doc, first = scene.doc, scene.doc.sents[sentence][0]
    if not sentence or doc.low[first] not in ("they", "it"):
        return []
    match = _THEY_FIRED.match(scene.tags, first)
    who = opener(scene, sentence - 1) if match is not None else None
    if match is None or who is None or words_of("armed").isdisjoint((actor := scene.actors.list[who]).name.lower().split()) and (
            actor.kind not in ("group", "country")):
        return []
    return [Deed(first, match.end(), called(actor), [who], scene.side(who))]


def defenders(scene: Scene, sentence: int) -> str | None:
    """The air defence with which a sentence begins: "Air defence crews were at work. Around 30 drones were destroyed"."""
    doc, first = scene.doc, scene.doc.sents[sentence][0]
    for end in range(first + 1, min(first + _NAME, doc.sents[sentence][1] - 1)):
        if doc.low[end] in _DEFENCES and doc.low[end - 1] in ("air", "anti-aircraft"):
            end += 1 + (doc.low[end + 1] in words_of("agents", "defence_systems"))
            first += scene.tags[first] == "t"
            return None if doc.low[end] in speech() else _plain(doc.words(first, end), scene.tags[first])
    return None


def hits_back(scene: Scene, claim: ClaimDraft) -> tuple[str, list[int]] | None:
    """(name, actors) of the force that hit back as outlaws fell: "The patrol returned fire and three gunmen died", "Guards shot back. One
    robber was hurt"."""
    doc, low = scene.doc, scene.doc.low
    if doc.keys.isdisjoint(_BACKWARD) or claim.event not in ("killed", "wounded", "casualties"):
        return None
    for sentence in (claim.sentence, claim.sentence - 1)[:1 + (claim.sentence > 0)]:
        first, last = doc.sents[sentence]
        for token in range(min(claim.first, last) - 1, first, -1):
            word = low[token]
            if word == "retaliated" or word == "returned" and low[token + 1] == "fire" or word == "back" and low[token - 1] in _STRUCK:
                end = token - (word == "back")
                end -= low[end - 1].endswith("ly") or low[end - 1] in ("then", "also", "had")
                return _force_before(scene, first, end)
    return None


def _force_before(scene: Scene, first: int, end: int) -> tuple[str, list[int]] | None:
    """(name, actors) of the police, guards or troops right before a verb, in the sentence that begins at `first`."""
    doc, mentions = scene.doc, scene.actors.mention_at
    forces = words_of("armed", "troop_words", "men_at_arms", "policemen")
    if doc.low[end - 1] not in forces:
        return None
    named = next((t for t in range(end - 1, max(first, end - _NAME) - 1, -1) if t in mentions and mentions[t].last == end), -1)
    if named >= 0:
        who = scene.actors.at[named]
        return called(scene.actors.list[who]), [who]
    begin = end - 1
    while begin > max(first, end - _NAME) and scene.tags[begin - 1] in "xmJa":
        begin -= 1
        begin -= 2 * (scene.tags[begin - 2:begin] == "J&")  # the Norlandic and coalition force
    if begin == end - 1 and doc.low[begin] in ("force", "forces"):
        return None
    return _plain(doc.words(begin, end), scene.tags[begin]), []


def clement(scene: Scene, claim: ClaimDraft) -> tuple[str, list[int]] | None:
    """(name, actors) of who let captives go by a pardon told in the sentence before: "The junta announced an amnesty. Nine were freed"."""
    doc = scene.doc
    if claim.sentence == 0 or claim.trigger is None or words_of("pardons").isdisjoint(doc.low[slice(*doc.sents[claim.sentence - 1])]):
        return None
    if words_of("released").isdisjoint(doc.low[slice(*claim.trigger)]):
        return None
    first = max(doc.sents[claim.sentence - 1][0], scene.dateline(claim.sentence - 1))
    for token in range(first, min(first + _NEAR, doc.sents[claim.sentence - 1][1])):
        if token in scene.actors.at and doc.low[scene.actors.mention_at[token].last] in words_of("grants"):
            who = scene.actors.at[token]
            return called(scene.actors.list[who]), [who]
    return None


def _plain(name: str, tag: str) -> str:
    """A name as it stands within a sentence: "armed officers"."""
    return name if tag == "J" else name[0].lower() + name[1:]


def they(scene: Scene, claim: ClaimDraft, pronoun: str) -> int | None:
    """Whom "they" means, whose "its shelling" is: those with whom the sentence before begins."""
    colon = ":" in scene.doc.low[scene.doc.sents[claim.sentence][0]:claim.first]  # gangs rule the town: they killed nine in May
    who = opener(scene, claim.sentence - (not colon))
    if who is None and pronoun != "its" and claim.sentence and (only := _only_group(scene)) is not None:
        first, last = scene.doc.sents[claim.sentence - 1]
        if any(scene.actors.at.get(token) == only for token in range(first, min(first + _NEAR, last))):
            return only  # On Monday the Houthis said they would stop. They have attacked 100 ships
    if who is None or pronoun == "its":
        return who
    actor = scene.actors.list[who]
    word = actor.name.rpartition(" ")[2].lower()
    return who if actor.kind == "group" or word.endswith("s") or word == "police" or word in words_of("armed") else None


def named_again(scene: Scene, claim: ClaimDraft) -> tuple[str, list[int]] | None:
    """(name, actors) for which "the group" stands: the organization with which this sentence or one of the two before begins, or who
    attacked in one of these, if that is no country."""
    from newsfacts.relate.bodies import body_of  # few texts need it

    if claim.agent is not None and (body := body_of(scene.doc, scene.actors, claim.agent, claim.sentence)) is not None:
        return body
    for sentence in range(claim.sentence, max(-1, claim.sentence - 3), -1):
        first, last = scene.doc.sents[sentence]
        if sentence < claim.sentence and _paired(scene, first, last):
            return None
        for token in range(max(first, scene.dateline(sentence)), min(first + 12, last, claim.first)):
            who = scene.actors.at.get(token)
            if who is not None:
                actor = scene.actors.list[who]
                if _owns(scene, token) or scene.doc.low[scene.actors.mention_at[token].last] == "-":
                    continue  # a spokesman for Norland's Velm Front said the group had fired
                if actor.kind in ("organization", "group") and actor.name[:1].isupper() and (
                        claim.agent != "group" or words_of("of_the_state").isdisjoint(actor.name.lower().split())):
                    return called(actor), [who]
                break
        deed = next(iter(scene.deeds_in(sentence)[-1:]), None) if sentence < claim.sentence else None
        if deed is not None and deed.side is not None and deed.side not in countries().codes:
            return deed.agent, list(deed.actors)
    only = _only_group(scene)
    return None if only is None else (called(scene.actors.list[only]), [only])


def _paired(scene: Scene, first: int, last: int) -> bool:
    """Whether a sentence names two bodies as a pair, of which "the group" is neither: "the Karo Front and the Velm Brigades"."""
    low, at, actors = scene.doc.low, scene.actors.at, scene.actors.list
    for token in range(first, last - 2):
        if token in at and actors[at[token]].kind in ("organization", "group") and actors[at[token]].name[:1].isupper():
            joined = scene.actors.mention_at[token].last
            other = at.get(joined + 1 + (low[joined + 1:joined + 2] == ["the"])) if low[joined:joined + 1] == ["and"] else None
            if other is not None and actors[other].kind in ("organization", "group") and actors[other].name[:1].isupper():
                return True
    return False


def _owns(scene: Scene, token: int) -> bool:
    """Whether the mention at a token owns what stands behind it: "Norland's"."""
    return scene.doc.low[(end := scene.actors.mention_at[token].last):end + 1] == ["'s"]


def _only_group(scene: Scene) -> int | None:
    """The armed group of a text that names but one that is a side of its own: Hamas, the Houthis."""
    first: dict[str, int] = {}
    for who, actor in enumerate(scene.actors.list):
        if actor.kind in ("organization", "group") and actor.name[:1].isupper():
            side = scene.side(who)
            if side is not None and side == side_of(side) and side not in countries().codes:
                first.setdefault(side, who)
    return next(iter(first.values())) if len(first) == 1 else None


def swappers(scene: Scene, claim: ClaimDraft) -> str | None:
    """The two sides named where captives are swapped: "a swap between Norland and Sudland", "Ninety captives changed hands"."""
    doc = scene.doc
    if claim.trigger is None or not claim.each and words_of("mutual").isdisjoint(doc.low[claim.trigger[0]:claim.trigger[1] + 1]):
        return None
    if doc.low[claim.trigger[0] - 1] == "in" and doc.low[claim.trigger[1]:claim.trigger[1] + 1] == ["for"]:
        return None  # freed three in exchange for 183: the other side gave these
    for sentence in (claim.sentence, claim.sentence - 1):
        if sentence < 0 or (sentence != claim.sentence and words_of("mutual").isdisjoint(doc.low[slice(*doc.sents[sentence])])):
            continue
        first, last = doc.sents[sentence]
        sides: dict[str, None] = {}
        for token in re.finditer("[JCA]", scene.tags[first:last]):
            if claim.first <= first + token.start() < claim.last and not claim.each:
                continue  # freed for 90 Norlandic prisoners: by whom is not told
            word = doc.words(first + token.start(), first + token.end())
            if word in countries().plurals or token[0] == "J" and scene.tags[first + token.end():first + token.end() + 1] in tuple(",.&;"):
                continue  # five Norlanders, 23 Sudanese: who is freed
            who = scene.who(first + token.start())
            if who and who[2] and side_of(who[2]):
                sides[who[2]] = None
        if len(sides) == 2:
            return " and ".join(sides)
    return None


def at_home(scene: Scene, claim: ClaimDraft, side: str | None) -> bool:
    """Whether one country tells of what was struck in another, `side`, which then did not do it: "Sudland says 40 drones hit Norland"."""
    teller = scene.side(claim.source_actor) if claim.source_actor is not None else None
    if side is None or teller in (None, side) or not countries().codes.keys() >= {side, teller}:
        return False
    first, last = scene.doc.sents[claim.sentence]
    return any(scene.doc.low[t - 1] == "in" and scene.tags[t] == "C" and scene.side(scene.actors.at[t]) == side
               for t in range(first + 1, last))


def told_of(scene: Scene, claim: ClaimDraft) -> str | None:
    """The suspect of whom somebody spoke in the sentence before, where "he" is taken for who spoke: "Tarn said the suspect was held. He had
    killed two"."""
    doc = scene.doc
    first = doc.sents[claim.sentence][0]
    if claim.sentence == 0 or claim.event not in words_of("people") or doc.low[first] not in ("he", "she") or scene.actors.at.get(
            first) != claim.agents[0]:
        return None
    begin, end = doc.sents[claim.sentence - 1]
    spoke = next((t for t in range(begin, end) if doc.low[t] in speech()), end)
    named = any(scene.actors.at.get(t) == claim.agents[0] for t in range(begin, spoke))
    culprits = load_json("implied")["culprits"]
    return next((doc.low[t] for t in range(spoke, end) if doc.low[t] in culprits), None) if named else None


def owner_of(scene: Scene, claim: ClaimDraft) -> int | None:
    """The body of which the speaker is told to be, whose are "his men": "Karo Front spokesman Ivo Tarn said his men had fired"."""
    if claim.source_actor is None or scene.actors.list[claim.source_actor].kind != "person":
        return None
    doc, at = scene.doc, scene.actors.at
    first = scene.actors.list[claim.source_actor].mentions[0].first
    for token in range(first - 1, max(doc.sents[doc.sentence_of(first)][0], first - _NEAR) - 1, -1):
        if doc.low[token] in speech() or doc.low[token] in (";", "and"):
            return None
        if (who := at.get(token)) is not None and scene.actors.list[who].kind in _ACTING:
            return who
    return None
