"""Telling what a file is from its first bytes, not from its name, and refusing what it cannot be."""

import struct
from pathlib import Path
from zipfile import ZipFile

from dashboard.data.importer.reading.limits import Limits
from dashboard.data.importer.reading.refusals import damaged
from dashboard.domain.errors import FileRefused
from dashboard.i18n import _

PACKED, DELIMITED = "packed", "delimited"
EXCEL, OPEN_DOCUMENT, ARCHIVE = "excel", "open document", "archive"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")
_OTHERS = (b"MZ", b"\x7fELF", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"SQLite format 3", b"{\\rtf")
_SHEET_NAMES = (".xlsx", ".xls", ".xlsm", ".xlsb", ".ods")
_HEAD = 4_096
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"


def format_of(path: Path, limits: Limits) -> str:
    """Which reader a file needs: that for packed files, or that for text.

    Raises:
        FileRefused: when it is nothing that can be read; the sentence says what it is and what to do.
    """
    if path.name.startswith("~$"):
        raise FileRefused(
            _("That is Excel's own lock file. Close the workbook and choose the workbook itself.")
        )
    size = path.stat().st_size
    if size == 0:
        raise FileRefused(
            _("The file is empty. If it lies in a cloud folder, open it once so that it is fetched.")
        )
    if size > limits.packed:
        raise FileRefused(
            _("The file is larger than {n} MB. Divide it.").format(n=limits.packed // 1_000_000)
        )
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(b"PK"):
        return PACKED
    if head.startswith(_OLE):
        raise _old_container(path, head)
    _refuse_by_head(head)
    if path.suffix.lower() in _SHEET_NAMES:
        raise FileRefused(
            _("The file is called a workbook but holds plain text. Rename it so that it ends in .csv.")
        )
    return DELIMITED


def _refuse_by_head(head: bytes) -> None:
    begins = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(b"%PDF"):
        raise FileRefused(_("This is a PDF. Save the table as .xlsx or .csv instead."))
    if head.startswith(_PICTURES):
        raise FileRefused(_("This is a picture. Choose the workbook or the CSV file with the table itself."))
    if b"urn:schemas-microsoft-com:office:spreadsheet" in begins or b'progid="excel.sheet"' in begins:
        raise FileRefused(_("This is a workbook in Excel's old XML format. Open it and save it as .xlsx."))
    if begins.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<body", b"<style", b"<meta")):
        raise FileRefused(_("This is a web page with another name. Open it and save it as .xlsx."))
    if begins.startswith((b"<?xml", b"<!doctype")):
        raise FileRefused(_("This is an XML file. Open it in the spreadsheet and save it as .xlsx."))
    if head.startswith(_OTHERS):
        raise FileRefused(
            _("This is not a table. Choose an .xlsx, .ods or .csv, or a folder or .zip of CSV files.")
        )


def _old_container(path: Path, head: bytes) -> FileRefused:
    """Office before 2007, and everything of Office behind a password, lie in the same kind of file."""
    names = _stream_names(path, head)
    if "EncryptedPackage" in names:
        return FileRefused(
            _("The workbook is protected by a password. Save it without one: File, Info, Protect workbook.")
        )
    if names.intersection({"Workbook", "Book"}):
        return FileRefused(_("This is a workbook in the old .xls format. Open it and save it as .xlsx."))
    return FileRefused(
        _(
            "The file is protected by a password, or made by an old Office program. "
            "Save the table as .xlsx without a password."
        )
    )


def _stream_names(path: Path, head: bytes) -> set[str]:
    """The names in the first sectors of the directory of an OLE file."""
    try:
        (shift,) = struct.unpack_from("<H", head, 30)
        (first,) = struct.unpack_from("<I", head, 48)
        with path.open("rb") as file:
            file.seek((first + 1) << min(shift, 12))
            directory = file.read(_HEAD)
    except (struct.error, OSError, OverflowError, ValueError):
        return set()
    names = (directory[place : place + 64] for place in range(0, len(directory), 128))
    return {name.decode("utf-16-le", "ignore").partition("\x00")[0] for name in names}


def packed_format(packed: ZipFile) -> str:
    """What a packed file is, from the names of its parts.

    Raises:
        FileRefused: when it is nothing that can be read.
    """
    names = set(packed.namelist())
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise FileRefused(
            _("This is a workbook with macros (.xlsm). Macros are never read: save it as .xlsx.")
        )
    if "xl/workbook.bin" in names:
        raise FileRefused(_("This is a workbook in the binary .xlsb format. Save it as .xlsx."))
    if "xl/workbook.xml" in names:
        return EXCEL
    if "mimetype" in names:
        return _open_document(packed, names)
    if any(name.endswith(".iwa") or name in {"Index.zip", "index.apxl"} for name in names):
        raise FileRefused(_("This is a document from Numbers. Choose File, Export, Excel there."))
    if "word/document.xml" in names or "ppt/presentation.xml" in names:
        raise FileRefused(_("This is a document or a presentation. Save the table as .xlsx or .csv."))
    if any(name.startswith("xl/") for name in names):
        raise damaged()
    if "[Content_Types].xml" in names:
        raise FileRefused(_("This is a document of another kind. Save the table as .xlsx or .csv."))
    return ARCHIVE


def _open_document(packed: ZipFile, names: set[str]) -> str:
    with packed.open("mimetype") as file:
        kind = file.read(200).strip()
    if kind not in {_SPREADSHEET, _SPREADSHEET + b"-template"}:
        raise FileRefused(_("This is a document or a presentation. Save the table as .xlsx or .csv."))
    if "META-INF/manifest.xml" in names:
        with packed.open("META-INF/manifest.xml") as file:
            if b"encryption-data" in file.read(2_000_000):
                raise FileRefused(
                    _(
                        "The workbook is protected by a password. "
                        "Save it without one: File, Info, Protect workbook."
                    )
                )
    if "content.xml" not in names:
        raise damaged()
    return OPEN_DOCUMENT
