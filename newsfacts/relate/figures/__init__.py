"""What numbers of one report are to one another: running totals and corrections, parts and wholes, repeats, contradictions."""

from __future__ import annotations

from newsfacts.drafts import Actors, ClaimDraft
from newsfacts.relate.figures.confirmed import confirm
from newsfacts.relate.figures.conflicts import contradict
from newsfacts.relate.figures.fates import fates
from newsfacts.relate.figures.repeats import Linked, repeat
from newsfacts.relate.figures.status import correct, state
from newsfacts.relate.figures.sums import add_up, complete
from newsfacts.relate.figures.wholes import part
from newsfacts.tokens import Doc


def relate_figures(doc: Doc, claims: list[ClaimDraft], actors: Actors) -> None:
    """Sets status, part_of beyond the clause, repeats, revises and contradicts; `claims` in text order with their roles."""
    state(doc, claims)
    part(doc, claims)
    fates(doc, claims)
    places = Linked(doc, actors)
    repeat(doc, claims, places)
    confirm(doc, claims, places)
    add_up(doc, claims, places)
    complete(doc, claims)
    correct(claims)
    contradict(doc, claims)
