"""Dates: the tables of phrasings, texts without a date, the publication date, properties."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from growth import check
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import dates
from newsfacts.dates import calendar
from newsfacts.drafts import Timex
from newsfacts.report import ReferenceDate
from newsfacts.tokens import tokenize

CASES = Path(__file__).parent / "cases"
WORDS = st.sampled_from(
    """3 31 32 1945 2023 99999 0000 1,990 2.5 03/12/2023 2023-12-03 10:35 Dec . December May march Friday fri Sunday night overnight
    last next this the a of in on at to and - – , year years week quarter third first second half ago later before after since
    Christmas Easter Ramadan New Year tomorrow noon p.m. GMT BC AD '23 1980s eighties winter every early mid end beginning period
    same that fiscal Q3 will said ( ) twenty five hundred couple few several decades century weekend now soon past future""".split()
)


def found(text: str, date: str | None = None, filename: str | None = None) -> tuple[list[Timex], ReferenceDate]:
    doc = tokenize(text)
    timexes = dates.find(doc)
    return timexes, dates.resolve(doc, timexes, date, filename)


@cache
def lines(name: str) -> tuple[str, ...]:
    text = (CASES / name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("#"))


def phrasings() -> list[tuple[str | None, str, str]]:
    """(reference date, wanted, phrasing)."""
    out, date, wanted = [], None, ""
    for line in lines("dates.txt"):
        if line.startswith("["):
            date = None if line == "[none]" else line.strip("[]")
        elif not line.startswith(" "):
            wanted = line
        else:
            out.append((date, wanted, line.strip().replace("\\n", "\n")))
    return out


def marked(phrasing: str) -> tuple[str, int, int]:
    """The text of a phrasing and the span of its expression (the last one between < and >, else the whole)."""
    pieces = re.split("([<>])", phrasing)
    text, start, end = "", 0, -1
    for piece in pieces:
        if piece == "<":
            start = len(text)
        elif piece == ">":
            end = len(text)
        else:
            text += piece
    return text, start, len(text) if end < 0 else end


@pytest.mark.parametrize(("date", "wanted", "phrasing"), phrasings())
def test_phrasing(date: str | None, wanted: str, phrasing: str) -> None:
    text, start, end = marked(phrasing)
    timexes, _ = found(text, date)
    at = {(t.start, t.end): t for t in timexes}
    shown = [(text[t.start:t.end], t.type, t.value, t.from_, t.to, t.mod, t.resolved) for t in timexes]
    assert (start, end) in at, shown
    timex = at[start, end]
    value, *fields = wanted.split(" | ")
    assert str(timex.value or "null") == value, shown
    kinds = [f for f in fields if f.isupper()]
    assert not kinds or timex.type == kinds[0], shown
    for field in fields:
        if ".." in field:
            assert f"{timex.from_}..{timex.to}" == field, shown
        elif field.startswith("mod="):
            assert timex.mod == field[4:], shown
        elif field.islower():
            assert timex.resolved == field, shown


def test_enough_phrasings() -> None:
    assert len(phrasings()) >= 400
    assert len(lines("not-dates.txt")) >= 100


@pytest.mark.parametrize("text", lines("not-dates.txt"))
def test_no_date(text: str) -> None:
    text = text.replace("\\n", "\n")
    timexes, _ = found(text, "2023-12-06")
    assert [(text[t.start:t.end], t.value) for t in timexes] == []


@pytest.mark.parametrize(("text", "option", "filename", "value", "origin"), [
    ("Nine were hurt on Thursday. " + "The talks went on. " * 60 + "It began on 7 October 2023.", None, None, None, "none"),
    ("Norland has lost 40 tanks since 24 February 2022. Nine were hurt on Thursday.", None, None, None, "none"),
    ("He was born on 3 May 1950. He quit on Monday.", None, None, None, "none"),
    ("On 24 February 2022 nine were hurt.", None, None, "2022-02-24", "text"),
    ("Date: 2023-12-03\nPort hit\nNine fell on December 2.", None, None, "2023-12-03", "metadata"),
    ("date: December 3, 2023\n\nNine fell on December 2.", None, None, "2023-12-03", "metadata"),
    ("Published: 3 December 2023\n\nNine fell on January 2, 2020.", None, None, "2023-12-03", "metadata"),
    ("NORVALE, Dec. 3, 2023 (Agency) - Nine fell on January 2, 2020.", None, None, "2023-12-03", "dateline"),
    ("NORVALE, Norland (Jan. 10, 2011) – Nine fell on Sunday.", None, None, "2011-01-10", "dateline"),
    ("NORVALE (Agency), Dec. 3 - The pact of December 1, 2023 holds.", None, None, "2023-12-03", "dateline"),
    ("NORVALE, Dec. 3 (Agency) – Nine fell on Sunday.", None, "report-2023-12-04.txt", "2023-12-03", "dateline"),
    ("Dec. 20: Raids in the east\nRelease 2023-12-CA-074\nNine fell last night.", None, None, "2023-12-20", "dateline"),
    ("2019-02-R-31\nNORVALE, Norland (Feb. 20) – Forces killed two rebels yesterday.", None, None, "2019-02-20", "dateline"),
    ("Release 2018-12-R-31\nNORVALE, Norland (Jan. 1) – Nine fell.", None, None, "2019-01-01", "dateline"),
    ("Release 2018-06-R-31\nNORVALE, Norland (Jan. 1) – Nine fell.", None, None, None, "none"),
    ("Nine fell after 9/11.", None, None, None, "none"),
    ("The head of state said on December 3, 2023, that talks go on. They met on January 1, 2020.", None, None, "2023-12-03", "text"),
    ("Nine fell on Sunday.", None, "20231203-raid.txt", "2023-12-03", "filename"),
    ("Nine fell on Sunday.", None, "raid_2023-12-03.txt", "2023-12-03", "filename"),
    ("Nine fell on Sunday.", None, "raid.txt", None, "none"),
    ("Nine fell on December 3, 2023.", "2024-01-05", "2022-01-01.txt", "2024-01-05", "option"),
    ("Published 12 March 2019, 14:05 GMT\n\nTown hit\nNine fell on Monday.", None, None, "2019-03-12", "metadata"),
    ("Town hit\nLast modified on Tue 12 Mar 2019 14.05 GMT\nNine fell on Monday.", None, None, "2019-03-12", "metadata"),
    ("Issued: 3 December 2023\nNine fell on Monday.", None, None, "2023-12-03", "metadata"),
    ("Published on 3 May 1950 by a small house in Karo, the book sold well.", None, None, "1950-05-03", "text"),
    ("KARO, Nov. 5 -- The probe, launched on 20 January 2018, will fly next month. In 2019 a wheel failed.", None, None, None, "none"),
    ("KARO, Nov. 5 -- Talks will open for the first time since 2017, the ministry said.", None, None, None, "none"),
    ("KARO, Nov. 5 -- The budget for 2023 is spent, the ministry said.", None, None, "2023-11-05", "dateline"),
    ("KARO, Nov. 5 -- The pact of 3 May 2018 holds, and will until 2029.", None, None, "2018-11-05", "dateline"),
    ("Nothing is told.", None, None, None, "none"),
    ("On 31 February 2023 nothing happened.", None, None, None, "none"),
])
def test_reference_date(text: str, option: str | None, filename: str | None, value: str | None, origin: str) -> None:
    _, reference = found(text, option, filename)
    assert (reference.value, reference.origin) == (value, origin)


def test_history() -> None:
    """A history counts from the date told last; a report with as many old years, which tells a day of its own, does not."""
    old = "".join(f"A bridge fell in {year}. " for year in range(1931, 1941))
    history, _ = found(old + "A mill burned in 1941. A year later it stood.", "2023-12-06")
    assert history[-1].value == "1942"
    assert found(old + "It was sold last year.", "2023-12-06")[0][-1].value == "1939"
    assert found("It was sold on December 4, 2023. " + old + "It was sold last year.", "2023-12-06")[0][-1].value == "2022"


def test_calendar() -> None:
    for day in range(-4000, 800_000, 997):
        year, month, of_month = calendar.civil(day)
        assert calendar.ordinal(year, month, of_month) == day
        assert calendar.is_date(year, month, of_month)
    assert calendar.weekday(calendar.ordinal(2023, 12, 6)) == 3
    assert calendar.iso_week(calendar.ordinal(2021, 1, 3)) == (2020, 53)
    assert calendar.civil(calendar.add_months(calendar.ordinal(2024, 1, 31), 1)) == (2024, 2, 29)


REFERENCES = st.sampled_from([None, "2023-12-06", "0001-01-01", "9999-12-31", "x"])


@given(st.one_of(st.text(), st.lists(WORDS, max_size=30).map(" ".join)), REFERENCES)
def test_any_text(text: str, date: str | None) -> None:
    timexes, _ = found(text, date, text[:40])
    last = 0
    for t in timexes:
        assert last <= t.start < t.end <= len(text)
        last = t.end
        assert t.resolved in ("explicit", "relative", "context", "none")
        assert t.type in ("DATE", "TIME", "DURATION", "SET")
        for day in (t.from_, t.to):
            assert day is None or re.fullmatch(r"\d{4}-\d\d-\d\d", day)


def read(text: str) -> None:
    doc = tokenize(text)
    dates.resolve(doc, dates.find(doc), "2023-12-06")


@pytest.mark.parametrize("unit", [
    "3 ", "2023 ", "to ", "of ", "to to of ", "Dec. 3, 2023 and ", "Friday ", "the last ", "twenty-five hundred ", "2023-12-03 ",
    "03/12/2023 ", "1-2-3-4-", "the night of ", "3, 4, 5, ", "overnight into ", "early late mid ", "a year ago ", "10:35 ",
    "Monday and Tuesday, ", "between 3 and ", "' ", "few ", "half and a ", "may May March ", "year-", "Dec. 3 ", "\n", "7" * 50,
])
def test_linear(unit: str) -> None:
    check(read, unit, 4000)
