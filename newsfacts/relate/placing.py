"""What is known of a report's places while its claims are placed in text order, and the claim whose turn it is."""

from __future__ import annotations

from itertools import takewhile

from newsfacts.claims.roles.scene import words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.records import record
from newsfacts.relate.bound import of_a_record
from newsfacts.relate.extent import of_one_event, told_anew
from newsfacts.relate.mainday import one_blow
from newsfacts.relate.mainplace import MainPlace
from newsfacts.relate.owners import agent_side
from newsfacts.relate.spans import broad
from newsfacts.relate.spots import Places, Spot
from newsfacts.tokens import Doc

SEVERAL = 2  # commas in the names of four regions
STOPPED = ("intercepted", "suppressed")
NOWHERE = ""  # a step's answer: a claim has no place
_WIDE = 120  # tokens of a sentence that matter on either side of a claim
_SOON = 2  # sentences
_BESIDE = 4  # tokens of "in the north of"
_OPENS = 6  # tokens behind a number
_APART = 10  # tokens from a part to its place
_GONE = ("displaced", "evacuated", "returned")
_IN = frozenset(("in", "at", "near"))
_INTO = frozenset(("into", "to", "from", "across", "inside"))
_ENDS_ASIDE = (",", ")", ";")
_WERE = (["were"], ["are"], ["was"], ["is"])
_ONE = (["a"], ["an"], ["the"])
_OVER = (["over"], ["in"], ["near"], ["at"], ["above"])


@record
class Case:
    """A claim to be placed, the `k`th; the tokens first..last of its sentence may tell its place, first..until its words."""

    k: int
    claim: ClaimDraft
    first: int
    last: int
    until: int
    parts: list[int]  # the tokens at which its parts are told
    over: int  # the token of "over" in "35 of which were over Velm"
    apart: bool  # whether a place is told for its part alone: 143 raids, 58 of them in Velm
    spot: Spot | None = None
    sector: Spot | None = None
    loose: bool = False  # whether only a place beside it is its own


class Raids:
    """Where weapons struck and were stopped so far."""

    def __init__(self, claims: list[ClaimDraft]) -> None:
        # the sides that launch weapons
        self.launchers = {c.affiliation for c in claims if c.event == "launched" and c.affiliation}
        self.stopped: set[str] = set()  # where weapons were shot down
        # side → where its weapons last struck, the sentence that told it, how many
        self.struck: dict[str | None, tuple[str, int, float]] = {}
        self.fell: set[tuple[str, str | None]] = set()  # where weapons struck, and whose

    def last(self, claim: ClaimDraft) -> tuple[str | None, int, float]:
        """Where a side's weapons last struck, the sentence that told it, how many."""
        if claim.affiliation is None and len(self.struck) == 1:
            only = next(iter(self.struck.values()))
            if claim.sentence - only[1] <= _SOON:
                return only  # whosever they are, no other side's are told of
        return self.struck.get(claim.affiliation, (None, -9, 0))

    def note(self, claim: ClaimDraft, spot: Spot) -> None:
        """Keeps where a claim's weapons struck or were shot down."""
        if claim.event not in words_of("raid") or claim.event == "suppressed" or claim.part_of or spot.name.count(",") >= SEVERAL:
            return
        before = self.struck.get(claim.affiliation, ("", -9, 0))
        others = before[2] if before[:2] == (spot.name, claim.sentence) else 0  # with 44 drones and two missiles
        self.struck[claim.affiliation] = spot.name, claim.sentence, 0 if spot.country else max(claim.value or 0, others)
        if claim.event == "intercepted":
            self.stopped.add(spot.name)
        else:
            self.fell.add((spot.name, claim.affiliation))


class Placing:
    """The places told so far for a report's claims; `entries`: whether every paragraph tells of an incident of its own."""

    def __init__(self, places: Places, claims: list[ClaimDraft], entries: bool) -> None:
        self.places, self.doc, self.scene, self.claims, self.entries = places, places.doc, places.scene, claims, entries
        self.report = report = MainPlace(places)
        places.leave_streets(report.main or report.told_first)
        # a note on one place: all of it is there
        self.noted = places.note > 0 and report.main is not None and report.main.first < places.note
        self.numbers, self.blow = [c.first for c in claims], one_blow(self.doc)
        self.of_line: dict[int, list[ClaimDraft]] = {}  # a sentence → its claims
        for claim in claims:
            self.of_line.setdefault(claim.sentence, []).append(claim)
        self.told = {*self.of_line}
        # those that tell of no whole month or year
        self.of_days = self.told - {c.sentence for c in claims if c.timex is not None and broad(c.timex)}
        self.raids = Raids(claims)
        self.sited = False  # whether a claim before has a place that is no country
        self.comes_home: bool | None = None  # whether people came home to the report's land, or from it; None: not looked at
        self.befell: dict[str, set[str]] = {}  # event → the places told for it so far
        self.parted: set[int] = set()  # claims of whose part alone a place is told: 143 raids, 58 of them in Velm
        self.cut: dict[int, int] = {}  # sentence → the token of such a part
        self.summed_in = -1  # the last sentence in which a sum is told
        self.of_parts: set[int] = set()  # the places in which only a part of others was
        for k, claim in enumerate(claims):
            if (parts := self._parts(k)) and _told_apart(self.doc, claim, parts[0], claims[k + 1].last):
                self.parted.add(k)
                self.cut[claim.sentence] = parts[0]
                end = min(parts[0] + _APART, self.doc.sents[claim.sentence][1])
                self.of_parts.update(s.first for s in places.about(parts[0], parts[0], end))
            elif k and claim.part_of is not None and claims[k - 1].part_of is claim.part_of and claims[k - 1].sentence == claim.sentence:
                begin, end = claims[k - 1].last, places.doc.sents[claim.sentence][1]  # of these, six died in Velm and three in Karo
                there = places.about(claim.first, begin, end)
                self.of_parts.update(s.first for s in there if s.first - (claim if s.first > claim.first else claims[k - 1]).last < _BESIDE)
            elif not parts and (listed := _listed(places, claim)) is not None:
                self.of_parts.update(s.first for s in listed)
                self.cut[claim.sentence] = listed[0].first
        # the last sentence in which a number that is told again had a place only through the one before, and that place
        self.risen = (-9, "")

    def case(self, k: int) -> Case:
        """The `k`th claim with the words that may tell its place."""
        doc, claim, before = self.doc, self.claims[k], self.claims[k - 1]
        if k and before.place:
            self.befell.setdefault(before.event, set()).add(before.place)
            if before.agent and before.event in words_of("befalls"):
                self.raids.fell.add((before.place, agent_side(before, self.scene)))
        first, last = window(doc, claim)
        if claim.event in STOPPED:
            last = _stopped_by(doc, self.claims, k, last)
        until = last
        parts = self._parts(k)
        over = parts[0] + 3 if parts else 0
        apart = k in self.parted
        if len(parts) > 1 or apart:  # 30 drones: 20 over Velm, 10 over Norby; 19 of which over Velm; two million, half of whom fled to Velm
            last = parts[0]
        elif claim.first < (cut := self.cut.get(claim.sentence, 0)):
            last = min(last, cut)
        elif (again := told_anew(doc, self.claims, k)) is not None:
            last = min(last, again)
        return Case(k, claim, first, last, until, parts, over, apart)

    def _parts(self, k: int) -> list[int]:
        """The first tokens of the parts that stand behind the `k`th claim in its sentence."""
        claim = self.claims[k]
        return [c.first for c in self.claims[k + 1:k + 3] if c.part_of is claim and c.sentence == claim.sentence]

    def aside(self, spot: Spot, claim: ClaimDraft) -> bool:
        """Whether a sentence before a claim tells a place of what somebody has on his record: "He is responsible for raids in Velm"."""
        return self.doc.sentence_of(spot.first) < claim.sentence and of_a_record(self.doc, spot.first)

    def before(self, case: Case, event: str = "") -> ClaimDraft | None:
        """The claim before, of the same sentence and of an event if one is asked for."""
        told = self.claims[case.k - 1] if case.k else None
        return told if told and told.sentence == case.claim.sentence and event in ("", told.event) else None

    def note(self, claim: ClaimDraft, spot: Spot) -> None:
        """Keeps where a claim was, as the text names it."""
        self.sited = self.sited or not spot.country
        self.raids.note(claim, spot)

    def beside_only(self, case: Case) -> bool:
        """Whether only a place beside a claim is its own: "returned to Norland"."""
        return case.claim.event in words_of("beside") and case.spot is not case.sector and not of_one_event(self.doc, case.claim)


def window(doc: Doc, claim: ClaimDraft) -> tuple[int, int]:
    """The claim's sentence, or what of a very long one is near."""
    first, last = doc.sents[claim.sentence]
    return max(first, claim.first - _WIDE), min(last, claim.last + _WIDE)


def _listed(places: Places, claim: ClaimDraft) -> list[Spot] | None:
    """The places behind a colon right behind a number, each of some of those counted: "stood at two: one in Velm and one in Norby"."""
    doc, end = places.doc, places.doc.sents[claim.sentence][1]
    if doc.low[claim.last:claim.last + 1] != [":"]:
        return None
    told = [s for s in places.about(claim.last, claim.last, end) if s.role in ("in", "at") and not s.country]
    return told if len({s.actor for s in told}) > 1 else None


def _told_apart(doc: Doc, claim: ClaimDraft, part: int, end: int) -> bool:
    """Whether a place is told only for the part of a claim whose number begins and whose words end at these tokens."""
    over = part + 3  # 35 of which were over Velm
    over_in = over + (doc.low[over:over + 1] in (*_WERE, [","]))
    if doc.low[over - 2:over - 1] == ["of"] and doc.low[over_in:over_in + 1] in _OVER:
        return True
    if doc.low[claim.first - 2:claim.first] == ["of", "the"] and doc.low[end:end + 1] in _WERE and (
            not _IN.isdisjoint(doc.low[end + 1:end + 2])):
        return True  # of the 90 people killed, 40 were in Velm
    if doc.low[part - 2:part] == [",", "with"] and "alone" in doc.low[end:end + _OPENS]:
        return True  # with 140 in Velm alone
    if doc.low[end:end + 1] in (["who"], ["whom"]):  # including a nurse who had been in Velm; but: (including a nurse who was off duty)
        return not (_IN | _INTO).isdisjoint(takewhile(lambda word: word not in _ENDS_ASIDE, doc.low[end:doc.sents[claim.sentence][1]]))
    if doc.low[over - 2:over + 1] == ["of", "them", ","] and doc.low[over + 1:over + 2] in _ONE:  # one of them, a boy in Velm
        return not (_IN | _INTO).isdisjoint(takewhile(",".__ne__, doc.low[over + 2:over + _OPENS]))
    return claim.event in _GONE and ["of", "whom"] in (doc.low[part - 2:part], doc.low[end:end + 2])


def _stopped_by(doc: Doc, claims: list[ClaimDraft], k: int, last: int) -> int:
    """The token to which a sentence may tell where weapons were stopped: "forty were stopped, three hit houses in Velm"; but "stopped 31 of
    40 drones over Velm"."""
    claim, whole = claims[k], claims[k].part_of
    others = (c for c in claims[k + 1:k + 4] if c.sentence == claim.sentence and c.event not in STOPPED)
    if whole and whole.sentence == claim.sentence and claim.first < whole.first < claim.last + _OPENS:
        last = doc.low.index(",", whole.last, last) if "," in doc.low[whole.last:last] else last
        others = (c for c in others if c is not whole)
    return min(last, next((c.first for c in others), last))
