"""The body of an officer or spokesman without a name, whom "we" and "his men" mean: "an army spokesman", "the gang's leader"."""

from __future__ import annotations

from newsfacts.actors import side_of
from newsfacts.claims.roles.scene import words_of

_HOLDERS = frozenset("spokesman spokeswoman spokesperson chief commander leader officer official head general captain colonel boss "
                     "chairman chairwoman".split())
_TIES = frozenset("of for from at with in".split())
_OWNERS = frozenset(("'s", "’s", "'", "’"))
_ARTICLES = frozenset(("the", "a", "an"))
_SENIOR = frozenset("senior top local regional deputy former media official chief unnamed second".split())
_SERVICES = frozenset("department service charity agency un u.n.".split())
_STAFF = ["of", "staff"]


def body_of_office(source: str) -> str | None:
    """The armed body, service or band of which a source without a name holds an office."""
    words = source.replace("'s ", " 's ").replace("’s ", " ’s ").replace("s' ", "s ' ").split()
    if words[-2:] == _STAFF:
        words = words[:-2]
    tie = next((k for k, word in enumerate(words) if word in _TIES), 0)
    holder = words[tie - 1] if tie else words[-1] if words else ""
    if holder not in _HOLDERS:
        return None
    body = words[tie + 1:] if tie else words[:-1]
    while not tie and body and (body[-1] in _OWNERS or body[-1] in _SENIOR):
        body = body[:-1]
    while body and body[0] in (_ARTICLES if tie else _ARTICLES | _SENIOR):
        body = body[1:]
    if not body:
        return None
    word = body[-1].lower()
    if f"{word}s" in words_of("outlaws", "bandits"):
        return " ".join([*body[:-1], f"{body[-1]}s"])  # a rebel commander
    acts = side_of(body[-1]) == body[-1] or word in _SERVICES or word in words_of("agents", "outlaws", "bandits", "armed", "named_bands")
    return " ".join(body).replace(" 's", "'s").replace(" ’s", "’s") if acts else None
