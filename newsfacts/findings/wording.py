"""The text itself: bytes that could not be read, a language that is not English."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.drafts import FindingDraft
from newsfacts.lexicon import load_json
from newsfacts.tokens import Doc

_LOST = "\ufffd"
_LEAST_WORDS = 40  # words from which on a text has a language
_LEAST_SHARE = 0.12  # of the commonest English words; English news has 0.35 and more, lists and tables 0.2
_LEAST_LETTERS = 20
_FOREIGN = 0.5  # share of words in other scripts


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


def language(doc: Doc) -> Iterator[FindingDraft]:
    """One finding where hardly a word is English: the rules read English only."""
    words = [word for word in doc.low if word[:1].isalpha()]
    if not words:
        return
    foreign = sum(1 for word in words if not word.isascii() and word[0] > "\u024f")
    common = frozenset(load_json("findings")["english"].split())
    share = sum(map(common.__contains__, words)) / len(words)
    letters = sum(map(len, words))
    if (len(words) >= _LEAST_WORDS and share < _LEAST_SHARE) or (letters >= _LEAST_LETTERS and foreign > _FOREIGN * len(words)):
        start, end = doc.span(*doc.sents[0]) if doc.sents else (0, len(doc.text))
        yield FindingDraft("not-english", "the text does not look like English: only English is read", start, end)
