"""What the screen can show: its width, colours, and whether it knows more than ASCII."""

from __future__ import annotations

import codecs
import os
import sys

from newsfacts.render import View

_WIDEST = 160  # longer lines are hard to read


def fitted(view: View, color: str, terminal: bool) -> View:
    """The view made for standard output; `terminal`: whether that is one."""
    return view._replace(width=_width(terminal), color=_color(color, terminal), ascii=not _knows_unicode())


def _width(terminal: bool) -> int:
    """COLUMNS where it is a number above 0, else the terminal's width, else 80."""
    told = os.environ.get("COLUMNS", "")
    columns = int(told) if told.isascii() and told.isdigit() and len(told) < 6 else 0
    if not columns and terminal and sys.stdout is not None:
        try:
            columns = os.get_terminal_size(sys.stdout.fileno()).columns
        except (OSError, ValueError):
            columns = 0
    return min(columns or 80, _WIDEST)


def _color(wish: str, terminal: bool) -> bool:
    """--color first, then NO_COLOR, FORCE_COLOR (no-color.org, force-color.org), then what the terminal says."""
    if wish != "auto":
        return wish == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return os.environ["FORCE_COLOR"] != "0"
    return terminal and os.environ.get("TERM", "") not in ("", "dumb", "unknown")


def _knows_unicode() -> bool:
    try:
        return sys.stdout is None or codecs.lookup(sys.stdout.encoding or "ascii").name.startswith("utf")
    except LookupError:
        return False
