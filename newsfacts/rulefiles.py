"""A user's rules: a TOML file in the form of the built-in tables, checked word by word.

    [item]
    drug = ["kilogram of cocaine", "package"]       # nouns counted, in the singular; a name new or built in

    [event.confiscated]                             # a name new or built in
    means = "drugs taken by the authorities"
    frame = "agent acts on items"                   # or "items act" (die, flee), "state" (be missing)
    verbs = ["confiscate", "seize"]                 # base forms; also nouns, counts, states, with (see data/events.json)
    items = ["drug"]                                # may be left out where the name is built in: verbs = ["martyr"] adds to it
    yes = ["Customs officers seized 40 packages."]  # run by `newsfacts rules check`
    no = ["The court seized 40 houses."]

    [[construction]]                                # a slot pattern (see patterns)
    name = "worth-of-haul"
    why = "A haul of 40 packages."
    match = "event:NOUN OF qty:QTY"
    yes = ["..."]

    [name]                                          # person organization place country group
    organization = ["Coastal Guard"]
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field

from newsfacts.patterns import Construction, compile_construction
from newsfacts.reading.files import reason
from newsfacts.rules import EVENT_KEYS, FRAMES, builtin_events
from newsfacts.tokens import TOKEN
from newsfacts.typed import Any

KINDS = ("person", "organization", "country", "place", "group")
_LISTS = ("verbs", "nouns", "counts", "states", "with", "items", "yes", "no")
_ONLY = ("bare", "counts", "phrase")  # conditions on a slot that are no lemmas (see claims)
_MOST_OPTIONAL = 6  # more optional parts than that could be matched in too many ways
_MOST_WORDS = 24
_MOST_BYTES = 4_000_000


@dataclass(slots=True, eq=False, repr=False)
class RuleFile:
    """The tables of one file."""

    items: dict[str, list[str]] = field(default_factory=dict)
    events: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    constructions: list[Construction] = field(default_factory=list)
    names: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    examples: list[tuple[str, str, bool, str]] = field(default_factory=list)  # event or construction, its name, must match?, sentence
    without_examples: list[tuple[str, str]] = field(default_factory=list)  # event or construction, its name


class _File:
    """A file being checked; every mistake is a ValueError "FILE:LINE: RULE: what is wrong"."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.lines = path, text.splitlines()

    def wrong(self, rule: str, what: str, *needles: str) -> ValueError:
        """The error; its line is that of the last needle found after the ones before it."""
        line = 0
        for needle in needles:
            line = next((k for k in range(line, len(self.lines)) if needle in self.lines[k]), line)
        return ValueError(f"{self.path}:{line + 1}: {rule}: {what}")

    def words(self, rule: str, key: str, value: Any, *needles: str) -> list[str]:
        """A list of words or sentences."""
        if not isinstance(value, list):
            raise self.wrong(rule, f"{key} must be a list of strings", *needles, key)
        for word in value:
            if not isinstance(word, str) or not word.strip():
                raise self.wrong(rule, f"{key}: {word!r} is no word", *needles, key)
        return value

    def table(self, key: str, value: Any) -> dict[str, Any]:
        """A table of TOML."""
        if not isinstance(value, dict):
            raise self.wrong(key, "must be a table", key)
        return value


def read(path: str, known_items: set[str]) -> RuleFile:
    """The rules of a file; `known_items`: the items that its events may name besides its own. An event without items has the items and
    frame of the built-in one of its name. ValueError on any mistake."""
    try:
        with open(path, "rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise ValueError(f"{path}: too large for a file of rules")
        text = data.decode("utf-8-sig")
        table = tomllib.loads(text)
    except OSError as error:
        raise ValueError(f"{path}: {reason(error)}") from None
    except UnicodeDecodeError as error:
        raise ValueError(f"{path}: not UTF-8 (byte {error.start})") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ValueError(f"{path}: no TOML: {error}") from None
    file, out = _File(path, text), RuleFile()
    for key in table:
        if key not in ("event", "item", "construction", "name"):
            raise file.wrong(key, "unknown table (known: event, item, construction, name)", key)
    for name, nouns in file.table("item", table.get("item", {})).items():
        out.items[name] = [noun.lower() for noun in file.words(f"item {name!r}", name, nouns, "[item]")]
    built_in = builtin_events()
    for name, event in file.table("event", table.get("event", {})).items():
        if isinstance(event, dict) and "items" not in event and name in built_in:
            event = {key: built_in[name][key] for key in ("frame", "items") if key in built_in[name]} | event
        out.events.append((name, _event(file, name, event, known_items | set(out.items))))
        _examples(out, "event", name, event)
    constructions = table.get("construction", [])
    if not isinstance(constructions, list):
        raise file.wrong("construction", "must be [[construction]]", "construction")
    for rule in constructions:
        out.constructions.append(_construction(file, rule))
        _examples(out, "construction", rule["name"], rule)
    for kind, names in file.table("name", table.get("name", {})).items():
        if kind not in KINDS:
            raise file.wrong("name", f"unknown kind {kind!r} (known: {', '.join(KINDS)})", "[name]", kind)
        out.names += [(tuple([form.rstrip() for form in TOKEN.findall(name)]), kind) for name in file.words("name", kind, names, "[name]")]
    return out


def _examples(out: RuleFile, kind: str, name: str, table: dict[str, Any]) -> None:
    for key in ("yes", "no"):
        out.examples += [(kind, name, key == "yes", sentence) for sentence in table.get(key, ())]
    if not (table.get("yes") and table.get("no")):
        out.without_examples.append((kind, name))


def _event(file: _File, name: str, event: Any, items: set[str], rule: str = "") -> dict[str, Any]:
    """An event's table, checked, words in small letters; a use told in `also` has the same form."""
    rule = rule or f"event {name!r}"
    header = f"event.{name}"
    if not isinstance(event, dict):
        raise file.wrong(rule, "must be a table", name)
    for key in event:
        if key not in EVENT_KEYS:
            raise file.wrong(rule, f"unknown key {key!r} (known: {', '.join(sorted(EVENT_KEYS))})", header, key)
    if event.get("frame", FRAMES[0]) not in FRAMES:
        raise file.wrong(rule, f"unknown frame {event['frame']!r} (known: {', '.join(FRAMES)})", header, "frame")
    out = dict(event)
    for key in _LISTS:
        if key in event:
            words = file.words(rule, key, event[key], header)
            out[key] = words if key in ("yes", "no", "items") else [word.lower() for word in words]
    for key in ("verbs", "with"):
        for verb in out.get(key, ()):
            if not all(word.replace("-", "").isalpha() for word in verb.split()):
                raise file.wrong(rule, f"{key}: {verb!r} is no verb", header, key)
    for item in out.get("items", ()):
        if item not in items:
            raise file.wrong(rule, f"unknown item {item!r}", header, "items")
    if not out.get("items"):
        raise file.wrong(rule, "no items (only an event of a built-in name may leave them out)", header)
    if not any(out.get(key) for key in ("verbs", "nouns", "counts", "states", "with", "also")):
        raise file.wrong(rule, "no words: verbs, nouns, counts, states or with", header)
    also = event.get("also", [])
    if not isinstance(also, list):
        raise file.wrong(rule, "also must be a list of tables", header, "also")
    out["also"] = [_event(file, name, use, items, f"{rule} also") for use in also]
    return out


def _construction(file: _File, rule: Any) -> Construction:
    """A construction, compiled; patterns that could be matched in too many ways are refused."""
    if not isinstance(rule, dict) or not isinstance(rule.get("name"), str):
        raise file.wrong("construction", "each needs a name", "[[construction]]")
    name = rule["name"]
    needle = f'"{name}"'
    for key in ("match", "why", "event", "effect"):
        if key in rule and not isinstance(rule[key], str):
            raise file.wrong(f"construction {name!r}", f"{key} must be a string", needle, key)
    for key in ("yes", "no"):
        if key in rule:
            file.words(f"construction {name!r}", key, rule[key], needle)
    frames = [rule["frame"]] if isinstance(rule.get("frame"), str) else rule.get("frame", [])
    if any(frame not in (*FRAMES, "with") for frame in file.words(f"construction {name!r}", "frame", frames, needle)):
        raise file.wrong(f"construction {name!r}", f"frame must be of {', '.join(FRAMES)}, with", needle, "frame")
    match = rule.get("match", "").split()
    for slot, lemmas in file.table("only", rule.get("only", {})).items():
        if not any(word.startswith(f"{slot}:") for word in match):
            raise file.wrong(f"construction {name!r}", f"only: the pattern has no slot {slot!r}", needle, "only")
        if lemmas not in _ONLY:
            file.words(f"construction {name!r}", "only", lemmas, needle)
    if not any(word.startswith("event:") for word in match):
        raise file.wrong(f"construction {name!r}", "the pattern has no event: slot", needle, "match")
    if sum(word in ("[", "(") for word in match) > _MOST_OPTIONAL or len(match) > _MOST_WORDS or sum("ASIDE" in word for word in match) > 2:
        what = f"the pattern is too long: at most {_MOST_WORDS} words, {_MOST_OPTIONAL} brackets, 2 ASIDE"
        raise file.wrong(f"construction {name!r}", what, needle, "match")
    try:
        return compile_construction(rule)
    except ValueError as error:
        raise file.wrong(f"construction {name!r}", str(error).partition(": ")[2], needle, "match") from None
