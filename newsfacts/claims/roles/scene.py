"""What a text names beside its numbers: places, and who attacks with what. One tag a token, mentions of actors laid over.

Tags
    P in at near   > on against to   < from   o of   b by   h with   & and   t determiner   I its   O our   ' possessive
    d southern     l region, city    m words between a side and its weapon (overnight, missile)   a attack   w weapon   v attacks
    c carried (out by)   R responsibility   k continues (its attacks)   r retaliates (with)   f for   B was   q quake   W war
    J Russian   g rebel
      G place   C country   A other actor   ~ the rest of a name   n numbers  , . - marks   x other
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from newsfacts.actors import side_of
from newsfacts.actors.lands import told
from newsfacts.actors.sides import adjective_side, countries, side_in
from newsfacts.drafts import ActorDraft, Actors
from newsfacts.inflect import plural, verb_forms
from newsfacts.late import kept_table, late
from newsfacts.lexicon import Tagger, load_json
from newsfacts.records import record
from newsfacts.tokens import Doc
from newsfacts.typed import Any

_CAPITALISED, _LANDS = late("[A-Z][a-z]+"), late("[JCA]")
_WORDS = late(r"[^\W_]+(?:[.-][^\W_]+)*")
_MARKS = {",": ",", ";": ";", ".": ".", "!": ".", "?": ".", ":": ":", "-": "-", "–": ":", "—": ":", "(": ":", ")": ":", "'s": "'", "'": "'"}
_BESIDE = (["along", "with"], ["together", "with"])
_ENDS = frozenset(".!?:;…\"”")
_ENTRY = 3  # tokens of the end of "Armoured vehicles: 14"
_TOWNS = 8  # tokens of a dateline of several towns
_DATED = 8  # tokens from the town to the agency: , May 4, 2024 (
_MINED = 4  # tokens behind "hit" within which a mine stands
_OFFICE = 12  # tokens of "a spokesman for the Norlandic army in Velm"
_HEADS = frozenset(("chief", "minister", "head"))
_ENDS_OFFICE = frozenset((",", ".", "said", "says", "told", "who"))
_JOINT = 8  # tokens from "Norlandic" to "forces"
_NEAR = 20  # tokens between a side and its forces
_ACTORS = frozenset("JgCGA")  # tags one of which a deed has
_ACTS = frozenset("awvR")
_KINDS = {"place": "G", "country": "C"}
_OWN = late(r"(?P<own>J|g'?|[CGA]~*'?)(?::A~*:)?[-mn]{0,6}[aw][-awm]{0,4}")
_BY = late(r"a,?[^.,;:bh]{0,6}(?P<by>b|(?<=a)h|(?<=c)>|(?<=a)<(?=J[xm]))[tdm]{0,2}(?:x{1,2}(?=g))?(?=[JgCGA])")
_CLAIMED = late(r"[avw],?[xB]{0,3}[cv](?P<by>b)[td]{0,2}(?=[JgCGA])")
_BEHIND = late(r"(?:[CGA]~*|J[xm]{1,2}|g)[xB]{0,3}(?P<link>[xc])(?:[Pfoh](?:xx?)?)?[tmn]{0,3}a")
_SUFFERED = late(r"(?<!w)Bv(?P<by>b)[tdnm]{0,2}(?:x{1,2}(?=g)|x(?=[JA]))?(?=[JgCGA])")
_VERB = late(r"(?<![P><ohbf'&-])(?<![P><ob][dt])(?<![P><ob][dt][dt])"
             r"(?:[CG]~*'(?=A))?(?P<who>[CGA]~*|J[xm]{1,2}(?:-n)?|g(?=[P<>vk,]|x>[vaqx]t))(?:[P<>]t?[xmnl]{1,2})?(?P<aside>,[^,;.:]{1,14},)?(?:(?P<tried>x)>[vaqx](?=t)|x{0,2}v(?!&n)(?=[^.;:]{0,2}[tdGClxmnwJIO])|[xmt]{0,3}[kc][xItmno]{0,6}a|x{0,2}k[x>]{1,2}h?[xItm]{1,4}a|x{0,2}cR|x?(?P<back>r)[xP>]{0,4}[hb][xtmnw]{0,3}a)")
_THEY = late(r"xx{0,2}(?:v(?!&n)(?=[^.;:]{0,2}[tdGClxmnwJIO])|[kc][xItmno]{0,6}a)")
_WHERE = frozenset("in during near outside inside".split())
_CARRIED = 9  # tokens from "flown" to who flies
_OBJECT = 6  # tokens of what is fired: a number of long-range Norlandic drones
_SAID = 4  # tokens from "said" to the pronoun of those who said it
_SPEAKER = 7  # tokens of a name before "said"
_THEMSELVES = frozenset(("it", "they"))
_WHO_IT_IS = frozenset(("which", "whose", "a", "an", "the"))
_NOT = frozenset(("not", "never", "n't"))


def _loosed(tags: str, low: list[str], token: int) -> bool:
    """Whether an attack, a weapon or its aim follows "launched", "fired": not a search."""
    near = tags[token:token + _OBJECT].partition(".")[0]
    return near[:1] in (">", "P", "n") or not {"a", "w"}.isdisjoint(near) or not words_of("shots").isdisjoint(
        low[token:token + _OBJECT])


@cache
def table() -> dict[str, Any]:
    """The hand-written table (data/roles.json)."""
    loaded: dict[str, Any] = load_json("roles")
    return loaded


@cache
def words_of(*keys: str) -> frozenset[str]:
    """The words of a list in the table, or of several."""
    return frozenset(" ".join([table()[key] for key in keys]).split())


@cache
def forms_of(key: str) -> frozenset[str]:
    """The verbs of a list in the table, in all their forms."""
    return frozenset(form for word in words_of(key) for form in verb_forms(word))


@cache
def undergoing(event: str) -> frozenset[str]:
    """The verbs whose subject does not do what an event tells: "lost 300 men" of the killed."""
    return frozenset(table()["undergoes"].get(event, "").split())


@kept_table
def _tagged() -> dict[str, str]:
    out: dict[str, str] = {}
    for tag, words in table()["tags"].items():
        for word in words.split():
            if tag in "vkr":
                out.update((form, tag) for form in verb_forms(word) if form not in out)
            else:
                out.setdefault(word, tag)
    for tag in "aw":  # a noun that is a word between too stands for itself
        for word in table()["tags"][tag].split():
            out[word] = out[plural(word)] = tag
    out.update(dict.fromkeys(table()["groups"], "g"))
    return _MARKS | dict.fromkeys(load_json("numbers")["cardinals"], "n") | out


def _classify(word: str, key: str) -> str:
    tag = _tagged().get(key)
    if tag is not None:
        return tag
    if word[:1].islower():  # the common case
        return "x"
    if key[:1].isdigit():
        return "n"
    return "J" if word[:1].isupper() and (word in countries().demonyms or word in _second_words()) else "x"


@cache
def _second_words() -> frozenset[str]:
    """The last words of "North Korean", "Sri Lankan", and the adjectives of sides that are no countries: Houthi."""
    return frozenset((*(name.rpartition(" ")[2] for name in countries().demonyms if " " in name),
                      *load_json("actors")["side_adjectives"].split()))


TAGGER = Tagger(_classify)


@cache
def _plain() -> dict[str, str]:
    """ISO 3166 alpha-2 → plain name."""
    return {code: name for name, code in countries().codes.items()}


def side_of_actor(actor: ActorDraft) -> str | None:
    """The plain name of the country or side that an actor belongs to: Russian forces → Russia, Hamas gunmen → Hamas."""
    if actor.capital:
        return actor.capital
    if actor.kind == "country":
        return _plain().get(actor.country or "") or actor.name
    if actor.kind == "place":
        return None
    own = side_of(actor.name)
    if own:
        return own
    words = _WORDS.findall(actor.name if actor.kind != "person" else actor.role or "")
    named = side_in(words)
    if named and actor.kind == "organization" and "Movement" in words and " of " in actor.name:
        return actor.name  # the Islamic Movement of Norland is not Norland
    if named and actor.kind == "organization" and named not in countries().codes and actor.name.endswith(f" {named}"):
        return actor.name  # Kataib Hezbollah is not Hezbollah
    if named:
        return named
    # a state's organ, or an organization that is a side of its own
    state = actor.kind != "organization" or not words_of("state").isdisjoint(map(str.lower, words))
    if not state and not words_of("firms").isdisjoint(map(str.lower, words)):
        return None
    if state and actor.kind == "organization" and not actor.country and actor.name[:1].isupper() and not (
            words_of("outlaw_names").isdisjoint(map(str.lower, words))):
        return actor.name  # the Karo Liberation Army
    return _plain().get(actor.country or "") if state or actor.name[:1].islower() else actor.name


def strikes_out(side: str | None, actors: Actors, first: int, at: int, last: int) -> bool:
    """Whether who acts at a token strikes from the land in which people came to harm: "Nine killed in Lebanon as Hezbollah fires", "Four
    killed in Norby as Norland fires 40 drones at Sudland"; but: "Nine killed in Norby as Norland bombs a suburb"."""
    homes = load_json("actors")["homes"]
    land = homes.get(side, side)
    named = [actors.list[actors.at[t]] for t in range(first, last) if t in actors.at] if land else []
    k = sum(t in actors.at for t in range(first, at)) if named else 0
    if not any(actor.kind in _KINDS and (f"{actor.name} ".startswith(f"{land} ") or side_of_actor(actor) == land) for actor in named[:k]):
        return False
    return side in homes or any(actor.kind in _KINDS and (own := side_of_actor(actor)) is not None and own != land for actor in named[k:])


def called(actor: ActorDraft) -> str:
    """The name under which an actor acts: a capital stands for its country."""
    return actor.capital or actor.name


@record
class Deed:
    """An attack or weapon whose side the text names: "Russian drone strikes", "an attack by rebels"."""

    first: int
    last: int
    agent: str
    actors: list[int]
    side: str | None


_SALUTATIONS = frozenset(("fellow", "dear"))


class Scene:
    """The tags of a text with its mentions laid over; the deeds of a sentence are read when first asked for."""

    def __init__(self, doc: Doc, actors: Actors) -> None:
        self.doc, self.actors = doc, actors
        tags = doc.tags(TAGGER)
        mention_at, at, known = actors.mention_at, actors.at, actors.list
        done = 0
        for first in sorted(mention_at):
            mention = mention_at[first]
            last = mention.last
            if first < done:
                tags[first - 1] = "P"  # UN Mission in Norland: a place is named in it
            done = last
            if mention.form != "pronoun" and last > first:
                tags[first] = _KINDS.get(known[at[first]].kind, "A")
                if last - first > 1:
                    tags[first + 1:last] = "~" * (last - first - 1)
        if "armed" in doc.keys and "men" in doc.keys:
            token = -1
            for _ in range(doc.low.count("armed")):
                token = doc.low.index("armed", token + 1)
                if doc.low[token + 1:token + 2] == ["men"]:
                    tags[token + 1] = "g"
        self.lands = told(known)
        if self.lands:
            for token, word in enumerate(doc.low):
                if tags[token] == "x" and word in self.lands and doc.forms[token][0].isupper():
                    tags[token] = "J"  # Tarnian, of Tarn
        self.tags = "".join(tags).replace("l-d", "ddd")  # in north-western Karo
        self._deeds: dict[int, list[Deed]] = {}
        self._briefs: dict[int, bool] = {}
        self._sides: dict[int, str | None] = {}
        self._foes: dict[str | None, str | None] = {}

    def apart(self, sentence: int) -> bool:
        """Whether a sentence tells of another event than the one before: "Separately, ...", or a line of a brief."""
        first, last = self.doc.sents[sentence]
        if sentence and self.doc.forms[first].isupper() and ":" in self.doc.low[first + 1:first + 6]:
            label = self.doc.forms[first:self.doc.low.index(":", first)]
            if len(label) > 1 and all(word.isupper() for word in label):
                return True  # TOXIC BREW: ...
        if self.doc.low[first:first + 2] == ["in", "other"] and not words_of("other_news").isdisjoint(self.doc.low[first + 2:first + 4]):
            return True  # In other news, in other recent attacks
        return not words_of("apart").isdisjoint(self.doc.low[first:min(first + 8, last)]) or self.brief(sentence)

    def brief(self, sentence: int) -> bool:
        """Whether a sentence is a headline of its own: a line without a mark at its end, after another such line, in no list."""
        if sentence not in self._briefs:
            self._briefs[sentence] = self._is_brief(sentence)
        return self._briefs[sentence]

    def _is_brief(self, sentence: int) -> bool:
        doc = self.doc
        first, last = doc.sents[sentence]
        if last - first < 4 or doc.low[last - 1] in _ENDS or not sentence or doc.low[first - 1] in _ENDS:
            return False
        if not doc.low[first][:1].isalnum() or ":" in doc.low[first + 3:last] or ":" in doc.low[last - _ENTRY:last]:
            return False
        k = bisect_right(doc.paras, (first, 1 << 60)) - 1
        return (first, last) in doc.paras[k:k + 1]

    def dateline(self, sentence: int) -> int:
        """The token after the dateline that opens a sentence, the sentence's first token where there is none:
        KYIV, June 16 (News Wire) - ...; BEIRUT Air strikes ..."""
        doc, tags = self.doc, self.tags
        begin, end = doc.sents[sentence]
        first = begin + (doc.forms[begin].strip() == "THE" and begin + 1 < end)  # THE HAGUE, May 4 -
        if tags[first:first + 1] not in ("G", "C") and not (tags[first:first + 1] == "A" and "/" in doc.low[first + 1:first + 3]):
            return begin
        last = self.actors.mention_at[first].last
        while doc.low[last:last + 1] == ["/"] and last + 1 < end and last - first < _TOWNS:  # KYIV/LVIV, Ukraine
            mention = self.actors.mention_at.get(last + 1)
            last = mention.last if mention else last + 2
        name = doc.words(first, last)
        if name.isupper() and doc.low[last:last + 1] == [":"] and end - last > _TOWNS and (begin, end) != doc.headline:
            return last + 1  # KYIV: The army said ...
        if doc.low[last:last + 1] == [":"]:
            return begin  # Norland: Armed attacks in Velm - Update No. 3
        line = doc.low[last:min(last + 16, end)]  # GOMA, DR Congo, Nov. 5, 2024 (Wire) —
        if line[:1] == [","] and line[1:2] and line[1] in words_of("beside_clauses"):
            return begin  # Velm, which has 200-300 residents, was shelled
        if tags[last:last + 1] in (",", ":", "(") or (tags[last:last + 1] == "-" and not doc.glued(last - 1)):
            for dash in ("–", "—", "-", "--"):
                if dash in line and not any(sign == "." and after[:1].isalpha() for sign, after in pairwise(line[:line.index(dash)])):
                    return last + line.index(dash) + 1
        if line[:1] == [","] and "(" in line[:_DATED] and line[line.index("(") - 1][:1].isdigit() and ")" in line[:_TOWNS + 1]:
            return last + line.index(")") + 1  # Velm, May 4 (Wire) Nine people died
        if name.isupper() and len(name) > 3 and not doc.words(first, end).isupper():
            if line[:1] == ["("] and ")" in line[:_TOWNS]:
                return last + line.index(")") + 1  # DHAKA (Wire) Nine people died
            if tags[last:last + 1] == "," and tags[last + 1:last + 2] in ("G", "C"):  # PEDERNALES, Ecuador
                return self.actors.mention_at[last + 1].last
            if doc.text[doc.starts[last]:doc.starts[last] + 1].isupper() or tags[last:last + 1] == ",":
                return last
        return begin

    def deeds_in(self, sentence: int) -> list[Deed]:
        """The deeds of a sentence, in text order."""
        found = self._deeds.get(sentence)
        if found is None:
            found = self._deeds[sentence] = list(self._read(*self.doc.sents[sentence]))
            if len(found) > 1:
                found.sort(key=lambda deed: deed.first)
        return found

    def deeds(self) -> Iterator[Deed]:
        """All deeds of the text."""
        for sentence in range(len(self.doc.sents)):
            yield from self.deeds_in(sentence)

    def _read(self, first: int, last: int) -> Iterator[Deed]:
        tags, low = self.tags, self.doc.low
        within = set(tags[first:last])
        if "b" in within and not words_of("explosives").isdisjoint(self.doc.keys):
            yield from self._laid(first, last)
        if "work" in self.doc.keys:
            yield from self._work_of(first, last)
        if _ACTORS.isdisjoint(within) or _ACTS.isdisjoint(within) and "tried" not in low[first:last]:
            return
        for match in _OWN.finditer(tags, first, last):
            owner = match.start()
            tag = tags[owner]
            if tag in "CG" and not match["own"].endswith("'") and low[owner] not in words_of("adjectival"):
                continue
            who = self.who(owner)
            if tags[owner - 1:owner] == "b" and low[owner - 2] in words_of("stopped_by") | words_of("backing"):
                continue  # shot down by Norlandic jets, backed by Norlandic jets
            if who is None or low[match.end() - 1] in words_of("two_sided"):  # of two sides
                continue
            if low[owner] == "military" and low[match.end() - 1].startswith("operation"):
                continue  # 90 tanks destroyed since the start of the special military operation
            if low[match.end() - 1] == "fire" and not words_of("fire_services").isdisjoint(low[match.end():match.end() + 1]):
                continue  # the Velm fire station
            if tag == "A" and low[owner - 1:match.end():2] == ["the", "fire"] and self.actors.list[who[1][0]].kind != "group":
                continue  # the Dixie fire
            if tag == "A" and who[0].lower().rpartition(" ")[2] in words_of("neutral"):
                continue  # a UN helicopter was fired on
            if tag == "A" and tags[match.end() - 1] == "a" and not match["own"].endswith("'") and (
                    who[0].lower().rpartition(" ")[2] in words_of("buildings")):
                continue  # the Karo Embassy bombing
            if self._struck(first, owner, match.end()):
                continue  # two raids destroyed nine posts and a Norlandic tank
            if low[match.end() - 1] in words_of("crewed") and not forms_of("mishaps").isdisjoint(low[match.end():match.end() + _NEAR]):
                continue  # a Norlandic helicopter crashed
            if low[match.end() - 1] in words_of("crewed") and not forms_of("ferries").isdisjoint(low[match.end():match.end() + 2]):
                continue  # a Norlandic helicopter flew nine men out
            if "by" in low[owner - 2:owner] and low[match.end() - 1] in words_of("crewed") and (
                    not forms_of("carries_off").isdisjoint(low[max(first, owner - _CARRIED):owner])):
                continue  # were hurt and flown to the capital by a Norlandic helicopter
            if tag == "A" and not match["own"].endswith("'") and who[2] is None and self.actors.list[who[1][0]].kind != "group":
                continue
            yield Deed(owner, match.end(), *who)
        for match in _BY.finditer(tags, first, last):
            who = self.who(match.end()) if low[match.start("by") - 1] not in words_of("run_by") else None  # on a school run by rebels
            fire = match["by"] == "<" and low[match.start("by") - 1] == "fire"  # fire from Norlandic positions
            if who is not None and (match["by"] in "b>" or fire or low[match.start()] in words_of("two_sided")):
                yield Deed(match.start(), match.end(), *self._with_another(match.end(), who))
        for match in _CLAIMED.finditer(tags, first, last):
            verb = match.start("by") - 1
            if low[verb] in words_of("run_by"):
                continue
            if tags[verb] == "v" and (low[verb] not in words_of("fired") or tags[match.start()] != "w"):
                continue  # a missile hit by Norland's jets; but: a round fired by rebels
            if tags[match.start()] != "a" and (who := self.who(match.end())) is not None:
                yield Deed(match.start(), match.end(), *self._with_another(match.end(), who))
        for match in _BEHIND.finditer(tags, first, last):
            if low[match.start("link")] in words_of("culpable") and "not" not in low[match.start():match.end()] and (
                    who := self.who(match.start())) is not None:
                yield Deed(match.start(), match.end(), *who)  # fighters involved in an ambush
        for match in _SUFFERED.finditer(tags, first, last):
            if low[match.start("by") - 1] in words_of("ambushed") and (who := self.who(match.end())) is not None:
                yield Deed(match.start(), match.end(), *who)  # a team was ambushed by two gunmen
        for match in _VERB.finditer(tags, first, last):
            at = match.start("who")
            if low[match.end():match.end() + 2] in _BESIDE or not words_of("mines").isdisjoint(low[match.end():match.end() + _MINED]):
                continue  # with 90 Norlandic soldiers killed along with rebels; soldiers hit a roadside bomb
            if tags[match.end() - 1] == "v" and low[match.end() - 1] in forms_of("looses") and not _loosed(tags, low, match.end()):
                continue  # the coast guard launched a search, the army fired its chief
            if low[match.end() - 1] == "killed" and (low[match.end()] in words_of("when") or low[match.end()] in _WHERE):
                continue  # nine aid staff killed when a convoy was ambushed, 23 rebels killed in Karo clashes
            if low[at - 1] in words_of("garbed") or not forms_of("denies").isdisjoint(low[at:match.end()]):
                continue  # men wearing Norlandic army uniforms attacked, Norland denies opening fire
            if match["tried"] and (low[match.start("tried")] not in ("tried", "attempted") or (
                    low[match.end() - 1] not in words_of("attempts_at"))):
                continue  # Norland wants to strike the port, tried to help the town
            if tags[at - 1:at] in ("n", "v") and low[match.end() - 1].endswith("s"):
                continue  # struck nine Hamas targets
            if match["aside"] and not low[match.start("aside") + 1].endswith(("ed", "ing", "some", "most", "all")) and not (
                    match["back"] and low[match.start("aside") + 1] in _WHO_IT_IS):
                continue  # but: the attackers, numbering over 100, stormed; Norland, which has jets there, retaliated with air strikes
            who = self.owner(first, at) if tags[at - 1:at] == "I" else self.who(at)
            led = tags[at] == "g"  # gunmen on motorbikes attacked
            if led and tags[at + 1] in "vk" and low[at] not in words_of("raiders") and not low[at + 1].endswith("ed"):
                continue  # an army raid
            if who is not None and (led or who[2] or who[1] and (self.actors.list[who[1][0]].kind == "group" or not (
                    words_of("armed", "state_arms").isdisjoint(who[0].lower().split())))):
                yield Deed(at, match.end(), *who)

    def _laid(self, first: int, last: int) -> Iterator[Deed]:
        """The mines and bombs of which is told who laid them: "an IED planted by the Karo Front", "a mine laid by rebels"."""
        low = self.doc.low
        for token in range(first + 1, last - 1):
            if low[token] in words_of("lays") and low[token + 1] == "by" and not words_of("explosives").isdisjoint(
                    low[max(first, token - _MINED):token]):
                end = token + 2 + (low[token + 2:token + 3] == ["the"])
                while end < last and (low[end] in words_of("masked") or low[end] in ("suspected", "presumed")):
                    end += 1
                if (who := self.who(end)) is not None:
                    yield Deed(token - 1, end + 1, *who)

    def _work_of(self, first: int, last: int) -> Iterator[Deed]:
        """The attack of which is told whose work it was: "the bombing was the work of the Karo Front"."""
        low = self.doc.low
        for token in range(first + 3, last - 3):
            if low[token:token + 2] == ["work", "of"] and "not" not in low[first:token]:
                end = token + 2 + (low[token + 2] == "the")
                at = next((t for t in range(token - 1, first, -1) if self.tags[t] == "a" or low[t] in words_of("acts_of")), -1)
                if at > 0 and (who := self.who(end)) is not None:
                    yield Deed(at, end + 1, *who)

    def _struck(self, first: int, owner: int, last: int) -> bool:
        """Whether the weapon of a side that ends before a token is the last thing of a list of what was struck: "destroyed nine posts and a
        Norlandic tank", "hit two units, a Red Front mortar tube and a car"; but: "destroyed nine posts and a Norlandic tank fired"."""
        low = self.doc.low
        if self.tags[last - 1] != "w" or low[owner - 1] not in ("a", "an") or low[owner - 2] not in ("and", ","):
            return False
        last += low[last:last + 1] != [] and low[last] in words_of("arms_parts")
        listed = next((t for t in range(owner - 2, first, -1) if low[t] in forms_of("wrecks")), -1)
        return listed > 0 and low[last:last + 1] != [] and low[last] in words_of("list_ends") and low[listed + 1] != "," and (
            not any(low[t] in (";", ":") or self.tags[t] in "vkB" for t in range(listed + 1, owner)))

    def _with_another(self, token: int, who: tuple[str, list[int], str | None]) -> tuple[str, list[int], str | None]:
        """Both of those who made a raid: "by the army and the rebels"; not "by the army and the rebels fled"."""
        low, mention = self.doc.low, self.actors.mention_at.get(token)
        end = mention.last if mention is not None else token + 1
        if low[end:end + 1] != ["and"]:
            return who
        at = end + 1 + (low[end + 1] == "the")
        other = self.who(at) if self.tags[at:at + 1] in ("C", "A", "g") else None
        behind = self.actors.mention_at[at].last if at in self.actors.at else at + 1
        if other is None or other[0] in who[0] or self.tags[behind:behind + 1] not in (".", ",", "P", ";", ""):
            return who
        return f"{who[0]} and {other[0]}", who[1] + other[1], None

    def of_themselves(self, sentence: int) -> Iterator[tuple[int, int]]:
        """(actor, pronoun) of those who tell of themselves in a sentence: "the army said on Sunday it had"."""
        low, mentions = self.doc.low, self.actors.mention_at
        first, last = self.doc.sents[sentence]
        if _THEMSELVES.isdisjoint(low[first:last]):
            return
        for it in range(first, last):
            if low[it] in _THEMSELVES:
                said = next((t for t in range(it - 1, max(first, it - _SAID) - 1, -1) if low[t] in ("said", "says")), -1)
                near = range(said - 1, max(first, said - _SPEAKER) - 1, -1)
                named = next((t for t in near if t in mentions and mentions[t].last == said), -1)
                if named >= 0 and self.tags[named] in "CA":
                    yield self.actors.at[named], it

    def owned_up(self, sentence: int) -> Iterator[Deed]:
        """The attacks of which those tell who made them: "the Norlandic army said it had struck a depot"."""
        for who, it in self.of_themselves(sentence):
            match = _THEY.match(self.tags, it, self.doc.sents[sentence][1])
            side, actor = self.side(who), self.actors.list[who]
            if match is not None and _NOT.isdisjoint(self.doc.low[it:match.end()]) and (side or actor.kind == "group"):
                yield Deed(it, match.end(), called(actor), [who], side)

    def owner(self, first: int, token: int) -> tuple[str, list[int], str | None] | None:
        """Whose "its forces", "its nationals" at a token are: the side named last before in the sentence, which begins at `first`."""
        for owner in range(token - 2, max(first, token - _NEAR) - 1, -1):
            counted = self.tags[owner] in "JA" and "n" in self.tags[max(first, owner - 2):owner]  # nine Norlandic hostages
            if self.tags[owner] in "CAJ" and not counted and (found := self.who(owner)) and found[2]:
                return found[2], [], found[2]
        return None

    def side(self, who: int) -> str | None:
        """The side of an actor, read once."""
        if who not in self._sides:
            actor = self.actors.list[who]
            side = side_of_actor(actor)
            if side is None and self.lands and actor.kind != "place":  # Tarn's navy, the Tarnian air force
                side = self.land_in(actor.name if actor.kind != "person" else actor.role or "")
            if side is None and actor.kind == "person":
                side = self._of_office(actor)
            if side is None and actor.kind == "person" and self.doc.headline is not None and any(
                    m.first < self.doc.headline[1] for m in actor.mentions):
                side = self._addressed()
            self._sides[who] = side
        return self._sides[who]

    def _of_office(self, actor: ActorDraft) -> str | None:
        """The side whose office a person is told to hold behind his name: "Ivo Tarn, the Norlandic army's spokesman"."""
        low, at = self.doc.low, actor.mentions[0].last
        if low[at:at + 1] != [","]:
            return None
        end = next((t for t in range(at + 2, min(at + _OFFICE, len(low))) if low[t] in _ENDS_OFFICE), at)
        if (words_of("spokesmen") | _HEADS).isdisjoint(low[at + 1:end]) or words_of("armed").isdisjoint(low[at + 1:end]):
            return None
        return next((who[2] for t in range(at + 1, end) if self.tags[t] in "JCA" and (who := self.who(t)) and self.state(who[2])), None)

    def _addressed(self) -> str | None:
        """The side of those to whom a speech is addressed: "Fellow Norlanders!", "Dear Norlanders,"."""
        doc = self.doc
        for word in _SALUTATIONS & doc.keys:
            at = doc.low.index(word)
            if doc.low[at + 2:at + 3] and doc.low[at + 2] in ("!", ",", ".") and doc.low[at + 1].endswith("s") and (
                    side := side_of(doc.words(at + 1, at + 2))):
                return side
        return None

    def land_in(self, text: str) -> str | None:
        """The country without a code that a text names first: "Tarn's navy", "Tarnian soldiers"."""
        words = _CAPITALISED.findall(text) if self.lands else []
        return next((self.lands[word.lower()] for word in words if word.lower() in self.lands), None)

    def state(self, side: str | None) -> bool:
        """Whether a side is a country, or one of the sides that every text knows."""
        return side is not None and (side_of(side) is not None or side.lower() in self.lands)

    def foe(self, own: str | None) -> str | None:
        """The side that "the enemy" means: the only one whose attacks the text names beside `own`, else the one most named."""
        if own not in self._foes:  # asked for each claim, read once
            self._foes[own] = self._foe(own)
        return self._foes[own]

    def _foe(self, own: str | None) -> str | None:
        sides = {deed.side for deed in self.deeds() if deed.side and deed.side != own}
        if len(sides) == 1:
            return sides.pop()
        votes: Counter[str] = Counter()
        for match in _LANDS.finditer(self.tags):
            who = self.who(match.start())
            if who and who[2] and who[2] != own and self.state(who[2]):
                token = match.start()
                if not words_of("thanks").isdisjoint(self.doc.low[max(0, token - 2):token]):
                    continue  # the president thanked Norland
                armed = not words_of("forces").isdisjoint(self.doc.low[token + 1:token + 5])
                votes[who[2]] += 3 if armed else 1  # the Russian army, drones; but: talks in Turkey
        most = votes.most_common(2)
        return most[0][0] if own and most and (len(most) < 2 or most[0][1] > 2 * most[1][1]) else None

    def _joint(self, token: int) -> str | None:
        """The name of a joint force that begins with the adjective at a token, None where none does."""
        for last in range(token + 3, min(token + _JOINT, len(self.doc.low))):
            if self.doc.low[last] in words_of("troop_words") or self.doc.low[last] in ("force", "forces"):
                return self.doc.words(token, last + 1)
            if not self.doc.low[last].isalpha():
                break
        return None

    def who(self, token: int) -> tuple[str, list[int], str | None] | None:
        """(name, actors, side) of the adjective, group word or mention at a token; None for places."""
        tag = self.tags[token]
        if tag == "J":
            side = adjective_side(self.doc, token) or self.lands.get(self.doc.low[token])
            if side and self.doc.low[token + 1:token + 2] == ["and"] and (joint := self._joint(token)):
                return joint, [], None  # Norlandic and coalition special forces
            if side and self.doc.low[token + 1:token + 3] == ["-", "led"] and self.doc.low[token + 3] in words_of("agents"):
                return self.doc.words(token, token + 4), [], None  # a Norlandic-led coalition
            return (side, [], side) if side else None
        if tag == "g" and self.tags[token + 1:token + 2] == "A":
            return self.who(token + 1)  # the paramilitary Rapid Support Forces
        if tag == "g" and token > 2 and self.doc.low[token - 2:token] == ["-", "led"] and self.doc.glued(token - 3):
            return self.doc.words(token - 3, token + 1), [], None  # the Norland-led coalition's
        if tag == "g":
            known = self.doc.low.index("known", token, token + 4) if "known" in self.doc.low[token:token + 4] else -2
            if self.doc.low[known + 1:known + 2] == ["as"] and self.tags[known + 2:known + 3] == "A":
                return self.who(known + 2)  # rebels known as the Grey Dawn
            return table()["groups"].get(self.doc.low[token], "armed men"), [], None
        who = self.actors.at.get(token)
        if who is None:
            return None
        actor = self.actors.list[who]
        if actor.kind == "place" and not actor.capital:
            return None
        end = self.actors.mention_at[token].last
        if tag == "C" and self.tags[end:end + 1] == "g" and self.doc.low[end] in words_of("state_arms"):
            return self.doc.words(token, end + 1), [], self.side(who)  # the Norland military
        return called(actor), [who], self.side(who)
