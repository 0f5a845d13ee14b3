"""Groups joined by more than "and", and groups with a complement, made plain in the chunk string before constructions are matched."""

from __future__ import annotations

from newsfacts.actors import side_of
from newsfacts.chunks import Chunks
from newsfacts.claims.people import table
from newsfacts.drafts import Number
from newsfacts.late import late
from newsfacts.lexicon import load_json
from newsfacts.sources.words import verbs as speech
from newsfacts.tokens import Doc

# along with, as well as; "in addition to the nine", "besides nine" only where they open a sentence
_WITH = late(r"[nza](?:(?<=[nz])h|(?<=a)za|(?<=n)Nt(?=Q)|(?<![^.]n)(?<=n)(?:Nt)?(?=z?Q))")
_SIDE_NOTES = late(r'''(?P<all>,(?<=Q,)z?N,(?=[zD]{0,3}P))|(?P<worth>oM(?<=QoM)z?(?=[zD]{0,2}[&,WPVB]))|(?P<name>N(?<=QN)(?=&Q))'''
                   r'''|"N"(?<=Q"N")(?=[zD]{0,3}[WPVB])|,&zzN,(?<=Q,&zzN,)(?=[zD]{0,2}[WPVB])''')
_REGIONS = late(r"(?<=z)(?:,A){0,6},?&A")
_NOW = late("v(?=D[Vp])")
_WHERE_ASIDE = late("(?<=z),c[^,;.:QMUS]{2,9},(?=[zD]{0,2}[WPVvB])")
_KNOWN_AS = late("(?<=z)paA{1,2}(?=[zD]{0,2}[VPvW])")
_IN_REGION = late(r",A,(?<=z,A,)(?=[zD]{0,3}[vVWBwpP])")
_AND_PLACE = late(r"&(?<=[of]A.)A(?=,?&Q)")
_OWN_PLACES = late(r"A(?<=n[AN].)(?:,A){0,3}&A(?=[zD]{0,3}[VvPp])")
_WHERE = late(r"c(?<=Q.)[zDNA]{1,5}[WwvVPpB][zDN]{0,2}(?=,Q|&Q|,&Q)")
_AND_WITH = late(r"&z{0,2}h(?=Q)")
_MEMBER = late(r"U(?<=[VGI].)(?=[zD]{0,2}&)")
_COMPLEMENT = late(r"[of](?<=Q.)(?:z|U(?=A))?(?:p?[NA]){1,4}(?:f[NA]|&N(?=[-(]))?")
_DAYS = late(r"D(?:,D){0,4},?&D")  # on Monday and Tuesday; aged 30, 42 and 56
_TOLL = late(r"r(?<=[NAEz].)[VWvwpPBzDNAEno]{1,12}(?=v[zD]{0,2}(?:[tn]z?)?Q|V[zD]{0,2}Q)")
_TOLL_WHEN = late(r"c(?<=T.)[QNAzDE]{1,5}[vVpPWB][zDNAQnofthb]{0,10}(?=v[zD]{0,2}(?:[tn]z?)?Q)")
_WHICH_ACCORDING = late(r"(?<=r)Nt[zNAD]{1,5}(?=[VWBvwP])")
_RESULT = late(r"a[zN]o")
_LOADED = late(r"p(?<=Q.)z{0,2}[hb][zt]?[NA](?:&[NA])?(?=[zD]{0,4}[PVWBvwS])")  # 68 trucks loaded with flour and oil crossed
# two men accused of spying for Norland were freed; nine people trying to reach the coast in a boat drowned
_VERB = r"(?=W|V[zD]{0,4}[N.,;]|P[zD]{0,6}[.,;&]"
_BUSY = late(rf"g(?<=Q.)[zDANopfbntIUhg-]{{1,12}}?{_VERB})|p(?<=Q.)(?:oB?|B|[znbth])[zDANopfbntIUhgv-]{{0,12}}?{_VERB}|[.;])")
_SUSPECTED = frozenset("suspected accused convicted believed thought charged linked wanted described known".split())
_GROUND = late(r"S(?<=Q.)(?=[zD]{0,2}W)")  # one on the ground was killed
_ABOARD = late(r"n(?<=Q.)[NAz]{1,5}(?:&[NAz]{1,5})?(?=[zD]{0,2}(?:&Q|[BvWVPpw]))")  # 67 people aboard a jet and a helicopter died
_THOSE = late(r"(?<=q)No(?=Q)")
_FOLLOWED = late(r",[zD]?pb(?=Q)")
_ARMED = late(r"N(?<=[QNA].)hz?[NA](?:&[NA])?")
_DRESSED = late(r"[pg](?<=[QNA].)a[zNA]{1,2}(?=[VvPp])")
_AS_IF = frozenset(("dressed", "disguised", "posing", "masquerading", "clad"))
_OF_A_DAY = late(r"D(?=N)")
_OWN_CLAUSE = late(r"nU(?=[zD]{0,2}[WVBvwpP])")
_SUBJECTS = frozenset(("they", "he", "she", "we", "i", "it"))
_BASED = late(r"P(?<=[zDA].)(?=n)")
_HELD = late(r"[zA]-[pPVvWw][NAz](?=[zD]{0,3}[.,;:&r])")
_WHO_INCLUDED = late(r"r(?<=Q,.)[pv](?=Q(?:(?:,?&|,)Q){0,4}[,.])")
_AWAY = late(r"M(?<=Q.)(?=(?:[nz]z?[NA]?){1,2}[WPBvw])")
_DISTANCES = frozenset("km kilometres kilometers kilometre kilometer miles mile metres meters m".split())
_ALSO_ONE = late(r",N(?<=&Q,.)(?:o?[DMQ])?N?,(?=[zn])")
_SAID_OF_IT = late(r"r[zD]{0,2}[NAU](?:oz?[NA])?[pviw](?=[zD]{0,2}(?:[WBVPvpw]|[NAU][vVp]))")
_INCLUDE = frozenset(("include", "included"))
_HOLDING = frozenset("administered controlled held occupied run ruled annexed".split())
_SERVING = late(r"[gG](?<=Q.)[zD]{0,2}N(?=[zD]{0,3}(?:&|,)[zD]{0,2}Q)")
_SERVED = late(r"[vV](?<=Q.)[zDE]{0,2}N?[zD]{0,3}&(?=[zD]{0,2}W)")  # eight were serving life terms and were deported
_TERMS = frozenset(("serving", "facing", "awaiting"))
_AGED = late(r"[nz](?<=[QNA].)[Uz][NDQ]")
_DECADES = ("0s", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties", "teens")

# A bare past form with an object after it is a finite verb, not a participle: "soldiers killed five" but "soldiers killed in"; the verb
# before it is one too: "three men shot and killed two guards".
_FINITE = late(r"P(?=[zD\"]{0,2}(?:[QNAUME]|tN[zD]{0,2}Q))")
_OBJECT = late(r"PN[.;,&]?")  # 16 were destroyed and two struck a depot
# the toll of the strike has reached 33; of the floods in Norland and Karo
_TOLL_OF = late(r"(?<=T)[bonhfa](?:[DNAzonhfaEGg]|Q(?=[NE])|(?<=n)Q(?=[vV])"
                r"|,A,|&(?=[NA](?:o?[NA])?[zvVpn])){1,14}(?=[zD]{0,2}(?:[vVp]|tQ))")
_WHEN = late(r"(?<=[VWPE])c[zD]?[NA]{1,2}[VvP](?:d|n|[zD]|[nt][NA]){0,6}(?=v[zD]{0,2}t[zD]?Q)")  # who died when a bridge fell rose to 31
_DATED = late(r"(?<=[zD]),(?=[VWP])")
_BY_MEANS = late(r"[PV]bN(?=Q)")
_MEANS = frozenset("boat boats helicopter helicopters air plane planes sea bus road train ship ferry".split())
_PREFIXED = late(r"N-[NA]")
_PREFIXES = frozenset(("sub", "trans", "non", "pre", "post", "anti", "pro", "ex"))
# what a word makes an adjunct of: the pattern, the words, the chunk (of the match) and the tokens before it where one of them stands
_NO_MATTER = (
    (late(r"(?<=[zN])oM"), frozenset(("radius",)), 0, 1),  # 40 houses within a radius of 300 metres
    (late(r"t[NA](?<=nN..)"), frozenset(("way",)), 0, 1),  # five trucks on their way to Velm were hit
    (late(r"[AN]-[pPvVwW]p{0,2}(?=N)"), frozenset(  # two tanks, a Norland-made armoured carrier and nine guns
        "made built supplied designed produced donated manufactured backed led funded".split()), 2, 0),
    (late(r"&NoN(?<=Q....)(?=[zD]{0,3}[wWBPS])"), frozenset(("their",)), 3, 0),  # 25 miners and members of their families are trapped
    (late(r",(?<=Q.)[zM]oU[zDANntfo]{0,8},(?=&[zD]?Q)"), frozenset(  # 73 drones, most of them over the coast, and two missiles
        "most half many some all about around almost nearly roughly".split()), 1, 0),
    (late(r"n(?<!hQ.)(?=[&,;VvWwPpB])"), frozenset(("aboard",)), 0, 0),  # the 12 marines aboard died; but: a jet with 12 aboard returned
    (late(r"S(?<=n&QS)"), frozenset(("aboard",)), -3, 0),  # killed 90 people aboard and six on the ground
    (late(r"S(?<=nN&QS)"), frozenset("plane aircraft jet airliner helicopter flight jetliner".split()), -3, -1),
)
_OF_WHICH = late(r"o(?<=Q.)r(?=[zt]?[NA][zD]{0,2}[VP])")
_INSERT = late(r"(?<=[VPG]),(?:[btnfhoa]z?[NAz]{1,2}V?|NtN|U[NvVpP]),(?=z{0,2}[QM])")  # has lost, by its own count, 4,000 men
_THEY_SAY = late(r"(?<=Q)r?(?P<who>z?[UNA][zD]?[vpPV])(?=U[zD]?[vVPp])")
_SUBORDINATING = frozenset(("after", "before", "until"))
_CLAUSE = late(r"n(?=z?(?:AN|[NAQE])(?:oz?[NAQ])?[zD]{0,2}(?:[VvwW]|P[zD]?[QNA]))")  # after a bus left the road
_AS_THEY = late(r",aN(?:oN)?[zD]?P(?=[zDnf]{0,3}[QNAU])")
_TO_WHOM = late(r"(?<=[VP])t[NA](?=z{0,2}(?:Q|Noz?Q))")  # handed over to Kyiv the bodies of nine men
_SHARED = late(r"W[zD]{0,4}(?:,?&|[,;])[zD]{0,2}Q[zD]{0,2}$")  # eleven were killed and 16 wounded
_WITHIN = late(r"(?<=[nofh]rQ)P(?=[zD]{0,5}[PVWvw])")  # the fire in which nine people died shocked the town
_IS_TO = late(r"B(?<=[QN].)(?=[zD]{0,2}I)")  # a force of 2,500 is to patrol the zone
_BOTH = late(r"((?:^|[.;cr])[zD,]{0,4}Q[zD]{0,2})P(?=[zD]{0,2}&[zD]{0,2}V)")


def finite(string: str) -> str:
    """The chunk string with the past forms settled that are finite verbs."""
    string = _FINITE.sub(lambda m: "P" if _SHARED.search(string, max(0, m.start() - 14), m.start()) and not _OBJECT.match(
        string, m.start()) else "V", string)
    string = _WITHIN.sub("V", string) if "rQP" in string else string
    string = _IS_TO.sub("z", string) if "I" in string else string
    return _BOTH.sub(r"\1V", string) if "P" in string else string


def _of_a_kind(chunks: Chunks, i: int, number: Number, numbers: dict[int, Number]) -> bool:
    """Whether a word behind a number without a noun is an adjective of the noun of the next: "12 private and three apartment houses"."""
    other = numbers.get(i + 2)
    return other is not None and other.head > other.nlast and number.head in (-1, other.head) and (
        number.last == chunks.firsts[i] == chunks.lasts[i] - 1)


def busy(doc: Doc, chunks: Chunks, string: str) -> str:
    """The chunk string with what people are busy with or suspected of as adjuncts, where the verb of the sentence is still to come."""
    out = string
    for match in _BUSY.finditer(string):
        word = doc.low[chunks.firsts[match.start()]]
        if word in _SUSPECTED if string[match.start()] == "p" else word.endswith("ing") and word not in speech():
            out = out[:match.start()] + "z" * (match.end() - match.start()) + out[match.end():]
    for match in _NOW.finditer(out) if "now" in doc.keys else ():  # the number freed since the deal was signed has now reached 31
        if doc.low[chunks.firsts[match.end()]] == "now" and doc.low[chunks.lasts[match.start()] - 1] in ("has", "have", "had"):
            out = out[:match.start()] + "z" + out[match.end():]
    for match in _WHERE_ASIDE.finditer(out) if "where" in doc.keys else ():  # nine men from Velm, where the army has a base, were killed
        if doc.low[chunks.firsts[match.start() + 1]] == "where":
            out = out[:match.start()] + "z" * (match.end() - match.start()) + out[match.end():]
    for match in _KNOWN_AS.finditer(out) if "known" in doc.keys and "paA" in out else ():  # strikes on the camp of a man known as Tarn
        if doc.low[chunks.lasts[match.start()] - 1] == "known":
            out = out[:match.start()] + "z" * (match.end() - match.start()) + out[match.end():]
    for match in _REGIONS.finditer(out) if "&A" in out else ():  # in Karo, Velm and Sarn oblasts
        if doc.low[chunks.lasts[match.end() - 1] - 1] in load_json("events")["regions_of"]:
            out = out[:match.start()] + "z" * (match.end() - match.start()) + out[match.end():]
    for match in _IN_REGION.finditer(out) if ",A," in out else ():  # in Karo, Velm Oblast, has risen; in Karo, northern Norland, has
        first, last = chunks.firsts[match.start() + 1], chunks.lasts[match.start() + 1]
        first += last - first > 1 and doc.low[first].endswith("ern")
        if doc.low[last - 1] in load_json("events")["regions"] or side_of(doc.words(first, last)):
            out = out[:match.start()] + "zzz" + out[match.end():]
    return out


def plain(doc: Doc, chunks: Chunks, string: str, numbers: dict[int, Number]) -> str:
    """ "Along with", "as well as" become "and"; "detaining them and one other": a member; "two friends of the driver": two friends."""
    firsts, out, like_and = chunks.firsts, list(string), table()["like_and"]
    for match in _WITH.finditer(string) if "h" in string or "a" in string or "Nt" in string or "besides" in doc.keys else ():
        first, last = match.span()
        if last < len(firsts) and " ".join(doc.low[firsts[first]:firsts[last]]) in like_and:
            out[first:last] = "&" + "z" * (last - first - 1)
    for match in _DATED.finditer(string) if "," in string else ():  # the army on Sunday, May 4, shot down nine drones
        date = match.start() - 1
        told = chunks.raw[date:date + 1] == "D" and "," in doc.low[firsts[date]:chunks.lasts[date]]
        if told and doc.low[firsts[date] - 1] != "since":
            out[match.start()] = "z"
    if "T" in string:
        for match in _TOLL.finditer(string):  # the toll from the quake that struck the coast has risen to 31
            toll = string.rfind("T", string.rfind(".", 0, match.start()) + 1, match.start())
            if toll >= 0:
                out[toll + 1:match.end()] = "z" * (match.end() - toll - 1)
        for match in _TOLL_OF.finditer(string) if "result" not in doc.keys else ():
            out[slice(*match.span())] = "z" * (match.end() - match.start())
    for match in _WHEN.finditer(string) if "number" in doc.keys and "c" in string else ():
        out[slice(*match.span())] = "z" * (match.end() - match.start())
    if not _SUBORDINATING.isdisjoint(doc.keys):
        for match in _CLAUSE.finditer(string):
            if doc.low[firsts[match.start()]] in _SUBORDINATING and chunks.lasts[match.start()] - firsts[match.start()] == 1:
                out[match.start()] = "c"
    for match in _AS_THEY.finditer(string) if ",a" in string else ():  # nine were hurt, as families searched for others
        out[match.start() + 1], out[match.end() - 1] = "c", "V"
    for match in _TO_WHOM.finditer(string) if "t" in string else ():
        out[match.start() - 1:match.end()] = "Vzz"
    for match in _INSERT.finditer(string) if "," in string else ():
        out[match.start() - 1:match.end()] = "V" + "z" * (match.end() - match.start())
    for match in _THEY_SAY.finditer(string) if "U" in string else ():  # 40 rebels whom the army says it killed, nine men it said it held
        if doc.low[chunks.heads[match.end() - 1]] in speech():
            out[match.start("who"):match.end()] = "z" * (match.end() - match.start("who"))
    if "result" in doc.keys:
        for match in _RESULT.finditer(string):  # the number of dead as a result of the quake rose to 31
            if doc.low[firsts[match.start()]:firsts[match.end() - 1]] == ["as", "a", "result"]:
                out[slice(*match.span())] = "zzn"
    if "'s" in doc.keys:  # the three people killed in Sunday's shooting
        for match in _OF_A_DAY.finditer(string):
            if doc.low[chunks.lasts[match.start()] - 1] == "'s":
                out[match.start()] = "z"
    for match in _DAYS.finditer(string) if "D" in string else ():
        out[slice(*match.span())] = "D" * (match.end() - match.start())
    for match in _LOADED.finditer(string) if "p" in string else ():
        out[slice(*match.span())] = "z" * (match.end() - match.start())
    for match in _OWN_CLAUSE.finditer(string) if "nU" in string else ():  # freed five guests after they were seized: another clause
        if doc.low[firsts[match.start() + 1]] in _SUBJECTS and doc.low[firsts[match.start()]] in ("after", "before", "since", "until"):
            out[match.start()] = "c"
    for match in _ARMED.finditer(string) if "armed" in doc.keys else ():  # three men armed with knives were shot
        if doc.low[firsts[match.start()]] == "armed":
            out[slice(*match.span())] = "z" * (match.end() - match.start())
    for match in _DRESSED.finditer(string) if not _AS_IF.isdisjoint(doc.keys) else ():  # men dressed as soldiers stopped a bus
        if doc.low[firsts[match.start()]] in _AS_IF:
            out[slice(*match.span())] = "z" * (match.end() - match.start())
    if not _TERMS.isdisjoint(doc.keys):  # freed 140 men serving long sentences and 90 women
        for match in (*_SERVING.finditer(string), *_SERVED.finditer(string)):
            if not _TERMS.isdisjoint((doc.low[firsts[match.start()]], doc.low[chunks.heads[match.start()]])):
                out[slice(*match.span())] = "z" * (match.end() - match.start())
    for match in _AGED.finditer(string):  # a woman in her 60s was hurt
        first, last = match.span()
        if doc.low[firsts[first]] == "in" and doc.low[chunks.lasts[last - 1] - 1].endswith(_DECADES):
            out[first:last] = "z" * (last - first)
    for match in _TOLL_WHEN.finditer(string) if "Tc" in string else ():  # the number of people killed when a dam burst has risen to 40
        out[slice(*match.span())] = "z" * (match.end() - match.start())
    if "according" in doc.keys:  # strikes which according to a UN tally killed 40
        for match in _WHICH_ACCORDING.finditer(string):
            if doc.low[firsts[match.start()]] == "according":
                out[slice(*match.span())] = "z" * (match.end() - match.start())
    if "those" in doc.keys:  # 26 bodies, including those of seven children
        for match in _THOSE.finditer(string):
            if doc.low[firsts[match.start()]] == "those":
                out[slice(*match.span())] = "zz"
    if "followed" in doc.keys:  # 12 were freed, followed by 21 men
        for match in _FOLLOWED.finditer(string):
            if doc.low[firsts[match.end() - 2]] == "followed":
                out[slice(*match.span())] = ",&" + "z" * (match.end() - match.start() - 2)
    for match in _GROUND.finditer(string) if "ground" in doc.keys else ():
        if doc.low[chunks.lasts[match.start()] - 1] == "ground":
            out[match.start()] = "z"
    for match in _ABOARD.finditer(string) if "Qn" in string else ():
        first, last = match.span()
        if "&" not in match[0] or doc.low[firsts[first]] == "aboard":
            out[first:last] = "z" * (last - first)
    for match in _COMPLEMENT.finditer(string):
        first, last = match.span()
        number = numbers.get(first - 1)
        if number is not None and number.head >= 0 and number.last <= firsts[first]:
            out[first:last] = "z" * (last - first)
    for match in _AWAY.finditer(string) if "QM" in string else ():  # two sites 60 km from the border were damaged
        if doc.low[chunks.lasts[match.start()] - 1] in _DISTANCES:
            out[match.start()] = "z"
    for match in _ALSO_ONE.finditer(string) if "&Q," in string else ():  # six died in Velm and one, a nurse, in Norby
        if doc.low[chunks.lasts[match.start() - 1] - 1] == "one":
            out[slice(*match.span())] = "z" * (match.end() - match.start())
    for match in _SAID_OF_IT.finditer(string) if "r" in string else ():  # drones, 24 of which the army said were shot down
        if doc.low[chunks.heads[match.end() - 1]] in speech():
            out[match.start() + 1:match.end()] = "z" * (match.end() - match.start() - 1)
    if not _INCLUDE.isdisjoint(doc.keys):  # the 17 guests, who included five children, were seized
        for match in _WHO_INCLUDED.finditer(string):
            if doc.low[firsts[match.start() + 1]] in _INCLUDE:
                out[match.start()], out[match.start() + 1] = "z", "q"
    if not _HOLDING.isdisjoint(doc.keys):  # nine died in Norland-held Karo and five in Velm
        for match in _HELD.finditer(string):
            if doc.low[firsts[match.start() + 2]] in _HOLDING:
                out[match.start() + 1:match.end()] = "zzz"
    for match in _BY_MEANS.finditer(string) if not _MEANS.isdisjoint(doc.keys) else ():  # evacuated by boat 240 villagers
        if doc.low[chunks.lasts[match.end() - 1] - 1] in _MEANS:
            out[slice(*match.span())] = "Vzz"
    for match in _PREFIXED.finditer(string) if not _PREFIXES.isdisjoint(doc.keys) else ():  # from sub-Saharan Africa
        if doc.low[firsts[match.start()]] in _PREFIXES:
            out[match.start() + 1:match.end()] = "zz"
    for pattern, words, chunk, before in _NO_MATTER:
        for match in pattern.finditer(string) if not words.isdisjoint(doc.keys) else ():
            if doc.low[firsts[match.start() + chunk] - before] in words:
                out[slice(*match.span())] = "z" * (match.end() - match.start())
    for match in _OF_WHICH.finditer(string) if "or" in string else ():  # six drones, four of which the army brought down
        if doc.low[firsts[match.start() + 1]] in ("which", "whom"):
            out[match.start()] = "z"
    if "based" in doc.keys:  # arrested three men in the port based on a tip
        for match in _BASED.finditer(string):
            first = firsts[match.start()]
            if doc.low[first] == "based" and " ".join(doc.low[first + 1:first + 4]).startswith(("on ", "in part on")):
                out[match.start()] = "z"
    string = "".join(out)
    for match in _SIDE_NOTES.finditer(string):
        first, last = match.span()
        word, number = doc.low[firsts[first + (string[first] in ',"')]], numbers.get(first - 1)
        if match["all"] and word not in ("all", "both", "mostly") or match["worth"] and word != "worth":
            continue  # eight sailors, all Norlanders, wounded on board; seven drones worth $30 million apiece
        if match["name"] and (number is None or 0 <= number.head < chunks.lasts[first] or not (
                doc.forms[firsts[first]][0].isupper() or _of_a_kind(chunks, first, number, numbers))):
            continue  # 13 Norlandic and two Velmian soldiers
        out[first:last] = "z" * (last - first)
    string = "".join(out)
    for match in _AND_PLACE.finditer(string) if "&A" in string else ():
        out[match.start()], out[match.end() - 1] = "z", "z"  # the towns of Karo and Velm and four villages
    for match in _OWN_PLACES.finditer(string) if "'s" in doc.keys else ():
        if doc.low[chunks.lasts[match.start() - 1] - 1] == "'s":  # strikes on Norland's Karo and Velm regions killed nine
            out[slice(*match.span())] = "z" * (match.end() - match.start())
    if "where" in doc.keys:
        for match in _WHERE.finditer(string):  # struck 14 areas where troops were massed, two posts and a depot
            if doc.low[firsts[match.start()]] == "where":
                out[slice(*match.span())] = "z" * (match.end() - match.start())
    string = "".join(out)
    for match in _AND_WITH.finditer(string) if "h" in string else ():  # with six missiles from the north, as well as with 45 drones
        at = match.end() - 1
        if string.rfind("hQ", string.rfind(".", 0, at) + 1, at) >= 0:
            out[at] = "z"
    return _MEMBER.sub("N", "".join(out))
