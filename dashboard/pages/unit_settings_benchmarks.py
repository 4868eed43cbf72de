"""The card of the figures of others that the unit holds its own against on Method and targets."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card
from dashboard.components.links import link
from dashboard.components.setting_forms import benchmark_form, remove_form
from dashboard.components.still import element
from dashboard.domain.own_benchmarks import OwnBenchmark
from dashboard.i18n import _, number, percent
from dashboard.reports.settings_page import Kept

METHOD = "/metod"


def benchmarks_card(kept: Kept) -> Component:
    """Those there are, and the form for another."""
    rows = [_item(kept, key, figure) for key, figure in kept.benchmarks.items()]
    none = html.P(_("You have put in none yet. Two from research stand there already."))
    about = [
        _(
            "The share of new clients with a job within some months, of another unit or study, "
            "beside your own."
        ),
        " ",
        link(_("Method and targets"), METHOD),
    ]
    return card(
        ids.UnitSettings.BENCHMARKS,
        _("Figures of others"),
        [
            html.P(about, className="b-muted"),
            html.Ul(rows, className="c-list s-list") if rows else none,
            html.Div(benchmark_form(kept, "", None), className="w-ways b-noprint"),
        ],
        class_name="s-card",
    )


def _item(kept: Kept, key: str, figure: OwnBenchmark) -> Component:
    told = _("{share} of {n} within {months} months").format(
        share=percent(figure.value), n=number(figure.people), months=number(int(figure.term))
    )
    ways = [benchmark_form(kept, key, figure), remove_form(kept, key, figure.name)]
    return element(
        "li",
        html.Div([html.B(figure.name), html.Div(told, className="c-value")], className="c-head"),
        html.P(figure.caveat),
        html.P(figure.source, className="c-source"),
        html.Div(ways, className="w-ways b-noprint"),
    )
