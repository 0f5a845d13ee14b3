"""The cascade: each stage adds a layer over the same text and changes none below it."""

from __future__ import annotations

from newsfacts import actors, claims, dates, findings, numbers, relate, sources
from newsfacts._version import __version__
from newsfacts.drafts import ActorDraft, Actors, ClaimDraft, FindingDraft, Number, QuoteDraft, Timex
from newsfacts.records import record
from newsfacts.report import (
    SCHEMA,
    Actor,
    Claim,
    ClaimTime,
    Date,
    Finding,
    Mention,
    Part,
    Quantity,
    Quote,
    ReferenceDate,
    Report,
    Source,
    Span,
)
from newsfacts.rules import Rules, builtin
from newsfacts.tokens import Doc, tokenize


@record
class Analysis:
    """A text with all its drafts: what the cascade knows before the facts are frozen."""

    doc: Doc
    timexes: list[Timex]
    numbers: list[Number]
    actors: Actors
    quotes: list[QuoteDraft]
    reference: ReferenceDate
    claims: list[ClaimDraft]
    findings: list[FindingDraft]


def analyse(text: str, date: str | None = None, rules: Rules | None = None, name: str | None = None,
            trace: claims.Trace | None = None) -> Analysis:
    """Runs the stages; `name` is the file's, which may tell the publication date; `trace` is told how claims were found."""
    rules = rules or builtin()
    doc = tokenize(text)
    timexes = dates.find(doc)
    counted = numbers.find(doc, timexes)
    who = actors.find(doc, timexes, counted, rules.names)
    said = sources.find(doc, who)
    reference = dates.resolve(doc, timexes, date, name)
    found = claims.find(doc, timexes, counted, who, said, rules, trace)
    relate.relate(doc, found, timexes, who, said, reference)
    return Analysis(doc, timexes, counted, who, said, reference, found, findings.find(doc, found, timexes, reference, counted))


def extract(text: str, date: str | None = None, rules: Rules | None = None, *, source: Source | None = None) -> Report:
    """Every date, actor, quantity, claim and quote of a text; `date` is the publication date (ISO), `rules` come from `load_rules`."""
    if source is None:
        import hashlib  # loads OpenSSL, 2 ms that the command, which brings its own source, does not pay

        source = Source(None, None, len(text), hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    return freeze(analyse(text, date, rules, source.name), source)


def freeze(a: Analysis, source: Source) -> Report:
    """The report of an analysis: drafts become facts, with ids in text order."""
    doc, who, said = a.doc, a.actors, a.quotes
    ids: dict[int, str] = {}
    for letter, drafts in (("d", a.timexes), ("a", who.list), ("q", a.numbers), ("c", a.claims), ("s", said)):
        ids.update((id(draft), f"{letter}{k}") for k, draft in enumerate(drafts, 1))
    contexts = {k: doc.words(*doc.sents[k]) for k in {c.sentence for c in a.claims}}  # once a sentence, not once a claim
    return Report(
        SCHEMA, __version__, source, _span(doc, doc.headline), a.reference,
        tuple([(doc.starts[first], doc.ends[last - 1]) for first, last in doc.sents]),
        tuple([_date(doc, t, ids) for t in a.timexes]),
        tuple([_actor(doc, x, ids) for x in who.list]),
        tuple([_quantity(doc, n, ids) for n in a.numbers]),
        tuple([_claim(doc, c, ids, who, said, contexts[c.sentence]) for c in a.claims]),
        tuple([_quote(doc, q, ids, who) for q in said]),
        tuple([_finding(f, k, ids) for k, f in enumerate(a.findings, 1)]),
    )


def _span(doc: Doc, tokens: tuple[int, int] | None) -> Span | None:
    if tokens is None:
        return None
    start, end = doc.span(*tokens)
    return Span(doc.text[start:end], start, end)


def _date(doc: Doc, t: Timex, ids: dict[int, str]) -> Date:
    known = t.type != "DURATION"  # a draft's "past six days" keeps its days for the claims; the contract wants none for durations
    return Date(ids[id(t)], doc.text[t.start:t.end], t.start, t.end, t.type, t.value, t.from_ if known else None,
                t.to if known else None, t.mod, doc.sentence_of(t.first), t.resolved)


def _actor(doc: Doc, a: ActorDraft, ids: dict[int, str]) -> Actor:
    text = doc.text
    mentions = tuple([Mention(text[m.start:m.end], m.start, m.end, m.form) for m in a.mentions])
    return Actor(ids[id(a)], a.name, a.kind, a.role, a.country, mentions)


def _quantity(doc: Doc, n: Number, ids: dict[int, str]) -> Quantity:
    return Quantity(ids[id(n)], doc.text[n.start:n.end], n.start, n.end, (n.nstart, n.nend), n.value, n.low, n.high,
                    n.modifier, n.unit, n.noun, doc.sentence_of(n.nfirst))


def _claim(doc: Doc, c: ClaimDraft, ids: dict[int, str], who: Actors, said: list[QuoteDraft], context: str) -> Claim:
    first, last = doc.sents[c.sentence]
    t = c.timex
    return Claim(
        ids[id(c)], c.event, c.item, c.item_text, c.value, c.low, c.high, c.modifier, c.unit, doc.text[c.start:c.end],
        c.start, c.end, c.sentence, context, doc.headline == (first, last), _span(doc, c.trigger),
        c.agent, tuple(ids[id(who.list[a])] for a in c.agents), c.affiliation, c.target, c.instrument, c.place,
        None if t is None else ClaimTime(t.value, t.from_, t.to, doc.text[t.start:t.end]), c.source,
        None if c.source_actor is None else ids[id(who.list[c.source_actor])], c.via, c.cue, c.stance, c.modality, c.each,
        c.status, c.was, ids.get(id(c.part_of)), ids.get(id(c.repeats)), ids.get(id(c.revises)),
        tuple(ids[id(x)] for x in c.contradicts), ids.get(id(c.number)),
        None if c.quote is None else ids[id(said[c.quote])], c.rule,
    )


def _quote(doc: Doc, q: QuoteDraft, ids: dict[int, str], who: Actors) -> Quote:
    name = q.speaker_text if q.speaker is None else who.list[q.speaker].name
    return Quote(ids[id(q)], doc.text[q.start:q.end], q.start, q.end, tuple([Part(a, b) for a, b in q.parts]), name,
                 None if q.speaker is None else ids[id(who.list[q.speaker])], q.cue, q.kind)


def _finding(f: FindingDraft, k: int, ids: dict[int, str]) -> Finding:
    return Finding(f"f{k}", f.code, f.message, f.start, f.end, tuple(ids[id(x)] for x in f.facts))
