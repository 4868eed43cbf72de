"""The networks behind the ties on the network page: choice, picture, what stands beside it, and list."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.cards import rich, tools
from dashboard.components.definitions import how_counted
from dashboard.components.links import button_link, link
from dashboard.components.list_card import list_card
from dashboard.components.marks import Node, mark_rung
from dashboard.components.network_canvas import NetworkCanvas
from dashboard.components.states import state_empty
from dashboard.components.still import still
from dashboard.domain.vocabulary import RUNGS
from dashboard.figures.layer_style import layer_style
from dashboard.i18n import _, number
from dashboard.pages.network_layer_list import node_table
from dashboard.pages.network_layer_side import groups_card, side_cards
from dashboard.pages.network_list import PATH
from dashboard.reports.access import Access
from dashboard.reports.network_layer import shown_layer
from dashboard.reports.network_layer_export import MEASURES
from dashboard.reports.network_layer_groups import groups
from dashboard.reports.network_layer_picture import LayerPicture, layer_picture
from dashboard.reports.network_layer_words import layer_finding, layer_names, layer_title
from dashboard.reports.state import PageState

TICK_MS = 2_000
_NONE, _EMPTY = "none", "empty"
"""What `data-layer` holds when the ties themselves are shown, and when the network has no node."""
_WITH_RUNGS = frozenset({"ways", "alike", "referrers"})


@dataclass(frozen=True, slots=True)
class Parts:
    """What the places of the page hold for the network that the address asks for.

    Attributes:
        shown: "none", "empty", or the network's key.
        head: title and finding.
        caption: legend, what is left out, how it is counted.
        side: the chosen node, and who holds the network together.
        groups: the groups of alike employers.
        table: the list.
        picture: nodes and links for the browser; None when there are none.
        at_rest: whether nothing more is on its way.
    """

    shown: str
    head: Node
    caption: Node
    side: Node
    groups: Node
    table: Node
    picture: dict[str, Any] | None
    at_rest: bool


def parts(access: Access, state: PageState) -> Parts:
    """All parts, empty while no network behind the ties is asked for."""
    if state.layer is None:
        return Parts(_NONE, [], [], [], [], [], None, at_rest=True)
    at_rest = state.layer != "alike" or groups(access, state) is not None
    head = [
        html.H2(layer_title(state), id=ids.Layers.TITLE),
        html.P(rich(layer_finding(access, state)), className="b-finding", **{"data-announce": "yes"}),
    ]
    if shown_layer(access, state).nodes.empty:
        return Parts(_EMPTY, [*head, _nothing(access, state)], [], [], [], [], None, at_rest)
    drawn = layer_picture(access, state)
    return Parts(
        shown=state.layer,
        head=head,
        caption=_caption(access, state, drawn),
        side=side_cards(access, state),
        groups=groups_card(access, state),
        table=node_table(access, state),
        picture=asdict(drawn),
        at_rest=at_rest,
    )


def layer_choice(state: PageState) -> Component:
    """The networks in a row; the one that is shown is marked as current."""
    chips = [
        html.Li(
            link(
                text,
                state.href(PATH, layer=name, node=None, group=None, text="", sort=None, page=1),
                "b-chip b-chip--on" if name == state.layer else "b-chip",
                current=name == state.layer,
                link_id=f"{ids.Layers.CHOICE}-{name or 'band'}",
            )
        )
        for name, text in layer_names().items()
    ]
    label = f"{ids.Layers.CHOICE}-namn"
    return html.Nav(
        [html.Span(_("Show the network of"), id=label), html.Ul(chips, className="b-chips")],
        className="y-choice b-noprint",
        **{"aria-labelledby": label},
    )


def layer_place(access: Access, state: PageState) -> Component:
    """The place of the network behind the ties; hidden while the ties themselves are shown."""
    held = parts(access, state)
    canvas = NetworkCanvas(
        ids.Layers.CANVAS,
        [],
        layer_style("light"),
        label=_("A picture of the network. The list below holds the same."),
    )
    caption = html.Figcaption(still(ids.Layers.CAPTION, held.caption), className="b-caption")
    picture = html.Section(
        [still(ids.Layers.HEAD, held.head), html.Figure([canvas, caption], className="b-figure")],
        id=ids.Layers.CARD,
        className="b-card y-main",
        **{"aria-labelledby": ids.Layers.TITLE},
    )
    beside = html.Div(
        [still(ids.Layers.SIDE, held.side), still(ids.Layers.GROUPS, held.groups)], className="y-side"
    )
    return html.Div(
        [
            picture,
            beside,
            list_card(ids.Layers, _("The same as a list"), state.text, held.table, class_name="y-list"),
            dcc.Store(id=ids.Layers.PICTURE, data=held.picture),
            dcc.Store(id=ids.Layers.STYLES, data={name: layer_style(name) for name in ("light", "dark")}),
            dcc.Interval(id=ids.Layers.TICK, interval=TICK_MS, disabled=held.at_rest),
        ],
        id=ids.Layers.PLACE,
        className="y-lay",
        **{"data-layer": held.shown},
    )


def _caption(access: Access, state: PageState, drawn: LayerPicture) -> list[Node]:
    name = state.layer or ""
    rungs = [mark_rung(rung) for rung in RUNGS] if name in _WITH_RUNGS else []
    how = how_counted(*MEASURES[name], definitions=access.definitions, state=state)
    return [
        html.Div(
            [*(html.Span(_sign(*sign), className="b-mark") for sign in _signs(name)), *rungs],
            className="b-legend",
        ),
        html.P(
            " ".join([_left_out(drawn), *_between_groups(state), *_unfiltered(state)]), className="n-left-out"
        ),
        *tools(how=how),
    ]


def _sign(kind: str, text: str) -> list[Node]:
    return [html.Span(className=f"y-key y-key--{kind}", **{"aria-hidden": "true"}), text]


def _signs(name: str) -> list[tuple[str, str]]:
    of: Mapping[str, list[tuple[str, str]]] = {
        "ways": [("arrow", _("from where clients were to where they got a job; width: clients"))],
        "alike": [("meant", _("chosen group")), ("line", _("shared occupation and area"))],
        "coaches": [("line", _("shared employers; width: how many"))],
        "referrers": [
            ("box", _("who sends")),
            ("party", _("party around the client")),
            ("line", _("width: clients")),
        ],
    }
    return of[name]


def _left_out(drawn: LayerPicture) -> str:
    shown = len(drawn.nodes)
    if shown == drawn.of:
        return _("Shows all {n}.").format(n=number(drawn.of))
    return _(
        "Shows {n} of {of}: what is chosen and what it is linked to first, then the most linked. {rest} "
        "stand in the list only."
    ).format(n=number(shown), of=number(drawn.of), rest=number(drawn.of - shown))


def _between_groups(state: PageState) -> list[str]:
    if state.layer != "alike":
        return []
    return [
        _(
            "The numbers are those of the groups. Ties from one group to another are drawn for the chosen "
            "employer only."
        )
    ]


def _unfiltered(state: PageState) -> list[str]:
    if state.coach or state.ownership or state.sector:
        return [_("Of the whole selection: coach, ownership and sector do not narrow it.")]
    return []


def _nothing(access: Access, state: PageState) -> Component:
    return state_empty(
        _("Nothing to draw yet"),
        _("The sentence above says why. The ties between coaches and employers are still there to see."),
        [button_link(_("Coaches and employers"), state.href(PATH, layer=None))],
        icon_name="n-natverk",
        level=3,
    )
