"""Demand against supply as a heat map: read across for what is wished for, and down for what is on offer."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.links import link
from dashboard.components.marks import Node, hidden_text
from dashboard.i18n import _, ngettext, number
from dashboard.pages.gaps_list import PATH
from dashboard.reports.gap_ground import GapGround
from dashboard.reports.gap_heat import TOPS, HeatCell, heat
from dashboard.reports.gap_words import occupation
from dashboard.reports.state import PageState

NAMED = 2
"""Occupations that a cell names where there is room; the list below the map has all."""
SHADES = (1, 3)
"""The shade of a cell: up to so many occupations, and more."""

UNBROKEN_DASH = "\u2060–\u2060"


def heat_map(ground: GapGround, state: PageState) -> Component:
    """The grid as a table, with the sums of its rows and columns."""
    found = heat(ground.gaps)
    classes = _classes()
    head = [html.Th(_("Places on offer"), scope="col"), *(html.Th(text, scope="col") for text in classes[1:])]
    rows = [
        html.Tr(
            [
                html.Th(text, scope="row"),
                *(_cell(cell, state) for cell in row),
                html.Td(number(total), className="b-num l-heat__sum"),
            ]
        )
        for text, row, total in zip(reversed(classes), found.cells, found.by_supply, strict=True)
    ]
    foot = html.Tr(
        [
            html.Th(_("All"), scope="row"),
            *(html.Td(number(total), className="l-heat__sum") for total in found.by_demand),
            html.Td(number(sum(found.by_demand)), className="b-num l-heat__sum"),
        ]
    )
    caption = _(
        "Number of occupations by how many wish for them (across) and how many places are on offer (down). "
        "Marked: fewer places than wishes."
    )
    hint = _("With the arrow keys you go from occupation to occupation.")
    wished = html.Tr(
        [html.Td(), html.Th(_("Clients who wish for it"), colSpan=len(TOPS) + 1, scope="colgroup"), html.Td()]
    )
    table = html.Table(
        [
            html.Caption([caption, html.Span(" " + hint, className="l-heat__hint")]),
            html.Thead([wished, html.Tr([*head, html.Th(_("All"), scope="col", className="b-num")])]),
            html.Tbody(rows),
            html.Tfoot(foot),
        ],
        className="l-heat",
        **{"data-heat": "ja"},
    )
    return html.Div(table, className="l-heat__room")


def _classes() -> list[str]:
    """None, each class as its limits, and more than the last."""
    between = [
        f"{number(low)}{UNBROKEN_DASH}{number(top)}" for low, top in zip((0, *TOPS), TOPS, strict=False)
    ]
    return [_("none"), *between, _("over {n}").format(n=number(TOPS[-1]))]


def _cell(cell: HeatCell, state: PageState) -> Component:
    count = len(cell.occupations)
    if not count:
        return html.Td(html.Span("–", className="b-none"))
    shade = 1 + sum(count > most for most in SHADES)
    lacking = ngettext("{n} lacks places", "{n} lack places", cell.lacking).format(n=number(cell.lacking))
    more = count - NAMED
    inside: list[Node] = [
        html.B(number(count)),
        *([hidden_text(f" ({lacking})")] if cell.lacking else []),
        html.Span(
            [
                *(_name(ssyk, state) for ssyk in cell.occupations[:NAMED]),
                *(
                    [ngettext("and {n} more", "and {n} more", more).format(n=number(more))]
                    if more > 0
                    else []
                ),
            ],
            className="l-heat__names",
        ),
    ]
    marked = " l-heat--lacks" if cell.lacking else ""
    return html.Td(inside, className=f"l-heat--{shade}{marked}")


def _name(ssyk: str, state: PageState) -> Component:
    return link(occupation(ssyk), state.href(PATH, occupation=ssyk, text="", sort=None, page=1))
