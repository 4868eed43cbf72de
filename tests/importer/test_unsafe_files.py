"""Files made to take the machine down are refused in words, at once, and the server does not feel them."""

import os
import resource
import struct
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.data.importer.reading import open_source
from dashboard.data.importer.reading.limits import COMMAND_LINE, WEB, Limits
from dashboard.data.importer.reading.sheet import Source
from dashboard.data.importer.recognise import likeness
from dashboard.domain.errors import FileRefused
from tests.importer.forms import changed_parts, ods_row, ods_table, replaced, write_ods
from tests.importer.helpers import SAMPLES, write_workbook

TINY = SAMPLES / "tiny.xlsx"
SHEET = "xl/worksheets/sheet1.xml"
SPARE = 60_000_000


def opened(path: Path, limits: Limits = WEB) -> Source:
    return open_source(path, likeness, limits)


def rows_of(path: Path, limits: Limits = WEB) -> dict[str, int]:
    """How many rows each sheet has; goes through all of them."""
    return {sheet.name: sum(1 for _row in sheet.rows) for sheet in opened(path, limits).sheets}


def resident() -> int:
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def refused(path: Path, limits: Limits = WEB) -> str:
    """The sentence of a refusal that leaves this process as it was: no memory taken, no process left."""
    before = resident()
    with pytest.raises(FileRefused) as caught:
        rows_of(path, limits)
    assert resident() - before < SPARE
    assert not children()
    return str(caught.value)


def children() -> list[str]:
    with open(f"/proc/{os.getpid()}/task/{threading.get_native_id()}/children") as file:
        return file.read().split()


def test_a_sheet_that_says_it_is_larger_than_it_is_reads_all_its_rows(tmp_path: Path) -> None:
    """65 kB that make a careless reader take 1.6 GB."""
    rows = [["coach", "namn"], *([f"C{n}", f"Namn {n}"] for n in range(3_000))]
    plain = write_workbook(tmp_path / "plain.xlsx", {"Arbetscoacher": rows})
    for stated in (b"A1:XFD1048576", b"A1:B3"):
        path = changed_parts(
            plain, tmp_path / "u.xlsx", {SHEET: replaced(b'ref="A1:B3001"', b'ref="' + stated + b'"')}
        )
        before = resident()

        assert rows_of(path) == {"Arbetscoacher": 3_001}
        assert resident() - before < SPARE


def large(path: Path, rows: int, columns: int = 20) -> Path:
    """A workbook of numbers, written faster than any library does."""
    row = b"<row>" + b"<c><v>7</v></c>" * columns + b"</row>"
    return changed_parts(
        write_workbook(path.with_name("small.xlsx"), {"x": [[1]]}),
        path,
        {SHEET: lambda xml: xml.replace(b"</sheetData>", row * rows + b"</sheetData>")},
    )


def zip_bomb(path: Path) -> Path:
    return changed_parts(
        TINY, path, {SHEET: lambda xml: xml.replace(b"<sheetData>", b"<sheetData>" + b" " * 100_000_000)}
    )


def test_a_zip_bomb_is_refused_while_it_is_inflated(tmp_path: Path) -> None:
    path = zip_bomb(tmp_path / "bomb.xlsx")
    assert path.stat().st_size < 500_000

    assert "packas upp" in refused(path, COMMAND_LINE)


def test_sizes_that_a_file_states_about_itself_are_not_believed(tmp_path: Path) -> None:
    """Also of a part that nobody reads."""
    path = changed_parts(TINY, tmp_path / "f.xlsx", {}, xl__media__x_bin=b"\x01\x02" * 500_000)
    content = path.read_bytes()
    stated = struct.pack("<I", 1_000_000)
    assert content.count(stated) == 2
    path.write_bytes(content.replace(stated, struct.pack("<I", 1_000)))

    assert "skadad" in refused(path)


def test_two_readers_must_find_the_same_rows(tmp_path: Path) -> None:
    """Here the values' reader passes over rows that stand in a remark of the XML."""
    row = b'<!--<row r="99"><c r="A99"><v>7</v></c></row>-->'
    path = changed_parts(TINY, tmp_path / "u.xlsx", {SHEET: replaced(b"</sheetData>", row + b"</sheetData>")})

    assert "skadad" in refused(path)


def test_the_unpacked_bytes_of_all_parts_are_counted_together(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for n in range(30):
            packed.writestr(f"kontakter{n}.csv", os.urandom(200).hex() * 1_000)

    assert "packas upp" in refused(path, replace(WEB, unpacked=10_000_000))


@pytest.mark.parametrize("name", ["u.xlsx", "u.zip"])
def test_ten_thousand_parts_are_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with zipfile.ZipFile(path, "w") as packed:
        for n in range(10_000):
            packed.writestr(f"a/{n}.csv", "a")

    assert "packas upp" in refused(path)


def test_a_packed_file_in_a_packed_file_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "u.zip", "w") as packed:
        packed.writestr("kontakter.csv", "kontakt;namn\n")
        packed.writestr("inne.zip", TINY.read_bytes())
    inside = changed_parts(TINY, tmp_path / "u.xlsx", {}, xl__embeddings__b_xml=TINY.read_bytes())

    for path in (tmp_path / "u.zip", inside):
        assert "annan arbetsbok" in refused(path)


LAUGHS = (
    b"<!DOCTYPE lolz [<!ENTITY a 'lol'>"
    + b"".join(b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]>"
)
OUTSIDE = b'<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("declared", [LAUGHS, OUTSIDE, b'<!doctype x SYSTEM "http://127.0.0.1:1/x.dtd">'])
@pytest.mark.parametrize(
    "part",
    [SHEET, "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels", "docProps/core.xml"],
)
def test_xml_that_declares_anything_is_refused(tmp_path: Path, part: str, declared: bytes) -> None:
    def declare(xml: bytes) -> bytes:
        # Far into the part, where nobody looks who only looks at the beginning.
        return b"<?xml version='1.0'?>" + b" " * 5_000 + declared + xml.split(b"?>", 1)[-1]

    assert "XML" in refused(changed_parts(TINY, tmp_path / "u.xlsx", {part: declare}))


def test_xml_in_wide_letters_hides_no_declaration(tmp_path: Path) -> None:
    def wide(xml: bytes) -> bytes:
        return (OUTSIDE + xml).decode().encode("utf-16")

    assert "XML" in refused(changed_parts(TINY, tmp_path / "u.xlsx", {SHEET: wide}))


def test_an_open_document_that_repeats_a_cell_a_billion_times_is_refused(tmp_path: Path) -> None:
    cell = (
        '<table:table-cell office:value-type="string" table:number-columns-repeated="16384">'
        "<text:p>x</text:p></table:table-cell>"
    )
    path = write_ods(
        tmp_path / "u.ods", ods_table("Kunder", [ods_row([cell], number_rows_repeated="1000000000")])
    )

    assert "1000000000 rader" in refused(path)


def test_a_reader_that_needs_too_much_memory_ends_in_a_sentence(tmp_path: Path) -> None:
    path = large(tmp_path / "u.xlsx", 20_000)

    assert "minne" in refused(path, replace(WEB, memory=60_000_000))


def test_a_reader_that_takes_too_long_ends_in_a_sentence(tmp_path: Path) -> None:
    assert "längre tid" in refused(large(tmp_path / "u.xlsx", 10_000), replace(WEB, seconds=0))


def test_it_is_told_that_a_long_reading_goes_on(tmp_path: Path) -> None:
    path = large(tmp_path / "u.xlsx", 15_000)
    told: list[bool] = []

    source = open_source(path, likeness, WEB, lambda: told.append(True))

    assert source.count == 1
    assert told


def test_a_reader_that_nobody_listens_to_any_more_ends(tmp_path: Path) -> None:
    path = large(tmp_path / "u.xlsx", 5_000)
    sheets = iter(opened(path).sheets)
    next(iter(next(sheets).rows))
    assert children()

    del sheets

    assert not children()


def test_sheets_that_nobody_goes_through_are_passed_over() -> None:
    assert [sheet.name for sheet in opened(TINY).sheets] == [sheet.name for sheet in opened(TINY).sheets]


def test_a_workbook_is_read_from_a_thread_too() -> None:
    found: list[dict[str, int]] = []
    thread = threading.Thread(target=lambda: found.append(rows_of(TINY)))
    thread.start()
    thread.join()

    assert found == [rows_of(TINY)]


def test_the_reader_has_no_secrets_and_writes_no_files(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BRYGGA_DATABASE_URL", "postgresql://u:hemligt@127.0.0.1/x")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    path = large(tmp_path / "u.xlsx", 5_000)
    sheets = iter(opened(path).sheets)
    next(iter(next(sheets).rows))
    (child,) = children()

    assert b"hemligt" not in Path(f"/proc/{child}/environ").read_bytes()
    assert "Max file size             0" in Path(f"/proc/{child}/limits").read_text()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["small.xlsx", "u.xlsx"]


def test_nothing_is_left_when_the_one_that_asked_is_killed(tmp_path: Path) -> None:
    path = large(tmp_path / "u.xlsx", 5_000)
    program = (
        "import sys, os, pathlib\n"
        "from dashboard.data.importer.reading import open_source\n"
        "source = open_source(pathlib.Path(sys.argv[1]), len)\n"
        "print(open(f'/proc/{os.getpid()}/task/{os.getpid()}/children').read(), flush=True)\n"
        "sys.stdin.read()\n"
    )
    asking = subprocess.Popen(
        [sys.executable, "-c", program, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert asking.stdin
    assert asking.stdout
    child = asking.stdout.readline().strip()
    assert Path(f"/proc/{child}").exists()

    asking.kill()
    asking.wait()
    asking.stdin.close()
    asking.stdout.close()

    def gone() -> bool:
        stat = Path(f"/proc/{child}/stat")
        return not stat.exists() or stat.read_text().split()[2] == "Z"

    assert waited_for(gone)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["small.xlsx", "u.xlsx"]


def waited_for(true: Callable[[], bool]) -> bool:
    for _time in range(100):
        if true():
            return True
        time.sleep(0.1)
    return False


def test_what_this_process_may_take_is_not_lowered() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)
    rows_of(TINY)
    assert resource.getrlimit(resource.RLIMIT_AS) == before


@pytest.mark.parametrize(("limits", "says"), [(WEB, "20 MB"), (COMMAND_LINE, "500 MB")])
def test_a_file_past_the_limit_is_refused_before_it_is_opened(
    tmp_path: Path, limits: Limits, says: str
) -> None:
    path = tmp_path / "kontakter.csv"
    with path.open("wb") as file:
        file.truncate(limits.packed + 1)

    assert says in refused(path, limits)
