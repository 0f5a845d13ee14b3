"""Which of the times told in a claim's own sentence is its own: the nearest, past those that belong to other words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise

from newsfacts.claims.roles.scene import words_of
from newsfacts.drafts import ClaimDraft, Timex
from newsfacts.late import late
from newsfacts.relate.asides import before_that, cause_aside
from newsfacts.relate.datable import of_a_vote
from newsfacts.relate.dated import Times, aside, begun, posted
from newsfacts.relate.measured import AFTER_A_PAST, BRACKET, in_bracket, since_dead, span
from newsfacts.relate.spans import WEEKDAYS, founded
from newsfacts.relate.timeless import under_way
from newsfacts.sources.words import verbs as speech

_FREED = ("returned", "rescued")
_AHEAD = ("planned", "demanded")
_DASHES = frozenset(("-", "–", "—", "--"))
_MANY = frozenset("many most some others few none".split())
_HELD = (["held", "since"], ["captured", "in"], ["imprisoned", "since"], ["jailed", "since"], ["held", "from"])
_STILL_ARE = (["are", "still"], ["remain", "in"], ["still", "remain"])
_STATES = ("outage", "held", "missing")
_LASTING = ("deployed", "provided", "outage", "held")
_HURT = frozenset("hurt injured wounded shot stabbed burned burnt".split())
_WHO = frozenset(("who", "whom"))
_RELATIVES = frozenset(("who", "whom", "that"))
_THEM = frozenset(("them", "whom", "which", "these", "those"))
_CAPTIVE = frozenset("held bars jail prison captivity custody".split())
_LONG_ASIDE = 14  # tokens of an aside to its time
_SOUGHT = frozenset("wanted suspected accused sought convicted blamed charged".split())
_KEPT = frozenset(("which", "where", "whom"))
_ASSAILED = frozenset("attacked raided ambushed hijacked stormed seized took abducted kidnapped captured".split())
_ROSE_AS = ("after", "as", "when")
_TAKEN = frozenset("captured seized abducted kidnapped".split())
_TOLLS = ("toll", "counted-at")
_PUT = frozenset(("put", "puts", "given", "gave"))
_BEGUN = 6  # tokens of "launched jointly with Norland in late"
_UNDER = ("deployed", "provided")
_IN_CARE = frozenset("condition stable critical intensive".split())
_CALLED = frozenset("called calls scheduled slated".split())
_FORCE = frozenset(("force", "effect", "place"))
_TRIED = frozenset("executed convicted charged sentenced jailed indicted acquitted arrested extradited paroled released freed".split())
_IN_COURT = frozenset(("due", "appear", "trial"))
_FLED = frozenset("fled escaped crossed deserted defected".split())
_SHARES = frozenset("third half quarter thirds quarters most many some".split())
_NEAR = 9  # tokens between "could" and the time of what could be
_STATED = 14  # tokens from the wounded to the time of a state
_BEFORE = 3  # tokens between a number and the relative word of its clause
_ASIDE = 6  # tokens from the comma of an aside to the number in it
_YEAR = 4  # characters of a value
_WIDE = 80  # tokens of a sentence that matter on either side of a claim
_TOLD_AFTER = late(r",[^,;]{1,4}n[^,;]{0,9}$")  # ", after 11,000 ..."
_OPENS = 4  # tokens of a sentence before a time that opens it
_MAIN_VERBS = frozenset("began begins was were will is are took went met".split())
_AROUND_A_PART = ("finite-around-a-part", "passive-around-a-part")
_SEQUEL = 7  # tokens between what came of an event and its time
_OF_WHAT = frozenset("that which who where over after of for into killing".split())
_DURING = frozenset("as when while during".split())
_BEREAVED = frozenset("relatives families friends parents widows colleagues mourners relative".split())
_MEANWHILE = frozenset("when as while after before since once until during".split())
_OPENING = frozenset("opened opens began begins started starts held".split())
_FRONTING = frozenset("on in during at over".split())
_JOINING = frozenset("and but while whereas".split())
_NAMED = 3  # tokens of "'s mosque attack"
_INCLUDED = 5  # tokens of "including two on"
_ONE_MORE = frozenset("third fourth another other".split())
_DAY = 10  # characters of a day
_CUSTODY = ("held", "detained", "captured")
_ACCUSING = frozenset("suspicion accused allegedly charges".split())


class Tried:
    """A claim, and the time of its sentence that is looked at."""

    k: int
    time: Timex
    since: int  # the token of its "since", or -1
    prior: str  # the word before it
    behind: str  # and the one behind
    between: str  # the tags between claim and time
    words: list[str]  # and the words

    def __init__(self, times: Times, claim: ClaimDraft, numbers: list[int], within: Sequence[int], span: tuple[int, int]) -> None:
        self.times, self.claim, self.numbers, self.within = times, claim, numbers, within
        self.low, self.tags = times.doc.low, times.scene.tags
        self.first, self.last = times.doc.sents[claim.sentence]
        self.start, self.end = span
        self.trigger = -1 if claim.trigger is None else claim.trigger[0]
        self.barrier = times.barrier(claim)

    def look(self, k: int) -> None:
        """Turns to another time."""
        low, time = self.low, self.times.dated[k]
        self.k, self.time, self.since = k, time, self.times.since(k)
        self.prior, self.behind = low[time.first - 1], low[time.last] if time.last < len(low) else ""
        begin, until = (self.end, time.first) if time.first >= self.end else (time.last, self.start)
        self.between, self.words = self.tags[begin:until], low[begin:until]

    @property
    def others(self) -> int:
        """How many claims stand between this one and a time behind it."""
        return bisect_left(self.numbers, self.time.first) - bisect_right(self.numbers, self.claim.first)


def nearest(times: Times, claim: ClaimDraft, numbers: list[int]) -> int | None:
    """The expression of the claim's own sentence that is nearest to its number or event."""
    within: Sequence[int] = times.about(claim.first, *times.doc.sents[claim.sentence])
    if not within:
        return None
    if claim.rule == "earlier-period":
        return next((k for k in within if times.firsts[k] >= claim.last), None)
    if claim.rule == "increment" and (added := [k for k in within if in_bracket(times, k)]):
        return next((k for k in reversed(added) if times.firsts[k] < claim.last + BRACKET), None)
    measured = span(times, claim, numbers, within)
    t = Tried(times, claim, numbers, since_dead(times, claim, within), measured)
    apart_from, opened_at = cause_aside(times.doc, claim), before_that(times.doc, claim)
    guards = (*_ANYWHERE, *_BY_EVENT.get(claim.event, ()), *_BY_MODALITY.get(claim.modality, ()))
    best, least = None, 0
    for k in t.within:
        if times.firsts[k] in apart_from or times.firsts[k] < opened_at:
            continue
        t.look(k)
        cost = None if any(guard(t) for guard in guards) else _cost(t)
        if cost is not None and (best is None or cost < least):
            best, least = k, cost
    return best


def _cost(t: Tried) -> int | None:
    """How far a time is from a claim, by the words between; None where they tell that it belongs to others."""
    if t.time.first >= t.end:
        cost = None if any(guard(t) for guard in _BEHIND) else _cost_behind(t)
    elif t.time.last <= t.start:
        cost = None if _of_words_before(t) else _cost_before(t)
    else:
        cost = _cost_amid(t)
    if cost is None:
        return None
    first = t.time.first
    if "(" in t.low[max(t.first, first - BRACKET):first]:
        if "+" in t.low[first - BRACKET:first]:
            return None  # 10,884 tanks (+4 over the past day)
        cost += 10
    return cost + 20 if first == t.first and posted(t.times.doc, t.time) else cost


def _cost_behind(t: Tried) -> int:
    between = t.between
    cost = len(between) + 5 * between.count(",") + 6 * t.others
    if "," in between and t.tags[t.time.last:t.time.last + 1] == "," and not words_of("relatives").isdisjoint(t.words):
        cost += 16  # freed 11 crew of the Velm, a ship that rebels sank in July, and flew them home on Wednesday
    return cost


def _cost_before(t: Tried) -> int:
    if t.claim.rule in _TOLLS and -1 < t.trigger < t.time.first and t.behind == "'s":
        return 1  # the number killed in Sunday's bombing at a crowded bazaar in Velm climbed to 29 after nine died overnight
    opens = t.time.first - t.first < _OPENS
    cost = 2 if opens else 13 if t.behind == "and" else 7  # ruled from 1951 to 1977 and killed 90 in 1966
    others = bisect_left(t.numbers, t.claim.first) - bisect_right(t.numbers, t.time.first)
    return cost + len(t.between) + 2 * t.between.count(",") + 4 * others


def _cost_amid(t: Tried) -> int | None:
    low, claim, time = t.low, t.claim, t.time
    if claim.event in _FREED and claim.last <= time.first and not words_of("seizing").isdisjoint(low[claim.last:time.first]):
        return None  # 18 soldiers captured in July were handed over on Wednesday
    if claim.last <= time.first and not words_of("relatives").isdisjoint(low[claim.last:time.first]) and (
            low[t.trigger - 1] in ("have", "has") or any(t.trigger < t.times.firsts[j] for j in t.within)):
        return None  # soldiers who were wounded in May died on Monday, have died
    in_aside = "," in low[claim.last:time.first] and "," in low[time.last:t.end]  # two, seized that day, were freed in May
    return 5 if in_aside or "and" in low[time.last:claim.first] else 1  # freed on the 6th, and 22 more two weeks later


def _by_rule(t: Tried) -> bool:
    """Whether the construction of a claim tells that a time is not its own."""
    low, claim, time, rule = t.low, t.claim, t.time, t.claim.rule
    if rule == "and-then":
        return time.first < t.start and (claim.first < time.first or claim.event in _FREED)  # held on 3 May and released on 5 May
    if rule in AFTER_A_PAST:
        hurt = claim.event == "wounded" and not _HURT.isdisjoint(low[claim.last:min(t.trigger, time.first)])
        if hurt and claim.trigger and time.first >= claim.trigger[1] and any(
                claim.last <= t.times.firsts[j] < t.trigger for j in t.within):
            return True  # two men hurt on Sunday were taken to hospital on Monday
        return claim.first < time.first < t.trigger and not hurt  # nine soldiers captured in May were killed; but: hurt in May
    if rule in _AROUND_A_PART and claim.part_of is not None and claim.last <= time.first < t.trigger and (
            "," in low[time.last:t.trigger]):
        return True  # nine people, among them two pupils coming home after the Easter break, died on Sunday
    if rule == "shared-subject" and claim.last <= time.first < t.trigger:
        return any(t.times.firsts[j] > t.trigger for j in t.within)  # spent the night underground before they were rescued on Sunday
    if rule == "figure-again":  # Thursday's exchange brings to 900 the number of those freed since May
        return time.last <= claim.last and "since" in low[claim.last:t.last] and not (
            words_of("raising").isdisjoint(low[time.last:claim.first]))
    if rule == "already-there":
        return time.last <= claim.first  # will send 400 by May, on top of the 900 already there
    if rule in _TOLLS:  # had put the number of dead at 46 on Wednesday
        return time.first - claim.last in (0, 1) and t.since < 0 and not _PUT.isdisjoint(low[t.first:claim.first])
    return rule == "counted-event-noun" and claim.part_of is not None and time.first >= claim.last and (
        low[claim.first + 1:claim.first + 2] == ["of"] and words_of("happens").isdisjoint(low[claim.last:time.first]))
    # nine of the wounded were flown out on Monday; but: nine of the deaths occurred on Monday


def _beside(t: Tried) -> bool:
    """Whether the words right beside a time make it part of a name or a phrase."""
    low, time, prior, behind = t.low, t.time, t.prior, t.behind
    if behind in words_of("landmarks") and low[time.first - 2] not in ("in", "during") and "since" not in low[time.first - 3:time.first]:
        return True  # protests against the result of the October vote
    if of_a_vote(t.times.doc, time):
        return True  # protests against the result of Sunday's election
    if behind == "peace" and not words_of("accords").isdisjoint(low[time.last + 1:time.last + 2]):
        return True  # seven signatories of the 2016 peace deal were killed
    if behind == "'s" and prior in words_of("measures"):
        return True  # at a site in the same area as Saturday's landslide
    if behind == "'s" and prior == "before" and time.last <= t.start:
        return True  # before this year's fighting, it was home to 900 refugees
    if prior == "than" and low[time.first - 2] in ("more", "less", "higher", "lower"):
        return True  # oaks, which fetch a tenth more than last year
    if prior in ("over", "for") and t.claim.event in ("held", "detained") and len(time.value or "") == _YEAR and behind.isalpha():
        return True  # jails 11 over 2019 hotel bombing
    if prior == "for" and low[time.first - 2] == "waiting":
        return True  # urged them to free nine without waiting for Monday
    if prior == "to" and low[time.first - 2] == "through":
        return True  # an appeal for $90 million to see them through to March
    return prior in words_of("marks")  # people celebrating New Year


def _to_come(t: Tried) -> bool:
    """Soldiers had surrounded his home, he said and called on all to march on Wednesday."""
    weekday = t.time.last - t.time.first == 1 and t.low[t.time.first] in WEEKDAYS  # one with a date, or its day, was read without a tense
    return weekday and t.claim.modality == "asserted" and t.times.later(t.time, t.claim) and not under_way(t.times.doc, t.claim)


def _until_then(t: Tried) -> bool:
    """Whether a time is the end of a state, or only that up to which a record stood."""
    low, event, first = t.low, t.claim.event, t.time.first
    begin, end = t.times.doc.sents[t.claim.sentence]
    if first - 1 == begin and t.prior in ("till", "until", "before") and any(
            t.times.dated[k] is not t.time for k in t.times.about(t.claim.first, begin, end)):
        return True  # until Saturday the deadliest was in May, when a man killed five people
    if t.prior in ("till", "until") and (
            event in ("captured", "detained") or not _FORCE.isdisjoint(low[max(t.first, first - 3):first])):
        return True  # nine were abducted and held until Monday; in the district, where an alert is in force until Friday
    if event not in _LASTING:
        return False
    until = low[first - 3:first - 1] if low[first - 2:first] == ["at", "least"] else low[first - 1:first]
    # has assigned 20 men to the town through next weekend; nine will remain in custody until at least Monday
    return not words_of("ends_of_time").isdisjoint(until)


def _agreed_then(t: Tried) -> bool:
    """Whether what is planned was agreed on at a time, or is to be done before it."""
    low, claim, time = t.low, t.claim, t.time
    if t.prior == "before" and "end" not in low[time.first:time.last]:
        return True  # urged them to free 500 before winter
    if claim.modality != "planned" or time.last > claim.first:
        return False
    if ("under", "which") in pairwise(low[time.last:claim.first]):
        return True  # a deal struck in July, under which 880 people are to go home
    if claim.event in _FREED and "agreed" in low[t.first:claim.first]:
        return True  # at talks in July they agreed to free 900
    return t.prior == "on" and low[time.first - 2] in words_of("agreed") and not (
        words_of("accords").isdisjoint(low[t.first:time.first - 2]))  # under the deal, signed on May 11, Norland is to free 900


def _captured_then(t: Tried) -> bool:
    """Whether those who were freed, or others, were captured or killed at a time."""
    low, claim, first = t.low, t.claim, t.time.first
    if _in_aside_of_captives(low, first, t.first):
        return True  # freed 40 men, most of them taken in a raid in 2022, and nine nurses, some of whom had been held since May
    if claim.last <= first < t.trigger and not words_of("seizing").isdisjoint(low[claim.last:claim.last + 2]):
        return True  # 24 of the girls seized from a school in the north on Monday have been freed
    if claim.item == "body" and first >= claim.last > t.times.dated[t.k - 1].first * (t.k > 0) and (
            not words_of("fallen").isdisjoint(low[claim.last:first])):
        return True  # gave back the bodies of 37 men killed in fighting in May
    # those who came home include 90 marines held since May and six nurses
    return t.time.last <= claim.first and low[max(t.first, first - 2):first] in _HELD


def _in_aside_of_captives(low: list[str], at: int, first: int) -> bool:
    """Whether a time is that of a capture in an aside: ", most of them taken in 2022", ", some of whom had been in jail since"."""
    near = low[max(first, at - _LONG_ASIDE):at]
    near = near[len(near) - near[::-1].index(","):] if "," in near else []
    of_them = any(before == "of" and word in _THEM for before, word in pairwise(near[:4]))
    return of_them and not (_CAPTIVE.isdisjoint(near) and words_of("seizing").isdisjoint(near))


def _of_a_part(t: Tried) -> bool:
    """Whether a time is that of a part or of the next number: "60 of them in May", "60 of them in Velm on Sunday"."""
    low, numbers, first = t.low, t.numbers, t.time.first
    nth = bisect_right(numbers, t.claim.first)
    if t.since >= 0 and low[t.since - 2:t.since] == ["of", "them"] and low[t.since - 3] in _SHARES and t.since >= t.end:
        return True  # 900 have fled, a third of them since May
    if nth >= len(numbers) or numbers[nth] >= first:
        return False
    if first > t.end and "still" in low[numbers[nth]:first]:
        return True  # 118 were saved, and 27 were still in hospital on Thursday
    near = low[max(0, first - _NEAR):first]
    near = near[len(near) - near[::-1].index(","):] if "," in near else near
    if near[:1] == ["including"] and len(near) < _INCLUDED:
        return True  # nine have died, including two on Wednesday
    return any(before == "of" and word in _THEM for before, word in pairwise(near))


def _of_a_sequel(t: Tried) -> bool:
    """Whether a time is that of what came of it: "police on Monday arrested two over a blast that killed nine", "nine people shot dead in
    Velm were buried on Monday", "an inquest into the deaths of nine people began on Monday"."""
    low, first, time, sequels, gatherings = t.low, t.first, t.time, words_of("sequels"), words_of("gatherings")
    if low[t.start - 1] == "of" and low[t.start - 2] in _BEREAVED:
        return True  # relatives of nine people shot dead in Velm marched on Monday
    if not words_of("dated_events").isdisjoint(low[time.last:time.last + (_NAMED if t.behind in ("'s", ",") else 1)]):
        return False  # charged in the May 3 bombing, in Monday's bombing that killed nine
    if time.last <= t.start:
        verb = next((k for k in range(t.start - 1, first, -1) if low[k] in sequels or low[k] in gatherings), first)
        if verb == first or verb - time.last >= _SEQUEL or time.first - verb >= _SEQUEL or "and" in low[time.last:verb] or not (
                _DURING.isdisjoint(low[verb:t.start])):
            return False
        if t.trigger >= t.claim.last and t.start - verb <= _BEFORE and t.claim.rule == "participle":
            return True  # on Monday named the nine people killed in Velm
        again = low[verb] == "resumed" and "a" in t.tags[verb + 1:verb + 3]  # raids that killed nine
        told = _OF_WHAT.intersection(low[max(verb + 1, time.last):t.start + 1])
        doing = told == {"killing"} and t.behind == ","  # clashes continued on Monday, killing nine
        return not (again or doing) and bool(told)
    begin = t.end
    if time.first < begin or "," in low[begin:time.first] or not _MEANWHILE.isdisjoint(low[begin:time.first]):
        return False
    verb = next((k for k in range(time.first - 1, max(begin, time.first - _SEQUEL) - 1, -1) if low[k] in sequels), -1)
    held = not gatherings.isdisjoint(low[first:t.start]) and not _OPENING.isdisjoint(low[begin:time.first])
    return held or verb >= 0 and verb != t.trigger and "and" not in low[begin:verb]


def sequel_told(times: Times, claim: ClaimDraft, numbers: list[int]) -> bool:
    """Whether a sentence dates only what came of an event that it tells."""
    if claim.event not in words_of("befalls") or words_of("sequels", "gatherings").isdisjoint(times.doc.keys):
        return False
    within: Sequence[int] = times.about(claim.first, *times.doc.sents[claim.sentence])
    t = Tried(times, claim, numbers, within, span(times, claim, numbers, within))
    for k in within:
        t.look(k)
        if _of_a_sequel(t):
            return True
    return False


def _of_the_number(t: Tried) -> bool:
    """Whether a time dates what a number is compared with."""
    low, claim, time, times = t.low, t.claim, t.time, t.times
    if times.earlier(time):
        return True
    if time.first > claim.last and times.compared(time) and not times.comparing.isdisjoint(low[claim.last:time.first]):
        return True
    if claim.was is not None and time.first >= claim.last and "from" in low[claim.last:time.first]:
        return True  # 205, up from 157 on Monday
    end = claim.last if claim.number is None else max(claim.last, claim.number.last)
    if low[end:end + 2] == ["more", "than"] and time.first - end in (0, 2) and low[time.last - 1] == "ago":
        return True  # hold 6,000 square kilometres more than a year ago
    # from $5 million in 2022 to $7 million
    return claim.number is not None and claim.number.moved is not None and time.last <= claim.number.nlast


def _since_another(t: Tried) -> bool:
    """Whether "since" before a time belongs to a rank or to another clause."""
    low, since = t.low, t.since
    if since < 0:
        return False
    if low[since - 2:since] == ["first", "time"] or low[since - 1] in words_of("ordinals"):
        return True  # for the first time since 1971; the ninth since June
    if since > 0 and low[since - 1] in ("most", "fewest"):
        return True  # nine were hurt, the most since 1971
    return t.time.last <= t.start and ";" in t.words  # had been held since June; two of the captors were arrested


def _of_a_state(t: Tried) -> bool:
    """Whether a time is that of a state: of how the wounded are, of a search for the missing."""
    low, claim, time, end = t.low, t.claim, t.time, t.end
    if claim.event == "wounded":  # nine of the wounded were in critical condition on Sunday
        between = low[claim.last:time.first] if time.first >= claim.last else low[time.last:claim.first]
        return len(between) < _STATED and not words_of("conditions").isdisjoint(between)
    # on Tuesday went on looking for three who have not been seen since a wave struck on Sunday
    return t.since < 0 and time.last <= claim.first and any(t.times.firsts[j] >= end for j in t.within) and (
        "since" in low[end:t.last] or "after" in low[end:end + 2])


def _of_a_statement(t: Tried) -> bool:
    """Whether a time is that of a statement, of what came before or of what began: "police said on Monday"."""
    time = t.time
    if t.claim.event == "killed" and time.last < t.claim.first and t.behind in _ROSE_AS and not (
            words_of("toll_verbs").isdisjoint(t.low[max(t.first, time.first - _BEFORE):time.first])):
        return False  # the toll rose on Monday after two of the wounded died
    as_of = t.claim.event in _STATES and t.low[time.first - 2:time.first] == ["as", "of"]
    if not as_of and t.times.told(t.k, t.trigger) or time.last <= t.barrier or time.last <= t.start and aside(t.times, time, t.start):
        return True
    # nine have died in Karo, where a fire that broke out on Saturday has spread
    return time.first >= t.end and begun(t.times.doc, time, t.last)


def _captured_behind(t: Tried) -> bool:
    """Whether the words to a time behind tell of the capture of those who were freed."""
    if t.claim.event not in _FREED:
        return False
    if t.since >= 0 and t.claim.rule != "figure-again" and not _KEPT.isdisjoint(t.words):
        return True  # was freed from a cellar in which they had been kept since June
    if any(a in words_of("pronouns") and b in _ASSAILED for a, b in pairwise(t.words)):
        return True  # released 40 passengers of a train they attacked in March
    begin = max(t.end, t.time.first - _ASIDE, t.times.dated[t.k - 1].last if t.k else 0)
    if not _TAKEN.isdisjoint(t.low[begin:t.time.first]):
        return True  # freed five captured in Velm in May
    near = t.words[-_ASIDE:]  # freed three of the five nurses abducted in March, abducted by armed men in March
    return _seized(near[-3:]) or "by" in near and _seized(near)


def _seized(words: list[str]) -> bool:
    """Whether words tell of a capture: "abducted in", "taken on"; but not of a truce that "took effect on" a day."""
    return not words_of("seizing").isdisjoint(words) and words_of("takes_place").isdisjoint(words)


def _sought(words: list[str], prior: str, behind: str, further: list[str]) -> bool:
    """Whether a time is that of a deed over which people are sought: "wanted for the April bombing", "suspected of last year's attack"."""
    blows = words_of("dated_events")
    of_a_blow = behind in blows or prior in ("the", "a", "an") and further[:1] != [] and further[0] in blows
    of_a_blow = of_a_blow or behind == "'s" and not blows.isdisjoint(further)
    return of_a_blow and any(a in _SOUGHT and b in ("for", "of", "in", "over", "with") for a, b in pairwise(words))


def _of_what_led_to_it(t: Tried) -> bool:
    """Whether a time behind is that of what is agreed on, answered or looked into."""
    if _sought(t.words, t.prior, t.behind, t.low[t.time.last + 1:t.time.last + 3]):
        return True  # arrested two men wanted for the April bombing, suspected of last year's attack
    if t.k != t.within[-1] and any("-".join(pair) in words_of("on_record") for pair in pairwise(t.words)):
        return True  # held a man linked to a robbery in March on Monday
    if t.prior == "for" and not _CALLED.isdisjoint(t.words):
        return True  # wants nine men freed and has called a strike for Monday
    if t.claim.event in _UNDER and t.behind == "'s" and t.prior in ("following", "after"):
        return True  # has ordered 700 more men there following Monday's clashes
    if len(t.within) > 1 and t.behind == "'s" and t.prior in ("over", "about"):
        return True  # on Monday arrested two over last week's martial law
    if t.since < 0 and not words_of("agreed").isdisjoint(t.words) and not words_of("accords").isdisjoint(t.words):
        return True  # handed over 90 bodies under a deal struck at talks on June 2
    if _of_a_scheme(t.claim.event, t.words):
        return True  # has 90 men there under a mission launched in 2014
    return not t.times.answered.isdisjoint(t.words)  # struck nine sites in response to last month's raid


def _of_a_scheme(event: str, words: list[str]) -> bool:
    """Whether the words to a time end with when a scheme began under which things are sent or given: "under a plan agreed in"."""
    near = words[-_BEGUN:]
    return event in _UNDER and not words_of("set_up").isdisjoint(near) and "under" in words


def _of_next_clause(t: Tried) -> bool:
    """Whether a time behind belongs to the next clause."""
    claim, between, words = t.claim, t.between, t.words
    if ";" in between:
        return True  # nine were held on Monday; a tenth gave himself up in June
    if ")" in words and (before := t.low[t.first:t.end]).count("(") > before.count(")") and t.times.dated[t.within[0]].last <= t.start:
        return True  # on 4 May in Velm (14 killed) and on 9 May in Karo
    if "after" in words and _TOLD_AFTER.search(between):
        return True  # sent 1,500 men, after 11,000 went last year
    if t.barrier >= 0 and claim.first - t.barrier < _NEAR and "," in between:
        return True  # two weeks after a flood killed 60, nine miners were buried on Wednesday
    if claim.event in _STATES and (",&" in between or "," in between and t.prior == "by"):
        return True  # nine are missing, and teams heard knocks on Sunday
    if t.prior in _FRONTING and t.low[t.time.first - 2] in _JOINING and (
            t.low[t.time.first - 3:t.time.first] == [",", "and", "on"] or _another_behind(t)):
        return True  # 90 were hurt on May 2, and on Thursday 15 died; in May nine died in Velm and in June rebels shot two
    if t.low[t.time.first - 3:t.time.first] == [",", "where", "on"]:
        return True  # sought nine men in Velm, where on Monday they had found two
    # 24 were killed and winds could rise this week
    return claim.modality == "asserted" and not words_of("ahead").isdisjoint(words[-_NEAR:])


def _another_behind(t: Tried) -> bool:
    """Whether a time opens another clause, of a number or of what happened at another time: "and in June rebels shot two", "on Monday nine
    died and on Tuesday rebels came"."""
    goes_on = t.tags[t.time.last + (t.behind == ","):t.last].partition(",")[0]
    return "n" in goes_on or goes_on[:1] not in ("", ".", "&", ";", ":") and t.times.dated[t.within[0]].last <= t.start


def _of_relative_clause(t: Tried) -> bool:
    """Whether a time behind belongs to a relative clause, or to what follows one."""
    claim, words, beside = t.claim, t.words, words_of("beside_clauses")
    if claim.event == "held" and not beside.isdisjoint(words):
        return True  # holds ten men of a ship which was boarded in May
    if claim.event != "missing" and t.since >= 0 and not beside.isdisjoint(t.low[t.end:t.since]):
        return True  # five died in a camp where 40,000 have lived since 2012
    if "had" in words and not beside.isdisjoint(words[:words.index("had")]):
        return True  # killed six at a post where nine had died in March
    if len(t.time.value or "") == _YEAR and founded(t.low, t.tags, t.end, words):
        return True  # nine died in the mill, which opened in 1990
    if "where" in words and not _IN_CARE.isdisjoint(words[words.index("where"):]):
        return True  # flown to a hospital, where four were in intensive care on Monday
    if t.others and "where" in words and bisect_left(t.numbers, t.end + words.index("where")) < bisect_left(t.numbers, t.time.first):
        return True  # nine died in Velm, where 14 drowned in May
    if "x" in t.between and _had_been(t.low, t.end, t.time.first, claim.event):
        return True
    if "," not in t.between or claim.first <= t.first:
        return False
    near = t.low[max(t.first, t.start - _ASIDE):t.start]  # the south, which lost 14 men there, began to withdraw on Tuesday
    return "," in near and not words_of("relatives").isdisjoint(near[len(near) - near[::-1].index(","):][:1])


def _had_been(low: list[str], first: int, last: int, event: str) -> bool:
    """Whether the words to a date tell of what was before: "freed 13 miners who had been abducted last week", "whom they took in May"."""
    relatives, had = words_of("relatives"), words_of("had")
    tokens = [token for token in range(first, min(last - 1, first + _WIDE)) if low[token] in relatives]
    if tokens and low[last - 2:last] == [",", "on"] and low[tokens[0] - 1] != ",":
        return False  # a train struck a lorry that had stalled near Velm, Norland, on Saturday
    if any(low[token + 1] in had for token in tokens) or (low[first] in words_of("pronouns") and low[first + 1] in had):
        return True  # also: hostages they had taken in May
    if event == "returned" and tokens and low[tokens[0] + 1] in _FLED:
        return True  # flew home nine of the men who fled to Norland in May
    return event in _FREED and bool(tokens) and not words_of("seizing").isdisjoint(low[tokens[0]:last])


def _of_later_deaths(t: Tried) -> bool:
    """Whether a time is of one who died later: "six died at the scene, while a woman died in hospital on Sunday"."""
    if t.claim.event != "killed" or t.others == 0 and _ONE_MORE.isdisjoint(t.words):
        return False  # two died on the spot and a third the next day
    there = t.low[t.end:t.end + _BEFORE]
    return there in (["on", "the", "spot"], ["at", "the", "scene"], ["at", "the", "site"]) or there[:1] in (["instantly"], ["immediately"])


def _of_a_trial(t: Tried) -> bool:
    """Whether a time behind tells when somebody speaks or comes before a court."""
    words = t.words
    if "who" in words and words[words.index("who") + 1:][:2] == ["is", "to"]:
        return True  # shelters 900 people, said Ivo Tarn, who is to brief the council next week
    accused = not _ACCUSING.isdisjoint(words) or "suspected" in words and ("suspected", "of") in pairwise(words)
    if accused and t.claim.event in _CUSTODY and (t.others or t.prior == "in" and len(t.time.value or "") < _DAY):
        return True  # held nine men on suspicion of killing 14 people in May
    if "court" in words and not _IN_COURT.isdisjoint(words):
        return True  # two were arrested and are due in court on Monday
    if t.trigger < 0 or t.low[t.trigger - 1] not in _RELATIVES or t.claim.event not in words_of("people"):
        return False
    # a man who killed nine people was executed on Monday
    return any(a in ("was", "were", "been") and b in _TRIED for a, b in pairwise(words))


def _of_other_numbers(t: Tried) -> bool:
    """Whether a time behind belongs to a sum, a rank or the next number."""
    claim, numbers, first = t.claim, t.numbers, t.time.first
    if t.times.against(t.time, claim.last):
        return True  # killed 40, against 20 in 2019
    if t.since >= 0 and not words_of("raising").isdisjoint(t.low[t.end:t.since]):
        return True  # killed two, bringing the toll since May to nine
    if t.times.superlative(t.time, t.end):
        return True  # the deadliest strike this year
    apart = bisect_right(numbers, claim.last)
    if apart < len(numbers) and t.trigger <= numbers[apart] < first and not (  # nine clerks and a guard who
            _WHO.isdisjoint(t.low[max(claim.last, numbers[apart] - _BEFORE):numbers[apart] + _BEFORE])):
        return True  # freed nine, one of whom died on Friday
    # Norland, which has sent 900 men, will send another 400 in June; nine are held and four died on Monday
    return t.others != 0 and (t.times.later(t.time, claim) or claim.modality in _AHEAD or t.prior == "by" or claim.event == "held")


def _of_words_before(t: Tried) -> bool:
    """Whether a time before a claim belongs to the words between them."""
    low, claim, numbers, between = t.low, t.claim, t.numbers, t.between
    if t.times.unlike(t.time, claim.first):
        return True  # unlike on Monday, when nine died, nobody was killed
    if "far" in t.words and "and" in t.words and ("so", "far") in pairwise(t.words[t.words.index("and"):]):
        return True  # gave 50 tanks in 2023 and the Norlanders have so far sent 18
    if ";" in between and (t.prior == "by" or _had_before(low[max(t.first, t.time.first - _ASIDE):t.time.first])):
        return True  # had shot down 71 by 9 a.m.; 23 struck towns. Those who had fled in May came home; 400 left again
    if t.since >= 0 and t.times.superlative(t.time, t.first) and "when" not in t.words and (
            low[t.time.last:t.time.last + 2] != [",", "which"] or t.start - t.time.last > _NEAR):
        return True  # Sunday's strike, the deadliest since 2019, killed 14
    answered = t.times.answered
    if answered and "," in between and low[t.start].endswith("ing") and not (
            answered.isdisjoint(low[max(t.first, t.time.first - _NEAR):t.time.first])):
        return True  # shelled Velm in reprisal for Sunday's bombing, killing 12
    if t.since >= 0 and "," in between and bisect_left(numbers, t.since) > bisect_left(numbers, t.first) and not (
            speech().keys().isdisjoint(t.words)):
        return True  # asked about the nine missing since Monday, he said two had been found
    if claim.event == "held":
        if bisect_left(numbers, claim.first) != bisect_right(numbers, t.time.first) or "and" in t.words and t.since < 0:
            return True  # in 2025, 40 were freed, and nine are still held
        if low[claim.last:claim.last + 2] in _STILL_ARE and t.since < 0:
            return True  # took 40 men in 2023, of whom nine are still being held
    if "after" in t.words and claim.event in words_of("befalls", "people") and not words_of("searching").isdisjoint(
            low[max(t.first, t.time.first - _BEFORE):t.time.first]):
        return True  # searched on Sunday for 25 missing after a mudslide, killing 12
    if t.trigger == t.time.last + 1 and t.behind == "and" and _had_been_seized(low[max(t.first, t.time.first - _LONG_ASIDE):t.time.first]):
        return True  # freed five nurses who had been abducted in January and killed three gunmen
    joined = t.behind == "and" or low[t.time.last:t.time.last + 2] == [",", "and"]
    joined = joined and t.trigger > claim.first and words_of("relatives").isdisjoint(t.words)  # not: that had begun on Sunday and in which
    if joined and _had_before(low[max(t.first, t.time.first - _ASIDE):t.time.first]):
        return True  # attacked guards who had held him in May, and a nurse was hurt
    return claim.rule == "has-so-many" and low[t.start] in ("has", "have") and not (
        words_of("relatives").isdisjoint(low[t.first:t.time.first]))  # a mission that began work last year has 900 men


def _had_been_seized(words: list[str]) -> bool:
    """Whether words to a time tell, without a comma, that people had been seized: "who had been abducted in"."""
    near = [k for k, (a, b) in enumerate(pairwise(words)) if a in _WHO | {"that"} and b in ("had", "were")]
    return bool(near) and "," not in words[near[-1]:] and not words_of("seizing").isdisjoint(words[near[-1] + 2:])


def _had_before(words: list[str]) -> bool:
    """Whether words to a time tell, without a comma, what was before: "that the army had taken in"."""
    at = next((k for k in range(len(words) - 1, -1, -1) if words[k] == "had"), 0)
    relative = at > 0 and not (words_of("relatives") | {"that"}).isdisjoint(words[max(0, at - _BEFORE):at])
    return relative and "," not in words[at:]


def _of_many_of_them(t: Tried) -> bool:
    """Half a million are besieged - many have had no aid since June."""
    return t.time.first >= t.end and any(a in _DASHES and b in _MANY for a, b in pairwise(t.words))


_Guard = Callable[[Tried], bool]
def _of_the_main_clause(t: Tried) -> bool:
    """The day of what the sentence tells of an event that it dates before: "the inquest into the 2017 fire that killed 72 opened on
    Monday"."""
    if t.time.first < t.end or t.trigger < 0 or _RELATIVES.isdisjoint((t.low[t.trigger - 1], t.low[t.start - 2])) or t.k == t.within[0]:
        return False
    told = t.times.dated[t.k - 1]
    dated = told.last < t.trigger and not words_of("dated_events").isdisjoint(t.low[told.last:told.last + _NAMED])
    return dated and "," not in t.tags[told.last:t.time.first] and any(
        word.endswith("ed") or word in _MAIN_VERBS for word in t.words)


_ANYWHERE: tuple[_Guard, ...] = (
    _of_a_statement, _by_rule, _beside, _to_come, _until_then, _of_a_part, _of_the_number, _since_another)
_BY_EVENT: dict[str, tuple[_Guard, ...]] = {
    "returned": (_captured_then,), "rescued": (_captured_then,), "wounded": (_of_a_state, _of_a_sequel), "missing": (_of_a_state,),
    "participated": (_of_many_of_them,), "killed": (_of_a_sequel,), "casualties": (_of_a_sequel,), "destroyed": (_of_a_sequel,)}
_BY_MODALITY: dict[str, tuple[_Guard, ...]] = {"planned": (_agreed_then,), "demanded": (_agreed_then,)}
_BEHIND: tuple[_Guard, ...] = (
    _captured_behind, _of_the_main_clause, _of_next_clause, _of_relative_clause, _of_what_led_to_it, _of_later_deaths, _of_a_trial,
    _of_other_numbers)
