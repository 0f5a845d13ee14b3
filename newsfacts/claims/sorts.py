"""Who some of those told before are: "three of the victims were children", "two of the wounded men were over 80"."""

from __future__ import annotations

from newsfacts.claims.context import Context, draft
from newsfacts.claims.items import PEOPLE, item_of, item_of_words
from newsfacts.claims.leftout import last_claim
from newsfacts.claims.partwords import so_many, told_before
from newsfacts.drafts import ClaimDraft
from newsfacts.late import late
from newsfacts.lexicon import load_json

# three of the victims were children; four were members of one team
_PLAIN = frozenset((",", "and"))
_SUM = 4  # tokens
_LISTED = 8  # numbers
_SUMMED = frozenset((("in", "all"), ("in", "total"), ("altogether",), ("all", "told"), ("overall",)))  # seven in all
_ARE = late(r"[zD]{0,4}B[zD]{0,2}(?:N(?=[zDSd]{0,12}[.,;&)ro])|D(?=[.,;&)]))")
_PREDICATE = late(r"(?:[zoNPS]{0,7}BE?|zz)N[.,;&)rzD-]")
_AGES = 12  # tokens of "aged four, six, nine and 11"
_OF_AGE = 18
_BETWEEN = frozenset(("and", ",", "between", "from", "to"))
# eight of the dead were women and four were infants
_AND_WERE = late(r"(Q)(?=[zoNSPE]{0,7}B[zD]{0,2}[NQ](?:&N)?[zD]{0,4}(?:oz?[NA]z{0,3})?(?:,?&|[,;])"
                  r"[zD]{0,2}(Q)[zD]{0,2}(?:B[zD]{0,2}(?P<noun>N)[zD]{0,4}[.,;&rgGpPS(-]|[zD]{0,4}[.,;&r]))")
_ARE_WEAPONS = late(r"[zD]{0,3}B[zD]{0,2}[NA](?=[zD]{0,4}[.,;&)-])")  # about 60 were Shaheds
_FLYING = frozenset("drone missile rocket bomb".split())
_NEAR = 3  # sentences
_WERE = ("are", "were")
_PARTS = ("part", "counted-event-noun", "of-the-freed", "of-those", "of-the-dead", "of-people-some-were")
_LOTS = frozenset("killed wounded casualties missing captured held detained returned rescued".split())
_VICTIMS = frozenset(("victim", "returnee", "freed", "casualty"))
_HELD = frozenset(("captive", "hostage", "abductee", "detainee"))
_DEFINITE = frozenset(("the", "these", "those"))


def sorts(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Adds the parts of people that a later sentence or clause tells by a noun or an age after "were"."""
    chunks, low = context.chunks, context.doc.low
    for i, number in context.number_at.items():
        if number.head < 0 or number.nfirst in found or low[number.nlast:number.nlast + 1] != ["of"] or (
                _DEFINITE.isdisjoint(low[number.nlast + 1:number.nlast + 2])):
            continue
        match = _ARE.match(chunks.string, i + 1)
        # seventy are missing: the victims are others
        whole = last_claim(context, found, number, "missing" if number.noun in _VICTIMS else "") if match else None
        if whole is not None and whole.event == "wounded" and number.noun == "victim":
            whole = told_before(context, found, number, "killed") or whole  # nine died and 40 were hurt. Five of the victims were children
        if match is None or whole is None or whole.item not in PEOPLE or whole.event not in _LOTS:
            continue
        same = whole.number is not None and whole.number.noun == number.noun or (  # of 206 captives 103 of the Norlanders are officers
            whole.event == "returned" and whole.item != "body" and context.doc.forms[number.head][0].isupper())
        same = same or number.noun in _HELD and whole.event in ("captured", "held", "detained")
        if not same and number.noun not in _VICTIMS or (number.value or 0) > (whole.value or number.value or 0):
            continue
        at, item = match.end() - 1, whole.item
        if chunks.string[at] == "N":
            item = item_of_words(context.doc, chunks.firsts[at], chunks.lasts[at] - 1, context.rules)
            own = item_of(context.doc, number, context.rules)
            item = own if item == "person" and own in PEOPLE else item  # one of the captured rebels is a bomb maker
        if item in PEOPLE:
            found[number.nfirst] = claim = draft(context, number, whole.event, item, "part", whole.trigger)
            claim.part_of = whole


def sorts_beside(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "Eight of the dead were women and four were infants": those beside a part that the predicate tells."""
    for match in _AND_WERE.finditer(context.chunks.string):
        first, number = context.number_at.get(match.start(1)), context.number_at.get(match.start(2))
        before = found.get(first.nfirst) if first else None
        if before is None or number is None or number.nfirst in found or before.rule not in _PARTS or (
                before.item not in PEOPLE or before.event not in _LOTS or (number.value or 0) == 0):
            continue
        at = match.end(2)
        noun = match.start("noun") if match["noun"] else -1
        item = item_of_words(context.doc, context.chunks.firsts[noun], context.chunks.lasts[noun] - 1, context.rules) if noun > at else (
            item_of(context.doc, number, context.rules))
        if item in PEOPLE:
            found[number.nfirst] = claim = draft(context, number, before.event, item, "part", before.trigger)
            claim.part_of = before.part_of


def sorts_of_weapons(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "Fired 90 drones. About 60 of the drones were Shaheds", "60 were decoys": of those launched."""
    doc, chunks = context.doc, context.chunks
    for i, number in context.number_at.items():
        match = _ARE_WEAPONS.match(chunks.string, i + 1) if number.nfirst not in found and number.kind == "count" else None
        if match is None:
            continue
        behind, at = doc.low[number.nlast:number.nlast + 2], match.end() - 1
        told = item_of_words(doc, chunks.firsts[at], chunks.lasts[at] - 1, context.rules)
        if behind[:1] == ["of"] and behind[1:] and behind[1] in _DEFINITE and number.noun:
            told = item_of(doc, number, context.rules) or ""  # twelve of the drones were fakes
        launched = [c for c in found.values() if c.event == "launched" and not c.part_of and c.last <= number.first]
        whole = max(launched, key=lambda c: c.first, default=None)
        if told in _FLYING and whole is not None and whole.item == told and (number.value or 0) < (whole.value or 0) and (
                whole.sentence >= doc.sentence_of(number.nfirst) - 1 or behind[:1] == ["of"] and (
                    whole.sentence >= doc.sentence_of(number.nfirst) - _NEAR)):
            trigger = whole.trigger if whole.rule != "whole" else None  # shot down 90 of 140 drones: nobody fired by shooting down
            found[number.nfirst] = claim = draft(context, number, "launched", told, "part", trigger)
            claim.part_of = whole


def sums(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "Approved 9 million dollars, of which 4 million is for the flood": a part of the sum."""
    low = context.doc.low
    for number in context.number_at.values():
        if number.kind != "money" or number.nfirst in found or low[number.first - 2:number.first] != ["of", "which"]:
            continue
        whole = last_claim(context, found, number)
        if whole and whole.item == "money" and whole.sentence == context.doc.sentence_of(number.nfirst) and (
                (number.value or 0) <= (whole.value or 0)):
            found[number.nfirst] = claim = draft(context, number, whole.event, "money", "part", whole.trigger)
            claim.part_of, claim.unit = whole, claim.unit or whole.unit


def summed_up(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "Freed two women and six children (eight in all)": the sum in brackets, where it is that of the numbers before."""
    low, numbers = context.doc.low, context.numbers
    for k, number in enumerate(numbers):
        if number.head >= 0 or number.value is None or number.nfirst in found or low[number.first - 1] != "(":
            continue
        end = next((at for at in range(number.last, number.last + _SUM) if low[at:at + 1] == [")"]), -1)
        if end < 0 or tuple(low[number.last:end]) not in _SUMMED:
            continue
        told, begins = list[ClaimDraft](), number.first - 1
        for other in reversed(numbers[max(0, k - _LISTED):k]):
            claim = found.get(other.nfirst)
            if claim is None or claim.value is None or claim.part_of or told and claim.event != told[0].event or (
                    not _PLAIN.issuperset(low[claim.last:begins])):
                break  # nine in Karo and four in Velm (13 in all)
            told.append(claim)
            begins = claim.first
            if len(told) > 1 and sum(c.value or 0 for c in told) == number.value:
                item = told[0].item if len({c.item for c in told}) == 1 else "person" if all(c.item in PEOPLE for c in told) else "other"
                found[number.nfirst] = draft(context, number, told[0].event, item, "gapping", told[0].trigger)
                break


def sorts_of_so_many(context: Context, found: dict[int, ClaimDraft], folded: list[tuple[int, int, int]]) -> None:
    """ "Four of the nine were firefighters": those told before by this very number, and a part of them."""
    for i, j, _ in folded:
        part, whole, match = context.number_at[i], context.number_at[j], _ARE.match(context.chunks.string, i + 1)
        if match is None or context.chunks.string[match.end() - 1] != "N" or {part.nfirst, whole.nfirst} & found.keys() or (
                context.doc.low[whole.first - 1] != "the" or context.doc.low[whole.nlast] not in _WERE):
            continue
        told = so_many(found, whole)
        at = match.end() - 1
        item = item_of_words(context.doc, context.chunks.firsts[at], context.chunks.lasts[at] - 1, context.rules)
        if told is None or told.event not in _LOTS or item not in PEOPLE:
            continue
        passive = told.trigger is not None and context.chunks.string[context.chunks.at(told.trigger[0])] in "WP"
        trigger = told.trigger if passive else None  # those who died did nothing
        found[whole.nfirst] = again = draft(context, whole, told.event, told.item, "whole", trigger)
        found[part.nfirst] = claim = draft(context, part, told.event, told.item if item == "person" else item, "part", trigger)
        claim.part_of = again


def predicates(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "Eight of the injured are children": the noun after "are" tells who is counted."""
    string, chunks = context.chunks.string, context.chunks
    for i, number in context.number_at.items():
        claim = found.get(number.nfirst)
        match = _PREDICATE.match(string, i + 1) if claim and claim.item == "person" and string[i] == "Q" and (
            string[i - 2:i] != "oz") else None  # but: most of the 27 dead were children
        if claim and match:
            item = item_of_words(context.doc, chunks.firsts[match.end() - 2], chunks.lasts[match.end() - 2] - 1, context.rules)
            claim.item = item if item in PEOPLE else claim.item


def young(context: Context, found: dict[int, ClaimDraft]) -> None:
    """ "Two sisters, aged nine and 14, drowned": children, where as many ages are told and none is of age."""
    low, cardinals = context.doc.low, load_json("numbers")["cardinals"]
    for claim in found.values():
        number = claim.number
        if claim.item != "person" or number is None or number.head < 0:
            continue
        at = number.last + (low[number.last:number.last + 1] == [","])
        if low[at:at + 1] != ["aged"]:
            continue
        ages: list[int] = []
        for word in low[at + 1:at + _AGES]:
            told = str(cardinals.get(word, word))
            if told.isdecimal():
                ages.append(int(told))
            elif word not in _BETWEEN:
                break
        if ages and (len(ages) == number.value or low[at + 1] in ("between", "from")) and max(ages) < _OF_AGE:
            claim.item = "child"
