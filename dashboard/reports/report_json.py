"""The report as JSON: MEASURES.md, "report --format json". Exact, for the unit's own staff.

Each area of the report is a function of its own that gives the value of one key.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.analysis.concentration import concentration
from dashboard.analysis.graphs import network_numbers
from dashboard.analysis.leaving import leaving_summary
from dashboard.analysis.network_state import EmployerState, employer_state
from dashboard.analysis.selection import Scope, select
from dashboard.analysis.strength import PARTS
from dashboard.data.engine import Database
from dashboard.domain.definitions import Definitions
from dashboard.domain.period import Period
from dashboard.domain.vocabulary import LEVELS, OWNERSHIPS, RUNGS, WARMTHS
from dashboard.reports.access import Access, Store

DECIMALS = 4

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class ReportInput:
    """What every area of the report starts from."""

    version: str
    on: dt.date
    period: Period
    scope: Scope
    state: EmployerState
    definitions: Definitions


def report(
    source: Access | Store | Database,
    on: dt.date,
    period: Period | None = None,
    units: Iterable[str] = (),
    programme: str | None = None,
) -> Json:
    """The report on a day, for a selection.

    Args:
        source: an access, a store, or a database with default definitions.
        on: the day the figures are true for.
        period: first and last day; the year that ends on `on` when left out.
        units: keys of units; with neither units nor a programme, everything.
        programme: a programme's label.

    Raises:
        InvalidParameter: when there is no such unit or programme.
        DatabaseUnreachable: when the database does not answer.
    """
    given = _report_input(source, on, period or Period.year_to(on), tuple(units), programme)
    return {
        "meta": meta(given),
        "employers": employers(given),
        "network": network(given),
        "ranking": ranking(given),
    }


def _report_input(
    source: Access | Store | Database,
    on: dt.date,
    period: Period,
    units: tuple[str, ...],
    programme: str | None,
) -> ReportInput:
    definitions = source.definitions if isinstance(source, Access) else Definitions()
    store = (
        source.store if isinstance(source, Access) else source if isinstance(source, Store) else Store(source)
    )
    snapshot = store.snapshot()
    scope = select(snapshot.coded, units, programme, on)
    state = employer_state(scope, on, definitions)
    return ReportInput(snapshot.version, on, period, scope, state, definitions)


def meta(given: ReportInput) -> Json:
    """What the report is about, and from which data and definitions."""
    return {
        "on": given.on.isoformat(),
        "from": given.period.first.isoformat(),
        "to": given.period.last.isoformat(),
        "units": list(given.scope.unit_ids),
        "data_version": given.version,
        "definitions_version": given.definitions.version,
    }


def employers(given: ReportInput) -> Json:
    """The employers of `total` in numbers."""
    frame = given.state.employers
    return {
        "total": len(frame),
        "by_warmth": _counts(frame["warmth"], WARMTHS),
        "by_ladder": _counts(frame["rung"].astype(str), map(str, RUNGS)),
        "by_ownership": _counts(frame["ownership"].fillna("unknown"), (*OWNERSHIPS, "unknown")),
        "strength": _counts(frame["level"], LEVELS),
        "single_coach": int((frame["active_ties"] == 1).sum()),
        "running": int(frame["running"].sum()),
        "occupied": int(frame["occupied"].sum()),
        "free_places": int(frame["free"].sum()),
        "fatigued": int(frame["fatigued"].sum()),
    }


def network(given: ReportInput) -> Json:
    """The network of coaches and employers: size, concentration, and what hangs on whom."""
    numbers = network_numbers(given.state)
    placed = concentration(given.scope, given.period)
    leaving = leaving_summary(given.state, given.scope, given.definitions)
    return {
        "coaches": numbers.coaches,
        "employers": numbers.employers,
        "ties": numbers.ties,
        "density": _rounded(numbers.density),
        "components": numbers.components,
        "hhi_placements": _rounded(placed.herfindahl),
        "top5_share": _rounded(placed.top_five),
        "if_leaves": leaving.reset_index().to_dict("records"),
        "ties_list": _tie_rows(given.state),
    }


def ranking(given: ReportInput) -> list[Json]:
    """All of `total`, strength falling, then by key, with the parts beside the sum."""
    frame = given.state.employers.reset_index()
    frame = frame.sort_values(["strength", "employer_id"], ascending=[False, True], kind="stable")
    return [
        {
            "employer_id": row["employer_id"],
            "strength": round(row["strength"], DECIMALS),
            "parts": {part: round(row[part], DECIMALS) for part in PARTS},
            "ladder": row["rung"],
            "warmth": row["warmth"],
            "free": row["free"],
            "fatigued": row["fatigued"],
        }
        for row in frame[["employer_id", "strength", *PARTS, "rung", "warmth", "free", "fatigued"]].to_dict(
            "records"
        )
    ]


def _tie_rows(state: EmployerState) -> list[Json]:
    edges = state.active_ties
    days = edges["last_on"].dt.strftime("%Y-%m-%d")
    return [
        {"coach_id": coach, "employer_id": employer, "strength": round(strength, DECIMALS), "last_on": day}
        for coach, employer, strength, day in zip(
            edges["coach_id"], edges["employer_id"], edges["strength"].tolist(), days, strict=True
        )
    ]


def _counts(words: "pd.Series[str]", keys: Iterable[str]) -> dict[str, int]:
    """How many of each key, with 0 for those that do not occur."""
    found = words.value_counts()
    return {key: int(found.get(key, 0)) for key in keys}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DECIMALS)
