"""The places of a text as they are named, each with what its words tell of the part it plays."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from newsfacts.actors import side_of
from newsfacts.actors.sides import adjective_side, countries
from newsfacts.actors.words import names, rulers, struck
from newsfacts.claims.roles.scene import Scene, forms_of, words_of
from newsfacts.drafts import QuoteDraft
from newsfacts.late import late
from newsfacts.records import record
from newsfacts.relate.bound import bound_for, cared_for, most_of_them
from newsfacts.relate.sayings import sayings
from newsfacts.sources.words import verbs as speech
from newsfacts.tokens import Doc

# what stands before a place, read backwards: "the southern", "the village of", "the outskirts of the city of"
_BEFORE = late(r"(?P<dir>[dt]*)(?:o[xdt]{0,2}l[dtxJ]{0,4}){0,2}(?P<prep>.?)")
_LIST = late(r"(?:,G~*){0,8},?&t?d?G~*l?")  # after a place: ", Poltava and Odesa oblasts"
_NAMED = late("[GCA](?:(?<=[GC])|~*l|~*:[GC])")
# in the city, in the country's east, in the east of the country
_AGAIN = late(r"[P>v](?:tlo)?(?P<again>[tdOI]{1,2}[xJ]?l)(?:(?![oGC~'law-])|(?='d?l))")
_OWN_SIDE = late(r"'[xJd]{0,2}(?:l-)?l{1,2}(?![oGC~'law-])")  # Norland's restive south
_DISASTER = late("[xm]{1,2}[qa]")
_ARMS = late(r"'(?:[-mnxA~]{0,5}[awg]|[xm]{0,2}W)")  # Norland's missiles, its rebels, its campaign
_OWNS = late(r"'[xdJ-]{0,4}[Gl]")
# Velm in Norland; Velm, a town near (the capital) Norby; Velm, also in Norby district
_WITHIN = late(r"(?:,?l?P|,xP|,[xdtJ]{0,3}l[xt]?[P<o](?:t?l)?)[td]{0,2}$")
_OF_STATE = late(r",?Pt[dxJ]{0,2}lo$")  # Velm, in the Norlandic state of Karo
_HELD_BY = late(r"lot?d*(?:x?l|C|[GA]~*(?:l|(?<=~)(?!~))?)")  # the Velm district of the Karo region
_SOIL = late("[P>][tn]?(?P<of>Jl)")
_WHO = late("t?[nmxd]?[CGAJ]")
_ROLES = {"P": "in", "l": "in", ">": "at", "v": "at", "<": "from", "b": "by", "h": "by"}  # by what stands before a place
_FROM = late("<t?[dmlwx]{0,2}[lwx]Pt?$")
_SIDES = (",l", ",l-l")
_OF = ("o", "ot")
_OPENING = 3  # tokens of a sentence before the town with which it begins
_LOCAL_AREA = ["local", "government", "area"]
_AREA = frozenset(("area",))
_DISTRICT = frozenset(("district",))  # the Velm village of Karo district
_SEAT = late(r",[tIxdgJCGA~']{1,6}xPd?$")  # Velm, the rebels' stronghold in Karo
_OF_AREA = late("[xg]{0,2}lo$")  # Velm Local Government Area of Karo State
_AFTER_THERE = frozenset(".,;:)P&<")
CONTINENTS = frozenset("Africa Asia Europe America".split())  # "the same area" is none of them
_WHICH = ([",", "which"], [",", "who"])
_PART = 6  # tokens of "in the rebel stronghold of"
_PART_AT = frozenset(("in", "at", "on", "near"))
_SEATED = 14  # tokens of "a Britain-based group with sources inside Velm"
_ASIDE = 9  # tokens of a clause on who speaks
_REPORTERS = (["correspondent"], ["correspondents"], ["reporter"], ["reporters"])
_PARTS = frozenset(("area", "valley"))
_SIGN = 2  # letters of a currency
_NEAR = 5  # tokens of "(about 64 km)"
_BEFORE_SAID = frozenset("meanwhile also later earlier have has had then".split())
_DISTANCES = frozenset("km kilometre kilometres kilometer kilometers mile miles".split())
_ROADS = ("road", "highway", "motorway")
_BRACKETS = 9  # tokens
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


class Places:
    """The places of a text, in order."""

    def __init__(self, doc: Doc, scene: Scene, quotes: list[QuoteDraft]) -> None:
        self.doc, self.scene = doc, scene
        self.quotes = quotes
        self.saying: list[tuple[int, int]] = []
        self.elsewhere = words_of("elsewhere") & doc.keys
        self.note = _heading(doc)
        self.spots = self._spots()
        if words_of("soil") & doc.keys and (soil := self._soil()):
            self.spots = sorted([*self.spots, *soil], key=lambda spot: spot.first)
        self.spots = self._again()
        self.firsts = [spot.first for spot in self.spots]

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
        done = -1
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
            if low[last:last + 1] and low[last] in _ROADS and first and low[first - 1] == "-" and doc.glued(first - 1):
                continue  # the Velm-Norby highway
            if kind == "G" and (low[last - 1] in words_of("streets") and tags[last:last + 2] == "PG" or low[last] in words_of("rivers")):
                continue  # on Main Street in Velm; on the bank of the Karo river
            if kind == "G" and low[last:last + 1] and low[last] in words_of("venues") and tags[last + 1:last + 3] == "PG":
                continue  # at the Karo prison in Velm
            if after == "n" and last - first == 1 and len(low[first]) == _SIGN:
                continue  # Tk 85 million
            within = tags[last + 1:last + 2] == "o"
            if after == "l" and kind == "G" and (low[last] != "sector" or within) and (
                    words_of("of_communities").isdisjoint(low[last + 1:last + 2])) and (tags[last + 1:last + 2] != "o" or (
                    low[last] in localities | _AREA and (held := _HELD_BY.match(tags, last)) and (
                        low[last] not in words_of("small") or low[held.end() - 1] in words_of("lands") | _DISTRICT or (
                            low[last] == "suburb" and held[0][-1] in "GC~" and self._of_a_capital(first, last))) and (
                        low[last] not in _AREA or tags[held.end() - 1] == "l"))):  # the Velm area of Karo district
                last += 1
            elif kind == "G" and low[last:last + 3] == _LOCAL_AREA:
                last += len(_LOCAL_AREA)
            elif kind == "G" and "-" in low[first:last] and low[last:last + 1] and low[last] in _ROADS:
                last += 1  # on the Velm-Karo road
            begin = named_from = first - (low[last - 1] in localities and self._cut(first))
            elsewhere = tags[last:last + 2] == "PG"
            venue = kind == "G" and (low[last - 1] in words_of("squares") or low[first - 2:first] == ["at", "the"] and elsewhere)
            town = ""  # in Liberty Square, at the Foodex in Velm
            if kind == "G" and last - first > 1 and low[last - 1] in words_of("venue_names"):
                town = doc.forms[first].strip() if not elsewhere and names()[0].get(doc.forms[first].strip()) == "P" else ""
                venue = not town  # at the Oak Inn; at the Nairobi Grand Hotel
            side = _OWN_SIDE.match(tags, last) if after == "'" else None
            if side and low[side.end() - 1] in words_of("reaches" if kind == "C" else "quarters"):
                last = side.end() + (low[side.end():side.end() + 1] == ["side"])  # Velm's east side
                after = tags[last:last + 1]
            while begin and tags[begin - 1] == "d":
                begin -= 1
            if begin > 2 and low[begin - 1] == "-" and tags[begin - 3:begin - 1] in ("Px", "ox") and doc.glued(begin - 1) and (
                    doc.forms[begin - 2][0].isupper() and doc.glued(begin - 2)):
                begin -= 2  # near Bar-Velm village
            by_side = begin > 3 and low[begin - 2] == "-" and low[begin - 1] in words_of("holding")  # in Norland-held Karo
            by_land = kind == "G" and tags[begin - 2:begin] == "PJ" and doc.forms[begin - 1][0].isupper()  # in Norlandic Karo
            role = self._role(begin - 3 if by_side else begin - by_land, last, after, kind)
            if venue:
                role = "by"
                if out and out[-1].last == begin - 1 and tags[begin - 1] == "'" and out[-1].role == "wide":
                    out[-1].role = self._role(out[-1].first, last, tags[last:last + 1], "G")  # in Velm's Liberty Square
            elif kind == "G" and role in ("from", "as", "of", "at") and low[last:last + 2] == [",", "where"] and (
                    role != "from" or low[begin - 2] in words_of("news")):
                role = "in"  # reports from Velm, where nine died
            elif role in ("at", "in") and bound_for(doc, tags, begin):
                role = "to"
            elif role in ("at", "in") and kind == "G" and low[last:last + 1] == ["and"] and "other" in (
                    more := low[last + 2:last + _MORE]) and not _TOWNS.isdisjoint(more):
                role = "by"  # in Velm and more than a dozen other towns
            if actor.capital and after == "," and begin - 1 in openers and not words_of("state").isdisjoint(low[last + 1:last + 5]):
                role = "by"  # in Karo, the defence ministry said
            if self._home(begin) or out and out[-1].role == "by" and tags[out[-1].last:begin] == "," and self._home(out[-1].first):
                role = "by"  # Ivo Tarn, 32, of Velm, Norland
            if role == "as" and low[last:last + 1] == ["."] and last + 1 in openers and self._opens(first):
                role = "in"  # Velm. Three nurses were abducted
            if role == "in" and kind == "G" and begin > 1 and low[begin - 2] in words_of("courts"):
                role = "court"  # a court in Velm jailed two
            before = out[-1] if out else None
            if role == "as" and before is not None and before.last == begin - 1 and tags[begin - 1] == "'" and (
                    before.country or before.role == "wide"):
                role = self._role(before.first, last, after, kind)  # in Norland's Karo and Velm regions
            if before is not None and role == "as" and before.role == "from" and tags[before.last:begin] in (",", "&", ",&"):
                role = "from"  # from Karo and Velm
            heard = low[last:last + 1] and low[last] in forms_of("witnessing")  # a reporter in Velm heard nine blasts
            told = low[begin - 2:begin - 1] in _REPORTERS and not heard or self.saying and self._said_at(first)
            verb = last
            if low[last:last + 2] in _WHICH:  # the ministry in Velm, which the rebels run, says
                verb = next((t + 1 for t in range(last + 2, min(last + _ASIDE, len(low) - 1)) if low[t] == ","), last)
            while low[verb:verb + 1] and low[verb] in _BEFORE_SAID:
                verb += 1  # sources in Velm meanwhile said
            if told or begin > 1 and (low[begin - 2] in offices or (
                    actor.capital and low[begin - 2] in voices)) and low[verb:verb + 1] and (
                    low[verb] in speaking or low[verb] in words_of("puts")):  # the ministry in Velm said
                role = "by"
            elif low[begin - 1] == "(" and low[last:last + 1] == [")"] and begin > 1 and doc.forms[begin - 2][0].isupper():
                role = "wide"  # Velm (Norland)
            elif before is not None and role in ("as", "in") and self._in_brackets(before.last, begin) or (
                    role in ("as", "in", "from") and most_of_them(low, begin)):
                role = "wide" if role == "as" or low[begin - 1] == "(" else "by"
            elif before is not None and (before.country or before.role == "wide") and tags[before.last:begin] == "'" and len(out) > 1 and (
                    out[-2].role in ("in", "at", "as") and _WITHIN.match(tags, out[-2].last, before.first)):
                role = "wide"  # Velm, a town in Norland's Karo State
            elif before is not None and (tags[before.last:begin] in _OF and low[before.last - 1] in localities | _AREA
                                         or low[begin - 2] in _AREA and _OF_AREA.match(tags, before.last, begin)
                                         or low[begin - 2] in words_of("seats") and _SEAT.match(tags, before.last, begin)
                    or tags[before.last:begin] == "lo" and before.role != "of" and self._part_of(before.last) or (
                    role in ("in", "as") and tags[before.last:begin][:1] in ",lP" and before.country <= (kind == "C")
                    and before.role in ("in", "at", "as", "wide", "care") and (_WITHIN.match(tags, before.last, begin - 3 * by_side) or (
                        low[begin - 1] in words_of("directions") and tags[before.last:begin] in _SIDES)  # Velm, south-west Norland
                        or role == "as" and tags[before.last:begin] == "," and self._in_state(before, after)
                        or low[begin - 2] in words_of("lands") and _OF_STATE.match(tags, before.last, begin)))):
                role = "wide"
            if first < self.note and role in ("as", "at", "from", "off"):
                role = "in"  # Evacuation from Velm - update, May 4
            if low[last - 1] in localities and low[first - 1] != "-":
                begin = named_from  # the northern Velm region lies in the north
            while begin < first and low[begin] in words_of("beside_it"):
                begin += 1  # in neighbouring Velm
            name = doc.words(begin, last) if mention.form != "short" or begin < first or last > mention.last else actor.name
            name = town or name
            if name.isupper() and begin == first and last == mention.last:
                name = actor.name  # OSLO in the headline, Oslo in the text
            others = _LIST.match(tags, last) if kind == "G" and role in ("in", "at") and tags[last:last + 1] in (",", "&") else None
            if others:
                name, done = doc.words(begin, others.end()), others.end()
            land = kind == "C" or bool(actor.capital) and role in ("as", "of") and not self._as_a_city(begin, last)
            out.append(Spot(begin, last, name, who, role, land))
        return out

    def _of_a_capital(self, first: int, last: int) -> bool:
        """Whether a name is that of a capital's suburb: "the Velm suburb of Oslo"; but: the Oslo suburb of Velm."""
        capitals, mention = countries().capitals, self.scene.actors.mention_at.get(last + 2)
        return mention is not None and self.doc.words(last + 2, mention.last) in capitals and self.doc.words(first, last) not in capitals

    def _cut(self, first: int) -> bool:
        """Whether a capitalised common word before a name begins it: in *Now* Velm district."""
        doc = self.doc
        return first > 1 and doc.low[first - 2] in ("in", "near", "at") and doc.forms[first - 1][0].isupper() and (
            self.scene.tags[first - 1] in "xnm" and doc.low[first - 1].isalpha() and not (doc.headline and first < doc.headline[1]))

    def _as_a_city(self, first: int, last: int) -> bool:
        """Whether a capital is told of as a city, not a government: the streets of Velm, the mayor of Velm, Velm's hospitals."""
        low = self.doc.low
        if not words_of("city_events").isdisjoint(low[last:last + 1]):
            return True  # the Velm blast
        owned = low[last:last + 1] == ["'s"] and not words_of("of_cities").isdisjoint(low[last + 1:last + 3])
        return owned or low[first - 1] == "of" and low[first - 2] in words_of("of_cities")

    def _named_as_city(self, spot: Spot) -> bool:
        """Whether "the capital" may be that spot: told as a place or by its mayor, not as a government: "Moscow's forces", "Kyiv said"."""
        behind = self.doc.low[spot.last:spot.last + 2]
        if behind[:1] == ["'s"]:
            return behind[-1] in rulers() or self._as_a_city(spot.first, spot.last)
        return spot.role != "by" or behind[:1] != [] and behind[0] in rulers()

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
                near = [s for s in near if s.role not in ("by", "wide") and self.doc.sentence_of(s.first) >= begins]
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
                    near = [s for s in near if s.name.rpartition(" ")[2].lower() not in words_of("lands") | words_of("quarter_words")]
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

    def _said_at(self, token: int) -> bool:
        """Whether a token stands among the words that tell who speaks, and where: "he told reporters in Velm"."""
        start, saying = self.doc.starts[token], self.saying
        k = bisect_right(saying, (start, len(self.doc.text))) - 1
        return k >= 0 and start < saying[k][1]

    def _opens(self, token: int) -> bool:
        """Whether a line, or a point of a list behind its mark, begins at a token."""
        while token and not self.doc.opens_line(token) and not self.doc.low[token - 1][:1].isalnum():
            token -= 1
        return self.doc.opens_line(token)

    def _in_state(self, town: Spot, after: str) -> bool:
        """Whether what stands behind a town and a comma is where it lies: "a clerk in Velm, Texas began"; not "In Velm, Karo was hit"."""
        opens = town.first - self.doc.sents[self.doc.sentence_of(town.first)][0] < _OPENING
        return (after == "," or not opens) and after not in ("B", "v", "&") and self.doc.low[town.last - 1] not in words_of("localities")

    def _in_brackets(self, first: int, last: int) -> bool:
        """Whether brackets that open at a token hold but names up to another: "near Velm (Karo district, Norland)"."""
        low, tags = self.doc.low, self.scene.tags
        opened = next((t for t in range(last - 1, max(last - _BRACKETS, 0), -1) if low[t] == "("), -1)
        if opened < 0 or opened > first or tags[opened - 1] not in "GC~l-x":
            return False
        return all(tags[t] in "GC~l,&-" or self.doc.forms[t][0].isupper() for t in range(opened + 1, last))

    def _filed_at(self, begin: int) -> bool:
        """Whether a dash and no more than a date stands before a token in its sentence: "May 4, 2024 - Velm, Texas: ..."."""
        first = self.doc.sents[self.doc.sentence_of(begin)][0]
        return self.scene.tags[begin - 1] in ":-" and 0 < begin - first < _BRACKETS and "n" in self.scene.tags[first:begin]

    def _seat(self, begin: int) -> bool:
        """Whether an aside on an organization tells where it sits: ", a think-tank in Velm"."""
        low = self.doc.low
        comma = next((t for t in range(begin - 2, max(begin - _SEATED, 0), -1) if low[t] == ","), 0)
        return comma > 0 and low[comma + 1] in ("a", "an", "the") and not words_of("bodies").isdisjoint(low[comma + 2:begin - 1])

    def _noun(self, token: int) -> bool:
        """Whether a word in small letters may be a noun that a country's name stands before."""
        word = self.doc.low[token]
        return self.doc.forms[token][0].islower() and not word.endswith("ed") and word not in speech() and word not in words_of("no_nouns")

    def _home(self, begin: int) -> bool:
        """Whether a place is where somebody is from: "Ivo Tarn, 32, of Velm", "Ivo Tarn of Velm"; but not "Mayor Ivo Tarn of Velm"."""
        low, actors, end = self.doc.low, self.scene.actors, begin - 1
        if low[end] != "of":
            return False
        if low[end - 1] == ",":
            return True
        if low[end - 1].isdigit() and low[end - 2] == ",":
            end -= 2  # Ivo Tarn, 22 of Velm
        named = next((t for t in range(end - 1, max(0, end - _NEAR), -1) if (m := actors.mention_at.get(t)) and m.last == end), 0)
        return named > 0 and actors.list[actors.at[named]].kind == "person" and rulers().isdisjoint(low[named - 1:named + 1])

    def _away(self, begin: int) -> bool:
        """Whether a place only tells how far off another is: "Velm, 40 miles (64 km) east of Karo", "some 90 km from the city Karo"."""
        tags, low = self.scene.tags, self.doc.low
        t = begin - 1
        while t > 0 and t > begin - _NEAR and tags[t] in "tld":
            t -= 1
        if low[t] not in ("of", "from", "outside"):
            return False
        aside = low[t - 1] in words_of("directions")
        if low[t] == "of" and not aside:
            return False
        t -= 1 + aside
        if low[t] == ")":
            t = next((k - 1 for k in range(t - 1, max(t - _NEAR, 0), -1) if low[k] == "("), t)
        return low[t] in _DISTANCES and tags[t - 1] in "n~"

    def _role(self, begin: int, last: int, after: str, kind: str) -> str:
        tags, low = self.scene.tags, self.doc.low
        if kind == "G" and after != "'" and self._away(begin):
            return "off"
        end = last  # Velm, Texas:
        if after == "," and tags[last + 1:last + 2] in ("G", "C"):
            end = self.scene.actors.mention_at[last + 1].last
        if tags[end:end + 1] == ":" and kind == "G" and (self.doc.opens_line(begin) or end > last and self._filed_at(begin)):
            return "in"  # a paragraph on one place: "Velm region: two drones were shot down"
        if kind == "C" and low[last:last + 1] == [":"] and self.doc.opens_line(begin) and not _WHO.match(tags, last + 1):
            return "in"  # Norland: Armed men kill nine; but: Norland: Sudland lost nine men
        if after == "'":
            if arms := _ARMS.match(tags, last):
                if kind == "C" and low[arms.end() - 1] in ("war", "conflict") and tags[arms.end():arms.end() + 1] not in tuple("P>h"):
                    return "in"  # Norland's war has driven millions from their homes; but: Norland's war on Sudland
                return "by"
            if low[last + 1:last + 2] and low[last + 1] in words_of("accounts"):
                return "by"  # by Velm's account
            if low[last + 1:last + 2] and low[last + 1] in words_of("venue_names") and self.doc.forms[last + 1][0].isupper():
                return "by"  # at Tarn's Pub
            within = kind == "G" and (tags[begin - 1:begin] == "P" or low[begin - 1] == "on")  # on Velm's bridges
            return "wide" if _OWNS.match(tags, last) else "in" if within else "of"  # Norland's Velm region
        if after in ("q", "W") or (after == "a" and kind == "G"):
            return "in"  # the Norland quake
        if after == "x" and low[last - 1] in words_of("adjectival") and self._noun(last):
            return "by"  # a US carrier
        if after == "x" and low[last] in rulers() and self.doc.forms[last + 1:last + 2] and self.doc.forms[last + 1][0].isupper():
            return "by"  # Norby governor Olha Marn
        if kind == "G" and tags[begin - 1:begin] not in tuple("P>") and low[last:last + 1] and low[last] in words_of("tellers") and (
                low[last + 1:last + 2] and low[last + 1] in speech()):
            return "by"  # Karo County officials said
        if self.elsewhere and begin > 1 and not self.elsewhere.isdisjoint(low[max(0, begin - 3):begin - 1]):
            return "by"  # a man wanted in Norland, a boat registered in Sudland
        if tags[last:last + 1] in ("x", "m") and (disaster := _DISASTER.match(tags, last)) and (
                tags[disaster.end() - 1] == "q" or low[disaster.end() - 1] in words_of("blazes")) and not any(
                word in speech() or word.endswith(("s", "ed")) or word in words_of("starts") for word in low[last:disaster.end()]):
            return "in"  # Norland prison riot leaves 31 dead
        if kind == "G" and low[last:last + 1] == ["court"] and low[last + 1:last + 2] and low[last + 1] in words_of("tellers"):
            return "by"  # Velm court spokesman Ivo Tarn said
        if after == "l" and tags[last:last + 2] == "lo" and not self._part_of(last):
            return "of"  # the Oregon towns of
        before = tags[begin - 1:begin]
        if low[begin - 1] in words_of("still_to_reach"):
            return "by"  # trying to reach Norland
        if before == ">" and low[begin - 1] == "to" and low[begin - 2] in words_of("ways"):
            # on the road to Velm; but: on the route to Norland
            return "road" if kind == "G" and low[begin - 2] in _ROADS and low[begin - 4:begin - 2] == ["on", "the"] else "by"
        if kind == "G" and low[begin - 1] == "with" and low[begin - 2] in ("border", "borders"):
            return "road"  # near the border with Karo province
        if kind == "G" and low[begin - 1] == "between" and after == "&" and tags[last + 1:last + 2] == "G":
            return "in"  # between Velm and Karo
        at = begin - 1 - (before == "t")
        if at > 1 and low[at] in ("on", "upon") and low[at - 1] in words_of("calls"):
            return "by"  # it called on Norland to
        if before in ("P", ">") and (low[begin - 2] in words_of("meetings") or low[begin - 2] in ("held", "place", "hosted") and not (
                words_of("talks").isdisjoint(low[max(0, begin - 12):begin - 2]))):
            return "by"  # at talks in Norland; talks brokered by Sudland were held in Norland
        if low[begin - 1] in words_of("shakes"):
            return "at"  # a quake shook Norland
        inner = begin - (before == "t")
        if tags[inner - 1] == "P" and low[inner - 2] == "from":
            return "from"  # shelled from across the Karo river
        if before == "P" and _FROM.search(tags, max(0, begin - 7), begin):
            return "from"  # from the airspace over Norland
        if before == "P" and cared_for(self.doc, begin) or before == ">" and not words_of("hospitals").isdisjoint(low[last:last + 1]):
            return "care"
        if before == "P" and self._seat(begin):
            return "by"  # according to Tarn, a think-tank in Velm
        if before in ("o", "t"):
            return self._after_of(begin)
        if before == "," and tags[begin - 2:begin - 1] == "l" and tags[begin - 3:begin - 2] not in ("G", "~"):
            return "in"  # the capital, Velm
        return _ROLES.get(before, "as")

    def _part_of(self, last: int) -> bool:
        """Whether a name that ends before a token is that of a part of a province: "the Velm area of Karo province"."""
        low, at = self.doc.low, last + 2
        mention = self.scene.actors.mention_at.get(at)
        return low[last] in _PARTS and mention is not None and not words_of("lands").isdisjoint(low[mention.last - 1:mention.last + 1])

    def _after_of(self, begin: int) -> str:
        """The role of a place after "of" or a determiner."""
        tags = self.scene.tags
        if self.doc.low[begin - 2] in words_of("harbours") and self.doc.low[begin - 4] in words_of("sails"):
            return "from"  # the boat had left the port of Velm
        if tags[begin - 3:begin] in ("nlo", "xlo", "llo", "Glo", "~lo") and self.doc.low[begin - 2] in words_of("directions"):
            return "off"  # 40 kilometres south of Velm
        match = _BEFORE.match(tags[max(0, begin - 12):begin][::-1])
        prep = match["prep"] if match else ""
        before = self.doc.low[max(0, begin - _PART):begin]
        if len(before) > 1 and before[-1] == "of" and before[-2] in struck("parts of places") and not _PART_AT.isdisjoint(before[:-2]):
            return "in"  # in the farming community of Velm
        if prep and match and self.doc.low[begin - match.end()] in words_of("shakes"):
            return "at"  # a quake shook the southern town of Velm
        if prep in ("P", "l"):
            return "in"
        if prep == "o" and tags[begin - len(match["dir"] if match else "") - 2:begin].startswith("a"):
            return "at"  # shelling of Velm
        if prep == "o" and "<" in tags[max(0, begin - 5):begin]:
            return "from"  # from the direction of Velm
        if prep == "," and tags[begin - 2:begin - 1] == "l" and tags[begin - 3:begin - 2] not in ("G", "~"):
            return "in"
        if match and match.end("dir") < match.start("prep"):
            return "from" if prep == "<" else "in"  # the coast of Norland; from the airspace of Norland
        return _ROLES.get(prep, "as")


def _heading(doc: Doc) -> int:
    """The end of the first line where it heads a note on what goes on at a place, else 0: "Floods in Velm - flash update"."""
    first, last = doc.headline or (0, 0)
    noted = not words_of("notes").isdisjoint(doc.low[first:last]) and not words_of("note_topics").isdisjoint(doc.low[first:last])
    return last if noted else 0


def is_capital(spot: Spot) -> bool:
    """Whether a place is the capital of a country."""
    return spot.name in countries().capitals or spot.name.title() in countries().capitals
