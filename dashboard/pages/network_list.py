"""The network as a list: the rows of the question, searched, sorted and paged on the server."""

from collections.abc import Callable, Mapping

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.links import link
from dashboard.components.list_card import list_card, nothing_matches
from dashboard.components.marks import (
    Node,
    StatusKind,
    avatars,
    hidden_text,
    icon,
    mark_level,
    mark_rung,
    mark_warmth,
    status,
)
from dashboard.components.states import state_empty
from dashboard.components.tables import Column, Paging, Row, Sorting, data_table
from dashboard.i18n import _, day_short, ngettext, number, percent
from dashboard.reports.access import Access
from dashboard.reports.network_answers import answer
from dashboard.reports.network_export import column_labels, heir_reason
from dashboard.reports.network_findings import change_word, list_caption
from dashboard.reports.network_rows import COLUMNS, PAGE_SIZE, UNSORTED, ListRow, list_page
from dashboard.reports.network_scope import known
from dashboard.reports.state import PageState

PATH = "/natverk"
MEASURES = (
    *(f"questions.{name}" for name in ("tied", "single_coach", "leaving", "heir", "cooling", "strongest")),
    *(f"questions.{name}" for name in ("gained", "lost", "kept", "shared", "stepping", "went_on")),
    *("questions.concentrated", "questions.equal"),
    *("network.ties", "employers.by_warmth", "employers.by_ladder", "employers.strength", "ranking.strength"),
    *("employer.running", "follow_ups.due"),
)
"""The figures of tiles, picture and list."""
_NUMBERS = frozenset({"strength", "running", "due", "known_by", "went_on", "placed", "share"})
_FALLING_FIRST = _NUMBERS | {"rung", "warmth", "last"}
_TO_NAMED = 2
"""Of many employers that clients went on to, so many are named in a cell."""
_CHANGE_MARKS: Mapping[str, tuple[StatusKind, str]] = {
    "new": ("good", "plus"),
    "revived": ("good", "good"),
    "lost": ("critical", "minus"),
    "kept": ("neutral", "check"),
}


def the_list(access: Access, state: PageState) -> Component:
    """The card with search, files and the table; the table's place is filled anew at every change."""
    return list_card(
        ids.Network,
        _("The same as a list"),
        state.text,
        list_table(access, state),
        class_name="n-list",
        measures=MEASURES,
    )


def list_table(access: Access, state: PageState) -> Component:
    """The page of the list that the address asks for; a sentence when it is empty."""
    rows = list_page(access, state)
    if not rows.rows:
        return _nothing(state, rows.of)
    scope, asked = known(access, state), answer(access, state)
    return data_table(
        f"{ids.Network.TABLE}-rader",
        list_caption(asked, scope, len(rows.rows), rows.found, bool(state.text)),
        _columns(rows.question),
        [_row(row, rows.question, state) for row in rows.rows],
        sorting=Sorting(rows.sort, lambda key: state.href(PATH, sort=key, page=1)),
        paging=Paging(rows.page, PAGE_SIZE, rows.found, lambda page: state.href(PATH, page=page)),
    )


def _columns(question: str) -> list[Column]:
    labels = column_labels()
    columns = [
        Column(
            key,
            labels[key],
            number=key in _NUMBERS,
            sort="" if key in UNSORTED else key,
            descending_first=key in _FALLING_FIRST,
        )
        for key in COLUMNS[question]
    ]
    return [*columns, Column("open", _("Page"))]


def _row(row: ListRow, question: str, state: PageState) -> Row:
    selected = row.employer_id == state.employer
    href = (
        state.href(PATH, employer=None, depth=0) if selected else state.href(PATH, employer=row.employer_id)
    )
    cells = {key: _CELLS[key](row) for key in COLUMNS[question]}
    cells["open"] = link(
        [_("Open"), hidden_text(row.name), icon("right")],
        state.replace(depth=0, employer=None).href(f"/arbetsgivare/{row.employer_id}"),
        "n-open",
    )
    return Row(cells, href=href, selected=selected)


def _count(value: int) -> Node:
    return number(value) if value else None


def _heir(row: ListRow) -> Node:
    if not row.heir:
        return html.Span(_("nobody is left"), className="b-muted")
    return [html.B(row.heir), " ", html.Span(heir_reason(row), className="b-muted")]


def _change(row: ListRow) -> Node:
    kind, picture = _CHANGE_MARKS[row.change]
    return status(kind, change_word(row.change), picture)


def _went_on(row: ListRow) -> Node:
    said = _("{n} of {of}").format(n=number(row.went_on), of=number(row.placed))
    return html.Span(said, className="b-nowrap")


def _to(row: ListRow) -> Node:
    more = len(row.to) - _TO_NAMED
    if more <= 0:
        return ", ".join(row.to)
    rest = ngettext("and {n} more", "and {n} more", more).format(n=number(more))
    return html.Span([", ".join(row.to[:_TO_NAMED]), " ", rest], title=", ".join(row.to))


def _ask(row: ListRow) -> Node:
    return row.coach or html.Span(_("nobody knows them now"), className="b-muted")


_CELLS: Mapping[str, Callable[[ListRow], Node]] = {
    "name": lambda row: row.name,
    "rung": lambda row: mark_rung(row.rung),
    "strength": lambda row: mark_level(row.level, row.strength),
    "warmth": lambda row: mark_warmth(row.warmth),
    "running": lambda row: _count(row.running),
    "due": lambda row: _count(row.due),
    "heir": _heir,
    "coach": lambda row: row.coach,
    "coaches": lambda row: avatars(row.coaches),
    "last": lambda row: html.Span(day_short(row.last_on), className="b-nowrap") if row.last_on else None,
    "change": _change,
    "known_by": lambda row: number(row.known_by),
    "went_on": _went_on,
    "to": _to,
    "ask": _ask,
    "placed": lambda row: number(row.placed),
    "share": lambda row: percent(row.share),
}


def _nothing(state: PageState, of: int) -> Component:
    if state.text and of:
        return nothing_matches(
            _("No employer of this question matches “{text}”.").format(text=state.text),
            state.href(PATH, text="", page=1),
        )
    return state_empty(
        _("No employer in this answer"),
        _("The sentence above the picture says why. Another question or another selection may hold more."),
        level=3,
    )
