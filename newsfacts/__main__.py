"""`newsfacts` and `python -m newsfacts`: signals, then the command line, then out."""

from __future__ import annotations

import gc
import os
import signal
import sys
from types import FrameType


def _stop(number: int, frame: FrameType | None) -> None:
    """Ends the process with the code that shells give a stopped program; removes a half-written file, stops the workers of --jobs.

    At once, not by an exception: Python drops those that rise in a callback, and the run would go on.
    """
    if output := sys.modules.get("newsfacts.cli.output"):
        output.abandon_all()
    if pool := sys.modules.get("newsfacts.cli.pool"):
        pool.stop_workers()
    os._exit(128 + number)


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    gc.disable()  # loading makes nothing to throw away; `cli.extract` turns it on again
    for name in ("SIGINT", "SIGTERM"):
        signal.signal(getattr(signal, name), _stop)
    from newsfacts.cli import main as run

    try:
        code = run(sys.argv[1:])
    except SystemExit as stop:  # of click's completion
        code = stop.code if isinstance(stop.code, int) else 2
    if sys.stdout is not None:
        try:
            sys.stdout.flush()
        except OSError:  # full disk or closed pipe: told already, or nobody to tell
            code = code or 2
    if late := sys.modules.get("newsfacts.late"):
        late.keep()
    os._exit(code)  # all is written: the interpreter need not take its modules apart (4 ms)


if __name__ == "__main__":
    main()
