"""Constructions over the chunks: each match gives a claim for every number of its list."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from newsfacts.claims.acting import acts, intransitive
from newsfacts.claims.company import astray, noun_beside, people_in, respectively, share_them, shared_item, takes
from newsfacts.claims.context import Context, charged, lemma_of, of_them
from newsfacts.claims.items import PEOPLE, item_of, item_of_words
from newsfacts.claims.leftout import FIGURES
from newsfacts.claims.make import LOOSE, make
from newsfacts.claims.slots import all_allowed
from newsfacts.drafts import ClaimDraft
from newsfacts.late import compiled
from newsfacts.lexicon import load_json
from newsfacts.patterns import Construction
from newsfacts.sources.words import verbs as speech

_AMONG_THEM = compiled(r"qU[QNz,&]*$")
_NEAR = 16  # chunks of a list
_AMONG_THE_DEAD = compiled(r"[zDNAQ]{0,6}Bz{0,2}q[zD]{0,2}N?[zD]{0,2}[NSEP]")
_CLAUSE = frozenset("VWBvwp")
_CHANGED = frozenset("raise lower revise correct increase exceed surpass top pass double".split())
_OWNED = frozenset(("home", "building", "vehicle", "ship"))
_HURT = frozenset(("injured", "wounded"))
_CALLING = frozenset("call calls called calling ask asks asked appeal appealed plead pleaded press pressed push pushed wait waited".split())
_SPEAKING = compiled(r"N?h[zNA]{1,3}p")
_NO_ADJUNCTS = str.maketrans("", "", 'zD"')
_PHRASES = frozenset(("active-phrase", "active-phrase-object"))


def matches(context: Context, found: dict[int, ClaimDraft],
            names: frozenset[str] | None = None) -> Iterator[tuple[Construction, re.Match[str]]]:
    """The matches of the constructions (of these names) in sentences that still have a number without a claim, in their order."""
    patterns, string, at = context.rules.patterns, context.chunks.string, context.number_at
    constructions, chunks = patterns.list, sorted(at)
    numbers: dict[tuple[int, int], list[int]] = {}  # sentence → its numbers
    for k, start, end in patterns.spots(string, context.doc.keys, names):
        inside = numbers.get((start, end))
        if inside is None:
            inside = numbers[start, end] = [at[i].nfirst for i in chunks[bisect_left(chunks, start):bisect_left(chunks, end)]]
        for number in inside:
            if number not in found:
                construction = constructions[k]
                for match in construction.regex.finditer(string, start, end):
                    yield construction, match
                break


def claims_of(context: Context, construction: Construction, match: re.Match[str], found: dict[int, ClaimDraft]) -> Iterator[ClaimDraft]:
    """The claims of one match: a claim for each number of the list that is not taken."""
    at, chunks, low = context.number_at, context.chunks, context.doc.low
    string = chunks.string
    numbers = [(i, "qty") for i in range(*match.span("qty")) if i in at and string[i] != "z"]
    if construction.parts and match.start("part") in at:
        i = match.start("part")
        numbers.append((i, "part"))
        while construction.name == "among" and string[i - 2:i] == "Q&" and i - 2 in at:  # a guard and two clerks were among seven hurt
            i -= 2
            numbers.append((i, "part"))
    event_at = match.start("event")
    if not _may_tell(context, construction, numbers, event_at, found):
        return
    if construction.only and not all_allowed(context, match, construction):
        return
    if construction.name == "passive-of-a-list" and not _begins_clause(context, match.start("qty")):
        return
    if construction.name in _PHRASES and low[chunks.lasts[event_at + 1] - 1] in FIGURES:
        return  # taking the total to 19
    if string[event_at] == "G" and (before := at.get(event_at - 1)) and before.nfirst in found and (
            found[before.nfirst].event in ("intercepted", "suppressed")):
        return  # shot down 40 drones targeting three towns: they did not hit them
    if construction.parts and "(" not in string[match.start():match.start("part")] and ")" in string[match.start("part"):event_at]:
        return  # four clerks (three men, one woman) were hurt: no part of the three
    if acts(context, construction, match, event_at):
        return
    if construction.name == "counted-at" and string[match.start("qty") - 1] in "Gg" and lemma_of(context, match.start("qty") - 1) in (
            "carry", "transport", "hold", "take", "involve"):
        return  # missing after a boat carrying 154 people sank
    if construction.name == "apposition-of-counted" and string[event_at - 1:event_at] == "Q":
        return  # 38 dead, 29 survivors
    if string[event_at] == "T" and _of_things(context, event_at):
        return  # the number of legally held weapons was cut to 40,000
    if construction.name == "toll-of" and (low[chunks.firsts[event_at] - 1] == "from" or (
            string[event_at - 1:event_at] in tuple("VvGgPpIi") and lemma_of(context, event_at - 1) in _CHANGED)):
        return  # raising the first toll of eight
    if string[event_at] == "W" and low[chunks.firsts[event_at]] == "to" and match.end("qty") <= event_at and not _CALLING.isdisjoint(
            between := low[chunks.lasts[match.end("qty") - 1]:chunks.firsts[event_at]]) and "for" in between:
        return  # two senators called for the men to be executed
    after_it = construction.name == "inverted-passive" and string[event_at - 1:event_at] in ("Q", "N", "A")
    if after_it and (
            "q" not in string[max(0, event_at - 4):event_at] and all(at[i].value == 1 for i, _ in numbers)):
        return  # the man captured in the raid is Ivo Tarn
    if construction.name == "tally" and low[chunks.firsts[event_at] - 1] == "not":
        return  # "Not shot down: 3"
    whole: ClaimDraft | None = None
    numbers = _of_clause(context, match, numbers, event_at)
    elided = _elided(context, construction, match, numbers, event_at)
    event: str | None = None
    for i, slot in numbers:
        number = at[i]
        if i < event_at and string[i + 1:event_at].lstrip("zD")[:1] == "r" and number.head >= 0 and of_them(context, number):
            continue  # 209 were killed, 68 of them migrants who were being held: a part
        pair = len(numbers) == 2 and string[numbers[0][0] + 1:i] == "&" and at[numbers[0][0]].head < 0  # 386 and 27 of which were stopped
        if slot == "qty" and len(numbers) > 1 and of_them(context, number) and not respectively(context, i) and not pair:
            continue  # "five of them pupils, and 41 more were wounded": a part is no member of the list
        if i > event_at and number.head < 0 and string[i + 1:i + 3] == "&Q" and (
                other := at.get(i + 2)) and other.head < 0 and of_them(context, other):
            continue  # a barrage of 127 missiles and 109 drones, 102 and 99 of which were stopped
        if number.head < 0 and low[number.first - 2:number.first] == ["in", "their"]:
            continue  # they came in their dozens
        if charged(context, number):
            continue
        if slot == "qty" and i > event_at and low[number.nlast:number.nlast + 1] == ["of"] and _HURT.intersection(
                low[number.nlast + 1:number.nlast + 2]):
            continue  # received ten bodies and dozens of injured
        if slot == "qty" and len(numbers) > 2 and i == numbers[-2][0] and event_at < i and of_them(context, at[numbers[-1][0]]) and (
                share_them(context, [k for k, _ in numbers])):
            continue
        if number.nfirst in found:
            whole = whole or found[number.nfirst]
            continue
        behind = string[event_at + 1:event_at + 6].lstrip("zD")[:1] if number.value == 0 else ""
        if number.value == 0 and ("r" in string[i + 1:event_at] or string[event_at] == "P" and behind == "B"):
            continue  # neither of the bridges hit on Friday was in use; none of the drones that came got through
        if pair and i > max(event_at, numbers[0][0]) and "or" in string[max(0, event_at - 4):event_at]:
            last = context.number_at.get(string.rfind("Q", 0, event_at))  # 653 drones and 52 missiles, of which they downed 592 and 31
            elided = item_of(context.doc, last, context.rules) if last else elided
        claim = make(context, number, i, event_at, construction, elided, event)
        if claim is None:
            continue
        if claim.event == "launched" and construction.name == "intransitive" and i < event_at and (
                of_them(context, number) or "q" in string[max(0, i - 2):i]) and any(
                c.event in ("intercepted", "suppressed") and c.sentence == claim.sentence and c.item == claim.item for c in found.values()):
            continue  # 74 drones were downed, 23 of them heading for Velm: a part of these
        if event == "deployed" and claim.event == "launched":
            claim.event = event  # 600 rescuers and two drones were sent to the area
        elided, event = claim.item, claim.event
        if slot == "part":
            claim.part_of = whole
            if whole is not None and claim.item in PEOPLE and whole.item in PEOPLE:
                claim.event = whole.event  # the bodies of 13 people, seven of them women, were pulled from the sea
        else:
            whole = whole or claim
        first = chunks.firsts[event_at]
        if first and low[first - 1] == "each":
            claim.each = True
        if construction.effect == "total":
            claim.status = "total"
        yield claim


def _begins_clause(context: Context, i: int) -> bool:
    """Whether the number in chunk i is what a clause begins with: not "in ten towns, a school and a depot were damaged"."""
    string = context.chunks.string
    at = i - 1
    while at >= 0 and string[at] in 'zD"':
        at -= 1
    return at < 0 or string[at] in ".;:c," or string[at] in "pv" and context.doc.low[context.chunks.heads[at]] in speech()


def _of_things(context: Context, toll: int) -> bool:
    """Whether things are counted that the event word does not befall: "the number of legally held weapons", "of livestock lost"."""
    rules, low, chunks = context.rules, context.doc.low, context.chunks
    first, last = chunks.firsts[toll], chunks.lasts[toll] - 1
    if "of" in (words := low[first:last]) and rules.tagger[words[-1]] == "n":
        noun = item_of_words(context.doc, first + words.index("of") + 1, last - 1, rules)
        return noun == "unknown" and words[-1].isalpha()
    if chunks.string[toll + 1] != "N":
        return False
    item, word = rules.items.get(low[chunks.lasts[toll + 1] - 1]), low[chunks.lasts[toll] - 1]
    lemma = rules.lemmas.get(word)
    return item is not None and lemma is not None and item not in PEOPLE and item not in rules.takes(lemma, ())


def _may_tell(context: Context, construction: Construction, numbers: list[tuple[int, str]], event_at: int,
              found: dict[int, ClaimDraft]) -> bool:
    """Whether one of the numbers is not taken yet, and the verb of the event takes what one of them counts, as far as that is plain."""
    at, rules, doc = context.number_at, context.rules, context.doc
    for i, _ in numbers:
        if at[i].nfirst not in found:
            break
    else:
        return False
    string = context.chunks.string
    if construction.event or string[event_at] not in "VIGWP":
        return True
    word = doc.low[context.chunks.heads[event_at]]
    if word == "taken":
        return True
    takes = rules.takes(rules.lemmas.get(word, word), construction.frames)
    for i, _ in numbers:
        number = at[i]
        item = context.items.get(number.nfirst) or item_of(doc, number, rules)
        if item is None or item in takes or item in LOOSE or number.noun in LOOSE or string[i + 1:i + 3] == "&N":
            return True
    return False


def _elided(context: Context, construction: Construction, match: re.Match[str], numbers: list[tuple[int, str]],
            event_at: int) -> str | None:
    """What the numbers of a list without a noun count."""
    elided = shared_item(context, [i for i, slot in numbers if slot == "qty"]) if len(numbers) > 1 else None
    if elided is not None:
        return elided
    if construction.name == "number-of-those":
        return "person"
    if construction.name == "number-of-troops":
        return context.rules.items.get(context.doc.low[context.chunks.heads[event_at]])
    only = construction.only
    if context.chunks.string[event_at] == "T" or only and (only.get("event") == "leads" or only.get("qty") in ("summed", "bare")):
        return noun_beside(context, match, event_at)
    return people_in(context, event_at) if only and only.get("event") == "counts" else None


def _of_clause(context: Context, match: re.Match[str], numbers: list[tuple[int, str]], event_at: int) -> list[tuple[int, str]]:
    """The numbers of a list that belong to the event's clause: of "the army lost nine men and 30 were wounded" each verb has its own."""
    string = context.chunks.string
    first, last = match.span("qty")
    cut = string.rfind(";", first, last) if event_at >= last else -1
    if cut >= 0 and not _CLAUSE.isdisjoint(string[string.rfind(".", 0, first) + 1:first]):
        numbers = [n for n in numbers if n[0] > cut]  # he freed 12; 30 were counted as missing
    if astray(context, first - 1, event_at >= last and string[event_at] == "W"):
        return []
    many = [i for i, slot in numbers if slot == "qty"]
    verb_at = first - 1
    while verb_at >= 0 and string[verb_at] in "zD":
        verb_at -= 1
    if event_at >= last and verb_at >= 0 and string[verb_at] in "VIG":
        between = string[last:event_at].lstrip("zD")
        if between[:2].lstrip(",")[:1] == "r" and many and takes(context, verb_at, many[0], event_at):
            return []  # "they abducted three nurses, who were released": the main verb's
    if event_at >= last and string[event_at] == "W" and first > 1 and string[first - 2:first] == "No" and (
            context.rules.items.get(context.doc.low[context.chunks.lasts[first - 2] - 1]) in _OWNED) and match.start() == first:
        return []  # the houses of two guards were burnt
    if event_at >= last and string[event_at] == "W" and verb_at >= 0 and string[verb_at] == "h" and not (
            many and of_them(context, context.number_at[many[-1]])):
        return []  # "the driver of a bus with five nurses was wounded"
    if event_at >= last and string[last:event_at].lstrip("zD")[:1] == "r" and _AMONG_THE_DEAD.match(string, event_at + 1):
        return []  # "six fighters who had surrendered were among those killed"
    if len(many) < 2:
        alone = event_at < first and string[event_at + 1:first].translate(_NO_ADJUNCTS) == "U," and string[last:last + 6].lstrip("zD")[:1]
        return [] if alone and alone in "WVvBwpP" else numbers  # before killing himself, police said
    if event_at >= last:
        if _AMONG_THEM.search(string, max(0, first - _NEAR), first) and string[many[-2] + 1:many[-1]].endswith(",&"):
            return [n for n in numbers if n[0] == many[-1]]  # 30 gave up, among them a colonel, and 12 were killed
        if of_them(context, context.number_at[many[-1]]) and not respectively(context, many[-1]):
            # "264 men, 53 of them badly hurt": the part alone; "264 men, 53 of them nurses, were hurt": the whole
            aside = string[last:event_at].lstrip("zDN")[:1] == ","
            shared = {many[-1], *([many[-2]] if share_them(context, many) else [])}
            return [n for n in numbers if (n[0] in shared) != aside]
        if string[event_at] in "WV" and verb_at >= 0 and string[verb_at] == "q" and "," not in string[last:event_at] and (
                context.number_at[many[-1]].head < 0 <= context.number_at[many[0]].head
                or string[verb_at - 1] == "," and ",&" in string[many[-2]:many[-1]].translate(_NO_ADJUNCTS)):
            return [n for n in numbers if n[0] == many[-1]]  # nine died, including a child, 31 were hurt; ..., and 31 others were hurt
        cut = string.rfind(";", first, last) if string[event_at] == "W" else -1
        if cut > 0 and verb_at >= 0 and string[verb_at] not in ".:":  # they searched for a family of four; one was found
            numbers = [n for n in numbers if n[1] == "part" or n[0] > cut]
        if string[event_at] in "SP" and not {"B", "v"} & set(string[last:event_at]):
            heads = [context.number_at[i].head for i in many]
            if heads[0] < 0 and "q" in string[many[0]:many[-1]] and string[max(0, first - 2):first].rstrip("vVz")[-1:] in ("E", "T", "S"):
                return [n for n in numbers if n[0] == many[-1]]  # casualties had topped 4,000, including 900 dead
            if heads[-1] < 0 <= max(heads):  # "1,200 prisoners and 180 dead"
                return [n for n in numbers if n[0] == many[-1]] if last == event_at or (
                    "&" not in string[many[-2]:many[-1]] and not string[last:event_at].strip("zD")) else numbers
            if verb_at >= 0 and lemma_of(context, verb_at) == "leave":  # "left three men and a woman dead"
                return numbers
        before = string[verb_at] if verb_at >= 0 else "."
        if before == "&" and verb_at > 1 and string[verb_at - 1] in "UNA":
            before = string[verb_at - 2]  # killing himself and nine guests; 30 people were hurt
        cut = string.rfind(";", first, last)
        if cut > 0 and before in "VIGvpgi":  # saw 48 boats; two sailors died
            numbers = [n for n in numbers if n[1] == "part" or n[0] > cut]
        own = before in "VIGnhbt" or before in "vpgi" and lemma_of(context, verb_at) not in load_json("events")["reporting"]
        return [n for n in numbers if n[1] == "part" or n[0] == many[-1]] if own else numbers
    if string[event_at] == "E" and string[event_at + 1:first].strip("zD") == "b":
        return numbers  # hits by nine missiles and 56 drones were recorded
    follows = next((k for k in range(last, min(last + 5, len(string))) if string[k] not in "zD"), last)
    after = string[follows:follows + 1]
    if after and after in "pP" and string[follows + 1:follows + 2] in tuple("NAQ") and string[many[-2] + 1:many[-1]].strip('zD"') == ",":
        return [n for n in numbers if n[0] != many[-1]]  # after killing a clerk and a guard, the gunman robbed a bank
    if (speaking := _SPEAKING.match(string, last)) and context.doc.low[context.chunks.heads[speaking.end() - 1]] in speech():
        return [n for n in numbers if n[0] != many[-1]]  # nine died, two people familiar with the matter said
    own = ";" in string[first:last] or context.doc.low[context.chunks.heads[follows]] in speech()  # two officials said; only two survived
    if after and (after in "WVvBw" or after == "p" and own or after == "P" and intransitive(context, follows)):
        end = string.find(";", first, last)
        return [n for n in numbers if n[0] < end] if end >= 0 else [n for n in numbers if n[0] != many[-1]]
    return numbers
