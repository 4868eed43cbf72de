"""How a source travels from the process that reads it to the one that asked: frames of JSON.

JSON holds nothing but values, so a reader that a file has got the better of can send no code.
"""

import datetime as dt
import struct
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

import orjson

from dashboard.data.importer.reading.sheet import Marks, Raw, Row, Sheet, Source

LENGTH = struct.Struct(">I")
LONGEST = 256_000_000
_CELLS_AT_ONCE = 20_000
_NO_NUMBER = "#NUM!"


def frames(source: Source) -> Iterator[bytes]:
    """All of a source, as frames: itself, then each sheet followed by its rows, then the end."""
    about = {
        name: getattr(source, name) for name in ("name", "count", "names", "beside", "left_out", "comments")
    }
    yield _frame({"source": about})
    for sheet in source.sheets:
        yield _frame({"sheet": _about(sheet)})
        yield from _rows(sheet)
    yield _frame({"end": True})


def refusal(message: str) -> bytes:
    """The frame that says why nothing more comes."""
    return _frame({"refused": message})


def failure(kind: str, place: str) -> bytes:
    """The frame that says what went wrong in the reader itself, without a word of the file."""
    return _frame({"failed": kind, "place": place})


def read_frame(content: bytes) -> dict[str, Any]:
    """What a frame holds."""
    found = orjson.loads(content)
    return found if isinstance(found, dict) else {}


def source_of(about: dict[str, Any], sha256: str, sheets: Iterator[Sheet]) -> Source:
    """A source from its frame."""
    return Source(
        name=about["name"],
        sha256=sha256,
        sheets=sheets,
        count=about["count"],
        names=tuple(about["names"]),
        beside=tuple(about["beside"]),
        left_out=tuple(about["left_out"]),
        comments=about["comments"],
    )


def sheet_of(about: dict[str, Any], rows: Iterator[Row]) -> Sheet:
    """A sheet from its frame."""
    marks = about.pop("marks")
    unread = {(row, column): text for row, column, text in marks.pop("unread")}
    merged = tuple(tuple(area) for area in marks.pop("merged"))
    return Sheet(**about, rows=rows, marks=Marks(unread=unread, merged=merged, **marks))


def rows_of(frame: dict[str, Any]) -> list[Row]:
    """Rows from their frame."""
    rows: list[Row] = frame["rows"]
    for row in rows:
        if frame["days"]:
            row[:] = [_day(cell) if isinstance(cell, dict) else cell for cell in row]
        if None in row:
            # A number that is none, which JSON cannot write.
            row[:] = [_NO_NUMBER if cell is None else cell for cell in row]
    return rows


def _about(sheet: Sheet) -> dict[str, Any]:
    names = ("file", "name", "size", "visible", "from_1904", "even")
    about = {name: getattr(sheet, name) for name in names}
    marks = asdict(sheet.marks)
    marks["unread"] = [[row, column, text] for (row, column), text in sheet.marks.unread.items()]
    return about | {"marks": marks}


def _rows(sheet: Sheet) -> Iterator[bytes]:
    batch: list[Row] = []
    cells = 0
    for row in sheet.rows:
        batch.append(row)
        cells += len(row) + 1
        if cells > _CELLS_AT_ONCE:
            yield _batch(batch)
            batch, cells = [], 0
    if batch:
        yield _batch(batch)


def _batch(rows: list[Row]) -> bytes:
    days: list[bool] = []

    def plain(cell: object) -> dict[str, Any]:
        days.append(True)
        return _plain(cell)

    content = orjson.dumps(rows, plain, orjson.OPT_PASSTHROUGH_DATETIME)
    head = b'{"days":%s,"rows":' % (b"true" if days else b"false")
    return LENGTH.pack(len(head) + len(content) + 1) + head + content + b"}"


def _plain(cell: object) -> dict[str, Any]:
    if isinstance(cell, dt.timedelta):
        return {"seconds": cell.total_seconds()}
    if isinstance(cell, dt.datetime | dt.date | dt.time):
        return {type(cell).__name__: cell.isoformat()}
    raise TypeError


_READ: dict[str, Callable[[Any], Raw]] = {
    "datetime": dt.datetime.fromisoformat,
    "date": dt.date.fromisoformat,
    "time": dt.time.fromisoformat,
    "seconds": lambda seconds: dt.timedelta(seconds=seconds),
}


def _day(cell: dict[str, Any]) -> Raw:
    ((kind, text),) = cell.items()
    return _READ[kind](text)


def _frame(content: dict[str, Any]) -> bytes:
    packed = orjson.dumps(content)
    return LENGTH.pack(len(packed)) + packed
