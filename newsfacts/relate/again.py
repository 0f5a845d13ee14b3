"""The places that are named before and then only called the city, the region, the country, there; soil told by an adjective."""

from __future__ import annotations

from bisect import bisect_right

from newsfacts.actors import side_of
from newsfacts.actors.sides import adjective_side, countries
from newsfacts.actors.words import rulers
from newsfacts.claims.roles.scene import words_of
from newsfacts.late import late
from newsfacts.relate.bound import cared_for, carried_off, of_a_record
from newsfacts.relate.found import WITHIN, Finder, Spot, is_street
from newsfacts.sources.words import verbs as speech
from newsfacts.tokens import Doc

# in the city, in the country's east, in the east of the country, on the streets of the capital
_AGAIN = late(r"[P>v](?:t?[lx]o)?(?P<again>[tdOI]{1,2}[xJ]?l)(?:(?![oGC~'law-])|(?='d?l))")
# in this (farming) town, of which a report tells: that of its dateline
_THIS = late(r"[P>v](?:t?[lx]o)?(?P<again>t[xdJG~]{0,2}(?:-[xdJ])?l{1,2})(?!['~-])")
_CAPITAL = late(r"[P>v](?:t?[lx]o)?(?P<again>C~*'d?l|t?Jl)(?![oGC~'law-])")  # in Norland's capital, in Norlandic capital
_SOIL = late("[P>][tn]?(?P<of>(?:J-)?Jl)")
_AFTER_THERE = frozenset(".,;:)P&<")
_OFFICE = 12  # tokens of "who leads a union of farmers in the province of"
_WHOSE = ("which", "whom", "them")
_ANY = frozenset(("a", "an", "another", "one", "each", "every"))
CONTINENTS = frozenset("Africa Asia Europe America".split())  # "the same area" is none of them
_LOOK = 12  # places before
_MET = 8  # tokens of "held its first meeting on Monday in"
_BROUGHT = frozenset("taken brought flown transferred".split())
_GOING = 4  # tokens of "were taken on Monday to"
_IN_STATES = ("district", "county")
_NEAR = 2  # tokens from "said" to "here"
_AND_WHEN = frozenset("on late early after when during as since last overnight".split())
_FUNDS = frozenset("markets market fund funds spending investment investments gains flows".split())


def on_soil(places: Finder) -> list[Spot]:
    """The countries told by their adjective, where the text names them too: "over Norlandic territory"; "on the Norlandic border"."""
    doc, scene = places.doc, places.scene
    out: list[Spot] = []
    for match in _SOIL.finditer(scene.tags):
        first, last = match.span("of")
        border = doc.low[last - 1] == "border" and doc.low[match.start()] != "near"
        side = adjective_side(doc, first) if border or doc.low[last - 1] in words_of("soil") else None
        who = next((k for k, a in enumerate(scene.actors.list) if a.kind == "country" and scene.side(k) == side), -1)
        if side and who >= 0:
            name = doc.words(first, last) if border else scene.actors.list[who].name
            out.append(Spot(first, last, name, who, "in", not border))
    return out


def with_again(places: Finder, spots: list[Spot]) -> list[Spot]:
    """The places with those that are only called the city, the region, the capital, the country, there."""
    again = _told_again(places)
    if not again:
        return spots
    out: list[Spot] = []
    k = 0
    for first, last in again:
        while k < len(spots) and spots[k].first < first:
            out.append(spots[k])
            k += 1
        spot = _called(places, out, first, last) if _may_be(places, out, first, last) else None
        if spot is not None:
            out.append(spot)
    return out + spots[k:]


def _told_again(places: Finder) -> list[tuple[int, int]]:
    """Where the text says "in the city", "there"."""
    low, tags = places.doc.low, places.scene.tags
    again = [match.span("again") for match in _AGAIN.finditer(tags)]
    if "there" in places.doc.keys:
        t = -1
        for _ in range(low.count("there")):
            t = low.index("there", t + 1)
            harmed = not words_of("harming").isdisjoint(low[t + 1:t + 2])  # a collision there killed nine
            if tags[t + 1:t + 2] in _AFTER_THERE or harmed or low[t + 1:t + 3] == ["the", "same"]:
                again.append((t, t + 1))
    if "this" in places.doc.keys:
        known = frozenset(again)
        again += [span for match in _THIS.finditer(tags) if low[(span := match.span("again"))[0]] == "this" and span not in known]
    if "where" in places.doc.keys:
        known = frozenset(again)
        again += [(t - 3, t - 1) for t, word in enumerate(low) if word == "where" and low[t - 1] == "," and low[t - 3] == "the" and (
            low[t - 2] == "capital" or low[t - 2] in words_of("towns")) and (t - 3, t - 1) not in known]  # the capital, where nine died
    if "capital" in places.doc.keys:
        known = frozenset(again)
        again += [span for match in _CAPITAL.finditer(tags) if low[(span := match.span("again"))[1] - 1] == "capital" and span not in known]
    if "here" in places.doc.keys:
        said = sorted(part for quote in places.quotes if quote.kind == "direct" for part in quote.parts)
        again += [(t, t + 1) for t, word in enumerate(low) if word == "here" and _happened_here(places, t, said)]
    return sorted(again)


def _happened_here(places: Finder, t: int, said: list[tuple[int, int]]) -> bool:
    """Whether "here" tells where something happened in the town of the dateline: "clashes broke out here on Monday"; not "said here", "at a
    meeting here", nor in somebody's words, which are `said` in these spans."""
    doc, low, speaking = places.doc, places.doc.low, speech()
    first, last = doc.sents[doc.sentence_of(t)]
    if t - first < _NEAR or t + 1 >= last or any(word in speaking for word in (*low[t - _NEAR:t], low[t + 1])):
        return False
    if not words_of("meetings", "gatherings", "courts").isdisjoint(low[first:t]):
        return False
    if places.scene.tags[t + 1] not in _AFTER_THERE and low[t + 1] not in _AND_WHEN:
        return False
    k = bisect_right(said, (doc.starts[t], len(doc.text))) - 1
    return k < 0 or said[k][1] <= doc.starts[t]


def _whose_capital(places: Finder, first: int, last: int) -> str | None:
    """The country of which words name the capital: "the Kenyan capital", "Kenya's capital"."""
    doc, tags = places.doc, places.scene.tags
    if tags[last - 2] == "J":
        return adjective_side(doc, last - 2)
    return places.scene.side(places.scene.actors.at[first]) if tags[first] == "C" else None


def _seat_of(places: Finder, land: str, first: int, last: int) -> list[Spot]:
    """The capital of a country that the text names elsewhere: "Blast in Norlandic capital. KARO (Wire) - ..."."""
    met = not words_of("meetings").isdisjoint(places.doc.low[max(0, first - _MET):first])  # a panel met in the Norlandic capital
    who = None if met else places.seats.get(land)
    name = "" if who is None else places.scene.actors.list[who].name
    return [] if who is None else [Spot(first, last, name.title() if name.isupper() else name, who, "in", False)]


def _may_be(places: Finder, out: list[Spot], first: int, last: int) -> bool:
    """Whether words may mean a place named before."""
    low, tags, word = places.doc.low, places.scene.tags, places.doc.low[last - 1]
    if word == "capital" and (_whose_capital(places, first, last) is not None):
        behind = low[last] if last < len(low) else ""
        return behind not in _FUNDS and behind not in speech() and not cared_for(places.doc, first)
    if low[first] == "this" and word in words_of("these_towns") and tags[last - 2] in "txdJlG~":
        return any(s.role == "line" and not s.country for s in out[:_LOOK])
    if last - first > 1 and tags[last - 2] in "xJ" and low[last - 2] != "same":
        return False
    if word.endswith("s") or word in words_of("anywhere") and word != "camp" or low[first] in _ANY:
        return False  # in a village near Velm
    if first > 1 and (cared_for(places.doc, first) or low[first - 1] in ("outside", "beyond")):
        return False  # both from outside the district
    # not: Velm, a district in the north of the capital
    return not (out and tags[first - 1:first] == "o" and WITHIN.match(tags, out[-1].last, first - 3))


def _called(places: Finder, out: list[Spot], first: int, last: int) -> Spot | None:
    """The place that words mean, of those named before."""
    word, this = places.doc.low[last - 1], places.doc.low[first]
    if this in ("this", "here") and (line := _sent_from(places, out, first, word)) is not None:
        return Spot(first, last, line.name, line.actor, "in", False)
    if this == "here":
        return None
    near = [s for s in out[-_LOOK:] if s.role != "care" and not of_one(places.doc, s) and (
                word != "area" or not of_a_record(places.doc, s.first)) and (
                s.role != "line" or word == "capital" or s.country and word == "country")]
    near = [s for s in near if not of_an_office(places.doc, s)] or near
    if word == "there":
        near = _there(places, near, first)
    elif word == "capital":
        near = [s for s in near if is_capital(s) and _named_as_city(places, s)]
        if whose := _whose_capital(places, first, last):
            near = [s for s in near if side_of(s.name.title()) == whose] or _seat_of(places, whose, first, last)
    else:
        near = _of_its_kind(places, out, near, first, word)
    if word == "area" and len(near) > 1 and near[-1].role in ("as", "wide") and near[-2].role in ("in", "at") and (
            near[-1].first - near[-2].last == 1):
        near.pop()  # in Velm district, Karo province
    nation = word in ("country", "nation")
    if nation and not near and not any(s.country for s in out):
        near = [s for s in out[:1] if s.role == "line" and is_capital(s)]  # ABUJA (Wire) - Raids across the country
    if not near:
        return None
    who = places.scene.actors.list[near[-1].actor]
    land = (who.capital or near[-1].country and who.name) if nation else None  # not: southern Norland
    role = "to" if carried_off(places.doc.low, first) else "in"  # were flown to the capital
    return Spot(first, last, land or near[-1].name, near[-1].actor, role, near[-1].country)


def _sent_from(places: Finder, out: list[Spot], first: int, word: str) -> Spot | None:
    """The town of the dateline, which "here" and "this (farming) town" mean where no other town is told before in the paragraph."""
    doc = places.doc
    line = next((s for s in out[:_LOOK] if s.role == "line" and not s.country), None)
    if line is None or word == "here":
        return line
    if word not in words_of("these_towns"):
        return None
    if "capital" in doc.low[first:first + _NEAR + 1] and is_capital(line):
        return line  # in this capital city
    para = doc.paras[max(0, bisect_right(doc.paras, (first, 1 << 60)) - 1)][0]
    sited = [s for s in out[-_LOOK:] if s.first >= para and s.role in ("in", "at", "to", "from") and not s.country]
    return line if all(s.actor == line.actor for s in sited) else None


def of_one(doc: Doc, spot: Spot) -> bool:
    """Whether a place is only that of one of several, in an aside: "two clinics, one of which, in Velm, had to be closed"."""
    low, first = doc.low, spot.first
    return low[first - 2] == "," and low[first - 4] == "of" and low[first - 3] in _WHOSE and low[first - 1] in ("in", "at")


def of_an_office(doc: Doc, spot: Spot) -> bool:
    """Whether a place is only where somebody has an office: "Ivo Tarn, who heads a clinic in Velm, gave another toll"."""
    words = doc.low[max(doc.sents[doc.sentence_of(spot.first)][0], spot.first - _OFFICE):spot.first]
    at = next((k for k in range(len(words) - 1) if words[k] == "who" and words[k + 1] in words_of("holds_office")), -1)
    return at >= 0 and "," not in words[at:]


def _there(places: Finder, near: list[Spot], first: int) -> list[Spot]:
    """Those that "there" may mean: of its sentence or the one before."""
    doc = places.doc
    begins = doc.sentence_of(first) - 1
    sited = [s for s in near if s.role in ("in", "at") and not s.country]
    if any(s.role in ("in", "at") for s in near):  # "Ukraine's police said nine had died there": not in Ukraine
        near = [s for s in near if s.role != "of" or not s.country]
    near = [s for s in near if s.role not in ("by", "wide") and doc.sentence_of(s.first) >= begins and not (
        s.role == "as" and s.country and is_capital(s))]  # planes which Kyiv says burned out there
    near = [s for s in near if doc.low[s.first - 1] != "to" or (
        _BROUGHT.isdisjoint(doc.low[max(0, s.first - _GOING):s.first]))] or near  # men from Velm were taken to Karo. Nine were killed there
    named = [doc.low[t + 1] for t in range(doc.sents[begins + 1][0], first) if doc.low[t] == "the"] if not near else []
    if not words_of("towns").isdisjoint(named):
        return sited  # the force had not left the town: it had sent nine men there
    return [s for s in sited if s.name.lower().endswith("camp")] if "camp" in named else near


def _of_its_kind(places: Finder, out: list[Spot], near: list[Spot], first: int, word: str) -> list[Spot]:
    """Those that "the city", "the region", "the country" may mean."""
    doc, low = places.doc, places.doc.low
    begins = doc.sents[doc.sentence_of(first)][0]  # not who acts: Norland carried out strikes across the country
    near = [s for s in near if s.country == (word in ("country", "nation")) and s.name not in CONTINENTS
            and s.role != "to" and not (  # in Velm, Texas, in his suburb
                s.role == "wide" and word in words_of("quarter_words") and not s.name.lower().endswith(word))
            and not (s.role == "as" and s.first >= begins or s.role == "by" and (
                is_capital(s) or low[s.last - 1] in words_of("adjectival")))]  # US soldiers
    near = [s for s in near if not is_street(s)]
    if any(s.role not in ("from", "wide") for s in near):  # from Velm, near Karo: the town is Velm
        near = [s for s in near if s.role != "from"]  # miners from Norby brought tents to the town
    if word == "camp":  # no camp of an army, but that told by its name
        near = [s for s in near if s.name.lower().endswith(word)]
    if word in ("state", "province") and near and near[-1].name.lower().endswith(_IN_STATES) and (wide := _around_it(out, near[-1])):
        return [wide]  # in Karo's Velm district. In the state, nine died
    kin = tuple(words_of("provinces")) if word in words_of("provinces") else word
    if word in words_of("towns"):  # the village is none of the region in which it lies
        wider = words_of("lands", "quarter_words") | words_of("localities") - words_of("towns")
        near = [s for s in near if s.name.rpartition(" ")[2].lower() not in wider and low[s.last] not in wider]  # not: the Velm sector
        near = [s for s in near if s.role != "wide"] or near
        if near and low[near[-1].first - 1] == "of" and low[near[-1].first - 2] in words_of("towns") - {word}:
            # the town of Velm, the village of Karo
            near = [s for s in out if low[s.first - 2:s.first] == [word, "of"]] or [s for s in near if low[s.first - 1] != "of" or (
                low[s.first - 2] not in words_of("towns") - {word})] or near
        if near and low[near[-1].first - 1] == "to":  # in the city of Velm; will be moved to Karo. Nine died in the same city
            near = [s for s in out if low[s.first - 2:s.first] == [word, "of"]] or near
    near = [s for s in near if s.name.rpartition(" ")[2].lower() not in words_of("squares")]
    if word in ("city", "town") and not near:  # a reporter was sent to the town of the report
        near = [s for s in out if s.role == "line" and not s.country and not is_capital(s)]
    return [s for s in near if s.name.lower().endswith(kin)] or ([] if word in words_of("provinces") else near)


def _around_it(out: list[Spot], spot: Spot) -> Spot | None:
    """The region, no country, told right beside a part of it: "Karo's Velm district", "Velm district in Karo"."""
    k = out.index(spot)
    beside = [s for s in out[max(0, k - 1):k + 2] if s.role == "wide" and not s.country and (
        s.last == spot.first - 1 or 0 < s.first - spot.last <= _NEAR)]
    return beside[0] if beside else None


def _named_as_city(places: Finder, spot: Spot) -> bool:
    """Whether "the capital" may be that spot: told as a place or by its mayor, not as a government: "Moscow's forces", "Kyiv said"."""
    behind = places.doc.low[spot.last:spot.last + 2]
    if behind[:1] == ["'s"]:
        return behind[-1] in rulers() or places._as_a_city(spot.first, spot.last)
    return spot.role != "by" or behind[:1] != [] and behind[0] in rulers() or behind[:1] == [","] and (
        places.doc.low[spot.first - 1] == "in")  # In Velm, the ministry said


def is_capital(spot: Spot) -> bool:
    """Whether a place is the capital of a country."""
    return spot.name in countries().capitals or spot.name.title() in countries().capitals
