"""What the page of follow-ups works on: the load of a selection, and whose rows a person may see."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.analysis.coded import Flags
from dashboard.analysis.load import CoachFigures, Load, Occasions, coach_figures, load, occasions
from dashboard.analysis.load_minutes import Forecast, LoadMinutes, forecast, load_in_minutes
from dashboard.reports.access import Access
from dashboard.reports.employer_index import require_staff
from dashboard.reports.network_scope import known
from dashboard.reports.report_input import ReportInput
from dashboard.reports.state import PageState
from dashboard.reports.trace_ground import Ground, ground_of


@dataclass(frozen=True, slots=True, eq=False)
class Loads:
    """The load of a selection on a day, the same for everybody. Treat the frames as read-only.

    Attributes:
        figures: every follow-up by figure.
        counts: each coach's weeks, in follow-ups.
        minutes: the same rows in minutes.
        waits: what waits for each coach, and what four weeks bring.
        ahead: the twelve weeks to come for the whole selection.
    """

    figures: Mapping[str, Occasions]
    counts: Load
    minutes: LoadMinutes
    waits: CoachFigures
    ahead: Forecast


@dataclass(frozen=True, slots=True, eq=False)
class FollowGround:
    """The load of a page's selection, and what one person may see of it."""

    ground: Ground
    loads: Loads
    coach_names: Mapping[str, str]

    @property
    def page(self) -> PageState:
        """The filter state."""
        return self.ground.page

    @property
    def coach_ids(self) -> "pd.Series[str]":
        """The coaches' keys by code."""
        return self.ground.scope.coded.world.coaches["coach_id"]

    def name(self, code: int) -> str:
        """A coach's name, by code."""
        return self.coach_names[str(self.coach_ids.iloc[code])]


def follow_ground(access: Access, page: PageState) -> FollowGround:
    """The load of a page's selection.

    Raises:
        AccessDenied: when the person is neither coach nor manager.
        InvalidParameter: when there is no such unit or programme.
    """
    require_staff(access)
    ground = ground_of(access, page)
    units = tuple(sorted(set(page.units)))
    loads = access.cached(
        ("follow_loads", units, page.programme, page.on, page.period),
        lambda _snapshot: loads_of(ground.given),
    )
    coaches = ground.scope.coded.world.coaches
    names = dict(zip(coaches["coach_id"], coaches["name"], strict=True))
    return FollowGround(ground, loads, names)


def loads_of(given: ReportInput) -> Loads:
    """The load of what a report is made from."""
    figures = occasions(given.basis)
    return Loads(
        figures=figures,
        counts=load(given.basis, figures),
        minutes=load_in_minutes(given.basis, figures),
        waits=coach_figures(given.basis, figures),
        ahead=forecast(given.basis, figures),
    )


def in_sector(ground: Ground) -> Flags:
    """Whether each employer of the world is of the sector that the page asks for; the last is nobody."""
    employers = ground.scope.coded.world.employers["employer_id"]
    if ground.page.sector is None:
        return np.ones(len(employers) + 1, dtype=bool)
    left = known(ground.access, ground.page.replace(coach=None, ownership=None)).employers.index
    return np.append(employers.isin(left).to_numpy(dtype=bool), False)
