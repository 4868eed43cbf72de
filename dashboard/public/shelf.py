"""The pages of the present publication, made once and kept packed until the store changes."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.domain.errors import BryggaError
from dashboard.domain.publication import Publication
from dashboard.public.static_files import Packed, packed

log = logging.getLogger("brygga")
HTML = "text/html; charset=utf-8"
AGAIN_S = 10.0
"""How long after a store could not be read it is read again, though it has not changed: it may be locked."""
Stamp = tuple[int, int, int] | None
Read = Callable[[Path], Publication | None]
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Present:
    """What is published, and its pages: they go together, so that no page outlives what it was made from.

    Attributes:
        stamp: what the store was known by.
        publication: what it held; None when nothing, or nothing that can be trusted.
        pages: every page that somebody has asked for.
        again_at: when the store is read again even so; None for not until it changes.
    """

    stamp: Stamp
    publication: Publication | None
    again_at: float | None = None
    pages: dict[tuple[str, ...], Packed] = field(default_factory=dict)


class Shelf:
    """What is published, and every page of it that somebody has asked for.

    Args:
        store: the file of publications.
        read: gives its present publication; raises one of our own errors when it cannot be trusted.
        clock: seconds that only rise.
    """

    def __init__(self, store: Path, read: Read, clock: Clock = time.monotonic) -> None:
        self._store = store
        self._read = read
        self._clock = clock
        self._lock = threading.Lock()
        self._present: Present | None = None

    def publication(self) -> Publication | None:
        """What is published now; None when nothing is, or what is there cannot be trusted."""
        return self._now().publication

    def page(
        self, key: tuple[str, ...], make: Callable[[Publication | None], str], kind: str = HTML
    ) -> Packed:
        """A page of the present publication.

        Args:
            key: what distinguishes it from the others.
            make: writes it, the first time.
            kind: MIME type.
        """
        present = self._now()
        if key not in present.pages:
            present.pages[key] = packed(make(present.publication).encode(), kind)
        return present.pages[key]

    def _now(self) -> Present:
        stamp = self._stamp()
        present = self._present
        if present is None or self._is_old(present, stamp):
            with self._lock:
                present = self._present
                if present is None or self._is_old(present, stamp):
                    self._present = present = self._look(stamp)
        return present

    def _is_old(self, present: Present, stamp: Stamp) -> bool:
        waited = present.again_at is not None and self._clock() >= present.again_at
        return waited or present.stamp != stamp

    def _stamp(self) -> Stamp:
        try:
            told = self._store.stat()
        except OSError:
            return None
        return told.st_mtime_ns, told.st_size, told.st_ino

    def _look(self, stamp: Stamp) -> Present:
        try:
            return Present(stamp, self._read(self._store))
        except BryggaError as error:
            log.error("publication not shown: %s", error)
            return Present(stamp, None, self._clock() + AGAIN_S)
