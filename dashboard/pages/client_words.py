"""The addresses of the pages about clients, and links to them for those who may follow them."""

from urllib.parse import quote

from dashboard.components.links import link
from dashboard.components.marks import Node
from dashboard.reports.state import PageState

CLIENTS = "/kunder"
CLIENT = "/kund"
MATCH = "matchning"


def client_path(client_id: str) -> str:
    """The address of a client's page."""
    return f"{CLIENT}/{quote(client_id, safe='')}"


def match_path(client_id: str) -> str:
    """The address of a client's match."""
    return f"{client_path(client_id)}/{MATCH}"


def client_link(client_id: str, state: PageState) -> Node:
    """A key that its reader may see, as a link to the client on the same day."""
    return link(client_id, on_the_day(state).href(client_path(client_id)))


def on_the_day(state: PageState) -> PageState:
    """What goes along to a client's page: the day, and nothing that narrows something else."""
    return PageState(day=state.day)
