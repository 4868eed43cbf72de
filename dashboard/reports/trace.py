"""From a figure to the rows behind it, as far as the person may see them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.data.sources import read_sources
from dashboard.domain.errors import NotFound
from dashboard.i18n import _
from dashboard.reports import (
    trace_clients,
    trace_costs,
    trace_employer,
    trace_employers,
    trace_follow,
    trace_gaps,
    trace_hand,
    trace_heirs,
    trace_load,
    trace_network,
    trace_outcomes,
    trace_panel,
    trace_placements,
    trace_quality,
    trace_side,
    trace_today,
    trace_ways,
)
from dashboard.reports.access import Access
from dashboard.reports.definitions import MEASURES, Area, all_notes, is_defined, measure_of, notes
from dashboard.reports.employer_index import require_staff
from dashboard.reports.network_answers import leaving_coaches
from dashboard.reports.network_scope import known
from dashboard.reports.reference_words import occupation
from dashboard.reports.state import PageState
from dashboard.reports.trace_ground import Found, Ground, ground_of
from dashboard.reports.trace_keys import candidates, reason_without
from dashboard.reports.trace_words import part_word

_MODULES = (
    *(trace_employers, trace_clients, trace_placements, trace_load),
    *(trace_network, trace_heirs, trace_employer, trace_gaps, trace_quality, trace_ways, trace_panel),
    *(trace_follow, trace_today, trace_outcomes, trace_costs, trace_side, trace_hand),
)
COUNTED: Mapping[str, Any] = {key: tracer for module in _MODULES for key, tracer in module.TRACERS.items()}
"""Figures that are the number (or, with an amount, the sum) of their rows."""
BEHIND: Mapping[str, Any] = {key: tracer for module in _MODULES for key, tracer in module.BEHIND.items()}
"""Figures that are worked out from their rows: a median, a share, a strength."""
_TRACERS = {**COUNTED, **BEHIND}
_ABOUT_LEAVING = ("network.if_leaves.", "questions.leaving", "questions.heir")
_ABOUT_ONE = frozenset(
    {*trace_employer.TRACERS, *trace_employer.BEHIND, *trace_panel.BEHIND, trace_heirs.WHY}
)
SOURCE = "source"


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """The rows behind a figure.

    Attributes:
        key: the figure: a key of the report, or a measure's own.
        title: what it is called, with its part and whom it is about.
        sentence: what it counts.
        columns: keys of `trace_words.COLUMNS`, in the order in which they are shown.
        rows: the rows that the person may see; treat them as read-only. Besides the columns it may hold
            `employer_id` and `origins`: what each row was made from.
        hidden: rows that count and may not be seen.
        amount: the column whose sum is the figure; empty when the number of rows is.
        is_count: whether the figure is the number (or sum) of its rows.
    """

    key: str
    title: str
    sentence: str
    columns: tuple[str, ...]
    rows: pd.DataFrame
    hidden: int
    amount: str
    is_count: bool

    @property
    def figure(self) -> int:
        """The number of rows, those that are hidden too, or the sum of the amount."""
        return int(self.rows[self.amount].sum()) if self.amount else len(self.rows) + self.hidden


def is_traceable(key: str) -> bool:
    """Whether a figure, or a part of it, opens on its rows."""
    return bool(traceable_parts(key))


def is_about_one(key: str) -> bool:
    """Whether a figure opens on the rows of one employer, which the address must name."""
    return key in _ABOUT_ONE


def traceable_parts(key: str) -> tuple[str, ...]:
    """The figures that hold the rows behind a key of the report, or behind a measure; the first one first.

    Of a measure with parts they are its parts, of a share what it is a share of.
    """
    if key in _TRACERS or not is_defined(key):
        return (key,) if key in _TRACERS else ()
    parts = MEASURES[key].paths if key in MEASURES else ()
    return tuple(path for path in (*parts, *candidates(key)) if path in _TRACERS)


def traceable_areas() -> list[tuple[Area, list[tuple[str, str]]]]:
    """Key and name of the measures that open without an employer being chosen, by area."""
    areas = []
    for area, told in all_notes():
        open_ones = [(note.key, note.name) for note in told if traceable_parts(note.key)]
        areas.append((area, [one for one in open_ones if not is_about_one(one[0])]))
    return [(area, named) for area, named in areas if named]


def trace(access: Access, page: PageState, measure_key: str, **narrowing: Any) -> Trace:
    """The rows behind a figure.

    Args:
        access: who asks; a coach sees the rows of her own clients, and how many others there are.
        page: the selection, day, period and filters.
        measure_key: the figure: a key of the report (`trials.success.n`), or a measure's own.
        narrowing: fields of the page to change: `employer`, `coach`, `leaving` …

    Raises:
        AccessDenied: to others than coaches and managers.
        NotFound: when there is no such figure, or it has no rows to show.
        InvalidParameter: when the figure is about one employer and none is named.
    """
    require_staff(access)
    wanted = traceable_parts(measure_key)
    if not wanted:
        why = reason_without(measure_key)
        said = _("There are no rows to show for “{key}”.").format(key=measure_key)
        raise NotFound(f"{said} {_(why)}" if why else said)
    key = wanted[0]
    ground = ground_of(access, page.replace(**narrowing) if narrowing else page)
    found: Found = _TRACERS[key](ground)
    (note,) = notes([key], access.definitions)
    return Trace(
        key=key,
        title=_title(key, ground),
        sentence=note.sentence,
        columns=found.columns,
        rows=found.rows,
        hidden=found.hidden,
        amount=found.amount,
        is_count=key in COUNTED,
    )


def with_sources(access: Access, found: Trace, rows: pd.DataFrame) -> pd.DataFrame:
    """Some of the rows, with file, sheet and row of what each was made from in the column `source`."""
    if "origins" not in rows:
        return rows
    keys: dict[str, list[str]] = {}
    for table, key in (origin for origins in rows["origins"] for origin in origins):
        keys.setdefault(table, []).append(key)
    known_sources = {
        table: read_sources(access.store.engine, table, wanted) for table, wanted in keys.items()
    }
    told = [
        "; ".join(known_sources[table][key] for table, key in origins if key in known_sources[table])
        for origins in rows["origins"]
    ]
    return rows.assign(**{SOURCE: told})


def figure_name(key: str) -> str:
    """What a figure is called, with its part when it is one."""
    measure = measure_of(key)
    if key == measure.key or not key.startswith(f"{measure.key}."):
        return _(measure.name)
    return f"{_(measure.name)}: {part_word(measure.key, key.removeprefix(f'{measure.key}.'))}"


def _title(key: str, ground: Ground) -> str:
    whom = _whom(key, ground)
    return f"{figure_name(key)}: {whom}" if whom else figure_name(key)


def _whom(key: str, ground: Ground) -> str:
    """The employer, the coaches or the part of it that the figure is about."""
    scope, page = known(ground.access, ground.page), ground.page
    if is_about_one(key):
        return str(ground.state.employers["name"][ground.employer_id])
    if key.startswith(_ABOUT_LEAVING):
        return ", ".join(scope.name_of(coach) for coach in leaving_coaches(scope, page))
    if key.startswith("network.ties_list.") and page.coach and page.employer:
        return f"{scope.name_of(page.coach)} – {ground.state.employers['name'][ground.employer_id]}"
    if key.startswith("follow_ups.by_coach.") and page.coach:
        return scope.name_of(page.coach)
    if key.startswith("follow_ups.load."):
        return ", ".join(
            [*([scope.name_of(page.coach)] if page.coach else []), *([page.week] if page.week else [])]
        )
    if key.startswith("gaps.occupations.") and page.occupation:
        return occupation(page.occupation)
    return ""
