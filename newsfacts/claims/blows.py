"""Tests of a reading about arms and blows: what is said of drones, rockets and targets that is another event than its verb, or none."""

from __future__ import annotations

from newsfacts.claims.beside import among
from newsfacts.claims.context import Reading, frames_at
from newsfacts.claims.items import PEOPLE, item_of
from newsfacts.claims.stored import fires, in_stores
from newsfacts.lexicon import load_json
from newsfacts.rules import FRAMES

_CUSTOMERS = frozenset(("customer", "consumer", "subscriber", "user"))
_AID = frozenset("deliver delivery deliveries delivered donate donated donation pledged package packages".split())
_KAMIKAZE = frozenset(("kamikaze", "strikes", "attacks", "shelling"))
_FIGURES = frozenset(("figure", "number", "toll", "count", "estimate"))
_AWAY = frozenset("off out back home away".split())
_AIMED = frozenset(("strikes-on", "attack-on", "fired-at", "weapons-at"))
_ASKING = frozenset("ask asks asked asking urge urges urged urging beg begs begged implored pressed".split())
ARMS = frozenset("weapon tank armoured_vehicle vehicle aircraft helicopter air_defence_system ship".split())
_ADDED = 10  # tokens
_GIVEN = frozenset("delivered provided pledged given promised supplied donated sent".split())
_ON_TOP = (["on", "top", "of"], ["in", "addition", "to"])
_CLOSE = 6  # tokens from those who are asked to what they are to do
_PROMISED = _AID | {"promised", "promises", "pledges", "pledge", "donors", "allies"}
_FLOODS = frozenset("flood floods flooding flooded floodwater floodwaters".split())


def engaged_by_defences(r: Reading) -> bool:
    """Air defences engaged 12 drones."""
    return _KAMIKAZE.isdisjoint(r.low[r.number.nlast:r.number.last + 3])


def cut_off(r: Reading) -> bool:
    """45 families, three villages are cut off: by a flood, not from water or power."""
    keys, supplies = r.context.doc.keys, load_json("events")["supplies"]
    if r.number.noun in _CUSTOMERS:
        return False
    return not among(r.context, r.number, supplies if _FLOODS.isdisjoint(keys) else [word for word in supplies if word != "water"])


def targets(r: Reading) -> bool:
    """Destroyed nine targets: on the ground."""
    if r.number.noun != "target":
        return False
    r.item = "other"
    return True


def gave_a_figure(r: Reading) -> bool:
    """Gave a larger figure, more than 100 missiles."""
    return not _FIGURES.isdisjoint(r.low[r.after:r.number.first])


def by_nature(r: Reading) -> bool:
    """The floods hit 20 schools; 12 shops were hit by the fire: no weapon did."""
    begins = r.context.chunks.firsts[r.event_at]
    near = r.low[r.after:r.after + 4] if r.letter in "WP" else r.low[max(0, begins - 3):begins]
    told = not frozenset(load_json("events")["nature"]).isdisjoint(near)
    return told and (r.letter not in "WP" or "by" in near)


_TOOK = ("took", "taking")


def ordered_off(r: Reading) -> bool:
    """Ordered the firm's lorries off the road, the ferries back to port."""
    return not _AWAY.isdisjoint(r.low[r.number.last:r.number.last + 1])


def plundered(r: Reading) -> bool:
    """Lost 1,000 tonnes of food; barges with 200 tonnes of grain were seized."""
    if r.number.kind != "measure":
        return False
    words, low, number = frozenset(load_json("events")["plundered"]), r.low, r.number
    last = r.context.doc.sents[r.context.doc.sentence_of(number.nfirst)][1]
    behind = low[number.last:min(last, number.last + 8)]
    taken = any(word in words and behind[k - 1] in ("was", "were", "been") for k, word in enumerate(behind) if k)
    off = low[number.first - 1] in _TOOK and "to" not in behind and "for" not in behind  # raided a depot, taking 40 tonnes of food
    return taken or off or not words.isdisjoint(low[max(0, number.first - 3):number.first])


def no_strike(r: Reading) -> bool:
    """Two officers struck the suspect; an attack by a crowd left six guards dead."""
    string = r.context.chunks.string
    if r.verb == "strike" and string[r.event_at + 1] in "QNAUb":
        return r.construction.name not in ("strike-of", "disaster-hit-people")
    return r.construction.name == "counted-at" and string[r.i + 1:r.i + 2] in ("S", "P")


def asked_of(r: Reading) -> bool:
    """He asked allies to send six batteries."""
    first = r.context.chunks.firsts[r.event_at]
    return r.letter == "I" and not _ASKING.isdisjoint(r.low[max(0, first - _CLOSE):first])


def on_top_of_aid(r: Reading) -> bool:
    """Would send nine howitzers on top of the 12 already delivered."""
    behind = r.low[r.number.last:r.number.last + _ADDED]
    return "already" in behind and not _GIVEN.isdisjoint(behind) and any(behind[k:k + 3] in _ON_TOP for k in range(2))


def of_promises(r: Reading) -> bool:
    """We were promised four batteries and one has arrived."""
    return among(r.context, r.number, list(_PROMISED))


def by_air_strikes(r: Reading) -> bool:
    """Jets delivered two bombs: not to an ally."""
    return among(r.context, r.number, load_json("events")["strikes"])


def stored(r: Reading) -> bool:
    """Counted 40 rockets in the warehouse."""
    return in_stores(r.context, r.number, r.verb)


def guns(r: Reading) -> bool:
    """The raid yielded nine rifles: nobody launches a gun."""
    return fires(r.number)


def noticed(r: Reading) -> bool:
    """Recorded 40 drones shot down, counted five missiles that hit the plant, counted nine downed drones: what befell them is told."""
    if r.verb not in load_json("events")["noticing"]:
        return False
    chunks, rules, number = r.context.chunks, r.context.rules, r.number
    behind = chunks.string[r.i + 1:r.i + 3]
    at = r.i + 1 if behind[:1] == "P" else r.i + 2 if behind in ("rW", "rV") else -1
    told = frames_at(r.context, at, r.i) if at > 0 else [
        f for word in r.low[number.nlast:max(number.nlast, number.head)] if word.endswith(("ed", "en", "wn"))
        for f in rules.verbs.get(rules.lemmas.get(word, word), ())]
    frame = next((f for f in told if r.item in f.items and f.event != "launched"), None)
    if frame is None:
        return False
    r.event, r.frame = frame.event, frame.frame
    r.event_at = max(at, 0) or r.i
    r.letter, r.after = chunks.string[r.event_at], chunks.lasts[r.event_at]
    return True


def of_deliveries(r: Reading) -> bool:
    """The first 200 drones arrive in May."""
    return r.frame == FRAMES[1] and not _AID.isdisjoint(r.context.doc.keys)


def aerial_targets(r: Reading) -> bool:
    """Hit 40 aerial targets."""
    return _hits_weapons(r) and "aerial" in r.low[r.number.nlast:r.number.head + 1]


def targets_struck(r: Reading) -> bool:
    """115 targets that were struck are places."""
    if not _hits_weapons(r):
        return False
    r.item = "other"
    return True


def _hits_weapons(r: Reading) -> bool:
    """Whether what is hit is named as weapons are."""
    return (r.frame == FRAMES[0] or r.construction.name in _AIMED) and r.number.noun in load_json("events")["flying"]


def with_people(r: Reading) -> bool:
    """Sent 40 inspectors to two ports: people hit nothing."""
    sent = r.context.number_at.get(r.event_at + 1)
    return r.construction.name == "fired-at" and sent is not None and item_of(r.context.doc, sent, r.context.rules) in PEOPLE


def by_owner(r: Reading) -> bool:
    """The army lost seven drones: its own, not from radar; but: seven drones lost their way."""
    kinds = r.context.chunks.string[r.event_at:r.event_at + 2]
    return r.frame != FRAMES[1] and (kinds[0] in "VI" or kinds == "Wb") and not among(r.context, r.number, load_json("events")["tracking"])


def jammed(r: Reading) -> bool:
    """Electronic warfare took out 40 drones."""
    string, at = r.context.chunks.string, r.event_at - 1
    if "electronic" not in r.context.doc.keys or r.letter != "V":
        return False
    while at >= 0 and string[at] in "zD":
        at -= 1
    if at < 0 or string[at] not in "NA":
        return False
    last = r.context.chunks.lasts[at]
    return "electronic" in r.low[max(0, last - 4):last]
