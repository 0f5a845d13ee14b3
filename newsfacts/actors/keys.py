"""Names as keys: their words in small letters, and what they are compared by."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from newsfacts.late import late

Key = tuple[str, ...]
_SILENT = late(r"k(?=h)|(.)(?=\1)|(?<=i)j|e(?=i|$)")
_ACRONYMS = frozenset("us uk un eu".split())  # the U.S. Navy is not the UN
_BEHIND = frozenset("of for on in".split())  # Commission on Human Rights
_MINOR = frozenset("of the and for in on de la".split())


@lru_cache(50_000)
def fold(word: str) -> str:
    """One spelling for the transliterations of a name.

    >>> fold("zelensky") == fold("zelenskyy") == fold("zelenskiy")
    True
    """
    return _SILENT.sub("", word.replace("y", "i").replace("u", "o"))


@lru_cache(50_000)
def initials(key: Key) -> str:
    return "" if key[0] in _ACRONYMS else "".join([word[0] for word in key if word not in _MINOR])


@lru_cache(50_000)
def head(key: Key) -> str:
    """The word that an organization is called by: the "ministry" of defence."""
    return next((word for word, following in pairwise(key) if following in _BEHIND), key[-1])


@lru_cache(50_000)
def folded(key: Key) -> str:
    """A name in one spelling."""
    return fold(key[0]) if len(key) == 1 else " ".join(map(fold, key))
