"""The facts behave as frozen dataclasses, whatever makes them."""

from __future__ import annotations

import copy
import dataclasses
import datetime
import inspect
import pickle
from typing import Any

import pytest

from newsfacts import extract
from newsfacts.records import field, record
from newsfacts.report import Mention, Span

REPORT = extract("Norland's navy said on 3 May 2025 that it had rescued 14 sailors. “It was close,” said Ivo Tarn.")


@pytest.mark.parametrize("date", ["2024-05-03", "20240503", datetime.date(2024, 5, 3), datetime.datetime(2024, 5, 3, 4, 5)])
def test_the_date_may_be_a_date(date: Any) -> None:
    assert extract("Rebels killed 4 men on Monday.", date=date).reference_date.value == "2024-05-03"


@pytest.mark.parametrize("date", ["x", "2024-13-01", "", "May 3"])
def test_what_is_no_date(date: str) -> None:
    with pytest.raises(ValueError, match="is no day like"):
        extract("Rebels killed 4 men.", date=date)


@pytest.mark.parametrize("arguments", [(None,), (b"Rebels killed 4 men.",), ("4 men died.", 20240503), ("4 men died.", None, "my.toml")])
def test_arguments_of_another_kind(arguments: Any) -> None:
    with pytest.raises(TypeError, match="must"):
        extract(*arguments)


def test_dataclass() -> None:
    assert dataclasses.is_dataclass(REPORT)
    assert [f.name for f in dataclasses.fields(Span)] == ["text", "start", "end"]
    assert dataclasses.asdict(Span("a", 0, 1)) == {"text": "a", "start": 0, "end": 1}
    assert dataclasses.replace(Span("a", 0, 1), end=2) == Span("a", 0, 2)
    assert list(inspect.signature(Span).parameters) == ["text", "start", "end"]


def test_frozen() -> None:
    span = Span("a", 0, 1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        span.end = 2  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del span.end
    with pytest.raises(AttributeError):
        span.other = 2  # type: ignore[attr-defined]


def test_values() -> None:
    assert Span("a", 0, 1) == Span(text="a", start=0, end=1)
    assert Span("a", 0, 1) != Span("a", 0, 2)
    assert Mention("a", 0, 1, "name") != Span("a", 0, 1)
    assert len({Span("a", 0, 1), Span("a", 0, 1)}) == 1
    assert repr(Span("a", 0, 1)) == "Span(text='a', start=0, end=1)"
    with pytest.raises(TypeError):
        Span("a", 0)  # type: ignore[call-arg]


def test_copies() -> None:
    assert copy.deepcopy(REPORT) == REPORT
    assert pickle.loads(pickle.dumps(REPORT)) == REPORT


def test_json_object() -> None:
    out = REPORT.to_dict()
    assert list(out) == [f.name for f in dataclasses.fields(REPORT)]
    assert list(out["dates"][0]) == [f.name.rstrip("_") for f in dataclasses.fields(REPORT.dates[0])]
    assert out["claims"][0]["value"] == 14


def test_records() -> None:
    @record
    class Both:
        one: int
        many: list[int] = field(default_factory=list)
        none: str | None = None

    first, second = Both(1), Both(2, none="x")
    first.many.append(3)
    assert (second.one, second.many, second.none) == (2, [], "x")
    assert first != Both(1, [3])  # by identity
    assert not hasattr(first, "__dict__")
