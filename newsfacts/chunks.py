"""Chunks: one character each for the basic groups of a sentence, after ordered constraints have settled ambiguous words.

Word tags (one a token)
    t determiner   N number   o of   b by   h with   0 to   f for   p other preposition   q including   & and/or   c conjunction   a as
    r relative     T that u pronoun  x there  B be  H have  O do  m modal  ! not  e get  d particle  y adverb  ' possessive
    K J L Y Z G    event verbs: past or participle, past, participle, base, -s, -ing;  k j l i s g  the same of other verbs
    X R            event words that are noun or verb, singular and plural (C F: the noun tells no event)
    E S V          event noun, state (missing), toll
    n noun, adjective, unknown   # digits   _ hyphen   , ; : - ( ) " ? .  marks
    Q M D A        first token of a count, a measure, a date or duration or age, an actor (~ the rest of it, = of a count)
Chunks (one a group)
    Q M D A N U    as above, noun group, pronoun
    V I W P G      event verb: active, infinitive, passive, participle, -ing;  v i w p g  the same of other verbs
    E S T          event noun group, state, toll;  B copula;  z adjunct (prepositional phrase or adverb without a number)
    o b h t f n a q  of by with to for in(etc.) as including, before a number;  r & c x d , ; : - ( ) " ? .
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import pairwise

from newsfacts.drafts import Actors, Number, QuoteDraft, Timex
from newsfacts.late import compiled
from newsfacts.lexicon import load_json
from newsfacts.records import field, record
from newsfacts.rules import Rules
from newsfacts.tokens import Doc

_VERB = "KJLYZGkjlisg"
# The empty group that ends a branch tells which it was (_GROUPS): a branch that begins with its first letters costs nothing where
# the text has another one.
_CHUNK = compiled(
    rf"""[QMDA][~=]*'?()                                # over
      | (?:[pobhfq&carTux,;:()"?.]|--?)()               # other
      | (?=[tn'\#N_])(?:
            [tn'_y]*+(?:V|N(?:o[tnyA~]{{0,4}}[KSE]|K))()    # toll
          | [tn'_\#]{{0,12}}+E()                        # event
          | t+(?=[QMA])()                               # det
          | (?:(?:t[ty]*)?(?:[n'\#_N][n'\#_yN]*)?[n\#N]|t+)'?())  # noun: a determiner begins another
      | [mHBOe][y!]*(?:[mHBOe][y!]*){{0,4}}[{_VERB}]d?() # verb
      | 0(?:(?:[mHBOe][y!]*){{1,5}}[{_VERB}]d?|[y!]*[YiKJL]d?)()
      | [{_VERB}]d?()
      | E()
      | V()
      | [mHO0y!]{{0,4}}ed?(?=[QAtnp\#])()               # get
      | 0?(?:[mHOe][y!]*){{0,3}}[BeH][y!]*()            # be
      | y?S~*()                                         # state
      | y[tn'_y]*+(?:V|N(?:o[tnyA~]{{0,4}}[KSE]|K))()
      | [y!]+()                                         # adverb
      | .()""",
    re.VERBOSE,
)
_GROUPS = ("", "over", "other", "toll", "event", "det", "noun", "verb", "verb", "verb", "event", "toll", "get", "be", "state", "toll",
           "adverb", "other")
_ADJUNCT = compiled(r"oD|[naft](?:(?<=n)(?:(?:(?<!Mn)z?A?E(?!z?[ohf][QM])|z?(?:AN|[NAU]))(?:(?:oz?[NA]){1,3}|a?[NA](?=z))?|D)"
                    r"|(?<=a)N|(?<=[ft])D)")
_PASSIVE = "KLkl"
_SUBSTITUTE = {"p": "n", "0": "t", "&": "&", "u": "U", "T": "c", "m": "v", "O": "v", "!": "z", "V": "T", "_": "-", "--": "-", "'": "z"}


_LETTER = {"state": "S", "toll": "T", "event": "E", "noun": "N", "adverb": "z", "det": "z"}


@cache
def constraints() -> list[tuple[re.Pattern[str], str, frozenset[str]]]:
    """The ordered constraints: (where, becomes, the tags one of which must be there)."""
    return [
        # the tag first, and then what stands to its left: letters are searched much faster than places
        (compiled(c["tag"] + (f"(?<={c['left']}.)" if "left" in c else "") + (f"(?={c['right']})" if "right" in c else ""), re.M),
         c["becomes"], frozenset(c["tag"].strip("[]"))) for c in load_json("grammar")["constraints"]
    ]


@cache
def compounds() -> tuple[frozenset[str], frozenset[str]]:
    """Nouns of two words whose last is else no noun ("care home"), and these last words."""
    nouns = load_json("grammar")["compounds"]
    return frozenset(nouns), frozenset(noun.rpartition(" ")[2] for noun in nouns)


@cache
def directions() -> frozenset[str]:
    """Words that stand before a place and are a part of its name here: eastern Norland."""
    return frozenset(load_json("grammar")["directions"].split())


@record
class Chunks:
    """The chunks of some sentences of a text; sentences are parted by `.` in `string`."""

    string: str = ""
    firsts: list[int] = field(default_factory=list)
    lasts: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)  # main verb, event noun, or last token
    particles: list[int] = field(default_factory=list)  # token of a particle beside the verb, else -1
    sentences: list[int] = field(default_factory=list)  # sentence of each chunk
    raw: str = ""  # the string before prepositional phrases became adjuncts
    tags: dict[int, str] = field(default_factory=dict)  # sentence → the word tags of its tokens, as the constraints left them

    def at(self, token: int) -> int:
        """The chunk that holds a token (or the one before it)."""
        return max(0, bisect_right(self.firsts, token) - 1)


def overlay(doc: Doc, tags: list[str], spans: list[tuple[int, int, str]]) -> None:
    """Writes groups over the word tags: their letter, then ~ for the rest (= in a count)."""
    for first, last, letter in spans:
        tags[first:last] = letter + ("=" if letter == "Q" else "~") * (last - first - 1)


def chunk(doc: Doc, rules: Rules, wanted: list[int], timexes: list[Timex], numbers: list[Number], actors: Actors,
          inserts: list[tuple[int, int]]) -> Chunks:
    """The chunks of the wanted sentences; `inserts` are cues inside a quoted clause (", police said,"): adjuncts."""
    tags = doc.tags(rules.tagger)
    inside = doc.inside(wanted)
    low, items = [*doc.low, ""], rules.items  # an end for what looks one token ahead
    places = directions()
    spans = [(m.first - (m.first > 0 and low[m.first - 1] in places), m.last + (low[m.last] in items and _region(doc, rules, m.last)), "A")
             for m in actors.mention_at.values()
             if (inside[m.first] or inside[m.last - 1]) and m.form != "pronoun" and m.last > m.first]
    spans += [(t.first, t.last, "n" if _attributive(tags, t) else "D") for t in timexes
              if (inside[t.first] or inside[t.last - 1]) and (t.type != "DURATION" or not doc.low[t.first].isalpha())]
    inner = {id(n) for before, n in pairwise(numbers)
             if n.kind in ("measure", "age") and before.first < n.first < before.last and counts(before)}
    spans += [(n.first, _last(doc, n), "Q" if counts(n) else "D" if n.kind in ("age", "duration") else "M") for n in numbers
              if (inside[n.first] or inside[n.last - 1]) and id(n) not in inner]  # 400 155-mm shells are one group
    spans += [(a, b, "D") for a, b in inserts if b > a]
    hit = load_json("grammar")["stricken"]
    low, phrases, (nouns, lasts) = doc.low, rules.phrases, compounds()
    opening, compound = doc.keys.intersection(phrases), doc.keys & lasts
    hyphens = "-" in doc.keys
    models: list[tuple[int, int, str]] = []
    for index in wanted if opening or compound or hyphens else ():
        first, last = doc.sents[index]
        line = low[first:last]
        for token in [] if opening.isdisjoint(line) else [i for i, word in enumerate(line, first) if word in opening]:
            for words in phrases[low[token]].get(low[token + 1], ()) if token + 1 < last else ():
                if tuple(low[token:token + len(words)]) == words:
                    spans.append((token, token + len(words), "S"))
        for token in [i for i, word in enumerate(line[1:-2], first + 1) if word == "-"] if hyphens and "-" in line else ():
            if not (doc.glued(token) and doc.glued(token - 1)):
                continue
            if low[token + 1] in hit and tags[token + 2] in "nEXRC":
                spans += [(token, token + 1, "n"), (token + 1, token + 2, "n")]  # in the flood-hit town
            elif low[token + 1][0].isdigit() and doc.forms[token - 1][0].isupper():
                models += [(t, t + 1, "n") for t in range(token, _model(doc, token + 2))]  # a Su-35 fighter
        for token in [] if compound.isdisjoint(line) else [i for i, word in enumerate(line[1:], first + 1) if word in compound]:
            if f"{low[token - 1]} {low[token]}" in nouns:
                spans.append((token, token + 1, "n"))
    overlay(doc, tags, models)
    overlay(doc, tags, spans)
    out = Chunks()
    kinds: list[str] = []
    settled = "\n".join(["".join(tags[slice(*doc.sents[index])]) for index in wanted])
    seen = set(settled)
    for where, becomes, needed in constraints():
        if not needed.isdisjoint(seen):
            settled = where.sub(becomes, settled)
            seen.add(becomes)
    for index, told in zip(wanted, settled.split("\n"), strict=True):
        _sentence(told, doc.sents[index][0], index, out, kinds)
    out.raw = "".join(kinds)
    out.string = adjuncts(out.raw)
    return out


def _model(doc: Doc, end: int) -> int:
    """The end of the name of a weapon's model whose first number ends before a token: Shahed-136/131."""
    while doc.low[end:end + 1] == ["/"] and doc.glued(end - 1) and doc.glued(end) and doc.low[end + 1][0].isdigit():
        end += 2
    return end


def _region(doc: Doc, rules: Rules, token: int) -> bool:
    """Whether the noun after a name belongs to it: "in Kabul province", "Khost city"."""
    word = doc.low[token] if token < len(doc.low) else ""
    return rules.items.get(word) in ("region", "settlement") and word not in ("state", "community")


def _last(doc: Doc, number: Number) -> int:
    """The end of a number's group, with the rest of its noun: two passers-by."""
    return number.last + 2 if doc.low[number.last:number.last + 2] == ["-", "by"] and doc.glued(number.last) else number.last


def _attributive(tags: list[str], t: Timex) -> bool:
    """Whether a date of one word stands before its noun: "the Monday attack", "in overnight strikes"."""
    before, after = tags[t.first - 1:t.first], tags[t.last:t.last + 1]
    return t.last == t.first + 1 and after != [] and after[0] in "nEXRCFA" and (before == ["t"] or before == ["p"] and tags[t.first] == "y")


def adjuncts(string: str) -> str:
    """The chunk string with prepositional phrases as adjuncts."""
    return _ADJUNCT.sub(lambda m: "z" * len(m[0]), string)


def counts(number: Number) -> bool:
    """Whether a number counts things, rather than measures."""
    return number.kind == "count" or (number.kind == "fraction" and number.noun is not None)


def _sentence(tags: str, offset: int, index: int, out: Chunks, kinds: list[str]) -> None:
    out.tags[index] = tags
    told: list[str] = []
    lasts: list[int] = []
    for match in _CHUNK.finditer(tags):  # matches are large: none is kept
        told.append(_KINDS[match.lastindex or 0][match[0]])
        lasts.append(offset + match.end())  # the pattern takes every character
    firsts = [offset, *lasts[:-1]] if lasts else []
    heads, particles = [last - 1 for last in lasts], [-1] * len(lasts)
    if "d" in tags:
        for k, last in enumerate(lasts):
            if tags[last - offset - 1] == "d" and last - firsts[k] > 1:
                heads[k], particles[k] = last - 2, last - 1
    letters = "".join(told)
    at = letters.rfind("AN")
    while at >= 0:
        if tags[firsts[at + 1] - offset] in "n#_":  # a name before a noun: "the Velm community"
            told[at:at + 2], lasts[at:at + 2], heads[at:at + 2] = ["N"], lasts[at + 1:at + 2], heads[at + 1:at + 2]
            del firsts[at + 1], particles[at + 1]
        at = letters.rfind("AN", 0, at)
    kinds += told
    out.firsts += firsts
    out.lasts += lasts
    out.heads += heads
    out.particles += particles
    out.sentences += [index] * len(firsts)
    if kinds and kinds[-1] != ".":
        kinds.append(".")
        end = offset + len(tags)
        out.firsts.append(end)
        out.lasts.append(end)
        out.heads.append(end - 1)
        out.particles.append(-1)
        out.sentences.append(index)


class _Kinds(dict[str, str]):
    """The letter of each chunk of a group met so far, by its word tags."""

    def __init__(self, group: str) -> None:
        super().__init__()
        self.group = group

    def __missing__(self, found: str) -> str:
        kind = _kind(self.group, found)
        if len(self) < 20_000:
            self[found] = kind
        return kind


_KINDS = [_Kinds(group) for group in _GROUPS]


def _kind(group: str, found: str) -> str:
    """The letter of a chunk."""
    if group in _LETTER:
        return _LETTER[group]
    if group == "verb":
        return verb_kind(found.rstrip("d") if found[-1] == "d" else found)
    if group == "get":
        return "V"
    if group == "be":
        return "B" if "B" in found or "e" in found else "v"
    return found[0] if group == "over" else _SUBSTITUTE.get(found, found)


def verb_kind(tags: str) -> str:
    """The chunk of a verb group from its word tags: "HBK" (have been launched) → W."""
    verb, aux = tags[-1], tags[:-1]
    event = verb in "KJLYZG"
    helper = next((c for c in reversed(aux) if c in "mHBOe0"), "")
    if verb in "Gg":
        kind = "v" if helper in ("B", "e") else "g"
        if tags[0] == "0":
            kind = "i"
    elif verb in _PASSIVE and helper in ("B", "e"):
        kind = "w"
    elif tags[0] == "0":
        kind = "i"
    elif helper or verb in "JjZsYi":
        kind = "v"
    else:
        kind = "p"  # a bare past or participle: settled by what follows (claims)
    return kind.upper() if event else kind


def quote_inserts(doc: Doc, quotes: list[QuoteDraft]) -> list[tuple[int, int]]:
    """Token ranges of cues that break a reported clause: "Three, police said, had died"."""
    out = []
    for q in quotes:
        for (_, a), (b, _) in zip(q.parts, q.parts[1:], strict=False):
            first, last = doc.token_at(a), doc.token_at(b)
            while first < last and doc.starts[first] < a:
                first += 1
            if first < last <= first + 12:
                out.append((first, last))
    return out
