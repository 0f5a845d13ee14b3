"""Which names are one actor's: kinds by the votes of all mentions, short names, abbreviations, spellings, pronouns, roles."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import pairwise

from newsfacts.actors import groups
from newsfacts.actors.groups import Group
from newsfacts.actors.sides import code_of, countries, side_of
from newsfacts.actors.spot import Found, Names
from newsfacts.actors.words import organization_codes, role_words
from newsfacts.drafts import ActorDraft, Actors, MentionDraft
from newsfacts.tokens import Doc

_SPELLINGS = [(re.compile(p), r) for p, r in (("[iy]+j?", "i"), ("kh|h", "h"), ("([a-z])\\1+", r"\1"), ("ou|u|o", "o"), ("e(?=i|$)", ""))]
_REGIONS = frozenset("region province oblast district governorate county prefecture state".split())
_COURTESY = {"mr": "he", "mrs": "she", "ms": "she", "miss": "she", "mme": "she", "mlle": "she", "messrs": "he"}
_MINOR = frozenset("of the and for in on de la".split())
_ROLE = re.compile(r"[tW][rT](?![A-Z'o-])")
_ROLE_BEFORE = re.compile(r"[xclhzEKJ-]{0,3}r(?:[fo]t?[xhlCOPAEG']{1,4})?,?$")
_ROLE_AFTER = re.compile(r",(?P<the>[tz]?)(?P<role>[xclhKEJXCOPUG'n9-]{0,4}[TrK][^,.?:;\"()vw|]{0,14})[,.)\"]")
_PRONOUN = re.compile("p|(?:(?<=[.?\"|])|^)q(?=[vy])")
Key = tuple[str, ...]


@lru_cache(50_000)
def fold(word: str) -> str:
    """One spelling for the transliterations of a name: Zelensky, Zelenskyy, Zelenskiy."""
    for pattern, plain in _SPELLINGS:
        word = pattern.sub(plain, word)
    return word


def _decide(found: list[Found]) -> dict[Key, str | None]:
    """The kind of each name from all its mentions; None where nothing tells that it is an actor at all."""
    votes: dict[Key, list[int]] = defaultdict(lambda: [0, 0, 0])
    sure: dict[Key, str] = {}
    for name in found:
        if name.kind is None:
            total = votes[name.key]
            for i, vote in enumerate(name.votes):
                total[i] += vote
        elif name.kind == "person" or name.key not in sure:
            sure[name.key] = name.kind
    out: dict[Key, str | None] = dict(sure)
    persons = {word for key, kind in sure.items() if kind == "person" for word in (key[0], key[-1])}
    for key in sorted(votes, key=len, reverse=True):  # full names before short ones
        person, organization, place = votes[key]
        if key in sure:
            continue
        if len(key) == 1 and key[0] in persons:
            out[key] = "person"
            continue
        best = max(person, organization, place)
        out[key] = None if best <= 0 else "person" if person == best else "organization" if organization == best else "place"
        if out[key] == "person" and len(key) > 1:
            persons |= {key[0], key[-1]}
    return out


def link(doc: Doc, names: Names) -> Actors:
    """The actors of the text in order of their first mention."""
    found = names.list
    strong = {name.key for name in found if not name.weak}
    words = {key[-1] for key in strong} | {key[0] for key in strong}
    folded = {fold(word) for word in words}
    found = [name for name in found if not name.weak or name.key in strong or (len(name.key) == 1 and fold(name.key[0]) in folded)]
    kinds = _decide(found)
    surnames = {key[-1] for key, kind in kinds.items() if kind == "person" and len(key) > 1}
    taken = {name.first for name in found}
    events: list[tuple[int, Found | Group | str]] = [(name.first, name) for name in found]
    events += [(group.first, group) for group in groups.find(doc, names.tags) if group.first not in taken]
    events += [(match.start(), "pronoun") for match in _PRONOUN.finditer(names.tags)]
    events += [(match.start() + 1, "role") for match in _ROLE.finditer(names.tags) if doc.low[match.start()] == "the"]
    events.sort(key=lambda event: event[0])
    book = _Book(doc, names)
    for token, event in events:
        if isinstance(event, Found):
            kind = event.kind or kinds[event.key]
            if kind in ("place", "country") and len(event.key) == 1 and event.key[0] in surnames and names.tags[token - 1:token] not in ("i", "Y", "j"):
                kind = "person"  # Michael Jordan ... Jordan said
            if kind:
                book.name(event, kind)
        elif isinstance(event, Group):
            book.group(event)
        elif event == "pronoun":
            book.pronoun(token)
        else:
            book.role(token)
    return book.actors


class _Book:
    """The actors met so far, by the words they may be called."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self.doc, self.tags, self.openers = doc, names.tags, names.openers
        self.actors = Actors([], {}, {})
        self.exact: dict[Key, int] = {}
        self.by_key: dict[tuple[str, str], int] = {}
        self.by_word: dict[tuple[str, str], int] = {}
        self.by_head: dict[str, int] = {}  # "council", "minister" → the actor last so called
        self.fulls: list[Key] = []
        self.last = (-1, -1, -1)  # end of the name before, its actor, its first token
        self.person = -1  # the person who last was a subject
        self.subject = -1  # the organization or country that last was a subject
        self.gender: dict[int, str] = {}

    def _new(self, name: str, kind: str, country: str | None, key: Key) -> int:
        self.actors.list.append(ActorDraft(name, kind, country=country))
        self.fulls.append(key)
        return len(self.fulls) - 1

    def _mention(self, who: int, first: int, last: int, form: str) -> None:
        start, end = self.doc.span(first, last)
        mention = MentionDraft(first, last, start, end, form)
        self.actors.list[who].mentions.append(mention)
        self.actors.at[first] = who
        self.actors.mention_at[first] = mention

    def name(self, name: Found, kind: str) -> None:
        """A capitalised name."""
        doc = self.doc
        text = doc.words(name.first, name.last)
        if kind == "place" and self.tags[name.last:name.last + 1] == "l" and doc.low[name.last] in _REGIONS:
            text = doc.words(name.first, name.last + 1)
            name.key += (doc.low[name.last],)
        exact = (kind, *name.key)
        who = self.exact.get(exact)
        fresh = who is None
        if who is None:
            who = self._known(name, kind)
        if kind == "organization" and (len(name.key) > 1 or self.tags[name.first] == "G") and self.tags[name.first - 1:name.first] == "'" and self.last[0] == name.first - 1:
            text = doc.words(self.last[2], name.last)
        if who is None:
            who = self._new(text, kind, self._country(text, kind, name), name.key)
        actor = self.actors.list[who]
        if text in countries().capitals:
            actor.capital = countries().capitals[text]
        elif kind == "organization" and actor.country is None and ("’" in text or "'" in text):
            actor.country = code_of(side_of(re.split("['’]", text)[0]))
        if len(name.key) > len(self.fulls[who]) and kind != "country":
            self.fulls[who], actor.name = name.key, text
        short = len(name.key) < len(self.fulls[who])
        self._mention(who, name.first, name.last, "short" if short else "name")
        if kind == "person":
            self._role_of(actor, who, name)
        if fresh or kind == "person":
            self._index(name.key, kind, who)
        self.last = (name.last, who, name.first)
        after = self.tags[name.last:name.last + 1]
        if kind == "person":
            if self.person < 0 or after in ("v", "y", ",", "w"):
                self.person = who
        elif after in ("v", "y") and (kind != "place" or actor.capital):
            self.subject = who
            if actor.capital:
                actor.country = code_of(actor.capital)  # Kyiv said

    def _role_of(self, actor: ActorDraft, who: int, name: Found) -> None:
        """The title or apposition beside a name."""
        doc, tags = self.doc, self.tags
        if name.title:
            first, last = name.title
            owner = first - 1 - (tags[first - 1:first] == "'")
            if tags[first] == "J":
                owner, first = first, first + 1
        elif match := _ROLE_AFTER.match(tags, name.last):
            first, last = match.span("role")
            owner = first if tags[first] in "JC" else -1
        elif match := _ROLE_BEFORE.search(tags, max(0, name.first - 9), name.first):
            first, last = match.span()
            while tags[first] != "r" and doc.low[first] not in role_words():
                first += 1
            owner = first - 1 - (tags[first - 1:first] == "'")
        else:
            return
        last -= tags[last - 1] == ","
        if owner >= 0 and actor.country is None:
            actor.country = code_of(side_of(doc.words(owner, owner + 1)))
        if first >= last or (name.title and tags[first - 1:first] in ("o", "t", "j")):
            return  # adviser to the President Ivo Tarn
        if doc.low[first] in _COURTESY:
            self.gender.setdefault(who, _COURTESY[doc.low[first]])
            return
        role = doc.words(first, last)
        actor.role = actor.role or role
        head = re.split(r" (?:of|for|at|in) ", role.lower())[0].split()[-1]
        self.by_head[head] = who

    def group(self, group: Group) -> None:
        """Officials, the army, Russian forces."""
        doc, head = self.doc, self.doc.low[group.last - 1]
        owner = group.owner
        side = None
        if owner >= 0 and self.last[0] == owner + 1:
            owner, side = self.last[2], self.actors.list[self.last[1]].country  # Saudi Arabia's army
        first = min(group.first, owner) if owner >= 0 else group.first
        name = doc.words(first, group.last)
        key = ("group", name.lower())
        who = self.by_key.get(key)
        if who is None and group.definite and group.owner < 0 and group.last - group.first == 1:
            who = self.by_head.get(head)
        if who is None:
            if owner >= 0 and side is None:
                side = code_of(side_of(doc.words(owner, group.owner + 1)))
            if name[:1].isupper() and group.owner < 0 and first in self.openers:
                name = name[0].lower() + name[1:]
            who = self._new(name, group.kind, side, tuple(name.lower().split()))
        self.by_key[key] = self.by_head[head] = who
        self._mention(who, group.first, group.last, "name" if not self.actors.list[who].mentions else "short")
        if group.kind == "organization":
            self.subject = who

    def pronoun(self, token: int) -> None:
        """He, she, it."""
        word = self.doc.low[token]
        who = self.subject if word == "it" else self.person
        if who < 0 or (word != "it" and self.gender.setdefault(who, word) != word):
            return
        self._mention(who, token, token + 1, "pronoun")

    def role(self, token: int) -> None:
        """The minister, the president."""
        who = self.by_head.get(self.doc.low[token])
        if who is not None:
            self._mention(who, token, token + 1, "role")

    def _country(self, text: str, kind: str, name: Found) -> str | None:
        if kind == "country":
            return code_of(countries().names.get(text))
        return organization_codes().get(text)

    def _known(self, name: Found, kind: str) -> int | None:
        """The actor who was so called before."""
        doc = self.doc
        if kind == "country":
            plain = countries().names.get(doc.words(name.first, name.last))
            return self.by_key.get(("country", plain or " ".join(name.key)))
        if len(name.key) == 1 and self.last[0] == name.first - 1 and self.tags[name.first - 1] == "(":
            last = self.last[1]
            if self.actors.list[last].kind not in ("person", "country", "place") and len(self.fulls[last]) > 1 and self.tags[name.last] == ")":
                return last  # Kurdistan Workers' Party (PKK)
        found = self.by_key.get((kind, " ".join(map(fold, name.key))))
        if found is not None:
            return found
        if kind == "person":
            found = self.by_word.get(("person", fold(name.key[-1])))
            if found is None or len(name.key) == 1:
                return found
            full = self.fulls[found]
            same = full[0] == name.key[0] or len(full) == 1 or (full[0][0] == name.key[0][0] and 1 in (len(full[0]), len(name.key[0])))
            return found if same else None
        if kind == "organization":
            if len(name.key) == 1:
                word = name.key[0]
                return self.by_word.get(("acronym", word.replace(".", "")), self.by_head.get(word) if self.tags[name.first] == "G" else None)
            initials = "".join(word[0] for word in name.key if word not in _MINOR)
            found = self.exact.get((kind, initials)) if len(initials) > 1 else None
            return self.by_word.get(("organization", " ".join(name.key)), found)
        return None

    def _index(self, key: Key, kind: str, who: int) -> None:
        if kind != "person":
            self.exact[kind, *key] = who
        if kind == "country":
            plain = countries().names.get(self.actors.list[who].name)
            self.by_key.setdefault(("country", plain or " ".join(key)), who)
            return
        self.by_key[kind, " ".join(map(fold, key))] = who
        if kind == "person":
            self.by_word["person", fold(key[-1])] = who
            if len(key) > 1:
                self.by_word["person", fold(key[0])] = who
        elif kind == "organization":
            self.by_head[next((a for a, b in pairwise(key) if b in ("of", "for")), key[-1])] = who
            if len(key) > 1:
                self.by_word["acronym", "".join(word[0] for word in key if word not in _MINOR)] = who
            for cut in range(1, min(4, len(key) - 1)):
                self.by_word["organization", " ".join(key[cut:])] = who
