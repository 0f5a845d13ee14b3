"""Nothing counted: "no casualties", "nobody was hurt", "none of the eight drones", "neither pilot"; and "both"."""

from __future__ import annotations

from functools import cache

from newsfacts.lexicon import load_json
from newsfacts.numbers import nouns, units
from newsfacts.numbers.nouns import Noun
from newsfacts.tokens import Doc
from newsfacts.typed import NamedTuple

_REPORTS = frozenset("report reports word sign signs indication indications information news evidence record".split())
_BESIDES = frozenset("other further additional more".split())
_GREAT = frozenset("heavy large significant undue excessive massive enormous".split())
_TOLLS = frozenset("toll tolls figure figures count counts number numbers total totals breakdown estimate estimates".split())
_NEAR = 7  # tokens within which "nobody" needs a word of harm
_FAR = 6  # tokens from "no" to its noun


class Count(NamedTuple):
    """Zero or two of something: the bare words end before `last`."""

    last: int
    value: int
    noun: Noun | None
    lemma: str | None  # the noun that a pronoun implies


@cache
def _nouns() -> frozenset[str]:
    """What is counted even where there is none of it."""
    return frozenset(load_json("numbers")["zero_nouns"])


@cache
def _harms() -> frozenset[str]:
    """Words that tell of harm, or that something happened."""
    return frozenset(load_json("numbers")["harmed"])


def read(doc: Doc, tags: str, i: int) -> Count | None:
    """The count of the word "no", "none", "nobody", "neither", "both" at token i, where it counts things or people."""
    key, value = doc.low[i], 2 if tags[i] == "B" else 0
    after = "".join(doc.low[i + 1:i + 2])
    if key == "not":
        return _not_one(doc, tags, i, after)
    if key == "nobody" or key == "no" and after == "one":
        last = i + 1 + (key == "no")
        last += doc.low[last:last + 1] == ["else"]
        return Count(last, 0, None, "person") if _harmed(doc, tags, last) else None
    if key == "zero" and units.after(doc, tags, i + 1):
        return Count(i + 1, 0, None, None)
    if after == "of":
        return _of(doc, tags, i, value)
    if key == "neither" and (count := _nor(doc, tags, i)):
        return count
    if key == "none" or tags[i] == "B" and tags[i + 1:i + 2] == "x":
        return Count(i + 1, value, None, None) if tags[i + 1:i + 2] == "x" and _harmed(doc, tags, i + 1) else None
    if tags[i] == "B" and tags[i + 1:i + 2] in (".", ",", "j") and i and doc.low[i - 1] in load_json("numbers")["harming"]:
        return Count(i + 1, value, None, None)  # killing both
    return _bare(doc, tags, i, value, after)


def _not_one(doc: Doc, tags: str, i: int, after: str) -> Count | None:
    """Not one house, not a single soldier, not one of the drones."""
    at = i + 2 if after == "one" else i + 3 if after == "a" and doc.low[i + 2:i + 3] == ["single"] else 0
    if not at:
        return None
    of = tags[at:at + 1] == "O"
    noun = nouns.of_set(doc, tags, at) or _behind_number(doc, tags, at + 1) if of else nouns.one(doc, tags, at)
    return Count(at, 0, noun, None) if noun or of or _harmed(doc, tags, at) else None


def _of(doc: Doc, tags: str, i: int, value: int) -> Count | None:
    """None of the eight drones, both of them, neither of the pilots."""
    at, key = i + 2, doc.low[i]
    if doc.low[at:at + 1] == ["them"]:
        return Count(i + 1, value, None, None) if _harmed(doc, tags, at + 1) else None
    if doc.low[at:at + 1] in (["this"], ["that"], ["it"]):
        return None
    noun = nouns.of_set(doc, tags, i + 1) or _behind_number(doc, tags, at)
    if noun and (key == "none" or noun.lemma in _nouns() or _harmed(doc, tags, noun.last)):
        return Count(i + 1, value, noun, None)
    return None


def _nor(doc: Doc, tags: str, i: int) -> Count | None:
    """Neither the driver nor any of his passengers was hurt: the nearer noun tells who."""
    at = next((t + 1 for t in range(i + 2, min(i + _FAR, len(tags))) if doc.low[t] == "nor"), 0)
    while at and at < len(tags) and (doc.low[at] in ("any", "all", "of") or tags[at] in "Tau"):
        at += 1
    noun = nouns.plural(doc, tags, at) or nouns.one(doc, tags, at) if at and doc.forms[at:at + 1] and doc.forms[at].islower() else None
    return Count(noun.head, 0, noun, None) if noun and _harmed(doc, tags, noun.last) else None


def _with_anyone(doc: Doc, noun: Noun) -> Noun:
    """The noun with all others: no passenger "or anyone else"."""
    more = doc.low[noun.last:noun.last + 3] in (["or", "anyone", "else"], ["or", "anybody", "else"])
    return noun._replace(last=noun.last + 3) if more else noun


_THEIRS = frozenset(("his", "her", "their", "my", "our"))  # both his sons


def _bare(doc: Doc, tags: str, i: int, value: int, after: str) -> Count | None:
    """No casualties, no reports of deaths, both men, neither pilot."""
    known = _nouns()
    if value == 0 and after in _REPORTS and doc.low[i + 2:i + 4] in (["of", "anyone"], ["of", "anybody"]):  # no report of anyone being hurt
        return Count(i + 4, 0, None, "person") if _harmed(doc, tags, i + 4) else None
    if doc.low[i + 1:i + 2] and doc.low[i + 1].endswith("ing"):
        return None  # without winning women
    if value == 0 and (after in _BESIDES or after in _GREAT or not _TOLLS.isdisjoint(doc.low[i + 2:i + 3])):
        return None  # two were hurt; no other injuries were reported; took the hill without heavy casualties; the army gave no death toll
    if doc.low[i] == "without" and i and doc.forms[i].istitle() and doc.forms[i - 1].istitle():
        return None  # Doctors Without Borders
    if value == 0 and after in _harms() and after not in load_json("numbers")["zero_not"] and tags[i + 2:i + 3] in ("", ".", ",", ":"):
        return Count(i + 1, 0, None, "person")  # there are no injured
    noun = nouns.plural(doc, tags, i + 1 + (value == 2 and after in _THEIRS))
    if value and noun and any(word.endswith("ed") and word not in _harms() for word in doc.low[i + 1:noun.head]):
        return None  # both blamed attacks
    if value and noun and _with_others(doc, tags, noun.last):
        return None
    if noun and noun.lemma in known and noun.head - i <= _FAR:
        return Count(i + 1, value, _with_anyone(doc, noun), None)
    if noun and doc.low[noun.head] in _REPORTS and tags[noun.last:noun.last + 1] == "O":
        told = nouns.plural(doc, tags, noun.last + 1)
        return Count(i + 1, value, told, None) if told and told.lemma in known and told.head - i <= _FAR else None
    if value == 0:
        noun = nouns.one(doc, tags, i + 1) or noun
    if noun is None or noun.head - i > _FAR or noun.lemma in load_json("numbers")["zero_not"]:
        return None
    noun = _with_anyone(doc, noun)
    harmed = noun.head - i <= 3 and doc.low[i] != "without" and _harmed(doc, tags, noun.last)
    return Count(i + 1, value, noun, None) if noun.lemma in known or harmed else None


def _with_others(doc: Doc, tags: str, at: int) -> bool:
    """Whether "both" joins two kinds and counts neither: both soldiers "and civilians" were killed."""
    other = nouns.plural(doc, tags, at + 1) if tags[at:at + 1] == "&" else None
    return other is not None and (other.head == at + 1 or doc.low[at + 1] not in _harms()) and not doc.low[at + 1].endswith("ed")


def _behind_number(doc: Doc, tags: str, at: int) -> Noun | None:
    """The noun in none "of the eight drones"."""
    at += tags[at:at + 1] == "T"
    return nouns.plural(doc, tags, at + 1) if tags[at:at + 1] in ("u", "t", "y", "D", "z") else None


def _harmed(doc: Doc, tags: str, at: int) -> bool:
    """Whether a word of harm follows in the clause."""
    end = at
    while end < len(tags) and end < at + _NEAR and tags[end] not in ".,:":
        end += 1
    words = doc.low[at:end]
    # "no street that has not been hit"
    return not _harms().isdisjoint(words) and "that" not in words and "not" not in words
