"""Interactions, tie strength and active ties."""

import pytest

from dashboard.domain.definitions import Definitions
from dashboard.domain.vocabulary import CONTACT_KINDS, PLACEMENT_KINDS
from tests.analysis.small import ago, of_employer, state_of, tie_of
from tests.builders import client, coach, contact, employer, follow_up, placement

WEIGHTS = {
    "phone": 1, "email": 1, "event": 1, "meeting": 2, "visit": 2, "workplace_analysis": 3, "study_visit": 3,
    "job_tasting": 3, "work_trial": 5, "work_training": 5, "internship": 5, "employment": 8,
}  # fmt: skip


@pytest.mark.parametrize("kind", CONTACT_KINDS)
def test_a_contact_today_weighs_what_its_kind_weighs(kind: str) -> None:
    tie = tie_of(contact("E1", "A", ago(0), kind=kind))
    assert tie is not None
    assert tie["strength"] == WEIGHTS[kind]


@pytest.mark.parametrize("kind", [kind for kind in PLACEMENT_KINDS if kind != "studies"])
def test_a_placement_ties_its_coach_on_its_first_day(kind: str) -> None:
    tie = tie_of(placement("E1", "K1", ago(180), kind=kind))
    assert tie is not None
    assert tie["strength"] == WEIGHTS[kind] / 2


def test_studies_and_their_follow_ups_are_no_interactions() -> None:
    rows = (placement("E1", "K1", ago(9), kind="studies", placement_id="P1"), follow_up("P1", ago(2), ago(2)))
    assert tie_of(*rows) is None
    assert of_employer(*rows)["level"] == "none"


@pytest.mark.parametrize(
    ("party", "counts"), [("employer", 1), ("both", 1), ("three_party", 1), ("client", 0), (None, 0)]
)
def test_a_follow_up_counts_when_it_was_with_the_employer(party: str | None, counts: int) -> None:
    rows = (placement("E1", "K1", ago(360), placement_id="P1"), follow_up("P1", ago(3), ago(0), party))
    tie = tie_of(*rows)
    assert tie is not None
    assert tie["strength"] == 5 / 4 + counts


def test_a_follow_up_done_later_or_of_a_placement_begun_later_is_not_known() -> None:
    assert (
        tie_of(
            employer("E1"), placement("E1", "K1", ago(-5), placement_id="P1"), follow_up("P1", ago(9), ago(8))
        )
        is None
    )
    rows = (placement("E1", "K1", ago(180), placement_id="P1"), follow_up("P1", ago(9), ago(-1)))
    assert (tie_of(*rows) or {})["strength"] == 2.5


def test_a_follow_up_both_done_and_cancelled_was_done() -> None:
    rows = (
        placement("E1", "K1", ago(180), placement_id="P1"),
        follow_up("P1", ago(9), ago(0), cancelled=True),
    )
    assert (tie_of(*rows) or {})["strength"] == 3.5


def test_the_coach_of_a_placement_is_the_client_s_when_it_has_none() -> None:
    rows = (
        client("K1", "B"),
        placement("E1", "K1", ago(1), placement_id="P1"),
        follow_up("P1", ago(1), ago(1)),
    )
    assert tie_of(*rows, pair=("B", "E1")) is not None


def test_without_a_coach_it_counts_for_the_employer_and_makes_no_tie() -> None:
    rows = (client("K1", None), placement("E1", "K1", ago(1)))
    assert len(state_of(*rows).ties) == 0
    assert of_employer(*rows)["rung"] == 3


@pytest.mark.parametrize(("age", "active"), [(0, True), (364, True), (365, False)])
def test_a_tie_is_active_for_a_year(age: int, active: bool) -> None:
    assert (tie_of(contact("E1", "A", ago(age))) or {})["active"] is active


@pytest.mark.parametrize("kind", ["email", "event"])
def test_our_own_mailings_make_no_active_tie_and_do_not_warm(kind: str) -> None:
    ours, theirs = (contact("E1", "A", ago(1), kind=kind, initiated_by=by) for by in ("unit", "employer"))
    assert (tie_of(ours) or {})["active"] is False
    assert of_employer(ours)["warmth"] == "never"
    assert (tie_of(theirs) or {})["active"] is True
    assert of_employer(theirs)["warmth"] == "active"


@pytest.mark.parametrize(
    ("cells", "active"),
    [
        ({"started_on": ago(0)}, True),
        ({"started_on": ago(-1)}, False),
        ({"ended_on": ago(0)}, False),
        ({"ended_on": ago(-1)}, True),
    ],
)
def test_an_active_tie_needs_a_coach_who_works_on_the_day(cells: dict[str, str], active: bool) -> None:
    assert (tie_of(coach("A", **cells), contact("E1", "A", ago(2))) or {})["active"] is active


def test_a_tie_remembers_its_days_cold_ones_too() -> None:
    rows = (
        contact("E1", "A", ago(90)),
        contact("E1", "A", ago(30)),
        contact("E1", "A", ago(3), kind="email"),
    )
    tie = tie_of(*rows) or {}
    days = [tie[name].date().isoformat() for name in ("first_on", "last_warm_on", "last_on")]
    assert days == [ago(90), ago(30), ago(3)]


def test_an_employer_outside_total_has_no_tie() -> None:
    assert tie_of(employer("E1", active=False), contact("E1", "A", ago(1))) is None
    assert tie_of(employer("E1", registered_on=ago(-1)), contact("E1", "A", ago(1))) is None


def test_the_half_life_is_a_setting() -> None:
    tie = tie_of(contact("E1", "A", ago(90)), definitions=Definitions(half_life=90))
    assert (tie or {})["strength"] == 0.5
