"""Where those were freed of whose release no place is told: where they had been taken, else in the one country of the report."""

from __future__ import annotations

from bisect import bisect_right
from itertools import takewhile

from newsfacts.actors.sides import countries
from newsfacts.drafts import ClaimDraft
from newsfacts.relate.extent import pardoned
from newsfacts.relate.fitting import fits, let_out, own_place
from newsfacts.relate.placing import Case, Placing
from newsfacts.relate.spans import broad
from newsfacts.relate.spots import Places, Spot, is_capital

_SEIZED = ("captured", "detained")
_TAKEN = (*_SEIZED, "held")
_OF_CAPTIVES = (*_TAKEN, "returned", "rescued")
_SOON = 2  # sentences
_LEAD = 2  # sentences after the first
_LOOK = 6  # claims


def of_the_freed(run: Placing, case: Case) -> Spot | str | None:
    """The place."""
    claim, whole = case.claim, case.claim.part_of
    if claim.event != "returned" or claim.value == 0 or _from_afar(run.places, case):
        return None
    if whole is not None:
        return whole.place if whole.event in _SEIZED and whole.place else None  # 20 men were seized in Velm, 12 of them have been let go
    if claim.modality != "asserted" or claim.timex is not None and broad(claim.timex):
        return _where_taken(run, case)  # not where 90 may be freed one day, nor where 400 were in May 2020
    return _where_taken(run, case) or _in_the_land(run, claim)


def _from_afar(places: Places, case: Case) -> bool:
    """Whether somebody came home from a place: "210 workers returned from Norland"."""
    return any(s.role == "from" and not let_out(places.doc, s) for s in places.about(case.claim.first, case.first, case.last))


def _where_taken(run: Placing, case: Case) -> str | None:
    """Where they had been seized: "Gunmen seized nine nurses in Velm. Four were let go at night"."""
    claim, paras = case.claim, run.doc.paras
    if pardoned(run.doc, claim):
        return None
    begin = paras[max(0, bisect_right(paras, (claim.first, 1 << 60)) - 1)][0]
    for before in reversed(run.claims[max(0, case.k - _LOOK):case.k]):
        if claim.sentence - before.sentence > _SOON or before.first < begin:
            return None
        if before.event in _TAKEN and before.place and before.modality == "asserted":
            return before.place
    return None


def _in_the_land(run: Placing, claim: ClaimDraft) -> Spot | str | None:
    """The place of a report whose lead names no other country: "VELM, Norland - The rebels and the government swapped 90 captives"."""
    report, places, scene = run.report, run.places, run.scene
    end = places.doc.sents[places.doc.lead(_LEAD)][1]
    land = report.land
    if land is None:
        return None
    side = scene.side(land.actor)
    if side in run.raids.launchers:
        return None  # at war with another
    if any(scene.side(s.actor) != side for s in takewhile(lambda s: s.first < end, places.spots) if s.country):
        return None
    if run.comes_home is None:
        run.comes_home = any(own_place(land, c, scene) or c.part_of is None and c.affiliation in countries().codes
                             for c in run.claims if c.event == "returned")
    if run.comes_home:
        return None  # Norland's soldiers come home from elsewhere, Sudland's to elsewhere; Norland said that 90 came home
    main = report.main
    main = None if main is not None and main.role == "line" and is_capital(main) else main
    return main if main is not None and fits(main, claim, scene) else _of_the_heading(run) or scene.actors.list[land.actor].name


def _of_the_heading(run: Placing) -> Spot | None:
    """The one town or region in which something happened by the headline: "Gunmen in Norland's Karo free 16 pupils"."""
    places = run.places
    end = places.doc.headline[1] if places.doc.headline else 0
    heads = [s for s in takewhile(lambda s: s.first < end, places.spots) if s.role in ("in", "at") and not s.country]
    alone = all(c.event in _OF_CAPTIVES for c in takewhile(lambda c: c.first < end, run.claims))  # no shells kill nine in Velm
    return heads[0] if len({s.actor for s in heads}) == 1 and alone else None
