"""A second view of the chunks, without what stands between a subject and its verb: parentheses, clauses, earlier verbs."""

from __future__ import annotations

from newsfacts.chunks import Chunks
from newsfacts.claims.items import PEOPLE, item_of_words
from newsfacts.claims.people import table
from newsfacts.drafts import Number
from newsfacts.late import late
from newsfacts.rules import Rules, common_lemmas
from newsfacts.tokens import Doc

_NAMED = frozenset(("named", "called", "nicknamed", "dubbed"))
_SKIP = "[zD]{0,4}"
_ASIDES = (
    late(r"z(?<=Q.)z{0,4}(?=,[pPgG][zD]{1,6},)"),  # a nurse of the agency, abducted in May, was freed
    late(r"\((?<=[QNAz].)[^().]{1,16}\)"),  # two clerks (a mother and her son) were hurt
    late(r"\((?<=[QNAz].)[^().]{1,16}\)"),  # two (one foreign [Norlandic], one local) clerks
    late(rf"r(?<=Q.){_SKIP}[VvwWBgpP]{_SKIP}(?:[iIgG]{_SKIP})?h?[QNAE]?[zD]{{0,8}}(?=[WVBvwS]|P[.,c])"),  # a man who shot a guard was hurt
    late(rf"[,q](?:(?<=Q,)q|(?<=Qq))[zDU]{{0,4}}Q(?:{_SKIP},?&{_SKIP}Q)?,?(?={_SKIP}[WPBw])"),  # two clerks including a driver were killed
    late(rf"q(?<=Qq)[zD]{{0,4}}N(?:oN)?(?={_SKIP}[WB])"),  # four including a high-value target
    late(rf",(?<=Q,)Q(?:(?:,Q)?,?&Q)?qU,(?={_SKIP}[WPBV])"),  # six clerks, two women and a boy among them, were hurt
    # six clerks of the port, among them two women, hurt in a fall; two clerks – a mother and her son – hurt in a fall
    late(rf",(?<=[Qz~].)q{_SKIP}U?{_SKIP}Q(?:{_SKIP},?&{_SKIP}Q)?{_SKIP},(?={_SKIP}P)"),
    late(r"P(?<=z.)b[NA](?=-|[zD]{0,2}W)"),  # five men in a bus hired by the agency were hurt
    late(rf"-(?<=[Qz~].)[^-.;:WPVI]{{1,12}}-(?={_SKIP}(?:&{_SKIP}[QN]{_SKIP})?[WPB])"),  # two clerks – a vet and a cook – and their driver
    late(r",(?<=[Q~].)[pgr][^.;:VWI]{1,10},(?=z{0,2}&z{0,2}Q(?!z{0,3}[VWwvPBS]))"),  # a man, believed to lead them, and two others
    late(r",(?<=Q.)Q(?:o[Ur]|zz)[^,.;:VWQ]{0,8},(?=[zD]{0,3}[WVBvwP])"),  # nine men, two of them badly hurt, were freed
    late(r",(?<=[Q~].)r(?!z{0,3}W)[^.;:]{1,16},(?=z{0,3}[WVBvw])"),  # a guard, who lived in the village, was killed
    late(r"r(?<=Q.)(?!z{0,3}W)[^.;:,]{1,12},(?=z{0,3}[WBw])"),  # a man, 34, who was driving a van, was killed
    late(r"o(?<=Q.)[AN],r(?!z{0,3}W)[^.;:,]{1,12},(?=z{0,3}[WVBvw])"),  # a man, 34, of Velm, who was driving a van, was killed
    late(r",(?<=[Q~].)Q[zo][zr][BvwpWP][^.;:Q]{0,8},(?=[zD]{0,3}[WPBvV])"),  # three guards, two of whom were off duty, were hurt
    # a man wanted for theft, and two others; a leader accused of two attacks, and his driver
    late(r"[pP](?<=[Q~].)(?:(?=[fbnt])|(?<=p)(?=oG))[^.;:,VWI]{1,10},(?=z{0,2}&z{0,2}Q(?!z{0,3}[VWwvPBS]))"),
    late(r"p(?<=Q.)[NA](?=,?&)"),  # a man named Karim and two others
    late(r",(?<=[Q~].)z?[pP][zDonfbathANU]{1,9},(?=[zD]{0,3}[WPBvVp])"),  # the driver, also employed by the agency, was hurt
    late(r",(?<=[Q~].)[gGp][^.;:VWIPQ]{1,12},(?=z{0,2}&z{0,2}Q[zD]{0,3}[WP])"),  # two clerks, working on a road, and a guard killed
    late(r",(?<=[Q~].)[gG][^.;:VWIP]{1,12},(?=[zD]{0,3}[WVBvw])"),  # the killer, carrying two guns, took his own life
    late(r",(?<=[Q~].)z[zDonfANU]{1,8},(?=[zD]{0,3}[WwPBvV])"),  # a man and a boy, both of Karo, were hurt
    # a man responsible for the attack was captured, captured a man responsible for the attack and one guard
    late(r"N(?<=[Q~].)[ft][zDNAEo]{1,10}(?=r?W|,?&z{0,2}Q(?!z{0,3}[VWwvPBS]))"),
    late(r",(?<=[Q~].)N,?&N,(?=[zD]{0,3}P)"),  # two teachers, a Dane and a Kenyan, abducted on Monday
    late(r"t(?<=z.)z?[NA](?=W)"),  # four staff of a supplier to the agency were hurt
    late(r"P(?<=[Q~].)S(?=[zD]{0,3}W)"),  # two nurses held captive were freed
    late(r"h(?<=[Q~z].)[zD]{0,2}Q(?=[zD]{0,3}W)"),  # the driver of a bus with five nurses was hurt
    # three clerks returning to the port, suspected of planning two attacks, were hurt; a driver contracted by the agency was killed
    late(r"[gGp](?<=[Q~z].)(?:(?<=[gG])|(?=[znbofthaiIB]))(?:(?<=p)B|[zDNAEUnfothbgiGI]|(?<=[GgobhtfINn])Q){0,12}(?=r?W|Bq|,[NAz&]{1,6},W)"),
    late(r"V(?<=Q.)M[zD]{0,4}(?=W)"),  # six miners trapped 90 metres below ground were pulled out
    late(r"[gG](?<=[Q~z].)[zDNAnfoth]{0,8}(?=P[^WVB.]*\.)"),  # two nurses working for the agency abducted on Monday
)
# a driver hired by the agency was killed, two guards employed by the agency killed in a raid
_KINDS = late(r",(?<=Q,)Q[NA]?,?&Q[NA]?,(?=[zD]{0,3}P)")
_HIRED = late(r"P(?<=Q.)(?=[znbofthai])[zDNAEnfothbgiG]{0,12}(?=W|(?<=[NA])P[zD.])")
_VERBS = late(rf"[wpWP](?<=[Qz].)(?:(?<=W)Q)?(?:{_SKIP}(?:b[NA])?(?:c{_SKIP})?(?:,{_SKIP}[wpP]{_SKIP}){{0,3}}(?:,&|,|&){_SKIP}|z?)(?=P)")
# the man refused to stop, shot at the guards and was killed
_SUBJECT = late(r"(?:^|[.;]|[pv]c?(?=z?Q)|[c\"](?=z?Q))(?:[zD,]{0,6}|[ca][^.;Q]{1,12},[zD]{0,2})Q(?P<verbs>[zD]{0,4}[vpVPwWB]"
                r"(?:(?<=[vpVP])Q(?![zD]{0,2}[vpVPwWB])|U(?![zD]{0,2}[vpVPwWB])|[WwBv](?<=[,&].)|[^.;:crQUxWwBv]){0,18}?&)"
                r"(?=[zD]{0,2}(?:[WVP]|[Bw][zD]{0,2}S))")
_NOUN = late(r"[NA](?<=Q.)[NA]{0,3}")


def without_asides(doc: Doc, rules: Rules, chunks: Chunks, numbers: dict[int, Number],
                   items: dict[int, str]) -> tuple[Chunks, dict[int, Number]]:
    """The chunks that remain, and the numbers at their new places; puts into `items` what a noun that a number missed tells."""
    drop: set[int] = set()
    string, dropped = chunks.string, 0
    for match in _KINDS.finditer(string) if "Q,Q" in string else ():  # 2 staff, one national and one foreign, hurt by a mine
        told = [n.value or 0 for i in range(*match.span()) if (n := numbers.get(i)) is not None and doc.low[n.first] not in ("a", "an")]
        whole = numbers.get(match.start() - 1)
        if len(told) == 2 and whole is not None and sum(told) == whole.value:
            drop.update(range(*match.span()))
    for pattern in _ASIDES:
        if len(drop) > dropped:
            string, dropped = "".join(["~" if i in drop else c for i, c in enumerate(chunks.string)]), len(drop)
        for match in pattern.finditer(string):
            word = doc.low[chunks.heads[match.start()]]
            if len(match.group()) == 2 and chunks.string[match.start()] == "p" and word not in _NAMED:
                continue
            to = match.start() + 1 < len(chunks.firsts) and doc.low[chunks.firsts[match.start() + 1]] == "to"  # known to lead them
            if chunks.string[match.start()] not in "gGp" or to or common_lemmas().get(word, word) not in table()["reporting"]:
                drop.update(range(*match.span()))
    out, at = kept(chunks, numbers, drop)
    drop = set()
    for match in _NOUN.finditer(out.string):  # "2 northern (Harbian) staff", "1 staff driver"
        number = at.get(match.start() - 1)
        item = item_of_words(doc, out.firsts[match.end() - 1], out.lasts[match.end() - 1] - 1, rules)
        shared = number is not None and number.head > out.lasts[match.end() - 1]  # 12 Norlandic and two Velmian soldiers
        if number is not None and item in PEOPLE and not shared:
            items.setdefault(number.nfirst, item)
            number.head = out.lasts[match.end() - 1] - 1
            drop.update(range(*match.span()))
    return kept(out, at, drop)


def without_verbs(chunks: Chunks, numbers: dict[int, Number]) -> tuple[Chunks, dict[int, Number]]:
    """The same without all but the last of the verbs of one subject: "were stopped, beaten and abducted"."""
    return kept(chunks, numbers, {i for where in (_VERBS, _HIRED) for match in where.finditer(chunks.string) for i in range(*match.span())})


def with_last_verb(chunks: Chunks, numbers: dict[int, Number]) -> tuple[Chunks, dict[int, Number]]:
    """The same without what stands between the subject of a clause and its last verb: "ran away, shot at the guards and was killed"."""
    return kept(chunks, numbers, {i for match in _SUBJECT.finditer(chunks.string) for i in range(*match.span("verbs"))})


def kept(chunks: Chunks, numbers: dict[int, Number], drop: set[int]) -> tuple[Chunks, dict[int, Number]]:
    """The chunks without some of them, and the numbers at their new places."""
    if not drop:
        return chunks, numbers
    keep = [i for i in range(len(chunks.string)) if i not in drop]
    firsts, lasts, heads, particles, sentences = (
        [column[i] for i in keep] for column in (chunks.firsts, chunks.lasts, chunks.heads, chunks.particles, chunks.sentences))
    out = Chunks("".join([chunks.string[i] for i in keep]), firsts, lasts, heads, particles, sentences)
    return out, {new: numbers[old] for new, old in enumerate(keep) if old in numbers}
