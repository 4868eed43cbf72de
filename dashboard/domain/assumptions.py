"""The unit's assumptions about cost and benefit: empty, an example, or set."""

import datetime as dt
import hashlib
import math
import re
from collections.abc import Mapping
from dataclasses import astuple, dataclass, field
from types import MappingProxyType
from typing import Literal

from dashboard.domain.assumption_catalogue import ASSUMED, Assumed, Estimate, assumption_named
from dashboard.domain.errors import SettingsError
from dashboard.domain.setting_values import shown
from dashboard.i18n import N_, _

State = Literal["empty", "example", "set"]
LONGEST_SOURCE = 200
INVENTED_SOURCE = N_("an example, invented for the demo")
"""The source of what the demo assumes: a value with it is an example, whoever has stored it."""


@dataclass(frozen=True, slots=True)
class Assumptions:
    """All assumptions.

    Attributes:
        own: those that the unit has set, by name.
    """

    own: Mapping[str, Estimate] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, name: str) -> Estimate | None:
        """What is assumed: the unit's own, else the example; None while it is empty."""
        return self.own.get(name, ASSUMED[name].example)

    def state(self, name: str) -> State:
        """Whether it is the unit's own, an example, or nothing yet."""
        if name in self.own:
            return "example" if self.own[name].source == INVENTED_SOURCE else "set"
        return "empty" if ASSUMED[name].example is None else "example"

    @property
    def in_force(self) -> dict[str, Estimate]:
        """What is assumed, by name; those that are empty are not there."""
        found = {name: self.of(name) for name in ASSUMED}
        return {name: estimate for name, estimate in found.items() if estimate is not None}

    @property
    def version(self) -> str:
        """Eight letters that change when any assumption does; results are stamped with them."""
        told = repr([(name, astuple(estimate)) for name, estimate in sorted(self.in_force.items())])
        return hashlib.sha256(told.encode()).hexdigest()[:8]


def source_told(estimate: Estimate) -> str:
    """Where a value comes from: the unit's own words as they stand, those of an example in the reader's."""
    examples = {INVENTED_SOURCE, *(one.example.source for one in ASSUMED.values() if one.example)}
    return _(estimate.source) if estimate.source in examples else estimate.source


def assumptions_of(own: Mapping[str, Estimate]) -> Assumptions:
    """The examples, with some assumptions set.

    Raises:
        SettingsError: when a name or an estimate cannot be used.
    """
    checked = {name: checked_estimate(assumption_named(name), given) for name, given in own.items()}
    return Assumptions(MappingProxyType(checked))


def checked_estimate(assumed: Assumed, given: Estimate) -> Estimate:
    """The estimate with its numbers as decimals and its source trimmed.

    Raises:
        SettingsError: when a number is out of range, low and high do not hold the value, or nobody is named.
    """
    for number in (given.value, given.low, given.high):
        if not (math.isfinite(number) and assumed.lowest <= number <= assumed.highest):
            sentence = _("{name} must be between {lowest} and {highest}, not {value}.")
            raise SettingsError(
                sentence.format(
                    name=assumed.name,
                    lowest=shown(assumed.lowest),
                    highest=shown(assumed.highest),
                    value=shown(number),
                )
            )
    if not given.low <= given.value <= given.high:
        sentence = _("{name}: the value {value} must lie between low {low} and high {high}.")
        raise SettingsError(
            sentence.format(
                name=assumed.name, value=shown(given.value), low=shown(given.low), high=shown(given.high)
            )
        )
    source = " ".join(given.source.split())
    if not 0 < len(source) <= LONGEST_SOURCE:
        sentence = _("{name}: say in at most {n} letters where the value comes from.")
        raise SettingsError(sentence.format(name=assumed.name, n=LONGEST_SOURCE))
    return Estimate(float(given.value), float(given.low), float(given.high), given.dated, source)


def read_estimate(
    name: str,
    value: str,
    low: str | None = None,
    high: str | None = None,
    *,
    dated: dt.date,
    source: str,
) -> Estimate:
    """An estimate as a person writes it; a low or high that is left out is the value itself.

    Raises:
        SettingsError: when it cannot be used.
    """
    assumed = assumption_named(name)
    estimate = Estimate(
        value=_decimal(name, value),
        low=_decimal(name, value if low is None else low),
        high=_decimal(name, value if high is None else high),
        dated=dated,
        source=source,
    )
    return checked_estimate(assumed, estimate)


def decimal_of(text: str) -> float | None:
    """A number as a person writes it, with comma or point, and with spaces in it; None when it is none.

    >>> decimal_of("1 250,5"), decimal_of("−0.3"), decimal_of("ett")
    (1250.5, -0.3, None)
    """
    plain = re.sub(r"[\s\u00a0\u202f]", "", text).replace("\u2212", "-").replace(",", ".")
    return float(plain) if re.fullmatch(r"[+-]?\d{1,12}(\.\d{1,9})?", plain, re.ASCII) else None


def _decimal(name: str, text: str) -> float:
    found = decimal_of(text)
    if found is None:
        raise SettingsError(_("{name} must be a number, not “{value}”.").format(name=name, value=text))
    return found
