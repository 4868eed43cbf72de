"""The rows behind a figure: which they are, whom about, and where each stands in the unit's own file."""

import datetime as dt
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card, finding
from dashboard.components.definitions import DEFINITIONS, ROWS, rows_href
from dashboard.components.links import link
from dashboard.components.list_card import file_buttons
from dashboard.components.marks import Node, hidden_text
from dashboard.components.states import state_empty
from dashboard.components.still import still
from dashboard.components.tables import Column, Paging, Row, Sorting, data_table
from dashboard.domain.errors import InvalidParameter, NotFound
from dashboard.i18n import _, day, day_short, ngettext, number
from dashboard.pages.client_words import client_link
from dashboard.pages.employer_words import employer_path
from dashboard.reports.access import Access
from dashboard.reports.definitions import measure_of
from dashboard.reports.state import PageState
from dashboard.reports.trace import SOURCE, Trace, traceable_areas, traceable_parts
from dashboard.reports.trace_heirs import WHY
from dashboard.reports.trace_rows import PAGE_SIZE, TracePage, selection, trace_page
from dashboard.reports.trace_words import COLUMNS, DECIMALS, part_word, plain_cell


def layout(access: Access, state: PageState) -> Node:
    """The page: the rows of the figure that the address names, or all figures to choose from."""
    return html.Div(
        [
            still(ids.Rows.BODY, body(access, state)),
            html.Div(
                file_buttons(ids.Rows.AS_XLSX, ids.Rows.AS_CSV, _("Download the rows as")),
                id=ids.Rows.FILES,
                hidden=state.measure is None,
            ),
            dcc.Download(id=ids.Rows.DOWNLOAD),
        ],
        className="d-page",
    )


def body(access: Access, state: PageState) -> Component:
    """The rows, or what to do when there are none to show."""
    if state.measure is None:
        return _choose(state)
    try:
        return _rows_card(access, state, trace_page(access.pinned(), state))
    except (NotFound, InvalidParameter) as error:
        ways = [link(_("All figures"), state.href(ROWS, measure=None, page=1, sort=None), "b-btn")]
        return html.Section(state_empty(_("No rows to show"), str(error), ways), className="b-card")


def _choose(state: PageState) -> Component:
    """All figures that open without an employer being chosen, by area."""
    groups = [
        html.Section(
            [
                html.H3(_(area.title)),
                html.Ul([html.Li(link(name, rows_href(key, state))) for key, name in named]),
            ]
        )
        for area, named in traceable_areas()
    ]
    intro = _("Choose a figure to see the rows it is made of. Figures about one employer open on its page.")
    return card(ids.Rows.CARD, _("Figures"), [html.P(intro), html.Div(groups, className="d-groups")])


def _rows_card(access: Access, state: PageState, shown: TracePage) -> Component:
    found = shown.trace
    definition = f"{state.href(DEFINITIONS, page=1, sort=None)}#{measure_of(found.key).anchor}"
    return card(
        ids.Rows.CARD,
        found.title,
        [
            finding(_finding(found)),
            html.P([found.sentence, " ", link(_("How it is counted"), definition)], className="d-hidden"),
            *_parts(state, found.key),
            html.P(_where(access, state), className="b-s b-muted"),
            _table(state, shown),
        ],
    )


def _finding(found: Trace) -> str:
    count = len(found.rows) + found.hidden
    if not found.is_count and found.amount:
        said = ngettext(
            "**Worked out from {n} row**: the sum of the column “{column}”.",
            "**Worked out from {n} rows**: the sum of the column “{column}”.",
            count,
        ).format(n=number(count), column=_(COLUMNS[found.amount].label))
    elif not found.is_count:
        said = ngettext("**Worked out from {n} row.**", "**Worked out from {n} rows.**", count).format(
            n=number(count)
        )
    elif found.amount:
        said = _("**The figure is {n}**: the sum of the column “{column}”.").format(
            n=number(found.figure), column=_(COLUMNS[found.amount].label)
        )
    else:
        said = _("**The figure is {n}.**").format(n=number(found.figure))
    return " ".join([said, *([_hidden(found.hidden)] if found.hidden else [])])


def _hidden(count: int) -> str:
    return ngettext(
        "{n} row is about another coach's client and is not shown.",
        "{n} rows are about other coaches' clients and are not shown.",
        count,
    ).format(n=number(count))


def _parts(state: PageState, key: str) -> list[Component]:
    """The other parts of the same figure, when it has some."""
    measure = measure_of(key).key
    parts = [part for part in traceable_parts(measure) if part.startswith(f"{measure}.")]
    if len(parts) < 2:
        return []
    links = [
        link(
            part_word(measure, part.removeprefix(f"{measure}.")),
            rows_href(part, state),
            "b-chip b-chip--on" if part == key else "b-chip",
            current=part == key,
            link_id=f"{ids.Rows.CARD}-{number_of}",
        )
        for number_of, part in enumerate(parts)
    ]
    return [html.Nav(links, className="b-chips", **{"aria-label": _("Parts of the figure")})]


def _where(access: Access, state: PageState) -> str:
    period = state.period
    return _("As of {day}. Period {first} – {last}. Selection: {selection}.").format(
        day=day(state.on), first=day(period.first), last=day(period.last), selection=selection(access, state)
    )


def _table(state: PageState, shown: TracePage) -> Component:
    total = len(shown.trace.rows)
    if not total:
        return state_empty(_("No row"), _("There is nothing behind the figure that you may see."), level=3)
    columns = [
        Column(
            key,
            _(COLUMNS[key].label),
            number=COLUMNS[key].is_number,
            sort="" if key == SOURCE else key,
            descending_first=COLUMNS[key].is_number or COLUMNS[key].kind == "day",
        )
        for key in shown.columns
    ]
    caption = _("{shown} of {n} rows shown.").format(shown=number(len(shown.rows)), n=number(total))
    return data_table(
        ids.Rows.TABLE,
        caption,
        columns,
        [_row(state, shown.columns, row) for row in shown.rows.to_dict("records")],
        sorting=Sorting(shown.sort, lambda key: state.href(ROWS, sort=key, page=1)),
        paging=Paging(shown.page, PAGE_SIZE, total, lambda page: state.href(ROWS, page=page)),
    )


def _row(state: PageState, columns: tuple[str, ...], row: dict[Any, Any]) -> Row:
    cells: dict[str, Node] = {column: _cell(column, row[column]) for column in columns}
    if isinstance(cells.get("client"), str):
        # Only rows of clients whom the person may see are here.
        cells["client"] = client_link(str(cells["client"]), state)
    if "employer" not in columns or not plain_cell("employer", row.get("employer_id")):
        return Row(cells)
    if "heir" in columns and cells["heir"]:
        why = rows_href(WHY, state, row["employer_id"])
        cells["heir"] = link([cells["heir"], hidden_text(_("why that one"))], why)
    place = state.replace(measure=None, sort=None, page=1, week=None)
    href = place.href(employer_path(row["employer_id"]), employer=row["employer_id"])
    if columns[0] == "employer":
        return Row(cells, href=href)
    return Row({**cells, "employer": link(cells["employer"], href)})


def _cell(column: str, value: Any) -> Node:
    plain = plain_cell(column, value)
    if plain is None or isinstance(plain, str):
        return plain
    if isinstance(plain, dt.date):
        return html.Span(day_short(plain), className="b-nowrap")
    return number(plain, DECIMALS[COLUMNS[column].kind])
