"""What calamine does not tell about a workbook, read from the sheets' own XML without building a tree.

calamine gives error cells, and formulas that were never worked out, as empty; and it makes room for the
whole rectangle that the cells span, so the rectangle is measured before calamine sees the file.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from zipfile import ZipFile

from dashboard.data.importer.reading.formats import damaged
from dashboard.data.importer.reading.sheet import MOST_ROWS, Marks
from dashboard.domain.errors import FileRefused
from dashboard.i18n import _

_CHUNK = 1 << 20
_MOST_CELLS = 60_000_000
_PREFIX = rb"(?:[A-Za-z_][\w.]*:)?"
_ROW_END = re.compile(rb"</" + _PREFIX + rb"row\s*>")
_CELL = re.compile(rb"<" + _PREFIX + rb"c\s([^>]*?)(?:/>|>(.*?)</" + _PREFIX + rb"c\s*>)", re.DOTALL)
_REFERENCE = re.compile(rb'\br="([A-Z]+)(\d+)"')
_WITH_VALUE = re.compile(rb"<" + _PREFIX + rb'c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*?[^/]>')
_VALUE = re.compile(rb"<" + _PREFIX + rb"v[^>]*>([^<]+)<")
_HIDDEN_ROW = re.compile(rb"<" + _PREFIX + rb'row\s[^>]*\bhidden="(?:1|true)"')
_COLUMN = re.compile(rb"<" + _PREFIX + rb"col\s[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_BESIDE = re.compile(r"xl/(threadedComments|comments|drawings|charts|persons)[^.]*\.xml$|docProps/.*\.xml$")


@dataclass(slots=True)
class _Scan:
    unread: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: int = 0
    hidden_columns: int = 0
    last_row: int = 0
    columns: set[bytes] = field(default_factory=set)


def refuse_entities(packed: ZipFile) -> None:
    """Refuse a workbook whose XML declares entities: no spreadsheet program writes them."""
    for part in packed.namelist():
        if part.endswith((".xml", ".rels", ".vml")):
            with packed.open(part) as file:
                if b"<!DOCTYPE" in file.read(2_048).replace(b"\x00", b"").upper():
                    raise FileRefused(_("The workbook holds XML that no spreadsheet writes. It is not read."))


def texts_beside(packed: ZipFile) -> tuple[str, ...]:
    """Comments, text boxes and document properties, as plain text."""
    found = [part for part in packed.namelist() if _BESIDE.match(part)]
    return tuple(_TAG.sub("\n", packed.read(part).decode("utf-8", "replace")) for part in found)


def counts_from_1904(packed: ZipFile) -> bool:
    """Whether the workbook's day numbers count from 1904."""
    return bool(re.search(rb'date1904="(?:1|true)"', packed.read("xl/workbook.xml")))


def sheet_parts(packed: ZipFile) -> dict[str, str]:
    """Sheet name to the part of the file that holds it."""
    workbook = packed.read("xl/workbook.xml").decode("utf-8", "replace")
    relations = packed.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    targets: dict[str, str] = {}
    for tag in re.findall(r"<(?:\w+:)?Relationship\s[^>]*>", relations):
        attributes = dict(_ATTRIBUTE.findall(tag))
        targets[attributes.get("Id", "")] = posixpath.normpath(
            posixpath.join("/xl", attributes.get("Target", ""))
        ).lstrip("/")
    parts: dict[str, str] = {}
    for tag in re.findall(r"<(?:\w+:)?sheet\s[^>]*>", workbook):
        attributes = dict(_ATTRIBUTE.findall(tag))
        part = targets.get(next((value for key, value in attributes.items() if key.endswith(":id")), ""), "")
        if part in packed.NameToInfo:
            parts[_unescape(attributes.get("name", ""))] = part
    return parts


def read_marks(packed: ZipFile, part: str) -> Marks:
    """What one sheet's XML says beside its values.

    Raises:
        FileRefused: when the cells span more than can be read.
    """
    scan = _Scan()
    for piece in _pieces(packed, part):
        _look_at(piece, scan)
    columns = max(map(column_number, scan.columns), default=0)
    if scan.last_row > MOST_ROWS + 1_000 or scan.last_row * columns > _MOST_CELLS:
        raise FileRefused(
            _(
                "A sheet spans {rows} rows and {columns} columns. Remove stray cells far down or far right."
            ).format(rows=scan.last_row, columns=columns)
        )
    return Marks(scan.unread, (), scan.hidden_rows, scan.hidden_columns)


def column_number(letters: bytes | str) -> int:
    """The number of a column from its letters: A is 1."""
    number = 0
    for letter in letters.encode() if isinstance(letters, str) else letters:
        number = number * 26 + letter - 64
    return number


def _pieces(packed: ZipFile, part: str) -> Iterator[bytes]:
    """The XML in pieces that never cut a row in two."""
    rest = b""
    with packed.open(part) as file:
        while chunk := file.read(_CHUNK):
            piece = rest + chunk
            ends = [found.end() for found in _ROW_END.finditer(piece, max(0, len(rest) - 20))]
            cut = ends[-1] if ends else 0
            if not ends and len(piece) > 64 * _CHUNK:
                raise damaged()
            if cut:
                yield piece[:cut]
            rest = piece[cut:]
    yield rest


def _look_at(piece: bytes, scan: _Scan) -> None:
    if b"hidden=" in piece:
        scan.hidden_rows += len(_HIDDEN_ROW.findall(piece))
        for tag in _COLUMN.findall(piece):
            attributes = dict(_ATTRIBUTE.findall(tag.decode("ascii", "replace")))
            if attributes.get("hidden") in {"1", "true"}:
                scan.hidden_columns += int(attributes.get("max", 1)) - int(attributes.get("min", 1)) + 1
    for letters, row in _WITH_VALUE.findall(piece):
        scan.columns.add(letters)
        scan.last_row = max(scan.last_row, int(row))
    if b't="e"' in piece or b"f>" in piece or b"<f" in piece or b":f" in piece:
        scan.unread.update(_unread(piece))


def _unread(piece: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for found in _CELL.finditer(piece):
        attributes, content = found.group(1), found.group(2) or b""
        value = _VALUE.search(content)
        is_error = b't="e"' in attributes
        unworked = b"f" in content and value is None and re.search(rb"<" + _PREFIX + rb"f[\s>/]", content)
        if (is_error or unworked) and (place := _REFERENCE.search(attributes)):
            text = value.group(1).decode("utf-8", "replace") if is_error and value else "="
            yield (int(place.group(2)), column_number(place.group(1))), text


def _unescape(text: str) -> str:
    for entity, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(entity, letter)
    return text
