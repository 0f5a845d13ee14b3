"""What goes on with an event told right before, without its verb: "Yesterday it was 49", "So 152 in two days"."""

from __future__ import annotations

import re
from functools import cache

from newsfacts.chunks import counts
from newsfacts.claims.context import Context, draft, lemma_of, of_them
from newsfacts.claims.elided import items_of
from newsfacts.claims.items import PEOPLE, item_of
from newsfacts.claims.leftout import FIGURES, last_claim
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.late import late
from newsfacts.patterns import forms_of
from newsfacts.rules import FRAMES

# Yesterday it was 49 of our people; on Thursday evening it stood at 31
_IT_WAS = late(r'(?:^|(?<=[.;:,]))"?(?:[zD]{0,6},?&?|Dc)(?P<it>U)(?:B|(?P<stood>[vVpP]))[zD]{0,2}[nt]?z?(?P<qty>Q)[zD]{0,6}[.;,&]')
# So 152 people in two days. In all, 210.
_SO_MANY = late(r'(?:^|(?<=\.))"?[zD]{1,4},?(?P<qty>Q)[zDn]{0,4}Q?"?\.')
# a third had no power, and 90,000 homes still were on Monday
_STILL = late(r"(?<=[,;&c.])[zD]{0,2}(?P<qty>Q)(?P<still>z)[Bv][zD]{0,5}[.,;&]")
_WENT = late(r"(?P<qty>Q)[zD]{0,3}(?P<verb>[VPvp])")
_WERE = late(r"(?P<qty>Q)[zD]{0,3}(?P<verb>[Bvwgi])")
_ONGOING = frozenset("ongoing underway way progress continue continued continuing".split())
_ON = (["under", "way"], ["in", "progress"], ["going", "on"])
_CONTINUE = (["continue"], ["continued"], ["continuing"])
_APPENDED = frozenset((".", ",", ";", "in", "near", "at", "as", "and"))
_GO = frozenset("go come travel head move pass".split())
_OPPOSITE = frozenset(("other", "opposite", "reverse"))
_WAYS = (["way"], ["direction"])
_SUMMING = frozenset("so thus altogether together overall all total".split())
_SIZES = frozenset("stand rise climb jump grow reach go".split())
_TOLLS = frozenset(("toll", "death", "dead", "deaths", "victims"))
_HURT = frozenset(("injured", "wounded"))
_FIGURES = frozenset("toll count number figure tally estimate total".split())
_GIVEN = frozenset("provided cost participated seized other".split())
_WHERE = frozenset(("in", "below", "above"))  # 40 in the shade
_LASTING = frozenset("outage missing held displaced".split())
_REACHING = frozenset(("at", "to", "from"))
_FAR = 12  # tokens
_NEAR = 3  # sentences
_PARAGRAPHS = 6  # sentences to the first number of this paragraph, or of the one before


def goes_on(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Claims of the numbers that go on so."""
    keys, string = context.doc.keys, context.chunks.string
    if not _FIGURES.isdisjoint(keys):
        for bare in context.number_at.values():
            if bare.head < 0 and bare.kind == "count" and bare.nfirst not in found and not _REACHING.isdisjoint(
                    context.doc.low[max(0, bare.nfirst - 3):bare.nfirst]):
                _for_a_state(context, found, bare)
    if "it" in keys:
        for match in _IT_WAS.finditer(string):
            number = context.number_at.get(match.start("qty"))
            if number is not None and number.nfirst not in found and counts(number) and (
                    context.doc.low[context.chunks.firsts[match.start("it")]] == "it" and _dated(context, match.start(), match.end())):
                _it_was(context, found, number, match.start("stood"))
    if not found:
        return
    if "way" in keys or "direction" in keys:
        _the_other_way(context, found)
    if not _ONGOING.isdisjoint(keys):
        _still_fought(context, found)
    for match in _STILL.finditer(string) if "still" in keys else ():
        _still_so(context, found, match)
    for match in _SO_MANY.finditer(string) if not _SUMMING.isdisjoint(keys) else ():
        number = context.number_at.get(match.start("qty"))
        if number is not None and number.nfirst not in found and counts(number):
            _so_many(context, found, number)


def _the_other_way(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Those exchanged for others told right before: "sent back 90 captives, while 31 went the other way"."""
    chunks, low = context.chunks, context.doc.low
    for match in _WENT.finditer(chunks.string):
        number, verb = context.number_at.get(match.start("qty")), match.start("verb")
        if number is None or number.nfirst in found or not counts(number) or lemma_of(context, verb) not in _GO:
            continue
        after = chunks.lasts[verb]
        behind = [word for word in low[after:after + 4] if word not in ("in", "the")]
        item = item_of(context.doc, number, context.rules)
        if not behind or behind[0] not in _OPPOSITE or behind[1:2] not in _WAYS or item is not None and item not in PEOPLE:
            continue
        claim = last_claim(context, found, number)
        if claim is not None and claim.event == "returned" and claim.sentence >= context.doc.sentence_of(number.nfirst) - 1:
            trigger = (chunks.firsts[verb], after)
            found[number.nfirst] = draft(context, number, "returned", item or claim.item, "the-other-way", trigger)


def _still_fought(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Those of the attacks told right before that go on: "repelled six attacks; three are still under way"."""
    doc = context.doc
    for match in _WERE.finditer(context.chunks.string):
        number = context.number_at.get(match.start("qty"))
        if number is None or number.nfirst in found or number.head >= 0 or not counts(number) or of_them(context, number):
            continue
        verb = context.chunks.firsts[match.start("verb")]
        behind = [word for word in doc.low[verb:verb + 5] if word not in ("still", "currently", "now", "are", "is", "were", "remain")]
        if behind[:1] != ["ongoing"] and behind[:1] != ["underway"] and behind[:2] not in _ON and (
                behind[:1] not in _CONTINUE or _APPENDED.isdisjoint(behind[1:2])):
            continue
        claim = last_claim(context, found, number)
        if claim is not None and claim.item == "attack" and claim.sentence >= doc.sentence_of(number.nfirst) - 1:
            found[number.nfirst] = draft(context, number, "attacked", "attack", "still-fought", (verb, verb + 1))


def _still_so(context: Context, found: dict[int, ClaimDraft], match: re.Match[str]) -> None:
    """The state told right before, in which some still are."""
    chunks, number = context.chunks, context.number_at.get(match.start("qty"))
    if number is None or number.nfirst in found or not counts(number) or context.doc.low[chunks.firsts[match.start("still")]] != "still":
        return
    behind = match.start("still") + 2
    if chunks.string[behind] in "zD" and not _dated(context, behind, match.end()):
        return  # three still were in the cellar
    claim, item = last_claim(context, found, number), item_of(context.doc, number, context.rules)
    if claim is None or claim.sentence < context.doc.sentence_of(number.nfirst) - 1 or claim.event not in _LASTING:
        return
    if item is None and claim.value is not None or item in items_of(context, claim.event):
        found[number.nfirst] = draft(context, number, claim.event, item or claim.item, "verb-left-out", claim.trigger)


@cache
def _putting() -> frozenset[str]:
    """The forms of the verbs by which a figure is given or changed."""
    return forms_of(("put", "place", "set", "lower", "raise", "cut", "revise", "bring", "take", "update", "correct", "reduce", "increase",
                     "rise", "fall", "climb", "drop", "stand", "go"))


def _for_a_state(context: Context, found: dict[int, ClaimDraft], number: Number) -> None:
    """Lowered its figure for the injured to 612 from more than 700; cut its count of the missing from 90 to 61."""
    doc, rules = context.doc, context.rules
    low, first = doc.low, doc.sents[doc.sentence_of(number.nfirst)][0]
    figure = next((k for k in range(number.first - 2, max(first, number.first - _FAR), -1) if low[k] in FIGURES or low[k] == "toll"), -1)
    words = [w for w in low[figure + 1:number.first] if w not in ("the", "those", "now", "people")]
    if figure < 0 or len(words) < 3 or words[0] not in ("for", "of", "on", "among") or ";" in words or _putting().isdisjoint(
            low[first:number.first]):
        return
    frames = rules.states.get(words[1]) or rules.verbs.get(rules.lemmas.get(words[1], ""), [])
    frame = next((f for f in frames if "person" in f.items and f.frame != FRAMES[1]), None)
    if frame is not None and low[figure + 2] in ("the", "those", words[1]):
        at = figure + 1 + low[figure + 1:number.first].index(words[1])
        again = found[number.nfirst] = draft(context, number, frame.event, "person", "figure-of-a-state", (at, at + 1))
        again.status = "total"


def _dated(context: Context, first: int, last: int) -> bool:
    """Whether a date stands in the chunks of a clause: another day than that of the event before."""
    begin, end = context.chunks.firsts[first], context.chunks.firsts[last - 1]
    return any(begin <= t.first < end for t in context.timexes)


def _it_was(context: Context, found: dict[int, ClaimDraft], number: Number, stood: int) -> None:
    """Yesterday it was 49; on Thursday it stood at 31, where the sentence before tells of the toll."""
    sentence, item = context.doc.sentence_of(number.nfirst), item_of(context.doc, number, context.rules)
    claim = last_claim(context, found, number)
    if claim is not None and claim.sentence < sentence - 1:
        claim = None
    toll = _toll_before(context, sentence, number) if number.head < 0 else None
    if stood >= 0 or toll is not None:
        if stood >= 0 and ( lemma_of(context, stood) not in _SIZES or number.head >= 0):
            return
        told = claim if claim is not None and claim.status == "total" else None
        event = told.event if told else toll
        if event is not None:
            trigger = told.trigger if told else None
            again = found[number.nfirst] = draft(context, number, event, told.item if told else "person", "figure-again", trigger)
            again.status = "total"
        return
    whole = _first_of(context, found, number)
    alike = whole is not None and (item in (None, whole.item) or {item, whole.item} <= PEOPLE)
    if whole is not None and alike and whole.event not in _GIVEN and context.doc.low[number.last] not in _WHERE:
        found[number.nfirst] = draft(context, number, whole.event, item or whole.item, "figure-again", whole.trigger)


def _first_of(context: Context, found: dict[int, ClaimDraft], number: Number) -> ClaimDraft | None:
    """The first number with a claim of this paragraph, or of the one before: what was counted on the other day."""
    doc = context.doc
    floor = doc.sents[max(0, doc.sentence_of(number.nfirst) - _PARAGRAPHS)][0]
    told = sorted((c for c in found.values() if floor <= c.first < number.first and not c.part_of), key=lambda c: -c.first)
    breaks = [doc.text.rfind("\n", 0, c.start) for c in told]
    here = doc.text.rfind("\n", 0, number.nstart)
    nearest = here if here in breaks else breaks[0] if breaks else -1
    return next((c for c, at in zip(reversed(told), reversed(breaks), strict=True) if at == nearest), None)


def _toll_before(context: Context, sentence: int, number: Number) -> str | None:
    """What the sentence before, or the clause, gives the figure of: the toll, the number of the injured."""
    before = set(context.doc.low[context.doc.sents[max(0, sentence - 1)][0]:number.first])
    if _FIGURES.isdisjoint(before):
        return None
    if "missing" in before or not _HURT.isdisjoint(before):
        return "wounded" if "missing" not in before and _TOLLS.isdisjoint(before) else None
    return None if _TOLLS.isdisjoint(before) else "killed"


def _so_many(context: Context, found: dict[int, ClaimDraft], number: Number) -> None:
    """So 152 people in two days: the sum of the numbers of one event told in the last sentences."""
    doc, sentence = context.doc, context.doc.sentence_of(number.nfirst)
    if _SUMMING.isdisjoint(doc.low[doc.sents[sentence][0]:number.first]):
        return
    last = last_claim(context, found, number)
    rest = number.value or 0
    for claim in sorted(found.values(), key=lambda c: -c.first):
        if last is None or claim.first > number.first or claim.part_of or claim.event != last.event:
            continue
        if claim.sentence < sentence - 2 * _NEAR or rest <= 0:
            break
        rest -= claim.value or 0
        if rest == 0 and claim.value != number.value:
            whole = found[number.nfirst] = draft(context, number, claim.event, item_of(doc, number, context.rules) or claim.item,
                                                 "total-so-far", claim.trigger)
            whole.status = "total"
            return
