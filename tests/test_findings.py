"""What does not add up: cases/findings.txt, five that fire and five that do not for each code, and what holds for any text."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import Case, cases

from newsfacts import extract
from newsfacts.findings import explain
from newsfacts.render.lines import lines
from newsfacts.schema import CODES

CASES = cases("findings.txt")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:60])
def test_findings(case: Case) -> None:
    expected = [] if case.expected == ("(nothing)",) else list(case.expected)
    assert list(lines(extract(case.text, case.date), ("findings",))) == expected


def test_five_of_each() -> None:
    fired = Counter(line.split()[1] for case in CASES for line in case.expected if line.startswith("finding"))
    assert set(fired) == set(CODES)
    assert min(fired.values()) >= 5


def test_every_code_is_explained() -> None:
    assert all(explain(code) for code in CODES)
    assert explain("no-such-code") is None


@given(st.text())
def test_any_text(text: str) -> None:
    report = extract(text, "2025-05-24")
    known = {fact.id for fact in (*report.dates, *report.claims)}
    for finding in report.findings:
        assert finding.code in CODES
        assert 0 <= finding.start <= finding.end <= len(text)
        assert "\n" not in finding.message
        assert known.issuperset(finding.facts)
