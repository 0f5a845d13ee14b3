"""Whom a pronoun may mean: who opens a sentence, who denies, whom a spokesman speaks for, the two sides."""

from __future__ import annotations

import re
from collections import Counter

from newsfacts.actors import side_of
from newsfacts.actors.sides import countries
from newsfacts.claims.roles.scene import Deed, Scene, called, words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.late import late
from newsfacts.relate.openers import owner_of
from newsfacts.sources.words import verbs as speech

_BY = 2  # tokens from "mediated" to its "by"
_LISTED = 16  # tokens of those who mediated
_HELPED = frozenset("help assistance mediation support aid auspices involvement participation intercession".split())
_MEDIATED = frozenset("mediated brokered hosted facilitated sponsored arranged organised organized convened chaired guaranteed".split())
_FAR = 600  # tokens before "the sides" that tell who they are
_SPOKEN_FOR = late(r"\b(?:spokes(?:man|woman|person)|lawyer|negotiator|representative|envoy) (?:for|of) (?:the )?(?P<who>[^,;]+)$")
_DOES = frozenset("has had will would says said keeps continues wants started began stepped".split())
_HEADED = late(r"\b(?:of|for|at) (?:the )?(?P<who>[^,;]+)$")
_LAUNCH = ("launched", "attacked", "hit")
_AFTER_THEY = 6  # tokens from "after they" to the verb
_TRIED = frozenset("sentenced jailed imprisoned convicted charged indicted arrested detained remanded tried accused executed".split())
_AUXILIARIES = frozenset("is are was were has have had been being to be will".split())
_COUNTING = frozenset("the all both two three four five six seven eight nine ten eleven twelve".split())
_IN_WHICH = (["in", "which"], ["during", "which"])
_SUBJECT = 8  # tokens of "the two eldest sons of the mayor"
_MET = 8  # tokens from the outlaws to "after they"


def beside_it(claim: ClaimDraft, scene: Scene, before: list[ClaimDraft]) -> tuple[str, list[int]] | None:
    """Whom "they" means, of those told of as many before it in the sentence: "The Houthis have hit 40 ships, and they hold nine men"."""
    first, end = scene.doc.sents[claim.sentence][0], claim.trigger[0] if claim.trigger else claim.first
    at = next((t for t in range(end - 1, first, -1) if scene.doc.low[t] == "they"), -1)
    if at <= first:
        return None
    last = before[-1] if before and before[-1].sentence == claim.sentence and before[-1].first < at else None
    if last is not None and last.agent is not None and is_plural(last.agent):
        return last.agent, list(last.agents)
    named = {who: called(scene.actors.list[who]) for t in range(first, at) if (who := scene.actors.at.get(t)) is not None}
    if (claim.cue or "").lower().startswith("according"):  # where, according to officials, they hold nine posts
        named = {who: name for who, name in named.items() if name != claim.source}
    many = [(name, [who]) for who, name in named.items() if scene.actors.list[who].kind in ("group", "organization") and is_plural(name)]
    return many[0] if len(many) == 1 else None


def arms_before(claim: ClaimDraft, scene: Scene) -> bool:
    """Whether weapons are what "they" means: told in the sentence, and behind them nobody of more than one."""
    first, end = scene.doc.sents[claim.sentence][0], claim.trigger[0] if claim.trigger else claim.first
    at = next((t for t in range(end - 1, first, -1) if scene.doc.low[t] == "they"), first)
    for token in range(at - 1, first - 1, -1):
        who = scene.actors.at.get(token)
        if who is not None and is_plural(scene.actors.list[who].name):
            return False
        if scene.tags[token] == "w" and scene.doc.low[token].endswith("s"):
            return True
    return False


def is_plural(name: str) -> bool:
    """Whether a name is one of several people: not the Karo Institute of Security Studies."""
    head = name.partition(" of ")[0] if name[:1].isupper() else name
    many = head.endswith("s") and not head.endswith("ss") or head.lower().endswith("police")
    return many and side_of(name) not in countries().codes or is_many(name)


def spoken_for(claim: ClaimDraft, scene: Scene, pronoun: str) -> tuple[str, list[int]] | None:
    """Whom a spokesman means by "it" or "they": "Ivo Tarn, a spokesman for the rebels, said they held nine men"."""
    source = scene.actors.list[claim.source_actor] if claim.source_actor is not None else None
    spoken = _SPOKEN_FOR.search(source.role or "") if source is not None and source.kind == "person" else None
    if spoken is None or is_plural(spoken["who"]) != (pronoun == "they"):
        return None
    who = next((k for k, actor in enumerate(scene.actors.list) if actor.name == spoken["who"]), None)
    return (called(scene.actors.list[who]), [who]) if who is not None else (spoken["who"], [])


def speaks_for(scene: Scene, claim: ClaimDraft) -> int | None:
    """The body that a speaker means by "we": "the head of the Karo Relief Fund, Olha Marn", "Karo Front spokesman Ivo Tarn"."""
    source = scene.actors.list[claim.source_actor] if claim.source_actor is not None else None
    headed = _HEADED.search(source.role or "") if source is not None else None
    if headed is None:
        return owner_of(scene, claim) if source is not None and (source.role or "").rpartition(" ")[2] in words_of("spokesmen") else None
    return next((k for k, actor in enumerate(scene.actors.list) if actor.kind in ("organization", "group")
                 and headed["who"].startswith(actor.name) and actor.name[:1].isupper()), None)


def only_tells(claim: ClaimDraft, scene: Scene) -> bool:
    """Whether "they" who did harm are not the source: "They killed nine people, witnesses said", "They fired 40 rounds, police said",
    "They burned nine homes, the army said"."""
    if claim.event not in words_of("harm") and claim.event not in words_of("people") and claim.event not in _LAUNCH:
        return False
    teller = (claim.source or "").lower().rpartition(" ")[2]
    opens = scene.doc.low[scene.doc.sents[claim.sentence][0]] == "they"
    if opens and claim.source and not is_plural(claim.source):
        return True
    return claim.event != "captured" and (teller in words_of("unarmed_tellers") or teller in words_of("policemen") and opens)


def band_before(scene: Scene, claim: ClaimDraft) -> Deed | None:
    """Who attacked in the sentence before, where they are more than one: "Armed men raided a bank. They killed nine"."""
    deeds = scene.deeds_in(claim.sentence - 1)[-1:] if claim.sentence else []
    return deeds[0] if deeds and deeds[0].agent.islower() and deeds[0].agent.endswith(("s", "men")) else None


def is_many(name: str) -> bool:
    """Whether a source is more than one: officials, UN experts."""
    word = name.rpartition(" ")[2]
    return word.islower() and (word.endswith("s") and not word.endswith("ss") or word.endswith("men"))


def denier(claim: ClaimDraft, scene: Scene) -> int | None:
    """Whom "it" means in "Norland denied UN claims that it had killed 40": who denies, where another is the source."""
    first = scene.doc.sents[claim.sentence][0]
    first = max(first, scene.dateline(claim.sentence))
    first += scene.tags[first:first + 1] == "t"
    who = scene.actors.at.get(first) if first < claim.first else None
    if who is None or who == claim.source_actor or scene.actors.list[who].kind == "person":
        return None
    after = scene.actors.mention_at[first].last
    return who if any(speech().get(word, ("", ""))[1] == "denied" for word in scene.doc.low[after:after + 3]) else None


def topic_of(claim: ClaimDraft, scene: Scene) -> int | None:
    """The country or side with which this sentence begins, or the one before: "Norland's campaign goes on. In May it fired 50"."""
    for sentence in (claim.sentence, claim.sentence - 1):
        if sentence < 0:
            break
        first, last = scene.doc.sents[sentence]
        for token in range(first, min(first + 3, last, claim.first)):
            end = scene.actors.mention_at[token].last if scene.tags[token] in "CA" else token
            if end > token and (scene.doc.low[end] == "'s" and scene.tags[end + 1:end + 2] == "A" or scene.doc.hyphened(end)):
                continue  # Norland's Liberation Army; the Qaeda-linked group VLF
            if scene.tags[token - 1] in "P><" and token > first:
                break  # in Norland, the minister said it had fired
            if scene.tags[token] in "CA" and scene.side(who := scene.actors.at[token]) and scene.actors.list[who].kind != "person":
                return who
    return None


def by_its_capital(claim: ClaimDraft, scene: Scene) -> str | None:
    """The country for which its capital stands at the head of the sentence before: "Kyiv has stepped up its raids. It fired 90 drones"."""
    if not claim.sentence:
        return None
    first, last = scene.doc.sents[claim.sentence - 1]
    if scene.tags[first:first + 1] != "G" or (after := scene.actors.mention_at[first].last) >= last or (
            scene.doc.low[after] not in _DOES):
        return None
    who = scene.who(first)
    return who[2] if who and scene.state(who[2]) else None


def _mediates(scene: Scene, token: int) -> bool:
    """Whether a country has only brought others together: "talks mediated by Norland, Sudland and the Church", "with the help of Norland",
    "the Velm accords"."""
    low, tags = scene.doc.low, scene.tags
    behind = token + 1
    while tags[behind:behind + 1] in ("J", "&", ","):
        behind += 1
    if tags[token] == "J" and not words_of("mediators").isdisjoint(low[behind:behind + 2]):
        return True  # Norlandic and Sudlandic envoys
    if tags[token] in "CG" and low[token - 1] == "in":
        return True  # talks in Norland
    if not words_of("accords").isdisjoint(low[token + 1:token + 2]):
        return True
    at = token - 1
    while at > max(0, token - _LISTED) and tags[at] in "CGAJ~t,&":
        at -= 1
    before = low[max(0, at - _BY):at]
    return low[at] == "by" and not _MEDIATED.isdisjoint(before) or low[at] == "of" and not _HELPED.isdisjoint(before[-1:])


def two_sides(claim: ClaimDraft, scene: Scene) -> str | None:
    """ "The sides": the two countries, or others that attack, that the text has named most so far, if no third comes near."""
    first = scene.doc.sents[claim.sentence][0]
    if claim.pending == "countries":
        near = (scene.who(t) for t in range(first, claim.first) if scene.tags[t] in "JCA" and scene.tags[t - 1] not in "P><")
        named = {who[2]: None for who in near if who and who[2] in countries().codes}
        if len(named) == 2:
            return " and ".join(map(str, named))  # Norland's minister and her Sudlandic counterpart said the two countries would send
    votes: Counter[str] = Counter()
    if claim.pending == "koreas":
        return "North Korea and South Korea"
    attackers = {deed.side for deed in scene.deeds()}
    begin = max(0, claim.first - _FAR)
    for token in re.finditer("[JCGA]", scene.tags[begin:claim.first]):
        who = scene.who(begin + token.start())
        if who and who[2] and (who[2] in attackers or scene.state(who[2])) and not _mediates(scene, begin + token.start()):
            votes[who[2]] += 1
    most = votes.most_common(3)
    if len(most) < 2 or (len(most) > 2 and most[2][1] * 2 > most[1][1]):
        return None
    return f"{most[0][0]} and {most[1][0]}"


def caught_for(scene: Scene, claim: ClaimDraft) -> tuple[str, list[int]] | None:
    """(name, actors) of the outlaws whom a force met or caught "after they" did harm: "Police shot two gunmen after they killed nine"."""
    low, at = scene.doc.low, claim.trigger[0] if claim.trigger else claim.first
    first = scene.doc.sents[claim.sentence][0]
    begin = max(first, at - _AFTER_THEY)
    after = next((t for t in range(begin, at) if low[t:t + 2] == ["after", "they"]), -1)
    if after < 0 or claim.event not in words_of("harm") and claim.event != "captured":
        return None
    outlaws = words_of("outlaws", "bandits")
    mentions = scene.actors.mention_at
    for token in range(after - 1, max(first, after - _MET), -1):
        band = next((t for t in range(token - 1, max(first, token - _MET), -1) if t in mentions and mentions[t].last == token), token)
        if low[token] in outlaws or low[token] == "members" and band < token:
            break
        if low[token] in (",", ";"):
            return None
    else:
        return None
    forces = words_of("armed", "men_at_arms", "troop_words", "policemen")
    if not low[token].endswith(("s", "men")) or forces.isdisjoint(low[first:token]) or not outlaws.isdisjoint(low[first:token]):
        return None
    if token in scene.actors.at:
        return called(scene.actors.list[scene.actors.at[token]]), [scene.actors.at[token]]
    start = band
    while start > first and scene.tags[start - 1] in "xJ" and low[start - 1] not in ("with", "the"):
        start -= 1
    return scene.doc.words(start, token + 1), [scene.actors.at[band]] if band < token else []


def convicted(scene: Scene, claim: ClaimDraft) -> tuple[str, list[int]] | None:
    """Who are tried or held for what "they" did: "Three men were jailed for a raid in which they killed nine people"."""
    low, at = scene.doc.low, claim.trigger[0] if claim.trigger else claim.first
    first = scene.doc.sents[claim.sentence][0]
    they = next((t for t in range(at - 1, first + 1, -1) if low[t] == "they"), -1)
    if they < 0 or low[they - 2:they] not in _IN_WHICH and low[they - 1] != "where" or claim.event not in words_of("harm"):
        return None
    verb = next((t for t in range(first, they) if low[t] in _TRIED), -1)
    end = verb
    while end > first and low[end - 1] in _AUXILIARIES:
        end -= 1
    if not 0 < end - first <= _SUBJECT or end == verb or not low[end - 1].endswith(("s", "men", "women", "people", "children")):
        return None
    begin = first + (low[first] in _COUNTING or low[first].isdigit())
    who = scene.actors.at.get(end - 1)
    return scene.doc.words(begin, end), [] if who is None else [who]
