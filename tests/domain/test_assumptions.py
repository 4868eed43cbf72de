"""Assumptions about cost and benefit: empty, an example or set, within limits, and never without a source."""

import datetime as dt
from dataclasses import replace

import pytest

from dashboard.domain.assumption_catalogue import ASSUMED, UNITS, Estimate, Measured
from dashboard.domain.assumptions import (
    Assumptions,
    assumptions_of,
    checked_estimate,
    read_estimate,
)
from dashboard.domain.errors import SettingsError
from dashboard.domain.setting_values import shown
from dashboard.i18n import use_language
from tests.architecture.source import ROOT

DAY = dt.date(2026, 1, 1)
WAGE = Estimate(160.0, 150.0, 175.0, DAY, "wage statistics")


def fault(name: str, value: str, low: str | None = None, high: str | None = None, source: str = "s") -> str:
    use_language("en")
    with pytest.raises(SettingsError) as caught:
        read_estimate(name, value, low, high, dated=DAY, source=source)
    return str(caught.value)


def test_nearly_everything_is_empty_until_the_unit_sets_it() -> None:
    assumptions = Assumptions()
    examples = {name for name in ASSUMED if assumptions.state(name) == "example"}
    assert examples == {"social_contributions", "discount_rate", "years"}
    assert {assumptions.state(name) for name in ASSUMED if name not in examples} == {"empty"}
    assert set(assumptions.in_force) == examples
    assert assumptions.of("wage_per_hour") is None


@pytest.mark.parametrize("name", [name for name, assumed in ASSUMED.items() if assumed.example])
def test_every_example_lies_within_its_own_limits(name: str) -> None:
    example = ASSUMED[name].example
    assert example is not None
    assert checked_estimate(ASSUMED[name], example) == example


def test_every_unit_of_measure_has_its_word() -> None:
    assert set(UNITS) == set(Measured)


def test_every_assumption_is_documented_as_it_is() -> None:
    use_language("en")
    documented = [
        tuple(cell.strip() for cell in line.strip("|").split("|"))
        for line in (ROOT / "docs" / "cost-and-benefit.md").read_text().splitlines()
        if line.startswith("| `")
    ]
    assert documented == [
        (
            f"`{asked.name}`",
            f"{shown(asked.lowest)}–{shown(asked.highest)}",
            UNITS[asked.unit],
            shown(asked.example.value) if asked.example else "",
            asked.meaning,
        )
        for asked in ASSUMED.values()
    ]


def test_what_the_unit_sets_stands_before_the_example() -> None:
    own = replace(WAGE, value=0.1, low=0.1, high=0.1)
    assumptions = assumptions_of({"social_contributions": own, "wage_per_hour": WAGE})
    assert assumptions.of("social_contributions") == own
    assert assumptions.state("social_contributions") == assumptions.state("wage_per_hour") == "set"


def test_the_version_follows_from_what_is_assumed_alone() -> None:
    version = assumptions_of({"wage_per_hour": WAGE}).version
    assert version == assumptions_of({"wage_per_hour": replace(WAGE, source=" wage  statistics ")}).version
    others = (replace(WAGE, value=161.0), replace(WAGE, source="x"), replace(WAGE, dated=dt.date(2025, 1, 1)))
    versions = {assumptions_of({"wage_per_hour": other}).version for other in others}
    assert len({version, Assumptions().version, *versions}) == 5


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("160", 160.0),
        ("160,50", 160.5),
        ("160.5", 160.5),
        ("1 250", 1250.0),
        ("1\u202f250,5", 1250.5),
        (" 200 ", 200.0),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, value: float) -> None:
    found = read_estimate("wage_per_hour", text, dated=DAY, source="s")
    assert (found.value, found.low, found.high) == (value, value, value)


def test_a_value_may_be_below_zero_where_that_has_a_meaning() -> None:
    assert read_estimate("income_tax_state", "−0,05", dated=DAY, source="s").value == -0.05


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (("wage_per_hour", "0"), "wage_per_hour must be between 1 and 5000, not 0."),
        (("wage_per_hour", "160", "150", "6000"), "wage_per_hour must be between 1 and 5000, not 6000."),
        (("wage_per_hour", "many"), "wage_per_hour must be a number, not “many”."),
        (("wage_per_hour", "1e3"), "wage_per_hour must be a number, not “1e3”."),
        (("wage_per_hour", "160", "161"), "the value 160 must lie between low 161 and high 160."),
        (("wage_per_hour", "160", "150", "155"), "the value 160 must lie between low 150 and high 155."),
        (("share_with_support", "0"), "share_with_support must be between 0.01 and 1, not 0."),
        (
            ("wages_per_hour", "160"),
            "There is no assumption called “wages_per_hour”. Did you mean wage_per_hour?",
        ),
        (("nonsense", "1"), "There is no assumption called “nonsense”. See: brygga assumptions list"),
    ],
)
def test_each_fault_is_one_sentence(given: tuple[str, ...], sentence: str) -> None:
    assert sentence in fault(*given)


@pytest.mark.parametrize("source", ["", "   ", "x" * 201])
def test_a_value_without_a_source_is_refused(source: str) -> None:
    assert "say in at most 200 letters where the value comes from" in fault("years", "5", source=source)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(SettingsError):
        assumptions_of({"wage_per_hour": replace(WAGE, value=value)})
