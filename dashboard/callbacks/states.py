"""The page of states: its pictures in the colours of the theme, and its table."""

from dash import Input, Output

from dashboard import ids
from dashboard.callbacks.group import CallbackGroup
from dashboard.components.marks import Node
from dashboard.domain.access import STAFF
from dashboard.pages.states import sample_table
from dashboard.pages.states_pictures import pictures
from dashboard.reports.access import Access
from dashboard.reports.state import PageState

group = CallbackGroup(allow=STAFF)


@group.callback(Output(ids.States.PICTURES, "children"), Input(ids.Shell.THEME, "data"))
def draw_pictures(_access: Access, theme: str) -> Node:
    """The chart, the network and the map."""
    return pictures(theme)


@group.callback(
    Output(ids.States.TABLE, "children"), Input(ids.Shell.LOCATION, "search"), prevent_initial_call=True
)
def draw_table(_access: Access, search: str | None) -> Node:
    """The table as the address sorts and pages it."""
    return sample_table(PageState.parse(search or ""))
