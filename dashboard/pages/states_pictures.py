"""The pictures on the page of states: a chart, a network and a map, with invented content."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import Download, graph_card
from dashboard.components.employer_map import EmployerMap
from dashboard.components.graph import Graph
from dashboard.components.marks import mark_rung
from dashboard.components.network_canvas import NetworkCanvas
from dashboard.components.tables import Column, Row, data_table
from dashboard.domain.vocabulary import RUNGS
from dashboard.figures.employer_map import MapPoint, employer_map_figure
from dashboard.figures.network_style import network_style, node_size
from dashboard.figures.theme import colours
from dashboard.figures.theme import layout as figure_layout
from dashboard.i18n import _, number, percent
from dashboard.reports.map_areas import municipalities_around
from dashboard.words import word


def pictures(theme: str) -> list[Component]:
    """A chart, a network and a map, in the colours of the theme."""
    return [_chart(theme), _network(theme), _map(theme)]


def _chart(theme: str) -> Component:
    shares = {"private": 45, "municipal": 30, "association": 25}
    c = colours(theme)
    figure = {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "x": list(shares.values()),
                "y": [word("ownership", key) for key in shares],
                "text": [number(value) for value in shares.values()],
                "textposition": "outside",
                "cliponaxis": False,
                "marker": {"color": c["accent"]},
                "hoverinfo": "skip",
            }
        ],
        "layout": figure_layout(
            theme,
            xaxis={"rangemode": "tozero", "showticklabels": False, "showgrid": False},
            yaxis={"autorange": "reversed", "showgrid": False},
        ),
    }
    rows = [Row({"key": word("ownership", key), "n": number(value)}) for key, value in shares.items()]
    return graph_card(
        "tillstand-kort-graf",
        _("Which kinds of employer"),
        _("**{k} of {n}** employers are private {{uncertain: 36–55%}}.").format(k=45, n=100),
        Graph(ids.States.GRAPH, figure, 190),
        caption=_("n = {n}. Invented.").format(n=100),
        table=data_table(
            "tillstand-tabell-graf",
            _("Employers by ownership"),
            [Column("key", _("Ownership")), Column("n", _("Number"), number=True)],
            rows,
            total=Row({"key": _("All"), "n": number(100)}),
            stack=False,
        ),
        downloads=[
            Download(_("Table (csv)"), "data:text/csv,"),
            Download(_("Table (xlsx)"), "data:text/csv,"),
        ],
        how=_("Each employer counts once, however many placements it has had."),
    )


def _network(theme: str) -> Component:
    coach = {"data": {"id": "anna", "label": "Anna", "size": 20}, "position": {"x": 0, "y": 0}}
    elements: list[dict[str, object]] = [{**coach, "classes": "coach leaving"}]
    places = ((-120, -80), (0, -120), (120, -80), (120, 80), (0, 120), (-120, 80))
    for rung, (x, y) in enumerate(places):
        key = f"e{rung}"
        classes = f"employer rung-{rung}" + (" critical strong labelled" if rung == 5 else "")
        data = {"id": key, "label": word("rung", rung), "size": node_size(15 * rung)}
        elements.append({"data": data, "position": {"x": x, "y": y}, "classes": classes})
        edge = {"id": f"t{rung}", "source": "anna", "target": key}
        elements.append({"data": edge, "classes": "tie critical" if rung == 5 else "tie"})
    return graph_card(
        "tillstand-kort-nat",
        _("The network"),
        _("**1 of 6** would be left without a coach."),
        NetworkCanvas(
            ids.States.NETWORK,
            elements,
            network_style(theme),
            "320px",
            _("A drawing of the network. The list below says the same."),
        ),
        caption=html.Span([mark_rung(rung) for rung in RUNGS], className="b-legend"),
    )


def _map(theme: str) -> Component:
    places = ((59.534, 18.077), (59.52, 18.09), (59.55, 18.05), (59.49, 18.12), (59.56, 18.2), (59.58, 18.0))
    points = [
        MapPoint(f"e{rung}", word("rung", rung), latitude, longitude, rung, rung + 1, selected=rung == 3)
        for rung, (latitude, longitude) in enumerate(places)
    ]
    figure = employer_map_figure(points, municipalities_around(places), theme)
    return graph_card(
        "tillstand-kort-karta",
        _("Where they are"),
        _("**{n} places**, {share} of all employers.").format(n=6, share=percent(0.86)),
        EmployerMap(
            ids.States.MAP, figure, shown=6, without_position=1, list_id=ids.States.TABLE, height=320
        ),
        caption=_("Colour and size: rung. 1 without a position is not shown."),
    )
