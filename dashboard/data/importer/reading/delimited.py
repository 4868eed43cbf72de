"""Reading CSV in the encodings and separators that spreadsheets write."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from itertools import islice

from dashboard.data.importer.reading.sheet import Row, Sheet
from dashboard.domain.errors import FileRefused
from dashboard.i18n import _

SEPARATORS = (";", "\t", ",", "|")
HEADER_WITHIN = 30
_LONGEST_CELL = 1_000_000
# å ä ö of MS-DOS (†„”) and of old Macintosh (Œ Š š) when they are read as Windows text, between letters.
_OTHER_LETTERS = re.compile(r"[A-Za-z][†„”ŒŠŽ™](?=[a-z])")

Score = Callable[[list[Row]], int]
"""How well the first rows look like a table: the number of headers that are known."""


def read_delimited(content: bytes, file: str, name: str, score: Score) -> Sheet:
    """A CSV file as a sheet.

    Args:
        content: the whole file.
        file: what the file, or what it lies in, is called.
        name: what the file itself is called.
        score: tells the separators apart: the one under which most headers are known is right.

    Raises:
        FileRefused: when it cannot be read as text in rows.
    """
    text = decode(content, name)
    first_line, _break, rest = text.partition("\n")
    if first_line.strip().lower().removeprefix("sep=") in SEPARATORS and first_line.lower().startswith(
        "sep="
    ):
        separator, text = first_line.strip()[4:], rest
    else:
        separator = _separator(text, score)
    return Sheet(
        file=file,
        name=name,
        rows=_rows(text, separator, name),
        size=text.count("\n") + 1,
        even=True,
    )


def decode(content: bytes, name: str) -> str:
    """The text of a file in UTF-8, UTF-16 or Windows-1252; anything else is refused, never guessed."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = _decoded(content, "utf-16", name)
    elif content[:200].count(b"\x00") > len(content[:200]) // 4:
        text = _decoded(content, "utf-16-le" if content[1:2] == b"\x00" else "utf-16-be", name)
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = _decoded(content, "cp1252", name)
            if _OTHER_LETTERS.search(text[:200_000]):
                raise _unknown_encoding(name) from None
    if "\x00" in text:
        raise FileRefused(_("{file} is not text: it holds bytes that no table has.").format(file=name))
    return text.removesuffix("\x1a")


def _decoded(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _unknown_encoding(name) from error


def _unknown_encoding(name: str) -> FileRefused:
    return FileRefused(
        _("The letters of {file} cannot be read with certainty. Save it as “CSV UTF-8”.").format(file=name)
    )


def _separator(text: str, score: Score) -> str:
    beginning = text[:100_000]
    return max(
        SEPARATORS,
        key=lambda separator: (score(_beginning(beginning, separator)), _spread(beginning, separator)),
    )


def _beginning(text: str, separator: str) -> list[Row]:
    try:
        return [
            list(row)
            for row in islice(csv.reader(io.StringIO(text, newline=""), delimiter=separator), HEADER_WITHIN)
        ]
    except csv.Error:
        return []


def _spread(text: str, separator: str) -> int:
    return min((line.count(separator) for line in text.splitlines()[:5] if line.strip()), default=0)


def _rows(text: str, separator: str, name: str) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for row in reader:
            yield list(row)
    except csv.Error as error:
        raise FileRefused(
            _("{file} has a quotation mark that is never closed, near line {line}.").format(
                file=name, line=reader.line_num
            )
        ) from error
