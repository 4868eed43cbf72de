"""Headers and words of the unit's own: suggested, decided by a person, remembered, and revoked again."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from dashboard.data.import_names import (
    forget_name,
    header_meaning,
    names_of,
    remember_names,
    remembered_names,
    word_meaning,
)
from dashboard.data.importer.run import Order, run_import
from dashboard.data.importer.suggestions import header_suggestions, word_suggestions
from dashboard.data.models import Placement
from dashboard.domain.errors import InvalidParameter
from dashboard.reports.loading_names import typed_meanings, used_meanings
from tests.importer.helpers import (
    NOW,
    TODAY,
    dump,
    errors,
    load,
    read_tiny,
    set_cell,
    tiny_with,
    write_folder,
)


def renamed(folder: Path, table: str, **headers: str) -> Path:
    def change(tables) -> None:
        tables[table] = [
            {headers.get(name, name): cell for name, cell in row.items()} for row in tables[table]
        ]

    return tiny_with(folder, change)


def contents_of(engine: Engine, path: Path, names=None):
    order = Order(path, NOW, TODAY, "test", dry_run=True, names=names or names_of(()))
    return run_import(engine, order).contents


@pytest.mark.parametrize(
    ("table", "column", "header"),
    [
        ("placements", "started_on", "Startdatum"),
        ("placements", "ended_on", "Slutdatm"),
        ("placements", "hours_per_week", "Timmar/vecka"),
        ("clients", "enrolled_on", "Inskrivningsdatum"),
        ("clients", "client_id", "Kundnr."),
        ("employers", "org_number", "Org.nr"),
        ("employers", "municipality_code", "Komun"),
        ("contacts", "contacted_on", "Kontaktdatum"),
    ],
)
def test_a_header_that_looks_like_a_missing_column_is_suggested(
    sqlite_engine: Engine, tmp_path: Path, table: str, column: str, header: str
) -> None:
    contents = contents_of(sqlite_engine, renamed(tmp_path / "f", table, **{column: header}))
    found = header_suggestions(contents, names_of(()))
    assert [(one.table, one.header, one.column) for one in found] == [(table, header, column)]


@pytest.mark.parametrize("header", ["Kommentar", "Anteckningar", "Skostorlek", "Nr"])
def test_a_header_that_looks_like_nothing_is_not_suggested(
    sqlite_engine: Engine, tmp_path: Path, header: str
) -> None:
    path = renamed(tmp_path / "f", "placements", employer_rating=header)
    assert header_suggestions(contents_of(sqlite_engine, path), names_of(())) == ()


def test_nothing_is_read_by_a_likeness_alone(sqlite_engine: Engine, tmp_path: Path) -> None:
    load(sqlite_engine, renamed(tmp_path / "f", "placements", hours_per_week="Veckotimmar"))
    with sqlite_engine.connect() as connection:
        assert set(connection.execute(select(Placement.hours_per_week)).scalars()) == {None}


def test_a_missing_column_that_is_needed_names_the_header_that_may_be_it(
    sqlite_engine: Engine, tmp_path: Path
) -> None:
    result = load(sqlite_engine, renamed(tmp_path / "f", "placements", started_on="Startdatum"))
    assert errors(result) == ["missing_column"]
    assert "Menas ”Startdatum” som start?" in result.findings[0].remedy


def test_what_was_decided_is_read_from_then_on(engine: Engine, tmp_path: Path) -> None:
    remember_names(engine, [header_meaning("placements", "Startdatum", "start")], who="karin", now=NOW)
    names = names_of(one.meaning for one in remembered_names(engine))

    path = renamed(tmp_path / "f", "placements", started_on=" STARTDATUM: ")

    assert load(engine, path, names=names).applied
    assert len(dump(engine)["placements"]) == 16


def test_a_word_that_is_not_known_gets_the_nearest_and_is_never_read_as_it(
    sqlite_engine: Engine, tmp_path: Path
) -> None:
    path = tiny_with(tmp_path / "f", set_cell("placements", 2, "outcome", "Anstäld"))
    assert errors(load(sqlite_engine, path)) == ["unknown_word"]

    contents = contents_of(sqlite_engine, path)
    (one,) = word_suggestions(contents, contents.findings)
    assert (one.table, one.column, one.word, one.key, one.rows) == (
        "placements",
        "outcome",
        "Anstäld",
        "employment",
        1,
    )
    assert one.choices[0] == "employment"
    assert len(one.choices) == 8


def test_a_decided_word_stands_for_its_key(engine: Engine, tmp_path: Path) -> None:
    remember_names(
        engine, [word_meaning("placements", "utfall", "Fick jobb", "employment")], who="k", now=NOW
    )
    names = names_of(one.meaning for one in remembered_names(engine))
    path = tiny_with(tmp_path / "f", set_cell("placements", 2, "outcome", "fick  jobb"))
    assert load(engine, path, names=names).applied


def test_decisions_are_listed_replaced_and_revoked(engine: Engine) -> None:
    first = header_meaning("Placeringar", "Datum", "start")
    remember_names(engine, [first, header_meaning("contacts", "Dag", "datum")], who="karin", now=NOW)
    remember_names(engine, [header_meaning("placements", "DATUM", "slut")], who="anna", now=NOW)

    listed = remembered_names(engine)
    assert [(one.meaning.table, one.meaning.meaning, one.who) for one in listed] == [
        ("contacts", "contacted_on", "karin"),
        ("placements", "ended_on", "anna"),
    ]
    assert listed[0].at == NOW

    forget_name(engine, listed[0].number)
    assert len(remembered_names(engine)) == 1
    with pytest.raises(InvalidParameter, match="nummer 99"):
        forget_name(engine, 99)


def test_a_header_that_is_not_to_be_read_is_not_asked_about_again(
    sqlite_engine: Engine, tmp_path: Path
) -> None:
    path = renamed(tmp_path / "f", "placements", hours_per_week="Veckotimmar")
    names = names_of([header_meaning("placements", "Veckotimmar", "")])
    assert header_suggestions(contents_of(sqlite_engine, path, names), names) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Placeringar:Startdatum=start", [("placements", "", "Startdatum", "started_on")]),
        ("Inskrivningsdag=inskriven", [("clients", "", "Inskrivningsdag", "enrolled_on")]),
        ("utfall:Fick jobb=anställning", [("placements", "outcome", "Fick jobb", "employment")]),
        ("Placeringar:Kommentar=", [("placements", "", "Kommentar", "")]),
    ],
)
def test_what_somebody_types_is_understood(text: str, expected) -> None:
    found = typed_meanings(text)
    assert [(one.table, one.column, one.written, one.meaning) for one in found] == expected


@pytest.mark.parametrize("text", ["Startdatum", "=start", "X=nonsens", "utfall:Fick jobb=jobbat"])
def test_what_nobody_can_understand_is_refused(text: str) -> None:
    with pytest.raises(InvalidParameter):
        typed_meanings(text)


def test_a_personal_identity_number_is_never_remembered() -> None:
    with pytest.raises(InvalidParameter, match="personnummer"):
        word_meaning("placements", "outcome", "19850709-9805", "employment")


def test_only_what_the_file_makes_use_of_is_remembered(sqlite_engine: Engine, tmp_path: Path) -> None:
    rows = [{"Nr": row["employer_id"], "name": row["name"]} for row in read_tiny()["employers"]]
    contents = contents_of(sqlite_engine, write_folder(tmp_path / "f", {"employers": rows}))
    used = used_meanings(typed_meanings("Nr=arbetsgivare"), contents)
    assert [one.table for one in used] == ["employers"]
