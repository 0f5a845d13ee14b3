"""People without a number word among people counted: "five people, including a child", "two people: a woman and her son"."""

from __future__ import annotations

from newsfacts.claims.context import Context, draft
from newsfacts.claims.elided import items_of
from newsfacts.claims.items import PEOPLE, item_at, item_of
from newsfacts.claims.leftout import last_claim
from newsfacts.claims.people import Person
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.late import late
from newsfacts.patterns import LIST
from newsfacts.sources.words import verbs as speech

_AMONG = late(rf"q[zD]{{0,3}}(?:U[zD]{{0,2}})?(?P<list>{LIST})")
_POSTPOSED = late(r",[zD]{0,2}(?P<list>Q)[zD]{0,3}qU")  # three people, a girl among them
_AGED = "(?:,[zD]{1,6}(?=[,.;]))?"  # two women, aged 61 and 70, and
_EACH = late(rf"[:,-][zD]{{0,2}}(?P<list>Q{_AGED}(?:[zD]{{0,4}}(?:[,;]&|[,;&])[zD]{{0,4}}Q{_AGED}){{0,16}})(?=[zD]{{0,3}}[.;:-])")
_HOLDS = late(r"Q[QNAzDof,&-]*+")  # what a package holds
_FAR = 30  # chunks between a part and its whole


def members(view: Context, hidden: dict[int, Person], found: dict[int, ClaimDraft]) -> None:
    """Adds them to `found` as parts of the claim of the number before; a list behind a colon or dash only where it adds up."""
    string = view.chunks.string
    for pattern in (_AMONG, _POSTPOSED, _EACH):
        for match in pattern.finditer(string):
            chunks = [i for i in range(*match.span("list")) if i in view.number_at]
            whole = _whole(view, found, match.start())
            kept = next((k for k, i in enumerate(chunks) if not _within(view.number_at[i], whole, found)), len(chunks))
            chunks = chunks[:kept]  # "including a girl, and 40 hurt"
            if pattern is not _EACH and len(chunks) > 1 and ",&" in string[chunks[0]:chunks[1]]:
                chunks = chunks[:1]  # 14 clerks, including a boy, and 11 guards were hurt
            if chunks and _speaks(view, chunks[-1]):
                chunks.pop()  # "among them two children, Governor Ivo Marn reported"
            numbers = [view.number_at[i] for i in chunks]
            whole_too = whole is not None and id(whole.number) in hidden  # "a number of rebels, including several leaders"
            if not (whole_too or any(id(n) in hidden for n in numbers)):
                continue
            if pattern is not _AMONG and any(n.nfirst in found and id(n) in hidden for n in numbers):
                continue
            least = sum(n.low or 0 for n in numbers)
            if whole is None or least > (whole.low or 0) or pattern is _EACH and least != whole.value:
                continue
            for i, number in zip(chunks, numbers, strict=True):
                claim = found.get(number.nfirst)
                if claim is None:
                    item = item_at(view, number, i)
                    claim = found[number.nfirst] = draft(view, number, whole.event, item if item in PEOPLE else "person", "part",
                                                         whole.trigger)
                claim.part_of = claim.part_of or whole


def _speaks(view: Context, at: int) -> bool:
    """Whether a verb of saying follows a chunk."""
    after = next((k for k in range(at + 1, min(at + 4, len(view.chunks.string))) if view.chunks.string[k] not in "zD"), at)
    return view.chunks.string[after] in "pv" and view.doc.low[view.chunks.heads[after]] in speech()


def _within(number: Number, whole: ClaimDraft | None, found: dict[int, ClaimDraft]) -> bool:
    """Whether a member of a list can be a part of the whole, and has no other event of its own."""
    claim = found.get(number.nfirst)
    return whole is not None and (number.low or 0) <= (whole.low or 0) and (claim is None or claim.event == whole.event)


def _whole(view: Context, found: dict[int, ClaimDraft], at: int) -> ClaimDraft | None:
    """The claim of several people before a chunk, in its sentence."""
    for i in range(at - 1, max(-1, at - _FAR), -1):
        if view.chunks.string[i] == ".":
            return None
        number = view.number_at.get(i)
        claim = found.get(number.nfirst) if number is not None else None
        if claim is not None and claim.part_of is None and claim.item in PEOPLE and (claim.low or 0) > 1:
            return claim
    return None


def package(context: Context, found: dict[int, ClaimDraft], number: Number, at: int) -> None:
    """ "They announced 800 million in aid. It includes 80 vehicles and 900 shells": what the package told last holds."""
    package = last_claim(context, found, number)
    if package is None or package.event != "provided" or package.item != "money" or package.sentence < context.doc.sentence_of(
            number.nfirst) - 1 or not (listed := _HOLDS.match(context.chunks.string, at)):
        return
    for i in range(*listed.span()):
        member = context.number_at.get(i)
        item = item_of(context.doc, member, context.rules) if member and member.nfirst not in found else None
        if member and item in items_of(context, "provided") and item != "money":
            found[member.nfirst] = draft(context, member, "provided", item or "other", "package", package.trigger)
