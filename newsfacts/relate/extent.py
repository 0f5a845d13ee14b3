"""What befell more places than the one told before, or a whole country: sums since some day, a side's losses of a war, what a country
counts, whom it hosts."""

from __future__ import annotations

from itertools import pairwise, takewhile

from newsfacts.claims.roles.scene import Scene, forms_of, words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.lexicon import load_json
from newsfacts.relate.asides import since_told
from newsfacts.tokens import Doc

_ARMY = frozenset("soldier tank armoured_vehicle vehicle weapon aircraft helicopter ship air_defence_system".split())
_CLAUSES = frozenset(((",", "and"), (",", "but"), (",", "while")))
_WITHIN = ("in", "across", "throughout")
_PARTS = ["parts", "of"]  # in other parts of the country
_ELSEWHERE = 4  # tokens of "were killed elsewhere"
_OVER = ("in", "across", "throughout", "over")
_LANDS = 5  # tokens of "over eight central regions"
_AT_ONCE = ("rescued", "evacuated", "damaged", "destroyed", "detained")  # in the perfect too, of the event told
_OWNS = frozenset(("'s", "\u2019s"))
_SUFFERED = frozenset("killed wounded casualties missing destroyed damaged displaced evacuated outage".split())
_RIGHT_THERE = frozenset(("in", "at", "near", "from"))
_IN_TOWN = frozenset(("recorded", "registered", "logged", "saw"))  # no state acts so
_HAS = frozenset(("has", "have", "had", "also", "alone"))
_TAKEN_IN = ("received", "admitted", "treated")
_RIGHT_BEHIND = 2  # tokens
_COUNTED = 6  # tokens from the comma: , less than a day after
_SEARCH = frozenset(("search", "rescue"))
_SCENE = frozenset(("scene", "site", "area"))
_SENT = 14  # tokens from a number to "to the scene"
_SHOT = ("shot", "shoots", "shoot", "shooting", "stabbed", "stabbing")
_FEW = 300  # no toll of a war
_VICTIMS = frozenset("person civilian child worker".split())
_WAR = 1000  # more died in no one place


def shot(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether casualties are those of one event, no toll of a war: "four were shot, one fatally", "no casualties were reported"."""
    if claim.event != "casualties" or claim.trigger is None:
        return False
    doing = doc.low[claim.trigger[0]].endswith("ing") and claim.rule == "active-object"  # struck a base, killing or wounding 40
    return claim.value == 0 or claim.rule == "shots-hit-people" or doing or doc.low[claim.trigger[0]] in _SHOT


def of_one_event(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether casualties may be those of the event told of: so few that they are no toll of a war: "a strike caused 35 casualties"."""
    if shot(doc, claim):
        return True
    few = claim.item in _VICTIMS and claim.affiliation is None and 0 < (claim.value or claim.low or 0) < _FEW
    return few and claim.event == "casualties" and claim.trigger is not None and claim.loser is None and claim.modality == "asserted" and (
        words_of("perfect").isdisjoint(doc.low[max(doc.sents[claim.sentence][0], claim.trigger[0] - 4):claim.trigger[1]]))


def host_of(claim: ClaimDraft, scene: Scene) -> str | None:
    """The country or town that hosts refugees: "Norland, which hosts 40,000 refugees"."""
    if claim.trigger is None or scene.doc.low[claim.trigger[0]] not in forms_of("hosting"):
        return None
    at = claim.trigger[0] - 1
    while scene.doc.low[at] in ("which", ",", "has", "have", "now", "already", "also", "that", "currently") and at > 0:
        at -= 1
    who = next((n for n in (scene.actors.at.get(t) for t in range(at, max(at - 3, -1), -1)) if n is not None), None)
    return scene.actors.list[who].name if who is not None and scene.actors.list[who].kind in ("country", "place") else None


def counting(claim: ClaimDraft, scene: Scene) -> str | None:
    """The country that counts its own: "Norland reported 13 deaths"."""
    if claim.source_actor is None or (claim.cue or "").lower() not in ("reported", "recorded", "registered", "reports", "put"):
        return None
    source = scene.actors.list[claim.source_actor]
    return source.name if source.kind == "country" and claim.affiliation in (None, source.name) else None


def town_counting(claim: ClaimDraft, scene: Scene) -> str | None:
    """The town or region that counts its own: "Velm recorded 61 deaths, while Karo had 22"."""
    low, number = scene.doc.low, claim.number
    if number is None or low[number.first - 1] not in words_of("counts_own") or not _RIGHT_THERE.isdisjoint(low[claim.last:claim.last + 2]):
        return None
    at, begins = number.first - 2, scene.doc.sents[claim.sentence][0]
    at -= low[at] in _HAS
    who = next((n for n in (scene.actors.at.get(t) for t in range(at, max(at - 3, begins - 1), -1)) if n is not None), None)
    actor = scene.actors.list[who] if who is not None else None
    if actor is None or actor.kind != "place" or actor.capital and low[number.first - 1] not in _IN_TOWN:
        return None
    ends = {m.last for t in range(max(begins, at - _LANDS + 1), at + 1) if (m := scene.actors.mention_at.get(t)) is not None
            and scene.actors.at.get(t) == who}
    return actor.name if at + 1 in ends or at in ends and low[at] in words_of("lands") else None


def calamity_of(claim: ClaimDraft, scene: Scene) -> str | None:
    """The country whose own disaster or accident harmed somebody: "Norland's worst floods in years killed nine people"."""
    if claim.trigger is None or claim.agent is not None or claim.event not in _SUFFERED:
        return None
    low, begins = scene.doc.low, scene.doc.sents[claim.sentence][0]
    for k in range(begins + 1, min(claim.trigger[0], begins + _COUNTED)):
        if low[k] in _OWNS and scene.tags[k - 1] == "C" and not words_of("calamities").isdisjoint(low[k + 1:k + 1 + _COUNTED]):
            who = scene.actors.at.get(k - 1, scene.actors.at.get(k - 2))
            return scene.actors.list[who].name if who is not None and scene.actors.list[who].kind == "country" else None
    return None


def summed(doc: Doc, claim: ClaimDraft, first: int, last: int) -> bool:
    """Whether a claim sums up what has happened since some day, in more places than the one told before; the tokens
    first..last are its sentence."""
    t = claim.timex
    helped = claim.event in _AT_ONCE or claim.event == "provided" or helping(doc, claim) or claim.item == "body" or claim.trigger and (
        doc.low[claim.trigger[0]].startswith("hospitali") or doc.low[claim.trigger[0]] == "buried" or taken_in(doc, claim)) or (
        claim.event == "missing" and claim.rule == "state") or (  # nine have not been found
        claim.event == "intercepted" and claim.item == "attack")  # six of these attacks have been repelled
    clause = range(max(0, claim.trigger[0] - 4), claim.trigger[1]) if claim.trigger and not helped else ()
    if any(doc.low[k] in words_of("perfect") and k + 1 != claim.first and doc.low[k + 1] not in words_of("owning_up")
           and doc.low[k - 1] != "to" for k in clause):
        return True  # not: have acknowledged nine deaths, claimed to have killed nine, have nine men missing
    if t is not None and t.type == "TIME" and t.to is not None:
        return False  # since this morning
    return (t is not None and t.from_ is not None and t.to is None) or since_told(doc, claim, first, last)


def taken_in(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether a hospital tells whom it has got, of the event told: "we have received 17 injured"."""
    return claim.event == "wounded" and claim.trigger is not None and doc.low[claim.trigger[0]] in _TAKEN_IN


def of_a_war(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether so many are a side's losses of a war, not of a day at a place: "the institute put Norlandic deaths at 40,000"."""
    if of_the_war(doc, claim, words_of("wars")):
        return True
    put = claim.affiliation is not None and (claim.cue or "").lower() in ("put", "puts", "noted", "estimated", "estimates")
    if claim.rule == "counted-at" and claim.affiliation is not None and claim.item in _ARMY:
        return True  # puts Norlandic losses at 840 troops and three tanks
    return (claim.item == "soldier" or put and claim.item == "person") and (claim.value or claim.low or 0) > _WAR


def of_the_war(doc: Doc, claim: ClaimDraft, wars: frozenset[str]) -> bool:
    """Whether a claim's sentence tells of the whole war: "the war has displaced 900", "the civil war, now in its third year, has ..."."""
    first = doc.sents[claim.sentence][0]
    at = first + 1 + (doc.low[first + 1:first + 2] == ["civil"])
    return doc.low[first] == "the" and at < len(doc.low) and doc.low[at] in wars


def another_day(doc: Doc, claim: ClaimDraft, claims: list[ClaimDraft], sentence: int) -> bool:
    """Whether a claim has a day that is none of those of the claims in a sentence near the start, which tells the report's main event."""
    days = [c.timex for c in takewhile(lambda c: c.sentence <= sentence, claims) if c.sentence == sentence and c.timex]
    t = claim.timex
    return t is not None and bool(days) and doc.sentence_of(t.first) != sentence and all(
        t.value != day.value and not (t.from_ and t.from_ <= (day.to or "9") and (day.from_ or "") <= (t.to or "9")) for day in days)


def told_anew(doc: Doc, claims: list[ClaimDraft], k: int) -> int | None:
    """Where another clause of a claim's sentence tells the same event anew: "nine died in May, and days later 12 died in Velm"."""
    claim = claims[k]
    for other in claims[k + 1:k + 5]:
        if other.sentence != claim.sentence:
            return None
        if other.event == claim.event and other.trigger != claim.trigger and other.value != claim.value and other.part_of is not claim:
            between = doc.low[claim.last:other.first]
            return other.first if ";" in between or any(pair in _CLAUSES for pair in pairwise(between)) else None
    return None


def wider(doc: Doc, claim: ClaimDraft, tags: str) -> bool:
    """Whether a toll may be that of more than the day's event told before: of a war, of an illness, of another place."""
    first, last = doc.sents[claim.sentence]
    words = doc.low[first:last]
    longer = words_of("overall", "wars", "campaigns", "nature")
    return of_a_war(doc, claim) or (claim.low or claim.value or 0) > _WAR or not longer.isdisjoint(words) or "PG" in tags[first:last]


def elsewhere(doc: Doc, first: int, last: int) -> bool:
    """Whether a sentence tells of another place than the report's town: "separately, ...", "in the region", "across the country"."""
    if not words_of("elsewhere_told").isdisjoint(doc.low[first:first + 4]):
        return True
    return in_the_land(doc, first, last)


def told_elsewhere(low: list[str], first: int, end: int, last: int) -> bool:
    """Whether a sentence that opens at a token, or the words behind a number, tell of other places than those told before: "Elsewhere, nine
    people died", "nine more died elsewhere"."""
    return low[first] == "elsewhere" or "elsewhere" in low[end:min(end + _ELSEWHERE, last)]


def in_the_land(doc: Doc, first: int, last: int) -> bool:
    """Whether the tokens first..last tell of a whole region or country that they do not name: "in the state", "across the country"."""
    low, wide = doc.low, words_of("provinces", "nations", "lands")
    return any(low[t] in wide and low[t - 1] == "the" and (low[t - 2] in _WITHIN or low[t - 3:t - 1] == _PARTS) and (
        low[t + 1:t + 2] != ["of"])
               for t in range(first + 2, last))


def counted_from(words: list[str]) -> bool:
    """Whether words go on to another event, from which time is counted: ", hours after Norland had ..." """
    return any(words[k] in ("after", "before") and words[k - 1] in words_of("spans") and "," in words[max(0, k - _COUNTED):k]
               for k in range(1, len(words)))


def over_the_land(doc: Doc, claim: ClaimDraft, last: int) -> bool:
    """Whether a claim that begins a sentence or ends its clause before a token is told of the whole country: "nationwide"."""
    first = doc.sents[claim.sentence][0]
    end = max(claim.last, claim.trigger[1] if claim.trigger else 0)
    return not words_of("over_land").isdisjoint((doc.low[first], *doc.low[end:min(end + _COUNTED, last)]))


def over_land_told(low: list[str], end: int, until: int) -> bool:
    """Whether "nationwide" stands right behind the words of a claim that end at a token, before a place."""
    return not words_of("over_land").isdisjoint(low[end:min(end + _RIGHT_BEHIND, until)])


def over_several(doc: Doc, claim: ClaimDraft, first: int, last: int) -> bool:
    """Whether a sentence, the tokens first..last, tells that several lands or towns saw what it counts: "40 were held in six cities"."""
    low, many = doc.low, words_of("counted_lands")
    if many.isdisjoint(doc.keys) or claim.value == 1:
        return False
    near = (t for t in range(first + 2, last) if low[t] in many and (t >= claim.last or t < claim.first))
    return any(low[k] in _OVER and counted_number(low[k + 1]) for t in near for k in range(max(first, t - _LANDS), t - 1))


def counted_number(word: str) -> bool:
    """Whether a word counts: 90, nine, several."""
    return word.isdigit() or word in ("several", "many", "multiple") or word in load_json("numbers")["cardinals"]


def pardoned(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether a state lets its own prisoners go, all over the country: "in an amnesty", "pardoned"."""
    first, last = doc.sents[claim.sentence]
    return not words_of("pardons").isdisjoint(doc.low[first:last])


def at_work(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether rescuers, doctors, police are told to be where the event was, or others are sent "to the scene"."""
    if claim.event != "deployed":
        return False
    end = max(claim.last, claim.trigger[1] if claim.trigger else 0)
    sent = any(doc.low[t - 2:t] == ["to", "the"] and doc.low[t] in _SCENE for t in range(end + 2, min(end + _SENT, len(doc.low))))
    searching = any(doc.low[t - 1] == "the" and doc.low[t - 2] in ("in", "join", "joined") and doc.low[t] in _SEARCH
                    for t in range(end + 1, min(end + _SENT, len(doc.low))))
    searching = searching or doc.low[end - 1] in words_of("searching") or any(
        doc.low[t - 3:t] == ["part", "in", "the"] and doc.low[t] in words_of("deeds_again", "stormings")
        for t in range(claim.last, min(claim.last + _SENT, len(doc.low))))
    return claim.item == "worker" and claim.modality == "asserted" or sent or searching or helping(doc, claim)


def helping(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether those sent came to help where the report's event was: rescuers, ambulances, divers."""
    sent = claim.event == "deployed" and claim.modality == "asserted"
    return sent and not words_of("helpers").isdisjoint(doc.low[claim.first:claim.last])
