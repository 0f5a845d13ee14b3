"""The JSON Schema (draft 2020-12) of a report, built from the dataclasses in `report` and the enumerations below."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from typing import Any

from newsfacts import report
from newsfacts.report import Json, Num
from newsfacts.rules import load_rules

EVENTS = """launched intercepted suppressed hit attacked killed wounded casualties missing captured held detained returned rescued evacuated
    displaced destroyed damaged outage deployed seized provided cost participated other""".split()
ITEMS = """drone missile rocket bomb shell aircraft helicopter tank armoured_vehicle vehicle ship air_defence_system weapon person child
    civilian soldier prisoner hostage body worker home building household settlement region area attack money other""".split()
MODIFIERS = "exact about at_least more_than at_most less_than range vague".split()
CODES = """weekday-mismatch impossible-date part-exceeds-whole sum-mismatch headline-mismatch conflicting-numbers future-past-tense
    unresolved-date undecodable-bytes not-english""".split()

# class and field → the values that it has
ENUMERATIONS: dict[tuple[str, str], list[str]] = {
    ("ReferenceDate", "origin"): "option metadata dateline text filename none".split(),
    ("Date", "type"): "DATE TIME DURATION SET".split(),
    ("Date", "mod"): "START MID END APPROX BEFORE AFTER".split(),
    ("Date", "resolved"): "explicit relative context none".split(),
    ("Actor", "kind"): "person organization country place group".split(),
    ("Mention", "form"): "name short role pronoun".split(),
    ("Quantity", "modifier"): MODIFIERS,
    ("Claim", "event"): EVENTS,
    ("Claim", "item"): ITEMS,
    ("Claim", "modifier"): MODIFIERS,
    ("Claim", "stance"): "said confirmed claimed admitted denied estimated unverified".split(),
    ("Claim", "modality"): "asserted planned possible demanded denied hypothetical".split(),
    ("Claim", "status"): "new total revised".split(),
    ("Quote", "kind"): "direct mixed indirect".split(),
    ("Finding", "code"): CODES,
}
_DAY = r"^\d{4}-\d{2}-\d{2}$"
_PATTERNS = {
    ("ReferenceDate", "value"): _DAY, ("Date", "from_"): _DAY, ("Date", "to"): _DAY,
    ("ClaimTime", "from_"): _DAY, ("ClaimTime", "to"): _DAY, ("Source", "sha256"): "^[0-9a-f]{64}$", ("Actor", "country"): "^[A-Z]{2}$",
    ("Date", "id"): r"^d[1-9]\d*$", ("Actor", "id"): r"^a[1-9]\d*$", ("Quantity", "id"): r"^q[1-9]\d*$", ("Claim", "id"): r"^c[1-9]\d*$",
    ("Quote", "id"): r"^s[1-9]\d*$", ("Finding", "id"): r"^f[1-9]\d*$",
    ("Claim", "source_id"): r"^a[1-9]\d*$", ("Quote", "speaker_id"): r"^a[1-9]\d*$", ("Claim", "quantity_id"): r"^q[1-9]\d*$",
    ("Claim", "quote_id"): r"^s[1-9]\d*$", ("Claim", "part_of"): r"^c[1-9]\d*$", ("Claim", "repeats"): r"^c[1-9]\d*$",
    ("Claim", "revises"): r"^c[1-9]\d*$",
}
_LEFT_OUT = ("dates", "actors", "quantities", "claims", "quotes", "findings")  # the lists that --only may leave out


def schema(rules: Iterable[str] = ()) -> Json:
    """The schema; `rules`: a user's files, whose events and items are then allowed as well."""
    more: dict[tuple[str, str], list[str]] = {}
    if rules:
        own = load_rules(rules)
        more = {("Claim", "event"): sorted(own.events), ("Claim", "item"): sorted(set(own.items.values()))}
    classes = [c for c in vars(report).values() if isinstance(c, type) and is_dataclass(c)]
    definitions = {c.__name__: _object(c, more) for c in classes}
    root = definitions.pop("Report")
    root["properties"]["schema"] = {"const": report.SCHEMA}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:newsfacts:report:{report.SCHEMA}",
        "title": "A report as newsfacts prints it (--format json, jsonl)",
        **root,
        "$defs": definitions,
    }


def schema_text(rules: Iterable[str] = ()) -> str:
    """The schema as printed."""
    return json.dumps(schema(tuple(rules)), indent=2) + "\n"


def _object(kind: type, more: dict[tuple[str, str], list[str]]) -> Json:
    """A dataclass as an object; numbers that are too large for others' floats have a text beside them."""
    hints = typing.get_type_hints(kind)
    properties: Json = {}
    required = []
    for field in fields(kind):
        name = field.name.rstrip("_")
        key = kind.__name__, field.name
        properties[name] = _constrained(_type(hints[field.name]), key, more.get(key, ()))
        if not (kind is report.Report and name in _LEFT_OUT):
            required.append(name)
        if hints[field.name] in (Num, Num | None):
            properties[f"{field.name}_text"] = {"type": "string", "description": f"{name}, where it is beyond 2^53"}
    return {"type": "object", "description": kind.__doc__, "properties": properties, "required": required}


def _constrained(made: Json, key: tuple[str, str], more: Iterable[str]) -> Json:
    """The type with what its field allows."""
    if key in _PATTERNS:
        return {**made, "pattern": _PATTERNS[key]}
    if key in ENUMERATIONS:
        values: list[str | None] = list(dict.fromkeys([*ENUMERATIONS[key], *more]))
        return {"enum": [*values, None] if "null" in made["type"] else values}
    return made


def _type(hint: Any) -> Json:
    """The schema of a type hint."""
    if is_dataclass(hint):
        return {"$ref": f"#/$defs/{hint.__name__}"}  # type: ignore[union-attr]
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple and inner[-1] is ...:
        return {"type": "array", "items": _type(inner[0])}
    if origin is tuple:
        return {"type": "array", "prefixItems": [_type(t) for t in inner], "minItems": len(inner), "maxItems": len(inner)}
    if origin in (typing.Union, types.UnionType):
        kinds = [_type(t) for t in inner]
        if any("$ref" in kind for kind in kinds):
            return {"anyOf": kinds}
        names = list(dict.fromkeys(kind["type"] for kind in kinds))
        if "number" in names and "integer" in names:
            names.remove("integer")
        return {"type": names[0] if len(names) == 1 else names}
    return {"type": {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null"}[hint]}
