"""The noun that a number counts, found by patterns over the tag string.

A number above one counts the first plural after it, through adjectives, names and nouns; "one" counts the last known noun of the
compound after it. See `words` for the tags.
"""

from __future__ import annotations

from itertools import pairwise

from newsfacts.lexicon import load_json
from newsfacts.numbers.atoms import Atom, Pattern
from newsfacts.numbers.words import singular
from newsfacts.tokens import Doc
from newsfacts.typed import NamedTuple


class Noun(NamedTuple):
    """A counted noun: its last token, its lemma, and the end (exclusive) of the phrase that it closes."""

    head: int
    lemma: str
    last: int


_TRADES = frozenset("fishing training landing mining building sailing".split())
# adjectives, names, measures ("500kg bombs") and nouns that may stand between a number and the noun it counts
_BETWEEN = (
    r"(?:[lnjsCckKYQ]|P(?!j)|(?<=j-)P|D-?[Uk](?=-?[jnsCNPKw])|(?<=[CKk/$-])D|\$(?=D)|[Duty]-[EU]-j|[Duty]-[EU](?=[nsjCNPKw])|D(?=-[nsj])|[-/\"](?=[lnjsCckKPNwDYou\"])|o(?=-)|u(?=-)"
    r"|[xXi]-(?=[njsCxN])|[Z&]-(?=[nsj])|-(?=[x&][-,njsCNPK]|>-[CKnsj])|(?<=-)x(?=[-,njsCNPK])|(?<=-)>-(?=[CKnsj])|(?<=l)x(?=[njsN])|E(?=-?j|-n)"
    r"|(?<=/)a(?=-D)|/(?=a-D)|'(?=[jnsCN])|(?<=-[nsjx]),&?|(?<=j),(?=l?j[njsCNPK])|\([CKjn/&]{1,4}\)(?=[jnsCNPK])|(?<=C)O(?=C{1,4}[njs]{0,2}[Nw]))"
)
_PLURAL = Pattern(
    rf"{_BETWEEN}{{0,14}}?(?:(?:(?:[CK],)?(?:[jnCsK]&|j\|)l?[jnCsKP]|(?<=[CKk]-)[Dk]&(?=[CKk]-)|P&[nCsKP])(?:[-lnjsCckKPQ]|(?<=[CKk]-)D){{0,6}}?)?[Nw]"
)
_COLLECTIVE = Pattern(rf"{_BETWEEN}{{0,6}}?(?:C&C|j[&|]l?j(?=P)|[PsnC]&[snCP](?=P))?([KP])(?!&[snCP]P)(?:-[CDn])?(?!-?[nsCNKP])")
_ANY_COLLECTIVE = Pattern(r"[njC]{0,3}P")
_SINGULAR = Pattern(
    r"(?:[lnjsCckKNUMEPQ]|[Duty]-[EU]-j|[Duty]-[EU](?=[njs])|D-?[Uk](?=-?[jns])|[-/\"](?=[lnjsCckKPNDYouU\"])|(?<=[-CKk])[DY]|x(?=-[njsCx])|-(?=x[-njsCKNP])|(?<=-)x(?=[-njsCKNP])|'(?=[jnsC])){1,12}"
)
_ENDS = frozenset(["", *"i . , > T a ) ~ : O V".split()])  # tags behind which no noun phrase goes on
_SHARED = Pattern(r"&[DYuty]")
# cruise, ballistic and guided missiles
_KINDS = Pattern(r"[njsC](?:-?[njsxCU]){0,2}(?:,[njsxC](?:-?[njsxCU]){0,2}){0,2},?&[njsxC](?:-?[njsxCU]){0,2}?N")
_ADJACENT = Pattern(r"s(?:[njsC-]{0,4}s)?")
_OF = Pattern(r"O(?:T[nj]?|xT|xO?T|x(?=[NPw]))?")  # of the, of its new, of all the
_POSSESSOR = Pattern(r"O[Tx]?[njsCcKE]{0,4}'|OT[njsC]{0,3}[NP]'|OT[njsC]{0,3}N\"(?=[DYoutyz])")
_NUMBER = Pattern(r"[DYoutyhSz](?:-?[DoutyhSzk]){0,4}(?![-'])")
_OF_THEM = Pattern(r"Ox(?:x(?=[njsC]{0,3}[NP]))?")
_WERE = Pattern(r"x(?=[njsC]{0,3}[NPK](?![-njsC]))")
_MODELS = Pattern(r"[CKk]{1,2}a?-?[DY]n")  # three AK-47s, four Boeing 737s, five Airbus A320s
_AGAIN = Pattern(r"\([+~-]?[DYoutyhSz&-]{1,8}\)")  # 3 (three) soldiers, 790 (+12) tanks
_GUESTS = frozenset("invited assembled armed unarmed masked enraged excited delighted displaced retired injured wounded".split())
_HEDGED = 4  # tokens from "of" over "more than" to the number
_FIRING = frozenset("fire fires fired firing".split())
_OF_SHOTS = frozenset("hit struck passed went missed grazed pierced shattered was".split())
_WHERE = frozenset("behind below beneath beside between beyond inside outside near within".split())
_HOUSEHOLDS = frozenset(("family", "families", "crew", "party", "household", "team"))
_FACING = (["face"], ["lack"])
_FOLK = frozenset(("people", "men", "women", "children"))
_BODIES = (["bodies"], ["body"], ["corpses"], ["remains"], ["coffins"])
CALIBRE = frozenset(("caliber", "calibre"))
_MODEL = Pattern(r"[CKk]-[DY](?:(C)(?![-njsCNKP])|(?![-njsCNKP]))")  # one F-16, one Kh-31P


def _noun(doc: Doc, head: int) -> Noun:
    if doc.low[head + 2:head + 3] in _BODIES and doc.low[head + 1] in ("'", "’", "'s", "’s"):
        head += 2  # two hostages' bodies
    if doc.low[head] in ("ups", "ins"):
        return Noun(head, f"{doc.low[head - 2]}-{doc.low[head][:-1]}", head + 1)  # 17 pick-ups
    return Noun(head, singular(doc.low[head]), head + 1)


def plural(doc: Doc, tags: str, at: int) -> Noun | None:
    """The noun counted by a number above one that ends before token `at`: "three" Russian cruise missiles."""
    first = tags[at:at + 1]
    if first == "U" and doc.low[at] == "barrel" and doc.low[at + 1:at + 2] == ["bombs"]:
        return _noun(doc, at + 1)
    if first == "K" and (doc.low[at + 1:at + 2] == ["home"] or tags[at + 1:at + 2] == "j" and doc.low[at].endswith("s")
                         and doc.low[at + 1].endswith("ed") and doc.forms[at][:1].isupper()):
        return _noun(doc, at)  # sent 1,700 Syrians home; five Republicans crossed party lines
    if first == "N" or first == "w" or first == "P" and tags[at + 1:at + 2] in _ENDS:
        return _noun(doc, at)
    models = _MODELS.match(tags, at) if first and first in "CKk" else None
    if models and doc.low[models.end() - 1] == "s" and doc.glued(models.end() - 2):
        at += tags[at + 2:at + 3] == "-"  # two Norlandic F-35s
        return Noun(models.end() - 1, doc.text[doc.starts[at]:doc.ends[models.end() - 2]].lower(), models.end())
    kinds = _KINDS.match(tags, at) if "," in tags[at:at + 4] and doc.low[at] in load_json("nouns")["kinds"] else None
    match = kinds or _PLURAL.match(tags, at)
    if match and (comma := tags.find(",", at, match.end())) >= 0 and doc.low[comma - 1] in load_json("nouns")["fates"]:
        return None  # 100 injured and 50 missing, local officials said
    if match and (place := tags.find("x", at, match.end())) >= 0 and doc.low[place] in _WHERE and tags[place + 1] != "-":
        return None  # 70 still behind bars
    if match:
        head = match.end() - 1
        if doc.low[at + 1:at + 2] in _FACING and doc.low[at] in _FOLK:
            return _noun(doc, at)  # 12 men face charges
        named = tags[head + 1:head + 2] == "N" and doc.forms[head][:1].isupper() and (
            doc.forms[head + 1][:1].islower() or doc.low[head - 1] == "united")
        return _noun(doc, head + named)  # 11 United Nations employees, 900 United States Marines
    match = _COLLECTIVE.match(tags, at)
    if match:
        fighting = match.end(1)
        if doc.low[fighting:fighting + 1] == ["fighting"] and tags[fighting + 1:fighting + 2] == "N":
            return _noun(doc, fighting + 1)  # 20 infantry fighting vehicles
        return Noun(match.start(1), singular(doc.low[match.start(1)]), match.end())
    match = _ANY_COLLECTIVE.match(tags, at)
    return _noun(doc, match.end() - 1) if match else None


def adjacent(doc: Doc, tags: str, at: int) -> Noun | None:
    """A known singular right after a number above one: an "11" member panel, a three course meal; not "3" missile and 12 air strikes."""
    match = _ADJACENT.match(tags, at)
    if match and match.end() == at + 1 and tags[at + 1:at + 3] in ("-E", "-U") and doc.low[at + 2].endswith("s"):
        return Noun(at + 2, f"{doc.low[at]}-{singular(doc.low[at + 2])}", at + 3)  # 4,000 man-hours, 90 passenger-miles
    if match and match.end() == at + 1 and doc.low[at] == "home":
        return None  # a plane will bring the 17 home
    return _noun(doc, match.end() - 1) if match and not _SHARED.match(tags, match.end()) else None


def one(doc: Doc, tags: str, at: int) -> Noun | None:
    """The noun counted by "one" before token `at`: the last known noun of the compound, else its last word."""
    match = _SINGULAR.match(tags, at)
    if match is None:
        return None
    model = _MODEL.match(tags, at)
    if model and (model.end() == match.end() or not model[1]):
        name = doc.text[doc.starts[at]:doc.ends[model.end() - 1]].lower()
        return Noun(model.end() - 1, name, model.end()) if name.partition("-")[0] in load_json("items")["models"] else None  # one F-16
    run = match.group()
    if tags[at - 1] == "o" and (told := run.rstrip("N")) and not {"s", "n"}.isdisjoint(told):
        run = told  # one network leader operates in the north
    last = max(map(run.rfind, "sNP"))
    if last < 0:
        last = max(map(run.rfind, "nCK"))
    elif run[last:last + 2] == "Pn":
        last += 1  # one news account
    return _noun(doc, at + last) if last >= 0 else None


def of_set(doc: Doc, tags: str, at: int) -> Noun | None:
    """The noun of a set behind "of" at token `at`: "one" of the drones, "two" of its soldiers, "ten" of the army's tanks."""
    owner = _POSSESSOR.match(tags, at)
    if owner and (number := _NUMBER.match(tags, owner.end())):
        return plural(doc, tags, number.end())  # twelve of the army's 40 tanks
    match = owner or _OF.match(tags, at)
    return plural(doc, tags, match.end()) if match else None


def of_them(doc: Doc, tags: str, at: int) -> Noun | None:
    """The noun in "four" of them children, "2,000" of whom were women; `at` is the token "of"."""
    if doc.low[at + 1:at + 2] not in (["them"], ["whom"], ["which"]):
        return None
    match = _OF_THEM.match(tags, at)
    if match is None or match.end() - at > 2 and doc.low[at + 2] not in ("were", "are") or _doing(doc, match.end()):
        return None
    if match.end() - at == 2 and doc.low[at + 1] != "them":
        return None  # 24 of whom Norland believes, 900 of which local officials spoke
    return plural(doc, tags, match.end())


def predicate(doc: Doc, tags: str, at: int) -> Noun | None:
    """The noun in "thirty" were decoys; `at` is the verb."""
    told = doc.low[at] in ("were", "are") and not _doing(doc, at + 1) and _WERE.match(tags, at)
    return plural(doc, tags, at + 1) if told else None


def _doing(doc: Doc, at: int) -> bool:
    """Whether a word tells what people do, and the noun behind it what they do it to: "250 were serving life terms"."""
    word = doc.low[at] if at < len(doc.low) else ""
    return word.endswith("ing") and len(word) > 5 and word not in _TRADES


def behind_hyphen(doc: Doc, tags: str, at: int) -> Noun | None:
    """The noun in a "40"-drone attack; `at` is the hyphen."""
    if tags[at + 1:at + 2] in ("s", "n", "N") and doc.low[at + 1] not in ("strong", "plus", "odd", "fold", "ish", "some", "time"):
        return _noun(doc, at + 1)
    return None


def after_share(doc: Doc, tags: str, at: int) -> Noun | None:
    """The noun of which a share is told: two-thirds of parliament, half the village."""
    i = at + (tags[at:at + 1] == "O")
    i += doc.low[i:i + 1] == ["all"]
    i += tags[i:i + 1] in ("T", "a")
    owner = _POSSESSOR.match(tags, at)
    number = _NUMBER.match(tags, owner.end()) if owner else None
    noun = plural(doc, tags, number.end() if number else i)
    if noun and tags[noun.head] == "w" and doc.low[noun.head - 1] in load_json("nouns")["wholes"]:
        return _noun(doc, noun.head - 1)  # a third of the population lives
    return noun or (one(doc, tags, i) if i > at else None)


def before_or(doc: Doc, tags: str, at: int) -> Noun | None:
    """The noun in "another guard or two"; `at` is the token "or"."""
    if at < 2 or tags[at - 1] not in "sn" or doc.low[at - 2] not in ("a", "an", "another"):
        return None
    return _noun(doc, at - 1)


def behind_calibre(doc: Doc, tags: str, last: int) -> int:
    """The end of a calibre from token `last`, between a number and its noun: two .223-caliber rifles; 0 where none stands there."""
    end = last + 2 + (tags[last + 2:last + 3] == "-")
    if doc.low[last + 2:last + 3] and doc.low[last + 2] in load_json("nouns")["guns"]:
        return end
    return end + 1 if doc.glued(last) and end < len(doc.low) and doc.low[end] in CALIBRE else 0


def _one_shot(doc: Doc, tags: str, last: int, atom: Atom) -> Noun | None:
    """The noun in fired "one" (warning) shot, "one" shot hit a wall; but: police shot one, one shot another."""
    low, at = doc.low, last
    if "shot" not in low[at:at + 3] or atom.value != 1:
        return None
    while low[at] != "shot":
        if tags[at] not in "jns":
            return None
        at += 1
    fired = atom.first > 0 and low[atom.first - 1] in _FIRING
    return _noun(doc, at) if fired or low[at + 1:at + 2] and low[at + 1] in _OF_SHOTS else None


def counted(doc: Doc, tags: str, last: int, atom: Atom, single: bool) -> Noun | None:
    """The counted noun behind a number that ends before token `last`."""
    tag = tags[last] if last < len(tags) else "."
    if tag == "w" and atom.first > 1 and doc.low[atom.first - 1] == "of" and doc.low[atom.first - 2] in _HOUSEHOLDS:
        return None  # a family of four lives on
    if tag == "j" and doc.low[last].endswith("ed") and doc.low[last] not in _GUESTS:
        near = doc.low[max(0, atom.first - _HEDGED):atom.first]
        if ("crowd", "of") in pairwise(near):
            return None  # a crowd of about 900 waved flags
    if tag == "-":
        return behind_hyphen(doc, tags, last)
    if single and (shot := _one_shot(doc, tags, last, atom)):
        return shot
    if tag == "O":
        return of_them(doc, tags, last) or of_set(doc, tags, last)
    if tag == "x" and doc.forms[last] == "IS " and last + 1 < len(tags) and doc.forms[last + 1][0].islower():
        return plural(doc, tags, last + 1)  # three IS fighters
    if tag == "x" and doc.low[last] == "such":
        return plural(doc, tags, last + 1)
    if doc.low[last:last + 2] == ["more", "such"]:
        return plural(doc, tags, last + 2)  # ten more such systems
    if tag == "x":
        noun = predicate(doc, tags, last)
        if noun or tags[last + 1:last + 2] != "-":
            return noun
    if tag == "~":
        return None
    if tag == "(" and (again := _AGAIN.match(tags, last)):
        last = again.end()
    if tag == '"':
        last += 1
        if tags[last:last + 1] == "O":
            return of_set(doc, tags, last)  # killed "scores" of rebels
    if single:
        return one(doc, tags, last) if tags[atom.first] == "o" else plural(doc, tags, last) or one(doc, tags, last)
    # "a 7.8 quake" is no count of quakes
    whole = isinstance(atom.value, int) and "." not in doc.low[atom.first] or doc.low[last:last + 1] == ["point"]
    return plural(doc, tags, last) or (adjacent(doc, tags, last) if whole else None)
