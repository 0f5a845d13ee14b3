"""Where it happened: the most specific place named for a claim, in its sentence, else in its paragraph, else in the report."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass

from newsfacts.actors.sides import countries
from newsfacts.claims.roles.scene import Scene, words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.tokens import Doc

# what stands before a place, read backwards: "the southern", "the village of", "the outskirts of the city of"
_BEFORE = re.compile(r"(?P<dir>[dt]*)(?:o[xdt]{0,2}l[dtx]{0,3}){0,2}(?P<prep>.?)")
_LIST = re.compile(r"(?:,G~*){0,8},?&t?d?G~*l?")  # after a place: ", Poltava and Odesa oblasts"
_AGAIN = re.compile(r"[P>][td]{1,2}l(?![oGC~'law-])")  # in the city
_ARMS = re.compile(r"'[-mnx]{0,4}[aw]")  # Norland's missiles
_OWNS = re.compile(r"'[xdJ-]{0,4}[Gl]")


_WEAPONS = frozenset("drone missile rocket bomb shell weapon aircraft".split())
_OUTWARD = ("launched", "returned", "provided", "deployed", "attacked", "hit")  # events that leave the place from which they come
_STOPPED = ("intercepted", "suppressed")
_BESIDE = 8  # tokens
_LOOK = 12  # places looked at on either side of a claim
# how much a mention tells of where a report's main event was; a country that acts tells less
_WEIGHT = {"in": 10, "at": 10, "as": 8, "of": 3, "from": 0, "by": 0, "line": 1}
_LAND_WEIGHT = {"in": 10, "at": 10, "as": 2, "of": 7, "from": 0, "by": 0, "line": 0}


@dataclass(slots=True, eq=False, repr=False)
class Spot:
    """A place as named; role: in, at (a target), from, of (owner), by (no event's place), line (a dateline), as (anything else)."""

    first: int
    last: int
    name: str
    actor: int
    role: str
    country: bool


class Places:
    """The places of a text, in order."""

    def __init__(self, doc: Doc, scene: Scene) -> None:
        self.doc, self.scene = doc, scene
        self.spots = sorted([*self._spots()], key=lambda s: s.first)
        self.spots = self._again()
        self.firsts = [spot.first for spot in self.spots]

    def about(self, token: int, first: int, last: int) -> list[Spot]:
        """The places named in the tokens first..last, those nearest to a token."""
        k = bisect_left(self.firsts, token)
        return [s for s in self.spots[max(0, k - _LOOK):k + _LOOK] if first <= s.first < last]

    def _spots(self) -> list[Spot]:
        out: list[Spot] = []
        tags, doc, actors = self.scene.tags, self.doc, self.scene.actors
        openers = frozenset(doc.sent_firsts)
        done = 0
        for first in self.scene.mentions:
            kind = tags[first]
            if kind not in "GC" or first < done:
                continue
            mention = actors.mention_at[first]
            actor = actors.list[actors.at[first]]
            last = mention.last
            if first in openers and (line := self.scene.dateline(doc.sentence_of(first))) > first:
                out.append(Spot(first, last, actor.name, actors.at[first], "line", kind == "C"))
                done = line
                continue
            after = tags[last:last + 1]
            if after == "-" and doc.glued(last - 1):
                continue  # Kyiv-based
            if after == "l" and kind == "G" and tags[last + 1:last + 2] != "o":
                last += 1
            begin = first
            while begin and tags[begin - 1] == "d":
                begin -= 1
            role = self._role(begin, last, after, kind)
            if role == "as" and out and out[-1].role == "from" and tags[out[-1].last:begin] in (",", "&", ",&"):
                role = "from"  # from Karo and Velm
            name = doc.words(begin, last) if mention.form != "short" or begin < first or last > mention.last else actor.name
            others = _LIST.match(tags, last) if kind == "G" and role in ("in", "at") else None
            if others:
                name, done = doc.words(begin, others.end()), others.end()
            out.append(Spot(begin, last, name, actors.at[first], role, kind == "C" or (bool(actor.capital) and role in ("as", "of"))))
        return out

    def _again(self) -> list[Spot]:
        """The places with those that are only called the city, the region, the capital, the country."""
        out: list[Spot] = []
        low = self.doc.low
        k = 0
        for match in _AGAIN.finditer(self.scene.tags):
            while k < len(self.spots) and self.spots[k].first < match.start():
                out.append(self.spots[k])
                k += 1
            word = low[match.end() - 1]
            for spot in (s for s in reversed(out[-12:]) if s.role != "line" or word == "capital"):
                if _is_capital(spot) if word == "capital" else spot.country == (word in ("country", "nation")):
                    out.append(Spot(match.start() + 1, match.end(), spot.name, spot.actor, "in", spot.country))
                    break
        return out + self.spots[k:]

    def _role(self, begin: int, last: int, after: str, kind: str) -> str:
        tags = self.scene.tags
        if after == "'":
            if _ARMS.match(tags, last):
                return "by"
            return "in" if _OWNS.match(tags, last) else "of"
        if after in ("q", "W") or (after == "a" and kind == "G"):
            return "in"  # the Norland quake
        if after == "l" and tags[last:last + 2] == "lo":
            return "of"  # the Oregon towns of
        if tags[begin - 3:begin] in ("nlo", "xlo", "llo", "Glo", "~lo") and self.doc.low[begin - 2] in words_of("directions"):
            return "by"  # 40 kilometres south of Velm
        match = _BEFORE.match(tags[max(0, begin - 12):begin][::-1])
        prep = match["prep"] if match else ""
        if prep in ("P", "l"):
            return "in"
        if prep == "o" and "<" in tags[max(0, begin - 5):begin]:
            return "from"  # from the direction of Velm
        if prep == "," and tags[begin - 2:begin - 1] == "l":
            return "in"  # the capital, Velm
        if match and match.end("dir") < match.start("prep"):
            return "in"  # the coast of Norland
        return {">": "at", "v": "at", "<": "from", "b": "by", "h": "by"}.get(prep, "as")


def _close(places: Places, spot: Spot, claim: ClaimDraft) -> bool:
    """Whether a place stands beside a claim: "returned to Norland", "swapped at the border near Velm"."""
    between = places.scene.tags[claim.last:spot.first]
    return spot.role in ("in", "at") and claim.last <= spot.first and len(between) < _BESIDE and "," not in between


def _is_capital(spot: Spot) -> bool:
    return spot.name in countries().capitals or spot.name.title() in countries().capitals


def locate(doc: Doc, claims: list[ClaimDraft], scene: Scene) -> None:
    """Sets the places."""
    places = Places(doc, scene)
    if not places.spots:
        return
    loose, raid = words_of("placeless"), words_of("raid")
    main, land = _main(places, False), _main(places, True)
    numbers = [c.first for c in claims]
    struck: dict[str | None, tuple[str, int]] = {}  # side → where its weapons last struck, the sentence that told it
    for k, claim in enumerate(claims):
        first, last = doc.sents[claim.sentence]
        if claim.event in _STOPPED:  # forty were stopped, three hit houses in Velm
            last = next((c.first for c in claims[k + 1:k + 4] if c.sentence == claim.sentence and c.event not in _STOPPED), last)
        spot = _nearest(places, claim, first, last, numbers)
        whole = claim.part_of
        if whole and whole.place and whole.sentence == claim.sentence and whole.event == claim.event and (
                spot is None or spot.first < claim.first):
            claim.place = whole.place
            continue
        if spot is not None and claim.event in loose and not _close(places, spot, claim):
            spot = None
        if spot is not None:
            claim.place = spot.name
        elif claim.event in raid and claim.item in _WEAPONS:
            name, told = struck.get(claim.affiliation, (None, -9))
            country = None if claim.sentence - told <= 1 else _struck_land(places, claim, land)
            claim.place = country or name or _struck_land(places, claim, land)
        elif claim.event not in loose and claim.event != "launched":
            spot = _around(places, claim, first, last) or (main if main and _fits(main, claim, scene) else None)
            claim.place = spot.name if spot else None
        if claim.event in raid and spot is not None:
            struck[claim.affiliation] = spot.name, claim.sentence


def _struck_land(places: Places, claim: ClaimDraft, land: Spot | None) -> str | None:
    """The country of the report's main event, for weapons of another side."""
    if land is None or land.actor in claim.agents:
        return None
    own = places.scene.side(land.actor)
    return None if own == claim.affiliation else land.name


def _own(spot: Spot, claim: ClaimDraft, scene: Scene) -> bool:
    """Whether a place is who acts, or the capital where a government speaks ("in Moscow, the ministry said")."""
    if spot.actor in claim.agents:
        return True
    if claim.source_actor is None:
        return False
    capital = scene.actors.list[spot.actor].capital
    return capital is not None and capital == scene.side(claim.source_actor)


def _fits(main: Spot, claim: ClaimDraft, scene: Scene) -> bool:
    """Whether the report's place can be a claim's: a country that only acts in it is none."""
    return not _own(main, claim, scene) and _usable(main, claim, scene)


def _usable(spot: Spot, claim: ClaimDraft, scene: Scene) -> bool:
    if spot.role in ("line", "by") or (spot.country and spot.role not in ("in", "at", "from")):
        return False
    if spot.role == "from" and (spot.first < claim.first or spot.country or claim.event in _OUTWARD):
        return False
    if spot.last <= claim.first and _own(spot, claim, scene):
        return False
    # nobody strikes his own land
    return not (spot.country and claim.item in _WEAPONS and claim.affiliation and claim.affiliation == scene.side(spot.actor))


def _nearest(places: Places, claim: ClaimDraft, first: int, last: int, numbers: list[int]) -> Spot | None:
    """The place of the claim's own sentence that is nearest to its number; words after it count as nearer than words before."""
    best, least = None, 0
    tags = places.scene.tags
    spots = [s for s in places.about(claim.first, first, last) if _usable(s, claim, places.scene)]
    for spot in spots:
        if claim.first <= spot.first < claim.last:
            between, cost = "", 4
        elif spot.first >= claim.last:
            if "including" in places.doc.low[claim.last:spot.first]:
                continue
            between = tags[claim.last:spot.first]
            others = bisect_left(numbers, spot.first) - bisect_right(numbers, claim.first)
            cost = len(between) + 6 * between.count(",") + 8 * others
        else:
            between = tags[spot.last:claim.first]
            others = bisect_left(numbers, claim.first) - bisect_right(numbers, spot.first)
            cost = 4 + len(between) + 2 * between.count(",") + 4 * others
        cost += {"in": 0, "at": 0, "as": 10, "of": 16, "from": 6}[spot.role] + 14 * spot.country
        if best is None or cost < least:
            best, least = spot, cost
    return best


def _around(places: Places, claim: ClaimDraft, first: int, last: int) -> Spot | None:
    """The last place named before in the paragraph, else the first one after."""
    paras = places.doc.paras
    k = bisect_right(paras, (first, 1 << 60)) - 1
    if k < 0 or places.scene.apart(claim.sentence):
        return None
    begin, end = paras[k]
    near = [s for s in places.about(first, begin, end) if s.role in ("in", "at") and _usable(s, claim, places.scene)]
    before = [s for s in near if s.first < first]
    return before[-1] if before else next((s for s in near if s.first >= last), None)


def _main(places: Places, land: bool) -> Spot | None:
    """The place of the report's main event (`land`: the country): the one most told."""
    votes: Counter[int] = Counter()
    sited: set[int] = set()
    for spot in places.spots:
        if spot.country or not land:
            votes[spot.actor] += (_LAND_WEIGHT if spot.country else _WEIGHT)[spot.role]
            if spot.role in ("in", "at", "of") or not spot.country or (land and spot.role == "as"):
                sited.add(spot.actor)
    best = max(sited, key=lambda actor: (votes[actor], -actor), default=None)
    if best is None or not votes[best]:
        return None
    named = [s for s in places.spots if s.actor == best]
    return next((s for s in named if s.role in ("in", "at")), next((s for s in named if s.role != "line"), named[0]))
