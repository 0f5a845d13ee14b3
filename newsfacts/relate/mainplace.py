"""Where a report's main event was: the place or country that its lead and its other sentences tell most of."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise, takewhile

from newsfacts.actors import side_of
from newsfacts.claims.roles.scene import words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.relate.bound import of_a_record
from newsfacts.relate.extent import counted_from
from newsfacts.relate.mainday import event_told
from newsfacts.relate.spots import CONTINENTS, Places, Spot, is_capital, is_street
from newsfacts.sources.authors import author
from newsfacts.sources.words import verbs
from newsfacts.tokens import Doc

_TRACTS = frozenset("valley delta basin coast highlands mountains hills islands peninsula".split())
_QUAKES = frozenset("quake earthquake tremor temblor".split())
_FROM_THERE = frozenset("near off epicenter epicentre km kilometers kilometres miles".split())
_REGIONAL = ("regional", "oblast")
_LINE = 20  # tokens of a line with a name and an office
_OFFICE = 4  # tokens of "Regional State Military Administration"
_ENDS = frozenset(".!?\"”")
_STOPPED = ("intercepted", "suppressed")
_NAMED = 8  # tokens from the event to its verb: the fighting in Velm began
_FIRST = 8  # places
_BESIDE = 4  # tokens of "and the nearby village of"
_SOON = 6  # sentences after the first
_LATER = frozenset("after before since following says said".split())
_DISTANCE = 10  # tokens of "about 40 miles (64 km) south of"
_LEAD = 2  # sentences after the first
_ACTS = 12  # times that a country is told to act
_AGAIN = ("in", "at", "of", "as", "line", "wide")
_SITED = ("in", "at", "as")
_NONE = {"off": 0, "court": 0, "from": 0, "by": 0}
# how much a mention tells of where a report's main event was; a country that acts tells less
_WEIGHT = _NONE | {"in": 10, "at": 10, "as": 8, "of": 3, "line": 1, "wide": 6, "care": 1, "to": 5, "road": 2}
_LAND_WEIGHT = _NONE | {"in": 10, "at": 10, "as": 2, "of": 7, "line": 4, "wide": 10, "care": 1, "to": 5, "road": 2}


class MainPlace:
    """Where a report's main event was, told when first asked for: where a paragraph tells no place."""

    def __init__(self, places: Places) -> None:
        self.places = places

    @cached_property
    def main(self) -> Spot | None:
        """The place."""
        heads = [spot for spot in self.places.spots if spot.first < self.places.note and not spot.country]
        if len({spot.actor for spot in heads}) == 1:
            return heads[0]  # Floods in Velm - flash update
        main = _main(self.places, False)
        if main is None or main.country:
            main = _of_the_headline(self.places) or main
        wide = main is not None and (main.country or main.name.rpartition(" ")[2].lower() in words_of("lands", "localities") or any(
            s.role == "wide" and _of_region(s, main) for s in self.places.spots[:_FIRST]))  # near Velm, Karo (province)
        towns = _towns(self.places, main) if wide and main else []
        return towns[0] if len({spot.actor for spot in towns}) == 1 else main

    @cached_property
    def of_the_event(self) -> Spot | None:
        """Where the report's event happened by the sentence that tells when, if no town stands out."""
        return _of_the_event(self.places) if self.main is None or self.main.country else None

    @cached_property
    def told_first(self) -> Spot | None:
        """The one town in which the lead tells that something happened, where no place stands out."""
        return _of_the_lead(self.places) if self.main is None or self.main.country else None

    @cached_property
    def office(self) -> Spot | None:
        """The region that a post's author heads: "Ivo Tarn, head of the Velm region military administration", where he tells of his day."""
        doc, actors = self.places.doc, self.places.scene.actors
        end = doc.sents[min(_LEAD, len(doc.sents)) - 1][1]
        near = [s for s in self.places.spots if s.first < end and doc.low[s.last - 1] in words_of("lands")]
        near = near or [Spot(s.first, s.last, f"{s.name} region", s.actor, "in", False) for s in self.places.spots if s.first < end and (
            doc.low[s.last] in _REGIONAL and "administration" in doc.low[s.last:s.last + _OFFICE])]
        if len({s.actor for s in near}) != 1 or "head" not in doc.low[:near[0].first] and "governor" not in doc.low[:end]:
            return None
        first, last = doc.sents[0]
        if near[0].last < last <= _LINE and doc.opens_line(last) and any(
                t in actors.at and actors.list[actors.at[t]].kind == "person" for t in range(first, near[0].first)):
            return near[0]  # Ivo Tarn / Head of the Karo Regional Military Administration
        speaks = author(doc, actors)
        if speaks is None or speaks.speaker is None or actors.list[speaks.speaker].kind != "person":
            return None
        line = doc.sentence_of(near[0].first)
        return near[0] if any(doc.sentence_of(m.first) == line for m in actors.list[speaks.speaker].mentions) else None

    @cached_property
    def elsewhere(self) -> int:
        """The token at which the report goes on to another town than that of its lead."""
        first = self.told_first
        if first is not None and first.country:
            return len(self.places.doc.low)  # other towns lie in it: central Norland
        wide = first is not None and first.name.rpartition(" ")[2].lower() in words_of("lands")  # so they do in Karo state
        return next((s.first for s in self.places.spots if first and s.first > first.first and s.actor != first.actor
                     and s.role in ("in", "at") and not s.country
                     and not (is_street(s) or of_a_record(self.places.doc, s.first) or self._nearby(s))
                     and (not wide or s.name.rpartition(" ")[2].lower() in words_of("lands"))), len(self.places.doc.low))

    def _nearby(self, spot: Spot) -> bool:
        """Whether a place is told as one near that told before: "Velm and the nearby village of Karo"."""
        return not words_of("close_by").isdisjoint(self.places.doc.low[max(0, spot.first - _BESIDE):spot.last])

    @cached_property
    def told_next(self) -> tuple[Spot, int] | None:
        """The town that the report tells after a lead on a wider land: "a raid in western Norland. ... The convoy was hit near Velm"; with
        the token at which it goes on to another."""
        doc, first = self.places.doc, self.told_first
        if first is None or not (first.country or self._wide(first)):
            return None
        behind, end = doc.sents[doc.sentence_of(first.first)][1], doc.sents[doc.lead(_SOON)][1]
        spots = [s for s in self.places.spots if s.first >= behind and s.role in ("in", "at") and s.actor != first.actor]
        town = next((s for s in spots if not s.country and doc.low[s.first] != "the"), None)
        if town is None or town.first >= end or self._wide(town) or self._nearby(town) or is_street(town):
            return None
        begin = doc.sents[doc.sentence_of(town.first)][0]
        before = doc.low[begin:town.first]
        if before[:1] != ["the"] or not _LATER.isdisjoint(before) or of_a_record(doc, town.first):
            return None
        return town, next((s.first for s in spots if s.first > town.first and s.actor != town.actor and doc.low[s.first] != "the"
                           and not self._nearby(s)), len(doc.low))

    def _wide(self, spot: Spot) -> bool:
        """Whether a place is a region by its name or the words before it: Karo state, the state of Karo."""
        low, lands = self.places.doc.low, words_of("lands")
        return spot.name.rpartition(" ")[2].lower() in lands | _TRACTS or low[spot.first - 1] == "of" and low[spot.first - 2] in lands

    @cached_property
    def land(self) -> Spot | None:
        """The country."""
        return _main(self.places, True)

    @cached_property
    def sent_from(self) -> Spot | None:
        """The town of the dateline, where the report names no other town."""
        towns = {spot.actor: spot for spot in self.places.spots if not spot.country or is_capital(spot)}
        town = next(iter(towns.values()), None)
        return town if len(towns) == 1 and town is not None and town.role == "line" else None

    def land_of(self, sentence: int, widely: bool) -> Spot | None:
        """The country that a sum in a sentence which does not tell it is of: the one country of the report or, `widely`, its main one."""
        land = self.land
        if land is None:
            wide = [s for s in self.places.spots if s.country and s.role == "wide"]  # Norland's Karo district
            land = wide[0] if len({s.actor for s in wide}) == 1 else None
        if land is None or not widely and any(spot.country and spot.actor != land.actor for spot in self.places.spots):
            return None
        elsewhere = (self.places.doc.sentence_of(s.first) != sentence for s in self.places.spots if s.actor == land.actor)
        return land if any(elsewhere) else None

    @cached_property
    def home(self) -> Spot | None:
        """The country most told of, where the report comes from its capital and no place in it stands out."""
        land = self.land
        lines = (s.name.title() for s in self.places.spots if s.role == "line")
        return land if land is not None and any(side_of(name) == land.name for name in lines) else None


def _of_the_headline(places: Places) -> Spot | None:
    """The one town in which something happened by the headline, if the lead tells it again: "Nine killed in Velm. VELM - A blast ..."."""
    doc = places.doc
    if not doc.headline:
        return None
    end, lead_end = doc.headline[1], doc.sents[doc.lead(1)][1]
    heads = [s for s in places.spots if s.first < end and not s.country]
    told = [s for s in heads if s.role in ("in", "at")]
    again = _AGAIN if told else ("in", "at")  # Velm vote stirs unrest. KARO - Police fired on crowds in Velm
    told = told or [s for s in heads if s.role == "as"]
    if len({s.actor for s in told}) != 1:
        return None
    lead = [s for s in places.spots if end <= s.first < lead_end]
    if any(s.actor != told[0].actor and s.role in ("in", "at") for s in lead):
        return None  # the lead tells of another place, or of the land around
    return next((told[0] if told[0].role != "as" else s for s in lead if s.actor == told[0].actor and s.role in again), None)


def _towns(places: Places, land: Spot) -> list[Spot]:
    """The towns in which the lead tells that something happened, each put in the report's country or region: "near Velm, Norland"."""
    doc, last = places.doc, places.doc.sents[places.doc.lead(_LEAD)][1]
    lines = [town.actor for town, wide in pairwise(places.spots) if town.role == wide.role == "line" and wide.actor == land.actor]
    if lines and (told := [s for s in places.spots if s.first < last and s.actor == lines[0] and s.role in ("in", "at")]):
        return told  # VELM, Norland - A blast in Velm
    told = [s for s in places.spots if s.first < last and not s.country and s.role in ("in", "at") and (
        places.scene.actors.at.get(_behind_the(doc, s.last + 1)) == land.actor and doc.low[s.last] in (",", "in"))]
    if told:
        return told
    town: Spot | None = None
    for spot in places.spots:
        if spot.first >= last:
            break
        if spot.role != "wide":
            town = spot if spot.role in ("in", "at") and not spot.country else None
        elif town is not None and _of_region(spot, land):
            told.append(town)
    return told


def _of_region(spot: Spot, land: Spot) -> bool:
    """Whether a place is the region for which the name alone stood before: Karo province, Karo."""
    return spot.actor == land.actor or spot.name.startswith(f"{land.name} ") and spot.name.rpartition(" ")[2].lower() in words_of("lands")


def _behind_the(doc: Doc, token: int) -> int:
    """The token behind "the northwestern" at a token."""
    token += doc.low[token:token + 1] == ["the"]
    return token + (doc.low[token:token + 1] != [] and doc.low[token] in words_of("sides_of_lands"))


def _of_the_event(places: Places) -> Spot | None:
    """Where the report's event happened by the sentence that tells when: "The attack took place on Monday in the village of Velm"."""
    doc, at = places.doc, event_told(places.doc)
    if at < 0:
        return None
    first, last = doc.sents[doc.sentence_of(at)]
    told = [s for s in places.about(at, max(first, at - _NAMED), last) if s.role in ("in", "at") and not s.country]
    venue = told and not words_of("venues").isdisjoint(told[0].name.lower().split()[-1:])
    told = places.about(at, told[0].last, last)[:1] if venue else told  # in the Karo mine, Velm district
    noun = doc.low[max(first, at - _NAMED):at]
    if told and not _QUAKES.isdisjoint(noun) and not _FROM_THERE.isdisjoint(doc.low[at:told[0].first]):
        return None  # a quake that struck near Velm killed people elsewhere too
    return told[0] if told and words_of("storms").isdisjoint(noun) else None


def _in_lead(places: Places, spots: list[Spot]) -> bool:
    end = places.lead_end
    return any(spot.first < end for spot in spots)


def _most(votes: dict[int, int], sited: set[int]) -> int | None:
    return max(sited, key=lambda actor: (votes[actor], -actor), default=None)


def _passing(places: Places, sited: set[int]) -> set[int]:
    """The places told once, in passing, behind the lead."""
    lead, end = set(), places.lead_end
    count: dict[int, int] = {}
    for spot in places.spots:
        count[spot.actor] = count.get(spot.actor, 0) + 1
        if spot.first < end:
            lead.add(spot.actor)
    return {actor for actor in sited if count[actor] == 1 and actor not in lead}


def _main(places: Places, land: bool) -> Spot | None:
    """The place of the report's main event (`land`: the country): the one told nearly twice as often as any other."""
    votes: dict[int, int] = {}
    sited: set[int] = set()
    fronts, label = words_of("fronts"), -1
    for spot in places.spots:
        role, country = spot.role, spot.country
        if not land and not country and not fronts.isdisjoint(places.doc.low[spot.last - 1:spot.last + 1]):
            continue  # on the Velm front: one of several
        if not land and country and not spot.first and places.doc.low[spot.last] == ":":
            label = spot.actor
            continue  # Norland: nine killed in raid on Velm
        if country or not land and not is_street(spot):
            sent = role == "line" and not country and not is_capital(spot)  # a reporter was sent there
            votes[spot.actor] = votes.get(spot.actor, 0) + (_LAND_WEIGHT if country else _WEIGHT)["in" if sent else role]
            if role in ("in", "at", "of") or not country or (land and role in ("as", "line")):
                sited.add(spot.actor)
    countries = {spot.actor for spot in places.spots if spot.country}
    if not land and len(sited) > 1:  # not where he only is wanted for raids
        sited = {s.actor for s in places.spots if s.actor in sited and not (s.role in _SITED and of_a_record(places.doc, s.first))} or sited
    if not land:
        sited -= _landmarks(places, sited)
    best = _most(votes, sited)
    if not land and (near := _most(votes, passed := sited - _passing(places, sited))) not in countries:
        best, sited = near, passed  # no town told once, at the end, is a rival of the town of the lead
    if best is None or not votes[best] or label >= 0 and best in countries and best != label:
        return None
    around = frozenset[int]() if land else _around(places, best) | _only_sent_from(places, best)
    if not land and any(7 * votes[actor] > 4 * votes[best] for actor in sited - around if actor != best):
        return None  # no place stands out: better none than the wrong one
    named = [s for s in places.spots if s.actor == best]
    if best in countries and (acting := sum(s.role == "as" for s in named)) > _ACTS and 3 * acting > 2 * len(named):
        return None  # it wages the war of which the text tells
    towns = sited - countries
    if not land and best not in countries and not _in_lead(places, named) and _in_lead(
            places, [s for s in places.spots if s.actor in towns]):
        return None  # the lead tells of another town
    if len(named) == 1 and named[0].first >= places.lead_end:
        return None  # told once, in passing
    told = [s for s in named if s.role in ("in", "at")]
    if len(told) == 1 and " and " in told[0].name and told[0].first >= places.lead_end:
        return None  # one of several places of something else
    told.sort(key=lambda spot: " and " in spot.name)  # London, rather than London and Leeds
    return next(iter(told), next((s for s in named if s.role != "line"), named[0]))


def _landmarks(places: Places, sited: set[int]) -> set[int]:
    """The towns of which the lead only tells how far off they are from the place told right before: "at Velm, 30 km west of Karo"."""
    spots, end = places.spots, places.lead_end
    off = {(s.actor, before.actor) for before, s in pairwise(spots) if s.role == "off" and s.first < end and before.role in ("in", "at")
           and not before.country and s.first - before.last < _DISTANCE}
    near = {town for _, town in off} & sited
    return {mark for mark, town in off if mark != town and town in near}


def _only_sent_from(places: Places, best: int) -> frozenset[int]:
    """The town of the dateline, where the lead tells of another place and the text never again of the town."""
    if not _in_lead(places, [s for s in places.spots if s.actor == best and s.role in ("in", "at", "wide")]):
        return frozenset()
    told = {s.actor for s in places.spots if s.role not in ("line", "from", "by")}
    return frozenset(s.actor for s in places.spots if s.role == "line" and s.actor not in told)


def _around(places: Places, best: int) -> frozenset[int]:
    """The lands in which a place is told to lie, and the places told to lie in a land: "Velm, a town in Norland", "Velm in Norland's Karo
    district", "Norland's Karo"."""
    pairs, spots = [], places.spots
    for k, wide in enumerate(spots):
        if wide.role != "wide":
            continue
        if k and not spots[k - 1].country:
            pairs.append((spots[k - 1].actor, wide.actor))
        if k > 1 and spots[k - 1].role == "wide" and not spots[k - 2].country:
            pairs.append((spots[k - 2].actor, wide.actor))
        if k + 1 < len(spots) and spots[k + 1].first == wide.last + 1 and places.doc.low[wide.last] == "'s":
            pairs.append((spots[k + 1].actor, wide.actor))
    return frozenset([wide for town, wide in pairs if town == best] + [town for town, wide in pairs if wide == best])


def _of_the_lead(places: Places) -> Spot | None:
    """The one place, a part of a country at most, where something happened by the first sentence of the lead that tells a place."""
    doc = places.doc
    for behind in range(1 if doc.headline else 0, _LEAD + 1):
        begin, end = doc.sents[doc.lead(behind)]
        told = [s for s in places.spots if begin <= s.first < end and s.role in ("in", "at", "off")
                and not counted_from(doc.low[begin:s.first])]
        if not told and doc.low[end - 1] in _ENDS:
            return None  # not where four of them drowned, by the second sentence
        told = [s for s in told if not (s.last < end and doc.low[s.last] in verbs())]  # authorities in Karo say
        if told and not (behind < _LEAD and all(s.country and doc.low[s.first - 1] == "off" for s in told)):
            parts = [s for s in told if s.country and s.name[:1].islower()]
            if parts and "with" in doc.low[parts[0].last:told[-1].first]:
                told = parts[:1]  # a quake in southern Norland killed 58, with 12 missing in villages near Velm
            told = [s for s in told if not s.country] or [s for s in told if s.name[:1].islower() or (
                doc.low[s.first - 4:s.first] == ["off", "the", "coast", "of"])]
            if len({s.actor for s in told}) != 1 or told[0].name in CONTINENTS:
                return None
            before = doc.low[begin:told[0].first]  # a quake shook Velm, and other towns; the largest swap since war broke out in Velm
            return None if "since" in before or not told[0].country and not words_of("shakes").isdisjoint(before) else told[0]
    return None


def struck_land(places: Places, claim: ClaimDraft, land: Spot | None) -> str | None:
    """The country of the report's main event, for weapons of another side."""
    if claim.affiliation and (land is None or places.scene.side(land.actor) == claim.affiliation):
        land = _attacked(places, claim.affiliation)  # their own land is told of more
    if land is None or land.actor in claim.agents:
        return None
    own = places.scene.side(land.actor)
    teller = places.scene.side(claim.source_actor) if claim.source_actor is not None else None
    if teller and side_of(teller) and teller not in (own, claim.affiliation):
        return None  # Norland's air force tells of no weapons over a third country
    if claim.event in _STOPPED and claim.agents and (side := places.scene.side(claim.agents[0])) and side_of(side) and side != own:
        return None  # Norland's air force stops drones over Norland, whatever land is told of
    return None if own == claim.affiliation or places.scene.actors.list[land.actor].capital else (
        land.name if land.first < places.lead_end else places.scene.actors.list[land.actor].name)  # not southern Norland, told in passing


def _attacked(places: Places, side: str) -> Spot | None:
    """The one other land on which weapons of a side fall by the lead: "Norland launched a raid on Sudland"."""
    end = places.doc.sents[places.doc.lead(_LEAD)][1]
    lead = takewhile(lambda s: s.first < end, places.spots)
    lands = [s for s in lead if s.country and s.role == "at" and places.scene.side(s.actor) != side]
    return lands[0] if len({s.actor for s in lands}) == 1 else None
