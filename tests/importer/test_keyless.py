"""Contacts and follow-ups without keys: found again by content, the whole truth about what they span."""

from pathlib import Path

from sqlalchemy import Engine, select

from dashboard.data.models import Contact
from tests.importer.helpers import SAMPLES, Rows, dump, load, read_tiny, state, write_folder


def without_keys(rows: Rows, key: str) -> Rows:
    return [{name: value for name, value in row.items() if name != key} for row in rows]


def keyless_tiny(folder: Path) -> Path:
    tables = read_tiny()
    tables["contacts"] = without_keys(tables["contacts"], "contact_id")
    tables["follow_ups"] = without_keys(tables["follow_ups"], "follow_up_id")
    return write_folder(folder, tables)


def contacts(engine: Engine) -> list[tuple[str, bool]]:
    with engine.connect() as connection:
        rows = connection.execute(select(Contact.contact_id, Contact.own_id).order_by(Contact.contact_id))
        return [(row.contact_id, row.own_id) for row in rows]


def test_rows_without_keys_go_in_and_stay(engine: Engine, tmp_path: Path) -> None:
    folder = keyless_tiny(tmp_path / "f")

    first = load(engine, folder)
    before = state(engine)
    again = load(engine, folder)

    assert (first.counts["contacts"].new, first.counts["follow_ups"].new) == (22, 24)
    assert not any(own for _key, own in contacts(engine))
    assert again.changes == 0
    assert state(engine) == before


def test_two_contacts_alike_are_two(sqlite_engine: Engine, tmp_path: Path) -> None:
    load(sqlite_engine, SAMPLES / "tiny")
    rows = without_keys(read_tiny()["contacts"], "contact_id")[:1] * 2
    folder = write_folder(tmp_path / "f", {"contacts": rows})

    result = load(sqlite_engine, folder, yes=True)

    # X01 is one of them; the other is new.
    assert (result.counts["contacts"].new, result.counts["contacts"].unchanged) == (1, 1)
    assert load(sqlite_engine, folder).changes == 0


def test_a_row_without_a_key_that_equals_one_with_is_that_row(engine: Engine, tmp_path: Path) -> None:
    load(engine, SAMPLES / "tiny")
    before = dump(engine)

    result = load(engine, keyless_tiny(tmp_path / "f"))

    assert result.changes == 0
    assert dump(engine) == before


def test_a_row_with_a_new_key_takes_the_place_of_one_without(engine: Engine, tmp_path: Path) -> None:
    load(engine, keyless_tiny(tmp_path / "f"))

    result = load(engine, SAMPLES / "tiny")

    assert (result.counts["contacts"].changed, result.counts["contacts"].new) == (22, 0)
    assert contacts(engine) == [(f"X{n:02}", True) for n in range(1, 23)]


def test_what_a_file_lacks_within_its_span_is_gone(engine: Engine, tmp_path: Path) -> None:
    load(engine, keyless_tiny(tmp_path / "all"))
    # C2's contacts in the file: 2025-06-30, 2025-08-20, 2026-01-01, 2026-02-20 and 2026-04-01.
    rows = [
        row
        for row in without_keys(read_tiny()["contacts"], "contact_id")
        if row["coach_id"] == "C2" and row["contacted_on"] in {"2025-08-20", "2026-02-20"}
    ]

    result = load(engine, write_folder(tmp_path / "some", {"contacts": rows}), yes=True)

    assert (result.counts["contacts"].removed, result.counts["contacts"].unchanged) == (1, 2)
    with engine.connect() as connection:
        left = connection.execute(
            select(Contact.contacted_on).where(Contact.coach_id == "C2").order_by(Contact.contacted_on)
        )
        assert [str(row.contacted_on) for row in left] == [
            "2025-06-30",
            "2025-08-20",
            "2026-02-20",
            "2026-04-01",
        ]


def test_a_row_with_a_key_is_never_taken_away(engine: Engine, tmp_path: Path) -> None:
    load(engine, SAMPLES / "tiny")
    rows = without_keys(read_tiny()["contacts"], "contact_id")
    folder = write_folder(tmp_path / "f", {"contacts": [rows[0], rows[-1]]})

    assert load(engine, folder).counts["contacts"].removed == 0


def test_a_file_with_some_keys_takes_nothing_away(engine: Engine, tmp_path: Path) -> None:
    load(engine, keyless_tiny(tmp_path / "all"))
    rows = read_tiny()["contacts"]
    kept = [rows[0] | {"contact_id": "N1", "contacted_on": "2025-01-19"}, rows[-1] | {"contact_id": ""}]

    result = load(engine, write_folder(tmp_path / "f", {"contacts": kept}))

    assert (result.counts["contacts"].removed, result.counts["contacts"].new) == (0, 1)


def test_a_column_that_a_keyless_file_lacks_keeps_its_values(engine: Engine, tmp_path: Path) -> None:
    load(engine, keyless_tiny(tmp_path / "all"))
    before = dump(engine)
    rows = [
        {name: value for name, value in row.items() if name not in {"contact_id", "client_id"}}
        for row in read_tiny()["contacts"]
    ]

    result = load(engine, write_folder(tmp_path / "f", {"contacts": rows}))

    assert result.changes == 0
    assert dump(engine) == before
