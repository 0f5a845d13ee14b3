"""Classes of named fields at little start-up: `@record` for the working classes of the stages, `@fact` for the public facts.

To import `dataclasses` and to make forty of them takes 30 ms, half of what a short report may cost. Both decorators make slots, and an
`__init__` over the annotated fields, compiled as `dataclasses` does it.
To the type checker records are dataclasses; facts are to everybody: `dataclasses` is asked for what it knows of them when somebody looks.
"""

from __future__ import annotations

from newsfacts.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import ClassVar

__all__ = ["Fact", "fact", "field", "record"]


class _Asked:
    """An attribute that makes a fact a frozen dataclass to others: made by `dataclasses` when first asked for."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, fact: Fact | None, kind: type[Fact]) -> Any:
        if not kind.__slots__:
            raise AttributeError(self.name)
        import inspect
        from dataclasses import dataclass

        twin: Any = dataclass(frozen=True, eq=False, repr=False)(type(kind.__name__, (), {"__annotations__": kind.__annotations__}))
        for name in ("__dataclass_fields__", "__dataclass_params__"):
            setattr(kind, name, getattr(twin, name))
        type.__setattr__(kind, "__signature__", inspect.signature(twin))
        return getattr(kind, self.name)


class Fact:
    """What all facts share: never changed, equal by their values."""

    __slots__: tuple[str, ...] = ()
    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, Any]]
    else:
        __dataclass_fields__, __dataclass_params__, __signature__ = _Asked(), _Asked(), _Asked()

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__)})"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), self._values()

    def _values(self) -> tuple[Any, ...]:
        return tuple([getattr(self, name) for name in self.__slots__])


if TYPE_CHECKING:
    from dataclasses import dataclass as record
    from dataclasses import field
    from typing import TypeVar, dataclass_transform

    _F = TypeVar("_F", bound=Fact)

    @dataclass_transform(frozen_default=True, eq_default=False)
    def fact(cls: type[_F]) -> type[_F]: ...

else:
    from newsfacts.late import program

    class field:
        """A field whose default is made anew for each object, or (init=False) one that `__post_init__` sets."""

        def __init__(self, default_factory=None, init=True):
            self.make, self.init = default_factory, init

    def fact(cls):
        """The class with slots and an `__init__` over its fields, which have no defaults."""
        made, _ = _slotted(cls)
        made.__match_args__ = made.__slots__
        made.__setattr__, made.__delattr__ = _refuse("assign to"), _refuse("delete")
        made.__init__ = _filling(made)
        return made

    def _refuse(what):
        def refuse(self, name, *value):
            from dataclasses import FrozenInstanceError

            raise FrozenInstanceError(f"cannot {what} field {name!r}")

        return refuse

    def _filling(kind):
        """The `__init__` of a fact: for a moment the object is one of a twin class that is open to change, with the same slots;
        a frozen dataclass calls a function for every field, which takes three times as long."""
        twin = type(kind.__name__, kind.__bases__, {"__slots__": kind.__slots__})
        known = {"_kind": kind, "_twin": twin, "_become": vars(object)["__class__"].__set__}
        fill = [f"self.{name} = {name}" for name in kind.__slots__]
        return _compiled(", ".join(kind.__slots__), "\n ".join(["_become(self, _twin)", *fill, "self.__class__ = _kind"]), known)

    def record(cls):
        """The class with slots and an `__init__` over its fields."""
        made, defaults = _slotted(cls)
        names, after = made.__slots__, hasattr(made, "__post_init__")
        made.__init__ = _initial(names, defaults, after)
        return made

    def _slotted(cls):
        """The class made again with slots, and the defaults of its fields."""
        content = {name: value for name, value in vars(cls).items() if name not in ("__dict__", "__weakref__")}
        slots = content["__slots__"] = tuple(cls.__annotations__)
        defaults = {name: content.pop(name) for name in slots if name in content}
        return type(cls.__name__, cls.__bases__, content), defaults

    def _initial(names, defaults, after):
        """The `__init__` of a record."""
        head, body, known = [], [], {}
        for name in names:
            default = known["_" + name] = defaults.get(name)
            if not isinstance(default, field):
                head.append(f"{name}=_{name}" if name in defaults else name)
                body.append(f"self.{name} = {name}")
            elif default.init:
                known["_make_" + name] = default.make
                head.append(f"{name}=_{name}")
                body.append(f"self.{name} = _make_{name}() if {name} is _{name} else {name}")
        if after:
            body.append("self.__post_init__()")
        return _compiled(", ".join(head), "\n ".join(body), known)

    def _compiled(head, body, known):
        exec(program(f"def __init__(self, {head}):\n {body}"), known)
        return known["__init__"]
