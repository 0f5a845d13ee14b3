"""Claims without a number word: "a teacher was killed" counts one; "rebels were captured" at least two."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache

from newsfacts.chunks import Chunks, adjuncts
from newsfacts.claims.asides import with_last_verb, without_asides, without_verbs
from newsfacts.claims.context import Context, draft
from newsfacts.claims.folds import fold_wholes
from newsfacts.claims.items import PEOPLE, item_at, item_of
from newsfacts.claims.links import finite, plain
from newsfacts.claims.match import claims_of, matches
from newsfacts.claims.members import members
from newsfacts.claims.people import Person, table, words_of
from newsfacts.drafts import ClaimDraft, Number
from newsfacts.inflect import verb_forms
from newsfacts.late import late
from newsfacts.lexicon import load_json
from newsfacts.numbers.words import singular
from newsfacts.tokens import Doc

_NOT_BEFORE = frozenset(("even", "them", "whom"))
_HE = ("he", "she")
_HURT = ("victim", "man", "woman", "boy", "girl")
_SOON = 8  # tokens from "he" to "died"
_TAKEN = frozenset("captured held detained returned rescued wounded missing evacuated killed".split())
_HIMSELF = late(r"G[zD]{0,2}[UNE]")
_SUBJECT = late(r"(?:^|(?<=[.;:]))[zD,]{0,4}(?P<who>Q)(?!z{0,3}[,&])")


def views(raw: str, firsts: list[int], people: list[Person]) -> tuple[str, dict[int, Person]]:
    """The chunk string in which people without a number are plain groups, and their chunks."""
    at: dict[int, Person] = {}
    string = list(raw)
    for person in people:
        first = person.number.first
        i = bisect_right(firsts, first) - 1  # the end of a sentence before stands at the same token
        if i >= 0 and firsts[i] == first and raw[i] == "Q":
            at[i] = person
            string[i] = "A" if person.how == "name" else "U" if person.how == "he" else "N"
    return "".join(string) if at else raw, at


def find(context: Context, raw: str, at: dict[int, Person], told: list[int], found: dict[int, ClaimDraft]) -> None:
    """Adds the claims of people without a number, and of numbers that only a second look joins to their verb, to `found`; `told`: the
    sentences with an event that counts people."""
    doc, of = context.doc, context.chunks.sentences
    open_ones = {of[i] for i in at}
    open_ones.update([of[i] for i, n in context.number_at.items() if n.nfirst not in found])
    sentences = open_ones.intersection(told)
    if not sentences:
        return  # nothing is left to tell
    hidden = {id(p.number): p for p in at.values()}
    full, full_at = _of(sentences, _objects(context, raw, at), context.chunks, context.number_at | {i: p.number for i, p in at.items()})
    full.string = finite(adjuncts(plain(doc, full, full.string, full_at)))
    whole = _view(context, full, full_at)
    fold_wholes(whole)
    bare, bare_at = without_asides(doc, context.rules, full, full_at, context.items)
    main = whole if bare is full else _view(context, bare, bare_at)
    last, last_at = without_verbs(bare, bare_at)
    of_objects, of_others = _constructions()
    if hidden:
        _match(whole, of_objects, hidden, found)
    if hidden or bare is not full:
        _match(main, of_others, hidden, found)
    if bare is not full:
        _match(main, of_objects, hidden, found)
    final, final_at = with_last_verb(bare, bare_at)
    for view, view_at in ((last, last_at), (final, final_at)):
        if view is not bare:
            _match(_view(context, view, view_at), of_others, hidden, found)
    if hidden:
        members(whole, hidden, found)
        _selves(whole, hidden, found)
        if bare is not full:  # "a man, who died on Monday, had fired at the guards": what the aside tells
            _match(whole, of_others, hidden, found, frozenset(bare.firsts))


def _of(sentences: set[int], string: str, chunks: Chunks, numbers: dict[int, Number]) -> tuple[Chunks, dict[int, Number]]:
    """The chunks of some sentences, and the numbers at their new places."""
    out = Chunks()
    moved: dict[int, int] = {}  # sentence → by how much its chunks move
    for sentence in sorted(sentences):
        first = bisect_left(chunks.sentences, sentence)
        last = bisect_right(chunks.sentences, sentence, first)
        moved[sentence] = len(out.firsts) - first
        out.string += string[first:last]
        out.firsts += chunks.firsts[first:last]
        out.lasts += chunks.lasts[first:last]
        out.heads += chunks.heads[first:last]
        out.particles += chunks.particles[first:last]
        out.sentences += chunks.sentences[first:last]
    return out, {i + moved[sentence]: n for i, n in sorted(numbers.items()) if (sentence := chunks.sentences[i]) in moved}


def _view(context: Context, chunks: Chunks, numbers: dict[int, Number]) -> Context:
    return Context(context.doc, context.rules, chunks, context.numbers, numbers, context.actors, context.timexes, context.items)


def _match(view: Context, names: frozenset[str], hidden: dict[int, Person], found: dict[int, ClaimDraft],
           main: frozenset[int] | None = None) -> None:
    """Adds the claims of these constructions; `main`: where the chunks of the main clauses begin, of whose people an aside is to tell."""
    for construction, match in matches(view, found, names):
        if not _may_count(view, construction.name, match.start("event")) and _only_hidden(view, match, hidden, found):
            continue
        for claim in claims_of(view, construction, match, found):
            if main is not None and (claim.trigger is None or view.chunks.firsts[view.chunks.at(claim.trigger[0])] in main
                                     or view.chunks.firsts[view.chunks.at(claim.first)] not in main):
                continue
            if claim.event == "captured" and any(c.event == "seized" and c.trigger == claim.trigger for c in found.values()):
                continue  # captured two villages, Karo and Velm
            person = hidden.get(id(claim.number))
            if claim.number and (claim.item in PEOPLE if person is None else _meant(view, claim, match, person, found)):
                found[claim.number.nfirst] = claim


def _only_hidden(view: Context, match: re.Match[str], hidden: dict[int, Person], found: dict[int, ClaimDraft]) -> bool:
    """Whether all that a match has without a claim are people without a number, of whom no title tells more."""
    chunks = [*range(*match.span("qty")), *([match.start("part")] if "part" in match.re.groupindex else ())]
    told = [n for i in chunks if (n := view.number_at.get(i)) is not None]
    numbers = [n for n in told if n.nfirst not in found]
    if len(numbers) < len(told) and any(id(n) not in hidden for n in told):
        return False  # two nurses and a driver were held
    return all(id(n) in hidden and n.noun == "person" for n in numbers)


def _meant(view: Context, claim: ClaimDraft, match: re.Match[str], person: Person, found: dict[int, ClaimDraft]) -> bool:
    """Whether a group without a number is truly what the event befell, and told as such."""
    if person.bare and claim.event == "captured" or _plural(view, claim, match) or view.doc.low[person.number.first - 1] in _NOT_BEFORE:
        return False  # a bare name: more often a town; nobody, not even the driver, was hurt; four died, one of them a cook
    if person.how == "the" and claim.trigger and "to" in view.doc.low[claim.trigger[0] - 2:claim.trigger[0]]:
        return False  # the second captive to die, to be caught
    if claim.rule == "state" and claim.trigger and view.doc.low[claim.trigger[0] - 1] == "the":
        return False  # a cousin of one of the dead
    if person.how == "he" and claim.rule == "state" or _told_just_now(view, claim):
        return False  # he had spent years in captivity
    return ((_counts(view, claim, person.how) or _listed(view, claim, match, found)) and not _beside(view.chunks, claim.first, match)
            and not _apart(view, claim, match) and not _background(view, claim) and not _thing(view, claim))


def _plural(view: Context, claim: ClaimDraft, match: re.Match[str]) -> bool:
    """Whether a verb in the plural follows one person, who is then not alone its subject: "four, among them a guard, were killed"."""
    if claim.value != 1 or claim.trigger is None or match.start("qty") > match.start("event") or match["qty"].count("Q") > 1:
        return False
    at = view.chunks.at(claim.trigger[0])
    at -= view.chunks.string[at] == "S" and at > 0  # were shot dead
    return view.doc.low[view.chunks.firsts[at]] in ("were", "are", "have")


def _told_just_now(view: Context, claim: ClaimDraft) -> bool:
    """Whether a group only names the one told before: "one person was killed, a man of 61, and four were hurt"."""
    string, i = view.chunks.string, view.chunks.at(claim.first)
    if claim.value != 1 or string[i - 2:i] != "W," or string[i + 1:i + 9].lstrip("zDoM")[:1] != ",":
        return False
    number = view.number_at.get(len(string[:i - 2].rstrip("zD")) - 1)
    return number is not None and number.value == 1


def _background(view: Context, claim: ClaimDraft) -> bool:
    """Whether what befell someone is only what a text refers to: "protests against the killing of a boy", "accused of killing a guard"."""
    if claim.trigger is None:
        return False
    chunks, low, words = view.chunks, view.doc.low, table()["background"]
    i = chunks.at(claim.trigger[0])
    if (claim.value is None or chunks.string[i] == "V") and _habit(view, claim, i):
        return True
    before = low[chunks.firsts[i - 1]] if i else ""
    verb = low[chunks.firsts[i] - 1]  # to condemn the killing of a guard
    near = low[max(0, chunks.firsts[i] - 1):chunks.heads[i]]
    told = words["before"].get(chunks.string[i], ())
    return before in told or view.rules.lemmas.get(verb, verb) in told or any(word in words["within"] for word in near)


def _apart(view: Context, claim: ClaimDraft, match: re.Match[str]) -> bool:
    """Whether a participle or a relative clause tells of a noun between: "women in a poll released Sunday"."""
    chunks = view.chunks
    last = chunks.at(claim.trigger[0]) if claim.trigger else 0
    first = max(chunks.at(claim.first) + 1, match.end("qty") if match.end("qty") <= last else 0)  # behind the whole list
    between = chunks.string[first:last]
    if claim.first == view.doc.sents[claim.sentence][0] and between[:1] == "z" and view.doc.low[chunks.firsts[first]] == "of" and (
            chunks.firsts[first] - claim.first < 3 and not between.strip("z")):
        return False  # Driver of a UN agency killed by a mine
    if "r" in between:
        return between.lstrip(",")[:1] != "r"
    return claim.rule == "participle" and any(c not in "DB" and (c != "z" or chunks.lasts[first + k] - chunks.firsts[first + k] > 1)
                                              for k, c in enumerate(between))


def _habit(view: Context, claim: ClaimDraft, i: int) -> bool:
    """Whether people without a number are told of in general: "they deport children", "killing children is a crime"."""
    string, word = view.chunks.string, view.doc.low[view.chunks.heads[i]]
    headline = view.doc.headline
    if headline and claim.first < headline[1]:
        return False
    if string[i] == "G":
        return string[i - 1:i] not in tuple(",&nzD")
    return string[i] in "VI" and not set(verb_forms(view.rules.lemmas.get(word, word)).get(word, "d")) & {"d", "g"}


def _beside(chunks: Chunks, token: int, match: re.Match[str]) -> bool:
    """Whether a group is no member of a list: without "and", only the group next to the verb is ("in Sol, Norland, a man was shot")."""
    first, last = match.span("qty")
    group = chunks.string[first:last]
    if "&" in group or group.count("Q") < 2:
        return False
    near = first + (group.rfind("Q") if match.start("event") >= last else group.find("Q"))
    return chunks.at(token) != near


def _objects(context: Context, raw: str, at: dict[int, Person]) -> str:
    """Without the people behind a preposition or "of" (but "the killing of a guard", "the body of a guard"): they are no subject and no
    object."""
    chunks, low = context.chunks, context.doc.low
    string = list(raw)
    for i, person in at.items():
        before = raw[i - 1:i]
        if before == "a" and low[chunks.firsts[i] - 2] == "well":
            continue  # as well as a guard
        if before and before in "nfatb" or before == "o" and raw[i - 2:i - 1] != "E" and not (
                raw[i - 2:i - 1] == "N" and low[chunks.lasts[i - 2] - 1] in words_of("bodies")):
            string[i] = "A" if person.how == "name" else "N"
    return "".join(string)


@cache
def _constructions() -> tuple[frozenset[str], frozenset[str]]:
    """Names of the constructions in which people are the object, and of the others."""
    names = table()["constructions"]
    return frozenset(n for n in names if n.startswith("active")), frozenset(n for n in names if not n.startswith("active"))


@cache
def _words() -> frozenset[str]:
    return frozenset([*table()["verbs"], *table()["nouns"], *table()["states"]])


@cache
def _hints() -> frozenset[str]:
    """Lemmas of event words that always count, alone or with what stands beside them."""
    begins = [phrase.split()[0] for phrase in _words()]
    return frozenset([*begins, *_words(), *words_of("finds"), *words_of("to_hospital"), *load_json("events")["means"]])


def _may_count(context: Context, rule: str, at: int) -> bool:
    """Whether the event word in a chunk can be one that always counts, as far as the chunk itself tells."""
    low, chunks = context.doc.low, context.chunks
    word = low[chunks.heads[at]]
    lemma = context.rules.lemmas.get(word, word)
    if lemma in words_of("passive_only") and (chunks.string[at] in "VIG" or chunks.string[at + 1:at + 2] == "b"):
        return False
    return (lemma in _hints() or rule == "active-phrase" or singular(word) in _words()
            or " ".join(low[chunks.firsts[at]:chunks.lasts[at]]) in _words())


def _lives(context: Context, claim: ClaimDraft) -> bool:
    """Whether the sentence tells that who was shot lives, and of no death: "was shot by police and is expected to recover"."""
    first, last = context.doc.sents[claim.sentence]
    words = frozenset(context.doc.low[first:last])
    return not words_of("lives").isdisjoint(words) and words_of("deaths").isdisjoint(words)


def dies_next(doc: Doc, sentence: int) -> bool:
    """Whether one of the two sentences behind tells the death: "He died at a hospital", "The man was taken away, but he died"."""
    low, died = doc.low, words_of("died")
    for first, last in doc.sents[sentence + 1:sentence + 3]:
        he = low[first] in _HE
        if he and not died.isdisjoint(low[first:min(last, first + _SOON)]):
            return True
        if not he and (low[first] != "the" or low[first + 1] not in _HURT):
            continue
        at = next((t for t in range(first + 2, last) if low[t] in _HE and low[t - 1] in ("where", "but")), last)
        if not died.isdisjoint(low[at:min(last, at + _SOON)]):
            return True
    return False


def _counts(context: Context, claim: ClaimDraft, how: str) -> bool:
    """Whether the event word is one that always counts: "killed", "took ... hostage", not "took"."""
    if claim.trigger is None:
        return False
    low, (first, last), chunks = context.doc.low, claim.trigger, context.chunks
    lemma, at = context.rules.lemmas.get(low[first], low[first]), chunks.at(first)
    if not _may_count(context, claim.rule, at):
        return False
    if claim.item == "body" and lemma in words_of("finds"):
        return True
    words = _words()
    if lemma in words or singular(low[first]) in words or " ".join(low[chunks.firsts[at]:chunks.lasts[at]]) in words:
        return True
    if claim.rule in ("intransitive", "active-phrase") and claim.event == "killed":  # lost their lives, claimed the life of
        return True
    if claim.event == "wounded" and how not in ("the", "he") and lemma in words_of("to_hospital"):  # a man was rushed to hospital
        return True
    if lemma == "beat" and claim.event == "wounded":  # by robbers, not by a rival
        by = chunks.string[at + 1:at + 2] == "b"
        if low[first + 1:first + 2] == ["up"]:
            return True
        return chunks.string[at] in "WP" and not (by and words_of("beaters").isdisjoint(low[last:last + 4]))
    if lemma in load_json("events")["means"]:  # "shot and killed", "shot and wounded", "fatally shot"
        if not set(load_json("events")["fatal"]).isdisjoint(low[max(0, first - 1):last + 1]):
            return True
        if lemma in words_of("by_weapons") and claim.event == "wounded":  # in the left leg; or of no death the text tells
            limb = any(low[k:k + 1] == ["in"] and not words_of("limbs").isdisjoint(low[k + 2:k + 5]) for k in (last, claim.last))
            if (limb or _lives(context, claim) or dies_next(context.doc, claim.sentence)
                    or words_of("deaths").isdisjoint(context.doc.keys)):
                return True
        beside = low[chunks.heads[at + 2]] if chunks.string[at + 1:at + 2] == "&" else ""
        return claim.event == "killed" or context.rules.lemmas.get(beside) in words
    ends = [end for end in (first + 1, last, claim.last) if end < len(low)]
    return any(f"{lemma} {low[end]}" in words for end in ends) or any(  # pulled out alive, pulled a girl from the rubble
        f"{lemma} {low[end]} {low[min(end + (low[end] == 'from') + 1, len(low) - 1)]}" in words for end in ends)


def _selves(view: Context, hidden: dict[int, Person], found: dict[int, ClaimDraft]) -> None:
    """Adds the deaths by their own hand of those who are the subject of another verb, where nothing else is told of what befell them: "a
    sailor shot two clerks before killing himself"."""
    low, chunks, words = view.doc.low, view.chunks, load_json("events")
    for match in _HIMSELF.finditer(chunks.string):
        at, last = match.start(), chunks.lasts[match.end() - 1]
        told = " ".join(low[chunks.heads[at]:last])
        if told not in words["by_own_hand"] or low[chunks.firsts[at] - 1] not in words["before_own_hand"]:
            continue
        subject = next((m for m in _SUBJECT.finditer(chunks.string, max(0, chunks.string.rfind(".", 0, at)), at)), None)
        number = view.number_at.get(subject.start("who")) if subject else None
        if number is not None and id(number) in hidden and number.value == 1 and number.nfirst not in found:
            item = item_at(view, number, subject.start("who") if subject else 0)
            head = chunks.heads[at]
            found[number.nfirst] = draft(view, number, "killed", item if item in PEOPLE else "person", "own-hand", (head, head + 1))


def _listed(view: Context, claim: ClaimDraft, match: re.Match[str], found: dict[int, ClaimDraft]) -> bool:
    """Whether a number of people in the same list has the event by the same verb: "two nurses and a driver were held"."""
    if claim.event not in _TAKEN or match.string[match.start("qty"):match.end("qty")].count("Q") < 2:
        return False
    others = [found.get(n.nfirst) for i in range(*match.span("qty")) if (n := view.number_at.get(i)) is not None]
    return any(c is not None and c.event == claim.event and c.trigger == claim.trigger and c.item in PEOPLE for c in others)


def _thing(view: Context, claim: ClaimDraft) -> bool:
    """Whether "another", "a third" stands for no person: the number before counts things; of an ordinal, no number stands before."""
    word = view.doc.low[claim.last - 1]
    nth: bool = table()["letters"].get(word) == "R"
    if not nth and word not in words_of("alone"):
        return False
    k = bisect_left(view.numbers, claim.first, key=lambda n: n.nfirst)
    before = view.numbers[k - 1] if k else None
    if before is None or claim.sentence - view.doc.sentence_of(before.nfirst) > 1:
        return nth
    return before.head >= 0 and item_of(view.doc, before, view.rules) not in PEOPLE
