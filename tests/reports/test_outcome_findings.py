"""What the cards of outcomes say: each way that numbers can turn out, and what was one period earlier."""

from collections.abc import Sequence

import numpy as np
import pytest
from sqlalchemy import Engine

from dashboard.analysis.intervals import Share
from dashboard.analysis.several import Sample
from dashboard.i18n import use_language
from dashboard.reports.board_cards import CARDS as BOARD
from dashboard.reports.outcome_cards import STAFF_ONLY
from dashboard.reports.outcome_coaches import coaches_finding
from dashboard.reports.outcome_split import NAMES
from dashboard.reports.outcome_waiting import Waits, waited
from dashboard.reports.state import BOARD_CARDS, SPLITS
from tests.builders import Row, client, coach, placement
from tests.reports.network_small import opened
from tests.reports.test_outcome_cards import card, plain, said, step, trials


@pytest.fixture(autouse=True)
def _english() -> None:
    use_language("en")


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ([], "No trial with a recorded outcome ended in the period."),
        (
            [Share(12, 20)],
            "Only one coach has trials with a recorded outcome. All together 12 of 20 (60%) led to work or",
        ),
        (
            [Share(5, 9), Share(0, 9)],
            "Too few to compare: no coach has 10 trials or more beside the others. All together 5 of 18",
        ),
        (
            [Share(12, 20), Share(8, 20), Share(1, 2)],
            "It cannot be told whether coaches differ: what the 2 with enough trials differ by may be",
        ),
        (
            [Share(20, 20), Share(10, 20), Share(10, 20)],
            "1 of 3 coaches with enough trials has a share that differs from the others' by more than",
        ),
        (
            [Share(20, 20), Share(0, 20), Share(10, 20)],
            "2 of 3 coaches with enough trials have shares that differ from the others' by more than chance.",
        ),
    ],
)
def test_of_coaches_is_said_what_the_intervals_allow(shares: Sequence[Share], expected: str) -> None:
    assert plain(coaches_finding(shares)).startswith(expected)


def of_coach(name: str, successes: int, failures: int, year: int = 2026) -> list[Row]:
    return trials(year, successes, failures, f"E{name}", coach_id=name)


def test_coaches_stand_by_name_with_the_period_before_and_nobody_is_named(sqlite_engine: Engine) -> None:
    access = opened(
        sqlite_engine,
        coach("A", name="Östen"),
        coach("B", name="Berit"),
        *of_coach("A", 20, 0),
        *of_coach("B", 6, 14),
        *of_coach("B", 1, 4, 2025),
        client("alone", "A"),
        placement("E3", "alone", "2026-01-07", "2026-03-01", outcome="no_job", coach_id=None),
    )
    made = card(access, "coaches")
    # The trial without a coach is that of its client's.
    assert [(*row.cells[:4], *row.cells[9:11]) for row in made.rows] == [
        ("Berit", 20, 6, 20, 1, 5),
        ("Östen", 21, 20, 21, 0, 0),
    ]
    assert [row.beside for row in made.panels[0].shares] == ["before: 1 of 5", ""]
    assert "Berit" not in made.finding
    assert "Östen" not in made.finding
    assert plain(made.finding).startswith("2 of 2 coaches")


def test_trials_by_coach_are_in_no_report_to_a_board_and_no_address_asks_for_them() -> None:
    assert set(STAFF_ONLY) == {"coaches"}
    assert not STAFF_ONLY & {*BOARD, *BOARD_CARDS}
    assert not {"coach", "coaches"} & {*SPLITS, *NAMES}


def waits(*days: int, waiting: int = 0) -> Sample:
    """It came on these days; some others have waited for a hundred so far."""
    lengths = np.array([*days, *[100] * waiting], dtype=np.int64)
    return Sample(lengths, np.arange(len(lengths)) < len(days))


EARLY, LATE = waits(*range(1, 21)), waits(*range(41, 61))


@pytest.mark.parametrize(
    ("contact", "placed", "before", "expected"),
    [
        (waits(), waits(), EARLY, "Nobody was enrolled in the period, so there is no waiting time."),
        (waits(3), waits(3), EARLY, "Only 1 client was enrolled in the period: too few to say how long it"),
        (waits(3, waiting=19), waits(), EARLY, "Fewer than half of the 20 new clients have had a first"),
        (EARLY, LATE, EARLY, "contact with an employer within 10 days. Half of them had a first placement w"),
        (EARLY, waits(3, waiting=19), EARLY, "Fewer than half of them have had a first placement. Whether"),
        (EARLY, EARLY, LATE, "comes sooner than in the period before (then: 50 days)."),
        (LATE, LATE, EARLY, "comes later than in the period before (then: 10 days)."),
        (EARLY, EARLY, EARLY, "sooner or later than in the period before (then: 10 days) cannot be told."),
        (EARLY, EARLY, waits(1), "There were too few new clients in the period before to compare with."),
        (
            waits(3, waiting=19),
            waits(),
            waits(waiting=20),
            "before (then: not reached by half) cannot be told.",
        ),
    ],
)
def test_the_wait_is_told_and_whether_it_has_changed(
    contact: Sample, placed: Sample, before: Sample, expected: str
) -> None:
    assert expected in plain(waited(Waits(contact, placed), Waits(before, before)))


def test_from_trial_to_job_is_told_of_those_who_came_to_a_trial(sqlite_engine: Engine) -> None:
    jobs = [placement("E1", f"K2026E1{number:03}", "2026-04-01", kind="employment") for number in range(6)]
    told = said(opened(sqlite_engine, *trials(2026, 0, 12), *jobs), "chain")
    assert told.startswith(
        "Of those who came to a trial, 6 of 12 (50%) later got a job at the same employer."
    )


def test_who_was_in_work_in_the_quarter_is_told_beside_the_period_before(sqlite_engine: Engine) -> None:
    people = [client(f"K{number:02}", enrolled_on="2024-01-01") for number in range(40)]
    new = [placement("E1", f"K{number:02}", "2026-01-01", kind="employment") for number in range(30)]
    access = opened(sqlite_engine, *people, *new)
    assert said(access, "work").startswith(
        "30 of 40 (75%) of the clients served in the quarter were in work at some time in it."
    )
    assert said(access, "work").endswith("It has risen since the period before (0% of 40).")
    assert [row.beside for row in card(access, "work").panels[0].counts] == [
        "before: 0",
        "before: 0",
        "before: 0",
    ]
    few = said(access, "work", "per=2025-06-30")
    assert few.startswith("0 of 40 (0%)")
    assert "Whether it has changed" in few


def test_without_an_ending_there_is_no_interval_of_what_lasts(sqlite_engine: Engine) -> None:
    jobs = [placement(f"E{number}", f"K{number}", "2025-09-01", kind="employment") for number in range(6)]
    assert said(opened(sqlite_engine, *jobs), "lasting") == (
        "100% of the employments still run after half a year; 6 have been followed that far."
    )


@pytest.mark.parametrize(
    ("hired", "expected"),
    [(10, "50% of the clients had a first job within a year of enrolment. uncertain"), (0, "0%")],
)
def test_the_first_job_is_told_with_its_interval_where_there_is_one(
    sqlite_engine: Engine, hired: int, expected: str
) -> None:
    people = [client(f"K{number:02}", enrolled_on="2024-09-01") for number in range(20)]
    jobs = [placement("E1", f"K{number:02}", "2025-01-01", kind="employment") for number in range(hired)]
    told = said(opened(sqlite_engine, *people, *jobs), "first_job")
    assert told.startswith(expected)
    assert ("uncertain" in told) == bool(hired)


def test_a_first_half_year_has_none_to_be_compared_with(sqlite_engine: Engine) -> None:
    people = [client(f"K{number:02}", enrolled_on="2025-02-01") for number in range(12)]
    told = said(opened(sqlite_engine, *people), "half_years")
    assert told.startswith(
        "Of those enrolled in the first half of 2025, 0 of 12 (0%) had a first job within a year."
    )
    assert "period before" not in told


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (
            ["2026-01-03"] * 2 + ["2026-06-01"] * 8,
            "Half of those that break off do so within the first week.",
        ),
        (
            ["2026-01-21"] * 10,
            "100% of the trials break off within 3 weeks. Half of those that break off do so",
        ),
    ],
)
def test_when_trials_break_off_has_words_for_the_first_week_and_for_all(
    sqlite_engine: Engine, days: list[str], expected: str
) -> None:
    ended = [
        placement(
            "E1",
            f"K{number:02}",
            "2026-01-01",
            day,
            outcome="no_job" if day == "2026-06-01" else "interrupted_other",
        )
        for number, day in enumerate(days)
    ]
    assert expected in said(opened(sqlite_engine, *ended), "interruption")


def test_who_went_back_is_held_beside_the_period_before(sqlite_engine: Engine) -> None:
    moves = [
        row
        for number in range(12)
        for row in (
            client(f"K{number:02}"),
            step(f"K{number:02}", 2, "2024-08-01"),
            step(f"K{number:02}", 1, "2025-02-01"),
            step(f"K{number:02}", 3, "2026-02-01"),
        )
    ]
    access = opened(sqlite_engine, *moves)
    assert said(access, "steps").endswith("It has fallen since the period before (100% of 12).")
    assert [row.cells[4] for row in card(access, "steps").rows[-2:]] == [12, 12]


def test_women_and_men_who_are_few_are_counted_and_not_compared(sqlite_engine: Engine) -> None:
    people = [client("K1", gender="woman"), client("K2", gender="man")]
    told = said(opened(sqlite_engine, *people), "equality")
    assert told == "Got work in the period: women 0 of 1, men 0 of 1. Too few to compare."


def test_one_who_waits_is_told_as_one(sqlite_engine: Engine) -> None:
    waiting = client("K1", None, None, unit_id="U1", applied_on="2026-06-10")
    assert said(opened(sqlite_engine, waiting), "queue") == "1 client waits to be enrolled, since 20 days."
