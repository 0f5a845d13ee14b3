"""Who attacked in the sentence before, told by a common noun: "An armed group raided a post. Two nurses were killed", "Commandos backed by
two helicopters raided a camp. Nine rebels were killed"."""

from __future__ import annotations

from functools import cache

from newsfacts.claims.roles.scene import Scene, called, words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.relate.intruders import is_raid
from newsfacts.relate.theyare import plurals, starts_of
from newsfacts.sources.words import verbs as speech

_BACK = 2  # sentences that begin with "they"
_HEAD = 12  # tokens of "members of the ruling party's youth wing"
_ASIDE = 14  # tokens from the noun to its verb: "on motorbikes", "backed by two helicopters and a drone"
_WALKED = "xgmJA~tnd-'"
_INNER = frozenset("of members dozens hundreds scores supporters fighters militants".split())
_SOME = frozenset("some about around dozens hundreds scores of a an the at least more than several".split())
_BEHIND = frozenset(("of", "from"))
_ASIDES = "P>h<,"
_STOPS = frozenset("who which that said says when while after as before because since where".split())
_HEADS = frozenset("group faction wing militia gang mob band cell militiamen commandos".split())
FOUGHT = frozenset("fighters guerrillas elements combatants jihadis".split())
_QUOTES = frozenset('"“‘')
_PAIRED = frozenset(("clashed", "fought", "battled"))


@cache
def _heads() -> frozenset[str]:
    """Nouns for those who may attack: fighters, men, an armed group; no staff, no nurses."""
    return (plurals("soldier", "person") | _HEADS | words_of("outlaws", "bandits", "troop_words", "rabble")) - words_of("never_act")


def assailants(scene: Scene, claim: ClaimDraft) -> tuple[str, list[int]] | None:
    """(name, actors) of those with whom the sentence before begins, or the one before "They fired on the crowd", if they attack in it and
    may have harmed these victims: no force its own men, no outlaws their like."""
    doc, sentence = scene.doc, claim.sentence - 1
    if claim.instrument and not words_of("cave_ins", "no_assaults").isdisjoint(claim.instrument.lower().split()):
        return None
    for _ in range(_BACK):
        if sentence > 0 and doc.low[doc.sents[sentence][0]] == "they":
            sentence -= 1
    if sentence < 0 or doc.low[doc.sents[sentence][0]] == "they":
        return None
    last = doc.sents[sentence][1]
    if not words_of("two_sided").isdisjoint(doc.low[doc.sents[sentence][0]:last]):
        return None  # armed men attacked a post and a gunfight broke out
    if (by := _sufferers(scene, sentence)) is not None:
        return _named(scene, *by) if _may_harm(claim, doc.low[by[1]]) else None
    for start in starts_of(scene, sentence):
        found = _noun_group(scene, start, last)
        if found is not None:
            first, head, end = found
            fits = _attacks(scene, end, last) and _may_harm(claim, doc.low[head])
            return _named(scene, first, head, end) if fits else None
    return None


def _sufferers(scene: Scene, sentence: int) -> tuple[int, int, int] | None:
    """(first token, noun, end) of the armed people by whom somebody is told to be attacked: "A convoy was stopped by gunmen"."""
    low, (first, last) = scene.doc.low, scene.doc.sents[sentence]
    for at in range(first + 2, last - 2):
        if low[at] == "by" and scene.tags[at - 2] == "B" and (low[at - 1] in words_of("waylaid") or scene.tags[at - 1] == "v"):
            found = _noun_group(scene, at + 1, last)
            if found is None or low[found[1]] == "suspects":
                return None
            masked = not words_of("masked").isdisjoint(low[found[0]:found[1]])
            return found if masked or low[found[1]] in words_of("outlaws", "bandits") | FOUGHT else None
    return None


def captors(scene: Scene, claim: ClaimDraft) -> str | None:
    """Who holds those whose captors the sentence before tells of: "The kidnappers want a ransom. Nine nurses are still held"."""
    if not claim.sentence or claim.event != "held":
        return None
    low, first = scene.doc.low, scene.doc.sents[claim.sentence - 1][0]
    return low[first + 1] if low[first] == "the" and low[first + 1] in words_of("held_by") else None


def of_headline(scene: Scene, claim: ClaimDraft) -> tuple[str, list[int]] | None:
    """(name, actors) of those who attack at the head of a headline that ends with its victims: "Army storms rebel camp, five dead"."""
    doc, low = scene.doc, scene.doc.low
    first = doc.sents[claim.sentence][0]
    if low[claim.first - 1] != "," or not claim.rule.startswith("bare-") or claim.first - first > _ASIDE:
        return None
    at = next((t for t in range(first + 1, claim.first) if low[t] in words_of("headline_attacks")), -1)
    heads = _heads() | words_of("policemen", "armed")
    if at < 0 or low[at - 1] not in heads or not _may_harm(claim, low[at - 1]) or any(
            scene.tags[t] not in _WALKED for t in range(first, at)):
        return None
    return _named(scene, first, at - 1, at)


def _noun_group(scene: Scene, first: int, last: int) -> tuple[int, int, int] | None:
    """(first token, noun, end) of the people or group with which a clause begins; none in quotation marks."""
    low, tags, mentions = scene.doc.low, scene.tags, scene.actors.mention_at
    token = first if low[first] not in _QUOTES else last
    while token < min(first + _HEAD, last - 1):
        word = low[token]
        inner = word in _INNER and low[token + 1] == "of" or word == "of" or word in _heads() and low[token + 1] == "of"
        if word in _heads() and not inner and low[token + 1] not in _heads() and low[token + 1] not in ("'s", "-"):
            break
        if not inner and (word in speech() or word in _STOPS or tags[token] not in _WALKED and not word.endswith("ing")):
            return None
        token += 1
    else:
        return None
    end = token + 1
    if low[end] in _BEHIND:
        body = end + 1 + (low[end + 1] == "the")
        end = mentions[body].last if body in mentions else end
    return first, token, end


def _attacks(scene: Scene, token: int, last: int) -> bool:
    """Whether the verb behind them is one of attack: "raided", "on pickups raided", "backed by two helicopters raided"."""
    low, tags = scene.doc.low, scene.tags
    backed = low[token] in words_of("backed") or low[token:token + 1] == [","]
    for at in range(token, min(token + _ASIDE, last - 1)):
        if tags[at] == "v" and tags[at - 1] != "B" and tags[at + 1] not in "b.,;" or is_raid(low, at):
            return low[at] not in _PAIRED and (at == token or backed or tags[token] in _ASIDES or low[at - 1].endswith("ly") or (
                low[at - 1] in words_of("perfect")))
        if low[at] in _STOPS or tags[at] in ".;:B(" or low[at] in speech():
            return False
    return False


def _may_harm(claim: ClaimDraft, head: str) -> bool:
    """Whether men of a kind may have harmed these victims."""
    victims = claim.item_text.lower().rpartition(" ")[2]
    outlaw = head in words_of("outlaws", "bandits") or head in _HEADS - {"commandos"} or head in FOUGHT
    if victims in words_of("outlaws", "bandits") or victims in FOUGHT:
        return not outlaw
    if victims == head:
        return False  # villagers attacked a post, and three villagers were hurt
    force = not outlaw and head in words_of("armed", "troop_words", "men_at_arms") | {"commandos", "troops"}
    uniformed = claim.item == "soldier" or claim.item == "worker" and victims in words_of("of_forces", "policemen")
    return not (uniformed and (force or not outlaw))


def _named(scene: Scene, first: int, head: int, end: int) -> tuple[str, list[int]]:
    mentions, low = scene.actors.mention_at, scene.doc.low
    while first < head and (low[first] in _SOME or scene.tags[first] == "n" or low[first][:1].isdigit()):
        first += 1
    named = next((t for t in range(first, head + 1) if t in mentions and mentions[t].last > head), -1)
    if named >= 0 and named == first and mentions[named].last >= end:
        return called(scene.actors.list[scene.actors.at[named]]), [scene.actors.at[named]]
    name = scene.doc.words(first, end)
    opens = scene.doc.forms[first + 1][:1].islower() and scene.tags[first] not in "JAC" and first not in mentions
    return (name[0].lower() + name[1:] if opens else name), [scene.actors.at[named]] if named >= 0 else []
