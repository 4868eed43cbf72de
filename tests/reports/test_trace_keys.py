"""Every key of the report opens on rows or says why it has none; what stands in no table is explained."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine

from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import NotFound
from dashboard.i18n import use_language
from dashboard.reports.access import Access, Store
from dashboard.reports.network_panels import resilience_curve
from dashboard.reports.report_json import report
from dashboard.reports.state import PageState
from dashboard.reports.trace import BEHIND, COUNTED, trace, traceable_parts
from dashboard.reports.trace_keys import reason_without
from dashboard.reports.trace_words import plain_cell
from tests.builders import Row, client, coach, contact, employer, follow_up, placement, stored
from tests.reports.test_report_json import EXPECTED, import_tiny
from tests.reports.test_trace import DEMO_DAY, MANAGER, coach_of, demo_store

__all__ = ["demo_store"]  # the fixture

WHOLE = {"units", "interval"}
"""Lists that are one value."""
ON = dt.date(2026, 6, 30)


def keys(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every key of a report to its last step, and its value; of the method check, each item by its name."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from keys(part, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and path.rpartition(".")[2] not in WHOLE:
        for row in value:
            yield from keys(row, f"{path}.{row['item']}" if "item" in row else path)
    else:
        yield path, value


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_every_key_has_rows_or_a_reason_and_never_both(path: Any) -> None:
    for key, _value in keys(json.loads(path.read_text())):
        assert bool(traceable_parts(key)) != bool(reason_without(key)), key


def test_a_whole_number_is_the_number_of_its_rows_or_is_known_not_to_be(demo_store: Store) -> None:
    whole = {
        key
        for key, value in keys(report(demo_store, DEMO_DAY))
        if isinstance(value, int) and not isinstance(value, bool) and not reason_without(key)
    }
    not_counts = {"network.components", "ranking.ladder", "ranking.free"}
    marks_and_medians = {key for key in whole if key.endswith((".score", "median_days"))}
    assert whole - COUNTED.keys() - marks_and_medians == not_counts


def test_every_key_that_has_rows_opens(demo_store: Store) -> None:
    access = Access(MANAGER, demo_store)
    made = report(access, DEMO_DAY)
    page = PageState(day=DEMO_DAY, employer=made["ranking"][0]["employer_id"])
    for key in dict(keys(made)):
        for part in traceable_parts(key):
            assert set(trace(access, page, part).columns) <= set(trace(access, page, part).rows)


def test_a_share_opens_on_its_numerator_and_its_denominator() -> None:
    for part in ("share", "interval"):
        assert traceable_parts(f"trials.success.{part}") == ("trials.success.n", "trials.success.of")
    assert traceable_parts("cohort.6.share") == ("cohort.6.n",)
    assert traceable_parts("employments.retention.90.share") == ("employments.retention.90.at_risk",)
    assert traceable_parts("fidelity.caseload.score") == ("fidelity.caseload.n",)
    assert traceable_parts("ranking.fatigued")[0] == "employer.occupied"


def test_a_key_without_rows_says_why(demo_store: Store) -> None:
    access = Access(MANAGER, demo_store)
    with pytest.raises(NotFound, match="räknas inte fram ur rader"):
        trace(access, PageState(day=DEMO_DAY), "meta.on")
    with pytest.raises(NotFound, match=r"shoe_size”\.$"):
        trace(access, PageState(day=DEMO_DAY), "clients.shoe_size")


def test_a_tie_is_the_sum_of_what_it_is_made_of(demo_store: Store) -> None:
    access = Access(MANAGER, demo_store)
    for tie in report(access, DEMO_DAY)["network"]["ties_list"][::20]:
        narrowed = PageState(day=DEMO_DAY, coach=tie["coach_id"], employer=tie["employer_id"])
        rows = trace(access, narrowed, "network.ties_list.strength").rows
        assert rows["weighs"].sum() == pytest.approx(tie["strength"], abs=1e-4)
        assert str(rows["happened_on"].max().date()) == tie["last_on"]


def test_demand_and_supply_are_sums_of_what_each_adds(demo_store: Store) -> None:
    access = Access(MANAGER, demo_store)
    for gap in report(access, DEMO_DAY)["gaps"]["occupations"]:
        for figure in ("demand", "supply"):
            found = trace(
                access, PageState(day=DEMO_DAY), f"gaps.occupations.{figure}", occupation=gap["ssyk"]
            )
            assert found.rows["share"].sum() == pytest.approx(gap[figure], abs=1e-4)
            assert (found.rows["share"] > 0).all()
    nobody = trace(access, PageState(day=DEMO_DAY), "gaps.occupations.demand", occupation="99")
    assert nobody.rows.empty


def test_a_coach_sees_no_others_clients_behind_demand_and_expected_days(demo_store: Store) -> None:
    manager, theirs = (Access(viewer, demo_store) for viewer in (MANAGER, coach_of("C1")))
    clients = demo_store.world().clients
    own = set(clients["client_id"][clients["coach_id"] == "C1"])
    for key, change in (
        ("gaps.occupations.demand", {"occupation": "52"}),
        ("follow_ups.load.expected", {}),
        ("follow_ups.load.done", {}),
        ("follow_ups.by_coach.expected_next_4_weeks", {"coach": "C2"}),
    ):
        whole, part = (trace(access, PageState(day=DEMO_DAY), key, **change) for access in (manager, theirs))
        assert set(part.rows["client"]) <= own, key
        assert 0 < part.hidden == len(whole.rows) - len(part.rows), key


def test_employers_that_keep_a_tie_are_those_that_the_curve_counts(demo_store: Store) -> None:
    access, page = Access(MANAGER, demo_store), PageState(day=DEMO_DAY)
    points = resilience_curve(access, page).points
    assert len(points) > 3
    for point in points:
        assert trace(access, page, "resilience.kept", leaving=point.gone).figure == point.kept


EXPECTED_DAYS = [
    # a trial that began on 1 June: days 7 … 28 have gone by; then every 14 days
    (placement("E1", "K1", "2026-06-01", placement_id="P1"), "2026-07-13", "14 days apart: day 42"),
    (placement("E1", "K1", "2026-06-20", placement_id="P1"), "2026-07-04", "day 14 after the start"),
    (
        placement("E1", "K1", "2026-04-15", None, "employment", placement_id="P1"),
        *("2026-07-15", "every month: month 3"),
    ),
    # the year is over: every third month, 15 months after the start
    (
        placement("E1", "K1", "2025-04-10", None, "employment", placement_id="P1"),
        *("2026-07-10", "3 months apart: month 15"),
    ),
    # a short month has no 31st
    (
        placement(None, "K1", "2026-05-31", None, "studies", placement_id="P1"),
        *("2026-07-31", "every month: month 2"),
    ),
]


@pytest.mark.parametrize(("row", "day", "rule"), EXPECTED_DAYS)
def test_an_expected_follow_up_shows_its_spell_its_rule_and_its_day(
    sqlite_engine: Engine, row: Row, day: str, rule: str
) -> None:
    stored(sqlite_engine, client("K1", "A", enrolled_on="2025-01-01"), row)
    use_language("en")
    first = trace(Access(MANAGER, Store(sqlite_engine)), PageState(day=ON), "follow_ups.load.expected").rows
    found = first.iloc[0]
    assert (str(found["expected_on"].date()), found["rule"]) == (day, rule)
    assert str(found["started_on"].date()) == row.cells["started_on"]
    assert found["origins"] == (("placements", "P1"),)


def test_an_expected_follow_up_stands_after_the_latest_that_is_planned(sqlite_engine: Engine) -> None:
    stored(
        sqlite_engine,
        placement("E1", "K1", "2026-06-20", placement_id="P1"),
        # The 14th day, 4 July, falls: something is planned on the 6th. The 21st, 11 July, is the next.
        follow_up("P1", "2026-07-06"),
    )
    rows = trace(Access(MANAGER, Store(sqlite_engine)), PageState(day=ON), "follow_ups.load.expected").rows
    assert plain_cell("counted_from", rows["counted_from"].iloc[0]) == dt.date(2026, 7, 6)
    assert plain_cell("expected_on", rows["expected_on"].iloc[0]) == dt.date(2026, 7, 11)


def test_the_days_of_a_renewed_employment_are_made_from_all_its_rows(sqlite_engine: Engine) -> None:
    stored(
        sqlite_engine,
        placement("E1", "K1", "2026-04-01", "2026-05-31", "employment", placement_id="P1"),
        placement("E1", "K1", "2026-06-01", None, "employment", placement_id="P2"),
    )
    rows = trace(Access(MANAGER, Store(sqlite_engine)), PageState(day=ON), "follow_ups.load.expected").rows
    assert len(rows) > 1
    assert set(rows["origins"]) == {(("placements", "P1"), ("placements", "P2"))}


def test_a_week_outside_the_load_has_no_rows(demo_store: Store) -> None:
    access = Access(MANAGER, demo_store)
    for figure in ("done", "due", "planned", "expected"):
        assert (
            trace(access, PageState(day=DEMO_DAY), f"follow_ups.load.{figure}", week="2024-W05").figure == 0
        )


def left_alone(engine: Engine) -> Access:
    """A has all of E1 and E2. B once met E1 for K9; C has the lowest caseload per full-time post."""
    stored(
        engine,
        *(coach(key, fte=fte) for key, fte in (("A", 1.0), ("B", 1.0), ("C", 1.0), ("D", 0.0))),
        *(client(f"B{n}", "B", enrolled_on="2026-01-01") for n in range(3)),
        *(client(f"C{n}", "C", enrolled_on="2026-01-01") for n in range(2)),
        client("K9", "B", enrolled_on="2025-01-01", closed_on="2026-01-01"),
        *(employer(key) for key in ("E1", "E2", "E3")),
        contact("E1", "A", "2026-06-01", "meeting"),
        contact("E2", "A", "2026-06-01", "meeting"),
        contact("E3", "B", "2026-06-01", "meeting"),
        # Ended ties: 540 days are three half-lives, 720 are four.
        contact("E1", "B", "2025-01-06", "meeting", client_id="K9"),
        contact("E1", "B", "2024-07-10", "phone"),
    )
    return Access(MANAGER, Store(engine))


def test_why_an_heir_is_the_tie_with_all_that_it_is_made_of(sqlite_engine: Engine) -> None:
    access = left_alone(sqlite_engine)
    page = PageState(day=dt.date(2026, 6, 30), leaving=("A",), employer="E1")
    heirs = trace(access, page, "questions.heir").rows.set_index("employer_id")
    assert heirs["heir_reason"].to_dict() == {"E1": "tie", "E2": "caseload"}
    why = trace(access, page, "questions.heir.why")
    # a meeting, 2 · 2^(−3); a call, 1 · 2^(−4)
    assert why.rows["weighs"].tolist() == pytest.approx([0.25, 0.0625])
    assert why.rows["weight"].tolist() == [2, 1]
    assert why.amount == "weighs"
    theirs = replace(access, viewer=Viewer(2, "C", Role.COACH, "C"))
    assert [plain_cell("client", cell) for cell in trace(theirs, page, why.key).rows["client"]] == [
        None,
        None,
    ]


def test_why_an_heir_is_the_caseloads_compared(sqlite_engine: Engine) -> None:
    access = left_alone(sqlite_engine)
    page = PageState(day=ON, leaving=("A",), employer="E2")
    rows = trace(access, page, "questions.heir.why").rows
    assert rows["caseload"].tolist() == [2, 3, 0]
    assert [plain_cell("per_fte", cell) for cell in rows["per_fte"]] == [2.0, 3.0, None]
    heirs = trace(access, page, "questions.heir").rows.set_index("employer_id")
    assert heirs["heir"]["E2"] == rows["coach"].iloc[0]


def test_no_heir_is_asked_for_where_somebody_stays(sqlite_engine: Engine) -> None:
    access = left_alone(sqlite_engine)
    with pytest.raises(NotFound, match="behöver ingen ta över"):
        trace(access, PageState(day=ON, leaving=("A",), employer="E3"), "questions.heir.why")


def test_what_a_title_says_of_a_cell_a_tie_and_an_occupation(sqlite_engine: Engine) -> None:
    import_tiny(sqlite_engine)
    access, page = Access(MANAGER, Store(sqlite_engine)), PageState(day=ON)
    coach_id = access.store.world().coaches["coach_id"].iloc[0]
    name = access.store.world().coaches["name"].iloc[0]
    cell = trace(access, page, "follow_ups.load.due", coach=coach_id, week="2026-W26")
    assert cell.title.endswith(f": {name}, 2026-W26")
    assert "Serviceyrken" in trace(access, page, "gaps.occupations.demand", occupation="51").title
    assert set(BEHIND) & set(COUNTED) == set()
