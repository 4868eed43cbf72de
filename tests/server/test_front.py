"""The first page, the language, and where each role is taken."""

import pytest
from sqlalchemy import update

from dashboard.app import create_app
from dashboard.cli.database import ready_engine
from dashboard.data.demo_accounts import add_demo_accounts
from dashboard.data.engine import keeping
from dashboard.data.models import DataState
from dashboard.domain.access import Role
from dashboard.pages import PAGES
from dashboard.server.secret_key import secret_key
from dashboard.settings import Settings
from tests.server.conftest import Browser


def test_the_first_page_says_what_brygga_is_and_leads_in(browser: Browser) -> None:
    page = browser.get("/").text
    assert '<html lang="sv">' in page
    assert "<h1>Bron till arbete byggs av relationer</h1>" in page
    assert '<a class="b-btn b-btn--primary" href="/logga-in">Logga in</a>' in page
    assert "aldrig namn eller personnummer" in page
    assert "<script>" not in page
    assert page.count("<h1") == 1


@pytest.mark.parametrize("path", ["/", "/logga-in", "/finns-inte"])
@pytest.mark.parametrize("inside", [True, False])
def test_in_english_no_swedish_is_left(signed_in, browser: Browser, path: str, inside: bool) -> None:
    reader = signed_in(Role.VISITOR) if inside else browser
    reader.client.set_cookie("brygga_language", "en")
    page = reader.get(path, follow_redirects=True).text
    assert '<html lang="en">' in page
    visible = page.replace("Svenska", "")
    assert not [letter for letter in "åäöÅÄÖ" if letter in visible]


def test_the_language_is_switched_by_a_form_and_leads_back(browser: Browser) -> None:
    answer = browser.post_form("/sprak", language="en", next="/logga-in")
    assert answer.status_code == 303
    assert "brygga_language=en" in answer.headers["Set-Cookie"]
    assert "HttpOnly" in answer.headers["Set-Cookie"]
    assert "Sign in" in browser.get("/logga-in").text


def test_without_a_place_to_return_to_the_browsers_own_word_counts(browser: Browser) -> None:
    token = browser.form_token()
    browser.headers["Referer"] = "http://localhost/natverk?coach=C1"
    assert browser.post_form("/sprak", token, language="en").headers["Location"] == "/natverk?coach=C1"
    browser.headers["Referer"] = "http://evil.example/natverk"
    assert browser.post_form("/sprak", token, language="sv").headers["Location"] == "/"


@pytest.mark.parametrize("language", ["de", "", "../..", "x" * 5_000])
def test_an_unknown_language_changes_nothing(browser: Browser, language: str) -> None:
    answer = browser.post_form("/sprak", language=language)
    assert answer.status_code == 303
    assert not any("brygga_language" in cookie for cookie in answer.headers.getlist("Set-Cookie"))


def test_the_copys_own_language_is_for_those_who_have_not_chosen(own_settings: Settings) -> None:
    english = create_app(own_settings.model_copy(update={"language": "en"}))
    assert '<html lang="en">' in english.server.test_client().get("/").text


@pytest.mark.parametrize("role", list(Role))
def test_each_role_is_taken_to_the_first_page_of_its_menu(signed_in, role: Role) -> None:
    answer = signed_in(role).get("/")
    shown = [page for page in PAGES if page.place in {"menu", "below"} and page.path != "/"]
    menu = [page.path for page in shown if role in page.roles]
    if menu:
        assert (answer.status_code, answer.headers["Location"]) == (302, menu[0])
    else:
        assert answer.status_code == 200
        assert role.value.title() in answer.text


def test_a_visitor_is_told_what_there_is_to_see(signed_in) -> None:
    assert "Inget är publicerat här ännu" in signed_in(Role.VISITOR).get("/").text


@pytest.fixture
def demo_settings(settings: Settings) -> Settings:
    engine = ready_engine(settings)
    with keeping(engine) as connection:
        connection.execute(update(DataState).values(demo=True))
    add_demo_accounts(engine, secret_key(settings.data_dir))
    engine.dispose()
    return settings


def test_a_demo_on_this_machine_shows_its_accounts_and_they_work(demo_settings: Settings) -> None:
    browser = Browser(create_app(demo_settings).server.test_client())
    page = browser.get("/").text
    import re

    rows = re.findall(r"<code>(.*?)</code></td><td><code>(.*?)</code>", page)
    assert [name for name, _password in rows] == ["chef", "coach", "besok", "admin"]
    for name, password in rows:
        fresh = Browser(browser.client.application.test_client())
        assert fresh.sign_in(name, password).status_code == 303


@pytest.mark.parametrize("changes", [{"host": "0.0.0.0"}, {"trusted_proxies": 1}])
def test_a_demo_account_is_worth_nothing_where_others_can_reach(
    demo_settings: Settings, changes: dict[str, object]
) -> None:
    from dashboard.data.demo_accounts import demo_accounts

    engine = ready_engine(demo_settings)
    account = demo_accounts(engine, secret_key(demo_settings.data_dir))[0]
    engine.dispose()
    browser = Browser(create_app(demo_settings.model_copy(update=changes)).server.test_client())
    assert account.password not in browser.get("/").text
    assert browser.sign_in(account.username, account.password).status_code == 401


def test_behind_a_proxy_the_trusted_number_of_hops_is_believed(own_settings: Settings) -> None:
    behind = own_settings.model_copy(update={"trusted_proxies": 1, "hosts": "brygga.exempel.se"})
    client = create_app(behind).server.test_client()
    forwarded = {"X-Forwarded-Host": "brygga.exempel.se", "X-Forwarded-Proto": "https"}
    assert client.get("/", headers=forwarded).status_code == 200
    assert client.get("/", headers={**forwarded, "X-Forwarded-Host": "evil.example"}).status_code == 400
    alone = create_app(own_settings).server.test_client()
    assert alone.get("/", headers={"X-Forwarded-Host": "evil.example"}).status_code == 200
