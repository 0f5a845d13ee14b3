"""Which body "the charity" or "the agency" is, where the text has named it: "the charity Doctors Abroad"."""

from __future__ import annotations

from newsfacts.claims.roles.scene import called, words_of
from newsfacts.drafts import Actors, ClaimDraft
from newsfacts.tokens import Doc

_LINKS = frozenset("of for the and de des du sans del la".split())  # within a name
_ARTICLES = frozenset(("a", "an", "the"))
_WITHIN = frozenset("of in with by for to from at 's".split())
_NEWS = frozenset(("news", "wire", "press"))
_AGENCIES = frozenset("agency agencies organization organisation programme program office fund unicef unhcr who unrwa iom wfp ocha".split())
_ANY_AGENCY = frozenset(("agency", "organization", "organisation"))
_BACK = 4000  # tokens: the body told before
_NEAR = 3  # sentences
_ASIDE = 7  # tokens of "a charity that runs clinics,"

Body = tuple[str, list[int]]


def body_of(doc: Doc, actors: Actors, word: str, sentence: int) -> Body | None:
    """(name, actors) of the body that "the" and a word stand for in a sentence: the one that the text before names with this word, or of
    an agency the one agency named in the sentences before; None where it is not told or there are several."""
    first, last = doc.sents[sentence]
    at = next((t for t in range(first + 1, last) if doc.low[t] == word and doc.low[t - 1] == "the"), -1)
    if at < 0 or doc.forms[at + 1:at + 2] and doc.forms[at + 1][0].isupper():
        return None
    own = [k for k, actor in enumerate(actors.list) if actor.kind == "organization" and actor.name.lower().endswith(f" {word}")
           and actor.name[:1].isupper() and actor.mentions and actor.mentions[0].first < at]
    if own:
        return (called(actors.list[own[0]]), own) if len(own) == 1 else None
    named = {name: who for t in range(max(1, at - _BACK), at) if doc.low[t] == word for name, who in [_beside(doc, actors, t)] if name}
    if len(named) == 1:
        return next((name, who) for name, who in named.items())
    return _agency(doc, actors, at, sentence) if not named and word in _ANY_AGENCY else None


def _beside(doc: Doc, actors: Actors, t: int) -> Body:
    """The name beside the word at token t: "the charity Doctors Abroad", "the children's agency, UNICEF,", "Reliefa, a charity,"."""
    low, forms = doc.low, doc.forms
    if low[t - 1] in _NEWS:
        return "", []
    begin = t + 1 + (low[t + 1:t + 2] == [","])
    end = begin
    while end < len(low) and (forms[end][0].isupper() or end > begin and low[end] in _LINKS and forms[end + 1:end + 2] and (
            forms[end + 1][0].isupper())):
        end += 1
    aside = begin > t + 1
    if end > begin and begin not in doc.sent_firsts and (not aside or low[end:end + 1] == [","] and begin in actors.at):
        who = actors.at.get(begin)
        known = who is not None and actors.mention_at[begin].last == end and actors.list[who].kind in ("organization", "group")
        if known and who is not None:
            return called(actors.list[who]), [who]
        return ("", []) if aside or who is not None and actors.list[who].kind != "organization" else (doc.words(begin, end), [])
    comma = next((k for k in range(t - 1, max(0, t - _ASIDE), -1) if low[k] == ","), -1)
    if comma < 0 or low[comma + 1] not in _ARTICLES or not _WITHIN.isdisjoint(low[comma + 1:t]):
        return "", []
    for start in range(max(0, comma - _ASIDE), comma):
        mention = actors.mention_at.get(start)
        if mention is not None and mention.last == comma and actors.list[actors.at[start]].kind == "organization":
            return called(actors.list[actors.at[start]]), [actors.at[start]]
    return "", []


def _agency(doc: Doc, actors: Actors, at: int, sentence: int) -> Body | None:
    """The one agency that is named in the sentences before a token."""
    first = doc.sents[max(0, sentence - _NEAR)][0]
    near = {actors.at[t] for t in range(first, at) if t in actors.at and actors.list[actors.at[t]].kind == "organization"}
    fit = [who for who in near if not _AGENCIES.isdisjoint(actors.list[who].name.lower().split())
           and _NEWS.isdisjoint(actors.list[who].name.lower().split()) and actors.list[who].name[:1].isupper()]
    return (called(actors.list[fit[0]]), fit) if len(fit) == 1 else None


def name_bodies(doc: Doc, claims: list[ClaimDraft], actors: Actors) -> None:
    """Sets the name of the body where who acts or tells is "the charity", "the agency"."""
    again = words_of("called_again")
    for claim in claims:
        if claim.source is not None and claim.source in again and (body := body_of(doc, actors, claim.source, claim.sentence)) is not None:
            claim.source = body[0]
            claim.source_actor = body[1][0] if body[1] else claim.source_actor
        if claim.agent is not None and claim.agent in again and (body := body_of(doc, actors, claim.agent, claim.sentence)) is not None:
            claim.agent, claim.agents = body[0], list(body[1])
