"""Ratings of trials beside their targets: which trials, which answers, and what they can show."""

from dashboard.analysis.intervals import Share
from dashboard.analysis.ratings import ratings
from dashboard.analysis.targets import judge
from dashboard.domain.definitions import Definitions, Targets
from tests.analysis.reporting import basis_of
from tests.analysis.small import ago
from tests.builders import Row, placement


def trial(client: str, start: int, end: int | None, **cells) -> Row:
    """A trial from so many days ago to so many days ago."""
    return placement("E1", client, ago(start), None if end is None else ago(end), **cells)


def test_answers_of_the_trials_that_ended_in_the_period_are_counted() -> None:
    found = ratings(
        basis_of(
            trial("K1", 100, 60, client_rating=5, employer_rating=3),
            trial("K2", 100, 60, client_rating=4),
            trial("K3", 100, 60, client_rating=3),
            trial("K4", 100, 60),
            trial("K5", 100, None, client_rating=5),  # runs
            trial("K6", 800, 700, client_rating=1),  # ended before the period
            trial("K7", 100, 60, client_rating=1, kind="employment"),
            trial("K8", 100, 60, client_rating=1, kind="job_tasting"),
        )
    )
    assert found.client.judgement.share == Share(2, 3)
    assert found.client.answered == Share(3, 4)
    assert found.employer.judgement.share == Share(0, 1)
    assert found.employer.answered == Share(1, 4)


def test_a_trial_that_ends_after_the_day_has_no_rating_yet() -> None:
    assert ratings(basis_of(trial("K1", 20, -5, client_rating=5))).client.answered == Share(0, 0)


def test_an_extended_trial_is_one_with_its_latest_rating() -> None:
    found = ratings(
        basis_of(
            trial("K1", 100, 60, outcome="extended", client_rating=2, employer_rating=5),
            trial("K1", 55, 20, client_rating=4),
        )
    )
    assert found.client.judgement.share == Share(1, 1)
    assert found.employer.judgement.share == Share(1, 1)  # only the first part was rated
    assert found.client.answered == Share(1, 1)


def test_each_party_has_its_own_target() -> None:
    rows = [trial(f"K{number}", 100, 60, client_rating=5, employer_rating=5) for number in range(9)]
    definitions = Definitions(targets=Targets(client_rating=0.7, employer_rating=0.9))
    found = ratings(basis_of(*rows, definitions=definitions))
    # Nine of nine: Wilson's lower limit is 9 / (9 + 1.96²) = 0.70085.
    assert (found.client.judgement.state, found.employer.judgement.state) == ("reached", "cannot_tell")
    assert found.employer.judgement.to_reach == 26


def test_without_trials_nothing_is_told() -> None:
    found = ratings(basis_of())
    assert found.client.answered == Share(0, 0)
    assert (found.client.judgement.state, found.client.judgement.to_reach) == ("cannot_tell", 35)


def test_no_answers_below_thirty_five_can_reach_ninety_per_cent() -> None:
    states = {judge(Share(good, of), 0.9).state for of in range(35) for good in range(of + 1)}
    assert states == {"missed", "cannot_tell"}
