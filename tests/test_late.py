"""Patterns that are compiled once a machine: kept as modules are, and never amiss."""

from __future__ import annotations

import marshal
import os
import sys
from pathlib import Path

import pytest
from command import RAID, run

from newsfacts.late import late


def _kept(folder: Path) -> list[Path]:
    return [*folder.rglob("*.patterns")]


def test_late_is_compile() -> None:
    pattern = late(r"(?P<a>x+)y?", 0)
    match = pattern.search("axxy")
    assert match is not None
    assert match["a"] == "xx"
    assert pattern.groupindex == {"a": 1}
    assert pattern.sub("-", "axxyb") == "a-b"


def test_kept_patterns_change_nothing(tmp_path: Path) -> None:
    cache = {"PYTHONPYCACHEPREFIX": str(tmp_path)}
    first = run(stdin=RAID.encode(), **cache)
    (file,) = _kept(tmp_path)
    kept = file.read_bytes()
    second = run(stdin=RAID.encode(), **cache)
    assert first.code == 0
    assert first == second
    assert file.read_bytes() == kept, "nothing new: not written again"
    assert not [path for path in file.parent.iterdir() if ".patterns." in path.name], "no half-written file"


@pytest.mark.parametrize("damage", ["empty", "cut", "noise", "old", "false"])
def test_damaged_file_is_made_anew(tmp_path: Path, damage: str) -> None:
    cache = {"PYTHONPYCACHEPREFIX": str(tmp_path)}
    first = run(stdin=RAID.encode(), **cache)
    (file,) = _kept(tmp_path)
    whole = file.read_bytes()
    version, kept = marshal.loads(whole)
    false = {key: (0, b"\xff\xff\xff\x7f" * 9, 0, {}, (None,)) for key in kept}
    file.write_bytes({"empty": b"", "cut": whole[:-1000], "noise": b"\xff" * 5000, "old": marshal.dumps(((*version[:1], 0), kept)),
                      "false": marshal.dumps((version, false))}[damage])
    assert run(stdin=RAID.encode(), **cache) == first


def test_nothing_is_kept_where_python_may_not(tmp_path: Path) -> None:
    assert run(stdin=RAID.encode(), PYTHONPYCACHEPREFIX=str(tmp_path), PYTHONDONTWRITEBYTECODE="1").code == 0
    assert not _kept(tmp_path)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the superuser writes anywhere")
def test_unwritable_folder(tmp_path: Path) -> None:
    cache = {"PYTHONPYCACHEPREFIX": str(tmp_path / "none")}
    tmp_path.chmod(0o500)
    assert run(stdin=RAID.encode(), **cache).code == 0
    assert not _kept(tmp_path)
