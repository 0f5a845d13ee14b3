"""The town that a raid told in the sentence before struck: where those weapons fell that are counted for no place of their own."""

from __future__ import annotations

from newsfacts.drafts import ClaimDraft
from newsfacts.relate.spots import Places, Spot
from newsfacts.tokens import Doc

_RAIDS = frozenset("raid raids strike strikes attack attacks assault airstrike airstrikes barrage".split())
_SENT = ("launched", "hit")
_STOPPED = ("intercepted", "suppressed")
_THE = (["the"], ["them"], ["these"], ["those"])
_LOOK = 20  # claims


def raided(places: Places, claim: ClaimDraft) -> str | None:
    """The town of the raid that the sentence before tells of: "Norland confirms the raid on Karo. Its jets dropped 90 bombs", "Drones hit
    the port of Velm overnight. Norland's air force counted 40 drones"."""
    doc = places.doc
    if not claim.sentence or doc.opens_line(doc.sents[claim.sentence][0]):
        return None
    if claim.affiliation and any(deed.side not in (None, claim.affiliation) for deed in places.scene.deeds_in(claim.sentence - 1)):
        return None  # Norland's jets hit Velm. Norland's ministry said 38 Sudlandic drones had been shot down
    first, last = doc.sents[claim.sentence - 1]
    spots = [s for s in places.about(last, first, last) if not s.country and s.first > first + 1]
    struck = [s for s in spots if _struck(places, s, first, claim.event in _SENT)]
    return struck[0].name if len({s.actor for s in struck}) == 1 else None


def sent_at(doc: Doc, claims: list[ClaimDraft], k: int) -> str | None:
    """Where those weapons were sent of which a claim counts the ones stopped: "attacked Velm with 90 drones. Seventy of the drones were
    shot down"."""
    claim = claims[k]
    if claim.event not in _STOPPED:
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
