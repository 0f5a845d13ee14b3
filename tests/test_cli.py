"""The command as a real process: what it prints, where, and its exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from command import RAID, ROOT, Result, command, environment, reports, run

from newsfacts.cli.options import OPTIONS
from newsfacts.render import FORMATS

CYRILLIC = "Governor Іван Коваленко said 12 people were killed in Sundhaven on 3 May 2024, and Олена Шевчук confirmed it."


@pytest.fixture
def raid(tmp_path: Path) -> Path:
    """A folder with one report."""
    (tmp_path / "raid.txt").write_text(RAID, encoding="utf-8", newline="")
    return tmp_path


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The JSON of that report."""
    folder = tmp_path_factory.mktemp("whole")
    (folder / "raid.txt").write_text(RAID, encoding="utf-8", newline="")
    return reports(run("raid.txt", cwd=folder))[0]


# ---------------------------------------------------------------- formats


def test_jsonl_is_one_report_a_line_and_the_default_in_a_pipe(raid: Path) -> None:
    result = run("raid.txt", "raid.txt", cwd=raid)
    assert (result.code, result.err) == (0, "")
    first, second = reports(result)
    assert first == second
    assert first["source"]["name"] == "raid.txt"
    assert {(c["event"], c["item"], c["value"]) for c in first["claims"]} >= {("launched", "drone", 163), ("intercepted", "drone", 128)}
    for kind in ("dates", "actors", "quantities", "claims", "quotes"):
        for fact in first[kind]:
            for span in fact.get("mentions", [fact]):
                assert RAID[span["start"]:span["end"]] == span["text"]


def test_json_is_an_object_for_one_input_and_an_array_for_several(raid: Path, whole: dict[str, Any]) -> None:
    one = run("-f", "json", "raid.txt", cwd=raid)
    assert one.out.startswith("{\n") and one.out.endswith("}\n")
    two = run("-f", "json", "raid.txt", "raid.txt", cwd=raid)
    folder = run("-f", "json", ".", cwd=raid)
    assert json.loads(one.out) == whole
    assert json.loads(two.out) == [whole, whole]
    assert json.loads(folder.out) == [{**whole, "source": {**whole["source"], "name": "./raid.txt"}}]


def test_facts_are_the_facts_of_the_report_one_a_line(raid: Path, whole: dict[str, Any]) -> None:
    facts = reports(run("-f", "facts", "raid.txt", cwd=raid))
    assert [f["id"] for f in facts if f["kind"] == "claim"] == [c["id"] for c in whole["claims"]]
    assert {f["kind"] for f in facts} >= {"date", "actor", "quantity", "claim", "quote"}
    assert {f["report"] for f in facts} == {"raid.txt"}
    assert [f["actor_kind"] for f in facts if f["kind"] == "actor"] == [a["kind"] for a in whole["actors"]]
    claim = next(f for f in facts if f["kind"] == "claim")
    assert {k: v for k, v in claim.items() if k not in ("kind", "report")} == whole["claims"][0]


@pytest.mark.parametrize("format", ["csv", "tsv"])
def test_csv_has_the_columns_of_the_contract(raid: Path, whole: dict[str, Any], format: str) -> None:
    result = run("-f", format, "raid.txt", "raid.txt", cwd=raid)
    table = list(csv.DictReader(io.StringIO(result.out, newline=""), delimiter="\t" if format == "tsv" else ","))
    assert list(table[0]) == (
        "report id event item value low high modifier unit agent affiliation target place time_from time_to source stance modality each "
        "status part_of start end context"
    ).split()
    claims = whole["claims"]
    assert [row["id"] for row in table] == 2 * [claim["id"] for claim in claims]
    for row, claim in zip(table, claims, strict=False):
        for column in ("event", "item", "agent", "source", "modality", "part_of", "start", "value", "low", "high"):
            assert row[column] == ("" if claim[column] is None else str(claim[column]))
        assert row["time_from"] == ((claim["time"] or {}).get("from") or "")
    assert result.out.count("\n") == len(table) + 1  # one row, one line


def test_excel_gets_its_mark(raid: Path) -> None:
    marked = run("--excel", "raid.txt", cwd=raid)
    assert marked.out == "\ufeff" + run("-f", "csv", "raid.txt", cwd=raid).out
    assert run("--excel", "-f", "json", "raid.txt", cwd=raid).code == 2


def test_csv_of_another_kind(raid: Path, whole: dict[str, Any]) -> None:
    table = list(csv.DictReader(io.StringIO(run("-f", "csv", "--only", "dates", "raid.txt", cwd=raid).out)))
    assert [row["value"] for row in table] == [d["value"] or "" for d in whole["dates"]]
    assert run("-f", "csv", "--only", "dates,actors", "raid.txt", cwd=raid).code == 2


def test_lines_name_the_report_only_where_several_come(raid: Path) -> None:
    one = run("-f", "lines", "raid.txt", cwd=raid).out
    assert "claim launched drone 163 | agent Norland" in one
    assert run("-f", "lines", "raid.txt", "raid.txt", cwd=raid).out == f"report raid.txt\n{one}\nreport raid.txt\n{one}"
    assert run("-f", "lines", stdin=b"In the beginning all was calm.").out.endswith("(nothing)\n")


def test_only(raid: Path, whole: dict[str, Any]) -> None:
    some = reports(run("--only", "quotes,dates", "raid.txt", cwd=raid))[0]
    left_out = {"actors", "quantities", "claims", "findings"}
    assert some == {k: v for k, v in whole.items() if k not in left_out}
    assert some == reports(run("--only", "quotes", "--only", "dates", "raid.txt", cwd=raid))[0]


@pytest.mark.parametrize(("words", "keeps"), [
    (["--event", "killed"], lambda c: c["event"] == "killed"),
    (["--event", "killed,wounded"], lambda c: c["event"] in ("killed", "wounded")),
    (["--event", "killed", "--event", "launched", "--item", "drone"], lambda c: (c["event"], c["item"]) == ("launched", "drone")),
    (["--agent", "norland"], lambda c: c["agent"] is not None and "Norland" in c["agent"]),
    (["--source", "Marden"], lambda c: c["source"] is not None and "Marden" in c["source"]),
    (["--min", "24"], lambda c: (c["low"] if c["value"] is None else c["value"]) >= 24),
])
def test_filters(raid: Path, whole: dict[str, Any], words: list[str], keeps: Callable[[dict[str, Any]], bool]) -> None:
    wanted = [claim for claim in whole["claims"] if keeps(claim)]
    assert 0 < len(wanted) < len(whole["claims"])
    filtered = reports(run(*words, "raid.txt", cwd=raid))[0]
    assert filtered["claims"] == wanted
    assert "dates" not in filtered
    if len(words) > 2:  # once is enough
        assert reports(run(*words, "--only", "claims,dates", "raid.txt", cwd=raid))[0]["dates"]
        assert len(reports(run("-f", "facts", *words, "raid.txt", cwd=raid))) == len(wanted)
        assert run("-f", "lines", *words, "raid.txt", cwd=raid).out.count("\n") == len(wanted)


def test_a_date_is_given_on(raid: Path) -> None:
    (raid / "bare.txt").write_text("The navy said on Tuesday that 3 ships were sunk.")
    assert reports(run("bare.txt", cwd=raid))[0]["reference_date"] == {"value": None, "origin": "none"}
    for words in (["-d", "2024-05-16"], ["--date=2024-05-16"], ["-d", "20240516"]):
        assert reports(run(*words, "bare.txt", cwd=raid))[0]["reference_date"] == {"value": "2024-05-16", "origin": "option"}


# ---------------------------------------------------------------- inputs


def test_standard_input(whole: dict[str, Any]) -> None:
    for words in ([], ["-"], ["extract"], ["extract", "-"]):
        piped = reports(run(*words, stdin=RAID.encode()))[0]
        assert {**piped, "source": 0} == {**whole, "source": 0}
        assert piped["source"]["sha256"] == whole["source"]["sha256"]


def test_a_slow_writer_splits_characters() -> None:
    data = "Norland launched 163 drones, “a lot”, the navy’s Ådne Řezník said.".encode()
    process = subprocess.Popen(command("-f", "lines"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment())
    assert process.stdin is not None and process.stdout is not None
    for at in range(0, len(data), 7):
        process.stdin.write(data[at:at + 7])
        process.stdin.flush()
        time.sleep(0.005)
    process.stdin.close()
    assert process.stdout.read().decode() == run("-f", "lines", stdin=data).out
    process.stdout.close()
    assert process.wait() == 0


def test_folders_are_read_sorted_and_each_file_once(raid: Path) -> None:
    for name in ("b/2.txt", "b/1.TXT", "a.txt", "b.txt", "c/d/e.txt", "c/x.md"):
        (raid / name).parent.mkdir(parents=True, exist_ok=True)
        (raid / name).write_text("Five people were killed.")
    (raid / "b" / "up").symlink_to(raid, target_is_directory=True)
    (raid / "loop.md").symlink_to("loop.md")
    names = [r["source"]["name"] for r in reports(run(".", cwd=raid))]
    assert names == ["./a.txt", "./b.txt", "./b/1.TXT", "./b/2.txt", "./c/d/e.txt", "./raid.txt"]


def test_a_file_named_like_a_command(raid: Path) -> None:
    (raid / "schema").write_text(RAID)
    assert reports(run("./schema", cwd=raid))[0]["claims"]
    assert reports(run("extract", "schema", cwd=raid))[0]["claims"]
    assert reports(run("--", "schema", cwd=raid))[0]["claims"]
    assert "$schema" in json.loads(run("schema", cwd=raid).out)


def test_named_pipe(raid: Path) -> None:
    os.mkfifo(raid / "pipe")
    process = subprocess.Popen(command("pipe"), stdout=subprocess.PIPE, cwd=raid, env=environment())
    (raid / "pipe").write_text(RAID)
    out, _ = process.communicate(timeout=30)
    assert json.loads(out)["claims"]


@pytest.mark.parametrize(("data", "encoding", "warned"), [
    (RAID.encode("utf-8-sig"), "utf-8-sig", False),
    (RAID.encode("utf-16"), "utf-16", False),
    (RAID.encode("utf-32-be"), "utf-32-be", False),
    (RAID.replace('"', "”").encode("cp1252"), "cp1252", True),
    (CYRILLIC.encode("cp1251"), "cp1251", True),
    (CYRILLIC.encode("koi8-u"), "koi8-u", True),
    (CYRILLIC.replace("І", "И").encode("cp866"), "cp866", True),
    (RAID.encode() + b"caf\xc3", "utf-8", True),
])
def test_encodings(tmp_path: Path, data: bytes, encoding: str, warned: bool) -> None:
    (tmp_path / "x.txt").write_bytes(data)
    result = run("x.txt", cwd=tmp_path)
    report = reports(result)[0]
    assert result.code == 0
    assert report["source"]["encoding"] == encoding
    assert report["claims"]
    text = data.decode(encoding, "replace")
    assert report["source"]["characters"] == len(text)
    assert all(text[c["start"]:c["end"]] == c["text"] for c in report["claims"])
    assert result.err.count("\n") == warned
    assert run("-q", "x.txt", cwd=tmp_path).err == ""


# ---------------------------------------------------------------- output to a file


def test_output_is_written_whole_or_not_at_all(raid: Path) -> None:
    out = raid / "out.json"
    assert run("-o", "out.json", "raid.txt", cwd=raid).code == 0
    whole = out.read_text()
    assert json.loads(whole)["claims"]
    assert run("-o", "out.json", "missing.txt", cwd=raid).code == 2
    assert out.read_text() == whole
    assert run("-o", "out.json", "missing.txt", "raid.txt", cwd=raid).code == 2
    assert len(json.loads(out.read_text())) == 1  # the others are still printed
    assert run("-o", "out.csv", "raid.txt", cwd=raid).code == 0
    assert (raid / "out.csv").read_text().startswith("report,id,event")
    assert sorted(p.name for p in raid.iterdir()) == ["out.csv", "out.json", "raid.txt"]


def test_output_keeps_link_and_mode(raid: Path) -> None:
    (raid / "real").write_text("old")
    (raid / "real").chmod(0o600)
    (raid / "link").symlink_to("real")
    assert run("-f", "lines", "-o", "link", "raid.txt", cwd=raid).code == 0
    assert (raid / "link").is_symlink()
    assert "claim" in (raid / "real").read_text()
    assert (raid / "real").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("path", ["no/such/folder", ".", "/dev/full", "x\n/\x1b[31m"])
def test_output_that_cannot_be_written(raid: Path, path: str) -> None:
    result = run("-o", path, "raid.txt", cwd=raid)
    assert result.code == 2
    assert result.err.startswith("newsfacts: ") and result.err.count("\n") == 1 and "\x1b" not in result.err
    assert result.out == ""
    assert [p.name for p in raid.iterdir()] == ["raid.txt"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("waiting", [True, False])
def test_interrupted(tmp_path: Path, number: signal.Signals, waiting: bool) -> None:
    (tmp_path / "big.txt").write_text("Norland launched 163 drones at the port, the navy said.\n" * 100_000)
    (tmp_path / "out").write_text("old")
    words = command("-o", "out", "-" if waiting else "big.txt")
    process = subprocess.Popen(words, stdin=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=environment())
    time.sleep(1)
    process.send_signal(number)
    start = time.monotonic()
    _, err = process.communicate(timeout=30)
    assert time.monotonic() - start < 5
    assert (process.returncode, err) == (128 + number, b"")
    assert (tmp_path / "out").read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("format", FORMATS)
def test_full_disk(raid: Path, format: str) -> None:
    with open("/dev/full", "wb") as full:
        words = command("-f", format, "raid.txt")
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, cwd=raid, env=environment(), check=False)
    assert (done.returncode, done.stderr) == (2, b"newsfacts: standard output: no space left on device\n")


@pytest.mark.parametrize("words", [["-f", "jsonl"], ["-f", "json"], ["-f", "csv"], ["-f", "table"], ["-j", "2"]])
def test_reader_leaves(tmp_path: Path, words: list[str]) -> None:
    for name in range(40):
        (tmp_path / f"{name}.txt").write_text(RAID * 8)
    process = subprocess.Popen(command(*words, "."), stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=environment())
    assert process.stdout is not None and process.stderr is not None
    assert process.stdout.read(5)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 141


@pytest.mark.parametrize(("closed", "words", "code"), [
    ("<&-", "raid.txt", 0), ("<&-", "-", 2), ("<&-", "", 2), (">&-", "raid.txt", 2), (">&-", "schema", 2),
    ("2>&-", "raid.txt", 0), ("2>&-", "missing.txt", 2), ("2>&-", "--nonsense", 2), ("<&- >&- 2>&-", "raid.txt", 2),
])
def test_closed_streams(raid: Path, closed: str, words: str, code: int) -> None:
    line = " ".join(f"'{word}'" for word in command()) + f" {words} {closed}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, cwd=raid, env=environment(), check=False)
    assert done.returncode == code
    assert done.stderr.count("\n") == (code == 2 and "2>" not in closed)


# ---------------------------------------------------------------- exit codes and messages


def test_exit_status(raid: Path) -> None:
    (raid / "calm.txt").write_text("nothing happened.")
    assert run("calm.txt", cwd=raid).code == 0
    assert run("-e", "calm.txt", cwd=raid).code == 1
    assert run("-e", "calm.txt", "raid.txt", cwd=raid).code == 0
    assert run("-e", "--event", "seized", "raid.txt", cwd=raid).code == 1
    assert run("-e", "calm.txt", "missing.txt", cwd=raid).code == 2


def test_verbose_tells_what_was_read(raid: Path) -> None:
    result = run("-v", "--only", "claims", "raid.txt", cwd=raid)
    claims = reports(result)[0]["claims"]
    assert result.err == f"newsfacts: raid.txt: {len(RAID)} characters of utf-8, {len(claims)} facts\n"


BAD_USE = [
    ["--nonsense"], ["-f", "nonsense", "raid.txt"], ["-f"], ["raid.txt", "-d", "2024-02-30"], ["-d", "yesterday", "raid.txt"],
    ["--only", "nonsense", "raid.txt"], ["--only", ",", "raid.txt"], ["--event", "kiled", "raid.txt"], ["--item", "x", "raid.txt"],
    ["--min", "many", "raid.txt"], ["--min", "nan", "raid.txt"], ["--min", "inf", "raid.txt"], ["-j", "0", "raid.txt"],
    ["-j", "-1", "raid.txt"], ["-j", "100000", "raid.txt"], ["-j", "²", "raid.txt"], ["--max-size", "-1", "raid.txt"],
    ["--encoding", "nonsense", "raid.txt"], ["--encoding", "rot13", "raid.txt"], ["--encoding", "hex", "raid.txt"],
    ["--encoding", "undefined", "raid.txt"], ["--encoding", "punycode", "raid.txt"], ["--encoding", "unicode_escape", "raid.txt"],
    ["--encoding", "idna", "raid.txt"], ["--agent", "", "raid.txt"], ["--source", " ", "raid.txt"],
    ["--encoding", "\x1b[31m", "raid.txt"], ["--color", "x", "raid.txt"], ["completion"], ["completion", "csh"], ["schema", "x"],
    ["-f", "markdown", "raid.txt"], ["-f", "\x1b]0;x\x07", "raid.txt"], ["--excel=1", "raid.txt"],
]


@pytest.mark.parametrize(("words", "usage"), [
    (["explain"], "newsfacts explain [OPTIONS] FILE"), (["explain", "x", "-d", "x"], "newsfacts explain [OPTIONS] FILE"),
    (["schema", "x"], "newsfacts schema [OPTIONS]"), (["rules"], "newsfacts rules "), (["--bogus"], "newsfacts [extract] [OPTIONS]"),
    (["extract", "--bogus"], "newsfacts [extract] [OPTIONS]"),
])
def test_the_usage_line_is_that_of_the_command(words: list[str], usage: str) -> None:
    assert run(*words).err.startswith(f"Usage: {usage}")


@pytest.mark.parametrize(("words", "told"), [
    (["--id", "c999"], "there is no claim 'c999'"), (["--id", "x"], "there is no claim 'x'"),
    (["--at", "-5"], "--at: -5 is no character"), (["--at", "99999999"], "--at: 99999999 is no character"),
])
def test_explain_of_what_is_not_there(raid: Path, words: list[str], told: str) -> None:
    result = run("explain", "raid.txt", *words, cwd=raid)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert told in result.err
    assert run("explain", "raid.txt", "--at", "0", cwd=raid).code == 0


def test_standard_input_has_one_name_in_messages_and_another_in_tables(raid: Path) -> None:
    bad = RAID.encode() + b"\xe2\x80"
    assert run("--only", "claims", stdin=bad).err.startswith("newsfacts: standard input: 1 undecodable byte")
    rows = list(csv.reader(io.StringIO(run("-f", "csv", stdin=RAID.encode()).out)))
    assert {row[0] for row in rows[1:]} == {"-"}


def test_output_to_the_pipe_by_its_name(raid: Path) -> None:
    assert reports(run("-o", "/dev/stdout", "raid.txt", cwd=raid)) == reports(run("raid.txt", cwd=raid))


@pytest.mark.parametrize("words", BAD_USE, ids=" ".join)
def test_wrong_use(raid: Path, words: list[str]) -> None:
    result = run(*words, cwd=raid)
    assert result.code == 2
    assert result.out == ""
    usage, message = result.err.splitlines()
    assert usage.startswith("Usage: newsfacts ")
    assert message.startswith("newsfacts: ") and message.isprintable()


def test_help_at_a_terminal_without_input() -> None:
    main, other = pty.openpty()
    done = subprocess.run(command(), stdin=other, capture_output=True, text=True, env=environment(), check=False)
    os.close(main)
    os.close(other)
    assert done.returncode == 2
    assert done.stderr.startswith("Usage: newsfacts ")


def test_help_tells_every_option_and_command() -> None:
    result = run("--help")
    assert result.code == 0
    assert all(flag in result.out for option in OPTIONS for flag in option.flags)
    assert all(f"\n  {name} " in result.out for name in ("extract", "schema", "completion"))
    assert all(len(line) <= 100 for line in result.out.splitlines())
    assert run("extract", "--help").code == run("--version").code == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    result = run("completion", shell)
    assert result.code == 0
    assert f"{shell}_complete" in result.out
    asked = run(_NEWSFACTS_COMPLETE=f"{shell}_complete", COMP_WORDS="newsfacts --format j", COMP_CWORD="j" if shell == "fish" else "2")
    assert "json" in asked.out and "table" not in asked.out


# ---------------------------------------------------------------- faults: one table


def _file(name: str, data: bytes | None = RAID.encode()) -> object:
    return lambda folder: (folder / name).write_bytes(data or b"")


# name → what is done to the folder, the words, exit code, reports printed, what the message has ("" none)
FAULTS: dict[str, tuple[object, list[str], int, int, str]] = {
    "empty file": (_file("x.txt", b""), ["x.txt"], 0, 1, ""),
    "white space only": (_file("x.txt", " \n\t\u00a0\r\n".encode()), ["x.txt"], 0, 1, ""),
    "no newline at the end": (_file("x.txt", RAID.encode().rstrip()), ["x.txt"], 0, 1, ""),
    "missing file": (None, ["missing.txt"], 2, 0, "missing.txt: no such file"),
    "missing file among good ones": (None, ["raid.txt", "missing.txt", "raid.txt"], 2, 2, "missing.txt: no such file"),
    "command mistyped": (None, ["shcema", "raid.txt"], 2, 1, "shcema: no such file or command"),
    "empty folder": (lambda f: (f / "d").mkdir(), ["d"], 2, 0, "d: no *.txt file in this folder"),
    "folder as a file": (lambda f: (f / "d.txt").mkdir(), ["d.txt", "raid.txt"], 2, 1, "d.txt: no *.txt"),
    "read error": (None, ["/proc/self/mem", "raid.txt"], 2, 1, "/proc/self/mem: input/output error"),
    "null device": (None, ["/dev/null"], 0, 1, ""),
    "link to itself": (lambda f: (f / "l").symlink_to("l"), ["l", "raid.txt"], 2, 1, "l: too many levels"),
    "dangling link in a folder": (lambda f: (f / "l.txt").symlink_to("gone"), ["."], 2, 1, "./l.txt: no such file"),
    "name too long": (None, ["x" * 300, "raid.txt"], 2, 1, "file name too long"),
    "path too long": (None, ["x/" * 3000 + "y", "raid.txt"], 2, 1, "file name too long"),
    "empty name": (None, ["", "raid.txt"], 2, 1, "'': empty file name"),
    "odd name": (_file("a \"b'<c\n.txt"), ["a \"b'<c\n.txt"], 0, 1, ""),
    "escape in a missing name": (None, ["\x1b[31m[bold][/]\n.txt"], 2, 0, "␛[31m[bold][/] .txt: no such file"),
    "name that is not UTF-8": (_file(os.fsdecode(b"caf\xe9.txt")), [os.fsdecode(b"caf\xe9.txt")], 0, 1, ""),
    "missing name that is not UTF-8": (None, [os.fsdecode(b"caf\xe9.txt")], 2, 0, "caf\\xe9.txt: no such file"),
    "name beginning with a dash": (_file("-x.txt"), ["--", "-x.txt"], 0, 1, ""),
    "standard input twice": (None, ["-", "-"], 0, 2, ""),
    "bad bytes in the middle": (_file("x.txt", RAID.encode().replace(b"Of these", b"\xff\xfe\x80 Of these")), ["x.txt"], 0, 1, "x.txt: "),
    "UTF-8 cut at the end": (_file("x.txt", RAID.encode() + b"\xe2\x80"), ["x.txt"], 0, 1, "1 undecodable byte in utf-8"),
    "surrogates as bytes": (_file("x.txt", "é — ".encode() + RAID.encode() + b"\xed\xa0\x80"), ["x.txt"], 0, 1, "undecodable"),
    "overlong forms": (_file("x.txt", "é — ".encode() + RAID.encode() + b"\xc0\xaf"), ["x.txt"], 0, 1, "undecodable"),
    "one NUL": (_file("x.txt", RAID.encode().replace(b"drones.", b"dro\0nes.")), ["x.txt"], 0, 1, ""),
    "zeros": (_file("x.txt", bytes(5000)), ["x.txt", "raid.txt"], 2, 1, "x.txt: looks binary"),
    "an executable": (None, ["/bin/ls", "raid.txt"], 2, 1, "/bin/ls: looks binary"),
    "PNG": (_file("x.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), ["x.png", "raid.txt"], 2, 1, "looks binary"),
    "gzip": (_file("x.gz", b"\x1f\x8b\x08\0\x12\x34\0\0\0\x03K\x04\0\x43\xbe\xb7\xe8\x01\0"), ["x.gz"], 2, 0, "looks binary"),
    "PDF": (_file("x.pdf", b"%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n"), ["x.pdf"], 2, 0, "looks binary"),
    "every byte": (_file("x.bin", bytes(range(256)) * 4), ["x.bin"], 2, 0, "looks binary"),
    "too large": (None, ["--max-size", "100", "raid.txt"], 2, 0, "more than --max-size 100"),
    "too large, piped": (None, ["--max-size", "100", "-", "raid.txt", "--max-size", "1000"], 0, 2, ""),
    "HTML": (_file("x.html", f"<html><script>alert(1)</script>{RAID}</html>".encode()), ["x.html"], 0, 1, ""),
    "JSON": (_file("x.json", json.dumps({"text": RAID}).encode()), ["x.json"], 0, 1, ""),
    "templates": (_file("x.txt", f"%s {{0}} ${{HOME}} $(id) [bold] [/] {RAID}".encode()), ["x.txt"], 0, 1, ""),
    "ASCII read as UTF-16": (_file("x.txt", b"Four men die"), ["--encoding", "utf-16", "x.txt"], 0, 1, "x.txt: does not look like utf-16"),
    "output without a name": (None, ["-o", "", "raid.txt"], 2, 0, "--output: empty file name"),
    "rules that are missing": (None, ["-r", "missing.toml", "raid.txt"], 2, 0, "missing.toml: no such file"),
    "rules that are no TOML": (_file("r.toml", b"[event\n"), ["-r", "r.toml", "raid.txt"], 2, 0, "r.toml"),
    "rules that are a folder": (None, ["-r", ".", "raid.txt"], 2, 0, "."),
}


@pytest.mark.parametrize("name", FAULTS)
def test_faults(raid: Path, name: str) -> None:
    setup, words, code, printed, message = FAULTS[name]
    if callable(setup):
        setup(raid)
    result = run(*words, cwd=raid)
    assert result.code == code
    found = reports(result)
    assert len(found) == printed
    assert all(r["claims"] for r in found if r["source"]["name"] == "raid.txt")
    lines = [line for line in result.err.splitlines() if not line.startswith("Usage: ")]
    assert len(lines) == bool(message)
    assert message in result.err
    assert all(line.startswith("newsfacts: ") and line.isprintable() for line in lines)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable_file(raid: Path) -> None:
    (raid / "x.txt").write_text(RAID)
    (raid / "x.txt").chmod(0)
    result = run("x.txt", "raid.txt", cwd=raid)
    assert (result.code, result.err, len(reports(result))) == (2, "newsfacts: x.txt: permission denied\n", 1)


def test_a_folder_60_deep(tmp_path: Path) -> None:
    here = os.getcwd()
    os.chdir(tmp_path)
    try:
        for _ in range(60):
            os.mkdir("d" * 40)
            os.chdir("d" * 40)
        Path("x.txt").write_text(RAID)
    finally:
        os.chdir(here)
    assert len(reports(run(tmp_path))) == 1


def test_300_files_with_16_handles(tmp_path: Path) -> None:
    for name in range(300):
        (tmp_path / f"{name:03}.txt").write_text("Five people were killed.")
    line = "ulimit -n 16; " + " ".join(f"'{word}'" for word in command("."))
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, cwd=tmp_path, env=environment(), check=False)
    assert (done.returncode, done.stderr, done.stdout.count("\n")) == (0, "", 300)


# ---------------------------------------------------------------- many files


def test_jobs_print_the_same_in_the_same_order(tmp_path: Path) -> None:
    for name in range(30):
        (tmp_path / f"{name}.txt").write_text(RAID * (name % 3))
    (tmp_path / "17.txt").write_bytes(bytes(100))
    words = [".", "-", "missing.txt", "5.txt"]
    alone = run(*words, cwd=tmp_path, stdin=RAID.encode())
    assert alone.code == 2 and len(reports(alone)) == 31
    assert run("-j", "2", *words, cwd=tmp_path, stdin=RAID.encode()) == alone


def test_a_worker_killed(tmp_path: Path) -> None:
    for name in range(60):
        (tmp_path / f"{name}.txt").write_text(RAID * 100)
    process = subprocess.Popen(command("-j", "2", "."), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=tmp_path, env=environment())
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while not (workers := children.read_text().split()):
        time.sleep(0.02)
    os.kill(int(workers[0]), signal.SIGKILL)
    _, err = process.communicate(timeout=600)
    assert (process.returncode, err) == (2, b"newsfacts: a process of --jobs was stopped: the output is not complete\n")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_workers_end_with_the_program(tmp_path: Path, number: signal.Signals) -> None:
    for name in range(60):
        (tmp_path / f"{name}.txt").write_text(RAID * 200)
    process = subprocess.Popen(command("-j", "2", "."), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=tmp_path, env=environment(),
                               start_new_session=True)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while not children.read_text():
        time.sleep(0.02)
    if number == signal.SIGKILL:
        time.sleep(0.3)  # the workers have to be ready: nobody can tell them any more
        process.send_signal(number)
    else:
        os.killpg(process.pid, number)  # as Ctrl-C does
    _, err = process.communicate(timeout=30)  # to the end of the last process that holds standard error
    assert (process.returncode, err) == (-number if number == signal.SIGKILL else 128 + number, b"")


def test_first_line_comes_early(tmp_path: Path) -> None:
    """The first report is printed before the last input can be read."""
    (tmp_path / "raid.txt").write_text(RAID)
    process = subprocess.Popen(command("raid.txt", "-"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=tmp_path, env=environment())
    assert process.stdin is not None and process.stdout is not None
    assert json.loads(process.stdout.readline())["source"]["name"] == "raid.txt"
    process.stdin.close()
    assert json.loads(process.stdout.readline())["source"]["name"] == "-"
    process.stdout.close()
    assert process.wait() == 0


# ---------------------------------------------------------------- environments


ENVIRONMENTS: list[dict[str, str | None]] = [
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "latin-1"},
    {"PYTHONIOENCODING": "cp1252"}, {"TERM": None}, {"TERM": "dumb"}, {"HOME": None}, {"HOME": "/dev/null"}, {"TZ": "nonsense"},
    {"LANG": "xx_YY.nonsense", "LC_ALL": None}, {"LC_ALL": "tr_TR.UTF-8"}, {"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2"},
    {"COLUMNS": "0"}, {"COLUMNS": "x"}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}, {"PYTHONDEVMODE": "1"}, {"PYTHONOPTIMIZE": "2"},
    {"PYTHONWARNINGS": "error"},
]


NAMES = (RAID + "«Ådne Řezník» said: “Ніч”.").encode()


@pytest.fixture(scope="module")
def plain() -> Result:
    """What an ordinary environment gives."""
    return run(stdin=NAMES)


@pytest.mark.parametrize("env", ENVIRONMENTS, ids=lambda env: " ".join(f"{k}={v}" for k, v in env.items()))
def test_the_same_bytes_in_every_environment(plain: Result, env: dict[str, str | None]) -> None:
    assert run(stdin=NAMES, **env) == plain


def test_the_same_bytes_whatever_the_hash_seed() -> None:
    """Over all texts there are: a set that is printed in its own order shows only now and then."""
    folders = [ROOT / "samples", ROOT / "tests" / "cases"]
    outputs = {run(*folders, PYTHONHASHSEED=seed).out for seed in ("1", "2", "3", "4")}
    assert len(outputs) == 1


@pytest.mark.parametrize("env", [*ENVIRONMENTS[:6], {"NO_COLOR": "1", "FORCE_COLOR": "1"}, {"COLUMNS": "-5"}, {"COLUMNS": "99999999"}],
                         ids=lambda env: " ".join(f"{k}={v}" for k, v in env.items()))
def test_a_table_in_every_environment(env: dict[str, str | None]) -> None:
    result = run("-f", "table", stdin=NAMES, **env)
    assert (result.code, result.err) == (0, "")
    assert "163" in result.out and "\x1b" not in result.out
    assert max(map(len, result.out.splitlines())) <= 80 or "COLUMNS" in env


def test_colour_is_for_tables_only() -> None:
    assert "\x1b[" in run("-f", "table", stdin=RAID.encode(), FORCE_COLOR="1").out
    assert "\x1b[" in run("-f", "table", "--color", "always", stdin=RAID.encode(), NO_COLOR="1").out
    assert "\x1b" not in run("-f", "table", "--color", "never", stdin=RAID.encode(), FORCE_COLOR="1").out
    for format in FORMATS[1:]:
        assert "\x1b" not in run("-f", format, "--color", "always", stdin=RAID.encode(), FORCE_COLOR="1").out


@pytest.mark.parametrize("columns", [1, 20, 80, 200])
def test_a_terminal_gets_a_table_that_fits(columns: int) -> None:
    import fcntl
    import struct
    import termios

    main, other = pty.openpty()
    fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(command(), stdin=subprocess.PIPE, stdout=other, env=environment(TERM="xterm"))
    os.close(other)
    assert process.stdin is not None
    process.stdin.write(RAID.encode())
    process.stdin.close()
    shown = b""
    try:
        while part := os.read(main, 65536):
            shown += part
    except OSError:  # the end, as Linux tells it
        pass
    os.close(main)
    assert process.wait() == 0
    shown_plain = re.sub("\x1b\\[[0-9;]*m", "", shown.decode())
    assert ("\x1b[" in shown.decode()) == (columns >= 60)
    assert shown_plain.splitlines() and max(map(len, shown_plain.splitlines())) <= columns


def test_no_import_that_is_not_needed() -> None:
    """The start-up budget: what one report as JSON must not load."""
    code = (
        "import sys; from newsfacts.cli import main; code = main(['-f', 'jsonl', '-']); "
        "unwanted = 'typing click rich hashlib argparse logging tempfile tomllib multiprocessing csv datetime'; "
        "print([m for m in unwanted.split() if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], input=RAID.encode(), capture_output=True, check=True,
                          env=environment(PYTHONPATH=os.pathsep.join(p for p in sys.path if p)))
    assert done.stderr == b"[]\n"
