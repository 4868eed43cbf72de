"""The board report as a presentation: a title slide, and one slide a card, with native charts or a table."""

import datetime as dt
import io
import re
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Inches, Pt

from dashboard.domain.definitions import Definitions
from dashboard.figures.slide_charts import add_chart
from dashboard.figures.slide_looks import WIDE, colour, empty_deck, speak
from dashboard.i18n import _, ngettext, number
from dashboard.reports.board import Board
from dashboard.reports.board_parts import BoardCard, Curve, cell_told
from dashboard.reports.definitions import notes

TITLE_LAYOUT, CARD_LAYOUT = 0, 5
MARGIN = Inches(0.6)
INSIDE = Emu(WIDE - 2 * MARGIN)
TOP, BOTTOM = Inches(2.35), Inches(6.45)
MOST_CHARTS = 4
MOST_TABLE_ROWS, MOST_TABLE_COLUMNS = 12, 6
LONGEST_TITLE, LONGEST_FOOT = 130, 260
TITLE_SIZES = ((70, 26), (160, 20), (10_000, 15))
"""Up to how many letters, and how large in points."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^a-zåäö])")


def slides(report: Board, definitions: Definitions) -> bytes:
    """The report as a .pptx file."""
    deck = empty_deck()
    deck.core_properties.title, deck.core_properties.author = report.title, "Brygga"
    moment = dt.datetime.combine(report.on, dt.time())
    deck.core_properties.created = deck.core_properties.modified = moment
    _first(deck, report)
    for place, card in enumerate(report.cards, start=2):
        _slide(deck, report, card, definitions, place)
    speak(deck)
    written = io.BytesIO()
    deck.save(written)
    return written.getvalue()


def headline(finding: str) -> tuple[str, str]:
    """What stands as a slide's title, and the rest of the finding: whole sentences, as far as there is room.

    >>> headline("Sju av tolv ledde vidare. (osäkert: 32–81 %.)")
    ('Sju av tolv ledde vidare.', '(osäkert: 32–81 %.)')
    """
    first, *rest = _SENTENCE.split(finding)
    while rest and not rest[0].startswith("(") and len(first) + len(rest[0]) < LONGEST_TITLE:
        first = f"{first} {rest.pop(0)}"
    return first, " ".join(rest)


def _first(deck: Any, report: Board) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_LAYOUT])
    band = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, Inches(0.25), deck.slide_height)
    band.fill.solid()
    band.fill.fore_color.rgb = colour("accent")
    band.line.fill.background()
    title, under = slide.shapes.title, slide.placeholders[1]
    _put(title, Inches(1.9), Inches(1.5))
    title.text_frame.text = report.title
    _look(title.text_frame, Pt(40), "ink", bold=True)
    title.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    _put(under, Inches(3.5), Inches(2.6))
    under.text_frame.text = "\n".join([report.about, *report.introduction])
    _look(under.text_frame, Pt(18), "muted")
    _foot(slide, report, report.source, secret=bool(report.secret))
    slide.notes_slide.notes_text_frame.text = report.source


def _slide(deck: Any, report: Board, card: BoardCard, definitions: Definitions, place: int) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[CARD_LAYOUT])
    first, rest = headline(card.finding)
    title = slide.shapes.title
    _put(title, Inches(0.75), Inches(1.05))
    title.text_frame.text, title.text_frame.word_wrap = first, True
    title.text_frame.vertical_anchor = MSO_ANCHOR.TOP
    _look(title.text_frame, _size(first), "ink", bold=True)
    _text(slide, card.title, (Inches(0.35), Inches(0.4)), Pt(13), "accent")
    if rest:
        _text(slide, rest, (Inches(1.8), Inches(0.55)), Pt(13), "muted")
    if card.charts:
        _charts(slide, card)
    elif card.rows:
        _table(slide, card)
    _foot(slide, report, _beside(card), secret=card.holds_small_numbers, place=place)
    slide.notes_slide.notes_text_frame.text = _notes(card, definitions, report)


def _size(title: str) -> Any:
    """The longer the title, the smaller: three lines at most."""
    return Pt(next(size for longest, size in TITLE_SIZES if len(title) <= longest))


def _beside(card: BoardCard) -> str:
    """How many are followed and what must be known, as far as there is room; the notes hold all of it."""
    curves = [_("Dashed: 95% limits.")] if any(isinstance(chart, Curve) for chart in card.charts) else []
    told = ""
    for text in (*curves, *_followed(card), *card.notes):
        if len(told) + len(text) < LONGEST_FOOT:
            told = f"{told} {text}".strip()
    return told


def _charts(slide: Any, card: BoardCard) -> None:
    """Side by side, four at most; the table in the workbook has the rest."""
    shown = card.charts[:MOST_CHARTS]
    across = 2 if len(shown) > 1 else 1
    down = -(-len(shown) // across)
    wide, high = INSIDE // across, (BOTTOM - TOP) // down
    for place, chart in enumerate(shown):
        left, top = MARGIN + place % across * wide, TOP + place // across * high
        said = ". ".join(filter(None, (card.title, chart.title, card.finding)))
        add_chart(slide, chart, (left, top, wide, high), said)


def _table(slide: Any, card: BoardCard) -> None:
    columns = card.columns[:MOST_TABLE_COLUMNS]
    rows = card.rows[:MOST_TABLE_ROWS]
    high = min(BOTTOM - TOP, Inches(0.36) * (len(rows) + 1))
    frame = slide.shapes.add_table(len(rows) + 1, len(columns), MARGIN, TOP, INSIDE, high)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", f"{card.title}. {card.finding}")
    for across, column in enumerate(columns):
        _cell(frame.table.cell(0, across), column.label, bold=True)
        for down, row in enumerate(rows, start=1):
            _cell(frame.table.cell(down, across), cell_told(column, row.cells[across]))
    left = len(card.rows) - len(rows)
    if left > 0:
        more = ngettext("{n} more row is in the workbook.", "{n} more rows are in the workbook.", left)
        _text(slide, more.format(n=number(left)), (BOTTOM, Inches(0.3)), Pt(11), "muted")


def _cell(cell: Any, text: str, *, bold: bool = False) -> None:
    cell.text_frame.text = text
    for paragraph in cell.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(11), bold


def _followed(card: BoardCard) -> list[str]:
    """Of each curve: how many are followed at its beginning, its middle and its end."""
    told = []
    for chart in card.charts[:MOST_CHARTS]:
        if not isinstance(chart, Curve):
            continue
        points = [chart.points[0], chart.points[len(chart.points) // 2], chart.points[-1]]
        parts = ", ".join(
            _("{n} at day {day}").format(n=number(point.at_risk), day=number(point.day)) for point in points
        )
        told.append(_("{what}: followed {parts}.").format(what=chart.title or card.title, parts=parts))
    return told


def _foot(slide: Any, report: Board, said: str, *, secret: bool, place: int = 0) -> None:
    marks = [
        *([_("Holds secrecy: small numbers of people.")] if secret else []),
        *([_("Invented sample data.")] if report.demo else []),
    ]
    _text(slide, " ".join([*marks, said]), (Inches(6.5), Inches(0.55)), Pt(10), "muted")
    under = " · ".join([report.title, report.about, *([number(place)] if place else [])])
    _text(slide, under, (Inches(7.05), Inches(0.3)), Pt(9), "muted")


def _notes(card: BoardCard, definitions: Definitions, report: Board) -> str:
    told = [f"{note.name}: {note.sentence}" for note in notes(card.measures, definitions)]
    return "\n".join([card.finding, *card.notes, "", _("How it is counted"), *told, "", report.source])


def _text(slide: Any, text: str, place: tuple[int, int], size: Any, token: str) -> None:
    top, high = place
    box = slide.shapes.add_textbox(MARGIN, top, INSIDE, high)
    box.text_frame.word_wrap = True
    box.text_frame.text = text
    _look(box.text_frame, size, token)


def _put(place: Any, top: int, high: int) -> None:
    place.left, place.top, place.width, place.height = MARGIN, top, INSIDE, high


def _look(frame: Any, size: Any, token: str, *, bold: bool = False) -> None:
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        for run in paragraph.runs:
            run.font.size, run.font.bold = size, bold
            run.font.color.rgb = colour(token)
