"""The resilience curve, by hand."""

import pandas as pd

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


def test_the_share_is_of_those_who_had_a_tie_at_the_start() -> None:
    assert [step.share for step in resilience(ties(("A", "1"), ("B", "2")))] == [1.0, 0.5, 0.0]
