"""Weapons that lay in a store, were found or were struck on the ground: these are destroyed, not intercepted, and nobody launched them."""

from __future__ import annotations

from bisect import bisect_left

from newsfacts.claims.beside import among
from newsfacts.claims.context import Context, lemma_of
from newsfacts.claims.elided import nouns_before
from newsfacts.claims.items import grounded
from newsfacts.drafts import Number
from newsfacts.late import late
from newsfacts.lexicon import load_json

_ARMS = frozenset("drone missile rocket bomb shell weapon".split())
_SORTIES = frozenset("munitions sorties airstrikes".split())
_STRIKING = frozenset("bombs strikes artillery warplanes jets missiles drones".split())
_DEFENCES = frozenset("defence defences defense defenses".split())
_DEFENDING = frozenset("defence defences defense defenses defenders interceptors".split())
_SEARCHING = frozenset("searched searching combed combing hideout hideouts compound compounds cache caches".split())
_FAR = 12  # chunks between two verbs of one subject
_BESIDE = 3  # tokens before a verb
_JOINED = late(r"(?P<verb>[VvPp])d?[zDNAQn]{0,8},?[&,][zD]{0,2}$")  # raided a house and, raided a house, destroying
_SMALL_ARMS = frozenset("launcher launchers rifle rifles pistol pistols mortar mortars ammunition".split())
_RAIDS = frozenset("raid storm search sweep comb enter scour overrun".split())
_STRIKES = frozenset("bomb strike hit attack shell target demolish burn".split())
_SUBJECT = late(r"(?:^|[.;:,&c])[zD]{0,4}(?P<who>[NEA])(?:[onz][NAz]{1,2}){0,2}[zD]{0,3}$")  # the strike on the depot, in Velm
_IN = frozenset("in inside at hidden stored kept parked".split())
_BATTLE = frozenset("attack attacks assault assaults wave waves".split())
_ROOMS = frozenset("house houses workshop workshops cellar cellars basement garage tunnel tunnels bunker bunkers".split())
_STORED = 8  # tokens behind weapons to the place where they lay
_SEEING = frozenset("detect record track register spot count log monitor observe see".split())


def on_the_ground(context: Context, number: Number, item: str, event_at: int) -> bool:
    """Whether arms are of a kind that does not fly, or found before, or targets that nothing tells to be in the air: they are destroyed,
    not intercepted."""
    words = load_json("events")
    if lemma_of(context, event_at) == "shoot" and number.noun not in words["laid"] and item in ("drone", "missile", "rocket"):
        return False  # seized three posts and shot down 14 drones
    keys = context.doc.keys
    if item in _ARMS and lemma_of(context, event_at) == "destroy" and _DEFENCES.isdisjoint(keys) and (
            _raided(context, event_at) or _lay_there(context, number) or _no_defender(context, event_at)
            or item == "rocket" and not _SMALL_ARMS.isdisjoint(context.doc.low[context.chunks.firsts[event_at]:number.first])):
        return True  # destroyed a grenade launcher and nine rockets
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


def fires(number: Number) -> bool:
    """Whether what is counted fires, and is not fired: "nine rifles"."""
    return number.noun in load_json("events")["guns"]


def in_stores(context: Context, number: Number, verb: str) -> bool:
    """Whether weapons that somebody noticed or counted lie in a store, or may: "counted 40 rockets in the warehouse", but not where an
    air force counts, or in a night."""
    table = load_json("events")
    unknown = verb in table["counting"] and not among(context, number, table["watchers"])
    return unknown or verb in _SEEING and among(context, number, table["stores"])


def _found(context: Context, event_at: int) -> bool:
    """Whether arms were found before they were destroyed: "found and destroyed 12 rockets", "a cache of 12 rockets was destroyed"."""
    words, first = load_json("events"), context.doc.sents[context.chunks.sentences[event_at]][0]
    before = context.doc.low[first:context.chunks.heads[event_at]]
    if not _SEARCHING.isdisjoint(before) and lemma_of(context, event_at) == "destroy":
        return True  # searched the compound and destroyed several rockets
    return not set(before[-4:]).isdisjoint(words["finds"]) or not {"cache", "caches", "stockpile"}.isdisjoint(before)


def flown(context: Context, number: Number) -> bool:
    """Whether those of a bare number are weapons told before in its sentence: "of the 43 drones 31 were shot down and 12 disappeared"."""
    first = context.doc.sents[context.doc.sentence_of(number.nfirst)][0]
    k = bisect_left(context.numbers, first, key=lambda n: n.nfirst)
    told = number.head < 0 and k < len(context.numbers) and context.numbers[k].nfirst < number.nfirst
    return told and next(nouns_before(context, number), None) in _ARMS
