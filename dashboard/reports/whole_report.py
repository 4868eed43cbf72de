"""The whole report and what it takes to tell it to people: names, and the definitions in force."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

import pandas as pd

from dashboard.data.engine import Database
from dashboard.data.hand_ratings import Rating, read_ratings
from dashboard.domain.definitions import Definitions
from dashboard.domain.period import Period
from dashboard.reports.access import Access, Store
from dashboard.reports.further import Further, further
from dashboard.reports.json_values import Json
from dashboard.reports.report_input import report_input
from dashboard.reports.report_json import AREAS
from dashboard.reports.supplement import Supplement, supplement


@dataclass(frozen=True, slots=True, eq=False)
class WholeReport:
    """The report on a day, for a selection.

    Attributes:
        values: what the JSON holds.
        definitions: thresholds, windows and weights in force.
        programme: the programme that was asked for.
        units: the names of the selection's units by key.
        coaches: names of coaches by key.
        employers: names of employers by key.
        supplement: what the JSON does not hold.
        hand: the items that a person has rated, the newest first; those taken back too.
        further: works out, once, what takes longer; whoever writes JSON does not wait for it.
    """

    values: Json
    definitions: Definitions
    programme: str | None
    units: Mapping[str, str]
    coaches: Mapping[str, str]
    employers: Mapping[str, str]
    supplement: Supplement
    further: Callable[[], Further]
    hand: tuple[Rating, ...] = ()

    @property
    def on(self) -> dt.date:
        """The day the figures are true for."""
        return dt.date.fromisoformat(self.values["meta"]["on"])

    @property
    def period(self) -> Period:
        """First and last day."""
        meta = self.values["meta"]
        return Period(dt.date.fromisoformat(meta["from"]), dt.date.fromisoformat(meta["to"]))


def whole_report(
    source: Access | Store | Database,
    on: dt.date,
    period: Period,
    units: tuple[str, ...] = (),
    programme: str | None = None,
) -> WholeReport:
    """The report, with the names that a person reads instead of keys.

    Raises:
        InvalidParameter: when there is no such unit or programme.
        DatabaseUnreachable: when the database does not answer.
        SettingsError: when the stored definitions cannot be used.
    """
    given = report_input(source, on, period, units, programme)
    values = {name: area(given) for name, area in AREAS.items()}
    world = given.scope.coded.world
    names = _names(world.units, "unit_id")
    return WholeReport(
        values=values,
        definitions=given.definitions,
        programme=programme,
        units={key: names.get(key, key) for key in values["meta"]["units"]},
        coaches=_names(world.coaches, "coach_id"),
        employers=_names(world.employers, "employer_id"),
        supplement=supplement(given),
        further=cache(partial(further, given)),
        hand=read_ratings(_engine(source), units[0] if len(units) == 1 else ""),
    )


def paths(value: Any, path: str = "") -> Iterator[str]:
    """The key of every figure in the report, written with points, each once for a list."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from paths(each, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        yield from paths(value[0], path)
    else:
        yield path


def _engine(source: Access | Store | Database) -> Database:
    if isinstance(source, Access):
        return source.store.engine
    return source.engine if isinstance(source, Store) else source


def _names(frame: pd.DataFrame, key: str) -> dict[str, str]:
    return dict(zip(frame[key], frame["name"], strict=True))
