"""The samples go in whole, into both databases, and a second time nothing happens."""

from sqlalchemy import Engine, select

from dashboard.data.engine import data_version
from dashboard.data.importer.findings import Severity
from dashboard.data.models import Contact, Employer, ImportRun
from tests.importer.helpers import SAMPLES, dump, errors, load, state, warnings

TINY_WARNINGS = {
    ("Kunder", 9, "no_coach"),
    ("Placeringar", 6, "end_without_outcome"),
    ("Uppföljningar", 18, "done_and_cancelled"),
}


def test_a_whole_unit_goes_in_without_an_error(engine: Engine) -> None:
    result = load(engine, SAMPLES / "vallentuna.xlsx")

    assert errors(result) == []
    assert result.applied
    assert {name: counts.new for name, counts in result.counts.items()} == {
        "units": 1,
        "coaches": 5,
        "employers": 300,
        "clients": 108,
        "steps": 437,
        "contacts": 1800,
        "placements": 229,
        "follow_ups": 1456,
    }
    assert {name: len(rows) for name, rows in dump(engine).items() if rows} == {
        name: counts.new for name, counts in result.counts.items()
    }


def test_the_second_import_changes_nothing(engine: Engine) -> None:
    load(engine, SAMPLES / "vallentuna.xlsx")
    before = state(engine)

    again = load(engine, SAMPLES / "vallentuna.xlsx")

    assert (again.changes, again.applied, again.already_imported) == (0, False, True)
    assert state(engine) == before
    with engine.connect() as connection:
        assert len(connection.execute(select(ImportRun.import_id)).all()) == 1


def test_both_databases_get_the_same_version_and_rows(sqlite_engine: Engine, postgres_engine: Engine) -> None:
    for engine in (sqlite_engine, postgres_engine):
        load(engine, SAMPLES / "vallentuna.xlsx")

    assert data_version(sqlite_engine) == data_version(postgres_engine)
    assert dump(sqlite_engine) == dump(postgres_engine)


def test_the_tiny_workbook_gets_its_three_warnings(sqlite_engine: Engine) -> None:
    result = load(sqlite_engine, SAMPLES / "tiny.xlsx")

    assert {(one.sheet, one.row, one.code) for one in result.findings} == TINY_WARNINGS
    assert {one.severity for one in result.findings} == {Severity.WARNING}


def test_the_tiny_folder_gives_what_the_workbook_gave(sqlite_engine: Engine, postgres_engine: Engine) -> None:
    workbook = load(sqlite_engine, SAMPLES / "tiny.xlsx")
    folder = load(postgres_engine, SAMPLES / "tiny")

    assert dump(sqlite_engine) == dump(postgres_engine)
    assert workbook.data_version == folder.data_version
    assert warnings(folder) == sorted(code for _sheet, _row, code in TINY_WARNINGS)


def test_the_other_form_of_the_same_rows_changes_nothing(sqlite_engine: Engine) -> None:
    load(sqlite_engine, SAMPLES / "tiny.xlsx")

    again = load(sqlite_engine, SAMPLES / "tiny")

    assert (again.changes, again.already_imported) == (0, False)


def test_a_row_tells_its_file_sheet_and_row(sqlite_engine: Engine) -> None:
    load(sqlite_engine, SAMPLES / "tiny.xlsx")

    with sqlite_engine.connect() as connection:
        source = connection.execute(select(Contact.source).where(Contact.contact_id == "X01")).scalar_one()
    assert source == "tiny.xlsx, Kontakter, rad 2"


def test_an_employer_gets_its_place_on_the_map(sqlite_engine: Engine) -> None:
    load(sqlite_engine, SAMPLES / "tiny.xlsx")

    with sqlite_engine.connect() as connection:
        rows = connection.execute(select(Employer.employer_id, Employer.position_precision))
        found = {row.employer_id: row.position_precision for row in rows}
    # E1 has coordinates, E2 only a postal code, E4 a locality, E3 and E9 a municipality, E8 nothing.
    assert [found[key] for key in ("E1", "E2", "E4", "E3", "E9", "E8")] == [
        "exact",
        "postal_code",
        "locality",
        "municipality",
        "municipality",
        "none",
    ]


def test_the_history_remembers_the_import(sqlite_engine: Engine) -> None:
    result = load(sqlite_engine, SAMPLES / "tiny.xlsx")

    with sqlite_engine.connect() as connection:
        run = connection.execute(select(ImportRun)).one()
    assert (run.file_name, run.sha256, run.imported_by) == ("tiny.xlsx", result.sha256, "test")
    assert run.data_version == data_version(sqlite_engine) == result.data_version
    assert run.counts["clients"] == {"new": 8} | dict.fromkeys(
        ("changed", "unchanged", "removed", "rejected", "skipped"), 0
    )
