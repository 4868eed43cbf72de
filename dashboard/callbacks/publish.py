"""The page Publicera asks how far the audit has come, for as long as one is under way."""

from typing import Any

from dash import Input, Output, no_update

from dashboard import ids
from dashboard.callbacks.group import CallbackGroup
from dashboard.components.still import ATTRIBUTE, drawn_still
from dashboard.domain.access import MANAGERS
from dashboard.pages.publish import runs
from dashboard.pages.publish_draft import draft_card, preview_card
from dashboard.reports.access import Access

group = CallbackGroup(allow=MANAGERS)


@group.callback(
    Output(ids.Publish.DRAFT, ATTRIBUTE),
    Output(ids.Publish.PREVIEW, "children"),
    Output(ids.Publish.TICK, "disabled"),
    Input(ids.Publish.TICK, "n_intervals"),
    prevent_initial_call=True,
)
def show_audit(access: Access, _ticks: int | None) -> tuple[Any, ...]:
    """Where the audit stands; the preview too, once it has ended."""
    busy = runs(access)
    return drawn_still(draft_card(access)), no_update if busy else preview_card(access), not busy
