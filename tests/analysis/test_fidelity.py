"""The method check, item by item, by hand."""

from typing import Any

import pytest

from dashboard.analysis.fidelity import score
from tests.analysis.reporting import report_of
from tests.analysis.small import ago
from tests.builders import Row, client, coach, contact, follow_up, placement


def item(name: str, *rows: Row, **options) -> Any:
    found = {line["item"]: line for line in report_of(*rows, **options)["fidelity"]}
    return found[name]["value"], found[name]["n"], found[name]["score"]


def job(key="P1", start=200, end: int | None = None, client_id="K1", employer_id="E1", **cells) -> Row:
    days = ago(start), None if end is None else ago(end)
    return placement(employer_id, client_id, *days, "employment", placement_id=key, **cells)


@pytest.mark.parametrize(
    ("name", "value", "points"),
    [
        ("caseload", 20.0, 5), ("caseload", 20.01, 4), ("caseload", 40.0, 2), ("caseload", 40.1, 1),
        ("rapid_search", 30, 5), ("rapid_search", 31, 4), ("rapid_search", 270, 2), ("rapid_search", 271, 1),
        ("employer_contacts", 6.0, 5), ("employer_contacts", 5.99, 4), ("employer_contacts", 1.99, 1),
        ("job_diversity", 0.85, 5), ("job_diversity", 0.8499, 4), ("job_diversity", 0.70, 4),
        ("job_diversity", 0.60, 3), ("job_diversity", 0.50, 2), ("job_diversity", 0.49, 1),
        ("employer_diversity", 0.85, 5), ("employer_diversity", 0.70, 4), ("employer_diversity", 0.60, 3),
        ("employer_diversity", 0.50, 2), ("caseload", 25.0, 4), ("caseload", 30.0, 3),
        ("caseload", 30.1, 2), ("caseload", 25.01, 3),
        ("rapid_search", 60.5, 3), ("rapid_search", 60, 4),
        ("rapid_search", 150, 3), ("rapid_search", 151, 2),
        ("employer_contacts", 5.0, 4), ("employer_contacts", 4.0, 3), ("employer_contacts", 2.0, 2),
        ("permanent_jobs", 0.95, 5), ("permanent_jobs", 0.85, 4), ("permanent_jobs", 0.75, 3),
        ("time_unlimited_support", 0.75, 4), ("time_unlimited_support", 0.50, 3),
        ("permanent_jobs", 0.65, 2), ("permanent_jobs", 0.649, 1),
        ("time_unlimited_support", 0.25, 2), ("time_unlimited_support", 0.9, 5),
    ],
)  # fmt: skip
def test_points_begin_at_the_limit_itself(name: str, value: float, points: int) -> None:
    assert score(name, value) == points


def test_a_share_that_arithmetic_makes_a_hair_too_small_still_reaches_its_limit() -> None:
    assert score("job_diversity", 0.6999999999999999) == 4


def test_nothing_to_compute_from_gives_neither_value_nor_points() -> None:
    for line in report_of()["fidelity"]:
        assert (line["value"], line["n"], line["score"]) == (None, 0, None)


def test_caseload_is_active_clients_per_fte() -> None:
    assert item("caseload", coach(fte=0.5), client()) == (2.0, 1, 5)
    assert item("caseload", coach(ended_on=ago(0)), client()) == (None, 1, None)
    assert item("caseload", coach(), client(closed_on=ago(0))) == (None, 0, None)


def test_rapid_search_that_is_never_reached_scores_one() -> None:
    new = client(enrolled_on=ago(100))
    assert item("rapid_search", new) == (None, 1, 1)
    assert item("rapid_search", new, contact(contacted_on=ago(90), client_id="K1")) == (None, 1, 1)
    assert item("rapid_search", new, contact(contacted_on=ago(90), kind="visit", client_id="K1")) == (
        10,
        1,
        5,
    )
    visited = placement("E1", "K1", ago(60), kind="study_visit")
    assert item("rapid_search", new, visited) == (40, 1, 4)
    met = contact(contacted_on=ago(75), kind="meeting", client_id="K1")
    assert item("rapid_search", new, visited, met) == (25, 1, 5)


def test_employer_contacts_are_per_week_of_work_in_the_period() -> None:
    meetings = [contact(contacted_on=ago(n), kind="meeting") for n in range(4)]
    two_weeks = {"first": "2026-06-17", "last": "2026-12-31"}
    assert item("employer_contacts", coach(), *meetings, **two_weeks) == (2.0, 4, 2)
    half = coach(fte=0.5, started_on="2026-06-24")
    assert item("employer_contacts", half, *meetings, **two_weeks) == (8.0, 4, 5)
    gone = coach(ended_on="2026-06-24")
    assert item("employer_contacts", gone, *meetings, **two_weeks) == (4.0, 4, 3)
    assert item("employer_contacts", coach(), contact(contacted_on=ago(1)), **two_weeks) == (0.0, 0, 1)
    assert item("employer_contacts", coach(started_on=ago(-1)), *meetings)[0] is None


def test_diversity_counts_spells_and_the_first_known_occupation() -> None:
    rows = (
        job("P1", 300, 200, occupation=None),
        job("P2", 195, None, occupation="9412"),
        job("P3", 100, client_id="K2", occupation="941"),
        job("P4", 90, client_id="K3", employer_id="E2", occupation="94"),
        job("P5", 80, client_id="K4"),
    )
    assert item("job_diversity", *rows) == (0.6667, 3, 3)
    # Renewed in another occupation: cleaner first, then like the other client's; two kinds of jobs, not one.
    renewed = (job("P1", 300, 200, occupation="9111"), job("P2", 195, None, occupation="9412"))
    assert item("job_diversity", *renewed, job("P3", 100, client_id="K2", occupation="941")) == (1.0, 2, 5)
    assert item("employer_diversity", *rows) == (0.5, 4, 2)


def test_fewer_than_ten_known_contracts_score_one() -> None:
    rows = [job(f"P{n}", client_id=f"K{n}", contract="permanent") for n in range(1, 10)]
    assert item("permanent_jobs", *rows) == (1.0, 9, 1)
    assert item("permanent_jobs", *rows, job("Q", client_id="K0", contract="permanent")) == (1.0, 10, 5)
    assert item("permanent_jobs", *rows, job("Q", client_id="K0")) == (1.0, 9, 1)
    assert item("permanent_jobs", job()) == (None, 0, None)


def test_the_contract_is_that_of_the_spell_s_last_row() -> None:
    rows = (job("P1", 300, 200, contract="permanent"), job("P2", 195, contract="fixed_term"))
    assert item("permanent_jobs", *rows) == (0.0, 1, 1)
    assert item("permanent_jobs", rows[0], job("P2", 195)) == (None, 0, None)


def supported(age: int, *days: int, key="P1") -> Any:
    """Whether an employment of an age, followed up on those days after its start, counts as supported."""
    rows = [follow_up(key, ago(age - day), ago(age - day)) for day in days]
    return item("time_unlimited_support", job(key, age), *rows)[:2]


def test_support_takes_three_of_the_first_four_stretches() -> None:
    assert supported(28, 0, 8, 15) == (1.0, 1)
    assert supported(28, 7, 14, 28) == (1.0, 1)
    assert supported(28, 7, 7, 28) == (0.0, 1)
    assert supported(40, 8, 21, 22) == (1.0, 1)
    assert supported(40, 7, 14, 29) == (0.0, 1)
    assert supported(27, 7, 14, 21) == (None, 0)


def test_one_gap_may_be_too_long_and_not_two() -> None:
    assert supported(100, 7, 14, 21, 59, 97) == (1.0, 1)
    assert supported(100, 7, 14, 21, 60, 98) == (1.0, 1), "one of 39 days"
    assert supported(100, 7, 14, 21, 60) == (0.0, 1), "39 and 40 days"


FIRST_YEAR = (7, 14, 21, *range(51, 322, 30))
"""Every gap is 30 days at most; the last day is 321."""


def test_after_a_year_a_gap_may_be_ninety_nine_days() -> None:
    year = (*FIRST_YEAR, 351, 365)
    assert supported(365 + 99, *year) == (1.0, 1)
    assert supported(365 + 99 + 100, *year, 365 + 99) == (1.0, 1), "one of 100 days"
    assert supported(365 + 100 + 99, *year, 365 + 100) == (1.0, 1), "one of 100 days, then one of 99"
    assert supported(365 + 200, *year, 365 + 100) == (0.0, 1), "two of 100 days"


def test_a_gap_over_the_year_s_end_is_judged_by_its_part_before_and_by_its_whole() -> None:
    with_one_long = tuple(day for day in FIRST_YEAR if day != 81)
    # From day 327: 38 days up to day 365, 99 in all.
    assert supported(327 + 99, *with_one_long, 327) == (1.0, 1)
    assert supported(327 + 100, *with_one_long, 327) == (0.0, 1), "100 in all"
    assert supported(326 + 60, *with_one_long, 326) == (0.0, 1), "39 up to day 365"
    assert supported(326 + 60, *FIRST_YEAR, 326) == (1.0, 1), "the only long one"


def test_a_follow_up_before_the_start_is_no_support() -> None:
    assert supported(28, -1, 8, 15) == (0.0, 1)
