"""The demo's rows, written as a unit would write them, come through the import without an error."""

import csv
import datetime as dt
from collections import Counter
from dataclasses import fields
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.data.demo import invent
from dashboard.data.demo.records import InventedUnit
from dashboard.data.importer.run import Order, import_file
from tests.demo.cases import CASES

EXPECTED_WARNINGS = {"no_coach", "end_without_outcome"}
"""A client who waits has no coach yet, and now and then nobody wrote down how a trial ended."""


def write_folder(unit: InventedUnit, folder: Path) -> Path:
    """One CSV file a table, with the English headers of DATA.md."""
    folder.mkdir()
    for table in fields(unit):
        records = getattr(unit, table.name)
        columns = [column.name for column in fields(records[0])]
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(columns)
            for record in records:
                writer.writerow(cell(getattr(record, column)) for column in columns)
    return folder


def cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return str(value)


@pytest.mark.parametrize(("on", "seed"), CASES[:4])
def test_the_rows_import_without_an_error(
    sqlite_engine: Engine, tmp_path: Path, on: dt.date, seed: int
) -> None:
    unit = invent(on, seed)
    now = dt.datetime.combine(on, dt.time(12), tzinfo=dt.UTC)
    order = Order(write_folder(unit, tmp_path / "demo"), now, on, "test")
    result = import_file(sqlite_engine, order)
    assert [each for each in result.findings if each.severity == "error"] == []
    assert result.applied
    found = Counter(each.code for each in result.findings)
    assert set(found) <= EXPECTED_WARNINGS, found
