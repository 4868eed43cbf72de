"""The whole way of an import: read, recognise, merge, check, and write all of it or nothing."""

import datetime as dt
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select

from dashboard.data.backup import copy_aside
from dashboard.data.engine import next_version, reading, writing
from dashboard.data.importer.apply import digest_of, remember, write
from dashboard.data.importer.columns import TABLES
from dashboard.data.importer.contents import Contents, read_contents
from dashboard.data.importer.findings import Findings
from dashboard.data.importer.keyless import place_keyless
from dashboard.data.importer.merge import TablePlan, merge
from dashboard.data.importer.progress import Meter, Progress
from dashboard.data.importer.reading.limits import COMMAND_LINE, Limits
from dashboard.data.importer.result import Cleared, ImportResult, TableCounts
from dashboard.data.importer.rules import check_rules
from dashboard.data.importer.rules.reporter import Case
from dashboard.data.importer.stored import Stored
from dashboard.data.models import DataState, ImportRun
from dashboard.domain.errors import BryggaError
from dashboard.i18n import _

MOST_CLEARED = 0.10
_TRIES = 3


class DataMoved(BryggaError):
    """Somebody else changed the data between the plan and the writing of it."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of an import.

    Attributes:
        path: a workbook, a CSV file, or a folder or .zip of CSV files.
        now: the moment of the import, with its zone.
        today: the day of the import.
        who: whom the history names.
        table: the table, where the file's name does not tell.
        dry_run: only tell what would happen.
        yes: clear values even when they are many.
        backups: where a SQLite database is copied aside first; None for no copy.
        limits: what the file may take of the machine.
    """

    path: Path
    now: dt.datetime
    today: dt.date
    who: str
    table: str = ""
    dry_run: bool = False
    yes: bool = False
    backups: Path | None = None
    limits: Limits = COMMAND_LINE


@dataclass(frozen=True, slots=True)
class _Plan:
    version: str
    tables: dict[str, TablePlan]
    findings: Findings
    last_sha256: str | None


def import_file(engine: Engine, order: Order, progress: Progress | None = None) -> ImportResult:
    """Bring a file's rows into the database, all of them or none.

    Raises:
        FileRefused: when the file is none that can be read.
        DatabaseUnreachable: when the database does not answer.
        BackupFailed: when the database could not be copied aside first.
        DataMoved: when others kept changing the data meanwhile.
    """
    meter = Meter(progress)
    contents = read_contents(order.path, order.table, order.today, meter, order.limits)
    for _attempt in range(_TRIES):
        plan = _make_plan(engine, contents, order, meter)
        result = _result(plan, contents)
        if order.dry_run or result.errors or (result.needs_yes and not order.yes) or not result.changes:
            meter.finish()
            return result
        version = _write(engine, plan, _on_record(result, order), order, meter)
        if version:
            meter.finish()
            return replace(result, applied=True, needs_yes=False, data_version=version)
    raise DataMoved(_("The data was changed by others at the same time. Import the file again."))


def _make_plan(engine: Engine, contents: Contents, order: Order, meter: Meter) -> _Plan:
    findings = contents.findings.copy()
    with reading(engine) as connection:
        version = connection.execute(select(DataState.version)).scalar_one()
        latest = select(ImportRun.sha256).order_by(ImportRun.import_id.desc()).limit(1)
        last_sha256 = connection.execute(latest).scalar()
        stored = Stored(connection)
        plans: dict[str, TablePlan] = {}
        for table in TABLES:
            if file := contents.tables.get(table.name):
                plans[table.name] = merge(file, stored, meter.tick)
                place_keyless(plans[table.name], stored)
        check_rules(Case(plans, stored, findings, order.today))
    return _Plan(version, plans, findings, last_sha256)


def _write(engine: Engine, plan: _Plan, run: dict[str, Any], order: Order, meter: Meter) -> str:
    """Write the plan and give the new version; empty when the data has changed since it was made."""
    if order.backups is not None:
        copy_aside(engine, order.backups, order.now)
    change = f"import {digest_of(plan.tables.values())}"
    version = next_version(plan.version, change)
    try:
        with writing(engine, change) as connection:
            # Locked, so that of two imports planned on one version only the first is written.
            if connection.execute(select(DataState.version).with_for_update()).scalar_one() != plan.version:
                raise DataMoved
            write(connection, plan.tables, order.now, meter.tick)
            remember(connection, run | {"data_version": version})
    except DataMoved:
        return ""
    return version


def _on_record(result: ImportResult, order: Order) -> dict[str, Any]:
    return {
        "imported_at": order.now,
        "imported_by": order.who,
        "file_name": result.file_name,
        "sha256": result.sha256,
        "counts": {name: asdict(counts) for name, counts in result.counts.items()},
    }


def _result(plan: _Plan, contents: Contents) -> ImportResult:
    counts = {name: _counts(table) for name, table in plan.tables.items()}
    cleared = tuple(
        Cleared(name, column, cleared, table.stored_values[column])
        for name, table in plan.tables.items()
        for column, cleared in table.cleared.items()
    )
    unchanged = not any(one.changes for one in counts.values())
    return ImportResult(
        file_name=contents.name,
        sha256=contents.sha256,
        counts=counts,
        findings=plan.findings.in_order(),
        tallies=dict(plan.findings.counts),
        cleared=cleared,
        already_imported=unchanged and not plan.findings.errors() and plan.last_sha256 == contents.sha256,
        needs_yes=any(one.share > MOST_CLEARED for one in cleared),
        data_version=plan.version,
    )


def _counts(plan: TablePlan) -> TableCounts:
    replaced = len(plan.replaced)
    return TableCounts(
        new=len(plan.new) - replaced,
        changed=len(plan.changed) + replaced,
        unchanged=plan.unchanged,
        removed=len(plan.removed),
    )
