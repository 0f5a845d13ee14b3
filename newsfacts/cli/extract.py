"""`newsfacts extract`: inputs in, reports out one by one, exit code."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator

from newsfacts.cli.messages import Failure, UsageError, fault, say
from newsfacts.cli.output import open_output
from newsfacts.cli.settings import Settings
from newsfacts.pipeline import extract
from newsfacts.reading import NO_FILE, STDIN, Unreadable, find_files, read, shown
from newsfacts.render import between, closing, opening, pieces
from newsfacts.render.select import count
from newsfacts.rules import Rules, load_rules
from newsfacts.typed import NamedTuple


class Outcome(NamedTuple):
    """What became of one input: its text in the wished format (None: unreadable), the facts in it, and what there is to say."""

    name: str
    printed: bytes | None
    found: int
    warnings: list[str]
    error: str | None
    note: str


def run(settings: Settings) -> int:
    """Prints the facts of all inputs; 0, 1 (with --exit-status: nothing found) or 2 (an input could not be read)."""
    rules = checked_rules(settings)
    view = settings.view
    output = open_output(settings.output)
    gc.freeze()  # what is loaded stays: no collection need look at it
    gc.set_threshold(50_000, 20, 100)
    gc.enable()
    printed = found = 0
    failed = False
    try:
        for outcome in outcomes(settings, rules):
            for warning in () if settings.quiet else outcome.warnings:
                say(outcome.name, warning)
            if outcome.error is not None:
                failed = True
                say(outcome.name, outcome.error)
            if outcome.printed is None:
                continue
            output.write_bytes((between(view) if printed else opening(view)).encode(), outcome.printed)
            printed += 1
            found += outcome.found
            if settings.verbose:
                say(outcome.name, outcome.note)
        if printed or view.several:
            output.write(("" if printed else opening(view)) + closing(view, printed))
        if printed or not failed:
            output.commit()
    finally:
        output.abandon()
    return 2 if failed else int(settings.exit_status and not found)


def checked_rules(settings: Settings) -> Rules:
    """The rules, with those of the user; a mistake in them ends the run, as does an unknown --event or --item."""
    try:
        rules = load_rules(settings.rules)
    except ValueError as error:
        raise Failure(str(error)) from None
    wished = settings.view.claims
    if not wished.events and not wished.items:
        return rules
    from newsfacts.schema import EVENTS, ITEMS

    known_events, known_items = {*EVENTS, *rules.events}, {*ITEMS, *rules.items.values()}
    for option, words, known in (("--event", wished.events, known_events), ("--item", wished.items, known_items)):
        for word in words:
            if word not in known:
                raise UsageError(f"{option}: {word!r} is none of {', '.join(sorted(known))}")
    return rules


def outcomes(settings: Settings, rules: Rules) -> Iterator[Outcome]:
    """The outcome of every input, in order."""
    inputs = find_files(settings.files)
    if settings.jobs > 1 and settings.view.several:
        from newsfacts.cli.pool import outcomes_of_many

        return outcomes_of_many(inputs, settings, rules)
    return each(inputs, settings, rules)


def each(inputs: Iterable[tuple[str, str | None]], settings: Settings, rules: Rules) -> Iterator[Outcome]:
    """The outcomes of (path, reason why it is none) pairs."""
    for path, why in inputs:
        yield Outcome(shown(path), None, 0, [], why, "") if why else one(path, settings, rules)


def one(path: str, settings: Settings, rules: Rules) -> Outcome:
    """Reads, understands and prints one input; nothing that goes wrong with it stops the others."""
    name = "standard input" if path == STDIN else shown(path) or "''"
    warnings: list[str] = []
    try:
        text, source, warnings = read(path, settings.encoding, settings.max_size)
        report = extract(text, settings.date, rules, source=source)
        view = settings.view
        found = count(report, view.only, view.claims)
        note = f"{source.characters} characters of {source.encoding}, {found} facts" if settings.verbose else ""
        printed = b"".join(piece.encode("utf-8", "backslashreplace") for piece in pieces(view, report))
        return Outcome(name, printed, found, warnings, None, note)
    except Unreadable as error:
        why = str(error)
        if why == NO_FILE and path.isidentifier():
            why += " or command"  # a command mistyped
        return Outcome(name, None, 0, [], why, "")
    except MemoryError:
        return Outcome(name, None, 0, warnings, "not enough memory", "")
    except Exception as error:  # a fault of the program: one line, and the other inputs are still read
        return Outcome(name, None, 0, warnings, fault(error), "")
