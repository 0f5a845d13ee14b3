"""Whether the slots of a match hold what the construction asks for: words, nouns, items, and the tests that have a name."""

from __future__ import annotations

import re

from newsfacts.actors.sides import countries
from newsfacts.claims.context import Context, lemma_of
from newsfacts.claims.items import PEOPLE, item_of, nouns_of
from newsfacts.drafts import Number
from newsfacts.inflect import plural
from newsfacts.lexicon import load_json
from newsfacts.patterns import Construction, forms_of
from newsfacts.rules import Rules

_ONWARD = frozenset("into across against onto ashore over along".split())
_MANY = 20  # troops
_BEFORE = 7  # tokens
_LEAVING = frozenset("withdraw withdraws withdrew withdrawing withdrawn withdrawal pullout pull pulls pulled pulling".split())
_RUNS = frozenset(("units-in-line", "crews-at-a-site"))  # whose word may stand before other adjuncts
_NAVAL = frozenset(("navy", "naval"))
_SOMEWHERE = frozenset(("in", "at", "near", "off", "across"))
_OWN = frozenset(("the", "'s", "its", "their"))
_ASIDE = 14  # chunks
_CLAUSE = frozenset("VWBvw.;")
_STAYING = frozenset("are were been remain remained stay stayed languish".split())
_NIGHTS = frozenset(("night", "nights"))
_HOSTED = 1_000  # foreigners: so many are no guests
_REFUGEES = frozenset("refugee refugees displaced displacement asylum fled fleeing".split())
_DONE = frozenset(("had", "fled"))
_CAPTORS = frozenset("ransom ransoms kidnappers abductors captors kidnapped abducted kidnapping kidnappings".split())
_OF_THE_TEXT = ("protested", "crowd", "ransomed", "ransom without unit")
_CROWD = frozenset("protester protestor demonstrator striker marcher rioter picketer".split())
_PROTESTS = frozenset("walkout strike stoppage protest protests march rally rallies demonstration demonstrations boycott sit-in".split())
_RELIEF = frozenset("un u.n. wfp unicef unhcr icrc aid relief humanitarian cross crescent food flour medicine medicines blankets".split())
_RELIEF_NEAR = 6  # tokens behind the trucks
_SUMS = (("in", "all"), ("in", "total"), ("in", "number"), ("altogether",), ("overall",))


def all_allowed(context: Context, match: re.Match[str], construction: Construction) -> bool:
    """Whether every slot holds what the construction's `only` asks for."""
    chunks, low = context.chunks, context.doc.low
    required, counting, others = construction.asked
    for slot, words, several in required:
        i = match.start(slot)
        if i < 0 or lemma_of(context, i) in words:  # an optional slot that is empty
            continue
        head = chunks.heads[i]
        if several and " ".join(low[head - 1:head + 1]) in words:
            continue
        if slot == "light" and construction.name in _RUNS and _in_run(context, i, words):
            continue  # on the line by the end of the month
        if chunks.string[i] != "B" or low[chunks.firsts[i]] not in words:  # are already
            return False
    for slot, by_noun, counted in counting:
        i = match.start(slot)
        if i >= 0:
            number = context.number_at.get(i)
            if number is None or not (not counted.isdisjoint(nouns_of(context.doc, number)) if by_noun else (
                    item_of(context.doc, number, context.rules) or "none") in counted):
                return False
    return not others or all(_allows(context, match, slot, wanted) for slot, wanted in others)


def _in_run(context: Context, i: int, words: frozenset[str]) -> bool:
    """Whether one of the words stands in an adjunct right before that in chunk i."""
    string = context.chunks.string
    while i > 0 and string[i - 1] in "zD":
        i -= 1
        if lemma_of(context, i) in words:
            return True
    return False


def needs_of(rules: Rules, wanted: object) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """Sets of words of which the sentence, and of which the text, must hold one each where a test is to hold (see `_allows`)."""
    events = load_json("events")
    if wanted == "naval":
        return [_NAVAL], []
    if wanted == "relief":
        return [_RELIEF], []
    if wanted == "summed":
        return [frozenset(word for words in _SUMS for word in words)], []
    if wanted == "those":
        return [frozenset(("those", "the"))], []
    if wanted == "custody":
        return [_STAYING | {"be"}], [frozenset(events["custody"])]
    if wanted == "onward":
        return [], [_ONWARD | {"on"}]
    if wanted == "past perfect":
        return [_DONE], []
    if wanted == "lodged":
        return [forms_of(events["lodging"]["verbs"])], [frozenset(events["lodging"]["in"])]
    if wanted == "crowd":
        return [], [frozenset([*map(plural, _CROWD)])]
    if wanted in ("ransomed", "ransom without unit"):
        return [], [_CAPTORS]
    if wanted == "protested":
        return [_PROTESTS], []
    if wanted == "counts":
        return [frozenset([word for word, frames in rules.counts.items() if any("person" in f.items for f in frames)])], []
    return [], []


def _allows(context: Context, match: re.Match[str], slot: str, wanted: object) -> bool:
    """Whether a slot holds what the construction's `only` asks for."""
    i, low = match.start(slot), context.doc.low
    if i < 0:  # an optional slot that is empty
        return True
    if wanted == "naval":  # two navy ships
        ships = context.number_at.get(match.start(slot))
        return ships is not None and item_of(context.doc, ships, context.rules) == "ship" and not _NAVAL.isdisjoint(
            context.doc.low[ships.nlast:ships.head])
    if wanted == "bare":
        last = max((j for j in range(*match.span(slot)) if j in context.number_at), default=-1)
        return last >= 0 and context.number_at[last].head < 0
    if wanted == "bare first":  # to 45, including two boys
        number = context.number_at.get(i)
        return number is not None and number.head < 0
    if wanted == "summed":
        number = context.number_at.get(i)
        return number is not None and any(low[number.last:number.last + len(words)] == list(words) for words in _SUMS)
    if wanted == "foreign":  # 900,000 Karoans; a country hosts 1.2 million, in a text of refugees
        number = context.number_at.get(i)
        if number is None or (number.value or number.low or 0) < _HOSTED:
            return False
        if number.head < 0:
            return not _REFUGEES.isdisjoint(context.doc.keys)
        return context.doc.forms[number.head].strip() in countries().plurals
    if wanted in _OF_THE_TEXT:
        return _in_such_a_text(context, match, context.number_at.get(i), wanted)
    if wanted == "leads":  # the event begins its clause, or only what it counts stands before it: prisoners of war returned
        return re.search(r"(?:^|[.;,:-])z?(?:[NA](?:oN)?)?$", context.chunks.string[max(0, i - 5):i]) is not None
    if wanted == "those":
        word = low[context.chunks.heads[i]]
        if slot == "event" and match.start("qty") < i and context.chunks.string[i + 1:i + 6].lstrip("zD")[:1] in tuple("Vv"):
            return False  # "five of those abducted escaped": the verb tells what they did
        definite = low[context.chunks.firsts[i]]
        return (definite == "those" or definite == "the" and word.endswith("ed")) and (  # the released include 12 guards
            word in context.rules.lemmas or word in context.rules.states)
    if wanted == "custody":  # "remain in Sarvian prisons"
        chunks, words = context.chunks, load_json("events")["custody"]
        near = range(i + 1, min(i + 7, len(chunks.firsts)))
        verb = low[chunks.heads[i]]
        if verb == "still":  # are still in custody
            number = context.number_at.get(match.start("qty"))
            verb = low[chunks.heads[i] - 1] if number and item_of(context.doc, number, context.rules) in PEOPLE else verb
        begins = low[chunks.firsts[i]]
        return (verb in _STAYING or verb == "be" and begins == "to") and any(
            chunks.string[j] == "z" and low[chunks.lasts[j] - 1] in words and low[chunks.lasts[j] - 2] != "private" for j in near)
    if wanted == "onward":  # led 4,000 men of the guard across the river, landed 900 on the island
        number = context.number_at[match.start("qty")]
        return low[number.last] == "on" or not _ONWARD.isdisjoint(low[number.last:number.last + _BEFORE])
    if wanted == "past perfect":
        at = context.chunks.firsts[i]
        return low[at] in _DONE and (low[at] != "had" or context.chunks.heads[i] > at)  # had been taken to Karo, fled the war
    if wanted == "lodged":  # are living in a hall, spent the night on cots; but: live in a school
        chunks, words = context.chunks, load_json("events")["lodging"]
        verb, head = lemma_of(context, i), low[chunks.heads[i]]
        if verb not in words["verbs"] or verb == "live" and head != "living" or verb == "spend" and _NIGHTS.isdisjoint(
                low[chunks.lasts[i]:chunks.lasts[i] + 3]):
            return False
        if (number := context.number_at.get(match.start("qty"))) and number.noun in words["but"]:
            return False  # protesters camp in the park
        where = chunks.string[i + 1:i + 10]
        ends = chunks.lasts[i + 1:i + 1 + len(where) - len(where.lstrip("zDNnfohS"))]
        return any(low[last - 1] in words["in"] and low[last:last + 1] != ["of"] for last in ends)
    if wanted == "object":  # no verb of its own behind it; what stands behind a semicolon has one
        if ";" in match["qty"]:
            return True
        rest = context.chunks.string[match.end("qty"):match.end("qty") + _ASIDE].lstrip("zD")
        close = -1 if rest[:1] != "," else 0 if "q" in match["qty"] else rest.find(",", 1)
        if close >= 0 and _CLAUSE.isdisjoint(rest[:close]):
            rest = rest[close + 1:].lstrip("zD")  # two were killed and three, including a guard, wounded
        return rest[:1] not in tuple("VWPSBvpw")
    if wanted == "no clause":  # behind a comma or "as", no verb is the number's own: "the toll may rise as 14 are in a bad way"
        string, event_at = context.chunks.string, match.start("event")
        rest = string[match.end("qty"):match.end("qty") + 9].lstrip("zD")[:1]
        own = string[i - 1] == "a" or string[i - 1] == "n" and low[context.chunks.firsts[i - 1]] == "after"  # rose after one died
        return not (rest and rest in "VWBvwPp" if own else "," in string[event_at:i] and rest and rest in "VWBvw")
    if wanted == "relief":  # a UN convoy of 18 trucks
        number, first = context.number_at.get(i), context.doc.sents[context.chunks.sentences[i]][0]
        return number is not None and item_of(context.doc, number, context.rules) == "vehicle" and not _RELIEF.isdisjoint(
            low[first:number.last + _RELIEF_NEAR])
    if wanted == "country":
        actor = context.actors.at.get(context.chunks.heads[i])
        return actor is not None and context.actors.list[actor].kind == "country"
    if wanted == "stationed":
        return _stationed(context, match)
    if wanted == "counts":
        frames = context.rules.counts.get(low[context.chunks.heads[i]], ())
        return any("person" in f.items for f in frames)  # "the deaths reached 12", but not "the impact killed 12"
    return wanted == "phrase"  # the frames are narrowed to phrases in `frames_at`


def _in_such_a_text(context: Context, match: re.Match[str], number: Number | None, wanted: object) -> bool:
    """Whether a test holds that asks for words elsewhere in the text or the sentence; `number`: that of the slot, if it has one."""
    if wanted == "protested":  # the walkout would go on, and 5,000 dockers could join it
        joining = context.number_at.get(match.start("qty"))
        return joining is not None and not _PROTESTS.isdisjoint(
            context.doc.low[context.doc.sents[context.doc.sentence_of(joining.nfirst)][0]:joining.first])
    if number is None:
        return False
    if wanted == "crowd":  # used water cannon against 3,000 marchers; but: ruled against two rioters
        return number.noun in _CROWD and (number.value or number.low or 0) >= _MANY
    if _CAPTORS.isdisjoint(context.doc.keys):
        return False
    if wanted == "ransomed":  # families paid 40 million naira, in a text of kidnappers
        return number.kind == "money"
    # kidnappers want 90 million naira; families have paid 40 million
    return number.head < 0 and (number.value or 0) >= _HOSTED and any(
        n.kind == "money" and n.nfirst < number.nfirst for n in context.numbers)


def _stationed(context: Context, match: re.Match[str]) -> bool:
    """Whether many are told of as being somewhere: "the 900 Norlandic troops in Karo"; but: nine officers in the room, 90 in custody."""
    low, number = context.doc.low, context.number_at.get(match.start("qty"))
    if number is None or (number.value or number.low or 0) < _MANY or low[number.last] not in _SOMEWHERE:
        return False
    before = low[max(0, number.first - _BEFORE):number.first]
    if not _LEAVING.isdisjoint(before) or any(number.last < t.last and t.first <= number.last + 2 for t in context.timexes):
        return False  # the pullout of its 900 troops; its 900 troops in May
    known = not _OWN.isdisjoint(before[-2:]) or low[number.first:number.first + 1] == ["the"]
    where = low[number.last + 1:number.last + 3]
    return known and frozenset(load_json("events")["not_in_place"]).isdisjoint(where) and any(
        form[0].isupper() for form in context.doc.forms[number.last + 1:number.last + 3])
