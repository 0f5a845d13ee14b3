"""Names in the text."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter

from newsfacts.actors.datelines import town
from newsfacts.actors.firms import apposed_body
from newsfacts.actors.kinds import fire_service, kind_beside
from newsfacts.actors.names import CAPITAL, RUN, Piece, key_of, pieces
from newsfacts.actors.retag import retag
from newsfacts.actors.sides import state_called
from newsfacts.actors.votes import APPOSED_BODY, SETTLED, Votes, locals_of, shouted
from newsfacts.actors.words import (
    PLAIN_ENDS,
    ROMAN,
    bodies_small,
    common,
    company_words,
    phrases,
    plain,
    role_words,
    small_tag,
    struck,
    tagger,
)
from newsfacts.actors.works import fills, named, titled
from newsfacts.drafts import Timex
from newsfacts.late import compiled
from newsfacts.records import field, record
from newsfacts.rules import common_lemmas
from newsfacts.tokens import Doc

SURE = {"org": "organization", "place": "place", "region": "place", "person": "person", "human": "person",
        "country": "country", "people": "group",
        "firm": "organization", "abroad": "organization", "known": "place", "body": "organization"}
ONE = {"C": "country", "P": "place", "O": "organization", "Q": "group"}  # known names of one word
_OPENING = 6  # names with which a text opens
_AFTER_AGENCY = frozenset(("-", "--", "–", "—", ":"))
_LINE = 18  # tokens of a dateline: KARO, May 4 (Wire) - Bandits freed
_SHORTEST = 3  # letters that spell a name
_LONGEST = 15  # tokens; a longer run is a list or a heading
_INDEFINITE = frozenset(("a", "an", "another", "each", "every"))
_TITLED = frozenset(("single", "several", "known", "body", "firm", "person", "human"))
_PLACES = frozenset(("country", "known"))
_REGIONS = frozenset(("region", "rainforest", "basin", "jungle"))
_NAMED_SO = frozenset(("place", "firm", "region"))  # as things may be too
_OPEN = frozenset(("person", "firm", "single", "several", "region", "org"))  # what words beside may tell to be another kind
_NOBODY = frozenset(("thing", "skip"))
_DOUBTFUL = frozenset(("org", "place", "firm", "region", "several"))
_SURE_FIRMS = frozenset("inc ltd llc plc corp gmbh".split())  # last words of firms, in headlines too
_STORMS = frozenset(("storm", "hurricane", "typhoon", "cyclone"))
_MODEL = compiled(r"-?n")
_PORTFOLIOS = compiled(r"(?<=[tW])[EXAO](?:,[EXAO]){1,3},?a[EXA]{1,2}G(?![A-Z])"
                       r"|G(?:[of]t?)[EXA]{1,2}(?:,[EXAG]{1,2}){1,4},?a[EXAGN]{1,2}(?![A-Z'-])")
_ADJECTIVAL = frozenset(("winning", "nominated"))
_PARTIES = frozenset("dri")
_FAMILIES = frozenset("hall hill lane lake park forest castle marsh woods rivers ford house street".split())  # names of places and persons
_AROUND = ("near", "around", "outside")
_HARMED = frozenset(("people houses homes households buildings schools residents villagers civilians customers died killed injured "
                     "wounded hurt drowned evacuated destroyed damaged flooded burned troops soldiers").split())
_WITHIN_LAND = (",C", ",P", ",B")
_REVERED = ("sheikh", "sheik", "imam", "king", "prince")
_HOLDING = ("acting", "interim", "former", "deputy")
_NOUNS = tuple("rgxT")
_POSTNOMINALS = frozenset("KC QC SC SAN MEP MBE OBE CBE DBE KBE MD PhD FRS MSP MLA".split())
_MODIFIED = frozenset("-n|")  # after a word that may be no name of its own
_NAMELIKE = CAPITAL + "o"
_LARGE = compiled("[A-Z]")
_SIGNED = compiled(r"[A-VX-Z]{0,3}G[A-VX-Z]{0,3}(?:ot?[A-VX-Z]{1,4}){0,3}\.?")  # a line that is only the name of a body
_OFFICE = compiled(r"[AFSUI][AFSUI.]{1,4},[nEXJ]{0,2}[rT][of]t?[A-Z]")  # a name with its office: no title
_HELD = compiled(r"[Tr](?:[ofj]t?[A-Zhxn9'-]{1,6}){0,3}[ofj]t?$")  # Head of the
_UNKNOWN = ("AA", "AS", "SA", "SS")
_OFFICE_AND_NAME = 4  # tokens
_BEFORE_BODY = 12
_MINISTERS = frozenset(("minister", "ministers"))
_MARKS = compiled("[^a-zA-Z]")
_CORPORATIONS = frozenset(("company", "corporation", "co", "corp"))
_NAMES = tuple("AFS")
_FIRST = itemgetter(0)
_BRACKETED = compiled(r"\((?=.\))")


# A name in the text: its first token and the one after its last, its words in small letters, its kind (None: the votes of all its
# mentions decide), the tokens of its title, its place among the names spotted (for its votes), and whether it is weak: at a sentence's
# start or in a title, where it counts only if the name is known from elsewhere.
Found = tuple[int, int, tuple[str, ...], str | None, tuple[int, int] | None, int, bool]
_SURELY = -1  # the place of a name that needs no votes


@record
class Names:
    """The names of a text in order, and the tag string they were found in."""

    doc: Doc
    tags: str
    openers: set[int]  # first tokens of sentences
    seen: set[str] | None = None  # the forms of the text, once they are asked for
    titles: frozenset[int] = frozenset()  # tokens of the titles of works
    bodies: set[tuple[str, ...]] = field(default_factory=set)  # names that words beside them tell to be those of bodies
    things: set[tuple[str, ...]] = field(default_factory=set)  # the names of ships
    storms: set[str] = field(default_factory=set)  # Hurricane Ida: Ida
    spotted: list[Found] = field(default_factory=list)  # all that were taken for names at first: each may vote on the one behind it
    votes: dict[int, Votes] = field(default_factory=dict)  # of those spotted, once they are asked for
    list: list[Found] = field(default_factory=list)

    def forms(self) -> set[str]:
        """The forms of the text."""
        if self.seen is None:
            self.seen = set(self.doc.forms)
        return self.seen

    def small(self, key: str) -> bool:
        """Whether the text has the word in small letters too."""
        if key not in self.doc.vocabulary:  # no text had it
            return False
        seen = self.seen or self.forms()
        return key + " " in seen or key in seen


def spot(doc: Doc, timexes: list[Timex]) -> Names:
    """Every name outside dates, before names of one actor are joined."""
    low = doc.low
    tags, raised = _opened(doc)
    out = Names(doc, retag(doc, tags), set(doc.sent_firsts))
    out.titles = titled(doc, out.tags)
    string, runs, found, bracketed = out.tags, RUN.finditer, out.list, "(" in tags
    for first, last in doc.sents:
        loud: bool | None = None
        begin = first
        if last - first > 4 and (first in raised or bracketed and low[first + 1] == ","):
            begin = town(doc, tags, first, last)
            if begin > first:
                if low[first:begin] == ["united", "nations"]:
                    begin = first
                else:
                    found.append((first, begin, key_of(low[first:begin]), "place", None, _SURELY, False))
        for match in runs(string, begin, last):
            a, b = match.span()
            if b - a == 1:
                tag = string[a]
                if tag in ONE:
                    _known(out, a)
                elif tag in "ASFUG":
                    if loud is None:
                        loud = _loud(string, first, last)
                    _single(out, a, first, loud)
            else:
                if loud is None:
                    loud = _loud(string, first, last)
                _run(out, a, b, first, loud)
    out.spotted, out.list = found, found.copy()
    for k, (a, b, key, kind, *_) in enumerate(found[:_OPENING]):
        if kind in (None, "place") and b - a > 1 and low[a - 1] == "(" and low[b:b + 1] == [")"] and low[b + 1:b + 2] and (
                low[b + 1] in _AFTER_AGENCY):
            out.list[k] = a, b, key, "organization", None, _SURELY, False  # LA PAZ, June 27 (Andean Wire) -
    if "(" in string:
        _spell_out(out)
    if "," in string and "G" in string:
        _join_portfolios(out)
    dated: set[int] = set()
    for timex in timexes:
        dated.update(range(timex.first, timex.last))
    if not dated.isdisjoint(map(_FIRST, out.list)):
        out.list = [name for name in out.list if name[0] not in dated]
    if out.bodies:  # the airline, Dana Velm, said: Dana Velm is no person elsewhere, if nobody has a title of that name
        out.bodies -= {name[2] for name in out.list if name[4]}
        out.list = [(*name[:3], "organization", *name[4:]) if name[3] in ("person", "place") and name[2] in out.bodies else name
                    for name in out.list]
    if out.things:  # the ferry Velm Karo: the Velm Karo
        out.list = [name for name in out.list if name[2] not in out.things or low[name[0] - 1] != "the"]
    if out.storms:
        out.list = [name for name in out.list if not (len(name[2]) == 1 and name[2][0] in out.storms)]
    return out


def _spell_out(out: Names) -> None:
    """Names that the letters in brackets behind them spell: "the Office of Budget and Works (OBW)" is one name."""
    doc, tags, small = out.doc, out.tags, bodies_small()
    for match in _BRACKETED.finditer(tags, 2):
        at = match.start()
        letters = doc.forms[at + 1].rstrip()
        if not (_SHORTEST <= len(letters) <= _LONGEST and letters.isalpha() and letters.isupper()):
            continue
        starts: list[int] = []  # of words in capitals, from the last
        t = at - 1
        while t >= 0 and at - t < _LONGEST and len(starts) < len(letters) and (
                (capital := doc.forms[t][0].isupper()) or doc.low[t] in small or t and doc.forms[t - 1] == "-"):
            if capital and not (t and doc.forms[t - 1] == "-" and doc.glued(t - 1)):
                starts.append(t)
            t -= 1
        first = starts[-1] if starts else at
        if "".join([doc.forms[t][0] for t in reversed(starts)]) == letters and any(doc.low[t] in small for t in range(first, at)):
            out.list = [name for name in out.list if not first <= name[0] < at]
            out.list.append((first, at, key_of(doc.low[first:at]), "organization", None, _SURELY, False))
    out.list.sort(key=_FIRST)


def _join_portfolios(out: Names) -> None:
    """Names of bodies that list what they are for: "the Foreign, Trade and Aid Office", "the Ministry of Housing, Roads and Ports"."""
    doc, tags = out.doc, out.tags
    for match in _PORTFOLIOS.finditer(tags):
        first, last = match.span()
        head = first if tags[first + 1] in "of" else last - 1
        odd = [t for t in range(first, last) if tags[t] not in "ofta,EGX" and not plain((doc.low[t],))]
        if doc.low[head] in struck("listed heads") and len(odd) < 2 and struck("no portfolios").isdisjoint(doc.low[first:last]):
            out.list = [name for name in out.list if not first <= name[0] < last]
            out.list.append((first, last, key_of(doc.low[first:last]), "organization", None, _SURELY, False))
            out.list.sort(key=_FIRST)


def _opened(doc: Doc) -> tuple[str, set[int]]:
    """The tags, with those of words that have their capital as the first of a sentence, behind a dateline too: "VELM, Norland - Insurgents
    ambushed a patrol"; the first words of sentences that are all in capitals."""
    tags, low, forms = doc.tag_string(tagger()), doc.low, doc.forms
    changed: list[tuple[int, str]] = []
    raised: set[int] = set()
    for first, last in doc.sents:
        if tags[first] in "XGAHL" and (tag := _opening(low[first], tags[first:min(first + 3, last)])):
            changed.append((first, tag))
        if not forms[first].isupper():
            continue
        raised.add(first)
        if len(low[first]) > 3:
            dash = next((t for t in range(first + 1, min(first + _LINE, last - 3)) if low[t] in _AFTER_AGENCY and not doc.glued(t)), -1)
            if dash > 0 and low[dash] != ":" and (tag := _opening(low[dash + 1], tags[dash + 1:min(dash + 4, last)])):
                changed.append((dash + 1, tag))
    if not changed:
        return tags, raised
    letters = list(tags)
    for token, tag in changed:
        letters[token] = tag
    return "".join(letters), raised


def _opening(word: str, tags: str) -> str | None:
    """The tag of the first word of a sentence, of the tags of its first three words; None if it stays."""
    tag, following = tags[0], tags[1:2]
    if tag in "HL":
        return "l" if following and following in "gh" and small_tag(word) == "l" else None  # Border guards, City police
    if tag in "XGA" and following == "r" and tags[2:] and tags[2] in "AFSI" and (
            word in role_words() or tag == "X" and word[-2:] != "ly"):
        return "x"  # Council leader Ivo Tarn, Tram driver Ivo Tarn
    if tag in "XG" and (not following or following not in _NAMELIKE):
        small = small_tag(word)
        group = small in "gh" or (tag == "X" and small in "xcls" and following and following in "gh")
        return small if group else None  # Officials said, Rebel fighters said
    if tag in "AX" and len(tags) > 2:
        if following in "AFSI" and small_tag(word) == "r":
            return "T"  # Historian Ivo Tarn said
        if following in "AU" and (word in struck("trades opening") or word[-5:] == "maker"):
            return "c"  # Regulator Velmcom said
    return None


def add_names(out: Names, names: Mapping[str, list[tuple[tuple[str, ...], str]]]) -> None:
    """The user's names, as written, over what was found: first word → [(words, kind)], the longest first."""
    doc = out.doc
    begin = {form for form in out.forms() if form.rstrip() in names}
    own: list[Found] = []
    end = 0
    for token in [token for token, form in enumerate(doc.forms) if form in begin] if begin else ():
        for words, kind in names[doc.forms[token].rstrip()] if token >= end else ():
            last = token + len(words)
            if tuple([form.rstrip().replace("’", "'") for form in doc.forms[token:last]]) == words:
                own.append((token, last, key_of(doc.low[token:last]), kind, None, _SURELY, False))
                end = last
                break
    if own:
        taken = {token: k for k, name in enumerate(out.list) for token in range(name[0], name[1])}
        dropped = {taken.get(token) for name in own for token in range(name[0], name[1])}
        kept = [name for k, name in enumerate(out.list) if k not in dropped]
        out.list = sorted(kept + own, key=_FIRST)


def _loud(tags: str, first: int, last: int) -> bool:
    """Whether capitals tell nothing here: titles in title case, wire text in capitals."""
    if not 3 < last - first <= 60:
        return False
    share = 2
    if tags[last - 1] in ".?":
        second, middle = tags[first + 1].isupper(), tags[(first + last) // 2].isupper()
        if not (second and middle or (second or middle) and tags[last - 2].isupper()):
            return False
        share = 4
    if _SIGNED.fullmatch(tags, first, last) or _OFFICE.match(tags, first, last):
        return False
    sentence = tags[first + 1:last]
    if share == 4 and ("y" in sentence or "v" in sentence):
        return False  # the Velm Liberation Front blamed Islamic State.
    return len(_LARGE.findall(sentence)) * share > (len(sentence) - len(_MARKS.findall(sentence))) * (share - 1) + 1


def _known(out: Names, token: int) -> None:
    """A known name of one word."""
    doc, tags = out.doc, out.tags
    if tags[token] == "O" and doc.low[token + 1:token + 2] and doc.low[token + 1] in _REGIONS:
        out.list.append((token, token + 1, (doc.low[token],), "place", None, _SURELY, False))  # the Amazon region
        return
    if (token and tags[token - 1] in "-|" or tags[token + 1:token + 2] == "|") and _modifier(doc, tags, token, token + 1):
        return
    out.list.append((token, token + 1, (doc.low[token].replace(".", ""),), ONE[tags[token]], None, _SURELY, False))


def _single(out: Names, a: int, start: int, loud: bool) -> None:
    """A run of one capitalised word that is no known name."""
    doc, tags = out.doc, out.tags
    tag, word, before, after = tags[a], doc.low[a], tags[a - 1] if a else "|", tags[a + 1:a + 2]
    if (before in "-|" or after in _MODIFIED) and _modifier(doc, tags, a, a + 1):
        return
    if after == '"' and fills(doc, tags, a):
        return
    key = (word.replace(".", ""),)
    if tag == "U" and len(word) > 3 and plain(key):
        return  # the biggest EVER
    if tag == "A":
        if before == "t" and after == "l" and word.endswith(("ian", "ean")):
            return  # the Frisian coast
        if out.small(word):
            return
    elif tag == "S":
        if _roman(doc.forms[a]):
            return  # Part III
    elif tag == "G":
        if word != "company" or not a or doc.low[a - 1] != "the":  # the Company said
            out.list.append((a, a + 1, key, "organization", None, _SURELY, loud or _weak(out, a, False, "organization")))
        return
    told = kind_beside(doc, tags, a, a + 1)
    if told == "thing":
        out.things.add(key)
        return
    opens = a == start or before in '":(' and after != ")" or before == "-" and _after_dateline(out, a, start)
    weak = loud or a in out.titles or told != "organization" and _weak(out, a, opens, None)
    out.list.append((a, a + 1, key, told, None, _SURELY if told else len(out.list), weak))


def _roman(form: str) -> bool:
    """Whether a word is a Roman number."""
    return form.isupper() and ROMAN.match(form) is not None


def _run(out: Names, first: int, last: int, start: int, loud: bool) -> None:
    """The names in a run of several capitalised words."""
    doc, tags, low = out.doc, out.tags, out.doc.low
    initial = first == start or tags[first - 1] in '":('
    if first == start and tags[first] in "CP" and shouted(doc, first) and "." not in low[first] and not doc.forms[first + 1].isupper():
        _known(out, first)  # a dateline: KYIV Officials
        first = start = first + 1
    if low[first] == "ex" and tags[first + 1] == "-" and last - first > 2:
        first += 2  # Ex-Barclay banker
    if initial and last - first > 1 and tags[first + 1] not in "-Gd" and _ordinary(out, first):
        first += 1
        initial = False
    if last - first == 1 and tags[first] in "ASFUG":
        _single(out, first, start, loud)
        return
    tail = (tags[last:last + 2] == "-x" and last - first > 1 and tags[last - 1] in "ASFXI" and doc.glued(last - 1)
            and len(low[last + 1]) <= 5)
    title: tuple[int, int] | None = None
    skipped = -1
    found = pieces(doc, tags, first, last)
    if tags[last - 2:last] in _UNKNOWN and last - first >= _OFFICE_AND_NAME:
        found = _held(doc, tags, first, found)
    for a, b, piece, key in found:
        a += first
        b += first
        if piece == "title":
            title = (a, b)
            continue
        if (piece == "known" or piece == "region") and b - a > 2 and tags[b - 2] == "-" and not (doc.glued(b - 2) and doc.glued(b - 3)):
            if piece == "known" and tags[a] in ONE:  # KYIV - Norlandic rebels
                _known(out, a)
            elif piece == "known":  # Los Angeles - Norlandic rebels
                out.list.append((a, b - 2, key_of(low[a:b - 2]), "place", None, _SURELY, False))
            _single(out, b - 1, start, loud)
            continue
        end_of_run = b
        end = _end(doc, tags, a, b, loud, tail and b == last)
        if end != b:
            b, key = end, key_of(low[a:end])
        held, title = title, None
        if skipped == a and low[a] in struck("national bodies"):
            a -= 1
            key = key_of(low[a:b])  # the Norlandic Federation of Dockers
        if piece in _NOBODY:
            if piece == "skip":
                skipped = b
            elif piece == "thing" and b - a > 1 and not _STORMS.isdisjoint(low[a:b - 1]):
                out.storms.add(low[b - 1])
            continue
        titled = held is not None and held[1] == a and piece in _TITLED
        size, before, after = b - a, tags[a - 1] if a else "|", tags[b:b + 1]
        cut = size == 3 or before in "-|" or after in _MODIFIED or (tags[a] == "U" and piece not in _PLACES)
        if size > _LONGEST or cut and not titled and _modifier(doc, tags, a, b) or after == '"' and fills(doc, tags, a) or (
                piece in _NAMED_SO and before in "stW" and named(doc, tags, a)):
            continue
        if piece == "single" and tags[a] == "A" and not titled and out.small(low[a]):
            continue
        if piece == "single" and tags[a] == "S" and _roman(doc.forms[a]):
            title = held if titled else None
            continue  # Part III
        begin, kind, titled = _of_kind(doc, tags, a, b, piece, held, titled)
        if piece == "place" and (low[a - 1] in struck("trades before") or after == "," and apposed_body(doc, tags, b, person=True)):
            kind = "organization"  # the hedge fund Velm Street
            out.bodies.add(key)
        elif not titled and (piece in _OPEN or tags[a] in "UN"):
            told = kind_beside(doc, tags, a, b, person=piece in ("person", "human"), firm=piece == "firm")
            if told == "thing":
                out.things.add(key)
                continue
            kind = told or kind
            if told == "organization" and size > 1:
                out.bodies.add(key)
        if (end := fire_service(doc, tags, a, b)) > b:
            b, kind, key = end, "organization", key_of(low[a:end])
        if begin != a:
            a, key = begin, key_of(low[begin:b])
        heading = piece == "firm" and a in out.openers and (b in out.openers or b == len(tags)) and plain(key)  # Main Provisions
        work = a in out.titles and not (piece == "org" or piece == "place" and tags[a - 2:a - 1] == "t")
        if work and piece == "person" and tags[a] == "A":
            kind = None  # in "Mad Max"; but: in the "Velm Republic"
        weak = heading or ((loud or work) and not titled and (
            kind is None or piece in _DOUBTFUL and low[b - 1] not in _SURE_FIRMS)) or (
            _weak(out, a, initial and a == first or before == "-" and _after_dateline(out, a, start), kind) if size == 1
            else kind is None and a > 0 and (before == "n" or low[a - 1] in _INDEFINITE))
        out.list.append((a, b, key, kind, held if titled else None, _SURELY if kind else len(out.list), weak))
        if tags[b:b + 2] in ("oC", "oP") and end_of_run > b:
            _known(out, b + 1)  # Velm Foods of Lisbon
        if piece == "abroad":
            _known(out, b - 1)  # the country is a place too


def _held(doc: Doc, tags: str, first: int, found: list[Piece]) -> list[Piece]:
    """The names in a run that begins at token `first`, that of who holds an office apart from the office: "Head of the Security Service of
    Norland Ivo Tarn"."""
    *others, (a, b, piece, _) = found
    begin, name = a + first, b + first - 2
    if piece != "org" or b - a < _OFFICE_AND_NAME or tags[name - 1] not in "CPT" or (
            tags[begin - 1:begin] not in ("o", "t", "f", "j") or not _HELD.search(tags, max(0, begin - _BEFORE_BODY), begin)):
        return found
    if doc.low[begin - 2] not in _MINISTERS:  # no body: Minister of Energy of Norland
        others.append((a, b - 2, piece, key_of(doc.low[begin:name])))
    return [*others, (b - 2, b, "human", key_of(doc.low[name:name + 2]))]


def _end(doc: Doc, tags: str, a: int, b: int, loud: bool, tail: bool) -> int:
    """Where a name ends: with the rest behind a hyphen, where it has that `tail`, and before what is no part of it."""
    if tail:
        b += 2  # Lee Hsien-loong
    if loud:
        while b - a > 1 and tags[b - 1] == "X":
            b -= 1  # OLHA MARN SAID
    if tags[b - 1] == "U" and b - a > 1 and tags[b - 2] != "U" and doc.forms[b - 1].rstrip() in _POSTNOMINALS:
        b -= 1  # Ivo Tarn KC
    if tags[b - 2:b] in ("oC", "oP") and b - a > 3 and doc.low[b - 3] in company_words() and doc.low[b - 3] not in _CORPORATIONS:
        b -= 2  # Velm Foods of Karo; but: the Electric Company of Karo
    return b


def _of_kind(doc: Doc, tags: str, a: int, b: int, piece: str, title: tuple[int, int] | None,
             titled: bool) -> tuple[int, str | None, bool]:
    """The first token of a name a..b of a run's `piece`, its kind (None where the rest of the text is to tell), and whether the title
    before it is its own."""
    low, size, before = doc.low, b - a, tags[a - 1] if a else "|"
    kind = "person" if titled else SURE.get(piece)
    if piece == "person" and low[a] == "abu" and low[b:b + 1] == ["camp"]:
        return a, "place", False
    if piece == "person":
        if tags[a:b] == "I-U":
            kind = "organization"  # the party N-VU
        elif low[a] in struck("saints") and tags[a] != "F":
            kind = None  # San Miguel
        elif (tags[a] == "A" or SETTLED.match(tags, b)) and before in "iY" or (
                before == "o" and (tags[a - 2] == "l" or low[a - 2] == "department")) or (
                before == "i" and tags[b - 1] == "A" and (low[a - 1] in _AROUND or tags[b:b + 2] in _WITHIN_LAND
                                                      or tags[b:b + 3] == ",xC" and low[b + 1].endswith("ern"))) or (
                before == "i" and low[a - 1] == "in" and low[a - 2] in _HARMED and tags[b:b + 1] != "'"):
            kind = None  # in Santa Marta, the village of Abu Marta, in Dan Karo, a town of 900, near Musa Karo; 90 houses in Musa Karo
    elif titled and kind == "person" and size == 1 and tags[b:b + 1] == "l" and low[a - 1] in _REVERED and tags[b + 1:b + 2] not in _NOUNS:
        return a - 1, "place", False  # the Sheikh Karo neighbourhood
    elif piece == "place" and low[b - 2:b] in (["school", "district"], ["news", "channel"]):
        kind = "organization"
    elif piece == "place":
        if size > 2 and "of" in low[a:b] and state_called(doc.words(a, b)):
            kind = "country"  # the State of Qatar
        if size > 2 and low[a] in _HOLDING:
            a += 1  # Acting Karo Region Governor Ivo Tarn
        behind = title is not None and title[1] == a
        family = tags[a] == "F" and low[b - 1] in _FAMILIES
        if family and (behind or tags[b - 2] == "-" and doc.glued(b - 2) or (
                low[b - 1] in ("hill", "lane") and tags[max(0, a - 1)] not in "iYjo")):
            return a, "person", behind  # Olha Hill, Commissioner Olha Dumas-Hall
    elif piece == "region" and low[b - 1].endswith("ers") and tags[b - 1] == "A":
        kind = "group"  # New Yorkers
    elif piece == "firm":
        if tags[a] == "P" and before in "iY":
            kind = None  # in Porto Velmo
    elif piece == "several" and "&" in tags[a:b]:
        kind = "organization"  # Lins & Filho
    return a, kind, titled


def _ordinary(out: Names, token: int) -> bool:
    """Whether the first word of a sentence is no part of the name after it."""
    tag = out.tags[token]
    if out.tags[token + 1] == "T" and out.doc.low[token] in role_words():
        return False  # Railway Minister Ivo Tarn
    if tag == "A":
        key, forms = out.doc.low[token], out.doc.forms
        if any(words[1:] == (forms[token + 1].rstrip(),) for words, _ in phrases(forms[token].rstrip())):
            return False  # Lockheed Martin
        return key.endswith(PLAIN_ENDS) or out.small(key)
    return tag == "X"


def _modifier(doc: Doc, tags: str, a: int, b: int) -> bool:
    """Whether it is no name of its own: pro-Kremlin, US$, S-300, @handle, D-N.J."""
    if tags[a] == "U" and (_MODEL.match(tags, b) if b - a == 1 else tags[a:b].strip("U") == "" and shouted(doc, a)):
        return True  # FULL TEXT
    if a and tags[a - 1] in "-|" and (
            doc.forms[a - 1] in ("@", "#") or (tags[a - 1] == "-" and a > 1 and (tags[a - 2] == "x" or doc.low[a - 2] == "pro"))):
        return True
    if tags[b:b + 1] == "-" and doc.glued(b - 1) and doc.low[b + 1:b + 2] and doc.low[b + 1] in _ADJECTIVAL:
        return True  # Oscar-winning
    if b - a == 3 and tags[a:a + 2] == "I-" and doc.low[a] in _PARTIES and (tags[b - 1] in "UP" or a and tags[a - 1] in ",("):
        return True  # D-N.J., R-Wash.
    return tags[b:b + 1] == "|" and doc.text[doc.ends[b - 1]:doc.ends[b - 1] + 1] == "$"


def _weak(out: Names, a: int, initial: bool, kind: str | None) -> bool:
    """Whether a name of one word counts only if it is known from elsewhere."""
    low, tags = out.doc.low, out.tags
    if kind:
        return tags[a] == "G" and (not a or low[a - 1] != "the")
    if initial and tags[a] in "AS" and not out.doc.forms[a][1:].rstrip().islower() and not out.doc.forms[a].isupper():
        return False  # NetTarn, which runs
    if initial and tags[a] in "AS":
        after = tags[a + 1:a + 2]
        if after == "," and common(low[a]):
            return True  # Separately, a company said
        if low[a + 1:a + 2] and low[a + 1] in struck("roles of firms") and tags[a] == "A" and tags[a + 2:a + 3] in _NAMES and not (
                common(low[a]) or low[a].endswith((*PLAIN_ENDS, "logy", "ics"))):
            return False  # Velmora economist Ivo Tarn
        if after != "," and after != "v" and after != "'" or after == "," and not (
                APPOSED_BODY.match(tags, a + 1) or SETTLED.match(tags, a + 1) or (
                    tags[a + 1:a + 3] in (",C", ",P") and tags[a + 3:a + 4] in (":", "-"))):  # Velm, Texas: Gunmen
            return True
    if initial and tags[a] == "F" and common(low[a]):
        return True  # "Lovely chemistry
    return tags[a] == "F" and low[a] in common_lemmas() or a > 0 and (tags[a - 1] == "n" or low[a - 1] in _INDEFINITE) and not (
        tags[a] == "A" and low[a + 1:a + 2] and (
            low[a + 1] in struck("polled") or out.doc.forms[a].istitle() and low[a + 1] in locals_of()))  # a Velsk man


def _after_dateline(out: Names, a: int, start: int) -> bool:
    """Whether the dash before a token is that of a dateline: KARO, May 4 (Wire) - Bandits freed."""
    return start < a < start + _LINE and not out.doc.glued(a - 1)
