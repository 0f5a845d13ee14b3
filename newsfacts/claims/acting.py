"""Whether those counted act or undergo: "two men shot and killed a guard" tells of one killed, and of nobody shot."""

from __future__ import annotations

import re

from newsfacts.claims.context import Context, lemma_of
from newsfacts.claims.items import PEOPLE, PLURALS
from newsfacts.late import late
from newsfacts.lexicon import load_json
from newsfacts.patterns import Construction
from newsfacts.rules import FRAMES

_FLEW = late("D?[vVpPwWB]|,[^,.;&]{1,12},[vVpP]")
_ACTING = frozenset("participle bare-participle passive-after-a-past passive passive-around-a-part are-home".split())
_AT_HOME = frozenset("at when during alone asleep while watching with".split())
_GROUNDS = 4  # tokens of "on initial questioning"
_SINGLE = frozenset("he him she her i me".split())
_LEAVES = frozenset("leave find see have keep".split())
_ANSWERS = frozenset("shoot fire hit strike".split())
_CARRIES = frozenset(("carry", "transport", "ferry"))
_BRINGS = frozenset("bring take lead get have see welcome".split())


def acts(context: Context, construction: Construction, match: re.Match[str], event_at: int) -> bool:
    """Whether those counted do what a verb tells, rather than undergo it: "two men shot and killed a guard", "died after being hit"."""
    if construction.name == "intransitive" and context.chunks.string[event_at] == "G":
        between, behind = context.chunks.string[match.end("qty"):event_at], context.chunks.string[event_at + 1]
        # two nurses and the policeman guarding them; ambushed a column of 25 lorries, burning 14
        return "&" in between or between.endswith(",") and behind in "QNA"
    if construction.name == "intransitive" and (first := match.start("qty")) and context.chunks.string[first - 1] == "G" and (
            lemma_of(context, first - 1) in _CARRIES):
        return _of_one(context, match, event_at)  # a bus, carrying 41 passengers, was returning
    if construction.name == "times":
        return _one_person(context, match, event_at)
    string, first, last = context.chunks.string, *match.span("qty")
    if construction.name == "noun-of":  # a garrison of 90 troops killed or captured in the battle: they are not in place
        return string[last] in "WP" and context.doc.low[context.chunks.heads[event_at]] in load_json("events")["armed_groups"]
    if construction.name not in _ACTING:
        return False
    governor = string[first - 1] if first else ""
    if construction.name in ("bare-participle", "participle") and (
            context.doc.low[(shot := context.chunks.firsts[event_at]) - 1:shot + 1] == ["one", "shot"]) and (
            governor in tuple("vVpP") or _FLEW.match(string, event_at + 1)):
        return True  # fired one shot; one shot hit a clerk; one shot, police said, hit a clerk
    if construction.name == "participle" and lemma_of(context, event_at) == "base":
        told = context.doc.low[(end := context.chunks.lasts[event_at]):end + _GROUNDS]
        return told[:1] == ["on"] and not frozenset(load_json("events")["grounds"]).isdisjoint(told)  # held two based on a tip
    if construction.name == "bare-participle" and governor == "o" and string[event_at + 1] in tuple("NAQUV") and (
            context.doc.low[context.chunks.firsts[first - 1] - 1] == "crowd"):
        return True  # a crowd of 900 hurled stones
    back = context.doc.low[context.chunks.lasts[event_at] - 1] == "back"
    if back and string[event_at] == "P" and lemma_of(context, event_at) in _ANSWERS:
        return True  # two senators shot back at the mayor
    if construction.name == "participle" and lemma_of(context, event_at) == "lose" and "z" in string[last:event_at]:
        return True  # ten men from a boat lost near Velm
    if construction.name == "participle" and string[event_at] == "P":
        number = context.number_at.get(last - 1, context.number_at.get(first))
        if number and context.doc.low[number.last:number.last + 1] == ["of"] and (
                number.noun in (*load_json("events")["related"], *load_json("implied")["kin"])):
            return True  # nine widows of sailors lost in a storm
        at = event_at + 1
        while string[at:at + 1] == "&" and string[at + 1:at + 2] in tuple("VPvp"):
            at += 2
        if string[at:at + 1] == "D" and context.doc.low[context.chunks.lasts[at] - 1] == "old":
            at += 1  # shot and killed 38-year-old Ana Tarn
        object_ = string[at:at + 1] in tuple("NAQU") and string[at + 1:at + 2] not in tuple("vVBW")
        undergo = governor in tuple("vVpPgGI") and lemma_of(context, first - 1) in _LEAVES  # left two men wounded and damaged a home
        return at > event_at + 1 and object_ and not undergo
    if construction.name == "passive-after-a-past":
        past = next((i for i in range(last, event_at) if string[i] == "P"), None)
        return past is not None and intransitive(context, past)
    if construction.name in ("passive", "passive-around-a-part"):
        return _of_one(context, match, event_at)
    return construction.name == "are-home" and _no_homecoming(context, first, last, event_at, governor)


def _one_person(context: Context, match: re.Match[str], event_at: int) -> bool:
    """Whether what happened so many times happened to one person: "the guard was hit several times" counts no attacks."""
    beside = event_at + 1 == match.start("qty")
    if beside and context.chunks.string[event_at] != "W":
        return False  # the enemy struck 41 times
    victim = event_at - 1 if beside else event_at + 1
    chunks, actors = context.chunks, context.actors
    head = chunks.lasts[victim] - 1
    word = context.doc.low[head]
    if (who := actors.at.get(chunks.firsts[victim])) is not None:
        return actors.list[who].kind == "person"
    return word in _SINGLE or context.rules.items.get(word) in PEOPLE and not word.endswith(PLURALS)


def _of_one(context: Context, match: re.Match[str], event_at: int) -> bool:
    """Whether the verb is of one person and several are counted: "the suspect, who had killed three people, was released", "three men were
    named after a clerk was shot"; but "a group of 45 children was freed"."""
    low, last = context.doc.low, max((i for i in range(*match.span("qty")) if i in context.number_at), default=-1)
    number = context.number_at.get(last)
    if number is None or low[context.chunks.firsts[event_at]] not in ("was", "is") or (number.value is not None and number.value < 2):
        return False
    one = low[number.first] in ("a", "an") or low[number.first - 1] in ("of", "with")  # a total of 12, a man along with two others
    return number.head >= 0 and low[number.head].endswith(PLURALS) and not one


def _no_homecoming(context: Context, first: int, last: int, event_at: int, governor: str) -> bool:
    """Whether nobody returned: "were home at the time", "carried 40 pupils home", "six armies for their return back into the line"."""
    low, chunks = context.doc.low, context.chunks
    behind = low[chunks.lasts[event_at]:chunks.lasts[event_at] + 1]
    if not _AT_HOME.isdisjoint(behind) and (behind != ["with"] or low[chunks.heads[event_at]] != "back"):  # back with their families
        return True
    if event_at == last and governor in tuple("vpgiVPGI"):
        return lemma_of(context, first - 1) not in _BRINGS
    return "B" not in chunks.string[last:event_at] and chunks.firsts[event_at] - chunks.firsts[last] > 1  # but: 12 finally home


def intransitive(context: Context, at: int) -> bool:
    """Whether a past form has no object, so that what stands before it is its subject: "lost 14 trucks, and 60 soldiers surrendered"."""
    frames = context.rules.verbs.get(lemma_of(context, at), ())
    return bool(frames) and all(f.frame == FRAMES[1] for f in frames)
