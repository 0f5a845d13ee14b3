"""Who says so: the source of each claim, from the quote that holds it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from newsfacts.claims.roles.scene import words_of
from newsfacts.drafts import Actors, ClaimDraft, QuoteDraft
from newsfacts.lexicon import load_json
from newsfacts.sources import Attribution
from newsfacts.sources.words import cues, words
from newsfacts.tokens import Doc

_RAID = frozenset(("launched", "intercepted", "suppressed", "hit"))
_MARKS = frozenset("drone missile rocket bomb shell weapon aircraft other region settlement attack".split())  # hit, as a force counts them
_TOLLS = frozenset(("toll", "toll-of", "figure-again"))
_OF_THEM = frozenset("of-the-dead of-the-dead-too of-the-freed of-the-freed-too of-those among-the-dead".split())
_RECORDS = frozenset("documented recorded registered verified counted logged tallied".split())
_OPENS = 3  # tokens of "at least nine"
_ALONG = frozenset("dead killed deaths , and more than at least about some around over nearly almost with".split())  # 8 dead and about 9
_LISTED = frozenset("listed counted recorded reported named registered documented logged tallied".split())
_ARTICLES = frozenset(("a", "an", "the"))
_AT = frozenset(("at", "in", "from", "with", "close"))
_WHO = frozenset(("who", "whose", "which"))
_HARMED = frozenset(("killed", "wounded", "casualties", "missing"))
_QUOTED = frozenset('"“”')
_UPDATES = frozenset("update bulletin briefing summary sitrep".split())
_SOURCE = frozenset(("source", "sources"))
_GIVES = frozenset(("gives", "gave", "give", "giving"))
_UNIONS = frozenset(("union", "association", "council"))
_FINITE_OR_AT = frozenset(", in at from with near of that who which and".split())
_LEADS = 3  # sentences
_GIVEN = 9  # tokens from the verb to a toll
_TOLD = 6  # tokens from who gives a toll to it
_BETWEEN = frozenset(", which who later earlier already since had has first".split())
_WISH = 14  # tokens from who wants something to what is wanted
_HELPERS = frozenset("is are was were has have had been still also now".split())
_FATES = _RAID - {"launched"}


def attribute(doc: Doc, claims: list[ClaimDraft], quotes: list[QuoteDraft], actors: Actors) -> Attribution:
    """Sets source, via, cue, stance and quote."""
    reach = Attribution(doc, quotes, actors)
    given: ClaimDraft | None = None  # a claim whose source gave a toll
    for claim in claims:
        claim.quote = reach.inside(claim.start)
        quote = reach.source_of(claim.start)
        if quote is not None:
            who = reach.whose(quote)
            claim.source_actor, claim.cue, claim.stance = who.speaker, quote.cue, quote.stance
            claim.source = who.speaker_text if who.speaker is None else actors.list[who.speaker].name
            claim.via = quote.via_text if quote.via is None else actors.list[quote.via].name
        elif claim.rule in _TOLLS and claim.trigger is not None:
            _giver(doc, claim, actors)
        elif (claim.rule == "counted-event-noun" or claim.event in _HARMED) and not words_of("tolls_given").isdisjoint(
                doc.low[max(0, claim.first - 5):claim.first]):
            _giver(doc, claim, actors)  # gave a figure of 13 deaths; uses a toll of 13 dead
        elif claim.event in _HARMED and claim.number is not None and doc.low[claim.number.first - 1] in _GIVES:
            _giver(doc, claim, actors)  # hospital sources gave 19 dead
        if claim.source is None and given is not None and given.sentence == claim.sentence and _ALONG.issuperset(
                doc.low[given.last:claim.first]) and claim.first - given.last < _TOLD:
            claim.source_actor, claim.source, claim.cue, claim.stance = given.source_actor, given.source, given.cue, given.stance
        if claim.rule == "gapping" and claim.source_actor is not None and claim.number is not None:
            _of_the_gap(doc, claim, actors)
        elif claim.rule == "turnout-by":
            _of_a_turnout(doc, claim, actors)
        given = claim if quote is None and claim.source is not None else None
        if claim.source is None and claim.modality == "demanded":
            _wanted(doc, claim, actors)
            _asked(doc, claim, quotes, actors)
        if claim.source is None and claim.event in words_of("of_people"):
            _given_by(doc, claim, actors)
        if claim.source is None and claim.number is not None and not _LISTED.isdisjoint(doc.keys):
            _listed_by(doc, claim, actors)
        if claim.source is None and claim.part_of is not None:
            _of_whole(doc, claim, claim.part_of)
    _of_those(doc, claims)
    _of_the_same(doc, claims)
    if not _RECORDS.isdisjoint(doc.keys):
        _counts_on(doc, claims)
    _go_on(doc, claims, actors)
    _ours(doc, [claim for claim in claims if claim.source == "we" and claim.source_actor is None], actors)
    if not _UPDATES.isdisjoint(doc.keys):
        from newsfacts.relate.bulletins import bulletins  # few texts need it

        bulletins(doc, claims, _UPDATES)
    if ":" in doc.keys and not _SOURCE.isdisjoint(doc.keys):
        _noted(doc, claims, actors)
    return reach


def _of_a_turnout(doc: Doc, claim: ClaimDraft, actors: Actors) -> None:
    """The source of a figure of a crowd: "organisers claimed 40,000, police 12,000"."""
    from newsfacts.claims.turnouts import teller_of  # few texts need it

    at = teller_of(doc, claim.number) if claim.number is not None else -1
    if at >= 0:
        who = actors.at.get(at)
        begin = at - (doc.low[at - 1] in ("interior", "city", "local"))
        claim.source, claim.source_actor = doc.words(begin, at + 1) if who is None else actors.list[who].name, who
        claim.stance, claim.via = "said", None


def _of_the_gap(doc: Doc, claim: ClaimDraft, actors: Actors) -> None:
    """The source of a number whose verb of telling is left out: "Karo reported 58 arrests and Velm 52"."""
    last = claim.first if claim.number is None else claim.number.first
    at = next((t for t in range(last - 1, max(0, last - _TOLD), -1) if t in actors.at and actors.mention_at[t].last == last), -1)
    before = at - 1 - (doc.low[at - 1] == "the")
    if at < 0 or doc.low[before] not in ("and", ",", ";") or claim.source_actor is None:
        return
    who = actors.at[at]
    if who not in (claim.source_actor, *claim.agents) and actors.list[who].kind == actors.list[claim.source_actor].kind:
        claim.source, claim.source_actor = actors.list[who].name, who


def they_go_on(doc: Doc, claims: list[ClaimDraft], reach: Attribution, actors: Actors) -> None:
    """The source of what those did of whom somebody has just told: "raiders took nine men, officials said. They burned 40 homes". (Once
    agents are known: "they" are not those who told it.)"""
    for claim in claims:
        first = doc.sents[claim.sentence][0]
        if claim.source is not None or doc.low[first] != "they":
            continue
        goes_on = doc.low[first + 1] not in words["not going on"] and doc.low[first + 1] not in cues()
        quote = reach.between(claim.sentence) or (reach.beside(claim.sentence, -1) if goes_on else None)
        if quote is not None:
            claim.source_actor, claim.cue, claim.stance = quote.speaker, quote.cue, quote.stance
            claim.source = quote.speaker_text if quote.speaker is None else actors.list[quote.speaker].name


def _of_whole(doc: Doc, claim: ClaimDraft, whole: ClaimDraft) -> None:
    """The source of what is a part, from the whole in the sentence before: "the office counted 63 raids. Jets flew 38 of them", or in its
    own: "nine died, the mayor said, two of them children"."""
    first, last = doc.sents[claim.sentence]
    alike = whole.event == claim.event and claim.sentence - whole.sentence == 1 and doc.low[claim.first] != "one"
    aside = whole.event == claim.event and whole.sentence == claim.sentence and whole.last < claim.first
    if aside or alike and not doc.opens_line(first) and _QUOTED.isdisjoint(doc.low[first:last]):
        _as_told(claim, whole)


def _of_those(doc: Doc, claims: list[ClaimDraft]) -> None:
    """The source of who those were of whom the sentence before told: "The office counted 90 deaths. Of those killed, 12 were women"."""
    for before, claim in pairwise(claims):
        if claim.rule in _OF_THEM and claim.source is None and claim.event == before.event and (
                before.sentence == claim.sentence - 1 or before.sentence == claim.sentence and before.rule in _OF_THEM):
            _as_told(claim, before)


def _of_the_same(doc: Doc, claims: list[ClaimDraft]) -> None:
    """The source of what a number before it is compared with or is a part of: "97 died, according to the office, down from 148 in 2022",
    "asked for $9 million, of which $2 million has come in"."""
    for before, claim in pairwise(claims):
        if claim.source is None and claim.event == before.event and claim.sentence == before.sentence and before.last <= claim.first and (
                claim.rule == "earlier-period" or ("of", "which") in pairwise(doc.low[before.last:claim.first])):
            _as_told(claim, before)


def _counts_on(doc: Doc, claims: list[ClaimDraft]) -> None:
    """The source of a sentence that goes on with a count of the one before, which tells who keeps it: "The ministry recorded 90 floods in
    May. Forty people died and six were hurt"."""
    told: ClaimDraft | None = None
    opened = -1  # the last sentence that goes on so
    for claim in claims:
        first, last = doc.sents[claim.sentence]
        if claim.source is not None:
            told = None if _RECORDS.isdisjoint(doc.low[first:last]) or not _QUOTED.isdisjoint(doc.low[first:last]) else claim
        elif told is not None and (claim.sentence == opened or claim.sentence - told.sentence == 1 and claim.first - first < _OPENS
                                   and not doc.opens_line(first) and _QUOTED.isdisjoint(doc.low[first:last])):
            _as_told(claim, told)
            opened = claim.sentence


def _as_told(claim: ClaimDraft, told: ClaimDraft) -> None:
    """Gives a claim the source of another."""
    claim.source_actor, claim.source, claim.via, claim.cue, claim.stance = (
        told.source_actor, told.source, told.via, told.cue, told.stance)


def _noted(doc: Doc, claims: list[ClaimDraft], actors: Actors) -> None:
    """The source that an entry names at its end: "Nine people killed. Source: local radio"."""
    for at, end in doc.sents:
        if doc.low[at] not in _SOURCE or doc.low[at + 1:at + 2] != [":"] or doc.opens_line(at):
            continue
        end = next((t for t in range(at + 2, end) if doc.low[t] in (";", ".", "(")), end)
        first, who = doc.paras[max(0, bisect_right(doc.paras, (at, 1 << 60)) - 1)][0], actors.at.get(at + 2)
        for claim in claims if 0 < end - at - 2 <= _TOLD and doc.low[at + 2] not in load_json("numbers")["cardinals"] else ():
            if claim.source is None and first <= claim.first < at:
                claim.source, claim.stance = doc.words(at + 2, end), "said"
                claim.source_actor = who if who is not None and actors.mention_at[at + 2].last == end else None


def _giver(doc: Doc, claim: ClaimDraft, actors: Actors) -> None:
    """Who gives a toll: "the police gave a lower toll of nine", "the ministry, which first gave a toll of nine, said"."""
    first, last = doc.sents[claim.sentence][0], claim.first
    if claim.trigger and claim.rule in _TOLLS - {"figure-again"}:
        last = claim.trigger[0]
    verb = next((t for t in range(last, max(first - 1, last - _GIVEN), -1) if doc.low[t] in words_of("giving_tolls")), -1)
    if verb < 0:
        return
    end = verb
    while end > first and (doc.low[end - 1] in _BETWEEN or doc.low[end - 1].endswith("ly")):
        end -= 1
    if doc.low[end] == ",":  # the river police, whose boats combed the lake, gave
        end = next((t - 1 for t in range(end - 1, max(first, end - _WISH), -1) if doc.low[t] in _WHO and doc.low[t - 1] == ","), end)
    near = (t for t in range(max(first, end - _TOLD), end) if t in actors.at and actors.mention_at[t].last == end)
    who = next((actors.at[t] for t in near), None)
    if who is not None and doc.low[first] in _ARTICLES and not _AT.isdisjoint(doc.low[first:end]):  # a source at the clinic gave
        claim.source, claim.cue, claim.stance = doc.words(first + 1, end), doc.low[verb], "said"
    elif who is not None and actors.list[who].kind in ("person", "organization", "group", "country"):
        claim.source, claim.source_actor, claim.cue, claim.stance = actors.list[who].name, who, doc.low[verb], "said"
    elif who is None and 1 < end - first < _TOLD and doc.low[end - 1] in _SOURCE and _FINITE_OR_AT.isdisjoint(doc.low[first:end]):
        claim.source = doc.words(first + (doc.low[first] in _ARTICLES), end)  # a local source gave
        claim.cue, claim.stance = doc.low[verb], "said"
    elif who is None and doc.low[first] == "the" and 1 < end - first < _TOLD and (
            all(form[0].isupper() for form in doc.forms[first + 1:end])
            or doc.low[end - 1] in words["unnamed"] | words["authorities"] | words["bodies"] | _UNIONS):
        claim.source, claim.cue, claim.stance = doc.words(first + 1, end), doc.low[verb], "said"  # The Velm Rescue gave


def _wanted(doc: Doc, claim: ClaimDraft, actors: Actors) -> None:
    """Who wants what is demanded: "mediators want the rebels to free nine", "the union is pressing the army to"."""
    first, last = doc.sents[claim.sentence][0], min(claim.first, claim.trigger[0] if claim.trigger else claim.first)
    at = next((t for t in range(last - 1, max(first, last - _WISH), -1) if doc.low[t] in words_of("wanting")), -1)
    end = at
    while end > first and doc.low[end - 1] in _HELPERS:
        end -= 1
    who = next((actors.at[t] for t in range(max(first, end - _TOLD), end) if t in actors.at and actors.mention_at[t].last == end), None)
    if who is not None:
        claim.source, claim.source_actor, claim.cue, claim.stance = actors.list[who].name, who, doc.low[at], "said"


def _asked(doc: Doc, claim: ClaimDraft, quotes: list[QuoteDraft], actors: Actors) -> None:
    """Who asks for something as he speaks: "the mayor said, asking the council for nine boats"."""
    first = doc.sents[claim.sentence][0]
    at = next((t for t in range(claim.first - 1, max(first, claim.first - _WISH), -1) if doc.low[t] in words_of("asking")), -1)
    if claim.source is not None or at < 0 or doc.low[at - 1] != ",":
        return
    told = [q for q in quotes if q.cue_at and doc.starts[first] <= q.cue_at[0] and q.cue_at[1] >= doc.starts[at - 2] - 1
            and q.cue_at[1] <= doc.starts[at]]
    if told:
        claim.source_actor, claim.cue, claim.stance = told[-1].speaker, doc.low[at], "said"
        claim.source = told[-1].speaker_text if told[-1].speaker is None else actors.list[told[-1].speaker].name


def _given_by(doc: Doc, claim: ClaimDraft, actors: Actors) -> None:
    """By whom a toll is given: "an earlier toll, given by the river police on Monday, had put the dead at nine"."""
    if "given" not in doc.keys:
        return
    first = doc.sents[claim.sentence][0]
    at = next((t for t in range(first + 1, claim.first - 1) if doc.low[t:t + 2] == ["given", "by"]), -1)
    if at < 0 or words_of("tolls_given").isdisjoint(doc.low[max(first, at - 3):at]):
        return
    begin = at + 2 + (doc.low[at + 2] == "the")
    who = next((t for t in range(begin, min(begin + 4, claim.first)) if t in actors.at), None)
    if who is not None and actors.list[actors.at[who]].kind in ("person", "organization", "group"):
        claim.source, claim.source_actor = doc.words(begin, actors.mention_at[who].last), actors.at[who]
        claim.cue, claim.stance = doc.low[at], "said"


def _listed_by(doc: Doc, claim: ClaimDraft, actors: Actors) -> None:
    """Who lists what a sentence tells apart: "Of those listed by the ministry, 40 were shot down over Karo and nine over Velm"."""
    first = doc.sents[claim.sentence][0]
    if doc.low[first] != "of":
        return
    end = doc.low.index(",", first, claim.first) if "," in doc.low[first:claim.first] else -1
    at = next((t for t in range(first + 2, end - 1) if doc.low[t] in _LISTED and doc.low[t + 1] == "by"), -1)
    who = next((t for t in range(at + 2, min(at + 5, end)) if t in actors.at), None) if at > 0 else None
    if who is not None and actors.mention_at[who].last == end and actors.list[actors.at[who]].kind in ("person", "organization", "group"):
        claim.source, claim.source_actor = actors.list[actors.at[who]].name, actors.at[who]
        claim.cue, claim.stance = doc.low[at], "said"


def _ours(doc: Doc, claims: list[ClaimDraft], actors: Actors) -> None:
    """The one force of whose act the lead of its release tells, where "we" speak below it: "The Velm Mission conducted a strike. We assess
    that it killed nine"."""
    if not claims:
        return
    leads = range(doc.sents[0][0], doc.sents[min(len(doc.sents), _LEADS) - 1][1])
    ours = words_of("armed") | words["allied bodies"]
    told = {actors.at[t] for t in leads if t in actors.at and actors.list[actors.at[t]].kind == "organization"
            and doc.low[actors.mention_at[t].last] in words_of("conducts") and not ours.isdisjoint(
                actors.list[actors.at[t]].name.lower().split())}
    if len(told) == 1:
        who = told.pop()
        for claim in claims:
            if _QUOTED.isdisjoint(doc.low[slice(*doc.sents[claim.sentence])]):
                claim.source, claim.source_actor = actors.list[who].name, who


def _go_on(doc: Doc, claims: list[ClaimDraft], actors: Actors) -> None:
    """What became of weapons has its source from the force that has just told of them, in one paragraph: "the air force said 60 drones
    were fired. It shot down 51. Hits were recorded at nine places"."""
    told: ClaimDraft | None = None
    for claim in claims:
        if claim.event not in _RAID or claim.number is None or claim.event == "hit" and claim.item not in _MARKS:
            continue
        if claim.source is not None:
            told = claim if _of_force(claim, actors) else None
        elif told is not None and claim.event in _FATES and claim.sentence - told.sentence <= 1 and (
                claim.sentence == told.sentence or not doc.opens_line(doc.sents[claim.sentence][0])):
            _as_told(claim, told)
            told = claim
        else:
            told = None


def _of_force(claim: ClaimDraft, actors: Actors) -> bool:
    """Whether the source is an armed force, or its ministry."""
    named = claim.source_actor is None or actors.list[claim.source_actor].kind in ("organization", "group")
    return named and not words_of("armed").isdisjoint((claim.source or "").lower().split())
