"""Where it happened: the most specific place named for a claim, in its sentence, else in its paragraph, else in the report."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import pairwise

from newsfacts.actors import side_of
from newsfacts.claims.roles.scene import Scene, words_of
from newsfacts.drafts import ClaimDraft, QuoteDraft
from newsfacts.relate.extent import calamity_of, counting, host_of, over_land_told, over_several, over_the_land, pardoned, town_counting
from newsfacts.relate.fitting import fits, let_out
from newsfacts.relate.freed import of_the_freed
from newsfacts.relate.inherit import headline_places, share_places
from newsfacts.relate.mainplace import struck_land
from newsfacts.relate.placing import NOWHERE, Case, Placing
from newsfacts.relate.raided import WEAPONS, of_a_raid
from newsfacts.relate.sited import nearest_spot
from newsfacts.relate.sites import around, of_the_event, of_the_land_struck
from newsfacts.relate.spans import WEEKDAYS
from newsfacts.relate.spots import Places, Spot
from newsfacts.relate.timeless import on_record
from newsfacts.sources.words import verbs as speech
from newsfacts.tokens import Doc

_OF_THE_DAY = frozenset("attacked launched hit killed wounded damaged destroyed outage evacuated".split())
_HELPED = ("deployed", "rescued", "cost")
_WORLD = frozenset(("worldwide", "globally"))
_OVER_THE = (["around", "the"], ["across", "the"], ["over", "the"], ["throughout", "the"])
_MORE = frozenset(("more", "another", "further", "other", "others", "additional"))
_TO = ("over", "into", "toward", "towards")
_FREED = frozenset(("freed", "free", "rescued"))
_NAMELESS = frozenset("sea water waters ocean border desert steppe countryside".split())
_COUNTING = ("health ministry", "ministry of health", "red crescent", "civil defence", "civil defense", "disaster management agency",
             "disaster agency", "civil defence agency", "civil defense agency")
_TOWN_HALLS = ("municipality", "city council", "city hall", "town hall", "town council")
_ZONED = frozenset(("in", "across", "throughout"))
_BESIDE = 12  # tokens
_VERB = 6  # tokens from a place to the verb of who speaks there
_HOME = 4  # tokens of "back home to"
_INTO = frozenset(("to", "in", "into"))
_OPENS = 6  # tokens of "in the central town of"


def locate(doc: Doc, claims: list[ClaimDraft], scene: Scene, quotes: list[QuoteDraft], entries: bool) -> None:
    """Sets the places; `entries`: whether every paragraph tells of an incident of its own."""
    places = Places(doc, scene, quotes)
    if not places.spots:
        for claim in claims:
            claim.place = _where_counted(scene, claim) or calamity_of(claim, scene)
        return
    run = Placing(places, claims, entries)
    for k, claim in enumerate(claims):
        case = run.case(k)
        answer = next((told for step in _STEPS if (told := step(run, case)) is not None), NOWHERE)
        if isinstance(answer, Spot):
            claim.place = answer.name
            run.note(claim, answer)
        else:
            claim.place = answer or None
    for claim in claims:
        if claim.place is None and claim.modality == "asserted" and claim.value != 0 and claim.part_of is None:
            claim.place = _governed(run, claim) or calamity_of(claim, scene) or (
                of_the_land_struck(run, claim) if claim.event in _HELPED else None)
    _same_talks(doc, [c for c in claims if c.event == "participated"])
    share_places(claims, run.parted)
    headline_places(doc, claims)


def _host(run: Placing, case: Case) -> str | None:
    """The country that hosts the displaced."""
    return host_of(case.claim, run.scene) if case.claim.event == "displaced" else None


def _seek(run: Placing, case: Case) -> None:
    """Finds the place of its own sentence, which the steps behind judge."""
    case.sector = _of_sector(run.places, case.claim, case.first)
    case.spot = case.sector or nearest_spot(run.places, case.claim, case.first, case.last, run.numbers)


def _of_its_whole(run: Placing, case: Case) -> str | None:
    """A part was where its whole was, unless its own words tell."""
    claim, whole, spot = case.claim, case.claim.part_of, case.spot
    if whole is None:
        return None
    same = whole.sentence == claim.sentence
    if claim.rule == "freed" or same and whole.event == claim.event and (spot is None or spot.first < claim.first):
        return whole.place or NOWHERE
    if spot is not None and same and whole.first < claim.first < spot.first and whole.place != spot.name and (
            "," not in run.scene.tags[claim.last:spot.first]):
        run.of_parts.add(spot.first)
    return None


def _hurt_elsewhere(run: Placing, case: Case) -> str | None:
    """Hurt in Norby, treated in Velm."""
    claim, spot, main = case.claim, case.spot, run.report.main
    befalls = words_of("befalls")
    if spot is None or spot.role != "care" or claim.event not in befalls | {"rescued"} or (
            spot.first < claim.last and (claim.event != "wounded" or run.doc.low[spot.last:spot.last + 2] != [",", "where"])):
        return None  # flown to a hospital in Velm, where four are in a critical condition
    town = main if main and not main.country and fits(main, claim, run.scene) and not run.entries else None
    case.spot = spot = around(run, claim, case.first, case.first) or town or spot
    if spot.role != "care" or run.entries:
        return None
    harmed = {place for event in befalls for place in run.befell.get(event, ())}
    one = next(iter(harmed)) if len(harmed) == 1 else NOWHERE
    return one if one and not side_of(one) else None


def _told_elsewhere(run: Placing, case: Case) -> None:
    """Drones struck a depot in Velm. An official in Norby said nine people had been killed."""
    claim, spot, main = case.claim, case.spot, run.report.main
    if spot is None or spot.country or claim.number is None or not _MORE.isdisjoint(run.doc.low[claim.first - 1:claim.last + 1]) or not (
            run.places.seat(spot.first, spot.last)):
        return
    town = main if main and not main.country and fits(main, claim, run.scene) and not run.entries else None
    case.spot = around(run, claim, case.first, case.first) or town or spot


def _not_beside(run: Placing, case: Case) -> None:
    """Leaves a place that does not stand beside those who came home, were sent, were given."""
    case.loose = run.beside_only(case)
    if case.spot is not None and case.loose and not _close(run.places, case.spot, case.claim):
        case.spot = None


def _with_the_harm(run: Placing, case: Case) -> str | None:
    """Stormed a jail in Velm, killing six guards and freeing 90 inmates. Four men were killed and two hostages were freed."""
    if case.spot is not None or case.claim.event != "returned" or (before := run.before(case)) is None:
        return None
    done = before.event in words_of("harm") and (_both_doing(run.doc, before, case.claim) or _one_deed(run, before, case))
    return before.place or NOWHERE if done else None


def _where_it_counts(run: Placing, case: Case) -> str | None:
    """Velm recorded 61 deaths, Karo 22."""
    return town_counting(case.claim, run.scene) if case.claim.event in words_of("tolls") else None


def _worldwide(run: Placing, case: Case) -> str | None:
    """61 incidents worldwide, around the world."""
    behind = run.doc.low[case.claim.last:case.until]
    over = "world" in behind and behind[max(0, behind.index("world") - 2):behind.index("world")] in _OVER_THE
    return NOWHERE if over or not _WORLD.isdisjoint(behind) else None


def _over_no_name(run: Placing, case: Case) -> str | None:
    """12 over Karo, three over the sea; fired two into the sea."""
    claim = case.claim
    behind = run.doc.low[claim.last:claim.last + 4]
    nameless = behind[:1] != [] and behind[0] in _TO and behind[1:2] == ["the"] and not _NAMELESS.isdisjoint(behind[2:3]) and (
        behind[3:] != ["of"])
    return NOWHERE if nameless and (case.spot is None or case.spot.first < claim.first) else None


def _at_other_places(run: Placing, case: Case) -> str | None:
    """Nine died in Velm and four elsewhere."""
    low, spot = run.doc.low, case.spot
    before = spot is not None and spot.first < case.claim.first
    told_in = spot is not None and low[case.first] == "elsewhere" and any(word in speech() for word in low[spot.last:spot.last + _VERB])
    # elsewhere, 40 people died, hospitals in Velm said
    return NOWHERE if told_in or before and low[case.claim.last:case.claim.last + 1] == ["elsewhere"] else None


def _straight_nationwide(run: Placing, case: Case) -> str | None:
    """Told of the whole country, whatever place its sentence tells behind: "40 were held nationwide, and police were sent to Velm"."""
    end = max(case.claim.last, case.claim.trigger[1] if case.claim.trigger else 0)
    behind = case.spot is not None and case.spot.first >= end
    return _nationwide(run, case) if behind and over_land_told(run.doc.low, end, case.spot.first if case.spot else end) else None


def _own(run: Placing, case: Case) -> Spot | None:
    """Its own sentence's place."""
    return case.spot


def _zone(run: Placing, case: Case) -> str | None:
    """The part of a country that tokens tell by a direction in capitals: "nine died in the North-West"."""
    if case.loose or "-" not in run.doc.keys:
        return None
    doc = run.doc
    for t in range(case.claim.last + 1, case.last - 3):
        if doc.low[t] == "the" and doc.low[t - 1] in _ZONED and doc.low[t + 2] == "-" and all(
                doc.forms[k][0].isupper() and doc.low[k] in words_of("directions") for k in (t + 1, t + 3)):
            return doc.words(t + 1, t + 4)
    return None


def _of_the_record(run: Placing, case: Case) -> str | None:
    """What is on record was at many places; the next in a row was at a place that is not known."""
    return NOWHERE if case.claim.rule == "next-place" or on_record(run.doc, case.claim) else None


def _what_they_hit(run: Placing, case: Case) -> str | None:
    """Nine drones hit five sites."""
    if case.claim.event != "hit" or case.claim.item in WEAPONS or (before := run.before(case, "hit")) is None:
        return None
    return before.place or NOWHERE if before.item in WEAPONS else None


def _nationwide(run: Placing, case: Case) -> str | None:
    """Told of the whole country."""
    land = run.report.land if over_the_land(run.doc, case.claim, case.until) else None
    return run.scene.actors.list[land.actor].name if land and fits(land, case.claim, run.scene) else None


def _of_several(run: Placing, case: Case) -> str | None:
    """40 were held in six cities: in their country."""
    claim, land = case.claim, run.report.land
    if not over_several(run.doc, claim, case.first, case.last):
        return None
    if claim.item in WEAPONS and claim.event in words_of("raid") and (claim.event, claim.item) != ("hit", "aircraft"):
        return struck_land(run.places, claim, land) or NOWHERE  # but: hit 41 aircraft at four airfields
    return run.scene.actors.list[land.actor].name if land and fits(land, claim, run.scene) else NOWHERE


def _where_its_whole_was(run: Placing, case: Case) -> str | None:
    """A part of what a sentence before tells: filled in later."""
    claim, whole = case.claim, case.claim.part_of
    return NOWHERE if whole and whole.event == claim.event and whole.sentence < claim.sentence else None


def _counted(run: Placing, case: Case) -> str | None:
    """Norland reported 13 deaths."""
    return counting(case.claim, run.scene) or None if case.claim.event in words_of("tolls") else None


def _pardoned(run: Placing, case: Case) -> str | None:
    """Freed 900 in an amnesty."""
    claim, land = case.claim, run.report.land if case.claim.event == "returned" else None
    if land and pardoned(run.doc, claim) and fits(land, claim, run.scene):
        return run.scene.actors.list[land.actor].name
    return None


# in this order: the first answer holds, "" is that there is no place
_STEPS: tuple[Callable[[Placing, Case], Spot | str | None], ...] = (
    _host, _where_it_counts, _seek, _of_its_whole, _hurt_elsewhere, _told_elsewhere, _not_beside, _with_the_harm, _worldwide,
    _over_no_name, _at_other_places, _straight_nationwide, _own, _zone, _of_the_record, _what_they_hit, _nationwide, _of_several, of_a_raid,
    _where_its_whole_was, _counted, _pardoned, of_the_event, of_the_freed)


def _governed(run: Placing, claim: ClaimDraft) -> str | None:
    """A governor's post tells of his region; the governor of Velm tells of Velm."""
    if (claim.event in _OF_THE_DAY or _of_the_region(run.doc, claim)) and run.report.office is not None:
        return run.report.office.name
    if claim.event not in words_of("ruled_over"):
        return None
    if (land := _where_counted(run.scene, claim)) is not None:
        return land
    own = run.places.ruled_by(claim.source_actor) or _of_the_town(run, claim)
    return own if own and run.befell.get(claim.event, {own}) <= {own} else None


def _of_the_region(doc: Doc, claim: ClaimDraft) -> bool:
    """Whether a claim's sentence tells of "the region" of him who speaks: "nine drones were shot down over the region"."""
    first, last = doc.sents[claim.sentence]
    return any(word in words_of("lands") and before == "the" for before, word in pairwise(doc.low[first:last]))


def _where_counted(scene: Scene, claim: ClaimDraft) -> str | None:
    """The country whose health ministry tells of harm at no place: "Norland's health ministry said air strikes killed nine people"."""
    if claim.source_actor is None or not claim.source or not claim.source.lower().endswith(_COUNTING) or claim.value == 0 or (
            claim.event not in words_of("befalls") or claim.modality != "asserted"):
        return None
    side = scene.side(claim.source_actor)
    if claim.affiliation not in (None, side):
        return None
    own = side if side and side_of(side) == side and side != "Palestine" else None  # in the West Bank or in Gaza
    return "Gaza" if "hamas" in claim.source.lower() else own


def _close(places: Places, spot: Spot, claim: ClaimDraft) -> bool:
    """Whether a place stands beside a claim: "returned to Norland", "seized in May, were swapped at the border near Velm"."""
    end = max(claim.last, claim.trigger[1]) if claim.trigger and not spot.country else claim.last
    capital = places.doc.low[spot.first - 2:spot.first] == ["capital", ","]  # were flown to the capital, Velm
    between = places.scene.tags[end:spot.first - capital]
    there = spot.role in ("in", "at", "to") or let_out(places.doc, spot) or spot.role == "care" and claim.item == "body"
    opened = places.doc.sents[claim.sentence][0]
    words = places.doc.low[opened:opened + _OPENS]
    dated = opened + words.index(",") if words[:1] == ["on"] and "," in words else opened  # On May 4, in Velm, Tarn state, nine were freed
    if spot.first - dated < _OPENS and spot.role in ("in", "at") and places.scene.tags[spot.last] == "," and (
            0 < claim.first - spot.last < _OPENS) and claim.event == "returned":
        return True  # in the town of Velm, nine captives were let go
    if spot.role == "in" and not spot.country and spot.last < claim.first and claim.event == "returned" and (
            places.doc.low[opened:opened + 1] in (["in"], ["during"]) and spot.first - opened < _OPENS
            and not words_of("deeds_again").isdisjoint(places.doc.low[opened:spot.first])):
        return True  # in a raid near Velm on Monday, soldiers freed nine captives
    if claim.event == "returned" and claim.trigger and there and (
            claim.first < claim.trigger[0] and 0 < spot.first - claim.trigger[1] < _HOME):
        way = places.doc.low[claim.trigger[0]:spot.first]
        if "," not in way and way[-1] in _INTO and not words_of("homewards").isdisjoint(way):
            return True  # 40 workers, most of them women, were flown back to Norland
    if claim.event == "returned" and claim.trigger and spot.role == "in" and (not spot.country or spot.name[:1].islower()) and (
            claim.rule == "active-object" and spot.last <= claim.trigger[0] and _only_a_day(places.doc, spot.last, claim.trigger[0])):
        return True  # kidnappers in Velm freed 40 villagers, in northern Norland on Sunday freed nine
    aged = "aged" in places.doc.low[end:end + 3]  # two men, aged 27 and 34, to the Red Cross in Velm
    return there and end <= spot.first and (len(between) < _BESIDE and "," not in between or aged and len(between) < 2 * _BESIDE)


def _only_a_day(doc: Doc, first: int, last: int) -> bool:
    """Whether nothing, or a day, stands between two tokens: "on Sunday"."""
    return first == last or last - first in (1, 2) and doc.low[last - 1] in WEEKDAYS


def _of_sector(places: Places, claim: ClaimDraft, first: int) -> Spot | None:
    """The direction of a front that "in this direction" in a claim's sentence means: "In the Velm direction they stopped nine attacks. Six
    men were killed in this direction"."""
    low = places.doc.low
    if "direction" not in places.doc.keys or ("this", "direction") not in pairwise(low[first:places.doc.sents[claim.sentence][1]]):
        return None
    near = places.about(claim.first, 0, claim.first)
    return next((s for s in reversed(near) if "direction" in low[s.last - 1:s.last + 1] and s.role == "in"), None)


def _both_doing(doc: Doc, before: ClaimDraft, claim: ClaimDraft) -> bool:
    """Whether two claims are told by verbs of one deed: "killing six guards and freeing 90 inmates", "killed six and freed 12 hostages"."""
    if not (before.trigger and claim.trigger) or doc.low[claim.trigger[0] - 1] != "and":
        return False
    first, then = doc.low[before.trigger[0]], doc.low[claim.trigger[0]]
    return first.endswith("ing") and then.endswith("ing") or then in _FREED and before.sentence == claim.sentence and (
        before.agent is not None and before.agent == claim.agent)


def _of_the_town(run: Placing, claim: ClaimDraft) -> str | None:
    """The last town told in the paragraph before, where its municipality tells of harm: "the city council said 90 homes burned"; else the
    town of the lead."""
    if not (claim.source or "").lower().endswith(_TOWN_HALLS):
        return None
    places, first = run.places, run.report.told_first
    k = bisect_right(places.doc.paras, (claim.first, 1 << 60)) - 1
    begin = places.doc.paras[max(0, k - 1)][0]
    towns = [s.name for s in places.about(claim.first, begin, claim.first) if s.role in ("in", "at") and not s.country]
    return towns[-1] if towns else first.name if first and not first.country else None


def _one_deed(run: Placing, before: ClaimDraft, case: Case) -> bool:
    """Whether a sentence without a place tells of those freed in the deed in which others died: "four men were killed and 90 freed"."""
    claim = case.claim
    told = run.places.about(claim.first, case.first, case.last)
    return not told and before.place is not None and before.modality == claim.modality == "asserted" and (
        "and" in run.doc.low[before.last:claim.first] and ";" not in run.doc.low[before.last:claim.first])


def _same_talks(doc: Doc, claims: list[ClaimDraft]) -> None:
    """Who takes part in the talks does so where these are: "20 states attend talks in Velm. Forty were invited to the talks"."""
    for before, claim in pairwise(claims):
        behind = doc.low[claim.last:doc.sents[claim.sentence][1]]
        at = behind.index("the") + 1 if "the" in behind else len(behind)
        if before.place and before.sentence < claim.sentence and not words_of("talks").isdisjoint(behind[at:at + 1]) and (
                claim.place is None or claim.place.lower() not in " ".join(doc.low[slice(*doc.sents[claim.sentence])])):
            claim.place = before.place
