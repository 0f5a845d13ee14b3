"""Claims that fall because a word stands in an everyday sense: "lost three games", "the hall holds 400 guests"."""

from __future__ import annotations

from functools import cache

from newsfacts.claims.context import Context
from newsfacts.drafts import ClaimDraft
from newsfacts.late import kept_table
from newsfacts.lexicon import load_json
from newsfacts.numbers.atoms import number_words
from newsfacts.records import record
from newsfacts.tokens import Doc

_CLAUSE = frozenset(",;:.()\"“”–—")
_MEASURED = frozenset(("area", "money", "other"))
_PRICE = 1000
_SPOTS = ("sentence", "before", "behind", "number", "after", "then")
_FLAGS = ("text", "calm", "quiet", "peace")
_LARGEST = frozenset("largest biggest greatest main lion's larger bigger".split())
_NEAR = 3  # tokens
_FEW = 3  # more words of trouble than of everyday things: then a sentence of everyday things is no longer enough
_WHOSE = frozenset("its their the all his her".split())  # rescued its 25 crew


@record
class Sense:
    """A restriction of an event's words; see `data/senses.json`."""

    why: str
    words: dict[str, frozenset[str]]  # what it asks for; nothing is asked where a key is left out
    flags: frozenset[str]
    spots: tuple[tuple[str, frozenset[str]], ...]  # those of `words` that are to stand somewhere


_Row = tuple[str, dict[str, frozenset[str]], frozenset[str], tuple[tuple[str, frozenset[str]], ...]]


@cache
def senses() -> dict[str, list[Sense]]:
    """Event → its restrictions."""
    out: dict[str, list[Sense]] = {}
    for events, row in _rows():
        sense = Sense(*row)
        for event in events.split():
            out.setdefault(event, []).append(sense)
    return out


@kept_table
def _rows() -> list[tuple[str, _Row]]:
    """Events, and what a `Sense` is made of, in the order of the data."""
    out: list[tuple[str, _Row]] = []
    for row in load_json("senses")["sense"]:
        words = {key: frozenset(row[key].split()) for key in ("verbs", "items", "nouns", "unless", *_SPOTS) if key in row}
        spots = tuple([(key, words[key]) for key in _SPOTS if key in words])
        out.append((row["events"], (row["why"], words, frozenset(flag for flag in _FLAGS if flag in row), spots)))
    return out


@cache
def _of(event: str, verb: str, item: str) -> tuple[Sense, ...]:
    """The restrictions of an event that a verb and what is counted may meet."""
    return tuple([sense for sense in senses().get(event, ()) if verb in sense.words.get("verbs", (verb,))
                  and item in sense.words.get("items", (item,))])


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(load_json("senses")[name].split())


def literal(context: Context, claims: list[ClaimDraft]) -> list[ClaimDraft]:
    """The claims without those of an everyday sense, and without those that took their event from the same word."""
    fallen = {(c.trigger, c.event) for c in claims if _broken(c) or everyday(context, c)}
    return [c for c in claims if (c.trigger, c.event) not in fallen] if fallen else claims


def _broken(claim: ClaimDraft) -> bool:
    """Whether people or things come in no whole number ("dropped 2 1/2"), or money is a price ("the set costs $200")."""
    if claim.event == "cost" and claim.item == "money":
        return claim.value is not None and claim.value < _PRICE
    return claim.value is not None and claim.unit is None and claim.item not in _MEASURED and claim.value != int(claim.value)


def everyday(context: Context, claim: ClaimDraft) -> Sense | None:
    """The restriction by which a claim falls, None where it stands."""
    doc = context.doc
    if claim.trigger is None or not doc.sents[claim.sentence][0] <= claim.trigger[0] < doc.sents[claim.sentence][1]:
        return None  # the storm claimed 52 lives. Landslides account for 31 of these
    word = doc.low[claim.trigger[0]]
    rows = _of(claim.event, context.rules.lemmas.get(word, word), claim.item)
    noun = claim.number.noun if claim.number else None
    spots: dict[str, list[str]] = {}
    for sense in rows:
        if "nouns" in sense.words and noun not in sense.words["nouns"]:
            continue
        spots = spots or _spots(doc, claim, claim.trigger)
        if not sense.words.get("unless", frozenset()).isdisjoint(spots["sentence"]):
            continue
        for key, words in sense.spots:
            if words.isdisjoint(spots[key]):
                break
        else:
            if not sense.flags or _fits(sense.flags, spots["sentence"], doc.keys):
                return sense
    return None


def _spots(doc: Doc, claim: ClaimDraft, trigger: tuple[int, int]) -> dict[str, list[str]]:
    """The words at each spot of which a restriction may ask."""
    low, (first, last) = doc.low, doc.sents[claim.sentence]
    clause = next((t + 1 for t in range(trigger[0] - 1, first - 1, -1) if low[t] in _CLAUSE), first)
    after = low[claim.last:claim.last + _NEAR]
    begin = claim.number.first if claim.number else claim.first  # with "more than"
    behind = low[trigger[1]:trigger[1] + _NEAR]
    beside = begin >= trigger[1] and _WHOSE.issuperset(low[trigger[1]:begin])
    own = beside or any(word == "by" or word[:1].isdecimal() or word in number_words() for word in behind[:1])
    if claim.event == "rescued" and own:
        behind = []  # rescued 11 crew and a boy: those counted; were rescued by fire crews; but: a rescue crew of 11
    sentence = low[first:last]
    if "share" in sentence and not _LARGEST.isdisjoint(sentence):  # pay the largest share, 90 million euros
        sentence = [word for k, word in enumerate(sentence) if word != "share" or sentence[k - 1] not in _LARGEST]
    return {"sentence": sentence, "before": low[clause:trigger[0]], "behind": behind,
            "number": low[max(first, begin - _NEAR):claim.last], "after": after, "then": after}


def _fits(flags: frozenset[str], sentence: list[str], keys: set[str]) -> bool:
    """Whether a text is one of those that a restriction means; `keys`: its words."""
    trouble, usual = _list("trouble"), _list("everyday")
    if not trouble.isdisjoint(sentence) or "quiet" in flags and not trouble.isdisjoint(keys):
        return False
    if "peace" in flags and (not _list("captors").isdisjoint(keys) or _list("rescue").isdisjoint(keys)):
        return False
    if "text" not in flags:
        return True
    more = len(keys & usual) - len(keys & trouble)
    return more > 0 or more >= -_FEW and not usual.isdisjoint(sentence)
