"""The commands: what they say, how they end, and that no one ever meets a trace."""

import io
import json
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from dashboard.cli import COMMANDS
from dashboard.cli.serve_command import address, prepare, warnings
from dashboard.cli.serving import Server
from dashboard.domain.errors import SettingsError
from dashboard.settings import Settings
from tests.builders import SAMPLES
from tests.cli.conftest import PASSWORD, Run


@pytest.mark.parametrize(
    "command", [[], *[[name] for name in sorted(COMMANDS)], ["user", "add"], ["user", "roles"]]
)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_help_teaches_with_examples_in_both_languages(brygga: Run, command: list[str], language: str) -> None:
    result = brygga(*command, "--help", language=language)
    assert result.exit_code == 0
    assert ("Användning: brygga" if language == "sv" else "Usage: brygga") in result.output
    assert ("Exempel:" if language == "sv" else "Examples:") in result.output
    assert "  brygga " in result.output


def test_the_language_can_change_between_two_runs(brygga: Run) -> None:
    swedish, english, again = (brygga("--help", language=one).output for one in ("sv", "en", "sv"))
    assert swedish == again
    assert "Kommandon" in swedish
    assert "Commands" in english


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nonsens"], "Kommandot 'nonsens' finns inte."),
        (["serve", "--nonsens"], "Flaggan '--nonsens' finns inte."),
        (["serve", "--port", "x"], "Fel värde för '--port'"),
        (["serve", "--port", "0"], "ligger inte inom"),
        (["user", "add", "karin"], "Flagga saknas '--role'"),
        (["user", "add", "karin", "--role", "chef"], "är inget av"),
        (["user", "disable"], "Argument saknas 'USERNAME'"),
        (["report", "--on", "igår"], "”igår” är inget datum. Skriv det som 2026-06-30."),
        (["report", "--from", "2026-02-30"], "”2026-02-30” är inget datum."),
        (["report", "--format", "pdf"], "är inget av 'json', 'xlsx', 'text', 'pptx'"),
        (["report", "--on", "20260630"], "”20260630” är inget datum."),
        (["report", "--on", "0001-01-01"], "0001-01-01 ligger utanför åren 1900–2100."),
        (["report", "--to", "9999-12-31"], "9999-12-31 ligger utanför åren 1900–2100."),
    ],
)
def test_wrong_use_is_said_in_words_with_code_2(brygga: Run, arguments: list[str], words: str) -> None:
    result = brygga(*arguments)
    assert result.exit_code == 2
    assert words in result.output
    assert "Traceback" not in result.output


def test_a_period_that_ends_before_it_begins_is_one_sentence(brygga: Run) -> None:
    result = brygga("report", "--from", "2026-06-30", "--to", "2026-01-01")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Perioden börjar 2026-06-30, efter att den slutar 2026-01-01.\n"


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"port": "abc"}, "BRYGGA_PORT"),
        ({"language": "de"}, "BRYGGA_LANGUAGE"),
        ({"database_url": "mysql://x/y"}, "SQLite eller PostgreSQL"),
        ({"database_url": "nonsens"}, "BRYGGA_DATABASE_URL"),
        ({"database_url": "postgresql://x@127.0.0.1:1/x"}, "atabas"),
    ],
)
@pytest.mark.parametrize("command", [["user", "list"], ["report"], ["settings", "list"], ["serve"]])
def test_a_bad_setting_is_one_sentence_on_standard_error(
    brygga: Run, settings: dict[str, str], words: str, command: list[str]
) -> None:
    result = brygga(*command, **settings)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_folder_that_cannot_be_made_is_one_sentence(brygga: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    result = brygga("user", "list", data_dir=str(tmp_path / "file" / "x"))
    assert result.exit_code == 2
    assert "BRYGGA_DATA_DIR" in result.stderr


def test_a_file_that_is_no_database_is_one_sentence(brygga: Run, data_dir: Path) -> None:
    data_dir.mkdir()
    (data_dir / "brygga.db").write_bytes(b"not a database at all" * 100)
    result = brygga("user", "list")
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert "ingen databas" in result.stderr


def test_a_newer_schema_is_refused(with_karin: Run, data_dir: Path) -> None:
    with sqlite3.connect(data_dir / "brygga.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    for command in (["user", "list"], ["report"], ["serve"]):
        result = with_karin(*command)
        assert result.exit_code == 2
        assert "nyare version av Brygga" in result.stderr
    checked = with_karin("check")
    assert checked.exit_code == 1
    assert "nyare version av Brygga" in checked.stdout


def test_an_account_is_made_with_a_password_asked_for_twice(brygga: Run) -> None:
    result = brygga(
        "user", "add", "Anna", "--role", "admin", "--name", "Anna Å", given=f"{PASSWORD}\n{PASSWORD}\n"
    )
    assert result.exit_code == 0
    assert "anna kan nu logga in som Administratör." in result.stdout
    assert PASSWORD not in result.output
    listed = brygga("user", "list").stdout
    assert re.search(r"anna +Administratör +kan logga in +Anna Å", listed)


def test_two_different_passwords_are_asked_for_again(brygga: Run) -> None:
    given = f"{PASSWORD}\nnågot annat\n{PASSWORD}\n{PASSWORD}\n"
    result = brygga("user", "add", "anna", "--role", "admin", given=given)
    assert result.exit_code == 0
    assert "Fel: de två är inte lika." in result.output


@pytest.mark.parametrize("password", ["kort", "brygga-brygga", "", "password1234"])
def test_a_weak_password_is_refused_in_a_sentence(brygga: Run, password: str) -> None:
    result = brygga("user", "add", "anna", "--role", "admin", "--password-stdin", given=password + "\n")
    assert result.exit_code == 2
    assert "Lösenordet" in result.stderr
    assert "anna" not in brygga("user", "list").stdout


def test_an_unknown_coach_is_refused(brygga: Run) -> None:
    arguments = ["user", "add", "anna", "--role", "coach", "--coach", "C9", "--password-stdin"]
    result = brygga(*arguments, given=PASSWORD + "\n")
    assert result.exit_code == 2
    assert "”C9”" in result.stderr


def test_a_coachs_account_without_a_coach_is_told_what_it_lacks(brygga: Run) -> None:
    result = brygga("user", "add", "anna", "--role", "coach", "--password-stdin", given=PASSWORD + "\n")
    assert "Ange --coach" in result.stdout


def test_an_account_can_be_closed_and_opened_and_given_password_and_role(with_karin: Run) -> None:
    assert "har loggats ut" in with_karin("user", "disable", "Karin").stdout
    assert "är stängt" in with_karin("user", "list").stdout
    assert "kan logga in igen" in with_karin("user", "enable", "karin").stdout
    changed = with_karin("user", "password", "karin", "--password-stdin", given="en annan lång fras\n")
    assert "nytt lösenord" in changed.stdout
    assert "karin är nu Besökare" in with_karin("user", "roles", "karin", "visitor").stdout
    assert "Besökare" in with_karin("user", "list").stdout


@pytest.mark.parametrize("command", [["disable"], ["enable"], ["password"]])
def test_an_account_that_does_not_exist_is_named(with_karin: Run, command: list[str]) -> None:
    result = with_karin("user", *command, "ingen")
    assert result.exit_code == 2
    assert result.stderr == "Det finns inget konto som heter ”ingen”.\n"


def test_the_roles_are_explained(brygga: Run) -> None:
    result = brygga("user", "roles")
    assert [line.split()[0] for line in result.stdout.splitlines()] == [
        "visitor",
        "coach",
        "manager",
        "admin",
    ]
    assert brygga("user", "roles", "karin").exit_code == 2


def test_check_on_a_new_machine_says_what_comes_next(brygga: Run, data_dir: Path) -> None:
    result = brygga("check")
    assert result.exit_code == 0
    assert "obs  Databas: finns inte ännu." in result.stdout
    assert not (data_dir / "brygga.db").exists()  # looking must not make one


def test_check_after_the_first_account_is_in_order(with_karin: Run) -> None:
    result = with_karin("check")
    assert result.exit_code == 0
    states = [line.split()[0] for line in result.stdout.splitlines()]
    assert states == ["ok"] * 7
    assert "Konton: 1 kan logga in." in result.stdout


def test_check_says_each_error_and_ends_with_1(with_karin: Run, data_dir: Path) -> None:
    (data_dir / "secret.key").write_text("kort")
    (data_dir / "secret.key").chmod(0o600)
    result = with_karin("check", database_url="postgresql://x@127.0.0.1:1/x", host="0.0.0.0")
    assert result.exit_code == 1
    assert "obs  Inställningar: lyssnar på 0.0.0.0:8050 utan https." in result.stdout
    assert "fel  Den hemliga nyckeln" in result.stdout
    assert "fel  Databasen kan inte öppnas." in result.stdout
    assert "Traceback" not in result.output


def test_check_finds_a_dangerous_environment(brygga: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASH_DEBUG", "1")
    result = brygga("check")
    assert result.exit_code == 1
    assert "DASH_DEBUG" in result.stdout
    served = brygga("serve")
    assert served.exit_code == 2
    assert "DASH_DEBUG" in served.stderr


def test_check_can_bring_the_schema_up(brygga: Run, empty_postgres_address: str) -> None:
    before = brygga("check", database_url=empty_postgres_address)
    assert before.exit_code == 1
    assert "brygga check --upgrade" in before.stdout
    after = brygga("check", "--upgrade", database_url=empty_postgres_address)
    assert after.exit_code == 0
    assert "PostgreSQL svarar" in after.stdout


def test_the_report_of_an_empty_database_is_whole_json(brygga: Run, tmp_path: Path) -> None:
    result = brygga("report", "--on", "2026-06-30")
    assert result.exit_code == 0
    report = json.loads(result.stdout)
    assert (report["meta"]["on"], report["meta"]["from"], report["meta"]["to"]) == (
        "2026-06-30",
        "2025-07-01",
        "2026-06-30",
    )
    written = brygga("report", "--on", "2026-06-30", "--output", str(tmp_path / "ut.json"))
    assert written.exit_code == 0
    assert written.stdout == ""
    assert json.loads((tmp_path / "ut.json").read_text()) == report


def test_a_report_that_cannot_be_written_is_one_sentence(brygga: Run, tmp_path: Path) -> None:
    result = brygga("report", "--output", str(tmp_path / "ingen" / "ut.json"))
    assert result.exit_code == 2
    assert "kan inte skrivas: det finns ingen sådan mapp" in result.stderr


@pytest.mark.parametrize("option", ["--unit", "--programme"])
@pytest.mark.parametrize("form", ["json", "xlsx", "text"])
def test_a_report_of_a_unit_that_does_not_exist_is_one_sentence(brygga: Run, option: str, form: str) -> None:
    result = brygga("report", option, "U99", "--format", form)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "U99" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_the_report_can_be_read_in_words_in_both_languages(brygga: Run) -> None:
    arguments = ["report", "--format", "text", "--on", "2026-06-30"]
    assert brygga(*arguments).stdout.startswith("Rapport per 30 juni 2026")
    assert brygga(*arguments, language="en").stdout.startswith("Report as of 30 June 2026")


def test_the_report_can_be_a_workbook(brygga: Run, tmp_path: Path) -> None:
    path = tmp_path / "ut.xlsx"
    written = brygga("report", "--format", "xlsx", "--on", "2026-06-30", "--output", str(path))
    assert (written.exit_code, written.stdout) == (0, "")
    assert load_workbook(path).sheetnames[:2] == ["Om rapporten", "Arbetsgivare"]
    streamed = brygga("report", "--format", "xlsx", "--on", "2026-06-30")
    assert load_workbook(io.BytesIO(streamed.stdout_bytes)).sheetnames == load_workbook(path).sheetnames


def test_the_report_to_the_board_can_be_a_presentation(brygga: Run, tmp_path: Path) -> None:
    path = tmp_path / "namnden.pptx"
    given = ["report", "--format", "pptx", "--on", "2026-06-30", "--card", "targets", "--card", "work"]
    assert brygga(*given, "--output", str(path)).exit_code == 0
    first, *cards = Presentation(str(path)).slides
    assert first.shapes.title.text_frame.text == "Rapport till nämnden"
    assert len(cards) == 2
    misplaced = brygga("report", "--card", "work")
    assert (misplaced.exit_code, "--format pptx" in misplaced.stderr) == (2, True)


def test_a_workbook_is_not_thrown_at_a_screen(brygga: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.cli.report_command.on_a_screen", lambda: True)
    result = brygga("report", "--format", "xlsx")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--output rapport.xlsx" in result.stderr


def test_a_report_loads_neither_the_server_nor_the_migrations() -> None:
    loaded = "import sys, dashboard.cli.report_command; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    modules = {name.partition(".")[0] for name in done.stdout.split()}
    assert {"pandas", "sqlalchemy"} <= modules
    assert modules.isdisjoint({"dash", "flask", "gunicorn", "alembic", "plotly", "networkx", "openpyxl"})


def settings_of(data_dir: Path, **changes: object) -> Settings:
    return Settings(data_dir=data_dir).model_copy(update=changes)


def test_serve_says_where_it_is_and_that_nobody_can_sign_in(data_dir: Path) -> None:
    lines = prepare(settings_of(data_dir))
    assert lines[0] == "Brygga: http://127.0.0.1:8050  (stoppa med Ctrl+C)"
    assert "brygga user add" in lines[1]


def test_serve_warns_when_others_reach_it_without_https() -> None:
    assert "https" in warnings(Settings(host="0.0.0.0"), accounts=1)[0]
    assert warnings(Settings(host="0.0.0.0", https=True), accounts=1) == []
    assert warnings(Settings(), accounts=1) == []
    assert address(Settings(host="::1")) == "http://[::1]:8050"


@pytest.mark.parametrize("changes", [{"host": "0.0.0.0"}, {"host": "192.168.1.5"}, {"trusted_proxies": 1}])
def test_a_demo_is_never_served_to_others(data_dir: Path, brygga: Run, changes: dict[str, object]) -> None:
    prepare(settings_of(data_dir))
    with sqlite3.connect(data_dir / "brygga.db") as connection:
        connection.execute("UPDATE data_state SET demo = 1")
    connection.close()
    with pytest.raises(SettingsError, match="den här datorn"):
        prepare(settings_of(data_dir, **changes))


def test_gunicorn_is_set_up_from_our_settings(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["brygga"])
    server = Server(settings_of(data_dir, host="::1", port=9000, workers=2, threads=4), make=dict)
    assert server.cfg.address == [("::1", 9000)]
    assert (server.cfg.workers, server.cfg.threads, server.cfg.worker_class_str) == (2, 4, "gthread")
    assert server.cfg.control_socket_disable is True


def test_a_template_is_written_in_either_language_and_never_over_another_file(
    brygga: Run, tmp_path: Path
) -> None:
    path = tmp_path / "mall.xlsx"
    assert brygga("template", str(path)).exit_code == 0
    assert load_workbook(path).sheetnames[:2] == ["Läs först", "Enheter"]

    again = brygga("template", str(path), "--language", "en")
    assert again.exit_code == 2
    assert "finns redan och lämnas som den är" in again.output
    assert brygga("template", str(tmp_path / "en.xlsx"), "--language", "en").exit_code == 0
    assert load_workbook(tmp_path / "en.xlsx").sheetnames[:2] == ["Read first", "units"]


def test_an_export_goes_into_a_workbook_a_zip_or_a_new_folder_and_back(brygga: Run, tmp_path: Path) -> None:
    brygga("import", str(SAMPLES / "tiny.xlsx"))
    for target in ("allt.xlsx", "allt.zip", "allt"):
        assert brygga("export", str(tmp_path / target)).exit_code == 0
        read_back = brygga("import", str(tmp_path / target))
        assert read_back.exit_code == 0, read_back.output
        assert "Inget ändrades." in read_back.output
    assert (tmp_path / "allt.xlsx").stat().st_mode & 0o077 == 0

    assert "är inte tom" in brygga("export", str(tmp_path / "allt")).output
    assert "Skriv till en .xlsx-arbetsbok" in brygga("export", str(tmp_path / "allt.csv")).output
