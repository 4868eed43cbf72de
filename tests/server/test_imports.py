"""The import as the page does it: each step is a form, which may be sent twice, late, or by others."""

import datetime as dt
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from werkzeug.test import TestResponse

from dashboard.app import BryggaDash, create_app
from dashboard.data.edits import Action, Author, Edit
from dashboard.data.import_jobs import READING, job_of, move_job
from dashboard.data.in_place.write import write_edit
from dashboard.data.upload_folder import UploadFolder
from dashboard.data.writable_rows import marks_of
from dashboard.domain.access import Role, Viewer
from dashboard.reports.access import Access, Store
from dashboard.reports.import_desk import SILENT_FOR, ImportDesk, Job
from dashboard.reports.loading import State, past_imports
from dashboard.reports.same_employers import duplicates, made_decisions
from dashboard.server.imports import UPLOAD
from dashboard.settings import Settings
from tests.builders import stored_tables
from tests.importer.helpers import NOW, SAMPLES, TODAY, dump, read_tiny, write_workbook
from tests.server.conftest import Browser

TINY = (SAMPLES / "tiny.xlsx").read_bytes()


class Desk:
    """An app of the test's own, and what a manager does at it."""

    def __init__(self, app: BryggaDash, role: Role = Role.MANAGER) -> None:
        self.app = app
        self.browser = Browser(app.server.test_client())
        assert self.browser.sign_in(role.value).status_code == 303
        viewer = {one.value: number for number, one in enumerate(Role, start=1)}[role.value]
        self.access = Access(Viewer(viewer, role.value.title(), role), app.store)

    def upload(
        self, content: bytes = TINY, name: str = "tiny.xlsx", token: str | None = None
    ) -> TestResponse:
        answer = send(self.browser, content, name, token or self.browser.csrf())
        self.app.desk.wait()
        return answer

    def step(self, step: str, job: Job | None = None, **fields: str) -> TestResponse:
        about = (job or self.job).job_id
        answer = self.browser.post_form(f"/data/import/{step}", self.browser.csrf(), jobb=about, **fields)
        self.app.desk.wait()
        return answer

    @property
    def job(self) -> Job:
        found = self.app.desk.job(self.access)
        assert found is not None
        return found

    @property
    def outcome(self) -> Any:
        assert self.job.outcome is not None, self.job.sentence
        return self.job.outcome

    def undo(self, number: int) -> TestResponse:
        return self.browser.post_form("/data/import/angra", self.browser.csrf(), nummer=str(number))

    def history(self) -> list[State]:
        return [one.state for one in past_imports(self.access)]

    def files(self) -> list[str]:
        return sorted(path.name for path in (self.app.store.folder / "uploads").rglob("*") if path.is_file())


def send(browser: Browser, content: bytes, name: str, token: str, **headers: str) -> TestResponse:
    """What a browser sends for the form; written by hand, so that no file of the test client stays open."""
    plain = name.encode("ascii", "replace").decode()
    parts = (
        f'--x\r\nContent-Disposition: form-data; name="csrf_token"\r\n\r\n{token}\r\n',
        f'--x\r\nContent-Disposition: form-data; name="fil"; filename="{plain}"\r\n\r\n',
    )
    body = "".join(parts).encode() + content + b"\r\n--x--\r\n"
    kind = "multipart/form-data; boundary=x"
    given = {**browser.headers, **headers}
    return browser.client.post(UPLOAD, data=body, content_type=kind, headers=given)


@pytest.fixture
def app(own_settings: Settings) -> Iterator[BryggaDash]:
    made = create_app(own_settings)
    yield made
    made.desk.wait()


@pytest.fixture
def desk(app: BryggaDash) -> Desk:
    return Desk(app)


def workbook(folder: Path, sheets: dict[str, list[list[Any]]]) -> bytes:
    return write_workbook(folder / "made.xlsx", sheets).read_bytes()


def test_a_file_is_read_shown_written_and_undone(desk: Desk) -> None:
    empty = dump(desk.app.store.engine)

    answer = desk.upload()
    assert (answer.status_code, answer.location) == (303, "/data")
    assert (desk.job.state, desk.outcome.can_write, desk.outcome.changes) == ("ready", True, 97)
    assert dump(desk.app.store.engine) == empty

    assert desk.step("skriv").location == "/data"
    assert (desk.job.state, desk.history()) == ("done", [State.DONE])
    assert len(dump(desk.app.store.engine)["clients"]) == 8
    assert "tiny.xlsx" not in desk.files()

    desk.undo(1)
    assert desk.history() == [State.UNDONE]
    assert dump(desk.app.store.engine) == empty


def test_a_second_click_does_nothing(desk: Desk) -> None:
    desk.upload()
    job = desk.job
    desk.step("skriv", job)
    desk.step("skriv", job)
    assert desk.history() == [State.DONE]
    desk.undo(1)
    desk.undo(1)
    assert desk.history() == [State.UNDONE]
    # Nobody is told any longer that it is imported.
    assert desk.app.desk.job(desk.access) is None
    desk.step("avbryt", job)
    assert desk.step("avbryt", job).status_code == 303
    assert desk.app.desk.job(desk.access) is None


def test_a_form_about_an_older_file_does_nothing_to_the_newer(desk: Desk) -> None:
    desk.upload()
    old = desk.job
    desk.upload(name="second.xlsx")
    desk.step("skriv", old)
    desk.step("avbryt", old)
    assert (desk.job.file_name, desk.job.state, desk.history()) == ("second.xlsx", "ready", [])


def test_errors_change_nothing_and_come_as_a_workbook(desk: Desk, tmp_path: Path) -> None:
    broken = workbook(tmp_path, {"Enheter": [["enhet", "namn", "kommunkod"], ["E1", "Ett", "Ingenstans"]]})
    desk.upload(broken)
    assert (desk.outcome.errors, desk.outcome.can_write) == (1, False)
    desk.step("skriv")
    assert (desk.job.state, desk.history()) == ("ready", [])

    answer = desk.browser.get("/data/import/fel.xlsx")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="fel-att-ratta.xlsx"'
    rows = list(load_workbook(io.BytesIO(answer.data)).worksheets[0].iter_rows(values_only=True))
    assert rows[1][1:6] == ("Enheter", 2, "C", "kommunkod", "Ingenstans")


def test_good_rows_go_in_and_the_others_come_back(desk: Desk, tmp_path: Path) -> None:
    sheets = {"Enheter": [["enhet", "namn", "kommunkod"], ["E1", "Ett", "0115"], ["E2", "Två", "Ingenstans"]]}
    desk.upload(workbook(tmp_path, sheets))
    desk.step("las", godkanda="ja")
    assert (desk.outcome.can_write, desk.outcome.rejected, desk.outcome.changes) == (True, 1, 1)
    desk.step("skriv")
    assert [row[0] for row in dump(desk.app.store.engine)["units"]] == ["E1"]

    back = load_workbook(io.BytesIO(desk.browser.get("/data/import/kvar.xlsx").data))
    assert back.worksheets[0]["A2"].value == "E2"


def test_headers_and_words_are_decided_and_remembered(desk: Desk, tmp_path: Path) -> None:
    sheets = {
        "Enheter": [["enhet", "benämning"], ["E1", "Ett"]],
        "Arbetsgivare": [["arbetsgivare", "namn", "ägarform"], ["A1", "Kaffe", "privatt"]],
    }
    content = workbook(tmp_path, sheets)
    desk.upload(content)
    (header,), (word,) = desk.outcome.headers, desk.outcome.words
    assert (header.column, word.key) == ("name", "private")

    desk.step("las", None, **{"rubrik-0": "name", "ord-0": "private", "minns": "ja"})
    assert (desk.outcome.can_write, desk.outcome.headers, desk.outcome.words) == (True, (), ())

    desk.step("avbryt")
    desk.upload(content)
    assert desk.outcome.can_write


def test_an_answer_that_was_not_offered_is_none(desk: Desk, tmp_path: Path) -> None:
    desk.upload(workbook(tmp_path, {"Enheter": [["enhet", "benämning"], ["E1", "Ett"]]}))
    desk.step("las", None, **{"rubrik-0": "'; DROP TABLE units", "rubrik-9": "name"})
    assert desk.job.options.meanings == ()
    assert desk.step("las", tabell="nonsens").status_code == 400


def test_a_guard_wants_a_yes(desk: Desk, tmp_path: Path) -> None:
    full = [["arbetsgivare", "namn", "ort"], *([f"A{n}", f"Namn {n}", "Vallentuna"] for n in range(20))]
    cleared = [["arbetsgivare", "namn", "ort"], *([f"A{n}", f"Namn {n}", ""] for n in range(20))]
    desk.upload(workbook(tmp_path, {"Arbetsgivare": full}))
    desk.step("skriv")
    desk.upload(workbook(tmp_path, {"Arbetsgivare": cleared}))
    assert any("20 av 20" in text for text in desk.outcome.guards)

    desk.step("skriv")
    assert (desk.job.state, desk.history()) == ("ready", [State.DONE])
    desk.step("skriv", ja="ja")
    assert (desk.job.state, desk.history()) == ("done", [State.DONE, State.DONE])


def test_the_second_person_is_told_who_is_at_it(app: BryggaDash, desk: Desk, tmp_path: Path) -> None:
    desk.upload()
    other = Desk(app, Role.ADMIN)
    assert app.desk.job(other.access) is None
    (told,) = app.desk.others(other.access)
    assert told.startswith("Manager håller på att läsa in tiny.xlsx sedan ")

    other.upload(workbook(tmp_path, {"Enheter": [["enhet", "namn"], ["E9", "Nio"]]}))
    desk.step("skriv")
    other.step("skriv")
    assert other.job.state == "failed"
    assert "Data har ändrats sedan" in other.job.sentence


def test_two_keys_of_one_employer_are_decided_and_taken_back(desk: Desk, tmp_path: Path) -> None:
    head = ["arbetsgivare", "namn", "organisationsnummer", "ort"]
    twins = [["A1", "Kaffeboden AB", "556036-0793", "Ekvik"], ["A2", "Kaffeboden", "556036-0793", "Ekvik"]]
    desk.upload(workbook(tmp_path, {"Arbetsgivare": [head, *twins]}))
    desk.step("skriv")

    def send_form(step: str, **fields: str) -> None:
        assert (
            desk.browser.post_form(f"/data/import/{step}", desk.browser.csrf(), **fields).status_code == 303
        )

    for _click in range(2):
        send_form("samma", ett="A1", annat="A2", svar="annat")
    assert [row[0] for row in dump(desk.app.store.engine)["employers"]] == ["A2"]
    (decision,) = made_decisions(desk.access)
    for _click in range(2):
        send_form("samma-angra", nummer=str(decision.number))
    assert [row[0] for row in dump(desk.app.store.engine)["employers"]] == ["A1", "A2"]
    send_form("samma", ett="A1", annat="A2", svar="tva")
    assert duplicates(desk.access) == ()


@pytest.mark.parametrize("role", [Role.VISITOR, Role.COACH])
def test_others_get_403_before_anything_is_read(signed_in: Callable[[Role], Browser], role: Role) -> None:
    browser = signed_in(role)
    # Past the limit: who may not load data is told so before the size is looked at.
    assert send(browser, b"x" * 20_100_000, "tiny.xlsx", browser.csrf()).status_code == 403
    for step in ("las", "skriv", "avbryt", "angra", "samma", "samma-angra"):
        assert browser.post_form(f"/data/import/{step}", browser.csrf()).status_code == 403
    for name in ("fel.xlsx", "kvar.xlsx"):
        assert browser.get(f"/data/import/{name}").status_code == 403


def test_nobody_gets_in_without_a_session_or_a_token(app: BryggaDash, desk: Desk) -> None:
    browser = Browser(app.server.test_client())
    assert send(browser, TINY, "tiny.xlsx", browser.form_token()).status_code == 401
    assert desk.upload(token="made-up").status_code == 403
    from_elsewhere = {"Sec-Fetch-Site": "cross-site"}
    answer = send(desk.browser, TINY, "tiny.xlsx", desk.browser.csrf(), **from_elsewhere)
    assert answer.status_code == 403
    assert desk.app.desk.job(desk.access) is None


def test_a_file_past_the_limit_is_told_in_words_with_413(desk: Desk) -> None:
    answer = desk.upload(b"x" * 20_100_000)
    assert answer.status_code == 413
    assert "större än 20 MB" in answer.text
    assert desk.upload(b"PK" + b"x" * 15_000_000).status_code == 303
    assert desk.job.state == "failed"


def test_other_forms_may_still_be_no_larger_than_before(desk: Desk) -> None:
    answer = desk.browser.post_form("/data/import/skriv", desk.browser.csrf(), jobb="x" * 1_100_000)
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("../../etc/passwd.csv", "passwd.csv"),
        ("C:\\Users\\maja\\våra kunder.xlsx", "våra kunder.xlsx"),
        ("a<b>&\n.xlsx", "a_b___.xlsx"),
        ("~$lås.xlsx", "lås.xlsx"),
        ("..", "file"),
        ("x" * 300 + ".xlsx", "x" * 95 + ".xlsx"),
    ],
)
def test_the_files_own_name_leads_nowhere(tmp_path: Path, name: str, stored: str) -> None:
    place = UploadFolder(tmp_path / "a").file(name)
    assert (place.name, place.parent) == (stored, tmp_path / "a" / "file")


def test_an_upload_lies_under_a_random_name_that_its_owner_alone_can_open(desk: Desk) -> None:
    desk.upload(name="../../../kunder.xlsx")
    uploads = desk.app.store.folder / "uploads"
    (folder,) = uploads.iterdir()
    assert (folder / "file" / "kunder.xlsx").exists()
    assert re.fullmatch("[0-9a-f]{32}", folder.name)
    assert [path for path in (uploads, folder, folder / "file") if path.stat().st_mode & 0o077] == []


def test_a_personal_identity_number_in_the_name_is_refused(desk: Desk) -> None:
    answer = desk.upload(name="19121212-1212.xlsx")
    assert answer.status_code == 400
    assert "1212" not in answer.text.replace("121212", "")
    assert desk.app.desk.job(desk.access) is None


def test_a_file_whose_name_does_not_tell_can_be_said_to_be_a_table(desk: Desk) -> None:
    desk.upload(b"enhet;namn\nE1;Ett\n", "lista.csv")
    assert desk.job.state == "failed"
    desk.step("las", tabell="units")
    assert desk.outcome.can_write


def test_an_import_without_a_sign_of_life_is_told_and_can_be_read_again(desk: Desk) -> None:
    desk.upload()
    job = desk.job
    engine = desk.app.store.engine
    assert move_job(engine, job.job_id, ("ready",), READING)
    later = ImportDesk(desk.app.store, lambda: dt.datetime.now(dt.UTC) + SILENT_FOR + dt.timedelta(seconds=5))
    found = later.job(desk.access)
    assert found is not None
    assert found.state == "cut_off"
    later.read_again(desk.access, job.job_id, job.options)
    later.wait()
    assert desk.job.state == "ready"


def test_what_nobody_came_back_to_is_gone_after_a_day_and_at_start(
    own_settings: Settings, desk: Desk
) -> None:
    desk.upload()
    stray = desk.app.store.folder / "uploads" / ("0" * 32)
    stray.mkdir()
    (stray / "left.xlsx").write_bytes(b"x")

    create_app(own_settings)
    assert not stray.exists()
    assert "tiny.xlsx" in desk.files()

    tomorrow = dt.datetime.now(dt.UTC) + dt.timedelta(hours=25)
    ImportDesk(desk.app.store, lambda: tomorrow).sweep()
    assert desk.files() == []
    assert job_of(desk.app.store.engine, desk.access.viewer.user_id) is None


def test_stopping_while_it_is_read_leaves_nothing(desk: Desk) -> None:
    desk.upload()
    desk.step("avbryt")
    assert desk.files() == []
    assert desk.app.desk.job(desk.access) is None


def test_the_demo_says_no_before_a_file_is_chosen(tmp_path: Path) -> None:
    from sqlalchemy import update

    from dashboard.cli.database import ready_engine
    from dashboard.data.engine import keeping
    from dashboard.data.models import DataState
    from dashboard.pages.data_import import import_card
    from tests.components.drawn import text

    engine = ready_engine(Settings(data_dir=tmp_path / "demo"))
    with keeping(engine) as connection:
        connection.execute(update(DataState).values(demo=True))
    access = Access(Viewer(1, "Maja", Role.MANAGER), Store(engine, tmp_path))
    shown = text(import_card(access))
    assert "brygga demo --remove" in shown
    assert "Välj er arbetsbok" not in shown
    engine.dispose()


def test_what_was_written_in_place_stays_unless_the_file_is_said_to_win(app: BryggaDash) -> None:
    desk = Desk(app)
    desk.upload()
    desk.step("skriv", ja="ja")
    engine = app.store.engine
    rows = read_tiny()["follow_ups"]
    row = next(one for one in rows if not one["done_on"] and not one["cancelled"])
    seen = marks_of(engine, "follow_ups", [row["follow_up_id"]])[row["follow_up_id"]]
    done = {"done_on": "2026-11-20"}
    edit = Edit(Action.FOLLOW_UP_DONE, "follow_ups", done, row["follow_up_id"], seen)
    write_edit(engine, edit, Author(1, "Anna"), now=NOW, today=TODAY)
    row["done_on"] = "2026-11-19"
    text = "\n".join(",".join(one.values()) for one in [dict(zip(row, row, strict=True)), *rows])

    def stored_day() -> str:
        found = (
            one for one in stored_tables(engine)["follow_ups"] if one["follow_up_id"] == row["follow_up_id"]
        )
        return str(next(found)["done_on"])

    desk.upload(text.encode(), "follow_ups.csv")
    assert ["står kvar" in guard for guard in desk.outcome.guards] == [True]
    desk.step("skriv", ja="ja")
    assert stored_day() == "2026-11-20"
    desk.step("las", None, **{"filen-galler": "ja"})
    assert ["ersätts" in guard for guard in desk.outcome.guards] == [True]
    desk.step("skriv")
    assert stored_day() == "2026-11-20"
    desk.step("skriv", ja="ja")
    assert stored_day() == "2026-11-19"
