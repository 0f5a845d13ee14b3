"""A report drawn for a reader: title and date, then claims, findings, dates, actors and quotes in tables that fit the screen."""

from __future__ import annotations

import io
from collections.abc import Iterator

from rich.box import ASCII2, SIMPLE_HEAD
from rich.cells import cell_len, chop_cells
from rich.console import Console
from rich.table import Table
from rich.text import Text

from newsfacts.render import View, cells
from newsfacts.render.select import SECTIONS, chosen
from newsfacts.report import Report

_NARROWEST = 60  # a table of four columns needs that much; below it the notation is wrapped
_TITLES = {"claims": "Claims", "findings": "Findings", "dates": "Dates", "actors": "Actors", "quotes": "Quotes", "quantities": "Quantities"}


def screen(view: View, report: Report) -> str:
    """The report as text of at most `view.width` columns, with colours if the view has them."""
    if view.width < _NARROWEST:
        return narrow(view, report)
    out = io.StringIO()
    console = Console(
        file=out, width=view.width, force_terminal=view.color, color_system="standard" if view.color else None, no_color=not view.color,
        markup=False, emoji=False, highlight=False, legacy_windows=False, _environ={},
    )
    for line in cells.title(report):
        console.print(_text(line, view), soft_wrap=False)
    sheets = list(_sheets(view, report))
    for name, (columns, rows) in sheets:
        console.print()
        console.print(_text([(f"{name} ({len(rows)})", "bold underline")], view))
        console.print(_table(columns, rows, view))
    if not sheets:
        console.print(_text([("Nothing found.", "dim")], view))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _sheets(view: View, report: Report) -> Iterator[tuple[str, cells.Sheet]]:
    """The tables that have rows; quantities only where they are asked for."""
    for section in _TITLES:
        if section not in view.only or (section == "quantities" and view.only == SECTIONS):
            continue
        if section == "claims":
            sheet = cells.claims(report, chosen(report, view.claims), view.width)
        else:
            sheet = getattr(cells, section)(getattr(report, section))
        if sheet[1]:
            yield _TITLES[section], sheet


def _table(columns: list[str], rows: list[list[cells.Cell]], view: View) -> Table:
    table = Table(box=ASCII2 if view.ascii else SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="dim", padding=(0, 1))
    used = [k for k in range(len(columns)) if not k or any(row[k] for row in rows)]
    for name in (columns[k] for k in used):
        right = name in ("How many", "Number", "Times")
        table.add_column(name, justify="right" if right else "left", overflow="fold", min_width=min(8, len(name)))
    for row in rows:
        table.add_row(*(_text(row[k], view) for k in used))
    return table


def _text(cell: cells.Cell, view: View) -> Text:
    """A cell for rich, as `Text`: no markup is read in it."""
    out = Text()
    for words, style in cell:
        out.append(_ascii(words) if view.ascii else words, style)
    return out


def _ascii(text: str) -> str:
    plain = text.translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'", 0x2013: "-"})
    return plain.encode("ascii", "backslashreplace").decode("ascii")


def narrow(view: View, report: Report) -> str:
    """For a screen too narrow for tables: the notation, one fact a line, wrapped at spaces, what follows indented."""
    from newsfacts.render.notation import notation

    text = notation(view, report)
    lines = (_ascii(text) if view.ascii else text).splitlines()
    if view.width == 1:  # letters of double width have no room at all
        lines = ["".join(c if cell_len(c) < 2 else "?" for c in line) for line in lines]
    return "\n".join(part for line in lines for part in _wrapped(line, view.width)) + "\n"


def _wrapped(line: str, width: int) -> Iterator[str]:
    """The line in pieces of at most `width` columns."""
    indent = "  " if width >= 12 else ""
    piece = ""
    for word in line.split(" "):
        joined = f"{piece} {word}" if piece.strip() else piece + word
        if cell_len(joined) <= width:
            piece = joined
            continue
        if piece.strip():
            yield piece
        *full, rest = chop_cells(word, width - len(indent)) or [""]
        yield from (indent + part for part in full)
        piece = indent + rest
    yield piece
