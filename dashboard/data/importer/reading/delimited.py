"""Reading CSV in the encodings and separators that spreadsheets write, a row at a time."""

import csv
import io
from collections.abc import Callable, Iterator
from itertools import islice

from dashboard.data.importer.identity import masked
from dashboard.data.importer.reading.encodings import Encoding, Open, encoding_of
from dashboard.data.importer.reading.sheet import Row, Sheet
from dashboard.domain.errors import FileRefused
from dashboard.i18n import _
from dashboard.i18n import number as written

SEPARATORS = (";", "\t", ",", "|")
HEADER_WITHIN = 30
_BEGINNING = 100_000
_LONGEST_CELL = 1_000_000

Score = Callable[[list[Row]], int]
"""How well the first rows look like a table: the number of headers that are known."""


def read_delimited(source: Open, file: str, name: str, score: Score) -> Sheet:
    """A CSV file as a sheet. It is gone through once for its letters, and once for its rows.

    Args:
        source: opens the file.
        file: what the file, or what it lies in, is called.
        name: what the file itself is called.
        score: tells the separators apart: the one under which most headers are known is right.

    Raises:
        FileRefused: when it cannot be read as text in rows.
    """
    encoding = encoding_of(source, name)
    with _text(source, encoding) as text:
        beginning = text.read(_BEGINNING)
    separator = _stated_separator(beginning)
    skipped = 1 if separator else 0
    return Sheet(
        file=file,
        name=name,
        rows=_rows(source, encoding, separator or _separator(beginning, score), skipped, name),
        size=encoding.lines,
        even=True,
    )


def _text(source: Open, encoding: Encoding) -> io.TextIOWrapper:
    return io.TextIOWrapper(source(), encoding=encoding.name, newline="")


def _stated_separator(beginning: str) -> str:
    """The separator that a first line `sep=;` states, which spreadsheets do not show."""
    first = beginning.splitlines()[0].strip("\r\n ") if beginning.strip() else ""
    stated = first[4:].strip('"') if first.lower().startswith("sep=") else ""
    return stated if stated in SEPARATORS else ""


def _separator(beginning: str, score: Score) -> str:
    return max(
        SEPARATORS,
        key=lambda separator: (score(_first_rows(beginning, separator)), _spread(beginning, separator)),
    )


def _first_rows(text: str, separator: str) -> list[Row]:
    try:
        return [
            list(row)
            for row in islice(csv.reader(io.StringIO(text, newline=""), delimiter=separator), HEADER_WITHIN)
        ]
    except csv.Error:
        return []


def _spread(text: str, separator: str) -> int:
    return min((line.count(separator) for line in text.splitlines()[:5] if line.strip()), default=0)


def _rows(source: Open, encoding: Encoding, separator: str, skipped: int, name: str) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    with _text(source, encoding) as text:
        lines = _without_ctrl_z(text) if encoding.ends_in_ctrl_z else iter(text)
        reader = csv.reader(islice(lines, skipped, None), delimiter=separator, strict=True)
        row_number = begins = 0
        try:
            for row in reader:
                yield list(row)
                row_number += 1
                begins = reader.line_num
        except csv.Error as error:
            raise FileRefused(
                _(
                    "{file} has a quotation mark that is never closed, in row {row} (line {line}). "
                    "Take it away, or write it twice."
                ).format(file=masked(name), row=written(row_number + 1), line=written(begins + skipped + 1))
            ) from error


def _without_ctrl_z(lines: io.TextIOWrapper) -> Iterator[str]:
    for line in lines:
        if kept := line.rstrip("\x1a"):
            yield kept
