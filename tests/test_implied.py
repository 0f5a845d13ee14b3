"""People who are counted without a number word: the table of examples in cases/people.txt, and what holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import Case, cases, check

from newsfacts import extract
from newsfacts.claims.people import table
from newsfacts.rules import builtin

WORDS = ("a the his several some rebels teacher driver Karim Baz , and who was were killed captured detained ( ) of by in later found dead "
         ". \n").split(" ")


@pytest.mark.parametrize("case", cases("people.txt"), ids=lambda case: case.text[:60])
def test_people(case: Case) -> None:
    check(case)


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_implied_claims_have_their_words(text: str) -> None:
    report = extract(text)
    ids = {claim.id for claim in report.claims}
    for claim in report.claims:
        assert text[claim.start:claim.end] == claim.text
        assert claim.quantity_id is not None or claim.low in (1, 2, 3)
        assert claim.repeats is None or claim.repeats in ids - {claim.id}
        assert claim.part_of is None or claim.part_of in ids - {claim.id}


def test_every_word_of_the_table_is_known() -> None:
    words, rules = table(), builtin()
    assert set(words["constructions"]) <= {c.name for c in rules.constructions}
    assert {verb.split()[0] for verb in words["verbs"]} <= {verb.split()[0] for verb in rules.verbs}
    assert set(words["states"]) <= set(rules.states)
    assert not set(words["never"]) & set(words["one"])
