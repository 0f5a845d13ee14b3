"""What is laid over the word tags before the chunks are read: actors, dates, counts and measures, states and nouns of several words.

Each group is its letter, then ~ for the rest (= in a count); see `chunks` for the letters.
"""

from __future__ import annotations

import re
from functools import cache

from newsfacts import homographs
from newsfacts.drafts import Actors, Number, Timex
from newsfacts.homographs import places
from newsfacts.late import compiled
from newsfacts.lexicon import Tagger, load_json
from newsfacts.rules import Rules
from newsfacts.tokens import Doc

Span = tuple[int, int, str]  # first and last (exclusive) token, letter
_GAIN = 7  # tokens from the number in "(+3 over the past day)" to its end
_REGIONS = ("region", "settlement")
_AGAIN = ("test", "re", "co")
# an unknown word in -ing that is no noun: plotting two attacks; eight people queuing for bread
_GOVERNING = compiled(r"n(?:(?<=[^tn'A~=_#D].)(?=[tQMu])|(?<=[=Q].)(?=[pfh0by]))").finditer
_FULL = ("full", "last")  # since the full-scale invasion, a last-minute change
_IN_A_ROW = frozenset("car truck vehicle lorry bus van jeep tanker ship boat vessel aircraft plane tank".split())
_ROWS = frozenset("convoy convoys motorcade column patrol flotilla fleet pile crash collision accident".split())
_NO_REGIONS = ("state", "community")


@cache
def compounds() -> dict[str, set[str]]:
    """Of nouns of two words one of which is else no noun ("care home", "attack drone"): the last word → the first words."""
    out: dict[str, set[str]] = {}
    for noun in load_json("grammar")["compounds"]:
        first, _, last = noun.rpartition(" ")
        out.setdefault(last, set()).add(first)
    return out


@cache
def stricken() -> tuple[re.Pattern[str], frozenset[str]]:
    """A hyphen before what may be one of the words for harm that make an adjective with a noun, or before a number; these words."""
    words = load_json("grammar")["stricken"]
    return compiled(rf"-(?=[^\Wa-z_]|{'|'.join(words)})", re.I), frozenset(words)


@cache
def _attributes() -> tuple[frozenset[str], frozenset[str]]:
    """Prepositions behind which some dates of one word are a part of a noun; these dates."""
    grammar = load_json("grammar")
    return frozenset(grammar["attributive_after"].split()), frozenset(grammar["attributive_dates"].split())


@cache
def directions() -> frozenset[str]:
    """Words that stand before a place and are a part of its name here: eastern Norland."""
    return frozenset(load_json("grammar")["directions"].split())


@cache
def _letters() -> dict[str, str]:
    """The letters of the words that a step below, or of `homographs`, looks for; no word is looked for by two."""
    return dict.fromkeys(compounds(), "k") | homographs.letters() | {"would": "w", "-": "-"}


def _letter(form: str, word: str) -> str:
    """The letter of a word that a step looks for, of all others a blank; of `form` nothing is asked."""
    return _letters().get(word, " ")


_words = Tagger(_letter)


def laid_over(doc: Doc, rules: Rules, wanted: list[int], timexes: list[Timex], numbers: list[Number], actors: Actors,
              inserts: list[tuple[int, int]]) -> list[str]:
    """The word tags of a text with the groups of the wanted sentences laid over; `inserts` are cues inside a quoted clause: adjuncts."""
    tags = doc.tags(rules.tagger)
    words = doc.tag_string(_words)
    inside = doc.inside(wanted)
    hyphens = "-" in words
    if hyphens:  # a would-be bomber
        for at in places(words, "w-"):
            if inside[at] and doc.low[at + 2:at + 3] == ["be"]:
                tags[at:at + 3] = "n_n"
    spans = _names(doc, rules, actors, inside)
    spans += [(t.first, t.last, "n" if _attributive(doc, tags, t) else "D") for t in timexes
              if (inside[t.first] or inside[t.last - 1]) and (t.type != "DURATION" or not doc.low[t.first].isalpha()) and not (
                  tags[t.first] == "y" and tags[t.first - 1:t.last + 1] == ["m", "y", "X"])]  # could soon return home: one verb group
    if hyphens:
        hit, models = _hyphenated(doc, tags, inside)
        spans += hit
        _overlay(tags, models)
        _overlay(tags, _joined(doc, words, tags, inside))
    spans += _counted(doc, numbers, inside)  # behind the words with hyphens: six rebel-held posts are one group
    for a, b in inserts:  # a cue in the midst of a clause is an adjunct, one behind it ends it
        ends = doc.low[b:b + 1] and doc.low[b] in ".!?"
        spans += [(a, a + 1, ";"), (a + 1, b, "D")] if ends and b > a + 1 else [(a, b, "D")] if b > a else []
    spans += _states(doc, rules, wanted, inside)
    _overlay(tags, _compounds(doc, words, inside) + spans)
    line = "".join(tags)
    for match in _GOVERNING(line):
        at = match.start()
        if doc.low[at][-3:] == "ing" and inside[at]:  # was plotting two attacks: a verb that is not known
            tags[at] = "g"
    at = line.find("n-#")
    while at >= 0:  # last week's magnitude-6.4 quake: no number, and one group
        if inside[at] and doc.glued(at) and doc.glued(at + 1):
            tags[at + 1] = tags[at + 2] = "n"
        at = line.find("n-#", at + 1)
    homographs.settle(doc, rules, words, tags, inside)
    return tags


def _overlay(tags: list[str], spans: list[Span]) -> None:
    """Writes groups over the word tags: their letter, then ~ for the rest (= in a count)."""
    for first, last, letter in spans:
        if last == first + 1:
            tags[first] = letter
        else:
            tags[first:last] = letter + ("=" if letter == "Q" else "~") * (last - first - 1)


def _names(doc: Doc, rules: Rules, actors: Actors, inside: bytearray) -> list[Span]:
    """The actors that stand in some tokens, with a direction before ("eastern Norland") and a region behind ("Kabul province")."""
    low, items, places = [*doc.low, ""], rules.items, directions()  # an end for what looks one token ahead
    spans: list[Span] = []
    for m in actors.mention_at.values():
        first, last = m.first, m.last
        if (inside[first] or inside[last - 1]) and last > first and m.form != "pronoun":
            after = low[last]
            region = items.get(after) in _REGIONS and (after not in _NO_REGIONS or after == "state" and (
                actors.list[actors.at[first]].kind == "place"))  # in Borno state; but: Norland state television
            lead = int(first > 0 and low[first - 1] in places)
            lead += 2 * (lead > 0 and first > 2 and low[first - 2] == "-" and low[first - 3] in ("north", "south"))  # north-western Karo
            spans.append((first - lead, last + region, "A"))
    return spans


def _counted(doc: Doc, numbers: list[Number], inside: bytearray) -> list[Span]:
    """The numbers that stand in some tokens, each with its noun; a measure within a count ("400 155-mm shells") is no group of its own."""
    low = doc.low
    spans: list[Span] = []
    before_first, count_last, noun_last = -1, -1, -9  # of the number before; its ends only if it counts, if it has a noun
    for n in numbers:
        first, last, kind = n.first, n.last, n.kind
        counted = kind == "count" or kind == "fraction" and n.noun is not None
        if low[first - 1] == "+" and first - 2 == noun_last and low[first - 2] == "(" and ")" in low[last:last + _GAIN]:
            spans.append((first - 2, low.index(")", last) + 1, "D"))  # 11,239 tanks (+3), 900 planes (+2 over the past day)
            continue
        inner = first < count_last and before_first < first and kind in ("measure", "age")
        before_first, count_last = first, last if counted else -1
        noun_last = last if n.head >= 0 else -9
        if counted and n.noun in _IN_A_ROW and low[first + 1] == "-" and low[last:last + 1] and low[last] in _ROWS and (
                low[first - 2] in ("in", "of", "from") and low[first - 1] in ("a", "the")):
            spans += [(t, t + 1, "n") for t in range(first, last)]  # in a two-car convoy
        elif (inside[first] or inside[last - 1]) and not inner:
            by = low[last:last + 2] == ["-", "by"] and doc.glued(last)  # two passers-by
            spans.append((first, last + 2 * by, "Q" if counted else "D" if kind in ("age", "duration") else "M"))
    return spans


def _states(doc: Doc, rules: Rules, wanted: list[int], inside: bytearray) -> list[Span]:
    """The states of several words ("under fire") that begin in the wanted sentences, in text order."""
    keys, low = doc.keys, doc.low
    known = [state for word in keys & rules.phrases.keys() for state in rules.phrases[word] if keys.issuperset(state[1])]
    if not known:
        return []
    longest = max([len(words) for _, words in known])
    text = "\n".join([" ".join(low[first:last + longest]) for first, last in [doc.sents[index] for index in wanted]])
    found = [(at, order, at + len(words)) for order, words in known if " ".join(words) in text for at in _standing(low, words[0])
             if inside[at] and tuple(low[at:at + len(words)]) == words and doc.sentence_of(at) == doc.sentence_of(at + 1)]
    spans: list[Span] = []
    for first, _, last in sorted(found, key=lambda state: (state[0], -state[2], state[1])):
        if not spans or last > spans[-1][1]:  # "lay in the street" is one state: no other begins at its "in the street"
            spans.append((first, last, "S"))
    return spans


def _standing(low: list[str], word: str) -> list[int]:
    """Where a word of the text stands."""
    out: list[int] = []
    for _ in range(low.count(word)):
        out.append(low.index(word, out[-1] + 1 if out else 0))
    return out


def _hyphenated(doc: Doc, tags: list[str], inside: bytearray) -> tuple[list[Span], list[Span]]:
    """Words behind a hyphen that are nouns here: "in the flood-hit town"; and models of weapons: "a Su-35 fighter"."""
    low, (joined, hit) = doc.low, stricken()
    adjectives: list[Span] = []
    models: list[Span] = []
    for match in joined.finditer(doc.text):
        at = doc.token_at(match.start())
        if not (inside[at] and doc.glued(at) and doc.glued(at - 1)):
            continue
        first, last = doc.sents[doc.sentence_of(at)]
        if not first < at < last - 2:
            continue
        if low[at - 1] in _AGAIN:
            continue  # test-fired three missiles
        if low[at + 1] in hit and doc.forms[at + 2][0].isupper():
            adjectives += [(t, t + 1, "t") for t in (at - 1, at, at + 1)]  # in rebel-held Karo
        elif low[at + 1] in hit and tags[at + 2] in "nEXRC":
            adjectives += [(at, at + 1, "n"), (at + 1, at + 2, "n")]
        elif low[at + 1][:1].isdigit() and doc.forms[at - 1][0].isupper():
            models += [(t, t + 1, "n") for t in range(at, _model(doc, at + 2))]
    return adjectives, models


def _joined(doc: Doc, words: str, tags: list[str], inside: bytearray) -> list[Span]:
    """The hyphens of nouns in some tokens, with a second word that else is a verb: "a high-rise", "a care-worker", "a
    first-aid team" are one noun each."""
    spans: list[Span] = []
    for at in places(words, "-"):
        if inside[at] and 0 < at < len(tags) - 1 and tags[at - 1] in "nt" and (
                tags[at - 1] == "n" and tags[at + 1] in "nis" or tags[at + 1] in "EXRCF" and tags[at + 2:at + 3] == ["n"]
                or doc.low[at - 1] in _FULL and tags[at + 1] == "n" or doc.low[at - 1:at + 2] == ["passer", "-", "by"]) and (
                doc.glued(at - 1) and doc.glued(at) and doc.forms[at + 1][0].islower()):
            spans += [(at, at + 1, "n"), (at + 1, at + 2, "n")]
        elif inside[at] and 0 < at < len(tags) - 2 and doc.low[at - 1:at + 2] == ["drive", "-", "by"]:
            spans += [(t, t + 1, "n") for t in range(at - 1, at + 2)]
            spans += [(at + 2, at + 3, "E")] if tags[at + 2] == "G" else []  # a drive-by shooting
        elif inside[at] and 0 < at < len(tags) - 1 and tags[at - 1] == "n" and tags[at + 1] in "np" and _of_a_name(doc, at):
            spans += [(at, at + 1, "n"), (at + 1, at + 2, "n")]  # Aru-Velm, Karo-sur-Mer: whatever they are
    return spans


def _of_a_name(doc: Doc, at: int) -> bool:
    """Whether a hyphen is within a name in capitals, of which small words may be parts."""
    forms = doc.forms
    if not (doc.glued(at - 1) and doc.glued(at)):
        return False
    if not forms[at - 1][0].isupper():
        return forms[at + 1][0].isupper() and at > 2 and forms[at - 2] == "-" and doc.glued(at - 2) and forms[at - 3][0].isupper()
    return forms[at + 1][0].isupper() or (
        forms[at + 2:at + 3] == ["-"] and doc.glued(at + 1) and forms[at + 3:at + 4] != [] and forms[at + 3][0].isupper())


def _compounds(doc: Doc, words: str, inside: bytearray) -> list[Span]:
    """The words of nouns of two words in some tokens."""
    low, firsts = doc.low, compounds()
    return [(k, k + 1, "n") for at in places(words, "k") if at and inside[at] and low[at - 1] in firsts[low[at]]
            and doc.sentence_of(at - 1) == doc.sentence_of(at) for k in (at - 1, at)]


def _model(doc: Doc, end: int) -> int:
    """The end of the name of a weapon's model whose first number ends before a token: Shahed-136/131."""
    while doc.low[end:end + 1] == ["/"] and doc.glued(end - 1) and doc.glued(end) and doc.low[end + 1][:1].isdigit():
        end += 2
    return end


def _attributive(doc: Doc, tags: list[str], t: Timex) -> bool:
    """Whether a date of one word stands before its noun: "the Monday attack", "during Friday prayers", "held over 2018 killings"."""
    before, after = tags[t.first - 1:t.first], tags[t.last:t.last + 1]
    if t.last > t.first + 1 or not after or after[0] not in "nEXRCFA":
        return False
    if doc.low[t.first - 1] in ("over", "for") and doc.low[t.first].isdigit():
        return True
    if before != ["p"] or tags[t.first] == "y":
        return before in (["t"], ["p"])
    leads, dates = _attributes()
    return doc.low[t.first] in dates and doc.low[t.first - 1] in leads
