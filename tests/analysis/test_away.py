"""If a coach is away: what is moved, to whom, and whether there is time — by hand.

The day is Tuesday 30 June 2026, of week 27. A visit takes 90 minutes, and a full-time coach has 720 a week.
"""

import numpy as np
import pytest

from dashboard.analysis.away import WHAT, Absence, if_coach_is_away
from dashboard.analysis.network_state import employer_state
from tests.analysis.reporting import basis_of
from tests.analysis.small import DEFINITIONS, ON, ago
from tests.builders import Row, client, coach, contact, follow_up, placement

TASTING = {"kind": "job_tasting", "ended_on": "2026-12-31"}
"""A placement that runs, and that the standard asks nothing of."""


def away(*rows: Row, first=0, weeks=1, who="A") -> Absence:
    basis = basis_of(*rows)
    code = int(np.flatnonzero(basis.scope.coded.world.coaches["coach_id"] == who)[0])
    state = employer_state(basis.scope, ON, DEFINITIONS)
    return if_coach_is_away(basis, state, code, basis.on + first, weeks)


def moved(found: Absence) -> list[tuple[str, int, int]]:
    """What, in how many days, and the code of the heir."""
    on = found.first
    return [
        (WHAT[what], int(day - on), int(heir))
        for what, day, heir in zip(found.moved.what, found.moved.day, found.heir, strict=True)
    ]


def of_anna(planned: str, placed="P1", **cells) -> Row:
    return follow_up(placed, planned, coach_id="A", mode="visit", **cells)


def two_coaches() -> list[Row]:
    """A has E1 and E2; B once met E1. C has nobody to support, and so the most room."""
    return [
        *(coach("A"), coach("B"), coach("C")),
        client("K9", "B"),
        placement("E1", "K1", ago(50), placement_id="P1", coach_id="A", **TASTING),
        placement("E2", "K2", ago(50), placement_id="P2", coach_id="A", **TASTING),
        contact("E1", "B", ago(200), kind="visit"),
    ]


def test_what_is_moved_is_what_waits_and_what_is_planned_for_a_day_away() -> None:
    found = away(
        *two_coaches(),
        of_anna(ago(20)),
        of_anna(ago(0)),
        of_anna(ago(-1)),
        of_anna(ago(-6)),
        of_anna(ago(-7)),  # the day she is back
        of_anna(ago(30), done_on=ago(29)),
        follow_up("P1", ago(-2), coach_id="B", mode="visit"),
    )
    assert [(what, days) for what, days, _heir in moved(found)] == [
        ("due", -20), ("due", 0), ("planned", 1), ("planned", 6),
    ]  # fmt: skip


def test_the_heir_is_whoever_has_the_tie_else_the_one_with_the_lowest_caseload() -> None:
    found = away(*two_coaches(), of_anna(ago(-1)), of_anna(ago(-2), "P2"))
    assert [heir for _what, _days, heir in moved(found)] == [1, 2]
    assert found.by_tie.tolist() == [True, False]


def test_what_the_standard_asks_for_is_moved_too_studies_without_an_employer_as_well() -> None:
    found = away(
        *(coach("A"), coach("B")),
        placement("E1", "K1", "2026-06-24", placement_id="P1", coach_id="A"),  # 1 and 8 July
        placement(None, "K2", "2026-06-04", kind="studies", placement_id="P2", coach_id="A"),  # 4 July
        weeks=1,
    )
    assert moved(found) == [("expected", 1, 1), ("expected", 4, 1)]
    assert len(moved(away(
        *(coach("A"), coach("B")),
        placement("E1", "K1", "2026-06-24", placement_id="P1", coach_id="A"),
        weeks=2,
    ))) == 2  # fmt: skip


def test_an_absence_that_begins_later_leaves_what_is_planned_before_it() -> None:
    found = away(*two_coaches(), of_anna(ago(-1)), of_anna(ago(-14)), first=13, weeks=1)
    assert [(what, days) for what, days, _heir in moved(found)] == [("planned", 1)]
    assert away(*two_coaches(), first=-5).first == found.first - 13


def test_the_weeks_of_an_heir_are_her_own_and_what_she_takes_over() -> None:
    found = away(
        *two_coaches(),
        of_anna(ago(3)),  # waits: in the first week
        of_anna(ago(-1)),
        of_anna(ago(-7)),  # Tuesday of week 28
        follow_up("P1", ago(1), coach_id="B", mode="phone"),  # her own, waits
        follow_up("P1", ago(-8), coach_id="B", mode="visit"),
        weeks=2,
    )
    assert [(week.coach, week.own, week.taken, week.available) for week in found.weeks] == [
        (1, 20, 180, 720),
        (1, 90, 90, 720),
        (1, 0, 0, 720),
    ]


@pytest.mark.parametrize(("fte", "over"), [(0.25, False), (0.24, True)])
def test_who_has_just_enough_time_does_not_go_over(fte: float, over: bool) -> None:
    # Two visits: 180 minutes; a quarter of full time has 180 minutes a week.
    found = away(
        *(coach("A"), coach("B", fte=fte)),
        placement("E1", "K1", ago(50), placement_id="P1", coach_id="A", **TASTING),
        of_anna(ago(-1)),
        of_anna(ago(-2)),
    )
    assert [week.goes_over for week in found.weeks] == [over, False]
    assert not any(week.was_over for week in found.weeks)


def test_nobody_is_left_when_she_works_alone() -> None:
    found = away(placement("E1", "K1", ago(50), placement_id="P1", coach_id="A", **TASTING), of_anna(ago(-1)))
    assert moved(found) == [("planned", 1, -1)]
    assert found.weeks == ()
