"""Finds the places of a text, as they are named, and what the words around each tell of the part it plays."""

from __future__ import annotations

from functools import cached_property

from newsfacts.actors import side_of
from newsfacts.actors.words import names, struck
from newsfacts.claims.roles.scene import forms_of, words_of
from newsfacts.drafts import MentionDraft, QuoteDraft
from newsfacts.late import late
from newsfacts.records import record
from newsfacts.relate.beside import AREA, DISTANCES, DISTRICT, ROADS, Beside
from newsfacts.relate.bound import bound_for, flown_off, most_of_them, named_by
from newsfacts.relate.sayings import sayings
from newsfacts.sources.words import verbs as speech

_LIST = late(r"(?:,G~*){0,8},?&t?d?G~*l?")  # after a place: ", Poltava and Odesa oblasts"
_LANDS = late(r"(?:(?:,t?d?[CG]){1,8},?&t?d?[CG]|&t?d?[CG])(?![~v'l-])")  # after a country: ", Sudland and Karo", "and southern Sudland"
_NAMED = late("[GCA](?:(?<=[GC])|~*l|~*:[GC]|(?:(?<=PA)|(?<=PtA))~)")
_OWN_SIDE = late(r"'[xJd]{0,2}(?:l-)?l{1,2}(?![oGC~'law-])")  # Norland's restive south
# Velm in Norland; Velm, a town (of 900 people) near (the capital) Norby, in the mostly Norlandic Karo; Velm, also in Norby district
WITHIN = late(r"(?:(?:,?l?P|,xP|,[xdtJ]{0,3}l(?:o[xt]?n{1,2}x{0,2})?[xt]?[P<o](?:t?l)?)[td]{0,2}|,tx?lPtx{1,2})$")
_BORDER = late(r",?[>P]tl[ohP]t?$")  # near Velm, on the border of Karo and Norby provinces
_OF_STATE = late(r",?Pt[dxJ]{0,2}lo$")  # Velm, in the Norlandic state of Karo
_SIDES = (",l", ",l-l")
_BORDERS = ("border", "borders", "boundary", "frontier")
_OF = ("o", "ot")
_TWO_PARTS = ("d&", "d,")
_OPENING = 3  # tokens of a sentence before the town with which it begins
_SEAT = late(r",[tIxdgJCGA~']{1,6}xPd?$")  # Velm, the rebels' stronghold in Karo
_OF_AREA = late("[xg]{0,2}lo$")  # Velm Local Government Area of Karo State
_REPORTERS = (["correspondent"], ["correspondents"], ["reporter"], ["reporters"])
_SIGN = 2  # letters of a currency
_CONCERNING = ("over", "about")
_NO_VERBS = ("during", "following", "including", "according", "evening", "morning", "pending")
_THE_MOST = (["the", "most"], ["the", "highest"], ["the", "worst"], ["the", "deadliest"])
_SENDERS = frozenset(("government", "ministry", "authorities"))
_LISTED = (",", "&", ",&")
_TOWN = frozenset("capital town city village port".split())
_DASHES = ("-", "–")
_IS = ("is", "are", "was", "were")
_WHICH = ("which", "that", "who")
_WIDE_LANDS = frozenset("africa asia europe america east world".split())
_SIDING = frozenset(("solidarity", "sympathy"))
_OFFICE = 6  # tokens of "attorney general's office also said"
_FETCHED = 12  # tokens of "collecting elderly residents from the village of"
_BEST = 6  # tokens of "the most popular fairs in"
_NEAR_BY = 4  # tokens of "by a helicopter from"
_WAY = 9  # tokens of ", some 40 km to the north"
_MORE = 9  # tokens of "and more than a dozen other towns"
_TOWNS = frozenset(("towns", "cities", "places", "villages", "districts", "provinces", "regions", "areas"))


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


@record
class Named:
    """A place in its words: its name is the tokens first..last, "the northern Velm region" begins at `begin`; `after` and `behind` are the
    tag and the word at `last`."""

    first: int
    last: int
    begin: int
    named_from: int  # where the name begins with a common word in capitals: Now Velm district
    who: int
    kind: str  # G or C
    mention: MentionDraft
    after: str
    behind: str
    venue: bool = False  # a square, a hotel
    town: str = ""  # in whose name it stands: at the Nairobi Grand Hotel
    by_side: bool = False  # in Norland-held Karo
    by_land: bool = False  # in Norlandic Karo
    joined: bool = False  # two that something lies between: the Norland-Sudland border
    role: str = "as"


class Finder(Beside):
    """Finds the places of a text; `note`: the token to which its first line heads a note on one place."""

    note: int
    quotes: list[QuoteDraft]
    openers: frozenset[int]  # the first tokens of its sentences

    @cached_property
    def seats(self) -> dict[str, int]:
        """The capitals that the text names, by their countries."""
        return {actor.capital: who for who, actor in enumerate(self.scene.actors.list) if actor.capital}

    def found(self) -> list[Spot]:
        """The places in text order."""
        out: list[Spot] = []
        mention_at, done = self.scene.actors.mention_at, -1
        for match in _NAMED.finditer(self.scene.tags):
            first = match.start()
            mention = mention_at.get(first)
            if mention is None or first < done:
                continue
            if done < 0:  # the first place
                self.saying, done = sayings(self.doc, self.quotes), 0
            kind = self._kind(first, mention)
            if not kind:
                continue
            if line := self._dateline(first, mention, kind, out):
                done = line
                continue
            n = self._named(first, mention, kind)
            if n is None:
                continue
            for step in _STEPS:
                n.role = step(self, n, out) or n.role
            name, end = self._name(n)
            land = kind == "C" or bool(self.scene.actors.list[n.who].capital) and n.role in ("as", "of") and (
                not self._as_a_city(n.begin, n.last))
            out.append(Spot(n.begin, n.last, name, n.who, n.role, land))
            done = max(done, end)
        return out

    def _kind(self, first: int, mention: MentionDraft) -> str:
        """G for a place, C for a country; a person's name may be a place's: "in Abu Karim (Tripoli)", "the Velm community"."""
        tags, low, last = self.scene.tags, self.doc.low, mention.last
        if tags[first] != "A":
            return tags[first]
        actor = self.scene.actors.list[self.scene.actors.at[first]]
        if actor.kind == "person" and self._sited(first, last):
            return "G"
        if actor.kind == "organization" and self._campus(first, last):
            return "G"
        if actor.kind == "person" and low[first - 1] in ("in", "near") and low[last:last + 1] == ["("] and (
                tags[last + 1:last + 2] in ("G", "C")):
            return "G"
        of_people = tags[last:last + 1] != "l" or low[last] not in words_of("localities") and (
            low[last] != "camp" or actor.kind != "person") or side_of(actor.name)  # in Abu Karo camp
        return "" if of_people else "G"

    def _sited(self, first: int, last: int) -> bool:
        """Whether a name that may be a person's is that of a place in a region: "at Tor Karu, Velm province", "in the hinterlands of Tor
        Karu, Norland,"."""
        low, tags = self.doc.low, self.scene.tags
        before = low[first - 1] in ("at", "near") or low[first - 1] == "of" and low[first - 2] in words_of("outlying")
        if not before or tags[last:last + 1] != "," or (mention := self.scene.actors.mention_at.get(last + 1)) is None:
            return False
        end = mention.last + (tags[mention.last:mention.last + 1] == "l")
        return tags[last + 1] in "GC" and tags[end:end + 1] in (",", ".")

    def _campus(self, first: int, last: int) -> str:
        """The town in whose name an organization stands at which something happened, if any: "at Velm University", "near the University
        of Velm"."""
        low, forms = self.doc.low, self.doc.forms
        at = first - 1 - (low[first - 1] == "the")
        if self.scene.tags[at] != "P" or self.scene.tags[last:last + 1] == "P":
            return ""  # at Velm University in Norby
        town = forms[first if low[last - 1] in words_of("venue_names") else last - 1].strip()
        two = last - first == 2 and low[last - 1] in words_of("venue_names") or low[first:last - 1] == ["university", "of"]
        return town if two and names()[0].get(town) == "P" else ""

    def _dateline(self, first: int, mention: MentionDraft, kind: str, out: list[Spot]) -> int:
        """The end of a dateline that begins at a token, whose places are noted, else 0: "VELM, Norland"."""
        actors, tags = self.scene.actors, self.scene.tags
        the = first - 1 in self.openers and self.doc.low[first - 1] == "the" and self.doc.forms[first].isupper()  # THE HAGUE -
        if not (first in self.openers or self.doc.low[first - 1] == "/" or the):
            return 0
        line = self.scene.dateline(self.doc.sentence_of(first))
        if line <= first:
            return 0
        last, who = min(mention.last, line), actors.at[first]
        name = actors.list[who].name
        out.append(Spot(first, last, name.title() if name.isupper() else name, who, "line", kind == "C"))
        if tags[last:last + 2] == ",C" and last + 1 < line:
            who = actors.at[last + 1]
            out.append(Spot(last + 1, actors.mention_at[last + 1].last, actors.list[who].name, who, "line", True))
        return line

    def _named(self, first: int, mention: MentionDraft, kind: str) -> Named | None:
        """A place with the words that are a part of its name or say which part of it: none for a street, a river, a road."""
        doc, low, tags, last = self.doc, self.doc.low, self.scene.tags, mention.last
        after, behind = tags[last:last + 1], low[last] if last < len(low) else ""
        if between := self._between(first, last):
            who = self.scene.actors.at[first]
            return Named(first, between, first, first, who, "G", mention, tags[between:between + 1], "", joined=True)
        if after == "-" and doc.glued(last - 1):
            second = doc.hyphened(last) and last + 1 not in self.scene.actors.at and doc.forms[last + 1][0].isupper() and (
                doc.low[last + 2:last + 3] != ["-"] and tags[last + 2:last + 3] in tuple(",.PG;)"))
            if kind != "G" or not second:
                return None  # Kyiv-based
            last += 2  # near Velm-Est, Norland
            after, behind = tags[last:last + 1], low[last] if last < len(low) else ""
        if first and low[first - 1] == "-" and doc.glued(first - 1) and (behind in ROADS or behind in words_of("conveyances")):
            return None  # the Velm-Norby highway, train
        if kind == "G" and (low[last - 1] in words_of("streets") and tags[last:last + 2] == "PG" or behind in words_of("rivers")
                            or low[first - 1] in words_of("rivers")):
            return None  # on Main Street in Velm; on the bank of the Karo river
        if kind == "G" and behind in words_of("junctions") and tags[last + 1:last + 2] == "P":
            return None  # near Karo junction in Velm
        if kind == "G" and behind == "fire" and doc.forms[last][0].isupper():
            return None  # as the Velm Ridge Fire grew
        if kind == "G" and (behind == "rivers" or behind == "and" and self._by_rivers(last + 1)):
            return None  # the Karo and Velm rivers
        if kind == "G" and behind in words_of("venues") and tags[last + 1:last + 3] == "PG":
            return None  # at the Karo prison in Velm
        if after == "n" and last - first == 1 and len(low[first]) == _SIGN:
            return None  # Tk 85 million
        if kind == "G":
            last += self._localities(first, last, after, behind)
        begin = first - (low[last - 1] in words_of("localities") and self._cut(first))
        n = Named(first, last, begin, begin, self.scene.actors.at[first], kind, mention, after, behind)
        if kind == "G":
            self._at_a_venue(n)
        side = _OWN_SIDE.match(tags, last) if after == "'" else None
        if side and low[side.end() - 1] in words_of("reaches" if kind == "C" else "quarters"):
            n.last = side.end() + (low[side.end():side.end() + 1] == ["side"])  # Velm's east side
            n.after = tags[n.last:n.last + 1]
        n.behind = low[n.last] if n.last < len(low) else ""
        self._begins(n)
        return n

    def _by_rivers(self, second: int) -> bool:
        """Whether a second name, at a token, ends in "rivers"."""
        mention = self.scene.actors.mention_at.get(second)
        return mention is not None and self.doc.low[mention.last:mention.last + 1] == ["rivers"]

    def _between(self, first: int, last: int) -> int:
        """The end of two names between which a border or a road lies, else 0: "the Norland-Sudland border", "the border between Norland and
        Sudland"."""
        low, tags = self.doc.low, self.scene.tags
        if tags[last + 1:last + 2] not in ("G", "C") or (second := self.scene.actors.mention_at.get(last + 1)) is None:
            return 0
        if low[last] in _DASHES and self.doc.glued(last - 1) and self.doc.glued(last):
            end = second.last
            return end + 1 if low[end:end + 1] != [] and (low[end] in ROADS or low[end] in _BORDERS) else 0
        return second.last if tags[last] == "&" and low[first - 1] == "between" and low[first - 2] in _BORDERS and tags[first] == "C" else 0

    def _at_a_venue(self, n: Named) -> None:
        """Notes a square or a hotel: "in Liberty Square", "at the Foodex in Velm", "at the Oak Inn"; "at the Nairobi Grand Hotel"."""
        low, last, form = self.doc.low, n.last, self.doc.forms[n.first].strip()
        if self.scene.tags[n.first] == "A":
            n.town = self._campus(n.first, last)
            return
        elsewhere = self.scene.tags[last:last + 2] == "PG"
        n.venue = low[last - 1] in words_of("squares") or elsewhere and low[n.first - 2:n.first] == ["at", "the"] or (
            low[n.first - 1] == "the" and n.behind in words_of("hostelries") and names()[0].get(form) != "P")  # outside the Sea View hotel
        camp = low[n.first] == "camp" and low[last:last + 2] in ([",", "near"], [",", "outside"])
        owner = n.first > 2 and low[n.first - 1] == "'s" and low[last:last + 1] != [] and low[last] in words_of("venues", "hospitals")
        n.venue = n.venue or owner and self.scene.tags[n.first - 2] == "G"  # at Velm's Tarn airport
        n.venue = n.venue or camp and self.scene.tags[last + 2:last + 3] == "G"  # in Camp Aldo, near Velm
        if last - n.first > 1 and low[last - 1] in words_of("venue_names"):
            n.town = form if not elsewhere and names()[0].get(form) == "P" else ""
            n.venue = not n.town

    def _begins(self, n: Named) -> None:
        """Where a place begins with its adjectives, and who holds it: "near Bar-Velm village", "in Norland-held Karo"."""
        doc, low, tags, begin = self.doc, self.doc.low, self.scene.tags, n.begin
        while begin and (tags[begin - 1] == "d" or begin < n.first and tags[max(0, begin - 2):begin] in _TWO_PARTS):
            begin -= 1 + (tags[begin - 1] != "d")  # in southern and central Norland
        if begin > 2 and low[begin - 1] == "-" and tags[begin - 3:begin - 1] in ("Px", "ox") and doc.glued(begin - 1) and (
                doc.forms[begin - 2][0].isupper() and doc.glued(begin - 2)):
            begin -= 2
        n.begin = begin
        n.by_side = begin > 3 and low[begin - 2] == "-" and low[begin - 1] in words_of("holding", "ravaged")
        n.by_land = n.kind == "G" and tags[begin - 2:begin] == "PJ" and doc.forms[begin - 1][0].isupper()

    def _name(self, n: Named) -> tuple[str, int]:
        """The name of a place, and the token to which a list of places goes on."""
        doc, low, tags, begin, last = self.doc, self.doc.low, self.scene.tags, n.begin, n.last
        if n.joined:
            return doc.words(begin, last), last
        if low[last - 1] in words_of("localities") and low[n.first - 1] != "-":
            begin = n.named_from  # the northern Velm region lies in the north
        while begin < n.first and low[begin] in words_of("beside_it"):
            begin += 1  # in neighbouring Velm
        n.begin = begin
        listed = n.role in ("in", "at") or n.role == "wide" and low[begin - 2] in _BORDERS
        if n.kind == "G" and listed and tags[last:last + 1] in (",", "&") and (others := _LIST.match(tags, last)):
            end = others.end()
            end -= low[end:end + 1] == ["of"] and low[end - 1] in words_of("directions")  # Mill Street and Karo Road north of Velm
            return doc.words(begin, end), end
        if n.kind == "C" and n.role == "in" and tags[last:last + 1] in (",", "&") and (others := _LANDS.match(tags, last)):
            return doc.words(begin, others.end()), others.end()
        actor = self.scene.actors.list[n.who].name
        name = n.town or (doc.words(begin, last) if n.mention.form != "short" or begin < n.first or last > n.mention.last else actor)
        if name.isupper() and begin == n.first and last == n.mention.last:
            return actor, 0  # OSLO in the headline, Oslo in the text
        return name, 0

    def _by_the_words(self, n: Named, out: list[Spot]) -> str:
        """By the words beside it."""
        return self._role(n.begin - 3 if n.by_side else n.begin - n.by_land, n.last, n.after, n.kind)

    def _no_place(self, n: Named, out: list[Spot]) -> str:
        """A venue, where somebody was only going, the name of a group, one of many towns; but: reports from Velm, where nine died."""
        doc, low, tags, role, begin, last = self.doc, self.doc.low, self.scene.tags, n.role, n.begin, n.last
        if role == "in" and n.kind == "G" and low[last - 1] in _WIDE_LANDS and _of_the_best(low, begin):
            return "wide"
        if role == "in" and low[begin - 3:begin - 1] in _THE_MOST and low[begin - 4] == "," and low[begin - 1] == "in":
            return "wide"  # had 900 murders last year, the most in Norland
        if role == "in" and not _SIDING.isdisjoint(low[max(0, begin - _BEST):begin]):
            return "by"  # in solidarity with those in Velm
        if role == "of" and n.after == "'" and low[last + 1:last + 2] and low[last + 1] in words_of("superlatives", "most"):
            return "by"  # one of southern Europe's largest gangs
        if role == "in" and _seated(low, begin) or role in ("in", "at") and low[begin - 1] == "this" and (
                low[last - 1] in words_of("these_towns")):
            return "by"  # in this Pacific resort
        if role == "as" and n.kind == "G" and self._office_says(last):
            return "by"
        if n.venue:
            if out and out[-1].last == begin - 1 and tags[begin - 1] == "'" and out[-1].role == "wide":
                out[-1].role = self._role(out[-1].first, last, tags[last:last + 1], "G")  # in Velm's Liberty Square
            return "by"
        if n.kind == "G" and n.behind == "," and role in ("from", "as", "of", "at") and self._where_behind(last) and (
                role != "from" or low[begin - 2] in words_of("news")):
            if out and out[-1].role == "care" and tags[out[-1].last:begin] == "&":
                return "care"  # were taken to hospitals in Velm and Karo, where four died
            if not (out and out[-1].last == begin - 1 and tags[begin - 1] == "," and out[-1].role != "line"):
                return "in"
            if out[-1].role in ("from", "as", "of", "at", "to"):  # Velm, Texas, where nine died
                out[-1].role = "in"
        if role in ("at", "in") and bound_for(doc, tags, begin):
            return "by" if flown_off(low, begin) else "to"
        if role in ("in", "of", "as") and n.kind == "C" and low[begin - 1] in ("in", "the"):
            sited = bool(out) and out[-1].role == "in" and doc.sentence_of(out[-1].first) == doc.sentence_of(n.first)
            return "by" if named_by(low, begin, last, sited) else role
        if n.behind == "and" and role in ("at", "in") and n.kind == "G" and "other" in (more := low[last + 2:last + _MORE]) and (
                not _TOWNS.isdisjoint(more)):
            return "by"  # in Velm and more than a dozen other towns
        return role

    def _where_behind(self, last: int) -> bool:
        """Whether what happened at the place that ends before a token is told behind it, past how far off it is: ", where nine died", ", 40
        km away, where"."""
        low = self.doc.low
        if low[last + 1:last + 2] == ["where"]:
            return True
        close = next((t for t in range(last + 1, min(last + _WAY, len(low) - 1)) if low[t] == ","), 0)
        return close > 0 and low[close + 1] == "where" and not DISTANCES.isdisjoint(low[last + 1:close])

    def _office_says(self, last: int) -> bool:
        """Whether an office of the place that ends before a token speaks: "the Karo state prosecutor's office said"."""
        low = self.doc.low
        said = next((t for t in range(last + 1, min(last + _OFFICE, len(low))) if low[t] in speech()), 0)
        return said > 0 and "," not in low[last:said] and not words_of("state_offices").isdisjoint(low[last:said])

    def _of_a_state(self, n: Named, out: list[Spot]) -> str:
        """In Karo, the defence ministry said."""
        opens = self.scene.actors.list[n.who].capital and n.begin - 1 in self.openers
        opens = opens or self.doc.low[n.begin - 1] == "capital" and n.begin - 3 in self.openers
        if self.doc.low[n.begin - 1] in _CONCERNING and n.behind.endswith("ing") and n.behind not in _NO_VERBS and (
                n.kind == "C" or self.scene.actors.list[n.who].capital):
            return "by"  # fears over Norland massing troops
        state = words_of("state", "ministers")
        return "by" if n.after == "," and opens and not state.isdisjoint(self.doc.low[n.last + 1:n.last + 5]) else ""

    def _of_somebody(self, n: Named, out: list[Spot]) -> str:
        """Ivo Tarn, 32, of Velm, Norland."""
        if self.doc.low[n.begin - 1] == "of" and self._home(n.begin):
            return "by"
        goes_on = out and out[-1].role == "by" and self.scene.tags[out[-1].last:n.begin] == ","
        if n.kind == "G" and n.role == "as" and self.doc.low[n.begin - 1] in ("a", "an") and n.behind in words_of("bodies"):
            return "by"  # Karo Data, a Velm consultancy, says
        if n.kind == "G" and n.role == "as" and out and n.behind in struck("locals"):
            return "from"  # they met in Velm. A Norby man was hurt
        return "by" if goes_on and self._home(out[-1].first) else ""

    def _alone(self, n: Named, out: list[Spot]) -> str:
        """Velm. Three nurses were abducted."""
        return "in" if n.role == "as" and n.behind == "." and n.last + 1 in self.openers and self._opens(n.first) else ""

    def _of_a_court(self, n: Named, out: list[Spot]) -> str:
        """A court in Velm jailed two."""
        return "court" if n.role == "in" and n.kind == "G" and n.begin > 1 and self.doc.low[n.begin - 2] in words_of("courts") else ""

    def _as_the_one_before(self, n: Named, out: list[Spot]) -> str:
        """In Norland's Karo and Velm regions; from Karo and Velm."""
        if out and out[-1].last == n.begin and self.doc.low[n.begin - 1] in _TOWN:
            n.role, out[-1].role = out[-1].role, "wide"  # in the Karo capital Velm, the Karo town Velm
            return n.role
        if n.role != "as" or not out:
            return ""
        before, role = out[-1], n.role
        if before.last == n.begin - 1 and self.scene.tags[n.begin - 1] == "'" and (before.country or before.role == "wide"):
            role = self._role(before.first, n.last, n.after, n.kind)
        till = n.begin - (self.doc.low[n.begin - 1] == "temporarily")  # from Velm and temporarily occupied Karo
        between = self.scene.tags[before.last:till]
        if role == "as" and before.role == "from" and between in _LISTED:
            return "from"
        # the armies of Karo and Velm
        of_forces = role == "as" and between == "&" and before.role == "by" and self.doc.low[before.first - 1] in ("of", "the")
        return "by" if of_forces and not words_of("those_of").isdisjoint(self.doc.low[before.first - 3:before.first]) else role

    def _said_or_wide(self, n: Named, out: list[Spot]) -> str:
        """Where somebody speaks: "a reporter in Velm said"; else where the place before it lies."""
        if self._where_said(n):
            return "by"
        low, role, begin, before = self.doc.low, n.role, n.begin, out[-1] if out else None
        if low[begin - 1] == "(" and n.behind == ")" and begin > 1 and self.doc.forms[begin - 2][0].isupper():
            return "wide"  # Velm (Norland)
        if before is not None and role in ("as", "in") and self._in_brackets(before.last, begin) or (
                role in ("as", "in", "from") and most_of_them(low, begin) and not self._where_behind(n.last)):
            return "wide" if role == "as" or low[begin - 1] == "(" else "by"
        return "wide" if before is not None and self._around_it(n, before, out) else role

    def _where_said(self, n: Named) -> bool:
        """Whether a place is where somebody speaks; but: a reporter in Velm heard nine blasts."""
        low, begin, last = self.doc.low, n.begin, n.last
        told = low[begin - 2:begin - 1] in _REPORTERS and n.behind not in forms_of("witnessing")
        if told or self._in_the_capital(begin, last) or bool(self.saying) and self._said_at(n.first):
            return True
        office = begin > 1 and (low[begin - 2] in words_of("offices") or bool(self.scene.actors.list[n.who].capital) and (
            low[begin - 2] in words_of("capital_voices")))
        if low[begin - 2] in _SENDERS and self.scene.actors.list[n.who].capital and low[last:last + 1] != [] and (
                low[last + (low[last] in ("has", "had", "also"))] in forms_of("sending")):
            return True  # the government in Velm has sent 900 men
        # the ministry in Velm said
        return office and ((verb := self._verb_behind(last)) in speech() or verb in words_of("puts", "speaks_of"))

    def _around_it(self, n: Named, before: Spot, out: list[Spot]) -> bool:
        """Whether a place is where the one before it lies."""
        low, tags, role, begin = self.doc.low, self.scene.tags, n.role, n.begin
        between = tags[before.last:begin]
        if between == "'" and (before.country or before.role == "wide") and len(out) > 1 and (
                out[-2].role in ("in", "at", "as") and WITHIN.match(tags, out[-2].last, before.first)):
            return True  # Velm, a town in Norland's Karo State
        if low[begin - 2] in _BORDERS and not before.country and before.role in ("in", "at") and _BORDER.match(tags, before.last, begin):
            return True
        if between in _OF and (low[before.last - 1] in words_of("localities") or low[before.last - 1] in AREA) or (
                low[begin - 2] in AREA and _OF_AREA.match(tags, before.last, begin)):
            return True
        if low[begin - 2] in words_of("seats") and _SEAT.match(tags, before.last, begin):
            return True
        if between == "lo" and before.role != "of" and self._part_of(before.last):
            return True
        if role == "in" and between == ",P" and low[begin - 1] == "near" and before.role == "from" and not before.country:
            return True  # moved 900 people from Velm, near Karo
        if role not in ("in", "as") or between[:1] not in ",lP" or before.country > (n.kind == "C") or (
                before.role not in ("in", "at", "as", "wide", "care") and not (before.role == "off" and n.kind == "C" and between == ",P")):
            return False  # Velm, in Norland; 9 km west of Velm, in Norland
        if between == ",xP" and low[begin - 2].endswith("ed") and low[begin - 2] not in words_of("sited_at"):
            return False  # the bus, which was bound for Velm, overturned near Karo
        if WITHIN.match(tags, before.last, begin - 3 * n.by_side - n.by_land):
            return True  # Velm in Norlandic Karo
        if low[begin - 1] in words_of("directions") and between in _SIDES:
            return True  # Velm, south-west Norland
        if role == "as" and between == "," and self._in_state(before, n):
            return True
        return (low[begin - 2] in words_of("lands") or low[begin - 2] in DISTRICT) and _OF_STATE.match(tags, before.last, begin) is not None

    def _pulled_from(self, n: Named, out: list[Spot]) -> str:
        """Where those were whom somebody fetched: "a bus that was collecting pensioners from the village of Velm"."""
        low = self.doc.low
        if n.role != "from" or n.kind != "G" or low[n.begin - 1] != "of" or low[n.begin - 2] not in words_of("these_towns"):
            return ""  # rescued migrants from Velm: their home
        near = low[max(self.doc.sents[self.doc.sentence_of(n.begin)][0], n.begin - 2 * _FETCHED):n.begin]
        at = len(near) - 1 - near[::-1].index("from") if "from" in near else 0
        by_craft = "by" in near[max(0, at - _NEAR_BY):at]  # rescued by a helicopter from the island of Velm
        return "in" if not by_craft and not words_of("pulls_out", "collects").isdisjoint(near[max(0, at - _FETCHED):at]) else ""

    def _of_the_note(self, n: Named, out: list[Spot]) -> str:
        """Evacuation from Velm - update, May 4."""
        return "in" if n.first < self.note and n.role in ("as", "at", "from", "off") else ""

    def _in_state(self, town: Spot, n: Named) -> bool:
        """Whether what stands behind a town and a comma is where it lies: "a clerk in Velm, Texas began", "Velm district, Karo province";
        not "In Velm, Karo was hit"."""
        if n.after in ("B", "v", "&"):
            return False
        if (named := self.doc.low[town.last - 1]) in words_of("localities"):
            return named not in words_of("lands") and self.doc.low[n.last - 1] in words_of("lands")
        return n.after == "," or town.first - self.doc.sents[self.doc.sentence_of(town.first)][0] >= _OPENING


def is_street(spot: Spot) -> bool:
    """Whether a place is a street by its last word."""
    return spot.name.rpartition(" ")[2].lower() in words_of("streets")


def _seated(low: list[str], begin: int) -> bool:
    """Whether the place that begins at a token is only somebody's seat: "the charity, (which is) based in Velm", "with headquarters in
    Velm"."""
    word, before = low[begin - 2], low[begin - 3]
    return word == "based" and (before == "," or before in _IS and low[begin - 4] in _WHICH) or word == "headquarters" and before == "with"


def _of_the_best(low: list[str], begin: int) -> bool:
    """Whether a place is only that in which something is the largest: "the fair, one of the most popular in North America"."""
    near = low[max(0, begin - _BEST):begin - 1]
    return "the" in near and not words_of("superlatives", "most").isdisjoint(near[near.index("the") + 1:])


# in this order, each may change the role that those before it told
_STEPS = (Finder._by_the_words, Finder._no_place, Finder._of_a_state, Finder._of_somebody, Finder._alone, Finder._of_a_court,
          Finder._as_the_one_before, Finder._said_or_wide, Finder._of_the_note, Finder._pulled_from)
