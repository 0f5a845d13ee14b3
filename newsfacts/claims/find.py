"""Which numbers have an event: constructions matched over the chunks, then parts and left-out verbs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from newsfacts.chunks import Chunks, chunk, counts, quote_inserts
from newsfacts.claims.items import PEOPLE, item_of, item_of_words, noun_words
from newsfacts.claims.modality import modality_of
from newsfacts.claims.roles import fill_roles
from newsfacts.drafts import Actors, ClaimDraft, Number, QuoteDraft, Timex
from newsfacts.lexicon import load_json
from newsfacts.patterns import LIST, Construction
from newsfacts.rules import Frame, Rules, builtin, common_lemmas
from newsfacts.tokens import Doc

# A bare past form with an object after it is a finite verb, not a participle: "soldiers killed five" but "soldiers killed in".
_FINITE = re.compile(r"P(?=[zD]{0,2}[QNAUM])")
_WEAPONS = frozenset("drone missile rocket bomb shell weapon aircraft".split())


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
    chunks = chunk(doc, rules, wanted, timexes, numbers, actors, quote_inserts(doc, quotes))
    chunks.string = _FINITE.sub("V", chunks.string)
    by_token = {n.first: n for n in numbers}
    at = {i: by_token[f] for i, (c, f) in enumerate(zip(chunks.string, chunks.firsts, strict=True)) if c in "QMz" and f in by_token}
    wholes = _fold_wholes(chunks, numbers, at)
    context = Context(doc, rules, chunks, numbers, at, actors, timexes)
    found: dict[int, ClaimDraft] = {}
    for construction in rules.constructions:
        for match in construction.regex.finditer(chunks.string):
            for claim in _claims(context, construction, match, found):
                found[claim.number.nfirst if claim.number else claim.first] = claim
    _counted_events(context, found)
    _gaps(context, found)
    _wholes(context, found, wholes)
    _parts(context, found)
    _premodifiers(context, found)
    claims = sorted(found.values(), key=lambda c: c.start)
    for claim in claims:
        claim.modality = modality_of(context, claim)
        fill_roles(context, claim)
    return [c for c in claims if c.modality != "none"]


def _claims(context: Context, construction: Construction, match: re.Match[str], found: dict[int, ClaimDraft]) -> Iterator[ClaimDraft]:
    """The claims of one match: a claim for each number of the list that is not taken."""
    event_at = match.start("event")
    for slot, lemmas in construction.only.items():
        i = match.start(slot)
        if lemmas == "bare":
            if any(context.number_at[j].head >= 0 for j in range(*match.span(slot)) if j in context.number_at):
                return
        elif lemmas == "counts":
            if context.doc.low[context.chunks.heads[i]] not in context.rules.counts:
                return
        elif lemmas != "phrase" and _lemma(context, i) not in lemmas:
            return
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
    if item is None and construction.name == "compound":
        return None
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
    event = _joined(context, frame.event, event_at)
    return draft(context, number, event, item or "person", construction.name, (context.chunks.heads[event_at], last if last > first else first + 1))


def _joined(context: Context, event: str, at: int) -> str:
    """The event of two words on one number: "killed or wounded 40" are casualties."""
    string = context.chunks.string
    for sign, other in ((at - 1, at - 2), (at + 1, at + 2)):
        if string[sign:sign + 1] == "&" and other >= 0 and string[other:other + 1] in tuple("VWPGIES"):
            word = context.doc.low[context.chunks.heads[other]]
            frames = context.rules.verbs.get(context.rules.lemmas.get(word, ""), ()) if string[other] != "S" else ()
            for frame in [*frames, *_noun_frames(context.rules, word)]:
                for a, b, both in load_json("events")["joined"]:
                    if {event, frame.event} == {a, b}:
                        return str(both)
    return event


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
    if kind == "T":
        words = [w for w in doc.low[chunks.firsts[event_at]:chunks.lasts[event_at]] if w not in ("death", "toll", "number")]
        yield from next((f for w in words if (f := _noun_frames(rules, w))), rules.counts["dead"])
        return
    if kind == "S":
        words = doc.low[chunks.firsts[event_at]:chunks.lasts[event_at]]
        yield from rules.states.get(" ".join(words)) or rules.states.get(words[-1], [])
        return
    if kind == "E":
        yield from (f for f in _noun_frames(rules, word) if not wanted or f.frame in wanted or "with" in wanted)
        return
    lemma = rules.lemmas.get(word, word)
    table = rules.weapons if "with" in wanted else rules.verbs
    after = (head + 1, chunks.lasts[event_at], chunks.lasts[qty_at])
    phrases = [f"{lemma} {tail}" for tail in rules.tails.get(lemma, ()) if any(_follows(doc, t, tail) for t in after)]
    phrases.sort(key=len, reverse=True)
    for phrase in phrases if construction.only.get("event") == "phrase" else [*phrases, lemma]:
        yield from (f for f in table.get(phrase, ()) if not wanted or "with" in wanted or f.frame in wanted)


def _follows(doc: Doc, token: int, tail: str) -> bool:
    """Whether the words of `tail` stand at a token."""
    words = tail.split()
    return doc.low[token:token + len(words)] == words


def _lemma(context: Context, i: int) -> str:
    """The lemma of a chunk's main word, of common verbs too."""
    word = context.doc.low[context.chunks.heads[i]]
    return context.rules.lemmas.get(word) or common_lemmas().get(word, word)


def _noun_frames(rules: Rules, word: str) -> list[Frame]:
    """What an event noun, a counted noun, a state or the noun use of a verb form ("the downing of") tells."""
    return rules.nouns.get(word) or rules.counts.get(word) or rules.states.get(word) or rules.verbs.get(rules.lemmas.get(word, ""), [])


def antecedent(context: Context, number: Number) -> str | None:
    """The item of the nearest counted noun before a number whose noun is left out."""
    k = bisect_right([n.nfirst for n in context.numbers], number.nfirst) - 2
    for other in reversed(context.numbers[max(0, k - 5):k + 1]):
        item = item_of(context.doc, other, context.rules) if counts(other) else None
        if item and item != "unknown":
            return item
    return None


def _counted_events(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "17 deaths", "60 attacks", "200 casualties": the counted noun is the event itself."""
    rules, doc, string = context.rules, context.doc, context.chunks.string
    for i, number in context.number_at.items():
        if number.nfirst in found or not counts(number) or string[i] == "z":
            continue
        head = number.head
        if head < 0 and string[i + 1:i + 2] == "E":
            head = context.chunks.heads[i + 1]
        if head < 0:
            continue
        word = doc.low[head]
        frames = rules.counts.get(word) or rules.states.get(word)
        if frames:
            event = _joined(context, frames[0].event, i)
        elif rules.items.get(word) == "attack":
            event = "attacked"
        else:
            continue
        item = rules.items.get(word, "person")
        found[number.nfirst] = draft(context, number, event, item, "counted-event-noun", (head, head + 1))


def _premodifiers(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "Ten dead people", "12 missing sailors": the event stands before the noun, and no verb tells another."""
    rules, doc = context.rules, context.doc
    for number in context.number_at.values():
        if number.nfirst in found or not counts(number):
            continue
        item = item_of(doc, number, rules)
        for token in range(number.nlast, number.head):
            word = doc.low[token]
            frames = rules.states.get(word) or (rules.verbs.get(rules.lemmas.get(word, ""), []) if rules.tagger[word] in "KL" else [])
            frame = next((f for f in frames if item in f.items and f.frame != "items act"), None)
            if frame:
                found[number.nfirst] = draft(context, number, frame.event, item or "person", "premodifier", (token, token + 1))
                break


def _gaps(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "The north lost three tanks, the south five": the verb is left out."""
    for match in re.finditer(r"(?=(Q)[zD]{0,3}[,;][zD]{0,2}&?[zD]{0,2}[NA]z{0,2}(Q)[zD]{0,3}[.;,&])", context.chunks.string):
        before, number = context.number_at.get(match.start(1)), context.number_at.get(match.start(2))
        claim = found.get(before.nfirst) if before else None
        if claim and number and number.head < 0 and number.nfirst not in found and not claim.part_of:
            found[number.nfirst] = draft(context, number, claim.event, claim.item, "gapping", claim.trigger)


def _fold_wholes(chunks: Chunks, numbers: list[Number], at: dict[int, Number]) -> list[tuple[int, int]]:
    """ "139 of the 176 drones": the whole becomes an adjunct of its part; gives the (part, whole) chunks."""
    chunk_of = {id(n): i for i, n in at.items()}
    out = []
    for i, number in at.items():
        j = chunk_of.get(id(numbers[number.whole])) if number.whole >= 0 else None
        if j is not None and i < j <= i + 5:
            chunks.string = chunks.string[:i + 1] + "z" * (j - i) + chunks.string[j + 1:]
            out.append((i, j))
    return out


def _wholes(context: Context, found: dict[int, ClaimDraft], wholes: list[tuple[int, int]]) -> None:
    """The whole of a part: weapons of which some were stopped were launched; "seven of the 10 people injured" were all injured."""
    for i, j in wholes:
        number, claim = context.number_at[j], found.get(context.number_at[i].nfirst)
        if claim is None or number.nfirst in found:
            continue
        item = item_of(context.doc, number, context.rules) or claim.item
        if context.chunks.string[j + 1:j + 2] == "P" and claim.trigger and context.chunks.at(claim.trigger[0]) == j + 1:
            event = claim.event
        elif item in _WEAPONS and claim.event in ("intercepted", "suppressed", "hit"):
            event = "launched"
        else:
            continue
        claim.part_of = found[number.nfirst] = draft(context, number, event, item, "whole", claim.trigger)


_PART = re.compile(rf"(?P<mark>q[zD]{{0,3}}|o[rU][zD]{{0,2}})(?P<list>{LIST})|(?<=[QNWz]-)(?P<dash>Q(?:(?:,|&|,&)Q){{1,6}})(?=[zD]{{0,3}}[.;-])|(?P<one>Q)(?:[zD]{{0,2}}o[UrT]|(?<=,Q)z(?=[,.;]))")


def _parts(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "including three children", "four of them", "of which 30": a part of the number before, with its event if it has none."""
    string = context.chunks.string
    for match in _PART.finditer(string):
        for i in range(*match.span(next(g for g in ("list", "dash", "one") if match[g]))):
            number = context.number_at.get(i)
            if number is None:
                continue
            claim = found.get(number.nfirst)
            item = item_of(context.doc, number, context.rules)
            if item is None and string[match.end():match.end() + 1] == "N":  # "four of them children"
                j = match.end()
                item = item_of_words(context.doc, context.chunks.firsts[j], context.chunks.lasts[j] - 1, context.rules)
                item = item if item in PEOPLE else None
            whole = _whole_before(context, found, i, item)
            if whole is None or (claim and claim.part_of):
                continue
            if claim is None:
                claim = found[number.nfirst] = draft(context, number, whole.event, item or whole.item, "part", whole.trigger)
            claim.part_of = whole


def _whole_before(context: Context, found: dict[int, ClaimDraft], i: int, item: str | None) -> ClaimDraft | None:
    """The claim of the nearest number before chunk i (in this sentence or the one before) that counts the same kind."""
    ends = 0
    for j in range(i - 1, max(-1, i - 40), -1):
        if context.chunks.string[j] == ".":
            ends += 1
            if ends > 1:
                return None
        number = context.number_at.get(j)
        whole = found.get(number.nfirst) if number else None
        if whole and not whole.part_of and (item is None or item in PEOPLE) == (whole.item in PEOPLE) | (item is None):
            return whole
    return None
