"""What anybody sees of the staff's own process: the same public pages, beside everything that is closed."""

import datetime as dt
from collections.abc import Callable

import pytest

from dashboard.app import create_app
from dashboard.cli.public_process import make_public_app
from dashboard.data.public_messages import add_message, read_messages
from dashboard.domain.access import Role
from dashboard.public import site
from dashboard.settings import Settings
from tests.public.conftest import publish
from tests.public_pages import rich
from tests.server.conftest import Browser

In = Callable[[Role | None], Browser]


@pytest.fixture(scope="module")
def published(settings_with_accounts: Settings, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The shared accounts, and a store of publications of this module's own."""
    store = tmp_path_factory.mktemp("offentligt") / "public.db"
    settings = settings_with_accounts.model_copy(update={"public_store": str(store)})
    publish(settings, rich())
    return settings


@pytest.fixture(scope="module")
def inside(published: Settings) -> In:
    """A browser on the staff's app, signed in with a role or not at all."""
    server = create_app(published).server

    def browser(role: Role | None = None) -> Browser:
        made = Browser(server.test_client())
        if role is not None:
            assert made.sign_in(role.value).headers["Location"] == "/start"
        return made

    return browser


def test_everybody_sees_the_same_first_page_as_the_public_process_shows(
    published: Settings, inside: In
) -> None:
    alone = make_public_app(published).test_client().get("/").text
    texts = [inside(role).get("/").text for role in (None, Role.MANAGER, Role.VISITOR)]
    assert texts == [texts[0]] * 3
    assert "<b>38</b> <span>av 94</span>" in texts[0]
    assert texts[0].replace('<li><a href="/logga-in">Logga in</a></li>\n', "") == alone


def test_whoever_signs_in_begins_where_her_role_does(inside: In) -> None:
    assert inside(Role.MANAGER).get("/start").headers["Location"] == "/idag"
    assert inside(Role.VISITOR).get("/start").headers["Location"] == "/"
    assert inside(None).get("/start").headers["Location"] == "/logga-in?next=%2Fstart"
    assert inside(Role.COACH).get("/logga-in").headers["Location"] == "/start"


def test_how_it_is_counted_is_the_publics_outside_and_the_units_inside(inside: In) -> None:
    outside = inside(None).get(site.COUNTED)
    assert outside.status_code == 200
    assert "Varje tal på de offentliga sidorna betyder en sak" in outside.text
    assert "react-entry-point" in inside(Role.MANAGER).get(site.COUNTED).text


@pytest.mark.parametrize("path", [site.SUMMARY, *sorted(site.FOR_ALL), f"{site.EMBED}/varar"])
def test_nothing_undeclared_is_accepted_here_either(inside: In, path: str) -> None:
    browser = inside(None)
    assert browser.get(path).status_code == 200
    assert browser.get(f"{path}?coach=C1").status_code == 400


def test_a_message_needs_no_token_but_must_come_from_our_own_page(published: Settings, inside: In) -> None:
    browser = inside(None)
    told = {"text": "Kartan går inte att läsa."}
    assert browser.client.post(site.ACCESSIBILITY, data=told).status_code == 403
    assert browser.client.post(site.ACCESSIBILITY, data=told, headers=browser.headers).status_code == 200
    assert [one.text for one in read_messages(published.messages)] == [told["text"]]


def test_managers_read_the_messages_and_take_them_away(published: Settings, inside: In) -> None:
    add_message(published.messages, "<b>Texten</b> är för liten.", "b@example.se", dt.date(2026, 8, 17))
    manager = inside(Role.MANAGER)
    page = manager.get("/meddelanden").text
    assert "&lt;b&gt;Texten&lt;/b&gt; är för liten." in page
    assert "Vill ha svar: b@example.se" in page
    for other in (Role.COACH, Role.VISITOR, Role.ADMIN):
        assert inside(other).get("/meddelanden").status_code == 403
    assert inside(None).get("/meddelanden").status_code == 302
    number = read_messages(published.messages)[0].number
    path, token = f"/meddelanden/{number}/ta-bort", manager.form_token("/meddelanden")
    assert manager.client.post(path, headers=manager.headers).status_code == 403
    assert manager.post_form(path, token).status_code == 303
    assert manager.post_form(path, token).status_code == 404
    assert number not in {one.number for one in read_messages(published.messages)}


def test_no_staff_page_may_be_framed_and_no_public_page_holds_the_staffs_scripts(inside: In) -> None:
    manager = inside(Role.MANAGER)
    assert "frame-ancestors 'none'" in manager.get("/idag").headers["Content-Security-Policy"]
    page = manager.get("/")
    assert "unsafe-eval" not in page.headers["Content-Security-Policy"]
    assert "_dash-" not in page.text
