"""What calamine does not tell about an .xlsx, read from the sheets' own XML without building a tree.

calamine gives error cells, and formulas that were never worked out, as empty; and it makes room for the
whole rectangle that the cells span, so the rectangle is measured before calamine sees the file.
"""

import html
import posixpath
import re
from collections.abc import Iterator
from zipfile import ZipFile

from dashboard.data.importer.reading.beside import few, suspicious, suspicious_in
from dashboard.data.importer.reading.limits import Limits
from dashboard.data.importer.reading.marks import Scan, Survey
from dashboard.data.importer.reading.refusals import damaged

_CHUNK = 1 << 20
_PREFIX = rb"(?:[A-Za-z_][\w.]*:)?"
_ROW_END = re.compile(rb"</" + _PREFIX + rb"row\s*>")
_CELL = re.compile(rb"<" + _PREFIX + rb"c\s([^>]*?)(?:/>|>(.*?)</" + _PREFIX + rb"c\s*>)", re.DOTALL)
_REFERENCE = re.compile(rb'\br=["\']([A-Z]{1,3})(\d{1,7})["\']')
# An empty cell, which only has a format, is written as <c/> by some programs and as <c></c> by others.
_WITH_VALUE = re.compile(
    rb"<"
    + _PREFIX
    + rb'c\s[^>]*?\br=["\']([A-Z]{1,3})(\d{1,7})["\'][^>]*?(?<!/)>(?!\s*</'
    + _PREFIX
    + rb"c\s*>)"
)
_VALUE = re.compile(rb"<" + _PREFIX + rb"v[^>]*>([^<]+)<")
_FORMULA = re.compile(rb"<" + _PREFIX + rb"f[\s>/]")
_HIDDEN_ROW = re.compile(rb"<" + _PREFIX + rb'row\s[^>]*\bhidden=["\'](?:1|true)["\']')
_COLUMN = re.compile(rb"<" + _PREFIX + rb"col\s[^>]*>")
_MERGED = re.compile(
    rb"<" + _PREFIX + rb'mergeCell\s[^>]*ref=["\']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["\']'
)
_ROW_OR_CELL = re.compile(rb"<(" + _PREFIX + rb")(row|c)(?=[\s/>])([^>]*)")
_TAGS = (b"<c ", b"<c>", b"<row ", b"<row>", b":c ", b":c>", b":row ", b":row>")
_OWN_ROW = re.compile(rb'\br=["\'](\d{1,7})["\']')
_ATTRIBUTE = re.compile(r"""([\w:]+)=(?:"([^"]*)"|'([^']*)')""")
_READ_ELSEWHERE = re.compile(
    r"xl/(worksheets/[^/]*\.xml|sharedStrings|styles|theme/|calcChain|metadata|richData/|tables/|media/"
    r"|printerSettings/)|\[Content_Types\]"
)
_COMMENTS = re.compile(r"xl/(threadedComments|comments)[^.]*\.xml$")


def texts_beside(packed: ZipFile) -> tuple[str, ...]:
    """Comments, text boxes, properties, links and other texts that no cell holds and that need looking at."""
    parts = (part for part in packed.namelist() if part.endswith((".xml", ".rels", ".vml")))
    return few(
        text
        for part in parts
        if not _READ_ELSEWHERE.match(part)
        for text in suspicious(packed, part, attributes=part != "xl/workbook.xml")
    )


def has_comments(packed: ZipFile) -> bool:
    """Whether any cell has a comment."""
    return any(_COMMENTS.match(part) for part in packed.namelist())


def from_1904(packed: ZipFile) -> bool:
    """Whether the workbook's day numbers count from 1904."""
    return bool(re.search(rb'date1904=["\'](?:1|true)["\']', packed.read("xl/workbook.xml")))


def surveys(packed: ZipFile, limits: Limits) -> dict[str, Survey]:
    """Every sheet by its name, as its XML has it.

    Raises:
        FileRefused: when the cells of one span more than can be read.
    """
    return {name: _survey(packed, part, limits) for name, part in _sheet_parts(packed).items()}


def _sheet_parts(packed: ZipFile) -> dict[str, str]:
    """Sheet name to the part of the file that holds it."""
    workbook = packed.read("xl/workbook.xml").decode("utf-8", "replace")
    relations = packed.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    targets: dict[str, str] = {}
    for tag in re.findall(r"<(?:\w+:)?Relationship\s[^>]*>", relations):
        attributes = _attributes(tag)
        targets[attributes.get("Id", "")] = posixpath.normpath(
            posixpath.join("/xl", attributes.get("Target", ""))
        ).lstrip("/")
    parts: dict[str, str] = {}
    for tag in re.findall(r"<(?:\w+:)?sheet\s[^>]*>", workbook):
        attributes = _attributes(tag)
        part = targets.get(next((value for key, value in attributes.items() if key.endswith(":id")), ""), "")
        if part in packed.NameToInfo:
            parts[attributes.get("name", "")] = part
    return parts


def _attributes(tag: str) -> dict[str, str]:
    return {name: html.unescape(double or single) for name, double, single in _ATTRIBUTE.findall(tag)}


def column_number(letters: bytes | str) -> int:
    """The number of a column from its letters: A is 1.

    >>> column_number("XFD")
    16384
    """
    number = 0
    for letter in letters.encode() if isinstance(letters, str) else letters:
        number = number * 26 + letter - 64
    return number


def _letters(number: int) -> bytes:
    letters = b""
    while number:
        number, place = divmod(number - 1, 26)
        letters = bytes([65 + place]) + letters
    return letters


def _survey(packed: ZipFile, part: str, limits: Limits) -> Survey:
    scan = Scan(limits)
    columns: set[bytes] = set()
    row = 0
    piece = b""
    for piece in _pieces(packed, part):
        row, placed = _with_places(piece, row)
        _look_at(placed, scan, columns)
        scan.last_column = max(map(column_number, columns), default=0)
        scan.check_span()
    # After the last row come headers and footers, links, and what a list of allowed values says.
    scan.beside.extend(suspicious_in(piece.decode("utf-8", "replace")))
    return scan.survey()


def _pieces(packed: ZipFile, part: str) -> Iterator[bytes]:
    """The XML in pieces that never cut a row in two; the last is what follows the rows."""
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


def _with_places(piece: bytes, row: int) -> tuple[int, bytes]:
    """The piece with a reference at every row and cell, as some programs leave them out, and its last row."""
    if sum(map(piece.count, _TAGS)) <= piece.count(b' r="') + piece.count(b" r='"):
        found = _OWN_ROW.search(piece, max(0, piece.rfind(b"<row")))
        return int(found.group(1)) if found else row, piece
    at = [row, 0]

    def place_of(found: re.Match[bytes]) -> bytes:
        prefix, name, attributes = found.groups()
        if name == b"row":
            own = _OWN_ROW.search(attributes)
            at[:] = [int(own.group(1)) if own else at[0] + 1, 0]
            return found.group() if own else b'<%srow r="%d"%s' % (prefix, at[0], attributes)
        own = _REFERENCE.search(attributes)
        at[1] = column_number(own.group(1)) if own else at[1] + 1
        return found.group() if own else b'<%sc r="%s%d"%s' % (prefix, _letters(at[1]), at[0], attributes)

    placed = _ROW_OR_CELL.sub(place_of, piece)
    return at[0], placed


def _look_at(piece: bytes, scan: Scan, columns: set[bytes]) -> None:
    if b"hidden=" in piece:
        scan.hidden_rows += len(_HIDDEN_ROW.findall(piece))
        for tag in _COLUMN.findall(piece):
            attributes = _attributes(tag.decode("ascii", "replace"))
            if attributes.get("hidden") in {"1", "true"}:
                scan.hidden_columns.append((int(attributes.get("min", 1)), int(attributes.get("max", 1))))
    if b"mergeCell" in piece:
        for first, first_row, last, last_row in _MERGED.findall(piece):
            scan.merged.append((int(first_row), column_number(first), int(last_row), column_number(last)))
    for letters, row in _WITH_VALUE.findall(piece):
        columns.add(letters)
        scan.last_row = max(scan.last_row, int(row))
    scan.last_value_row = max(scan.last_value_row, _last_value_row(piece))
    if b't="e"' in piece or b"t='e'" in piece or b"f>" in piece or b"<f" in piece or b":f" in piece:
        scan.note_unread(_unread(piece, scan))


def _last_value_row(piece: bytes) -> int:
    """The row of the last stored value in a piece; 0 when there is none."""
    place = len(piece)
    while (place := piece.rfind(b"</v>", 0, place)) > 0:
        cell = piece.rfind(b"<c ", 0, place)
        if piece[place - 1 : place] != b">" and cell >= 0:
            found = _REFERENCE.search(piece, cell, place)
            return int(found.group(2)) if found else 0
    return 0


def _unread(piece: bytes, scan: Scan) -> Iterator[tuple[tuple[int, int], str]]:
    for found in _CELL.finditer(piece):
        attributes, content = found.group(1), found.group(2) or b""
        value = _VALUE.search(content)
        is_error = b't="e"' in attributes or b"t='e'" in attributes
        is_formula = b"f" in content and _FORMULA.search(content) is not None
        if is_formula and value is not None and not is_error:
            scan.formulas += 1
        # An empty text is a value too: =IF(A1="";"";A1) has been worked out.
        worked_out = value is not None or b't="str"' in attributes
        if (is_error or (is_formula and not worked_out)) and (place := _REFERENCE.search(attributes)):
            text = value.group(1).decode("utf-8", "replace") if is_error and value else "="
            yield (int(place.group(2)), column_number(place.group(1))), text
