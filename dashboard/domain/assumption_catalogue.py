"""What cost and benefit are computed from beside the data: each assumption by name, with its limits.

Nearly all of them are empty until the unit sets them: what nobody stands for must not become a result.
"""

import datetime as dt
import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from dashboard.domain.errors import SettingsError
from dashboard.domain.setting_catalogue import CLOSE
from dashboard.i18n import N_, _


class Measured(StrEnum):
    """What an assumption is measured in."""

    FRACTION = "fraction"
    HOURS = "hours_a_month"
    KRONOR_AN_HOUR = "kronor_an_hour"
    KRONOR_A_MONTH = "kronor_a_month"
    KRONOR_A_YEAR = "kronor_a_year"
    YEARS = "years"


UNITS: Mapping[Measured, str] = MappingProxyType(
    {
        Measured.FRACTION: N_("fraction"),
        Measured.HOURS: N_("hours a month"),
        Measured.KRONOR_AN_HOUR: N_("kronor an hour"),
        Measured.KRONOR_A_MONTH: N_("kronor a month"),
        Measured.KRONOR_A_YEAR: N_("kronor a year"),
        Measured.YEARS: N_("years"),
    }
)
"""The words for them."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What somebody believes a value to be.

    Attributes:
        value: the value.
        low: the lowest that it may well be.
        high: the highest.
        dated: the day that it is true for.
        source: where it comes from.
    """

    value: float
    low: float
    high: float
    dated: dt.date
    source: str


@dataclass(frozen=True, slots=True)
class Assumed:
    """One assumption that a unit makes.

    Attributes:
        name: how it is named on the command line and stored.
        meaning: what it is, as an English text of the catalogue.
        unit: what it is measured in.
        lowest: the lowest value.
        highest: the highest.
        example: what stands, marked as an example, until the unit sets it; None: it is empty till then.
    """

    name: str
    meaning: str
    unit: Measured
    lowest: float = 0
    highest: float = 1
    example: Estimate | None = None


_MONTH, _YEAR = 1_000_000, 1_000_000_000
_EXAMPLES_FROM = dt.date(2026, 1, 1)
_LAW = N_("the full contributions of employers, by the act 2000:980")
_CUSTOM = N_("an example, of the size that Swedish appraisals use")

_LIST = (
    Assumed(
        "share_with_support",
        N_("share who get work with the support (p1)"),
        Measured.FRACTION,
        lowest=0.01,
    ),
    Assumed(
        "share_without_support",
        N_("share who would have got work without it (p0)"),
        Measured.FRACTION,
    ),
    Assumed("hours_per_month", N_("hours worked in a month in work (h)"), Measured.HOURS, 1, 200),
    Assumed("wage_per_hour", N_("wage for an hour, before tax (w)"), Measured.KRONOR_AN_HOUR, 1, 5_000),
    Assumed(
        "social_contributions",
        N_("employer's contributions, of the wage (s)"),
        Measured.FRACTION,
        example=Estimate(0.3142, 0.3142, 0.3142, _EXAMPLES_FROM, _LAW),
    ),
    Assumed(
        "savings_municipality",
        N_("resources the municipality saves in a month in work"),
        Measured.KRONOR_A_MONTH,
        0,
        _MONTH,
    ),
    Assumed(
        "savings_region",
        N_("resources the region saves in a month in work"),
        Measured.KRONOR_A_MONTH,
        0,
        _MONTH,
    ),
    Assumed(
        "savings_state",
        N_("resources central government saves in a month in work"),
        Measured.KRONOR_A_MONTH,
        0,
        _MONTH,
    ),
    Assumed("income_tax_municipality", N_("tax to the municipality, of the wage"), Measured.FRACTION, 0, 0.5),
    Assumed("income_tax_region", N_("tax to the region, of the wage"), Measured.FRACTION, 0, 0.5),
    Assumed(
        "income_tax_state",
        N_("tax to central government less its tax credits, of the wage"),
        Measured.FRACTION,
        -0.3,
        0.6,
    ),
    Assumed(
        "benefit_municipality",
        N_("income support no longer paid in a month in work"),
        Measured.KRONOR_A_MONTH,
        0,
        _MONTH,
    ),
    Assumed(
        "benefit_state",
        N_("benefits from central government, after tax, no longer paid in a month in work"),
        Measured.KRONOR_A_MONTH,
        0,
        _MONTH,
    ),
    Assumed(
        "wage_subsidy",
        N_("wage subsidy paid to the employer in a month in work"),
        Measured.KRONOR_A_MONTH,
        0,
        _MONTH,
    ),
    Assumed(
        "cost_municipality",
        N_("what the unit costs the municipality"),
        Measured.KRONOR_A_YEAR,
        0,
        _YEAR,
    ),
    Assumed("cost_region", N_("what the unit costs the region"), Measured.KRONOR_A_YEAR, 0, _YEAR),
    Assumed("cost_state", N_("what the unit costs central government"), Measured.KRONOR_A_YEAR, 0, _YEAR),
    Assumed(
        "discount_rate",
        N_("discount rate a year"),
        Measured.FRACTION,
        0,
        0.2,
        example=Estimate(0.035, 0.02, 0.05, _EXAMPLES_FROM, _CUSTOM),
    ),
    Assumed(
        "years",
        N_("years ahead that are counted, as far as retention is known"),
        Measured.YEARS,
        1,
        30,
        example=Estimate(5, 3, 10, _EXAMPLES_FROM, _CUSTOM),
    ),
)
ASSUMED: Mapping[str, Assumed] = MappingProxyType({assumed.name: assumed for assumed in _LIST})
"""Every assumption by name, in the order in which they are shown."""


def assumption_named(name: str) -> Assumed:
    """The assumption.

    Raises:
        SettingsError: when there is none of that name.
    """
    found = ASSUMED.get(name)
    if found is None:
        near = difflib.get_close_matches(name, ASSUMED, n=1, cutoff=CLOSE)
        sentence = _("There is no assumption called “{name}”. Did you mean {near}?") if near else ""
        sentence = sentence or _("There is no assumption called “{name}”. See: brygga assumptions list")
        raise SettingsError(sentence.format(name=name, near="".join(near)))
    return found
