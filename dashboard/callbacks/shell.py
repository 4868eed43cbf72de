"""The shell's callbacks: the page of an address, and the filter bar of a query."""

from dash import ClientsideFunction, Input, Output, State, html

from dashboard import ids
from dashboard.callbacks.address import asked
from dashboard.callbacks.group import CallbackGroup
from dashboard.components.filter_bar import filter_bar
from dashboard.components.marks import Node
from dashboard.components.shell import not_found, page_head
from dashboard.components.states import state_error
from dashboard.domain.access import EVERYONE
from dashboard.domain.errors import AccessDenied, BryggaError
from dashboard.i18n import _
from dashboard.pages import PAGES, Page, find_page
from dashboard.reports.access import Access
from dashboard.reports.filter_choices import filter_choices
from dashboard.reports.state import PageState

group = CallbackGroup(allow=EVERYONE)


@group.callback(
    Output(ids.Shell.PAGE, "children"),
    Input(ids.Shell.LOCATION, "pathname"),
    State(ids.Shell.LOCATION, "search"),
)
def show_page(access: Access, pathname: str | None, search: str | None) -> Node:
    """The page at an address; a page the person may not see is no page."""
    seen = [page for page in PAGES if access.viewer.role in page.roles]
    found = find_page(pathname or "/")
    if found is None or found[0] not in seen:
        return not_found(seen)
    page, parts = found
    try:
        state = asked(access, search)
        return [
            *_head(page),
            *_bar(access, page, pathname or "/", state),
            html.Div(page.layout(access, state, **parts)),
        ]
    except AccessDenied:
        # Not a page that failed: the person may not open it, and the answer is 403.
        raise
    except BryggaError as error:
        return [
            page_head(_(page.title or page.name)),
            state_error(text=str(error), retry_href=pathname or "/"),
        ]


@group.callback(
    Output(ids.Filter.BAR, "children"),
    Input(ids.Shell.LOCATION, "search"),
    State(ids.Shell.LOCATION, "pathname"),
    prevent_initial_call=True,
)
def show_filters(access: Access, search: str | None, pathname: str | None) -> Node:
    """The filter bar of the page for what the address now holds."""
    found = find_page(pathname or "/")
    if found is None or access.viewer.role not in found[0].roles:
        return None
    state = asked(access, search)
    return filter_bar(pathname or "/", state, filter_choices(access), found[0].offered(access.viewer.role))


def _head(page: Page) -> list[Node]:
    return [page_head(_(page.title))] if page.title else []


def _bar(access: Access, page: Page, path: str, state: PageState) -> list[Node]:
    if not page.filters:
        return []
    choices = filter_choices(access)
    return [html.Div(filter_bar(path, state, choices, page.offered(access.viewer.role)), id=ids.Filter.BAR)]


group.clientside(
    ClientsideFunction("brygga", "arrive"),
    Output(ids.Shell.ARRIVED, "data"),
    Input(ids.Shell.PAGE, "children"),
    State(ids.Shell.LOCATION, "pathname"),
)
group.clientside(
    ClientsideFunction("brygga", "theme"),
    Output(ids.Shell.THEME, "data"),
    Input(ids.Shell.LOCATION, "pathname"),
    State(ids.Shell.THEME, "data"),
)
