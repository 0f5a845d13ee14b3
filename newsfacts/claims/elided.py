"""What a number without a noun counts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from newsfacts.chunks import counts
from newsfacts.claims.context import Context, of_them
from newsfacts.claims.items import PEOPLE, item_of
from newsfacts.drafts import Number
from newsfacts.lexicon import load_json
from newsfacts.rules import Frame

_ASIDE = ("p", "b")
_THINGS = frozenset("drone missile rocket bomb shell weapon aircraft helicopter prisoner hostage body".split())
_GIVEN = frozenset(("provided", "deployed"))
_OF_PEOPLE = frozenset("missing displaced rescued evacuated".split())
_CRAFT = frozenset(("aircraft", "helicopter", "drone"))
_CIVIL = frozenset(("person", "child", "civilian"))
_SENT = frozenset(("deployed", "provided"))
_KINDS = frozenset("soldier worker child prisoner hostage".split())
_PLACES = frozenset("building home settlement region area".split())
_STOPS = frozenset(('.', '!', '?', ':', ';', '"', "”", ")", ","))
_MUCH = 10_000  # from here on a number without a noun may be money
_HELPING = frozenset(("rescue", "emergency", "rescuer", "firefighter"))
_DEAD = frozenset(("killed", "dead", "died"))
_HARMED = frozenset(("killed", "wounded"))
_CITING = frozenset("citing cited cites quoting quoted quotes".split())
_SAID = frozenset("said say says told added confirmed".split())
_CAPTIVES = frozenset(("prisoner", "hostage"))
_CROWDS = frozenset(("participated", "detained"))
_SENT_OUT = frozenset("deployed patrolled sent guarded dispatched patrol guard mobilised mobilized".split())
_INCLUDED = frozenset(("including", "included", "include"))
_ONE = frozenset(("a", "an", "another", "one"))
_AFTER = frozenset(("after", "before", "until", "since"))
_FINITE = tuple("KJLkjlBHm")
_FLYING = ("drone", "missile", "rocket")
_AMONG = 6  # tokens from "among them" to the second of its list
_PHRASE = 8  # at most, of a longer phrase
_REACH = 3  # tokens between the article of a single thing and its noun
_NEAR = 60  # tokens in which a noun without a number may be what a number counts

_BEATS = frozenset("repelled repulsed foiled thwarted repel repulse foil thwart".split())
_ASSAULTS = frozenset("attack attacks assault assaults raid raids ambush offensive infiltration".split())


def elided_item(context: Context, number: Number, frames: list[Frame], elided: str | None, lemma: str = "") -> tuple[str, Frame | None]:
    """What a number without a noun counts, and the frame that takes it: of its list (`elided`), else of the nearest counted noun before
    it, else of the nearest noun of a kind that is seldom named otherwise ("hit by drones. Sixty were fired"), else people or weapons.
    No frame where what stands before does not fit."""
    low, at = context.doc.low, number.nlast
    if number.value == 1 and low[at:at + 2] == ["of", "the"] and low[at + 2] in load_json("events")["utmost"]:
        return "other", None  # killed nine, one of the deadliest days since
    if elided and (frame := taking(frames, elided)):
        return _alive(elided, frame), frame
    known = False
    if context.chunks.string[context.chunks.at(at):][:1] == "M" and context.doc.low[at + 1:at + 2] == ["-"]:
        return "other", None  # held two five-gallon drums
    if _of_animals(context, number):
        return "other", None  # dogs attacked 12 sheep and killed nine
    if low[number.nfirst - 1] in ("a", "an") and number.first == number.nfirst and low[number.nfirst].isdigit() and (
            low[number.nlast:number.nlast + 1] != ["-"]):
        return "other", None  # the golfer shot a 68
    if any(f.event == "returned" for f in frames) and (craft := next(nouns_before(context, number), "")) in _CRAFT and (
            taking(frames, craft) is None):
        return "other", None  # 88 aircraft raided the port, and 71 went home
    if of_them(context, number) and (told := _of_which(context, number)):
        return told, taking(frames, told)  # nine nurses, five of them employed by the UN: no weapons that are employed
    after = context.doc.low[number.nlast:number.nlast + 2]
    if (after[:1] == ["aboard"] or after == ["on", "board"]) and (frame := taking(frames, "person")):
        return "person", frame  # all five on board died
    if number.modifier == "vague" and any("person" in f.items and f.event in _OF_PEOPLE for f in frames):
        return "person", taking(frames, "person")  # 50 houses fell, and dozens are believed to be buried
    if (fronted := _fronted(context, number)) and (frame := taking(frames, fronted)):
        return fronted, frame
    if lemma in load_json("events")["counting"]:
        return "other", None  # the missiles hold parts made abroad: experts counted 118
    if _repelled(context, number) and (frame := taking(frames, "soldier")):
        return "soldier", frame
    if number.more and (single := _single_weapon(context, number)) and (frame := taking(frames, single)):
        return single, frame
    for item in nouns_before(context, number, any(f.event == "returned" for f in frames)):
        if lemma == "lose" and item in _PLACES and context.doc.low[number.last:number.last + 1] == ["of"] and (
                context.doc.low[number.last + 2:number.last + 3] == ["own"]):
            continue  # took 25 posts, losing nine of its own
        frame = taking(frames, item)
        if frame and frame.event in _SENT and item in _CIVIL:
            continue  # a nurse and 14 guests were hurt. They send 100 a night
        if frame and frame.event in _CROWDS and item in ("soldier", "worker") and _sent(context, number, item):
            continue  # 900 officers were deployed. Eight were detained
        if frame:
            begin = context.doc.sents[context.doc.sentence_of(number.nfirst)][0]
            words = context.doc.low[begin:number.first]
            meanwhile = "as" in words[-4:] and words[-1:] != ["as"] and "many" not in words[-4:]
            apart = meanwhile or ";" in words or (",", "but") in pairwise(words) or low[at:at + 1] in (["dead"], ["wounded"])
            if frame.event in _HARMED and (
                    item in _CAPTIVES or item == "child" or item == "soldier" and meanwhile) and apart and not of_them(context, number):
                item = "person"  # swapped 66 captives; drones killed three. freed 66 soldiers as shells killed nine
            return _alive(item, frame), frame
        known = True
    if known and all(f.event in _GIVEN for f in frames):
        return "person", None  # "has offered 3,000 more": of what nothing tells
    if number.more or number.value == 1 and number.whole >= 0:
        for item in single_before(context, number):
            if frame := taking(frames, item):
                return item, frame  # a house burned, and two more were damaged; with a bomb, one of three dropped on the town
    ranks = load_json("events")["elided"]
    living = lemma == "pull" and [f for f in frames if f.items != ("body",)] or frames  # nine were pulled from rubble
    usual = min(living, key=lambda f: ranks.index(f.event) if f.event in ranks else len(ranks))
    if usual.event == "launched":
        usual = next((f for f in frames if f.event in _CROWDS), usual)  # 40,000 took part
    if usual.event not in ranks:
        usual = next((f for f in frames if "person" in f.items), frames[0])
    if "person" in usual.items:
        doubtful = known and usual.event in ("returned", "captured", "held") and len({f.event for f in frames}) > 1
        return "person", None if doubtful else usual  # "we asked for seven tanks and got two"
    doubtful = known or number.more and usual.event == "damaged" or lemma in load_json("events")["noticing"]
    doubtful = doubtful or any(f.event in _SENT for f in frames)  # some 14,000 were sent; I saw 2
    doubtful = doubtful or usual.event == "hit" and not any(context.rules.items.get(word) in usual.items for word in context.doc.keys)
    return "weapon", None if doubtful else taking([usual], "weapon")


def _repelled(context: Context, number: Number) -> bool:
    """Whether a number counts the attackers of an attack that was beaten off: "repelled an attack on their post, killing 11"."""
    low = context.doc.low
    first = context.doc.sents[context.doc.sentence_of(number.nfirst)][0]
    if low[number.first - 2:number.first - 1] != [","] or not low[number.first - 1].endswith("ing"):
        return False
    words = low[first:number.first - 2]
    return any(word in _BEATS and not _ASSAULTS.isdisjoint(words[k + 1:k + 5]) for k, word in enumerate(words))


def _alive(item: str, frame: Frame) -> str:
    """An item, people where it is bodies and the verb tells of a death: bodies are not killed."""
    return "person" if item == "body" and frame.event == "killed" and "person" in frame.items else item


def _of_which(context: Context, number: Number) -> str | None:
    """What "of them" stands for: what the number right before in the sentence counts."""
    k = bisect_left(context.numbers, number.nfirst, key=lambda n: n.nfirst)
    other = context.numbers[k - 1] if k else None
    if other is None or other.kind != "count" or other.head < 0 or context.doc.low[other.last:number.first] != [","]:
        return None
    item = context.items.get(other.nfirst) or item_of(context.doc, other, context.rules)
    return None if item == "unknown" else item


def _fronted(context: Context, number: Number) -> str | None:
    """The item of which a bare number is told to be a part: "Of the missiles, 31 hit"."""
    low, first = context.doc.low, number.first
    told = first > 3 and low[first - 1] == "," and low[first - 4:first - 2] in (["of", "the"], ["of", "these"], ["of", "those"])
    return context.rules.items.get(low[first - 2]) if told else None


def _sent(context: Context, number: Number, item: str) -> bool:
    """Whether those of a kind who were told last are forces sent, who are not the ones held or marching."""
    k = bisect_left(context.numbers, number.nfirst, key=lambda n: n.nfirst)
    doc = context.doc
    told = next((n for n in reversed(context.numbers[max(0, k - 6):k]) if item_of(doc, n, context.rules) == item), None)
    return told is not None and not _SENT_OUT.isdisjoint(doc.low[told.last:told.last + 4])


def _of_animals(context: Context, number: Number) -> bool:
    """Whether the number before in the sentence counts animals, and nobody stands between; 40 head of cattle."""
    if context.doc.low[number.last:number.last + 2] == ["head", "of"]:
        return True
    k = bisect_left(context.numbers, number.nfirst, key=lambda n: n.nfirst)
    other = context.numbers[k - 1] if k else number
    if other.noun not in load_json("items")["animals"]:
        return False
    doc, line = context.doc, context.doc.sentence_of(other.nfirst)
    if line == doc.sentence_of(number.nfirst) and ";" not in doc.low[other.last:number.first]:
        return True
    begin, end = doc.sents[line]
    clause = range(begin, min(end, number.first))
    return doc.sentence_of(number.nfirst) - line <= 1 and not any(
        t in context.actors.at or context.rules.items.get(doc.low[t]) in PEOPLE for t in clause)  # 300 whales were stranded; 40 died


def counts_others(context: Context, number: Number) -> bool:
    """Whether the number before in the sentence counts things of no known kind: "won 12 seats and lost three"."""
    k = bisect_left(context.numbers, number.nfirst, key=lambda n: n.nfirst)
    other = context.numbers[k - 1] if k else number
    same = context.doc.sentence_of(other.nfirst) == context.doc.sentence_of(number.nfirst) and (
        ";" not in context.doc.low[other.last:number.first])
    return (other is not number and other.kind == "count" and same and item_of(context.doc, other, context.rules) == "unknown")


def taking(frames: list[Frame], item: str) -> Frame | None:
    """The first frame that takes an item."""
    return next((f for f in frames if item in f.items), None)


def nouns_before(context: Context, number: Number, alive: bool = False) -> Iterator[str]:
    """The items of the counted nouns before a number, the nearest first, then of other nouns; `alive`: of none told to be dead."""
    doc, rules = context.doc, context.rules
    k = bisect_left(context.numbers, number.nfirst, key=lambda n: n.nfirst)
    floor = doc.sents[max(0, doc.sentence_of(number.nfirst) - 3)][0]
    first, last = doc.sents[doc.sentence_of(number.nfirst)]
    if first and doc.low[first - 1] not in _STOPS and doc.low[last - 1] not in _STOPS:
        floor = first  # a line among headlines stands alone
    near_by = first if doc.opens_line(first) else doc.sents[max(0, doc.sentence_of(number.nfirst) - 1)][0]
    small: list[str] = []  # fewer than the number
    aside: list[str] = []  # behind a preposition: "customers in three counties", "seized by a group of gunmen"
    near = context.numbers[max(0, k - 6):k]
    for m in range(len(near) - 1, -1, -1):
        other = near[m]
        if other.nfirst < floor:
            break
        if other.nfirst < near_by and (context.items.get(other.nfirst) or item_of(doc, other, rules)) in _KINDS:
            continue  # 25 sailors were freed. It is raining. Later a blast left 3 dead
        if other.nfirst < first and not _HELPING.isdisjoint((other.noun, *doc.low[other.nlast:other.head + 1]) if other.head >= 0 else ()):
            continue  # 900 rescue workers were sent. The flood killed 12
        beside = (doc.low[other.first - 1], *doc.low[other.last:other.last + 3])
        if alive and other.nfirst < first and not _DEAD.isdisjoint(beside):
            continue  # took 71 people and left 58 soldiers dead. Twenty-five were freed
        if other.value == 0 or not _SAID.isdisjoint(beside[1:2]):
            continue  # no launcher was lost. They send 500 at a time; two officials said only eight had died
        if beside[0] in _CITING or beside[0] == "to" and doc.low[other.first - 2] == "according":
            continue  # citing two officials, it said nine had died
        if other.value == 1 and other.head < 0 and other.whole >= 0 and number.nfirst > context.numbers[other.whole].nlast:
            yield from single_before(context, other)  # with a missile, one of five fired at the town; the other four were shot down
            continue
        counted = counts(other) or other.kind == "money" and (number.value or 0) >= _MUCH
        item = context.items.get(other.nfirst) or (item_of(doc, other, rules) if counted else None)
        if other.noun == "object" and not context.doc.keys.isdisjoint(load_json("events")["in_the_air"]):
            item = "weapon"  # 19 objects entered the airspace; three were brought down
        alone = other.nfirst >= first and all(n.nfirst < first or (n.value or 0) < (number.value or 0) for n in near[:m])
        if item in _THINGS and number.modifier == other.modifier == "exact" and (number.value or 0) > (other.value or 0) and not alone:
            small.append(item)  # "477 drones and 60 missiles, of which 226 were lost"
        elif item and item != "unknown" and not of_them(context, other) and not _of_a_list(doc.low, near, m):
            between = doc.low[other.last:number.first] if other.nfirst >= first else ()
            clause = doc.low[other.first - 1] in _AFTER and rules.tagger[doc.forms[other.last]] in _FINITE  # after 19 drones crossed
            apart = rules.tagger[doc.forms[other.first - 1]] in _ASIDE and other.first > 0 and not clause
            if apart or ")" in between and "(" not in between:
                aside.append(item)
            else:
                yield item
    yield from aside
    yield from small
    for token in range(number.nfirst - 1, max(floor, number.nfirst - _NEAR) - 1, -1):
        word = doc.low[token]
        item = rules.items.get(word)
        if item in _THINGS and (word[-1] == "s" or item == "aircraft"):
            yield item


def single_before(context: Context, number: Number) -> Iterator[str]:
    """The items of single things told between the number before and this one in a sentence, the nearest first: a house, another school."""
    doc, rules = context.doc, context.rules
    k = bisect_left(context.numbers, number.nfirst, key=lambda n: n.nfirst)
    floor = max(doc.sents[doc.sentence_of(number.nfirst)][0], context.numbers[k - 1].nlast if k else 0)
    for token in range(number.first - 1, floor, -1):
        item = rules.items.get(doc.low[token])
        if item and (not _ONE.isdisjoint(doc.low[max(floor, token - _REACH):token]) or _of_one(context, token, floor)):
            yield item


def _single_weapon(context: Context, number: Number) -> str | None:
    """The weapon told by "a" in the sentence before, where none is counted since: "found a drone. Jets shot down two more"."""
    doc, line = context.doc, context.doc.sentence_of(number.nfirst)
    first = doc.sents[max(0, line - 1)][0]
    k = bisect_left(context.numbers, number.nfirst, key=lambda n: n.nfirst)
    if k and context.numbers[k - 1].nfirst >= first and context.numbers[k - 1].kind == "count":
        return None
    return next((item for t in range(first, doc.sents[line][0]) if (item := context.rules.items.get(doc.low[t])) in _FLYING and (
        not _ONE.isdisjoint(doc.low[max(first, t - _REACH):t]))), None)


def _of_one(context: Context, token: int, floor: int) -> bool:
    """Whether a noun phrase of many words begins with such an article: "a Kalo-K cruise missile"."""
    for k in range(token - 1, max(floor, token - _PHRASE), -1):
        if context.doc.low[k] in _ONE:
            return True
        if context.rules.tagger[context.doc.forms[k]] in "tpobhf&,;:":
            return False
    return False


def _of_a_list(low: list[str], numbers: list[Number], m: int) -> bool:
    """Whether a number is a part told with its whole: "seven were killed, among them two miners and three guards, and 19 hurt"."""
    number = numbers[m]
    if low[number.first - 1] in ("includes", "include", "included", "("):
        return True  # hurt 1,027 (58 children)
    if m and low[numbers[m - 1].nlast:numbers[m - 1].nlast + 2] in (["of", "them"], ["of", "whom"]) and (
            low[numbers[m - 1].last:number.first] in (["and"], [","], [",", "and"])):
        return True  # 436 civilians, 136 of them women and 45 children
    if low[number.last:number.last + 2] == ["among", "them"]:
        return True  # 26 people, three children among them, were killed and 93 hurt
    near = low[max(0, number.first - _AMONG):number.first]  # among them a soldier and four children
    if low[number.first - 1] == "and" and ("among", "them") in pairwise(near):
        return True
    while m and low[number.first - 1] in (",", "and") and 0 <= number.first - 1 - numbers[m - 1].last <= 2:  # 9 guards and cooks and 12
        m -= 1
        number = numbers[m]
    before = low[max(0, number.first - 2):number.first]
    return before[-1:] != [] and before[-1] in _INCLUDED or before == ["among", "them"]


def items_of(context: Context, event: str) -> set[str]:
    """The items that an event takes in any of its frames."""
    return context.rules.events.get(event, set())
