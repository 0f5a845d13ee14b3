"""Every output that the README shows is real: `console` blocks are run in a shell, `python` blocks as doctests.

`python tests/test_readme.py` writes the outputs anew.
"""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SHIM = """\
#!{python}
import sys
from newsfacts.__main__ import main
sys.exit(main())
"""
_JQ = """\
#!{python}
import json, sys
import jq
words = sys.argv[1:]
raw = any(w.startswith("-") and "r" in w for w in words)
short = any(w.startswith("-") and "c" in w for w in words)
slurp = any(w.startswith("-") and "s" in w for w in words)
program = next(w for w in words if not w.startswith("-"))
for value in jq.compile(program).input_text(sys.stdin.read(), slurp=slurp):
    if raw and isinstance(value, str):
        print(value)
    elif short:
        print(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    else:
        print(json.dumps(value, ensure_ascii=False, indent=2))
"""


def commands(folder: Path) -> dict[str, str]:
    """An environment in which `newsfacts` is this checkout's, and `jq` is there (the library's where the program is missing)."""
    for name, script in (("newsfacts", _SHIM), ("jq", _JQ)):
        if name == "jq" and shutil.which("jq"):
            continue
        path = folder / name
        path.write_text(script.format(python=sys.executable), encoding="utf-8")
        path.chmod(0o755)
    path = os.pathsep.join([str(folder), str(Path(sys.executable).parent), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "COLUMNS": "100", "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}


def run(block: str, env: dict[str, str]) -> str:
    """A console block with the real output of its commands (standard error too)."""
    out = []
    for command in re.findall(r"^\$ (.*(?:\\\n.*)*)$", block, re.MULTILINE):
        done = subprocess.run(["bash", "-c", command], cwd=ROOT, env=env, capture_output=True, timeout=600, check=False)
        shown = (done.stdout + done.stderr).decode("utf-8")
        out.append(f"$ {command}\n" + re.sub(r"[ \t]+$", "", shown, flags=re.MULTILINE))
    return "".join(out)


def refreshed(text: str, env: dict[str, str]) -> str:
    """The README with all outputs made anew."""
    return _BLOCK.sub(lambda m: f"```console\n{run(m[1], env)}```", text)


@pytest.mark.skipif(os.name == "nt", reason="the README's commands are for a POSIX shell")
@pytest.mark.parametrize("block", _BLOCK.findall(README.read_text(encoding="utf-8")), ids=lambda b: b.splitlines()[0][:60])
def test_shown_output_is_real(block: str, tmp_path: Path) -> None:
    assert run(block, commands(tmp_path)) == block


@pytest.mark.parametrize("block", _PYTHON.findall(README.read_text(encoding="utf-8")))
def test_python_examples(block: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    test = doctest.DocTestParser().get_doctest(block, {}, "README", "README.md", 0)
    assert test.examples
    told: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(test, out=told.append)
    assert result.failed == 0, "".join(told)


def test_ci_runs_the_test_command_of_the_readme() -> None:
    commands = re.findall(r"^```sh\n(.*?)^```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    test_command = next(c.strip() for c in commands if "pytest" in c)
    assert test_command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        README.write_text(refreshed(README.read_text(encoding="utf-8"), commands(Path(folder))), encoding="utf-8")
