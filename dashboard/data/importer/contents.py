"""What a file holds: its tables, read and checked cell by cell, before the database is asked anything."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dashboard.data.importer.cells import identity_number
from dashboard.data.importer.cells.trouble import Setting
from dashboard.data.importer.columns import TABLES, Table, table_named
from dashboard.data.importer.file_table import FileTable
from dashboard.data.importer.findings import Findings, Severity, shown
from dashboard.data.importer.identity import holds_identity_number, masked
from dashboard.data.importer.names import Names
from dashboard.data.importer.own_sheets import is_own_sheet
from dashboard.data.importer.progress import Meter
from dashboard.data.importer.reading import open_source
from dashboard.data.importer.reading.limits import COMMAND_LINE, Limits
from dashboard.data.importer.reading.sheet import Sheet, Source
from dashboard.data.importer.recognise import likeness
from dashboard.data.importer.scan import scan_only
from dashboard.data.importer.tables import read_table
from dashboard.domain.errors import FileRefused
from dashboard.i18n import _

NO_NAMES = Names()


@dataclass(frozen=True, slots=True)
class Contents:
    """A file, read.

    Attributes:
        name: the file's or folder's name.
        sha256: a digest of its content.
        tables: its tables by name.
        findings: what was found on the way.
    """

    name: str
    sha256: str
    tables: dict[str, FileTable]
    findings: Findings


def read_contents(
    path: Path,
    table: str,
    today: dt.date,
    meter: Meter,
    limits: Limits = COMMAND_LINE,
    *,
    names: Names = NO_NAMES,
    keep_rows: bool = False,
) -> Contents:
    """Read a file or folder.

    Args:
        path: where it lies.
        table: the table, where names do not tell; empty otherwise.
        today: the day of the import.
        meter: told how far it has come.
        limits: what the file may take of the machine.
        names: headers and words of the unit's own.
        keep_rows: whether the rows are also kept as they stand, to be given back.

    Raises:
        FileRefused: when there is nothing in it that can be read.
    """
    forced = _forced(table)
    source = open_source(path, likeness, limits, meter.wait)
    findings = Findings()
    _check_names(source, findings)
    tables: dict[str, FileTable] = {}
    unknown: list[str] = []
    for sheet in source.sheets:
        meter.expect(sheet.size)
        found = forced if forced and source.count == 1 else table_named(_stem(sheet.name))
        wanted = found is not None and (forced is None or found.name == forced.name)
        if not wanted or not sheet.visible:
            _leave_out(sheet, unknown, findings)
        elif found is not None and found.name in tables:
            _refuse_second(sheet, found, tables[found.name], findings)
        elif found is not None:
            setting = Setting(today, sheet.from_1904, names.headers_of(found), names.words_of(found))
            tables[found.name] = read_table(sheet, found, setting, findings, meter.tick, keep_rows=keep_rows)
    _require_something(source, tables, unknown, findings)
    return Contents(masked(source.name), source.sha256, tables, findings)


def _forced(name: str) -> Table | None:
    if not name:
        return None
    table = table_named(name)
    if table is None:
        raise FileRefused(
            _("There is no table called {name}. The tables are: {tables}.").format(
                name=shown(name), tables=_titles()
            )
        )
    return table


def _titles() -> str:
    return ", ".join(table.title for table in TABLES)


def _stem(name: str) -> str:
    path = PurePosixPath(name)
    return path.stem if path.suffix.lower() in {".csv", ".txt", ".tsv"} else name


def _check_names(source: Source, findings: Findings) -> None:
    trouble = identity_number()
    for name in (*source.names, *source.beside):
        if holds_identity_number(name):
            where = (
                _("the name of a file or sheet")
                if name in source.names
                else _("a comment or text beside the cells")
            )
            findings.add(
                Severity.ERROR,
                trouble.code,
                trouble.message,
                trouble.remedy,
                sheet=source.name,
                header=where,
                value=name if name in source.names else "",
            )
    if source.comments:
        findings.add(
            Severity.WARNING,
            "comments_not_read",
            _("There are comments at cells. They are not read, and not kept."),
            sheet=source.name,
        )
    if source.left_out:
        findings.add(
            Severity.WARNING,
            "file_not_read",
            _("Files that are not read: {files}.").format(files=", ".join(map(shown, source.left_out))),
            sheet=source.name,
        )


def _leave_out(sheet: Sheet, unknown: list[str], findings: Findings) -> None:
    """Name a sheet that is not read. What could be a personal identity number is an error there too."""
    anything = scan_only(sheet, findings)
    if sheet.visible and (not anything or is_own_sheet(sheet.name)):
        return
    unknown.append(shown(sheet.name))
    message = (
        _("The sheet is not one of the tables and is not read.")
        if sheet.visible
        else _("The sheet is hidden and is not read.")
    )
    code = "unknown_sheet" if sheet.visible else "hidden_sheet"
    findings.add(Severity.WARNING, code, message, sheet=sheet.name)


def _refuse_second(sheet: Sheet, table: Table, first: FileTable, findings: Findings) -> None:
    scan_only(sheet, findings)
    findings.add(
        Severity.ERROR,
        "two_sheets",
        _("Both this and {sheet} are read as {table}.").format(sheet=shown(first.sheet), table=table.title),
        _("Put the rows into one of them, or rename the other."),
        sheet=sheet.name,
    )


def _require_something(
    source: Source, tables: dict[str, FileTable], unknown: list[str], findings: Findings
) -> None:
    if not tables and not findings.errors():
        raise FileRefused(
            _(
                "No table was recognised. Found: {found}. The tables are: {tables}; name one with --table."
            ).format(found=", ".join(unknown) or "–", tables=_titles())
        )
    if not findings.errors() and not any(table.rows for table in tables.values()):
        raise FileRefused(_("There are no rows in the file."))
