"""What those who are sent bring along: "140 firefighters with 36 vehicles and two planes were deployed", "sent a plane with 30 medics"."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.claims.context import Context, draft
from newsfacts.claims.items import item_of
from newsfacts.drafts import ClaimDraft
from newsfacts.late import late

_LISTED = late(r"Q(?P<list>h[zD]?Q(?:,Q){0,4}(?:,?&[zD]?Q)?)")
_MEN = frozenset(("soldier", "worker"))
_GEAR = frozenset("vehicle tank armoured_vehicle aircraft helicopter ship air_defence_system".split())


def gear_of(context: Context, string: str, craft: bool = False) -> Iterator[tuple[int, int, int]]:
    """The chunks of troops or workers that are told with their vehicles, ships or planes, and where the list of these begins and ends;
    `craft`: of vehicles, ships or planes with troops, workers or dogs too."""
    if "h" not in string:
        return
    for match in _LISTED.finditer(string):
        who, with_ = context.number_at.get(match.start()), context.doc.low[context.chunks.firsts[match.start("list")]]
        kind = item_of(context.doc, who, context.rules) if who is not None and with_ == "with" else None
        if kind not in _MEN and not (craft and kind in _GEAR):
            continue
        at = [context.number_at.get(i) for i in range(*match.span("list")) if string[i] == "Q"]
        more = kind in _GEAR
        if all(n and (item_of(context.doc, n, context.rules) in (_GEAR | _MEN if more else _GEAR) or more and n.noun == "dog") for n in at):
            yield match.start(), *match.span("list")


def brought_along(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Adds what they have with them to those who are deployed."""
    for who, first, last in gear_of(context, context.chunks.raw, craft=True):
        sent = found.get(context.number_at[who].nfirst)
        if sent is None or sent.event != "deployed":
            continue
        for i in range(first, last):
            number = context.number_at.get(i)
            if number is not None and number.nfirst not in found:
                item = item_of(context.doc, number, context.rules) or ""
                found[number.nfirst] = draft(context, number, "deployed", "other" if item == "unknown" else item, "with-gear", sent.trigger)
