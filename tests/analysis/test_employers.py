"""Total, warmth, ladder, strength and its parts, places and fatigue: expected values by hand."""

from collections.abc import Iterable

import pytest

from dashboard.domain.vocabulary import PLACEMENT_KINDS
from tests.analysis.small import ago, of_employer, state_of
from tests.builders import Row, client, coach, contact, employer, follow_up, placement


def test_total_is_active_employers_registered_by_the_day() -> None:
    rows = (
        employer("E1"), employer("E2", registered_on=ago(0)), employer("E3", registered_on=ago(-1)),
        employer("E4", active=False),
    )  # fmt: skip
    assert state_of(*rows).employers.index.tolist() == ["E1", "E2"]


@pytest.mark.parametrize(
    ("age", "warmth"), [(0, "active"), (90, "active"), (91, "cooling"), (180, "cooling"), (181, "dormant")]
)
def test_warmth_goes_by_the_last_warm_interaction(age: int, warmth: str) -> None:
    rows = (
        contact("E1", "A", ago(age)),
        contact("E1", "A", ago(900)),
        contact("E1", "A", ago(0), kind="event"),
    )
    assert of_employer(*rows)["warmth"] == warmth


def test_a_coach_who_left_has_warmed_the_relation_all_the_same() -> None:
    left = of_employer(coach("A", ended_on=ago(10)), contact("E1", "A", ago(20)))
    assert (left["warmth"], left["breadth"], left["active_ties"]) == ("active", 0, 0)


@pytest.mark.parametrize(
    ("rows", "rung"),
    [
        ((), 0),
        ((contact(contacted_on=ago(900), kind="email"),), 1),
        ((contact(contacted_on=ago(900), kind="visit"),), 2),
        ((placement(started_on=ago(900), kind="study_visit"),), 2),
        ((placement(started_on=ago(900), kind="internship"),), 3),
        ((placement(started_on=ago(900), kind="employment"),), 4),
    ],
)
def test_the_ladder_is_the_highest_rung_that_holds(rows: tuple[Row, ...], rung: int) -> None:
    assert of_employer(employer("E1"), *rows)["rung"] == rung


def three_clients(last: Row) -> Iterable[Row]:
    return (
        placement("E1", "K1", ago(900), kind="employment"),
        placement("E1", "K2", ago(800), kind="job_tasting"),
        last,
    )


def test_a_partner_has_hired_placed_three_and_been_heard_of_in_half_a_year() -> None:
    assert of_employer(*three_clients(placement("E1", "K3", ago(179), kind="work_trial")))["rung"] == 5
    assert of_employer(*three_clients(placement("E1", "K3", ago(180), kind="work_trial")))["rung"] == 4
    assert of_employer(*three_clients(placement("E1", "K2", ago(9), kind="work_trial")))["rung"] == 4
    assert of_employer(*three_clients(placement("E1", "K3", ago(9), kind="studies")))["rung"] == 4


def test_recency_halves_in_half_a_year() -> None:
    assert of_employer(contact("E1", "A", ago(180)))["recency"] == 0.5
    assert of_employer(contact("E1", "A", ago(1), kind="email"))["recency"] == 0


def test_frequency_counts_different_warm_days_of_a_year() -> None:
    rows = [contact("E1", "A", ago(age)) for age in (0, 0, 364, 365)]
    assert of_employer(*rows)["frequency"] == pytest.approx(2 / 12)
    assert of_employer(*(contact("E1", "A", ago(age)) for age in range(20)))["frequency"] == 1


@pytest.mark.parametrize(
    ("kinds", "depth"),
    [
        (("phone",), 0.2), (("meeting",), 0.3), (("study_visit", "phone"), 0.4), (("work_trial",), 0.6),
        (("employment",), 0.8), (("email",), 0.2), (("event",), 0.2), (("visit",), 0.3),
        (("workplace_analysis",), 0.3), (("job_tasting",), 0.4), (("work_training",), 0.6),
        (("internship", "meeting"), 0.6),
    ],
)  # fmt: skip
def test_depth_is_the_deepest(kinds: tuple[str, ...], depth: float) -> None:
    makers = [placement if kind in PLACEMENT_KINDS else contact for kind in kinds]
    rows = [
        make(kind=kind, **({"started_on": ago(5)} if make is placement else {"contacted_on": ago(5)}))
        for make, kind in zip(makers, kinds, strict=True)
    ]
    assert of_employer(*rows)["depth"] == depth


def test_depth_is_full_with_employments_of_two_clients() -> None:
    first = placement("E1", "K1", ago(500), ago(300), kind="employment")
    assert of_employer(first, placement("E1", "K1", ago(200), kind="employment"))["depth"] == 0.8
    assert of_employer(first, placement("E1", "K2", ago(200), kind="employment"))["depth"] == 1
    with_a_trial = of_employer(first, *(placement("E1", key, ago(200)) for key in ("K1", "K2")))
    assert (with_a_trial["depth"], with_a_trial["employments"], with_a_trial["clients_placed"]) == (0.8, 1, 2)
    assert of_employer(contact())["clients_placed"] == 0


def test_breadth_counts_coaches_with_an_active_tie() -> None:
    rows = [contact("E1", name, ago(5)) for name in "ABCD"]
    assert of_employer(*rows[:2])["breadth"] == pytest.approx(2 / 3)
    assert of_employer(*rows)["breadth"] == 1


def test_reciprocity_weighs_the_employer_s_own_initiatives() -> None:
    theirs = contact("E1", "A", ago(729), initiated_by="employer")
    old = contact("E1", "A", ago(730), initiated_by="employer")
    assert of_employer(theirs, old, contact("E1", "A", ago(1)))["reciprocity"] == 2 / 4
    assert (
        of_employer(*(contact("E1", "A", ago(n), initiated_by="employer") for n in range(9)))["reciprocity"]
        == 1
    )


def test_outcome_is_shrunk_towards_everybody_s_share() -> None:
    won = placement("E1", "K1", ago(90), ago(60), outcome="employment")
    lost = [placement("E2", f"K{n}", ago(90), ago(60), outcome="no_job") for n in range(2, 5)]
    closed = placement("E3", "K6", ago(90), ago(60), outcome="studies")
    rows = (won, *lost, employer("E3", active=False), closed)
    # s = 1, c = 1, p = 2/5, the inactive employer's trial included.
    assert of_employer(*rows)["outcome"] == pytest.approx((1 + 4 * 0.4) / 5)
    assert of_employer(*rows, key="E2")["outcome"] == pytest.approx(4 * 0.4 / 7)
    assert of_employer(*rows, contact("E4", "A", ago(3)), key="E4")["outcome"] == pytest.approx(0.4)


def test_a_trial_without_an_outcome_or_ending_later_is_not_counted() -> None:
    rows = (
        placement("E1", "K1", ago(90), ago(60)),
        placement("E1", "K2", ago(90), ago(-1), outcome="employment"),
        placement("E1", "K3", ago(90), outcome="employment"),
    )
    assert of_employer(*rows)["trials_completed"] == 0
    assert state_of(*rows).mean_success == 0


def test_an_extended_trial_is_one_with_the_next() -> None:
    first = placement("E1", "K1", ago(90), ago(60), outcome="extended")
    within = placement("E1", "K1", ago(46), ago(20), outcome="employment")
    after = placement("E1", "K1", ago(45), ago(20), outcome="employment")
    assert (
        of_employer(first, within)["trials_completed"],
        of_employer(first, within)["trials_succeeded"],
    ) == (1, 1)
    assert (of_employer(first, after)["trials_completed"], of_employer(first, after)["trials_succeeded"]) == (
        2,
        1,
    )
    running = placement("E1", "K1", ago(46))
    assert of_employer(first, running)["trials_completed"] == 0
    other_kind = placement("E1", "K1", ago(46), ago(20), kind="internship", outcome="employment")
    assert of_employer(first, other_kind)["trials_completed"] == 2


def test_all_parts_are_nothing_without_an_interaction() -> None:
    other = placement("E2", "K1", ago(90), ago(60), outcome="employment")
    known = of_employer(employer("E1"), other)
    assert (known["strength"], known["outcome"], known["level"], known["rung"]) == (0, 0, "none", 0)


def test_strength_is_the_weighted_sum_and_the_level_follows() -> None:
    # R 1, F 2/12, D 0.8, B 1/3, P 2/4, O 0, with one call from the employer and one employment, both today.
    rows = (
        placement("E1", "K1", ago(0), kind="employment"),
        contact("E1", "A", ago(1), initiated_by="employer"),
    )
    row = of_employer(*rows)
    assert row["strength"] == pytest.approx(25 + 20 * 2 / 12 + 25 * 0.8 + 10 / 3 + 10 * 2 / 3)
    assert row["level"] == "medium"


def test_sixty_is_strong_only_from_the_third_rung() -> None:
    calls = [contact("E1", name, ago(n), initiated_by="employer") for n, name in enumerate("ABC" * 4)]
    talker = of_employer(*calls)
    assert talker["strength"] >= 60
    assert (talker["rung"], talker["level"]) == (1, "medium")
    assert of_employer(*calls, placement("E1", "K1", ago(5)))["level"] == "strong"


@pytest.mark.parametrize(
    ("kind", "age", "ended", "occupied"),
    [
        ("work_trial", 300, None, 1), ("work_trial", 3, ago(0), 0), ("work_trial", 3, ago(-1), 1),
        ("study_visit", 0, None, 0), ("study_visit", 0, ago(-1), 1), ("job_tasting", 13, None, 1),
        ("job_tasting", 14, None, 0), ("employment", 181, None, 1), ("employment", 182, None, 0),
        ("studies", 3, None, 0),
    ],
)  # fmt: skip
def test_a_place_is_occupied_while_it_runs(kind: str, age: int, ended: str | None, occupied: int) -> None:
    assert of_employer(employer("E1"), placement("E1", "K1", ago(age), ended, kind))["occupied"] == occupied


def test_a_renewed_employment_occupies_from_its_first_start() -> None:
    first = placement("E1", "K1", ago(190), ago(50), kind="employment")
    assert of_employer(first, placement("E1", "K1", ago(36), kind="employment"))["occupied"] == 0
    assert of_employer(first, placement("E1", "K1", ago(35), kind="employment"))["occupied"] == 1


def test_two_rows_of_a_spell_hold_two_places() -> None:
    rows = [
        placement("E1", "K1", ago(20), kind="employment"),
        placement("E1", "K1", ago(10), kind="employment"),
    ]
    both = of_employer(employer("E1", capacity=1), *rows)
    assert (both["running"], both["occupied"], both["free"], both["fatigued"]) == (2, 2, 0, True)


def test_an_old_employment_runs_without_taking_a_place() -> None:
    row = of_employer(placement("E1", "K1", ago(400), kind="employment"))
    assert (row["running"], row["occupied"], row["free"]) == (1, 0, 1)


def test_seven_of_our_contacts_without_a_placement_tire_an_employer() -> None:
    calls = [contact("E1", "A", ago(89)) for _n in range(7)]
    assert of_employer(*calls)["fatigued"]
    assert not of_employer(*calls[:6], contact("E1", "A", ago(90)))["fatigued"]
    assert not of_employer(*calls[:6], contact("E1", "A", ago(1), initiated_by="employer"))["fatigued"]
    assert not of_employer(*calls, placement("E1", "K1", ago(89), ago(80)))["fatigued"]
    assert of_employer(*calls, placement("E1", "K1", ago(90), ago(80)))["fatigued"]
    assert of_employer(*calls, placement("E1", "K1", ago(5), kind="studies"))["fatigued"]


def test_counts_beside_the_strength() -> None:
    rows = (
        placement("E1", "K1", ago(300), ago(200), kind="employment"),
        placement("E1", "K1", ago(190), kind="employment"),
        placement("E1", "K2", ago(90), ago(60), outcome="no_job", placement_id="P1"),
        follow_up("P1", ago(70), ago(70)),
    )
    row = of_employer(*rows)
    assert (row["employments"], row["placements"], row["clients_placed"]) == (1, 3, 2)
    assert row["first_on"].date().isoformat() == ago(300)


def test_coaches_carry_their_caseload() -> None:
    rows = (
        client("K1", "A"),
        client("K2", "A", ago(0)),
        client("K3", "A", ago(-1)),
        client("K4", "A", closed_on=ago(0)),
        client("K5", "A", None, applied_on=ago(9)),
        coach("B", ended_on=ago(0), fte=0.5),
        contact("E1", "A", ago(2)),
    )
    coaches = state_of(*rows).coaches
    assert coaches["caseload"].to_dict() == {"A": 2, "B": 0}
    assert coaches["works"].to_dict() == {"A": True, "B": False}
    assert coaches["active_ties"].to_dict() == {"A": 1, "B": 0}
