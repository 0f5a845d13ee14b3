"""The options of `newsfacts extract`, as a table: click's command is built from it, and so is the quick reader.

The quick reader exists for the start-up budget: importing click costs 15 ms, a quarter of what a whole run may. It reads the
plain cases only and leaves everything else (help, a mistake, a rare spelling) to click; a test holds the two to the same answers.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from newsfacts.render import FORMATS
from newsfacts.render.select import SECTIONS
from newsfacts.typed import Any, NamedTuple


class Opt(NamedTuple):
    """An option; kind: flag, value, many (repeatable)."""

    name: str
    flags: tuple[str, ...]
    kind: str
    help: str
    metavar: str = ""
    choices: tuple[str, ...] = ()


OPTIONS = (
    Opt("format", ("-f", "--format"), "value", f"{', '.join(FORMATS)}; auto (the default): table on a terminal, else jsonl.", "FORMAT",
        choices=("auto", *FORMATS)),
    Opt("date", ("-d", "--date"), "value", 'Publication date, to which "Saturday" or "2 December" refer.', "YYYY-MM-DD"),
    Opt("only", ("--only",), "many", f"What to print: {', '.join(SECTIONS)}.", "KINDS"),
    Opt("event", ("--event",), "many", "Only claims of this event (killed, launched ...).", "EVENT"),
    Opt("item", ("--item",), "many", "Only claims about this item (drone, civilian ...).", "ITEM"),
    Opt("agent", ("--agent",), "value", "Only claims whose agent's name has these words.", "NAME"),
    Opt("source", ("--source",), "value", "Only claims whose source's name has these words.", "NAME"),
    Opt("min", ("--min",), "value", "Only claims of at least this number.", "NUMBER"),
    Opt("rules", ("-r", "--rules"), "many", "Words and patterns of your own.", "FILE.toml"),
    Opt("output", ("-o", "--output"), "value", "Write to this file, whole or not at all.", "FILE"),
    Opt("excel", ("--excel",), "flag", "CSV with the byte-order mark that spreadsheets need."),
    Opt("jobs", ("-j", "--jobs"), "value", "Processes for many files.", "N"),
    Opt("encoding", ("--encoding",), "value", "Encoding of the inputs, where guessing errs.", "NAME"),
    Opt("max_size", ("--max-size",), "value", "Refuse larger inputs [200000000].", "BYTES"),
    Opt("color", ("--color",), "value", "Colours in the table: auto, always or never.", "WHEN", choices=("auto", "always", "never")),
    Opt("exit_status", ("-e", "--exit-status"), "flag", "Exit 1 where nothing was found."),
    Opt("quiet", ("-q", "--quiet"), "flag", "No warnings."),
    Opt("verbose", ("-v", "--verbose"), "flag", "Tell on standard error what was read and found."),
)
_BY_FLAG = {flag: option for option in OPTIONS for flag in option.flags}


def defaults() -> dict[str, Any]:
    """The parameters of a call without options."""
    params: dict[str, Any] = {o.name: False if o.kind == "flag" else () if o.kind == "many" else None for o in OPTIONS}
    return {**params, "files": ()}


def quick(words: Sequence[str]) -> dict[str, Any] | None:
    """The parameters as click would give them, or None where click must look."""
    if sys.platform == "win32" or "_NEWSFACTS_COMPLETE" in os.environ:  # click expands wildcards there; completion is click's
        return None
    params = defaults()
    files: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--":
            files.extend(rest)
        elif word == "-" or not word.startswith("-"):
            files.append(word)
        else:
            flag, equals, value = word.partition("=")
            option = _BY_FLAG.get(flag)
            if option is None or (equals and (option.kind == "flag" or not flag.startswith("--"))):
                return None
            if option.kind == "flag":
                params[option.name] = True
                continue
            if not equals:
                value = next(rest, "--")
                if value.startswith("-") and value != "-":
                    return None
            if option.choices and value not in option.choices:
                return None
            params[option.name] = (*params[option.name], value) if option.kind == "many" else value
    params["files"] = tuple(files)
    return params
