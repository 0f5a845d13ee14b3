"""When it happened: the time in a claim's clause, else the last one told for the event before, else the lead's."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from newsfacts.claims.roles.scene import Scene, table, words_of
from newsfacts.dates.calendar import civil, ordinal
from newsfacts.dates.stamps import is_heading
from newsfacts.drafts import ClaimDraft, Timex
from newsfacts.late import late
from newsfacts.relate.asides import before_that, cause_aside, remembered, since_told
from newsfacts.relate.dated import Times, aside, opened
from newsfacts.relate.deeds import told_of
from newsfacts.relate.extent import helping, wider
from newsfacts.relate.inherit import titled
from newsfacts.relate.mainday import dated_behind, foretold, main_day, of_the_hour, one_blow
from newsfacts.relate.nearest import nearest
from newsfacts.relate.spans import broad, long_before, same_hours, same_period
from newsfacts.relate.timeless import alleged, cumulative, freed_after, on_record, present, taken_before, to_come, under_way
from newsfacts.report import ReferenceDate
from newsfacts.tokens import Doc

_EARLIER = frozenset(("previous", "earlier"))
_THOSE = frozenset("the that those these".split())
_FROM_THEN = frozenset(("since", "then"))
_ONWARD = ("on", "onward", "onwards")
_ELSEWHEN = frozenset(("since", "far", "earlier", "date"))
_ON = frozenset(("on", "during", "over", "for", "in"))
_STAMPS = late(r"(?m)^\d{1,2}[.:]\d\d$")
_LIVE = frozenset("killed wounded missing evacuated rescued hit damaged destroyed outage launched intercepted".split())
_OF_BLOWS = ("killed", "wounded", "missing", "damaged", "destroyed", "rescued", "evacuated")  # what comes of a quake
_REMAINS = 3  # tokens behind a number
_REMAIN = frozenset(("remained", "remain", "still"))
_MANY_OF = ("damaged", "destroyed", "evacuated")
_OF_ONE = 6  # sentences behind the lead that tell of one event
_MAYBE = ("possible", "hypothetical")
_AHEAD = ("planned", "demanded")  # not on the day of what has happened
_MANY = 1_000_000  # people who do not flee on one day
_LONG = 14  # days
_YEAR_DAYS = 365
_OLD = 60  # days from an event of which the lead may tell in passing
_FLOW = 2  # sentences: a time of long before the lead goes on in the next alone
_WEEK = 8  # characters: 2025-W10
_SAID = 4  # times
_LOOK = 40  # claims
_DATE = len("2025-03-04")
_YEAR = 4  # characters: far down, a year alone is of what happened before
_WIDE = 80  # tokens of a sentence that matter on either side of a claim
_LEAD = 2  # sentences
_HEAD = 4  # sentences: title, byline, date
_HAS = 3  # tokens from "has" to its participle
_CLAUSE = 8  # tokens of "the boats had landed"
_STOPS = frozenset(".,;")
_ENDED = frozenset(".!?\"”’")
_SHORT = ("P1D", "PT24H", "P2D", "PT48H", "P3D", "PT72H", "P7D", "P1W")  # windows that may be carried on
_STATE = 6  # tokens from "condition" to a time
_POINTS = ("•", "·", "▪", "●", "*")
_TOLLS = ("toll", "counted-at", "number-of-those")
_AFTER_LINE = frozenset(":–—-")  # VELM, Norland – In the past seven days
_OPENS = 4  # tokens of a sentence before a window that holds for the sentences after


def date_claims(doc: Doc, claims: list[ClaimDraft], timexes: list[Timex], scene: Scene, reference: ReferenceDate, entries: bool) -> None:
    """Sets the times, in text order; `entries`: whether every paragraph tells of an incident of its own."""
    times = Times(doc, timexes, scene, reference.value, reference.origin != "text" or _on_a_line(doc, timexes, reference.value))
    if not times.dated:
        return
    numbers = [c.first for c in claims]
    told = {c.sentence for c in claims}
    of_days = set(told)  # those of them that tell of no month or year as a whole
    own: tuple[ClaimDraft, int] | None = None  # the last claim with a time of its own, its paragraph
    timeless = words_of("timeless")
    wide: tuple[Timex, int, int] | None = None  # the month or year told last for a claim, the last sentence of it, its paragraph
    lead: Timex | None = None
    last = doc.lead(_LEAD)
    end = doc.sents[last][1]
    opening = next((t for k, t in enumerate(times.dated) if t.first < end and not times.told(k) and times.since(k) < 0 and _day(doc, t)
                    and not times.compared(t) and doc.low[t.first - 1] != "from" and doc.low[t.first - 2:t.first] != ["as", "of"]
                    and not _alone(doc, t)
                    and not (t.first >= doc.sents[0][1] and _apart(t, times.today or "") > _OLD)), None)
    if opening and doc.low[opening.first - 2:opening.first] == ["as", "of"]:  # as of 8 a.m. on Monday. During Sunday they shelled 30 towns
        end = doc.sents[min(last + _LEAD, len(doc.sents) - 1)][1]
        opening = next((t for k, t in enumerate(times.dated) if opening.last <= t.first < end and not times.told(k) and times.since(k) < 0
                        and doc.low[t.first - 1] in _ON and (t.to or "~") <= (opening.to or "") and _day(doc, t)), opening)
    main, blow = main_day(doc, times), one_blow(doc)
    headed = opening is not None and _heads(doc, opening)
    for nth, claim in enumerate(claims):
        if remembered(doc, claim) or claim.rule == "freed" or not _EARLIER.isdisjoint(doc.low[claim.first:claim.last]):
            continue  # two previous attacks
        # a day on which the lead tells of something else is none of deaths, unless it tells of what killed
        begun = opening if claim.event != "killed" or dated_behind(doc, claim, opening) else None
        before = begun if begun and doc.sentence_of(begun.first) < claim.sentence else None
        k = nearest(times, claim, numbers)
        if claim.rule == "earlier-period":  # 31 clashes, down from 44 a week earlier
            claim.timex = None if k is None else times.timex(k, claim)
            continue
        if k is not None and claim.modality in _MAYBE and to_come(doc, claim) and times.past(times.dated[k]):
            continue  # could free 50 in the coming days, he said, after it freed two on Monday
        if k is not None and claim.event in ("detained", "held") and _charged_with(doc, claim, times.dated[k]):
            continue  # arrested three men over a shooting on Saturday
        if k is not None:
            if times.later(times.dated[k], claim) and under_way(doc, claim):
                claim.modality = "planned"
            hour = of_the_hour(doc, claim, times.dated[k])
            told_hour = main or (lead if claim.sentence > last else None) if hour else None
            claim.timex = told_hour or times.timex(k, claim)
            if lead and told_hour is None and claim.event in words_of("raid", "befalls"):
                claim.timex = _of_the_lead(times, k, claim.timex, lead)
            if own and own[0].timex and doc.low[claim.timex.last - 2:claim.timex.last] == ["same", "period"] and (
                    claim.event not in words_of("raid")):
                claim.timex = long_before(times.dated, k, own[0].timex)
            claim.timex = same_period(doc, claim.timex, claims, nth)
            still = doc.low[claim.timex.first - 2:claim.timex.first] == ["as", "of"] or _alone(doc, claim.timex) or (
                "still" in doc.low[claim.timex.first - _STATE:claim.timex.first]) or (
                claim.item == "body" and doc.low[claim.timex.first - 1] == "by") or (  # nine bodies had been found by Monday
                claim.event == "outage" and doc.low[claim.timex.first - 1] == "by" and (
                    not _REMAIN.isdisjoint(doc.low[claim.first:claim.last + _REMAINS])))  # by Monday 40,000 remained without power
            still = still or claim.event == "missing" and claim.timex.last <= claim.first and not words_of("searching").isdisjoint(
                doc.low[claim.timex.first - _SAID:claim.first])  # searched on Monday for nine missing
            ahead = claim.modality in _AHEAD and own is not None and own[0].modality not in _AHEAD
            own = own if still or ahead else (claim, _paragraph(doc, claim))  # as of Monday, 90 were held; will be freed on Friday
            wide = (claim.timex, claim.sentence, own[1]) if own and (broad(claim.timex) or _week(claim.timex)) else None
            if broad(claim.timex):
                of_days.discard(claim.sentence)
            soon = claim.sentence <= last or headed and 0 <= _apart(claim.timex, times.today or "") <= _FLOW
            if lead is None and soon and not still and _day(doc, claim.timex) and not _alone(doc, claim.timex) and not (
                    claim.sentence and _apart(claim.timex, times.today or "") > _OLD):
                lead = claim.timex
        elif (raided := same_hours(doc, claims, nth)) is not None:
            claim.timex = raided
        elif (announced := _announced(times, claim)) is not None:
            claim.timex = announced
            lead = lead or (announced if claim.sentence <= last else None)
            own = (claim, _paragraph(doc, claim))
        elif (since := _since_then(times, claim)) is not None:
            claim.timex = since
        elif (away := _days_away(times, claim, own[0].timex if own and own[0].sentence == claim.sentence else lead or before,
                                  own[0].timex if own else None)) is not None:
            claim.timex = away
        elif (whole := claim.part_of) and whole.event == claim.event and whole.timex and whole.sentence < claim.sentence:
            continue  # 94 of the dead were civilians: when the dead died
        elif claim.event == "missing" and own and own[0].sentence == claim.sentence and own[0].event in words_of("befalls"):
            claim.timex = own[0].timex  # nine died on Monday and two are missing
        elif main and (claim.event == "missing" and claim.sentence <= last + 1 or foretold(doc, claim, main)):
            claim.timex = main
        elif main and blow and _of_the_blow(times, claim, main, own[0].timex if own else None, scene.tags, last):
            claim.timex = main  # a quake struck on Monday. A further 400 people have been injured
        elif not (to_come(doc, claim) or on_record(doc, claim) or claim.event in timeless and not helping(doc, claim)
                  or freed_after(claim) or cumulative(doc, claim, scene.tags)
                  or alleged(claims, nth) or _elsewhen(times, claim) or cause_aside(doc, claim) or before_that(doc, claim) >= 0
                  or scene.apart(claim.sentence)
                  or _summed_before(doc, claim, own)):
            if claim.event == "detained" and claim.trigger and "later" in doc.low[claim.trigger[0] - 2:claim.trigger[0]]:
                continue  # two were later arrested
            if claim.event == "displaced" and ((claim.value or claim.low or 0) >= _MANY or present(doc, claim)
                                               or claim.trigger and "had" in doc.low[claim.trigger[0] - 2:claim.trigger[1]]):
                continue  # 4,000 people fled the raid; 900 are displaced; 40 of whom had sought refuge there
            if taken_before(doc, claims, nth):
                continue  # nine men came home. Four of them were seized in their fields
            if claim.event == "missing" and own is None and main is None and _carried(times, claim, None, 0) is None:
                continue  # perhaps since long
            if wide and claim.sentence - 1 not in of_days and (then := _of_the_deed(times, claims, nth, of_days)) is not None:
                claim.timex = then  # they killed a man on Monday. He had seized nine nurses in May. During the operation, they held two
                continue
            flows = wide is not None and claim.sentence - wide[1] <= _FLOW and _paragraph(doc, claim) == wide[2]
            lasts = claim.event == "missing" and claim.trigger and "still" in doc.low[claim.trigger[0] - 2:claim.trigger[0]]
            if lasts and wide and flows:
                continue  # 900 fled in September. Nine are still missing from the war
            if wide and flows and claim.rule not in _TOLLS and not times.later(wide[0], claim):
                claim.timex = wide[0]  # militants carried out 90 attacks in August. They killed 60 people
                wide = wide[0], claim.sentence, wide[2]
                continue
            if entries and own is not None and own[1] != _paragraph(doc, claim):
                own = None
            here = own if own and own[1] == _paragraph(doc, claim) else None
            if main and claim.event in words_of("befalls") and claim.first > main.last and _carried(times, claim, here, 0) is None:
                claim.timex = main
                continue
            if (then := _of_the_deed(times, claims, nth, told)) is not None:
                claim.timex = then
                continue
            carried = _carried(times, claim, own, int(not entries))
            if entries:
                claim.timex = carried
                continue
            if (first_told := carried or lead or before) and _said_before(times, claim, first_told):
                continue  # they tried two on Wednesday. The army said on Tuesday it had caught six
            if here is None and (at := carried or lead) and _point(doc, at.first) and _point(doc, claim.first):
                continue  # another point of a list
            if here is None and (ago := _long_ago(times, claim)) is not None:
                claim.timex = ago  # the worst crash was in 2016. Seventy-one people died
                continue
            if carried and lead and _apart(carried, lead.from_ or "") > 1 and not times.later(lead, claim) and (
                    carried.first < doc.paras[max(0, _paragraph(doc, claim))][0]):
                carried = lead  # the officers were seized on May 3. A paragraph on Monday's blast
            if carried is not None and _behind(doc, carried, (lead.from_ or "") if lead else times.today or "", claim):
                continue
            if _of_its_own(times, claim, carried or lead or before):
                continue
            claim.timex = carried or next((t for t in (lead, before) if t and not times.later(t, claim)), None) or (
                begun if begun and doc.sentence_of(begun.first) not in told and not times.later(begun, claim) and not (
                    _told_again(doc, claim, claims)) else None)
            if lead is None and carried is not None and claim.timex is carried and claim.sentence <= last + 1 and not broad(carried):
                lead = carried  # they attacked a post on Monday. Nine men were killed
    for claim, behind in pairwise(claims):  # they have freed 90 men. Nine nurses also came home on Monday
        if claim.event == behind.event == "returned" and claim.timex is None and claim.modality == behind.modality == "asserted" and (
                behind.sentence - claim.sentence == 1 and _paragraph(doc, claim) == _paragraph(doc, behind) and behind.timex
                and _day(doc, behind.timex) and "also" in doc.low[slice(*doc.sents[behind.sentence])]
                and not since_told(doc, claim, *doc.sents[claim.sentence])):
            claim.timex = behind.timex
    for claim, behind in pairwise(claims):  # 20 states will attend the talks next week; 40 have been invited to attend
        if claim.event == behind.event == "participated" and claim.modality == behind.modality == "planned" and behind.timex is None and (
                behind.sentence - claim.sentence < _FLOW):
            behind.timex = claim.timex
    for claim, behind in pairwise(claims):  # seized on Wednesday and freed on Saturday, by a text of Wednesday: not the Saturday before
        if behind.rule == "and-then" and claim.first == behind.first and claim.timex and behind.timex and (
                (behind.timex.to or "~") < (claim.timex.from_ or "")):
            behind.timex = None
    freed: Timex | None = None
    again = {c.trigger for c in claims if c.rule in ("the-freed-include", "those-include")}
    for claim in claims:  # they swapped 80 men on Monday. Those who came home, the men freed by Norland included nine nurses
        if claim.event == "returned" and claim.modality == "asserted" and claim.trigger:
            if claim.timex is None and freed and (
                    claim.trigger in again or doc.low[claim.trigger[0] - 2:claim.trigger[0]] == ["those", "who"]):
                claim.timex = freed
            freed = claim.timex or freed
    if opening is not None and len(_STAMPS.findall(doc.text)) > 1:  # a live report, each entry below its hour
        for claim in claims:
            if claim.timex is None and claim.event in _LIVE and claim.modality == "asserted" and claim.value != 0 and not (
                    times.later(opening, claim) or times.about(claim.first, *doc.sents[claim.sentence])
                    or cumulative(doc, claim, scene.tags)):
                claim.timex = opening
    for claim, below in titled(doc, claims):
        near = below.timex and (below.sentence <= last + 2 or claim.sentence > last or len(below.timex.value or "") > _YEAR)
        own_day = claim.timex is not None and doc.sentence_of(claim.timex.first) >= claim.sentence
        if not own_day and near and (claim.item == below.item or claim.event not in timeless):
            claim.timex = below.timex
    for claim in claims:  # a headline tells what the lead tells
        lasting = claim.event in timeless and claim.event != "missing" or to_come(doc, claim)
        if claim.timex is None and doc.headline and claim.first < doc.headline[1] and not lasting:
            claim.timex = main if main and claim.event in words_of("befalls") else lead


def _said_before(times: Times, claim: ClaimDraft, t: Timex) -> bool:
    """Whether a claim's sentence tells that it was said on a day before a time."""
    told = [times.dated[k] for k in times.about(claim.first, *times.doc.sents[claim.sentence]) if times.told(k)]
    return claim.modality == "asserted" and t.from_ is not None and any(said.to and said.to < str(t.from_) for said in told)


def _on_a_line(doc: Doc, timexes: list[Timex], day: str | None) -> bool:
    """Whether the date of the text is a line of its own at its head, when it was published, and not the first day of which it tells."""
    t = next((t for t in timexes if t.from_ == day and t.from_ == t.to), None)
    return t is not None and doc.sentence_of(t.first) <= _HEAD and is_heading(doc, t, None)


def _charged_with(doc: Doc, claim: ClaimDraft, t: Timex) -> bool:
    """Whether a time is that of the deed over which people are held: "arrested three men over a shooting on Saturday"."""
    between = doc.low[max(claim.last, claim.trigger[1] if claim.trigger else 0):t.first]
    return "over" in between[:-1] or ("connection", "with") in pairwise(between)


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


def _of_the_deed(times: Times, claims: list[ClaimDraft], nth: int, told: set[int]) -> Timex | None:
    """The time of the operation that a claim's sentence tells again: "killed nine in a raid on Monday. Their leader had planned a blast in
    May. Two men were held after the raid"; `told`: the sentences with claims."""
    claim, doc = claims[nth], times.doc
    deed = told_of(doc, claim, told)
    t = next((c.timex for c in reversed(claims[max(0, nth - _LOOK):nth]) if c.sentence == deed and c.timex), None) if deed >= 0 else None
    return t if t and t.to and doc.sentence_of(t.first) <= deed and not times.later(t, claim) else None


def _announced(times: Times, claim: ClaimDraft) -> Timex | None:
    """The day, that of the report or the one before, on which somebody announces that captives or bodies have been handed over."""
    doc = times.doc
    if claim.event != "returned" or claim.modality != "asserted" or claim.trigger is None or not times.today:
        return None
    first, last = doc.sents[claim.sentence]
    if words_of("perfect").isdisjoint(doc.low[max(first, claim.trigger[0] - _HAS):claim.trigger[0]]) or since_told(doc, claim, first, last):
        return None
    told = [times.dated[k] for k in times.about(claim.first, max(first, claim.last), last) if times.told(k)]
    return next((t for t in told if t.from_ and t.from_ == t.to and 0 <= _apart(t, times.today) <= 1), None)


def _of_the_blow(times: Times, claim: ClaimDraft, main: Timex, told: Timex | None, tags: str, lead: int) -> bool:
    """Whether a number so far, soon behind the lead, is of the one quake or crash of a report: "A further 400 people have been injured"."""
    doc, end = times.doc, times.doc.sents[claim.sentence][1]
    if claim.first < main.last or claim.event not in _OF_BLOWS or claim.modality != "asserted" or claim.sentence > lead + _OF_ONE:
        return False
    if told is not None and told.to is not None and _apart(told, times.today or "") > _LONG:
        return False  # of an earlier one
    if since_told(doc, claim, *_window(doc, claim)) or times.barrier(claim) >= 0 or claim.event not in _MANY_OF and wider(doc, claim, tags):
        return False
    return cumulative(doc, claim, tags) or "far" in doc.low[claim.last:end]


def _alone(doc: Doc, t: Timex) -> bool:
    """Whether a time is told as that of a part alone: "on Saturday alone, 3,400 came"."""
    return doc.low[t.last:t.last + 1] == ["alone"]


def _told_again(doc: Doc, claim: ClaimDraft, claims: list[ClaimDraft]) -> bool:
    """Whether a claim of the headline is told again, so that its time may be told there."""
    return doc.headline is not None and claim.first < doc.headline[1] and any(
        c is not claim and (c.event, c.modality, c.value) == (claim.event, claim.modality, claim.value) for c in claims)


def _summed_before(doc: Doc, claim: ClaimDraft, own: tuple[ClaimDraft, int] | None) -> bool:
    """Whether the sentence before, of the same paragraph, sums up a long time: "68,000 have died since 2023. 1,200 died in the raid"."""
    if own is None or own[0].sentence != claim.sentence - 1 or own[1] != _paragraph(doc, claim) or not (
            {own[0].event, claim.event} <= words_of("people")):
        return False
    t = own[0].timex
    return t is not None and t.from_ is not None and t.to is None


def _behind(doc: Doc, carried: Timex, now: str, claim: ClaimDraft) -> bool:
    """Whether a time told in a paragraph before, or some sentences ago, is that of a background, long before the day of the lead, or of the
    publication where the lead tells none."""
    if not carried.to or not now or doc.starts[carried.first] >= doc.starts[doc.paras[max(0, _paragraph(doc, claim))][0]] and (
            claim.sentence - doc.sentence_of(carried.first) < _FLOW):
        return False
    if carried.first == doc.paras[max(0, _paragraph(doc, claim))][0]:
        return False  # 16 July 2020. Gunmen raided Velm. Nine people were killed
    return _apart(carried, now) > _LONG


def _of_its_own(times: Times, claim: ClaimDraft, told: Timex | None) -> bool:
    """Whether a claim's sentence tells of a time long before that told last: "they rejected a 2016 peace under which 900 gave up arms"."""
    first, last = times.doc.sents[claim.sentence]
    return told is not None and any(
        _apart(times.dated[k], told.from_ or "") > _YEAR_DAYS for k in times.about(claim.first, first, last))


def _apart(t: Timex, now: str) -> int:
    """The days from the end of a time to a day, 0 where one of them is not told."""
    return ordinal(*map(int, now.split("-"))) - ordinal(*map(int, t.to.split("-"))) if t.to and now else 0


def _long_ago(times: Times, claim: ClaimDraft) -> Timex | None:
    """The year or month, over a year ago, that the sentence before tells as its only time, if it stands in the same paragraph."""
    doc = times.doc
    first, last = doc.sents[claim.sentence - 1] if claim.sentence else (0, 0)
    if first < doc.paras[max(0, _paragraph(doc, claim))][0] or times.about(claim.first, *doc.sents[claim.sentence]):
        return None
    told = [times.dated[k] for k in times.about(first, first, last)]
    since = any(doc.low[t.first - 1] == "since" or aside(times, t, last) for t in told)
    return told[0] if len(told) == 1 and not since and broad(told[0]) and _apart(told[0], times.today or "") > _YEAR_DAYS else None


def _week(t: Timex) -> bool:
    return t.value is not None and len(t.value) == _WEEK and "W" in t.value and t.to is not None


def _heads(doc: Doc, t: Timex) -> bool:
    """Whether a time stands in a line that is no sentence, as the date of a bulletin does: "Evening update, May 14, 2026"."""
    end = doc.sents[doc.sentence_of(t.first)][1]
    return doc.low[end - 1] not in _ENDED and doc.opens_line(end)


def _point(doc: Doc, token: int) -> bool:
    """Whether a token stands in a point of a list."""
    return doc.low[doc.paras[max(0, bisect_right(doc.paras, (token, 1 << 60)) - 1)][0]] in _POINTS


def _paragraph(doc: Doc, claim: ClaimDraft) -> int:
    return bisect_right(doc.paras, (claim.first, 1 << 60)) - 1


def _window(doc: Doc, claim: ClaimDraft) -> tuple[int, int]:
    """The claim's sentence, or what of a very long one is near."""
    first, last = doc.sents[claim.sentence]
    return max(first, claim.first - _WIDE), min(last, claim.last + _WIDE)


def _day(doc: Doc, t: Timex) -> bool:
    """Whether a time is a day or a few, fit to be carried on."""
    if t.type == "DURATION":  # in the past 24 hours, ...
        opens = t.first - doc.sents[doc.sentence_of(t.first)][0] < _OPENS or not _AFTER_LINE.isdisjoint(doc.low[t.first - 3:t.first])
        return opens and t.value in _SHORT
    before = doc.low[t.first - 1] if t.first else ""
    hour = before == "by" and (t.value or "")[11:12].isdigit() and t.resolved == "context"  # but: by 8 p.m. on Thursday
    if t.type == "TIME" and (hour or before in ("until", "till")):
        return False  # had shot down 71 by 9 a.m., went on until dawn
    week = t.value is not None and len(t.value) == _WEEK and "W" in t.value
    return (t.to is not None or t.from_ is None) and t.value is not None and len(t.value) > 7 and not week


def _since_then(times: Times, claim: ClaimDraft) -> Timex | None:
    """ "since then", "from then on", "since its beginning", "since that accord": open from the last time told before."""
    doc = times.doc
    if _FROM_THEN.isdisjoint(doc.keys):
        return None
    first, last = _window(doc, claim)
    if _FROM_THEN.isdisjoint(doc.low[first:last]):
        return None
    for token in range(first, last - 1):
        onward = doc.low[token] == "then" and doc.low[token - 1] == "from" and doc.low[token + 1] in _ONWARD
        if onward or doc.low[token] == "since" and (
                doc.low[token + 1] in words_of("since_own")
                or doc.low[token + 1] in _THOSE and not words_of("accords").isdisjoint(doc.low[token + 2:token + 3])
                or doc.low[token + 1] in _STOPS and "been" in doc.low[max(first, token - 3):token]):  # more than 900 have been killed since
            k = bisect_left(times.firsts, token) - 1
            if k >= 0 and doc.sentence_of(times.firsts[k]) >= claim.sentence - 2:
                return opened(times.dated[k])
    return None


def _elsewhen(times: Times, claim: ClaimDraft) -> bool:
    """Whether a sentence puts a claim at a time that it does not date: "a day after a crash killed nine", "since the war", "so far"."""
    doc = times.doc
    if not _ELSEWHEN.isdisjoint(doc.keys):
        first, last = _window(doc, claim)
        words = doc.low[first:last]
        so_far = words[:2] != ["so", "far"] and "far" in words and "so" in words
        at = doc.low[max(first, claim.trigger[0] - 3):claim.trigger[1]] if claim.trigger else []
        if any(word == "since" and before in words_of("perfect") for before, word in pairwise(at)):
            return True  # two of whom have since been freed
        if since_told(doc, claim, first, last) or so_far or ("to", "date") in pairwise(words) or (
                "earlier" in words[:2] and words_of("tolls_given").isdisjoint(words[1:3])):
            return True
    if times.barrier(claim) >= 0:
        return True
    first = doc.sents[claim.sentence][0]  # in the truce, which lasted until May 12, Norland freed 33
    return any(not times.told(k) and aside(times, times.dated[k], claim.first) for k in times.about(claim.first, first, claim.first))


def _days_away(times: Times, claim: ClaimDraft, anchor: Timex | None, last: Timex | None) -> Timex | None:
    """ "On Monday, a day after a crash killed nine": counted from the day told before in the sentence, else from `anchor`; "A day after the
    crash, nine died": from the `last` day told."""
    doc = times.doc
    at = times.barrier(claim)
    days: int | None = table()["days_away"].get(" ".join(doc.low[at - 2:at])) if at > 1 else None
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


def _spoken(doc: Doc, t: Timex, until: int) -> bool:
    """Whether a time stands in direct speech that ends before a token."""
    begin = doc.paras[max(0, bisect_right(doc.paras, (t.first, 1 << 60)) - 1)][0]
    before, after = doc.low[begin:t.first], doc.low[t.last:until]
    return before.count('"') % 2 == 1 and '"' in after or before.count("“") > before.count("”") and "”" in after


def _more(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether a sentence goes on with numbers: "another 200 were hurt"."""
    first = doc.sents[claim.sentence][0]
    return doc.low[first] in words_of("going_on") or doc.low[first:first + 2] == ["a", "further"]


def _carried(times: Times, claim: ClaimDraft, own: tuple[ClaimDraft, int] | None, back: int) -> Timex | None:
    """The last time told for the event in this paragraph or the `back` before."""
    para = _paragraph(times.doc, claim)
    doc = times.doc
    begin = doc.paras[max(0, para - back)][0] if doc.paras else 0
    first = doc.sents[claim.sentence][0]
    told: int | None = None
    for k in reversed(times.about(first, begin, first)):
        t = times.dated[k]
        if not t.from_ and times.today:
            continue  # operated on him at night
        if doc.low[t.first - 1] == "by" and k and t.from_ and doc.sents[doc.sentence_of(t.first)][0] <= times.firsts[k - 1] and (
                (times.dated[k - 1].from_ or "~") < t.from_):
            continue  # it came ashore on Monday night and had weakened by the morning
        if doc.low[t.first - 1] == "by" and not _REMAIN.isdisjoint(doc.low[t.last:t.last + _STATE]):
            continue  # by Monday 40,000 customers remained without power
        if _alone(doc, t) or _spoken(doc, t, first):
            continue  # "I heard them this morning," she said
        near = doc.low[max(0, t.first - _STATE):t.first]
        if not words_of("conditions").isdisjoint(near) or "still" in near or near[-1:] == ["on"] and (
                not words_of("searching").isdisjoint(near[-2:])):
            continue  # was in critical condition on Sunday; rescuers searched on Sunday for nine missing
        if doc.low[t.first - 2:t.first] != ["as", "of"] and not times.told(k) and times.since(k) < 0 and (
                _day(doc, t) and not times.compared(t) and not times.later(t, claim)):
            told = k
            break
    if own is not None and own[0].timex and times.later(own[0].timex, claim):
        own = None
    if own is not None and own[0].sentence == claim.sentence - 1 and own[0].timex and own[0].timex.to and _more(doc, claim):
        return own[0].timex  # 300 were killed in 2024; another 200 were hurt and 50 detained
    if own is not None and own[1] >= para - 1 and own[0].timex and _day(doc, own[0].timex) and (
            told is None or own[0].sentence >= doc.sentence_of(times.firsts[told])):
        return own[0].timex
    return None if told is None else times.dated[told]
