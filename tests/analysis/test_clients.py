"""Clients and outcomes: each sentence of the definitions, by hand."""

from typing import Any

import pytest

from tests.analysis.reporting import report_of
from tests.analysis.small import ago
from tests.builders import Row, client, coach, contact, placement, unit

HALF_YEAR = {"first": "2026-01-01", "last": "2026-06-30"}


def clients(*rows: Row, **options) -> Any:
    return report_of(*rows, **options)["clients"]


def job(start: str, end: str | None = None, client_id="K1", employer_id="E1", **cells) -> Row:
    return placement(employer_id, client_id, start, end, "employment", **cells)


def step(number: int, day: str, client_id="K1") -> Row:
    return Row("steps", {"client_id": client_id, "step": number, "entered_on": day})


# Who is a client, and when


def test_a_client_is_active_from_enrolment_until_the_day_before_closing() -> None:
    assert clients(client(enrolled_on="2026-06-30"))["active"] == 1
    assert clients(client(enrolled_on="2026-07-01"))["active"] == 0
    assert clients(client(closed_on="2026-06-30"))["active"] == 0
    assert clients(client(closed_on="2026-07-01"))["active"] == 1


def test_who_waits_is_not_active_nor_served() -> None:
    made = clients(client(enrolled_on=None, applied_on="2026-01-01"))
    assert (made["active"], made["served"], made["enrolled"]) == (0, 0, 0)


def test_served_takes_one_day_of_the_period() -> None:
    assert clients(client(closed_on="2026-01-01"), **HALF_YEAR)["served"] == 0
    assert clients(client(closed_on="2026-01-02"), **HALF_YEAR)["served"] == 1
    assert clients(client(enrolled_on="2026-06-30"), **HALF_YEAR)["served"] == 1
    same_day = client(enrolled_on="2026-03-01", closed_on="2026-03-01")
    assert clients(same_day, **HALF_YEAR)["served"] == 0


def test_both_ends_of_a_period_belong_to_it() -> None:
    for day, expected in (("2025-12-31", 0), ("2026-01-01", 1), ("2026-05-31", 1), ("2026-06-01", 0)):
        made = clients(client(enrolled_on=day), first="2026-01-01", last="2026-05-31")
        assert made["enrolled"] == expected, day


def test_a_period_beyond_the_day_holds_nothing_yet() -> None:
    rows = (client(enrolled_on="2026-07-02"), job("2026-07-03"))
    made = clients(*rows, first="2026-07-01", last="2026-12-31")
    assert (made["enrolled"], made["served"], made["to_work"]) == (0, 0, 0)
    assert made["quarterly_rate"]["of"] == 0


def test_a_closing_after_the_day_is_not_known() -> None:
    made = clients(client(closed_on="2026-07-01"), first="2026-01-01", last="2026-12-31")
    assert (made["closed"], made["active"]) == (0, 1)


def test_who_returns_is_a_new_enrolment_and_a_re_entry() -> None:
    rows = (
        client("K1", closed_on="2025-06-01"),
        client("K2", enrolled_on="2026-02-01", earlier_client_id="K1"),
    )
    made = clients(*rows)
    assert (made["enrolled"], made["re_entries"]) == (1, 1)
    assert clients(*rows, first="2026-03-01")["re_entries"] == 0


def test_a_client_without_a_unit_belongs_to_its_coach_s_or_to_the_only_one() -> None:
    assert clients(client(coach_id=None), units=("U1",))["active"] == 1
    two = (unit("U1"), unit("U2"), coach("A", unit_id="U2"))
    assert clients(*two, client(), units=("U2",))["active"] == 1
    assert clients(*two, client(), units=("U1",))["active"] == 0
    assert clients(*two, client(coach_id=None), units=("U1", "U2"))["active"] == 0
    assert clients(*two, client(coach_id=None))["active"] == 1


def test_the_step_is_that_of_the_latest_entry_the_highest_of_one_day() -> None:
    assert clients(client())["by_step"]["none"] == 1
    back = (client(), step(4, "2026-03-01"), step(2, "2026-04-01"))
    assert clients(*back)["by_step"]["2"] == 1
    assert clients(client(), step(1, "2026-03-01"), step(2, "2026-03-01"))["by_step"]["2"] == 1
    assert clients(client(), step(1, "2026-03-01"), step(5, "2026-07-01"))["by_step"]["1"] == 1
    assert clients(client(), step(1, "2026-03-01"), step(5, ago(0)))["by_step"]["5"] == 1


def test_what_is_not_told_is_unknown() -> None:
    made = clients(client("K1", gender="woman"), client("K2"))
    assert made["by_gender"] == {"woman": 1, "man": 0, "other": 0, "unknown": 1}
    assert made["by_referrer"]["unknown"] == 2


def test_per_fte_is_over_the_coaches_who_work_that_day() -> None:
    rows = (coach("A", fte=0.5), coach("B", ended_on="2026-06-30"), client("K1"), client("K2"))
    assert clients(*rows)["per_fte"] == 4.0
    assert clients(coach("A", ended_on="2026-06-30"), client("K1"))["per_fte"] is None


# To work and in work


def test_a_renewed_employment_is_one_spell_that_began_once() -> None:
    rows = (client(), job("2025-03-01", "2026-01-15"), job("2026-01-29"))
    assert clients(*rows)["to_work"] == 0
    assert report_of(*rows)["employments"]["started"] == 0
    apart = (client(), job("2025-03-01", "2026-01-15"), job("2026-01-30"))
    assert clients(*apart)["to_work"] == 1


def test_work_and_studies_are_counted_apart_and_once_together() -> None:
    rows = (client(), job("2026-02-01"), placement(None, "K1", "2026-03-01", kind="studies"))
    made = clients(*rows)
    assert (made["to_work"], made["to_studies"], made["to_work_or_studies"]) == (1, 1, 1)


def test_unsubsidised_work_outweighs_an_unknown_subsidy() -> None:
    both = (client(), job("2026-01-01", subsidy="none"), job("2026-01-01", employer_id="E2"))
    made = clients(*both)
    assert (made["in_work"], made["in_work_unsubsidised"], made["in_work_subsidy_unknown"]) == (1, 1, 0)
    blank = clients(client(), job("2026-01-01"), job("2026-01-01", employer_id="E2", subsidy="other"))
    assert (blank["in_work_unsubsidised"], blank["in_work_subsidy_unknown"]) == (0, 1)


def test_the_last_row_s_end_is_the_spell_s_end() -> None:
    rows = (client(), job("2025-01-01", "2026-06-01"), job("2026-06-10", "2026-06-30"))
    assert clients(*rows)["in_work"] == 0
    assert clients(*rows, on="2026-06-29")["in_work"] == 1


# The quarter


def test_the_quarter_is_that_of_the_period_s_last_day_cut_at_the_day() -> None:
    rows = (client(), job("2026-05-20"))
    assert clients(*rows, on="2026-05-19")["quarterly_rate"]["n"] == 0
    assert clients(*rows, on="2026-05-20")["quarterly_rate"]["n"] == 1
    assert clients(*rows, first="2026-01-01", last="2026-03-31")["quarterly_rate"]["n"] == 0
    # A period that ends within a quarter asks for the whole of it, up to the day.
    assert clients(*rows, first="2026-01-01", last="2026-04-01")["quarterly_rate"]["n"] == 1
    assert clients(*rows, first="2026-01-01", last="2026-12-31")["quarterly_rate"]["n"] == 1


def test_one_day_in_the_quarter_is_enough_and_the_end_day_is_none() -> None:
    served = client()
    assert clients(served, job("2025-01-01", "2026-04-02"))["quarterly_rate"]["n"] == 1
    assert clients(served, job("2025-01-01", "2026-04-01"))["quarterly_rate"]["n"] == 0
    assert clients(served, job("2026-05-01", "2026-05-01"))["quarterly_rate"]["n"] == 0


def test_who_is_enrolled_tomorrow_is_not_served_in_the_quarter_yet() -> None:
    made = [
        report_of(client(enrolled_on=day), on="2026-05-15")["clients"]["quarterly_rate"]["of"]
        for day in ("2026-05-15", "2026-05-16")
    ]
    assert made == [1, 0]


def test_only_clients_served_in_the_quarter_are_counted_in_it() -> None:
    rows = (client(closed_on="2026-04-01"), job("2026-01-01"))
    assert clients(*rows)["quarterly_rate"] == {"n": 0, "of": 0, "share": None, "interval": None}


# How long it took


def waiting(*rows: Row, **options) -> Any:
    return report_of(*rows, **options)["waiting"]


def test_the_wait_ends_with_a_contact_about_the_client_or_a_placement() -> None:
    new = client(enrolled_on="2026-03-01")
    about = contact("E1", "A", "2026-03-11", client_id="K1")
    assert waiting(new, about)["first_contact_median_days"] == 10
    assert waiting(new, contact("E1", "A", "2026-03-11"))["first_contact_median_days"] is None
    placed = placement("E1", "K1", "2026-03-08", kind="study_visit")
    made = waiting(new, about, placed)
    assert (made["first_contact_median_days"], made["first_placement_median_days"]) == (7, 7)
    studies = waiting(new, placement(None, "K1", "2026-03-08", kind="studies"))
    assert (studies["n"], studies["first_placement_median_days"]) == (1, None)


def test_events_before_the_enrolment_do_not_count_and_one_on_its_day_does() -> None:
    new = client(enrolled_on="2026-03-01")
    early = contact("E1", "A", "2026-02-28", client_id="K1")
    assert waiting(new, early)["first_contact_median_days"] is None
    same = contact("E1", "A", "2026-03-01", client_id="K1")
    assert waiting(new, early, same)["first_contact_median_days"] == 0


def test_an_event_on_the_closing_day_counts_and_a_later_one_does_not() -> None:
    gone = client(enrolled_on="2026-03-01", closed_on="2026-03-31")
    on_it = contact("E1", "A", "2026-03-31", client_id="K1")
    after = contact("E1", "A", "2026-04-01", client_id="K1")
    assert waiting(gone, on_it)["first_contact_median_days"] == 30
    assert waiting(gone, after)["first_contact_median_days"] is None


def test_a_contact_by_another_unit_s_coach_is_not_the_selection_s() -> None:
    rows = (
        unit("U1"),
        unit("U2"),
        coach("A", unit_id="U1"),
        coach("B", unit_id="U2"),
        client(enrolled_on="2026-03-01"),
        contact("E1", "B", "2026-03-11", client_id="K1"),
    )
    assert waiting(*rows, units=("U1",))["first_contact_median_days"] is None
    assert waiting(*rows)["first_contact_median_days"] == 10


def test_the_median_counts_those_who_wait() -> None:
    rows = [client(f"K{n}", enrolled_on="2026-03-01") for n in range(1, 5)]
    two = [placement("E1", f"K{n}", f"2026-03-{10 + n}") for n in (1, 2)]
    assert waiting(*rows, *two)["first_placement_median_days"] == 11
    assert waiting(*rows, two[0])["first_placement_median_days"] is None


# The cohort


def cohort(*rows: Row, **options) -> Any:
    return report_of(*rows, **options)["cohort"]


def test_the_cohort_goes_three_years_back_from_the_day_after() -> None:
    assert cohort(client(enrolled_on="2023-06-30"))["6"]["n"] == 0
    assert cohort(client(enrolled_on="2023-07-01"))["6"]["n"] == 1
    leap = {"on": "2024-02-29"}
    assert cohort(client(enrolled_on="2021-02-28"), **leap)["6"]["n"] == 0
    assert cohort(client(enrolled_on="2021-03-01"), **leap)["6"]["n"] == 1


def test_a_term_that_nobody_has_reached_is_unknown() -> None:
    assert cohort(client(enrolled_on=ago(181)))["6"] == {"share": None, "n": 1}
    assert cohort(client(enrolled_on=ago(182)))["6"] == {"share": 0.0, "n": 1}
    assert cohort()["18"] == {"share": None, "n": 0}
    # Somebody from before the cohort takes nothing from it.
    assert cohort(client("K9", enrolled_on="2019-01-01"), client(enrolled_on=ago(182)))["6"]["share"] == 0.0


def test_an_employment_counts_up_to_the_last_day_of_the_term() -> None:
    new = client(enrolled_on=ago(400))
    assert cohort(new, job(ago(400 - 182)))["6"]["share"] == 1.0
    assert cohort(new, job(ago(400 - 183)))["6"]["share"] == 0.0
    assert cohort(new, job(ago(400 - 183)))["12"]["share"] == 1.0
    assert cohort(new, job(ago(400)))["6"]["share"] == 1.0
    long_ago = client(enrolled_on=ago(700))
    assert [cohort(long_ago, job(ago(700 - days)))["12"]["share"] for days in (365, 366)] == [1.0, 0.0]
    assert [cohort(long_ago, job(ago(700 - days)))["18"]["share"] for days in (547, 548)] == [1.0, 0.0]


def test_studies_and_closure_come_before_a_later_employment() -> None:
    new = client(enrolled_on=ago(400))
    studies = placement(None, "K1", ago(390), kind="studies")
    assert cohort(new, studies, job(ago(380)))["12"]["share"] == 0.0
    assert cohort(new, studies, job(ago(390)))["12"]["share"] == 1.0
    at_once = placement(None, "K1", ago(400), kind="studies")
    assert cohort(new, at_once, job(ago(380)))["12"]["share"] == 0.0
    closed = client(enrolled_on=ago(400), closed_on=ago(390))
    assert cohort(closed, job(ago(389)))["12"]["share"] == 0.0
    assert cohort(closed, job(ago(390)))["12"]["share"] == 1.0


def test_an_employment_from_before_the_enrolment_is_not_the_first() -> None:
    new = client(enrolled_on=ago(400))
    assert cohort(new, job(ago(401)))["12"]["share"] == 0.0
    assert cohort(new, job(ago(401)), job(ago(300), employer_id="E2"))["12"]["share"] == 1.0


def test_competing_events_keep_the_rate_below_what_kaplan_and_meier_would_say() -> None:
    rows = [client(f"K{n}", enrolled_on=ago(400)) for n in range(1, 5)]
    rows[0] = client("K1", enrolled_on=ago(400), closed_on=ago(390))
    rows[1] = client("K2", enrolled_on=ago(400), closed_on=ago(390))
    # Two of four leave, one of the two that are left gets a job: 1/4, where 1 − Kaplan–Meier says 1/2.
    assert cohort(*rows, job(ago(300), client_id="K3"))["12"]["share"] == 0.25


# Trials and employments


def trials(*rows: Row, **options) -> Any:
    return report_of(*rows, **options)["trials"]


def trial(start: str, end: str | None = None, outcome: str | None = None, **cells) -> Row:
    return placement("E1", "K1", start, end, "work_trial", outcome=outcome, **cells)


def test_an_extended_trial_is_one_with_the_next() -> None:
    rows = (trial("2026-01-01", "2026-02-01", "extended"), trial("2026-02-15", "2026-03-01", "no_job"))
    made = trials(*rows)
    assert (made["started"], made["completed"], made["median_days"]) == (1, 1, 59.0)
    assert made["by_outcome"]["no_job"] == 1
    apart = (trial("2026-01-01", "2026-02-01", "extended"), trial("2026-02-16", "2026-03-01", "no_job"))
    assert trials(*apart)["completed"] == 2
    before = trials(*rows, on="2026-02-10")
    assert (before["completed"], before["by_outcome"]["extended"], before["running"]) == (1, 1, 0)


def test_a_missing_outcome_is_in_no_denominator() -> None:
    made = trials(
        trial("2026-01-01", "2026-02-01"), trial("2026-03-01", "2026-04-01", "studies", coach_id="B")
    )
    assert (made["by_outcome"]["unknown"], made["success"]["of"], made["success"]["n"]) == (1, 1, 1)


def test_the_end_day_belongs_to_the_period_and_no_longer_runs() -> None:
    row = trial("2026-05-01", "2026-06-30", "no_job")
    assert (trials(row)["completed"], trials(row)["running"]) == (1, 0)
    made = trials(row, on="2026-06-29")
    assert (made["completed"], made["running"], made["by_outcome"]["no_job"]) == (0, 1, 0)


@pytest.mark.parametrize(
    ("start", "converted"),
    [(ago(201), 0), (ago(200), 1), (ago(100), 1), (ago(10), 1), (ago(9), 0)],
)
def test_a_trial_converts_from_its_start_until_90_days_after_its_end(start: str, converted: int) -> None:
    row = trial(ago(200), ago(100), "no_job")
    assert trials(row, job(start))["converted"]["n"] == converted


def test_conversion_waits_90_days_and_asks_for_the_same_client_and_employer() -> None:
    assert trials(trial(ago(200), ago(89)))["converted"]["of"] == 0
    assert trials(trial(ago(200), ago(90)))["converted"]["of"] == 1
    row = trial(ago(200), ago(100))
    assert trials(row, job(ago(95), employer_id="E2"))["converted"]["n"] == 0
    assert trials(row, job(ago(95), client_id="K2"))["converted"]["n"] == 0


def test_an_employment_at_the_next_employer_converts_no_trial() -> None:
    # The window of the pair K1 and E1 ends with the day; in numbers, K1 and E2 follow upon them.
    row = placement("E1", "K1", ago(120), ago(90), outcome="no_job")
    assert trials(row, job(ago(200), employer_id="E2"))["converted"] == {
        "n": 0, "of": 1, "share": 0.0, "interval": [0.0, 0.7935],
    }  # fmt: skip


def test_an_employment_runs_until_the_day_before_its_end() -> None:
    assert report_of(job("2026-01-01", "2026-06-30"))["employments"]["running"] == 0
    assert report_of(job("2026-01-01", "2026-07-01"))["employments"]["running"] == 1


def retention(*rows: Row, **options) -> Any:
    return report_of(*rows, **options)["employments"]["retention"]


def test_fewer_than_five_at_risk_give_no_share() -> None:
    rows = [job(ago(100), client_id=f"K{n}") for n in range(1, 5)]
    assert retention(*rows)["90"] == {"share": None, "interval": None, "at_risk": 4}
    fifth = [*rows, job(ago(90), client_id="K5")]
    assert retention(*fifth)["90"] == {"share": 1.0, "interval": None, "at_risk": 5}
    assert retention(*rows, job(ago(89), client_id="K5"))["90"]["at_risk"] == 4


def test_the_limits_are_log_log() -> None:
    rows = [job(ago(200), client_id=f"K{n}") for n in range(1, 10)] + [
        job(ago(200), ago(150), client_id="K0")
    ]
    # S = 0.9: θ = ln(−ln 0.9) = −2.2504, its error √(1/90)/0.10536 = 1.0005.
    made = retention(*rows)["90"]
    assert (made["share"], made["at_risk"]) == (0.9, 9)
    assert made["interval"] == pytest.approx([0.4730, 0.9853], abs=1e-4)


def test_an_employment_that_ends_on_the_day_of_the_term_is_lost_then() -> None:
    rows = [job(ago(200), ago(110), client_id=f"K{n}") for n in range(1, 6)]
    assert retention(*rows)["90"] == {"share": 0.0, "interval": None, "at_risk": 5}
    longer = [job(ago(200), ago(109), client_id=f"K{n}") for n in range(1, 6)]
    assert retention(*longer)["90"]["share"] == 1.0


def test_an_employment_that_ends_on_the_day_itself_has_ended() -> None:
    rows = [job(ago(90), ago(0), client_id=f"K{n}") for n in range(1, 6)]
    assert retention(*rows)["90"] == {"share": 0.0, "interval": None, "at_risk": 5}


def test_a_renewed_employment_is_followed_as_one() -> None:
    rows = [
        row
        for n in range(1, 6)
        for row in (job(ago(300), ago(200), client_id=f"K{n}"), job(ago(190), client_id=f"K{n}"))
    ]
    assert retention(*rows)["182"]["share"] == 1.0
