"""The text itself: bytes that could not be read, a language that is not English."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsfacts.drafts import FindingDraft
from newsfacts.lexicon import Tagger, load_json
from newsfacts.tokens import Doc

_LOST = "\ufffd"
_LEAST_WORDS = 40  # words from which on a text has a language
_LEAST_SHARE = 0.12  # of the commonest English words; English news has 0.35 and more, lists and tables 0.2
_LEAST_LETTERS = 20
_FOREIGN = 0.5  # share of letters in other scripts
_SAMPLE = 4000  # tokens read for the language


@cache
def _common() -> frozenset[str]:
    return frozenset(load_json("findings")["english"].split())


def undecodable(text: str) -> Iterator[FindingDraft]:
    """One finding for all characters that stand for bytes nobody could decode."""
    first = text.find(_LOST)
    if first < 0:
        return
    count = text.count(_LOST)
    last = first + 1
    while text[last:last + 1] == _LOST:
        last += 1
    what = "1 character is" if count == 1 else f"{count} characters are"
    yield FindingDraft("undecodable-bytes", f"{what} unreadable (U+FFFD): the file has another encoding or is damaged", first, last)


def _strange(text: str) -> int:
    """How many characters of other scripts; a regex of these ranges takes 3 ms to compile."""
    return sum(text.count(letter) for letter in set(text) if "\u0370" <= letter <= "\u1dff" or "\u2c00" <= letter <= "\ud7ff")


def _classify(word: str, key: str) -> str:
    """A letter: common English (c, with other signs C), with a letter of another script (s, S), other letters only (a), else a dot."""
    common, alone = key in _common(), key.isalpha()
    if not key.isascii() and _strange(key):
        return "s" if alone else "S"
    if common:
        return "c" if alone else "C"
    return "a" if alone else "."


_TAGGER = Tagger(_classify)


def language(doc: Doc) -> Iterator[FindingDraft]:
    """One finding where hardly a word is English: the rules read English only."""
    tags = doc.tag_string(_TAGGER)[:_SAMPLE]
    n, known = len(tags), "s" not in tags and "S" not in tags
    if known and tags.count("c", 0, n // 2) + tags.count("C", 0, n // 2) >= _LEAST_SHARE * n:
        return  # half of it is English enough for all: the common case
    words = n - tags.count(".") - tags.count("C") - tags.count("S")
    if not words:
        return
    english, sample = tags.count("c") + tags.count("C"), doc.low[:_SAMPLE]
    strange = 0 if known else _strange("".join(sample))
    foreign = strange >= _LEAST_LETTERS and strange > _FOREIGN * sum(map(len, filter(str.isalpha, sample)))
    if foreign or (words >= _LEAST_WORDS and english < _LEAST_SHARE * words):
        start, end = doc.span(*doc.sents[0]) if doc.sents else (0, len(doc.text))
        yield FindingDraft("not-english", "the text does not look like English: only English is read", start, end)
