"""What goes to standard error: one line each, harmless for the terminal."""

from __future__ import annotations

import os
import sys

from newsfacts.render.neutral import flat


class UsageError(Exception):
    """A wrong use of the command: its message is printed under the usage line (that of `extract` unless another is told), exit 2."""

    def __init__(self, message: str, usage: str | None = None) -> None:
        super().__init__(message)
        self.usage = usage


class Failure(Exception):
    """What ends the run: an output that cannot be written, wrong rules. Its message is printed, exit 2."""


def say(*parts: str) -> None:
    """`newsfacts: NAME: reason` on standard error; nothing where that is closed or full."""
    write_error("newsfacts: " + ": ".join(map(flat, parts)) + "\n")


def write_error(text: str) -> None:
    """Text to standard error, as UTF-8 whatever the locale."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.flush()
        os.write(sys.stderr.fileno(), text.encode("utf-8", "backslashreplace"))
    except (OSError, ValueError):
        return


def fault(error: Exception) -> str:
    """An error of the program itself with the innermost place where it rose, on one line."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f" ({place.tb_frame.f_globals.get('__name__')}:{place.tb_lineno})" if place else ""
    return f"internal error, please report it: {type(error).__name__}: {str(error)[:200]}{where}"
