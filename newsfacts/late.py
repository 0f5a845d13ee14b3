"""Regular expressions and tables of words that cost little to have: patterns are compiled where they are first used (`late`), and
once a machine (`compiled`); tables are worked out of the data files once a machine (`kept_table`).

A short report needs 200 patterns, which take `re` 20 ms, and tables that take 30 ms to work out, more than half of what a whole run may
cost. So both are kept, when the process ends, beside the compiled modules, in `__pycache__`, and on the same terms: only where that can be
written, not with PYTHONDONTWRITEBYTECODE, for this very Python. They are kept where the module `kept` would be compiled to, since
installers take such files away with the package. Where the file is missing, old or damaged nothing is amiss. A pattern is found by its
source and flags, and tables hold as long as no file of the package changes (`_stamp`): none is stale.

Early Python 3.11 (seen in 3.11.2, not in 3.11.7) loses the way in a possessive repeat of a group, `(?:ab?){1,6}+`: written
`(?>(?:ab?){1,6})`, which is the same.
"""

from __future__ import annotations

import re

__all__ = ["compiled", "keep", "kept_table", "late", "program"]

TYPE_CHECKING = False  # as in `typed`, which needs this module

if TYPE_CHECKING:
    from functools import cache as kept_table
    from re import compile as compiled
    from re import compile as late
    from types import CodeType

    def keep() -> None: ...

    def program(source: str) -> CodeType: ...

else:
    import atexit
    import marshal
    import os
    import sys
    from functools import cache, wraps

    try:
        import _sre
        from re import _compiler, _parser

        _VERSION = (sys.implementation.cache_tag, sys.hexversion, _sre.MAGIC, _sre.CODESIZE)
        _FILE = ""
        if sys.implementation.name == "cpython" and _sre.CODESIZE == 4:
            _FILE = os.path.join(os.path.dirname(__cached__), f"kept.{sys.implementation.cache_tag}.pyc")
    except (ImportError, NameError, AttributeError):
        _FILE = ""
    _MOST = 1_600  # patterns kept, half as many again as there are; more are those of older versions: begun anew
    _kept = None  # (source, flags) → what `_sre` makes the pattern of, the code as bytes
    _new = {}
    _found = 0, {}  # stamp, and (module, function, its words) → its table, as marshal writes it: what the file has
    _tables = None  # those of the package as it is
    _new_tables = {}

    def compiled(source, flags=0):
        """As `re.compile`, from what was kept if it can be."""
        flags = int(flags)
        if _kept is None:
            _read()
        found = _kept.get((source, flags))
        if found is not None:
            try:
                all_flags, code, *groups = found
                return _sre.compile(source, all_flags, memoryview(code).cast("I").tolist(), *groups)
            except (TypeError, ValueError, RuntimeError):  # damaged: `_sre` looks at what it is given
                pass
        pattern = re.compile(source, flags)
        if _FILE and len(_new) < _MOST:
            _at_exit()
            _new[source, flags] = pattern
        return pattern

    def kept_table(make):
        """As `functools.cache`, for a function of words alone whose table, of plain lists, dicts, sets and words, is kept."""

        @cache
        @wraps(make)
        def table(*words):
            key = make.__module__, make.__qualname__, *words
            if _tables is None:
                _find_tables()
            try:
                return marshal.loads(_tables[key])
            except (KeyError, ValueError, EOFError, TypeError):  # none yet, or damaged
                made = make(*words)
            if _FILE and not sys.dont_write_bytecode:
                _at_exit()
                _new_tables[key] = marshal.dumps(_shared(made, {}))
            return made

        return table

    def _shared(table, seen):
        """The same table, in which equal words are one object: less to write and to read."""
        if isinstance(table, dict):
            return {_shared(key, seen): _shared(value, seen) for key, value in table.items()}
        if isinstance(table, list | tuple | set | frozenset):
            return type(table)([_shared(part, seen) for part in table])
        return seen.setdefault(table, table) if isinstance(table, str) else table

    @kept_table
    def program(source):
        """As `compile`, of functions that are written at run time."""
        return compile(source, "<newsfacts>", "exec")

    def _find_tables():
        """Sets the tables that were kept, if they are of the package as it is."""
        global _found, _tables
        if _kept is None:
            _read()
        stamp = _stamp() if _FILE else 0
        if not stamp or _found[0] != stamp:  # 0: the files could not be seen
            _found = stamp, {}
        _tables = _found[1]

    def _stamp():
        """Tells a change of the package: of the times and sizes of all its files."""
        found, folders = set(), [os.path.dirname(__file__)]
        try:
            while folders:
                with os.scandir(folders.pop()) as entries:
                    for entry in entries:
                        if "." not in entry.name:
                            if entry.name != "__pycache__":
                                folders.append(entry.path)
                        else:
                            told = entry.stat()
                            found.add((told.st_mtime_ns, told.st_size))
        except OSError:
            return 0
        return hash(frozenset(found))

    def _read():
        """Sets what was kept."""
        global _found, _kept
        try:
            with open(_FILE, "rb") as file:
                whole = memoryview(file.read())
            first = 8 + int.from_bytes(whole[:8], "little")
            version, kept, stamp, places = marshal.loads(whole[8:first])
            tables = {key: whole[first + start:first + end] for key, (start, end) in places.items()}
        except (OSError, ValueError, EOFError, TypeError, AttributeError):
            version = None
        _kept, _found = (kept, (stamp, tables)) if version == _VERSION else ({}, (0, {}))

    @cache
    def _at_exit():
        """Has what is new kept when the interpreter ends; the command, which skips that, calls `keep` itself."""
        atexit.register(keep)

    def keep():
        """Keeps the patterns and tables that were made anew, for the next process."""
        if not (_new or _new_tables) or sys.dont_write_bytecode:
            return
        if _tables is None:
            _find_tables()
        stamp, tables = _found
        kept = _kept if len(_kept) + len(_new) <= _MOST else {}
        for (source, flags), pattern in _new.items():
            code = _compiler._code(_parser.parse(source, flags), flags)
            names = dict(pattern.groupindex)
            numbers = [None] * (pattern.groups + 1)
            for name, number in names.items():
                numbers[number] = name
            kept[source, flags] = pattern.flags, b"".join(c.to_bytes(4, sys.byteorder) for c in code), pattern.groups, names, tuple(numbers)
        tables |= _new_tables
        places, at = {}, 0  # the tables stand behind the rest, each read when it is asked for
        for key, table in tables.items():
            places[key] = at, at + len(table)
            at += len(table)
        head = marshal.dumps((_VERSION, kept, stamp, places))
        temporary = f"{_FILE}.{os.getpid()}"
        try:
            with open(temporary, "xb") as file:
                file.write(b"".join([len(head).to_bytes(8, "little"), head, *tables.values()]))
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
            # asked only until the method is there
            if name == "made":
                self.made = compiled(self.source, self.flags)
                return self.made
            method = getattr(self.made, name)
            setattr(self, name, method)
            return method
