"""Who or what does what a verb tells, where its meaning depends on that: what jams, who loses his own, what holds people, what was
taken rather than given."""

from __future__ import annotations

from bisect import bisect_left

from newsfacts.claims.context import Context, frames_at, lemma_of
from newsfacts.claims.elided import nouns_before
from newsfacts.claims.items import grounded
from newsfacts.drafts import Number
from newsfacts.late import late
from newsfacts.lexicon import load_json
from newsfacts.rules import Frame

_ARMS = frozenset("drone missile rocket bomb shell weapon".split())
_FLOODS = frozenset("flood floods flooding flooded floodwater floodwaters".split())
_SORTIES = frozenset("munitions sorties airstrikes".split())
_STRIKING = frozenset("bombs strikes artillery warplanes jets missiles drones".split())
_DEFENCES = frozenset("defence defences defense defenses".split())
_DEFENDING = frozenset("defence defences defense defenses defenders interceptors".split())
_SEARCHING = frozenset("searched searching combed combing hideout hideouts compound compounds cache caches".split())
_FAR = 12  # chunks between two verbs of one subject
_BESIDE = 3  # tokens before a verb
_JOINED = late(r"(?P<verb>[VvPp])d?[zDNAQn]{0,8},?[&,][zD]{0,2}$")  # raided a house and, raided a house, destroying
_RAIDS = frozenset("raid storm search sweep comb enter scour overrun".split())
_STRIKES = frozenset("bomb strike hit attack shell target demolish burn".split())
_SUBJECT = late(r"(?:^|[.;:,&c])[zD]{0,4}(?P<who>[NEA])(?:[onz][NAz]{1,2}){0,2}[zD]{0,3}$")  # the strike on the depot, in Velm
_IN = frozenset("in inside at hidden stored kept parked".split())
_BATTLE = frozenset("attack attacks assault assaults wave waves".split())
_ROOMS = frozenset("house houses workshop workshops cellar cellars basement garage tunnel tunnels bunker bunkers".split())
_STORED = 8  # tokens behind weapons to the place where they lay
_SEEING = frozenset("detect record track register spot count log monitor observe see".split())


def jams(context: Context, event_at: int) -> bool:
    """Whether electronic warfare is what acts: "electronic warfare took out 40 drones"."""
    at = event_at - 1
    while at >= 0 and context.chunks.string[at] in "zD":
        at -= 1
    if context.chunks.string[event_at] != "V" or at < 0 or context.chunks.string[at] not in "NA":
        return False
    last = context.chunks.lasts[at]
    return "electronic" in context.doc.low[max(0, last - 4):last]


def owned_loss(context: Context, number: Number, event_at: int) -> bool:
    """Whether drones are lost by who owns them, rather than from radar: "the army lost seven drones"."""
    kinds = context.chunks.string[event_at:event_at + 2]
    return (kinds[0] in "VI" or kinds == "Wb") and not among(context, number, load_json("events")["tracking"])


def flown(context: Context, number: Number) -> bool:
    """Whether those of a bare number are weapons told before in its sentence: "of the 43 drones 31 were shot down and 12 disappeared"."""
    first = context.doc.sents[context.doc.sentence_of(number.nfirst)][0]
    k = bisect_left(context.numbers, first, key=lambda n: n.nfirst)
    told = number.head < 0 and k < len(context.numbers) and context.numbers[k].nfirst < number.nfirst
    return told and next(nouns_before(context, number), None) in _ARMS


def moved(context: Context, event_at: int) -> bool:
    """Whether people were taken to a place with a name, by nobody who is told."""
    chunks, to = context.chunks, context.chunks.lasts[event_at]
    named = context.actors.at.get(to + 1) if context.doc.low[to:to + 1] == ["to"] else None
    rest = chunks.string[event_at + 1:event_at + 6].partition(".")[0]
    return named is not None and context.actors.list[named].kind in ("country", "place") and "b" not in rest


def venue(context: Context, event_at: int) -> bool:
    """Whether what holds people is a building or a place, no captor: "the camps hold 700,000 people"."""
    word = context.doc.low[context.chunks.lasts[event_at - 1] - 1] if event_at else ""
    return word in load_json("events")["venues"] and lemma_of(context, event_at) == "hold"


def among(context: Context, number: Number, words: list[str]) -> bool:
    """Whether one of the words stands in a number's sentence: what may be cut off (power, water), what tells of the sea."""
    first, last = context.doc.sents[context.doc.sentence_of(number.nfirst)]
    return not frozenset(words).isdisjoint(context.doc.low[first:last])


def supplies(keys: set[str]) -> list[str]:
    """The words of what may be cut off; in a text of floods (`keys`: its words) "water" is none of them."""
    words: list[str] = load_json("events")["supplies"]
    return words if _FLOODS.isdisjoint(keys) else [word for word in words if word != "water"]


def plundered(context: Context, number: Number) -> bool:
    """Whether goods were lost or taken, not given: "lost 1,000 tonnes of food", "barges with 200 tonnes of grain were seized"."""
    words, low = frozenset(load_json("events")["plundered"]), context.doc.low
    last = context.doc.sents[context.doc.sentence_of(number.nfirst)][1]
    behind = low[number.last:min(last, number.last + 8)]
    taken = any(word in words and behind[k - 1] in ("was", "were", "been") for k, word in enumerate(behind) if k)
    return taken or not words.isdisjoint(low[max(0, number.first - 3):number.first])


def on_the_ground(context: Context, number: Number, item: str, event_at: int) -> bool:
    """Whether arms are of a kind that does not fly, or found before, or targets that nothing tells to be in the air: they are destroyed,
    not intercepted."""
    words = load_json("events")
    if lemma_of(context, event_at) == "shoot" and number.noun not in words["laid"] and item in ("drone", "missile", "rocket"):
        return False  # seized three posts and shot down 14 drones
    keys = context.doc.keys
    if item in _ARMS and lemma_of(context, event_at) == "destroy" and _DEFENCES.isdisjoint(keys) and (
            _raided(context, event_at) or _lay_there(context, number) or _no_defender(context, event_at)):
        return True
    if item in _ARMS and (number.noun in words["laid"] or not (keys.isdisjoint(words["finds"]) and keys.isdisjoint(_SEARCHING)) and (
            context.doc.low[number.last] in words["finds"] or _found(context, event_at))):
        return True
    if item == "bomb":  # car bombs
        return context.doc.low[number.head - 1] in words["on_ground"]
    if item == "weapon" and context.rules.items.get(number.noun or "") in ("drone", "missile", "rocket"):
        return False  # shot down 21 drones and missiles
    if item != "weapon" or grounded(number.noun):
        return item == "weapon"
    if number.noun != "target" or frozenset(words["in_the_air"]).isdisjoint(context.doc.keys):
        return number.noun == "target"
    low, at = context.doc.low, context.chunks.firsts[event_at]
    before = low[context.doc.sents[context.chunks.sentences[event_at]][0]:at]  # fired 22 munitions, destroying nine targets
    return low[number.head - 1] == "ground" or not _SORTIES.isdisjoint(before) or (
        not _STRIKING.isdisjoint(before[-_BESIDE:]) and _DEFENDING.isdisjoint(before))


def _raided(context: Context, event_at: int) -> bool:
    """Whether who destroyed arms had come on foot or from the air: "raided a house and destroyed 12 rockets"."""
    chunks, low = context.chunks, context.doc.low
    match = _JOINED.search(chunks.string, max(0, event_at - _FAR), event_at)
    if match is None:
        return False
    verb = match.start("verb")
    if lemma_of(context, verb) in _RAIDS or low[chunks.heads[verb]] == "stormed":
        return True
    struck = lemma_of(context, verb) in _STRIKES  # bombed a depot and destroyed 12 rockets
    return struck and not frozenset(load_json("events")["stored"]).isdisjoint(low[chunks.lasts[verb]:chunks.firsts[event_at]])


def _lay_there(context: Context, number: Number) -> bool:
    """Whether arms lay in a place: "12 rockets in a cellar", "12 drones in a strike on a depot"."""
    low, end = context.doc.low, context.doc.sents[context.doc.sentence_of(number.nfirst)][1]
    behind = low[number.last:min(end, number.last + _STORED)]
    behind = behind[:next((k for k, word in enumerate(behind) if word in (",", ";", "and", "or")), len(behind))]
    place = next((k for k, word in enumerate(behind) if word in load_json("events")["stored"]), 0)
    if not place or behind[0] not in _IN:
        return False
    return _BATTLE.isdisjoint(behind[:place]) and ("raid" not in behind[:place] or behind[place] in _ROOMS)


def _no_defender(context: Context, event_at: int) -> bool:
    """Whether what destroyed arms does not reach the sky: the strike on a depot, saboteurs, a blaze."""
    chunks = context.chunks
    match = _SUBJECT.search(chunks.string, max(0, event_at - _STORED), event_at)
    return match is not None and context.doc.low[chunks.lasts[match.start("who")] - 1] in load_json("events")["no_defenders"]


def in_stores(context: Context, number: Number, verb: str) -> bool:
    """Whether weapons that somebody noticed or counted lie in a store, or may: "counted 40 rockets in the warehouse", but not where an
    air force counts, or in a night."""
    table = load_json("events")
    unknown = verb in table["counting"] and not among(context, number, table["watchers"])
    return unknown or verb in _SEEING and among(context, number, table["stores"])


def noticed(context: Context, number: Number, i: int, item: str, verb: str) -> tuple[int, Frame] | None:
    """What befell the weapons that somebody noticed or counted, and the chunk that tells it: "recorded 40 drones shot down", "counted
    five missiles that hit the plant", "counted nine downed drones"."""
    if verb not in load_json("events")["noticing"]:
        return None
    behind, rules = context.chunks.string[i + 1:i + 3], context.rules
    at = i + 1 if behind[:1] == "P" else i + 2 if behind in ("rW", "rV") else -1
    told = frames_at(context, at, i) if at > 0 else [
        f for word in context.doc.low[number.nlast:max(number.nlast, number.head)] if word.endswith(("ed", "en", "wn"))
        for f in rules.verbs.get(rules.lemmas.get(word, word), ())]
    return next(((max(at, 0) or i, f) for f in told if item in f.items and f.event != "launched"), None)


def _found(context: Context, event_at: int) -> bool:
    """Whether arms were found before they were destroyed: "found and destroyed 12 rockets", "a cache of 12 rockets was destroyed"."""
    words, first = load_json("events"), context.doc.sents[context.chunks.sentences[event_at]][0]
    before = context.doc.low[first:context.chunks.heads[event_at]]
    if not _SEARCHING.isdisjoint(before) and lemma_of(context, event_at) == "destroy":
        return True  # searched the compound and destroyed several rockets
    return not set(before[-4:]).isdisjoint(words["finds"]) or not {"cache", "caches", "stockpile"}.isdisjoint(before)


def is_business(context: Context, number: Number, event_at: int) -> bool:
    """Whether money is a price ("3 dollars a share") or a company's result ("a net loss of 3 million")."""
    low, words, chunks = context.doc.low, load_json("events"), context.chunks
    after = low[number.last:number.last + 2]
    if after[:1] == ["per"] or len(after) == 2 and after[0] in ("a", "an") and after[1] in words["each"]:
        return True
    if "share" in low[number.last:min(number.last + 8, context.doc.sents[context.doc.sentence_of(number.nfirst)][1])]:
        return True
    first = max(0, chunks.firsts[event_at] - 3)
    return chunks.string[event_at] == "E" and not set(words["business"]).isdisjoint(low[first:chunks.lasts[event_at]])
