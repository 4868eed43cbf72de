"""What an import did, or would do."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.data.importer.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class TableCounts:
    """How many rows of a table are new, changed, unchanged and removed."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0

    @property
    def changes(self) -> int:
        """How many rows are written or removed."""
        return self.new + self.changed + self.removed


@dataclass(frozen=True, slots=True)
class Cleared:
    """Stored values of one column that empty cells clear."""

    table: str
    column: str
    cleared: int
    stored: int

    @property
    def share(self) -> float:
        """The share of the column's stored values."""
        return self.cleared / self.stored if self.stored else 0.0


@dataclass(frozen=True, slots=True)
class ImportResult:
    """The outcome of one import.

    Attributes:
        file_name: the file or folder, without where it lies.
        sha256: a digest of its content.
        counts: per table of the file, in the order of the tables.
        findings: errors first, then warnings, each in the order of the file.
        tallies: how many findings there are of each rule, also those beyond the ones listed.
        cleared: columns in which stored values are cleared.
        applied: whether anything was written.
        already_imported: whether nothing was to change and this very file was the last one imported.
        needs_yes: whether it waits for a yes, because much would be cleared.
        data_version: the version of the data after it.
    """

    file_name: str
    sha256: str
    counts: Mapping[str, TableCounts]
    findings: tuple[Finding, ...]
    tallies: Mapping[tuple[Severity, str], int]
    cleared: tuple[Cleared, ...] = ()
    applied: bool = False
    already_imported: bool = False
    needs_yes: bool = False
    data_version: str = ""

    @property
    def errors(self) -> int:
        """How many errors there are; with one, nothing is written."""
        return self._count(Severity.ERROR)

    @property
    def warnings(self) -> int:
        """How many warnings there are."""
        return self._count(Severity.WARNING)

    @property
    def changes(self) -> int:
        """How many rows are, or would be, written or removed."""
        return sum(counts.changes for counts in self.counts.values())

    def _count(self, severity: Severity) -> int:
        return sum(count for (one, _code), count in self.tallies.items() if one is severity)
