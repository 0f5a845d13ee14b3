"""Claims: a number with an event, by constructions over chunks."""

from newsfacts.claims.context import Trace
from newsfacts.claims.find import find

__all__ = ["Trace", "find"]
