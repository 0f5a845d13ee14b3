"""What is counted: the item class and the words of a number's noun."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise

from newsfacts.actors.sides import adjective_side, countries
from newsfacts.drafts import Number
from newsfacts.late import late
from newsfacts.lexicon import load_json
from newsfacts.rules import Rules
from newsfacts.tokens import Doc
from newsfacts.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from newsfacts.claims.context import Context

_EQUIPMENT = frozenset(("equipment", "machinery", "hardware", "transport"))
_ARMIES = frozenset("army armies troops soldiers reservists brigade brigades battalion battalions regiment regiments infantry".split())
_FORCES = frozenset(("forces", "army", "military", "troops"))
_BY_HAND = frozenset("would suicide female male teenage young car lone masked".split())
_UNITS = frozenset("brigade battalion regiment platoon garrison infantry".split())
_CIVIL = frozenset("fire rescue health medical youth labour labor work".split())
_OF_A_FORCE = frozenset(("its", "their"))
_ARMS = frozenset("vehicle armoured_vehicle tank weapon missile rocket drone air_defence_system".split())
_TARGETED = 7  # tokens from "operations" to what they target
_POLICE = frozenset("police firm company club team crew mine".split())
_NEAR = 10  # tokens
_ARMED = frozenset("dissident rebel armed militant insurgent guerrilla jihadist jihadi paramilitary terrorist separatist extremist".split())
_BANDS = frozenset("group faction movement organisation organization cell militia wing unit network".split())
_PIECES = frozenset(("unit", "piece"))
_ATTACKS = frozenset(("attack", "assault", "destruction"))
_A_BODY = frozenset(("the", "a", "an", "its", "their"))
_AMOUNTS = frozenset(("amount", "number", "quantity"))
_TAKEN_UP = frozenset(("the", "these", "those"))
_HELD = frozenset(("prisoner", "hostage", "captive"))
_ARTICLES = frozenset(("of", "-", '"', "”", "the", "more", "other", "others'", "its", "their", "his", "a"))
# four "of them" women, ten "or so" boats, twenty "odd" cars, of whom five "were" children
_NO_NOUN = _ARTICLES | frozenset("out them us whom which these those or so odd plus were was are is".split())
_ADJECTIVES = late(r"z{0,2}[pPgG]?z{0,2}N")
_PEOPLES = ("s", "ese", "i", "ian", "can", "yan", "ean")
_SEVERAL = 3
_WERE = frozenset("were was had have been being are reportedly also".split())
_BESIDE = 6  # tokens between officers and the word that they are arrested
MODELLED = frozenset("drone missile rocket bomb shell aircraft helicopter tank armoured_vehicle air_defence_system weapon".split())
PLURALS = ("s", "men", "women", "children", "people", "craft")
PEOPLE = frozenset("person child civilian soldier prisoner hostage body worker".split())
_PERSON = late(r"(?:[a-z]{2,}(?:m[ae]n|wom[ae]n|ists?|ians?|ees?|sters?|eers?|ants|migrants?)|[a-z]{3,}(?:ers|ors|ents))$")
_NOT_PERSONS = late(r"(?:grants|warrants|covenants|"
                    r".*(?:numbers|members|rivers|papers|computers|containers|quarters|centers|orders|letters|towers|motors"
                    r"|talisman|ottoman|caiman|human|detonators|generators|tractors|reactors|mirrors"
                    r"|sectors|factors|trees|degrees|committees|bees|knees|fees|elephants|tigers|panthers|badgers|otters|beavers|lobsters|oysters"
                    r"|hamsters|roosters|condors|retrievers|vipers|adders|spiders|heifers|steers|pheasants|cormorants|rottweilers|terriers|ponies|boilers"
                    r"|doors|floors|colors|errors|events|percents|documents|accidents|incidents|agreements|apartments|elements|restaurants|plants|cents|components|.*ments|tents|contents|ingredients|pollutants|talents|continents|currents|torrents|presents))$")


def noun_words(doc: Doc, number: Number, whole: Number | None = None) -> str:
    """The words between a number, or that of its whole, and the end of its noun ("Ukrainian drones"); empty where the noun is left out."""
    if number.head < 0:
        return ""
    first = whole.nlast if whole is not None and number.nlast <= whole.first and whole.nlast <= number.head else number.nlast
    while first <= number.head and doc.low[first] in (
            _NO_NOUN if first < number.head and not doc.forms[first][0].isupper() else _ARTICLES):
        first += 1
    return doc.words(first, number.head + 1) if first <= number.head else ""


def item_of(doc: Doc, number: Number, rules: Rules) -> str | None:
    """The item class of the counted noun, `unknown` for one in no list, None where the noun is left out."""
    known = number.item
    if known is None or known[0] != number.head:
        known = number.item = number.head, _item_of(doc, number, rules)
    return known[1]


def nouns_of(doc: Doc, number: Number) -> tuple[str | None, ...]:
    """The counted noun, alone and with the word before it: "worker", "rescue worker"."""
    noun, head = number.noun, number.head
    return (noun, f"{doc.low[head - 1]} {noun}") if noun is not None and head > number.nlast else (noun,)


def _item_of(doc: Doc, number: Number, rules: Rules) -> str | None:
    if number.unit is not None and number.kind == "money":
        return "money"
    if number.kind == "measure":
        return rules.items.get(number.unit or "", "unknown")
    if number.head < 0 and number.value == 0 and number.noun == "person":
        return "person"  # nobody
    if number.head < 0 and doc.low[number.nlast:number.nlast + 2] in (["of", "the"], ["of", "those"]) and any(
            "person" in f.items for f in rules.counts.get(" ".join(doc.low[number.nlast + 2:number.nlast + 3]), ())):
        return "person"  # 95 of the injured
    if number.head < 0 or number.noun in _HELD and doc.low[number.head] == number.noun and (number.value or 0) > 1 and (
            doc.low[number.head - 1] != "-"):
        return None  # took five prisoner
    if number.noun == "round" and doc.low[number.head + 1:number.head + 2] == ["of"] and not any(
            rules.items.get(word) in ("shell", "weapon", "bomb", "rocket") or word.endswith("mm")
            for word in doc.low[number.head + 2:number.head + 7]):
        return "unknown"  # four rounds of talks
    if doc.low[number.head] == "ones":
        return None  # five cruise missiles and three ballistic ones
    item = item_of_words(doc, max(number.nlast, number.head - 3), number.head, rules)
    if item == "unknown" and number.noun in load_json("items")["holders"] and doc.low[number.head + 1:number.head + 2] == ["of"] and (
            not frozenset(load_json("events")["relief"]).isdisjoint(doc.low[number.head + 2:number.head + 4])):
        return "other"  # 300 bags of rice, nine boxes of medical supplies
    if item == "unknown" and number.noun in _PIECES and doc.low[number.head + 1:number.head + 2] == ["of"]:
        words = doc.low[number.head + 2:number.head + 5]
        if not _EQUIPMENT.isdisjoint(words):
            return "vehicle"  # 14 units of equipment
        return next((known for word in words if (known := rules.items.get(word))), item)  # 14 units of enemy UAVs
    if item == "unknown" and number.noun == "means" and doc.low[number.head + 1:number.head + 2] == ["of"] and (
            not _ATTACKS.isdisjoint(doc.low[number.head + 2:number.head + 5])):
        return "weapon"  # 549 means of air attack
    if item == "person" and number.noun == "member" and doc.low[number.head + 1:number.head + 2] == ["of"]:
        return _member_of(doc.low[number.head + 2:number.head + 7])
    if item == "aircraft" and number.noun == "bomber" and not _BY_HAND.isdisjoint(doc.low[number.nlast:number.head]):
        return "soldier"  # four would-be bombers
    if item == "person" and number.noun == "man" and doc.low[number.nlast:number.nlast + 1] == ["of"] and (
            doc.low[number.nlast + 1] in _OF_A_FORCE) and _POLICE.isdisjoint(doc.low[max(0, number.first - _NEAR):number.first]):
        return "soldier"  # lost nine of its own men
    if item == "unknown" and number.value == 1 and doc.low[number.head] == number.noun and _is_person(number.noun + "s"):
        return rules.items.get(number.noun, "person")  # one carer
    if item == "unknown" and number.noun == "force" and (number.value or _SEVERAL) >= _SEVERAL and adjective_side(doc, number.head - 1):
        return "soldier"  # killed 15 Norlandic forces; but: two Norlandic forces
    if item == "household" and doc.low[number.head] == "customer" and number.value == 1:
        return "person"  # a bullet hit a customer
    if item == "ship" and number.noun == "tanker" and _on_roads(doc):
        return "vehicle"
    if item == "person" and number.noun not in rules.items and doc.forms[number.head][0].isupper() and (planes := _planes(doc, number)):
        return planes
    return rules.items.get(number.noun or "", item) if item == "unknown" else item


def _member_of(behind: list[str]) -> str:
    """What members are by the words behind "of": "four members of the security forces", "members of staff", "of a rebel group"."""
    if behind[:1] == ["staff"]:
        return "worker"
    article = behind[0] if behind and behind[0] in _A_BODY else ""
    body = behind[1:3] if article == "the" else behind[1:] if article else []  # of a special police unit
    if "police" in body:
        return "worker"
    forces = not _FORCES.isdisjoint(body) or body == ["national", "guard"] or not _UNITS.isdisjoint(body) and _CIVIL.isdisjoint(body)
    band = behind[:1] in (["a"], ["an"], ["the"]) and any(a in _ARMED and b in _BANDS for a, b in pairwise(behind))
    return "soldier" if forces or band else "person"


def names_a_model(doc: Doc, number: Number, rules: Rules) -> bool:
    """Whether an unknown capitalised plural may be a model of what is told before: 80 drones, including around 50 Garos."""
    if number.head < 0 or (number.noun or "") in rules.items or doc.low[number.head] in rules.items:
        return False
    begin = doc.starts[number.head]
    name = doc.text[begin:begin + len(doc.low[number.head])]
    return name[:1].isupper() and name.endswith("s") and name not in countries().plurals and name[:-1] not in countries().demonyms


def _planes(doc: Doc, number: Number) -> str | None:
    """What an unknown capitalised plural is behind a model or where it is shot down: "two F-4 Wraiths", "Wraiths were shot down"."""
    low, head = doc.low, number.head
    if low[head - 2] == "-" and low[head - 1][:1].isdigit() and head - 3 >= number.nlast:
        known: dict[str, str] = load_json("items")["models"]
        return known.get(low[head - 3])
    name = doc.text[doc.starts[head]:doc.starts[head] + len(low[head])]
    if "shot" not in doc.keys or not countries().demonyms.keys().isdisjoint((name, name[:-1])) or adjective_side(doc, head):
        return None
    after = head + 1
    while after < head + 4 and low[after:after + 1] and low[after] in _WERE:
        after += 1
    before = low[max(0, number.first - 2):number.first]
    return "aircraft" if low[after:after + 2] == ["shot", "down"] or before == ["shot", "down"] else None


def _on_roads(doc: Doc) -> bool:
    """Whether the tankers of a text are lorries: where it tells of drivers and roads, and not of the sea."""
    words = load_json("items")
    return not doc.keys.isdisjoint(words["roads"]) and doc.keys.isdisjoint(words["seas"])


def item_at(context: Context, number: Number, i: int) -> str | None:
    """As `item_of`; where the number in chunk i has no noun, that of the group after its adjectives ("two newly built wooden boats")."""
    item = context.items.get(number.nfirst) or item_of(context.doc, number, context.rules)
    if item is None and (model := _model(context, i)):
        return model
    if item is None:
        chunks = context.chunks
        match = _ADJECTIVES.match(chunks.string, i + 1)
        if match:
            j = match.end() - 1
            last = chunks.lasts[j] - 1
            known = item_of_words(context.doc, chunks.firsts[j], last, context.rules)
            if known != "unknown" and context.doc.low[last].endswith(PLURALS):
                number.head = last
                return known
            if known == "unknown" and j == i + 1 and number.modifier == "vague":  # "multiple AK-47s": not a noun left out
                return known
    if item is None and context.chunks.string[i + 1:i + 3] == "A-":
        return "unknown"  # two US-made carriers
    return item


def _model(context: Context, i: int) -> str | None:
    """The item of a model named alone behind the number in chunk i, `unknown` for one in no list: "lost one MiG-21"."""
    chunks, low = context.chunks, context.doc.low
    token = chunks.firsts[i + 1] if chunks.string[i + 1:i + 2] == "N" else 0
    if not token or low[token + 1:token + 2] != ["-"] or not context.doc.glued(token) or not context.doc.forms[token][0].isupper():
        return None
    known: dict[str, str] = load_json("items")["models"]
    return known.get(low[token], "unknown") if "".join(low[token + 2:token + 3])[:1].isdigit() else None


def police_officers(context: Context) -> None:
    """Officers counted in a report that names police and no army are police, unless they are arrested themselves."""
    words, low = load_json("items")["officers"], context.doc.low
    theirs = [n for n in context.numbers if n.noun == words["noun"]]
    if not theirs or frozenset(words["police"]).isdisjoint(low) or not frozenset(words["army"]).isdisjoint(low):
        return
    objects = {n.first for n in context.numbers}
    for number in theirs:
        first, last = context.doc.sents[context.doc.sentence_of(number.nfirst)]
        own = low[number.first - 1] in ("and", ",", ";")  # 27 fans were arrested and six officers hurt
        near = range(number.first if own else max(first, number.first - _BESIDE), min(last, number.last + _BESIDE))
        if not any(low[t] in words["arrested"] and t + 1 not in objects for t in near):  # but: nine officers arrested 12 men
            context.items[number.nfirst] = "worker"


def civil_guards(context: Context) -> None:
    """Guards of a school or a bank, in a sentence without troops, are workers."""
    words, low = load_json("items")["civil_guards"], context.doc.low
    for number in context.numbers if "guards" in context.doc.keys else ():
        if number.noun == "guard" and number.head == number.nlast:  # but: border guards
            sentence = low[slice(*context.doc.sents[context.doc.sentence_of(number.nfirst)])]
            if not frozenset(words["at"]).isdisjoint(sentence) and frozenset(words["but"]).isdisjoint(sentence):
                context.items[number.nfirst] = "worker"


def fire_engines(context: Context) -> None:
    """Engines counted in a report of a blaze and its firefighters are fire engines, not those of a plane or a train."""
    words, keys = load_json("items")["fire_engines"], context.doc.keys
    if "engines" not in keys or frozenset(words["crews"]).isdisjoint(keys) or frozenset(words["fires"]).isdisjoint(keys):
        return
    for number in context.numbers:
        if number.noun == "engine":
            first, last = context.doc.sents[context.doc.sentence_of(number.nfirst)]
            if frozenset(words["others"]).isdisjoint(context.doc.low[first:last]):
                context.items[number.nfirst] = "vehicle"


def divisions(context: Context) -> None:
    """ "Moved four divisions to the border": of an army, where a report tells of one."""
    for number in context.numbers if "divisions" in context.doc.keys and not _ARMIES.isdisjoint(context.doc.keys) else ():
        if number.noun == "division":
            number.item = number.head, "other"


def operations(context: Context) -> None:
    """ "Three operations with five drones", "two waves of strikes": attacks."""
    doc, rules = context.doc, context.rules
    numbers = context.numbers if "operations" in doc.keys else []
    for number, armed in pairwise(numbers):
        if number.noun == "operation" and doc.low[number.last:armed.first] in (["with"], ["using"], [",", "using"]) and (
                item_of(doc, armed, rules) in ("drone", "missile", "rocket", "bomb", "weapon")):
            number.item = number.head, "attack"
    for number in numbers if "targeting" in doc.keys else ():  # 14 operations targeting the group's vehicles and depots
        struck = doc.low[number.last + 1:number.last + _TARGETED] if doc.low[number.last:number.last + 1] == ["targeting"] else []
        if number.noun == "operation" and "police" not in doc.low[max(0, number.first - 4):number.first] and any(
                rules.items.get(w) in _ARMS or w in load_json("items")["positions"] for w in struck):
            number.item = number.head, "attack"
    rounds = load_json("items")["rounds_of"]
    for number in context.numbers if not doc.keys.isdisjoint(rounds.values()) else ():
        behind = doc.low[number.head + 1:number.head + 4] if number.noun in rounds else []
        if behind[:1] == ["of"] and "attack" in map(rules.items.get, behind[1:]):  # of attacks, of air strikes
            number.item = number.head, "attack"


def such_ones(context: Context) -> None:
    """ "Two Patriot systems ... three such systems", "20 combat vehicles. Nine of the vehicles": what the words alone do not tell is what
    was counted before by the same noun."""
    doc = context.doc
    known: dict[str, str | None] = {}
    for number in context.numbers if not doc.keys.isdisjoint(("such", "vehicles")) else ():
        if number.head < 0 or number.noun is None:
            continue
        item = item_of(doc, number, context.rules)
        taken_up = number.head == number.nlast + 2 and doc.low[number.nlast] == "of" and doc.low[number.nlast + 1] in _TAKEN_UP
        if "such" not in doc.low[number.nlast:number.nlast + 2] and not taken_up:
            known["vehicle" if item == "vehicle" else number.noun] = item  # lorries too
        elif item in ("unknown", "vehicle") and (told := known.get(number.noun)):
            context.items[number.nfirst] = told
        elif item == "unknown" and number.noun == "system" and "air_defence_system" in known.values():
            context.items[number.nfirst] = "air_defence_system"  # two Patriot batteries ... ten more such systems


def amounts(context: Context) -> None:
    """ "Drones in the amount of 52 pieces", "soldiers in the number of 84": what is counted stands before."""
    low, items = context.doc.low, context.rules.items
    for number in context.numbers:
        at = number.first - 4
        if low[max(0, at):at + 2] == ["in", "the"] and low[at + 2] in _AMOUNTS and (number.noun is None or number.noun in _PIECES) and (
                told := items.get(low[at - 1])):
            context.items[number.nfirst] = told


def item_of_words(doc: Doc, first: int, head: int, rules: Rules) -> str:
    """The item class of a noun phrase that ends at the token `head`: its longest known ending."""
    words, items = doc.low[first:head + 1], rules.items
    parts = [w for w in words if w != "-"] if "-" in words else words
    if not parts:
        return "unknown"
    if parts[-1] in rules.item_ends:
        for at in range(len(parts) - 1):
            if item := items.get(" ".join(parts[at:])):
                return item
    word, begin = words[-1], doc.starts[head]
    if (item := items.get(parts[-1])) and not (item == "other" and doc.text[begin:begin + len(word)] in countries().demonyms):
        return "aircraft" if item == "soldier" and len(parts) > 1 and _plane(words, items) else item
    if doc.text[begin].isupper() and doc.text[begin + 1:begin + 2].islower() and begin > 1 and doc.text[begin - 2] not in ".!?:\n" and (
            word.endswith(_PEOPLES) or doc.text[begin:begin + len(word)] in countries().demonyms):
        return "person"  # Tutsis, Lebanese, Pakistanis, an Afghan
    return "person" if _is_person(word) else "unknown"


def _plane(words: list[str], items: Mapping[str, str]) -> bool:
    """Whether the word or model before the last is a plane's: Gripen fighters, F-16 fighters."""
    model = load_json("items")["models"].get(words[-4]) if len(words) > 3 and words[-3] == "-" and words[-2].isdigit() else None
    return "aircraft" in (items.get(words[-2]), model)


@lru_cache(maxsize=20_000)
def _is_person(word: str) -> bool:
    """Whether a word has the ending of a noun for people."""
    return _PERSON.match(word) is not None and not _NOT_PERSONS.match(word) and word not in _things()


@cache
def _things() -> frozenset[str]:
    """Nouns in the plural that end as those for people do: offers, servers."""
    return frozenset(word + "s" for word in load_json("implied")["not_endings"])


def grounded(noun: str | None) -> bool:
    """Whether arms are of a kind that does not fly: howitzers, but not targets; `noun` is the lemma, None where it is left out."""
    return noun is not None and noun not in load_json("events")["flying"]
