"""Files that say what the unit says: its word for a client in headers and sheets, its own names for kinds."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from dashboard.data.importer.columns import TABLES
from dashboard.data.models import Placement
from dashboard.data.unit_words import read_wording, store_words
from dashboard.domain.access import Role, Viewer
from dashboard.domain.unit_words import preset
from dashboard.i18n import in_wording, use_wording
from dashboard.reports.access import Access, Store
from dashboard.reports.export import export_files, export_of, export_workbook
from dashboard.reports.template_book import template_book
from dashboard.wording import OURS
from tests.importer.helpers import NOW, SAMPLES, TODAY, dump, errors, load, read_tiny, write_folder
from tests.reports.test_template import filled_in

OWN = {
    **preset("deltagare"),
    "placement_kind.work_trial": "SE-prövning",
    "step.3": "Sökfas",
    "mode.visit": "På plats",
}


@pytest.fixture
def own_words(sqlite_engine: Engine) -> Engine:
    """A database whose unit says "deltagare" and has names of its own, and they are in use."""
    store_words(sqlite_engine, OWN, who="karin", now=NOW)
    use_wording(read_wording(sqlite_engine))
    return sqlite_engine


def test_the_units_words_are_read_beside_ours(own_words: Engine, tmp_path: Path) -> None:
    tables = read_tiny()
    for row in tables["placements"]:
        row["kind"] = {"work_trial": "SE-prövning"}.get(row["kind"], row["kind"])
        row["deltagare"] = row.pop("client_id")
    tables["deltagare"] = tables.pop("clients")
    result = load(own_words, write_folder(tmp_path, tables))
    assert errors(result) == []
    with own_words.connect() as connection:
        kinds = set(connection.execute(select(Placement.kind)).scalars())
    assert "work_trial" in kinds
    assert len(dump(own_words)["clients"]) == len(read_tiny()["clients"])


def test_what_is_written_in_the_units_words_comes_back_as_it_was(own_words: Engine, tmp_path: Path) -> None:
    load(own_words, SAMPLES / "tiny")
    before = dump(own_words)
    path = tmp_path / "ut.xlsx"
    path.write_bytes(export_workbook(export_of(manager(own_words), TODAY, "xlsx")))
    # What was written before the unit chose other words can still be read.
    store_words(own_words, {**preset("klient"), "placement_kind.work_trial": "Prov"}, who="karin", now=NOW)
    use_wording(read_wording(own_words))
    result = load(own_words, path)
    assert errors(result) == []
    assert dump(own_words) == before


def test_headers_and_sheets_say_what_the_unit_says_and_files_of_ours_are_read_still(
    own_words: Engine,
) -> None:
    load(own_words, SAMPLES / "tiny")
    files = dict(export_files(export_of(manager(own_words), TODAY, "folder")))
    assert "Deltagare.csv" in files
    assert "kund" not in " ".join(name.casefold() for name in files)
    for content in files.values():
        header = content.decode("utf-8-sig").splitlines()[0]
        assert "kund" not in header.casefold()
    assert "SE-prövning" in files["Placeringar.csv"].decode("utf-8-sig")
    titles = [column.title for table in TABLES for column in table.columns]
    assert "deltagarens betyg" in titles


def test_a_template_in_the_units_words_can_be_filled_in_and_read(own_words: Engine, tmp_path: Path) -> None:
    result = load(own_words, filled_in(tmp_path / "mall.xlsx", "sv"))
    assert errors(result) == []
    ours = template_book()
    with in_wording(OURS):
        assert template_book() != ours


def manager(engine: Engine) -> Access:
    return Access(Viewer(1, "Maja", Role.MANAGER), Store(engine))
