"""The page of the report to the board: what it holds, in which order, and the pages as they are printed."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.components.board_paper import pages
from dashboard.components.fields import text_area, text_input
from dashboard.components.marks import Node, icon
from dashboard.components.period_fields import period_fields, split_field
from dashboard.components.states import page_without_rows
from dashboard.components.still import still
from dashboard.i18n import _, number
from dashboard.pages.board_choice import choice
from dashboard.pages.saved_views import saved_views
from dashboard.reports.access import Access
from dashboard.reports.board import board, usual_title
from dashboard.reports.state import LONGEST_INTRODUCTION, PageState

PATH = "/rapport"
LONGEST_TITLE = 120


def layout(access: Access, state: PageState) -> Node:
    """The page as the address asks for it; what to do first when there is nothing in the data at all."""
    access = access.pinned()
    world = access.store.world()
    if world.placements.empty and world.clients.empty:
        return _nothing(state)
    aside = html.Div(
        [
            html.Div(_fields(state), className="r-fields"),
            still(ids.Board.CHOICE, choice(access, state), "r-choice"),
            saved_views(access, PATH),
        ],
        className="r-aside b-noprint",
    )
    paper = still(ids.Board.PAGES, paper_of(access, state), "r-paper")
    return html.Div([aside, paper], className="r-lay")


def paper_of(access: Access, state: PageState) -> list[Node]:
    """What the writer has to know, and the pages."""
    report = board(access, state)
    warnings = [
        html.P([icon("attention"), html.Span(said)], className="b-note b-noprint", role="alert")
        for said in report.warnings
    ]
    return [*warnings, html.Div(pages(report), className="r-pages", **{"data-theme": "light"})]


def _fields(state: PageState) -> list[Component]:
    return [
        text_input(
            ids.Board.HEADING,
            _("Title"),
            state.heading,
            query_key="rubrik",
            placeholder=usual_title(),
            maxLength=LONGEST_TITLE,
            autoComplete="off",
        ),
        text_area(
            ids.Board.INTRODUCTION,
            _("Introduction"),
            state.introduction,
            query_key="inledning",
            hint=_("At most {n} letters. No names of clients; it stands in the page's address.").format(
                n=number(LONGEST_INTRODUCTION)
            ),
            maxLength=LONGEST_INTRODUCTION,
            rows=4,
        ),
        html.Div(period_fields(ids.Board.FIRST, ids.Board.LAST, state.period), className="r-period"),
        split_field(ids.Board.SPLIT, state.split),
    ]


def _nothing(state: PageState) -> Component:
    return page_without_rows(
        _("Nothing to report yet"),
        _(
            "It takes clients and placements to have something to report. Load a workbook with "
            "**brygga import FILE**, or look around in an invented unit with **brygga demo**."
        ),
        "" if state.day is None else state.href(PATH, day=None),
        "table",
    )
