"""The town of a wire's dateline: "SAN VELMA, Calif. (AP) —", "PORT-AU-NORBY (Wire) -", "BEIT KARO, Norland, May 4 –"."""

from __future__ import annotations

from newsfacts.tokens import Doc

_LONGEST = 7  # tokens of a town
_SHORT = 3  # letters: NATO is one that no date follows
_FAR = 14  # tokens from the town to the dash
_AGENCY = 7  # tokens in brackets
_NO_TOWN = frozenset(("the", "of", "on", "in", "aboard", "breaking", "news", "update"))
_GLUE = frozenset("-'’.")
_DASHES = frozenset(("-", "--", "–", "—"))


def town(doc: Doc, tags: str, first: int, last: int) -> int:
    """The token after a town of several words in capitals that opens the sentence first..last as a dateline, `first` where none does."""
    forms = doc.forms
    if not forms[first].isupper() or not forms[first][0].isalpha():
        return first + 1 if tags[first] in "ASFUX" and _filed(doc, first + 1, last) else first
    end, stop = first + 1, min(last, first + _LONGEST)
    while end < stop and (forms[end].isupper() or forms[end].rstrip() in _GLUE and doc.glued(end - 1)):
        end += 1
    if end == stop or not forms[end - 1].isupper() or not _NO_TOWN.isdisjoint(doc.low[first:end]):
        return first
    after = doc.low[end]
    if end - first < 2:  # VELM, May 4 (Wire) --
        if tags[first] == "O":
            return first
        dated = any(word[:1].isdigit() for word in doc.low[end + 2:min(last, end + _FAR)])
        wired = after == "," and len(forms[first].rstrip()) > _SHORT and dated
        return end if wired and _closed(doc, end, min(last, end + _FAR)) else first
    if after == "," and end + 2 < last and (_closed(doc, end, min(last, end + _FAR)) or (
            tags[end + 1] in "CP" and doc.forms[end + 2][0].isupper())):  # PORT-AU-VELM, Haiti Ten people died
        return end
    return end if after == "(" and _signed(doc, end, last) else first


def opens_sentence(doc: Doc, token: int) -> bool:
    """Whether a token is the first of its sentence, perhaps behind a dateline: "VELM, Norland (Wire) - Gunmen freed nine girls"."""
    first = doc.sents[doc.sentence_of(token)][0]
    if token == first:
        return True
    if doc.low[token - 1] not in _DASHES or doc.glued(token - 2) or token - first > _FAR + 1:
        return False
    return doc.forms[first][0].isupper() and not any(form[0].islower() for form in doc.forms[first:token])


def _signed(doc: Doc, open_: int, last: int) -> bool:
    """Whether an agency in brackets follows, and then a dash or what happened."""
    words = doc.low[open_:min(last, open_ + _AGENCY)]
    close = open_ + words.index(")") if ")" in words else last
    return close + 1 < last and (doc.low[close + 1] in _DASHES or doc.forms[close + 1][0].isupper())


def _filed(doc: Doc, comma: int, last: int) -> bool:
    """Whether a date and an agency in brackets follow a town, and then what happened: "Velm, May 4 (Wire) Nine people died"."""
    low = doc.low
    open_ = next((t for t in range(comma + 3, min(comma + 5, last)) if low[t] == "("), 0)
    return open_ > 0 and low[comma] == "," and low[open_ - 1].isdigit() and doc.forms[comma + 1][0].isupper() and _signed(doc, open_, last)


def _closed(doc: Doc, comma: int, last: int) -> bool:
    """Whether nothing but names, dates and an agency stands between a comma and a dash."""
    for token in range(comma + 1, last):
        form = doc.forms[token]
        if doc.low[token] in _DASHES and not doc.glued(token - 1):
            return token > comma + 1
        if form[0].islower() and doc.low[token] not in ("of", "and", "the"):
            return False
    return False
