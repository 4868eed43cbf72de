"""Saving, renaming and removing the reader's own views of a page."""

from typing import Any

from dash import ALL, Input, Output, State, ctx, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.callbacks.group import CallbackGroup
from dashboard.domain.access import STAFF
from dashboard.domain.errors import InvalidParameter
from dashboard.i18n import _
from dashboard.pages import board, employers
from dashboard.pages.saved_views import views_list
from dashboard.reports.access import Access
from dashboard.reports.saved_views import call_view, forget_view, keep_view, own_views

group = CallbackGroup(allow=STAFF)

NOBODYS = 0
"""A number that no view has."""
PATHS = frozenset({employers.PATH, board.PATH})
"""The pages whose selections can be kept."""


@group.callback(
    Output(ids.Views.PLACE, "children"),
    Output(ids.Views.NAME, "value"),
    Input(ids.Views.SAVE, "n_clicks"),
    Input(ids.Views.NAME, "n_submit"),
    State(ids.Views.NAME, "value"),
    State(ids.Shell.LOCATION, "search"),
    State(ids.Shell.LOCATION, "pathname"),
    prevent_initial_call=True,
)
def save_view(access: Access, clicks: int | None, submits: int | None, *shown: str | None) -> tuple[Any, Any]:
    """Keep what the page shows under the name in the field."""
    if not clicks and not submits:
        raise PreventUpdate
    name, search, pathname = (text or "" for text in shown)
    path = _page(pathname)
    try:
        keep_view(access, path, name, search)
    except InvalidParameter as error:
        return views_list(access, path, str(error)), no_update
    return views_list(access, path, _("Saved.")), ""


@group.callback(
    Output(ids.Views.PLACE, "children", allow_duplicate=True),
    Input({"type": ids.Views.RENAME, "view": ALL}, "n_clicks"),
    Input({"type": ids.Views.REMOVE, "view": ALL}, "n_clicks"),
    State({"type": ids.Views.NEW_NAME, "view": ALL}, "value"),
    State({"type": ids.Views.NEW_NAME, "view": ALL}, "id"),
    State(ids.Shell.LOCATION, "pathname"),
    prevent_initial_call=True,
)
def change_view(
    access: Access,
    _renamed: list[int | None],
    _removed: list[int | None],
    names: list[str | None],
    views: list[dict[str, int | str]],
    pathname: str | None,
) -> Any:
    """Rename or remove the view whose button was pressed."""
    pressed = ctx.triggered_id
    # Buttons that are drawn anew count as triggers too, without having been pressed.
    if not isinstance(pressed, dict) or not ctx.triggered[0]["value"]:
        raise PreventUpdate
    given = {view.get("view"): name or "" for view, name in zip(views, names, strict=False)}
    return changed(access, _page(pathname), str(pressed.get("type")), pressed.get("view"), given)


def changed(access: Access, path: str, kind: str, asked: Any, names: dict[Any, str]) -> list[Any]:
    """The list after one view was renamed or removed; what hindered it, in words."""
    own = {view.view_id: view for view in own_views(access, path)}
    # What was pressed is the browser's word: it may be of any kind, and another's number.
    view_id = asked if isinstance(asked, int) and asked in own else NOBODYS
    try:
        if kind == ids.Views.RENAME:
            call_view(access, view_id, names.get(view_id, ""))
            return views_list(access, path, _("The name is changed."))
        forget_view(access, view_id)
    except InvalidParameter as error:
        return views_list(access, path, str(error))
    return views_list(access, path, _("Removed."))


def _page(pathname: str | None) -> str:
    path = (pathname or "").rstrip("/")
    if path not in PATHS:
        raise PreventUpdate
    return path
