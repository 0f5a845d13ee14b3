"""JSON: a whole report indented (json), one a line (jsonl), or one fact a line (facts)."""

from __future__ import annotations

import re
from json import JSONEncoder
from typing import Any

from newsfacts.render import View
from newsfacts.render.select import SECTIONS, chosen
from newsfacts.report import Json, Report

_encode = JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False, separators=(",", ":")).encode
_encode_spaced = JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False).encode
# Escaped in JSON, exact after reading: what a terminal would obey, what some programs take for a line end, lone surrogates never
_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
KINDS = {"dates": "date", "actors": "actor", "quantities": "quantity", "claims": "claim", "quotes": "quote", "findings": "finding"}


def _safe(text: str) -> str:
    return text if text.isascii() and "\x7f" not in text else _ESCAPED.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    return "\ufffd" if 0xD800 <= code < 0xE000 else f"\\u{code:04x}"


def _object(view: View, report: Report) -> Json:
    """The report's JSON with the facts that the view lets through."""
    whole = report.to_dict()
    if view.claims:
        kept = {claim.id for claim in chosen(report, view.claims)}
        whole["claims"] = [claim for claim in whole["claims"] if claim["id"] in kept]
    for section in SECTIONS:
        if section not in view.only:
            del whole[section]
    return whole


def jsonl(view: View, report: Report) -> str:
    """The report on one line."""
    return _safe(_encode(_object(view, report))) + "\n"


def json(view: View, report: Report) -> str:
    """The report indented, without the last line end; an item of an array where several are printed."""
    return _safe(_indented(_object(view, report), "  " if view.several else ""))


def _indented(value: Any, margin: str) -> str:
    """Objects and lists of objects spread over lines, lists of plain values on one."""
    inner = margin + "  "
    if isinstance(value, dict) and value:
        items = [f"{inner}{_encode(key)}: {_indented(item, inner).lstrip()}" for key, item in value.items()]
        return f"{margin}{{\n" + ",\n".join(items) + f"\n{margin}}}"
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return f"{margin}[\n" + ",\n".join(_indented(item, inner) for item in value) + f"\n{margin}]"
    return margin + _encode_spaced(value)


def facts(view: View, report: Report) -> str:
    """Every fact on a line of its own, with its kind and the report's name."""
    name = report.source.name
    out = []
    for section in SECTIONS:
        if section in view.only:
            found = chosen(report, view.claims) if section == "claims" else getattr(report, section)
            out += [_encode(_alone(KINDS[section], name, fact.to_dict())) for fact in found]
    return _safe("\n".join(out) + "\n") if out else ""


def _alone(kind: str, report: str | None, fact: Json) -> Json:
    """A fact that stands by itself; its own `kind`, if it has one (person, direct), becomes `actor_kind` or `quote_kind`."""
    if "kind" in fact:
        fact = {f"{kind}_kind" if key == "kind" else key: value for key, value in fact.items()}
    return {"kind": kind, "report": report, **fact}
