"""Opening a file or folder, whatever it is: one module a format, one shape out of all of them.

Plain text is read here, a row at a time. Whatever is packed is read by another process (`isolated`).
"""

import hashlib
from pathlib import Path

from dashboard.data.importer.reading.delimited import Score, read_delimited
from dashboard.data.importer.reading.encodings import opening
from dashboard.data.importer.reading.folders import read_folder
from dashboard.data.importer.reading.formats import PACKED, format_of
from dashboard.data.importer.reading.isolated import Waiting, read_isolated
from dashboard.data.importer.reading.limits import COMMAND_LINE, Limits
from dashboard.data.importer.reading.sheet import Source
from dashboard.domain.errors import FileRefused
from dashboard.i18n import _


def _unheard() -> None:
    pass


def open_source(
    path: Path, score: Score, limits: Limits = COMMAND_LINE, waiting: Waiting = _unheard
) -> Source:
    """What lies at the path, ready to be gone through once.

    Args:
        path: a workbook, a CSV file, or a folder or .zip of CSV files.
        score: how well rows look like a table; tells separators apart.
        limits: what the file may take of the machine.
        waiting: told at least every second that the reading goes on, while no rows come.

    Raises:
        FileRefused: when it cannot be read.
    """
    if not path.exists():
        raise FileRefused(_("There is no such file or folder."))
    try:
        if path.is_dir():
            return read_folder(path, score, limits)
        kind = format_of(path, limits)
        sha256 = _digest(path)
        if kind == PACKED:
            return read_isolated(path, sha256, limits, waiting)
        sheet = read_delimited(opening(path), path.name, path.name, score)
        return Source(path.name, sha256, (sheet,), 1, (path.name,))
    except OSError as error:
        raise FileRefused(
            _("The file cannot be opened: {reason}.").format(reason=error.strerror or error)
        ) from error


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
