"""A real HTML table: sorted and paged on the server through the address, stacked on a phone."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.links import link
from dashboard.components.marks import Node, hidden_text, icon
from dashboard.i18n import _, number

MANY, WIDE = 6, 7
"""So many columns are narrow in a tablet's card, and so many do not fit there."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        key: the key of its cells in `Row.cells`.
        label: its heading.
        number: whether it holds numbers, which stand to the right.
        sort: the key it is sorted by in the address; empty when it cannot be sorted.
        descending_first: whether the first click puts the largest first.
    """

    key: str
    label: str
    number: bool = False
    sort: str = ""
    descending_first: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the cells by column key. The first column names the row and may be a link."""

    cells: Mapping[str, Node]
    href: str = ""
    selected: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class Sorting:
    """How a table is sorted: `key` or `-key` for descending, and the address that sorts it otherwise."""

    current: str
    href: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page is shown, from 1, and the address of another one."""

    page: int
    size: int
    total: int
    href: Callable[[int], str]

    @property
    def pages(self) -> int:
        """How many pages there are; at least one."""
        return max(1, -(-self.total // self.size))


def data_table(
    table_id: str,
    caption: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    sorting: Sorting | None = None,
    paging: Paging | None = None,
    total: Row | None = None,
    stack: bool = True,
    hide_caption: bool = False,
) -> Component:
    """A table with caption, headings, and, when given, sorting and pages.

    Args:
        table_id: an id that no other part of the page has; the links of the table get ids made from it.
        caption: what the table holds, with how many rows of how many.
        columns: the columns, the first one naming the row.
        rows: the rows of this page, already sorted.
        sorting: makes the headings with `Column.sort` into links.
        paging: draws the pages under the table.
        total: a last row in bold.
        stack: whether each row becomes a block on a phone; False lets the table roll sideways instead.
        hide_caption: keeps the caption for screen readers when a heading just above says the same.
    """
    head = html.Thead(
        html.Tr([_heading(table_id, column, sorting) for column in columns], role="row"), role="rowgroup"
    )
    body = html.Tbody(
        [_row(table_id, index, row, columns) for index, row in enumerate(rows)], role="rowgroup"
    )
    foot = [html.Tfoot(_row(table_id, -1, total, columns), role="rowgroup")] if total else []
    table = html.Table(
        [html.Caption(caption, className="b-vh" if hide_caption else None), head, body, *foot],
        className=" ".join(["b-table b-table--hover", *(_room(len(columns)) if stack else [])]),
        role="table",
    )
    region = html.Div(
        table,
        className="b-scroll",
        tabIndex=0,
        role="region",
        **{"aria-label": _("Table: {caption}").format(caption=caption)},
    )
    return html.Div([region, *([pager(table_id, paging)] if paging else [])], id=table_id)


def _room(columns: int) -> list[str]:
    """A narrow screen stacks it; with many columns it is drawn tighter before that, or stacked sooner."""
    size = ["b-table--wide"] if columns >= WIDE else ["b-table--many"] if columns >= MANY else []
    return ["b-table--stack", *size]


def _heading(table_id: str, column: Column, sorting: Sorting | None) -> Component:
    class_name = "b-num" if column.number else None
    if sorting is None or not column.sort:
        return html.Th(column.label, className=class_name, scope="col", role="columnheader")
    up, down = column.sort, f"-{column.sort}"
    order = {up: "ascending", down: "descending"}.get(sorting.current, "none")
    first, second = (down, up) if column.descending_first else (up, down)
    other = second if sorting.current == first else first
    sort_link = link(column.label, sorting.href(other), "b-sort", link_id=f"{table_id}-by-{column.key}")
    return html.Th(sort_link, className=class_name, scope="col", role="columnheader", **{"aria-sort": order})


def _row(table_id: str, index: int, row: Row, columns: Sequence[Column]) -> Component:
    name, *others = columns
    cells = [_name_cell(table_id, index, row, name), *(_cell(row, column) for column in others)]
    extra = {"aria-selected": "true"} if row.selected else {}
    return html.Tr(cells, role="row", className="b-row--sel" if row.selected else None, **extra)


def _name_cell(table_id: str, index: int, row: Row, column: Column) -> Component:
    text = row.cells.get(column.key)
    inside = link(text, row.href, link_id=f"{table_id}-row-{index}", label=row.label) if row.href else text
    return html.Th(inside, scope="row", role="rowheader")


def _cell(row: Row, column: Column) -> Component:
    value = row.cells.get(column.key)
    inside = html.Span("–", className="b-none") if value is None or value == "" else value
    return html.Td(
        html.Span(inside),
        className="b-num" if column.number else None,
        role="cell",
        **{"data-l": column.label},
    )


def pager(pager_id: str, paging: Paging) -> Component:
    """Links to the page before and the page after, and where one is; nothing when all is shown."""
    if paging.pages == 1:
        return html.Div()
    first = (paging.page - 1) * paging.size + 1
    last = min(paging.total, paging.page * paging.size)
    where = _("{first}–{last} of {total}").format(
        first=number(first), last=number(last), total=number(paging.total)
    )
    return html.Nav(
        [
            _step(pager_id, paging, -1),
            html.Span(where, className="b-pager__at"),
            _step(pager_id, paging, +1),
        ],
        className="b-pager b-noprint",
        **{"aria-label": _("Pages of the list")},
    )


def _step(pager_id: str, paging: Paging, step: int) -> Component:
    target = paging.page + step
    text = _("Previous") if step < 0 else _("Next")
    inside = [icon("right"), text] if step < 0 else [text, icon("right")]
    side = "b-pager__back" if step < 0 else "b-pager__on"
    if not 1 <= target <= paging.pages:
        return html.Span([*inside, hidden_text(_("(none)"))], className=f"b-btn b-btn--off {side}")
    return link(inside, paging.href(target), f"b-btn {side}", link_id=f"{pager_id}-page-{side[9:]}")
