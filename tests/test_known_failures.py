"""Known limits, honest and strict: a case that passes must move to the table it belongs to."""

from __future__ import annotations

import pytest
from tables import Case, cases, check


@pytest.mark.xfail(strict=True, raises=AssertionError)
@pytest.mark.parametrize("case", cases("known-failures.txt"), ids=lambda case: case.text[:50])
def test_known_failure(case: Case) -> None:
    check(case)
