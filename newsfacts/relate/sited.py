"""The place of a claim's own sentence that is nearest to its number: each place has a cost, words behind the number count as nearer."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container
from itertools import pairwise

from newsfacts.claims.roles.scene import words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.late import late
from newsfacts.records import record
from newsfacts.relate.asides import cause_aside
from newsfacts.relate.extent import counted_from, counted_number
from newsfacts.relate.fitting import usable
from newsfacts.relate.spots import Places, Spot
from newsfacts.sources.words import verbs as speech
from newsfacts.tokens import Doc

_BEFALLS = frozenset("killed wounded casualties missing damaged destroyed hit outage".split())
_STAYED = _BEFALLS | {"displaced", "captured", "attacked", "seized"}
_TAKEN = ("captured", "detained")
_THERE = late("P[tdxJgACl~-]{0,8}lot?|,t[xon-]{1,7},Pt?d?")
_RELATIVE = frozenset(("that", "which", "who", "whose"))
_THEN = ("that", "who", "which")
_FINDS = frozenset(("found", "finds", "discovered"))
_SAYS = frozenset("said says told reported reports announced".split())
_ONE_THERE = frozenset("one another others those".split())
_JOINS = frozenset("; and while but".split())
_ABOUT = frozenset(("about", "around", "some", "nearly"))
_WHERE = ("in", "on", "at", "near")
_WHOSE = ("them", "whom", "which")
_COUNTED = frozenset(("them", "whom"))
_HARMING = frozenset("killing injuring wounding hurting".split())
_WHEN = frozenset(("when", "after"))
_AFTER = frozenset(("after", "following"))
_BESIDES = frozenset(("as", "while"))
_NEAR_BY = 4  # tokens of "nearby village of"
_NEXT = 3  # tokens
_OPENS = 6  # tokens of "in the central town of"
_FRONTED = 4  # tokens of ", at least"
_ORIGIN = 45
# by role, as distance from a claim
_COSTS = {"in": 0, "at": 0, "as": 10, "of": 16, "from": 6, "care": 12, "to": 0, "road": 4, "off": 40, "court": 0, "by": 30, "wide": 30}


_AS = frozenset("many such well much far known part".split())  # as many as
_SPANS = frozenset("day days week weeks month months year years".split())


@record
class Sought:
    """A claim with the places of its sentence, the tokens first..last, of which one may be its own."""

    places: Places
    doc: Doc
    claim: ClaimDraft
    first: int
    last: int
    numbers: list[int]
    spots: list[Spot]
    opened: bool  # whether the first of them opens the sentence: "In Velm, "
    on_the_way: bool  # whether another tells how far off: a convoy to Velm was ambushed 15 km north of Karo
    aside: int  # where the clause ends in an aside on whom the claim counts
    verb: int
    spot: Spot  # the one that is tried
    words: list[str]  # between the claim and a place behind
    others: int  # the numbers between them


def nearest_spot(places: Places, claim: ClaimDraft, first: int, last: int, numbers: list[int]) -> Spot | None:
    """The place of the claim's own sentence that is nearest to its number; words after it count as nearer than words before."""
    if claim.rule == "next-place":  # followed by Velm with nine and Karo (four)
        return next((s for s in places.about(claim.first, first, claim.first) if 0 < claim.first - s.last < _NEXT), None)
    spots = _candidates(places, claim, first, last)
    if not spots:
        return None
    doc = places.doc
    opened = spots[0].first - first < _OPENS and spots[0].role == "in" and not spots[0].country and doc.low[spots[0].last] == ","
    s = Sought(places, doc, claim, first, last, numbers, spots, opened, any(spot.role == "off" for spot in spots),
               _aside_end(places, claim, first, last), claim.trigger[0] if claim.trigger else claim.last, spots[0], [], 0)
    best, least = None, 0
    for s.spot in spots:
        cost = 4 if claim.first <= s.spot.first < claim.last else _behind(s) if s.spot.first >= claim.last else _before(s)
        if cost is not None:
            cost += _by_role(s)
            if best is None or cost < least:
                best, least = s.spot, cost
    return best if best is None or best.first >= claim.first else _rather_behind(s, best)


def _candidates(places: Places, claim: ClaimDraft, first: int, last: int) -> list[Spot]:
    """The places of a claim's sentence that can be its own."""
    apart = cause_aside(places.doc, claim)
    spots = [s for s in places.about(claim.first, first, last) if s.first not in apart and usable(s, claim, places.scene)]
    if claim.event in _TAKEN:
        legs = [(s, then) for s, then in pairwise(places.about(claim.first, first, last)) if s.role == "from" and then.role in ("to", "at")
                and places.doc.low[s.last:then.first] in (["to"], ["to", "the"])]
        for start, goal in legs:  # seized on the way from Velm to Karo
            spots = [goal if s is start else s for s in spots]
    return spots


def _behind(s: Sought) -> int | None:
    """The cost of a place behind a claim, None for one that belongs to other words."""
    claim, spot, low, tags = s.claim, s.spot, s.doc.low, s.places.scene.tags
    begin, end = claim.first, claim.last
    s.words = words = low[end:spot.first]
    s.others = bisect_left(s.numbers, spot.first) - bisect_right(s.numbers, begin)
    if any(guard(s) for guard in _GUARDS):
        return None
    behind = claim.trigger[1] if claim.trigger and "-around-" in claim.rule and end < claim.trigger[1] <= spot.first else end
    if behind > end:  # four people, including two boys, died in Velm
        s.others = bisect_left(s.numbers, spot.first) - bisect_right(s.numbers, s.verb)
    between = tags[behind:spot.first]
    if ")" in words and s.spots[0].first < begin and low[s.first:begin].count("(") > low[s.first:begin].count(")"):
        return None  # in Velm (14 killed) and in Karo
    cost = len(between) + 6 * between.count(",") + 8 * s.others + 20 * ("while" in words) + 10 * (";" in words)
    if claim.item == "settlement" and between.rstrip("td") == "o":
        cost = -14  # 12 towns of eastern Karo: there they lie
    if between[:1] == "P" and not between.strip("Ptdlo") or _THERE.fullmatch(between):
        cost = 1  # two over the waters of the Karo Sea, one in the army-held town of Velm
    if claim.part_of and spot.role == "in" and "," not in words and words[:1] != [] and _busy(words):
        return 3  # nine who were waiting for a bus in Velm
    if "whom" in words and s.others <= 1:  # in Velm on Monday held two, one of whom
        return cost + (25 if s.opened or _opens_early(s.places, s.spots[0], s.first, begin) else 0)
    if not _RELATIVE.isdisjoint(words):
        cost += 25 if s.opened and s.others == 0 else 8  # in Velm, they shot a man who had led a raid in Norby
    return cost


def _before(s: Sought) -> int | None:
    """The cost of a place before a claim, None for that of something else at the same time."""
    claim, spot, low = s.claim, s.spot, s.doc.low
    between, told = s.places.scene.tags[spot.last:claim.first], low[spot.last:claim.first]
    if claim.event == "provided" and (",", "while") in pairwise(told):
        return None  # Norland sent 46 men to Velm, while Sudland promised $9 million
    if "as" in told and (claim.event == "launched" or told[told.index("as") - 1] in ("came", "comes")):
        return None  # the blast in Karo came as Norland fired 40 missiles
    if "after" in told and told[told.index("after") - 1] in _SPANS and spot.role in ("in", "at"):
        return None  # seized 38 in Velm, a week after bandits freed nine
    others = bisect_left(s.numbers, claim.first) - bisect_right(s.numbers, spot.first)
    cost = 4 + len(between) + 2 * between.count(",") + 4 * others + 10 * (";" in told) + 25 * ((",", "while") in pairwise(told))
    beside = s.verb if _BESIDES.isdisjoint(told) else next(
        (k for k in range(spot.last, claim.first) if s.doc.forms[k].strip() in _BESIDES), s.verb)  # not: As Velm
    cost += 14 * (spot.role in ("in", "at") and beside < s.verb < claim.first)  # fired at Velm as strikes killed nine in Norby
    if spot is not s.spots[0] and not words_of("close_by").isdisjoint(low[spot.first - _NEAR_BY:spot.first]):
        cost += 12  # in Velm and the nearby village of Karo
    return cost + 9 * (s.verb >= claim.last and low[claim.first - 1] == "and")  # three died in Velm and four were hurt in Norby


def _by_role(s: Sought) -> int:
    """What the part that a place plays adds to its cost."""
    claim, spot, low, end = s.claim, s.spot, s.doc.low, s.claim.last
    cost = -14 if claim.target and spot.name in claim.target else 0
    if low[spot.last:spot.last + 1] and low[spot.last] in speech():
        cost += 20  # police in Velm said
    if spot is s.spots[0] and s.opened and _only_told_there(s.places, s.spots, s.numbers, claim):
        cost += 40  # in Norby, a spokesman said nine people had been killed in Velm
    if spot.first == s.first and low[spot.last:spot.last + 1] == [":"]:
        cost += 24  # Karo: nine drown as boat sinks off Velm
    origin = spot.role == "from" and (claim.event in _BEFALLS or claim.event == "displaced") and low[end:end + 1] == ["from"] and (
        end < spot.first < end + 4 and claim.item != "body")  # but: 13 bodies from Velm
    cost += 50 * (s.on_the_way and spot.role == "to")
    cost -= 8 * (spot.role == "from" and claim.event in _TAKEN and spot is s.spots[-1])  # in Karo they seized ten from a clinic in Velm
    return cost + _COSTS[spot.role] + 14 * spot.country + _ORIGIN * origin  # a labourer from Velm was shot in Norby


def _rather_behind(s: Sought, best: Spot) -> Spot:
    """The best place, before a claim, or one behind that tells it better: "in the Velm region two people died and nine were hurt in the
    town of Norby", "tanks rolled into Velm, jets hit nine sites in Karo"."""
    low, tags, claim, end = s.doc.low, s.places.scene.tags, s.claim, s.claim.last
    nth = bisect_right(s.numbers, claim.first)
    alone = best.last == claim.first and best is s.spots[0] and low[s.first] == "in" and (
        nth == len(s.numbers) or s.numbers[nth] > s.spots[-1].first)  # in Karo 90 people were moved from a park near Velm
    wide = alone or best.country or low[best.last - 1] in words_of("localities") or tags[best.last:claim.first] == ","
    near = (o for o in s.spots if not _of_next_clause(s, o))
    near = (s for s in near if s.first >= end and s.role == "in" and _there_too(low[end:s.first]) and (
        wide and not s.country and "," not in _past_aside(low, tags, end, s.first) or "," in tags[best.last:claim.first] and (
            not tags[end:s.first].strip("Ptd"))))
    best = next(near, best)
    if best.first < claim.first and low[best.last] in speech():  # police in Velm said nine died and six were hurt when a bomb hit Norby
        return next((s for s in s.spots if s.first >= end and s.role in ("in", "at") and not s.country
                     and not _WHEN.isdisjoint(low[end:s.first])), best)
    return best


def _there_too(words: list[str]) -> bool:
    """Whether words to a place tell no other clause on those counted, but what they were busy with: "who were planting rice near"."""
    return _RELATIVE.isdisjoint(words) or _busy(words)


def _past_aside(low: list[str], tags: str, end: int, until: int) -> str:
    """The tags from a claim to a place, without an aside on some of those it counts: "killed nine people, including two boys, in Velm"."""
    if low[end:end + 2] == [",", "including"] and (close := tags.find(",", end + 2, until)) > 0 and (
            not tags[close + 1:until].strip("Ptdlo")):
        return ""
    return tags[end:until]


def _of_another(s: Sought) -> bool:
    """A part of them, or those of an aside: "nine people, including two boys, died in Velm"; "nine died, including two in Velm"."""
    words, end = s.words, s.claim.last
    return s.spot.first >= s.aside or ("including" in words and "," not in words[words.index("including"):] and (
        "including" in s.doc.low[max(end, s.verb):s.spot.first]))


def _of_an_accord(s: Sought) -> bool:
    """Where a deal was struck: "freed 90 men under a deal reached in Velm"."""
    return not words_of("agreed").isdisjoint(s.words) and not words_of("accords").isdisjoint(s.words)


def _of_a_beginning(s: Sought) -> bool:
    """Where it began, years ago: "400 have died since 2023, when gunmen attacked Velm"."""
    words = s.words
    return "when" in words and any(
        pair == (",", "when") and words[k - 1][:1].isdigit() for k, pair in enumerate(pairwise(words)) if k)


def _moved_on(s: Sought) -> bool:
    """Where they went then: "shot nine dead, before moving to Velm, where they killed 14"."""
    words = s.words
    return "before" in words and words[words.index("before") + 1:][:1] != [] and words[words.index("before") + 1].endswith("ing")


def _of_what_came_before(s: Sought) -> bool:
    """What went before: "killing nine, hours after a truce around Velm broke down"."""
    return "," in s.words and counted_from(s.words)


def _after_another(s: Sought) -> bool:
    """Where something else was before: "sent 700 men to northern Karo after Sunday's clashes in Velm"."""
    spot, end = s.spot, s.claim.last
    before = next((o for o in s.spots if end <= o.first < spot.first and o.role in ("in", "at", "to")), None)
    return before is not None and not _AFTER.isdisjoint(s.doc.low[before.last:spot.first])


def _of_other_words(s: Sought) -> bool:
    """What else is said: "claims to have downed nine and says that a depot in Velm burns"; "that nine died, and that Velm fell"."""
    return _says_on(s.words, speech()) or ("and", "that") in pairwise(s.words)


def _of_another_number(s: Sought) -> bool:
    """Where others were: "nine died, two of them in Velm"; "swapped 66 captives; drones killed three in Velm"; "fired 60 rockets at posts
    after a strike killed three in Norby"; "frees 40 as shelling kills 23 in Velm"."""
    words, others, numbers, end = s.words, s.others, s.numbers, s.claim.last
    if not others:
        return False
    if _of_some(words) or ";" in words:
        return True
    begins = words.index("after") if "after" in words else words.index("as") if _AS.isdisjoint(words) and "as" in words else -1
    return begins >= 0 and bisect_left(numbers, s.spot.first) > (
        nth := bisect_right(numbers, end + begins)) and not _of_towns(s.doc.low, numbers[nth])


def _of_some_there(s: Sought) -> bool:
    """Where only some of them were: "killed nine people, five in Velm and four in Karo"."""
    low, nth = s.doc.low, bisect_left(s.numbers, s.claim.last)
    first = s.numbers[nth] if s.others and nth < len(s.numbers) else 0
    before = first - 1 - (2 if low[first - 1] == "least" else low[first - 1] in _ABOUT)
    return bool(first) and low[before] == "," and low[first + 1] in _WHERE and any(
        0 < spot.first - first < _FRONTED for spot in s.spots)


def _of_those_next(s: Sought) -> bool:
    """Where the next most were: "61 people died in Norby, followed by Velm with nine", "counted 61 deaths, while Velm had nine"."""
    return s.words[-1:] == ["while"] or "followed" in s.words and ("followed", "by") in pairwise(s.words)


def _of_their_home(s: Sought) -> bool:
    """Where those live of whom an aside tells: "two others, a couple from Velm, are missing", "nine people, all from Velm, were killed"."""
    spot, words = s.spot, s.words
    if spot.role != "from" or s.claim.event not in _BEFALLS or words[:1] != [","] or words.count(",") > 1 or len(words) > _OPENS:
        return False
    return words[-1] == "from" and s.verb > spot.first and s.doc.low[spot.last:spot.last + 1] == [","]


def _of_newcomers(s: Sought) -> bool:
    """Where somebody comes from: "put the missing at 40, as migrants from Karo were on no list"."""
    return s.spot.role == "from" and len(s.words) > 2 and s.doc.low[s.spot.first - 2] in words_of("newcomers")


def _headed_for(s: Sought) -> bool:
    """Where they only went: "burned 40 homes in Velm and forced thousands to flee toward Norby"."""
    spot = s.spot
    onward = "toward" in s.words[-_OPENS:] or "towards" in s.words[-_OPENS:]
    return onward and s.claim.event in _STAYED and any(o.role in ("in", "at") and o.first < s.claim.first for o in s.spots if o is not spot)


def _since_it_began(s: Sought) -> bool:
    """Where it began: "fires have killed 40 people in Karo since they broke out in Velm"; but: 40 people since the war began in Velm."""
    return len(s.spots) > 1 and "since" in s.words and not words_of("starts").isdisjoint(s.words[s.words.index("since"):])


def _of_those_named(s: Sought) -> bool:
    """Where some of them were: "burned 90 houses, among them a mill in Velm"."""
    at = next((k for k, pair in enumerate(pairwise(s.words)) if pair == ("among", "them")), -1)
    return at > 0 and s.words[at - 1] == "," and "," not in s.words[at:]


def _of_most(s: Sought) -> bool:
    """Where most of them were, and others: "nine died in Karo, most of them in Velm, where a wall fell on five"."""
    return "most" in s.words and not _COUNTED.isdisjoint(s.words[s.words.index("most") + 2:][:1])


def _of_some_victims(s: Sought) -> bool:
    """Where some were hurt by weapons that hurt others elsewhere: "fired 60 drones, killing two people in Velm and three in Karo"."""
    if s.claim.event != "launched" or not s.others or s.spot.role != "in" or "," not in s.words:
        return False
    doing = s.words[s.words.index(",") + 1:][:1]
    nth = bisect_left(s.numbers, s.spot.first)
    return bool(doing) and doing[0] in _HARMING and any(
        o.role == "in" and bisect_left(s.numbers, o.first) != nth for o in s.spots if o.first >= s.claim.last)


def _opens_the_next(s: Sought) -> bool:
    """Where others were of whom the next clause begins to tell: "in Velm, nine were killed; in Norby, 14 houses burned"."""
    return _of_next_clause(s, s.spot)


def _of_next_clause(s: Sought, spot: Spot) -> bool:
    """Whether a place opens a clause that begins with a number: "; in the town of Norby, at least 14"."""
    low, last = s.doc.low, spot.last
    at = next((t for t in range(spot.first - 1, max(s.claim.last, spot.first - _OPENS), -1) if low[t] in _WHERE), 0)
    if at and low[at - 1] in _ONE_THERE and low[at - 2] in _JOINS and at - 2 >= s.claim.last:
        return True  # a bomb in Velm killed nine and one in Norby hurt 14
    nth = bisect_left(s.numbers, last)
    begins = nth < len(s.numbers) and s.numbers[nth] - last <= _FRONTED
    return begins and at > 0 and low[at - 1 - (low[at - 1] == ",")] in _JOINS  # and, in Norby, took nine


def _of_a_reason(s: Sought) -> bool:
    """For whom, since or while what: "attacked 90 ships in solidarity with those in Velm"; "has freed 40 since the accords reached in
    Norby"; "frees 50 soldiers as talks resume in Norby"."""
    words = s.words
    if "solidarity" in words or "sympathy" in words:
        return True
    if "since" in words and not words_of("pacts").isdisjoint(words[words.index("since"):]):
        return True
    return "as" in words and not words_of("meetings").isdisjoint(words[words.index("as"):])


def _of_a_grudge(s: Sought) -> bool:
    """Where that was for which they took revenge: "killed six in retaliation for a raid on Velm"."""
    return not words_of("grudges").isdisjoint(s.words)


# whether a place behind a claim is no place of its own
_GUARDS: tuple[Callable[[Sought], bool], ...] = (
    _of_another, _of_an_accord, _of_a_beginning, _moved_on, _of_what_came_before, _after_another, _of_other_words, _of_another_number,
    _of_some_there, _of_those_next, _of_their_home, _of_newcomers, _headed_for, _since_it_began, _of_those_named, _of_most,
    _of_some_victims, _opens_the_next, _of_a_reason, _of_a_grudge)


def _opens_early(places: Places, spot: Spot, first: int, number: int) -> bool:
    """Whether a place and a day open a sentence: "In Velm early on Monday, soldiers"."""
    tags = places.scene.tags[spot.last:number]
    return spot.first - first < _OPENS and spot.role == "in" and not spot.country and 0 <= tags.find(",") <= _NEXT


def _only_told_there(places: Places, spots: list[Spot], numbers: list[int], claim: ClaimDraft) -> bool:
    """Whether the place that opens a sentence is where somebody speaks, and that of a claim is told behind it: "In Norby, a spokesman, Ivo
    Tarn, said nine people had been killed and two hurt in Velm"."""
    doc, speaking, number = places.doc, speech(), claim.first
    cue = next((t for t in range(spots[0].last + 1, number) if doc.low[t] in _SAYS and doc.low[t] in speaking), 0)
    if not cue or bisect_left(numbers, number) > bisect_left(numbers, cue) + 1 or places.about(cue, cue, number):
        return False
    then = next((s for s in spots if s.first >= claim.last and s.role == "in" and doc.forms[s.first][0].isupper()), None)
    others = 0 if then is None else bisect_left(numbers, then.first) - bisect_right(numbers, number)
    return then is not None and (not others or "," not in doc.low[claim.last:then.first])


def _of_some(words: list[str]) -> bool:
    """Whether words to a place tell of a part of those counted before it: "and 46 were hurt, 13 of them at a mosque in"."""
    at = next((k for k in range(len(words) - 1, 0, -1) if words[k] in _WHOSE and words[k - 1] == "of"), -1)
    return at > 1 and len(words) - at < _OPENS and "," in words[:at] and counted_number(words[at - 2]) and (
        words[at + 1:at + 2] in ([], [","]) or words[at + 1] in _WHERE)


def _busy(words: list[str]) -> bool:
    """Whether those counted are told to have been busy with something at a place: "who were waiting for food near"."""
    k = next((k for k, word in enumerate(words[:2]) if word in ("who", "that")), -1)
    return k >= 0 and words[k + 1:k + 2] in (["were"], ["was"]) and words[k + 2][-3:] == "ing" and words[k + 2] not in words_of("dwelling")


def _of_towns(low: list[str], number: int) -> bool:
    """Whether a number counts places that lie in another: "nine died after rebels raided four villages in Karo"."""
    return not words_of("counted_places").isdisjoint(low[number + 1:number + _NEXT])


def _says_on(words: list[str], speaking: Container[str]) -> bool:
    """Whether somebody goes on to say something else: "and said", "and found that", "adding that"; but: "and found nine rifles"."""
    for k, (word, after) in enumerate(pairwise(words)):
        if word == "adding" and after == "that" or word == "and" and after in speaking and (
                after not in _FINDS or words[k + 2:k + 3] == ["that"]):
            return True
    return False


def _aside_end(places: Places, claim: ClaimDraft, first: int, last: int) -> int:
    """The end of the clause of "Norland, which lost 28 ships, has ...": what follows tells nothing of the ships."""
    tags = places.scene.tags
    comma = tags.rfind(",", max(first, claim.first - 12), claim.first)
    if comma < 0 or places.doc.low[comma + 1] not in ("which", "who", "whose"):
        return last
    end = tags.find(",", claim.last, last)
    return last if end < 0 else end


