"""How sure a claim is: every case of cases/modality.txt."""

from __future__ import annotations

import pytest
from tables import Case, cases, check


@pytest.mark.parametrize("case", cases("modality.txt"), ids=lambda case: case.text[:60])
def test_modality(case: Case) -> None:
    check(case)
