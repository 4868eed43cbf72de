"""Small files to import, and what a database holds afterwards."""

import csv
import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from sqlalchemy import Engine, select

from dashboard.data.engine import data_version
from dashboard.data.importer.findings import Severity
from dashboard.data.importer.result import ImportResult
from dashboard.data.importer.run import Order, import_file
from dashboard.data.models import UNIT_TABLES

SAMPLES = Path(__file__).parents[1] / "samples"
TODAY = dt.date(2026, 11, 21)
NOW = dt.datetime(2026, 11, 21, 12, 0, tzinfo=dt.UTC)

Rows = list[dict[str, str]]
Change = Callable[[dict[str, Rows]], None]


def load(engine: Engine, path: Path, **options: Any) -> ImportResult:
    """Import with a fixed clock."""
    return import_file(engine, Order(path, options.pop("now", NOW), TODAY, "test", **options))


def read_tiny() -> dict[str, Rows]:
    """The tiny sample as text, by table."""
    tables: dict[str, Rows] = {}
    for path in sorted((SAMPLES / "tiny").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            tables[path.stem] = list(csv.DictReader(file))
    return tables


def write_folder(folder: Path, tables: Mapping[str, Rows], **form: str) -> Path:
    """Tables as CSV files; a table without rows is left out."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        if rows:
            separator, encoding = form.get("separator", ","), form.get("encoding", "utf-8")
            with (folder / f"{name}.csv").open("w", newline="", encoding=encoding) as file:
                writer = csv.DictWriter(file, list(rows[0]), delimiter=separator)
                writer.writeheader()
                writer.writerows(rows)
    return folder


def tiny_with(folder: Path, change: Change) -> Path:
    """The tiny sample with something changed."""
    tables = read_tiny()
    change(tables)
    return write_folder(folder, tables)


def set_cell(table: str, row: int, column: str, value: str) -> Change:
    """A change of one cell; `row` is the row number as a spreadsheet shows it."""

    def change(tables: dict[str, Rows]) -> None:
        for one in tables[table]:
            one.setdefault(column, "")
        tables[table][row - 2][column] = value

    return change


def write_workbook(path: Path, sheets: Mapping[str, list[list[Any]]], **hidden: str) -> Path:
    """A workbook from lists of rows."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if name in hidden.values():
            sheet.sheet_state = "hidden"
    workbook.save(path)
    return path


def dump(engine: Engine, *, traces: bool = False) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in the unit's tables, sorted; with `traces` also where and when it came from."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    with engine.connect() as connection:
        for model in UNIT_TABLES:
            columns = [
                column
                for column in model.__table__.c
                if traces or column.name not in {"source", "updated_at"}
            ]
            rows = [tuple(row) for row in connection.execute(select(*columns))]
            found[model.__tablename__] = sorted(rows, key=repr)
    return found


def state(engine: Engine) -> tuple[str, dict[str, list[tuple[Any, ...]]]]:
    """The data version and all rows with their traces."""
    return data_version(engine), dump(engine, traces=True)


def codes(result: ImportResult, severity: Severity) -> list[str]:
    """The rules of the findings of one severity, sorted."""
    return sorted(finding.code for finding in result.findings if finding.severity is severity)


def errors(result: ImportResult) -> list[str]:
    """The rules of the errors."""
    return codes(result, Severity.ERROR)


def warnings(result: ImportResult) -> list[str]:
    """The rules of the warnings."""
    return codes(result, Severity.WARNING)
