"""Whom "he" or "they" means where nobody is named: with whom the sentence before begins, "A former clerk opened fire. He killed nine"."""

from __future__ import annotations

from functools import cache

from newsfacts.claims.roles.scene import Scene, words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.inflect import plural
from newsfacts.lexicon import load_json
from newsfacts.sources.words import verbs as speech

_PEOPLE = ("person", "worker", "soldier", "civilian", "child", "prisoner")
_BACK = 3  # sentences
_OPENS = 8  # tokens of "Once there, he"
_ADJUNCT = 18  # tokens of "On May 4, 2024,"
_DATE = 5  # tokens of "late on Monday night a"
_GROUP = 12  # tokens of "a 40-year-old former post office clerk"
_SAYS = 3  # tokens behind it
_WORDS = 7  # tokens from "when a" to its noun
_QUOTED = frozenset('"“”')
_HE = frozenset(("he", "she", "they"))
_WOMEN = frozenset("woman girl mother wife sister daughter grandmother aunt lady policewoman".split())
_MEN = frozenset("man boy father husband brother son grandfather uncle policeman gunman fireman".split())
_VICTIMS = frozenset("victim survivor witness people dead wounded injured missing life member patient hostage".split())
_BAND = frozenset("man gunman attacker assailant suspect robber shooter youth teenager brother bandit burglar raider intruder".split())
_SOME = frozenset("a an another one his her two some several".split())
_ALSO = frozenset(("also", "then", "first", "later"))
_LADEN = frozenset("armed wielding carrying with wearing on".split())
_PASSIVE = frozenset("was were is are been being who which said says".split())
_AIMS = {"opened": ("fire",), "drove": ("into", "a", "his", "her", "their"), "ploughed": ("into", "through"), "plowed": ("into", "through"),
         "blew": ("himself", "herself", "themselves"), "rampaged": ("through", "across")}
_UNDERGONE = frozenset("P><obhf,.;:&-B")  # tags behind a participle: stabbed in, by
_CLAUSES = frozenset("when while as after because that by".split())
_BY_TRADE = ("er", "or", "ist", "ian", "eur", "ee", "man", "ant")  # endings of what people are
_NO_TRADES = frozenset("former other elder older younger junior senior career under infant important recent".split())


@cache
def _nouns() -> frozenset[str]:
    """Nouns of one word for one person who may act."""
    items = load_json("items")["item"]
    return frozenset(noun for kind in _PEOPLE for noun in items[kind] if " " not in noun) - _VICTIMS


@cache
def _bands() -> frozenset[str]:
    """Nouns for people who come to do harm together."""
    return frozenset([noun[:-3] + "men" if noun.endswith("man") else plural(noun) for noun in _BAND])


def someone(scene: Scene, claim: ClaimDraft) -> str | None:
    """Who is told without a name to have acted before a claim of harm done by a pronoun; None where it may be somebody else."""
    doc = scene.doc
    if claim.event not in words_of("people") and claim.event != "launched" or doc.low[claim.first] in _HE:
        return None
    if claim.quote is not None and not _QUOTED.isdisjoint(doc.low[slice(*doc.sents[claim.sentence])]):
        return None  # "He killed nine men," she said
    nouns = _bands() if claim.pending == "they" else _nouns()
    for sentence in range(claim.sentence, max(-1, claim.sentence - _BACK - 1), -1):
        first, last = doc.sents[sentence]
        if sentence == claim.sentence and claim.pending and (group := _whither(scene, claim, claim.pending, nouns)):
            return _name(scene, *group, claim.pending)
        if sentence < claim.sentence:
            group = _subject(scene, first, last, nouns)
            if group is not None:
                return _name(scene, *group, claim.pending)
        if _HE.isdisjoint(doc.low[first:min(first + _OPENS, last)]):
            return None
    return None


def _whither(scene: Scene, claim: ClaimDraft, pronoun: str, nouns: frozenset[str]) -> tuple[int, int] | None:
    """Who begins a sentence, where its end tells what they did there: "A woman went to a wedding, where she killed four relatives"."""
    low, first = scene.doc.low, scene.doc.sents[claim.sentence][0]
    at = next((t for t in range(claim.trigger[0] if claim.trigger else claim.first, first, -1) if low[t] == pronoun), first)
    return _subject(scene, first, at, nouns) if low[at - 1] == "where" and at > first else None


def struck(scene: Scene, sentence: int) -> str | None:
    """Who is told without a name to attack at the beginning of a sentence: "A student stabbed pupils", "Masked men burst into a bar and
    opened fire"; not "A driver hit a wall"."""
    first, last = scene.doc.sents[sentence]
    low = scene.doc.low
    if words_of("sprees").isdisjoint(low[first:last]):
        return None
    for nouns, pronoun in ((_nouns(), "he"), (_bands(), "they")):
        found = _subject(scene, first, last, nouns)
        if found is not None and _attacks(scene, found[1] + 1, last):
            return _name(scene, *found, pronoun)
    return None


def came(scene: Scene, sentence: int) -> str | None:
    """The raiders who are told to come to a place at the beginning of a sentence: "The gunmen entered the town from three sides"; also
    where "they" begin the next one."""
    doc, low = scene.doc, scene.doc.low
    if words_of("comes_upon").isdisjoint(doc.keys):
        return None
    first, last = doc.sents[sentence]
    opens = first + (low[first] in _QUOTED)
    if sentence and low[opens:opens + 1] == ["they"]:
        first, last = doc.sents[sentence - 1]
    if words_of("comes_upon").isdisjoint(low[first:last]):
        return None
    first = max(first, scene.dateline(doc.sentence_of(first)))
    found = (first, first) if low[first] in _raiders() else _subject(scene, first, last, _raiders())
    if found is None:
        return None
    verb = found[1] + 1
    while low[verb] in _ALSO or low[verb] in words_of("perfect"):
        verb += 1
    if low[verb:verb + 1] == [","] and "," in low[verb + 1:verb + _GROUP]:
        verb = low.index(",", verb + 1) + 1  # the attackers, dressed as monks, came
    if low[verb] not in words_of("comes_upon") or low[verb + 1:verb + 2] == ["for"]:
        return None  # the rebels arrived for talks
    name = _name(scene, *found, "they")
    told = [d for s in range(max(0, sentence - _BACK), sentence) for d in scene.deeds_in(s)] if low[first] == "the" else []
    return told[-1].agent if told else name and name.lower()  # the attackers: the rebels of the Karo Front


@cache
def _raiders() -> frozenset[str]:
    """Nouns for several people of whom no other deed is expected."""
    return frozenset(word for word in words_of("outlaws") if word.endswith(("s", "men")) and word != "suspects")


def _attacks(scene: Scene, first: int, last: int) -> bool:
    """Whether the first verb behind a noun is of an attack: "stabbed", "armed with a knife attacked", "burst in and opened fire"."""
    low = scene.doc.low
    for token in range(first, min(first + _ADJUNCT, last - 1)):
        after = low[token + 1]
        if low[token] in words_of("sprees"):
            led = token == first or low[token - 1] == "and" or low[first] in _LADEN
            aimed = scene.tags[token + 1] not in _UNDERGONE and after != "dead"  # a man stabbed in a bar, shot dead
            return led and (after in _AIMS.get(low[token], ()) if low[token] in _AIMS else aimed)
        if low[token] in _PASSIVE or low[token] in _CLAUSES or scene.tags[token] in ",;.":
            return False
    return False


def _subject(scene: Scene, first: int, last: int, nouns: frozenset[str]) -> tuple[int, int] | None:
    """The tokens of the people, without an article or number, with whom a sentence begins, behind "On Monday,"."""
    low, tags = scene.doc.low, scene.tags
    starts = [first, *(t + 1 for t in range(first, min(first + _ADJUNCT, last - 1)) if low[t] == "," and low[first] not in _HE)]
    if low[first] in ("on", "late", "early", "last") and (a := next((t for t in range(first, min(first + _DATE, last)) if low[t] in (
            "a", "an")), -1)) > 0:
        starts.append(a)  # on Monday a former clerk
    for start in starts:
        if low[start] not in ("a", "an", "the", "some", "several") and (
                nouns is _nouns() or tags[start] not in "nm" and low[start] not in words_of("masked")):
            continue
        end = min(start + _GROUP, last)
        end = next((t for t in range(start + 1, end) if tags[t] not in "xgnm-JA'" or low[t] in words_of("perfect") or (
            low[t] == "said")), end)
        head = next((t for t in range(start + 1, end) if low[t] in nouns and low[t + 1] not in nouns and low[t + 1] != "'s"), -1)
        aged = "old" in low[start:end]
        if head < 0 and aged and nouns is _nouns():
            head = _by_trade(low, start + low[start:end].index("old") + 1, end)
        if head < 0 or "A" in tags[start + 1:head] and not aged:
            continue
        said = any(word in speech() for word in low[head + 1:head + 1 + _SAYS])
        return None if said or _another(low, head + 1, last) else (start + (low[start] not in words_of("masked")), head)
    return None


def _by_trade(low: list[str], first: int, end: int) -> int:
    """The token that tells what somebody of an age is: "a 44-year-old dismissed porter"; -1 without one."""
    trades = [t for t in range(first, end) if low[t].endswith(_BY_TRADE) and low[t] not in _NO_TRADES]
    return next((t for t in trades if t + 1 not in trades), -1)


def _another(low: list[str], first: int, last: int) -> bool:
    """Whether a clause tells of somebody else: "a guard was at the door when a man came in", "was stabbed by a teenager"."""
    opened = (t for t in range(first, last - 1) if low[t] in _CLAUSES and low[t + 1] in _SOME)
    return any(not (_nouns() | _bands()).isdisjoint(low[t + 2:t + _WORDS]) for t in opened)


def _name(scene: Scene, first: int, head: int, pronoun: str | None) -> str | None:
    low = scene.doc.low
    if low[head] in (_WOMEN if pronoun == "he" else _MEN):
        return None
    if "old" in low[first:head]:
        first += low[first:head].index("old") + 1
    while first < head and (not low[first].isalpha() or low[first] == "year"):
        first += 1
    return scene.doc.words(first, head + 1)
