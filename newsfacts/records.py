"""Working classes of the stages: `@record` makes slots and `__init__` of an annotated class, as `dataclass(slots=True)` does.

Thirty dataclasses take 12 ms to make, a fifth of what a short report may cost. Here the first objects of a class are filled by a general
function; an `__init__` of its own, which is faster to run, is compiled once there are many. The public facts (`report`) are dataclasses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["field", "record"]

_MANY = 200  # objects

if TYPE_CHECKING:  # to the type checker they are dataclasses
    from dataclasses import dataclass as record
    from dataclasses import field
else:

    class field:
        """A field whose default is made anew for each object, or (init=False) one that `__post_init__` sets."""

        def __init__(self, default_factory=None, init=True):
            self.make, self.init = default_factory, init

    def record(cls):
        """The class with slots and an `__init__` over its fields."""
        content = {name: value for name, value in vars(cls).items() if name not in ("__dict__", "__weakref__")}
        slots = content["__slots__"] = tuple(cls.__annotations__)
        defaults = {name: content.pop(name) for name in slots if name in content}
        count = 0

        def general(self, *values, **named):
            nonlocal count
            count += 1
            if count > _MANY:
                made.__init__ = _compiled(made, defaults)
            for name, value in zip(slots, values, strict=False):
                setattr(self, name, value)
            for name in slots[len(values):]:
                value = named[name] if name in named else defaults[name]
                if not isinstance(value, field):
                    setattr(self, name, value)
                elif value.init:
                    setattr(self, name, value.make())
            if after:
                self.__post_init__()

        content["__init__"] = general
        made = type(cls.__name__, cls.__bases__, content)
        after = hasattr(made, "__post_init__")
        return made

    def _compiled(cls, defaults):
        """`__init__`, compiled from the names and defaults of the fields."""
        head, body, known = ["self"], [], {}
        for name in cls.__slots__:
            default = known["_" + name] = defaults.get(name)
            if not isinstance(default, field):
                head.append(f"{name}=_{name}" if name in defaults else name)
                body.append(f"self.{name} = {name}")
            elif default.init:
                known["_make_" + name] = default.make
                head.append(f"{name}=_{name}")
                body.append(f"self.{name} = _make_{name}() if {name} is _{name} else {name}")
        if hasattr(cls, "__post_init__"):
            body.append("self.__post_init__()")
        exec(f"def __init__({', '.join(head)}):\n " + "\n ".join(body), known)
        return known["__init__"]
