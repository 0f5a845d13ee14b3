"""What goes on with an event told right before, without its verb: "Yesterday it was 49", "Eighty privates and 23 officers.", "So 152 in
two days"."""

from __future__ import annotations

from newsfacts.chunks import counts
from newsfacts.claims.context import Context, draft, lemma_of
from newsfacts.claims.items import PEOPLE, item_of
from newsfacts.claims.leftout import last_claim
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.late import late

# Yesterday it was 49 of our people; on Thursday evening it stood at 31
_IT_WAS = late(r'(?:^|(?<=[.;:,]))"?(?:[zD]{0,6},?&?|Dc)(?P<it>U)(?:B|(?P<stood>[vVpP]))[zD]{0,2}[nt]?z?(?P<qty>Q)[zD]{0,6}[.;,&]')
# Eighty privates and sergeants, twenty-three officers.
_LISTED = late(r'(?:^|(?<=\.))"?(?P<list>Q(?:&N)?(?:,?&?Q(?:&N)?){1,7})"?\.')
# So 152 people in two days. In all, 210.
_SO_MANY = late(r'(?:^|(?<=\.))"?[zD]{1,4},?(?P<qty>Q)[zDn]{0,4}Q?"?\.')
_SUMMING = frozenset("so thus altogether together overall all total".split())
_SIZES = frozenset("stand rise climb jump grow reach go".split())
_TOLLS = frozenset(("toll", "death", "dead", "deaths", "victims"))
_HURT = frozenset(("injured", "wounded"))
_FIGURES = frozenset("toll count number figure tally".split())
_GIVEN = frozenset("provided cost participated seized other".split())
_WHERE = frozenset(("in", "below", "above"))  # 40 in the shade
_NEAR = 3  # sentences
_PARAGRAPHS = 6  # sentences to the first number of this paragraph, or of the one before


def goes_on(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Claims of the numbers that go on so."""
    keys, string = context.doc.keys, context.chunks.string
    if "it" in keys:
        for match in _IT_WAS.finditer(string):
            number = context.number_at.get(match.start("qty"))
            if number is not None and number.nfirst not in found and counts(number) and (
                    context.doc.low[context.chunks.firsts[match.start("it")]] == "it" and _dated(context, match.start(), match.end())):
                _it_was(context, found, number, match.start("stood"))
    if not found:
        return
    for match in _LISTED.finditer(string):
        _listed(context, found, [context.number_at[i] for i in range(*match.span("list")) if i in context.number_at])
    for match in _SO_MANY.finditer(string) if not _SUMMING.isdisjoint(keys) else ():
        number = context.number_at.get(match.start("qty"))
        if number is not None and number.nfirst not in found and counts(number):
            _so_many(context, found, number)


def _dated(context: Context, first: int, last: int) -> bool:
    """Whether a date stands in the chunks of a clause: another day than that of the event before."""
    begin, end = context.chunks.firsts[first], context.chunks.firsts[last - 1]
    return any(begin <= t.first < end for t in context.timexes)


def _it_was(context: Context, found: dict[int, ClaimDraft], number: Number, stood: int) -> None:
    """Yesterday it was 49; on Thursday it stood at 31, where the sentence before tells of the toll."""
    sentence, item = context.doc.sentence_of(number.nfirst), item_of(context.doc, number, context.rules)
    claim = last_claim(context, found, number)
    if claim is not None and claim.sentence < sentence - 1:
        claim = None
    toll = _toll_before(context, sentence, number) if number.head < 0 else None
    if stood >= 0 or toll is not None:
        if stood >= 0 and ( lemma_of(context, stood) not in _SIZES or number.head >= 0):
            return
        told = claim if claim is not None and claim.status == "total" else None
        event = told.event if told else toll
        if event is not None:
            trigger = told.trigger if told else None
            again = found[number.nfirst] = draft(context, number, event, told.item if told else "person", "figure-again", trigger)
            again.status = "total"
        return
    whole = _first_of(context, found, number)
    alike = whole is not None and (item in (None, whole.item) or {item, whole.item} <= PEOPLE)
    if whole is not None and alike and whole.event not in _GIVEN and context.doc.low[number.last] not in _WHERE:
        found[number.nfirst] = draft(context, number, whole.event, item or whole.item, "figure-again", whole.trigger)


def _first_of(context: Context, found: dict[int, ClaimDraft], number: Number) -> ClaimDraft | None:
    """The first number with a claim of this paragraph, or of the one before: what was counted on the other day."""
    doc = context.doc
    floor = doc.sents[max(0, doc.sentence_of(number.nfirst) - _PARAGRAPHS)][0]
    told = sorted((c for c in found.values() if floor <= c.first < number.first and not c.part_of), key=lambda c: -c.first)
    breaks = [doc.text.rfind("\n", 0, c.start) for c in told]
    here = doc.text.rfind("\n", 0, number.nstart)
    nearest = here if here in breaks else breaks[0] if breaks else -1
    return next((c for c, at in zip(reversed(told), reversed(breaks), strict=True) if at == nearest), None)


def _toll_before(context: Context, sentence: int, number: Number) -> str | None:
    """What the sentence before, or the clause, gives the figure of: the toll, the number of the injured."""
    before = set(context.doc.low[context.doc.sents[max(0, sentence - 1)][0]:number.first])
    if _FIGURES.isdisjoint(before):
        return None
    if "missing" in before or not _HURT.isdisjoint(before):
        return "wounded" if "missing" not in before and _TOLLS.isdisjoint(before) else None
    return None if _TOLLS.isdisjoint(before) else "killed"


def _listed(context: Context, found: dict[int, ClaimDraft], listed: list[Number]) -> None:
    """A sentence that lists kinds of people: those of the number before which it makes up."""
    if any(n.nfirst in found or not counts(n) or not n.value for n in listed) or len(listed) < 2:
        return
    items = [item_of(context.doc, n, context.rules) for n in listed]
    whole = last_claim(context, found, listed[0])
    if whole is None or whole.item not in PEOPLE or whole.sentence != context.doc.sentence_of(listed[0].nfirst) - 1 or (
            sum(n.value or 0 for n in listed) != whole.value or not PEOPLE.issuperset(i for i in items if i not in (None, "unknown"))):
        return
    for number, item in zip(listed, items, strict=True):
        found[number.nfirst] = part = draft(context, number, whole.event, item if item in PEOPLE and item != "person" else whole.item,
                                            "part", whole.trigger)
        part.part_of = whole


def _so_many(context: Context, found: dict[int, ClaimDraft], number: Number) -> None:
    """So 152 people in two days: the sum of the numbers of one event told in the last sentences."""
    doc, sentence = context.doc, context.doc.sentence_of(number.nfirst)
    if _SUMMING.isdisjoint(doc.low[doc.sents[sentence][0]:number.first]):
        return
    last = last_claim(context, found, number)
    rest = number.value or 0
    for claim in sorted(found.values(), key=lambda c: -c.first):
        if last is None or claim.first > number.first or claim.part_of or claim.event != last.event:
            continue
        if claim.sentence < sentence - 2 * _NEAR or rest <= 0:
            break
        rest -= claim.value or 0
        if rest == 0 and claim.value != number.value:
            whole = found[number.nfirst] = draft(context, number, claim.event, item_of(doc, number, context.rules) or claim.item,
                                                 "total-so-far", claim.trigger)
            whole.status = "total"
            return
