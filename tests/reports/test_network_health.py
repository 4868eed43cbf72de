"""Healthier, weaker, or cannot tell: six shares on two days, judged by Newcombe's interval."""

import datetime as dt

import pytest
from sqlalchemy import Engine

from dashboard.analysis.intervals import Share
from dashboard.i18n import use_language
from dashboard.reports.access import Access
from dashboard.reports.comparison import Compared
from dashboard.reports.network_answers import answer
from dashboard.reports.network_health import effect, health, verdict
from dashboard.reports.network_health_words import health_finding, points_words, ties_sentence
from tests.builders import Row, contact
from tests.reports.network_small import anna_and_bo, at, opened

# Newcombe (1998), table II, example (a), method 10: 56/70 against 48/80 is +0.20, from 0.0524 to 0.3339.
MORE = Share(56, 70), Share(48, 80)
ALIKE = Share(56, 70), Share(55, 70)


def called(days: dict[str, range]) -> list[Row]:
    """Calls by Anna on some days, each to a range of employers; all of them known since long ago."""
    long_ago = [contact(f"E{place}", "A", "2024-01-01") for place in range(20)]
    return [*long_ago, *(contact(f"E{place}", "A", day) for day, some in days.items() for place in some)]


def share(access: Access, key: str, query: str = "") -> Compared:
    return next(each for each in health(access, at(query)).shares if each.path == key)


def test_each_number_stands_beside_what_it_was_three_months_earlier(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *anna_and_bo())
    found = health(access, at())
    assert found.before == dt.date(2026, 3, 30)
    # Then Anna had visited E1 alone, and E5 had long been cold: no other tie.
    assert (found.ties.before, found.ties.after, found.gained, found.lost) == (1, 5, 4, 0)
    single = share(access, "questions.single_coach")
    assert (single.before, single.after) == (Share(1, 1), Share(3, 4))
    kept = share(access, "resilience.kept")
    assert (kept.before, kept.after, found.worst) == (Share(0, 1), Share(2, 4), ("A", "A"))
    assert share(access, "health.hosted").after.n == 1
    assert found.equal is not None
    assert (found.equal.before, found.equal.after) == (None, 1.0)


def test_more_living_ties_make_it_healthier_and_fewer_weaker(sqlite_engine: Engine) -> None:
    grown = opened(sqlite_engine, *called({"2026-01-10": range(4), "2026-06-01": range(4, 18)}))
    tied = share(grown, "questions.tied")
    assert (tied.before, tied.after) == (Share(4, 20), Share(18, 20))
    assert health(grown, at()).verdict == "healthier"
    # A year and a day after the calls of 1 June 2026.
    assert health(grown, at("per=2027-06-02")).verdict == "weaker"


def test_a_small_difference_cannot_be_told(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *called({"2026-01-10": range(4), "2026-06-01": range(4, 6)}))
    assert health(access, at()).verdict == "cannot_tell"
    use_language("en")
    assert health_finding(health(access, at())).startswith("**Cannot tell")
    assert "2 new or revived, 0 lost since 30 March 2026." in ties_sentence(health(access, at()))


@pytest.mark.parametrize(
    ("key", "shares", "expected"),
    [
        ("questions.tied", MORE, "better"),
        ("questions.tied", MORE[::-1], "worse"),
        ("questions.single_coach", MORE, "worse"),
        ("questions.cooling", MORE[::-1], "better"),
        ("health.hosted", ALIKE, "unsure"),
        ("health.hosted", (Share(0, 0), Share(3, 4)), "unsure"),
    ],
)
def test_a_share_has_changed_only_when_its_interval_leaves_out_0(
    key: str, shares: tuple[Share, Share], expected: str
) -> None:
    assert effect(Compared(key, *shares)) == expected


def test_the_whole_is_mixed_when_shares_pull_both_ways() -> None:
    better, worse = Compared("questions.tied", *MORE), Compared("questions.cooling", *MORE)
    unsure = Compared("health.hosted", *ALIKE)
    assert verdict((better, unsure)) == "healthier"
    assert verdict((worse, unsure)) == "weaker"
    assert verdict((better, worse, unsure)) == "mixed"
    assert verdict((unsure,)) == "cannot_tell"
    assert verdict((Compared("questions.tied", Share(0, 0), Share(0, 0)),)) == "nothing"


def test_a_difference_is_told_in_points_with_its_limits() -> None:
    use_language("en")
    assert points_words(Compared("questions.tied", *MORE)) == "+20 points (uncertain: +5 to +33)"


def test_within_a_filter_the_concentration_of_all_is_left_out(sqlite_engine: Engine) -> None:
    access = opened(sqlite_engine, *anna_and_bo())
    found = health(access, at("coach=B"))
    assert (found.equal, found.ties.after) == (None, 2)


@pytest.mark.parametrize("query", ["", "coach=A", "coach=B", "agarform=private"])
def test_the_shares_are_those_of_the_ready_questions(sqlite_engine: Engine, query: str) -> None:
    access = opened(sqlite_engine, *anna_and_bo())
    for question in ("single_coach", "strongest", "cooling"):
        asked = answer(access, at(query), question)
        assert share(access, f"questions.{question}", query).after == Share(asked.number, asked.of)
