"""Quotes and attribution: who says what, and how far it reaches."""

from __future__ import annotations

from newsfacts.sources.find import find
from newsfacts.sources.reach import Attribution

__all__ = ["Attribution", "find"]
