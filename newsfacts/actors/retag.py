"""Words whose tag depends on those beside them: forenames that are nationalities or places too, names with numbers in them."""

from __future__ import annotations

from functools import cache

from newsfacts.actors.bodies import bodies_beside
from newsfacts.actors.words import table
from newsfacts.late import compiled, kept_table
from newsfacts.lexicon import load_json, load_list, plain
from newsfacts.rules import common_lemmas
from newsfacts.tokens import TOKEN, Doc

# Each begins with the letters that are changed, and then looks at what stands before them: letters are searched much faster, one
# letter ten times faster than one of several.
# behind a title; or where a name may begin, before one more name and a verb, an age or a role: said Paris Dimova, 41
_NAMESAKE = compiled(r"[JCPM](?=[ASFd])(?:(?:(?<=[TZ].)|(?<=Z\..))(?=d?[ASF])"
                     r"|(?:(?<=^.)|(?<=[.|\":?,v(w].))(?=S(?:-[AFS])?(?:v|,(?:n[,.]|(?:[tz]|C')?[xlhEK]{0,2}[rT]))"
                     r"|A(?:-[AFS])?ot|A,(?:n[,.]|[tz]?[xlhEK]{0,2}[rT]))|(?<=J)(?=[AS]v)"
                     r"|(?<=rM)(?=[AFS])|(?<=r[CP])(?=[AFS](?:-[AFS])?(?:[^A-Z]|$))|(?<=r,[JCP])(?=[ASF](?:-[ASF])?,)|(?<=,M)(?=[AFS](?:-[AFSX])?,))")
_NICKNAME = compiled(r'F("[AFSXU]{1,2}")(?=[AFSU])')  # Ivo "Buck" Tarn
_SO = compiled(r"[VpZ](?:(?<=[rT][Vp])(?=[AFS])|(?<=[AFS]Z)(?![.A-Z]))")  # party chief To Lam, Hun Sen said
_SHORT_STATE = compiled(r"(?<=,)[A-Z](?=\.)")  # Velm, Miss.
_HILL = compiled("H(?:(?<=[FAS]H)(?=-[AFS])|(?=[AFS]-x))")  # Olha Hill-Tarn, Park Chung-ho
_SYLLABLE = compiled("-x(?<=[AFSX]-x)(?=[AFSX])")  # Chang-ho Velm
_COUNTY = compiled("H(?<=[iYo,]H)(?=[AFS][^A-Z])")  # County Velm
_AREA = compiled("EG[XA]")  # Velm Local Government Area
_PORTFOLIO = compiled(r"[GNOH](?=[EX]?K?T)")  # Energy Minister, Flight Lieutenant
_SURNAME = compiled(r"N(?<=[AFST]N)")  # Rashid Islam
_FORENAME = compiled(r"W(?<![A-SU-Y].)(?=[ASF])")  # Per Oberg
_INITIAL = compiled(r"W(?:(?=\.?[ASF])(?:(?<=[FSIZ]W)|(?<=[IZ]\.W)|(?<=[^iY]AW)|(?<=^AW))"
                    r"|(?=\.(?:I\.)?[ASF])(?<=[,bvaw|:(\"rT]W))")  # Ivo A. Tarn, said A. Tarn; but: in Serie A. Tarn
_CLUB = compiled(r"[A-Z](?=[ASFPC])")  # Dynamo Karo
_PROVINCE = compiled(r"[XH](?:(?<=C'.)|(?<=i.))(?=l)")  # in Norland's Plateau state, in Plateau state
_SHRINE = compiled(r"T(?:(?<=[iY]T)(?=[ASF](?:[^A-Z'v]|$))|(?<=tT)(?=[ASF]{1,2}l))")  # in Sheikh Karo, the Sheikh Karo district
_PRESS = compiled(r"K(?<=[AFUSPC&]K)(?![-A-Z])")  # Norrland Press, Bradwell & Co.
_LINK = compiled(r"-(?:e|i|ye)(?=[- ][A-Z])")
_MODEL = compiled(r"U(?<=[nz]U)")  # 12 JDAM bombs, two JDAM bombs
_ARTICLES = [(frozenset(f"{letter.lower()}{rest}" for rest in ("s", "d", "t", "n", "z", "sh")),
              compiled(rf"{letter}(?<=[a-z] .)(?:[sdtnz]|sh) (?=[A-Z])")) for letter in "AE"]  # in As Salt
_PAPER = compiled(r"G(?=[AX](?![A-Z]))")  # the Daily Lantern
_BODY_TITLE = compiled(r"[GOH](?<![ABD-IK-Z].)(?=K?T)")  # Police Chief; but: Velm Police Chief
_AIRLINE = compiled(r"E(?<=[AFUSPC]E)(?![-A-Z])")  # Velm Air
_GENERAL = compiled(r"T(?<=[AFSPCE]T)(?=G)")  # Velm General Hospital
_MEMBERS = compiled(r"[AXGSE]'(?=[AEX]{0,2}G)")  # Firefighters' Benevolent Association
_CHAMBER = compiled(r"[OH](?<=[PCJ][OH])(?![A-Z-])")  # the Ohio Senate
_HOUSE = compiled(r"H(?<=[tW]H)(?![A-Zo-])")  # the House
_CHANNEL = compiled(r"W(?<=[AFUSP]W)")
_MODEL_NOUN = 4  # tokens from a model to the noun
_MEMBER_ENDS = ("ers", "men", "women", "ors", "ists", "ees", "ians", "ants")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(table()[kind].split())


@kept_table
def _numbered() -> dict[str, list[list[str]]]:
    """The first words, in small letters, of the names of organizations with a number at their end (M23) → the words of these names."""
    out: dict[str, list[list[str]]] = {}
    for line in load_list("organizations"):
        words = [form.rstrip() for form in TOKEN.findall(line.partition("\t")[0])]
        if len(words) > 1 and words[-1].isdigit():
            out.setdefault(plain(words[0]), []).append(words)
    return out


def _models(doc: Doc, tags: str) -> dict[int, str]:
    """The changed tags of names of models, told of nothing but counted arms: "two JDAM guided bombs"."""
    at = [at for at in (match.start() for match in _MODEL.finditer(tags))
          if (tags[at - 1] == "n" or doc.low[at - 1] in load_json("numbers")["cardinals"])
          and not _words("arms of models").isdisjoint(doc.low[at + 1:at + _MODEL_NOUN])]
    words = [doc.low[token] for token in at]
    models = {word for word in set(words) if doc.low.count(word) == words.count(word)}
    return {token: "x" for token, word in zip(at, words, strict=True) if word in models}


def _linked(doc: Doc, tags: str, at: int) -> dict[int, str]:
    """The tags of two words of one name and of the letter, a token, between them: Sar-e Pol, Mazar-i-Sharif."""
    if not (1 < at < len(tags) - 1 and tags[at - 2] in "ASFUPX" and doc.forms[at - 2][0].isupper() and doc.glued(at - 2)):
        return {}
    after = at + 1 + (doc.low[at + 1] == "-")
    return dict.fromkeys((at - 2, *range(at - 1, after)), "A") if doc.forms[after:after + 1] and doc.forms[after][:1].isupper() else {}


def _places(low: list[str], word: str) -> list[int]:
    """Where a word stands."""
    out: list[int] = []
    try:
        while True:
            out.append(low.index(word, out[-1] + 1 if out else 0))
    except ValueError:
        return out


def _begins(doc: Doc, token: int) -> bool:
    """Whether a token is the first of a sentence."""
    return doc.sents[doc.sentence_of(token)][0] == token


def _of_bodies(doc: Doc, tags: str) -> dict[int, str]:
    """The changed tags of words that are heads of bodies, or titles, by those beside them: Norrland Press, the Daily Lantern, Velm Air."""
    keys, low = doc.keys, doc.low
    changed: dict[int, str] = {}
    if "daily" in keys or "weekly" in keys:
        changed.update((match.start(), "E") for match in _PAPER.finditer(tags) if low[match.start()] in ("daily", "weekly"))
    if "press" in keys or "co" in keys:
        changed.update((match.start(), "G") for match in _PRESS.finditer(tags) if low[match.start()] in ("press", "co"))
    if "air" in keys:
        changed.update((match.start(), "G") for match in _AIRLINE.finditer(tags) if low[match.start()] == "air"
                       and not _begins(doc, match.start()))
    if "general" in keys:  # the General Directorate of Roads; but: the Attorney General
        changed.update((at, "E") for at in _places(low, "general") if tags[at] == "T" and doc.forms[at][0] == "G" and (
            tags[at + 1:at + 2] == "G" or low[at + 1:at + 2] == ["staff"]) and (not at or low[at - 1] not in _words("generals")))
    if "justice" in keys:  # the Justice Ministry
        changed.update((at, "E") for at in _places(low, "justice") if tags[at:at + 2] == "TG"
                       or tags[at - 2:at + 1] == "HoT")  # the Palace of Justice
    if "staff" in keys:
        changed.update((at, "G") for at in _places(low, "staff") if at and tags[at] == "K" and doc.forms[at][0] == "S"
                       and low[at - 1] in _words("staffs") and doc.forms[at - 1][0].isupper())
    if "tv" in keys:
        changed.update((match.start(), "G") for match in _CHANNEL.finditer(tags) if low[match.start()] == "tv")
    if "general" in keys:
        changed.update((match.start(), "E") for match in _GENERAL.finditer(tags)
                       if low[match.start()] == "general" and low[match.end()] in _words("general bodies"))
    if not _words("chambers").isdisjoint(keys):
        changed.update((match.start(), "G") for match in _CHAMBER.finditer(tags) if low[match.start()] in _words("chambers"))
    if "house" in keys and not _words("of chambers").isdisjoint(keys):
        changed.update((match.start(), "G") for match in _HOUSE.finditer(tags) if low[match.start() - 1:match.end()] == ["the", "house"])
    if not _words("of members").isdisjoint(keys):
        for match in _MEMBERS.finditer(tags):
            at = match.start()
            head = tags.index("G", at + 1)
            if low[at].endswith(_MEMBER_ENDS) and low[head] in _words("of members") and doc.forms[at][:1].isupper():
                changed.update(dict.fromkeys((t for t in range(at, head) if tags[t] != "'"), "E"))
    if not _words("own portfolios").isdisjoint(keys) and "T" in tags:
        changed.update((match.start(), "E") for match in _BODY_TITLE.finditer(tags) if low[match.start()] in _words("own portfolios"))
    return changed


def retag(doc: Doc, tags: str) -> str:
    """The tags of a text with those changed that depend on the words beside."""
    keys, low = doc.keys, doc.low
    changed: dict[int, str] = {}
    if not _words("namesakes").isdisjoint(keys):
        changed.update((match.start(), "F") for match in _NAMESAKE.finditer(tags) if low[match.start()] in _words("namesakes"))
    if not _words("portfolios").isdisjoint(keys):
        changed.update((match.start(), "E") for match in _PORTFOLIO.finditer(tags) if low[match.start()] in _words("portfolios"))
    if 'F"' in tags:
        for match in _NICKNAME.finditer(tags):
            changed.update({match.start(1): "-", match.end(1) - 1: "-"})
    if "V" in tags or "Z" in tags or "rp" in tags or "Tp" in tags:  # looked up faster than the pattern
        changed.update((match.start(), "A") for match in _SO.finditer(tags) if doc.forms[match.start()][0].isupper())
    for match in _SYLLABLE.finditer(tags):
        at = match.start() + 1
        word = low[at]
        if doc.glued(at - 1) and doc.glued(at - 2) and len(word) < 5 and word not in common_lemmas() and word not in _words("no syllables"):
            changed[at] = "A"
    changed.update([(match.start(), "S") for match in _HILL.finditer(tags) if doc.glued(match.end() - 1) or doc.glued(match.end())])
    if "county" in keys:
        changed.update((match.start(), "L") for match in _COUNTY.finditer(tags) if low[match.start()] == "county")
    if "government" in keys and "EGX" in tags:
        for match in _AREA.finditer(tags):
            if low[match.end() - 1] == "area" and low[match.start()] == "local":
                changed.update(dict.fromkeys(range(*match.span()), "l"))
    if not _words("short states").isdisjoint(keys):
        changed.update((match.start(), "P") for match in _SHORT_STATE.finditer(tags) if low[match.start()] in _words("short states"))
    for word in _words("abbreviated states") & keys:
        for at in _places(low, word):
            if tags[at] == "P" and tags[at + 1:at + 2] != ".":
                changed[at] = "X"
    if "sign" in keys:  # his call sign, Tor
        changed.update((at + 2, "A") for at in _places(low, "sign") if tags[at + 1:at + 3] == ",N")
    if "koreas" in keys:
        changed.update(dict.fromkeys(_places(low, "koreas"), "x"))
    if "won" in keys and "-" in keys:
        korea = "korean" in keys or "korea" in keys
        changed.update((at, "A") for at in _places(low, "won") if low[at - 1] == "-" and doc.glued(at - 2) and doc.glued(at - 1)
                       and tags[at - 2] in "AFSX" and at > 1 and (korea or tags[at - 3:at - 2] in tuple("AFS")))  # Han Ji-won
    if "islam" in keys:
        changed.update((match.start(), "S") for match in _SURNAME.finditer(tags) if low[match.start()] == "islam")
    if "W." in tags or "FW" in tags:
        changed.update((match.start(), "I") for match in _INITIAL.finditer(tags)
                       if doc.forms[match.start()].rstrip() in ("A", "I") and (
                           tags[match.start() + 1] == "." or not _begins(doc, match.start())))
    if "per" in keys or "will" in keys and ("WA" in tags or "WS" in tags):
        changed.update((match.start(), "F") for match in _FORENAME.finditer(tags)
                       if doc.forms[match.start()] in ("Per ", "Will ") and not _begins(doc, match.start()))
    if not _words("provinces").isdisjoint(keys) and ("iXl" in tags or "'Xl" in tags or "iHl" in tags or "'Hl" in tags):
        for match in _PROVINCE.finditer(tags):
            if low[match.end()] in _words("provinces") and doc.forms[match.start()][1:2].islower():
                changed[match.start()] = "A"
    if not _words("clubs").isdisjoint(keys):
        for match in _CLUB.finditer(tags):
            if low[match.start()] in _words("clubs") and doc.forms[match.start()][:1].isupper() and (
                    low[match.start()] not in ("club", "team") or not tags[match.start() - 1:match.start()].isupper()):
                changed.update({match.start(): "O", match.start() + 1: "A"})
    if "sheikh" in keys:
        changed.update((match.start(), "A") for match in _SHRINE.finditer(tags) if low[match.start()] == "sheikh")
    if "facto" in keys:  # the de facto authorities
        changed.update((at - 1, "x") for at in range(1, len(low)) if low[at] == "facto" and doc.forms[at - 1] == "de ")
    if "-" in keys and not _words("linked").isdisjoint(keys):
        for match in _LINK.finditer(doc.text):
            changed.update(_linked(doc, tags, doc.token_at(match.start() + 1)))
    for words, article in _ARTICLES:
        for match in article.finditer(doc.text) if not words.isdisjoint(keys) else ():
            at = doc.token_at(match.start())
            if tags[at - 1] in "iYo" and tags[at + 1:at + 2] in tuple("ASFP"):
                changed[at] = "A"
    for word in _numbered().keys() & keys:
        for name in [name for name in _numbered()[word] if name[-1] in keys]:
            for first in _places(low, word):
                if [form.rstrip() for form in doc.forms[first:first + len(name)]] == name:
                    changed.update(dict.fromkeys((first, first + len(name) - 1), "O"))
    if ("nU" in tags or "zU" in tags) and not _words("arms of models").isdisjoint(keys):
        changed.update(_models(doc, tags))
    changed.update(_of_bodies(doc, tags))
    changed.update(bodies_beside(doc, tags, set(doc.sent_firsts)))
    if not changed:
        return tags
    letters = list(tags)
    for token, tag in changed.items():
        letters[token] = tag
    return "".join(letters)
