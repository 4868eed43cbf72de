"""Publishing as the page does it: each step is a form, and the preview is framed by our own page alone."""

import re
from collections.abc import Iterator

import pytest

from dashboard.app import BryggaDash, create_app
from dashboard.data.publications import read_current
from dashboard.domain.access import Role
from dashboard.server.publishing import POLICY
from dashboard.settings import Settings
from tests.builders import stored
from tests.publish_world import everything
from tests.server.conftest import Browser

FORM = {"fran": "2025-2", "till": "2026-1", "enhet": "Solrosen", "tabell-people": "ja", "tabell-rungs": "ja"}


@pytest.fixture
def app(own_settings: Settings) -> Iterator[BryggaDash]:
    made = create_app(own_settings)
    stored(made.store.engine, *everything())
    yield made
    made.publisher.wait()


def signed_in(app: BryggaDash, role: Role) -> Browser:
    browser = Browser(app.server.test_client())
    assert browser.sign_in(role.value).status_code == 303
    return browser


def step(app: BryggaDash, browser: Browser, name: str, **fields: str) -> int:
    answer = browser.post_form(f"/publicera/{name}", browser.csrf(), **fields)
    app.publisher.wait()
    return answer.status_code


def draft_id(browser: Browser, app: BryggaDash) -> str:
    from dashboard.data.publication_drafts import drafts

    return drafts(app.store.engine)[0].draft_id


def test_a_manager_audits_looks_publishes_and_withdraws(app: BryggaDash) -> None:
    browser = signed_in(app, Role.MANAGER)
    assert step(app, browser, "granska", **FORM) == 303
    draft = draft_id(browser, app)
    for language in ("sv", "en"):
        preview = browser.get(f"/publicera/forhandsvisning?lang={language}&forslag={draft}")
        assert preview.status_code == 200
        assert "Solrosen" in preview.text
        assert re.search(f'<html[^>]*lang="{language}"', preview.text)
        assert preview.headers["Content-Security-Policy"] == POLICY
        assert preview.headers["Cache-Control"] == "no-store"
    assert step(app, browser, "publicera", forslag=draft) == 303
    assert read_current(app.store.public) is None  # the box was not ticked
    assert step(app, browser, "publicera", forslag=draft, ja="ja") == 303
    shown = read_current(app.store.public)
    assert shown is not None
    assert [table.key for table in shown.tables] == ["people", "rungs"]
    assert browser.get(f"/publicera/forhandsvisning?forslag={draft}").status_code == 404
    assert step(app, browser, "dra-in", nyckel=shown.key, skal="") == 400
    assert step(app, browser, "dra-in", nyckel=shown.key, skal="Fel period") == 303
    assert read_current(app.store.public) is None


def test_nobody_else_comes_near(app: BryggaDash) -> None:
    steps = ("granska", "igen", "kasta", "publicera", "dra-in")
    for role in (Role.COACH, Role.ADMIN, Role.VISITOR):
        browser = signed_in(app, role)
        # The box is ticked: without it nothing is asked of anybody.
        assert {step(app, browser, name, ja="ja", **FORM) for name in steps} == {403}, role
        assert browser.get("/publicera/forhandsvisning").status_code == 403
        assert browser.get("/publicera").status_code == 403
    manager = signed_in(app, Role.MANAGER)
    assert {manager.post_form(f"/publicera/{name}", "wrong", **FORM).status_code for name in steps} == {403}
    stranger = Browser(app.server.test_client())
    assert stranger.post_form("/publicera/granska", **FORM).status_code == 401
    assert stranger.get("/publicera/forhandsvisning").status_code == 302


@pytest.mark.parametrize(
    "changed", [{"fran": "2026"}, {"till": ""}, {"enhet": ""}, {"fran": "2026-1", "till": "2025-2"}]
)
def test_a_form_that_cannot_be_published_is_refused(app: BryggaDash, changed: dict[str, str]) -> None:
    assert step(app, signed_in(app, Role.MANAGER), "granska", **(FORM | changed)) == 400
