"""Who is meant by "the governor", "its mayor", "a rights group" told before their names: once all of a text has been read."""

from __future__ import annotations

from newsfacts.actors.words import rulers
from newsfacts.drafts import QuoteDraft
from newsfacts.late import late
from newsfacts.sources.speakers import DETERMINERS, Speakers, Who
from newsfacts.sources.words import words

_CROWNED = ("president", "king", "queen", "emir")  # heads of state
_ADMINISTERS = late(r"(?:regional|oblast|provincial)(?: \w+)? administration")
_OFFICE = (2, 3)  # words of "its defence minister"
_LEAD = 3  # sentences: the headline and what follows
_NEXT = 3  # quotes behind
_HERE = frozenset(("local", "regional", "provincial"))  # of the place told of


def _agrees(parts: list[str], role: str) -> bool:
    """Whether a role tells all that is said of it: a prime minister is the minister, but no foreign minister."""
    told = {p.lower() for p in parts[:-1] if not p.endswith(("'s", "’s")) and not p[0].isupper()} - DETERMINERS - _HERE
    return told <= set(role.lower().split())


def settle(by: Speakers, quotes: list[QuoteDraft]) -> None:
    """ "The governor said", before the governor is named: the one person with that role; "its governor": of the place told before."""
    roles: dict[str, set[int]] | None = None
    for k, quote in enumerate(quotes):
        text = quote.speaker_text
        if quote.speaker is not None or not text:
            continue
        if text.lower() == "head of state":
            roles = _roles(by) if roles is None else roles
            heads = [who for title in _CROWNED for who in roles.get(title, ())]
            if len(heads) == 1:
                quote.speaker, quote.speaker_text = heads[0], None
            continue
        parts = text.split()
        near = _places_before(by, quote) if parts[0] in ("its", "their") else []
        its = parts[0] in ("its", "their") and not near
        above = by.doc.headline is not None and quote.start < by.doc.ends[by.doc.headline[1] - 1]  # Nine freed, governor says
        if text in by.definite or its or above or any(p.endswith(("'s", "’s")) for p in parts):
            roles = _roles(by) if roles is None else roles
            title, _, where = text.partition(" of ")  # the governor of Karo state: no governor of another
            parts = title.split()
            known = roles.get(parts[-1].lower())
            role = by.actors.list[next(iter(known))].role or "" if known and len(known) == 1 else ""
            theirs = role.partition(" of ")[2]
            if role and _agrees(parts, role) and not (where and theirs and set(where.split()).isdisjoint(theirs.split())):
                quote.speaker, quote.speaker_text = next(iter(known or ())), None
                continue
            parts = text.split()
        if parts[0] == "its" and len(parts) in _OFFICE and parts[-1] in words["of states"] and not near and (
                land := _land_that_opens(by, quote)):
            quote.speaker_text = f"{land}'s {' '.join(parts[1:])}"
        elif parts[0] == "its" and len(parts) == 2 and parts[1] in words["chiefs"]:
            near = _places_before(by, quote, 0, "organization") or _body_before(by, quote, quotes[k - 1]) if k else []
            near = near or _places_before(by, quote, 1, "organization")
            quote.speaker_text = f"{near[-1]}'s {parts[1]}" if near else text
        elif parts[0] == "its" and len(parts) == 2 and (parts[1] in words["human"] or parts[1] in rulers()) and (
                near or (near := _places_before(by, quote, 0, "organization") or _places_before(by, quote, 1))):
            quote.speaker_text = f"{near[-1]}'s {parts[1]}"
        elif parts[-1].lower() in words["named later"] and by.doc.sentence_of(by.doc.token_at(quote.start)) < _LEAD:
            quote.speaker, quote.speaker_text = _named_later(by, quote, quotes)


def _named_later(by: Speakers, quote: QuoteDraft, quotes: list[QuoteDraft]) -> Who:
    """Who "a rights group" of the lead is: the body outside the state that speaks first behind it and is named there first."""
    behind = sorted((q for q in quotes if q.start > quote.end), key=lambda q: q.start)[:_NEXT]
    for other in behind:
        if other.speaker is not None and by.actors.list[other.speaker].kind == "organization":
            actor = by.actors.list[other.speaker]
            first = min(m.start for m in actor.mentions)
            name = set(actor.name.lower().split())
            new = " " in actor.name and first > quote.end
            if new and name.isdisjoint(words["of the state"] | words["authorities"] | words["press"] | words["offices"]):
                return other.speaker, None
    return None, quote.speaker_text


def _body_before(by: Speakers, quote: QuoteDraft, last: QuoteDraft) -> list[str]:
    """The body that spoke in the sentence before: "The rights group said police had come. Two were hurt, its leader said"."""
    if not quote.cue_at or not last.cue_at or not 0 <= by.doc.sentence_of(by.doc.token_at(quote.cue_at[0])) - by.doc.sentence_of(
            by.doc.token_at(last.cue_at[0])) <= 1:
        return []
    if last.speaker is not None:
        actor = by.actors.list[last.speaker]
        return [actor.name] if actor.kind == "organization" else []
    text = last.speaker_text or ""
    return [text] if any(text.rpartition(" ")[2] in words[kind] for kind in ("bodies", "groups")) else []


def _places_before(by: Speakers, quote: QuoteDraft, back: int = 0, kind: str = "place") -> list[str]:
    """The places (or others) named before "its mayor said", whose mayor that is, in its sentence, or `back` more sentences."""
    at = by.doc.token_at(quote.cue_at[0]) if quote.cue_at else 0
    first = by.doc.sents[max(0, by.doc.sentence_of(at) - back)][0]
    named = [by.actors.list[by.actors.at[m.first]] for m in by.mentions(first, at)]
    return [actor.name for actor in named if actor.kind == kind]


def _land_that_opens(by: Speakers, quote: QuoteDraft) -> str | None:
    """The country with which the sentence of a cue begins: "Norland will buy nine tanks from Sudland, its defence minister said"."""
    at = by.doc.token_at(quote.cue_at[0]) if quote.cue_at else 0
    first = by.doc.sents[by.doc.sentence_of(at)][0]
    who = by.actors.at.get(first)
    owns = who is not None and by.doc.low[by.actors.mention_at[first].last] == "'s"
    return by.actors.list[who].name if who is not None and by.actors.list[who].kind == "country" and not owns else None


def _roles(by: Speakers) -> dict[str, set[int]]:
    """The persons by the head of their role."""
    roles: dict[str, set[int]] = {}
    for n, actor in enumerate(by.actors.list):
        if actor.kind == "person" and actor.role:
            head = actor.role.split(" of ")[0].split(" for ")[0].split()[-1].lower()
            roles.setdefault(head, set()).add(n)
            if head in ("head", "chief") and _ADMINISTERS.search(actor.role.lower()):
                roles.setdefault("governor", set()).add(n)  # head of the regional administration
    return roles
