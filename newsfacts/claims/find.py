"""Which numbers have an event: constructions matched over the chunks, then parts and left-out verbs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise

from newsfacts.actors import side_of
from newsfacts.chunks import adjuncts, chunk, counts, quote_inserts
from newsfacts.claims import implied, links, people, retold
from newsfacts.claims.alongside import brought_along
from newsfacts.claims.bullets import bullets, leads
from newsfacts.claims.change import changes
from newsfacts.claims.context import Context, Trace, on_each_side
from newsfacts.claims.crews import by_letters, customers, of_a_crew, of_a_union, tents, volunteers, walked_out
from newsfacts.claims.figures import crowds, figures, numbering
from newsfacts.claims.folds import fold_wholes
from newsfacts.claims.follow import followers, money_parts, money_totals
from newsfacts.claims.freed import freed, number_freed, stayed
from newsfacts.claims.goeson import goes_on
from newsfacts.claims.includes import befallen_include, included
from newsfacts.claims.items import amounts, civil_guards, divisions, fire_engines, operations, police_officers, such_ones
from newsfacts.claims.leftout import counted_events, gaps, members, nearby, premodifiers, sides
from newsfacts.claims.match import claims_of, matches
from newsfacts.claims.meanwhile import meanwhile, set_aside
from newsfacts.claims.modality import modality_of
from newsfacts.claims.outcomes import accounted, outcomes, traced
from newsfacts.claims.parts import all_but, both_but, breakdowns, kinds, parts, wholes
from newsfacts.claims.raids import named_alone, there_were
from newsfacts.claims.roles import fill_roles
from newsfacts.claims.scope import aid_stopped, kept_away, of_the_same_lot, real, spared, speakers_left_out, unreached
from newsfacts.claims.senses import literal
from newsfacts.claims.sorts import predicates, sorts, sorts_beside, sorts_of_so_many, sorts_of_weapons, summed_up, sums, young
from newsfacts.drafts import Actors, ClaimDraft, Number, QuoteDraft, Timex
from newsfacts.late import late
from newsfacts.records import record
from newsfacts.rules import Rules, builtin
from newsfacts.tokens import Doc

__all__ = ["Context", "Trace", "find"]

_ARMS = frozenset("tank armoured_vehicle vehicle ship aircraft helicopter air_defence_system".split())
_DRIVEN_OUT = frozenset("displaced displace displaces displacing displacement displacements uprooted refugees homeless".split())
_UNDER_FIRE = frozenset("siren sirens metro subway alert basement basements bunker bunkers drones missiles".split())  # for an hour
_MENDING = frozenset("rebuild repair restore renovate reconstruct rebuilding repairing restoring reconstructing".split())
_HURT_TOO = frozenset(("wounded", "injured"))  # killed and 380 wounded
_OTHERS = frozenset(("and", "after", "killing"))  # shot nine and killed two
_OF_BANDS = ("fighter", "militant", "rebel", "insurgent", "gunman")  # whose losses are told as dead
_CAPTIVITY = frozenset("hands captivity captors kidnappers abductors".split())
_HELD = frozenset("held captive hostage detained".split())
_APART = frozenset(",;")
_STILL = frozenset("still remain remains remained currently".split())
_BEHIND = 3  # tokens from a verb to its object
_AWAY = 7  # tokens from a number to "in the hands of"
_ARMIES = frozenset("army armies enemy enemy's forces military troops combat personnel manpower battlefield rebel".split())
_MISHAPS = frozenset("flood floods quake earthquake storm cyclone fire fires epidemic cholera covid crash hunger famine".split())
_KILLED_AND_WOUNDED = late(r"(?:in |, )?(?:killed|dead|wounded|injured)(?:, (?:wounded|injured|killed|dead|missing))? (?:and|or) "
                           r"(?:wounded|injured|killed|missing|captured)\b")
_ROW = late(r":[zNAE]{1,8}[-:,(]Q")  # by city: Karo, 45; Velm, 31
_LIST_OF = 9  # tokens from losses to what they are made of
_ARMY = 50  # soldiers: so many are lost as killed and wounded
_FINAL = frozenset("irrecoverable irretrievable irreparable fatal lives deaths dead".split())  # lost the lives of 60 soldiers
_SIDES = frozenset(("side", "sides", "army", "armies", "country", "countries"))
_SETS = ("set", "sets", "setting")
_NEAR = 3  # sentences
_FLYING = frozenset(("drone", "missile", "rocket"))
_HEAVY = frozenset(("air_defence_system", "tank", "armoured_vehicle"))
_GOING = frozenset(("to", "will", "would"))
_ASKED = frozenset("ask asked asks asking urge urged urges urging called calls begged begs begging implored pleaded pressed".split())
_COME = frozenset(("arrive", "come", "way", "ways"))
_MANY = 5  # people: so many are hardly told twice by chance


@record
class _Step:
    """A step that adds claims to those found so far, and what it needs to find any."""

    run: Callable[..., None]
    claims: bool = False  # claims found so far
    words: frozenset[str] | None = None  # one of these in the text
    signs: tuple[str, ...] = ()  # one of these in the chunk string
    wholes: bool = False  # numbers that were folded into their parts, which it is given


# Steps of modules that few reports need: these are loaded when one does.


def _who_they_are(context: Context, found: dict[int, ClaimDraft]) -> None:
    from newsfacts.claims.whoare import who_they_are, who_work_where

    who_they_are(context, found)
    who_work_where(context, found)


def _only_listed(context: Context, found: dict[int, ClaimDraft]) -> None:
    from newsfacts.claims.whoare import only_listed

    only_listed(context, found)


def _rows(context: Context, found: dict[int, ClaimDraft], lead_of: dict[int, int]) -> None:
    from newsfacts.claims.rows import rows

    rows(context, found, lead_of)


def _lost_with(context: Context, found: dict[int, ClaimDraft]) -> None:
    from newsfacts.claims.aboard import lost_with

    lost_with(context, found)


def _turnouts(context: Context, found: dict[int, ClaimDraft]) -> None:
    from newsfacts.claims.turnouts import turnouts

    turnouts(context, found)


def _told_turnouts(context: Context, found: dict[int, ClaimDraft]) -> None:
    from newsfacts.claims.turnouts import TELLERS, told_turnouts

    if not TELLERS.isdisjoint(context.doc.keys):
        told_turnouts(context, found)


def _caches(context: Context, found: dict[int, ClaimDraft]) -> None:
    from newsfacts.claims.caches import caches

    caches(context, found)


def _all_aboard(context: Context, found: dict[int, ClaimDraft]) -> None:
    from newsfacts.claims.aboard import all_aboard

    all_aboard(context, found)


def _increments(context: Context, found: dict[int, ClaimDraft]) -> None:
    from newsfacts.claims.daily import increments

    increments(context, found)


def _evacuation_points(context: Context, found: dict[int, ClaimDraft]) -> None:
    from newsfacts.claims.transit import at_evacuation_points

    at_evacuation_points(context, found)


def _apposed(context: Context, found: dict[int, ClaimDraft]) -> None:
    from newsfacts.claims.apposed import apposed

    apposed(context, found)


def _swapped(context: Context, found: dict[int, ClaimDraft]) -> None:
    from newsfacts.claims.swapped import swapped

    swapped(context, found)


def _died_of(context: Context, found: dict[int, ClaimDraft]) -> None:
    from newsfacts.claims.causes import died_of

    died_of(context, found)


def _second_parts(context: Context, found: dict[int, ClaimDraft]) -> None:
    from newsfacts.claims.twoparts import second_parts

    second_parts(context, found)


def _for_whom(context: Context, found: dict[int, ClaimDraft]) -> None:
    from newsfacts.claims.shares import for_whom

    for_whom(context, found)


def _not_yet_back(context: Context, found: dict[int, ClaimDraft]) -> None:
    from newsfacts.claims.powerback import not_yet_back

    not_yet_back(context, found)


def _affected(context: Context, claims: list[ClaimDraft]) -> None:
    if "affected" in context.doc.keys:
        from newsfacts.claims.powerback import affected_by_outages

        affected_by_outages(context, claims)


def _next_givers(context: Context, found: dict[int, ClaimDraft]) -> None:
    from newsfacts.claims.shares import next_givers

    next_givers(context, found)


def _others_add(context: Context, found: dict[int, ClaimDraft]) -> None:
    from newsfacts.claims.shares import others_add

    others_add(context, found)


_STEPS = (
    _Step(counted_events),
    _Step(_evacuation_points, words=frozenset(("evacuation", "evacuees")), signs=("V", "v", "W", "w")),
    _Step(goes_on),
    _Step(members, claims=True),
    _Step(all_but, words=frozenset(("but",))),
    _Step(_not_yet_back, words=frozenset("restored reconnected back again returned resumed".split())),
    _Step(both_but, claims=True, words=frozenset(("but",))),
    _Step(breakdowns, claims=True),
    _Step(kinds, claims=True, signs=("(", "-")),
    _Step(gaps, claims=True),
    _Step(crowds),
    _Step(figures),
    _Step(befallen_include, words=frozenset(("include", "included", "comprise", "comprised"))),
    _Step(included, claims=True),
    _Step(sides),
    _Step(wholes, wholes=True),
    _Step(stayed, claims=True, words=frozenset(("still", "remain", "remains", "remained"))),
    _Step(_swapped, claims=True, words=frozenset(("swap", "swapped", "exchange", "exchanged"))),
    _Step(_died_of, claims=True, signs=("Qo",)),
)
_OF = frozenset(("of",))
_OF_HARM = frozenset("dead deceased killed injured wounded hurt injuries wounds burns victims victim bereaved survivors families".split())
_OF_PARTS = (
    _Step(sorts, claims=True, words=_OF),
    _Step(sorts_of_so_many, claims=True, words=_OF, wholes=True),
    _Step(sorts_beside, claims=True, words=_OF),
    _Step(sorts_of_weapons, claims=True, words=frozenset(("are", "were")), signs=("B",)),
    _Step(sums, claims=True, words=_OF),
    _Step(_who_they_are, words=frozenset(("are", "were", "worked", "belonged"))),
    _Step(_only_listed, claims=True, signs=(".Q", ".zQ", ".zzQ")),
)
_LOST = frozenset("missing vanished vanish disappeared disappear search searching searched looking looked".split())
_MARCHES = frozenset("marched march marches marching marchers rally rallied rallies protest protests protested protesters demonstration "
                     "demonstrations demonstrators demonstrated turnout crowd streets".split())
_LATER = (
    _Step(_second_parts, claims=True, words=frozenset(("them", "whom"))),
    _Step(traced, claims=True, wholes=True),
    _Step(accounted, claims=True, words=frozenset("accounted located traced contacted identified".split())),
    _Step(meanwhile),
    _Step(set_aside),
    _Step(brought_along, claims=True, words=frozenset(("with",))),
    _Step(summed_up, claims=True, words=frozenset(("(",))),
    _Step(_apposed, signs=("N,Q", "N-Q", "N(Q", "Nz,Q")),
    _Step(nearby),
    _Step(followers),
    _Step(money_parts, claims=True, words=frozenset(("including", "which"))),
    _Step(money_totals, claims=True, words=frozenset(("total",))),
    _Step(_for_whom, claims=True, words=_OF_HARM, signs=("Mf", "Mt")),
    _Step(_others_add, claims=True, signs=("gM", "GM", "gQ", "GQ")),
    _Step(_next_givers, claims=True, words=frozenset(("followed",)), signs=("pb",)),
    _Step(members, claims=True),
    _Step(there_were, claims=True, words=frozenset(("there",))),
    _Step(named_alone),
    _Step(_turnouts, words=frozenset(("size", "we"))),
    _Step(_told_turnouts, words=_MARCHES),
    _Step(_caches, words=frozenset(("cache", "caches", "stockpile", "stash"))),
    _Step(_all_aboard, words=frozenset(("aboard", "board", "carrying"))),
    _Step(_lost_with, claims=True, words=_LOST),
    _Step(freed, claims=True),
    _Step(predicates, claims=True),
    _Step(young, claims=True, words=frozenset(("aged",))),
    _Step(_increments, claims=True, words=frozenset(("+", "plus"))),
    _Step(changes, claims=True),
)


def _run(steps: tuple[_Step, ...], context: Context, found: dict[int, ClaimDraft], folded: list[tuple[int, int, int]]) -> None:
    """Runs the steps that have what they need."""
    keys, string = context.doc.keys, context.chunks.string
    for step in steps:
        if step.claims and not found or step.words is not None and step.words.isdisjoint(keys) or (
                step.signs and not any(sign in string for sign in step.signs)):
            continue
        if not step.wholes:
            step.run(context, found)
        elif folded:
            step.run(context, found, folded)


def find(doc: Doc, timexes: list[Timex], numbers: list[Number], actors: Actors, quotes: list[QuoteDraft],
         rules: Rules | None = None, trace: Trace | None = None) -> list[ClaimDraft]:
    """The claims of a text, in text order, with the slots that their own clause fills; `trace` is told how they were found."""
    rules = rules or builtin()
    told = people.told(doc, numbers)
    wanted = {doc.sentence_of(n.nfirst) for n in numbers if counts(n) or n.kind in ("money", "measure")}
    lead_of = leads(doc, wanted)
    wanted.update(lead_of.values())
    hidden = people.find(doc, rules, numbers, timexes, actors, told)
    wanted.update([doc.sentence_of(p.number.nfirst) for p in hidden])
    if not wanted:
        return []
    chunks = chunk(doc, rules, sorted(wanted), timexes, [*numbers, *(p.number for p in hidden)], actors, quote_inserts(doc, quotes))
    string, hidden_at = implied.views(chunks.raw, chunks.firsts, hidden)
    at = _numbers_at(string, chunks.firsts, numbers)
    chunks.string = links.busy(doc, chunks, links.finite(adjuncts(links.plain(doc, chunks, string, at))))
    context = Context(doc, rules, chunks, numbers, at, actors, timexes)
    found = _counted(context, lead_of)
    if told:
        _implied(context, hidden_at, told, found)
    if trace is not None:
        trace.context = context
    if not found:
        return []
    if told or "fatally" in doc.keys:
        outcomes(context, found)  # nine people were fatally struck by a car
    claims = sorted(found.values(), key=lambda c: c.start)
    _settle(context, claims)
    if trace is not None:
        trace.tried = claims
    supposed = {id(p.number) for p in hidden}  # "if a soldier is killed" tells of nobody
    if "else" in doc.keys:
        claims = _none_else(doc, claims)
    claims = [c for c in claims if _stands(c) and not (c.modality == "hypothetical" and id(c.number) in supposed)]
    claims = speakers_left_out(real(context, spared(context, literal(context, claims)), doc.keys), quotes)
    tents(context, claims)
    if claims and hidden_at:
        claims = retold.settle(context, hidden, claims)
    _part(claims)
    return claims


def _counted(context: Context, lead_of: dict[int, int]) -> dict[int, ClaimDraft]:
    """The claims of the numbers, by their first token."""
    keys = context.doc.keys
    police_officers(context)
    civil_guards(context)
    fire_engines(context)
    such_ones(context)
    by_letters(context)
    of_a_union(context)
    amounts(context)
    operations(context)
    divisions(context)
    folded = fold_wholes(context)
    found: dict[int, ClaimDraft] = {}
    if "number" in keys:
        numbering(context, found)
    for construction, match in matches(context, found):
        for claim in claims_of(context, construction, match, found):
            found[claim.number.nfirst if claim.number else claim.first] = claim
    _run(_STEPS, context, found, folded)
    if lead_of or ":" in context.chunks.string:
        bullets(context, found, lead_of)
        if lead_of or _ROW.search(context.chunks.string):
            _rows(context, found, lead_of)
    parts(context, found)
    _run(_OF_PARTS, context, found, folded)
    if found:
        gaps(context, found, of_parts=True)
    known = len(found)
    premodifiers(context, found)
    if len(found) > known:
        if "of" in keys:
            parts(context, found)  # 41,200 displaced Norlanders, of whom 15,000 are children
        included(context, found)  # the 33 freed hostages include nine women
    _run(_LATER, context, found, folded)
    return found


def _implied(context: Context, hidden_at: dict[int, people.Person], told: list[int], found: dict[int, ClaimDraft]) -> None:
    """Adds the claims of people without a number."""
    chunks = context.chunks
    for key in [k for k, c in found.items() if c.trigger and chunks.string[chunks.at(c.trigger[0])] == "I"
                and modality_of(context, c) == "none"]:
        del found[key]  # refused to surrender and were killed
    known = len(found)
    implied.find(context, chunks.raw, hidden_at, told, found)
    if len(found) > known:
        kinds(context, found)
        parts(context, found)


def _settle(context: Context, claims: list[ClaimDraft]) -> None:
    """Settles event, modality and the roles of each claim's own clause; what only the other claims of the text tell comes last."""
    for rule in _BEFORE_ROLES:
        rule(context, claims)
    for claim in claims:
        claim.modality = modality_of(context, claim)
        _ordered_out(context, claim)
        unreached(context, claim)
        aid_stopped(context, claim)
        kept_away(context, claim)
        fill_roles(context, claim)
    for rule in _AFTER_ROLES:
        rule(context, claims)
    if not _SIDES.isdisjoint(context.doc.keys):
        for claim in claims:
            claim.each = claim.each or on_each_side(context, claim)


def _part(claims: list[ClaimDraft]) -> None:
    """Parts what is no part of a whole: its whole did not happen, eight died and not 12."""
    kept = set(map(id, claims))
    for claim in claims:
        whole = claim.part_of
        if whole is not None and (id(whole) not in kept or claim.modality == "denied" != whole.modality):
            claim.part_of = None
        elif whole is not None and whole.rule == "whole" and whole.modality == "denied" and (
                claim.value == 0 or whole.event == "launched" and claim.event == "suppressed"):
            whole.modality = "asserted"  # none of the six missiles got through, four of the six never came: six were fired


def _numbers_at(string: str, firsts: list[int], numbers: list[Number]) -> dict[int, Number]:
    """The chunks that numbers begin, in text order."""
    by_token = {n.first: n for n in numbers}
    at: dict[int, Number] = {}
    for first in sorted(by_token):
        i = bisect_left(firsts, first)
        while i < len(firsts) and firsts[i] == first:
            if string[i] in "QMz":
                at[i] = by_token[first]
            i += 1
    return at


def _none_else(doc: Doc, claims: list[ClaimDraft]) -> list[ClaimDraft]:
    """The claims without a zero besides others told before: "two guards were hurt; no one else was hurt"."""
    told: set[str] = set()
    out = []
    for claim in claims:
        if claim.value != 0:
            told.add(claim.event)
        elif "else" in doc.low[claim.first:claim.last] and claim.event in told:
            continue
        out.append(claim)
    return out


def _stands(claim: ClaimDraft) -> bool:
    """Whether a claim says anything: no bodies that were not found, no wounded of whom only a plan is told ("to take in 50 wounded"), no
    soldiers of whom there are none ("while there are no soldiers on that road")."""
    if claim.event == "deployed" and claim.value == 0:
        return False
    if claim.modality == "none" or claim.item == "body" and claim.event == "killed" and claim.modality == "denied":
        return False
    return claim.rule != "premodifier" or claim.modality == "asserted"


def _uprooted(context: Context, claims: list[ClaimDraft]) -> None:
    """Who shelters somewhere is displaced where the text tells of people driven out: "found 1,100 people sheltering in a church"."""
    told = not _DRIVEN_OUT.isdisjoint(context.doc.keys) or any(c.event == "displaced" for c in claims)  # driven from their homes
    if not told or not _UNDER_FIRE.isdisjoint(context.doc.keys):
        return
    for claim in claims:
        if claim.event == "participated" and claim.trigger and claim.item in ("person", "household", "child", "civilian") and (
                context.rules.lemmas.get(context.doc.low[claim.trigger[0]]) == "shelter"):
            claim.event = "displaced"


def _mended(context: Context, claims: list[ClaimDraft]) -> None:
    """What is to be mended has been damaged: "they will rebuild two damaged houses"."""
    for claim in claims:
        if claim.rule == "premodifier" and claim.event in ("damaged", "destroyed") and claim.number and (
                not _MENDING.isdisjoint(context.doc.low[max(0, claim.number.first - 2):claim.number.first])):
            claim.modality = "asserted"


def _ordered_out(context: Context, claim: ClaimDraft) -> None:
    """People who are to leave are moved to safety: "900 residents must leave their homes while a bomb is defused"."""
    if claim.event == "displaced" and claim.modality in ("planned", "demanded") and claim.trigger and (
            context.rules.lemmas.get(context.doc.low[claim.trigger[0]]) == "leave"):
        claim.event = "evacuated"


def _losses(context: Context, claims: list[ClaimDraft]) -> None:
    """The losses of an army are its killed and wounded: "lost 1,390 troops", "losses came to 980 personnel", and beside them "its losses
    exceed 2,000"; but: lost nine men."""
    low, lost, bare, both = context.doc.low, [], [], False
    for claim in claims:
        at = claim.trigger[0] if claim.event in ("killed", "wounded") and claim.trigger is not None else -1
        if at >= 0 and claim.rule == "toll" and _KILLED_AND_WOUNDED.match(" ".join(low[at:at + 3])):
            claim.event = "casualties"  # the number of men killed or wounded has risen to 430
        if claim.event != "killed" or at < 0 or low[at] not in ("loss", "losses") and context.rules.lemmas.get(low[at]) != "lose":
            continue
        band = claim.number is not None and claim.number.noun in _OF_BANDS
        army = low[at] == "losses" and claim.item == "person" and _of_an_army(context, at)
        behind = " ".join(low[claim.last:claim.last + _LIST_OF])
        fallen = low[claim.last:claim.last + 1] == ["killed"] and not _HURT_TOO.isdisjoint(low[claim.last + 3:claim.last + 5]) and (
            not _KILLED_AND_WOUNDED.match(behind))
        if army and not claim.item_text:
            claim.item = "soldier"
            bare.append(claim)
        elif claim.item == "soldier" and not band and not fallen and not (claim.number and claim.number.noun == "man") and (
                _FINAL.isdisjoint(low[max(0, at - 1):at + 3])):
            lost.append(claim)  # but: lost 46 soldiers killed and 380 wounded
        if _KILLED_AND_WOUNDED.match(behind) or low[at] == "losses" and _KILLED_AND_WOUNDED.search(" ".join(low[at:at + _LIST_OF])):
            claim.event, both = "casualties", True
    many = any((claim.value or claim.low or 0) >= _ARMY for claim in lost)
    for claim in [*lost, *bare] if many else bare if both else ():
        claim.event = "casualties"


def _of_an_army(context: Context, at: int) -> bool:
    """Whether the losses at a token are those of a side at war: "Norland's combat losses", "losses of the enemy", "losses in personnel"."""
    low, forms = context.doc.low, context.doc.forms
    first = max(context.doc.sents[context.doc.sentence_of(at)][0], at - _BEHIND - 1)
    behind = low[at + 1:at + 1 + _BEHIND]
    if behind[:1] == ["from"] and not behind[-1][:1].isdigit() or not _MISHAPS.isdisjoint(low[at + 1:at + _AWAY]):
        return False  # losses from the flood
    return not _ARMIES.isdisjoint(low[first:at]) or behind[:1] in (["of"], ["in"], ["among"]) and not _ARMIES.isdisjoint(behind) or any(
        side_of(forms[t].strip()) for t in range(first, at))


def _still_held(context: Context, claims: list[ClaimDraft]) -> None:
    """Those beside the freed who are not: "troops rescue 52 pupils, 14 still in bandits' hands", "free nine, two still held"; but
    "free 14 still in captivity", "freed nine boys and two girls still held by bandits"."""
    low = context.doc.low
    for claim in claims if "still" in context.doc.keys else ():
        apart = low[claim.first - 1] in _APART
        if claim.event not in ("rescued", "returned") or low[claim.last:claim.last + 1] != ["still"] or (
                not apart and claim.trigger and 0 <= claim.first - claim.trigger[1] < _BEHIND):
            continue
        behind = low[claim.last + 1:claim.last + _AWAY]
        if not _CAPTIVITY.isdisjoint(behind) or apart and not _HELD.isdisjoint(behind[:2]):
            claim.event = "held"


def _kept_in(context: Context, claims: list[ClaimDraft]) -> None:
    """Those who are still detained are held: "around 600 people are still detained", "nine remain detained"."""
    low = context.doc.low
    for claim in claims if "detained" in context.doc.keys else ():
        if claim.event == "detained" and claim.trigger and claim.last <= claim.trigger[0]:
            words = low[max(0, claim.trigger[1] - 3):claim.trigger[1]]
            if words[-1] == "detained" and not _STILL.isdisjoint(words):
                claim.event = "held"


def _buried(context: Context, claims: list[ClaimDraft]) -> None:
    """Those who are buried are dead, where nothing is named: "raiders burned two villages; we have buried 13"; the hurt and the dead that
    are brought together are told by one number: "of 60 casualties brought to its clinic"."""
    for claim in claims:
        if claim.event == "destroyed" and claim.trigger and claim.number is not None and claim.number.head < 0 and (
                context.rules.lemmas.get(context.doc.low[claim.trigger[0]]) == "bury" and claim.item == "settlement"):
            claim.event, claim.item = "killed", "person"
        elif claim.event == "wounded" and claim.number is not None and claim.number.noun == "casualty" and (
                "of" not in context.doc.low[claim.number.nlast:claim.number.head]):
            claim.event = "casualties"


def _couples(context: Context, claims: list[ClaimDraft]) -> None:
    """A couple are two people: "killed a couple and their son" (but "a couple of guards")."""
    low = context.doc.low
    for claim in claims if "couple" in context.doc.keys else ():
        number = claim.number
        if number is not None and claim.item == "person" and low[number.nlast - 1] == "couple" and low[number.nlast] not in ("of", "more"):
            claim.value = claim.low = claim.high = 2
            claim.modifier = "exact"
            if claim.part_of is not None and claim.part_of.value == 2:
                claim.modality = "none"  # killed two people, a married couple


def _set_on_fire(context: Context, claims: list[ClaimDraft]) -> None:
    """What people set on fire burns down; what a strike or its debris did is told as damaged."""
    for claim in claims:
        if claim.event != "destroyed" or claim.trigger is None or context.doc.low[claim.trigger[0]] not in _SETS:
            continue
        active = context.chunks.string[context.chunks.at(claim.trigger[0])] in "VIG"
        if claim.instrument or active and claim.agent is None:
            claim.event = "damaged"


def _told_dead(context: Context, claims: list[ClaimDraft]) -> None:
    """Those shot of whom the report tells the death are dead: "the massacre of 33 villagers ... accused of shooting 33 villagers"."""
    low = context.doc.low
    for claim in claims:
        if claim.event == "wounded" and claim.item == "body":
            claim.event = "killed"  # five bodies, three of them with bullet wounds
    many = [c for c in claims if c.event == "wounded" and (
        (c.value or 0) >= _MANY or (c.value or 0) > 1 and low[c.first - 1] in ("the", "all"))]
    shot = [c for c in many if c.trigger and c.rule != "part" and (
        context.rules.lemmas.get(context.doc.low[c.trigger[0]]) in ("shoot", "stab"))]
    for claim in shot:
        noun = claim.number.noun if claim.number else None
        if not noun and claim.trigger and "had" in low[claim.last:claim.trigger[1]]:
            near = (c for c in claims if c.event == "killed" and 0 < claim.sentence - c.sentence <= _NEAR and c.value == claim.value)
            claim.event = "killed" if next(near, None) is not None else claim.event  # three nurses were found dead. All three had been shot
        if noun and any(c.event == "killed" and c.value == claim.value and c.number and c.number.noun == noun for c in claims):
            claim.event = "killed"


def _got_too(context: Context, claims: list[ClaimDraft]) -> None:
    """Weapons that others "got" in the sentence that tells of those shot down: "jets took out nine of the drones, a ship got three"."""
    before: ClaimDraft | None = None
    for claim in claims:
        if claim.event == "provided" and claim.trigger and claim.number and claim.number.head < 0 and before and (
                before.event == "intercepted" and before.sentence == claim.sentence and before.item == claim.item) and (
                context.rules.lemmas.get(context.doc.low[claim.trigger[0]]) == "get"):
            claim.event = "intercepted"
        before = claim


def _some_dead(context: Context, claims: list[ClaimDraft]) -> None:
    """Those shot of whom some are told to be dead are not told apart: "shot four; three died on the spot", "shot two, one fatally"."""
    for claim, other in pairwise(claims):
        if claim.event != "wounded" or other.event != "killed" or other.sentence != claim.sentence or claim.trigger is None or (
                context.rules.lemmas.get(context.doc.low[claim.trigger[0]]) not in ("shoot", "stab")):
            continue
        bare = other.number is not None and other.number.head < 0 and other.first > claim.last
        if bare and 0 < (other.value or 0) < (claim.value or 0) and _OTHERS.isdisjoint(context.doc.low[claim.last:other.first]):
            claim.event = "casualties"


def _aid(context: Context, claims: list[ClaimDraft]) -> None:
    """Arms sent, asked for or come beside arms given are given: "has pledged 14 tanks ... has sent 200 armoured vehicles", "would send 900
    drones", "promised us 12 tanks, and two have arrived"; "urged its allies to send six batteries"."""
    low, lemmas = context.doc.low, context.rules.lemmas
    given = [c for c in claims if c.event == "provided" and c.item in _ARMS]
    _in_a_package(context, claims)
    for claim in claims:
        if claim.event not in ("deployed", "launched") or claim.trigger is None or claim.item not in _ARMS | _FLYING:
            continue
        verb, begins = claim.trigger[0], context.doc.sents[claim.sentence][0]
        lemma, going = lemmas.get(low[verb], low[verb]), low[verb - 1] in _GOING
        if lemma in ("send", "ship"):
            near = any(abs(claim.sentence - c.sentence) <= _NEAR for c in given) and (going or claim.item in _ARMS)
            asked = low[verb - 1] == "to" and claim.item in _HEAVY and not _ASKED.isdisjoint(low[begins:verb])
            claim.event = "provided" if near or asked else claim.event
        elif lemma in _COME and claim.number is not None and claim.number.head < 0:
            whole = next((c for c in reversed(given) if c.first < claim.first and c.sentence >= claim.sentence - 1), None)
            if whole is not None and whole.item == claim.item and (claim.value or 0) <= (whole.value or 0):
                claim.event = "provided"


def _in_a_package(context: Context, claims: list[ClaimDraft]) -> None:
    """Arms sent in an aid package are given, the money by who sends them: "will send 28 vehicles in an aid package worth 3 billion"."""
    low = context.doc.low
    for money in claims:
        if money.event != "provided" or money.item != "money" or money.trigger is None or low[money.trigger[0]] != "package":
            continue
        sent = [c for c in claims if c.sentence == money.sentence and c.event in ("deployed", "launched", "provided") and c.trigger and (
            c.item in _ARMS | _FLYING | {"weapon", "shell", "bomb"}) and c.last <= money.first]
        for claim in sent:
            if context.rules.lemmas.get(low[claim.trigger[0] if claim.trigger else 0]) in ("send", "ship"):
                claim.event = "provided"
        giver = next((c for c in sent if c.agent is not None and c.event == "provided"), None)
        if giver is not None and money.agent is None:
            money.agent, money.agents, money.pending = giver.agent, list(giver.agents), None


_BEFORE_ROLES = (_affected, number_freed, of_the_same_lot, _losses, _still_held, _kept_in, _buried, walked_out)
_AFTER_ROLES = (_aid, _got_too, _couples, _told_dead, _some_dead, _set_on_fire, _mended, _uprooted, of_a_crew, customers, volunteers)
