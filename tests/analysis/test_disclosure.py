"""The audit, on systems small enough to be worked out by hand."""

import sys
from dataclasses import replace

import pytest

from dashboard.analysis.disclosure import protect
from dashboard.analysis.disclosure.targets import told
from dashboard.domain.disclosure import Bound, Count, Ratio, Release, Sum, System, Why, Within

FLOOR = 5


def persons(key: str, n: int, tells: bool = False) -> Count:
    return Count(key, n, frozenset(f"{key}{one}" for one in range(n)), tells)


def joined(key: str, *parts: Count) -> Count:
    members = frozenset().union(*(part.members for part in parts))
    return Count(key, len(members), members)


def summed(*parts: Count, total: str = "all") -> System:
    return System((*parts, joined(total, *parts)), (Sum(total, tuple(part.key for part in parts)),))


def hidden(release: Release) -> set[str]:
    return {key for key, value in release.counts.items() if value is None} | {
        key for key, share in release.shares.items() if share is None
    }


def within(part: int, whole: int, tells: bool = True, ratio: bool = True) -> System:
    base = persons("whole", whole)
    some = Count("part", part, frozenset(sorted(base.members)[:part]), tells)
    shares = (Ratio("share", "part", "whole"),) if ratio else ()
    return System((base, some), withins=(Within("part", "whole"),), ratios=shares)


def test_what_is_not_small_is_shown() -> None:
    release = protect(summed(persons("a", 5), persons("b", 7)), FLOOR)
    assert release.counts == {"a": 5, "b": 7, "all": 12}
    assert release.safe
    assert not release.why


def test_one_small_part_takes_the_least_of_the_others_with_it() -> None:
    # 30 = 3 + 7 + 20: with 3 and 7 hidden, each is 0 … 10.
    release = protect(summed(persons("a", 3), persons("b", 7), persons("c", 20)), FLOOR)
    assert release.counts == {"a": None, "b": None, "c": 20, "all": 30}
    assert release.why == {"a": Why.FEW, "b": Why.WORKED_OUT}
    assert release.bounds == {"a": Bound(0, 10), "b": Bound(0, 10)}
    assert release.safe


def test_two_small_parts_that_add_up_to_two_need_a_third() -> None:
    # 1 + 1 = 2: each is 0, 1 or 2, which is too narrow.
    release = protect(summed(persons("a", 1), persons("b", 1), persons("c", 20), persons("d", 30)), FLOOR)
    assert hidden(release) == {"a", "b", "c"}
    assert release.bounds["a"] == Bound(0, 22)


def test_two_small_parts_that_add_up_to_three_hide_each_other() -> None:
    release = protect(summed(persons("a", 1), persons("b", 2), persons("c", 20)), FLOOR)
    assert hidden(release) == {"a", "b"}
    assert release.bounds["a"] == Bound(0, 3)


def test_whoever_guesses_that_one_of_two_is_few_learns_too_much() -> None:
    # 9 = 4 + 5: of 0 … 9 for each, whoever takes it that one is few strikes 0 and 9, and has 1 … 8.
    assert hidden(protect(summed(persons("a", 4), persons("b", 5), persons("c", 20)), FLOOR)) == {"a", "b"}


def test_a_headline_is_hidden_last() -> None:
    system = summed(persons("a", 3), persons("b", 7), persons("c", 20))
    assert hidden(protect(system, FLOOR, headline=frozenset({"b"}))) == {"a", "c"}
    assert hidden(protect(system, FLOOR, headline=frozenset({"b", "c"}))) == {"a", "all"}


def test_a_floor_that_is_raised_hides_more() -> None:
    system = summed(persons("a", 6), persons("b", 7), persons("c", 20))
    assert hidden(protect(system, 5)) == set()
    assert hidden(protect(system, 7)) == {"a", "b"}


def test_a_count_that_hangs_on_no_other_is_hidden_alone() -> None:
    release = protect(System((persons("a", 3), persons("b", 9))), FLOOR)
    assert hidden(release) == {"a"}
    assert release.safe


def test_employers_are_not_persons() -> None:
    assert protect(System((Count("employers", 2),)), FLOOR).counts == {"employers": 2}


def test_many_placements_of_few_persons_are_hidden() -> None:
    release = protect(System((Count("placements", 9, frozenset("abc")),)), FLOOR)
    assert release.why == {"placements": Why.FEW}


def test_a_zero_is_hidden_where_it_tells() -> None:
    system = System((persons("a", 0, tells=True), persons("b", 0)))
    assert protect(system, FLOOR).counts == {"a": None, "b": 0}
    assert protect(system, FLOOR).why == {"a": Why.ZERO}


@pytest.mark.parametrize(
    ("part", "whole", "share", "why"),
    [
        (5, 20, 25, None),
        (7, 19, 35, None),  # 36.8
        (15, 20, 75, None),
        (4, 20, None, Why.BASE),
        (16, 20, None, Why.BASE),
        (5, 9, None, Why.BASE),
        (0, 20, None, Why.ALIKE),
        (20, 20, None, Why.ALIKE),
    ],
)
def test_a_share_is_shown_when_part_rest_and_base_are_enough(part, whole, share, why) -> None:
    release = protect(within(part, whole), FLOOR)
    assert release.shares == {"share": share}
    assert release.why.get("share") == why
    assert release.safe


def test_a_share_of_nobody_is_not_there() -> None:
    assert protect(within(0, 0, tells=False), FLOOR).shares == {}
    # … and the one that is hidden for the sake of a base that may be nobody is.
    system = within(0, 0, tells=False)
    told_of = replace(system, counts=(replace(system.counts[0], zero_tells=True), system.counts[1]))
    assert protect(told_of, FLOOR).shares == {"share": None}


def test_all_of_a_group_is_not_said_beside_the_group() -> None:
    release = protect(within(20, 20, ratio=False), FLOOR)
    assert release.why == {"part": Why.ALIKE}
    assert release.bounds["part"] == Bound(0, 20)
    assert hidden(protect(within(20, 20, tells=False, ratio=False), FLOOR)) == set()


def test_the_few_beside_a_part_are_not_had_by_subtraction() -> None:
    # 18 of 20 got a job: 2 did not.
    release = protect(within(18, 20, tells=False, ratio=False), FLOOR)
    assert hidden(release) == {"part"}
    assert hidden(protect(within(15, 20, tells=False, ratio=False), FLOOR)) == set()


def test_a_share_gives_away_a_hidden_base() -> None:
    # 50 % with 6 of them leaves 11, 12 or 13 as the base.
    part, rest = persons("part", 6), persons("rest", 6)
    base = joined("base", part, rest)
    few = persons("few", 3)
    everybody = joined("everybody", base, few)
    system = System(
        (part, base, few, everybody),
        sums=(Sum("everybody", ("base", "few")),),
        ratios=(Ratio("share", "part", "base"),),
    )
    release = protect(system, FLOOR)
    assert release.safe
    assert release.counts["few"] is None
    # With base or everybody hidden, a share beside its shown part would narrow it down.
    assert release.counts["base"] is None or release.counts["everybody"] is None


def test_a_share_whose_part_stands_in_no_table_bounds_it() -> None:
    base = persons("base", 20)
    few, rest = (frozenset(sorted(base.members)[:5]), frozenset(sorted(base.members)[5:]))
    system = System(
        (base, Count("part", 5, few), Count("rest", 15, rest)),
        sums=(Sum("base", ("part", "rest")),),
        ratios=(Ratio("share", "part", "base"),),
        unshown=frozenset({"part"}),
    )
    release = protect(system, FLOOR)
    assert "part" not in release.counts
    assert release.shares == {"share": 25}


def test_the_same_system_always_gives_the_same_release() -> None:
    system = summed(*(persons(key, n) for key, n in zip("abcdef", (1, 2, 6, 6, 6, 30), strict=True)))
    assert protect(system, FLOOR) == protect(system, FLOOR)


def test_what_proves_unnecessary_is_shown_again() -> None:
    complement = sys.modules["dashboard.analysis.disclosure.complement"]
    from dashboard.analysis.disclosure.attack import Attack
    from dashboard.analysis.disclosure.case import case_of

    case = case_of(summed(persons("a", 3), persons("b", 7), persons("c", 20)), FLOOR, (), frozenset())
    much = {"a": Why.FEW, "b": Why.WORKED_OUT, "c": Why.WORKED_OUT, "all": Why.WORKED_OUT}
    assert complement.spared(case, Attack(case.puzzle, FLOOR), much) == {"a": Why.FEW, "b": Why.WORKED_OUT}


def test_an_attack_without_an_end_shows_nothing() -> None:
    release = protect(summed(persons("a", 1), persons("b", 1), persons("c", 20)), FLOOR, questions=1)
    assert not release.finished
    assert not release.safe
    assert set(release.counts.values()) == {None}


@pytest.mark.parametrize(
    ("bound", "tells"),
    [
        ((0, 3), False),
        ((0, 2), True),
        ((1, 4), True),
        ((1, 5), False),
        ((7, 7), True),
        ((5, 8), False),
        ((-4, -1), True),
    ],
)
def test_a_bound_tells_when_it_is_narrow_or_says_few(bound, tells) -> None:
    assert told(Bound(*bound), FLOOR) == tells


def test_the_floor_is_never_lowered() -> None:
    with pytest.raises(ValueError, match="4 < 5"):
        protect(System((persons("a", 3),)), 4)


@pytest.mark.parametrize(
    ("system", "said"),
    [
        (System((persons("a", 3), persons("a", 4))), "used twice: a"),
        (System((persons("a", 3),), sums=(Sum("b", ("a",)),)), "unknown: b"),
        (System((persons("a", 3), persons("b", 4)), sums=(Sum("b", ("a",)),)), "does not add up: b"),
        (System((persons("a", 5), persons("b", 4)), withins=(Within("a", "b"),)), "is not within b: a"),
        (System((persons("a", 3), persons("b", 4)), withins=(Within("a", "b"),)), "is not within b: a"),
        (System((Count("a", -1),)), "below zero: a"),
    ],
)
def test_what_contradicts_itself_is_refused(system, said) -> None:
    with pytest.raises(ValueError, match=said):
        protect(system, FLOOR)
