"""What stands around a name votes on what it is: a person, an organization, a place."""

from __future__ import annotations

from functools import cache

from newsfacts.actors.firms import owns
from newsfacts.actors.words import camel, rulers, small_tag, struck
from newsfacts.late import compiled
from newsfacts.lexicon import load_json
from newsfacts.tokens import Doc
from newsfacts.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from newsfacts.actors.spot import Names

Votes = tuple[int, int, int]  # for person, organization, place
NO_VOTES = (0, 0, 0)
# votes of the tags around a name of unknown kind (see words.py)
_BEFORE = {"Y": (-1, -1, 3), "i": (-1, -1, 3), "j": (0, 0, 1), "t": (-4, 2, 0), "v": (2, 0, -1), "r": (4, 0, 0), "b": (1, 1, 0),
           "w": (2, 0, 0), "l": (-1, -1, 3), "c": (-1, 4, 0), "h": (-1, 4, 0), "s": (-5, -5, -5)}
_BEFORE_PAIR = {"lo": (-4, 0, 6), "eo": (-2, 0, 4), "ho": (-1, 0, 2), "go": (0, 1, 2),
                "rf": (0, 3, 1), "ro": (0, 2, 2), "ix": (-3, -1, 4), "it": (0, -1, 3)}
_AFTER = {"v": (3, 1, -2), "y": (1, 1, 0), "r": (-1, 3, 0), "g": (-1, 2, 0), "l": (-2, 0, 4), "w": (3, 0, -1), "h": (-1, 1, 1)}
_AFTER_PAIR = {",C": (-1, -1, 4), ",P": (-1, -1, 4), "-e": (-2, -1, 4), "(U": (-1, 4, -1), "'k": (4, 0, 0), ",w": (2, 0, 0),
               "'r": (-1, 2, 1), ",r": (3, 1, 0), ",K": (3, 0, 0), ",T": (3, 0, 0), ",t": (1, 1, 0), "'h": (0, 0, 2), "'F": (0, 2, 1),
               "'A": (0, 1, 1)}
_APPOSED = frozenset((",r", ",K", ",T", ",t", ",w"))  # no apposition of a place: in Velsk, Mayor Ivo Tarn
# one word, or several: one of letters, any others
_SHAPE = {"U": (0, 3, 0), "F": (2, 0, 0), "S": (2, 0, 0), "&": (1, 2, 0), "+": (2, 0, 0)}
_LISTED = {"person": (1, 0, 0), "organization": (0, 2, 0), "place": (0, 0, 2), "country": (0, 0, 2)}  # the name before in a list
_AGE = (4, 0, 0)
_NAMED = (4, 0, 0)
_OFFICER = (2, 0, 0)
_STATESMAN = (6, 0, -3)  # minister of state Ivo Tarn
_CALLED = (-1, 4, 0)
_NAMED_BODY = (-3, 6, 0)
_SOURCE = (1, 1, -1)  # according to Musa Tarn
_ACTING = ("v", "y", "'")
_SAYS_IT = (-1, 2, 0)
_WOULD = frozenset("would will had has plans wants expects does did only".split())
_DOING = ("x", "y", "v")
_NOT_FOR_IT = frozenset("take rain snow cost mean help make seem seemed been happen work worked hurt matter".split())
_JOINED = (0, 2, 0)
_POLLED = (-1, 3, 0)
_POLLING = frozenset(("a", "an", "the", "another", "latest", "new"))
_PRINTED = frozenset("report article interview column editorial op-ed essay published printed advertisement".split())
_THING = (-6, 2, 1)
_SAINT = (-2, 0, 4)
_FOUNDER = (3, -4, 0)  # the company Ivo Tarn founded
_OWNER = (-2, 4, -1)  # Velm Karo cut its outlook
_FIRM = (-3, 5, -4)
_PRINT = (0, 5, -4)  # a report in Le Tarn
_REALM = (0, -1, 3)
_RULED_PLACE = (-5, 0, 2)
_NO_SPEAKER = (-3, -2, 2)
_ANYWHERE = (1, -3, 0)
_SEAT = (-5, 1, 3)
_SHARED = compiled("aA{1,2}l")  # the Velma and Karo rivers
_RULED = frozenset("regime administration dictatorship presidency campaign family clan dynasty".split())
_RULER = (8, -2, -1)  # the Tarn regime
_EXAMPLES = frozenset(("including", "as", "like"))
_PLACES = compiled(r"l(?![A-Zlxg])")  # towns in the north including Velm and Karo
_NEAR = 9  # tokens
_SHORTEST = 3  # letters: NATO is told in capitals again
_LINES = 3  # sentences in which a dateline may stand: behind a headline of two
_WHERE = frozenset(("in", "at", "on", "near"))
_PART = 6  # tokens of "in the rebel stronghold of"
_HEADING = 8  # tokens before the place that a heading names
_ROADS = ("road", "highway", "route", "border")
_WITHIN_LAND = (",C", ",P", ",B")
_SEATS = frozenset("capital city town village port suburb".split())
_OWNED = (-1, 0, 3)
_WITH_LAND = compiled(r"aC(?![A-Z'rl-])")  # Norland and China bought
_OWNING = frozenset(("C'", "P'", "l'"))
_PLACED = (-2, -1, 5)
_STRUCK = (-1, 0, 3)  # drones hit Velsk; but: the Velsk hospital
_NOUNS = tuple("xchgsrkT")
_OWNING_FIRMS = tuple("yvxzWj',")
SETTLED = compiled(",[tzd]x{0,2}l(?![xrgh])")  # Velsk, a small town in
_SETTLERS = compiled(",[tzd]x{1,3}i(?![yv])")  # Velsk, a farming community in
APPOSED_BODY = compiled(r",[tzd][xlhgEJC]{0,3}c(?![xrkg'-])")  # Velmex, a municipal company
_APPOSED_THING = compiled(r",[tzd][xJlE-]{0,4}s(?=[,.ziy])")  # Velmora, a supply ship
_OFFICE_OF = compiled(r"(?<!,)[tW][xclhgKEJX-]{0,3}r[ofij]t?[JEXxch-]{0,4}$")  # the mayor of; the head of the Norlandic aid group
_OFFICE = compiled(",[tzd][xl]{1,3}r")  # Ivo Tarn, the regional coordinator
_APPOSING = frozenset((",t", ",z", ",d"))  # with which all of these begin


def shape_of(doc: Doc, tags: str, a: int, b: int) -> str:
    """A letter for what the words of a name tell of it (see `_SHAPE`); letters for a word: NENA Sports, not VLADIMIR Tarn."""
    if b - a == 1:
        return tags[a]
    if "U" in tags[a:b] and any(tags[t] == "U" and len(doc.low[t]) < 6 for t in range(a, b)):
        return "&"
    return "-" if doc.glued(a) else "+"


class _Ballots(dict[str, tuple[Votes, bool, bool]]):
    """The votes of the two tags before a name, its shape, and the two tags (at most) after it; whether they may be all that count, with
    those of words beside it; and whether `_told_beside` has to look even if no such word asks for it."""

    def __missing__(self, around: str) -> tuple[Votes, bool, bool]:
        before, pair, after = around[1], around[:2], around[3:]
        first = after[:1]
        votes = _SHAPE.get(around[2], NO_VOTES)
        if before in _BEFORE:
            votes = _sum(votes, _BEFORE[before])
        if pair in _BEFORE_PAIR:
            votes = _sum(votes, _BEFORE_PAIR[pair])
        if first in _AFTER and (before != "i" or first != "v"):  # a teacher in Velm said: not Velm
            votes = _sum(votes, _AFTER[first])
        if after in _AFTER_PAIR and (before not in "iY" or after not in _APPOSED):
            votes = _sum(votes, _AFTER_PAIR[after])
        if len(self) > 20_000:
            self.clear()
        looks = not after or pair in _OWNING or before == "J" or after == "aA" or before == "t" and first in "'|"  # | other marks
        found = self[around] = votes, before not in ",aof(" and first != "," and pair != "zj", looks
        return found


_BALLOTS = _Ballots()
_OPENED = ("t", ",t", "|t")
_BELOW = frozenset(("over", "off", "above"))
_AT_SEA = frozenset("km sea hurt dead missing lost sunk sank adrift stricken".split())
_SEVERING = frozenset("took take taking cut cutting set setting laid lay fend ward drove driving wave scare hold ran let paid".split())
_A = frozenset(("a", "an", "his", "her", "their", "its"))
_WHERE_AT = frozenset(("in", "at", "inside", "near", "outside"))
_ALONE = frozenset("he she who i we man woman mother father".split())
_HAVING = frozenset(("have", "had", "has"))
_SINKS = frozenset(("sank", "capsized", "sailed", "docked"))


def tally(out: Names, places: list[int]) -> Votes:
    """The votes for a name; `places`: where it is among the names spotted, below 0 for a part of a name whose kind was known."""
    votes = NO_VOTES
    for place in places:
        if place >= 0:
            votes = _sum(votes, _votes_at(out, place))
    return votes


def _votes_at(out: Names, place: int) -> Votes:
    """The votes for one of the names spotted; in a list they depend on those for the name before."""
    known, begin = out.votes, place
    while begin not in known and _listed(out, begin):
        begin -= 1
    for k in range(begin, place + 1):
        if k not in known:
            known[k] = _votes_of(out, k)
    return known[place]


def _listed(out: Names, place: int) -> bool:
    """Whether a name of unknown kind stands before one in a list: "Velsk, Karo and Oru"."""
    if not place:
        return False
    first, (_, end, _, kind, *_) = out.spotted[place][0], out.spotted[place - 1]
    return end == first - 1 and kind is None and out.tags[end] in ",a"


def _votes_of(out: Names, place: int) -> Votes:
    """The votes for one of the names spotted, those of the name before in a list being known."""
    tags, low = out.tags, out.doc.low
    a, b = out.spotted[place][:2]
    shape = shape_of(out.doc, tags, a, b)
    pair = tags[a - 2:a] if a > 1 else "|" + tags[0] if a else "||"
    if pair[1] == "W" and low[a - 1] == "the":
        pair = pair[0] + "t"  # The Matterhorn
    if pair[1] == '"' and pair[0] in "cslr":
        pair = tags[a - 3:a - 2] + pair[0] if a > 2 else "|" + pair[0]  # the newspaper "Velsk Zeitung"
    after = tags[b:b + 2]
    votes, all_told, looks = _BALLOTS[pair + shape + after]
    if looks or low[a - 1] in (words := _asking())[0] or low[a - 2] in words[1] or low[b] in words[2]:
        votes, sinks = _told_beside(out, a, b, shape, pair, votes)
        if sinks:
            return votes
    if after == "aC" and tags[a] == "A" and b - a == 1 and _WITH_LAND.match(tags, b):
        votes = _sum(votes, _OWNED)
    if pair[1] == "z" and low[a - 3:a] == [",", "known", "as"] and place and out.spotted[place - 1][1:4:2] == (a - 3, "organization"):
        votes = _sum(votes, _POLLED)  # the Fishing Authority, known as FiVelm
    if after[:1] == "v" and b - a == 1 and low[b + 1:b + 2] == ["it"] and low[b + 2:b + 3] and low[b + 2] in _WOULD and (
            tags[b + 3:b + 4] in _DOING and low[b + 3] not in _NOT_FOR_IT):
        votes = _sum(votes, _SAYS_IT)  # Velmora said it would close
    if tags[a] == "A" and (after[:1] in _ACTING or a in out.openers and after == "at") and b - a == 1 and camel(out.doc.forms[a]):
        votes = _sum(votes, _POLLED)  # VelmBank said
    if after[:1] in _OWNING_FIRMS and owns(out.doc, tags, b):
        votes = _sum(votes, _OWNER)
    if b - a > 1 and low[a] in struck("saints"):
        votes = _sum(votes, _SAINT)  # San Velmo
    if pair[1] == "c" and low[b:b + 1] and low[b] in struck("founding"):
        votes = _sum(votes, _FOUNDER)
    told_by = pair[1] == "j" and low[a - 2] == "according"
    if all_told and tags[a] != "U" and not told_by:
        return votes
    before = pair[1]
    if told_by:
        votes = _sum(votes, _SOURCE)
    elif pair == "l," and low[a - 2] in _SEATS and after[:1] in ("", ",", ".", ";", "a", "z", "i", "|") and after not in _APPOSED:
        votes = _sum(votes, _PLACED)  # in the regional capital, Velsk, and
    elif before == "," and tags[a - 3] == "o" and tags[a - 2] in "CP" and low[a - 4] == "university":
        votes = _sum(votes, _NAMED_BODY)  # the University of California, Velm
    elif pair == ",o" and tags[a - 4:a - 2] == ",n" and tags[a] == "A":
        votes = _sum(votes, _PLACED)  # Ivo Tarn, 32, of Velsk
    if after and after[0] == ",":
        apposed = _apposed(out, a, b, before) if after in _APPOSING or tags[b + 2:b + 3] == "'" else None
        if apposed:
            votes = _sum(votes, apposed)
        elif tags[b:b + 3] == ",n,":
            votes = _sum(votes, _AGE)
        elif low[b + 1:b + 2] == ["where"]:
            votes = _sum(votes, _SEAT)  # moved to Karo Velsk, where they killed nine
        elif low[b + 1:b + 2] == ["which"]:
            votes = _sum(votes, _THING)  # Tarn, which bought the mill
        elif pair == "c," and tags[max(0, a - 4):a - 2] in _OPENED:
            votes = _sum(votes, _NAMED_BODY)  # were freed, the charity, Aid Karo, said
        elif pair in ("r,", "k,") and after != ",a":
            votes = _sum(votes, _NAMED)  # the leader, Rostam, directed
    if tags[a] == "U":
        start = a - 2 if before == "|" and out.doc.forms[a - 1] == "/" else a  # OSLO/BERGEN
        if start in out.openers and shouted(out.doc, a):
            votes = _sum(votes, (0, -3, 8) if b - a == 1 and _sent_from(out, a) else _headed(out, b))
    if before in "of" and a > 1 and low[a - 2] in rulers():
        votes = _sum(votes, _RULED_PLACE)  # the mayor of Velsk
        if after[:1] == "v":
            votes = _sum(votes, _NO_SPEAKER)  # a resident of Velsk said: not Velsk
    if before == "(" and after[:1] == ")" and place and out.spotted[place - 1][1:4:2] == (a - 1, "place"):
        votes = _sum(votes, _LISTED["place"])  # Tarn Airport (Velsk)
    if before == "," and after[:1] == "," and b - a > 1 and place and out.spotted[place - 1][1] == a - 1 and (
            _OFFICE_OF.search(tags, max(0, out.spotted[place - 1][0] - _NEAR), out.spotted[place - 1][0])):
        votes = _sum(votes, _NAMED)  # the mayor of Velsk, Ivo Tarn, said
    elif before in ",ao" and place and out.spotted[place - 1][1] == a - 1:
        kind = out.spotted[place - 1][3]
        if before == "a" and after[:1] == "v" and tags[max(0, out.spotted[place - 1][0] - 1)] in "iYjo":
            votes = _sum(votes, _NO_SPEAKER)  # residents of Velsk and Karo said: not Karo
        if before == "o":
            if kind == "person" and _reigns(out, place - 1):
                votes = _sum(votes, _REALM)
            elif kind in ("person", None):
                votes = _sum(votes, (0, 2, 1))  # Gary Chan of the Union
        elif kind:
            votes = _sum(votes, _LISTED.get(kind, NO_VOTES))
        else:
            person, organization, place = [max(-2, min(2, vote)) for vote in out.votes[place - 1]]
            votes = _sum(votes, (person, organization, place))
    return votes


def _reigns(out: Names, place: int) -> bool:
    """Whether one of the names spotted is that of a person with a title of somebody at the head of a place: King Olav of Velsk."""
    first, title = out.spotted[place][0], out.spotted[place][4]
    return title is not None and title[1] == first and not struck("reigning").isdisjoint(out.doc.low[title[0]:first])


def _apposed(out: Names, a: int, b: int, before: str) -> Votes | None:
    """The votes of what a name is said to be behind the comma at token b."""
    tags, low = out.tags, out.doc.low
    if SETTLED.match(tags, b) or (settlers := _SETTLERS.match(tags, b)) and low[settlers.end() - 2] == "community":
        return _PLACED
    if _OFFICE.match(tags, b):
        return _OFFICER
    if b - a > 1 and before not in "iY" and tags[b + 2:b + 3] == "'" and _holds_office(out, b):
        return _STATESMAN
    if low[b + 1] != "whose" and APPOSED_BODY.match(tags, b):
        return _CALLED
    return _BEFORE["s"] if _APPOSED_THING.match(tags, b) else None


def _holds_office(out: Names, b: int) -> bool:
    """Whether an office follows a name: "Ajit Tarn, Norland's National Security Adviser,"."""
    end = next((t for t in range(b + 3, min(b + _PART + 5, len(out.tags))) if out.tags[t] in ",.:;()"), 0)
    return end > b + 3 and out.tags[b + 1] in "ACPU" and (out.tags[end - 1] in "rT" or small_tag(out.doc.low[end - 1]) == "r")


@cache
def locals_of() -> frozenset[str]:
    """Who is called by a place: a Velsk man, Velsk police."""
    return struck("locals") | struck("local bodies")


@cache
def _asking() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words for which `_told_beside` has to look: right before a name, one further before it, right after it."""
    before = struck().union(_EXAMPLES, _BELOW, *map(struck, ("kin", "beside", "holding", "fleeing", "bought")))
    before |= struck("verbs to towns")
    far = ("ways to towns", "bound for towns", "sieges of towns", "raids", "sunk", "parts of places", "leaving", "headings", "at firms")
    further = _PRINTED.union(*map(struck, (*far, "joined by", "shares", "people of firms")))
    after = struck("sited") | struck("quarters") | struck("grounds") | struck("town halls") | locals_of() | _RULED | _SINKS
    after |= struck("polled") | struck("roles anywhere") | rulers()
    return before | {"state", "between"}, further | {"out"}, after.union(_ROADS, ("department", "camp", "("))


def _told_beside(out: Names, a: int, b: int, shape: str, pair: str, votes: Votes) -> tuple[Votes, bool]:
    """The votes with those of the words beside a name; whether it is a ship that sinks, and no more counts. Each step needs one of the
    words in `_asking`, or one of the tags that `_Ballots` looks for."""
    tags, low = out.tags, out.doc.low
    before, after = pair[1], tags[b:b + 2]
    if pair in _OWNING and tags[a - 4:a - 2].rstrip("CP")[-1:] in ("i", "Y"):
        votes = _sum(votes, _OWNED)  # in Norland's Velsk, in Karo region's Velsk
    if before in "yxz" and a > 1 and tags[a] not in "FS" and after[:1] not in _NOUNS and (
            (word := low[a - 1]) in struck() or word == "on" and low[a - 2] in struck("raids")):
        votes = _sum(votes, _STRUCK)
    if before == "z" and (shape == "-" or b - a == 1 and (tags[a] == "A" or tags[a - 2:a] == "lz")) and _lies_under(out, a):
        votes = _sum(votes, _OWNED)
    if before == "x" and low[a - 1] in struck("beside") and after[:1] not in _NOUNS:
        votes = _sum(votes, _PLACED)  # in neighbouring Velsk
    if pair == "ol" and low[a - 1] == "state":
        votes = _sum(votes, _STATESMAN)
    if a > 2 and low[a - 2] == "-" and low[a - 1] in struck("holding"):
        votes = _sum(votes, _PLACED)  # rebel-held Velsk
    if after[:1] == "x" and low[b] in struck("sited") and b + 1 < len(tags) and low[b + 1] in struck("sites"):
        votes = _sum(votes, _PLACED)  # the Velsk oil terminal
    if tags[b:b + 1] in ("h", "l", "x", "a") and _lies_there(out, a, b, pair):
        votes = _sum(votes, _PLACED)
    if before in ("'", "y", "x", "z", "t") and b < len(tags) and _quarter_told(out, a, b):
        votes = _sum(votes, _PLACED)
    if before == "o" and tags[a] in "AU" and low[a - 2] in struck("parts of places") and not (
            _WHERE.isdisjoint(low[max(0, a - _PART):a - 2])):
        votes = _sum(votes, _PLACED)  # in the farming community of Velsk
    if before == "J" and tags[a - 2] in "iY" and b - a == 1 and after[:1] not in _NOUNS and after[:1] != "'":
        votes = _sum(votes, _PLACED)  # in Norlandic Velsk
    if a > 1 and tags[a] not in "FS" and low[a - 1] in struck("fleeing") and after[:1] not in _NOUNS:
        votes = _sum(votes, _OWNED)  # people have fled Velsk; but: fled Velsk gunmen
    if a > 1 and tags[a] not in "FS" and after[:1] not in _NOUNS and _gone_to(out, a):
        votes = _sum(votes, _PLACED)
    if a > 1 and low[a - 1] == "from" and tags[a] == "A" and low[a - 2] in struck("leaving"):
        votes = _sum(votes, _PLACED)  # the evacuation from Karo Velm
    if before == "," and after[:1] == ":" and 1 < a < _HEADING and low[a - 2] in struck("headings"):
        votes = _sum(votes, _PLACED)  # Earthquake, Karo Velm - situation at noon
    if tags[b:b + 1] == "r" and low[b] in rulers() and b - a < 3:
        votes = _sum(votes, _PLACED)  # Velsk mayor Ivo Tarn
    if tags[b:b + 1] == "r" and low[b] in struck("roles anywhere"):
        votes = _sum(votes, _ANYWHERE)  # a Velm driver: of a town, or of a firm
    if tags[b:b + 1] in ("x", "h", "g", "r") and tags[a] == "A" and low[b] in locals_of() and out.doc.forms[b - 1].istitle():
        votes = _sum(votes, _PLACED)  # a Velsk man, Velsk police
    if before == "t" and after[:1] == "x" and low[b] in struck("grounds"):
        votes = _sum(votes, _PLACED)  # the Velsk bypass
    if before == "k" and low[a - 1] in struck("kin"):
        votes = _sum(votes, _NAMED)  # her sister Galena
    if before == "t" and tags[b:b + 1] in ("h", "x") and b - a == 1 and low[b] in _RULED:
        votes = _sum(votes, _RULER)
    elif before in "zox" and a > 1 and (low[a - 1] in _EXAMPLES and _PLACES.search(tags, max(0, a - _NEAR), a)
                                     or pair == "zo" and low[a - 2] == "out"):
        votes = _sum(votes, _OWNED)
    shared = _SHARED.match(tags, b) if tags[b:b + 1] == "a" else None
    if shared and low[shared.end() - 1].endswith("s"):
        votes = _sum(votes, _PLACED)
    if before == "i" and a > 1 and low[a - 2] in _PRINTED and low[a - 1] == "in":
        votes = _sum(votes, _PRINT)
    if before in "zxtW'" and low[b] in struck("polled") and tags[a] in "AU" and low[a - 1] in _POLLING:
        votes = _sum(votes, _POLLED)  # a Velm poll, a Velm spokeswoman
    if before in "ofj" and low[a - 2] in struck("joined by") and tags[a] in "AU":
        votes = _sum(votes, _JOINED)  # who works for Velm, who belong to Velm
    if before in "ixzo" and a > 1 and _traded(out.doc, a, b):
        votes = _sum(votes, _FIRM)
    if before == "t" and (low[a - 2] in struck("sunk") or _afloat(out.doc, b)):
        return _sum(votes, _BEFORE["s"]), True
    return votes, False


def _gone_to(out: Names, a: int) -> bool:
    """Whether a name at token a follows words of a way or a siege: "families left Velsk", "walked to Velsk", "heading for Velsk", "the fall
    of Velsk"; but: he left Anna, police left Velsk in tears."""
    low, word = out.doc.low, out.doc.low[a - 1]
    if word in struck("verbs to towns"):
        who = a - 2 - (low[a - 2] in _HAVING)
        named = who >= 0 and out.tags[who] in "ASFU" and not (who in out.openers and low[who].endswith("s"))
        return who >= 0 and not named and low[who] not in _ALONE
    sets = {"to": "ways to towns", "for": "bound for towns", "of": "sieges of towns"}
    return word in sets and low[a - 2] in struck(sets[word])


def _quarter_told(out: Names, a: int, b: int) -> bool:
    """Whether a name stands before what part of a place it is: "in Velm's Oru camp", "in Velm's Karo Norby area"; or is a camp that is
    struck or left: "overran Oru camp", "an attack on the Oru camp"."""
    low, word = out.doc.low, out.doc.low[b]
    if word == "camp" and out.tags[a - 2:b] in ("itA", "jtA"):
        return True  # to the Velm camp
    if low[a - 1] == "the":
        return word in struck("quarters") and (low[a - 2] in struck() or low[a - 2] in ("on", "of") and low[a - 3] in struck("raids"))
    if low[a - 1] in ("'s", "'", "’s"):
        return word in struck("quarters") and out.doc.forms[a - 2][:1].isupper()
    return word == "camp" and (low[a - 1] in struck() or low[a - 1] in struck("fleeing"))


def _traded(doc: Doc, a: int, b: int) -> bool:
    """Whether words beside a name tell that it is a firm: an analyst at Tarn, to acquire Tarn, shares of Tarn; Tarn (NYSE: TRN)."""
    before, further = doc.low[a - 1], doc.low[a - 2]
    if before == "at":
        return further in struck("at firms")
    if doc.low[b:b + 1] == ["("] and doc.low[b + 1:b + 2] and doc.low[b + 1] in struck("listings"):
        return True
    return before in struck("bought") or before in ("of", "in") and further in struck("shares") or (
        before == "of" and further in struck("people of firms"))


def _afloat(doc: Doc, end: int) -> bool:
    """Whether a name before a token is that of a ship: the Eternity sank, the Magic Sea's crew."""
    first, second = (*doc.low[end:end + 2], "", "")[:2]
    return first in _SINKS or first in ("'s", "'", "’") and second in ("crew", "captain", "hull")


def _lies_there(out: Names, a: int, b: int, pair: str) -> bool:
    """Whether words beside a name tell that it is a place: "Norland's Karo department", "in the Karo department", "the Velm-Karo road",
    "between Velm and Karo, Norland", "the road between Velm and Karo", "trains collided between Velm and Karo", "in a Velm mosque"."""
    low, tags, word = out.doc.low, out.tags, out.doc.low[b]
    if word in struck("town halls"):
        return tags[a:b] == "A" and low[a - 1] in _A and low[a - 2] in _WHERE_AT
    if word == "department":
        return tags[a:b] == "A" and (pair in _OWNING or pair == "it" and low[a - 2] == "in") and low[b + 1] != "store"
    if word in _ROADS:
        return "-" in tags[a:b] or pair[1] == "t" and low[a - 2] == "on" and b - a > 1 and word == "road"  # on the Karo Velm road
    if word != "and" or low[a - 1] != "between" or not out.doc.forms[b + 1][:1].isupper():
        return False
    end = b + 2
    while end < len(tags) and tags[end] in "ASF-":
        end += 1
    return tags[end:end + 2] in _WITHIN_LAND or low[a - 2] in _ROADS or low[a - 2] in struck("lying between")


def _lies_under(out: Names, a: int) -> bool:
    """Whether a name follows what fell or sank, or lies below: "shot down over Velsk", "capsized off Velsk", "nine over Velsk" of drones,
    "the villages above Velsk"."""
    low, keys = out.doc.low, out.doc.keys
    if a > 1 and low[a - 1] == "above" and out.tags[a - 2] == "l":
        return True
    if a > 1 and low[a - 1] == "off" and low[a - 2] in ("waters", "seas"):
        return True
    if a < 2 or low[a - 1] not in _BELOW or keys.isdisjoint(_aloft()):
        return False
    if low[a - 1] == "off" and (low[a - 2].endswith(("ed", "miles", "kilometers", "kilometres")) or low[a - 2] in _AT_SEA
                                or low[a - 2] not in _SEVERING and not _aloft().isdisjoint(low[max(0, a - _NEAR):a - 1])):
        return True  # a boat was shelled off Velmora, 30 miles off it, 40 rescued off it; seized a trawler and nine men off Velmora
    counted = out.tags[a - 2] == "n" or low[a - 2] in load_json("numbers")["cardinals"] and low[a - 3] != "by"  # nine over Velsk
    return low[a - 2] in _fallen() or counted and low[a - 1] == "over"


@cache
def _fallen() -> frozenset[str]:
    return frozenset(load_json("actors")["fallen"].split())


@cache
def _aloft() -> frozenset[str]:
    return frozenset(load_json("actors")["aloft"].split())


def _headed(out: Names, b: int) -> Votes:
    """The votes of what follows a name in capitals that begins a line: a dateline, a topic."""
    tags = out.tags
    close = tags.find(")", b, b + 6) if tags[b:b + 1] == "(" else -1
    if close > 0 and tags[close + 1:close + 2] in ("-", ":"):
        return 0, -3, 8  # a dateline
    return (0, 0, 4) if tags[b:b + 1] in (",", ":", "-") or out.doc.forms[b:b + 1] == ["/"] else NO_VOTES


def _sent_from(out: Names, a: int) -> bool:
    """Whether a name in capitals before a colon, that opens one of the first lines, is the town of a dateline: told once so, and again
    in small letters ("VELMA: Nine people died ... in Velma")."""
    doc, form = out.doc, out.doc.forms[a].strip()
    near = doc.low[a + 1:a + 2] == [":"] and len(form) > _SHORTEST and a in doc.sent_firsts[:_LINES]
    return near and doc.low.count(doc.low[a]) > 1 and not any(doc.low[t] == doc.low[a] and doc.forms[t].isupper()
                                                              for t in range(a + 1, len(doc.low)))


def _sum(one: Votes, other: Votes) -> Votes:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]


def shouted(doc: Doc, token: int) -> bool:
    return len(doc.low[token]) > 3 and doc.forms[token].isupper()
