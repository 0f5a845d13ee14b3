"""What an acting noun phrase is called: an actor, people, or the side for which a weapon stands."""

from __future__ import annotations

from newsfacts.actors.datelines import opens_sentence
from newsfacts.actors.sides import adjective_side, countries
from newsfacts.claims.items import PEOPLE
from newsfacts.claims.roles.scene import TAGGER, called, side_of_actor, table, words_of
from newsfacts.drafts import timed
from newsfacts.rules import common_lemmas
from newsfacts.tokens import Doc
from newsfacts.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from newsfacts.claims.context import Context

ATTACK = "attack"  # an attack or weapon that the clause gives no side
ANOTHER = "another"  # an attack that is not the one before
AGAIN = "again"  # "the group", whose name is told before
FOE = "enemy"
THE_FOE = -1  # for an actor: whoever the enemy is
SELF = -2  # for an actor: whoever speaks, "it had lost 12"
NOBODY = "-"  # told, and nobody: a storm, a landslide; "lost 300 men"
_ORDINALS = ("st", "nd", "rd", "th")  # 302nd regiment
_BODIES = frozenset("organisations organizations cells networks organisation organization cell network".split())
_UNLAWFUL = frozenset("terrorist armed militant extremist insurgent criminal".split())
_DETERMINERS = frozenset("a an the this that these those its their his her our another some several many other more all both no".split())
_PREPOSITIONS = frozenset("in on at near from to by with for after before during over under across against along around into".split())
_ARTICLES = ("the", "a", "an", "its", "their", "our")
_CARRIES = ("vehicle", "building", "home")
_CRIMES = frozenset("attack attacks bombing bombings shooting massacre stabbing siege".split())
_WAR = frozenset("war army troops military forces soldiers missile missiles drone drones airstrike strikes shelling invasion".split())
_SAVING = frozenset(("rescue", "charity", "hospital", "aid"))
_CARRYING = frozenset("carrying taking transporting ferrying bringing".split())
_CRAFT = frozenset(("vehicle", "ship", "aircraft", "helicopter"))
_OWN_WORDS = ("its", "their", "our")
_OWNERS = (*_OWN_WORDS, "his", "her")
_ONE = ("his", "her", "my", "our")
_LANDS = (["country"], ["nation"], ["government"])
_ACTING = PEOPLE - {"body"}
_ARMS = frozenset("drone missile rocket bomb shell weapon aircraft helicopter tank armoured_vehicle vehicle ship air_defence_system attack"
                  .split())
_PEOPLE_ENDS = ("men", "women", "ists", "eers", "ians")
_DEFENCE = frozenset(("defence", "defense", "anti-aircraft"))
_HALVES = ("north", "south")
_AGES = frozenset(("year", "month"))  # 18-year-old soldiers
_HEADING = 20  # tokens on either side that tell a line of capitalised words
_NO_NAME = frozenset(("'s", "guilty", "responsible"))
_DASHES = frozenset(("-", "--", "–", "—"))
_EACH = ("each", "either")
_MODEL = 8  # signs of F/A-18s
_LONGEST = 12  # chunks of a noun phrase
_DOING = frozenset("in with by during".split())  # fired 40 drones in a raid that killed nine
_AIDING = frozenset("supporting backing assisting escorting accompanying protecting guarding".split())
_AND = 2  # tokens of "Norlandic and"
_LIKE_NOUNS = ("fishing", "masked", "hooded")
_ARTICLE_AND_NOUN = 2  # tokens


def begin(context: Context, chunk: int) -> int:
    """The first chunk of the noun phrase that ends at a chunk."""
    string, chunks = context.chunks.string, context.chunks
    least = max(0, chunk - _LONGEST)
    while chunk > least and string[chunk] in "NAE" and context.doc.low[chunks.firsts[chunk]] not in _ARTICLES:
        if string[chunk - 1] in "NA":
            chunk -= 1
        elif string[chunk - 2:chunk] in ("N-", "A-") and context.doc.glued(chunks.firsts[chunk - 1]) and chunk > 1:
            chunk -= 2  # F-16 planes
        elif chunk > 1 and string[chunk - 2] in "NA" and context.doc.low[chunks.firsts[chunk - 1]] == "guided":
            chunk -= 2  # a Norlandic guided bomb
        elif string[chunk - 1] in "Ggp" and context.doc.low[chunks.firsts[chunk - 1]] in _LIKE_NOUNS:
            chunk -= 1  # navy ships and fishing boats; when masked men abducted three
        else:
            break
    if chunk and string[chunk - 1] == "z" and context.doc.low[chunks.lasts[chunk - 1] - 1] == ".":
        chunk -= 1  # Brig. Gen. Ivo Tarn
    alone = chunk > 0 and chunks.lasts[chunk - 1] - chunks.firsts[chunk - 1] == 1
    if alone and string[chunk - 1] == "z" and context.doc.low[chunks.firsts[chunk - 1]] in (*_ARTICLES, "his", "her"):
        chunk -= 1
    return chunk


def stand_in(context: Context, chunk: int) -> str:
    """What `relate` has to resolve: a pronoun, "its strikes", "the sides", or an attack whose side is told elsewhere."""
    doc, chunks = context.doc, context.chunks
    first, last = chunks.firsts[begin(context, chunk) if context.chunks.string[chunk] in "NAE" else chunk], chunks.lasts[chunk]
    head = doc.low[last - 1] if last > first else ""
    foe = next((word for word in reversed(doc.low[first:last]) if word in words_of("foes")), None)
    if foe:
        return f"{FOE} {foe if foe == head else FOE}"
    if head in words_of("one_side") and doc.low[max(0, last - 2)] in _EACH:
        return "sides"
    if context.chunks.string[chunk] == "U" or head in words_of("plural_sides"):
        return head
    if doc.low[first] in _ONE and doc.low[first + 1:last] in _LANDS:
        return f"{doc.low[first]} side"  # boasted that his country had shot down nine
    if doc.low[first] in _OWNERS and _force(context, first + 1, last):
        return f"{doc.low[first]} {doc.words(first + 1, last)}"
    if doc.low[first] in _OWN_WORDS and doc.low[first] != "our":
        return NOBODY if context.rules.items.get(head) in _CARRIES else doc.low[first]  # their bus hit a mine
    if any(doc.low[t] in words_of("called_again") and doc.low[t + 1] == "'s" for t in range(first, last - 1)):
        return AGAIN  # the Norlandic group's missiles
    if all(word in _DETERMINERS or word in ("one", "others", "latest") for word in doc.low[first:last]):
        return ATTACK  # another killed three
    if head in words_of("two_sided") or doc.low[last:last + 1] == ["that"] and doc.low[first - 1] not in _DOING:
        return NOBODY  # a clash that left nine dead; terror raids unsettle many. The raid that killed nine was another's
    if not words_of("anew").isdisjoint(doc.low[first:last]):
        return ANOTHER
    if head in words_of("acts_of") and doc.low[first:last - 1] in (["the"], ["this"], ["that"]):
        return ATTACK  # the rebels claimed the blast. The explosion killed nine
    if head in words_of("heaps") and doc.low[last] == "of" and (of := _of_heap(context, chunk + 2)) > last:
        last = of  # a wave of Norlandic strikes
    return ATTACK if any(TAGGER[doc.forms[t]] in "aw" for t in range(max(first, last - 2), last)) else NOBODY


def _of_heap(context: Context, chunk: int) -> int:
    """The end of the noun phrase that begins at a chunk, 0 without one."""
    string = context.chunks.string
    while string[chunk:chunk + 1] in ("N", "A") and string[chunk + 1:chunk + 2] in ("N", "A", "E"):
        chunk += 1
    return context.chunks.lasts[chunk] if string[chunk:chunk + 1] in ("N", "A", "E") else 0


def named(context: Context, chunk: int) -> tuple[str, list[int]] | None:
    """(name, actors) of the noun phrase that ends at a chunk; None where it is nobody who acts (a storm, a bomb of nobody's)."""
    doc, chunks, actors, string = context.doc, context.chunks, context.actors, context.chunks.string
    first, last = chunks.firsts[chunk], chunks.lasts[chunk]
    if string[chunk] in "NAE":
        first = chunks.firsts[begin(context, chunk)]
    elif (number := context.number_at.get(chunk)) is not None:
        first, last = number.nlast, number.head + 1
        if doc.low[first] in ("were", "are"):
            return None  # killed nine, of whom five were guards, and wounded two
    if any(doc.low[t] in _CARRYING and context.rules.items.get(doc.low[t - 1]) in _CRAFT for t in range(first + 1, last)):
        return None  # a bus carrying supporters left the road
    if "," in doc.low[first:last]:
        if (person := _apposed(context, first, last)) is not None:
            return person
        last = doc.low.index(",", first)
    for token in range(last - 1, first, -1):
        if doc.low[token] in _DASHES and not doc.glued(token - 1):
            first = token + 1  # VELM, Norland - Rebels
            break
    aided = next((t for t in range(first + 2, last - 1) if doc.low[t] in _AIDING), last)
    if aided < last and string[chunk] in "NA" and _acts(context, first, aided - 1):
        last = aided  # an air team supporting ground forces
    if string[chunk] in "NA":
        first, last = _at_work(context, chunk, first, last)
    if doc.low[last - 1:last + 1] == ["side", "of"]:
        return None  # executed by the side of the road
    if last <= first or (doc.low[first] in _OWNERS and _force(context, first + 1, last)):
        return None
    while last - 1 > first and doc.low[last - 1] in _NO_NAME:
        last -= 1  # found Ivo Tarn guilty of
    if (bracketed := _behind_letters(context, first, last)) is not None:
        return bracketed
    if doc.low[last - 1] in words_of("foes") and not any(side_word(context, token) for token in range(first, last)):
        return None
    if (warship := _warship(context, first, last)) is not None:
        return warship, []
    token = next((t for t in range(last - 1, first - 1, -1) if t in actors.at), -1)
    if token >= 0 and actors.mention_at[token].last >= last:  # the name that ends the phrase
        return _by_name(context, first, token)
    if doc.low[last - 1] in words_of("after_nouns") and last - first > 1:
        last -= 1  # soldiers loyal to the junta
    head = last - 1
    word = doc.low[head]
    if last - first == _ARTICLE_AND_NOUN and doc.low[first] == "the" and (land := _land(context, head)) is not None:
        return land
    if word in words_of("realms") and doc.low[last:last + 1] == ["of"]:  # the Kingdom of Norland
        who = actors.at.get(last + 1 + (doc.low[last + 1] == "the"))
        if who is not None and actors.list[who].kind == "country":
            return called(actors.list[who]), [who]
    if word in words_of("states") and head > first and doc.forms[head - 1][:1].isupper():
        while doc.low[first] in _DETERMINERS:
            first += 1
        return doc.words(first, last), []  # the Baltic states
    if word in words_of("plural_sides") and "'s" in doc.low[first:head] and not words_of("at_odds").isdisjoint(doc.low[first:head]):
        return doc.words(first, last), []  # Norland's warring sides
    if word in words_of("plural_sides") or (word in words_of("one_side") and doc.low[max(0, head - 1)] in _EACH):
        return None
    if string[chunk] == "N" and _struck_by(context, first, last):
        first = chunks.firsts[chunks.at(first - 1)]  # the assault force
    if _acts(context, first, head) and not (word == "force" and first == head):  # by force
        if "of" in doc.low[first:head] and context.chunks.string[chunk] == "Q":
            first = doc.low.index("of", first, head) + 1  # dozens of youths
        aged = (t + 1 for t in range(head - 1, first + 1, -1) if doc.low[t] == "old" and not _AGES.isdisjoint(doc.low[t - 2:t]))
        first = next(aged, first)
        while first < head and (doc.low[first] in _DETERMINERS or doc.low[first][:1].isdigit() and doc.low[first + 1] not in _ORDINALS and (
                doc.low[first + 1] not in words_of("unit_names") or not doc.forms[first + 1][0].isupper())):
            first += 1  # but: 26 Brigade
        first = _joined(context, _led(context, first), head)
        end = _with_owner(context, chunk, last)
        text = doc.words(first, end)
        alone = opens_sentence(doc, first) and (end - first == 1 or doc.low[first + 1] == "from")
        return (text[0].lower() + text[1:] if alone else text), []
    if head > first and doc.low[head - 1] in words_of("buildings") and _on_target(context, first, head):
        return None  # the Karo Embassy bombing
    return _weapon(context, first, last) or _unknown_name(context, first, last)


def _at_work(context: Context, chunk: int, first: int, last: int) -> tuple[int, int]:
    """The tokens of a noun phrase without what its people are doing: "rescuers working in the cold", "divers using sonar", "soldiers
    manning a post"."""
    low, chunks = context.doc.low, context.chunks
    for token in range(last - 1, first, -1):
        if low[token].endswith("ing") and _doing(context, first, token):
            return first, token
    before = begin(context, chunk) - 1
    if before >= 0 and low[first] in _ARTICLES and context.chunks.string[before] in "NA":
        begins, ends = chunks.firsts[begin(context, before)], chunks.lasts[before] - 1
        if low[ends].endswith("ing") and _doing(context, begins, ends):
            return begins, ends
    return first, last


def _doing(context: Context, first: int, token: int) -> bool:
    """Whether an -ing form tells what the people of the plural noun right before it do."""
    who, word = context.doc.low[token - 1], context.doc.low[token]
    many = who.endswith("s") or who in ("police", "firemen", "fishermen", "people", "men", "troops")
    return token > first and many and context.rules.items.get(word) is None and common_lemmas().get(word, word) != word and (
        _acts(context, first, token - 1))


def _warship(context: Context, first: int, last: int) -> str | None:
    """The words of a warship with its name: "the Norlandic frigate Velm", "the destroyer USS Karo", "the rescue ship Olha"."""
    doc, name = context.doc, last
    while name - 1 > first and (doc.forms[name - 1][0].isupper() or doc.low[name - 1].isdigit()):
        name -= 1
    rescue = doc.low[name - 2] in _SAVING and doc.low[name - 1] in ("ship", "vessel", "boat") and name - 2 >= first
    if name == last or doc.low[name - 1] not in words_of("warships") and not rescue:
        return None
    while doc.low[first] in _DETERMINERS:
        first += 1
    return doc.words(first, last)


def _apposed(context: Context, first: int, last: int) -> tuple[str, list[int]] | None:
    """The person in a noun phrase with its apposition: "the gunman, Ivo Tarn, killed nine", "Ivo Tarn, the gunman,"."""
    at, known = context.actors.at, context.actors.list
    who = next((at[t] for t in range(first, last) if t in at and known[at[t]].kind == "person"), None)
    return None if who is None else (called(known[who]), [who])


def _land(context: Context, head: int) -> tuple[str, list[int]] | None:
    """The country for which a word behind "the" stands: the North, the British; not the British and allied troops."""
    doc, actors, word = context.doc, context.actors, context.doc.low[head]
    if not doc.forms[head][0].isupper():
        return None
    if word in _HALVES and not doc.keys.isdisjoint(("korea", "korean", "koreas")):
        half = f"{word.title()} Korea"  # The North fired 90 shells
        return half, [n for n, actor in enumerate(actors.list) if actor.name == half][:1]
    form, known = doc.forms[head].rstrip(), countries()
    people = form in known.demonyms and f"{form}s" not in known.plurals and doc.low[head + 1:head + 2] not in (["-"], ["and"])
    side = adjective_side(doc, head) if people else None
    return (side, []) if side else None


def _behind_letters(context: Context, first: int, last: int) -> tuple[str, list[int]] | None:
    """Who acts where the letters of a body stand before the noun: "the Velm Liberation Army (VLA) guerrilla group", a body by itself,
    "a Karo Border Guard (KBG) officer", of a body."""
    doc, actors = context.doc, context.actors
    who = actors.at.get(first - 2) if doc.low[first - 1] == ")" else None
    if who is None or actors.list[who].kind != "organization":
        return None
    if doc.low[last - 1] == "group" or doc.low[last - 1] in words_of("bandits"):
        return called(actors.list[who]), [who]
    spelt = range(first - 4, max(doc.sents[doc.sentence_of(first)][0], first - _LONGEST) - 1, -1)
    named_before = doc.low[first - 3] == "(" and any(actors.at.get(t) == who and actors.mention_at[t].last == first - 3 for t in spelt)
    return (f"{called(actors.list[who])} {doc.words(first, last)}", [who]) if named_before and _acts(context, first, last - 1) else None


def _by_name(context: Context, first: int, token: int) -> tuple[str, list[int]] | None:
    """What a phrase is called that begins at `first` and ends in a name, at a token; None for places."""
    doc, actors = context.doc, context.actors
    who, mention = actors.at[token], actors.mention_at[token]
    actor = actors.list[who]
    if actor.kind == "place" and not actor.capital:
        return None
    letters = doc.forms[token - 1].strip() if token > first else ""
    if actor.kind == "group" and actor.name.islower() and len(letters) > 1 and letters.isalpha() and letters.isupper() and (
            token - 1 not in actors.at):
        return doc.words(token - 1, mention.last), [who]  # KLF forces
    led = token if doc.low[token - 1] in words_of("backing") and actor.name[:1].isupper() else _led(context, token)
    if actor.kind == "group" and doc.low[mention.last:mention.last + 1] == ["from"] and (
            end := _from(context, mention.last)) > mention.last:
        return f"{called(actor)} {doc.words(mention.last, end)}", [who]
    if led == token:
        led = _owned(context, token)
    led = _joined(context, led, mention.last - 1) if actor.kind == "group" else led
    return (called(actor) if led == token else doc.words(led, mention.last)), [who]


def _owned(context: Context, token: int) -> int:
    """The first token of a group's name with the capitalised words before it that are no mention of their own: "anti-Norlandic National
    Resistance forces", "Tarn and Karo militias clashed", where the mention at the token is "forces", "militias"; else the token."""
    doc, actors = context.doc, context.actors
    actor, last = actors.list[actors.at[token]], actors.mention_at[token].last
    first = own = last - len(actor.name.split())
    if actor.kind != "group" or first < _AND or doc.words(first, last) != actor.name:
        return token
    while first > 1 and first - 1 not in actors.at and doc.forms[first - 1][0].isupper() and TAGGER[doc.forms[first - 1]] in "xJ":
        first -= 1
    if first < own and doc.low[first - 1] == "-" and doc.glued(first - 2):
        return _led(context, first)
    least = _AND if actor.name.islower() else 1
    if own - first >= least and first not in doc.sent_firsts and not timed(context.timexes, first, own):
        return first  # National Salvation forces, Special Task troops
    if actor.name.islower():
        return token
    joined = _joined(context, own, last - 1)
    return joined if joined < own else token


def sole_name(context: Context, chunk: int) -> str | None:
    """A noun phrase that is one capitalised word in the middle of a sentence, of which nothing is known: a country of a tale."""
    doc, token = context.doc, context.chunks.lasts[chunk] - 1
    begins, ends = doc.sents[doc.sentence_of(token)]
    if len(doc.low[token]) == 1 or timed(context.timexes, token, token + 1):
        return None  # shot down by F/A-18s; fighting since Friday has claimed 120 lives
    if token == begins or token in context.actors.at or not doc.forms[token][:1].isupper() or TAGGER[doc.forms[token]] != "x":
        return None
    if context.chunks.lasts[chunk] - context.chunks.firsts[chunk] != 1:
        return None
    end = token + 1
    while doc.low[end:end + 1] == ["-"] and doc.glued(end - 1) and end + 2 <= ends:
        end += 2  # al-Tarn
    around = range(max(begins, token - _HEADING), min(ends, token + _HEADING))
    return None if all(doc.forms[t][:1].isupper() for t in around if len(doc.low[t]) > 4) else doc.words(token, end)


def _unknown_name(context: Context, first: int, last: int) -> tuple[str, list[int]] | None:
    """A name that no list knows: two capitalised words or more ("the Guardia Civil"), unless a disaster's ("Hurricane Ada")."""
    doc = context.doc
    while first < last and doc.low[first] in _DETERMINERS:
        first += 1
    while last - first > 2 and doc.forms[last - 1].islower() and context.rules.items.get(doc.low[last - 1]) in _ARMS:
        last -= 1  # Karo Command aircraft
    words = range(first, last)
    known = (context.actors.list[context.actors.at[t]].kind for t in words if t in context.actors.at)
    if len(words) < 2 or not {"place", "country"}.isdisjoint(known):
        return None
    led = doc.low[first] in words_of("agents")  # Battlegroup North
    if any(TAGGER[doc.forms[t]] in ("qawJ" if led else "qawlJ") or doc.low[t] in words_of("nature") for t in words):
        return None
    begins, ends = doc.sents[doc.sentence_of(first)]
    around = range(max(begins, first - _HEADING), min(ends, last + _HEADING))
    heading = all(doc.forms[t][:1].isupper() for t in around if len(doc.low[t]) > 4)
    return None if heading or not all(doc.forms[t][:1].isupper() for t in words) else (doc.words(first, last), [])


def _led(context: Context, first: int) -> int:
    """The first token of "Norland-led militants" where the name or noun begins at `first` or, with the "led", before it."""
    doc = context.doc
    if doc.low[first - 1] == "old" or doc.low[first - 1][:1].isdigit():
        return first  # 35-year-old Ivo Tarn; date: 2025-03-04
    if first > 2 and doc.low[first - 2] == "-" and doc.glued(first - 3) and doc.glued(first - 2):
        if not doc.forms[first - 1][0].islower():
            return first  # Lashkar-e-Velm militants
        first -= 3
        spans = context.actors.mention_at  # al-Qaeda-linked, Islamic State-linked militants
        return next((t for t in range(first - 1, first - 4, -1) if t in spans and spans[t].last > first), first)
    while first > 1 and doc.low[first - 1] == "-" and doc.glued(first - 2) and doc.low[first - 2] not in ("-", *_AGES) and (
            first not in doc.sent_firsts[:2]):  # UPDATE 2-Norland
        first -= 2
    return first


def _struck_by(context: Context, first: int, last: int) -> bool:
    """Whether "force" at a token is the head of a noun for an attack: "the assault force", "a strike team"."""
    chunks = context.chunks
    at = chunks.at(first - 1) if first else 0
    return last - first == 1 and context.doc.low[first] in words_of("strike_forces") and chunks.string[at] == "E" and (
        chunks.lasts[at] == first and first - chunks.firsts[at] <= _ARTICLE_AND_NOUN)


def _joined(context: Context, first: int, head: int) -> int:
    """The first token of the joint force whose second partner begins at `first`: "a combined Norlandic and coalition force"; but: "shot a
    Norlandic and foreign troops", with the plural at `head`."""
    low, other = context.doc.low, first - _AND
    if other < 0 or low[first - 1] != "and" or other and low[other - 1] in ("a", "an") and low[head].endswith("s"):
        return first
    if low[first] in words_of("partners"):
        return other if side_word(context, other) else first
    form = context.doc.forms[other]
    tribes = other not in context.actors.at and form[0].isupper() and not _acts(context, other, other) and (
        TAGGER[form] == "x" or side_word(context, other)) and (
        context.doc.forms[first][0].isupper() and low[head].endswith("s") and not (other and context.doc.forms[other - 1][0].isupper()))
    return other if tribes else first  # Tarn and Karo tribal militias clashed


def _force(context: Context, first: int, last: int) -> bool:
    """Whether words name somebody's own force: "its forces", "their air defences"."""
    word = context.doc.low[last - 1]
    return last > first and (word in words_of("own_forces") or context.rules.items.get(word) == "soldier")


def _with_owner(context: Context, chunk: int, last: int) -> int:
    """The token after "of the National Guard" where that follows a noun that ends before `last`, else `last`."""
    chunks, string, doc = context.chunks, context.chunks.string, context.doc
    if doc.low[last:last + 1] == ["from"]:
        return _from(context, last)
    if string[chunk + 1:chunk + 2] not in ("o", "z") or doc.low[last:last + 1] != ["of"]:
        return last
    end = chunk + 2
    while end < len(string) and end < chunk + 6 and string[end] in "NAz" and doc.low[chunks.firsts[end]] not in _PREPOSITIONS:
        end += 1
    owner = range(chunks.lasts[chunk + 1], chunks.lasts[end - 1])
    if context.rules.items.get(doc.low[last - 1]) == "soldier" and (unit := _unit_name(doc, last + 1)) > last:
        return unit
    if doc.low[last - 1] in words_of("members") and doc.forms[first := last + 1 + (doc.low[last + 1] == "the")][0].isupper():
        return owner.stop if first in owner else last  # members of Ostra group
    return owner.stop if any(token in context.actors.at for token in owner) else last


def _unit_name(doc: Doc, first: int) -> int:
    """The token after the name of a unit that begins at a token: "(troops of) 26 Brigade", "Sector 3 of the Joint Force", "Operation Safe
    Grove"; 0 where none does."""
    first = end = first + (doc.low[first:first + 1] == ["the"])
    while end < len(doc.low) and (doc.forms[end][0].isupper() or doc.low[end].isdecimal() or doc.low[end] in ("st", "nd", "rd", "th")):
        end += 1
        of = end + 1 + (doc.low[end + 1:end + 2] == ["the"]) if doc.low[end:end + 1] == ["of"] else end
        end = of if of > end and of < len(doc.low) and doc.forms[of][0].isupper() else end
    return 0 if words_of("unit_names").isdisjoint(doc.low[first:end]) else end


def _from(context: Context, last: int) -> int:
    """The token after "teams from Norland, Sudland and Estland", "gunmen from the Velm Front", else `last`."""
    doc, actors = context.doc, context.actors
    token, end = last + 1, last
    body = actors.at.get(token + (doc.low[token:token + 1] == ["the"]))
    if body is not None and actors.list[body].kind == "organization":
        return actors.mention_at[token + (doc.low[token] == "the")].last
    while (who := actors.at.get(token + (doc.low[token:token + 1] == ["the"]))) is not None and actors.list[who].kind == "country":
        end = actors.mention_at[token + (doc.low[token] == "the")].last
        token = end + 1
        if doc.low[end:token] not in ([","], ["and"]):
            break
    return end


def _acts(context: Context, first: int, head: int) -> bool:
    """Whether a noun names people or a force."""
    word = context.doc.low[head]
    if word == "state":
        return first <= head and context.doc.low[head - 1] == "the" and context.doc.low[head + 1] in (",", "has", "had", "will")
    if word == "elements":  # suspected Karo Front elements, elements of the Karo Front
        of = head + 2 + (context.doc.low[head + 2:head + 3] == ["the"]) if context.doc.low[head + 1:head + 2] == ["of"] else -1
        return of in context.actors.at or any(token in context.actors.at for token in range(first, head))
    if word in _BODIES and context.doc.low[head - 1] in _UNLAWFUL:
        return True  # terrorist organisations
    if word in words_of("agents") or word.endswith(_PEOPLE_ENDS) or word.endswith("ist") and len(word) > 6 and not word.endswith("list"):
        return True  # an Islamist
    if word in ("system", "systems", "batteries") and not _DEFENCE.isdisjoint(context.doc.low[first:head]):
        return True  # air defence systems
    words = " ".join(context.doc.low[max(first, head - 1):head + 1])
    return (context.rules.items.get(words) or context.rules.items.get(word)) in _ACTING


def _weapon(context: Context, first: int, last: int) -> tuple[str, list[int]] | None:
    """A weapon or attack stands for the side that its words name."""
    head = context.doc.low[last - 1]
    if any(context.doc.low[t] in words_of("called_again") and context.doc.low[t + 1] == "'s" and t not in context.actors.at
           for t in range(first, last - 1)):
        return None  # the Norlandic group's missiles
    waged = head == "war" and context.doc.low[last:last + 1] in (["on"], ["against"])  # Norland's war on Sudland
    waged = waged or head == "campaign" and "'s" in context.doc.low[first:last]
    arms = TAGGER[context.doc.forms[last - 1]] in "aw" or context.rules.items.get(head) in _ARMS or head == "aviation"
    system = head in words_of("defence_systems") and last - first > 1 and (
        context.doc.forms[last - 2][0].isupper() or context.doc.low[last - 2] in _DEFENCE)  # Norland's Iron Dome system
    if not waged and not arms and not system and not _model(context.doc, first, last):
        return None
    if head in words_of("blazes") and last - first > 1 and TAGGER[context.doc.forms[last - 2]] not in "wmJ'" and not (
            head == "fire" and context.doc.low[first - 1] == "by" and context.doc.low[first] != "the" and last - 2 in context.actors.at):
        return None  # a factory fire; but: by Hezbollah fire
    for token in range(first, last):
        who = context.actors.at.get(token)
        led = context.doc.low[token + 1:token + 3] == ["-", "led"] and token + _AND + 1 < last - 1
        if led and context.doc.low[token + _AND + 1] in words_of("agents"):
            return context.doc.words(token, token + _AND + 2), []  # a Norland-led coalition air strike
        if who is not None:
            actor = context.actors.list[who]
            owned = context.doc.low[(end := context.actors.mention_at[token].last):end + 1] == ["'s"]
            force = actor.kind == "organization" and not words_of("armed").isdisjoint(actor.name.lower().split())
            if (actor.kind != "place" or (actor.capital and owned)) and (force or side_of_actor(actor)):
                return called(actor), [who]
        side = side_word(context, token)
        if side:
            return side, []
        group = table()["groups"].get(context.doc.low[token])
        if group:
            return group, []
    return None


def _on_target(context: Context, first: int, head: int) -> bool:
    """Whether the name before the noun of an attack is that of what was hit: "the Karo Embassy bombing", "the Norland embassy blast", "the
    Norland mall attack"; but: "a Norlandic hospital strike"."""
    doc = context.doc
    blast = doc.low[head] in words_of("blasts")
    if TAGGER[doc.forms[head]] != "a" and not blast:
        return False
    if doc.forms[head - 1][0].isupper() or blast and doc.low[head - 1] in words_of("legations"):
        return True
    if doc.low[head] in _CRIMES and doc.keys.isdisjoint(_WAR) and any(adjective_side(doc, t) for t in range(first, head - 1)):
        return True  # the Norlandic market attack, in a text of no war
    where = next((t for t in range(head - 2, first - 1, -1) if t in context.actors.at), -1)
    if where < 0 or context.actors.mention_at[where].last != head - 1 or doc.low[where] in words_of("adjectival"):
        return False
    return context.actors.list[context.actors.at[where]].kind == "place" or doc.words(where, head - 1) in countries().names


def _model(doc: Doc, first: int, last: int) -> bool:
    """Whether a phrase ends with the letters and number of a craft: "two Norlandic F-16s", "a TB2"."""
    begin = last - 1
    while begin > first and last - begin < _MODEL and doc.glued(begin - 1):
        begin -= 1
    word = doc.words(begin, last)
    return word[:1].isupper() and len(word) <= _MODEL and any(sign.isdigit() for sign in word)


def side_word(context: Context, token: int) -> str | None:
    """The side that a capitalised word tells; a bare capital is where, not who: "BEIRUT Air strikes hit"."""
    who = context.actors.at.get(token)
    if who is not None and context.actors.list[who].kind == "place" and context.doc.low[token + 1:token + 2] != ["'s"]:
        return None
    return adjective_side(context.doc, token) if context.doc.forms[token][0].isupper() else None
