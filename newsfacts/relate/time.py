"""When it happened: the time in a claim's clause, else the last one told for the event before, else the lead's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise

from newsfacts.claims.roles.scene import Scene, table, words_of
from newsfacts.dates.calendar import civil, ordinal
from newsfacts.dates.stamps import is_heading
from newsfacts.drafts import ClaimDraft, Timex
from newsfacts.late import late
from newsfacts.relate.asides import remembered, since_told
from newsfacts.relate.carried import (
    carry,
    later_held,
    long_fled,
    long_missing,
    no_day,
    of_the_deed,
    of_the_main_day,
    of_the_month,
    of_the_operation,
    taken_then,
)
from newsfacts.relate.datable import apart, day, paragraph, spoken, window
from newsfacts.relate.dated import Times, opened
from newsfacts.relate.dating import Case, Dating
from newsfacts.relate.extent import wider
from newsfacts.relate.inherit import titled, with_them
from newsfacts.relate.mainday import foretold, of_the_hour
from newsfacts.relate.spans import long_before, same_hours, same_period
from newsfacts.relate.timeless import cumulative, to_come, under_way
from newsfacts.report import ReferenceDate
from newsfacts.tokens import Doc

_FLOW = 2  # sentences
_EARLIER = frozenset(("previous", "earlier"))
_THOSE = frozenset("the that those these".split())
_FROM_THEN = frozenset(("since", "then"))
_ONWARD = ("on", "onward", "onwards")
_STAMPS = late(r"(?m)^\d{1,2}[.:]\d\d$")
_LIVE = frozenset("killed wounded missing evacuated rescued hit damaged destroyed outage launched intercepted".split())
_OF_BLOWS = ("killed", "wounded", "missing", "damaged", "destroyed", "rescued", "evacuated")  # what comes of a quake
_MANY_OF = ("damaged", "destroyed", "evacuated")
_OF_ONE = 6  # sentences behind the lead that tell of one event
_MAYBE = ("possible", "hypothetical")
_LONG = 14  # days
_SAID = 4  # times
_NOW = frozenset("today yesterday this last tonight overnight".split())
_DATE = len("2025-03-04")
_YEAR = 4  # characters: far down, a year alone is of what happened before
_HEAD = 4  # sentences: title, byline, date
_WEEK = 7  # days
_ANOTHER = frozenset("separate another elsewhere other also earlier previous later".split())
_STRIKES = frozenset("launched hit attacked".split())
_ARTICLES = frozenset(("a", "an"))
_HAS = 3  # tokens from "has" to its participle
_CLAUSE = 8  # tokens of "the boats had landed"
_STOPS = frozenset(".,;")
_HOURS = 2  # entries of a live report
_ROUGHLY = frozenset("than over under nearly almost about around roughly some barely".split())
_BEGAN = 6  # tokens of "since its ground offensive began"
_FIGURES = 3  # of 100 days
_OPENS = 4  # tokens of a sentence before a span that is counted from what went before


def date_claims(doc: Doc, claims: list[ClaimDraft], timexes: list[Timex], scene: Scene, reference: ReferenceDate, entries: bool) -> None:
    """Sets the times, in text order; `entries`: whether every paragraph tells of an incident of its own."""
    times = Times(doc, timexes, scene, reference.value, reference.origin != "text" or _on_a_line(doc, timexes, reference.value))
    if not times.dated:
        return
    run = Dating(doc, claims, times, scene, entries)
    for nth, claim in enumerate(claims):
        case = Case(nth, claim)
        any(step(run, case) for step in _STEPS)
    for after in (_of_the_strike, _gear, _coming_later, _also_freed, _also_invited, _freed_later,
                  _those_freed, _live, _headline_above, _headline, _soon_after):
        after(run)


def _remembered(run: Dating, case: Case) -> bool:
    """What is only recalled: two previous attacks."""
    claim = case.claim
    return remembered(run.doc, claim) or claim.rule == "freed" or not _EARLIER.isdisjoint(run.doc.low[claim.first:claim.last])


def _seek(run: Dating, case: Case) -> bool:
    """Finds the time of its own sentence; 31 clashes, down from 44 a week earlier."""
    run.seek(case)
    if case.claim.rule != "earlier-period":
        return False
    case.claim.timex = None if case.at is None else run.times.timex(case.at, case.claim)
    return True


def _not_then(run: Dating, case: Case) -> bool:
    """Could free 50 in the coming days, he said, after it freed two on Monday; arrested three men over a shooting on Saturday."""
    if case.at is None:
        return False
    doc, claim, t = run.doc, case.claim, run.times.dated[case.at]
    if claim.modality in _MAYBE and to_come(doc, claim) and run.times.past(t):
        return True
    return claim.event in ("detained", "held") and _charged_with(doc, claim, t)


def _own(run: Dating, case: Case) -> bool:
    """The time of its own words."""
    doc, times, claim, k = run.doc, run.times, case.claim, case.at
    if k is None:
        return False
    if times.later(times.dated[k], claim) and under_way(doc, claim):
        claim.modality = "planned"
    if claim.modality == "asserted" and times.later(times.dated[k], claim) and (
            not words_of("plans_on").isdisjoint(doc.low[claim.last:times.firsts[k]])):
        return False  # has sent 60 tents and plans to bring 40 more by Friday
    hour = of_the_hour(doc, claim, times.dated[k])
    told_hour = run.main or (run.lead if claim.sentence > run.last else None) if hour else None
    t = told_hour or times.timex(k, claim)
    if run.lead and told_hour is None and claim.event in words_of("raid", "befalls"):
        t = _of_the_lead(times, k, t, run.lead)
    own = run.own_time
    if own and doc.low[t.last - 2:t.last] == ["same", "period"] and claim.event not in words_of("raid"):
        t = long_before(times.dated, k, own)
    claim.timex = t = _as_spoken(run, claim, t)
    claim.timex = t = same_period(doc, t, run.claims, case.nth)
    run.note(claim, t)
    return True


def _same_hours(run: Dating, case: Case) -> bool:
    """The hours of the raid told before."""
    raided = same_hours(run.doc, run.claims, case.nth)
    case.claim.timex = raided or case.claim.timex
    return raided is not None


def _announced(run: Dating, case: Case) -> bool:
    """The day, that of the report or the one before, on which somebody announces that captives or bodies have been handed over."""
    claim, announced = case.claim, _day_announced(run.times, case.claim)
    if announced is None:
        return False
    claim.timex = announced
    run.lead = run.lead or (announced if claim.sentence <= run.last else None)
    run.own = (claim, paragraph(run.doc, claim))
    return True


def _since_then(run: Dating, case: Case) -> bool:
    """Since then, since that accord."""
    since = _from_then(run.times, case.claim)
    case.claim.timex = since or case.claim.timex
    return since is not None


def _days_away(run: Dating, case: Case) -> bool:
    """A day after a crash killed nine."""
    own, claim, main = run.own_time, case.claim, run.main
    if main and run.times.barrier(claim) > 0 and run.doc.low[run.times.barrier(claim) - 1] == "hours" and foretold(run.doc, claim, main):
        claim.timex = main  # on Thursday, 30 hours after a quake killed nine. The quake struck on Wednesday
        return True
    same = run.own is not None and run.own[0].sentence == claim.sentence
    away = _days_from(run.times, claim, own if same else run.lead or case.before or main, own)
    claim.timex = away or claim.timex
    return away is not None


def _with_its_whole(run: Dating, case: Case) -> bool:
    """94 of the dead were civilians: when the dead died."""
    claim, whole = case.claim, case.claim.part_of
    return whole is not None and whole.event == claim.event and whole.timex is not None and whole.sentence < claim.sentence


def _of_the_event(run: Dating, case: Case) -> bool:
    """Nine died on Monday and two are missing; a quake struck on Monday. A further 400 people have been injured."""
    doc, claim, main = run.doc, case.claim, run.main
    if claim.event == "missing" and (own := run.own) and own[0].sentence == claim.sentence and own[0].event in words_of("befalls"):
        claim.timex = own[0].timex
        return True
    if not main or not (claim.event == "missing" and claim.sentence <= run.last + 1 or foretold(doc, claim, main) or (
            run.blow and _of_the_blow(run.times, claim, main, run.own_time, run.scene.tags, run.last))):
        return False
    claim.timex = main
    return True


# in this order: the first that settles the time, or that there is none
_STEPS: tuple[Callable[[Dating, Case], bool], ...] = (
    _remembered, _seek, _not_then, _own, _same_hours, _announced, _since_then, _days_away, _with_its_whole, _of_the_event, no_day,
    later_held, long_fled, taken_then, long_missing, of_the_operation, of_the_month, of_the_main_day, of_the_deed, carry)


def _of_the_strike(run: Dating) -> None:
    """Nine people have been killed in a raid on a village. Two jets dropped bombs on it on Monday."""
    doc, today = run.doc, run.times.today
    if run.main or not today or run.entries:
        return
    then = next((c for c in run.claims if c.timex), None)
    if then is None or then.event not in _STRIKES or then.modality != "asserted" or not (t := then.timex) or not (
            day(doc, t) and 0 <= apart(t, today) <= _WEEK) or run.scene.apart(then.sentence) or not (
                _ANOTHER.isdisjoint(doc.low[slice(*doc.sents[then.sentence])])):
        return
    for claim in (c for c in run.claims if c.sentence < then.sentence <= c.sentence + _FLOW and c.event in _OF_BLOWS):
        first, last = doc.sents[claim.sentence]
        one = any(doc.low[k] in words_of("dated_events") and not _ARTICLES.isdisjoint(doc.low[max(first, k - 3):k])
                  for k in range(first, last))
        lead = claim.sentence <= run.last and t.first > claim.last and claim.modality == "asserted" and claim.value != 0
        if one and lead and not since_told(doc, claim, first, last):
            claim.timex = t


def _gear(run: Dating) -> None:
    """300 soldiers with two helicopters will be there from May: both; 40 firefighters and two helicopters were at work."""
    for claim, behind in pairwise(run.claims):
        if behind.rule == "with-gear" and claim.event == behind.event:
            claim.timex = behind.timex = claim.timex or behind.timex
        elif behind.timex is None and with_them(claim, behind):
            behind.timex = claim.timex


def _soon_after(run: Dating) -> None:
    """Two men were arrested. They were freed an hour later: the hour, of no known day, is not that of the arrest."""
    for claim in run.claims:
        t = claim.timex
        if t is not None and (t.value or "").startswith("XXXX-XX-XX") and t.first >= run.doc.sents[claim.sentence][1] and (
                "later" in run.doc.low[t.first:t.last]):
            claim.timex = None


def _coming_later(run: Dating) -> None:
    """45 rescuers are at work, and a further 20 were due overnight: those alone."""
    for claim, behind in pairwise(run.claims):
        t = claim.timex
        if behind.rule == "follow" and t is not None and claim.sentence == behind.sentence and t.first > behind.first and (
                claim.modality == "asserted"):
            claim.timex = None


def _also_freed(run: Dating) -> None:
    """They have freed 90 men. Nine nurses also came home on Monday."""
    doc = run.doc
    for claim, behind in pairwise(run.claims):
        if claim.event == behind.event == "returned" and claim.timex is None and claim.modality == behind.modality == "asserted" and (
                behind.sentence - claim.sentence == 1 and paragraph(doc, claim) == paragraph(doc, behind) and behind.timex
                and day(doc, behind.timex) and "also" in doc.low[slice(*doc.sents[behind.sentence])]
                and not since_told(doc, claim, *doc.sents[claim.sentence])):
            claim.timex = behind.timex


def _also_invited(run: Dating) -> None:
    """20 states will attend the talks next week. 40 have been invited to attend."""
    for claim, behind in pairwise(run.claims):
        if claim.event == behind.event == "participated" and claim.modality == behind.modality == "planned" and behind.timex is None and (
                behind.sentence - claim.sentence < _FLOW):
            behind.timex = claim.timex


def _freed_later(run: Dating) -> None:
    """Seized on Wednesday and freed on Saturday, by a text of Wednesday: not the Saturday before."""
    for claim, behind in pairwise(run.claims):
        if behind.rule == "and-then" and claim.first == behind.first and claim.timex and behind.timex and (
                (behind.timex.to or "~") < (claim.timex.from_ or "")):
            behind.timex = None


def _those_freed(run: Dating) -> None:
    """They swapped 80 men on Monday. Those who came home, the men freed by Norland included nine nurses."""
    freed: Timex | None = None
    again = {c.trigger for c in run.claims if c.rule in ("the-freed-include", "those-include")}
    for claim in run.claims:
        if claim.event == "returned" and claim.modality == "asserted" and claim.trigger:
            if claim.timex is None and freed and (
                    claim.trigger in again or run.doc.low[claim.trigger[0] - 2:claim.trigger[0]] == ["those", "who"]):
                claim.timex = freed
            freed = claim.timex or freed


def _live(run: Dating) -> None:
    """A live report, each entry below its hour."""
    doc, times, opening = run.doc, run.times, run.opening
    if opening is None or len(_STAMPS.findall(doc.text)) < _HOURS:
        return
    for claim in run.claims:
        if claim.timex is None and claim.event in _LIVE and claim.modality == "asserted" and claim.value != 0 and not (
                times.later(opening, claim) or times.about(claim.first, *doc.sents[claim.sentence])
                or cumulative(doc, claim, run.scene.tags)):
            claim.timex = opening


def _headline_above(run: Dating) -> None:
    """A headline tells what is told again below."""
    for claim, below in titled(run.doc, run.claims):
        near = below.timex and (below.sentence <= run.last + 2 or claim.sentence > run.last or len(below.timex.value or "") > _YEAR)
        own_day = _dated(run, claim) and claim.timex is not None and run.doc.sentence_of(claim.timex.first) >= claim.sentence
        if not own_day and near and (claim.item == below.item or claim.event not in words_of("timeless")):
            claim.timex = below.timex


def _headline(run: Dating) -> None:
    """A headline tells what the lead tells."""
    doc = run.doc
    for claim in run.claims:
        lasting = claim.event in words_of("timeless") and claim.event != "missing" or to_come(doc, claim)
        if not _dated(run, claim) and doc.headline and claim.first < doc.headline[1] and not lasting:
            claim.timex = (run.main if run.main and claim.event in words_of("befalls") else run.lead) or claim.timex


def _dated(run: Dating, claim: ClaimDraft) -> bool:
    """Whether a claim has a time that says more than "in one night"."""
    return claim.timex is not None and (claim.timex.from_ is not None or not run.times.today)


def _on_a_line(doc: Doc, timexes: list[Timex], day: str | None) -> bool:
    """Whether the date of the text is a line of its own at its head, when it was published, and not the first day of which it tells."""
    t = next((t for t in timexes if t.from_ == day and t.from_ == t.to), None)
    return t is not None and doc.sentence_of(t.first) <= _HEAD and is_heading(doc, t, None)


def _charged_with(doc: Doc, claim: ClaimDraft, t: Timex) -> bool:
    """Whether a time is that of the deed over which people are held: "arrested three men over a shooting on Saturday"."""
    between = doc.low[max(claim.last, claim.trigger[1] if claim.trigger else 0):t.first]
    return "over" in between[:-1] or ("connection", "with") in pairwise(between)


def _as_spoken(run: Dating, claim: ClaimDraft, t: Timex) -> Timex:
    """A time; one of direct speech counts from the day on which it was said: "Yesterday we lost five men," he said on Sunday."""
    doc, times = run.doc, run.times
    if claim.quote is None or t.resolved == "explicit" or not t.from_ or not times.today or doc.low[t.first] not in _NOW:
        return t
    end = doc.paras[max(0, paragraph(doc, claim))][1]
    said = next((times.dated[k] for k in times.about(t.last, t.last, end) if times.told(k)), None)
    if said is None or not said.from_ or said.from_ != said.to or not 0 < apart(said, times.today) <= _LONG or not spoken(doc, t, end):
        return t
    day = ordinal(*map(int, t.from_.split("-"))) - apart(said, times.today)
    told = "{:04d}-{:02d}-{:02d}".format(*civil(max(1, day)))
    return Timex(t.first, t.last, t.start, t.end, t.type, told + (t.value or "")[_DATE:], told, told, t.mod, t.resolved)


def _of_the_lead(times: Times, k: int, t: Timex, lead: Timex) -> Timex:
    """A time; a part of the day counted from the day of a statement is of the day of the lead: "A raid on Sunday. Doctors said on Monday
    that ... The drones came in the afternoon"."""
    hour = (t.value or "")[_DATE:]
    if t.type != "TIME" or t.resolved != "context" or not k or not hour or not lead.from_ or lead.from_ != lead.to:
        return t
    day, told = lead.from_, [j for j in range(max(0, k - _SAID), k) if times.dated[j].from_ == t.from_]
    if day == t.from_ or not told or times.firsts[k - 1] < lead.first or times.dated[k - 1].from_ != t.from_ or not all(
            times.told(j) or times.doc.low[times.firsts[j]] == "today" for j in told):  # "They need an operation today"
        return t
    return Timex(t.first, t.last, t.start, t.end, t.type, day + hour, day, day, t.mod, t.resolved)


def _day_announced(times: Times, claim: ClaimDraft) -> Timex | None:
    """The day, that of the report or the one before, on which somebody announces that captives or bodies have been handed over."""
    doc = times.doc
    if claim.event != "returned" or claim.modality != "asserted" or claim.trigger is None or not times.today:
        return None
    first, last = doc.sents[claim.sentence]
    if words_of("perfect").isdisjoint(doc.low[max(first, claim.trigger[0] - _HAS):claim.trigger[0]]) or since_told(doc, claim, first, last):
        return None
    told = [times.dated[k] for k in times.about(claim.first, max(first, claim.last), last) if times.told(k)]
    return next((t for t in told if t.from_ and t.from_ == t.to and 0 <= apart(t, times.today) <= 1), None)


def _of_the_blow(times: Times, claim: ClaimDraft, main: Timex, told: Timex | None, tags: str, lead: int) -> bool:
    """Whether a number so far, soon behind the lead, is of the one quake or crash of a report: "A further 400 people have been injured"."""
    doc, end = times.doc, times.doc.sents[claim.sentence][1]
    if claim.first < main.last or claim.event not in _OF_BLOWS or claim.modality != "asserted" or claim.sentence > lead + _OF_ONE:
        return False
    if told is not None and told.to is not None and apart(told, times.today or "") > _LONG:
        return False  # of an earlier one
    first = doc.sents[claim.sentence][0]
    if doc.low[first] == "in" and doc.low[first + 1] in words_of("close_by"):
        return False  # a dam burst on Monday. In neighbouring Norland, 155 have died
    if since_told(doc, claim, *window(doc, claim)) or times.barrier(claim) >= 0 or claim.event not in _MANY_OF and wider(doc, claim, tags):
        return False
    return cumulative(doc, claim, tags) or "far" in doc.low[claim.last:end]


def _from_then(times: Times, claim: ClaimDraft) -> Timex | None:
    """ "since then", "from then on", "since its beginning", "since that accord": open from the last time told before."""
    doc = times.doc
    if _FROM_THEN.isdisjoint(doc.keys):
        return None
    first, last = window(doc, claim)
    if _FROM_THEN.isdisjoint(doc.low[first:last]):
        return None
    for token in range(first, last - 1):
        onward = doc.low[token] == "then" and doc.low[token - 1] == "from" and doc.low[token + 1] in _ONWARD
        if onward or doc.low[token] == "since" and (
                doc.low[token + 1] in words_of("since_own") and words_of("starts").isdisjoint(doc.low[token + 3:token + _BEGAN])
                or doc.low[token + 1] in _THOSE and not words_of("accords").isdisjoint(doc.low[token + 2:token + 3])
                or doc.low[token + 1] in _STOPS and "been" in doc.low[max(first, token - 3):token]):  # more than 900 have been killed since
            k = bisect_left(times.firsts, token) - 1
            if k >= 0 and doc.sentence_of(times.firsts[k]) >= claim.sentence - 2:
                return times.dated[k] if claim.event == "missing" and len(times.dated[k].value or "") >= _DATE else opened(times.dated[k])
    return None


def _days_from(times: Times, claim: ClaimDraft, anchor: Timex | None, last: Timex | None) -> Timex | None:
    """ "On Monday, a day after a crash killed nine": counted from the day told before in the sentence, else from `anchor`; "A day after the
    crash, nine died": from the `last` day told."""
    doc = times.doc
    at = times.barrier(claim)
    days: int | None = table()["days_away"].get(" ".join(doc.low[at - 2:at])) if at > 1 else None
    if days is None and at > 1 and doc.low[at - 1] == "days" and doc.low[at - 2].isdecimal() and len(doc.low[at - 2]) < _FIGURES:
        days = int(doc.low[at - 2])  # 12 days after
    if days is not None and doc.low[at - 3] in _ROUGHLY:
        days = None  # less than a week after nine were freed
    days = 0 if at > 0 and doc.low[at - 1] in ("hours", "minutes") else days
    first = doc.sents[claim.sentence][0]
    behind = at - first < _OPENS and "," in doc.low[at:claim.first]  # two days after the flood, the army sent 800 men
    after = doc.low[at] == "after" or days == 0  # hours before the exchange, they fired 40 drones
    clause = doc.low[at + 1:at + 2] == ["the"] and "," in doc.low[at + 2:at + _CLAUSE]  # hours after the boats had landed,
    if days is None or behind and (not after or not clause or days and doc.low[at + 3] != ","):
        return None
    shift = days if behind or doc.low[at] == "before" else -days
    anchor = (last or (None if days else anchor)) if behind else anchor
    told = anchor if behind else next((times.dated[k] for k in reversed(times.about(at, first, at)) if not times.told(k)), anchor)
    if told is None or told.from_ is None or told.from_ != told.to:
        return None
    year, month, day = civil(max(1, ordinal(*map(int, told.from_.split("-"))) + shift))
    value = f"{year:04d}-{month:02d}-{day:02d}"
    return Timex(at - 2, at, doc.starts[at - 2], doc.ends[at - 1], "DATE", value, value, value, None, "relative")
