"""How every figure is counted: all definitions with the settings in force, to be read or searched."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.definitions import rows_href
from dashboard.components.links import link
from dashboard.components.marks import Node, hidden_text, icon
from dashboard.components.still import still
from dashboard.domain.access import KEEPERS, STAFF
from dashboard.i18n import _
from dashboard.reports.access import Access
from dashboard.reports.definitions import Area, Note, all_notes
from dashboard.reports.state import PageState
from dashboard.reports.trace import is_traceable

SETTINGS = "/installningar"


def layout(access: Access, state: PageState) -> Node:
    """The page: a table of contents, then one card an area."""
    areas = list(all_notes(access.definitions))
    may_trace = access.viewer.role in STAFF
    return still(
        ids.Definitions.PAGE,
        [
            _intro(access),
            _contents([area for area, _notes in areas]),
            *(_area(area, told, state, may_trace) for area, told in areas),
        ],
        "d-page",
    )


def _intro(access: Access) -> Component:
    text = _(
        "Every figure has one definition, and it stands here. Settings are shown with the values in force. "
        "Search the page with your browser's own search."
    )
    version = _("Definitions, version {version}.").format(version=access.definitions.version)
    settings = [" ", link(_("Change the settings"), SETTINGS)] if access.viewer.role in KEEPERS else []
    return html.P([text, " ", html.Span(version, className="b-muted"), *settings], className="d-intro")


def _contents(areas: list[Area]) -> Component:
    items = [
        html.Li(html.A(_(area.title), href=f"#{_area_id(area)}", className="b-chip", disable_n_clicks=True))
        for area in areas
    ]
    return html.Nav(html.Ul(items, className="b-chips"), **{"aria-label": _("Areas")})


def _area_id(area: Area) -> str:
    return f"omrade-{area.key.replace('_', '-')}"


def _area(area: Area, told: tuple[Note, ...], state: PageState, may_trace: bool) -> Component:
    heading = f"{_area_id(area)}-rubrik"
    return html.Section(
        [
            html.H2(_(area.title), id=heading),
            *(_measure(note, state, may_trace) for note in told),
        ],
        id=_area_id(area),
        className="b-card",
        **{"aria-labelledby": heading},
    )


def _measure(note: Note, state: PageState, may_trace: bool) -> Component:
    formula = [html.P(note.formula, className="d-formula")] if note.formula else []
    return html.Div(
        [
            html.H3(note.name, id=note.anchor, tabIndex=-1),
            html.P(note.sentence),
            *formula,
            *_settings(note),
            html.P(
                [
                    html.Span(note.source),
                    html.Span(note.key, className="d-key"),
                    *(_rows(note, state) if may_trace and is_traceable(note.key) else []),
                ],
                className="d-foot b-s b-muted",
            ),
        ],
        className="d-measure",
    )


def _settings(note: Note) -> list[Component]:
    if not note.settings:
        return []
    items = [html.Div([html.Dt(name), html.Dd(value)]) for name, value in note.settings]
    return [html.Dl(items, className="d-settings b-s")]


def _rows(note: Note, state: PageState) -> list[Node]:
    text = [icon("table"), _("Show the rows"), hidden_text(f": {note.name}")]
    return [link(text, rows_href(note.key, state), "d-rowlink")]
