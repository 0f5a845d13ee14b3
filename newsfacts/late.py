"""Regular expressions that are compiled where they are first used: a short report needs few of them, and each costs 0.1 ms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

__all__ = ["late"]

if TYPE_CHECKING:
    from re import compile as late
else:

    class late:
        """As `re.compile`, later."""

        def __init__(self, source, flags=0):
            self.source, self.flags = source, flags

        def __getattr__(self, name):
            # asked only until the methods are there
            made = re.compile(self.source, self.flags)
            self.match, self.search, self.fullmatch = made.match, made.search, made.fullmatch
            self.finditer, self.findall, self.sub = made.finditer, made.findall, made.sub
            return getattr(made, name)
