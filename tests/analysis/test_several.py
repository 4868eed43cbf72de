"""Groups side by side: which differ by more than chance; rounds of admission. By hand, and against SciPy."""

import datetime as dt

import numpy as np
import pytest
from scipy.stats import CensoredData, ecdf

from dashboard.analysis.basis import Basis, basis
from dashboard.analysis.clients import client_numbers
from dashboard.analysis.intervals import Share, newcombe
from dashboard.analysis.ladder_state import ladder_state
from dashboard.analysis.narrowed import at_employers, of_clients
from dashboard.analysis.network_state import employer_state
from dashboard.analysis.rounds import rounds, within_a_year
from dashboard.analysis.selection import select
from dashboard.analysis.several import (
    Sample,
    compare_lasting,
    compare_shares,
    compare_waits,
    comparisons,
    deviate,
)
from dashboard.analysis.survival import kaplan_meier
from dashboard.analysis.trials import trial_numbers
from dashboard.domain.definitions import Definitions
from dashboard.domain.period import Period
from tests.analysis.test_survival import HAPPENED, LENGTHS
from tests.builders import Row, client, contact, employer, placement, world

ON = dt.date(2026, 6, 30)
FEWEST = 10


def based(*rows: Row, first: str = "2025-07-01") -> Basis:
    return basis(select(world(*rows), (), None, ON), Period(dt.date.fromisoformat(first), ON), Definitions())


def took(*days: int, still: int = 0) -> Sample:
    """Each of these days once, and so many who are followed for 100 days."""
    lengths = np.array([*days, *[100] * still])
    return Sample(lengths, np.arange(len(lengths)) < len(days))


def test_the_risk_is_shared_by_the_comparisons() -> None:
    # The normal deviates of 2.5 %, and of 5 % / 12 on each side, from a table.
    assert [round(deviate(count), 4) for count in (1, 6)] == [1.96, 2.6383]
    assert [comparisons(2, 0), comparisons(2, 1), comparisons(6, 0), comparisons(0, 4)] == [1, 2, 6, 0]


def test_a_group_differs_from_the_others_only_as_far_as_its_interval_allows() -> None:
    assert compare_shares([Share(45, 50), Share(20, 50), Share(21, 50)], FEWEST) == (
        "higher",
        "lower",
        "lower",
    )
    assert compare_shares([Share(12, 30), Share(15, 30), Share(13, 30)], FEWEST) == ("alike",) * 3
    assert compare_shares([Share(9, 9), Share(5, 50), Share(6, 50)], FEWEST) == ("few", "alike", "alike")
    assert compare_shares([Share(9, 9), Share(0, 0)], FEWEST) == ("few", "few")


def test_of_six_groups_one_that_alone_would_differ_may_be_chance() -> None:
    one, others = Share(19, 30), [Share(12, 30)] * 5
    alone = newcombe(one, Share(60, 150))
    assert alone is not None
    assert alone[0] > 0
    assert compare_shares([one, *others], FEWEST)[0] == "alike"


def test_several_shares_of_the_same_groups_share_the_risk_too() -> None:
    groups = [Share(20, 30), Share(12, 30)]
    assert compare_shares(groups, FEWEST) == ("higher", "lower")
    assert compare_shares(groups, FEWEST, times=3) == ("alike", "alike")


def test_what_lasts_is_compared_on_a_day_among_those_followed_so_far() -> None:
    short, long = took(*range(10, 40), still=10), took(*range(10, 15), still=35)
    assert compare_lasting([long, short], 40, FEWEST) == ("higher", "lower")
    assert compare_lasting([long, long], 40, FEWEST) == ("alike", "alike")
    assert compare_lasting([short, took(5, still=3)], 30, FEWEST) == ("few", "few")
    everybody = took(still=20)
    assert compare_lasting([everybody, short], 1, FEWEST) == ("alike", "alike")


def test_waits_are_compared_with_those_who_still_wait() -> None:
    fast, slow = took(*range(1, 21)), took(*range(30, 45), still=10)
    assert compare_waits([fast, slow], FEWEST) == ("lower", "higher")
    assert compare_waits([fast, fast], FEWEST) == ("alike", "alike")
    assert compare_waits([fast, took(3, 4)], FEWEST) == ("few", "few")
    assert compare_waits([took(still=12), took(still=12)], FEWEST) == ("alike", "alike")


def test_the_limits_of_a_median_are_where_those_of_the_curve_pass_one_half() -> None:
    data = CensoredData(uncensored=LENGTHS[HAPPENED], right=LENGTHS[~HAPPENED])
    with pytest.warns(RuntimeWarning, match="undefined at some observations"):  # where the curve is 0
        limits = ecdf(data).sf.confidence_interval(method="log-log")
    low, high = limits.low, limits.high
    expected = tuple(int(one.quantiles[np.flatnonzero(one.probabilities <= 0.5)[0]]) for one in (low, high))
    assert kaplan_meier(LENGTHS, HAPPENED).median_limits() == expected
    few = took(1, 2, 3, still=3).curve
    assert few.median_limits() == (1, None)
    assert took(1, 1, 1).curve.median_limits() == (1, 1)


def test_a_selection_is_narrowed_to_some_clients_or_to_some_employers() -> None:
    rows = [
        placement("E1", "K1", "2026-01-01", "2026-02-01", outcome="employment"),
        placement("E2", "K1", "2026-03-01", "2026-04-01", outcome="no_job"),
        placement("E2", "K2", "2026-03-01", "2026-04-01", outcome="no_job"),
    ]
    given = based(*rows)
    ids = given.scope.coded.world.clients["client_id"]
    one = of_clients(given, (ids == "K1").to_numpy())
    assert (client_numbers(one).served, trial_numbers(one).success) == (1, Share(1, 2))
    names = given.scope.coded.world.employers["employer_id"]
    assert trial_numbers(at_employers(given, (names == "E2").to_numpy())).success == Share(0, 2)


def course(day: str, count: int) -> list[Row]:
    return [client(f"K{day}{number}", "A", day) for number in range(count)]


def test_a_course_has_rounds_by_the_day_of_admission() -> None:
    jobs = [
        placement("E1", "K2025-01-200", "2025-08-01", kind="employment"),
        placement("E1", "K2025-01-201", "2026-03-01", kind="employment"),
        placement(None, "K2025-01-202", "2025-08-15", kind="studies"),
        placement("E1", "K2025-01-202", "2025-09-15", kind="employment"),
    ]
    alone = [client("X1", "A", "2025-03-03"), client("X2", "A", "2025-04-04")]
    given = based(*course("2025-01-20", 6), *course("2025-09-01", 5), *alone, *jobs)
    found = rounds(given)
    assert (found.by_day, found.outside) == (True, 2)
    assert [(one.period.first.isoformat(), one.clients) for one in found.rounds] == [
        ("2025-01-20", 6),
        ("2025-09-01", 5),
    ]
    # One job came after more than a year, and one after studies: neither is a first job within the year.
    after = within_a_year(given, found.rounds[0])
    assert after is not None
    assert (after.work, after.studies) == (Share(1, 6), Share(1, 6))
    assert within_a_year(given, found.rounds[1]) is None


def test_without_days_of_admission_the_half_years_are_the_rounds() -> None:
    days = ("2025-02-01", "2025-03-03", "2025-05-05", "2025-09-09", "2026-01-08")
    found = rounds(based(*(client(f"K{day}", "A", day) for day in days), *course("2025-01-20", 4)))
    assert not found.by_day
    assert [(one.period.first.isoformat(), one.clients) for one in found.rounds] == [
        ("2025-01-01", 7),
        ("2025-07-01", 1),
        ("2026-01-01", 1),
    ]
    assert rounds(based(client("K1", None, None, applied_on="2026-01-01"))).rounds == ()


def test_the_rungs_and_ties_alone_are_those_of_the_whole_state() -> None:
    rows = [
        employer("E1", ownership="private"),
        employer("E2"),
        employer("E3", active=False),
        contact("E1", "A", "2026-06-01"),
        contact("E1", "B", "2026-06-01", kind="visit"),
        placement("E2", "K1", "2026-06-01", kind="employment"),
    ]
    scope = based(*rows).scope
    whole, alone = employer_state(scope, ON, Definitions()).employers, ladder_state(scope, Definitions())
    assert alone.rung.tolist() == whole["rung"].tolist() == [2, 4]
    assert alone.active_ties.tolist() == whole["active_ties"].tolist() == [2, 1]
    assert alone.owned("unknown").rung.tolist() == [4]
