"""A number told with the one it replaces: "rose from 12 to 15", "to 44, up from 31"."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from newsfacts.claims.context import Context, draft, frames_at, lemma_of
from newsfacts.claims.leftout import last_claim
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.inflect import verb_forms
from newsfacts.late import compiled, late
from newsfacts.lexicon import load_json

_FIGURES = frozenset("figure toll count number tally estimate total peak high".split())

_MOVED = ("up", "down")
_COMPARING = frozenset(("compared", "against"))
_COMPARED = (["compared", "with"], ["compared", "to"])
_AND = (["and"], [","], [",", "and"])
_PEAKS = (["peak", "of"], ["high", "of"], ["low", "of"], ["record", "of"])
_PERIOD_AFTER = 3  # tokens between a number and its period
_AT_THE = frozenset(("at this point", "at this time", "at the same", "by the same", "in the whole", "in the same"))
_PERFECT = frozenset(("have", "has", "had", "been"))
_SAID = frozenset("said says told reported announced".split())
_WHOLE = (["in", "the", "whole"], ["in", "all", "of"])
_YEAR = 4  # characters
_SAME_POINT = 3  # more of them in "at the same point in 2024"
_PERIODS = frozenset("year period week month quarter season summer winter spring autumn".split())
_THEN = (["in"], ["a"])  # from 1,100 in 2021, a year earlier
_ONE_TOLL = frozenset(("toll", "tolls"))
_STANDING = ("outage", "displaced", "held")  # so many at a time: down from 310,000 right after the storm
_ORDERS = frozenset("orders warnings notices alerts".split())  # under which so many are at a time
_MOMENTS = frozenset(f"{how} after" for how in "immediately right shortly just soon".split()) | {"at the", "at its", "at their"}
_TOLLS = frozenset("killed wounded missing displaced detained damaged destroyed casualties rescued evacuated returned outage".split())
_FROM = compiled(r"[QM][zDPVWSNoAE]{0,8},?[zD]{0,2}d?[nz](?:(?<=n)z)?(?:[zNvVET]{0,3}o)?(?P<was>[QM])")


# 45 died, he said, raising the toll from 43
_RAISED = compiled(r"[GgVvp]Tn(?P<was>Q)")
# raising an earlier figure of 21
_EARLIER = compiled(r"(?P<verb>[GgVvp])[NzvT]{0,4}oz?(?P<was>Q)")

# earlier reports of 51 were wrong
_REPORTED = late(r"[NEv][zD]{0,2}oz?Q(?=[zD]{0,2}[BvVwWpP])")
_REPORTS = frozenset("report reports figure figures count estimate estimates toll number claims".split())
_WRONG = frozenset("wrong incorrect mistaken inaccurate erroneous false untrue".split())
_VERDICT = 5  # tokens
# the toll, earlier put at 12, rose to 14
_PUT_BEFORE = compiled(r"T,[zD]{0,3}[PpWwVv][zD]{0,2}[atn]?(?P<was>Q)[zD]{0,3},[zD]{0,2}(?P<verb>[vwVWpPB])[zD]{0,2}t?(?P<now>Q)")


def changes(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Sets `was`: of "from 12 to 15" the new number makes the claim, and the number after "up from" none."""
    string, low = context.chunks.string, context.doc.low
    for earlier in context.number_at.values():
        if earlier.becomes < 0:
            continue
        old, now = found.pop(earlier.nfirst, None), context.numbers[earlier.becomes]
        claim = found.get(now.nfirst)
        if claim is None and old is not None:
            claim = found[now.nfirst] = draft(context, now, old.event, old.item, old.rule, old.trigger)
            claim.status = old.status
        if claim is not None:
            claim.was = earlier.value
    for claim in found.values() if "from" in context.doc.keys else ():  # rose from $5 to $7
        if claim.number is not None and claim.number.moved is not None:
            claim.was, claim.value = claim.number.moved
            claim.low, claim.high, claim.modifier = claim.value, claim.value, "exact"
    _updated(context, found)
    for match in _PUT_BEFORE.finditer(string) if "T," in string else ():
        old, latest = found.get(context.number_at[match.start("was")].nfirst), context.number_at[match.start("now")]
        verbs = load_json("events")["change"].values()
        changed = string[match.start("verb")] == "B" or any(lemma_of(context, match.start("verb")) in told for told in verbs)
        if old and old.number and latest.head < 0 and changed:
            del found[old.number.nfirst]
            claim = found[latest.nfirst] = draft(context, latest, old.event, old.item, old.rule, old.trigger)
            claim.status, claim.was = old.status, old.value
    if not _WRONG.isdisjoint(context.doc.keys):
        _set_right(context, found)
    for match in _RAISED.finditer(string):
        number, verbs = context.number_at.get(match.start("was")), load_json("events")["change"]
        old = found.get(number.nfirst) if number is not None and number.becomes < 0 else None
        if number is None or old is None or old.rule != "toll" or low[number.first - 1] != "from":
            continue
        if lemma_of(context, match.start()) in (*verbs["rise"], *verbs["fall"], *verbs["replace"]):
            found.pop(number.nfirst)
            same = [c for c in found.values() if c.sentence == old.sentence and c.event == old.event and c.last <= number.first]
            if same:
                max(same, key=lambda c: c.first).was = number.value
    for match in _FROM.finditer(string):
        number, was_number = context.number_at.get(match.start()), context.number_at.get(match.start("was"))
        claim = found.get(number.nfirst) if number else None
        if claim is None or number is None or was_number is None or was_number.head >= 0:
            continue
        start = was_number.first
        if low[start - 1] == "of" and not _FIGURES.isdisjoint(low[max(number.last, start - 4):start]):
            start = next((t + 1 for t in range(start - 2, max(number.last, start - 6) - 1, -1) if low[t] == "from"), start)
        if low[start - 2:start] == ["from", "the"]:
            start -= 1  # down from the 40 that they fired in May
        if "from" not in low[start - 1:start + 1]:
            continue
        before = low[start - 2] if low[start - 1] == "from" else low[start - 1]
        if before in ("up", "down") or claim.status == "total" or claim.rule == "counted-at" and (
                low[was_number.last:was_number.last + 1] in _THEN):
            if claim.rule == "whole":  # stopped 12 of 40 drones, up from nine
                claim = last_claim(context, found, number) or claim
            claim = _main_one(context, found, claim)
            if claim is not None:
                _moved(context, found, claim, was_number)
    if "from" in context.doc.keys and found:
        _risen(context, found)
    if not _COMPARING.isdisjoint(context.doc.keys) and found:
        _compared(context, found)


@cache
def _changing() -> frozenset[str]:
    """The forms of the verbs that change a figure: raise, lower, correct."""
    return frozenset(form for bases in load_json("events")["change"].values() for base in bases for form in verb_forms(base))


def _updated(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "47 have died, he said, updating an earlier toll of 39", "correcting an earlier toll of 39, he said that 33 had died"."""
    low = context.doc.low
    for match in _EARLIER.finditer(context.chunks.string):
        number = context.number_at.get(match.start("was"))
        named = low[context.chunks.lasts[match.start()] - 1:context.chunks.firsts[match.end() - 1]]
        if number is None or number.head >= 0 or _FIGURES.isdisjoint(named) or (
                low[context.chunks.heads[match.start()]] not in _changing()):
            continue
        claim = _of_the_dead(context, found, number) if "toll" in named else last_claim(context, found, number)
        if claim:
            claim.was = number.value
            found.pop(number.nfirst, None)


def _of_the_dead(context: Context, found: dict[int, ClaimDraft], number: Number) -> ClaimDraft | None:
    """The claim whose number a toll replaces: the last claim, of those killed, else one in its sentence (but: three are in hospital, she
    said, raising the toll of eight)."""
    last = last_claim(context, found, number)
    if last is not None and last.event == "killed":
        return last
    first, end = context.doc.sents[context.doc.sentence_of(number.nfirst)]
    told = [c for c in found.values() if c.event == "killed" and not c.part_of and first <= c.first < end and c.number is not number]
    before = [c for c in told if c.last <= number.first]
    return max(before, key=lambda c: c.first) if before else min(told, key=lambda c: c.first, default=None)


def _set_right(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "Lowered the toll to 44; earlier reports of 51 were wrong": a number that has been corrected, else one that is denied."""
    low = context.doc.low
    for match in _REPORTED.finditer(context.chunks.string):
        number = context.number_at.get(match.end() - 1)
        known = found.get(number.nfirst) if number else None
        if number is None or number.head >= 0 or number.kind != "count" or known and known.event != "participated" or (
                low[context.chunks.heads[match.start()]] not in _REPORTS or _WRONG.isdisjoint(low[number.last:number.last + _VERDICT])):
            continue
        claim = last_claim(context, found, number)
        if claim is None or claim.was is not None or claim.value == number.value or (
                context.doc.sentence_of(number.nfirst) - claim.sentence > 1):
            continue
        if claim.rule == "toll" or claim.status == "total":
            claim.was = number.value
            found.pop(number.nfirst, None)
        else:
            found[number.nfirst] = draft(context, number, claim.event, claim.item, "figure-again", claim.trigger)


def _risen(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "The toll stands at 36, police said, up from 30 on Monday": the old number behind who says so."""
    low = context.doc.low
    for number in context.number_at.values():
        at = number.first if low[number.first - 1] == "from" else number.nfirst  # up from about 30
        toll = low[at - 1] == "of" and low[at - 2] == "toll"
        at = next((t + 1 for t in range(at - 3, max(0, at - 7), -1) if low[t] == "from"), at) if toll else at  # from an earlier toll of 30
        if number.head >= 0 or number.becomes >= 0 or number.value is None or low[at - 1] != "from":
            continue
        moved = low[at - 2] in _MOVED
        told = _of_the_dead(context, found, number) if toll else last_claim(context, found, number)
        claim = _main_one(context, found, told) if moved or low[at - 2] == "," else None
        if claim and claim.rule == "whole":
            continue
        first = context.doc.sents[context.doc.sentence_of(number.nfirst)][0]
        if claim and claim.was is None and claim.value is not None and claim.first >= first and (
                moved or claim.event in _TOLLS and claim.status == "total"):
            _moved(context, found, claim, number)


def _moved(context: Context, found: dict[int, ClaimDraft], claim: ClaimDraft, number: Number) -> None:
    """Sets the number before of a claim, of several where as many are told: "40 were killed and 90 hurt, up from 30 and 80 in 2019"."""
    several = _several(context, found, number)
    for one, known in several or [(number, claim)]:
        known.was = one.value
        _replaced(context, found, known, one, several[-1][0] if several else one)


def _compared(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "48 airstrikes, compared with 47 in 2018", "214 attacks, against 131 in the same period of last year"."""
    low = context.doc.low
    for number in context.number_at.values():
        before = low[max(0, number.first - 2):number.first]
        peak = before in _PEAKS and "and" in low[max(0, number.first - 5):number.first]  # and a peak of 500 in March
        if number.head < 0 and number.nfirst not in found and (before in _COMPARED or before == [",", "against"] or peak):
            claim = _main_one(context, found, last_claim(context, found, number))
            if claim is not None and claim.sentence == context.doc.sentence_of(number.nfirst) and (
                    claim.rule != "toll" or " ".join(low[number.last:number.last + 3]) in _AT_THE):
                several = _several(context, found, number)
                for one, known in several or [(number, claim)]:
                    _of_its_period(context, found, known, one, several[-1][0] if several else one)


def _main_one(context: Context, found: dict[int, ClaimDraft], claim: ClaimDraft | None) -> ClaimDraft | None:
    """The claim that a comparison is about: "33 were kidnapped in 21 attacks, compared with 11 in 2018" is of the kidnapped; None where
    nothing is known of them."""
    if claim is None or claim.number is None or claim.rule != "counted-event-noun" or context.doc.low[claim.first - 1] != "in":
        return claim
    k = bisect_left(context.numbers, claim.number.nfirst, key=lambda n: n.nfirst)
    before = context.numbers[k - 1] if k else None
    if before is None or before.kind != "count" or context.doc.sentence_of(before.nfirst) != claim.sentence or before.head < 0:
        return claim
    return found.get(before.nfirst)


def _several(context: Context, found: dict[int, ClaimDraft], number: Number) -> list[tuple[Number, ClaimDraft]]:
    """ "Killed 40 and kidnapped 28, against six and 19 in 2022": the bare numbers of a list, each with the claim it is compared with."""
    low, listed = context.doc.low, [number]
    k = bisect_left(context.numbers, number.nfirst, key=lambda n: n.nfirst)
    for other in context.numbers[k + 1:k + 4]:
        if other.head >= 0 or other.kind != number.kind or low[listed[-1].last:other.first] not in _AND:
            break
        listed.append(other)
    first = context.doc.sents[context.doc.sentence_of(number.nfirst)][0]
    before = (found.get(n.nfirst) for n in context.numbers[max(0, k - 8):k] if n.nfirst >= first)
    told = [c for c in before if c is not None and c.part_of is None]
    many = len(listed) > 1 and len(told) >= len(listed) and low[listed[-1].first - 1] == "and"
    return list(zip(listed, told[-len(listed):], strict=True)) if many else []


def _replaced(context: Context, found: dict[int, ClaimDraft], claim: ClaimDraft, number: Number, last: Number) -> None:
    """The number before a change is told no more, or is a fact of its own period: "900 drones, up from 700 in May"."""
    earlier = found.get(number.nfirst)
    if earlier is not None and earlier.rule.startswith("relative-object"):
        return  # down from the 40 that the rebels fired in May
    i = context.chunks.at(number.nfirst)
    if context.chunks.string[i + 1:i + 2] in tuple("NA") and context.chunks.string[i + 2:i + 3] in tuple("PV") and any(
            f.event == claim.event for f in frames_at(context, i + 2, i)):
        head = context.chunks.heads[i + 2]  # down from the 40 the rebels fired in May
        found[number.nfirst] = draft(context, number, claim.event, claim.item, "earlier-period", (head, head + 1))
        return
    found.pop(number.nfirst, None)
    low = context.doc.low
    since = "since" in low[claim.last:number.first]
    yearly = not since and claim.trigger is not None and low[claim.trigger[0]] not in _ONE_TOLL and (
        low[number.last:number.last + 1] == ["in"])  # deaths fell to 140 last year from 210 in 2021
    since = since or claim.status is not None and not yearly
    if (claim.rule != "toll" or yearly) and (not since or _whole(context, number)):
        _of_its_period(context, found, claim, number, last)


def _of_its_period(context: Context, found: dict[int, ClaimDraft], claim: ClaimDraft, number: Number, last: Number | None = None) -> None:
    """Makes a claim of a number that is told for a period of its own, by the event of the claim before it; `last`: of its list."""
    behind = (last or number).last
    near = behind + _PERIOD_AFTER + (_SAME_POINT if " ".join(context.doc.low[behind:behind + 3]) in _AT_THE else 0)
    periods = [t for t in context.timexes if behind <= t.first <= near]
    period = next((t for t in periods if t.value != "PRESENT_REF"), None)  # at this point in 2024
    moment = claim.event in _STANDING and " ".join(context.doc.low[behind:behind + 2]) in _MOMENTS
    if claim.trigger is None or period is None and not _whole(context, number) and not moment:
        return
    told = context.doc.low[period.first:period.last] if period else ["in"]
    long = moment or _whole(context, number) or told[-1].isdigit() and len(told[-1]) == _YEAR or any(
        word in _PERIODS or word in load_json("dates")["months"] for word in told)
    # fled on Monday, up from 900 on Sunday; but: the toll rose to 14 on Tuesday, from nine on Monday
    low, so_far = context.doc.low, context.doc.low[claim.trigger[0] - 1] in _PERFECT
    each = period is not None and claim.status is None and claim.rule != "toll" and not so_far and any(
        claim.first <= t.first < number.first and t.type in ("DATE", "TIME") and _SAID.isdisjoint(low[claim.last:t.first])
        for t in context.timexes)
    standing = claim.event == "outage" or claim.event == "evacuated" and low[claim.trigger[1] - 1] in _ORDERS
    if long or each or period is not None and (claim.event not in _TOLLS or standing):
        earlier = found[number.nfirst] = draft(context, number, claim.event, claim.item, "earlier-period", claim.trigger)
        earlier.unit = claim.unit


def _whole(context: Context, number: Number) -> bool:
    """Whether a number is told for the whole of something: "compared with 210 in the whole of the war"."""
    return context.doc.low[number.last:number.last + 3] in _WHOLE
