"""What every format is read into: sheets of rows, with what the file says about them."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

MOST_ROWS = 1_000_000
Raw = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta
"""What a reader gives for a cell; an empty cell is ""."""
Row = list[Raw]


@dataclass(frozen=True, slots=True)
class Marks:
    """What a sheet's cells do not say themselves; rows and columns count from 1.

    Attributes:
        unread: cells without a value to read: `#N/A` and its like, or a formula that was never worked out.
        merged: ranges (first row, first column, last row, last column).
        hidden_rows: how many rows are hidden.
        hidden_columns: how many columns are hidden.
        formulas: how many cells hold a formula with a stored value.
    """

    unread: Mapping[tuple[int, int], str] = field(default_factory=dict)
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: int = 0
    hidden_columns: int = 0
    formulas: int = 0


@dataclass(slots=True)
class Sheet:
    """One sheet, or one CSV file. `rows` can be gone through once, from row 1 and column A.

    Attributes:
        file: the name of the file it came from.
        name: the sheet's name, or the CSV file's.
        rows: the cells.
        size: about how many rows there are, for showing progress.
        visible: whether a person sees the sheet.
        from_1904: whether its day numbers count from 1904.
        even: whether every row must have as many cells as the header (CSV).
    """

    file: str
    name: str
    rows: Iterable[Row]
    size: int
    visible: bool = True
    from_1904: bool = False
    even: bool = False
    marks: Marks = field(default_factory=Marks)

    @property
    def origin(self) -> str:
        """How a row's source names the sheet."""
        return self.name if self.name == self.file else f"{self.file}, {self.name}"


@dataclass(frozen=True, slots=True)
class Source:
    """An opened file or folder.

    Attributes:
        name: its name, without where it lies.
        sha256: a digest of all its content.
        sheets: its sheets, read one at a time.
        count: how many sheets there are.
        names: names of files and sheets, which are checked like cells.
        beside: texts that lie beside the cells: comments, document properties, text boxes.
        left_out: files in it that are not read.
        comments: whether there are comments at cells; they are looked at, but not read.
    """

    name: str
    sha256: str
    sheets: Iterable[Sheet]
    count: int
    names: tuple[str, ...]
    beside: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    comments: bool = False
