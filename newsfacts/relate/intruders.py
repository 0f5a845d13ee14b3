"""Who broke in, stopped a car or robbed a house in the sentence before: "Six armed men entered the compound. A guard was beaten"."""

from __future__ import annotations

from functools import cache

from newsfacts.claims.roles.scene import Scene, words_of

_DATED = 18  # tokens of "On the night of 3 May,"
_PHRASE = 9  # tokens of "a group of unidentified armed men"
_ASIDE = 7  # tokens from the noun to its verb: "on two motorcycles", "in military uniform"
_DATES = frozenset("on in at around during late early last overnight after before shortly about".split())
_LEADS = frozenset("a an the some several two three four five six seven eight nine ten dozens of group number gang band at least more than "
                   "about around over nearly dozen up to".split())
_ASIDES = frozenset("on in with wearing dressed riding armed carrying believed".split())
_ENDS = frozenset(". ; : ( ) who which that and said says".split())
_ADVERBS = frozenset("also then later first had have has reportedly forcibly violently".split())


@cache
def _heads() -> frozenset[str]:
    """Nouns of those of whom harm is expected."""
    return frozenset(word for word in words_of("outlaws") if not word.startswith("suspect"))


def intruders(scene: Scene, sentence: int) -> tuple[str, list[int]] | None:
    """(name, actors) of the armed people with whom a sentence begins, or the clause behind its date, if they came as intruders do."""
    doc, low = scene.doc, scene.doc.low
    if words_of("intrudes").isdisjoint(doc.keys):
        return None
    first, last = doc.sents[sentence]
    first = max(first, scene.dateline(sentence))
    if words_of("intrudes").isdisjoint(low[first:last]):
        return None
    starts = [first]
    if low[first] in _DATES:
        starts += [t + 1 for t in range(first, min(first + _DATED, last - 1)) if low[t] == ","]
    for start in starts:
        head = _head(scene, start, min(start + _PHRASE, last - 1))
        if head >= 0 and _intrudes(scene, head + 1, last):
            begin = start
            while begin < head and (low[begin] in _LEADS or low[begin][:1].isdigit()):
                begin += 1
            named = next((t for t in range(begin, head + 1) if t in scene.actors.at and scene.actors.mention_at[t].last == head + 1), -1)
            name = doc.words(begin, head + 1)
            plain = begin == doc.sents[sentence][0] and not (begin == named and scene.actors.list[scene.actors.at[named]].name[0].isupper())
            return (name[0].lower() + name[1:] if plain else name), [scene.actors.at[named]] if named >= 0 else []
    return None


def _head(scene: Scene, first: int, last: int) -> int:
    """The noun of the armed people with whom a clause begins; -1 without one."""
    low = scene.doc.low
    masked = not words_of("masked").isdisjoint(low[first:last]) or "armed" in low[first:last]
    for token in range(first, last):
        word = low[token]
        if word in _heads() or masked and word in words_of("maskers") and token > first:
            return token if low[token + 1] != "'s" else -1
        if not (word in _LEADS or word.isalnum() or word in ("-", "heavily")) or word in _ENDS or scene.tags[token] in "P>vk":
            return -1
    return -1


def is_raid(low: list[str], token: int) -> bool:
    """Whether a word tells of a raid, some of them only with the next: "opened fire", "forced their way", "stopped a bus"."""
    if low[token:token + 1] == [] or low[token] not in words_of("intrudes"):
        return False
    asked = _with_next().get(low[token])
    return asked is None or low[token + 1:token + 2] != [] and low[token + 1] in asked


@cache
def _with_next() -> dict[str, set[str]]:
    """Verb → the words one of which is to follow it."""
    out: dict[str, set[str]] = {}
    for phrase in words_of("intrudes_with"):
        verb, _, word = phrase.partition(":")
        out.setdefault(verb, set()).add(word)
    return out


def _intrudes(scene: Scene, first: int, last: int) -> bool:
    """Whether the first verb behind those people tells that they came as intruders do: "on motorcycles stopped a bus"."""
    low = scene.doc.low
    while low[first:first + 1] != [] and low[first] in _ADVERBS:
        first += 1
    if is_raid(low, first):
        return True
    aside = first + (low[first:first + 1] == [","])
    if aside >= last or low[aside] not in _ASIDES:
        return False
    for token in range(aside, min(aside + _ASIDE, last)):
        if is_raid(low, token):
            return True
        if low[token] in _ENDS:
            return False
    return False
