"""Whose rows count, and what is known on a day."""

import datetime as dt

import pytest

from dashboard.analysis.selection import Scope
from dashboard.domain.errors import InvalidParameter
from tests.analysis.small import ON, ago, of_employer, scope_of, state_of, tie_of
from tests.builders import client, coach, contact, employer, follow_up, placement, unit

TWO_UNITS = (
    unit("U1", municipality_code="0115", programme="Norr"),
    unit("U2", municipality_code="0114", programme="Norr"),
    coach("A", unit_id="U1"),
    coach("B", unit_id="U2"),
    client("K1", "A"),
    client("K2", "B"),
)


def keys(scope: Scope) -> list[str]:
    found: list[str] = scope.employers["employer_id"].tolist()
    return found


def test_an_empty_world_has_nothing() -> None:
    state = state_of()
    assert (len(state.employers), len(state.ties), len(state.coaches), state.mean_success) == (0, 0, 0, 0.0)


def test_without_a_choice_everything_is_selected() -> None:
    scope = scope_of(*TWO_UNITS, employer("E1", municipality_code="2584"), coach("C"), client("K3", None))
    assert keys(scope) == ["E1"]
    assert scope.coaches["coach_id"].tolist() == ["A", "B", "C"]
    assert scope.clients["client_id"].tolist() == ["K1", "K2", "K3"]
    assert scope.unit_ids == ("U1", "U2")


def test_a_unit_holds_its_coaches_clients_and_their_rows() -> None:
    rows = (contact("E1", "A"), contact("E2", "B"), placement("E3", "K1"), placement("E4", "K2"))
    scope = scope_of(*TWO_UNITS, *rows, units=("U1",))
    assert scope.coaches["coach_id"].tolist() == ["A"]
    assert scope.contacts["employer_id"].tolist() == ["E1"]
    assert scope.placements["employer_id"].tolist() == ["E3"]
    assert keys(scope) == ["E1", "E3"]


def test_a_client_without_unit_and_coach_belongs_to_no_unit_of_several() -> None:
    for units in (("U1",), ("U2",), ("U1", "U2")):
        assert "K3" not in scope_of(*TWO_UNITS, client("K3", None), units=units).clients["client_id"].tolist()


def test_an_employer_nobody_has_met_belongs_to_the_unit_of_its_municipality() -> None:
    employers = (
        employer("E1", municipality_code="0115"),
        employer("E2", municipality_code="0114"),
        employer("E3"),
    )
    assert keys(scope_of(*TWO_UNITS, *employers, units=("U1",))) == ["E1"]


def test_a_neighbour_that_only_the_other_unit_has_met_is_not_ours() -> None:
    near = employer("E1", municipality_code="0115")
    assert keys(scope_of(*TWO_UNITS, near, contact("E1", "B", ago(1)), units=("U1",))) == []
    assert keys(scope_of(*TWO_UNITS, near, contact("E1", "B", ago(-1)), units=("U1",))) == ["E1"]


def test_studies_make_no_employer_ours_or_theirs() -> None:
    near = employer("E1", municipality_code="0115")
    theirs = placement("E1", "K2", kind="studies")
    assert keys(scope_of(*TWO_UNITS, near, theirs, units=("U1",))) == ["E1"]
    assert (
        keys(scope_of(*TWO_UNITS, employer("E1"), placement("E1", "K1", kind="studies"), units=("U1",))) == []
    )


def test_a_unit_without_a_municipality_gets_no_strangers() -> None:
    rows = (unit("U1"), unit("U2"), employer("E1"), employer("E2", municipality_code="0115"))
    assert keys(scope_of(*rows, units=("U1",))) == []


def test_the_client_s_own_unit_comes_before_the_coach_s() -> None:
    moved = client("K9", "A", unit_id="U2")
    scope = scope_of(*TWO_UNITS, moved, placement("E1", "K9"), units=("U2",))
    assert keys(scope) == ["E1"]


def test_a_programme_adds_its_units_to_those_given() -> None:
    rows = (*TWO_UNITS, unit("U3"))
    assert scope_of(*rows, programme="Norr").unit_ids == ("U1", "U2")
    assert scope_of(*rows, units=("U3", "U1"), programme="Norr").unit_ids == ("U1", "U2", "U3")


@pytest.mark.parametrize("choice", [{"units": ("U9",)}, {"programme": "Söder"}])
def test_an_unknown_choice_is_an_error_in_words(choice) -> None:
    with pytest.raises(InvalidParameter, match="Det finns inge"):
        scope_of(*TWO_UNITS, **choice)


def test_a_coach_of_another_unit_counts_for_the_employer_and_makes_no_tie() -> None:
    rows = (*TWO_UNITS, placement("E1", "K1", ago(10), coach_id="B", kind="employment"))
    assert of_employer(*rows, units=("U1",))["rung"] == 4
    assert tie_of(*rows, pair=("B", "E1"), units=("U1",)) is None
    assert tie_of(*rows, pair=("B", "E1")) is not None


def test_places_and_fatigue_count_every_unit_and_running_only_ours() -> None:
    letters = [contact("E1", "B", ago(5), kind="email") for _n in range(7)]
    full = of_employer(
        *TWO_UNITS,
        employer("E1", capacity=2),
        contact("E1", "A", ago(3)),
        placement("E1", "K2", ago(100)),
        *letters,
        units=("U1",),
    )
    assert (full["running"], full["occupied"], full["free"], full["fatigued"]) == (0, 1, 1, True)


def test_nothing_after_the_day_is_in_the_frames() -> None:
    scope = scope_of(
        client("K1", closed_on=ago(-2), closing_reason="moved"),
        contact(contacted_on=ago(-1)),
        placement("E1", "K1", ago(9), ago(-1), outcome="employment", placement_id="P1"),
        placement("E1", "K1", ago(-1)),
        follow_up("P1", ago(2), ago(-1), assessment="on_track"),
    )
    assert len(scope.contacts) == 0
    assert scope.placements[["ended_on", "outcome"]].isna().all(axis=None)
    assert len(scope.placements) == 1
    assert scope.follow_ups[["done_on", "assessment"]].isna().all(axis=None)
    assert scope.clients[["closed_on", "closing_reason"]].isna().all(axis=None)


def test_a_scope_moves_to_another_day() -> None:
    scope = scope_of(contact("E1", "A", ago(10)))
    earlier = scope.at(ON - dt.timedelta(days=11))
    assert (len(scope.contacts), len(earlier.contacts)) == (1, 0)
