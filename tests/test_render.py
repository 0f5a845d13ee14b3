"""The output formats on hostile content: nothing of the text moves a cursor, breaks a line, a table, or the JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from command import RAID
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts import Claim, Report, extract
from newsfacts.cli.commands import extract as extract_command
from newsfacts.cli.options import OPTIONS, quick
from newsfacts.render import FORMATS, View, between, body, closing, opening
from newsfacts.render.cells import readable
from newsfacts.render.neutral import flat, neutral
from newsfacts.render.select import Filter
from newsfacts.report import ClaimTime, Source

BASE = replace(extract(RAID), source=Source("raid.txt", "utf-8", len(RAID), "0" * 64))
HOSTILE = [
    "\x1b[31mred", "\x1b]8;;http://x\x07link\x1b]8;;\x07", "\x1b]52;c;eHg=\x07", "\x1b]0;title\x07", "\x9b31m", "a\u202eb\u2066c",
    "[bold]x[/]", "[/]", "%s {0} ${HOME} $(id)", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "a\tb\rc\nd",
    "a\u2028b\u2029c\x85d", '"quoted", and', "<script>",
    "\0", "\ud800", "🇳🇴👩‍👩‍👧" * 5, "漢字" * 60, "e\u0301" * 90, "x" * 500, "\U000e0041\U000e0042", "‐‑‒", " ", "\ufeff",
]
UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def hostile(text: str) -> Report:
    """A report in all of whose facts the text stands."""
    time = ClaimTime("2024-05-14", None, None, text)
    claims = tuple(
        replace(c, item_text=text, text=f"5 {text}", context=text, agent=text, target=text, place=text, source=text, affiliation=text,
                via=text, instrument=text, time=time, modifier="vague" if k else c.modifier, value=None if k else c.value)
        for k, c in enumerate(BASE.claims)
    )
    return replace(
        BASE, source=replace(BASE.source, name=text), claims=claims,
        dates=tuple(replace(d, text=text, value=None) for d in BASE.dates),
        actors=tuple(replace(a, name=text, role=text, mentions=tuple(replace(m, text=text) for m in a.mentions)) for a in BASE.actors),
        quotes=tuple(replace(q, text=text, speaker=text, cue=text) for q in BASE.quotes),
    )


def printed(view: View, *reports: Report) -> str:
    """The whole output of a run."""
    return opening(view) + between(view).join(body(view, r) for r in reports) + closing(view, len(reports))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("format", FORMATS)
def test_nothing_of_the_text_reaches_the_terminal(format: str, text: str) -> None:
    out = printed(View(format), hostile(text))
    assert not UNSAFE.search(out.replace("\t", "") if format == "tsv" else out)
    out.encode("utf-8")


@pytest.mark.parametrize("text", [t for t in HOSTILE if t != "\ud800"], ids=range(len(HOSTILE) - 1))
def test_json_is_exact(text: str) -> None:
    report = hostile(text)
    assert json.loads(body(View("jsonl"), report)) == report.to_dict()
    assert json.loads(printed(View("json"), report)) == report.to_dict()
    assert json.loads(printed(View("json", several=True), report, BASE)) == [report.to_dict(), BASE.to_dict()]
    assert body(View("jsonl"), report).count("\n") == len(body(View("jsonl"), report).splitlines()) == 1
    facts = [json.loads(line) for line in body(View("facts"), report).splitlines()]
    assert {fact["report"] for fact in facts} == {text}


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("format", ["csv", "tsv"])
def test_cells_are_safe(format: str, text: str) -> None:
    out = printed(View(format), hostile(text))
    table = list(csv.reader(io.StringIO(out, newline=""), delimiter="\t" if format == "tsv" else ","))
    assert len({len(row) for row in table}) == 1
    assert len(out.split("\n")) == len(table) + 1 == len(BASE.claims) + 2
    for row in table[1:]:
        assert not any(cell.lstrip()[:1] in tuple("=+@-\t\r") for cell in row if not re.fullmatch(r"-?[\d.]+|\s*", cell))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_line_is_wider_than_the_screen(text: str) -> None:
    from rich.cells import cell_len

    for width in (1, 2, 7, 12, 20, 59, 60, 80, 116, 160):
        for ascii_only in (False, True):
            out = printed(View("table", width=width, ascii=ascii_only), hostile(text))
            assert max(map(cell_len, out.split("\n"))) <= width
            assert out.isascii() or not ascii_only


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200), st.integers(1, 170))
def test_any_text_on_any_screen(text: str, width: int) -> None:
    from rich.cells import cell_len

    out = printed(View("table", width=width), hostile(text))
    assert max(map(cell_len, out.split("\n"))) <= width
    assert not UNSAFE.search(out)


def test_the_table_tells_what_a_reader_asks() -> None:
    out = body(View("table", width=80), BASE)
    assert out.startswith("Drones strike the port of Sundhaven\nraid.txt, dated 2024-05-14")
    assert all(words in out for words in ("Claims (", "Dates (", "Actors (", "Quotes (", "How many", "Who says so"))
    row = next(line for line in out.splitlines() if line.split()[:2] == ["163", "drones"])
    assert "launched" in row and "by Norland" in row
    assert re.search(r"at least 5 +people: killed", out)
    assert "Quantities" not in out
    assert "12 kilometres" in body(View("table", only=("quantities",)), BASE)
    wide = body(View("table", width=150), BASE)
    assert all(column in wide for column in ("How many", "What", "Event", "By whom", "When", "Who says so"))


@pytest.mark.parametrize(("value", "shown"), [
    ("2023-12-02TNI", "2023-12-02, night"), ("2023-12-02T14:30", "2023-12-02, 14:30"), ("2023-12-02", "2023-12-02"), ("PT3H", "PT3H"),
    ("2023-WI", "2023-WI"), ("XXXX-12-02", "XXXX-12-02"), (None, ""), ("TNI", "TNI"),
])
def test_dates_are_readable(value: str | None, shown: str) -> None:
    assert readable(value) == shown


def test_an_empty_report() -> None:
    nothing = extract("")
    assert "Nothing found." in body(View("table"), nothing)
    assert body(View("lines"), nothing) == "(nothing)\n"
    assert printed(View("facts"), nothing) == ""
    assert printed(View("csv"), nothing).count("\n") == 1
    assert printed(View("json", several=True)) == "[\n]\n"


def test_parts_and_contradictions_are_told_in_the_table() -> None:
    first = replace(BASE.claims[0], id="c1", value=163)
    second = replace(BASE.claims[1], id="c2", value=128, part_of="c1", contradicts=("c1",))
    out = body(View("table"), replace(BASE, claims=(first, second)))
    assert "of the 163" in out and "but: 163" in out


@pytest.mark.parametrize(("item", "value", "shown"), [
    ("drone", 12, "drones: launched"), ("drone", 1, "drone: launched"), ("ship", 3, "ships: launched"),
    ("body", None, "bodies: launched"), ("person", 0, "people: launched"), ("other", 4, "other: launched"),
])
def test_counted_things_that_the_text_does_not_name_again(item: str, value: int | None, shown: str) -> None:
    made = claim(item=item, value=value, item_text="", affiliation=None)
    assert f" {shown} " in body(View("table", width=80, only=("claims",)), replace(BASE, claims=(made,)))


def claim(**changes: object) -> Claim:
    return replace(BASE.claims[0], **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(("condition", "made", "kept"), [
    (Filter(events=("killed", "wounded")), claim(event="wounded"), True), (Filter(events=("killed",)), claim(event="wounded"), False),
    (Filter(items=("drone",)), claim(item="missile"), False), (Filter(agent="NOR"), claim(agent="Norland"), True),
    (Filter(agent="Nor"), claim(agent=None), False), (Filter(agent="Velm's N"), claim(agent="Velm’s navy"), True),
    (Filter(source="Velm’s n"), claim(source="Velm's navy"), True), (Filter(source="navy"), claim(source="the Navy"), True),
    (Filter(least=5), claim(value=5), True), (Filter(least=5), claim(value=None, low=24), True),
    (Filter(least=5), claim(value=4, low=4), False),
    (Filter(least=5), claim(value=None, low=None), False), (Filter(least=0), claim(value=0), True), (Filter(), claim(), True),
    (Filter(events=("killed",), least=5), claim(event="killed", value=4), False),
])
def test_filters(condition: Filter, made: Claim, kept: bool) -> None:
    assert condition.keeps(made) is kept


@pytest.mark.parametrize(("text", "line"), [
    ("a\x1b[31m", "a␛[31m"), ("a\nb", "a␊b"), ("\x7f\x85", "␡<U+0085>"), ("\u202e", "<U+202E>"), ("\udce9", "<U+DCE9>"), ("é漢🇳🇴", "é漢🇳🇴"),
])
def test_neutral(text: str, line: str) -> None:
    assert neutral(text) == line


def test_flat_is_one_line() -> None:
    assert flat(" a\r\n b\t\u2028c ") == "a b c"


WORDS = [flag for option in OPTIONS for flag in option.flags] + [f"{option.flags[-1]}=x" for option in OPTIONS] + [
    "-", "--", "", "x", "a.txt", "-ejson", "-fjson", "-eq", "--format=json", "json", "auto", "never", "-1", "--nonsense", "--form",
    "--help",
]


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=6))
def test_the_quick_reader_says_what_click_says(words: list[str]) -> None:
    """Where it gives parameters at all; simple calls it must take."""
    found = quick(words)
    if found is not None:
        assert found == extract_command.make_context("extract", list(words)).params
    elif not any(word.startswith("-") for word in words):
        raise AssertionError("files alone are for the quick reader")


@pytest.mark.parametrize("words", [
    ["a.txt"], ["-f", "json", "a.txt", "-"], ["--format=csv", "-d", "2024-05-14"],
    ["-q", "-e", "--only", "dates", "--only", "claims"], ["--", "-x"],
])
def test_the_quick_reader_takes_plain_calls(words: list[str]) -> None:
    assert quick(words) == extract_command.make_context("extract", list(words)).params


@pytest.mark.parametrize("piece", [
    "five were killed ", "12 drones were shot down and ", "he said ", "said that ", "of which 3 were killed ", "Ilsa Marden said ",
    '"5 died," ', "5, ",
    "on 3 May 2024 and ", "Norland and ", "the navy’s ", "killed ", "“a ‘b’ ” ",
])
def test_the_output_grows_with_the_input(piece: str) -> None:
    """No fact carries more of the text with it, the longer the text is: a text without a full stop is no sentence."""
    short, long = (len(body(View(), extract(piece * count))) for count in (1000, 4000))
    assert long < 4.5 * short
