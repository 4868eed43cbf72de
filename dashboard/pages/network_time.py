"""The network's time: any past day by slider, buttons or date, and the months played one after the other.

`assets/51-network-time.js` moves it; the day it comes to rest on lands in the address.
"""

import datetime as dt
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.marks import hidden_text, icon
from dashboard.components.still import Kept, still
from dashboard.i18n import _, day, ngettext, number
from dashboard.pages.network_ladder import row_texts
from dashboard.pages.network_legend import coloured
from dashboard.reports.access import Access
from dashboard.reports.network_film import film
from dashboard.reports.network_picture import Picture, latest
from dashboard.reports.network_scope import known
from dashboard.reports.state import PageState

SLIDER, DATE = f"{ids.Network.TIME}-reglage", f"{ids.Network.TIME}-dag"


def time_bar(access: Access, state: PageState) -> Component:
    """Play, the line of living ties over a slider, and the same day as steps and as a date."""
    said = ties_on(known(access, state).alive, state.on)
    play = html.Button(
        [icon("play"), hidden_text(_("Play from the beginning"))],
        type="button",
        className="b-btn b-btn--primary n-time__play",
        **{"data-play": _("Play from the beginning"), "data-pause": _("Pause")},
    )
    track = html.Div(
        [
            html.Div([html.I(), html.B()], className="n-time__line", **{"aria-hidden": "true"}),
            _slider(state),
        ],
        className="n-time__t",
    )
    words = html.Div(
        [html.Span(className="n-time__from"), html.Span(said, className="n-time__said")],
        className="n-time__y",
    )
    return html.Div(
        still(ids.Network.TIME, [play, track, words, _steps(state)], "n-time"),
        className="b-noprint",
        role="group",
        **{"aria-label": _("The network over time")},
    )


def ties_on(count: int, on: dt.date) -> str:
    """How many ties live on a day."""
    said = ngettext("{n} living tie on {day}", "{n} living ties on {day}", count)
    return said.format(n=number(count), day=day(on))


def marks(access: Access, state: PageState, drawn: Picture) -> dict[str, Any]:
    """The picture's marks, with what they look like and the day they are true for."""
    said = ties_on(known(access, state).alive, state.on)
    colour = coloured(access, state, drawn)
    return {
        **row_texts(drawn.marks),
        "drawing": state.drawing,
        "colour": {"of": colour.of, "looks": colour.looks},
        "day": state.on.isoformat(),
        "said": said,
    }


def film_for_browser(access: Access, state: PageState, drawn: Picture) -> dict[str, Any]:
    """The months as the browser plays them."""
    return {
        "key": film_key(drawn),
        "today": latest(state).on.isoformat(),
        "frames": [
            {
                "day": frame.day.isoformat(),
                "alive": frame.alive,
                "said": ties_on(frame.alive, frame.day),
                **row_texts(frame.marks),
            }
            for frame in film(access, state, drawn)
        ],
    }


def film_key(drawn: Picture) -> str:
    """What a film fits: the nodes, and the part of them that is shown."""
    return f"{drawn.key} {drawn.marks['view']}"


def _slider(state: PageState) -> Kept:
    return _input(
        **{
            "type": "range",
            "id": SLIDER,
            "class": "b-range",
            "min": "0",
            "max": "1",
            "value": "1",
            "disabled": "",
            "aria-label": _("Day"),
            "aria-valuetext": day(state.on),
        }
    )


def _steps(state: PageState) -> Component:
    last = latest(state).on
    date = _input(
        **{
            "type": "date",
            "id": DATE,
            "class": "b-input",
            "value": state.on.isoformat(),
            "max": last.isoformat(),
        }
    )
    return html.Div(
        [
            _step(-1, "minus", _("One month earlier")),
            html.Div(
                [html.Label(_("Day"), htmlFor=DATE, className="b-vh"), date],
                className="b-field",
                **{"data-q": "per"},
            ),
            _step(1, "plus", _("One month later")),
        ],
        className="n-time__steps",
    )


def _step(months: int, icon_name: str, text: str) -> Component:
    return html.Button(
        [icon(icon_name), hidden_text(text)],
        type="button",
        className="b-btn b-btn--icon",
        title=text,
        **{"data-months": str(months)},
    )


def _input(**attributes: str) -> Kept:
    """A native control that no callback listens to, as a part of markup that is drawn still."""
    return Kept(["input", attributes])
