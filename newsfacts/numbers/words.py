"""The tags of the numbers stage, one character a token.

Numbers   D digits  Y digits that may be a year  o one  u two-nine  t ten-nineteen  y twenty-ninety  h hundred  S scale  k scale only when
          glued to digits  z dozen  V dozens, thousands  v several  f few  c couple, pair  H half  Q third, fifths  B both  Z no, none, nobody
Nouns     N plural  P plural that often stands before another noun  s known singular  n other small word  j adjective or participle
          l adverb in -ly  C capitalised  K capitalised plural
Units     U unit  E unit of time  M money word  $ currency symbol  % percent
Grammar   a a, an  & and  | or  O of  > to  T the, its, those  i in  x any other word that ends a noun phrase
Marks     - hyphen or dash  ' possessive  " quotation mark  + / : , . ( ) _ other
"""

from __future__ import annotations

from functools import cache

from newsfacts.lexicon import Tagger, load_json, load_list

_MARKS = {
    "-": "-", "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "'s": "'", "/": "/", ":": ":", ",": ",", ";": ".", ".": ".", "!": ".", "?": ".",
    "(": "(", ")": ")", "[": "(", "]": ")", "+": "+", "%": "%", "°": "U", "″": "U", "&": "&",
    '"': '"', "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": '"', "’": '"', "'": '"',
}
_GRAMMAR = {
    "a": "a", "an": "a", "and": "&", "or": "|", "of": "O", "to": ">", "in": "i",
    "the": "T", "these": "T", "those": "T", "its": "T", "their": "T", "his": "T", "her": "T", "our": "T", "my": "T", "your": "T",
}
_ADJECTIVAL = ("ed", "ing", "al", "ian", "ive", "ous", "ic", "ful", "less", "able", "ible", "ary", "ish", "ern", "est")


@cache
def table() -> dict[str, str]:
    """key → tag of every word the tables know."""
    numbers, nouns, units = load_json("numbers"), load_json("nouns"), load_json("units")
    tags: dict[str, str] = {}
    for word in load_list("nouns"):
        tags[word] = "s"
        tags[plural(word)] = "N"
    tags.update(dict.fromkeys(nouns["adjectives"], "j"))
    tags.update(dict.fromkeys(nouns["irregular"], "N"))
    tags.update(dict.fromkeys(nouns["unmarked"], "N"))
    tags.update(dict.fromkeys(nouns["modifiers"], "P"))
    tags.update(dict.fromkeys(nouns["stops"], "x"))
    for forms in units["units"].values():
        tags.update((form.split()[0].lower(), "U") for form in forms if tags.get(form.split()[0].lower(), "U") in "Usn")
    for forms in units["money"].values():
        tags.update((form, "M") for form in forms if " " not in form)
    for forms in units["times"].values():
        tags.update(dict.fromkeys(forms, "E"))
    tags.update(dict.fromkeys(units["units"]["percent"], "%"))
    tags.update(dict.fromkeys(units["symbols"], "$"))
    for value in ("per", "percentage"):
        tags[value] = "U"
    for word, number in numbers["cardinals"].items():
        tags[word] = "o" if number == 1 else "u" if 1 < number < 10 else "t" if number < 20 else "y"
    tags["zero"] = "Z"
    for key, tag in (("hundred", "h"), ("scales", "S"), ("glued_scales", "k"), ("dozen", "z"), ("plurals", "V"), ("vague", "v"), ("few", "f"),
                     ("groups", "c"), ("fractions", "Q"), ("zero", "Z"), ("zero_pronouns", "Z")):
        tags.update(dict.fromkeys(numbers[key], tag))
    tags |= {"half": "H", "both": "B", "m": "k", "us": "x"}
    return tags | _GRAMMAR | _MARKS


def classify(word: str, key: str) -> str:
    """The tag of a form."""
    first = key[:1]
    if first.isdecimal():
        return "Y" if len(key) == 4 and key.isdecimal() and "1000" <= key < "2100" else "D"
    tag = table().get(key)
    capital = first != "" and word[0] != first
    if word in ("US", "WHO"):
        return "C"
    if tag is not None and not (capital and tag in "jns" and word[1:] == key[1:]):
        return tag
    if not first.isalpha():
        return "_"
    if capital and word[1:] == key[1:]:
        return "K" if _plural_form(key) else "C"
    if capital and not word.isupper():
        return "C"
    if _plural_form(key):
        return "N" if not capital else "C"
    if key.endswith("ly"):
        return "l"
    return "j" if key.endswith(_ADJECTIVAL) else "n"


def _plural_form(key: str) -> bool:
    if key.endswith("s"):
        return len(key) > 3 and not key.endswith(("ss", "us", "is", "'s"))
    return key.endswith("men") and len(key) > 5 and key not in ("specimen", "regimen", "abdomen")


TAGGER = Tagger(classify)


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


@cache
def _singulars() -> dict[str, str]:
    nouns = load_json("nouns")
    known = {plural(word): word for word in load_list("nouns")}
    return known | {word: word for word in nouns["unmarked"]} | nouns["irregular"]


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
    if key.endswith("s") and len(key) > 2 and not key.endswith(("ss", "us", "is")):
        return key[:-1]
    return key
