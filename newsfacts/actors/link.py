"""Which names are one actor's: kinds by the votes of all mentions, short names, abbreviations, spellings."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from newsfacts.actors.spot import Found, Names
from newsfacts.actors.sides import code_of, countries
from newsfacts.actors.words import organization_codes
from newsfacts.drafts import ActorDraft, Actors, MentionDraft
from newsfacts.tokens import Doc

_SPELLINGS = [(re.compile(p), r) for p, r in (("[iy]+j?", "i"), ("kh|h", "h"), ("([a-z])\\1+", r"\1"), ("^al$", ""), ("ou|u|o", "o"), ("e(?=i|$)", ""))]
_MINOR = frozenset("of the and for in on de la".split())


@lru_cache(50_000)
def fold(word: str) -> str:
    """One spelling for the transliterations of a name: Zelensky, Zelenskyy, Zelenskiy."""
    for pattern, plain in _SPELLINGS:
        word = pattern.sub(plain, word)
    return word


def _decide(found: list[Found]) -> dict[tuple[str, ...], str]:
    """The kind of each name from all its mentions."""
    votes: dict[tuple[str, ...], list[int]] = defaultdict(lambda: [0, 0, 0])
    sure: dict[tuple[str, ...], str] = {}
    for name in found:
        if name.kind is None:
            total = votes[name.key]
            for i, vote in enumerate(name.votes):
                total[i] += vote
        elif name.kind == "person" or name.key not in sure:
            sure[name.key] = name.kind
    out = dict(sure)
    persons = {word for key, kind in sure.items() if kind == "person" for word in (key[0], key[-1])}
    for key, total in votes.items():
        if key in sure:
            continue
        if len(key) == 1 and key[0] in persons:
            out[key] = "person"
            continue
        person, organization, place = total
        person += 2 * (len(key) > 1)
        best = max(person, organization, place)
        out[key] = "person" if person == best else "organization" if organization == best else "place"
    return out


def link(doc: Doc, names: Names) -> Actors:
    """The actors of the text in order of their first mention."""
    found = names.list
    strong = {name.key for name in found if not name.weak}
    words = {key[-1] for key in strong} | {key[0] for key in strong}
    found = [name for name in found if not name.weak or name.key in strong or (len(name.key) == 1 and name.key[0] in words)]
    kinds = _decide(found)
    book = _Book(doc)
    for name in found:
        book.add(name, name.kind or kinds[name.key])
    return book.actors


class _Book:
    """The actors met so far, by the words they may be called."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.actors = Actors([], {}, {})
        self.by_key: dict[tuple[str, str], int] = {}
        self.by_word: dict[tuple[str, str], int] = {}
        self.fulls: list[tuple[str, ...]] = []
        self.last = (-1, -1)  # end of the name before, its actor

    def add(self, name: Found, kind: str) -> None:
        doc = self.doc
        who = self._who(name, kind)
        start, end = doc.span(name.first, name.last)
        if who is None:
            who = len(self.actors.list)
            self.actors.list.append(ActorDraft(doc.text[start:end], kind, country=self._country(doc.text[start:end], kind)))
            self.fulls.append(name.key)
        actor = self.actors.list[who]
        short = bool(actor.mentions) and len(name.key) < len(self.fulls[who])
        if len(name.key) > len(self.fulls[who]) and kind != "country":
            self.fulls[who] = name.key
            actor.name = doc.text[start:end]
        mention = MentionDraft(name.first, name.last, start, end, "short" if short else "name")
        actor.mentions.append(mention)
        self.actors.at[name.first] = who
        self.actors.mention_at[name.first] = mention
        if name.title and not actor.role:
            actor.role = doc.words(*name.title)
        self._index(name.key, kind, who)
        self.last = (name.last, who)

    def _country(self, text: str, kind: str) -> str | None:
        if kind == "country":
            return code_of(countries().names.get(text))
        return organization_codes().get(text)

    def _family(self, kind: str) -> str:
        return "place" if kind == "country" else "organization" if kind == "group" else kind

    def _who(self, name: Found, kind: str) -> int | None:
        doc = self.doc
        if kind == "country":
            plain = countries().names.get(doc.words(name.first, name.last))
            return self.by_key.get(("country", plain or " ".join(name.key)))
        if name.last - name.first == 1 and doc.forms[name.first - 1][:1] == "(" and self.last[0] == name.first - 1 and name.key[0].isalpha():
            last = self.last[1]
            if self.fulls[last][0][0] == name.key[0][0] and self.actors.list[last].kind != "person" and len(self.fulls[last]) > 1:
                return last
        family = self._family(kind)
        found = self.by_key.get((family, " ".join(map(fold, name.key))))
        if found is not None:
            return found
        if kind == "person":
            if len(name.key) == 1:
                return self.by_word.get(("person", fold(name.key[0])))
            found = self.by_word.get(("person", fold(name.key[-1])))
            if found is not None:
                full = self.fulls[found]
                if len(full) == 1 or full[0][0] == name.key[0][0] and (len(full[0]) == 1 or len(name.key[0]) == 1) or full[0] == name.key[0]:
                    return found
            return None
        if kind in ("organization", "group"):
            return self.by_word.get(("acronym", name.key[0].replace(".", ""))) if len(name.key) == 1 else self.by_word.get(("organization", " ".join(name.key)))
        return None

    def _index(self, key: tuple[str, ...], kind: str, who: int) -> None:
        if kind == "country":
            plain = countries().names.get(self.actors.list[who].name)
            self.by_key.setdefault(("country", plain or " ".join(key)), who)
            return
        family = self._family(kind)
        self.by_key[family, " ".join(map(fold, key))] = who
        if kind == "person":
            self.by_word["person", fold(key[-1])] = who
            if len(key) > 1:
                self.by_word["person", fold(key[0])] = who
        elif kind == "organization" and len(key) > 1:
            initials = "".join(word[0] for word in key if word not in _MINOR)
            if len(initials) > 1:
                self.by_word["acronym", initials] = who
            for cut in range(1, min(4, len(key) - 1)):
                self.by_word["organization", " ".join(key[cut:])] = who
