"""Who did it: the subject of an active verb, the "by" of a passive, the owner of an event noun."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsfacts.actors import side_of
from newsfacts.claims.items import PEOPLE
from newsfacts.claims.roles.scene import TAGGER, called, side_of_actor, table, words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.rules import common_lemmas
from newsfacts.sources.words import verbs as speech

if TYPE_CHECKING:
    from newsfacts.claims.context import Context

_DEPTH = 6  # verbs of one subject in a row
_FAR = 40  # chunks between a verb and its subject
_VERBS = "VWPGIvwpgiB"
_SPEECH = "vpgVPG"
_DETERMINERS = frozenset("a an the this that these those its their his her our another some several many other more all both no".split())
_HEADLESS = re.compile(r"[A-Z]")
_ACTING = PEOPLE - {"body"}
_PEOPLE_ENDS = ("men", "women", "ists", "eers", "ians")
_SHARED = re.compile(r"[zD]{0,3},?&[zD]{0,2}[QNA]?[zD]{0,2}[WP]")
_SUBORDINATORS = ("after", "before", "since", "until")
ATTACK = "attack"  # an attack or weapon that the clause gives no side
NOBODY = "-"  # told, and nobody: a storm, a landslide; "lost 300 men"


def agent_of(context: Context, claim: ClaimDraft) -> int | None:
    """Sets agent and agents, or leaves them for `relate` (`claim.pending`); gives the chunk of what does it, a storm too."""
    if claim.trigger is None or claim.rule == "intransitive":  # the counted act themselves
        return None
    string, chunks = context.chunks.string, context.chunks
    at = chunks.at(claim.trigger[0])
    if string[at] in "VGIPW" and _undergoes(context, claim, at):
        claim.pending = NOBODY
        regained = claim.event == "returned" and lemma(context, at) in words_of("regains")
        if string[at] in "VIG" and (regained or lemma(context, at) in words_of("losers")):
            _loser(context, claim, at)
        return None
    who = _counted_event(context, claim, at) if string[at] in "QMz" else _actor_chunk(context, claim, at, 0)
    if who is None or (string[who] in "QM" and _counted(context, claim, who)):
        return None
    name(context, claim, who, string[at])
    return who


def _counted(context: Context, claim: ClaimDraft, chunk: int) -> bool:
    """Whether a chunk is the claim's own number, or one without a noun: the counted do not act on themselves."""
    number = context.number_at.get(chunk)
    if number is None:  # an implied one: a gunman
        return context.chunks.firsts[chunk] <= claim.first < context.chunks.lasts[chunk]
    return number is claim.number or number.head < 0


def _counted_event(context: Context, claim: ClaimDraft, at: int) -> int | None:
    """ "carried out 22 assaults", "claimed 49 lives": the subject of the verb that governs a counted event."""
    string = context.chunks.string
    left = at - 1
    while left >= 0 and string[left] in 'zD"':
        left -= 1
    if left < 0 or string[left] not in "VIGvigp" or _speaks(context, left):
        return None
    verb = lemma(context, left)
    if verb in words_of("losers"):
        _loser(context, claim, left)
    if claim.event != "attacked" and verb not in words_of("takes_lives"):
        return None
    if verb in table()["undergoes"].get(claim.event, "").split():
        return None
    return subject(context, left)


def _loser(context: Context, claim: ClaimDraft, at: int) -> None:
    """Notes who "lost", "suffered", "got back" what is counted: theirs it is."""
    found = named(context, who) if (who := subject(context, at)) is not None else None
    claim.loser = found[1][0] if found and found[1] else None


def lemma(context: Context, chunk: int) -> str:
    """The lemma of a chunk's main word."""
    word = context.doc.low[context.chunks.heads[chunk]]
    return context.rules.lemmas.get(word) or common_lemmas().get(word, word)


def _undergoes(context: Context, claim: ClaimDraft, at: int) -> bool:
    """Whether the subject of the verb does not do it: "lost 300 men", "recovered four bodies", "received 45 wounded"."""
    return lemma(context, at) in table()["undergoes"].get(claim.event, "").split()


def _actor_chunk(context: Context, claim: ClaimDraft, at: int, depth: int) -> int | None:
    """The chunk of who does what the event chunk `at` tells."""
    string = context.chunks.string
    kind = string[at]
    if kind in "WwPp":
        shared = _SHARED.match(string, at + 1)  # 28 were killed and 64 were wounded by the rebels
        return _by(string, at) or (_by(string, shared.end() - 1) if shared else None)
    if kind in "VvBIiGg":
        return subject(context, at, depth)
    if kind == "E":
        if context.doc.low[context.chunks.heads[at]] in words_of("loss_nouns"):
            return None
        found = _by(string, at)
        if found is not None:
            return found
        if at and string[at - 1] == "A":
            return at - 1
        return at if _side_word(context, at) else _light_subject(context, at, depth)
    if kind in "ST":
        left = at - 1
        while left >= 0 and string[left] in "zDQN&,q":
            left -= 1
        return subject(context, left, depth) if left >= 0 and string[left] in "VGvg" and lemma(context, left) == "leave" else None
    return None


def _light_subject(context: Context, at: int, depth: int) -> int | None:
    """ "Norland carried out a strike": the subject of the verb that governs an event noun."""
    string = context.chunks.string
    left = at - 1
    while left >= 0 and string[left] in "zDQ":
        left -= 1
    if left >= 0 and string[left] == "h":  # struck the port with a wave of 40 drones
        left -= 1
        while left >= 0 and string[left] in "zDNA":
            left -= 1
    return subject(context, left, depth) if left >= 0 and string[left] in "VIGvig" and not _speaks(context, left) else None


def _side_word(context: Context, at: int) -> bool:
    chunks = context.chunks
    return any(_side(context, token) for token in range(chunks.firsts[at], chunks.lasts[at]))


def _side(context: Context, token: int) -> str | None:
    word = context.doc.words(token, token + 1)
    return side_of(word) if _HEADLESS.match(word) else None


def _by(string: str, at: int) -> int | None:
    """The chunk after "by" behind a passive verb or an event noun."""
    end = string.find("b", at, at + 9)
    if end < 0 or any(c in ".;VWvw" for c in string[at + 1:end]):
        return None
    return next((_last(string, i) for i in range(end + 1, min(end + 3, len(string))) if string[i] in "ANQE"), None)


def _last(string: str, i: int) -> int:
    """The last chunk of a noun phrase that begins at chunk i."""
    while i + 1 < len(string) and string[i] in "NA" and string[i + 1] in "NAE":
        i += 1
    return i


def _speaks(context: Context, chunk: int) -> bool:
    return context.doc.low[context.chunks.heads[chunk]] in speech()


def subject(context: Context, at: int, depth: int = 0) -> int | None:
    """The last chunk of a verb's subject, over adjuncts, appositions, relative clauses and earlier verbs of the same subject."""
    string = context.chunks.string
    start = max(string.rfind(".", 0, at) + 1, at - _FAR)
    if depth > _DEPTH:
        return None
    i = at - 1
    if i > start and string[i] == "z" and string[at] in "VvB" and context.doc.low[context.chunks.firsts[i - 1]] in _SUBORDINATORS:
        return i  # after a car bomb killed 34
    while i >= start and string[i] in 'zD"d':
        i -= 1
    if i < start:
        return None
    c = string[i]
    if c == "," and string[at] not in "Gg":
        found = _over_aside(string, i, start)
        if found is not None:
            return found
    if c in ",&" or string[at] in "Gg" or (c in "NA" and string[at] in "Ii"):
        return _earlier_verb(context, i, start, depth)
    if c == "r":
        return _antecedent(context, i, start, depth)
    while i >= start:
        c = string[i]
        if c in 'zD"Pp':
            i -= 1
        elif c in "NAEQMU":
            first = i
            while c in "NAE" and first > start and string[first - 1] in "NA":
                first -= 1
            before = string[first - 1] if first > start else ""
            if before and before in "onthfaqb":  # conscripts of the guard
                i = first - 2
            elif before and before in "VGIvgi" and not _speaks(context, first - 1):
                return subject(context, first - 1, depth + 1)
            else:
                return i
        elif c in _VERBS:
            return subject(context, i, depth + 1)
        else:
            return None
    return None


def _over_aside(string: str, comma: int, start: int) -> int | None:
    """The noun before an aside that ends at a comma: "Olha Marn, head of the council, freed 12"."""
    opened = string.rfind(",", max(start, comma - 14), comma)
    if opened <= start or any(x in string[opened:comma] for x in "VWvw") and string[opened + 1] != "r":
        return None
    i = opened - 1
    while i > start and string[i] in "zD":
        i -= 1
    return i if string[i] in "NAEU" else None


def _earlier_verb(context: Context, i: int, start: int, depth: int) -> int | None:
    """The subject of the nearest verb to the left: "fired at the port and killed two", "hit a market, killing six"."""
    string = context.chunks.string
    for j in range(i, start - 1, -1):
        c = string[j]
        if c == ";":
            return None
        if c in "VvIiGgWwPpB":
            if c in "vp" and _speaks(context, j):
                if string[j + 1:j + 2] in (",", "."):  # "..., police said, killing"
                    continue
                return None
            if c in "WwPp":
                return _by(string, j) if c in "Ww" else (_by(string, j) or subject(context, j, depth + 1))
            if c == "I" and string[j - 1:j] in ("N", "A") and j > 1:
                governor = j - 2
                if string[governor] in "VvGg" and lemma(context, governor) in words_of("asks"):
                    return j - 1
            return subject(context, j, depth + 1)
    for j in range(i, start - 1, -1):  # a headline without a verb: "Norlandic strikes on the port, killing two"
        if string[j] == "E":
            return j
    return None


def _antecedent(context: Context, i: int, start: int, depth: int) -> int | None:
    """The noun before a relative pronoun; the head of "strikes on the port that killed" is what acts."""
    string = context.chunks.string
    j = i - 1
    last = None
    while j >= start:
        c = string[j]
        if c in ',zD"' or (c == "o" and last is not None):
            j -= 1
        elif c in "NAE":
            last = j if last is None or c == "E" else last
            while j > start and string[j - 1] in "NA":
                j -= 1
            if j > start and string[j - 1] in "onthfa":
                j -= 2 if string[j - 1] != "o" else 1
            else:
                break
        else:
            break
    return last


def name(context: Context, claim: ClaimDraft, chunk: int, kind: str) -> None:
    """Sets the agent from a noun phrase that ends at a chunk; with "A and B", both."""
    string, chunks, doc = context.chunks.string, context.chunks, context.doc
    found = named(context, chunk)
    if found is None:
        claim.pending = _pronoun(context, chunk)
        if claim.pending == NOBODY and kind in "Gg":
            claim.pending = None  # what was hit, not who hit it
        return
    text, ids = found
    first = _begin(string, chunk)
    if first >= 2 and string[first - 1] == "&" and string[first - 2] in "NA" and string[first - 3:first - 2] not in tuple("VvIGg"):
        one = first - 2
        if chunks.lasts[one] - chunks.firsts[one] == 1 and not ids and TAGGER[doc.forms[chunks.firsts[one]]] == "J":
            while one >= 2 and string[one - 1] == "," and TAGGER[doc.forms[chunks.firsts[one - 2]]] == "J":
                one -= 2
            claim.agent = doc.words(chunks.firsts[one], chunks.lasts[chunk])  # American, French and British warships
            return
        other = named(context, one)
        if other is not None and other[0] != text:
            text, ids = f"{other[0]} and {text}", other[1] + ids
    claim.agent, claim.agents = text, ids


def _begin(string: str, chunk: int) -> int:
    """The first chunk of the noun phrase that ends at a chunk."""
    while chunk > 0 and string[chunk - 1] in "NA" and string[chunk] in "NAE":
        chunk -= 1
    return chunk


def _pronoun(context: Context, chunk: int) -> str:
    """What `relate` has to resolve: a pronoun, "its strikes", "the sides", or an attack whose side is told elsewhere."""
    doc, chunks = context.doc, context.chunks
    first, last = chunks.firsts[chunk], chunks.lasts[chunk]
    head = doc.low[last - 1] if last > first else ""
    if context.chunks.string[chunk] == "U" or head in words_of("plural_sides"):
        return head
    if doc.low[first] in ("its", "their"):
        return doc.low[first]
    if all(word in _DETERMINERS or word in ("one", "others") for word in doc.low[first:last]):
        return ATTACK  # another killed three
    return ATTACK if any(TAGGER[doc.forms[t]] in "aw" for t in range(max(first, last - 2), last)) else NOBODY


def named(context: Context, chunk: int) -> tuple[str, list[int]] | None:
    """(name, actors) of the noun phrase that ends at a chunk; None where it is nobody who acts (a storm, a bomb of nobody's)."""
    doc, chunks, actors, string = context.doc, context.chunks, context.actors, context.chunks.string
    first, last = chunks.firsts[chunk], chunks.lasts[chunk]
    if string[chunk] in "NAE":
        first = chunks.firsts[_begin(string, chunk)]
    elif (number := context.number_at.get(chunk)) is not None:
        first, last = number.nlast, number.head + 1
    if last <= first:
        return None
    while doc.low[last - 1] == "'s" and last - 1 > first:
        last -= 1
    for token in range(last - 1, first - 1, -1):  # the name that ends the phrase
        who = actors.at.get(token)
        if who is not None:
            mention = actors.mention_at[token]
            actor = actors.list[who]
            if mention.last >= last:
                if actor.kind == "place" and not actor.capital:
                    return None
                return called(actor), [who]
            break
    head = last - 1
    word = doc.low[head]
    if word in words_of("plural_sides"):
        return None
    if _acts(context, first, head):
        while first < head and (doc.low[first] in _DETERMINERS or doc.low[first][:1].isdigit()):
            first += 1
        return doc.words(first, last), []
    return _weapon(context, first, last)


def _acts(context: Context, first: int, head: int) -> bool:
    """Whether a noun names people or a force."""
    word = context.doc.low[head]
    if word in words_of("agents") or word.endswith(_PEOPLE_ENDS):
        return True
    words = " ".join(context.doc.low[max(first, head - 1):head + 1])
    return (context.rules.items.get(words) or context.rules.items.get(word)) in _ACTING


def _weapon(context: Context, first: int, last: int) -> tuple[str, list[int]] | None:
    """A weapon or attack stands for the side that its words name."""
    for token in range(first, last):
        who = context.actors.at.get(token)
        if who is not None:
            actor = context.actors.list[who]
            owned = context.doc.low[context.actors.mention_at[token].last:][:1] == ["'s"]
            if (actor.kind != "place" or (actor.capital and owned)) and side_of_actor(actor):
                return called(actor), [who]
        side = _side(context, token)
        if side:
            return side, []
        group = table()["groups"].get(context.doc.low[token])
        if group:
            return group, []
    return None
