"""The output formats, one module a family; each is imported when it is first needed, rich only to draw tables.

A run prints `opening`, then `body` of each report with `between` in the middle, then `closing`; all of them strings.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsfacts.render.select import ALL, SECTIONS, Filter
from newsfacts.report import Report

FORMATS = ("table", "lines", "json", "jsonl", "facts", "csv", "tsv")


@dataclass(frozen=True, slots=True)
class View:
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


def body(view: View, report: Report) -> str:
    """One report in the format of the view."""
    if view.format in ("json", "jsonl", "facts"):
        from newsfacts.render import objects

        return getattr(objects, view.format)(view, report)  # type: ignore[no-any-return]
    if view.format == "lines":
        from newsfacts.render.notation import notation

        return notation(view, report)
    if view.format == "table":
        from newsfacts.render.screen import screen

        return screen(view, report)
    from newsfacts.render.delimited import rows

    return rows(view, report)
