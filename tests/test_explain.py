"""`newsfacts explain`: each number has its reason."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from newsfacts import extract
from newsfacts.explain import explain
from newsfacts.lexicon import load_json
from newsfacts.rules import builtin

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))


@pytest.mark.parametrize(("text", "told"), [
    ("The brigade fired 41 drones.", "active-object"),
    ("There were 17 deaths.", "counted-event-noun"),
    ("The brigade counted 41 chairs.", "no item of any event"),
    ("The brigade fired 41 soldiers.", "takes no soldier"),
    ("Forty-one drones and a broom.", "no word of an event in its sentence"),
    ("The navy failed to intercept 8 missiles.", "does not say that it happened"),
    ("Some 80 percent of the drones fell.", "it measures (percent)"),
    ("A drone of the type Shahed-136 fell.", "part of a name"),
])
def test_reasons(text: str, told: str) -> None:
    assert told in "\n".join(explain(text))


def test_columns() -> None:
    lines = list(explain("The brigade fired 41 drones at the port."))
    words, tags, chunks = (next(line for line in lines if line.startswith(f"    {name}")) for name in ("words", "tags", "chunks"))
    at = words.index("fired")
    assert tags[at] == "K"
    assert chunks[at] == "V"
    assert chunks[words.index("41 drones")] == "Q"


def test_one_place_and_one_claim() -> None:
    text = "The brigade fired 41 drones. Nine sailors died."
    assert [line[:2] for line in explain(text, at=text.index("Nine")) if line and line[0] != " "] == ["c2"]
    assert [line[:2] for line in explain(text, claim="c1") if line and line[0] != " "] == ["c1"]
    assert list(explain(text, at=0)) == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_number_of_a_sample_is_explained(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    report, lines = extract(text), list(explain(text))
    told = [line.split()[0] for line in lines if line and line[0] not in " "]
    assert [key for key in told if key != "-"] == [c.id for c in report.claims]
    assert len(told) >= len(report.quantities)
    known = {c.name for c in builtin().constructions} | set(load_json("steps"))
    assert {c.rule for c in report.claims} <= known


def test_every_step_of_the_program_has_its_explanation() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "newsfacts" / "claims").glob("*.py"))
    named = set(re.findall(r'draft\([^\n]*?"([a-z]+(?:-[a-z]+)+|part|whole|gapping|premodifier|implied|breakdown)", ', source))
    assert named
    assert named <= set(load_json("steps")) | {c.name for c in builtin().constructions}


def test_an_everyday_sense_is_told() -> None:
    told = "\n".join(explain("The union lost 4,000 members in a year."))
    assert "no claim: it would be killed, but: Societies lose members, not lives." in told


def test_command() -> None:
    command = [sys.executable, "-m", "newsfacts", "explain"]
    done = subprocess.run([*command, "-"], input=b"Police held 30 men.", capture_output=True, check=False)
    assert done.returncode == 0
    assert b"claim held person 30 | agent Police" in done.stdout or b"claim held person 30 | agent police" in done.stdout
    assert done.stderr == b""
    missing = subprocess.run([*command, "none.txt"], capture_output=True, check=False)
    assert (missing.returncode, missing.stderr.count(b"\n")) == (2, 1)
