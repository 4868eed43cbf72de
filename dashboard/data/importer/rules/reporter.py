"""What every rule is given: the rows of the file, what the database becomes, and where to note."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.data.importer.columns import Column, Kind
from dashboard.data.importer.file_table import Key
from dashboard.data.importer.findings import Findings, Severity
from dashboard.data.importer.folding import fold
from dashboard.data.importer.merge import Entry, TablePlan
from dashboard.data.importer.stored import Stored, Whole
from dashboard.i18n import _


@dataclass(frozen=True, slots=True)
class Case:
    """One import, as the rules see it.

    Attributes:
        plans: what happens to each table of the file, by table.
        after: the tables as they will be.
        findings: where errors and warnings are noted.
        today: the day of the import.
        decided: pairs of employers that somebody has said are one, or two.
    """

    plans: Mapping[str, TablePlan]
    after: Stored
    findings: Findings
    today: dt.date
    decided: Collection[frozenset[str]] = ()

    def rows(self, name: str) -> dict[Key, Whole]:
        """A table as it will be, by key."""
        return self.after.rows(name)

    def warn(
        self, plan: TablePlan, entry: Entry, column: str, code: str, message: str, *, remedy: str = ""
    ) -> None:
        """Note a warning at a cell of the file; at the row, when the file lacks the column."""
        text = (message, remedy or _("Check it."))
        self.findings.add(Severity.WARNING, code, *text, **_place(plan, entry, column))

    def refuse(
        self, plan: TablePlan, entry: Entry, column: str, code: str, message: str, *, remedy: str
    ) -> None:
        """Note an error at a cell of the file; at the row, when the file lacks the column."""
        self.findings.add(Severity.ERROR, code, message, remedy, **_place(plan, entry, column))


def _place(plan: TablePlan, entry: Entry, column: str) -> dict[str, Any]:
    heading = plan.file.heading(column)
    place: dict[str, Any] = {"sheet": plan.file.sheet, "row": entry.number}
    if heading is None:
        return place
    value = entry.whole[plan.table.index(column)]
    return place | {
        "column": heading.letter,
        "header": heading.text,
        "value": as_in_file(value, heading.column, swedish=fold(heading.text) != fold(heading.column.name)),
    }


def as_in_file(value: Any, column: Column, *, swedish: bool) -> Any:
    """A value as the file most likely writes it: a truth value or a key by its word."""
    if isinstance(value, bool):
        return (("ja", "nej") if swedish else ("yes", "no"))[not value]
    if swedish and isinstance(value, str) and column.kind is Kind.WORD:
        return column.words[value][0]
    return value


def places(plan: TablePlan, *names: str) -> tuple[Any, ...]:
    """Where columns stand in a whole row."""
    return tuple(plan.table.index(name) for name in names)
