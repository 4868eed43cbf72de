"""Packed files: which kind it is, whether it is safe to open, and the reader it needs."""

from pathlib import Path

from dashboard.data.importer.reading.container import look_through, opened
from dashboard.data.importer.reading.delimited import Score
from dashboard.data.importer.reading.folders import read_archive
from dashboard.data.importer.reading.formats import ARCHIVE, packed_format
from dashboard.data.importer.reading.limits import Limits
from dashboard.data.importer.reading.sheet import Source
from dashboard.data.importer.reading.workbook import read_workbook


def open_packed(path: Path, score: Score, limits: Limits) -> Source:
    """A workbook or a .zip of CSV files, looked through as a whole before anything of it is read.

    The digest of the source is left empty: who asked for it has it.

    Raises:
        FileRefused: when it cannot be read.
    """
    with opened(path) as packed:
        kind = packed_format(packed)
        look_through(packed, path, limits, xml=kind != ARCHIVE)
    if kind == ARCHIVE:
        return read_archive(path, score)
    return read_workbook(path, kind, limits)
