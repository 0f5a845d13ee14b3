"""Where the facts go: standard output, flushed with every write, or a file that is there whole or not at all."""

from __future__ import annotations

import os
import stat
import sys

from newsfacts.cli.messages import Failure
from newsfacts.reading.files import reason, shown


class Output:
    """Bytes to a file descriptor, past Python's buffers: no error can hide until the end of the process."""

    def __init__(self, handle: int, name: str) -> None:
        self.handle, self.name = handle, name

    def write(self, text: str) -> None:
        """Writes the text as UTF-8; raises BrokenPipeError or Failure."""
        self.write_bytes(text.encode("utf-8", "backslashreplace"))

    def write_bytes(self, *data: bytes) -> None:
        """Writes the bytes; raises BrokenPipeError or Failure."""
        # small parts together, so that a line is written at once; a large one is not copied
        if len(data) > 1 and len(data[1]) < 1 << 20:
            data = (b"".join(data),)
        for part in data:
            self._write(memoryview(part))

    def _write(self, rest: memoryview) -> None:
        while rest:
            try:
                rest = rest[os.write(self.handle, rest):]
            except BrokenPipeError:
                raise
            except BlockingIOError:  # a pipe that another program made non-blocking
                import select

                select.select([], [self.handle], [])
            except OSError as error:
                raise Failure(f"{self.name}: {reason(error)}") from None

    def commit(self) -> None:
        """All is written."""

    def abandon(self) -> None:
        """The run failed."""


_begun: list[FileOutput] = []


def abandon_all() -> None:
    """Removes every file that is not yet whole, when the process is about to be stopped."""
    for output in _begun:
        output.abandon()


class FileOutput(Output):
    """A new file beside the one wanted, which takes its place at the end."""

    def __init__(self, path: str) -> None:
        if not path:
            raise Failure("--output: empty file name")
        self.path = os.path.realpath(path)
        try:
            try:
                old = os.stat(path)
                if not stat.S_ISREG(old.st_mode):
                    self.path = path  # /dev/stdout, whose real path is no name
            except FileNotFoundError:
                old = None
            if old and stat.S_ISDIR(old.st_mode):
                raise IsADirectoryError(21, "is a folder")
            # a device or a pipe is no file to replace
            self.temporary = None if old and not stat.S_ISREG(old.st_mode) else f"{self.path}.{os.getpid()}.tmp"
            if self.temporary is None:
                handle = os.open(self.path, os.O_WRONLY)
            else:
                _begun.append(self)
                if old and not os.access(self.path, os.W_OK):
                    raise PermissionError(13, "permission denied")
                handle = os.open(self.temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666 if old is None else old.st_mode & 0o777)
        except OSError as error:
            raise Failure(f"{shown(path)}: {reason(error)}") from None
        except ValueError:
            raise Failure(f"{shown(path)}: not a file name") from None
        super().__init__(handle, shown(path))

    def commit(self) -> None:
        """Puts the file in place."""
        try:
            if self.temporary is None:
                os.close(self.handle)
            else:
                os.fsync(self.handle)
                os.close(self.handle)
                os.replace(self.temporary, self.path)
        except OSError as error:
            self.abandon()
            raise Failure(f"{self.name}: {reason(error)}") from None
        self.temporary = None

    def abandon(self) -> None:
        """Removes what was written; the old file stays as it was."""
        if self.temporary is not None:
            try:
                os.unlink(self.temporary)
            except OSError:
                return
            finally:
                self.temporary = None


def open_output(path: str | None) -> Output:
    """Standard output, or the file `path`."""
    if path is not None and path != "-":
        return FileOutput(path)
    if sys.stdout is None:
        raise Failure("standard output is closed")
    return Output(sys.stdout.fileno(), "standard output")
