"""The settings of the unit together: from names and values to `Definitions`, and back."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, fields, is_dataclass, replace
from types import MappingProxyType
from typing import Any

from dashboard.domain.definitions import Definitions
from dashboard.domain.errors import SettingsError
from dashboard.domain.setting_catalogue import SETTINGS, Value, setting_named, value_of
from dashboard.domain.setting_values import checked_value, shown
from dashboard.i18n import N_, _

NOT_ABOVE = (("active_within", "cooling_within"), ("medium_from", "strong_from"))
"""Pairs of settings of which the first must not be higher than the second."""
SUM_TO_ONE: Mapping[str, str] = MappingProxyType(
    {
        "strength_weights": N_(
            "The six strength_weights must sum to 1, not {total}. Set several in one command."
        ),
        "match_weights": N_(
            "The seven match_weights must sum to 1, not {total}. Set several in one command."
        ),
    }
)
"""The groups of weights, and what is said when they do not."""
PRECISION = 1e-9


def values_of(definitions: Definitions) -> dict[str, Value]:
    """Every value by name."""
    return {name: value_of(definitions, name) for name in SETTINGS}


def own_values(definitions: Definitions) -> dict[str, Value]:
    """The values that are not the default ones."""
    return {name: value for name, value in values_of(definitions).items() if value != SETTINGS[name].default}


def definitions_of(values: Mapping[str, object], *, together: bool = True) -> Definitions:
    """The defaults, with some values set.

    Args:
        values: by name; numbers, or lists of numbers.
        together: whether values that contradict each other are refused, too.

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
    if together:
        _check_together(definitions)
    return definitions


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Values that each can be used, but not together.

    Attributes:
        names: the settings; of two, the first is higher than the second.
        total: what weights sum to; None for two settings.
    """

    names: tuple[str, ...]
    total: float | None = None


def contradictions(definitions: Definitions) -> Iterator[Contradiction]:
    """What cannot be so at the same time."""
    for low, high in NOT_ABOVE:
        if value_of(definitions, low) > value_of(definitions, high):  # type: ignore[operator]  # both are numbers
            yield Contradiction((low, high))
    for group in SUM_TO_ONE:
        names = tuple(name for name in SETTINGS if name.startswith(f"{group}."))
        total = math.fsum(astuple(getattr(definitions, group)))
        if abs(total - 1) > PRECISION:
            yield Contradiction(names, total)


def _check_together(definitions: Definitions) -> None:
    for found in contradictions(definitions):
        if found.total is not None:
            group = found.names[0].partition(".")[0]
            raise SettingsError(_(SUM_TO_ONE[group]).format(total=shown(found.total)))
        low, high = found.names
        below, above = value_of(definitions, low), value_of(definitions, high)
        sentence = _("{low} ({below}) must not be higher than {high} ({above}).")
        raise SettingsError(sentence.format(low=low, below=shown(below), high=high, above=shown(above)))
