"""What holds for every text: offsets, order, no exception, the same bytes again, two reports side by side."""

from __future__ import annotations

import json
from collections import Counter
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tables import cases

from newsfacts import extract

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
SENTENCES = [case.text for path in sorted((Path(__file__).parent / "cases").glob("*.txt")) for case in cases(path.name)]
WORDS = st.lists(st.sampled_from(
    "police said that 12 drones 1,200 were shot down killed wounded by the army of Ukraine Russia’s air force on 3 December 2023 overnight "
    "including three children “ ” ( ) , . : ; – - \n \n\n at least half dozens $ million % not may will He she it Mr. Shahed-136 no none "
    "Monday 31 February 0 ½ ² １２ 99999999999999999999 rose from to and or each of which the toll".split(" ")), max_size=60).map(" ".join)
TEXTS = st.one_of(st.text(max_size=200), WORDS, st.sampled_from(SENTENCES))


def sound(text: str) -> None:
    """Asserts what the contract promises of offsets and order."""
    report = extract(text)
    for facts in (report.dates, report.quantities, report.claims, report.quotes, report.findings):
        for fact in facts:
            assert 0 <= fact.start <= fact.end <= len(text)
    for kind in (report.dates, report.quantities, report.claims, report.quotes):
        for fact in kind:
            assert text[fact.start:fact.end] == fact.text
    for actor in report.actors:
        for mention in actor.mentions:
            assert text[mention.start:mention.end] == mention.text
    for claim in report.claims:
        start, end = report.sentences[claim.sentence]
        assert start <= claim.start and claim.end <= end
        assert text[start:end] == claim.context
    for quote in report.quotes:
        for part in quote.parts:
            assert quote.start <= part.start <= part.end <= quote.end
    for letter, kind in (("d", report.dates), ("q", report.quantities), ("c", report.claims), ("s", report.quotes)):
        assert [fact.id for fact in kind] == [f"{letter}{k}" for k in range(1, len(kind) + 1)]
        starts = [fact.start for fact in kind]
        assert starts == sorted(starts)
    json.dumps(report.to_dict(), allow_nan=False)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
@example('SHOT"THREE\rMIL')
def test_any_text(text: str) -> None:
    sound(text)


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["crlf", "cr"])
@given(text=TEXTS)
@settings(max_examples=150, deadline=None)
@example(text="ORSK, 3 May 2024 - Rebels killed 14\nsoldiers near\n\nTarn")
def test_line_ends_of_other_systems(end: str, text: str) -> None:
    text = text.replace("\r", "\n")
    given_text, moved = text.replace("\n", end), list(accumulate((len(end) if c == "\n" else 1 for c in text), initial=0))
    sound(given_text)
    assert _facts(given_text, None) == _facts(text, moved)


def _facts(text: str, moved: list[int] | None) -> Any:
    """All facts of a text, line ends as in Unix; `moved`: where each of its characters stands in another text."""

    def told(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {k: told(v, k) for k, v in value.items() if k != "source" or isinstance(v, str)}
        if isinstance(value, list):
            return [told(v, key) for v in value]
        if isinstance(value, str):
            return value.replace("\r\n", "\n").replace("\r", "\n")
        return moved[value] if moved is not None and isinstance(value, int) and key in ("start", "end", "number", "sentences") else value

    return told(extract(text).to_dict())


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_any_text_in_capitals(text: str) -> None:
    sound(text.upper())


UNSEEN = ["\xad", "\u200b", "\u2060", "\ufeff", "\u200f", "\x0b", "\u0301"]
ENDS = ["", "-", " Al-", " of the", " (+", " one", " and", " at least"]


@given(st.sampled_from(SENTENCES), st.integers(0, 300), st.integers(1, 300), st.sampled_from(ENDS))
@settings(max_examples=400, deadline=None)
@example("Nine fled.", 0, 300, " Rebels seized 253 Al-")
@example("Friday was calm.", 0, 10, "")
@example("A 150-for-150 swap.", 0, 13, "")
@example("Nine people died as crowds marked New Year in Karo.", 0, 42, "")
@example("They received 35 howitzers from Norland.", 0, 31, "")
def test_cut_off(text: str, start: int, length: int, end: str) -> None:
    """A text may begin and break off anywhere, also in the middle of a word."""
    sound(text[start:start + length] + end)


@given(st.lists(st.integers(0, len(SENTENCES) - 1), min_size=2, max_size=8), st.sampled_from([" ", "\n", "\n\n", "\r\n", "\u2028"]))
@settings(max_examples=60, deadline=None)
def test_sentences_together(picked: list[int], between: str) -> None:
    sound(between.join(SENTENCES[k] for k in picked))


@given(st.sampled_from(SENTENCES), st.lists(st.tuples(st.integers(0, 40), st.sampled_from(UNSEEN)), min_size=1, max_size=4))
@settings(max_examples=200, deadline=None)
@example("He said the evacuation of 800 people would be completed by Friday.", [(9, "\ufeff")])
@example("He put losses at 900 dead and 5,000 wounded.", [(5, "\ufeff")])
@example("The insurgents hold 14 of 22 districts.", [(5, "\x0b")])
def test_characters_that_are_not_seen(text: str, marks: list[tuple[int, str]]) -> None:
    """Soft hyphens, byte order marks and the like may stand anywhere, also as words of their own."""
    words = text.split(" ")
    for at, mark in marks:
        words.insert(at % (len(words) + 1), mark)
    sound(" ".join(words))


@given(TEXTS)
@settings(max_examples=60, deadline=None)
@example('kILLED"0\rOVERNIGHT')
def test_the_same_again(text: str) -> None:
    assert json.dumps(extract(text).to_dict()) == json.dumps(extract(text).to_dict())


def counted(report: Any, shift: int = 0) -> Counter[tuple[object, ...]]:
    return Counter((c.event, c.item, c.value, c.low, c.start + shift, c.end + shift) for c in report.claims)


@pytest.mark.parametrize("first", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("second", SAMPLES[:4], ids=lambda path: path.stem)
def test_two_reports_keep_their_facts(first: Path, second: Path) -> None:
    one, two = (path.read_text(encoding="utf-8").strip() for path in (first, second))
    both = extract(one + "\n\n\n" + two)
    assert counted(extract(one)) + counted(extract(two), len(one) + 3) == counted(both)
    own = {(d.start, d.end) for d in extract(one).dates} | {(d.start + len(one) + 3, d.end + len(one) + 3) for d in extract(two).dates}
    assert {(d.start, d.end) for d in both.dates} == own


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("change", [
    ("\n", "\r\n"), ("’", "'"), ("“", '"'), (" ", "\u00a0"), ("–", "—"),
], ids=["crlf", "apostrophe", "marks", "no-break", "dash"])
def test_typography_changes_no_number(path: Path, change: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    other = text.replace(*change).replace("”", '"') if change[1] == '"' else text.replace(*change)
    told = [[(c.event, c.item, c.value) for c in extract(t).claims] for t in (text, other)]
    assert told[0] == told[1]


def filled(text: str, width: int) -> str:
    """The text with its longer lines broken at spaces, so that none is longer than the width."""
    lines = []
    for line in text.split("\n"):
        while len(line) > width and (cut := line.rfind(" ", 0, width + 1)) > 0:
            lines.append(line[:cut])
            line = line[cut + 1:]
        lines.append(line)
    return "\n".join(lines)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_lines_filled_to_a_width_change_nothing(path: Path, width: int) -> None:
    text = path.read_text(encoding="utf-8")
    other = filled(text, width)
    assert len(other) == len(text)
    told, again = (json.dumps({**extract(t).to_dict(), "source": None}).replace("\\n", " ") for t in (text, other))
    assert told == again
