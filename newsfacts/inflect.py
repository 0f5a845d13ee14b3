"""English inflection: the forms of a verb, the plural of a noun."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from newsfacts.lexicon import load_json

_VOWELS = "aeiou"
_UNLIKE = "sxzhony"  # last letters of nouns whose plural may be more than -s
_HISSING = "sxzho"  # last letters after which the ending may be -es


@cache
def _irregular() -> dict[str, str]:
    """base → "past/participle" or "past/participle/other past", or one word for both; verbs whose doubling no short rule tells too."""
    table: dict[str, str] = load_json("inflection")["verbs"]
    return table


@cache
def _plurals() -> dict[str, str]:
    table: dict[str, str] = load_json("inflection")["plurals"]
    return table


def _s(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2:-1] not in _VOWELS else base + "s"


def _doubles(base: str) -> bool:
    """Short verbs in one vowel and one consonant: stop, stopped."""
    return (len(base) in (3, 4) and base[-1] not in "aeiouwxyh" and base[-2] in _VOWELS and base[-3] not in _VOWELS
            and (len(base) == 3 or base[-4] not in _VOWELS))


@cache
def verb_forms(base: str) -> Mapping[str, str]:
    """{form: codes} of a verb; codes: b base, s third person, d past, n past participle, g -ing.

    >>> verb_forms("take")
    {'take': 'b', 'takes': 's', 'taking': 'g', 'took': 'd', 'taken': 'n'}
    """
    told, last = _irregular().get(base, ""), base[-1]
    doubled = len(base) < 5 and _doubles(base)
    if not told and not doubled:  # the common case, once more and first: a thousand verbs are worked out at every start
        if last == "e":
            ing = base[:-2] + "ying" if base[-2:] == "ie" else base + "ing" if base[-2:] == "ee" else base[:-1] + "ing"
            return {base: "b", base + "s": "s", ing: "g", base + "d": "dn"}
        if last != "y" or base[-2] in _VOWELS:
            return {base: "b", _s(base) if last in _HISSING else base + "s": "s", base + "ing": "g", base + "ed": "dn"}
    past, part, other = (*told.split("/"), "", "")[:3]
    stem = base + base[-1] if doubled else base
    if not past:
        past = stem + "d" if base.endswith("e") else base[:-1] + "ied" if base.endswith("y") and base[-2] not in _VOWELS else stem + "ed"
    if past == base + base[-1] + "ed":
        stem = base + base[-1]
    ing = base[:-2] + "ying" if base.endswith("ie") else base[:-1] + "ing" if base.endswith("e") and base[-2:] != "ee" else stem + "ing"
    out: dict[str, str] = {}
    for form, code in ((base, "b"), (_s(base), "s"), (ing, "g"), (past, "d"), (part or past, "n")):
        out[form] = out.get(form, "") + code
    if other:
        out[other] = "dn"
    if past in (base + "led", base + "ped") and len(base) > 4:  # totaled, kidnaped
        out |= {base + "ed": "dn", base + "ing": "g"}
    return out


def plural(noun: str) -> str:
    """The plural of a noun (of its last word): vehicle → vehicles, man → men, aircraft → aircraft."""
    irregular = _plurals().get(noun)
    if irregular:
        return irregular
    if noun[-1:] not in _UNLIKE:
        return noun + "s"
    if noun.endswith("man") and noun not in ("human", "german"):
        return noun[:-2] + "en"
    return _s(noun)
