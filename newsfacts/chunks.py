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
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cache
from itertools import accumulate

from newsfacts.drafts import Actors, Number, QuoteDraft, Timex
from newsfacts.late import compiled
from newsfacts.lexicon import load_json
from newsfacts.overlays import laid_over
from newsfacts.records import field, record
from newsfacts.rules import Rules
from newsfacts.tokens import Doc

_VERB = "KJLYZGkjlisg"
_CHUNK = compiled(
    rf"""[QMDA][~=]*'?                                  # over
      | [pobhfq&carTux,;:()"?.]|--?
      | (?=[tn'\#N_])(?:
            [tn'_y]*+(?:V|N(?:o[tnyA~]{{0,4}}(?:&[nA~]{{1,3}}(?=[KL]))?(?:E|(?:[KL]|S~*)(?:n{{0,2}}E)?)|[KL])d?)  # toll
          | [tn'_\#]{{0,12}}+E                          # event
          | t+(?=[QMA])                                 # determiner
          | (?:(?:t[ty]*)?(?:[n'\#_N][n'\#_yN]*)?[n\#N]|t+)'?)  # noun: a determiner begins another
      | [mHBOe][y!]*(?:[mHBOe][y!]*){{0,4}}[{_VERB}]d?   # verb
      | 0(?:(?:[mHBOe][y!]*){{1,5}}[{_VERB}]d?|[y!]*[YiKJL]d?)
      | [{_VERB}]d?
      | E
      | V
      | [mHO0y!]{{0,4}}ed?(?=[QAtnp\#]|yM)              # get
      | 0?(?:[mHOe][y!]*){{0,3}}[BeH][y!]*              # be
      | y?S~*                                           # state
      | y[tn'_y]*+(?:V|N(?:o[tnyA~]{{0,4}}(?:E|[KLS](?:n{{0,2}}E)?)|[KL])d?)
      | [y!]+                                           # adverb
      | .""",
    re.VERBOSE,
)
_GET = compiled(r"[mHO0y!]{0,4}e")  # followed by one of these it is a verb of its own, else "be" to another
_TAKEN = tuple("QAtnp#y")
_ADJUNCT = compiled(r"[ob]D|[naft](?:(?<=n)(?:(?:(?<!Mn)z?A?E(?!z?[ohf][QM])"
                    r"|z?(?:AN|AA(?=[z.,;:nft)])|[NAU]))(?:(?:oz?[NA]){1,3}|a?[NA](?=z))?|D)"
                    r"|(?<=a)N|(?<=[ft])D)")
_GOVERN = tuple("VIGPvigp")
_PASSIVE = "KLkl"
_SUBSTITUTE = {"p": "n", "0": "t", "&": "&", "u": "U", "T": "c", "m": "v", "O": "v", "!": "z", "V": "T", "_": "-", "--": "-", "'": "z"}


@cache
def constraints() -> list[tuple[Callable[[str, str], str], str, frozenset[str]]]:
    """The ordered constraints: (what puts another tag, which, the tags one of which must be there)."""
    return [
        # the tag first, and then what stands to its left: letters are searched much faster than places
        (compiled(c["tag"] + (f"(?<={c['left']}.)" if "left" in c else "") + (f"(?={c['right']})" if "right" in c else ""), re.M).sub,
         c["becomes"], frozenset(c["tag"].strip("[]"))) for c in load_json("grammar")["constraints"]
    ]


@record
class Chunks:
    """The chunks of some sentences of a text; sentences are parted by `.` in `string`."""

    string: str = ""  # what constructions look at: made of `raw` by the claims' own steps
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


def chunk(doc: Doc, rules: Rules, wanted: list[int], timexes: list[Timex], numbers: list[Number], actors: Actors,
          inserts: list[tuple[int, int]]) -> Chunks:
    """The chunks of the wanted sentences; `inserts` are cues inside a quoted clause (", police said,"): adjuncts."""
    tags = laid_over(doc, rules, wanted, timexes, numbers, actors, inserts)
    sents = doc.sents
    told = settle("\n".join(["".join(tags[slice(*sents[index])]) for index in wanted])).split("\n")
    out = Chunks(tags=dict(zip(wanted, told, strict=True)))
    _fill(out, sents)
    return out


def settle(tags: str) -> str:
    """The word tags of sentences, parted by line breaks, once the constraints have settled the ambiguous ones."""
    absent = {letter for letter in _ambiguous() if letter not in tags}
    for sub, becomes, needed in constraints():
        if not needed <= absent:
            tags = sub(becomes, tags)
            absent.discard(becomes)
    return tags


@cache
def _ambiguous() -> str:
    """The tags of which a constraint puts another."""
    return "".join(frozenset().union(*[needed for _, _, needed in constraints()]))


def adjuncts(string: str) -> str:
    """The chunk string with prepositional phrases as adjuncts."""
    return _ADJUNCT.sub(lambda m: "z" * len(m[0]), string)


def counts(number: Number) -> bool:
    """Whether a number counts things, rather than measures."""
    return number.kind == "count" or (number.kind == "fraction" and number.noun is not None)


def _fill(out: Chunks, sents: list[tuple[int, int]]) -> None:
    """Puts the chunks of the sentences whose word tags `out` has into it; each sentence ends in a full stop, if need be of no token."""
    tokens: list[int] = []  # token of each tag
    owners: list[int] = []  # sentence of each tag
    added: list[int] = []  # tags of no token, one more each
    ended: list[str] = []
    for index, tags in out.tags.items():
        first, last = sents[index]
        ended.append(tags)
        tokens += range(first, last)
        if tags[-1] != ".":
            ended.append(".")
            tokens.append(last - 1)
            added.append(len(tokens))
        owners += [index] * (len(tokens) - len(owners))
    tags = "".join(ended)
    found = _CHUNK.findall(tags)
    bounds = list(accumulate(map(len, found), initial=0))  # the pattern takes every character
    string = _settled("".join(map(_KINDS.__getitem__, found)), tags, bounds)
    firsts = [tokens[at] for at in bounds[:-1]]
    heads = [tokens[at - 1] for at in bounds[1:]]
    lasts = [token + 1 for token in heads]
    sentences = [owners[at] for at in bounds[:-1]]
    particles = [-1] * len(heads)
    for end in added:
        firsts[bisect_left(bounds, end) - 1] += 1
    at = tags.find("d")
    while at >= 0:
        k = bisect_right(bounds, at) - 1
        if bounds[k] < at == bounds[k + 1] - 1:  # a particle behind its verb
            heads[k], particles[k] = tokens[at] - 1, tokens[at]
        at = tags.find("d", at + 1)
    at = string.rfind("AN")
    while at >= 0:
        if tags[bounds[at + 1]] in "n#_":  # a name before a noun, with an adjective before: "the Velm community", "deadly Velm clashes"
            first = at - (string[at - 1:at] == "N" and tags[bounds[at] - 1] == "n")
            string = f"{string[:first]}N{string[at + 2:]}"
            ends, begins = slice(first, at + 1), slice(first + 1, at + 2)
            del firsts[begins], lasts[ends], heads[ends], particles[begins], sentences[begins], bounds[begins]
        at = string.rfind("AN", 0, at)
    if "'" in tags:
        string = _owned(string, tags, bounds)
    out.raw, out.firsts, out.lasts, out.heads, out.particles, out.sentences = string, firsts, lasts, heads, particles, sentences


def _owned(string: str, tags: str, bounds: list[int]) -> str:
    """The letters of chunks with whose a verb's counted object is as an adjunct: "killed the mayor's two sons"."""
    for owner in ("NQ", "AQ"):
        at = string.find(owner)
        while at >= 0:
            if tags[bounds[at + 1] - 1] == "'" and string[at - 1:at] in _GOVERN:
                string = f"{string[:at]}z{string[at + 1:]}"
            at = string.find(owner, at + 1)
    return string


def _settled(string: str, tags: str, bounds: list[int]) -> str:
    """The letters of chunks once those are known that depend on the chunk behind them; `bounds`: where their tags begin."""
    if "1" in string:
        string = string.replace("1Q", "zQ").replace("1M", "zM").replace("1A", "zA").replace("1", "N")
    at = string.find("2")
    while at >= 0:
        string = f"{string[:at]}{'V' if tags[bounds[at + 1]] in _TAKEN else 'B'}{string[at + 1:]}"
        at = string.find("2", at)
    return string


class _Kinds(dict[str, str]):
    """The letter of each chunk met so far, by its word tags."""

    def __missing__(self, found: str) -> str:
        kind = _kind(found)
        if len(self) < 20_000:
            self[found] = kind
        return kind


_KINDS = _Kinds()


def _kind(found: str) -> str:
    """The letter of a chunk; 1 and 2 where it depends on what follows: a determiner of that or a noun, "get" or "be"."""
    ends = found[:-1] if found[-1] == "d" and len(found) > 1 else found
    last = ends.rstrip("~")[-1:]
    if found[0] in "QMDA":
        return found[0]
    if last == "V" or last in "KLSE" and "N" in ends:
        return "T"
    if "S" in found or last == "E":
        return "E" if last == "E" else "S"
    if last in _VERB:
        return verb_kind(ends)
    if _GET.fullmatch(ends):
        return "V" if ends != found else "2"
    if not found.strip("t"):
        return "1"
    if found.rstrip("'")[-1:] in tuple("n#Nt"):
        return "N"
    if not found.strip("y!"):
        return "z"
    if found.rstrip("y!")[-1] in "BeH":
        return "B" if "B" in found or "e" in found else "v"
    return _SUBSTITUTE.get(found, found)


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


_FINAL = (".", "!", "?")
_TAIL = 14  # tokens of a cue that ends its sentence
_APART = frozenset((",", ";", ":", "-", "--", "–", "—", "and", "but", "(", '"', "”", "who", "which"))


def quote_inserts(doc: Doc, quotes: list[QuoteDraft]) -> list[tuple[int, int]]:
    """Token ranges of cues that break a reported clause: "Three, police said, had died"."""
    out = []
    for q in quotes:
        if q.passed_on:
            out.append(q.passed_on)
        for (_, a), (b, _) in zip(q.parts, q.parts[1:], strict=False):
            first, last = doc.token_at(a), doc.token_at(b)
            while first < last and doc.starts[first] < a:
                first += 1
            last -= first < last and doc.low[last - 1] == ":"
            if ";" in doc.low[first:last]:  # nine died, two officials said; no more was told
                last = doc.low.index(";", first, last)
            if first < last <= first + 12:
                out.append((first, last))
        if q.cue_at is not None and q.parts[-1][1] <= q.cue_at[0]:  # nine were hurt, six women and three men, officials said
            first = doc.token_at(q.parts[-1][1])
            first += doc.starts[first] < q.parts[-1][1]
            end = doc.sents[doc.sentence_of(first)][1]
            last = end - (doc.low[end - 1] in _FINAL)
            if doc.low[first:first + 1] == [","] and first < last <= first + _TAIL and _APART.isdisjoint(doc.low[first + 1:last]):
                out.append((first, last))
    return out
