"""Sums told in a row with one verb: so much for each of the dead and so much for the hurt; so much from one giver, then the next."""

from __future__ import annotations

from newsfacts.claims.context import Context, draft
from newsfacts.drafts import ClaimDraft
from newsfacts.late import late

_FOR_ONE = late(r"(?P<one>[MQ])(?=[zD]{0,2}[ft])(?:[zD]{0,2}[fto]?[zDNAoShEP]){1,9}(?:,&?|&)[zD]{0,2}(?P<next>[MQ])(?=[zD]{0,2}[ft])")
_SUM = 100  # so much without a unit is still money
_NAMED = r"[zD]{0,2}[NA],?[zD]{0,2}(?:h[zD]{0,2}[MQ]|(?:\(|,)Q\)?)"
_FOLLOWED = late(rf"(?P<by>p[zD]?b){_NAMED}(?:(?:,&?|&){_NAMED}){{0,5}}")
_ADDING = late(r"h[zD]{0,2}[NA][zD]{0,2}[gG](?P<sum>[MQ])(?=[zD]{0,4}(?:[.,;&)fI]|t[zD]?[NA]))")
_ADDS = frozenset("adding paying contributing committing promising pledging covering throwing putting giving offering".split())
_GIVEN = frozenset(("provided", "deployed", "displaced"))
_HARM = frozenset(("killed", "wounded", "missing", "evacuated", "rescued", "detained", "casualties", "destroyed", "damaged"))


def for_whom(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Adds sums for others than those of the sum before: "promised $900 to each family of the dead and $200 to those with burns"."""
    string, at = context.chunks.string, 0
    while (match := _FOR_ONE.search(string, at)) is not None:
        at = match.start("next")
        before, number = context.number_at.get(match.start("one")), context.number_at.get(at)
        claim = found.get(before.nfirst) if before is not None else None
        if claim is None or number is None or number.nfirst in found or claim.event != "provided" or claim.item != "money":
            continue
        if number.unit == claim.unit or number.unit is None and number.head < 0 and (number.value or 0) >= _SUM:
            found[number.nfirst] = more = draft(context, number, claim.event, claim.item, claim.rule, claim.trigger)
            more.unit = claim.unit


def next_givers(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Adds what those gave, sent or took in who are named next: "Norland sent 900 men, followed by Karo with 60 and Velm with nine"; whom
    harm befell at the places named next: "61 people died in Norby, followed by Karo with 22"."""
    string, low, firsts = context.chunks.string, context.doc.low, context.chunks.firsts
    for match in _FOLLOWED.finditer(string):
        begins = string.rfind(".", 0, match.start()) + 1
        told = [found[n.nfirst] for i in range(begins, match.start()) if (n := context.number_at.get(i)) is not None and n.nfirst in found]
        if low[firsts[match.start()]] != "followed" or not told or told[0].event not in _GIVEN and (
                len(told) > 1 or told[0].event not in _HARM or told[0].number is None):
            continue
        rule = "next-place" if told[0].event in _HARM else "next-giver"
        for i in range(match.end("by"), match.end()):
            number = context.number_at.get(i)
            if number is not None and number.nfirst not in found and (
                    number.kind == "money" if told[0].item == "money" else number.kind == "count" and number.head < 0):
                found[number.nfirst] = draft(context, number, told[0].event, told[0].item, rule, told[0].trigger)


def others_add(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Adds what others give besides: "Norland will pay 90 million euros, with Sudland adding 40 million"."""
    string, low, heads = context.chunks.string, context.doc.low, context.chunks.heads
    for match in _ADDING.finditer(string):
        at = match.start("sum")
        number, begins = context.number_at.get(at), string.rfind(".", 0, match.start()) + 1
        if number is None or number.nfirst in found or low[heads[at - 1]] not in _ADDS:
            continue
        told = [found[n.nfirst] for i in range(begins, match.start()) if (n := context.number_at.get(i)) is not None and n.nfirst in found]
        if not told or told[-1].event != "provided" or told[-1].item != "money" or number.unit not in (None, told[-1].unit) or (
                number.kind != "money" and (number.head >= 0 or (number.value or 0) < _SUM)):
            continue
        found[number.nfirst] = more = draft(context, number, "provided", "money", "next-giver", told[-1].trigger)
        more.unit = number.unit or told[-1].unit

