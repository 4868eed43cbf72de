"""Each rule of DATA.md about rows together has a file that breaks it, and says where."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.importer.helpers import SAMPLES, load, set_cell, tiny_with, write_folder

BASE = ["done_and_cancelled", "end_without_outcome", "no_coach"]


@pytest.mark.parametrize(
    ("changes", "code", "row"),
    [
        ([("placements", 8, "ended_on", "")], "outcome_without_end", 8),
        ([("placements", 2, "started_on", "2025-01-09")], "before_enrolment", 2),
        ([("steps", 2, "entered_on", "2025-01-09")], "before_enrolment", 2),
        ([("clients", 4, "closing_reason", "employment")], "reason_without_placement", 4),
        ([("placements", 9, "ended_on", "2026-10-07")], "long_trial", 9),
        ([("placements", 4, "started_on", "2025-12-30")], "overlapping_employments", 4),
        (
            [("employers", 3, "locality", "Vallentuna"), ("employers", 3, "name", "Bageriet Pahitt")],
            "twin_employers",
            3,
        ),
        ([("employers", 3, "name", "Bageriet Påhit AB")], "twin_employers", 3),
        (
            [
                ("employers", 3, "org_number", "552999-0003"),
                ("employers", 3, "address", "PÅHITTSGATAN 1"),
            ],
            "twin_employers",
            3,
        ),
        (
            [("employers", 2, "latitude", "57.7"), ("employers", 2, "longitude", "11.97")],
            "outside_municipality",
            2,
        ),
        ([("follow_ups", 4, "done_on", "2026-01-09")], "done_before_placement", 4),
        ([("contacts", 23, "contacted_on", "2026-11-22")], "day_to_come", 23),
        ([("employers", 2, "sni_code", "99999")], "unknown_sni", 2),
        ([("placements", 2, "occupation", "9999")], "unknown_ssyk", 2),
    ],
)
def test_what_is_odd_gets_a_warning(
    sqlite_engine: Engine, tmp_path: Path, changes: list[tuple[str, int, str, str]], code: str, row: int
) -> None:
    def change(tables) -> None:
        for one in changes:
            set_cell(*one)(tables)

    result = load(sqlite_engine, tiny_with(tmp_path / "f", change))

    assert result.applied
    more = [(found.code, found.row) for found in result.findings if found.code not in BASE]
    assert more == [(code, row)]


@pytest.mark.parametrize(
    ("table", "row", "column", "value"),
    [
        ("placements", 9, "ended_on", "2026-10-06"),  # exactly twelve months
        ("placements", 4, "started_on", "2025-12-31"),  # the day the other employment ended
        ("follow_ups", 6, "planned_on", "2027-07-28"),  # a plan
        ("coaches", 3, "ended_on", "2027-09-30"),  # a plan
        ("contacts", 23, "contacted_on", "2026-11-21"),  # today
        ("employers", 3, "name", "Bageriet Påhitt 2"),  # another workplace of the same name
    ],
)
def test_what_is_just_within_bounds_gets_none(
    sqlite_engine: Engine, tmp_path: Path, table: str, row: int, column: str, value: str
) -> None:
    result = load(sqlite_engine, tiny_with(tmp_path / "f", set_cell(table, row, column, value)))

    assert sorted(found.code for found in result.findings) == BASE


def test_a_row_is_judged_together_with_what_is_stored(sqlite_engine: Engine, tmp_path: Path) -> None:
    load(sqlite_engine, SAMPLES / "tiny")
    folder = write_folder(
        tmp_path / "f",
        {
            "placements": [
                {"placement_id": "P3", "client_id": "K1", "kind": "employment", "started_on": "2025-12-01"}
            ]
        },
    )

    result = load(sqlite_engine, folder)

    assert [found.code for found in result.findings] == ["overlapping_employments"]
    assert "P2" in result.findings[0].message


def test_a_key_that_lost_its_zeros_is_told_what_was_meant(sqlite_engine: Engine, tmp_path: Path) -> None:
    def change(tables) -> None:
        set_cell("employers", 10, "employer_id", "0123")(tables)
        set_cell("placements", 16, "employer_id", "123")(tables)

    result = load(sqlite_engine, tiny_with(tmp_path / "f", change))

    assert result.findings[0].remedy == "Menade du 0123?"


def test_a_sheet_without_a_required_column_lists_what_was_found_and_expected(
    sqlite_engine: Engine, tmp_path: Path
) -> None:
    folder = write_folder(tmp_path / "f", {"coaches": [{"coach_id": "C1", "förnamn": "Anna"}]})

    result = load(sqlite_engine, folder)

    found = result.findings[0]
    assert (found.code, found.message) == ("missing_column", "Kolumner saknas: namn.")
    assert "förnamn" in found.remedy
    assert "tjänstgöringsgrad" in found.remedy


def test_an_error_in_one_row_does_not_make_errors_of_those_that_refer_to_it(
    sqlite_engine: Engine, tmp_path: Path
) -> None:
    result = load(sqlite_engine, tiny_with(tmp_path / "f", set_cell("employers", 2, "capacity", "många")))

    assert [(found.code, found.header) for found in result.findings if found.severity == "error"] == [
        ("no_number", "capacity")
    ]
