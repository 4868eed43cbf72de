"""Opening a file or folder, whatever it is: one module a format, one shape out of all of them."""

import hashlib
from pathlib import Path

from dashboard.data.importer.reading.delimited import Score, read_delimited
from dashboard.data.importer.reading.folders import read_archive, read_folder
from dashboard.data.importer.reading.formats import ARCHIVE, WORKBOOK, format_of
from dashboard.data.importer.reading.sheet import Source
from dashboard.data.importer.reading.workbook import read_workbook
from dashboard.domain.errors import FileRefused
from dashboard.i18n import _


def open_source(path: Path, score: Score) -> Source:
    """What lies at the path, ready to be gone through once.

    Args:
        path: a workbook, a CSV file, or a folder or .zip of CSV files.
        score: how well rows look like a table; tells separators apart.

    Raises:
        FileRefused: when it cannot be read.
    """
    if not path.exists():
        raise FileRefused(_("There is no such file or folder."))
    try:
        if path.is_dir():
            return read_folder(path, score)
        kind = format_of(path)
        sha256 = _digest(path)
        if kind == WORKBOOK:
            return read_workbook(path, sha256)
        if kind == ARCHIVE:
            return read_archive(path, sha256, score)
        return _single(path, sha256, score)
    except OSError as error:
        raise FileRefused(
            _("The file cannot be opened: {reason}.").format(reason=error.strerror or error)
        ) from error


def _single(path: Path, sha256: str, score: Score) -> Source:
    sheet = read_delimited(path.read_bytes(), path.name, path.name, score)
    return Source(path.name, sha256, (sheet,), 1, (path.name,))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
