"""Titles whose words are all written with capitals, or in capitals: what is no name there is read as if written small.

"Fire Kills 27, Injures 22 in Velm" is "Fire kills 27, injures 22 in Velm". All offsets stay as they are: only the forms that the
stages look up change, and of titles in capitals the text that they read (`given` puts it back).
"""

from __future__ import annotations

from functools import cache

from newsfacts.actors.words import common, ordinary, small_tag
from newsfacts.lexicon import load_json, picker
from newsfacts.numbers.atoms import number_words
from newsfacts.rules import Rules
from newsfacts.tokens import Doc

_LONGEST = 30  # tokens of a title
_FEWEST = 3  # words of a title that have to be written with a capital
_INITIALS = 4  # most letters of a name that is written in capitals
_VERBS = frozenset("JZKLRjs")  # tags of forms that are verbs alone, or verbs and events
_INNER = ("-", "’", "'")
_TAIL = ("ed", "ing", "maker")
_MONTHS = ("may", "march")
_WHERE = frozenset("of in at near to from on around outside towards toward over and into".split())


@cache
def _words(name: str) -> frozenset[str]:
    """A list of words: those that stay small in a title, those before which May and March are months."""
    return frozenset(load_json("page")[name].split())


def settle(doc: Doc, rules: Rules) -> None:
    """Writes the words of titles small that are no names."""
    titles = [sent for sent in doc.sents if sent[0] in doc.lines and _is_title(doc, *sent) and _tells(doc, rules, *sent)]
    changed = _mounds(doc) if "tell" in doc.keys else {}
    loud: list[int] = []
    if not titles and not changed:
        return
    names, small = _body(doc, titles) if titles else ({}, set())
    for first, last in titles:
        shouted = all(doc.forms[t].isupper() for t in range(first, last) if doc.low[t][:1].isalpha())
        loud += range(first, last) if shouted else ()
        for token in range(first + (not shouted), last):
            word, form = doc.low[token], doc.forms[token]
            if form[0].isupper() and (shouted or not form.isupper()):
                if word in small or word not in names and _common(doc, rules, token):
                    changed[token] = form.lower() if token > first else form.capitalize()
                elif shouted and (word in names or len(word) > _INITIALS):
                    changed[token] = names.get(word, form.capitalize())
    if loud:
        _write(doc, [(token, changed[token].rstrip()) for token in loud if token in changed])
    for token, form in changed.items():
        doc.forms[token] = form
        doc.ids[token] = doc.vocabulary[form]
    doc.pick = picker(doc.ids)


def _write(doc: Doc, forms: list[tuple[int, str]]) -> None:
    """Writes words in the text itself that the facts are named by, at their places: gunmen, and not gUNMEN."""
    out: list[str] = []
    at = 0
    for token, form in forms:
        if len(form) == doc.ends[token] - doc.starts[token]:
            out += doc.text[at:doc.starts[token]], form
            at = doc.ends[token]
    doc.text = "".join(out) + doc.text[at:]


def _mounds(doc: Doc) -> dict[int, str]:
    """The names of places in "north of Tell Velm", read as "Tel", which is no verb."""
    out: dict[int, str] = {}
    for token in range(1, len(doc.low) - 1):
        if doc.forms[token] == "Tell " and doc.forms[token + 1][:1].isupper() and doc.low[token - 1] in _WHERE:
            out[token], doc.low[token] = "Tel ", "tel"
    return out


def _is_title(doc: Doc, first: int, last: int) -> bool:
    """Whether all words of a line but the short ones are written with a capital, or in capitals."""
    if last - first > _LONGEST or last - first < _FEWEST or doc.low[last - 1] in (".", ":"):
        return False
    words = 0
    for t in range(first, last):
        word = doc.low[t]
        joined = t > first and doc.glued(t - 1) and (doc.low[t - 1] in _INNER or doc.low[t - 1][-1:].isdigit())  # Co-founder, $9bn
        if word[:1].isalpha() and word not in _words("small") and not joined:
            if not doc.forms[t][0].isupper():
                return False
            words += 1
    return words > _FEWEST or words == _FEWEST and "".join(doc.forms[first:last]).isupper() and any(  # GUNMEN KIDNAP 9 IN RAID
        map(str.isdecimal, doc.low[first:last]))


def _tells(doc: Doc, rules: Rules, first: int, last: int) -> bool:
    """Whether a line tells something: it has a number or a verb, and is not just a name ("Northern Command of the Armed Forces")."""
    return any(doc.low[t][:1].isdigit() or doc.low[t] in number_words() or rules.words.get(doc.low[t], "n") in _VERBS
               for t in range(first + 1, last))


def _body(doc: Doc, titles: list[tuple[int, int]]) -> tuple[dict[str, str], set[str]]:
    """The words that the rest of a text writes with a capital though they begin no sentence, each with its form; those that it writes
    small."""
    names: dict[str, str] = {}
    small: set[str] = set()
    for first, last in doc.sents:
        if (first, last) not in titles:
            names.update((doc.low[t], doc.forms[t]) for t in range(first + 1, last) if doc.forms[t][0].isupper())
            small.update(doc.low[t] for t in range(first, last) if doc.forms[t][0].islower())
    return names, small - names.keys()


def _common(doc: Doc, rules: Rules, token: int) -> bool:
    """Whether a word of a title is known to be none of a name."""
    word = doc.low[token]
    if word in _MONTHS:  # prisoners may return; but: on May 3
        beside = doc.low[token + 1:token + 2]
        return not beside or not (beside[0][:1].isdigit() or doc.low[token - 1][:1].isdigit() or doc.low[token - 1] in _words("of_time"))
    if ordinary(word) or common(word) or small_tag(word) in "cg":
        return True
    return word in rules.words or word in rules.items or word in number_words() or len(word) > 5 and word.endswith(_TAIL)
