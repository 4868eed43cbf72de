"""The card of employers that may be one under two keys: a person decides, and may take it back."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import card
from dashboard.components.still import element
from dashboard.i18n import _, day_short, ngettext, number
from dashboard.pages.data_forms import form, submit
from dashboard.reports.access import Access
from dashboard.reports.same_employers import Decision, Named, Pair, duplicates, made_decisions, why

SHOWN = 10


def duplicates_card(access: Access) -> list[Component]:
    """The card; nothing when there is nothing to decide or to take back."""
    pairs, decided = duplicates(access), made_decisions(access)
    if not pairs and not decided:
        return []
    said = ngettext("{n} pair to decide about.", "{n} pairs to decide about.", len(pairs))
    inside = [
        html.P(said.format(n=number(len(pairs)))),
        html.Ul([_pair(pair) for pair in pairs[:SHOWN]], className="u-pairs"),
        *_decided(decided),
    ]
    return [
        card(
            ids.Data.DUPLICATES_CARD,
            _("Employers that may be one"),
            inside,
            measures=["quality.twin_employers"],
        )
    ]


def _pair(pair: Pair) -> Component:
    keys = [element("input", type="hidden", name=name, value=named.key) for name, named in _named(pair)]
    answers = [
        element("button", _("One: keep {key}").format(key=named.key), name="svar", value=name, class_="b-btn")
        for name, named in _named(pair)
    ]
    two = element("button", _("They are two"), name="svar", value="tva", class_="b-btn b-btn--quiet")
    decide = form("samma", *keys, html.Div([*answers, two], className="b-chips"))
    return html.Li(
        [
            html.P([_shown(pair.one), html.Br(), _shown(pair.other)]),
            html.P(why(pair), className="b-muted b-s"),
            decide,
        ]
    )


def _named(pair: Pair) -> tuple[tuple[str, Named], tuple[str, Named]]:
    return ("ett", pair.one), ("annat", pair.other)


def _shown(named: Named) -> Component:
    where = f", {named.locality}" if named.locality else ""
    return html.Span([html.B(named.name), f"{where} ({named.key})"])


def _decided(decided: tuple[Decision, ...]) -> list[Component]:
    if not decided:
        return []
    lines = [html.Li([_told(one), _take_back(one)]) for one in reversed(decided)]
    return [
        html.Details(
            [html.Summary(_("What has been decided")), html.Ul(lines, className="u-rows")],
            className="u-other",
        )
    ]


def _told(one: Decision) -> str:
    said = _("{other} is {kept}.") if one.same else _("{other} is not {kept}.")
    return f"{said.format(other=one.other, kept=one.kept)} {one.who}, {day_short(one.at.date())}. "


def _take_back(one: Decision) -> Any:
    number_of = element("input", type="hidden", name="nummer", value=str(one.number))
    return form("samma-angra", number_of, submit(_("Take it back"), quiet=True), class_="u-inline")
