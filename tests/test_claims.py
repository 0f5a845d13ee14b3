"""Claims: every construction of the list, and the examples that the rules carry."""

from __future__ import annotations

from typing import Any

import pytest
from tables import Case, cases, check

from newsfacts import extract
from newsfacts.lexicon import load_json

FILES = [f"constructions-{section}.txt" for section in (*"abcdefghi", "news", "events", "wire", "crime")] + ["senses.txt"]
EVENTS: dict[str, Any] = load_json("events")["event"]
RULES: list[dict[str, Any]] = load_json("constructions")["construction"]


@pytest.mark.parametrize("case", [case for name in FILES for case in cases(name)], ids=lambda case: case.text[:60])
def test_construction(case: Case) -> None:
    check(case)


@pytest.mark.parametrize(("event", "text"), [(name, text) for name, event in EVENTS.items() for text in event.get("yes", ())])
def test_event_yes(event: str, text: str) -> None:
    assert event in {claim.event for claim in extract(text).claims}


@pytest.mark.parametrize(("event", "text"), [(name, text) for name, event in EVENTS.items() for text in event.get("no", ())])
def test_event_no(event: str, text: str) -> None:
    assert not extract(text).claims, event


@pytest.mark.parametrize(("rule", "text"), [(rule["name"], text) for rule in RULES for text in rule["yes"]])
def test_rule_yes(rule: str, text: str) -> None:
    assert rule in {claim.rule for claim in extract(text).claims}


@pytest.mark.parametrize(("rule", "text"), [(rule["name"], text) for rule in RULES for text in rule["no"]])
def test_rule_no(rule: str, text: str) -> None:
    assert rule not in {claim.rule for claim in extract(text).claims}


def test_every_rule_has_examples() -> None:
    assert all(rule["yes"] and rule["no"] and rule["why"] for rule in RULES)
    assert all(event["yes"] and event["no"] for event in EVENTS.values())


def test_no_word_is_looked_for_by_two_steps_before_the_chunks() -> None:
    from newsfacts import homographs, overlays

    own = {**homographs.LETTERS, "would": "w", "-": "-"}
    words = [*(homographs.letters().keys() - homographs.LETTERS.keys()), *overlays.compounds(), *own]
    assert len(homographs.letters()) > len(homographs.LETTERS)
    assert sorted(words) == sorted(set(words))
    assert {word: overlays._letter(word, word) for word in own} == own
