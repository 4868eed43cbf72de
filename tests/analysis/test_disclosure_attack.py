"""The audit against an attacker of another make: nothing is found out, and without the audit much is."""

import sys

import numpy as np
import pytest

from dashboard.analysis.disclosure import protect
from tests.analysis.published_units import invented_persons, unit
from tests.analysis.second_attack import recovered

FLOOR = 5
PROTECT = sys.modules["dashboard.analysis.disclosure.protect"]


def population(seed: int):
    n = int(np.random.default_rng(seed).integers(20, 201))
    return unit(invented_persons(n, seed), seed)


@pytest.fixture
def without_complementary(monkeypatch: pytest.MonkeyPatch) -> None:
    for step in ("complemented", "spared"):
        monkeypatch.setattr(PROTECT, step, lambda _case, _attack, hidden: dict(hidden))


@pytest.mark.parametrize("seed", range(12))
def test_nothing_is_found_out_about_a_unit(seed: int) -> None:
    system = population(seed)
    release = protect(system, FLOOR)
    assert release.safe
    assert recovered(system, release, FLOOR) == []


def test_the_rule_alone_gives_people_away(without_complementary) -> None:
    found = [(protect(system, FLOOR), system) for system in map(population, range(6))]
    assert sum(len(recovered(system, release, FLOOR)) for release, system in found) > 10
    assert not any(release.safe for release, system in found if recovered(system, release, FLOOR))
