"""Who holds those of whom it is told where they are held: "in Norlandic prisons", "in government jails", "in police custody"."""

from __future__ import annotations

from newsfacts.claims.roles.naming import side_word
from newsfacts.claims.roles.scene import called, table, words_of
from newsfacts.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from newsfacts.claims.context import Context
    from newsfacts.drafts import ClaimDraft

_FAR = 10  # tokens from the held to the "in"
_NAMED = 6  # tokens from the "in" to the prisons
_KINDS = ("country", "organization", "group")


def jailer(context: Context, claim: ClaimDraft) -> tuple[str, list[int]] | None:
    """(name, actors) of the side whose prisons or custody a claim's clause names; None where it names a place, or nobody."""
    low, last = context.doc.low, context.doc.sents[claim.sentence][1]
    first = claim.last
    if claim.rule == "in-custody" and claim.trigger is not None and context.doc.low[first:first + 1] == ["and"]:
        first = max(first, claim.trigger[0])  # nine soldiers and three nurses are in rebel hands
    for token in range(first, min(first + _FAR, last)):
        if low[token] in (",", ";", "who", "and"):
            return None
        if low[token] == "in" and (land := _abroad(context, claim, token + 1)) is not None:
            return land
        if low[token] == "in":
            end = next((t for t in range(token + 1, min(token + _NAMED, last)) if low[t] in words_of("jails")), -1)
            return _owner(context, token + 1, end) if end > 0 else None
    return None


def _abroad(context: Context, claim: ClaimDraft, token: int) -> tuple[str, list[int]] | None:
    """The country in which people of another are locked up: "some 60 Norlanders are still jailed in Sudland"."""
    low, actors = context.doc.low, context.actors
    who = actors.at.get(token)
    at = claim.trigger[1] if claim.trigger else claim.last
    if who is None or actors.list[who].kind != "country" or words_of("locks_up").isdisjoint(low[min(at, claim.last) - 1:token]):
        return None
    land = called(actors.list[who])
    own = next((side for t in range(claim.first, claim.last) if (side := side_word(context, t))), None)
    if own is None and not {"its", "our", "their"}.isdisjoint(low[claim.first:claim.last]):
        own = ""  # nine of its citizens
    return (land, [who]) if own is not None and own != land else None


def deporter(context: Context, claim: ClaimDraft) -> tuple[str, list[int]] | None:
    """The country to which people of another were taken: "Norland says 900 children have been taken to Sudland"."""
    low, actors = context.doc.low, context.actors
    end = max(claim.trigger[1] if claim.trigger else 0, claim.last)
    expelled = claim.event == "returned"  # 900 Norlanders have been deported from Sudland
    if claim.trigger is None or low[claim.trigger[1] - 1] not in words_of("expels" if expelled else "carried_off") or (
            low[end:end + 1] != ["from" if expelled else "to"]):
        return None
    who = actors.at.get(end + 1)
    return (called(actors.list[who]), [who]) if who is not None and actors.list[who].kind == "country" else None


def _owner(context: Context, first: int, last: int) -> tuple[str, list[int]] | None:
    low, actors = context.doc.low, context.actors
    for token in range(first, last):
        who = actors.at.get(token)
        if who is not None:
            actor, end = actors.list[who], actors.mention_at[token].last
            own = low[end] == "'s" or low[token] in words_of("adjectival") or actor.kind != "country"
            return (called(actor), [who]) if own and actor.kind in _KINDS and end <= last else None
        if side := side_word(context, token):
            return side, []
        if low[token] in words_of("keepers"):
            return table()["groups"].get(low[token], low[token]), []
    return None
