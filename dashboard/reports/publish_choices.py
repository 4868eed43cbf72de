"""What a manager may choose among when something is published."""

import datetime as dt

from dashboard.analysis.cost_benefit import ADDITIONALITY, missing_of
from dashboard.analysis.cost_lines import SOCIETY, needed
from dashboard.analysis.suppression import half_year
from dashboard.domain.period import Period
from dashboard.i18n import _
from dashboard.reports.access import Store
from dashboard.reports.publish_people import name_of_half

OFFERED = 8
"""Half-years that are offered."""


def half_named(name: str) -> Period:
    """The half-year of a name.

    >>> half_named("2026-1").last
    datetime.date(2026, 6, 30)
    """
    year, _dash, half = name.partition("-")
    return half_year(dt.date(int(year), 1 if half == "1" else 7, 1))


def ended_halves(today: dt.date) -> tuple[str, ...]:
    """The latest half-years that have ended, the newest first."""
    found, first = [], half_year(today).first
    for _half in range(OFFERED):
        ended = half_year(first - dt.timedelta(days=1))
        found.append(name_of_half(ended))
        first = ended.first
    return tuple(found)


def offered_unit(store: Store) -> str:
    """The unit's own name, where there is one unit; else it has to be written."""
    names = store.world().units["name"].tolist()
    return str(names[0]) if len(names) == 1 else ""


def half_told(name: str) -> str:
    """A half-year in words: `January–June 2026`."""
    year, _dash, half = name.partition("-")
    return (_("January–June {year}") if half == "1" else _("July–December {year}")).format(year=year)


def period_told(first: dt.date, last: dt.date) -> str:
    """A period of half-years in words."""
    names = [half_told(name_of_half(half_year(day))) for day in (first, last)]
    return names[0] if names[0] == names[1] else _("{first} to {last}").format(first=names[0], last=names[1])


def costs_hindrance(store: Store) -> str:
    """Why cost and benefit cannot be shown; empty when they can."""
    assumptions = store.snapshot().assumptions
    needs = (*ADDITIONALITY, *needed(SOCIETY))
    if missing_of(needs, assumptions):
        return _("Cost and benefit cannot be shown: an assumption is missing. See Cost and benefit.")
    if any(assumptions.state(name) == "example" for name in needs):
        return _(
            "Cost and benefit cannot be shown: an assumption is only an example. The unit has to set its own "
            "first."
        )
    return ""
