"""The text that the stages read instead of one as it was given, and back: line breaks of other systems are "\\n" to them, sentences
wholly in capitals are written as usual. The facts have the offsets and the words of the text as given."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable

from newsfacts.late import late
from newsfacts.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from newsfacts.pipeline import Analysis
    from newsfacts.rules import Rules

_CRLF = late(r"\r\n")
_FEWEST = 3  # words of a sentence in capitals
_HEAD = 200  # characters


def reading(text: str, rules: Rules) -> str:
    """The text as the stages read it; the same object where nothing is to be changed."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    shouted = text.isupper() or any(map(str.isupper, text.split("\n")))
    if shouted and (lines := _shouted(text)):
        from newsfacts import capitals  # few texts need it

        text = capitals.usual(text, lines, rules)
    return text


def _shouted(text: str) -> list[tuple[int, int]]:
    """(start, end) of the lines in capitals, where most are, else of those that are sentences; a title among usual lines is not meant."""
    out, sentences, at, loud = [], [], 0, 0
    for line in text.split("\n"):
        if line.isupper():
            out.append((at, at + len(line)))
            loud += len(line)
            if line.rstrip()[-1] in ".!?" and len(line.split()) >= _FEWEST:
                sentences.append(out[-1])
        at += len(line) + 1
    return out if loud * 2 > len(text) and len(text[:_HEAD].split()) >= _FEWEST else sentences


def give_back(a: Analysis, text: str) -> None:
    """Moves an analysis from the text that the stages read to the one that was given."""
    read, a.doc.text = a.doc.text, text
    if len(read) == len(text):
        return
    dropped = [match.start() - k for k, match in enumerate(_CRLF.finditer(text))]  # the breaks in `read` that lost their \r

    def given(offset: int) -> int:
        return offset + bisect_left(dropped, offset)

    a.doc.starts[:] = map(given, a.doc.starts)
    a.doc.ends[:] = map(given, a.doc.ends)
    times = [c.timex for c in a.claims if c.timex is not None]
    mentions = [mention for actor in a.actors.list for mention in actor.mentions]
    _move((*a.timexes, *times, *mentions, *a.quotes, *a.claims, *a.findings, *a.numbers), ("start", "end"), given)
    _move(a.numbers, ("nstart", "nend"), given)
    for quote in a.quotes:
        quote.parts = [(given(start), given(end)) for start, end in quote.parts]


def _move(drafts: Iterable[object], names: tuple[str, ...], given: Callable[[int], int]) -> None:
    """Moves the offsets of drafts, each once."""
    for draft in {id(draft): draft for draft in drafts}.values():
        for name in names:
            setattr(draft, name, given(getattr(draft, name)))
