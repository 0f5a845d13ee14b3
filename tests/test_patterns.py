"""Slot patterns and inflection: what the rules' data is made into."""

from __future__ import annotations

import pytest

from newsfacts.inflect import plural, verb_forms
from newsfacts.patterns import compile_construction, compile_pattern


def compiled(match: str) -> object:
    return compile_construction({"name": "a", "match": match})


@pytest.mark.parametrize(("match", "chunks", "found"), [
    ("event:VERB qty:QTY", "AVQn", "VQ"),
    ("event:VERB qty:QTY", "AVzzQ", "VzzQ"),
    ("event:VERB qty:QTY", "AV" + 40 * "z" + "Q", None),  # not over any distance
    ("event:VERB qty:QTY", "AVQ,Q&Q.", "VQ,Q&Q"),
    ("qty:QTY [ REL ] event:PASSIVE", "QrW", "QrW"),
    ("qty:QTY [ REL ] event:PASSIVE", "QW", "QW"),
    ("event:NOUN ( OF | COLON ) qty:QTY", "E:Q", "E:Q"),
    ("event:NOUN ( OF | COLON ) qty:QTY", "E,Q", None),
])
def test_pattern(match: str, chunks: str, found: str | None) -> None:
    import re

    result = re.search(compile_pattern(match), chunks)
    assert (result.group() if result else None) == found


@pytest.mark.parametrize(("match", "told"), [
    ("event:VERB qty:THINGS", "no such class: 'THINGS'"),
    ("event:VERB much:QTY", "no such slot: 'much'"),
    ("event:VERB [ qty:QTY", "'[' is not closed"),
    ("event:VERB qty:QTY ]", "']' closes nothing"),
    ("event:VERB | qty:QTY", "'|' outside brackets"),
    ("event:VERB THING", "the pattern has no qty: or part: slot"),
    ("event:.* qty:QTY", "no such word in a pattern: 'event:.*'"),
])
def test_mistakes(match: str, told: str) -> None:
    with pytest.raises(ValueError, match=r"construction 'a'") as caught:
        compiled(match)
    assert told in str(caught.value)


@pytest.mark.parametrize(("base", "forms"), [
    ("take", "take takes taking took taken"),
    ("stop", "stop stops stopping stopped"),
    ("carry", "carry carries carrying carried"),
    ("free", "free frees freeing freed"),
    ("die", "die dies dying died"),
    ("hit", "hit hits hitting"),
    ("destroy", "destroy destroys destroying destroyed"),
    ("launch", "launch launches launching launched"),
    ("abduct", "abduct abducts abducting abducted"),
])
def test_verb_forms(base: str, forms: str) -> None:
    assert sorted(verb_forms(base)) == sorted(forms.split())


@pytest.mark.parametrize(("noun", "many"), [
    ("drone", "drones"), ("city", "cities"), ("boy", "boys"), ("bus", "buses"), ("man", "men"), ("policewoman", "policewomen"),
    ("human", "humans"), ("aircraft", "aircraft"), ("child", "children"), ("torch", "torches"), ("hero", "heroes"),
])
def test_plural(noun: str, many: str) -> None:
    assert plural(noun) == many
