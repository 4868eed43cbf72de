"""If a coach leaves: orphans, what runs, what is due, and heirs."""

import datetime as dt

import pytest

from dashboard.analysis.leaving import Leaving, if_coaches_leave, leaving_summary
from dashboard.analysis.network_state import employer_state
from tests.analysis.small import DEFINITIONS, ON, ago, scope_of
from tests.builders import Row, client, coach, contact, employer, follow_up, placement


def if_leave(*rows: Row, who: tuple[str, ...] = ("A",)) -> Leaving:
    scope = scope_of(*rows)
    return if_coaches_leave(employer_state(scope, ON, DEFINITIONS), scope, who, ON, DEFINITIONS)


def due_of(*rows: Row) -> int:
    return if_leave(client("K1", "A"), *rows).due_of_coach


def test_an_employer_with_another_active_tie_is_not_left_alone() -> None:
    result = if_leave(
        contact("E1", "A", ago(5)), contact("E1", "B", ago(400)), contact("E2", "A"), contact("E2", "B")
    )
    assert result.orphans.index.tolist() == ["E1"]


def test_several_leave_at_once() -> None:
    rows = (contact("E1", "A"), contact("E1", "B"), contact("E2", "B"), contact("E3", "C"))
    assert if_leave(*rows, who=("B", "A")).orphans.index.tolist() == ["E1", "E2"]
    assert if_leave(*rows, who=("B", "A")).coach_ids == ("A", "B")
    assert if_leave(*rows, who=("A",)).orphans.empty


def test_a_coach_who_does_not_work_changes_nothing() -> None:
    result = if_leave(coach("A", ended_on=ago(1)), contact("E1", "A", ago(5)), who=("A", "nobody"))
    assert (result.coach_ids, len(result.orphans), result.running_of_coach) == ((), 0, 0)


def test_placements_running_at_orphans_are_anybody_s() -> None:
    rows = (
        contact("E1", "A", ago(5)),
        coach("B", ended_on=ago(3)),
        placement("E1", "K2", ago(40), coach_id="B", placement_id="P1"),
        placement("E1", "K2", ago(40), coach_id="B", kind="studies"),
        placement("E1", "K3", ago(40), ago(2), coach_id="B"),
    )
    result = if_leave(*rows)
    assert result.orphans.loc["E1", "running"] == ("P1",)
    assert result.running_at_orphaned == 1
    assert result.running_of_coach == 0


def test_the_coach_s_own_placements_count_studies_and_inactive_employers() -> None:
    rows = (
        employer("E9", active=False),
        client("K1", "A"),
        placement("E9", "K1", ago(5), placement_id="P1"),
        placement(None, "K1", ago(5), kind="studies", placement_id="P2"),
        placement("E1", "K1", ago(9), ago(0)),
    )
    result = if_leave(*rows)
    assert result.handovers.index.tolist() == ["P1", "P2"]
    assert (result.running_of_coach, result.running_at_orphaned) == (2, 0)


def test_the_heir_is_the_remaining_coach_with_the_strongest_tie_ended_ones_too() -> None:
    rows = (
        contact("E1", "A", ago(5)), contact("E1", "B", ago(400), kind="phone"),
        contact("E1", "C", ago(410), kind="visit"), contact("E1", "D", ago(400)), coach("D", ended_on=ago(1)),
    )  # fmt: skip
    orphan = if_leave(*rows).orphans.loc["E1"]
    assert (orphan["heir"], orphan["heir_reason"]) == ("C", "tie")
    assert orphan["heir_last_on"].date().isoformat() == ago(410)


def test_equal_ties_go_by_key_and_a_mailing_makes_no_heir() -> None:
    rows = (contact("E1", "A", ago(5)), contact("E1", "C", ago(400)), contact("E1", "B", ago(400)))
    assert if_leave(*rows).orphans.loc["E1", "heir"] == "B"
    mailed = contact("E1", "A0", ago(1), kind="email")
    assert if_leave(*rows, mailed).orphans.loc["E1", "heir"] == "B"


def test_without_a_tie_the_heir_has_the_lowest_caseload_per_fte() -> None:
    rows = (
        contact("E1", "A", ago(5)), coach("B", fte=0.5), coach("C"), coach("D", fte=0), client("K1", "B"),
        client("K2", "C"), client("K3", "A"), client("K4", "C", closed_on=ago(1)),
    )  # fmt: skip
    orphan = if_leave(*rows).orphans.loc["E1"]
    assert (orphan["heir"], orphan["heir_reason"]) == ("C", "caseload")
    assert if_leave(contact("E1", "A"), coach("C"), coach("B")).orphans.loc["E1", "heir"] == "B"


def test_what_runs_is_what_runs_on_the_day_asked_about() -> None:
    rows = (client("K1", "A"), placement("E1", "K1", ago(-5), placement_id="P1"), contact("E1", "A", ago(5)))
    later = scope_of(*rows, on=ON + dt.timedelta(days=10))
    state = employer_state(scope_of(*rows), ON, DEFINITIONS)
    assert if_coaches_leave(state, later, ("A",), ON, DEFINITIONS).running_of_coach == 0


def test_nobody_inherits_when_nobody_remains() -> None:
    orphan = if_leave(contact("E1", "A")).orphans.loc["E1"]
    assert orphan["due"] == 0
    assert orphan[["heir", "heir_reason", "heir_last_on"]].isna().all()


def test_placements_and_follow_ups_get_heirs_too() -> None:
    rows = (
        client("K1", "A"), placement("E1", "K1", ago(40), placement_id="P1"), contact("E1", "B", ago(30)),
        placement(None, "K1", ago(40), kind="studies", placement_id="P2"), coach("C"), client("K2", "B"),
        follow_up("P1", ago(3), follow_up_id="F1"), follow_up("P2", ago(3), coach_id="B"),
    )  # fmt: skip
    result = if_leave(*rows)
    assert result.orphans.empty
    assert result.handovers["heir"].to_dict() == {"P1": "B", "P2": "C"}
    assert result.handovers["due"].to_dict() == {"P1": 1, "P2": 0}
    assert result.due_follow_ups["heir"].to_dict() == {"F1": "B"}


@pytest.mark.parametrize(
    ("ended", "planned", "due"),
    [
        (None, 0, 1), (None, 500, 1), (None, -1, 0), (ago(29), 40, 1), (ago(30), 40, 0), (ago(10), 10, 0),
        (ago(10), 11, 1), (ago(10), 9, 0), (ago(-5), 3, 1),
    ],
)  # fmt: skip
def test_a_follow_up_is_due_while_the_placement_runs_and_a_month_after(ended, planned: int, due: int) -> None:
    rows = (placement("E1", "K1", ago(90), ended, placement_id="P1"), follow_up("P1", ago(planned)))
    assert due_of(*rows) == due


def test_a_done_or_cancelled_follow_up_is_not_due_and_one_done_later_is() -> None:
    row = placement("E1", "K1", ago(90), placement_id="P1")
    assert due_of(row, follow_up("P1", ago(5), ago(0))) == 0
    assert due_of(row, follow_up("P1", ago(5), cancelled=True)) == 0
    assert due_of(row, follow_up("P1", ago(5), ago(-1), cancelled=True)) == 0
    assert due_of(row, follow_up("P1", ago(5), ago(-1))) == 1


def test_a_follow_up_of_a_row_that_has_not_begun_is_not_known() -> None:
    running = placement("E1", "K1", ago(90), ago(3), kind="employment")
    later = placement("E1", "K1", ago(-1), kind="employment", placement_id="P2")
    assert due_of(running, later, follow_up("P2", ago(5))) == 0


def test_a_follow_up_of_a_renewed_employment_is_of_the_whole_spell() -> None:
    first = placement("E1", "K1", ago(300), ago(100), kind="employment", placement_id="P1")
    planned = follow_up("P1", ago(99))
    assert due_of(first, planned) == 0
    assert due_of(first, planned, placement("E1", "K1", ago(86), kind="employment")) == 1
    assert due_of(first, planned, placement("E1", "K1", ago(85), kind="employment")) == 0


def test_a_follow_up_of_an_extended_trial_is_of_the_whole_trial() -> None:
    first = placement("E1", "K1", ago(200), ago(100), placement_id="P1", outcome="extended")
    rows = (first, follow_up("P1", ago(101)), placement("E1", "K1", ago(90)))
    assert due_of(*rows) == 1


def test_a_follow_up_s_coach_is_its_own_before_the_placement_s() -> None:
    row = placement("E1", "K1", ago(90), placement_id="P1", coach_id="B")
    assert due_of(row, follow_up("P1", ago(5))) == 0
    assert due_of(row, follow_up("P1", ago(5), coach_id="A")) == 1


def test_the_summary_has_every_coach_who_works() -> None:
    rows = (contact("E1", "A", ago(5)), coach("B"), coach("C", started_on=ago(-1)))
    scope = scope_of(*rows)
    summary = leaving_summary(employer_state(scope, ON, DEFINITIONS), scope, DEFINITIONS)
    assert summary["orphaned"].to_dict() == {"A": 1, "B": 0}
    assert summary.sum().drop("orphaned").eq(0).all()
