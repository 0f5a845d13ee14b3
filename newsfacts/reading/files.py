"""Which files are meant, and their bytes."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterable, Iterator

STDIN = "-"
NO_FILE = "no such file"
_CHUNK = 1 << 20


class Unreadable(Exception):
    """An input that cannot be read; the message is the reason, without the name."""


def shown(path: str) -> str:
    """A path as printable Unicode: bytes of a name that are not UTF-8 as `\\xNN`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def find_files(paths: Iterable[str]) -> Iterator[tuple[str, str | None]]:
    """(file, None) for every input in the order given, folders opened up; (path, reason) for what cannot be looked at."""
    for path in paths:
        if path != STDIN and os.path.isdir(path):
            yield from _folder(path)
        else:
            yield path, None


def _folder(root: str) -> Iterator[tuple[str, str | None]]:
    """The *.txt files below a folder, sorted by path; each once, whatever links lead to it."""
    seen: set[int] = set()
    empty = True
    stack: list[Iterator[str]] = [iter([root])]
    while stack:
        path = next(stack[-1], None)
        if path is None:
            stack.pop()
            continue
        wanted = path[-4:].lower() == ".txt"
        try:
            info = os.stat(path)
        except OSError as error:
            # a link to nowhere or to itself matters only where it has the name of a report
            if wanted:
                empty = False
                yield path, reason(error)
            continue
        folder = stat.S_ISDIR(info.st_mode)
        if not folder and not (wanted and stat.S_ISREG(info.st_mode)):
            continue
        identity = info.st_dev << 64 | info.st_ino
        if info.st_ino and identity in seen:
            continue
        seen.add(identity)
        if not folder:
            empty = False
            yield path, None
            continue
        try:
            stack.append(_entries(path))
        except OSError as error:
            empty = False
            yield path, reason(error)
    if empty:
        yield root, "no *.txt file in this folder"


def _entries(folder: str) -> Iterator[str]:
    """The text files and folders of a folder in the order of their whole paths."""
    names = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if _is_folder(entry):
                names.append(entry.name + "/")  # so that "a.txt" comes before "a/b.txt"
            elif entry.name[-4:].lower() == ".txt":
                names.append(entry.name)
    names.sort(key=os.fsencode)
    return (os.path.join(folder, name.removesuffix("/")) for name in names)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def read_bytes(path: str, max_size: int | None = None) -> bytes:
    """All bytes of a file or of standard input, at most `max_size`; pipes are read once, to their end."""
    if not path:
        raise Unreadable("empty file name")
    try:
        if path == STDIN:
            if sys.stdin is None:
                raise Unreadable("is closed")
            return _drain(sys.stdin.fileno(), max_size)
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0))
        try:
            return _drain(handle, max_size)
        finally:
            os.close(handle)
    except OSError as error:
        raise Unreadable(reason(error)) from None
    except ValueError:  # a NUL in the name, or standard input without a file descriptor
        raise Unreadable("not a file name" if path != STDIN else "is closed") from None


def _drain(handle: int, max_size: int | None) -> bytes:
    """What a file descriptor gives until its end."""
    info = os.fstat(handle)
    if stat.S_ISDIR(info.st_mode):
        raise Unreadable("is a folder")
    left = sys.maxsize if max_size is None else max_size
    if info.st_size > left and stat.S_ISREG(info.st_mode):
        raise Unreadable(f"{info.st_size} bytes are more than --max-size {max_size}")
    # one byte more than a regular file has tells at once that it ends here
    size = info.st_size + 1 if stat.S_ISREG(info.st_mode) and info.st_size else 1 << 16
    parts = []
    while part := _read(handle, min(size, 1 << 26)):
        left -= len(part)
        if left < 0:
            raise Unreadable(f"more bytes than --max-size {max_size}")
        parts.append(part)
        size = _CHUNK
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _read(handle: int, size: int) -> bytes:
    """As `os.read`, which fails where another program has made standard input non-blocking: then it waits."""
    while True:
        try:
            return os.read(handle, size)
        except BlockingIOError:
            import select

            select.select([handle], [], [])


def reason(error: OSError) -> str:
    """Why a file cannot be opened, read or written, in plain words."""
    if error.errno == errno.ENOENT:
        return NO_FILE
    if error.errno == errno.EISDIR:
        return "is a folder"
    text = error.strerror or type(error).__name__
    return text[:1].lower() + text[1:]
