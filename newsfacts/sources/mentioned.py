"""Which actor the words of a source mean."""

from __future__ import annotations

from operator import attrgetter

from newsfacts.actors.words import RANKS, small_tag
from newsfacts.drafts import Actors, MentionDraft
from newsfacts.sources.phrases import DATELINE
from newsfacts.sources.words import words
from newsfacts.tokens import Doc

_FIRST = attrgetter("first")
_OWNING = frozenset(("'s", "'", "’"))
_TIES = frozenset(("of", "for", "to"))
_LINKED = (["linked", "to"], ["loyal", "to"], ["allegiance", "to"], ["affiliated", "with"], ["allied", "with"])


class Mentioned:
    """Looks for the mentions of actors in phrases; `tags` are those of attribution (`words`)."""

    def __init__(self, doc: Doc, actors: Actors, tags: str) -> None:
        self.doc, self.actors, self.tags = doc, actors, tags

    def _mentioned(self, first: int, last: int) -> int | None:
        """The actor that a phrase means: its head, no possessor, nor what a preposition hangs on it."""
        doc, actors, tags = self.doc, self.actors, self.tags
        heads: list[tuple[int, int, int]] = []
        person = -1
        at, low = actors.at, doc.low
        for token in [token for token in range(first, last) if token in at]:
            if low[token] in words["possessives"]:
                continue
            who = at[token]
            end = actors.mention_at[token].last
            actor = actors.list[who]
            if end < last and low[end] in _OWNING:
                continue
            if actor.kind == "person":
                if token == first:
                    person = token
                    continue
                role = actor.role or ""  # Leader of Opposition Ivo Tarn
                rank = next((t for t in range(token, first, -1) if low[t - 1] not in RANKS), first)
                titled = not _TIES.isdisjoint(role.split()) and doc.text.endswith(role, 0, doc.ends[rank - 1])
                beside = token - (low[token - 1] in words["nearby"])  # Mayor Ivo Tarn of nearby Velm
                if titled or not tags[first:beside].rstrip("Md.").endswith("i"):
                    if person >= 0 and "," in tags[person:token]:
                        break
                    person = token  # the last one: "Marn rival Ivo Tarn said"
            elif (actor.kind != "place" or actor.capital) and not self._governed(first, token):
                heads.append((token, who, end))
        if person >= 0:
            return at[person]
        if not heads:
            return None
        token, who, end = heads[-1]
        if low[first] in words["indefinite"] and token > first + 1 and actors.list[who].kind != "group":
            return None  # a Norland official
        if actors.list[who].kind == "group" and "M" in tags[first:token] and low[token - 1] not in _OWNING:
            return None  # anti-NATO protesters; but: Norland's air defence forces
        return who if end >= last or tags[end] not in "wM" or actors.list[who].kind in ("person", "group") else None

    def _plural(self, first: int, token: int) -> int:
        """The end of known sources in the plural with whom a sentence begins at `first`: "Rights groups oppose it. They say"; else -1."""
        for at in range(first, min(first + 4, token)):
            word = self.doc.low[at]
            if self.tags[at] not in "wMdN":
                return -1
            if word.endswith("s") and (word in words["unnamed"] or word == "groups") and self.tags[at + 1:at + 2] in tuple("weVNKby"):
                return at + 1
        return -1

    def mentions(self, first: int, last: int) -> list[MentionDraft]:
        mention_at = self.actors.mention_at
        return [mention_at[t] for t in range(first, last) if t in mention_at]

    def means(self, token: int, who: int) -> None:
        """Makes a pronoun that speaks a mention of the actor who is found to speak."""
        actors, old = self.actors, self.actors.at.get(token)
        if old == who or (actors.list[who].kind == "person") == (self.doc.low[token] == "it"):
            return
        mention = actors.mention_at.get(token)
        if mention is None:
            mention = MentionDraft(token, token + 1, self.doc.starts[token], self.doc.ends[token], "pronoun")
        elif old is not None:
            actors.list[old].mentions.remove(mention)
        actors.at[token], actors.mention_at[token] = who, mention
        actors.list[who].mentions.append(mention)
        actors.list[who].mentions.sort(key=_FIRST)

    def _owns(self, token: int) -> bool:
        """Whether the mention at a token is a possessor: "Norland's"."""
        end = self.actors.mention_at[token].last
        return end < len(self.doc.low) and self.doc.low[end] in _OWNING

    def _governed(self, first: int, token: int) -> bool:
        """Whether a preposition stands before a mention and the words to its left: "a spokesman for the local council"."""
        return self.tags[first:token].rstrip("MdwN0.").endswith("i")

    def _subject(self, token: int, kinds: tuple[str, ...]) -> int | None:
        """The actor who begins the sentence of a pronoun: "Norland published a list, when it said"."""
        first = self.doc.sents[self.doc.sentence_of(token)][0]
        dateline = DATELINE.match(self.tags, first, token) if self.tags[first] == "M" else None
        first = dateline.end() if dateline else first
        for at in range(first, min(token - 1, first + 40)):
            who = self.actors.at.get(at)
            if who is not None and not self._owns(at) and not self.doc.hyphened(self.actors.mention_at[at].last):
                # not: the Qaeda-linked group VLF
                actor = self.actors.list[who]
                good = (actor.kind in kinds or actor.capital and "country" in kinds) and not self._governed(first, at)
                return who if good else None
        return None

    def _subject_before(self, token: int) -> int | None:
        """The organization or country with which the sentence before begins: "The army gave figures. Twelve died, it said"."""
        return self._subject(self.doc.sents[max(0, self.doc.sentence_of(token) - 1)][1] - 1, ("organization", "country"))

    def _told_of(self, token: int) -> tuple[int, int] | None:
        """The body without a name with which the sentence before begins, where "it" begins its own: "The rights body called for talks. It
        says nine died"."""
        index = self.doc.sentence_of(token)
        first, last = self.doc.sents[index - 1]
        if not index or token != self.doc.sents[index][0] or self.doc.low[first] != "the":
            return None
        end = next((t for t in range(first + 1, min(first + 7, last)) if self.tags[t] not in "wMd-"), first)
        body = any(self.doc.low[end - 1] in words[kind] for kind in ("bodies", "groups", "outside the state"))
        plain = end - first > 2 and body and not self.mentions(end - 1, end)
        return (first, end) if plain else None

    def _own_body(self, token: int) -> tuple[int, int] | None:
        """The body that is no actor with which a sentence begins that ", it said" ends: "The Karo coalition carried out nine raids, it
        said"."""
        first = self.doc.sents[self.doc.sentence_of(token)][0]
        dateline = DATELINE.match(self.tags, first, token) if self.tags[first] == "M" else None
        first = dateline.end() if dateline else first
        low = self.doc.low
        if low[token - 1] != "," or low[first] != "the":
            return None
        allied = words["allied bodies"]
        head = next((t for t in range(first + 1, min(first + 6, token)) if self.tags[t] not in "wM-" or low[t] in allied), first)
        if low[head] not in allied or self.tags[head + 1] in "wM" and not low[head + 1].endswith("ing"):
            return None
        named = any(self.actors.list[self.actors.at[m.first]].kind == "organization" for m in self.mentions(first, head + 1))
        return None if named else (first, head + 1)

    def _one_before(self, token: int, known: bool) -> tuple[int, int] | None:
        """The person without a name with whom the sentence before begins, where nobody else is named in it: "An officer, who asked not to
        be named, rejected it. Nine had died, he said"; where the pronoun is `known` to mean another, only one who rejects something."""
        index = self.doc.sentence_of(token)
        first, last = self.doc.sents[index - 1]
        if not index or self.doc.low[first] not in words["a"] or self.doc.opens_line(self.doc.sents[index][0]):
            return None
        end = next((t for t in range(first + 1, min(first + 7, last)) if self.tags[t] not in "wMd-"), first)
        human = end - first > 1 and self.doc.low[end - 1] in words["human"] and self.doc.low[end - 1][-1:] != "s"
        named = any(self.actors.list[self.actors.at[m.first]].kind == "person" for m in self.mentions(first, last))
        counters = not known or not words["countering"].isdisjoint(self.doc.low[end:last])
        return (first, end) if human and counters and not named else None

    def _ruler_before(self, token: int) -> tuple[int, int] | None:
        """The one person without a name with whom the sentence before begins: "The governor gave an update. She counted eight"."""
        index = self.doc.sentence_of(token)
        first, last = self.doc.sents[index - 1]
        if not index or self.doc.low[first] != "the" or self.doc.low[token] not in words["he she"]:
            return None
        end = next((t for t in range(first + 1, min(first + 7, last)) if self.tags[t] not in "wMd-"), first)
        head = self.doc.low[end - 1]
        single = end - first > 1 and head[-1:] != "s" and any(head in words[kind] for kind in ("human", "office holders", "persons"))
        return (first, end) if single and not self.mentions(end - 1, end) else None

    def _rival(self, token: int) -> int | None:
        """The organization or country that counters in the sentence before what was said: "Norland's army denied it. Six died, it said"."""
        index = self.doc.sentence_of(token) - 1
        if index < 0:
            return None
        told = self.doc.low[slice(*self.doc.sents[index])]
        counters = not words["countering"].isdisjoint(told) or not words["accounts"].isdisjoint(told) and "different" in told
        return self._subject_before(token) if counters else None

    def _head(self, first: int, last: int) -> int:
        """The noun of a phrase: before its first preposition, comma or verb."""
        return next((t for t in range(first + 1, last) if self.tags[t] in "i,er"), last) - 1

    def _group_before(self, token: int) -> int | None:
        """The organization outside the state that is named last before a token, in its sentence or the one before."""
        begin = self.doc.sents[max(0, self.doc.sentence_of(token) - 1)][0]
        listed = self.actors.list
        named = [self.actors.at[m.first] for m in self.mentions(begin, token) if self.doc.low[m.first - 1] not in ("a", "an") and (
            self.doc.low[m.first - 2:m.first] not in _LINKED)]  # the Karo Front, an al-Qaeda affiliate; linked to Islamic State
        return next((who for who in reversed(named) if listed[who].kind == "organization"
                     and words["of the state"].isdisjoint(listed[who].name.lower().split())), None)

    def _anew(self, who: int, first: int, last: int) -> bool:
        """Whether a body without a name ("the humanitarian agency") is told of here for the first time."""
        actor = self.actors.list[who]
        return (self.doc.low[last - 1] in words["bodies"] and actor.kind == "organization" and actor.name.islower()
                and first <= actor.mentions[0].first and actor.mentions[0].last == last)

    def _of_bodies(self, first: int, joint: int) -> bool:
        """Whether people without a name are of two bodies, of which the first ends at `joint`: officials from the Velm Fund and"""
        low, tags = self.doc.low, self.tags
        of = tags.find("i", first + 1, joint)
        staff = of > 0 and low[of] in ("from", "at", "with") and (low[of - 1] in words["unnamed"] or low[of - 1] in words["human"])
        named = tags[of + 1:joint].lstrip("d").strip("M") == "" and tags[joint + 1:joint + 3].lstrip("d")[:1] == "M"
        return staff and named and low[of - 1][-1:] == "s"

    def _of_both(self, first: int, joint: int, last: int) -> bool:
        """Whether two nouns hang on one person: Olha Marn of the Greens and Reds, Deputy Prime Minister and Minister of Energy Ivo Tarn."""
        low = self.doc.low
        if small_tag(low[joint - 1]) == "r" and not {"the", "a", "an"} & {low[first], low[joint + 1]} and not self.mentions(first, joint):
            holder = self._mentioned(joint + 1, last)
            return holder is not None and self.actors.list[holder].kind == "person" and self.actors.list[holder].role is not None
        near, listed = self.tags.rfind("i", first, joint), self.actors.list
        if near < first or not self.mentions(near, joint):
            return False
        one, other = self._mentioned(first, joint), self._mentioned(joint + 1, last)
        return one is not None and listed[one].kind == "person" and (other is None or listed[other].kind != "person")
