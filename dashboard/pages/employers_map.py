"""What stands under the finder's map: what is drawn, what is not, the chosen employer, and the table twin."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.cards import tools
from dashboard.components.definitions import rows_list
from dashboard.components.links import button_link, link
from dashboard.components.marks import Node, mark_level, mark_rung, mark_warmth
from dashboard.components.tables import Column, Row, data_table
from dashboard.figures.finder_map import class_bounds
from dashboard.i18n import _, ngettext, number
from dashboard.pages.employer_words import employer_path, position_sentence, where_and_what
from dashboard.reports.employer_filters import NOWHERE
from dashboard.reports.employer_map import EmployerMapReport
from dashboard.reports.finder import EmployerLine
from dashboard.reports.state import PageState

PATH = "/arbetsgivare"
MOST_ROWS = 30
COUNTS_TABLE = "ag-kommuner"
LET_GO = "ag-slapp"
ROWS_OF_MAP = ("finder.matching", "finder.without_position")


def map_side(report: EmployerMapReport, selected: EmployerLine | None, state: PageState) -> list[Component]:
    """Everything under the map that a filter or a selection changes."""
    return [
        *([_selected(selected, state)] if selected else []),
        html.P(_caption(report), className="b-caption a-map__cap"),
        _legend(report),
        *_without_position(report, state),
        *tools(_table(report, state), rows=rows_list(state, *ROWS_OF_MAP)),
    ]


def _selected(line: EmployerLine, state: PageState) -> Component:
    """The chosen employer, with the way to its page."""
    href = state.href(employer_path(line.employer_id), employer=line.employer_id, page=1)
    let_go = link(_("Let go"), state.href(PATH, employer=None), "b-btn b-btn--quiet", link_id=LET_GO)
    notes = [position_sentence(line.precision)]
    if not line.number:
        notes.append(_("It does not fit the filters."))
    return html.Div(
        [
            html.P(_("Chosen"), className="b-s b-muted"),
            html.H3(link(line.name, href)),
            html.P(where_and_what(line), className="b-s b-muted"),
            html.P(
                [mark_rung(line.rung), mark_warmth(line.warmth), mark_level(line.level, line.strength)],
                className="a-row__marks b-s",
            ),
            html.P(" ".join(notes), className="b-s b-muted"),
            html.P(
                [
                    button_link(_("Open"), href, primary=True),
                    let_go,
                ],
                className="b-chips",
            ),
        ],
        className="a-sel",
    )


def _caption(report: EmployerMapReport) -> str:
    if report.limited:
        return _(
            "{n} employers are too many to draw one by one: the circles show how many there are in each "
            "municipality. Narrow the list, and each gets its own."
        ).format(n=number(report.shown))
    sentences = [_("Colour and size show the rung. The shade of the ground shows how many employers fit.")]
    if report.approximate:
        sentences.append(
            ngettext(
                "{n} has an approximate place (postal code, locality or municipality). "
                "Those on the same point are spread around it.",
                "{n} have an approximate place (postal code, locality or municipality). "
                "Those on the same point are spread around it.",
                report.approximate,
            ).format(n=number(report.approximate))
        )
    return " ".join(sentences)


def _legend(report: EmployerMapReport) -> Component:
    """The shades of the ground."""
    items = [
        html.Li(
            [
                html.Span(className=f"a-shade a-shade--{step}", **{"aria-hidden": "true"}),
                number(fewest) if fewest == most else f"{number(fewest)}–{number(most)}",
            ]
        )
        for step, (fewest, most) in enumerate(class_bounds(report.counts), start=2)
    ]
    return html.Ul(items, className="a-shades b-s", **{"aria-label": _("Employers in a municipality")})


def _without_position(report: EmployerMapReport, state: PageState) -> list[Component]:
    if not report.without_position:
        return []
    text = ngettext(
        "{n} has no position and is only in the list.",
        "{n} have no position and are only in the list.",
        report.without_position,
    ).format(n=number(report.without_position))
    if state.municipality == NOWHERE:
        return [html.P(text, className="b-s")]
    show = link(_("Show which"), state.href(PATH, page=1, municipality=NOWHERE, employer=None))
    return [html.P([text, " ", show], className="b-s")]


def _table(report: EmployerMapReport, state: PageState) -> Node:
    """The municipalities and how many employers of the selection fit in each."""
    rows = [
        Row(
            {"name": count.name, "count": number(count.employers)},
            href=state.href(PATH, page=1, municipality=count.code, employer=None),
            selected=count.code == state.municipality,
        )
        for count in report.counts[:MOST_ROWS]
    ]
    left_out = report.counts[MOST_ROWS:]
    others = sum(count.employers for count in left_out)
    more = {
        _("{n} other municipalities").format(n=number(len(left_out))): others if left_out else 0,
        _("Municipality not known"): report.without_area,
        _("Without a position"): report.without_position,
    }
    rows += [Row({"name": name, "count": number(held)}) for name, held in more.items() if held]
    return data_table(
        COUNTS_TABLE,
        _("Employers that fit, by municipality"),
        [Column("name", _("Municipality")), Column("count", _("Employers"), number=True)],
        rows,
        total=Row({"name": _("All"), "count": number(report.matching)}),
        stack=False,
    )
