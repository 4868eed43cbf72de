"""The audit against an attacker of another make: nothing is found out, and without the audit much is."""

import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.disclosure import protect
from dashboard.domain.disclosure import Bound, Count, Ratio, Release, Sum, System, Within
from tests.analysis.published_units import crossed, invented_persons, unit
from tests.analysis.second_attack import Reader, recovered, rounded

FLOOR = 5
PROTECT = sys.modules["dashboard.analysis.disclosure.protect"]
POPULATIONS = 200


def population(seed: int) -> System:
    n = int(np.random.default_rng(seed).integers(20, 201))
    return unit(invented_persons(n, seed), seed)


@pytest.fixture
def without_complementary(monkeypatch: pytest.MonkeyPatch) -> None:
    for step in ("complemented", "spared"):
        monkeypatch.setattr(PROTECT, step, lambda _case, _attack, hidden: dict(hidden))


@pytest.mark.parametrize("first", range(0, POPULATIONS, 10))
def test_nothing_is_found_out_about_any_unit(first: int) -> None:
    for seed in range(first, first + 10):
        system = population(seed)
        release = protect(system, FLOOR)
        assert release.safe, seed
        assert recovered(system, release, FLOOR) == [], seed


def test_the_rule_alone_gives_people_away(without_complementary) -> None:
    systems = [population(seed) for seed in range(0, POPULATIONS, 40)]
    releases = [protect(system, FLOOR) for system in systems]
    found = [recovered(system, release, FLOOR) for system, release in zip(systems, releases, strict=True)]
    assert sum(map(len, found)) > 10
    # The audit itself sees it too, and refuses.
    assert [bool(one) for one in found] == [not release.safe for release in releases]


def test_hiding_each_small_cell_by_itself_protects_hardly_anybody() -> None:
    # Known from earlier work on such tables: about three in four hidden cells can be worked out exactly.
    system = crossed(60, 2)
    counts = {
        count.key: None if 0 < count.value < FLOOR else count.value
        for count in system.counts
        if count.key not in system.unshown
    }
    reader = Reader(system, Release(counts, {}), FLOOR)
    hidden = [key for key, value in counts.items() if value is None]
    exact = [key for key in hidden if reader.extreme({key: 1}, 1) == reader.extreme({key: 1}, -1)]
    assert len(hidden) > 10
    assert len(exact) > len(hidden) / 2


@st.composite
def tiny(draw) -> System:
    """Two groups and their total, some of the first, and the share of it: all worlds can be tried."""
    first, second = draw(st.integers(0, 14)), draw(st.integers(0, 14))
    some = draw(st.integers(0, first))
    names = [f"K{n}" for n in range(first + second)]
    return System(
        counts=(
            Count("first", first, frozenset(names[:first])),
            Count("second", second, frozenset(names[first:])),
            Count("all", first + second, frozenset(names)),
            Count("some", some, frozenset(names[:some]), zero_tells=draw(st.booleans())),
        ),
        sums=(Sum("all", ("first", "second")),),
        withins=(Within("some", "first"),),
        ratios=(Ratio("share", "some", "all"),),
        unshown=frozenset({"some"} if draw(st.booleans()) else ()),
    )


@settings(max_examples=40, deadline=None)
@given(tiny())
def test_the_bounds_are_those_of_all_worlds_tried_one_by_one(system: System) -> None:
    release = protect(system, FLOOR, headline=frozenset({"all", "share"}))
    total = release.counts["all"]
    if total is None:
        return
    worlds = list(Reader(system, release, FLOOR).worlds(top=total))
    for key, bound in release.bounds.items():
        values = [world[key] for world in worlds]
        assert bound == Bound(min(values), max(values)), key


@given(st.integers(1, 200).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_two_round_alike(share: tuple[int, int]) -> None:
    from dashboard.analysis.intervals import Share
    from dashboard.analysis.suppression import whole_steps

    assert rounded(*share) == whole_steps(Share(*share))
