"""Telling what a file is from its first bytes, not from its name, and refusing what it cannot be."""

from pathlib import Path
from zipfile import BadZipFile, ZipFile

from dashboard.domain.errors import FileRefused
from dashboard.i18n import _

WORKBOOK, ARCHIVE, DELIMITED = "workbook", "archive", "delimited"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_HEAD = 4_096
MOST_PACKED, MOST_UNPACKED = 500_000_000, 5_000_000_000
MOST_PARTS = 2_000


def format_of(path: Path) -> str:
    """Which reader a file needs.

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
    if size > MOST_PACKED:
        raise FileRefused(_("The file is larger than {n} MB. Divide it.").format(n=MOST_PACKED // 1_000_000))
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(b"PK"):
        return _packed(path)
    _refuse_by_head(head)
    return DELIMITED


def _refuse_by_head(head: bytes) -> None:
    begins = head.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if head.startswith(_OLE):
        raise FileRefused(
            _(
                "The workbook is protected by a password, or in the old .xls format. "
                "Save it as .xlsx without a password."
            )
        )
    if head.startswith(b"%PDF"):
        raise FileRefused(_("This is a PDF. Save the table as .xlsx or .csv instead."))
    if begins.startswith((b"<!doctype", b"<html", b"<table", b"<?xml", b"{\\rtf")):
        raise FileRefused(
            _("This is a web page or an XML file with another name. Open it and save it as .xlsx.")
        )
    if head.startswith(
        (*_PICTURES, b"MZ", b"\x7fELF", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"SQLite format 3")
    ):
        raise FileRefused(
            _("This is not a table. Choose an .xlsx, a .csv, or a folder or .zip of CSV files.")
        )


def _packed(path: Path) -> str:
    try:
        with ZipFile(path) as packed:
            _refuse_bombs(packed)
            names = set(packed.namelist())
    except (BadZipFile, OSError, NotImplementedError) as error:
        raise damaged() from error
    if "xl/vbaProject.bin" in names or "xl/workbook.bin" in names:
        raise FileRefused(_("A workbook with macros, or an .xlsb, is not read. Save it as .xlsx."))
    if "xl/workbook.xml" in names:
        return WORKBOOK
    if "[Content_Types].xml" in names or "mimetype" in names:
        raise FileRefused(_("This is a document of another kind. Save the table as .xlsx or .csv."))
    return ARCHIVE


def _refuse_bombs(packed: ZipFile) -> None:
    parts = packed.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise FileRefused(_("The file is too large when it is unpacked. Divide it."))
    if any(part.flag_bits & 1 for part in parts):
        raise FileRefused(_("The .zip file is protected by a password. Pack it without one."))


def damaged() -> FileRefused:
    """The refusal of a file that breaks off or contradicts itself."""
    return FileRefused(
        _("The file is damaged or cut short. Save it again in the spreadsheet, or fetch it anew.")
    )
