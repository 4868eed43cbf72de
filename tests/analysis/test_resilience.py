"""The resilience curve, by hand."""

from collections import Counter

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.resilience import resilience


def ties(*pairs: tuple[str, str]) -> pd.DataFrame:
    return pd.DataFrame(pairs, columns=["coach_id", "employer_id"])


def curve(*pairs: tuple[str, str]) -> list[tuple[str, int]]:
    return [(step.coach_id, step.kept) for step in resilience(ties(*pairs))]


def test_without_ties_there_is_no_curve() -> None:
    assert resilience(ties()) == ()


def test_the_coach_who_leaves_most_employers_alone_goes_first() -> None:
    assert curve(("A", "1"), ("B", "2"), ("B", "3"), ("B", "1")) == [("", 3), ("B", 1), ("A", 0)]


def test_among_equals_the_one_with_most_ties_goes_first() -> None:
    pairs = (("A", "1"), ("B", "1"), ("B", "2"), ("C", "2"))
    assert curve(*pairs) == [("", 2), ("B", 2), ("A", 1), ("C", 0)]


def test_among_full_equals_the_key_decides() -> None:
    assert curve(("B", "2"), ("A", "1")) == [("", 2), ("A", 1), ("B", 0)]


def removed_one_by_one(pairs: set[tuple[str, str]]) -> list[tuple[str, int]]:
    """The curve with nothing remembered between the steps."""
    standing, steps = set(pairs), [("", len({employer for _coach, employer in pairs}))]
    while standing:
        degrees = Counter(employer for _coach, employer in standing)
        costs = {
            coach: (
                sum(degrees[employer] == 1 for one, employer in standing if one == coach),
                sum(one == coach for one, _employer in standing),
            )
            for coach, _employer in sorted(standing)
        }
        worst = max(costs, key=lambda coach: costs[coach])
        standing = {pair for pair in standing if pair[0] != worst}
        steps.append((worst, len({employer for _coach, employer in standing})))
    return steps


@given(st.sets(st.tuples(st.sampled_from("ABCDEF"), st.sampled_from("123456789")), min_size=1))
@settings(max_examples=60, deadline=None)
def test_the_curve_is_what_removing_one_by_one_gives(pairs: set[tuple[str, str]]) -> None:
    assert curve(*sorted(pairs)) == removed_one_by_one(pairs)


def test_the_share_is_of_those_who_had_a_tie_at_the_start() -> None:
    assert [step.share for step in resilience(ties(("A", "1"), ("B", "2")))] == [1.0, 0.5, 0.0]
