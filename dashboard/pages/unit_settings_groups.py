"""The card of a group of settings: each value with its default, its limits and what it is part of."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card
from dashboard.components.marks import Node, status
from dashboard.components.setting_forms import group_form, meaning_of, reset_form
from dashboard.components.still import element
from dashboard.components.writing_forms import moment
from dashboard.domain.definitions import Definitions
from dashboard.domain.setting_catalogue import SETTINGS, value_of
from dashboard.domain.setting_groups import Group
from dashboard.domain.setting_values import shown
from dashboard.i18n import _, ngettext, number
from dashboard.reports.access import Access
from dashboard.reports.settings_page import Kept, figures_of

MOST_FIGURES = 3


def group_card(access: Access, kept: Kept, group: Group) -> Component:
    """The settings of a group, and the form for all of them."""
    definitions = access.definitions
    values = {name: value_of(definitions, name) for name in group.names}
    parts = {name: figures_of(name) for name in group.names}
    # Weights are all part of one figure: it is said once.
    alike = len(set(parts.values())) == 1 and len(parts) > 1
    said = [html.P(_part_of(parts[group.names[0]]), className="b-muted")] if alike else []
    items = [_item(kept, definitions, name, "" if alike else _part_of(parts[name])) for name in group.names]
    return card(
        ids.UnitSettings.GROUP + group.key,
        _(group.title),
        [
            *said,
            html.Ul(items, className="c-list s-list"),
            html.Div(group_form(kept, group, values), className="w-ways b-noprint"),
        ],
        class_name="s-card",
    )


def _item(kept: Kept, definitions: Definitions, name: str, part_of: str) -> Component:
    setting, value, touched = SETTINGS[name], value_of(definitions, name), kept.touched(name)
    own = value != setting.default
    meaning: list[Node] = [html.B(meaning_of(name))]
    if own:
        meaning.append(status("good", _("your own")))
    limits = _("Default {default}, can be {lowest} to {highest}.").format(
        default=shown(setting.default), lowest=shown(setting.lowest), highest=shown(setting.highest)
    )
    last = (
        []
        if touched is None
        else [_("Last changed {moment} by {who}.").format(moment=moment(touched.at), who=touched.by)]
    )
    return element(
        "li",
        html.Div([html.Div(meaning), html.Div(shown(value), className="c-value")], className="c-head"),
        html.P(" ".join([limits, *([part_of] if part_of else []), *last]), className="c-source"),
        *([html.Div(reset_form(kept, name), className="w-ways b-noprint")] if own else []),
    )


def _part_of(figures: tuple[str, ...]) -> str:
    if not figures:
        return ""
    named = ", ".join(figures[:MOST_FIGURES])
    rest = len(figures) - MOST_FIGURES
    if rest <= 0:
        return _("Part of {figures}.").format(figures=named)
    return ngettext(
        "Part of {figures} and {n} more figure.", "Part of {figures} and {n} more figures.", rest
    ).format(figures=named, n=number(rest))
