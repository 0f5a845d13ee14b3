"""Numbers that are labels: parts of names, codes, years, times of day; and "one by one"."""

from __future__ import annotations

from functools import cache

from newsfacts.actors.sides import countries
from newsfacts.lexicon import load_json
from newsfacts.numbers import nouns, units
from newsfacts.numbers.addresses import is_address, is_emergency, is_road
from newsfacts.numbers.atoms import Pattern
from newsfacts.numbers.results import opens
from newsfacts.numbers.years import in_span, is_year, of_an_era
from newsfacts.tokens import Doc

_ORDINALS = frozenset(("st", "nd", "rd", "th", "s", "'s", "x", "d"))
_AT = frozenset("at by from since until till to between".split())
_CLOCK = frozenset("a.m a.m. p.m p.m. am pm o'clock gmt hrs".split())
_MONTHS = frozenset(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec""".split()
)
_PLURALS = frozenset("people men women children policemen servicemen fishermen".split())
_OF_A_DAY = frozenset("attacks strikes raids bombings blasts elections polls protests talks clashes killings".split())  # in May 12 attacks
_ERA_BEGINS = frozenset("to and - – bc bce ad ce".split())
_UNITS = frozenset("brigade division battalion regiment corps squadron wing platoon".split())
_TELLING_AFTER = _CLOCK | _MONTHS | _ERA_BEGINS | _UNITS | {"block", "news", "hours"}
_POINTERS = frozenset("this that each every one another same which what any no".split())
_PREFIXES = frozenset("sub pre post anti non all mid".split())
_NOUN_FOLLOWS = frozenset("NPKwsnjlEUM%Sk$hz-~cO\"|")
_JOINING = frozenset("_ # № § @ ^ = × ÷ \\ { }".split())  # signs that make a label of the figure right beside them
_KEYS = ("\ufe0f", "\u20e3")  # of a figure on a key: a mark of a list
_ABBREVIATED = frozenset("no nos vol vols fig figs art arts sec secs ch p pp apt pt para cl ref nr bldg rm col op".split())
_LINES = frozenset("360 480 720 1080 1440 2160".split())  # 1080p
_DATELINE = 9  # tokens
_WINDS = frozenset("NSEW")
_SEVENS = frozenset("707 717 727 737 747 757 767 777 787".split())  # Boeings
_NAMES_OF_DIGITS = _SEVENS | {"911"}
_COUNTS = frozenset("NPKwsnjCUEM%-Sk/")
_COUNTED = ("N", "P", "w", "s", "n", "j")
_TITLE = Pattern(r"C{1,3}(?![-NPKwCDsnjlMU'/&]|aD)")  # 787 Dreamliner, 10 Downing Street


class _Words:
    __slots__ = ("dead", "in_capitals", "labels", "name_of", "parents", "telling", "weapons")

    def __init__(self, data: dict[str, list[str]], weapons: list[str]) -> None:
        self.labels, self.in_capitals = frozenset(data["labels"]), frozenset(data["labels_in_capitals"])
        self.name_of, self.dead = frozenset(data["name_of"]), frozenset(data["dead"])
        self.parents, self.weapons = frozenset(data["parents"]), frozenset(weapons)
        # all words that make a label of what stands after them
        self.telling = self.labels.union(self.in_capitals, self.weapons, _MONTHS, ("of", "day", "week", "past", "road"))


@cache
def _words() -> _Words:
    return _Words(load_json("numbers"), load_json("nouns")["weapons"])


def _of_a_month(doc: Doc, at: int) -> bool:
    """Whether what stands after a month is a number of things, no day: "in May 12 clerks died"."""
    word = doc.low[at + 1]
    many = word in _PLURALS or len(word) > 3 and word[-1] == "s" and word[-2] not in "sui"
    return at > 1 and doc.low[at - 2] == "in" and many and word not in _OF_A_DAY


def is_label(doc: Doc, tags: str, first: int, last: int) -> bool:
    """Whether the number first..last is part of a name, a date, a time or a code."""
    figure = tags[first] in "DY"
    if tags[first] == "D" and first and doc.low[first - 1] in _MONTHS and last == first + 1 and tags[last:last + 1] in _COUNTED and (
            doc.low[first].isdecimal() and int(doc.low[first]) < 1000 and (int(doc.low[first]) > 31 or _of_a_month(doc, first))):
        return False  # in July 48 people died
    if first > 2 and tags[first - 1] == "K" and doc.low[first - 3:first - 1] == [",", "the"] and doc.low[first - 1] not in _words().weapons:
        return False  # the army freed 640, the Karoans 480; but: new tanks, the Leopard 2 among them
    if first and doc.low[first - 1] and _labelled(doc, tags, first, last, figure):  # a blank line at the start is a token without a word
        return True
    if not figure:
        return tags[first] in "outyh" and (doc.forms[first][0].isupper() and _in_name(doc, tags, first, last)
                                           or _repeated(doc, tags, first, last))
    n, low = len(tags), doc.low
    after = tags[last] if last < n else "."
    if after == '"' and first > 1 and tags[first - 2] == '"' and last == first + 1 and doc.forms[first - 1][0].isupper() and (
            doc.ends[last - 1] == doc.starts[last]):
        return True  # "Fadi 1" missiles
    if last < n and last not in doc.lines:  # what stands on the next line is another thing
        key = low[last]
        if key in _TELLING_AFTER and _told_behind(doc, tags, first, last, key):
            return True
        if after not in ".,)" and doc.ends[last - 1] == doc.starts[last] and _glued_label(doc, tags, first, last):
            return True
        if after == "C" and last == first + 1 and _is_title(doc, tags, first, last):
            return True
        if after in "CKDsj" and last == first + 1 and doc.low[first].isdecimal() and is_address(doc, tags, last):
            return True
    return tags[first] == "Y" and last == first + 1 and is_year(doc, tags, first)


def is_series(doc: Doc, tags: str, first: int, last: int) -> bool:
    """Whether the number behind token `last` is a label like the one at `first`: articles 5 and 6, flights 217 to 219, page 2 of 12."""
    word = doc.low[first - 1] if first else ""
    named = (word[-1:] == "s" or tags[last] == "O") and (word in _words().labels or word in _words().in_capitals)
    return named and tags[last + 2:last + 3] not in _COUNTS


def _told_behind(doc: Doc, tags: str, first: int, last: int, key: str) -> bool:
    """Whether the word behind a figure makes it a label: 44 BC, the 2300 block of Mill Street, Channel WKRP 6 News, 6 p.m., 9 May,
    troops of 26 Brigade."""
    if key in _UNITS:
        return doc.forms[last][0].isupper() and doc.low[first].isdecimal() and int(doc.low[first]) > 1
    if key in _CLOCK or key in _MONTHS and doc.forms[last][0].isupper() or key in _ERA_BEGINS and of_an_era(doc, last):
        return True
    if key == "hours":  # at 1800 hours
        figures = doc.low[first]
        return first > 0 and doc.low[first - 1] in _AT and figures.isdecimal() and len(figures) == 4 and (
            figures < "2400" and figures[2:] < "60" and figures[3] in "05")
    return key == "block" and doc.low[last + 1:last + 2] == ["of"] or key == "news" and first > 0 and tags[first - 1] == "C"


def _in_name(doc: Doc, tags: str, first: int, last: int) -> bool:
    """Whether capitalised number words in the midst of a sentence are part of a name: the Seven Network, Air Force One."""
    if doc.forms[first].isupper():
        return False
    begin, end = doc.sents[doc.sentence_of(first)]
    if first == begin or last >= end:
        return False
    if doc.low[end - 1][:1] not in ".!?" or (begin, end) == doc.headline:
        return False  # every word of a title may have a capital
    if first - begin < _DATELINE and _behind_dateline(doc, begin, first):
        return False
    before, after = doc.forms[first - 1], doc.forms[last]
    if before[0].islower() or first - 1 == begin and tags[begin] == "T":
        if tags[last] == "-" and last + 1 < end:
            after = doc.forms[last + 1]  # the Six-Day War
        return after[0].isupper() if last == first + 1 else doc.forms[last - 1][0].isupper()
    return before[0].isupper() and first - 1 > begin and (tags[last] not in _NOUN_FOLLOWS or after[0].islower())


def _behind_dateline(doc: Doc, begin: int, first: int) -> bool:
    """Whether all before a token is a wire's dateline without a mark behind it: "VELM, Norland Two men died", "VELM/NORBY Nine ..."."""
    forms = [form.rstrip() for form in doc.forms[begin:first]]
    if not (forms[0].isupper() and len(forms[0]) > 1 and len("".join(forms)) > 3):
        return False
    town = forms[:forms.index(",")] if "," in forms else forms
    return all(form.isupper() or form in "/-" for form in town) and all(form[0].isupper() or form == "," for form in forms[len(town):])


def _repeated(doc: Doc, tags: str, first: int, last: int) -> bool:
    """Whether a number word tells a manner or the time of day: one by one, fifty-fifty, ten past six."""
    low, key = doc.low, doc.low[first]
    if last < len(low) and low[last] in ("by", "-", "past"):
        return low[last + 1:last + 2] == [key] if low[last] != "past" else tags[last + 1:last + 2] in ("o", "u", "t")
    return first > 1 and low[first - 1] in ("by", "-") and low[first - 2] == key


def _is_title(doc: Doc, tags: str, first: int, last: int) -> bool:
    """Whether a figure and the capitalised word after it are a name: 10 Downing Street, 787 Dreamliner; not 90 Mpx, 30 MUSD."""
    form = doc.forms[last].rstrip()
    if form in _WINDS and doc.low[last + 1:last + 2] == ["."] and tags[last + 2:last + 3] in ("C", "D"):
        return True  # 910 N. Mill Avenue
    if doc.glued(last - 1) or not (doc.low[first].isdecimal() and len(doc.low[first]) < 5) or not _TITLE.match(tags, last):
        return False
    if form in countries().demonyms and len(doc.low[first]) < 3:
        return False  # 3 staff (2 Kenyan, 1 foreign)
    if doc.low[first] in _SEVENS or tags[first - 1:first] in ("C", "K") and not opens(doc, first - 1):
        return True
    return len(form) > 3 and form[1:].islower() and units.after(doc, tags, last) is None


def _glued_label(doc: Doc, tags: str, first: int, last: int) -> bool:
    """Whether what stands right behind a figure makes it a label: 3rd, 5G, 4chan, 1080p, 501(c), 10-K, 14:30."""
    low, after, follows = doc.low, tags[last], tags[last + 1:last + 2]
    key = low[last]
    if key == "x" and _is_side(doc, tags, last):
        return False
    if key in _ORDINALS and (key != "x" or doc.glued(last)):  # 3rd, 3x5, but 2.3x
        return True
    if after in ":/" and follows in ("D", "Y") and (after == "/" or doc.glued(last)) or after == '"' and follows == "D" and doc.glued(last):
        return after != '"' or not units.is_height(doc, tags, last)
    if after == "_":
        return key in _JOINING or key in _KEYS or key.isalnum() or doc.glued(last) and low[last + 1][:1].isalnum()
    if last == first + 1 and after in "nsjCKxa'" and key not in _CLOCK and key != "x" and units.after(doc, tags, last) is None:
        return True
    if key in ("p", "i") and low[first] in _LINES:
        return True
    if after in "UEkMCnx" and follows == "D" and doc.glued(last) and low[last + 1] not in ("2", "3"):
        return True  # 24703L202
    if after == "(":
        return low[last + 2:last + 3] == [")"] and doc.glued(last) and (len(low[last + 1]) == 1 or tags[first - 1] in "CK)")
    if after == "-" and low[last + 1] == "block":
        return low[last + 2:last + 3] == ["of"]
    if after == "-":
        if follows in ("o", "u", "t") and doc.forms[last + 1].istitle():
            return True
        return follows == "k" or follows in ("C", "K") and not _hyphened_noun(tags, last)
    return after == "k" and doc.forms[last][0] != "m"


def _labelled(doc: Doc, tags: str, first: int, last: int, figure: bool) -> bool:
    """Whether what stands before makes it a label: Kh-101, Flight 217, room 12, Group of Seven, Aug. 14, #5."""
    low, before, word = doc.low, tags[first - 1], doc.low[first - 1]
    words, glued = _words(), doc.ends[first - 1] == doc.starts[first]
    if (before not in '-".CK' and not glued and word not in words.telling and (len(word) > 1 or before in ",&>")
            and low[first] not in _NAMES_OF_DIGITS):
        return False  # the common case: none of what follows
    if figure and glued and (told := _glued_behind(doc, tags, first, last)) is not None:
        return told
    if word in ("§", "№") or low[first] == "911" and is_emergency(doc, tags, last) or figure and is_road(doc, tags, first, last):
        return True
    after = tags[last] if last < len(tags) else "."
    if before == "-" and tags[first] in "outy":
        return tags[first - 2] not in "DYoutyhS$~>|"  # one-on-one, mother-of-two, no-one
    if before == '"' and low[first - 2:first - 1] == ["="]:
        return True  # an attribute in a page's source
    if low[first] in _SEVENS and (before in "Ta'" and after not in _NOUN_FOLLOWS or low[last:last + 1] == ["max"]):
        return True  # his 757, two 737 MAX jets
    if before == '"' and word == "'" and figure and len(low[first]) == 2:
        return low[first - 2:first - 1] in (["of"], ["the"], ["in"], ["class"])  # the class of '89
    if word == "[" and low[last:last + 1] == ["]"]:
        return figure  # a note
    if word == "." and first > 1 and doc.glued(first - 2) and low[first - 2] in words.labels and figure and not (
            first > 2 and doc.glued(first - 3) and tags[first - 3] == "D"):
        begins = doc.sents[doc.sentence_of(first)][0] == first and low[first - 2] not in _ABBREVIATED
        return not begins  # No. 5, vol. 3; but: they left the highway. 2 men were killed
    if figure and _is_amount(low[first]) and word != "magnitude":
        return False
    if (told := _behind_label(doc, tags, first, last, figure)) is not None:
        return told
    if not figure:
        return False
    if word in words.weapons or word == "max" and low[first - 2:first - 1] != [] and low[first - 2] in _SEVENS:
        return True  # Leopard 2 tanks, 737 MAX 8 jets
    if len(word) == 1 and word not in "ai" and doc.forms[first - 1][0].isupper():
        return True  # S&P 500, Group A 3
    if word in _MONTHS or word == "." and len(low[first - 2]) < 5 and low[first - 2] in _MONTHS and doc.glued(first - 2):
        return low[first].isdecimal() and len(low[first]) <= 2 and tags[first - 1] != "w"
    return before in "CK" and _behind_name(doc, tags, first, last)


def _glued_behind(doc: Doc, tags: str, first: int, last: int) -> bool | None:
    """Whether a figure right behind another token is a label: Kh-101, 12x18, 1'234, 2019-07-R-31; None where that tells nothing."""
    low, before, word = doc.low, tags[first - 1], doc.low[first - 1]
    if word == "x" and _is_side(doc, tags, first - 1):
        return False
    if word[-1:].isalpha() or before in "':=" or before == "/" and tags[first - 3:first - 1] not in ("DU", "Dk") or before == "_" and (
            word in _JOINING or first > 1 and doc.glued(first - 2) and low[first - 2][-1:].isalnum()):
        return True
    if before == '"' and tags[first - 2:first - 1] in ("D", "Y"):
        return not units.is_height(doc, tags, first - 1)  # 1'234
    if before == "-" and first > 1 and doc.glued(first - 2) and low[first - 1] != "—":
        if tags[first - 2] == "Y" and tags[first] == "Y" and in_span(doc, tags, first - 2):
            return True
        if tags[first - 2] in "DY)":
            return tags[last:last + 2] in ("-C", "-k")  # 2019-07-R-31
        return low[first - 2] not in _PREFIXES and not (
            low[first - 2] == "by" and tags[first - 3] == "-" and units.after(doc, tags, last))
    return True if before in ".," and first > 1 and tags[first - 2] in "DY" and doc.glued(first - 2) else None


def _behind_label(doc: Doc, tags: str, first: int, last: int, figure: bool) -> bool | None:
    """Whether a number behind a word that numbers its kind is a label: room 12, on day three, Unit 45; None where no such word stands."""
    low, word, words = doc.low, doc.low[first - 1], _words()
    after, capital = tags[last] if last < len(tags) else ".", doc.forms[first - 1][0].isupper()
    if word in words.labels:
        if first > 1 and low[first - 2] in _MODALS:
            return False  # the plane can seat 400
        if word in ("number", "numbers") and first > 1 and (tags[first - 2] in "Nw" or low[first - 2] in words.dead):
            return False  # the dead number 17
        if word == "numbers" and tags[last:last + 1] in ("N", "P", "w"):
            return False  # the force numbers 700 men
        return figure or capital or word == "number"
    if word in ("day", "week") and low[first - 2:first - 1] in (["on"], ["by"], ["from"]) and (after == "O" or after not in _NOUN_FOLLOWS):
        return True  # on day three
    if word == "phase" and not figure:
        return after not in _NOUN_FOLLOWS  # under phase one, 33 are to be freed
    if word in words.in_capitals:
        return _is_place_in_series(doc, tags, first, last, figure, capital)
    if word == "past" and first > 1:
        return low[first - 2] in ("half", "quarter") or tags[first - 2] in "outyD"  # half past six
    if word == "of":
        if first > 1 and low[first - 2] in words.name_of and doc.forms[first - 2][0].isupper():
            return True  # Group of Seven
        return first > 1 and low[first - 2] in words.parents and after not in _NOUN_FOLLOWS
    return None


def _behind_name(doc: Doc, tags: str, first: int, last: int) -> bool:
    """Whether a figure behind a capitalised word is a part of its name: the Planet 9 project, the Lumo 8 offers a wider screen."""
    low, words, after = doc.low, _words(), tags[last] if last < len(tags) else "."
    if low[last:last + 1] == ["index"]:
        return True  # the Nordic 100 index
    if doc.headline and doc.sentence_of(first) == 0:
        return False  # in a headline every word may have a capital
    if low[last:last + 1] in (["were"], ["are"], ["have"]) and low[first - 2] in ("in", "at", "neighbouring", "neighboring", "nearby"):
        return False  # in Karo 33 were dead
    if opens(doc, first - 1) or tags[first - 2:first - 1] == "i":
        return False
    if low[first - 2] in (",", ";", "and", "&") and doc.forms[first - 1].rstrip() in countries().names and low[last:last + 1] and (
            low[last] in _IN_A_ROW and "D" in tags[max(0, first - _ROW):first - 2]):
        return False  # Norland held 50, Karo 43 and Velm 35
    if after == "C" and doc.forms[last].rstrip() in countries().demonyms and nouns.plural(doc, tags, last + 1) is not None:
        return False  # gave Norland 18 Norlandic soldiers
    if after in "CK" and low[first - 2] in _GIVEN and nouns.plural(doc, tags, last) is not None:
        return False  # gave Norland 12 F-16 jets
    if after not in _NOUN_FOLLOWS:
        return True
    if after in "nsj" and low[first].isdecimal() and len(low[first]) < 4 and low[last] not in words.dead and (
            nouns.plural(doc, tags, last) is None):
        return True  # the Planet 9 project, the Karo 40 dropped
    # the Lumo 8 offers a wider screen
    return after in "Nw" and tags[last + 1:last + 2] in ("a", "T", "$") and tags[last + 2:last + 3] != "E" and len(low[first]) < 3


def _is_side(doc: Doc, tags: str, x: int) -> bool:
    """Whether the "x" at a token stands between the sides of something measured: a 12x18-inch photo."""
    sides = doc.low[x] == "x" and tags[x - 1] == "D" and tags[x + 1:x + 2] == "D" and doc.low[x - 1] != "4"
    return sides and units.after(doc, tags, x + 2) is not None


def _is_place_in_series(doc: Doc, tags: str, first: int, last: int, figure: bool, capital: bool) -> bool:
    """Whether a word that numbers its kind stands before a number: Unit 45, Day 3, phase 3 trials; not "in that case 12 men"."""
    after = tags[last] if last < len(tags) else "."
    if capital and first > 1 and doc.low[first - 1] in ("day", "eve") and (doc.low[first - 2] == "'s" or doc.forms[first - 2][0].isupper()):
        return False  # on Christmas Day 12 people died
    if capital:
        first_word = opens(doc, first - 1)
        return not (first_word and after in "%U") if figure else after not in _NOUN_FOLLOWS or first_word and after == "O"
    word = doc.low[first - 1]
    if word == "release" or word in _VERBS_TOO and first > 1 and doc.low[first - 2] in _MODALS:
        return False  # will release 20 of them, to question 12
    if not figure or first < 2 or after in "UE%$SkM-~" or tags[first - 2] in "Taj" and tags[first - 1] != "N":
        return False
    return doc.low[first - 2] not in _POINTERS and nouns.plural(doc, tags, last) is None


_IN_A_ROW = (",", ";", ".", "and")
_ROW = 8  # tokens
_GIVEN = frozenset("gave given giving give gives sent sending send sold sell promised pledged offered granted lent delivered".split())
_VERBS_TOO = frozenset("order call question train list file issue mark form plant".split())
_MODALS = frozenset("to will would could can may might must should shall not".split())


def _hyphened_noun(tags: str, hyphen: int) -> bool:
    """Whether more than a name stands behind a hyphen: 12-Shahed attack."""
    return tags[hyphen + 2:hyphen + 3] in ("n", "s", "N", "P", "j", "C", "K", "-")


def _is_amount(key: str) -> bool:
    """Whether figures look like an amount rather than a number in a name: 7,250, 27.19."""
    return "," in key or len(key) - key.find(".") > 2 and "." in key and len(key.split(".")) == 2
