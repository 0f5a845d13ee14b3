"""The command line: `main(words)` gives the exit code; one module a command, click only where it is needed (see `options`)."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from newsfacts.cli.messages import Failure, UsageError, fault, say, write_error
from newsfacts.cli.options import quick

COMMANDS = ("extract", "explain", "rules", "schema", "completion")
DEFAULT = "extract"
USAGE = "Usage: newsfacts [extract] [OPTIONS] [FILE]...    (newsfacts --help tells more)\n"


def main(words: Sequence[str]) -> int:
    """Runs a command line (without the program's name) and gives the exit code."""
    try:
        named = bool(words) and words[0] in COMMANDS
        params = quick(words[named:]) if not named or words[0] == DEFAULT else None
        if params is None or (not params["files"] and sys.stdin is not None and sys.stdin.isatty()):
            from newsfacts.cli.commands import run_click

            return run_click(words)
        return run_extract(params)
    except UsageError as error:
        write_error(error.usage or USAGE)
        say(str(error))
    except Failure as error:
        say(str(error))
    except BrokenPipeError:
        return 141  # the reader has seen enough: as a program that SIGPIPE ends
    except MemoryError:
        say("not enough memory")
    except Exception as error:
        say(fault(error))
    return 2


def run_extract(params: dict[str, object]) -> int:
    """`newsfacts extract` with raw parameters."""
    from newsfacts.cli.settings import settings

    checked = settings(params)
    from newsfacts.cli.extract import run

    return run(checked)
