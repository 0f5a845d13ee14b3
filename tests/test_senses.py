"""Senses: the examples that the restrictions of event words carry."""

from __future__ import annotations

from typing import Any

import pytest

from newsfacts import extract
from newsfacts.lexicon import load_json

SENSES: list[dict[str, Any]] = load_json("senses")["sense"]


@pytest.mark.parametrize(("events", "text"), [(row["events"], text) for row in SENSES for text in row["yes"]])
def test_stands(events: str, text: str) -> None:
    assert {claim.event for claim in extract(text).claims} & set(events.split())


@pytest.mark.parametrize(("events", "text"), [(row["events"], text) for row in SENSES for text in row["no"]])
def test_falls(events: str, text: str) -> None:
    assert not {claim.event for claim in extract(text).claims} & set(events.split())


def test_every_restriction_has_examples() -> None:
    assert all(row["yes"] and row["no"] and row["why"] for row in SENSES)
