"""Reading several CSV files at once: a folder, or a .zip."""

import hashlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path, PurePosixPath

from dashboard.data.importer.reading.container import opened
from dashboard.data.importer.reading.delimited import Score, read_delimited
from dashboard.data.importer.reading.encodings import opening
from dashboard.data.importer.reading.limits import Limits
from dashboard.data.importer.reading.sheet import Sheet, Source
from dashboard.domain.errors import FileRefused
from dashboard.i18n import _

SUFFIXES = (".csv", ".txt", ".tsv")


def read_folder(folder: Path, score: Score, limits: Limits) -> Source:
    """The CSV files of a folder, without those of its subfolders.

    Raises:
        FileRefused: when there are none, or they are too large together.
    """
    files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    read = [path for path in files if path.suffix.lower() in SUFFIXES]
    _require(bool(read))
    if sum(path.stat().st_size for path in read) > limits.unpacked:
        raise FileRefused(
            _("The files are larger than {n} MB together. Divide them.").format(
                n=limits.unpacked // 1_000_000
            )
        )
    return Source(
        name=folder.resolve().name,
        sha256=_digest(read),
        sheets=(read_delimited(opening(path), path.name, path.name, score) for path in read),
        count=len(read),
        names=(folder.resolve().name, *(path.name for path in files)),
        left_out=tuple(path.name for path in files if path not in read),
    )


def _digest(paths: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(f"{path.name}\n".encode("utf-8", "surrogateescape"))
        with path.open("rb") as file:
            while chunk := file.read(1 << 20):
                digest.update(chunk)
    return digest.hexdigest()


def read_archive(path: Path, score: Score) -> Source:
    """The CSV files of a .zip that has been looked through, in whatever folders they lie.

    Raises:
        FileRefused: when there are none, or the file is damaged.
    """
    with opened(path) as packed:
        files = [part for part in packed.namelist() if not part.endswith("/") and not _is_ballast(part)]
    read = sorted(part for part in files if part.lower().endswith(SUFFIXES))
    _require(bool(read))
    return Source(
        name=path.name,
        sha256="",
        sheets=_unpacked(path, read, score),
        count=len(read),
        names=(path.name, *files),
        left_out=tuple(PurePosixPath(part).name for part in files if part not in read),
    )


def _unpacked(path: Path, parts: list[str], score: Score) -> Iterator[Sheet]:
    with opened(path) as packed:
        for part in parts:
            yield read_delimited(partial(packed.open, part), path.name, PurePosixPath(part).name, score)


def _is_ballast(part: str) -> bool:
    """Whether a Macintosh put the part there for itself."""
    return part.startswith("__MACOSX/") or PurePosixPath(part).name.startswith(".")


def _require(any_file: bool) -> None:
    if not any_file:
        raise FileRefused(
            _("There is no CSV file in it. Name the files after their tables, for example kontakter.csv.")
        )
