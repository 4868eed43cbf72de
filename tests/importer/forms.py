"""The same rows in every form a spreadsheet takes, and workbooks with something in them put wrong."""

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

Sheets = Mapping[str, list[list[Any]]]

_OPEN_DOCUMENT = "application/vnd.oasis.opendocument.spreadsheet"
_NAMESPACES = " ".join(
    f'xmlns:{short}="{long}"'
    for short, long in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
    }.items()
)


def ods_cell(value: Any) -> str:
    """One cell as LibreOffice writes it."""
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, bool):
        kind = f'office:value-type="boolean" office:boolean-value="{str(value).lower()}"'
    elif isinstance(value, int | float):
        kind = f'office:value-type="float" office:value="{value}"'
    elif isinstance(value, dt.date):
        kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
    else:
        kind = 'office:value-type="string"'
    words = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
    return f"<table:table-cell {kind}>{words}</table:table-cell>"


def ods_row(cells: list[Any], **more: str) -> str:
    """One row; cells that are XML already are left as they are."""
    attributes = "".join(f' table:{name.replace("_", "-")}="{value}"' for name, value in more.items())
    written = (cell if str(cell).startswith("<") else ods_cell(cell) for cell in cells)
    return f"<table:table-row{attributes}>{''.join(written)}</table:table-row>"


def ods_table(name: str, rows: list[str], *, columns: str = "", style: str = "") -> str:
    """One sheet."""
    return (
        f"<table:table table:name={quoteattr(name)}{style}>{columns}{''.join(rows)}"
        # What LibreOffice adds below the last row, down to the end of the sheet.
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row></table:table>'
    )


def write_ods(path: Path, sheets: Sheets | str, *, meta: str = "", setting: str = "") -> Path:
    """A workbook as LibreOffice writes it, from rows or from the XML of its tables."""
    body = (
        sheets
        if isinstance(sheets, str)
        else "".join(ods_table(name, [ods_row(row) for row in rows]) for name, rows in sheets.items())
    )
    hidden = (
        '<office:automatic-styles><style:style style:name="hidden" style:family="table">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMESPACES}>{hidden}'
        f"<office:body><office:spreadsheet>{setting}{body}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(zipfile.ZipInfo("mimetype"), _OPEN_DOCUMENT)
        packed.writestr("content.xml", content)
        packed.writestr("meta.xml", f"<office:document-meta {_NAMESPACES}>{meta}</office:document-meta>")
        packed.writestr("META-INF/manifest.xml", "<manifest/>")
    return path


def write_csv(path: Path, rows: list[list[Any]], *, separator: str = ";", encoding: str = "utf-8") -> Path:
    """One table as text."""
    lines = io.StringIO(newline="")
    csv.writer(lines, delimiter=separator).writerows(
        [["" if cell is None else cell for cell in row] for row in rows]
    )
    path.write_bytes(lines.getvalue().encode(encoding))
    return path


def changed_parts(
    source: Path, path: Path, changes: Mapping[str, Callable[[bytes], bytes | None]], **added: bytes
) -> Path:
    """A copy of a packed file with some of its parts changed, left out (None) or added."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content: bytes | None = old.read(part)
            assert content is not None
            if part in changes:
                content = changes[part](content)
            if content is not None:
                new.writestr(part, content)
        for name, content in added.items():
            new.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), content)
    return path


def replaced(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    """A change of a part's text."""

    def change(content: bytes) -> bytes:
        assert old in content, content[:2_000]
        return content.replace(old, new)

    return change
