"""Word classes for names: one character a token, and the gazetteer of names of one or several words.

Capitalised words
    A unknown   U all capitals   F forename   S surname   I initial   C country   P place   O organization
    J demonym   Q people ("Ukrainians")   T title   Z title with a full stop (Gen.)   K word before a title (Deputy)
    G head of an organization (Ministry)   H head of a place (River)   L head of a place that goes first (Lake)
    N head of a thing (War, Prize)   E word of such names (National)   B direction (North)   M month, weekday
    X common word   W function word   Y function word of place (In)   V function word that is a surname too (To)
Small words
    t the   o of   a and   & ampersand   f for   b by   i in   j to, from   d de, al   p he   q it   w who   z function word
    v speech verb   y other finite verb   r role (minister)   h head of an organization (army)   g group (forces)
    l place (region)   k kin   c body (company)   s ship, film   e based   x other
    n number   9 th   - hyphen   ' possessive   . , ( ) : ? marks   " quote   | white space and other marks
"""

from __future__ import annotations

from functools import cache, lru_cache

from newsfacts.actors.keys import Key, fold
from newsfacts.actors.sides import countries
from newsfacts.late import compiled, kept_table
from newsfacts.lexicon import Tagger, load_json, load_list
from newsfacts.rules import common_lemmas
from newsfacts.tokens import TOKEN
from newsfacts.typed import Any

_CAMEL = compiled(r"(?!Ma?c|D[eiua']|L[aeou]|V[ao]n|Fitz|O'|Del|St|[A-Z]a[A-Z]|[A-Z]\.)"
                  r"(?:[A-Z]+[a-z]+[A-Z][A-Za-z]*|[A-Z]{2,}[a-z]{3,})\s*$")
Phrase = tuple[tuple[str, ...], str]  # the words of a name, its tag
_NAMESAKES = frozenset("To Or So No An On Do Be My Mine".split())
_ABSTRACT = ("tion", "tions", "ment", "ments", "ness", "ism", "xion", "phobia")
ROMAN = compiled(r"[IVX]{2,}\s*$")
RANKS = frozenset("general gen admiral colonel marshal commander major captain brigadier lieutenant".split())
PLAIN_ENDS = tuple("ing ed ly tion tions ment ments ness ity ities ies ism ists ence ers able ful less ous ologist omist".split())
_SHORTEST = 6  # letters of a word that its ending tells
_PRONOUNS = {"he": "p", "she": "p", "it": "q"}
_MARKS = {
    ".": ".", ",": ",", "(": "(", "[": "(", ")": ")", "]": ")", "-": "-", "‑": "-", "'s": "'", "'": "'", "&": "&",
    '"': '"', "“": '"', "”": '"', "«": '"', "»": '"', "‘": '"', "„": '"',
    ":": ":", ";": ":", "—": ":", "–": ":", "…": ":", "?": "?", "!": "?", "•": '"', "*": '"',
}


@cache
def table() -> dict[str, Any]:
    """The hand-written table of words (data/actors.json)."""
    loaded: dict[str, Any] = load_json("actors")
    return loaded


@kept_table
def names() -> tuple[dict[str, str], dict[str, list[tuple[str, str]]]]:
    """(name of one word → tag, first word → names of several words and their tags: see `phrases`)."""
    world = countries()
    known = dict.fromkeys(load_list("places"), "P")
    for line in load_list("organizations"):
        name = line.partition("\t")[0]
        known[name] = "O"
        if name[:3] in ("al-", "Al-"):  # as it is written in a sentence, and at its start
            known[("A" if name[0] == "a" else "a") + name[1:]] = "O"
    known.update(dict.fromkeys(world.capitals, "P"))
    known.update(dict.fromkeys([*table()["past states"], *world.names], "C"))
    known.update((people, "Q" if people in world.plurals else "J") for people in world.demonyms if people not in world.names)
    known.update(dict.fromkeys(table()["side_adjectives"].split(), "J"))
    single = {name: tag for name, tag in known.items() if name.isalpha()}
    several: dict[str, list[tuple[str, str]]] = {}
    for name, tag in known.items():
        if name in single:
            continue
        first, blank, _ = name.partition(" ")
        if not (blank and first.isalpha()):
            forms = TOKEN.findall(name)
            if len(forms) == 1:
                single[name] = tag
                continue
            first, name_end = forms[0].rstrip(), forms[-1].rstrip()
        else:
            name_end = name.rpartition(" ")[2]
        several.setdefault(first, []).append((name, tag))
        if tag == "J":  # Sri Lankan
            single.setdefault(name_end, tag)
    return single, several


@cache
def phrases(first: str) -> list[Phrase]:
    """The names of several words that begin with a word, the longest first."""
    out: list[Phrase] = []
    for name, tag in names()[1].get(first, ()):
        words = tuple(name.split(" ") if name.replace(" ", "").isalpha() else [form.rstrip() for form in TOKEN.findall(name)])
        if tag == "O" and (words[-1].lower() in head_words() or words[0] == "House" or words == ("Red", "Cross")):
            tag = "G"  # takes words before it: the UN Security Council
        out.append((words, tag))
    out.sort(key=lambda phrase: -len(phrase[0]))
    return out


@cache
def organization_codes() -> dict[str, str]:
    """Organization → ISO 3166 alpha-2 of its country."""
    return dict(line.split("\t") for line in load_list("organizations") if "\t" in line)


@cache
def role_words() -> frozenset[str]:
    """Words that stand before a title: deputy, regional, foreign."""
    classes = table()["classes"]
    return frozenset(f"{classes['K']} {classes['E']} {table()['before roles']}".split())


@cache
def spellings() -> dict[str, str]:
    """Town as it was once spelled → the same as it is spelled now, in one spelling (`fold`)."""
    return {old: fold(new) for old, new in table()["spellings"].items()}


@cache
def company_words() -> frozenset[str]:
    """The last words of the names of companies: inc, ltd."""
    return frozenset(table()["companies"].split())


@cache
def head_words() -> frozenset[str]:
    """Heads of the names of organizations: ministry, council."""
    return frozenset(table()["classes"]["G"].split())


@cache
def rulers() -> frozenset[str]:
    """Roles in places: the mayor of Velsk."""
    return frozenset(table()["rulers"].split())


@cache
def struck(words: str = "strikes") -> frozenset[str]:
    """Verbs of raids, whose object is more often a town than a person; `raids`: nouns with "on" before it."""
    return frozenset(table()[words].split())


@cache
def opening_bodies() -> frozenset[str]:
    """Words with which the names of bodies begin, and without which they are called: FC Velm, Grupo Velm."""
    return struck("letters of clubs") | struck("letters of firms") | struck("clubs") | struck("heads abroad")


@cache
def bodies_small() -> frozenset[str]:
    """Words in small letters within the names of bodies: Organization for Peace and Trade in Norland."""
    return frozenset(table()["small in bodies"].split())


@cache
def _function() -> frozenset[str]:
    return frozenset(table()["closed"].split())


@kept_table
def _capitalised() -> dict[str, str]:
    """key → tag of words that have a part in names."""
    classes = table()["classes"]
    out = dict.fromkeys(common_lemmas(), "X")
    for noun in load_list("nouns"):
        out[noun] = out[noun + "s"] = "X"
    out.update(dict.fromkeys(table()["small"]["g"].split(), "X"))
    for tag in "EBNHGLKTZM":
        out.update(dict.fromkeys(classes[tag].split(), tag))
    for people in table()["adjectives"].split():
        out[people] = "J"
        out.setdefault(people + "s", "Q")
    out.update(dict.fromkeys(table()["closed"].split(), "W"))
    out.update(dict.fromkeys(table()["small"]["i"].split(), "Y"))
    out["may"] = out["march"] = "X"  # also a surname and a verb
    return out


def ordinary(key: str) -> bool:
    """Whether a word that begins a sentence may be written small: aid, local, emergency; no name, title or nationality."""
    return _capitalised().get(key, "A") in "XEGWY"


@kept_table
def _common() -> frozenset[str]:
    return frozenset(" ".join(load_list("common")).split())


def common(word: str) -> bool:
    """Whether a word, in small letters, is a common one that the tables of names do not have: separately."""
    return word in _common()


def plain(key: Key) -> bool:
    """Whether all words of a name are common ones, and no person is called so: "Key Points", "Immediate Release"."""
    return all((word in _common() or ordinary(word) or small_tag(word) != "x" or len(word) >= _SHORTEST and word.endswith(PLAIN_ENDS))
               and word.capitalize() not in _persons() for word in key)


@kept_table
def _small() -> dict[str, str]:
    """key → tag of words in small letters."""
    data = table()
    out = dict.fromkeys(data["closed"].split(), "z")
    for form, lemma in common_lemmas().items():
        if form != lemma and form[-1] != "s" and not form.endswith("ing"):
            out.setdefault(form, "y")
    for tag, words in data["small"].items():
        out.update(dict.fromkeys(words.split(), tag))
    return out | _PRONOUNS


@kept_table
def _persons() -> dict[str, str]:
    """Forename or surname → tag."""
    forenames = "\n".join(load_list("forenames")).replace("\tf", "").replace("\tm", "").split("\n")
    return dict.fromkeys(load_list("surnames"), "S") | dict.fromkeys(forenames, "F")


@kept_table
def _told() -> frozenset[str]:
    """The lines of forenames in small letters: those that tell a gender end in a tab and f or m."""
    return frozenset("\n".join(load_list("forenames")).lower().split("\n"))


@lru_cache(20_000)
def pronoun_of(forename: str) -> str | None:
    """He or she, where a forename (in small letters) tells."""
    return "she" if forename + "\tf" in _told() else "he" if forename + "\tm" in _told() else None


def _classify(word: str, key: str) -> str:
    first = word[:1]
    if not first.isalpha():
        return "n" if first.isdigit() else _MARKS.get(key, "|")
    if not first.isupper():
        if not first.islower():
            return "x"  # letters without case
        if not word.islower():
            return _capitalised().get(key, "A")  # iPhone
        return _small().get(key, "y" if key.endswith("ed") and len(key) > 4 else "x")
    tag = names()[0].get(word)
    if tag:
        return tag
    if key in _PRONOUNS:
        return _PRONOUNS[key]
    tag = _capitalised().get(key)
    if len(word) == 1:
        return tag or "I"
    if tag in ("W", "Y") and word in _NAMESAKES:
        return "V"
    if ROMAN.match(word):
        return "S"
    if word.isupper() and len(word) > 3 and word.title() in names()[0]:
        return names()[0][word.title()]
    if word.isupper() and (tag is None or len(word) < (4 if tag == "X" else 5) or tag in "WYNTL"):
        return tag if tag in ("W", "Y", "N", "T", "L") else "U"
    if tag:
        return _persons().get(word, tag) if tag == "X" else tag
    if len(word) < 5 and sum(map(str.isupper, word)) > 1:
        return "W" if word[:-1].isupper() and word[-1] == "s" else "U"  # IEDs, DoD
    if key.partition("'")[0] in _function():
        return "W"  # I'll
    if word[1] == "'" or word[1] == "’":
        return "S" if word[0] in "OD" else "A"
    return _persons().get(word) or ("X" if key.endswith(_ABSTRACT) else "A")


def camel(form: str) -> bool:
    """Whether a name has capitals within, and is none of a person: VelmBank, OruTel; but: McTarn, DeVelm."""
    return not form[1:].rstrip().islower() and _CAMEL.match(form) is not None


def bearer(name: str) -> str | None:
    """F of a forename, S of a surname."""
    return _persons().get(name)


def capital_tag(key: str) -> str | None:
    """The tag that a word has in names, where it has a part in them."""
    return _capitalised().get(key)


def small_tag(key: str) -> str:
    """The tag that a word has in small letters."""
    return _small().get(key, "x")


@cache
def governing() -> frozenset[str]:
    """Prepositions that the tags do not tell from other small words."""
    return frozenset(table()["governing"].split())


@cache
def tagger() -> Tagger:
    """form → tag."""
    return Tagger(_classify)
