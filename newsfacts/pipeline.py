"""The cascade: each stage adds a layer over the same text and changes none below it."""

from __future__ import annotations

from newsfacts import actors, casing, claims, dates, findings, numbers, relate, sources
from newsfacts._version import __version__
from newsfacts.drafts import Actors, ClaimDraft, FindingDraft, Number, QuoteDraft, Timex
from newsfacts.given import give_back, reading
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
from newsfacts.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime


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
    doc = tokenize(reading(text, rules))
    casing.settle(doc, rules)
    timexes = dates.find(doc)
    counted = numbers.find(doc, timexes)
    who = actors.find(doc, timexes, counted, rules.names)
    said = sources.find(doc, who)
    reference = dates.resolve(doc, timexes, date, name)
    found = claims.find(doc, timexes, counted, who, said, rules, trace)
    relate.relate(doc, found, timexes, who, said, reference)
    analysis = Analysis(doc, timexes, counted, who, said, reference, found, findings.find(doc, found, timexes, reference, counted))
    if doc.text is not text:
        give_back(analysis, text)
    return analysis


def extract(text: str, date: str | datetime.date | None = None, rules: Rules | None = None, *, source: Source | None = None) -> Report:
    """Every date, actor, quantity, claim and quote of a text.

    `date` is the publication date, "2023-12-03" or a `datetime.date` (ValueError where it is no day); `rules` come from `load_rules`.
    TypeError where an argument is of another kind: bytes are to be decoded first.
    """
    if not isinstance(text, str):
        raise TypeError(f"extract: the text must be a str, not {type(text).__name__}")
    if rules is not None and not isinstance(rules, Rules):
        raise TypeError(f"extract: rules must come from newsfacts.load_rules, not be {type(rules).__name__}")
    if source is None:
        import hashlib  # loads OpenSSL, 2 ms that the command, which brings its own source, does not pay

        source = Source(None, None, len(text), hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    return freeze(analyse(text, None if date is None else _day(date), rules, source.name), source)


def _day(date: str | datetime.date) -> str:
    """The publication date as an ISO day."""
    import datetime

    if isinstance(date, datetime.date):
        return date.isoformat()[:10]
    if not isinstance(date, str):
        raise TypeError(f"extract: the date must be a str or datetime.date, not {type(date).__name__}")
    try:
        return datetime.date.fromisoformat(date).isoformat()
    except ValueError:
        raise ValueError(f"extract: {date!r} is no day like 2023-12-03") from None


def freeze(a: Analysis, source: Source) -> Report:
    """The report of an analysis: drafts become facts, with ids in text order."""
    doc, text, starts, ends = a.doc, a.doc.text, a.doc.starts, a.doc.ends
    contexts = {k: doc.text[slice(*doc.span(*doc.sents[k]))] for k in {c.sentence for c in a.claims}}  # once a sentence, not once a claim
    ids: dict[int, str] = {}
    if a.claims or a.findings:
        for letter, drafts in (("q", a.numbers), ("c", a.claims)):
            ids.update([(id(draft), f"{letter}{k}") for k, draft in enumerate(drafts, 1)])
    return Report(
        SCHEMA, __version__, source, _span(doc, doc.headline), a.reference,
        tuple([(starts[first], ends[last - 1]) for first, last in doc.sents]),
        tuple([_date(doc, t, f"d{k}") for k, t in enumerate(a.timexes, 1)]),
        tuple([Actor(f"a{k}", x.name, x.kind, x.role, x.country,
                     tuple([Mention(text[m.start:m.end], m.start, m.end, m.form) for m in x.mentions]))
               for k, x in enumerate(a.actors.list, 1)]),
        tuple([Quantity(f"q{k}", text[n.start:n.end], n.start, n.end, (n.nstart, n.nend), n.value, n.low, n.high, n.modifier, n.unit,
                        n.noun, doc.sentence_of(n.nfirst)) for k, n in enumerate(a.numbers, 1)]),
        tuple([_claim(doc, c, ids, contexts[c.sentence]) for c in a.claims]),
        tuple([_quote(text, q, f"s{k}", a.actors) for k, q in enumerate(a.quotes, 1)]),
        _findings(a, ids) if a.findings else (),
    )


def _span(doc: Doc, tokens: tuple[int, int] | None) -> Span | None:
    if tokens is None:
        return None
    start, end = doc.span(*tokens)
    return Span(doc.text[start:end], start, end)


def _date(doc: Doc, t: Timex, name: str) -> Date:
    known = t.type != "DURATION"  # a draft's "past six days" keeps its days for the claims; the contract wants none for durations
    return Date(name, doc.text[t.start:t.end], t.start, t.end, t.type, t.value, t.from_ if known else None,
                t.to if known else None, t.mod, doc.sentence_of(t.first), t.resolved)


def _claim(doc: Doc, c: ClaimDraft, ids: dict[int, str], context: str) -> Claim:
    t = c.timex
    return Claim(
        ids[id(c)], c.event, c.item, c.item_text, c.value, c.low, c.high, c.modifier, c.unit, doc.text[c.start:c.end],
        c.start, c.end, c.sentence, context, doc.headline == doc.sents[c.sentence], _span(doc, c.trigger),
        c.agent, tuple([f"a{a + 1}" for a in c.agents]), c.affiliation, c.target, c.instrument, c.place,
        None if t is None else ClaimTime(t.value, t.from_, t.to, doc.text[t.start:t.end]), c.source,
        None if c.source_actor is None else f"a{c.source_actor + 1}", c.via, c.cue, c.stance, c.modality, c.each,
        c.status, c.was, ids.get(id(c.part_of)), ids.get(id(c.repeats)), ids.get(id(c.revises)),
        tuple([ids[id(x)] for x in c.contradicts]), ids.get(id(c.number)),
        None if c.quote is None else f"s{c.quote + 1}", c.rule,
    )


def _quote(text: str, q: QuoteDraft, name: str, who: Actors) -> Quote:
    parts, speaker = tuple([Part(a, b) for a, b in q.parts]), q.speaker
    told, actor = (q.speaker_text, None) if speaker is None else (who.list[speaker].name, f"a{speaker + 1}")
    return Quote(name, text[q.start:q.end], q.start, q.end, parts, told, actor, q.cue, q.kind)


def _findings(a: Analysis, ids: dict[int, str]) -> tuple[Finding, ...]:
    """The findings; `ids` are those of the numbers and claims."""
    ids = ids | {id(draft): f"{letter}{k}" for letter, drafts in (("d", a.timexes), ("a", a.actors.list), ("s", a.quotes))
                 for k, draft in enumerate(drafts, 1)}
    return tuple([Finding(f"f{k}", f.code, f.message, f.start, f.end, tuple([ids[id(x)] for x in f.facts]))
                  for k, f in enumerate(a.findings, 1)])
