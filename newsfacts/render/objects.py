"""JSON: a whole report indented (json), one a line (jsonl), or one fact a line (facts)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from json import JSONEncoder
from json.encoder import encode_basestring

from newsfacts.late import late
from newsfacts.render import View
from newsfacts.render.select import SECTIONS, chosen
from newsfacts.report import Json, Report
from newsfacts.typed import Any

_encode = JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False, separators=(",", ":")).encode
# Escaped in JSON, exact after reading: what a terminal would obey, what some programs take for a line end, lone surrogates never
_ESCAPED = late("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
KINDS = {"dates": "date", "actors": "actor", "quantities": "quantity", "claims": "claim", "quotes": "quote", "findings": "finding"}


def _safe(text: str) -> str:
    return text if text.isprintable() else _ESCAPED.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    return "\ufffd" if 0xD800 <= code < 0xE000 else f"\\u{code:04x}"


def _head(report: Report) -> Json:
    """The report's JSON without its facts."""
    values: list[Any] = [() if name in SECTIONS else getattr(report, name) for name in report.__slots__]
    head = Report(*values).to_dict()
    for section in SECTIONS:
        del head[section]
    return head


def _sections(view: View, report: Report) -> Iterator[tuple[str, Sequence[Any]]]:
    """The lists of facts that the view lets through."""
    for section in SECTIONS:
        if section in view.only:
            yield section, chosen(report, view.claims) if section == "claims" else getattr(report, section)


def jsonl(view: View, report: Report) -> Iterator[str]:
    """The report on one line; in pieces, so that a long report is never there as a whole in every form at once."""
    yield _safe(_encode(_head(report))[:-1])
    for section, facts in _sections(view, report):
        yield f',"{section}":['
        for before, some in _pieces(facts):
            yield _safe(before + _encode([fact.to_dict() for fact in some])[1:-1])
        yield "]"
    yield "}\n"


def json(view: View, report: Report) -> Iterator[str]:
    """The report indented, without the last line end; an item of an array where several are printed."""
    margin = "  " if view.several else ""
    yield _safe(_indented(_head(report), margin)[: -len(margin) - 2])
    inner = margin + "  "
    for section, facts in _sections(view, report):
        yield f',\n{inner}"{section}": ['
        for before, some in _pieces(facts):
            yield _safe(before + "\n" + ",\n".join(_indented(fact.to_dict(), inner + "  ") for fact in some))
        yield f"\n{inner}]" if facts else "]"
    yield f"\n{margin}}}"


def _pieces(facts: Sequence[Any]) -> Iterator[tuple[str, Sequence[Any]]]:
    """(what stands before, facts), some hundreds at a time."""
    for k in range(0, len(facts), 500):
        yield "," if k else "", facts[k:k + 500]


def _indented(value: Any, margin: str) -> str:
    """Objects and lists of objects spread over lines, lists of plain values on one."""
    inner = margin + "  "
    if type(value) is dict and value:
        items = [
            f'{inner}"{key}": ' + (_indented(item, inner).lstrip() if type(item) in (dict, list) else _plain(item))
            for key, item in value.items()
        ]
        return f"{margin}{{\n" + ",\n".join(items) + f"\n{margin}}}"
    if type(value) is list and value and type(value[0]) is dict:
        return f"{margin}[\n" + ",\n".join(_indented(item, inner) for item in value) + f"\n{margin}]"
    return margin + _plain(value)


def _plain(value: Any) -> str:
    """A value without objects in it, by the shortest way: the encoder's own costs more than the value."""
    kind = type(value)
    if kind is str:
        return encode_basestring(value)
    if value is None:
        return "null"
    if kind is int:
        return str(value)
    if kind is list:
        return f"[{', '.join(map(_plain, value))}]"
    return _encode(value)


def facts(view: View, report: Report) -> Iterator[str]:
    """Every fact on a line of its own, with its kind and the report's name."""
    name = report.source.name
    for section, found in _sections(view, report):
        for _, some in _pieces(found):
            yield _safe("".join(_encode(_alone(KINDS[section], name, fact.to_dict())) + "\n" for fact in some))


def _alone(kind: str, report: str | None, fact: Json) -> Json:
    """A fact that stands by itself; its own `kind`, if it has one (person, direct), becomes `actor_kind` or `quote_kind`."""
    if "kind" in fact:
        fact = {f"{kind}_kind" if key == "kind" else key: value for key, value in fact.items()}
    return {"kind": kind, "report": report, **fact}
