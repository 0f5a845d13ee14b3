"""Quotes against the table of examples in cases/quotes.txt, and what holds for any text."""

from __future__ import annotations

from pathlib import Path

import growth
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import actors, sources
from newsfacts.drafts import Actors, QuoteDraft
from newsfacts.tokens import Doc, tokenize

CASES = Path(__file__).parent / "cases"
MARKED = st.lists(st.sampled_from("“ ” \" ' « » „ said , . : \n\n that police according to He it which - ( ) This was by put at 12 "
                                  "quoted as saying citing died claimed and added Ivo Marn 's the claim not verified ! ? adding "
                                  "Ministry of Address by per in words".split(" ")), max_size=40)


def find(text: str) -> tuple[Doc, Actors, list[QuoteDraft]]:
    doc = tokenize(text)
    who = actors.find(doc, [], [])
    return doc, who, sources.find(doc, who)


def shown(text: str, who: Actors, quote: QuoteDraft) -> str:
    """One quote as a line of the case file."""
    content = " ... ".join(text[a:b] for a, b in quote.parts)
    speaker = quote.speaker_text if quote.speaker is None else who.list[quote.speaker].name
    via = quote.via_text if quote.via is None else who.list[quote.via].name
    return f"quote {quote.kind} {content} | speaker {speaker} | cue {quote.cue} {quote.stance}" + (f" | via {via}" if via else "")


def cases(name: str = "quotes.txt") -> list[tuple[str, list[str]]]:
    out: list[tuple[str, list[str]]] = []
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            out[-1][1].append(line.strip())
        elif line and line[0] != "#":
            out.append((line.replace("\\n", "\n"), []))
    return out


@pytest.mark.parametrize(("text", "expected"), cases())
def test_cases(text: str, expected: list[str]) -> None:
    _, who, quotes = find(text)
    assert ([shown(text, who, q) for q in quotes] or ["(nothing)"]) == expected


@pytest.mark.xfail(strict=True, raises=AssertionError)
@pytest.mark.parametrize(("text", "expected"), cases("known-failures-quotes.txt"))
def test_known_failures(text: str, expected: list[str]) -> None:
    test_cases(text, expected)


def sources_of(text: str, *places: str) -> list[str | None]:
    """The source of what stands at each of some words."""
    doc, who, quotes = find(text)
    reach = sources.Attribution(doc, quotes, who)
    found = [reach.source_of(text.index(place)) for place in places]
    return [None if q is None else q.speaker_text if q.speaker is None else who.list[q.speaker].name for q in found]


def test_reach() -> None:
    assert sources_of("The ministry said that nine had died. In addition, 12 were hurt. Rain fell.", "nine", "12", "Rain") == [
        "ministry", "ministry", None]
    assert sources_of("The ministry gave figures. It counted 12 dead. Forty were hurt, it added.", "12", "Forty") == [
        "ministry", "ministry"]
    assert sources_of("Police said nine had died.\n\nIn addition, 12 were hurt.", "12") == [None]
    assert sources_of("Four roads were closed. In addition, 12 were hurt.", "12") == [None]


def test_author() -> None:
    assert sources_of("Our fields\n\nAddress by President Olha Marn at the fair\n\nWe lost 12 barns.", "12") == ["Olha Marn"]
    assert sources_of("ROADS OPEN\n\nWe cleared 12 roads.\n\nMinistry of Transport", "12") == ["Ministry of Transport"]
    assert sources_of("ROADS OPEN\n\nWe cleared 12 roads near the Ministry of Transport", "12") == [None]
    assert sources_of("Our fields - address by the President of Norland\n\nWe lost 12 barns.", "12") == ["President of Norland"]
    assert sources_of("Speech by President Olha Marn draws crowd\n\nThe snow closed 12 roads.", "12") == [None]
    assert sources_of("Speech by the mayor draws crowd\n\nThe snow closed 12 roads.", "12") == [None]
    assert sources_of("Police Close Twelve Roads\n\nThe snow closed 12 roads.", "12") == [None]
    assert sources_of("Police Find Five Boats\n\nThe snow closed 12 roads.", "12") == [None]
    assert sources_of("Roads open\n\nThe address by President Olha Marn was long. It named 12 roads.", "12") == [None]


@given(st.one_of(st.text(), MARKED.map(" ".join)))
def test_any_text(text: str) -> None:
    doc, who, quotes = find(text)
    reach = sources.Attribution(doc, quotes, who)
    for quote in quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert (quote.start, quote.end) == (quote.parts[0][0], quote.parts[-1][1])
        assert quote.speaker is None or 0 <= quote.speaker < len(who.list)
        reach.source_of(quote.start)


@pytest.mark.parametrize("unit", ['" ', "said ", "said, ", 'a "b said ', "he said that "])
def test_linear(unit: str) -> None:
    growth.check(lambda text: sources.find(tokenize(text), Actors([], {}, {})), unit, 4_000)
