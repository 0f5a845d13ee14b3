"""The output formats, one module a family; each is imported when it is first needed, rich only to draw tables.

A run prints `opening`, then `body` of each report with `between` in the middle, then `closing`.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.render.select import ALL, SECTIONS, Filter
from newsfacts.report import Report
from newsfacts.typed import NamedTuple

FORMATS = ("table", "lines", "json", "jsonl", "facts", "csv", "tsv")


class View(NamedTuple):
    """How reports are printed; `several`: whether more than one report may come."""

    format: str = "jsonl"
    only: tuple[str, ...] = SECTIONS
    claims: Filter = ALL
    several: bool = False
    excel: bool = False  # a byte-order mark, for spreadsheets
    width: int = 80
    color: bool = False
    ascii: bool = False  # an output that knows no other characters


def opening(view: View) -> str:
    """What stands before the first report."""
    if view.format in ("csv", "tsv"):
        from newsfacts.render.delimited import header

        return header(view)
    return "[\n" if view.format == "json" and view.several else ""


def between(view: View) -> str:
    """What stands between two reports."""
    if view.format == "json":
        return ",\n"
    return "\n" if view.format in ("table", "lines") else ""


def closing(view: View, reports: int) -> str:
    """What stands after the last of so many reports."""
    if view.format == "json":
        return ("\n" if reports else "") + "]\n" if view.several else "\n" * (reports > 0)
    return ""


def pieces(view: View, report: Report) -> Iterator[str]:
    """One report in the format of the view, in as many pieces as its length asks for."""
    if view.format in ("json", "jsonl", "facts"):
        from newsfacts.render import objects

        yield from {"json": objects.json, "jsonl": objects.jsonl, "facts": objects.facts}[view.format](view, report)
    elif view.format == "lines":
        from newsfacts.render.notation import notation

        yield notation(view, report)
    elif view.format == "table":
        from newsfacts.render.screen import screen

        yield screen(view, report)
    else:
        from newsfacts.render.delimited import rows

        yield rows(view, report)


def body(view: View, report: Report) -> str:
    """One report in the format of the view."""
    return "".join(pieces(view, report))
