"""Where a claim was whose own sentence tells no place: where the event was that is told again, in its paragraph, in the report."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from newsfacts.actors import side_of
from newsfacts.claims.items import PEOPLE
from newsfacts.claims.roles.naming import SELF
from newsfacts.claims.roles.scene import words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.relate.again import of_an_office, of_one
from newsfacts.relate.asides import since_told
from newsfacts.relate.deeds import told_of
from newsfacts.relate.extent import (
    another_day,
    at_work,
    elsewhere,
    helping,
    in_the_land,
    of_a_war,
    of_one_event,
    of_the_war,
    summed,
    told_elsewhere,
)
from newsfacts.relate.fitting import fits, let_out, own_place, usable
from newsfacts.relate.placing import NOWHERE, Case, Placing, window
from newsfacts.relate.spots import Places, Spot
from newsfacts.relate.timeless import begins_war, taken_before
from newsfacts.tokens import Doc

_WHERE = ("in", "on", "at", "near")
_QUOTED = frozenset("\"“")
_NEXT = 3  # tokens
_TWO = 2
_THIS = frozenset(("this", "last"))
_ONE = frozenset(("a", "an", "one"))
_YEAR = 4  # characters of a value
_DISASTERS = frozenset("flood floods flooding landslide landslides quake earthquake cyclone typhoon hurricane storm wildfires".split())
_LABELS = (":", "-", "–", "—")
_OF_DISASTERS = frozenset("killed wounded casualties missing evacuated destroyed damaged rescued deployed displaced outage cost".split())
_ENDS_HEAD = (".", ":")
_MARKS = frozenset("—–-•*·▪●")
_POINTS = 12  # of a list
_BESIDE = 12  # tokens
_OVERALL = ("launched", "intercepted", "suppressed", "attacked")
_LONG_WARS = frozenset(("war", "conflict", "insurgency"))
_LOOK = 40  # claims
_HEALERS = frozenset("doctor nurse medic surgeon director head".split())
_WORKS = 8  # tokens of "a doctor at the Al-Karo hospital in"
_OF_THEM = frozenset("among-the-dead was-among-the-dead of-the-dead of-those those-include victims-include among-the-victims".split())


def of_the_event(run: Placing, case: Case) -> Spot | str | None:
    """Where the event was of which a claim tells more, which names no place of its own."""
    claim = case.claim
    if claim.event == "launched" or claim.event in words_of("placeless") and not (
            at_work(run.doc, claim) or run.noted or of_one_event(run.doc, claim)):
        return None
    home = _home(run.places, claim, case.first, case.last)
    wide = _wide(run, case) and home is None
    if wide and run.blow and claim.timex and claim.timex.to and run.doc.sentence_of(claim.timex.first) < claim.sentence:
        wide = False  # a quake struck Velm on Monday. A further 40 have been injured
    if run.scene.brief(claim.sentence):
        return NOWHERE
    if wide:
        return NOWHERE if run.entries else _in_the_country(run, claim)
    return _of_the_day(run, case, home) if claim.loser in (None, SELF) else NOWHERE


def _wide(run: Placing, case: Case) -> bool:
    """Whether a claim sums up more than the event told."""
    doc, claim = run.doc, case.claim
    wide = summed(doc, claim, *window(doc, claim)) or of_a_war(doc, claim) or _of_a_year(run, claim)
    needy = claim.event == "participated" and 0 <= claim.sentence - run.summed_in <= 1 and not doc.opens_line(doc.sents[claim.sentence][0])
    wide = not run.noted and (wide or case.k > 0 and (claim.sentence == run.summed_in or needy))  # the war goes on; 900,000 face hunger
    run.summed_in = claim.sentence if wide else -1  # the war has killed 900 and forced millions from their homes
    # but: nine have died in a raid; the raid took place on Monday in Velm
    told_late = wide and (town := run.report.of_the_event) is not None and claim.first < town.first
    return wide and not (told_late and not since_told(doc, claim, *window(doc, claim)))


def _of_a_year(run: Placing, claim: ClaimDraft) -> bool:
    """Whether a claim sums up this year or the last in a report on a day: "the bus crashed on Sunday. Last year 900 people died in such
    crashes, against 840 in 2022"; not "a bomb killed nine people last year"."""
    t, low = claim.timex, run.doc.low
    if t is None or t.type != "DATE" or len(t.value or "") != _YEAR or claim.event not in words_of("tolls") or (
            run.doc.sentence_of(t.first) != claim.sentence or all(sentence >= claim.sentence for sentence in run.of_days)):
        return False
    first, last = run.doc.sents[claim.sentence]
    yearly = low[t.last - 1] == "year" and low[t.first] in _THIS
    return claim.rule == "earlier-period" or yearly and _ONE.isdisjoint(low[first:min(last, claim.last + _BESIDE)])


def _in_the_country(run: Placing, claim: ClaimDraft) -> str:
    """The country of a sum: 500 prisoners have died in jails since 2021."""
    if claim.event != "attacked" and claim.event not in words_of("tolls"):
        return NOWHERE
    land = run.report.land_of(claim.sentence, claim.event == "displaced" or of_the_war(run.doc, claim, _LONG_WARS))
    named = land is not None and land.role == "wide" and not own_place(land, claim, run.scene)  # Norland's Karo district
    of_land = land is not None and (named or fits(land, claim, run.scene))
    return run.scene.actors.list[land.actor].name if land and of_land else of_the_land_struck(run, claim) or NOWHERE


def _of_the_day(run: Placing, case: Case, home: Spot | None) -> Spot | str:
    """Where a claim was that is no sum: where the deed was that is told again, in the paragraph, in the report."""
    doc, claim, told = run.doc, case.claim, run.told
    if taken_before(doc, run.claims, case.k) or claim.value == 0 and _somewhere(run, claim, case.last):
        return NOWHERE  # nine men came home by Velm. Four of them were seized in their fields
    deed = told_of(doc, claim, told)
    if deed >= 0 and deed in told and deed not in run.of_days and (of_day := told_of(doc, claim, run.of_days)) >= 0:
        deed = of_day  # they shot a man in Velm. He had seized nine nurses in Norby in May. In the raid, they held two
    if deed >= 0 and (there := told_at(run, case.k, deed)):
        return there  # two more were held after the raid
    spot = home or around(run, claim, case.first if deed < 0 else doc.sents[deed][1] - 1, case.last)
    main = run.report.main
    if spot is not None and spot.first >= case.last and main is not None and not main.country and fits(main, claim, run.scene):
        spot = None  # nine died in Velm, the mayor said 40 were hurt. Another drone fell in Norby
    if spot is not None and claim.event == "provided" and claim.item == "money" and not (spot.country or run.noted):
        spot = None  # nine camps in Velm. The agency appealed for $90 million
    if spot is None or home is None and not spot.country and spot.first < case.first and (
            _told_for_the_land(run, claim, spot) or _last_of_several(run, claim, spot)):
        return NOWHERE if run.entries else _of_the_report(run, case)
    if not spot.country and spot.first < case.first and (
            in_the_land(doc, case.first, case.last) or told_elsewhere(doc.low, case.first, claim.last, case.last)):
        return NOWHERE  # six were hurt in Velm. The violence has killed 900 people in the state
    return spot


def _last_of_several(run: Placing, claim: ClaimDraft, spot: Spot) -> bool:
    """Whether a sentence before counts others at several places: "nine died in Velm and six in Norby. Four soldiers died"."""
    line = run.doc.sentence_of(spot.first)
    told = [c for c in run.of_line.get(line, ()) if c.place and c.part_of is None] if line < claim.sentence else []
    return any(a.event == b.event and a.item in PEOPLE and (a.place or "") not in (b.place or "") and (b.place or "") not in (a.place or "")
               for a, b in pairwise(told))


def _told_for_the_land(run: Placing, claim: ClaimDraft, spot: Spot) -> bool:
    """Whether who speaks for the country tells a claim, and another told what happened at a place before: "In Velm, gunmen shot nine men,
    residents said. The interior minister spoke of 40 dead"."""
    line = run.doc.sentence_of(spot.first)
    if claim.source_actor is None or line == claim.sentence:
        return False
    teller = run.scene.actors.list[claim.source_actor]
    post = teller.role or "" if teller.kind == "person" else teller.name
    tellers = {c.source_actor for c in run.of_line.get(line, ())}
    return bool(tellers) and claim.source_actor not in tellers and not words_of("national_voices").isdisjoint(post.lower().split())


def _of_the_report(run: Placing, case: Case) -> Spot | str:
    """The one place of the report's main event."""
    claim, main = case.claim, _main(run, case)
    if again := _told_again(run, claim, main) or _whom_others_help(run, claim):
        return again
    if case.apart and main is not None and any(s.actor == main.actor for s in run.places.about(case.over, case.over, case.until)):
        main = None
    if main is not None and claim.event == "provided" and not side_of(main.name) and not run.noted:
        main = None  # nor to the sky over western Norland
    if claim.event == "participated" and (main is None or main.country) and run.report.sent_from:
        return run.report.sent_from.name  # VELM - Thousands marched to the parliament
    whose = claim.event == "provided" and main is not None and main.role in ("line", "wide", "of")  # whoever gives it
    if main is not None and (fits(main, claim, run.scene) or whose and not own_place(main, claim, run.scene)):
        return main
    return _at_home(run, claim) or of_the_land_struck(run, claim) or NOWHERE


def _whom_others_help(run: Placing, claim: ClaimDraft) -> str | None:
    """The one country to which all aid told before goes: "Norland will give Karo nine tanks. Sudland promised 200 drones"."""
    told = run.befell.get("provided", set()) if claim.event == "provided" and not run.noted else set()
    land = next(iter(told), "") if len(told) == 1 else ""
    own = {run.scene.side(agent) for agent in claim.agents}
    return land if side_of(land) == land and land not in own else None


def _main(run: Placing, case: Case) -> Spot | None:
    """The place of the report's main event, as it is that of a claim."""
    report, doc, claim = run.report, run.doc, case.claim
    main = report.land if claim.event == "provided" and not run.noted else report.main  # aid is given to a country
    on_site = claim.event in words_of("of_the_place") or helping(doc, claim)
    main = report.of_the_event or main if on_site and claim.value != 0 else main
    in_town = main is None or main.country and on_site
    first = report.told_first if in_town and claim.first < report.elsewhere else None
    if in_town and (then := report.told_next) and then[0].first < claim.first < then[1] and doc.sentence_of(then[0].first) not in run.told:
        first = then[0]
    if first and (claim.event == "outage" or not another_day(doc, claim, run.claims, doc.sentence_of(first.first))):
        main = first  # half of the customers were still without power on Thursday
    if main is not None and (main.role == "to" or not main.country and elsewhere(doc, case.first, case.last)):
        return None  # nor where a ship was bound
    return main


def _told_again(run: Placing, claim: ClaimDraft, main: Spot | None) -> str | None:
    """Where those were whose number is told again: the number of injured has risen to nine; one of them died."""
    told = run.befell.get(claim.event, set())
    told = {one for one in told if not any(one != other and one in other for other in told)}
    again = (claim.status == "total" or claim.rule in _OF_THEM) and len(told) == 1
    soon = claim.sentence - run.risen[0] == 1 and claim.event in words_of("harm")
    if not (again or soon) or main is not None and not main.country and not (again and claim.rule in _OF_THEM):
        return None
    there = next(iter(told)) if again else run.risen[1]
    run.risen = (claim.sentence, there) if again else run.risen
    return there


def of_the_land_struck(run: Placing, claim: ClaimDraft) -> str | None:
    """The country that the headline tells to be struck by a disaster: "Norland floods: nine die ... Fifteen bridges were swept away",
    "Norland: Cyclone Karo update"."""
    doc, land = run.doc, run.report.land
    if not doc.headline or claim.event not in _OF_DISASTERS or claim.modality != "asserted" or not claim.value:
        return None
    head = next(iter(run.places.about(0, 0, doc.headline[1])), None)
    if head is None or not head.country:
        return None
    told = doc.low[head.last:doc.headline[1]]
    struck = told[:1] != [] and (told[0] in _LABELS and not _DISASTERS.isdisjoint(told) or (
        told[0] in _DISASTERS and land is not None and head.actor == land.actor))
    return run.scene.actors.list[head.actor].name if struck and fits(head, claim, run.scene) else None


def _at_home(run: Placing, claim: ClaimDraft) -> Spot | None:
    """The country from whose capital a report of harm comes, where no place in it stands out."""
    report = run.report
    if run.sited or claim.event not in words_of("harm") or not (
            report.main is None or report.main is report.land or report.main.role == "line"):
        return None
    home = report.home
    if home is None or own_place(home, claim, run.scene) or home.role not in ("in", "at") and _town_told(run.places, claim):
        return None
    return home


def told_at(run: Placing, k: int, sentence: int) -> str | None:
    """The last place told for the claims of a sentence before the `k`th claim."""
    return next((c.place for c in reversed(run.claims[max(0, k - _LOOK):k]) if c.sentence == sentence and c.place), None)


def around(run: Placing, claim: ClaimDraft, first: int, last: int) -> Spot | None:
    """The last place named before in the paragraph, else the first one after."""
    places, told, apart = run.places, run.told, run.of_parts
    paras = places.doc.paras
    k = bisect_right(paras, (first, 1 << 60)) - 1
    if k < 0:
        return None
    begin, end = paras[k]
    begin = _above_the_list(places, k)
    near = [s for s in places.about(first, begin, end) if s.first not in apart and not (
                run.aside(s, claim) or of_one(places.doc, s) or s.first < first and _beside_it(places.doc, s)) and (
                s.role in ("in", "at", "road", "off") and usable(s, claim, places.scene) or s.first < first and (
                    let_out(places.doc, s) or s.role == "from" and s.name in run.befell.get("captured", ())))
            # the bus was on its way to Velm; but: will send tanks to Norland
            and (places.doc.low[s.first - 1] != "to" or s.role == "road" or claim.event == "provided" and s.country)]
    before = [s for s in near if s.first < first and (s.role != "off" or places.doc.low[s.first - 1] != "from")]
    town = run.report.main or run.report.told_first
    if before and town is not None and not town.country and of_an_office(places.doc, before[-1]):
        before.pop()
    if len(before) > 1 and before[-1].country and not before[-2].country and before[-2].role in ("in", "at", "off") and (
            places.scene.tags[before[-2].last:before[-1].first] in (",P", ",")):
        before.pop()  # raided a camp west of Velm, in Norland
    if len(before) > 1 and (_came_before(places.doc, before[-2], before[-1]) or _of_a_teller(places.doc, before[-2], before[-1])):
        before.pop()
    if before:
        return _the_region(places, claim, before) or _from_which(places, before[-1], begin) or before[-1]
    after = next((s for s in near if s.first >= last), None)  # where no claim of its own has it
    if after is not None and begins_war(places.doc, places.doc.sentence_of(after.first)):
        return None  # nine people died. The war began with a raid on Velm
    if after is not None and not after.country and claim.event in _OVERALL:
        return None  # flew 76 raids and dropped 139 bombs. Homes in Velm came under fire
    if after is not None and not places.doc.lines.isdisjoint(range(claim.first + 1, after.first + 1)):
        return None  # the next line of a list
    return None if after is None or places.doc.sentence_of(after.first) in told else after


def _of_those_named(doc: Doc, spot: Spot) -> bool:
    """Whether a place is only that of some of those counted: "burned 90 houses, among them a mill in Velm. Forty people were hurt"."""
    words = doc.low[max(doc.sents[doc.sentence_of(spot.first)][0], spot.first - _BESIDE):spot.first]
    words = words[len(words) - words[::-1].index(","):] if "," in words else []
    return words[:2] == ["among", "them"]


def _of_a_teller(doc: Doc, spot: Spot, then: Spot) -> bool:
    """Whether the second of two places of a sentence is that of those who tell of the first: "a flood killed nine in southern Norland,
    officials in Velm said. Forty are missing"."""
    low = doc.low
    return doc.sentence_of(spot.first) == doc.sentence_of(then.first) and low[spot.last:then.first][-3:-2] == [","] and (
        low[then.last:then.last + 1] == ["said"] and low[then.first - 1] == "in")


def _beside_it(doc: Doc, spot: Spot) -> bool:
    """Whether a place is no more than that of some of those counted, or of what a deed answers."""
    return _of_those_named(doc, spot) or _answered(doc, spot)


def _above_the_list(places: Places, k: int) -> int:
    """The first token of a paragraph, or of that above the list of whose points it is one, if a place heads it: "VELM DISTRICT. Shells
    fell. — 4 wounded"."""
    doc, top = places.doc, k
    while top and k - top < _POINTS and doc.low[doc.paras[top][0]] in _MARKS:
        top -= 1
    first = doc.paras[top][0]
    headed = top < k and any(s.role == "in" and doc.low[s.last] in _ENDS_HEAD for s in places.about(first, first, first + _TWO))
    return first if headed else doc.paras[k][0]


def _the_region(places: Places, claim: ClaimDraft, before: list[Spot]) -> Spot | None:
    """The region told before for which "the region" stands: "In Karo region a man died in Velm. The region was hit by nine drones"."""
    doc, lands = places.doc, words_of("lands")
    if lands.isdisjoint(doc.keys) or len(before) < _TWO:
        return None
    first, last = doc.sents[claim.sentence]
    at = next((t for t in range(first + 1, last) if doc.low[t] in lands and doc.low[t - 1] == "the" and doc.low[t + 1] != "of"), -1)
    return next((s for s in reversed(before) if s.last > s.first + 1 and doc.low[s.last - 1] in lands), None) if at > 0 else None


def _from_which(places: Places, spot: Spot, begin: int) -> Spot | None:
    """The place told right before one that tells how far off it is: "a mill in Velm, 40 miles south of Norby", "Velm is 90 km from"."""
    if spot.role != "off":
        return None
    told = [s for s in places.about(spot.first, begin, spot.first) if s.role in ("in", "at", "as", "road") and not s.country]
    return told[-1] if told and spot.first - told[-1].last < _BESIDE else None


def _came_before(doc: Doc, spot: Spot, then: Spot) -> bool:
    """Whether the second of two places is told of what came before: "fighting broke out in Velm after a man was held in Norby. Nine people
    died", "it struck Velm on Sunday after killing nine in Norby. Two are missing"."""
    between, line = doc.low[spot.last:then.first], doc.sentence_of(spot.first)
    if "after" not in between or line != doc.sentence_of(then.first):
        return False
    after = between.index("after")
    if after > 0 and between[after - 1] in words_of("spans"):
        return True  # thousands marched in Velm, two months after a roof fell in Norby. Police counted 40,000
    doing = between[after + 1:][:1]
    return bool(doing) and doing[0].endswith("ing") or not words_of("starts").isdisjoint(doc.low[doc.sents[line][0]:spot.first])


def _answered(doc: Doc, spot: Spot) -> bool:
    """Whether a place is that of what a deed answers: "struck nine sites in Velm in reply to a raid on Norby. Six people died"."""
    words = doc.low[doc.sents[doc.sentence_of(spot.first)][0]:spot.first] if words_of("answers") & doc.keys else []
    return any(k and a == "in" and b in words_of("answers") for k, (a, b) in enumerate(pairwise(words)))


def _home(places: Places, claim: ClaimDraft, first: int, last: int) -> Spot | None:
    """Where somebody lives or has an office who tells in his own words what happened there: "We buried nine," a resident of Velm said."""
    if claim.quote is None or claim.event not in words_of("of_the_place"):
        return None
    doc, local = places.doc, words_of("locals")
    near = [s for s in places.about(claim.last, claim.last, last) if not s.country and (
        doc.low[s.first - 2] in local and doc.low[s.first - 1] in ("of", "in", "from") or doc.low[s.last] in words_of("sheriffs")
        or _heals_in(doc, s))]
    return near[0] if near and doc.forms[near[0].first - 1] not in _QUOTED else None


def _heals_in(doc: Doc, spot: Spot) -> bool:
    """Whether somebody works at a hospital in a place: "a doctor at the Al-Karo hospital in Velm"."""
    return doc.low[spot.first - 1] == "in" and doc.low[spot.first - 2] in words_of("hospitals") and not (
        _HEALERS.isdisjoint(doc.low[spot.first - _WORKS:spot.first]))


def _town_told(places: Places, claim: ClaimDraft) -> bool:
    """Whether something happened in a town told before a claim."""
    return any(s.role in ("in", "at") and not s.country for s in places.about(claim.first, 0, claim.first))


def _somewhere(run: Placing, claim: ClaimDraft, last: int) -> bool:
    """Whether the words behind a zero tell a place of their own, which is no name: "no casualties were reported on the Greek islands"."""
    low, tags = run.doc.low, run.scene.tags
    return any(low[t] in _WHERE and not {"J", "l"}.isdisjoint(tags[t + 1:t + 1 + _NEXT]) for t in range(claim.last, last - 1))
