"""Where a text tells who speaks, and where and when he does, which is of no event."""

from __future__ import annotations

from newsfacts.drafts import QuoteDraft
from newsfacts.tokens import Doc

_WHO = frozenset(("who", "whose", "whom"))
_HOLDS = frozenset("controls holds runs governs rules administers control hold run govern rule".split())
_AFTER_THAT = ([",", "after"], [",", "when"], [",", "as"])  # he said, after floods swept through Velm; two were crushed
_ASIDE = 40  # tokens of an aside on who speaks


def sayings(doc: Doc, quotes: list[QuoteDraft]) -> list[tuple[int, int]]:
    """The character spans from a reporting verb to what is said, or to the end of the sentence where that was said before."""
    out: list[tuple[int, int]] = []
    for quote in quotes:
        if quote.cue_at is None:
            continue
        begin = quote.cue_at[1]
        token = doc.token_at(begin - 1) + 1
        first, last = doc.sents[doc.sentence_of(token - 1)]
        cue = doc.token_at(quote.cue_at[0])
        behind = all(start >= begin for start, _ in quote.parts)  # the army, which holds Velm, said
        if doc.low[cue - 1] == "," and (aside := _aside(doc, max(first, cue - _ASIDE), cue - 1, behind)) > 0:
            out.append((doc.starts[aside], quote.cue_at[0]))  # Olha Marn, who was in Norland, said
        if token < last:
            if doc.low[cue] == "by" and "," in doc.low[token:last]:
                last = doc.low.index(",", token, last)  # 900, by a clerk's count, marched in Velm
            stop = doc.ends[last - 1]
            end = min([start for start, _ in quote.parts if start >= begin], default=stop)
            if (end != stop or doc.low[token] != ",") and doc.low[token:token + 2] not in _AFTER_THAT:
                out.append((begin, min(end, stop)))
    return sorted(out)


def _aside(doc: Doc, first: int, comma: int, which: bool) -> int:
    """Where the aside on who speaks begins that ends at a comma, else -1; `which`: whether it may be one on an army."""
    for token in range(comma - 1, first, -1):
        held = which and doc.low[token] == "which" and (doc.low[token + 1] in _HOLDS or doc.low[token + 2] == "based")
        if (doc.low[token] in _WHO or held) and doc.low[token - 1] == ",":
            return token
    return -1
