"""Rows of a table under a heading that tells what happened: "Shot down by region:", then "Karo - 17" and "Velm - 14"."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.chunks import counts
from newsfacts.claims.context import Context, draft, frames_at
from newsfacts.claims.items import PEOPLE, item_of, item_of_words
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.late import late
from newsfacts.rules import FRAMES, Frame

# "Karo - 17", "- Land Forces, 88;", "from Karo: 12", "Karo and Velm regions - 3 each", "Norby (42)"
_LABEL = "[zNAE](?:[zNAE&]{0,6}[zNA])?"  # Air Assault Forces
_LINE = late(rf"(?:^|(?<=\.))[-.]?{_LABEL}(?<!E)(?:[-:,]|\()(?P<qty>Q)")
# "by city: Karo, 45; Velm, 31", "from Karo - 90 people, 12 of them children; from Velm - 31", "by town: Norby (42), Sarn (17)"
_TAIL = "[zD]{0,3}(?:,[qo]?r?QS?[zD]{0,3})?"
_INLINE = late(rf":(?P<rows>(?:{_LABEL},Q[zD]{{0,2}};?&?){{2,20}}|(?:{_LABEL}[-:]Q{_TAIL}[,;]?&?){{2,20}}"
               rf"|(?:{_LABEL}\(Q\)[,;]?&?){{2,20}})(?=\.)")
_TAILS = late(r",?&Q|(?P<part>,(?:or|q)Q)")
_FIRST = frozenset("zNA")
_EVENTS = "VWPGIEST"
_PLACES = frozenset(("region", "settlement", "area", "unknown", "other", None))
_USUAL = {"outage": "household", "intercepted": "weapon", "attacked": "attack"}
_PEOPLE_BEFALLS = frozenset("killed wounded casualties missing captured held detained returned rescued evacuated displaced".split())
_SORTING = frozenset("by per of among including breakdown distribution".split())
_BY = frozenset("by per from".split())  # by branch of service
_MOST = 40  # tokens of a lead


def rows(context: Context, found: dict[int, ClaimDraft], lead_of: dict[int, int]) -> None:
    """Claims of the numbers of rows that name a place, a body or a kind of people."""
    doc, chunks = context.doc, context.chunks
    tables: dict[tuple[int, int], list[int]] = {}  # tokens of a lead → chunks of the numbers under it
    for match in _LINE.finditer(chunks.string) if lead_of else ():
        i = match.start("qty")
        number = context.number_at.get(i)
        lead = lead_of.get(doc.sentence_of(number.nfirst)) if number is not None else None
        sorted_by = chunks.string[i - 1] != "," or (lead is not None and not _BY.isdisjoint(doc.low[slice(*doc.sents[lead])]))
        if lead is not None and doc.low[doc.sents[lead][1] - 1] == ":" and sorted_by:  # not: Released today: Ivo Tarn, 40
            tables.setdefault(doc.sents[lead], []).append(i)
    for match in _INLINE.finditer(chunks.string):
        first, colon = match.span()[0], chunks.firsts[match.start()]
        lead_at = doc.sents[doc.sentence_of(colon)][0], colon
        at = [i for i in range(first, match.end()) if i in context.number_at]
        tables[lead_at] = [i for i in at if chunks.string[i - 1] in "-:(," and chunks.string[i - 2] in _FIRST]
    for (first, last), at in tables.items():
        if last - first <= _MOST:
            _table(context, found, first, last, at)


def _table(context: Context, found: dict[int, ClaimDraft], first: int, last: int, at: list[int]) -> None:
    """Claims of the numbers in chunks `at`, under a lead from token `first` to `last`."""
    listed = [context.number_at[i] for i in at]
    if any(not counts(n) or n.nfirst in found and found[n.nfirst].rule != "list-item" for n in listed):
        return
    whole = _whole(context, found, listed, first)
    total = sum(n.value or 0 for n in listed)
    frames = list(_frames(context, first, last, at[0]))
    for i, number in zip(at, listed, strict=True):
        if number.nfirst in found and found[number.nfirst].item not in _PLACES:
            continue  # howitzers: 31
        if told := _told(context, found, number, i, frames, (first, last), total):
            event, item, token = told
            trigger: tuple[int, int] | None = (token, token + 1)
        elif whole is not None and not frames:
            event, item, trigger = whole.event, _own_item(context, number, i) or whole.item, whole.trigger
        else:
            continue
        claim = found[number.nfirst] = draft(context, number, event, item, "list-item", trigger)
        if whole is not None and whole.event == event and (number.value or 0) <= (whole.value or 0):
            claim.part_of = whole
        _beside(context, found, claim, i)


def _frames(context: Context, first: int, last: int, qty_at: int) -> Iterator[tuple[Frame, int]]:
    """The frames of the event words of a lead, the last first, and their tokens."""
    chunks = context.chunks
    for at in range(chunks.at(last - 1), -1, -1):
        if chunks.firsts[at] < first:
            return
        if chunks.string[at] in _EVENTS and context.rules.items.get(context.doc.low[chunks.heads[at]]) != "attack":
            for frame in frames_at(context, at, qty_at, FRAMES):
                yield frame, chunks.heads[at]
        elif chunks.firsts[at] == first and context.rules.items.get(context.doc.low[first]) == "attack":
            yield Frame("attacked", "", ("attack",)), first  # Clashes by sector:


def _told(context: Context, found: dict[int, ClaimDraft], number: Number, i: int, frames: list[tuple[Frame, int]],
          lead: tuple[int, int], total: float) -> tuple[str, str, int] | None:
    """What a row tells, and the token of its event, by its lead; else it counts what the number counts that holds all rows."""
    own = _own_item(context, number, i)
    for frame, token in frames:
        item = own or _of_lead(context, frame, *lead)
        if item is None and frame.event in _PEOPLE_BEFALLS:
            item = "person"
        elif item is None:
            before = [c for c in found.values() if c.event == frame.event and c.item in frame.items and c.first < number.first]
            holding = [c for c in before if (c.value or 0) >= total]
            whole = min(holding, key=lambda c: c.value or 0) if holding else max(before, key=lambda c: c.first) if before else None
            item = whole.item if whole else _USUAL.get(frame.event)
        if item is not None and item in frame.items:
            return frame.event, item, token
    return None


def _own_item(context: Context, number: Number, i: int) -> str | None:
    """What a row counts by its own words: "Karo - 5 children", "men - 12"; None where its label is a place or a body."""
    item = item_of(context.doc, number, context.rules)
    if item is not None:
        return item
    head = context.chunks.lasts[i - 2] - 1
    first = context.chunks.firsts[i - 2]
    kind = item_of_words(context.doc, max(first, head - 3), head, context.rules)
    return None if kind in _PLACES else kind


def _of_lead(context: Context, frame: Frame, first: int, last: int) -> str | None:
    """What the lead tells to be counted: "houses damaged by district", "number of displaced families"."""
    chunks = context.chunks
    for token in range(first, last):
        item = context.rules.items.get(context.doc.low[token])
        if item in frame.items and item not in _PLACES and chunks.string[chunks.at(token)] not in "VWP":  # but: shot down
            return item
    return None


def _whole(context: Context, found: dict[int, ClaimDraft], listed: list[Number], first: int) -> ClaimDraft | None:
    """The claim whose number the rows sum up to; else, under "by district:", that of the sentence before which holds them all."""
    total = sum(n.value or 0 for n in listed)
    before = sorted((c for c in found.values() if c.first < first and c.part_of is None), key=lambda c: -c.first)
    if context.doc.low[first] not in _SORTING:
        return None
    if len(listed) > 1 and (whole := next((c for c in before if c.value == total), None)):
        return whole
    sentence = context.doc.sentence_of(first)
    return next((c for c in before if c.sentence == sentence - 1 and (c.value or 0) >= total), None)


def _beside(context: Context, found: dict[int, ClaimDraft], claim: ClaimDraft, i: int) -> None:
    """ "Karo - 14, plus two cruise missiles": what a row adds; "National Guard - 40, of whom 12 officers": a part of it."""
    string = context.chunks.string
    tail = _TAILS.match(string, i + 1)
    other = context.number_at.get(tail.end() - 1) if tail else None
    if tail is None or other is None or other.nfirst in found or not counts(other) or other.head < 0:
        return
    item, part = item_of(context.doc, other, context.rules), tail["part"] is not None
    if part and (other.value or 0) < (claim.value or 0) and (item in PEOPLE) == (claim.item in PEOPLE):
        found[other.nfirst] = draft(context, other, claim.event, item or claim.item, "part", claim.trigger)
        found[other.nfirst].part_of = claim
    elif not part and item is not None and item != "unknown":
        found[other.nfirst] = draft(context, other, claim.event, item, "list-item", claim.trigger)
