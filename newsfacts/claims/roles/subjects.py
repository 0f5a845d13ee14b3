"""The noun phrase that acts: a verb's subject, over whatever stands between, or its "by"."""

from __future__ import annotations

from newsfacts.claims.modality.words import wordlist
from newsfacts.claims.roles.adjuncts import aboard, locates
from newsfacts.claims.roles.naming import begin, named
from newsfacts.claims.roles.scene import TAGGER, forms_of, words_of
from newsfacts.late import late
from newsfacts.rules import common_lemmas
from newsfacts.sources.words import verbs as speech
from newsfacts.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from newsfacts.claims.context import Context

FAR = 40  # chunks between a verb and its subject
_DATELINE = 12  # chunks
_DEPTH = 6  # verbs of one subject in a row
_VERBS = "VWPGIvwpgiB"
_OTHERS = late("(?:[NAEzUQ][Pp]|,p)[zD]{0,2}$")  # nine were killed when mines laid by rebels exploded, most of them shot by police
_OF_A_PART = late(r",[zD]{0,2}(?:Q[zU]{0,2}|zoU)$")  # nine were killed, two of them by police, most of them by police
_OBJECT = late("(?:[Vv]|[NA][zD]{0,4}[Pp])[zD]{0,2}[NAQ]{1,3}$")
_OF_ANOTHER = late(r",[^,;.]?r[zD]*[NAQ][zDNAQ]*$")  # ", which soldiers", ", from which 40 men"
# "in Karo, Norland, and Velm, Sudland"
_IN_PLACES = late(r"[NAE][zD]{0,4}(?P<where>zz)(?:,[NA]{1,2})?,?&(?P<other>A)(?:,[NA]{1,2})?$")
_RANK = 4  # chunks from "under" to a name
_ADJUNCTS = 6  # chunks of "over the bombing of a church in Velm"
_CALLED = 7  # chunks of "by what the army called"
_ADVERB = 2  # chunks from "the marines alone" to the verb
_OF_THEM = late(r"[Vv][zD]{0,2}Q[zoNA]{0,4},?r[zD]{0,2}$")  # freed nine men who
# "After killing nine people, the gunman fled", "Having freed nine men, rebels left"
_FRONTED = late(r"(?:[ncbf]z?G|V)[^;.VWvwIr]{1,30}?(?:,z?[NA]{1,2}[vpVP](?=,))?,z?(?P<who>[NA]{1,4}|Q)z{0,4}"
                r"(?:,[^,;.VWvw]{1,12},)?[zD]{0,2}[VvBWwPp]")
_ASKED_WITH = (("f", "call"), ("h", "plead"), ("o", "ask"))
_BEFORE_NAMES = frozenset(("the", "both", "all"))
_NEAR = 8  # chunks of a clause in which others act
_SUBORDINATORS = ("after", "before", "since", "until")
_PERFECT = ("has", "have", "had")
_OPEN = -1  # nothing tells yet
_AFTER_A_DEED = [[word, "of"] for word in _SUBORDINATORS]


def lemma(context: Context, chunk: int) -> str:
    """The lemma of a chunk's main word."""
    word = context.doc.low[context.chunks.heads[chunk]]
    return context.rules.lemmas.get(word) or common_lemmas().get(word, word)


def by_phrase(string: str, at: int) -> int | None:
    """The chunk after "by" behind a passive verb or an event noun."""
    end = string.find("b", at, at + 9)
    if end < 0 or any(c in ".;VWvw" for c in string[at + 1:end]) or _OTHERS.search(string, at + 1, end) or (
            _OF_A_PART.search(string, at + 1, end)):
        return None
    begins = end + 1 + len(string[end + 1:end + _CALLED]) - len(string[end + 1:end + _CALLED].lstrip("z"))
    return next((_last(string, i) for i in range(begins, min(begins + 2, len(string))) if string[i] in "ANQE"), None)


def _last(string: str, i: int) -> int:
    """The last chunk of a noun phrase that begins at chunk i."""
    while i + 1 < len(string) and string[i] in "NA":
        if string[i + 1] in "NAE":
            i += 1
        elif string[i + 1] == "-" and string[i + 2:i + 3] in tuple("VvPp") and string[i + 3:i + 4] in ("N", "A"):
            i += 3  # the Norland-led coalition
        else:
            break
    return i


def speaks(context: Context, chunk: int) -> bool:
    """Whether the chunk's main word is a reporting verb."""
    return context.doc.low[context.chunks.heads[chunk]] in speech()


class _Verb:
    """A verb whose subject is looked for, from chunk to chunk to the left."""

    def __init__(self, context: Context, at: int, depth: int) -> None:
        self.context, self.at, self.depth = context, at, depth
        self.string = context.chunks.string
        self.kind = self.string[at]
        self.start = max(self.string.rfind(".", 0, at) + 1, at - FAR)  # of the sentence, or far enough

    def word(self, chunk: int) -> str:
        """The first word of a chunk."""
        return self.context.doc.low[self.context.chunks.firsts[chunk]]


def subject(context: Context, at: int, depth: int = 0) -> int | None:
    """The last chunk of a verb's subject, over adjuncts, appositions, relative clauses and earlier verbs of the same subject."""
    if depth > _DEPTH:
        return None
    verb = _Verb(context, at, depth)
    found = _right_before(verb)
    if found != _OPEN:
        return found
    string, start, i = verb.string, verb.start, at - 1
    while i >= start and string[i] in 'zD"d)':
        if string[i] == "z" and _in_clause_of_time(verb, i):
            return i
        i = string.rfind("(", start, i) - 1 if string[i] == ")" else i - 1  # the National Party (NP) freed six
    if verb.kind in "GV" and i < start + 1 and (fronted := _of_fronted(verb)) is not None:
        return fronted
    if i < start:
        return None
    if verb.kind in "Gg":
        return _of_participle(verb, i)
    found = _of_infinitive(verb, i) if verb.kind in "Ii" else _over_comma(verb, i)
    if found == _OPEN:
        found = _joined_or_told(verb, i)
    return _further(verb, i) if found == _OPEN else found


def _right_before(verb: _Verb) -> int | None:
    """What the chunk right before the verb tells: it is the noun of a clause of time, or another verb governs the infinitive."""
    context, string, start, i = verb.context, verb.string, verb.start, verb.at - 1
    if i <= start:
        return _OPEN
    if string[i] == "-" and string[i - 1] in "vV" and verb.kind in "VvPp":
        return subject(context, i - 1, verb.depth + 1)  # Norland test-fired nine rockets
    if string[i] == "z" and verb.kind in "VvB":
        opens = verb.word(i - 1)
        if string[i - 2] in "Vv" and i > start + 2 and verb.word(i - 2) in _PERFECT:
            return subject(context, i - 2, verb.depth + 1)  # Norlandic fire has since October killed nine
        if opens in _SUBORDINATORS:
            return i  # after a car bomb killed 34
        if opens == "as" and i > start + 3 and context.chunks.raw[i] in "NA" and string[i - 2] not in "PpGg" and (
                not {"V", "v"}.isdisjoint(string[start:i - 2])):
            return i  # it foiled a plot as rebels kill nine
    if verb.kind == "I" and string[i] in "Pp" and lemma(context, i) == "use":
        # the rifle that Ivo Tarn used to kill nine; but: the rifle used to kill nine
        return i - 1 if string[i - 1] == "U" or string[i - 1] in "NA" and verb.word(i - 1) in ("the", "that", "a", "which") and (
            string[i - 2] in "NAUQr" and i - 2 >= start) else None
    if verb.kind == "I" and i - 1 > start and string[i] in "VvPp" and string[i - 1] in "zA" and speaks(context, i):
        before = range(max(start, len(string[:i].rstrip("z-"))), i)
        if string[i - 1] == "A" or any(verb.word(k) in _SUBORDINATORS for k in before):
            return i - 1  # a day after the rebels claimed to have killed 70
    return _OPEN


def _in_clause_of_time(verb: _Verb, i: int) -> bool:
    """Whether the noun of what looks like an adjunct is the subject of a clause of time."""
    string, raw = verb.string, verb.context.chunks.raw[i]
    if i > verb.start and [verb.word(i - 1), verb.word(i + 1)] in _AFTER_A_DEED:
        return True  # after the collapse of a roof killed nine
    if i - 2 > verb.start and verb.word(i - 1) == "the" and verb.word(i - 2) in _SUBORDINATORS and string[i - 1] == "z":
        return verb.kind in "VvPpB" and raw in "NA" and named(verb.context, i) is not None  # since the Velm Front seized three posts
    if i - 1 <= verb.start or verb.kind not in "VvPpB" or verb.word(i - 1) not in _SUBORDINATORS:
        return False
    if verb.kind in "VvB" and string[i - 1] == "z" and string[i + 1] == "z" and raw in "NE":
        return True  # a day after an explosion on a train near Velm killed nine
    return raw in "NA" and named(verb.context, i) is not None  # after gunmen from the north burst into a bar


def _of_participle(verb: _Verb, i: int) -> int | None:
    """The subject of a participle: the noun right before it, that of a verb of saying, or that of the nearest verb."""
    context, string, start, c = verb.context, verb.string, verb.start, verb.string[i]
    right_before = i == verb.at - 1
    if right_before and c in "NA":
        if not string[start:i].strip("zD,") or string[i - 1] == "-" and context.chunks.raw[start] in "AN" and i - start < _DATELINE:
            return i  # gunmen holding 33 hostages; also after a dateline
        told = begin(context, i) - 1
        if told > start and (string[told] == "c" or string[told] in "pv" and speaks(context, told)):
            return i  # the army said rebels holding the town killed nine
    if verb.at - i <= _ADVERB and c in "NA" and _with_whom(context, i):
        return i  # took the town, with the marines alone seizing 900
    if (relative := _as_they_say(verb, i)) is not None:
        return _antecedent(context, relative, start, verb.depth)
    if right_before and c in "vpVP" and speaks(context, i):
        return subject(context, i, verb.depth + 1)  # Norland reported downing 86
    return _earlier_verb(context, i, start, verb.depth)


def _of_fronted(verb: _Verb) -> int | None:
    """The subject behind a clause of a participle that opens a sentence: "After killing nine people, the gunman fled"."""
    opened = verb.kind == "V" and verb.at == verb.start and verb.word(verb.at) == "having"
    if verb.kind == "G" and verb.at > verb.start and verb.string[verb.at + 1] != "E":  # not: after bombing raids killing nine
        first = verb.string[verb.start:verb.at].strip("zncbf") == "" or verb.string[:verb.at].rstrip("z")[-1:] in "&,"
        opened = first and verb.word(verb.start) in words_of("fronts_clauses")
    match = _FRONTED.match(verb.string, verb.start) if opened else None
    return match.end("who") - 1 if match else None


def _of_infinitive(verb: _Verb, i: int) -> int | None:
    """The subject of an infinitive: who is called on, asked or said to; that of a verb of doubt before "whether"."""
    context, string, start, c = verb.context, verb.string, verb.start, verb.string[i]
    if string[verb.at - 1] in "zNA" and (called := _called_on(context, verb.at - 1, start)):
        return called
    found = _over_comma(verb, i)
    if found != _OPEN:
        return found
    if c == "c" and verb.kind == "I" and verb.word(i) in wordlist("whether"):
        i = len(string[:i].rstrip("zD")) - 1  # is weighing whether to send nine
        return subject(context, i, verb.depth + 1) if i > start and string[i] in "VvGgPp" else None
    if c in "NA":
        if not any(k in string[max(start, string.rfind(":", start, i)):i] for k in "VvPpGgWwBIi"):
            return i  # a headline: Norland to send 900 men
        governor = begin(context, i) - 1
        if verb.depth == 0 and governor > start and (string[governor] == "b" and string[governor - 1] in "NEQ" or (
                context.doc.low[context.chunks.heads[governor]] in wordlist("averted"))):
            return i  # foiled an attempt by Karo to attack the port, Karo's attempt to attack it
        if governor > start and string[governor] == "&" and string[governor - 1] in "NA":
            governor = begin(context, governor - 1) - 1  # urged Norland and Sudland to free
        while governor > start and string[governor] == "z" and verb.word(governor) in _BEFORE_NAMES:
            governor -= 1
        if governor >= start and string[governor] in "VvPpGg" and lemma(context, governor) in words_of("asks"):
            return i  # urged allies to send
        if governor > start and (string[governor], lemma(context, governor - 1)) in _ASKED_WITH:
            return i  # calls for the rebels to free, pleaded with them to free
        return _earlier_verb(context, i, start, verb.depth)
    return _OPEN


def _over_comma(verb: _Verb, i: int) -> int | None:
    """The subject before an aside that ends at a comma."""
    if verb.string[i] != ",":
        return _OPEN
    found = _over_aside(verb.context, i, verb.start)
    if found is None:
        return _OPEN
    return _antecedent(verb.context, found, verb.start, verb.depth) if verb.string[found] == "r" else found


def _joined_or_told(verb: _Verb, i: int) -> int | None:
    """The subject where the verb is joined to another, stands in a relative clause, or is told by somebody in one."""
    context, start, c = verb.context, verb.start, verb.string[i]
    if (relative := _as_they_say(verb, i)) is not None:
        return _antecedent(context, relative, start, verb.depth)
    if c in ",&" or c == "c" and verb.kind in "VvWwPp" and verb.word(i) == "but" or c in "of" and verb.kind in "Vv":  # of having killed
        return _earlier_verb(context, i, start, verb.depth)
    return _antecedent(context, i, start, verb.depth) if c == "r" else _OPEN


def _as_they_say(verb: _Verb, i: int) -> int | None:
    """The relative pronoun before a verb of saying: "Norland, which experts say has 400 men there"."""
    context, string = verb.context, verb.string
    if string[i] != "v" or i <= verb.start + 1 or string[i - 1] not in "NA" or not (
            speaks(context, i) or context.doc.low[context.chunks.heads[i]] in wordlist("bare")):
        return None
    first = begin(context, i - 1)
    return first - 1 if first > verb.start and string[first - 1] == "r" else None


def _further(verb: _Verb, i: int) -> int | None:
    """The subject at or left of a chunk, over what belongs to other nouns."""
    context, string, start = verb.context, verb.string, verb.start
    while i >= start:
        c = string[i]
        if c in "Pp" and verb.kind == "I" and string[i - 1] == "," and (found := _over_aside(context, i - 1, start)) is not None and (
                string[found:found + 3].endswith(",r")):
            return found  # Norland, which has bases there, offered to send nine
        if c == "z" and verb.kind in "Vv" and context.chunks.raw[i + 1] in "NA" and verb.word(i) == "after":
            return i + 1  # stopped work after a rock burst on Monday killed five
        if c in 'zD"Pp' or c == "n" and (string[i + 1] == "z" or string[i - 1:i] == "B" and verb.word(i) == "due"):
            # gunmen from across the border; Norland had been due to send 900
            i -= 1
        elif c in "NAEQMU":
            found, i = _at_noun(verb, i)
            if found != _OPEN:
                return found
        else:
            return _at_verb(verb, i)
    return None


def _at_noun(verb: _Verb, i: int) -> tuple[int | None, int]:
    """Whether the noun phrase that ends at a chunk is the subject, and else where to look on."""
    context, string, start, c = verb.context, verb.string, verb.start, verb.string[i]
    first = begin(context, i) if c in "NAE" else i
    if first <= start:
        return i, i
    if first - 1 > start and string[first - 1] == "G" and verb.word(first - 1) == "fishing":
        first -= 1  # volunteers in fishing boats
    before, low, firsts = string[first - 1], context.doc.low, context.chunks.firsts
    if low[firsts[first] - 1] == "what":
        return _OPEN, first - 2  # fired rockets in what officials called a raid, killing six
    if before == "a" and verb.kind in "Vv" and verb.word(first - 1) == "as":
        return i, i  # a city sleeps as Norland fires 40 drones
    if before == "&" and first - start > 2 and string[first - 2] in "NAz":
        other = begin(context, first - 2)
        if other > start and (string[other - 1] == "h" or aboard(context, other, first)):
            return _OPEN, other - 2  # troops using boats and helicopters
    if before in "VvPp" and string[first - 3:first - 1] in ("N-", "A-", "z-") and first - 3 > start:
        first -= 3  # shelling of army-held areas
        before = string[first - 1]
        if string[first] == "z":
            return _OPEN, first - 1
    if before == "z" and locates(context, first - 1):
        return _OPEN, first - 1  # strikes in central Norland
    if before == "z" and (under := _under(verb, first)) > start:
        return _OPEN, under - 1  # paratroopers under Colonel Ivo Tarn
    if before == "a" and c == "A" and verb.kind in "Vv" and i == verb.at - 1:
        return i, i  # 27 drown as Norland arrests four
    if before == "z" and low[firsts[first] - 1] == "'s" or before in "onthfaqbd":
        return _OPEN, first - 2
    if before in "Pp" and first - 2 > start and string[first - 2] == "r" and not (
            speaks(context, first - 1) and named(context, i) is not None):
        return _antecedent(context, first - 2, start, verb.depth), i  # rebels who toppled the king freed 90
    if verb.kind in "Vv" and verb.word(first - 1) == "provided":
        return i, i  # will help provided the rebels free nine
    if before == "G" and first - 2 > start and string[first - 2] in "pv" and speaks(context, first - 2):
        return first - 1, i  # the mayor said shelling the town had killed nine
    if before in "VGIvgi" and not speaks(context, first - 1) and string[first - 2:first - 1] != "-":
        return _of_object(verb, first), i
    if before == "&" and c == "A" and string[first - 2] == "z" and (where := _place_before(context, first - 2, start)) > start:
        return _OPEN, where - 1  # floods in Norland and Sudland
    if first - start >= 6 and before == "&" and string[first - 5:first - 2] == "zz," and string[first - 6] in "NAQE":
        return _OPEN, first - 4  # teams from Norland, Sudland and Estland
    return i, i


def _place_before(context: Context, chunk: int, start: int) -> int:
    """The chunk of the preposition of a place that ends at a chunk, `start` without one: "in the north of Norland"."""
    while chunk > start and context.chunks.string[chunk] == "z" and not locates(context, chunk):
        chunk -= 1
    return chunk if context.chunks.string[chunk] == "z" and locates(context, chunk) else start


def _under(verb: _Verb, first: int) -> int:
    """The chunk of the "under" before a noun phrase with its rank: "under General Ivo Tarn"; -1 without one."""
    opens = first - 1
    while verb.string[opens] == "z" and opens > max(verb.start, first - _RANK):
        if verb.word(opens) == "under":
            return opens
        opens -= 1
    return -1


def _of_object(verb: _Verb, first: int) -> int | None:
    """The subject of a verb left of which an object of another stands: that of the other."""
    context, string, start = verb.context, verb.string, verb.start
    own = begin(context, first - 2) if string[first - 2] in "NA" else first - 2
    if verb.kind in "PpVv" and own - 2 > start and string[own] in "NAQ" and string[own - 2:own] in ("nr", "fr", "hr"):
        return _antecedent(context, own - 2, start, verb.depth)  # a strike on a house in which families had taken shelter killed 12
    found = subject(context, first - 1, verb.depth + 1)
    told = -1 if found is None else found - 1 - (string[found - 1] == "c")
    if told > start and context.doc.low[context.chunks.heads[told]] in ("convinced", "persuaded"):
        return told - 1  # a crowd convinced that nurses spread the plague stoned a van
    return found


def _at_verb(verb: _Verb, i: int) -> int | None:
    """The subject where the search has come to another verb, a relative pronoun or a conjunction."""
    context, string, start, c = verb.context, verb.string, verb.start, verb.string[i]
    if c == "G" and verb.kind in "VB" and i - 1 > start and string[i - 1] in "pv" and speaks(context, i - 1):
        return i  # the mayor said shelling had killed nine
    if c in _VERBS:
        own = begin(context, i - 1) if string[i - 1] in "NAU" else start
        if own - 1 > start and string[own - 1] == "r" and verb.kind in "PpVv":
            return _antecedent(context, own - 1, start, verb.depth)  # the house in which she had lived for years fell in, killing nine
        return subject(context, i, verb.depth + 1)
    if c == "r" and verb.kind in "Vv":
        return _antecedent(context, i, start, verb.depth)  # donors who met in May promised nine million
    if verb.kind in "Ii" and string[i + 1] in "Pp" and (c == "&" or verb.word(i) == "but"):
        return _earlier_verb(context, i, start, verb.depth)  # had moved 40 and planned to move 90
    return None


def _with_whom(context: Context, noun: int) -> bool:
    """Whether a noun with its participle goes along with a clause: "stormed the hill, with the marines taking 900 prisoners"."""
    first = begin(context, noun)
    string = context.chunks.string
    first -= string[first - 1] == "z" and context.doc.low[context.chunks.firsts[first - 1]] == "the"
    return first > 0 and string[first - 1] == "h" and string[first - 2:first - 1] in ("", ",", ".") and named(context, noun) is not None


def _called_on(context: Context, noun: int, start: int) -> int | None:
    """The noun of "called on the rebels to free 12", at or before a chunk."""
    low, chunks = context.doc.low, context.chunks
    for i in range(noun, max(start, noun - 4), -1):
        if low[chunks.firsts[i]] in ("on", "upon"):
            verb = i - 1 - (chunks.string[i - 1] in "zD")  # called again on
            return noun if chunks.string[verb] in "VvPp" and lemma(context, verb) == "call" else None
        if chunks.string[i] not in "zNA":
            return None
    return None


def _over_aside(context: Context, comma: int, start: int) -> int | None:
    """The noun before an aside that ends at a comma: "Olha Marn, head of the council, freed 12"; "the war, sparked when six died"."""
    string = context.chunks.string
    opened = string.rfind(",", max(start, comma - 14), comma)
    if ")" in string[opened:comma] and "(" not in string[opened:comma]:
        return None  # raided a post in Velm (Karo, Norby), killed nine
    caused = string[opened + 1:opened + 3] in ("pb", "Pb", "pc", "Pc", "pn", "Pn")
    placed = context.doc.low[context.chunks.firsts[opened + 1]] == "where"  # Norland, where the storm struck, evacuated 900
    placed = placed or string[opened + 1] in "nz" and string[opened + 2] == "r"  # clashes, in which Norland fired 40 drones, left nine dead
    if opened <= start or any(x in string[opened:comma] for x in "VWvw") and string[opened + 1] != "r" and not caused and not placed:
        return None
    i = opened - 1
    while i > start and (string[i] in "zD" or string[i] == "-" and string[i - 1] in "zD"):  # the war of 2020-2022
        i -= 1
    if (happened := _in_places(context, i, start)) is not None:
        return happened
    first = begin(context, i) if string[i] in "NA" else i
    if first - 2 >= start and string[first - 1] == "o" and string[first - 2] in "NA" and named(context, i) is None:
        i = first - 2  # troops of Operation Velm, acting on a tip-off, killed nine
    return i if string[i] in "NAEUrQ" else None  # a leak which, by its own account, killed nine


def _in_places(context: Context, last: int, start: int) -> int | None:
    """The noun before a list of places that ends at a chunk: "blasts" of "blasts in Karo, Norland, and Velm, Sudland, killed nine"."""
    listed = _IN_PLACES.search(context.chunks.string, start, last + 1)
    if listed is None or not locates(context, listed.start("where")):
        return None
    who = context.actors.at.get(context.chunks.firsts[listed.start("other")])
    return listed.start() if who is None or context.actors.list[who].kind in ("country", "place") else None


def _earlier_verb(context: Context, i: int, start: int, depth: int) -> int | None:
    """The subject of the nearest verb to the left: "fired at the port and killed two", "hit a market, killing six"."""
    string = context.chunks.string
    until = _told_aside(context, i, start) if string[i] == "," and string[i + 1:i + 2] in ("G", "g") else i + 1
    for j in range(until - 1, start - 1, -1):
        c = string[j]
        if c == ";":
            return None
        if c in "VvIiGgWwPpB":
            if string[j - 1:j] == "-":
                continue  # rebel-held
            if _aside_of_object(context, j):
                continue
            if string[i - 1:i + 1] == ",&" and _OF_ANOTHER.search(string, max(start, j - _NEAR), j):
                continue  # would retake the jail, from which 40 men had fled, and free nine guards
            if string[i] in "fohz" and c != "B" and context.doc.low[context.chunks.heads[j]] in forms_of("accuses"):
                if c in "Ww":
                    return subject(context, j, depth + 1)  # was jailed for killing nine
                if c in "Pp" and i == j + 1 and string[j - 1] in "NAQ":
                    return j - 1  # freed nine policemen accused of shooting five
                first = j + 1 + (string[j + 1] == "z")
                return _last(string, first) if string[first] in "NAQ" else None  # accused Norland of killing nine
            if string[i] == "&" and context.doc.low[context.chunks.heads[j]] in forms_of("accuses"):
                return subject(context, j, depth + 1)  # accuses them of it, and has detained two
            if c in "vp" and i == j + 1 and string[i] == "o" and lemma(context, j) == "boast":
                return subject(context, j, depth + 1)  # boasted of having killed nine
            if c in "vp" and speaks(context, j):
                if string[j + 1:j + 2] in (",", "."):  # "..., police said, killing"
                    continue
                joins = string[i] in "&c" or string[i] == "," and string[i + 1] in "Vv"  # declared a truce, ordered 900 men in
                if joins and string[j + 1:i].strip("zNAQDMoE") == "" and string[j + 1:j + 2] in ("N", "A", "z", "Q"):
                    return subject(context, j, depth + 1)  # the rebels denied any role but agreed to free nine
                return None
            if c in "Pp" and string[j - 1] in "NAQ" and string[i] in ",&" and "b" in string[j:i] and _OBJECT.search(string, start, j):
                continue  # jets bombed a town held by rebels, killing six; freed 80 people held by gangs and killed nine
            end = context.chunks.lasts[j]
            if c in "VvPp" and string[i] != "&" and lemma(context, j) == "come" and "under" in context.doc.low[end:end + 2]:
                return None  # came under fire, killing two
            if c in "Gg" and string[j - 1:j] in ("o", "f") and string[i] == "&" and (
                    string[i + 1:i + 2] in ("V", "v") or string[i + 1:i + 3] in ("PI", "pI") and speaks(context, i + 1)):
                continue  # accuses them of backing it, and has detained two; and claimed to have killed two
            if c in "Ww" and string[i] == "&" and string[i + 1:i + 2] in ("V", "v") and (freed := _OF_THEM.search(string, start, j)):
                return subject(context, freed.start(), depth + 1)  # freed nine men who had been seized in May and killed two
            if c in "WwPp":
                by = by_phrase(string, j) if string[i] != "b" or c in "Ww" else None  # retaliated by firing
                return by if c in "Ww" else (by or subject(context, j, depth + 1))
            if c == "I" and string[j - 1:j] in ("N", "A") and j > 1:
                governor = j - 2
                if string[governor] in "VvGg" and lemma(context, governor) in words_of("asks"):
                    return j - 1
            return subject(context, j, depth + 1)
    for j in range(i, start - 1, -1):  # a headline without a verb: "Norlandic strikes on the port, killing two"
        if string[j] == "E":
            return j
    return None


def _aside_of_object(context: Context, verb: int) -> bool:
    """Whether a verb only tells of the noun before it: "will pay for 12 jets, to be delivered by May, and has sent nine", "killed 90
    people, fighters included, and displaced 900"."""
    string, chunks, low = context.chunks.string, context.chunks, context.doc.low
    if string[verb] in "Ww":
        return string[verb - 1] == "," and low[chunks.firsts[verb]] == "to"
    return string[verb] in "Pp" and low[chunks.firsts[verb]] == "included" and string[verb + 1:verb + 2] == ","


def _told_aside(context: Context, comma: int, start: int) -> int:
    """The end of the clause that a participle behind a comma goes on, before one that only tells what somebody was at: "hit a square
    where troops were training, killing nine", "a bus in which nurses were sitting", "a crowd that had gathered there"."""
    string, chunks, low = context.chunks.string, context.chunks, context.doc.low
    at = next((k for k in range(comma - 1, start, -1) if string[k] in _VERBS + ",;"), start)
    opens = next((k for k in range(at - 1, start, -1) if string[k] in _VERBS + ",;cr"), start)
    if at == start or string[opens] not in "cr" or string[at] not in "VvBPp":
        return comma + 1
    if low[chunks.lasts[opens]:chunks.lasts[opens] + 1] == ["point"]:
        return comma + 1  # a guard came, at which point the man opened fire, killing nine
    being = low[chunks.firsts[at]] in ("was", "were") and low[chunks.heads[at]].endswith("ing") or lemma(context, at) in words_of("gathers")
    where = low[chunks.firsts[opens]] == "where" if string[opens] == "c" else string[opens - 1] in "nfh"
    return opens if where or being and string[opens] == "r" else comma + 1


def _event_in(context: Context, last: int, start: int, relative: int) -> int | None:
    """The event among adjuncts that end at a chunk: "light returned after an outage that left", "over the bombing of a church in Velm
    that killed nine"."""
    string, raw = context.chunks.string, context.chunks.raw
    if raw[last] == "E":
        return last
    if context.doc.low[context.chunks.firsts[relative]] not in ("that", "which"):
        return None
    return next((k for k in range(last - 1, max(start, last - _ADJUNCTS), -1) if raw[k] == "E" and "E" not in string[k:last]
                 and string[k:last].strip("z") == ""), None)


def _antecedent(context: Context, i: int, start: int, depth: int) -> int | None:
    """The noun before a relative pronoun; the head of "strikes on the port that killed" is what acts."""
    string = context.chunks.string
    j = i - 1
    last = None
    if string[j] == "," and string[j - 2] in ",&" and (happened := _in_places(context, j - 1, start)) is not None:
        return happened
    if j > start and string[j] == "z" and (event := _event_in(context, j, start, i)) is not None:
        return event
    if string[j - 1:j + 1] == "z," and context.chunks.raw[j - 1] in "NA" and context.doc.low[context.chunks.firsts[i]] == "who":
        return j - 1  # there was no comment from the rebels, who fired nine
    if string[j - 1:j + 1] == "z," and context.doc.low[context.chunks.firsts[j - 1] - 1] == "as" and context.chunks.raw[j - 1] in "NA":
        return j - 1  # moved 900 people as the storm, which has killed nine
    if j > start and string[j] == "z" and context.chunks.raw[j] == "N" and (
            TAGGER.classify(word := context.doc.low[context.chunks.lasts[j] - 1], word) == "q"):
        return j  # clears nine men over a shipwreck that killed 600
    while j >= start:
        c = string[j]
        if c in ',zD"' or (c == "o" and last is not None):
            j -= 1
        elif c == ")" and last is None:
            j = string.rfind("(", start, j) - 1  # the Liberation Front (LF), which killed 90
        elif c == "Q" and last is None and string[j - 2:j] in ("Eb", "Gb"):
            return j  # an attack by two gunmen in Velm that killed nine
        elif c == "Q" and last is None:
            that = context.doc.low[context.chunks.firsts[i]] in ("that", "which") and string[i - 1] == "z"
            acts = TAGGER[context.doc.forms[context.chunks.lasts[j] - 1]] == "a"  # 11 raids in Velm that killed nine
            that = that and not acts and context.chunks.raw[i - 1] in "NAE"
            return i - 1 if that else j  # two in a plane that fell; 12 youths, who burned
        elif c in "NAE":
            last = j if last is None or c == "E" else last
            while j > start and string[j - 1] in "NA":
                j -= 1
            if j > start and string[j - 1] == "h" and string[i - 1] == ",":
                last = None  # "a deal with Norland, which": the deal
            if j > start and string[j - 1] in "onthfa":
                j -= 2 if string[j - 1] != "o" else 1
            else:
                break
        else:
            break
    return last
