"""The facts of a report as frozen dataclasses; `Report.to_dict()` is exactly the JSON that the program prints.

Offsets are Unicode code points into the text as given, end exclusive. Fields whose name is a Python keyword end in `_`
here (`from_`) and lose it in the JSON. Ids are `d1 a1 q1 c1 s1 f1` in text order.
"""

from __future__ import annotations

from collections.abc import Callable

from newsfacts.late import program
from newsfacts.records import Fact, fact
from newsfacts.typed import Any

SCHEMA = 1
Json = dict[str, Any]
Num = int | float
_SAFE = 2**53
_NESTED = frozenset(("Source", "Span", "ReferenceDate", "ClaimTime"))


class _Fact(Fact):
    """Shared by all facts: the JSON object, keys in the order of the fields."""

    __slots__: tuple[str, ...] = ()

    def to_dict(self) -> Json:
        """The fact as a JSON object (keys as in the contract)."""
        kind = type(self)
        setattr(kind, "to_dict", _writer(kind))  # noqa: B010  (once a class: from now on it is asked itself)
        return self.to_dict()


def _writer(kind: type[_Fact]) -> Callable[[_Fact], Json]:
    """What makes the object of a class of facts: one dict display, compiled; a loop over the fields takes several times as long."""
    types: dict[str, str] = kind.__annotations__
    shown = ", ".join(f"{name.rstrip('_')!r}: {_written('fact.' + name, kind)}" for name, kind in types.items())
    great = [f"\n if fact.{name} is not None and abs(fact.{name}) > {_SAFE}:\n  out['{name}_text'] = str(fact.{name})"
             for name, kind in types.items() if kind.startswith("Num")]
    made: dict[str, Callable[[_Fact], Json]] = {}
    exec(program(f"def to_dict(fact):\n out = {{{shown}}}{''.join(great)}\n return out"), made)
    return made["to_dict"]


def _written(value: str, kind: str) -> str:
    """The expression for a field's value in JSON."""
    if kind.startswith("tuple[tuple"):
        return f"[*map(list, {value})]"
    if kind.startswith("tuple["):
        return f"[*{value}]" if kind[6].islower() else f"[one.to_dict() for one in {value}]"
    if kind.split(" ")[0] in _NESTED:
        return f"{value}.to_dict()" if kind in _NESTED else f"None if {value} is None else {value}.to_dict()"
    return value


@fact
class Source(_Fact):
    """Where the text came from; `sha256` is of the bytes read, `characters` counts code points."""

    name: str | None
    encoding: str | None
    characters: int
    sha256: str


@fact
class Span(_Fact):
    """A stretch of the text."""

    text: str
    start: int
    end: int


@fact
class Part(_Fact):
    """One piece of a quote that its cue breaks."""

    start: int
    end: int


@fact
class ReferenceDate(_Fact):
    """The publication date; origin: option, metadata, dateline, text, filename, none."""

    value: str | None
    origin: str


@fact
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


@fact
class Mention(_Fact):
    """One mention of an actor; form: name, short, role, pronoun."""

    text: str
    start: int
    end: int
    form: str


@fact
class Actor(_Fact):
    """Who or where; kind: person, organization, country, place, group; country: ISO 3166 alpha-2."""

    id: str
    name: str
    kind: str
    role: str | None
    country: str | None
    mentions: tuple[Mention, ...]


@fact
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


@fact
class ClaimTime(_Fact):
    """When a claimed event happened: TIMEX3 value, its days, and the words."""

    value: str | None
    from_: str | None
    to: str | None
    text: str


@fact
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


@fact
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


@fact
class Finding(_Fact):
    """What does not add up; `facts`: the ids concerned."""

    id: str
    code: str
    message: str
    start: int
    end: int
    facts: tuple[str, ...]


@fact
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
