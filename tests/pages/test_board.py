"""The report to the board: the numbers of `brygga report` on every card, on paper, slides and sheets."""

import io
import json
import re
from collections.abc import Iterator
from typing import Any

import openpyxl
import pytest
from dash.exceptions import PreventUpdate
from pptx import Presentation
from sqlalchemy import Engine

from dashboard.analysis.cost_benefit import TRIED
from dashboard.analysis.cost_lines import SOCIETY
from dashboard.callbacks.board import draw_board
from dashboard.callbacks.saved_views import save_view
from dashboard.components.board_paper import ROOM, Laid, fill, pages
from dashboard.components.still import drawn_still
from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import AccessDenied, NotFound
from dashboard.figures.slide_charts import as_steps, bar_name
from dashboard.figures.slide_looks import colour
from dashboard.figures.slides import slides
from dashboard.figures.theme import colours
from dashboard.i18n import use_language
from dashboard.pages.board import layout
from dashboard.pages.board_choice import choice
from dashboard.reports.access import Access
from dashboard.reports.board import Board, board, chosen
from dashboard.reports.board_book import board_book
from dashboard.reports.board_cards import CARDS, USUAL, board_card
from dashboard.reports.board_parts import Bars, BoardCard, Columns, Curve, Paired
from dashboard.reports.outcome_parts import Column, TableRow
from dashboard.reports.rounding import two_figures
from dashboard.reports.saved_views import own_views
from dashboard.reports.state import BOARD_CARDS, LONGEST_INTRODUCTION, PageState
from dashboard.reports.whole_report import WholeReport, whole_report
from tests.data.test_saved_views import account
from tests.pages.drawn_pages import DAY
from tests.reports.network_small import opened

STATE = PageState(day=DAY)
EVERY = STATE.replace(cards=BOARD_CARDS)


@pytest.fixture(autouse=True)
def _in_english() -> None:
    use_language("en")


@pytest.fixture(scope="module")
def whole(demo_access: Access) -> WholeReport:
    return whole_report(demo_access, DAY, STATE.period)


@pytest.fixture(scope="module")
def every(demo_access: Access) -> Board:
    use_language("en")
    return board(demo_access, EVERY)


@pytest.fixture(scope="module")
def deck(demo_access: Access, every: Board) -> Any:
    use_language("en")
    return Presentation(io.BytesIO(slides(every, demo_access.definitions)))


def numbers_of(row: TableRow) -> list[float]:
    return [round(cell, 4) for cell in row.cells if isinstance(cell, int | float)]


def said_by_the_report(whole: WholeReport, path: str) -> list[float]:
    """The numbers that `brygga report` gives under a key."""
    area, *steps = path.split(".")
    if area == "costs":
        return [two_figures(value) for value in [money(whole, steps)] if value is not None]
    if area == "ratings":
        rated = getattr(whole.supplement.ratings, steps[0]).judgement.share
        return [rated.n, rated.of, *([] if rated.share is None else [round(rated.share, 4)])]
    value: Any = whole.values[area]
    for step in steps:
        if isinstance(value, list):
            keys = {"fidelity": "item", "occupations": "ssyk", "by_coach": "coach_id"}
            key = next(key for name, key in keys.items() if name in path)
            value = next(one for one in value if one[key] == step)
        else:
            value = value[step]
    if area == "cohort":  # how many clients that is of stands under the picture
        return [value["share"]]
    if not isinstance(value, dict):
        return [] if value is None else [value]
    left_out = {"item", "ssyk", "coach_id", "state", "interval", "value", "score"}
    return [one for key, one in value.items() if key not in left_out and one is not None]


def money(whole: WholeReport, steps: list[str]) -> float | None:
    found, (what, *rest) = whole.supplement.costs, steps
    balance, over = found.society.balance, found.years[SOCIETY]
    if what == "tried":
        return dict(zip(TRIED, found.society.tried or (), strict=False))[float(".".join(rest))]
    if what == "actor":
        actor = found.period[rest[0]].balance  # type: ignore[index]  # a view by its name
        return None if actor is None else actor.net
    if what == "years":
        return None if over is None else float(getattr(over, rest[0]))
    if what == "tornado":
        return next(bar.at_low for bar in found.tornado if bar.name == rest[0])
    if balance is None:
        return None
    return -balance.cost if what == "cost" else float(getattr(balance, what))


def test_every_card_can_be_asked_for_in_an_address_and_no_other(demo_access: Access) -> None:
    assert tuple(CARDS) == BOARD_CARDS
    assert set(USUAL) <= set(CARDS)
    assert PageState.parse("valda=outcomes,nonsense,work").cards == ("outcomes", "work")
    with pytest.raises(NotFound):
        board_card(demo_access, STATE, "nonsense")


@pytest.mark.parametrize("key", BOARD_CARDS)
def test_every_number_of_a_card_is_the_one_of_the_report(
    demo_access: Access, whole: WholeReport, key: str
) -> None:
    card = board_card(demo_access, STATE, key)
    traced = [row for row in card.rows if row.path]
    for row in traced:
        told = said_by_the_report(whole, row.path)
        assert set(told) <= set(numbers_of(row)), row.path
    assert all(len(row.cells) == len(card.columns) for row in card.rows)
    assert card.finding
    assert card.measures


def test_most_cards_are_held_to_the_report(every: Board) -> None:
    held = {card.key for card in every.cards if any(row.path for row in card.rows)}
    beside = {
        "split",
        "interruption",
        "chain",
        "half_years",
        "around",
        "answers",
        "by_hand",
        "follow_forecast",
    }
    assert {card.key for card in every.cards} - held <= beside


def charts_of(deck: Any) -> Iterator[list[Any]]:
    for slide in list(deck.slides)[1:]:
        yield [shape for shape in slide.shapes if shape.has_chart]


def test_the_charts_of_the_slides_are_native_and_hold_the_numbers_of_the_cards(
    every: Board, deck: Any
) -> None:
    drawn = list(charts_of(deck))
    assert len(drawn) == len(every.cards)
    for card, shapes in zip(every.cards, drawn, strict=True):
        assert len(shapes) == min(len(card.charts), 4), card.key
        for chart, shape in zip(card.charts, shapes, strict=False):
            series = [list(one.values) for one in shape.chart.plots[0].series]
            for written, wanted in zip(series, expected(chart), strict=True):
                assert written == pytest.approx(wanted), card.key
            assert shape.chart.part.chart_workbook.xlsx_part is not None
            described = shape._element.nvGraphicFramePr.cNvPr.get("descr")
            assert card.finding in described


def expected(chart: Any) -> Any:
    if isinstance(chart, Bars):
        return [[bar.value for bar in chart.bars]]
    if isinstance(chart, Paired):
        return [[one for _name, one, _other in chart.rows], [other for *_names, other in chart.rows]]
    if isinstance(chart, Columns):
        return [list(chart.values), list(chart.levels)]
    assert isinstance(chart, Curve)
    limits = [point for point in chart.points if point.interval]
    lines = [
        [(point.day, point.share) for point in chart.points],
        *([(point.day, point.interval[end]) for point in limits if point.interval] for end in (0, 1)),
    ]
    return [[up for _across, up in as_steps(line)] for line in lines]


def test_a_bar_of_a_slide_says_its_numbers_and_its_interval(every: Board, deck: Any) -> None:
    card = next(card for card in every.cards if card.key == "chain")
    (shape,) = list(charts_of(deck))[every.cards.index(card)]
    (chart,) = card.charts
    assert isinstance(chart, Bars)
    assert list(shape.chart.plots[0].categories) == [bar_name(bar) for bar in chart.bars]
    assert re.search(r"28 of 109 · 26% · uncertain: 18–35%", list(shape.chart.plots[0].categories)[-1])
    xml = shape.chart._chartSpace.xml
    assert xml.count("<c:errBars>") == 1


def test_a_slide_has_the_finding_as_its_title_its_definition_in_the_notes_and_its_secrecy(
    every: Board, deck: Any
) -> None:
    first, *rest = deck.slides
    assert first.shapes.title.text_frame.text == every.title
    for card, slide in zip(every.cards, rest, strict=True):
        texts = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        assert card.finding.startswith(slide.shapes.title.text_frame.text)
        assert ("Holds secrecy" in texts) is card.holds_small_numbers
        assert "How it is counted" in slide.notes_slide.notes_text_frame.text
        assert every.source in slide.notes_slide.notes_text_frame.text


def test_the_presentation_is_wide_speaks_its_language_and_wears_the_tokens_colours(
    demo_access: Access, every: Board, deck: Any
) -> None:
    assert round(deck.slide_width / deck.slide_height, 3) == round(16 / 9, 3)
    assert deck.core_properties.language == "en-GB"
    assert {run.get("lang") for run in runs(deck)} == {"en-GB"}
    assert str(colour("accent")) == colours("light")["accent"].lstrip("#")
    use_language("sv")
    swedish = Presentation(
        io.BytesIO(slides(board(demo_access, STATE.replace(cards=("work",))), demo_access.definitions))
    )
    assert swedish.core_properties.language == "sv-SE"
    assert {run.get("lang") for run in runs(swedish)} == {"sv-SE"}


def runs(deck: Any) -> list[Any]:
    namespace = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    return [run for slide in deck.slides for run in slide._element.iter(f"{namespace}rPr")]


def test_the_workbook_has_a_sheet_a_card_with_its_numbers(demo_access: Access, every: Board) -> None:
    book = openpyxl.load_workbook(io.BytesIO(board_book(every, demo_access.definitions)))
    about, *sheets = book.worksheets
    assert len(sheets) == len(every.cards)
    assert len({sheet.title.lower() for sheet in book.worksheets}) == len(book.worksheets)
    assert every.about in {row[1] for row in about.iter_rows(values_only=True)}
    for card, sheet in zip(every.cards, sheets, strict=True):
        header, *rows = list(sheet.iter_rows(values_only=True))
        assert list(header)[: len(card.columns)] == [column.label for column in card.columns]
        for row, written in zip(card.rows, rows, strict=False):
            numbers = [one for one in written if isinstance(one, int | float)]
            assert numbers == pytest.approx(numbers_of(row)), card.key


def test_no_card_is_broken_and_the_order_is_kept() -> None:
    parts = [Laid(key, height) for key, height in zip("abcd", (500, 300, 200, ROOM + 1), strict=True)]
    assert [[one.part for one in page] for page in fill(parts)] == [["a", "b"], ["c"], ["d"]]


def test_every_card_stands_on_paper_with_its_finding_and_the_page_says_where_it_comes_from(
    every: Board,
) -> None:
    drawn = [json.loads(drawn_still(page))[0] for page in pages(every)]
    text = json.dumps(drawn, ensure_ascii=False)
    for card in every.cards:
        assert f'"rapport-{card.key}"' in text
        assert json.dumps(card.finding, ensure_ascii=False).strip('"') in text
    for place, page in enumerate(drawn, start=1):
        told = json.dumps(page, ensure_ascii=False)
        assert f"Page {place} of {len(drawn)}" in told
        assert every.source in told
    assert '"viewBox"' in text


def test_small_numbers_of_people_are_marked_and_others_are_not() -> None:
    columns = (Column("Group"), Column("Number", "count"), Column("Of", "count"))

    def marked(count: int, of: int, *, people: bool = True) -> bool:
        row = TableRow(("x", count, of))
        return BoardCard("k", "T", "F.", (), columns, (row,), ("m",), of_people=people).holds_small_numbers

    assert marked(4, 40)
    assert marked(37, 40)  # three have not
    assert not marked(5, 10)
    assert not marked(0, 10)
    assert not marked(1, 1, people=False)


def test_the_writers_own_words_are_kept_short_and_screened(demo_access: Access) -> None:
    state = PageState.parse(f"per={DAY}&valda=work&rubrik=Halv%C3%A5ret&inledning=Ett.%0ATv%C3%A5.")
    report = board(demo_access, state)
    assert (report.title, report.introduction, report.warnings) == ("Halvåret", ("Ett.", "Två."), ())
    screened = board(demo_access, state.replace(introduction="Hon, 19811218-9876, fick jobb"))
    assert screened.introduction == ()
    assert "personal identity number" in screened.warnings[0]
    assert "9876" not in json.dumps(json.loads(drawn_still(pages(screened))))
    titled = board(demo_access, state.replace(heading="19811218-9876"))
    assert titled.title == "Report to the board"
    too_long = PageState.parse(f"inledning={'a' * (LONGEST_INTRODUCTION + 1)}")
    assert (too_long.introduction, len(too_long.notices)) == ("", 1)


@pytest.mark.parametrize("role", [Role.COACH, Role.ADMIN, Role.VISITOR])
def test_nobody_but_a_manager_makes_the_report(demo_access: Access, role: Role) -> None:
    with pytest.raises(AccessDenied):
        board(Access(Viewer(2, "Anna", role, "C1"), demo_access.store), STATE.replace(cards=("chain",)))


def test_cards_are_moved_added_and_removed_by_links(demo_access: Access) -> None:
    state = STATE.replace(cards=("work", "lasting"))
    drawn = json.dumps([json.loads(drawn_still(part)) for part in choice(demo_access, state)])
    hrefs = {
        PageState.parse(found.partition("?")[2]).cards for found in re.findall(r'"href": "([^"]*)"', drawn)
    }
    assert {("lasting", "work"), ("work",), ("lasting",), ("work", "lasting", "targets")} <= hrefs
    assert chosen(STATE) == USUAL


def test_the_page_is_drawn_anew_for_what_the_address_holds(demo_access: Access) -> None:
    choice_drawn, paper, heading, introduction, first, last, split = draw_board(
        demo_access, f"?per={DAY}&valda=targets&rubrik=Om%20m%C3%A5len", "/rapport"
    )
    assert "Om målen" in paper
    assert "rapport-targets" in paper
    assert "rapport-work" not in paper
    assert (heading, introduction, last, split) == ("Om målen", "", DAY.isoformat(), "kind")
    assert first < last
    assert "Ratings against the targets" in choice_drawn
    with pytest.raises(PreventUpdate):
        draw_board(demo_access, "", "/utfall")


def test_a_choice_is_saved_under_a_name(sqlite_engine: Engine) -> None:
    access = account(sqlite_engine, "anna")
    save_view(access, 1, None, "Halvår", "?valda=work,lasting&rubrik=Halv%C3%A5ret", "/rapport")
    (view,) = own_views(access, "/rapport")
    assert PageState.parse(view.query).cards == ("work", "lasting")
    assert own_views(access, "/arbetsgivare") == ()
    with pytest.raises(PreventUpdate):
        save_view(access, 1, None, "Annat", "", "/utfall")


def test_an_empty_unit_is_told_what_to_do(sqlite_engine: Engine) -> None:
    assert "Nothing to report yet" in str(layout(opened(sqlite_engine), PageState()))
