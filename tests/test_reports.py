"""Whole reports of many styles, written before the program was run on them."""

from __future__ import annotations

import pytest
from tables import Case, cases, check


@pytest.mark.parametrize("case", cases("reports.txt"), ids=lambda case: case.text[:50])
def test_report(case: Case) -> None:
    check(case)
