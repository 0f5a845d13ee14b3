"""What the words beside a number and its event word make of a verb that has more than one meaning: taken to hospital, given to an ally."""

from __future__ import annotations

from newsfacts.actors import side_of
from newsfacts.claims.context import Context, frames_at, lemma_of
from newsfacts.claims.elided import nouns_before
from newsfacts.claims.items import PEOPLE, item_of
from newsfacts.drafts import Number
from newsfacts.late import late
from newsfacts.lexicon import load_json
from newsfacts.rules import Frame

_CLOSE = 12  # tokens between a group and those of it
_NO_PLACE = frozenset("by from as while when and but on in near . , ; like during after several repeatedly twice again".split())
_OFFERS = frozenset("consider plan pledge agree promise decide approve offer weigh".split())
_AID = frozenset("deliver delivery deliveries delivered donate donated donation pledged package packages".split())
_AIMED = frozenset("at into against toward towards over on".split())
_SHOT_AT = PEOPLE | {"vehicle", "aircraft", "helicopter", "ship"}
_MANY = 100  # people who flee on foot: no gang
_SAME = frozenset(("facility", "facilities"))  # what a hospital that has been named is called then
_HURT = frozenset("wounded injured sick patients casualties".split())
_HOSPITALS = frozenset(("hospital", "hospitals", "clinic", "clinics", "infirmary"))
_NO_WAY = frozenset((".", ",", ";", "and", "in", "near", "at", "where", "outside", "from", "protect", "guard", "help", "build"))
_CARRIED = frozenset(("take", "bring", "carry", "rush", "fly", "drive", "ferry", "airlift", "transport"))
_GIVEN = frozenset("shell tank armoured_vehicle vehicle air_defence_system weapon".split())
_BY = late(r"(?:[nt]?[zNAQ]){0,4}b")  # taken off two buses by armed men
_NOWHERE = (".", ";", ",", "and", "before", "during")
_DRAGGED = ("take", "pull", "drag", "haul", "bring")
_KIDNAPPED = frozenset(("kidnapped", "abducted", "hostage", "hostages", "captive", "captives", "ambushed"))
_ON = 40  # tokens from those who are moved first to the others
_LED_OUT = ("bring", "pull", "take", "get")
_STAFF = frozenset(("staff", "staffer", "staff member", "employee", "expatriate", "expat", "diplomat", "worker"))
_OWN = ("its", "their", "his", "her")
_WRECKED = frozenset("crushed mangled crumpled wrecked burning collapsed flooded overturned capsized stricken derailed".split())
_LOCALS = frozenset(("inhabitant", "resident", "villager", "family", "civilian", "refugee", "household", "farmer"))
_TRAVEL = frozenset("train trains bus buses plane planes traffic jam jams airport terminal queue queues motorway".split())


def planes(context: Context, i: int, event_at: int) -> bool:
    """Whether fighters are planes: those that are shot down, or told beside bombers."""
    chunks, low = context.chunks, context.doc.low
    down = {low[t] for t in (chunks.heads[event_at] + 1, chunks.lasts[i]) if t < len(low)}
    if lemma_of(context, event_at) in ("down", "scramble") or "down" in down and lemma_of(context, event_at) in ("shoot", "bring"):
        return True
    beside = (context.number_at.get(j) for j in range(max(0, i - 3), i + 4) if j != i)
    return any(n is not None and item_of(context.doc, n, context.rules) in ("aircraft", "helicopter") for n in beside)


def to_hospital(context: Context, number: Number, event_at: int) -> bool:
    """Whether people who were moved are hurt: "moved to a ward in critical condition" (but not patients)."""
    low, last = context.doc.low, context.chunks.lasts[event_at]
    after = low[last:last + 10]
    way = after[after.index("to"):after.index("to") + 7] if "to" in after else []
    moved = not _HOSPITALS.isdisjoint(way) and not {"from", "through"}.intersection(after) and _NO_WAY.isdisjoint(
        way[:next(k for k, word in enumerate(way) if word in _HOSPITALS)])
    return number.noun != "patient" and (moved or any(after[k:k + 3] == ["in", kind, "condition"] for k, kind in enumerate(after[1:])))


def known_hurt(context: Context, number: Number) -> bool:
    """Whether the words of a number tell that they are hurt: of nine wounded soldiers it is told that they were brought away."""
    return not _HURT.isdisjoint(context.doc.low[number.nlast:max(number.nlast + 3, number.head + 1)])


def carried_to_hospital(context: Context, number: Number, event_at: int) -> bool:
    """Whether people were taken, flown or driven there: they are hurt."""
    return lemma_of(context, event_at) in _CARRIED and to_hospital(context, number, event_at)


def to_haven(context: Context, event_at: int) -> bool:
    """Whether people were "taken to a reception centre" or "to shelters", by nobody who is told."""
    chunks, low, words = context.chunks, context.doc.low, load_json("events")
    after = low[chunks.lasts[event_at]:chunks.lasts[event_at] + 6]
    if chunks.string[event_at] != "W" or after[:1] != ["to"] or chunks.string[event_at + 1:event_at + 6].partition(".")[0].find("b") >= 0:
        return False
    return not frozenset(words["havens"]).isdisjoint(after) and frozenset(words["jails"]).isdisjoint(after)


def evacuees(context: Context, number: Number, event_at: int) -> bool:
    """Whether "110 others were taken to Karo" goes on with a flight told before, by nobody who is told."""
    chunks, low = context.chunks, context.doc.low
    if chunks.string[event_at] != "W" or number.head >= 0 and number.noun != "other" or low[chunks.lasts[event_at]] != "to":
        return False
    led = frozenset(load_json("events")["leaving"]) - {"embassy", "nationals"}
    by = "b" in chunks.string[event_at + 1:event_at + 6].partition(".")[0]
    return not by and not led.isdisjoint(low[max(0, number.first - _ON):number.first])


def to_morgue(context: Context, event_at: int) -> bool:
    """Whether bodies are brought where the dead are counted: to a morgue, to hospital, or just "brought in" or "up"."""
    low, last = context.doc.low, context.chunks.lasts[event_at]
    after = low[last:last + 8]
    if low[context.chunks.particles[event_at]] == "up" and context.chunks.particles[event_at] > 0:
        return True  # divers brought up nine bodies
    hospitals = frozenset(load_json("events")["morgues"])
    if not _SAME.isdisjoint(after[:3]) and not hospitals.isdisjoint(context.doc.keys):
        return True  # the head of the hospital said nine bodies had been brought to the facility
    brought_in = after[:1] == ["in"] and after[1:2] and after[1] in (".", ",", ";", "on", "and", "from", "by", "since", "overnight")
    return bool(brought_in) or not hospitals.isdisjoint(after)


def buries(context: Context, number: Number, event_at: int) -> bool:
    """Whether the dead are buried by people, not the living by what falls on them: "residents buried 14 neighbours"."""
    chunks, at = context.chunks, event_at - 1
    if number.noun in ("victim", "body", "corpse"):
        return True
    while at >= 0 and chunks.string[at] in "zDvV":  # helped to bury
        at -= 1
    if chunks.string[event_at] in "WP":
        return context.doc.keys.isdisjoint(load_json("events")["burying"])  # nine pupils were buried on Sunday
    if at < 0 or chunks.string[event_at] not in "VI":
        return False
    word = context.doc.low[chunks.lasts[at] - 1]
    mourners = word in load_json("events")["mourners"]
    return chunks.string[at] == "U" and word != "it" or chunks.string[at] in "NA" and (mourners or context.rules.items.get(word) in PEOPLE)


def given(context: Context, number: Number, i: int, event_at: int, item: str) -> bool:
    """Whether weapons sent "to Norland" are aid: heavy ones, and those that are yet to go."""
    chunks, low = context.chunks, context.doc.low
    if lemma_of(context, event_at) not in ("send", "ship", "dispatch"):
        return False
    to_whom = chunks.string[event_at + 1:i].strip("zD") if event_at < i else ""
    if to_whom == "A" and item not in PEOPLE and side_of(context.doc.words(chunks.firsts[i - 1], chunks.lasts[i - 1])):
        return True  # sent Norland 40 drones
    offering = chunks.string[event_at] in "GI" and event_at > 0 and lemma_of(context, event_at - 1) in _OFFERS
    if offering and not _AID.isdisjoint(context.doc.keys) and _AIMED.isdisjoint(low[number.last:number.last + 1]):
        return True  # is considering sending 12 missiles, where deliveries are told of
    if low[number.last:number.last + 1] != ["to"]:  # has sent 40,000 shells; but: sent 40 shells into the town
        return item in ("shell", "weapon", "rocket") and low[number.last:number.last + 1] in ([","], ["."], ["and"], ["more"], ["so"])
    to = number.last + 1
    if to >= len(low) or context.rules.tagger[context.doc.forms[to]] == "t" or not context.doc.forms[to][0].isupper():
        return False  # to the border
    group = low[chunks.firsts[event_at]:chunks.lasts[event_at]]
    going = len(group) > 1 and group[0] in ("will", "to", "would", "is", "are", "may", "could") or chunks.string[event_at] in "IG"
    return item in _GIVEN or going and item in ("drone", "missile", "rocket", "bomb")


def shot_at(context: Context, event_at: int) -> bool:
    """Whether people were "shot at by gunmen" or "shot at the patrol" themselves (but not "shot at a bar")."""
    low, chunks = context.doc.low, context.chunks
    last = chunks.lasts[event_at]
    if low[last:last + 1] != ["at"]:
        return False
    aim = low[chunks.lasts[event_at + 2] - 1] if chunks.string[event_at] == "P" and event_at + 2 < len(chunks.lasts) else ""
    aimed = aim in load_json("events")["them"] or context.rules.items.get(aim) in _SHOT_AT or aim in ("patrol", "checkpoint", "convoy")
    return aimed or not _NO_PLACE.isdisjoint(low[last + 1:last + 2])


def taken_by(context: Context, event_at: int) -> bool:
    """Whether people were "taken by gunmen" (but not "by bus"), or just taken where captors are told of."""
    chunks, low = context.chunks, context.doc.low
    if chunks.string[event_at] != "W" or low[chunks.heads[event_at]] != "taken":
        return False
    if chunks.string[event_at + 1:event_at + 2] in tuple(".,;&"):  # nobody was hurt but 40 women were taken
        return not context.doc.keys.isdisjoint(load_json("events")["captors"])
    if chunks.string[event_at + 1:event_at + 2] != "b":
        return False
    return event_at + 2 < len(chunks.lasts) and (
        context.rules.items.get(low[chunks.lasts[event_at + 2] - 1]) == "soldier" or by_captors(context, event_at))


_SUBJECTS = late(r"[NAU](?=[zD]{0,6}[VvPpWB])")
_REACH = 6  # tokens
_ALONG = (["with", "them"], ["with", "him"], ["along", "with"])


def take_them(context: Context, number: Number, event_at: int) -> bool:
    """Whether captors took people, and nothing tells where to: "gunmen took 20 men and two cars", "they took 20 men." in a text of such;
    or "with them"."""
    chunks, low = context.chunks, context.doc.low
    if chunks.string[event_at] not in "VG" or low[number.last] not in _NOWHERE and low[number.last:number.last + 2] not in _ALONG:
        return False
    begins = event_at - 1
    if chunks.string[begins:event_at] == "U" and low[chunks.firsts[begins]] == "they":
        return not context.doc.keys.isdisjoint(load_json("events")["captors"])
    if chunks.string[begins:event_at] in ("&", ",") and "with" in low[number.last:number.last + _REACH]:
        subjects = [*_SUBJECTS.finditer(chunks.string, chunks.string.rfind(".", 0, event_at) + 1, event_at)]
        return len(subjects) == 1 and _captors(context, subjects[0].start())  # gunmen fled, taking nine men with them
    return by_captors(context, event_at)


def turned(context: Context, number: Number, event_at: int, event: str) -> str | None:
    """What words behind make of an event of people: "dug out two workers dead", "rebels kept nine nurses", "stuck on
    trains", "took 14 out alive", "lost two drivers to kidnappers"."""
    low, after = context.doc.low, context.chunks.lasts[event_at]
    near = (*low[number.last:number.last + 2], *low[after - 1:after + 1])
    if event == "rescued" and ("dead" in (*near[:1], *near[-2:])):
        return "killed"
    if event == "deployed" and lemma_of(context, event_at) == "keep" and by_captors(context, event_at):
        return "held"
    if event in ("rescued", "evacuated") and lemma_of(context, event_at) in _DRAGGED and by_captors(context, event_at):
        return "captured"  # were taken off two buses by armed men
    if event == "missing" and lemma_of(context, event_at) == "stick" and not _TRAVEL.isdisjoint(low[after:after + 5]):
        return "participated"
    if event == "evacuated" and "alive" in near:
        return "rescued"
    if event == "rescued" and number.noun in _STAFF and lemma_of(context, event_at) == "pull" and (
            context.chunks.string[event_at] in "VIG") and (
            low[number.first - 1] in _OWN or context.doc.keys.isdisjoint(load_json("events")["scenes"])):
        return "evacuated"  # the agency pulled out its nine foreign staff
    if event == "rescued" and lemma_of(context, event_at) in _LED_OUT:  # the embassy would bring 900 nationals out of the country
        words, keys = load_json("events"), context.doc.keys
        return "evacuated" if not keys.isdisjoint(words["leaving"]) and keys.isdisjoint(words["scenes"]) else None
    if event == "returned" and lemma_of(context, event_at) == "free" and any(
            low[end:end + 1] == ["from"] and not _WRECKED.isdisjoint(low[end + 1:end + 5]) for end in (number.last, after)):
        return "rescued"  # freed nine passengers from the crushed carriage
    if event == "killed" and low[after:after + 2] in (["but", "survived"], ["but", "lived"]):
        return "wounded"  # a boy was trampled but survived
    if event == "killed" and lemma_of(context, event_at) == "lose" and low[number.last:number.last + 1] == ["to"] and (
            low[number.last + 1:number.last + 2] in (["kidnappers"], ["abductors"], ["kidnapping"], ["kidnap"])):
        return "captured"
    return None


def by_captors(context: Context, event_at: int) -> bool:
    """Whether those who detain are no authority: "detained by gunmen", "rebels detained three nurses"."""
    chunks, at = context.chunks, event_at - 1
    if chunks.string[event_at] in "WP":
        by = _BY.match(chunks.string, event_at + 1)
        at = by.end() if by else -1
    else:
        while at >= 0 and chunks.string[at] in "zD":
            at -= 1
    return at >= 0 and chunks.string[at:at + 1] in tuple("NA") and _captors(context, at)


def _captors(context: Context, at: int) -> bool:
    """Whether a chunk names people who hold others against the law."""
    chunks = context.chunks
    words = context.doc.low[chunks.firsts[at]:chunks.lasts[at]]
    captors = load_json("events")["captors"]
    members = words[-1] == "members" and len(words) > 1 and words[-2] in captors  # of the militia
    return words[-1] in captors or members or words[-2:] in (["armed", "men"], ["armed", "group"])


def escapes(context: Context, number: Number, event_at: int) -> bool:
    """Whether those who flee do so from a crime, or from those who hold them: "three armed robbers fled", "two men fled the scene",
    "one of the captives escaped"."""
    words, low, last = load_json("events")["escapes"], context.doc.low, context.chunks.lasts[event_at]
    first = context.doc.sents[context.doc.sentence_of(number.nfirst)][0]
    if number.head < 0 and not _KIDNAPPED.isdisjoint(low[first:number.first]):
        return True  # two tourists were kidnapped; one managed to flee
    if low[last:last + 1] == ["with"] and not set(words["hurt"]).isdisjoint(low[last + 1:last + 4]):
        return True  # two escaped with bruises
    of_those = low[number.nlast:number.nlast + 2] == ["of", "the"] and number.noun != "people"
    if (of_those or lemma_of(context, event_at) == "escape") and not context.doc.keys.isdisjoint(words["captive"]):
        return True  # fifty of the children fled
    if number.head < 0 and next(nouns_before(context, number), None) == "soldier":
        return True  # five gunmen were killed, three fled
    if low[number.nlast:number.nlast + 2] in (["of", "whom"], ["of", "them"]) and any(
            other.noun in words["who"] for other in context.numbers if number.nfirst - _CLOSE < other.nfirst < number.nfirst):
        return True  # is looking for three suspects, one of whom fled to Norland
    if number.noun in _LOCALS:
        return False  # some 900 inhabitants fled on foot
    return number.noun in words["who"] or not set(words["how"]).isdisjoint(low[number.nlast:max(number.head, 0)]) or (
        " ".join(low[last:last + 2]) in words["where"] and low[last + 2:last + 3] != ["to"] and (number.value or 0) < _MANY)


def without_hosts(context: Context, number: Number, event_at: int, i: int, frames: list[Frame]) -> list[Frame]:
    """The frames without "displaced" where the verb tells it of refugees only ("hosts a million refugees") and others are counted."""
    words = load_json("events")
    if number.noun in words["refugees"] or lemma_of(context, event_at) not in words["hosts"]:
        return frames
    if frames_at(context, event_at, i, phrase=True):
        return frames
    return [f for f in frames if f.event != "displaced"]
