"""What the steps of this stage share: the chunks with their numbers, the frames of an event word, and the making of a draft."""

from __future__ import annotations

from itertools import takewhile

from newsfacts.chunks import Chunks
from newsfacts.claims.items import noun_words
from newsfacts.drafts import Actors, ClaimDraft, Number, Timex
from newsfacts.late import late
from newsfacts.lexicon import load_json
from newsfacts.patterns import Construction
from newsfacts.records import field, record
from newsfacts.rules import Frame, Rules, common_lemmas
from newsfacts.tokens import Doc

_HOSPITALS = frozenset("hospital hospitals clinic clinics infirmary".split())
_UPON = (["on"], ["upon"])  # only right behind the verb
_DRAWN = frozenset("map maps drawing drawings picture pictures photo photos photographs images".split())
_CHARGED = frozenset("enough wanted charged convicted tried sentenced indicted jailed".split())
_PRONOUNS = frozenset("them whom which those these".split())
_THESE = (["the", "latter"], ["that", "number"])


@record
class Context:
    """What the steps of this stage share."""

    doc: Doc
    rules: Rules
    chunks: Chunks
    numbers: list[Number]
    number_at: dict[int, Number]  # chunk → its number
    actors: Actors
    timexes: list[Timex]
    items: dict[int, str] = field(default_factory=dict)  # first token of a number → its item, where the context told it


class Reading:
    """A number and an event word, and what they have been read as so far: "took 12 men"."""

    def __init__(self, context: Context, number: Number, i: int, event_at: int, construction: Construction, item: str | None) -> None:
        self.context, self.number, self.construction, self.item = context, number, construction, item
        self.i, self.event_at = i, event_at  # the chunks of both
        self.low = context.doc.low
        self.letter = context.chunks.string[event_at]
        self.after = context.chunks.lasts[event_at]  # the token behind the event word
        self.verb = lemma_of(context, event_at)
        self.event = ""  # none: no use of the word takes what is counted
        self.frame = ""  # who the counted items are to the event, where the event word alone tells it


@record
class Trace:
    """How the claims of a text were found, for `explain`."""

    context: Context | None = None
    tried: list[ClaimDraft] = field(default_factory=list)  # also those that are said not to have happened


def joined(context: Context, event: str, at: int) -> str:
    """The event of two words on one number: "killed or wounded 40" and "captured or killed 40" are casualties, "shot
    and killed" killed."""
    string = context.chunks.string
    if string[max(0, at - 1):at] != "&" and string[at + 1:at + 2] not in ("&", ","):
        return event
    low, heads = context.doc.low, context.chunks.heads
    table = load_json("events")
    own = context.rules.lemmas.get(low[heads[at]], "")
    for sign, other in ((at - 1, at - 2), (at + 1, at + 2)):
        while other > at and string[other:other + 1] == "z":
            other += 1
        if other > at and string[sign:sign + 1] == "," and string[other:other + 1] in tuple("PSW") and string[other + 1:other + 2] == "&":
            sign = other + 1  # dead, wounded or captured
        if string[sign:sign + 1] == "&" and other >= 0 and string[other:other + 1] in tuple("VWPGIES") and not (
                other > at and string[other + 1:other + 3].lstrip("z")[:1] == "Q"):
            if other < at and string[other] == "S" and string[other - 1:other] == "Q" and string[at + 1:at + 2] == "Q":
                continue  # shot a man dead and wounded four guards
            if "many" in low[context.chunks.lasts[sign]:context.chunks.firsts[other]]:
                continue  # 24 dead and as many injured
            word = low[heads[other]]
            lemma = context.rules.lemmas.get(word, "")
            frames = context.rules.verbs.get(lemma, ()) if string[other] != "S" else ()
            either = low[heads[sign]] in ("or", "and/or")
            for frame in [*frames, *noun_frames(context.rules, word)]:
                if not either and {event, frame.event} & {table["outcome"]} and (own in table["means"] or lemma in table["means"] or (
                        other > at and event in table["leads_to"] and (other > at + 2 or event != "wounded"))):
                    return str(table["outcome"])
                falls = frame.event == "destroyed" and frame.frame == "items act"  # two drones were jammed and crashed
                for a, b, both in [*table["joined"], *(table["either"] if either else ())]:
                    if {event, frame.event} == {a, b} and not (falls and event == "suppressed"):
                        return str(both)
    return event


def draft(context: Context, number: Number, event: str, item: str, rule: str, trigger: tuple[int, int] | None) -> ClaimDraft:
    """A claim with what the number itself tells."""
    doc = context.doc
    last = max(number.head + 1, number.nlast)
    start, end = number.nstart, max(number.nend, doc.ends[last - 1])
    words = noun_words(doc, number, context.numbers[number.whole] if number.whole >= 0 else None)
    return ClaimDraft(number, start, end, number.nfirst, last, doc.sentence_of(number.nfirst), event, item, words,
                      number.value, number.low, number.high, number.modifier, rule, number.unit, trigger,
                      each=number.each or per_side(doc, number))


def per_side(doc: Doc, number: Number) -> bool:
    """Whether "from every side" or "a side" follows."""
    last = number.last + 2 * (doc.low[number.last:number.last + 2] == ["of", "war"])
    after = doc.low[last:last + 3]
    if after[:2] == ["a", "side"] or after[:1] in (["each"], ["apiece"]):
        return True
    return len(after) == 3 and after[2] == "side" and after[0] in ("from", "on")


def on_each_side(context: Context, claim: ClaimDraft) -> bool:
    """Whether a claim holds for each of two sides: "nine were wounded on either side", "nine dead on each side", "each side lost nine"."""
    low, trigger = context.doc.low, claim.trigger
    if trigger is None or claim.number is None or claim.rule in _SUMS or low[claim.last:claim.last + 2] in _IN_ALL:
        return False  # each side freed 205, bringing the total to 410
    if claim.last <= trigger[1] < claim.last + _SIDE_REACH:  # what befell them stands behind the number
        return low[trigger[1]:trigger[1] + 3] in _EACH_SIDE
    first = context.chunks.firsts[context.chunks.at(trigger[0])]
    before = low[max(0, first - 5):first]
    if before[-2:] in _EITHER or before[-2:] in _BOTH and claim.event in _MUTUAL:
        return True
    return before[-1:] in (["sides"], ["armies"], ["countries"]) and ["each", "of"] in (
        before[k:k + 2] for k in range(len(before)))


_SUMS = ("figure-again", "total-so-far")
_IN_ALL = (["in", "total"], ["in", "all"])
_TO = ["to"]
_OWNED = 7  # chunks
_TELLS = frozenset("VIWPGvwpgiBSEQ;.:")
_SIDE_REACH = 4  # tokens
_EITHER = (["each", "side"], ["either", "side"], ["each", "army"], ["each", "country"])
_BOTH = (["both", "sides"], ["both", "countries"], ["both", "parties"], ["both", "armies"], ["both", "governments"])
_MUTUAL = ("returned", "captured", "held")  # both sides freed 390
_EACH_SIDE = (["on", "either", "side"], ["on", "each", "side"], ["from", "each", "side"], ["from", "either", "side"])
NUMBERS = frozenset(("number", "tally", "total"))  # of those whom an event befell
_LISTED = late(r"&z?N(?=[zt])|(?:(?:,&|[,&])[zD]{0,2}Q){1,6}(?:,[zDNA]{1,5},(?=[znSdVN])|(?=[znSdV]))|,[zDNA]{1,5},(?=[znSdVN])")


def frames_at(context: Context, event_at: int, qty_at: int, wanted: tuple[str, ...] = (), *, phrase: bool = False,
              plain: bool = False) -> list[Frame]:
    """The frames of the event word in a chunk that a construction wants: of its phrase ("shoot down"), else of the bare verb.
    `phrase`: those of phrases only, `plain`: of the bare verb only."""
    doc, rules, chunks = context.doc, context.rules, context.chunks
    head = chunks.heads[event_at]
    word, kind = doc.low[head], chunks.string[event_at]
    weapons = "with" in wanted
    if kind == "T":
        words = [w for w in doc.low[chunks.firsts[event_at]:chunks.lasts[event_at]] if w not in ("death", "toll", *NUMBERS)]
        if doc.low[head - 1] == "casualty":
            return rules.counts["casualty"]  # the casualty figure
        last = chunks.lasts[event_at] - (chunks.particles[event_at] >= 0)
        if (state := next((s for k in range(len(words) - 1) if (s := " ".join(words[k:])) in rules.states), None)) is not None:
            return rules.states[state]  # the number of homes without power
        verb, done = rules.lemmas.get(doc.low[last - 1]), doc.low[last - 1]
        if verb and verb != done and done[-1] != "s" and "of" in words:  # the number of people locked up, of houses destroyed
            tail = doc.low[last:chunks.lasts[event_at]] or ["from"] * (doc.low[last:last + 1] == ["from"])  # driven from their homes
            return rules.verbs.get(" ".join([verb, *tail])) or rules.verbs.get(verb, [])
        told = [f for w in words if (f := noun_frames(rules, w)) and any("person" in frame.items for frame in f)]  # not a "blast toll"
        if told or NUMBERS.isdisjoint(doc.low[chunks.firsts[event_at]:chunks.lasts[event_at]]):
            return told[0] if told else rules.counts["dead"]
        if any(rules.items.get(w) == "attack" for w in words):
            return [Frame("attacked", "", ("attack",))]
        return next((f for w in words if (f := noun_frames(rules, w))), [])  # the number of damaged homes
    if kind == "S":
        words = doc.low[chunks.firsts[event_at]:chunks.lasts[event_at]]
        return next((rules.states[state] for k in range(len(words)) if (state := " ".join(words[k:])) in rules.states), [])
    if kind in "EN":
        outcome = load_json("events")["outcome"]  # lost their lives, with nine others injured
        return [f for f in noun_frames(rules, word) if not wanted or f.frame in wanted or weapons and f.event != outcome]
    if word in load_json("events")["prices"]:
        return []
    lemma = rules.lemmas.get(word, word)
    table = rules.weapons if weapons else rules.verbs
    any_frame = weapons or not wanted
    found: list[Frame] = []
    if lemma in rules.tails:
        for p in _phrases(context, lemma, event_at, qty_at):
            found += [f for f in table.get(p, ()) if any_frame or f.frame in wanted]
    return found if phrase or found and not plain else [f for f in table.get(lemma, ()) if any_frame or f.frame in wanted]


def _phrases(context: Context, lemma: str, event_at: int, qty_at: int) -> list[str]:
    """The phrases of a verb in a chunk whose other words follow it, or stand beside the number; the longest right behind it first."""
    low, chunks = context.doc.low, context.chunks
    string, firsts = chunks.string, chunks.firsts
    head = chunks.heads[event_at]
    after = [head + 1, chunks.lasts[event_at], chunks.lasts[qty_at]]
    behind = qty_at + 1
    if string[behind:behind + 1] == "z":  # took two occupants of the car into custody
        after += [firsts[j] for j in range(qty_at + 2, min(qty_at + 6, len(string))) if string[j] == "z"]
        while string[behind:behind + 1] == "z":
            behind += 1
    after += firsts[behind:behind + 1]  # let 11 of them go
    if string[behind:behind + 1] in ("o", "-"):  # ordered 90 owners of low-lying farms to leave
        owned = behind + 1
        while string[owned:owned + 1] in ("N", "A", "z", "-", "o", "g", "p") and owned < behind + _OWNED:
            owned += 1
        after += firsts[owned:owned + 1]
    listed = _LISTED.match(string, behind)
    if listed:  # took 12 men and nine women into custody; let 19 men, mostly clerks, go; ordered 90 soldiers and rescuers to Velm
        after += firsts[listed.end():listed.end() + 1]
    if string[behind:behind + 2] in (",q", ",Q") or string[behind:behind + 3] == ",&Q":  # took 30 civilians, 12 of them children, to safety
        aside = string.find(",", behind + 1, behind + 8)
        after += firsts[aside + 1:aside + 2] if aside > 0 else []
    elif string[behind:behind + 1] == ",":  # drove 40,000 people, a third of the population, from their homes
        aside = string.find(",", behind + 1, behind + 8)
        after += firsts[aside + 1:aside + 2] if aside > 0 and _TELLS.isdisjoint(string[behind:aside]) else []
    elif string[behind:behind + 1] == "(":  # forced 900 people (some 200 families) from their homes
        close = string.find(")", behind + 1, behind + 8)
        after += firsts[close + 1:close + 2] if close > 0 else []
    begins: dict[str, list[int]] = {}  # word → where it may begin what follows the verb
    for token in after:
        if token < len(low) and not (low[token] == "in" and lemma == "take" and any(t.first == token + 1 for t in context.timexes)):
            begins.setdefault(low[token], []).append(token)
    before = firsts[qty_at]
    last = low[before - 1] if before else None
    starts, ends, tails = context.rules.parts(lemma)
    if last not in ends and starts.isdisjoint(begins):
        return []
    doc, raised = context.doc, lemma == "take" and last == "to"  # taking to 12 the death toll
    found = [words for words in tails
             if words[0] in begins and not (raised and words == _TO) and any(
                 _follows(doc, t, words) for t in begins[words[0]] if t == after[0] or words not in _UPON)
             or words[-1] == last and not (raised and words == _TO) and _follows(doc, before - len(words), words)]
    if len(found) > 1:
        found.sort(key=lambda words: (_follows(doc, head + 1, words), len(" ".join(words))), reverse=True)
    return [" ".join([lemma, *words]) for words in found]


def _follows(doc: Doc, token: int, words: list[str]) -> bool:
    """Whether some words stand at a token."""
    if words[-1] == "hospital" and len(words) == 2 and doc.low[token:token + 1] == words[:1]:  # to the district hospital
        place = list(takewhile(_letters, doc.low[token + 1:token + 8]))
        return place[:1] != ["another"] and not _HOSPITALS.isdisjoint(place)
    return doc.low[token:token + len(words)] == words


def _letters(word: object) -> bool:
    return str(word).isalpha()


def lemma_of(context: Context, i: int) -> str:
    """The lemma of a chunk's main word, of common verbs too."""
    word = context.doc.low[context.chunks.heads[i]]
    return context.rules.lemmas.get(word) or common_lemmas().get(word, word)


def noun_frames(rules: Rules, word: str) -> list[Frame]:
    """What an event noun, a counted noun, a state or the noun use of a verb form ("the downing of") tells."""
    return rules.nouns.get(word) or rules.counts.get(word) or rules.states.get(word) or rules.verbs.get(rules.lemmas.get(word, ""), [])


def fled(context: Context, number: Number) -> bool:
    """Whether those counted are free, and share in nothing told before: "nine hacked to death, 40 on the run"."""
    low = context.doc.low
    return low[number.last:number.last + 3] == ["on", "the", "run"] or low[number.last:number.last + 2] == ["at", "large"]


def charged(context: Context, number: Number) -> bool:
    """Whether what is counted is only what somebody is wanted or tried for ("a commander wanted for 14 murders"), whom something is
    enough for, what is drawn ("maps of 900 mines"), what a rate is of ("50 of every 1,000"), or the least of all sums ("not one cent")."""
    if number.value == 1 and number.kind == "money":
        return True
    low, first = context.doc.low, number.first
    if low[first - 1] == "for":
        return not _CHARGED.isdisjoint(low[max(0, first - 4):first - 1])
    return low[first - 1] == "every" or low[first - 1] == "of" and low[first - 2] in _DRAWN


def of_them(context: Context, number: Number) -> bool:
    """Whether "of them" or the like follows a number."""
    low = context.doc.low
    at = number.nlast
    return at + 1 < len(low) and low[at] == "of" and (low[at + 1] in _PRONOUNS or low[at + 1:at + 3] in _THESE)


def of_these(context: Context, number: Number) -> bool:
    """Whether "of them" or the like opens the clause of a number: "of these, 12"."""
    low, at = context.doc.low, number.first - 3
    return at >= 0 and low[at] == "of" and low[at + 1] in _PRONOUNS and low[at + 2] == ","
