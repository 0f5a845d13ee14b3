"""What the words beside a number and its event word turn the event into: another event, or no claim."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache

from newsfacts.claims.beside import (
    CARRIED,
    MIGRANTS,
    SO_MANY,
    among,
    arrested,
    bare_sum,
    buries,
    by_captors,
    escapes,
    evacuees,
    found_held,
    given,
    kept_in,
    kept_in_hospital,
    migrants,
    refugees,
    shot_at,
    take_them,
    taken_by,
    to_haven,
    to_hospital,
    to_morgue,
    to_work_there,
    took_things_from,
    withdrew,
)
from newsfacts.claims.blows import (
    ARMS,
    aerial_targets,
    asked_of,
    by_air_strikes,
    by_nature,
    by_owner,
    cut_off,
    engaged_by_defences,
    gave_a_figure,
    guns,
    jammed,
    no_strike,
    noticed,
    of_deliveries,
    of_promises,
    on_top_of_aid,
    ordered_off,
    plundered,
    stored,
    targets,
    targets_struck,
    with_people,
)
from newsfacts.claims.context import Reading, joined
from newsfacts.claims.items import PEOPLE
from newsfacts.claims.passages import by_craft, by_rescuers, by_smugglers, from_the_sea, stranded
from newsfacts.lexicon import load_json

_FIRED = frozenset("bomb missile rocket shell weapon".split())
_UPROOTED = (["uprooted"], ["displaced"])
_HOMEWARD = frozenset("return repatriation homecoming repatriate deport deportation".split())
_BACK = frozenset(("home", "back"))
_CAMPS = frozenset("camp camps shelter shelters tents".split())
_TENTS = frozenset(("camp", "camps"))
_FLED = frozenset("refugee refugees displaced fled flee asylum uprooted".split())
_TO_WHERE = 6  # tokens
_TO_LEAVE = 7  # tokens of "leave the besieged old city"
_HURT_BY_SHOTS = frozenset("wounding injuring wounded injured survived leg legs arm foot".split())
_PLACES_LEFT = frozenset("enclave zone strip area pocket country".split())
_IN_AIR = frozenset(("drone", "aircraft", "helicopter"))
_AMBULANCES = frozenset(("ambulance", "ambulances", "stretchers"))
_HOSPITALS = frozenset(("hospital", "hospitals", "clinic"))
_HANDED = frozenset("hand pass deliver give transfer bring send".split())
_BY_FORCE = frozenset(("forced", "forcible", "forcibly"))
_TERMS = frozenset("term terms sentence sentences fine fines ban bans".split())
_HURT = frozenset(("injured", "wounded"))
_TO_MORGUE = 6  # tokens of "in the cold rooms of the morgue"
_HARMED = frozenset(("person", "child", "civilian", "soldier", "worker"))
_TROOPS = frozenset(("troop", "soldier", "peacekeeper", "marine", None))
_DANGER = frozenset("alive water river sea lake rubble ruins debris wreckage mud snow wreck".split())
_AT_ONCE = frozenset("scene spot impact instantly outright immediately way".split())
_SAVIOURS = frozenset("firefighters firefighter firemen rescuers paramedics lifeguards cavers".split())
_TRAPPED = frozenset(("trapped", "stuck", "buried", "pinned"))
_LOST = frozenset(("casualty", "loss", "life"))
_OFFICERS = frozenset(("police", "officers", "gendarmes"))
_DRAGGED = ("take", "pull", "drag", "haul", "bring")
_TRAVEL = frozenset("train trains bus buses plane planes traffic jam jams airport terminal queue queues motorway".split())
_LED_OUT = ("bring", "pull", "take", "get")
_WRECKED = frozenset(
    "crushed mangled crumpled wrecked burning collapsed flooded overturned capsized stricken derailed shaft lift elevator well".split())
_KNOWN_HURT = frozenset("wounded injured sick patients casualties".split())
_STAFF = frozenset(("staff", "staffer", "staff member", "employee", "expatriate", "expat", "diplomat", "worker"))
_FREED = frozenset(("freed", "released", "liberated", "repatriated", "returned"))
_GUESTS = frozenset("family household refugee migrant evacuee orphan child".split())
_PRISONERS = frozenset("captured kidnapped abducted imprisoned detained jailed".split())
_SWAPS = frozenset("swap swaps swapped exchange exchanged exchanges repatriated repatriation handed freed released".split())
_FALLEN = frozenset(("fallen", "repatriated", "repatriation", "exchange", "exchanged", "swap", "swapped"))
_CAPTIVES = frozenset("captives captive captivity prisoner prisoners pows hostage hostages detainees inmates".split())
_MARCHES = frozenset("protest protests protesters rally demonstration demonstrators marched strike".split())
_IN_DANGER = frozenset("rubble debris ruins wreckage flames blaze smoke burning trapped firefighters firemen rescuers".split())
_BY_HAND = frozenset(("led", "lead", "guided", "guide", "helped", "help"))
_KIDNAPPERS = frozenset("kidnappers kidnapped kidnapping abducted abductors captors hostages captivity gunmen".split())
_ARRESTS = frozenset(("arrested", "arrests", "arrest", "detained", "detentions"))
_RIDES = frozenset("bus buses minibus train plane flight coach".split())
_DIGGING = frozenset(("dug", "rubble", "debris", "ruins", "wreckage"))
_SERVICES = frozenset(("police", "policemen", "service", "gendarmes", "customs", "officers"))
_LOCKED = frozenset("prison prisons jail jails cell cells dungeon dungeons detention".split())
_HELPERS = frozenset("rescuers rescuer firefighters firefighter firemen divers lifeguards paramedics crews".split())
_STUCK = frozenset("trapped rubble debris wreckage pinned entombed".split())
_FEW = 20  # so many are taken home by their families
_DRILLS = frozenset("exercise exercises drill drills manoeuvres maneuvers".split())
_CAPTORS = frozenset("kidnap abduct snatch capture free release liberate".split())  # what befalls refugees too
_ASHORE = ("wash", "drift")
_OWN = ("its", "their", "his", "her")


def settled(r: Reading, start: int = 0) -> bool:
    """Whether an event is left when the words beside have been asked, in the order of the table from `start` on."""
    for k, verbs, items, test, then in _turns_of(r.event):
        if k >= start and (not verbs or r.verb in verbs) and (not items or r.item in items) and (test is None or test(r)):
            if then == _NONE:
                return False
            if then is not None:
                r.event, r.frame = then, ""
            return settled(r, k + 1)
    return r.event != ""


def event_told(r: Reading) -> str:
    """The event of a reading that is settled, with what is joined to its word: "killed or wounded 40"."""
    context, number, low = r.context, r.number, r.low
    fixed = r.construction.event is not None and r.letter == "N"  # one was dead, and the fate of five is unknown
    told = r.event if fixed else joined(context, r.event, r.event_at)
    if told == "killed" and r.event_at < r.i and context.chunks.string[r.i + 1:r.i + 4] == "P&P":
        told = joined(context, told, r.i + 1)  # lost 340 men killed and wounded
    if told == "intercepted" and r.event != told and r.item not in _FIRED and r.item not in _IN_AIR:
        told = r.event  # homes that have been flattened or lost their roofs
    if told == "wounded" and _to_death(r):
        told = "killed"  # were shot, stabbed or burned to death
    in_hospital = context.chunks.string[r.event_at - 1:r.event_at + 1] == "QS" and "hospital" in low[r.after - 2:r.after]
    if told == "wounded" and in_hospital and _others_died_at_once(r):
        told = "killed"
    if told == "missing" and r.verb == "bury" and buries(r):
        told = load_json("events")["outcome"]  # we have buried 26 people
    if told in ("returned", "captured", "participated") and r.verb not in _CAPTORS and not (told == "returned" and _home(r)) and (
            number.noun in load_json("events")["refugees"] or low[number.last:number.last + 1] in _UPROOTED or (
                "displaced" in low[number.nlast:max(number.head, 0)])):
        return "displaced"
    if told == "held" and r.construction.name == "in-custody" and _uprooted(r):
        return "displaced"  # about 900 remain in camps, in a text of those who fled
    if told == "provided" and r.item == "other" and number.noun in load_json("events")["units"]:
        return "deployed"
    return told


def _uprooted(r: Reading) -> bool:
    """Whether those who remain in camps are of those who fled, in a text of no captives."""
    keys = r.context.doc.keys
    return not _FLED.isdisjoint(keys) and keys.isdisjoint(_CAPTIVES | _PRISONERS | _LOCKED) and not _TENTS.isdisjoint(
        r.low[r.after:r.after + _TO_WHERE])


def _others_died_at_once(r: Reading) -> bool:
    """Nine died on the spot and two more in hospital."""
    words = r.low[r.context.doc.sents[r.context.doc.sentence_of(r.number.nfirst)][0]:r.number.first]
    return words[-1:] in (["and"], [","]) and "died" in words and not _AT_ONCE.isdisjoint(words[words.index("died"):])


def _to_death(r: Reading) -> bool:
    """Whether the verbs joined to the event word end with "to death": "shot, stabbed or burned to death"."""
    low, last = r.low, r.after
    for token in range(last, min(last + 8, len(low) - 1)):
        if low[token:token + 2] == ["to", "death"]:
            return token > last
        if low[token] not in (",", "and", "or", "then") and r.context.rules.tagger[low[token]] not in "KLkl":
            break
    return False


def _home(r: Reading) -> bool:
    """The return of 900 refugees; 900 evacuees have gone home, were sent back: displaced no more."""
    if r.verb in _HOMEWARD and (r.letter == "E" or r.event == "returned" and _CAMPS.isdisjoint(r.low[r.after:r.after + _TO_WHERE])):
        return True  # have returned to Karo; but: returned to the camp
    return not _BACK.isdisjoint((*r.low[r.context.chunks.heads[r.event_at]:r.after + 2], *r.low[r.number.last:r.number.last + 1]))


def _found_alive(r: Reading) -> bool:
    """Two who had been reported dead were found to be alive."""
    return r.letter == "S" and "alive" in r.low[r.after:r.after + 6]


def _engines(r: Reading) -> bool:
    """Two fire engines were engaged."""
    return r.event != "" and r.letter in "WP"


def _holds_out(r: Reading) -> bool:
    """Twelve others held out: they fought on."""
    head = r.context.chunks.heads[r.event_at]
    return r.low[head + 1:head + 2] in (["out"], ["off"], ["firm"])


def _has_room(r: Reading) -> bool:
    """The camps hold 700,000 people: a building or a place is no captor."""
    if r.letter != "V" or r.item in ("prisoner", "hostage"):
        return False
    word = r.low[r.context.chunks.lasts[r.event_at - 1] - 1] if r.event_at else ""
    return word in load_json("events")["venues"]


def _the_same_moved(r: Reading) -> bool:
    """The 84 Norlanders were taken to Karo, by nobody who is told."""
    if r.low[r.number.first - 1] != "the" or r.low[r.after:r.after + 1] != ["to"]:
        return False
    named = r.context.actors.at.get(r.after + 1)
    rest = r.context.chunks.string[r.event_at + 1:r.event_at + 6].partition(".")[0]
    return named is not None and r.context.actors.list[named].kind in ("country", "place") and "b" not in rest


def _foes(r: Reading) -> bool:
    """Destroyed 41 invaders and two guns."""
    return r.number.noun in load_json("events")["foes"]


def _not_to_morgue(r: Reading) -> bool:
    """Brought 90 bodies to the border."""
    return not to_morgue(r)


def _remains(r: Reading) -> bool:
    """The remains of three soldiers killed in May were handed over; but: the bodies of 13 men washed ashore."""
    return r.letter == "P" and r.event_at > r.i and r.verb not in _ASHORE


def _hurt_workers(r: Reading) -> bool:
    """Took nine injured workers to the port."""
    tagger, items = r.context.rules.tagger, r.context.rules.items
    return any(tagger[w] in "KS" and items.get(w) == "person" for w in r.low[r.number.nlast:max(r.number.head, 0)])


def _of_the_freed(r: Reading) -> bool:
    """Ambulances took the nine freed women to a clinic; nine captured sailors were flown to Velm, in a text of a swap."""
    words = r.low[r.number.nlast:max(r.number.head, 0)]
    if not _FREED.isdisjoint(words):
        return True
    swapped = not _PRISONERS.isdisjoint(words) and not _SWAPS.isdisjoint(r.context.doc.keys)
    return swapped and frozenset(load_json("events")["jails"]).isdisjoint(r.low[r.after:r.after + 6])


def _troops_moved(r: Reading) -> bool:
    """Transferred 300 marines to the east bank, in a text of no captives."""
    keys, behind = r.context.doc.keys, r.low[r.number.last:r.number.last + 1]
    words = r.low[r.number.nlast:max(r.number.head, 0)]
    return behind == ["to"] and _CAPTIVES.isdisjoint(keys) and _SWAPS.isdisjoint(keys) and _PRISONERS.isdisjoint(words)


def _to_their_land(r: Reading) -> bool:
    """The remains of 90 fallen soldiers were brought to Norland: given back."""
    if r.low[r.after:r.after + 1] != ["to"] or not frozenset(load_json("events")["morgues"]).isdisjoint(r.low[r.after:r.after + 5]):
        return False
    named = r.context.actors.at.get(r.after + 1)
    country = named is not None and r.context.actors.list[named].kind == "country"
    return country or not _FALLEN.isdisjoint(r.context.doc.keys)


def _out_of_the_fire(r: Reading) -> bool:
    """Led nine residents out, in a text of a fire or of rubble."""
    keys = r.context.doc.keys
    return not _IN_DANGER.isdisjoint(keys) and not _BY_HAND.isdisjoint(r.low[r.context.chunks.heads[r.event_at]:r.after + 1])


def _from_captors(r: Reading) -> bool:
    """Two more came out on Sunday, in a text of those whom kidnappers let go."""
    keys = r.context.doc.keys
    freed = "ransom" in keys or not _SWAPS.isdisjoint(keys)
    return freed and not _KIDNAPPERS.isdisjoint(keys) and _MARCHES.isdisjoint(keys)


def _of_people(r: Reading) -> bool:
    """Dug out two workers dead, rebels kept nine nurses, stuck on trains, took 14 out alive, lost two drivers to kidnappers."""
    event = _turned(r)
    if event is not None:
        r.event, r.frame = event, ""
    return event is not None


def _turned(r: Reading) -> str | None:
    """What words behind make of an event of people."""
    low, after = r.low, r.after
    near = (*low[r.number.last:r.number.last + 2], *low[after - 1:after + 1])
    if r.event == "rescued" and ("dead" in (*near[:1], *near[-2:])):
        return "killed"
    if r.event == "deployed" and r.verb == "keep" and (by_captors(r) or not _LOCKED.isdisjoint(low[after:after + 4])):
        return "held"  # nine nurses are being kept in prisons
    if r.event in ("rescued", "evacuated") and r.verb in _DRAGGED and by_captors(r):
        return "captured"  # were taken off two buses by armed men
    if r.event == "missing" and r.verb == "stick" and not _TRAVEL.isdisjoint(low[after:after + 5]):
        return "participated"
    if r.event == "evacuated" and ("alive" in near or r.verb == "get" and not _DIGGING.isdisjoint(r.context.doc.keys)):
        return "rescued"
    if r.event == "rescued" and r.number.noun in _STAFF and r.verb == "pull" and r.letter in "VIG" and (
            low[r.number.first - 1] in _OWN or r.context.doc.keys.isdisjoint(load_json("events")["scenes"])):
        return "evacuated"  # the agency pulled out its nine foreign staff
    if r.event == "rescued" and r.verb in _LED_OUT:  # the embassy would bring 900 nationals out of the country
        words, keys = load_json("events"), r.context.doc.keys
        return "evacuated" if not keys.isdisjoint(words["leaving"]) and keys.isdisjoint(words["scenes"]) else None
    if r.event == "returned" and r.verb == "free" and (_by_rescuers(r) or any(
            low[end:end + 1] == ["from"] and not _WRECKED.isdisjoint(low[end + 1:end + 5]) for end in (r.number.last, after))):
        return "rescued"  # freed nine passengers from the crushed carriage
    if r.event == "killed" and low[after:after + 2] in (["but", "survived"], ["but", "lived"]):
        return "wounded"  # a boy was trampled but survived
    if r.event == "killed" and r.verb == "lose" and low[r.number.last:r.number.last + 1] == ["to"] and (
            low[r.number.last + 1:r.number.last + 2] in (["kidnappers"], ["abductors"], ["kidnapping"], ["kidnap"])):
        return "captured"
    return None


def _by_rescuers(r: Reading) -> bool:
    """Divers freed nine; freed by firefighters; freed nine, where this sentence or the one before tells of people trapped, and the text of
    no captives."""
    first, doc = r.context.chunks.firsts[r.event_at], r.context.doc
    by = r.low[r.after:r.after + 1] == ["by"]
    if not _HELPERS.isdisjoint(r.low[r.after + 1:r.after + 4] if by else r.low[first - 1:first]):
        return True
    if r.item in ("hostage", "prisoner") or _STUCK.isdisjoint(doc.keys) or not doc.keys.isdisjoint(
            _CAPTIVES | _KIDNAPPERS | _PRISONERS | _LOCKED):
        return False
    sentence = doc.sentence_of(first)
    return not _STUCK.isdisjoint(r.low[doc.sents[max(0, sentence - 1)][0]:doc.sents[sentence][1]])


def _of_the_sick(r: Reading) -> bool:
    """Hospitals treated 900 patients, in a text of cholera."""
    return r.number.noun == "patient" and not r.context.doc.keys.isdisjoint(load_json("events")["diseases"])


def _of_the_injured(r: Reading) -> bool:
    """Two of the injured were transferred to the capital: a part."""
    at = r.number.nlast
    return not _HURT.isdisjoint(r.low[at:at + 3]) and r.low[at] == "of"


def _troops_out(r: Reading) -> bool:
    """Pulled out 300 troops; but: pulled two soldiers from the water alive."""
    return r.number.noun in _TROOPS and _DANGER.isdisjoint(r.low[r.after:r.after + 6])


def _by_ambulance(r: Reading) -> bool:
    """Taken away by ambulance."""
    return not _AMBULANCES.isdisjoint(r.low[r.after:r.after + 5])


def _of_relief(r: Reading) -> bool:
    """Sent 20 lorries of flour."""
    at = r.number.last
    return r.low[at:at + 1] == ["of"] and r.low[at + 1] in load_json("events")["relief"]


def _taken_along(r: Reading) -> bool:
    """60 migrants were taken to Karo; but: nine passengers were taken into the bush."""
    carried = r.letter == "W" and r.low[r.after:r.after + 1] != ["into"] and r.number.noun in load_json("events")["carried"]
    return carried and "hostage" not in r.low[r.after - 1:r.after + 1] and not by_captors(r)


def _off_a_bus(r: Reading) -> bool:
    """Eleven students were taken off a bus: by whom, and what for, is not told."""
    return not _RIDES.isdisjoint(r.low[r.after:r.after + 3])


def _trapped(r: Reading) -> bool:
    """Freed four people trapped in a lift; firefighters freed six passengers."""
    if not _TRAPPED.isdisjoint(r.low[r.number.last:r.number.last + 4]):
        return True
    first, last = r.context.doc.sents[r.context.doc.sentence_of(r.number.nfirst)]
    saved = r.item not in ("hostage", "prisoner") and not _SAVIOURS.isdisjoint(r.low[first:last])
    return saved and frozenset(load_json("senses")["captors"].split()).isdisjoint(r.context.doc.keys)


def _from_hospital(r: Reading) -> bool:
    """Were discharged from hospital."""
    return not _HOSPITALS.isdisjoint(r.low[r.after:r.after + 4])


def _treated(r: Reading) -> bool:
    """Nine were treated and released."""
    return "treated" in r.low[r.number.last:r.context.chunks.firsts[r.event_at]]


def _terms(r: Reading) -> bool:
    """A court handed prison terms to 37 men."""
    return not _TERMS.isdisjoint(r.low[r.after:r.after + 4])


def _handed_to(r: Reading) -> bool:
    """Handed parcels to 40 prisoners."""
    return r.low[r.number.first - 1] == "to"


def _losses(r: Reading) -> bool:
    """The brigade took 140 casualties in a week; a storm that took 29 lives."""
    return r.number.noun in _LOST


def _by_force(r: Reading) -> bool:
    """The forced transfer of children."""
    return r.number.noun not in MIGRANTS and not _BY_FORCE.isdisjoint(r.low[max(0, r.after - 3):r.after + 1])


def _cleared(r: Reading) -> bool:
    """12 villages were cleared: of people; but: was caught with a pistol."""
    words = load_json("events")
    if r.letter not in "WP" or r.verb not in words["active_only"] or r.construction.name == "cleared-of":
        return False
    return r.event != "detained" or not set(r.low[r.after:r.after + 1]) & set(words["caught"])


def _in_morgues(r: Reading) -> bool:
    """Hospitals received 52 bodies."""
    return among(r.context, r.number, load_json("events")["morgues"])


def _hurt_brought_in(r: Reading) -> bool:
    """Medics received nine bodies and 60 wounded people."""
    return _in_morgues(r) and not _KNOWN_HURT.isdisjoint(r.low[r.number.nlast:max(r.number.head, 0)])


def _hunted(r: Reading) -> bool:
    """The police search for two gunmen; but: the coastguard searches for two men."""
    words, noun = load_json("events"), r.number.noun
    return noun in words["wanted"] and not (
        noun in ("worker", "man") and (r.construction.name == "in-search-of" or among(
            r.context, r.number, [*words["buried"], *words["at_sea"]])))


def _by_police(r: Reading) -> bool:
    """Police rounded up nine men, took away two; two were led away by police; two spies were seized by the security service."""
    first, chunks = r.context.chunks.firsts[r.event_at], r.context.chunks
    if r.verb == "seize" and chunks.string[r.event_at + 1:r.event_at + 2] == "b" and r.letter in "WN":  # those seized by officers
        return any(r.low[last - 1] in _SERVICES for last in chunks.lasts[r.event_at + 2:r.event_at + 4])
    if not (r.verb in load_json("events")["hauls"] or r.verb == "take" and "away" in r.low[first:r.after]):
        return False
    by = r.low[r.after + 1:r.after + 4] if r.letter in "WP" and r.low[r.after:r.after + 1] == ["by"] else []
    return r.letter == "V" and r.low[first - 1] in _OFFICERS or not _OFFICERS.isdisjoint(by)


def _took_part(r: Reading) -> bool:
    """At least 15 attackers took part."""
    return r.number.noun in load_json("events")["escapes"]["who"]


def _taken_in(r: Reading) -> bool:
    """Nine more were taken in, in a text of arrests; but: 200 families were taken in by villagers."""
    told = r.letter in "WP" and r.number.noun not in _GUESTS and r.low[r.after:r.after + 1] != ["by"]
    return told and not _ARRESTS.isdisjoint(r.context.doc.keys)


def _aboard_shot_down(r: Reading) -> bool:
    """The plane, with 14 soldiers on board, was shot down: the plane was."""
    behind = r.low[r.number.last:r.number.last + 2]
    return r.low[r.after - 1] == "down" and (behind[:1] == ["aboard"] or behind == ["on", "board"])


def _put_to_death(r: Reading) -> bool:
    """Stopped a bus and shot 11 passengers after checking their identity cards, lined up six men and shot them: they are dead."""
    if not _HURT_BY_SHOTS.isdisjoint(r.low[r.number.last:r.number.last + _TO_LEAVE]):
        return False
    text = " ".join(r.low[slice(*r.context.doc.sents[r.context.doc.sentence_of(r.number.nfirst)])])
    return any(words in text for words in load_json("events")["executed"])


def _let_out_of_town(r: Reading) -> bool:
    """A truce let 900 people leave the besieged town; but: gunmen let nine women leave the house."""
    behind = r.low[r.number.last:r.number.last + _TO_LEAVE]
    if "leave" not in behind[:2]:
        return False
    return any(r.context.rules.items.get(word) in ("settlement", "region") or word in _PLACES_LEFT for word in behind)


def _of_casualties(r: Reading) -> bool:
    """A hospital took in 67 casualties."""
    return r.number.noun == "casualty"


def _forced_out(r: Reading) -> bool:
    """Forced out of their car."""
    return not set(load_json("events")["on_ground"]).isdisjoint(r.low[r.after:r.after + 4])


def _picked_up(r: Reading) -> bool:
    """The coastguard picked up 40 migrants at sea."""
    words, chunks = load_json("events"), r.context.chunks
    if chunks.string[r.event_at:r.event_at + 2] == "Wb" and any(
            r.context.rules.items.get(r.low[last - 1]) in ("ship", "helicopter") for last in chunks.lasts[r.event_at + 2:r.event_at + 4]):
        return True  # nine were picked up by fishing boats
    return r.number.noun in words["found_alive"] or among(r.context, r.number, words["at_sea"])


def _hurt(r: Reading) -> bool:
    """Three people were evacuated to hospital; but: nine wounded soldiers were."""
    number = r.number
    return to_hospital(r) and _KNOWN_HURT.isdisjoint(r.low[number.nlast:max(number.nlast + 3, number.head + 1)])


def _to_drills(r: Reading) -> bool:
    """40,000 men were moved there for exercises."""
    if "for" not in r.low[r.after:r.after + 5] or _DRILLS.isdisjoint(r.low[r.after:r.after + 7]):
        return False
    r.item = "soldier" if r.number.noun == "man" else r.item
    return True


def _few_taken_home(r: Reading) -> bool:
    """He took his two sons home."""
    first = r.context.chunks.heads[r.event_at]
    return "home" in (*r.low[first:r.after], *r.low[r.number.last:r.number.last + 1]) and (r.number.value or 0) < _FEW


def _to_another_jail(r: Reading) -> bool:
    """Vans carried 40 prisoners to court, in a text of no swap."""
    return _SWAPS.isdisjoint(r.context.doc.keys)


def _in_no_morgue(r: Reading) -> bool:
    """There are nine bodies in the choir; but: at the morgue."""
    return r.construction.name == "has-bodies" and frozenset(load_json("events")["morgues"]).isdisjoint(
        r.low[r.number.last:r.number.last + _TO_MORGUE])


_NONE = ""
_ANY = ()
# events ("": none yet), verbs of the event word, items, a test, and what it is then: an event, none, or (None) what the test has set itself
_TURNS: tuple[tuple[tuple[str, ...], Collection[str], Collection[str], Callable[[Reading], bool] | None, str | None], ...] = (
    (("killed", "missing"), _ANY, _ANY, _found_alive, _NONE),
    (("launched",), ("engage",), _ANY, engaged_by_defences, _NONE),
    (_ANY, ("engage",), ("vehicle",), _engines, "deployed"),
    (("returned", "participated", "killed"), tuple(SO_MANY), _ANY, bare_sum, _NONE),
    (("rescued",), ("pull",), _ANY, withdrew, _NONE),
    (("held",), ("hold",), _ANY, _has_room, _NONE),
    (("held",), ("keep",), _ANY, kept_in, "wounded"),
    (("held",), ("hold",), PEOPLE, _holds_out, _NONE),
    (("held",), ("hold",), _HARMED, arrested, "detained"),
    (("held",), ("hold",), (*_HARMED, "hostage"), found_held, "rescued"),
    (("", "captured", "deployed", "returned"), (*CARRIED, "move", "transfer"), PEOPLE - {"body"}, stranded, "evacuated"),
    (("captured",), ("take",), _ANY, _the_same_moved, _NONE),
    (("",), ("destroy",), ("soldier",), _foes, "killed"),
    (("", "captured", "deployed", "wounded"), CARRIED, (*_HARMED, "prisoner"), _of_the_freed, "returned"),
    (("", "captured", "deployed"), CARRIED, _HARMED, to_hospital, "wounded"),
    (("",), _ANY, PEOPLE, taken_by, "captured"),
    (("",), ("take",), PEOPLE - {"body"}, take_them, "captured"),
    (("", "killed"), CARRIED, ("body",), _to_their_land, "returned"),
    (("",), ("bring", "take"), ("body",), to_morgue, "killed"),
    (("", "captured", "returned"), ("bring", "land", "take", "carry", "disembark"), PEOPLE - {"body"}, by_rescuers, "rescued"),
    (("killed",), ("bring",), ("body",), _not_to_morgue, _NONE),
    (("returned",), ("carry", "ferry", "bus"), ("prisoner",), _to_another_jail, _NONE),
    (("killed",), _ANY, ("body",), _remains, _NONE),
    (("killed",), _ANY, ("body",), _in_no_morgue, _NONE),
    (("outage",), ("cut", "deprive"), _ANY, cut_off, _NONE),
    (("destroyed",), _ANY, _ANY, targets, None),
    (("destroyed",), ("fell",), ("drone", "missile", "rocket"), None, "intercepted"),  # felled 61 drones
    (("captured", "returned", "rescued"), ("take", "bring", "carry"), _ANY, _hurt_workers, _NONE),
    (("rescued", "deployed", "evacuated", "missing", "returned", "killed"), _ANY, PEOPLE, _of_people, None),
    (("wounded",), ("treat",), _ANY, _of_the_sick, _NONE),
    (("returned", "evacuated", "deployed", "captured"), ("transfer", "move", "fly", "bring", "take", "send", "shift"), _ANY,
     _of_the_injured, _NONE),
    (("rescued",), ("pull",), ("soldier",), _troops_out, _NONE),
    (("deployed",), ("move",), ("person", "child", "civilian"), None, "evacuated"),  # we would have to move 400,000 people
    (("evacuated",), ("move",), ("person",), _to_drills, "deployed"),
    (("deployed",), ("send", "dispatch"), ("tank", "armoured_vehicle", "air_defence_system"), asked_of, "provided"),
    (("deployed",), ("arrive",), ("tank", "armoured_vehicle", "air_defence_system", "aircraft"), of_promises, "provided"),
    (("deployed", "held"), ("keep",), _ANY, kept_in_hospital, "wounded"),
    (("deployed",), ("send",), ("person", "child"), refugees, _NONE),
    (("deployed",), ("send",), ("person", "child"), migrants, "returned"),
    (("wounded",), ("shoot",), _ANY, shot_at, _NONE),
    (("wounded",), ("shoot",), PEOPLE, _aboard_shot_down, _NONE),
    (("wounded",), ("shoot",), PEOPLE, _put_to_death, "killed"),
    (("returned",), ("let",), _HARMED, _let_out_of_town, "evacuated"),
    (_ANY, ("give",), _ANY, gave_a_figure, _NONE),
    (("captured",), ("take",), _ANY, _by_ambulance, "wounded"),
    (("captured",), ("take",), _ANY, to_haven, "evacuated"),
    (("captured",), ("take",), _ANY, evacuees, "evacuated"),
    (("deployed",), _ANY, ("vehicle",), _of_relief, "provided"),
    (("captured",), ("take",), _ANY, _taken_along, _NONE),
    (("captured",), ("take",), PEOPLE | {"household"}, took_things_from, _NONE),
    (("captured",), ("take",), _ANY, by_smugglers, _NONE),
    (("captured",), ("take",), _ANY, by_craft, _NONE),
    (("returned",), ("bring", "take", "carry", "return"), PEOPLE - {"body"}, from_the_sea, "rescued"),
    (("rescued",), ("take",), PEOPLE, _off_a_bus, _NONE),
    (("returned",), ("free",), _ANY, _trapped, "rescued"),
    (("provided", "deployed"), ("order",), _ANY, ordered_off, _NONE),
    (("hit",), ("hit", "strike", "batter"), ("home", "building", "household"), by_nature, "damaged"),
    (("seized",), ("take",), ("home", "building"), by_nature, "destroyed"),
    (("returned",), ("transfer",), ("soldier",), _troops_moved, "deployed"),
    (("returned",), ("release", "discharge"), PEOPLE, _from_hospital, _NONE),
    (("returned",), ("release", "discharge"), PEOPLE, _treated, "wounded"),
    (("returned",), ("hand",), _ANY, _terms, _NONE),
    (("provided",), _ANY, _ANY, plundered, _NONE),
    (("returned",), _HANDED, _ANY, _handed_to, _NONE),
    (("returned",), ("take",), ("person", "child", "civilian", "worker"), _few_taken_home, _NONE),
    (("returned", "captured"), _ANY, _ANY, _losses, _NONE),
    (("returned",), _ANY, _ANY, _by_force, "captured"),
    (("seized", "detained"), _ANY, _ANY, _cleared, _NONE),
    (("returned",), ("receive",), ("body",), _in_morgues, "killed"),
    (("returned",), ("receive", "get"), PEOPLE - {"body"}, _hurt_brought_in, "wounded"),
    (("missing",), ("search", "look", "hunt"), _ANY, _hunted, _NONE),
    (("participated",), _ANY, _ANY, no_strike, _NONE),
    (("captured",), _ANY, _ANY, _by_police, "detained"),
    (("detained",), _ANY, PEOPLE, by_captors, "captured"),
    (("deployed",), ("take",), _ANY, _took_part, _NONE),
    (("displaced",), ("take",), ("person", "child", "worker"), _taken_in, "detained"),
    (("displaced",), ("take",), _ANY, _of_casualties, "casualties"),
    (("displaced",), _ANY, _ANY, escapes, _NONE),
    (("displaced",), ("force",), _ANY, _forced_out, _NONE),
    (("detained",), ("pick",), _ANY, _picked_up, "rescued"),
    (("evacuated",), _ANY, PEOPLE, _hurt, "wounded"),
    (("evacuated",), ("lead", "guide", "help"), PEOPLE, _out_of_the_fire, "rescued"),
    (("participated",), ("come",), PEOPLE, _from_captors, "returned"),
    (("provided",), ("deliver",), _FIRED, by_air_strikes, "launched"),
    (("launched",), _ANY, _ANY, stored, _NONE),
    (("launched",), _ANY, _ANY, noticed, None),
    (("launched",), ("arrive",), _ANY, of_deliveries, "provided"),
    (("launched", "deployed"), _ANY, _ANY, given, "provided"),
    (("launched",), ("send", "ship", "dispatch"), ("weapon",), guns, "deployed"),
    (("wounded",), ("send",), ("worker", "soldier"), to_work_there, "deployed"),
    (("deployed",), ("send", "dispatch", "ship"), ARMS, on_top_of_aid, "provided"),
    (("launched",), _ANY, ("weapon",), guns, _NONE),
    (("hit",), ("send",), _ANY, with_people, _NONE),
    (("hit",), _ANY, ("weapon",), aerial_targets, "intercepted"),
    (("hit",), _ANY, ("weapon",), targets_struck, None),
    (("suppressed",), ("lose",), ("drone",), by_owner, "destroyed"),
    (("intercepted",), _ANY, _ANY, jammed, "suppressed"),
)


@cache
def _turns_of(event: str) -> list[tuple[int, Collection[str], Collection[str], Callable[[Reading], bool] | None, str | None]]:
    """What is asked of a reading of an event, with its place in the table."""
    return [(k, *turn[1:]) for k, turn in enumerate(_TURNS) if not turn[0] or event in turn[0]]
