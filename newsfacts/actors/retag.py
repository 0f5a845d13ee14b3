"""Words whose tag depends on those beside them: forenames that are nationalities or places too, names with numbers in them."""

from __future__ import annotations

from functools import cache

from newsfacts.actors.words import table
from newsfacts.late import compiled
from newsfacts.lexicon import load_list
from newsfacts.tokens import TOKEN, Doc

# behind a title; or where a name may begin, before one more name and a verb, an age or a role: said Paris Dimova, 41
_NAMESAKE = compiled(r"(?:(?<=T)|(?<=Z)|(?<=Z\.))[JCP](?=d?[ASF])"
                     r"|(?:^|(?<=[.|\":?,v(w]))[JCP](?=S(?:v|,(?:n[,.]|[tz]?[xlhEK]{0,2}[rT]))|A,(?:n[,.]|[tz]?[xlhEK]{0,2}[rT]))|J(?=[AS]v)")
_PORTFOLIO = compiled(r"[GNO](?=K?T)")  # Energy Minister, Flight Lieutenant
_SURNAME = compiled(r"(?<=[AFST])N")  # Rashid Islam
_FORENAME = compiled(r"W(?=[ASF])")  # Per Oberg
_CLUB = compiled(r"[A-Z](?=[ASFP])")  # Dynamo Karo
_PRESS = compiled(r"(?<=[AFUSPC&])K(?![-A-Z])")  # Norrland Press, Bradwell & Co.
_LINK = compiled(r"-(?:e|i|ye)(?=[- ][A-Z])")
_ARTICLE = compiled(r"[AE](?<=[a-z] .)(?:[sdtnz]|sh) (?=[A-Z])")  # in As Suwayda
_CHANNEL = compiled(r"(?<=[AFUSP])W")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(table()[kind].split())


@cache
def _numbered() -> dict[str, list[list[str]]]:
    """The numbers in the names of organizations (M23) → the words of these names."""
    out: dict[str, list[list[str]]] = {}
    for line in load_list("organizations"):
        words = [form.rstrip() for form in TOKEN.findall(line.partition("\t")[0])]
        if len(words) > 1 and words[-1].isdigit():
            out.setdefault(words[-1], []).append(words)
    return out


def _linked(doc: Doc, tags: str, at: int) -> dict[int, str]:
    """The tags of two words of one name and of the letter, a token, between them: Nad-e Ali, Mazar-i-Sharif."""
    if not (1 < at < len(tags) - 1 and tags[at - 2] in "ASFUPX" and doc.forms[at - 2][0].isupper() and doc.glued(at - 2)):
        return {}
    after = at + 1 + (doc.low[at + 1] == "-")
    return dict.fromkeys((at - 2, *range(at - 1, after)), "A") if doc.forms[after:after + 1] and doc.forms[after][:1].isupper() else {}


def retag(doc: Doc, tags: str) -> str:
    """The tags of a text with those changed that depend on the words beside."""
    keys, low = doc.keys, doc.low
    changed: dict[int, str] = {}
    if not _words("namesakes").isdisjoint(keys):
        changed.update((match.start(), "F") for match in _NAMESAKE.finditer(tags) if low[match.start()] in _words("namesakes"))
    if not _words("portfolios").isdisjoint(keys):
        changed.update((match.start(), "E") for match in _PORTFOLIO.finditer(tags) if low[match.start()] in _words("portfolios"))
    if "islam" in keys:
        changed.update((match.start(), "S") for match in _SURNAME.finditer(tags) if low[match.start()] == "islam")
    if "per" in keys:
        firsts = set(doc.sent_firsts)
        changed.update((match.start(), "F") for match in _FORENAME.finditer(tags)
                       if doc.forms[match.start()] == "Per " and match.start() not in firsts)
    if not _words("clubs").isdisjoint(keys):
        for match in _CLUB.finditer(tags):
            if low[match.start()] in _words("clubs") and doc.forms[match.start()][:1].isupper():
                changed.update({match.start(): "O", match.start() + 1: "A"})
    if "press" in keys or "co" in keys:
        changed.update((match.start(), "G") for match in _PRESS.finditer(tags) if low[match.start()] in ("press", "co"))
    if "tv" in keys:
        changed.update((match.start(), "G") for match in _CHANNEL.finditer(tags) if low[match.start()] == "tv")
    if "-" in keys and not _words("linked").isdisjoint(keys):
        for match in _LINK.finditer(doc.text):
            changed.update(_linked(doc, tags, doc.token_at(match.start() + 1)))
    for match in _ARTICLE.finditer(doc.text):
        at = doc.token_at(match.start())
        if tags[at - 1] in "iYo" and tags[at + 1:at + 2] in tuple("ASFP"):
            changed[at] = "A"
    for number in _numbered().keys() & keys:
        at = -1
        for _ in range(low.count(number)):
            at = low.index(number, at + 1)
            for words in _numbered()[number]:
                first = at + 1 - len(words)
                if first >= 0 and [form.rstrip() for form in doc.forms[first:at + 1]] == words:
                    changed.update(dict.fromkeys((first, at), "O"))
    if not changed:
        return tags
    letters = list(tags)
    for token, tag in changed.items():
        letters[token] = tag
    return "".join(letters)
