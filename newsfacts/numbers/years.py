"""Whether four digits are a year rather than a count; the dates stage may not know it either."""

from __future__ import annotations

from newsfacts.numbers import hedges, nouns
from newsfacts.tokens import Doc

_BEFORE_YEAR = frozenset(
    """in since by until till before after during from of the between through early late mid circa year fiscal and to
    spring summer autumn fall winter""".split()
)
_THE_YEAR = frozenset("the in since his her its their a an this that and for".split())
_ERAS = frozenset("bc bce ad ce".split())
_GROWTH = frozenset("increase rise gain growth improvement jump advance drop decline fall reduction".split())
_HARM = frozenset("killed killing injured injuring wounded wounding detained detaining freed freeing".split())
_COUNTING = frozenset(
    "counted recorded documented reported registered counts records reports out launched with had have has by of at".split()
)
_INCIDENTS = frozenset(
    """killing killings murder murders attack attacks bombing bombings shooting shootings massacre massacres coup riot riots crash
    blast blasts raid raids assault assaults kidnapping kidnappings siege protest protests war genocide disappearance abduction""".split()
)
_SPAN = 150  # years between the ends of a span of years


def is_year(doc: Doc, tags: str, i: int) -> bool:
    """Whether the four digits at token i are a year."""
    after = tags[i + 1] if i + 1 < len(tags) else "."
    year, word = int(doc.low[i]), doc.low[i - 1] if i else ""
    if after in "%SkMUzE" and doc.low[i + 1:i + 2] not in (["in"], ["′"]) or i and tags[i - 1] == "$":
        return False
    if word == "over" and i > 1 and 1900 <= year <= 2050 and year % 50 != 0 and doc.low[i - 2] not in _COUNTING and (
            not _INCIDENTS.isdisjoint(doc.low[i + 1:i + 4])):
        return True  # nine officers held over 2018 prison killings
    if _counts(doc, after, i):
        return False
    if after == "-" and tags[i + 2:i + 3] == "Y" and in_span(doc, tags, i):
        return True
    if after in "-~" and tags[i + 2:i + 3] in ("Y", "D"):
        return 1900 <= year <= 2050 and year % 50 != 0
    noun = nouns.plural(doc, tags, i + 1)
    if noun is not None:
        if word in _THE_YEAR and year >= 1800:
            return year % 100 != 0 or year >= 1900 and word != "and"
        return 1900 <= year <= 2050 and year % 50 != 0
    return word in _BEFORE_YEAR or 1800 <= year <= 2050 or year >= 1500 and year % 50 != 0 or word == "(" and after == ")"


def _counts(doc: Doc, after: str, i: int) -> bool:
    """Whether the words around four digits say that they count: more than 2000, 2000 of them, 2000-strong, killing 1900."""
    follows = doc.low[i + 2:i + 3]
    if after == "+" or after == "O" and follows in (["them"], ["whom"]) or after == "-" and follows in (["strong"], ["plus"], ["odd"]):
        return True
    begin, hedge, _ = hedges.before(doc, i)
    if hedge == "about":
        return doc.low[begin] in ("some", "roughly", "approximately", "estimated", "an")
    if hedge == "at_most":
        return int(doc.low[i]) % 50 == 0  # up to 2000, but up to 2025
    if hedge == "more_than" and begin and doc.low[begin] == "over" and doc.low[begin - 1] in _GROWTH and after in ".,x&)i":
        return False  # an increase over 2014
    return hedge is not None or i > 0 and doc.low[i - 1] in _HARM


def in_span(doc: Doc, tags: str, i: int) -> bool:
    """Whether the four digits at token i begin a span of years: 1791-1792, but not 1500-2000 people."""
    first, last = int(doc.low[i]), int(doc.low[i + 2])
    return first < last < first + _SPAN and (first % 50 != 0 or last % 50 != 0) and (
        doc.opens_line(i + 3) or nouns.plural(doc, tags, i + 3) is None)


def of_an_era(doc: Doc, last: int) -> bool:
    """Whether a figure before token `last` is a year of an era: 499 to 493 BC."""
    low = doc.low[last:last + 3]
    return bool(low) and (low[0] in _ERAS or len(low) == 3 and low[0] in ("to", "and", "-", "–") and low[2] in _ERAS) and any(
        word.isupper() for word in (form.strip() for form in doc.forms[last:last + 3]))
