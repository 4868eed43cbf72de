"""Cost and benefit, computed: the period, the years, and what each assumption does to them."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.analysis.cost_benefit import Bar, Judged, Observed, judged, observed, society_tornado
from dashboard.analysis.cost_lines import SOCIETY, View
from dashboard.analysis.cost_years import (
    OVER_TIME,
    Lasting,
    OverYears,
    lasting,
    over_years,
    society_tornado_over_years,
)
from dashboard.domain.assumptions import Assumptions
from dashboard.reports.report_input import ReportInput


@dataclass(frozen=True, slots=True)
class Costs:
    """What the support costs and gives.

    Attributes:
        assumptions: what the unit assumes; the rest are examples, or empty.
        observed: what the data says of the period.
        lasting: what it says of how long employments last.
        period: each view of the period.
        years: each view over years.
        tornado: what each assumption does to society's net in the period.
        tornado_years: the same over years.
    """

    assumptions: Assumptions
    observed: Observed
    lasting: Lasting
    period: Mapping[View, Judged]
    years: Mapping[View, OverYears | None]
    tornado: tuple[Bar, ...]
    tornado_years: tuple[Bar, ...]

    @property
    def society(self) -> Judged:
        """The view of all together."""
        return self.period[SOCIETY]

    def examples(self, view: View) -> tuple[str, ...]:
        """The assumptions that a view rests on and that are only examples."""
        own = self.period[view].examples
        if self.years[view] is None:
            return own
        return (*own, *(name for name in OVER_TIME if self.assumptions.state(name) == "example"))


def costs(given: ReportInput) -> Costs:
    """Compute them for a selection in a period."""
    return costs_of(observed(given.basis), lasting(given.basis), given.assumptions)


def costs_of(seen: Observed, lasts: Lasting, assumptions: Assumptions) -> Costs:
    """The same from what was observed."""
    return Costs(
        assumptions=assumptions,
        observed=seen,
        lasting=lasts,
        period=judged(seen, assumptions),
        years=over_years(lasts, assumptions),
        tornado=society_tornado(seen, assumptions),
        tornado_years=society_tornado_over_years(lasts, assumptions),
    )
