"""Measures that the JSON report has no key for, by hand: queue, targets, interruption, ways to work."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.basis import Basis
from dashboard.analysis.cooperation import cooperation
from dashboard.analysis.interruption import interruption
from dashboard.analysis.intervals import Share, wilson
from dashboard.analysis.queue import queue
from dashboard.analysis.step_funnel import step_funnel
from dashboard.analysis.stepping_stones import conversion, stepping_stones
from dashboard.analysis.still_in_work import in_work_anywhere, stretches
from dashboard.analysis.targets import judge
from tests.analysis.full_worlds import full_rows
from tests.analysis.reporting import basis_of
from tests.analysis.second_report import SecondReport
from tests.analysis.small import ago
from tests.analysis.worlds import ON
from tests.builders import Row, client, placement, tables_of


def waits(key="K1", applied=100, **cells) -> Row:
    return client(key, enrolled_on=cells.pop("enrolled_on", None), applied_on=ago(applied), **cells)


# The queue


def test_who_applied_and_is_neither_enrolled_nor_closed_waits() -> None:
    assert queue(basis_of(waits())).total.waiting == 1
    assert queue(basis_of(waits(applied=0))).waited.tolist() == [0]
    assert queue(basis_of(waits(applied=-1))).total.waiting == 0
    assert queue(basis_of(waits(enrolled_on=ago(0)))).total.waiting == 0
    assert queue(basis_of(waits(enrolled_on=ago(-1)))).total.waiting == 1
    assert queue(basis_of(waits(closed_on=ago(0)))).total.waiting == 0
    assert queue(basis_of(waits(closed_on=ago(-1)))).total.waiting == 1


def test_the_median_to_enrolment_counts_those_who_wait_and_those_who_gave_up() -> None:
    rows = [waits("K1", 100, enrolled_on=ago(90)), waits("K2", 100, enrolled_on=ago(70)), waits("K3", 20)]
    # 10 of 3, then 30 with one lost at 20 days: ⅔, then ⅓.
    assert queue(basis_of(*rows)).total.median_to_enrolment == 30
    assert queue(basis_of(*rows, waits("K4", 100, closed_on=ago(60)))).total.median_to_enrolment == 30
    assert queue(basis_of(rows[0], rows[2], waits("K5", 50))).total.median_to_enrolment is None


def test_the_queue_is_shown_by_district_and_by_who_referred() -> None:
    rows = [
        waits("K1", 30, district="Norr", referrer="lss"),
        waits("K2", 10, district="Norr"),
        waits("K3", 5),
    ]
    found = queue(basis_of(*rows))
    assert {name: part.waiting for name, part in found.by_district.items()} == {"Norr": 2, "unknown": 1}
    assert found.by_district["Norr"].median_waited == 20.0
    assert {name: part.waiting for name, part in found.by_referrer.items()} == {"lss": 1, "unknown": 2}


def test_an_empty_queue_has_no_medians() -> None:
    total = queue(basis_of()).total
    assert (total.waiting, total.median_waited, total.median_to_enrolment) == (0, None, None)


# Targets


def test_ninety_per_cent_takes_thirty_five_answers_at_least() -> None:
    assert judge(Share(34, 34), 0.9).state == "cannot_tell"
    assert judge(Share(35, 35), 0.9).state == "reached"
    assert judge(Share(0, 0), 0.9).to_reach == 35
    assert judge(Share(30, 30), 0.9).to_reach == 5


def test_a_target_is_missed_when_even_the_upper_limit_is_below_it() -> None:
    found = judge(Share(1, 5), 0.9)
    assert (found.state, found.to_miss) == ("missed", None)
    assert judge(Share(5, 5), 0.9).to_miss == 3
    assert judge(Share(3, 3), 1.0).to_reach is None


@given(st.integers(0, 60), st.integers(0, 60), st.sampled_from((0.5, 0.7, 0.9)))
def test_fewer_further_answers_would_not_do(good: int, bad: int, target: float) -> None:
    found = judge(Share(good, good + bad), target)
    if found.to_reach is not None:
        for more, enough in ((found.to_reach, True), (found.to_reach - 1, False)):
            limits = wilson(good + more, good + bad + more)
            assert (limits is not None and limits[0] >= target) is enough
    if found.to_miss is not None:
        for more, enough in ((found.to_miss, True), (found.to_miss - 1, False)):
            limits = wilson(good, good + bad + more)
            assert (limits is not None and limits[1] < target) is enough


# Interruption


def trial(start: int, end: int | None, outcome: str | None = None, key="K1") -> Row:
    return placement("E1", key, ago(start), None if end is None else ago(end), outcome=outcome)


def test_interruption_grows_by_week_and_other_endings_compete() -> None:
    found = interruption(
        basis_of(
            trial(100, 94, "interrupted_client"),  # day 6: the first week
            trial(100, 93, "employment", "K2"),  # day 7
            trial(100, 86, "interrupted_other", "K3"),  # day 14: the third week
            trial(10, None, None, "K4"),  # followed for 10 days
        )
    )
    assert found.trials == 4
    assert found.weeks.tolist() == [0, 1, 2]
    assert found.by_reason["interrupted_client"].tolist() == [0.25, 0.25, 0.25]
    assert found.by_reason["interrupted_other"].tolist() == [0.0, 0.0, 0.5]
    assert found.any_reason.tolist() == [0.25, 0.25, 0.75]


def test_no_trials_no_weeks() -> None:
    found = interruption(basis_of())
    assert (found.trials, len(found.weeks), len(found.any_reason)) == (0, 0, 0)


# Still in work


def job(start: int, end: int | None, employer="E1", key="K1") -> Row:
    return placement(employer, key, ago(start), None if end is None else ago(end), "employment")


def first_stretch(*rows: Row) -> Any:
    made = basis_of(*rows)
    start, end = stretches(made)
    return [(made.on - a, made.on - b) for a, b in zip(start.tolist(), end.tolist(), strict=True)]


def test_a_change_of_employer_is_no_loss() -> None:
    assert first_stretch(job(300, 200), job(195, 100, "E2")) == [(300, 100)]
    assert first_stretch(job(300, 200), job(185, None, "E2")) == [(300, 200)]
    assert first_stretch(job(300, 100), job(290, 250, "E2"), job(95, None, "E3")) == [(300, -1)]
    assert first_stretch(job(300, 200), job(100, 50, "E2"), job(45, None, "E3")) == [(300, 200)]
    assert first_stretch(job(300, 250), job(90, 80, key="K2")) == [(300, 250), (90, 80)]
    assert first_stretch() == []


def test_work_that_ends_on_the_day_is_lost() -> None:
    assert in_work_anywhere(basis_of(job(100, 0))).at(100) == 0.0
    # K1's first stretch ended after 100 days; that K1 came back, and K2's unbroken one, are apart from it.
    two = (job(300, 200), job(100, None, "E2"), job(150, None, "E2", "K2"))
    assert in_work_anywhere(basis_of(*two)).at(100) == 0.5
    assert in_work_anywhere(basis_of(job(100, -1))).at(100) == 1.0


@settings(max_examples=60, deadline=None)
@given(full_rows())
def test_stretches_agree_with_a_plain_count(records: list[Row]) -> None:
    made = basis_of(*records)
    second = SecondReport(tables_of(records), ON, ())
    expected = []
    for key in sorted({spell.rows[0]["client_id"] for spell in second.jobs}):
        mine = sorted(
            ((s.start, s.end) for s in second.jobs if s.rows[0]["client_id"] == key), key=lambda span: span[0]
        )
        (first, until), rest = mine[0], mine[1:]
        for start, end in rest:
            if until is not None and (start - until).days > 14:
                break
            until = None if until is None or end is None else max(until, end)
        expected.append(((ON - first).days, None if until is None else (ON - until).days))
    begins, ends = stretches(made)
    found = [
        (made.on - a, made.on - b if b <= made.on else None)
        for a, b in zip(begins.tolist(), ends.tolist(), strict=True)
    ]
    assert found == expected
    assert len(in_work_anywhere(made).lengths) == len(found)


# Steps


def step(number: int, age: int, key="K1") -> Row:
    return Row("steps", {"client_id": key, "step": number, "entered_on": ago(age)})


def test_the_funnel_tells_where_clients_are_how_far_they_came_and_how_long_it_takes() -> None:
    rows = [step(1, 100), step(3, 80), step(2, 30), step(1, 50, "K2"), client("K1"), client("K2")]
    found = {each.step: each for each in step_funnel(basis_of(*rows))}
    assert [found[number].now for number in range(1, 6)] == [1, 1, 0, 0, 0]
    assert [found[number].reached for number in range(1, 6)] == [2, 1, 1, 0, 0]
    # Step 1: 20 days for one, and 50 so far for the other.
    assert (found[1].median_days, found[3].median_days, found[2].median_days) == (20, 50, None)


def test_the_funnel_of_nobody() -> None:
    assert [(each.now, each.reached, each.median_days) for each in step_funnel(basis_of())] == [
        (0, 0, None)
    ] * 5


# Cooperation


def involved(party: str, role="participant", key="K1", start=100, end: int | None = None) -> Row:
    days = {"from_on": ago(start), "to_on": None if end is None else ago(end)}
    return Row("cooperation", {"client_id": key, "party": party, "role": role, **days})


def test_cooperation_counts_parties_of_active_clients_that_day() -> None:
    assert cooperation(basis_of(client())) is None
    rows = [
        client("K1"), client("K2", earlier_client_id="K9"), client("K3", closed_on=ago(0)),
        involved("lss"), involved("school"), involved("school", start=50), involved("other", end=0),
        involved("lss", "coordinator", "K2"), involved("school", key="K2"),
        involved("lss", key="K3"), involved("lss", key="K2", start=-1),
    ]  # fmt: skip
    found = cooperation(basis_of(*rows))
    assert found is not None
    assert (found.clients, found.parties_per_client) == (2, 2.0)
    assert (found.several_uncoordinated, found.with_re_entries) == (1, 1)
    assert (found.by_party["lss"], found.by_party["school"], found.by_party["other"]) == (2, 2, 0)
    today = cooperation(basis_of(client(), involved("lss", start=0)))
    assert today is not None
    assert today.by_party["lss"] == 1


# Ways to work


def ways(basis: Basis) -> list[tuple[str, str]]:
    found = stepping_stones(basis)
    names = basis.scope.coded.world.employers["employer_id"]
    return [(names[stone], names[there]) for stone, there in zip(found.stone, found.employer, strict=True)]


def test_a_stepping_stone_leads_to_an_employment_elsewhere_within_half_a_year() -> None:
    stone = trial(300, 250, "no_job")
    assert ways(basis_of(stone, job(70, None, "E2"))) == [("E1", "E2")]
    assert ways(basis_of(stone, job(69, None, "E2"))) == []
    assert ways(basis_of(stone, job(200, None, "E1"))) == []
    assert ways(basis_of(stone, job(310, None, "E2"))) == []
    assert ways(basis_of(stone, job(200, None, "E2", "K2"))) == []
    twice = basis_of(stone, job(240, 200, "E2"), job(180, None, "E2"), trial(299, 251, "no_job", "K2"))
    assert (ways(twice), stepping_stones(twice).clients_of_stone.tolist()) == ([("E1", "E2")], [1, 0])


def test_the_employments_of_others_are_no_steps_of_hers() -> None:
    others = (job(220, None, "E3"), job(200, None, "E4"))
    rows = (*others, trial(300, 250, "no_job", "K2"), job(190, None, "E2", "K2"))
    assert ways(basis_of(*rows)) == [("E1", "E2")]


def test_each_client_and_employer_is_a_pair_of_its_own() -> None:
    # Two employers and four clients: numbered carelessly, the first at E2 would be the fourth at E1.
    rows = [client(f"K{n}") for n in range(1, 5)]
    rows += [placement("E2", "K1", ago(300), ago(300), "study_visit")]
    rows += [placement("E1", "K4", ago(290), ago(280), "job_tasting")]
    assert conversion(basis_of(*rows))["study_visit", "job_tasting"] == Share(0, 1)


def test_of_two_visits_the_first_counts() -> None:
    again = [
        placement("E1", "K1", ago(300), ago(300), "study_visit"),
        placement("E1", "K1", ago(200), ago(190), "job_tasting"),
        placement("E1", "K1", ago(150), ago(150), "study_visit"),
    ]
    assert conversion(basis_of(*again))["study_visit", "job_tasting"] == Share(1, 1)
    # Nor is a day of K2's taken for one of K1's.
    other = placement("E1", "K2", ago(100), ago(100), "study_visit")
    assert conversion(basis_of(*again, other))["study_visit", "job_tasting"] == Share(1, 2)


def test_conversion_follows_the_same_client_at_the_same_employer() -> None:
    rows = [
        placement("E1", "K1", ago(300), ago(300), "study_visit"),
        placement("E1", "K1", ago(290), ago(280), "job_tasting"),
        placement("E1", "K2", ago(300), ago(300), "study_visit"),
        placement("E2", "K2", ago(290), ago(280), "job_tasting"),
        trial(200, 100, "employment"),
        job(90, None),
    ]
    found = conversion(basis_of(*rows))
    assert found["study_visit", "job_tasting"] == Share(1, 2)
    assert found["job_tasting", "trial"] == Share(1, 2)
    assert found["trial", "employment"] == Share(1, 1)


def test_who_came_to_the_next_rung_before_and_again_after_has_come_to_it() -> None:
    rows = [
        placement("E1", "K1", ago(100), ago(90), "job_tasting"),
        trial(200, 150, "no_job"),
        placement("E1", "K2", ago(100), ago(90), "job_tasting"),
        trial(200, 150, "no_job", "K2"),
        trial(80, 70, "no_job", "K2"),
    ]
    assert conversion(basis_of(*rows))["job_tasting", "trial"] == Share(1, 2)


def test_nothing_leads_nowhere() -> None:
    assert ways(basis_of()) == []
    assert set(conversion(basis_of()).values()) == {Share(0, 0)}
    assert np.array_equal(stepping_stones(basis_of(job(9, None))).clients_of_stone, [0])


@pytest.mark.parametrize("measure", [queue, interruption, step_funnel, stepping_stones, in_work_anywhere])
@settings(max_examples=15, deadline=None)
@given(full_rows())
def test_random_worlds_are_no_trouble(measure: Any, records: list[Row]) -> None:
    assert measure(basis_of(*records)) is not None
