"""Kaplan–Meier, log-rank and Aalen–Johansen against lifelines 0.30.3, and by hand.

lifelines asks for an older pandas than the product has, so its figures were computed once, outside, and stand
here. The data is Walton's fruit flies, which comes with it: days, + for those lost from sight, c for the
controls and m for miR-137.
"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.competing import aalen_johansen
from dashboard.analysis.log_rank import log_rank
from dashboard.analysis.survival import kaplan_meier
from tests.analysis.second_report import greenwood, incidence, median_time, survival

WALTON_TEXT = (
    "6m 13m 13m 13m 19m 19m 19m 26m 26m 26m 26m 26m 33m 33m 47m 62m 62m 9m 9m 9m 15m 15m 22m 22m 22m 22m "
    "29m 29m 29m 29m 29m 36m 36m 43m 33c 54c 54c 61c 61c 61+c 61c 61+c 61c 61c 61c 61c 61c 61c 69c 69c "
    "69c 69c 69c 69c 69+c 69c 69c 69c 69c 32c 53c 53c 60c 60c 60c 60c 60c 68c 68c 68c 68c 68+c 68c 68c "
    "68c 68c 68c 75c 17c 51c 51c 51c 58c 58c 58c 58c 66c 66c 7c 7+c 41c 41c 41c 41c 41c 41c 41c 48c 48c "
    "48c 48c 48c 48c 48c 48c 56c 56c 56c 56c 56c 56c 56c 56c 56c 56c 56c 56c 56c 56c 56c 56c 56c 56c 63c "
    "63c 63c 63c 63c 63c 63c 63c 63c 69c 69c 38c 38c 45c 45c 45c 45c 45c 45c 45c 45c 45+c 45c 53c 53c 53c "
    "53c 53c 60c 60+c 60c 60c 60c 60c 60c 60c 60c 60c 60c 66c "
)
WALTON = WALTON_TEXT.split()
LENGTHS = np.array([int(cell.rstrip("+cm")) for cell in WALTON])
HAPPENED = np.array(["+" not in cell for cell in WALTON])
CONTROL = np.array([cell.endswith("c") for cell in WALTON])

LIFELINES = {
    15: (0.9383435582822091, [0.8884373147604712, 0.9663424251606045]),
    30: (0.8272239263803682, [0.7596693986837444, 0.8773128137072396]),
    50: (0.6168168456032719, [0.537239074124696, 0.6867652305478503]),
    60: (0.31152365939559185, [0.24165949355139502, 0.38375862020448953]),
    70: (0.014340509102144797, [0.0028540777041644733, 0.046183697525073696]),
}
"""KaplanMeierFitter: the share that is left, and its log-log limits."""
TIMES = np.array([5, 11, 17, 23, 31, 38, 44, 52, 60, 71, 83, 90])
CAUSES = np.array([1, 0, 2, 1, 3, 0, 2, 1, 0, 1, 3, 0])
LIFELINES_INCIDENCE = {
    1: (0.08333333333333333, 0.175, 0.28194444444444444, 0.424537037037037),
    2: (0.09166666666666667, 0.09166666666666667, 0.19861111111111107, 0.19861111111111107),
    3: (0.0, 0.09166666666666663, 0.09166666666666663, 0.23425925925925917),
}
"""AalenJohansenFitter on days 17, 31, 60 and 90."""

times = st.lists(st.tuples(st.integers(0, 40), st.booleans()), max_size=25)


@pytest.mark.parametrize("day", LIFELINES)
def test_the_curve_and_its_limits_are_those_of_lifelines(day: int) -> None:
    curve = kaplan_meier(LENGTHS, HAPPENED)
    left, limits = LIFELINES[day]
    assert curve.at(day) == pytest.approx(left, abs=1e-12)
    assert curve.interval(day) == pytest.approx(limits, abs=1e-9)


def test_the_medians_are_those_of_lifelines() -> None:
    assert kaplan_meier(LENGTHS, HAPPENED).median() == 56
    assert kaplan_meier(LENGTHS[CONTROL], HAPPENED[CONTROL]).median() == 58
    assert kaplan_meier(LENGTHS[~CONTROL], HAPPENED[~CONTROL]).median() == 26


def test_log_rank_of_two_groups_and_of_three_is_that_of_lifelines() -> None:
    two = log_rank(LENGTHS, HAPPENED, CONTROL.astype(int))
    three = log_rank(LENGTHS, HAPPENED, np.arange(len(LENGTHS)) % 3)
    assert two is not None
    assert three is not None
    assert (two.freedom, three.freedom) == (1, 2)
    assert two.statistic == pytest.approx(122.2491255730062)
    assert two.probability == pytest.approx(2.0359832222854986e-28)
    assert three.statistic == pytest.approx(0.0458909945920316)
    assert three.probability == pytest.approx(0.9773157486726723)


def test_log_rank_says_nothing_of_one_group_or_when_nothing_happened() -> None:
    assert log_rank(LENGTHS, HAPPENED, np.zeros(len(LENGTHS), dtype=int)) is None
    assert log_rank(np.array([3, 4]), np.array([False, False]), np.array([0, 1])) is None
    # Nobody of the second group is left when it first happens.
    assert log_rank(np.array([1, 5]), np.array([False, True]), np.array([1, 0])) is None


@pytest.mark.parametrize("cause", LIFELINES_INCIDENCE)
def test_the_incidence_is_that_of_lifelines(cause: int) -> None:
    found = aalen_johansen(TIMES, CAUSES, 3)
    assert [found.at(day, cause) for day in (17, 31, 60, 90)] == pytest.approx(LIFELINES_INCIDENCE[cause])


@settings(max_examples=100)
@given(times, st.integers(0, 45))
def test_the_curve_is_that_of_fractions(rows: list[tuple[int, bool]], day: int) -> None:
    curve = kaplan_meier(
        np.array([length for length, _ in rows], dtype=int), np.array([hit for _, hit in rows], dtype=bool)
    )
    left = survival(rows, day)
    assert curve.at(day) == pytest.approx(float(left))
    assert curve.median() == median_time(rows)
    assert curve.followed(day) == sum(length >= day for length, _ in rows)
    assert (curve.interval(day) is None) == (left in (0, 1))
    assert left in (0, 1) or greenwood(rows, day) > 0


@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 3)), max_size=25), st.integers(0, 45))
def test_the_incidence_is_that_of_fractions_and_adds_up(rows: list[tuple[int, int]], day: int) -> None:
    lengths = np.array([length for length, _ in rows], dtype=int)
    causes = np.array([cause for _, cause in rows], dtype=int)
    found = aalen_johansen(lengths, causes, 3)
    parts = [found.at(day, cause) for cause in (1, 2, 3)]
    assert parts == pytest.approx([float(incidence(rows, cause, day)) for cause in (1, 2, 3)])
    assert 1 - sum(parts) == pytest.approx(kaplan_meier(lengths, causes > 0).at(day))


def test_who_is_lost_on_a_day_is_still_at_risk_on_it() -> None:
    assert kaplan_meier(np.array([10, 10]), np.array([True, False])).at(10) == 0.5


def test_the_median_is_reached_at_exactly_one_half() -> None:
    six = kaplan_meier(np.arange(1, 7), np.ones(6, dtype=bool))
    assert six.median() == 3
    assert kaplan_meier(np.array([4, 4, 9]), np.array([True, False, False])).median() is None


def test_a_curve_of_nobody_falls_nowhere() -> None:
    nobody = kaplan_meier(np.zeros(0, dtype=int), np.zeros(0, dtype=bool))
    assert (nobody.at(90), nobody.followed(90), nobody.interval(90), nobody.median()) == (1.0, 0, None, None)
