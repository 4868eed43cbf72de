"""How far an import has come, for somebody who waits."""

from collections.abc import Callable

from dashboard.domain.errors import BryggaError
from dashboard.i18n import _

Progress = Callable[[int, int], None]
"""Told how much is done, of how much."""
Stop = Callable[[], bool]
"""Asked now and then whether to stop."""

TOTAL = 1_000
_STEPS = 3
"""Every row is read, merged and written."""
_FIRST = TOTAL // 4
"""How far the bar goes while a file is looked through, before its first row comes."""


class ImportStopped(BryggaError):
    """Somebody stopped the import while it was under way."""


class Meter:
    """Turns rows into a share of the whole, which is known only as sheets are opened; never goes back."""

    def __init__(self, progress: Progress | None, stop: Stop | None = None) -> None:
        self._progress = progress
        self._stop = stop
        self._expected = 1
        self._seen = 0
        self._told = 0

    def expect(self, rows: int) -> None:
        """So many more rows will come."""
        self._expected += rows * _STEPS

    def tick(self, rows: int) -> None:
        """So many rows have been read, merged or written.

        Raises:
            ImportStopped: when somebody wants it to stop.
        """
        self._look_for_a_stop()
        self._seen += rows
        # One sheet after the other is opened, so the first must not fill the bar.
        self._tell(min(TOTAL - 1, TOTAL * self._seen // max(self._expected, self._seen + 1)))

    def wait(self) -> None:
        """Nothing can be counted yet, but it goes on: in smaller and smaller steps.

        Raises:
            ImportStopped: when somebody wants it to stop.
        """
        self._look_for_a_stop()
        self._tell(min(TOTAL - 1, self._told + max(1, (_FIRST - self._told) // 20)))

    def finish(self) -> None:
        """All is done."""
        self._tell(TOTAL)

    def _look_for_a_stop(self) -> None:
        if self._stop is not None and self._stop():
            raise ImportStopped(_("The import was stopped. Nothing was changed."))

    def _tell(self, done: int) -> None:
        if self._progress is not None and done > self._told:
            self._told = done
            self._progress(done, TOTAL)
