"""Runs the examples of rules: each `yes` must give a claim by its event or construction, each `no` must give none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsfacts.pipeline import extract
from newsfacts.report import Claim
from newsfacts.rules import Rules, load_rules

Example = tuple[str, str, bool, str]  # "event" or "construction", its name, must it match?, the sentence


def run(examples: Iterable[Example], rules: Rules) -> Iterator[str]:
    """One line for each example that fails."""
    for kind, name, wanted, sentence in examples:
        claims = extract(sentence, rules=rules).claims
        if any(_made_by(claim, kind, name) for claim in claims) != wanted:
            what = "gives no claim" if wanted else "gives a claim"
            others = ", ".join(f"{claim.event} {claim.item} ({claim.rule})" for claim in claims)
            yield f"{kind} {name!r} {what}: {sentence}" + (f" [found: {others}]" if others else "")


def _made_by(claim: Claim, kind: str, name: str) -> bool:
    return name == (claim.event if kind == "event" else claim.rule)


def check(paths: list[str]) -> tuple[list[str], int]:
    """(the failures of the examples of the user's files as "FILE: ...", the number of examples run); ValueError on a mistake in a file."""
    from newsfacts import rulefiles

    rules = load_rules(paths)
    known = set(rules.items.values()) | {"money", "other"}
    failures, count = [], 0
    for path in paths:
        table = rulefiles.read(path, known)
        count += len(table.examples)
        lacks = "lacks an example that must match (yes) or one that must not (no)"
        failures += [f"{path}: {kind} {name!r} {lacks}" for kind, name in table.without_examples]
        failures += [f"{path}: {line}" for line in run(table.examples, rules)]
    return failures, count
