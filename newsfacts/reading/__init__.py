"""Files, folders and standard input: from paths to decoded texts.

A text is the decoded bytes and nothing else: line ends, odd spaces and invisible characters stay, since all offsets count its
code points. Only a byte-order mark at the very start is left out (it belongs to the encoding, and so `Source.encoding` says
`utf-8-sig` or `utf-16`): `data.decode(source.encoding)` is the text of every file without bad bytes.
"""

from __future__ import annotations

from newsfacts.reading.decode import Undecodable, decode, is_text_encoding
from newsfacts.reading.files import NO_FILE, STDIN, Unreadable, find_files, read_bytes, shown
from newsfacts.report import Source

__all__ = ["NO_FILE", "STDIN", "Unreadable", "find_files", "is_text_encoding", "read", "shown"]


def read(path: str, encoding: str | None = None, max_size: int | None = None) -> tuple[str, Source, list[str]]:
    """(text, where it is from, warnings) of a file, or of standard input ("-"); raises `Unreadable` with the reason."""
    data = read_bytes(path, max_size)
    try:
        text, used, warnings = decode(data, encoding)
    except Undecodable as error:
        raise Unreadable(str(error)) from None
    return text, Source(shown(path), used, len(text), _sha256(data)), warnings


def _sha256(data: bytes) -> str:
    """As `hashlib.sha256`, whose import alone would load OpenSSL (3 ms of start-up); `random` of the standard library does the same."""
    try:
        from _sha2 import sha256  # type: ignore[import-not-found]  # Python 3.12 and later
    except ImportError:
        try:
            from _sha256 import sha256  # type: ignore[import-not-found]
        except ImportError:
            from hashlib import sha256
    return str(sha256(data).hexdigest())
