"""Which numbers have an event: constructions matched over the chunks, then parts and left-out verbs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from newsfacts.chunks import Chunks, chunk, counts, quote_inserts
from newsfacts.claims.items import item_of, noun_words
from newsfacts.claims.modality import modality_of
from newsfacts.claims.roles import fill_roles
from newsfacts.drafts import Actors, ClaimDraft, Number, QuoteDraft, Timex
from newsfacts.patterns import Construction
from newsfacts.rules import Frame, Rules, builtin
from newsfacts.tokens import Doc

_PARTICIPLE = re.compile(r"(?<=[NAUQz&,])P(?=z{0,2}[QNAUM])")
_PART = re.compile(r"Q(?=(z?[,(-]?[zD]{0,2}q|[,(-]z?(?=Q(?:o?U|S|N?[,)-]))))")


@dataclass(slots=True)
class Context:
    """What the steps of this stage share."""

    doc: Doc
    rules: Rules
    chunks: Chunks
    numbers: list[Number]
    number_at: dict[int, Number]  # chunk → its number
    actors: Actors
    timexes: list[Timex]


def find(doc: Doc, timexes: list[Timex], numbers: list[Number], actors: Actors, quotes: list[QuoteDraft],
         rules: Rules | None = None) -> list[ClaimDraft]:
    """The claims of a text, in text order, with the slots that their own clause fills."""
    rules = rules or builtin()
    wanted = sorted({doc.sentence_of(n.nfirst) for n in numbers if counts(n) or n.kind in ("money", "measure")})
    if not wanted:
        return []
    chunks = chunk(doc, rules.tagger, wanted, timexes, numbers, actors, quote_inserts(doc, quotes))
    chunks.string = _PARTICIPLE.sub("V", chunks.string)
    by_token = {n.first: n for n in numbers}
    at = {i: by_token[f] for i, (c, f) in enumerate(zip(chunks.string, chunks.firsts, strict=True)) if c in "QMz" and f in by_token}
    context = Context(doc, rules, chunks, numbers, at, actors, timexes)
    found: dict[int, ClaimDraft] = {}
    for construction in rules.constructions:
        for match in construction.regex.finditer(chunks.string):
            for claim in _claims(context, construction, match, found):
                found[claim.number.nfirst if claim.number else claim.first] = claim
    _counted_events(context, found)
    _parts(context, found)
    claims = sorted(found.values(), key=lambda c: c.start)
    for claim in claims:
        claim.modality = modality_of(context, claim)
        fill_roles(context, claim)
    return [c for c in claims if c.modality != "none"]


def _claims(context: Context, construction: Construction, match: re.Match[str], found: dict[int, ClaimDraft]) -> Iterator[ClaimDraft]:
    """The claims of one match: a claim for each number of the list that is not taken."""
    event_at = match.start("event")
    whole: ClaimDraft | None = None
    elided: str | None = None
    numbers = [(i, "qty") for i in range(*match.span("qty")) if i in context.number_at]
    if "part" in match.re.groupindex and match.start("part") >= 0:
        numbers.append((match.start("part"), "part"))
    for i, slot in numbers:
        number = context.number_at[i]
        if number.nfirst in found:
            continue
        claim = make(context, number, i, event_at, construction, elided)
        if claim is None:
            continue
        elided = claim.item
        if slot == "part":
            claim.part_of = whole
        else:
            whole = whole or claim
        if construction.effect == "total":
            claim.status = "total"
        yield claim


def make(context: Context, number: Number, i: int, event_at: int, construction: Construction, elided: str | None = None) -> ClaimDraft | None:
    """A claim of the number in chunk i with the event in chunk `event_at`, or None where the words tell none."""
    item = item_of(context.doc, number, context.rules)
    frame = None
    if construction.event:
        frame = Frame(construction.event, "", ())
    else:
        for candidate in frames_at(context, event_at, i, construction):
            if item is None:
                item_known = elided or antecedent(context, number)
                item = item_known if item_known in candidate.items else candidate.items[0]
                frame = candidate
                break
            if item in candidate.items:
                frame = candidate
                break
    if frame is None:
        return None
    first, last = context.chunks.firsts[event_at], context.chunks.lasts[event_at]
    return draft(context, number, frame.event, item or "person", construction.name, (context.chunks.heads[event_at], last if last > first else first + 1))


def draft(context: Context, number: Number, event: str, item: str, rule: str, trigger: tuple[int, int] | None) -> ClaimDraft:
    """A claim with what the number itself tells."""
    doc = context.doc
    last = max(number.head + 1, number.nlast)
    start, end = number.nstart, max(number.nend, doc.ends[last - 1])
    return ClaimDraft(number, start, end, number.nfirst, last, doc.sentence_of(number.nfirst), event, item, noun_words(doc, number),
                      number.value, number.low, number.high, number.modifier, rule, number.unit, trigger, each=number.each)


def frames_at(context: Context, event_at: int, qty_at: int, construction: Construction) -> Iterator[Frame]:
    """The frames of the event word in a chunk that the construction allows, particle verbs first."""
    doc, rules, chunks = context.doc, context.rules, context.chunks
    head = chunks.heads[event_at]
    word, kind = doc.low[head], chunks.string[event_at]
    wanted = construction.frames
    if kind == "E":
        table = rules.nouns.get(word, [])
        yield from (f for f in table if not wanted or f.frame in wanted or "with" in wanted)
        return
    if kind == "S":
        yield from rules.states.get(word, [])
        return
    lemma = rules.lemmas.get(word, word)
    after = [chunks.particles[event_at], head + 1, chunks.lasts[event_at], chunks.lasts[qty_at]]
    phrases = [f"{lemma} {doc.low[t]}" for t in after if 0 <= t < len(doc.low)] + [lemma]
    for phrase in phrases:
        frames = rules.weapons.get(phrase, []) if "with" in wanted else rules.verbs.get(phrase, [])
        for frame in frames:
            if not wanted or "with" in wanted or frame.frame in wanted or (kind in "WP" and frame.frame in wanted):
                yield frame


def antecedent(context: Context, number: Number) -> str | None:
    """The item of the nearest counted noun before a number whose noun is left out."""
    k = bisect_right([n.nfirst for n in context.numbers], number.nfirst) - 2
    for other in reversed(context.numbers[max(0, k - 5):k + 1]):
        item = item_of(context.doc, other, context.rules) if counts(other) else None
        if item and item != "other":
            return item
    return None


_COUNTED = Construction("counted-event-noun", "", "", (), None, None)


def _counted_events(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "17 deaths", "60 attacks", "200 casualties": the counted noun is the event itself."""
    for i, number in context.number_at.items():
        if number.nfirst in found or not counts(number) or number.head < 0:
            continue
        word = context.doc.low[number.head]
        frames = context.rules.counts.get(word) or context.rules.states.get(word)
        item = context.rules.items.get(word)
        if frames:
            event, item = frames[0].event, "person" if item in (None, "person") else item
        elif item == "attack":
            event = "attacked"
        else:
            continue
        found[number.nfirst] = draft(context, number, event, item, "counted-event-noun", (number.head, number.head + 1))
        del i


def _parts(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "killing at least 15 people, including three children": a part takes the event of its whole."""
    string = context.chunks.string
    for match in re.finditer(r"Q[zD]{0,3}[,(-]?[zD]{0,2}q(Q(?:(?:,|&|,&)Q){0,6})|Q[NS]?[,(-](Q)(?=o?[UNS]|[,).-])", string):
        whole = context.number_at.get(match.start())
        claim = found.get(whole.nfirst) if whole else None
        if claim is None:
            continue
        span = match.span(1) if match.start(1) >= 0 else match.span(2)
        for i in range(*span):
            number = context.number_at.get(i)
            if number is None or number.nfirst in found:
                continue
            item = item_of(context.doc, number, context.rules) or claim.item
            part = draft(context, number, claim.event, item, "part", claim.trigger)
            part.part_of = claim
            found[number.nfirst] = part
