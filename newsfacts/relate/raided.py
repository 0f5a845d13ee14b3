"""The town that a raid told in the sentence before struck: where those weapons fell that are counted for no place of their own."""

from __future__ import annotations

from newsfacts.claims.roles.scene import words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.relate.deeds import told_of
from newsfacts.relate.mainplace import struck_land
from newsfacts.relate.placing import NOWHERE, SEVERAL, STOPPED, Case, Placing
from newsfacts.relate.sites import around, told_at
from newsfacts.relate.spots import Places, Spot
from newsfacts.tokens import Doc

WEAPONS = frozenset("drone missile rocket bomb shell weapon aircraft".split())
_SITED = ("in", "at", "wide", "to", "line")
_RAIDS = frozenset("raid raids strike strikes attack attacks assault airstrike airstrikes barrage".split())
_SEAS = frozenset("sea gulf strait ocean bay channel".split())
_SENT = ("launched", "hit")
_THE = (["the"], ["them"], ["these"], ["those"])
_LOOK = 20  # claims


def of_a_raid(run: Placing, case: Case) -> str | None:
    """Where weapons were, of which no place is told: where their side's fell before, the land they struck, the paragraph's place."""
    claim = case.claim
    if claim.event not in words_of("raid") or claim.item not in WEAPONS or (claim.event, claim.item) == ("hit", "aircraft"):
        return None
    last, at, many = run.raids.last(claim)
    wider = claim.event != "hit" and 0 < many < (claim.value or 0)  # more than struck the one town
    place = _of_the_side(run, case, last, claim.sentence - at > 1, wider)
    place = _in_the_town(run, claim, place, wider)
    near = _near(run, case, place)
    place = near.name if near else place
    if claim.event == "suppressed" and place in run.raids.stopped:
        place = struck_land(run.places, claim, run.report.land)  # where others were shot down is not where these were lost
    main, land = run.report.main, run.report.land
    if main is not None and main.name.rpartition(" ")[2].lower() in _SEAS and (place is None or land is not None and land.name == place):
        place = main.name  # rebels of Norland hit a ship in the Karo Sea. They fired six missiles
    return NOWHERE if place is None or _of_its_own_land(run, claim, place) or _of_the_others(run, claim, place, near) else place


def _of_the_side(run: Placing, case: Case, last: str | None, far: bool, wider: bool) -> str | None:
    """Where weapons of a side fell `last`; `far`: long ago, or `wider`: only a part of them: the land they struck, the raid told before."""
    claim = case.claim
    if far or wider:
        land = struck_land(run.places, claim, run.report.land)
        last = (land and sent_at(run.doc, run.claims, case.k)) or land or (None if wider else last)
    if far and (bombed := raided(run.places, claim) or _in_the_raid(run, case.k)):
        last, run.raids.struck[claim.affiliation] = bombed, (bombed, claim.sentence, 0)
    return last


def _in_the_town(run: Placing, claim: ClaimDraft, place: str | None, wider: bool) -> str | None:
    """The town of the report's event, where no more is told than the land."""
    report = run.report
    if wider or claim.modality != "asserted":
        return place
    place = report.of_the_event.name if report.of_the_event else place
    town = report.main if claim.event == "hit" else None
    if town and not town.country and town.role in ("in", "at") and (place is None or report.land and place == report.land.name):
        return town.name
    return place


def _near(run: Placing, case: Case, place: str | None) -> Spot | None:
    """The place of the paragraph, for weapons that hit and those of which no other is told."""
    claim = case.claim
    if place is not None and claim.event != "hit" or len(case.parts) > 1:
        return None
    near = around(run, claim, case.first, case.last)
    if near is None or near.name.count(",") >= SEVERAL:
        return None  # not over all of five regions
    return near


def _of_its_own_land(run: Placing, claim: ClaimDraft, place: str) -> bool:
    """Nobody strikes his own land. Norland launched 60 drones, and its army shot down nine of Sudland's: where, is not told."""
    land = run.report.land
    acts = claim.event in STOPPED and land is not None and land.role not in _SITED
    return place == claim.affiliation or acts and land is not None and place == land.name and (
        run.scene.side(land.actor) in run.raids.launchers)


def _of_the_others(run: Placing, claim: ClaimDraft, place: str, near: Spot | None) -> bool:
    """Where the weapons of one side fell those of the other were not shot down: Norlandic bombs hit Velm. Norland's ministry said 38
    Sudlandic drones had been shot down."""
    if claim.event not in STOPPED:
        return False
    told = run.doc.sentence_of(near.first) if near else claim.sentence
    return told < claim.sentence and _others_act(run.places, claim, told) or any(
        there == place and side not in (None, claim.affiliation) for there, side in run.raids.fell)


def _in_the_raid(run: Placing, k: int) -> str | None:
    """Where the raid was that a claim's sentence tells again: "Norland killed four men in Velm. It used 90 drones in the raid"."""
    deed = told_of(run.doc, run.claims[k], run.told)
    return told_at(run, k, deed) if deed >= 0 else None


def raided(places: Places, claim: ClaimDraft) -> str | None:
    """The town of the raid that the sentence before tells of: "Norland confirms the raid on Karo. Its jets dropped 90 bombs", "Drones hit
    the port of Velm overnight. Norland's air force counted 40 drones"."""
    doc = places.doc
    if not claim.sentence or doc.opens_line(doc.sents[claim.sentence][0]):
        return None
    if _others_act(places, claim, claim.sentence - 1):
        return None  # Norland's jets hit Velm. Norland's ministry said 38 Sudlandic drones had been shot down
    first, last = doc.sents[claim.sentence - 1]
    spots = [s for s in places.about(last, first, last) if not s.country and s.first > first + 1]
    struck = [s for s in spots if _struck(places, s, first, claim.event in _SENT)]
    return struck[0].name if len({s.actor for s in struck}) == 1 else None


def _others_act(places: Places, claim: ClaimDraft, sentence: int) -> bool:
    """Whether a sentence tells of deeds of another side than the claim's weapons have."""
    return claim.affiliation is not None and any(
        deed.side not in (None, claim.affiliation) for deed in places.scene.deeds_in(sentence))


def sent_at(doc: Doc, claims: list[ClaimDraft], k: int) -> str | None:
    """Where those weapons were sent of which a claim counts the ones stopped: "attacked Velm with 90 drones. Seventy of the drones were
    shot down"."""
    claim = claims[k]
    if claim.event not in STOPPED:
        return None
    end = claim.last if claim.number is None else claim.number.nlast
    those = doc.low[end:end + 1] == ["of"] and doc.low[end + 1:end + 2] in _THE
    sent = claim.part_of if claim.part_of or not those else next((
        c for c in reversed(claims[max(0, k - _LOOK):k]) if c.event == "launched" and c.item == claim.item), None)
    if sent is None or sent.event != "launched" or sent.sentence >= claim.sentence or sent.place is None or "," in sent.place:
        return None
    return sent.place


def _struck(places: Places, spot: Spot, first: int, sent: bool) -> bool:
    """Whether a place is told as struck: "the raid on Karo", "drones attacked the town of Velm"."""
    low, tags = places.doc.low, places.scene.tags
    if sent and low[spot.first - 1] == "on" and low[spot.first - 2] in _RAIDS:
        return True
    if spot.role not in ("at", "in"):
        return False
    t = spot.first - 1
    while t > first and tags[t] in "tdolx" and t > spot.first - 6:
        t -= 1
    return tags[t] == "v"
