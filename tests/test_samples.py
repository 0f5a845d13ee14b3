"""The samples give the JSON beside them, and between them every field of the contract has a real value.

`python tests/test_samples.py` writes the JSON anew.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from newsfacts.schema import schema_text

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))


def made(path: Path) -> str:
    """What the command prints for a sample, run in the project's root."""
    words = [sys.executable, "-m", "newsfacts", "--format", "json", f"samples/{path.name}"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(words, cwd=ROOT, env=env, capture_output=True, check=True)
    assert done.stderr == b""
    return done.stdout.decode("utf-8")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sample(path: Path) -> None:
    printed = made(path)
    assert printed == path.with_suffix(".json").read_text(encoding="utf-8")
    report = json.loads(printed)
    jsonschema.Draft202012Validator(json.loads(schema_text())).validate(report)
    text = path.read_text(encoding="utf-8")
    for kind in ("dates", "quantities", "claims", "quotes"):
        for fact in report[kind]:
            assert text[fact["start"]:fact["end"]] == fact["text"]
    for actor in report["actors"]:
        for mention in actor["mentions"]:
            assert text[mention["start"]:mention["end"]] == mention["text"]


def test_every_field_has_a_value_in_some_sample() -> None:
    """Null, false and the empty list are no values."""
    filled: set[str] = set()
    known: set[str] = set()

    def look(value: Any, path: str) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                known.add(f"{path}.{key}")
                look(inner, f"{path}.{key}")
        elif isinstance(value, list):
            for inner in value:
                look(inner, path)
        if value is not None and value is not False and value != []:
            filled.add(path)

    for path in SAMPLES:
        look(json.loads(path.with_suffix(".json").read_text(encoding="utf-8")), "report")
    assert len(known) > 90
    assert sorted(known - filled) == []


if __name__ == "__main__":
    for sample in SAMPLES:
        sample.with_suffix(".json").write_text(made(sample), encoding="utf-8")
