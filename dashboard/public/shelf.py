"""The pages of the present publication, made once and kept packed until the store changes."""

import logging
import threading
from collections.abc import Callable
from pathlib import Path

from dashboard.domain.errors import BryggaError
from dashboard.domain.publication import Publication
from dashboard.public.static_files import Packed, packed

log = logging.getLogger("brygga")
HTML = "text/html; charset=utf-8"
Stamp = tuple[int, int, int] | None
Read = Callable[[Path], Publication | None]


class Shelf:
    """What is published, and every page of it that somebody has asked for.

    Args:
        store: the file of publications.
        read: gives its present publication; raises one of our own errors when it cannot be trusted.
    """

    def __init__(self, store: Path, read: Read) -> None:
        self._store = store
        self._read = read
        self._lock = threading.Lock()
        self._present: tuple[Stamp, Publication | None] | None = None
        self._pages: dict[tuple[str, ...], Packed] = {}

    def publication(self) -> Publication | None:
        """What is published now; None when nothing is, or what is there cannot be trusted."""
        stamp = self._stamp()
        present = self._present
        if present is None or present[0] != stamp:
            with self._lock:
                if self._present is None or self._present[0] != stamp:
                    self._present = (stamp, self._look())
                    self._pages = {}
                present = self._present
        return present[1]

    def page(
        self, key: tuple[str, ...], make: Callable[[Publication | None], str], kind: str = HTML
    ) -> Packed:
        """A page of the present publication.

        Args:
            key: what distinguishes it from the others.
            make: writes it, the first time.
            kind: MIME type.
        """
        publication = self.publication()
        pages = self._pages
        if key not in pages:
            # The pages belong to one publication: a newer one begins with an empty shelf.
            pages[key] = packed(make(publication).encode(), kind)
        return pages[key]

    def _stamp(self) -> Stamp:
        try:
            told = self._store.stat()
        except OSError:
            return None
        return told.st_mtime_ns, told.st_size, told.st_ino

    def _look(self) -> Publication | None:
        try:
            return self._read(self._store)
        except BryggaError as error:
            log.error("publication not shown: %s", error)
            return None
