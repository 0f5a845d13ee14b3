"""Whom "they" means at the head of a sentence: the people with whom the one before begins, or of whom it is told there that they acted."""

from __future__ import annotations

from functools import cache

from newsfacts.claims.roles.scene import Scene, called, words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.inflect import plural
from newsfacts.lexicon import load_json
from newsfacts.sources.words import verbs as speech

_PEOPLE = ("person", "worker", "soldier", "civilian")
_OPENS = 8  # tokens of "By evening they"
_TOLD = 16  # tokens before "said that"
_HEAD = 8  # tokens of "some 60 heavily armed cattle herders"
_ARMED_WITH = 9  # tokens of "on motorbikes"
_DONE = ("captured", "detained", "held", "returned", "seized", "launched", "rescued")
_WALKED = "xgmJA~tnd-"
_INNER = frozenset("of group groups members dozens hundreds scores band bands gang gangs".split())
_SOME = frozenset("some about around dozens hundreds scores of".split())
_ON = frozenset("on in late early last earlier at during around overnight between over since".split())
_CLAUSES = frozenset("when while as after before because since if although though to where by".split())
_DATED = 18  # tokens of "On Friday night, in Velm, Norland,"
_BY_FORCE = ("detained", "held", "seized", "launched")


@cache
def plurals(*kinds: str) -> frozenset[str]:
    """The plurals of the nouns of one word for people of some classes."""
    items = load_json("items")["item"]
    nouns = (noun for kind in kinds for noun in items[kind] if " " not in noun)
    return frozenset(noun[:-3] + "men" if noun.endswith("man") else plural(noun) for noun in nouns)


@cache
def _many() -> frozenset[str]:
    """Nouns for several people who may act."""
    bands = (word for word in words_of("agents", "outlaws", "bandits") if word.endswith(("s", "men")))
    return frozenset((*plurals(*_PEOPLE), *bands)) - words_of("never_act")


def they_are(scene: Scene, claim: ClaimDraft) -> tuple[str, list[int]] | None:
    """(name, actors) of those who begin the sentence before "they", or act in what somebody says there: "Farmers blocked roads. They
    injured nine policemen", "The mission says fighters of the Karo Front raided a village. They killed 14 people"."""
    doc, low = scene.doc, scene.doc.low
    if not claim.sentence or claim.event not in _DONE and claim.event not in words_of("harm"):
        return None
    first = doc.sents[claim.sentence][0]
    if "they" not in low[first:min(first + _OPENS, claim.first)]:
        return None
    end = doc.sents[claim.sentence - 1][1]
    starts = starts_of(scene, claim.sentence - 1)
    return next((found for start in starts if (found := _people(scene, start, end, claim.event))), None)


def starts_of(scene: Scene, sentence: int) -> list[int]:
    """Where a sentence may begin to tell who acts: at its head, behind "On Friday night, in Velm, Norland," or "the mission says"."""
    low, (begin, end) = scene.doc.low, scene.doc.sents[sentence]
    begin = max(begin, scene.dateline(sentence))
    starts = [begin]
    if low[begin] in _ON:
        starts += [t + 1 for t in range(begin + 1, min(begin + _DATED, end - 1)) if low[t] == ","]
    said = next((t for t in range(begin + 1, min(begin + _TOLD, end - 1)) if low[t] in speech()), -1)
    if said > 0 and low[said - 1] != "had" and (low[said - 1] != "," or low[said + 1] == "that"):
        starts.append(said + 1 + (low[said + 1] == "that"))
    return starts


def _people(scene: Scene, first: int, last: int, event: str) -> tuple[str, list[int]] | None:
    """(name, actors) of the people with whom a clause begins, if they act in it."""
    low, tags, mentions = scene.doc.low, scene.tags, scene.actors.mention_at
    first += tags[first:first + 1] == "t"
    token = first
    while token < min(first + _HEAD, last) and low[token] not in _many() and low[token] not in speech() and low[token] not in _CLAUSES and (
            tags[token] in _WALKED or low[token] in _INNER or low[token].endswith("ing")):
        token += 1
    if token >= min(first + _HEAD, last - 1) or low[token] not in _many() or event in _BY_FORCE and not _armed(low[token]):
        return None
    end = token + 1
    if low[end] in ("of", "from"):
        body = end + 1 + (low[end + 1] == "the")
        body += tags[body:body + 1] in ("x", "d") and body + 1 in mentions
        if body in mentions:
            end = mentions[body].last
        elif low[end + 1] in ("a", "an"):
            end = next((t for t in range(end + 2, min(end + _HEAD, last)) if low[t] in words_of("called_bands")), end - 1) + 1
    if not _acts(scene, end, last):
        return None
    named = next((t for t in range(first, token + 1) if t in mentions and mentions[t].last > token), -1)
    if named >= 0 and end == token + 1:
        return called(scene.actors.list[scene.actors.at[named]]), [scene.actors.at[named]]
    counted = load_json("numbers")["cardinals"]
    while first < token and (tags[first] == "n" or low[first] in counted or low[first] in _SOME):
        first += 1
    name = scene.doc.words(first, end)
    return name if first in mentions or tags[first] == "J" else name[0].lower() + name[1:], []


def _acts(scene: Scene, token: int, last: int) -> bool:
    """Whether a verb of doing follows: "raided", "on motorbikes stormed", "who stormed"; not "were killed", "fled"."""
    low, tags = scene.doc.low, scene.tags
    if tags[token:token + 1] in ("P", "h", "<", ">"):
        token = next((t for t in range(token + 1, min(token + _ARMED_WITH, last)) if _does(low[t])), token)
    token += low[token] == "who"
    token += low[token] in words_of("perfect") or low[token].endswith("ly") or low[token] in ("had", "also", "then", "now", "still")
    return token < last and low[token] not in words_of("undergone") and _does(low[token]) and low[token + 1] != "under"


def _does(word: str) -> bool:
    return (word.endswith("ed") and len(word) > 4 or word in words_of("did", "acted")) and word not in speech()


def _armed(word: str) -> bool:
    return word in words_of("agents", "outlaws", "bandits", "men_at_arms") or word in load_json("items")["item"]["soldier"] or (
        word[:-1] in load_json("items")["item"]["soldier"])
