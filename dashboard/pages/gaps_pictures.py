"""The pictures of gaps, in HTML: they need no script, and are as wide as their card."""

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.marks import Node
from dashboard.components.tables import Column, Row, data_table
from dashboard.i18n import _, ngettext, number
from dashboard.reports.gap_areas import HomePlace, home_places, only_municipality
from dashboard.reports.gap_ground import GapGround
from dashboard.reports.names_in_a_row import listed


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, its table twin, and what is said under it."""

    figure: Component
    table: Component | None
    notes: list[Node]


def bar(share: float, kind: str) -> Component:
    """A bar of a share of its room; `kind` is its colour."""
    place = {"--v": f"{100 * share:.1f}"}
    return html.Span(
        html.I(className=f"l-bar--{kind}", style=place), className="l-bar", **{"aria-hidden": "true"}
    )


def legend(*kinds: tuple[str, str]) -> Component:
    """What the colours of a picture's bars mean."""
    keys = [
        html.Span(
            [html.Span(className=f"l-key l-bar--{kind}", **{"aria-hidden": "true"}), text], className="b-mark"
        )
        for kind, text in kinds
    ]
    return html.Div(keys, className="b-legend")


def area_picture(ground: GapGround) -> Picture | None:
    """The clients of each post town: those with none near home, with too few, and with enough."""
    places = home_places(ground)
    apart = _apart(ground)
    if not places:
        return Picture(html.Div(apart), None, []) if apart else None
    most = max(place.asked for place in places)
    rows = [html.Li(_place(place, most), className="l-bars__row") for place in places]
    key = legend(("none", _("none near home")), ("few", _("too few")), ("enough", _("enough")))
    figure = html.Div([key, html.Ul(rows, className="l-bars"), *apart], className="l-pic")
    note = _("Counted by post town. Nobody is drawn where they live, and no key stands here.")
    return Picture(figure, _area_table(places), [note])


def _place(place: HomePlace, most: int) -> list[Node]:
    parts = [
        ("none", place.none),
        ("few", place.few - place.none),
        ("enough", place.asked - place.few),
    ]
    bars = [
        html.I(className=f"l-bar--{kind}", style={"width": f"{100 * count / most:.1f}%"})
        for kind, count in parts
        if count
    ]
    said = ngettext("{k} of {n} client has too few", "{k} of {n} clients have too few", place.asked)
    return [
        html.Span(
            [html.B(place.name), " ", html.Span(place.municipality, className="b-muted b-s")],
            className="l-name",
        ),
        html.Span(bars, className="l-stack", **{"aria-hidden": "true"}),
        html.Span(said.format(k=number(place.few), n=number(place.asked)), className="l-said"),
    ]


def _apart(ground: GapGround) -> list[Node]:
    """Beside the places: the clients whose home is not known well enough."""
    found = only_municipality(ground)
    if not found:
        return []
    told = [" ".join([place or _("unknown postal code"), number(count)]) for place, count in found]
    said = _("Apart from these, homes that only the municipality is known of: {places}.")
    return [html.P(said.format(places=listed(told)), className="l-apart")]


def _area_table(places: tuple[HomePlace, ...]) -> Component:
    columns = [
        Column("name", _("Post town")),
        Column("municipality", _("Municipality")),
        Column("asked", _("Clients"), number=True),
        Column("few", _("Too few near home"), number=True),
        Column("none", _("None near home"), number=True),
    ]
    rows = [
        Row(
            {
                "name": place.name,
                "municipality": place.municipality,
                "asked": number(place.asked),
                "few": number(place.few),
                "none": number(place.none),
            }
        )
        for place in places
    ]
    return data_table(f"{ids.Gaps.CARD}-tabell", _("Clients by post town"), columns, rows)
