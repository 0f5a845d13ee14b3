"""Events, items and constructions: the built-in tables, and the user's files layered over them.

The user's TOML has the form of the built-in tables (`data/events.json`, `items.json`, `constructions.json`): see `rulefiles`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from os import PathLike, fspath

from newsfacts.inflect import plural, verb_forms
from newsfacts.late import kept_table
from newsfacts.lexicon import Tagger, load_json
from newsfacts.needs import needed
from newsfacts.patterns import Construction, Index, Patterns, indexed
from newsfacts.records import field, record
from newsfacts.typed import Any, NamedTuple

_MARKS = {
    ",": ",", ";": ";", "|": ";", ":": ":", "–": "-", "—": "-", "‒": "-", "-": "-",
    "(": "(", "[": "(", ")": ")", "]": ")", '"': '"', "“": '"', "”": '"',
    "«": '"', "»": '"', "?": "?", ".": ".", "!": ".", "…": ".", "'s": "'", "'": "'", "/": "&", "•": ".", "*": ".",
}
FRAMES = ("agent acts on items", "items act", "state")
EVENT_KEYS = {"means", "frame", "verbs", "nouns", "counts", "states", "with", "items", "also", "yes", "no"}
PARTICLES = frozenset("down up over off out away back home dead hostage prisoner captive".split())


class Frame(NamedTuple):
    """One use of a word: the event it tells, who the counted items are to it, and which items it takes."""

    event: str
    frame: str
    items: tuple[str, ...]


Names = dict[str, list[tuple[tuple[str, ...], str]]]
Events = list[tuple[str, Mapping[str, Any]]]  # name and table, the user's first; a name may come twice


@record
class Rules:
    """Everything that the claims stage looks up. Words are lower case; earlier frames go first."""

    events: dict[str, set[str]]  # name → the items that it takes in any of its frames
    items: dict[str, str]  # noun phrase, singular or plural → item
    constructions: list[Construction]
    own: Events = field(default_factory=list)  # the user's events
    names: Names = field(default_factory=dict)  # the user's: first word → [(words, kind)], the longest first
    verbs: dict[str, list[Frame]] = field(default_factory=dict)  # lemma or phrase ("shoot down") → frames
    tails: dict[str, list[str]] = field(default_factory=dict)  # lemma → what follows it in its phrases ("down")
    lemmas: dict[str, str] = field(default_factory=dict)  # verb form → lemma
    nouns: dict[str, list[Frame]] = field(default_factory=dict)  # event noun, singular or plural → frames
    counts: dict[str, list[Frame]] = field(default_factory=dict)  # counted noun → frames
    states: dict[str, list[Frame]] = field(default_factory=dict)
    weapons: dict[str, list[Frame]] = field(default_factory=dict)  # lemma of a verb whose weapon follows "with"
    phrases: dict[str, list[tuple[int, tuple[str, ...]]]] = field(default_factory=dict)  # last word → states of several words, in order
    item_ends: set[str] = field(init=False)  # the last words of the noun phrases of several words in `items`
    taken: dict[tuple[str, tuple[str, ...]], frozenset[str]] = field(default_factory=dict)  # see `takes`
    parted: dict[str, tuple[set[str], set[str], list[list[str]]]] = field(default_factory=dict)  # see `parts`
    words: dict[str, str] = field(default_factory=dict)  # word tag of each known form
    index: Index | None = None  # of the constructions
    tagger: Tagger = field(init=False)
    patterns: Patterns = field(init=False)

    def __post_init__(self) -> None:
        self.item_ends = {noun.rpartition(" ")[2] for noun in self.items if " " in noun}
        self.patterns = Patterns(self.constructions, self.index)
        self.tagger = Tagger(_classifier(self.words))

    @classmethod
    def of(cls, own: Events, items: dict[str, str], constructions: list[Construction], names: Names) -> Rules:
        """The rules that the tables of events tell, the user's and the built-in ones; earlier tables go first."""
        rules = cls({}, items, constructions, own, names)
        for name, event in rules.tables:
            for table in (event, *event.get("also", ())):
                rules._add(name, table)
        rules.words.update(_word_tags(rules))
        return rules

    @property
    def tables(self) -> Events:
        """The tables of the events."""
        return [*self.own, *builtin_events().items()]

    def _add(self, name: str, event: Mapping[str, Any]) -> None:
        self.events.setdefault(name, set()).update(event.get("items", ()))
        frame = Frame(name, event.get("frame", FRAMES[0]), tuple(event.get("items", ())))
        for phrase in event.get("verbs", ()):
            lemma, _, tail = phrase.partition(" ")
            self.verbs.setdefault(phrase, []).append(frame)
            if tail and tail not in self.tails.setdefault(lemma, []):
                self.tails[lemma].append(tail)
            if self.lemmas.get(lemma) != lemma:
                for form in verb_forms(lemma):
                    self.lemmas.setdefault(form, lemma)
        for key, table in (("nouns", self.nouns), ("counts", self.counts)):
            for noun in event.get(key, ()):
                table.setdefault(noun, []).append(frame)
                if (many := plural(noun)) != noun:
                    table.setdefault(many, []).append(frame)
        for word in event.get("states", ()):
            self.states.setdefault(word, []).append(frame)
            *rest, last = word.split()
            if rest:
                self.phrases.setdefault(last, []).append((len(self.states), (*rest, last)))
        for lemma in event.get("with", ()):
            self.weapons.setdefault(lemma, []).append(frame)
            for form in verb_forms(lemma):
                self.lemmas.setdefault(form, lemma)

    def parts(self, lemma: str) -> tuple[set[str], set[str], list[list[str]]]:
        """What follows a verb in its phrases: the first words, the last words, all of them."""
        known = self.parted.get(lemma)
        if known is None:
            tails = [tail.split() for tail in self.tails[lemma]]
            known = self.parted[lemma] = {words[0] for words in tails}, {words[-1] for words in tails}, tails
        return known

    def takes(self, lemma: str, frames: tuple[str, ...]) -> frozenset[str]:
        """The items that a verb takes, alone or in a phrase, in these frames (or in any)."""
        known = self.taken.get((lemma, frames))
        if known is None:
            table = self.weapons if "with" in frames else self.verbs
            phrases = [lemma, *[f"{lemma} {tail}" for tail in self.tails.get(lemma, ())]]
            uses = [use for phrase in phrases for use in table.get(phrase, ())]
            if not uses:
                return frozenset()
            known = self.taken[lemma, frames] = frozenset(
                item for use in uses if not frames or "with" in frames or use.frame in frames for item in use.items)
        return known


@cache
def _grammar() -> tuple[dict[str, str], tuple[str, ...]]:
    """(closed-class word → tag, forms of common verbs → tag) of the built-in grammar."""
    table = load_json("grammar")
    closed = {word: tag for tag, words in table["closed"].items() for word in words.split()}
    return closed, tuple(dict.fromkeys(table["verbs"].split()))  # in order: where two verbs share a form, the first has it


@cache
def common_lemmas() -> dict[str, str]:
    """form → lemma of the common verbs."""
    return {form: base for base in _grammar()[1] for form in verb_forms(base)}


_OTHER = {"dn": "k", "bdn": "k", "bn": "i", "d": "j", "n": "l", "b": "i", "s": "s", "g": "g", "bd": "j"}
_NOUN = {"Y": "X", "Z": "R", "i": "X", "s": "R", "X": "X", "R": "R", "K": "K", "J": "J", "L": "L", "G": "G"}  # of a verb → of the noun
_EVENT = {"dn": "K", "bdn": "K", "bn": "Y", "d": "J", "n": "L", "b": "Y", "s": "Z", "g": "G", "bd": "J"}


def _word_tags(rules: Rules) -> dict[str, str]:
    """form → word tag (see `chunks`)."""
    closed, common = _grammar()
    out = {form: _OTHER[codes] for base in reversed(common) for form, codes in verb_forms(base).items()}
    for lemma in dict.fromkeys([phrase.partition(" ")[0] for phrase in [*rules.verbs, *rules.weapons]]):
        for form, codes in verb_forms(lemma).items():
            if rules.lemmas[form] == lemma:  # fell: of "fall", not of "fell"
                out[form] = _EVENT[codes]
    for noun in [*rules.nouns, *rules.counts]:
        known = out.get(noun)
        out[noun] = "E" if known is None else _NOUN.get(known, "E")
    for base in load_json("grammar")["noun_verbs"].split():
        for form, tag in ((base, "C"), (plural(base), "F")):
            if out.get(form) in ("Y", "Z"):
                out[form] = tag
    for state in rules.states:
        if " " not in state and out.get(state, "n") not in "KL":
            out[state] = "S"
    out["toll"] = out["tolls"] = "V"
    out["number"] = "N"
    out.update((word, tag) for word, tag in closed.items() if out.get(word) not in ("S",) or tag not in "dy")
    out.update((mark, tag) for mark, tag in _MARKS.items() if mark not in out)
    return out


def is_sign(mark: str) -> bool:
    """Whether a character is an arrow, a shape, a dingbat or an emoji: such begin the items of a list."""
    return "\u2190" <= mark < "\u2c00" or mark >= "\U0001f000"


def _classifier(known: Mapping[str, str]) -> Callable[[str, str], str]:
    """What tells the tag of a word from its key; `known`: those of known words and marks."""

    def classify(word: str, key: str) -> str:
        tag = known.get(key)
        if tag:
            return tag
        first = key[:1]
        if not first.isalpha():
            return "#" if first.isdigit() else "n" if key and not is_sign(first) else "."
        if key[-2:] == "ly" and len(key) > 4:
            return "y"
        return "k" if key[-2:] == "ed" and len(key) > 4 else "n"

    return classify


def item_words(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Noun phrase, singular or plural → item, of an [item] table; a noun belongs to the first item that has it."""
    items: dict[str, str] = {}
    for name, nouns in table.items():
        for noun in nouns:
            items.setdefault(noun, name)
            if " " in noun:
                head, _, last = noun.rpartition(" ")
                items.setdefault(f"{head} {plural(last)}", name)
            else:
                items.setdefault(plural(noun), name)
    return items


@cache
def builtin() -> Rules:
    """The rules that come with the program."""
    events, rows, index, items, frames, uses, tails, lemmas, phrases, words = _tables()
    made = [Frame(*frame) for frame in frames]
    verbs, nouns, counts, states, weapons = ({word: [made[k] for k in places] for word, places in table.items()} for table in uses)
    return Rules(events, items, [*map(Construction, rows)], [], {},
                 verbs, tails, lemmas, nouns, counts, states, weapons, phrases, words=words, index=index)


def builtin_events() -> Mapping[str, Mapping[str, Any]]:
    """The built-in events: name → table."""
    events: dict[str, Mapping[str, Any]] = load_json("events")["event"]
    return events


_Uses = dict[str, list[int]]  # word → the places of its frames


@kept_table
def _tables() -> tuple[dict[str, set[str]], list[dict[str, Any]], Index, dict[str, str], list[tuple[str, str, tuple[str, ...]]],
                       list[_Uses], dict[str, list[str]], dict[str, str], dict[str, list[tuple[int, tuple[str, ...]]]], dict[str, str]]:
    """The built-in rules in plain tables: events, constructions (not what explains them), their index, items, frames and their uses, ..."""
    rows = [{key: told for key, told in row.items() if key not in ("why", "yes", "no")}
            for row in load_json("constructions")["construction"]]
    rules = Rules.of([], item_words(load_json("items")["item"]), [], {})
    places: dict[Frame, int] = {}
    uses = [{word: [places.setdefault(frame, len(places)) for frame in frames] for word, frames in table.items()}
            for table in (rules.verbs, rules.nouns, rules.counts, rules.states, rules.weapons)]
    index = indexed([(row["match"], needed(row["match"])) for row in rows])
    return (rules.events, rows, index, rules.items, [(f.event, f.frame, f.items) for f in places], uses,
            rules.tails, rules.lemmas, rules.phrases, rules.words)


def load_rules(paths: str | PathLike[str] | Iterable[str | PathLike[str]] = ()) -> Rules:
    """The built-in rules with the user's TOML files over them, later files first; ValueError tells where and what a mistake is.

    `paths`: one path, or several.
    """
    files = [fspath(paths)] if isinstance(paths, str | PathLike) else [fspath(path) for path in paths]
    if not files:
        return builtin()
    from newsfacts import rulefiles  # it needs tomllib, which the other commands do not

    base = builtin()
    items, constructions = dict(base.items), list(base.constructions)
    own: Events = []
    names: Names = {}
    known = set(base.items.values()) | {"money", "other"}
    for path in files:
        table = rulefiles.read(path, known)
        own = table.events + own
        items |= item_words(table.items)
        known |= set(table.items)
        constructions = table.constructions + constructions
        for words, kind in table.names:
            names.setdefault(words[0], []).append((words, kind))
            names[words[0]].sort(key=lambda name: -len(name[0]))
    return Rules.of(own, items, constructions, names)
