"""What an import did, or would do."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.data.importer.contents import Contents
from dashboard.data.importer.findings import Finding, Severity
from dashboard.data.importer.guards import Guard
from dashboard.data.importer.identity import masked
from dashboard.data.importer.merge import TablePlan
from dashboard.data.importer.order import Order
from dashboard.data.importer.plan import Plan
from dashboard.data.importer.replacing import key_text


@dataclass(frozen=True, slots=True)
class TableCounts:
    """How many rows of a table are new, changed, unchanged and removed.

    `rejected` rows of the file have an error, or refer to one that has; `skipped` ones are sums, the same
    row once more, or hold nothing of ours. With the first three they are all the rows of the file.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    rejected: int = 0
    skipped: int = 0

    @property
    def accepted(self) -> int:
        """How many rows of the file are, or would be, in the database."""
        return self.new + self.changed + self.unchanged

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
        needs_yes: whether it waits for a yes to its guards.
        data_version: the version of the data after it.
        guards: the questions that must be said yes to.
        removed: per table, the keys of stored rows that are removed.
        blocked: whether errors keep it from being written, also when rows are left out.
        mark: what a preview is known by; give it to the import so that only what it showed is written.
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
    guards: tuple[Guard, ...] = ()
    removed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    blocked: bool = False
    mark: str = ""

    @property
    def errors(self) -> int:
        """How many errors there are; with one, nothing is written unless rows may be left out."""
        return self._count(Severity.ERROR)

    @property
    def warnings(self) -> int:
        """How many warnings there are."""
        return self._count(Severity.WARNING)

    @property
    def changes(self) -> int:
        """How many rows are, or would be, written or removed."""
        return sum(counts.changes for counts in self.counts.values())

    @property
    def rejected(self) -> int:
        """How many rows of the file are left out."""
        return sum(counts.rejected for counts in self.counts.values())

    def _count(self, severity: Severity) -> int:
        return sum(count for (one, _code), count in self.tallies.items() if one is severity)


def result_of(plan: Plan, contents: Contents, order: Order) -> ImportResult:
    """What a plan would do, in numbers."""
    counts = {name: _counts(table, len(plan.rejected.get(name, ()))) for name, table in plan.tables.items()}
    cleared = tuple(
        Cleared(name, column, cleared, table.stored_values[column])
        for name, table in plan.tables.items()
        for column, cleared in table.cleared.items()
    )
    unchanged = not any(one.changes for one in counts.values())
    return ImportResult(
        file_name=masked(order.shown_name) or contents.name,
        sha256=contents.sha256,
        counts=counts,
        findings=plan.findings.in_order(),
        tallies=dict(plan.findings.counts),
        cleared=cleared,
        already_imported=unchanged
        and not plan.findings.errors()
        and not any(table.conflicts for table in plan.tables.values())
        and plan.last_sha256 == contents.sha256,
        needs_yes=bool(plan.guards),
        data_version=plan.version,
        guards=plan.guards,
        removed={
            name: tuple(map(key_text, table.removed)) for name, table in plan.tables.items() if table.removed
        },
        blocked=plan.blocked,
        mark=plan.mark,
    )


def _counts(plan: TablePlan, rejected: int) -> TableCounts:
    replaced = len(plan.replaced)
    accepted = len(plan.new) + len(plan.changed) + plan.unchanged
    return TableCounts(
        new=len(plan.new) - replaced,
        changed=len(plan.changed) + replaced,
        unchanged=plan.unchanged,
        removed=len(plan.removed),
        rejected=rejected,
        skipped=max(0, plan.file.count - accepted - rejected),
    )
