"""The template: what it teaches, what it lets one choose, and that it comes back in without a word."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import Engine

from dashboard.data.importer.columns import TABLES, Kind
from dashboard.domain.errors import FileRefused
from dashboard.i18n import in_language
from dashboard.reports.column_notes import COLUMNS, FORMS
from dashboard.reports.column_notes import TABLES as TABLE_NOTES
from dashboard.reports.template_book import LONGEST_LIST, LONGEST_PROMPT, template_book
from dashboard.reports.template_examples import examples
from dashboard.reports.told_cells import told
from tests.importer.helpers import dump, load

LANGUAGES = pytest.mark.parametrize("language", ["sv", "en"])


def template(language: str):
    with in_language(language):
        return load_workbook(io.BytesIO(template_book()))


def write_template(path: Path, language: str) -> Path:
    with in_language(language):
        path.write_bytes(template_book())
    return path


def filled_in(path: Path, language: str) -> Path:
    """The template as somebody fills it in who writes the examples into the sheets."""
    book = template(language)
    with in_language(language):
        for table in TABLES:
            for row in examples()[table.name]:
                book[table.title].append([told(row.get(column.name), column) for column in table.columns])
    book.save(path)
    return path


def test_every_table_and_column_is_explained() -> None:
    assert {table.name for table in TABLES} == set(TABLE_NOTES)
    assert {f"{table.name}.{column.name}" for table in TABLES for column in table.columns} == set(COLUMNS)
    assert set(Kind) == set(FORMS)


@LANGUAGES
def test_the_first_sheet_names_every_column_with_its_words(language: str) -> None:
    book = template(language)
    first = book.worksheets[0]
    rows = {
        (row[0], row[1]): row for row in first.iter_rows(values_only=True) if row[0] is not None and row[1]
    }
    assert first.title == ("Läs först" if language == "sv" else "Read first")
    with in_language(language):
        assert [(table.title, column.title) in rows for table in TABLES for column in table.columns].count(
            False
        ) == 0
    assert book.sheetnames[1:4] == (
        ["Enheter", "Arbetscoacher", "Arbetsgivare"]
        if language == "sv"
        else ["units", "coaches", "employers"]
    )
    if language == "sv":
        assert rows["Placeringar", "utfall"][4].startswith("Ett av: anställning, studier, förlängd")
        assert rows["Kunder", "kund"][2] == "ja"
        assert rows["Kunder", "inskriven"][2] == "ett av två"


@LANGUAGES
def test_the_untouched_template_brings_nothing_in(
    sqlite_engine: Engine, tmp_path: Path, language: str
) -> None:
    before = dump(sqlite_engine)
    with pytest.raises(FileRefused):
        load(sqlite_engine, write_template(tmp_path / "mall.xlsx", language))
    assert dump(sqlite_engine) == before


@LANGUAGES
def test_a_filled_in_template_comes_in_without_a_word(
    sqlite_engine: Engine, tmp_path: Path, language: str
) -> None:
    result = load(sqlite_engine, filled_in(tmp_path / "mall.xlsx", language))

    assert [(one.code, one.sheet, one.row) for one in result.findings] == []
    assert {name: counts.new for name, counts in result.counts.items()} == {table.name: 2 for table in TABLES}


@LANGUAGES
def test_lists_and_notes_are_short_enough_for_excel(language: str) -> None:
    for sheet in template(language).worksheets[1:]:
        for choice in sheet.data_validations.dataValidation:
            assert len(choice.formula1 or "") <= LONGEST_LIST + 2
            assert len(choice.prompt) <= LONGEST_PROMPT
            assert len(choice.error) <= LONGEST_PROMPT
            assert len(choice.promptTitle) <= 32


def test_words_are_chosen_and_spoilable_cells_are_text() -> None:
    book = template("sv")
    lists = {
        (sheet.title, sheet.cell(1, next(iter(choice.sqref.ranges)).min_col).value): choice.formula1
        for sheet in book.worksheets[1:]
        for choice in sheet.data_validations.dataValidation
    }
    assert lists["Kontakter", "typ"] == '"telefon,e-post,möte,besök,arbetsplatsanalys,evenemang"'
    assert lists["Steg", "steg"].startswith('"1 överenskommelse,2 yrkesprofil,')
    assert lists["Kontakter", "arbetsgivare"] == "'Arbetsgivare'!$A$2:$A$5000"
    employers = book["Arbetsgivare"]
    formats = {
        employers.cell(1, place).value: employers.column_dimensions[letter].number_format
        for place, letter in enumerate("ABCDEFGHIJKLMNOPQR", start=1)
    }
    assert {formats[name] for name in ("arbetsgivare", "storleksklass", "sni", "postnummer", "kommun")} == {
        "@"
    }
    assert formats["registrerad"] == "yyyy-mm-dd"
