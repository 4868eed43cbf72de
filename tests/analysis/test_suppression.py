"""Small numbers: what may be published of a count or a share, by itself."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dashboard.analysis.intervals import Share
from dashboard.analysis.suppression import PublishedCount, PublishedShare, Rule, half_year, whole_steps
from dashboard.domain.definitions import Definitions

SECRET = PublishedCount("secret", None)
rules = st.builds(Rule, st.integers(5, 30), st.booleans())
shares = st.integers(0, 200).flatmap(lambda of: st.builds(Share, st.integers(0, of), st.just(of)))
small_shares = st.integers(0, 40).flatmap(lambda of: st.builds(Share, st.integers(0, of), st.just(of)))


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (1, None), (4, None), (5, 5), (6, 6)])
def test_one_to_four_persons_are_hidden(count: int, shown: int | None) -> None:
    assert Rule(Definitions().published_from).count(count).count == shown


def test_a_zero_is_hidden_where_it_tells_something() -> None:
    assert Rule().count(0) == PublishedCount("shown", 0)
    assert Rule(zero_tells=True).count(0) == SECRET


@pytest.mark.parametrize("floor", [4, 0, -1])
def test_the_floor_is_never_lowered(floor: int) -> None:
    with pytest.raises(ValueError, match=str(floor)):
        Rule(floor)


@pytest.mark.parametrize(
    ("share", "per_cent"),
    [
        (Share(4, 20), None),  # the numerator
        (Share(16, 20), None),  # the complement
        (Share(5, 9), None),  # the base
        (Share(0, 9), None),
        (Share(5, 10), 50),
        (Share(5, 20), 25),
        (Share(15, 20), 75),
        (Share(0, 10), 0),
        (Share(10, 10), 100),
        (Share(6, 16), 40),  # 37.5 goes up
        (Share(5, 22), 25),  # 22.7
    ],
)
def test_a_share_is_hidden_with_any_of_its_parts(share: Share, per_cent: int | None) -> None:
    found = Rule().share(share)
    assert (found.per_cent, found.state) == (per_cent, "secret" if per_cent is None else "shown")


def test_nobody_and_everybody_tell_as_much() -> None:
    rule = Rule(zero_tells=True)
    assert [rule.share(Share(n, 20)).state for n in (0, 5, 20)] == ["secret", "shown", "secret"]


def test_a_base_may_be_shown_though_its_share_is_not() -> None:
    assert Rule().share(Share(2, 9)) == PublishedShare("secret", None, PublishedCount("shown", 9))
    assert Rule().share(Share(2, 3)) == PublishedShare("secret", None, SECRET)
    assert Rule(floor=12).share(Share(5, 11)).of == SECRET


def test_a_share_of_nobody_is_missing_not_secret() -> None:
    assert Rule().share(Share(0, 0)) == PublishedShare("missing", None, PublishedCount("shown", 0))
    assert Rule(zero_tells=True).share(Share(0, 0)).state == "secret"


@pytest.mark.parametrize("share", [Share(3, 2), Share(-1, 20), Share(1, 0)])
def test_what_is_no_share_is_refused(share: Share) -> None:
    with pytest.raises(ValueError, match="-1"):
        Rule().share(share)


@given(rules, st.integers(0, 200))
def test_no_published_count_is_small(rule: Rule, count: int) -> None:
    found = rule.count(count)
    assert (found.count is None) is (found.state == "secret")
    if found.count is not None:
        assert found.count == count
        assert count >= rule.floor or (count == 0 and not rule.zero_tells)


@given(rules, shares)
def test_no_published_share_has_a_small_part(rule: Rule, share: Share) -> None:
    found = rule.share(share)
    if found.state != "shown":
        assert found.per_cent is None
        return
    assert share.of >= max(10, rule.floor)
    for part in (share.n, share.of - share.n):
        assert part >= rule.floor or (part == 0 and not rule.zero_tells)


@given(rules, shares)
def test_published_shares_are_whole_steps_of_five_and_the_nearest(rule: Rule, share: Share) -> None:
    found = rule.share(share)
    if found.per_cent is not None:
        assert found.per_cent % 5 == 0
        assert 0 <= found.per_cent <= 100
        assert abs(Fraction(100 * share.n, share.of) - found.per_cent) <= Fraction(5, 2)


@given(rules, rules, shares)
def test_a_higher_floor_never_shows_more(one: Rule, other: Rule, share: Share) -> None:
    assume(one.floor <= other.floor and one.zero_tells <= other.zero_tells)
    if other.count(share.n).state == "shown":
        assert one.count(share.n).state == "shown"
    if other.share(share).state == "shown":
        assert one.share(share) == replace(other.share(share), of=one.share(share).of)


@given(rules, small_shares, small_shares)
def test_hidden_shares_of_one_base_all_look_alike(rule: Rule, one: Share, other: Share) -> None:
    assume(one.of == other.of)
    if rule.share(one).state == rule.share(other).state == "secret":
        assert rule.share(one) == rule.share(other)


@given(shares)
def test_a_share_and_its_complement_are_hidden_together(share: Share) -> None:
    other = Share(share.of - share.n, share.of)
    assert Rule().share(share).state == Rule().share(other).state


@given(st.integers(1, 10**12).flatmap(lambda of: st.builds(Share, st.integers(0, of), st.just(of))))
def test_steps_are_exact_however_large(share: Share) -> None:
    exact = Fraction(20 * share.n, share.of) + Fraction(1, 2)
    assert whole_steps(share) == 5 * (exact.numerator // exact.denominator)


def test_days_are_published_as_half_years() -> None:
    for day, first, last in (
        (dt.date(2026, 1, 1), dt.date(2026, 1, 1), dt.date(2026, 6, 30)),
        (dt.date(2026, 6, 30), dt.date(2026, 1, 1), dt.date(2026, 6, 30)),
        (dt.date(2026, 12, 31), dt.date(2026, 7, 1), dt.date(2026, 12, 31)),
    ):
        assert (half_year(day).first, half_year(day).last) == (first, last)
