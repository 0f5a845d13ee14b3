"""Those who come after: "sent 40 doctors, and 20 more will follow" are to be sent as well."""

from __future__ import annotations

from itertools import pairwise

from newsfacts.chunks import counts
from newsfacts.claims.context import Context, draft, frames_at, lemma_of
from newsfacts.claims.items import PEOPLE, item_of
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.late import late
from newsfacts.lexicon import load_json
from newsfacts.rules import FRAMES

_SUM = 1_000  # at least so much is an amount: of which 40 million is for water
_FOLLOWED = late(r"Q(?:&Q)?[zD]{0,6}[pP](?=[zD]|[.,;)])")
_COMING = late(r"(Q)[zD]{0,4}(?:,[zD]{0,2}(?P<aside>Q)[zDnqUNor]{0,4},|,[zDhNn]{1,6},)?[zD]{0,2}([vViIBwW])")
_DO = frozenset(("do", "does", "did", "done"))
_SO = frozenset(("so", "likewise"))
_DONE_SO = frozenset(("did", "done"))
_MOVED = frozenset(("deployed", "provided", "returned", "evacuated", "displaced"))
_MAY = frozenset(("could", "may", "might", "will", "would"))
_LEAVING = frozenset(("leave", "evacuate", "flee"))
_INHABITANTS = frozenset("residents people villagers inhabitants civilians families citizens locals townspeople".split())
_WHO = PEOPLE | {"household"}
_DONE = frozenset(("followed", "joined"))
_BRINGING = frozenset("bringing taking raising pushing lifting brings takes raises pushes lifts brought took".split())
_TO_THE_TOTAL = 12  # tokens


def followers(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Claims of numbers without a noun that are to follow those of a claim before, with its event: "another six are on the way"."""
    words = load_json("events")["follow"]
    if context.doc.keys.isdisjoint(words["keys"] if found else _SO) or not found and _DONE_SO.isdisjoint(context.doc.keys):
        return
    low, chunks, more = context.doc.low, context.chunks, frozenset(words["more"])
    _followed(context, found, more)
    for match in _COMING.finditer(chunks.string):
        number, at = context.number_at.get(match.start(1)), match.start(3)
        if number is None or number.nfirst in found or low[chunks.firsts[at]] in _DONE:
            continue
        named = number.head >= 0 and number.noun != "other"
        if named and item_of(context.doc, number, context.rules) not in PEOPLE:
            continue
        end, verb, may = chunks.lasts[at], lemma_of(context, at), low[chunks.firsts[at]] in _MAY
        so = any(a in _DO and b in _SO for a, b in pairwise(low[chunks.firsts[at]:end + 3]))  # 9,000 fled, and 800 might yet do so
        could = named and may and verb == "follow"  # 90,000 people could follow
        beside = (*low[max(0, number.nfirst - 2):number.nfirst], *low[number.nlast:number.nlast + 1])
        if not (so or could or may and not named) and (named or more.isdisjoint(beside)):
            continue
        coming = so or verb in words["verbs"] or any(" ".join(low[end:end + n]) in words["coming"] for n in (2, 3))
        coming = coming or " ".join(low[chunks.firsts[at] - 1:end]) in words["coming"]  # another nine are due to arrive
        if so and low[chunks.heads[at]] in _DONE_SO and (told := _told_to(context, match.start(1))):
            head = chunks.heads[at]
            found[number.nfirst] = done = draft(context, number, *told, "do-so", (head, head + 1))
            aside = context.number_at.get(match.start("aside"))
            if aside is not None and aside.nfirst not in found:  # 214, 39 of them children, did so
                kind = item_of(context.doc, aside, context.rules)
                found[aside.nfirst] = part = draft(context, aside, done.event, kind if kind in PEOPLE else done.item, "part", done.trigger)
                part.part_of = done
            continue
        before = _before(context, found, number) if coming or could else None
        if before is not None and could and (low[end:end + 1] != ["if"] and low[end:end + 1] != ["."] or before.item not in _WHO):
            continue  # nine people could follow the talk
        if so and before is not None and (before.trigger is None or before.trigger[0] < before.last or (
                chunks.string[chunks.at(before.trigger[0])] not in "VPI")):
            continue  # freed nine, but only two did so
        if before is not None and before.event in _MOVED:
            item = (item_of(context.doc, number, context.rules) if named else None) or before.item
            rule, head = "do-so" if so else "follow", chunks.heads[at]
            found[number.nfirst] = draft(context, number, before.event, item, rule, (head, head + 1))


def _followed(context: Context, found: dict[int, ClaimDraft], more: frozenset[str]) -> None:
    """Claims of those who came home too, or fled too: "freed 20 pupils on Monday; a further 30 and a nurse followed on Tuesday"."""
    low, chunks = context.doc.low, context.chunks
    for match in _FOLLOWED.finditer(chunks.string) if "followed" in context.doc.keys else ():
        numbers = [context.number_at[i] for i in range(match.start(), match.end() - 1) if i in context.number_at]
        if low[chunks.firsts[match.end() - 1]] != "followed" or not numbers or any(n.nfirst in found for n in numbers):
            continue
        before = _before(context, found, numbers[0], one=False)
        if more.isdisjoint(low[max(0, numbers[0].first - 2):numbers[0].last]) or before is None or before.event not in _MOVED:
            continue
        head = chunks.heads[match.end() - 1]
        for number in numbers:
            own = number.head >= 0 and number.noun != "other"  # a further 90 apiece, all servicemen, followed
            item = item_of(context.doc, number, context.rules) if own else context.items.get(number.nfirst, (before.part_of or before).item)
            if item in PEOPLE and before.item in _WHO:
                found[number.nfirst] = draft(context, number, before.event, item, "do-so", (head, head + 1))


def _told_to(context: Context, i: int) -> tuple[str, str] | None:
    """What those before the number in chunk i are told, or want, to do, and who they are: "urged residents to leave; 214 did so"."""
    string, chunks, low = context.chunks.string, context.chunks, context.doc.low
    begins = string.rfind(".", 0, max(0, string.rfind(".", 0, i))) + 1
    verb = string.rfind("I", begins, i)
    if verb < 0 or "Q" in string[verb + 1:i]:
        return None
    lemma, people = lemma_of(context, verb), [low[chunks.lasts[k] - 1] for k in range(begins, verb) if string[k] in "NAQ"]
    kinds = [item for word in people if (item := context.rules.items.get(word)) in _WHO]
    if lemma in _LEAVING and not _INHABITANTS.isdisjoint(people):
        return "evacuated", "person"
    frame = next((f for f in frames_at(context, verb, i) if f.frame == FRAMES[1] and "person" in f.items), None)
    return (frame.event, kinds[-1] or "person") if frame is not None and kinds else None


def _before(context: Context, found: dict[int, ClaimDraft], number: Number, *, one: bool = True) -> ClaimDraft | None:
    """The claim that a number takes up: the last one, in this sentence or the one before, if no other number (of more than `one`) may be
    meant."""
    before = max((c for c in found.values() if c.first < number.first), key=lambda c: c.first, default=None)
    if before is None or before.sentence < context.doc.sentence_of(number.nfirst) - 1:
        return None
    begins = context.doc.sents[before.sentence][0]
    fronted = context.doc.sentence_of(number.nfirst) > before.sentence and context.doc.low[begins] == "with"
    begins = before.first if fronted else begins  # with 31 of 77 wards cleared, 640 families went home. Another 90 will follow
    others = [n for n in context.number_at.values() if begins <= n.nfirst < number.nfirst and counts(n) and n.nfirst not in found
              and (one or n.value != 1)]
    return None if others else before  # nine states joined a plan to buy 40 guns; another five may follow


def money_parts(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Amounts that others include: "pledged 118 million crowns, including 40 million from Norland", "of which 40 million is for water"."""
    low = context.doc.low
    for number in context.number_at.values():
        which = low[number.first - 2:number.first] == ["of", "which"] and number.head < 0
        spent = which and number.nfirst in found and found[number.nfirst].event == "cost"  # of which 40 million is to be spent on boats
        if number.kind != "money" and not which or number.nfirst in found and not spent or (
                not which and "including" not in low[number.first - 2:number.first]):
            continue
        whole = max((c for c in found.values() if c.first < number.first), key=lambda c: c.first, default=None)
        if whole is None or whole.item != "money" or whole.sentence != context.doc.sentence_of(number.nfirst):
            continue
        bare = which and number.kind == "count" and (number.value or 0) >= _SUM
        told = whole.event == "provided" or which and whole.event == "cost"
        if told and (whole.unit == number.unit or bare) and (number.value or 0) < (whole.value or 0):
            part = found[number.nfirst] if spent else draft(context, number, whole.event, "money", "part", whole.trigger)
            found[number.nfirst] = part
            part.event, part.part_of, part.unit = whole.event, whole, whole.unit


def money_totals(context: Context, found: dict[int, ClaimDraft]) -> None:
    """What others bring a sum to: "announced 200 million crowns in aid, bringing the total to 46 billion"."""
    low, doc = context.doc.low, context.doc
    for number in context.number_at.values():
        if number.kind != "money" or number.nfirst in found or low[number.first - 1] != "to":
            continue
        near = low[max(doc.sents[doc.sentence_of(number.nfirst)][0], number.first - _TO_THE_TOTAL):number.first]
        if "total" not in near or _BRINGING.isdisjoint(near[:near.index("total")]):
            continue
        whole = max((c for c in found.values() if c.first < number.first), key=lambda c: c.first, default=None)
        if whole is not None and whole.item == "money" and whole.unit == number.unit and whole.sentence == doc.sentence_of(number.nfirst):
            claim = found[number.nfirst] = draft(context, number, whole.event, "money", "total", whole.trigger)
            claim.status = "total"
