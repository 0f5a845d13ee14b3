"""Countries and sides: names, capitals and demonyms, and which country or side a word names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsfacts.actors.keys import Key
from newsfacts.late import kept_table
from newsfacts.lexicon import load_json, load_list
from newsfacts.records import record
from newsfacts.tokens import Doc

_LONGEST = 5  # words of a name


@record
class Countries:
    """Look-ups by the word as written; country names are plain ("Ukraine")."""

    codes: dict[str, str]  # plain name → ISO 3166 alpha-2
    names: dict[str, str]  # any name → plain name
    capitals: dict[str, str]  # capital → plain name
    demonyms: dict[str, str]  # "Ukrainian", "Ukrainians" → plain name
    plurals: frozenset[str]  # the demonyms that name people: "Ukrainians", "Poles"


@cache
def countries() -> Countries:
    """The table of countries (data/countries.txt)."""
    return Countries(*_countries())


@kept_table
def _countries() -> tuple[dict[str, str], dict[str, str], dict[str, str], dict[str, str], frozenset[str]]:
    codes: dict[str, str] = {}
    names: dict[str, str] = {}
    capitals: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    plurals: set[str] = set()
    for line in load_list("countries"):
        code, called, seats, people = (field.split(";") for field in line.split("|"))
        plain = called[0]
        codes[plain] = code[0]
        names.update(dict.fromkeys(called, plain))
        capitals.update(dict.fromkeys(filter(None, seats), plain))
        for word in filter(None, people):
            demonyms.setdefault(word, plain)
            if word[-3:] not in ("ese", "ish", "nch", "tch") and word[-2:] != "ss":
                many = word[:-1] + "ies" if word.endswith("ly") else word + "s"
                demonyms.setdefault(many, plain)
                plurals.add(many)
    return codes, names, capitals, demonyms, frozenset(plurals)


@kept_table
def _sides() -> dict[str, str]:
    table = countries()
    seats: dict[str, str] = load_json("actors")["sides"]
    return table.capitals | table.demonyms | table.names | seats


def side_of(word: str) -> str | None:
    """The plain name of the country or side that a word or name stands for, None for other words.

    Names, capitals, demonyms and seats of governments count, as written or in all capitals.

    >>> side_of("Ukrainians"), side_of("Kremlin"), side_of("KYIV"), side_of("us")
    ('Ukraine', 'Russia', 'Ukraine', None)
    """
    sides = _sides()
    found = sides.get(word)
    if found is None and len(word) > 3 and word.isupper():
        found = sides.get(word.title())
    return found


def state_called(name: str) -> str | None:
    """The plain name of the country that a full name tells: the State of Qatar, the Federal Republic of Nigeria; not the State of Mexico.

    >>> state_called("Kingdom of Norway"), state_called("Republic of Karelia")
    ('Norway', None)
    """
    form, _, land = name.partition(" of ")
    known = form.rpartition(" ")[2] in ("State", "Republic", "Kingdom") and name not in ("State of Mexico", "State of Georgia")
    return countries().names.get(land.removeprefix("the ")) if known else None


def side_in(words: Sequence[str]) -> str | None:
    """The side that the first words able to do so tell, the longest name first: of South Sudan's army, not Sudan."""
    for first, word in enumerate(words):
        if word[:1].isupper():
            for last in range(min(first + _LONGEST, len(words)), first, -1):
                if side := side_of(" ".join(words[first:last])):
                    return side
    return None


def adjective_side(doc: Doc, token: int) -> str | None:
    """The plain name of the country whose adjective ends at a token: Russian, Sri Lankan."""
    two = side_of(doc.words(token - 1, token + 1)) if token else None
    return two or side_of(doc.words(token, token + 1))


def code_of(country: str | None) -> str | None:
    """ISO 3166 alpha-2 of a country's plain name."""
    return countries().codes.get(country) if country else None


def without_owners(key: Key) -> list[Key]:
    """What a body is called without those whose it is; one that begins with its land has no other owner: US Marines of a task force."""
    if side_of(key[0].title()) or side_of(key[0].upper()):
        return []
    return [key[:at] for at, word in enumerate(key) if word == "of" and at > 1]
