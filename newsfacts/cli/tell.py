"""`newsfacts explain` and `newsfacts rules`: what the rules are, and what they did."""

from __future__ import annotations

from newsfacts.cli.messages import Failure, UsageError, say
from newsfacts.cli.output import open_output
from newsfacts.reading import STDIN, Unreadable, is_text_encoding, read
from newsfacts.render.neutral import neutral
from newsfacts.rules import load_rules


def explain(path: str, date: str | None, rules: tuple[str, ...], encoding: str | None, at: int | None, claim: str | None) -> int:
    """Prints how each number of an input was understood; 2 where it cannot be read, or has no such claim or character."""
    from newsfacts.explain import explain as lines

    if encoding is not None and not is_text_encoding(encoding):
        raise UsageError(f"--encoding: no text encoding {encoding!r} is known")
    try:
        table = load_rules(rules)
    except ValueError as error:
        raise Failure(str(error)) from None
    name = "standard input" if path == STDIN else path
    try:
        text, source, warnings = read(path, encoding)
    except Unreadable as error:
        say(name, str(error))
        return 2
    for warning in warnings:
        say(name, warning)
    if at is not None and not 0 <= at < len(text):
        say(name, f"--at: {at} is no character of the text, which has {len(text)}")
        return 2
    told = [neutral(line) for line in lines(text, date, table, source.name, at, claim)]
    if not told and claim is not None and not any(lines(text, date, table, source.name, claim=claim)):
        say(name, f"--id: there is no claim {claim!r}")
        return 2
    open_output(None).write("\n".join(told) if told else "(nothing)\n")
    return 0


def check(paths: tuple[str, ...]) -> int:
    """Runs the examples of files of rules; 1 where one fails, 2 where a file is wrong."""
    from newsfacts.rulecheck import check as run

    try:
        failures, count = run(list(paths))
    except ValueError as error:
        say(str(error))
        return 2
    for failure in failures:
        say(failure)
    if not failures:
        open_output(None).write(f"{', '.join(paths)}: {count} examples hold\n")
    return int(bool(failures))


def listing(paths: tuple[str, ...]) -> int:
    """Prints the events with their words, and the items with their nouns."""
    try:
        table = load_rules(paths)
    except ValueError as error:
        raise Failure(str(error)) from None
    items: dict[str, list[str]] = {}
    for noun, item in table.items.items():
        items.setdefault(item, []).append(noun)
    out = ["EVENTS"]
    for name, event in table.tables:
        out.append(f"{name}: {event.get('means', '')}".rstrip(": "))
        for use in (event, *event.get("also", ())):
            out += [f"  {key}: {', '.join(use[key])}" for key in ("verbs", "nouns", "counts", "states", "with", "items") if use.get(key)]
    out += ["", "ITEMS", *(f"{item}: {', '.join(nouns)}" for item, nouns in items.items())]
    open_output(None).write("\n".join(out) + "\n")
    return 0
