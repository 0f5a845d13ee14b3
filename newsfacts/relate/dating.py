"""What is known of a report's times while its claims are dated in text order, and the claim whose turn it is."""

from __future__ import annotations

from newsfacts.claims.roles.scene import Scene, words_of
from newsfacts.drafts import ClaimDraft, Timex
from newsfacts.records import record
from newsfacts.relate.datable import alone, apart, bodies_found, day, heads, late_death, of_a_vote, paragraph, spoken, visiting, week
from newsfacts.relate.dated import Times
from newsfacts.relate.mainday import dated_behind, main_day, one_blow, settle_hours
from newsfacts.relate.nearest import nearest
from newsfacts.relate.spans import broad
from newsfacts.tokens import Doc

OLD = 60  # days from an event of which the lead may tell in passing
FLOW = 2  # sentences: a time of long before the lead goes on in the next alone
AHEAD = ("planned", "demanded")  # not on the day of what has happened
_NOW = frozenset("today yesterday this last tonight overnight".split())
_QUOTED = ("\"", "“")
_ON = frozenset(("on", "during", "over", "for", "in"))
_LEAD = 2  # sentences
_HEAD = 4  # sentences: name, greeting, hour
_REMAINS = 3  # tokens behind a number
REMAIN = frozenset(("remained", "remain", "still"))
STATE = 9  # tokens from "condition" to a time
_SAID = 4  # tokens

_ACCUSED = frozenset("accused suspected responsible wanted blamed sought".split())


@record
class Case:
    """A claim to be dated, the `nth`; `at`: the time of its own sentence."""

    nth: int
    claim: ClaimDraft
    at: int | None = None
    begun: Timex | None = None  # the time that opens the report, if it may be the claim's
    before: Timex | None = None  # the same, told in a sentence before


def _charged(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether a claim tells of an older deed of which somebody is accused: "He is suspected of an attack that killed two in May"."""
    first = doc.sents[claim.sentence][0]
    at = next((t for t in range(first, claim.trigger[0] if claim.trigger else claim.first) if doc.low[t] in _ACCUSED), -1)
    return at > first and doc.low[at + 1] in ("of", "for", "in", "over")


class Dating:
    """The times told so far for a report's claims; `entries`: whether every paragraph tells of an incident of its own."""

    def __init__(self, doc: Doc, claims: list[ClaimDraft], times: Times, scene: Scene, entries: bool) -> None:
        self.doc, self.claims, self.times, self.scene, self.entries = doc, claims, times, scene, entries
        self.numbers = [c.first for c in claims]
        self.told = {c.sentence for c in claims}
        self.of_days = set(self.told)  # those of them that tell of no month or year as a whole
        self.own: tuple[ClaimDraft, int] | None = None  # the last claim with a time of its own, its paragraph
        self.wide: tuple[Timex, int, int] | None = None  # the month or year told last for a claim, the last sentence of it, its paragraph
        self.last = doc.lead(_LEAD)
        self.opening = self._opening()
        self.lead = self._as_of() if self.opening is None else None
        self.main, self.blow = main_day(doc, times), one_blow(doc)
        if self.main is not None:
            settle_hours(doc, times, self.main)
        self.headed = self.opening is not None and heads(doc, self.opening)

    @property
    def own_time(self) -> Timex | None:
        """The time of the last claim that has one of its own."""
        return self.own[0].timex if self.own else None

    def seek(self, case: Case) -> None:
        """Finds the time of a claim's own sentence, and whether the time that opens the report may be its own."""
        # a day on which the lead tells of something else is none of deaths, unless it tells of what killed
        case.begun = self.opening if case.claim.event != "killed" or dated_behind(self.doc, case.claim, self.opening) else None
        told_before = case.begun and self.doc.sentence_of(case.begun.first) < case.claim.sentence
        case.before = case.begun if told_before else None
        case.at = nearest(self.times, case.claim, self.numbers)

    def note(self, claim: ClaimDraft, t: Timex) -> None:
        """Keeps a claim's own time, for those that come."""
        if self.own is not None and self.own[0].sentence < claim.sentence and _charged(self.doc, claim):
            return
        if self.own is not None and self.own[0].sentence == claim.sentence and self.times.answered and not (
                self.times.answered.isdisjoint(self.doc.low[self.own[0].last:claim.first])):
            return  # struck 14 sites on Friday in reply to a raid in January in which two died
        doc, still = self.doc, self._still(claim, t)
        ahead = claim.modality in AHEAD and self.own is not None and self.own[0].modality not in AHEAD
        own = self.own
        reckoned = own is not None and own[0].sentence == claim.sentence and own[0].first < self.times.barrier(claim) < t.first
        # downed 90 drones overnight, hours after a raid on Monday killed four
        # as of Monday, 90 were held; will be freed on Friday
        compared = bool(self.times.comparing) and self.times.unlike(t, doc.sents[doc.sentence_of(t.first)][1])
        after = (own is not None or self.lead is not None) and claim.event == "killed" and (
            late_death(doc, t) or claim.item == "body" and bodies_found(doc, t))
        self.own = own if still or ahead or reckoned or compared or after else (claim, paragraph(doc, claim))
        self.wide = (t, claim.sentence, self.own[1]) if self.own and (broad(t) or week(t)) else None
        if broad(t):
            self.of_days.discard(claim.sentence)
        soon = claim.sentence <= self.last or self.headed and 0 <= apart(t, self.times.today or "") <= FLOW
        if self.lead is None and soon and not (still or compared or self._some_night(t)) and day(doc, t) and not alone(doc, t) and not (
                claim.sentence and apart(t, self.times.today or "") > OLD):
            self.lead = t

    def _still(self, claim: ClaimDraft, t: Timex) -> bool:
        """Whether a time is that of a state: "as of Monday", "still", "nine bodies had been found by Monday", "by Monday 40,000 remained
        without power", "searched on Monday for nine missing"."""
        low = self.doc.low
        first, last = self.doc.sents[claim.sentence]
        if claim.quote is not None and low[t.first] in _NOW and low[first] in _QUOTED and spoken(self.doc, t, last):
            return True  # "We found nine this morning," he said
        if low[t.first - 2:t.first] == ["as", "of"] or alone(self.doc, t) or "still" in low[t.first - STATE:t.first]:
            return True
        if low[t.first - 1] == "by" and (claim.item == "body" or claim.event == "outage" and not (
                REMAIN.isdisjoint(low[claim.first:claim.last + _REMAINS]))):
            return True
        return claim.event == "missing" and t.last <= claim.first and not words_of("searching").isdisjoint(low[t.first - _SAID:claim.first])

    def _some_night(self, t: Timex) -> bool:
        """Whether a headline tells a time that no day gives: "in one night"."""
        return t.from_ is None and self.times.today is not None and bool(self.doc.headline and t.first < self.doc.headline[1])

    def _of_report(self, t: Timex) -> bool:
        """Whether a time is a sentence of its own, the day of the report, where the text tells another before it: "18 May 2026. This update
        tells of the quake of 16 May"."""
        first, last = self.doc.sents[self.doc.sentence_of(t.first)]
        return t.from_ == t.to == self.times.today and first == t.first and last - t.last <= 1 and any(
            other.first > t.last and (other.from_ or "~") < str(t.from_) and other.from_ == other.to for other in self.times.dated)

    def _as_of(self) -> Timex | None:
        """The day of a post whose head tells its hour in a sentence of its own: "Good morning! As of 8:00. Nine drones were shot down"."""
        doc = self.doc
        for t in self.times.dated[:1]:
            first, last = doc.sents[doc.sentence_of(t.first)]
            if doc.low[first:t.first] == ["as", "of"] and last - t.last == 1 and t.from_ and t.from_ == t.to == self.times.today and (
                    doc.sentence_of(t.first) <= _HEAD):
                return Timex(t.first, t.last, t.start, t.end, "DATE", t.from_, t.from_, t.to, None, t.resolved)
        return None

    def _opening(self) -> Timex | None:
        """The first time that the lead tells of what happened."""
        doc, times = self.doc, self.times
        end = doc.sents[self.last][1]
        opening = next((t for k, t in enumerate(times.dated) if t.first < end and self._of_what_happened(k) and not times.compared(t)
                        and doc.low[t.first - 1] != "from" and doc.low[t.first - 2:t.first] != ["as", "of"] and not alone(doc, t)
                        and not (t.first >= doc.sents[0][1] and apart(t, times.today or "") > OLD)), None)
        if opening is None or doc.low[opening.first - 2:opening.first] != ["as", "of"]:
            return opening
        # as of 8 a.m. on Monday. During Sunday they shelled 30 towns
        end = doc.sents[min(self.last + _LEAD, len(doc.sents) - 1)][1]
        return next((t for k, t in enumerate(times.dated) if opening.last <= t.first < end and self._of_what_happened(k)
                     and doc.low[t.first - 1] in _ON and (t.to or "~") <= (opening.to or "")), opening)

    def _of_what_happened(self, k: int) -> bool:
        """Whether a time is a day or a few on which something happened: not "said on Monday", "since Monday"."""
        t = self.times.dated[k]
        apart_from = self._some_night(t) or self.times.told(k) or self._of_report(t) or visiting(self.doc, t) or of_a_vote(self.doc, t)
        return not apart_from and self.times.since(k) < 0 and day(self.doc, t)
