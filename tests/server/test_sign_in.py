"""Signing in and out, as a browser does it."""

import pytest

from dashboard.app import create_app
from dashboard.data.accounts import set_disabled
from dashboard.data.engine import open_engine
from dashboard.domain.access import Role
from dashboard.settings import Settings
from tests.server.conftest import PASSWORD, Browser


def test_the_form_works_without_a_script_and_helps_password_managers(browser: Browser) -> None:
    page = browser.get("/logga-in?next=/tillstand").text
    assert '<label for="username">Användarnamn</label>' in page
    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page
    assert '<input type="hidden" name="next" value="/tillstand">' in page
    assert "<script>" not in page
    assert "onpaste" not in page


def test_the_right_password_opens_the_page_that_was_wanted(browser: Browser) -> None:
    answer = browser.sign_in("Manager ", next="/tillstand")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/tillstand")
    assert browser.get("/tillstand").status_code == 200
    assert browser.get("/logga-in?next=/tillstand").headers["Location"] == "/tillstand"


def test_the_session_cookie_is_for_the_server_alone(browser: Browser) -> None:
    cookies = browser.sign_in("manager").headers.getlist("Set-Cookie")
    session = next(cookie for cookie in cookies if cookie.startswith("brygga_session="))
    assert "HttpOnly" in session
    assert "SameSite=Lax" in session
    assert "Expires" not in session
    assert "Max-Age" not in session


def test_over_https_the_cookies_are_bound_to_the_host(own_settings: Settings) -> None:
    https = own_settings.model_copy(update={"https": True})
    browser = Browser(create_app(https).server.test_client())
    token = browser.client.get("/logga-in", base_url="https://localhost").text
    value = token.split('name="csrf_token" value="')[1].split('"')[0]
    answer = browser.client.post(
        "/logga-in",
        base_url="https://localhost",
        data={"csrf_token": value, "username": "manager", "password": PASSWORD},
        headers=browser.headers,
    )
    assert answer.status_code == 303
    assert "max-age=" in answer.headers["Strict-Transport-Security"]
    for cookie in answer.headers.getlist("Set-Cookie"):
        assert cookie.startswith("__Host-")
        assert "; Secure" in cookie
        assert "Path=/;" in cookie
        assert "Domain" not in cookie


@pytest.mark.parametrize("username", ["manager", "ingen", "\x00", "x" * 3_000])
def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(
    own_browser: Browser, username: str
) -> None:
    answer = own_browser.sign_in(username, "helt fel lösenord")
    assert answer.status_code == 401
    assert "Användarnamnet eller lösenordet stämmer inte." in answer.text
    assert "<title>Fel: Logga in – Brygga</title>" in answer.text
    assert 'role="alert"' in answer.text
    assert "helt fel lösenord" not in answer.text


def test_empty_fields_are_named_and_nothing_is_counted(own_browser: Browser) -> None:
    for _ in range(6):
        answer = own_browser.sign_in("", "")
        assert (answer.status_code, "Skriv både användarnamn och lösenord." in answer.text) == (400, True)
    assert own_browser.sign_in("manager").status_code == 303


def test_many_guesses_are_slowed_down_and_told_how_long(own_browser: Browser) -> None:
    statuses = [own_browser.sign_in("manager", "helt fel lösenord").status_code for _ in range(4)]
    assert statuses == [401, 401, 401, 429]
    answer = own_browser.sign_in("manager")
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "1"
    assert "Vänta 1 sekund och försök igen." in answer.text


def test_what_was_typed_is_shown_as_text(own_browser: Browser) -> None:
    answer = own_browser.sign_in('"><img src=x onerror=alert(1)>', "helt fel lösenord")
    assert "<img" not in answer.text
    assert "&lt;img" in answer.text


def test_each_sign_in_gets_a_new_session_and_the_old_one_dies(browser: Browser) -> None:
    browser.sign_in("manager")
    old = browser.session_token()
    token = browser.form_token("/tillganglighet-finns-inte")
    browser.post_form("/logga-in", token, username="coach", password=PASSWORD)
    assert browser.session_token() not in {"", old}
    assert replay(browser, old) == 401


def replay(browser: Browser, token: str) -> int:
    fresh = browser.client.application.test_client()
    fresh.set_cookie("brygga_session", token)
    return fresh.get("/_dash-layout").status_code


def test_a_cookie_from_before_signing_out_is_worth_nothing(browser: Browser) -> None:
    browser.sign_in("visitor")
    token = browser.session_token()
    assert replay(browser, token) == 200
    answer = browser.post_form("/logga-ut")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert replay(browser, token) == 401
    assert browser.session_token() == ""


def test_signing_out_everywhere_ends_the_other_browsers_too(own_browser: Browser) -> None:
    other = Browser(own_browser.client.application.test_client())
    other.sign_in("visitor")
    own_browser.sign_in("visitor")
    own_browser.post_form("/logga-ut-overallt")
    assert replay(own_browser, other.session_token()) == 401


def test_a_closed_account_is_out_at_once(own_browser: Browser, own_settings: Settings) -> None:
    own_browser.sign_in("coach")
    engine = open_engine(own_settings.database)
    set_disabled(engine, "coach", True)
    engine.dispose()
    assert replay(own_browser, own_browser.session_token()) == 401
    assert own_browser.sign_in("coach").status_code == 401


def test_signing_out_is_never_a_link(browser: Browser, signed_in) -> None:
    inside = signed_in(Role.MANAGER)
    assert inside.get("/logga-ut").status_code == 404
    assert replay(inside, inside.session_token()) == 200
