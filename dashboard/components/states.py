"""What is shown when there is nothing ordinary to show: empty, loading, error, too few, no map."""

from collections.abc import Sequence
from typing import Literal

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.cards import Level, heading, rich
from dashboard.components.links import button_link, link
from dashboard.components.marks import Node, icon
from dashboard.i18n import _, ngettext, number, percent

Shape = Literal["bars", "list", "network"]


def state_empty(
    title: str, text: Node, actions: Sequence[Node] = (), *, icon_name: str = "search", level: Level = 2
) -> Component:
    """Nothing to show: what would be here, why it is not, and the way on (buttons, chips)."""
    return html.Div(
        [
            html.Span(icon(icon_name), className="b-empty__i"),
            heading(level, title),
            html.P(rich(text) if isinstance(text, str) else text),
            html.Div(list(actions), className="b-chips"),
        ],
        className="b-empty",
    )


def page_without_rows(title: str, text: str, today_href: str = "", icon_name: str = "table") -> Component:
    """What stands on a whole page when there is nothing in the data for it yet.

    Args:
        title: what there is none of.
        text: what to do first.
        today_href: the same page as of today, when another day is shown.
        icon_name: the page's picture.
    """
    ways = [button_link(_("Show today"), today_href)] if today_href else []
    return html.Section(state_empty(title, text, ways, icon_name=icon_name), className="b-card")


def state_error(error_id: str = "", text: str = "", retry_href: str = "?") -> Component:
    """Something failed in a card: the rest of the page stands, and the log knows it under `error_id`.

    Args:
        error_id: the key under which the server logged it; empty when a person can mend it herself.
        text: the sentence of a domain error, in the reader's language; it replaces the general one.
        retry_href: the address to try again with.
    """
    where = rich(_("The error is saved in the log as **{id}**.").format(id=error_id))
    logged = [html.P(where, className="b-s")]
    return html.Div(
        [
            icon("critical"),
            html.Div(
                [
                    html.P(html.B(text or _("This could not be worked out."))),
                    html.P(_("The rest of the page holds."), className="b-s"),
                    *(logged if error_id else []),
                    html.P(link(_("Try again"), retry_href, "b-btn"), className="b-chips"),
                ]
            ),
        ],
        className="b-err",
        role="alert",
    )


def state_too_few(low: float, high: float, smallest: int = 10) -> Component:
    """The place of a share that rests on too few: the interval is drawn, the share is not.

    Args:
        low: lower limit of the interval, 0–1.
        high: upper limit.
        smallest: how many cases a share needs.
    """
    words = _("uncertain: {low}–{high}").format(low=number(round(100 * low)), high=percent(high))
    place = {"left": f"{100 * low:.1f}%", "width": f"{100 * (high - low):.1f}%"}
    return html.Div(
        [
            html.Div(html.Span(className="b-few__iv", style=place), className="b-few__ax"),
            html.Div([html.Span(percent(0)), html.Span(words), html.Span(percent(1))], className="b-few__lb"),
            html.P(
                _("The numbers are always shown. The share is shown from {n} on.").format(n=number(smallest)),
                className="b-note",
            ),
        ],
        className="b-few",
    )


def state_loading(text: str = "", shape: Shape = "bars") -> Component:
    """The skeleton of a card while its content is on the way."""
    bars = html.Div(
        [html.I(style={"--h": f"{height}%"}) for height in (46, 72, 58, 88, 40, 64, 52)], className="k-bars"
    )
    lines = html.Div([html.Div(className="k k-l") for _line in range(6)])
    ring = html.Div(className="k k-net")
    return html.Div(
        [
            html.Span(text or _("Fetching"), className="b-vh"),
            html.Div(className="k k-t"),
            html.Div(className="k k-f"),
            html.Div(className="k k-f k-f2"),
            html.Div({"bars": bars, "list": lines, "network": ring}[shape], **{"aria-hidden": "true"}),
        ],
        className="b-loading",
        role="status",
        **{"aria-busy": "true"},
    )


def loading(children: Node, text: str = "", show_after: int = 400) -> Component:
    """What a callback fills: dimmed, with a word, when it takes longer than `show_after` milliseconds."""
    busy = html.Div(html.Span([icon("clock"), text or _("Fetching")]), className="b-wait", role="status")
    return dcc.Loading(
        children,
        custom_spinner=busy,
        delay_show=show_after,
        overlay_style={"visibility": "visible", "opacity": 0.55},
        show_initially=False,
        parent_className="b-waits",
    )


def map_unavailable(shown: int, without_position: int, list_id: str) -> Component:
    """The map needs WebGL and the browser has none: the list beside it is the answer."""
    same = ngettext(
        "Your browser cannot draw the map. The list holds the same {n} employer.",
        "Your browser cannot draw the map. The list holds the same {n} employers.",
        shown,
    ).format(n=number(shown))
    missing = ngettext("{n} has no position.", "{n} have no position.", without_position).format(
        n=number(without_position)
    )
    text = f"{same} {missing}" if without_position else same
    to_list = html.A(_("To the list"), href=f"#{list_id}", className="b-btn", disable_n_clicks=True)
    return state_empty(_("The map needs WebGL"), text, [to_list], icon_name="visit", level=3)
