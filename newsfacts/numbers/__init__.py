"""Numbers with what they count or measure."""

from __future__ import annotations

from newsfacts.numbers.find import find
from newsfacts.numbers.words import singular

__all__ = ["find", "singular"]
