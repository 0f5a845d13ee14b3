"""What the command was asked to do, checked: raw parameters in, one frozen object out."""

from __future__ import annotations

import os
import sys

from newsfacts.cli.messages import UsageError
from newsfacts.reading import STDIN, is_text_encoding
from newsfacts.render import View
from newsfacts.render.select import ALL, SECTIONS, Filter
from newsfacts.report import Num
from newsfacts.typed import Any, NamedTuple

MAX_SIZE = 200_000_000
MAX_JOBS = 256
_BY_SUFFIX = {".csv": "csv", ".tsv": "tsv", ".json": "json"}  # of --output; everything else is jsonl


class Settings(NamedTuple):
    """A checked call of `newsfacts extract`."""

    files: tuple[str, ...]
    view: View
    date: str | None
    rules: tuple[str, ...]
    output: str | None
    jobs: int
    encoding: str | None
    max_size: int
    exit_status: bool
    quiet: bool
    verbose: bool


def settings(params: dict[str, Any]) -> Settings:
    """The settings for parameters as `options` gives them; raises `UsageError`."""
    files = params["files"] or (STDIN,)
    encoding = params["encoding"]
    if encoding is not None and not is_text_encoding(encoding):
        raise UsageError(f"--encoding: no text encoding {encoding!r} is known")
    for option in ("agent", "source"):
        if params[option] is not None and not params[option].strip():
            raise UsageError(f"--{option}: no words of a name")
    claims = Filter(_words(params["event"]), _words(params["item"]), params["agent"], params["source"], _number(params["min"]))
    return Settings(
        files, _view(params, files, claims), checked_date(params["date"]), params["rules"], params["output"],
        _whole("--jobs", params["jobs"], 1, MAX_JOBS), encoding, _whole("--max-size", params["max_size"], MAX_SIZE, sys.maxsize),
        params["exit_status"], params["quiet"], params["verbose"],
    )


def _view(params: dict[str, Any], files: tuple[str, ...], claims: Filter) -> View:
    only = _only(params["only"], claims != ALL)
    output, terminal = params["output"], False
    if output in (None, "-"):
        terminal = sys.stdout is not None and sys.stdout.isatty()
    format = params["format"] or "auto"
    if format == "auto":
        suffix = os.path.splitext(output or "")[1].lower()
        format = "csv" if params["excel"] else "table" if terminal else _BY_SUFFIX.get(suffix, "jsonl")
    if params["excel"] and format not in ("csv", "tsv"):
        raise UsageError("--excel: for --format csv or tsv only")
    if format in ("csv", "tsv") and 1 < len(only) < len(SECTIONS):
        raise UsageError(f"--only: a {format} file has one kind of fact")
    view = View(format, only, claims, len(files) != 1 or os.path.isdir(files[0]), params["excel"])
    if format != "table":
        return view
    from newsfacts.cli.terminal import fitted

    return fitted(view, params["color"] or "auto", terminal)


def _only(values: tuple[str, ...], filtered: bool) -> tuple[str, ...]:
    """The kinds of --only in the order of the report; conditions on claims mean claims where nothing else is told."""
    words = _words(values)
    for word in words:
        if word not in SECTIONS:
            raise UsageError(f"--only: {word!r} is none of {', '.join(SECTIONS)}")
    if values and not words:
        raise UsageError(f"--only: one or more of {', '.join(SECTIONS)}")
    return tuple(s for s in SECTIONS if s in words) if words else ("claims",) if filtered else SECTIONS


def _words(values: tuple[str, ...]) -> tuple[str, ...]:
    """Repeated options and lists with commas alike."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def checked_date(value: str | None) -> str | None:
    """The value of --date as an ISO day."""
    if value is None:
        return None
    from datetime import date

    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise UsageError(f"--date: {value!r} is no day like 2023-12-03") from None


def _whole(option: str, value: str | None, default: int, most: int) -> int:
    if value is None:
        return default
    number = int(value) if value.isascii() and value.isdigit() and len(value) < 20 else 0
    if not 1 <= number <= most:
        raise UsageError(f"{option}: {value!r} is no whole number from 1{f' to {most}' if most < sys.maxsize else ''}")
    return number


def _number(value: str | None) -> Num | None:
    if value is None:
        return None
    try:
        number: Num = int(value) if value.lstrip("+-").isdecimal() else float(value)
    except ValueError:
        number = float("nan")
    if number - number != 0:  # not finite
        raise UsageError(f"--min: {value!r} is no number")
    return number
