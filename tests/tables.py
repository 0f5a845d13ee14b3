"""The tables of examples in cases/: a text, then its facts in the notation of `--format lines`.

    # comment
    [2025-05-24] Norland launched 18 drones at the port overnight, the navy said.
        claim launched drone 18 | agent Norland | target the port | time 2025-05-24TNI | source the navy
    In 90 cases nothing happened.
        (nothing)

`[...]` is the publication date, `\\n` a line break. A text is tested for the kinds of fact that its lines name (claims for "(nothing)"):
as many facts of that kind as lines, in order; each line's fields must be there, further fields are free, `| agent -` wants none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from newsfacts import extract
from newsfacts.render.lines import lines

FOLDER = Path(__file__).parent / "cases"
_KINDS = {"date": "dates", "actor": "actors", "quantity": "quantities", "claim": "claims", "quote": "quotes", "finding": "findings"}


@dataclass(frozen=True)
class Case:
    """A text with the lines that it must give."""

    text: str
    date: str | None
    expected: tuple[str, ...]


def cases(name: str) -> list[Case]:
    """The cases of a file in cases/."""
    found: list[tuple[str, str | None, list[str]]] = []
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found[-1][2].append(line.strip())
        elif line and line[0] != "#":
            match = re.match(r"\[(\d{4}-\d\d-\d\d)\]\s+", line)
            text = line[match.end():] if match else line
            found.append((text.replace("\\n", "\n"), match[1] if match else None, []))
    return [Case(text, date, tuple(expected)) for text, date, expected in found]


def kinds(expected: tuple[str, ...]) -> tuple[str, ...]:
    """The sections of a report that the lines of a case speak of."""
    return tuple(dict.fromkeys(_KINDS.get(line.split()[0], "claims") for line in expected))


def check(case: Case) -> None:
    """Asserts that the text of a case gives its lines."""
    assert case.expected, f"no expected lines: {case.text}"
    actual = list(lines(extract(case.text, case.date), kinds(case.expected)))
    expected = [line for line in case.expected if line != "(nothing)"]
    told = "\n".join([case.text, "expected:", *case.expected, "actual:", *actual])
    assert len(actual) == len(expected), told
    for want, have in zip(expected, actual, strict=True):
        head, *fields = want.split(" | ")
        found_head, *found = have.split(" | ")
        assert head == found_head, told
        for field in fields:
            if field.endswith(" -"):
                assert not any(f.startswith(field[:-1]) for f in found), told
            else:
                assert field in found, told
