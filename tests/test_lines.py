"""Which line breaks are meant, and which lines belong to the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from newsfacts import extract
from newsfacts.lexicon import load_json
from newsfacts.lines import of_the_page, width
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
