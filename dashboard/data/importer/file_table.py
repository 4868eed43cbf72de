"""One table as a file has it: its rows, parsed, and where they stood."""

from dataclasses import dataclass, field

from dashboard.data.importer.cells.trouble import Kept, Value
from dashboard.data.importer.columns import Table
from dashboard.data.importer.reading.sheet import Row
from dashboard.data.importer.recognise import Heading

Cells = tuple[Value | Kept, ...]
Key = Value | tuple[Value, ...]


@dataclass(slots=True)
class FileTable:
    """One table as a file has it.

    Attributes:
        table: which table.
        sheet: the name of the sheet, for findings.
        origin: how the source of a row names the sheet.
        headings: the columns that are there; the cells of a row stand in the same order.
        rows: the rows without errors.
        numbers: their row numbers in the spreadsheet.
        refused_keys: keys of rows with errors: others may refer to them without a second error.
        complete: whether all required columns are there.
        header_row: the row number of the header.
        header: the whole header as the file has it, for giving rows back.
        others: the letter and text of headers that are none of the table's, though they have a text.
        count: how many rows below the header hold anything.
        spoiled: rows that merged cells make uncertain; their numbers.
        stands_for: keys that rows with another key stand for.
        raw: the rows as they stand, by number; kept only when they may have to be given back.
    """

    table: Table
    sheet: str
    origin: str
    headings: tuple[Heading, ...] = ()
    rows: list[Cells] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    refused_keys: set[Key] = field(default_factory=set)
    complete: bool = True
    header_row: int = 0
    header: tuple[str, ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    count: int = 0
    spoiled: set[int] = field(default_factory=set)
    stands_for: set[Key] = field(default_factory=set)
    raw: dict[int, Row] = field(default_factory=dict)

    def heading(self, name: str) -> Heading | None:
        """The heading of a column; None when the file does not have it."""
        return next((one for one in self.headings if one.column.name == name), None)
