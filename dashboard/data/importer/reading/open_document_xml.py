"""What calamine does not tell about an .ods, read from its one sheet of XML as it goes by.

A cell or a row may stand for thousands of its like by a number alone, so the rectangle that the cells span
is measured here, before calamine makes room for it.
"""

import re
from collections.abc import Mapping
from xml.parsers import expat
from zipfile import ZipFile

from dashboard.data.importer.reading.beside import few, suspicious, suspicious_in
from dashboard.data.importer.reading.limits import Limits
from dashboard.data.importer.reading.marks import ERROR_TEXTS, Scan, Survey
from dashboard.data.importer.reading.refusals import damaged

_CHUNK = 1 << 18
_CONTENT = "content.xml"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_CELLS = (_TABLE + "table-cell", _TABLE + "covered-table-cell")
_ASIDE = (_OFFICE + "annotation", _TABLE + "shapes", _TABLE + "tracked-changes")
_ERROR = re.compile(r"Err:\d{3}")
_1904 = re.compile(rb'null-date[^>]*date-value=["\']1904-')


def texts_beside(packed: ZipFile) -> tuple[str, ...]:
    """Properties, headers and footers that need looking at; comments are found with the cells."""
    parts = [part for part in packed.namelist() if part in {"meta.xml", "styles.xml"} or "/content" in part]
    return few(text for part in parts for text in suspicious(packed, part))


def has_comments(packed: ZipFile) -> bool:
    """Whether any cell has a comment."""
    tail = b""
    with packed.open(_CONTENT) as file:
        while chunk := file.read(_CHUNK):
            if b":annotation" in tail + chunk:
                return True
            tail = chunk[-20:]
    return False


def from_1904(packed: ZipFile) -> bool:
    """Whether the workbook's day numbers count from 1904."""
    with packed.open(_CONTENT) as file:
        return bool(_1904.search(file.read(_CHUNK)))


def surveys(packed: ZipFile, limits: Limits) -> dict[str, Survey]:
    """Every sheet by its name, as the XML has it.

    Raises:
        FileRefused: when the cells of one span more than can be read.
    """
    walk = _Walk(limits)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    parser.CharacterDataHandler = walk.text
    try:
        with packed.open(_CONTENT) as file:
            while chunk := file.read(_CHUNK):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
    except (expat.ExpatError, ValueError) as error:
        raise damaged() from error
    return {name: scan.survey() for name, scan in walk.scans.items()}


class _Walk:
    """Follows the XML and keeps count of where it is. Deeper tables, inside a cell, are not ours."""

    def __init__(self, limits: Limits) -> None:
        self.scans: dict[str, Scan] = {}
        self._limits = limits
        self._scan = Scan(limits)
        self._depth = 0
        self._aside = 0
        self._row = self._rows = self._column = self._columns = 0
        self._hidden = self._used = False
        self._pending: list[tuple[int, int, str]] = []
        self._cell: Mapping[str, str] | None = None
        self._words: list[str] = []
        self._heading = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name in _ASIDE:
            self._aside += 1
            self._words_before, self._words = self._words, []
        elif name == _TABLE + "table":
            self._depth += 1
            if self._depth == 1:
                self._scan = self.scans[attributes.get(_TABLE + "name", "")] = Scan(self._limits)
                self._row = self._heading = 0
        elif self._aside or self._depth != 1:
            return
        elif name == _TABLE + "table-column":
            self._start_column(attributes)
        elif name == _TABLE + "table-row":
            self._rows = _times(attributes, "rows")
            self._column = 0
            self._hidden = attributes.get(_TABLE + "visibility", "visible") != "visible"
            self._used = False
            self._pending = []
        elif name in _CELLS:
            self._cell = attributes
            self._columns = _times(attributes, "columns")
            self._words = []

    def text(self, words: str) -> None:
        """Text goes by."""
        if self._aside or self._cell is not None:
            self._words.append(words)

    def end(self, name: str) -> None:
        """An element ends."""
        if name in _ASIDE:
            self._aside -= 1
            self._scan.beside.extend(suspicious_in("".join(self._words), attributes=False))
            self._words = self._words_before
        elif name == _TABLE + "table":
            self._depth -= 1
        elif name == _TEXT + "p" and self._aside:
            self._words.append("\n")
        elif self._aside or self._depth != 1:
            return
        elif name in _CELLS:
            self._end_cell()
        elif name == _TABLE + "table-row":
            self._end_row()

    def _start_column(self, attributes: Mapping[str, str]) -> None:
        times = _times(attributes, "columns")
        if attributes.get(_TABLE + "visibility", "visible") != "visible":
            self._scan.hidden_columns.append((self._heading + 1, self._heading + times))
        self._heading += times

    def _end_cell(self) -> None:
        cell = self._cell or {}
        kind, formula = cell.get(_OFFICE + "value-type"), cell.get(_TABLE + "formula")
        words = "".join(self._words).strip()
        if kind is not None or formula is not None:
            self._used = True
            self._scan.last_column = max(self._scan.last_column, self._column + self._columns)
            is_error = cell.get(_CALC + "value-type") == "error" or (
                formula is not None and (words in ERROR_TEXTS or _ERROR.fullmatch(words) is not None)
            )
            if is_error or kind is None:
                self._pending.append((self._column + 1, self._columns, words if is_error else "="))
            elif formula is not None:
                self._scan.formulas += self._columns
        self._note_merged(cell)
        self._column += self._columns
        self._cell = None

    def _note_merged(self, cell: Mapping[str, str]) -> None:
        rows = int(cell.get(_TABLE + "number-rows-spanned", 1))
        columns = int(cell.get(_TABLE + "number-columns-spanned", 1))
        if rows > 1 or columns > 1:
            row, column = self._row + 1, self._column + 1
            self._scan.merged.append((row, column, row + rows - 1, column + columns - 1))

    def _end_row(self) -> None:
        if self._used:
            self._scan.last_row = self._scan.last_value_row = self._row + self._rows
            self._scan.check_span()
            self._scan.hidden_rows += self._rows * self._hidden
            self._scan.note_unread(
                ((self._row + 1 + down, column + right), text)
                for column, wide, text in self._pending
                for down in range(self._rows)
                for right in range(wide)
            )
        self._row += self._rows


def _times(attributes: Mapping[str, str], what: str) -> int:
    return max(1, int(attributes.get(f"{_TABLE}number-{what}-repeated", 1)))
