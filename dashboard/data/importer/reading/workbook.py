"""Reading .xlsx workbooks: values by calamine, the rest from the XML."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import BadZipFile, ZipFile
from zlib import error as inflate_error

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from dashboard.data.importer.reading.formats import damaged
from dashboard.data.importer.reading.sheet import Marks, Row, Sheet, Source
from dashboard.data.importer.reading.workbook_xml import (
    counts_from_1904,
    read_marks,
    refuse_entities,
    sheet_parts,
    texts_beside,
)


def read_workbook(path: Path, sha256: str) -> Source:
    """An .xlsx workbook; its sheets are read one at a time.

    Raises:
        FileRefused: when it is damaged.
    """
    try:
        with ZipFile(path) as packed:
            refuse_entities(packed)
            beside = texts_beside(packed)
            names = tuple(sheet_parts(packed))
    except (BadZipFile, KeyError, OSError, EOFError, inflate_error) as error:
        raise damaged() from error
    return Source(path.name, sha256, _sheets(path), len(names), (path.name, *names), beside)


def _sheets(path: Path) -> Iterator[Sheet]:
    try:
        with ZipFile(path) as packed, CalamineWorkbook.from_path(str(path)) as workbook:
            parts = sheet_parts(packed)
            from_1904 = counts_from_1904(packed)
            for about in workbook.sheets_metadata:
                if about.typ is SheetTypeEnum.WorkSheet:
                    part = parts.get(about.name)
                    marks = read_marks(packed, part) if part else Marks()
                    cells = workbook.get_sheet_by_name(about.name)
                    yield Sheet(
                        file=path.name,
                        name=about.name,
                        rows=_rows(cells),
                        size=cells.total_height,
                        visible=about.visible is SheetVisibleEnum.Visible,
                        from_1904=from_1904,
                        marks=replace(marks, merged=_merged(cells)),
                    )
    except (BadZipFile, CalamineError, OSError, EOFError, inflate_error) as error:
        raise damaged() from error


def _merged(cells: CalamineSheet) -> tuple[tuple[int, int, int, int], ...]:
    return tuple(
        (first[0] + 1, first[1] + 1, last[0] + 1, last[1] + 1)
        for first, last in cells.merged_cell_ranges or ()
    )


def _rows(cells: CalamineSheet) -> Iterator[Row]:
    """The rows from the first of the sheet, each from column A, though calamine leaves out empty ones."""
    before: Row = [""] * (cells.start[1] if cells.start else 0)
    for row in cells.iter_rows():
        yield before + row if before else row
