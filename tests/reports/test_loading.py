"""What the page of imports is built on: preview, answers, writing, history, undo, and who may."""

import datetime as dt
import io
import tempfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import Engine, select, update

from dashboard.data.engine import writing
from dashboard.data.models import Employer
from dashboard.domain.access import Role, Viewer
from dashboard.domain.errors import AccessDenied
from dashboard.reports import loading
from dashboard.reports.access import Access, Store
from dashboard.reports.loading import Request
from dashboard.reports.report_json import report
from tests.importer.helpers import (
    NOW,
    SAMPLES,
    TODAY,
    dump,
    read_tiny,
    set_cell,
    state,
    tiny_with,
    write_folder,
)


def access(engine: Engine, role: Role = Role.MANAGER) -> Access:
    return Access(Viewer(1, "Karin Ek", role), Store(engine))


def request(path: Path = SAMPLES / "tiny", **how) -> Request:
    return Request(path, TODAY, **how)


@pytest.mark.parametrize("role", [Role.VISITOR, Role.COACH])
def test_only_managers_and_administrators_may(sqlite_engine: Engine, role: Role) -> None:
    asked = access(sqlite_engine, role)
    for what in (
        lambda: loading.preview(asked, request()),
        lambda: loading.apply(asked, request(), mark=""),
        lambda: loading.past_imports(asked),
        lambda: loading.undo(asked, NOW),
        lambda: loading.undo_hindrance(asked),
        lambda: loading.confirm(asked, (), NOW),
        lambda: loading.mappings(asked),
        lambda: loading.forget(asked, 1),
    ):
        with pytest.raises(AccessDenied, match="Bara chefer och administratörer"):
            what()


def test_a_preview_changes_nothing_and_says_what_figures_would_become(engine: Engine) -> None:
    before = state(engine)

    seen = loading.preview(access(engine), request())

    assert state(engine) == before
    assert (seen.can_apply, seen.needs_mapping) == (True, False)
    # The tiny sample's own paper: 8 active employers, 7 active clients, 3 in work, 3 follow-ups overdue.
    after = {one.key: one.after for one in seen.headlines}
    assert (after["employers.total"], after["clients.active"]) == (8, 7)
    assert (after["clients.in_work"], after["follow_ups.overdue"]) == (3, 3)
    assert {one.before for one in seen.headlines if not one.is_share} == {0}


def test_the_figures_promised_are_those_of_the_report_afterwards(sqlite_engine: Engine) -> None:
    asked = access(sqlite_engine)
    seen = loading.preview(asked, request())
    loading.apply(asked, request(), mark=seen.mark)

    found = report(sqlite_engine, TODAY)
    for one in seen.headlines:
        area, _point, key = one.key.partition(".")
        value = found[area][key]
        assert one.after == (value["share"] if one.is_share else value), one.key


def test_what_was_seen_is_what_is_written_with_the_persons_name(engine: Engine) -> None:
    asked = access(engine)
    seen = loading.preview(asked, request(name="Kunder våren.xlsx"))
    done = loading.apply(asked, request(name="Kunder våren.xlsx"), mark=seen.mark)

    assert done.result.applied
    (past,) = loading.past_imports(asked)
    assert (past.who, past.file_name, past.state) == ("Karin Ek", "Kunder våren.xlsx", "done")


def test_nothing_is_written_when_the_data_has_moved_since_the_preview(engine: Engine) -> None:
    asked = access(engine)
    loading.apply(asked, request(), mark=loading.preview(asked, request()).mark)
    path = request(SAMPLES / "tiny.xlsx")
    seen = loading.preview(asked, path)
    with writing(engine, "somebody else") as connection:
        connection.execute(update(Employer).values(group="Annan"))
    before = state(engine)

    with pytest.raises(loading.PreviewOutdated, match="ändrats sedan förhandsvisningen"):
        loading.apply(asked, path, mark=seen.mark, yes=True)
    assert state(engine) == before


def test_nothing_is_written_when_the_file_has_changed_since(sqlite_engine: Engine, tmp_path: Path) -> None:
    asked = access(sqlite_engine)
    path = tiny_with(tmp_path / "f", lambda _tables: None)
    seen = loading.preview(asked, request(path))
    tiny_with(path, set_cell("units", 2, "name", "Ett annat"))
    with pytest.raises(loading.PreviewOutdated):
        loading.apply(asked, request(path), mark=seen.mark)


def test_a_question_is_answered_before_anything_is_written(sqlite_engine: Engine, tmp_path: Path) -> None:
    asked = access(sqlite_engine)
    loading.apply(asked, request(), mark=loading.preview(asked, request()).mark)
    rows = [row | {"postal_code": ""} for row in read_tiny()["clients"]]
    path = request(write_folder(tmp_path / "f", {"clients": rows}))

    seen = loading.preview(asked, path)
    assert [one.doubt for one in seen.result.guards] == [loading.Doubt.CLEARED]
    assert not loading.apply(asked, path, mark=seen.mark).result.applied
    assert loading.apply(asked, path, mark=seen.mark, yes=True).result.applied


def test_errors_come_as_a_table_and_as_a_workbook(sqlite_engine: Engine, tmp_path: Path) -> None:
    path = tiny_with(tmp_path / "f", set_cell("contacts", 5, "kind", "=brevduva"))
    seen = loading.preview(access(sqlite_engine), request(path))

    assert (seen.can_apply, seen.headlines) == (False, ())
    book = load_workbook(io.BytesIO(loading.findings_workbook(seen.result)))
    rows = list(book["Anmärkningar"].iter_rows(values_only=True))
    assert rows[0][:6] == ("Typ", "Blad", "Rad", "Kolumn", "Rubrik", "Värde")
    assert rows[1][:6] == ("Fel", "contacts.csv", 5, "E", "kind", "'=brevduva")
    assert len(rows) == 1 + seen.result.errors + seen.result.warnings


def test_the_good_rows_go_in_and_the_others_come_back(sqlite_engine: Engine, tmp_path: Path) -> None:
    path = tiny_with(tmp_path / "f", set_cell("contacts", 5, "kind", "brevduva"))
    asked, good = access(sqlite_engine), request(path, good_rows=True)

    seen = loading.preview(asked, good)
    done = loading.apply(asked, good, mark=seen.mark)

    assert (seen.can_apply, done.result.applied, done.rejected_rows) == (True, True, 1)
    assert load_workbook(io.BytesIO(done.rejected)).sheetnames == ["contacts"]


def test_a_header_is_suggested_confirmed_and_then_read(sqlite_engine: Engine, tmp_path: Path) -> None:
    def change(tables) -> None:
        tables["placements"] = [
            {("Startdatum" if name == "started_on" else name): cell for name, cell in row.items()}
            for row in tables["placements"]
        ]

    asked, path = access(sqlite_engine), request(tiny_with(tmp_path / "f", change))
    seen = loading.preview(asked, path)
    (one,) = seen.headers
    assert (seen.needs_mapping, seen.can_apply, one.column, one.required) == (True, False, "started_on", True)

    meaning = loading.header_meaning(one.table, one.header, one.column)
    tried = loading.preview(asked, request(path.path, meanings=(meaning,)))
    assert (tried.can_apply, loading.mappings(asked)) == (True, ())

    loading.confirm(asked, (meaning,), NOW)
    assert loading.preview(asked, path).can_apply
    loading.forget(asked, loading.mappings(asked)[0].number)
    assert not loading.preview(asked, path).can_apply


def test_an_administrator_sees_how_many_clients_go_and_not_which(
    sqlite_engine: Engine, tmp_path: Path
) -> None:
    manager = access(sqlite_engine)
    loading.apply(manager, request(), mark=loading.preview(manager, request()).mark)

    def change(tables) -> None:
        tables["steps"] = tables["steps"][1:]
        tables["follow_ups"] = tables["follow_ups"][1:]

    path = request(tiny_with(tmp_path / "f", change), replace=True)
    admin = access(sqlite_engine, Role.ADMIN)
    assert set(loading.preview(manager, path).result.removed) == {"steps", "follow_ups"}
    seen = loading.preview(admin, path).result
    assert (set(seen.removed), seen.counts["steps"].removed) == ({"follow_ups"}, 1)


def test_the_last_import_is_undone_by_name(engine: Engine) -> None:
    asked = access(engine)
    before = dump(engine, traces=True)
    assert loading.undo_hindrance(asked) == "Det finns ingen import att ångra."
    loading.apply(asked, request(), mark=loading.preview(asked, request()).mark)

    assert loading.undo_hindrance(asked) == ""
    loading.undo(asked, NOW + dt.timedelta(days=1))

    assert dump(engine, traces=True) == before
    assert loading.past_imports(asked)[0].undone_by == "Karin Ek"


def test_progress_goes_on_and_never_back(sqlite_engine: Engine) -> None:
    told: list[int] = []
    loading.preview(access(sqlite_engine), request(), progress=lambda done, _total: told.append(done))
    assert told == sorted(told)
    assert told[-1] == 1_000


def test_progress_is_told_also_while_nothing_can_be_counted(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    monkeypatch.setattr(loading, "_BEAT_S", 0.001)
    beats, enough = [], Event()

    def progress(done: int, _total: int) -> None:
        beats.append(done)
        if beats.count(0) >= 3:
            enough.set()

    with loading._beating(progress):
        assert enough.wait(10)


def test_a_preview_stopped_is_no_preview(sqlite_engine: Engine) -> None:
    with pytest.raises(loading.ImportStopped):
        loading.preview(access(sqlite_engine), request(), stop=lambda: True)


def test_nothing_of_columns_that_are_not_read_is_kept(
    sqlite_engine: Engine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    caplog.set_level("DEBUG")

    def change(tables) -> None:
        for place, row in enumerate(tables["clients"]):
            for column in range(30):
                row[f"extra {column}"] = f"Kanariefågel-{column}-{place}"
        tables["clients"][0]["birth_year"] = "1066"

    path = request(tiny_with(tmp_path / "sent", change), good_rows=True, backups=tmp_path / "backups")
    asked = access(sqlite_engine)
    done = loading.apply(asked, path, mark=loading.preview(asked, path).mark)

    assert done.result.applied
    places = [tmp_path / "brygga.db", *tmp_path.glob("brygga.db-*"), *(tmp_path / "backups").iterdir()]
    places += [place for place in (tmp_path / "temporary").rglob("*") if place.is_file()]
    assert len(places) >= 3
    for place in places:
        assert b"gel-" not in place.read_bytes(), place
    assert "gel-" not in repr(done.result) + caplog.text
    with sqlite_engine.connect() as connection:
        assert len(connection.execute(select(Employer.employer_id)).all()) == 9
