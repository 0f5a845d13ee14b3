"""The places of a text as they are named, each with what its words tell of the part it plays."""

from __future__ import annotations

from bisect import bisect_left

from newsfacts.actors import side_of
from newsfacts.actors.sides import adjective_side, countries
from newsfacts.actors.words import names, rulers
from newsfacts.claims.roles.scene import Scene, forms_of, words_of
from newsfacts.drafts import QuoteDraft
from newsfacts.late import late
from newsfacts.records import record
from newsfacts.relate.beside import AREA, ROADS, Beside
from newsfacts.relate.bound import bound_for, cared_for, flown_off, most_of_them, named_by
from newsfacts.relate.sayings import sayings
from newsfacts.sources.words import verbs as speech
from newsfacts.tokens import Doc

_LIST = late(r"(?:,G~*){0,8},?&t?d?G~*l?")  # after a place: ", Poltava and Odesa oblasts"
_NAMED = late("[GCA](?:(?<=[GC])|~*l|~*:[GC])")
# in the city, in the country's east, in the east of the country
_AGAIN = late(r"[P>v](?:tlo)?(?P<again>[tdOI]{1,2}[xJ]?l)(?:(?![oGC~'law-])|(?='d?l))")
_OWN_SIDE = late(r"'[xJd]{0,2}(?:l-)?l{1,2}(?![oGC~'law-])")  # Norland's restive south
# Velm in Norland; Velm, a town near (the capital) Norby; Velm, also in Norby district
_WITHIN = late(r"(?:,?l?P|,xP|,[xdtJ]{0,3}l[xt]?[P<o](?:t?l)?)[td]{0,2}$")
_OF_STATE = late(r",?Pt[dxJ]{0,2}lo$")  # Velm, in the Norlandic state of Karo
_SOIL = late("[P>][tn]?(?P<of>Jl)")
_SIDES = (",l", ",l-l")
_OF = ("o", "ot")
_LEAD = 2  # sentences after the first
_OPENING = 3  # tokens of a sentence before the town with which it begins
_SEAT = late(r",[tIxdgJCGA~']{1,6}xPd?$")  # Velm, the rebels' stronghold in Karo
_OF_AREA = late("[xg]{0,2}lo$")  # Velm Local Government Area of Karo State
_AFTER_THERE = frozenset(".,;:)P&<")
CONTINENTS = frozenset("Africa Asia Europe America".split())  # "the same area" is none of them
_REPORTERS = (["correspondent"], ["correspondents"], ["reporter"], ["reporters"])
_SIGN = 2  # letters of a currency
_LISTED = (",", "&", ",&")
_MORE = 9  # tokens of "and more than a dozen other towns"
_TOWNS = frozenset(("towns", "cities", "places", "villages", "districts", "provinces", "regions", "areas"))
_TITLED = 3  # mentions of a speaker
_LOOK = 12  # places looked at on either side of a claim


@record
class Spot:
    """A place as named; role: in, at (a target), from, of (owner), by (no event's place), line (a dateline),
    wide (where the place before it lies), care (where the hurt are brought), to (where somebody was
    going), road (on the way to it), off (40 kilometres south of it), court (where somebody is tried), as (anything else)."""

    first: int
    last: int
    name: str
    actor: int
    role: str
    country: bool


class Places(Beside):
    """The places of a text, in order."""

    def __init__(self, doc: Doc, scene: Scene, quotes: list[QuoteDraft]) -> None:
        super().__init__(doc, scene)
        self.quotes = quotes
        self.note = _heading(doc)
        self.spots = self._spots()
        if words_of("soil") & doc.keys and (soil := self._soil()):
            self.spots = sorted([*self.spots, *soil], key=lambda spot: spot.first)
        self.spots = self._again()
        self.firsts = [spot.first for spot in self.spots]
        self.lead_end = [*doc.sent_firsts, len(doc.low)][doc.lead(_LEAD) + 1]

    def about(self, token: int, first: int, last: int) -> list[Spot]:
        """The places named in the tokens first..last, those nearest to a token."""
        k = bisect_left(self.firsts, token)
        return [s for s in self.spots[max(0, k - _LOOK):k + _LOOK] if first <= s.first < last]

    def ruled_by(self, speaker: int | None) -> str | None:
        """The place that a speaker governs: "Velm governor Ivo Tarn", "the mayor of Velm, Ivo Tarn"; by its full name, the Velm region."""
        if speaker is None or self.scene.actors.list[speaker].kind != "person":
            return None
        low = self.doc.low
        for mention in self.scene.actors.list[speaker].mentions[:_TITLED]:
            for spot in self.about(mention.first, mention.first - 3, mention.first):
                titled = spot.last == mention.first - 1 and low[spot.last] in rulers()
                if not spot.country and (titled or low[spot.first - 1] == "of" and low[spot.first - 2] in rulers()):
                    return next((s.name for s in self.spots if s.name.startswith(spot.name + " ") and not s.name.islower()
                                 and s.name.rpartition(" ")[2].lower() in words_of("lands")), spot.name)
        return None

    def _spots(self) -> list[Spot]:
        out: list[Spot] = []
        tags, doc, low, actors = self.scene.tags, self.doc, self.doc.low, self.scene.actors
        mention_at, at, known = actors.mention_at, actors.at, actors.list
        openers = frozenset(doc.sent_firsts)
        localities, offices, voices, speaking = words_of("localities"), words_of("offices"), words_of("capital_voices"), speech()
        streets, rivers, venues, venue_names = words_of("streets"), words_of("rivers"), words_of("venues"), words_of("venue_names")
        squares, holding, beside_it, state = words_of("squares"), words_of("holding"), words_of("beside_it"), words_of("state", "ministers")
        courts, seats, directions, lands = words_of("courts"), words_of("seats"), words_of("directions"), words_of("lands")
        size, done = len(low), -1
        for named in _NAMED.finditer(tags):
            first = named.start()
            mention = mention_at.get(first)
            if mention is None or first < done:
                continue
            if done < 0:  # the first place
                self.saying, done = sayings(doc, self.quotes), 0
            kind, who, last = tags[first], at[first], mention.last
            actor, after = known[who], tags[last:last + 1]
            if kind == "A" and actor.kind == "person" and low[first - 1] in ("in", "near") and low[last:last + 1] == ["("] and (
                    tags[last + 1:last + 2] in ("G", "C")):
                kind = "G"  # in Abu Karim (Tripoli)
            if kind == "A":
                if after != "l" or low[last] not in localities or side_of(actor.name):
                    continue
                kind = "G"  # the Velm community
            if (first in openers or low[first - 1] == "/") and (line := self.scene.dateline(doc.sentence_of(first))) > first:
                last = min(last, line)
                name = actor.name.title() if actor.name.isupper() else actor.name
                out.append(Spot(first, last, name, who, "line", kind == "C"))
                if tags[last:last + 2] == ",C" and last + 1 < line:  # VELM, Norland
                    out.append(Spot(last + 1, mention_at[last + 1].last, known[at[last + 1]].name, at[last + 1], "line", True))
                done = line
                continue
            if after == "-" and doc.glued(last - 1):
                continue  # Kyiv-based
            behind = low[last] if last < size else ""
            if behind in ROADS and first and low[first - 1] == "-" and doc.glued(first - 1):
                continue  # the Velm-Norby highway
            if kind == "G":
                if low[last - 1] in streets and tags[last:last + 2] == "PG" or behind in rivers:
                    continue  # on Main Street in Velm; on the bank of the Karo river
                if behind in venues and tags[last + 1:last + 3] == "PG":
                    continue  # at the Karo prison in Velm
            if after == "n" and last - first == 1 and len(low[first]) == _SIGN:
                continue  # Tk 85 million
            if kind == "G":
                last += self._localities(first, last, after, behind)
            begin = named_from = first - (low[last - 1] in localities and self._cut(first))
            venue, town = False, ""
            if kind == "G":
                elsewhere = tags[last:last + 2] == "PG"
                # in Liberty Square, at the Foodex in Velm
                venue = low[last - 1] in squares or elsewhere and low[first - 2:first] == ["at", "the"]
                if last - first > 1 and low[last - 1] in venue_names:
                    town = doc.forms[first].strip() if not elsewhere and names()[0].get(doc.forms[first].strip()) == "P" else ""
                    venue = not town  # at the Oak Inn; at the Nairobi Grand Hotel
            side = _OWN_SIDE.match(tags, last) if after == "'" else None
            if side and low[side.end() - 1] in words_of("reaches" if kind == "C" else "quarters"):
                last = side.end() + (low[side.end():side.end() + 1] == ["side"])  # Velm's east side
                after = tags[last:last + 1]
            behind = low[last] if last < size else ""
            while begin and tags[begin - 1] == "d":
                begin -= 1
            if begin > 2 and low[begin - 1] == "-" and tags[begin - 3:begin - 1] in ("Px", "ox") and doc.glued(begin - 1) and (
                    doc.forms[begin - 2][0].isupper() and doc.glued(begin - 2)):
                begin -= 2  # near Bar-Velm village
            by_side = begin > 3 and low[begin - 2] == "-" and low[begin - 1] in holding  # in Norland-held Karo
            by_land = kind == "G" and tags[begin - 2:begin] == "PJ" and doc.forms[begin - 1][0].isupper()  # in Norlandic Karo
            role = self._role(begin - 3 if by_side else begin - by_land, last, after, kind)
            if venue:
                role = "by"
                if out and out[-1].last == begin - 1 and tags[begin - 1] == "'" and out[-1].role == "wide":
                    out[-1].role = self._role(out[-1].first, last, tags[last:last + 1], "G")  # in Velm's Liberty Square
            elif kind == "G" and behind == "," and role in ("from", "as", "of", "at") and low[last + 1:last + 2] == ["where"] and (
                    role != "from" or low[begin - 2] in words_of("news")):
                role = "in"  # reports from Velm, where nine died
            elif role in ("at", "in") and bound_for(doc, tags, begin):
                role = "by" if flown_off(low, begin) else "to"
            elif role in ("in", "of", "as") and kind == "C" and low[begin - 1] in ("in", "the") and named_by(
                    low, begin, last, bool(out) and out[-1].role == "in" and doc.sentence_of(out[-1].first) == doc.sentence_of(first)):
                role = "by"
            elif behind == "and" and role in ("at", "in") and kind == "G" and "other" in (
                    more := low[last + 2:last + _MORE]) and not _TOWNS.isdisjoint(more):
                role = "by"  # in Velm and more than a dozen other towns
            if after == "," and (actor.capital and begin - 1 in openers or low[begin - 1] == "capital" and begin - 3 in openers) and not (
                    state.isdisjoint(low[last + 1:last + 5])):
                role = "by"  # in Karo, the defence ministry said
            before = out[-1] if out else None
            between = tags[before.last:begin] if before is not None else ""
            if low[begin - 1] == "of" and self._home(begin) or before is not None and between == "," and before.role == "by" and (
                    self._home(before.first)):
                role = "by"  # Ivo Tarn, 32, of Velm, Norland
            if role == "as" and behind == "." and last + 1 in openers and self._opens(first):
                role = "in"  # Velm. Three nurses were abducted
            if role == "in" and kind == "G" and begin > 1 and low[begin - 2] in courts:
                role = "court"  # a court in Velm jailed two
            if role == "as" and before is not None:
                if before.last == begin - 1 and tags[begin - 1] == "'" and (before.country or before.role == "wide"):
                    role = self._role(before.first, last, after, kind)  # in Norland's Karo and Velm regions
                if role == "as" and before.role == "from" and between in _LISTED:
                    role = "from"  # from Karo and Velm
            # a reporter in Velm said; but: a reporter in Velm heard nine blasts
            told = low[begin - 2:begin - 1] in _REPORTERS and behind not in forms_of("witnessing")
            told = told or self._in_the_capital(begin, last) or bool(self.saying) and self._said_at(first)
            if told or begin > 1 and (low[begin - 2] in offices or actor.capital and low[begin - 2] in voices) and (
                    (verb := self._verb_behind(last)) in speaking or verb in words_of("puts", "speaks_of")):  # the ministry in Velm said
                role = "by"
            elif low[begin - 1] == "(" and behind == ")" and begin > 1 and doc.forms[begin - 2][0].isupper():
                role = "wide"  # Velm (Norland)
            elif before is not None and role in ("as", "in") and self._in_brackets(before.last, begin) or (
                    role in ("as", "in", "from") and most_of_them(low, begin)):
                role = "wide" if role == "as" or low[begin - 1] == "(" else "by"
            elif before is None:
                pass
            elif between == "'" and (before.country or before.role == "wide") and len(out) > 1 and (
                    out[-2].role in ("in", "at", "as") and _WITHIN.match(tags, out[-2].last, before.first)):
                role = "wide"  # Velm, a town in Norland's Karo State
            elif (between in _OF and (low[before.last - 1] in localities or low[before.last - 1] in AREA)
                    or low[begin - 2] in AREA and _OF_AREA.match(tags, before.last, begin)
                    or low[begin - 2] in seats and _SEAT.match(tags, before.last, begin)
                    or between == "lo" and before.role != "of" and self._part_of(before.last) or (
                    role in ("in", "as") and between[:1] in ",lP" and before.country <= (kind == "C")
                    and before.role in ("in", "at", "as", "wide", "care") and (
                        _WITHIN.match(tags, before.last, begin - 3 * by_side - by_land) or (  # Velm in Norlandic Karo
                        low[begin - 1] in directions and between in _SIDES)  # Velm, south-west Norland
                        or role == "as" and between == "," and self._in_state(before, after)
                        or low[begin - 2] in lands and _OF_STATE.match(tags, before.last, begin)))):
                role = "wide"
            if first < self.note and role in ("as", "at", "from", "off"):
                role = "in"  # Evacuation from Velm - update, May 4
            if low[last - 1] in localities and low[first - 1] != "-":
                begin = named_from  # the northern Velm region lies in the north
            while begin < first and low[begin] in beside_it:
                begin += 1  # in neighbouring Velm
            name = doc.words(begin, last) if mention.form != "short" or begin < first or last > mention.last else actor.name
            name = town or name
            if name.isupper() and begin == first and last == mention.last:
                name = actor.name  # OSLO in the headline, Oslo in the text
            others = _LIST.match(tags, last) if kind == "G" and tags[last:last + 1] in (",", "&") and role in ("in", "at") else None
            if others:
                name, done = doc.words(begin, others.end()), others.end()
            land = kind == "C" or bool(actor.capital) and role in ("as", "of") and not self._as_a_city(begin, last)
            out.append(Spot(begin, last, name, who, role, land))
        return out

    def _named_as_city(self, spot: Spot) -> bool:
        """Whether "the capital" may be that spot: told as a place or by its mayor, not as a government: "Moscow's forces", "Kyiv said"."""
        behind = self.doc.low[spot.last:spot.last + 2]
        if behind[:1] == ["'s"]:
            return behind[-1] in rulers() or self._as_a_city(spot.first, spot.last)
        return spot.role != "by" or behind[:1] != [] and behind[0] in rulers() or behind[:1] == [","] and (
            self.doc.low[spot.first - 1] == "in")  # In Velm, the ministry said

    def _soil(self) -> list[Spot]:
        """The countries told by their adjective: "over Norlandic territory", where the text names them too."""
        doc, out = self.doc, []
        for match in _SOIL.finditer(self.scene.tags):
            first, last = match.span("of")
            side = adjective_side(doc, first) if doc.low[last - 1] in words_of("soil") else None
            who = next((k for k, a in enumerate(self.scene.actors.list) if a.kind == "country" and self.scene.side(k) == side), -1)
            if side and who >= 0:
                out.append(Spot(first, last, self.scene.actors.list[who].name, who, "in", True))
        return out

    def _again(self) -> list[Spot]:
        """The places with those that are only called the city, the region, the capital, the country, there."""
        low, tags, spots = self.doc.low, self.scene.tags, self.spots
        again = [match.span("again") for match in _AGAIN.finditer(tags)]
        if "there" in self.doc.keys:
            t = -1
            for _ in range(low.count("there")):
                t = low.index("there", t + 1)
                if tags[t + 1:t + 2] in _AFTER_THERE or low[t + 1:t + 3] == ["the", "same"]:
                    again.append((t, t + 1))
            again.sort()
        if not again:
            return spots
        out: list[Spot] = []
        k = 0
        for first, last in again:
            while k < len(spots) and spots[k].first < first:
                out.append(spots[k])
                k += 1
            word = low[last - 1]
            of_people = tags[last - 2] == "J" and word == "capital"  # the Kenyan capital
            if last - first > 1 and tags[last - 2] in "xJ" and low[last - 2] != "same" and not of_people:
                continue
            if word.endswith("s") or word in words_of("anywhere") and word != "camp":
                continue
            if first > 1 and (cared_for(self.doc, first) or low[first - 1] in ("outside", "beyond")):
                continue  # both from outside the district
            if out and tags[first - 1:first] == "o" and _WITHIN.match(tags, out[-1].last, first - 3):
                continue  # Velm, a district in the north of the capital
            near = [s for s in out[-12:] if s.role != "line" or word == "capital" or s.country and word == "country"]
            if word == "there":
                begins = self.doc.sentence_of(first) - 1
                sited = [s for s in near if s.role in ("in", "at") and not s.country]
                if any(s.role in ("in", "at") for s in near):  # "Ukraine's police said nine had died there": not in Ukraine
                    near = [s for s in near if s.role != "of" or not s.country]
                near = [s for s in near if s.role not in ("by", "wide") and self.doc.sentence_of(s.first) >= begins and not (
                    s.role == "as" and s.country and is_capital(s))]  # planes which Kyiv says burned out there
                named = [low[t + 1] for t in range(self.doc.sents[begins + 1][0], first) if low[t] == "the"] if not near else []
                if not words_of("towns").isdisjoint(named):
                    near = sited  # the force had not left the town: it had sent nine men there
                elif "camp" in named:
                    near = [s for s in sited if s.name.lower().endswith("camp")]
            elif word == "capital":
                near = [s for s in near if is_capital(s) and self._named_as_city(s)]
                if of_people:
                    near = [s for s in near if side_of(s.name.title()) == side_of(self.doc.words(last - 2, last - 1))]
            else:
                begins = self.doc.sents[self.doc.sentence_of(first)][0]  # not who acts: Norland carried out strikes across the country
                near = [s for s in near if s.country == (word in ("country", "nation")) and s.name not in CONTINENTS
                        and s.role != "to" and not (  # in Velm, Texas, in his suburb
                            s.role == "wide" and word in words_of("quarter_words") and not s.name.lower().endswith(word))
                        and not (s.role == "as" and s.first >= begins or s.role == "by" and (
                            is_capital(s) or low[s.last - 1] in words_of("adjectival")))]  # US soldiers
                if word == "camp":  # no camp of an army, but that told by its name
                    near = [s for s in near if s.name.lower().endswith(word)]
                kin = tuple(words_of("provinces")) if word in words_of("provinces") else word
                if word in words_of("towns"):  # the village is none of the region in which it lies
                    near = [s for s in near if s.name.rpartition(" ")[2].lower() not in words_of("lands", "quarter_words")]
                    near = [s for s in near if s.role != "wide"] or near
                    if near and low[near[-1].first - 1] == "of" and low[near[-1].first - 2] in words_of("towns") - {word}:
                        near = [s for s in out if low[s.first - 2:s.first] == [word, "of"]] or near  # the town of Velm, the village of Karo
                near = [s for s in near if s.name.rpartition(" ")[2].lower() not in words_of("squares")]
                if word in ("city", "town") and not near:  # a reporter was sent to the town of the report
                    near = [s for s in out if s.role == "line" and not s.country and not is_capital(s)]
                near = [s for s in near if s.name.lower().endswith(kin)] or ([] if word in words_of("provinces") else near)
            if word == "area" and len(near) > 1 and near[-1].role == "as" and near[-2].role in ("in", "at") and (
                    near[-1].first - near[-2].last == 1):
                near.pop()  # in Velm district, Karo province
            if word in ("country", "nation") and not near and not any(s.country for s in out):
                near = [s for s in out[:1] if s.role == "line" and is_capital(s)]  # ABUJA (Wire) - Raids across the country
            if near:
                land = self.scene.actors.list[near[-1].actor].capital if word in ("country", "nation") else None
                out.append(Spot(first, last, land or near[-1].name, near[-1].actor, "in", near[-1].country))
        return out + spots[k:]

    def _in_state(self, town: Spot, after: str) -> bool:
        """Whether what stands behind a town and a comma is where it lies: "a clerk in Velm, Texas began"; not "In Velm, Karo was hit"."""
        opens = town.first - self.doc.sents[self.doc.sentence_of(town.first)][0] < _OPENING
        return (after == "," or not opens) and after not in ("B", "v", "&") and self.doc.low[town.last - 1] not in words_of("localities")


def _heading(doc: Doc) -> int:
    """The end of the first line where it heads a note on what goes on at a place, else 0: "Floods in Velm - flash update"."""
    first, last = doc.headline or (0, 0)
    noted = not words_of("notes").isdisjoint(doc.low[first:last]) and not words_of("note_topics").isdisjoint(doc.low[first:last])
    return last if noted else 0


def is_capital(spot: Spot) -> bool:
    """Whether a place is the capital of a country."""
    return spot.name in countries().capitals or spot.name.title() in countries().capitals
