"""The page Data: what goes in and out as files, and how good it is."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import Download, card
from dashboard.components.marks import Node, icon
from dashboard.components.still import still
from dashboard.domain.access import STAFF
from dashboard.i18n import _, language
from dashboard.pages.data_duplicates import duplicates_card
from dashboard.pages.data_history import history_card, written_card
from dashboard.pages.data_import import import_card, runs
from dashboard.pages.data_quality import quality_card
from dashboard.reports.access import Access
from dashboard.reports.state import PageState

PATH = "/data"
TICK_MS = 1_000
TEMPLATE, EXPORT, QUIET = "/data/mall", "/data/export", "/data/viloperioder"


def layout(access: Access, state: PageState) -> Node:
    """The page."""
    return html.Div(
        [
            still(ids.Data.IMPORT, import_card(access)),
            dcc.Interval(id=ids.Data.TICK, interval=TICK_MS, disabled=not runs(access)),
            html.Div([_template_card(), _export_card(access)], className="b-grid b-grid--2"),
            still(ids.Data.HISTORY, history_card(access)),
            still(ids.Data.WRITTEN, written_card(access)),
            still(ids.Data.DUPLICATES, duplicates_card(access)),
            still(ids.Data.QUALITY, quality_card(access, state)),
        ],
        className="u-page",
    )


def _template_card() -> Component:
    text = _(
        "A workbook with every table, lists of words to choose from, and instructions first. "
        "Fill it in and import it here."
    )
    files = [
        Download(_("Template in Swedish"), f"{TEMPLATE}?sprak=sv"),
        Download(_("Template in English"), f"{TEMPLATE}?sprak=en"),
    ]
    return card(ids.Data.TEMPLATE, _("A template to fill in"), [html.P(text), _links(files)])


def _export_card(access: Access) -> Component:
    text = _(
        "Everything that you may see, with the day and the version of the data on it. "
        "Reading it back gives exactly the same rows."
    )
    warning = _("The files hold clients' keys. Keep them where only the unit can reach them.")
    here = language()
    files = [
        Download(_("Everything as a workbook"), f"{EXPORT}?form=xlsx&sprak={here}"),
        Download(_("Everything as CSV files"), f"{EXPORT}?form=zip&sprak={here}"),
    ]
    quiet = [Download(_("Quiet periods"), f"{QUIET}?form=xlsx&sprak={here}")]
    beside = [
        html.P(_("Quiet periods are written here and not imported: they have a file of their own.")),
        _links(quiet),
    ]
    return card(
        ids.Data.EXPORT,
        _("Everything out again"),
        [
            html.P(text),
            html.P([icon("lock"), warning], className="u-note"),
            _links(files),
            *(beside if access.viewer.role in STAFF else []),
        ],
    )


def _links(files: list[Download]) -> Component:
    return html.Div(
        [
            html.A(
                [icon("download"), file.label],
                href=file.href,
                className="b-btn",
                download="",
                disable_n_clicks=True,
            )
            for file in files
        ],
        className="b-chips",
    )
