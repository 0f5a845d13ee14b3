"""Texts wholly in capitals, as old wires sent them, written as usual: "REBELS KILLED 14 IN TARN." is "Rebels killed 14 in TARN."

Known names keep a capital, what is known to be no name is written small. Of the rest, long words get one capital ("Norland"), short
ones stay as they are: they may be initials ("SDF", "TARN"). No letter changes its place.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import pairwise

from newsfacts.actors.words import bearer, capital_tag, names, ordinary, small_tag
from newsfacts.late import late
from newsfacts.lexicon import load_json, load_list
from newsfacts.numbers.atoms import number_words
from newsfacts.rules import Rules
from newsfacts.tokens import tokenize

_WORD = late(r"[^\W\d_]\.(?:[^\W\d_]\.)+|[^\W\d_]+")  # U.S. is one
_DATELINE = late(r"([^\n(),]{2,40}?)(?:, ?[^\n()]{2,30}?)?(?: ?\([^()\n]{1,30}\))? ?(?:--?|[–—]) ")  # TARN, MAY 3 (WIRE) -
_INITIALS = 4  # most letters of a name that may be written in capitals
_VOWELS = frozenset("AEIOUY")
_ENDINGS = ("ed", "ing", "ings", "ly", "tion", "tions", "ment", "ments", "ness", "less", "ful", "ous", "ists", "ers")
_MONTHS = ("may", "march")
_WORDS_TOO = frozenset(("us", "who", "car", "it", "is", "am", "so"))  # initials that are words as well: the US, US troops
_ACTING = "rhgc"  # small tags of words behind initials: army, troops, officials
_BEFORE = frozenset(("prime", "deputy", "vice", "foreign", "defence", "defense", "interior"))  # parts of titles
_OF_STATES = frozenset(("general", "national", "central", "supreme", "federal"))  # first words of the names of bodies
_VERBS = frozenset("JZKLRjs")  # tags of forms that are verbs alone
_QUOTED = late(r"[,:] [\"“]$")


@cache
def _small() -> frozenset[str]:
    """Common words that no other table has."""
    return frozenset(" ".join(load_list("common")).split())


Known = tuple[dict[str, str], dict[str, list[tuple[list[str], str]]]]


@cache
def _known() -> Known:
    """Known names by their words in small letters: (one word → name, first word → the others and the name)."""
    single = {name.lower(): name for name in sorted(names()[0], key=str.isupper)}
    several: dict[str, list[tuple[list[str], str]]] = {}
    for same in names()[1].values():
        for name, _ in same:
            first, *others = _WORD.findall(name.lower()) or [""]
            if others:
                several.setdefault(first, []).append((others, name))
    return single, {first: sorted(same, key=lambda one: -len(one[0])) for first, same in several.items()}


def usual(text: str, lines: list[tuple[int, int]], rules: Rules) -> str:
    """The text with these lines, which are in capitals, written as usual; it keeps its length."""
    found = [word for start, end in lines for word in _WORD.finditer(text, start, end)]
    words = [word[0].lower() for word in found]
    forms = _written(text, found, [*words, ""], rules)
    doc, at = tokenize(text), [word.start() for word in found]
    begins = {k for begin, k in [(doc.starts[first], bisect_left(at, doc.starts[first])) for first, _ in doc.sents]
              if k < len(at) and not any(map(str.isalnum, text[begin:at[k]])) and not (
                  small_tag(words[k]) == "v" and text[:begin].rstrip()[-1:] in ("”", '"'))}  # not 3 dead; not "Why?" said the mayor
    begins.update([k for k, start in enumerate(at) if text[start - 1:start] in ("“", '"') and _QUOTED.search(text, start - 3, start)])
    for begin in [doc.starts[token] for token in doc.lines]:
        head, k = _DATELINE.match(text, begin), bisect_left(at, begin)
        if head is not None and k < len(at) and not forms[k].islower():
            while k < len(at) and at[k] < head.end(1):
                forms[k] = found[k][0]
                k += 1
    out: list[str] = []
    done = 0
    for k, (word, form) in enumerate(zip(found, forms, strict=True)):
        if len(form) == len(word[0]):  # some letters have small forms of other lengths
            out += text[done:word.start()], form[0].upper() + form[1:] if k in begins else form
            done = word.end()
    return "".join(out) + text[done:]


def _written(text: str, found: list[re.Match[str]], words: list[str], rules: Rules) -> list[str]:
    """How each word is usually written; `words`: in small letters, and an empty one."""
    single, several = _known()
    gaps = [text[word.end():after.start()] for word, after in pairwise(found)] + [""]
    forms: list[str] = []
    while (k := len(forms)) < len(found):
        name = next((name for others, name in several.get(words[k], ()) if words[k + 1:k + 1 + len(others)] == others
                     and all(gap.strip(" -'’\n") == "" for gap in gaps[k:k + len(others)])), None)
        if name is not None:
            forms += _WORD.findall(name)
            continue
        word, low, start, end = found[k][0], words[k], found[k].start(), found[k].end()
        glued, after = text[max(0, start - 1):start].strip(), text[end:end + 2]
        behind = forms[k - 1] if k and gaps[k - 1] in (" ", ". ", "\n") else ""
        if glued.isdigit() or glued in ("'", "’") and len(word) < 3 and start > 1 and text[start - 2].isalnum() or after in ("'T", "’T"):
            forms.append(low)  # 40MM, THE ARMY'S, THEY'LL, DON'T
        elif len(word) == 1 or "." in word or after[:1].isdigit():
            forms.append(low if low == "a" and after[:1] != "." or low in ("a.m.", "p.m.") else word)
        elif low in _MONTHS:
            dated = text[end:end + 3].strip()[:1].isdigit() or text[max(0, start - 2):start].strip()[-1:].isdigit() or (
                k > 0 and words[k - 1] in load_json("page")["of_time"].split())
            forms.append(word.capitalize() if dated else low)
        elif low in _WORDS_TOO and low in single:
            acts = gaps[k].isspace() and (small_tag(words[k + 1]) in _ACTING or words[k + 1] in rules.items)
            forms.append(word if low in ("us", "who") and behind.lower() == "the" or low == "us" and acts else low)
        else:
            forms.append(_form(word, low, behind, single, rules))
    for k in range(len(found) - 2, -1, -1):
        if gaps[k] in (" ", "\n") and forms[k].islower() and _names(forms[k + 1]) and (
                capital_tag(words[k]) == "T" or words[k] in _BEFORE and capital_tag(words[k + 1]) == "T"):
            forms[k] = forms[k].capitalize()  # President John Marn
        elif gaps[k] in (" ", "\n") and words[k] in _OF_STATES and capital_tag(words[k + 1]) == "G":
            forms[k], forms[k + 1] = forms[k].capitalize(), forms[k + 1].capitalize()  # the General Staff
        elif words[k:k + 3] == ["armed", "forces", "of"] and "".join(forms[k + 3:k + 4])[:1].isupper():
            forms[k], forms[k + 1] = "Armed", "Forces"  # the Armed Forces of Norland
    return forms


def _form(word: str, low: str, behind: str, single: dict[str, str], rules: Rules) -> str:
    """How a word is usually written; `behind`: the one before it, as written."""
    common, name, tag = _common(low, rules), single.get(low), capital_tag(low)
    if tag in ("M", "J", "Q", "Z"):
        return word.capitalize()
    if name is not None and (not common or names()[0][name] in "CJQ"):
        return name
    if bearer(word.capitalize()) is not None and (not common or behind[:1].isupper() and _called(behind) and (
            small_tag(low) == "x" and rules.words.get(low, "n") not in _VERBS)):
        return word.capitalize()
    if common or len(low) > _INITIALS + 1 and low.endswith(_ENDINGS):
        return low
    if len(word) > 2 and bearer(behind) == "F":
        return word.capitalize()
    if len(word) <= _INITIALS or _VOWELS.isdisjoint(word):
        return word
    return word.capitalize()


def _called(behind: str) -> bool:
    """Whether a surname may follow: John, Gen., Mr."""
    return bearer(behind) == "F" or capital_tag(behind.lower()) in ("T", "Z")


def _names(form: str) -> bool:
    """Whether a word behind a title is a person's name, or a title before one."""
    return form[:1].isupper() and len(form) > 1 and names()[0].get(form, "A") not in "CJQPO"


def _common(low: str, rules: Rules) -> bool:
    """Whether a word is known to be none of a name alone."""
    return low in _small() or ordinary(low) or small_tag(low) != "x" or low in rules.words or low in rules.items or (
        low in number_words() or capital_tag(low) in ("T", "K", "H", "L", "N", "B"))
