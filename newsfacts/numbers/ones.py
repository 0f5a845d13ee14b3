"""Whether "one" counts, or stands for a thing or for people."""

from __future__ import annotations

from functools import cache

from newsfacts.lexicon import load_json
from newsfacts.numbers import hedges
from newsfacts.tokens import Doc

_LOT = frozenset("was is has died killed wounded injured hurt missing seriously critically abducted kidnapped arrested detained".split())


def counts(doc: Doc, tags: str, i: int) -> bool:
    """Whether "one" at token i is a number rather than a pronoun."""
    data, low = load_json("numbers"), doc.low
    after = tags[i + 1:i + 2]
    if low[i + 1:i + 3] == ["or", "more"]:
        return True
    if i and low[i - 1] == "another" and low[i + 1:i + 2] and low[i + 1] in _LOT:
        return True  # one was killed and another one hurt
    if i and low[i - 1] in data["not_one_before"]:
        return low[i - 1] in ("the", "some", "that", "this", "which") and after in ("s", "n", "j", "C") or (
            low[i - 1] == "that" and low[i + 1:i + 2] == ["of"])  # said that one of its men had died
    for beside in (low[i - 1] if i else "", *low[i + 1:i + 2]):
        for words, before in _idioms().get(beside, ()):
            if i >= before and low[i - before:i - before + len(words)] == words:
                return False
    if i and after not in ("s", "n", "j", "C", "-", "E", "U", "M") and _is_pronoun(doc, tags, i):
        return False  # an urgent one
    if after == "-" and (tags[i + 2:i + 3] in ("x", ">") or low[i + 2] in data["not_one_hyphen"]):
        return False  # one-on-one, one-time
    return low[i + 1:i + 2] == [] or low[i + 1] not in data["not_one_after"]


@cache
def _idioms() -> dict[str, list[tuple[list[str], int]]]:
    """A word beside "one" → the phrases in which one counts nothing, each with the words that it has before its first one."""
    out: dict[str, list[tuple[list[str], int]]] = {}
    for words in map(str.split, load_json("numbers")["one_idioms"]):
        before = words.index("one")
        out.setdefault(words[before - 1] if before else words[1], []).append((words, before))
    return out


def _is_pronoun(doc: Doc, tags: str, i: int) -> bool:
    """Whether "one" stands for a noun ("the latest one", "a new one") or for people ("one has to")."""
    before = doc.low[i - 1]
    if hedges.before(doc, i)[1]:
        return False  # at least one
    if doc.low[i + 1:i + 3] == ["has", "to"] or tags[i - 2:i - 1] in ("a", "T") and tags[i - 1] in "jnsCEQ":
        return True
    return tags[i - 1] == "j" and not before.endswith(("ed", "ing"))
