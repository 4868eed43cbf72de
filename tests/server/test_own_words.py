"""A request is answered in the unit's words, and the next one in what they are then."""

import datetime as dt

from dashboard.app import create_app
from dashboard.cli.database import ready_engine
from dashboard.data.unit_words import store_words
from dashboard.domain.unit_words import preset
from dashboard.settings import Settings
from tests.server.conftest import Browser

NOW = dt.datetime(2026, 11, 25, tzinfo=dt.UTC)


def test_the_first_page_says_what_the_unit_says_from_the_next_request_on(settings: Settings) -> None:
    engine = ready_engine(settings)
    browser = Browser(create_app(settings).server.test_client())
    assert "kunder" in browser.get("/").text
    store_words(engine, preset("deltagare"), who="karin", now=NOW)
    said = browser.get("/").text
    assert "kunder" not in said
    assert "deltagare" in said
    store_words(engine, preset("kund"), who="karin", now=NOW)
    assert "kunder" in browser.get("/").text
    engine.dispose()
