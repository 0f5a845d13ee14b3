"""A claim of one number with one event word: what is counted, and which of the word's events takes it."""

from __future__ import annotations

from bisect import bisect_left

from newsfacts.claims.beside import (
    buries,
    by_captors,
    carried_to_hospital,
    escapes,
    evacuees,
    given,
    known_hurt,
    planes,
    shot_at,
    take_them,
    taken_by,
    to_haven,
    to_hospital,
    to_morgue,
    turned,
    without_hosts,
)
from newsfacts.claims.context import Context, draft, frames_at, joined, lemma_of, of_them
from newsfacts.claims.doers import (
    among,
    in_stores,
    is_business,
    jams,
    moved,
    noticed,
    on_the_ground,
    owned_loss,
    plundered,
    supplies,
    venue,
)
from newsfacts.claims.elided import counts_others, elided_item, items_of, nouns_before
from newsfacts.claims.items import PEOPLE, PLURALS, item_at, item_of, item_of_words
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.lexicon import load_json
from newsfacts.patterns import Construction
from newsfacts.rules import FRAMES, Frame

_FIRED = frozenset("bomb missile rocket shell weapon".split())
_UPROOTED = (["uprooted"], ["displaced"])
_HOMEWARD = frozenset(("return", "repatriation", "homecoming"))
_IN_AIR = frozenset(("drone", "aircraft", "helicopter"))
_FLYING = frozenset("weapon drone missile rocket bomb shell".split())  # hits by nine missiles and 56 drones
_EVERY = frozenset(("each", "every", "one"))
_AMBULANCES = frozenset(("ambulance", "ambulances", "stretchers"))
_HOSPITALS = frozenset(("hospital", "hospitals", "clinic"))
_HANDED = frozenset("hand pass deliver give transfer bring send".split())
_MIGRANTS = frozenset("migrant immigrant refugee seeker".split())
_BY_FORCE = frozenset(("forced", "forcible", "forcibly"))
_TERMS = frozenset("term terms sentence sentences fine fines ban bans".split())
_HURT = frozenset(("injured", "wounded"))
_CUSTOMERS = frozenset(("customer", "consumer", "subscriber", "user"))
_AID = frozenset("deliver delivery deliveries delivered donate donated donation pledged package packages".split())
_KAMIKAZE = frozenset(("kamikaze", "strikes", "attacks", "shelling"))
_HARMED = frozenset(("person", "child", "civilian", "soldier", "worker"))
_TROOPS = frozenset(("troop", "soldier", "peacekeeper", "marine", None))
_DANGER = frozenset("alive water river sea lake rubble ruins debris wreckage mud snow wreck".split())  # pulled from the water alive
_FIGURES = frozenset(("figure", "number", "toll", "count", "estimate"))
_TRAPPED = frozenset(("trapped", "stuck", "buried", "pinned"))


def make(context: Context, number: Number, i: int, event_at: int, construction: Construction, elided: str | None = None,
         event: str | None = None) -> ClaimDraft | None:
    """A claim of the number in chunk i with the event in chunk `event_at`, or None where the words tell none. `elided` and `event` are
    those of its list so far."""
    plain: list[Frame] = []
    item, verb = _mixed(context, i, item_at(context, number, i)), lemma_of(context, event_at)
    told = next(nouns_before(context, number), item) if item == "person" and number.noun == "other" else None
    if told == "body":
        item = "body"  # 54 bodies washed ashore, and 14 others were found
    elif told is not None and told not in PEOPLE:
        item = None  # 54 drones were shot down, 31 others were lost
    elif item == "person" and number.noun == "other":  # two guards were killed and four others hurt
        begins = context.chunks.string.rfind(".", 0, i) + 1
        including = context.chunks.string.find("q", begins, i)  # nine people, including two guards, died and 26 others were hurt
        ends = context.chunks.firsts[including if including > 0 else i]
        k = bisect_left(context.numbers, ends, key=lambda n: n.nfirst)
        before = [n for n in reversed(context.numbers[max(0, k - 2):k]) if n.nfirst >= context.chunks.firsts[begins]]
        known = [item_of(context.doc, n, context.rules) for n in before]
        # but: killed 22 pupils and two teachers and wounded 50 others
        alike = (len(before) < 2 or known[0] == known[1] or before[0].first - before[1].last != 1) and not (
            before and context.doc.low[before[0].last:before[0].last + 2] in (["and", "a"], ["and", "an"]))
        item = known[0] or item if known and known[0] in ("soldier", "worker") and alike else item
    if item == "soldier" and number.noun == "fighter" and planes(context, i, event_at):
        item = context.items[number.nfirst] = "aircraft"
    if item is None and (construction.name == "compound" and not number.each or number.kind != "count"):
        return None
    at = context.chunks.firsts[event_at]
    if construction.name in ("of-the-dead", "apposition-of-counted") and not _EVERY.isdisjoint(context.doc.low[max(0, at - 3):at]):
        return None  # 15 for each of its dead, 270 in all
    frame: Frame | None = None
    if construction.event:
        frame = Frame(construction.event, "", ())
        item = _of_event(context, number, construction.event, item, elided)
        bare = number.head < 0 or number.noun == "other"
        if item in _FLYING and bare and construction.name in ("fell-at", "hits-at", "hit-in-so-many-places"):
            item = "other"  # hits at 10 locations, and debris fell in two more
        if construction.name == "fell-at" and item == "other" and number.value == 1:
            return None  # came through one of the longest nights
    else:
        if item == "money" and is_business(context, number, event_at):
            return None
        frames = frames_at(context, event_at, i, construction.frames, phrase=construction.only.get("event") == "phrase")
        frames = without_hosts(context, number, event_at, i, frames)
        if "alive" in (*context.doc.low[number.last:number.last + 1], *context.doc.low[(end := context.chunks.lasts[event_at]):end + 1]):
            elided, frames = None, [f for f in frames if "person" in f.items]  # pulled 14 alive from the ruins, and five bodies
        if verb == "strike" and context.chunks.string[event_at + 1] in "QNAUpP":
            frames = [f for f in frames if f.event != "participated"]  # two struck the port
        several = len({f.event for f in frames}) > 1 and context.chunks.string[event_at] in "VIGWP"
        if item is None and number.head < 0 and carried_to_hospital(context, number, event_at):
            item, frames = "person", []  # twelve were flown by helicopter to hospital
        if item is None and (elided == "unknown" or several and counts_others(context, number)):
            return None
        if item is None and elided and construction.name.startswith("number-who"):
            item = context.items[number.nfirst] = elided  # the number of captives who returned: of no weapons, though these return too
        if item is None and frames:
            stops = [f for f in frames if f.event == "intercepted"] if number.noun == "other" else []
            item, frame = elided_item(context, number, stops or frames, elided, verb)  # the army brought down four others
            plain = []
            if frame is None and verb in context.rules.tails:
                plain = without_hosts(context, number, event_at, i, frames_at(context, event_at, i, construction.frames, plain=True))
            if any(f.event == "hit" for f in plain):  # three landed in open fields: "land in" tells of other things
                item, frame = elided_item(context, number, plain, elided, verb)
            if frame is not None and frame.event == "displaced" and number.head < 0 and (
                    flying := next(nouns_before(context, number), "")) in _FLYING:  # fired ten drones; one crossed into Norland
                item, plain = flying, frames_at(context, event_at, i, construction.frames, plain=True)
                frame = next((f for f in plain if item in f.items), None)
            if frame is None and number.noun in ("hostage", "prisoner", "captive") and verb == "take":
                item, frame = "person", Frame("captured", "", ())  # killed nine and took 100 hostage
            if frame is None:
                return None
            item = _of_whom(context, number, event_at) or item if item in PEOPLE else item
            context.items[number.nfirst] = item
        else:
            fits = [f for f in frames if item in f.items and not (
                f.event in ("intercepted", "suppressed") and on_the_ground(context, number, item, event_at))]
            if item in ("aircraft", "helicopter"):  # planes sent somewhere are no weapons fired
                fits.sort(key=lambda f: f.event != "deployed")
            same = next((f for f in fits if f.event == event), None) if item in _FLYING else None
            frame = same or (fits[0] if fits else None)
            if frame is None and number.noun == "other" and (stops := [f for f in frames if f.event == "intercepted"]):
                item, frame = elided_item(context, number, stops, elided, verb)
            plain = []
            if frame is None and context.chunks.string[event_at] in "VIGWP":  # "crossed into Norland" takes people, "crossed" weapons too
                plain = without_hosts(context, number, event_at, i, frames_at(context, event_at, i, construction.frames, plain=True))
                frame = next((f for f in plain if item in f.items), None) if construction.only.get("event") != "phrase" else None
            if frame is None and (number.noun in ("object", "projectile")  # 19 objects entered the airspace
                                  or number.noun == "launch" and verb in ("cross", "enter", "intercept")):
                item, frame = "weapon", next((f for f in (*frames, *plain) if "drone" in f.items), None)
            if frame is None and item == "household" and verb != "lose":  # customers and families are people too
                frame = next((f for f in frames if "person" in f.items), None)
            if frame is None and number.noun == "other" and item == "body":  # 12 bodies were found, with others unaccounted for
                item, frame = "person", next((f for f in frames if "person" in f.items), None)
    if construction.name == "are-in-place" and not frozenset(load_json("events")["not_in_place"]).isdisjoint(
            context.doc.low[context.chunks.lasts[event_at]:context.chunks.lasts[event_at] + 2]):
        return None  # nine officers are on trial
    if frame is not None and frame.event in ("killed", "missing") and context.chunks.string[event_at] == "S" and (
            "alive" in context.doc.low[context.chunks.lasts[event_at]:context.chunks.lasts[event_at] + 6]):
        return None  # two who had been reported dead were found to be alive
    if frame is not None and verb == "engage" and frame.event == "launched" and _KAMIKAZE.isdisjoint(
            context.doc.low[number.nlast:number.last + 3]):
        return None  # air defences engaged 12 drones
    if frame is not None and verb == "engage" and item == "vehicle" and context.chunks.string[event_at] in "WP":
        frame = Frame("deployed", "", ())  # two fire engines were engaged
    if frame is not None and frame.event == "held" and context.chunks.string[event_at] == "V" and item not in ("prisoner", "hostage") and (
            venue(context, event_at)):
        return None  # the camps hold 700,000 people
    if frame is not None and frame.event == "captured" and verb == "take" and (
            context.doc.low[number.first - 1] == "the" and moved(context, event_at)):
        return None  # the 84 Norlanders were taken to Karo
    if frame is None and item == "soldier" and verb == "destroy" and number.noun in load_json("events")["foes"]:
        frame = Frame(load_json("events")["outcome"], FRAMES[0], ())  # destroyed 41 invaders and two guns
    if item in _HARMED and (frame is None or frame.event in ("captured", "deployed")) and carried_to_hospital(context, number, event_at):
        frame = Frame("wounded", "", ())  # taken to Karo's main hospital
    if frame is None and item in PEOPLE and (taken_by(context, event_at) or verb == "take" and take_them(context, number, event_at)):
        frame = Frame("captured", FRAMES[0], ())
    if frame is None and item == "body" and verb in ("bring", "take") and to_morgue(context, event_at):
        frame = Frame("killed", FRAMES[0], ())  # to the facility, which is a hospital
    if frame is not None and frame.event == "killed" and item == "body" and verb == "bring" and not to_morgue(context, event_at):
        return None  # brought 90 bodies to the border
    if frame is not None and frame.event == "killed" and item == "body" and context.chunks.string[event_at] == "P" and event_at > i:
        return None  # the remains of three soldiers killed in May were handed over
    if frame is not None and frame.event == "outage" and (
            verb in ("cut", "deprive") and number.noun not in _CUSTOMERS and not among(context, number, supplies(context.doc.keys))):
        return None  # 45 families, three villages are cut off: by a flood
    if frame is None or item is None:
        return None
    if frame.event == "destroyed" and number.noun == "target":
        item = "other"  # on the ground
    if frame.event in ("captured", "returned", "rescued") and verb in ("take", "bring", "carry") and any(
            context.rules.tagger[w] in "KS" and context.rules.items.get(w) == "person"
            for w in context.doc.low[number.nlast:max(number.head, 0)]):
        return None  # took nine injured workers to the port
    after = context.chunks.lasts[event_at]
    if item in PEOPLE and (other := turned(context, number, event_at, frame.event)):
        frame = Frame(other, "", ())
    if frame.event == "wounded" and verb == "treat" and number.noun == "patient" and (
            not context.doc.keys.isdisjoint(load_json("events")["diseases"])):
        return None  # of the sick
    if frame.event in ("returned", "evacuated", "deployed") and not _HURT.isdisjoint(context.doc.low[number.nlast:number.nlast + 3]) and (
            context.doc.low[number.nlast] == "of" and verb in ("transfer", "move", "fly", "bring", "take", "send", "shift")):
        return None  # two of the injured were transferred to the capital: a part
    if frame.event == "rescued" and item == "soldier" and verb == "pull" and number.noun in _TROOPS and (
            _DANGER.isdisjoint(context.doc.low[context.chunks.lasts[event_at]:context.chunks.lasts[event_at] + 6])):
        return None  # pulled out 300 troops
    if frame.event == "deployed" and item in ("person", "child", "civilian") and verb == "move":
        frame = Frame("evacuated", "", ())  # we would have to move 400,000 people
    if frame.event == "wounded" and verb == "shoot" and shot_at(context, event_at):
        return None
    if verb == "give" and not _FIGURES.isdisjoint(context.doc.low[context.chunks.lasts[event_at]:number.first]):
        return None  # gave a larger figure, more than 100 missiles
    if frame.event == "captured" and verb == "take" and not _AMBULANCES.isdisjoint(
            context.doc.low[context.chunks.lasts[event_at]:context.chunks.lasts[event_at] + 5]):
        frame = Frame("wounded", "", ())  # taken away by ambulance
    if frame.event == "captured" and verb == "take" and (to_haven(context, event_at) or evacuees(context, number, event_at)):
        frame = Frame("evacuated", "", ())  # 60 survivors were taken to a reception centre; 110 others were taken to Karo
    if frame.event == "deployed" and item == "vehicle" and context.doc.low[number.last:number.last + 1] == ["of"] and (
            context.doc.low[number.last + 1] in load_json("events")["relief"]):
        frame = Frame("provided", "", ())  # sent 20 lorries of flour
    if frame.event == "captured" and verb == "take" and context.chunks.string[event_at] == "W" and (
            number.noun in load_json("events")["carried"] and "hostage" not in context.doc.low[after - 1:after + 1]) and not (
            by_captors(context, event_at)):
        return None  # 60 migrants were taken to Karo
    if frame.event == "returned" and verb == "free" and not _TRAPPED.isdisjoint(context.doc.low[number.last:number.last + 4]):
        frame = Frame("rescued", "", ())  # rescuers freed four people trapped in a lift
    if frame.event == "returned" and item in PEOPLE and verb in ("release", "discharge"):
        if not _HOSPITALS.isdisjoint(context.doc.low[context.chunks.lasts[event_at]:context.chunks.lasts[event_at] + 4]):
            return None  # from hospital
        if "treated" in context.doc.low[number.last:context.chunks.firsts[event_at]]:
            frame = Frame("wounded", "", ())
    if frame.event == "returned" and verb == "hand" and not _TERMS.isdisjoint(
            context.doc.low[context.chunks.lasts[event_at]:context.chunks.lasts[event_at] + 4]):
        return None  # a court handed prison terms to 37 men
    if frame.event == "provided" and number.kind == "measure" and plundered(context, number):
        return None
    if frame.event == "returned" and verb in _HANDED and context.doc.low[number.first - 1] == "to":
        return None  # handed parcels to 40 prisoners
    if frame.event in ("returned", "captured") and number.noun in ("casualty", "loss", "life"):
        return None  # the brigade took 140 casualties in a week; a storm that took 29 lives
    if frame.event == "returned" and number.noun not in _MIGRANTS and not _BY_FORCE.isdisjoint(
            context.doc.low[max(0, after - 3):after + 1]):
        frame = Frame("captured", "", ())  # the forced transfer of children
    passive = context.chunks.string[event_at] in "WP"
    words, end = load_json("events"), context.chunks.lasts[event_at]
    if frame.event in ("seized", "detained") and passive and verb in words["active_only"] and construction.name != "cleared-of" and not (
            frame.event == "detained" and set(context.doc.low[end:end + 1]) & set(words["caught"])):
        return None  # 12 villages were cleared: of people
    if frame.event == "returned" and item == "body" and verb == "receive" and (
            among(context, number, words["morgues"])):
        frame = Frame("killed", "", ())  # hospitals received 52 bodies
    if frame.event == "missing" and number.noun in words["wanted"] and verb in ("search", "look", "hunt") and not (
            number.noun in ("worker", "man") and among(context, number, [*words["buried"], *words["at_sea"]])):
        return None  # the police search for two gunmen; but: the coastguard searches for two men
    if frame.event == "participated" and (verb == "strike" and context.chunks.string[event_at + 1] in "QNAUb" or (
            construction.name == "counted-at" and context.chunks.string[i + 1:i + 2] in ("S", "P"))):
        return None  # two officers struck the suspect; an attack by a crowd left six guards dead
    if frame.event == "captured" and context.chunks.string[event_at] == "V" and (verb in words["hauls"] or verb == "take" and "away" in (
            context.doc.low[context.chunks.firsts[event_at]:context.chunks.lasts[event_at]])) and (
            context.doc.low[context.chunks.firsts[event_at] - 1] in ("police", "officers", "gendarmes")):
        frame = Frame("detained", "", ())
    if frame.event == "detained" and item in PEOPLE and by_captors(context, event_at):
        frame = Frame("captured", "", ())
    if frame.event == "deployed" and verb == "take" and number.noun in words["escapes"]["who"]:
        return None  # at least 15 attackers took part
    if frame.event == "displaced" and (escapes(context, number, event_at) or verb == "force" and not set(words["on_ground"]).isdisjoint(
            context.doc.low[context.chunks.lasts[event_at]:context.chunks.lasts[event_at] + 4])):
        return None  # forced out of their car
    if frame.event == "detained" and verb == "pick" and (
            number.noun in words["found_alive"] or among(context, number, words["at_sea"])):
        frame = Frame("rescued", "", ())
    if frame.event == "evacuated" and item in PEOPLE and to_hospital(context, number, event_at) and not known_hurt(context, number):
        frame = Frame("wounded", "", ())
    if frame.event == "provided" and item in _FIRED and verb == "deliver" and (
            among(context, number, words["strikes"])):
        frame = Frame("launched", "", ())  # by air strikes, not to an ally
    if frame.event == "launched" and in_stores(context, number, verb):
        return None  # counted 40 rockets in the warehouse
    if frame.event == "launched" and (told_of := noticed(context, number, i, item, verb)):
        event_at, frame = told_of  # recorded 40 drones shot down
    if frame.event == "launched" and frame.frame == FRAMES[1] and verb == "arrive" and not _AID.isdisjoint(context.doc.keys):
        frame = Frame("provided", "", ())  # the first 200 drones arrive in May
    if frame.event in ("launched", "deployed") and given(context, number, i, event_at, item):
        frame = Frame("provided", "", ())
    first, last = context.chunks.firsts[event_at], context.chunks.lasts[event_at]
    aimed = frame.frame == FRAMES[0] or construction.name in ("strikes-on", "attack-on", "fired-at", "weapons-at")
    if frame.event == "hit" and item == "weapon" and aimed and number.noun in load_json("events")["flying"]:
        if "aerial" in context.doc.low[number.nlast:number.head + 1]:
            frame = Frame("intercepted", "", ())
        else:
            item = "other"  # "115 targets" that were struck are places
    if frame.event == "suppressed" and item == "drone" and verb == "lose" and frame.frame != FRAMES[1] and owned_loss(
            context, number, event_at):
        frame = Frame("destroyed", "", ())
    if frame.event == "intercepted" and "electronic" in context.doc.keys and jams(context, event_at):
        frame = Frame("suppressed", "", ())
    fixed = construction.event is not None and context.chunks.string[event_at] == "N"  # one was dead, and the fate of five is unknown
    told = frame.event if fixed else joined(context, frame.event, event_at)
    if told == "killed" and event_at < i and context.chunks.string[i + 1:i + 4] == "P&P":
        told = joined(context, told, i + 1)  # lost 340 men killed and wounded
    if told == "intercepted" and frame.event != told and item not in _FIRED and item not in _IN_AIR:
        told = frame.event  # homes that have been flattened or lost their roofs
    if told == "wounded" and _to_death(context, last):
        told = "killed"  # were shot, stabbed or burned to death
    if told == "missing" and verb == "bury" and buries(context, number, event_at):
        told = load_json("events")["outcome"]  # we have buried 26 people
    # the return of 900 refugees; 900 evacuees have gone home
    back = told == "returned" and (verb in _HOMEWARD and context.chunks.string[event_at] == "E" or (
        "home" in context.doc.low[context.chunks.heads[event_at]:context.chunks.lasts[event_at] + 2]))
    if told in ("returned", "captured", "participated") and not back and (
            number.noun in load_json("events")["refugees"] or context.doc.low[number.last:number.last + 1] in _UPROOTED or (
                "displaced" in context.doc.low[number.nlast:max(number.head, 0)])):
        told = "displaced"
    elif told == "provided" and item == "other" and number.noun in load_json("events")["units"]:
        told = "deployed"
    trigger = (context.chunks.heads[event_at], last if last > first else first + 1)
    claim = draft(context, number, told, item, construction.name, trigger)
    if item == "money" and claim.unit is None:  # "needs $38 million but has received only nine million"
        claim.unit = next((n.unit for n in reversed(context.numbers) if n.kind == "money" and n.nfirst < number.nfirst), None)
    return claim


def _to_death(context: Context, last: int) -> bool:
    """Whether the verbs joined to one that ends before a token end with "to death": "shot, stabbed or burned to death"."""
    low = context.doc.low
    for token in range(last, min(last + 8, len(low) - 1)):
        if low[token:token + 2] == ["to", "death"]:
            return token > last
        if low[token] not in (",", "and", "or", "then") and context.rules.tagger[low[token]] not in "KLkl":
            break
    return False


def _of_whom(context: Context, number: Number, event_at: int) -> str | None:
    """Who "they" are: the last group named before a second verb: "repelled militants and killed 23 of them"."""
    chunks = context.chunks
    before = chunks.string[:event_at].rstrip("zD")
    if not of_them(context, number) or chunks.firsts[event_at] > number.first or not before.endswith(("A&", "N&")):
        return None
    item = context.rules.items.get(context.doc.low[chunks.lasts[len(before) - 2] - 1])
    return item if item in PEOPLE else None


def _mixed(context: Context, i: int, item: str | None) -> str | None:
    """The item of one number on two nouns: "500 drones and missiles" are weapons."""
    chunks = context.chunks
    if item is None or chunks.string[i + 1:i + 3] != "&N":
        return item
    first = chunks.firsts[i + 2]
    if context.doc.low[first:first + 2] == ["other", "equipment"]:
        return item  # 14 tanks and other equipment
    first += context.doc.low[first] == "other"  # 910 tanks and other armoured vehicles
    if chunks.lasts[i + 2] - first > 3:
        return item
    other = item_of_words(context.doc, first, chunks.lasts[i + 2] - 1, context.rules)
    plural = context.doc.low[chunks.lasts[i + 2] - 1].endswith((*PLURALS, "equipment"))
    plural = plural and context.rules.tagger[context.doc.forms[first]] != "t"
    both = next((both for a, b, both in load_json("items")["mixed"] if plural and {a, b} == {item, other}), item)
    if both != item:
        context.items[context.number_at[i].nfirst] = both  # fired 40 drones and missiles; 21 were shot down
    return both


def _of_event(context: Context, number: Number, event: str, item: str | None, elided: str | None) -> str | None:
    """The item of a number whose event the construction tells; None where it does not go with the event."""
    items = items_of(context, event)
    if event == "attacked":
        return "attack"
    if event == "seized" and item in ("other", "unknown"):
        return "other"  # nine positions, two hilltops
    item = item or elided
    if item is None and "person" not in items:
        item = next((told for told in nouns_before(context, number) if told in items), None)
    return item if item in items else "person" if item in (None, "unknown") and "person" in items else None
