"""Currencies whose name many countries share: that of the country a text tells of."""

from __future__ import annotations

from functools import cache

from newsfacts.dates.reference import countries_of_words, country_told
from newsfacts.lexicon import load_json
from newsfacts.tokens import Doc

_ONE = "dollar dollars"  # those of the United States, unless another's are told


@cache
def _shared() -> dict[str, frozenset[str]]:
    """Name of a currency → the ISO 4217 codes that it may stand for; a code begins with its country's."""
    data = load_json("units")
    kept = frozenset(data["iso"]) - frozenset(data["past"])
    national: dict[str, dict[str, str]] = data["national"]
    out: dict[str, frozenset[str]] = {}
    for names, codes in national.items():
        for name in names.split() if names != _ONE else ():
            out[name] = out.get(name, frozenset()) | kept.intersection(codes.values())
    return out


@cache
def _zones() -> dict[str, str]:
    """ISO 3166 alpha-2 → the code of the franc that several countries share."""
    zones: dict[str, str] = load_json("units")["franc_zones"]
    return {country: code for code, countries in zones.items() for country in countries.split()}


def of_country(doc: Doc, token: int, name: str, usual: str) -> str:
    """The code of a bare "rupees" at a token: of the country told last in its sentence whose they are, else the Pakistani ones in a report
    from Pakistan, the usual ones where the text tells no other country."""
    codes = _shared().get(name, frozenset())
    if len(codes) < 2:
        return usual
    begin = doc.sents[doc.sentence_of(token)][0] if doc.sents else 0
    for word in reversed(doc.low[begin:token]):
        if (land := countries_of_words().get(word)) and (own := next((code for code in codes if code[:2] == land), None)):
            return own
    told = country_told(doc)
    shared = _zones().get(told or "")
    return next((code for code in codes if code[:2] == told), shared if shared in codes else usual)
