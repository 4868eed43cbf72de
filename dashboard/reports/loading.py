"""Loading a unit's own spreadsheets: the one door that the command line and the page go through."""

import datetime as dt
from pathlib import Path

from dashboard.data.engine import Database, is_demo
from dashboard.data.importer.columns import TABLES, table_named
from dashboard.data.importer.findings import Finding, Severity
from dashboard.data.importer.progress import Progress
from dashboard.data.importer.result import Cleared, ImportResult, TableCounts
from dashboard.data.importer.run import MOST_CLEARED, Order, import_file
from dashboard.domain.errors import OwnDataInTheWay
from dashboard.i18n import _

__all__ = [
    "MOST_CLEARED",
    "Cleared",
    "Finding",
    "ImportResult",
    "Progress",
    "Severity",
    "TableCounts",
    "load_file",
    "table_titles",
    "title_of",
]


def load_file(
    engine: Database,
    path: Path,
    *,
    who: str,
    today: dt.date,
    table: str = "",
    dry_run: bool = False,
    yes: bool = False,
    backups: Path | None = None,
    progress: Progress | None = None,
) -> ImportResult:
    """Bring a file's rows into the database, all of them or none.

    Args:
        engine: the database.
        path: a workbook, a CSV file, or a folder or .zip of CSV files.
        who: whom the history names.
        today: the calendar day; later days that are no plan get a warning.
        table: the table, where the file's name does not tell.
        dry_run: only tell what would happen.
        yes: clear values even when they are many.
        backups: where a SQLite database is copied aside first.
        progress: told how far it has come.

    Raises:
        OwnDataInTheWay: when the database holds the invented demo: real rows are never mixed with it.
        FileRefused: when the file is none that can be read.
        DatabaseUnreachable: when the database does not answer.
        BackupFailed: when the database could not be copied aside first.
    """
    if is_demo(engine):
        raise OwnDataInTheWay(
            _("The database holds the invented demo, and real rows are never mixed with it. ")
            + _("Empty it first: brygga demo --remove. Or choose another folder with BRYGGA_DATA_DIR.")
        )
    order = Order(
        path=path,
        now=dt.datetime.now(dt.UTC),
        today=today,
        who=who,
        table=table,
        dry_run=dry_run,
        yes=yes,
        backups=backups,
    )
    return import_file(engine, order, progress)


def table_titles() -> tuple[str, ...]:
    """What the tables are called, in the language in use."""
    return tuple(table.title for table in TABLES)


def title_of(table: str, column: str = "") -> str:
    """What a table, or one of its columns, is called in the language in use."""
    found = table_named(table)
    if found is None:
        return table
    return found.columns[found.index(column)].title if column else found.title
