"""Reading several CSV files at once: a folder, or a .zip."""

import hashlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile
from zlib import error as inflate_error

from dashboard.data.importer.reading.delimited import Score, read_delimited
from dashboard.data.importer.reading.formats import damaged
from dashboard.data.importer.reading.sheet import Sheet, Source
from dashboard.domain.errors import FileRefused
from dashboard.i18n import _

SUFFIXES = (".csv", ".txt", ".tsv")


def read_folder(folder: Path, score: Score) -> Source:
    """The CSV files of a folder, without those of its subfolders.

    Raises:
        FileRefused: when there are none.
    """
    files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    read = [path for path in files if path.suffix.lower() in SUFFIXES]
    _require(bool(read))
    digest = hashlib.sha256()
    for path in read:
        digest.update(f"{path.name}\n".encode())
        digest.update(path.read_bytes())
    return Source(
        name=folder.resolve().name,
        sha256=digest.hexdigest(),
        sheets=(read_delimited(path.read_bytes(), path.name, path.name, score) for path in read),
        count=len(read),
        names=(folder.resolve().name, *(path.name for path in files)),
        left_out=tuple(path.name for path in files if path not in read),
    )


def read_archive(path: Path, sha256: str, score: Score) -> Source:
    """The CSV files of a .zip, in whatever folders they lie.

    Raises:
        FileRefused: when there are none, or the file is damaged.
    """
    try:
        with ZipFile(path) as packed:
            files = [part for part in packed.namelist() if not part.endswith("/") and not _is_ballast(part)]
    except BadZipFile as error:
        raise damaged() from error
    read = sorted(part for part in files if part.lower().endswith(SUFFIXES))
    _require(bool(read))
    return Source(
        name=path.name,
        sha256=sha256,
        sheets=_unpacked(path, read, score),
        count=len(read),
        names=(path.name, *files),
        left_out=tuple(PurePosixPath(part).name for part in files if part not in read),
    )


def _unpacked(path: Path, parts: list[str], score: Score) -> Iterator[Sheet]:
    try:
        with ZipFile(path) as packed:
            for part in parts:
                yield read_delimited(packed.read(part), path.name, PurePosixPath(part).name, score)
    except (BadZipFile, EOFError, inflate_error) as error:
        raise damaged() from error


def _is_ballast(part: str) -> bool:
    """Whether a Macintosh put the part there for itself."""
    return part.startswith("__MACOSX/") or PurePosixPath(part).name.startswith(".")


def _require(any_file: bool) -> None:
    if not any_file:
        raise FileRefused(
            _("There is no CSV file in it. Name the files after their tables, for example kontakter.csv.")
        )
