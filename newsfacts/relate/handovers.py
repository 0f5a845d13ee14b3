"""Who gave captives and bodies back, and whose they were, where two sides swap them: "Norland got 31 in return; it gave back 27"."""

from __future__ import annotations

from itertools import pairwise

from newsfacts.actors.sides import countries
from newsfacts.claims.items import PEOPLE
from newsfacts.claims.roles.scene import Scene, called, forms_of, words_of
from newsfacts.drafts import ClaimDraft
from newsfacts.tokens import Doc

_TAKEN = frozenset(("captured", "held", "detained"))
_KEPT = _TAKEN | {"returned"}
_KEPT_NEAR = 10  # tokens
_SOON = 3  # sentences


def hand_over(doc: Doc, claims: list[ClaimDraft], scene: Scene) -> None:
    """Sets the agent of those who were handed to a side or went home for others, and the side of those whom a side handed over: the only
    other country whose people the text tells of."""
    back = [c for c in claims if c.event == "returned"]
    known = countries().codes
    held = [c for c in claims if c.event in _TAKEN]
    for claim in held:
        if claim.event == "held" and claim.agent is None and (keeper := _keeper(doc, claim, scene)) is not None:
            claim.agent, claim.agents = keeper[0], keeper[1]
    taken = [c for c in held if c.agent]
    last: ClaimDraft | None = None  # the last people told
    for claim in claims if taken else ():
        if claim.agent is None and claim.pending is None and not claim.each and claim.event in _KEPT:
            _let_go(doc, claim, taken, last is not None and last.event in _KEPT)
        last = claim if claim.item in PEOPLE else last
    for claim in back:
        own = claim.affiliation or (scene.side(claim.agents[0]) if len(claim.agents) == 1 else claim.agent)
        if (claim.agent is None or claim.affiliation is None) and own in known and not claim.each and _handed(doc, claim):
            if any(c.trigger == claim.trigger and c.sentence == claim.sentence and c.affiliation not in (None, own) for c in back):
                continue  # two Norlanders and a Sudlander were handed over together
            sides = {c.affiliation for c in back if c.part_of is None} | {scene.side(who) for c in back for who in c.agents}
            others = sides - {own, None}
            foe = next(iter(others)) if len(others) == 1 else None if others else _foe(doc, claim, scene, own)
            if foe not in known:
                continue
            if claim.affiliation is None:
                claim.affiliation = foe
            elif claim.modality == "asserted":
                claim.agent = foe


def _keeper(doc: Doc, claim: ClaimDraft, scene: Scene) -> tuple[str, list[int], str | None] | None:
    """In whose hands captives are: "eleven remain in Norland's custody", "in rebel hands", "in the hands of the rebels"."""
    end = min(doc.sents[claim.sentence][1], claim.last + _KEPT_NEAR)
    keeping = words_of("keeping")
    at = next((t for t in range(claim.last, end - 1) if doc.low[t] in keeping), -1)
    if at < 0:
        return None
    if doc.low[at:at + 2] == ["hands", "of"]:
        of = at + 2 + (doc.low[at + 2] == "the")
        culprits = doc.low[of] in words_of("outlaws") or doc.low[of] in words_of("agents")
        return scene.who(of) or ((doc.low[of], [], None) if culprits else None)  # of the kidnappers
    if doc.low[at - 1] == "its" and claim.source_actor is not None and scene.side(claim.source_actor):
        who = scene.actors.list[claim.source_actor]
        return called(who), [claim.source_actor], scene.side(claim.source_actor)  # Norland says nine are in its custody
    owner = at - 1 - (doc.low[at - 1] == "'s")
    while owner > claim.last and scene.tags[owner] == "~":
        owner -= 1
    return scene.who(owner) if scene.tags[owner] in "JCGAg" else None


def _let_go(doc: Doc, claim: ClaimDraft, held: list[ClaimDraft], next_to: bool) -> None:
    """Those who held captives set them free, or hold the rest, where nobody else is told to: "bandits seized nine nurses; two of them were
    released", "police held six students. Four were let go; the other two are in custody"; a bare number only `next_to` them."""
    taken = next((c for c in reversed(held) if c.first < claim.first and claim.sentence - c.sentence <= _SOON), None)
    if taken is None or claim.trigger is None:
        return
    begin = doc.low[max(0, claim.first - 2):claim.first]
    rest = not words_of("remaining").isdisjoint(begin)
    some = claim.part_of is taken or claim.number is not None and (
        claim.number.whole >= 0 or doc.low[claim.number.nlast:claim.number.nlast + 1] == ["of"]) or (
        next_to and claim.item_text == "" and claim.item == taken.item and (
            rest or claim.first == doc.sents[claim.sentence][0] or doc.low[claim.first - 1] in (";", "but")))
    last = doc.sents[claim.sentence][1]
    first = max(doc.sents[claim.sentence][0], taken.last)
    freed = claim.event == "returned" and doc.low[claim.trigger[0]] in words_of("released") and (
        words_of("saviours").isdisjoint(doc.low[first:last]))
    if some and (freed or claim.event == "held" and rest):
        claim.agent, claim.agents = taken.agent, list(taken.agents)
        claim.affiliation = claim.affiliation or taken.affiliation


def _handed(doc: Doc, claim: ClaimDraft) -> bool:
    if claim.trigger is not None and doc.low[claim.trigger[0]] in forms_of("handing"):
        return True
    first, last = doc.sents[claim.sentence]
    returns = words_of("in_return")
    return any(a == "in" and b in returns for a, b in pairwise(doc.low[first:last]))


def _foe(doc: Doc, claim: ClaimDraft, scene: Scene, own: str) -> str | None:
    """The other side of the war, where the claim's sentence names it."""
    foe = scene.foe(own)
    first, last = doc.sents[claim.sentence]
    named = (scene.who(token) for token in range(first, last) if scene.tags[token] in "CA")
    return foe if foe and any(who and who[2] == foe for who in named) else None
