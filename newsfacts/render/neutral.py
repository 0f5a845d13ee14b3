"""Text made harmless for a terminal: what could move the cursor, change colours or reorder letters becomes visible."""

from __future__ import annotations

import re

# C0 and C1 controls, direction marks and overrides, interlinear marks, lone surrogates, tag characters
# (a string: `re` compiles it when it is first used)
_UNSAFE = (
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def neutral(text: str) -> str:
    """The same text, every unsafe character shown: ␛ for ESC, ␊ for a line break, <U+202E> for a right-to-left override."""
    return text if text.isprintable() else re.sub(_UNSAFE, _shown, text)


def flat(text: str) -> str:
    """One harmless line: white space becomes single spaces."""
    return neutral(" ".join(text.split()))


def _shown(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"
