"""What numbers of one report are to one another: every case of cases/relations.txt, and what holds for any text."""

from __future__ import annotations

import growth
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import Case, cases, check

from newsfacts import extract

WORDS = ("Norland said that 12 people were killed . \n\n but rebels put it at 30 the toll rose to from 9 of them 7 more missing in all "
         "reports wrong another separate launched 40 drones which were shot down may will not").split(" ")


@pytest.mark.parametrize("case", cases("relations.txt"), ids=lambda case: case.text[:60])
def test_relations(case: Case) -> None:
    check(case)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_any_order_of_words(text: str) -> None:
    report = extract(text, "2025-05-24")
    order = {claim.id: k for k, claim in enumerate(report.claims)}
    for claim in report.claims:
        assert claim.repeats is None or order[claim.repeats] < order[claim.id]
        assert claim.revises is None or order[claim.revises] < order[claim.id]
        assert claim.part_of != claim.id
        for other in claim.contradicts:
            assert claim.id in report.claims[order[other]].contradicts


@pytest.mark.parametrize("unit", [
    "Police said 5 people died. ", "Police said 5 people died, ", "5 drones hit Marn. 6 in all, of which 2 died. "])
def test_linear(unit: str) -> None:
    growth.check(lambda text: extract(text, "2025-05-24"), unit, 600)
