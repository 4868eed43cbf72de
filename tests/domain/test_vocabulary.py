"""The vocabularies and definitions agree with each other and with the tables."""

import dataclasses

import pytest

from dashboard.data.models import Base
from dashboard.domain import vocabulary as words
from dashboard.domain.definitions import INTERACTION_WEIGHTS, Definitions, StrengthWeights

LISTS = {name: value for name, value in vars(words).items() if name.isupper()}


@pytest.mark.parametrize("name", LISTS)
def test_no_word_stands_twice_in_a_vocabulary(name: str) -> None:
    assert len(set(LISTS[name])) == len(LISTS[name]) > 0


def test_the_narrower_vocabularies_lie_within_the_wider() -> None:
    assert set(words.TRIAL_KINDS) < set(words.PLACEMENT_KINDS)
    assert set(words.TASTING_KINDS) < set(words.PLACEMENT_KINDS)
    assert set(words.SUCCESSES) < set(words.OUTCOMES)
    assert set(words.TRIAL_KINDS).isdisjoint(words.TASTING_KINDS)


def test_every_kind_of_interaction_has_a_weight() -> None:
    with_an_employer = set(words.CONTACT_KINDS) | (set(words.PLACEMENT_KINDS) - {"studies"}) | {"follow_up"}
    assert set(INTERACTION_WEIGHTS) == with_an_employer


def test_the_six_parts_of_strength_weigh_one_together() -> None:
    weights = dataclasses.astuple(StrengthWeights())
    assert len(weights) == 6
    assert sum(weights) == pytest.approx(1)


def test_the_version_of_the_definitions_follows_their_content() -> None:
    assert Definitions().version == Definitions().version
    assert Definitions(half_life=90).version != Definitions().version
    assert Definitions(strength_weights=StrengthWeights(recency=0.3)).version != Definitions().version


def test_nobody_can_change_a_weight_in_passing() -> None:
    with pytest.raises(TypeError):
        INTERACTION_WEIGHTS["phone"] = 9.0  # type: ignore[index]  # the point of the test
    with pytest.raises(dataclasses.FrozenInstanceError):
        Definitions().half_life = 1  # type: ignore[misc]  # the point of the test


def test_the_database_checks_every_column_that_holds_a_word() -> None:
    checked = {
        f"{table.name}.{str(check.name).removeprefix(f'ck_{table.name}_')}"
        for table in Base.metadata.sorted_tables
        for check in table.constraints
        if str(check.name).startswith("ck_") and " IN (" in str(getattr(check, "sqltext", ""))
    }
    assert checked >= {
        "employers.ownership",
        "employers.size_class",
        "employers.position_precision",
        "clients.gender",
        "clients.referrer",
        "clients.closing_reason",
        "cooperation.party",
        "cooperation.role",
        "contacts.kind",
        "contacts.initiated_by",
        "placements.kind",
        "placements.outcome",
        "placements.contract",
        "placements.subsidy",
        "follow_ups.party",
        "follow_ups.mode",
        "follow_ups.assessment",
        "users.role",
    }
