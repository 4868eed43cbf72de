"""The clients that a person may see, as the way in to each of them."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card, finding, tools
from dashboard.components.definitions import how_counted
from dashboard.components.fields import select, text_input
from dashboard.components.links import button_link
from dashboard.components.marks import Node, icon, status
from dashboard.components.states import state_empty
from dashboard.components.still import still
from dashboard.components.tables import Column, Paging, Row, Sorting, data_table
from dashboard.i18n import _, day, day_short, ngettext, number
from dashboard.pages.client_words import CLIENTS, client_path, on_the_day
from dashboard.reports.access import Access
from dashboard.reports.client_list import PAGE_SIZE, ClientLine, ClientList, client_list
from dashboard.reports.state import PageState
from dashboard.words import word


def layout(access: Access, state: PageState) -> Node:
    """The page: a search, a choice of coach for managers, and the list."""
    found = client_list(access, state)
    search = text_input(
        ids.Clients.SEARCH,
        _("Search for a key"),
        state.text,
        kind="search",
        query_key="q",
        autocomplete="off",
    )
    coaches = (
        select(ids.Clients.COACH, _("Coach"), [("", _("All")), *found.coaches], found.coach or "", "coach")
        if found.coaches
        else None
    )
    controls = html.Div(
        [one for one in (search, coaches) if one is not None], className="k-controls b-noprint"
    )
    return card(
        ids.Clients.CARD,
        _("Clients you may see"),
        [controls, still(ids.Clients.TABLE, clients_table(found, access, state))],
        class_name="k-list",
    )


def clients_table(found: ClientList, access: Access, state: PageState) -> list[Component]:
    """The finding and the page of the list that the address asks for."""
    said = [finding(_counted(found)), *_as_of(state)]
    if not found.lines:
        return [*said, _nothing(state)]
    columns = [
        Column("client", _("Client"), sort="client"),
        *([Column("coach", _("Coach"), sort="coach")] if found.coaches else []),
        Column("status", _("Status")),
        Column("step", _("Step"), sort="step"),
        Column("days", _("Days in it"), number=True),
        Column("running", _("Running now at")),
        Column("due", _("To follow up"), sort="due", number=True, descending_first=True),
        Column("next", _("Next planned"), number=True),
    ]
    caption = _("{k} of {n} clients").format(k=number(len(found.lines)), n=number(found.found))
    table = data_table(
        f"{ids.Clients.TABLE}-rader",
        caption,
        columns,
        [_row(line, state) for line in found.lines],
        sorting=Sorting(found.sort, lambda key: state.href(CLIENTS, sort=key, page=1)),
        paging=Paging(found.page, PAGE_SIZE, found.found, lambda page: state.href(CLIENTS, page=page)),
    )
    how = how_counted("client.step_days", "follow_ups.due", definitions=access.definitions, state=state)
    return [*said, table, *tools(how=how)]


def _counted(found: ClientList) -> str:
    counts = found.counts
    parts = [
        ngettext("**{n} client is enrolled**", "**{n} clients are enrolled**", counts["active"]).format(
            n=number(counts["active"])
        )
    ]
    if counts["waiting"]:
        parts.append(ngettext("{n} waits", "{n} wait", counts["waiting"]).format(n=number(counts["waiting"])))
    if counts["closed"]:
        text = ngettext("{n} is closed", "{n} are closed", counts["closed"])
        parts.append(text.format(n=number(counts["closed"])))
    return ", ".join(parts) + "."


def _as_of(state: PageState) -> list[Component]:
    if state.day is None:
        return []
    return [
        html.P([icon("clock"), _("As it was on {day}.").format(day=day(state.day))], className="b-s b-muted")
    ]


def _row(line: ClientLine, state: PageState) -> Row:
    cells: dict[str, Node] = {
        "client": line.client_id,
        "coach": line.coach,
        "status": word("client_status", line.status),
        "step": f"{line.stay.step}. {word('step', line.stay.step)}" if line.stay else None,
        "days": number(line.stay.days) if line.stay else None,
        "running": _("Studies") if line.running == "" else line.running,
        "due": status("attention", number(line.due)) if line.due else None,
        "next": html.Span(day_short(line.next_on), className="b-nowrap") if line.next_on else None,
    }
    return Row(cells, href=on_the_day(state).href(client_path(line.client_id)))


def _nothing(state: PageState) -> Component:
    if state.text:
        return state_empty(
            _("Nothing matches the search"),
            _("No client that you may see has a key with “{text}” in it.").format(text=state.text),
            [button_link(_("Clear the search"), state.href(CLIENTS, text="", page=1))],
            level=3,
        )
    return state_empty(
        _("No clients to show"),
        _("A coach sees her own clients. If some are missing, their coach is another in the records."),
        level=3,
        icon_name="person",
    )
