"""Words of two readings, settled by what stands beside them once actors, dates and counts are laid over the tags.

Each step is for the words of one letter (`LETTERS`), in the order of `_STEPS`, and writes the tags it settles.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from newsfacts.inflect import plural
from newsfacts.lexicon import load_json
from newsfacts.rules import Rules
from newsfacts.tokens import Doc

Step = Callable[[Doc, list[str], int], None]  # of a word at a token that stands in a wanted sentence
LETTERS = {
    "incl": "i", "these": "#", "number": "n", "lives": "l", "her": "h", "critical": "c", "every": "e", "then": "t", "off": "f", "over": "o",
    "aboard": "a", "inside": "a", "outside": "a", "stand": "S", "stands": "S", "stood": "S", "tally": "T", "total": "T",
    "count": "d", "figure": "d", "than": ">", "help": "H", "helps": "H", "helped": "H", "helping": "H",
    "use": "u", "cuts": "C", **dict.fromkeys(("storm", "storms", "torch", "torches", "rout", "routs", "bombs"), "m"),
}
_ENDS_STATE = ([], *map(list, "p.,;&"))
_COASTS = frozenset(("coast", "coasts", "shore", "shores", "island", "islands", "cape"))
_NOUN_BEHIND = frozenset("nEXRCFAQ")  # tags behind an adjective that is before its noun
_OF_THE_DEAD = frozenset("death body casualty fatality".split())
_VERBS = (["k"], ["K"])
_BASE = (["Y"], ["X"], ["C"])
_OBJECT = (["Q"], ["t"], ["A"], ["M"], ["u"])
_OF_STORMS = frozenset("damage surge surges warning warnings victims victim relief shelter shelters cellar clouds season".split())
_BANDS = frozenset("army gang gangs mob police militia militias rebels troops islamists".split())
_CURRENT = (["power"], ["electricity"])
_FOR = (["to"], ["for"], ["in"])
_SUBJECT = 5  # tokens of the subject of a headline
_STANDING = {"stand": "i", "stands": "s", "stood": "j"}


@cache
def letters() -> dict[str, str]:
    """The letters of the words that a step below looks for."""
    related = map(plural, load_json("events")["related"])  # those who belong to others
    return dict.fromkeys(load_json("grammar")["short_titles"].split(), "s") | dict.fromkeys(related, "r") | LETTERS


def settle(doc: Doc, rules: Rules, words: str, tags: list[str], inside: bytearray) -> None:
    """Sets the tags of the words whose letters stand in `words`, in the sentences marked in `inside`."""
    for letter, step in _STEPS:
        for at in places(words, letter):
            if inside[at]:
                step(doc, tags, at)
    for at in places(words, "m"):
        if inside[at]:
            _who_storms(doc, rules, tags, at)
    for letter, word in ("o", "over"), ("f", "off"):
        for at in places(words, letter):
            if inside[at]:
                _preposition(doc, rules, tags, at, word)


def places(words: str, letters: str) -> list[int]:
    """Where words with these letters stand."""
    out: list[int] = []
    at = words.find(letters)
    while at >= 0:
        out.append(at)
        at = words.find(letters, at + 1)
    return out


def _title(doc: Doc, tags: list[str], at: int) -> None:
    """Killed Gen. Ivo Tarn and two aides: a title, no end."""
    if doc.low[at + 1:at + 2] == ["."] and doc.glued(at) and at + 2 < doc.sents[doc.sentence_of(at)][1]:
        tags[at] = tags[at + 1] = "t"


def _including(doc: Doc, tags: list[str], at: int) -> None:
    """Nine people (incl. two boys)."""
    if doc.low[at + 1:at + 2] == ["."]:
        tags[at], tags[at + 1] = "q", "D"


def _of_these(doc: Doc, tags: list[str], at: int) -> None:
    """40 of these were shot down, two of these died: a pronoun, no determiner."""
    verb = at + 1 + (tags[at + 1] == "y")
    told = tags[verb] in "BHm" or tags[verb] in "KJ" and tags[verb + 1] not in _NOUN_BEHIND
    if told and at > 1 and doc.low[at - 1] == "of" and tags[at - 2] in "Q=":
        tags[at] = "u"


def _of_that_number(doc: Doc, tags: list[str], at: int) -> None:
    """40 of that number were shot down."""
    if at > 2 and doc.low[at - 2:at] == ["of", "that"] and tags[at - 3] in "Q=":
        tags[at - 2:at + 1] = "DDD"


def _who_lives(doc: Doc, tags: list[str], at: int) -> None:
    """A man who lives near the bridge: a verb, no lives lost."""
    if at and doc.low[at - 1] == "who":
        tags[at] = "v"


def _her(doc: Doc, tags: list[str], at: int) -> None:
    """The homes in her lane, with her two sons, lost her husband: whose, not whom."""
    after = tags[at + 1:at + 2]
    if at and tags[at] == "u" and (tags[at - 1] in "pbhf" and after in (["n"], ["Q"]) or (
            after == ["n"] and doc.low[at + 1] in load_json("implied")["kin"])):
        tags[at] = "t"


def _of_the_dead(doc: Doc, tags: list[str], at: int) -> None:
    """Relatives of the dead, who are not dead."""
    if doc.low[at + 1:at + 3] == ["of", "the"] and tags[at + 3:at + 4] == ["S"]:
        tags[at + 3] = "n"


def _critical(doc: Doc, tags: list[str], at: int) -> None:
    """Three dead, one critical; but: critical roads."""
    if tags[at] == "S" and not (at and tags[at - 1] in "Q=" and tags[at + 1:at + 2] in _ENDS_STATE):
        tags[at] = "n"


def _every_one(doc: Doc, tags: list[str], at: int) -> None:
    """Burned every one of the 90 houses."""
    if doc.low[at + 1:at + 3] == ["one", "of"]:
        tags[at:at + 3] = "ttt"


def _since_then(doc: Doc, tags: list[str], at: int) -> None:
    """Since then Norland has lost 12 drones: a date."""
    if at and doc.low[at - 1] in load_json("grammar")["before_then"].split():
        tags[at - 1:at + 1] = "D~"


def _roofs_off(doc: Doc, tags: list[str], at: int) -> None:
    """Tore the roofs off 30 houses."""
    if tags[at - 1:at + 2] == ["n", "d", "Q"]:
        tags[at] = "p"


def _aboard(doc: Doc, tags: list[str], at: int) -> None:
    """All 14 people aboard were saved: an adverb, no preposition."""
    if at and tags[at] == "p" and tags[at - 1] in "Q=n" and tags[at + 1] in "BHm":
        tags[at] = "y"


def _stand(doc: Doc, tags: list[str], at: int) -> None:
    """90 captives stand to gain their freedom; the number of those killed stood at 31."""
    to = doc.low[at + 1:at + 2]
    if to == ["at"] or to == ["to"] and tags[at + 2:at + 3] and tags[at + 2] in "YiXCBe":
        tags[at] = _STANDING[doc.low[at]]


def _tally(doc: Doc, tags: list[str], at: int) -> None:
    """The tally of drones shot down, the total of freed captives; not: a total of 40, killed nine by one tally."""
    if doc.low[at + 1:at + 2] == ["of"] and tags[at + 2:at + 3] not in (["Q"], ["M"], ["D"]):
        tags[at] = "N"


def _count(doc: Doc, tags: list[str], at: int) -> None:
    """The body count, the casualty figure: nouns for a toll."""
    if at and doc.low[at - 1] in _OF_THE_DEAD:
        tags[at] = "V"


def _more_than(doc: Doc, tags: list[str], at: int) -> None:
    """The toll more than doubled: an adverb."""
    if at and doc.low[at - 1] == "more" and tags[at + 1:at + 2] in _VERBS:
        tags[at] = "y"


def _helped(doc: Doc, tags: list[str], at: int) -> None:
    """Helped evacuate 300, will help rescue nine; but: help free of charge."""
    if tags[at + 1:at + 2] in _BASE and tags[at + 2:at + 3] in _OBJECT and (doc.low[at] != "help" or tags[at - 1] in "m0"):
        tags[at:at + 2] = "mY"


def _with_the_use_of(doc: Doc, tags: list[str], at: int) -> None:
    """Nine strikes with the use of 14 bombs: with 14 bombs."""
    if doc.low[at - 2:at] in (["with", "the"], ["through", "the"]) and doc.low[at + 1:at + 2] == ["of"] and tags[at + 2:at + 3] == ["Q"]:
        tags[at - 2:at + 2] = "ptnh"


def _cuts_power(doc: Doc, tags: list[str], at: int) -> None:
    """Storm cuts power to 40,000 homes; but: power cuts, cuts to spending."""
    if at and tags[at - 1] in "nAFR" and doc.low[at + 1:at + 2] in _CURRENT and doc.low[at + 2:at + 3] in _FOR:
        tags[at] = "Z"


def _who_storms(doc: Doc, rules: Rules, tags: list[str], at: int) -> None:
    """Headline: gunmen storm church, killing nine; gang torches homes; but: a snow storm, storm damage."""
    before, several = doc.low[at - 1] if at else "", not doc.low[at].endswith("s")
    who = rules.items.get(before)
    many = before.endswith(("s", "men", "police", "mob", "troops")) if several else not before.endswith(("s", "men"))
    acts = who in ("soldier", "person", "worker") or before in _BANDS or tags[at - 1] in "A~" and not several
    if acts and many and tags[at] in "nsFCi" and tags[at + 1:at + 2] in (["n"], ["A"], ["t"]) and doc.low[at + 1] not in _OF_STORMS and (
            at - doc.sents[doc.sentence_of(at)][0] < _SUBJECT):
        tags[at] = "j"


def _preposition(doc: Doc, rules: Rules, tags: list[str], at: int, word: str) -> None:
    """12 drones downed over Karo, nine drowned off Karo or off the coast, died off Karo: no particle; but: handed over men."""
    lemma = rules.lemmas.get(doc.low[at - 1]) if at and tags[at] == "d" else None
    if lemma and (word == "over" or tags[at + 1] == "A" or not _COASTS.isdisjoint(doc.low[at + 1:at + 4])) and (
            lemma not in rules.tails or word not in rules.parts(lemma)[0] or lemma == "die"):
        tags[at] = "p"


_STEPS: tuple[tuple[str, Step], ...] = (
    ("s", _title),
    ("i", _including),
    ("#", _of_these),
    ("n", _of_that_number),
    ("l", _who_lives),
    ("h", _her),
    ("r", _of_the_dead),
    ("c", _critical),
    ("e", _every_one),
    ("t", _since_then),
    ("f", _roofs_off),
    ("a", _aboard),
    ("S", _stand),
    ("T", _tally),
    ("C", _cuts_power),
    ("d", _count),
    (">", _more_than),
    ("H", _helped),
    ("u", _with_the_use_of),
)
