"""What an import would do: the file's rows laid over the stored ones, checked, and nothing written."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine, select

from dashboard.data.employer_decisions import aliases, decided_pairs
from dashboard.data.engine import reading
from dashboard.data.import_history import last_done, last_files
from dashboard.data.importer.apply import digest_of
from dashboard.data.importer.columns import TABLES
from dashboard.data.importer.contents import Contents
from dashboard.data.importer.file_table import FileTable
from dashboard.data.importer.findings import Findings
from dashboard.data.importer.guards import Guard, guards
from dashboard.data.importer.keyless import place_keyless
from dashboard.data.importer.merge import TablePlan, merge
from dashboard.data.importer.order import Order
from dashboard.data.importer.other_keys import with_kept_keys
from dashboard.data.importer.progress import Meter
from dashboard.data.importer.rejecting import (
    Rejected,
    errors_elsewhere,
    rows_with_errors,
    with_those_that_refer,
    without,
)
from dashboard.data.importer.replacing import refuse_what_is_needed, remove_the_rest
from dashboard.data.importer.rules import check_rules
from dashboard.data.importer.rules.reporter import Case
from dashboard.data.importer.stored import Stored
from dashboard.data.importer.written_here import note_what_was_written
from dashboard.data.models import DataState

After = Callable[[Stored], Any]
"""Asked of the tables as they would be."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do.

    Attributes:
        version: the data version it was made for.
        tables: what happens to each table of the file.
        findings: what was found in the file.
        guards: what must be said yes to.
        rejected: table → the numbers of rows that are left out.
        last_sha256: the digest of the file that was imported last and still counts.
        after: what was asked of the tables as they would be.
        blocked: whether errors keep it from being written.
    """

    version: str
    tables: dict[str, TablePlan]
    findings: Findings
    guards: tuple[Guard, ...]
    rejected: Rejected
    last_sha256: str
    after: Any = None
    blocked: bool = False

    @property
    def digest(self) -> str:
        """A digest of what would be written."""
        return digest_of(self.tables.values())

    @property
    def mark(self) -> str:
        """What a preview is known by: the data it was made for, and what it would do to it."""
        return f"{self.version} {self.digest}"


@dataclass(slots=True)
class _Trial:
    tables: Mapping[str, FileTable]
    findings: Findings = field(default_factory=Findings)
    plans: dict[str, TablePlan] = field(default_factory=dict)


def make_plan(
    engine: Engine, contents: Contents, order: Order, meter: Meter, after: After | None = None
) -> Plan:
    """Work out what an import would do to the data as it is now."""
    with reading(engine) as connection:
        return _plan(connection, contents, order, meter, after)


def _plan(
    connection: Connection,
    contents: Contents,
    order: Order,
    meter: Meter,
    after: After | None,
) -> Plan:
    version = connection.execute(select(DataState.version)).scalar_one()
    findings = contents.findings.copy()
    stored = Stored(connection)
    tables = with_kept_keys(contents.tables, _aliases(connection, stored), findings)
    decided = decided_pairs(connection)
    rejected = rows_with_errors(tables, findings) if order.good_rows else {}
    while True:
        if order.good_rows:
            with_those_that_refer(tables, rejected, findings)
        trial, stored = _try(tables, rejected, stored.anew(), order, meter, decided=decided)
        more = rows_with_errors(tables, trial.findings) if order.good_rows else {}
        fresh = {name: rows - rejected[name] for name, rows in more.items()}
        if not any(fresh.values()) or trial.findings.elsewhere:
            break
        findings.take(trial.findings, warnings=False)
        for name, rows in fresh.items():
            rejected[name] |= rows
    findings.take(trial.findings)
    last = last_done(connection)
    blocked = errors_elsewhere(tables, findings) if order.good_rows else findings.errors() > 0
    return Plan(
        version=version,
        tables=trial.plans,
        findings=findings,
        guards=tuple(guards(trial.plans, stored, last_files(connection), order=order)),
        rejected=rejected,
        last_sha256=last.sha256 if last else "",
        after=after(stored) if after and not blocked else None,
        blocked=blocked,
    )


def _aliases(connection: Connection, stored: Stored) -> Mapping[str, str]:
    """The other keys of employers that are there."""
    known = aliases(connection)
    return {key: kept for key, kept in known.items() if kept in stored.before("employers")} if known else {}


def _try(
    tables: Mapping[str, FileTable],
    rejected: Rejected,
    stored: Stored,
    order: Order,
    meter: Meter,
    *,
    decided: Collection[frozenset[str]],
) -> tuple[_Trial, Stored]:
    left = {
        name: without(file, rejected.get(name, set())) if order.good_rows or not file.complete else file
        for name, file in tables.items()
    }
    trial = _Trial(left)
    for table in TABLES:
        if file := left.get(table.name):
            wins = order.file_wins
            plan = trial.plans[table.name] = merge(file, stored, meter.tick, file_wins=wins)
            place_keyless(plan, stored, whole=not rejected.get(table.name), file_wins=wins)
            if order.replace:
                remove_the_rest(plan, stored, file_wins=wins)
            note_what_was_written(plan, stored, trial.findings, file_wins=wins)
    case = Case(trial.plans, stored, trial.findings, order.today, decided)
    check_rules(case, meter.tick)
    refuse_what_is_needed(case)
    return trial, stored
