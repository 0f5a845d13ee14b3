"""The named tuples of `newsfacts.typed` behave as those of `typing` in all that is used of them."""

from __future__ import annotations

import pickle
import typing

import pytest

from newsfacts import typed


class Light(typed.NamedTuple):
    """A pair."""

    first: int
    second: str = "none"


class Full(typing.NamedTuple):
    first: int
    second: str = "none"


def test_fields_defaults_and_values() -> None:
    for kind in (Light, Full):
        one = kind(3)
        assert (one.first, one.second, one[1], one == (3, "none"), kind(second="a", first=1)) == (3, "none", "none", True, (1, "a"))
        assert repr(one) == f"{kind.__name__}(first=3, second='none')"
        assert kind._fields == kind.__match_args__ == ("first", "second")
        assert one._replace(first=9) == (9, "none")
        assert type(one._replace(second="b")) is kind
        assert hash(one) == hash((3, "none"))
    assert Light.__doc__ == "A pair."


@pytest.mark.parametrize("kind", [Light, Full])
def test_what_it_refuses(kind: typing.Any) -> None:
    for values in ((), (1, "a", 2)):
        with pytest.raises(TypeError):
            kind(*values)
    with pytest.raises((TypeError, ValueError)):
        kind(1)._replace(third=3)
    with pytest.raises(AttributeError):
        kind(1).first = 2
    with pytest.raises(AttributeError):
        kind(1).third = 2


def test_sent_to_a_worker() -> None:
    sent = pickle.loads(pickle.dumps(Light(3, "x")))
    assert (type(sent), sent) == (Light, (3, "x"))
