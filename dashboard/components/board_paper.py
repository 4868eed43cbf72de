"""The board report as A4 pages: each card whole on its page, every page with its number, day and source."""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.board_svg import WIDTH, Drawing, bars, paired, svg
from dashboard.components.board_svg_time import HALF, columns, curve
from dashboard.components.marks import Node, icon
from dashboard.components.still import element
from dashboard.components.tables import Column as TableColumn
from dashboard.components.tables import Row, data_table
from dashboard.i18n import _, number
from dashboard.reports.board import Board
from dashboard.reports.board_parts import Bars, BoardCard, Chart, Columns, Curve, Paired, cell_told

ROOM = 905
"""Height of a page's inside, in the measure in which its width is 640."""
CARD, APART = 38, 18
"""What a card takes beside what stands in it, and the room between two."""
FINDING, NOTE, ROW = 21, 15, 19
LETTERS_FINDING, LETTERS_NOTE = 74, 108


@dataclass(frozen=True, slots=True)
class Laid:
    """A part of the report with the height that it takes."""

    part: Any
    height: float


def pages(report: Board) -> list[Component]:
    """The pages in their order."""
    filled = fill([_head(report), *(_card(card) for card in report.cards)])
    return [_page(report, parts, place, len(filled)) for place, parts in enumerate(filled, start=1)]


def fill(parts: Iterable[Laid]) -> list[list[Laid]]:
    """The parts on as few pages as their order allows; none is broken."""
    filled: list[list[Laid]] = [[]]
    left = float(ROOM)
    for one in parts:
        if filled[-1] and one.height > left:
            filled.append([])
            left = ROOM
        filled[-1].append(one)
        left -= one.height + APART
    return filled


def _page(report: Board, parts: Sequence[Laid], place: int, of: int) -> Component:
    number_of = _("Page {n} of {of}").format(n=number(place), of=number(of))
    foot = html.Footer(
        [
            html.P([html.Span(report.title), html.Span(number_of, className="r-page__n")]),
            html.P([html.Span(report.about), html.Span(report.source)]),
        ],
        className="r-foot",
    )
    inside = html.Div([one.part for one in parts], className="r-page__in")
    return html.Section([inside, foot], className="r-page", **{"aria-label": number_of})


def _head(report: Board) -> Laid:
    marks: list[Component] = []
    if report.secret:
        marks.append(
            _mark(
                "lock",
                _("Holds secrecy: small numbers of people. Not for publication."),
            )
        )
    if report.demo:
        marks.append(_mark("info", _("Invented sample data.")))
    part = html.Header(
        [
            html.H2(report.title, className="r-title-page"),
            html.P(report.about, className="r-about"),
            *marks,
            *(html.P(paragraph, className="r-intro") for paragraph in report.introduction),
        ],
        className="r-head",
    )
    lines = sum(_lines(paragraph, LETTERS_FINDING) for paragraph in report.introduction)
    title = 34 * _lines(report.title, 34)
    about = NOTE * 1.3 * _lines(report.about, 90)
    return Laid(part, title + about + 28 * len(marks) + FINDING * lines + 10 * len(report.introduction) + 24)


def _mark(name: str, said: str) -> Component:
    return html.P([icon(name), html.Span(said)], className="r-mark")


def _card(card: BoardCard) -> Laid:
    drawn = [_drawn(card, chart) for chart in _paired_up(card.charts)]
    table = _table(card) if not card.charts and card.rows else None
    secret = [_("Holds secrecy: small numbers of people.")] if card.holds_small_numbers else []
    notes = [*card.notes, *secret]
    inside: list[Node] = [
        html.H3(card.title, className="r-card__h"),
        html.P(card.finding, className="r-finding"),
        *(part for one in drawn for part in one.parts),
        *([table.part] if table else []),
        *(html.P(note, className="r-note") for note in notes),
    ]
    height = (
        CARD
        + FINDING * _lines(card.finding, LETTERS_FINDING)
        + sum(one.height + 8 for one in drawn)
        + (table.height if table else 0)
        + sum(NOTE * _lines(note, LETTERS_NOTE) + 3 for note in notes)
    )
    return Laid(html.Article(inside, className="r-card", id=f"rapport-{card.key}"), height)


def _paired_up(charts: Sequence[Chart]) -> list[tuple[Chart, ...]]:
    """Curves stand two and two; everything else takes the whole width."""
    rows: list[tuple[Chart, ...]] = []
    for chart in charts:
        last = rows[-1] if rows else ()
        if isinstance(chart, Curve) and len(last) == 1 and isinstance(last[0], Curve):
            rows[-1] = (*last, chart)
        else:
            rows.append((chart,))
    return rows


def _drawn(card: BoardCard, charts: tuple[Chart, ...]) -> Drawing:
    """One row of charts."""
    curves = [chart for chart in charts if isinstance(chart, Curve)]
    if len(curves) > 1:
        made = [curve(chart) for chart in curves]
        pictures = [svg(one, _says(card, chart), HALF) for one, chart in zip(made, curves, strict=True)]
        return Drawing((element("div", *pictures, class_="r-two"),), max(one.height for one in made))
    made_one = _one(charts[0])
    return Drawing((svg(made_one, _says(card, charts[0])),), made_one.height)


def _one(chart: Chart) -> Drawing:
    if isinstance(chart, Bars):
        return bars(chart)
    if isinstance(chart, Paired):
        return paired(chart)
    if isinstance(chart, Columns):
        return columns(chart)
    return curve(chart, WIDTH)


def _says(card: BoardCard, chart: Chart) -> str:
    return ". ".join(filter(None, (card.title, chart.title, card.finding)))


def _table(card: BoardCard) -> Laid:
    """The table of a card that has no chart."""
    keys = [f"k{place}" for place in range(len(card.columns))]
    columns_of = [
        TableColumn(key, column.label, number=column.kind != "text")
        for key, column in zip(keys, card.columns, strict=True)
    ]
    rows = [
        Row(
            {
                key: cell_told(column, cell)
                for key, column, cell in zip(keys, card.columns, row.cells, strict=True)
            }
        )
        for row in card.rows
    ]
    letters = max(8, 96 // len(card.columns))
    lines = sum(
        max(
            _lines(cell_told(column, cell), letters)
            for column, cell in zip(card.columns, row.cells, strict=True)
        )
        for row in card.rows
    )
    table = data_table(f"rapport-{card.key}-tabell", card.title, columns_of, rows, hide_caption=True)
    return Laid(table, ROW * (lines + 2) + 9 * len(rows))


def _lines(words: str, letters: int) -> int:
    return len(textwrap.wrap(words, letters)) or 1
