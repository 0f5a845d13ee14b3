"""The names of `typing` that a run uses, without what it costs to import it (3 ms) and to make its named tuples (0.1 ms each).

To the type checker they are those of `typing`. At run time `Any` and `Self` are `object`, and a `NamedTuple` has what is used of one here:
fields that may have defaults, `_fields` and `_replace`.
"""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any, NamedTuple, Self
else:
    from newsfacts.late import program

    try:
        from _collections import _tuplegetter as getter
    except ImportError:  # not CPython

        def getter(place, doc):
            return property(lambda self: self[place])

    Any = Self = object

    def _replace(self, **values):
        """The same with other values of some fields."""
        whole = [values.pop(name, old) for name, old in zip(self._fields, self, strict=True)]
        return type(self)(*whole, **values)  # what is left is no field: TypeError

    def _repr(self):
        return f"{type(self).__name__}({', '.join(map('{}={!r}'.format, self._fields, self))})"

    def _values(self):
        """What it is made of again by `pickle`."""
        return tuple(self)

    class _Named(type):
        """Makes plain subclasses of `tuple` of what is written as a subclass of `NamedTuple`."""

        def __new__(meta, name, bases, content):
            if not bases:
                return super().__new__(meta, name, bases, content)
            names = tuple(content["__annotations__"])
            known = {"_tuple": tuple.__new__} | {"_" + name: content[name] for name in names if name in content}
            head = ", ".join([f"{name}=_{name}" if "_" + name in known else name for name in names])
            exec(program(f"def __new__(_kind, {head}):\n return _tuple(_kind, ({', '.join(names)},))"), known)
            content |= {name: getter(place, "") for place, name in enumerate(names)}
            content |= {"__slots__": (), "__new__": known["__new__"], "__repr__": _repr, "__match_args__": names, "_fields": names,
                        "_replace": _replace, "__getnewargs__": _values}
            return type(name, (tuple,), content)

    class NamedTuple(metaclass=_Named):
        """The base to write."""

__all__ = ["TYPE_CHECKING", "Any", "NamedTuple", "Self"]
