"""Who did it where a claim tells of those who suffered it: losses inflicted, in whose hands they are, what was attacked, those lost."""

from __future__ import annotations

from newsfacts.claims.roles.attackers import attacker
from newsfacts.claims.roles.doers import left_over, name
from newsfacts.claims.roles.naming import FOE, NOBODY, SELF, THE_FOE, named, side_word, stand_in
from newsfacts.claims.roles.scene import TAGGER, table, words_of
from newsfacts.claims.roles.subjects import by_phrase, lemma, subject
from newsfacts.drafts import ClaimDraft
from newsfacts.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from newsfacts.claims.context import Context

_INFLICTED = 30  # tokens from losses to "on the enemy"
_HANDS = 8  # tokens between "died" and "at the hands of"
_LOST = frozenset("killed wounded casualties destroyed damaged seized".split())


def lost_in(context: Context, claim: ClaimDraft, at: int) -> int | None:
    """The attack in which a side lost men: "lost nine fighters in a Norlandic air strike", "in an ambush by rebels": who attacked."""
    if claim.event not in _LOST or lemma(context, at) not in words_of("losers"):
        return None
    raw, chunks = context.chunks.raw, context.chunks
    link = chunks.at(claim.last - 1) + 1
    while raw[link:link + 1] in ("&", ",", "Q"):  # nine men and four cars
        link += 1
    if link >= len(raw) - 1 or context.doc.low[chunks.firsts[link]] not in ("in", "during", "to"):
        return None
    raid = link + 1
    while raw[raid:raid + 1] in ("N", "A") and raw[raid + 1:raid + 2] in ("N", "A", "E"):
        raid += 1
    if TAGGER[context.doc.low[chunks.lasts[raid] - 1]] != "a" or context.doc.low[chunks.firsts[link + 1]] in ("its", "their", "his"):
        return None
    by = by_phrase(raw, raid) if raw[raid + 1:raid + 2] == "b" or raw[raid + 1:raid + 3] in ("Pb", "pb") else None
    return raid if by is None else by


def lost_to(context: Context, claim: ClaimDraft, at: int) -> int | None:
    """To whom a side lost: "lost nine fighters to Norlandic helicopters"; not to the cold."""
    low, end = context.doc.low, claim.last
    if claim.event not in _LOST or lemma(context, at) != "lose" or low[end:end + 1] != ["to"]:
        return None
    who = context.chunks.at(end + 1 + (low[end + 1:end + 2] == ["the"]))
    while context.chunks.raw[who] in "NA" and context.chunks.raw[who + 1:who + 2] in ("N", "A"):
        who += 1
    return who if context.chunks.raw[who] in "NA" and named(context, who) is not None else None


def inflicted(context: Context, claim: ClaimDraft, at: int) -> int | None:
    """Who caused the losses that a chunk names: "inflicted losses of 60 men on the enemy"; whoever lost them did not do it."""
    left = left_over(context.chunks.string, at, "zDQM")
    who = subject(context, left) if left >= 0 and lemma(context, left) == "inflict" else None
    if who is None:
        claim.pending = NOBODY
        return None
    words = context.doc.low[claim.last:min(claim.last + _INFLICTED, context.doc.sents[claim.sentence][1])]
    on = words.index("on") + 1 if "on" in words else len(words)
    if not words_of("foes").isdisjoint(words[on:on + 2]):
        claim.loser = THE_FOE
    else:
        claim.loser = next((context.actors.at[t] for t in range(claim.last + on, claim.last + on + 2) if t in context.actors.at), None)
    name(context, claim, who, "V")
    return who


def more(context: Context, claim: ClaimDraft) -> bool:
    """Whether further people are told to be treated or hurt by what the text told before: "a further 17 are being treated in hospital"."""
    if claim.event != "wounded" or claim.trigger is None or claim.trigger[0] < claim.last:
        return False
    by = context.doc.low[claim.trigger[1]:claim.trigger[1] + 1] == ["by"]
    dead = context.doc.low[context.doc.sents[claim.sentence][0]:claim.first]  # nine were killed and 20 were hospitalised
    if dead[-1:] == ["and"] and not words_of("fallen").isdisjoint(dead) and not by:
        return True
    return not by and not words_of("more").isdisjoint(context.doc.low[max(0, claim.first - 1):claim.last])


def attacked(context: Context, claim: ClaimDraft, at: int) -> int | None:
    """Who attacked when people died: "nine died when gunmen opened fire"."""
    who = attacker(context, at) if claim.event in words_of("people") else None
    if who is not None:
        name(context, claim, who, "V")
    return who


def in_whose_hands(context: Context, claim: ClaimDraft) -> bool:
    """Names who has what came "under the control of the army", "under Norlandic control", "into the hands of rebels"."""
    low, first = context.doc.low, claim.trigger[0] if claim.trigger else claim.last
    held = next((t for t in range(max(first, claim.last), min(max(first, claim.last) + _HANDS, len(low) - 1))
                 if low[t] in ("control", "hands") and (low[t + 1] == "of" or low[t - 2] in ("under", "into", "in"))), -1)
    if held < 0:
        return False
    if low[held + 1] == "of":
        name(context, claim, context.chunks.at(held + 2 + (low[held + 2] == "the")), "W")
    else:
        claim.agent = side_word(context, held - 1) or table()["groups"].get(low[held - 1])
    return claim.agent is not None


def at_whose_hands(context: Context, claim: ClaimDraft) -> int | None:
    """Who is named in "died at the hands of the police"."""
    low, end = context.doc.low, max(claim.trigger[1], claim.last) if claim.trigger else claim.last
    if claim.event == "seized" and low[end - 1:end + 1] in (["fell", "to"], ["fallen", "to"]):
        who = context.chunks.at(end + 1 + (low[end + 1:end + 2] == ["the"]))
        name(context, claim, who, "W")
        return who  # nine towns fell to the rebels
    if "hands" not in low[end:end + _HANDS]:
        return None
    at = low.index("hands", end, end + _HANDS)
    if low[at - 2:at + 2] != ["at", "the", "hands", "of"]:
        return None
    who = context.chunks.at(at + 2 + (low[at + 2] == "the"))
    name(context, claim, who, "W")
    return who


def loser(context: Context, claim: ClaimDraft, at: int) -> None:
    """Notes who "lost", "suffered", "got back" what is counted: theirs it is."""
    string = context.chunks.string
    beside = string[at] == "G" and string[at - 2:at] in ("hN", "hA")  # with the enemy losing 60 men
    who = at - 1 if beside else subject(context, at)
    if who is None:
        return
    found = named(context, who)
    if string[who] == "U" and context.doc.low[context.chunks.firsts[who]] in ("it", "we", "they"):
        claim.loser = SELF
        return
    claim.loser = found[1][0] if found and found[1] else THE_FOE if found is None and stand_in(context, who).startswith(FOE) else None
