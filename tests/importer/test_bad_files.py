"""Seventy bad files, B-01 to B-70, and what each is told: rule, sheet, row, column and value.

A case without findings is read as it stands. `!` marks an error, `?` a warning; a sentence is a refusal of
the whole file.
"""

import datetime as dt
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from sqlalchemy import Engine

from dashboard.data.importer.findings import Severity
from dashboard.data.importer.reading.limits import WEB
from dashboard.domain.errors import FileRefused
from tests.importer.forms import changed_parts, write_ods
from tests.importer.helpers import SAMPLES, load, set_cell, tiny_with, write_workbook

Build = Callable[[Path], Path]
TINY = SAMPLES / "tiny.xlsx"
SHEET = "xl/worksheets/sheet1.xml"
NUMBER = "850709-9805"  # invented


@dataclass(frozen=True)
class Case:
    name: str
    build: Build
    found: tuple[str, ...] = ()
    refused: str = ""

    def __str__(self) -> str:
        return self.name


def text(content: str | bytes, name: str = "arbetscoacher.csv", encoding: str = "utf-8") -> Build:
    """A file of text or bytes."""

    def build(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return build


def coaches(*rows: str, header: str = "coach;namn;tjänstgöringsgrad;började") -> Build:
    return text("\r\n".join((header, *rows)) + "\r\n")


def employers(*rows: str, header: str) -> Build:
    return text("\r\n".join((header, *rows)) + "\r\n", "arbetsgivare.csv")


def tiny(table: str, row: int, column: str, value: str) -> Build:
    """The small unit with one cell changed."""
    return lambda folder: tiny_with(folder / "unit", set_cell(table, row, column, value))


def book(rows: list[list[Any]], sheet: str = "Arbetscoacher", **others: list[list[Any]]) -> Build:
    return lambda folder: write_workbook(folder / "unit.xlsx", {sheet: rows, **others})


def touched(touch: Callable[[Workbook], None]) -> Build:
    """The small workbook with something done to it."""

    def build(folder: Path) -> Path:
        workbook = load_workbook(TINY)
        touch(workbook)
        workbook.save(folder / "unit.xlsx")
        return folder / "unit.xlsx"

    return build


def parts(
    changes: dict[str, Callable[[bytes], bytes | None]], name: str = "unit.xlsx", **added: bytes
) -> Build:
    return lambda folder: changed_parts(TINY, folder / name, changes, **added)


def packed(name: str, *names: str, **contents: str) -> Build:
    """A packed file that holds parts of these names."""

    def build(folder: Path) -> Path:
        with zipfile.ZipFile(folder / name, "w") as file:
            for part in names:
                file.writestr(part, contents.get(part, "x"))
        return folder / name

    return build


def gone(_content: bytes) -> None:
    return None


def ole(*streams: str) -> bytes:
    """The beginning of an OLE file with streams of these names: header, then the directory in sector 0."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    header[30:32] = (9).to_bytes(2, "little")
    directory = b"".join(name.encode("utf-16-le").ljust(128, b"\x00") for name in streams)
    return bytes(header) + directory.ljust(4096, b"\x00")


ROWS: list[list[Any]] = [["coach", "namn"], ["C1", "Åsa Öberg"], ["C2", "Bo"]]
SWEDISH = "coach;namn\r\nC1;Åsa Öberg på ön\r\nC2;Bo\r\n"
HEADER = "coach;namn;började"


def with_formula(workbook: Workbook) -> None:
    workbook["Kontakter"]["D3"] = "#N/A"
    workbook["Kontakter"]["D3"].data_type = "e"
    workbook["Placeringar"]["I2"] = "=H2"


def hide(workbook: Workbook) -> None:
    workbook["Kontakter"].row_dimensions[3].hidden = True
    workbook["Kontakter"].column_dimensions["F"].hidden = True


def format_rows(workbook: Workbook) -> None:
    for row in (*range(30, 10_030), 1_048_576):
        workbook["Kontakter"].cell(row, 1).number_format = "@"


def merge_header(workbook: Workbook) -> None:
    sheet = workbook["Arbetscoacher"]
    sheet.insert_rows(1)
    for column in range(1, sheet.max_column + 1):
        sheet.cell(1, column).value = sheet.cell(2, column).value if column < 3 else None
        sheet.cell(2, column).value = None if column < 3 else sheet.cell(2, column).value
    for cells in ("A1:A2", "B1:B2", "C1:D1"):
        sheet.merge_cells(cells)
    sheet["C1"] = "Anställning"


def pivot(workbook: Workbook) -> None:
    workbook.create_chartsheet("Diagram")
    workbook["Kunder"].freeze_panes = "B2"
    workbook["Kunder"]["A2"].comment = Comment("se pärmen", "x")


CASES = [
    Case("B-01 windows letters", text(SWEDISH, encoding="cp1252")),
    Case("B-02 byte order mark", text(SWEDISH, encoding="utf-8-sig")),
    Case("B-03 utf-16 with tabs", text(SWEDISH.replace(";", "\t"), encoding="utf-16")),
    Case("B-03 utf-16 big end first, no mark", text(SWEDISH, encoding="utf-16-be")),
    Case("B-04 ms-dos letters", text(SWEDISH, encoding="cp850"), refused="säkert"),
    Case("B-04 macintosh letters", text(SWEDISH, encoding="mac_roman"), refused="säkert"),
    Case("B-04 only one macintosh letter", text("coach;namn\nC1;Bjšrn\n".encode("cp1252")), refused="säkert"),
    Case(
        "B-04 letters of two kinds", text("coach;namn\nC1;Åsa\nC2;".encode() + b"\xc5sa\n"), refused="säkert"
    ),
    Case("B-05 garbled", coaches("C1;MalmÃ¶;;"), ("?garbled arbetscoacher.csv 2 B MalmÃ¶",)),
    Case("B-05 question mark", coaches("C1;Malm?hus;;"), ("?garbled arbetscoacher.csv 2 B Malm?hus",)),
    Case("B-05 lost letter", coaches("C1;Malm\ufffd;;"), ("!lost_letters arbetscoacher.csv 2 B Malm\ufffd",)),
    Case("B-06 letters in two parts", coaches("C1;A\u030asa O\u0308berg;;")),
    Case("B-07 pipe", text("coach|namn\nC1|Anna, Ek;a\n")),
    Case("B-07 tab", text("coach\tnamn\nC1\tAnna, Ek;a\n")),
    Case("B-07 sep=", text("sep=,\r\ncoach,namn\r\nC1,Anna\r\n")),
    Case(
        "B-08 forms of numbers",
        employers(
            "A1;Ett;59,53;18.07;1\u00a0000",
            "A2;Två;\u221212,5;0;12 000",
            header="arbetsgivare;namn;latitud;longitud;platser",
        ),
    ),
    Case(
        "B-08 a thousand or one",
        employers("A1;Ett;1.234", header="arbetsgivare;namn;platser"),
        ("!no_whole_number arbetsgivare.csv 2 C 1.234",),
    ),
    Case("B-08 per cent", coaches("C1;Anna;50 %;", "C2;Bo;0,5;")),
    Case(
        "B-09 quotes",
        coaches('C1;"Anna\nEk; ""A""";1;', "C2;Bo;3 %%;"),
        ("!no_share arbetscoacher.csv 3 C 3 %%",),
    ),
    Case("B-10 open quote", coaches("C1;Anna;;", 'C2;"Bo;;', "C3;Ek;;"), refused="rad 3"),
    Case(
        "B-10 uneven",
        coaches("C1;Anna;;", "C2;Bo;Ek;;", "C3"),
        ("!uneven_row arbetscoacher.csv 3", "!uneven_row arbetscoacher.csv 4"),
    ),
    Case("B-11 mixed ends of lines", text("coach;namn\rC1;Anna\nC2;Bo\r\nC3;Ek\n\x1a")),
    Case("B-11 nothing but zeros", text(b"coach;namn\nC1;\x00" + b"x" * 300), refused="tecken"),
    Case("B-12 empty", text(b""), refused="tom"),
    Case("B-12 only a header", coaches(), refused="inga rader"),
    Case("B-12 only blank rows", coaches(";;;", " ; ;;"), refused="inga rader"),
    Case("B-13 title rows", text("Våra coacher;;\n;;\n;coach;namn\n;C1;Anna\n")),
    Case("B-14 header over two rows", touched(merge_header)),
    Case(
        "B-15 merged cells",
        touched(lambda book: book["Kontakter"].merge_cells("F3:F5")),
        ("!merged_cells Kontakter 3 F",),
    ),
    Case("B-16 other names", text("NAMN ;Coach_ID;Tjanstgoringsgrad\nAnna;C1;1\n")),
    Case(
        "B-17 a column twice",
        text("coach;namn;name\nC1;A;B\n"),
        ("!column_twice arbetscoacher.csv 1 C",),
    ),
    Case(
        "B-18 a column missing",
        text("coach;tel\nC1;1\n"),
        ("?unknown_column arbetscoacher.csv", "!missing_column arbetscoacher.csv 1"),
    ),
    Case(
        "B-19 columns not ours", text("coach;namn;hemligt\nC1;A;x\n"), ("?unknown_column arbetscoacher.csv",)
    ),
    Case("B-20 other sheets", book(ROWS, Blad2=[["x"]]), ("?unknown_sheet Blad2",)),
    Case(
        "B-20 hidden sheet",
        lambda folder: write_workbook(
            folder / "u.xlsx",
            {"Arbetscoacher": ROWS, "Enheter": [["enhet", "namn"], ["U1", "x"]]},
            hidden="Enheter",
        ),
        ("?hidden_sheet Enheter",),
    ),
    Case("B-21 hidden rows and columns", touched(hide), ("?hidden_cells Kontakter",)),
    Case(
        "B-22 sums and notes",
        employers(
            "A1;Ett;2",
            "A2;Två;3",
            ";;",
            "Summa:;;5",
            "Totalt 2 arbetsgivare;;",
            "Utskriven 2026-03-01;;",
            header="arbetsgivare;namn;platser",
        ),
        (
            "?sum_row arbetsgivare.csv 5  Summa:",
            "?sum_row arbetsgivare.csv 6  Totalt 2 arbetsgivare",
            "?sum_row arbetsgivare.csv 7  Utskriven 2026-03-01",
        ),
    ),
    Case(
        "B-23 formatted rows",
        touched(format_rows),
    ),
    Case(
        "B-24 forms of dates",
        coaches(
            "C1;A;;2026-03-01", "C2;A;;1 mars 2026", "C3;A;;20260301", "C4;A;;01.03.2026", "C5;A;;26-03-01"
        ),
    ),
    Case(
        "B-24 uncertain dates",
        coaches("C1;A;;260301", "C2;A;;1/3 2026", "C3;A;;2026-03", "C4;A;;v. 12"),
        tuple(
            f"!no_date arbetscoacher.csv {row} D {value}"
            for row, value in ((2, "260301"), (3, "1/3 2026"), (4, "2026-03"), (5, "v. 12"))
        ),
    ),
    Case("B-25 serial numbers", coaches("C1;A;;46082", "C2;A;;60"), ("!no_date arbetscoacher.csv 3 D 60",)),
    Case(
        "B-26 time of day",
        coaches("C1;A;;2026-03-01 08:30", "C2;A;;2026-02-28T23:30:00Z"),
        (
            "?time_of_day arbetscoacher.csv 2 D 2026-03-01 08:30",
            "?time_of_day arbetscoacher.csv 3 D 2026-02-28T23:30:00Z",
        ),
    ),
    Case(
        "B-27 no such dates",
        coaches("C1;A;;2026-02-30", "C2;A;;0000-00-00", "C3;A;;9999-12-31", "C4;A;;tills vidare"),
        (
            "!no_such_day arbetscoacher.csv 2 D 2026-02-30",
            "!no_such_day arbetscoacher.csv 3 D 0000-00-00",
            "!far_date arbetscoacher.csv 4 D 9999-12-31",
            "!no_date arbetscoacher.csv 5 D tills vidare",
        ),
    ),
    Case("B-28 wrong dimension", parts({SHEET: lambda xml: xml.replace(b'ref="A1:', b'ref="A1:A1" x="')})),
    Case(
        "B-29 end before start",
        tiny("placements", 2, "ended_on", "2025-01-01"),
        ("!end_before_start placements.csv 2 I 2025-01-01",),
    ),
    Case(
        "B-30 overlapping",
        tiny("placements", 4, "started_on", "2025-12-01"),
        ("?overlapping_employments placements.csv 4 G 2025-12-01",),
    ),
    Case(
        "B-31 long trial",
        tiny("placements", 2, "started_on", "2023-02-03"),
        ("?before_enrolment placements.csv 2 G 2023-02-03", "?long_trial placements.csv 2 G 2023-02-03"),
    ),
    Case(
        "B-32 a day to come", coaches("C1;A;;2027-03-01"), ("?day_to_come arbetscoacher.csv 2 D 2027-03-01",)
    ),
    Case(
        "B-33 an outcome without an end",
        tiny("placements", 2, "ended_on", ""),
        ("?long_trial placements.csv 2 G 2025-02-03", "?outcome_without_end placements.csv 2 J employment"),
    ),
    Case(
        "B-34 unknown word",
        tiny("placements", 2, "outcome", "anställd"),
        ("!unknown_word placements.csv 2 J anställd",),
    ),
    Case(
        "B-34 övrigt is nothing by itself",
        tiny("clients", 2, "referrer", "övrigt"),
        ("!unknown_word clients.csv 2 G övrigt",),
    ),
    Case(
        "B-35 no key",
        coaches(";A;;", "-;A;;", "okänd;A;;", "se ovan;A;;"),
        (
            "!required arbetscoacher.csv 2 A",
            "!placeholder arbetscoacher.csv 3 A -",
            "!placeholder arbetscoacher.csv 4 A okänd",
            "!placeholder arbetscoacher.csv 5 A se ovan",
        ),
    ),
    Case(
        "B-36 unknown client",
        tiny("placements", 2, "client_id", "K77"),
        ("!unknown_reference placements.csv 2 B K77",),
    ),
    Case(
        "B-37 nearly the same key",
        coaches("CO1;A;;", "c01;B;;"),
        ("?possible_duplicate arbetscoacher.csv 3  c01",),
    ),
    Case(
        "B-38 spoiled keys",
        coaches("1.23E+05;A;;", "12345.0;A;;"),
        ("!spoiled_key arbetscoacher.csv 2 A 1.23E+05", "!spoiled_key arbetscoacher.csv 3 A 12345.0"),
    ),
    Case(
        "B-39 an identity number as a key",
        coaches(f"{NUMBER};A;;"),
        ("!identity_number arbetscoacher.csv 2 A 8507**-****",),
    ),
    Case(
        "B-40 forms of org numbers",
        employers(
            "A1;a;5529990003",
            "A2;b;552999-0003",
            "A3;c;SE552999000301",
            "A4;d;165529990003",
            "A5;e;552999 0003",
            header="arbetsgivare;namn;organisationsnummer",
        ),
    ),
    Case(
        "B-41 bad org numbers",
        employers(
            "A1;a;552999-0004", "A2;b;55299900", "A3;c;", header="arbetsgivare;namn;organisationsnummer"
        ),
        ("!bad_org_number arbetsgivare.csv 2 C 5529**-****", "!bad_org_number arbetsgivare.csv 3 C 5529****"),
    ),
    Case(
        "B-42 sole trader",
        employers(f"A1;a;{NUMBER}", header="arbetsgivare;namn;organisationsnummer"),
        ("?sole_trader arbetsgivare.csv 2 C 8507**-****",),
    ),
    Case(
        "B-43 the same employer twice",
        employers("A1;ICA Maxi;Täby", "A2;Ica  MAXI AB.;Täby", header="arbetsgivare;namn;ort"),
        ("?twin_employers arbetsgivare.csv 3 B Ica MAXI AB.",),
    ),
    Case(
        "B-44 unknown coach",
        tiny("clients", 2, "coach_id", "AL/MS"),
        ("!unknown_reference clients.csv 2 C AL/MS",),
    ),
    Case(
        "B-45 blanks of all kinds",
        coaches(" C1\u00a0;Anna  Ek\u200b;;", "C\u200b2;Bo;;"),
        ("?invisible_characters arbetscoacher.csv 3 A C2",),
    ),
    Case(
        "B-46 letters that turn and fall",
        coaches(
            "C\u202e1;A;;", "C2\u0353\u0354\u0355;A;;", f"C3;{'x' * 40_000};;", "C4;Anna \u202e\ufffeEk 🙂;;"
        ),
        (
            "!control_characters arbetscoacher.csv 2 A C 1",
            "!control_characters arbetscoacher.csv 3 A C2\u0353\u0354\u0355",
            f"!too_long arbetscoacher.csv 4 B {'x' * 59}…",
        ),
    ),
    Case(
        "B-47 errors and formulas",
        touched(with_formula),
        (
            "!error_cell Kontakter 3 D #N/A",
            "?formula_without_value Placeringar 2 I =",
            "?long_trial Placeringar 2 G 2025-02-03",
            "?outcome_without_end Placeringar 2 J anställning",
        ),
    ),
    Case(
        "B-47 errors in text",
        coaches("C1;#SAKNAS!;;", "C2;A;;#####"),
        ("!error_cell arbetscoacher.csv 2 B #SAKNAS!", "?error_cell arbetscoacher.csv 3 D #####"),
    ),
    Case("B-48 what looks like a formula", coaches("C1;=1+1;;", "C2;@Anna;;", "C3;-Bo;;")),
    Case(
        "B-49 yes and no",
        employers(
            *(
                f"A{n};Nummer {n};{word}"
                for n, word in enumerate(("ja", "N", "x", "1", "TRUE", "Sant", "falskt"))
            ),
            "A9;Sist;grön",
            header="arbetsgivare;namn;aktiv",
        ),
        ("!no_yes_no arbetsgivare.csv 9 C grön",),
    ),
    Case(
        "B-50 out of range",
        coaches("C1;A;120 %;", "C2;A;-5;"),
        ("!no_share arbetscoacher.csv 2 C 120 %", "!no_share arbetscoacher.csv 3 C -5"),
    ),
    Case(
        "B-50 400 hours",
        tiny("placements", 2, "hours_per_week", "400"),
        ("!out_of_range placements.csv 2 L 400",),
    ),
    Case(
        "B-51 rows twice",
        coaches("C1;A;;", "C1;A;;", "C2;A;;", "C2;B;;"),
        (
            "?row_twice arbetscoacher.csv 3",
            "!key_twice arbetscoacher.csv 4 A C2",
            "!key_twice arbetscoacher.csv 5 A C2",
        ),
    ),
    Case(
        "B-56 a bomb",
        parts({SHEET: lambda xml: xml.replace(b"<sheetData>", b"<sheetData>" + b" " * 40_000_000)}),
        refused="packas upp",
    ),
    Case("B-57 declarations", parts({"xl/styles.xml": lambda xml: b"<!DOCTYPE x>" + xml}), refused="XML"),
    Case("B-57 links to other workbooks", parts({}, xl__externalLinks__externalLink1_xml=b"<x><v>1</v></x>")),
    Case(
        "B-58 password",
        text(ole("Root Entry", "EncryptionInfo", "EncryptedPackage"), "u.xlsx"),
        refused="lösenordsskyddad",
    ),
    Case("B-59 xls", text(ole("Root Entry", "Workbook"), "u.xls"), refused=r"\.xls\. Öppna"),
    Case("B-59 xlsb", packed("u.xlsb", "[Content_Types].xml", "xl/workbook.bin"), refused="xlsb"),
    Case("B-59 xlsm", parts({}, "u.xlsm", xl__vbaProject_bin=b"x"), refused="makron"),
    Case("B-60 html", text("<html><table><tr><td>1", "u.xlsx"), refused="webbsida"),
    Case("B-60 csv", text(SWEDISH, "u.xlsx"), refused=r"slutar på \.csv"),
    Case("B-60 xml", text('<?xml version="1.0"?><a/>', "u.xlsx"), refused="XML-fil"),
    Case(
        "B-60 xml of 2003",
        text('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "u.xls"),
        refused="gamla XML",
    ),
    Case("B-60 a workbook called csv", lambda folder: changed_parts(TINY, folder / "unit.csv", {})),
    Case("B-61 ods", lambda folder: write_ods(folder / "u.ods", {"Arbetscoacher": ROWS})),
    Case("B-61 numbers", packed("u.numbers", "Index/Document.iwa"), refused="Numbers"),
    Case("B-61 pdf", text(b"%PDF-1.7", "u.pdf"), refused="PDF"),
    Case("B-61 docx", packed("u.docx", "[Content_Types].xml", "word/document.xml"), refused="dokument"),
    Case(
        "B-61 odt",
        packed("u.odt", "mimetype", "content.xml", mimetype="application/vnd.oasis.opendocument.text"),
        refused="dokument",
    ),
    Case("B-61 picture", text(b"\x89PNG\r\n", "u.xlsx"), refused="bild"),
    Case(
        "B-61 several files",
        packed("u.zip", "arbetscoacher.csv", "bild.png", **{"arbetscoacher.csv": SWEDISH}),
        ("?file_not_read u.zip",),
    ),
    Case("B-61 nothing to read in it", packed("u.zip", "bild.png"), refused="ingen CSV-fil"),
    Case("B-62 truncated", text(TINY.read_bytes()[:9_000], "u.xlsx"), refused="skadad"),
    Case(
        "B-62 bad check sum",
        lambda folder: spoiled(folder / "u.xlsx"),
        refused="skadad",
    ),
    Case("B-62 no workbook.xml", parts({"xl/workbook.xml": gone}), refused="skadad"),
    Case("B-62 no styles", parts({"xl/styles.xml": gone, "xl/_rels/workbook.xml.rels": lambda xml: xml})),
    Case("B-62 strict", lambda folder: strict(folder / "u.xlsx")),
    Case("B-64 lock file", text(b"\x05Anna" + b" " * 160, "~$unit.xlsx"), refused="låsfil"),
    Case("B-64 not fetched", text(b"", "unit.xlsx"), refused="moln"),
    Case("B-65 exe", text(b"MZ\x90\x00", "unit.xlsx.exe"), refused="ingen tabell"),
    Case("B-65 odd name", text(SWEDISH, "Arbetscoacher 2026-05 (1).csv")),
    Case(
        "B-66 mixed",
        book(
            [
                ["coach", "namn", "började"],
                ["C1", "A", dt.date(2026, 3, 1)],
                ["C2", "B", "2026-03-01"],
                ["C3", 7, 46082],
                ["C4", "D", "snart"],
            ]
        ),
        ("!no_date Arbetscoacher 5 C snart",),
    ),
    Case("B-67 charts, panes and comments", touched(pivot), ("?comments_not_read unit.xlsx",)),
    Case(
        "B-68 other languages",
        coaches("C1;A;;1 March 2026", "C2;A;;03/04/2026"),
        ("!no_date arbetscoacher.csv 3 D 03/04/2026",),
    ),
    Case(
        "B-69 another unit",
        coaches("C1;A;U9", header="coach;namn;enhet"),
        ("!unknown_reference arbetscoacher.csv 2 C U9",),
    ),
    Case(
        "B-70 a mark of protection",
        text("coach;namn;skyddad identitet\nC1;A;ja\n"),
        ("?unknown_column arbetscoacher.csv",),
    ),
]


def spoiled(path: Path) -> Path:
    """The small workbook with one byte of one part's packed content turned around."""
    content = bytearray(TINY.read_bytes())
    with zipfile.ZipFile(TINY) as file:
        part = file.getinfo(SHEET)
    place = part.header_offset + 30 + len(SHEET) + part.compress_size // 2
    content[place] ^= 0xFF
    path.write_bytes(content)
    return path


def strict(path: Path) -> Path:
    """The small workbook in the strict form of the standard: other namespaces."""

    def change(xml: bytes) -> bytes:
        for old, new in (
            (
                b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                b"http://purl.oclc.org/ooxml/spreadsheetml/main",
            ),
            (
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            ),
        ):
            xml = xml.replace(old, new)
        return xml

    with zipfile.ZipFile(TINY) as file:
        names = file.namelist()
    return changed_parts(TINY, path, dict.fromkeys(names, change))


# What the small unit is told about as it stands is no part of a case.
OWN = {("done_and_cancelled", 18), ("end_without_outcome", 6), ("no_coach", 9)}


def told(engine: Engine, path: Path) -> list[str]:
    """The findings, each on a line of its own."""
    lines = []
    for one in load(engine, path, dry_run=True, limits=WEB).findings:
        if (one.code, one.row) in OWN:
            continue
        mark = "!" if one.severity is Severity.ERROR else "?"
        row = "" if one.row is None else str(one.row)
        lines.append(f"{mark}{one.code} {one.sheet} {row} {one.column} {one.value}".rstrip())
        assert one.message
    return sorted(lines)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_bad_file_gets_what_it_must(sqlite_engine: Engine, tmp_path: Path, case: Case) -> None:
    path = case.build(tmp_path)
    if case.refused:
        with pytest.raises(FileRefused, match=case.refused):
            load(sqlite_engine, path, dry_run=True, limits=WEB)
    else:
        assert told(sqlite_engine, path) == sorted(case.found)


def test_all_seventy_are_here_or_with_what_they_are_about() -> None:
    elsewhere = {
        "B-52", "B-53", "B-54",  # what is stored already: test_all_or_nothing
        "B-55",  # limits: test_unsafe_files
        "B-63",  # nothing is stored before all is: test_all_or_nothing
    }  # fmt: skip
    here = {case.name[:4] for case in CASES}
    assert here | elsewhere == {f"B-{n:02}" for n in range(1, 71)}
