"""Actors against the tables of examples in cases/actors.txt, and what holds for any text."""

from __future__ import annotations

from pathlib import Path

import growth
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import actors
from newsfacts.drafts import ActorDraft, Actors
from newsfacts.tokens import tokenize

CASES = Path(__file__).parent / "cases"
CAPITALS = st.lists(st.sampled_from("Anna Kolar Mr. the The of and Ministry River President Ukraine Ukraine's al - ( ) , . \n he said in "
                                    "NATO Russian forces 93rd Brigade ’s van der N. 12 officials II & May".split(" ")), max_size=30)


def cases(name: str) -> list[tuple[str, list[str]]]:
    """[(text, expected lines)] of a case file."""
    out: list[tuple[str, list[str]]] = []
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            out[-1][1].append(line.strip())
        elif line and line[0] != "#":
            out.append((line.replace("\\n", "\n"), []))
    return out


def find(text: str) -> Actors:
    return actors.find(tokenize(text), [], [])


def shown(text: str, actor: ActorDraft) -> str:
    """One actor as a line of the case files."""
    called: dict[str, None] = {}
    for mention in actor.mentions:
        words = text[mention.start:mention.end]
        if mention.form == "pronoun":
            called[f"({words})"] = None
        elif mention.form == "role":
            called[f"={words}"] = None
        elif words not in actor.name or mention.form == "short":
            called[f'"{words}"'] = None
    parts = [f'actor {actor.kind} "{actor.name}"']
    parts += [f"role {actor.role}"] if actor.role else []
    parts += [f"country {actor.country}"] if actor.country else []
    parts += ["also " + " ".join(called)] if called else []
    return " | ".join(parts)


def lines(text: str) -> list[str]:
    return [shown(text, actor) for actor in find(text).list] or ["(nothing)"]


@pytest.mark.parametrize(("text", "expected"), cases("actors.txt"))
def test_cases(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(("text", "expected"), cases("known-failures-actors.txt"))
@pytest.mark.xfail(strict=True)
def test_known_failures(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(("word", "side"), [
    ("Ukrainian", "Ukraine"), ("Ukrainians", "Ukraine"), ("Kyiv", "Ukraine"), ("KYIV", "Ukraine"), ("Kremlin", "Russia"),
    ("Poles", "Poland"), ("Dutch", "Netherlands"), ("U.S.", "United States"), ("Houthi", "Houthis"), ("Hamas", "Hamas"), ("us", None),
    ("table", None), ("", None),
])
def test_side_of(word: str, side: str | None) -> None:
    assert actors.side_of(word) == side


@given(st.one_of(st.text(), CAPITALS.map(" ".join)))
def test_any_text(text: str) -> None:
    found = find(text)
    for who, actor in enumerate(found.list):
        assert actor.mentions
        for mention in actor.mentions:
            assert mention.start < mention.end <= len(text)
            assert found.at[mention.first] == who
            assert found.mention_at[mention.first] is mention
    firsts = [actor.mentions[0].first for actor in found.list]
    assert firsts == sorted(firsts)


@pytest.mark.parametrize("unit", ["Abel Baker ", "Ministry of ", "de Al-", "A. ", "Russian ", "X and ", "he said ", "the minister "])
def test_runs_are_linear(unit: str) -> None:
    growth.check(find, unit, 5_000)
