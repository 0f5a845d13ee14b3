"""The command as a real process, for tests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
# what would change the output, or the time of the tests
UNWANTED = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING", "PYTHONUTF8", "PYTHONDONTWRITEBYTECODE")
# A report written for these tests: it has facts of every kind
RAID = """Drones strike the port of Sundhaven

May 14, 2024 - Norland launched 163 drones and one missile at the port of Sundhaven overnight, the navy said on Tuesday.
Of these, 128 drones were shot down. At least 5 people were killed and dozens were wounded, Governor Ilsa Marden said.
"We have never seen such a night," Marden said. The port lies 12 kilometres from the border.
"""


class Result(NamedTuple):
    """What a process left behind."""

    code: int
    out: str
    err: str


def environment(**more: str | None) -> dict[str, str]:
    """The environment without what would change the output; None removes a variable."""
    env = {k: v for k, v in os.environ.items() if k not in UNWANTED}
    env.update({k: v for k, v in more.items() if v is not None})
    return {k: v for k, v in env.items() if more.get(k, "") is not None}


def command(*words: str | os.PathLike[str] | bytes) -> list[Any]:
    """The words that start the program."""
    return [sys.executable, "-m", "newsfacts", *words]


def run(*words: str | os.PathLike[str] | bytes, stdin: bytes | None = b"", cwd: Path | None = None, **env: str | None) -> Result:
    """Runs the program to its end; standard output must be UTF-8."""
    done = subprocess.run(command(*words), input=stdin, capture_output=True, cwd=cwd, env=environment(**env), timeout=600, check=False)
    return Result(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def reports(result: Result) -> list[dict[str, Any]]:
    """The JSON of every line, strictly."""
    return [json.loads(line, parse_constant=_no_constant) for line in result.out.split("\n") if line]


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")
