"""What the words beside a place tell of the part it plays."""

from __future__ import annotations

from bisect import bisect_right

from newsfacts.actors.sides import countries
from newsfacts.actors.words import rulers, struck
from newsfacts.claims.roles.scene import Scene, words_of
from newsfacts.late import late
from newsfacts.relate.bound import cared_for, carried_off
from newsfacts.sources.words import verbs as speech
from newsfacts.tokens import Doc

# what stands before a place, read backwards: "the southern", "the village of", "the outskirts of the city of"
_BEFORE = late(r"(?P<dir>[dt]*)(?:o[xdt]{0,2}l[dtxJ]{0,4}){0,2}(?P<prep>.?)")
_DISASTER = late("[xm]{1,2}[qa]")
_ARMS = late(r"'(?:[-mnxA~]{0,5}[awg]|[xm]{0,2}W)")  # Norland's missiles, its rebels, its campaign
_OWNS = late(r"'[xdJ-]{0,4}[Gl]")
_THERE = late(r"'[xmA~-]{1,4}P[tdlo]{0,4}G")  # at Norland's embassy in Velm
_AGENT = 10  # tokens of "by soldiers and the militias of"
_HELD_BY = late(r"lot?d*(?:x?l|C|[GA]~*(?:l|(?<=~)(?!~))?)")  # the Velm district of the Karo region
_WHO = late("t?[nmxd]?[CGAJ]")
_ROLES = {"P": "in", "l": "in", ">": "at", "v": "at", "<": "from", "b": "by", "h": "by"}  # by what stands before a place
_FROM = late("<t?[dmlwx]{0,2}[lwx]Pt?$")
_LOCAL_AREA = ["local", "government", "area"]
AREA = frozenset(("area",))
DISTRICT = frozenset(("district",))  # the Velm village of Karo district
_WHICH = ([",", "which"], [",", "who"], [",", "speaking"])
_PART = 6  # tokens of "in the rebel stronghold of"
_PART_AT = frozenset(("in", "at", "on", "near"))
_SEATED = 14  # tokens of "a Britain-based group with sources inside Velm"
_ASIDE = 9  # tokens of a clause on who speaks
_LEAVES = ("left", "leaving", "leaves", "departed", "departing")
_SAILED = 4  # tokens
_PARTS = frozenset(("area", "valley"))
_BLOWS = frozenset("awv")
_ONTO = frozenset("against at into on toward towards".split())
_PULLED = 9  # tokens of "recovered 11 more bodies on Tuesday"
_REACHES = frozenset("reached crossed buffeted".split())
_STORM = 16  # tokens of "The storm, which killed nine people in Karo on Sunday, reached"
_NEAR = 5  # tokens of "(about 64 km)"
_PASSED = ("t", "l", "d")  # what may stand between "of" and a place
_OF_A_LAND = ("regional", "provincial", "state", "district", "county", "deputy", "city")
_OFF = frozenset(("of", "from", "outside"))
_BEFORE_SAID = frozenset("meanwhile also later earlier have has had then".split())
DISTANCES = frozenset("km kilometre kilometres kilometer kilometers mile miles".split())
ROADS = ("road", "highway", "motorway")
_BRACKETS = 9  # tokens


class Beside:
    """Looks at the words beside the places of a text."""

    def __init__(self, doc: Doc, scene: Scene) -> None:
        self.doc, self.scene = doc, scene
        self.saying: list[tuple[int, int]] = []
        self.elsewhere, self.colons = words_of("elsewhere") & doc.keys, ":" in doc.keys or ":" in scene.tags

    def _localities(self, first: int, last: int, after: str, behind: str) -> int:
        """How many tokens behind a name are a part of it: the Velm *region*, Velm *Local Government Area*."""
        tags, low = self.scene.tags, self.doc.low
        if after == "l":
            within = tags[last + 1:last + 2] == "o"
            if (behind != "sector" or within) and words_of("of_communities").isdisjoint(low[last + 1:last + 2]) and (not within or (
                    (behind in words_of("localities") or behind in AREA) and (held := _HELD_BY.match(tags, last)) and (
                        behind not in words_of("small") or low[held.end() - 1] in words_of("lands") | DISTRICT or (
                            behind == "suburb" and held[0][-1] in "GC~" and self._of_a_capital(first, last))) and (
                        behind not in AREA or tags[held.end() - 1] == "l"))):  # the Velm area of Karo district
                return 1
        if behind == "local" and low[last:last + 3] == _LOCAL_AREA:
            return len(_LOCAL_AREA)
        if behind == "crossing" or low[last:last + 2] == ["refugee", "camp"]:
            return 1 + (behind == "refugee")
        return int(behind in ROADS and "-" in low[first:last])  # on the Velm-Karo road

    def _verb_behind(self, last: int) -> str:
        """The word behind a place, past an aside and adverbs: "in Velm, which the rebels run, says", "in Velm meanwhile said"."""
        low = self.doc.low
        if low[last:last + 2] in _WHICH:
            last = next((t + 1 for t in range(last + 2, min(last + _ASIDE, len(low) - 1)) if low[t] == ","), last)
        while last < len(low) and low[last] in _BEFORE_SAID:
            last += 1
        return low[last] if last < len(low) else ""

    def seat(self, first: int, last: int) -> bool:
        """Whether somebody who speaks for an office has his seat in the place first..last: "a security source in Velm put the dead at 19",
        "a doctor at Velm hospital said"."""
        low = self.doc.low
        if low[first - 1] not in ("in", "at") or low[first - 2] not in words_of("seated"):
            return False
        last += low[last:last + 2] == ["police", "station"]
        last += low[last] in words_of("venues")
        return (verb := self._verb_behind(last)) in speech() or verb in words_of("puts")

    def _in_the_capital(self, begin: int, last: int) -> bool:
        """Whether somebody speaks in a capital that is told to be one: "a source in the capital, Velm, put the toll at 19"."""
        low = self.doc.low
        if begin < _PART or low[begin - 1] != "," or low[begin - 2] != "capital" or low[last:last + 1] != [","]:
            return False
        at = next((t for t in range(begin - 3, begin - _PART, -1) if low[t] == "in"), 0)
        verb = self._verb_behind(last + 1)
        says = verb in speech() or verb in words_of("puts", "speaks_of")
        return says and low[at - 1] in words_of("offices", "capital_voices", "tellers")

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

    def _said_at(self, token: int) -> bool:
        """Whether a token stands among the words that tell who speaks, and where: "he told reporters in Velm"."""
        start = self.doc.starts[token]
        k = bisect_right(self.saying, (start, len(self.doc.text))) - 1
        return k >= 0 and start < self.saying[k][1]

    def _opens(self, token: int) -> bool:
        """Whether a line, or a point of a list behind its mark, begins at a token."""
        while token and not self.doc.opens_line(token) and not self.doc.low[token - 1][:1].isalnum():
            token -= 1
        return self.doc.opens_line(token)

    def _in_brackets(self, first: int, last: int) -> bool:
        """Whether brackets that open at a token hold but names up to another: "near Velm (Karo district, Norland)"."""
        low, tags = self.doc.low, self.scene.tags
        if "(" not in low[max(last - _BRACKETS, 0):last]:
            return False
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
        if "," not in low[max(begin - _SEATED, 0):begin - 1]:
            return False
        comma = next((t for t in range(begin - 2, max(begin - _SEATED, 0), -1) if low[t] == ","), 0)
        if not {"v", "k", "c"}.isdisjoint(self.scene.tags[comma:begin]):
            return False  # on Monday, a group attacked a post in Velm
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
        if low[end - 1] == "," or low[end - 1] == "resident" and low[end - 2 - (low[end - 2] == "a")] in (",", "("):
            return True  # Ivo Tarn, a resident of Velm, was killed
        if low[end - 1].isdigit() and low[end - 2] == ",":
            end -= 2  # Ivo Tarn, 22 of Velm
        named = next((t for t in range(end - 1, max(0, end - _NEAR), -1) if (m := actors.mention_at.get(t)) and m.last == end), 0)
        return named > 0 and actors.list[actors.at[named]].kind == "person" and rulers().isdisjoint(low[named - 1:named + 1])

    def _away(self, begin: int) -> bool:
        """Whether a place only tells how far off another is: "Velm, 40 miles (64 km) east of Karo", "some 90 km from the city Karo"."""
        tags, low = self.scene.tags, self.doc.low
        t = begin - 1
        if low[t] == ",":  # 40 miles south of the capital, Velm
            if low[t - 1] != "capital":
                return False
            t -= 1
        if low[t] == "of" and low[t - 1] in words_of("towns"):
            t -= 2  # 40 miles west of the city of Velm
        while t > 0 and t > begin - _NEAR and tags[t] in "tld":
            t -= 1
        if low[t] not in _OFF:
            return False
        aside = low[t - 1] in words_of("directions")
        if low[t] == "of" and not aside:
            return False
        t -= 1 + aside
        if low[t] == ")":
            t = next((k - 1 for k in range(t - 1, max(t - _NEAR, 0), -1) if low[k] == "("), t)
        return low[t] in DISTANCES and (tags[t - 1] in "n~" or low[t - 1] in ("few", "several")) or low[t - 1:t + 1] == ["not", "far"]

    def _role(self, begin: int, last: int, after: str, kind: str) -> str:
        tags, low = self.scene.tags, self.doc.low
        before, preceding = tags[begin - 1:begin], low[begin - 1]
        behind = low[last] if last < len(low) else ""
        if kind == "G" and after != "'" and (before in _PASSED or preceding in _OFF or preceding == ",") and self._away(begin):
            return "off"
        if self.colons:
            end = last  # Velm, Texas:
            if after == "," and tags[last + 1:last + 2] in ("G", "C"):
                end = self.scene.actors.mention_at[last + 1].last
            if tags[end:end + 1] == ":" and kind == "G" and (self.doc.opens_line(begin) or end > last and self._filed_at(begin)):
                return "in"  # a paragraph on one place: "Velm region: two drones were shot down"
            if kind == "C" and behind == ":" and self.doc.opens_line(begin) and not _WHO.match(tags, last + 1):
                return "in"  # Norland: Armed men kill nine; but: Norland: Sudland lost nine men
        if after == "'":
            return self._owning(begin, last, kind)
        if after in ("q", "W") or (after == "a" and kind == "G"):
            return "in"  # the Norland quake
        if after == "x":
            if low[last - 1] in words_of("adjectival") and self._noun(last):
                return "by"  # a US carrier
            title = last + (low[last] in _OF_A_LAND)
            if low[title:title + 1] and low[title] in rulers() and self.doc.forms[title + 1:title + 2] and (
                    self.doc.forms[title + 1][0].isupper()):
                return "by"  # Norby governor Olha Marn, Karo regional governor Ivo Tarn
        if behind in words_of("tellers") and kind == "G" and before not in ("P", ">") and (
                low[last + 1:last + 2] and low[last + 1] in speech()):
            return "by"  # Karo County officials said
        if self.elsewhere and begin > 1 and not self.elsewhere.isdisjoint(low[max(0, begin - 3):begin - 1]):
            return "by"  # a man wanted in Norland, a boat registered in Sudland
        if tags[last:last + 1] in ("x", "m") and (disaster := _DISASTER.match(tags, last)) and (
                tags[disaster.end() - 1] == "q" or low[disaster.end() - 1] in words_of("blazes")) and not any(
                word in speech() or word.endswith(("s", "ed")) or word in words_of("starts") for word in low[last:disaster.end()]):
            return "in"  # Norland prison riot leaves 31 dead
        if behind == "court" and kind == "G" and low[last + 1:last + 2] and low[last + 1] in words_of("tellers"):
            return "by"  # Velm court spokesman Ivo Tarn said
        if after == "l" and tags[last:last + 2] == "lo" and not self._part_of(last):
            return "of"  # the Oregon towns of
        if preceding in words_of("still_to_reach"):
            return "by"  # trying to reach Norland
        if before == ">" and preceding == "to" and low[begin - 2] in words_of("ways"):
            # on the road to Velm; but: on the route to Norland
            return "road" if kind == "G" and low[begin - 2] in ROADS and low[begin - 4:begin - 2] == ["on", "the"] else "by"
        if preceding == "with" and kind == "G" and low[begin - 2] in ("border", "borders"):
            return "road"  # near the border with Karo province
        if preceding == "between" and kind == "G" and (after == "&" and tags[last + 1:last + 2] == "G" or "and" in low[begin:last]):
            return "in"  # between Velm and Karo, on the border between Norland and Sudland
        if preceding in _REACHES and not words_of("storms").isdisjoint(low[max(0, begin - _STORM):begin - 1]):
            return "at"  # the storm, which had killed nine in Norland, reached Sudland
        at = begin - 1 - (before == "t")
        if low[at] in ("on", "upon") and at > 1 and low[at - 1] in words_of("calls"):
            return "by"  # it called on Norland to
        if before in ("P", ">") and (low[begin - 2] in words_of("meetings") or low[begin - 2] in ("held", "place", "hosted") and not (
                words_of("talks").isdisjoint(low[max(0, begin - 12):begin - 2]))) and (
                words_of("attending").isdisjoint(low[max(0, begin - 7):begin - 2])):
            return "by"  # at talks in Norland; talks brokered by Sudland were held in Norland; but: attended the talks in Norland
        if preceding in words_of("shakes"):
            return "at"  # a quake shook Norland
        if tags[at] == "P" and low[at - 1] == "from":
            return "from"  # shelled from across the Karo river
        if before == "P":
            if "<" in tags[max(0, begin - 7):begin] and (found := _FROM.search(tags, max(0, begin - 7), begin)):
                if not words_of("pulls_out").isdisjoint(low[max(0, found.start() - _PULLED):found.start()]):
                    return "in"  # pulled nine bodies from waters off Norland
                return "from"  # from the airspace over Norland
            if cared_for(self.doc, begin):
                return "care"
            if self._seat(begin):
                return "by"  # according to Tarn, a think-tank in Velm
        if behind in words_of("hospitals") and (before == ">" or before == "P" and not (
                words_of("nursed").isdisjoint(low[max(0, begin - _BRACKETS):begin]))):
            return "care"  # at Velm hospital, in a critical condition in Velm hospital
        if before in ("o", "t"):
            return self._after_of(begin)
        if before == "x" and kind == "G" and tags[begin - 3:begin - 1] in ("Pt", "PI") and after == "x" and (
                behind in words_of("venues", "venue_names", "dwellings") and behind not in words_of("hospitals")):
            return "in"  # in a crowded Velm market
        region = tags[begin - 3:begin - 2] == "l" and self.doc.forms[begin - 3][:1].isupper()  # Velm, Far North region, Norland
        if before == "," and tags[begin - 2:begin - 1] == "l" and tags[begin - 3:begin - 2] not in ("G", "~") and not region:
            return "to" if low[begin - 3] == "the" and carried_off(low, begin - 3) else "in"  # the capital, Velm; but: flown to
        left = preceding in _LEAVES and not words_of("craft").isdisjoint(self.doc.low[max(0, begin - _SAILED):begin - 1])
        return "from" if left else _ROLES.get(before, "as")  # the bus had left Velm

    def _owning(self, begin: int, last: int, kind: str) -> str:
        """The role of a place before what is its: "Norland's war", "Velm's bridges", "Norland's Velm region"."""
        tags, low = self.scene.tags, self.doc.low
        before, preceding = tags[begin - 1:begin], low[begin - 1]
        if arms := _ARMS.match(tags, last):
            if kind == "C" and low[arms.end() - 1] in ("war", "conflict") and tags[arms.end():arms.end() + 1] not in tuple("P>h"):
                return "in"  # Norland's war has driven millions from their homes; but: Norland's war on Sudland
            return "by"
        if low[last + 1:last + 2] and low[last + 1] in words_of("accounts"):
            return "by"  # by Velm's account
        if low[last + 1:last + 2] and low[last + 1] in words_of("venue_names") and self.doc.forms[last + 1][0].isupper():
            return "by"  # at Tarn's Pub
        within = kind == "G" and (tags[begin - 1:begin] == "P" or low[begin - 1] == "on")  # on Velm's bridges
        if kind == "C" and preceding in _ONTO and not _OWNS.match(tags, last) and not _THERE.match(tags, last) and not (
                _BLOWS.isdisjoint(tags[max(0, begin - (_NEAR if before == ">" else 2)):begin - 1])):
            return "at"  # fired 90 missiles at, launched a raid on Norland's power grid
        return "wide" if _OWNS.match(tags, last) else "in" if within else "of"  # Norland's Velm region

    def _part_of(self, last: int) -> bool:
        """Whether a name that ends before a token is that of a part of a province: "the Velm area of Karo province"."""
        low, at = self.doc.low, last + 2
        mention = self.scene.actors.mention_at.get(at)
        if mention is None or low[last] not in _PARTS:
            return False
        return low[last] in AREA and self.scene.tags[at] == "G" or not words_of("lands").isdisjoint(low[mention.last - 1:mention.last + 1])

    def _after_of(self, begin: int) -> str:
        """The role of a place after "of" or a determiner."""
        tags = self.scene.tags
        if self.doc.low[begin - 2] in words_of("harbours") and self.doc.low[begin - 4] in words_of("sails"):
            return "from"  # the boat had left the port of Velm
        if tags[begin - 3:begin] in ("nlo", "xlo", "llo", "Glo", "~lo") and self.doc.low[begin - 2] in words_of("directions"):
            return "off"  # 40 kilometres south of Velm
        match = _BEFORE.match(tags[max(0, begin - 12):begin][::-1])
        prep = match["prep"] if match else ""
        if prep == "o" and match and self.doc.low[begin - match.end() - 1] in words_of("those_of") and (
                "by" in self.doc.low[max(0, begin - _AGENT):begin]):
            return "by"  # were killed by soldiers and the militias of Karo
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
