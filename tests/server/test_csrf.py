"""A request that changes something comes from our own pages, or is refused."""

import pytest

from dashboard.app import BryggaDash
from dashboard.domain.access import Role
from tests.server.conftest import PASSWORD, UPDATE, Browser
from tests.server.test_callbacks import body_of


@pytest.fixture
def manager(signed_in) -> Browser:
    browser: Browser = signed_in(Role.MANAGER)
    return browser


def call(browser: Browser, app: BryggaDash, **headers: str) -> int:
    return browser.client.post(UPDATE, json=body_of(app, "sida.children"), headers=headers).status_code


def test_our_own_page_may_call(manager: Browser, shared_app: BryggaDash) -> None:
    token = {"X-CSRFToken": manager.csrf()}
    assert call(manager, shared_app, **token, **{"Sec-Fetch-Site": "same-origin"}) == 200
    assert call(manager, shared_app, **token, Origin="http://localhost") == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
        {"Origin": "http://evil.example"},
        {"Origin": "http://localhost.evil.example"},
        {"Origin": "https://localhost"},
        {"Origin": "null"},
    ],
)
def test_another_site_may_not_call_even_with_the_token(
    manager: Browser, shared_app: BryggaDash, headers: dict[str, str]
) -> None:
    assert call(manager, shared_app, **headers, **{"X-CSRFToken": manager.csrf()}) == 403


@pytest.mark.parametrize("token", [None, "", "x", "å"])
def test_a_call_without_the_token_is_refused(
    manager: Browser, shared_app: BryggaDash, token: str | None
) -> None:
    headers = {"Sec-Fetch-Site": "same-origin"} | ({} if token is None else {"X-CSRFToken": token})
    assert call(manager, shared_app, **headers) == 403


def test_another_persons_token_is_refused(manager: Browser, shared_app: BryggaDash, signed_in) -> None:
    other = signed_in(Role.COACH)
    headers = {"Sec-Fetch-Site": "same-origin", "X-CSRFToken": other.csrf()}
    assert call(manager, shared_app, **headers) == 403


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_what_a_plain_form_can_send_is_no_callback(manager: Browser, kind: str) -> None:
    headers = {**manager.headers, "X-CSRFToken": manager.csrf(), "Content-Type": kind}
    assert manager.client.post(UPDATE, data="{}", headers=headers).status_code == 415


def test_dashs_script_finds_the_token_in_its_cookie(manager: Browser, shared_app: BryggaDash) -> None:
    assert shared_app.config.csrf_token_name == "brygga_csrf"
    assert shared_app.config.csrf_header_name == "X-CSRFToken"
    manager.client.delete_cookie("brygga_csrf")
    assert manager.csrf() == ""
    manager.get("/tillstand")
    assert call(manager, shared_app, **manager.headers, **{"X-CSRFToken": manager.csrf()}) == 200


@pytest.mark.parametrize("token", ["", "x", "a.b", "." * 5])
def test_a_sign_in_form_of_somebody_elses_is_refused(browser: Browser, token: str) -> None:
    browser.get("/logga-in")
    answer = browser.post_form("/logga-in", token, username="manager", password=PASSWORD)
    assert answer.status_code == 403
    assert "Sidan är för gammal." in answer.text


def test_a_form_token_that_we_have_not_signed_is_refused_even_in_both_places(browser: Browser) -> None:
    browser.client.set_cookie("brygga_form", "gissad.deadbeef")
    answer = browser.post_form("/logga-in", "gissad.deadbeef", username="manager", password=PASSWORD)
    assert answer.status_code == 403


def test_forms_from_another_site_are_refused(browser: Browser) -> None:
    token = browser.form_token()
    browser.headers = {"Sec-Fetch-Site": "cross-site"}
    for path in ("/logga-in", "/sprak"):
        assert browser.post_form(path, token, username="manager", password=PASSWORD).status_code == 403


def test_signing_out_needs_the_sessions_own_token(manager: Browser) -> None:
    stranger = Browser(manager.client.application.test_client())
    assert manager.post_form("/logga-ut", stranger.form_token()).status_code == 403
    assert manager.get("/_dash-layout").status_code == 200
    assert manager.post_form("/logga-ut", manager.csrf()).status_code == 303


def test_no_address_allows_other_origins(manager: Browser) -> None:
    for path in ("/", "/tillstand", "/_dash-layout"):
        answer = manager.get(path, headers={"Origin": "http://evil.example"})
        assert not [name for name, _value in answer.headers if name.startswith("Access-Control")]
