"""How many came, as notes, police and organisers tell it: "students marched (size=around 300)", "we had more than 200 people on that
street", "thousands marched; organisers claimed 40,000, police 12,000"."""

from __future__ import annotations

from newsfacts.chunks import counts
from newsfacts.claims.context import Context, draft
from newsfacts.claims.items import PEOPLE, item_of
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.tokens import Doc

_SIZE = (["size", "="], ["size", ":"])
_NEAR = 5  # tokens from "size" to the number
_GATHERINGS = frozenset("protest protests demonstration rally march strike vigil sit gathering blockade roadblock procession".split())
_HEDGES = frozenset("more than about around some nearly almost over at least up to as many well maybe probably between roughly".split())
_PRESENT = frozenset("here there outside inside gathered present marching dancing".split())
_VENUES = frozenset("street square hall park party field stadium yard event vigil march rally church club venue beach plaza".split())
_AT = 4  # tokens from the noun to its venue
_CROWD = 20  # people
TELLERS = frozenset("police organisers organizers union unions ministry prefecture authorities activists".split())
_TELLING = frozenset("claim claims claimed said says say counted count estimated reported report spoke speaking".split())
_HEDGING = _HEDGES | frozenset("at of just only fewer less close that put".split())
_COMERS = frozenset(("person", "marcher", "protester", "protestor", "demonstrator", "striker", "participant", "attendee"))
_MARCHERS = _COMERS - {"person"}
_PARTS = frozenset((",", ";", "and", "while", "but", ".", ":", "whereas", "against", "versus", "or"))
_ENDS = frozenset((".", ",", ";", "and", "while", "but", "(", ")", "though", "although", "or", "in", "across", "nationwide"))
_ASIDES = (["including"], ["among"], ["most"], ["mostly"], ["many"], ["some"])  # police said 900, including nine boys, were hurt
_ARTICLES = frozenset(("the", "its", "city", "local", "interior", "national"))
_MANY = 100  # people whom police and organisers count
_SUBJECT = 16  # tokens from who tells a figure to its verb, with an aside
_SINCE = 2  # sentences from a crowd to what others say of it
_FIGURES = 6  # numbers before one that are looked at


def turnouts(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Adds the claims of such crowds."""
    doc, rules = context.doc, context.rules
    for number in context.numbers:
        if number.nfirst in found or not counts(number):
            continue
        first = doc.sents[doc.sentence_of(number.nfirst)][0]
        before = doc.low[max(first, number.nfirst - _NEAR):number.nfirst]
        trigger = -1
        if number.head < 0 and any(before[k:k + 2] in _SIZE for k in range(len(before) - 1)):
            trigger = next((t for t in range(number.nfirst - 1, first - 1, -1) if doc.low[t] in _GATHERINGS or any(
                f.event == "participated" and f.frame == "items act" for f in rules.verbs.get(rules.lemmas.get(doc.low[t], ""), ()))), -1)
        elif number.head >= 0 and (number.low or 0) >= _CROWD and _there(doc.low, number.last) and (
                item_of(doc, number, rules) in PEOPLE):
            trigger = _we_had(doc.low, first, number.nfirst)
        if trigger >= 0:
            found[number.nfirst] = draft(context, number, "participated", "person", "crowd-size", (trigger, trigger + 1))


def _there(low: list[str], at: int) -> bool:
    """Whether words behind people tell that they had come: "on that street", "here", "at the party"; not "in hospital"."""
    return low[at] in _PRESENT or low[at] in ("in", "on", "at") and not _VENUES.isdisjoint(low[at + 1:at + _AT])


def _we_had(low: list[str], first: int, number: int) -> int:
    """The token of "had" in "we had more than", before a number; -1 without it."""
    at = number - 1
    while at > first and low[at] in _HEDGES:
        at -= 1
    return at if at > first and low[at] == "had" and low[at - 1] == "we" else -1


def teller_of(doc: Doc, number: Number) -> int:
    """The token of those who tell the figure of a crowd, -1 without them: "organisers claimed 40,000", ", police at 12,000",
    "12,000 (police)", "40,000 according to the unions", "against 40,000 claimed by the unions"."""
    low, (first, last) = doc.low, doc.sents[doc.sentence_of(number.nfirst)]
    at = number.last
    if low[at:at + 1] == ["("] and low[at + 2:at + 3] == [")"]:
        return at + 1 if low[at + 1] in TELLERS else -1
    at += low[at] == ","
    if low[at:at + 2] in (["according", "to"], ["claimed", "by"], ["counted", "by"]):
        at += 2 + (low[at + 2] in _ARTICLES)
        return at if at < last and low[at] in TELLERS else -1
    at = number.first - 1
    while at > first and low[at] in _HEDGING:
        at -= 1
    if at >= first and low[at] in TELLERS:
        begin = at - 1
        while begin > first and low[begin] in _ARTICLES:
            begin -= 1
        return at if at > first and low[begin] in _PARTS else -1
    if at <= first or low[at] not in _TELLING or low[number.last] not in _ENDS or low[number.last + 1:number.last + 2] in _ASIDES:
        return -1
    near = range(at - 1, max(first, at - _SUBJECT) - 1, -1)
    if low[at - 1] in TELLERS or low[at - 1] == "which" and low[at - 2] == ",":
        return next((t for t in near if low[t] in TELLERS), -1)
    if low[at - 1] != ",":
        return -1
    who = next((t for t in near if low[t] in ("who", "which") and low[t - 1] == ","), 0)  # the unions, who had hoped for 90,000, claimed
    return who - 2 if who > 1 and low[who - 2] in TELLERS else -1


def told_turnouts(context: Context, found: dict[int, ClaimDraft]) -> None:
    """Adds what police and organisers say of a crowd that was told before, or of marchers."""
    doc, numbers = context.doc, context.numbers
    for k, number in enumerate(numbers):
        known = found.get(number.nfirst)
        if not counts(number) or (number.low or 0) < _MANY or number.head >= 0 and number.noun not in _COMERS or (
                known is not None and (known.event != "participated" or known.rule != "gapping")):
            continue
        teller = teller_of(doc, number)
        if teller < 0:
            continue
        sentence = doc.sentence_of(number.nfirst)
        near = (found.get(n.nfirst) for n in [*reversed(numbers[max(0, k - _FIGURES):k]), *numbers[k + 1:k + 2]])
        crowd = next((c for c in near if c and c.event == "participated" and c.item in PEOPLE and c.part_of is None and (
            0 <= sentence - c.sentence <= _SINCE)), None)
        if known is not None:
            known.rule = "turnout-by"
        elif crowd is not None or number.noun in _MARCHERS:
            trigger = crowd.trigger if crowd is not None else (teller, teller + 1)
            found[number.nfirst] = draft(context, number, "participated", crowd.item if crowd else "person", "turnout-by", trigger)
