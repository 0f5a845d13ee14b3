"""Tokens, sentences, paragraphs and the headline of a text.

Tokens cover the text: each form is a word, number or mark with the white space after it (and markup, of which a blank is left), so
that offsets are sums of lengths. Hyphenated words, possessive 's, and digits beside letters are tokens of their own
("Shahed-136" is Shahed, -, 136): the form of a hyphen inside a word has no white space after it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container
from functools import partial
from itertools import accumulate, islice
from operator import add

from newsfacts.late import compiled, late
from newsfacts.lexicon import EMOJI, MARKUP, Classify, Pick, Tagger, Vocabulary, picker, vocabulary
from newsfacts.lines import meant, of_the_page, width
from newsfacts.records import field, record

_L = r"[^\W\d_]"
_MARK = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"  # combining and invisible characters inside a word
_LETTERS = rf"{_L}+(?:[{_MARK}]+{_L}*)*"
_SPACE = rf"\s*+(?>(?:(?=[]*_\[<#>{EMOJI}]){MARKUP}\s*+)*)"
_HEDGED = r"(?:(?<=ver[ ])|(?<=han[ ])|(?<=out[ ])|(?<=und[ ])|(?<=ome[ ])|(?<=rly[ ])|(?<=ost[ ])|(?<=ast[ ])|(?<=[$€£]))"  # over, some
_BLANK_INSIDE = r"\.[ ]\d{1,2}(?=[ ](?:m|b|tr)illion)"
TOKEN = compiled(
    rf"""https?://[^\s<>"”’)\]]+\s*                                           # an address
      | [A-Za-z]++(?:[ ](?![\s*_\[<{EMOJI}])|(?<=[A-Za-z]{{2}})(?=[-,.;:)"?!]))    # the common cases, once more and first: they cost half
      | [,.][ ](?![\s*_\[<{EMOJI}])
      | (?: [¼½¾⅐-⅞]
      | {_L}(?:\.{_L})+(?!{_L})\.?                                           # U.S.  p.m.
      | {_LETTERS}(?:['’ʼ](?![sS](?!{_L})){_LETTERS})*                       # word, O'Neill, don't
      | \d{{1,3}}(?:[\u00a0\u2009\u202f]\d{{3}})+(?!\d)(?:[.,]\d+)?          # 12 000 with a no-break or thin space
      | (?=\d{{1,3}}\.[ ]){_HEDGED}\d{{1,3}}{_BLANK_INSIDE}                      # over 1. 2 million: a blank too many
      | \d+(?:[.,]\d+)*                                                      # 1,200  3.4
      | ['’ʼ][sS](?!{_L})                                                    # possessive
      | \.{{2,}} | [^\w\s*\[\]<#>{EMOJI}]\ufe0f? | (?!{MARKUP})[]*_\[<#>{EMOJI}] | \d | \w
      ){_SPACE} | (?:\s|{MARKUP})+ """,
    re.VERBOSE,
)
_BROKEN = late(rf"{_HEDGED}\d{{1,3}}{_BLANK_INSIDE}")
# of which there is a first: World War I, Phase I, King George I
_NUMBERED = frozenset(
    "war part phase type title category class stage level grade chapter volume division article section schedule annex tier group formula "
    "elizabeth charles james george edward henry richard william philip nicholas alexander peter catherine napoleon joseph constantine "
    "leopold louis frederick and or but than am if so did do can".split())
_FIRST_WORD = late(r"[^\W\d_]*")
_LEADING = compiled(rf"(?:\s|{MARKUP})+")
# A sentence may end after these marks (closing quotes and brackets go with it), a paragraph or line after a line break. The set of
# what may begin it is written first: a set is searched much faster.
_BREAK = compiled(r"[.!?…。！？\n\r\u2028\u2029\x0b\x0c\x85]"
                  r"(?:(?<=[.!?…])[.!?…]*[\"'”’»)\]*_]*(?:\[\d{1,3}\]|</\w{1,9}>)*(?=\s)|(?<=[。！？])(?=\s)|(?<=[\n\r\u2028\u2029\x0b\x0c\x85])\s*)")
_STOPS = frozenset(".!?…\"”’'»")
_NEWLINE = compiled(r"[\n\r\u2028\u2029\x0b\x0c\x85]")
_BLANK = compiled(r"(?:\r\n|[\n\r\u2028\x85])[ \t\u00a0]*(?:\r\n|[\n\r\u2028\x85])|\u2029")
_SLUG = compiled(r"(?:UPDATE|WRAPUP|REFILE|CORRECTED|RPT|EXCLUSIVE)(?: \d+)?-(?=[A-Z])").match  # UPDATE 2-Norland and Sudland swap captives
_LONGEST = 300  # tokens of a sentence; only lists are longer
_ENDED = frozenset(("", *".!?…。！？\"”’»)"))
_OPENERS = "\"'“‘«„([¿¡"
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof gen maj col lt capt cmdr sgt cpl pvt adm brig gov sen rep rev hon pres supt insp det st mt ft jan feb mar apr
    jun jul aug sept sep oct nov dec vs etc approx no nos fig dept univ inc ltd corp co bros jr sr messrs mme mlle ave blvd
    rd maj.-gen lt.-col e.g i.e cf al fr sq est ca min max tel ext""".split()
)
_STATES = frozenset(  # of America, as datelines have them: MIAMI, Fla. (Wire) -
    """ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt
    wash wis wyo ont que""".split()
)
_POSTED = frozenset(("on", "to", "via"))  # before the name of the site X
_OFTEN_LAST = frozenset("etc inc ltd corp co jr sr bros al".split())  # these do end sentences before a capital
_STARTERS = frozenset(
    """the a an in on at he she it they we i this that these those there but and however meanwhile according as after
    before when while if for his her its their our my what who where how why with from some many most no not one two
    three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen twenty thirty forty fifty another
    several more all both during since earlier later last president officials police asked by under over""".split()
)
_NO_ROWS: tuple[dict[Classify, int], str] = {}, ""


@record
class Doc:
    """A text with its tokens. `starts[i]`/`ends[i]` are offsets of token i's word; `sents` and `paras` are token ranges."""

    text: str
    forms: list[str]
    starts: list[int]  # one more than tokens: the last is len(text)
    ends: list[int]  # end of the word itself, before its white space
    low: list[str]  # the look-up key of each token
    vocabulary: Vocabulary
    ids: list[int]  # the number of each form in the vocabulary
    pick: Pick  # takes their entries from a table by number
    keys: set[str]  # every look-up key of the text
    sents: list[tuple[int, int]] = field(default_factory=list)
    paras: list[tuple[int, int]] = field(default_factory=list)
    headline: tuple[int, int] | None = None
    sent_firsts: list[int] = field(default_factory=list)
    lines: frozenset[int] = frozenset()  # first token of each line that is meant as one
    page: frozenset[int] = frozenset()  # sentences that belong to the page, and not to the report
    sentence_of: Callable[[int], int] = field(init=False)  # index of the sentence that holds a token
    rows: tuple[dict[Classify, int], str] = _NO_ROWS  # every token's tags of all stages in a row

    def tags(self, tagger: Tagger) -> list[str]:
        """A stage's tag of each token."""
        return list(self.tag_string(tagger))

    def tag_string(self, tagger: Tagger) -> str:
        """A stage's tags, one character a token."""
        slots, joined = self.rows
        if tagger.classify not in slots:
            slots, rows = self.vocabulary.rows(tagger.classify)
            joined = "".join(self.pick(rows))
            self.rows = slots, joined
        return joined[slots[tagger.classify]::len(slots)]

    @property
    def title(self) -> tuple[int, int] | None:
        """The tokens of the headline, also of one that is all of the text: "Nine killed in blast: police"."""
        if self.headline is not None or len(self.sents) != 1:
            return self.headline
        last = len(self.low) - (self.low[-1] == "\n")
        return None if last < 1 or self.low[last - 1] in _STOPS else (self.sents[0][0], last)

    def is_title(self, first: int, last: int) -> bool:
        """Whether these tokens are the headline, or all of a text that is one."""
        return self.title is not None and self.title[0] == first and self.title[1] in (last, last - 1)

    def token_at(self, offset: int) -> int:
        """Index of the token that holds the character offset."""
        return max(0, bisect_right(self.starts, offset, hi=len(self.forms)) - 1)

    def inside(self, sentences: list[int]) -> bytearray:
        """Of each token (and of one after the last) whether it stands in one of these sentences."""
        out = bytearray(len(self.forms) + 1)
        for index in sentences:
            first, last = self.sents[index]
            out[first:last] = b"\1" * (last - first)
        return out

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Character offsets of the tokens first..last (exclusive)."""
        return (self.starts[first], self.ends[last - 1]) if last > first else (self.starts[first], self.starts[first])

    def words(self, first: int, last: int) -> str:
        """The text of the tokens first..last (exclusive), on one line."""
        text = self.text[self.starts[first]:self.ends[last - 1]] if last > first else ""
        return " ".join(text.split()) if "\n" in text else text

    def lead(self, behind: int) -> int:
        """The sentence that stands so many behind the first, lines of the page left out."""
        report = (k for k in range(len(self.sents)) if k not in self.page)
        return max(islice(report, behind + 1), default=0)

    def opens_line(self, token: int) -> bool:
        """Whether a line that is meant as one begins at this token; the breaks of lines filled to a width are not meant."""
        return token in self.lines

    def glued(self, token: int) -> bool:
        """Whether no white space stands between this token and the next."""
        return token + 1 < len(self.forms) and self.ends[token] == self.starts[token + 1]

    def hyphened(self, token: int) -> bool:
        """Whether a token is a hyphen within a word, as behind the name in "Norland-backed"."""
        return self.low[token:token + 1] == ["-"] and self.glued(token - 1) and self.glued(token)


def tokenize(text: str) -> Doc:
    """The tokens, sentences and headline of a text; any `str` is allowed."""
    forms = TOKEN.findall(text)
    starts = list(accumulate(map(len, forms), initial=0))
    if forms and not text[0].isalnum() and (lead := _LEADING.match(text)) and lead.end() == starts[1]:
        forms[0] = " "  # white space or markup
    cut_off = bool(forms) and (text.rstrip()[-1:] not in _ENDED or forms[-1][0].isalnum())  # ... in the U.S.
    if cut_off:  # the last sentence ends like any other with a full stop to the tags, here of no length and no word
        forms.append(".")
        starts.append(starts[-1])
    words = vocabulary()
    ids = words.numbers(forms)
    pick = picker(ids)
    ends = list(map(add, starts, pick(words.lengths)))
    low = list(pick(words.low))
    if cut_off:
        starts[-2], ends[-1], low[-1] = ends[-2], ends[-2], "\n"
    if words.marked and not words.marked.keys().isdisjoint(forms):
        forms = [words.marked.get(form, form) for form in forms]
    doc = Doc(text, forms, starts, ends, low, words, ids, pick, set(low))
    if forms:
        _split(doc)
    doc.sentence_of = partial(bisect_right, doc.sent_firsts[1:])
    return doc


def _split(doc: Doc) -> None:
    """Sets the sentences, paragraphs and headline."""
    text, starts, low, n = doc.text, doc.starts, doc.low, len(doc.text)
    filled = width(text)
    cuts, breaks = [], []
    mark = -1  # of a mark right before a line break, which most often ends the sentence itself
    for match in _BREAK.finditer(text):
        at = match.end()
        if at >= n:
            break
        found = match[0]
        if found == "." and text[at + 1:at + 2].isupper():  # the common case
            word = text[max(0, at - 13):at - 1].rpartition(" ")[2]
            if len(word) > 1 and word.isalpha() and word.lower() not in _ABBREVIATIONS:
                cuts.append(at)
                continue
        if found[-1].isspace():
            blank = found == "\n\n" or _BLANK.search(found) is not None
            if not blank and ((filled and not meant(text, match, filled)) or text[at].islower()):
                if mark >= 0 and _ends_sentence(text, mark, match.start()):
                    cuts.append(match.start())
                mark = -1
                continue
            mark = -1
            breaks.append(at)
        elif text[at] == "\n":
            mark = match.start()
            continue
        elif not _ends_sentence(text, match.start(), at):
            continue
        cuts.append(at)
    if (slug := _SLUG(text)) is not None:
        cuts.insert(0, slug.end())
    _ranges(doc, cuts, doc.sents)
    if len(doc.forms) > _LONGEST and max([last - first for first, last in doc.sents]) > _LONGEST:
        doc.sents = _bounded(doc)
    _ranges(doc, breaks, doc.paras)  # every line is a paragraph, but where it goes on in the next one
    doc.lines = frozenset([first for first, _ in doc.paras])
    page = {first: last for first, last in doc.paras if of_the_page(low[first], text, starts[first], doc.ends[last - 1])}
    if page:
        tokens = frozenset([token for first, last in page.items() for token in range(first, last)])
        doc.page = frozenset([k for k, (first, _) in enumerate(doc.sents) if first in tokens])
        doc.paras = _joined(doc.paras, page)
    doc.sent_firsts = [first for first, _ in doc.sents]
    if not doc.sents:  # white space only
        return
    first, last = doc.sents[doc.lead(0)]
    if doc.page and 0 in doc.page:
        pass  # the title stands below "For immediate release"
    elif len(doc.sents) > 1 and _DATE_LINE(doc.text, doc.starts[first]):
        first, last = doc.sents[1]
    elif len(doc.sents) > 2 and doc.ends[(second := doc.sents[1][1]) - 1] < _SHORT_TITLE and second == doc.paras[0][1] and (
            _ASKED(low[last - 1])):
        last = doc.sents[1][1]  # Flood kills nine. Two are missing
    if len(doc.sents) > 1 and last - first > 2 and _NEWLINE.search(text, doc.ends[last - 1], starts[last]):
        start, end = doc.span(first, last)
        title = text[start:end]
        if len(title) <= 200 and title[-1] not in ".!;:,”\"" and not re.match(
                r"(?i:[a-z ]{2,20}: ?\d)(?![\d,]*+ [A-Za-z][a-z]*+ [a-z])|(?i:by [a-z])", title):  # "Norland: 14 Karo men killed" is one
            doc.headline = (first, last)


_SHORT_TITLE = 110  # characters
_ASKED = frozenset(".?!").__contains__
_DATE_LINE = compiled(r"(?i:(?:date|published|posted|updated|issued)(?: on)?:? ?)?(?:[A-Z][a-z]+day,? )?"
                      r"(?:\d{4}-\d\d-\d\d|\d\d? [A-Z][a-z]+,? \d{4}|[A-Z][a-z]+\.? \d\d?, \d{4})\s*\n").match


def _ranges(doc: Doc, cuts: list[int], out: list[tuple[int, int]]) -> None:
    """Turns character cuts into ranges of tokens, none of them blank."""
    starts, low, n = doc.starts, doc.low, len(doc.forms)
    first = int(not low[0])  # white space before the first word is no sentence's
    for cut in cuts:
        token = bisect_left(starts, cut, first, n)
        if token > first and (low[first] or any(low[first:token])):
            out.append((first, token))
            first = token
    if first < n:
        out.append((first, n))


def _joined(paras: list[tuple[int, int]], page: Container[int]) -> list[tuple[int, int]]:
    """The paragraphs, each with the lines of the page behind it; `page`: their first tokens."""
    out: list[tuple[int, int]] = []
    for first, last in paras:
        if out and first in page:
            out[-1] = out[-1][0], last
        else:
            out.append((first, last))
    return out


def _bounded(doc: Doc) -> list[tuple[int, int]]:
    """The sentences, those longer than any real one cut, at a comma if there is one: a text without full stops would else make the
    cost, and the context of every claim, grow with its square."""
    out = []
    for first, last in doc.sents:
        while last - first > _LONGEST:
            cut = next((k for k in range(first + _LONGEST, first + _LONGEST // 2, -1) if doc.low[k - 1] in (",", ";")), first + _LONGEST)
            out.append((first, cut))
            first = cut
        out.append((first, last))
    return out


def _middle(text: str, dot: int) -> bool:
    """Whether the I before a full stop is an initial: Ivo I. Tarn; not in World War I, nor I myself."""
    before = text[max(0, dot - 20):dot - 1].rstrip(" ").rpartition(" ")[2]
    again = text[dot + 1:dot + 20].lstrip().startswith(before)  # his son Olav I. Olav won
    return before.isalpha() and before.istitle() and before.lower() not in _NUMBERED and not again


def _ends_sentence(text: str, dot: int, at: int) -> bool:
    """Whether the mark at `dot` ends a sentence; `at` is the white space after it."""
    following = at
    while following < len(text) and text[following].isspace():
        following += 1
    if following >= len(text):
        return True
    after = text[following]
    if after.islower():
        return False
    if text[dot] != "." or text[dot:at].startswith(".."):
        return not (text[dot] == "…" and after.islower())
    if not (after.isupper() or after.isdigit() or after in _OPENERS or not after.isalnum()):
        return True  # letters without case
    word = text[max(0, dot - 12):dot].rpartition(" ")[2]
    if not word.isalpha():
        begin = dot
        while begin > 0 and (text[begin - 1].isalnum() or text[begin - 1] in ".-&") and dot - begin < 12:
            begin -= 1
        word = text[begin:dot]
    low = word.lower()
    if "." in word and not word[word.rindex(".") + 1:][:1].isdigit() or (
            len(word) == 1 and word.isupper() and (word != "I" or _middle(text, dot))):
        # U.S. or an initial: a new sentence only where the next word often begins one
        next_word = _FIRST_WORD.match(text[following:following + 20])
        if word == "X" and text[max(0, dot - 4):dot - 1].strip() in _POSTED:
            return True  # he wrote on X. Norland's army
        starts = next_word is not None and next_word[0].lower() in _STARTERS and text[following + 1:following + 2] != "."  # J. A. Tarn
        return starts or after in "\"“"
    if after in "(-–—" and low in _STATES and word.istitle():
        return False
    if after.isdigit() and low.isdigit() and _BROKEN.search(text[max(0, dot - 7):following + 12]):
        return False
    if low in _ABBREVIATIONS:
        return low in _OFTEN_LAST and not after.isdigit()
    return True
