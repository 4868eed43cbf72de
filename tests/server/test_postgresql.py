"""The same app on PostgreSQL: signing in, a callback, and a database that goes away for a while."""

from collections.abc import Callable

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from dashboard.app import create_app
from dashboard.data.engine import open_engine
from dashboard.settings import Settings
from tests.server.conftest import Browser, with_accounts
from tests.server.test_callbacks import body_of, server_callbacks


@pytest.fixture
def postgres_settings(settings: Settings, postgres_address: str) -> Settings:
    engine = open_engine(postgres_address)
    with_accounts(engine)
    engine.dispose()
    return settings.model_copy(update={"database_url": postgres_address})


def test_people_sign_in_and_callbacks_answer(postgres_settings: Settings) -> None:
    app = create_app(postgres_settings)
    browser = Browser(app.server.test_client())
    assert browser.sign_in("manager", "helt fel lösenord").status_code == 401
    assert browser.sign_in("manager").status_code == 303
    for output in server_callbacks(app):
        assert browser.call(body_of(app, output)).status_code in {200, 204, 400}, output
    assert browser.post_form("/logga-ut", browser.csrf()).status_code == 303
    assert browser.get("/_dash-layout").status_code == 401


def test_a_database_that_shuts_its_door_is_waited_for(
    postgres_settings: Settings, postgres_server: Callable[[str], str]
) -> None:
    browser = Browser(create_app(postgres_settings).server.test_client())
    browser.sign_in("visitor")
    name = make_url(postgres_settings.database).database

    door(postgres_server, f"ALTER DATABASE {name} ALLOW_CONNECTIONS false", name)
    page = browser.get("/")
    assert page.status_code == 503
    assert "Databasen svarar inte" in page.text
    assert browser.get("/_dash-layout").status_code == 503
    assert browser.get("/readyz").status_code == 503

    door(postgres_server, f"ALTER DATABASE {name} ALLOW_CONNECTIONS true", name)
    assert browser.get("/readyz").status_code == 200
    assert browser.get("/_dash-layout").status_code == 200


def door(postgres_server: Callable[[str], str], statement: str, name: str | None) -> None:
    engine = create_engine(postgres_server("postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
        ended = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name")
        connection.execute(ended, {"name": name})
    engine.dispose()
