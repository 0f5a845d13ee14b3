"""Noun groups that stand for people without a number word: "a teacher", "Ivo Tarn", "suspected rebels", in sentences that tell of harm."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from newsfacts.actors.sides import countries
from newsfacts.claims.items import PEOPLE, item_of_words
from newsfacts.drafts import Actors, Number, Timex
from newsfacts.inflect import plural, verb_forms
from newsfacts.late import compiled, kept_table, late
from newsfacts.lexicon import Tagger, Vocabulary, load_json
from newsfacts.numbers.words import singular
from newsfacts.records import record
from newsfacts.rules import Rules
from newsfacts.tokens import Doc
from newsfacts.typed import Any

# Letters of this stage, one a token: a an  t the  w whose  s some  K number  O of  F staff  H one person  P several  M name of a person
#   & and  o other name  n noun, adjective  v participle  V that of an event  ' possessive  _ hyphen  , comma  # number  D date  G age
#   R ordinal  . other
_AFTER_DET = r"(?P<mod>(?:\._\.?)?[nvVHPFo_GR']{0,9})(?P<head>H(?:_\._[nH])?)(?P<name>M*)(?![nHP'_M])"
_ONE = late(r"(?P<det>[atw])" + _AFTER_DET)
_OWNED = late(r"(?P<det>[atw]|[nH]{0,3}[Mo]{1,6}')" + _AFTER_DET)  # Norland's envoy
_STAFF = late(r"(?P<det>a)(?P<mod>[nvVHPo_R]{0,6})(?P<head>F)(?![nHP'_MF])")  # a national staff of the agency
# "Driver abducted", "Driver and 2 guards killed": a note
_BARE = late(r"(?P<det>)(?P<mod>[noF_H]{0,6})(?P<head>H)(?=(?:O[noH]{1,4})?(?:&(?:w?[noF_H]{0,6}H|w?#{1,6}))?\.{0,2}[vV])")
# "Gunmen kill village chief", "Landmine killed driver"
_FELLED = late(r"(?<=[PnMoH][V.])(?P<det>)(?P<mod>[no_]{0,3})(?P<head>H)(?![nHP'_MO])")
_AGED = late(r"(?P<det>[at])(?P<mod>)(?P<head>G+)(?![nvVHPGF_M'])")  # a 12-year-old
# the first part is there for speed: most places are no name's
_NAME = late(r"(?=[tw]?[nHo_]{0,5}M)(?P<det>[tw]?)(?P<mod>(?!_)(?:[nHo_](?!V)){0,5})(?P<head>M+)(?![nHPM'_])")
_MANY = late(r"(?<![atwnHPMo#_v'KO])(?P<det>a[nv]{0,2}KO[tw]?|s)(?P<mod>[no_vHF]{0,6})(?P<head>P)(?![nHP'_M])")
_ALONE = late(r"(?P<det>)(?P<mod>)(?P<head>aR?)(?=[.vVD,&])")  # one was killed and another hurt, two were and a third
_HE = late(r"(?P<det>)(?P<mod>)(?P<head>S)(?=\.{0,3}[vV])")  # she was released
_WED = late(r"(?P<det>)(?P<mod>)(?P<head>H)(?:(?<=H&H)(?![nHP'_M])|(?<=H,H)(?=,?&))")  # a husband and wife; his wife, son and
_SHARED = late(r"[atw][nvG]{0,4}H&H$")
_ASIDE = late(r",(?:[G#](?=,)|[at][nvVHPo_GD#]{0,9}H(?:&[nHo_]{0,6}H)?(?:O[#Pno])?(?![nHP'_M]))|,G{0,6}[nHo_]{0,5}M+(?=[,.])")
_APPOSED = late(r",a[nvVHPo_]{0,9}H(?:O[#Pno])?(?=,[.vV])")  # a passenger, a security officer, was hurt
_OF_WHERE = late(r"[O.][at]?[no]{1,4},[nHo_]{0,5}M+(?=,[^M#])")  # the governor of the district, Mullah Karim, and
_ALIAS = late(r",?(?:\.?v\.|[.n])[nHo_]{0,4}M+(?=,)")  # also known as Mullah Karim, alias Karim
_TITLE = late(r",a[nvVHPo_]{0,9}H(?:O[#Pno])?(?=,[^&atwM#])")  # the pilot, a father of three, died
_MADE = late(r"[atwsO#'][v_]{0,2}[vV]$")  # the injured pupils, a swap of captured fighters
_VERBAL = late(r"[nH]V")
_COUNTED = late(r"#[nPo]{0,3}&$")
# how a group refers, the letter that it must have, and the pattern
_OTHERS = (("one", "F", _STAFF), ("one", "G", _AGED), ("name", "M", _NAME), ("many", "P", _MANY),
           ("alone", "a", _ALONE), ("he", "S", _HE), ("wed", "H", _WED), ("bare", "H", _BARE), ("felled", "H", _FELLED))

_WHO_THEY_ARE = late(r"#[^,#&]{0,14},(?P<who>a.{1,3}(?:,a.{1,3})?,?&a.{1,3},)")
_NO_NOUN: tuple[list[str], ...] = ([], ["."], [","], ["&"], ["V"])  # letters behind "a Somali"
_OF_ONE = frozenset("was is died remains remained has suffered".split())  # a second was hurt: no time
_REACH = 12  # tokens from a title to the name behind where

_PATTERNS = (("one", "H", _ONE), *_OTHERS)
_OF_OWNERS = (("one", "H", _OWNED), *_OTHERS)  # where a name has a possessive


@record
class Person:
    """A group that counts people: as a number, and how it refers: a, the, whose, name, many."""

    number: Number
    how: str
    who: int = -1  # actor
    bare: bool = False  # a name of one word, without title or forename anywhere


@cache
def table() -> dict[str, Any]:
    """The words of this stage (data/implied.json)."""
    loaded: dict[str, Any] = load_json("implied")
    return loaded


@cache
def triggers() -> frozenset[str]:
    """Forms of the words that count whom they take."""
    words = table()
    first = {verb.split()[0] for verb in [*words["verbs"], *words["look"]]}.difference(words["beside"])
    verbs = {form for verb in first for form in verb_forms(verb)} | {*words["hospitals"], *words["bodies"], *words["with"]}
    return frozenset(verbs | {f for n in words["nouns"] for f in (n, plural(n))} | {state.split()[-1] for state in words["states"]})


@cache
def _felling() -> frozenset[str]:
    """Forms of verbs, no -ing, whose object needs no article in a headline or note."""
    return frozenset(form for verb in words_of("felling") for form in verb_forms(verb) if not form.endswith("ing"))


@cache
def _closed() -> dict[str, str]:
    words = table()
    out = dict.fromkeys(words["one"], "a") | dict.fromkeys(words["this"], "t") | dict.fromkeys(words["whose"], "w")
    out |= dict.fromkeys(words["modifiers"], "n")
    out |= dict.fromkeys(words["some"], "s")
    out |= words["letters"]
    return out | {"'s": "'", "'": "'", ",": ",", "-": "_"}


@cache
def words_of(key: str) -> frozenset[str]:
    """The words of a list in the table."""
    return frozenset(table()[key])


@cache
def _endings() -> re.Pattern[str]:
    return compiled(r"[a-z]{2,}" + table()["endings"])


@cache
def _listed() -> frozenset[str]:
    """Forms of the verbs that count people beside those with a number."""
    return frozenset(form for verb in words_of("listed") for form in verb_forms(verb))


def _tells(form: str, word: str) -> str:
    """Whether a word counts people alone (T), beside those with a number (L), or not; of `form` nothing is asked."""
    return "T" if word in triggers() else "L" if word in _listed() else " "


_telling = Tagger(_tells)


def told(doc: Doc, numbers: list[Number]) -> list[int]:
    """The sentences with an event that counts people, alone or beside those with a number."""
    words, sents, out = doc.tag_string(_telling), doc.sents, []
    at = words.find("T", sents[0][0]) if sents else -1
    while at >= 0:
        out.append(doc.sentence_of(at))
        at = words.find("T", sents[out[-1]][1])
    if "L" in words:
        counted = {doc.sentence_of(n.nfirst) for n in numbers if n.kind == "count" and n.head >= 0}.difference(out)
        out = sorted([*out, *(k for k in counted if "L" in words[slice(*sents[k])])])
    return out


def find(doc: Doc, rules: Rules, numbers: list[Number], timexes: list[Timex], actors: Actors, sentences: list[int]) -> list[Person]:
    """The groups of people without a number in these sentences, in text order."""
    if not sentences:
        return []
    over: dict[int, tuple[int, str]] = {}
    inside, forms, low, known, at = doc.inside(sentences), doc.forms, doc.low, actors.list, actors.at
    for first, mention in actors.mention_at.items():
        # "rebels", "police" are plain nouns here
        if inside[first] and forms[first][0] != low[first][:1] and mention.form != "pronoun":
            over[first] = mention.last, "M" if known[at[first]].kind == "person" else "o"
    for t in timexes:
        if inside[t.first] and not (low[t.last - 1] == "second" and low[t.last:t.last + 1] and low[t.last] in _OF_ONE):
            over[t.first] = t.last, "D"
    for n in numbers:
        if inside[n.first]:
            over[n.first] = n.last, "G" if n.kind == "age" else "#"
    out: list[Person] = []
    letter_of, ids = _letters(doc, rules).__getitem__, doc.ids
    national = not _nationals().isdisjoint(doc.keys)
    starts, begin, end = sorted(over), 0, len(over)
    for index in sentences:
        first, last = doc.sents[index]
        letters = list(map(letter_of, ids[first:last]))
        begin, free = bisect_left(starts, first, begin), first
        while begin < end and (token := starts[begin]) < last:
            if token >= free:
                free, letter = over[token]
                if free > last:
                    free = last
                if free == token + 1:
                    letters[token - first] = letter
                else:
                    letters[token - first:free - first] = letter * (free - token)
            begin += 1
        if "_" in letters:  # a dash, not a hyphen
            letters = [letter if letter != "_" or doc.glued(first + k) else "." for k, letter in enumerate(letters)]
        if national:
            _one_of_a_nation(doc, letters, first)
        _of_sentence(doc, rules, actors, first, "".join(letters), out)
    return out


@kept_table
def _nationals() -> frozenset[str]:
    """What one of a nation is called, in small letters: somali, briton, frenchman."""
    world = countries()
    return frozenset(word.lower() for word in world.demonyms if f"{word}s" in world.plurals and word not in world.plurals)


def _one_of_a_nation(doc: Doc, letters: list[str], offset: int) -> None:
    """Marks one person of a nation in the letters of a sentence: "a Somali and two Turks were held"; not "a Somali officer"."""
    nationals, who_they_are = _nationals(), _WHO_THEY_ARE.search("".join(letters))  # two drivers, a Kenyan and a Ugandan, were shot
    for k in range(1, len(letters)):
        if who_they_are and who_they_are.start("who") <= k < who_they_are.end():
            continue
        if letters[k] == "n" and doc.low[offset + k] in nationals and (letters[k - 1] == "a" or letters[k - 2:k] == ["a", "n"]) and (
                letters[k + 1:k + 2] in _NO_NOUN or doc.low[offset + k + 1].endswith("ing")):
            letters[k] = "H"


class _Letters(dict[int, str]):
    """The letter of each word met so far under some rules, by its number in a vocabulary: few words of a text need one."""

    def __init__(self, rules: Rules, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.rules, self.vocabulary = rules, vocabulary

    def __missing__(self, number: int) -> str:
        form, word = self.vocabulary.words[number], self.vocabulary.low[number]
        letter = self[number] = _closed().get(word) or _letter(self.rules, form, word)
        return letter


_known: list[_Letters] = []  # of the rules and the vocabulary that were used last


def _letters(doc: Doc, rules: Rules) -> _Letters:
    """The letters of a text's words under these rules."""
    last = _known[-1] if _known else None
    if last is None or last.rules is not rules or last.vocabulary is not doc.vocabulary:
        last = _Letters(rules, doc.vocabulary)
        _known[:] = [last]
    return last


def _letter(rules: Rules, form: str, word: str) -> str:
    """The letter of a word that is in no closed class."""
    tag = rules.tagger.classify(form, word)
    if tag in "klg":
        return "v"
    if tag in "KLG":
        return "V"
    if tag == "&":
        return "&"
    if tag not in "nXRCFEYZis":
        return "."
    item, one = rules.items.get(word), singular(word)
    if item in PEOPLE or one in words_of("patrons"):
        return "n" if word in words_of("never") else "P" if one != word else "H"
    if tag in "YZis":
        return "."
    if item is not None or word != form or not _endings().match(one) or one in words_of("not_endings"):
        return "n"
    return "H" if one == word else "P"


def _of_sentence(doc: Doc, rules: Rules, actors: Actors, offset: int, letters: str, out: list[Person]) -> None:
    """Adds the groups of one sentence to `out`, names with what stands beside them folded in."""
    spots = []
    for how, needed, pattern in _OF_OWNERS if "M'" in letters or "o'" in letters else _PATTERNS:
        if needed in letters and (how != "felled" or not _felling().isdisjoint(doc.keys)):
            spots += [(m.start(), -m.end(), m.start("head"), how, m) for m in pattern.finditer(letters)]
    if len(spots) > 1:
        spots.sort()
    taken, noted = 0, -1
    for first, end, _, how, match in spots:
        if first < taken:
            continue
        if how == "many" and not (_begins(doc, letters, match, offset) and _free(doc, rules, letters, first, offset)):
            continue
        last = -end
        if how == "one" and first > 1 and letters[first - 1] == "," and _stands_for(doc, offset + first - 2):
            continue  # "one, a driver, and three passengers", "one of them, a boy, died"
        if how == "many" and _headline(doc, offset, first, last):
            continue  # a headline leaves out what it likes
        if how == "alone" and letters[last - 1] == "a" and doc.low[offset + last - 1] not in words_of("alone"):
            continue
        if how == "alone" and doc.low[offset + last - 1] == "second" and doc.low[offset + last] not in _OF_ONE:
            continue  # was hurt within a second, but: one died and a second was hurt
        if how == "bare" and not (first and first == noted or _note(doc, letters, match, offset)):
            continue
        if how == "felled" and (doc.low[offset + first - 1] not in _felling() or not {"a", "t"}.isdisjoint(letters[:first])
                                or _headline(doc, offset, first, last)):
            continue
        if how == "one" and match.groupdict().get("name") and _VERBAL.search(match["mod"]):
            continue  # "An air strike killed Mullah Karim"
        if how == "one" and "Hv" in match["mod"]:
            continue  # "The governor denied rebel reports"
        if how == "name" and match["det"] == "a" and "H" not in match["mod"]:
            continue  # detained a Red Dawn courier: nobody's name
        noted = match.end() + 1 if how == "bare" and letters[match.end():match.end() + 1] == "&" else -1  # driver and guard hurt
        if doc.low[offset + match.end("head") - 1] == "head" and match["det"] not in ("a", "t"):
            continue  # his head was hurt
        if how == "wed" and not _both(doc, letters, offset, last):
            continue
        if how in ("one", "name") and (letters[last:last + 1] == "," or "M" in letters[last:last + _REACH]):
            last = _with_asides(doc, letters, first, last, offset)
        head = (match.end() if how == "one" else match.end("head")) - 1
        person = _person(doc, rules, actors, offset, letters, first, match.end("det"), last, head, how)
        if person is not None:
            out.append(person)
        taken = last


def _both(doc: Doc, letters: str, offset: int, last: int) -> bool:
    """Whether two nouns joined, the second without an article, are two people: "a husband and wife", "a man and woman", "the driver and
    passenger were hurt"; not "a writer and activist was hurt"."""
    after = doc.low[offset + last:offset + last + 1]
    if {doc.low[offset + last - 1], doc.low[offset + last - 3]} <= words_of("kin"):
        return after not in (["was"], ["is"], ["has"])
    return after in (["were"], ["are"]) and _SHARED.search(letters, max(0, last - 9), last) is not None


def _stands_for(doc: Doc, token: int) -> bool:
    """Whether the words that end at a token stand for somebody: one, one of them."""
    pronouns = words_of("pronouns")
    return doc.low[token] in pronouns or token > 1 and doc.low[token] in ("them", "whom", "these") and doc.low[token - 2] in pronouns


def _with_asides(doc: Doc, letters: str, first: int, last: int, offset: int) -> int:
    """The end of a group before a comma with its age and apposition: "Karim Baz, a driver, 34,"; not "in Sol, Norland, a driver was
    hurt"."""
    for _ in range(2):
        title = (_TITLE if letters[first] in "tw" else _APPOSED).match(letters, last)
        if title and letters[first] not in "tw" and letters[title.end() + 1] == "." and (
                doc.low[offset + title.end() + 1] not in ("was", "has", "had", "is")):
            title = None
        aside = title or _ASIDE.match(letters, last) or (_OF_WHERE.match(letters, last) if letters[first] in "at" else None)
        if aside is None or title is None and letters[last + 1] not in "G#" and ("M" in letters[first:last]) == ("M" in aside.group()):
            break
        end = aside.end()
        if letters[end:end + 1] not in ("&", "") and doc.low[offset + end][:1].isalnum() and not (
                letters[first] != "w" and "M" in letters[first:last] and doc.low[offset + end] in words_of("goes_on")):
            break
        last = end
    if (alias := _ALIAS.match(letters, last)) and not words_of("alias").isdisjoint(doc.low[offset + last:offset + alias.end()]):
        last = alias.end()
    if "," in letters[first:last] and letters[last:last + 1] == "," and letters[last + 1:last + 2] not in tuple("atMw#"):
        last += 1
    return last


def _note(doc: Doc, letters: str, match: re.Match[str], offset: int) -> bool:
    """Whether a group without an article begins a clause, and not in the headline, and a past form follows ("Rebel shelling" is none)."""
    first = match.start()
    begins = first == 0 or doc.low[offset + first - 1] == ";"
    headline = doc.headline is not None and doc.headline[0] <= offset < doc.headline[1]
    verb = next(i for i in range(match.end(), len(letters)) if letters[i] in "vV")
    return begins and not headline and not doc.low[offset + verb].endswith("ing")


def _headline(doc: Doc, offset: int, first: int, last: int) -> bool:
    """Whether a group stands in a line of capitals."""
    if doc.headline and doc.headline[0] == offset:
        return True
    return doc.forms[offset + last - 1][0].isupper() and (first > 0 or last > 1 or doc.forms[offset + last][:1].isupper())


def _begins(doc: Doc, letters: str, match: re.Match[str], offset: int) -> bool:
    """Whether a plural may begin with its participle: "suspected rebels", not "killed rebels"; "the injured pupils" are known people."""
    mod = match["mod"]
    if _MADE.search(letters, max(0, match.start() - 6), match.start()):
        return False
    return "v" not in mod or all(letters[i] != "v" or doc.low[offset + i] in words_of("adjectives") for i in range(*match.span("mod")))


def _free(doc: Doc, rules: Rules, letters: str, first: int, offset: int) -> bool:
    """Whether a plural is counted by nothing before it: not in "80 leaders and helpers", "most of them children", "12 (old) guards"."""
    if first == 0 or _COUNTED.search(letters, max(0, first - 6), first):
        return first == 0
    return doc.low[offset + first - 1] != ")" and rules.tagger[doc.forms[offset + first - 1]] not in "ur"


def _person(doc: Doc, rules: Rules, actors: Actors, offset: int, letters: str, first: int, begin: int, last: int, head: int,
            how: str) -> Person | None:
    low, token = doc.low, offset + head
    named = letters.find("M", begin, last)
    who = actors.at.get(offset + named, -1) if named >= 0 else -1
    if letters[head] != "M":
        item = item_of_words(doc, offset + max(begin, head - 3), token, rules)
        if item not in PEOPLE and item not in ("unknown", "household"):
            return None
    two = low[token] in words_of("two")
    if two and low[offset + last:offset + last + 1] == ["of"]:
        return None
    many = how == "many" or two
    start, end = doc.starts[offset + (first if many else begin)], doc.ends[token]
    number = Number(offset + first, offset + last, offset + first, offset + (head + 1 if two else begin), start, end, start, end,
                    None if many else 1, _least(low, offset + first, offset + begin) if many else 1, None if many else 1,
                    "vague" if many else "exact", None, "person", token)
    if letters[head] == "M":
        title = next((i for i in range(head, first - 1, -1) if letters[i] == "H"), -1)
        number.noun = "person" if title < 0 else singular(low[offset + title])
        if title > first and (pair := f"{low[offset + title - 1]} {number.noun}") in rules.items:
            number.noun = pair  # police officer Ivo Tarn is no soldier
    if many or who >= 0:
        how = "many" if many else "name"
    else:
        how = "a" if letters[first] == "a" or how in ("alone", "wed", "bare", "felled") else "whose" if letters[first] == "w" else "the"
        how = "he" if letters[first] == "S" else how
    return Person(number, how, who, how == "name" and head == begin and " " not in actors.list[who].name and actors.list[who].role is None)


def _least(low: list[str], first: int, begin: int) -> int:
    """The least number of people that the words before a plural, which begins at a token, tell."""
    least: dict[str, int] = table()["some"]
    return max([least.get(word, 2) for word in low[first:max(begin, first + 1)]])
