"""Names told again by one word of them that is a common one too: "Park Ji-hoon spoke. Fans of Park", "Delta Air Lines ... Delta said"."""

from __future__ import annotations

from newsfacts.actors.keys import Key
from newsfacts.actors.words import capital_tag, company_words
from newsfacts.tokens import Doc

_COMMON = frozenset("HLXN")  # tags of words that begin or end names, and that no single name is looked for in
COMPANIES = frozenset(("group", "lines", "brands"))
_ACTING = ("v", "y", "'")
_AROUND = frozenset("-\"&")  # marks beside words of names
_SHORTEST = 3  # letters


def told_again(doc: Doc, tags: str, named: list[tuple[int, int, Key, str | None]]) -> list[tuple[int, Key, str]]:
    """The tokens, outside the names found, that mean one of these again, with their keys and kinds; `named`: first and last token, key and
    kind of these, in text order."""
    words: dict[str, tuple[int, str]] = {}  # a form → where it was first told in full, the kind
    for first, last, key, kind in named:
        if last - first < 2:
            continue
        if kind == "organization" and capital_tag(doc.low[first]) in _COMMON and (
                key[-1] in company_words() or key[-1] in COMPANIES):
            words.setdefault(doc.forms[first].rstrip(), (first, kind))
        elif kind == "person":
            for token in (first, last - 1):
                if capital_tag(doc.low[token]) in _COMMON:
                    words.setdefault(doc.forms[token].rstrip(), (first, kind))
    if not words:
        return []
    taken = {token for first, last, *_ in named for token in range(first, last)}
    out: list[tuple[int, Key, str]] = []
    for token, form in enumerate(doc.forms):
        told = words.get(form.rstrip())
        if told is None or token in taken or token < told[0] or tags[token] not in _COMMON or len(form) < _SHORTEST:
            continue
        before, after = tags[token - 1] if token else "|", tags[token + 1:token + 2]
        if before.isupper() and before not in "WY" or after.isupper():
            continue
        if before in _AROUND or before == "t" or after in _AROUND:
            continue  # the Park, Park Street
        if token == doc.sents[doc.sentence_of(token)][0] and after not in _ACTING:
            continue
        out.append((token, (doc.low[token],), told[1]))
    return out
