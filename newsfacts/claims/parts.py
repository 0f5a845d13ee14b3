"""Parts and wholes: "139 of the 176", "including three children", "of which 30"."""

from __future__ import annotations

import re
from itertools import pairwise

from newsfacts.chunks import counts
from newsfacts.claims.context import Context, draft, frames_at, lemma_of, of_them, of_these
from newsfacts.claims.elided import nouns_before
from newsfacts.claims.items import MODELLED, PEOPLE, item_of, names_a_model
from newsfacts.claims.leftout import FIGURES, claims_before, premodified
from newsfacts.claims.partwords import (
    as_the_whole,
    group_named,
    noun_behind,
    of_attackers,
    of_none,
    of_those_others,
    of_two_kinds,
    of_unnumbered,
    of_whom,
    own_verb,
    state_named,
    told_again,
    told_before,
)
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.late import compiled, late
from newsfacts.lexicon import load_json
from newsfacts.patterns import LIST
from newsfacts.rules import FRAMES

_RELATIVE = compiled(r"(?:U[zD]{0,2}[VP]|r[zD]{0,2}[UNA][zD]{0,2}V)")
# rules whose number is a part of all
_OF_ALL = frozenset(("among-the-dead", "was-among-the-dead", "of-the-dead", "of-those", "those-were", "victims-were"))
_TOLD_OF_ALL = _OF_ALL | {"casualties-include"}
_OWN_VERB = frozenset(("passive", "intransitive", "participle"))  # rules whose number is the subject
_BUT_SUBJECT = late(r"[Nz]c(?P<but>z)(?:or|[zD]){0,6}(?P<verb>[VWpPw])(?P<todo>I?)")
_BUT_OBJECT = late(r"(?P<verb>[VvGgIpPw])[zD]?[Nz]c(?P<but>z)")
_NOT_OF_THEM = frozenset(("others", "rest", "remainder"))
_OWN = frozenset(("its", "their", "own"))
_OWNED = 4  # tokens of "its own staff,"
_LATER = frozenset(("returned", "rescued", "killed", "held"))  # what may befall those of whom a participle tells what did before
_AWAY = frozenset("from into onto near at towards toward".split())
_STOPPED = ("intercepted", "suppressed")
_WEAPONS = frozenset("drone missile rocket bomb shell weapon aircraft".split())


def wholes(context: Context, found: dict[int, ClaimDraft], folded: list[tuple[int, int, int]]) -> None:
    """The whole of a part: weapons of which some were stopped were launched; "five of the 12 guards wounded" were all wounded."""
    for i, j, own in folded:
        part, number = context.number_at[i], context.number_at[j]
        claim = found.get(part.nfirst)
        if number.nfirst in found:
            if claim is not None and claim is not found[number.nfirst]:
                claim.part_of = found[number.nfirst]
            continue
        item = item_of(context.doc, number, context.rules) or (claim.item if claim else "person")
        state = context.rules.states.get(context.doc.low[context.chunks.heads[own]], ()) if own >= 0 else ()  # of the 15 missing
        frame = next((f for f in (*frames_at(context, own, j), *state) if item in f.items), None) if own >= 0 else None
        trigger = claim.trigger if claim else None
        if frame:
            event, trigger = frame.event, (context.chunks.heads[own], context.chunks.heads[own] + 1)
        elif claim is None:
            continue
        elif item in PEOPLE and claim.event in _LATER and (before := premodified(context, number)):
            event, trigger = before[0], (before[2], before[2] + 1)  # "nine of the 30 abducted nurses were freed"
        elif item in _WEAPONS and claim.event in ("intercepted", "suppressed", "hit"):
            again = (number.value, claim.event, item)  # downed 29 drones. Of the 29, nine were stopped over the town
            event = claim.event if any((c.value, c.event, c.item) == again and c.last <= part.first for c in found.values()) else "launched"
        elif claim.rule in _HAVING and context.chunks.string[j + 1:j + 2] in tuple("Pp"):
            event, trigger = "deployed", (context.chunks.heads[j + 1], context.chunks.heads[j + 1] + 1)  # has 700 of the 2,000 men promised
        elif claim.rule == "bodies-identified":
            event = "killed"  # nine of the 12 bodies have been identified
        elif item == "attack" and claim.event == "intercepted":
            event = "attacked"  # stopped 30 of 41 assaults
        elif item in PEOPLE and claim.event == "returned" and trigger and (
                context.doc.low[context.chunks.firsts[context.chunks.at(trigger[0])] - 1] in _KIDNAPPERS):
            event = "captured"  # kidnappers free 38 of 61 pupils
        elif (relative := _RELATIVE.match(context.chunks.string, j + 1)) and (
                taking := [f for f in frames_at(context, relative.end() - 1, j, (FRAMES[0],)) if item in f.items]):
            head = context.chunks.heads[relative.end() - 1]  # "38 of 61 pupils they had seized"
            event, trigger = taking[0].event, (head, head + 1)
        elif item in PEOPLE and trigger and (deed := _of_those_who(context, j, trigger[0], item)):
            event, trigger = deed, (context.chunks.heads[j + 2], context.chunks.heads[j + 2] + 1)  # flew home 90 of the 200 who fled
        elif context.chunks.string[j + 1:j + 2] == "P" and trigger and context.chunks.at(trigger[0]) == j + 1:
            if claim.rule == "intransitive" or i == 0 or context.chunks.string[i - 1] in ".;:" or context.chunks.string[i - 2:i] == ",&":
                continue  # five of the six crew died; "Five of the 12 cars destroyed": a headline, a note
            event = claim.event
        elif context.chunks.string[j + 1:j + 2] == "P" and (frames := [f for f in frames_at(context, j + 1, j) if item in f.items]):
            head = context.chunks.heads[j + 1]  # "35 of 80 pupils seized in May"
            event, trigger = frames[0].event, (head, head + 1)
        else:
            continue
        whole = found[number.nfirst] = draft(context, number, event, item, "whole", trigger)
        if claim is None and part.value != 0:  # of "neither of the bridges hit on Friday was in use" both were hit
            claim = found[part.nfirst] = draft(context, part, event, item, "part", trigger)
        if claim is not None:
            claim.part_of = whole
            if part.value == 1 and event == "launched" and claim.rule == "bare-participle" and context.chunks.string[i - 1:i] == ",":
                del found[part.nfirst]  # hit it with a missile, one of five fired at the town: told by itself


def _of_those_who(context: Context, j: int, told: int, item: str) -> str | None:
    """What those whose number stands in chunk j did or underwent themselves, where another verb tells of a part of them."""
    string = context.chunks.string
    if string[j + 1:j + 2] != "r" or string[j + 2:j + 3] not in tuple("PVW") or context.chunks.at(told) >= j + 2:
        return None
    frames = frames_at(context, j + 2, j, (FRAMES[string[j + 2] != "W"],))
    return next((f.event for f in frames if item in f.items), None)


_HAVING = ("has-of-those-promised", "has-of-those-planned")
_KIDNAPPERS = frozenset("kidnappers abductors captors hijackers bandits gunmen militants jihadists pirates".split())
_EVENTS = frozenset("VWGI")
# among them 21 sailors who spent two years in captivity, and three medics
_BESIDES = late(r"(Q)(?=r?[zDPSVn]{1,6},?&[zD]{0,2}(Q)[zD]{0,3}[.,;])")
_HELD_IN = ("Qo", "Qoz", "QoN", "QoA")
_JOINED = 7  # tokens between two parts
_FRONT = 4  # tokens before a whole that opens its sentence: "of the more than 90"

# what is marked, or else the number itself, is the part
_PART = compiled(
    rf"""[qoQ](?:
      (?:(?<=q)(?:U?Noz?)?r?[zDUBNSP]{{0,6}}|(?<=o)[rU][zD]{{0,2}})(?P<marked>{LIST})    # including three children; of which 139
    | (?<=[QNWPSz][-(]Q)(?:(?:,|&|,&)Q){{0,6}}(?=[zD]{{0,3}}[.;)-])                  # 12 people – five men, seven women –
    | (?<=[QNWPSz]-Q)(?:(?:,|&|,&)[QN]){{1,6}}(?=[.;-])                           # five jets – three Rafales, a MiG-29 and a Su-30
    | (?<=,Q)(?:(?:,Q)?,?&Q)?(?=[zD]{{0,3}}qU)                                       # 11 dead, two girls and a boy among them
    | (?<=,Q)(?=z[,.;])                                                           # 21 hurt, three seriously
    | (?:(?<=^o)|(?<=[.;,c\"]o))[Nz]?Q(?:&N)?(?:r[VW])?[SPzEnfIWDtANb]{{0,7}}       # Of the 30 dead, he said, 12 were children
      (?:,[UNAz]{{1,3}}[pv])?[,c](?P<fronted>Q))""",
    re.VERBOSE,
)


# "were destroyed: 31 over the north, 20 over the south and nine over the sea"
_BREAKDOWN = compiled(r"[:(-]((?:Q(?:[zDdNAU]{1,5}(?:r?[VP][zDNA]{0,4})?|r[VP][zDNA]{0,4}|[VP][zDNA]{1,4})"
                      r"(?:&[AN](?=[.,;&])|,q[zU]{0,2}Q(?:,?&Q)?(?=,))?[,;]?&?){2,20})"
                      r"(?:(?:(?<=[,&])[NAUz]{1,5})?[.;)-]|(?<=,)(?=[zNADo]{1,9}p[zDNA]{0,4}\.))")

_OF_KINDS = compiled(  # "84 bodies were found: 56 adults and 28 children"; "two were hurt, namely"
    r"[:,-]z{0,2}(Q(?:&N(?=,))?(?:,[zD]{1,6}(?=[,.;]))?(?:[zD]{0,5}(?:,?&|,)Q(?:,[zD]{1,6}(?=[,.;]))?){1,8}|Q(?:&N(?=,))?(?:,Q){0,6}(?P<one>,?&N))"
    r"(?:,[zSN][^.;]{1,9}|[zD]{0,5})[.;-]")


# 3 staff (1 local, 2 foreign); three died (two women and a man)
_IN_BRACKETS = compiled(
    r"[(-](?<=[QPSWVz][(-])(?P<kinds>Q[NASPGz]?(?:(?:[,;]&?|&)z?Q[NASPGz]?){1,6}|Q(?:,Q){0,3}(?P<one>,?&N))[)-]")
_KINDS = frozenset(("national", "international", "local", "expatriate", "foreigner"))  # of staff: nouns of no other item


def breakdowns(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Numbers by place after a colon or dash, or in brackets where they add up: parts of the number before it."""
    for match in _BREAKDOWN.finditer(context.chunks.string):
        run = [n for i in range(*match.span(1)) if (n := context.number_at.get(i)) and n.head < 0]
        whole = whole_before(context, found, match.start(), None)
        if whole and sum(n.value or 0 for n in run) != whole.value:  # if so, also "two in a car swept away by the flood"
            run = [n for n in run if n.nfirst not in found] if match[0][0] != "(" else []
        whole = whole if whole and run and whole.sentence == context.doc.sentence_of(run[0].nfirst) else None
        for number in run if whole else ():
            claim = found[number.nfirst] = draft(context, number, whole.event, whole.item, "breakdown", whole.trigger)  # type: ignore[union-attr]
            claim.part_of, claim.each = whole, context.doc.low[number.nlast:number.nlast + 1] == ["each"]
    for match in _OF_KINDS.finditer(context.chunks.string):
        run = [context.number_at[i] for i in range(*match.span(1)) if i in context.number_at]
        items = [item_of(context.doc, n, context.rules) or "unknown" for n in run]
        whole = whole_before(context, found, match.start(), None)
        alike = whole and (PEOPLE.issuperset([*items, whole.item]) or _WEAPONS.issuperset([*items, whole.item]))
        more = match["one"] is not None and context.doc.low[context.chunks.firsts[match.end("one") - 1]] in ("a", "an")
        if whole and alike and sum(n.value or 0 for n in run) + more == whole.value:
            for number, item in zip(run, items, strict=True):
                found[number.nfirst] = claim = draft(context, number, whole.event, item, "breakdown", whole.trigger)
                claim.part_of = whole if item in PEOPLE else None  # relate sees to weapons


def kinds(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "Three staff (one local, two foreign)": the kinds in brackets, where they add up, are parts of the number before."""
    for match in _IN_BRACKETS.finditer(context.chunks.string):
        run = [context.number_at[i] for i in range(*match.span("kinds")) if i in context.number_at]
        items = [None if n.noun in _KINDS else item_of(context.doc, n, context.rules) for n in run]
        whole = whole_before(context, found, match.start(), None)
        more = match["one"] is not None and context.doc.low[context.chunks.firsts[match.end("one") - 1]] in ("a", "an")
        if whole is None or whole.item not in PEOPLE or sum(n.value or 0 for n in run) + more != whole.value or not PEOPLE.issuperset(
                item or "person" for item in items):
            continue
        for number, item in zip(run, items, strict=True):
            if whole.event == "returned" and number.nfirst in found and found[number.nfirst].rule == "bare-state":
                del found[number.nfirst]  # will free 26 captives: 20 living and six dead
            claim = found.setdefault(number.nfirst, draft(context, number, whole.event, item or whole.item, "breakdown", whole.trigger))
            claim.part_of = whole
        if whole.number is not None and whole.number.head < 0 and whole.item == items[0] and len(set(items)) > 1:
            whole.item = "person"  # 19 (ten policemen and nine civilians) were hurt


def parts(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "including three children", "four of them", "of which 30": a part of the number before, with its event if it has none."""
    marks = _Marks(context, found)
    for i in sorted(marks.parts):
        _part(context, found, i, marks)
    _joined(context, found)
    _besides(context, found)

_ON_ITS_OWN = ("total-so-far", "figure-again")


class _Marks:
    """The numbers, by their chunk, that something marks as a part."""

    def __init__(self, context: Context, found: dict[int, ClaimDraft]) -> None:
        string, low, at, keys = context.chunks.string, context.doc.low, context.number_at, context.doc.keys
        matches = [*_PART.finditer(string)]
        # part → the chunk where its list begins: "including three children"; part → the chunk of its whole: "of the 30 dead, 12"
        self.listed = {i: m.start("marked") for m in matches if m["marked"] for i in range(*m.span("marked"))}
        self.fronted = {m.start("fronted"): m.start() + 1 for m in matches if m["fronted"]}
        # part → what befell those of whom it is: "seven of the dead"
        self.of_state = {i: event for i, number in at.items()
                         if low[number.nlast:number.nlast + 1] == ["of"] and (event := state_named(context, number))}
        parts = {i for match in matches for i in range(*match.span(match.lastgroup or 0)) if i in at}
        parts.update([i for i, n in at.items() if n.whole < 0 and (of_them(context, n) or of_these(context, n))])
        shared = [i for i in parts if string[i - 2:i] == "Q&" and i - 2 in at and of_them(context, at[i])]
        parts.update([i - 2 for i in shared if (n := at[i - 2]).head < 0 and n.nfirst in found])  # 386 and 27 of which
        parts.update([i for i, number in at.items() if (claim := found.get(number.nfirst)) and claim.rule in _OF_ALL])
        if "particular" in keys:
            parts.update([i for i, n in at.items() if low[max(0, n.first - 2):n.first] == ["in", "particular"]])
        parts.update(self.of_state)
        if "still" in keys:  # of the 28, 20 are still in the camp: not what was told of others
            parts = {i for i in parts if low[at[i].nlast:at[i].nlast + 2] not in (["are", "still"], ["were", "still"])}
        if "but" in keys:  # 26 dead, all but one of them guests: no part is told
            parts = {i for i in parts if low[max(0, at[i].first - 2):at[i].first] != ["all", "but"]}
        self.parts = parts


def _part(context: Context, found: dict[int, ClaimDraft], i: int, marks: _Marks) -> None:
    """Makes the number in chunk i a part of the whole told before, where nothing else is told of it."""
    string, low, number = context.chunks.string, context.doc.low, context.number_at[i]
    claim, marked = found.get(number.nfirst), string.rfind("q", max(0, i - _JOINED), i)
    if _is_no_part(context, found, i, claim, marked):
        return
    item = item_of(context.doc, number, context.rules)
    if item == "person" and claim is None and names_a_model(context.doc, number, context.rules):
        before = whole_before(context, found, i, "weapon")
        item = "unknown" if before is not None and before.item in MODELLED and before.sentence == context.doc.sentence_of(
            number.nfirst) else item  # 88 drones, of which 60 Garos
    item = item or noun_behind(context, i)
    if item is None and low[number.nlast:number.nlast + 1] == ["who"]:
        item = "person"  # among them 40 who were ill
    if claim is None and (number.value == 1 and low[number.first - 1] in _AWAY or string[i - 1] == "V" and (
            low[context.chunks.heads[i - 1]] in ("claimed", "claim", "claims"))):
        return  # fired from one of them; the air force claimed 40 of them
    if claim and string[:i].rstrip("zD")[-2:] == ",&" and not of_them(context, number):
        return  # "seven died, among them two miners, and 19 were hurt"
    event = marks.of_state.get(i) or (claim.event if claim and (claim.event == "killed" or claim.rule == "of-the-dead") else None)
    whole = _whole_of(context, found, i, marks, item, event)
    if number.noun == "time" or number.head >= 0 and low[number.head].removesuffix("s") in FIGURES:
        return  # some of them three times; none of these figures could be checked
    if number.kind != "count" or whole is not None and whole.item == "money" and item in (None, "unknown"):
        return  # arms worth 70 million, among them 19 jets, six of which arrived
    if claim is None and item in PEOPLE and (group := group_named(context, i)):
        found[number.nfirst] = draft(context, number, group[0], item, "part-of-group", (group[1], group[1] + 1))
        return
    if whole is not None and item is None and claim is not None and of_two_kinds(context, found, whole, claim):
        claim.item = "person"
        return
    if whole is None:
        if claim is None and item not in (None, "unknown"):
            of_unnumbered(context, found, number, i, item or "")
        return
    if claim is None:
        if i in marks.of_state and whole.event != event:
            return  # one of the dead, where only wounded were told
        if number.head < 0 and of_none(context, found, number) or _of_others(context, i, whole):
            return  # neither clerk was hurt. One of them told ...
        claim = _new_part(context, found, number, whole, event, whole.item if item == "unknown" else item)
    elif _as_told(context, i, marks, claim, whole, marked):
        return
    elif low[number.nlast:number.nlast + 2] == ["of", "whom"] and not _OWN.isdisjoint(low[max(0, number.first - _OWNED):number.first]) and (
            of_attackers(context, i, whole)):
        return  # the clinic treated 40 people. Its staff, two of whom were hurt, have left
    claim.part_of = whole
    if whole.item == "body" and claim.trigger == whole.trigger:
        claim.event = whole.event  # medics received the bodies of nine people, among them four children
    item = whole.item if item == "unknown" else item
    if item is None and claim.item == "person" and whole.item in PEOPLE and i not in marks.of_state:
        claim.item = whole.item  # 27 children were hurt, six of them badly


def _is_no_part(context: Context, found: dict[int, ClaimDraft], i: int, claim: ClaimDraft | None, marked: int) -> bool:
    """Whether the words before a number in chunk i tell that it is no part; `marked`: the mark before it."""
    string, low, number = context.chunks.string, context.doc.low, context.number_at[i]
    if (claim.part_of or claim.rule == "passive-after-an-apposition") if claim else number.value == 1 and string[i - 2:i] == "No":
        return True  # the pay packet of one of them
    if low[number.nlast:number.nlast + 2] == ["of", "the"] and not _NOT_OF_THEM.isdisjoint(low[number.nlast + 2:number.nlast + 3]):
        return True  # five were freed; three of the others have died
    if claim and (claim.rule in _ON_ITS_OWN or claim.rule == "list-item" and not of_them(context, number)):
        return True
    if low[max(0, number.first - 2):number.first] == ["among", "the"]:
        return True
    if marked > 0 and string[marked - 1] == "T" and "B" in string[marked:i]:
        return True  # the toll among the troops was 30
    if low[number.first - 1] != "among":
        return False
    if string[i - 3:i] == "UBq":
        return True  # a clerk was killed when he was among some villagers whom rebels attacked
    if claim is None:
        return False
    # police arrest 460; a journalist among 34 hurt
    return string[i - 2:i] == "Qq" and _among(context, found, i, claim) or string[i - 2:i] in ("Nq", "Aq")


def _whole_of(context: Context, found: dict[int, ClaimDraft], i: int, marks: _Marks, item: str | None,
              event: str | None) -> ClaimDraft | None:
    """The claim of which the number in chunk i is a part."""
    string, number = context.chunks.string, context.number_at[i]
    claim = found.get(number.nfirst)
    whole = whole_before(context, found, i, None if item == "unknown" else item, event, number.value)
    if i in marks.of_state and whole is not None and whole.event != event:
        whole = told_before(context, found, number, event or "") or whole
    other = context.chunks.at(whole.first) if whole is not None and i in marks.listed else i
    if other < i and marks.listed[i] == marks.listed.get(other) and "q" not in string[other:i]:
        whole = None  # among them 20 children and nine nurses
    if whole is not None and claim is not None and claim.rule in _OF_ALL and whole.rule == claim.rule and (
            whole.trigger == claim.trigger and "q" not in string[context.chunks.at(whole.first):i]):
        whole = whole.part_of  # among the dead were four guards and two nurses
    return i in marks.fronted and told_again(context, found, marks.fronted[i], i) or whole


def _of_others(context: Context, i: int, whole: ClaimDraft) -> bool:
    """Whether the number in chunk i, which has no claim, is of others than the whole, or has a verb of its own."""
    string, low, number = context.chunks.string, context.doc.low, context.number_at[i]
    apart = whole.sentence != context.doc.sentence_of(number.nfirst)
    if apart and string[i - 1:i] == "q" and low[number.first - 1] == "including" and (
            not _EVENTS.isdisjoint(string[string.rfind(".", 0, i) + 1:i])):
        return True  # 14 were hurt. He said he would free "all prisoners", including two leaders
    if apart and number.head < 0 and low[number.nlast].endswith("ly"):
        return True  # two were found dead. The others have burns, one badly
    if of_those_others(context, number, whole) or of_attackers(context, i, whole) or _too_many(number, whole):
        return True
    other = whole.item in PEOPLE or whole.event == "outage" or whole.event in _STOPPED and number.value == 1
    return other and own_verb(context, number, i, whole.event)  # "30 of them were free again": what the verb tells


def _too_many(number: Number, whole: ClaimDraft) -> bool:
    return (number.value or 0) > (whole.value or number.value or 0)


def _new_part(context: Context, found: dict[int, ClaimDraft], number: Number, whole: ClaimDraft, event: str | None,
              item: str | None) -> ClaimDraft:
    """A claim of a part with the event of its whole."""
    low = context.doc.low
    fatal = not set(load_json("events")["fatal"]).isdisjoint(low[number.nlast:number.nlast + 4])
    fatal = fatal or low[number.first - 2:number.first] == ["bodies", "of"]  # the bodies of five of them
    event = "killed" if fatal else event or whole.event
    if fatal and whole.event == "wounded" and number.first > whole.last:
        whole.event = "casualties"  # four were shot, one fatally: they are not told apart
    part = found[number.nfirst] = draft(context, number, event, item or whole.item, "part", whole.trigger)
    return part


def _as_told(context: Context, i: int, marks: _Marks, claim: ClaimDraft, whole: ClaimDraft, marked: int) -> bool:
    """Whether a claim stands by itself, and is no part; else it may have the event of the whole."""
    low, number = context.doc.low, context.number_at[i]
    if i in marks.listed or marked > 0:
        as_the_whole(claim, whole)
    if claim.event == "wounded" and whole.event == "killed" and claim.trigger and (of_them(context, number) or i in marks.fronted) and (
            context.rules.lemmas.get(low[claim.trigger[0]], low[claim.trigger[0]]) in load_json("events")["means"]):
        claim.event = "killed"  # eight are dead, six of them shot, two of them in hospital
    others = whole.sentence != context.doc.sentence_of(number.nfirst) or low[number.nlast:number.nlast + 2] == ["of", "them"]
    return others and _too_many(number, whole) or claim.rule in _OF_ALL and whole.event != claim.event


def _besides(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "Among them were 21 sailors held since May, and three medics": whoever is listed behind a part is one as well."""
    for match in _BESIDES.finditer(context.chunks.string):
        first, number = context.number_at.get(match.start(1)), context.number_at.get(match.start(2))
        part = found.get(first.nfirst) if first else None
        if part is None or part.part_of is None or number is None or number.nfirst in found or part.item not in PEOPLE:
            continue
        item = item_of(context.doc, number, context.rules)
        marked = "q" in context.chunks.string[max(0, match.start() - _JOINED):match.start()]
        if marked and item in PEOPLE and part.event == part.part_of.event:
            found[number.nfirst] = claim = draft(context, number, part.event, item or "person", "part", part.trigger)
            claim.part_of = part.part_of


def _joined(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "Of 90 drones, 40 fell over the north and 30 over the south": who goes on with a part is one as well, if the whole holds both."""
    before: ClaimDraft | None = None
    held = 0.0  # of the whole, by the parts told so far
    for first in sorted(found):
        claim = found[first]
        bare = claim.number is not None and claim.number.head < 0 and claim.item == before.item if before else False
        if before and before.part_of and bare and claim.part_of is None:
            between = context.doc.low[before.last:claim.first]
            whole = before.part_of
            near = claim.trigger == before.trigger and "and" in between and len(between) < _JOINED
            if (near or _opens(context, whole, claim)) and held + (claim.value or 0) <= (whole.value or 0):
                claim.part_of = whole
        held = (claim.value or 0) + (held if before and claim.part_of is before.part_of else 0)
        before = claim


def _opens(context: Context, whole: ClaimDraft, claim: ClaimDraft) -> bool:
    """Whether the sentence of a claim begins with "of" and the whole: of the 90 drones, 40 were downed, 30 were jammed and 20 struck."""
    first = context.doc.sents[whole.sentence][0]
    return whole.sentence == claim.sentence and "of" in context.doc.low[first:first + 2] and whole.first - first <= _FRONT


def _among(context: Context, found: dict[int, ClaimDraft], i: int, whole: ClaimDraft) -> bool:
    """ "Two children among nine dead": the part is told before its whole, whose number is that in chunk i."""
    few, many = context.number_at[i - 2], context.number_at[i]
    item = item_of(context.doc, few, context.rules)
    if item not in PEOPLE or whole.item not in PEOPLE or (few.value or 0) >= (many.value or 0):
        return False
    part = found.get(few.nfirst) or draft(context, few, whole.event, item or "person", "part", whole.trigger)
    found[few.nfirst] = part
    part.part_of = whole
    if many.head < 0:
        whole.item = "person"
    return True


def whole_before(context: Context, found: dict[int, ClaimDraft], i: int, item: str | None, event: str | None = None,
                  least: float | None = None) -> ClaimDraft | None:
    """The claim of the nearest number before chunk i (in this sentence or the one before) that counts the same kind; of the dead or
    wounded (`event`) that of a number killed or wounded, if there is one; one too small for its part (`least`) only where the sentence
    has no other."""
    ends, other_event, small, fires = 0, None, None, False
    for j in range(i - 1, max(-1, i - 40), -1):
        if context.chunks.string[j] == ".":
            ends += 1
            if small is not None or ends > 1 or fires:
                return small or other_event
        number = context.number_at.get(j)
        whole = found.get(number.nfirst) if number else None
        if whole and whole.item == "money" and ends:
            continue  # amounts have their parts in their own sentence
        part = context.number_at.get(i)
        beside = part is not None and number is not None and of_them(context, part) and context.chunks.string[i - 1] == "," and (
            part.value or 0) <= (number.value or 0)  # 97 of which were stopped, 61 of them by fire
        own = whole is not None and number is not None and (("q" in context.chunks.string[j:i] or beside) and (
            number.head < 0 and whole.rule in _OWN_VERB or whole.rule in _TOLD_OF_ALL)  # among the dead were nine men, including two boys
            or whole.rule == "counted-event-noun" and item in PEOPLE)  # ten of the dead were civilians, five of them children
        told = whole is not None and (not whole.part_of or own and not ends)  # 57 of them died, including 40 nurses
        if whole and told and (item is None or item in PEOPLE) == (whole.item in PEOPLE) | (item is None):
            if event is None or whole.event == event or not ends and of_whom(context, i):  # forty were hurt, six of whom died
                if (whole.value or least or 0) >= (least or 0):
                    return whole
                small = small or (whole if other_event is None or (other_event.value or 0) < (least or 0) else other_event)
            other_event = other_event or whole
        held = context.chunks.raw[max(0, j - 3):j].endswith(_HELD_IN)  # moved 340 of the town's 2,100 residents, among them 57 children
        if number and whole is None and ends == 0 and counts(number) and not of_them(context, number) and not held:
            other = item_of(context.doc, number, context.rules)
            last = part.nlast if part else 0  # four loaders, two of whom: whatever a loader is
            beside = context.chunks.string[j + 1:i].strip("zD") == "," and (
                context.doc.low[last:last + 2] in (["of", "whom"], ["of", "which"]))
            beside = beside and (number.value or 0) >= (least or 0)  # nine raids on three towns, eight of which failed
            fires = fires or item is None and number.head >= 0 and (number.value or 0) >= (least or 0) and part is not None and (
                of_them(context, part))  # nine were hurt. There are 37 fires, 15 of them out of control
            if other in PEOPLE and (item is None or item in PEOPLE) or beside:
                return small or other_event  # it is a part of this one, of which no event is told
    return small or other_event


def all_but(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Those of whom a verb is not true: "all but 11 were shot down", "has reconnected all but 340": weapons that were not stopped hit,
    households that are not reconnected are without power."""
    if "all" not in context.doc.keys or "but" not in context.doc.keys:
        return
    chunks, low = context.chunks, context.doc.low
    starts = {number.first: number for number in context.number_at.values()}
    for match in (*_BUT_SUBJECT.finditer(chunks.string), *_BUT_OBJECT.finditer(chunks.string)):
        but = match.start("but")
        number = starts.get(chunks.firsts[but])
        if number is None or number.nfirst in found or low[max(0, chunks.firsts[but] - 2):chunks.firsts[but]] != ["all", "but"]:
            continue
        verb = match.start("verb")
        if match.groupdict().get("todo"):
            verb += 1
        event = _not_done(context, verb, but, low[chunks.heads[match.start("verb")]])
        if event is None:
            continue
        wanted = load_json("events")["all_but"]["items"][event]
        item = item_of(context.doc, number, context.rules) or next((i for i in nouns_before(context, number)), "")
        if number.whole >= 0:
            item = item_of(context.doc, context.numbers[number.whole], context.rules) or item
        if item not in wanted:
            continue
        found[number.nfirst] = part = draft(context, number, event, item, "all-but", None)
        whole = context.numbers[number.whole] if number.whole >= 0 else None
        if event == "hit" and whole is not None and whole.nfirst not in found:
            found[whole.nfirst] = part.part_of = draft(context, whole, "launched", item, "whole", None)


def both_but(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Two kinds of which a verb is not true: "fired 212 drones and 17 missiles, all but 21 and five of which were stopped"."""
    low = context.doc.low
    for number, other in pairwise(context.numbers):
        known = found.get(other.nfirst)
        if low[max(0, number.first - 2):number.first] != ["all", "but"] or low[number.last:other.first] != ["and"] or known is None or (
                known.event not in load_json("events")["all_but"]["stopped"]):
            continue
        sent = [c for c in claims_before(context, found, number) if c.event == "launched" and c.sentence == known.sentence][1::-1]
        del found[other.nfirst]
        if len(sent) == 2:
            for one, whole in zip((number, other), sent, strict=True):
                part = found[one.nfirst] = draft(context, one, "hit", whole.item, "all-but", None)
                part.part_of = whole


def _not_done(context: Context, verb: int, but: int, before: str) -> str | None:
    """What is told of those of whom the verb is not true."""
    words = load_json("events")["all_but"]
    told = {frame.event for frame in frames_at(context, verb, but)}
    if not told.isdisjoint(words["stopped"]) or before in words["failed"] and lemma_of(context, verb) in words["reached"]:
        return "hit"
    return "outage" if lemma_of(context, verb) in words["reconnected"] else None
