"""When a report's main event was: by the lead, or by a sentence that dates what was told before it."""

from __future__ import annotations

from newsfacts.claims.roles.scene import words_of
from newsfacts.dates.calendar import ordinal
from newsfacts.drafts import ClaimDraft, Timex
from newsfacts.relate.asides import since_told
from newsfacts.relate.dated import Times
from newsfacts.tokens import Doc

_LEAD = 2  # sentences
_SOON = 3  # sentences
_DAY = len("2025-03-04")
_RECENT = 14  # days
_PAST = 30  # days from a deed to its trial
_NOUN = 5  # tokens from "the" to the noun of an event: the coal and gas blast
_VERB = 7  # tokens from the noun to its verb: the riot in Velm prison began
_ASIDE = ("of", "before", "after", "since", "until")
_IN_THE = frozenset(("in", "by", "of", "from"))
_THAT = ("that", "which")
_NO_CRASH = frozenset[str]()
_ROAD = frozenset("road highway motorway track tracks rails runway carriageway".split())
_HIT = frozenset("hit attacked ambushed bombed struck targeted shelled hijacked".split())
_CAME = 10  # tokens of "The gunmen, riding on motorcycles, stormed"
_HAD = frozenset(("had", "who", "that", "to"))
_NAMED = 5  # tokens of "Cyclone Karo, which"
_STRUCK = 12  # tokens from "that struck" to the day
_STOPS = frozenset(",;:")
_WHEN = ("when", "after")
_THING = 7  # tokens from "when" to what came to grief
_FELL = 4  # tokens from it to its verb
_WITH_PARTICLE = ("went", "caved", "gave", "caught", "left")
_PARTICLES = (["down"], ["in"], ["way"], ["fire"], ["the"])
_APART = frozenset((",", ";", ".", "that", "which", "who", "of"))


def main_day(doc: Doc, times: Times) -> Timex | None:
    """The day that the lead gives the event of which the report tells: "Sunday's earthquake"; else the one on which it happened by
    `event_told`."""
    end = doc.sents[doc.lead(_LEAD)][1]
    for t in times.dated:
        if t.first >= end:
            break
        after = doc.low[t.last:t.last + 5]
        if after[:1] == ["'s"] and not words_of("dated_events").isdisjoint(after) and not times.compared(t):
            return t
        # in the 22 August strike
        if doc.low[t.first - 1] == "the" and doc.low[t.first - 2] in _IN_THE and after[:1] and after[0] in words_of("dated_events") and (
                t.from_ and times.today and 0 <= days_between(t.from_, times.today) <= _RECENT):
            return t
    if (tried := _tried_for(doc, times, end)) is not None:
        return tried
    if (struck := _that_struck(doc, times)) is not None:
        return struck
    if (wrecked := _wrecked_then(doc, times)) is not None:
        return wrecked
    at = event_told(doc)
    at = _crashed(doc, one_blow(doc)) if at < 0 else at
    last = doc.sents[doc.sentence_of(at)][1] if at >= 0 else 0
    return next((t for k, t in enumerate(times.dated) if at < t.first < last and t.from_ and (t.value or "")[_DAY:_DAY + 1] in ("", "T")
                 and len(t.value or "") >= _DAY and times.since(k) < 0 and not times.told(k, at)
                 and not (t.type == "TIME" and t.resolved == "context" and doc.sents[doc.sentence_of(at)][0] > times.firsts[k - 1]) and (
                     not times.today or 0 <= days_between(t.from_, times.today) <= _RECENT)), None)


def _that_struck(doc: Doc, times: Times) -> Timex | None:
    """The day that the first sentence gives the one event from which its figures come: "the death toll from a quake that struck the east
    on Monday has risen to 58", "killed by Cyclone Karo, which hit Velm on Monday"."""
    first = doc.sents[doc.lead(1 if doc.headline else 0)][0]
    last = doc.sents[doc.lead(_LEAD)][1]
    low, events, strikes = doc.low, words_of("dated_events"), words_of("strikes_down")
    verb = next((t for t in range(first + 2, last) if low[t] in strikes and low[t - 1] in _THAT and (
        low[t - 2] in events or low[t - 2] == "," and not events.isdisjoint(low[max(first, t - _NAMED):t - 2]))), last)
    end = min(verb + _STRUCK, last)
    t = next((t for k, t in enumerate(times.dated) if verb < t.first < end and _a_day(t) and times.since(k) < 0), None)
    return t if t and _STOPS.isdisjoint(low[verb:t.first]) and _recent(times, t) else None


def _wrecked(doc: Doc) -> int:
    """The verb of a clause of the first sentence that tells how a craft or a building came to grief, -1 without one: "said to have died
    when a crowded ferry went down on Sunday", "after a mill caved in"."""
    low, crashes, things = doc.low, words_of("crashes", "fallings"), words_of("craft", "built")
    first = doc.sents[doc.lead(1 if doc.headline else 0)][0]
    last = doc.sents[doc.lead(_LEAD)][1]
    for when in range(first + 2, last):
        if low[when] in _WHEN:
            thing = next((t for t in range(when + 1, min(when + _THING, last)) if low[t] in things), last)
        elif low[when] in _THAT and low[when - 1] in things:  # from a ferry that sank on Monday
            thing = when
        else:
            continue
        verb = next((t for t in range(thing + 1, min(thing + _FELL, last)) if low[t] in crashes), -1)
        if verb > 0 and (low[verb] not in _WITH_PARTICLE or low[verb + 1:verb + 2] in _PARTICLES) and _STOPS.isdisjoint(low[when:verb]):
            return verb
    return -1


def _wrecked_then(doc: Doc, times: Times) -> Timex | None:
    """The day that the lead gives what came to grief by a clause of it."""
    verb = _wrecked(doc)
    t = next((t for k, t in enumerate(times.dated) if 0 <= verb < t.first < verb + _STRUCK and _a_day(t) and times.since(k) < 0), None)
    return t if t and _STOPS.isdisjoint(doc.low[verb:t.first]) and _recent(times, t) else None


def _a_day(t: Timex) -> bool:
    """Whether an expression is a day, or a part of one."""
    return t.from_ is not None and len(t.value or "") >= _DAY and (t.value or "")[_DAY:_DAY + 1] in ("", "T")


def _recent(times: Times, t: Timex) -> bool:
    return not times.today or t.from_ is not None and 0 <= days_between(t.from_, times.today) <= _RECENT


def one_blow(doc: Doc) -> bool:
    """Whether the lead tells of one accident or quake: what "has been" counted is then of it, not of a war."""
    end = doc.sents[doc.lead(1)][1]
    blow = not words_of("blows").isdisjoint(doc.low[:end]) or _wrecked(doc) >= 0
    return blow and words_of("wars").isdisjoint(doc.low[:end])


def _tried_for(doc: Doc, times: Times, end: int) -> Timex | None:
    """The time of the deed that a court tries by the lead, which ends at a token: "Six men accused of a bombing in May 2021 went on trial
    on Wednesday"."""
    if words_of("trials").isdisjoint(doc.keys) or words_of("trials").isdisjoint(doc.low[:end]) or not times.today:
        return None
    old = (t for k, t in enumerate(times.dated) if t.first < end and t.to and times.since(k) < 0 and not times.told(k)
           and days_between(t.to, times.today) > _PAST)
    return next(old, None)


def foretold(doc: Doc, claim: ClaimDraft, main: Timex) -> bool:
    """Whether a claim of the start tells what came of the event that a sentence behind it dates, `main`: "Nine have died in a raid. The
    raid began on Monday"."""
    first, last = doc.sents[claim.sentence]
    return claim.first < main.first and claim.event in words_of("befalls") and claim.modality == "asserted" and not since_told(
        doc, claim, first, last)


def event_told(doc: Doc) -> int:
    """The verb of the sentence near a report's start that tells when and where its event happened: "The attack took place on Monday in
    the village of Velm", "The gunmen stormed Velm at dusk on Monday"; -1 without one."""
    events, happens = words_of("dated_events"), words_of("happens", "begins_happening", "strikes_down")
    raiders = words_of("outlaws") & doc.keys
    for sentence in range(1, min(doc.lead(_LEAD) + _SOON, len(doc.sents))):
        first, last = doc.sents[sentence]
        for token in range(first, last - 2):
            if doc.low[token] != "the" or doc.low[token - 1] in _ASIDE:
                continue
            if doc.low[token + 1] in raiders and (came := _came(doc.low, token + 2, last)):
                return came
            noun = next((t for t in range(token + 1, min(token + _NOUN, last)) if doc.low[t] in events), last)
            verb = next((t for t in range(noun + 1, min(noun + _VERB, last)) if doc.low[t] in happens), 0)
            if verb and _APART.isdisjoint(doc.low[token + 1:verb]):
                return verb
    return -1


def _came(low: list[str], first: int, last: int) -> int:
    """The verb with which those who attacked are told to have come, behind the token `first`, else 0: "The gunmen, riding on motorcycles,
    stormed"."""
    return next((t for t in range(first, min(first + _CAME, last)) if low[t] in words_of("comes_to_raid") and low[t - 1] not in _HAD), 0)


def _crashed(doc: Doc, one: bool) -> int:
    """The verb of the sentence near the start that tells how a bus or boat told of before came to grief, by a crash if the report is of
    `one`, or hit by somebody: "The bus, which was on its way to Velm, left the road on Sunday"; -1 without one."""
    craft, crashes = words_of("craft"), words_of("crashes") if one else _NO_CRASH
    if craft.isdisjoint(doc.keys):
        return -1
    for sentence in range(1, min(doc.lead(_LEAD) + _SOON, len(doc.sents))):
        first, last = doc.sents[sentence]
        noun = next((t for t in range(first + 1, min(first + 4, last)) if doc.low[t] in craft), last) if doc.low[first] == "the" else last
        at = noun + 1
        if doc.low[at:at + 2] in ([",", "which"], [",", "carrying"]):
            at = next((t + 1 for t in range(at + 1, last) if doc.low[t] == ","), last)
        verb = next((t for t in range(at, min(at + 3, last)) if doc.low[t] in crashes and (
            doc.low[t] != "left" or not _ROAD.isdisjoint(doc.low[t + 1:t + 3])) or (
                doc.low[t] in _HIT and doc.low[t - 1] in ("was", "were"))), -1)
        if verb > 0:
            return verb
    return -1


def of_the_hour(doc: Doc, claim: ClaimDraft, t: Timex) -> bool:
    """Whether a claim's sentence tells the hour of the main event, whose day the lead tells: "the quake struck at 4:12 a.m."."""
    first = doc.sents[claim.sentence][0]
    named = doc.low[first + 1:first + _NAMED] if doc.low[first] == "the" else []
    return t.type == "TIME" and t.resolved == "context" and not words_of("dated_events").isdisjoint(named)


def settle_hours(doc: Doc, times: Times, main: Timex) -> None:
    """Puts the hour of the main event on its day: "Monday's quake has killed 87. ... on Tuesday. The quake struck at 7:52 p.m."."""
    noun = next((word for word in doc.low[main.last:main.last + _NAMED] if word in words_of("dated_events")), None)
    if noun is None or not _a_day(main) or main.from_ != main.to:
        return
    for t in times.dated:
        if t.type == "TIME" and t.resolved == "context" and t.first > main.last and t.from_ != main.from_ and t.value:
            first = doc.sents[doc.sentence_of(t.first)][0]
            named = doc.low[first + 1:first + 3] if doc.low[first] == "the" else []
            if any(word == noun or noun.endswith(word) for word in named if word in words_of("dated_events")):
                t.value, t.from_, t.to = f"{main.from_}{t.value[_DAY:]}", main.from_, main.to


def dated_behind(doc: Doc, claim: ClaimDraft, opening: Timex | None) -> bool:
    """Whether a sentence soon behind a claim dates the event: "Two died in an ambush, police said. The attack took place on Monday"."""
    behind = doc.sentence_of(opening.first) - claim.sentence if opening else 0
    if opening is None or not 0 < behind <= _SOON:
        return False
    after = doc.low[opening.last:opening.last + 4]
    if after[:1] == ["'s"] and not words_of("dated_events").isdisjoint(after[1:]):
        return True  # they claimed Friday's attack
    first, last = doc.sents[claim.sentence + behind]
    last = last if behind == 1 else first + 4  # the accident happened on Monday
    return doc.low[first] in ("the", "it") and not words_of("dated_events").isdisjoint(doc.low[first:last]) and (
        behind == 1 or not words_of("happens").isdisjoint(doc.low[first:last]))


def days_between(first: str, last: str) -> int:
    """The days from one day to another."""
    return ordinal(*map(int, last.split("-"))) - ordinal(*map(int, first.split("-")))
