"""Reports and files in the unit's own words; names from the data and keys of the JSON stay as they are."""

import datetime as dt
import io
import json

import pytest
from openpyxl import load_workbook
from sqlalchemy import Engine

from dashboard.data.unit_words import read_wording, store_words
from dashboard.domain.access import Role, Viewer
from dashboard.domain.period import Period
from dashboard.domain.unit_words import preset
from dashboard.i18n import use_language, use_wording, wording
from dashboard.reports.access import Access, Store
from dashboard.reports.export import export_of, export_workbook
from dashboard.reports.report_book import report_book
from dashboard.reports.report_text import report_text
from dashboard.reports.template_book import template_book
from dashboard.reports.whole_report import WholeReport, whole_report
from tests.builders import client, coach, contact, employer, placement, stored
from tests.test_wording import left

ON = dt.date(2026, 6, 30)
NOW = dt.datetime(2026, 6, 30, tzinfo=dt.UTC)
BRANCH = "Kundtjänst AB"
WORLD = (
    employer("E1", name=BRANCH),
    employer("E2", name="Kunderna & Co"),
    coach("A"),
    client("K1", "A"),
    client("K2", "A", gender="woman"),
    contact("E1", "A", "2026-06-01"),
    contact("E2", "A", "2026-06-01"),
    placement("E1", "K1", "2026-05-01", "2026-06-01", outcome="no_job", client_rating=4),
)


@pytest.fixture
def told(sqlite_engine: Engine) -> WholeReport:
    """The report of a unit that says "deltagare"."""
    stored(sqlite_engine, *WORLD)
    store_words(sqlite_engine, {**preset("deltagare"), "step.1": "Avtal"}, who="karin", now=NOW)
    use_wording(read_wording(sqlite_engine))
    return whole_report(sqlite_engine, ON, Period.year_to(ON))


def cells(book: bytes) -> list[str]:
    sheets = load_workbook(io.BytesIO(book)).worksheets
    found = [str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value]
    return [*found, *(sheet.title for sheet in sheets)]


@pytest.mark.parametrize("make", [report_text, report_book], ids=["text", "workbook"])
def test_the_report_says_what_the_unit_says(told: WholeReport, make) -> None:
    use_language("sv")
    written = make(told)
    lines = cells(written) if isinstance(written, bytes) else written.splitlines()
    assert any("eltagare" in line for line in lines)
    ours = [line for line in lines if left(r"\w*kund\w*", line.replace("Kunderna & Co", ""))]
    assert ours == []


def test_names_of_employers_stay_as_they_are(told: WholeReport, sqlite_engine: Engine) -> None:
    use_language("sv")
    access = Access(Viewer(1, "Maja", Role.MANAGER), Store(sqlite_engine))
    lines = cells(export_workbook(export_of(access, ON, "xlsx")))
    assert {BRANCH, "Kunderna & Co"} <= set(lines)
    assert [line for line in lines if left(r"\w*kund\w*", line) and line != "Kunderna & Co"] == []
    assert "Deltagare" in lines


def test_a_template_of_the_unit_says_nothing_of_ours(told: WholeReport) -> None:
    use_language("sv")
    assert [line for line in cells(template_book()) if left(r"\w*kund\w*", line)] == []


def test_the_keys_of_the_json_never_change(told: WholeReport, sqlite_engine: Engine) -> None:
    store_words(sqlite_engine, dict.fromkeys(("client", "client.en", "step.1")), who="karin", now=NOW)
    use_wording(read_wording(sqlite_engine))
    plain = whole_report(sqlite_engine, ON, Period.year_to(ON)).values
    same = {**told.values, "meta": {**told.values["meta"], "data_version": plain["meta"]["data_version"]}}
    assert json.dumps(same) == json.dumps(plain)


def test_a_store_gives_new_words_as_soon_as_they_are_chosen(sqlite_engine: Engine) -> None:
    store = Store(sqlite_engine)
    access = Access(Viewer(1, "Maja", Role.MANAGER), store)
    before = store.wording()
    assert (before, wording()) == (read_wording(sqlite_engine), before)
    made = [access.cached("told", lambda _snapshot: wording().text("Kunder", "sv"))]
    store_words(sqlite_engine, preset("deltagare"), who="karin", now=NOW)
    use_wording(store.wording())
    made.append(access.cached("told", lambda _snapshot: wording().text("Kunder", "sv")))
    assert made == ["Kunder", "Deltagare"]
