"""What would give the next point: it does, and one less does not."""

import pytest

from dashboard.analysis.answers import answers_by_group
from dashboard.analysis.fidelity import Item, score
from dashboard.analysis.fidelity_next import next_score
from dashboard.analysis.intervals import Share
from tests.analysis.reporting import basis_of
from tests.analysis.small import ago
from tests.builders import client, placement


def item(name: str, value: float | None, n: int) -> Item:
    return Item(name, value, n, None if value is None else score(name, value))


def test_full_points_and_nothing_to_compute_from_have_no_next() -> None:
    assert next_score(item("caseload", 12.0, 24)) is None
    assert next_score(item("caseload", None, 0)) is None


def test_caseload_falls_by_clients_or_by_posts() -> None:
    # 66 clients on 2 posts are 33 each; 30 each are 60, or 2.2 posts.
    found = next_score(item("caseload", 33.0, 66))
    assert found is not None
    assert (found.score, found.limit, found.amount, found.posts) == (3, 30, 6, 0.2)


def test_a_median_that_nobody_reached_has_a_limit_alone() -> None:
    found = next_score(Item("rapid_search", None, 7, 1))
    assert found is not None
    assert (found.score, found.limit, found.amount) == (2, 270, None)
    late = next_score(item("rapid_search", 61.0, 7))
    assert late is not None
    assert (late.score, late.amount) == (4, 1)


def test_meetings_with_employers_rise_by_what_is_lacking_a_week() -> None:
    found = next_score(item("employer_contacts", 3.2, 100))
    assert found is not None
    assert (found.score, found.amount) == (3, 0.8)


@pytest.mark.parametrize("name", ["job_diversity", "employer_diversity"])
@pytest.mark.parametrize(("distinct", "of"), [(1, 10), (5, 10), (6, 10), (7, 10), (84, 100), (13, 20)])
def test_of_new_employers_the_least_number_that_is_enough(name: str, distinct: int, of: int) -> None:
    now = item(name, distinct / of, of)
    found = next_score(now)
    assert found is not None
    assert found.amount is not None
    more = int(found.amount)
    assert score(name, (distinct + more) / (of + more)) == found.score == (now.score or 0) + 1
    assert score(name, (distinct + more - 1) / (of + more - 1)) == now.score


@pytest.mark.parametrize("name", ["permanent_jobs", "time_unlimited_support"])
@pytest.mark.parametrize(("good", "of"), [(0, 10), (2, 11), (5, 12), (8, 12), (17, 23), (9, 11)])
def test_of_those_there_are_the_least_number_that_is_enough(name: str, good: int, of: int) -> None:
    now = item(name, good / of, of)
    found = next_score(now)
    assert found is not None
    assert found.amount is not None
    assert score(name, (good + int(found.amount)) / of) >= found.score
    assert score(name, (good + int(found.amount) - 1) / of) == now.score


def test_contracts_count_from_ten_known() -> None:
    found = next_score(Item("permanent_jobs", 1.0, 7, 1))
    assert found is not None
    assert (found.needed, found.amount) == (3, None)


def test_answers_are_counted_by_how_the_trial_ended_and_by_gender() -> None:
    days = ago(100), ago(60)
    found = answers_by_group(
        basis_of(
            client("K1", gender="woman"),
            client("K2", gender="woman"),
            client("K3", gender="man"),
            placement("E1", "K1", *days, outcome="employment", client_rating=5),
            placement("E1", "K2", *days, outcome="interrupted_client", employer_rating=4),
            placement("E1", "K3", *days),
            placement("E1", "K3", ago(20), None),  # runs
        )
    )
    assert {(one.by, one.group): (one.client, one.employer) for one in found} == {
        ("outcome", "employment"): (Share(1, 1), Share(0, 1)),
        ("outcome", "interrupted_client"): (Share(0, 1), Share(1, 1)),
        ("outcome", "unknown"): (Share(0, 1), Share(0, 1)),
        ("gender", "woman"): (Share(1, 2), Share(1, 2)),
        ("gender", "man"): (Share(0, 1), Share(0, 1)),
    }
