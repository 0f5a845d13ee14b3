"""Numbers: the tables of examples, what the stages after it read from them, and what holds for any text."""

from __future__ import annotations

import json
import math
from functools import cache

import pytest
from growth import check as check_growth
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import FOLDER, Case, cases, check

from newsfacts import numbers
from newsfacts.drafts import Number
from newsfacts.numbers.words import plural, singular, tag_string
from newsfacts.tokens import tokenize

NONE = [line for line in (FOLDER / "quantities-none.txt").read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
WORDS = st.lists(st.sampled_from(
    """one two seven twelve twenty ninety hundred thousand million billion dozen dozens scores several few a an some couple third half
    quarters of the and or to in no none neither both at least more than up from fell between each respectively years old aged people
    men drones died 5 12 300 1,200 3.4 2000 0 007 1e99 ½ ² ٣٤ ３４ - – — . , : / ( ) $ € % ° + × 10 km m k M bn USD C F-16 Kh-101 \" “ ” ’s
    … No. Rs""".split()
), max_size=20)
ONES = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen").split()
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()


def find(text: str) -> list[Number]:
    return numbers.find(tokenize(text), [])


def only(text: str) -> Number:
    """The one number of a text."""
    (number,) = find(text)
    return number


def spelled(number: int, british: bool) -> str:
    """A number below 10**18 in English words, with or without "and"."""
    for value, name in ((10**15, "quadrillion"), (10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= value:
            rest = number % value
            joint = " and " if british and 0 < rest < 100 else " "
            return f"{spelled(number // value, british)} {name}" + (joint + spelled(rest, british) if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{ONES[number // 100]} hundred" + ((" and " if british else " ") + spelled(rest, british) if rest else "")
    if number >= 20:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    return ONES[number]


@pytest.mark.parametrize("case", cases("quantities.txt"), ids=lambda case: case.text[:60])
def test_cases(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert [text[n.start:n.end] for n in find(text) if not _of_a_date(n, text)] == []


def _of_a_date(number: Number, text: str) -> bool:
    """Whether a number belongs to a date, which is not this stage's task to tell."""
    from newsfacts import dates
    return any(t.start <= number.nstart < t.end for t in dates.find(tokenize(text)))


@given(st.one_of(st.integers(1, 10**6), st.integers(1, 10**18 - 1)), st.booleans())
def test_words_round_trip(number: int, british: bool) -> None:
    text = f"They counted {spelled(number, british)} drones."
    found = only(text)
    assert found.value == number
    assert text[found.nstart:found.nend] == spelled(number, british)
    assert text[found.start:found.end] == spelled(number, british) + " drones" or number == 1


@given(st.integers(0, 10**15))
def test_digits_round_trip(number: int) -> None:
    for shown in (f"{number:,}", f"{number:,}".replace(",", "\u202f"), f"{number:,}".replace(",", "\u00a0"), f"${number:,}"):
        found = only(f"They counted {shown} items.")
        assert found.value == found.low == found.high == number
        assert found.unit == ("USD" if "$" in shown else None)


@given(st.one_of(st.text(), WORDS.map(" ".join), WORDS.map("".join)))
@settings(max_examples=300)
def test_any_text(text: str) -> None:
    found = find(text)
    last = -1
    for number in found:
        assert 0 <= number.start <= number.nstart < number.nend <= len(text)
        assert number.start < number.end <= len(text)
        assert text[number.nstart:number.nend].strip() == text[number.nstart:number.nend]
        assert number.nfirst > last
        last = number.nfirst
        assert number.whole < len(found)
        assert number.becomes < len(found)
        for value in (number.value, number.low, number.high):
            assert value is None or math.isfinite(value)
        json.dumps([number.value, number.low, number.high], allow_nan=False)


@pytest.mark.parametrize("text", [
    "9" * 5000, "9" * 1_000_000, "1," * 5000, "1.2." * 2000, "million " * 5000, "9" * 250 + " quadrillion million",
    "9" * 249 + ".5 quadrillion", "1e999999999", "0/0 1/0 -0 0 % of 0", "12,34,56", "1.2.3.4", "½" * 500, "²" * 500, "①②③ ⅷ 〇一二",
    "9" * 250 + "×10^99", "9.5×10^999",
    "12drones34people", "five and a half " * 500, "tens of thousands of millions of " * 300, "$" * 500 + "5", "-" * 500 + "5",
    "5" + "%" * 500,
])
def test_monsters(text: str) -> None:
    for number in find(text):
        for value in (number.value, number.low, number.high):
            assert value is None or math.isfinite(value)


@pytest.mark.parametrize("unit", [
    "9", "1,", "million ", "two ", "and ", "1.2 ", "five-", "$5 ", "- ", "no ", "both ", "from 5 to ", "10 of 20 ", "3 Kia ", "A-", "x-",
    "one ",
    "20 young, ", "dozens of ", "5/", "12:30 ", "(5) ", "'s ", "5 - ", "aged 5, ",
    "5, 6 and ", "3 and 4 ",
])
def test_runs_are_linear(unit: str) -> None:
    check_growth(lambda text: numbers.find(tokenize(text), []), unit, 8_000)


def test_parts_and_wholes() -> None:
    part, whole = find("They stopped 128 of the 163 drones.")
    assert (part.whole, whole.whole) == (1, -1)
    assert part.head == whole.head


def test_change() -> None:
    before, now = find("The toll rose from 12 to 15.")
    assert (before.becomes, now.becomes) == (1, -1)


@pytest.mark.parametrize("before", [" ", "\n\n", "\t", "\ufeff", "\u200b"])
@pytest.mark.parametrize("text", ["12 people died.", "Twelve people died.", "100 percent died.", "$5 is left."])
def test_white_space_first(before: str, text: str) -> None:
    assert only(before + text).value == only(text).value


@pytest.mark.parametrize(("text", "each", "more"), [
    ("They swapped 120 captives each.", True, False), ("They freed 50 on either side.", True, False),
    ("Two more people died.", False, True), ("Another five died.", False, True), ("Five people died.", False, False),
])
def test_each_and_more(text: str, each: bool, more: bool) -> None:
    assert (only(text).each, only(text).more) == (each, more)


@pytest.mark.parametrize(("text", "kind"), [
    ("He paid $5.", "money"), ("It grew 5%.", "percent"), ("It is 5 km away.", "measure"), ("It took 5 years.", "duration"),
    ("A boy aged 5 left.", "age"), ("Two-thirds of them left.", "fraction"), ("Five left.", "count"),
])
def test_kinds(text: str, kind: str) -> None:
    assert only(text).kind == kind


@cache
def _nouns() -> tuple[str, ...]:
    from newsfacts.lexicon import load_list
    return load_list("nouns")


def test_plurals_round_trip() -> None:
    assert [noun for noun in _nouns() if singular(plural(noun)) != noun] == []


def test_one_tag_a_token() -> None:
    doc = tokenize("At least 1,200 people – \"men\" – left the 40-odd towns...")
    assert len(tag_string(doc)) == len(doc.forms)
