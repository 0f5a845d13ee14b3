"""Runs of capitalised words, and the names in them."""

from __future__ import annotations

import re
from functools import lru_cache

from newsfacts.actors.keys import Key
from newsfacts.actors.words import names, phrases
from newsfacts.late import compiled
from newsfacts.tokens import Doc

CAPITAL = "AUFSICPOJQTKGHLNEXMB"
# What may join the capitalised words of a run. Each is told by its first letter, which no word that goes on has: written before what
# stands to its left, since letters are searched much faster than places.
_JOIN = r"""\.(?<=[IL]\.) | -(?:d-)? | & | d(?<=[FASGHEXNI]d)-?(?:d-?){0,2}     # J. Smith, Kwok Chun, van der Leyden
    | o(?<=[GHLNTEXB]o)t? | f(?:(?<=[GT]f)t?|(?<=Go[AEXNJ]f)(?=[EXA]))            # Bank of the East, Trust for Health
    | z(?<=Gz)(?=[EXJ](?:-?[EXJ]){0,3}(?![A-Z-])) | i(?<=Gi)(?=C)                # Commission on Human Rights, UN Mission in Norland
    | a(?:(?<=[EX]a)(?=[EXJN]{1,3}G)                                 # Food and Drug Office
        | (?<=[of][EXAB]a)(?=[EXABK]) | (?<=[of][EXAB]{2}a)(?=[EX])  # Ministry of Health and Care
        | (?<=Ho[CP]a)t?(?=[CPA]))                                  # Islamic State of Iraq and the Levant
    | '(?:(?<=[EXT]')(?=[EX]{0,2}[GH])|(?<=L\.[AFS]')(?=[GH])|(?<=L[AFS]')(?=[GH]))  # People's Republic, St. Peter's Square
    """
_NEXT = rf"[{CAPITAL}]|V(?<=FV)|Z\.?|n(?=9G)|9(?=G)"
RUN = compiled(
    rf"[{CAPITAL}Znd](?:(?<=[{CAPITAL}])|(?<=Z)\.?|(?<=n)9[{CAPITAL}]|(?<=d)-[{CAPITAL}])(?:{_NEXT}|(?:{_JOIN})(?:{_NEXT})){{0,40}}",
    re.VERBOSE,
)
_W = "[JCPOAUFSEXIKHLQNB]"
_NAMES = {  # tried in this order at each word of a run
    "title": r"(?:[EKXJ]-?|T(?=[EX]{1,2}T)){0,3}(?:(?:T(?!')|Z\.?)-?)+(?:[of]t?[EXGHJKa]{1,6}(?=[FIAS]))?",
    "human": r"FI\.[A-Z](?![GH])S?",  # Ivo T. Band
    "skip": r"J(?=[EX]{0,3}Go)",  # the Greek in Greek Ministry of Culture
    "abroad": r"O[EXAK]{0,4}GiC",
    "org": rf"(?:n9)?(?:d-)?(?:(?:{_W}|T(?=')|G(?!o))(?:[-&']|\.(?<=[IL]\.)|a(?=[EXNJ])|d-?)?){{0,8}}G(?!G?H(?![A-Z]))"
           rf"(?:[of]t?(?:{_W}|[GT])(?:[-&a]?[JCPOAUSEXIKHLQNGB])*(?:T(?![A-Z.]))?|z[EXJ](?:-?[EXJ]){{0,3}}|(?:d-?){{1,2}}{_W}{{1,2}}(?![a-z]?-)){{0,3}}"
           rf"(?:-B)?",
    "place": rf"(?:(?:{_W}|H(?=H)|G(?=G?H))(?:[-&']|d-?)?){{1,5}}(?:H(?!-[AFS])|L(?![APFSXC]))(?:ot?[CPAFSEXB]+)?"
             rf"|L\.?[AFS]'H|[LH]ot?[CPAFSEXBO]+|L\.?(?:d-?){{0,2}}[APFSXC]{{1,3}}(?:-[AFSX])?|L-(?:d-){{1,2}}[APFSXC]{{1,3}}",
    "person": r"(?:F-?|I\.?)(?:[FS]-?|I\.?){0,2}(?:-|d-?){0,4}"
              r"(?:[ASFXUEPHNJCKVO]|T(?![ASFT]))(?:(?:[-.]|d-?)*[ASFXU]|-[EPHNJCKOB]){0,3}|A(?:I\.?)+[ASFX]|AF(?:-?[ASF]|-P){0,2}(?:d-?[ASF])?",
    "thing": rf"[{CAPITAL}]{{0,6}}N(?:(?!ot?[JCXE]{{0,3}}Go)ot?[{CAPITAL}]+|d-[{CAPITAL}])?[A-Z]*(?:-[A-Z])*",
    "country": r"C(?!A)|C(?=A[ASF])",
    "known": r"P-[AB](?![A-Z'-])|P(?!A)|P(?=A[ASF])",  # Ostrava-Nord
    "body": r"OoB?[CP](?:at?[CPA])?|O(?!A)",
    "firm": r"[CPO][AU]{1,2}|E[EBX]{0,2}[AU]|A{1,2}O",
    "region": r"B[APC](?:-[AB](?![A-Z'-]))?",
    "people": r"Q",
    "single": r"[ASFU](?![ASFUXIP&-]|(?:d-?){1,3}[AFSUX])",
    "several": r"(?:[ASUI]|H(?=-[ASF]|[ASF](?![A-Z])))(?:[-.&]?[ASUXIFEJ]|-?(?:d-?){1,3}[ASUXF])+"
               r"|[AS]+P(?:-[ASF])?|d-[ASFU][ASF]*|n9[AUX]+|U-O",
}
NAME = compiled("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _NAMES.items()))
_FORMS = frozenset("AG PLC LLC LLP GMBH".split())  # of companies
_SHORT_FORMS = frozenset("SpA Oy SA SAS AB NV BV KK SE ASA JSC PJSC OJSC".split())  # the same, but: Reno NV, GREETINGS FROM SAN VELMO SA
Piece = tuple[int, int, str, Key]  # first and last token in the run, group of NAME, what the name is known by
_memo: dict[tuple[str, str], list[Piece]] = {}


def pieces(doc: Doc, tags: str, first: int, last: int) -> list[Piece]:
    """The names in a run of capitalised words."""
    memo = (doc.text[doc.starts[first]:doc.ends[last - 1]], tags[first:last])
    found = _memo.get(memo)
    if found is None:
        if len(_memo) > 50_000:
            _memo.clear()
        parts = _split([form.rstrip() for form in doc.forms[first:last]], memo[1])
        found = _memo[memo] = [(a, b, piece, key_of(doc.low[first + a:first + b])) for a, b, piece in parts]
    return found


def key_of(words: list[str]) -> Key:
    """What a name is known by: its words in small letters, without points and Jr."""
    if len(words) == 1:
        return (words[0].replace(".", ""),)
    plain = "".join(words).isalnum()  # the common case
    key = tuple(words) if plain else tuple([word.replace(".", "") for word in words if word[:1].isalnum()])
    return key[:-1] if len(key) > 1 and key[-1] in ("jr", "sr") else key


def _split(words: list[str], tags: str) -> list[tuple[int, int, str]]:
    shouted = False
    if words[0].isupper() and len(words[0]) > 2 and words[0].title() in names()[1]:
        words = [word.title() if word.isupper() else word for word in words]  # MEXICO CITY
        shouted = True
    if (words[-1] not in _FORMS and words[-1] not in _SHORT_FORMS or len(words) < 2) and names()[1].keys().isdisjoint(words):
        return _parted(tags)
    string, at = _overlay(words, tags, shouted)
    return [(at[first], at[last], kind) for first, last, kind in _parted(string)]


@lru_cache(20_000)
def _parted(string: str) -> list[tuple[int, int, str]]:
    """The names in the tags of a run."""
    return [(*match.span(), match.lastgroup or "") for match in NAME.finditer(string)]


def _overlay(words: list[str], tags: str, shouted: bool) -> tuple[str, list[int]]:
    """The tags with each name of several words as one character, and the token of each character; `shouted`: in capitals."""
    several = names()[1]
    out, at, i = [], [], 0
    while i < len(words):
        for phrase, tag in phrases(words[i]) if words[i] in several else ():
            told = tuple(words[i:i + len(phrase)])
            if told == phrase or shouted and " ".join(told).lower() == " ".join(phrase).lower():  # DAR ES SALAAM
                out.append(tag)
                at.append(i)
                i += len(phrase)
                i += phrase[-1] == "International" and tags[i:i + 1] == "C"  # Amnesty International Norland
                break
        else:
            form = 0 < i == len(words) - 1 and (words[i] in _FORMS or words[i] in _SHORT_FORMS and (
                not words[i - 1].isupper() and tags[i - 1] not in "PC"))
            out.append("G" if form else tags[i])  # Norsteel AG
            at.append(i)
            i += 1
    return "".join(out), [*at, len(words)]
