"""Everything that a person may see, as files that an import reads back to the same rows."""

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.data.export_log import remember_export
from dashboard.data.importer.columns import TABLES, Column, Table
from dashboard.data.importer.own_sheets import ABOUT_EXPORT
from dashboard.data.importer.stored import Whole
from dashboard.data.whole_tables import Tables, read_stored
from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import AccessDenied
from dashboard.i18n import _, day, language, number
from dashboard.reports.access import Access
from dashboard.reports.stamped_file import Cell, harmless
from dashboard.reports.told_cells import told, told_text
from dashboard.reports.workbook import Form, Sheet, Shown, as_workbook
from dashboard.words import word


@dataclass(frozen=True, slots=True)
class Export:
    """What is written.

    Attributes:
        on: the day it is written.
        version: the data version.
        demo: whether the rows are invented.
        viewer: for whom.
        tables: the rows that the person may see.
    """

    on: dt.date
    version: str
    demo: bool
    viewer: Viewer
    tables: Tables

    @property
    def name(self) -> str:
        """A file name without its ending: the day and the data version."""
        return f"brygga-{self.on.isoformat()}-v{self.version}"

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return sum(map(len, self.tables.values()))


def export_of(access: Access, on: dt.date, form: str) -> Export:
    """Everything that the person may see. That it was taken out, by whom and how, goes on record.

    A manager sees all; a coach the units, coaches and employers, her own clients, what belongs to them, and
    contacts that are about no client; an administrator the same without any client.

    Raises:
        AccessDenied: to a visitor.
        DatabaseUnreachable: when the database does not answer.
    """
    viewer = access.viewer
    if viewer.role is Role.VISITOR:
        raise AccessDenied(_("Your account may not see or do this."))
    stored = read_stored(access.store.engine)
    made = Export(on, stored.version, stored.demo, viewer, _visible(viewer, stored.tables))
    remember_export(
        access.store.engine,
        now=dt.datetime.now(dt.UTC),
        who=viewer.name,
        role=viewer.role.value,
        form=form,
        rows=made.rows,
        version=made.version,
    )
    return made


def export_workbook(export: Export) -> bytes:
    """The export as an .xlsx file, with its stamp on the first sheet."""
    about = Sheet(_title(), ["", ""], [[label, value] for label, value in _stamp(export)], wrapped=(1,))
    return as_workbook([about, *(_sheet(table, export.tables[table.name]) for table in TABLES)])


def export_files(export: Export) -> Iterator[tuple[str, bytes]]:
    """The export as CSV files by name, with its stamp in a text file."""
    yield f"{_title()}.txt", _as_csv([[harmless(part) for part in line] for line in _stamp(export)])
    for table in TABLES:
        cells = [[column.title for column in table.columns], *_texts(table, export.tables[table.name])]
        yield f"{table.title}.csv", _as_csv(cells)


def export_archive(export: Export) -> bytes:
    """The CSV files in a .zip."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in export_files(export):
            archive.writestr(name, content)
    return written.getvalue()


def _visible(viewer: Viewer, tables: Tables) -> Tables:
    if viewer.role is Role.MANAGER:
        return tables
    at = {table.name: {column.name: place for place, column in enumerate(table.columns)} for table in TABLES}

    def values(name: str, column: str, rows: list[Whole]) -> list[object]:
        return [row[at[name][column]] for row in rows]

    coach = at["clients"]["coach_id"]
    clients = [row for row in tables["clients"] if viewer.may_see_client(row[coach])]
    seen = frozenset(values("clients", "client_id", clients))
    of_client = {
        name: [row for row in tables[name] if row[at[name]["client_id"]] in seen]
        for name in ("cooperation", "steps", "placements")
    }
    placed = frozenset(values("placements", "placement_id", of_client["placements"]))
    about, placement = at["contacts"]["client_id"], at["follow_ups"]["placement_id"]
    return {
        **tables,
        **of_client,
        "clients": [_without_others(row, at["clients"]["earlier_client_id"], seen) for row in clients],
        "contacts": [row for row in tables["contacts"] if row[about] is None or row[about] in seen],
        "follow_ups": [row for row in tables["follow_ups"] if row[placement] in placed],
    }


def _without_others(row: Whole, place: int, seen: frozenset[object]) -> Whole:
    """The row without the key of an earlier enrolment that another coach has."""
    return row if row[place] in seen else (*row[:place], None, *row[place + 1 :])


def _title() -> str:
    return ABOUT_EXPORT[0] if language() == "sv" else ABOUT_EXPORT[1]


def _stamp(export: Export) -> Iterator[tuple[str, str]]:
    role = word("role", export.viewer.role.value)
    yield _("Export from Brygga"), day(export.on)
    yield _("Version of the data"), export.version
    yield _("Written by"), f"{export.viewer.name} ({role})"
    yield _("Rows"), number(export.rows)
    if export.viewer.role is not Role.MANAGER:
        yield _("Note"), _("Not everything: other coaches' clients and what belongs to them are left out.")
    if export.demo:
        yield _("Note"), _("Invented sample data.")
    yield _("Reading it back"), _("Brygga reads this file as it is. A quote before = + - or @ guards a text.")


def _sheet(table: Table, rows: list[Whole]) -> Sheet:
    cells = [
        [_shown(told(cell, column)) for cell, column in zip(row, table.columns, strict=True)] for row in rows
    ]
    return Sheet(table.title, [column.title for column in table.columns], cells)


def _shown(cell: Cell) -> Cell | Shown:
    if isinstance(cell, str):
        return Shown(cell, Form.TEXT)
    return Shown(cell, Form.DAY) if isinstance(cell, dt.date) else cell


def _texts(table: Table, rows: list[Whole]) -> Iterator[list[str]]:
    columns: tuple[Column, ...] = table.columns
    for row in rows:
        yield [told_text(cell, column) for cell, column in zip(row, columns, strict=True)]


def _as_csv(rows: Sequence[Sequence[object]]) -> bytes:
    """UTF-8 with a mark, separated as spreadsheets in the language expect it."""
    written = io.StringIO()
    separator = ";" if language() == "sv" else ","
    csv.writer(written, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return written.getvalue().encode("utf-8-sig")
