"""Lists with a bullet, dash or number a line: each number takes the event of the line that leads them in."""

from __future__ import annotations

from newsfacts.claims.context import Context, draft, frames_at
from newsfacts.claims.items import grounded, item_of, item_of_words
from newsfacts.drafts import ClaimDraft
from newsfacts.numbers.words import singular
from newsfacts.rules import is_sign
from newsfacts.tokens import Doc

_MARKS = frozenset("-–—•*·")
_SIGNS = frozenset(":-–—‒")
_TITLES = frozenset("losses loss casualties destroyed killed injured wounded damage".split())
_HEDGES = frozenset("about approximately around over ~".split())
_GOES_ON = frozenset((",", "and"))
_SHORT = 14  # tokens of a line without a mark
_MOST = 60  # items of a list


def leads(doc: Doc, wanted: set[int]) -> dict[int, int]:
    """Sentence of a list item → the sentence that leads the list in ("Among those freed are:")."""
    out: dict[int, int] = {}
    for index in sorted(wanted):
        bare = _is_bare(doc, index)
        if not bare and not _is_item(doc, index) and _label(doc, index) < 0:
            continue
        lead = index - 1
        while lead >= 0 and index - lead <= _MOST and (_is_item(doc, lead) or _label(doc, lead) > 0 or _is_bare(doc, lead)):
            lead -= 1
        if lead >= 0 and _label(doc, index) > 0:
            end = doc.low[doc.sents[lead][1] - 1]
            if end == ":" or end.isalnum() and not _TITLES.isdisjoint(doc.low[slice(*doc.sents[lead])]):  # Losses of the army as of 7 May
                out[index] = lead
        elif lead >= 0 and (bare or _is_item(doc, index)) and (doc.low[doc.sents[lead][1] - 1] == ":" or not bare and lead < index - 1):
            out[index] = lead
    return out


def _is_item(doc: Doc, index: int) -> bool:
    return _is_mark(doc.low[doc.sents[index][0]])


def _is_bare(doc: Doc, index: int) -> bool:
    """Whether a line begins with its number, without a mark: "Shot down:", then "6 missiles" and "59 drones"."""
    first, last = doc.sents[index]
    return last - first <= _SHORT and doc.low[first][:1].isdigit() and doc.opens_line(first)


def _is_mark(key: str) -> bool:
    return key in _MARKS or len(key) == 1 and is_sign(key)


def _label(doc: Doc, index: int) -> int:
    """The colon of a line of a table ("Tanks: 6"), -1 where a sentence is none."""
    first, last = doc.sents[index]
    begins = doc.low[first + 1:min(first + 7, last)]
    if _SIGNS.isdisjoint(begins):
        return first + 1 + begins.index(",") if "," in begins and _comma_row(doc, first + 1 + begins.index(","), last) else -1
    colon = next((at for at, word in enumerate(begins, first + 1) if word in _SIGNS and (word == ":" or not doc.glued(at))), -1)
    if not 0 < colon < last - 1:
        return -1
    at = colon + 1 + (doc.low[colon + 1] in _HEDGES)
    goes_on = not _GOES_ON.isdisjoint(doc.low[at + 1:at + 5]) and not doc.low[colon - 1].isdigit()  # Karo: 14, plus a bomb; not: 11:30,
    long = goes_on or "(" in doc.low[colon:last]
    return colon if doc.low[at][:1].isdigit() and last - 1 <= colon + (12 if long else 4) else -1


def _comma_row(doc: Doc, comma: int, last: int) -> bool:
    """Whether a line is no more than a name, a comma and a number: "Land Forces, 88;"."""
    behind = doc.low[comma + 1:last]
    return 1 <= len(behind) <= 2 and behind[0].isdigit() and behind[1:] in ([], [";"], ["."], [","])


def bullets(context: Context, found: dict[int, ClaimDraft], lead_of: dict[int, int]) -> None:
    """Claims of the numbers that begin a list item and have no event of their own; they are parts of a number in the lead."""
    chunks, doc = context.chunks, context.doc
    wholes: dict[int, ClaimDraft] = {}
    for claim in sorted(found.values(), key=lambda c: -c.first):
        if not claim.part_of:
            wholes[claim.sentence] = claim  # the first of each sentence
    led = (-2, 0, 0)  # the sentence of the last item, and the tokens of its lead
    for i, number in context.number_at.items():
        if number.nfirst in found:
            continue
        sentence = doc.sentence_of(number.nfirst)
        lead = lead_of.get(sentence)
        if chunks.string[i - 2:i] in ("N:", "N-") and (lead is not None or led[0] >= sentence - 1 or _leads_itself(context, i)):  # Tanks: 6
            head = chunks.lasts[i - 2] - 1
            noun = item_of_words(doc, max(doc.sents[sentence][0], head - 3), head, context.rules)
            if lead is None and led[0] < sentence - 1:
                first, last = doc.sents[sentence][0], chunks.firsts[i - 2]
            else:
                first, last = led[1:] if lead is None else doc.sents[lead]
            led = sentence, first, last
            if told := _event(context, first, last, i, noun, grounded(singular(doc.low[head]))):
                found[number.nfirst] = draft(context, number, told[0], noun, "list-item", (told[1], told[1] + 1))
            continue
        marked = i > 0 and chunks.string[i - 1] in "-." and _is_mark(doc.low[chunks.firsts[i - 1]])
        if lead is None or not marked and number.first != doc.sents[sentence][0]:
            continue
        first, last = doc.sents[lead]
        whole = wholes.get(lead)
        item = item_of(doc, number, context.rules)
        if whole is not None and item != "unknown":
            claim = found[number.nfirst] = draft(context, number, whole.event, item or whole.item, "list-item", whole.trigger)
            claim.part_of = whole if item is not None else None
        elif item is not None and (told := _event(context, first, last, i, item, grounded(number.noun))):
            found[number.nfirst] = draft(context, number, told[0], item, "list-item", (told[1], told[1] + 1))


def _leads_itself(context: Context, i: int) -> bool:
    """Whether a list stands in the sentence that leads it in: "losses over the day: tanks - 6, guns - 14"."""
    string = context.chunks.string
    return string.rfind(":", string.rfind(".", 0, i) + 1, i - 2) >= 0 and string[:i - 2].rstrip("znpPN-")[-1:] in tuple(":,;&")


def _event(context: Context, first: int, last: int, qty_at: int, item: str, on_ground: bool) -> tuple[str, int] | None:
    """The last event word of the lead that takes the item, and its token; arms `on_ground` are not intercepted."""
    chunks = context.chunks
    for at in range(chunks.at(last - 1), -1, -1):
        if chunks.firsts[at] < first:
            return None
        if chunks.string[at] in "VWPGIES":
            fits = [f for f in frames_at(context, at, qty_at) if item in f.items]
            frame = next((f for f in fits if not (on_ground and item == "weapon" and f.event in ("intercepted", "suppressed"))), None)
            if frame:
                return frame.event, chunks.heads[at]
    return None
