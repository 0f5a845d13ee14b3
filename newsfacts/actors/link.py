"""From names, groups, roles and pronouns to actors: kinds by the votes of all mentions, then one pass in text order."""

from __future__ import annotations

from itertools import compress, filterfalse
from operator import itemgetter

from newsfacts.actors import groups
from newsfacts.actors.again import COMPANIES, told_again
from newsfacts.actors.book import Book
from newsfacts.actors.groups import Group
from newsfacts.actors.keys import Key, fold, head, initials
from newsfacts.actors.lands import adjectives, lands
from newsfacts.actors.pronouns import expletive, within
from newsfacts.actors.spot import ONE, Found, Names
from newsfacts.actors.teams import clubs, local, sporting, teams
from newsfacts.actors.votes import tally
from newsfacts.actors.words import company_words, head_words, opening_bodies, plain, struck
from newsfacts.drafts import Actors
from newsfacts.late import compiled

_HEADED = compiled(r"[xcls](?:(?<=[tW].)(?=z?v)|(?<=jt.)(?=[.,]))")  # the headquarters said; according to the headquarters
_ROLE = compiled(r"[rT](?<=[tW].)(?![A-Z'o-])")
_WITHIN = ("state", "province")
_DEMONYMS = ("n", "ns", "is")
_ARTICLES = ("the", "a", "an")
_SHORTENED = 3  # votes for the first word of a body's name to mean that body
_ENOUGH = 4  # votes for common words to be a person's name
_INITIALS = 2  # words of a body that is called by their initials: an NHTA engineer
_TOPIC = 4  # tokens in which a sentence names what it is about
_NOUNS = tuple("xlhgcr")  # Israel state media
_KEY, _KIND, _WEAK, _CALLED = itemgetter(2), itemgetter(3), itemgetter(6), itemgetter(2, 3)  # of what was found


def link(names: Names) -> Actors:
    """The actors of the text in order of their first mention."""
    doc, tags = names.doc, names.tags
    states = lands(names)
    found = _trusted(names, states)
    if len(doc.paras) > 1:
        found = _shortened(found, doc.paras[0][1])
    sport = sporting(doc)
    kinds = _decide(found, names, clubs(doc, [name[:3] for name in found if name[3] is None]) if sport else set())
    again = told_again(doc, tags, [(first, last, key, kind or kinds[key]) for first, last, key, kind, *_ in found])
    if again:
        kinds = {**{key: kind for _, key, kind in again}, **kinds}
        found = sorted([*found, *[(at, at + 1, key, kind, None, -1, False) for at, key, kind in again]], key=itemgetter(0))
    if states:
        found = [(*name[:3], "country", *name[4:]) if name[2] in states and name[3] != "person" else name for name in found]
        kinds.update(dict.fromkeys(adjectives(states), None))  # Tarnian, of Tarn
    playing: set[Key] = set()
    if sport:
        playing = teams(doc, [
            (first, last, key, kind) for first, last, key, kind, *_ in found if (kind or kinds[key]) in ("place", "country")])
    surnames = {key[-1] for key, kind in kinds.items() if kind == "person" and len(key) > 1}
    book = Book(names)
    others = _others(names)
    at, group = others.pop()
    named = -1
    for first, last, key, kind, title, _, _ in found:
        while at < first:
            if group is None or at != named:
                _told(book, at, group)
            at, group = others.pop()
        named = first
        kind = kinds[key] if kind is None or kind == "organization" and kinds[key] == "place" else kind
        if kind in ("place", "country"):
            if len(key) == 1 and key[0] in surnames and tags[first - 1:first] not in ("i", "Y", "j"):
                kind = "person"  # Michael Jordan ... Jordan said
            elif key in playing and not local(tags, doc.low, first):
                kind = "organization"  # Velmark beat Karo
            elif kind == "country" and tags[last:last + 1] == "l" and doc.low[last] in _WITHIN and tags[last + 1:last + 2] not in _NOUNS:
                kind = "place"  # Nigeria's Niger state
        if kind:
            book.name(first, last, key, kind, title)
    while others:
        if group is None or at != named:
            _told(book, at, group)
        at, group = others.pop()
    return book.actors


def _others(names: Names) -> list[tuple[int, Group | None]]:
    """What else may mention an actor, in reversed order after one past the end: groups; pronouns and roles are tokens alone."""
    doc, tags = names.doc, names.tags
    out: list[tuple[int, Group | None]] = [(group.first, group) for group in groups.find(doc, tags)]
    out += [(at, None) for at in _places(tags, "p")]
    out += [(at, None) for at in _places(tags, "q") if tags[at + 1:at + 2] in ("v", "y") and (not at or tags[at - 1] in '.?"|')]
    out += [(match.start(), None) for match in _ROLE.finditer(tags) if doc.low[match.start() - 1] == "the"]
    heads = head_words()
    out += [(at, None) for at in (match.start() for match in _HEADED.finditer(tags)) if doc.low[at] in heads and doc.low[at - 1] == "the"]
    out.sort(key=itemgetter(0))
    return [(len(tags), None), *reversed(out)]


def _places(tags: str, tag: str) -> list[int]:
    """The tokens with a tag."""
    out = []
    at = tags.find(tag)
    while at >= 0:
        out.append(at)
        at = tags.find(tag, at + 1)
    return out


def _told(book: Book, token: int, group: Group | None) -> None:
    """A mention without a name."""
    if group is not None:
        book.group(group)
    elif book.tags[token] in "xcls":
        book.headed(token)
    elif book.tags[token] not in "pq":
        book.role(token)
    elif book.low[token] != "it":
        book.pronoun(token, quoted=within(book.marked, token))
    elif not (_of_a_thing(book, token) or expletive(book.doc, token) or within(book.marked, token)):
        book.pronoun(token)


def _of_a_thing(book: Book, token: int) -> bool:
    """Whether "it" begins a sentence and means what the one before begins with, no actor: "The storm displaced 70. It killed three"."""
    doc, sentence = book.doc, book.doc.sentence_of(token)
    if not sentence or doc.sents[sentence][0] != token or book.tags[token + 1:token + 2] == "v":
        return False
    first = doc.sents[sentence - 1][0]
    return book.low[first] in _ARTICLES and doc.forms[first + 1][0].islower() and book.at.keys().isdisjoint(range(first, first + _TOPIC))


def _trusted(names: Names, states: frozenset[Key]) -> list[Found]:
    """The names without the weak ones that nothing else in the text confirms; of those, the words that are short names."""
    given = names.list
    weak = list(compress(range(len(given)), map(_WEAK, given)))
    if not weak:
        return given
    low, tags = names.doc.low, names.tags
    strong = {*map(_KEY, filterfalse(_WEAK, given)), *states}
    heads = {head(key) for key in strong if len(key) > 1}  # the Trade Commission: a Commission spokesman
    folded: set[str] | None = None
    out: list[Found] = []
    done = 0
    for k in weak:
        first, last, key, *_, place, _ = given[k]
        if key in strong or tags[first] == "G" and last - first == 1 and key[0] in heads and first not in names.openers:
            continue
        out += given[done:k]
        done = k + 1
        for token in range(first, last):
            word, tag = low[token], tags[token]
            if tag in "AFSU":
                if folded is None:
                    folded = _spellings(strong) | {initials(key) for key in strong if len(key) > _INITIALS}
                if fold(word) not in folded:
                    continue
            elif tag not in ONE:
                continue
            out.append((token, token + 1, (word,), ONE.get(tag), None, place, False))
    return out + given[done:]


def _spellings(keys: set[Key]) -> set[str]:
    """The first, second and last words of names, in one spelling; of a name of two words the first and last."""
    several = [key for key in keys if len(key) > 1]
    words = {key[0] for key in keys}
    words.update([key[-1] for key in several], [key[1] for key in several if len(key) > 2])
    return set(map(fold, words))


def _shortened(found: list[Found], last: int) -> list[Found]:
    """The names with those of the first paragraph, which may be a title, as long as the text has them: "Olha Marn Reportedly Ill"."""
    out = found
    keys: set[Key] = set()
    for k, (first, end, key, kind, title, place, weak) in enumerate(found):
        if first >= last:
            break
        if len(key) > 2 and end - first == len(key) and kind in ("person", None):
            keys = keys or {other[2] for other in found if other[0] >= last}
            if key not in keys and (key[:2] in keys or key[1:2] in keys):
                out = out if out is not found else found.copy()
                out[k] = first, first + 2, key[:2], kind, title, place, weak
    return out


def _decide(found: list[Found], names: Names, playing: set[str]) -> dict[Key, str | None]:
    """The kind of each name from all its mentions; None where nothing tells that it is an actor at all. `playing`: words for teams."""
    open_: dict[Key, list[int]] = {}  # names whose votes count
    for _, _, key, _, _, place, _ in filterfalse(_KIND, found):
        open_.setdefault(key, []).append(place)
    pairs: list[tuple[Key, str]] = list(map(_CALLED, filter(_KIND, found)))
    out: dict[Key, str | None] = dict(reversed(pairs))  # as it is first told
    out.update([pair for pair in pairs if pair[1] == "person"])
    firms: set[Key] = set()
    bodies: set[Key] = set()  # first words of names of no telling words: Velm, of Velm Karo, a shipping group
    if not company_words().isdisjoint([key[-1] for key in out]):  # Norsteel Systems Inc.: Norsteel, Norsteel Systems
        for first, _, key, kind, *_ in found:
            if kind == "organization" and key[-1] in company_words():
                firms.update([key[:cut] for cut in range(1 + (names.tags[first] == "F"), len(key))])
    known = open_.keys() | out.keys()
    heads = head_words()
    bodies.update([key[:1] for key, kind in out.items() if kind == "organization" and len(key) > 1 and (
        key[-1] not in heads or key[-1] in COMPANIES or key[-1] in struck("clubs named"))])
    bodies.update([key[1:] for key, kind in out.items() if kind == "organization" and len(key) == 2 and key[0] in opening_bodies()])
    bodies.update([key[:2] for key, kind in out.items() if kind == "organization" and len(key) == 3])
    persons = {word for key, kind in out.items() if kind == "person" for word in (key[0], key[-1])}
    surnames, low = {key[-1] for key, kind in out.items() if kind == "person"}, names.doc.low
    folded = set(map(fold, persons))
    for key in sorted(open_, key=len, reverse=True):  # full names before short ones
        if key in out:
            if out[key] == "organization" and len(key) > 1 and tally(names, open_[key])[2] >= _ENOUGH - 1:
                out[key] = "place"  # Porto Velmo, where it is said to be in Porto Velmo too
            continue
        if key[-1] in persons and key not in firms or key in firms and key[-1] not in persons:
            out[key] = "person" if key[-1] in persons else "organization"
            continue
        person, organization, place = tally(names, open_[key])
        if key in firms:  # Velm Ltd, founded by Ivo Velm: Velm
            out[key] = "organization" if organization > person else "person"
            continue
        if key in bodies or key[0] in playing:
            person, organization = person - _SHORTENED, organization + _SHORTENED
        best = max(person, organization, place)
        if best <= 0 and fold(key[-1]) in folded:  # one spelling is as sure as the other
            out[key] = "person"
            continue
        if len(key) == 1 and key[0][-1] in "ns" and (person < best or key[0][-1] == "s") and any(
                key[0].endswith(ending) and (key[0][:-len(ending)],) in known for ending in _DEMONYMS):
            out[key] = None  # Velmian, of Velmia
            continue
        common = person == best < _ENOUGH and plain(key)
        out[key] = None if best <= 0 or common else "person" if person == best else "organization" if organization == best else "place"
        if out[key] == "organization" and len(key) == 1 and (key[0][-1] == "s" and key[0][:-1] in surnames or all(
                low[(end := names.spotted[place][1]):end + 1] == ["family"] for place in open_[key] if place >= 0)):
            out[key] = "group"  # the Tarns, the Tarn family
        if out[key] == "organization" and len(key) > 1 and key[-1] not in heads:
            bodies.add(key[:1])
        if out[key] == "person" and len(key) > 1:
            persons.update((key[0], key[-1]))
            surnames.add(key[-1])
    return out
