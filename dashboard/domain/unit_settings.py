"""The settings of the unit together: from names and values to `Definitions`, and back."""

import math
from collections.abc import Mapping
from dataclasses import astuple, fields, is_dataclass, replace
from typing import Any

from dashboard.domain.definitions import Definitions
from dashboard.domain.errors import SettingsError
from dashboard.domain.setting_catalogue import SETTINGS, Value, setting_named, value_of
from dashboard.domain.setting_values import checked_value, shown
from dashboard.i18n import _

NOT_ABOVE = (("active_within", "cooling_within"), ("medium_from", "strong_from"))
"""Pairs of settings of which the first must not be higher than the second."""
PRECISION = 1e-9


def values_of(definitions: Definitions) -> dict[str, Value]:
    """Every value by name."""
    return {name: value_of(definitions, name) for name in SETTINGS}


def own_values(definitions: Definitions) -> dict[str, Value]:
    """The values that are not the default ones."""
    return {name: value for name, value in values_of(definitions).items() if value != SETTINGS[name].default}


def definitions_of(values: Mapping[str, object]) -> Definitions:
    """The defaults, with some values set.

    Args:
        values: by name; numbers, or lists of numbers.

    Raises:
        SettingsError: when a name, a value, or the values together cannot be used.
    """
    checked = {name: checked_value(setting_named(name), value) for name, value in values.items()}
    made: dict[str, Any] = {name: value for name, value in checked.items() if "." not in name}
    for field in fields(Definitions):
        group = getattr(Definitions(), field.name)
        if is_dataclass(group):
            prefix = field.name + "."
            mine = {name.removeprefix(prefix): checked[name] for name in checked if name.startswith(prefix)}
            made[field.name] = replace(group, **mine)  # type: ignore[type-var]  # an instance, not a class
    definitions = Definitions(**made)
    _check_together(definitions)
    return definitions


def _check_together(definitions: Definitions) -> None:
    for low, high in NOT_ABOVE:
        below, above = value_of(definitions, low), value_of(definitions, high)
        if below > above:  # type: ignore[operator]  # both are numbers
            sentence = _("{low} ({below}) must not be higher than {high} ({above}).")
            raise SettingsError(sentence.format(low=low, below=shown(below), high=high, above=shown(above)))
    sums = (
        (
            definitions.strength_weights,
            _("The six strength_weights must sum to 1, not {total}. Set several in one command."),
        ),
        (
            definitions.match_weights,
            _("The seven match_weights must sum to 1, not {total}. Set several in one command."),
        ),
    )
    for weights, sentence in sums:
        total = math.fsum(astuple(weights))
        if abs(total - 1) > PRECISION:
            raise SettingsError(sentence.format(total=shown(total)))
