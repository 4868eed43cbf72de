"""Which row of a sheet is the header, and which of its columns are ours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from dashboard.data.importer.cells.text import as_text
from dashboard.data.importer.columns import TABLE_BY_NAME, TABLES, Column, Table
from dashboard.data.importer.folding import fold, without_brackets
from dashboard.data.importer.reading.sheet import Row
from dashboard.i18n import wording
from dashboard.wording import Wording

HEADER_WITHIN = 30
KEPT_NAMES = 50
NO_HEADERS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of a sheet that is ours: where it stands, and its header as the file has it."""

    column: Column
    position: int
    text: str

    @property
    def letter(self) -> str:
        """The column's letter in the spreadsheet."""
        return letter_of(self.position)


@dataclass(frozen=True, slots=True)
class Header:
    """The header row of a sheet.

    Attributes:
        place: its index among the sheet's rows.
        headings: the columns that are ours.
        others: index and header of those that are not.
        twice: headers that name a column which another has named before.
        width: how many cells the row has.
    """

    place: int
    headings: tuple[Heading, ...]
    others: tuple[tuple[int, str], ...]
    twice: tuple[Heading, ...]
    width: int


def letter_of(position: int) -> str:
    """The letters of a column by its index: 0 is A, 27 is AB."""
    letters = ""
    position += 1
    while position:
        position, place = divmod(position - 1, 26)
        letters = chr(65 + place) + letters
    return letters


@lru_cache(KEPT_NAMES)
def _names(table: str, _own: Wording) -> dict[str, Column]:
    return TABLE_BY_NAME[table].header_names()


def column_named(text: str, table: Table, own: Mapping[str, str] = NO_HEADERS) -> Column | None:
    """The column that a header names, in either language; None when it is none of the table's.

    Args:
        text: the header.
        table: the table.
        own: headers of the unit's own, folded, and the column that each is read as.
    """
    names = _names(table.name, wording())
    bare = text.strip(" *:.")
    found = names.get(fold(bare)) or names.get(fold(without_brackets(bare)))
    if found is None and "/" in bare:
        sides = [names.get(fold(side)) for side in without_brackets(bare).split("/")]
        found = sides[0] if sides[0] is not None and all(side is sides[0] for side in sides) else None
    if found is None and (meaning := own.get(fold(bare))):
        return table.columns[table.index(meaning)]
    return found


def find_header(rows: Sequence[Row], table: Table, own: Mapping[str, str] = NO_HEADERS) -> Header:
    """The row among the first ones that names most of the table's columns; the earliest of equals."""
    scores = [_known(row, table, own) for row in rows[:HEADER_WITHIN]] or [0]
    place = scores.index(max(scores))
    return _header(place, rows[place] if rows else [], table, own)


def likeness(rows: Sequence[Row]) -> int:
    """How many headers some table knows in the best of the first rows."""
    return max((_known(row, table) for row in rows[:HEADER_WITHIN] for table in TABLES), default=0)


def _known(row: Row, table: Table, own: Mapping[str, str] = NO_HEADERS) -> int:
    columns = (column_named(as_text(cell), table, own) for cell in row if isinstance(cell, str) and cell)
    return len({column.name for column in columns if column})


def _header(place: int, row: Row, table: Table, own: Mapping[str, str]) -> Header:
    headings: list[Heading] = []
    others: list[tuple[int, str]] = []
    twice: list[Heading] = []
    for position, cell in enumerate(row):
        text = as_text(cell)
        column = column_named(text, table, own) if text else None
        if column is None:
            others.append((position, text))
        elif any(heading.column is column for heading in headings):
            twice.append(Heading(column, position, text))
        else:
            headings.append(Heading(column, position, text))
    return Header(place, tuple(headings), tuple(others), tuple(twice), len(row))
