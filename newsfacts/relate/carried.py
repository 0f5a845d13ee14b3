"""The time of a claim whose own words tell none: the last one told for its event in this paragraph or the one before, else the lead's."""

from __future__ import annotations

from itertools import pairwise

from newsfacts.claims.roles.scene import words_of
from newsfacts.drafts import ClaimDraft, Timex
from newsfacts.relate.asides import before_that, cause_aside, since_told
from newsfacts.relate.datable import (
    alone,
    apart,
    bodies_found,
    day,
    late_death,
    of_a_vote,
    paragraph,
    point,
    spoken,
    visiting,
    week,
    window,
)
from newsfacts.relate.dated import Times, aside
from newsfacts.relate.dating import FLOW, REMAIN, STATE, Case, Dating
from newsfacts.relate.deeds import told_of
from newsfacts.relate.extent import helping
from newsfacts.relate.nearest import sequel_told
from newsfacts.relate.spans import broad
from newsfacts.relate.timeless import alleged, begins_war, cumulative, freed_after, of_late, on_record, present, taken_before, to_come
from newsfacts.tokens import Doc

_ELSEWHEN = frozenset(("since", "far", "earlier", "date"))
_BEFORE_THAT = (["before", "that"], ["before", "then"], ["until", "then"])
_MANY = 1_000_000  # people who do not flee on one day
_LONG = 14  # days
_YEAR_DAYS = 365
_LOOK = 40  # claims
_OF_A_BLOW = ("displaced", "outage")
_WHAT_FELL = frozenset("destroyed damaged outage wounded missing displaced".split())  # not on the day on which bodies are found
_BY_NOW = 5  # tokens
_SPAN = 6  # tokens
_SPANS = frozenset("months years".split())
_BLOWS = frozenset("aqv")
_TOLLS = ("toll", "counted-at", "number-of-those")
_NEXT = frozenset("next following subsequent ensuing".split())
_OVER = frozenset("over in during within".split())
_HELP = frozenset("rescued returned evacuated provided deployed participated detained".split())
_LEFT = frozenset("left departed sailed embarked arrived".split())
_BESIDE = 7  # tokens from "fled" to "the following days"
_SPANS = frozenset("days week weeks month months".split())


def no_day(run: Dating, case: Case) -> bool:
    """What is to come, a state, a toll over an unsaid time, told at another time."""
    doc, claim, times = run.doc, case.claim, run.times
    return (to_come(doc, claim) or on_record(doc, claim) or claim.event in words_of("timeless") and not helping(doc, claim)
            or freed_after(claim) or of_late(doc, claim) or cumulative(doc, claim, run.scene.tags) or alleged(run.claims, case.nth)
            or _elsewhen(times, claim) or bool(cause_aside(doc, claim)) or before_that(doc, claim) >= 0 or run.scene.apart(claim.sentence)
            or _summed_before(doc, claim, run.own) or _in_need(doc, claim))


def _in_need(doc: Doc, claim: ClaimDraft) -> bool:
    """Two million people face hunger: since when is not told."""
    return claim.rule == "people-need" and claim.trigger is not None and doc.low[claim.trigger[0]] in words_of("wants")


def later_held(run: Dating, case: Case) -> bool:
    """Two were later arrested."""
    claim = case.claim
    return claim.event == "detained" and claim.trigger is not None and "later" in run.doc.low[claim.trigger[0] - 2:claim.trigger[0]]


def long_fled(run: Dating, case: Case) -> bool:
    """4,000 people fled the raid; 900 are displaced; 40 of whom had sought refuge there."""
    claim = case.claim
    return claim.event == "displaced" and bool((claim.value or claim.low or 0) >= _MANY or present(run.doc, claim) or (
        claim.trigger and "had" in run.doc.low[claim.trigger[0] - 2:claim.trigger[1]]))


def taken_then(run: Dating, case: Case) -> bool:
    """Nine men came home. Four of them were seized in their fields."""
    return taken_before(run.doc, run.claims, case.nth)


def long_missing(run: Dating, case: Case) -> bool:
    """Missing perhaps since long."""
    alone_told = case.claim.event == "missing" and run.own is None and run.main is None
    return alone_told and _carried(run.times, case.claim, None, 0) is None


def of_the_operation(run: Dating, case: Case) -> bool:
    """They killed a man on Monday. He had seized nine nurses in May. During the operation, they held two."""
    if not run.wide or case.claim.sentence - 1 in run.of_days:
        return False
    then = _of_the_deed(run.times, run.claims, case.nth, run.of_days)
    case.claim.timex = then or case.claim.timex
    return then is not None


def of_the_month(run: Dating, case: Case) -> bool:
    """Militants carried out 90 attacks in August. They killed 60 people; but: 900 fled in September. Nine are still missing."""
    claim, wide = case.claim, run.wide
    if wide is None or claim.sentence - wide[1] > FLOW or paragraph(run.doc, claim) != wide[2]:
        return False
    if claim.event == "missing" and claim.trigger and "still" in run.doc.low[claim.trigger[0] - 2:claim.trigger[0]]:
        return True
    if claim.rule in _TOLLS or run.times.later(wide[0], claim) or claim.sentence == wide[1] and aside(run.times, wide[0], claim.first):
        return False  # the storm, which killed two in Norland last week, has left 90 dead in Sudland
    claim.timex = wide[0]
    run.wide = wide[0], claim.sentence, wide[2]
    return True


def of_the_main_day(run: Dating, case: Case) -> bool:
    """What befell people, where the paragraph tells no day: that of the report's event."""
    claim = case.claim
    if run.entries and run.own is not None and run.own[1] != paragraph(run.doc, claim):
        run.own = None
    if not run.main or claim.event not in words_of("befalls") or claim.first <= run.main.last or (
            _carried(run.times, claim, _here(run, claim), 0) is not None):
        return False
    claim.timex = run.main
    return True


def of_the_deed(run: Dating, case: Case) -> bool:
    """The operation that a claim's sentence tells again."""
    then, claim = _of_the_deed(run.times, run.claims, case.nth, run.told), case.claim
    if then and then.first < run.doc.paras[max(0, paragraph(run.doc, claim))][0] and _carried(run.times, claim, None, 0):
        return False  # a drone struck Velm on Monday. Four died; the army denied the strike
    claim.timex = then or claim.timex
    return then is not None


def carry(run: Dating, case: Case) -> bool:
    """The last time told in the paragraph or the one before, else the lead's."""
    doc, times, claim, lead, before, own = run.doc, run.times, case.claim, run.lead, case.before, run.own
    if _over_the_next(doc, claim) or _with_those_before(run, case):
        return True
    if sequel_told(times, claim, run.numbers):  # police on Monday held two over a blast that killed nine: not on Monday
        own = own if own and own[0].sentence < claim.sentence else None
        lead = lead if lead and doc.sentence_of(lead.first) < claim.sentence else None
        case.begun = before
    carried = _carried(times, claim, own, int(not run.entries))
    if run.entries:
        claim.timex = carried
        return True
    if run.main and run.blow and claim.event in _OF_A_BLOW and claim.first > run.main.last and claim.modality == "asserted" and (
            not carried or carried.first < doc.paras[max(0, paragraph(doc, claim))][0]):
        claim.timex = run.main  # rescuers dug on Friday; the quake struck on Thursday. 900 slept in the open
        return True
    if carried is None and lead is None and before is None:
        carried = _of_the_night(run, claim)
    here = _here(run, claim)
    if (first_told := carried or lead or before) and _said_before(times, claim, first_told):
        return True  # they tried two on Wednesday. The army said on Tuesday it had caught six
    if here is None and (at := carried or lead) and point(doc, at.first) and point(doc, claim.first):
        return True  # another point of a list
    ago = _long_ago(times, claim) if here is None else None
    ago = ago or _of_the_blow_before(run, claim, carried or lead or before)
    if ago is not None:
        claim.timex = ago  # the worst crash was in 2016. Seventy-one people died
        return True
    if carried and lead and apart(carried, lead.from_ or "") > 1 and not times.later(lead, claim) and (
            carried.first < doc.paras[max(0, paragraph(doc, claim))][0]):
        carried = lead  # the officers were seized on May 3. A paragraph on Monday's blast
    if carried and lead and claim.event in words_of("raid") and not times.later(lead, claim) and _of_no_raid(run, carried, case):
        carried = lead
    if carried and lead and not times.later(lead, claim) and _of_another_place(times, carried, claim):
        carried = lead
    if carried is not None and _behind(doc, carried, (lead.from_ or "") if lead else times.today or "", claim):
        return True
    if not _of_its_own(times, claim, carried or lead or before):
        claim.timex = carried or _of_the_lead(run, case, lead)
        if lead is None and carried is not None and claim.sentence <= run.last + 1 and not broad(carried):
            run.lead = carried  # they attacked a post on Monday. Nine men were killed
    return True


def _with_those_before(run: Dating, case: Case) -> bool:
    """Dates a claim that goes on with those of an event from which the day of another is counted: "rescuers freed a girl on Monday, 12 days
    after the quake that killed 900 people. In Velm, 40 died": not on Monday."""
    before, claim, own = run.claims[case.nth - 1] if case.nth else None, case.claim, run.own
    if before is None or own is None or own[0].event not in _HELP or before.event != claim.event or (
            claim.sentence - before.sentence != 1 or own[0].sentence != before.sentence or run.times.barrier(before) < 0):
        return False
    claim.timex = before.timex
    return True


def _over_the_next(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether a claim is told of the days after those before: "Over the next week, two more men died", "fled in the following days"."""
    if _NEXT.isdisjoint(doc.keys):
        return False
    first, last = doc.sents[claim.sentence]
    end = max(claim.last, claim.trigger[1] if claim.trigger else 0)
    spots = (first + 2, *range(end + 2, min(end + _BESIDE, last - 1)))
    return any(doc.low[t:t + 1] != [] and doc.low[t] in _NEXT and doc.low[t - 1] == "the" and doc.low[t - 2] in _OVER and not (
        _SPANS.isdisjoint(doc.low[t + 1:t + 3])) for t in spots)


def _of_the_lead(run: Dating, case: Case, lead: Timex | None) -> Timex | None:
    """The time that the lead gives, or that opens it."""
    claim, begun, later = case.claim, case.begun, run.times.later
    t = next((t for t in (lead, case.before) if t and not later(t, claim)), None)
    if t is not None or begun is None or run.doc.sentence_of(begun.first) in run.told or later(begun, claim):
        return t
    return None if _told_again(run.doc, claim, run.claims) else begun


def _here(run: Dating, claim: ClaimDraft) -> tuple[ClaimDraft, int] | None:
    """The last claim with a time of its own, if it stands in this paragraph."""
    return run.own if run.own and run.own[1] == paragraph(run.doc, claim) else None


def _of_the_deed(times: Times, claims: list[ClaimDraft], nth: int, told: set[int]) -> Timex | None:
    """The time of the operation that a claim's sentence tells again: "killed nine in a raid on Monday. Their leader had planned a blast in
    May. Two men were held after the raid"; `told`: the sentences with claims."""
    claim, doc = claims[nth], times.doc
    deed = told_of(doc, claim, told)
    t = next((c.timex for c in reversed(claims[max(0, nth - _LOOK):nth]) if c.sentence == deed and c.timex), None) if deed >= 0 else None
    return t if t and t.to and doc.sentence_of(t.first) <= deed and not times.later(t, claim) else None


def _said_before(times: Times, claim: ClaimDraft, t: Timex) -> bool:
    """Whether a claim's sentence tells that it was said on a day before a time."""
    told = [times.dated[k] for k in times.about(claim.first, *times.doc.sents[claim.sentence]) if times.told(k)]
    return claim.modality == "asserted" and t.from_ is not None and any(said.to and said.to < str(t.from_) for said in told)


def _told_again(doc: Doc, claim: ClaimDraft, claims: list[ClaimDraft]) -> bool:
    """Whether a claim of the headline is told again, so that its time may be told there."""
    return doc.headline is not None and claim.first < doc.headline[1] and any(
        c is not claim and (c.event, c.modality, c.value) == (claim.event, claim.modality, claim.value) for c in claims)


def _summed_before(doc: Doc, claim: ClaimDraft, own: tuple[ClaimDraft, int] | None) -> bool:
    """Whether the sentence before, of the same paragraph, sums up a long time: "68,000 have died since 2023. 1,200 died in the raid"."""
    if own is None or own[0].sentence != claim.sentence - 1 or own[1] != paragraph(doc, claim) or not (
            {own[0].event, claim.event} <= words_of("people")):
        return False
    t = own[0].timex
    return t is not None and t.from_ is not None and t.to is None


def _behind(doc: Doc, carried: Timex, now: str, claim: ClaimDraft) -> bool:
    """Whether a time told in a paragraph before, or some sentences ago, is that of a background, long before the day of the lead, or of the
    publication where the lead tells none."""
    if not carried.to or not now or doc.starts[carried.first] >= doc.starts[doc.paras[max(0, paragraph(doc, claim))][0]] and (
            claim.sentence - doc.sentence_of(carried.first) < FLOW):
        return False
    if carried.first == doc.paras[max(0, paragraph(doc, claim))][0]:
        return False  # 16 July 2020. Gunmen raided Velm. Nine people were killed
    return apart(carried, now) > _LONG


def _of_its_own(times: Times, claim: ClaimDraft, told: Timex | None) -> bool:
    """Whether a claim's sentence tells of a time long before that told last: "they rejected a 2016 peace under which 900 gave up arms"."""
    first, last = times.doc.sents[claim.sentence]
    return told is not None and any(
        apart(times.dated[k], told.from_ or "") > _YEAR_DAYS for k in times.about(claim.first, first, last))


def _long_ago(times: Times, claim: ClaimDraft) -> Timex | None:
    """The year or month, over a year ago, that the sentence before tells as its only time, if it stands in the same paragraph."""
    doc = times.doc
    first, last = doc.sents[claim.sentence - 1] if claim.sentence else (0, 0)
    if first < doc.paras[max(0, paragraph(doc, claim))][0] or times.about(claim.first, *doc.sents[claim.sentence]):
        return None
    told = [times.dated[k] for k in times.about(first, first, last)]
    since = any(doc.low[t.first - 1] == "since" or aside(times, t, last) for t in told)
    return told[0] if len(told) == 1 and not since and broad(told[0]) and apart(told[0], times.today or "") > _YEAR_DAYS else None


def _of_the_blow_before(run: Dating, claim: ClaimDraft, other: Timex | None) -> Timex | None:
    """The week, month or hours that the sentence before, of the same paragraph, tells as its only time of a blow: "A blast hit a bus last
    month. Nine people died", "They shelled 20 towns over the past day. Two men died"; `other`: a day told elsewhere."""
    doc, times = run.doc, run.times
    first, last = doc.sents[claim.sentence - 1] if claim.sentence else (0, 0)
    if claim.event not in words_of("raid", "befalls") or claim.modality != "asserted" or (
            first < doc.paras[max(0, paragraph(doc, claim))][0] or times.about(claim.first, *doc.sents[claim.sentence])):
        return None
    told = [(k, times.dated[k]) for k in times.about(first, first, last)]
    if claim.sentence - 1 in run.told and claim.rule.startswith("active"):
        return None  # nine villages were shelled over the past day. The rebels took Velm and killed 12
    if len(told) != 1 or other is not None and words_of("happens").isdisjoint(doc.low[first:last]):
        return None
    k, t = told[0]
    wide = t.type == "DURATION" or broad(t) or week(t)
    if not wide or times.told(k) or times.since(k) >= 0 or times.later(t, claim) or times.compared(t) or aside(times, t, last) or (
            _BLOWS.isdisjoint(run.scene.tags[first:last]) and words_of("dated_events").isdisjoint(doc.low[first:last])):
        return None
    return times.timex(k, claim)


def _elsewhen(times: Times, claim: ClaimDraft) -> bool:
    """Whether a sentence puts a claim at a time that it does not date: "a day after a crash killed nine", "since the war", "so far"."""
    doc = times.doc
    begin = doc.sents[claim.sentence][0]
    if doc.low[begin:begin + 2] in _BEFORE_THAT:
        return True  # before that, they had swapped 40 men
    if begins_war(doc, claim.sentence):
        return True  # the war began when rebels killed 40 guards
    if not _ELSEWHEN.isdisjoint(doc.keys):
        first, last = window(doc, claim)
        words = doc.low[first:last]
        so_far = words[:2] != ["so", "far"] and "far" in words and "so" in words
        at = doc.low[max(first, claim.trigger[0] - 3):claim.trigger[1]] if claim.trigger else []
        if any(word == "since" and before in words_of("perfect") for before, word in pairwise(at)):
            return True  # two of whom have since been freed
        if since_told(doc, claim, first, last) or so_far or ("to", "date") in pairwise(words) or (
                "earlier" in words[:2] and words_of("tolls_given").isdisjoint(words[1:3])):
            return True
    if times.barrier(claim) >= 0 or _in_months(times, claim) or "by" in doc.low[claim.last:claim.last + _BY_NOW] and (
            ("by", "now") in pairwise(doc.low[claim.last:claim.last + _BY_NOW + 1])):
        return True  # 900 have by now been swapped
    # in the truce, which lasted until May 12, Norland freed 33
    return any(not times.told(k) and aside(times, times.dated[k], claim.first) for k in times.about(claim.first, begin, claim.first))


def _of_the_night(run: Dating, claim: ClaimDraft) -> Timex | None:
    """The night of the raid told two paragraphs before, where the lead tells none: "shot down 90 drones overnight. A fire broke out. The
    other side said nine drones had hit a plant"."""
    own, today = run.own, run.times.today
    if own is None or not today or claim.event not in words_of("raid") or own[0].event not in words_of("raid"):
        return None
    t, near = own[0].timex, own[1] >= paragraph(run.doc, claim) - FLOW
    return t if t and near and t.to and 0 <= apart(t, today) < FLOW and not run.times.later(t, claim) else None


def _of_no_raid(run: Dating, t: Timex, case: Case) -> bool:
    """Whether no blow was told for a time of a paragraph before: "a raid overnight. 90 people left Velm on Monday. It used 40 drones"."""
    if t.first >= run.doc.paras[max(0, paragraph(run.doc, case.claim))][0]:
        return False
    blows = words_of("raid") | words_of("befalls")
    before = run.claims[max(0, case.nth - _LOOK):case.nth]
    told = [c.timex for c in before if c.event in blows and c.timex is not None]
    return not any((then.from_, then.to) == (t.from_, t.to) for then in told)


def _in_months(times: Times, claim: ClaimDraft) -> bool:
    """Whether a number is told to have come about in months or years: "the war has killed 900 people in 17 months"."""
    low, end = times.doc.low, min(claim.last + _SPAN, times.doc.sents[claim.sentence][1] - 2)
    at = next((k for k in range(claim.last, end) if low[k] in ("in", "over") and low[k + 2] in _SPANS), -1)
    return at >= 0 and times.scene.tags[at + 1] in "nm" and "," not in low[claim.last:at] and low[at - 1] != "time"


def _of_another_place(times: Times, t: Timex, claim: ClaimDraft) -> bool:
    """Whether a claim's paragraph is led by another place than that of a time told before it: "In Velm ...", "In the Karo region ..."."""
    doc, para = times.doc, paragraph(times.doc, claim)
    begin = doc.paras[max(0, para)][0]
    if t.first >= begin or para < 1:
        return False
    here, there = (_place_led(times, at) for at in (begin, doc.paras[para - 1][0]))
    return bool(here and there and here != there)


def _place_led(times: Times, begin: int) -> list[str]:
    """The name that a paragraph from a token on opens with: In Velm, In the Karo region; none of a month."""
    doc = times.doc
    if doc.low[begin] != "in":
        return []
    at = begin + 1 + (doc.low[begin + 1] == "the")
    name = doc.low[at:at + 2] if doc.forms[at:at + 1] and doc.forms[at][:1].isupper() else []
    return [] if times.about(begin, begin, at + 2) else name


def _done_by(doc: Doc, t: Timex, para: int) -> bool:
    """Whether a time told before a paragraph is that by which something was done: "By noon nine had been freed"."""
    return doc.low[t.first - 1] == "by" and t.first < doc.paras[max(0, para)][0] and "had" in doc.low[t.last:t.last + STATE]


def _answered_then(doc: Doc, t: Timex, times: Times) -> bool:
    """Whether a time is that of what a deed dated before it answers: "strikes on Friday in retaliation for an attack on Jan. 28"."""
    first = doc.sents[doc.sentence_of(t.first)][0]
    at = next((k for k in range(t.first - 1, first, -1) if doc.low[k] in times.answered and doc.low[k - 1] == "in"), first)
    return at > first and any(times.dated[k].last <= at for k in times.about(first, first, at))


def _had_left(doc: Doc, t: Timex) -> bool:
    """Whether a time is that at which a craft or somebody had left: "The boat had left Velm on Monday"."""
    near = doc.low[max(doc.sents[doc.sentence_of(t.first)][0], t.first - STATE):t.first]
    return any(a == "had" and b in _LEFT or (a, b) == ("set", "off") and "had" in near for a, b in pairwise(near))


def _reckoned(doc: Doc, t: Timex, before: int) -> bool:
    """Whether a time behind another is that from which "hours after a raid on Monday" counts."""
    if "after" not in doc.low[before:t.first]:
        return False
    after = before + doc.low[before:t.first].index("after")
    other = "," in doc.low[after:t.first] or doc.sentence_of(before) != doc.sentence_of(t.first)
    return doc.low[after - 1] in words_of("spans") and not other


def _more(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether a sentence goes on with numbers: "another 200 were hurt"."""
    first = doc.sents[claim.sentence][0]
    return doc.low[first] in words_of("going_on") or doc.low[first:first + 2] == ["a", "further"]


def _told_aside(doc: Doc, claim: ClaimDraft, t: Timex, then: Timex) -> bool:
    """Whether a claim and its time stand in an aside to what its sentence goes on to date: "the storm, which killed nine people in Velm on
    Monday, came ashore on Tuesday"."""
    low, first = doc.low, doc.sents[claim.sentence][0]
    if doc.sentence_of(then.first) != claim.sentence or not claim.last <= t.first < then.first or low[t.last:t.last + 1] != [","]:
        return False
    before = low[first:claim.first]
    return before.count(",") == 1 and before[before.index(",") + 1:][:1] in (["which"], ["who"])


def _carried(times: Times, claim: ClaimDraft, own: tuple[ClaimDraft, int] | None, back: int) -> Timex | None:
    """The last time told for the event in this paragraph or the `back` before."""
    para = paragraph(times.doc, claim)
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
        if k and _reckoned(doc, t, times.firsts[k - 1]):
            continue  # downed 90 drones overnight, hours after a raid on Monday
        if doc.low[t.first - 1] == "from" and "/" not in (t.value or ""):
            continue  # a hotline, which was in contact with the boat from Friday
        if times.answered and _answered_then(doc, t, times):
            continue
        if _done_by(doc, t, para) or _had_left(doc, t) or doc.low[t.first - 1] in ("until", "till"):
            continue
        if doc.low[t.first - 1] == "by" and not REMAIN.isdisjoint(doc.low[t.last:t.last + STATE]):
            continue  # by Monday 40,000 customers remained without power
        if visiting(doc, t) or of_a_vote(doc, t) or alone(doc, t) or spoken(doc, t, first) or k and (
                late_death(doc, t) or claim.event in _WHAT_FELL and bodies_found(doc, t)):
            continue  # "I heard them this morning," she said
        near = doc.low[max(0, t.first - STATE):t.first]
        if not words_of("conditions").isdisjoint(near) or "still" in near or near[-1:] == ["on"] and (
                not words_of("searching").isdisjoint(near[-2:])):
            continue  # was in critical condition on Sunday; rescuers searched on Sunday for nine missing
        if doc.low[t.first - 2:t.first] != ["as", "of"] and not times.told(k) and times.since(k) < 0 and (
                day(doc, t) and not times.compared(t) and not times.later(t, claim)):
            told = k
            break
    if own is not None and own[0].timex and (times.later(own[0].timex, claim) or _done_by(doc, own[0].timex, para)):
        own = None
    if own is not None and own[0].sentence == claim.sentence - 1 and own[0].timex and own[0].timex.to and _more(doc, claim):
        return own[0].timex  # 300 were killed in 2024; another 200 were hurt and 50 detained
    if own is not None and told is not None and own[0].timex and _told_aside(doc, own[0], own[0].timex, times.dated[told]):
        own = None
    if own is not None and own[1] >= para - 1 and own[0].timex and day(doc, own[0].timex) and (
            told is None or own[0].sentence >= doc.sentence_of(times.firsts[told])):
        return own[0].timex
    return None if told is None else times.dated[told]
