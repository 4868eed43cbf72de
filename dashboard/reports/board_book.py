"""The board report as a workbook: what it is on the first sheet, then each card's table."""

import re
from collections.abc import Iterator

from dashboard.domain.definitions import Definitions
from dashboard.i18n import _
from dashboard.reports.board import Board
from dashboard.reports.board_parts import BoardCard
from dashboard.reports.definitions import notes
from dashboard.reports.outcome_parts import Value
from dashboard.reports.stamped_file import Cell
from dashboard.reports.workbook import Form, Row, Sheet, Shown, as_workbook

LONGEST_NAME = 31
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
_FORMS = {
    "count": Form.COUNT,
    "points": Form.COUNT,
    "kronor": Form.COUNT,
    "percent": Form.PERCENT,
    "decimal": Form.DECIMAL,
}


def board_book(report: Board, definitions: Definitions) -> bytes:
    """The report as an .xlsx file."""
    names = _names(report)
    sheets = [_sheet(card, name) for card, name in zip(report.cards, names, strict=True)]
    return as_workbook([_about(report, names, definitions), *sheets])


def _about(report: Board, names: list[str], definitions: Definitions) -> Sheet:
    secret = _("Holds secrecy: small numbers of people. Not for publication.")
    rows: list[Row] = [[_("About"), report.about], [_("Source"), report.source]]
    if report.secret:
        rows.append([_("Note"), secret])
    if report.demo:
        rows.append([_("Note"), _("Invented sample data.")])
    rows.extend([_("Introduction"), paragraph] for paragraph in report.introduction)
    rows += [[], [_("Sheet"), _("Finding")]]
    rows.extend([name, card.finding] for name, card in zip(names, report.cards, strict=True))
    rows += [[], [_("Figure"), _("How it is counted")]]
    measures = dict.fromkeys(key for card in report.cards for key in card.measures)
    rows += [[note.name, note.sentence] for note in notes(measures, definitions)]
    return Sheet(_("About the report"), [report.title, ""], rows, wrapped=(1,))


def _sheet(card: BoardCard, name: str) -> Sheet:
    rows: list[Row] = [
        [_cell(column.kind, value) for column, value in zip(card.columns, row.cells, strict=True)]
        for row in card.rows
    ]
    rows += [[], [card.finding]]
    rows.extend([note] for note in card.notes)
    return Sheet(name, [column.label for column in card.columns], rows)


def _cell(kind: str, value: Value) -> Cell | Shown:
    if isinstance(value, str) or value is None:
        return value
    return Shown(round(value, 4), _FORMS.get(kind, Form.EXACT))


def _names(report: Board) -> list[str]:
    """A name for each sheet, as spreadsheets allow: short, and none twice."""
    given: list[str] = []
    for card in report.cards:
        given.append(next(name for name in _candidates(card.title) if name.lower() not in _lower(given)))
    return given


def _candidates(title: str) -> Iterator[str]:
    plain = _NOT_IN_A_NAME.sub(" ", title).strip()
    yield plain[:LONGEST_NAME].strip()
    for place in range(2, 100):
        ending = f" {place}"
        yield plain[: LONGEST_NAME - len(ending)].strip() + ending


def _lower(names: list[str]) -> set[str]:
    return {name.lower() for name in (*names, _("About the report"))}
