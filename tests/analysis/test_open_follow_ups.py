"""The open follow-ups: each state exactly where it is planted, and the order that is promised."""

from dashboard.analysis.basis import Basis
from dashboard.analysis.open_follow_ups import STATES, open_list, three_party_ahead
from dashboard.analysis.unseen import both_parties, parties_reached
from tests.analysis.reporting import basis_of
from tests.analysis.small import ago
from tests.builders import Row, follow_up, placement


def runs(key="P1", client="K1", **cells) -> Row:
    return placement("E1", client, ago(100), placement_id=key, coach_id="A", **cells)


def named(basis: Basis) -> list[tuple[str, str]]:
    """Key and state of each, in the order of the list."""
    found, keys = open_list(basis), basis.scope.coded.world.follow_ups["follow_up_id"]
    return [(str(keys.iloc[row]), STATES[state]) for row, state in zip(found.row, found.state, strict=True)]


def kept(key: str, planned: str, done: str | None = None, placed="P1", **cells) -> Row:
    row = follow_up(placed, planned, done, **cells)
    return Row(row.table, {**row.cells, "follow_up_id": key})


def test_each_state_is_found_where_it_is_planted_and_the_most_urgent_stands_first() -> None:
    basis = basis_of(
        runs(),
        placement("E2", "K2", ago(200), ago(60), placement_id="P2"),
        kept("F-planned-late", ago(-30)),
        kept("F-planned-soon", ago(-1)),
        kept("F-today", ago(0)),
        kept("F-late", ago(1)),
        kept("F-very-late", ago(40)),
        kept("F-lapsed", ago(70), placed="P2"),
        kept("F-done", ago(5), ago(4)),
        kept("F-cancelled", ago(5), cancelled=True),
        kept("F-cancelled-ahead", ago(-5), cancelled=True),
    )
    assert named(basis) == [
        ("F-very-late", "overdue"),
        ("F-late", "overdue"),
        ("F-today", "due"),
        ("F-planned-soon", "planned"),
        ("F-planned-late", "planned"),
        ("F-lapsed", "lapsed"),
    ]


def test_what_is_done_later_is_still_open_on_the_day() -> None:
    assert named(basis_of(runs(), kept("F1", ago(3), ago(-2)))) == [("F1", "overdue")]


def test_a_planned_follow_up_of_what_is_over_is_nothing_to_do() -> None:
    over = placement("E1", "K1", ago(100), ago(2), placement_id="P1")
    assert named(basis_of(over, kept("F1", ago(-3)))) == []


def test_a_three_party_meeting_is_ahead_on_its_day_and_not_the_day_after() -> None:
    def count(planned: str, **cells) -> int:
        row = kept("F1", planned, **{"party": "three_party", **cells})
        return int(three_party_ahead(basis_of(runs(), row)).sum())

    assert [count(ago(days)) for days in (-9, 0, 1)] == [1, 1, 0]
    assert count(ago(-9), party="both") == 0
    assert count(ago(-9), cancelled=True) == 0
    assert count(ago(0), done=ago(0)) == 0


def test_the_parties_that_were_met_are_told_one_by_one() -> None:
    basis = basis_of(
        *(runs(f"P{number}", f"K{number}") for number in range(1, 5)),
        kept("F1", ago(10), ago(10), "P1", party="client"),
        kept("F2", ago(10), ago(10), "P2", party="employer"),
        kept("F3", ago(10), ago(10), "P3", party="client"),
        kept("F4", ago(59), ago(59), "P3", party="employer"),
        kept("F5", ago(60), ago(60), "P4", party="both"),  # too long ago
    )
    found = parties_reached(basis)
    assert found.client.tolist() == [True, False, True, False]
    assert found.employer.tolist() == [False, True, True, False]
    assert found.both.tolist() == [False, False, True, False]
    assert (both_parties(basis).n, both_parties(basis).of) == (1, 4)
