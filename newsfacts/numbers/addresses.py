"""Numbers of houses, and the one that is called for help: 418 Harlow Ave., 911."""

from __future__ import annotations

from functools import cache

from newsfacts.lexicon import load_json
from newsfacts.numbers import nouns
from newsfacts.tokens import Doc

_STREET = 5  # tokens behind a house's number within which the word "street" stands
_NAMED_AFTER = frozenset("nsNPwjK")  # 12 Harlow Street shops
_ORDINALS = frozenset(("st", "nd", "rd", "th"))


@cache
def _streets() -> frozenset[str]:
    return frozenset(load_json("numbers")["streets"])


def is_address(doc: Doc, tags: str, last: int) -> bool:
    """Whether a street's name stands behind a figure: 418 Harlow Ave., 14 South 9th street, 6122 Highway 77."""
    if doc.forms[last][0].islower():
        return False
    streets, low = _streets(), doc.low
    for i in range(last, min(last + _STREET, len(low))):
        if low[i] in streets and (i > last or tags[i + 1:i + 2] == "D"):
            return tags[i + 1:i + 2] not in _NAMED_AFTER
        if not (tags[i] == "D" or low[i] in _ORDINALS or low[i] == "." or doc.forms[i][0].isupper()):
            return False
    return False


def is_emergency(doc: Doc, tags: str, last: int) -> bool:
    """Whether 911, before token `last`, is the telephone number: call 911, 911 calls; not 911 votes."""
    noun = nouns.plural(doc, tags, last)
    return noun is None or noun.lemma in ("call", "caller", "operator", "dispatcher", "tape", "service", "recording", "responder")


def is_road(doc: Doc, tags: str, first: int, last: int) -> bool:
    """Whether "road" before a figure makes it a label: on national road 73; not: on the main road 12 were hurt."""
    before = first - 2 - (tags[first - 2:first - 1] == "j")
    return doc.low[first - 1] == "road" and before >= 0 and tags[before] not in "Ta" and nouns.plural(doc, tags, last) is None
