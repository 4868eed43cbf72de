"""The page Publicera: what the public will see, the audit of it, and what has been public."""

from dash import dcc, html

from dashboard import ids
from dashboard.components.marks import Node
from dashboard.components.still import still
from dashboard.pages.publish_draft import draft_card, preview_card
from dashboard.pages.publish_history import history_card
from dashboard.reports.access import Access
from dashboard.reports.publish_desk import PublishDesk
from dashboard.reports.state import PageState

PATH = "/publicera"
TICK_MS = 1_000


def layout(access: Access, _state: PageState) -> Node:
    """The page."""
    return html.Div(
        [
            still(ids.Publish.DRAFT, draft_card(access)),
            dcc.Interval(id=ids.Publish.TICK, interval=TICK_MS, disabled=not runs(access)),
            html.Div(preview_card(access), id=ids.Publish.PREVIEW),
            still(ids.Publish.HISTORY, history_card(access)),
        ],
        className="u-page",
    )


def runs(access: Access) -> bool:
    """Whether an audit is under way, so that the page should ask again."""
    draft = PublishDesk(access.store).draft(access)
    return draft is not None and draft.runs
