"""Which numbers of a list belong to a clause, and what each of them counts."""

from __future__ import annotations

import re

from newsfacts.claims.acting import intransitive
from newsfacts.claims.company import astray, respectively, share_them, takes
from newsfacts.claims.context import Context, lemma_of, of_them
from newsfacts.claims.items import item_of
from newsfacts.late import compiled
from newsfacts.lexicon import load_json
from newsfacts.sources.words import verbs as speech

_AMONG_THEM = compiled(r"qU[QNz,&]*$")
_RELATED = compiled(r"r[zD]*[vVpP](?:[zDNAUQ]{0,6}&[zD]*[vVpP])?$")
_NEAR = 16  # chunks of a list
_AMONG_THE_DEAD = compiled(r"[zDNAQ]{0,6}Bz{0,2}q[zD]{0,2}N?[zD]{0,2}[NSEP]")
_CHARGED = compiled(r"[pP][ohf][GV]")
_OWNED = frozenset(("home", "building", "vehicle", "ship"))
_SHARED_SUBJECT = compiled(r"&[zD]{0,2}[NA][zD]{0,2}[WB]")
_SPEAKING = compiled(r"N?h[zNA]{1,3}p")
_CLAUSE = frozenset("VWBvwp")
_HAVE = frozenset("be was were is are has had have".split())
_NO_ADJUNCTS = str.maketrans("", "", 'zD"')


def in_order(context: Context, list_: list[int]) -> dict[int, str]:
    """What bare numbers count one by one: "fired 78 drones and five missiles, with 61 and three shot down respectively"."""
    at = context.number_at
    if len(list_) < 2 or not respectively(context, list_[-1]) or any(at[i].head >= 0 for i in list_):
        return {}
    first = context.chunks.string.rfind(".", 0, list_[0]) + 1
    told = [item for i in range(first, list_[0]) if i in at and (item := item_of(context.doc, at[i], context.rules))]
    return dict(zip(list_, told[-len(list_):], strict=True)) if len(told) >= len(list_) else {}


def _clause_cut(string: str, first: int, last: int, *, first_one: bool = False, alone: bool = False) -> int:
    """Where a list of numbers goes over into another clause: "fired nine; two were stopped", "fired nine, and two drones and a missile were
    stopped"; -1 where it does not. `alone`: one number behind the cut is enough."""
    cut = string.find(";", first, last) if first_one else string.rfind(";", first, last)
    if cut >= 0:
        return cut
    cut = string.rfind(",&", first, last)
    return cut if cut > 0 and string.count("Q", cut, last) > (not alone) and "," not in string[cut + 1:last] else -1


def of_clause(context: Context, match: re.Match[str], numbers: list[tuple[int, str]], event_at: int) -> list[tuple[int, str]]:
    """The numbers of a list that belong to the event's clause: of "the army lost nine men and 30 were wounded" each verb has its own."""
    string = context.chunks.string
    first, last = match.span("qty")
    cut = string.rfind(";", first, last) if event_at >= last else -1
    if cut >= 0 and not _CLAUSE.isdisjoint(string[string.rfind(".", 0, first) + 1:first]):
        numbers, first = [n for n in numbers if n[0] > cut], cut + 1  # he freed 12; 30 were counted as missing
    if astray(context, first - 1, event_at >= last and string[event_at] == "W"):
        return []
    many = [i for i, slot in numbers if slot == "qty"]
    if event_at >= last:
        relative = string[last:event_at].lstrip("zD")[:1] == "r"
        if len(many) > 1 and string[many[-1] + 1:event_at].lstrip("zD")[:1] == "r" and of_them(context, context.number_at[many[-1]]):
            return [(many[-1], "qty")]  # sent six drones, four of which the army brought down
        if relative and _AMONG_THE_DEAD.match(string, event_at + 1):
            return []  # "six fighters who had surrendered were among those killed"
        verb_at = first - 1
        while verb_at >= 0 and string[verb_at] in "zD":
            verb_at -= 1
        if _of_another_clause(context, many, first, last, event_at, verb_at) or string[event_at] == "W" and (
                match.start() == first and first > 1 and string[first - 2:first] == "No" and _owned(context, first - 2)):
            return []  # the houses of two guards were burnt
        return numbers if len(many) < 2 else _before_event(context, numbers, many, (first, last), event_at, verb_at)
    if event_at < first and string[first - 4:first] == "NoN&" and _owned(context, first - 4):
        return []  # burnt the homes of the mayor and four guards
    if len(many) < 2:
        alone = event_at < first and string[event_at + 1:first].translate(_NO_ADJUNCTS) == "U," and string[last:last + 6].lstrip("zD")[:1]
        return [] if alone and alone in "WVvBwpP" else numbers  # before killing himself, police said
    return _behind_event(context, numbers, many, (first, last), event_at)


def _owned(context: Context, i: int) -> bool:
    """Whether a noun names what people own, who are not those whom its verb befalls."""
    return context.rules.items.get(context.doc.low[context.chunks.lasts[i] - 1]) in _OWNED


def _of_another_clause(context: Context, many: list[int], first: int, last: int, event_at: int, verb_at: int) -> bool:
    """Whether the list before an event belongs to the chunk before it: to a verb that the event's clause is not joined to, or to a noun."""
    string, low, heads = context.chunks.string, context.doc.low, context.chunks.heads
    before, passive = string[verb_at] if verb_at >= 0 else "", string[event_at] == "W"
    if before and before in "VIG" and many and string[last:event_at].lstrip("zD")[:2].lstrip(",")[:1] == "r" and (
            takes(context, verb_at, many[0], event_at)):
        return True  # "they abducted three nurses, who were released": the main verb's
    if before == "&" and many and string[verb_at - 1] in "NA" and string[last:event_at].strip("zD,")[:1] in ("r", "U"):
        governor = len(string[:verb_at - 1].rstrip("zD")) - 1
        if governor >= 0 and string[governor] in "VIG" and takes(context, governor, many[0], event_at):
            return True  # "they freed a nurse and two guards whom they had seized": the main verb's too
    between = string[last:event_at].strip("zD")
    if not between and string[event_at] in "WV" and _CHARGED.fullmatch(string, max(0, first - 3), first) and (
            lemma_of(context, first - 3) in load_json("events")["charged_with"]):
        return True  # rebels accused of killing nine men were freed
    if not passive or not before:
        return False
    if before in "vVpP" and not between and ";" not in string[first:last] and (
            _RELATED.search(string, max(0, verb_at - _NEAR), verb_at + 1)) and low[heads[verb_at]] not in speech():
        return True  # the men who had robbed 90 people were held
    if before in "Gg" and between == "," and verb_at > 0 and string[verb_at - 1] in ",&":
        return True  # rebels who attacked the base, killing nine guards, were caught
    if string[max(0, verb_at - 1):verb_at + 1] not in ("zh", "Nh", "Qh", "Ah"):
        return False
    return not (many and of_them(context, context.number_at[many[-1]]))  # "the driver of a bus with five nurses was wounded"


def _before_event(context: Context, numbers: list[tuple[int, str]], many: list[int], span: tuple[int, int], event_at: int,
                  verb_at: int) -> list[tuple[int, str]]:
    """Those of several numbers before an event of which it is told; `verb_at`: the chunk before them."""
    string, (first, last) = context.chunks.string, span
    last_one = [n for n in numbers if n[0] == many[-1]]
    if string[many[-1] - 1] == "q" and string[last:event_at].lstrip("zD")[:1] == "r":
        return last_one  # nine over Velm and five over Karo, including three that were flying to Norby
    if _AMONG_THEM.search(string, max(0, first - _NEAR), first) and string[many[-2] + 1:many[-1]].endswith(",&"):
        return last_one  # 30 gave up, among them a colonel, and 12 were killed
    if of_them(context, context.number_at[many[-1]]) and not respectively(context, many[-1]):
        # "264 men, 53 of them badly hurt": the part alone; "264 men, 53 of them nurses, were hurt": the whole
        part = context.number_at[many[-1]].nlast
        own = context.doc.low[part:part + 3] == ["of", "whom", ","]  # infected nine people, one of whom, a nurse, died
        aside = string[last:event_at].lstrip("zDN")[:1] == "," and not own
        shared = {many[-1], *([many[-2]] if share_them(context, many) else [])}
        return [n for n in numbers if (n[0] in shared) != aside]
    if string[event_at] in "WV" and verb_at >= 0 and string[verb_at] == "q" and "," not in string[last:event_at] and (
            context.number_at[many[-1]].head < 0 <= context.number_at[many[0]].head
            or string[verb_at - 1] == "," and ",&" in string[many[-2]:many[-1]].translate(_NO_ADJUNCTS)):
        return last_one  # nine died, including a child, 31 were hurt; ..., and 31 others were hurt
    cut = string.rfind(";", first, last) if string[event_at] == "W" else -1
    if cut > 0 and verb_at >= 0 and string[verb_at] not in ".:":  # they searched for a family of four; one was found
        numbers = [n for n in numbers if n[1] == "part" or n[0] > cut]
    if string[event_at] in "SP" and not {"B", "v"} & set(string[last:event_at]):
        those = _of_state(context, numbers, many, span, event_at, verb_at)
        if those is not None:
            return those
    return _of_verb(context, numbers, many, span, event_at, verb_at)


def _of_state(context: Context, numbers: list[tuple[int, str]], many: list[int], span: tuple[int, int], event_at: int,
              verb_at: int) -> list[tuple[int, str]] | None:
    """Those of several numbers of whom a state right behind them is told, where that is plain: "1,200 prisoners and 180 dead"."""
    string, (first, last) = context.chunks.string, span
    heads = [context.number_at[i].head for i in many]
    last_one = [n for n in numbers if n[0] == many[-1]]
    if heads[0] < 0 and "q" in string[many[0]:many[-1]] and string[max(0, first - 2):first].rstrip("vVz")[-1:] in ("E", "T", "S"):
        return last_one  # casualties had topped 4,000, including 900 dead
    if heads[0] < 0 and string[first - 2:first] == "To" and string[many[-1] - 1] == "&":
        return last_one  # gave a toll of 58 and more than 130 injured
    if heads[-1] < 0 <= max(heads) and context.doc.low[context.number_at[many[-1]].first - 1] != "of":
        return last_one if last == event_at or (
            "&" not in string[many[-2]:many[-1]] and not string[last:event_at].strip("zD")) else numbers
    # "left three men and a woman dead", "found a man and his wife dead"
    return numbers if verb_at >= 0 and lemma_of(context, verb_at) in ("leave", "find") else None


def _of_verb(context: Context, numbers: list[tuple[int, str]], many: list[int], span: tuple[int, int], event_at: int,
             verb_at: int) -> list[tuple[int, str]]:
    """Those of several numbers that the chunk before them does not take as its own: the last, or those behind a cut."""
    string, (first, last) = context.chunks.string, span
    before = string[verb_at] if verb_at >= 0 else "."
    if before == "&" and len(many) == 2 and context.number_at[many[0]].head < 0 and string[many[0] + 1:many[1]].endswith(",&") and (
            string[:verb_at].rstrip("zD")[-1:] in tuple("WP")):
        return numbers[-1:]  # nine were shot down over Velm and five over Karo, and one crashed
    if before == "," and last == event_at and string[:verb_at].rstrip("zDN")[-1:] in tuple("WP") and all(
            context.number_at[k].head < 0 and string[k + 1] in "zD" and string[k + 1:k + 3] != "zD" for k in many[:-1]):
        return numbers[-1:]  # nine were shot down over Velm, five over Karo, and one crashed
    if before == "&" and verb_at > 1 and string[verb_at - 1] in "UNA":
        before = string[verb_at - 2]  # killing himself and nine guests; 30 people were hurt
    cut = _clause_cut(string, first, last)
    if cut > 0 and before in "VIGvpgi":  # saw 48 boats; two sailors died
        return [n for n in numbers if n[1] == "part" or n[0] > cut]
    if before == "h" and string[verb_at - 1:verb_at] == ",":
        return numbers  # fired nine, with two drones and a missile being shot down
    if before == "V" and string[event_at] == "P" and lemma_of(context, verb_at) in load_json("events")["reporting"]:
        return numbers  # claims 29 missiles and 138 drones destroyed
    if before in "vB" and lemma_of(context, verb_at) in _HAVE and string[event_at] in "VW" and "r" not in string[last:event_at] and (
            context.doc.low[context.chunks.firsts[event_at]] != "being"):
        return numbers[-1:]  # the town has nine doctors and two nurses were killed
    aboard = before == "G" and lemma_of(context, verb_at) in ("carry", "transport")  # a plane carrying 58 and a crew of four vanished
    own = before in "VIGnhbt" and not aboard or before in "vpgi" and lemma_of(context, verb_at) not in load_json("events")["reporting"]
    return [n for n in numbers if n[1] == "part" or n[0] == many[-1]] if own else numbers


def _behind_event(context: Context, numbers: list[tuple[int, str]], many: list[int], span: tuple[int, int],
                  event_at: int) -> list[tuple[int, str]]:
    """Those of several numbers behind an event of which it is told: not the subject of a verb that follows."""
    string, (first, last), low, heads = context.chunks.string, span, context.doc.low, context.chunks.heads
    if string[event_at] == "T" and context.number_at[many[0]].head < 0 and (
            context.number_at[many[-1]].head >= 0 and not of_them(context, context.number_at[many[-1]])
            and string[many[-1] - 1] != "q" or string[last:last + 1] in tuple("PS")):
        return numbers[:1]  # taking the toll to 13, and 400 people reeling; toll climbs to 13, 400 hurt
    if string[event_at] == "E" and string[event_at + 1:first].strip("zD") == "b":
        return numbers  # hits by nine missiles and 56 drones were recorded
    follows = next((k for k in range(last, min(last + _NEAR, len(string))) if string[k] not in "zD"), last)
    to_be = string[follows:follows + 1] in ("I", "i") and context.chunks.raw[follows - 1] == "B"  # and 30 tents are to arrive
    after = "B" if to_be else string[follows:follows + 1]
    if after and after in "pP" and string[follows + 1:follows + 2] in tuple("NAQ") and string[many[-2] + 1:many[-1]].strip('zD"') == ",":
        return [n for n in numbers if n[0] != many[-1]]  # after killing a clerk and a guard, the gunman robbed a bank
    if (speaking := _SPEAKING.match(string, last)) and low[heads[speaking.end() - 1]] in speech():
        return [n for n in numbers if n[0] != many[-1]]  # nine died, two people familiar with the matter said
    if _SHARED_SUBJECT.match(string, last) and (end := _clause_cut(string, first, last, first_one=True, alone=True)) >= 0:
        return [n for n in numbers if n[0] < end]  # freed nine women, and two men and a boy were found dead
    own = ";" in string[first:last] or low[heads[follows]] in speech()  # two officials said; only two survived
    if after == "w" and string[event_at] == "E" and string[event_at + 1:first].strip("zN") == "o":
        return numbers  # the deaths of a nurse and two guards were confirmed
    if after == "V" and low[heads[follows]] == "go" and lemma_of(context, event_at) == "let":
        return numbers  # let nine clerks and two guards go
    if after and (after in "WVvBw" or after == "p" and own or after == "P" and intransitive(context, follows)):
        end = _clause_cut(string, first, last, first_one=True)
        return [n for n in numbers if n[0] < end] if end >= 0 else [n for n in numbers if n[0] != many[-1]]
    return numbers
