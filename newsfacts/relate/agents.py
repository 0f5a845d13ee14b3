"""Agents told outside a claim's own clause: by a pronoun, beside it, in the sentence before, or by the source itself."""

from __future__ import annotations

from newsfacts.claims.roles.agents import NOBODY
from newsfacts.claims.roles.scene import Deed, Scene, called, side_of_actor, table
from newsfacts.drafts import ClaimDraft
from newsfacts.tokens import Doc

_LAUNCH = frozenset(("launched", "attacked"))


def carry_agents(doc: Doc, claims: list[ClaimDraft], scene: Scene) -> None:
    """Sets the agents that a claim's own clause does not name, in text order."""
    harm = frozenset(table()["harm"].split())
    armed = frozenset(table()["armed"].split())
    before: list[ClaimDraft] = []  # claims with an agent, of this sentence and the one before
    for claim in claims:
        before = [c for c in before if c.sentence >= claim.sentence - 1]
        if claim.agent is None and claim.pending != NOBODY:
            _carry(doc, claim, scene, before, harm, armed)
        if claim.agent is not None:
            before.append(claim)


def _carry(doc: Doc, claim: ClaimDraft, scene: Scene, before: list[ClaimDraft], harm: frozenset[str], armed: frozenset[str]) -> None:
    if claim.pending:
        _pronoun(claim, scene, before)
        return
    if claim.event == "intercepted":
        same = [c for c in before if c.event == "intercepted"]
        if same:
            _copy(claim, same[-1])
        elif claim.source_actor is not None:
            source = scene.actors.list[claim.source_actor]
            if source.kind in ("organization", "group") and armed & set(source.name.lower().split()):
                claim.agent, claim.agents = source.name, [claim.source_actor]
        return
    if claim.event not in harm and claim.event not in _LAUNCH:
        return
    deed = _deed(doc, claim, scene)
    if deed is not None:
        claim.agent, claim.agents = deed.agent, list(deed.actors)
        return
    same = [c for c in before if c.event in harm or c.event in _LAUNCH]
    if same:
        _copy(claim, same[-1])


def _copy(claim: ClaimDraft, other: ClaimDraft) -> None:
    claim.agent, claim.agents = other.agent, list(other.agents)


def _deed(doc: Doc, claim: ClaimDraft, scene: Scene) -> Deed | None:
    """The attack named nearest to the claim in its sentence, else the last one of the sentence before."""
    first, last = doc.sents[claim.sentence]
    at = claim.trigger[0] if claim.trigger else claim.first
    deeds = [d for d in scene.deeds_in(first, last) if not claim.first <= d.first < claim.last]
    if deeds:
        return min(deeds, key=lambda d: (abs(d.first - at), d.first))
    if claim.sentence:
        first, last = doc.sents[claim.sentence - 1]
        deeds = scene.deeds_in(first, last)
        if deeds:
            return deeds[-1]
    return None


def _pronoun(claim: ClaimDraft, scene: Scene, before: list[ClaimDraft]) -> None:
    """ "It had shot down 12", "we lost", "their strikes": the source, else the last one who acted."""
    actors = scene.actors
    if claim.pending in table()["plural_sides"].split():
        joint = [c for c in before if c.agent and " and " in c.agent]
        if joint:
            _copy(claim, joint[-1])
        return
    if claim.pending in ("we", "it", "they") and claim.source_actor is not None:
        source = actors.list[claim.source_actor]
        if claim.pending == "we":
            side = side_of_actor(source)
            if side:
                claim.agent = side
            return
        if source.kind != "person":
            claim.agent, claim.agents = called(source), [claim.source_actor]
            return
    if before:
        _copy(claim, before[-1])
