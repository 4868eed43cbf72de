"""The audit, on systems small enough to be worked out by hand."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.disclosure import facts, protect
from dashboard.analysis.disclosure.attack import Attack
from dashboard.analysis.disclosure.case import case_of
from dashboard.analysis.disclosure.complement import spared
from dashboard.analysis.disclosure.targets import told
from dashboard.analysis.disclosure.worlds import Reader
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


def test_two_small_parts_may_not_be_all_that_is_hidden_where_that_would_tell() -> None:
    # 3 + 4 = 7: whoever guesses that both are 1 … 4 has 3 and 4. With c hidden too the guess is wrong.
    assert hidden(protect(summed(persons("a", 3), persons("b", 4), persons("c", 20)), FLOOR)) == {
        "a",
        "b",
        "c",
    }
    # 1 + 4 = 5: each is 1 … 4 to whoever guesses, which is what the rule says to everybody.
    assert hidden(protect(summed(persons("a", 1), persons("b", 4), persons("c", 20)), FLOOR)) == {"a", "b"}


def test_what_each_reader_makes_of_two_that_add_up_to_five() -> None:
    case = case_of(summed(persons("a", 1), persons("b", 4), persons("c", 20)), FLOOR, (), frozenset())
    mask = case.mask({"a": Why.FEW, "b": Why.FEW})
    attack = Attack(case.puzzle, FLOOR)
    exact = {reader: [*attack.bounds_seen(((0, 1),), mask, reader)][-1] for reader in Reader}
    assert exact == {
        Reader.SUMS: Bound(0, 5),
        Reader.ONE_IS_FEW: Bound(1, 4),  # of 0 + 5 neither is
        Reader.ALL_ARE_FEW: Bound(1, 4),
    }


def test_where_everything_is_few_a_right_guess_does_not_stop_the_publication() -> None:
    # 1 + 2 = 3, all three hidden, nothing else there is to hide.
    release = protect(summed(persons("a", 1), persons("b", 2)), FLOOR)
    assert hidden(release) == {"a", "b", "all"}
    assert release.safe


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


@pytest.mark.parametrize(
    ("part", "whole", "bound"),
    [
        (10, 40, Bound(9, 10)),  # 25 %: 22.5 % of 40 is 9, 27.5 % is 11, which would be rounded up
        (5, 100, Bound(5, 7)),  # 5 %: 2.5 to 7.5, and no share is shown of fewer than five
        (95, 100, Bound(93, 95)),  # … nor where fewer than five are left
    ],
)
def test_what_a_rounded_share_tells_of_its_part(part: int, whole: int, bound: Bound) -> None:
    system = replace(within(part, whole), unshown=frozenset({"part"}))
    case = case_of(system, FLOOR, (), frozenset())
    terms = ((case.puzzle.place[0, "part"], 1),)
    assert Attack(case.puzzle, FLOOR).bound(terms, case.mask({})) == bound
    assert Attack(case.puzzle, FLOOR).bound(terms, case.mask({"share": Why.BASE})) == Bound(0, whole)


def test_a_share_does_not_tell_what_a_sum_hides() -> None:
    # 40 % of 30 is 12; with 9 extended, 3 got a job.
    job, extended, rest = persons("job", 3), persons("extended", 9), persons("rest", 18)
    success = joined("success", job, extended)
    system = System(
        (job, extended, success, joined("trials", job, extended, rest)),
        sums=(Sum("success", ("job", "extended")),),
        ratios=(Ratio("share", "success", "trials"),),
        unshown=frozenset({"success"}),
    )
    release = protect(system, FLOOR)
    assert release.why == {"job": Why.FEW, "extended": Why.WORKED_OUT}
    assert release.bounds["job"] == Bound(0, 12)
    assert hidden(protect(system, FLOOR, headline=frozenset({"extended"}))) == {"job", "share"}


def test_the_same_system_always_gives_the_same_release() -> None:
    system = summed(*(persons(key, n) for key, n in zip("abcdef", (1, 2, 6, 6, 6, 30), strict=True)))
    assert protect(system, FLOOR) == protect(system, FLOOR)


def test_what_proves_unnecessary_is_shown_again() -> None:
    case = case_of(summed(persons("a", 3), persons("b", 7), persons("c", 20)), FLOOR, (), frozenset())
    much = {"a": Why.FEW, "b": Why.WORKED_OUT, "c": Why.WORKED_OUT, "all": Why.WORKED_OUT}
    assert spared(case, Attack(case.puzzle, FLOOR), much) == {"a": Why.FEW, "b": Why.WORKED_OUT}


def test_each_hidden_number_says_why_and_for_whose_sake() -> None:
    system = summed(persons("a", 3), persons("b", 7), persons("c", 20))
    few, other = facts(system, FLOOR, protect(system, FLOOR))
    assert (few.key, few.why, few.bound, few.keeps) == ("a", Why.FEW, Bound(0, 10), ())
    assert (other.key, other.why, other.is_share, other.keeps) == ("b", Why.WORKED_OUT, False, ("a",))


def test_a_share_says_that_it_is_one() -> None:
    system = within(4, 20)
    assert [(one.key, one.is_share) for one in facts(system, FLOOR, protect(system, FLOOR))] == [
        ("part", False),
        ("share", True),
    ]


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


@st.composite
def groups(draw) -> System:
    """A table of groups with their total, some of whom have something, and the shares that have."""
    sizes = draw(st.lists(st.integers(0, 30), min_size=1, max_size=4))
    tells = draw(st.booleans())
    bases = [persons(f"g{n}", size) for n, size in enumerate(sizes)]
    having = []
    for base in bases:
        some = frozenset(sorted(base.members)[: draw(st.integers(0, base.value))])
        having.append(Count(f"{base.key}.has", len(some), some, tells))
    unshown = frozenset(one.key for one in having if draw(st.booleans()))
    return System(
        counts=(*bases, joined("all", *bases), *having),
        sums=(Sum("all", tuple(base.key for base in bases)),),
        ratios=tuple(Ratio(f"{base.key}.share", f"{base.key}.has", base.key) for base in bases),
        unshown=unshown,
    )


@settings(max_examples=40, deadline=None)
@given(groups(), st.sampled_from([5, 7]))
def test_no_number_that_is_shown_is_small_or_says_the_same_of_everybody(system: System, floor: int) -> None:
    release = protect(system, floor)
    counts = {count.key: count for count in system.counts}
    assert release.safe
    for key, value in release.counts.items():
        assert value is None or value >= floor or (value == 0 and not counts[key].zero_tells)
    for ratio in system.ratios:
        part, whole = counts[ratio.part], counts[ratio.whole]
        share = release.shares.get(ratio.key)
        if share is None:
            continue
        assert whole.value >= 10
        assert all(
            n >= floor or (n == 0 and not part.zero_tells) for n in (part.value, whole.value - part.value)
        )
        assert release.counts[ratio.whole] == whole.value
        assert abs(share - 100 * part.value / whole.value) <= 2.5
    for ratio in system.ratios:
        some, everybody = release.counts.get(ratio.part), release.counts[ratio.whole]
        if some is not None and everybody is not None:
            rest = everybody - some
            assert rest >= floor or (rest == 0 and not (everybody and counts[ratio.part].zero_tells))
