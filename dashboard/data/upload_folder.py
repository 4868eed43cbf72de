"""Where files that came through the page lie until they are imported: a folder each, under a random name.

How far an import has come, and that it is alive, stands in a small file beside it: the database is locked
while rows are written, and must not be asked to note that they are.
"""

import datetime as dt
import os
import re
import shutil
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath

LONGEST_NAME = 100
FINDINGS, REJECTED = "findings.xlsx", "rejected.xlsx"
_PROGRESS, _STOP = "progress", "stop"
_UNSAFE = re.compile(r"[^\w .()+-]")
_NAME = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class UploadFolder:
    """The folder of one upload.

    Attributes:
        path: where it is.
    """

    path: Path

    def file(self, name: str) -> Path:
        """Where the file lies; only what is safe in its own name is kept."""
        plain = _UNSAFE.sub("_", PurePath(name.replace("\\", "/")).name.lstrip(". ~$"))
        stem, suffix = PurePath(plain).stem, PurePath(plain).suffix
        return self.path / "file" / f"{stem[: LONGEST_NAME - len(suffix)] or 'file'}{suffix}"

    def make(self) -> None:
        """Make it, for its owner alone."""
        for folder in (self.path.parent, self.path, self.path / "file"):
            folder.mkdir(mode=0o700, exist_ok=True)

    def tell(self, done: int) -> None:
        """Note how far its import has come, of 1,000."""
        # Written beside and put in place, so that nobody ever reads half a number.
        unfinished = self.path / f"{_PROGRESS}.{os.getpid()}"
        with suppress(OSError):
            unfinished.write_text(str(done))
            unfinished.replace(self.path / _PROGRESS)

    def told(self) -> tuple[int, dt.datetime | None]:
        """How far its import has come, and when it last gave a sign of life."""
        place = self.path / _PROGRESS
        try:
            at = dt.datetime.fromtimestamp(place.stat().st_mtime, dt.UTC)
            return int(place.read_text() or 0), at
        except (OSError, ValueError):
            return 0, None

    def ask_to_stop(self) -> None:
        """Ask whoever reads it to stop."""
        with suppress(OSError):
            (self.path / _STOP).touch()

    def clear(self) -> None:
        """Begin anew: nobody is asked to stop, and nothing is done."""
        (self.path / _STOP).unlink(missing_ok=True)
        for name in (FINDINGS, REJECTED):
            (self.path / name).unlink(missing_ok=True)
        self.tell(0)

    def must_stop(self) -> bool:
        """Whether somebody has asked to stop, or the folder is gone."""
        return (self.path / _STOP).exists() or not self.path.exists()

    def keep(self, name: str, content: bytes) -> None:
        """Keep a workbook for whoever wants to fetch it."""
        if content:
            (self.path / name).write_bytes(content)

    def kept(self, name: str) -> bytes:
        """A workbook that was kept; empty when there is none."""
        try:
            return (self.path / name).read_bytes()
        except OSError:
            return b""

    def drop_file(self) -> None:
        """Delete the file; what was made of it stays for a while."""
        shutil.rmtree(self.path / "file", ignore_errors=True)

    def drop(self) -> None:
        """Delete everything."""
        shutil.rmtree(self.path, ignore_errors=True)


def sweep(folder: Path, wanted: Collection[str]) -> None:
    """Delete every upload that no job names."""
    with suppress(OSError):
        for path in folder.iterdir():
            if _NAME.fullmatch(path.name) and path.name not in wanted:
                shutil.rmtree(path, ignore_errors=True)
