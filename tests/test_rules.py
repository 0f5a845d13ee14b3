"""The user's rules: what they add, and how their mistakes are told; the keys of the built-in data."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsfacts import extract, load_rules
from newsfacts.rulecheck import check
from newsfacts.rules import builtin

SAMPLES = Path(__file__).parent.parent / "samples"
DATA = Path(__file__).parent.parent / "newsfacts" / "data"
GOOD = """\
[item]
drug = ["kilogram", "package", "brick"]

[event.confiscated]
means = "drugs taken by the authorities"
frame = "agent acts on items"
verbs = ["seize", "Confiscate"]
nouns = ["seizure"]
items = ["drug"]
yes = ["Customs officers seized 40 kilograms of hashish."]
no = ["The court seized 40 houses."]

[event.killed]
verbs = ["waste"]
items = ["person"]
yes = ["The gang wasted four people."]
no = ["The gang wasted four hours."]

[[construction]]
name = "fell-to"
why = "Four towns fell to the rebels."
match = "qty:QTY event:FINITE TO THING"
frame = "agent acts on items"
yes = ["Six packages confiscated to the state."]
no = ["Four packages fell to the floor."]

[name]
organization = ["Lindhaven Harbour Watch", "watch"]
"""


def load(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "my.toml"
    path.write_text(text, encoding="utf-8")
    return [str(path)]


def test_own_words(tmp_path: Path) -> None:
    rules = load_rules(load(tmp_path, GOOD))
    text = ("Officers confiscated 12 packages, Lindhaven Harbour Watch said. The seizure of three bricks of hashish followed. "
            "Two cars were seized.")
    report = extract(text, rules=rules)
    assert [(c.event, c.item, c.value) for c in report.claims] == [("confiscated", "drug", 12), ("confiscated", "drug", 3)]
    assert ("Lindhaven Harbour Watch", "organization") in [(a.name, a.kind) for a in report.actors]
    assert report.claims[0].source == "Lindhaven Harbour Watch"
    assert not [c for c in extract(text).claims if c.event == "confiscated"]


def test_own_words_join_a_built_in_event(tmp_path: Path) -> None:
    rules = load_rules(load(tmp_path, GOOD))
    text = "The gang wasted four people and killed two guards."
    assert [(c.event, c.value) for c in extract(text, rules=rules).claims] == [("killed", 4), ("killed", 2)]


def test_check_runs_every_example(tmp_path: Path) -> None:
    failures, count = check(load(tmp_path, GOOD))
    assert count == 6
    assert failures == []


def test_check_tells_examples_that_fail(tmp_path: Path) -> None:
    text = GOOD.replace("seized 40 houses", "seized 40 packages").replace("wasted four people", "saw four people")
    failures, _ = check(load(tmp_path, text))
    assert [f.partition("my.toml: ")[2].partition(": ")[0] for f in failures] == [
        "event 'confiscated' gives a claim", "event 'killed' gives no claim"]


def test_check_wants_examples(tmp_path: Path) -> None:
    failures, _ = check(load(tmp_path, '[event.seen]\nverbs = ["see"]\nitems = ["person"]\nyes = ["They saw six people."]\n'))
    assert failures == [f"{tmp_path / 'my.toml'}: event 'seen' lacks an example that must match (yes) or one that must not (no)"]


def test_sample_holds() -> None:
    assert check([str(SAMPLES / "drugs.toml")])[0] == []


def test_no_files_are_the_built_in_rules() -> None:
    assert load_rules([]) is builtin()


@pytest.mark.parametrize(("text", "line", "told"), [
    ("[event.x]\nverbs = [", None, "no TOML"),
    ("[things]\n", 1, "unknown table"),
    ('[event.x]\nverbs = ["see"]\nitem = ["person"]\n', 3, "unknown key 'item'"),
    ('[event.x]\nverbs = ["see"]\nitems = ["gnome"]\n', 3, "unknown item 'gnome'"),
    ('[event.x]\nverbs = ["see"]\n', 1, "no items"),
    ('[event.x]\nitems = ["person"]\n', 1, "no words"),
    ('[event.x]\nverbs = "see"\nitems = ["person"]\n', 2, "verbs must be a list"),
    ('[event.x]\nverbs = [3]\nitems = ["person"]\n', 2, "3 is no word"),
    ('[event.x]\nverbs = ["s33"]\nitems = ["person"]\n', 2, "'s33' is no verb"),
    ('[event.x]\nverbs = ["see"]\nitems = ["person"]\nframe = "items sing"\n', 4, "unknown frame 'items sing'"),
    ('[event.x]\nverbs = ["see"]\nitems = ["person"]\nalso = [{verbs = ["eye"], items = ["gnome"]}]\n', 3, "unknown item 'gnome'"),
    ("[event]\nx = 3\n", 2, "event 'x': must be a table"),
    ("item = 3\n", 1, "must be a table"),
    ('[item]\ngnome = "gnome"\n', 2, "gnome must be a list"),
    ('[[construction]]\nmatch = "qty:QTY"\n', 1, "each needs a name"),
    ('[[construction]]\nname = "a"\nmatch = "event:VERB qty:QTY OBJECT"\n', 3, "no such class: 'OBJECT'"),
    ('[[construction]]\nname = "a"\nmatch = "event:VERB thing:QTY"\n', 3, "no such slot: 'thing'"),
    ('[[construction]]\nname = "a"\nmatch = "event:VERB [ qty:QTY"\n', 3, "'[' is not closed"),
    ('[[construction]]\nname = "a"\nmatch = "event:VERB"\n', 3, "no qty: or part: slot"),
    ('[[construction]]\nname = "a"\nmatch = "qty:QTY"\n', 3, "no event: slot"),
    ('[[construction]]\nname = "a"\nmatch = "event:VERB (.*)+ qty:QTY"\n', 3, "no such word in a pattern"),
    ('[[construction]]\nname = "a"\nmatch = "event:VERB qty:QTY"\nwhen = "now"\n', 3, "unknown key 'when'"),
    ('[[construction]]\nname = "a"\nmatch = "event:VERB qty:QTY"\nonly = {light = ["be"]}\n', 4, "no slot 'light'"),
    ('[[construction]]\nname = "a"\nmatch = "' + "[ ANY ] " * 7 + 'event:VERB qty:QTY"\n', 3, "too long"),
    ('[construction]\nname = "a"\n', 1, "must be [[construction]]"),
    ('[name]\nplanet = ["Mars"]\n', 2, "unknown kind 'planet'"),
    ('[name]\nplace = [""]\n', 2, "'' is no word"),
])
def test_mistakes_name_file_line_and_word(tmp_path: Path, text: str, line: int | None, told: str) -> None:
    path = load(tmp_path, text)
    with pytest.raises(ValueError) as caught:
        load_rules(path)
    message = str(caught.value)
    assert message.startswith(f"{path[0]}:{line}: " if line else f"{path[0]}: ")
    assert told in message
    assert "\n" not in message


def test_an_event_of_a_built_in_name_needs_no_items(tmp_path: Path) -> None:
    file = load(tmp_path, '[event.killed]\nverbs = ["zonk"]\n\n[event.returned]\nnouns = ["zonkage"]\n')
    (claim,) = extract("Rebels zonked 14 soldiers near Velm.", rules=load_rules(file)).claims
    assert (claim.event, claim.item, claim.value, claim.agent) == ("killed", "soldier", 14, "rebels")
    (claim,) = extract("The zonkage of 14 prisoners was on Friday.", rules=load_rules(file)).claims
    assert (claim.event, claim.item, claim.value) == ("returned", "prisoner", 14)
    assert extract("Rebels zonked 14 songs.", rules=load_rules(file)).claims == ()
    assert [c.event for c in extract("Rebels killed 14 soldiers.", rules=load_rules(file)).claims] == ["killed"]


@pytest.mark.parametrize("given", [str, Path, lambda path: [path], lambda path: (str(path),)])
def test_one_path_or_several(tmp_path: Path, given: Callable[[Path], Any]) -> None:
    (path,) = load(tmp_path, '[event.killed]\nverbs = ["zonk"]\n')
    assert "zonk" in load_rules(given(Path(path))).verbs


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_bytes(b"[item]\nx = ['\xff']\n")
    for path, told in ((tmp_path / "none.toml", "no such file"), (tmp_path, "is a folder"), (bad, "not UTF-8")):
        with pytest.raises(ValueError, match=told):
            load_rules([str(path)])


@pytest.mark.parametrize("path", sorted(DATA.glob("*.json")), ids=lambda path: path.stem)
def test_no_key_twice(path: Path) -> None:
    """A key that stands twice in a data file would hide the first."""
    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        keys = [key for key, _ in pairs]
        assert len(keys) == len(set(keys)), sorted(key for key in set(keys) if keys.count(key) > 1)
        return dict(pairs)

    json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=once)
