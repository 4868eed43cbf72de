"""The page of settings: what the unit decides for itself, what each changes and who has changed it."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.links import link
from dashboard.components.marks import Node
from dashboard.components.still import still
from dashboard.domain.setting_groups import GROUPS
from dashboard.i18n import _
from dashboard.pages.unit_settings_benchmarks import benchmarks_card
from dashboard.pages.unit_settings_groups import group_card
from dashboard.pages.unit_settings_history import history_card
from dashboard.pages.unit_settings_words import names_card, words_card
from dashboard.reports.access import Access
from dashboard.reports.settings_page import kept
from dashboard.reports.state import PageState

PATH = "/installningar"
DEFINITIONS = "/sa-raknas-det"


def layout(access: Access, _state: PageState) -> Node:
    """The page; nothing of it follows from the address."""
    return still(ids.UnitSettings.PLACE, cards(access), "s-page")


def cards(access: Access) -> list[Component]:
    """All cards: words, then values by what they are about, the figures of others, and the history."""
    found = kept(access)
    return [
        _intro(access),
        _contents(),
        words_card(found),
        names_card(found),
        *(group_card(access, found, group) for group in GROUPS),
        benchmarks_card(found),
        history_card(found, access.definitions),
    ]


def _intro(access: Access) -> Component:
    text = _(
        "What your unit decides for itself. It holds for everybody, on every page and in every report, "
        "as soon as it is saved. Each form can tell what would change before you save."
    )
    version = _("Definitions, version {version}.").format(version=access.definitions.version)
    how = link(_("How it is counted"), DEFINITIONS)
    return html.P([text, " ", html.Span([version, " ", how], className="b-muted")], className="d-intro")


def _contents() -> Component:
    places = [
        (ids.UnitSettings.WORDS, _("Words")),
        *((ids.UnitSettings.GROUP + group.key, _(group.title)) for group in GROUPS),
        (ids.UnitSettings.BENCHMARKS, _("Figures of others")),
        (ids.UnitSettings.HISTORY, _("What has been changed")),
    ]
    items = [
        html.Li(html.A(title, href=f"#{place}", className="b-chip", disable_n_clicks=True))
        for place, title in places
    ]
    return html.Nav(html.Ul(items, className="b-chips"), **{"aria-label": _("On this page")})
