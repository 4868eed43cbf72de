"""G1 as a whole, concentration, and change between two days."""

import datetime as dt

import pytest

from dashboard.analysis.change import tie_change
from dashboard.analysis.concentration import concentration
from dashboard.analysis.graphs import contact_graph, network_numbers, single_coach_employers
from dashboard.domain.period import Period
from tests.analysis.small import DEFINITIONS, ON, ago, scope_of, state_of
from tests.builders import coach, contact, employer, placement

YEAR = Period.year_to(ON)


def test_without_ties_there_is_no_density() -> None:
    numbers = network_numbers(state_of(contact("E1", "A", ago(1), kind="email"), employer("E2")))
    assert (numbers.coaches, numbers.employers, numbers.ties, numbers.components) == (0, 0, 0, 0)
    assert numbers.density is None


def test_density_and_components_are_of_the_nodes_with_a_tie() -> None:
    rows = (contact("E1", "A"), contact("E1", "B"), contact("E2", "C"), employer("E3"), coach("D"))
    numbers = network_numbers(state_of(*rows))
    assert (numbers.coaches, numbers.employers, numbers.ties, numbers.components) == (3, 2, 3, 2)
    assert numbers.density == 0.5
    assert single_coach_employers(state_of(*rows)) == ["E2"]


def test_a_coach_and_an_employer_may_share_a_key() -> None:
    graph = contact_graph(state_of(contact("A", "A", ago(180), kind="visit")))
    assert dict(graph.edges) == {
        (("coach", "A"), ("employer", "A")): {
            "strength": 1.0,
            "distance": 1.0,
            "last_on": ON - dt.timedelta(180),
        }
    }


def test_concentration_counts_placements_of_the_period_at_inactive_employers_too() -> None:
    rows = (
        employer("E1", active=False),
        placement("E1", "K1", ago(0)),
        placement("E1", "K2", YEAR.first.isoformat()),
        placement("E2", "K1", ago(30)),
        placement("E2", "K1", ago(400)),
        placement("E2", "K1", ago(-1)),
        placement("E2", "K1", ago(3), kind="studies"),
        placement("E3", "K1", ago(3)),
    )
    result = concentration(scope_of(*rows), YEAR)
    assert (result.placements, result.employers) == (4, 3)
    assert result.herfindahl == pytest.approx((4 + 1 + 1) / 16)
    assert result.equal_employers == pytest.approx(16 / 6)
    assert result.top_five == 1


def test_the_five_largest_of_six() -> None:
    rows = [placement(f"E{n}", "K1", ago(n)) for n in range(6)]
    assert concentration(scope_of(*rows), YEAR).top_five == pytest.approx(5 / 6)
    more = [placement("E3", "K1", ago(n)) for n in (40, 50)]
    assert concentration(scope_of(*rows, *more), YEAR).top_five == pytest.approx(7 / 8)


def test_there_is_no_concentration_of_nothing() -> None:
    result = concentration(scope_of(employer("E1")), YEAR)
    assert (result.placements, result.herfindahl, result.top_five, result.equal_employers) == (
        0,
        None,
        None,
        None,
    )


def test_ties_are_new_kept_revived_or_lost() -> None:
    before = ON - dt.timedelta(days=100)
    rows = (
        contact("NEW", "A", ago(10)),
        contact("KEPT", "A", ago(110)),
        contact("REVIVED", "A", ago(500)), contact("REVIVED", "A", ago(10)),
        contact("LOST", "A", ago(400)),
        contact("OLD", "A", ago(700)),
        contact("MAILED", "A", ago(200), kind="email"), contact("MAILED", "A", ago(5)),
    )  # fmt: skip
    change = tie_change(scope_of(*rows), before, ON, DEFINITIONS)
    assert change.new == {("A", "NEW"), ("A", "MAILED")}
    assert change.kept == {("A", "KEPT")}
    assert change.revived == {("A", "REVIVED")}
    assert change.lost == {("A", "LOST")}


def test_a_coach_who_leaves_in_between_loses_all_ties() -> None:
    rows = (coach("A", ended_on=ago(50)), contact("E1", "A", ago(110)))
    change = tie_change(scope_of(*rows), ON - dt.timedelta(days=100), ON, DEFINITIONS)
    assert change.lost == {("A", "E1")}
    assert not change.kept


def test_days_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="2026"):
        tie_change(scope_of(), ON, ON - dt.timedelta(days=1), DEFINITIONS)
