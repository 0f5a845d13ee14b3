"""One table as CSV or TSV: the claims, or the one kind that --only names."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

from newsfacts.render import View
from newsfacts.render.neutral import neutral
from newsfacts.render.select import chosen
from newsfacts.report import Actor, Claim, Report
from newsfacts.typed import Any

COLUMNS = {
    "claims": """report id event item value low high modifier unit agent affiliation target place time_from time_to source stance modality
        each status part_of start end context""".split(),
    "dates": "report id text type value from to mod resolved sentence start end".split(),
    "actors": "report id name kind role country mentions start end".split(),
    "quantities": "report id text value low high modifier unit noun sentence start end".split(),
    "quotes": "report id speaker cue kind text start end".split(),
    "findings": "report id code message facts start end".split(),
}
# the columns that are no field of their own
_MADE: dict[tuple[str, str], Callable[[Any], object]] = {
    ("claims", "time_from"): lambda claim: claim.time and claim.time.from_,
    ("claims", "time_to"): lambda claim: claim.time and claim.time.to,
    ("dates", "from"): lambda date: date.from_,
    ("actors", "mentions"): lambda actor: len(actor.mentions),
    ("actors", "start"): lambda actor: actor.mentions[0].start if actor.mentions else None,
    ("actors", "end"): lambda actor: actor.mentions[0].end if actor.mentions else None,
}
# A spreadsheet takes cells that begin so for a formula; the full-width forms too
_FORMULA = re.compile(r"\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_BREAKS = re.compile(r"\s*[\t\r\n\v\f\x85\u2028\u2029]+\s*")


def section(view: View) -> str:
    """The kind of fact in the table."""
    return "claims" if "claims" in view.only else view.only[0]


def header(view: View) -> str:
    """The line of column names."""
    return ("\ufeff" if view.excel else "") + _written(view, [COLUMNS[section(view)]])


def rows(view: View, report: Report) -> str:
    """A line for each fact."""
    kind = section(view)
    facts: tuple[Claim | Actor, ...] = chosen(report, view.claims) if kind == "claims" else getattr(report, kind)
    name = report.source.name
    getters = [(column, _MADE.get((kind, column))) for column in COLUMNS[kind][1:]]
    return _written(view, [
        [_cell(name), *(_cell(made(fact) if made else getattr(fact, column)) for column, made in getters)] for fact in facts
    ])


def _cell(value: object) -> object:
    """Empty for null; numbers as they are; text harmless for spreadsheets (an apostrophe before what looks like a formula;
    "-" alone, the name of standard input, is none)."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return " ".join(map(str, value))
    if not isinstance(value, str):
        return value
    text = neutral(_BREAKS.sub(" ", value))
    return f"'{text}" if _FORMULA.match(value) and text != "-" else text


def _written(view: View, table: list[Any]) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter="\t" if view.format == "tsv" else ",", lineterminator="\n").writerows(table)
    return out.getvalue()
