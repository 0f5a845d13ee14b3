"""Constructions over the chunks: each match gives a claim for every number of its list."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from newsfacts.claims.acting import acts
from newsfacts.claims.company import noun_beside, people_in, respectively, share_them, shared_item
from newsfacts.claims.context import Context, charged, draft, fled, frames_at, lemma_of, of_them
from newsfacts.claims.gates import VERBS, Lacking, Scene, may_count, sentences
from newsfacts.claims.items import PEOPLE, item_of, item_of_words
from newsfacts.claims.leftout import FIGURES
from newsfacts.claims.lists import in_order, of_clause
from newsfacts.claims.make import make
from newsfacts.claims.partwords import noun_behind, state_named
from newsfacts.claims.slots import all_allowed
from newsfacts.drafts import ClaimDraft
from newsfacts.late import late
from newsfacts.patterns import Construction
from newsfacts.sources.words import verbs as speech

_TOLD = 4  # tokens
_CHANGED = frozenset("raise lower revise correct increase exceed surpass top pass double".split())
_HURT = frozenset(("injured", "wounded"))
_CALLING = frozenset("call calls called calling ask asks asked appeal appealed plead pleaded press pressed push pushed wait waited".split())
_LIKE_THE_FIRST = frozenset((("deployed", "launched"), ("provided", "deployed"), ("provided", "launched")))
_A_NUMBER_OF = (["a", "number", "of"], ["a", "figure", "of"])
_MOBS = frozenset(("crowd", "crowds", "mob", "mobs", "protesters", "demonstrators"))
_HURT_ONLY = late(r"N?,P[zDbnhf.]")
_TRACED = ("find", "locate", "trace", "identify")
_OF_THE_DEAD = frozenset(("among-the-dead", "was-among-the-dead", "casualties-include"))
_WHO = ("ers", "ors", "ists", "ians", "ories", "aries", "ees", "ants", "ents", "er", "or", "ist", "ian", "ory", "ary", "ee", "ant", "ent")
_FREE = frozenset(("large", "run", "loose", "free"))
_CLAUSES = frozenset("before after until when while".split())
_SUBJECTS = frozenset(("passive", "intransitive"))
_FOR = ("Nf", "Af", "Ef")
_BESIDE = late(r"(?:r|[NAQz]c?[UQ])[zD]{0,2}[PpVv][zD]{0,2}h$")  # who lived with, the flat she shared with
_CLAUSE = 8  # chunks
_PHRASES = frozenset(("active-phrase", "active-phrase-object"))
_ONE_A = ([",", "a"], [",", "an"])
_TAKEN = ("participle", "bare-participle")
_ALONG = frozenset("to by away into from out off".split())


def matches(context: Context, found: dict[int, ClaimDraft],
            names: frozenset[str] | None = None) -> Iterator[tuple[Construction, re.Match[str]]]:
    """The matches of the constructions (of these names) in sentences that still have a number without a claim, in their order."""
    open_ones = sentences(context, found)
    if not open_ones:
        return
    patterns, string, at = context.rules.patterns, context.chunks.string, context.number_at
    if names is not None:
        patterns = patterns.named(names)
    constructions, gates, chunks, scenes = patterns.list, patterns.gates, sorted(at), dict[tuple[int, int], Scene]()
    for k, start, end in patterns.spots(string, open_ones, Lacking(context.rules, patterns, context.doc.keys)):
        scene = scenes.get((start, end))
        if scene is None:
            inside = [(i, at[i]) for i in chunks[bisect_left(chunks, start):bisect_left(chunks, end)]]
            scene = scenes[start, end] = Scene(context, start, end, inside)
        if scene.may_have(gates[k], found):
            for match in constructions[k].regex.finditer(string, start, end):
                yield constructions[k], match


def _only_told(behind: list[str]) -> bool:
    """Whether the words behind a number tell how or what part of those before it is: two "of them seriously,", one "a leader",
    one "fatally"."""
    if behind[:1] == ["of"]:
        return len(behind) > 3 and behind[1] in ("them", "whom") and behind[2].endswith("ly") and behind[3] in (",", ".", "and")
    return behind[:1] in (["a"], ["an"], ["fatally"])


def claims_of(context: Context, construction: Construction, match: re.Match[str], found: dict[int, ClaimDraft]) -> Iterator[ClaimDraft]:
    """The claims of one match: a claim for each number of the list that is not taken."""
    at, chunks, low = context.number_at, context.chunks, context.doc.low
    string = chunks.string
    numbers = [(i, "qty") for i in range(*match.span("qty")) if i in at and string[i] != "z"]
    if construction.parts and match.start("part") in at:
        i = match.start("part")
        numbers.append((i, "part"))
        while construction.name.startswith("among") and string[i - 2:i] == "Q&" and i - 2 in at:  # a guard and two clerks among seven hurt
            i -= 2
            numbers.append((i, "part"))
    event_at = match.start("event")
    if not _may_tell(context, construction, numbers, event_at, found):
        return
    if construction.only and not all_allowed(context, match, construction):
        return
    if construction.name == "passive-of-a-list" and not _begins_clause(context, match.start("qty")):
        return
    if construction.name == "took-out-bodies" and "out" not in low[chunks.heads[event_at]:chunks.lasts[event_at]]:
        return  # took two bodies with them
    if construction.name == "hostages-remain" and not _FREE.isdisjoint(low[chunks.heads[event_at]:chunks.heads[event_at] + 4]):
        return  # 312 inmates are still at large
    if string[event_at] == "V" and construction.name == "active-object" and low[chunks.firsts[event_at] - 1] == "the":
        return  # the injured will get 10,000
    if construction.name == "passive-along-with" and "b" in string[event_at:match.start("qty")] and (
            low[chunks.firsts[match.start("qty")] - 1] == "and"):
        return  # was killed by the general and his aide
    if construction.name == "relative-object-that" and not speech().keys().isdisjoint(
            low[max(0, chunks.firsts[match.start("qty")] - _TOLD):chunks.firsts[match.start("qty")]]):
        return  # told the 12 men that the rebels had withdrawn
    if construction.name == "relative-object" and string[match.start("qty") - 1:match.start("qty")] == "h" and (
            string[event_at + 1:event_at + 2] == "Q"):
        return  # with seven we would save hundreds
    if construction.name in _PHRASES and chunks.particles[event_at] >= 0 and string[event_at + 1] in "NE":
        between = low[chunks.firsts[event_at + 1]:chunks.lasts[event_at + 1]]
        if all(set(between).isdisjoint(tail.split()) for tail in context.rules.tails.get(lemma_of(context, event_at), ())):
            return  # took out windows in 40 buildings: no building was
    if construction.name in _PHRASES and low[chunks.lasts[event_at + 1] - 1] in FIGURES:
        return  # taking the total to 19
    if string[event_at] == "G" and (before := at.get(event_at - 1)) and before.nfirst in found and (
            found[before.nfirst].event in ("intercepted", "suppressed")):
        return  # shot down 40 drones targeting three towns: they did not hit them
    if construction.parts and "(" not in string[match.start():match.start("part")] and ")" in string[match.start("part"):event_at]:
        return  # four clerks (three men, one woman) were hurt: no part of the three
    if construction.parts and match.end("part") <= event_at and not _CLAUSES.isdisjoint(
            low[chunks.lasts[match.end("part") - 1]:chunks.firsts[event_at]]):
        return  # killed five guests, of whom two were nuns, before police came
    if construction.name in _SUBJECTS and string[(begins := match.start("qty")) - 2:begins] in _FOR and (
            item_of(context.doc, at[begins], context.rules) in PEOPLE):
        return  # tents for 480 pupils will be delivered
    if construction.name in _SUBJECTS and _BESIDE.search(string, max(0, begins - _CLAUSE), begins):
        return  # a guard who worked with two nurses was killed, a woman found in the flat she shared with two friends died
    if acts(context, construction, match, event_at):
        return
    if construction.name == "passive" and low[chunks.firsts[event_at]] == "being" and _is_object(context, match):
        return  # urged the court to free 12 men being held in the port
    if construction.name == "counted-at" and (string[(told := match.start("qty") - 1)] in "NA" or string[told] in "Gg" and lemma_of(
            context, told) in ("carry", "transport", "hold", "take", "involve")):
        return  # the death of Channel 6; missing after a boat carrying 154 people sank
    if construction.name in ("counted-at", "inverted-state") and string[match.start("qty") - 1] == "B" and (
            low[at[numbers[0][0]].first] == "under"):
        return  # two thirds of the dead were under five
    if construction.name == "counted-at" and string[match.start("qty") - 1] == "V" and low[chunks.heads[event_at]] in _MOBS:
        return  # a crowd lynched one of the soldiers
    if construction.name == "apposition-of-counted" and (string[event_at - 1:event_at] == "Q" or any(
            fled(context, at[i]) for i, _ in numbers)):
        return  # 38 dead, 29 survivors; nine hacked to death, 40 on the run
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
    if construction.name == "intransitive" and "," in string[match.end("qty"):event_at] and _had(context, match.start("qty") - 1):
        return  # France, which has 450 soldiers in the country, does not intend to leave
    if construction.name in _PHRASES and string[event_at + 1:event_at + 3] == "Eo" and (
            low[chunks.lasts[event_at + 1] - 1] not in ("lives", "life")):
        return  # ordering the killing of 40 in Velm
    if construction.name == "tally" and _HURT_ONLY.match(string, match.end("qty")):
        return  # own losses: two men, wounded by shrapnel
    if construction.name == "on-occasions" and at[numbers[0][0]].value == 1:
        return  # were hit on more than one occasion
    if construction.name == "tally" and low[chunks.firsts[event_at] - 1] == "not":
        return  # "Not shot down: 3"
    whole: ClaimDraft | None = None
    numbers = of_clause(context, match, numbers, event_at)
    elided = _elided(context, construction, match, numbers, event_at)
    event: str | None = None
    if len(numbers) > 1 and string[event_at] in "GP" and numbers[-1][0] < event_at and string[numbers[-1][0] - 1] == "q" and (
            "," not in string[numbers[-1][0]:event_at]):
        numbers = numbers[-1:]  # 16 over Karo, two over Velm, including one flying towards the capital
    ordered = in_order(context, [i for i, slot in numbers if slot == "qty"])
    for i, slot in numbers:
        number = at[i]
        if i < event_at and string[i + 1:event_at].lstrip("zD")[:1] == "r" and number.head >= 0 and of_them(context, number):
            continue  # 209 were killed, 68 of them migrants who were being held: a part
        pair = len(numbers) == 2 and string[numbers[0][0] + 1:i] == "&" and at[numbers[0][0]].head < 0  # 386 and 27 of which were stopped
        if slot == "qty" and sum(s == "qty" for _, s in numbers) > 1 and of_them(context, number) and not (
                pair or respectively(context, i)):
            continue  # "five of them pupils, and 41 more were wounded": a part is no member of the list
        if i > event_at and number.head < 0 and string[i + 1:i + 3] == "&Q" and (
                other := at.get(i + 2)) and other.head < 0 and of_them(context, other) and not respectively(context, i + 2):
            continue  # a barrage of 127 missiles and 109 drones, 102 and 99 of which were stopped
        if slot == "qty" and number.head < 0 and i > 1 and string[i - 1] == "," and _only_told(low[number.nlast:number.nlast + 4]):
            continue
        if construction.name == "as-were" and i > numbers[0][0] or (
                construction.name in _SUBJECTS and string[i - 2:i] == "aB" and i < event_at):
            continue  # a guard was killed, as were two raiders, and nine men fled
        if number.head < 0 and low[number.first - 1] == ";" and low[number.last] in ("still", "now"):
            continue  # kidnappers free 12 pupils; 40 still in the bush
        if number.head < 0 and low[number.first - 2:number.first] == ["in", "their"] or (
                number.each and number.head < 0 and "for" in low[number.nlast:number.nlast + 2]):
            continue  # they came in their dozens; held a 90-for-90 swap
        if slot == "qty" and i > max(event_at, numbers[0][0]) and string[i - 1] == "q" and string[i + 1:i + 2] == "r":
            continue  # damaged 18 houses, including three that burned down: what the clause tells, else a part
        if slot == "qty" and i > event_at and low[number.nlast:number.nlast + 1] == ["of"] and state_named(context, number) not in (
                None, event or construction.event) and string[i + 1:i + 6].lstrip("zDoN")[:1] == "S":
            continue  # killed 90 and hurt 140; 30 of the dead were children
        if slot == "qty" and i > event_at and i > numbers[0][0] and string[i - 1] in ",;" and string[i + 1:i + 2] == "S" and (
                string[i + 2:i + 3] in tuple(".;")):
            continue  # injures 14, one worker missing
        if number.kind == "money" and low[number.first - 1] == "or" and string[:i].rstrip("z&").rstrip(",")[-1:] == "M":
            continue  # 40 million naira, or about $26,000
        if charged(context, number) or number.head < 0 and low[number.first - 3:number.first] in _A_NUMBER_OF and construction.frames:
            continue  # the chronicle gives a number of 1,340
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
        if construction.name in _OF_THE_DEAD and item_of(context.doc, number, context.rules) == "unknown" and (
                context.doc.low[number.head].endswith(_WHO)):
            context.items[number.nfirst] = "person"  # among the dead were four signatories of the treaty
        claim = make(context, number, i, event_at, construction, ordered.get(i, elided), event)
        if claim is None and event == "provided" and whole and number.kind == "count" and number.head >= 0 and (
                item_of(context.doc, number, context.rules) in (None, "unknown")):
            claim = draft(context, number, event, "other", construction.name, whole.trigger)  # 20 tanks, six mobile kitchens
        if claim is not None and claim.event == "launched" and claim.value == 0 and (
                construction.name == "intransitive" or number.noun == "shot"):
            continue  # none of the missiles came near; no shots were fired
        if claim is None or claim.event == "missing" and string[i - 1:i] == "V" and lemma_of(context, i - 1) in _TRACED and i < event_at:
            continue  # found nine of the 13 people reported missing
        if claim.event == "launched" and construction.name == "intransitive" and i < event_at and (
                of_them(context, number) or "q" in string[max(0, i - 2):i]) and any(
                c.event in ("intercepted", "suppressed") and c.sentence == claim.sentence and c.item == claim.item for c in found.values()):
            continue  # 74 drones were downed, 23 of them heading for Velm: a part of these
        if claim.event == "evacuated" and construction.name in _TAKEN and lemma_of(context, event_at) == "take" and (
                low[chunks.lasts[event_at]] not in _ALONG):
            continue  # 12 of nearly 90 taken
        if (event, claim.event) in _LIKE_THE_FIRST and (event != "provided" or claim.item not in PEOPLE):
            claim.event = event or claim.event  # 600 rescuers and two drones were sent to the area; sent them 9 million euros and 12 cars
        if number.head < 0 and number.value == 1 and claim.item in PEOPLE and low[number.nlast:number.nlast + 2] in _ONE_A:
            kinds = (context.rules.items.get(word) for word in low[number.nlast + 2:number.nlast + 5])  # and one, an old woman, died
            claim.item = next((kind for kind in kinds if kind in PEOPLE), None) or claim.item
        elided, event = claim.item, claim.event
        if slot == "part":
            claim.part_of = whole
            if claim.item == "person" and number.head < 0 and (who := noun_behind(context, i)) is not None:
                claim.item = who  # one of them a girl of nine
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


def _is_object(context: Context, match: re.Match[str]) -> bool:
    """Whether the verb right before what a match counts takes it as its object."""
    at = match.start("qty") - 1
    if at < 0 or context.chunks.string[at] not in "VIG":
        return False
    number = context.number_at[match.start("qty")]
    frames = frames_at(context, at, match.start("qty"), ("agent acts on items",))
    return any(item_of(context.doc, number, context.rules) in f.items for f in frames)


def _had(context: Context, verb: int) -> bool:
    """Whether a chunk is the "has" of a relative clause: what it has does not act."""
    return verb > 0 and context.chunks.string[verb - 1] == "r" and context.doc.low[context.chunks.firsts[verb]] in ("has", "have", "had")


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
    if construction.event or string[event_at] not in VERBS:
        return True
    word = doc.low[context.chunks.heads[event_at]]
    if word == "taken":
        return True
    takes = rules.takes(rules.lemmas.get(word, word), construction.frames)
    return any([may_count(context, i, at[i], takes) for i, _ in numbers])


def _elided(context: Context, construction: Construction, match: re.Match[str], numbers: list[tuple[int, str]],
            event_at: int) -> str | None:
    """What the numbers of a list without a noun count."""
    elided = shared_item(context, [i for i, slot in numbers if slot == "qty"]) if len(numbers) > 1 else None
    if elided is not None:
        return elided
    if construction.name in ("number-of-those", "attacks-colon"):
        return "person" if construction.name == "number-of-those" else "attack"
    if construction.name in ("number-of-troops", "army-of"):
        return context.rules.items.get(context.doc.low[context.chunks.heads[event_at]])
    only = construction.only
    if context.chunks.string[event_at] == "T" or only and (only.get("event") == "leads" or only.get("qty") in ("summed", "bare")):
        return noun_beside(context, match, event_at)
    return people_in(context, event_at) if only and only.get("event") == "counts" else None
