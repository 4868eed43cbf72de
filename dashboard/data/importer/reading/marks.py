"""What is gathered about a sheet from its XML, before its values are read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dashboard.data.importer.reading.limits import Limits
from dashboard.data.importer.reading.sheet import MOST_ROWS, Marks
from dashboard.domain.errors import FileRefused
from dashboard.i18n import _
from dashboard.i18n import number as written

_MOST_UNREAD = 100_000
_SPARE_ROWS = 1_000
ERROR_TEXTS = frozenset(
    {
        *("#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"),
        *("#SAKNAS!", "#REFERENS!", "#DIVISION/0!", "#VÄRDEFEL!", "#NAMN?", "#OGILTIGT!", "#SKÄRNING!"),
    }
)
"""How an error reads in English and in Swedish."""
_TOO_NARROW = re.compile("#{3,}")


def is_error_text(text: str) -> bool:
    """Whether a text is what a spreadsheet shows for an error, or for a value in too narrow a column."""
    return text.startswith("#") and (text.upper() in ERROR_TEXTS or _TOO_NARROW.fullmatch(text) is not None)


@dataclass(frozen=True, slots=True)
class Survey:
    """One sheet, as its XML has it.

    Attributes:
        marks: what its cells do not say themselves.
        last_value_row: the last row with a value, which the reader of the values must reach as well.
        beside: texts beside the cells that need looking at.
    """

    marks: Marks
    last_value_row: int
    beside: tuple[str, ...] = ()


@dataclass(slots=True)
class Scan:
    """Collects, while a sheet's XML goes by. Rows and columns count from 1."""

    limits: Limits
    unread: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: int = 0
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    formulas: int = 0
    last_row: int = 0
    last_column: int = 0
    last_value_row: int = 0
    beside: list[str] = field(default_factory=list)

    def note_unread(self, cells: Iterator[tuple[tuple[int, int], str]]) -> None:
        """Remember cells without a value to read."""
        for place, text in cells:
            self.unread[place] = text
            if len(self.unread) > _MOST_UNREAD:
                raise FileRefused(
                    _(
                        "More than {n} cells hold errors, or formulas without a stored value. "
                        "Open the workbook in the spreadsheet, correct it and save it."
                    ).format(n=written(_MOST_UNREAD))
                )

    def check_span(self) -> None:
        """Refuse a sheet whose cells span more than can be read.

        Raises:
            FileRefused: naming how far the cells reach.
        """
        if self.last_row > MOST_ROWS + _SPARE_ROWS or self.last_row * self.last_column > self.limits.cells:
            raise FileRefused(
                _(
                    "A sheet spans {rows} rows and {columns} columns. "
                    "Remove stray cells far down or far right."
                ).format(rows=self.last_row, columns=self.last_column)
            )

    def survey(self) -> Survey:
        """What was collected. Columns hidden beyond the used ones are no loss to anybody."""
        self.check_span()
        hidden = sum(max(0, min(last, self.last_column) - first + 1) for first, last in self.hidden_columns)
        marks = Marks(self.unread, tuple(self.merged), self.hidden_rows, hidden, self.formulas)
        return Survey(marks, self.last_value_row, tuple(self.beside))
