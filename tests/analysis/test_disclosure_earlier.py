"""Two publications side by side: whoever came or went between them cannot be placed."""

from functools import cache
from itertools import product

import pytest

from dashboard.analysis.disclosure import protect
from dashboard.domain.disclosure import Bound, Count, Earlier, Ratio, Release, Sum, System, Why
from tests.analysis.published_units import invented_persons, unit
from tests.analysis.second_attack import placed_by

FLOOR = 5
each_change = pytest.mark.parametrize(("seed", "change"), list(product(range(3), ["came", "went"])))


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


def test_one_more_placement_of_somebody_who_had_one_is_a_change_too() -> None:
    who = frozenset("abcdefgh")
    then = published(System((Count("placements", 12, who),)))
    assert protect(System((Count("placements", 13, who),)), FLOOR, [then]).why == {"placements": Why.CHANGED}


def test_employers_come_and_go_in_the_open() -> None:
    then = published(System((Count("employers", 12),)))
    assert protect(System((Count("employers", 13),)), FLOOR, [then]).counts == {"employers": 13}


def test_a_share_is_hidden_when_one_more_of_the_same_group_has_it() -> None:
    def shared(n: int) -> System:
        base = frozenset(map(str, range(20)))
        some = Count("some", n, frozenset(map(str, range(n))))
        return System(
            (Count("base", 20, base), some),
            ratios=(Ratio("share", "some", "base"),),
            unshown=frozenset({"some"}),
        )

    then = published(shared(7))
    assert protect(shared(7), FLOOR, [then]).shares == {"share": 35}
    assert protect(shared(8), FLOOR, [then]).why == {"share": Why.CHANGED}
    assert protect(shared(12), FLOOR, [then]).shares == {"share": 60}


def test_what_an_earlier_release_tells_by_itself_is_refused_until_that_is_withdrawn() -> None:
    careless = Earlier(groups(a=numbers(0, 3), b=B), Release({"a": None, "b": 20, "all": 23}, {}))
    release = protect(groups(c=C), FLOOR, [careless])
    assert release.leaks == ("a@1",)
    assert not release.safe


def test_one_person_more_in_two_tables_together_is_not_had_by_adding_them() -> None:
    # Five change ways and one comes: each way has changed by enough, both together by one person.
    def ways(one: set[int], other: set[int]) -> System:
        system = groups(one=one, other=other)
        return System(system.counts, system.sums, unshown=frozenset({"all"}))

    first, second, changed = numbers(0, 20), numbers(100, 20), numbers(0, 5)
    then = published(ways(first, second))
    release = protect(ways(first - changed, second | changed | {999}), FLOOR, [then])
    assert None in release.counts.values()
    assert release.safe
    assert None not in protect(ways(first - changed, second | changed), FLOOR, [then]).counts.values()


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


@cache
def one_moved(seed: int, change: str) -> tuple[Earlier, System, Release]:
    """A unit that was published, and published again when one person had come or gone."""
    persons = invented_persons(60 + 20 * seed, seed)
    then = published(unit(persons, seed))
    came = persons + invented_persons(1, 50 + seed, first=9000)
    now = unit(came if change == "came" else persons[1:], seed)
    return then, now, protect(now, FLOOR, [then])


@each_change
def test_one_person_in_all_tables_at_once_is_nowhere_to_be_seen(seed: int, change: str) -> None:
    then, now, release = one_moved(seed, change)
    assert release.safe
    assert placed_by(then.system, then.release, now, release, FLOOR) == []
    before = then.release.counts
    shown = {key: value for key, value in release.counts.items() if None not in (value, before.get(key))}
    assert all(value == before[key] for key, value in shown.items())


def test_each_publication_protected_by_itself_places_people() -> None:
    persons = invented_persons(60, 0)
    first, now = unit(persons), unit(persons[1:])
    alone = protect(first, FLOOR), protect(now, FLOOR)
    assert placed_by(first, alone[0], now, alone[1], FLOOR)


@each_change
def test_in_no_table_is_there_only_one_group_that_a_person_can_have_come_to(seed: int, change: str) -> None:
    then, now, release = one_moved(seed, change)
    before = then.release.counts
    for one in now.sums:
        shown = [part for part in one.parts if None not in (release.counts.get(part), before.get(part))]
        assert all(release.counts[part] == before[part] for part in shown)
        assert len(one.parts) - len(shown) != 1 or not _changed(then.system, now, one.parts)


def _changed(first: System, now: System, parts: tuple[str, ...]) -> bool:
    then = {count.key: count.members for count in first.counts}
    return any(count.members != then[count.key] for count in now.counts if count.key in parts)
