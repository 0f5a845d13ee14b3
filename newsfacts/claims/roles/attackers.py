"""Who attacked, as what befell people is told: "nine were killed when gunmen opened fire", "five dead as gunman sprays crowd"."""

from __future__ import annotations

from itertools import pairwise

from newsfacts.actors.sides import adjective_side
from newsfacts.claims.roles.scene import TAGGER, forms_of, side_of_actor, strikes_out, table, words_of
from newsfacts.claims.roles.subjects import by_phrase, subject
from newsfacts.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from newsfacts.claims.context import Context
    from newsfacts.drafts import ClaimDraft

_SIDES = 9  # chunks, and tokens of a headline
_WHEN = 14  # chunks of "58 wounded, seven of them seriously, when"
_SENTENCE = 14  # chunks from "sentenced" to the crime
_SPREE = 4  # tokens from "went" to "on a shooting spree"
_FOUGHT = 6  # tokens from "killed" to "with"
_TRIED = 6  # chunks from "charged" to the attack
_VERDICT = 12  # tokens from "sentenced" to "for"
_MODIFIERS = 5  # tokens from "of" to the deed
_FOUND = ("guilty", "responsible")
_CLAUSE_ENDS = frozenset(". ; : , said says involved planning plotting attempting".split())  # no deed of theirs, or not done
_FIRE = 14  # tokens from "drowned" to "under fire from"
_ARMS = 6  # tokens from "sends" to the drones
BLAMES = frozenset(("blame", "blames", "blamed", "accused", "accuse", "accuses"))
_AIMED = 7  # tokens from the dead to "on"
_BLAME = frozenset(("blaming", "blamed", "accusing"))
_DEEDS = frozenset("carrying targeting attacking shelling bombing striking firing opening being killing shooting".split())
_TELLERS = frozenset("it they he she who and".split())  # before "blamed the army"
_BLAME_ENDS = frozenset(". , ; for".split())
_CARRYING = frozenset("armed wielding carrying brandishing".split())
_MASKED = frozenset(("armed", "masked", "hooded"))
_ADJECTIVES = 3  # tokens from "as" to who attacks


def attacker(context: Context, at: int) -> int | None:
    """Who attacked as what befell people is told: "nine were killed when gunmen opened fire"; "when police opened fire, nine were hurt"."""
    string, chunks, low = context.chunks.string, context.chunks, context.doc.low
    if low[chunks.heads[at]] == "lynched":
        return None  # two guards were lynched after one opened fire
    if (by := _under_fire(context, at)) is not None:
        return by
    if not context.doc.keys.isdisjoint(BLAMES) and (culprit := blamed_before(context, at)) is not None:
        return culprit
    if (foe := _in_a_fight(context, at)) is not None:
        return foe
    for i in range(at + 1, min(at + _WHEN, len(string) - 2)):
        if string[i] in ".;VvIi":
            break
        masked = string[i + 1] == "p" and low[chunks.firsts[i + 1]] in _MASKED
        if low[chunks.firsts[i]] in words_of("when") and (masked or string[i + 1] in "NAzQ"):
            who = _who_attacks(context, i)
            return None if who is not None and low[chunks.firsts[i]] != "when" and _outward(context, at, i, who) else who
    start = max(string.rfind(".", 0, at) + 1, at - _SENTENCE)
    opens = next((i for i in range(start, at) if low[chunks.firsts[i]] == "when" and string[i + 1] in "NAz"), -1)
    if opens < 0 or sum(string[i] in "VvPpBIiGg" for i in range(opens, at)) > 1:
        return None
    return _who_attacks(context, opens)


def _under_fire(context: Context, at: int) -> int | None:
    """Who fires in "nine drowned when their boat sank under fire from pirates"."""
    low, chunks = context.doc.low, context.chunks
    begin, end = chunks.lasts[at], min(chunks.lasts[at] + _FIRE, context.doc.sents[chunks.sentences[at]][1] - 1)
    if "fire" not in low[begin:end]:
        return None
    fire = low.index("fire", begin, end)
    if low[fire - 1] != "under" or low[fire + 1] != "from":
        return None
    return chunks.at(fire + 2 + (low[fire + 2] == "the"))


def _in_a_fight(context: Context, at: int) -> int | None:
    """With whom those who fell fought: "was killed in a gunfight with security forces", "in an encounter with the police"."""
    raw, chunks, low = context.chunks.raw, context.chunks, context.doc.low
    begin = chunks.lasts[at]
    fight = next((t for t in range(begin + 1, min(begin + _FOUGHT, len(low) - 1)) if low[t + 1] in ("with", "against")), -1)
    if low[begin:begin + 1] == ["fighting"] and low[begin + 1:begin + 2] not in (["in"], ["near"], ["for"], ["on"], ["alongside"]):
        fight = begin - 1 + (low[begin + 1:begin + 2] in (["with"], ["against"]))  # nine soldiers were killed fighting rebels
    elif fight < 0 or low[fight] not in words_of("two_sided") and low[fight] != "fighting" or low[begin] not in ("in", "during"):
        return None
    foe = chunks.at(min(fight + 2 + (low[fight + 2:fight + 3] == ["the"]), len(low) - 1))
    while raw[foe] in "NA" and raw[foe + 1:foe + 2] in ("N", "A"):
        foe += 1
    return foe if raw[foe] in "NA" else None


def _who_attacks(context: Context, i: int) -> int | None:
    """The last chunk of who attacks in the clause that a chunk opens: "when gunmen opened fire"."""
    string, chunks, low = context.chunks.string, context.chunks, context.doc.low
    who = i + 1 + (string[i + 1] == "z" and chunks.raw[i + 1] not in "NA" and string[i + 2] in "NA" or string[i + 1] == "p")
    while string[who] in "NA" and string[who + 1:who + 2] in ("N", "A"):
        who += 1
    verb = _behind_the_armed(context, who) if _armed(context, who) else who + 1
    if string[verb:verb + 2] == "hN":
        verb += 2  # officers with canes
    fired = string[verb:verb + 2] == "Pb" and low[chunks.heads[verb]] in words_of("fired")
    if fired and (by := by_phrase(string, verb)) is not None:
        return by  # when a drone fired by Norland hit a bus
    struck = string[verb:verb + 1] in ("W", "w") and low[chunks.heads[verb]] in forms_of("assaults")
    if struck and (by := by_phrase(string, verb)) is not None:
        return by  # when their village was overrun by rebels
    laid = next((j for j in range(verb + 1, min(verb + _SIDES, len(string) - 1)) if string[j:j + 2] in ("Pb", "pb") and (
        low[chunks.heads[j]] in ("planted", "laid"))), -1)
    if laid >= 0 and ";" not in string[verb:laid] and "." not in string[verb:laid]:
        return by_phrase(string, laid)  # two died when their van ran over a mine planted by bandits
    if string[verb:verb + 1] in ("V", "P") and _drives(context, who, verb):
        return None  # when a military truck hit a tree, two army helicopters crashed
    if string[verb:verb + 1] in ("V", "v", "P", "p") and low[chunks.heads[verb]] in forms_of("assaults"):
        mined = verb + 1 < len(string) and low[chunks.lasts[verb + 1] - 1] in ("mine", "mines", "landmine", "bomb")
        raided = _armed(context, who) and low[chunks.heads[verb]] not in ("hit", "hits", "struck", "strikes")  # when gunmen raided a mine
        return None if mined and not raided else who  # twelve were hurt when their vehicle hit a mine
    if string[verb:verb + 1] in ("V", "v", "P", "p") and low[chunks.heads[verb]] in forms_of("breaks_in") and _armed(context, who):
        return who  # two were hurt when five armed men entered the clinic
    if string[verb:verb + 1] in ("V", "v", "P", "p") and low[chunks.heads[verb]] in forms_of("runs") and not (
            words_of("riots").isdisjoint(low[chunks.lasts[verb]:chunks.lasts[verb] + _SPREE])):
        return who  # two were stabbed when gangs ran riot, as a guard went on a rampage
    return None


def _drives(context: Context, who: int, verb: int) -> bool:
    """Whether a chunk names a car, or a craft that a verb tells to crash: nobody attacks."""
    item = context.rules.items.get(context.doc.low[context.chunks.lasts[who] - 1])
    mishap = context.doc.low[context.chunks.heads[verb]] in forms_of("mishaps")
    return item == "vehicle" or mishap and item in ("aircraft", "helicopter", "ship")


def _behind_the_armed(context: Context, who: int) -> int:
    """The chunk after "gunmen in the Karo region", "masked men armed with a rifle and two grenades"."""
    string, chunks, low = context.chunks.string, context.chunks, context.doc.low
    end = min(who + _SIDES, len(string) - 1)
    if low[chunks.firsts[who + 1]] in _CARRYING or low[chunks.lasts[who] - 1] in _CARRYING:
        return next((j for j in range(who + 1, end) if string[j] not in "hNAQ&,z-" and low[chunks.firsts[j]] not in _CARRYING), who + 1)
    return next((j for j in range(who + 1, end) if string[j] != "z"), who + 1)


def _outward(context: Context, at: int, opens: int, who: int) -> bool:
    """Whether those who attack in a clause strike from the land in which people came to harm: "killed in Lebanon as Hezbollah fired"."""
    chunks, actors = context.chunks, context.actors
    end = context.doc.sents[chunks.sentences[at]]
    acting = next((t for t in range(chunks.lasts[who] - 1, chunks.firsts[opens], -1) if t in actors.at), -1)
    side = side_of_actor(actors.list[actors.at[acting]]) if acting > 0 else adjective_side(context.doc, chunks.firsts[opens] + 1)
    return side is not None and strikes_out(side, actors, end[0], chunks.firsts[opens], end[1])


def _armed(context: Context, chunk: int) -> bool:
    """Whether a noun names men who come to harm: "five armed men", "masked raiders", "gunmen"."""
    first, last = context.chunks.firsts[chunk], context.chunks.lasts[chunk]
    return context.doc.low[last - 1] in words_of("outlaws") or not _MASKED.isdisjoint(context.doc.low[first:last])


def blamed(context: Context, at: int) -> int | None:
    """The last chunk of whom the sentence blames for what befell people: "..., a doctor said, blaming the militia", "in a raid blamed on
    bandits", "the clinic said, and it blamed the army"."""
    string, chunks, low = context.chunks.string, context.chunks, context.doc.low
    if context.doc.keys.isdisjoint(_BLAME):
        return None
    end = string.find(".", at)
    for i in range(at + 1, end if end > 0 else len(string)):
        if low[chunks.heads[i]] in _BLAME:
            who, told = i + 1, False
            if who >= len(string) - 1:
                return None  # a text cut off
            if low[chunks.firsts[who]] == "on":
                who, string = who + 1, chunks.raw  # an adjunct there
                who += low[chunks.firsts[who]] in ("the", "a", "an") and chunks.lasts[who] - chunks.firsts[who] == 1
            elif low[chunks.heads[i]] == "accusing":
                told = True
            elif low[chunks.heads[i]] != "blaming" and not (told := string[i] in "VvPp" and low[chunks.firsts[i] - 1] in _TELLERS):
                continue
            who += string[who:who + 1] == "z" and string[who + 1:who + 2] in ("N", "A")
            while string[who:who + 2] in ("NA", "AN", "NN", "AA"):
                who += 1
            behind = low[chunks.lasts[who]:chunks.lasts[who] + 2]
            if told and _BLAME_ENDS.isdisjoint(behind[:1]) and (behind[:1] != ["of"] or _DEEDS.isdisjoint(behind)):
                continue  # and blamed the rise on smugglers, accusing the army of hiding the toll
            return who if string[who:who + 1] in ("N", "A", "z") else None
    return None


def blamed_before(context: Context, at: int) -> int | None:
    """The last chunk of whom somebody blames for the attack in which people fell: "blamed the rebels for a raid in which nine died"."""
    string, chunks, low = context.chunks.string, context.chunks, context.doc.low
    first = max(string.rfind(".", 0, at) + 1, at - _SENTENCE)
    verb = next((i for i in range(at - 1, first, -1) if low[chunks.heads[i]] in BLAMES and string[i] in "VvIGgPp"), -1)
    if verb < 0:
        return None
    who = verb + 1 + (string[verb + 1] == "z")
    while string[who] in "NA" and string[who + 1] in "NA":
        who += 1
    if string[who] not in "NA" or low[chunks.lasts[who]:chunks.lasts[who] + 1] != ["for"]:
        return None
    deed = next((i for i in range(who + 2, min(who + 5, at)) if (
        TAGGER[word := low[chunks.lasts[i] - 1]] == "a" or word in words_of("acts_of"))), -1)
    between = low[chunks.lasts[deed]:chunks.firsts[at]] if deed > 0 else []
    told = between in (["that"], ["which"], [",", "which"]) or ("in", "which") in pairwise(between)  # for a blast that killed nine
    return who if told and not {";", "after", "since"} & {*low[chunks.lasts[who]:chunks.firsts[at]]} else None


def in_a_headline(context: Context, at: int, event: str) -> str | None:
    """Who attacks in the short present of a headline: "five dead as gunman sprays crowd with bullets"; of the arrested, who arrests."""
    low = context.doc.low
    last = context.doc.sents[context.chunks.sentences[at]][1]
    for token in range(context.chunks.lasts[at], min(context.chunks.lasts[at] + _SIDES, last - 2)):
        if low[token] == "as":
            first = token + 1
            near = range(first, min(first + _ADJECTIVES, last - 1))
            if event == "detained":
                takers = table()["takers"][event].split()  # nine arrested as riot police raid flats
                taker = next((t for t in near if low[t] in takers), -1)
                return context.doc.words(first, taker + 1) if taker >= 0 else None
            head = next((t for t in near if low[t] in words_of("agents") or low[t] in words_of("outlaws")), -1)
            if (head := next((t for t in near if low[t + 1] in ("opens", "open") and low[t + 2] == "fire"), head)) < 0:
                return _side_attacks(context, first, context.chunks.firsts[at])
            attacks = head > 0 and low[head + 1] in forms_of("assaults") and not low[head + 1].endswith("ed")
            return context.doc.words(first, head + 1) if attacks else None
    return None


def raiders_in_a_headline(context: Context, at: int) -> str | None:
    """Who storms or raids in the headline that a verb goes on: "Gunmen storm camp in Velm, take 12 hostages", where the first verb may be
    read as a noun."""
    doc, low = context.doc, context.doc.low
    first = doc.sents[context.chunks.sentences[at]][0]
    head = next((t for t in range(first, min(first + _ADJECTIVES, context.chunks.firsts[at] - 1))
                 if low[t] in words_of("agents") or low[t] in words_of("outlaws")), -1)
    attacks = head >= 0 and low[head + 1] in forms_of("assaults") and not low[head + 1].endswith("ed")
    text = doc.words(first, head + 1)
    return (text[0].lower() + text[1:] if head == first else text) if attacks else None


def _side_attacks(context: Context, first: int, told: int) -> str | None:
    """The country or body that attacks in the short present of a headline: "three killed as Norland bombs camp", "fires 40 drones"; not
    where people came to harm, as told from a token on, in its own land."""
    low, actors = context.doc.low, context.actors
    who = actors.at.get(first)
    if who is None or actors.list[who].kind not in ("country", "organization", "group"):
        return None
    verb = actors.mention_at[first].last
    fires = low[verb] in words_of("fires") and any(TAGGER[form] == "w" for form in context.doc.forms[verb + 1:verb + _ARMS])
    attacks = low[verb] in forms_of("assaults") and not low[verb].endswith("ed")
    end = context.doc.sents[context.doc.sentence_of(first)][1]
    outward = (fires or attacks) and strikes_out(side_of_actor(actors.list[who]), actors, told, first, end)
    return context.doc.words(first, verb) if (fires or attacks) and not outward else None


def culprit(context: Context, deed: int) -> int | None:
    """Who is blamed for, tried over or guilty of the deed that a chunk names: "was blamed for the kidnapping of nine nurses", "found two
    officers guilty of killing four", "is suspected of eight murders", "a court jailed two brothers for the murder of three tourists"."""
    low, chunks, first = context.doc.low, context.chunks, context.chunks.firsts[deed]
    if context.doc.keys.isdisjoint(words_of("guilt")):
        return None
    least = context.doc.sents[chunks.sentences[deed]][0]
    link = next((t for t in range(first, max(least, first - _MODIFIERS), -1) if low[t] in words_of("tried_for")), -1)
    near = range(link - 1, max(least, link - _VERDICT) - 1, -1) if link > 0 else ()
    told = next((t for t in near if low[t] in words_of("guilt") or low[t] in _CLAUSE_ENDS), -1)
    if told < 0 or low[told] in _CLAUSE_ENDS:
        return None
    string, at = chunks.string, chunks.at(told)
    if "G" in string[at + 1:deed]:
        return None  # suspected of planning the murder
    if low[told] not in _FOUND:
        if string[at] in "Ww":
            return subject(context, at)
        who = at + 1 + (string[at + 1] == "z")
        if string[at] not in "VvPp" or who >= deed:
            return None
        if string[who] not in "NAQ":
            return at - 1 if string[at - 1] in "NAQ" else _aside_on(context, at)  # the men accused of killing nine
    elif string[at - 1] in "NAQUD" or chunks.firsts[at] < told and string[at - 1] in "VPvp":
        return at - 1 if string[at - 1] in "NAQUD" else at  # found two officers, Ivo Tarn, him guilty of killing four
    else:
        verb = at - 1 - (string[at - 1] == "z")
        return subject(context, verb) if string[verb] in "VvPpWwB" else None  # pleaded guilty to the murder of nine
    while string[who + 1] in "NA":
        who += 1
    return who


def _aside_on(context: Context, at: int) -> int | None:
    """Who opens a sentence, with an aside on him that a participle opens: "Soldiers from Velm, accused of killing nine,"."""
    string = context.chunks.string
    begins = string.rfind(".", 0, at) + 1
    if string[at] not in "Pp" or string[at - 1] != "," or string.find(",", at) < 0:
        return None
    who = begins
    while who < at - 1 and string[who] == "z":
        who += 1
    while string[who + 1] in "NA":
        who += 1
    plain = string[who] in "NAQ" and not string[who + 1:at - 1].strip("znNAobU")
    return who if plain and who < at - 1 else None


def blamed_for(context: Context, claim: ClaimDraft, at: int) -> int | None:
    """Whom somebody blames for deaths: "blamed soldiers for the deaths of nine men", "blamed the deaths of nine men on the army"."""
    string, chunks, low = context.chunks.string, context.chunks, context.doc.low
    if context.doc.keys.isdisjoint(BLAMES):
        return None
    if at > 1 and string[at - 1] == "f" and string[at - 2] in "Ww" and low[chunks.heads[at - 2]] in BLAMES:
        return subject(context, at - 2)  # the army is blamed for the deaths of nine
    if at > 1 and string[at - 1] in "fo" and string[at - 2] in "NAQ":
        verb = at - 3
        while verb > 0 and string[verb] in "zNA":
            verb -= 1
        return at - 2 if low[chunks.heads[verb]] in BLAMES else None
    cause = at - 1 - (string[at - 1] == "z")
    if cause > 2 and low[chunks.heads[cause]] == "causing" and string[cause - 1] == "o" and string[cause - 2] in "NAQ":
        accuses = cause - 3 - (string[cause - 3] == "z")  # accused guards of causing the deaths
        return cause - 2 if low[chunks.heads[accuses]] in BLAMES else None
    verb = at - 1 - (string[at - 1] == "z")
    end = min(claim.last + _AIMED, len(low) - 1)
    on = low.index("on", claim.last, end) if low[chunks.heads[verb]] in BLAMES and "on" in low[claim.last:end] else -1
    if on < 0:
        return None
    who = chunks.at(on + 1 + (low[on + 1] == "the"))
    while context.chunks.raw[who] in "NA" and context.chunks.raw[who + 1:who + 2] in ("N", "A"):
        who += 1
    return who if context.chunks.raw[who] in "NA" else None


def tried_over(context: Context, at: int) -> int | None:
    """Who is tried or blamed for the attack that a chunk names: "two men were convicted over the bombing that", "charged three students
    with an attack that", "Ivo Tarn is accused of a massacre that"."""
    string, chunks, low = context.chunks.string, context.chunks, context.doc.low
    head = low[chunks.lasts[at] - 1]
    if context.doc.keys.isdisjoint(words_of("guilt")) or TAGGER[head] != "a" and head not in words_of("crimes") and string[at] != "G":
        return None
    if (found := culprit(context, at)) is not None:
        return found
    left = at - 1
    while left > 0 and string[left] in "zofhDN" and at - left < _TRIED:
        left -= 1
    word = low[chunks.heads[left]]
    verb = left - 1 - (string[left - 1] == "z")
    if string[left] in "QA" and string[left + 1] in "ofh" and string[verb] in "VPvp":
        return left if low[chunks.heads[verb]] in words_of("tries") else None
    linked = low[chunks.lasts[left] - 1] if chunks.lasts[left] - 1 > chunks.heads[left] else low[chunks.firsts[left + 1]]
    if string[left] not in "WwPp" or word not in words_of("tries") or linked not in words_of("tried_for"):
        return None
    return subject(context, left) if string[left] in "Ww" else left - 1 if string[left - 1] in "NAQ" else None
