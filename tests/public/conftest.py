"""The process for the public alone, on a store of its own."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.cli.public_process import make_public_app
from dashboard.data.publications import add_publication
from dashboard.domain.publication import Publication
from dashboard.i18n import use_language
from dashboard.settings import Settings
from tests.public_pages import rich

NOW = dt.datetime(2026, 8, 14, 9, 0, tzinfo=dt.UTC)
EMBEDS = "https://www.ekvik.example, http://intra.ekvik.example:8080"


def publish(settings: Settings, publication: Publication) -> None:
    add_publication(settings.publications, publication, NOW, settings.data_dir)


def public_settings(folder: Path) -> Settings:
    folder.mkdir(exist_ok=True)
    return Settings(data_dir=folder, embed_on=EMBEDS)


@pytest.fixture(scope="session")
def shared_public(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """The rich publication, for tests that leave no message."""
    settings = public_settings(tmp_path_factory.mktemp("public"))
    publish(settings, rich())
    client: FlaskClient = make_public_app(settings).test_client()
    return client


@pytest.fixture
def own_public(tmp_path: Path) -> Settings:
    """Settings of a public process where nothing is published."""
    return public_settings(tmp_path / "public")


@pytest.fixture(autouse=True)
def _swedish() -> Iterator[None]:
    use_language("sv")
    yield
    use_language("sv")
