"""Two publications side by side: whoever came or went between them cannot be placed."""

import pytest

from dashboard.analysis.disclosure import protect
from dashboard.domain.disclosure import Bound, Count, Earlier, Sum, System, Why
from tests.analysis.published_units import invented_persons, unit

FLOOR = 5


def groups(**members: set[int]) -> System:
    """Groups of persons by number, and all of them."""
    counts = [Count(key, len(who), frozenset(map(str, who))) for key, who in members.items()]
    everybody = frozenset().union(*(one.members for one in counts))
    return System((*counts, Count("all", len(everybody), everybody)), (Sum("all", tuple(members)),))


def numbers(first: int, n: int) -> set[int]:
    return set(range(first, first + n))


def published(system: System, *earlier: Earlier) -> Earlier:
    release = protect(system, FLOOR, earlier)
    assert release.safe
    return Earlier(system, release)


A, B, C = numbers(0, 10), numbers(100, 20), numbers(200, 30)
THEN = published(groups(a=A, b=B, c=C))


def test_nothing_is_hidden_when_nobody_came_or_went() -> None:
    assert protect(groups(a=A, b=B, c=C), FLOOR, [THEN]).counts == {"a": 10, "b": 20, "c": 30, "all": 60}


@pytest.mark.parametrize("now", [A | {99}, A - {0}, (A - {0}) | {99}])
def test_nobody_can_tell_into_which_group_one_person_came(now) -> None:
    release = protect(groups(a=now, b=B, c=C), FLOOR, [THEN])
    assert release.why["a"] == release.why["all"] == Why.CHANGED
    # b is hidden beside a: were a alone hidden, it would be a that somebody had come to.
    assert release.why["b"] == Why.WORKED_OUT
    assert release.counts["c"] == 30
    assert release.safe


def test_enough_persons_at_once_may_be_seen_to_come() -> None:
    release = protect(groups(a=A | numbers(50, 5), b=B, c=C), FLOOR, [THEN])
    assert release.counts == {"a": 15, "b": 20, "c": 30, "all": 65}


def test_flows_of_different_periods_are_no_coming_and_going() -> None:
    other = Earlier(THEN.system, THEN.release, other=frozenset({"a", "b", "c", "all"}))
    assert protect(groups(a=A | {99}, b=B, c=C), FLOOR, [other]).counts["a"] == 11


def test_the_same_count_under_another_name_is_the_same_count() -> None:
    now = System((Count("spring", 11, frozenset(map(str, A | {99}))),))
    assert protect(now, FLOOR, [THEN]).counts == {"spring": 11}
    told = Earlier(THEN.system, THEN.release, same={"spring": "a"})
    assert protect(now, FLOOR, [told]).why == {"spring": Why.CHANGED}


def test_what_was_hidden_then_is_not_worked_out_now() -> None:
    few = numbers(0, 3)
    then = published(groups(a=few, b=B, c=C))
    assert then.release.counts == {"a": None, "b": None, "c": 30, "all": 53}
    # a has grown enough to be shown, but b is who it was: 53 - 30 - 20 would tell that a was 3.
    release = protect(groups(a=few | numbers(50, 8), b=B, c=C), FLOOR, [then])
    assert release.counts["b"] is None
    assert release.safe
    alone = protect(groups(a=few | numbers(50, 8), b=B, c=C), FLOOR)
    assert alone.counts["b"] == 20


def test_three_publications_in_a_row_are_looked_at_together() -> None:
    second = published(groups(a=A | {97}, b=B, c=C), THEN)
    assert second.release.counts["a"] is None
    # Two came since the first, one since the second.
    third = published(groups(a=A | {97, 98}, b=B, c=C), second, THEN)
    assert third.release.why["a"] == Why.CHANGED
    # Five came since the first: it is the only one in which the count is shown.
    fourth = protect(groups(a=A | numbers(95, 5), b=B, c=C), FLOOR, [third, second, THEN])
    assert fourth.counts["a"] == 15
    assert fourth.safe


def test_a_bound_is_of_this_release() -> None:
    release = protect(groups(a=A | {99}, b=B, c=C), FLOOR, [THEN])
    assert set(release.bounds) == {"a", "b", "all"}
    assert release.bounds["b"] == Bound(20, 20)  # it was shown before, and is what it was


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("change", ["came", "went"])
def test_one_person_in_all_tables_at_once(seed: int, change: str) -> None:
    persons = invented_persons(60 + 20 * seed, seed)
    then = published(unit(persons, seed))
    one = invented_persons(1, 50 + seed, first=9000)
    now = persons + one if change == "came" else persons[1:]
    release = protect(unit(now, seed), FLOOR, [then])
    assert release.safe
    before = then.release.counts
    shown = {key: value for key, value in release.counts.items() if None not in (value, before.get(key))}
    assert all(value == before[key] for key, value in shown.items())
