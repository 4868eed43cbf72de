"""Follow-ups: waiting, done, in time, expected by the standard, unseen — by hand."""

from typing import Any

import pytest

from tests.analysis.reporting import report_of
from tests.analysis.small import ago
from tests.builders import Row, client, coach, follow_up, placement, unit

FORTY_DAYS_AGO = ago(40)


def follow_ups(*rows: Row, **options) -> Any:
    return report_of(*rows, **options)["follow_ups"]


def placed(kind="work_trial", start=FORTY_DAYS_AGO, end: str | None = None, key="P1", **cells) -> Row:
    employer = None if kind == "studies" else "E1"
    return placement(employer, "K1", start, end, kind, placement_id=key, **cells)


def test_a_follow_up_is_due_on_its_day_and_overdue_the_next() -> None:
    assert follow_ups(placed(), follow_up(planned_on=ago(-1)))["due"] == 0
    today = follow_ups(placed(), follow_up(planned_on=ago(0)))
    assert (today["due"], today["overdue"]) == (1, 0)
    assert follow_ups(placed(), follow_up(planned_on=ago(1)))["overdue"] == 1


def test_what_ended_a_month_ago_has_lapsed() -> None:
    made = follow_ups(placed(end=ago(30)), follow_up(planned_on=ago(35)))
    assert (made["due"], made["lapsed"]) == (0, 1)
    assert follow_ups(placed(end=ago(29)), follow_up(planned_on=ago(35)))["due"] == 1


def test_what_was_planned_for_the_end_day_or_later_has_lapsed() -> None:
    assert follow_ups(placed(end=ago(10)), follow_up(planned_on=ago(10)))["lapsed"] == 1
    assert follow_ups(placed(end=ago(10)), follow_up(planned_on=ago(11)))["due"] == 1


def test_of_done_and_cancelled_done_wins_once_it_is_known() -> None:
    both = follow_up(planned_on=ago(10), done_on=ago(5), cancelled=True)
    made = follow_ups(placed(), both)
    assert (made["done"], made["on_time"]["n"], made["on_time"]["of"]) == (1, 1, 1)
    today = follow_ups(placed(), follow_up(planned_on=ago(10), done_on=ago(0), cancelled=True))
    assert (today["done"], today["on_time"]["n"], today["on_time"]["of"]) == (1, 0, 1)
    earlier = follow_ups(placed(), follow_up(planned_on=ago(10), done_on=ago(-5), cancelled=True))
    assert (earlier["done"], earlier["due"], earlier["on_time"]["of"]) == (0, 0, 0)


def test_in_time_is_within_seven_days_of_which_all_must_have_passed() -> None:
    assert follow_ups(placed(), follow_up(planned_on=ago(7), done_on=ago(0)))["on_time"]["n"] == 1
    assert follow_ups(placed(), follow_up(planned_on=ago(20), done_on=ago(12)))["on_time"]["n"] == 0
    assert follow_ups(placed(), follow_up(planned_on=ago(6), done_on=ago(6)))["on_time"]["of"] == 0
    assert follow_ups(placed(), follow_up(planned_on=ago(7)))["on_time"] == {
        "n": 0, "of": 1, "share": 0.0, "interval": [0.0, 0.7935],
    }  # fmt: skip


def test_a_follow_up_of_a_row_that_has_not_begun_is_not_known() -> None:
    later = placed(start=ago(-1))
    made = follow_ups(later, follow_up(planned_on=ago(3), done_on=ago(2)), follow_up(planned_on=ago(20)))
    assert (made["done"], made["due"], made["lapsed"], made["on_time"]["of"]) == (0, 0, 0, 0)


def test_the_placement_of_a_follow_up_is_the_whole_spell() -> None:
    rows = (
        placed("employment", ago(300), ago(100), "P1"),
        placed("employment", ago(95), None, "P2"),
        follow_up("P1", ago(110)),
    )
    assert follow_ups(*rows)["due"] == 1


# By the standard


def expected(*rows: Row, on="2026-06-30") -> list[tuple[str, int]]:
    load = follow_ups(*rows, on=on)["load"]
    return [(row["week"], row["expected"]) for row in load if row["expected"]]


def next_four(*rows: Row, on="2026-06-30") -> int:
    return sum(row["expected_next_4_weeks"] for row in follow_ups(*rows, on=on)["by_coach"])


def test_a_trial_is_expected_every_week_for_four_weeks_and_then_every_other() -> None:
    # Wednesday 1 July 2026 is week 27; 8, 15, 22, 29 July, then 12 and 26 August …
    assert expected(placed(start="2026-07-01"), on="2026-07-01") == [
        ("2026-W28", 1), ("2026-W29", 1), ("2026-W30", 1), ("2026-W31", 1), ("2026-W33", 1),
        ("2026-W35", 1), ("2026-W37", 1), ("2026-W39", 1),
    ]  # fmt: skip


def test_an_employment_is_expected_every_month_of_the_first_year_and_then_every_quarter() -> None:
    young = placed("employment", "2026-05-29")
    # 29 July and August, and September, which lies beyond the twelve weeks.
    assert expected(young, on="2026-06-30") == [("2026-W31", 1), ("2026-W35", 1)]
    old = placed("employment", "2025-04-29")
    # 12 months have passed: 29 July is the fifteenth, the next is the eighteenth.
    assert expected(old, on="2026-06-30") == [("2026-W31", 1)]


def test_a_short_month_has_its_last_day_and_the_long_ones_theirs() -> None:
    studies = placed("studies", "2025-12-31")
    assert next_four(studies, on="2026-01-31") == 1  # 28 February
    assert expected(studies, on="2026-01-31") == [("2026-W09", 1), ("2026-W14", 1)]  # 31 March
    leap = placed("studies", "2027-12-31")
    assert expected(leap, on="2028-02-01")[0] == ("2028-W09", 1)  # Tuesday 29 February
    assert expected(leap, on="2028-02-29") == [("2028-W13", 1), ("2028-W17", 1)]


def test_weeks_are_named_by_their_iso_year() -> None:
    row = placed("employment", "2026-11-02")
    # 2 January 2027 is a Saturday of week 53 of 2026.
    assert ("2026-W53", 1) in expected(row, on="2026-12-01")


def test_the_first_and_the_last_day_of_a_stretch_are_expected_in_it() -> None:
    # Begun on 24 June: 1, 8, 15 and 22 July, the first of them the day after.
    assert follow_ups(placed(start=ago(6), coach_id="A"))["by_coach"][0]["expected_next_4_weeks"] == 4
    # Begun on 7 June: every other week from 5 July, so on Sunday 27 September, the last day of the load.
    last = follow_ups(placed(start=ago(23), coach_id="A"))["load"][-1]
    assert (last["week"], last["expected"]) == ("2026-W39", 1)


def test_studies_are_expected_from_the_first_month_on() -> None:
    # Begun on 20 June: the first month is over on 20 July, within the four weeks to 28 July.
    begun = follow_ups(placed("studies", start=ago(10), coach_id="A"))
    assert begun["by_coach"][0]["expected_next_4_weeks"] == 1


def test_a_planned_day_takes_the_place_of_all_the_standard_s_days_before_it() -> None:
    row = placed(start="2026-06-30")
    assert next_four(row) == 4
    ahead = follow_up(planned_on="2026-07-14")
    made = follow_ups(row, ahead)["by_coach"][0]
    assert (made["planned_next_4_weeks"], made["expected_next_4_weeks"]) == (1, 2)
    assert next_four(row, follow_up(planned_on="2026-07-14", cancelled=True)) == 4
    assert next_four(row, follow_up(planned_on="2026-06-30", done_on="2026-06-30")) == 4


def test_expectation_ends_with_the_planned_end_when_that_lies_ahead() -> None:
    assert next_four(placed(start="2026-06-30", planned_end_on="2026-07-14")) == 2
    assert next_four(placed(start="2026-06-01", planned_end_on="2026-06-29")) == next_four(
        placed(start="2026-06-01")
    )


def test_the_planned_end_and_the_coach_are_those_of_the_spell_s_last_row() -> None:
    rows = (
        placed("employment", "2026-05-01", "2026-06-10", "P1", planned_end_on="2026-07-01", coach_id="A"),
        placed("employment", "2026-06-12", None, "P2", planned_end_on="2026-08-01", coach_id="B"),
    )
    made = follow_ups(*rows)["by_coach"]
    # Two months after 1 May is 1 July.
    assert [(row["coach_id"], row["expected_next_4_weeks"]) for row in made] == [("A", 0), ("B", 1)]


def test_study_visits_and_tastings_have_no_standard_but_their_plans_count() -> None:
    row = placed("job_tasting", "2026-06-25")
    made = follow_ups(row, follow_up(planned_on="2026-07-02"))["by_coach"][0]
    assert (made["planned_next_4_weeks"], made["expected_next_4_weeks"]) == (1, 0)


def test_the_next_four_weeks_are_the_28_days_after_the_day() -> None:
    plans = [follow_up(planned_on=day) for day in ("2026-07-01", "2026-07-28", "2026-07-29")]
    assert follow_ups(placed(), *plans)["by_coach"][0]["planned_next_4_weeks"] == 2
    done_early = follow_up(planned_on="2026-07-01", done_on=ago(0))
    assert follow_ups(placed(), done_early)["by_coach"][0]["planned_next_4_weeks"] == 0


# Whose


def test_a_coach_who_left_stands_there_only_with_a_figure() -> None:
    rows = (coach("A"), coach("B", ended_on=ago(1)), placed(coach_id="A"))
    assert [row["coach_id"] for row in follow_ups(*rows)["by_coach"]] == ["A"]
    due = follow_up(planned_on=ago(3), coach_id="B")
    assert [row["coach_id"] for row in follow_ups(*rows, due)["by_coach"]] == ["A", "B"]


def test_a_follow_up_s_coach_is_its_own_else_the_row_s_else_the_client_s() -> None:
    coaches = [coach(key) for key in "ABC"]
    row, own = placed(coach_id="B"), follow_up(planned_on=ago(3), coach_id="C")
    for rows, owner in (
        ((row, own), "C"),
        ((row, follow_up(planned_on=ago(3))), "B"),
        ((placed(coach_id=None), follow_up(planned_on=ago(3))), "A"),
    ):
        made = follow_ups(*coaches, client(coach_id="A"), *rows)["by_coach"]
        assert [each["coach_id"] for each in made if each["due"]] == [owner]


def test_a_follow_up_without_any_coach_is_counted_and_stands_with_nobody() -> None:
    made = follow_ups(client(coach_id=None), placed(), follow_up(planned_on=ago(3)))
    assert (made["due"], made["by_coach"], made["load"]) == (1, [], [])


def test_another_unit_s_coach_stands_there_with_his_figure_alone() -> None:
    rows = (
        unit("U1"), unit("U2"), coach("A", unit_id="U1"), coach("B", unit_id="U2"), client(coach_id="A"),
        placed(coach_id="A"), follow_up(planned_on=ago(3), coach_id="B"),
    )  # fmt: skip
    assert [row["coach_id"] for row in follow_ups(*rows, units=("U1",))["by_coach"]] == ["A", "B"]
    assert [row["coach_id"] for row in follow_ups(*rows, units=("U2",))["by_coach"]] == ["B"]


def test_what_another_unit_has_done_is_no_load_of_ours() -> None:
    rows = (
        *(unit("U1"), unit("U2"), coach("A", unit_id="U1"), coach("B", unit_id="U2")),
        *(client("K1", "B", unit_id="U2"), placed(coach_id="B")),
        follow_up(planned_on=ago(10), done_on=ago(10), coach_id="B"),
    )
    assert follow_ups(*rows, units=("U1",))["load"] == []
    assert [row["done"] for row in follow_ups(*rows, units=("U2",))["load"] if row["done"]] == [1]


def test_the_load_spans_twelve_weeks_on_either_side() -> None:
    # 30 June 2026 is a Tuesday: the weeks begin on 6 April and end on 27 September.
    days = ("2026-04-05", "2026-04-06", "2026-06-30", "2026-09-27", "2026-09-28")
    rows = [
        follow_up(planned_on=day, done_on=day if day < "2026-06-30" else None, coach_id="A") for day in days
    ]
    load = follow_ups(placed("studies", "2026-01-01"), *rows)["load"]
    assert [row["week"] for row in load] == ["2026-W15", "2026-W27", "2026-W39"]
    assert [(row["done"], row["due"], row["planned"]) for row in load] == [(1, 0, 0), (0, 1, 0), (0, 0, 1)]


# Unseen, and both parties


@pytest.mark.parametrize(
    ("kind", "age", "last", "unseen"),
    [
        ("work_trial", 14, None, 0),
        ("work_trial", 15, None, 1),
        ("work_trial", 27, 15, 1),
        ("work_trial", 28, 21, 0),
        ("work_trial", 28, 22, 1),
        ("employment", 27, 14, 0),
        ("employment", 27, 15, 1),
        ("employment", 28, 28, 0),
        ("employment", 365, 38, 0),
        ("employment", 365, 39, 1),
        ("employment", 366, 99, 0),
        ("employment", 366, 100, 1),
        ("studies", 38, None, 0),
        ("studies", 39, None, 1),
        ("job_tasting", 13, None, 0),
    ],
)
def test_what_is_unseen(kind: str, age: int, last: int | None, unseen: int) -> None:
    seen = [] if last is None else [follow_up(planned_on=ago(last), done_on=ago(last))]
    assert follow_ups(placed(kind, ago(age)), *seen)["unseen"] == unseen


def test_what_has_ended_is_not_unseen() -> None:
    assert follow_ups(placed(start=ago(40), end=ago(0)))["unseen"] == 0


def test_a_renewed_employment_keeps_its_age_and_its_follow_ups() -> None:
    rows = (
        placed("employment", ago(400), ago(20), "P1"),
        placed("employment", ago(15), None, "P2"),
        follow_up("P1", ago(90), ago(90)),
    )
    assert follow_ups(*rows)["unseen"] == 0


@pytest.mark.parametrize(
    ("parties", "reached"),
    [
        (("both",), 1), (("three_party",), 1), (("client",), 0), (("employer",), 0),
        (("client", "employer"), 1), ((None,), 0),
    ],
)  # fmt: skip
def test_both_parties_are_reached_together_or_one_by_one(
    parties: tuple[str | None, ...], reached: int
) -> None:
    rows = [follow_up(planned_on=ago(20), done_on=ago(20), party=party) for party in parties]
    assert follow_ups(placed(), *rows)["both_parties"]["n"] == reached


def test_both_parties_asks_for_thirty_days_and_looks_sixty_back() -> None:
    assert follow_ups(placed(start=ago(29)))["both_parties"]["of"] == 0
    assert follow_ups(placed(start=ago(30)))["both_parties"]["of"] == 1
    assert follow_ups(placed("studies"))["both_parties"]["of"] == 0
    for age, n in ((59, 1), (60, 0)):
        rows = (placed(start=ago(90)), follow_up(planned_on=ago(age), done_on=ago(age)))
        assert follow_ups(*rows)["both_parties"]["n"] == n
