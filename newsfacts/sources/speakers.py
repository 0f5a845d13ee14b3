"""Who speaks: from the words of a source to an actor."""

from __future__ import annotations

from newsfacts.actors.sides import countries, side_of
from newsfacts.actors.words import ordinary, pronoun_of
from newsfacts.drafts import Actors
from newsfacts.late import compiled
from newsfacts.sources.mentioned import Mentioned
from newsfacts.sources.phrases import document, plain_end
from newsfacts.sources.words import words
from newsfacts.tokens import Doc

_APPOSED = compiled(r"(?<=w),(?:Mw[we](?=M))?(?P<name>M(?:w?M){0,4})")  # its minister, Tor Lunde; the owner, Velm-based Norsteel
_PREPOSITION = compiled(r" (?:of|in|for|from|at|on|with) ")
Who = tuple[int | None, str | None]  # actor, or the words where no actor stands for the source

_MANY = frozenset(("media",))
_ADDED = (["added"], ["adds"])
_MADE = 5  # tokens between what was published and by whom

_BEFORE = ("'s", "itself", "themselves")
DETERMINERS = frozenset("the its their this that same".split())

_PAIR = 2  # words of a name
_OF_THE = 6  # tokens from "of the aid group" to its name


class Speakers(Mentioned):
    """Resolves sources in text order; pronouns and "the statement" without an actor mean the speaker before."""

    def __init__(self, doc: Doc, actors: Actors, tags: str) -> None:
        super().__init__(doc, actors, tags)
        self.last: Who = (None, None)
        self.person: Who = (None, None)
        self.body: Who = (None, None)  # what "it" means
        self.many: Who = (None, None)  # whom "they" means
        self.definite: set[str] = set()  # words of sources that had "the" before them
        self.heads: dict[str, Who] = {}  # "spokeswoman" → "spokeswoman for the police", whom "the spokeswoman" means
        self.called: dict[str, Who] = {}  # "Open Hands", of the rights group Open Hands
        self.letters: dict[str, Who] = {}  # "(VRF)" → whose name stands before it
        self.organization: int | None = None
        self.told_at = -1  # the token of the last cue
        self.unnamed: tuple[Who, int] = ((None, None), -1)  # a person without a name who spoke ("a mother of two"), and the token after

    def commit(self, who: Who, at: int = -1) -> None:
        """Makes this the last speaker, whom pronouns and quotations without a cue mean."""
        if who == (None, None):
            return
        self.last, self.told_at = who, max(at, self.told_at)
        if who[0] is None:
            self._commit_words(who, who[1] or "")
            return
        actor = self.actors.list[who[0]]
        if actor.kind == "person":
            self.person = who
        elif actor.kind == "group":
            self.many = who
        else:
            if actor.kind != "place" or actor.capital:
                self.body = who
            if actor.kind == "organization":
                self.organization = who[0]
                head = actor.name.rpartition(" ")[2]
                if head.islower() and head in words["authorities"]:  # Norland's health ministry: the ministry
                    self.heads[head] = who

    def _commit_words(self, who: Who, text: str) -> None:
        """Makes a source for whom no actor stands the last speaker."""
        behind = _PREPOSITION.search(text)
        head = (text[:behind.start()] if behind else text).rpartition(" ")[2]
        if head != text:
            self.heads[head] = who
        if head[:1].isupper() and head.endswith("s") and " and " not in text:
            self.body = who  # the army's media wing, Karo Public Relations
            return
        if head.endswith("s") or " and " in text:
            self.many = who
            return
        if text in self.called:
            self.body, self.organization = who, None
            return
        bodies = [word for word in text.split() if word in words["bodies"]]
        if bodies or head in words["documents"] or head in words["offices"] or head in words["press"] - _MANY:
            self.body = who
            self.organization = None
            self.heads.update(dict.fromkeys(bodies, who))  # rights group Velm Watch
        elif self.person[0] is None:
            self.person = who  # a doctor, a spokesman, while nobody is named

    def name(self, first: int, last: int) -> Who:
        """The speaker of a source phrase, tokens first..last; letters that stood in brackets behind a name mean the same."""
        forms = self.doc.forms
        begin = first + (last - first == 2 and self.doc.low[first] == "the")
        if last - begin == 1 and (known := self.letters.get(forms[begin].strip())) is not None:
            return known
        who = self._name(first, last)
        if last and self.doc.low[last - 1] == ")" and self.tags[last - 3] == "(" and forms[last - 2].isupper():
            self.letters[forms[last - 2].strip()] = who
        return who

    def _name(self, first: int, last: int) -> Who:
        """Who a phrase is: the steps go from the plainest to what only the text around tells."""
        doc, tags, low = self.doc, self.tags, self.doc.low
        while first < last - 1 and (tags[first] in "y," or low[first] in _BEFORE):
            first += 1  # today's report; a group calling itself the Sons of Velm
        if last <= first or low[last - 1] == "toll":
            return None, None  # toll put at 40
        if last - first > 1:
            last = plain_end(doc, tags, first, last)
            there = self._mentioned(first, last - 1) if low[last - 1] == "there" else None
            last -= there is not None and not self.actors.list[there].name.islower()  # the Norlandic embassy there
        if last - first == 1 and tags[first] in "0Dp" and (low[first] != "other" or tags[first] != "p"):
            return self._of_one_word(first)
        if low[last - 1] == "other":
            return None, None  # the other said
        joint = tags.find("c", first + 1, last - 1)
        if joint > 0 and self._of_bodies(first, joint):
            return None, self._words(first, last)  # officials from the Velm Fund and the Red Cross
        if joint > 0 and low[joint] == "and" and not self._of_both(first, joint, last) and (
                not any(m.last > joint for m in self.mentions(first, joint))):
            return self._joined(first, joint, last)
        word = low[first]
        if word == "the" and low[last - 1] == "old" and "year" in low[first:last]:
            return self._person_before(first)  # the 61-year-old
        if last - first == 2 and word in words["possessives"] and low[last - 1] in words["of somebody"]:
            whose = self._owner(first, word)
            return None, f"{whose}'s {low[last - 1]}" if whose else doc.words(first, last).lower()  # his office
        if (found := self._of_mentions(first, last)) is not None:
            return found, None
        apposed = _APPOSED.search(tags, first, last) if tags.find(",", first, last) > 0 else None
        at = self.actors.at.get(apposed.start("name")) if apposed else None
        if apposed and apposed.end() == last and (at is None or self.actors.list[at].kind not in ("place", "country")):
            # its defence minister, Tor Lunde; but: a source in the capital, Velm
            return None, doc.words(apposed.start("name"), last)
        head = document(doc, tags, first, last)
        if 0 <= head < last - 1:
            maker = self._maker(head, last)
            if maker is not None:
                return maker
            if tags[head + 1] == "d" or (tags[head + 1] == "e" and (head + 2 == last or tags[head + 2] in "D0")):
                last = head + 1  # a survey the same month
        told = self._of_document(first, last) or self._of_definite(first, last)
        return told if told is not None else self._of_words(first, last)

    def _of_one_word(self, first: int) -> Who:
        """Who a figure or a pronoun is."""
        if self.tags[first] != "p":
            return None, None  # in 2025, which said
        if first > 1 and self.doc.low[first - 1] == "of" and self.tags[first - 2] == "0":
            return None, self.doc.words(first - 2, first + 1)  # three of them: not those who spoke before
        return self._pronoun(first, self.doc.low[first])

    def _of_mentions(self, first: int, last: int) -> int | None:
        """The actor that a phrase names, or means by a word for a body."""
        low, tags, word, short = self.doc.low, self.tags, self.doc.low[first], last - first == 2
        if word == "the" and short and self.organization is None and low[first + 1] in words["bodies of aid"] and (
                hit := self._body_hit(first)) is not None:
            return hit  # a Velm Aid Council convoy was ambushed, the agency said
        found, body = self._mentioned(first, last), self.organization
        of_the_un = word == "the" and last - first == 3 and low[first + 1] in ("un", "u.n.")
        if body is not None and of_the_un and self._may_be(body, first + 1, last):
            return body  # the World Food Programme said ... The UN agency said
        if found is not None and word == "the" and body is not None:
            plain = short and low[first + 1] in words["bodies"] and self.last[0] == body
            if plain and self.actors.list[found].name.endswith(low[first + 1]) and self._may_be(body, first + 1, last):
                return body  # "NENA said ... The agency said"
            anew = self._anew(found, first, last)
            if anew and "M" in tags[first:last]:
                return None  # the Velm refugee agency
            if anew and self._may_be(body, last - 1, last):
                return body  # the Red Cross said ... The humanitarian agency said
        return found

    def _of_document(self, first: int, last: int) -> Who | None:
        """Who told what a document says whose noun ends the phrase: the ministry's report, its figures, preliminary data."""
        low, head = self.doc.low, last - 1
        if low[head] in words["documents"]:
            telling = low[head] in words["telling"] and low[first] not in words["indefinite"]
            telling = telling or low[head] in words["issued"]  # an RSF statement
            owner = next((self.actors.at[m.first] for m in self.mentions(first, head)
                          if self._owns(m.first) or (telling and m.last == head)), None)
            if owner is not None and self.actors.list[owner].kind in ("person", "organization", "group"):
                return owner, None  # the ministry's report, ministry figures
            if first < head and low[head] in words["issued"] and (low[head - 1] in words["authorities"] or low[head - 1] == "military"):
                return None, self._words(first, head)  # an army statement
            mark = low.index("'s", first, head) if "'s" in low[first:head] else 0
            if mark > first and (low[mark - 1] in words["bodies"] or low[mark - 1] in words["authorities"]):
                return None, self._words(first, mark)  # the ministry's latest report, where no actor stands for it
            if low[first] == "its" and (own := self._subject(first, ("organization", "country", "group"))) is not None:
                return own, None  # the ministry has paid 12 men, its figures show
        if self.body != (None, None) and low[head] in words["provisional data"] and 0 < head - first < 3 and (
                {*low[first:head]} <= words["provisional"]):
            return self.body  # the ministry said 40 were hurt. Preliminary data show ...: who spoke before
        return None

    def _of_definite(self, first: int, last: int) -> Who | None:
        """Who was told of before, where "the" or another definite word stands before a document or a body: the statement, the group."""
        doc, low, word, head = self.doc, self.doc.low, self.doc.low[first], last - 1
        short = word == "the" and last - first == 2
        if word in words["definite"]:
            before = self.body if self.body != (None, None) or low[head] not in words["own"] else self.last
            if low[head] in words["documents"] and last - first - (low[first + 1] in words["same"]) == 2 and before != (None, None):
                return before  # the statement: of the body that spoke last, else of the person
            sentence = doc.sentence_of(first)
            if short and sentence and low[head] in words["documents"] and low[head] in low[slice(*doc.sents[sentence - 1])] and (
                    owner := self._subject_before(first)) is not None:
                return owner, None  # "The UN published a report. The report said"
            called = low[head] in words["bodies"] and word not in ("its", "their")
            if self.organization is not None and called and self._may_be(self.organization, first + 1, last):
                armed = self._armed_before(first) if word == "the" and low[head] in words["outside the state"] else None
                return self.organization if armed is None else armed, None
            if short and low[head] in self.heads:
                return self.heads[low[head]]
        if word == "the" and not short and low[head] in words["outside the state"] and self._described(first + 1, head) and (
                group := self._armed_before(first)) is not None:
            return group, None  # the Velm Front fired rockets. The hardline Sunni group said
        if short and low[head] in words["outside the state"] and (group := self._group_before(first)) is not None:
            return group, None  # the army accused the Velm Front; the group denied it
        if short and low[head] in words["bodies"]:
            own = self._subject_before(first)
            actor = self.actors.list[own] if own is not None else None
            if own is not None and actor and actor.kind == "organization" and " " in actor.name and self._may_be(own, first + 1, last):
                return own, None  # Velm Watch put the toll at 40. The town was empty, the group said
        return None

    def _of_words(self, first: int, last: int) -> Who:
        """Who is nobody told of before: the words, or those whom a noun counts."""
        low = self.doc.low
        named = next((t for t in range(last - 1, first, -1) if not self.doc.forms[t][0].isupper()), first)
        if first < named < last - _PAIR and low[named] in words["societies"] and self.tags[named + 1:last].strip("M") == "":
            name = self.doc.words(named + 1, last)
            self.heads[low[named]] = self.called[name] = None, name  # the rights group Open Hands: "the group"
            return None, name
        noun = last - first == 1 and not {*low[last:last + 1]}.isdisjoint(words["nouns"])
        who = self._people(first) if noun else None
        who = who or (None, self._words(first, last))
        single = low[first] in words["one"] or low[first] == "the" or "'s" in low[first:last]
        if single and low[head := self._head(first, last)][-1:] != "s" and (low[head] in words["human"] or low[head] in words["persons"]):
            self.unnamed = who, last
        return who

    def _armed_before(self, token: int) -> int | None:
        """The armed group with which the sentence before begins, who "the group" is then: "the Red Cross said ... Hezbollah fired nine
        rockets. The group said"."""
        who = self._subject_before(token)
        side = side_of(self.actors.list[who].name) if who is not None else None
        return who if side is not None and side not in countries().codes else None

    def _described(self, first: int, last: int) -> bool:
        """Whether words before "group" tell what it is, and name nobody: hardline, Norlandic, Sunni."""
        nations = countries().demonyms
        named = (t for t in range(first, last) if self.tags[t] == "M")
        return all(self.doc.low[t] in words["faiths"] or self.doc.words(t, t + 1) in nations for t in named)

    def _body_hit(self, token: int) -> int | None:
        """The one body named before a token in its sentence, whose convoy or staff came to harm: no side of a war."""
        at = self.actors.at
        near = {at[t]: t for t in range(self.doc.sents[self.doc.sentence_of(token)][0], token - 2) if t in at}
        bodies = [who for who in near if self.actors.list[who].kind == "organization" and " " in self.actors.list[who].name]
        name = self.actors.list[bodies[0]].name if len(bodies) == 1 else ""
        if not name or side_of(name) is not None or not words["of the state"].isdisjoint(name.lower().split()):
            return None
        low, mention = self.doc.low, self.actors.mention_at[near[bodies[0]]]
        of = next((t for t in range(mention.first - 1, max(0, mention.first - _OF_THE), -1) if low[t] == "of"), 0)
        theirs = low[mention.last] in words["theirs"] or of and low[of - 1] in words["theirs"]  # a convoy of the charity Velm Aid
        return bodies[0] if theirs else None

    def _people(self, token: int) -> Who | None:
        """The country whose adjective alone is the source: "Norlandic claims that nine fell"."""
        word, known = self.doc.words(token, token + 1), countries()
        if word not in known.demonyms or word in known.plurals:
            return None
        name = known.demonyms[word]
        actor = next((k for k, a in enumerate(self.actors.list) if a.kind == "country" and a.name == name), None)
        return (None, name) if actor is None else (actor, None)

    def _maker(self, head: int, last: int) -> Who | None:
        """Whose a document is, by what stands behind it: "figures from the ministry", "a report published by the bank"."""
        low = self.doc.low
        made = self.tags[head + 1] == "e" and low[head + 1] in words["making"]
        behind = head + 1 + made
        if made and "by" in low[behind:min(last, behind + _MADE)]:
            behind = low.index("by", behind)  # a report published on Tuesday by the bank
        if behind >= last or not (low[behind] == "by" or (low[behind] in ("from", "of") and low[head] in words["telling"])):
            return None
        who = self._mentioned(behind + 1, last)
        if who is not None and self.actors.list[who].kind in ("person", "organization", "group"):
            return who, None
        body = behind + 1 < last and any(low[last - 1] in words[kind] for kind in ("authorities", "offices", "bodies", "groups"))
        return (None, self._words(behind + 1, last)) if who is None and body else None

    def _may_be(self, organization: int, first: int, last: int) -> bool:
        """Whether an organization may be called so: by words of its name, or "the aid group" where its name does not tell what it is."""
        name = self.actors.list[organization].name.lower().split()
        if self.doc.low[first] in ("un", "u.n.") and last - first == 2:  # UN agency
            return self.doc.low[last - 1] in words["bodies"] and not words["agencies of the UN"].isdisjoint(name)
        if "M" in self.tags[first:last] and "based" not in self.doc.low[first:last]:
            return False  # the NENA agency
        if all(word in name for word in self.doc.low[first:last]):
            return True
        if self.doc.low[last - 1] in words["outside the state"] and not words["of the state"].isdisjoint(name):
            return False  # the army said ... The group
        fits = words["groups"] if self.doc.low[last - 1] == "group" else frozenset[str]()  # Velm Farmers' Network: the group
        return not any((word in words["bodies"] or word in words["offices"]) and word not in fits for word in name)

    def _pronoun(self, token: int, word: str) -> Who:
        actor = self.actors.at.get(token)
        if self.doc.low[token + 1:token + 2] in _ADDED and self.last != (None, None) and (
                self.last == self.many if word == "they" else word == "it" and self.last not in (self.many, self.person)):
            return self.last  # rebels came, officials said. Nine people died, they added
        if word in words["he she"] and self.unnamed[0] == self.last != (None, None) and self._still(token):
            return self.last  # a mother of two said ... she said
        if word in words["he she"] and (one := self._one_before(token, actor is not None)) is not None:
            return None, self._words(*one)
        if word in words["he she"] and actor is not None and self._spoke(token, word):
            return self.person  # Ivo Tarn said Olav Brand had left. "...," he said: Tarn
        if word == "it" and (rival := self._rival(token)) is not None:
            return rival, None
        if word == "it" and (body := self._told_of(token)) is not None:
            return None, self._words(*body)
        if word == "it" and (body := self._own_body(token)) is not None:
            return None, self._words(*body)
        own = self._just_told(token) if word == "it" else None
        if own is not None:
            return own, None
        if word == "it" and self.body != (None, None) and self.body == self.last:
            return self.body  # "The army said Norland had fired. It said 12 died": the speaker before
        if actor is not None:
            return actor, None
        if word in words["he she"]:
            if self.person[1] in ("he", "she") and self.person[1] != word:
                return None, word  # "What?" she asked. "Nothing," he said
            one = self._ruler_before(token) if self.person[0] is None else None
            if one:
                return None, self._words(*one)
            return self.person if self.person != (None, None) else self._person_before(token)
        own = self._subject(token, ("group",) if word in words["they"] else ("organization", "country"))
        if own is not None and word in words["it they"]:
            if self.many == self.last != (None, None) and (
                    self._counted(own, token) or self.actors.list[own].name.rpartition(" ")[2] in words["raiders"]):
                return self.many  # officials said nine had come. Seven guards died, they said; the gunmen burned 20 homes, they said
            return own, None
        if word in words["they"]:
            for first in (self.doc.sents[self.doc.sentence_of(token)][0], self.doc.sents[max(0, self.doc.sentence_of(token) - 1)][0]):
                end = self._plural(first, token) if token > first + 4 else -1  # prosecutors have charged two men, they said
                if end > 0 and self.many[0] is None and (told := self._words(first, end)) not in (self.many[1] or ""):
                    return None, told
            if self.many == self.last != (None, None):
                return self.many
            before = self._subject(self.doc.sents[max(0, self.doc.sentence_of(token) - 1)][1] - 1, ("group", "organization"))
            if before is None and self.many == (None, None) and self.organization is not None and self.last[0] == self.organization:
                return self.last  # "the ministry said ... They said"
            return self.many if before is None and self.many != (None, None) else (before, None if before is not None else word)
        if word == "it" and self.body != (None, None):
            return self.body
        before = self._subject_before(token) if word == "it" else None
        return before, None if before is not None else self._words(token, token + 1)

    def _still(self, token: int) -> bool:
        """Whether a token stands one sentence behind a person without a name who spoke, or two in one paragraph, and nobody is named
        between."""
        if any(self.actors.list[self.actors.at[m.first]].kind == "person" and m.form != "pronoun" and self.doc.low[m.first - 1] != "told"
               for m in self.mentions(self.unnamed[1], token)):
            return False  # but: an official told Dawn
        own = self.doc.sentence_of(token)
        far = own - self.doc.sentence_of(self.unnamed[1] - 1)
        return far <= 1 or far == 2 and not any(self.doc.opens_line(self.doc.sents[k][0]) for k in (own - 1, own))

    def _just_told(self, token: int) -> int | None:
        """The body that its own clause tells of ("Norland gave a toll in May, when it said"), or the sentence before, in which nobody
        speaks: "The UN said nine died. The army has put out new figures. It says"."""
        kinds, sentence = ("organization", "country"), self.doc.sentence_of(token)
        first = self.doc.sents[sentence][0]
        if self.doc.low[token - 1] in words["fronting"] | words["where"] and token > first + 1:
            return self._subject(token, kinds)
        fronted = self.tags[first] in "iyD" and {*"eVKNGbpr"}.isdisjoint(self.tags[first:token])  # In a bulletin it said
        if token != first and not fronted or self.doc.opens_line(first):
            return None
        if self.told_at < 0 or self.doc.sentence_of(self.told_at) >= sentence - 1:
            return None
        return self._subject_before(token)

    def _counted(self, who: int, token: int) -> bool:
        """Whether a group named before a token is counted there: such people are told of, and seldom who tells."""
        at = next((m.first for m in reversed(self.actors.list[who].mentions) if m.first < token), 0)
        return self.doc.low[at - 1][:1].isdigit() or self.doc.low[at - 1] in words["numerals"]

    def _spoke(self, token: int, word: str) -> bool:
        """Whether the last speaker is a person, named in the sentence before as the one who speaks in it, whom he or she may mean."""
        who = self.person[0]
        if who is None or self.person != self.last:
            return False
        first = self.doc.sents[max(0, self.doc.sentence_of(token) - 1)][0]
        actor = self.actors.list[who]
        near = [m for m in actor.mentions if first <= m.first < token]
        own = self.doc.sents[self.doc.sentence_of(token)][0]
        if any(self.actors.at[m.first] != who and self.actors.list[self.actors.at[m.first]].kind == "person" and m.form != "pronoun"
               for m in self.mentions(own, token)):
            return False  # Pope Ivo prayed for those who he said had died
        called = {self.doc.low[m.first] for m in actor.mentions if m.form == "pronoun"} | {pronoun_of(actor.name.split()[0].lower())}
        return bool(near) and called - {None} <= {word}

    def _owner(self, token: int, word: str) -> str | None:
        """The name of the one whom "its" means, or "his", where one person alone is named in this sentence and the one before."""
        who = self.body
        if word != "its":
            first = self.doc.sents[max(0, self.doc.sentence_of(token) - 1)][0]
            named = {self.actors.at[m.first] for m in self.mentions(first, token)}
            persons = [n for n in named if self.actors.list[n].kind == "person"]
            who = (persons[0], None) if len(persons) == 1 and word in words["he she"] else (None, None)
        return who[1] if who[0] is None else self.actors.list[who[0]].name

    def _person_before(self, token: int) -> Who:
        """The person mentioned last before a token; the pronoun itself where there is none near."""
        for at in range(token - 1, max(-1, token - 80), -1):
            who = self.actors.at.get(at)
            if who is not None and self.actors.list[who].kind == "person":
                return who, None
        return None, self._words(token, token + 1)

    def _joined(self, first: int, joint: int, last: int) -> Who:
        """Police and medics: the fullest name of each; singer and actor Ivo Tarn: one person."""
        second = self._mentioned(joint + 1, last)
        one = self.doc.low[joint - 1]
        if (second is not None and self.actors.list[second].kind == "person" and not self.mentions(first, joint)
                and self.tags[first] in "wM" and one[-1:] != "s" and one not in words["unnamed"]):
            return second, None
        names = []
        for a, b in ((first, joint), (joint + 1, last)):
            who = self._mentioned(a, b)
            names.append(self._words(a, b) if who is None or self._modified(a, b, who) else self.actors.list[who].name)
        return None, " and ".join(names)

    def _words(self, first: int, last: int) -> str:
        """The words of a source without its article, small where only the start of a sentence made them capital."""
        if last - first > 1 and self.doc.low[first] in words["articles"]:
            text = self.doc.words(first + 1, last)
            if self.doc.low[first] == "the":
                self.definite.add(text)
            return text
        text = self.doc.words(first, last)
        starts = first == self.doc.sents[self.doc.sentence_of(first)][0] or self.tags[max(0, first - 3):first] == "0:0"
        common = self.tags[first] != "M" or (
            first not in self.actors.at and self.tags[first + 1:min(first + 2, last)] != "M" and self._common(first))
        return text[0].lower() + text[1:] if starts and common else text

    def _common(self, token: int) -> bool:
        form, word = self.doc.forms[token], self.doc.low[token]
        return form[1:2].islower() and (ordinary(word) or word in words["documents"])

    def _modified(self, first: int, last: int, who: int) -> bool:
        """Whether a group has words before it that its name lacks: "police and medical sources"."""
        return self.actors.list[who].kind == "group" and self.actors.at.get(first) is None and self.tags[first] != "d"
