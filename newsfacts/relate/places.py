"""Where it happened: the most specific place named for a claim, in its sentence, else in its paragraph, else in the report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container
from itertools import pairwise

from newsfacts.actors import side_of
from newsfacts.claims.roles.naming import SELF
from newsfacts.claims.roles.scene import Scene, words_of
from newsfacts.drafts import ClaimDraft, QuoteDraft
from newsfacts.late import late
from newsfacts.relate.asides import cause_aside, since_told
from newsfacts.relate.deeds import told_of
from newsfacts.relate.extent import (
    another_day,
    at_work,
    counted_from,
    counted_number,
    counting,
    elsewhere,
    helping,
    host_of,
    in_the_land,
    of_a_war,
    over_several,
    over_the_land,
    pardoned,
    shot,
    summed,
    told_anew,
)
from newsfacts.relate.fitting import fits, let_out, own_place, usable
from newsfacts.relate.inherit import headline_places, share_places
from newsfacts.relate.mainday import one_blow
from newsfacts.relate.mainplace import MainPlace, struck_land
from newsfacts.relate.owners import agent_side
from newsfacts.relate.raided import raided, sent_at
from newsfacts.relate.spans import broad
from newsfacts.relate.spots import Places, Spot
from newsfacts.relate.timeless import on_record, taken_before
from newsfacts.sources.words import verbs as speech
from newsfacts.tokens import Doc

_OF_THE_DAY = frozenset("attacked launched hit killed wounded damaged destroyed outage evacuated".split())
_WORLD = frozenset(("worldwide", "globally"))
_WEAPONS = frozenset("drone missile rocket bomb shell weapon aircraft".split())
_GONE = ("displaced", "evacuated", "returned")
_BEFALLS = frozenset("killed wounded casualties missing damaged destroyed hit outage".split())
_STOPPED = ("intercepted", "suppressed")
_TAKEN = ("captured", "detained")
_OVER = (["over"], ["in"], ["near"], ["at"], ["above"])
_THERE = late("P[tdxJgACl~-]{0,8}lot?|,t[xon-]{1,7},Pt?d?")
_RELATIVE = frozenset(("that", "which", "who", "whose"))
_NAMELESS = frozenset("sea water waters ocean border desert steppe countryside".split())
_QUOTED = frozenset("\"“")
_FINDS = frozenset(("found", "finds", "discovered"))
_SEVERAL = 2  # commas in the names of four regions
_TOWN_HALLS = ("municipality", "city council", "city hall", "town hall", "town council")
_ZONED = frozenset(("in", "across", "throughout"))
_SAYS = frozenset("said says told reported reports announced".split())
_SITED = ("in", "at", "wide", "to", "line")
_WIDE = 120  # tokens of a sentence that matter on either side of a claim
_WHERE = ("in", "on", "at", "near")
_WHEN = frozenset(("when", "after"))
_NEXT = 3  # tokens
_BESIDE = 12  # tokens
_LOOK = 40  # claims
_OPENS = 6  # tokens of "in the central town of"
_OF_THEM = frozenset("among-the-dead was-among-the-dead of-the-dead of-those those-include victims-include among-the-victims".split())
# by role, as distance from a claim
_COSTS = {"in": 0, "at": 0, "as": 10, "of": 16, "from": 6, "care": 12, "to": 0, "road": 4, "off": 40, "court": 0}


def _close(places: Places, spot: Spot, claim: ClaimDraft) -> bool:
    """Whether a place stands beside a claim: "returned to Norland", "seized in May, were swapped at the border near Velm"."""
    end = max(claim.last, claim.trigger[1]) if claim.trigger and not spot.country else claim.last
    between = places.scene.tags[end:spot.first]
    there = spot.role in ("in", "at", "to") or let_out(places.doc, spot)
    opened = places.doc.sents[claim.sentence][0]
    if spot.first - opened < _OPENS and spot.role == "in" and not spot.country and places.scene.tags[spot.last:spot.last + 1] == "," and (
            0 < claim.first - spot.last < _OPENS) and claim.event == "returned":
        return True  # in the town of Velm, nine captives were let go
    if spot.role == "in" and not spot.country and spot.last < claim.first and claim.event == "returned" and (
            places.doc.low[opened:opened + 1] in (["in"], ["during"]) and spot.first - opened < _OPENS
            and not words_of("deeds_again").isdisjoint(places.doc.low[opened:spot.first])):
        return True  # in a raid near Velm on Monday, soldiers freed nine captives
    aged = "aged" in places.doc.low[end:end + 3]  # two men, aged 27 and 34, to the Red Cross in Velm
    return there and end <= spot.first and (len(between) < _BESIDE and "," not in between or aged and len(between) < 2 * _BESIDE)


def locate(doc: Doc, claims: list[ClaimDraft], scene: Scene, quotes: list[QuoteDraft], entries: bool) -> None:
    """Sets the places; `entries`: whether every paragraph tells of an incident of its own."""
    places = Places(doc, scene, quotes)
    if not places.spots:
        return
    loose, beside, raid, befalls = words_of("placeless"), words_of("beside"), words_of("raid"), words_of("befalls")
    report = MainPlace(places)
    noted = places.note > 0 and report.main is not None and report.main.first < places.note  # a note on one place: all of it is there
    numbers, blow = [c.first for c in claims], one_blow(doc)
    told = {c.sentence for c in claims}
    of_days = told - {c.sentence for c in claims if c.timex is not None and broad(c.timex)}  # those that tell of no whole month or year
    # sides that launch weapons
    launchers = {c.affiliation for c in claims if c.event == "launched" and c.affiliation}
    stopped: set[str] = set()  # where weapons were shot down
    sited = False  # whether a claim before has a place that is no country
    # side → where its weapons last struck, the sentence that told it, how many
    struck: dict[str | None, tuple[str, int, float]] = {}
    fell: set[tuple[str, str | None]] = set()  # where weapons struck, and whose
    befell: dict[str, set[str]] = {}  # event → the places told for it so far
    parted: set[int] = set()  # claims of whose part alone a place is told: 143 raids, 58 of them in Velm
    summed_in = -1  # the last sentence in which a sum is told
    of_parts: set[int] = set()  # the places in which only a part of others was
    risen = (-9, "")  # the last sentence in which a number that is told again had a place only through the one before, and that place
    for k, claim in enumerate(claims):
        if k and (told_at := claims[k - 1].place):
            befell.setdefault(claims[k - 1].event, set()).add(told_at)
            if claims[k - 1].agent and claims[k - 1].event in befalls:
                fell.add((told_at, agent_side(claims[k - 1], scene)))
        first, last = _window(doc, claim)
        if claim.event in _STOPPED:  # forty were stopped, three hit houses in Velm
            last = _stopped_by(doc, claims, k, last)
        parts = [c.first for c in claims[k + 1:k + 3] if c.part_of is claim and c.sentence == claim.sentence]
        over = parts[0] + 3 if parts else 0  # 35 of which were over Velm
        over_in = over + (doc.low[over:over + 1] in (["were"], ["are"]))
        apart = parts and (doc.low[over - 2:over - 1] == ["of"] and doc.low[over_in:over_in + 1] in _OVER
                           or doc.low[claims[k + 1].last:claims[k + 1].last + 1] in (["who"], ["whom"])
                           or claim.event in _GONE and ["of", "whom"] in (doc.low[parts[0] - 2:parts[0]],
                                                                          doc.low[claims[k + 1].last:claims[k + 1].last + 2]))
        last_of = last
        if apart:
            parted.add(k)
        if len(parts) > 1 or apart:  # 30 drones: 20 over Velm, 10 over Norby; 19 of which over Velm; two million, half of whom fled to Velm
            last = parts[0]
        elif (again := told_anew(doc, claims, k)) is not None:
            last = min(last, again)
        if claim.event == "displaced" and (host := host_of(claim, scene)) is not None:
            claim.place = host
            continue
        sector = _of_sector(places, claim, first)
        spot = sector or _nearest(places, claim, first, last, numbers)
        whole = claim.part_of
        if whole and (claim.rule == "freed" or whole.sentence == claim.sentence and whole.event == claim.event and (
                spot is None or spot.first < claim.first)):
            claim.place = whole.place
            continue
        if spot is not None and whole and whole.sentence == claim.sentence and whole.first < claim.first and whole.place != spot.name and (
                spot.first > claim.first and "," not in scene.tags[claim.last:spot.first]):
            of_parts.add(spot.first)
        if spot is not None and spot.role == "care" and claim.event in befalls and spot.first >= claim.last:
            town = report.main if report.main and not report.main.country and fits(report.main, claim, scene) and not entries else None
            spot = _around(places, claim, first, first, told, of_parts) or town or spot  # hurt in Norby, treated in Velm
            harmed = {place for event in befalls for place in befell.get(event, ())} if spot.role == "care" and not entries else set()
            if len(harmed) == 1 and not side_of(next(iter(harmed))):
                claim.place = next(iter(harmed))
                continue
        loose_here = claim.event in beside and spot is not sector and not shot(doc, claim)
        if spot is not None and loose_here and not _close(places, spot, claim):
            spot = None
        if spot is None and claim.event == "returned" and k and claims[k - 1].sentence == claim.sentence and (
                claims[k - 1].event in words_of("harm") and _both_doing(doc, claims[k - 1], claim)):
            claim.place = claims[k - 1].place  # stormed a jail in Velm, killing six guards and freeing 90 inmates
            continue
        if not _WORLD.isdisjoint(doc.low[claim.last:last_of]):
            continue  # 61 incidents worldwide
        if spot is None or spot.first < claim.first:
            behind = doc.low[claim.last:claim.last + 4]
            if behind[:2] == ["over", "the"] and not _NAMELESS.isdisjoint(behind[2:3]) and behind[3:] != ["of"]:
                continue  # 12 over Karo, three over the sea
        zone = _zone(doc, claim.last, last) if spot is None and "-" in doc.keys else None
        if spot is not None:
            claim.place = spot.name
        elif zone is not None and not loose_here:
            claim.place = zone
        elif on_record(doc, claim):
            continue
        elif claim.event == "hit" and claim.item not in _WEAPONS and k and claims[k - 1].event == "hit" and (
                claims[k - 1].sentence == claim.sentence and claims[k - 1].item in _WEAPONS):
            claim.place = claims[k - 1].place  # nine drones hit five sites
        elif over_the_land(doc, claim, last_of) and report.land and fits(report.land, claim, scene):
            claim.place = scene.actors.list[report.land.actor].name
        elif over_several(doc, claim, first, last):
            claim.place = _of_them_all(places, claim, report)  # 40 were held in six cities
        elif claim.event in raid and claim.item in _WEAPONS:
            name, at, many = struck.get(claim.affiliation, (None, -9, 0))
            wider = claim.event != "hit" and 0 < many < (claim.value or 0)  # more than struck the one town
            if claim.sentence - at > 1 or wider:
                land_struck = struck_land(places, claim, report.land)
                name = (land_struck and sent_at(doc, claims, k)) or land_struck or (None if wider else name)
            if claim.sentence - at > 1 and (bombed := raided(places, claim) or _in_the_raid(doc, claims, k, told)):
                name, struck[claim.affiliation] = bombed, (bombed, claim.sentence, 0)
            name = report.of_the_event.name if report.of_the_event and not wider and claim.modality == "asserted" else name
            town = report.main if claim.event == "hit" and not wider and claim.modality == "asserted" else None
            in_town = town is not None and not town.country and town.role in ("in", "at")
            if town and in_town and (name is None or report.land and name == report.land.name):
                name = town.name
            sought = (name is None or claim.event == "hit") and len(parts) < 2
            near = _around(places, claim, first, last, told, of_parts) if sought else None
            near = near if near is None or near.name.count(",") < _SEVERAL else None  # not over all of five regions
            if near and claim.event in _STOPPED and any(
                    there == near.name and side not in (None, claim.affiliation) for there, side in fell):
                near = None  # Norlandic bombs hit Velm. Norland's ministry said 38 Sudlandic drones had been shot down
            claim.place = near.name if near else name
            if claim.event == "suppressed" and claim.place in stopped:
                claim.place = struck_land(places, claim, report.land)  # where others were shot down is not where these were lost
            acts = claim.event in _STOPPED and report.land is not None and report.land.role not in _SITED
            if claim.place and (claim.place == claim.affiliation or acts and report.land and claim.place == report.land.name and (
                    scene.side(report.land.actor) in launchers)):
                # nobody strikes his own land. Norland launched 60 drones, and its army shot down nine of Sudland's: where, is not told
                claim.place = None
        elif whole and whole.event == claim.event and whole.sentence < claim.sentence:
            continue  # where its whole was
        elif claim.event in words_of("tolls") and (country := counting(claim, scene)):
            claim.place = country
        elif claim.event == "returned" and report.land and pardoned(doc, claim) and fits(report.land, claim, scene):
            claim.place = scene.actors.list[report.land.actor].name  # freed 900 in an amnesty
        elif (claim.event not in loose or at_work(doc, claim) or noted or shot(doc, claim)) and claim.event != "launched":
            wide = summed(doc, claim, *_window(doc, claim)) or of_a_war(doc, claim)
            wide = not noted and (wide or k > 0 and claim.sentence == summed_in)
            summed_in = claim.sentence if wide else -1  # the war has killed 900 and forced millions from their homes
            if wide and (town := report.of_the_event) and claim.first < town.first and not since_told(doc, claim, *_window(doc, claim)):
                wide = False  # nine have died in a raid; the raid took place on Monday in Velm
            home = _home(places, claim, first, last)
            wide = wide and home is None
            if wide and blow and claim.timex and claim.timex.to and doc.sentence_of(claim.timex.first) < claim.sentence:
                wide = False  # a quake struck Velm on Monday. A further 40 have been injured
            if claim.loser in (None, SELF) and not wide and not scene.brief(claim.sentence):
                if taken_before(doc, claims, k) or claim.value == 0 and _somewhere(doc, scene, claim, last):
                    continue  # nine men came home by Velm. Four of them were seized in their fields
                deed = told_of(doc, claim, told)
                if deed >= 0 and deed in told and deed not in of_days and (of_day := told_of(doc, claim, of_days)) >= 0:
                    deed = of_day  # they shot a man in Velm. He had seized nine nurses in Norby in May. In the raid, they held two
                earlier = reversed(claims[max(0, k - _LOOK):k])
                if deed >= 0 and (there := next((c.place for c in earlier if c.sentence == deed and c.place), None)):
                    claim.place = there  # two more were held after the raid
                    continue
                spot = home or _around(places, claim, first if deed < 0 else doc.sents[deed][1] - 1, last, told, of_parts)
                if spot is not None and not spot.country and spot.first < first and in_the_land(doc, first, last):
                    continue  # six were hurt in Velm. The violence has killed 900 people in the state
                on_site = claim.event in words_of("of_the_place") or helping(doc, claim)
                if spot is None and not entries:
                    main = report.land if claim.event == "provided" and not noted else report.main  # aid is given to a country
                    main = report.of_the_event or main if on_site and claim.value != 0 else main
                    where = befell.get(claim.event, set())
                    where = {one for one in where if not any(one != other and one in other for other in where)}
                    in_town = main is None or main.country and on_site
                    first_told = report.told_first if in_town and claim.first < report.elsewhere else None
                    if first_told and (claim.event == "outage" or not another_day(doc, claim, claims, doc.sentence_of(first_told.first))):
                        main = first_told  # half of the customers were still without power on Thursday
                    if main is not None and (main.role == "to" or not main.country and elsewhere(doc, first, last)):
                        main = None  # nor where a ship was bound
                    again = (claim.status == "total" or claim.rule in _OF_THEM) and len(where) == 1
                    soon = claim.sentence - risen[0] == 1 and claim.event in words_of("harm")
                    if (again or soon) and (main is None or main.country or again and claim.rule in _OF_THEM):
                        claim.place = next(iter(where)) if again else risen[1]  # the number of injured has risen to nine; one of them died
                        risen = (claim.sentence, claim.place) if again else risen
                        continue
                    if apart and main is not None and any(s.actor == main.actor for s in places.about(over, over, last_of)):
                        main = None
                    if main is not None and claim.event == "provided" and not side_of(main.name) and not noted:
                        main = None  # nor to the sky over western Norland
                    if claim.event == "participated" and (main is None or main.country) and report.sent_from:
                        claim.place = report.sent_from.name  # VELM - Thousands marched to the parliament
                        continue
                    whose = claim.event == "provided" and main is not None and main.role in ("line", "wide", "of")  # whoever gives it
                    if main is not None and (fits(main, claim, scene) or whose and not own_place(main, claim, scene)):
                        spot = main
                    elif not sited and claim.event in words_of("harm") and (
                            report.main is None or report.main is report.land or report.main.role == "line") and not (
                            report.home and report.home.role not in ("in", "at") and _town_told(places, claim)):
                        spot = report.home if report.home is None or not own_place(report.home, claim, scene) else None
            elif wide and not (entries or scene.brief(claim.sentence)) and (
                    claim.event == "attacked" or claim.event in words_of("tolls")):
                land = report.land_of(claim.sentence, claim.event == "displaced")  # 500 prisoners have died in jails since 2021
                claim.place = scene.actors.list[land.actor].name if land and fits(land, claim, scene) else None
                continue
            claim.place = spot.name if spot else None
        sited = sited or (spot is not None and not spot.country)
        if claim.event in raid and claim.event != "suppressed" and spot is not None and claim.part_of is None and (
                spot.name.count(",") < _SEVERAL):
            before = struck.get(claim.affiliation, ("", -9, 0))
            others = before[2] if before[:2] == (spot.name, claim.sentence) else 0  # with 44 drones and two missiles
            struck[claim.affiliation] = spot.name, claim.sentence, 0 if spot.country else max(claim.value or 0, others)
            if claim.event == "intercepted":
                stopped.add(spot.name)
            else:
                fell.add((spot.name, claim.affiliation))
    for claim in claims:  # a governor's post tells of his region
        if claim.place is None and claim.modality == "asserted" and claim.event in _OF_THE_DAY and claim.value != 0 and (
                claim.part_of is None and report.office is not None):
            claim.place = report.office.name
        elif claim.place is None and claim.modality == "asserted" and claim.event in words_of("ruled_over") and claim.value != 0 and (
                claim.part_of is None):
            own = places.ruled_by(claim.source_actor) or _of_the_town(places, claim)
            if own and befell.get(claim.event, {own}) <= {own}:
                claim.place = own  # the governor of Velm tells of Velm
    _same_talks(doc, [c for c in claims if c.event == "participated"])
    share_places(claims, parted)
    headline_places(doc, claims)


def _same_talks(doc: Doc, claims: list[ClaimDraft]) -> None:
    """Who takes part in the talks does so where these are: "20 states attend talks in Velm. Forty were invited to the talks"."""
    for before, claim in pairwise(claims):
        behind = doc.low[claim.last:doc.sents[claim.sentence][1]]
        at = behind.index("the") + 1 if "the" in behind else len(behind)
        if before.place and before.sentence < claim.sentence and not words_of("talks").isdisjoint(behind[at:at + 1]) and (
                claim.place is None or claim.place.lower() not in " ".join(doc.low[slice(*doc.sents[claim.sentence])])):
            claim.place = before.place


def _in_the_raid(doc: Doc, claims: list[ClaimDraft], k: int, told: set[int]) -> str | None:
    """Where the raid was that a claim's sentence tells again: "Norland killed four men in Velm. It used 90 drones in the raid"."""
    deed = told_of(doc, claims[k], told)
    return next((c.place for c in reversed(claims[max(0, k - _LOOK):k]) if c.sentence == deed and c.place), None) if deed >= 0 else None


def _stopped_by(doc: Doc, claims: list[ClaimDraft], k: int, last: int) -> int:
    """The token to which a sentence may tell where weapons were stopped: "forty were stopped, three hit houses in Velm"; but "stopped 31 of
    40 drones over Velm"."""
    claim, whole = claims[k], claims[k].part_of
    others = (c for c in claims[k + 1:k + 4] if c.sentence == claim.sentence and c.event not in _STOPPED)
    if whole and whole.sentence == claim.sentence and claim.first < whole.first < claim.last + _OPENS:
        last = doc.low.index(",", whole.last, last) if "," in doc.low[whole.last:last] else last
        others = (c for c in others if c is not whole)
    return min(last, next((c.first for c in others), last))


def _of_them_all(places: Places, claim: ClaimDraft, report: MainPlace) -> str | None:
    """The country in which several regions or towns lie of which a claim tells."""
    if claim.item in _WEAPONS and claim.event in words_of("raid"):
        return struck_land(places, claim, report.land)
    land = report.land
    return places.scene.actors.list[land.actor].name if land and fits(land, claim, places.scene) else None


def _somewhere(doc: Doc, scene: Scene, claim: ClaimDraft, last: int) -> bool:
    """Whether the words behind a zero tell a place of their own, which is no name: "no casualties were reported on the Greek islands"."""
    return any(doc.low[t] in _WHERE and not {"J", "l"}.isdisjoint(scene.tags[t + 1:t + 1 + _NEXT]) for t in range(claim.last, last - 1))


def _both_doing(doc: Doc, before: ClaimDraft, claim: ClaimDraft) -> bool:
    """Whether two claims are told by participles of one deed: "killing six guards and freeing 90 inmates"."""
    return bool(before.trigger and claim.trigger and doc.low[before.trigger[0]].endswith("ing") and (
        doc.low[claim.trigger[0]].endswith("ing") and doc.low[claim.trigger[0] - 1] == "and"))


def _home(places: Places, claim: ClaimDraft, first: int, last: int) -> Spot | None:
    """Where somebody lives or has an office who tells in his own words what happened there: "We buried nine," a resident of Velm said."""
    if claim.quote is None or claim.event not in words_of("of_the_place"):
        return None
    doc, local = places.doc, words_of("locals")
    near = [s for s in places.about(claim.last, claim.last, last) if not s.country and (
        doc.low[s.first - 2] in local and doc.low[s.first - 1] in ("of", "in", "from") or doc.low[s.last] in words_of("sheriffs"))]
    return near[0] if near and doc.forms[near[0].first - 1] not in _QUOTED else None


def _window(doc: Doc, claim: ClaimDraft) -> tuple[int, int]:
    """The claim's sentence, or what of a very long one is near."""
    first, last = doc.sents[claim.sentence]
    return max(first, claim.first - _WIDE), min(last, claim.last + _WIDE)


def _town_told(places: Places, claim: ClaimDraft) -> bool:
    """Whether something happened in a town told before a claim."""
    return any(s.role in ("in", "at") and not s.country for s in places.about(claim.first, 0, claim.first))


def _of_the_town(places: Places, claim: ClaimDraft) -> str | None:
    """The last town told in the paragraph before, where its municipality tells of harm: "the city council said 90 homes burned"."""
    if not (claim.source or "").lower().endswith(_TOWN_HALLS):
        return None
    k = bisect_right(places.doc.paras, (claim.first, 1 << 60)) - 1
    begin = places.doc.paras[max(0, k - 1)][0]
    towns = [s.name for s in places.about(claim.first, begin, claim.first) if s.role in ("in", "at") and not s.country]
    return towns[-1] if towns else None


def _of_sector(places: Places, claim: ClaimDraft, first: int) -> Spot | None:
    """The direction of a front that "in this direction" in a claim's sentence means: "In the Velm direction they stopped nine attacks. Six
    men were killed in this direction"."""
    low = places.doc.low
    if "direction" not in places.doc.keys or ("this", "direction") not in pairwise(low[first:places.doc.sents[claim.sentence][1]]):
        return None
    near = places.about(claim.first, 0, claim.first)
    return next((s for s in reversed(near) if "direction" in low[s.last - 1:s.last + 1] and s.role == "in"), None)


def _nearest(places: Places, claim: ClaimDraft, first: int, last: int, numbers: list[int]) -> Spot | None:
    """The place of the claim's own sentence that is nearest to its number; words after it count as nearer than words before."""
    best, least = None, 0
    scene, low = places.scene, places.doc.low
    tags, begin, end = scene.tags, claim.first, claim.last
    apart = cause_aside(places.doc, claim)
    spots = [s for s in places.about(begin, first, last) if s.first not in apart and usable(s, claim, scene)]
    if claim.event in _TAKEN:
        legs = [(s, then) for s, then in pairwise(places.about(begin, first, last)) if s.role == "from" and then.role in ("to", "at")
                and low[s.last:then.first] in (["to"], ["to", "the"])]
        for start, goal in legs:  # seized on the way from Velm to Karo
            spots = [goal if s is start else s for s in spots]
    if not spots:
        return None
    opened = spots[0].first - first < _OPENS and spots[0].role == "in" and not spots[0].country and low[spots[0].last] == ","
    on_the_way = any(s.role == "off" for s in spots)  # a convoy to Velm was ambushed 15 km north of Karo
    speaking, befalls = speech(), words_of("befalls")
    aside, verb = _aside_end(places, claim, first, last), claim.trigger[0] if claim.trigger else end
    for spot in spots:
        if begin <= spot.first < end:
            cost = 4
        elif spot.first >= end:
            words = low[end:spot.first]
            others = bisect_left(numbers, spot.first) - bisect_right(numbers, begin)
            if spot.first >= aside or ("including" in words and "," not in words[words.index("including"):] and (
                    "including" in low[max(end, verb):spot.first])):
                continue  # nine people, including two boys, died in Velm; nine died, including two in Velm
            if not words_of("agreed").isdisjoint(words) and not words_of("accords").isdisjoint(words):
                continue  # freed 90 men under a deal reached in Velm
            if "when" in words and any(pair == (",", "when") and words[k - 1][:1].isdigit() for k, pair in enumerate(pairwise(words)) if k):
                continue  # 400 have died since 2023, when gunmen attacked Velm
            if "before" in words and words[words.index("before") + 1:][:1] != [] and words[words.index("before") + 1].endswith("ing"):
                continue  # shot nine dead, before moving to Velm, where they killed 14
            if "," in words and counted_from(words):
                continue  # killing nine, hours after a truce around Velm broke down
            if _says_on(words, speaking) or (
                    claim.event in befalls and ("and", "that") in pairwise(words)):
                continue  # claims to have downed nine and says that a depot in Velm burns; that nine died, and that posts in Velm fell
            if others and _of_some(words):
                continue  # nine died, two of them in Velm
            if others and ";" in words:
                continue  # swapped 66 captives; drones killed three in Velm
            if others and "after" in words and bisect_left(numbers, spot.first) > (
                    nth := bisect_right(numbers, end + words.index("after"))) and not _of_towns(low, numbers[nth]):
                continue  # fired 60 rockets at posts after a strike killed three in Norby
            if spot.role == "from" and len(words) > 2 and low[spot.first - 2] in words_of("newcomers"):
                continue  # put the missing at 40, as migrants from Karo were on no list
            if "solidarity" in words or "sympathy" in words:
                continue  # attacked 90 ships in solidarity with those in Velm
            if "since" in words and not words_of("pacts").isdisjoint(words[words.index("since"):]):
                continue  # has freed 40 since the accords reached in Norby
            if "as" in words and not words_of("meetings").isdisjoint(words[words.index("as"):]):
                continue  # frees 50 soldiers as talks resume in Norby
            behind = claim.trigger[1] if claim.trigger and "-around-" in claim.rule and end < claim.trigger[1] <= spot.first else end
            if behind > end:  # four people, including two boys, died in Velm
                others = bisect_left(numbers, spot.first) - bisect_right(numbers, verb)
            between = tags[behind:spot.first]
            if ")" in words and spots[0].first < begin and low[first:begin].count("(") > low[first:begin].count(")"):
                continue  # in Velm (14 killed) and in Karo
            cost = len(between) + 6 * between.count(",") + 8 * others + 20 * ("while" in words) + 10 * (";" in words)
            if claim.item == "settlement" and between.rstrip("td") == "o":
                cost = -14  # 12 towns of eastern Karo: there they lie
            if between[:1] == "P" and not between.strip("Ptdlo") or _THERE.fullmatch(between):
                cost = 1  # two over the waters of the Karo Sea, one in the army-held town of Velm
            if claim.part_of and spot.role == "in" and "," not in words and words[:1] != [] and _busy(words):
                cost = 3  # nine who were waiting for a bus in Velm
            elif "whom" in words and others <= 1:
                cost += 25 if opened or _opens_early(places, spots[0], first, begin) else 0  # in Velm on Monday held two, one of whom
            elif not _RELATIVE.isdisjoint(words):
                cost += 25 if opened and others == 0 else 8  # in Velm, they shot a man who had led a raid in Norby
        else:
            between = tags[spot.last:begin]
            if "as" in (told := low[spot.last:begin]) and (claim.event == "launched" or told[told.index("as") - 1] in ("came", "comes")):
                continue  # the blast in Karo came as Norland fired 40 missiles
            others = bisect_left(numbers, begin) - bisect_right(numbers, spot.first)
            cost = 4 + len(between) + 2 * between.count(",") + 4 * others + 10 * (";" in told) + 25 * ((",", "while") in pairwise(told))
            cost += 9 * (verb >= end and low[begin - 1] == "and")  # three died in Velm and four were hurt in Norby
        if claim.target and spot.name in claim.target:
            cost -= 14
        if low[spot.last:spot.last + 1] and low[spot.last] in speaking:
            cost += 20  # police in Velm said
        if spot is spots[0] and opened and _only_told_there(places, spots, numbers, claim):
            cost += 40  # in Norby, a spokesman said nine people had been killed in Velm
        if spot.first == first and low[spot.last:spot.last + 1] == [":"]:
            cost += 24  # Karo: nine drown as boat sinks off Velm
        origin = spot.role == "from" and claim.event in _BEFALLS and low[end:end + 1] == ["from"] and end < spot.first < end + 4
        cost += 50 * (on_the_way and spot.role == "to")
        cost -= 8 * (spot.role == "from" and claim.event in _TAKEN and spot is spots[-1])  # in Karo they seized ten from a clinic in Velm
        cost += _COSTS[spot.role] + 14 * spot.country + 9 * origin  # a labourer from Velm was shot in Norby
        if best is None or cost < least:
            best, least = spot, cost
    if best is not None and best.first < claim.first:
        # in the Velm region two people died and nine were hurt in the town of Norby; tanks rolled into Velm, jets hit nine sites in Karo
        wide = best.country or low[best.last - 1] in words_of("localities") or tags[best.last:begin] == ","
        near = (s for s in spots if s.first >= end and s.role == "in" and _RELATIVE.isdisjoint(low[end:s.first]) and (
            wide and not s.country and "," not in tags[end:s.first] or "," in tags[best.last:begin] and not tags[end:s.first].strip("Ptd")))
        best = next(near, best)
        if best.first < claim.first and low[best.last] in speaking:  # police in Velm said nine died and six were hurt when a bomb hit Norby
            best = next((s for s in spots if s.first >= end and s.role in ("in", "at") and not s.country
                         and not _WHEN.isdisjoint(low[end:s.first])), best)
    return best


def _opens_early(places: Places, spot: Spot, first: int, number: int) -> bool:
    """Whether a place and a day open a sentence: "In Velm early on Monday, soldiers"."""
    tags = places.scene.tags[spot.last:number]
    return spot.first - first < _OPENS and spot.role == "in" and not spot.country and 0 <= tags.find(",") <= _NEXT


def _only_told_there(places: Places, spots: list[Spot], numbers: list[int], claim: ClaimDraft) -> bool:
    """Whether the place that opens a sentence is where somebody speaks, and that of a claim is told behind it: "In Norby, a spokesman, Ivo
    Tarn, said nine people had been killed and two hurt in Velm"."""
    doc, speaking, number = places.doc, speech(), claim.first
    cue = next((t for t in range(spots[0].last + 1, number) if doc.low[t] in _SAYS and doc.low[t] in speaking), 0)
    if not cue or bisect_left(numbers, number) > bisect_left(numbers, cue) + 1 or places.about(cue, cue, number):
        return False
    then = next((s for s in spots if s.first >= claim.last and s.role == "in" and doc.forms[s.first][0].isupper()), None)
    others = 0 if then is None else bisect_left(numbers, then.first) - bisect_right(numbers, number)
    return then is not None and (not others or "," not in doc.low[claim.last:then.first])


def _zone(doc: Doc, first: int, last: int) -> str | None:
    """The part of a country that tokens tell by a direction in capitals: "nine died in the North-West"."""
    for t in range(first + 1, last - 3):
        if doc.low[t] == "the" and doc.low[t - 1] in _ZONED and doc.low[t + 2] == "-" and all(
                doc.forms[k][0].isupper() and doc.low[k] in words_of("directions") for k in (t + 1, t + 3)):
            return doc.words(t + 1, t + 4)
    return None


def _of_some(words: list[str]) -> bool:
    """Whether words to a place tell of a part of those counted before it: "and 46 were hurt, 13 of them at a mosque in"."""
    at = next((k for k in range(len(words) - 1, 0, -1) if words[k] in ("them", "whom") and words[k - 1] == "of"), -1)
    return at > 1 and len(words) - at < _OPENS and "," in words[:at] and counted_number(words[at - 2]) and (
        words[at + 1:at + 2] == [] or words[at + 1] in _WHERE)


def _busy(words: list[str]) -> bool:
    """Whether those counted are told to have been busy with something at a place: "who were waiting for food near"."""
    k = next((k for k, word in enumerate(words[:2]) if word in ("who", "that")), -1)
    return k >= 0 and words[k + 1:k + 2] in (["were"], ["was"]) and words[k + 2][-3:] == "ing" and words[k + 2] not in words_of("dwelling")


def _of_towns(low: list[str], number: int) -> bool:
    """Whether a number counts places that lie in another: "nine died after rebels raided four villages in Karo"."""
    return not words_of("counted_places").isdisjoint(low[number + 1:number + _NEXT])


def _says_on(words: list[str], speaking: Container[str]) -> bool:
    """Whether somebody goes on to say something else: "and said", "and found that", "adding that"; but: "and found nine rifles"."""
    for k, (word, after) in enumerate(pairwise(words)):
        if word == "adding" and after == "that" or word == "and" and after in speaking and (
                after not in _FINDS or words[k + 2:k + 3] == ["that"]):
            return True
    return False


def _aside_end(places: Places, claim: ClaimDraft, first: int, last: int) -> int:
    """The end of the clause of "Norland, which lost 28 ships, has ...": what follows tells nothing of the ships."""
    tags = places.scene.tags
    comma = tags.rfind(",", max(first, claim.first - 12), claim.first)
    if comma < 0 or places.doc.low[comma + 1] not in ("which", "who", "whose"):
        return last
    end = tags.find(",", claim.last, last)
    return last if end < 0 else end


def _around(places: Places, claim: ClaimDraft, first: int, last: int, told: set[int], apart: set[int]) -> Spot | None:
    """The last place named before in the paragraph, else the first one after."""
    paras = places.doc.paras
    k = bisect_right(paras, (first, 1 << 60)) - 1
    if k < 0:
        return None
    begin, end = paras[k]
    near = [s for s in places.about(first, begin, end) if s.first not in apart and (
                s.role in ("in", "at", "road", "off") and usable(s, claim, places.scene) or s.first < first and let_out(places.doc, s))
            and (places.doc.low[s.first - 1] != "to" or s.role == "road")]  # the bus was on its way to Velm
    before = [s for s in near if s.first < first and (s.role != "off" or places.doc.low[s.first - 1] != "from")]
    if len(before) > 1 and "after" in places.doc.low[before[-2].last:before[-1].first] and (
            (line := places.doc.sentence_of(before[-2].first)) == places.doc.sentence_of(before[-1].first) and not (
                words_of("starts").isdisjoint(places.doc.low[places.doc.sents[line][0]:before[-2].first]))):
        before.pop()  # fighting broke out in Velm after a man was held in Norby. Nine people died
    if before:  # a mill in Velm, 40 miles south of Norby. Nine people died
        return before[-2] if before[-1].role == "off" and len(before) > 1 and before[-1].first - before[-2].last < _BESIDE else before[-1]
    after = next((s for s in near if s.first >= last), None)  # where no claim of its own has it
    if after is not None and not places.doc.lines.isdisjoint(range(claim.first + 1, after.first + 1)):
        return None  # the next line of a list
    return None if after is None or places.doc.sentence_of(after.first) in told else after


