"""Which cards the report holds, in which order: every change is a link, so that the address holds it all."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.components.links import link
from dashboard.components.marks import Node, hidden_text, icon
from dashboard.components.still import element
from dashboard.i18n import _, ngettext, number
from dashboard.reports.access import Access
from dashboard.reports.board import chosen
from dashboard.reports.board_cards import CARDS, by_area
from dashboard.reports.state import PageState

PATH, FILE = "/rapport", "/rapport/fil"


def choice(_access: Access, state: PageState) -> list[Node]:
    """The files, the chosen cards in their order, and those that can be added."""
    keys = chosen(state)
    return [
        _files(state),
        html.H2(_("In the report"), className="r-choice__h"),
        html.P(
            ngettext("{n} card, in this order.", "{n} cards, in this order.", len(keys)).format(
                n=number(len(keys))
            ),
            className="b-s b-muted",
        ),
        html.Ol([_chosen(state, keys, place) for place in range(len(keys))], className="r-chosen"),
        html.H2(_("To add"), className="r-choice__h"),
        *(_area(state, keys, area, offered) for area, offered in by_area()),
    ]


def _files(state: PageState) -> Component:
    here = state.replace(day=state.on).query()
    files = [(_("PowerPoint"), "pptx"), (_("Workbook"), "xlsx")]
    printing = element(
        "button",
        icon("table"),
        _("Print or save as PDF"),
        type="button",
        class_="b-btn b-btn--primary",
        data_print="ja",
    )
    downloads = [
        html.A(
            [icon("download"), name],
            href=f"{FILE}?form={form}&{here}",
            className="b-btn",
            download="",
            disable_n_clicks=True,
        )
        for name, form in files
    ]
    return html.Div([printing, *downloads], className="r-files")


def _chosen(state: PageState, keys: Sequence[str], place: int) -> Component:
    key = keys[place]
    name = _(CARDS[key].name)
    ways = [
        *([_change(state, _moved(keys, place, -1), "up", _("up"), name)] if place else []),
        *([_change(state, _moved(keys, place, 1), "down", _("down"), name)] if place + 1 < len(keys) else []),
        *([_change(state, [one for one in keys if one != key], "x", _("remove"), name)] if keys[1:] else []),
    ]
    return html.Li([html.Span(name), html.Span(ways, className="r-ways")])


def _moved(keys: Sequence[str], place: int, steps: int) -> list[str]:
    moved = list(keys)
    moved.insert(place + steps, moved.pop(place))
    return moved


def _change(state: PageState, keys: Sequence[str], picture: str, verb: str, name: str) -> Component:
    shown: Node = icon(picture) if picture == "x" else {"up": "↑", "down": "↓"}[picture]
    return link(
        [html.Span(shown, **{"aria-hidden": "true"}), hidden_text(f"{verb}: {name}")],
        state.href(PATH, cards=tuple(keys)),
        "r-way",
        link_id=f"rapport-{picture}-{name}",
    )


def _area(state: PageState, keys: Sequence[str], area: str, offered: Sequence[str]) -> Component:
    left = [key for key in offered if key not in keys]
    links = [
        html.Li(
            link(
                [html.Span("+", **{"aria-hidden": "true"}), _(CARDS[key].name), hidden_text(_("add"))],
                state.href(PATH, cards=(*keys, key)),
                "r-add",
            )
        )
        for key in left
    ]
    summary = html.Summary([_(area), html.Span(f" {number(len(left))}", className="b-muted")])
    return html.Details([summary, html.Ul(links)], className="r-area")
