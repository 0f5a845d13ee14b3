"""What does not add up in a report: dates, numbers, the text itself. Precision first: ordinary news has none."""

from __future__ import annotations

from newsfacts.drafts import ClaimDraft, FindingDraft, Number, Timex
from newsfacts.findings.calendar import impossible_dates, told_too_early, unresolved, weekdays
from newsfacts.findings.figures import conflicts, headline, stopped, sums, too_great
from newsfacts.findings.wording import language, undecodable
from newsfacts.lexicon import load_json
from newsfacts.report import ReferenceDate
from newsfacts.tokens import Doc


def find(doc: Doc, claims: list[ClaimDraft], timexes: list[Timex], reference: ReferenceDate, numbers: list[Number]) -> list[FindingDraft]:
    """The findings of a text, in text order; `claims` with their relations."""
    found = [*undecodable(doc.text), *language(doc)]
    if timexes:
        found += [*weekdays(doc, timexes, reference), *impossible_dates(doc, timexes), *unresolved(doc, timexes, reference),
                  *told_too_early(doc, timexes, reference)]
    if claims:
        found += [*too_great(doc, claims, numbers), *stopped(claims), *sums(doc, claims), *headline(doc, claims), *conflicts(claims)]
    found.sort(key=lambda finding: (finding.start, finding.end, finding.code))
    return found


def explain(code: str) -> str | None:
    """What a code means, with an example; None for a code that is none."""
    codes: dict[str, str] = load_json("findings")["codes"]
    return codes.get(code)
