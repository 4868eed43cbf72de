"""A page's selections with a name: opened by a link, saved, renamed and removed in place."""

from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.fields import text_input
from dashboard.components.links import link
from dashboard.components.marks import hidden_text, icon
from dashboard.i18n import _
from dashboard.reports.access import Access
from dashboard.reports.saved_views import LONGEST_NAME, View, own_views


def saved_views(access: Access, path: str) -> Component:
    """The reader's views of a page, and the form that saves what it shows now."""
    form = [
        text_input(ids.Views.NAME, _("Name of this selection"), maxLength=LONGEST_NAME, autoComplete="off"),
        html.Button([icon("check"), _("Save")], id=ids.Views.SAVE, type="button", className="b-btn"),
    ]
    inside = [html.Div(views_list(access, path), id=ids.Views.PLACE, **{"aria-live": "polite"}), *form]
    return html.Details([html.Summary(_("Saved views")), html.Div(inside, className="a-views")])


def views_list(access: Access, path: str, said: str = "") -> list[Component]:
    """The views, and what to say about what was just done."""
    views = own_views(access, path)
    notice = [html.P(said, className="b-note")] if said else []
    if not views:
        return [*notice, html.P(_("None yet. Only you see them."), className="b-s b-muted")]
    return [*notice, html.Ul([html.Li(_view(view, path)) for view in views])]


def control_id(kind: str, view_id: int) -> dict[str, Any]:
    """The id of a control that belongs to one view."""
    return {"type": kind, "view": view_id}


def _view(view: View, path: str) -> list[Component]:
    href = f"{path}?{view.query}" if view.query else path
    name = control_id(ids.Views.NEW_NAME, view.view_id)
    renamed = dbc.Input(id=name, type="text", value=view.name, class_name="b-input", maxLength=LONGEST_NAME)
    return [
        link(view.name, href),
        html.Details(
            [
                html.Summary([_("Rename or remove"), " ", hidden_text(view.name)]),
                html.Div(
                    [
                        html.Label([_("New name"), renamed], className="b-field"),
                        _button(ids.Views.RENAME, view, _("Rename")),
                        _button(ids.Views.REMOVE, view, _("Remove")),
                    ]
                ),
            ]
        ),
    ]


def _button(kind: str, view: View, text: str) -> Component:
    return html.Button(
        [text, " ", hidden_text(view.name)],
        id=control_id(kind, view.view_id),
        type="button",
        className="b-btn b-btn--quiet",
    )
