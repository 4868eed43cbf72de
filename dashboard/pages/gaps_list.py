"""The list of a gap as a table."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import tools
from dashboard.components.definitions import how_counted, rows_href, rows_list
from dashboard.components.links import link
from dashboard.components.list_card import nothing_matches
from dashboard.components.marks import Node, avatar, mark_level, mark_rung, mark_warmth
from dashboard.components.states import state_empty
from dashboard.components.tables import Column, Paging, Row, Sorting, data_table
from dashboard.i18n import _, day_short, ngettext, number
from dashboard.pages.employer_words import employer_path
from dashboard.reports.access import Access
from dashboard.reports.gap_findings import title
from dashboard.reports.gap_measures import IN_EVERY_LIST, IN_LISTS
from dashboard.reports.gap_rows import NUMBERS, PAGE_SIZE, UNSORTED, GapList, gap_list
from dashboard.reports.gap_words import cell_text, in_peace, is_empty, label, occupation, why_near
from dashboard.reports.state import PageState
from dashboard.reports.trace import is_about_one, is_traceable

PATH = "/luckor"
_FALLING_FIRST = NUMBERS | {"rung", "strength", "warmth", "last_on", "last_warm_on", "places"}


def list_table(access: Access, state: PageState) -> list[Component]:
    """The page of the list that the address asks for, with how its columns are counted."""
    shown = gap_list(access, state)
    if not shown.rows:
        return [_nothing(state, shown)]
    figures = (*IN_LISTS[shown.gap], *IN_EVERY_LIST)
    how = how_counted(*figures, definitions=access.definitions, state=state)
    rows = rows_list(state, *(key for key in figures if is_traceable(key) and not is_about_one(key)))
    return [_table(shown, state), *tools(how=how, rows=rows)]


def _table(shown: GapList, state: PageState) -> Component:
    return data_table(
        f"{ids.Gaps.TABLE}-tabell",
        _caption(shown, state),
        [_column(key) for key in shown.columns],
        [_row(row, shown.columns, state) for row in shown.rows],
        sorting=Sorting(shown.sort, lambda key: state.href(PATH, sort=key, page=1)),
        paging=Paging(shown.page, PAGE_SIZE, shown.found, lambda page: state.href(PATH, page=page)),
    )


def _caption(shown: GapList, state: PageState) -> str:
    name = occupation(shown.picked) if shown.picked else title(shown.gap)
    if state.text:
        said = ngettext(
            "{name}: {k} of {n} row that matches the search.",
            "{name}: {k} of {n} rows that match the search.",
            shown.found,
        )
    else:
        said = ngettext("{name}: {k} of {n} row shown.", "{name}: {k} of {n} rows shown.", shown.found)
    caption = said.format(name=name, k=number(len(shown.rows)), n=number(shown.found))
    return caption if shown.sort else _("{caption} What matters most stands first.").format(caption=caption)


def _column(key: str) -> Column:
    return Column(
        key,
        label(key),
        number=key in NUMBERS,
        sort="" if key in UNSORTED else key,
        descending_first=key in _FALLING_FIRST,
    )


def _row(row: Mapping[str, Any], columns: tuple[str, ...], state: PageState) -> Row:
    cells = {column: _CELLS.get(column, _text(column))(row) for column in columns}
    employer = row["employer_id"]
    place = state.replace(gap=None, occupation=None, text="", sort=None, page=1)
    return Row(cells, href=place.href(employer_path(employer), employer=employer))


def _text(column: str) -> Callable[[Mapping[str, Any]], Node]:
    held = {"sector": "sni_code", "offered": "occupations"}.get(column, column)

    def cell(row: Mapping[str, Any]) -> Node:
        if column in NUMBERS:
            return None if is_empty(row[held]) else number(float(row[held]), 1 if column == "demand" else 0)
        return cell_text(column, row[held])

    return cell


def _day(column: str) -> Callable[[Mapping[str, Any]], Node]:
    def cell(row: Mapping[str, Any]) -> Node:
        if is_empty(row[column]):
            return None
        return html.Span(day_short(pd.Timestamp(row[column]).date()), className="b-nowrap")

    return cell


def _ask(row: Mapping[str, Any]) -> Node:
    if in_peace(row):
        return html.Span(in_peace(row), className="b-muted")
    return html.Span(_("nobody here"), className="b-muted") if is_empty(row["ask"]) else avatar(row["ask"])


_CELLS: Mapping[str, Callable[[Mapping[str, Any]], Node]] = {
    "ssyk": lambda row: occupation(row["ssyk"]),
    "why": lambda row: html.Span(why_near(row), className="l-why"),
    "rung": lambda row: mark_rung(int(row["rung"])),
    "warmth": lambda row: mark_warmth(row["warmth"]),
    "strength": lambda row: mark_level(row["level"], float(row["strength"])),
    "places": lambda row: _("{k} of {n}").format(k=number(row["occupied"]), n=number(row["capacity"])),
    "last_on": _day("last_on"),
    "last_warm_on": _day("last_warm_on"),
    "ask": _ask,
}


def _nothing(state: PageState, shown: GapList) -> Component:
    if state.text and shown.of:
        return nothing_matches(
            _("No employer of this gap matches “{text}”.").format(text=state.text),
            state.href(PATH, text="", page=1),
        )
    if shown.gap == "equality":
        ways = [
            link(text, rows_href(f"equality.non_traditional.{sex}.n", state), "b-btn")
            for sex, text in (("woman", _("Women's placements")), ("man", _("Men's placements")))
        ]
        behind = state_empty(
            _("The list is of placements, not of employers"),
            _("Behind them you find the rows of the clients whose rows you may see."),
            ways,
            level=3,
            icon_name="table",
        )
        return html.Div(behind, className="l-nolist")
    return state_empty(
        _("No employer in this list"),
        _("The sentence above says why. Another gap or another selection may hold more."),
        level=3,
    )
