"""Reading packed files in a process of their own, with a ceiling on memory and time.

Inflating and parsing what somebody else made is where a file can take a machine down, or break a library. The
process that does it has no part of the database, no settings and no secrets; it may not write files; and when
it dies, the import ends in a sentence.
"""

import logging
import os
import select
import signal
import subprocess
import sys
import time
import weakref
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import orjson

from dashboard.data.importer.reading.limits import Limits
from dashboard.data.importer.reading.refusals import damaged, too_heavy, too_slow
from dashboard.data.importer.reading.sheet import Row, Sheet, Source
from dashboard.data.importer.reading.wire import (
    LENGTH,
    LONGEST,
    read_frame,
    rows_of,
    sheet_of,
    source_of,
)
from dashboard.domain.errors import FileRefused
from dashboard.i18n import language

Waiting = Callable[[], None]
"""Told twice a second that the reader is still at it."""

_PROGRAM = "dashboard.data.importer.reader_process"
_TELL_EVERY = 0.4
_AT_ONCE = 1 << 20
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TZ")
_log = logging.getLogger(__name__)


def read_isolated(path: Path, sha256: str, limits: Limits, waiting: Waiting) -> Source:
    """A packed file, read by another process while this one waits for its rows.

    Args:
        path: where it lies.
        sha256: the digest of its content.
        limits: what its reading may take.
        waiting: told at least every second that it goes on, while nothing else comes.

    Raises:
        FileRefused: when it cannot be read, or not within the limits.
    """
    reader = _Reader(path, limits, waiting)
    try:
        about = reader.next()["source"]
        return source_of(about, sha256, reader.sheets())
    except BaseException:
        reader.close()
        raise


class _Reader:
    """The other process, and what comes from it."""

    def __init__(self, path: Path, limits: Limits, waiting: Waiting) -> None:
        order = orjson.dumps({"path": str(path.resolve()), "language": language(), "limits": asdict(limits)})
        self._process = subprocess.Popen(  # noqa: S603 (our own program; the file's name is no part of the command)
            [sys.executable, "-P", "-m", _PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            bufsize=0,
        )
        self._seconds = limits.seconds
        self._waiting = waiting
        self._waited = 0.0
        self._come = bytearray()
        self.close = weakref.finalize(self, _end, self._process)
        try:
            _pipe(self._process.stdin).write(order)
            _pipe(self._process.stdin).close()
        except OSError:
            raise self._reason() from None
        self._poll = select.poll()
        self._poll.register(_pipe(self._process.stdout).fileno(), select.POLLIN)

    def sheets(self) -> Iterator[Sheet]:
        """The sheets; rows of one that nobody goes through are passed over."""
        try:
            frame = self.next()
            while "end" not in frame:
                rest = self._rows()
                yield sheet_of(frame["sheet"], rest)
                for _row in rest:
                    pass
                frame = self._after_rows
        finally:
            self.close()

    def next(self) -> dict[str, Any]:
        """The next frame.

        Raises:
            FileRefused: when the reader refuses the file, or does not come to an end.
        """
        (length,) = LENGTH.unpack(self._take(LENGTH.size))
        if length > LONGEST:
            raise too_heavy()
        frame = read_frame(self._take(length))
        if "refused" in frame:
            raise FileRefused(frame["refused"])
        if "failed" in frame:
            _log.error("the reader failed: %s at %s", frame["failed"], frame["place"])
            raise damaged()
        return frame

    def _rows(self) -> Iterator[Row]:
        while "rows" in (frame := self.next()):
            yield from rows_of(frame)
        self._after_rows = frame

    def _take(self, size: int) -> bytes:
        while len(self._come) < size:
            self._await()
            piece = os.read(_pipe(self._process.stdout).fileno(), _AT_ONCE)
            if not piece:
                raise self._reason()
            self._come += piece
        taken = bytes(self._come[:size])
        del self._come[:size]
        return taken

    def _await(self) -> None:
        """Wait until something has come. Only this counts as the reader's time, not what we do with it."""
        began = time.monotonic()
        while not self._poll.poll(_TELL_EVERY * 1_000):
            self._waiting()
            if self._waited + time.monotonic() - began > self._seconds:
                raise too_slow()
        self._waited += time.monotonic() - began

    def _reason(self) -> FileRefused:
        """Why the reader ended before it was done."""
        ended = self._process.wait()
        if ended == -signal.SIGXCPU:
            return too_slow()
        if ended in {-signal.SIGKILL, -signal.SIGABRT}:
            return too_heavy()
        _log.error("the reader ended with %s", ended)
        return damaged()


def _environment() -> dict[str, str]:
    """What the reader needs to start, and nothing that is secret."""
    passed = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return passed | {"PYTHONPATH": os.pathsep.join(filter(None, [str(_root()), *sys.path]))}


def _root() -> Path:
    return Path(__file__).parents[4]


def _pipe(pipe: Any) -> Any:
    assert pipe is not None  # noqa: S101 (both are asked for above)
    return pipe


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the reader, if it has not ended, and leave nothing of it."""
    process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
    process.wait()
