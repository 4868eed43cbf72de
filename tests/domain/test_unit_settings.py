"""The settings of the unit: each definition has one, with limits, and every fault is one sentence."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboard.domain.definitions import Definitions, Standard, StrengthWeights
from dashboard.domain.errors import SettingsError
from dashboard.domain.setting_catalogue import SETTINGS, Kind, setting_named
from dashboard.domain.setting_values import checked_value, read_value, shown
from dashboard.domain.unit_settings import definitions_of, own_values, values_of
from dashboard.i18n import use_language
from tests.architecture.source import ROOT


def leaves(value: object, prefix: str = "") -> list[str]:
    """The names of every field of Definitions, those of its groups with a point."""
    names = []
    for field in fields(value):  # type: ignore[arg-type]
        inner = getattr(value, field.name)
        names += leaves(inner, f"{field.name}.") if is_dataclass(inner) else [prefix + field.name]
    return names


def fault(given_values: Mapping[str, object] | tuple[str, str]) -> str:
    use_language("en")
    with pytest.raises(SettingsError) as caught:
        _ = read_value(*given_values) if isinstance(given_values, tuple) else definitions_of(given_values)
    return str(caught.value)


def test_every_definition_is_a_setting_and_every_setting_a_definition() -> None:
    assert sorted(SETTINGS) == sorted(leaves(Definitions()))


@pytest.mark.parametrize("name", SETTINGS)
def test_every_default_lies_within_its_own_limits(name: str) -> None:
    setting = SETTINGS[name]
    assert checked_value(setting, setting.default) == setting.default
    assert type(checked_value(setting, setting.default)) is type(setting.default)


def test_nothing_set_gives_the_defaults() -> None:
    assert definitions_of({}) == Definitions()
    assert own_values(Definitions()) == {}
    assert definitions_of(values_of(Definitions())).version == Definitions().version


def test_set_values_reach_their_place() -> None:
    made = definitions_of(
        {"active_within": 60, "standard.first_days": [5, 10], "standard.employment_months": [1, 6]}
    )
    assert made == Definitions(
        active_within=60, standard=Standard(first_days=(5, 10), employment_months=(1, 6))
    )
    assert own_values(made) == {
        "active_within": 60,
        "standard.first_days": (5, 10),
        "standard.employment_months": (1, 6),
    }


def test_a_whole_number_for_a_decimal_gives_the_same_version() -> None:
    assert definitions_of({"strong_from": 70}).version == definitions_of({"strong_from": 70.0}).version


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("half_life", " 90 ", 90),
        ("area_km", "7,5", 7.5),
        ("area_km", "7.5", 7.5),
        ("standard.first_days", "7, 14;21 28", (7, 14, 21, 28)),
        ("standard.employment_months", "2–6", (2, 6)),
        ("standard.employment_months", "2,6", (2, 6)),
    ],
)
def test_values_are_read_as_they_are_written(name: str, text: str, value: object) -> None:
    assert read_value(name, text) == value


@given(some.sampled_from(sorted(SETTINGS)), some.text(max_size=12))
def test_any_text_is_a_value_within_limits_or_refused_in_words(name: str, text: str) -> None:
    with suppress(SettingsError):
        value = read_value(name, text)
        assert checked_value(SETTINGS[name], value) == value


def test_what_is_shown_can_be_read_again_in_both_languages() -> None:
    for language in ("sv", "en"):
        use_language(language)
        for name, setting in SETTINGS.items():
            assert read_value(name, shown(setting.default)) == setting.default


@pytest.mark.parametrize(
    ("given_values", "sentence"),
    [
        (("half_live", "1"), "There is no setting called “half_live”. Did you mean half_life?"),
        (("x", "1"), "There is no setting called “x”. See: brygga settings list"),
        (("half_life", "0"), "half_life must be between 1 and 3650, not 0."),
        (("half_life", "3651"), "half_life must be between 1 and 3650, not 3651."),
        (("half_life", "1.5"), "half_life must be a whole number, not “1.5”."),
        (("area_km", "nan"), "area_km must be a number, not “nan”."),
        (("area_km", "1e9"), "area_km must be a number, not “1e9”."),
        (
            ("published_from", "4"),
            "published_from can be raised but never go below 5: 4 would show single persons.",
        ),
        (("published_from", "101"), "published_from must be between 5 and 100, not 101."),
        (
            ("standard.first_days", "7,7"),
            "standard.first_days must be whole numbers that rise, such as 7,14,21,28, not “7,7”.",
        ),
        (
            ("standard.first_days", ""),
            "standard.first_days must be whole numbers that rise, such as 7,14,21,28, not “”.",
        ),
        (("standard.first_days", "0,7"), "standard.first_days must be between 1 and 365, not 0."),
        (
            ("standard.employment_months", "6-2"),
            "standard.employment_months must be two whole numbers, the lower first, such as 2-12, not “6,2”.",
        ),
        ({"active_within": 200}, "active_within (200) must not be higher than cooling_within (180)."),
        ({"strong_from": 30}, "medium_from (35) must not be higher than strong_from (30)."),
        (
            {"strength_weights.depth": 0.5},
            "The six strength_weights must sum to 1, not 1.25. Set several in one command.",
        ),
        ({"half_life": True}, "half_life must be a whole number, not “True”."),
        ({"half_life": "90"}, "half_life must be a whole number, not “90”."),
        ({"area_km": None}, "area_km must be a number, not “None”."),
        (
            {"standard.first_days": "7"},
            "standard.first_days must be whole numbers that rise, such as 7,14,21,28, not “7”.",
        ),
    ],
)
def test_every_fault_is_one_sentence(
    given_values: Mapping[str, object] | tuple[str, str], sentence: str
) -> None:
    assert fault(given_values) == sentence


def test_limits_are_allowed_themselves() -> None:
    for setting in SETTINGS.values():
        for limit in (setting.lowest, setting.highest):
            given_value = {Kind.RISING: [limit], Kind.FROM_TO: [limit, limit]}.get(setting.kind, limit)
            checked_value(setting, given_value)


def test_the_same_threshold_for_active_and_cooling_is_allowed() -> None:
    assert definitions_of({"active_within": 180}).active_within == 180


def test_weights_may_move_together() -> None:
    made = definitions_of({"strength_weights.depth": 0.3, "strength_weights.recency": 0.2})
    assert made.strength_weights == StrengthWeights(recency=0.2, depth=0.3)


def test_small_numbers_can_be_protected_more_never_less() -> None:
    assert setting_named("published_from").lowest == Definitions().published_from == 5


def test_the_page_about_them_lists_each_with_default_and_limits() -> None:
    use_language("en")
    page = (ROOT / "docs" / "unit-settings.md").read_text()
    rows = re.findall(r"^\| `.*$", page, re.MULTILINE)
    assert rows == [
        f"| `{name}` | `{shown(setting.default)}` | {shown(setting.lowest)}–{shown(setting.highest)} "
        f"| {setting.meaning} |"
        for name, setting in SETTINGS.items()
    ]
