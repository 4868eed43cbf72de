"""The rows behind a figure, a page at a time and as a file."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.i18n import _, day, number, sort_key
from dashboard.reports.access import Access
from dashboard.reports.network_export import selection_in_words
from dashboard.reports.network_scope import known
from dashboard.reports.stamped_file import Cell, StampedTable
from dashboard.reports.state import PageState
from dashboard.reports.trace import SOURCE, Trace, trace, with_sources
from dashboard.reports.trace_words import COLUMNS, plain_cell

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True, eq=False)
class TracePage:
    """A page of the rows.

    Attributes:
        trace: the figure and all its rows.
        columns: what is shown; the source last, when the rows have one.
        rows: the rows of the page, with their sources.
        page: which page it is, from 1; the last one when a later was asked for.
        sort: the order: a column, with a minus for falling; empty for the figure's own.
    """

    trace: Trace
    columns: tuple[str, ...]
    rows: pd.DataFrame
    page: int
    sort: str


def trace_page(access: Access, page: PageState) -> TracePage:
    """The page of rows that the address asks for; raises as `trace` does."""
    found = trace(access, page, page.measure or "")
    order = sort_of(page, found)
    ordered = _ordered(found.rows, order)
    shown = min(page.page, max(1, -(-len(ordered) // PAGE_SIZE)))
    rows = with_sources(access, found, ordered.iloc[(shown - 1) * PAGE_SIZE : shown * PAGE_SIZE])
    return TracePage(found, _columns(found), rows, shown, order)


def trace_file(access: Access, page: PageState) -> StampedTable:
    """All rows that the person may see, in the order of the page; raises as `trace` does."""
    found = trace(access, page, page.measure or "")
    rows = with_sources(access, found, _ordered(found.rows, sort_of(page, found)))
    columns = _columns(found)
    keyed = [*columns, *(["employer_id"] if "employer_id" in rows else [])]
    labels = [_(COLUMNS[column].label) for column in columns]
    return StampedTable(
        name=f"underlag-{found.key.replace('.', '-')}-{page.on.isoformat()}",
        title=found.title,
        stamp=_stamp(access, page, found),
        header=[*labels, *([_("Key")] if len(keyed) > len(columns) else [])],
        rows=[_cells(keyed, row) for row in rows[keyed].to_dict("records")],
    )


def selection(access: Access, page: PageState) -> str:
    """The selection in words."""
    return selection_in_words(page, known(access, page))


def sort_of(page: PageState, found: Trace) -> str:
    """The order in force: as asked for when there is such a column."""
    return page.sort or "" if (page.sort or "").removeprefix("-") in found.columns else ""


def _columns(found: Trace) -> tuple[str, ...]:
    return (*found.columns, SOURCE) if "origins" in found.rows else found.columns


def _ordered(rows: pd.DataFrame, order: str) -> pd.DataFrame:
    if not order:
        return rows
    column, falling = order.removeprefix("-"), order.startswith("-")
    kind = COLUMNS[column].kind
    values = rows[column]
    if not (kind == "day" or COLUMNS[column].is_number):
        values = values.map(lambda cell: sort_key(str(plain_cell(column, cell) or "")))
    keys = values.reset_index(drop=True).sort_values(ascending=not falling, kind="stable")
    return rows.iloc[keys.index]


def _cells(columns: list[str], row: dict[Any, Any]) -> list[Cell]:
    return [
        plain_cell(column, row[column]) if column in COLUMNS else str(row[column] or "") for column in columns
    ]


def _stamp(access: Access, page: PageState, found: Trace) -> list[tuple[str, str]]:
    period = page.period
    return [
        (_("As of"), day(page.on)),
        (_("Period"), f"{day(period.first)} – {day(period.last)}"),
        (_("Selection"), selection(access, page)),
        (_("Rows"), number(len(found.rows))),
        *([(_("Not shown"), number(found.hidden))] if found.hidden else []),
        (_("Definition"), found.sentence),
        (_("Version of the definitions"), access.definitions.version),
        (_("Version of the data"), access.store.data_version()),
        *([(_("Note"), _("Invented sample data."))] if access.store.is_demo() else []),
    ]
