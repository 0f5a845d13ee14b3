"""Which line breaks are meant, and which lines belong to the page."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from newsfacts import extract
from newsfacts.explain import explain
from newsfacts.given import reading
from newsfacts.lexicon import load_json
from newsfacts.lines import of_the_page, width
from newsfacts.rules import builtin
from newsfacts.tokens import tokenize

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
ROWS = load_json("page")["line"]


@pytest.mark.parametrize(("line", "page"), [(line, key == "yes") for row in ROWS for key in ("yes", "no") for line in row[key]])
def test_lines_of_the_page(line: str, page: bool) -> None:
    assert of_the_page(tokenize(line).low[0], line, 0, len(line)) is page


@pytest.mark.parametrize("lines", ["By Jens Moll and Anna Berg", "Updated 2 hours ago", "Share this article\n3 min read"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_lines_of_the_page_change_no_claim(path: Path, lines: str) -> None:
    text = path.read_text(encoding="utf-8")
    headline, _, rest = text.partition("\n")
    told, again = ([(c.event, c.item, c.value, c.agent, c.affiliation, c.place, c.source, c.modality, c.time and c.time.value)
                    for c in extract(t).claims] for t in (text, f"{headline}\n\n{lines}\n{rest}"))
    assert told == again


MARKUP = {
    "bold": (r"(?<![\w.,:/–$€£-])(\d[\d,]*)(?= [a-z])", r"**\1**"),
    "italic": (r"\b(killed|drones|people|said)\b", r"_\1_"),
    "tags": (r"(?<![\w.,:/–$€£-])(\d[\d,]*)(?= [a-z])", r"<b>\1</b>"),
    "notes": (r"(?<=[a-z])\.(?= [A-Z])", ".[3]"),
    "emoji": (r"\n(?=\S)", "\n⚡️ "),
}


@pytest.mark.parametrize("kind", MARKUP)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_markup_changes_no_claim(path: Path, kind: str) -> None:
    text = path.read_text(encoding="utf-8")
    marked = re.sub(*MARKUP[kind], text)
    told, again = ([(c.event, c.item, c.value, c.agent, c.affiliation, c.place, c.source, c.modality, c.time and c.time.value)
                    for c in extract(t).claims] for t in (text, marked))
    assert told == again


@pytest.mark.parametrize("written", [lambda word: word[:1].upper() + word[1:], str.upper], ids=["capitals", "in-capitals"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_how_a_title_is_written_changes_no_number(path: Path, written: Callable[[str], str]) -> None:
    title, rest = path.read_text(encoding="utf-8").split("\n", 1)
    told, again = ([(c.event, c.item, c.value, c.agent, c.source, c.modality, c.time and c.time.value)
                    for c in extract(f"{line}\n{rest}").claims] for line in (title, " ".join(map(written, title.split(" ")))))
    assert str(told).lower() == str(again).lower()


@pytest.mark.parametrize(("text", "filled"), [
    ("The coastal brigade said on Monday that it\nhad fired forty-one drones at the port of\nthe north, and that nine sailors had been\n"
     "hurt.", 42),
    ("Nine men fell on Monday, the army said.\nThe town was quiet.\nRescuers came at noon.", 0),
    ("Police in Lorvik arrest 26\nStorm leaves 9,000 homes in the dark\nCourt frees five journalists", 0),
])
def test_width(text: str, filled: int) -> None:
    assert width(text) == filled


def _told(text: str) -> list[tuple[object, ...]]:
    return [(c.event, c.item, c.value, c.agent, c.affiliation, c.target, c.place, c.source, c.cue, c.modality, c.time and c.time.value,
             c.headline, c.item_text, c.sentence) for c in extract(text).claims]


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["crlf", "cr"])
@pytest.mark.parametrize("filled", [0, 60, 72, 80])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_line_ends_change_no_fact(path: Path, filled: int, end: str) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    if filled:
        lines = [part for line in lines for part in (textwrap.wrap(line, filled) or [""])]
    unix, other = "\n".join(lines), end.join(lines)
    assert _told(unix) == _told(other)
    first, second = extract(unix), extract(other)
    for kind in ("dates", "quantities", "claims", "quotes", "findings"):
        a, b = getattr(first, kind), getattr(second, kind)
        assert [unix[x.start:x.end].split() for x in a] == [other[x.start:x.end].split() for x in b]
    assert first.headline is not None and second.headline is not None and first.headline.text.split() == second.headline.text.split()
    one, two = ([(x.name, x.kind, x.role, len(x.mentions)) for x in report.actors] for report in (first, second))
    assert one == two


def test_a_headline_over_lines_of_windows() -> None:
    text = "Blast kills 4 in Orsk\r\n\r\nORSK, 3 May 2024 - Rebels killed 14\r\nsoldiers near Tarn.\r\n"
    report = extract(text)
    assert [(c.item, c.value, c.text) for c in report.claims] == [("person", 4, "4"), ("soldier", 14, "14\r\nsoldiers")]
    assert report.findings == () and report.source.characters == len(text)
    assert "  (3:34)" in "\n".join(explain(text, claim="c2")) and "  (3:34)" in "\n".join(explain(text.replace("\r\n", "\r"), claim="c2"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_text_in_capitals_reads_as_its_ordinary_form(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    told, again = ([(c.event, c.item, c.value, (c.source or "").lower(), c.modality, c.time and c.time.value, c.start, c.end)
                    for c in extract(t).claims] for t in (text, text.upper()))
    assert told == again


@pytest.mark.parametrize(("text", "usual"), [
    ("REBELS KILLED 14 SOLDIERS IN VELMIA ON TUESDAY.", "Rebels killed 14 soldiers in Velmia on Tuesday."),
    ("KARO, MARCH 3 (WIRE) -- GEN. MARK BROWN SAID THE U.S. ARMY LOST 3 MEN.",
     "KARO, March 3 (WIRE) -- Gen. Mark Brown said the U.S. army lost 3 men."),
    ("THE UNITED NATIONS TOLD US THAT US TROOPS MAY LEAVE IN MAY.", "The United Nations told us that US troops may leave in May."),
    ("IT WASN'T PRESIDENT PETRO DANYK'S ARMY. 3 WERE HURT.", "It wasn't President Petro Danyk's army. 3 were hurt."),
    ("Fire in Velm\n\nNINE MEN DIED ON FRIDAY.\nThe town was quiet.", "Fire in Velm\n\nNine men died on Friday.\nThe town was quiet."),
    ("NINE MEN DIED\nThe town of Velm was quiet on Friday.", "NINE MEN DIED\nThe town of Velm was quiet on Friday."),  # a title: `casing`
    ("NATO", "NATO"),
])
def test_capitals_written_as_usual(text: str, usual: str) -> None:
    assert reading(text, builtin()) == usual


@pytest.mark.parametrize("text", ["REBELS KILLED 14 SOLDIERS IN TARN.", "REBELS KILL 14 IN TARN\nThe town was quiet on Friday.",
                                  "The army spoke.\nREBELS KILLED 14 SOLDIERS."])
def test_agents_in_capitals_are_named_as_usual(text: str) -> None:
    assert [c.agent for c in extract(text).claims] == ["rebels"]
