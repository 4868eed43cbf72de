"""Cost and benefit: months in work, who gains and who pays, and where the result turns."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.cost_benefit import (
    ADDITIONALITY,
    TRIED,
    Observed,
    additionality,
    assumed_values,
    balance,
    judged,
    net,
    observed,
    society_tornado,
)
from dashboard.analysis.cost_lines import ACTORS, LINES, SOCIETY, VIEWS, View, needed, worth_of_a_month
from dashboard.analysis.person_months import person_months
from dashboard.domain.assumption_catalogue import ASSUMED
from dashboard.domain.assumptions import Assumptions
from dashboard.domain.period import Period
from tests.analysis.costs_small import HALF_YEAR, ON, VALUES, assumed, estimate, example, job, with_range
from tests.analysis.reporting import basis_of
from tests.builders import Row, placement

MONTHS = 6 + (16 / 31 + 1) + 3
"""K1 six whole months; K2 16 of the 31 days of March, and April; K3 February to April, counted once."""
EXTRA = MONTHS * 0.6
"""1 − 0.2 / 0.5 of them would not have been without the support."""
SEEN = Observed(MONTHS, 6.0)
TRANSFERS = [line.key for line in LINES if line.kind == "transfer"]


def as_written(value: float) -> float:
    """With as many decimals as a person would write."""
    return round(value, 4)


amounts = st.fixed_dictionaries(
    {
        name: st.floats(asked.lowest, min(asked.highest, 1e6)).map(as_written)
        for name, asked in ASSUMED.items()
    }
)
observations = st.builds(Observed, st.floats(0, 5_000).map(as_written), st.floats(0, 24).map(as_written))


def months(*rows: Row, period: Period = HALF_YEAR, on: dt.date = ON) -> float:
    return person_months(basis_of(*rows, on=on, period=period))


# Months in work


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-02-01", "2026-03-01", 1.0),  # a whole short month
        ("2026-01-01", "2026-02-01", 1.0),  # a whole long one
        ("2026-02-15", "2026-03-15", 14 / 28 + 14 / 31),
        ("2026-04-30", "2026-05-01", 1 / 30),  # one day
        ("2026-04-30", "2026-04-30", 0.0),  # it ended before it began to count
        ("2025-06-01", None, 6.0),  # from before the period, and still on
        ("2025-06-01", "2026-01-01", 0.0),  # its last day was the day before the period
        ("2025-06-01", "2026-01-02", 1 / 31),
        ("2026-06-30", None, 1 / 30),  # began on the day
    ],
)
def test_a_month_is_a_calendar_month_and_a_day_its_part_of_it(
    start: str, end: str | None, expected: float
) -> None:
    assert months(job("K1", start, end)) == pytest.approx(expected)


def test_two_employments_at_once_are_one_person_in_work() -> None:
    assert months(
        job("K1", "2026-01-01", "2026-05-01"),
        job("K1", "2026-02-01", "2026-03-01", "E2"),
        job("K1", "2026-04-01", "2026-06-01", "E3"),
        job("K2", "2026-04-01", "2026-06-01", "E2"),
    ) == pytest.approx(5 + 2)


def test_a_renewal_within_the_gap_counts_as_work_and_a_longer_pause_does_not() -> None:
    # From 31 January to 14 February are 14 days.
    assert months(job("K1", "2026-01-01", "2026-01-31"), job("K1", "2026-02-14", "2026-03-01")) == 2.0
    paused = months(job("K1", "2026-01-01", "2026-01-31"), job("K1", "2026-02-15", "2026-03-01"))
    assert paused == pytest.approx(30 / 31 + 14 / 28)


def test_trials_and_studies_are_no_work() -> None:
    assert months(placement(kind="work_trial"), placement(None, kind="studies")) == 0.0


def test_nothing_after_the_day_is_counted() -> None:
    year = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    basis = basis_of(job("K1", "2026-01-01", "2026-12-31"), on=ON, period=year)
    assert observed(basis) == Observed(6.0, 6.0)
    ahead = Period(dt.date(2026, 8, 1), dt.date(2026, 12, 31))
    assert observed(basis_of(job("K1", "2026-01-01", None), on=ON, period=ahead)) == Observed(0.0, 0.0)


# The worked example


def test_the_worked_example_comes_to_what_it_does_by_hand() -> None:
    seen = observed(example())
    assert seen.person_months == pytest.approx(10.516129)
    assert seen.months == 6.0
    found = judged(seen, assumed())[SOCIETY].balance
    assert found is not None
    # 80 · 150 · 1.3142 + 3,000 + 500 + 1,000, and half of 400,000 a year.
    assert found.worth == pytest.approx(20_270.4)
    assert found.benefit == pytest.approx(127_899.69, abs=0.005)
    assert found.cost == pytest.approx(200_000)
    assert found.net == pytest.approx(-72_100.31, abs=0.005)
    # 200,000 / (10.516129 · 20,270.4), and 200,000 / (0.6 · 20,270.4).
    assert found.turn.additionality == pytest.approx(0.938235, abs=5e-7)
    assert found.turn.months == pytest.approx(16.4443, abs=5e-5)


@pytest.mark.parametrize(
    ("view", "worth", "cost"),
    [
        ("municipality", 12_000 * 0.2 + 2_000 + 3_000, 180_000),
        ("region", 12_000 * 0.12 + 500, 0),
        ("state", 12_000 * (0.3142 - 0.05) + 6_000 + 1_000 - 5_000, 20_000),
        ("individual", 12_000 * (1 - 0.2 - 0.12 + 0.05) - 2_000 - 6_000, 0),
        ("employer", 5_000, 0),
        ("society", 20_270.4, 200_000),
    ],
)
def test_each_actor_has_its_own_sum(view: View, worth: float, cost: float) -> None:
    found = balance(view, SEEN, VALUES)
    assert found.worth == pytest.approx(worth)
    assert found.cost == pytest.approx(cost)
    assert found.net == pytest.approx(EXTRA * worth - cost)
    assert sum(amount.kronor for amount in found.amounts) == pytest.approx(found.net)


def test_the_result_is_shown_for_several_additionalities() -> None:
    found = judged(SEEN, assumed())[SOCIETY]
    assert found.tried == pytest.approx([MONTHS * share * 20_270.4 - 200_000 for share in TRIED])


# What must always hold


@given(observations, amounts)
def test_the_actors_sum_to_society(seen: Observed, values: dict[str, float]) -> None:
    nets = [balance(actor, seen, values).net for actor in ACTORS]
    society = balance(SOCIETY, seen, values)
    scale = sum(abs(each) for each in nets) + society.cost + abs(society.benefit) + 1
    assert sum(nets) == pytest.approx(society.net, abs=1e-9 * scale)


@given(observations, amounts, amounts)
def test_no_transfer_moves_the_sum_of_society(
    seen: Observed, values: dict[str, float], others: dict[str, float]
) -> None:
    moved = {**values, **{name: others[name] for name in TRANSFERS}}
    assert balance(SOCIETY, seen, moved) == balance(SOCIETY, seen, values)
    assert not set(needed(SOCIETY)) & set(TRANSFERS)


@given(observations, amounts, st.sampled_from(VIEWS))
def test_the_net_is_nothing_where_it_turns(seen: Observed, values: dict[str, float], view: View) -> None:
    found = balance(view, seen, values)
    near = pytest.approx(0, abs=1e-9 * (found.cost + 1))
    if found.turn.additionality is not None:
        assert net(view, seen, values, found.turn.additionality) == near
    if found.turn.months is not None:
        there = replace(seen, person_months=found.turn.months)
        assert net(view, there, values, additionality(values)) == near


@given(observations, amounts, st.sampled_from(VIEWS))
def test_production_is_that_of_the_formula(seen: Observed, values: dict[str, float], view: View) -> None:
    found = balance(SOCIETY, seen, values)
    production = sum(amount.kronor for amount in found.amounts if amount.kind == "production")
    share = 1 - values["share_without_support"] / values["share_with_support"]
    wage = values["hours_per_month"] * values["wage_per_hour"]
    expected = seen.person_months * share * wage * (1 + values["social_contributions"])
    assert production == pytest.approx(expected)


def test_every_line_goes_between_two_who_are_there() -> None:
    for line in LINES:
        assert (line.payer is None) + (line.payee is None) == (0 if line.kind == "transfer" else 1)
        assert set(line.needs) <= set(ASSUMED)


# Edges


def test_nothing_turns_what_costs_nothing_or_is_worth_nothing() -> None:
    assert balance("region", SEEN, VALUES).turn.additionality is None
    nothing = {**VALUES, "hours_per_month": 0.0} | {
        name: 0.0 for name in VALUES if name.startswith("savings")
    }
    assert balance(SOCIETY, SEEN, nothing).turn.months is None


def test_without_work_or_additionality_only_the_other_can_turn_it() -> None:
    idle = balance(SOCIETY, Observed(0.0, 6.0), VALUES)
    assert (idle.net, idle.turn.additionality) == (-200_000, None)
    assert idle.turn.months == pytest.approx(16.4443, abs=5e-5)
    harmful = balance(SOCIETY, SEEN, {**VALUES, "share_without_support": 0.6})
    assert harmful.benefit < 0
    assert harmful.turn.months is None
    assert harmful.turn.additionality == pytest.approx(0.938235, abs=5e-7)


# What is missing


def test_an_empty_assumption_is_named_and_nothing_is_made_up() -> None:
    found = judged(SEEN, assumed(without=("wage_per_hour", "cost_region")))
    assert found[SOCIETY].missing == ("wage_per_hour", "cost_region")
    assert (found[SOCIETY].balance, found[SOCIETY].tried) == (None, None)
    assert found["employer"].missing == ()


def test_each_view_needs_only_its_own() -> None:
    found = judged(SEEN, assumed(without=("benefit_state", "wage_subsidy")))
    assert {view: each.missing for view, each in found.items() if each.missing} == {
        "state": ("benefit_state", "wage_subsidy"),
        "individual": ("benefit_state",),
        "employer": ("wage_subsidy",),
    }


def test_several_additionalities_are_shown_though_none_is_assumed() -> None:
    found = judged(SEEN, assumed(without=ADDITIONALITY))[SOCIETY]
    assert found.missing == ADDITIONALITY
    assert found.balance is None
    assert found.tried == judged(SEEN, assumed())[SOCIETY].tried


def test_with_nothing_set_everything_is_missing() -> None:
    found = judged(SEEN, Assumptions())
    assert all(each.balance is None and each.missing for each in found.values())
    assert society_tornado(SEEN, Assumptions()) == ()


def test_examples_are_named() -> None:
    own = assumed(without=("social_contributions", "discount_rate"))
    found = judged(SEEN, own)
    assert found[SOCIETY].examples == found["state"].examples == ("social_contributions",)
    assert found["municipality"].examples == ()
    assert assumed_values(own)["social_contributions"] == 0.3142


# The tornado


def test_the_tornado_moves_one_assumption_at_a_time_the_largest_swing_first() -> None:
    ranges = {
        **with_range("wage_per_hour", 100, 200),
        **with_range("share_without_support", 0.1, 0.3),
        **with_range("cost_municipality", 300_000, 400_000),
    }
    first, second, third, *rest = society_tornado(SEEN, assumed(ranges))
    assert [bar.name for bar in (first, second, third)] == [
        "share_without_support",
        "wage_per_hour",
        "cost_municipality",
    ]
    # a = 1 − 0.1 / 0.5 = 0.8 at the low, 0.4 at the high.
    assert first.at_low == pytest.approx(MONTHS * 0.8 * 20_270.4 - 200_000)
    assert first.at_high == pytest.approx(MONTHS * 0.4 * 20_270.4 - 200_000)
    # 80 hours · 100 kronor more or less · 1.3142, of the extra months.
    assert second.swing == pytest.approx(EXTRA * 80 * 100 * 1.3142)
    assert third.at_low - third.at_high == pytest.approx(50_000)
    assert third.swing == pytest.approx(50_000)
    assert {bar.swing for bar in rest} == {0}
    assert len(rest) == len((*ADDITIONALITY, *needed(SOCIETY))) - 3


def test_transfers_are_no_bars_of_society() -> None:
    names = {bar.name for bar in society_tornado(SEEN, assumed({"wage_subsidy": estimate(5_000, 0, 9_000)}))}
    assert not names & set(TRANSFERS)


def test_worth_does_not_hang_on_the_additionality() -> None:
    assert worth_of_a_month(SOCIETY, VALUES) == worth_of_a_month(
        SOCIETY, {**VALUES, "share_with_support": 1.0}
    )
