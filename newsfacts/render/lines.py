"""One fact a line, in the notation of the tests: `claim launched drone 176 | agent Russian forces | time 2023-12-02TNI`."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.report import Actor, Claim, Date, Finding, Num, Quantity, Quote, Report

_SIGNS = {"at_least": ">=", "more_than": ">", "at_most": "<=", "less_than": "<", "about": "~"}
SECTIONS = ("dates", "actors", "quantities", "claims", "quotes", "findings")


def number(value: Num | None, low: Num | None, high: Num | None, modifier: str, words: str = "") -> str:
    """A number with its hedge: 176, >=176, >176, <=176, <176, ~176, 20..30, dozens(24..) (`words`: a vague number's own)."""
    if value is None and low is not None and high is not None:
        return f"{_SIGNS.get(modifier, '')}{low}..{high}"
    if value is None:
        return f"{_plain(words)}({'' if low is None else low}..{'' if high is None else high})"
    return f"{_SIGNS.get(modifier, '')}{value}"


def _plain(text: str) -> str:
    """One line, whatever line breaks the text has."""
    return " ".join(text.split())


def _fields(pairs: list[tuple[str, object]]) -> str:
    """The fields that are set, each after a bar; a true one is its name alone."""
    told = (name if value is True else f"{name} {_plain(str(value))}" for name, value in pairs if value is not None and value is not False)
    return "".join(f" | {field}" for field in told)


def lines(report: Report, only: tuple[str, ...] = SECTIONS) -> Iterator[str]:
    """The lines of a report, without line ends."""
    values = {c.id: amount(c) for c in report.claims} if "claims" in only else {}
    for section in SECTIONS:
        if section not in only:
            continue
        if section == "dates":
            yield from map(date_line, report.dates)
        elif section == "actors":
            yield from map(actor_line, report.actors)
        elif section == "quantities":
            yield from map(quantity_line, report.quantities)
        elif section == "claims":
            yield from (claim_line(c, values) for c in report.claims)
        elif section == "quotes":
            yield from map(quote_line, report.quotes)
        else:
            yield from map(finding_line, report.findings)


def amount(claim: Claim) -> str:
    """The number of a claim with its unit, if it has one."""
    words = claim.text
    if words.lower().endswith(claim.item_text.lower()):
        words = words[:len(words) - len(claim.item_text)].strip(" \"”").removesuffix(" of").removesuffix(" OF") or words
    shown = number(claim.value, claim.low, claim.high, claim.modifier, words)
    return f"{shown} {claim.unit}" if claim.unit else shown


def claim_line(claim: Claim, values: dict[str, str]) -> str:
    """A claim; `values` are the numbers of the report's claims by id."""
    time = claim.time and (claim.time.value or claim.time.text)
    fields: list[tuple[str, object]] = [
        ("agent", claim.agent), ("affiliation", claim.affiliation), ("target", claim.target), ("instrument", claim.instrument),
        ("place", claim.place), ("time", time), ("source", claim.source), ("via", claim.via), ("cue", claim.cue), ("stance", claim.stance),
        ("modality", None if claim.modality == "asserted" else claim.modality), ("each", claim.each), ("status", claim.status),
        ("was", claim.was), ("part of", claim.part_of and values[claim.part_of]), ("repeats", claim.repeats and values[claim.repeats]),
        ("revises", claim.revises and values[claim.revises]), ("contradicts", " ".join(values[c] for c in claim.contradicts) or None),
    ]
    return f"claim {claim.event} {claim.item} {amount(claim)}{_fields(fields)}"


def date_line(date: Date) -> str:
    """A date: value, words, and how the value is meant."""
    return f'date {date.value} "{_plain(date.text)}"{_fields([("mod", date.mod)])}'


def actor_line(actor: Actor) -> str:
    """An actor with its role and other names."""
    called = dict.fromkeys(_plain(m.text) for m in actor.mentions if m.form != "pronoun")
    name = _plain(actor.name)
    also = " ".join(f'"{words}"' for words in called if words != name and not (words.isupper() and words == name.upper())) or None
    return f'actor {actor.kind} "{_plain(actor.name)}"{_fields([("role", actor.role), ("country", actor.country), ("also", also)])}'


def quantity_line(quantity: Quantity) -> str:
    """A quantity with its unit or counted noun."""
    words = quantity.text[quantity.number[0] - quantity.start:quantity.number[1] - quantity.start]
    shown = number(quantity.value, quantity.low, quantity.high, quantity.modifier, words)
    return " ".join(["quantity", shown, *(x for x in (quantity.unit, quantity.noun) if x)])


def quote_line(quote: Quote) -> str:
    """A quote with its speaker."""
    return f'quote "{_plain(quote.text)}"{_fields([("speaker", quote.speaker), ("cue", quote.cue), ("kind", quote.kind)])}'


def finding_line(finding: Finding) -> str:
    """What does not add up."""
    return f"finding {finding.code} {_plain(finding.message)}"
