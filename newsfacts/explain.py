"""Which rule made each fact, from which words, and why a number made none (`newsfacts explain`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from newsfacts.claims import Trace
from newsfacts.claims.context import frames_at
from newsfacts.claims.items import item_of
from newsfacts.claims.senses import everyday
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.lexicon import load_json
from newsfacts.pipeline import Analysis, analyse, freeze
from newsfacts.render.lines import amount, claim_line, quantity_line
from newsfacts.report import Report, Source
from newsfacts.rules import Rules, builtin

_EVENTS = "VIWPGESTviwpg"  # chunks that may tell an event
Lines = Callable[[], Iterator[str]]
_AROUND = 3  # chunks shown on each side
_WIDTH = 96


def explain(text: str, date: str | None = None, rules: Rules | None = None, name: str | None = None, at: int | None = None,
            claim: str | None = None) -> Iterator[str]:
    """Lines for each number of a text: its claim, words, tags, chunks and rule, or why it made no claim.

    `at`: only what stands at this offset; `claim`: only the claim of this id. Nothing is yielded where there is nothing to explain.
    """
    rules, trace = rules or builtin(), Trace()
    analysis = analyse(text, date, rules, name, trace)
    report = freeze(analysis, Source(name, None, len(text), ""))
    explained = _Explanation(analysis, report, rules, trace)
    for start, end, which, lines in explained.entries():
        if (at is None or start <= at < end) and (claim is None or claim == which):
            yield from lines()
            yield ""


class _Explanation:
    """One text, its facts, and how they came about."""

    def __init__(self, analysis: Analysis, report: Report, rules: Rules, trace: Trace) -> None:
        self.doc, self.numbers, self.timexes, self.report, self.rules = analysis.doc, analysis.numbers, analysis.timexes, report, rules
        self.context = trace.context
        self.why = {row["name"]: row.get("why", "") for row in load_json("constructions")["construction"]}
        self.why |= {construction.name: construction.why for construction in rules.constructions if construction.why}
        self.why.update((key, why) for key, why in load_json("steps").items() if key[0] != "_")
        self.drafts = dict(zip((c.id for c in report.claims), analysis.claims, strict=True))
        self.values = {c.id: amount(c) for c in report.claims}
        self.tried = {id(c.number): c for c in trace.tried}

    def entries(self) -> list[tuple[int, int, str | None, Lines]]:
        """(start, end, id of the claim, what gives its lines) of everything that can be explained, in text order."""
        out: list[tuple[int, int, str | None, Lines]] = []
        claimed = set()
        for key, draft in self.drafts.items():
            claimed.add(id(draft.number))
            out.append((draft.start, draft.end, key, partial(self.claim, key)))
        covered: set[int] = set()
        for k, number in enumerate(self.numbers):
            covered.update(range(number.first, number.last))
            if id(number) not in claimed:
                out.append((number.start, number.end, None, partial(self.quantity, k)))
        for t in self.timexes:
            covered.update(range(t.first, t.last))
        for token, word in enumerate(self.doc.low):
            if word[:1].isdigit() and token not in covered:
                out.append((self.doc.starts[token], self.doc.ends[token], None, partial(self.label, token)))
        return sorted(out, key=lambda entry: entry[:2])

    def claim(self, key: str) -> Iterator[str]:
        """A claim with its words and rule."""
        fact = next(c for c in self.report.claims if c.id == key)
        draft = self.drafts[key]
        yield f"{key}  {_flat(fact.text)}  ({self.place(fact.start)})"
        yield f"    {claim_line(fact, self.values)}"
        yield from self.around(draft)
        yield f"    rule    {fact.rule}: {self.why.get(fact.rule) or 'a rule of your own'}"

    def quantity(self, k: int) -> Iterator[str]:
        """A number that made no claim."""
        number = self.numbers[k]
        yield f"-   {_flat(self.doc.text[number.start:number.end])}  ({self.place(number.start)})"
        yield f"    {quantity_line(self.report.quantities[k])}"
        tried = self.tried.get(id(number))
        if tried is not None:
            yield from self.around(tried)
        yield f"    no claim: {self.reason(number, tried)}"

    def label(self, token: int) -> Iterator[str]:
        """A figure that counts nothing."""
        start, end = self.doc.starts[token], self.doc.ends[token]
        while end < len(self.doc.text) and not self.doc.text[end].isspace():
            end += 1
        while start and not self.doc.text[start - 1].isspace():
            start -= 1
        yield f"-   {self.doc.text[start:end]}  ({self.place(start)})"
        yield "    no quantity: part of a name, a label, a date, a clock time, a score or a code"

    def place(self, offset: int) -> str:
        """line:column, counted from 1."""
        before = self.doc.text[:offset].replace("\r\n", "\n").replace("\r", "\n")
        return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"

    def around(self, draft: ClaimDraft) -> Iterator[str]:
        """The words, tags and chunks round a claim's number and event word, one column a chunk."""
        context = self.context
        if context is None:
            return
        chunks, doc = context.chunks, self.doc
        spots = [chunks.at(draft.first)] + ([chunks.at(draft.trigger[0])] if draft.trigger else [])
        low, high = max(0, min(spots) - _AROUND), min(len(chunks.firsts), max(spots) + _AROUND + 1)
        columns = []
        for i in range(low, high):
            if chunks.sentences[i] != draft.sentence or chunks.lasts[i] <= chunks.firsts[i]:
                continue
            offset = doc.sents[draft.sentence][0]
            tags = chunks.tags[draft.sentence][chunks.firsts[i] - offset:chunks.lasts[i] - offset]
            columns.append((_flat(doc.words(chunks.firsts[i], chunks.lasts[i])), tags, chunks.string[i]))
        for block in _blocks(columns):
            for label, row in zip(("words", "tags", "chunks"), zip(*block, strict=True), strict=True):
                widths = [max(map(len, column)) for column in block]
                yield f"    {label:<7} " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()

    def reason(self, number: Number, tried: ClaimDraft | None) -> str:
        """Why a number made no claim."""
        doc, context = self.doc, self.context
        if tried is not None and context is not None and (sense := everyday(context, tried)):
            return f"it would be {tried.event}, but: {sense.why}"
        if tried is not None:
            return f"it would be {tried.event}, but the sentence does not say that it happened or will"
        if number.kind in ("percent", "age", "duration") or (number.kind == "measure" and (number.unit or "") not in self.rules.items):
            return f"it measures ({number.unit or number.kind}), it counts nothing"
        item = item_of(doc, number, self.rules)
        if item == "unknown":
            return f"{number.noun or _flat(doc.words(number.first, number.last))!r} is no item of any event"
        if context is None:
            return "no word of an event in its sentence"
        near = [i for i, sentence in enumerate(context.chunks.sentences)
                if sentence == doc.sentence_of(number.nfirst) and context.chunks.string[i] in _EVENTS]
        told = []
        for i in near:
            frames = frames_at(context, i, i)
            word = doc.low[context.chunks.heads[i]]
            if frames and item is not None and not any(item in frame.items for frame in frames):
                told.append(f"{word!r} ({frames[0].event}) takes no {item}")
            elif frames:
                told.append(f"{word!r} ({frames[0].event}) does not stand to it as any construction has it")
        return "; ".join(dict.fromkeys(told)) or "no word of an event in its sentence"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _blocks(columns: list[tuple[str, str, str]]) -> Iterator[list[tuple[str, str, str]]]:
    """Columns in lines of at most _WIDTH characters."""
    block: list[tuple[str, str, str]] = []
    used = 0
    for column in columns:
        width = max(map(len, column)) + 2
        if block and used + width > _WIDTH:
            yield block
            block, used = [], 0
        block.append(column)
        used += width
    if block:
        yield block
