"""Data quality: each kind of thing to mend, counted by hand over a small unit."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import AccessDenied
from dashboard.i18n import in_language
from dashboard.reports.access import Access, Store
from dashboard.reports.definitions import MEASURES, is_defined
from dashboard.reports.quality import PREFIX, may_see, quality
from dashboard.reports.quality_kinds import GROUPS, KINDS
from dashboard.reports.state import PageState
from dashboard.reports.trace import trace, with_sources
from tests.builders import SAMPLES, client, coach, contact, employer, follow_up, placement, stored
from tests.importer.helpers import load

ON = dt.date(2026, 6, 30)
MANAGER = Viewer(1, "Maja", Role.MANAGER)
TIDY = {
    "position_precision": "postal_code",
    "occupations": "9412",
    "sni_code": "56100",
    "postal_code": "18630",
}
KNOWN = {"wished_occupations": "9412", "postal_code": "18630"}


def rows(engine: Engine, kind: str, on: dt.date = ON) -> tuple[list[str], int]:
    """The keys of the rows to mend, and among how many."""
    found = quality(Access(MANAGER, Store(engine)), on)[kind]
    return sorted(row.key for row in found.rows), found.of


def trial(number: int, *days: str | None, **cells: Any):
    return placement("E1", "K1", *days, placement_id=f"P{number}", occupation="9412", **cells)


def test_every_kind_has_its_definition_and_names_figures_that_exist() -> None:
    assert {PREFIX + kind.key for kind in KINDS} == {key for key in MEASURES if key.startswith(PREFIX)}
    assert {kind.group for kind in KINDS} == set(GROUPS)
    assert [(kind.key, path) for kind in KINDS for path in kind.hurts if not is_defined(path)] == []


def test_a_tidy_unit_has_nothing_to_mend(sqlite_engine: Engine) -> None:
    stored(
        sqlite_engine,
        employer("E1", **TIDY),
        client("K1", "A", "2026-05-01", **KNOWN),
        trial(1, "2026-05-04", "2026-05-29", outcome="no_job"),
    )
    found = quality(Access(MANAGER, Store(sqlite_engine)), ON)
    assert {key: one.rows for key, one in found.items() if one.rows} == {}
    assert (found["no_outcome"].of, found["no_outcome"].share) == (1, 0.0)
    assert found["left_open"].share is None


def test_what_is_missing_is_counted_among_those_that_should_have_it(sqlite_engine: Engine) -> None:
    stored(
        sqlite_engine,
        employer("E1", **TIDY),
        employer("E2"),
        employer("E3", **{**TIDY, "position_precision": "municipality", "sni_code": None}),
        employer("E4", active=False),
        client("K1", "A", "2026-05-01", **KNOWN),
        client("K2", None, "2026-05-01", postal_code="18630"),
        client("K3", "A", "2026-05-01", closed_on="2026-06-01"),
        client("K4", "A", None, applied_on="2026-06-01"),
        trial(1, "2026-05-04", "2026-05-29"),
        trial(2, "2026-06-01", "2026-06-29", outcome="no_job"),
        trial(3, "2026-06-30", kind="employment", contract=None),
        placement("E1", "K1", "2026-06-30", placement_id="P4", kind="job_tasting"),
        placement(None, "K1", "2026-06-30", placement_id="P5", kind="studies"),
    )
    assert rows(sqlite_engine, "no_position") == (["E2"], 3)
    assert rows(sqlite_engine, "rough_position") == (["E3"], 3)
    assert rows(sqlite_engine, "no_occupation") == (["E2"], 3)
    assert rows(sqlite_engine, "no_sni") == (["E2", "E3"], 3)
    assert rows(sqlite_engine, "no_coach") == (["K2"], 2)
    assert rows(sqlite_engine, "no_wish") == (["K2"], 2)
    assert rows(sqlite_engine, "no_postal_code") == ([], 2)
    assert rows(sqlite_engine, "no_outcome") == (["P1"], 2)
    assert rows(sqlite_engine, "no_trade") == (["P4"], 4)
    assert rows(sqlite_engine, "no_contract") == (["P3"], 1)


def test_what_is_old_is_found_a_day_after_its_limit(sqlite_engine: Engine) -> None:
    # 180 days before 30 June 2026 is 1 January, 30 days is 31 May, 14 days is 16 June.
    stored(
        sqlite_engine,
        employer("E1", **TIDY),
        client("K1", "A", "2025-01-01", **KNOWN),
        client("K2", "A", "2025-01-01", **KNOWN),
        contact("E1", "A", "2026-01-01", client_id="K2"),
        placement(
            "E1", "K3", "2026-05-01", placement_id="P1", planned_end_on="2026-06-16", occupation="9412"
        ),
        placement(
            "E1", "K3", "2026-05-01", placement_id="P2", planned_end_on="2026-06-15", occupation="9412"
        ),
        follow_up("P1", "2026-05-31", follow_up_id="F1"),
        follow_up("P1", "2026-05-30", follow_up_id="F2"),
        follow_up("P1", "2026-05-30", follow_up_id="F3", cancelled=True),
        follow_up("P1", "2026-05-30", "2026-05-30", follow_up_id="F4"),
        follow_up("P1", "2026-07-01", follow_up_id="F5"),
    )
    assert rows(sqlite_engine, "silent") == (["K1"], 3)
    assert rows(sqlite_engine, "past_plan") == (["P2"], 2)
    assert rows(sqlite_engine, "left_open") == (["F2"], 4)


def test_the_rules_of_the_import_are_kept_on_what_is_stored(engine: Engine) -> None:
    same = {"org_number": "5560360793", "address": "Storgatan 1"}
    stored(
        engine,
        employer("E1", **TIDY, **same),
        employer("E2", **{**TIDY, "sni_code": "99999"}, **same),
        client("K1", "A", "2025-01-10", **KNOWN),
        client("K2", "A", "2025-01-10", closed_on="2025-03-01", closing_reason="studies", **KNOWN),
        trial(1, "2025-01-09", "2025-02-01", outcome="no_job"),
        trial(2, "2025-02-01", None, outcome="no_job"),
        trial(3, "2025-03-01", "2026-03-05", outcome="no_job"),
        trial(4, "2026-04-01", "2026-06-01", kind="employment", contract="permanent"),
        trial(5, "2026-05-01", None, kind="employment", contract="permanent"),
        trial(6, "2026-07-01", kind="job_tasting"),
        follow_up("P4", "2026-04-08", "2026-03-31", follow_up_id="F1"),
        follow_up("P4", "2026-04-08", "2026-04-08", follow_up_id="F2", cancelled=True),
    )
    assert rows(engine, "before_enrolment")[0] == ["P1"]
    assert rows(engine, "outcome_without_end")[0] == ["P2"]
    assert rows(engine, "long_trial")[0] == ["P2", "P3"]
    assert rows(engine, "overlapping_employments")[0] == ["P5"]
    assert rows(engine, "done_before_placement")[0] == ["F1"]
    assert rows(engine, "done_and_cancelled")[0] == ["F2"]
    assert rows(engine, "reason_without_placement")[0] == ["K2"]
    assert rows(engine, "twin_employers")[0] == ["E2"]
    assert rows(engine, "unknown_code")[0] == ["E2"]
    assert rows(engine, "day_to_come")[0] == ["P6"]


def test_the_rows_open_with_file_sheet_and_row(sqlite_engine: Engine) -> None:
    load(sqlite_engine, SAMPLES / "tiny.xlsx")
    access = Access(MANAGER, Store(sqlite_engine))
    page = PageState(day=dt.date(2026, 11, 21))

    found = trace(access, page, "quality.no_outcome")

    # What the import warned of in row 6 of Placeringar.
    told = with_sources(access, found, found.rows)
    assert told["source"].tolist() == ["tiny.xlsx, Placeringar, rad 6"]
    assert (found.figure, found.hidden) == (1, 0)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_every_kind_opens_on_as_many_rows_as_it_counts(sqlite_engine: Engine, kind) -> None:
    load(sqlite_engine, SAMPLES / "tiny.xlsx")
    for viewer in (MANAGER, Viewer(2, "Anna", Role.COACH, "A")):
        access, page = Access(viewer, Store(sqlite_engine)), PageState(day=dt.date(2026, 11, 21))
        counted = quality(access, page.on)[kind.key]
        found = trace(access, page, PREFIX + kind.key)
        assert found.figure == counted.n
        assert found.hidden == sum(not may_see(access, row) for row in counted.rows)


def test_a_coach_sees_which_rows_are_hers_and_an_administrator_no_client(sqlite_engine: Engine) -> None:
    stored(
        sqlite_engine,
        client("K1", "A", "2026-05-01"),
        client("K2", "B", "2026-05-01"),
        client("K3", None, "2026-05-01"),
    )
    for viewer, seen in (
        (MANAGER, ["K1", "K2", "K3"]),
        (Viewer(2, "Anna", Role.COACH, "A"), ["K1"]),
        (Viewer(3, "Adam", Role.ADMIN), []),
    ):
        access = Access(viewer, Store(sqlite_engine))
        found = quality(access, ON)["no_wish"]
        assert (found.n, [row.key for row in found.rows if may_see(access, row)]) == (3, seen)
    with pytest.raises(AccessDenied):
        quality(Access(Viewer(4, "Vera", Role.VISITOR), Store(sqlite_engine)), ON)


def test_the_message_is_in_the_readers_language(sqlite_engine: Engine) -> None:
    stored(sqlite_engine, coach("A"), trial(1, "2025-02-01", None, outcome="no_job"))
    access = Access(MANAGER, Store(sqlite_engine))
    swedish = quality(access, ON)["outcome_without_end"].rows[0].message
    with in_language("en"):
        english = quality(access, ON)["outcome_without_end"].rows[0].message
    assert swedish.startswith("Det finns ett utfall")
    assert english.startswith("There is an outcome")


def test_looking_changes_nothing(sqlite_engine: Engine, tmp_path: Path) -> None:
    store = Store(sqlite_engine)
    before = store.data_version()
    quality(Access(MANAGER, store), ON)
    assert store.data_version() == before
