"""Which of the times told in a claim's own sentence is its own: the nearest, past those that belong to other words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from newsfacts.claims.roles.scene import words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.late import late
from newsfacts.relate.asides import before_that, cause_aside
from newsfacts.relate.dated import Times, aside, begun, posted
from newsfacts.sources.words import verbs as speech

_FREED = ("returned", "rescued")
_AHEAD = ("planned", "demanded")
_HELD = (["held", "since"], ["captured", "in"], ["imprisoned", "since"], ["jailed", "since"], ["held", "from"])
_STILL_ARE = (["are", "still"], ["remain", "in"], ["still", "remain"])
_STATES = ("outage", "held", "missing")
_LASTING = ("deployed", "provided", "outage", "held")
_HURT = frozenset("hurt injured wounded shot stabbed burned burnt".split())
_AFTER_A_PAST = frozenset(("passive-after-a-past", "found-dead-after-a-past"))
_WHO = frozenset(("who", "whom"))
_THEM = frozenset(("them", "whom", "which", "these", "those"))
_CAPTIVE = frozenset("held bars jail prison captivity custody".split())
_LONG_ASIDE = 14  # tokens of an aside to its time
_SOUGHT = frozenset("wanted suspected accused sought convicted blamed charged".split())
_KEPT = frozenset(("which", "where", "whom"))
_TAKEN = frozenset("captured seized abducted kidnapped".split())
_TOLLS = ("toll", "counted-at")
_PUT = frozenset(("put", "puts", "given", "gave"))
_FORCE = frozenset(("force", "effect", "place"))
_TRIED = frozenset("executed convicted charged sentenced jailed indicted acquitted arrested extradited paroled released freed".split())
_NEAR = 9  # tokens between "could" and the time of what could be
_STATED = 14  # tokens from the wounded to the time of a state
_BEFORE = 3  # tokens between a number and the relative word of its clause
_ASIDE = 6  # tokens from the comma of an aside to the number in it
_WIDE = 80  # tokens of a sentence that matter on either side of a claim
_TOLD_AFTER = late(r",[^,;]{1,4}n[^,;]{0,9}$")  # ", after 11,000 ..."


def nearest(times: Times, claim: ClaimDraft, numbers: list[int]) -> int | None:
    """The expression of the claim's own sentence that is nearest to its number or event."""
    first, last = times.doc.sents[claim.sentence]
    within: Sequence[int] = times.about(claim.first, first, last)
    if not within:
        return None
    if claim.rule == "earlier-period":
        return next((k for k in within if times.firsts[k] >= claim.last), None)
    best, least = None, 0
    tags, low_words = times.scene.tags, times.doc.low
    low = claim.first if claim.trigger is None else min(claim.first, claim.trigger[0])
    high = claim.last if claim.trigger is None else max(claim.last, claim.trigger[1])
    other = numbers[bisect_left(numbers, claim.first) - 1] if low < claim.first else low
    if high - low > 14 or (other > low and any(other < times.firsts[k] < claim.first for k in within)):
        low, high = claim.first, claim.last  # attacks that killed 13 in Velm in May and nine in Norby in June
    if claim.trigger and (claim.rule == "and-then" or claim.rule in _AFTER_A_PAST):  # held on 3 May and released on 5 May
        low, high = claim.trigger
    if claim.rule == "gapping" or claim.rule == "part" and low_words[claim.last:claim.last + 1] == ["of"]:
        low, high = claim.first, claim.last  # eleven died in a fire in 2013 and 40 in a flood in 2017; 900 came, 60 of them in May
    if claim.trigger and claim.event in ("killed", "returned") and low_words[claim.trigger[0] - 1] == "since" and (
            low_words[claim.trigger[0] - 2] in words_of("perfect")):
        within = [k for k in within if times.firsts[k] > claim.trigger[0]]  # of the 40 hurt in May, six have since died
    barrier, relatives = times.barrier(claim), words_of("relatives")
    apart_from, opened_at = cause_aside(times.doc, claim), before_that(times.doc, claim)
    for k in within:
        t = times.dated[k]
        if t.first in apart_from or t.first < opened_at:
            continue
        since, prior = times.since(k), low_words[t.first - 1]
        behind = low_words[t.last] if t.last < len(low_words) else ""
        if claim.rule == "and-then" and (claim.first < t.first < low or t.first < low and claim.event in _FREED):
            continue
        if behind in words_of("landmarks") and low_words[t.first - 2] not in ("in", "during"):
            continue  # protests against the result of the October vote
        if claim.event in _FREED and _kept_till_then(low_words, t.first, first):
            continue  # freed 40 men, most of them taken in a raid in 2022, and nine nurses, some of whom had been held since May
        if claim.rule == "figure-again" and t.last <= claim.first and "since" in low_words[claim.last:last] and not (
                words_of("raising").isdisjoint(low_words[t.last:claim.first])):
            continue  # Thursday's exchange brings to 900 the number of those freed since May
        if claim.rule == "already-there" and t.last <= claim.first:
            continue  # will send 400 by May, on top of the 900 already there
        if prior == "before" and claim.modality in ("planned", "demanded") and "end" not in low_words[t.first:t.last]:
            continue  # urged them to free 500 before winter
        if claim.modality == "planned" and t.last <= claim.first and ("under", "which") in pairwise(low_words[t.last:claim.first]):
            continue  # a deal struck in July, under which 880 people are to go home
        if claim.modality == "planned" and claim.event in _FREED and t.last <= claim.first and "agreed" in low_words[first:claim.first]:
            continue  # at talks in July they agreed to free 900
        if claim.rule in _TOLLS and t.first - claim.last in (0, 1) and since < 0 and (
                not _PUT.isdisjoint(low_words[first:claim.first])):
            continue  # had put the number of dead at 46 on Wednesday
        if behind == "peace" and not words_of("accords").isdisjoint(low_words[t.last + 1:t.last + 2]):
            continue  # seven signatories of the 2016 peace deal were killed
        if claim.rule == "counted-event-noun" and claim.part_of is not None and t.first >= claim.last and low_words[
                claim.first + 1:claim.first + 2] == ["of"]:
            continue  # nine of the wounded were flown out on Monday
        if prior in words_of("marks"):
            continue  # people celebrating New Year
        if _of_them(low_words, t.first) and bisect_left(numbers, t.first) > bisect_right(numbers, claim.first):
            continue  # 900 have been freed, 60 of them on Sunday
        if behind == "'s" and prior in words_of("measures"):
            continue  # at a site in the same area as Saturday's landslide
        if t.first > claim.last and times.compared(t) and not times.comparing.isdisjoint(low_words[claim.last:t.first]) or times.earlier(t):
            continue
        if claim.was is not None and t.first >= claim.last and "from" in low_words[claim.last:t.first]:
            continue  # 205, up from 157 on Monday
        end = claim.last if claim.number is None else max(claim.last, claim.number.last)
        if low_words[end:end + 2] == ["more", "than"] and t.first - end in (0, 2) and low_words[t.last - 1] == "ago":
            continue  # hold 6,000 square kilometres more than a year ago
        if claim.number is not None and claim.number.moved and t.last <= claim.number.nlast:
            continue  # from $5 million in 2022 to $7 million
        if since >= 0 and (low_words[since - 2:since] == ["first", "time"] or low_words[since - 1] in words_of("ordinals")):
            continue  # for the first time since 1971; the ninth since June
        until = low_words[t.first - 3:t.first - 1] if low_words[t.first - 2:t.first] == ["at", "least"] else low_words[t.first - 1:t.first]
        if not words_of("ends_of_time").isdisjoint(until) and claim.event in _LASTING:
            continue  # has assigned 20 men to the town through next weekend; nine will remain in custody until at least Monday
        if prior in ("till", "until") and claim.event in ("captured", "detained"):
            continue  # nine were abducted and held until Monday
        if prior == "for" and low_words[t.first - 2] == "waiting":
            continue  # urged them to free nine without waiting for Monday
        if prior in ("till", "until") and not _FORCE.isdisjoint(low_words[max(first, t.first - 3):t.first]):
            continue  # in the district, where an alert is in force until Friday
        if prior == "to" and low_words[t.first - 2] == "through":
            continue  # an appeal for $90 million to see them through to March
        if claim.modality == "planned" and t.last <= claim.first and prior == "on" and (
                low_words[t.first - 2] in words_of("agreed") and not words_of("accords").isdisjoint(low_words[first:t.first - 2])):
            continue  # under the deal, signed on May 11, Norland is to free 900
        if since > 0 and low_words[since - 1] in ("most", "fewest"):
            continue  # nine were hurt, the most since 1971
        if claim.event == "wounded" and _still(low_words, claim, t.first, t.last):
            continue  # nine of the wounded were in critical condition on Sunday
        if t.first > high and (nth := bisect_right(numbers, claim.first)) < len(numbers) and numbers[nth] < t.first and (
                "still" in low_words[numbers[nth]:t.first]):
            continue  # 118 were saved, and 27 were still in hospital on Thursday
        if claim.event == "missing" and since < 0 and t.last <= claim.first and any(times.firsts[j] >= high for j in within) and (
                "since" in low_words[high:last] or "after" in low_words[high:high + 2]):
            continue  # on Tuesday went on looking for three who have not been seen since a wave struck on Sunday
        still = claim.event in _STATES and low_words[t.first - 2:t.first] == ["as", "of"]
        stated = not still and times.told(k, claim.trigger[0] if claim.trigger else -1)
        if stated or t.last <= barrier or (t.last <= low and aside(times, t, low)):
            continue
        if claim.rule in _AFTER_A_PAST and claim.event == "wounded" and claim.trigger and t.first >= claim.trigger[1] and any(
                claim.last <= times.firsts[j] < claim.trigger[0] for j in within) and not _HURT.isdisjoint(
                    low_words[claim.last:claim.trigger[0]]):
            continue  # two men hurt on Sunday were taken to hospital on Monday
        if t.first >= high and begun(times.doc, t, last):
            continue  # nine have died in Karo, where a fire that broke out on Saturday has spread
        if claim.event in _FREED and claim.trigger and claim.last <= t.first < claim.trigger[0] and not words_of("seizing").isdisjoint(
                low_words[claim.last:claim.last + 2]):
            continue  # 24 of the girls seized from a school in the north on Monday have been freed
        if claim.item == "body" and claim.event in _FREED and t.first >= claim.last > times.dated[k - 1].first * (k > 0) and (
                not words_of("fallen").isdisjoint(low_words[claim.last:t.first])):
            continue  # gave back the bodies of 37 men killed in fighting in May
        if claim.event in _FREED and t.last <= claim.first and low_words[max(first, t.first - 2):t.first] in _HELD:
            continue  # those who came home include 90 marines held since May and six nurses
        if claim.rule in _AFTER_A_PAST and claim.trigger and claim.first < t.first < claim.trigger[0] and not (
                claim.event == "wounded" and not _HURT.isdisjoint(low_words[claim.last:t.first])):  # hurt on Monday, taken to hospital
            continue  # nine soldiers captured in May were killed
        if since >= 0 and t.last <= low and ";" in low_words[t.last:low]:
            continue  # had been held since June; two of the captors were arrested
        if t.first >= high:
            if claim.event in _FREED and since >= 0 and claim.rule != "figure-again" and not (
                    _KEPT.isdisjoint(low_words[high:t.first])):
                continue  # was freed from a cellar in which they had been kept since June
            if len(within) > 1 and behind == "'s" and prior in ("over", "about"):
                continue  # on Monday arrested two over last week's martial law
            between, struck = tags[high:t.first], low_words[high:t.first]
            if ";" in between:
                continue  # nine were held on Monday; a tenth gave himself up in June
            if _sought(struck, prior, behind, low_words[t.last + 1:t.last + 3]):
                continue  # arrested two men wanted for the April bombing, suspected of last year's attack
            if times.against(t, claim.last):
                continue  # killed 40, against 20 in 2019
            opened, closed = low_words[first:high].count("("), low_words[first:high].count(")")
            if ")" in struck and opened > closed and times.dated[within[0]].last <= low:
                continue  # on 4 May in Velm (14 killed) and on 9 May in Karo
            begin = max(high, t.first - _ASIDE, times.dated[k - 1].last if k else 0)
            if claim.event in _FREED and not _TAKEN.isdisjoint(low_words[begin:t.first]):
                continue  # freed five captured in Velm in May
            if claim.event in _FREED and (_seized(low_words[max(high, t.first - 3):t.first]) or "by" in (
                    near := low_words[max(high, t.first - _ASIDE):t.first]) and _seized(near)):
                continue  # freed three of the five nurses abducted in March, abducted by armed men in March
            if since < 0 and not words_of("agreed").isdisjoint(struck) and not words_of("accords").isdisjoint(struck):
                continue  # handed over 90 bodies under a deal struck at talks on June 2
            if times.answered and not times.answered.isdisjoint(struck):
                continue  # struck nine sites in response to last month's raid
            if "after" in struck and _TOLD_AFTER.search(between):
                continue  # sent 1,500 men, after 11,000 went last year
            if claim.event != "missing" and since >= 0 and not (
                    words_of("beside_clauses").isdisjoint(low_words[high:since])):
                continue  # five died in a camp where 40,000 have lived since 2012
            if barrier >= 0 and claim.first - barrier < _NEAR and "," in between:
                continue  # two weeks after a flood killed 60, nine miners were buried on Wednesday
            if "had" in struck and not words_of("beside_clauses").isdisjoint(struck[:struck.index("had")]):
                continue  # killed six at a post where nine had died in March
            if since >= 0 and not words_of("raising").isdisjoint(low_words[high:since]):
                continue  # killed two, bringing the toll since May to nine
            apart = bisect_right(numbers, claim.last)
            shared = claim.trigger is not None and apart < len(numbers) and claim.trigger[0] > numbers[apart]  # nine clerks and a guard who
            if apart < len(numbers) and numbers[apart] < t.first and not shared and not _WHO.isdisjoint(
                    low_words[max(claim.last, numbers[apart] - _BEFORE):numbers[apart] + _BEFORE]):
                continue  # freed nine, one of whom died on Friday
            if "," in between and claim.first > first and not relatives.isdisjoint(_opened(low_words, first, low)):
                continue  # the south, which lost 14 men there, began to withdraw on Tuesday
            if claim.event == "held" and not words_of("beside_clauses").isdisjoint(struck):
                continue  # holds ten men of a ship which was boarded in May
            if claim.event in _STATES and (",&" in between or "," in between and prior == "by"):
                continue  # nine are missing, and teams heard knocks on Sunday
            if "x" in between and _had_been(low_words, high, t.first, claim.event):
                continue
            if times.superlative(t, high):
                continue  # the deadliest strike this year
            if low_words[t.first - 3:t.first] == [",", "where", "on"]:
                continue  # sought nine men in Velm, where on Monday they had found two
            if low_words[t.first - 3:t.first] == [",", "and", "on"]:
                continue  # 90 were hurt on May 2, and on Thursday 15 died
            if claim.modality == "asserted" and not words_of("ahead").isdisjoint(low_words[max(high, t.first - _NEAR):t.first]):
                continue  # 24 were killed and winds could rise this week
            if "who" in struck and struck[struck.index("who") + 1:][:2] == ["is", "to"]:
                continue  # shelters 900 people, said Ivo Tarn, who is to brief the council next week
            if "court" in struck and not {"due", "appear", "trial"}.isdisjoint(struck):
                continue  # two were arrested and are due in court on Monday
            if claim.event in words_of("people") and claim.trigger and low_words[claim.trigger[0] - 1] in _WHO | {"that"} and any(
                    a in ("was", "were", "been") and b in _TRIED for a, b in pairwise(struck)):
                continue  # a man who killed nine people was executed on Monday
            others = bisect_left(numbers, t.first) - bisect_right(numbers, claim.first)
            if others and (times.later(t, claim) or claim.modality in _AHEAD or prior == "by" or claim.event == "held"):
                continue  # Norland, which has sent 900 men, will send another 400 in June; nine are held and four died on Monday
            cost = len(between) + 5 * between.count(",") + 6 * others
            if "," in between and tags[t.last:t.last + 1] == "," and not relatives.isdisjoint(struck):
                cost += 16  # freed 11 crew of the Velm, a ship that rebels sank in July, and flew them home on Wednesday
        elif t.last <= low:
            between = tags[t.last:low]
            most = since >= 0 and times.superlative(t, first)
            if ";" in between and prior == "by":
                continue  # had shot down 71 by 9 a.m.; 23 struck towns
            if most and "when" not in low_words[t.last:low] and (low_words[t.last:t.last + 2] != [",", "which"] or low - t.last > _NEAR):
                continue  # Sunday's strike, the deadliest since 2019, killed 14
            if times.answered and "," in between and low_words[low].endswith("ing") and not times.answered.isdisjoint(
                    low_words[max(first, t.first - _NEAR):t.first]):
                continue  # shelled Velm in reprisal for Sunday's bombing, killing 12
            if since >= 0 and "," in between and bisect_left(numbers, since) > bisect_left(numbers, first) and not (
                    speech().keys().isdisjoint(low_words[t.last:low])):
                continue  # asked about the nine missing since Monday, he said two had been found
            others = bisect_left(numbers, claim.first) - bisect_right(numbers, t.first)
            if claim.event == "held" and (others or "and" in low_words[t.last:low] and since < 0):
                continue  # in 2025, 40 were freed, and nine are still held
            if claim.event == "held" and low_words[claim.last:claim.last + 2] in _STILL_ARE and since < 0:
                continue  # took 40 men in 2023, of whom nine are still being held
            if claim.rule == "has-so-many" and low_words[low] in ("has", "have") and not relatives.isdisjoint(low_words[first:t.first]):
                continue  # a mission that began work last year has 900 men
            if claim.trigger and claim.trigger[0] == t.last + 1 and behind == "and" and _had_been_seized(
                    low_words[max(first, t.first - _LONG_ASIDE):t.first]):
                continue  # freed five nurses who had been abducted in January and killed three gunmen
            own = behind == "and"  # ruled from 1951 to 1977 and killed 90 in 1966
            cost = (2 if t.first - first < 4 else 7 + 6 * own) + len(between) + 2 * between.count(",") + 4 * others
            if claim.rule in _TOLLS and claim.trigger and claim.trigger[0] < t.first and behind == "'s":
                cost = 1  # the number killed in Sunday's bombing at a crowded bazaar in Velm climbed to 29 after nine died overnight
        elif claim.event in _FREED and claim.last <= t.first and not words_of("seizing").isdisjoint(low_words[claim.last:t.first]):
            continue  # 18 soldiers captured in July were handed over on Wednesday
        else:
            aside_ = "," in low_words[claim.last:t.first] and "," in low_words[t.last:high]  # two, seized that day, were freed in May
            cost = 1 + 4 * (aside_ or "and" in low_words[t.last:claim.first])  # freed on the 6th, and 22 more two weeks later
        if "(" in low_words[max(first, t.first - 4):t.first]:
            if "+" in low_words[t.first - 4:t.first]:
                continue  # 10,884 tanks (+4 over the past day)
            cost += 10
        if t.first == first and posted(times.doc, t):
            cost += 20
        if best is None or cost < least:
            best, least = k, cost
    return best


def _of_them(low: list[str], first: int) -> bool:
    """Whether a time is that of a part: "60 of them in May", "60 of them in Velm on Sunday"."""
    near = low[max(0, first - _NEAR):first]
    near = near[len(near) - near[::-1].index(","):] if "," in near else near
    return any(before == "of" and word in _THEM for before, word in pairwise(near))


def _kept_till_then(low: list[str], at: int, first: int) -> bool:
    """Whether a time is that of a capture in an aside: ", most of them taken in 2022", ", some of whom had been in jail since"."""
    near = low[max(first, at - _LONG_ASIDE):at]
    near = near[len(near) - near[::-1].index(","):] if "," in near else []
    of_them = any(before == "of" and word in _THEM for before, word in pairwise(near[:4]))
    return of_them and not (_CAPTIVE.isdisjoint(near) and words_of("seizing").isdisjoint(near))


def _still(low: list[str], claim: ClaimDraft, first: int, last: int) -> bool:
    """Whether the words between a number of wounded and a time tell of how they are, not of when they were hurt."""
    between = low[claim.last:first] if first >= claim.last else low[last:claim.first]
    return len(between) < _STATED and not words_of("conditions").isdisjoint(between)


def _opened(low: list[str], first: int, at: int) -> list[str]:
    """The words that open an aside just before a token: ", which has" of "Norland, which has lost nine men, left on Monday"."""
    near = low[max(first, at - _ASIDE):at]
    return near[len(near) - near[::-1].index(","):][:1] if "," in near else []


def _sought(words: list[str], prior: str, behind: str, further: list[str]) -> bool:
    """Whether a time is that of a deed over which people are sought: "wanted for the April bombing", "suspected of last year's attack"."""
    blows = words_of("dated_events")
    of_a_blow = behind in blows or prior in ("the", "a", "an") and further[:1] != [] and further[0] in blows
    of_a_blow = of_a_blow or behind == "'s" and not blows.isdisjoint(further)
    return of_a_blow and any(a in _SOUGHT and b in ("for", "of", "in", "over", "with") for a, b in pairwise(words))


def _had_been_seized(words: list[str]) -> bool:
    """Whether words to a time tell, without a comma, that people had been seized: "who had been abducted in"."""
    near = [k for k, (a, b) in enumerate(pairwise(words)) if a in _WHO | {"that"} and b in ("had", "were")]
    return bool(near) and "," not in words[near[-1]:] and not words_of("seizing").isdisjoint(words[near[-1] + 2:])


def _seized(words: list[str]) -> bool:
    """Whether words tell of a capture: "abducted in", "taken on"; but not of a truce that "took effect on" a day."""
    return not words_of("seizing").isdisjoint(words) and words_of("takes_place").isdisjoint(words)


def _had_been(low: list[str], first: int, last: int, event: str) -> bool:
    """Whether the words to a date tell of what was before: "freed 13 miners who had been abducted last week", "whom they took in May"."""
    relatives, had = words_of("relatives"), words_of("had")
    tokens = [token for token in range(first, min(last - 1, first + _WIDE)) if low[token] in relatives]
    if tokens and low[last - 2:last] == [",", "on"] and low[tokens[0] - 1] != ",":
        return False  # a train struck a lorry that had stalled near Velm, Norland, on Saturday
    if any(low[token + 1] in had for token in tokens) or (low[first] in words_of("pronouns") and low[first + 1] in had):
        return True  # also: hostages they had taken in May
    return event in _FREED and bool(tokens) and not words_of("seizing").isdisjoint(low[tokens[0]:last])
