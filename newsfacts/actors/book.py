"""The actors met so far, and by which words they may be called again."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from newsfacts.actors.datelines import opens_sentence
from newsfacts.actors.groups import Group
from newsfacts.actors.keys import Key, fold, folded, head, initials
from newsfacts.actors.pronouns import marked
from newsfacts.actors.sides import adjective_side, code_of, countries, side_of, state_called, without_owners
from newsfacts.actors.spot import Names
from newsfacts.actors.words import (
    RANKS,
    company_words,
    governing,
    head_words,
    opening_bodies,
    organization_codes,
    pronoun_of,
    role_words,
    small_tag,
    spellings,
    struck,
    table,
)
from newsfacts.drafts import ActorDraft, Actors, MentionDraft
from newsfacts.late import late

_ROLE_BEFORE = late(r"[xclhszrEKJTX-]{0,3}(?:r|T(?=[fo,]))"
                    r"(?:(?:[fo]t?|[ij](?=[A-Z]))(?:[xclhgQCOPAEGJXUNFSHLB'-]|(?<=[A-Z])a(?=[A-Z])|r(?=[gh])|T(?=G)|TK){1,7})?,?$")
# offices of offices: Head of the Press Service of the Ministry of Defence, the commander of the 5th Brigade of the Armed Forces of
_OFFICE = late(r"(?:(?:[KXEJ]-?){0,3}(?:T-)?(?:T|X(?=j)|(?<=K)r)(?:[ofj]t?(?:[A-Zhx9n'&-]|(?<![FSA])a(?=[EXGN]))+){1,5}"
               r"|(?:[KXEJxcl]-?){0,3}r(?:[of]t?(?:[A-SU-Zhx9n'&-]|(?<![FSA])a(?=[EXGN]))+){1,5})$")
_ROLE_AFTER = late(r",(?:n,)?(?P<the>(?:[tz](?=z?[^z])|d(?!-))?)"
                   r"(?P<role>z?(?:(?:[ASFP]l?|[xh]|[A-Z]{2,4})'z?)?[xclhKEJXCOPUG'n9-]{0,4}[TrK]"
                   r"(?:[^,.?:;\"()vwy|]|(?<=-)y){0,14})(?<!Z)[,.()\"]")
_CLAUSE = 24  # tokens of ", which has 900 men there,"
_ASIDE = late(r",[bfijoz][bdfijotxz]{0,3},[vy]")  # Norland, for its part, said
_STATE = frozenset(("army", "military", "navy", "armed forces"))
_PREPOSITION = late(r" (?:of|for|at|in) ")
_REGIONS = frozenset("region province oblast district governorate county prefecture state".split())
_COURTESY = {"mr": "he", "mrs": "she", "ms": "she", "miss": "she", "mme": "she", "mlle": "she", "messrs": "he"}
_OWN = ("'s", "’s", "'")
_HONOURS = frozenset("sir dame dr mr mrs ms prof".split())
_KIN = dict.fromkeys("brother son father husband uncle nephew grandfather grandson stepson boyfriend king prince sir".split(), "he") | (
    dict.fromkeys("sister daughter mother wife aunt niece grandmother girlfriend widow queen princess actress dame".split(), "she"))
_ENDING = frozenset(("who", "whose", "which", "that", "where", "when"))
_FACTIONS = frozenset(("pro", "anti", "non"))  # the pro-Paris lawmaker
_SENIOR = frozenset("senior top former longtime".split())
_WARS, _BEGAN = frozenset("war conflict insurgency uprising".split()), frozenset("began started erupted broke".split())
_DETERMINERS = (["a"], ["an"], ["one"], ["its"], ["his"], ["her"], ["their"], ["which"])
_OUTLAWS = frozenset("group militia movement party organization organisation guerrillas rebels paramilitaries army".split())
_LONG = 3  # words of a name that is called by the first two
_INITIALS = 3  # most letters of a name that is written in capitals: USA, UAE
_LEADING = frozenset("chief lead top deputy".split())  # negotiator
_ONCE = frozenset("retired ousted exiled jailed disgraced elected".split())  # teacher
_LONGEST = 20  # tokens of an office
_APPOSED = 9  # tokens of an apposition
_TITLES = 12  # tokens before a name in which its role stands


def _plain(text: str) -> str:
    """The plain name of a country."""
    return countries().names.get(text) or side_of(text) or state_called(text) or text


class Book:
    """Reads mentions in text order; `actors` is what they add up to."""

    def __init__(self, names: Names) -> None:
        self.doc, self.tags, self.openers = names.doc, names.tags, names.openers
        self.low, self.starts, self.stops = names.doc.low, names.doc.starts, names.doc.ends
        self.list: list[ActorDraft] = []
        self.at: dict[int, int] = {}
        self.mention_at: dict[int, MentionDraft] = {}
        self.actors = Actors(self.list, self.at, self.mention_at)
        self.fulls: list[Key] = []  # the fullest name of each actor
        self.exact: dict[str, dict[Key, int]] = defaultdict(dict)  # kind → name → actor
        self.short: set[str] = set()  # names of one word that persons were called by
        self.folded: dict[str, dict[str, int]] = defaultdict(dict)  # the same by spelling, also of a person's first and last name
        self.owned: dict[tuple[str, Key], int] = {}  # country and name → the organization of that country
        self.ends: dict[Key, int] = {}  # the last words of an organization's name, or those before "of Norland"
        self.heads: dict[Key, int] = {}  # the latter
        self.begins: dict[str, int] = {}  # its first word, -1 where several begin so
        self.acronyms: dict[str, int] = {}
        self.by_head: dict[str, int] = {}  # "council", "minister" → the actor last so called
        self.last = (-9, -1, -1)  # the name before: its end, its actor, its first token
        self.person = -1  # the person who last was a subject
        self.earlier = -1  # the one before
        self.recent = -1  # the person who was named last
        self.subject = -1  # the organization or country that last was a subject
        self.subject_in = -1  # in which sentence
        self.gender: dict[int, str] = {}
        self.marked = marked(self.doc, self.tags)
        self.sexed: dict[str, int] = {}  # he, she → the person so called who was named last

    def _new(self, name: str, kind: str, country: str | None, key: Key, capital: str | None = None) -> int:
        self.list.append(ActorDraft(name, kind, None, country, [], capital))
        self.fulls.append(key)
        return len(self.fulls) - 1

    def _mention(self, who: int, first: int, last: int, form: str) -> None:
        mention = self.mention_at[first] = MentionDraft(first, last, self.starts[first], self.stops[last - 1], form)
        self.list[who].mentions.append(mention)
        self.at[first] = who

    def name(self, first: int, last: int, key: Key, kind: str, title: tuple[int, int] | None) -> None:
        """A capitalised name; `title`: the tokens of the title before it."""
        end = last
        if kind == "place" and self.tags[last:last + 1] == "l" and self.low[last] in _REGIONS:
            key += (self.low[last],)  # the Odesa region
            end += 1
        elif kind == "group" and self.low[last:last + 1] == ["family"]:
            key += ("family",)  # the Tarn family
            end += 1
        exact = self.exact[kind]
        who = exact.get(key)
        if who is not None and kind == "organization" and (land := self._other_land(who, first)):
            who = self.owned.get((land, key))  # Norland's Health Ministry, then Sudland's
        if who is None:
            if kind == "country":
                who = self._country(first, end, key)
            elif kind == "person":
                who = self._person(first, last, key)
            else:
                who = self._body(first, last, key, kind, end)
            exact[key] = who
        actor = self.list[who]
        if kind == "organization" and actor.country:
            self.owned[actor.country, key] = exact[key] = who
        form = "name"
        if len(key) < len(self.fulls[who]):
            form = "short"
        elif actor.name.isupper() and (kind in ("place", "person") or len(key) > 1):
            actor.name = self.doc.words(first, end)  # KYIV in the dateline, Kyiv in the text
        mention = self.mention_at[first] = MentionDraft(first, last, self.starts[first], self.stops[last - 1], form)
        actor.mentions.append(mention)
        self.at[first] = who
        paired = self.last[0] == first - 1 and self.tags[first - 1] == "a"  # "it" is none of "Norland and Sudland"
        self.last = last, who, first
        if kind == "person":
            self._named(who, actor, key, first, last, title)
        elif ((after := self.tags[last:last + 1]) in ("y", "v") or after == "," and self._aside(last)) and (
                kind != "place" or actor.capital) and not self._governed(first):
            if not paired:
                self._acts(who, first)
            if actor.capital:
                actor.country = code_of(actor.capital)  # Kyiv said

    def _aside(self, comma: int) -> bool:
        """Whether only an adverb or what it is stands between a name and its verb: "Norland, for its part, said", "Norland, which has 900
        men there, said"; no apposition."""
        if self.low[comma + 1:comma + 2] == ["which"]:
            end = self.doc.sents[self.doc.sentence_of(comma)][1]
            close = next((t for t in range(comma + 3, min(comma + _CLAUSE, end - 1)) if self.low[t] == ","), comma)
            return close > comma and self.tags[close + 1:close + 2] in ("y", "v")
        return self.low[comma + 1:comma + 2] not in _DETERMINERS and _ASIDE.match(self.tags, comma) is not None

    def _acts(self, who: int, first: int) -> None:
        """An organization that does something: "it" is the first to do so in the last sentence that has one."""
        sentence = self.doc.sentence_of(first)
        if sentence != self.subject_in:
            self.subject, self.subject_in = who, sentence

    def _named(self, who: int, actor: ActorDraft, key: Key, first: int, last: int, title: tuple[int, int] | None) -> None:
        """What the name of a person tells of whom short names, pronouns and roles mean."""
        tags = self.tags
        if len(key) == 1:
            self.short.add(key[0])
        else:  # a short name means the one last named in full, unless it is in use
            persons = self.exact["person"]
            kin = (key[-1],) in persons and self._kin(first, last)  # Ana Tarn, Ivo's daughter: Tarn is still Ivo
            for word in key[:1] if kin else (key[0], key[-1]):
                if word not in self.short:
                    persons[(word,)] = who
            if len(key) == 3 and len(key[1]) > 2:  # Olha Marn Tarn: Marn
                persons.setdefault((key[1],), who)
        self.recent = who
        before = self.low[first - 1] if first else ""
        before = self.low[first - 2] if before == "," and first > 1 and self.low[first - 2] in _KIN else before  # her brother, Orlo,
        if before in _KIN or before.endswith("woman"):
            self.gender.setdefault(who, _KIN.get(before, "she"))
        told = self.gender.get(who) or pronoun_of(self.fulls[who][0])
        if told:
            self.sexed[told] = who
        after = tags[last:last + 1]
        if self.person != who and (self.person < 0 or after in ("v", "y", "w") or after == "," and not self._governed(first) or (
                first in self.openers and not (after and self.low[last] in _OWN))):
            self.earlier, self.person = self.person, who
        if title:
            self._role_of(who, first, last, title)
        elif actor.role is None:
            before = tags[max(0, first - _LONGEST):first]
            if after == "," or "r" in before or "T" in before:
                self._role_of(who, first, last, title)

    def _kin(self, first: int, last: int) -> bool:
        """Whether a name is that of somebody's kin: "his wife Ana Tarn", "Ana Tarn, the director's daughter,"."""
        if first and self.low[first - 1] in _KIN:
            return True
        behind = self.low[last:last + _APPOSED]
        return behind[:1] == [","] and any(word in _KIN and after in (",", ".", "who") for word, after in pairwise(behind[1:]))

    def _governed(self, first: int) -> bool:
        """Whether a preposition stands before a name: "talks with Norland were"."""
        first -= self.tags[first - 1:first] == "t"
        return self.tags[first - 1:first] in ("o", "i", "j", "f", "b") or (first > 0 and self.low[first - 1] in governing())

    def _brussels(self) -> str | None:
        """What Brussels stands for: the union where that is told of, and Belgium is not."""
        keys = self.doc.keys
        union = not keys.isdisjoint(("eu", "european")) and keys.isdisjoint(("belgium", "belgian", "belgians"))
        return "European Union" if union else countries().capitals.get("Brussels")

    def _capital(self, text: str) -> str | None:
        """The country of which a name is the capital, KYIV in a dateline too."""
        known = countries().capitals
        if text in known:
            return self._brussels() if text == "Brussels" else known[text]
        return known.get(text.title()) if text.isupper() else None

    def _country(self, first: int, end: int, key: Key) -> int:
        """The country of a name that was not used before."""
        text = self.doc.words(first, end)
        if self.low[max(0, first - 2):first + 1] == ["people", "'s", "republic"]:  # the (Democratic) People's Republic of Korea
            text = {"Republic of China": "China", "Republic of Korea": "North Korea"}.get(text, text)
        plain = _plain(text)
        who = self.exact["country"].get((plain,))
        if who is None:
            shouted = text.isupper() and len(text) > _INITIALS and "." not in text  # UKRAINE in the headline
            who = self._new(plain if shouted else text, "country", code_of(plain), key, self._capital(text))
        self.exact["country"][(plain,)] = who
        return who

    def _person(self, first: int, last: int, key: Key) -> int:
        """The person of a name that was not used before."""
        text = self.doc.words(first, last)
        known, spelled = self.folded["person"], folded(key)
        who = known.get(spelled) if (bracketed := self._bracketed(first, last, key)) is None else bracketed
        ending = fold(key[-1])
        if who is None:
            who = known.get(ending)
            if who is not None and len(key) > 1:
                full = self.fulls[who]
                short, long = sorted((full, key), key=len)
                if not (full[0] == key[0] or len(full) == 1 or long[-len(short):] == short  # Ana di Marzo, Di Marzo
                        or (full[0][0] == key[0][0] and 1 in (len(full[0]), len(key[0])))):
                    who = None
        if who is None:
            who = self._new(text, "person", None, key, self._capital(text))
        elif len(key) > len(self.fulls[who]):
            self.fulls[who], self.list[who].name = key, text
        known[spelled] = known[ending] = who
        if len(key) > 1:
            known[fold(key[0])] = who
        return who

    def _body(self, first: int, last: int, key: Key, kind: str, end: int) -> int:
        """The organization, place or group of a name that was not used before."""
        tags, known, spelled = self.tags, self.folded[kind], folded(key)
        if kind == "place" and len(key) == 1:
            spelled = spellings().get(key[0], spelled)  # Kiev: Kyiv
        text = self.doc.words(first, end)
        who = known.get(spelled) if (bracketed := self._bracketed(first, last, key)) is None else bracketed
        if kind == "organization":
            who = None if who is not None and self._other_land(who, first) else who
            if who is None:
                who = self._organization(first, key)
            if who is None and self.low[first - 2:first] == ["news", "agency"]:
                who = self._agency(first)
                if who is not None:
                    self.list[who].name, self.fulls[who] = text, key
            if who is None and tags[last:last + 1] == "(" and tags[last + 2:last + 3] == ")":
                short = (self.doc.low[last + 1],)  # "PKK frees nine", above "the Kurdistan Workers' Party (PKK)"
                who = told if (told := self.exact["organization"].get(short)) is not None and self.fulls[told] == short else None
            if who is None and self.last[0] < first and self.last[1] >= 0 and self.list[self.last[1]].kind == kind and (
                    self._also_called(self.last[0], first)):
                who = self.last[1]  # the Velm Front, also known as the VFK
            if who is None and kind == "organization" and self.last[1] >= 0 and self._or_called(self.last[0], first, last):
                who = self.last[1]  # the Karo Community, or CARO,
            if who is None and self.low[last:last + 2] == [",", "as"]:
                who = self._known_as(last, key[0])
            if len(key) > 1 and tags[first - 1:first] == "J":
                text = self.doc.words(first - 1, last)  # Greek Ministry of Culture
            elif self.last[0] == first - 1 and tags[first - 1] == "'" and (len(key) > 1 or tags[first] == "G"):
                text = self.doc.words(self.last[2], last)  # Ukraine's Security Council
            if self.last[0] == first - 1 and tags[first - 1] == "," and self.low[self.last[2]] == "university":
                text = self.doc.words(self.last[2], last)  # the University of California, Velm
                if who is not None:
                    self.list[who].name = text
        if who is None:
            who = self._new(text, kind, self._side(first, last, kind, text), key, self._capital(text))
        elif len(key) > len(self.fulls[who]):
            actor = self.list[who]
            self.fulls[who], actor.name = key, text
            actor.country = actor.country or self._side(first, last, kind, text)
        known[spelled] = who
        if kind == "organization":
            self._index(key, who)
        return who

    def _side(self, first: int, last: int, kind: str, text: str) -> str | None:
        """The country of an organization or group."""
        if kind != "organization":
            return code_of(side_of(text)) if kind == "group" else None
        tags = self.tags
        if tags[first - 1:first] == "'" and self.last[0] == first - 1 and (tags[first] != "O" or last - first > 1):
            return self.list[self.last[1]].country
        if tags[first - 1:first] == "'" and self.low[first - 2] == "south" and not self.doc.keys.isdisjoint(("korea", "korean")):
            return "KR"  # the South's Joint Chiefs of Staff
        if last - first > 1:
            if tags[first - 1:first] == "J":
                return code_of(side_of(self.doc.words(first - 1, first)))
            if tags[first] in "JC":
                return code_of(side_of(self.doc.words(first, first + 1)))
            if tags[last - 1] == "C" and tags[last - 2] != "i":
                return code_of(side_of(self.doc.words(last - 1, last)))
        return organization_codes().get(text) or code_of(countries().names.get(text))

    def _bracketed(self, first: int, last: int, key: Key) -> int | None:
        """The actor whose other name stands in brackets behind the name: Kurdistan Workers' Party (PKK)."""
        tags = self.tags
        if self.last[0] == first - 1 and tags[first - 1] == "(" and tags[last:last + 1] == ")" and (
                len(key) == 1 or last - first == 3 and tags[first] == "U" and self.doc.glued(first)):  # (PKK), (SPLA-IO)
            who = self.last[1]
            kind = self.list[who].kind
            if (kind in ("organization", "group") or kind == "place" and tags[first] == "U") and len(self.fulls[who]) > 1:
                return who  # but: Tarn Airport (Velm)
        return None

    def _agency(self, first: int) -> int | None:
        """Norland's state news agency, whose name begins at a token: "Norland's state news agency NNA"."""
        who = next((self.at[t] for t in range(first - 3, max(-1, first - 7), -1)
                    if t in self.mention_at and self.mention_at[t].last == first), None)
        return who if who is not None and len(self.list[who].mentions) == 1 and self.list[who].name.endswith("news agency") else None

    def _also_called(self, first: int, last: int) -> bool:
        """Whether only "also known as" stands between a name and another: ", also known as the"."""
        words = [word for word in self.low[first:last] if word not in (",", "(", "the", "as", "simply")]
        if words == ["known"]:
            return self.low[first:last][0] == ","  # the Fishing Authority, known as FiVelm
        return len(words) == 2 and words[0] in ("also", "better", "locally") and words[1] in ("known", "called")

    def _or_called(self, first: int, last: int, end: int) -> bool:
        """Whether only ", or" stands between a body's name and letters for it, or what says that they are its initials."""
        words, letters = self.low[first:last], self.doc.forms[last].rstrip()
        who = self.list[self.last[1]]
        if end - last > 1 or len(letters) < _INITIALS or not letters.isupper() or who.kind != "organization" or " " not in who.name:
            return False
        if words == [",", "or"]:
            return who.name[0] == letters[0] and self.tags[end:end + 1] in (",", ")")
        return "known" in words[:2] and words[-1] in ("initials", "acronym") and len(words) < _APPOSED

    def _other_land(self, who: int, first: int) -> str | None:
        """The country of the possessor before a token, where an organization is another country's."""
        if self.tags[first - 1:first] != "'" or self.last[0] != first - 1 or self.list[who].country is None:
            return None
        owner = self.list[self.last[1]]
        land = owner.country or code_of(owner.capital) if owner.kind in ("country", "place") else None
        land = land or (owner.name if owner.name in table()["homes"].values() else None)  # Gaza's Health Ministry
        return land if land != self.list[who].country else None

    def _known_as(self, last: int, letters: str) -> int | None:
        """The organization that letters stand for, if of another language, where that is told: "the FLK, as the group is known", of the
        Karo Liberation Front; they share two letters at least."""
        words = self.low[last + 2:last + 7]
        if "known" not in words or _OUTLAWS.isdisjoint(words):
            return None
        told = [(len({*letters} & {*initials(self.fulls[who])}), actor.mentions[-1].first, who) for who, actor in enumerate(self.list)
                if actor.kind == "organization" and actor.mentions and len(self.fulls[who]) > 1]
        return max(told)[2] if told and max(told)[0] > 1 else None

    def _organization(self, first: int, key: Key) -> int | None:
        """The organization that was called nearly so before."""
        if len(key) == 1:
            who = self.acronyms.get(key[0])
            if who is None:
                who = self.by_head.get(key[0]) if self.tags[first] == "G" else self.ends.get(key)
            return who if who is not None else self._begun(first, key[0])
        who = self.ends.get(key)
        if who is not None and self._other_land(who, first):
            return None  # the Norlandic Health Ministry ... Sudland's Health Ministry
        if who is None and len(key) > 2 and self.tags[first] == "J" and self.doc.headline is not None:
            who = self.exact["group"].get((f"{key[0]} {head(key)}",))  # "Norlandic ministry" above "the Norlandic Defence Ministry"
            if who is not None and self.list[who].mentions[-1].first >= self.doc.headline[1]:
                who = None
        if who is None:
            who = self.exact["organization"].get((initials(key),))
        return self._short_before(key) if who is None else who

    def _begun(self, first: int, word: str) -> int | None:
        """The one organization whose name begins with a word: Velmar, of the Velmar Marine Laboratory; a town, of its club."""
        who = self.begins.get(word, -1)
        if who < 0 or self.tags[first] not in "ASHLXN" and self.fulls[who][-1] not in struck("clubs named"):
            return None
        return who

    def _short_before(self, key: Key) -> int | None:
        """ "The Observatory", before "the Ghanaian Observatory of Prices" is told in full; "Norsteel" before "Norsteel Ltd"."""
        clubs = struck("clubs named")
        if len(key) > 2 and key[-1] in company_words() and (who := self.exact["organization"].get(key[:-1])) is not None and (
                self.fulls[who] == key[:-1]):
            return who  # Norsteel Optics, then Norsteel Optics NV
        word = key[0] if key[-1] in company_words() or key[-1] in clubs else head(key)
        who = self.exact["organization"].get((word,)) if word == key[0] or word in head_words() else None
        if who is None and "of" in key[2:-1] and self.doc.headline:
            title = self.doc.headline[1]
            bodies = ((start, self.exact["organization"].get(start)) for start in without_owners(key))
            return next((who for start, who in bodies if who is not None and self.fulls[who] == start
                         and self.list[who].mentions[-1].first < title), None)  # "General Staff: nine raids", in a headline
        return who if who is not None and self.fulls[who] == (word,) else None

    def _index(self, key: Key, who: int) -> None:
        """Keeps what an organization may be called besides."""
        self.by_head[head(key)] = who
        if len(key) > 1:
            self.acronyms[initials(key)] = who
            for cut in range(1, min(4, len(key) - 1)):
                self.ends[key[cut:]] = who
            if len(key) == 2 and key[0] in opening_bodies():
                self.ends[key[1:]] = who  # FC Velm, Grupo Velm: Velm
            elif key[-1] not in head_words() and key[-1] not in company_words():
                self.ends.setdefault(key[-1:], who)  # the Velm Mariners: the Mariners
            if "of" in key[2:-1]:
                self._without_owner(key, who)
            if key[-1] not in struck("local heads"):  # the Velmar Marine Laboratory: Velmar
                self.begins[key[0]] = who if self.begins.get(key[0], who) == who else -1
            if len(key) == _LONG:
                self.ends.setdefault(key[:2], who)  # Rio Velm Copper: Rio Velm
            if key[-1] in company_words():  # Norsteel Systems Inc.: Norsteel Systems, Norsteel
                self.ends.update(dict.fromkeys([key[:cut] for cut in range(1, len(key))], who))

    def _without_owner(self, key: Key, who: int) -> None:
        """The Ministry of Roads of Norland: the Ministry of Roads, where no other body of that name is told of."""
        for start in without_owners(key):
            if (known := self.heads.get(start)) is not None and known != who:
                self.ends.pop(start, None)
            else:
                self.heads[start] = self.ends[start] = who

    def _office(self, begin: int) -> tuple[int, int] | None:
        """The tokens of the office of offices before a name and its ranks: "Chief of the General Staff of Norland, General" Ivo Tarn."""
        tags, low, last = self.tags, self.doc.low, begin
        while last and low[last - 1] in RANKS:
            last -= 1
        near = max(0, last - _LONGEST)
        if sum([tags.count(tie, near, last) for tie in "ofj"]) < 2 - (last < begin):
            return None
        match = _OFFICE.search(tags, near, last)
        if match is None:
            return None
        first = match.start()
        while tags[first] not in "TrK" and low[first] not in role_words() and small_tag(low[first]) != "r":
            first += 1
        inner = tags[first:last].rstrip("TKEJ")
        if sum(map(inner.count, "ofj")) < 2 - (last < begin) or not inner.endswith("t") and tags[last - 1] == "T":
            return None  # spokesman for the office of President Ivo Tarn
        return first, last

    def _beside(self, who: int, begin: int, end: int, title: tuple[int, int] | None) -> tuple[int, int, int, bool] | None:
        """The tokens of the title or apposition beside a name, the token of whose it is (-1: nobody's), and whether it is a title."""
        doc, tags = self.doc, self.tags
        owner = -1
        if title and tags[title[0] - 1:title[0]] == "," and doc.low[title[0]] in RANKS and (
                office := _ROLE_BEFORE.search(tags, max(0, title[0] - _TITLES), title[0])) and tags[office.start() - 1:office.start()] in (
                "t", "W", "Y", "'", "I", "J", "p"):
            self.by_head[doc.low[title[0]]] = who  # the general said
            begin, title = title[0], None  # the army chief, General Ivo Tarn
        elif title and doc.low[title[0]] in _HONOURS and title[1] - title[0] <= 1 + (doc.low[title[1] - 1] == "."):
            behind = tags[end:end + 1] == "," and _ROLE_AFTER.match(tags, end)
            if behind or tags[title[0] - 1:title[0]] == "," and _ROLE_BEFORE.search(tags, max(0, title[0] - _TITLES), title[0]):
                # Dr Olha Marn, the director; the director, Dr Olha Marn
                if doc.low[title[0]] in _COURTESY:
                    self.gender.setdefault(who, _COURTESY[doc.low[title[0]]])
                begin, title = title[0], None
        if title:
            first, last = title
            if tags[first] == "Z" and tags[first - 1:first] == "r":
                first -= 1 + (tags[first - 2:first - 1] in ("h", "c") and first > 1)  # army chief Gen. Ivo Tarn
                first -= first > 1 and tags[first - 1] == "x" and doc.low[first - 1] in role_words()  # medical superintendent Dr Olha Marn
            elif doc.low[first] in RANKS and tags[first - 1:first] == "r" and first > 1:  # the ministry's spokesman Major General Ivo Tarn
                first, last = first - 1 - (tags[first - 2] in ("h", "c")), first
            if doc.low[first] == "chief" and doc.low[first - 3:first] == ["-", "in", "-"] and first > 3:
                first -= 4  # Commander-in-Chief
            if tags[first] == "J":
                owner, first = first, first + 1
            elif last - first > 2 and side_of(doc.words(first, first + 2)):
                owner, first = first, first + 2  # South Korean President
            elif first:
                owner = first - 1 - (tags[first - 1] == "'")
        elif tags[end:end + 1] == "," and (match := _ROLE_AFTER.match(tags, end)):
            first, last = match.span("role")
            if tags[first] == "z" and doc.low[first] not in _SENIOR or match["the"] == "d" and doc.low[end + 1] != "an":
                return None
            owner = first if tags[first] in "JC" else tags.find("C'", first, last)  # Secretary of Ukraine's Council
        elif match := _ROLE_BEFORE.search(tags, max(0, begin - _TITLES), begin):
            first, last = match.span()
            apposed = tags[last - 1] == ","
            last -= apposed
            whole = tags[first - 1:first] in ("t", "'") and not {"s", "z", "J"} & {*tags[first:last]}  # the EU's competition chief
            while not whole and tags[first] not in "rT" and doc.low[first] not in role_words():
                first += 1
            if apposed and tags[last - 1] == "T" and tags[end:end + 1] != "," and not (
                    tags[first - 1:first] == "'" and tags[end:end + 1] in ("v", "y")):
                return None  # the King, Olha Marn and nine guards
            first -= first > 0 and (doc.low[first - 1] in _ONCE or tags[first - 1:first + 1] == "xr" and first - 1 in self.openers)
            first -= first > 0 and doc.low[first - 1] in _LEADING and doc.low[first] not in _LEADING
            owner = first - 1 - (tags[first - 1:first] == "'")
            if apposed and tags[first - 1:first] == "'":  # Norland's defence ministry spokeswoman, Olha Marn
                near = range(first - 2, max(-1, first - 6), -1)
                first = next((t for t in near if t in self.at and self.mention_at[t].last == first - 1), first)
        else:
            return None
        return first, last, owner, title is not None

    def _role_of(self, who: int, begin: int, end: int, title: tuple[int, int] | None) -> None:
        """The title or apposition beside a name."""
        doc, tags = self.doc, self.tags
        office = self._office(begin)
        found = (*office, -1, False) if office is not None else self._beside(who, begin, end, title)
        if found is None:
            return
        first, last, owner, titled = found
        actor = self.list[who]
        if "oC" in tags[first:last] and (owner < 0 or tags[owner] not in "JC"):
            owner = tags.index("oC", first, last) + 1  # President of Norland
        if owner >= 0 and actor.country is None and not (owner > 1 and doc.low[owner - 1] == "-" and doc.low[owner - 2] in _FACTIONS):
            actor.country = code_of(side_of(doc.words(owner, owner + 1)) or side_of(doc.words(owner, owner + 2)))
        if first >= last or (titled and tags[first - 1:first] == "t" and tags[first - 2:first - 1] in ("o", "j")):
            return  # adviser to the President Ivo Tarn
        if doc.low[first] in _COURTESY:
            self.gender.setdefault(who, _COURTESY[doc.low[first]])
            return
        last = next((t for t in range(first + 1, last) if doc.low[t] in _ENDING), last)  # magnate whose father owned mines
        while last - first > 1 and tags[last - 1] in "ofjit":
            last -= 1  # author of "Old Tides"
        if tags[last - 1] == "I" and (cut := max(tags.rfind(tag, first, last) for tag in "iof")) > first:
            last = cut  # expert at the S. Tarn School
        end = last - (doc.low[last - 1] == ".")
        if end - first > 1 and doc.low[end - 1] in _HONOURS:
            last = end - 1  # Actor Sir Ivo Tarn
        role = doc.words(first, last)
        actor.role = actor.role or role
        role = role.lower()
        if role.startswith("former "):
            return  # the mayor is another now
        behind = _PREPOSITION.search(role)
        self.by_head[(role[:behind.start()] if behind else role).split()[-1]] = who

    def group(self, group: Group) -> None:
        """Officials, the army, Russian forces."""
        doc, owner, country = self.doc, group.owner, None
        if owner >= 0 and self.last[0] == owner + 1:
            owner, country = self.last[2], self.list[self.last[1]].country  # Saudi Arabia's army
        first = min(group.first, owner) if owner >= 0 else group.first
        name = doc.words(first, group.end)
        if name.isupper():  # ARMY SAYS NINE KILLED
            name = "".join(doc.forms[first:group.end]).rstrip()
        if owner < 0 and group.kind == "organization" and (land := self._its(group.first)) is not None:
            name, country = f"{land.capital or land.name}'s {name}", land.country  # Kyiv kept silent. Its air force said
        head = doc.low[group.last - 1]
        key, exact = (name.lower(),), self.exact["group"]
        who = exact.get(key)
        called = " ".join(doc.low[group.first:group.last])  # the ministry, the air force
        if group.end > group.last and owner < 0 and who is None:  # the ministry of health: no other ministry
            who = self._portfolio(name)
        elif group.definite and owner < 0 and (last := self.by_head.get(called)) is not None and (who is None or self._renamed(last, who)):
            who = last  # the ministry: the one told of last
            if who is not None and called in _STATE and self.list[who].country is None and " " in self.list[who].name:
                who = None  # the army is not the Velmian Liberation Army
        if who is None and owner >= 0:
            who = self._headed(called, name)
        if who is None:
            if owner >= 0 and country is None and (doc.low[owner],) not in self.exact["person"]:  # Ann French: French's office
                country = code_of(adjective_side(doc, owner) if owner == group.owner else side_of(doc.words(owner, group.owner + 1)))
            if owner < 0 and (first in self.openers or opens_sentence(doc, first)):
                name = name[0].lower() + name[1:]
            who = self._new(name, group.kind, country, tuple(name.lower().split()))
        exact[key] = self.by_head[head] = self.by_head[called] = who
        if owner == group.first and owner >= 0 and group.last - owner > 2:  # Norlandic air force: the air force
            self.by_head[" ".join(doc.low[owner + 1:group.last])] = who
        self._mention(who, group.first, group.end, "short" if self.list[who].mentions else "name")
        if group.kind == "organization" and not self._governed(group.first):
            self._acts(who, group.first)

    def _portfolio(self, name: str) -> int | None:
        """The ministry with this work that was told before: the ministry of health, of Norland's health ministry."""
        words = name.lower().split()
        last, ends = self.by_head.get(words[0]), (name.lower(), f"{words[-1]} {words[0]}")
        return last if last is not None and self.list[last].name.lower().endswith(ends) else self.ends.get(tuple(words))

    def _renamed(self, last: int, who: int) -> bool:
        """Whether "the ministry", that meant one ministry, means another told of since, with its owner."""
        one, other = self.list[last], self.list[who]
        return last != who and one.kind == "organization" and one.country is not None and one.mentions[-1].first > other.mentions[-1].first

    def _its(self, first: int) -> ActorDraft | None:
        """The country, or the capital for it, that acts in the sentence of "its" before a token, or in that before."""
        if not first or self.low[first - 1] != "its" or self.subject < 0 or self.doc.sentence_of(first) - self.subject_in > 1:
            return None
        actor = self.list[self.subject]
        return actor if actor.country and (actor.kind == "country" or actor.capital) else None

    def _headed(self, called: str, name: str) -> int | None:
        """The group that a headline names without its owner ("air force"), now told in full ("Norland's air force")."""
        who = self.by_head.get(called)
        actor = self.list[who] if who is not None else None
        if actor is None or self.doc.headline is None or actor.name.lower() != called:
            return None
        if any(m.first >= self.doc.headline[1] for m in actor.mentions):
            return None
        actor.name = name
        for mention in actor.mentions:
            mention.form = "short"
        return who

    def pronoun(self, token: int, *, quoted: bool = False) -> None:
        """He, she, it; what is `quoted` does not tell who is a man or a woman: "He told me," said Olha Marn's aunt."""
        word = self.low[token]
        if word == "it":
            if self.subject >= 0 and not self._war_before(token):
                self._mention(self.subject, token, token + 1, "pronoun")
            return
        candidates = [who for who in (self.person, self.recent) if who >= 0]
        named = self.sexed.get(word)
        if named is not None and self.list[named].mentions[-1].first >= self.doc.sents[max(0, self.doc.sentence_of(token) - 1)][0]:
            candidates.append(named)  # Anna Kolar met Ivo Tarn. She said
        if self.earlier >= 0 and self.list[self.earlier].mentions[-1].first >= self.doc.sents[max(0, self.doc.sentence_of(token) - 2)][0]:
            candidates.append(self.earlier)  # Anna Kolar came home. Her brother met her. She said
        for who in candidates:
            if (self.gender.get(who) or pronoun_of(self.fulls[who][0]) or word) == word:
                if not quoted:
                    self.gender[who] = word
                self._mention(who, token, token + 1, "pronoun")
                return

    def _war_before(self, token: int) -> bool:
        """Whether "it" begins a sentence behind one that tells how a war began: "The war began when Norland fired. It has killed 900"."""
        sentence = self.doc.sentence_of(token)
        first, last = self.doc.sents[max(0, sentence - 1)]
        return token == self.doc.sents[sentence][0] and not _WARS.isdisjoint(self.low[first:first + 4]) and not _BEGAN.isdisjoint(
            self.low[first + 2:min(first + 7, last)])

    def headed(self, token: int) -> None:
        """The headquarters, the observatory: the organization told of last whose name has this head."""
        who = self.by_head.get(self.low[token])
        if who is not None and self.list[who].kind == "organization" and " " in self.list[who].name and (
                not self.list[who].name.endswith(self.low[token]) and head(self.fulls[who]) == self.low[token]):
            self._mention(who, token, token + 1, "short")

    def role(self, token: int) -> None:
        """The minister, the president."""
        who = self.by_head.get("pope" if self.low[token] == "pontiff" else self.low[token])
        if who is not None and self.low[token + 1:token + 2] == [","] and (name := self.doc.forms[token + 2:token + 3]) and (
                name[0][0].isupper() and self.low[token + 2] not in self.fulls[who]):
            return  # the governor, Ivo Tarn, where another governor was told of before
        if who is not None:
            self._mention(who, token, token + 1, "role")
