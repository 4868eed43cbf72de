"""The cards of the unit's own words: what a client is called, and the names of steps and kinds."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card
from dashboard.components.marks import Node
from dashboard.components.setting_forms import client_form, names_form, preset_forms
from dashboard.components.still import element
from dashboard.domain.client_words import CLIENT, CLIENT_EN, PRESETS
from dashboard.domain.unit_words import ENGLISH, RENAMED
from dashboard.i18n import N_, _, wording
from dashboard.reports.settings_page import Kept
from dashboard.words import VOCABULARIES, word

TITLES = {
    "step": N_("The five steps"),
    "placement_kind": N_("Kinds of placement"),
    "contact_kind": N_("Kinds of contact"),
    "mode": N_("Ways to follow up"),
    "ownership": N_("Kinds of employer"),
    "referrer": N_("Referrers"),
    "support_need": N_("Support needs"),
    "closing_reason": N_("Reasons to leave"),
    "subsidy": N_("Wage subsidies"),
}


def words_card(kept: Kept) -> Component:
    """What a client is called, as our sentences will say it, and the words to choose between."""
    words = wording()
    chosen = next((name for name, forms in PRESETS.items() if _is(kept, forms)), "")
    examples = [
        _("One client begins, and the client's coach helps."),
        _("Two clients wait, and all the clients' keys are kept apart."),
    ]
    return card(
        ids.UnitSettings.WORDS,
        _("What you call a client"),
        [
            html.P(_("So our sentences say it now:"), className="b-muted"),
            html.Ul([html.Li(text) for text in examples], className="s-said"),
            preset_forms(kept, chosen),
            html.Div(client_form(kept, words), className="w-ways b-noprint"),
            html.P(
                _("Names of employers and occupations stay as they are, and so does the JSON for programs."),
                className="c-source",
            ),
        ],
        class_name="s-card",
    )


def _is(kept: Kept, forms: object) -> bool:
    own = {name: kept.words.get(name) for name in (CLIENT, CLIENT_EN)}
    return own == forms


def names_card(kept: Kept) -> Component:
    """The vocabularies that a unit may name itself, each with its form."""
    return card(
        ids.UnitSettings.NAMES,
        _("Names of steps and kinds"),
        [
            html.P(_("An import reads your names beside ours."), className="b-muted"),
            html.Ul([_vocabulary(kept, name) for name in RENAMED], className="c-list s-list"),
        ],
        class_name="s-card",
    )


def _vocabulary(kept: Kept, name: str) -> Component:
    own = {one.removesuffix(ENGLISH).partition(".")[2] for one in kept.words if one.startswith(f"{name}.")}
    named: list[Node] = []
    for key in VOCABULARIES[name]:
        said = word(name, key)
        named += [html.B(said) if key in own else said, ", "]
    return element(
        "li",
        html.Div([html.B(_(TITLES[name]))], className="c-head"),
        html.P(named[:-1], className="c-source"),
        html.Div(names_form(kept, name, _(TITLES[name])), className="w-ways b-noprint"),
    )
