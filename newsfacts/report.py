"""The facts of a report as frozen dataclasses; `Report.to_dict()` is exactly the JSON that the program prints.

Offsets are Unicode code points into the text as given, end exclusive. Fields whose name is a Python keyword end in `_`
here (`from_`) and lose it in the JSON. Ids are `d1 a1 q1 c1 s1 f1` in text order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, ParamSpec, TypeVar

SCHEMA = 1
Json = dict[str, Any]
Num = int | float
_SAFE = 2**53
_NESTED = frozenset(("Source", "Span", "ReferenceDate", "ClaimTime"))
_P = ParamSpec("_P")
_T = TypeVar("_T")


class _Fact:
    """Shared by all facts: the JSON object, keys in the order of the fields."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Any]]

    # written once instead of generated for every class, which would cost 3 ms of start-up
    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in zip(self.__dataclass_fields__, self._values(), strict=True))
        return f"{type(self).__name__}({shown})"

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.__dataclass_fields__)

    def to_dict(self) -> Json:
        """The fact as a JSON object (keys as in the contract)."""
        plain, numbers, nested = _SHAPES.get(type(self)) or _shape(type(self))
        out = plain(self)
        for key in nested:
            value = out[key]
            if type(value) is tuple:
                out[key] = [v.to_dict() if isinstance(v, _Fact) else list(v) if type(v) is tuple else v for v in value]
            elif value is not None:
                out[key] = value.to_dict()
        for key in numbers:
            if out[key] is not None and abs(out[key]) > _SAFE:
                out[f"{key}_text"] = str(out[key])
        return out


_Shape = tuple[Callable[[_Fact], Json], list[str], list[str]]
_SHAPES: dict[type, _Shape] = {}


def _shape(fact: type[_Fact]) -> _Shape:
    """(what makes the flat object of a fact, keys of numbers, keys of facts and lists) of a class of facts.

    The flat object is one dict display, compiled once a class as dataclasses are: a loop over the fields takes three times as long.
    """
    types = {name: str(field.type) for name, field in fact.__dataclass_fields__.items()}
    plain = eval("lambda fact: {" + ", ".join(f"{name.rstrip('_')!r}: fact.{name}" for name in types) + "}")
    numbers = [name for name, kind in types.items() if kind.startswith("Num")]
    nested = [name for name, kind in types.items() if kind.startswith("tuple") or kind.split(" ")[0] in _NESTED]
    return _SHAPES.setdefault(fact, (plain, numbers, nested))


def maker(fact: Callable[_P, _T]) -> Callable[_P, _T]:
    """What makes facts of a class as its constructor does, in a third of the time: it fills an open twin of the class, with the same
    slots, and then makes it one of the class, where the constructor of a frozen dataclass calls a function for every field."""
    names = list(fact.__dataclass_fields__)  # type: ignore[attr-defined]
    space: dict[str, Any] = {"fact": fact, "new": object.__new__, "Open": type("Open", (_Fact,), {"__slots__": tuple(names)})}
    fill = "".join(f"    made.{name} = {name}\n" for name in names)
    exec(f"def make({', '.join(names)}):\n    made = new(Open)\n{fill}    made.__class__ = fact\n    return made\n", space)
    make: Callable[_P, _T] = space["make"]
    return make


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Source(_Fact):
    """Where the text came from; `sha256` is of the bytes read, `characters` counts code points."""

    name: str | None
    encoding: str | None
    characters: int
    sha256: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Span(_Fact):
    """A stretch of the text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Part(_Fact):
    """One piece of a quote that its cue breaks."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ReferenceDate(_Fact):
    """The publication date; origin: option, metadata, dateline, text, filename, none."""

    value: str | None
    origin: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Date(_Fact):
    """A temporal expression (ISO-TimeML TIMEX3): `from_`/`to` are inclusive ISO days, null where open."""

    id: str
    text: str
    start: int
    end: int
    type: str
    value: str | None
    from_: str | None
    to: str | None
    mod: str | None
    sentence: int
    resolved: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Mention(_Fact):
    """One mention of an actor; form: name, short, role, pronoun."""

    text: str
    start: int
    end: int
    form: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Actor(_Fact):
    """Who or where; kind: person, organization, country, place, group; country: ISO 3166 alpha-2."""

    id: str
    name: str
    kind: str
    role: str | None
    country: str | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Quantity(_Fact):
    """A number that measures or counts; `number` is [start, end] of the bare number."""

    id: str
    text: str
    start: int
    end: int
    number: tuple[int, int]
    value: Num | None
    low: Num | None
    high: Num | None
    modifier: str
    unit: str | None
    noun: str | None
    sentence: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ClaimTime(_Fact):
    """When a claimed event happened: TIMEX3 value, its days, and the words."""

    value: str | None
    from_: str | None
    to: str | None
    text: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Claim(_Fact):
    """A number with an event: how much, of what, what happened to them, by whom, where, when, says who, how sure."""

    id: str
    event: str
    item: str
    item_text: str
    value: Num | None
    low: Num | None
    high: Num | None
    modifier: str
    unit: str | None
    text: str
    start: int
    end: int
    sentence: int
    context: str
    headline: bool
    trigger: Span | None
    agent: str | None
    agent_ids: tuple[str, ...]
    affiliation: str | None
    target: str | None
    instrument: str | None
    place: str | None
    time: ClaimTime | None
    source: str | None
    source_id: str | None
    via: str | None
    cue: str | None
    stance: str | None
    modality: str
    each: bool
    status: str | None
    was: Num | None
    part_of: str | None
    repeats: str | None
    revises: str | None
    contradicts: tuple[str, ...]
    quantity_id: str | None
    quote_id: str | None
    rule: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Quote(_Fact):
    """Who says what; kind: direct, mixed, indirect. text/start/end: the content without its marks."""

    id: str
    text: str
    start: int
    end: int
    parts: tuple[Part, ...]
    speaker: str | None
    speaker_id: str | None
    cue: str | None
    kind: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Finding(_Fact):
    """What does not add up; `facts`: the ids concerned."""

    id: str
    code: str
    message: str
    start: int
    end: int
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Report(_Fact):
    """Every fact of one text."""

    schema: int
    newsfacts: str
    source: Source
    headline: Span | None
    reference_date: ReferenceDate
    sentences: tuple[tuple[int, int], ...]
    dates: tuple[Date, ...]
    actors: tuple[Actor, ...]
    quantities: tuple[Quantity, ...]
    claims: tuple[Claim, ...]
    quotes: tuple[Quote, ...]
    findings: tuple[Finding, ...]
