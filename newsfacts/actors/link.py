"""From names, groups, roles and pronouns to actors: kinds by the votes of all mentions, then one pass in text order."""

from __future__ import annotations

import re
from collections import defaultdict
from operator import itemgetter

from newsfacts.actors import groups
from newsfacts.actors.book import Book
from newsfacts.actors.groups import Group
from newsfacts.actors.keys import Key, fold
from newsfacts.actors.spot import ONE, Found, Names
from newsfacts.actors.words import company_words
from newsfacts.drafts import Actors
from newsfacts.late import compiled

_ROLE = compiled(r"[tW][rT](?![A-Z'o-])")
_PRONOUN = compiled("[pq]")
_IT = compiled("(?:(?<=[.?\"|])|^)q(?=[vy])")
_WITHIN = ("state", "province")
_NOUNS = tuple("xlhgcr")  # Israel state media


def link(names: Names) -> Actors:
    """The actors of the text in order of their first mention."""
    doc, tags = names.doc, names.tags
    found = _trusted(names)
    if len(doc.paras) > 1:
        found = _shortened(found, doc.paras[0][1])
    kinds = _decide(found, tags)
    surnames = {key[-1] for key, kind in kinds.items() if kind == "person" and len(key) > 1}
    taken = {name.first for name in found}
    events: list[tuple[int, Found | Group | str]] = [(name.first, name) for name in found]
    events += [(group.first, group) for group in groups.find(doc, tags) if group.first not in taken]
    events += [(at, "pronoun") for at in map(re.Match.start, _PRONOUN.finditer(tags)) if tags[at] == "p" or _IT.match(tags, at)]
    events += [(match.start() + 1, "role") for match in _ROLE.finditer(tags) if doc.low[match.start()] == "the"]
    events.sort(key=itemgetter(0))
    book = Book(names)
    for token, event in events:
        if isinstance(event, Found):
            kind = event.kind or kinds[event.key]
            if (kind in ("place", "country") and len(event.key) == 1 and event.key[0] in surnames
                    and tags[token - 1:token] not in ("i", "Y", "j")):
                kind = "person"  # Michael Jordan ... Jordan said
            if kind == "country" and tags[event.last:event.last + 1] == "l" and doc.low[event.last] in _WITHIN and (
                    tags[event.last + 1:event.last + 2] not in _NOUNS):
                kind = "place"  # Nigeria's Niger state
            if kind:
                book.name(event, kind)
        elif isinstance(event, Group):
            book.group(event)
        elif event == "pronoun":
            book.pronoun(token)
        else:
            book.role(token)
    return book.actors


def _trusted(names: Names) -> list[Found]:
    """The names without the weak ones that nothing else in the text confirms; of those, the words that are short names."""
    if not any(name.weak for name in names.list):
        return names.list
    strong = {name.key for name in names.list if not name.weak}
    folded = {fold(word) for key in strong for word in (key[0], key[-1])}
    out = []
    for name in names.list:
        if not name.weak or name.key in strong:
            out.append(name)
            continue
        for token in range(name.first, name.last):
            word, tag = names.doc.low[token], names.tags[token]
            if tag in ONE or (tag in "AFSU" and fold(word) in folded):
                out.append(Found(token, token + 1, (word,), ONE.get(tag), None, name.votes))
    return out


def _shortened(found: list[Found], last: int) -> list[Found]:
    """The names with those of the first paragraph, which may be a title, as long as the text has them: "Olha Marn Reportedly Ill"."""
    out = list(found)
    keys: set[Key] = set()
    for k, name in enumerate(found):
        if name.first >= last:
            break
        if len(name.key) > 2 and name.last - name.first == len(name.key) and name.kind in ("person", None):
            keys = keys or {other.key for other in found if other.first >= last}
            if name.key not in keys and (name.key[:2] in keys or name.key[1:2] in keys):
                out[k] = Found(name.first, name.first + 2, name.key[:2], name.kind, name.title, name.votes, name.weak)
    return out


def _decide(found: list[Found], tags: str) -> dict[Key, str | None]:
    """The kind of each name from all its mentions; None where nothing tells that it is an actor at all."""
    votes: dict[Key, list[int]] = defaultdict(lambda: [0, 0, 0])
    out: dict[Key, str | None] = {}
    for name in found:
        if name.kind is None:
            person, organization, place = name.votes
            total = votes[name.key]
            total[0] += person
            total[1] += organization
            total[2] += place
        elif name.kind == "person" or name.key not in out:
            out[name.key] = name.kind
    persons = {word for key, kind in out.items() if kind == "person" for word in (key[0], key[-1])}
    firms = {name.key[:cut] for name in found if name.kind == "organization" and name.key[-1] in company_words()
             for cut in range(1 + (tags[name.first] == "F"), len(name.key))}  # Norsteel Systems Inc.: Norsteel, Norsteel Systems
    folded = set(map(fold, persons))
    for key in sorted(votes, key=len, reverse=True):  # full names before short ones
        if key in out:
            continue
        person, organization, _ = votes[key]
        if key in firms and key[-1] not in persons:
            out[key] = "organization"
            continue
        best = max(votes[key])
        if key[-1] in persons or (best <= 0 and fold(key[-1]) in folded):  # one spelling is as sure as the other
            out[key] = "person"
            continue
        out[key] = None if best <= 0 else "person" if person == best else "organization" if organization == best else "place"
        if out[key] == "person" and len(key) > 1:
            persons |= {key[0], key[-1]}
    return out
