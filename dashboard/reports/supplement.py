"""What the workbook and the sentences tell beyond the JSON, whose keys are fixed."""

from dataclasses import dataclass

from dashboard.analysis.load import occasions
from dashboard.analysis.load_minutes import Forecast, LoadMinutes, forecast, load_in_minutes
from dashboard.analysis.minutes import lengths
from dashboard.analysis.ratings import Ratings, ratings
from dashboard.reports.costs import Costs, costs
from dashboard.reports.report_follow_ups import iso_week
from dashboard.reports.report_input import ReportInput


@dataclass(frozen=True, slots=True)
class LoadRow:
    """One coach's ISO week in minutes."""

    coach_id: str
    week: str
    done: float
    due: float
    planned: float
    expected: float
    available: float

    @property
    def total(self) -> float:
        """What was done, and what waits or is to come."""
        return self.done + self.due + self.planned + self.expected


@dataclass(frozen=True, slots=True)
class Supplement:
    """Figures that are no part of the JSON.

    Attributes:
        ratings: what clients and employers thought of the trials, beside the targets.
        load: each coach's weeks in minutes.
        forecast: the twelve weeks to come, for the whole selection.
        usual_minutes: what a follow-up takes whose form nobody knows yet.
        costs: what the support costs and gives, as far as the unit's assumptions go.
    """

    ratings: Ratings
    load: tuple[LoadRow, ...]
    forecast: Forecast
    usual_minutes: float
    costs: Costs


KEYS = (
    "ratings.client",
    "ratings.employer",
    "ratings.answered",
    "method.by_hand",
    "load.minutes",
    "load.available",
    "load.forecast",
    "costs.person_months",
    "costs.additionality",
    "costs.net",
    "costs.actors",
    "costs.turn",
    "costs.tornado",
    "costs.years",
)
"""The keys of their definitions."""


def supplement(given: ReportInput) -> Supplement:
    """Compute them for a selection on a day."""
    figures = occasions(given.basis)
    coaches = given.scope.coded.world.coaches["coach_id"].tolist()
    return Supplement(
        ratings=ratings(given.basis),
        load=tuple(_rows(load_in_minutes(given.basis, figures), coaches)),
        forecast=forecast(given.basis, figures),
        usual_minutes=lengths(given.basis).usual,
        costs=costs(given),
    )


def _rows(found: LoadMinutes, coaches: list[str]) -> list[LoadRow]:
    columns = (found.done, found.due, found.planned, found.expected, found.available)
    return [
        LoadRow(coaches[coach], iso_week(monday), *minutes)
        for coach, monday, *minutes in zip(
            found.coach.tolist(),
            found.monday.tolist(),
            *(column.tolist() for column in columns),
            strict=True,
        )
    ]
