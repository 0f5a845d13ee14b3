"""Constructions over the chunks: each match gives a claim for every number of its list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.claims.company import noun_beside, people_in, respectively, share_them, shared_item
from newsfacts.claims.context import Context, charged, draft, lemma_of, of_them
from newsfacts.claims.gates import VERBS, plain_item, spots
from newsfacts.claims.guards import Tried, ruled_out
from newsfacts.claims.items import MODELLED, PEOPLE, PLURALS, item_of, names_a_model
from newsfacts.claims.lists import in_order, of_clause
from newsfacts.claims.make import make
from newsfacts.claims.partwords import noun_behind, state_named
from newsfacts.claims.people import words_of
from newsfacts.claims.slots import all_allowed
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.patterns import Construction

_HURT = frozenset(("injured", "wounded"))
_LIKE_THE_FIRST = frozenset((("deployed", "launched"), ("provided", "deployed"), ("provided", "launched"), ("deployed", "provided")))
_ON_THE_MOVE = frozenset("vehicle aircraft helicopter ship tank armoured_vehicle".split())  # sent with people
_A_NUMBER_OF = (["a", "number", "of"], ["a", "figure", "of"])
_TRACED = ("find", "locate", "trace", "identify")
_OF_THE_DEAD = frozenset(("among-the-dead", "was-among-the-dead", "casualties-include"))
_ENGINES = frozenset(("engines-called-out", "engines-attended"))
_WHO = ("ers", "ors", "ists", "ians", "ories", "aries", "ees", "ants", "ents", "er", "or", "ist", "ian", "ory", "ary", "ee", "ant", "ent")
_SUBJECTS = frozenset(("passive", "intransitive"))
_EACH = frozenset(("each", "every"))
_KIN = 15  # tokens of "($9,000) to the next of kin of each of the dead"
_STOPS = frozenset((".", ",", ";", ":", "and"))
_RECEIVING = frozenset(("to", "for", "of"))
_TIMES = frozenset("day week month year quarter season hour night time".split())
_ONE_A = ([",", "a"], [",", "an"])
_BY_NOUN = ("number-of-troops", "army-of", "number-of-captives", "number-of-detainees")  # the number of fighters in the town
_TAKEN = ("participle", "bare-participle")
_ABOARD = frozenset("aboard on inside in hidden stored".split())
_ALONG = frozenset("to by away into from out off".split())


def matches(context: Context, found: dict[int, ClaimDraft],
            names: frozenset[str] | None = None) -> Iterator[tuple[Construction, re.Match[str]]]:
    """The matches of the constructions (of these names) in sentences that still have a number without a claim, in their order."""
    constructions, string = context.rules.patterns.list, context.chunks.string
    for k, _, scene in spots(context, found, names):
        if scene.is_open(found):
            for match in constructions[k].regex.finditer(string, scene.start, scene.end):
                yield constructions[k], match


def _only_told(behind: list[str]) -> bool:
    """Whether the words behind a number tell how or what part of those before it is: two "of them seriously,", one "a leader",
    one "fatally"."""
    if behind[:1] == ["of"]:
        return len(behind) > 3 and behind[1] in ("them", "whom") and behind[2].endswith("ly") and behind[3] in (",", ".", "and")
    return behind[:1] in (["a"], ["an"], ["fatally"])


def _of_those_before(string: str, first: int, second: int, event_at: int) -> bool:
    """Whether the first of two is one of those before, in an aside: "left three dead, including the gunman, and two guards wounded"."""
    return string[event_at] in "PS" and event_at > second and string[max(0, first - 3):first] in ("S,q", "P,q", "W,q", "z,q") and (
        string[first + 1:second].lstrip("zD") == ",&")


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
    if ruled_out(Tried(context, construction, match, event_at, *match.span("qty"), numbers, found, string, low)):
        return
    whole: ClaimDraft | None = None
    numbers = of_clause(context, match, numbers, event_at)
    elided = _elided(context, construction, match, numbers, event_at)
    event: str | None = None
    if len(numbers) > 1 and string[event_at] in "GP" and numbers[-1][0] < event_at and string[numbers[-1][0] - 1] == "q" and (
            "," not in string[numbers[-1][0]:event_at]):
        numbers = numbers[-1:]  # 16 over Karo, two over Velm, including one flying towards the capital
    elif len(numbers) == 2 and _of_those_before(string, numbers[0][0], numbers[1][0], event_at):
        numbers = numbers[1:]
    ordered = in_order(context, [i for i, slot in numbers if slot == "qty"]) if len(numbers) > 1 else {}
    for i, slot in numbers:
        number = at[i]
        if _left_out(context, construction, numbers, i, slot, event_at, event or construction.event):
            continue
        if number.nfirst in found:
            whole = whole or found[number.nfirst]
            continue
        if number.value == 0 and ("r" in string[i + 1:event_at] or string[event_at] == "P" and (
                string[event_at + 1:event_at + 6].lstrip("zD")[:1] == "B")):
            continue  # neither of the bridges hit on Friday was in use; none of the drones that came got through
        if i > max(event_at, numbers[0][0]) and _pair(context, numbers, i) and "or" in string[max(0, event_at - 4):event_at]:
            last = context.number_at.get(string.rfind("Q", 0, event_at))  # 653 drones and 52 missiles, of which they downed 592 and 31
            elided = item_of(context.doc, last, context.rules) if last else elided
        if construction.name in _OF_THE_DEAD and item_of(context.doc, number, context.rules) == "unknown" and (
                context.doc.low[number.head].endswith(_WHO)):
            context.items[number.nfirst] = "person"  # among the dead were four signatories of the treaty
        if elided in MODELLED and (string[i - 1] in "qr" or of_them(context, number)) and names_a_model(context.doc, number, context.rules):
            context.items[number.nfirst] = elided or ""  # 80 drones, including around 50 Garos
        if construction.name in _ENGINES and number.noun == "engine":
            context.items[number.nfirst] = "vehicle"
        claim = make(context, number, i, event_at, construction, ordered.get(i, elided), event)
        if claim is None and event == "provided" and whole and number.kind == "count" and number.head >= 0 and (
                item_of(context.doc, number, context.rules) in (None, "unknown")):
            claim = draft(context, number, event, "other", construction.name, whole.trigger)  # 20 tanks, six mobile kitchens
        if claim is None or (no_claim := _NO_CLAIM.get(claim.event)) and no_claim(context, construction, claim, number, i, event_at, found):
            continue
        if claim.item == "body" and number.head < 0 and not _HURT.isdisjoint(low[number.nlast:number.nlast + 1]):
            claim.event, claim.item = "wounded", "person"  # received the bodies of 11 people and 40 wounded
        if (event, claim.event) in _LIKE_THE_FIRST and (event != "provided" or claim.item not in PEOPLE) and (
                claim.event != "provided" or claim.item in _ON_THE_MOVE):
            claim.event = event or claim.event  # 600 rescuers, two drones and nine lorries were sent; sent them 9 million euros and 12 cars
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
        if first and low[first - 1] == "each" or claim.item == "money" and (
                not _EACH.isdisjoint(low[first + 1:number.first]) or _to_each(context, number, first)):
            claim.each = True  # promised each family 4,000 dollars
        if construction.effect == "total":
            claim.status = "total"
        yield claim


def _to_each(context: Context, number: Number, event_at: int) -> bool:
    """Whether money is told for each of several: "$500 grants for every household", "to the kin of each of the dead", "each will get"."""
    low = context.doc.low
    begins = context.doc.sents[context.doc.sentence_of(number.nfirst)][0]
    if low[begins] in _EACH and event_at < number.first and "," not in low[begins:event_at]:
        return True
    for t in range(number.last, min(number.last + _KIN, len(low) - 1)):
        if low[t] in _STOPS:
            return False
        if low[t] in _EACH:
            return low[t - 1] in _RECEIVING and low[t + 1] not in _TIMES
    return False


def _of_their_own(context: Context, number: Number, i: int, event_at: int) -> bool:
    """Whether the people in chunk i only tell who somebody is: "Ivo Tarn, the father of five children, was killed"; but "the
    commander of 12 soldiers who were killed", "the mother of two boys killed in June", "of two dead soldiers"."""
    low, string = context.doc.low, context.chunks.string
    word = low[number.first - 2]
    if number.value == 1 or event_at == i or "r" in string[i + 1:event_at] or string[i + 1:i + 2] == "P" and event_at == i + 1:
        return False
    return word in words_of("kin") or (
        context.rules.items.get(word) in PEOPLE and word not in words_of("never") and not word.endswith(PLURALS))


def _left_out(context: Context, construction: Construction, numbers: list[tuple[int, str]], i: int, slot: str, event_at: int,
              event: str | None) -> bool:
    """Whether the number in chunk i, one of a list, is none of those of whom the event is told; `event`: that of the list so far."""
    low, string, number = context.doc.low, context.chunks.string, context.number_at[i]
    bare, qty = number.head < 0, slot == "qty"
    if low[number.nlast:number.nlast + 1] == ["of"] and _of_others(context, numbers, i, qty, event_at, event):
        return True
    if construction.name == "bare-participle" and low[number.first - 2:number.first] == ["toll", "of"] and low[number.nlast] not in _HURT:
        return True  # a toll of 12 and 30 injured
    if bare and _bare_elsewhere(context, i, qty, event_at, bool(construction.frames)):
        return True
    if i > numbers[0][0] and (construction.name == "as-were" or qty and _beside(context, numbers, i, event_at)):
        return True
    if construction.name in _SUBJECTS and string[i - 2:i] == "aB" and i < event_at:
        return True  # a guard was killed, as were two raiders, and nine men fled
    if low[number.first - 1] == "of" and _of_their_own(context, number, i, event_at):
        return True
    if number.kind == "money" and low[number.first - 1] == "or" and string[:i].rstrip("z&").rstrip(",")[-1:] == "M":
        return True  # 40 million naira, or about $26,000
    return charged(context, number)


def _of_others(context: Context, numbers: list[tuple[int, str]], i: int, qty: bool, event_at: int, event: str | None) -> bool:
    """Whether a number with "of" is a part, or tells of others."""
    low, string, number = context.doc.low, context.chunks.string, context.number_at[i]
    if of_them(context, number):
        if i < event_at and number.head >= 0 and string[i + 1:event_at].lstrip("zD")[:1] == "r":
            return True  # 209 were killed, 68 of them migrants who were being held: a part
        if qty and len(numbers) > 1 and sum(s == "qty" for _, s in numbers) > 1 and not (
                _pair(context, numbers, i) or respectively(context, i)):
            return True  # "five of them pupils, and 41 more were wounded": a part is no member of the list
    if not qty or i <= event_at:
        return False
    if not _HURT.isdisjoint(low[number.nlast + 1:number.nlast + 2]):
        return True  # received ten bodies and dozens of injured
    # killed 90 and hurt 140; 30 of the dead were children
    return string[i + 1:i + 6].lstrip("zDoN")[:1] == "S" and state_named(context, number) not in (None, event)


def _bare_elsewhere(context: Context, i: int, qty: bool, event_at: int, framed: bool) -> bool:
    """Whether a number without a noun is told of by other words."""
    low, string, number = context.doc.low, context.chunks.string, context.number_at[i]
    if i > event_at and string[i + 1:i + 3] == "&Q" and (other := context.number_at.get(i + 2)) and other.head < 0 and (
            of_them(context, other) and not respectively(context, i + 2)):
        return True  # a barrage of 127 missiles and 109 drones, 102 and 99 of which were stopped
    if qty and i > 1 and string[i - 1] == "," and _only_told(low[number.nlast:number.nlast + 4]):
        return True
    if low[number.first - 1] == ";" and low[number.last] in ("still", "now") and string[i + 1:i + 4].lstrip("zD")[:1] not in ("S", "P"):
        return True  # kidnappers free 12 pupils; 40 still in the bush
    if low[number.first - 2:number.first] == ["in", "their"] or (
            number.each and number.kind != "money" and "for" in low[number.nlast:number.nlast + 2]):
        return True  # they came in their dozens; held a 90-for-90 swap
    return framed and low[number.first - 3:number.first] in _A_NUMBER_OF  # the chronicle gives a number of 1,340


def _beside(context: Context, numbers: list[tuple[int, str]], i: int, event_at: int) -> bool:
    """Whether a later number of a list has words of its own."""
    string = context.chunks.string
    if i <= event_at:
        return False
    if string[i - 1] == "q" and string[i + 1:i + 2] == "r":
        return True  # damaged 18 houses, including three that burned down: what the clause tells, else a part
    if string[i - 1] in ",;" and string[i + 1:i + 2] == "S" and string[i + 2:i + 3] in tuple(".;"):
        return True  # injures 14, one worker missing
    return len(numbers) > 2 and i == numbers[-2][0] and of_them(context, context.number_at[numbers[-1][0]]) and (
        share_them(context, [k for k, _ in numbers]))


def _pair(context: Context, numbers: list[tuple[int, str]], i: int) -> bool:
    """Whether two numbers share an "of which": "386 and 27 of which were stopped"."""
    first = numbers[0][0]
    return len(numbers) == 2 and context.chunks.string[first + 1:i] == "&" and context.number_at[first].head < 0


def _none_came(context: Context, construction: Construction, claim: ClaimDraft, number: Number, i: int, event_at: int,
               found: dict[int, ClaimDraft]) -> bool:
    """None of the missiles came near; no shots were fired; 74 drones were downed, 23 of them heading for Velm: a part of these."""
    if construction.name == "broken-with-weapons":
        return context.doc.low[number.last] in _ABOARD  # sank a ship with 40 missiles on board
    if construction.name != "intransitive":
        return claim.value == 0 and number.noun == "shot"
    return claim.value == 0 or i < event_at and (of_them(context, number) or "q" in context.chunks.string[max(0, i - 2):i]) and any(
        c.event in ("intercepted", "suppressed") and c.sentence == claim.sentence and c.item == claim.item for c in found.values())


def _traced(context: Context, construction: Construction, claim: ClaimDraft, number: Number, i: int, event_at: int,
            found: dict[int, ClaimDraft]) -> bool:
    """Found nine of the 13 people reported missing."""
    return i < event_at and context.chunks.string[i - 1:i] == "V" and lemma_of(context, i - 1) in _TRACED


def _only_taken(context: Context, construction: Construction, claim: ClaimDraft, number: Number, i: int, event_at: int,
                found: dict[int, ClaimDraft]) -> bool:
    """12 of nearly 90 taken."""
    return construction.name in _TAKEN and lemma_of(context, event_at) == "take" and (
        context.doc.low[context.chunks.lasts[event_at]] not in _ALONG)


_NO_CLAIM = {"launched": _none_came, "missing": _traced, "evacuated": _only_taken}


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
    for i, _ in numbers:
        item = plain_item(context, i, at[i])
        if item is None or item in takes:
            return True
    return False


def _elided(context: Context, construction: Construction, match: re.Match[str], numbers: list[tuple[int, str]],
            event_at: int) -> str | None:
    """What the numbers of a list without a noun count."""
    elided = shared_item(context, [i for i, slot in numbers if slot == "qty"]) if len(numbers) > 1 else None
    if elided is not None:
        return elided
    if construction.name == "prison-population":
        return "prisoner"
    if construction.name in ("number-of-those", "attacks-colon"):
        return "person" if construction.name == "number-of-those" else "attack"
    if construction.name in _BY_NOUN:
        return context.rules.items.get(context.doc.low[context.chunks.heads[event_at]])
    only = construction.only
    beside = str(only.get("qty")).startswith(("summed", "bare", "item:none|")) or only.get("event") == "leads"
    if context.chunks.string[event_at] == "T" or only and beside:
        return noun_beside(context, match, event_at)
    return people_in(context, event_at) if only and only.get("event") == "counts" else None
