"""The JSON Schema: it is one, and everything that the program prints fits it, with no key that it does not know."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from command import RAID, ROOT, run

import newsfacts
from newsfacts import report as facts
from newsfacts.lexicon import load_json
from newsfacts.schema import ENUMERATIONS, EVENTS, ITEMS, schema

SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
OPEN = schema()


def _closed(node: Any) -> Any:
    """The schema with no key allowed but those it names."""
    if isinstance(node, list):
        return [_closed(x) for x in node]
    if not isinstance(node, dict):
        return node
    made = {k: _closed(v) for k, v in node.items()}
    return {**made, "additionalProperties": False} if made.get("type") == "object" else made


STRICT = jsonschema.Draft202012Validator(_closed(OPEN))


def check(value: Any) -> None:
    """Fails with every place where the value breaks the schema."""
    wrong = [f"{error.json_path}: {error.message[:200]}" for error in STRICT.iter_errors(value)]
    assert not wrong, "\n".join(wrong)


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(OPEN)
    assert json.loads(run("schema").out) == OPEN


def test_every_field_has_its_place() -> None:
    objects = {**OPEN["$defs"], "Report": OPEN}
    for cls in vars(facts).values():
        if isinstance(cls, type) and is_dataclass(cls):
            assert {f.name.rstrip("_") for f in fields(cls)} <= set(objects[cls.__name__]["properties"])
    assert {(c, f) for c, f in ENUMERATIONS} <= {(c, f.name) for c in objects for f in fields(getattr(facts, c))}


def test_events_and_items_of_the_rules_are_in_it() -> None:
    rules = newsfacts.load_rules(())
    assert set(rules.events) <= set(EVENTS)
    assert set(rules.items.values()) <= set(ITEMS)
    assert set(load_json("items")["item"]) <= set(ITEMS)


@pytest.mark.parametrize("text", [
    "", " \n", RAID, RAID.replace("\n", "\r\n"), "No facts.", "9007199254740993 people were killed.", "1e999 people were killed.",
    "On 31 February 2023 some 20 to 30 people died.", f"He said {'9' * 5000} people died, 0/0 of them twice.",
], ids=range(9))
def test_outputs_fit(text: str) -> None:
    for date in (None, "2024-05-16"):
        check(json.loads(json.dumps(newsfacts.extract(text, date).to_dict(), allow_nan=False)))


def test_numbers_beyond_2_53_have_a_text() -> None:
    claim = newsfacts.extract("9007199254740993 people were killed.").to_dict()["claims"][0]
    assert claim["value_text"] == claim["low_text"] == "9007199254740993"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_fit(path: Path) -> None:
    check(newsfacts.extract(path.read_text(encoding="utf-8")).to_dict())


@pytest.mark.parametrize("words", [["-f", "jsonl"], ["-f", "json"], ["--only", "claims"], ["--event", "killed"], ["-d", "2024-05-16"]])
def test_the_command_fits(words: list[str]) -> None:
    check(json.loads(run(*words, stdin=RAID.encode()).out))


def test_own_events_and_items_are_allowed(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(
        '[item]\nparcel = ["parcel"]\n[event.delivered]\nmeans = "brought"\nverbs = ["deliver"]\nitems = ["parcel"]\n'
        'yes = ["The post delivered 12 parcels."]\nno = ["He delivered 12 speeches."]\n'
    )
    made = json.loads(run("schema", "-r", "own.toml", cwd=tmp_path).out)
    report = json.loads(run("-r", "own.toml", "-", cwd=tmp_path, stdin=b"The post delivered 12 parcels.").out)
    assert [(c["event"], c["item"]) for c in report["claims"]] == [("delivered", "parcel")]
    jsonschema.Draft202012Validator(made).validate(report)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(OPEN).validate(report)
