"""Regular expressions that cost little to have: compiled where they are first used (`late`), and once a machine (`compiled`).

A short report needs 200 patterns, which take `re` 20 ms, a third of what a whole run may cost. So the command keeps what it compiled
beside the compiled modules, in `__pycache__`, and on the same terms: only where that can be written, not with PYTHONDONTWRITEBYTECODE, for
this very Python. It is kept where the module `kept` would be compiled to, since installers take such files away with the package.
Where the file is missing, old or damaged nothing is amiss. A pattern is found by its source and flags: none is stale.

Early Python 3.11 (seen in 3.11.2, not in 3.11.7) loses the way in a possessive repeat of a group, `(?:ab?){1,6}+`: written
`(?>(?:ab?){1,6})`, which is the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

__all__ = ["compiled", "keep", "late"]

if TYPE_CHECKING:
    from re import compile as compiled
    from re import compile as late

    def keep() -> None: ...

else:
    import marshal
    import os
    import sys

    try:
        import _sre
        from re import _compiler, _parser

        _VERSION = (sys.implementation.cache_tag, sys.hexversion, _sre.MAGIC, _sre.CODESIZE)
        _FILE = ""
        if sys.implementation.name == "cpython" and _sre.CODESIZE == 4:
            _FILE = os.path.join(os.path.dirname(__cached__), f"kept.{sys.implementation.cache_tag}.pyc")
    except (ImportError, NameError, AttributeError):
        _FILE = ""
    _MOST = 800  # patterns kept, twice as many as there are; more are those of older versions: begun anew
    _kept = None  # (source, flags) → what `_sre` makes the pattern of, the code as bytes
    _new = {}

    def compiled(source, flags=0):
        """As `re.compile`, from what was kept if it can be."""
        global _kept
        flags = int(flags)
        if _kept is None:
            _kept = _read()
        found = _kept.get((source, flags))
        if found is not None:
            try:
                all_flags, code, *groups = found
                return _sre.compile(source, all_flags, memoryview(code).cast("I").tolist(), *groups)
            except (TypeError, ValueError, RuntimeError):  # damaged: `_sre` looks at what it is given
                pass
        pattern = re.compile(source, flags)
        if _FILE and len(_new) < _MOST:
            _new[source, flags] = pattern
        return pattern

    def _read():
        try:
            with open(_FILE, "rb") as file:
                version, kept = marshal.load(file)
            return kept if version == _VERSION else {}
        except (OSError, ValueError, EOFError, TypeError):
            return {}

    def keep():
        """Keeps the patterns that were compiled anew, for the next run."""
        if not _new or sys.dont_write_bytecode:
            return
        kept = _kept if len(_kept) + len(_new) <= _MOST else {}
        for (source, flags), pattern in _new.items():
            code = _compiler._code(_parser.parse(source, flags), flags)
            names = dict(pattern.groupindex)
            numbers = [None] * (pattern.groups + 1)
            for name, number in names.items():
                numbers[number] = name
            kept[source, flags] = pattern.flags, b"".join(c.to_bytes(4, sys.byteorder) for c in code), pattern.groups, names, tuple(numbers)
        temporary = f"{_FILE}.{os.getpid()}"
        try:
            with open(temporary, "xb") as file:
                marshal.dump((_VERSION, kept), file)
            os.replace(temporary, _FILE)
        except OSError:  # no room, or (Windows) in use by another run: no trace is left
            try:
                os.remove(temporary)
            except OSError:
                return

    class late:
        """As `compiled`, later: most texts need few of their patterns."""

        def __init__(self, source, flags=0):
            self.source, self.flags = source, flags

        def __getattr__(self, name):
            # asked only until the methods are there
            made = compiled(self.source, self.flags)
            self.match, self.search, self.fullmatch = made.match, made.search, made.fullmatch
            self.finditer, self.findall, self.sub = made.finditer, made.findall, made.sub
            return getattr(made, name)
