"""What the words beside a number and its event word make of a verb that has more than one meaning: taken to hospital, given to an ally."""

from __future__ import annotations

from newsfacts.actors import side_of
from newsfacts.claims.context import Context, Reading, frames_at, lemma_of, of_them
from newsfacts.claims.elided import nouns_before
from newsfacts.claims.items import PEOPLE, item_of
from newsfacts.drafts import Number
from newsfacts.late import late
from newsfacts.lexicon import load_json
from newsfacts.rules import Frame

_ARRESTS = frozenset("police policemen arrest arrests arrested detectives officers suspects custody prosecutors gang murder".split())
_RAIDS = frozenset("raid raids crackdown crackdowns sweep sweeps swoop swoops".split())
_RAID_NEAR = 5  # tokens
_CLOSE = 12  # tokens between a group and those of it
_NO_PLACE = frozenset("by from as while when and but on in near . , ; like during after several repeatedly twice again".split())
_OFFERS = frozenset("consider plan pledge agree promise decide approve offer weigh".split())
_AID = frozenset("deliver delivery deliveries delivered donate donated donation pledged package packages".split())
_AIMED = frozenset("at into against toward towards over on".split())
_SHOT_AT = PEOPLE | {"vehicle", "aircraft", "helicopter", "ship"}
_MANY = 100  # people who flee on foot: no gang
_FRONTED = 7  # tokens of "of the 21 people injured,"
_HURT = frozenset(("injured", "wounded", "hurt"))
_THE_REST = (["the", "other"], ["the", "remaining"])
_TREATED = frozenset("admitted treated hospital hospitals hospitalised hospitalized clinic treatment".split())
_UP = frozenset(("surface", "ashore"))
_SAME = frozenset(("facility", "facilities"))  # what a hospital that has been named is called then
_HOSPITALS = frozenset(("hospital", "hospitals", "clinic", "clinics", "infirmary"))
_CARE = _HOSPITALS | {"treated", "injured", "injuries", "hurt", "treatment"}
_FOR_A_NIGHT = frozenset(("overnight", "for"))
_ARRESTED = frozenset(("arrested", "arrests", "arrest", "detained", "detentions"))
_RUINS = frozenset(("dug", "rubble", "debris", "ruins", "wreckage"))
# so many are no people
SO_MANY = {"lose": 100_000_000, "get": 100_000, "receive": 100_000, "draw": 10_000_000, "attract": 10_000_000}
_NOT_HURT = frozenset(("patient", "medic", "doctor", "nurse", "surgeon", "paramedic"))  # flew in 40 medics to set up a hospital
_NO_WAY = frozenset((".", ",", ";", "and", "in", "near", "at", "where", "outside", "from", "protect", "guard", "help", "build"))
CARRIED = frozenset(("take", "bring", "carry", "rush", "fly", "drive", "ferry", "airlift", "transport"))
_BROUGHT_IN = frozenset(("person", "people", "civilian", "child", "man", "woman", "boy", "girl", "victim", "other"))
MIGRANTS = frozenset("migrant immigrant refugee seeker".split())
_GIVEN = frozenset("shell tank armoured_vehicle vehicle air_defence_system weapon".split())
_SENT_LATER = ("drone", "missile", "rocket", "bomb")
_SO_SENT = ([","], ["."], [";"], ["by"], ["this"], ["next"], ["before"], ["within"], ["as"], ["worth"], ["more"])
_SEASONS = frozenset("winter summer spring autumn year years months weeks coming next".split())
_ATTACKS = "attack attacks strike strikes wave waves salvo barrage raid raids swarm swarms enemy target targets overnight night".split()
_BY = late(r"(?:[nt]?[zDNAQ]){0,4}b")  # taken off two buses by armed men
_NOWHERE = (".", ";", ",", "and", "before", "during")
_FOUND = frozenset(("found", "discovered"))
_KIDNAPPED = frozenset(("kidnapped", "abducted", "hostage", "hostages", "captive", "captives", "ambushed"))
_CAPTURE = frozenset(
    "abducted abduct abductions kidnapped kidnappings hostage hostages captive captives captivity captured ransom enslaved".split())
_TIMES = (["since"], ["during"])
_TAKEN = frozenset(("taken", "seized", "captured"))
_ON = 40  # tokens from those who are moved first to the others
_SUBJECTS = late(r"[NAU](?=[zD]{0,6}[VvPpWB])")
_ALONG = (["with", "them"], ["with", "him"], ["along", "with"])
_LOCALS = frozenset(("inhabitant", "resident", "villager", "family", "civilian", "refugee", "household", "farmer"))


def arrested(r: Reading) -> bool:
    """Whether those held were arrested: "nine held in raids on smugglers", "six held as police storm house", in a text of police."""
    keys, behind = r.context.doc.keys, r.low[r.after:r.after + _RAID_NEAR]
    if r.letter not in "WP" or keys.isdisjoint(_ARRESTS) or not keys.isdisjoint(_CAPTURE):
        return False
    raided = behind[:1] in (["in"], ["during"]) and not _RAIDS.isdisjoint(behind)
    return raided or r.letter == "P" and behind[:1] == ["as"] and not _ARRESTS.isdisjoint(behind)


def migrants(r: Reading) -> bool:
    """The government plans to send 900 migrants to Karo."""
    return r.number.noun in MIGRANTS


def refugees(r: Reading) -> bool:
    """The agency sent 900 refugees blankets, sent 40 asylum seekers to Karo: whose land that is is not told."""
    return r.number.noun in load_json("events")["refugees"]


def planes(context: Context, i: int, event_at: int) -> bool:
    """Whether fighters are planes: those that are shot down, or told beside bombers."""
    chunks, low = context.chunks, context.doc.low
    down = {low[t] for t in (chunks.heads[event_at] + 1, chunks.lasts[i]) if t < len(low)}
    if lemma_of(context, event_at) in ("down", "scramble") or "down" in down and lemma_of(context, event_at) in ("shoot", "bring"):
        return True
    beside = (context.number_at.get(j) for j in range(max(0, i - 3), i + 4) if j != i)
    return any(n is not None and item_of(context.doc, n, context.rules) in ("aircraft", "helicopter") for n in beside)


def to_hospital(r: Reading) -> bool:
    """Whether people who were moved are hurt: "moved to a ward in critical condition" (but not patients, nor "a stranger took a car and
    drove him to hospital")."""
    if r.letter == "V" and r.i < r.event_at:
        return False
    low, last = r.low, r.after
    after = low[last:last + 10]
    way = after[after.index("to"):after.index("to") + 7] if "to" in after else []
    moved = not _HOSPITALS.isdisjoint(way) and not {"from", "through"}.intersection(after) and _NO_WAY.isdisjoint(
        way[:next(k for k, word in enumerate(way) if word in _HOSPITALS)])
    condition = any(after[k:k + 3] == ["in", kind, "condition"] for k, kind in enumerate(after[1:]))
    brought = r.letter == "W" and after[:1] == ["in"] and after[1:2] in ([","], ["."], [";"], ["after"], ["with"]) and (
        r.number.noun in _BROUGHT_IN and among(r.context, r.number, list(_HOSPITALS)))  # a hospital where 62 people were brought in
    return r.number.noun not in _NOT_HURT and (moved or condition or brought or _others_hurt(r, after))


def bare_sum(r: Reading) -> bool:
    """Sudan got 1.9 billion; a firm lost 2.3 billion: no people."""
    return r.number.head < 0 and r.number.unit is None and (r.number.value or 0) >= SO_MANY[r.verb]


def withdrew(r: Reading) -> bool:
    """Two of the three bidders pulled out, in a text of no rubble."""
    return r.letter == "P" and r.low[r.after - 1] == "out" and r.low[r.after:r.after + 1] in ([], ["."], [","], [";"]) and (
        _RUINS.isdisjoint(r.context.doc.keys))


def kept_in(r: Reading) -> bool:
    """Nine were treated; four were kept in overnight, in a text of no arrests."""
    keys = r.context.doc.keys
    return r.letter == "W" and r.low[r.after:r.after + 1] == ["in"] and r.low[r.after + 1] in _FOR_A_NIGHT and (
        _ARRESTED.isdisjoint(keys) and not _CARE.isdisjoint(keys))


def to_work_there(r: Reading) -> bool:
    """The ministry sent 12 nurses to a hospital; but: the crash sent 12 nurses to hospital."""
    senders = r.context.chunks.string[max(0, r.event_at - 1):r.event_at]
    return senders in ("A", "U") and r.letter == "V" and r.event_at < r.i or r.letter == "I"


def kept_in_hospital(r: Reading) -> bool:
    """Doctors kept nine of them in hospital; but: the ministry kept 900 staff at hospitals."""
    low = r.low
    for last in (r.number.last, r.after):
        at = next((t for t in range(last, last + 4) if low[t:t + 1] == ["in"]), -1)
        if at >= 0 and not _HOSPITALS.isdisjoint(low[at + 1:at + 4]) and r.number.noun not in _NOT_HURT and (
                r.item in PEOPLE or of_them(r.context, r.number)):
            r.item = r.item if r.item in PEOPLE else "person"  # the girls came in buses; doctors kept six of them in hospital
            return True
    return False


def _others_hurt(r: Reading, after: list[str]) -> bool:
    """Of the 21 hurt, 12 were taken to Karo; 18 of the injured were admitted. The other seven were taken to Velm."""
    low, doc, first = r.low, r.context.doc, r.number.nfirst
    if r.letter != "W" or r.number.head >= 0 or after[:1] != ["to"]:
        return False
    index = doc.sentence_of(first)
    begins = doc.sents[index][0]
    if low[begins:begins + 2] == ["of", "the"] and first - begins < _FRONTED:
        return not _HURT.isdisjoint(low[begins:first])
    before = low[doc.sents[max(0, index - 1)][0]:first]
    if not doc.keys.isdisjoint(load_json("events")["captors"]):
        return False
    return low[first - 2:first] in _THE_REST and not _HURT.isdisjoint(before) and not _TREATED.isdisjoint(before)


def to_haven(r: Reading) -> bool:
    """Whether people were "taken to a reception centre" or "to shelters", by nobody who is told."""
    chunks, low, words = r.context.chunks, r.low, load_json("events")
    after = low[r.after:r.after + 6]
    if r.letter != "W" or after[:1] != ["to"] or chunks.string[r.event_at + 1:r.event_at + 6].partition(".")[0].find("b") >= 0:
        return False
    return not frozenset(words["havens"]).isdisjoint(after) and frozenset(words["jails"]).isdisjoint(after)


def evacuees(r: Reading) -> bool:
    """Whether "110 others were taken to Karo" goes on with a flight told before, by nobody who is told."""
    chunks, low = r.context.chunks, r.low
    if r.letter != "W" or r.number.head >= 0 and r.number.noun != "other" or low[r.after] != "to":
        return False
    led = frozenset(load_json("events")["leaving"]) - {"embassy", "nationals"}
    by = "b" in chunks.string[r.event_at + 1:r.event_at + 6].partition(".")[0]
    return not by and not led.isdisjoint(low[max(0, r.number.first - _ON):r.number.first])


def to_morgue(r: Reading) -> bool:
    """Whether bodies are brought where the dead are counted: to a morgue, to hospital, or just "brought in" or "up"."""
    low, last = r.low, r.after
    after = low[last:last + 8]
    if low[r.context.chunks.particles[r.event_at]] == "up" and r.context.chunks.particles[r.event_at] > 0:
        return True  # divers brought up nine bodies
    if not _UP.isdisjoint(after):
        return True  # brought nine bodies to the surface
    hospitals = frozenset(load_json("events")["morgues"])
    if not _SAME.isdisjoint(after[:3]) and not hospitals.isdisjoint(r.context.doc.keys):
        return True  # the head of the hospital said nine bodies had been brought to the facility
    brought_in = after[:1] == ["in"] and after[1:2] and after[1] in (".", ",", ";", "on", "and", "from", "by", "since", "overnight")
    return bool(brought_in) or not hospitals.isdisjoint(after)


def buries(r: Reading) -> bool:
    """Whether the dead are buried by people, not the living by what falls on them: "residents buried 14 neighbours"."""
    chunks, at = r.context.chunks, r.event_at - 1
    if r.number.noun in ("victim", "body", "corpse"):
        return True
    while at >= 0 and chunks.string[at] in "zDvVpP":  # helped to bury
        at -= 1
    calm = r.context.doc.keys.isdisjoint(load_json("events")["burying"])
    if r.letter in "WP":
        return calm  # nine pupils were buried on Sunday
    if at < 0 or r.letter not in "VI":
        return False
    word = r.low[chunks.lasts[at] - 1]
    if chunks.string[at] == "U":
        return word != "it"
    name = r.context.doc.words(chunks.firsts[at], chunks.lasts[at])
    if calm and (name[:1].isupper() and at > 0 and chunks.string[at - 1] != "." or side_of(name)):
        return True  # "Norland buried 14 soldiers", not the mud of Norland
    return chunks.string[at] in "NAQ" and (word in load_json("events")["mourners"] or r.context.rules.items.get(word) in PEOPLE)


def given(r: Reading) -> bool:
    """Whether weapons sent "to Norland" are aid: heavy ones, and those that are yet to go."""
    chunks, low = r.context.chunks, r.low
    if lemma_of(r.context, r.event_at) not in ("send", "ship", "dispatch"):
        return False
    to_whom = chunks.string[r.event_at + 1:r.i].strip("zD") if r.event_at < r.i else ""
    if to_whom == "A" and r.item not in PEOPLE and side_of(r.context.doc.words(chunks.firsts[r.i - 1], chunks.lasts[r.i - 1])):
        return True  # sent Norland 40 drones
    offering = r.letter in "GI" and r.event_at > 0 and lemma_of(r.context, r.event_at - 1) in _OFFERS
    if offering and not _AID.isdisjoint(r.context.doc.keys) and _AIMED.isdisjoint(low[r.number.last:r.number.last + 1]):
        return True  # is considering sending 12 missiles, where deliveries are told of
    if _is_to_come(r) and r.item in _SENT_LATER and _so_sent(low, r.number.last) and not among(r.context, r.number, _ATTACKS):
        return True  # Norland will send 40,000 drones over the winter
    if low[r.number.last:r.number.last + 1] != ["to"]:  # has sent 40,000 shells; but: sent 40 shells into the town
        return r.item in ("shell", "weapon", "rocket") and low[r.number.last:r.number.last + 1] in ([","], ["."], ["and"], ["more"], ["so"])
    to = r.number.last + 1
    if to >= len(low) or r.context.rules.tagger[r.context.doc.forms[to]] == "t" or not r.context.doc.forms[to][0].isupper():
        return False  # to the border
    return r.item in _GIVEN or _is_to_come(r) and r.item in _SENT_LATER


def _so_sent(low: list[str], last: int) -> bool:
    """Whether nothing behind token `last` tells where weapons are sent: "will send 40 drones over the winter"."""
    return low[last:last + 1] in _SO_SENT or low[last:last + 1] == ["over"] and not _SEASONS.isdisjoint(low[last + 1:last + 4])


def _is_to_come(r: Reading) -> bool:
    """Whether what is sent is yet to go: "will send", "to send", "is sending"."""
    group = r.low[r.context.chunks.firsts[r.event_at]:r.after]
    return len(group) > 1 and group[0] in ("will", "to", "would", "is", "are", "may", "could") or r.letter in "IG"


def shot_at(r: Reading) -> bool:
    """Whether people were "shot at by gunmen" or "shot at the patrol" themselves (but not "shot at a bar")."""
    low, chunks = r.low, r.context.chunks
    last = r.after
    if low[last:last + 1] != ["at"]:
        return False
    aim = low[chunks.lasts[r.event_at + 2] - 1] if r.letter == "P" and r.event_at + 2 < len(chunks.lasts) else ""
    aimed = aim in load_json("events")["them"] or r.context.rules.items.get(aim) in _SHOT_AT or aim in ("patrol", "checkpoint", "convoy")
    return aimed or not _NO_PLACE.isdisjoint(low[last + 1:last + 2])


def taken_by(r: Reading) -> bool:
    """Whether people were "taken by gunmen" (but not "by bus"), or just taken where captors are told of."""
    chunks, low = r.context.chunks, r.low
    if r.letter != "W" or low[chunks.heads[r.event_at]] != "taken":
        return False
    if chunks.string[r.event_at + 1:r.event_at + 2] in tuple(".,;&D") or low[r.after:r.after + 1] in _TIMES:
        return not r.context.doc.keys.isdisjoint(load_json("events")["captors"])  # but 40 women were taken
    by = r.event_at + 1
    while chunks.string[by:by + 1] in ("z", "D"):  # were taken in August by bandits
        by += 1
    named = chunks.string[by + 1:by + 2] == "A" or chunks.string[by + 1:by + 3] == "zA"  # taken by the LRA, in a text of captives
    if chunks.string[by:by + 1] == "b" and named and not _CAPTURE.isdisjoint(r.context.doc.keys):
        return True
    return chunks.string[by:by + 1] == "b" and by + 1 < len(chunks.lasts) and (
        r.context.rules.items.get(low[chunks.lasts[by + 1] - 1]) == "soldier" or by_captors(r))


def take_them(r: Reading) -> bool:
    """Whether captors took people, and nothing tells where to: "gunmen took 20 men and two cars", "they took 20 men." in a text of such;
    or "with them"."""
    string, low, last, begins = r.context.chunks.string, r.low, r.number.last, r.event_at - 1
    if r.letter not in "VG" or low[last] not in _NOWHERE and low[last:last + 2] not in _ALONG:
        return False
    if string[begins:r.event_at] == "U" and low[r.context.chunks.firsts[begins]] == "they":
        return not r.context.doc.keys.isdisjoint(load_json("events")["captors"])
    if string[begins:r.event_at] in ("&", ","):
        subjects = [*_SUBJECTS.finditer(string, string.rfind(".", 0, r.event_at) + 1, r.event_at)]
        return len(subjects) == 1 and _captors(r.context, subjects[0].start())  # gunmen fled, taking nine men with them
    return by_captors(r)


def by_captors(r: Reading) -> bool:
    """Whether those who detain are no authority: "detained by gunmen", "rebels detained three nurses"."""
    chunks, at = r.context.chunks, r.event_at - 1
    if r.letter in "WP":
        by = _BY.match(chunks.string, r.event_at + 1)
        at = by.end() if by else -1
    else:
        while at >= 0 and chunks.string[at] in "zD":
            at -= 1
    return at >= 0 and chunks.string[at:at + 1] in tuple("NA") and _captors(r.context, at)


def _captors(context: Context, at: int) -> bool:
    """Whether a chunk names people who hold others against the law."""
    chunks = context.chunks
    words = context.doc.low[chunks.firsts[at]:chunks.lasts[at]]
    captors = load_json("events")["captors"]
    members = words[-1] == "members" and len(words) > 1 and words[-2] in captors  # of the militia
    return words[-1] in captors or members or words[-2:] in (["armed", "men"], ["armed", "group"])


def escapes(r: Reading) -> bool:
    """Whether those who flee do so from a crime, or from those who hold them: "three armed robbers fled", "two men fled the scene",
    "one of the captives escaped"."""
    words, low, last = load_json("events")["escapes"], r.low, r.after
    first = r.context.doc.sents[r.context.doc.sentence_of(r.number.nfirst)][0]
    taken = _KIDNAPPED if r.verb != "escape" else _KIDNAPPED | _TAKEN
    if r.number.head < 0 and not taken.isdisjoint(low[first:r.number.first]):
        return True  # two tourists were kidnapped; one managed to flee; of 60 girls taken from the school, nine escaped
    if low[last:last + 1] == ["with"] and not set(words["hurt"]).isdisjoint(low[last + 1:last + 4]):
        return True  # two escaped with bruises
    of_those = low[r.number.nlast:r.number.nlast + 2] == ["of", "the"] and r.number.noun != "people"
    if (of_those or r.verb == "escape") and not r.context.doc.keys.isdisjoint(words["captive"]):
        return True  # fifty of the children fled
    if r.number.head < 0 and next(nouns_before(r.context, r.number), None) == "soldier":
        return True  # five gunmen were killed, three fled
    if low[r.number.nlast:r.number.nlast + 2] in (["of", "whom"], ["of", "them"]) and any(
            other.noun in words["who"] for other in r.context.numbers if r.number.nfirst - _CLOSE < other.nfirst < r.number.nfirst):
        return True  # is looking for three suspects, one of whom fled to Norland
    if r.number.noun in _LOCALS:
        return False  # some 900 inhabitants fled on foot
    return r.number.noun in words["who"] or not set(words["how"]).isdisjoint(low[r.number.nlast:max(r.number.head, 0)]) or (
        " ".join(low[last:last + 2]) in words["where"] and low[last + 2:last + 3] != ["to"] and (r.number.value or 0) < _MANY)


def without_hosts(r: Reading, frames: list[Frame]) -> list[Frame]:
    """The frames without "displaced" where the verb tells it of refugees only ("hosts a million refugees") and others are counted."""
    words = load_json("events")
    if r.number.noun in words["refugees"] or r.verb not in words["hosts"]:
        return frames
    if frames_at(r.context, r.event_at, r.i, phrase=True):
        return frames
    return [f for f in frames if f.event != "displaced"]


def among(context: Context, number: Number, words: list[str]) -> bool:
    """Whether one of the words stands in a number's sentence: what may be cut off (power, water), what tells of the sea."""
    first, last = context.doc.sents[context.doc.sentence_of(number.nfirst)]
    return not frozenset(words).isdisjoint(context.doc.low[first:last])


def is_business(r: Reading) -> bool:
    """Whether money is a price ("3 dollars a share") or a company's result ("a net loss of 3 million")."""
    low, words, chunks = r.low, load_json("events"), r.context.chunks
    after = low[r.number.last:r.number.last + 2]
    if after[:1] == ["per"] or len(after) == 2 and after[0] in ("a", "an") and after[1] in words["each"]:
        return True
    if "share" in low[r.number.last:min(r.number.last + 8, r.context.doc.sents[r.context.doc.sentence_of(r.number.nfirst)][1])]:
        return True
    first = max(0, chunks.firsts[r.event_at] - 3)
    return r.letter == "E" and not set(words["business"]).isdisjoint(low[first:r.after])


def found_held(r: Reading) -> bool:
    """Troops found 27 villagers who had been held at the camp: they are free; but: inspectors found 27 inmates who had been held there."""
    chunks, low, at = r.context.chunks, r.low, r.i - 1
    if r.letter != "W" or at < 1 or low[chunks.heads[at]] not in _FOUND or "had" not in low[chunks.firsts[r.event_at]:r.after]:
        return False
    if "r" not in chunks.string[r.i:r.event_at] or low[chunks.heads[at - 1]] not in load_json("events")["rescuers"]:
        return False
    r.event_at, r.after = at, chunks.lasts[at]  # who found them freed them
    return True


def took_things_from(r: Reading) -> bool:
    """Took bribes from 12 drivers, statements from the 40 witnesses: nobody was taken; took captives from 12 families: not these."""
    chunks, low, first = r.context.chunks, r.low, r.number.first
    if low[first - 1 - (low[first - 1] in ("the", "these", "some", "about", "nearly"))] != "from" or r.event_at >= r.i - 1:
        return False
    things = (low[chunks.lasts[i] - 1] for i in range(r.event_at + 1, r.i) if chunks.string[i] == "N")
    return r.item == "household" or any(r.context.rules.items.get(thing) not in PEOPLE for thing in things)
