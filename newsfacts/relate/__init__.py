"""What claims are to one another and to the text around them: sources, carried roles, parts and wholes, repeats, contradictions."""

from __future__ import annotations

from newsfacts.claims.roles.scene import Scene, words_of
from newsfacts.drafts import Actors, ClaimDraft, QuoteDraft, Timex
from newsfacts.relate.affiliation import affiliate
from newsfacts.relate.agents import carry_agents, drop_crowds, keep, spare_own
from newsfacts.relate.attribution import attribute, they_go_on
from newsfacts.relate.chronicle import entries
from newsfacts.relate.figures import relate_figures
from newsfacts.relate.fuller import name_defenders, name_fuller
from newsfacts.relate.handovers import hand_over
from newsfacts.relate.inherit import go_on, inherit, of_their_kind, parts_there, repeat_places, settle_parts, tell_again, when_there
from newsfacts.relate.labelled import by_label
from newsfacts.relate.places import locate
from newsfacts.relate.time import date_claims
from newsfacts.report import ReferenceDate
from newsfacts.tokens import Doc


def relate(doc: Doc, claims: list[ClaimDraft], timexes: list[Timex], actors: Actors, quotes: list[QuoteDraft],
           reference: ReferenceDate) -> None:
    """Fills in what lies beyond a claim's own clause."""
    if claims:
        scene = Scene(doc, actors)
        apart = entries(doc, timexes)
        if apart:
            doc.paras[:] = apart  # whether lines are paragraphs only their dates tell
        reach = attribute(doc, claims, quotes, actors)
        settle_parts(claims)
        date_claims(doc, claims, timexes, scene, reference, bool(apart))
        untold = [claim for claim in claims if claim.agent is None and claim.pending is None]
        carry_agents(doc, claims, scene)
        if affiliate(doc, claims, scene, bool(apart)):
            carry_agents(doc, claims, scene)  # again: a weapon's side is its agent
        spare_own(doc, untold, scene)
        name_defenders(claims, scene)
        hand_over(doc, claims, scene)
        they_go_on(doc, claims, reach, actors)
        again = words_of("called_again")
        if any(claim.source in again or claim.agent in again for claim in claims):
            from newsfacts.relate.bodies import name_bodies  # few texts need it

            name_bodies(doc, claims, actors)
        keep(doc, claims)
        drop_crowds(claims)
        name_fuller(doc, claims, scene)
        locate(doc, claims, scene, quotes, bool(apart))
        when_there(claims)
        by_label(doc, claims, scene)
        inherit(claims)
        go_on(doc, claims)
        told = {id(c) for c in claims if c.part_of is not None}
        relate_figures(doc, claims, actors)
        parts_there([c for c in claims if c.part_of is not None and id(c) not in told])
        of_their_kind(doc, claims)
        repeat_places(claims)
        tell_again(doc, claims)
        # 12 of the drones, by the sum above: stopped by those who stopped them all
        inherit([c for c in claims if c.event in ("intercepted", "returned") and c.part_of and c.part_of.event == c.event])
