"""Patterns and tables that are made once a machine: kept as modules are, and never amiss."""

from __future__ import annotations

import marshal
import os
import re
import shutil
import subprocess
import sys
from importlib.util import cache_from_source, find_spec
from pathlib import Path

import pytest
from command import RAID, environment, reports, run

from newsfacts.late import kept_table, late


def _kept(folder: Path) -> list[Path]:
    return [*folder.rglob("kept.*")]


def test_kept_where_installers_clean_up(tmp_path: Path) -> None:
    run(stdin=RAID.encode(), PYTHONPYCACHEPREFIX=str(tmp_path))
    spec = find_spec("newsfacts.kept")
    assert spec is not None, "without a module no installer knows the file, and what it leaves hides a later editable install"
    assert spec.origin is not None
    assert [file.name for file in _kept(tmp_path)] == [Path(cache_from_source(spec.origin)).name]


def test_no_possessive_repeat_of_a_group() -> None:
    """Early Python 3.11 matches them wrongly (seen in 3.11.2)."""
    possessive = re.compile(r"[^\\]\)(?:[*+?]|\{\{?\d*,?\d*\}?\})\+")
    assert possessive.search(r"(?:ab?){1,6}+")
    assert possessive.search(r"(?:ab?)*+c")
    assert not possessive.search(r"(?>(?:ab?){1,6})[a-z]++")
    package = Path(sys.modules["newsfacts"].__path__[0])
    sources = [path for path in package.rglob("*") if path.suffix in {".py", ".json", ".txt"} and path.name != "late.py"]
    assert len(sources) > 100
    assert not [path for path in sources if possessive.search(path.read_text(encoding="utf-8"))]


def test_late_is_compile() -> None:
    pattern = late(r"(?P<a>x+)y?", 0)
    match = pattern.search("axxy")
    assert match is not None
    assert match["a"] == "xx"
    assert pattern.groupindex == {"a": 1}
    assert pattern.sub("-", "axxyb") == "a-b"


def test_what_is_kept_changes_nothing(tmp_path: Path) -> None:
    cache = {"PYTHONPYCACHEPREFIX": str(tmp_path)}
    first = run(stdin=RAID.encode(), **cache)
    (file,) = _kept(tmp_path)
    kept = file.read_bytes()
    second = run(stdin=RAID.encode(), **cache)
    assert first.code == 0
    assert first == second
    assert file.read_bytes() == kept, "nothing new: not written again"
    assert _kept(tmp_path) == [file], "no half-written file"


def test_python_call_keeps_too(tmp_path: Path) -> None:
    call = "import newsfacts; newsfacts.extract(open(0).read()); from newsfacts import late; print(len(late._new))"

    def made(**variables: str) -> int:
        env = environment() | {"PYTHONPYCACHEPREFIX": str(tmp_path)} | variables
        return int(subprocess.run([sys.executable, "-c", call], input=RAID.encode(), env=env, capture_output=True, check=True).stdout)

    assert made(PYTHONDONTWRITEBYTECODE="1") > 50
    assert not _kept(tmp_path), "on the terms of .pyc files"
    assert made() > 50
    assert len(_kept(tmp_path)) == 1
    assert made() == 0


@pytest.mark.parametrize("damage", ["empty", "cut", "short", "noise", "old", "false", "mixed"])
def test_damaged_file_is_made_anew(tmp_path: Path, damage: str) -> None:
    cache = {"PYTHONPYCACHEPREFIX": str(tmp_path)}
    first = run(stdin=RAID.encode(), **cache)
    (file,) = _kept(tmp_path)
    whole = file.read_bytes()
    first_table = 8 + int.from_bytes(whole[:8], "little")
    version, kept, stamp, places = marshal.loads(whole[8:])
    assert len(kept) > 100
    assert len(places) > 20
    false = {key: (0, b"\xff\xff\xff\x7f" * 9, 0, {}, (None,)) for key in kept}
    file.write_bytes({
        "empty": b"", "cut": whole[:-1000], "short": whole[:first_table], "noise": b"\xff" * 5000,
        "old": _written(((*version[:1], 0), kept, stamp, places)), "false": _written((version, false, stamp, {})),
        "mixed": whole[:first_table] + b"\xff" * (len(whole) - first_table),
    }[damage])
    assert run(stdin=RAID.encode(), **cache) == first


def _written(head: tuple[object, ...]) -> bytes:
    packed = marshal.dumps(head)
    return len(packed).to_bytes(8, "little") + packed


def test_tables_are_those_of_the_package_as_it_is(tmp_path: Path) -> None:
    shutil.copytree(Path(sys.modules["newsfacts"].__path__[0]), tmp_path / "newsfacts", ignore=shutil.ignore_patterns("__pycache__"))
    text = RAID.replace("Norland", "Tavmark").encode()
    before = [run(stdin=text, cwd=tmp_path, PYTHONPATH=str(tmp_path)) for _ in range(2)]
    assert before[0] == before[1]
    assert "Tavmark" not in [actor["name"] for actor in reports(before[0])[0]["actors"] if actor["kind"] == "country"]
    with (tmp_path / "newsfacts" / "data" / "countries.txt").open("a", encoding="utf-8") as table:
        table.write("XV|Tavmark|Sundhaven|Tavmarkian\n")
    asked = "import sys, newsfacts; print([a.name for a in newsfacts.extract(sys.argv[1]).actors if a.kind == 'country'])"
    called = subprocess.run([sys.executable, "-c", asked, text], cwd=tmp_path, env=environment(PYTHONPATH=str(tmp_path)),
                            capture_output=True, check=True)
    assert b"Tavmark" in called.stdout, "the Python call reads other modules first"
    after = run(stdin=text, cwd=tmp_path, PYTHONPATH=str(tmp_path))
    assert "Tavmark" in [actor["name"] for actor in reports(after)[0]["actors"] if actor["kind"] == "country"]
    assert _kept(tmp_path)


def test_kept_table_is_made_once() -> None:
    asked: list[str] = []

    @kept_table
    def table(word: str) -> dict[str, int]:
        """Told."""
        asked.append(word)
        return {word: len(word)}

    assert [table("mill"), table("road"), table("mill")] == [{"mill": 4}, {"road": 4}, {"mill": 4}]
    assert asked == ["mill", "road"]
    assert table.__doc__ == "Told."


def test_nothing_is_kept_where_python_may_not(tmp_path: Path) -> None:
    assert run(stdin=RAID.encode(), PYTHONPYCACHEPREFIX=str(tmp_path), PYTHONDONTWRITEBYTECODE="1").code == 0
    assert not _kept(tmp_path)


def test_what_cannot_be_put_in_place_leaves_no_trace(tmp_path: Path) -> None:
    cache = {"PYTHONPYCACHEPREFIX": str(tmp_path)}
    first = run(stdin=RAID.encode(), **cache)
    (file,) = _kept(tmp_path)
    file.unlink()
    file.mkdir()
    assert run(stdin=RAID.encode(), **cache) == first
    assert _kept(tmp_path) == [file]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the superuser writes anywhere")
def test_unwritable_folder(tmp_path: Path) -> None:
    cache = {"PYTHONPYCACHEPREFIX": str(tmp_path / "none")}
    tmp_path.chmod(0o500)
    assert run(stdin=RAID.encode(), **cache).code == 0
    assert not _kept(tmp_path)
