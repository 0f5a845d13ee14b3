"""The tags of the numbers stage, one character a token, and the lemma of nouns.

Numbers   D digits  Y digits that may be a year  q ½  o one  u two-nine  t ten-nineteen  y twenty-ninety  h hundred  S scale  k scale only
          when glued to digits  z dozen  V dozens, thousands  v several  f few  e some  c couple, pair  H half  Q third, fifths  B both
          Z no, none, nobody  X not
Nouns     N plural  w plural that may be a verb (strikes)  P plural that often stands before another noun  s known singular  n other word
          j adjective or participle  l adverb in -ly  C capitalised  K capitalised plural, weapon's name
Units     U unit  E unit of time  M money word  $ currency symbol  % percent
Grammar   a a, an  & and  | or  O of  > to  T the, its, those  i in  x any other word that ends a noun phrase
Marks     - hyphen or dash inside a word  ~ any other dash  ' possessive  " quotation mark  + / : , . ( ) _ other
"""

from __future__ import annotations

from collections.abc import Callable

from newsfacts.late import kept_table
from newsfacts.lexicon import Tagger, load_json, load_list
from newsfacts.tokens import Doc

_MARKS = {
    "-": "-", "–": "-", "—": "-", "‒": "-", "‑": "-", "‐": "-", "−": "-", "'s": "'", "/": "/", ":": ":", ",": ",",
    ";": ".", ".": ".", "!": ".", "?": ".",
    "(": "(", ")": ")", "[": "(", "]": ")", "+": "+", "%": "%", "°": "U", "″": "U", "&": "&",
    '"': '"', "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": '"', "’": '"', "'": '"',
}
_GRAMMAR = {"a": "a", "an": "a", "and": "&", "or": "|", "of": "O", "to": ">", "in": "i"} | dict.fromkeys(
    "the these those its their his her our my your".split(), "T")
_NEAR = 400  # characters around a hyphen in which spaced tokens are looked for
_SIZES = frozenset("old long high wide deep tall".split())
_NUMBERS = frozenset("DYoutyhSz")
_TOLLS = (["deaths"], ["fatalities"], ["casualties"])
_CRAFT = frozenset("landing patrol assault naval amphibious fast small".split())
_NAMES = frozenset(("US", "WHO", "IT", "MS", "SEC", "HR", "BP", "Mi"))  # names though their key is another word
_DAYS = "overnight monday tuesday wednesday thursday friday saturday sunday".split()
_DEEDS = frozenset("attacks strikes airstrikes raids clashes blasts explosions bombings assaults shootings drones missiles".split())
_NOUNS = tuple("nsC")
_ADJECTIVAL = ("ed", "ing", "al", "ian", "ive", "ous", "ic", "ful", "less", "able", "ible", "ary", "ish", "ern", "est")


@kept_table
def table() -> dict[str, str]:
    """key → tag of every word that the data files know."""
    numbers, nouns, units = load_json("numbers"), load_json("nouns"), load_json("units")
    tags: dict[str, str] = {}
    for many, one in _plurals().items():
        tags[one] = "s"
        tags[many] = "N"
    for group, tag in (("adjectives", "j"), ("adverbs", "l"), ("irregular", "N"), ("unmarked", "N"), ("peoples", "K"), ("weapons", "K"),
                       ("modifiers", "P"), ("stops", "x"), ("verbs_too", "w")):
        tags.update(dict.fromkeys(nouns[group], tag))
    for forms in units["units"].values():
        for word in {form.split()[0].lower() for form in forms}.difference(units["things_too"]):
            tags[word] = "U" if tags.get(word, "s") in "sN" else tags[word]
    for forms in units["money"].values():
        tags.update((form, "M") for form in forms if " " not in form and form not in tags)
    for forms in units["times"].values():
        tags.update(dict.fromkeys(forms, "E"))
    tags.update(dict.fromkeys(units["units"]["percent"], "%"))
    tags.update(dict.fromkeys(units["symbols"], "$"))
    tags.update(dict.fromkeys(numbers["vulgar"], "q"))
    tags["per"] = "x"
    for word, number in numbers["cardinals"].items():
        tags[word] = "o" if number == 1 else "u" if 1 < number < 10 else "t" if number < 20 else "y"
    for group, tag in (("hundred", "h"), ("scales", "S"), ("glued_scales", "k"), ("dozen", "z"), ("plurals", "V"), ("vague", "v"),
                       ("few", "f"), ("groups", "c"), ("fractions", "Q"), ("zero", "Z"), ("zero_pronouns", "Z"), ("not", "X")):
        tags.update(dict.fromkeys(numbers[group], tag))
    return tags | {"half": "H", "both": "B", "some": "e"} | _GRAMMAR | _MARKS


def classify(word: str, key: str) -> str:
    """The tag of a form."""
    first = key[:1]
    if first.isdecimal():
        return "Y" if len(key) == 4 and key.isdecimal() and "1000" <= key < "2100" else "D"
    if word in _NAMES or len(word) == 1 and word.isupper() and word not in "AIKMB":
        return "C"
    tag = table().get(key)
    capital = first != "" and word[0] != first
    if tag is not None and not (capital and tag in "jns" and word[1:] == key[1:]):
        return tag
    if not first.isalpha():
        return "." if first in ".…" and first else "_"
    if not capital or word.isupper() and len(word) > 4:
        return "N" if _is_plural(key) or key in ("ups", "ins") else "l" if key.endswith("ly") else "j" if key.endswith(_ADJECTIVAL) else "n"
    if word[-1] == "s" and word[:-1].isupper():
        return "N"  # UAVs
    return "K" if _is_plural(key) else "C"


def _is_plural(key: str) -> bool:
    if key.endswith("s"):
        return len(key) > 3 and not key.endswith(("ss", "us", "is", "gas", "'s"))
    return key.endswith("men") and len(key) > 5 and key not in ("specimen", "regimen", "abdomen")


TAGGER = Tagger(classify)


def tag_string(doc: Doc) -> str:
    """One tag a token; a dash with white space beside it, or a long one, is no hyphen (but in a text of spaced tokens it is)."""
    tags = doc.tag_string(TAGGER)
    ends, starts, low, parts, at = doc.ends, doc.starts, doc.low, [], 0
    i = tags.find("-")
    while i >= 0:
        if (ends[i] != starts[i + 1] or not i or ends[i - 1] != starts[i] or low[i] == "—"
                or i + 1 == len(low) or not low[i + 1][:1].isalnum()) and not _is_spaced_hyphen(doc, tags, i):
            parts.append(tags[at:i])
            at = i + 1
        i = tags.find("-", i + 1)
    tags = "~".join([*parts, tags[at:]]) if parts else tags
    for at in doc.lines:
        if tags[at] == "S":  # no number goes on in the next line: "They shot three", then "Mil said"
            tags = f"{tags[:at]}n{tags[at + 1:]}"
    for word, tag, fits in _READ_ANEW:
        if word not in doc.keys:
            continue
        at = -1
        for _ in range(low.count(word)):
            at = low.index(word, at + 1)
            if fits(low, tags, at):
                tags = f"{tags[:at]}{tag}{tags[at + 1:]}"
    return tags


def _before_noun(low: list[str], tags: str, at: int) -> bool:
    """Whether a word stands between a number and a plural: 90 live tortoises, 12 burned or looted shops."""
    return at > 0 and tags[at - 1] in _NUMBERS and (
        tags[at + 1:at + 2] in tuple("NKwsP") or tags[at + 1:at + 2] in ("&", "|") and tags[at + 2:at + 4] in ("jN", "jw"))


def _dates_a_deed(low: list[str], tags: str, at: int) -> bool:
    """Whether a day stands between a number and what was done on it: two overnight raids, three Sunday air strikes."""
    behind = low[at + 1:at + 3]
    return at > 0 and tags[at - 1] in _NUMBERS and not _DEEDS.isdisjoint(behind[:1] if tags[at + 1:at + 2] not in _NOUNS else behind)


# words of two kinds: key, the tag of the rarer kind, and whether it stands there so
_READ_ANEW: tuple[tuple[str, str, Callable[[list[str], str, int], bool]], ...] = (
    ("craft", "N", lambda low, tags, at: low[at - 1] in _CRAFT),  # 11 landing craft
    ("live", "j", _before_noun),  # 12 live shells
    ("burned", "j", _before_noun),
    ("burnt", "j", _before_noun),
    ("collapsed", "j", _before_noun),
    ("reported", "j", lambda low, tags, at: low[at + 1:at + 2] in _TOLLS and _before_noun(low, tags, at)),  # 14 reported deaths
    *((day, "j", _dates_a_deed) for day in _DAYS),
    ("multiple", "j", lambda low, tags, at: tags[at - 1:at] == "D" or low[at + 1:at + 2] in (["rocket"], ["launch"]) or (
        low[at + 1:at + 3] == ["-", "launch"])),  # 12 multiple rocket launchers
)


def _is_spaced_hyphen(doc: Doc, tags: str, i: int) -> bool:
    """Whether the hyphen at token i stands between words of a text whose tokens are spaced: "a 10 - year loan ,"."""
    low = doc.low
    if low[i] != "-" or not 0 < i < len(low) - 1 or not low[i + 1][:1].isalpha() or not low[i - 1][-1:].isalnum():
        return False
    first, last = max(0, doc.starts[i] - _NEAR), doc.ends[i] + _NEAR
    if doc.glued(i) or doc.glued(i - 1):
        return False
    if tags[i - 1] in "DYoutyhSzUE" and _is_measured(doc, tags, i):
        return True
    dollar = doc.text.find("$ ", first, last)
    return (doc.text.find(" ,", first, last) >= 0 or doc.text.find(" . ", first, last) >= 0
            or dollar >= 0 and doc.text[dollar + 2:dollar + 3].isdecimal())


def _is_measured(doc: Doc, tags: str, i: int) -> bool:
    """Whether the words around a spaced hyphen, in any text, show that it is none of a pause: a five - year plan, a 12 - member board."""
    word = doc.low[i + 1]
    if tags[i - 1] in "UE":
        return word in _SIZES
    if tags[i + 1] == "S":
        return doc.low[i + 2:i + 3] == ["-"]
    if tags[i + 1] in "UE%":
        return word[-1:] != "s" and word != "feet"
    return tags[i + 1] == "s" and doc.low[i - 2:i - 1] in (["a"], ["an"]) and tags[i + 2:i + 3] in ("n", "s", "N", "P")


def plural(noun: str) -> str:
    """The regular plural of a noun.

    >>> plural("baby"), plural("bus"), plural("drone")
    ('babies', 'buses', 'drones')
    """
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + "s"


@kept_table
def _plurals() -> dict[str, str]:
    """plural → singular of the known nouns."""
    return {plural(word): word for word in load_list("nouns")}


@kept_table
def _singulars() -> dict[str, str]:
    nouns = load_json("nouns")
    known = _plurals() | {word: word for word in nouns["unmarked"]}
    known.update((word, word[:-1]) for word in nouns["peoples"] if word.endswith("is"))
    known.update(nouns["irregular"])
    return known


def singular(key: str) -> str:
    """The lemma of a noun in lower case: irregular forms from the table, the others by their ending.

    >>> singular("gunmen"), singular("casualties"), singular("drones"), singular("bus"), singular("servicewomen")
    ('gunman', 'casualty', 'drone', 'bus', 'servicewoman')
    """
    known = _singulars().get(key)
    if known is not None:
        return known
    if key.endswith("men") and len(key) > 4:
        return key[:-2] + "an"
    if key.endswith("ies") and len(key) > 4:
        return key[:-3] + "y"
    if key.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return key[:-2]
    if key.endswith("s") and len(key) > 3 and not key.endswith(("ss", "us", "is", "gas")):
        return key[:-1]
    return key
