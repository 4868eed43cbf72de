"""A small app of its own, with accounts for every role and a browser that behaves like one."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine
from werkzeug.test import TestResponse

from dashboard.app import BryggaDash, create_app
from dashboard.cli.database import ready_engine
from dashboard.data.accounts import add_account
from dashboard.data.engine import open_engine
from dashboard.data.sessions import Sessions
from dashboard.domain.access import Role
from dashboard.settings import Settings

PASSWORD = "trumpet-lastbil-hav"
SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}
UPDATE = "/_dash-update-component"


@dataclass
class Browser:
    """A test client with what a browser adds: where a request comes from, and the tokens of our pages."""

    client: FlaskClient
    headers: dict[str, str] = field(default_factory=lambda: dict(SAME_ORIGIN))

    def get(self, path: str, **options: Any) -> TestResponse:
        return self.client.get(path, **options)

    def form_token(self, path: str = "/logga-in") -> str:
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.client.get(path).text)
        assert found is not None
        return found[1]

    def post_form(self, path: str, token: str | None = None, **fields: str) -> TestResponse:
        data = {"csrf_token": self.form_token("/") if token is None else token, **fields}
        return self.client.post(path, data=data, headers=self.headers)

    def sign_in(self, username: str, password: str = PASSWORD, **fields: str) -> TestResponse:
        token = self.form_token("/logga-in")
        return self.post_form("/logga-in", token, username=username, password=password, **fields)

    def csrf(self) -> str:
        cookie = self.client.get_cookie("brygga_csrf")
        return cookie.value if cookie else ""

    def call(self, body: Any, **headers: str) -> TestResponse:
        sent = {**self.headers, "X-CSRFToken": self.csrf(), **headers}
        return self.client.post(UPDATE, json=body, headers=sent)

    def session_token(self) -> str:
        cookie = self.client.get_cookie("brygga_session")
        return cookie.value if cookie else ""


def with_accounts(engine: Engine) -> None:
    for role in Role:
        add_account(engine, username=role.value, name=role.value.title(), role=role, password=PASSWORD)


@pytest.fixture(autouse=True)
def _engines_closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever app a test makes, its connections are closed afterwards."""
    opened: list[Engine] = []

    def remembering(address: str) -> Engine:
        opened.append(open_engine(address))
        return opened[-1]

    monkeypatch.setattr("dashboard.app.open_engine", remembering)
    yield
    for engine in opened:
        engine.dispose()


@pytest.fixture(scope="session")
def settings_with_accounts(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A SQLite database with one account for each role, made once."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("copy") / "data")
    engine = ready_engine(settings)
    with_accounts(engine)
    engine.dispose()
    return settings


@pytest.fixture(scope="session")
def shared_app(settings_with_accounts: Settings) -> Iterator[BryggaDash]:
    """The whole app, for tests that change nothing in its database but sessions."""
    app = create_app(settings_with_accounts)
    yield app
    app.store.engine.dispose()


@pytest.fixture
def browser(shared_app: BryggaDash) -> Browser:
    """A browser where nobody has signed in."""
    return Browser(shared_app.server.test_client())


@pytest.fixture
def signed_in(shared_app: BryggaDash) -> Callable[[Role], Browser]:
    """Makes a browser where an account of the role has signed in."""

    def make(role: Role) -> Browser:
        browser = Browser(shared_app.server.test_client())
        assert browser.sign_in(role.value).status_code == 303
        return browser

    return make


@pytest.fixture
def own_settings(settings: Settings) -> Settings:
    """A database of the test's own, with one account for each role."""
    engine = ready_engine(settings)
    with_accounts(engine)
    engine.dispose()
    return settings


@pytest.fixture
def own_browser(own_settings: Settings) -> Browser:
    """A browser on an app of the test's own."""
    return Browser(create_app(own_settings).server.test_client())


@pytest.fixture
def sessions(engine: Engine) -> Sessions:
    """Sessions on both databases, with the rules of a real copy."""
    return Sessions(engine, idle=dt.timedelta(minutes=30), longest=dt.timedelta(hours=10), demo_allowed=True)


@pytest.fixture
def key_folder(tmp_path: Path) -> Path:
    """An empty folder for a secret key."""
    folder = tmp_path / "keys"
    folder.mkdir()
    return folder
