"""Currencies whose name many countries share: that of the country a text tells of."""

from __future__ import annotations

from functools import cache

from newsfacts.dates.reference import country_told, country_words
from newsfacts.lexicon import load_json
from newsfacts.tokens import Doc

_NEAR = 16  # tokens between a country and its money
_ONE = "dollar dollars"  # those of the United States, unless another's are told


@cache
def _shared() -> dict[str, frozenset[str]]:
    """Name of a currency → the ISO 4217 codes that it may stand for; a code begins with its country's."""
    data = load_json("units")
    kept = frozenset([*data["iso"], *data["words_too"]]) - frozenset(data["past"])
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


def _giver(doc: Doc, at: int, codes: frozenset[str]) -> str | None:
    """The country told before token `at` in its sentence that has such money: Britain announced a further 15 million pounds."""
    first, words = max(doc.sents[doc.sentence_of(at)][0], at - _NEAR), country_words()
    own = {code[:2] for code in codes}
    return next((code for token in range(at - 1, first - 1, -1) if (code := words.get(doc.low[token])) in own), None)


def of_country(doc: Doc, name: str, usual: str, at: int) -> str:
    """The code of a bare "rupees": the Pakistani ones in a report from Pakistan, the usual ones where the text tells no other country."""
    codes = _shared().get(name, frozenset())
    if len(codes) < 2:
        return usual
    told = _giver(doc, at, codes) or country_told(doc)
    shared = _zones().get(told or "")
    return next((code for code in codes if code[:2] == told), shared if shared in codes else usual)
