"""What an import would do to the figures that people know by heart."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from dashboard.analysis.coded import encode
from dashboard.analysis.network_state import employer_state
from dashboard.analysis.selection import select
from dashboard.data.importer.after import Rows
from dashboard.data.readers import world_of
from dashboard.domain.definitions import Definitions
from dashboard.domain.period import Period
from dashboard.domain.world import World
from dashboard.i18n import _, number, percent
from dashboard.reports.access import Store
from dashboard.reports.definitions.registry import measure_of
from dashboard.reports.json_values import Json
from dashboard.reports.report_clients import clients
from dashboard.reports.report_employers import employers
from dashboard.reports.report_follow_ups import follow_ups
from dashboard.reports.report_input import ReportInput, input_of

_AREAS: Mapping[str, Callable[[ReportInput], Json]] = MappingProxyType(
    {"employers": employers, "clients": clients, "follow_ups": follow_ups}
)
HEADLINES = (
    "employers.total",
    "employers.single_coach",
    "clients.active",
    "clients.in_work",
    "clients.to_work",
    "clients.quarterly_rate",
    "follow_ups.overdue",
    "follow_ups.on_time",
)
"""Counts, and shares as they stand in the report."""


@dataclass(frozen=True, slots=True)
class Headline:
    """A figure of the report before and after.

    Attributes:
        key: its key in the report.
        name: what it is called.
        before: as it is now; None when there is nothing to count.
        after: as it would be.
        is_share: whether the two are shares, 0–1.
    """

    key: str
    name: str
    before: float | None
    after: float | None
    is_share: bool

    @property
    def changes(self) -> bool:
        """Whether the figure moves."""
        return self.before != self.after

    def told(self, value: float | None) -> str:
        """One of the two as it is written in the language in use."""
        if value is None:
            return "–"
        return percent(value) if self.is_share else number(value)


def headlines(store: Store, after: Rows, on: dt.date) -> tuple[Headline, ...]:
    """The figures of the whole database on a day, as they are and as they would be, for the year up to it."""
    snapshot = store.snapshot()
    now = _figures(snapshot.world, snapshot.definitions, on)
    then = _figures(world_of("after", after), snapshot.definitions, on)
    return tuple(_headlines(now, then))


def _headlines(now: Mapping[str, Any], then: Mapping[str, Any]) -> Iterator[Headline]:
    for key in HEADLINES:
        before, after = now[key], then[key]
        is_share = isinstance(before, dict)
        if is_share:
            before, after = before["share"], after["share"]
        yield Headline(key, _(measure_of(key).name), before, after, is_share)


def _figures(world: World, definitions: Definitions, on: dt.date) -> Mapping[str, Any]:
    scope = select(encode(world), (), None, on)
    given = input_of(scope, employer_state(scope, on, definitions), Period.year_to(on), definitions)
    areas = {name: area(given) for name, area in _AREAS.items()}
    return {key: areas[key.partition(".")[0]][key.partition(".")[2]] for key in HEADLINES}
