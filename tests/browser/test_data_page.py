"""The page Data in a real browser: a messy workbook refused, mended by its report alone, imported, undone."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, Server, Visit, _free_port, _wait_for, sign_in

PASSWORD = "trumpet-lastbil-hav"
MESSY = {
    "Enheter": [
        ["Enheter i kommunen 2026"],
        [],
        ["Enhet", "Namn", "Kommunkod"],
        ["E1", "Arbete och stöd", 115],
    ],
    "Arbetscoacher": [["Coach", "Namn"], ["C1", "Anna Exempel"]],
    "Arbetsgivare": [
        ["Lista över arbetsgivare"],
        ["Arbetsgivare", "Namn", "Ägarform", "Storleksklass", "Ort"],
        ["A1", "Exempelkaféet", "kommunalt bolag", "1-9", "Vallentuna"],
        ["A2", "Exempelbutiken", "privat", "många", "Vallentuna"],
    ],
    "Kunder": [["Kund", "Coach", "Inskriven"], ["K1", "C1", "1/2-2026"], ["K2", "C9", "2026-02-02"]],
}


def messy_workbook(path: Path, sheets: dict[str, list[list[object]]] = MESSY) -> Path:  # type: ignore[assignment]
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


@pytest.fixture(scope="module")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A unit's own Brygga, with nothing in it and a manager."""
    folder = tmp_path_factory.mktemp("own")
    port = _free_port()
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("BRYGGA_", "DASH_"))}
    environment = {**plain, "BRYGGA_DATA_DIR": str(folder / "data"), "BRYGGA_PORT": str(port)}
    brygga = [sys.executable, "-c", "from dashboard.cli import main; main()"]
    add = [*brygga, "user", "add", "maja", "--role", "manager", "--password-stdin"]
    subprocess.run(add, env=environment, cwd=ROOT, check=True, input=PASSWORD, capture_output=True, text=True)
    output = folder / "serve.txt"
    with output.open("w") as file:
        process = subprocess.Popen(
            [*brygga, "serve"], env=environment, cwd=ROOT, stdout=file, stderr=subprocess.STDOUT
        )
    try:
        _wait_for(f"http://127.0.0.1:{port}", process, output)
        yield Server(f"http://127.0.0.1:{port}", {"manager": ("maja", PASSWORD)})
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture
def visit(browser: Browser, own_server: Server) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="sv-SE")
    context.add_cookies([{"name": "brygga_language", "value": "sv", "url": own_server.origin}])
    made = Visit(context.new_page(), own_server.origin).watch()
    sign_in(made.page, "manager", own_server)
    made.goto("/data")
    yield made
    context.close()
    assert made.foreign == []
    assert made.complaints == []


def choose(page: Page, path: Path) -> None:
    page.set_input_files("#data-fil", path)
    page.get_by_role("button", name="Läs filen").click()
    expect(page.locator("#data-inlasning-kort h2")).to_have_text(f"Läs in: {path.name}")
    expect(page.locator("#data-framsteg")).to_have_count(0, timeout=30_000)


def report(page: Page) -> dict[str, tuple[str, str]]:
    """What the workbook of errors says: cell → value and remedy. Whoever mends the file knows no more."""
    with page.expect_download() as told:
        page.get_by_role("link", name="Allt som arbetsbok att rätta efter").click()
    rows = load_workbook(io.BytesIO(told.value.path().read_bytes())).worksheets[0].iter_rows(values_only=True)
    next(rows)
    return {
        f"{row[1]}!{row[3]}{row[2]}": (str(row[5]), str(row[7])) for row in rows if row[0] == "Fel" and row[3]
    }


def test_a_messy_workbook_is_refused_mended_by_its_report_imported_and_undone(
    visit: Visit, tmp_path: Path, axe: Callable[[Page], list[str]]
) -> None:
    page = visit.page
    path = messy_workbook(tmp_path / "var unit.xlsx")
    choose(page, path)
    expect(page.locator("#data-inlasning-kort .b-finding")).to_contain_text("4 fel. Inget är ändrat.")
    assert axe(page) == []

    told = report(page)
    assert set(told) == {"Arbetsgivare!C3", "Arbetsgivare!D4", "Kunder!C2", "Kunder!B3"}
    book = load_workbook(path)
    for cell, (_value, remedy) in told.items():
        sheet, place = cell.split("!")
        assert remedy
        # The first word or form that the remedy names is what a person would write.
        book[sheet][place] = {
            "Arbetsgivare!C3": "kommunal",
            "Arbetsgivare!D4": "10-49",
            "Kunder!C2": "2026-02-01",
            "Kunder!B3": "C1",
        }[cell]
    book.save(path)

    page.get_by_role("button", name="Välj en annan fil").click()
    visit.settle()
    choose(page, path)
    expect(page.locator("#data-inlasning-kort .b-finding")).to_contain_text("6 rader skulle skrivas.")
    # A lost zero is given back, and told.
    expect(page.locator("#data-inlasning-kort")).to_contain_text("0115")
    page.reload()
    visit.settle()
    page.get_by_role("button", name="Läs in filen").click()
    expect(page.locator("#data-inlasning-kort .b-finding")).to_contain_text(
        "Filen är inläst.", timeout=30_000
    )
    visit.settle()
    assert axe(page) == []

    page.get_by_text("Ångra den senaste inläsningen").click()
    page.get_by_role("button", name="Ångra inläsningen").click()
    visit.settle()
    expect(page.locator("#data-historik-tabell")).to_contain_text("Ångrad av maja")
    expect(page.locator("#data-fil")).to_be_visible()


def test_a_file_that_is_too_large_is_told_at_once_and_goes_nowhere(visit: Visit, tmp_path: Path) -> None:
    page, path = visit.page, tmp_path / "stor.csv"
    path.write_bytes(b"x" * 20_100_000)
    page.set_input_files("#data-fil", path)
    page.get_by_role("button", name="Läs filen").click()
    expect(page.get_by_role("alert")).to_contain_text("större än 20 MB")
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_demo_says_no_before_a_file_is_chosen(open_page: Callable[..., Visit]) -> None:
    page = open_page("/data").page
    expect(page.get_by_text("Inget kan läsas in bland de påhittade uppgifterna")).to_be_visible()
    assert page.locator("#data-fil").count() == 0
