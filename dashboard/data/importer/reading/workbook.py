"""Reading workbooks, .xlsx and .ods: values by calamine, the rest from the XML."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from dashboard.data.importer.reading import excel_xml, open_document_xml
from dashboard.data.importer.reading.container import opened
from dashboard.data.importer.reading.formats import EXCEL
from dashboard.data.importer.reading.limits import Limits
from dashboard.data.importer.reading.marks import Survey
from dashboard.data.importer.reading.refusals import damaged, too_heavy
from dashboard.data.importer.reading.sheet import Marks, Row, Sheet, Source


def read_workbook(path: Path, kind: str, limits: Limits) -> Source:
    """A workbook that has been looked through; its sheets are read one at a time.

    Raises:
        FileRefused: when it is damaged.
    """
    xml = excel_xml if kind == EXCEL else open_document_xml
    with opened(path) as packed:
        # Surveyed first: calamine makes room for the whole rectangle that the cells span.
        surveys = xml.surveys(packed, limits)
        return Source(
            name=path.name,
            sha256="",
            sheets=_sheets(path, surveys, from_1904=xml.from_1904(packed)),
            count=len(surveys),
            names=(path.name, *surveys),
            beside=(
                *xml.texts_beside(packed),
                *(text for survey in surveys.values() for text in survey.beside),
            ),
            comments=xml.has_comments(packed),
        )


def _sheets(path: Path, surveys: Mapping[str, Survey], *, from_1904: bool) -> Iterator[Sheet]:
    try:
        with CalamineWorkbook.from_path(str(path)) as workbook:
            for about in workbook.sheets_metadata:
                if about.typ is SheetTypeEnum.WorkSheet:
                    yield _sheet(path, workbook, about, surveys.get(about.name), from_1904=from_1904)
    except CalamineError as error:
        raise damaged() from error
    except MemoryError as error:
        raise too_heavy() from error


def _sheet(
    path: Path, workbook: CalamineWorkbook, about: SheetMetadata, survey: Survey | None, *, from_1904: bool
) -> Sheet:
    cells = workbook.get_sheet_by_name(about.name)
    height = cells.end[0] + 1 if cells.end else 0
    if survey is None or height < survey.last_value_row:
        # Two readers do not find the same rows: rather none than some of them.
        raise damaged()
    marks = survey.marks
    return Sheet(
        file=path.name,
        name=about.name,
        rows=_rows(cells, marks),
        size=height,
        visible=about.visible is SheetVisibleEnum.Visible,
        from_1904=from_1904,
        marks=marks,
    )


def _rows(cells: CalamineSheet, marks: Marks) -> Iterator[Row]:
    """The rows from the first of the sheet, each from column A, though calamine leaves out empty ones."""
    before: Row = [""] * (cells.start[1] if cells.start else 0)
    unread = {number for number, _column in marks.unread}
    for number, values in enumerate(cells.iter_rows(), start=1):
        row = before + values if before else values
        if number in unread:
            # Some programs store a number beside the error; it is none of the person's.
            for column in range(len(row)):
                if (number, column + 1) in marks.unread:
                    row[column] = ""
        yield row
