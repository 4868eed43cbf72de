"""The page of follow-ups in numbers: the same as the report's, and nobody sees another coach's client."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import Engine

from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import AccessDenied
from dashboard.i18n import use_language
from dashboard.reports.access import Access
from dashboard.reports.follow_away import away_answer, who_is_away
from dashboard.reports.follow_export import follow_file
from dashboard.reports.follow_findings import away_finding, heat_finding, hours, list_finding
from dashboard.reports.follow_ground import FollowGround, follow_ground
from dashboard.reports.follow_heat import Heat, heat, weeks_ahead
from dashboard.reports.follow_list import all_rows, follow_list
from dashboard.reports.follow_placements import both_met, meetings_ahead, unseen_placements
from dashboard.reports.report_follow_ups import iso_week
from dashboard.reports.report_json import report
from dashboard.reports.trace import trace
from tests.builders import Row, client, coach, employer, follow_up, placement
from tests.reports.network_small import at, opened
from tests.reports.test_trace import DEMO_DAY, MANAGER, coach_of, demo_store

__all__ = ["demo_store"]  # the fixture


def planted() -> list[Row]:
    """Anna has K1 at a shop and K3 who studies; Bo has K2 at a café. 30 June 2026."""
    return [
        *(coach("A", name="Anna"), coach("B", name="Bo")),
        employer("E1", name="Backa livs", sni_code="47110"),
        employer("E2", name="Fyren café", sni_code="56100"),
        *(client("K1", "A"), client("K2", "B"), client("K3", "A")),
        placement("E1", "K1", "2026-05-01", placement_id="P1", coach_id="A"),
        placement("E2", "K2", "2026-05-01", None, "employment", placement_id="P2", coach_id="B"),
        placement(None, "K3", "2026-05-20", None, "studies", placement_id="P3", coach_id="A"),
        follow_up("P1", "2026-06-01", coach_id="A", party="client"),
        follow_up("P1", "2026-06-30", coach_id="A", party="employer"),
        follow_up("P2", "2026-06-29", coach_id="B", party="both"),
        follow_up("P1", "2026-07-03", coach_id="A", party="three_party"),
        follow_up("P2", "2026-07-06", coach_id="B", party="three_party"),
        follow_up("P3", "2026-07-20", coach_id="A", party=None),
    ]


def page_of(access: Access, query: str = "") -> FollowGround:
    return follow_ground(access, at(query))


def as_anna(access: Access) -> Access:
    return Access(Viewer(2, "Anna", Role.COACH, "A"), access.store)


def planned_days(page: FollowGround) -> list[str]:
    return [str(row["planned_on"].date())[5:] for row in all_rows(page)]


@pytest.fixture
def access(sqlite_engine: Engine) -> Access:
    use_language("en")
    return opened(sqlite_engine, *planted())


def test_the_load_is_that_of_the_report(demo_store: Any) -> None:
    access = Access(MANAGER, demo_store)
    made = report(access, DEMO_DAY)["follow_ups"]
    page = follow_ground(access, at(f"per={DEMO_DAY}"))
    found = heat(page)
    waits = [
        {
            "coach_id": row.coach_id,
            "due": row.due,
            "overdue": row.overdue,
            "planned_next_4_weeks": row.planned_next,
            "expected_next_4_weeks": row.expected_next,
        }
        for row in found.rows
    ]
    of_report = {row["coach_id"]: row for row in made["by_coach"]}
    assert {row["coach_id"]: row for row in waits if any(list(row.values())[1:])} == {
        key: row for key, row in of_report.items() if any(list(row.values())[1:])
    }
    assert set(of_report) <= {row["coach_id"] for row in waits}
    assert cells_of(found) == sorted(made["load"], key=lambda row: (row["coach_id"], row["week"]))
    listed = follow_list(page)
    assert (listed.by_state["overdue"], listed.by_state["lapsed"]) == (made["overdue"], made["lapsed"])
    assert listed.by_state["overdue"] + listed.by_state["due"] == made["due"]
    assert unseen_placements(page).of == len(unseen_placements(page).rows) == made["unseen"]
    assert (both_met(page).share.n, both_met(page).share.of) == (
        made["both_parties"]["n"],
        made["both_parties"]["of"],
    )


def cells_of(found: Heat) -> list[dict[str, Any]]:
    """The cells with a figure, as the report writes them."""
    cells = [
        {
            "coach_id": row.coach_id,
            "week": iso_week(cell.monday),
            **{name: getattr(cell, name) for name in ("done", "due", "planned", "expected")},
        }
        for row in found.rows
        for cell in row.cells
    ]
    wanted = [cell for cell in cells if any(cell[name] for name in ("done", "due", "planned", "expected"))]
    return sorted(wanted, key=lambda row: (row["coach_id"], row["week"]))


def test_a_cell_tells_its_minutes_and_what_of_it_is_late(access: Access) -> None:
    anna, _bo = heat(page_of(access)).rows
    by_week = {iso_week(cell.monday): cell for cell in anna.cells}
    late, now = by_week["2026-W23"], by_week["2026-W27"]
    assert (late.due, late.overdue, late.minutes, late.part) == (1, 1, 90, 90 / 720)
    assert (now.due, now.overdue, now.planned, now.minutes) == (1, 0, 1, 180)
    assert (late.figure, by_week["2026-W30"].figure, late.level, now.is_over) == ("due", "planned", 1, False)


def test_a_full_week_is_not_over_and_a_minute_more_is(sqlite_engine: Engine) -> None:
    visit = {"planned_on": "2026-07-07", "coach_id": "A", "mode": "visit"}
    rows = [coach("A", fte=0.25), placement("E1", "K1", "2026-06-01", placement_id="P1", coach_id="A")]
    full = opened(sqlite_engine, *rows, follow_up("P1", **visit, minutes=180))
    cell = heat(page_of(full)).rows[0].cells[13]
    assert (cell.minutes, cell.available, cell.is_over, cell.level) == (180, 180, False, 3)


def test_one_coach_chosen_has_the_load_and_the_weeks_of_her_own(access: Access) -> None:
    found = heat(page_of(access, "coach=A"))
    assert [row.coach_id for row in found.rows] == ["A"]
    both, one = weeks_ahead(page_of(access)), weeks_ahead(page_of(access, "coach=A"))
    other = weeks_ahead(page_of(access, "coach=B"))
    for whole, anna, bo in zip(both, one, other, strict=True):
        assert (whole.planned, whole.expected) == (anna.planned + bo.planned, anna.expected + bo.expected)
        assert (whole.available, anna.available) == (1440, 720)


def test_the_list_has_the_most_urgent_first_and_follows_every_filter(access: Access) -> None:
    assert planned_days(page_of(access)) == ["06-01", "06-29", "06-30", "07-03", "07-06", "07-20"]
    narrowed = {
        "lage=overdue": ["06-01", "06-29"],
        "lage=due": ["06-30"],
        "lage=planned": ["07-03", "07-06", "07-20"],
        "lage=lapsed": [],
        "coach=B": ["06-29", "07-06"],
        "part=three_party": ["07-03", "07-06"],
        "part=unknown": ["07-20"],
        "slag=employment": ["06-29", "07-06"],
        "sektor=G": ["06-01", "06-30", "07-03"],
        "q=caf": ["06-29", "07-06"],
        "q=k3": ["07-20"],
        "sort=-planned_on&coach=B": ["07-06", "06-29"],
        "sort=employer&lage=overdue": ["06-01", "06-29"],
    }
    for query, days in narrowed.items():
        assert planned_days(page_of(access, query)) == days, query
    assert follow_list(page_of(access, "lage=due")).by_state["overdue"] == 2


def test_a_coach_sees_her_own_clients_and_how_many_others_there_are(access: Access) -> None:
    anna = page_of(as_anna(access))
    assert {row["client"] for row in all_rows(anna)} == {"K1", "K3"}
    assert follow_list(anna).hidden == 2
    assert follow_list(anna).by_state["overdue"] == 1
    assert heat(anna) == heat(page_of(access))
    assert ([row.client for row in meetings_ahead(anna).rows], meetings_ahead(anna).hidden) == (["K1"], 1)
    found = away_answer(page_of(as_anna(access), "borta=B&veckor=2"))
    assert found is not None
    assert (found.rows, found.hidden, found.total) == ((), 2, 2)
    for key in ("follow_lists.urgency", "follow_lists.three_party", "absence.moved", "load.forecast"):
        rows = trace(as_anna(access), at("borta=B&veckor=2"), key)
        assert "K2" not in set(rows.rows["client"]), key
        assert rows.hidden > 0, key


@pytest.mark.parametrize("role", [Role.VISITOR, Role.ADMIN])
def test_others_than_coaches_and_managers_see_nothing(access: Access, role: Role) -> None:
    with pytest.raises(AccessDenied):
        page_of(Access(Viewer(3, "x", role), access.store))


def test_the_rows_behind_an_absence_are_what_it_counts(demo_store: Any) -> None:
    access = Access(MANAGER, demo_store)
    state = at(f"per={DEMO_DAY}&borta=C3&veckor=6")
    found = away_answer(follow_ground(access, state))
    assert found is not None
    assert found.coach_id == "C3"
    traced = trace(access, state, "absence.moved")
    assert traced.figure == found.total == len(found.rows) > 20
    assert traced.rows["minutes"].sum() == pytest.approx(found.minutes)
    taken = sum(week.taken for _name, weeks in found.heirs for week in weeks)
    assert taken == pytest.approx(found.minutes)
    assert all(row.heir and row.heir != found.name for row in found.rows)
    ahead = trace(access, state, "load.forecast")
    assert ahead.rows["minutes"].sum() == pytest.approx(sum(week.total for week in weeks_ahead(
        follow_ground(access, state))))  # fmt: skip


def test_who_is_away_is_the_one_asked_for_else_the_reader_else_the_one_with_most(access: Access) -> None:
    assert who_is_away(page_of(access, "borta=B")) == "B"
    assert who_is_away(page_of(access, "coach=B")) == "B"
    assert who_is_away(page_of(as_anna(access), "")) == "A"
    assert who_is_away(page_of(access)) == "A"


def test_without_anyone_at_work_there_is_no_absence(sqlite_engine: Engine) -> None:
    gone = opened(sqlite_engine, coach("A", ended_on="2026-01-01"), placement("E1", "K1", coach_id="A"))
    assert away_answer(page_of(gone)) is None
    assert not trace(gone, at(), "absence.moved").figure


def test_the_sentences_say_what_was_planted(access: Access) -> None:
    assert list_finding(follow_list(page_of(access))) == "**2 follow-ups are late** and 1 is for today."
    said = heat_finding(heat(page_of(access)))
    assert said == (
        "**Nobody has more to do than time** in the 12 weeks to come. "
        "3 follow-ups wait; 2 of them are late. Most are waiting for Anna: 2."
    )
    found = away_answer(page_of(access, "borta=A&veckor=1&borta_fran=2026-07-01"))
    assert found is not None
    assert (found.first, found.end) == (dt.date(2026, 7, 1), dt.date(2026, 7, 8))
    assert away_finding(found) == (
        "If Anna is away for 1 week from 1 July 2026, **3 follow-ups need somebody else**: 2 wait already "
        "and 1 is planned, 4.5 h in all. Bo would take over all of it. "
        "Nobody would have more to do than time."
    )
    assert [hours(minutes) for minutes in (0, 30, 60, 599, 600)] == ["0 h", "0.5 h", "1 h", "10 h", "10 h"]


def test_the_file_holds_what_the_person_may_see_and_says_what_is_left_out(access: Access) -> None:
    table = follow_file(as_anna(access), at("lage=overdue"))
    assert [row[5] for row in table.rows] == ["K1"]
    stamp = dict(table.stamp)
    assert (stamp["Rows"], stamp["Not shown"], stamp["Narrowed to"]) == ("1", "2", "overdue")
    assert "K2" not in str(follow_file(as_anna(access), at()))


def test_a_coach_of_the_demo_sees_no_client_but_her_own_anywhere(demo_store: Any) -> None:
    theirs = Access(coach_of("C3"), demo_store)
    page = follow_ground(theirs, at(f"per={DEMO_DAY}&borta=C2&veckor=12"))
    clients = demo_store.world().clients
    own = set(clients["client_id"][clients["coach_id"] == "C3"])
    away = away_answer(page)
    assert away is not None
    shown = {
        *(row["client"] for row in all_rows(page)),
        *(row.client for row in (*unseen_placements(page).rows, *both_met(page).rows)),
        *(row.client for row in meetings_ahead(page).rows),
        *(row.client for row in away.rows),
    }
    assert shown <= own
    assert shown
