"""Who opened which client's data, for managers."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card, finding
from dashboard.components.fields import select, text_input
from dashboard.components.links import button_link
from dashboard.components.list_card import file_buttons
from dashboard.components.marks import Node, status
from dashboard.components.states import state_empty
from dashboard.components.still import still
from dashboard.components.tables import Column, Paging, Row, data_table
from dashboard.i18n import _, ngettext, number
from dashboard.pages.client_words import client_link
from dashboard.reports.access import Access
from dashboard.reports.log import PAGE_SIZE, LogReport, key_of, log_report, when
from dashboard.reports.state import PageState
from dashboard.words import word

PATH = "/logg"


def layout(access: Access, state: PageState) -> Node:
    """The page: filters, the list, and files."""
    found = log_report(access, state)
    people = [("", _("All")), *((str(user_id), name) for user_id, name in found.log.people)]
    controls = [
        select(ids.Log.PERSON, _("Person"), people, str(state.person or ""), "person"),
        text_input(
            ids.Log.CLIENT, _("Client's key"), state.client or "", query_key="kund", autocomplete="off"
        ),
        text_input(
            ids.Log.DAY, _("Day"), state.day.isoformat() if state.day else "", kind="date", query_key="per"
        ),
    ]
    return card(
        ids.Log.CARD,
        _("Who has opened what"),
        [
            html.Div(controls, className="k-controls b-noprint"),
            still(ids.Log.TABLE, log_table(found, state)),
            dcc.Download(id=ids.Log.DOWNLOAD),
        ],
        head=file_buttons(ids.Log.AS_XLSX, ids.Log.AS_CSV, _("Download the log as")),
        class_name="k-list",
    )


def log_table(found: LogReport, state: PageState) -> list[Component]:
    """The page of the log that the address asks for."""
    said = ngettext(
        "**{n} opening.** Whoever opens a client, a match or a file of it leaves a row here.",
        "**{n} openings.** Whoever opens a client, a match or a file of it leaves a row here.",
        found.log.found,
    ).format(n=number(found.log.found))
    if not found.log.entries:
        clear = state.href(PATH, person=None, client=None, day=None, page=1)
        text = _("Nothing has been opened that the filters leave.")
        return [
            finding(said),
            state_empty(_("No opening"), text, [button_link(_("Clear all"), clear)], level=3),
        ]
    columns = [
        Column("at", _("When")),
        Column("who", _("Who")),
        Column("role", _("Role")),
        Column("what", _("What")),
        Column("client", _("Client")),
    ]
    caption = _("{shown} of {n} rows shown.").format(
        shown=number(len(found.log.entries)), n=number(found.log.found)
    )
    rows = [
        Row(
            {
                "at": when(entry.at),
                "who": entry.who,
                "role": word("role", entry.role),
                "what": _what(entry.what),
                "client": client_link(entry.client_id, PageState()) if entry.client_id else key_of(entry),
            }
        )
        for entry in found.log.entries
    ]
    paging = Paging(found.page, PAGE_SIZE, found.log.found, lambda page: state.href(PATH, page=page))
    return [finding(said), data_table(f"{ids.Log.TABLE}-rader", caption, columns, rows, paging=paging)]


def _what(what: str) -> Node:
    text = word("opened", what)
    return status("attention", text) if what == "refused" else text
