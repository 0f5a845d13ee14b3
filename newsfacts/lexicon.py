"""Word classes: every stage writes its own tag string over the same tokens, one character a token.

A stage has a closed alphabet of at most about 64 tags. Its `Tagger` classifies each distinct form once (a dict look-up in C
after that), so ten thousand names cost no more than ten, and patterns over the tag string run at the speed of `re`.
"""

from __future__ import annotations

import json
import os
from _thread import allocate_lock
from collections.abc import Callable, Iterable
from operator import itemgetter

from newsfacts.late import compiled, kept_table
from newsfacts.typed import Any

DATA = os.path.join(os.path.dirname(__file__), "data")
_IGNORED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_CURLY = {ord("’"): "'", ord("ʼ"): "'"}
_IN_COLOUR = "\ufe0f"  # asks for a mark to be drawn as an emoji: ▪️
_LIMIT = 200_000  # distinct forms kept; above it the memory is emptied, so that it stays flat over any number of reports
_MOST = 60  # classifiers whose tags are kept by word; every set of rules has its own


def plain(form: str) -> str:
    """The look-up key of a token: lower case, straight apostrophe, without trailing white space and invisible characters.

    >>> plain("Ukraine\u2019s ")
    "ukraine's"
    """
    if form.isascii():
        return form.rstrip().lower().replace(" ", "")  # in a number: 1. 2
    key = form.rstrip().translate(_IGNORED | _CURLY).lower()
    return key[:1] if key[1:] == _IN_COLOUR else key


Pick = Callable[[Any], tuple[Any, ...]]


def picker(keys: list[Any]) -> Pick:
    """What takes the entries of these numbers or words from a table: faster than to look each up."""
    return itemgetter(*keys) if len(keys) > 1 else lambda table: tuple([table[k] for k in keys])


Classify = Callable[[str, str], str]
Rows = tuple[dict[Classify, int], list[str]]  # classifier → place of its tag in a row; the rows


EMOJI = "\u2600-\u27bf\U0001f000-\U0001faff"
# emphasis, notes, tags, links, signs of headings and emoji, read as white space: **12 drones**, *killed*, killed.[3], <b>12</b>, # Title
MARKUP = (r"(?:\*\*+|(?<![^\W_])[*_](?=[^\W_])|(?<=[^\W_])[*_](?!\w)|(?<=[\w.,;:!?\"”’)\]])\[\d{1,3}\](?!\w)"
          r"|</?(?:a|b|br|div|em|h[1-6]|i|li|p|span|strong|sub|sup|ul)(?:\s[a-z-]{1,20}=[^<>\n]{0,200})?\s?/?>"
          r"|\[(?=[^\[\]\n]{1,120}\]\(https?:)|\]\(https?:[^\s()]{1,300}\)"
          rf"|(?<![^\n])(?:\#{{1,6}}|>+)(?=\s)|[{EMOJI}][\ufe0e\ufe0f\u200d]*)")
# markup behind a word, where it is known to be that
_MARKED = compiled(rf"(?:[\s*_#>\[{EMOJI}\ufe0e\ufe0f\u200d]|\[\d{{1,3}}\]|\]\([^()]*\)|<[^<>]*>)+$")
_MARKUP_ENDS = tuple("*_>]#[)")


class Vocabulary(dict[str, int]):
    """The words met so far, numbered in order: form → number of its word (the form without white space and markup at its end).

    `low` and `lengths` tell each word's key and length by its number. A text's forms are looked up once; after that every stage
    finds its tags by number: a word's row has one tag of each stage.
    """

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.marked: dict[str, str] = {}  # form with markup at its end → the form without
        self.low: list[str] = []
        self.lengths: list[int] = []
        self.lock = allocate_lock()
        self._rows: Rows = {}, []
        self._same: dict[str, str] = {}  # rows, each once

    def __missing__(self, form: str) -> int:
        word = form.rstrip()
        if (word[-1:] in _MARKUP_ENDS or word[-1:] > "\u2190") and len(word) > 1:
            word = _MARKED.sub("", word)
            self.marked[form] = f"{word} "
        number = self.get(word)
        if number is None:
            with self.lock:
                number = self.get(word)
                if number is None:
                    self.low.append(word.lower() if word.isascii() and " " not in word else plain(word))
                    self.lengths.append(len(word))
                    self.words.append(word)
                    number = self[word] = len(self.words) - 1
        self[form] = number
        return number

    def numbers(self, forms: list[str]) -> list[int]:
        """The number of each form's word."""
        return list(picker(forms)(self))

    def rows(self, classify: Classify) -> Rows:
        """The tags of all words by this classifier and those that were asked for before."""
        slots, rows = self._rows
        if classify not in slots or len(rows) < len(self.words):
            with self.lock:
                slots, rows = self._rows
                if classify not in slots:
                    if len(slots) == _MOST:
                        slots, rows = {}, []
                    slots = slots | {classify: len(slots)}
                    rows = self._joined([rows, map(classify, self.words[:len(rows)], self.low)])
                    self._rows = slots, rows
                words, low = self.words[len(rows):], self.low[len(rows):]
                rows += self._joined([map(one, words, low) for one in slots])
        return slots, rows

    def _joined(self, columns: Iterable[Iterable[str]]) -> list[str]:
        """The tags of some words by row."""
        rows = list(map("".join, zip(*columns, strict=True)))
        return list(map(self._same.setdefault, rows, rows))


_vocabulary = Vocabulary()


def vocabulary() -> Vocabulary:
    """The vocabulary for a new text: a fresh one where the last has grown too large."""
    global _vocabulary
    if len(_vocabulary) > _LIMIT:
        _vocabulary = Vocabulary()
    return _vocabulary


class Tagger(dict[str, str]):
    """form → tag, one character. `classify(word, key)` gets the bare word as written and its `plain` key, and is asked once a form."""

    def __init__(self, classify: Classify) -> None:
        super().__init__()
        self.classify = classify

    def __missing__(self, form: str) -> str:
        if len(self) > _LIMIT:
            self.clear()
        tag = self[form] = self.classify(form.rstrip(), plain(form))
        return tag


@kept_table
def load_json(name: str) -> Any:
    """A built-in table, `data/NAME.json` (the same tables that users write as TOML)."""
    with open(os.path.join(DATA, name + ".json"), encoding="utf-8") as file:
        return json.load(file)


@kept_table
def load_list(name: str) -> tuple[str, ...]:
    """The lines of `data/NAME.txt` without comments (#) and blank lines."""
    with open(os.path.join(DATA, name + ".txt"), encoding="utf-8") as file:
        return tuple([line for line in file.read().splitlines() if line and line[0] != "#"])
