"""Words around a number that say how sure it is: "at least" 12, 50 "or so", 20"-odd", and "another" 5."""

from __future__ import annotations

from functools import cache

from newsfacts.lexicon import load_json
from newsfacts.numbers.atoms import number_words
from newsfacts.report import Num
from newsfacts.tokens import Doc
from newsfacts.typed import Any

_TOTAL = 14  # tokens between "the toll" and "passes"
_PLACED = frozenset("over under above below beyond".split())  # of a small number that counts they are no hedges
_OPPOSITE = {"more_than": "at_most", "less_than": "at_least"}
_QUOTES = frozenset('"“”‘’\'')
_Entries = dict[str, list[tuple[list[str], str]]]


class _Tables:
    __slots__ = ("adverbs", "after", "after_noun", "before", "beside", "compared", "last", "more", "moved", "outer", "particles", "passing",
                 "totals")

    def __init__(self, data: dict[str, Any]) -> None:
        # last word → the word before it ("": none) → [(the words before the last one, modifier)], the longest first
        self.before = {last: _by_second(entries) for last, entries in _entries(data["before"], -1).items()}
        self.after = _entries(data["after"], 0)  # first word → [(the words after it, modifier)]
        self.after_noun = _entries(data["after_noun"], 0)
        self.outer = frozenset(data["outer"])  # bounds that may stand before "about"
        self.adverbs, self.more = frozenset(data["adverbs_before"]), frozenset(data["more_before"])
        self.passing, self.totals = frozenset(data["passing"]), frozenset(data["totals"])
        self.compared, self.moved = frozenset(data["compared"]), frozenset(data["moved"])
        self.last = self.more.union(self.before, self.passing)  # the words right before a number that may belong to it
        self.beside = self.last | _QUOTES  # the words right before a number behind which a hedge may end
        self.particles = {phrase: frozenset(verbs) for phrase, verbs in data["particles"].items()}


def _entries(table: dict[str, list[str]], key: int) -> _Entries:
    """The phrases of a table by their first (0) or last (-1) word."""
    out: _Entries = {}
    for modifier, phrases in table.items():
        for phrase in phrases:
            words = phrase.split()
            out.setdefault(words.pop(key), []).append((words, modifier))
    for entries in out.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return out


def _by_second(entries: list[tuple[list[str], str]]) -> _Entries:
    """The entries of a last word by the word before it."""
    out: _Entries = {}
    for rest, modifier in entries:
        out.setdefault(rest[-1] if rest else "", []).append((rest, modifier))
    return out


@cache
def tables() -> _Tables:
    """The words of hedges by where they stand."""
    return _Tables(load_json("numbers"))


def before(doc: Doc, first: int) -> tuple[int, str | None, bool]:
    """(first token, modifier or None, more) of the words before a number: "at least another" 12, "up to about" 12."""
    words, low, i, more = tables(), doc.low, first, False
    if not i or low[i - 1] not in words.last:
        if i > 2 and low[i - 1] in _QUOTES and low[i - 2] in words.last:
            j, modifier = _hedge(words, low, i - 1)
            if j and low[j - 1] in _QUOTES:
                return j - 1, modifier, False  # "well over" 200 men
        return first, None, False
    if low[i - 1] in words.more:
        more, i = True, i - 1
        if i and low[i - 1] in ("a", "an"):
            i -= 1
    j, modifier = _hedge(words, low, i)
    if i and low[i - 1] in words.passing and not words.totals.isdisjoint(low[max(0, i - _TOTAL):i - 1]):
        denial = _denial(words, low, i, i - 1)
        return (denial, "at_most", more) if denial >= 0 else (i - 1, "more_than", more)  # the death toll passes 300
    if modifier in _OPPOSITE and (denial := _denial(words, low, i, j)) >= 0:
        return denial, _OPPOSITE[modifier], more
    if modifier == "about":
        outer, bound = _hedge(words, low, j)
        if bound is not None and " ".join(low[outer:j]) in words.outer:
            return outer, bound, more
    return j, modifier, more


def _denial(words: _Tables, low: list[str], i: int, j: int) -> int:
    """The token that denies the comparison j..i, -1 where none does: must "not" exceed 12, did "not" fall below 12."""
    if low[i - 1] not in words.compared or j < 1 or low[j] in ("just", "only"):
        return -1
    at = j - 1
    if low[j][:3] not in ("exc", "sur", "top", "pas", "cro") and low[at] in words.moved or low[at] == "to":
        at -= 1
    return at if low[at] in ("not", "cannot", "never") and low[at - 1:at] != ["if"] or low[at][-3:] == "n't" else -1


def _hedge(words: _Tables, low: list[str], i: int) -> tuple[int, str | None]:
    """(first token, modifier or None) of one hedge that ends before token i."""
    if low[i - 2:i - 1] == ["-"] and low[i - 1] in _PLACED and (low[i - 3][:1].isdecimal() or low[i - 3] in number_words()):
        return i, None  # at 12-under 132
    entries = words.before.get(low[i - 1]) if i else None
    if entries is None:
        return i, None
    alone = entries.get("", [])
    for rest, modifier in [*entries[low[i - 2]], *alone] if i > 1 and low[i - 2] in entries else alone:
        j = i - 1 - len(rest)
        if j < 0 or low[j:i - 1] != rest:
            continue
        verbs = words.particles.get(" ".join(low[j:i]))
        if verbs and j and low[j - 1] in verbs:  # "hand over 12", "worried about 12"
            continue
        while j and low[j - 1] in words.adverbs:
            j -= 1
            if low[j] == "little" and j and low[j - 1] == "a":
                j -= 1
        return j, modifier
    return i, None


def after(doc: Doc, last: int) -> tuple[int, str | None]:
    """(end, modifier or None) of the words after a number: 12 "or more", 50"-odd", 350"+"."""
    low = doc.low
    if last >= len(low) or (entries := tables().after.get(low[last])) is None:
        return last, None
    for rest, modifier in entries:
        end = last + 1 + len(rest)
        if low[last + 1:end] != rest or low[last] in "+-" and not doc.glued(last - 1):
            continue
        if low[last] == "plus" and not (end < len(low) and low[end].isalpha() and low[end] not in ("a", "the", "or", "minus")):
            continue  # "two plus two", 40 plus or minus 3
        if low[last] == "and" and _of_the_next(low, end):
            continue
        return end, modifier
    return last, None


def after_noun(doc: Doc, last: int) -> str | None:
    """The modifier behind the noun or unit: 12 men "or more", 5 km "at most"."""
    low = doc.low
    if last >= len(low) or (entries := tables().after_noun.get(low[last])) is None:
        return None
    for rest, modifier in entries:
        end = last + 1 + len(rest)
        if low[last + 1:end] == rest and not _of_the_next(low, end):
            return modifier
    return None


def _of_the_next(low: list[str], end: int) -> bool:
    """Whether words that end before a token are those of another number: 60 missiles and more than 300 drones, nine men and up to 20."""
    word = "".join(low[end:end + 1])
    return word in ("than", "to") or word[:1].isdigit() or word in load_json("numbers")["cardinals"]


def bounds(modifier: str, value: Num) -> tuple[Num | None, Num | None]:
    """(low, high) of a hedged number, inclusive."""
    if modifier in ("at_least", "more_than"):
        return value, None
    if modifier in ("at_most", "less_than"):
        return None, value
    return None, None


def is_place(doc: Doc, at: int, lemma: str | None, value: Num) -> bool:
    """Whether the word at token `at` before a counted noun tells where or for what: over three regions, near one of the villages."""
    key, before, data = doc.low[at], doc.low[at - 1] if at else "", load_json("numbers")
    if value < 10 and (key == "near" or key in _PLACED and lemma and lemma != "time"):
        return True
    if key != "over" or not lemma:
        return False
    return before in data["blamed_over"] and lemma in data["matters"] or before in data["aloft"] and lemma in data["overflown"]
