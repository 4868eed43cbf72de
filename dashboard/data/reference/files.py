"""The reference files and how a table is read from them."""

from __future__ import annotations

import csv
from pathlib import Path

FILES = Path(__file__).parent / "files"


def read_table(name: str) -> list[dict[str, str]]:
    """All rows of a table; every value is text, since codes have leading zeros."""
    with (FILES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
