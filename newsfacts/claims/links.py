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
from newsfacts.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    _Test = Callable[[Doc, Chunks, re.Match[str], frozenset[str]], bool]
    _Rewrite = tuple[re.Pattern[str], str, frozenset[str], _Test | None, str]

# along with, as well as; "in addition to the nine", "besides nine" only where they open a sentence
_WITH = late(r"[nza](?:(?<=[nz])h|(?<=a)za|(?<=n)Nt(?=Q)|(?<![^.]n)(?<=n)(?:Nt)?(?=z?Q))")
_SIDE_NOTES = late(r'''(?P<all>,(?<=Q,)z?N,(?=[zD]{0,3}P))|(?P<worth>oM(?<=QoM)z?(?=[zD]{0,2}[&,WPVB]))|(?P<name>N(?<=QN)(?=&Q))'''
                   r'''|"N"(?<=Q"N")(?=[zD]{0,3}[WPVB])|,&zzN,(?<=Q,&zzN,)(?=[zD]{0,2}[WPVB])''')
_REGIONS = late(r"(?<=z)(?:,A){0,6},?&A")
_NOW = late("v(?=D[Vp])")
_WHERE_ASIDE = late("(?<=z),c[^,;.:QMUS]{2,9},(?=[zD]{0,2}[WPVvB])")
_KNOWN_AS = late("(?<=z)paA{1,2}(?=[zD]{0,2}[VPvW])")
_IN_REGION = late(r",A,(?<=z,A,)(?=[zD]{0,3}[vVWBwpP])")
_AND_WITH = late(r"&z{0,2}h(?=Q)")
_MEMBER = late(r"U(?<=[VGI].)(?=[zD]{0,2}&)")
_COMPLEMENT = late(r"[of](?<=Q.)(?:z|U(?=A))?(?:[AN]-[pPvVwW]?(?=N))?(?:p?[NA]){1,4}(?:f[NA]|&N(?=[-(]))?")
_TOLL = late(r"r(?<=[NAEz].)[VWvwpPBzDNAEno]{1,12}(?=v[zD]{0,2}(?:[tn]z?)?Q|V[zD]{0,2}Q)")
# two men accused of spying for Norland were freed; nine people trying to reach the coast in a boat drowned
_VERB = r"(?=W|V[zD]{0,4}[N.,;]|P[zD]{0,6}[.,;&]"
_BUSY = late(rf"g(?<=Q.)[zDANopfbntIUhg-]{{1,12}}?{_VERB})|p(?<=Q.)(?:oB?|B|[znbth])[zDANopfbntIUhgv-]{{0,12}}?{_VERB}|[.;])")
_SUSPECTED = frozenset("suspected accused convicted believed thought charged linked wanted described known".split())
_DECADES = ("0s", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties", "teens")

# A bare past form with an object after it is a finite verb, not a participle: "soldiers killed five" but "soldiers killed in"; the verb
# before it is one too: "three men shot and killed two guards".
_FINITE = late(r"P(?=[zD\"]{0,2}(?:[QNAUME]|tN[zD]{0,2}Q))")
_OBJECT = late(r"PN[.;,&]?")  # 16 were destroyed and two struck a depot
# the toll of the strike has reached 33; of the floods in Norland and Karo
_TOLL_OF = late(r"(?<=T)[bonhfa](?:[DNAzonhfaEGg]|Q(?=[NE])|(?<=n)Q(?=[vV])"
                r"|,A,|&(?=[NA](?:o?[NA])?[zvVpn])){1,14}(?=[zD]{0,2}(?:[vVp]|tQ))")
# the toll in Karo, a village where a house was hit, has risen to four
_TOLL_ASIDE = late(r"(?<=T)([bonhfaDNAz]{1,8},[NAz][^.;:TQ,]{2,16},)(?=v[zD]{0,2}t[zD]?Q)")
_SHARED = late(r"WS?[zD]{0,4}(?:,?&|[,;])[zD]{0,2}Q[zD]{0,2}$")  # eleven were killed and 16 wounded
_WITHIN = late(r"(?<=[nofh]rQ)P(?=[zD]{0,5}[PVWvw])")  # the fire in which nine people died shocked the town
_IS_TO = late(r"B(?<=[QN].)(?=[zD]{0,2}I)")  # a force of 2,500 is to patrol the zone
_BOTH = late(r"((?:^|[.;cr])[zD,]{0,4}Q[zD]{0,2})P(?=[zD]{0,2}&[zD]{0,2}V)")
_SUBJECTS = frozenset(("they", "he", "she", "we", "i", "it"))


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
    out = list(string)
    _along_with(doc, chunks, string, out)
    if "T" in string:
        _tolls(doc, string, out)
    _rewrite(doc, chunks, string, out, _REWRITES)
    _complements(doc, chunks, string, numbers, out)
    string = "".join(out)
    _side_notes(doc, chunks, string, numbers, out)
    _rewrite(doc, chunks, "".join(out), out, _PLACES)
    string = "".join(out)
    for match in _AND_WITH.finditer(string) if "h" in string else ():  # with six missiles from the north, as well as with 45 drones
        at = match.end() - 1
        if string.rfind("hQ", string.rfind(".", 0, at) + 1, at) >= 0:
            out[at] = "z"
    return _MEMBER.sub("N", "".join(out))


def _rewrite(doc: Doc, chunks: Chunks, string: str, out: list[str], rows: list[_Rewrite]) -> None:
    """Writes what the matches of a table become over them: over the group of a pattern that has one."""
    keys = doc.keys
    for pattern, sign, words, test, becomes in rows:
        if sign not in string or words and words.isdisjoint(keys):
            continue
        for match in pattern.finditer(string):
            if test is None or test(doc, chunks, match, words):
                first, last = match.span(match.lastindex or 0)
                out[first:last] = becomes + becomes[-1] * (last - first - len(becomes))


def _along_with(doc: Doc, chunks: Chunks, string: str, out: list[str]) -> None:
    """Nine men along with two women."""
    if "h" not in string and "a" not in string and "Nt" not in string and "besides" not in doc.keys:
        return
    firsts, like_and = chunks.firsts, table()["like_and"]
    for match in _WITH.finditer(string):
        first, last = match.span()
        if last < len(firsts) and " ".join(doc.low[firsts[first]:firsts[last]]) in like_and:
            out[first:last] = "&" + "z" * (last - first - 1)


def _tolls(doc: Doc, string: str, out: list[str]) -> None:
    """The toll from the quake that struck the coast has risen to 31: all between the toll and its verb."""
    for match in _TOLL.finditer(string):
        toll = string.rfind("T", string.rfind(".", 0, match.start()) + 1, match.start())
        if toll >= 0:
            out[toll + 1:match.end()] = "z" * (match.end() - toll - 1)
    for match in _TOLL_ASIDE.finditer(string) if ",v" in string else ():
        out[slice(*match.span(1))] = "z" * (match.end(1) - match.start(1))
    for match in _TOLL_OF.finditer(string) if "result" not in doc.keys else ():
        out[slice(*match.span())] = "z" * (match.end() - match.start())


def _complements(doc: Doc, chunks: Chunks, string: str, numbers: dict[int, Number], out: list[str]) -> None:
    """Two friends of the driver; two friends of a Norland-born driver; but: two friends of the driver – a clerk and a cook – fled."""
    for match in _COMPLEMENT.finditer(string):
        first, last = match.span()
        dash = string.find("-", first, last)
        if dash > 0 and not doc.hyphened(chunks.firsts[dash]):
            last = dash
        number = numbers.get(first - 1)
        if number is not None and number.head >= 0 and number.last <= chunks.firsts[first]:
            out[first:last] = "z" * (last - first)


def _side_notes(doc: Doc, chunks: Chunks, string: str, numbers: dict[int, Number], out: list[str]) -> None:
    """What stands right behind a number: "eight sailors, all Norlanders, ...", "seven drones worth $30 million", "13 Norlandic and ..."."""
    firsts = chunks.firsts
    for match in _SIDE_NOTES.finditer(string):
        first, last = match.span()
        word, number = doc.low[firsts[first + (string[first] in ',"')]], numbers.get(first - 1)
        if match["all"] and word not in ("all", "both", "mostly") or match["worth"] and word != "worth":
            continue  # eight sailors, all Norlanders, wounded on board; seven drones worth $30 million apiece
        if match["name"] and (number is None or 0 <= number.head < chunks.lasts[first] or not (
                doc.forms[firsts[first]][0].isupper() or _of_a_kind(chunks, first, number, numbers))):
            continue  # 13 Norlandic and two Velmian soldiers
        out[first:last] = "z" * (last - first)


def _begins(chunk: int, before: int = 0) -> _Test:
    """Whether one of the words begins a chunk, counted from the first of the match, or stands so many tokens before it."""
    return lambda doc, chunks, match, words: doc.low[chunks.firsts[match.start() + chunk] - before] in words


def _ends(chunk: int) -> _Test:
    """Whether one of the words ends a chunk, counted from the first of the match."""
    return lambda doc, chunks, match, words: doc.low[chunks.lasts[match.start() + chunk] - 1] in words


def _ends_all(doc: Doc, chunks: Chunks, match: re.Match[str], words: frozenset[str]) -> bool:
    """Whether one of the words ends the last chunk."""
    return doc.low[chunks.lasts[match.end() - 1] - 1] in words


def _begins_group(doc: Doc, chunks: Chunks, match: re.Match[str], words: frozenset[str]) -> bool:
    """Whether one of the words begins the chunks of the first group."""
    return doc.low[chunks.firsts[match.start(1)]] in words


def _ends_group(doc: Doc, chunks: Chunks, match: re.Match[str], words: frozenset[str]) -> bool:
    """Whether one of the words is all of the last chunk of the first group."""
    at = match.end(1) - 1
    return doc.low[chunks.firsts[at]] in words and chunks.lasts[at] - chunks.firsts[at] == 1


def _is_alone(doc: Doc, chunks: Chunks, match: re.Match[str], words: frozenset[str]) -> bool:
    """Whether one of the words is all of the first chunk."""
    first = chunks.firsts[match.start()]
    return doc.low[first] in words and chunks.lasts[match.start()] - first == 1


def _says(doc: Doc, chunks: Chunks, match: re.Match[str], words: frozenset[str]) -> bool:
    """Whether the last chunk is a verb of saying."""
    return doc.low[chunks.heads[match.end() - 1]] in speech()


def _from_occupied(doc: Doc, chunks: Chunks, match: re.Match[str], words: frozenset[str]) -> bool:
    """From the Karo region and occupied Velm."""
    first = chunks.firsts[max(0, match.start() - 4)]
    return "from" in doc.low[first:chunks.firsts[match.start()]] and doc.low[chunks.heads[match.start() + 1]] in words


def _full_date(doc: Doc, chunks: Chunks, match: re.Match[str], words: frozenset[str]) -> bool:
    """On Sunday, May 4, ... but: since Sunday, May 4, ..."""
    date = match.start() - 1
    first = chunks.firsts[date]
    return chunks.raw[date:date + 1] == "D" and "," in doc.low[first:chunks.lasts[date]] and doc.low[first - 1] != "since"


def _as_a_result(doc: Doc, chunks: Chunks, match: re.Match[str], words: frozenset[str]) -> bool:
    return doc.low[chunks.firsts[match.start()]:chunks.firsts[match.end() - 1]] == ["as", "a", "result"]


def _after_they(doc: Doc, chunks: Chunks, match: re.Match[str], words: frozenset[str]) -> bool:
    return doc.low[chunks.firsts[match.start() + 1]] in _SUBJECTS and doc.low[chunks.firsts[match.start()]] in words


def _term(doc: Doc, chunks: Chunks, match: re.Match[str], words: frozenset[str]) -> bool:
    return not words.isdisjoint((doc.low[chunks.firsts[match.start()]], doc.low[chunks.heads[match.start()]]))


def _in_decade(doc: Doc, chunks: Chunks, match: re.Match[str], words: frozenset[str]) -> bool:
    return doc.low[chunks.firsts[match.start()]] in words and doc.low[chunks.lasts[match.end() - 1] - 1].endswith(_DECADES)


def _followed_by(doc: Doc, chunks: Chunks, match: re.Match[str], words: frozenset[str]) -> bool:
    return doc.low[chunks.firsts[match.end() - 2]] in words


def _on_their_way(doc: Doc, chunks: Chunks, match: re.Match[str], words: frozenset[str]) -> bool:
    """Whether the first group tells of a part of those before: what its people are doing, or who they are."""
    first, among = match.start() + 1, match[0][1] == "q"
    part = among or "them" in doc.low[chunks.firsts[first]:chunks.lasts[first]]
    return part and (match[1][0] == "r" or doc.low[chunks.heads[match.start(1)]].endswith("ing"))


def _one_or_aboard(doc: Doc, chunks: Chunks, match: re.Match[str], words: frozenset[str]) -> bool:
    """Nine in a bus; nine aboard a jet and a helicopter; no "nine in a bus and a lorry"."""
    return "&" not in match[0] or doc.low[chunks.firsts[match.start()]] == "aboard"


def _based_on(doc: Doc, chunks: Chunks, match: re.Match[str], words: frozenset[str]) -> bool:
    first = chunks.firsts[match.start()]
    return doc.low[first] in words and " ".join(doc.low[first + 1:first + 4]).startswith(("on ", "in part on"))


def _rows(table: tuple[tuple[re.Pattern[str], str, str, _Test | None, str], ...]) -> list[_Rewrite]:
    return [(pattern, sign, frozenset(words.split()), test, becomes) for pattern, sign, words, test, becomes in table]


# a pattern; a sign that the chunk string must hold, and words, one of which the text must; a test of a match and these words; and the
# letters that it becomes, the last of which fills it
_REWRITES = _rows((
    # losses in killed and wounded came to 430; losses, killed and wounded, exceed 430
    (late(r"E(?:o[NA])?(n[PS](?:,[PS])?&[PS])"), "E", "in", _begins_group, "z"),
    (late(r"E(?:o[NA])?(,[PS]&[PS],)"), "E,", "wounded", None, "z"),
    # the number of men killed or wounded has risen to 430
    (late(r"T(&[PS])(?=[zD]{0,2}[vV])"), "T&", "wounded injured", None, "z"),
    (late(r"(?<=[vpzVP]),(?=nQtQ)"), ",nQtQ", "from", None, "z"),  # the toll doubled, from 40 to 90
    (late(r"(?<=D),(?=tD)"), "D,", "from", None, "z"),  # losses from May 3, 2022, to June 4, 2025, number 430
    (late(r"E[^.;QVvWcU]{0,14}?(N)(?=[tn]?Q)"), "E", "number amount", _ends_group, "v"),
    (late(r"E[^.;QVvWcU]{0,14}?D(,N)(?=[tn]?Q)"), "D,NQ", "number amount", _ends_group, "zv"),
    (late(r"(?<=[zD]),(?=[VWP])"), ",", "", _full_date, "z"),  # the army on Sunday, May 4, shot down nine drones
    # the number of those who died when a bridge fell rose to 31
    (late(r"(?<=[VWPE])c[zD]?[NA]{1,2}[VvP](?:d|n|[zD]|[nt][NA]){0,6}(?=v[zD]{0,2}t[zD]?Q)"), "c", "number", None, "z"),
    # after a bus left the road
    (late(r"n(?=z?(?:AN|[NAQE])(?:oz?[NAQ])?[zD]{0,2}(?:[VvwW]|P[zD]?[QNA]))"), "", "after before until", _is_alone, "c"),
    (late(r",(a)N(?:oN)?[zD]?P(?=[zDnf]{0,3}[QNAU])"), ",a", "", None, "c"),  # nine were hurt, as families searched for others
    (late(r",aN(?:oN)?[zD]?(P)(?=[zDnf]{0,3}[QNAU])"), ",a", "", None, "V"),
    (late(r"[VP]t[NA](?=z{0,2}(?:Q|Noz?Q))"), "t", "", None, "Vz"),  # handed over to Kyiv the bodies of nine men
    (late(r"[VPG],(?:[btnfhoa]z?[NAz]{1,2}V?|NtN|U[NvVpP]),(?=z{0,2}[QM])"), ",", "", None, "Vz"),  # has lost, by its own count, 4,000 men
    # 40 rebels whom the army says it killed, nine men it said it held
    (late(r"(?<=Q)r?(z?[UNA][zD]?[vpPV])(?=U[zD]?[vVPp])"), "U", "", _says, "z"),
    # a mill and, according to the mayor, two barns; Karo took in 300 and Velm, by its own count, 90
    (late(r"(?<=&),(?:[btnfhoa]z?[NA]|Nt[NA]|z{1,3}|D),(?=z{0,2}[QM])"), "&,", "", None, "z"),
    (late(r"(?<=&[NA]),(?:b[zt]?[NA][Vv]?|[tnfhoa]z?[NA]|Nt[NA]),(?=z{0,2}[QM])"), "&", "", None, "z"),
    (late(r"(?<=[NA])&[VvpP](?:[NA]|z[NA])(?=[,.&])"), "&", "occupied", _from_occupied, "z"),
    (late(r"f(?<=Q.)U(?=,|&)"), "fU", "", None, "z"),  # six launchers, 90 missiles for them and 18 tanks
    (late(r"a[zN]o"), "", "result", _as_a_result, "zzn"),  # the number of dead as a result of the quake rose to 31
    (late(r"D(?=N)"), "", "'s", _ends(0), "z"),  # the three people killed in Sunday's shooting
    (late(r"D(?:,D){0,4},?&D"), "D", "", None, "D"),  # on Monday and Tuesday; aged 30, 42 and 56
    # 68 trucks loaded with flour and oil crossed
    (late(r"p(?<=Q.)z{0,2}[hb][zt]?[NA](?:&[NA])?(?=[zD]{0,4}[PVWBvwS])"), "p", "", None, "z"),
    # freed five guests after they were seized: another clause
    (late(r"(n)U(?=[zD]{0,2}[WVBvwpP])"), "nU", "after before since until", _after_they, "c"),
    (late(r"N(?<=[QNA].)hz?[NA](?:&[NA])?"), "", "armed", _begins(0), "z"),  # three men armed with knives were shot
    # men dressed as soldiers stopped a bus
    (late(r"[pg](?<=[QNA].)a[zNA]{1,2}(?=[VvPp])"), "", "dressed disguised posing masquerading clad", _begins(0), "z"),
    # freed 140 men serving long sentences and 90 women
    (late(r"[gG](?<=Q.)[zD]{0,2}N(?=[zD]{0,3}(?:&|,)[zD]{0,2}Q)"), "", "serving facing awaiting", _term, "z"),
    # eight were serving life terms and were deported
    (late(r"[vV](?<=Q.)[zDE]{0,2}N?[zD]{0,3}&(?=[zD]{0,2}W)"), "", "serving facing awaiting", _term, "z"),
    (late(r"[nz](?<=[QNA].)[Uz][NDQ]"), "", "in", _in_decade, "z"),  # a woman in her 60s was hurt
    # the number of people killed when a dam burst has risen to 40
    (late(r"c(?<=T.)[QNAzDE]{1,5}[vVpPWB][zDNAQnofthb]{0,10}(?=v[zD]{0,2}(?:[tn]z?)?Q)"), "Tc", "", None, "z"),
    (late(r"(?<=r)Nt[zNAD]{1,5}(?=[VWBvwP])"), "", "according", _begins(0), "z"),  # strikes which according to a UN tally killed 40
    (late(r"(?<=q)No(?=Q)"), "", "those", _begins(0), "z"),  # 26 bodies, including those of seven children
    # five bodies, among them those of a man and his three sons
    (late(r"(?:(?<=q)|(?<=qU))NoN&z{0,2}(?=Q)"), "&", "those", _begins(0), "z"),
    (late(r"(?<=b)(N[NAz]{1,3}[VvpPB]{1,2})(?=N)"), "bN", "what", _begins_group, "z"),  # killed by what police called a gang
    (late(r"(?<=M)\(M\)(?=,?&[zD]?Q|,[zD]?Q)"), "(M)", "", None, "z"),  # handed over 90 million naira ($55,000) and two lorries
    (late(r",[zD]?pb(?=Q)"), "", "followed", _followed_by, ",&z"),  # 12 were freed, followed by 21 men
    (late(r"S(?<=Q.)(?=[zD]{0,2}[PV])"), "S", "on in", _begins(0), "z"),  # two patients on ventilators died
    (late(r"x(?<=[PGpg].)(?=[zD]{0,3}[WVP])"), "x", "there", _is_alone, "z"),  # nine people sheltering there were killed
    (late(r"P(?<=Q.)[zD]{0,2}f[zNA]{1,3}(?=[zD]{0,2}W)"), "Pf", "gathered assembled", _begins(0), "z"),  # gathered for a feast were shot
    # nine guests on their way home from a wedding were killed
    (late(r"S(?<=Q.)(?=[zDnNA]{0,8}[PVW])"), "", "home", _ends(0), "z"),
    (late(r"S(?<=Q.)(?=[zD]{0,2}[WPV])"), "", "ground", _ends(0), "z"),  # one on the ground was killed
    # 67 people aboard a jet and a helicopter died
    (late(r"n(?<=Q.)[NAz]{1,5}(?:&[NAz]{1,5})?(?=[zD]{0,2}(?:&Q|[BvWVPpw]))"), "Qn", "", _one_or_aboard, "z"),
    (late(r"M(?<=Q.)(?=(?:[nz]z?[NA]?){1,2}[WPBvw])"),  # two sites 60 km from the border were damaged
     "QM", "km kilometres kilometers kilometre kilometer miles mile metres meters m", _ends(0), "z"),
    (late(r",N(?<=&Q,.)(?:o?[DMQ])?N?,(?=[zn])"), "&Q,", "one", _ends(-1), "z"),  # six died in Velm and one, a nurse, in Norby
    # drones, 24 of which the army said were shot down
    (late(r"r([zD]{0,2}[NAU](?:oz?[NA])?[pviw])(?=[zD]{0,2}(?:[WBVPvpw]|[NAU][vVp]))"), "r", "", _says, "z"),
    # nine people, among them two boys returning to school, died
    (late(r",(?:qU?)?Q(?:,?&Q)?((?:r[vV]|[gG])[^VWBPvwpQUr.;:,]{0,12})(?=,[zD]{0,3}[WPVBS])"), "", "", _on_their_way, "z"),
    # among the dead were a family of four from Velm who were on holiday, and two nurses
    (late(r"q[zD]{0,2}N?[NSEP][zD]{0,2}B(?:[zN]{0,2}o)?Q[zDonANf]{0,6}(r[^.;:,QWP]{1,16})(?=,?&[zD]{0,2}Q)"),
     "q", "among", _begins(0), "z"),
    # three of those who escaped were hurt
    (late(r"N(?<=QoN)(r[vVpPB][^VWBPvwpQr.;:,&]{0,10})(?=[zD]{0,2}[WvV])"), "r", "those", _ends(0), "z"),
    # the 17 guests, who included five children, were seized
    (late(r"r(?<=Q,.)[pv](?=Q(?:(?:,?&|,)Q){0,4}[,.])"), "", "include included", _begins(1), "zq"),
    # nine died in Norland-held Karo and five in Velm
    (late(r"[zA](-[pPVvWw][NAz])(?=[zD]{0,3}[.,;:&r])"), "", "administered controlled held occupied run ruled annexed", _begins(2), "z"),
    # evacuated by boat 240 villagers
    (late(r"[PV]bN(?=Q)"), "", "boat boats helicopter helicopters air plane planes sea bus road train ship ferry", _ends(2), "Vz"),
    (late(r"N(-[NA])"), "", "sub trans non pre post anti pro ex", _begins(0), "z"),  # from sub-Saharan Africa
    (late(r"(?<=[zN])oM"), "", "radius", _begins(0, 1), "z"),  # 40 houses within a radius of 300 metres
    (late(r"t[NA](?<=nN..)"), "", "way", _begins(0, 1), "z"),  # five trucks on their way to Velm were hit
    (late(r"[AN]-[pPvVwW]p{0,2}(?=N)"),  # two tanks, a Norland-made armoured carrier and nine guns
     "", "made built supplied designed produced donated manufactured backed led funded", _begins(2), "z"),
    (late(r"&NoN(?<=Q....)(?=[zD]{0,3}[wWBPS])"), "", "their", _begins(3), "z"),  # 25 miners and members of their families are trapped
    # two schools and most of the village were flattened
    (late(r"&(?<=Q.)[zN]o[NAzt]{1,4}(?=[zD]{0,3}[wWBPS])"), "&",
     "most part parts much half section sections stretch portion", _ends(1), "z"),
    # 73 drones, most of them over the coast, and two missiles
    (late(r",(?<=Q.)[zM]oU[zDANntfo]{0,8},(?=&[zD]?Q)"), "", "most half many some all about around almost nearly roughly", _begins(1), "z"),
    (late(r"n(?<!hQ.)(?=[&,;VvWwPpB])"), "", "aboard", _begins(0), "z"),  # the 12 marines aboard died; but: a jet with 12 aboard returned
    (late(r"S(?<=n&QS)"), "", "aboard", _begins(-3), "z"),  # killed 90 people aboard and six on the ground
    # of 90 people on a plane and six on the ground
    (late(r"S(?<=nN&QS)"), "", "plane aircraft jet airliner helicopter flight jetliner", _begins(-3, -1), "z"),
    # six drones, four of which the army brought down
    (late(r"(o)(?<=Q.)r(?=[zt]?[NA][zD]{0,2}[VP])"), "or", "which whom", _begins(1), "z"),
    (late(r"P(?<=[zDA].)(?=n)"), "", "based", _based_on, "z"),  # arrested three men in the port based on a tip
))
_PLACES = _rows((
    (late(r"&(?<=[of]A.)A(?=,?&Q)"), "&A", "", None, "z"),  # the towns of Karo and Velm and four villages
    # 800 residents of Velm and nearby villages fled; shot two men, and 800 residents of Velm and Karo fled
    (late(r"&(?<=[zn][zA].)A(?=S)"), "&A", "", None, "z"),  # left 900,000 homes in Karo and Velm without power
    (late(r"(?:(?<=Qzz)|(?<=Q[nf]A))&z?N(?=[zD]{0,3}[PVWvBw])"), "&",
     "villages towns areas districts settlements hamlets communities neighbourhoods neighborhoods suburbs islands north south east west",
     _ends_all, "z"),
    (late(r"(?:(?<=,&Qzz)|(?<=,&Q[nf]A))&A(?=[zD]{0,3}[PVWvBw])"), "&A", "", None, "z"),
    # strikes on Norland's Karo and Velm regions killed nine
    (late(r"A(?<=n[AN].)(?:,A){0,3}&A(?=[zD]{0,3}[VvPp])"), "", "'s", _ends(-1), "z"),
    # struck 14 areas where troops were massed, two posts and a depot
    (late(r"c(?<=Q.)[zDNA]{1,5}[WwvVPpB][zDN]{0,2}(?=,Q|&Q|,&Q)"), "", "where", _begins(0), "z"),
))
