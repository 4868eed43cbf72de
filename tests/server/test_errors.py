"""What goes wrong is said in words; where it went wrong stands in the log, and nothing about a person."""

import logging
import re
from pathlib import Path

import pytest
from dash import Input, Output

from dashboard.app import BryggaDash, create_app
from dashboard.callbacks.group import CallbackGroup
from dashboard.domain.access import EVERYONE, Role
from dashboard.domain.errors import DatabaseUnreachable, InvalidParameter, NotFound
from dashboard.reports.access import Access
from dashboard.server.errors import plain
from dashboard.settings import Settings
from tests.server.conftest import Browser
from tests.server.test_callbacks import body_of

ERRORS = {
    "unknown": lambda: {"client K-16": 1}["client K-17"],
    "code": lambda: None + 1,  # type: ignore[operator]
    "missing": lambda: _raise(NotFound("Det finns ingen arbetsgivare A9.")),
    "wrong": lambda: _raise(InvalidParameter("Datumet är fel.")),
    "away": lambda: _raise(DatabaseUnreachable("Databasen svarar inte.")),
    "newline": lambda: _raise(TypeError("a\nERROR forged line\x1b[31m")),
}


def _raise(error: Exception) -> None:
    raise error


group = CallbackGroup(allow=EVERYONE)


@group.callback(Output("svar", "children"), Input("fraga", "value"))
def break_something(access: Access, value: str | None) -> str:
    """Fail in the way that the value names."""
    ERRORS[value or ""]()
    return "ok"


@pytest.fixture
def breaking(own_settings: Settings) -> tuple[Browser, BryggaDash]:
    app = create_app(own_settings, groups=[group])
    browser = Browser(app.server.test_client())
    browser.sign_in("manager")
    return browser, app


def answer_to(breaking: tuple[Browser, BryggaDash], value: str):
    browser, app = breaking
    body = body_of(app, "svar.children")
    body["inputs"][0]["value"] = value
    return browser.call(body)


@pytest.mark.parametrize(
    ("value", "status", "sentence"),
    [
        ("missing", 404, "Det finns ingen arbetsgivare A9."),
        ("wrong", 400, "Datumet är fel."),
        ("away", 503, "Databasen svarar inte."),
        ("unknown", 500, "Det är inte ditt fel. Försök igen; om det händer igen, uppge felnumret."),
    ],
)
def test_an_error_in_a_callback_is_a_sentence(breaking, value: str, status: int, sentence: str) -> None:
    answer = answer_to(breaking, value)
    assert (answer.status_code, answer.json["error"]) == (status, sentence)
    assert "Traceback" not in answer.text
    assert "K-17" not in answer.text


def test_the_number_that_the_person_sees_is_in_the_log(breaking, caplog: pytest.LogCaptureFixture) -> None:
    answer = answer_to(breaking, "unknown")
    line = next(record.getMessage() for record in caplog.records if record.name == "brygga")
    assert line.startswith(f"{answer.json['id']} /_dash-update-component KeyError ")
    assert "test_errors.py:" in line


def test_the_log_quotes_no_value_no_cookie_and_no_body(breaking, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    browser, _app = breaking
    answer_to(breaking, "unknown")
    browser.client.get("/finns-inte?q=K-17")
    assert "K-17" not in caplog.text
    assert browser.session_token() not in caplog.text
    assert browser.csrf() not in caplog.text


def test_a_line_in_the_log_cannot_be_forged(breaking, caplog: pytest.LogCaptureFixture) -> None:
    answer_to(breaking, "newline")
    line = next(record.getMessage() for record in caplog.records if record.name == "brygga")
    assert "\n" not in line
    assert "\x1b" not in line
    assert plain("a\r\nb\u2028c\x00") == "a��b�c�"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_an_error_page_is_in_the_readers_language_and_in_the_look(signed_in, language: str) -> None:
    browser = signed_in(Role.VISITOR)
    browser.client.set_cookie("brygga_language", language)
    page = browser.get("/finns-inte").text
    assert f'<html lang="{language}">' in page
    assert ("Sidan finns inte" if language == "sv" else "The page does not exist") in page
    assert re.search(r'href="/assets/20-look\.css\?m=\d+"', page)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "TRACE"])
def test_a_method_that_is_not_meant_is_refused_in_words(signed_in, method: str) -> None:
    browser = signed_in(Role.MANAGER)
    answer = browser.client.open("/healthz", method=method, headers=browser.headers)
    assert answer.status_code in {403, 405}
    assert "The method is not allowed" not in answer.text


def test_a_database_that_goes_away_and_comes_back(own_settings: Settings) -> None:
    app = create_app(own_settings)
    browser = Browser(app.server.test_client())
    browser.sign_in("visitor")
    file = own_settings.data_dir / "brygga.db"
    away = file.with_suffix(".away")
    _forget_connections(app)
    file.rename(away)
    file.mkdir()  # a folder can never be opened as a database
    page = browser.get("/")
    assert page.status_code == 503
    assert "Databasen svarar inte" in page.text
    assert page.headers["Retry-After"] == "5"
    assert browser.get("/_dash-layout").status_code == 503
    assert browser.get("/readyz").status_code == 503
    assert browser.get("/healthz").status_code == 200
    with browser.get("/assets/20-look.css") as sheet:
        assert sheet.status_code == 200
    file.rmdir()
    away.rename(file)
    assert browser.get("/_dash-layout").status_code == 200
    assert browser.get("/readyz").status_code == 200


def test_the_log_tells_the_page_and_no_key_no_secret_and_nothing_that_was_typed(
    own_settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    app = create_app(own_settings)
    browser = Browser(app.server.test_client())
    browser.sign_in("coach")
    assert browser.get("/kund/K-17/matchning").status_code == 403
    assert browser.get("/kund/850709-9805").status_code == 403
    file = own_settings.data_dir / "brygga.db"
    _forget_connections(app)
    file.rename(file.with_suffix(".away"))
    file.mkdir()
    paths = (f"/kalender/{'s' * 43}.ics", "/kund/K-17", "/850709-9805", "/natverk")
    assert {browser.get(path).status_code for path in paths} == {503}
    assert not [one for one in ("K-17", "850709", "ssss") if one in caplog.text]
    said = [record.getMessage().split()[1:3] for record in caplog.records if record.name == "brygga"]
    assert said[-4:] == [
        [place, "DatabaseUnreachable"] for place in ("/kalender/…", "/kund/…", "/…", "/natverk")
    ]


def _forget_connections(app: BryggaDash) -> None:
    from dashboard.server.request_state import KEY

    app.server.extensions[KEY].ports.database.engine.dispose()


def test_readiness_says_nothing_about_data_or_version(browser: Browser) -> None:
    assert browser.get("/healthz").data == b"ok\n"
    assert browser.get("/readyz").data == b"ok\n"


def test_the_error_pages_and_modules_name_no_path_of_this_machine(breaking) -> None:
    answer = answer_to(breaking, "code")
    assert str(Path(__file__).parent) not in answer.text
