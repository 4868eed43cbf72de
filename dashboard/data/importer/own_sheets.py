"""Sheets and files that Brygga itself writes beside the tables: not read as data, and no reason to warn."""

from dashboard.data.importer.folding import fold

READ_FIRST = ("Läs först", "Read first")
"""The instructions of the template, in Swedish and English."""
ABOUT_EXPORT = ("Om exporten", "About the export")
"""The stamp of an export."""
_FOLDED = frozenset(map(fold, (*READ_FIRST, *ABOUT_EXPORT)))


def is_own_sheet(name: str) -> bool:
    """Whether a sheet or file is one of ours; the ending of a file does not matter."""
    return fold(name.removesuffix(".txt")) in _FOLDED
