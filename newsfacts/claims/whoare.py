"""Who those just told are, counted by kind: "23 were taken. Fourteen are women, six are guards", "14 of those taken were Poles"."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice, pairwise, takewhile

from newsfacts.actors.sides import countries
from newsfacts.chunks import counts
from newsfacts.claims.context import Context, draft, lemma_of
from newsfacts.claims.items import PEOPLE, item_of, item_of_words
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.late import late
from newsfacts.sources.words import verbs as speech

_ARE = late(r'(?:^|(?<=[.,;c"])|(?<=[.c,"][NAU][pv]))[zD]{0,3}(?P<one>Q)(?:oN)?[zD]{0,2}B[zD]{0,2}(?P<kind>[NAz])(?:&N)?(?:oz?[NA])?'
            r'(?P<rest>(?:[zD]{0,3},?&?[zD]{0,2}Q(?:[zD]{0,2}B[zD]{0,2}[NAz](?:&N)?)?(?:oz?[NA])?(?=[zD]{0,3}[.,;:&)"])){0,6})(?=[zD]{0,3}[.,;:&)"])')
# right behind their whole, a sentence without a verb: "Eighty clerks and guards, twenty nurses."
_BARE = late(r"(?<=\.)[zD]{0,2}(?P<list>Q(?:&N)?(?:[zDoN]{0,4},?&?[zD]{0,2}Q(?:&N)?){1,6})[zD]{0,3}(?=\.)")
_WORK = late(r"(?:^|(?<=[.,;&]))[zD]{0,2}(?P<one>Q)[zD]{0,2}(?P<verb>[VPvp])(?=[zD]{0,3}[fhnz])")
_WORKING = ("work", "belong", "serve", "study")
_TWO = 2  # of a list
_BACK = 4  # sentences to a whole that is exactly so many
_EVENTS = frozenset("killed wounded casualties missing captured held detained returned rescued displaced evacuated deployed".split())
_OF_THOSE = frozenset(("of-those", "of-the-dead", "of-the-freed"))
_DEFINITE = frozenset(("the", "those", "these"))
_TAKEN = frozenset("taken seized kidnapped abducted captured".split())
_FREED = frozenset("freed released exchanged returned repatriated liberated swapped".split())
_STATES = {"dead": "killed", "killed": "killed", "victims": "killed", "wounded": "wounded", "injured": "wounded", "missing": "missing"}


def who_they_are(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Adds the parts of the people of the sentence before that a noun or a people's name behind "were" tells apart."""
    for match in _ARE.finditer(context.chunks.string):
        at = match.start("one")
        listed = [i for i in (at, *range(*match.span("rest"))) if i in context.number_at]
        numbers = [context.number_at[i] for i in listed]
        first, claim = numbers[0], found.get(numbers[0].nfirst)
        if not all(counts(n) and n.value for n in numbers) or first.head >= 0 and not _is_part(context, first):
            continue
        if match.start() and context.chunks.string[match.start() - 1] in "pv" and (
                context.doc.low[context.chunks.heads[match.start() - 1]] not in speech()):
            continue  # said 62 were girls; but: when nine came two were guards
        if claim is not None and claim.part_of is None and claim.rule not in _OF_THOSE or not _is_kind(context, match.start("kind")):
            continue
        told = (claim.event, claim.part_of) if claim is not None else _told(context, found, first, sum(n.value or 0 for n in numbers))
        if told is None:
            continue
        event, whole = told
        if claim is None and not _of_them(context, first, whole):
            continue
        for i, number in zip(listed, numbers, strict=True):
            item = _item(context, match, i, number, whole.item if whole else "person")
            if item is None:
                break
            if number.nfirst not in found:
                trigger = claim.trigger if claim else whole.trigger if whole else None
                found[number.nfirst] = part = draft(context, number, event, item, "part", trigger)
                part.part_of = whole


def who_work_where(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Adds the parts that are told by their work: "17 aid workers were held. Nine were clerks, eight worked for a clinic"."""
    for match in _WORK.finditer(context.chunks.string):
        number = context.number_at.get(match.start("one"))
        if number is None or number.head >= 0 or number.nfirst in found or not counts(number) or (
                lemma_of(context, match.start("verb")) not in _WORKING):
            continue
        sentence = context.doc.sentence_of(number.nfirst)
        beside = [c for c in found.values() if c.sentence == sentence and c.rule == "part" and c.first < number.first and c.part_of]
        opens = not beside and context.doc.sents[sentence][0] == number.first
        told = (beside[-1].event, beside[-1].part_of) if beside else _told(context, found, number, number.value or 0) if opens else None
        if told is not None and told[1] is not None and (told[1].value or told[1].low or 0) > (number.value or 0):
            found[number.nfirst] = part = draft(context, number, told[0], told[1].item, "part", told[1].trigger)
            part.part_of = told[1]


def only_listed(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Adds the parts that a sentence without a verb tells: "We freed 103 sailors. Eighty-two privates, twenty-one officers."."""
    for match in _BARE.finditer(context.chunks.string):
        numbers = [context.number_at[i] for i in range(*match.span("list")) if i in context.number_at]
        if any(not counts(n) or n.head < 0 or n.nfirst in found or item_of(context.doc, n, context.rules) not in PEOPLE for n in numbers):
            continue
        sentence = context.doc.sentence_of(numbers[0].nfirst)
        wholes = [c for c in found.values() if c.sentence == sentence - 1 and c.item in PEOPLE and not c.part_of]
        if len(numbers) < _TWO or len(wholes) != 1 or wholes[0].event not in _EVENTS or sum(n.value or 0 for n in numbers) > (
                wholes[0].value or 0):
            continue
        for number in numbers:
            item = item_of(context.doc, number, context.rules) or "person"
            found[number.nfirst] = part = draft(context, number, wholes[0].event, item, "part", wholes[0].trigger)
            part.part_of = wholes[0]


def _is_part(context: Context, number: Number) -> bool:
    """Whether a number has no noun of its own, or that of those told: nine were Poles, 14 of those taken, nine of the hostages."""
    low = context.doc.low
    return low[number.nlast] in ("are", "were") or low[number.nlast] == "of" and low[number.nlast + 1] in _DEFINITE


def _of_them(context: Context, number: Number, whole: ClaimDraft | None) -> bool:
    """Whether the noun of a number is that of those told: nine of the hostages, of the dead; not: three of the witnesses."""
    if number.head < 0 or context.doc.low[number.nlast] in ("are", "were"):
        return True  # 62 were girls
    noun = context.doc.low[number.head]
    return noun in _STATES or noun in ("people", "men", "women") or whole is not None and (
        noun in context.doc.low[whole.first:whole.last] or whole.item not in ("person", "child") and (
            item_of_words(context.doc, number.head, number.head, context.rules) == whole.item))


def _told(context: Context, found: dict[int, ClaimDraft], number: Number, total: float) -> tuple[str, ClaimDraft | None] | None:
    """What befell the people of the sentence before, and their claim: the only one that may hold so many."""
    doc, sentence = context.doc, context.doc.sentence_of(number.nfirst)
    if doc.low[number.nlast + 1] in _DEFINITE and doc.low[number.nlast + 2] in _TAKEN:  # 14 of those taken, of 23 told some sentences ago
        taken = [c for c in found.values() if c.event == "captured" and c.first < number.first and not c.part_of
                 and (c.value or 0) >= total]
        if taken:
            return "captured", max(taken, key=lambda c: c.first)
    first = doc.sents[max(0, sentence - 1)][0]
    near = [c for c in found.values() if sentence - 1 <= c.sentence and c.first < number.first and not c.part_of and c.item in PEOPLE]
    begin = bisect_right(context.numbers, first, key=lambda n: n.nfirst)
    between = takewhile(lambda n: n.nfirst < number.first, islice(context.numbers, begin, None))
    if any(n.head >= 0 and n.nfirst not in found and item_of(doc, n, context.rules) in PEOPLE for n in between):
        return None  # charged 14 people over three killings. Two are minors
    wholes = [c for c in near if c.event in _EVENTS and (c.value or c.low or total) >= total]
    if wholes and len({c.event for c in wholes}) == 1:
        return wholes[-1].event, wholes[-1]
    if near or not sentence:
        return None
    exact = [c for c in found.values() if sentence - _BACK <= c.sentence < sentence and c.value == total and c.event in _EVENTS
             and not c.part_of and c.item in PEOPLE]
    if len({c.event for c in exact}) == 1:
        return exact[-1].event, exact[-1]  # freed 100 pupils. They came by bus. Sixty-two are girls and 38 boys
    before = doc.low[slice(*doc.sents[sentence - 1])]
    events = {"returned" if b in _FREED else _STATES[b] for a, b in pairwise(before)
              if a in _DEFINITE and b in _STATES or a == "those" and b in _FREED}
    if len(events) != 1:
        return None
    event = events.pop()  # Most of the dead were from the coast. Sixteen were women
    since = [c for c in found.values() if c.event == event and c.first < number.first and not c.part_of and (c.value or 0) >= total]
    exact = [c for c in since if c.value == total]  # All those released are men. 203 are privates, two are officers
    return event, max(exact or since, key=lambda c: c.first, default=None)


def _is_kind(context: Context, i: int) -> bool:
    """Whether a chunk names people: women, guards, Norlanders; or where they are from."""
    first, last = context.chunks.firsts[i], context.chunks.lasts[i]
    if context.chunks.string[i] == "z":
        return "from" in context.doc.low[first - 1:first + 1]
    return context.doc.forms[last - 1].strip() in countries().plurals or (
        item_of_words(context.doc, first, last - 1, context.rules) in PEOPLE)


def _item(context: Context, match: re.Match[str], i: int, number: Number, whole: str) -> str | None:
    """The class of those of one kind, None for no people: by the noun behind "were", else their own; of people, that of the whole."""
    string, chunks = context.chunks.string, context.chunks
    behind = next((k for k in range(i + 1, min(match.end(), i + 6)) if string[k] not in "zDoNB" or string[k] == "B"), i)
    kind = next((k for k in range(behind + 1, match.end() + 1) if string[k] in "NAz"), -1) if string[behind] == "B" else -1
    if kind >= 0:
        if not _is_kind(context, kind):
            return None
        if string[kind] == "z":
            return whole  # 12 were from Velm
        item = item_of_words(context.doc, chunks.firsts[kind], chunks.lasts[kind] - 1, context.rules)
    elif number.head < 0:
        return whole  # nine were Poles, and four Norlanders: no noun of its own
    else:
        own = item_of(context.doc, number, context.rules)
        item = "person" if context.doc.forms[number.head].strip() in countries().plurals else own or "unknown"
        if item not in PEOPLE:
            return None
    return whole if item not in PEOPLE or item == "person" else item
